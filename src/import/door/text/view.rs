//! What a line is on its own: a line of a heading, a list of a vote, a formula with text behind it.

use super::line::{Gap, Line};
use crate::fold::{digit, fold};
use crate::import::date;
use crate::import::lead::{Lead, lead, note_mark};
use crate::import::shape::starts_lower;
use crate::import::vote::is_listing;
use crate::import::words::{self, Words};

/// A line, with what is asked of it more than once.
pub(super) struct View<'a> {
    pub line: &'a Line,
    pub at: usize,
    pub folded: String,
    pub words: &'static Words,
    pub lead: Lead,
    /// Where the text behind the lead begins.
    pub rest: usize,
}

impl View<'_> {
    pub fn text(&self) -> &str {
        self.line.text.text()
    }

    pub fn body(&self) -> &str {
        &self.text()[self.rest..]
    }

    pub fn apart(&self) -> bool {
        self.line.gap != Gap::Line
    }
}

/// Where an opening formula ends that stands in one line with the first paragraph.
pub(super) fn formula_end(view: &View<'_>) -> Option<usize> {
    let begins = || view.words.formula.iter().any(|start| view.folded.starts_with(start));
    if view.lead != Lead::None || !begins() {
        return None;
    }
    formula_end_in(view.text(), view.words)
}

/// Where an opening formula ends in a line that begins as one and has the first paragraph in it.
pub(super) fn formula_end_in(text: &str, words: &Words) -> Option<usize> {
    // A formula may have commas of its own: "The Conference, meeting at its 12th session, Recalling".
    let ends = text.char_indices().filter(|(_, c)| matches!(c, ',' | '،' | '，')).take(6);
    ends.map(|(at, comma)| at + comma.len_utf8()).take_while(|end| *end < 400).find_map(|end| {
        let marks = |c: char| c == ' ' || note_mark(&c.to_string()).is_some();
        let rest = text[end..].trim_start_matches(marks);
        let case = words.is_caseless() || !starts_lower(rest);
        (case
            && !rest.is_empty()
            && words.opens_preambular(&fold(rest.get(..rest.len().min(400)).unwrap_or(rest)))
            && words.is_formula(&fold(&text[..end])))
        .then_some(text.len() - rest.len())
    })
}

/// Whether a line goes on with the formula before it: "The Conference," / "meeting at its 12th session,".
pub(super) fn goes_on(line: &Line, words: &Words) -> bool {
    let text = line.text.text();
    let plain = line.gap == Gap::Line && line.width < 160 && lead(text).0 == Lead::None;
    let caseless = words.is_caseless() && !words.opens_preambular(&fold(text)) && text.ends_with(['،', '，']);
    let figure = text.starts_with(|c: char| digit(c).is_some());
    plain && (starts_lower(text) || figure || caseless) && text.ends_with([',', '،', '，'])
}

/// Whether a folded line is the end of a sentence on the adoption: "(…), without a" / "vote".
pub(super) fn is_way(folded: &str, words: &Words) -> bool {
    let short = folded.chars().count() < 40;
    let last = |way: &str| way.rsplit(' ').next().is_some_and(|word| folded.starts_with(word));
    short && words.ways.iter().any(|(way, _)| folded.starts_with(way) || last(way))
}

/// Whether a folded line of a heading stands for itself.
pub(super) fn is_formal(folded: &str, words: &Words) -> bool {
    words.formal.iter().any(|start| folded.starts_with(start) && folded.chars().count() < 90)
        || words.is_adoption(folded)
        || words.is_meeting(folded)
        || date::is_all(folded)
        || is_listing(folded)
        || is_numbered_title(folded)
        || folded.starts_with(['(', '['])
        || words::contains(folded, words.session) && folded.chars().count() < 60
}

/// "58/1. Title": the number that some bodies give a resolution.
pub(super) fn is_numbered_title(text: &str) -> bool {
    let (number, rest) = text.split_once(['.', ' ']).unwrap_or((text, ""));
    let digits = |part: &str| !part.is_empty() && part.chars().all(|c| digit(c).is_some());
    number.split_once('/').is_some_and(|(one, two)| digits(one) && digits(two))
        && !rest.starts_with(|c: char| c.is_lowercase())
}

/// Whether two stretches are joined without a blank: there is nothing before, or both are written without blanks.
pub(super) fn unspaced(before: &str, next: &str) -> bool {
    before.is_empty() || (is_han(before.chars().next_back()) && is_han(next.chars().next()))
}

fn is_han(c: Option<char>) -> bool {
    c.is_some_and(|c| matches!(c, '\u{3000}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}'))
}
