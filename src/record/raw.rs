//! The shapes of a record, as the file has them.

use std::ops::Range;

use chrono::NaiveDate;

/// A value and where it stands, in bytes of the file's text. What a program made stands at `0..0`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Range<usize>,
}

impl<T> Placed<T> {
    /// A value at a place.
    pub fn new(value: T, span: Range<usize>) -> Self {
        Self { value, span }
    }
}

impl<T> From<T> for Placed<T> {
    fn from(value: T) -> Self {
        Self { value, span: 0..0 }
    }
}

impl From<&str> for Placed<String> {
    fn from(value: &str) -> Self {
        Self { value: value.into(), span: 0..0 }
    }
}

/// A day of the calendar.
pub type Date = NaiveDate;

/// The same text in several languages: tags and texts, in the file's order.
pub type RawTexts = Vec<(Placed<String>, Placed<String>)>;

/// A record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawRecord {
    /// The number of the format.
    pub format: Option<Placed<i64>>,
    /// What the record is about.
    pub resolution: Option<RawResolution>,
    /// Where the facts come from.
    pub sources: Vec<RawSource>,
    /// Units besides PP and OP, with the word for each.
    pub units: RawTexts,
    /// Parts in which the numbering starts again.
    pub parts: Vec<RawPart>,
    /// One block a language.
    pub languages: Vec<RawLanguage>,
    /// What delegations put on record.
    pub positions: Vec<RawPosition>,
    /// Votes on the text, or on paragraphs.
    pub votes: Vec<RawVote>,
}

/// `[resolution]`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawResolution {
    /// Where its header stands.
    pub header: Range<usize>,
    /// `id`
    pub id: Option<Placed<String>>,
    /// `symbol`
    pub symbol: Option<Placed<String>>,
    /// `adopted`
    pub adopted: Option<Placed<Date>>,
    /// `rejected`
    pub rejected: Option<Placed<Date>>,
    /// `by`
    pub by: Option<Placed<String>>,
    /// `preambular`
    pub preambular: Option<Placed<i64>>,
    /// `operative`
    pub operative: Option<Placed<i64>>,
}

/// `[[source]]`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawSource {
    /// Where its header stands.
    pub header: Range<usize>,
    /// `id`
    pub id: Option<Placed<String>>,
    /// `title`
    pub title: Option<Placed<String>>,
    /// `languages`
    pub languages: Vec<Placed<String>>,
    /// `sha256`
    pub sha256: Option<Placed<String>>,
    /// `url`
    pub url: Option<Placed<String>>,
    /// `iri`
    pub iri: Option<Placed<String>>,
}

/// `[[part]]`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawPart {
    /// Where its header stands.
    pub header: Range<usize>,
    /// `id`
    pub id: Option<Placed<String>>,
    /// `preambular`
    pub preambular: Option<Placed<i64>>,
    /// `operative`
    pub operative: Option<Placed<i64>>,
}

/// `[language.TAG]` with its sub-tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawLanguage {
    /// The tag.
    pub tag: Placed<String>,
    /// `title`
    pub title: Option<Placed<String>>,
    /// `body`
    pub body: Option<Placed<String>>,
    /// `meeting`
    pub meeting: Option<Placed<String>>,
    /// `place`
    pub place: Option<Placed<String>>,
    /// `delegations`: codes and names.
    pub delegations: RawTexts,
    /// `subjects`: labels and our own few words.
    pub subjects: RawTexts,
    /// `paragraphs`: labels and texts.
    pub paragraphs: RawTexts,
}

impl RawLanguage {
    /// An empty block.
    pub fn new(tag: impl Into<Placed<String>>) -> Self {
        Self {
            tag: tag.into(),
            title: None,
            body: None,
            meeting: None,
            place: None,
            delegations: Vec::new(),
            subjects: Vec::new(),
            paragraphs: Vec::new(),
        }
    }
}

/// `[[position]]`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawPosition {
    /// Where its header stands.
    pub header: Range<usize>,
    /// `delegation`
    pub delegation: Option<Placed<String>>,
    /// `kind`
    pub kind: Option<Placed<String>>,
    /// `on`: labels; the outer place is that of the list.
    pub on: Option<Placed<Vec<Placed<String>>>>,
    /// `scope`
    pub scope: Option<Placed<String>>,
    /// `open`
    pub open: Option<Placed<bool>>,
    /// `phrase`
    pub phrase: RawTexts,
    /// `status`
    pub status: Option<Placed<String>>,
    /// `made`
    pub made: Option<Placed<Date>>,
    /// `withdrawn`
    pub withdrawn: Option<Placed<Date>>,
    /// `on-behalf-of`
    pub on_behalf_of: Vec<Placed<String>>,
    /// `regarding`
    pub regarding: Option<Placed<String>>,
    /// `note`
    pub note: RawTexts,
    /// `source`
    pub source: Option<Placed<String>>,
    /// `locator`
    pub locator: Option<Placed<String>>,
}

/// `[[vote]]`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawVote {
    /// Where its header stands.
    pub header: Range<usize>,
    /// `on`: labels; none for the whole text.
    pub on: Option<Placed<Vec<Placed<String>>>>,
    /// `in-favour`
    pub in_favour: Option<Placed<i64>>,
    /// `against`
    pub against: Option<Placed<i64>>,
    /// `abstaining`
    pub abstaining: Option<Placed<i64>>,
    /// `voted-in-favour`
    pub voted_in_favour: Option<Placed<Vec<Placed<String>>>>,
    /// `voted-against`
    pub voted_against: Option<Placed<Vec<Placed<String>>>>,
    /// `voted-abstaining`
    pub voted_abstaining: Option<Placed<Vec<Placed<String>>>>,
    /// `lists`
    pub lists: Option<Placed<String>>,
    /// `source`
    pub source: Option<Placed<String>>,
    /// `locator`
    pub locator: Option<Placed<String>>,
}
