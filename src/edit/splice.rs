//! Putting text in and taking text out at places.

use std::collections::BTreeMap;
use std::ops::Range;

use toml_writer::{ToTomlValue, TomlStringBuilder};

/// Changes of one text; what they do not name stays byte for byte.
pub(super) struct Splices<'t> {
    text: &'t str,
    eol: &'static str,
    changes: Vec<(Range<usize>, String)>,
}

impl<'t> Splices<'t> {
    /// No change yet. New lines end as most lines of the text do.
    pub fn new(text: &'t str) -> Self {
        let crlf = text.matches("\r\n").count();
        let eol = if crlf * 2 > text.matches('\n').count() { "\r\n" } else { "\n" };
        Self { text, eol, changes: Vec::new() }
    }

    /// How new lines end.
    pub fn eol(&self) -> &'static str {
        self.eol
    }

    /// Puts text in at a place.
    pub fn insert(&mut self, at: usize, text: impl Into<String>) {
        self.changes.push((at..at, text.into()));
    }

    /// Takes text out.
    pub fn cut(&mut self, span: Range<usize>) {
        self.changes.push((span, String::new()));
    }

    /// Puts other text in the place of some.
    pub fn replace(&mut self, span: Range<usize>, text: impl Into<String>) {
        self.changes.push((span, text.into()));
    }

    /// Puts lines in below the line that holds `at`. A last line without an end gets one, and the new last line none.
    pub fn below(&mut self, at: usize, lines: &[String]) {
        let end = line_end(self.text, at);
        let joined = lines.join(self.eol);
        let whole = match self.text.get(..end) {
            Some(before) if before.is_empty() || before.ends_with('\n') => joined + self.eol,
            _ => format!("{}{joined}", self.eol),
        };
        self.insert(end, whole);
    }

    /// Puts a section in below the line that holds `at`, with a blank line before it, and after it where the next
    /// line is not blank.
    pub fn section_below(&mut self, at: usize, mut lines: Vec<String>) {
        let end = line_end(self.text, at);
        let before = self.text.get(..end).unwrap_or_default();
        let last = before.lines().next_back().unwrap_or_default();
        if !last.trim().is_empty() {
            lines.insert(0, String::new());
        }
        let rest = self.text.get(end..).unwrap_or_default();
        if rest.lines().next().is_some_and(|line| !line.trim().is_empty()) {
            lines.push(String::new());
        }
        self.below(at, &lines);
    }

    /// The text with all changes made; what two of them take out is taken out once.
    pub fn apply(mut self) -> String {
        self.changes.sort_by_key(|(span, _)| span.start);
        let mut new = String::with_capacity(self.text.len() + 512);
        let mut at = 0;
        for (span, text) in &self.changes {
            new.push_str(self.text.get(at..span.start).unwrap_or_default());
            new.push_str(text);
            at = at.max(span.end);
        }
        new.push_str(self.text.get(at..).unwrap_or_default());
        new
    }
}

/// Where the line that holds `at` begins.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1)
}

/// Where the next line begins, or the text ends.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |newline| at + newline + 1)
}

/// The blanks before a place on its line, where there is nothing else; a word of a path that stands there comes with
/// them (`delegations.` of `delegations.KZ`).
pub(super) fn lead(text: &str, at: usize) -> &str {
    text.get(line_start(text, at)..at).unwrap_or_default()
}

/// A text as TOML, on one line.
pub(super) fn quoted(text: &str) -> String {
    let builder = TomlStringBuilder::new(text);
    match text.contains(['\n', '\r']) {
        true => builder.as_basic().to_toml_value(),
        false => builder.as_default().to_toml_value(),
    }
}

/// A list of texts as TOML, on one line.
pub(super) fn quoted_list<T: ToString>(items: &[T]) -> String {
    let items: Vec<_> = items.iter().map(|item| quoted(&item.to_string())).collect();
    format!("[{}]", items.join(", "))
}

/// The same on several lines, each text with the remark that stands behind it, by its number.
pub(super) fn remarked_list<T: ToString>(
    items: &[T],
    remarks: &BTreeMap<usize, String>,
    eol: &str,
) -> String {
    let line = |(at, item): (usize, &T)| {
        let remark = remarks.get(&at).map(|remark| format!(" {remark}")).unwrap_or_default();
        format!("  {},{remark}{eol}", quoted(&item.to_string()))
    };
    format!("[{eol}{}]", items.iter().enumerate().map(line).collect::<String>())
}

/// The lines of a section as an inline table; the first one is its header.
pub(super) fn inline(lines: &[String]) -> String {
    format!("{{ {} }}", lines.get(1..).unwrap_or_default().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_lines_begin_and_end() {
        let text = "one\ntwo\nthree";
        assert_eq!([0, 3, 4, 7, 8, 13].map(|at| line_start(text, at)), [0, 0, 4, 4, 8, 8]);
        assert_eq!([0, 3, 4, 7, 8, 13].map(|at| line_end(text, at)), [4, 4, 8, 8, 13, 13]);
        assert_eq!((line_start(text, 99), line_end(text, 99)), (0, 13));
        assert_eq!(lead("a\n  b = 1", 4), "  ");
    }

    #[test]
    fn lines_are_put_in_with_the_ends_that_most_have() {
        let below = |text: &str, at: usize| {
            let mut splices = Splices::new(text);
            splices.below(at, &["x".into(), "y".into()]);
            splices.apply()
        };
        assert_eq!(below("a\nb\n", 0), "a\nx\ny\nb\n");
        assert_eq!(below("a\nb", 2), "a\nb\nx\ny");
        assert_eq!(below("", 0), "x\ny\n");
        assert_eq!(below("a\r\nb\r\nc\n", 0), "a\r\nx\r\ny\r\nb\r\nc\n");
        // As many of one as of the other: those of Unix.
        assert_eq!(below("a\r\nb\n", 0), "a\r\nx\ny\nb\n");
        assert_eq!(Splices::new("a\r\n").eol(), "\r\n");
    }

    #[test]
    fn a_section_has_blank_lines_about_it() {
        let section = |text: &str, at: usize| {
            let mut splices = Splices::new(text);
            splices.section_below(at, vec!["[x]".into()]);
            splices.apply()
        };
        assert_eq!(section("a\nb\n", 0), "a\n\n[x]\n\nb\n");
        assert_eq!(section("a\n\nb\n", 0), "a\n\n[x]\n\nb\n");
        assert_eq!(section("a\n\nb\n", 2), "a\n\n[x]\n\nb\n");
        assert_eq!(section("a\n", 0), "a\n\n[x]\n");
    }

    #[test]
    fn what_two_take_out_is_taken_out_once() {
        let mut splices = Splices::new("abcdef");
        splices.cut(2..5);
        splices.cut(1..3);
        splices.replace(5..6, "F");
        splices.insert(0, "<");
        assert_eq!(splices.apply(), "<aF");
    }

    #[test]
    fn texts_as_toml() {
        assert_eq!((quoted("a"), quoted("a \"b\"")), ("\"a\"".into(), "'a \"b\"'".into()));
        assert_eq!(quoted("a\nb"), "\"a\\nb\"");
        assert_eq!(quoted_list(&["a", "b"]), "[\"a\", \"b\"]");
        assert_eq!(inline(&["[x]".into(), "a = 1".into(), "b = 2".into()]), "{ a = 1, b = 2 }");
        let remarks = BTreeMap::from([(1, "# b".to_owned())]);
        assert_eq!(remarked_list(&["a", "b"], &remarks, "\n"), "[\n  \"a\",\n  \"b\", # b\n]");
    }
}
