//! The columns of a report and what people see of them, each once: a key, a heading and the cell that a thing has.

use crate::language::{Heading, Language, Words};
use crate::table::{Cell, Column, Presence, View};

/// A column of a report on things of a kind, by name.
pub(super) struct Fact<T> {
    pub key: &'static str,
    pub heading: Heading,
    /// What a thing has in it, in a language.
    pub cell: fn(&T, &Language) -> Cell,
}

/// A fact.
pub(super) const fn fact<T>(key: &'static str, heading: Heading, cell: fn(&T, &Language) -> Cell) -> Fact<T> {
    Fact { key, heading, cell }
}

/// What people see as one column; see [`View`].
pub(super) struct Look {
    heading: Heading,
    keys: &'static [&'static str],
    presence: Presence,
    grouped_by: &'static [&'static str],
    spare: u8,
}

impl Look {
    /// Facts beside one another under a heading.
    pub const fn of(heading: Heading, keys: &'static [&'static str], presence: Presence) -> Self {
        Self { heading, keys, presence, grouped_by: &[], spare: 0 }
    }

    /// The same, said once for rows below one another that have these facts in common.
    pub const fn grouped_by(self, keys: &'static [&'static str]) -> Self {
        Self { grouped_by: keys, ..self }
    }

    /// The same, left out of a narrow table before those of a lower rank.
    pub const fn spare(self, rank: u8) -> Self {
        Self { spare: rank, ..self }
    }
}

/// The columns that facts make.
pub(super) fn columns<T>(facts: &[Fact<T>], words: &dyn Words) -> Vec<Column> {
    let column =
        |fact: &Fact<T>| Column { key: fact.key.to_owned(), heading: words.heading(fact.heading).to_owned() };
    facts.iter().map(column).collect()
}

/// The cells of a thing.
pub(super) fn cells<T>(facts: &[Fact<T>], thing: &T, language: &Language) -> Vec<Cell> {
    facts.iter().map(|fact| (fact.cell)(thing, language)).collect()
}

/// The views that looks make.
pub(super) fn views(looks: &[Look], words: &dyn Words) -> Vec<View> {
    let owned = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect();
    let view = |look: &Look| View {
        heading: words.heading(look.heading).to_owned(),
        keys: owned(look.keys),
        presence: look.presence,
        grouped_by: owned(look.grouped_by),
        serial: false,
        spare: look.spare,
    };
    looks.iter().map(view).collect()
}
