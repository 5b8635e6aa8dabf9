//! `paragraph`: who put what on record about a paragraph.

use std::collections::BTreeSet;

use super::Filter;
use super::rows::{self, Row, target_order};
use crate::language::{Language, words};
use crate::model::{Label, Reach, Register, Resolution};
use crate::reference::{self, Wanted};
use crate::table::{Cell, Table};

pub(super) fn table(register: &Register, filter: &Filter, references: &[Wanted], all: bool) -> Table {
    let words = words(&filter.language);
    let mut found = Vec::new();
    let mut head = Vec::new();
    for resolution in filter.resolutions(register) {
        let own = rows::rows(resolution, filter);
        let labels = reference::labels(references, resolution);
        if references.is_empty() {
            found.extend(sorted(own.clone()));
            if all {
                found
                    .extend(silent(resolution, &own).into_iter().map(|label| Row::silent(resolution, label)));
                found.sort_by(|a, b| a.resolution.id.cmp(&b.resolution.id).then_with(|| order(a, b)));
            }
        } else {
            head.extend(labels.iter().map(|label| headline(resolution, label, &own, &filter.language)));
            found.extend(sorted(asked(&labels, &own)));
        }
    }
    let mut lines = rows::head(register, filter);
    lines.extend(head);
    let mut table = rows::table(filter, lines, &found, words.no_position_of(""));
    for (cells, row) in table.rows.iter_mut().zip(&found).filter(|(_, row)| row.kind.is_none()) {
        say_silence(cells, row, filter);
    }
    table
}

/// Shows in a row without a position that nothing is recorded, and how many stand on the entire resolution.
fn say_silence(cells: &mut [Cell], row: &Row<'_>, filter: &Filter) {
    let words = words(&filter.language);
    let entire = on_entire(&rows::rows(row.resolution, filter));
    for (cell, (key, ..)) in cells.iter_mut().zip(rows::COLUMNS) {
        match *key {
            "kind" => *cell = Cell::absent().shown(words.no_position()),
            "reach" if entire > 0 => *cell = Cell::absent().shown(words.on_entire(entire)),
            _ => {}
        }
    }
}

/// How many delegations stand on the entire resolution; one that has two positions on it counts once.
fn on_entire(rows: &[Row<'_>]) -> usize {
    let entire = rows.iter().filter(|row| row.reach == Some(Reach::Entire));
    entire.filter_map(|row| row.delegation).collect::<BTreeSet<_>>().len()
}

fn order(a: &Row<'_>, b: &Row<'_>) -> std::cmp::Ordering {
    // Of one delegation under one paragraph: what names it, then what is on the entire text, then what is not known.
    let rank = |row: &Row<'_>| match row.reach {
        Some(Reach::Entire) => 1,
        Some(Reach::Unknown) => 2,
        _ => 0,
    };
    target_order(a, b).then_with(|| a.delegation.cmp(&b.delegation)).then_with(|| rank(a).cmp(&rank(b)))
}

fn sorted(mut rows: Vec<Row<'_>>) -> Vec<Row<'_>> {
    rows.sort_by(order);
    rows
}

/// The rows that reach the labels: on them, on what they contain and what contains them, on the entire text, and on
/// what is not known.
fn asked<'r>(labels: &[Label], own: &[Row<'r>]) -> Vec<Row<'r>> {
    let mut found: Vec<Row<'r>> = Vec::new();
    for label in labels {
        for row in own {
            let row = match &row.paragraph {
                Some(known) if known == label || label.contains(known) || known.contains(label) => {
                    row.clone()
                }
                Some(_) => continue,
                None => row.under(label),
            };
            if !found.iter().any(|other| other.id == row.id && other.paragraph == row.paragraph) {
                found.push(row);
            }
        }
    }
    found
}

/// The labels that no row names, nor what they contain or what contains them.
fn silent(resolution: &Resolution, own: &[Row<'_>]) -> Vec<Label> {
    let mut spoken: Vec<&Label> = own.iter().filter_map(|row| row.paragraph.as_ref()).collect();
    spoken.sort();
    let names = |label: &Label| {
        spoken.binary_search(&label).is_ok()
            || spoken.iter().any(|known| known.contains(label) || label.contains(known))
    };
    resolution.labels().into_iter().filter(|label| !names(label)).collect()
}

/// A paragraph's label, and its text or else its subject; and where nobody named it, that and how many stand on the
/// entire resolution.
fn headline(resolution: &Resolution, label: &Label, own: &[Row<'_>], language: &Language) -> String {
    let words = words(language);
    let text = resolution.text(language, |block| block.paragraphs.get(label).map(String::as_str));
    let subject = || resolution.text(language, |block| block.subjects.get(label).map(String::as_str));
    let about = text.or_else(subject).map(|text| format!(": {text}")).unwrap_or_default();
    let named = own.iter().filter_map(|row| row.paragraph.as_ref());
    let mut named = named.filter(|known| *known == label || known.contains(label) || label.contains(known));
    if named.next().is_some() {
        return format!("{label}{about}");
    }
    let entire = on_entire(own);
    let beside =
        if entire > 0 { format!("{}{}", words.comma(), words.on_entire(entire)) } else { String::new() };
    format!("{label}{about} ({}{beside})", words.no_position())
}
