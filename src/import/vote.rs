//! Votes printed in the text: counts, and lists of who voted how.

mod counts;
mod list;
mod side;
mod table;

use std::collections::BTreeSet;
use std::ops::Range;

use super::block::{Block, Role};
use super::codes::{VOTE_CONTRADICTION, VOTE_NOT_UNDERSTOOD};
use super::heading::way;
use super::mapped::Mapped;
use super::speaker;
use super::words::{Words, contains};
use crate::fold::fold;
use crate::model::Label;
use crate::problem::{Code, Problem, SourceText};
use crate::vocabulary::Way;

use side::{ELSEWHERE, headings, number};
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
    counts::read(words, folded).iter().flatten().count() > 1
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
    let mut reader = Reader { source, words, problems };
    let mut votes = reader.votes(&texts(words, tail));
    // What the heading says only counts where nothing behind the text says more.
    let said = texts(words, heading);
    let listed: Vec<Mapped> =
        said.into_iter().filter(|text| !headings(text.text()).is_empty() || bracketed(text.text())).collect();
    if !votes.iter().any(|vote| vote.on.is_empty()) {
        votes.extend(reader.votes(&listed));
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
        if words.is_annex(&fold(block.text.text())) {
            break;
        }
        for sentence in sentences(words, &block.text) {
            let text = sentence.text();
            let folded = fold(text);
            let listing = is_listing(&folded);
            match texts.last_mut() {
                Some(last) if (listing || is_name(text) || is_row(text)) && !is_whole(&folded, last) => {
                    last.push('\n', block.place.saturating_sub(1));
                    last.append(&sentence);
                }
                _ if listing || table::is_row_of_one(text) || is_sentence(words, &folded) => {
                    texts.push(sentence);
                }
                _ => {}
            }
        }
    }
    texts
}

/// Whether a text is a row of a table: cells, or nothing but numbers.
fn is_row(text: &str) -> bool {
    text.starts_with('|') || text.split([' ', '|', '/']).all(|cell| number(cell).1.is_empty())
}

/// Whether a listing is a vote of its own behind another that has its lists: both have a list in favour.
fn is_whole(folded: &str, last: &Mapped) -> bool {
    let first = |text: &str| headings(text).first().map(|heading| heading.side);
    first(folded) == Some(0) && first(last.text()) == Some(0)
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

/// Whether a folded sentence says how the text was adopted, or a paragraph of it.
pub fn tells_adoption(words: &Words, folded: &str) -> bool {
    (words.is_adoption(folded) && way(words, folded).is_some()) || is_sentence(words, folded)
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
    /// The votes of some texts: lists and the sentence that counts them may stand apart.
    fn votes(&mut self, texts: &[Mapped]) -> Vec<Ballots> {
        let mut votes: Vec<Ballots> = Vec::new();
        for vote in texts.iter().filter_map(|text| self.vote(text)).collect::<Vec<_>>() {
            match votes.last_mut() {
                Some(last) if completes(last, &vote) => complete(last, vote),
                _ => votes.push(vote),
            }
        }
        votes.retain_mut(|vote| {
            self.agree(vote);
            let clear = vote.counts.iter().any(Option::is_some);
            if !clear {
                self.warn(&VOTE_NOT_UNDERSTOOD, &vote.place, "the counts of a vote are not clear".into());
            }
            clear
        });
        votes
    }

    fn vote(&mut self, text: &Mapped) -> Option<Ballots> {
        let headings = headings(text.text());
        let rows = table::rows(text.text());
        let first = headings.first().map_or(text.text().len(), |first| first.at.start);
        let head_end = if rows.is_some() { 0 } else { first };
        let (head, named) = self.named(text, head_end);
        let place = text.whole().start..text.span(&(0..head_end)).end.max(text.whole().start + 1);
        let Some(on) = counts::labels(self.words, &head) else {
            let message = "the paragraphs of a separate vote are not clear";
            self.warn(&VOTE_NOT_UNDERSTOOD, &place, message.into());
            return None;
        };
        let counts = counts::read(self.words, &head);
        let mut vote = Ballots { on, counts, lists: named, place, ..Ballots::default() };
        if let Some(rows) = rows {
            vote.lists = rows.map(Some);
            return Some(vote);
        }
        let twice = |side| headings.iter().filter(|heading| heading.side == side).count() > 1;
        if text.text().starts_with('|') && (0..3).any(twice) {
            self.warn(&VOTE_NOT_UNDERSTOOD, &vote.place, "the table of a vote is not clear".into());
            return None;
        }
        if let Some(counts) = table::columns(text.text(), &headings) {
            for (heading, count) in
                headings.iter().zip(counts).filter(|(heading, _)| heading.side < ELSEWHERE)
            {
                vote.counts[heading.side] = Some(count);
            }
            return Some(vote);
        }
        for (at, heading) in headings.iter().enumerate().filter(|(_, heading)| heading.side < ELSEWHERE) {
            let end = headings.get(at + 1).map_or(text.text().len(), |next| next.at.start);
            self.side(text, heading.at.end..end, heading.side, &mut vote);
        }
        Some(vote)
    }

    /// The sentence of a vote, folded, without the lists that stand in brackets behind its counts, and those lists.
    fn named(&mut self, text: &Mapped, end: usize) -> (String, [Option<Vec<Voter>>; 3]) {
        let whole = &text.text()[..end];
        let (mut head, mut lists, mut from) = (String::new(), [None, None, None], 0);
        for range in brackets(whole) {
            let before = &whole[from..range.start];
            let (voters, _, unknown) = list::read(&whole[range.start + 1..range.end - 1]);
            let folded = fold(before);
            let near: String = folded.split([',', '،']).next_back().unwrap_or_default().to_owned();
            let side = counts::side(if near.trim().is_empty() { &folded } else { &near });
            if let Some(side) = side.filter(|_| !voters.is_empty() && unknown.is_empty()) {
                lists[side] = Some(voters);
                head.push_str(before);
                from = range.end;
            }
        }
        head.push_str(&whole[from..]);
        (fold(&head), lists)
    }

    fn side(&mut self, text: &Mapped, range: Range<usize>, side: usize, vote: &mut Ballots) {
        let whole = &text.text()[range.clone()];
        let out = |c: char| matches!(c, '|' | ':' | '/' | ',' | ';' | ' ' | '\n' | '.' | '=');
        let body = whole.trim_start_matches(out);
        let (count, rest) = number(body);
        if let Some(count) = count {
            vote.counts[side] = vote.counts[side].or(Some(count));
        }
        let names = rest.trim_start_matches(|c| out(c) || (count.is_some() && c == '-')).trim_end();
        let inner = names.trim_end_matches(out).strip_prefix('(').and_then(|inner| inner.strip_suffix(')'));
        let (names, start) = match inner.filter(|_| brackets(names).len() == 1) {
            Some(inner) => (inner, range.end - rest.len() + (rest.len() - whole_from(rest, inner))),
            None => (names, range.end - rest.len() + (rest.len() - whole_from(rest, names))),
        };
        if count.is_some() && names.trim_matches(|c| out(c) || matches!(c, ']' | '[' | '-' | '–')).is_empty()
        {
            return;
        }
        let (found, cut, unknown) = list::read(names);
        for (place, name) in unknown {
            let place = text.span(&(start + place.start..start + place.end));
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
        // A side that is counted without names has no list, and those of the others are whole.
        vote.incomplete &= vote.lists.iter().any(Option::is_some);
    }

    fn warn(&mut self, code: &'static Code, place: &Range<usize>, message: String) {
        self.problems.push(Problem::new(code, self.source, place.clone(), message, ""));
    }
}

/// How many bytes of a text stand from the beginning of a stretch of it to its end.
fn whole_from(text: &str, stretch: &str) -> usize {
    text.find(stretch).map_or(text.len(), |at| text.len() - at)
}

/// The stretches of a text in brackets, with the brackets; those inside others belong to them.
fn brackets(text: &str) -> Vec<Range<usize>> {
    let (mut found, mut depth, mut start) = (Vec::new(), 0usize, 0);
    for (at, c) in text.char_indices() {
        match c {
            '(' => {
                if depth == 0 {
                    start = at;
                }
                depth += 1;
            }
            ')' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    found.push(start..at + 1);
                }
            }
            _ => {}
        }
    }
    found
}

/// Whether a text has delegations in brackets.
fn bracketed(text: &str) -> bool {
    brackets(text).iter().any(|range| is_name(&text[range.start + 1..range.end - 1]))
}

/// Whether a vote and the one before it are one: the lists of one, and the counts of the other.
fn completes(last: &Ballots, vote: &Ballots) -> bool {
    let lists = |vote: &Ballots| vote.lists.iter().any(Option::is_some);
    let counts = |vote: &Ballots| vote.counts.iter().any(Option::is_some);
    let parted =
        (lists(last) && !counts(last) && !lists(vote)) || (!lists(last) && lists(vote) && !counts(vote));
    parted && last.on == vote.on
}

fn complete(last: &mut Ballots, vote: Ballots) {
    if last.counts.iter().all(Option::is_none) {
        last.counts = vote.counts;
    }
    if last.lists.iter().all(Option::is_none) {
        last.lists = vote.lists;
        last.incomplete = vote.incomplete;
    }
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
