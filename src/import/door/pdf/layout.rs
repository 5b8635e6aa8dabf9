//! From the lines of pages to a text: columns, the gaps between paragraphs, the notes at the foot of a page.

use super::glyphs::Page;
use super::line::{Row, rows};
use super::order;
use crate::import::door::text::{Before, Gap};
use crate::import::lead::{Lead, lead};

/// How many times columns may be cut into columns.
const DEEPEST: usize = 3;

/// A document as it is printed.
#[derive(Debug)]
pub(super) struct Printed {
    /// A line for each printed line.
    pub text: String,
    /// The lines with which pages begin, from 1.
    pub pages: Vec<usize>,
    /// What stands before each line.
    pub before: Vec<Before>,
}

/// A line, and what is to be known of its place.
struct Placed {
    row: Row,
    page: usize,
    /// A line is drawn between it and the one above it.
    ruled: bool,
}

/// Prints the pages of a document.
pub(super) fn print(pages: Vec<Page>) -> Printed {
    let mut lines: Vec<Placed> = Vec::new();
    for (page, mut drawn) in pages.into_iter().enumerate() {
        let rows = rows(std::mem::take(&mut drawn.glyphs));
        let from_right = leaning(&rows) > 0;
        let mut above = f64::INFINITY;
        for row in arrange(rows, from_right, 0) {
            let ruled = is_ruled(&drawn, &row, above);
            above = row.y;
            lines.push(Placed { row, page, ruled });
        }
    }
    let texts = texts(&lines);
    let usual = Usual::of(&lines);
    let mut printed = Printed { text: String::new(), pages: Vec::new(), before: Vec::new() };
    for (at, text) in texts.iter().enumerate() {
        let page = lines[at].page;
        // A page without lines begins where the next one does.
        while printed.pages.len() <= page {
            printed.pages.push(printed.before.len() + 1);
        }
        let gap = usual.gap(&lines, &texts, at);
        printed.before.push(Before { gap, ruled: lines[at].ruled });
        printed.text.extend(text.trim().chars().map(|c| if c.is_control() && c != '\t' { ' ' } else { c }));
        printed.text.push('\n');
    }
    printed
}

fn leaning(rows: &[Row]) -> isize {
    rows.iter()
        .map(|row| order::leaning(&row.glyphs.iter().map(|glyph| glyph.text.clone()).collect::<Vec<_>>()))
        .sum()
}

/// Whether a line is drawn above a row that does not reach over the page, as before notes.
fn is_ruled(page: &Page, row: &Row, above: f64) -> bool {
    let (start, end) = row.extent();
    let under = |from: f64, to: f64| from < end && to > start;
    page.rules.iter().any(|(from, to, y)| *y < above && *y > row.y + row.size * 0.3 && under(*from, *to))
}

/// The texts of lines.
fn texts(lines: &[Placed]) -> Vec<String> {
    let glyphs: Vec<Vec<String>> = lines.iter().map(|line| line.row.texts()).collect();
    let mut last = glyphs.iter().map(|line| order::leaning(line)).sum::<isize>() > 0;
    let from_right: Vec<bool> = glyphs
        .iter()
        .map(|line| {
            let leaning = order::leaning(line);
            last = if leaning == 0 { last } else { leaning > 0 };
            last
        })
        .collect();
    let read = |mirrored: bool| {
        let lines = glyphs.iter().zip(&from_right);
        lines.map(|(line, from_right)| order::read(line, *from_right, mirrored)).collect::<Vec<_>>()
    };
    let as_written = read(false);
    let votes = as_written.iter().zip(&from_right).filter(|(_, from_right)| **from_right);
    let votes: isize = votes.map(|(text, _)| order::bracket_votes(text)).sum();
    if votes < 0 { read(true) } else { as_written }
}

/// Puts the lines of a page in the order of reading: columns one after the other, as far as they reach.
fn arrange(rows: Vec<Row>, from_right: bool, depth: usize) -> Vec<Row> {
    let Some(gutter) = gutter(&rows).filter(|_| depth < DEEPEST) else { return rows };
    let mut arranged = Vec::with_capacity(rows.len());
    let (mut left, mut right): (Vec<Row>, Vec<Row>) = (Vec::new(), Vec::new());
    let flush = |left: &mut Vec<Row>, right: &mut Vec<Row>, arranged: &mut Vec<Row>| {
        let (first, second) = if from_right { (right, left) } else { (left, right) };
        arranged.extend(arrange(std::mem::take(first), from_right, depth + 1));
        arranged.extend(arrange(std::mem::take(second), from_right, depth + 1));
    };
    for (at, row) in rows.into_iter().enumerate() {
        let inside = gutter.rows.contains(&at);
        let crossed = !inside || crosses(&row, gutter.x);
        if crossed {
            flush(&mut left, &mut right, &mut arranged);
            arranged.push(row);
        } else {
            let (one, other) = row.cut(gutter.x);
            left.extend(one);
            right.extend(other);
        }
    }
    flush(&mut left, &mut right, &mut arranged);
    arranged
}

/// The blank between two columns.
struct Gutter {
    x: f64,
    /// The rows from the first to the last that have both columns.
    rows: std::ops::Range<usize>,
}

fn crosses(row: &Row, x: f64) -> bool {
    row.glyphs
        .iter()
        .any(|glyph| !glyph.text.trim().is_empty() && glyph.x < x - 1.0 && glyph.x + glyph.width > x + 1.0)
        || {
            let (start, end) = row.extent();
            start < x && end > x && !row.gaps(0.8).iter().any(|(from, to)| *from <= x && x <= *to)
        }
}

/// Finds the blank that parts most rows in two, if it parts so many that they are columns.
fn gutter(rows: &[Row]) -> Option<Gutter> {
    const LEAST: usize = 5;
    let extents: Vec<(f64, f64)> = rows.iter().map(Row::extent).collect();
    let start = extents.iter().map(|extent| extent.0).fold(f64::INFINITY, f64::min);
    let end = extents.iter().map(|extent| extent.1).fold(f64::NEG_INFINITY, f64::max);
    let inner = |x: f64| x > start + (end - start) * 0.25 && x < start + (end - start) * 0.75;
    let gaps: Vec<Vec<(f64, f64)>> = rows.iter().map(|row| row.gaps(1.0)).collect();
    let middles =
        gaps.iter().flatten().map(|(from, to)| f64::midpoint(*from, *to)).filter(|x| inner(*x)).take(500);
    let parts = |at: usize, x: f64| gaps[at].iter().any(|(from, to)| *from <= x && x <= *to);
    let counted = middles.map(|x| (x, (0..rows.len()).filter(|at| parts(*at, x)).count()));
    let (x, count) = counted.max_by_key(|(_, count)| *count).filter(|(_, count)| *count >= LEAST)?;
    let first = (0..rows.len()).find(|at| parts(*at, x))?;
    let last = (0..rows.len()).rev().find(|at| parts(*at, x))?;
    // A column that is longer than the other goes on below it.
    let alone = |at: &usize| extents[*at].1 < x || extents[*at].0 > x;
    let last = last + (last + 1..rows.len()).take_while(alone).count();
    let span = first..last + 1;
    let crossed = span.clone().filter(|at| crosses(&rows[*at], x)).count();
    (crossed * 3 <= count).then_some(Gutter { x, rows: span })
}

/// What is usual in a document.
struct Usual {
    /// How far apart lines are at the least that are of two paragraphs, in sizes.
    apart: f64,
}

impl Usual {
    fn of(lines: &[Placed]) -> Self {
        let mut counts: std::collections::BTreeMap<i64, usize> = std::collections::BTreeMap::new();
        for pair in lines.windows(2) {
            if let Some(pitch) = pitch(&pair[0], &pair[1]) {
                #[expect(clippy::cast_possible_truncation, reason = "between 0 and 60")]
                let bin = (pitch * 20.0).round() as i64;
                *counts.entry(bin).or_default() += 1;
            }
        }
        let all: usize = counts.values().sum();
        // Lines in a paragraph are the nearest that are frequent.
        let near = |bin: i64| (bin - 1..=bin + 1).filter_map(|bin| counts.get(&bin)).sum::<usize>();
        let bin = counts.keys().find(|bin| near(**bin) * 8 >= all).copied().unwrap_or(24);
        let best = (bin..=bin + 1).max_by_key(|bin| counts.get(bin).copied().unwrap_or(0)).unwrap_or(bin);
        // A line with letters of another font may be a little further down: what parts paragraphs is nearer to the
        // distance that is usual between them.
        let wide = counts.range(best * 122 / 100 + 1..).map(|(bin, _)| *bin).max_by_key(|bin| near(*bin));
        let wide = wide.filter(|bin| near(*bin) * 12 >= all).unwrap_or(best);
        #[expect(clippy::cast_precision_loss, reason = "small numbers")]
        let (pitch, wide) = (best as f64 / 20.0, wide as f64 / 20.0);
        Self { apart: f64::midpoint(pitch, wide).max(pitch * 1.22) }
    }

    fn gap(&self, lines: &[Placed], texts: &[String], at: usize) -> Gap {
        let Some(before) = at.checked_sub(1) else { return Gap::Line };
        let (above, line) = (&lines[before], &lines[at]);
        if above.page != line.page {
            return Gap::Page;
        }
        if (above.row.size - line.row.size).abs() > line.row.size * 0.08 || line.ruled {
            return Gap::Blank;
        }
        match pitch(above, line) {
            Some(pitch) if pitch > self.apart => Gap::Blank,
            Some(_) if is_indented(lines, texts, at) => Gap::Blank,
            _ => Gap::Line,
        }
    }
}

/// How far apart two lines are that stand one below the other, in sizes.
fn pitch(above: &Placed, line: &Placed) -> Option<f64> {
    let distance = (above.row.y - line.row.y) / line.row.size.max(0.1);
    (above.page == line.page && distance > 0.5 && distance < 8.0).then_some(distance)
}

/// Whether a line begins a paragraph by its indent alone: the one above and the one below begin at the margin.
fn is_indented(lines: &[Placed], texts: &[String], at: usize) -> bool {
    let (Some(before), Some(below)) = (at.checked_sub(1), lines.get(at + 1)) else { return false };
    let (above, line) = (&lines[before].row, &lines[at].row);
    let from_right = order::leaning(&line.texts()) > 0;
    let start = |row: &Row| if from_right { -row.extent().1 } else { row.extent().0 };
    let indent = (start(line) - start(above)) / line.size;
    let margin = (start(&below.row) - start(above)).abs() < line.size * 0.3;
    (0.8..6.0).contains(&indent)
        && margin
        && below.page == lines[at].page
        && lead(texts[before].trim()).0 == Lead::None
}
