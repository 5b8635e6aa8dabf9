//! The matrix of a page: delegations against paragraphs, a mark in each cell that leads to the position.

use std::collections::BTreeMap;

use super::context::{Context, target_order};
use super::text::Text;
use crate::export::Mark;
use crate::language::Heading;
use crate::model::{Delegation, Reach};
use crate::report::Row;

/// Delegations against paragraphs.
pub(super) struct Matrix {
    /// What the columns are about.
    pub columns: Vec<Column>,
    /// A row for each delegation.
    pub lines: Vec<Line>,
}

/// What a column is about.
pub(super) struct Column {
    /// A label, or the heading of what is on none.
    pub label: Text,
    /// Where that begins on the page.
    pub anchor: String,
    /// Whether it is a paragraph.
    pub is_paragraph: bool,
}

/// A delegation's row.
pub(super) struct Line {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: Text,
    /// Where it begins on the page.
    pub anchor: String,
    /// A cell for each column, or for each that has something.
    pub cells: Vec<Cell>,
}

/// A delegation's marks in a column.
pub(super) struct Cell {
    /// Which column it is.
    column: usize,
    /// Each mark, and the anchor of its position.
    pub marks: Vec<(Mark, String)>,
    /// Those that a position on the entire text implies for the paragraph.
    pub implied: Vec<Mark>,
}

impl Cell {
    fn empty(column: usize) -> Self {
        Self { column, marks: Vec::new(), implied: Vec::new() }
    }
}

/// The most columns that are drawn as a grid; beyond it each delegation has a list of what it has.
const WIDEST: usize = 40;

impl Matrix {
    /// Whether it is drawn as a grid, with a cell for each column in each row.
    pub fn is_grid(&self) -> bool {
        self.columns.len() <= WIDEST
    }

    /// How much room a grid needs: small fits a telephone, large hardly a wide screen.
    pub fn size(&self) -> &'static str {
        match self.columns.len() {
            0..=9 => "small",
            10..=18 => "medium",
            _ => "large",
        }
    }

    /// The column of a cell.
    pub fn column(&self, cell: &Cell) -> Option<&Column> {
        self.columns.get(cell.column)
    }
}

/// The matrix of rows; none where there are none.
pub(super) fn matrix(context: &Context<'_>, rows: &[Row<'_>]) -> Option<Matrix> {
    let mut heads: Vec<&Row<'_>> = rows.iter().filter(|row| row.reach.is_some()).collect();
    let key = |row: &Row<'_>| (row.paragraph.clone(), row.reach.filter(|_| row.paragraph.is_none()));
    heads.sort_by(|a, b| target_order(a, b));
    heads.dedup_by_key(|row| key(row));
    let at: BTreeMap<_, usize> = heads.iter().enumerate().map(|(at, row)| (key(row), at)).collect();
    let mut filled: BTreeMap<&Delegation, BTreeMap<usize, Cell>> = BTreeMap::new();
    for row in rows {
        let (Some(delegation), Some(kind), Some(reach)) = (row.delegation, row.kind, row.reach) else {
            continue;
        };
        let Some(column) = at.get(&key(row)).copied() else { continue };
        let anchor = context.places.positions.get(&row.id).cloned().unwrap_or_default();
        let cells = filled.entry(delegation).or_default();
        cells.entry(column).or_insert_with(|| Cell::empty(column)).marks.push((Mark { kind, reach }, anchor));
    }
    let lines: Vec<Line> =
        filled.into_iter().map(|(code, cells)| line(context, code, cells, &heads)).collect();
    let columns = heads.iter().map(|row| column(context, row)).collect();
    (!lines.is_empty()).then_some(Matrix { columns, lines })
}

/// A row: of a grid a cell for each column, with what is implied; else the cells that have something.
fn line(
    context: &Context<'_>,
    code: &Delegation,
    mut filled: BTreeMap<usize, Cell>,
    heads: &[&Row<'_>],
) -> Line {
    if heads.len() <= WIDEST {
        let on_all = filled.values().flat_map(|cell| &cell.marks).map(|(mark, _)| *mark);
        let on_all: Vec<Mark> = on_all.filter(|mark| mark.reach == Reach::Entire).collect();
        for (column, head) in heads.iter().enumerate() {
            let cell = filled.entry(column).or_insert_with(|| Cell::empty(column));
            if head.paragraph.is_some() {
                cell.implied.clone_from(&on_all);
            }
        }
    }
    Line {
        code: code.to_string(),
        name: context.languages.name(context.resolution, code),
        anchor: context.places.delegations.get(code).cloned().unwrap_or_default(),
        cells: filled.into_values().collect(),
    }
}

fn column(context: &Context<'_>, row: &Row<'_>) -> Column {
    let languages = context.languages;
    match (&row.paragraph, row.reach) {
        (Some(label), _) => Column {
            label: languages.text(|_| Some((None, label.to_string()))).unwrap_or_default(),
            anchor: context.places.paragraphs.get(label).cloned().unwrap_or_default(),
            is_paragraph: true,
        },
        (None, reach) => {
            let heading = if reach == Some(Reach::Unknown) { Heading::Unknown } else { Heading::Entire };
            let place = reach.and_then(|reach| context.places.general.get(&reach));
            Column {
                label: languages.say(|words, _| words.heading(heading).to_owned()),
                anchor: place.cloned().unwrap_or_default(),
                is_paragraph: false,
            }
        }
    }
}
