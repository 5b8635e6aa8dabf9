//! A fault or a warning about a record or a document, with its place.
//!
//! A [`Problem`] cannot be built without a [`SourceText`] and a span in it, so every one has a file, a line and a
//! column. What a kind of problem means in general stands in its [`Code`]; the modules that find problems declare
//! their codes as constants and list them.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// How much a problem weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The record is wrong: reports refuse to run.
    Error,
    /// Legal but doubtful: reports run.
    Warning,
}

impl Severity {
    /// The word that programs read: `error` or `warning`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// What one kind of problem is: its stable name, and what the documentation says of it.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Code {
    /// Kebab-case and stable: never used for another fault.
    pub name: &'static str,
    /// Whether it stops reports.
    pub severity: Severity,
    /// What is wrong when it is reported, a sentence.
    pub cause: &'static str,
    /// What a person does about it, a sentence.
    pub remedy: &'static str,
    /// Whether it is seen from one line alone, whatever stands on the others of its section.
    pub of_one_line: bool,
}

impl Code {
    /// A code for what stops reports.
    pub const fn error(name: &'static str, cause: &'static str, remedy: &'static str) -> Self {
        Self { name, severity: Severity::Error, cause, remedy, of_one_line: false }
    }

    /// A code for what is legal but doubtful.
    pub const fn warning(name: &'static str, cause: &'static str, remedy: &'static str) -> Self {
        Self { name, severity: Severity::Warning, cause, remedy, of_one_line: false }
    }

    /// The same code, as one that is seen from one line alone.
    pub const fn of_one_line(self) -> Self {
        Self { of_one_line: true, ..self }
    }
}

/// What the lines of a text are in the document that people have before them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Lines {
    /// Lines of the file itself.
    #[default]
    OfFile,
    /// Paragraphs of the document, the first of which is line 1.
    Paragraphs,
    /// Printed lines of pages: the line with which each page begins, from 1, in ascending order.
    Pages(Vec<usize>),
}

/// A text that was read, under the name by which the user knows it; cheap to clone.
#[derive(Clone, Debug)]
pub struct SourceText {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    name: String,
    text: String,
    lines: Lines,
    /// Where lines begin; asked for by faults only, and most texts have none.
    line_starts: OnceLock<Vec<usize>>,
    /// How many characters begin before each [`STEP`] bytes: thousands of places in one long line stay cheap.
    steps: OnceLock<Vec<usize>>,
}

const STEP: usize = 1024;

impl SourceText {
    /// Takes the text of a file. A byte order mark must have been taken off.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self::of(name, text, Lines::OfFile)
    }

    /// Takes the text of a document that is no text file, and what its lines are there.
    pub fn of(name: impl Into<String>, text: impl Into<String>, lines: Lines) -> Self {
        let (name, text, line_starts) = (name.into(), text.into(), OnceLock::new());
        Self { inner: Arc::new(Inner { name, text, lines, line_starts, steps: OnceLock::new() }) }
    }

    /// Page and line on it, both from 1, of a line of the text; none where the document has no pages.
    pub fn page(&self, line: usize) -> Option<(usize, usize)> {
        let Lines::Pages(starts) = &self.inner.lines else { return None };
        let page = starts.partition_point(|start| *start <= line).max(1);
        Some((page, line + 1 - starts.get(page - 1)?.min(&line)))
    }

    /// Where a line is to be found, for people: "page 3, line 12", "paragraph 7"; none for a line of the file itself.
    pub fn found_at(&self, line: usize) -> Option<String> {
        match &self.inner.lines {
            Lines::OfFile => None,
            Lines::Paragraphs => Some(format!("paragraph {line}")),
            Lines::Pages(_) => self.page(line).map(|(page, line)| format!("page {page}, line {line}")),
        }
    }

    fn line_starts(&self) -> &[usize] {
        self.inner.line_starts.get_or_init(|| {
            let ends = self.text().bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect()
        })
    }

    /// The name of the file as the user gave it, `-` for standard input.
    pub fn name(&self) -> &str {
        &self.inner.name
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.inner.text
    }

    /// Line and column of a byte offset, both from 1; the column counts characters.
    pub fn place(&self, offset: usize) -> (usize, usize) {
        let offset = self.floor(offset);
        let line = self.line_starts().partition_point(|start| *start <= offset);
        let start = self.line_start(line);
        let column = match offset - start {
            0..STEP => characters(&self.inner.text.as_bytes()[start..offset]),
            _ => self.characters_before(offset) - self.characters_before(start),
        };
        (line, column + 1)
    }

    /// Where a line begins, by its number from 1, in bytes of the text; its end for a line that it does not have.
    pub fn line_start(&self, number: usize) -> usize {
        self.line_starts().get(number.wrapping_sub(1)).copied().unwrap_or(self.inner.text.len())
    }

    fn characters_before(&self, offset: usize) -> usize {
        let bytes = self.inner.text.as_bytes();
        let steps = self.inner.steps.get_or_init(|| {
            let mut before = 0;
            let counted = bytes.chunks(STEP).map(|chunk| {
                before += characters(chunk);
                before
            });
            std::iter::once(0).chain(counted).collect()
        });
        let step = offset / STEP;
        steps.get(step).copied().unwrap_or(0) + characters(&bytes[step * STEP..offset])
    }

    /// A line by its number from 1, without its end.
    pub fn line(&self, number: usize) -> &str {
        let start = self.line_starts().get(number.wrapping_sub(1)).copied();
        let Some(start) = start else { return "" };
        let end = self.line_starts().get(number).copied().unwrap_or(self.inner.text.len());
        self.inner.text[start..end].trim_end_matches(['\n', '\r'])
    }

    fn floor(&self, offset: usize) -> usize {
        let mut offset = offset.min(self.inner.text.len());
        while !self.inner.text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    }
}

/// How many characters begin in some bytes of UTF-8.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}

/// What a problem is about, as data: what follows from it is worked out from this, never from its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// The table of the record, without brackets: `position`, `language`; empty for the record itself.
    pub table: String,
    /// The key that is wrong, or has the wrong value, or those that are missing.
    pub keys: Vec<String>,
    /// The value that is wrong.
    pub value: Option<String>,
    /// The key or the value that was meant.
    pub meant: Option<String>,
    /// The languages of the record in which it is wrong.
    pub languages: Vec<String>,
    /// Whether the key belongs to another table.
    pub stray: bool,
    /// Whether it stands for others of its kind, which are not told.
    pub several: bool,
}

static NOTHING: About = About {
    table: String::new(),
    keys: Vec::new(),
    value: None,
    meant: None,
    languages: Vec::new(),
    stray: false,
    several: false,
};

impl About {
    /// A key of a table.
    pub fn key(table: impl Into<String>, key: impl Into<String>) -> Self {
        Self { table: table.into(), keys: vec![key.into()], ..Self::default() }
    }

    /// A value.
    pub fn value(value: impl Into<String>) -> Self {
        Self { value: Some(value.into()), ..Self::default() }
    }

    /// The same, where it is known what was meant.
    pub fn meaning(self, meant: Option<impl Into<String>>) -> Self {
        Self { meant: meant.map(Into::into), ..self }
    }

    /// The first of the keys.
    pub fn first_key(&self) -> &str {
        self.keys.first().map_or("", String::as_str)
    }
}

/// One fault or warning.
#[derive(Clone, Debug)]
pub struct Problem {
    /// What kind of problem it is.
    pub code: &'static Code,
    /// What is wrong here, naming the value; a sentence without a full stop.
    pub message: String,
    /// What to do about it here; empty where the message says it all.
    pub help: String,
    /// Few problems have any, and a file may have thousands.
    about: Option<Box<About>>,
    source: SourceText,
    span: Range<usize>,
}

impl Problem {
    /// A problem at `span`, in bytes of the source's text.
    pub fn new(
        code: &'static Code,
        source: &SourceText,
        span: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        let start = source.floor(span.start);
        let end = source.floor(span.end).max(start);
        Self {
            code,
            message: message.into(),
            help: help.into(),
            about: None,
            source: source.clone(),
            span: start..end,
        }
    }

    /// The same, with what it is about.
    pub fn with(self, about: About) -> Self {
        Self { about: Some(Box::new(about)).filter(|about| **about != NOTHING), ..self }
    }

    /// What it is about.
    pub fn about(&self) -> &About {
        self.about.as_deref().unwrap_or(&NOTHING)
    }

    /// Whether it stops reports.
    pub fn is_error(&self) -> bool {
        self.code.severity == Severity::Error
    }

    /// The file it is in, as the user named it.
    pub fn file(&self) -> &str {
        self.source.name()
    }

    /// The text it is in.
    pub fn source(&self) -> &SourceText {
        &self.source
    }

    /// Its place in bytes of the text.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Line and column, both from 1; the column counts characters.
    pub fn place(&self) -> (usize, usize) {
        self.source.place(self.span.start)
    }

    /// Where it is to be found, for people, in a document that is no text file: "page 3, line 12", "paragraph 7".
    pub fn found_at(&self) -> Option<String> {
        self.source.found_at(self.place().0)
    }
}

/// Sorts problems by file, then place, then code, and drops what is said twice.
pub fn sort(problems: &mut Vec<Problem>) {
    problems.sort_by(|a, b| key(a).cmp(&key(b)));
    problems.dedup_by(|a, b| key(a) == key(b));
}

fn key(problem: &Problem) -> (&str, usize, usize, &str, &str) {
    (problem.file(), problem.span.start, problem.span.end, problem.code.name, &problem.message)
}

#[cfg(test)]
mod tests {
    use super::*;

    static CODE: Code = Code::error("a-code", "cause", "remedy");

    #[test]
    fn columns_count_characters() {
        let source = SourceText::new("x.toml", "a = 1\nب = \"ت\"\n");
        let at = source.text().find('ت').unwrap();
        assert_eq!(Problem::new(&CODE, &source, at..at + 2, "m", "").place(), (2, 6));
        assert_eq!(source.line(2), "ب = \"ت\"");
        assert_eq!(source.line(9), "");
    }

    #[test]
    fn columns_in_a_long_line_are_counted_alike() {
        let text = format!("a\n{}", "بx".repeat(5_000));
        let source = SourceText::new("x.toml", text.clone());
        for at in (2..text.len()).filter(|at| text.is_char_boundary(*at)) {
            assert_eq!(source.place(at), (2, text[2..at].chars().count() + 1));
        }
    }

    #[test]
    fn places_past_the_end_or_inside_a_character_are_mended() {
        let source = SourceText::new("x.toml", "ب");
        assert_eq!(Problem::new(&CODE, &source, 1..99, "m", "").place(), (1, 1));
        assert_eq!(SourceText::new("e", "").place(7), (1, 1));
    }

    #[test]
    fn a_line_of_a_document_is_found_by_its_page_or_its_paragraph() {
        let pages = SourceText::of("x.pdf", "a\nb\nc\n", Lines::Pages(vec![1, 3]));
        assert_eq!([1, 2, 3].map(|line| pages.page(line)), [Some((1, 1)), Some((1, 2)), Some((2, 1))]);
        let at = pages.text().find('c').unwrap_or_default();
        let problem = Problem::new(&CODE, &pages, at..at + 1, "m", "");
        assert_eq!(problem.found_at().as_deref(), Some("page 2, line 1"));
        let paragraphs = SourceText::of("x.docx", "a\nb\n", Lines::Paragraphs);
        assert_eq!(paragraphs.found_at(2).as_deref(), Some("paragraph 2"));
        assert_eq!(SourceText::new("x.toml", "a").found_at(1), None);
    }

    #[test]
    fn sorting_is_by_place_and_drops_repeats() {
        let source = SourceText::new("x.toml", "abc");
        let at = |start| Problem::new(&CODE, &source, start..start + 1, "m", "");
        let mut problems = vec![at(2), at(0), at(2)];
        sort(&mut problems);
        assert_eq!(problems.iter().map(|p| p.span().start).collect::<Vec<_>>(), [0, 2]);
    }
}
