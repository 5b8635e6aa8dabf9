//! What an import into a folder made of each document, as a table.

use super::facts::{Fact, Look, cells, columns, fact, views};
use crate::language::{Answer, Heading, Language, words};
use crate::table::{Cell, Presence, Table};

/// What was made of one text of a document, or of a document without any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// The document's file.
    pub file: String,
    /// Its format; none where it could not be opened.
    pub format: Option<&'static str>,
    /// The language of the text.
    pub language: Option<String>,
    /// The id of the resolution that it is a version of.
    pub resolution: Option<String>,
    /// What became of it.
    pub outcome: Outcome,
    /// How many errors there are in the document.
    pub errors: usize,
    /// How many warnings.
    pub warnings: usize,
    /// Why it was refused.
    pub message: Option<String>,
}

/// What became of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// A record was made of it, or it is one of those that a new record was made of.
    Added,
    /// A record that was there was completed with it.
    Completed,
    /// The record that was there says all that it says.
    Unchanged,
    /// It gave nothing: no resolution, or one that was there already.
    Nothing,
    /// It could not be read, or not be put into the record that is there.
    Refused,
}

impl Outcome {
    /// The word that programs read.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Completed => "completed",
            Self::Unchanged => "unchanged",
            Self::Nothing => "nothing",
            Self::Refused => "refused",
        }
    }
}

const FACTS: &[Fact<Import>] = &[
    fact("file", Heading::File, |row, _| Cell::text(row.file.as_str())),
    fact("format", Heading::Format, |row, _| Cell::maybe(row.format)),
    fact("language", Heading::Language, |row, _| Cell::maybe(row.language.as_deref())),
    fact("resolution", Heading::Resolution, |row, _| Cell::maybe(row.resolution.as_deref())),
    fact("outcome", Heading::Outcome, |row, _| Cell::text(row.outcome.as_str())),
    fact("errors", Heading::Errors, |row, _| Cell::count(row.errors)),
    fact("warnings", Heading::Warnings, |row, _| Cell::count(row.warnings)),
    fact("message", Heading::Message, |row, _| Cell::maybe(row.message.as_deref())),
];

const VIEWS: &[Look] = &[
    Look::of(Heading::File, &["file"], Presence::Always),
    Look::of(Heading::Language, &["language"], Presence::Always),
    Look::of(Heading::Resolution, &["resolution"], Presence::Always),
    Look::of(Heading::Outcome, &["outcome"], Presence::Always),
    Look::of(Heading::Errors, &["errors"], Presence::Always),
    Look::of(Heading::Warnings, &["warnings"], Presence::Always),
    Look::of(Heading::Message, &["message"], Presence::Qualifying),
];

/// What became of each document, a row for each text in it, and the counts below.
pub fn imported(rows: &[Import], records: usize) -> Table {
    // What is told of documents is told in English, as faults are.
    let language = Language::english();
    let words = words(&language);
    let mut files: Vec<&str> = rows.iter().map(|row| row.file.as_str()).collect();
    files.dedup();
    let count = |outcome: Outcome| rows.iter().filter(|row| row.outcome == outcome).count();
    let outcomes =
        [Outcome::Added, Outcome::Completed, Outcome::Unchanged, Outcome::Nothing, Outcome::Refused];
    let told: Vec<String> = outcomes
        .into_iter()
        .filter(|outcome| count(*outcome) > 0)
        .map(|outcome| format!("{} {}", count(outcome), outcome.as_str()))
        .collect();
    let plural = |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
    let foot = format!(
        "{}, {}; texts: {}",
        plural(files.len(), "document"),
        plural(records, "record"),
        told.join(", ")
    );
    Table {
        caption: words.answer(Answer::Imports).to_owned(),
        head: Vec::new(),
        columns: columns(FACTS, words),
        rows: rows.iter().map(|row| cells(FACTS, row, &language)).collect(),
        views: views(VIEWS, words),
        empty: "No document found.".to_owned(),
        sources: Vec::new(),
        foot: vec![foot],
        language,
    }
}
