//! Spanish.

use chrono::{Datelike, NaiveDate};

use super::{Answer, Caption, End, Heading, Words};
use crate::vocabulary::{Field, Kind, Reach, Status, Way};

pub(super) struct Spanish;

const MONTHS: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

/// "And" before a word: y, but e before the sound of i.
fn and(next: &str) -> &'static str {
    let lower = next.to_lowercase();
    let sound = lower.starts_with(['i', 'í']) || (lower.starts_with("hi") && !lower.starts_with("hie"));
    if sound { "e" } else { "y" }
}

impl Words for Spanish {
    fn heading(&self, heading: Heading) -> &'static str {
        match heading {
            Heading::Resolution => "Resolución",
            Heading::Delegation => "Código",
            Heading::Name => "Delegación",
            Heading::Kind => "Tipo",
            Heading::Position => "Posición",
            Heading::On => "Sobre",
            Heading::Reach => "Alcance",
            Heading::Paragraph => "Párrafo",
            Heading::Phrase => "Expresión",
            Heading::Subject => "Asunto",
            Heading::Made => "Formulada el",
            Heading::Withdrawn => "Retirada el",
            Heading::Source => "Fuente",
            Heading::Locator => "Ubicación",
            Heading::Note => "Nota",
            Heading::Status => "Estado",
            Heading::Open => "Lista abierta",
            Heading::OnBehalfOf => "En nombre de",
            Heading::Regarding => "Respecto de",
            Heading::Id => "Identificador",
            Heading::Entire => "Texto completo",
            Heading::Unknown => "Parte desconocida",
            Heading::Symbol => "Signatura",
            Heading::Title => "Título",
            Heading::Body => "Órgano",
            Heading::Adopted => "Aprobada el",
            Heading::By => "Forma de aprobación",
            Heading::Preambular => "Párrafos del preámbulo",
            Heading::Operative => "Párrafos de la parte dispositiva",
            Heading::Delegations => "Delegaciones",
            Heading::Reservations => "Con reserva",
            Heading::Other => "Otra",
            Heading::Paragraphs => "Párrafos",
            Heading::Where => "Lugar",
            Heading::Language => "Idioma",
            Heading::Excerpt => "Extracto",
            Heading::Change => "Cambio",
            Heading::Field => "Campo",
            Heading::Old => "Antiguo",
            Heading::New => "Nuevo",
            Heading::Code => "Código",
            Heading::Severity => "Gravedad",
            Heading::File => "Archivo",
            Heading::Line => "Línea",
            Heading::Place => "Lugar",
            Heading::Column => "Columna",
            Heading::Message => "Mensaje",
            Heading::Help => "Ayuda",
            Heading::Format => "Formato",
            Heading::Outcome => "Resultado",
            Heading::Errors => "Errores",
            Heading::Warnings => "Advertencias",
        }
    }

    fn kind(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Reservation => "reserva",
            Kind::Opposition => "oposición",
            Kind::Dissociation => "disociación",
            Kind::Interpretation => "interpretación",
            Kind::Explanation => "explicación",
            Kind::Objection => "objeción",
            Kind::Unclassified => "sin clasificar",
            Kind::InFavour => "voto a favor",
            Kind::Against => "voto en contra",
            Kind::Abstention => "abstención",
        }
    }

    fn kind_mark(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Reservation => "R",
            Kind::Opposition => "O",
            Kind::Dissociation => "D",
            Kind::Interpretation => "I",
            Kind::Explanation => "E",
            Kind::Objection => "Ob",
            Kind::Unclassified => "SC",
            Kind::InFavour => "F",
            Kind::Against => "C",
            Kind::Abstention => "A",
        }
    }

    fn reach(&self, reach: Reach) -> &'static str {
        match reach {
            Reach::Named => "citado",
            Reach::Phrase => "términos",
            Reach::Entire => "texto completo",
            Reach::Unknown => "desconocida",
        }
    }

    fn entire_text(&self) -> &'static str {
        "texto completo"
    }

    fn part_not_stated(&self) -> &'static str {
        "parte no indicada"
    }

    fn in_particular(&self) -> &'static str {
        "en particular"
    }

    fn quoted(&self, words: &str) -> String {
        format!("«{words}»")
    }

    fn answer(&self, answer: Answer) -> &'static str {
        match answer {
            Answer::Country => "Posiciones por delegación",
            Answer::Paragraph => "Posiciones por párrafo",
            Answer::Matrix => "Delegaciones y párrafos",
            Answer::Compare => "Comparación de posiciones",
            Answer::Resolutions => "Resoluciones",
            Answer::Search => "Resultados de la búsqueda",
            Answer::Changes => "Cambios",
            Answer::Problems => "Errores y advertencias",
            Answer::Imports => "Qué dieron los documentos",
        }
    }

    fn status(&self, status: Status) -> &'static str {
        match status {
            Status::Conditional => "condicional",
            Status::Deferred => "aplazada",
        }
    }

    fn way(&self, way: Way) -> &'static str {
        match way {
            Way::Consensus => "consenso",
            Way::WithoutVote => "sin votación",
            Way::Acclamation => "aclamación",
            Way::Vote => "votación registrada",
        }
    }

    fn field(&self, field: Field) -> &'static str {
        match field {
            Field::Title => "título",
            Field::Subject => "asunto",
            Field::Text => "texto",
            Field::Phrase => "expresión",
            Field::Note => "nota",
        }
    }

    fn yes(&self) -> &'static str {
        "sí"
    }

    fn date(&self, date: NaiveDate) -> String {
        format!("{} de {} de {}", date.day(), MONTHS[date.month0() as usize % 12], date.year())
    }

    fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => format!("{} {} {last}", first.join(", "), and(last)),
        }
    }

    fn comma(&self) -> &'static str {
        ", "
    }

    fn end(&self, end: End) -> String {
        let date = end.date.map(|date| format!(" el {}", self.date(date))).unwrap_or_default();
        let way = match end.by {
            Some(Way::Consensus) => " por consenso",
            Some(Way::WithoutVote) => " sin votación",
            Some(Way::Acclamation) => " por aclamación",
            Some(Way::Vote) => " en votación registrada",
            None => "",
        };
        match (end.rejected, way.is_empty() && date.is_empty()) {
            (true, _) => format!("No aprobada: rechazada en votación registrada{date}"),
            (false, true) => String::new(),
            (false, false) => format!("Aprobada{way}{date}"),
        }
    }

    fn paragraphs(&self, preambular: Option<u32>, operative: Option<u32>) -> String {
        let noun = |count: u32| if count == 1 { "párrafo" } else { "párrafos" };
        let preambular = preambular.map(|count| format!("{count} {} del preámbulo", noun(count)));
        let operative = operative.map(|count| format!("{count} {} de la parte dispositiva", noun(count)));
        self.list(&preambular.into_iter().chain(operative).collect::<Vec<_>>())
    }

    fn delegations(&self, all: usize, reservations: usize, other: usize) -> String {
        format!(
            "Delegaciones con una posición registrada: {all}. Con reserva: {reservations}. Con otra cosa: {other}."
        )
    }

    fn no_position(&self) -> &'static str {
        "ninguna posición registrada"
    }

    fn no_such_position(&self) -> &'static str {
        "ninguna posición de ese tipo registrada"
    }

    fn no_such_position_of(&self, names: &str) -> String {
        if names.is_empty() {
            "Ninguna posición de ese tipo registrada.".into()
        } else {
            format!("{names}: ninguna posición de ese tipo registrada.")
        }
    }

    fn on_entire(&self, count: usize) -> String {
        format!("{count} sobre el texto completo")
    }

    fn no_position_of(&self, names: &str) -> String {
        if names.is_empty() {
            "Ninguna posición registrada.".into()
        } else {
            format!("{names}: ninguna posición registrada.")
        }
    }

    fn nothing_found(&self, words: &str) -> String {
        format!("No se encontró nada sobre «{words}».")
    }

    fn no_change(&self) -> &'static str {
        "Nada ha cambiado."
    }

    fn no_resolution(&self) -> &'static str {
        "Ninguna resolución registrada."
    }

    fn pair(&self, heading: &str, value: &str) -> String {
        format!("{heading}: {value}")
    }

    fn left_out(&self, headings: &str) -> String {
        format!("Omitido por falta de espacio: {headings}.")
    }

    fn legend(&self, marks: &[(&str, &str)]) -> String {
        let marks: Vec<_> = marks.iter().map(|(mark, kind)| format!("{mark} {kind}")).collect();
        format!(
            "{}; R* solo por una expresión, (R) implícita en una posición sobre el texto completo",
            marks.join(", ")
        )
    }

    fn caption(&self, caption: Caption) -> &'static str {
        match caption {
            Caption::OnRecord => "Posiciones que constan en acta",
            Caption::SkipToContent => "Ir al contenido",
            Caption::Filter => "Filtrar",
            Caption::FilterHint => "Delegación, párrafo, tipo o palabras",
            Caption::AllKinds => "Todos los tipos",
            Caption::NothingMatches => "Nada corresponde al filtro.",
            Caption::AtAGlance => "De un vistazo",
            Caption::Implied => "implícita por una posición sobre todo el texto",
            Caption::Paragraphs => "Párrafos",
            Caption::Positions => "Posiciones",
            Caption::Resolutions => "Resoluciones",
            Caption::Sources => "Fuentes",
            Caption::Vote => "Votación",
            Caption::CopyLink => "Copiar el enlace",
            Caption::Copied => "Copiado",
            Caption::DelegationsOnRecord => "Delegaciones que constan en acta",
            Caption::ParagraphsNamed => "Párrafos mencionados",
            Caption::EntireText => "Sobre todo el texto",
            Caption::About => "Acerca de",
            Caption::AsOf => "A fecha de",
        }
    }
}
