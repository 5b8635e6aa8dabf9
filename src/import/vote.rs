//! Votes printed in the text: counts, and lists of who voted how.

mod counts;
mod list;

use std::collections::BTreeSet;
use std::ops::Range;

use super::block::{Block, Role};
use super::codes::{VOTE_CONTRADICTION, VOTE_NOT_UNDERSTOOD};
use super::heading::way;
use super::mapped::Mapped;
use super::words::{Words, contains};
use crate::fold::{Folded, fold};
use crate::model::Label;
use crate::problem::{Code, Problem, SourceText};
use crate::vocabulary::Way;

/// A delegation in a vote's list.
#[derive(Clone, Debug)]
pub struct Voter {
    /// Its code.
    pub code: String,
    /// Its name as printed.
    pub name: String,
}

/// A vote; in favour, against, abstaining.
#[derive(Clone, Debug, Default)]
pub struct Ballots {
    /// The paragraphs voted on; none for the whole text.
    pub on: Vec<Label>,
    /// How many.
    pub counts: [Option<u32>; 3],
    /// Who.
    pub lists: [Option<Vec<Voter>>; 3],
    /// Whether the lists are not all.
    pub incomplete: bool,
    /// Where it stands in the document.
    pub place: Range<usize>,
}

/// The headings of lists, folded, by side.
const SIDES: [(&str, usize); 26] = [
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
    ("votent pour", 0),
    ("ont vote pour", 0),
    ("votent contre", 1),
    ("ont vote contre", 1),
    ("s'abstiennent", 2),
    ("se sont abstenus", 2),
    ("votos a favor", 0),
    ("votos en contra", 1),
    ("abstenciones", 2),
];

/// What may stand before the heading of a list.
const BEFORE: [&str; 6] = ["voting ", "voted ", "those ", "states ", "votes ", "الدول "];

/// Whether a folded line is a list of who voted how.
pub fn is_listing(folded: &str) -> bool {
    let bare = folded.trim_start_matches(['[', '(', '-', ' ', '*']);
    let bare = BEFORE.iter().find_map(|word| bare.strip_prefix(word)).unwrap_or(bare);
    SIDES.iter().any(|(word, _)| {
        bare.strip_prefix(word).is_some_and(|rest| heading_end(rest).is_some() || is_alone(rest))
    })
}

/// How much of a text behind a heading's words belongs to it: a count in brackets, and the colon.
fn heading_end(rest: &str) -> Option<usize> {
    let after = counted_end(rest);
    let colon = after.trim_start().strip_prefix([':', '：'])?;
    Some(rest.len() - colon.len())
}

/// Whether nothing but a count stands behind a heading's words in their line.
fn is_alone(rest: &str) -> bool {
    let line = rest.split('\n').next().unwrap_or_default();
    counted_end(line).trim().is_empty()
}

/// A text without the count in brackets that it begins with.
fn counted_end(rest: &str) -> &str {
    let count = rest.trim_start().strip_prefix('(').and_then(|inner| inner.split_once(')'));
    count.filter(|(count, _)| count.chars().all(|c| c.is_numeric())).map_or(rest, |(_, after)| after)
}

/// Whether a folded line is about a vote.
pub fn is_vote(words: &Words, folded: &str) -> bool {
    is_listing(folded)
        || (way(words, folded).is_some() && contains(folded, words.adopted))
        || is_separate(words, folded)
}

/// Whether a folded line is about a vote on paragraphs.
fn is_separate(words: &Words, folded: &str) -> bool {
    way(words, folded) == Some(Way::Vote)
        && contains(folded, &["paragraph", "فقر", "retained", "الابقاء", "ابقي", "استبقي"])
}

/// Reads the votes that the heading counts and that stand behind the text.
pub fn read(
    source: &SourceText,
    words: &Words,
    heading: &[Block],
    tail: &[Block],
    problems: &mut Vec<Problem>,
) -> Vec<Ballots> {
    let mut votes: Vec<Ballots> = Vec::new();
    for text in &texts(words, tail) {
        let mut reader = Reader { source, words, problems };
        votes.extend(reader.vote(text));
    }
    // What the heading says only counts where nothing behind the text says more.
    let said = texts(words, heading);
    let listed = said.iter().filter(|text| !sides(text.text()).is_empty());
    for text in listed {
        if !votes.iter().any(|vote| vote.on.is_empty()) {
            let mut reader = Reader { source, words, problems };
            votes.extend(reader.vote(text));
        }
    }
    if !votes.iter().any(|vote| vote.on.is_empty()) {
        votes.extend(counted(words, heading));
    }
    votes
}

/// The text of each vote behind the resolution, with its lists.
fn texts(words: &Words, tail: &[Block]) -> Vec<Mapped> {
    let mut texts: Vec<Mapped> = Vec::new();
    for block in tail.iter().filter(|block| block.role == Role::Text) {
        let text = block.text.text();
        let folded = fold(text);
        if words.is_annex(&folded) {
            break;
        }
        let voted = way(words, &folded) == Some(Way::Vote)
            && (contains(&folded, words.adopted) || contains(&folded, words.rejected));
        let listing = is_listing(&folded);
        match texts.last_mut() {
            _ if voted || is_separate(words, &folded) => texts.push(block.text.clone()),
            Some(last) if listing || is_name(text) => {
                last.push('\n', block.place.saturating_sub(1));
                last.append(&block.text);
            }
            None if listing => texts.push(block.text.clone()),
            _ => {}
        }
    }
    texts
}

/// The counts that the adoption line of the heading gives.
fn counted(words: &Words, heading: &[Block]) -> Option<Ballots> {
    heading.iter().filter(|block| block.role == Role::Text).find_map(|line| {
        let folded = fold(line.text.text());
        if !words.is_adoption(&folded) || way(words, &folded) != Some(Way::Vote) {
            return None;
        }
        let (counts, place) = (counts::read(words, &folded), line.text.whole());
        counts.iter().any(Option::is_some).then(|| Ballots { counts, place, ..Ballots::default() })
    })
}

/// Whether a block is a list of names that goes on from the block before it.
pub fn is_name(text: &str) -> bool {
    let first = text.split([',', '،']).next().unwrap_or_default();
    matches!(crate::names::find_joined(first.trim()), crate::names::Found::One(_))
}

struct Reader<'a> {
    source: &'a SourceText,
    words: &'a Words,
    problems: &'a mut Vec<Problem>,
}

impl Reader<'_> {
    fn vote(&mut self, text: &Mapped) -> Option<Ballots> {
        let sides = sides(text.text());
        let head_end = sides.first().map_or(text.text().len(), |(at, _)| at.start);
        let head = fold(&text.text()[..head_end]);
        let place = text.whole().start..text.span(&(0..head_end)).end;
        let Some(on) = counts::labels(self.words, &head) else {
            let message = "the paragraphs of a separate vote are not clear";
            self.warn(&VOTE_NOT_UNDERSTOOD, &place, message.into());
            return None;
        };
        let counts = counts::read(self.words, &head);
        let mut vote = Ballots { on, counts, place, ..Ballots::default() };
        for (at, (range, side)) in sides.iter().enumerate() {
            let end = sides.get(at + 1).map_or(text.text().len(), |(next, _)| next.start);
            self.side(text, range.end..end, *side, &mut vote);
        }
        self.agree(&mut vote);
        if vote.counts.iter().all(Option::is_none) {
            self.warn(&VOTE_NOT_UNDERSTOOD, &vote.place, "the counts of a vote are not clear".into());
            return None;
        }
        Some(vote)
    }

    fn side(&mut self, text: &Mapped, range: Range<usize>, side: usize, vote: &mut Ballots) {
        let (found, cut, unknown) = list::read(&text.text()[range.clone()]);
        for (place, name) in unknown {
            let place = text.span(&(range.start + place.start..range.start + place.end));
            self.warn(
                &VOTE_NOT_UNDERSTOOD,
                &place,
                format!("“{}” is no delegation that is known", super::quote(&name)),
            );
            vote.incomplete = true;
        }
        vote.incomplete |= cut;
        vote.lists[side].get_or_insert_default().extend(found);
    }

    /// Compares counts and lists, and counts what was only listed.
    fn agree(&mut self, vote: &mut Ballots) {
        let mut wrong = repeats(vote);
        for (side, name) in ["in favour", "against", "abstaining"].into_iter().enumerate() {
            let said = vote.counts[side];
            // A heading without a name below it lists nobody, and does not say that there is nobody.
            let list = &mut vote.lists[side];
            if said.is_some_and(|count| count > 0) && list.as_ref().is_some_and(Vec::is_empty) {
                *list = None;
            }
            let listed = list.as_ref().and_then(|list| u32::try_from(list.len()).ok());
            match (said, listed) {
                (Some(count), Some(listed)) if count != listed && !(vote.incomplete && listed < count) => {
                    wrong.push(format!("{count} {name} are counted and {listed} listed"));
                    if listed > count {
                        // The sentence is the better evidence, and its count cannot hold the list.
                        *list = None;
                    }
                }
                (None, Some(listed)) if !vote.incomplete => vote.counts[side] = Some(listed),
                _ => {}
            }
        }
        for message in wrong {
            vote.incomplete = true;
            self.warn(&VOTE_CONTRADICTION, &vote.place, message);
        }
        // A side that is counted without names makes the lists incomplete.
        let listed = vote.lists.iter().any(Option::is_some);
        let unlisted =
            (0..3).any(|side| vote.lists[side].is_none() && vote.counts[side].is_some_and(|count| count > 0));
        vote.incomplete = listed && (vote.incomplete || unlisted);
    }

    fn warn(&mut self, code: &'static Code, place: &Range<usize>, message: String) {
        self.problems.push(Problem::new(code, self.source, place.clone(), message, ""));
    }
}

/// Where the lists of a vote begin in its text, with their sides.
fn sides(text: &str) -> Vec<(Range<usize>, usize)> {
    let whole = Folded::new(text);
    let mut sides: Vec<(Range<usize>, usize)> = Vec::new();
    for (word, side) in SIDES {
        for at in whole.find(word) {
            // A capital, or an Arabic word with its article, may be glued to the name before it.
            let begins = text[at.start..].starts_with(|c: char| c.is_uppercase() || c > '\u{600}');
            let before = without_word(&text[..at.start]);
            let start = before.len();
            let free = begins || !before.ends_with(char::is_alphanumeric);
            let line = before.rsplit('\n').next().unwrap_or_default().trim_matches(['[', '(', '-', ' ', '*']);
            let rest = &text[at.end..];
            let alone = line.is_empty() && is_alone(rest);
            let end = heading_end(rest).or_else(|| alone.then(|| rest.len() - counted_end(rest).len()));
            if let (Some(end), true) = (end, free) {
                sides.push((start..at.end + end, side));
            }
        }
    }
    sides.sort_by_key(|(at, _)| (at.start, usize::MAX - at.end));
    // No heading stands inside another.
    let mut end = 0;
    sides.retain(|(at, _)| {
        let new = at.start >= end;
        end = end.max(at.end);
        new
    });
    sides
}

/// A text without the word before the heading of a list that it ends with.
fn without_word(text: &str) -> &str {
    let trimmed = text.trim_end();
    let word = trimmed.rsplit([' ', '\n', '[', '(']).next().unwrap_or_default();
    let known = BEFORE.iter().any(|before| fold(word) == before.trim_end());
    if known { &trimmed[..trimmed.len() - word.len()] } else { text }
}

/// Takes out delegations that stand in the lists already, and says which.
fn repeats(vote: &mut Ballots) -> Vec<String> {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut repeats = Vec::new();
    for voters in vote.lists.iter_mut().flatten() {
        voters.retain(|voter| {
            let new = seen.insert(voter.code.clone());
            if !new {
                repeats.push(format!("{} stands twice in the lists", voter.name));
            }
            new
        });
    }
    repeats
}
