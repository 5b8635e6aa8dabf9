//! `resolutions`: the corpus, a line each, with counts.

use std::collections::BTreeSet;

use super::Filter;
use super::rows::{columns, rows};
use crate::language::{Heading, words};
use crate::model::{Delegation, Kind, Outcome, Register, Resolution};
use crate::table::{Cell, Table};

const COLUMNS: &[(&str, Heading, bool, u8)] = &[
    ("resolution", Heading::Resolution, true, 0),
    ("symbol", Heading::Symbol, false, 0),
    ("title", Heading::Title, false, 0),
    ("body", Heading::Body, false, 0),
    ("adopted", Heading::Adopted, false, 0),
    ("by", Heading::By, false, 0),
    ("preambular", Heading::Preambular, false, 1),
    ("operative", Heading::Operative, false, 1),
    ("delegations", Heading::Delegations, true, 0),
    ("reservations", Heading::Reservations, true, 0),
    ("other", Heading::Other, true, 0),
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
    Table {
        language: filter.language.clone(),
        head: Vec::new(),
        columns: columns(words, COLUMNS),
        rows: filter.resolutions(register).map(|resolution| cells(resolution, filter)).collect(),
        empty: words.no_resolution().into(),
        foot: Vec::new(),
    }
}

fn cells(resolution: &Resolution, filter: &Filter) -> Vec<Cell> {
    let words = words(&filter.language);
    let tally = tally(resolution, filter);
    let number = |count: usize| Cell::number(i64::try_from(count).ok());
    let adopted = match resolution.outcome {
        Some(Outcome::Adopted(date)) => Cell::text(date.to_string()),
        Some(Outcome::Rejected(_)) | None => Cell::absent(),
    };
    vec![
        Cell::text(resolution.id.as_str()),
        Cell::maybe(resolution.symbol.as_deref()),
        Cell::maybe(resolution.text(&filter.language, |block| block.title.as_deref())),
        Cell::maybe(resolution.text(&filter.language, |block| block.body.as_deref())),
        adopted,
        resolution.by.map_or_else(Cell::absent, |way| Cell::text(way.as_str()).shown(words.way(way))),
        Cell::number(resolution.preambular.map(i64::from)),
        Cell::number(resolution.operative.map(i64::from)),
        number(tally.all.len()),
        number(tally.reservations.len()),
        number(tally.other.len()),
    ]
}
