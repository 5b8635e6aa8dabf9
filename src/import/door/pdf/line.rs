//! Glyphs that stand on one line, and the text that they are.

use super::glyphs::Glyph;
use super::order;
use crate::import::door::paragraphs::superscript;

/// A line of a page, or of a column of it; glyphs from left to right.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub glyphs: Vec<Glyph>,
    /// How high its baseline is.
    pub y: f64,
    /// The size of most of its glyphs.
    pub size: f64,
}

impl Row {
    fn new(mut glyphs: Vec<Glyph>) -> Self {
        glyphs.sort_by(|a, b| a.x.total_cmp(&b.x));
        let (size, y) = usual(&glyphs);
        Self { glyphs, y, size }
    }

    /// Where it begins and ends.
    pub fn extent(&self) -> (f64, f64) {
        let printed = || self.glyphs.iter().filter(|glyph| !glyph.text.trim().is_empty());
        let start = printed().map(|glyph| glyph.x).fold(f64::INFINITY, f64::min);
        let end = printed().map(|glyph| glyph.x + glyph.width).fold(f64::NEG_INFINITY, f64::max);
        (start, end)
    }

    /// The gaps in it that are wider than `least` sizes: where each begins and ends.
    pub fn gaps(&self, least: f64) -> Vec<(f64, f64)> {
        let mut gaps = Vec::new();
        let mut end = f64::INFINITY;
        for glyph in self.glyphs.iter().filter(|glyph| !glyph.text.trim().is_empty()) {
            if glyph.x - end > least * self.size {
                gaps.push((end, glyph.x));
            }
            end = if end.is_finite() { end.max(glyph.x + glyph.width) } else { glyph.x + glyph.width };
        }
        gaps
    }

    /// The line left of a place, and the line right of it.
    pub fn cut(&self, x: f64) -> (Option<Self>, Option<Self>) {
        let (left, right): (Vec<Glyph>, Vec<Glyph>) =
            self.glyphs.iter().cloned().partition(|glyph| glyph.x + glyph.width / 2.0 < x);
        let part = |glyphs: Vec<Glyph>| {
            glyphs.iter().any(|glyph| !glyph.text.trim().is_empty()).then(|| Self::new(glyphs))
        };
        (part(left), part(right))
    }

    /// Its glyphs as texts from left to right, with the blanks between them.
    pub fn texts(&self) -> Vec<String> {
        let glyphs = self.joined();
        // Where blanks are printed, the gaps between letters say little.
        let printed = glyphs.iter().filter(|glyph| glyph.text.trim().is_empty()).count();
        let least = if printed > 0 { 1.0 } else { 0.2 };
        let mut texts: Vec<String> = Vec::with_capacity(glyphs.len());
        let mut end = f64::INFINITY;
        for glyph in &glyphs {
            let gap = (glyph.x - end) / self.size;
            if gap > least && texts.last().is_some_and(|text| text != " ") {
                texts.push(if gap > 2.5 { "\t" } else { " " }.to_owned());
            }
            texts.push(self.text(glyph));
            end = glyph.x + glyph.width;
        }
        texts
    }

    fn text(&self, glyph: &Glyph) -> String {
        let raised = glyph.size < self.size * 0.85 && glyph.y > self.y + self.size * 0.1;
        let digits = glyph.text.chars().all(|c| c.is_ascii_digit());
        if raised && digits && !glyph.text.is_empty() { superscript(&glyph.text) } else { glyph.text.clone() }
    }

    /// Its glyphs without those that are printed twice to look bold, and with marks on the letters they stand over.
    fn joined(&self) -> Vec<Glyph> {
        let mut glyphs: Vec<Glyph> = Vec::with_capacity(self.glyphs.len());
        let mut marks: Vec<Glyph> = Vec::new();
        for glyph in &self.glyphs {
            let near =
                |other: &Glyph| (other.x - glyph.x).abs() < self.size * 0.08 && other.text == glyph.text;
            if glyph.text.chars().all(unicode_normalization::char::is_combining_mark) {
                marks.push(glyph.clone());
            } else if !glyphs.iter().rev().take(3).any(near) {
                glyphs.push(glyph.clone());
            }
        }
        for mark in marks {
            let middle = mark.x + mark.width / 2.0;
            let at = glyphs.partition_point(|glyph| glyph.x <= middle);
            let around = at.saturating_sub(2)..(at + 1).min(glyphs.len());
            let distance = |glyph: &Glyph| {
                if glyph.text.trim().is_empty() {
                    return f64::INFINITY;
                }
                (glyph.x - middle).max(middle - glyph.x - glyph.width).max(0.0)
            };
            let under = around.min_by(|a, b| distance(&glyphs[*a]).total_cmp(&distance(&glyphs[*b])));
            if let Some(under) = under {
                glyphs[under].text.push_str(&mark.text);
            }
        }
        glyphs
    }
}

/// The size and the height that most glyphs have.
fn usual(glyphs: &[Glyph]) -> (f64, f64) {
    let mut kinds: Vec<(f64, f64, usize)> = Vec::new();
    for glyph in glyphs.iter().filter(|glyph| !glyph.text.trim().is_empty()) {
        let same = |kind: &&mut (f64, f64, usize)| {
            (kind.0 - glyph.size).abs() < 0.3 && (kind.1 - glyph.y).abs() < 0.5
        };
        match kinds.iter_mut().take(64).find(same) {
            Some(kind) => kind.2 += 1,
            None => kinds.push((glyph.size, glyph.y, 1)),
        }
    }
    let most = kinds.into_iter().max_by_key(|kind| kind.2);
    most.map_or_else(
        || glyphs.first().map_or((1.0, 0.0), |glyph| (glyph.size, glyph.y)),
        |(size, y, _)| (size, y),
    )
}

/// The lines of a page, from its top.
pub(super) fn rows(glyphs: Vec<Glyph>) -> Vec<Row> {
    let mut glyphs: Vec<Glyph> = glyphs
        .into_iter()
        .map(|glyph| Glyph { text: order::plain(&glyph.text), ..glyph })
        .filter(|glyph| !glyph.text.is_empty())
        .collect();
    glyphs.sort_by(|a, b| b.y.total_cmp(&a.y));
    let mut rows: Vec<Vec<Glyph>> = Vec::new();
    // Of the line that is open: the height and the size of its largest glyph.
    let mut open = (f64::INFINITY, 0.0_f64);
    for glyph in glyphs {
        let within = (open.0 - glyph.y).abs() < open.1.max(glyph.size) * 0.5;
        if !within {
            rows.push(Vec::new());
            open = (glyph.y, glyph.size);
        } else if glyph.size > open.1 * 1.05 {
            open = (glyph.y, glyph.size);
        }
        rows.last_mut().into_iter().for_each(|row| row.push(glyph.clone()));
    }
    let printed = |row: &Vec<Glyph>| row.iter().any(|glyph| !glyph.text.trim().is_empty());
    rows.into_iter().filter(printed).map(Row::new).collect()
}
