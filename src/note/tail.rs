//! Conditions, explanations and relative clauses behind a position, and where they end.

use super::mark::What;
use super::piece::{Cutter, Part, Piece, aside, last_said, weight};
use super::rules::LONGEST_RUN;
use super::sign::Sign;
use super::{Doubt, UNCLEAR_CLAUSE};
use crate::model::PositionKind;

impl Cutter<'_> {
    /// "paragraph 5, which …" explains; of "Qatar, which …" only a position matters.
    pub(super) fn which(&mut self, at: usize, to: usize, pieces: &[Piece]) -> (Option<Part>, usize) {
        let before = last_said(pieces);
        let aside = aside(pieces);
        let behind_comma = matches!(pieces.last().map(|piece| &piece.part), Some(Part::Comma));
        if matches!(before, Some(Part::On(_))) || (behind_comma && !aside) {
            return self.sign(at, to, Sign::Because);
        }
        let comma = self.goes_on(at, to);
        let telling = |at: usize| {
            matches!(
                self.rules.what(at),
                Some(What::Sign(
                    Sign::Kind(_) | Sign::Objects | Sign::Right | Sign::Withdraw | Sign::OnRecord
                ))
            )
        };
        match comma.filter(|comma| aside && !(at..*comma).any(telling)) {
            Some(comma) => self.skipped(at, comma),
            None => (None, at + 1),
        }
    }

    /// What explains; "…, which it later withdrew" says more.
    pub(super) fn tail(&self, at: usize, to: usize) -> Part {
        let withdrawn = (at..to).find(|at| self.rules.is(*at, Sign::Withdraw));
        let Some(verb) = withdrawn else { return Part::Tail };
        if (at..verb).any(|at| self.rules.is_any(at, &[Sign::Unreal, Sign::Not, Sign::Others, Sign::OneOf])) {
            return Part::Other;
        }
        // "paragraph 8, which asks States to withdraw reservations": nobody is named who withdrew one.
        let named = |at: usize| matches!(self.rules.what(at), Some(What::Name(_) | What::Sign(Sign::It)));
        let free = |at: usize| matches!(self.rules.what(at), Some(What::Unknown | What::Sign(Sign::To)));
        let content = (at..verb).any(free) && !(at..verb).any(named);
        let whose = (at..to).filter_map(|at| match self.rules.what(at) {
            Some(What::Name(index)) => self.mention(at, index),
            _ => None,
        });
        if content { Part::Tail } else { Part::TailWithdraw(whose.collect()) }
    }

    /// A doubt on a clause that an explanation may have swallowed: "…, and Malta opposed paragraph 4".
    pub(super) fn swallows(&mut self, at: usize, to: usize) {
        let begins = |comma: &usize| {
            let member = self.rules.past(comma + 2, &[Sign::Article, Sign::Delegation]);
            let verb = self.rules.past(member + 1, &[Sign::Filler, Sign::Article]);
            self.rules.is_mark(*comma, ',')
                && self.rules.is(comma + 1, Sign::And)
                && matches!(self.rules.what(member), Some(What::Name(_)))
                && match self.rules.what(verb) {
                    Some(What::Sign(Sign::Kind(kind))) => weight(kind) >= 5,
                    Some(What::Sign(sign)) => sign == Sign::Objects,
                    _ => false,
                }
        };
        let Some(comma) = (at + 1..to).find(begins) else { return };
        let words = self.rules.words(comma + 1, to);
        self.doubts.push(Doubt {
            code: &UNCLEAR_CLAUSE,
            span: self.rules.span(comma + 1, to),
            message: format!("\"{words}\" stands in an explanation and may state a position"),
            help: "read the sentence and record the position by hand".into(),
        });
    }

    /// Where an explanation ends and a list goes on: "…, and Malta on paragraph 4".
    pub(super) fn resumes(&self, at: usize, to: usize) -> Option<usize> {
        (at + 1..to).find(|comma| {
            let and = comma + 1;
            let member = self.rules.past(and, &[Sign::And, Sign::Article, Sign::Delegation]);
            let name = matches!(self.rules.what(member), Some(What::Name(_)));
            if self.rules.is_mark(*comma, ',') && self.rules.is(and, Sign::And) && self.verb_first(and + 1) {
                return true;
            }
            name && self.rules.is_mark(*comma, ',')
                && self.rules.is(and, Sign::And)
                && self.rules.is(member + 1, Sign::On)
                && self.rules.object(member + 2).is_some()
        })
    }

    /// In Arabic, a verb for a position, its delegation and what it is on: "وتتحفظ توغو على الفقرة 6".
    pub(super) fn verb_first(&self, at: usize) -> bool {
        let reserves = matches!(
            self.rules.what(at),
            Some(What::Sign(Sign::Kind(PositionKind::Reservation | PositionKind::Dissociation)))
        );
        let name = self.rules.past(at + 1, &[Sign::Delegation]);
        !self.rules.grammar.capitals
            && reserves
            && matches!(self.rules.what(name), Some(What::Name(_)))
            && (self.rules.is(name + 1, Sign::OnIt)
                || (self.rules.is_any(name + 1, &[Sign::On, Sign::From])
                    && self.rules.object(name + 2).is_some()))
    }

    /// The end of a condition that is a sentence: "unless the words “where appropriate” were inserted".
    pub(super) fn clause_of_condition(&self, at: usize, to: usize) -> Option<usize> {
        const WORDS: &[&str] = &["unless", "provided", "ما", "شريطة", "شريطه", "بشرط", "شرط"];
        let window = at + 1..to.min(at + 2 * LONGEST_RUN);
        let end = window.clone().find(|at| self.rules.is_mark(*at, ',')).unwrap_or(window.end);
        let acts = |at: usize| {
            matches!(self.rules.what(at), Some(What::Name(_) | What::Mark(':') | What::Sign(Sign::Objects)))
                || matches!(self.rules.what(at), Some(What::Sign(Sign::Kind(kind))) if weight(kind) >= 5)
        };
        let word = self.rules.items.get(at).is_some_and(|item| WORDS.contains(&item.text.as_str()));
        (word && end < at + 2 * LONGEST_RUN && !(at + 1..end).any(acts)).then_some(end)
    }

    /// The end of a condition's words.
    pub(super) fn condition(&self, mut at: usize, to: usize) -> usize {
        let goes_on = |at: usize| {
            let what = self.rules.what(at);
            use Sign::{Article, By, Delegation, Filler, From, Intro, Of, Other, Own, Stance, Support, To};
            match what {
                Some(What::Unknown) => true,
                Some(What::Sign(sign)) => {
                    sign == Sign::On
                        && self
                            .rules
                            .items
                            .get(at)
                            .is_some_and(|item| item.text == "with" || item.text.is_empty())
                        || matches!(
                            sign,
                            Article
                                | By
                                | Delegation
                                | Filler
                                | From
                                | Intro
                                | Of
                                | Other
                                | Own
                                | Stance
                                | Support
                                | To
                        )
                }
                _ => false,
            }
        };
        while at < to && goes_on(at) {
            at += 1;
        }
        at
    }
}
