//! Lists of delegations, with the names in them that are nobody's.

use std::ops::Range;

use super::Mention;
use super::item::{Item, Kind};
use crate::words::{Gap, Meaning, Sign, Term, Terms};

/// How many words a name that nobody knows may have.
const MOST_WORDS: usize = 6;

/// Names found, stretches that are no delegation's, and how many terms they take.
pub type Names = (Vec<Mention>, Vec<Range<usize>>, usize);

/// The list of delegations that begins with the first of `terms`. `before` are the items before it: behind a side, a
/// colon or an opening bracket a list may begin with a name that nobody knows.
pub fn names(terms: &Terms, rest: &[Term], before: &[Item]) -> Option<Names> {
    let mut list = List { terms, rest, at: 0, known: Vec::new(), unknown: Vec::new() };
    let opened = before.last().is_some_and(|item| item.is_mark('(') || item.is_mark(':'))
        && before.iter().rev().nth(1).is_some_and(counts);
    list.read(opened);
    (!list.known.is_empty()).then_some((list.known, list.unknown, list.at))
}

/// Whether what a bracket or colon stands behind has to do with votes.
fn counts(item: &Item) -> bool {
    matches!(
        item.kind,
        Kind::Number(_)
            | Kind::Side(_)
            | Kind::Sign(Sign::Ballots | Sign::Members | Sign::Namely | Sign::Vote)
            | Kind::Mark(')')
    )
}

struct List<'a> {
    terms: &'a Terms,
    rest: &'a [Term],
    at: usize,
    known: Vec<Mention>,
    unknown: Vec<Range<usize>>,
}

impl List<'_> {
    fn read(&mut self, opened: bool) {
        let mut end = 0;
        loop {
            if !(self.name() || ((opened || end > 0) && self.unknown())) {
                break;
            }
            end = self.at;
            if !self.separator() {
                break;
            }
        }
        self.at = end;
    }

    fn term(&self) -> Option<&Term> {
        self.rest.get(self.at)
    }

    /// A name, with what may stand before it.
    fn name(&mut self) -> bool {
        let before = |term: &&Term| {
            let links =
                [Sign::Filler, Sign::Delegation, Sign::Members, Sign::Of, Sign::Same, Sign::On, Sign::To];
            links.iter().any(|sign| term.is(*sign)) && (term.gap < Gap::Paragraph || self.at == 0)
        };
        let skipped = self.rest[self.at..].iter().take(5).take_while(before).count();
        let Some(term) = self.rest.get(self.at + skipped) else { return false };
        let Meaning::Name(place) = term.meaning else { return false };
        // At the very start the words before a name may be a count of their own: "two members of Chile".
        if self.at == 0 && skipped > 0 && self.known.is_empty() && !self.introduces(skipped) {
            return false;
        }
        if let Some(name) = self.terms.names.get(place) {
            match name.whose.as_slice() {
                [one] => self.known.push(Mention {
                    delegation: one.clone(),
                    name: name.text.clone(),
                    span: term.span.clone(),
                }),
                _ => self.unknown.push(term.span.clone()),
            }
        }
        self.at += skipped + 1;
        self.after_name();
        true
    }

    /// "'s delegation", or a bracket, behind a name.
    fn after_name(&mut self) {
        while self.term().is_some_and(|term| term.gap == Gap::Glued && term.text == "'s") {
            self.at += 1;
        }
        // "U.K., Poland"
        let stop = self.term().is_some_and(|term| term.is_mark('.') && term.gap == Gap::Glued);
        if stop
            && self
                .rest
                .get(self.at + 1)
                .is_some_and(|term| term.is_mark(',') || term.is_mark(')') || term.is(Sign::And))
        {
            self.at += 1;
        }
        if self.term().is_some_and(|term| term.is(Sign::Delegation)) {
            self.at += 1;
        }
    }

    /// Whether the words before the first name lead to a list: an article or "the delegation of".
    fn introduces(&self, skipped: usize) -> bool {
        self.rest[..skipped].iter().all(|term| {
            term.is(Sign::Filler) || term.is(Sign::Delegation) || term.is(Sign::Same) || term.is(Sign::Of)
        }) && !self.rest[0].is(Sign::Of)
    }

    /// Words that are no delegation's, in a place where a name stands: as far as the next mark that parts names.
    fn unknown(&mut self) -> bool {
        let ends = |term: &&Term| {
            !matches!(
                term.meaning,
                Meaning::Word | Meaning::Sign(Sign::Of | Sign::Filler | Sign::Meeting | Sign::OtherText)
            )
        };
        let count = self.rest[self.at..].iter().take(MOST_WORDS + 1).position(|term| ends(&term));
        let count = count.unwrap_or(self.rest.len() - self.at);
        let words = &self.rest[self.at..self.at + count];
        let named = words.iter().any(|term| term.meaning == Meaning::Word)
            && words.first().is_some_and(|term| term.capital || !is_cased(term));
        let closes = self.rest.get(self.at + count).is_none_or(|term| {
            term.is_mark(',')
                || term.is_mark(')')
                || term.is_mark(';')
                || term.is(Sign::And)
                || term.gap >= Gap::Line
                || term.meaning == Meaning::Stop
        });
        if count == 0 || count > MOST_WORDS || !named || !closes {
            return false;
        }
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
        self.unknown.push(first.span.start..last.span.end);
        self.at += count;
        true
    }

    /// What parts two names: a comma, "and", a dash, a new line; false where nothing does.
    fn separator(&mut self) -> bool {
        let begin = self.at;
        while let Some(term) = self.term() {
            let dash = term.is_mark('-');
            let parts = term.is_mark(',') || term.is(Sign::And) || (term.is(Sign::By) && self.at > begin);
            let semicolon = term.is_mark(';') && self.named(1);
            if !(parts || semicolon || (dash && self.named(1))) || self.at > begin + 2 {
                break;
            }
            self.at += 1;
        }
        let lines =
            self.term().is_some_and(|term| term.gap >= Gap::Line && matches!(term.meaning, Meaning::Name(_)));
        self.at > begin || lines
    }

    /// Whether a name stands so many terms further, with at most an article before it.
    fn named(&self, after: usize) -> bool {
        self.rest[self.at..]
            .iter()
            .skip(after)
            .take(3)
            .find(|term| !term.is(Sign::Filler) && !term.is(Sign::And))
            .is_some_and(|term| matches!(term.meaning, Meaning::Name(_)))
    }
}

/// Whether a term is written in a script that has capitals.
fn is_cased(term: &Term) -> bool {
    term.text.chars().any(char::is_lowercase)
}
