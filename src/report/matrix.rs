//! `matrix`: delegations against paragraphs.

use std::collections::{BTreeMap, BTreeSet};

use super::Filter;
use super::rows::{self, Row, columns, rows};
use crate::language::{Heading, words};
use crate::model::{Delegation, Kind, Label, PartId, Reach, Register, ResolutionId};
use crate::table::{Cell, Column, Table};

const FIRST: &[(&str, Heading, bool, u8)] = &[
    ("resolution", Heading::Resolution, false, 0),
    ("delegation", Heading::Delegation, true, 0),
    ("name", Heading::Name, false, 0),
];

/// What a column of the matrix is about.
#[derive(Clone, PartialEq)]
pub(super) enum Target {
    Label(Label),
    Entire,
    Unknown,
}

impl Target {
    /// Whether a row stands in the column.
    pub fn holds(&self, row: &Row<'_>) -> bool {
        match self {
            Self::Label(label) => row.paragraph.as_ref() == Some(label),
            Self::Entire => row.paragraph.is_none() && row.reach == Some(Reach::Entire),
            Self::Unknown => row.paragraph.is_none() && row.reach == Some(Reach::Unknown),
        }
    }
}

/// `kind:reach` of each row, joined by `; `; none where there is no row.
pub(super) fn cell<'r>(rows: impl Iterator<Item = &'r Row<'r>>, filter: &Filter) -> Cell {
    let words = words(&filter.language);
    let mut seen = BTreeSet::new();
    let pairs: Vec<(Kind, Reach)> =
        rows.filter_map(|row| Some((row.kind?, row.reach?))).filter(|pair| seen.insert(*pair)).collect();
    if pairs.is_empty() {
        return Cell::absent();
    }
    let value: Vec<String> = pairs.iter().map(|(kind, reach)| format!("{kind}:{reach}")).collect();
    let shown: Vec<String> = pairs.iter().map(|(kind, reach)| mark(words.kind_mark(*kind), *reach)).collect();
    Cell::text(value.join("; ")).shown(shown.join("; "))
}

fn mark(kind: &str, reach: Reach) -> String {
    match reach {
        Reach::Phrase => format!("{kind}*"),
        Reach::Named | Reach::Entire | Reach::Unknown => kind.to_owned(),
    }
}

pub(super) fn table(register: &Register, filter: &Filter) -> Table {
    let words = words(&filter.language);
    let all: Vec<Row<'_>> =
        filter.resolutions(register).flat_map(|resolution| rows(resolution, filter)).collect();
    let targets = targets(&all);
    let mut of: BTreeMap<(&ResolutionId, &Delegation), Vec<&Row<'_>>> = BTreeMap::new();
    for row in &all {
        if let Some(delegation) = row.delegation {
            of.entry((&row.resolution.id, delegation)).or_default().push(row);
        }
    }
    let mut columns = columns(words, FIRST);
    columns.extend(targets.iter().map(|target| column(target, filter)));
    let rows = of.iter().map(|((id, delegation), rows)| {
        let name = rows.first().map(|row| row.resolution.name(&filter.language, delegation));
        let first = [Cell::text(id.as_str()), Cell::text(delegation.as_str()), Cell::maybe(name)];
        first.into_iter().chain(targets.iter().map(|target| of_target(target, rows, filter))).collect()
    });
    let kinds: BTreeSet<Kind> = all.iter().filter_map(|row| row.kind).collect();
    let marks: Vec<_> = kinds.iter().map(|kind| (words.kind_mark(*kind), words.kind(*kind))).collect();
    let mut head = rows::head(register, filter);
    head.extend((!marks.is_empty()).then(|| words.legend(&marks)));
    Table {
        language: filter.language.clone(),
        head,
        columns,
        rows: rows.collect(),
        empty: filter.no_position_of(""),
        foot: Vec::new(),
    }
}

/// A cell; people also see, in a lighter mark, what a position on the entire text implies.
fn of_target(target: &Target, rows: &[&Row<'_>], filter: &Filter) -> Cell {
    let own = cell(rows.iter().copied().filter(|row| target.holds(row)), filter);
    let has = |label: &Label| rows.first().is_some_and(|row| row.resolution.has(label));
    if !matches!(target, Target::Label(label) if has(label)) {
        return own;
    }
    let implied = cell(rows.iter().copied().filter(|row| Target::Entire.holds(row)), filter);
    with_implied(own, &implied.for_people())
}

/// A cell with what is implied beside it, in brackets.
pub(super) fn with_implied(own: Cell, implied: &str) -> Cell {
    match (own.for_people().into_owned(), implied) {
        (_, "") => own,
        (shown, implied) if shown.is_empty() => own.shown(format!("({implied})")).faint(),
        (shown, implied) => own.shown(format!("{shown}; ({implied})")),
    }
}

fn column(target: &Target, filter: &Filter) -> Column {
    let words = words(&filter.language);
    let (key, heading) = match target {
        Target::Label(label) => (label.to_string(), label.to_string()),
        Target::Entire => ("entire".to_owned(), words.heading(Heading::Entire).to_owned()),
        Target::Unknown => ("unknown".to_owned(), words.heading(Heading::Unknown).to_owned()),
    };
    Column { key, heading, stays: true, spare: 0 }
}

/// Every label that a row stands on, in the order of the texts, then the entire text, then what is not known where
/// that is needed. Labels of several resolutions are merged in the natural order, parts as they are first
/// declared.
fn targets(rows: &[Row<'_>]) -> Vec<Target> {
    let mut labels: Vec<(&Row<'_>, &Label)> =
        rows.iter().filter_map(|row| Some((row, row.paragraph.as_ref()?))).collect();
    let one =
        rows.first().is_some_and(|first| rows.iter().all(|row| row.resolution.id == first.resolution.id));
    let mut parts: Vec<&PartId> = Vec::new();
    for part in rows.iter().flat_map(|row| &row.resolution.parts) {
        if !parts.contains(&&part.id) {
            parts.push(&part.id);
        }
    }
    let place = |label: &Label| label.part().map(|part| parts.iter().position(|known| *known == part));
    labels.sort_by(|(row, a), (_, b)| match one {
        true => row.resolution.order(a, b),
        false => place(a).cmp(&place(b)).then_with(|| a.cmp(b)),
    });
    labels.dedup_by(|a, b| a.1 == b.1);
    let mut targets: Vec<Target> =
        labels.into_iter().map(|(_, label)| Target::Label(label.clone())).collect();
    targets.push(Target::Entire);
    if rows.iter().any(|row| Target::Unknown.holds(row)) {
        targets.push(Target::Unknown);
    }
    targets
}
