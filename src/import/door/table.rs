//! Tables: the order in which their cells are read.

use crate::import::door::paragraphs::Paragraph;
use crate::import::lead::{Lead, lead};
use crate::import::words;

/// How many tables may stand in one another; one further down is no table, but what stands in it.
pub(super) const DEEPEST: usize = 32;

/// A cell.
pub(super) type Cell = Vec<Paragraph>;

/// The paragraphs of a table in the order of reading.
///
/// Columns in different scripts are language versions beside one another and are read one after the other; else a row is read
/// at a time. A number or mark alone in a cell stands before the text of the next one, and short cells are one line with a
/// tab between them.
pub(super) fn read(rows: Vec<Vec<Cell>>) -> Vec<Paragraph> {
    if is_bilingual(&rows) {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let mut columns: Vec<Vec<Paragraph>> = vec![Vec::new(); columns];
        for row in rows {
            for (column, cell) in columns.iter_mut().zip(row) {
                column.extend(cell);
            }
        }
        return columns.into_iter().flatten().collect();
    }
    rows.into_iter().flat_map(row).collect()
}

/// Whether two columns have text in different scripts, in rows that have both.
fn is_bilingual(rows: &[Vec<Cell>]) -> bool {
    let script = |cell: &Cell| {
        let text: String = cell.iter().map(|paragraph| paragraph.text.as_str()).collect();
        if text.chars().filter(|c| c.is_alphabetic()).count() < 20 { 0 } else { words::script(&text) }
    };
    rows.iter().any(|row| {
        let scripts: Vec<u8> = row.iter().map(script).filter(|script| *script != 0).collect();
        scripts.windows(2).any(|pair| pair[0] != pair[1])
    })
}

fn row(cells: Vec<Cell>) -> Vec<Paragraph> {
    let is_empty = |cell: &Cell| {
        cell.iter().all(|paragraph| paragraph.text.trim().is_empty() && paragraph.number.is_none())
    };
    let cells: Vec<Cell> = cells.into_iter().filter(|cell| !is_empty(cell)).collect();
    let short = |cell: &Cell| {
        let [one] = &cell[..] else { return false };
        one.text.chars().count() < 60 && one.number.is_none()
    };
    if cells.len() > 1 && cells.iter().all(short) {
        return cells.into_iter().flatten().reduce(beside).into_iter().collect();
    }
    let mut read: Vec<Paragraph> = Vec::new();
    let mut before: Option<String> = None;
    let mut number = None;
    for mut cell in cells {
        if let (Some(mark), Some(first)) = (before.take(), cell.first_mut()) {
            first.text = format!("{mark} {}", first.text.trim_start());
        }
        if let (Some(counted), Some(first)) = (number.take(), cell.first_mut()) {
            first.number = Some(counted);
        }
        match &cell[..] {
            [one] if is_lead_alone(&one.text) => before = Some(one.text.trim().to_owned()),
            [one] if one.text.trim().is_empty() => number.clone_from(&one.number),
            _ => read.append(&mut cell),
        }
    }
    read.extend(before.map(|text| Paragraph { text, ..Paragraph::default() }));
    read
}

/// Two cells as one line.
fn beside(mut one: Paragraph, mut other: Paragraph) -> Paragraph {
    one.text = format!("{}\t{}", one.text.trim(), other.text.trim());
    one.refers.append(&mut other.refers);
    one
}

fn is_lead_alone(text: &str) -> bool {
    let text = text.trim();
    let (lead, end) = lead(text);
    lead != Lead::None && end == text.len()
}
