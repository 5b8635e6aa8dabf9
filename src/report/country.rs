//! `country`: what each delegation put on record.

use std::collections::BTreeSet;

use super::rows::{self, Row, target_order};
use super::{Filter, resolutions};
use crate::language::{Answer, words};
use crate::model::{Delegation, Register};
use crate::table::Table;

pub(super) fn table(register: &Register, filter: &Filter, delegations: &[Delegation]) -> Table {
    let asked = |row: &Row<'_>| {
        let own = row.delegation.is_some_and(|code| delegations.contains(code));
        delegations.is_empty() || own || row.on_behalf_of().iter().any(|code| delegations.contains(code))
    };
    let mut found: Vec<Row<'_>> = filter
        .resolutions(register)
        .flat_map(|resolution| rows::rows(resolution, filter))
        .filter(asked)
        .collect();
    found.sort_by(|a, b| {
        let key = |row: &Row<'_>| (row.delegation.cloned(), row.date(), row.resolution.id.clone());
        key(a).cmp(&key(b)).then_with(|| target_order(a, b))
    });
    let words = words(&filter.language);
    let name = |code: &Delegation| rows::name(register, filter, code);
    let silent = |code: &&Delegation| {
        !found.iter().any(|row| row.delegation == Some(code) || row.on_behalf_of().contains(code))
    };
    let silent: Vec<String> = delegations.iter().filter(silent).map(name).collect();
    let empty = filter.no_position_of(&words.list(&silent));
    let mut table = rows::table(filter, Answer::Country, rows::BY_DELEGATION, &found);
    table.head = rows::head(register, filter);
    table.empty.clone_from(&empty);
    if !found.is_empty() && !silent.is_empty() {
        table.foot.push(empty);
    }
    table
}

/// The bare command: the resolutions in a few lines, the table, and the counts.
pub(super) fn overview(register: &Register, filter: &Filter) -> Table {
    let mut table = table(register, filter, &[]);
    let words = words(&filter.language);
    let mut all = filter.resolutions(register);
    if let (Some(only), None) = (all.next(), all.next()) {
        let paragraphs = words.paragraphs(only.preambular, only.operative);
        table.head.extend(Some(paragraphs).filter(|line| !line.is_empty()));
    }
    let tallies = filter.resolutions(register).map(|resolution| resolutions::tally(resolution, filter));
    let (mut every, mut reserved, mut other) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for tally in tallies {
        every.extend(tally.all);
        reserved.extend(tally.reservations);
        other.extend(tally.other);
    }
    table.foot.push(words.delegations(every.len(), reserved.len(), other.len()));
    table
}
