//! Languages: the tags of records, and the words that the interface has in some of them.

mod ar;
pub(crate) mod en;
mod es;
mod fr;
mod ru;
mod zh;

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;

use crate::vocabulary::{Field, Kind, Reach, Status, Way};

/// A language of a record: a BCP 47 tag in its usual case, such as `en`, `ar`, `zh-Hant`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(String);

/// A text that is no BCP 47 tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotALanguage;

impl fmt::Display for NotALanguage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a language is a BCP 47 tag, such as en, ar or zh-Hant")
    }
}

impl std::error::Error for NotALanguage {}

impl Language {
    /// English, which stands in for a language that a record lacks.
    pub fn english() -> Self {
        Self("en".into())
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language itself, without script and region.
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }

    /// Whether it is written from right to left, by its script or else its usual one.
    pub fn is_right_to_left(&self) -> bool {
        let mut parts = self.0.split('-');
        let primary = parts.next().unwrap_or_default();
        match parts.find(|part| part.len() == 4 && part.bytes().all(|b| b.is_ascii_alphabetic())) {
            Some(script) => ["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm"].contains(&script),
            None => ["ar", "fa", "he", "ur", "ps", "sd", "ug", "yi", "dv", "ckb", "syr"].contains(&primary),
        }
    }
}

impl FromStr for Language {
    type Err = NotALanguage;

    fn from_str(text: &str) -> Result<Self, NotALanguage> {
        let tag = oxilangtag::LanguageTag::parse_and_normalize(text).map_err(|_| NotALanguage)?;
        Ok(Self(tag.into_inner()))
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// The headings of columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // Each is the column of that name in the contract.
pub enum Heading {
    Resolution,
    Delegation,
    Name,
    Kind,
    Position,
    Reach,
    On,
    Paragraph,
    Phrase,
    Subject,
    Made,
    Withdrawn,
    Source,
    Locator,
    Note,
    Status,
    Open,
    OnBehalfOf,
    Regarding,
    Id,
    Entire,
    Unknown,
    Symbol,
    Title,
    Body,
    Adopted,
    By,
    Preambular,
    Operative,
    Delegations,
    Reservations,
    Other,
    Paragraphs,
    Where,
    Language,
    Excerpt,
    Change,
    Field,
    Old,
    New,
    Code,
    Severity,
    File,
    Line,
    /// Where in a document with pages or paragraphs.
    Place,
    Column,
    Message,
    Help,
    /// Of a document.
    Format,
    /// What became of a document.
    Outcome,
    Errors,
    Warnings,
}

/// What stands on a page or in a citation beside the words of reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caption {
    /// What a page or a citation is about.
    OnRecord,
    /// A link past the head of a page.
    SkipToContent,
    /// A box that narrows a page down.
    Filter,
    /// What may be typed into that box.
    FilterHint,
    /// That no kind is left out.
    AllKinds,
    /// That a filter lets nothing through; a sentence.
    NothingMatches,
    /// The heading of a matrix.
    AtAGlance,
    /// What a light mark of a matrix means.
    Implied,
    /// The heading of a list of paragraphs.
    Paragraphs,
    /// The heading of a list of positions.
    Positions,
    /// The heading of a list of resolutions.
    Resolutions,
    /// The heading of a list of sources.
    Sources,
    /// The heading of the counts of a vote.
    Vote,
    /// A button that copies the address of what it stands at.
    CopyLink,
    /// That it has been copied.
    Copied,
    /// Below the number of delegations with a position.
    DelegationsOnRecord,
    /// Below the number of paragraphs that a position names.
    ParagraphsNamed,
    /// Below the number of delegations with a position on the entire text.
    EntireText,
    /// The heading of what is said around a table.
    About,
    /// Before the day as of which a page is true.
    AsOf,
}

/// What kind of answer a table is, in a few words: what assistive technology and pages call it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Positions by delegation.
    Country,
    /// Positions by paragraph.
    Paragraph,
    /// Delegations and paragraphs.
    Matrix,
    /// Positions side by side.
    Compare,
    /// The corpus.
    Resolutions,
    /// What a search found.
    Search,
    /// What changed.
    Changes,
    /// Faults and warnings.
    Problems,
    /// What became of documents.
    Imports,
}

/// What a resolution's heading says of its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct End {
    /// Whether it was rejected rather than adopted.
    pub rejected: bool,
    /// When.
    pub date: Option<NaiveDate>,
    /// How.
    pub by: Option<Way>,
}

/// The words that the interface has in one language; a language is a file that implements this, and one arm of
/// [`words`]. The compiler notices what is missing.
pub trait Words: Sync {
    /// The heading of a column.
    fn heading(&self, heading: Heading) -> &'static str;
    /// A kind of position or ballot, as a noun.
    fn kind(&self, kind: Kind) -> &'static str;
    /// A kind in one to three letters, for the cells of a matrix.
    fn kind_mark(&self, kind: Kind) -> &'static str;
    /// A reach.
    fn reach(&self, reach: Reach) -> &'static str;
    /// What a position on the entire resolution is on, as it stands where others have a label.
    fn entire_text(&self) -> &'static str;
    /// The same of a position whose part the source does not say.
    fn part_not_stated(&self) -> &'static str;
    /// That a list of paragraphs is not complete.
    fn in_particular(&self) -> &'static str;
    /// Words of a text in the language's quotation marks.
    fn quoted(&self, words: &str) -> String;
    /// What kind of answer a table is.
    fn answer(&self, answer: Answer) -> &'static str;
    /// A status.
    fn status(&self, status: Status) -> &'static str;
    /// A way of adoption, as it stands in a table.
    fn way(&self, way: Way) -> &'static str;
    /// Where a search found its words.
    fn field(&self, field: Field) -> &'static str;
    /// Yes.
    fn yes(&self) -> &'static str;
    /// A day as prose writes it.
    fn date(&self, date: NaiveDate) -> String;
    /// Several things in prose.
    fn list(&self, items: &[String]) -> String;
    /// What stands between the parts of a heading, such as body and meeting.
    fn comma(&self) -> &'static str;
    /// "Adopted by consensus on 15 October 2022"; empty where nothing is known.
    fn end(&self, end: End) -> String;
    /// How many paragraphs there are; empty where neither count is known.
    fn paragraphs(&self, preambular: Option<u32>, operative: Option<u32>) -> String;
    /// How many delegations there are, with a reservation, and with something else.
    fn delegations(&self, all: usize, reservations: usize, other: usize) -> String;
    /// In place of a kind where only some kinds are asked for and there is none of them: "no position of that kind
    /// recorded".
    fn no_such_position(&self) -> &'static str;
    /// The same as a sentence, of delegations where they are named.
    fn no_such_position_of(&self, names: &str) -> String;
    /// "no position recorded"
    fn no_position(&self) -> &'static str;
    /// "3 on the entire resolution"
    fn on_entire(&self, count: usize) -> String;
    /// That a delegation, or several, have no position recorded; a sentence.
    fn no_position_of(&self, names: &str) -> String;
    /// That a search found nothing; a sentence.
    fn nothing_found(&self, words: &str) -> String;
    /// That two records do not differ; a sentence.
    fn no_change(&self) -> &'static str;
    /// That a corpus is empty; a sentence.
    fn no_resolution(&self) -> &'static str;
    /// A heading and its value, where a column is the same throughout.
    fn pair(&self, heading: &str, value: &str) -> String;
    /// That columns were left out for want of room; a sentence.
    fn left_out(&self, headings: &str) -> String;
    /// What the marks in the cells of a matrix mean: the kinds in use with their marks.
    fn legend(&self, marks: &[(&str, &str)]) -> String;
    /// A word or a sentence of a page or a citation.
    fn caption(&self, caption: Caption) -> &'static str;
}

/// The words of a language, else the English ones.
pub fn words(language: &Language) -> &'static dyn Words {
    match language.primary() {
        "ar" => &ar::Arabic,
        "es" => &es::Spanish,
        "fr" => &fr::French,
        "ru" => &ru::Russian,
        "zh" => &zh::Chinese,
        _ => &en::English,
    }
}

/// The languages that the interface has words for.
pub const INTERFACE: &[&str] = &["en", "ar", "es", "fr", "ru", "zh"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_normalized() {
        assert_eq!("ZH-hant".parse::<Language>().unwrap().as_str(), "zh-Hant");
        assert!("".parse::<Language>().is_err() && "e n".parse::<Language>().is_err());
    }

    #[test]
    fn marks_of_kinds_differ_in_every_language() {
        for tag in INTERFACE {
            let words = words(&tag.parse().unwrap());
            let marks: std::collections::BTreeSet<_> =
                Kind::ALL.iter().map(|kind| words.kind_mark(*kind)).collect();
            let kinds: std::collections::BTreeSet<_> =
                Kind::ALL.iter().map(|kind| words.kind(*kind)).collect();
            assert_eq!((marks.len(), kinds.len()), (Kind::ALL.len(), Kind::ALL.len()), "{tag}");
        }
    }

    #[test]
    fn days_and_counts_are_said_as_each_language_does() {
        let day = NaiveDate::from_ymd_opt(2022, 10, 1).unwrap();
        let told = |tag: &str| {
            let words = words(&tag.parse().unwrap());
            let list = words.list(&["Perú".into(), "Irlanda".into()]);
            format!("{} | {} | {list}", words.date(day), words.paragraphs(Some(24), Some(1)))
        };
        assert_eq!(
            told("fr"),
            "1er octobre 2022 | 24 alinéas du préambule et 1 paragraphe du dispositif | Perú et Irlanda"
        );
        assert_eq!(
            told("es"),
            "1 de octubre de 2022 | 24 párrafos del preámbulo y 1 párrafo de la parte dispositiva | Perú e Irlanda"
        );
        assert_eq!(
            told("ru"),
            "1 октября 2022 года | 24 пункта преамбулы и 1 пункт постановляющей части | Perú и Irlanda"
        );
        assert_eq!(told("zh"), "2022年10月1日 | 24个序言段和1个执行段 | Perú和Irlanda");
    }

    #[test]
    fn the_script_decides_the_direction() {
        let right_to_left = |tag: &str| tag.parse::<Language>().unwrap().is_right_to_left();
        assert!(right_to_left("ar") && right_to_left("ar-EG") && right_to_left("az-Arab"));
        assert!(!right_to_left("en") && !right_to_left("ar-Latn"));
    }
}
