//! What a document in Akoma Ntoso says of itself: printed words that are marked, and encoded facts.

use std::ops::Range;

use chrono::NaiveDate;

use crate::import::mapped::Mapped;

/// What is marked in the printed words of one text, and what is encoded beside them.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Which blocks of the document are of this text.
    pub blocks: Range<usize>,
    /// Which blocks are the lines before the texts of a collection that this one is of.
    pub cover: Range<usize>,
    /// The IRI of the work, without its language.
    pub iri: Option<String>,
    /// The language as encoded, in three letters (`eng`) or a BCP 47 tag.
    pub language: Option<String>,
    /// The symbol, printed.
    pub symbol: Option<Mapped>,
    /// The letter of one of several resolutions under one symbol, printed.
    pub letter: Option<Mapped>,
    /// The title, printed.
    pub title: Option<Mapped>,
    /// Other lines that are marked as titles, printed.
    pub headings: Vec<Mapped>,
    /// The body that issued it, printed.
    pub body: Option<Mapped>,
    /// A body below it whose text it is, printed.
    pub subsidiary: Option<Mapped>,
    /// The session, printed.
    pub session: Option<Mapped>,
    /// The meeting, printed.
    pub meeting: Option<Mapped>,
    /// The day of adoption as encoded beside printed words.
    pub marked_day: Option<(NaiveDate, Range<usize>)>,
    /// The day of adoption, or of the vote, as encoded for the work.
    pub work_day: Option<(NaiveDate, Range<usize>)>,
    /// The day of the step by which the text was adopted, or not, as encoded.
    pub step_day: Option<NaiveDate>,
    /// The outcome as encoded: `adopted`, `veto`, `adoptedWithoutVote`, and what is written of it; folded, in order.
    pub outcome: String,
    /// The vote as encoded.
    pub encoded: Encoded,
    /// Numbers of a vote in the printed words, with what is encoded beside them.
    pub quantities: Vec<Quantity>,
}

/// A vote as encoded, in favour, against, abstaining.
#[derive(Clone, Debug, Default)]
pub struct Encoded {
    /// How many.
    pub counts: [Option<u32>; 3],
    /// Who.
    pub lists: [Option<Vec<Name>>; 3],
    /// Where it stands.
    pub place: Range<usize>,
}

impl Encoded {
    /// Whether anything is encoded.
    pub fn is_some(&self) -> bool {
        self.counts.iter().any(Option::is_some) || self.lists.iter().flatten().any(|list| !list.is_empty())
    }
}

/// The name of a delegation, and where it stands.
#[derive(Clone, Debug)]
pub struct Name {
    /// As written.
    pub name: String,
    /// Where.
    pub place: Range<usize>,
}

/// A printed number of a vote, as encoded.
#[derive(Clone, Debug)]
pub struct Quantity {
    /// In favour, against, abstaining: 0, 1, 2.
    pub side: usize,
    /// The number encoded.
    pub value: u32,
    /// Where the printed one stands.
    pub place: Range<usize>,
}
