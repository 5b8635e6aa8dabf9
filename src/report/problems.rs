//! Faults and warnings as a table, like any answer.

use super::rows::columns;
use crate::language::{Heading, Language, words};
use crate::problem::Problem;
use crate::table::{Cell, Table};

const COLUMNS: &[(&str, Heading, bool, u8)] = &[
    ("code", Heading::Code, true, 0),
    ("severity", Heading::Severity, true, 0),
    ("file", Heading::File, true, 0),
    ("line", Heading::Line, true, 0),
    ("column", Heading::Column, true, 0),
    ("message", Heading::Message, true, 0),
    ("help", Heading::Help, false, 0),
];

/// What is added where a document with pages or paragraphs is spoken of: "page 3, line 12".
const PLACE: (&str, Heading, bool, u8) = ("place", Heading::Place, true, 0);

/// Problems, a row each; `empty` is what people read where there is none.
pub fn problems(problems: &[Problem], empty: String) -> Table {
    // Faults are told in English, whatever the language of the interface.
    let language = Language::english();
    let number = |number: usize| Cell::number(i64::try_from(number).ok());
    let placed = problems.iter().any(|problem| problem.found_at().is_some());
    let row = |problem: &Problem| {
        let (line, column) = problem.place();
        let mut row = vec![
            Cell::text(problem.code.name),
            Cell::text(problem.code.severity.as_str()),
            Cell::text(problem.file()),
            number(line),
            number(column),
            Cell::text(problem.message.as_str()),
            Cell::maybe(Some(problem.help.as_str()).filter(|help| !help.is_empty())),
        ];
        if placed {
            row.push(Cell::maybe(problem.found_at()));
        }
        row
    };
    let mut listed = COLUMNS.to_vec();
    listed.extend(placed.then_some(PLACE));
    Table {
        columns: columns(words(&language), &listed),
        language,
        head: Vec::new(),
        rows: problems.iter().map(row).collect(),
        empty,
        foot: Vec::new(),
    }
}
