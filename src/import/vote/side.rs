//! The headings of a vote's sides: "In favour:", "Against (2):", "Yes 12 / No 3", "| In favour | Against |".

use std::ops::Range;

use crate::fold::{Folded, digit, fold};
use crate::import::speaker;

use super::list;

/// A side that is none of the three: who did not vote.
pub const ELSEWHERE: usize = 3;

/// The headings of lists, folded, by side: in favour, against, abstaining, not voting.
const SIDES: [(&str, usize); 33] = [
    ("in favour", 0),
    ("in favor", 0),
    ("against", 1),
    ("abstaining", 2),
    ("abstentions", 2),
    ("abstained", 2),
    ("المويدون", 0),
    ("المعارضون", 1),
    ("الممتنعون", 2),
    ("الممتنعون عن التصويت", 2),
    ("مويدون", 0),
    ("معارضون", 1),
    ("ممتنعون", 2),
    ("المويده", 0),
    ("المعارضه", 1),
    ("الممتنعه", 2),
    ("الممتنعه عن التصويت", 2),
    ("صوت مويدا", 0),
    ("صوت معارضا", 1),
    ("امتنع عن التصويت", 2),
    ("votent pour", 0),
    ("ont vote pour", 0),
    ("votent contre", 1),
    ("ont vote contre", 1),
    ("s'abstiennent", 2),
    ("se sont abstenus", 2),
    ("votos a favor", 0),
    ("votos en contra", 1),
    ("abstenciones", 2),
    ("non-voting", ELSEWHERE),
    ("not voting", ELSEWHERE),
    ("absent", ELSEWHERE),
    ("did not vote", ELSEWHERE),
];

/// Headings that are words of any sentence: they count where both sides stand in one text.
const WEAK: [(&str, usize); 19] = [
    ("for", 0),
    ("yes", 0),
    ("yeas", 0),
    ("ayes", 0),
    ("aye", 0),
    ("no", 1),
    ("noes", 1),
    ("nays", 1),
    ("nay", 1),
    ("abstain", 2),
    ("abstention", 2),
    ("نعم", 0),
    ("مع", 0),
    ("لا", 1),
    ("ضد", 1),
    ("امتناع", 2),
    ("pour", 0),
    ("contre", 1),
    ("abstentions", 2),
];

/// What may stand before the heading of a list.
const BEFORE: [&str; 6] = ["voting ", "voted ", "those ", "states ", "votes ", "الدول "];

/// The side that a text alone names: a cell of a table.
pub fn of_word(text: &str) -> Option<usize> {
    let folded = fold(text.trim());
    SIDES.iter().chain(&WEAK).find(|(word, _)| *word == folded).map(|(_, side)| *side)
}

/// Whether a folded line begins with the heading of a list of who voted how.
pub fn is_listing(folded: &str) -> bool {
    let bare = folded.trim_start_matches(['[', '(', '-', ' ', '*', '|']);
    let bare = BEFORE.iter().find_map(|word| bare.strip_prefix(word)).unwrap_or(bare);
    let strong = SIDES.iter().any(|(word, _)| {
        bare.strip_prefix(word).is_some_and(|rest| {
            heading_end(rest).is_some() || is_alone(rest) || is_cell(rest) || is_amount(rest)
        })
    });
    strong || WEAK.iter().any(|(word, _)| bare.strip_prefix(word).is_some_and(is_counted)) || is_tally(folded)
}

/// Whether what stands behind a weak heading can only belong to a vote: "Ayes (12): …", "For: 12", "Yes: Chad, …".
fn is_counted(rest: &str) -> bool {
    let counted = counted_end(rest).len() < rest.len();
    let Some(end) = heading_end(rest) else { return counted && is_alone(rest) };
    let body = rest[end..].trim();
    let first = body.split([',', '،', ';', '؛', '\n']).next().unwrap_or_default();
    let (voters, _, unknown) = if first.len() < 120 { list::read(first) } else { Default::default() };
    let named = !voters.is_empty() && unknown.is_empty();
    counted || named || number(body).0.is_some() && number(body).1.trim().len() < 60
}

/// Whether a folded line has a count on both sides: "Yes 12 / No 3 / Abstain 4".
pub fn is_tally(folded: &str) -> bool {
    let told = folded.len() < 300 && (folded.starts_with('|') || folded.contains(|c| digit(c).is_some()));
    let has = |wanted: usize| {
        SIDES.iter().chain(&WEAK).any(|(word, side)| *side == wanted && folded.contains(word))
    };
    if !(told && has(0) && has(1)) {
        return false;
    }
    let found = headings(folded);
    [0, 1].iter().all(|side| found.iter().any(|heading| heading.side == *side))
}

/// How much of a text behind a heading's words belongs to it: a count, and the colon.
fn heading_end(rest: &str) -> Option<usize> {
    let after = counted_end(rest);
    let after = if after.len() == rest.len() { number(rest.trim_start()).1 } else { after };
    let colon = after.trim_start().strip_prefix([':', '：'])?;
    Some(rest.len() - colon.len())
}

/// Whether nothing but a count stands behind a heading's words in their line.
fn is_alone(rest: &str) -> bool {
    let line = rest.split('\n').next().unwrap_or_default();
    counted_end(line).trim().is_empty()
}

/// Whether nothing but a number stands behind a heading's words.
fn is_amount(rest: &str) -> bool {
    let (count, after) = number(rest.trim());
    rest.starts_with(' ') && count.is_some() && after.trim_matches(['.', ',', ';']).is_empty()
}

/// Whether a heading is a cell of a table.
fn is_cell(rest: &str) -> bool {
    rest.trim_start().starts_with('|')
}

/// A text without the count in brackets that it begins with.
fn counted_end(rest: &str) -> &str {
    let count = rest.trim_start().strip_prefix('(').and_then(|inner| inner.split_once(')'));
    count
        .filter(|(count, _)| !count.is_empty() && count.chars().all(char::is_numeric))
        .map_or(rest, |(_, after)| after)
}

/// The number that a text begins with, and what follows it.
pub fn number(text: &str) -> (Option<u32>, &str) {
    let end = text.find(|c| digit(c).is_none()).unwrap_or(text.len());
    let digits: Option<String> =
        text[..end].chars().map(|c| digit(c).and_then(|digit| char::from_digit(digit, 10))).collect();
    let value = digits.and_then(|digits| digits.parse().ok()).filter(|value| *value < 1000);
    if value.is_some() { (value, &text[end..]) } else { (None, text) }
}

/// The heading of a side in a text.
pub struct Heading {
    /// Where it stands, with its count and colon.
    pub at: Range<usize>,
    /// Which side.
    pub side: usize,
    /// Nothing but its place shows that it is one: it counts where both sides stand.
    weak: bool,
}

/// Where the lists or counts of a vote begin in its text, with their sides.
pub fn headings(text: &str) -> Vec<Heading> {
    let whole = Folded::new(text);
    let mut found: Vec<Heading> = Vec::new();
    let strong = SIDES.iter().map(|(word, side)| (*word, *side, false));
    for (word, side, weak) in strong.chain(WEAK.iter().map(|(word, side)| (*word, *side, true))) {
        found.extend(whole.find(word).filter_map(|at| heading(text, at, side, weak)));
    }
    found.sort_by_key(|heading| (heading.at.start, usize::MAX - heading.at.end));
    // No heading stands inside another.
    let mut end = 0;
    found.retain(|heading| {
        let new = heading.at.start >= end;
        end = end.max(heading.at.end);
        new
    });
    // "24 in favour, 6 against": the counts stand before the words.
    let counted = found.first().is_some_and(|first| first.weak && number_before(&text[..first.at.start]));
    let both = !counted && [0, 1].iter().all(|side| found.iter().any(|heading| heading.side == *side));
    found.retain(|heading| both || !heading.weak);
    found
}

/// The heading whose words stand at a place, if they are one there.
fn heading(text: &str, at: Range<usize>, side: usize, weak: bool) -> Option<Heading> {
    // A capital, or an Arabic word with its article, may be glued to the name before it.
    let begins = text[at.start..].starts_with(|c: char| c.is_uppercase() || c > '\u{600}') && !weak;
    let before = without_word(&text[..at.start]);
    let rest = &text[at.end..];
    let free = begins || !before.ends_with(char::is_alphanumeric);
    if !free || rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    let line = before.rsplit('\n').next().unwrap_or_default().trim_matches(['[', '(', '-', ' ', '*', '|']);
    let alone = line.is_empty() && is_alone(rest);
    let end = heading_end(rest).or_else(|| alone.then(|| rest.len() - counted_end(rest).len()));
    if let Some(end) = end {
        return Some(Heading { at: before.len()..at.end + end, side, weak });
    }
    let next = rest.trim_start();
    let count = number(next).0.is_some() && !number(next).1.starts_with(char::is_alphanumeric);
    let begun = line.is_empty()
        || before.trim_end().ends_with([':', '/', ',', ';', '|', '.'])
        || number_before(before);
    let follows = begun && (count || is_cell(rest) || (!weak && line.is_empty() && speaker::begins(next)));
    let last = fold(before.trim_end().rsplit([' ', '\n']).next().unwrap_or_default());
    let row = !weak && (of_start(next).is_some() || SIDES.iter().any(|(word, _)| *word == last));
    (follows || row).then_some(Heading { at: before.len()..at.end, side, weak: true })
}

fn number_before(before: &str) -> bool {
    before.trim_end().ends_with(|c| digit(c).is_some())
}

/// The side whose heading a text begins with.
fn of_start(text: &str) -> Option<usize> {
    let folded = fold(text.get(..text.len().min(60)).unwrap_or(text));
    SIDES.iter().find(|(word, _)| folded.starts_with(word)).map(|(_, side)| *side)
}

/// A text without the word before the heading of a list that it ends with.
fn without_word(text: &str) -> &str {
    let trimmed = text.trim_end();
    let word = trimmed.rsplit([' ', '\n', '[', '(']).next().unwrap_or_default();
    let known = BEFORE.iter().any(|before| fold(word) == before.trim_end());
    if known { &trimmed[..trimmed.len() - word.len()] } else { text }
}
