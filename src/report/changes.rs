//! What changed between two registers, as a table.

use super::facts::{Fact, Look, cells, columns, fact, views};
use crate::diff::Change;
use crate::language::{Answer, Heading, Language, words};
use crate::table::{Cell, Presence, Table};

const FACTS: &[Fact<Change>] = &[
    fact("change", Heading::Change, |change, _| Cell::text(change.change.as_str())),
    fact("id", Heading::Id, |change, _| Cell::text(change.id.as_str())),
    fact("field", Heading::Field, |change, _| Cell::maybe(change.field.as_deref())),
    fact("old", Heading::Old, |change, _| Cell::maybe(change.old.as_deref())),
    fact("new", Heading::New, |change, _| Cell::maybe(change.new.as_deref())),
];

const VIEWS: &[Look] = &[
    Look::of(Heading::Change, &["change"], Presence::Always),
    Look::of(Heading::Id, &["id"], Presence::Always),
    Look::of(Heading::Field, &["field"], Presence::Qualifying),
    Look::of(Heading::Old, &["old"], Presence::Qualifying),
    Look::of(Heading::New, &["new"], Presence::Qualifying),
];

/// Changes, a row each.
pub fn changes(changes: &[Change], language: &Language) -> Table {
    let words = words(language);
    Table {
        language: language.clone(),
        caption: words.answer(Answer::Changes).to_owned(),
        head: Vec::new(),
        columns: columns(FACTS, words),
        rows: changes.iter().map(|change| cells(FACTS, change, language)).collect(),
        views: views(VIEWS, words),
        empty: words.no_change().into(),
        sources: Vec::new(),
        foot: Vec::new(),
    }
}
