//! `matrix`: delegations against paragraphs.

use std::collections::{BTreeMap, BTreeSet};

use super::Filter;
use super::facts::{Fact, Look, cells, columns, fact, views};
use super::rows::{self, Row, rows};
use crate::language::{Answer, Heading, Language, words};
use crate::model::{Delegation, Kind, Label, PartId, Reach, Register, Resolution, ResolutionId};
use crate::table::{Cell, Column, Presence, Table, View};

/// Delegations against paragraphs, as a table or a picture shows them.
#[derive(Clone, Debug)]
pub struct Matrix<'r> {
    /// The language of names and words.
    pub language: Language,
    /// What it is about, a line each; nothing where it is several resolutions.
    pub head: Vec<String>,
    /// What the columns are about.
    pub targets: Vec<Target>,
    /// The delegations, in the order of resolutions and codes.
    pub lines: Vec<Line<'r>>,
    /// The kinds in it.
    pub kinds: BTreeSet<Kind>,
}

/// What a delegation has on record about one resolution.
#[derive(Clone, Debug)]
pub struct Line<'r> {
    /// The resolution.
    pub resolution: &'r Resolution,
    /// Whose it is.
    pub delegation: &'r Delegation,
    /// Its name.
    pub name: String,
    own: BTreeMap<Target, Vec<(Kind, Reach)>>,
}

/// What a column of the matrix is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A paragraph.
    Label(Label),
    /// The entire text.
    Entire,
    /// A part that the source does not state.
    Unknown,
}

impl Target {
    /// What a row is about.
    pub(super) fn of(row: &Row<'_>) -> Self {
        match (&row.paragraph, row.reach) {
            (Some(label), _) => Self::Label(label.clone()),
            (None, Some(Reach::Unknown)) => Self::Unknown,
            (None, _) => Self::Entire,
        }
    }
}

impl Line<'_> {
    /// What it has on record about a target, each kind and reach once.
    pub fn on(&self, target: &Target) -> &[(Kind, Reach)] {
        self.own.get(target).map_or(&[], Vec::as_slice)
    }
}

impl<'r> Matrix<'r> {
    /// Of the positions that a filter lets through; of some delegations where any are named.
    pub fn new(register: &'r Register, filter: &Filter, delegations: &[Delegation]) -> Self {
        let asked = |row: &Row<'_>| {
            delegations.is_empty() || row.delegation.is_some_and(|code| delegations.contains(code))
        };
        let mut all: Vec<Row<'r>> = Vec::new();
        for resolution in register.resolutions().filter(|resolution| filter.has(resolution)) {
            all.extend(rows(resolution, filter).into_iter().filter(asked));
        }
        let mut lines: BTreeMap<(&ResolutionId, &Delegation), Line<'r>> = BTreeMap::new();
        for row in &all {
            let (Some(delegation), Some(kind), Some(reach)) = (row.delegation, row.kind, row.reach) else {
                continue;
            };
            let line = lines.entry((&row.resolution.id, delegation)).or_insert_with(|| Line {
                resolution: row.resolution,
                delegation,
                name: row.resolution.name(&filter.language, delegation),
                own: BTreeMap::new(),
            });
            let pairs = line.own.entry(Target::of(row)).or_default();
            if !pairs.contains(&(kind, reach)) {
                pairs.push((kind, reach));
            }
        }
        Self {
            language: filter.language.clone(),
            head: rows::head(register, filter),
            targets: targets(&all),
            lines: lines.into_values().collect(),
            kinds: all.iter().filter_map(|row| row.kind).collect(),
        }
    }

    /// Whether it is about several resolutions.
    pub fn is_of_several(&self) -> bool {
        let first = self.lines.first().map(|line| &line.resolution.id);
        self.lines.last().map(|line| &line.resolution.id) != first
    }

    /// Which of the targets are paragraphs of a resolution, and so reached by a position on its entire text.
    pub fn reached(&self, resolution: &Resolution) -> Vec<bool> {
        let label = |target: &Target| match target {
            Target::Label(label) => Some(label.clone()),
            Target::Entire | Target::Unknown => None,
        };
        let labels: Vec<Label> = self.targets.iter().filter_map(label).collect();
        let mut reached = resolution.has_each(&labels);
        reached.resize(self.targets.len(), false);
        reached
    }

    /// The key and the heading of a target.
    pub fn named(&self, target: &Target) -> (String, String) {
        let words = words(&self.language);
        match target {
            Target::Label(label) => (label.to_string(), label.to_string()),
            Target::Entire => ("entire".to_owned(), words.heading(Heading::Entire).to_owned()),
            Target::Unknown => ("unknown".to_owned(), words.heading(Heading::Unknown).to_owned()),
        }
    }

    /// As a table.
    pub(super) fn table(&self, filter: &Filter) -> Table {
        let words = words(&self.language);
        let mut columns = columns(&facts(), words);
        let mut views = views(VIEWS, words);
        for target in &self.targets {
            let (key, heading) = self.named(target);
            let column = Column { key, heading };
            views.push(View::of(&column, Presence::Always).serial());
            columns.push(column);
        }
        let marks: Vec<_> =
            self.kinds.iter().map(|kind| (words.kind_mark(*kind), words.kind(*kind))).collect();
        let mut head = self.head.clone();
        head.extend((!marks.is_empty()).then(|| words.legend(&marks)));
        Table {
            language: self.language.clone(),
            caption: words.answer(Answer::Matrix).to_owned(),
            head,
            columns,
            rows: self.table_rows(),
            views,
            empty: filter.no_position_of(""),
            sources: Vec::new(),
            foot: Vec::new(),
        }
    }

    fn table_rows(&self) -> Vec<Vec<Cell>> {
        let mut of: Option<(&ResolutionId, Vec<bool>)> = None;
        let row = |line: &Line<'r>| {
            // Lines of one resolution stand together.
            if of.as_ref().is_none_or(|(id, _)| **id != line.resolution.id) {
                of = Some((&line.resolution.id, self.reached(line.resolution)));
            }
            let reached = of.iter().flat_map(|(_, reached)| reached);
            let first = cells(&facts(), line, &self.language);
            let targets = self.targets.iter().zip(reached);
            first
                .into_iter()
                .chain(targets.map(|(target, reached)| self.cell(line, target, *reached)))
                .collect()
        };
        self.lines.iter().map(row).collect()
    }

    /// A cell; people also see, in a lighter mark, what a position on the entire text implies.
    fn cell(&self, line: &Line<'_>, target: &Target, reached: bool) -> Cell {
        let own = cell(line.on(target), &self.language);
        if !reached {
            return own;
        }
        let entire = line.on(&Target::Entire);
        with_implied(own, &cell(entire, &self.language).for_people(), entire.first().map(|(kind, _)| *kind))
    }
}

fn facts<'r>() -> [Fact<Line<'r>>; 3] {
    [
        fact("resolution", Heading::Resolution, |line, _| Cell::text(line.resolution.id.as_str())),
        fact("delegation", Heading::Delegation, |line, _| Cell::text(line.delegation.as_str())),
        fact("name", Heading::Name, |line, _| Cell::text(line.name.as_str())),
    ]
}

const VIEWS: &[Look] = &[
    Look::of(Heading::Resolution, &["resolution"], Presence::Varied),
    Look::of(Heading::Delegation, &["delegation"], Presence::Always),
    Look::of(Heading::Name, &["name"], Presence::Always),
];

/// `kind:reach` of each, joined by `; `; absent where there is none.
pub(super) fn cell(pairs: &[(Kind, Reach)], language: &Language) -> Cell {
    let words = words(language);
    let Some((first, _)) = pairs.first() else { return Cell::absent() };
    let value: Vec<String> = pairs.iter().map(|(kind, reach)| format!("{kind}:{reach}")).collect();
    let shown: Vec<String> = pairs.iter().map(|(kind, reach)| mark(words.kind_mark(*kind), *reach)).collect();
    Cell::text(value.join("; ")).shown(shown.join("; ")).coloured(*first)
}

fn mark(kind: &str, reach: Reach) -> String {
    match reach {
        Reach::Phrase => format!("{kind}*"),
        Reach::Named | Reach::Entire | Reach::Unknown => kind.to_owned(),
    }
}

/// A cell with what is implied beside it, in brackets and in the colour of its kind.
pub(super) fn with_implied(own: Cell, implied: &str, kind: Option<Kind>) -> Cell {
    match (own.for_people().into_owned(), kind) {
        (shown, Some(kind)) if shown.is_empty() => own.shown(format!("({implied})")).coloured(kind).faint(),
        (shown, Some(_)) => own.shown(format!("{shown}; ({implied})")),
        (_, None) => own,
    }
}

/// Every label that a row stands on, in the order of the texts, then the entire text, then what is not known where
/// that is needed. Labels of several resolutions are merged in the natural order, parts as they are first
/// declared.
fn targets(rows: &[Row<'_>]) -> Vec<Target> {
    let labels: BTreeSet<&Label> = rows.iter().filter_map(|row| row.paragraph.as_ref()).collect();
    let mut labels: Vec<&Label> = labels.into_iter().collect();
    let resolutions: BTreeMap<&ResolutionId, &Resolution> =
        rows.iter().map(|row| (&row.resolution.id, row.resolution)).collect();
    if let (1, Some(only)) = (resolutions.len(), resolutions.values().next()) {
        labels.sort_by(|a, b| only.order(a, b));
    } else {
        let mut parts: BTreeMap<&PartId, usize> = BTreeMap::new();
        for part in resolutions.values().flat_map(|resolution| &resolution.parts) {
            let next = parts.len();
            parts.entry(&part.id).or_insert(next);
        }
        let place = |label: &Label| label.part().map(|part| parts.get(part).copied());
        labels.sort_by(|a, b| place(a).cmp(&place(b)).then_with(|| a.cmp(b)));
    }
    let mut targets: Vec<Target> = labels.into_iter().cloned().map(Target::Label).collect();
    targets.push(Target::Entire);
    if rows.iter().any(|row| Target::of(row) == Target::Unknown) {
        targets.push(Target::Unknown);
    }
    targets
}
