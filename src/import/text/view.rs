//! What a line is on its own: a line of a heading, a list of a vote, a formula with text behind it.

use super::line::{Gap, Line};
use crate::fold::{digit, fold};
use crate::import::date;
use crate::import::lead::Lead;
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
    let text = view.text();
    let (at, comma) = text.char_indices().find(|(_, c)| matches!(c, ',' | '،' | '，'))?;
    let end = at + comma.len_utf8();
    let rest = text[end..].trim();
    let whole = view.lead == Lead::None && end < 300 && !rest.is_empty();
    (whole && view.words.is_formula(&fold(&text[..end])) && view.words.opens_preambular(&fold(rest)))
        .then_some(end)
}

/// Whether a folded line is one of a vote's lists or says what follows.
pub(super) fn is_listing(folded: &str) -> bool {
    let bare = folded.trim_start_matches(['[', '(', '-', ' ']);
    [
        "in favour:",
        "in favor:",
        "against:",
        "abstaining:",
        "abstentions:",
        "abstained:",
        "المويدون:",
        "المعارضون:",
        "الممتنعون:",
        "مويدون:",
        "معارضون:",
        "ممتنعون:",
    ]
    .iter()
    .any(|start| bare.starts_with(start))
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
