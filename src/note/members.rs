//! Delegations that stand together, for whom they speak, and to whose position they object.

use super::mark::{Name, What};
use super::piece::{Cutter, Group, Part, Piece};
use super::rules::LONGEST_RUN;
use super::sign::Sign;
use super::{AMBIGUOUS_DELEGATION, Doubt, Mention, UNKNOWN_NAME};
use crate::model::PositionKind;

/// A name that is not known has no more words than that.
const LONGEST_STRANGER: usize = 4;

/// Words that may stand between the members of a list.
const LIGHT: &[&str] = &["also", "both", "then", "likewise", "finally", "كل", "كلا", "ايضا", "اخيرا"];

impl Cutter<'_> {
    /// "together with" before delegations; before paragraphs it only joins.
    pub(super) fn with(&mut self, at: usize, to: usize) -> (Option<Part>, usize) {
        let member = self.rules.past(at + 1, &[Sign::Article, Sign::Delegation, Sign::Of]);
        if matches!(self.rules.what(member), Some(What::Name(_))) && member < to {
            let mut group = Group::default();
            let end = self.members(member, to, &mut group);
            return (Some(Part::With(group)), end);
        }
        let object = self.rules.object(at + 1).is_some();
        (Some(if object { Part::And } else { Part::Other }), at + 1)
    }

    /// Delegations that stand together.
    pub(super) fn who(&mut self, at: usize, to: usize) -> (Option<Part>, usize) {
        let mut group = Group::default();
        let next = self.members(at, to, &mut group);
        (Some(Part::Who(group)), next)
    }

    pub(super) fn members(&mut self, at: usize, to: usize, group: &mut Group) -> usize {
        let mut next = at;
        let mut member = at;
        let denied = self.denied(at);
        while let Some(What::Name(index)) = self.rules.what(member).filter(|_| member < to) {
            self.member(member, index, group);
            next = member + 1;
            // A possessive ending belongs to the name.
            let behind = next + usize::from(self.rules.is_text(next, &["'s"]));
            let neither = denied && self.rules.is(behind, Sign::Not);
            let slash =
                self.rules.is_mark(behind, '/') && matches!(self.rules.what(behind + 1), Some(What::Name(_)));
            let separator = if neither || slash { Some(behind + 1) } else { self.rules.separator(behind) };
            let Some(after) = separator else { break };
            let after = if denied { self.rules.past(after, &[Sign::Not]) } else { after };
            let after = self.rules.past(after, &[Sign::Article, Sign::Delegation, Sign::By, Sign::Of]);
            // Another word, such as a verb in front of its own delegations, ends the list.
            let also = usize::from(self.rules.is_text(after, LIGHT));
            member = self.rules.past(after + also, &[Sign::Article, Sign::Delegation, Sign::By, Sign::Of]);
        }
        next
    }

    /// Whether "neither", or another negation, stands before a list.
    pub(super) fn denied(&self, at: usize) -> bool {
        (at.saturating_sub(LONGEST_RUN)..at)
            .rev()
            .take_while(|at| !self.rules.is_mark(*at, ','))
            .any(|at| self.rules.is(at, Sign::Not))
    }

    pub(super) fn member(&mut self, at: usize, index: usize, group: &mut Group) {
        let Some(Name { whose, text }) = self.marked.names.get(index) else { return };
        let span = self.rules.span(at, at + 1);
        match whose.as_slice() {
            [delegation] => {
                group.mentions.push(Mention { delegation: delegation.clone(), name: text.clone(), span });
            }
            several => {
                group.strangers += 1;
                let codes = several.iter().map(ToString::to_string).collect::<Vec<_>>().join(" and ");
                self.doubts.push(Doubt {
                    code: &AMBIGUOUS_DELEGATION,
                    span,
                    message: format!("\"{text}\" is the name of several delegations"),
                    help: format!("it could be {codes}; record the position by hand"),
                });
            }
        }
    }

    /// The delegations after "on behalf of".
    pub(super) fn behalf(&mut self, at: usize, to: usize) -> (Option<Group>, usize) {
        let at = self.rules.past(at, &[Sign::Article, Sign::Delegation, Sign::Filler, Sign::Of]);
        let mut group = Group::default();
        let (mut next, mut member, mut finished) = (at, at, false);
        while member < to {
            if let Some(What::Name(index)) = self.rules.what(member) {
                self.member(member, index, &mut group);
                next = member + 1;
            } else if let Some(end) = self.stranger(member, to).filter(|_| !group.mentions.is_empty()) {
                self.unknown_name(member, end);
                next = end;
            } else {
                break;
            }
            let bloc = group.mentions.last().is_some_and(|mention| !mention.delegation.is_code());
            let Some(after) = self.rules.separator(next) else { break };
            let comma = self.rules.is_mark(next, ',');
            // "on behalf of the African Group, and Cuba" goes back to those who speak.
            if comma && (finished || bloc) {
                break;
            }
            finished = self.rules.is(after - 1, Sign::And);
            // "on behalf of Mali, and Cuba" may or may not.
            if finished
                && comma
                && group.mentions.len() == 1
                && matches!(self.rules.what(after), Some(What::Name(_)))
            {
                return (None, next);
            }
            member = self.rules.past(after, &[Sign::Article, Sign::Delegation, Sign::Of]);
        }
        let none = group.mentions.is_empty() || group.strangers > 0;
        ((!none).then_some(group), next.max(at))
    }

    /// The place after a member of a list that is no delegation, where the list goes on or ends behind it.
    fn stranger(&self, at: usize, to: usize) -> Option<usize> {
        let named = self.rules.grammar.capitals;
        let fits = |at: usize| {
            self.rules.what(at) == Some(What::Unknown)
                && self.rules.items.get(at).is_some_and(|item| item.capital || !named)
        };
        let end = (at..to.min(at + LONGEST_STRANGER))
            .find(|at| !fits(*at))
            .unwrap_or(to.min(at + LONGEST_STRANGER));
        let member = self
            .rules
            .separator(end)
            .map(|at| self.rules.past(at, &[Sign::Article, Sign::Delegation, Sign::Of]));
        let goes_on = member.is_some_and(|member| matches!(self.rules.what(member), Some(What::Name(_))));
        let closes = self.rules.is_mark(end, ',') || self.rules.is_mark(end, ')') || named;
        (end > at && (goes_on || closes)).then_some(end)
    }

    fn unknown_name(&mut self, from: usize, to: usize) {
        self.doubts.push(Doubt {
            code: &UNKNOWN_NAME,
            span: self.rules.span(from, to),
            message: format!("\"{}\" is no delegation that is known", self.rules.words(from, to)),
            help: "record the name under [language] delegations if it is one".into(),
        });
    }

    /// Gives the delegation before "on behalf of" those for whom it speaks; without one, the next gets them.
    pub(super) fn speaks_for(&self, pieces: &mut Vec<Piece>, group: Option<Group>, from: usize, to: usize) {
        if self.rules.is_mark(from.wrapping_sub(1), '(')
            && let Some(Piece { part: Part::Who(speakers), .. }) = pieces.last_mut()
            && speakers.mentions.len() > 1
            && let Some(last) = speakers.mentions.pop()
        {
            // In brackets it is about the delegation right before them.
            let own = Group { mentions: vec![last], ..Group::default() };
            pieces.push(Piece { part: Part::Who(own), from, to });
        }
        let speaker = pieces.iter().rposition(|piece| !matches!(piece.part, Part::Comma));
        let speaker = speaker.and_then(|at| pieces.get_mut(at));
        match (speaker, group) {
            // A person on behalf of a delegation is that delegation.
            (Some(Piece { part: Part::Person, .. }), Some(group)) => {
                let own = Group { mentions: group.mentions, ..Group::default() };
                pieces.push(Piece { part: Part::Who(own), from, to });
            }
            (Some(Piece { part: Part::Who(speaker), .. }), Some(group))
                if speaker.mentions.len() + speaker.strangers == 1 && speaker.on_behalf_of.is_empty() =>
            {
                speaker.on_behalf_of = group.mentions;
                // The comma that closes what was put in parts no clauses.
                if matches!(pieces.last(), Some(Piece { part: Part::Comma, .. })) {
                    pieces.pop();
                }
            }
            (Some(Piece { part: Part::Who(_), .. }), _) | (_, None) => {
                pieces.push(Piece { part: Part::Other, from, to });
            }
            (_, Some(group)) => {
                let waiting = Group { mentions: Vec::new(), on_behalf_of: group.mentions, strangers: 0 };
                pieces.push(Piece { part: Part::Who(waiting), from, to });
            }
        }
    }
}

/// Joins "objected to", "the reservation", "of Türkiye" to one constituent.
pub(super) fn objections(pieces: &[Piece]) -> Vec<Piece> {
    let mut joined = Vec::with_capacity(pieces.len());
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        // Where the verb comes first, those who object stand behind it.
        let behind = past_delegations(pieces, at + 1);
        let subject = pieces.get(behind).filter(|next| matches!(next.part, Part::Who(_)));
        let found = objection(piece, pieces, at + 1).or_else(|| {
            let found = subject.and_then(|_| objection(piece, pieces, behind + 1));
            found.inspect(|_| joined.extend(subject.cloned()))
        });
        let (part, end) = found.unwrap_or_else(|| (piece.part.clone(), at + 1));
        let to = pieces.get(end - 1).map_or(piece.to, |last| last.to);
        joined.push(Piece { part, from: piece.from, to });
        at = end;
    }
    joined
}

/// An objection whose verb is given and which goes on at a constituent, and the constituent after it.
fn objection(verb: &Piece, pieces: &[Piece], at: usize) -> Option<(Part, usize)> {
    let part = |at: usize| pieces.get(at).map(|piece| &piece.part);
    let objects = matches!(
        verb.part,
        Part::Objects | Part::Kind(PositionKind::Opposition | PositionKind::Objection, _)
    );
    let regarding = matches!(verb.part, Part::Flag(Sign::Regarding));
    if !objects && !regarding {
        return None;
    }
    let mut next = at;
    while matches!(part(next), Some(Part::OnNothing | Part::By | Part::Comma)) {
        next += 1;
    }
    if regarding {
        let who = past_delegations(pieces, next);
        return single(part(who)).map(|one| (Part::Regards(one), who + 1));
    }
    if matches!(part(next), Some(Part::AnotherPosition)) {
        return Some((Part::Objection(None, false), next + 1));
    }
    if matches!(part(next), Some(Part::Kind(..) | Part::Stance)) {
        // "the reservation made by the delegation of Türkiye", and in Arabic the name right behind
        let mut who = next + 1;
        while matches!(part(who), Some(Part::By | Part::Flag(Sign::Delegation))) {
            who += 1;
        }
        let called = matches!(part(next), Some(Part::Kind(..)));
        return single(part(who)).map(|one| (Part::Objection(Some(one), called), who + 1));
    }
    let owner = past_delegations(pieces, next);
    match single(part(owner)) {
        // Behind a verb that comes first, the name is the subject's, and the owner's follows.
        Some(one)
            if matches!(part(owner + 1), Some(Part::Kind(..) | Part::Stance))
                && !matches!(part(owner + 2), Some(Part::Who(_))) =>
        {
            let called = matches!(part(owner + 1), Some(Part::Kind(..)));
            Some((Part::Objection(Some(one), called), owner + 2))
        }
        _ => None,
    }
}

fn past_delegations(pieces: &[Piece], mut at: usize) -> usize {
    while pieces.get(at).is_some_and(|piece| matches!(piece.part, Part::Flag(Sign::Delegation))) {
        at += 1;
    }
    at
}

/// The only member of a group that speaks for nobody else.
fn single(part: Option<&Part>) -> Option<Mention> {
    match part {
        Some(Part::Who(Group { mentions, on_behalf_of, strangers: 0 })) if on_behalf_of.is_empty() => {
            match mentions.as_slice() {
                [one] => Some(one.clone()),
                _ => None,
            }
        }
        _ => None,
    }
}
