//! Russian.

use chrono::{Datelike, NaiveDate};

use super::{Answer, Caption, End, Heading, Words};
use crate::vocabulary::{Field, Kind, Reach, Status, Way};

pub(super) struct Russian;

const MONTHS: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];

/// The noun for a number of paragraphs: Russian has a form for one, for two to four, and for more.
fn points(count: u32) -> &'static str {
    match (count % 10, count % 100) {
        (_, 11..=14) => "пунктов",
        (1, _) => "пункт",
        (2..=4, _) => "пункта",
        _ => "пунктов",
    }
}

impl Words for Russian {
    fn heading(&self, heading: Heading) -> &'static str {
        match heading {
            Heading::Resolution => "Резолюция",
            Heading::Delegation => "Код",
            Heading::Name => "Делегация",
            Heading::Kind => "Вид",
            Heading::Position => "Позиция",
            Heading::On => "К чему",
            Heading::Reach => "Охват",
            Heading::Paragraph => "Пункт",
            Heading::Phrase => "Выражение",
            Heading::Subject => "Предмет",
            Heading::Made => "Дата заявления",
            Heading::Withdrawn => "Дата снятия",
            Heading::Source => "Источник",
            Heading::Locator => "Место в источнике",
            Heading::Note => "Примечание",
            Heading::Status => "Статус",
            Heading::Open => "Открытый перечень",
            Heading::OnBehalfOf => "От имени",
            Heading::Regarding => "В отношении",
            Heading::Id => "Идентификатор",
            Heading::Entire => "Весь текст",
            Heading::Unknown => "Неуказанная часть",
            Heading::Symbol => "Условное обозначение",
            Heading::Title => "Название",
            Heading::Body => "Орган",
            Heading::Adopted => "Дата принятия",
            Heading::By => "Способ принятия",
            Heading::Preambular => "Пункты преамбулы",
            Heading::Operative => "Пункты постановляющей части",
            Heading::Delegations => "Делегации",
            Heading::Reservations => "С оговоркой",
            Heading::Other => "Иное",
            Heading::Paragraphs => "Пункты",
            Heading::Where => "Где найдено",
            Heading::Language => "Язык",
            Heading::Excerpt => "Отрывок",
            Heading::Change => "Изменение",
            Heading::Field => "Поле",
            Heading::Old => "Было",
            Heading::New => "Стало",
            Heading::Code => "Код",
            Heading::Severity => "Серьезность",
            Heading::File => "Файл",
            Heading::Line => "Строка",
            Heading::Place => "Место",
            Heading::Column => "Столбец",
            Heading::Message => "Сообщение",
            Heading::Help => "Помощь",
            Heading::Format => "Формат",
            Heading::Outcome => "Итог",
            Heading::Errors => "Ошибки",
            Heading::Warnings => "Предупреждения",
        }
    }

    fn kind(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Reservation => "оговорка",
            Kind::Opposition => "возражение против текста",
            Kind::Dissociation => "отмежевание",
            Kind::Interpretation => "толкование",
            Kind::Explanation => "разъяснение",
            Kind::Objection => "возражение",
            Kind::Unclassified => "без классификации",
            Kind::InFavour => "голос за",
            Kind::Against => "голос против",
            Kind::Abstention => "воздержание",
        }
    }

    fn kind_mark(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Reservation => "О",
            Kind::Opposition => "П",
            Kind::Dissociation => "Д",
            Kind::Interpretation => "Т",
            Kind::Explanation => "Р",
            Kind::Objection => "В",
            Kind::Unclassified => "Б",
            Kind::InFavour => "За",
            Kind::Against => "Пр",
            Kind::Abstention => "Вз",
        }
    }

    fn reach(&self, reach: Reach) -> &'static str {
        match reach {
            Reach::Named => "назван",
            Reach::Phrase => "выражение",
            Reach::Entire => "весь текст",
            Reach::Unknown => "не указана",
        }
    }

    fn entire_text(&self) -> &'static str {
        "весь текст"
    }

    fn part_not_stated(&self) -> &'static str {
        "часть не указана"
    }

    fn in_particular(&self) -> &'static str {
        "в частности"
    }

    fn quoted(&self, words: &str) -> String {
        format!("«{words}»")
    }

    fn answer(&self, answer: Answer) -> &'static str {
        match answer {
            Answer::Country => "Позиции по делегациям",
            Answer::Paragraph => "Позиции по пунктам",
            Answer::Matrix => "Делегации и пункты",
            Answer::Compare => "Сопоставление позиций",
            Answer::Resolutions => "Резолюции",
            Answer::Search => "Результаты поиска",
            Answer::Changes => "Изменения",
            Answer::Problems => "Ошибки и предупреждения",
            Answer::Imports => "Что дали документы",
        }
    }

    fn status(&self, status: Status) -> &'static str {
        match status {
            Status::Conditional => "условная",
            Status::Deferred => "отложенная",
        }
    }

    fn way(&self, way: Way) -> &'static str {
        match way {
            Way::Consensus => "консенсус",
            Way::WithoutVote => "без голосования",
            Way::Acclamation => "аккламация",
            Way::Vote => "заносимое в отчет голосование",
        }
    }

    fn field(&self, field: Field) -> &'static str {
        match field {
            Field::Title => "название",
            Field::Subject => "предмет",
            Field::Text => "текст",
            Field::Phrase => "выражение",
            Field::Note => "примечание",
        }
    }

    fn yes(&self) -> &'static str {
        "да"
    }

    fn date(&self, date: NaiveDate) -> String {
        format!("{} {} {} года", date.day(), MONTHS[date.month0() as usize % 12], date.year())
    }

    fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => format!("{} и {last}", first.join(", ")),
        }
    }

    fn comma(&self) -> &'static str {
        ", "
    }

    fn end(&self, end: End) -> String {
        let date = end.date.map(|date| format!(" {}", self.date(date))).unwrap_or_default();
        let way = match end.by {
            Some(Way::Consensus) => " консенсусом",
            Some(Way::WithoutVote) => " без голосования",
            Some(Way::Acclamation) => " путем аккламации",
            Some(Way::Vote) => " заносимым в отчет о заседании голосованием",
            None => "",
        };
        match (end.rejected, way.is_empty() && date.is_empty()) {
            (true, _) => format!("Не принята: отклонена заносимым в отчет о заседании голосованием{date}"),
            (false, true) => String::new(),
            (false, false) => format!("Принята{way}{date}"),
        }
    }

    fn paragraphs(&self, preambular: Option<u32>, operative: Option<u32>) -> String {
        let preambular = preambular.map(|count| format!("{count} {} преамбулы", points(count)));
        let operative = operative.map(|count| format!("{count} {} постановляющей части", points(count)));
        self.list(&preambular.into_iter().chain(operative).collect::<Vec<_>>())
    }

    fn delegations(&self, all: usize, reservations: usize, other: usize) -> String {
        format!(
            "Делегации с занесенной позицией: {all}. С оговоркой: {reservations}. С иной позицией: {other}."
        )
    }

    fn no_position(&self) -> &'static str {
        "позиция не занесена"
    }

    fn no_such_position(&self) -> &'static str {
        "такая позиция не занесена"
    }

    fn no_such_position_of(&self, names: &str) -> String {
        if names.is_empty() {
            "Такая позиция не занесена.".into()
        } else {
            format!("{names}: такая позиция не занесена.")
        }
    }

    fn on_entire(&self, count: usize) -> String {
        format!("по всей резолюции: {count}")
    }

    fn no_position_of(&self, names: &str) -> String {
        if names.is_empty() {
            "Позиция не занесена.".into()
        } else {
            format!("{names}: позиция не занесена.")
        }
    }

    fn nothing_found(&self, words: &str) -> String {
        format!("По запросу «{words}» ничего не найдено.")
    }

    fn no_change(&self) -> &'static str {
        "Ничего не изменилось."
    }

    fn no_resolution(&self) -> &'static str {
        "Резолюций не занесено."
    }

    fn pair(&self, heading: &str, value: &str) -> String {
        format!("{heading}: {value}")
    }

    fn left_out(&self, headings: &str) -> String {
        format!("Опущено за недостатком места: {headings}.")
    }

    fn legend(&self, marks: &[(&str, &str)]) -> String {
        let marks: Vec<_> = marks.iter().map(|(mark, kind)| format!("{mark} {kind}")).collect();
        format!(
            "{}; О* только в отношении выражения, (О) вытекает из позиции по всему тексту",
            marks.join(", ")
        )
    }

    fn caption(&self, caption: Caption) -> &'static str {
        match caption {
            Caption::OnRecord => "Позиции, занесённые в протокол",
            Caption::SkipToContent => "Перейти к содержанию",
            Caption::Filter => "Отбор",
            Caption::FilterHint => "Делегация, пункт, вид или слова",
            Caption::AllKinds => "Все виды",
            Caption::NothingMatches => "Ничего не найдено.",
            Caption::AtAGlance => "Обзор",
            Caption::Implied => "следует из позиции по всему тексту",
            Caption::Paragraphs => "Пункты",
            Caption::Positions => "Позиции",
            Caption::Resolutions => "Резолюции",
            Caption::Sources => "Источники",
            Caption::Vote => "Голосование",
            Caption::CopyLink => "Копировать ссылку",
            Caption::Copied => "Скопировано",
            Caption::DelegationsOnRecord => "Делегации, занявшие позицию",
            Caption::ParagraphsNamed => "Названо пунктов",
            Caption::EntireText => "По всему тексту",
            Caption::About => "О таблице",
            Caption::AsOf => "По состоянию на",
        }
    }
}
