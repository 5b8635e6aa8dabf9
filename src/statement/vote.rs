//! Votes as sentences tell them: what was voted on, the counts, who voted how, and the outcome.

use std::ops::Range;

use super::item::{Item, Kind, items};
use super::subject::{Subject, carried, subject};
use super::tally::{Count, is_other, tally};
use super::{About, Doubt, Mention, On, Side};
use crate::citation::Counts;
use crate::language::Language;
use crate::model::Delegation;
use crate::vocabulary::Way;
use crate::words::{Gap, Meaning, Sign, Terms, Words, terms};

/// A vote as a text tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vote {
    /// What was voted on; none for the whole text.
    pub on: Vec<crate::model::Label>,
    /// How many, by [`Side`].
    pub counts: [Option<u32>; 3],
    /// Who, by [`Side`].
    pub lists: [Option<Vec<Mention>>; 3],
    /// Which lists are headed by their side, "In favour: …", and so are whole where none of their names is in doubt.
    pub headed: [bool; 3],
    /// Whether names are missing from the lists.
    pub incomplete: bool,
    /// Where it is told, in bytes of the text.
    pub span: Range<usize>,
}

/// Whether the text was adopted, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Whether it was adopted rather than rejected, where the sentence says so.
    pub adopted: Option<bool>,
    /// How, where the sentence says so.
    pub way: Option<Way>,
    /// The sentence, in bytes of the text.
    pub span: Range<usize>,
}

/// What a text tells of votes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadVotes {
    /// The votes on the text and on its paragraphs.
    pub votes: Vec<Vote>,
    /// What became of the text.
    pub outcomes: Vec<Outcome>,
    /// What was not understood.
    pub doubts: Vec<Doubt>,
    /// The sentences that told of votes or of the outcome, in bytes of the text.
    pub told: Vec<Range<usize>>,
}

/// Reads what a text tells of votes. Places are bytes of `text`. Nothing is read in a language whose words are not known.
/// Linear in the text's length.
pub fn votes(language: &Language, text: &str, own: &[(String, Delegation)], counts: Counts) -> ReadVotes {
    let Some(words) = Words::of(language) else { return ReadVotes::default() };
    let terms = terms(text, words, own);
    let mut reader = Reader { text, open: None, before: Subject::Unsaid, read: ReadVotes::default() };
    for sentence in sentences(&terms) {
        let items = items(&terms, sentence, counts);
        reader.sentence(&items);
    }
    reader.close();
    reader.read
}

/// The sentences of a text, as ranges of its terms. What a colon or a side stands before goes on behind an empty line.
fn sentences(terms: &Terms) -> Vec<Range<usize>> {
    let mut sentences: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for at in 0..=terms.list.len() {
        let Some(term) = terms.list.get(at) else {
            sentences.push(start..at);
            break;
        };
        let before = at.checked_sub(1).and_then(|at| terms.list.get(at));
        let open = before.is_some_and(|term| {
            let row = term.is_mark('|') && terms.list[at].is_mark('|');
            row || term.is_mark(':')
                || term.is_mark(',')
                || matches!(term.meaning, Meaning::Name(_)) && names_only(terms, at)
        });
        if at > start && term.gap >= Gap::Paragraph && !open {
            sentences.push(start..at);
            start = at;
        } else if term.meaning == Meaning::Stop && !is_heading(terms, start, at) {
            sentences.push(start..at + 1);
            start = at + 1;
        }
    }
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

/// Whether nothing but a name stands at a place and its neighbours: lists with a name a line.
fn names_only(terms: &Terms, at: usize) -> bool {
    let line =
        terms.list[at..].iter().enumerate().take_while(|(index, term)| *index == 0 || term.gap < Gap::Line);
    line.take(4).all(|(_, term)| {
        matches!(term.meaning, Meaning::Name(_) | Meaning::Mark(',' | '-')) || term.is(Sign::And)
    })
}

/// Whether a full stop ends no more than a count: "Yes: 35. No: 8."
fn is_heading(terms: &Terms, start: usize, at: usize) -> bool {
    let [.., side, colon, number] = &terms.list[start..at] else { return false };
    let sided = |sign| matches!(sign, Sign::InFavour | Sign::Against | Sign::Abstain | Sign::Not | Sign::For);
    matches!(side.meaning, Meaning::Sign(sign) if sided(sign))
        && colon.is_mark(':')
        && matches!(number.meaning, Meaning::Number(_))
}

struct Reader<'a> {
    text: &'a str,
    /// The vote that sentences still may add to.
    open: Option<Vote>,
    /// What was put to a vote before.
    before: Subject,
    read: ReadVotes,
}

impl Reader<'_> {
    /// Reads a sentence, in clauses where it tells of two outcomes.
    fn sentence(&mut self, items: &[Item]) {
        let outcome = |items: &[Item]| items.iter().any(|item| item.is(Sign::Adopt) || item.is(Sign::Reject));
        let parts = |item: &Item| item.is(Sign::After) || item.is(Sign::But) || item.is_mark(';');
        let cut = (1..items.len())
            .find(|at| parts(&items[*at]) && outcome(&items[..*at]) && outcome(&items[*at..]));
        match cut {
            Some(at) => {
                self.clause(&items[..at]);
                self.clause(&items[at + 1..]);
            }
            None => self.clause(items),
        }
    }

    /// Reads a clause. What it says of positions, beside or in place of a vote, is not read here.
    fn clause(&mut self, items: &[Item]) {
        let position = items.iter().position(|item| {
            matches!(item.kind, Kind::Sign(Sign::Kind(_) | Sign::Objects | Sign::Right | Sign::Withdraw))
        });
        let Some(position) = position else { return self.told_of(items, true) };
        let before = &items[..position];
        let voted = before.iter().any(|item| item.side().is_some())
            || before
                .iter()
                .any(|item| item.is(Sign::Adopt) || item.is(Sign::Reject) || item.is(Sign::Unreal))
            || way(before).is_some();
        if voted {
            // The words that lead to the position are not of the vote: "with reservations by Chad".
            let end = before.iter().rposition(|item| {
                !matches!(item.kind, Kind::Sign(Sign::With | Sign::Filler) | Kind::Mark(','))
            });
            self.told_of(&before[..end.map_or(0, |end| end + 1)], false);
        }
    }

    /// Reads what items tell of a vote. `whole` says that they are the whole of a clause, of which nothing else is to be read.
    fn told_of(&mut self, items: &[Item], whole: bool) {
        let (Some(first), Some(last)) = (items.first(), items.last()) else { return };
        let span = first.span.start..last.span.end;
        let said = subject(items);
        let adopted = carried(items);
        let way = way(items);
        let counts = tally(items, adopted == Some(false));
        let sided: Vec<Count> = counts.iter().copied().filter(|count| count.side.is_some()).collect();
        let voters = voters(items, &counts);
        let alone = items.iter().filter(|item| !item.is_mark('|')).count() == 2 && sided.len() == 1;
        let headed = alone
            || voters.iter().any(|voters| voters.headed)
            || sided.iter().any(|count| {
                let colon = items[..count.at].last().is_some_and(|item| item.is_mark(':'));
                colon && count.at >= 2 && items[count.at - 2].side().is_some()
            });
        let evidence = headed
            || items.iter().any(|item| {
                matches!(
                    item.kind,
                    Kind::Sign(Sign::Vote | Sign::Ballots | Sign::Adopt | Sign::Reject)
                        | Kind::Side(Side::Abstaining)
                )
            });
        let tells = (evidence || sided.len() > 1) && (!sided.is_empty() || !voters.is_empty());
        if said == Subject::Proposal {
            self.proposal(items, &span, tells || adopted.is_some());
            return;
        }
        if let Some(names) = corrected(items).filter(|_| evidence) {
            self.doubt(About::Correction, names);
            self.tell(span, whole);
            return;
        }
        if matches!(said, Subject::Unsaid) && self.before == Subject::Proposal && tells && adopted.is_none() {
            self.doubt(About::Proposal, span);
            return;
        }
        if tells || (adopted.is_some() && voters.is_empty()) || way.is_some() {
            self.outcome(&said, adopted, way.or(tells.then_some(Way::Vote)), &span, whole);
        }
        if tells {
            self.tell(span.clone(), whole);
            self.vote(items, &said, &sided, voters, adopted, span);
        }
        if said != Subject::Unsaid && said != Subject::Before {
            self.before = said;
        }
    }

    fn proposal(&mut self, items: &[Item], span: &Range<usize>, tells: bool) {
        if tells {
            self.close();
            // From the word for it, so that the message names it.
            let named = items.iter().position(|item| item.is(Sign::Proposal));
            let end = named
                .and_then(|at| items.get((at + 6).min(items.len() - 1)))
                .map_or(span.end, |item| item.span.end);
            let start = named.map_or(span.start, |at| items[at].span.start);
            self.doubt(About::Proposal, start..end);
            self.read.told.push(span.clone());
        }
        self.before = Subject::Proposal;
    }

    fn outcome(
        &mut self,
        said: &Subject,
        adopted: Option<bool>,
        way: Option<Way>,
        span: &Range<usize>,
        whole: bool,
    ) {
        let of_text = match said {
            Subject::Told(on) => *on == On::Text,
            Subject::Unsaid => !matches!(self.before, Subject::Told(On::Paragraphs(_)) | Subject::Proposal),
            Subject::Before => self.before == Subject::Told(On::Text),
            Subject::Proposal | Subject::Unclear => false,
        };
        if of_text && (adopted.is_some() || way.is_some()) {
            self.read.outcomes.push(Outcome { adopted, way, span: span.clone() });
            self.tell(span.clone(), whole);
        }
    }

    /// Takes what a clause tells of a vote, into the vote that is open or into a new one.
    fn vote(
        &mut self,
        items: &[Item],
        said: &Subject,
        counts: &[Count],
        voters: Vec<Voters>,
        adopted: Option<bool>,
        span: Range<usize>,
    ) {
        let on = match (said, &self.before) {
            (Subject::Told(on), _) | (Subject::Before, Subject::Told(on)) => on.clone(),
            (Subject::Unsaid, Subject::Told(on @ On::Paragraphs(_))) if self.open.is_none() => on.clone(),
            (Subject::Unsaid, _) => self.open.as_ref().map_or(On::Text, |open| on_of(&open.on)),
            (Subject::Before, _)
                if items.iter().any(|item| item.is(Sign::Paragraph) || item.is(Sign::Preambular)) =>
            {
                self.doubt(About::Subject, span);
                return;
            }
            (Subject::Before, _) => On::Text,
            (Subject::Proposal | Subject::Unclear, _) => {
                self.doubt(About::Subject, span);
                return;
            }
        };
        self.left_out(items, counts);
        let Some(mut vote) = self.told(on, counts, voters, &span) else {
            self.doubt(About::Counts, span);
            return;
        };
        if contradicts(&vote, adopted) {
            self.doubt(About::Contradiction, span);
            return;
        }
        let listing = *said == Subject::Unsaid && vote.headed.contains(&true);
        match self.open.take() {
            // Behind the sentence that counts a list only names: of two numbers the sentence's is the better evidence.
            Some(open) if listing && open.on == vote.on && lacks_lists(&open, &vote) => {
                let differ = (0..3).any(|side| matches!((open.counts[side], vote.counts[side]), (Some(a), Some(b)) if a != b && b > 0));
                if differ {
                    self.doubt(About::Contradiction, span);
                }
                self.open = Some(joined(open, vote));
            }
            Some(open) if open.on == vote.on && fits(&open, &vote) => self.open = Some(joined(open, vote)),
            open => {
                vote.span = span;
                self.open = open;
                self.close();
                self.open = Some(vote);
            }
        }
    }

    /// Reports numbers of votes or of members of which it is not clear on which side they stand.
    fn left_out(&mut self, items: &[Item], counts: &[Count]) {
        let counted = |at: usize| counts.iter().any(|count| count.at == at);
        let of_votes = |at: usize| {
            let next = items[at + 1..].iter().find(|item| !item.is(Sign::Filler));
            next.is_some_and(|item| item.is(Sign::Members) || item.is(Sign::Ballots))
        };
        let open =
            (0..items.len()).filter(|at| items[*at].number().is_some() && !counted(*at) && of_votes(*at));
        let spans: Vec<Range<usize>> =
            open.filter(|at| !is_other(items, *at)).map(|at| items[at].span.clone()).collect();
        for span in spans {
            self.doubt(About::Counts, span);
        }
    }

    /// The vote that counts and names make; none where two numbers stand on one side.
    fn told(&mut self, on: On, counts: &[Count], voters: Vec<Voters>, span: &Range<usize>) -> Option<Vote> {
        let on = match on {
            On::Text => Vec::new(),
            On::Paragraphs(labels) => labels,
        };
        let mut vote = Vote { on, span: span.clone(), ..Vote::default() };
        for count in counts {
            let side = count.side?.place();
            if vote.counts[side].is_some_and(|number| number != count.number) {
                return None;
            }
            vote.counts[side] = Some(count.number);
        }
        for voters in voters {
            for unknown in voters.unknown {
                self.doubt(About::Name, unknown);
                vote.incomplete = true;
            }
            let Some(side) = voters.side.map(Side::place) else {
                let (Some(first), Some(last)) = (voters.names.first(), voters.names.last()) else { continue };
                self.doubt(About::Voter, first.span.start..last.span.end);
                continue;
            };
            vote.incomplete |= voters.partial;
            vote.headed[side] |= voters.headed;
            vote.lists[side].get_or_insert_default().extend(voters.names);
        }
        let told = vote.counts.iter().any(Option::is_some) || vote.lists.iter().any(Option::is_some);
        told.then_some(vote)
    }

    /// Marks a stretch as read to its end.
    fn tell(&mut self, span: Range<usize>, whole: bool) {
        if whole {
            self.read.told.push(span);
        }
    }

    fn close(&mut self) {
        self.read.votes.extend(self.open.take());
    }

    fn doubt(&mut self, about: About, span: Range<usize>) {
        let words = self.text.get(span.clone()).unwrap_or_default().to_owned();
        self.read.doubts.push(Doubt { about, span, words });
    }
}

/// How a clause says that the text was adopted.
fn way(items: &[Item]) -> Option<Way> {
    items.iter().find_map(|item| match item.kind {
        Kind::Sign(Sign::WithoutVote) => Some(Way::WithoutVote),
        Kind::Sign(Sign::Consensus) => Some(Way::Consensus),
        Kind::Sign(Sign::Acclamation) => Some(Way::Acclamation),
        _ => None,
    })
}

/// The delegations of which a clause says how they had meant to vote.
fn corrected(items: &[Item]) -> Option<Range<usize>> {
    let unreal = items.iter().position(|item| item.is(Sign::Unreal))?;
    let names = items[..unreal].iter().rev().find(|item| matches!(item.kind, Kind::Names(..)))?;
    let meant = items[unreal..].iter().any(|item| item.side().is_some() || item.is(Sign::Vote));
    meant.then(|| names.span.clone())
}

/// Names that a clause tells of a vote.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Voters {
    /// How they voted, where that is clear.
    side: Option<Side>,
    names: Vec<Mention>,
    unknown: Vec<Range<usize>>,
    /// Whether the list is headed by its side.
    headed: bool,
    /// Whether the words say that there are more.
    partial: bool,
}

/// The names of a clause, with their sides.
fn voters(items: &[Item], counts: &[Count]) -> Vec<Voters> {
    let listed = items.iter().enumerate().filter_map(|(at, item)| match &item.kind {
        Kind::Names(names, unknown) => Some((at, names, unknown)),
        _ => None,
    });
    listed
        .filter(|(at, ..)| !is_mover(items, *at))
        .map(|(at, names, unknown)| {
            let denied = items[..at].iter().rev().take(3).any(|item| item.is(Sign::Except))
                || items.get(at + 1).is_some_and(|item| item.is(Sign::Not))
                || nobody_of(items, at);
            let found = place(items, counts, at).filter(|_| !denied);
            Voters {
                side: found.map(|found| found.0),
                headed: found.is_some_and(|found| found.1),
                partial: items[..at].iter().rev().take(2).any(|item| item.is(Sign::Particular))
                    || is_cut(items, at),
                names: names.clone(),
                unknown: unknown.clone(),
            }
        })
        .collect()
}

/// Whether a list goes on without being printed: "Chad, Peru …", "Chad, Peru and others".
fn is_cut(items: &[Item], at: usize) -> bool {
    let joins = |item: &&Item| item.is_mark(',') || item.is(Sign::And) || item.is(Sign::Filler);
    let next = items[at + 1..].iter().take(3).find(|item| !joins(item));
    next.is_some_and(|item| {
        let dots =
            item.is_mark('…') || item.is_mark('.') && items.get(at + 2).is_some_and(|item| item.is_mark('.'));
        dots || item.is(Sign::Others) || (item.is(Sign::Particular) && items[at + 1].is_mark(','))
    })
}

/// "none of the Nordic countries".
fn nobody_of(items: &[Item], at: usize) -> bool {
    let mut before = items[..at].iter().rev().filter(|item| !item.is(Sign::Filler));
    before.next().is_some_and(|item| item.is(Sign::Of))
        && before.next().is_some_and(|item| item.number() == Some(0))
}

/// Whether names stand where somebody is told who moved something, a place, or who spoke for it.
fn is_mover(items: &[Item], at: usize) -> bool {
    let before = items[..at].iter().rev().find(|item| !item.is(Sign::Filler));
    before.is_some_and(|item| {
        matches!(item.kind, Kind::Sign(Sign::Mover | Sign::In | Sign::Behalf | Sign::Tell | Sign::Honorific))
    })
}

/// The side of the names at a place, and whether that side heads them.
fn place(items: &[Item], counts: &[Count], at: usize) -> Option<(Side, bool)> {
    let lead = |item: &Item| item.is(Sign::Particular) || item.is(Sign::Filler) || item.is(Sign::Namely);
    let begin = (0..at).rev().find(|before| !lead(&items[*before]));
    if let Some(bracket) = begin.filter(|begin| items[*begin].is_mark('(') || items[*begin].is_mark('-')) {
        let closed = items.get(at + 1).is_none_or(|item| {
            matches!(item.kind, Kind::Mark(')' | '-' | ',' | ';') | Kind::Sign(Sign::Particular))
        });
        if let Some(side) = counted(counts, items, bracket).filter(|_| closed) {
            return Some((side, false));
        }
    }
    // A table of who voted how is whole.
    if let Some(side) = in_row(items, at) {
        return Some((side, true));
    }
    adjacent(items, at)
        .map(|side| (side, false))
        .or_else(|| behind(items, at).map(|side| (side, false)).or_else(|| headed(items, counts, at)))
}

/// The side in the cell behind that of a name: "| Chad | Yes |".
fn in_row(items: &[Item], at: usize) -> Option<Side> {
    let bar = |at: usize| items.get(at).is_some_and(|item| item.is_mark('|'));
    items.get(at + 2)?.side().filter(|_| at > 0 && bar(at - 1) && bar(at + 1) && bar(at + 3))
}

/// The side of the count right before a place, or the side that stands there itself.
fn counted(counts: &[Count], items: &[Item], place: usize) -> Option<Side> {
    let count = counts.iter().rev().find(|count| count.at < place)?;
    let between = &items[count.at.max(count.end.min(place - 1)) + 1..place];
    let plain = between.iter().all(|item| {
        matches!(
            item.kind,
            Kind::Sign(Sign::Filler | Sign::Ballots | Sign::Members | Sign::Vote | Sign::On) | Kind::Word
        )
    });
    items[place - 1].side().or(if plain { count.side } else { None })
}

/// The side that stands right before names: "abstentions from Benin", "وامتنعت شيلي".
fn adjacent(items: &[Item], at: usize) -> Option<Side> {
    let between = |item: &&Item| {
        matches!(item.kind, Kind::Sign(Sign::Filler | Sign::From | Sign::By | Sign::Of | Sign::Particular))
    };
    let place = (0..at).rev().find(|before| !between(&&items[*before]))?;
    let led =
        items[place + 1..at].iter().any(|item| item.is(Sign::By) || item.is(Sign::Of) || item.is(Sign::From));
    match items[place].kind {
        Kind::Side(side) => Some(side),
        Kind::Sign(Sign::Accept | Sign::Ballots) if led => Some(Side::InFavour),
        Kind::Sign(Sign::Reject | Sign::Kind(crate::vocabulary::PositionKind::Opposition)) if led => {
            Some(Side::Against)
        }
        _ => None,
    }
}

/// The side that stands behind names: "Chile and Malta abstaining".
fn behind(items: &[Item], at: usize) -> Option<Side> {
    let (mut words, mut voted) = (0, false);
    // A line of its own is told for itself: a heading, or another list.
    for (place, item) in items.iter().enumerate().skip(at + 1).take_while(|(_, item)| item.gap < Gap::Line) {
        voted |= item.is(Sign::Vote);
        if let Some(side) = item.side().filter(|_| !heads(items, place)) {
            // "spoke against it" is no vote.
            return (words == 0 || voted || side == Side::Abstaining).then_some(side);
        }
        match item.kind {
            // Behind a name an act of opposition or support is a vote where a vote is told.
            Kind::Sign(Sign::Accept) => return Some(Side::InFavour),
            Kind::Sign(Sign::Kind(crate::vocabulary::PositionKind::Opposition)) => {
                return Some(Side::Against);
            }
            Kind::Sign(
                Sign::Filler | Sign::Vote | Sign::Which | Sign::Ballots | Sign::Members | Sign::In,
            ) => {}
            Kind::Word => words += 1,
            _ => return None,
        }
        if words > 2 {
            return None;
        }
    }
    None
}

/// Whether a side heads what stands behind it: "Against:", "Against (3):".
fn heads(items: &[Item], at: usize) -> bool {
    let counted = items.get(at + 1).is_some_and(|item| item.is_mark('('))
        && items.get(at + 2).is_some_and(|item| item.number().is_some())
        && items.get(at + 3).is_some_and(|item| item.is_mark(')'));
    items.get(at + if counted { 4 } else { 1 }).is_some_and(|item| item.is_mark(':'))
}

/// Whether a number stands behind its side, in brackets or not: "Ayes (3)", "In favour 3".
fn headed_by_side(items: &[Item], at: usize) -> bool {
    let before = if items[at - 1].is_mark('(') { at.checked_sub(2) } else { Some(at - 1) };
    before.is_some_and(|before| items[before].side().is_some())
}

/// The side that heads names: "In favour: …", "3 abstained, namely …".
fn headed(items: &[Item], counts: &[Count], at: usize) -> Option<(Side, bool)> {
    let mut colon = false;
    for before in (0..at).rev() {
        let item = &items[before];
        if let Some(side) = item.side() {
            return colon.then_some((side, true));
        }
        if let Some(count) = counts.iter().find(|count| count.at == before) {
            // "Ayes (3): Chad, Peru"
            let side_before = before >= 1 && headed_by_side(items, before);
            return count.side.filter(|_| colon).map(|side| (side, side_before));
        }
        match item.kind {
            Kind::Mark(':' | '|') | Kind::Sign(Sign::Namely | Sign::Particular) => colon = true,
            Kind::Mark(',' | '-' | '(' | ')') | Kind::Word => {}
            Kind::Sign(
                Sign::Filler
                | Sign::Members
                | Sign::Ballots
                | Sign::Vote
                | Sign::Text
                | Sign::On
                | Sign::Of
                | Sign::Which
                | Sign::To,
            ) => {}
            _ => return None,
        }
    }
    None
}

/// Whether counts contradict the outcome that the same clause tells.
fn contradicts(vote: &Vote, adopted: Option<bool>) -> bool {
    let ([Some(for_it), Some(against), _], Some(true)) = (vote.counts, adopted) else { return false };
    for_it <= against
}

/// Whether a vote adds to another without saying anything twice.
fn fits(open: &Vote, vote: &Vote) -> bool {
    (0..3).all(|side| {
        let counts = vote.counts[side].is_none()
            || open.counts[side].is_none()
            || vote.counts[side] == open.counts[side];
        let lists = vote.lists[side].is_none() || open.lists[side].is_none();
        counts && lists
    })
}

/// Whether a vote has none of the lists of another one.
fn lacks_lists(open: &Vote, vote: &Vote) -> bool {
    (0..3).all(|side| vote.lists[side].is_none() || open.lists[side].is_none())
}

fn joined(mut open: Vote, vote: Vote) -> Vote {
    for (side, (count, list)) in vote.counts.into_iter().zip(vote.lists).enumerate() {
        open.counts[side] = open.counts[side].or(count);
        open.headed[side] |= vote.headed[side];
        if list.is_some() {
            open.lists[side] = list;
        }
    }
    open.incomplete |= vote.incomplete;
    open
}

/// What labels stand for: none for the text.
fn on_of(labels: &[crate::model::Label]) -> On {
    if labels.is_empty() { On::Text } else { On::Paragraphs(labels.to_vec()) }
}
