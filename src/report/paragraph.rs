//! `paragraph`: who put what on record about a paragraph.

use std::collections::BTreeSet;

use super::Filter;
use super::rows::{self, Row, target_order};
use crate::language::{Answer, words};
use crate::model::{Label, LabelSet, Reach, Register, Resolution};
use crate::reference::{self, Wanted};
use crate::table::{Cell, Table};

pub(super) fn table(register: &Register, filter: &Filter, references: &[Wanted], all: bool) -> Table {
    let mut found: Vec<Row<'_>> = Vec::new();
    let mut headlines = Vec::new();
    // Beside a paragraph that nobody named stands how many are on the entire resolution.
    let mut entire: Vec<usize> = Vec::new();
    for resolution in filter.resolutions(register) {
        let own = rows::rows(resolution, filter);
        let count = on_entire(&own);
        let named: LabelSet = own.iter().filter_map(|row| row.paragraph.as_ref()).collect();
        let mut answer = if references.is_empty() {
            let silent = if all { resolution.labels() } else { Vec::new() };
            let silent = silent.into_iter().filter(|label| !named.reaches(label));
            own.into_iter().chain(silent.map(|label| Row::silent(resolution, label))).collect()
        } else {
            let labels = reference::labels(references, resolution);
            let lines = labels.iter().filter_map(|label| {
                let named = named.reaches(label);
                Headline { resolution, label, entire: count, named }.text(filter)
            });
            headlines.extend(lines.map(|text| (resolution, text)));
            asked(&labels, &own)
        };
        answer.sort_by(order);
        entire.resize(found.len() + answer.len(), count);
        found.extend(answer);
    }
    let mut table = rows::table(filter, Answer::Paragraph, rows::BY_PARAGRAPH, &found);
    table.head = rows::head(register, filter);
    let several = filter.resolutions(register).nth(1).is_some();
    table.head.extend(headlines.into_iter().map(|(resolution, text)| match several {
        true => format!("{} {text}", resolution.id),
        false => text,
    }));
    let silent = found.iter().zip(entire).enumerate().filter(|(_, (row, _))| row.kind.is_none());
    for (at, entire) in silent.map(|(at, (_, entire))| (at, entire)) {
        say_silence(&mut table, at, entire, filter);
    }
    table
}

/// Shows in a row without a position that nothing is recorded, and how many stand on the entire resolution.
fn say_silence(table: &mut Table, row: usize, entire: usize, filter: &Filter) {
    let words = words(&filter.language);
    if let Some(cell) = table.cell_mut(row, "kind") {
        *cell = Cell::absent().shown(filter.no_position());
    }
    if let Some(cell) = table.cell_mut(row, "reach").filter(|_| entire > 0) {
        *cell = Cell::absent().shown(words.on_entire(entire));
    }
}

/// How many delegations stand on the entire resolution; one that has two positions on it counts once.
fn on_entire(rows: &[Row<'_>]) -> usize {
    let entire = rows.iter().filter(|row| row.reach == Some(Reach::Entire));
    entire.filter_map(|row| row.delegation).collect::<BTreeSet<_>>().len()
}

fn order(a: &Row<'_>, b: &Row<'_>) -> std::cmp::Ordering {
    // Of one delegation under one paragraph: what names it, then what is on the entire text, then what is not known.
    let rank = |row: &Row<'_>| match row.reach {
        Some(Reach::Entire) => 1,
        Some(Reach::Unknown) => 2,
        _ => 0,
    };
    target_order(a, b).then_with(|| a.delegation.cmp(&b.delegation)).then_with(|| rank(a).cmp(&rank(b)))
}

/// The rows that reach the labels: on them, on what they contain and what contains them, on the entire text, and on
/// what is not known.
fn asked<'r>(labels: &[Label], own: &[Row<'r>]) -> Vec<Row<'r>> {
    let wanted: LabelSet = labels.iter().collect();
    let each: BTreeSet<&Label> = labels.iter().collect();
    let mut found = Vec::new();
    for row in own {
        match &row.paragraph {
            Some(label) if wanted.reaches(label) => found.push(row.clone()),
            Some(_) => {}
            None => found.extend(each.iter().map(|label| row.under(label))),
        }
    }
    found
}

/// What is said above the table of a paragraph that is asked for.
struct Headline<'r> {
    resolution: &'r Resolution,
    label: &'r Label,
    /// How many delegations are on the entire resolution.
    entire: usize,
    /// Whether a position names it, what it contains or what contains it.
    named: bool,
}

impl Headline<'_> {
    /// Its label and its text; where nobody named it its text or subject, that, and how many stand on the entire
    /// resolution. Nothing where the table says as much.
    fn text(&self, filter: &Filter) -> Option<String> {
        let (words, language, label) = (words(&filter.language), &filter.language, self.label);
        let text = self.resolution.text(language, |block| block.paragraphs.get(label).map(String::as_str));
        if self.named {
            return text.map(|text| words.pair(&label.to_string(), text));
        }
        let about = text.or_else(|| self.resolution.subject(language, label));
        let about = about.map_or_else(|| label.to_string(), |about| words.pair(&label.to_string(), about));
        let beside = match self.entire {
            0 => String::new(),
            entire => format!("{}{}", words.comma(), words.on_entire(entire)),
        };
        Some(format!("{about} ({}{beside})", filter.no_position()))
    }
}
