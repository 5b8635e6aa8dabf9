//! A sentence, and what it puts on record: who, which act, on what.
//!
//! ```text
//! text --words--> terms --sentence--> sentences --tally, list, subject--> votes, outcomes, doubts
//! ```
//!
//! Rules know signs and facts of a language, never its words. What cannot be read whole is a [`Doubt`] and gives nothing:
//! a number, a list or a name that stands where it may change a vote is never passed over.

mod item;
mod list;
mod subject;
mod tally;
mod vote;

use std::ops::Range;

use crate::model::{Delegation, Label};

pub use vote::{Outcome, ReadVotes, Vote, votes};

/// A delegation as a sentence mentions it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Who is meant.
    pub delegation: Delegation,
    /// The name as printed, without an article.
    pub name: String,
    /// Where it stands, in bytes of the text that was read.
    pub span: Range<usize>,
}

/// What could not be understood, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// What kind of doubt it is.
    pub about: About,
    /// Where, in bytes of the text that was read.
    pub span: Range<usize>,
    /// The words in doubt, as they stand.
    pub words: String,
}

/// What a doubt is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// A name in a list that is no delegation's, or several delegations'.
    Name,
    /// A vote whose counts or sides are not clear.
    Counts,
    /// A vote on an amendment, a motion or a deletion, which is no vote on the text.
    Proposal,
    /// A vote on paragraphs that are not told.
    Subject,
    /// What somebody meant to vote, told afterwards.
    Correction,
    /// Counts that contradict the outcome.
    Contradiction,
    /// Delegations that a sentence names, of which it is not clear how they voted.
    Voter,
}

/// The three sides of a vote, in the order of all lists of three.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// In favour.
    InFavour,
    /// Against.
    Against,
    /// Abstaining.
    Abstaining,
}

impl Side {
    /// Its place in lists of three.
    #[must_use]
    pub fn place(self) -> usize {
        self as usize
    }
}

/// What is put to a vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum On {
    /// The whole text.
    Text,
    /// Paragraphs of it.
    Paragraphs(Vec<Label>),
}
