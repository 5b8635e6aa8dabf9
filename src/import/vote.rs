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
const SIDES: [(&str, usize); 22] = [
    ("in favour:", 0),
    ("in favor:", 0),
    ("against:", 1),
    ("abstaining:", 2),
    ("abstentions:", 2),
    ("abstained:", 2),
    ("المويدون:", 0),
    ("المعارضون:", 1),
    ("الممتنعون:", 2),
    ("الممتنعون عن التصويت:", 2),
    ("مويدون:", 0),
    ("معارضون:", 1),
    ("ممتنعون:", 2),
    ("votent pour:", 0),
    ("ont vote pour:", 0),
    ("votent contre:", 1),
    ("ont vote contre:", 1),
    ("s'abstiennent:", 2),
    ("se sont abstenus:", 2),
    ("votos a favor:", 0),
    ("votos en contra:", 1),
    ("abstenciones:", 2),
];

/// Whether a folded line is a list of who voted how.
pub fn is_listing(folded: &str) -> bool {
    let bare = folded.trim_start_matches(['[', '(', '-', ' ', '*']).replace(" :", ":");
    SIDES.iter().any(|(start, _)| bare.starts_with(start))
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
        && contains(folded, &["paragraph", "فقر", "retained", "الابقاء", "ابقي"])
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
    let mut texts: Vec<Mapped> = Vec::new();
    for block in tail.iter().filter(|block| block.role == Role::Text) {
        let text = block.text.text();
        let folded = fold(text);
        if words.is_annex(&folded) {
            break;
        }
        let voted = way(words, &folded) == Some(Way::Vote)
            && (contains(&folded, words.adopted) || contains(&folded, words.rejected));
        if voted || is_separate(words, &folded) {
            texts.push(block.text.clone());
        } else if let Some(last) = texts.last_mut().filter(|_| is_listing(&folded) || is_name(text)) {
            last.push('\n', block.place.saturating_sub(1));
            last.append(&block.text);
        } else if is_listing(&folded) {
            texts.push(block.text.clone());
        }
    }
    for text in &texts {
        let mut reader = Reader { source, words, problems };
        votes.extend(reader.vote(text));
    }
    if !votes.iter().any(|vote| vote.on.is_empty()) {
        let line = heading.iter().find(|block| words.is_adoption(&fold(block.text.text())));
        let counted = line.filter(|line| way(words, &fold(line.text.text())) == Some(Way::Vote));
        votes.extend(counted.and_then(|line| {
            let counts = counts::read(words, &fold(line.text.text()));
            counts.iter().any(Option::is_some).then(|| Ballots {
                counts,
                place: line.text.whole(),
                ..Ballots::default()
            })
        }));
    }
    votes
}

/// Whether a block is a list of names that goes on from the block before it.
fn is_name(text: &str) -> bool {
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
        let plain = text.text().replace(" :", ": ");
        let whole = Folded::new(if plain.len() == text.text().len() { &plain } else { text.text() });
        let mut sides: Vec<(Range<usize>, usize)> = Vec::new();
        for (word, side) in SIDES {
            for at in whole.find(word) {
                // "in favour:" is no part of a longer word, and no heading stands inside another.
                let inside = sides.iter().any(|(other, _)| other.start <= at.start && at.end <= other.end);
                if !inside && !text.text()[..at.start].ends_with(char::is_alphanumeric) {
                    sides.push((at, side));
                }
            }
        }
        sides.sort_by_key(|(at, _)| at.start);
        let head_end = sides.first().map_or(text.text().len(), |(at, _)| at.start);
        let head = fold(&text.text()[..head_end]);
        let mut vote =
            Ballots { place: text.whole().start..text.span(&(0..head_end)).end, ..Ballots::default() };
        match counts::labels(self.words, &head) {
            Some(labels) => vote.on = labels,
            None => {
                self.warn(
                    &VOTE_NOT_UNDERSTOOD,
                    &vote.place,
                    "the paragraphs of a separate vote are not clear".into(),
                );
                return None;
            }
        }
        vote.counts = counts::read(self.words, &head);
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
        let mut seen: BTreeSet<String> = BTreeSet::new();
        let mut wrong: Vec<String> = Vec::new();
        for voters in vote.lists.iter_mut().flatten() {
            voters.retain(|voter| {
                let new = seen.insert(voter.code.clone());
                if !new {
                    wrong.push(format!("{} stands twice in the lists", voter.name));
                }
                new
            });
        }
        let said = vote.counts;
        for (side, name) in ["in favour", "against", "abstaining"].into_iter().enumerate() {
            let Some(listed) = vote.lists[side].as_ref().and_then(|list| u32::try_from(list.len()).ok())
            else {
                continue;
            };
            match said[side] {
                Some(count) if count != listed && !(vote.incomplete && listed < count) => {
                    wrong.push(format!("{count} {name} are counted and {listed} listed"));
                }
                None if !vote.incomplete => vote.counts[side] = Some(listed),
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
