//! `compare`: what delegations put on record about the same paragraphs, and what only one did.

use super::Filter;
use super::matrix::{Target, cell, with_implied};
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
        empty: filter.no_position_of(""),
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
    targets.extend((!own.is_empty()).then_some(Target::Entire));
    targets.extend(own.iter().any(|row| Target::Unknown.holds(row)).then_some(Target::Unknown));
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
            let cell = cell(own.iter().filter(stands), filter);
            let shown = in_words(own.iter().filter(stands), filter);
            let cell = if shown.is_empty() { cell } else { cell.shown(shown) };
            let implied = |row: &&Row<'_>| row.delegation == Some(code) && Target::Entire.holds(row);
            match target {
                Target::Label(_) => with_implied(cell, &in_words(own.iter().filter(implied), filter)),
                Target::Entire | Target::Unknown => cell,
            }
        };
        let first = [Cell::text(resolution.id.as_str()), label, subject];
        first.into_iter().chain(delegations.iter().map(of)).collect()
    };
    targets.iter().map(line).collect()
}

/// A comparison has few columns: people see kinds and phrases in words.
fn in_words<'r>(rows: impl Iterator<Item = &'r Row<'r>>, filter: &Filter) -> String {
    let words = words(&filter.language);
    let shown = rows.filter_map(|row| {
        let kind = words.kind(row.kind?);
        let phrase =
            row.phrase(&filter.language).map(|phrase| format!(" (\"{phrase}\")")).unwrap_or_default();
        Some(format!("{kind}{phrase}"))
    });
    shown.collect::<Vec<_>>().join("; ")
}
