//! What a door makes of a document, whatever its format, and what the one reader behind all doors takes.

use std::ops::Range;

use super::lead::Lead;
use super::mapped::Mapped;

/// What a block is, as far as its format says so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// A paragraph or heading of the text.
    #[default]
    Text,
    /// A paragraph of a note. The mark stands in the lead of its first one.
    Note,
}

/// What part of a resolution a block belongs to, as far as its format says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Class {
    /// The format does not say; the words do.
    #[default]
    Unknown,
    /// A heading, of the document or of a part of it.
    Heading,
    /// The opening formula.
    Formula,
    /// It is marked as a part of the preamble; the words may say otherwise.
    Preamble,
    /// It is marked as a part of what follows the preamble; the words may say otherwise.
    Body,
    /// It stands behind the text: a meeting, a vote.
    After,
    /// It is of another text that is attached.
    Annex,
}

/// The mark of a note in a text, where the format keeps it apart from the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The mark, in the form of [`Lead::Mark`]: that in the lead of its note.
    pub mark: String,
    /// Where it stands in the document.
    pub place: Range<usize>,
}

/// A paragraph, heading or list item of a document: whole, without line ends, page furniture and emphasis marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub role: Role,
    /// What it begins with, in print or by its format's own numbering.
    pub lead: Lead,
    /// The text behind the lead: NFC, single blanks, nothing invisible. Marks of notes stand in it where the format has no notes
    /// of its own.
    pub text: Mapped,
    /// Where the block begins in the document, with its lead. An automatic number stands nowhere: its place is the
    /// paragraph's.
    pub place: usize,
    /// Whether it is set apart from the block before it: by a blank line, or as formats do.
    pub apart: bool,
    /// Whether the heading of another language version begins with it, as far as its door can tell.
    pub border: bool,
    /// What its format says that it is.
    pub class: Class,
    /// The notes that it refers to, where the format has notes of its own; their marks do not stand in the text. Each
    /// note is a block of [`Role::Note`] with the mark in its lead.
    pub references: Vec<Reference>,
    /// Where the cells of a row of a table stand in the text, in which ` | ` parts them; empty for what is no row.
    pub cells: Vec<Range<usize>>,
    /// The BCP 47 tag of its language, where the format says it.
    pub language: Option<String>,
    /// Whether it runs from right to left, where the format says it.
    pub right_to_left: Option<bool>,
}
