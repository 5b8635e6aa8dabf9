//! The commands, one file each: what it reads, which room it calls, where the answer goes.

pub(crate) mod add;
pub(crate) mod check;
pub(crate) mod compare;
pub(crate) mod country;
pub(crate) mod diff;
mod edits;
mod failure;
pub(crate) mod footnote;
mod global;
pub(crate) mod import;
pub(crate) mod matrix;
pub(crate) mod new;
mod output;
pub(crate) mod overview;
pub(crate) mod paragraph;
mod register;
pub(crate) mod resolutions;
pub(crate) mod schema;
pub(crate) mod search;
pub(crate) mod verify;
pub(crate) mod withdraw;

pub(crate) use failure::{Done, Failure, finish};
pub(crate) use global::Global;

/// What is asked.
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// What each delegation put on record; all of them without a name
    Country(country::Arguments),
    /// Who put what on record about a paragraph; every named paragraph without a reference
    Paragraph(paragraph::Arguments),
    /// Delegations against paragraphs
    Matrix,
    /// What delegations put on record about the same paragraphs, and what only one did
    Compare(compare::Arguments),
    /// The corpus, a line each, with counts
    Resolutions,
    /// Paragraphs and positions with the words in title, subject, text, phrase or note
    Search(search::Arguments),
    /// Every fault in the records, with its place
    Check(check::Arguments),
    /// A commented skeleton of a record, without faults
    New(new::Arguments),
    /// Write a position into the file, comments and layout kept
    Add(Box<add::Arguments>),
    /// Write the withdrawal of a position, or of a part of it
    Withdraw(withdraw::Arguments),
    /// What changed between two records or corpora
    Diff(diff::Arguments),
    /// A published document to a record
    Import(import::Arguments),
    /// The record against the published document
    Verify(verify::Arguments),
    /// The note as a secretariat would print it: text or html
    Footnote,
    /// A JSON Schema of the record, for editors
    Schema,
}
