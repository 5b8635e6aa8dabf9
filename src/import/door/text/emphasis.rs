//! Emphasis as Markdown has it (`*Requests*`, `**India**`, `_so_`), taken off; stars that are marks of notes stay.

use std::ops::Range;

use super::line::{Gap, Line};
use crate::import::mapped::Mapped;
use crate::import::shape::{End, end, starts_lower};

/// How many lines further emphasis may end.
const REACH: usize = 12;

/// A run of stars or underscores that may begin or end emphasis.
struct Run {
    line: usize,
    at: Range<usize>,
    sign: u8,
    opens: bool,
    closes: bool,
}

/// Takes emphasis off lines. Emphasis may go on over line ends, and over the end of a page in the middle of a sentence,
/// not over blank lines.
pub(super) fn strip(lines: &mut [Line]) {
    let mut gone: Vec<Vec<Range<usize>>> = vec![Vec::new(); lines.len()];
    let mut open: Vec<Run> = Vec::new();
    for at in 0..lines.len() {
        let broken =
            || starts_lower(lines[at].text.text()) || at > 0 && end(lines[at - 1].text.text()) == End::Open;
        if lines[at].gap == Gap::Blank || (lines[at].gap == Gap::Page && !broken()) {
            open.clear();
        }
        for run in runs(lines[at].text.text(), at, &mut gone[at]) {
            open.retain(|other| other.line + REACH > at);
            let partner = |longer: bool| {
                open.iter().rposition(|other| {
                    let fits =
                        if longer { other.at.len() < run.at.len() } else { other.at.len() == run.at.len() };
                    run.closes && other.sign == run.sign && fits && !empty(other, &run)
                })
            };
            // "**Title***" is a title in bold and the mark of a note.
            let marked = || partner(true).filter(|_| run.sign == b'*' && !run.opens);
            if let Some(partner) = partner(false).or_else(marked) {
                let other = open.swap_remove(partner);
                let length = other.at.len();
                gone[run.line].push(run.at.start..run.at.start + length);
                gone[other.line].push(other.at);
                open.truncate(partner);
            } else if run.opens && open.len() < 16 {
                open.push(run);
            }
        }
    }
    for (line, mut gone) in lines.iter_mut().zip(gone) {
        if !gone.is_empty() {
            gone.sort_by_key(|range| range.start);
            line.text = without(&line.text, &gone);
        }
    }
}

fn empty(open: &Run, close: &Run) -> bool {
    open.line == close.line && open.at.end == close.at.start
}

/// The runs of a line; a backslash before a sign, which makes it no emphasis, goes.
fn runs(text: &str, line: usize, gone: &mut Vec<Range<usize>>) -> Vec<Run> {
    let bytes = text.as_bytes();
    let mut runs = Vec::new();
    let mut at = 0;
    while let Some(found) = bytes[at..].iter().position(|b| matches!(b, b'*' | b'_' | b'\\')) {
        let start = at + found;
        let sign = bytes[start];
        if sign == b'\\' {
            let escaped = bytes
                .get(start + 1)
                .is_some_and(|b| matches!(b, b'*' | b'_' | b'[' | b']' | b'#' | b'.' | b'-'));
            if escaped {
                gone.push(start..start + 1);
            }
            at = start + 1 + usize::from(escaped);
            continue;
        }
        let length = bytes[start..].iter().take_while(|b| **b == sign).count();
        at = start + length;
        let before = text[..start].chars().next_back();
        let after = text[at..].chars().next();
        let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let inside = word(before) && word(after);
        // "(*)" is the mark of a note.
        if before == Some('(') && after == Some(')') {
            continue;
        }
        let opens = !blank(after) && !word(before);
        let closes = !blank(before) && !inside && (sign == b'*' || !word(after));
        if length <= 3 && (opens || closes) && !(sign == b'_' && inside) {
            runs.push(Run { line, at: start..at, sign, opens, closes });
        }
    }
    runs
}

/// As [`Mapped::without`], but blanks inside stay: the signs stand beside words.
fn without(text: &Mapped, gone: &[Range<usize>]) -> Mapped {
    let mut kept = Mapped::default();
    let mut from = 0;
    for range in gone {
        kept.append(&text.slice(from..range.start.max(from)));
        from = range.end;
    }
    kept.append(&text.slice(from..text.text().len()));
    kept
}

#[cfg(test)]
mod tests {
    use super::super::line::lines;
    use super::*;

    fn stripped(text: &str) -> String {
        let mut lines = lines(text);
        strip(&mut lines);
        lines.iter().map(|line| line.text.text()).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn emphasis_goes_and_marks_stay() {
        for (text, plain) in [
            ("*Requests* that **India** and _so_ on", "Requests that India and so on"),
            ("1. *Calls\nupon* all;", "1. Calls\nupon all;"),
            ("Resolution adopted (Kigali)*", "Resolution adopted (Kigali)*"),
            ("* A number of *delegations*:", "* A number of delegations:"),
            ("by consensus* of the ***great*** Union", "by consensus* of the great Union"),
            ("snake_case_name and 2 * 3", "snake_case_name and 2 * 3"),
            ("a \\* b", "a * b"),
            ("winter(*)\nso\n(*) A number", "winter(*)\nso\n(*) A number"),
            ("**Türkiye** on paragraph 1*", "Türkiye on paragraph 1*"),
            ("**On boats***", "On boats*"),
            ("*On boats**", "On boats*"),
            ("*lost\n\nand found*", "*lost\nand found*"),
        ] {
            assert_eq!(stripped(text), plain);
        }
    }
}
