//! Text that knows where in the document each of its characters comes from.

use std::ops::Range;

/// A text made from a document's, and the way back: cleaned, joined over line ends, cut out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapped {
    text: String,
    /// Where a run begins in the text, and where in the document; inside a run both advance together.
    runs: Vec<(usize, usize)>,
}

impl Mapped {
    /// A text that stands in the document as it is, from `place` on.
    pub fn new(text: &str, place: usize) -> Self {
        let mut mapped = Self::default();
        mapped.push_str(text, place);
        mapped
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Adds a character that stands at `place` in the document.
    pub fn push(&mut self, c: char, place: usize) {
        self.run(place);
        self.text.push(c);
    }

    /// Adds a text of which the first character stands at `place`.
    pub fn push_str(&mut self, text: &str, place: usize) {
        if !text.is_empty() {
            self.run(place);
            self.text.push_str(text);
        }
    }

    /// Adds another text of the same document.
    pub fn append(&mut self, other: &Self) {
        for (at, (start, place)) in other.runs.iter().enumerate() {
            let end = other.runs.get(at + 1).map_or(other.text.len(), |(next, _)| *next);
            self.push_str(&other.text[*start..end], *place);
        }
    }

    /// Where the character at a byte of the text stands in the document; past the end: where the next would stand.
    pub fn place(&self, at: usize) -> usize {
        let after = self.runs.partition_point(|(start, _)| *start <= at);
        let run = after.checked_sub(1).and_then(|run| self.runs.get(run));
        run.map_or(0, |(start, place)| place + (at - start))
    }

    /// Where a stretch of the text stands in the document.
    pub fn span(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.place(range.start);
        let last = self.text.get(..range.end).and_then(|text| text.char_indices().next_back());
        let end =
            last.filter(|(at, _)| *at >= range.start).map_or(start, |(at, c)| self.place(at) + c.len_utf8());
        start..end.max(start)
    }

    /// Where the whole text stands in the document.
    pub fn whole(&self) -> Range<usize> {
        self.span(&(0..self.text.len()))
    }

    /// A stretch of the text, on character boundaries.
    pub fn slice(&self, range: Range<usize>) -> Self {
        let first = self.runs.partition_point(|(start, _)| *start <= range.start).saturating_sub(1);
        let mut cut = Self::default();
        for (at, (start, place)) in self.runs.iter().enumerate().skip(first) {
            if *start >= range.end {
                break;
            }
            let end = self.runs.get(at + 1).map_or(self.text.len(), |(next, _)| *next).min(range.end);
            let from = range.start.max(*start);
            if from < end {
                cut.push_str(&self.text[from..end], place + (from - start));
            }
        }
        cut
    }

    /// The text without the blanks at its ends.
    pub fn trimmed(&self) -> Self {
        let end = self.text.trim_end().len();
        let start = self.text.len() - self.text.trim_start().len();
        if start == 0 && end == self.text.len() { self.clone() } else { self.slice(start..end.max(start)) }
    }

    /// The text without some stretches, which are in order and do not overlap; no two blanks are left side by side.
    pub fn without(&self, stretches: &[Range<usize>]) -> Self {
        let mut kept = Self::default();
        let mut from = 0;
        for stretch in stretches.iter().chain(std::iter::once(&(self.text.len()..self.text.len()))) {
            let mut piece = self.slice(from..stretch.start.max(from));
            if (kept.text.is_empty() || kept.text.ends_with(' ')) && piece.text.starts_with(' ') {
                piece = piece.slice(1..piece.text.len());
            }
            kept.append(&piece);
            from = stretch.end.max(from);
        }
        kept
    }

    /// Cuts the text off at a byte, on a character boundary.
    pub fn truncate(&mut self, length: usize) {
        self.text.truncate(length);
        while self.runs.last().is_some_and(|(start, _)| *start >= self.text.len()) {
            self.runs.pop();
        }
    }

    fn run(&mut self, place: usize) {
        let expected = self.runs.last().map(|(start, from)| from + (self.text.len() - start));
        if expected != Some(place) {
            self.runs.push((self.text.len(), place));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_lead_back_through_joins_and_cuts() {
        let mut text = Mapped::new("ab", 10);
        text.push(' ', 12);
        text.append(&Mapped::new("çd", 20));
        assert_eq!((text.text(), text.runs.len()), ("ab çd", 2));
        assert_eq!([0, 2, 3, 5, 6].map(|at| text.place(at)), [10, 12, 20, 22, 23]);
        assert_eq!((text.span(&(3..5)), text.whole()), (20..22, 10..23));
        let cut = text.slice(1..5);
        assert_eq!((cut.text(), cut.place(0), cut.place(2)), ("b ç", 11, 20));
        assert_eq!(text.without(&[1..2, 3..6]).text(), "a ");
        assert_eq!(Mapped::new("a * b", 0).without(std::slice::from_ref(&(2..3))).text(), "a b");
        assert_eq!(Mapped::default().whole(), 0..0);
    }
}
