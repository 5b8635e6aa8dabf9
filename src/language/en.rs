//! English.

use chrono::{Datelike, NaiveDate};

use super::{Answer, Caption, End, Heading, Words};
use crate::vocabulary::{Field, Kind, Reach, Status, Way};

/// One to twenty, as people write them.
pub(crate) const CARDINALS: [&str; 20] = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

pub(super) struct English;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Words for English {
    fn heading(&self, heading: Heading) -> &'static str {
        match heading {
            Heading::Resolution => "Resolution",
            Heading::Delegation => "Code",
            Heading::Name => "Delegation",
            Heading::Kind => "Kind",
            Heading::Position => "Position",
            Heading::On => "On",
            Heading::Reach => "Reach",
            Heading::Paragraph => "Paragraph",
            Heading::Phrase => "Phrase",
            Heading::Subject => "Subject",
            Heading::Made => "Made",
            Heading::Withdrawn => "Withdrawn",
            Heading::Source => "Source",
            Heading::Locator => "Locator",
            Heading::Note => "Note",
            Heading::Status => "Status",
            Heading::Open => "Open list",
            Heading::OnBehalfOf => "On behalf of",
            Heading::Regarding => "Regarding",
            Heading::Id => "Id",
            Heading::Entire => "Entire text",
            Heading::Unknown => "Unknown part",
            Heading::Symbol => "Symbol",
            Heading::Title => "Title",
            Heading::Body => "Body",
            Heading::Adopted => "Adopted",
            Heading::By => "By",
            Heading::Preambular => "Preambular",
            Heading::Operative => "Operative",
            Heading::Delegations => "Delegations",
            Heading::Reservations => "Reserving",
            Heading::Other => "Other",
            Heading::Paragraphs => "Paragraphs",
            Heading::Where => "Where",
            Heading::Language => "Language",
            Heading::Excerpt => "Excerpt",
            Heading::Change => "Change",
            Heading::Field => "Field",
            Heading::Old => "Old",
            Heading::New => "New",
            Heading::Code => "Code",
            Heading::Severity => "Severity",
            Heading::File => "File",
            Heading::Line => "Line",
            Heading::Place => "Place",
            Heading::Column => "Column",
            Heading::Message => "Message",
            Heading::Help => "Help",
            Heading::Format => "Format",
            Heading::Outcome => "Outcome",
            Heading::Errors => "Errors",
            Heading::Warnings => "Warnings",
        }
    }

    fn kind(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::InFavour => "in favour",
            other => other.as_str(),
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
            Kind::Unclassified => "U",
            Kind::InFavour => "Y",
            Kind::Against => "N",
            Kind::Abstention => "A",
        }
    }

    fn reach(&self, reach: Reach) -> &'static str {
        match reach {
            Reach::Entire => "entire text",
            Reach::Named | Reach::Phrase | Reach::Unknown => reach.as_str(),
        }
    }

    fn entire_text(&self) -> &'static str {
        "entire text"
    }

    fn part_not_stated(&self) -> &'static str {
        "part not stated"
    }

    fn in_particular(&self) -> &'static str {
        "in particular"
    }

    fn quoted(&self, words: &str) -> String {
        format!("“{words}”")
    }

    fn answer(&self, answer: Answer) -> &'static str {
        match answer {
            Answer::Country => "Positions by delegation",
            Answer::Paragraph => "Positions by paragraph",
            Answer::Matrix => "Delegations and paragraphs",
            Answer::Compare => "Positions side by side",
            Answer::Resolutions => "Resolutions",
            Answer::Search => "What was found",
            Answer::Changes => "What changed",
            Answer::Problems => "Faults and warnings",
            Answer::Imports => "What became of the documents",
        }
    }

    fn status(&self, status: Status) -> &'static str {
        status.as_str()
    }

    fn way(&self, way: Way) -> &'static str {
        match way {
            Way::Consensus => "consensus",
            Way::WithoutVote => "without a vote",
            Way::Acclamation => "acclamation",
            Way::Vote => "recorded vote",
        }
    }

    fn field(&self, field: Field) -> &'static str {
        field.as_str()
    }

    fn yes(&self) -> &'static str {
        "yes"
    }

    fn date(&self, date: NaiveDate) -> String {
        format!("{} {} {}", date.day(), MONTHS[date.month0() as usize % 12], date.year())
    }

    fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => format!("{} and {last}", first.join(", ")),
        }
    }

    fn comma(&self) -> &'static str {
        ", "
    }

    fn end(&self, end: End) -> String {
        let date = end.date.map(|date| format!(" on {}", self.date(date))).unwrap_or_default();
        let way = match end.by {
            _ if end.rejected => " by a recorded vote",
            Some(Way::Consensus) => " by consensus",
            Some(Way::WithoutVote) => " without a vote",
            Some(Way::Acclamation) => " by acclamation",
            Some(Way::Vote) => " by a recorded vote",
            None => "",
        };
        match (end.rejected, way.is_empty() && date.is_empty()) {
            (true, _) => format!("Not adopted: rejected{way}{date}"),
            (false, true) => String::new(),
            (false, false) => format!("Adopted{way}{date}"),
        }
    }

    fn paragraphs(&self, preambular: Option<u32>, operative: Option<u32>) -> String {
        let noun = |count: u32| if count == 1 { "paragraph" } else { "paragraphs" };
        match (preambular, operative) {
            (Some(pp), Some(op)) => format!("{pp} preambular and {op} operative {}", noun(op)),
            (Some(pp), None) => format!("{pp} preambular {}", noun(pp)),
            (None, Some(op)) => format!("{op} operative {}", noun(op)),
            (None, None) => String::new(),
        }
    }

    fn delegations(&self, all: usize, reservations: usize, other: usize) -> String {
        let noun = if all == 1 { "delegation" } else { "delegations" };
        format!("{all} {noun} on record: {reservations} with a reservation, {other} with anything else.")
    }

    fn no_position(&self) -> &'static str {
        "no position recorded"
    }

    fn no_such_position(&self) -> &'static str {
        "no position of that kind recorded"
    }

    fn no_such_position_of(&self, names: &str) -> String {
        if names.is_empty() {
            "No position of that kind recorded.".into()
        } else {
            format!("{names}: no position of that kind recorded.")
        }
    }

    fn on_entire(&self, count: usize) -> String {
        format!("{count} on the entire resolution")
    }

    fn no_position_of(&self, names: &str) -> String {
        if names.is_empty() {
            "No position recorded.".into()
        } else {
            format!("{names}: no position recorded.")
        }
    }

    fn nothing_found(&self, words: &str) -> String {
        format!("Nothing found for \"{words}\".")
    }

    fn no_change(&self) -> &'static str {
        "Nothing changed."
    }

    fn no_resolution(&self) -> &'static str {
        "No resolution recorded."
    }

    fn pair(&self, heading: &str, value: &str) -> String {
        format!("{heading}: {value}")
    }

    fn left_out(&self, headings: &str) -> String {
        format!("Left out for want of room: {headings}.")
    }

    fn legend(&self, marks: &[(&str, &str)]) -> String {
        let marks: Vec<_> = marks.iter().map(|(mark, kind)| format!("{mark} {kind}")).collect();
        format!("{}; R* for a phrase only, (R) implied by a position on the entire text", marks.join(", "))
    }

    fn caption(&self, caption: Caption) -> &'static str {
        match caption {
            Caption::OnRecord => "Positions on record",
            Caption::SkipToContent => "Skip to the content",
            Caption::Filter => "Filter",
            Caption::FilterHint => "Delegation, paragraph, kind or words",
            Caption::AllKinds => "All kinds",
            Caption::NothingMatches => "Nothing matches the filter.",
            Caption::AtAGlance => "At a glance",
            Caption::Implied => "implied by a position on the entire text",
            Caption::Paragraphs => "Paragraphs",
            Caption::Positions => "Positions",
            Caption::Resolutions => "Resolutions",
            Caption::Sources => "Sources",
            Caption::Vote => "Vote",
            Caption::CopyLink => "Copy link",
            Caption::Copied => "Copied",
            Caption::DelegationsOnRecord => "Delegations on record",
            Caption::ParagraphsNamed => "Paragraphs named",
            Caption::EntireText => "On the entire text",
            Caption::About => "About",
            Caption::AsOf => "As of",
        }
    }
}
