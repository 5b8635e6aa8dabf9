//! What a door makes of a document, whatever its format, and what the one reader behind all doors takes.

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

/// A paragraph, heading or list item of a document: whole, without line ends, page furniture and emphasis marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub role: Role,
    /// What it begins with, in print or by its format's own numbering.
    pub lead: Lead,
    /// The text behind the lead: NFC, single blanks, nothing invisible. Marks of notes still stand in it.
    pub text: Mapped,
    /// Where the block begins in the document, with its lead.
    pub place: usize,
    /// Whether it is set apart from the block before it: by a blank line, or as formats do.
    pub apart: bool,
    /// Whether the heading of another language version begins with it, as far as its door can tell.
    pub border: bool,
}
