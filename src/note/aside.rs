//! Words that stand beside a position and take none: what leads into a sentence, what is put in between, what tells how.

use super::Mention;
use super::mark::What;
use super::piece::{Cutter, Group, LONGEST_ASIDE, Part, Piece, aside, last, weight};
use super::rules::LONGEST_RUN;
use super::sign::Sign;
use super::token::Gap;

impl Cutter<'_> {
    /// The comma that ends what is put in: a verb, or an object, goes on behind it.
    pub(super) fn goes_on(&self, at: usize, to: usize) -> Option<usize> {
        let verb = |at: usize| {
            matches!(
                self.rules.what(at),
                Some(What::Sign(
                    Sign::Filler
                        | Sign::Kind(_)
                        | Sign::Objects
                        | Sign::Right
                        | Sign::Say
                        | Sign::Announce
                        | Sign::Withdraw
                        | Sign::Not
                        | Sign::Vote
                        | Sign::OnRecord
                        | Sign::On
                ))
            )
        };
        let ends = |comma: usize| {
            verb(comma + 1) || (self.rules.is(comma + 1, Sign::And) && self.is_member(comma + 2))
        };
        (at..to.min(at + LONGEST_ASIDE)).find(|at| self.rules.is_mark(*at, ',') && ends(*at))
    }

    /// Whether a delegation stands here.
    pub(super) fn is_member(&self, at: usize) -> bool {
        let member = self.rules.past(at, &[Sign::Article, Sign::Delegation, Sign::Of]);
        matches!(self.rules.what(member), Some(What::Name(_)))
    }

    /// The comma that ends a reason put in between a position and what it is on: "reservations, for reasons of domestic
    /// law, on paragraph 6".
    pub(super) fn before_object(&self, at: usize, to: usize, pieces: &[Piece]) -> Option<usize> {
        let mut before =
            last(pieces).filter(|piece| !matches!(piece.part, Part::Comma | Part::Flag(Sign::Delegation)));
        let act = |piece: &Piece| matches!(piece.part, Part::Kind(_, 5..) | Part::Objects);
        // Where the verb comes first, those who act stand behind it.
        let acts = match before.next() {
            Some(Piece { part: Part::Who(_), .. }) => before.next().is_some_and(act),
            Some(piece) => act(piece),
            None => false,
        };
        if !acts {
            return None;
        }
        let comma = self.next_comma(at, to)?;
        let leads = self.rules.is_any(comma + 1, &[Sign::On, Sign::To, Sign::From]);
        let named = |at: usize| {
            matches!(self.rules.what(at), Some(What::Quote | What::Name(_) | What::Sign(Sign::Unit(_))))
        };
        (leads && !(at..comma).any(named) && self.rules.object(comma + 2).is_some()).then_some(comma)
    }

    /// The comma that ends what a sentence begins with, where that names no delegation: "Although it shared those
    /// concerns, Haiti …".
    pub(super) fn introduces(&self, at: usize, to: usize) -> Option<usize> {
        let comma = self.next_comma(at, to)?;
        let named = (at..comma).any(|at| matches!(self.rules.what(at), Some(What::Name(_))));
        let main = self.rules.past(
            comma + 1,
            &[Sign::Article, Sign::Delegation, Sign::Filler, Sign::Of, Sign::Following, Sign::Joined],
        );
        let goes_on = matches!(
            self.rules.what(main),
            Some(What::Name(_) | What::Sign(Sign::Honorific | Sign::Kind(_) | Sign::It | Sign::They))
        );
        // "بعد أن شكر الرئيس، أكد الوفد الكويتي تحفظه"
        let goes_on = goes_on
            || (!self.rules.grammar.capitals && self.rules.is(main, Sign::Say) && self.is_member(main + 1));
        (!named && goes_on).then_some(comma)
    }

    /// The comma behind a position that was not taken, and what was done instead follows: "Without entering a reservation,
    /// Japan …".
    pub(super) fn without_one(&self, at: usize, to: usize) -> Option<usize> {
        let comma = self.next_comma(at, to).filter(|comma| self.is_member(comma + 1))?;
        let named = |at: usize| {
            matches!(
                self.rules.what(at),
                Some(
                    What::Name(_)
                        | What::Quote
                        | What::Number
                        | What::Sign(Sign::Unit(_) | Sign::Own | Sign::Withdraw)
                )
            )
        };
        let kind = |at: usize| matches!(self.rules.what(at), Some(What::Sign(Sign::Kind(kind))) if weight(kind) >= 5);
        let word = self.rules.is_word(at, &["without", "دون", "بدون", "من"]);
        (word && (at..comma).any(kind) && !(at..comma).any(named)).then_some(comma)
    }

    /// The one delegation in words that a sentence begins with, where it goes on about it: "Although Haiti shared those
    /// concerns, it limited its reservation to paragraph 6".
    pub(super) fn introduced(&self, at: usize, to: usize) -> Option<(Option<Part>, usize)> {
        let comma = self.next_comma(at, to)?;
        let names = (at..comma).filter_map(|at| match self.rules.what(at) {
            Some(What::Name(index)) => Some(self.mention(at, index)),
            _ => None,
        });
        // "مع تسجيل تحفظ قطر على الفقرة 3، و…" is the position itself.
        let position = |at: usize| matches!(self.rules.what(at), Some(What::Sign(Sign::Kind(kind))) if weight(kind) >= 5);
        if self.rules.is(at, Sign::But) && (at..comma).any(position) {
            return None;
        }
        let names: Vec<Option<Mention>> = names.collect();
        let [Some(one)] = names.as_slice() else { return None };
        let main = self.rules.past(comma + 1, &[Sign::And, Sign::Filler]);
        let verb = matches!(self.rules.what(main), Some(What::Sign(Sign::Kind(_) | Sign::Objects)));
        let goes_on = if self.rules.grammar.capitals {
            self.rules.is(comma + 1, Sign::It)
        } else {
            main > comma + 1 || verb
        };
        let group = Group { mentions: vec![one.clone()], ..Group::default() };
        goes_on.then_some((Some(Part::Who(group)), comma + 1))
    }

    /// The comma that ends words with which a sentence begins and which take no position: "Unable to accept paragraph 4,
    /// Qatar …", "In adopting the decision, the Council recorded …".
    pub(super) fn begins(&self, at: usize, to: usize) -> Option<usize> {
        let comma = self.introduces(at, to)?;
        let takes = |at: usize| match self.rules.what(at) {
            Some(What::Sign(Sign::Kind(kind))) => weight(kind) >= 5,
            Some(
                What::Quote
                | What::Sign(
                    Sign::Objects
                    | Sign::Right
                    | Sign::Following
                    | Sign::Delegation
                    | Sign::Unreal
                    | Sign::Except,
                ),
            ) => true,
            Some(What::Mark(':' | ';')) => true,
            _ => false,
        };
        let leads = matches!(
            self.rules.what(at),
            Some(What::Sign(Sign::In | Sign::By | Sign::At | Sign::Of | Sign::From | Sign::With))
        );
        let object =
            leads && (self.rules.object(at + 1).is_some() || self.rules.loose_phrase(at + 1).is_some());
        (!object && !(at..comma).any(takes)).then_some(comma)
    }

    /// Whether a concession at the beginning of a sentence is itself the position of who comes behind it.
    pub(super) fn concedes(&self, at: usize, to: usize) -> bool {
        const WORDS: &[&str] = &["notwithstanding", "despite", "رغم", "علي", "بالرغم"];
        let word = self.rules.items.get(at).is_some_and(|item| WORDS.contains(&item.text.as_str()));
        let own = self.rules.past(at + 1, &[Sign::Article, Sign::Of]);
        let kind = matches!(self.rules.what(own), Some(What::Sign(Sign::Kind(kind))) if weight(kind) >= 5);
        let comma = self.next_comma(at, to);
        word && kind
            && comma.is_some_and(|comma| {
                let after = self
                    .rules
                    .past(comma + 1, &[Sign::Joined, Sign::Filler, Sign::Article, Sign::Delegation]);
                !(at..comma).any(|at| matches!(self.rules.what(at), Some(What::Name(_))))
                    && matches!(self.rules.what(after), Some(What::Name(_)))
            })
    }

    /// Whether "having", right behind delegations, only joins them with what they did.
    pub(super) fn participle(&self, at: usize, pieces: &[Piece]) -> bool {
        let having = self.rules.items.get(at).is_some_and(|item| item.text == "having");
        let before = pieces.last().map(|piece| &piece.part);
        let verb = self.rules.past(at + 1, &[Sign::Filler, Sign::Article]);
        having
            && matches!(before, Some(Part::Who(_) | Part::Flag(Sign::Delegation)))
            && matches!(self.rules.what(verb), Some(What::Sign(Sign::Kind(_) | Sign::Objects)))
    }

    pub(super) fn unlike(&self, at: usize) -> bool {
        self.rules.items.get(at).is_some_and(|item| item.text == "unlike") && self.is_member(at + 1)
    }

    /// The place after what is put in between brackets or dashes, where that is neither a delegation nor a position nor
    /// what one is on.
    pub(super) fn put_in(&self, at: usize, to: usize, open: char) -> Option<usize> {
        let close = if open == '(' { ')' } else { '-' };
        let parts = |at: usize| self.rules.items.get(at).is_some_and(|item| item.gap != Gap::Glued);
        if open == '-' && !(parts(at) && parts(at + 1)) {
            return None;
        }
        let end = (at + 1..to.min(at + LONGEST_ASIDE)).find(|at| self.rules.is_mark(*at, close))?;
        let words = end > at + 3 && !(at + 1..end).any(|at| self.rules.is_text(at, &["only", "فقط"]));
        (words && (at + 1..end).all(|at| self.is_idle(at))).then_some(end + 1)
    }

    /// The comma behind what is put in behind delegations: "Italy, a sponsor of the resolution, reserved …".
    pub(super) fn apposition(&self, at: usize, to: usize, pieces: &[Piece]) -> Option<usize> {
        let named = !self.rules.grammar.capitals && self.rules.what(at) == Some(What::Unknown);
        let comma =
            self.goes_on(at, to).filter(|_| aside(pieces) && !named && !self.rules.is(at, Sign::And))?;
        (comma > at && (at..comma).all(|at| self.is_idle(at))).then_some(comma)
    }

    /// The end of words behind a whole statement that say when or how it was made: "by a letter to the Secretary-General".
    pub(super) fn manner(&self, at: usize, to: usize, pieces: &[Piece]) -> Option<usize> {
        let before = last(pieces).find(|piece| !matches!(piece.part, Part::Comma))?;
        let comma = matches!(pieces.last().map(|piece| &piece.part), Some(Part::Comma));
        let leads = self.rules.is_any(at, &[Sign::By, Sign::At]) || (comma && self.rules.is(at, Sign::To));
        let stated = matches!(before.part, Part::On(_))
            && last(pieces).any(|piece| matches!(piece.part, Part::Kind(_, 5..)))
            && last(pieces).any(|piece| matches!(piece.part, Part::Who(_)));
        if !leads || !stated || !self.rules.grammar.capitals {
            return None;
        }
        let end = self.next_comma(at, to).unwrap_or(to);
        if end > at + LONGEST_ASIDE {
            return None;
        }
        let idle = (at + 1..end).all(|at| self.is_idle(at) || self.rules.is(at, Sign::SubParagraph));
        (end > at + 2 && idle).then_some(end)
    }

    /// Whether a word stands neither for a delegation nor for a position nor for what one is on.
    pub(super) fn is_idle(&self, at: usize) -> bool {
        match self.rules.what(at) {
            Some(What::Unknown) => {
                self.rules.items.get(at).is_some_and(|item| !(item.capital && self.rules.grammar.capitals))
            }
            Some(What::Mark(mark)) => mark == ',',
            Some(What::Sign(Sign::Kind(kind))) => weight(kind) < 5,
            Some(What::Sign(sign)) => matches!(
                sign,
                Sign::Filler
                    | Sign::Article
                    | Sign::Because
                    | Sign::Which
                    | Sign::But
                    | Sign::Say
                    | Sign::Of
                    | Sign::In
                    | Sign::On
                    | Sign::To
                    | Sign::And
                    | Sign::It
                    | Sign::They
                    | Sign::That
                    | Sign::For
                    | Sign::With
                    | Sign::At
                    | Sign::By
                    | Sign::Support
                    | Sign::Own
                    | Sign::Other
                    | Sign::Contents
                    | Sign::Bits
                    | Sign::Joined
                    | Sign::Delegation
                    | Sign::Ordinal(_)
                    | Sign::OneOf
            ),
            _ => false,
        }
    }

    /// Whether nobody has acted yet, and somebody is said to have a reservation behind a participle.
    pub(super) fn reports(&self, at: usize, to: usize, pieces: &[Piece]) -> bool {
        let acts = |piece: &Piece| {
            matches!(piece.part, Part::Who(_) | Part::Kind(..) | Part::Objects | Part::Flag(_))
        };
        let noting = self.rules.is(at + 1, Sign::That);
        let end = to.min(at + LONGEST_ASIDE);
        let name = (at..end).find(|at| matches!(self.rules.what(*at), Some(What::Name(_))));
        let kind = |at: usize| matches!(self.rules.what(at), Some(What::Sign(Sign::Kind(kind))) if weight(kind) >= 5);
        noting
            && !last(pieces).any(acts)
            && name.is_some_and(|name| (name..to.min(name + LONGEST_RUN)).any(kind))
    }

    /// Where the bracket closes in which a place stands.
    pub(super) fn bracket(&self, at: usize, to: usize) -> Option<usize> {
        let before = (at.saturating_sub(LONGEST_ASIDE)..at).rev();
        let open = before.clone().find(|at| self.rules.is_mark(*at, '(') || self.rules.is_mark(*at, ')'))?;
        if !self.rules.is_mark(open, '(') {
            return None;
        }
        (at..to.min(at + LONGEST_ASIDE)).find(|at| self.rules.is_mark(*at, ')'))
    }

    /// Whether a word is an adjective right behind a position that somebody has: "رفضها القاطع".
    pub(super) fn describes_kind(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).and_then(|before| self.rules.items.get(before)) else {
            return false;
        };
        let owned = matches!(before.what, What::Sign(Sign::Kind(_) | Sign::Objects))
            && ["ها", "هما", "هم", "ه"].iter().any(|ending| before.text.ends_with(ending));
        let word = self.rules.items.get(at).is_some_and(|item| item.text.starts_with("ال"));
        !self.rules.grammar.capitals && owned && word
    }

    pub(super) fn next_comma(&self, at: usize, to: usize) -> Option<usize> {
        (at..to.min(at + LONGEST_ASIDE)).find(|at| self.rules.is_mark(*at, ','))
    }
}
