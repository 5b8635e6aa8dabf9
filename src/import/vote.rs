//! Votes printed in the text: counts, and lists of who voted how.

mod list;
mod side;

use std::collections::BTreeSet;
use std::ops::Range;

use super::block::{Block, Role};
use super::codes::{VOTE_CONTRADICTION, VOTE_CORRECTED, VOTE_NOT_UNDERSTOOD, VOTE_ON_PROPOSAL};
use super::heading::way;
use super::mapped::Mapped;
use super::speaker;
use super::words::{Words, contains};
use crate::fold::fold;
use crate::model::Label;
use crate::problem::{Code, Problem, SourceText};
use crate::statement::{self, About};
use crate::vocabulary::Way;

use side::headings;
pub use side::{is_listing, is_tally, of_word};

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

/// Whether a folded line is about a vote.
pub fn is_vote(words: &Words, folded: &str) -> bool {
    is_listing(folded)
        || (way(words, folded).is_some() && contains(folded, words.adopted))
        || is_sentence(words, folded)
}

/// Whether a folded sentence says how a vote went.
fn is_sentence(words: &Words, folded: &str) -> bool {
    let told = contains(folded, words.adopted) || contains(folded, words.rejected);
    let vote = contains(folded, &["vote", "voting", "votacion", "تصويت"]);
    (told && way(words, folded) == Some(Way::Vote))
        || is_separate(words, folded)
        || ((told || vote) && counts_vote(words, folded))
}

/// Whether a folded sentence has counts of more than one side.
pub fn counts_vote(words: &Words, folded: &str) -> bool {
    let Ok(language) = words.tag.parse() else { return false };
    let read = statement::votes(&language, folded, &[], [None, None]);
    read.votes.iter().any(|vote| vote.counts.iter().flatten().count() > 1)
}

/// Whether a folded line is about a vote on paragraphs.
fn is_separate(words: &Words, folded: &str) -> bool {
    way(words, folded) == Some(Way::Vote)
        && contains(folded, &["paragraph", "فقر", "retained", "الابقاء", "ابقي", "استبقي"])
}

/// What stands behind a text, or in its heading, told of votes.
#[derive(Debug, Default)]
pub struct Told {
    /// The votes.
    pub ballots: Vec<Ballots>,
    /// What became of the text: adopted or not, how, and the sentence that says so.
    pub outcomes: Vec<(Option<bool>, Option<Way>, Mapped)>,
    /// The blocks behind the text without the sentences that told of votes.
    pub rest: Vec<Block>,
}

/// Reads the votes that the heading tells, and those that stand behind the text. `counts` are the numbers of preambular and
/// operative paragraphs, where they are known.
pub fn read(
    source: &SourceText,
    words: &Words,
    heading: &[Block],
    tail: &[Block],
    counts: [Option<u32>; 2],
    problems: &mut Vec<Problem>,
) -> Told {
    let mut reader = Reader { source, words, counts, problems };
    let mut told = reader.blocks(tail);
    if told.ballots.iter().any(|vote| vote.on.is_empty()) {
        return told;
    }
    // What the heading says only counts where nothing behind the text says more. A title tells nothing.
    let said = |block: &&Block| {
        let folded = fold(block.text.text());
        words.is_adoption(&folded) || is_listing(&folded) || is_name(block.text.text())
    };
    let lines: Vec<Block> = heading.iter().filter(said).cloned().collect();
    let above = reader.blocks(&lines);
    told.ballots.extend(above.ballots);
    told.outcomes.extend(above.outcomes);
    told
}

/// A block cut before each sentence that says how a vote went, and before each that says who took which position.
fn sentences(words: &Words, text: &Mapped) -> Vec<Mapped> {
    let whole = text.text();
    let ends = whole.match_indices(". ").map(|(at, _)| at + 2);
    let starts = std::iter::once(0).chain(ends.filter(|at| {
        let next = &whole[*at..];
        let sentence = next.split(". ").next().unwrap_or(next);
        let folded = if sentence.len() < 600 { fold(sentence) } else { String::new() };
        is_sentence(words, &folded) || is_position(words, sentence, &folded)
    }));
    let starts: Vec<usize> = starts.take(50).collect();
    let ends = starts.iter().skip(1).copied().chain([whole.len()]);
    starts.iter().zip(ends).map(|(start, end)| text.slice(*start..end).trimmed()).collect()
}

/// Whether a sentence says who took which position, and nothing of a vote.
pub fn is_position(words: &Words, sentence: &str, folded: &str) -> bool {
    words.is_about_positions(folded)
        && !contains(folded, &["vote", "voting", "favour", "abst", "تصويت", "صوت", "امتن"])
        && headings(sentence).is_empty()
        && speaker::names_one(sentence)
}

/// What a block says of positions beside how a vote went; none where it does not say both.
pub fn beside(words: &Words, text: &Mapped) -> Option<Mapped> {
    let pieces = sentences(words, text);
    let voted = pieces.iter().any(|piece| is_sentence(words, &fold(piece.text())));
    let mut said = pieces.iter().filter(|piece| is_position(words, piece.text(), &fold(piece.text())));
    let mut whole = said.next().filter(|_| voted)?.clone();
    for piece in said {
        whole.push(' ', piece.place(0).saturating_sub(1));
        whole.append(piece);
    }
    Some(whole)
}

/// Whether a block is a list of names that goes on from the block before it.
pub fn is_name(text: &str) -> bool {
    let first = text.split([',', '،']).next().unwrap_or_default();
    matches!(crate::names::find_joined(first.trim()), crate::names::Found::One(_))
}

struct Reader<'a> {
    source: &'a SourceText,
    words: &'a Words,
    counts: [Option<u32>; 2],
    problems: &'a mut Vec<Problem>,
}

impl Reader<'_> {
    /// The votes that blocks tell, as far as the first annex.
    fn blocks(&mut self, blocks: &[Block]) -> Told {
        let annex = |block: &Block| block.role == Role::Text && self.words.is_annex(&fold(block.text.text()));
        let end = blocks.iter().position(annex).unwrap_or(blocks.len());
        let mut whole = Mapped::default();
        let mut places: Vec<(usize, Range<usize>)> = Vec::new();
        for (at, block) in blocks[..end].iter().enumerate().filter(|(_, block)| block.role == Role::Text) {
            if !whole.text().is_empty() {
                let place = block.place.saturating_sub(1);
                whole.push('\n', place);
                whole.push('\n', place);
            }
            let start = whole.text().len();
            whole.append(&block.text);
            places.push((at, start..whole.text().len()));
        }
        let Ok(language) = self.words.tag.parse() else { return Told::default() };
        let read = statement::votes(&language, whole.text(), &[], self.counts);
        for doubt in &read.doubts {
            self.doubted(doubt, &whole);
        }
        let mut told = Told { rest: blocks.to_vec(), ..Told::default() };
        for outcome in &read.outcomes {
            told.outcomes.push((outcome.adopted, outcome.way, whole.slice(outcome.span.clone())));
        }
        for (at, range) in places {
            let within = |span: &&Range<usize>| span.start >= range.start && span.start < range.end;
            let spans: Vec<Range<usize>> = read
                .told
                .iter()
                .filter(within)
                .map(|span| {
                    let stop = usize::from(whole.text()[span.end.min(range.end)..].starts_with('.'));
                    span.start - range.start..(span.end + stop).min(range.end) - range.start
                })
                .collect();
            told.rest[at].text = without(&blocks[at].text, &spans);
        }
        told.rest.retain(|block| block.role == Role::Note || !block.text.text().is_empty());
        for vote in read.votes {
            let mut ballots = self.ballots(vote, &whole);
            self.agree(&mut ballots);
            told.ballots.push(ballots);
        }
        told
    }

    fn ballots(&mut self, vote: statement::Vote, whole: &Mapped) -> Ballots {
        let counted = vote.counts.iter().any(Option::is_some);
        let headed = vote.headed.iter().filter(|headed| **headed).count() > 1;
        let voter =
            |mention: statement::Mention| Voter { code: mention.delegation.to_string(), name: mention.name };
        Ballots {
            on: vote.on,
            counts: vote.counts,
            lists: vote.lists.map(|list| list.map(|names| names.into_iter().map(voter).collect())),
            // Of who alone is told to have voted so nobody knows whether others did.
            incomplete: vote.incomplete || !(counted || headed),
            place: whole.span(&vote.span),
        }
    }

    /// Reports what was not understood of a vote.
    fn doubted(&mut self, doubt: &statement::Doubt, whole: &Mapped) {
        let words = super::quote(&doubt.words);
        let (code, message): (&'static Code, String) = match doubt.about {
            About::Name => (&VOTE_NOT_UNDERSTOOD, format!("“{words}” is no delegation that is known")),
            About::Counts => (&VOTE_NOT_UNDERSTOOD, format!("the counts of a vote are not clear: “{words}”")),
            About::Subject => {
                (&VOTE_NOT_UNDERSTOOD, format!("the paragraphs of a separate vote are not clear: “{words}”"))
            }
            About::Voter => (&VOTE_NOT_UNDERSTOOD, format!("how they voted is not clear: “{words}”")),
            About::Proposal => {
                (&VOTE_ON_PROPOSAL, format!("“{words}” tells of a vote that was not on the text"))
            }
            About::Correction => (&VOTE_CORRECTED, format!("“{words}” told afterwards of another vote")),
            About::Contradiction => {
                (&VOTE_CONTRADICTION, format!("the counts contradict the outcome: “{words}”"))
            }
        };
        self.warn(code, &whole.span(&doubt.span), message);
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
                (None, Some(listed)) if !vote.incomplete && listed > 0 => vote.counts[side] = Some(listed),
                _ => {}
            }
        }
        for message in wrong {
            vote.incomplete = true;
            self.warn(&VOTE_CONTRADICTION, &vote.place, message);
        }
        // A side that is counted without names has no list, and those of the others are whole.
        vote.incomplete &= vote.lists.iter().any(Option::is_some);
    }

    fn warn(&mut self, code: &'static Code, place: &Range<usize>, message: String) {
        self.problems.push(Problem::new(code, self.source, place.clone(), message, ""));
    }
}

/// A text without some stretches, and without the marks that would be left at its ends.
fn without(text: &Mapped, stretches: &[Range<usize>]) -> Mapped {
    if stretches.is_empty() {
        return text.clone();
    }
    let mut sorted = stretches.to_vec();
    sorted.sort_by_key(|range| (range.start, range.end));
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in sorted {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    let left = text.without(&merged).trimmed();
    let marks = |c: char| !c.is_alphanumeric();
    if left.text().chars().all(marks) { Mapped::default() } else { left }
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
