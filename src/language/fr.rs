//! French.

use chrono::{Datelike, NaiveDate};

use super::{Answer, Caption, End, Heading, Words};
use crate::vocabulary::{Field, Kind, Reach, Status, Way};

pub(super) struct French;

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// A noun that takes an s from two on; French counts zero as one.
fn counted(count: u32, noun: &str) -> String {
    if count < 2 { noun.to_owned() } else { format!("{noun}s") }
}

impl Words for French {
    fn heading(&self, heading: Heading) -> &'static str {
        match heading {
            Heading::Resolution => "Résolution",
            Heading::Delegation => "Code",
            Heading::Name => "Délégation",
            Heading::Kind => "Type",
            Heading::Position => "Position",
            Heading::On => "Sur",
            Heading::Reach => "Portée",
            Heading::Paragraph => "Paragraphe",
            Heading::Phrase => "Expression",
            Heading::Subject => "Objet",
            Heading::Made => "Formulée le",
            Heading::Withdrawn => "Retirée le",
            Heading::Source => "Source",
            Heading::Locator => "Emplacement",
            Heading::Note => "Note",
            Heading::Status => "Statut",
            Heading::Open => "Liste ouverte",
            Heading::OnBehalfOf => "Au nom de",
            Heading::Regarding => "Au sujet de",
            Heading::Id => "Identifiant",
            Heading::Entire => "Texte entier",
            Heading::Unknown => "Partie inconnue",
            Heading::Symbol => "Cote",
            Heading::Title => "Titre",
            Heading::Body => "Organe",
            Heading::Adopted => "Adoptée le",
            Heading::By => "Mode d'adoption",
            Heading::Preambular => "Alinéas du préambule",
            Heading::Operative => "Paragraphes du dispositif",
            Heading::Delegations => "Délégations",
            Heading::Reservations => "Avec réserve",
            Heading::Other => "Autre",
            Heading::Paragraphs => "Paragraphes",
            Heading::Where => "Endroit",
            Heading::Language => "Langue",
            Heading::Excerpt => "Extrait",
            Heading::Change => "Modification",
            Heading::Field => "Champ",
            Heading::Old => "Ancien",
            Heading::New => "Nouveau",
            Heading::Code => "Code",
            Heading::Severity => "Gravité",
            Heading::File => "Fichier",
            Heading::Line => "Ligne",
            Heading::Place => "Emplacement",
            Heading::Column => "Colonne",
            Heading::Message => "Message",
            Heading::Help => "Aide",
            Heading::Format => "Format",
            Heading::Outcome => "Résultat",
            Heading::Errors => "Erreurs",
            Heading::Warnings => "Avertissements",
        }
    }

    fn kind(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Reservation => "réserve",
            Kind::Opposition => "opposition",
            Kind::Dissociation => "dissociation",
            Kind::Interpretation => "interprétation",
            Kind::Explanation => "explication",
            Kind::Objection => "objection",
            Kind::Unclassified => "non classé",
            Kind::InFavour => "vote pour",
            Kind::Against => "vote contre",
            Kind::Abstention => "abstention",
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
            Kind::Unclassified => "NC",
            Kind::InFavour => "P",
            Kind::Against => "C",
            Kind::Abstention => "A",
        }
    }

    fn reach(&self, reach: Reach) -> &'static str {
        match reach {
            Reach::Named => "cité",
            Reach::Phrase => "expression",
            Reach::Entire => "texte entier",
            Reach::Unknown => "inconnue",
        }
    }

    fn entire_text(&self) -> &'static str {
        "texte entier"
    }

    fn part_not_stated(&self) -> &'static str {
        "partie non précisée"
    }

    fn in_particular(&self) -> &'static str {
        "notamment"
    }

    fn quoted(&self, words: &str) -> String {
        format!("«\u{a0}{words}\u{a0}»")
    }

    fn answer(&self, answer: Answer) -> &'static str {
        match answer {
            Answer::Country => "Positions par délégation",
            Answer::Paragraph => "Positions par paragraphe",
            Answer::Matrix => "Délégations et paragraphes",
            Answer::Compare => "Positions comparées",
            Answer::Resolutions => "Résolutions",
            Answer::Search => "Résultats de la recherche",
            Answer::Changes => "Modifications",
            Answer::Problems => "Erreurs et avertissements",
            Answer::Imports => "Ce que les documents ont donné",
        }
    }

    fn status(&self, status: Status) -> &'static str {
        match status {
            Status::Conditional => "conditionnelle",
            Status::Deferred => "différée",
        }
    }

    fn way(&self, way: Way) -> &'static str {
        match way {
            Way::Consensus => "consensus",
            Way::WithoutVote => "sans vote",
            Way::Acclamation => "acclamation",
            Way::Vote => "vote enregistré",
        }
    }

    fn field(&self, field: Field) -> &'static str {
        match field {
            Field::Title => "titre",
            Field::Subject => "objet",
            Field::Text => "texte",
            Field::Phrase => "expression",
            Field::Note => "note",
        }
    }

    fn yes(&self) -> &'static str {
        "oui"
    }

    fn date(&self, date: NaiveDate) -> String {
        let day = if date.day() == 1 { "1er".to_owned() } else { date.day().to_string() };
        format!("{day} {} {}", MONTHS[date.month0() as usize % 12], date.year())
    }

    fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => format!("{} et {last}", first.join(", ")),
        }
    }

    fn comma(&self) -> &'static str {
        ", "
    }

    fn end(&self, end: End) -> String {
        let date = end.date.map(|date| format!(" le {}", self.date(date))).unwrap_or_default();
        let way = match end.by {
            Some(Way::Consensus) => " par consensus",
            Some(Way::WithoutVote) => " sans vote",
            Some(Way::Acclamation) => " par acclamation",
            Some(Way::Vote) => " par un vote enregistré",
            None => "",
        };
        match (end.rejected, way.is_empty() && date.is_empty()) {
            (true, _) => format!("Non adoptée\u{a0}: rejetée par un vote enregistré{date}"),
            (false, true) => String::new(),
            (false, false) => format!("Adoptée{way}{date}"),
        }
    }

    fn paragraphs(&self, preambular: Option<u32>, operative: Option<u32>) -> String {
        let preambular = preambular.map(|count| format!("{count} {} du préambule", counted(count, "alinéa")));
        let operative =
            operative.map(|count| format!("{count} {} du dispositif", counted(count, "paragraphe")));
        self.list(&preambular.into_iter().chain(operative).collect::<Vec<_>>())
    }

    fn delegations(&self, all: usize, reservations: usize, other: usize) -> String {
        format!(
            "Délégations dont une position est consignée\u{a0}: {all}. Avec réserve\u{a0}: {reservations}. \
             Avec autre chose\u{a0}: {other}."
        )
    }

    fn no_position(&self) -> &'static str {
        "aucune position consignée"
    }

    fn no_such_position(&self) -> &'static str {
        "aucune position de ce type consignée"
    }

    fn no_such_position_of(&self, names: &str) -> String {
        if names.is_empty() {
            "Aucune position de ce type consignée.".into()
        } else {
            format!("{names}\u{a0}: aucune position de ce type consignée.")
        }
    }

    fn on_entire(&self, count: usize) -> String {
        format!("{count} sur la résolution entière")
    }

    fn no_position_of(&self, names: &str) -> String {
        if names.is_empty() {
            "Aucune position consignée.".into()
        } else {
            format!("{names}\u{a0}: aucune position consignée.")
        }
    }

    fn nothing_found(&self, words: &str) -> String {
        format!("Rien trouvé pour «\u{a0}{words}\u{a0}».")
    }

    fn no_change(&self) -> &'static str {
        "Rien n'a changé."
    }

    fn no_resolution(&self) -> &'static str {
        "Aucune résolution consignée."
    }

    fn pair(&self, heading: &str, value: &str) -> String {
        format!("{heading}\u{a0}: {value}")
    }

    fn left_out(&self, headings: &str) -> String {
        format!("Laissé de côté faute de place\u{a0}: {headings}.")
    }

    fn legend(&self, marks: &[(&str, &str)]) -> String {
        let marks: Vec<_> = marks.iter().map(|(mark, kind)| format!("{mark} {kind}")).collect();
        format!(
            "{}\u{a0}; R* pour une expression seulement, (R) déduit d'une position sur le texte entier",
            marks.join(", ")
        )
    }

    fn caption(&self, caption: Caption) -> &'static str {
        match caption {
            Caption::OnRecord => "Positions consignées",
            Caption::SkipToContent => "Aller au contenu",
            Caption::Filter => "Filtrer",
            Caption::FilterHint => "Délégation, paragraphe, type ou mots",
            Caption::AllKinds => "Tous les types",
            Caption::NothingMatches => "Rien ne correspond au filtre.",
            Caption::AtAGlance => "En un coup d’œil",
            Caption::Implied => "déduite d’une position sur le texte entier",
            Caption::Paragraphs => "Paragraphes",
            Caption::Positions => "Positions",
            Caption::Resolutions => "Résolutions",
            Caption::Sources => "Sources",
            Caption::Vote => "Vote",
            Caption::CopyLink => "Copier le lien",
            Caption::Copied => "Copié",
            Caption::DelegationsOnRecord => "Délégations ayant une position consignée",
            Caption::ParagraphsNamed => "Paragraphes mentionnés",
            Caption::EntireText => "Sur le texte entier",
            Caption::About => "À propos",
            Caption::AsOf => "En date du",
        }
    }
}
