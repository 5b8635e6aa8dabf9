//! `resolutions`: the corpus, a line each, with counts.

use std::collections::BTreeSet;

use super::Filter;
use super::facts::{Fact, Look, cells, columns, fact, views};
use super::rows::rows;
use crate::language::{Answer, Heading, words};
use crate::model::{Delegation, Kind, Outcome, Register, Resolution};
use crate::table::{Cell, Presence, Table};
use crate::vocabulary::Way;

/// A resolution with who has something on record about it.
struct Line<'r> {
    resolution: &'r Resolution,
    tally: Tally<'r>,
}

fn facts<'r>() -> [Fact<Line<'r>>; 11] {
    [
        fact("resolution", Heading::Resolution, |line, _| Cell::text(line.resolution.id.as_str())),
        fact("symbol", Heading::Symbol, |line, _| Cell::maybe(line.resolution.symbol.as_deref())),
        fact("title", Heading::Title, |line, language| {
            Cell::maybe(line.resolution.text(language, |block| block.title.as_deref()))
        }),
        fact("body", Heading::Body, |line, language| {
            Cell::maybe(line.resolution.text(language, |block| block.body.as_deref()))
        }),
        fact("adopted", Heading::Adopted, |line, _| match line.resolution.outcome {
            Some(Outcome::Adopted(date)) => Cell::day(Some(date)),
            Some(Outcome::Rejected(_)) | None => Cell::absent(),
        }),
        fact("by", Heading::By, |line, language| {
            let cell = |way: Way| Cell::text(way.as_str()).shown(words(language).way(way));
            line.resolution.by.map_or_else(Cell::absent, cell)
        }),
        fact("preambular", Heading::Preambular, |line, _| {
            Cell::number(line.resolution.preambular.map(i64::from))
        }),
        fact("operative", Heading::Operative, |line, _| {
            Cell::number(line.resolution.operative.map(i64::from))
        }),
        fact("delegations", Heading::Delegations, |line, _| Cell::count(line.tally.all.len())),
        fact("reservations", Heading::Reservations, |line, _| Cell::count(line.tally.reservations.len())),
        fact("other", Heading::Other, |line, _| Cell::count(line.tally.other.len())),
    ]
}

const VIEWS: &[Look] = &[
    Look::of(Heading::Resolution, &["resolution"], Presence::Always),
    Look::of(Heading::Symbol, &["symbol"], Presence::Varied).spare(1),
    Look::of(Heading::Title, &["title"], Presence::Varied),
    Look::of(Heading::Body, &["body"], Presence::Varied).spare(4),
    Look::of(Heading::Adopted, &["adopted"], Presence::Varied).spare(2),
    Look::of(Heading::By, &["by"], Presence::Varied).spare(3),
    Look::of(Heading::Preambular, &["preambular"], Presence::Varied).spare(6),
    Look::of(Heading::Operative, &["operative"], Presence::Varied).spare(5),
    Look::of(Heading::Delegations, &["delegations"], Presence::Always),
    Look::of(Heading::Reservations, &["reservations"], Presence::Always),
    Look::of(Heading::Other, &["other"], Presence::Always),
];

/// Who has something on record about a resolution.
pub(super) struct Tally<'r> {
    /// All.
    pub all: BTreeSet<&'r Delegation>,
    /// Those with a reservation.
    pub reservations: BTreeSet<&'r Delegation>,
    /// Those with anything else.
    pub other: BTreeSet<&'r Delegation>,
}

pub(super) fn tally<'r>(resolution: &'r Resolution, filter: &Filter) -> Tally<'r> {
    let rows = rows(resolution, filter);
    let of = |test: &dyn Fn(Kind) -> bool| {
        rows.iter().filter(|row| row.kind.is_some_and(test)).filter_map(|row| row.delegation).collect()
    };
    Tally {
        all: of(&|_| true),
        reservations: of(&|kind| kind == Kind::Reservation),
        other: of(&|kind| kind != Kind::Reservation),
    }
}

pub(super) fn table(register: &Register, filter: &Filter) -> Table {
    let words = words(&filter.language);
    let line = |resolution| {
        let tally = tally(resolution, filter);
        cells(&facts(), &Line { resolution, tally }, &filter.language)
    };
    Table {
        language: filter.language.clone(),
        caption: words.answer(Answer::Resolutions).to_owned(),
        head: Vec::new(),
        columns: columns(&facts(), words),
        rows: filter.resolutions(register).map(line).collect(),
        views: views(VIEWS, words),
        empty: words.no_resolution().into(),
        sources: Vec::new(),
        foot: Vec::new(),
    }
}
