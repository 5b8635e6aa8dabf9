//! The note under a resolution: who put what on record, as a sentence says it.
//!
//! Reading and printing are two directions of one grammar and stand side by side, one file a language. This file has
//! what the languages share: the statements that a note makes, and the entry to both directions.

use std::ops::Range;

use crate::model::{Delegation, PositionKind, Status, Target};
use crate::problem::Code;

/// A delegation as a note mentions it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Who is meant.
    pub delegation: Delegation,
    /// The name as printed, without an article or emphasis.
    pub name: String,
    /// Where it stands, in bytes of the text that was read.
    pub span: Range<usize>,
}

/// What one clause of a note says of one or more delegations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Who put it on record.
    pub delegations: Vec<Mention>,
    /// What it is.
    pub kind: PositionKind,
    /// What it is on; a phrase stands under the note's language.
    pub target: Target,
    /// What holds it back.
    pub status: Option<Status>,
    /// For whom else the delegations speak.
    pub on_behalf_of: Vec<Mention>,
    /// Of an objection: whose position it is about.
    pub regarding: Option<Mention>,
    /// Where the clause stands, in bytes of the text that was read.
    pub span: Range<usize>,
}

/// What could not be understood, with its place; it gives no statement.
#[derive(Clone, Debug)]
pub struct Doubt {
    /// What kind of doubt it is.
    pub code: &'static Code,
    /// Where, in bytes of the text that was read.
    pub span: Range<usize>,
    /// What is in doubt, naming the words.
    pub message: String,
    /// What to do about it.
    pub help: String,
}
