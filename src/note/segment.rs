//! Where sentences and the items of lists begin and end.

use super::mark::{Grammar, Item, What};
use super::rules::LONGEST_RUN;
use super::sign::Sign;
use super::token::Gap;

/// Brackets are followed no farther, in terminals.
const LONGEST_BRACKET: usize = 60;

/// A stretch of text that is read on its own.
pub(super) struct Segment {
    pub from: usize,
    pub to: usize,
    /// What it begins with is no new sentence: it comes after a semicolon.
    pub continues: bool,
    /// It ends with its line.
    pub line: bool,
}

/// Cuts at full stops, semicolons, items and empty lines, and at lines that are items without a bullet.
pub(super) fn segments(items: &[Item], grammar: &Grammar) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::new();
    let mut from = 0;
    let mut continues = false;
    // Where a bracket that is open closes: a semicolon inside parts no sentences.
    let mut closes = 0;
    for at in 0..=items.len() {
        let item = items.get(at);
        if item.is_some_and(|item| item.what == What::Mark('(')) && at >= closes {
            closes = bracket_end(items, at);
        }
        let mark = match item.map(|item| item.what) {
            Some(What::Stop) => true,
            Some(What::Mark(';')) => at >= closes,
            _ => false,
        };
        let fresh = item.is_none_or(|item| {
            let row = item.what == What::Mark('|');
            let line = item.gap == Gap::Line && (row || line_begins(items, at, grammar));
            at > from && (item.gap >= Gap::Paragraph || line)
        });
        if !(mark || fresh) {
            continue;
        }
        if at > from {
            segments.push(Segment { from, to: at, continues, line: fresh });
            continues = false;
        }
        if mark {
            continues = matches!(item.map(|item| item.what), Some(What::Mark(';')));
            from = at + 1;
        } else {
            from = at;
        }
    }
    segments
}

/// The place of the bracket that closes the one at a place, in the same sentence; the place itself where none does.
fn bracket_end(items: &[Item], at: usize) -> usize {
    let mut depth = 0;
    for (place, item) in items.iter().enumerate().skip(at).take(LONGEST_BRACKET) {
        match item.what {
            What::Mark('(') => depth += 1,
            What::Mark(')') if depth == 1 => return place,
            What::Mark(')') => depth -= 1,
            What::Stop => break,
            _ if place > at && item.gap >= Gap::Paragraph => break,
            _ => {}
        }
    }
    at
}

/// Whether a line that begins here is an item of its own rather than a sentence going on.
fn line_begins(items: &[Item], at: usize, grammar: &Grammar) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|before| items.get(before)) else { return true };
    let counts =
        items.get(at).is_some_and(|item| matches!(item.what, What::Sign(Sign::Filler | Sign::Ordinal(_))));
    if counts && items.get(at + 1).is_some_and(|colon| colon.what == What::Mark(':')) {
        // "Second: paragraph 7: Qatar"
        return true;
    }
    let object_ends = matches!(
        before.what,
        What::Number
            | What::Mark(')' | ':')
            | What::Quote
            | What::Sign(Sign::Own | Sign::AsWhole | Sign::Kind(_))
    );
    let leads =
        |at: &usize| items.get(*at).is_some_and(|item| item.is(Sign::Article) || item.is(Sign::Delegation));
    let first = (at..at + LONGEST_RUN).find(|at| !leads(at)).unwrap_or(at);
    match items.get(first).map(|item| item.what) {
        Some(What::Name(_)) => object_ends || matches!(before.what, What::Name(_)),
        Some(What::Sign(
            Sign::Unit(_)
            | Sign::Preambular
            | Sign::Operative
            | Sign::SubParagraph
            | Sign::Part
            | Sign::Ordinal(_)
            | Sign::Own
            | Sign::Whole,
        )) => object_ends || (matches!(before.what, What::Name(_)) && has_colon(items, at)),
        Some(What::Unknown) => {
            object_ends
                && (items.get(first).is_some_and(|item| item.capital) || !grammar.capitals)
                && !matches!(before.what, What::Sign(Sign::Kind(_)))
        }
        _ => matches!(before.what, What::Mark(':')),
    }
}

/// Whether the line that begins here has a colon.
fn has_colon(items: &[Item], at: usize) -> bool {
    let line = items.iter().skip(at).take(20).enumerate();
    let mut line = line.take_while(|(place, item)| *place == 0 || item.gap < Gap::Line);
    line.any(|(_, item)| item.what == What::Mark(':'))
}
