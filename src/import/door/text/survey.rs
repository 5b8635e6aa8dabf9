//! What the lines of a text are like on the whole: how wide, with which marks of notes, whether words were lost.

use std::collections::HashSet;

use super::line::{Gap, Line};
use crate::fold::{digit, fold};
use crate::import::heading::bracketed_mark;
use crate::import::lead::{Lead, lead};
use crate::import::shape::{End, end, glued, starts_lower};
use crate::import::words;

/// The marks of notes that stand glued to words, and numbers that may be such.
pub(super) fn marks(lines: &[Line]) -> HashSet<String> {
    let each = lines.iter().flat_map(|line| glued(line.text.text(), |_| true));
    let alone = lines.iter().map(|line| line.text.text()).filter(|text| text.chars().count() <= 2);
    let digits = alone.filter_map(|text| text.chars().map(digit).collect::<Option<Vec<_>>>());
    let digits =
        digits.map(|digits| digits.into_iter().filter_map(|digit| char::from_digit(digit, 10)).collect());
    // A number in brackets may be one at the end of a line of a heading: "Title (1)".
    let ends = lines.iter().filter_map(|line| bracketed_mark(line.text.text()));
    let bracketed = ends.map(|(mark, _)| format!("({mark})"));
    each.map(|(mark, _)| mark).chain(digits).chain(bracketed).collect()
}

/// How wide the lines around each line are: six before and behind it, on its page and in its script.
pub(super) fn widths(lines: &[Line]) -> Vec<usize> {
    const NEAR: usize = 6;
    let scripts: Vec<u8> = lines.iter().map(|line| words::script(line.text.text())).collect();
    let around = |at: usize| {
        let before = (0..at).rev().take(NEAR).take_while(|other| lines[other + 1].gap != Gap::Page);
        let behind = (at + 1..lines.len()).take(NEAR).take_while(|other| lines[*other].gap != Gap::Page);
        let near = before.chain(behind).filter(|other| scripts[*other] == scripts[at]);
        near.map(|other| lines[other].width).max().unwrap_or(0).max(lines[at].width)
    };
    (0..lines.len()).map(around).collect()
}

/// For each line, whether a paragraph with the number 1 comes below it before another version begins.
pub(super) fn numbered(lines: &[Line]) -> Vec<bool> {
    let mut each = vec![false; lines.len()];
    let mut below = false;
    for (at, line) in lines.iter().enumerate().rev() {
        let text = line.text.text();
        let (lead, rest) = lead(text);
        if lead.is_one() {
            let words = words::language(text).unwrap_or(words::ALL[0]);
            let next = lines.get(at + 1).map_or("", |next| next.text.text());
            let body = if rest < text.len() { &text[rest..] } else { next };
            let folded = fold(body.get(..body.len().min(200)).unwrap_or(body));
            below |= words.may_open_operative(&folded) || folded.starts_with("to ");
        }
        each[at] = below;
        if below && lead == Lead::None && words::formula(text).is_some() {
            below = false;
        }
    }
    each
}

/// Whether the first words of paragraphs were lost, as happens where they were in italics: most then begin small.
pub(super) fn lost_openings(lines: &[Line]) -> bool {
    let pairs =
        lines.windows(2).filter(|pair| pair[1].gap == Gap::Blank && end(pair[0].text.text()) == End::Comma);
    let (mut small, mut all) = (0usize, 0usize);
    for pair in pairs {
        all += 1;
        small += usize::from(starts_lower(pair[1].text.text()));
    }
    small * 2 > all
}
