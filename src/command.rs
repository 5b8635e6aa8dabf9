//! The commands, one file each: what it reads, which room it calls, where the answer goes.
//!
//! To add a command: one file here, one variant and one arm in this file, one row in `offer`.

mod add;
mod asked;
mod check;
mod cite;
mod compare;
mod complete;
mod completions;
mod country;
mod dataset;
mod diff;
mod edits;
mod examples;
mod failure;
mod footnote;
mod format;
mod global;
mod import;
mod input;
mod man;
mod matrix;
mod names;
mod new;
mod offer;
mod output;
mod overview;
mod page;
mod paragraph;
mod register;
mod resolutions;
mod schema;
mod search;
mod targets;
mod verify;
mod withdraw;

use std::process::ExitCode;

use clap::builder::PossibleValuesParser;
use clap::{ArgMatches, CommandFactory, FromArgMatches, Parser, Subcommand};

use asked::Asked;
use failure::{Done, Failure, finish};
use global::Global;

/// A byte order mark, which a file that has one keeps.
const BOM: &[u8] = b"\xef\xbb\xbf";

/// What delegations put on record about resolutions: who reserved on which paragraph, and what that paragraph says.
///
/// Without a command: the resolution in a few lines, what each delegation put on record, and the counts.
#[derive(Parser)]
#[command(name = "reservations", version, max_term_width = 80)]
struct Prompt {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    global: Global,
}

#[derive(Subcommand)]
enum Command {
    /// What each delegation put on record; all of them without a name
    Country(country::Arguments),
    /// Who put what on record about a paragraph; every named paragraph without a reference
    Paragraph(paragraph::Arguments),
    /// Delegations against paragraphs
    Matrix(matrix::Arguments),
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
    /// How to cite a position: text, csl or bibtex
    Cite(cite::Arguments),
    /// One self-contained web page; of many resolutions a folder of them, with -o DIR
    Page,
    /// Everything as tables with a descriptor (CSV, Data Package), and as web annotations
    Dataset(dataset::Arguments),
    /// A JSON Schema of the record, for editors
    Schema,
    /// The script by which bash, zsh or fish completes, from the record in use
    Completions(completions::Arguments),
    /// The manual: the page of the program or of a command
    Man(man::Arguments),
}

impl Command {
    fn run(&self, asked: &Asked) -> Done {
        match self {
            Self::Country(own) => own.run(asked),
            Self::Paragraph(own) => own.run(asked),
            Self::Matrix(own) => own.run(asked),
            Self::Compare(own) => own.run(asked),
            Self::Resolutions => resolutions::run(asked),
            Self::Search(own) => own.run(asked),
            Self::Check(own) => own.run(asked),
            Self::New(own) => own.run(asked),
            Self::Add(own) => own.run(asked),
            Self::Withdraw(own) => own.run(asked),
            Self::Diff(own) => own.run(asked),
            Self::Import(own) => own.run(asked),
            Self::Verify(own) => own.run(asked),
            Self::Footnote => footnote::run(asked),
            Self::Cite(own) => own.run(asked),
            Self::Page => page::run(asked),
            Self::Dataset(own) => own.run(asked),
            Self::Schema => schema::run(asked),
            Self::Completions(own) => own.run(asked),
            Self::Man(own) => own.run(asked),
        }
    }
}

/// The whole prompt: every command with its options, of which help, completions and the manual are made.
pub(crate) fn prompt() -> clap::Command {
    let every = PossibleValuesParser::new(offer::words());
    offer::shape(Prompt::command()).mut_arg("format", |option| option.value_parser(every))
}

/// Makes a file that may not grow further an error of the write, which says what is left of the file: the signal for it
/// would end the program in the middle. Where that cannot be, the signal stays what it is.
pub(crate) fn keep_running() {
    #[cfg(unix)]
    let _ = signal_hook::flag::register(rustix::process::Signal::XFSZ.as_raw(), std::sync::Arc::default());
}

/// Answers a shell that completes a line, where one asks.
pub(crate) fn complete() {
    clap_complete::CompleteEnv::with_factory(prompt).var(completions::VARIABLE).complete();
}

/// Runs what the matches ask for, and says what kept it from answering.
pub(crate) fn run(prompt: &mut clap::Command, mut matches: ArgMatches) -> ExitCode {
    let word = matches.subcommand_name().unwrap_or_default().to_owned();
    let offer = offer::of(&word);
    let refused = prompt.find_subcommand(&word).map_or(Ok(()), |own| offer.refuse(&matches, own));
    let typed = Prompt::from_arg_matches_mut(&mut matches);
    let Prompt { command, global } = typed.unwrap_or_else(|error| error.format(prompt).exit());
    let color = global.color;
    let done = refused.and_then(|()| Asked::new(offer, global)).and_then(|asked| match command {
        Some(command) => command.run(&asked),
        None => overview::run(&asked),
    });
    finish(color, done)
}
