//! Lines of a text, cleaned: NFC, single blanks, nothing invisible, each with what stands between it and the one before.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::Before;
use crate::fold::{fold, is_invisible};
use crate::import::door::paragraphs::{Beginning, LINE_BREAK};
use crate::import::lead::Lead;
use crate::import::mapped::Mapped;
use crate::import::vote::of_word;
use crate::import::words;

/// What stands between a line and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::import::door) enum Gap {
    /// Its end.
    Line,
    /// Blank lines.
    Blank,
    /// The end of a page.
    Page,
}

/// A line that is not blank.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub text: Mapped,
    pub gap: Gap,
    /// How many characters wide it was printed.
    pub width: usize,
    /// A drawn line stands before it, as before the notes at the foot of a page.
    pub ruled: bool,
    /// It ends with a soft hyphen: its last word goes on in the next line.
    pub soft: bool,
    /// What the format of the document says of its beginning.
    pub known: Option<Known>,
}

impl Line {
    /// Whether the document's format says that the line stands in a note.
    pub(super) fn is_of_note(&self) -> bool {
        self.known.as_ref().is_some_and(|known| known.note)
    }
}

/// What the format of a document says of a line.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    /// What it begins with, and how many bytes of its text that is; none where its words say it.
    pub lead: Option<(Lead, usize)>,
    /// Whether it stands in a note.
    pub note: bool,
}

/// The lines of a text that are not blank.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut blanks: Vec<usize> = Vec::new();
    let (mut start, mut blank, mut fed, mut ruled) = (0, 0usize, false, false);
    for (at, c) in text.char_indices().chain([(text.len(), '\n')]) {
        if !matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}') {
            continue;
        }
        let raw = text.get(start..at).unwrap_or_default();
        let crlf = c == '\n' && raw.is_empty() && at > 0 && text.as_bytes()[at - 1] == b'\r';
        start = at + c.len_utf8();
        let line = clean(raw, start - c.len_utf8() - raw.len());
        if line.text.text().is_empty() || line.text.text() == "&nbsp;" || is_rule(line.text.text()) {
            blank += usize::from(!crlf);
            ruled |= is_rule(line.text.text());
        } else {
            blanks.push(blank);
            let gap = if fed { Gap::Page } else { Gap::Line };
            lines.push(Line { gap, ruled, ..line });
            (blank, fed, ruled) = (0, false, false);
        }
        fed |= c == '\u{c}';
    }
    set_gaps(&mut lines, &blanks);
    lines
}

/// The lines of a text of which each is a paragraph, but for the breaks inside one.
pub(super) fn paragraphs(text: &str, beginnings: &[Beginning]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut start = 0;
    for (paragraph, beginning) in text.split_inclusive('\n').zip(beginnings) {
        let (mut gap, mut at) = (Gap::Blank, start);
        start += paragraph.len();
        for raw in paragraph.trim_end_matches('\n').split(LINE_BREAK) {
            let line = clean(raw, at);
            at += raw.len() + LINE_BREAK.len_utf8();
            if line.text.text().is_empty() || is_rule(line.text.text()) {
                continue;
            }
            let first = gap == Gap::Blank;
            let length = beginning.length.min(line.text.text().len());
            let lead = beginning.lead.clone().filter(|_| first).map(|lead| (lead, length));
            lines.push(Line { gap, known: Some(Known { lead, note: beginning.note }), ..line });
            gap = Gap::Line;
        }
    }
    if let Some(first) = lines.first_mut() {
        first.gap = Gap::Line;
    }
    lines
}

/// The lines of a text of which each is a printed one.
pub(super) fn printed(text: &str, before: &[Before]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let (mut start, mut ruled, mut gap) = (0, false, Gap::Line);
    for (raw, before) in text.split_inclusive('\n').zip(before) {
        let line = clean(raw.trim_end_matches('\n'), start);
        start += raw.len();
        (ruled, gap) = (ruled || before.ruled, gap.max(before.gap));
        if line.text.text().is_empty() || is_rule(line.text.text()) {
            ruled |= is_rule(line.text.text());
            continue;
        }
        lines.push(Line { gap, ruled, ..line });
        (ruled, gap) = (false, Gap::Line);
    }
    lines
}

/// Whether a line is drawn and not written: `______`, `* * *`.
fn is_rule(text: &str) -> bool {
    text.chars().filter(|c| *c != ' ').count() > 2
        && text.chars().all(|c| matches!(c, '_' | '-' | '–' | '—' | '=' | '*' | '~' | ' ' | '|' | ':' | '+'))
}

/// How many blank lines are the end of a page: three, or four where two stand between paragraphs.
fn set_gaps(lines: &mut [Line], blanks: &[usize]) {
    let count = |wanted: usize| blanks.iter().filter(|blank| **blank == wanted).count();
    let page = if count(2) > count(1) { 4 } else { 3 };
    for (line, blank) in lines.iter_mut().zip(blanks) {
        if line.gap != Gap::Page && *blank > 0 {
            line.gap = if *blank >= page { Gap::Page } else { Gap::Blank };
        }
    }
}

fn clean(raw: &str, place: usize) -> Line {
    let mut line = Line {
        text: Mapped::default(),
        gap: Gap::Line,
        width: 0,
        ruled: false,
        soft: raw.trim_end().ends_with('\u{ad}'),
        known: None,
    };
    let mut cluster = String::new();
    let (mut from, mut blank) = (place, None);
    for (at, c) in raw.char_indices() {
        if is_invisible(c) || (c.is_control() && c != '\t') {
            continue;
        }
        let place = place + at;
        if c.is_whitespace() {
            flush(&mut line.text, &mut cluster, from);
            // A tab behind the heading of a vote's side parts two cells of a table.
            if c == '\t' && line.text.text().rsplit('|').next().and_then(of_word).is_some() {
                line.text.push_str(" |", place);
            }
            blank = blank.or(Some(place));
            continue;
        }
        if let Some(place) = blank.take().filter(|_| !line.text.text().is_empty()) {
            line.text.push(' ', place);
        }
        // A character that is never composed with the one before it begins a cluster of its own.
        if is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes
            && unicode_normalization::char::canonical_combining_class(c) == 0
        {
            flush(&mut line.text, &mut cluster, from);
        }
        if cluster.is_empty() {
            from = place;
        }
        cluster.push(c);
    }
    flush(&mut line.text, &mut cluster, from);
    let text = unheaded(&line.text);
    line.text = unlabelled(&text).unwrap_or(text);
    line.width =
        line.text.text().chars().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).count();
    line
}

/// Moves a cluster into the text, composed.
fn flush(text: &mut Mapped, cluster: &mut String, from: usize) {
    let mut chars = cluster.chars();
    match (chars.next(), chars.next()) {
        (None, _) => return,
        (Some(c), None) if is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes => text.push(c, from),
        // Where composing changes nothing the characters stand as they are, each at its place.
        _ if cluster.nfc().eq(cluster.chars()) => text.push_str(cluster, from),
        _ => cluster.nfc().for_each(|c| text.push(c, from)),
    }
    cluster.clear();
}

/// A line without the signs by which Markdown has headings and quotations.
fn unheaded(text: &Mapped) -> Mapped {
    let whole = text.text();
    let rest = whole.trim_start_matches('#');
    let level = whole.len() - rest.len();
    if (1..=6).contains(&level) && rest.starts_with(' ') {
        return text.slice(level + 1..whole.len());
    }
    if whole.starts_with("> ") { text.slice(2..whole.len()) } else { text.clone() }
}

/// A line without the label that drafts print before a paragraph: "(PP1) Recalling", "OP2. Urges", which becomes a
/// number. The label of a paragraph in a sentence stays.
fn unlabelled(text: &Mapped) -> Option<Mapped> {
    let whole = text.text();
    let inner = whole.strip_prefix('(').unwrap_or(whole);
    let operative = inner.starts_with("OP");
    let rest = inner.strip_prefix("OP").or_else(|| inner.strip_prefix("PP"))?.trim_start();
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let body = rest[digits..].trim_start_matches([')', '.', ':', ' ', '-']);
    let folded = fold(body.get(..body.len().min(200)).unwrap_or(body));
    let opens = words::ALL.iter().any(|words| match operative {
        true => words.opens_operative(&folded),
        false => words.opens_preambular(&folded),
    });
    if digits == 0 || digits > 3 || !opens {
        return None;
    }
    let mut bare = Mapped::default();
    if operative {
        let start = whole.len() - rest.len();
        bare.append(&text.slice(start..start + digits));
        let place = text.place(start + digits);
        bare.push_str(". ", place);
    }
    bare.append(&text.slice(whole.len() - body.len()..whole.len()));
    Some(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<(String, Gap)> {
        lines(text).into_iter().map(|line| (line.text.text().to_owned(), line.gap)).collect()
    }

    #[test]
    fn lines_are_clean_and_know_their_gaps() {
        let text = "# Title\r\n\r\na\u{a0} e\u{301}\u{ad}x\t y\rb\n\n\n\n\nc\n\u{c}d\n";
        let expected = [
            ("Title", Gap::Line),
            ("a éx y", Gap::Blank),
            ("b", Gap::Line),
            ("c", Gap::Page),
            ("d", Gap::Page),
        ];
        assert_eq!(texts(text), expected.map(|(text, gap)| (text.to_owned(), gap)));
    }

    #[test]
    fn places_are_those_of_the_document() {
        let text = "x\n\u{200f}ab e\u{301}c";
        let lines = lines(text);
        let line = &lines[1].text;
        assert_eq!(line.text(), "ab éc");
        assert_eq!(&text[line.place(5)..], "c");
        assert_eq!(&text[line.place(0)..line.place(1)], "a");
    }
}
