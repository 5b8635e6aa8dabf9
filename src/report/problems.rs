//! Faults and warnings as a table, like any answer.

use super::facts::{Fact, Look, cells, columns, fact, views};
use crate::language::{Answer, Heading, Language, words};
use crate::problem::Problem;
use crate::table::{Cell, Presence, Table};

const FACTS: &[Fact<Problem>] = &[
    fact("code", Heading::Code, |problem, _| Cell::text(problem.code.name)),
    fact("severity", Heading::Severity, |problem, _| Cell::text(problem.code.severity.as_str())),
    fact("file", Heading::File, |problem, _| Cell::text(problem.file())),
    fact("line", Heading::Line, |problem, _| Cell::count(problem.place().0)),
    fact("column", Heading::Column, |problem, _| Cell::count(problem.place().1)),
    fact("message", Heading::Message, |problem, _| Cell::text(problem.message.as_str())),
    fact("help", Heading::Help, |problem, _| {
        Cell::maybe(Some(problem.help.as_str()).filter(|help| !help.is_empty()))
    }),
];

const VIEWS: &[Look] = &[
    Look::of(Heading::Code, &["code"], Presence::Always),
    Look::of(Heading::Severity, &["severity"], Presence::Always),
    Look::of(Heading::File, &["file"], Presence::Always),
    Look::of(Heading::Line, &["line"], Presence::Always),
    Look::of(Heading::Column, &["column"], Presence::Always),
    Look::of(Heading::Message, &["message"], Presence::Always),
    Look::of(Heading::Help, &["help"], Presence::Qualifying),
];

/// What is added where a document with pages or paragraphs is spoken of: "page 3, line 12".
const PLACED: &[Fact<Problem>] =
    &[fact("place", Heading::Place, |problem, _| Cell::maybe(problem.found_at()))];

const PLACED_VIEWS: &[Look] = &[Look::of(Heading::Place, &["place"], Presence::Always)];

/// Problems, a row each; `empty` is what people read where there is none.
pub fn problems(problems: &[Problem], empty: String) -> Table {
    // Faults are told in English, whatever the language of the interface.
    let language = Language::english();
    let words = words(&language);
    let placed = problems.iter().any(|problem| problem.found_at().is_some());
    let (also, also_seen) = if placed { (PLACED, PLACED_VIEWS) } else { (&[][..], &[][..]) };
    let both = |problem| [cells(FACTS, problem, &language), cells(also, problem, &language)].concat();
    Table {
        caption: words.answer(Answer::Problems).to_owned(),
        head: Vec::new(),
        columns: [columns(FACTS, words), columns(also, words)].concat(),
        rows: problems.iter().map(both).collect(),
        views: [views(VIEWS, words), views(also_seen, words)].concat(),
        empty,
        sources: Vec::new(),
        foot: Vec::new(),
        language,
    }
}
