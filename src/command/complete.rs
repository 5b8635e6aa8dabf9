//! Words that a shell completes from the record in use: delegations, paragraphs, ids, languages.
//!
//! A record with a fault completes nothing: the command itself tells of it.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use reservations::corpus::Needle;
use reservations::fold::fold;
use reservations::language::{INTERFACE, Language};
use reservations::model::{Label, Register, Resolution};
use reservations::report::row_columns;
use reservations::table::Column;

use super::{prompt, register};

/// A word and what it stands for.
type Word = (String, Option<String>);

/// Delegations: their codes, and their recorded names once a letter is typed.
pub(crate) fn names() -> ArgValueCompleter {
    completer(|register, typed| {
        let mut words: Vec<Word> = Vec::new();
        for resolution in register.resolutions() {
            for (code, name) in resolution.languages.iter().flat_map(|(_, block)| &block.delegations) {
                words.push((code.to_string(), Some(resolution.name(&Language::english(), code))));
                let spelt = (name.clone(), Some(code.to_string()));
                words.extend(Some(spelt).filter(|_| !typed.is_empty()));
            }
        }
        words
    })
}

/// Labels of the paragraphs, with their subjects.
pub(crate) fn references() -> ArgValueCompleter {
    completer(|register, _| register.resolutions().flat_map(labels).collect())
}

/// Ids of resolutions, with their titles.
pub(crate) fn resolutions() -> ArgValueCompleter {
    completer(|register, _| {
        let title =
            |resolution: &Resolution| resolution.languages.iter().find_map(|(_, block)| block.title.clone());
        register.resolutions().map(|resolution| (resolution.id.to_string(), title(resolution))).collect()
    })
}

/// Ids of sources, with their titles.
pub(crate) fn sources() -> ArgValueCompleter {
    completer(|register, _| {
        let sources = register.resolutions().flat_map(|resolution| &resolution.sources);
        sources.map(|source| (source.id.to_string(), source.title.clone())).collect()
    })
}

/// Languages of the records and of the interface.
pub(crate) fn languages() -> ArgValueCompleter {
    completer(|register, _| {
        let blocks = register.resolutions().flat_map(|resolution| &resolution.languages);
        let recorded = blocks.map(|(language, _)| language.to_string());
        recorded.chain(INTERFACE.iter().map(ToString::to_string)).map(|tag| (tag, None)).collect()
    })
}

/// Keys of the columns that most reports have; several are joined by commas.
pub(crate) fn columns() -> ArgValueCompleter {
    completer(|_, typed| {
        let before = typed.rfind(',').and_then(|at| typed.get(..=at)).unwrap_or_default();
        let heading = |column: &Column| Some(column.heading.clone());
        let columns = row_columns(&Language::english());
        columns.iter().map(|column| (format!("{before}{}", column.key), heading(column))).collect()
    })
}

/// The labels of a resolution in the text's order, each with its subject.
fn labels(resolution: &Resolution) -> Vec<Word> {
    let subject = |label: &Label| resolution.text(&Language::english(), |block| block.subjects.get(label));
    let words = |label: Label| (label.to_string(), subject(&label).cloned());
    resolution.labels().into_iter().map(words).collect()
}

/// Completes with those of the words that begin as what is typed, whatever its case and accents.
fn completer(words: fn(&Register, &str) -> Vec<Word>) -> ArgValueCompleter {
    ArgValueCompleter::new(move |typed: &OsStr| {
        let Some(typed) = typed.to_str().map(unquoted) else { return Vec::new() };
        let Some(register) = record_in_use(std::env::args_os()) else { return Vec::new() };
        let begins = fold(&typed);
        let mut found: Vec<CompletionCandidate> = Vec::new();
        for (word, about) in words(&register, &typed) {
            let known = found.iter().any(|candidate| candidate.get_value() == quoted(&word).as_str());
            if fold(&word).starts_with(&begins) && !known && !word.chars().any(char::is_control) {
                found.push(CompletionCandidate::new(quoted(&word)).help(about.map(Into::into)));
            }
        }
        found
    })
}

/// The register that the words of the line ask, as far as they are typed: the shell hands them on after `--`.
fn record_in_use(words: impl Iterator<Item = OsString>) -> Option<Register> {
    let typed = words.skip_while(|word| word != "--").skip(1).map(|word| match word.to_str() {
        Some(word) => unquoted(word).into(),
        None => word,
    });
    let matches = prompt().ignore_errors(true).try_get_matches_from(typed).ok()?;
    let named = matches.get_one::<PathBuf>("file").cloned();
    let (register, problems) = register::read(super::asked::file(named).as_slice(), &Needle::Any).ok()?;
    problems.iter().all(|problem| !problem.is_error()).then_some(register)
}

/// A word of the line as the shell would hand it to a command: without quotes and strokes, the home folder in full.
fn unquoted(word: &str) -> String {
    let plain: String = word.chars().filter(|c| !matches!(c, '\\' | '"' | '\'')).collect();
    match (plain.strip_prefix("~/"), std::env::var("HOME")) {
        (Some(rest), Ok(home)) => format!("{home}/{rest}"),
        _ => plain,
    }
}

/// A word as it stands in a line of bash, which does not quote what it completes as other shells do.
fn quoted(word: &str) -> String {
    if std::env::var_os("_CLAP_COMPLETE_COMP_TYPE").is_none() {
        return word.to_owned();
    }
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | ',');
    word.chars().flat_map(|c| if plain(c) { vec![c] } else { vec!['\\', c] }).collect()
}
