//! What changed between two registers, as a table.

use super::rows::columns;
use crate::diff::Change;
use crate::language::{Heading, Language, words};
use crate::table::{Cell, Table};

const COLUMNS: &[(&str, Heading, bool, u8)] = &[
    ("change", Heading::Change, true, 0),
    ("id", Heading::Id, true, 0),
    ("field", Heading::Field, false, 0),
    ("old", Heading::Old, false, 0),
    ("new", Heading::New, false, 0),
];

/// Changes, a row each.
pub fn changes(changes: &[Change], language: &Language) -> Table {
    let words = words(language);
    let row = |change: &Change| {
        vec![
            Cell::text(change.change.as_str()),
            Cell::text(change.id.as_str()),
            Cell::maybe(change.field.as_deref()),
            Cell::maybe(change.old.as_deref()),
            Cell::maybe(change.new.as_deref()),
        ]
    };
    Table {
        language: language.clone(),
        head: Vec::new(),
        columns: columns(words, COLUMNS),
        rows: changes.iter().map(row).collect(),
        empty: words.no_change().into(),
        foot: Vec::new(),
    }
}
