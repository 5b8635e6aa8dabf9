//! The commands, one file each: what it reads, which room it calls, where the answer goes.

mod add;
mod check;
mod compare;
mod country;
mod diff;
mod edits;
mod failure;
mod footnote;
mod global;
mod import;
mod matrix;
mod new;
mod output;
mod overview;
mod paragraph;
mod register;
mod resolutions;
mod schema;
mod search;
mod verify;
mod withdraw;

use std::ffi::OsStr;

use clap::ArgMatches;

pub(crate) use failure::{Done, Failure, finish};
pub(crate) use global::Global;

/// A byte order mark, which a file that has one keeps.
pub(crate) const BOM: &[u8] = b"\xef\xbb\xbf";

/// A command: its word at the prompt, what it answers, its options, and what it does.
struct Entry {
    word: &'static str,
    about: &'static str,
    options: fn(clap::Command) -> clap::Command,
    run: fn(&Global, &mut ArgMatches) -> Done,
}

/// A command with options of its own.
const fn entry<A: Ask>(word: &'static str, about: &'static str) -> Entry {
    Entry { word, about, options: A::augment_args, run: |global, matches| ask::<A>(global, matches) }
}

/// The options of a command, and what it does with them.
pub(crate) trait Ask: clap::Args {
    /// Answers.
    fn run(&self, global: &Global) -> Done;
}

/// No option but those that every command has.
const fn plain(word: &'static str, about: &'static str, run: fn(&Global, &mut ArgMatches) -> Done) -> Entry {
    Entry { word, about, options: std::convert::identity, run }
}

/// Every command.
const COMMANDS: &[Entry] = &[
    entry::<country::Arguments>("country", "What each delegation put on record; all of them without a name"),
    entry::<paragraph::Arguments>(
        "paragraph",
        "Who put what on record about a paragraph; every named paragraph without a reference",
    ),
    plain("matrix", "Delegations against paragraphs", |global, _| matrix::run(global)),
    entry::<compare::Arguments>(
        "compare",
        "What delegations put on record about the same paragraphs, and what only one did",
    ),
    plain("resolutions", "The corpus, a line each, with counts", |global, _| resolutions::run(global)),
    entry::<search::Arguments>(
        "search",
        "Paragraphs and positions with the words in title, subject, text, phrase or note",
    ),
    entry::<check::Arguments>("check", "Every fault in the records, with its place"),
    entry::<new::Arguments>("new", "A commented skeleton of a record, without faults"),
    entry::<add::Arguments>("add", "Write a position into the file, comments and layout kept"),
    entry::<withdraw::Arguments>("withdraw", "Write the withdrawal of a position, or of a part of it"),
    entry::<diff::Arguments>("diff", "What changed between two records or corpora"),
    entry::<import::Arguments>("import", "A published document to a record"),
    entry::<verify::Arguments>("verify", "The record against the published document"),
    plain("footnote", "The note as a secretariat would print it: text or html", |global, _| {
        footnote::run(global)
    }),
    plain("schema", "A JSON Schema of the record, for editors", |global, _| schema::run(global)),
];

/// Adds the commands to the prompt's.
///
/// Where the first word is a command no other is added, and only the one that is asked for ever learns its options:
/// making all of them takes longer than a look-up.
pub(crate) fn augment(prompt: clap::Command, first: Option<&OsStr>) -> clap::Command {
    let asked = COMMANDS.iter().find(|entry| first.is_some_and(|word| word == entry.word));
    let entries = asked.map_or(COMMANDS, std::slice::from_ref);
    let command = |entry: &Entry| clap::Command::new(entry.word).about(entry.about).defer(entry.options);
    prompt.subcommands(entries.iter().map(command))
}

/// Runs the command that was asked for, or the bare one.
pub(crate) fn run(global: &Global, asked: Option<(String, ArgMatches)>) -> Done {
    let Some((word, mut matches)) = asked else { return overview::run(global) };
    match COMMANDS.iter().find(|entry| entry.word == word) {
        Some(entry) => (entry.run)(global, &mut matches),
        None => Err(Failure::Cannot(format!("no command \"{word}\""))),
    }
}

fn ask<A: Ask>(global: &Global, matches: &mut ArgMatches) -> Done {
    let own = A::from_arg_matches_mut(matches).map_err(|error| Failure::Cannot(error.to_string()))?;
    own.run(global)
}
