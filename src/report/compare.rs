//! `compare`: what delegations put on record about the same paragraphs, and what only one did.

use std::collections::BTreeMap;

use super::Filter;
use super::facts::{Fact, Look, cells, columns, fact, views};
use super::matrix::{Target, cell, with_implied};
use super::rows::{self, Row, rows};
use crate::language::{Answer, Heading, Language, words};
use crate::model::{Delegation, Kind, Reach, Register, Resolution};
use crate::table::{Cell, Column, Presence, Table, View};

/// What a line is about.
struct Item<'r> {
    resolution: &'r Resolution,
    target: Target,
}

fn facts<'r>() -> [Fact<Item<'r>>; 3] {
    [
        fact("resolution", Heading::Resolution, |item, _| Cell::text(item.resolution.id.as_str())),
        fact("paragraph", Heading::Paragraph, |item, language| match &item.target {
            Target::Label(label) => Cell::text(label.to_string()),
            Target::Entire => Cell::text("entire").shown(words(language).heading(Heading::Entire)),
            Target::Unknown => Cell::text("unknown").shown(words(language).heading(Heading::Unknown)),
        }),
        fact("subject", Heading::Subject, |item, language| {
            let Target::Label(label) = &item.target else { return Cell::absent() };
            Cell::maybe(item.resolution.subject(language, label))
        }),
    ]
}

const VIEWS: &[Look] = &[
    Look::of(Heading::Resolution, &["resolution"], Presence::Varied),
    Look::of(Heading::Paragraph, &["paragraph"], Presence::Always),
    Look::of(Heading::Subject, &["subject"], Presence::Varied),
];

pub(super) fn table(register: &Register, filter: &Filter, delegations: &[Delegation]) -> Table {
    let words = words(&filter.language);
    let mut columns = columns(&facts(), words);
    let mut views = views(VIEWS, words);
    for code in delegations {
        let column = Column { key: code.to_string(), heading: rows::name(register, filter, code) };
        views.push(View::of(&column, Presence::Always).serial());
        columns.push(column);
    }
    let lines =
        filter.resolutions(register).flat_map(|resolution| of_resolution(resolution, filter, delegations));
    Table {
        language: filter.language.clone(),
        caption: words.answer(Answer::Compare).to_owned(),
        head: rows::head(register, filter),
        columns,
        rows: lines.collect(),
        views,
        empty: filter.no_position_of(""),
        sources: Vec::new(),
        foot: Vec::new(),
    }
}

fn of_resolution(resolution: &Resolution, filter: &Filter, delegations: &[Delegation]) -> Vec<Vec<Cell>> {
    let own = rows(resolution, filter);
    let mut found: BTreeMap<Target, BTreeMap<&Delegation, Vec<&Row<'_>>>> = BTreeMap::new();
    for row in &own {
        if let Some(code) = row.delegation.filter(|code| delegations.contains(code)) {
            found.entry(Target::of(row)).or_default().entry(code).or_default().push(row);
        }
    }
    let nobody = BTreeMap::new();
    let entire = found.get(&Target::Entire).unwrap_or(&nobody);
    let mut targets: Vec<&Target> = found.keys().collect();
    targets.sort_by(|a, b| match (a, b) {
        (Target::Label(a), Target::Label(b)) => resolution.order(a, b),
        (a, b) => a.cmp(b),
    });
    let line = |target: &Target| {
        let item = Item { resolution, target: target.clone() };
        let of = |code: &Delegation| {
            let rows =
                |by: &BTreeMap<&Delegation, Vec<&Row<'_>>>| by.get(code).map(|rows| said(rows, filter));
            let cell = found.get(target).and_then(rows).unwrap_or_default();
            match (target, rows(entire)) {
                (Target::Label(_), Some(implied)) => with_implied(cell, &implied.for_people(), implied.kind),
                _ => cell,
            }
        };
        let first = cells(&facts(), &item, &filter.language);
        first.into_iter().chain(delegations.iter().map(of)).collect()
    };
    targets.into_iter().map(line).collect()
}

/// A comparison has few columns: people see kinds and phrases in words.
fn said(rows: &[&Row<'_>], filter: &Filter) -> Cell {
    let mut pairs: Vec<(Kind, Reach)> = Vec::new();
    let mut shown: Vec<String> = Vec::new();
    for row in rows {
        let (Some(kind), Some(reach)) = (row.kind, row.reach) else { continue };
        if !pairs.contains(&(kind, reach)) {
            pairs.push((kind, reach));
        }
        let text = in_words(row, kind, &filter.language);
        if !shown.contains(&text) {
            shown.push(text);
        }
    }
    let cell = cell(&pairs, &filter.language);
    if shown.is_empty() { cell } else { cell.shown(shown.join("; ")) }
}

fn in_words(row: &Row<'_>, kind: Kind, language: &Language) -> String {
    let words = words(language);
    let phrase = row.phrase(language).map(|phrase| format!(" {}", words.quoted(phrase)));
    format!("{}{}", words.kind(kind), phrase.unwrap_or_default())
}
