//! Words that join sentences and clauses, by what stands before and behind them.

use super::mark::What;
use super::object::Aims;
use super::piece::{Cutter, IMPERSONAL, Part, Piece, aside, is_fresh, last};
use super::rules::LONGEST_RUN;
use super::sign::Sign;
use crate::model::PositionKind;

/// The constituent that begins at a place, if any, and where the next one begins.
type Cut = (Option<Part>, usize);

impl Cutter<'_> {
    /// What a joining word is where it is none of its own, by what stands before it.
    pub(super) fn joining(&mut self, sign: Sign, at: usize, to: usize, pieces: &[Piece]) -> Option<Cut> {
        match sign {
            Sign::Which => Some(self.which(at, to, pieces)),
            Sign::Because => self.because(at, to, pieces),
            Sign::But => self.sentence_put_first(at, to, pieces).or_else(|| {
                let comma = self.goes_on(at, to).filter(|_| aside(pieces));
                comma.map(|comma| self.skipped(at, comma))
            }),
            Sign::Proposal => {
                self.introduced_first(at, to, pieces).or(Some((Some(Part::Flag(sign)), at + 1)))
            }
            Sign::Not => self.negation(at, to, pieces),
            Sign::To => self.dative(at, to, pieces),
            Sign::By | Sign::On | Sign::In | Sign::At | Sign::Of | Sign::From | Sign::With => {
                self.preposition(sign, at, to, pieces)
            }
            Sign::Say | Sign::Kind(PositionKind::Explanation) => self.words_first(at, to, pieces),
            Sign::Filler | Sign::And => self.likewise_behind(sign, at, to, pieces),
            _ => self.joining_word(sign, at, to, pieces),
        }
    }

    /// "Given that …, Qatar": a clause that is put first.
    fn introduced_first(&mut self, at: usize, to: usize, pieces: &[Piece]) -> Option<Cut> {
        let comma = self.introduces(at, to).filter(|_| is_fresh(pieces))?;
        Some(self.skipped(at, comma))
    }

    fn sentence_put_first(&mut self, at: usize, to: usize, pieces: &[Piece]) -> Option<Cut> {
        self.introduced_first(at, to, pieces).or_else(|| self.introduced(at, to).filter(|_| is_fresh(pieces)))
    }

    /// "Considering that paragraph 4 went too far, Qatar reserved its position on it."
    fn words_first(&mut self, at: usize, to: usize, pieces: &[Piece]) -> Option<Cut> {
        let comma = self.begins(at, to).filter(|_| is_fresh(pieces))?;
        Some(self.skipped(at, comma))
    }

    fn because(&mut self, at: usize, to: usize, pieces: &[Piece]) -> Option<Cut> {
        let before = pieces.last().map(|piece| &piece.part);
        // "Notwithstanding its reservation on paragraph 3, Mexico joined the consensus."
        if pieces.is_empty() && self.concedes(at, to) {
            return Some((None, at + 1));
        }
        if let Some(first) = self.introduced_first(at, to, pieces) {
            return Some(first);
        }
        // "Explanations were given after the vote by Peru", and not "given the vote"
        let passive = |before: usize| self.rules.is_word(before, &["was", "were", "been"]);
        if self.rules.is_word(at, &["given"]) && at.checked_sub(1).is_some_and(passive) {
            return Some((None, at + 1));
        }
        if let Some(first) = self.introduced(at, to).filter(|_| is_fresh(pieces)) {
            return Some(first);
        }
        // "Paragraph 9 having been retained, Nepal entered a reservation on it."
        let one_object = matches!(pieces, [Piece { part: Part::On(_), .. }]);
        if let Some(comma) = self.introduces(at, to).filter(|_| one_object) {
            return Some((None, comma + 1));
        }
        // "The Assembly adopted the resolution, noting that Sri Lanka had reservations."
        // "Mexico and Colombia having reserved their positions"
        if self.reports(at, to, pieces) || self.participle(at, pieces) {
            return Some((None, at + 1));
        }
        if aside(pieces) {
            return self.goes_on(at, to).map(|comma| self.skipped(at, comma));
        }
        if let Some(comma) = self.before_object(at, to, pieces) {
            return Some((None, comma + 1));
        }
        // What is regretted, and why, is free up to the paragraphs.
        matches!(before, Some(Part::Kind(PositionKind::Explanation, 3)))
            .then_some((Some(Part::Other), at + 1))
    }

    fn negation(&mut self, at: usize, to: usize, pieces: &[Piece]) -> Option<Cut> {
        // "Unlike Nepal, Sri Lanka expressed a reservation"
        if is_fresh(pieces) && self.unlike(at) {
            let comma = self.next_comma(at, to).filter(|comma| self.is_member(comma + 1));
            return comma.map(|comma| (None, comma + 1));
        }
        // "Without entering a reservation, Japan voiced concern about paragraph 3."
        if let Some(comma) = self.without_one(at, to).filter(|_| is_fresh(pieces)) {
            return Some((None, comma + 1));
        }
        let first = self.words_first(at, to, pieces);
        first.or_else(|| self.instead_of(at, to, pieces).map(|comma| (None, comma + 1)))
    }

    fn preposition(&mut self, sign: Sign, at: usize, to: usize, pieces: &[Piece]) -> Option<Cut> {
        if let Some(end) = self.rules.votes(at).filter(|_| matches!(sign, Sign::By | Sign::On)) {
            return Some((None, end));
        }
        if sign != Sign::On
            && let Some(first) = self.words_first(at, to, pieces)
        {
            return Some(first);
        }
        match sign {
            Sign::On | Sign::From | Sign::In if self.rules.is(at + 1, Sign::Which) => {
                let comma = |piece: &&Piece| matches!(piece.part, Part::Comma);
                let objects = pieces.iter().rev().take(LONGEST_RUN).find(|piece| !comma(piece));
                Some(match objects.map(|piece| &piece.part) {
                    Some(Part::On(_)) => (Some(Part::Relative), at + 2),
                    _ => (Some(Part::OnNothing), at + 1),
                })
            }
            Sign::On => self.ellipsis(at, to, pieces).map(|(aims, end)| (Some(Part::On(aims)), end)),
            Sign::With => Some(self.with(at, to)),
            _ => None,
        }
    }

    fn dative(&mut self, at: usize, to: usize, pieces: &[Piece]) -> Option<Cut> {
        // "للعراق تحفظ على": whose it is stands before it.
        if self.owns(at, pieces) {
            return Some((None, at + 1));
        }
        let joined = last(pieces).any(|piece| matches!(piece.part, Part::Flag(Sign::Joined)));
        if joined && self.joins(at, "") {
            return Some(self.with(at, to));
        }
        if joined {
            return match self.rules.is(at + 1, Sign::ThatPosition) {
                true => Some((Some(Part::Flag(Sign::Likewise)), at + 2)),
                false => self.rules.own(at + 1).map(|end| (None, end)),
            };
        }
        // "…, to which Finland objected"
        self.rules.is(at + 1, Sign::Which).then_some((Some(Part::Flag(Sign::ThatPosition)), at + 2))
    }

    fn likewise_behind(&mut self, sign: Sign, at: usize, to: usize, pieces: &[Piece]) -> Option<Cut> {
        let likewise = (Some(Part::Flag(Sign::Likewise)), at + 1);
        // "Niger likewise."
        if at + 1 == to && self.is_too(at) {
            let joined = matches!(pieces, [.., Piece { part: Part::And | Part::Comma, .. }, _]);
            let kind = last(pieces).any(|piece| matches!(piece.part, Part::Kind(..)));
            let who = matches!(pieces.last(), Some(Piece { part: Part::Who(_), .. }));
            return (who && (joined || !kind)).then_some(likewise);
        }
        // "A on paragraph 4, وكذلك B"
        (sign == Sign::And && self.adds_delegation(at, pieces)).then_some(likewise)
    }

    fn joining_word(&mut self, sign: Sign, at: usize, to: usize, pieces: &[Piece]) -> Option<Cut> {
        match sign {
            // "كانت قطر ستتحفظ"
            Sign::Announce => {
                let past = |at: usize| self.rules.is_text(at, &["كان", "كانت"]);
                let unreal = (at.saturating_sub(LONGEST_RUN)..at).any(past);
                unreal.then_some((Some(Part::Flag(Sign::Unreal)), at + 1))
            }
            // "Its sole reservation was on paragraph 3."
            Sign::Article if pieces.is_empty() => {
                self.of_speaker(at).map(|sign| (Some(Part::Flag(sign)), at + 1))
            }
            Sign::Insofar => Some((Some(Part::Other), at + 1)),
            // "Both also dissociated themselves from paragraph 2."
            Sign::Both if pieces.is_empty() && self.rules.is_any(at + 1, &[Sign::Filler, Sign::And]) => {
                Some((Some(Part::Flag(Sign::All(2))), at + 1))
            }
            Sign::Following if self.rules.is(at + 1, Sign::Article) && !pieces.is_empty() => {
                Some(self.sign(at, to, Sign::Because))
            }
            // "واحدة منها" is one of them, and opens no list.
            Sign::Particular if at.checked_sub(1).is_some_and(|one| self.rules.is(one, Sign::OneOf)) => {
                Some((None, at + 1))
            }
            Sign::Particular => self.within(at, pieces).map(|end| (None, end)),
            Sign::Lack => Some((Some(Part::Other), self.lacking(at + 1, pieces))),
            // "It also opposed paragraph 5."
            Sign::It | Sign::They if pieces.is_empty() && !self.rules.is_text(at + 1, IMPERSONAL) => {
                Some((Some(Part::Flag(sign)), at + 1))
            }
            Sign::We
                if is_fresh(pieces) || matches!(pieces.last(), Some(Piece { part: Part::Comma, .. })) =>
            {
                Some((Some(Part::Flag(sign)), at + 1))
            }
            Sign::They | Sign::We => Some((None, at + 1)),
            // "had one reservation", and not "had one"
            Sign::Likewise => {
                let behind = self.rules.what(at + 1);
                let kind = matches!(behind, Some(What::Sign(Sign::Kind(_) | Sign::Objects)));
                kind.then_some((None, at + 1))
            }
            // "the one following": another paragraph, which is not named
            Sign::OneOf if self.rules.is(at + 1, Sign::Following) => {
                Some((Some(Part::On(Aims::doubt(self.rules.unclear(at, at + 2)))), at + 2))
            }
            Sign::OneOf => Some((self.one_of(at, pieces), at + 1)),
            _ => None,
        }
    }
}
