//! `compare`: what delegations put on record about the same paragraphs, and what only one did.

use super::Filter;
use super::matrix::{Target, cell};
use super::rows::{self, Row, columns, rows};
use crate::language::{Heading, words};
use crate::model::{Delegation, Label, Register, Resolution};
use crate::table::{Cell, Column, Table};

const FIRST: &[(&str, Heading, bool, u8)] = &[
    ("resolution", Heading::Resolution, false, 0),
    ("paragraph", Heading::Paragraph, true, 0),
    ("subject", Heading::Subject, false, 0),
];

pub(super) fn table(register: &Register, filter: &Filter, delegations: &[Delegation]) -> Table {
    let words = words(&filter.language);
    let mut columns = columns(words, FIRST);
    let resolutions: Vec<&Resolution> = filter.resolutions(register).collect();
    columns.extend(delegations.iter().map(|code| Column {
        key: code.to_string(),
        heading: rows::name(register, filter, code),
        stays: true,
        spare: 0,
    }));
    let rows =
        resolutions.iter().flat_map(|resolution| of_resolution(resolution, filter, delegations)).collect();
    Table {
        language: filter.language.clone(),
        head: rows::head(register, filter),
        columns,
        rows,
        empty: words.no_position_of(""),
        foot: Vec::new(),
    }
}

fn of_resolution(resolution: &Resolution, filter: &Filter, delegations: &[Delegation]) -> Vec<Vec<Cell>> {
    let words = words(&filter.language);
    let asked = |row: &Row<'_>| row.delegation.is_some_and(|code| delegations.contains(code));
    let own: Vec<Row<'_>> = rows(resolution, filter).into_iter().filter(asked).collect();
    let mut labels: Vec<Label> = own.iter().filter_map(|row| row.paragraph.clone()).collect();
    labels.sort_by(|a, b| resolution.order(a, b));
    labels.dedup();
    let mut targets: Vec<Target> = labels.into_iter().map(Target::Label).collect();
    let whole = [Target::Entire, Target::Unknown];
    targets.extend(whole.into_iter().filter(|target| own.iter().any(|row| target.holds(row))));
    let line = |target: &Target| {
        let (label, subject) = match target {
            Target::Label(label) => {
                let subject =
                    resolution.text(&filter.language, |block| block.subjects.get(label).map(String::as_str));
                (Cell::text(label.to_string()), Cell::maybe(subject))
            }
            Target::Entire => (Cell::text("entire").shown(words.heading(Heading::Entire)), Cell::absent()),
            Target::Unknown => (Cell::text("unknown").shown(words.heading(Heading::Unknown)), Cell::absent()),
        };
        let of = |code: &Delegation| {
            let stands = |row: &&Row<'_>| row.delegation == Some(code) && target.holds(row);
            in_words(cell(own.iter().filter(stands), filter), own.iter().filter(stands), filter)
        };
        let first = [Cell::text(resolution.id.as_str()), label, subject];
        first.into_iter().chain(delegations.iter().map(of)).collect()
    };
    targets.iter().map(line).collect()
}

/// A comparison has few columns: people see kinds and phrases in words.
fn in_words<'r>(cell: Cell, rows: impl Iterator<Item = &'r Row<'r>>, filter: &Filter) -> Cell {
    let words = words(&filter.language);
    let shown = rows.filter_map(|row| {
        let kind = words.kind(row.kind?);
        let phrase =
            row.phrase(&filter.language).map(|phrase| format!(" (\"{phrase}\")")).unwrap_or_default();
        Some(format!("{kind}{phrase}"))
    });
    let shown = shown.collect::<Vec<_>>().join("; ");
    if shown.is_empty() { cell } else { cell.shown(shown) }
}
