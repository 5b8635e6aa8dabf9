//! What a clause leaves unsaid because it was said before: who, of which kind, and on what.

use std::collections::BTreeSet;

use super::clause::Clause;
use super::mark::What;
use super::object::Aim;
use super::piece::Group;
use super::read::Reader;
use super::segment::Segment;
use super::sign::Sign;
use super::{Mention, UNCLEAR_CLAUSE};
use crate::model::{Label, PositionKind};

impl Reader<'_> {
    /// Keeps who the only delegation of a sentence is, where the sentence begins with it.
    pub(super) fn remember(&mut self, segment: &Segment, subject: Option<Group>) {
        let named = |at: usize| matches!(self.rules.what(at), Some(What::Name(_)));
        let count = (segment.from..segment.to).filter(|at| named(*at)).take(2).count();
        let mut leads = vec![Sign::Article, Sign::Delegation, Sign::Of, Sign::By];
        if !self.rules.grammar.capitals {
            leads.push(Sign::Filler);
        }
        let first = named(self.rules.past(segment.from, &leads));
        let one = subject.filter(|group| group.mentions.len() == 1 && group.strangers == 0);
        match count {
            // "He recalled …" goes on about the same.
            0 if !self.rules.grammar.capitals || self.rules.is(segment.from, Sign::It) => {}
            1 if first && !segment.continues => self.speaker = one,
            _ => self.speaker = None,
        }
    }

    /// "Greece objected to that reservation": to each that was said last.
    pub(super) fn object_to_that(&mut self, clause: &Clause) {
        let said = self.said[1].last().or_else(|| self.said[0].last());
        let model = said.filter(|model| {
            let reserved = model.kind.is_some_and(|(kind, _)| kind != PositionKind::Objection);
            reserved && model.doubt.is_none() && clause.aims.is_empty() && !clause.has_object
        });
        let Some(model) = model.cloned() else {
            let help = "read the sentence and record the position by hand";
            self.doubt(&UNCLEAR_CLAUSE, clause, "does not say clearly which position is meant", help);
            return;
        };
        let groups = model.who.iter().chain(&model.also);
        let owners: Vec<Mention> = groups.flat_map(|group| group.mentions.iter().cloned()).collect();
        for owner in owners {
            self.emit(&Clause { regarding: Some(owner), aims: model.aims.clone(), ..clause.clone() });
        }
    }

    /// "All three also expressed reservations": as many delegations as the sentence before has. False where it has
    /// another number of them.
    pub(super) fn again(&mut self, clause: &mut Clause) -> bool {
        let count = clause.flags.iter().find_map(|flag| match flag {
            Sign::All(count) => Some(*count),
            _ => None,
        });
        let Some(count) = count.filter(|_| clause.kind.is_some()) else { return true };
        let said = if self.said[1].is_empty() { &self.said[0] } else { &self.said[1] };
        let mut mentions: Vec<Mention> = Vec::new();
        let mut strangers = 0;
        for group in said.iter().flat_map(|clause| clause.who.iter().chain(&clause.also)) {
            strangers += group.strangers;
            for mention in &group.mentions {
                if !mentions.iter().any(|known| known.delegation == mention.delegation) {
                    mentions.push(mention.clone());
                }
            }
        }
        if mentions.len() != count || strangers > 0 {
            self.unnamed(clause);
            return false;
        }
        clause.who = Some(Group { mentions, ..Group::default() });
        true
    }

    /// "Malaysia did so on paragraph 8": what was said before is said of another delegation. False where it is not
    /// clear what that was.
    pub(super) fn likewise(&mut self, clause: &mut Clause) -> bool {
        let said = if self.said[1].is_empty() { &self.said[0] } else { &self.said[1] };
        let unsaid = clause.aims.is_empty() && !clause.has_object;
        let alike = said.windows(2).all(|two| {
            let [one, other] = two else { return true };
            one.kind == other.kind && (!unsaid || one.aims == other.aims)
        });
        let model = match said.as_slice() {
            [.., one] if alike && one.doubt.is_none() && one.kind.is_some() && clause.kind.is_none() => {
                one.clone()
            }
            // "Delegations wishing to enter reservations were invited to …. Only Mali did so, on paragraph 3."
            [one] if one.who.is_none() && !turned(one) && !clause.aims.is_empty() => one.clone(),
            _ => {
                if clause.who.is_some() && !clause.has(Sign::Not) {
                    let help = "read the sentence and record the position by hand";
                    self.doubt(&UNCLEAR_CLAUSE, clause, "does not say clearly which position is meant", help);
                }
                return false;
            }
        };
        if clause.who.is_none() && self.applies(clause) {
            (clause.who, clause.also) = (model.who.clone(), model.also.clone());
        }
        clause.kind = model.kind;
        let kept = if model.has(Sign::Not) { [].as_slice() } else { &[Sign::Right, Sign::Announce] };
        clause.flags.extend(kept.iter().copied().filter(|flag| model.has(*flag)));
        if clause.aims.is_empty() && !clause.has_object {
            clause.aims.clone_from(&model.aims);
            clause.has_object = model.has_object;
            clause.regarding.clone_from(&model.regarding);
        }
        true
    }

    /// "The same applies to paragraph 2": said of who was spoken of.
    pub(super) fn applies(&self, clause: &Clause) -> bool {
        (clause.from..clause.to).any(|at| {
            let item = self.rules.items.get(at).filter(|item| item.is(Sign::Likewise));
            let words = item.and_then(|item| self.rules.text.get(item.span.clone())).map(crate::fold::fold);
            words.is_some_and(|words| words.contains("appli") || words.contains("نطبق"))
        })
    }

    /// The objects of a clause: "the same paragraph" is that of the clause before; none is an unknown part.
    pub(super) fn settle(&self, clause: &Clause) -> Vec<Aim> {
        let own = if clause.aims.is_empty() && !clause.inherits { &self.lead.aims } else { &clause.aims };
        let mut aims: Vec<Aim> = Vec::new();
        for aim in own {
            match aim {
                Aim::Same | Aim::It if !self.before.aims.is_empty() => {
                    aims.extend(self.before.aims.iter().cloned());
                }
                Aim::Same => match self.named_before() {
                    Some(last) => aims.extend(last.aims.iter().cloned()),
                    None => aims.push(Aim::Same),
                },
                // "Spain opposes it too.": a paragraph, and no reservation on one.
                Aim::It if self.before.who.is_none() && (self.said_alike(clause) || self.voted_on()) => {
                    aims.push(self.named_last().unwrap_or(Aim::It));
                }
                Aim::SameOne => aims.push(self.named_last().unwrap_or(Aim::SameOne)),
                Aim::SamePart(paths) => aims.push(self.part_of_last(paths).unwrap_or_else(|| aim.clone())),
                Aim::Both => aims.push(self.both().unwrap_or(Aim::Both)),
                other => aims.push(other.clone()),
            }
        }
        if aims.is_empty() {
            aims.push(Aim::Unknown { phrase: None });
        }
        merged(aims)
    }

    /// Who "it" and "they" are at the beginning of a sentence: the only delegation that spoke in the one before, or all
    /// that did.
    pub(super) fn spoke_last(&self, clause: &Clause) -> Option<Group> {
        let said = if self.said[1].is_empty() { &self.said[0] } else { &self.said[1] };
        if clause.has(Sign::They) {
            return all_speakers(said);
        }
        if clause.has(Sign::We) {
            // "Statement by Norway: We wish …", and nobody where no heading says who speaks.
            let head = self.waiting.as_ref().filter(|waiting| waiting.pairs).or(Some(&self.lead));
            return head.filter(|head| head.colon || head.pairs).and_then(|head| head.who.clone());
        }
        // Arabic leaves the pronoun out.
        let form = || {
            self.rules
                .items
                .get(clause.kind_at)
                .is_some_and(|item| (self.rules.grammar.of_speaker)(&item.text))
        };
        let unsaid = clause.kind.is_some_and(|(_, weight)| weight >= 5) && self.said[1].is_empty() && form();
        let own = unsaid || self.owned(clause);
        if !clause.has(Sign::It) && !own {
            return None;
        }
        if said.iter().all(|clause| clause.who.is_none()) && self.said[1].is_empty() {
            return self.speaker.clone();
        }
        let first = said.first()?.who.as_ref()?;
        let same = |clause: &Clause| {
            let whose =
                |group: &Group| group.mentions.iter().map(|who| who.delegation.clone()).collect::<Vec<_>>();
            clause.also.is_empty() && clause.who.as_ref().is_some_and(|who| whose(who) == whose(first))
        };
        let one = first.mentions.len() == 1 && first.strangers == 0 && said.iter().all(same);
        one.then(|| first.clone())
    }

    /// "the reservation of his delegation", in Arabic one word behind the position.
    pub(super) fn owned(&self, clause: &Clause) -> bool {
        const WORDS: &[&str] = &["وفده", "وفدها", "بلده", "بلدها", "بلاده", "بلادها", "حكومته", "حكومتها"];
        let behind = self.rules.items.get(clause.kind_at + 1);
        clause.kind.is_some_and(|(_, weight)| weight >= 5)
            && self.said[1].is_empty()
            && behind.is_some_and(|item| WORDS.contains(&item.text.as_str()))
    }

    /// The one paragraph named last in this sentence, or in the one before.
    pub(super) fn named_last(&self) -> Option<Aim> {
        let aims = if self.before.aims.is_empty() { &self.named_before()?.aims } else { &self.before.aims };
        match aims.as_slice() {
            [one @ Aim::Paragraphs { labels, .. }] if labels.len() == 1 => Some(one.clone()),
            _ => None,
        }
    }

    /// Whether the sentence before has one clause, of the same kind.
    pub(super) fn said_alike(&self, clause: &Clause) -> bool {
        let kind = |clause: &Clause| clause.kind.map(|(kind, _)| kind);
        self.said[1].is_empty() && matches!(self.said[0].as_slice(), [one] if kind(one) == kind(clause))
    }

    /// Whether the sentence before only tells what became of a paragraph.
    fn voted_on(&self) -> bool {
        let voted = |clause: &Clause| clause.who.is_none() && clause.kind.is_none();
        self.said[1].is_empty() && matches!(self.said[0].as_slice(), [one] if voted(one))
    }

    /// Sub-paragraphs of the one paragraph named last.
    pub(super) fn part_of_last(&self, paths: &[Vec<String>]) -> Option<Aim> {
        let Some(Aim::Paragraphs { labels, phrase: None, open }) = self.named_last() else { return None };
        let [last] = labels.as_slice() else { return None };
        let whole = Label::new(last.unit().clone(), last.number().clone()).in_part(last.part().cloned());
        let below =
            |path: &Vec<String>| path.iter().try_fold(whole.clone(), |label, mark| label.below(mark)).ok();
        let labels = paths.iter().map(below).collect::<Option<Vec<Label>>>()?;
        Some(Aim::Paragraphs { labels, phrase: None, open })
    }

    /// The clause of the sentence before that names the last paragraphs.
    pub(super) fn named_before(&self) -> Option<&Clause> {
        let last = self.said[0].iter().rev().find(|clause| clause.has_object)?;
        Some(last).filter(|last| self.said[1].is_empty() && last.names())
    }

    /// The two paragraphs that were named in this sentence, or in the one before.
    pub(super) fn both(&self) -> Option<Aim> {
        let said = if self.said[1].is_empty() { &self.said[0] } else { &self.said[1] };
        let mut labels: Vec<Label> = Vec::new();
        for aim in said.iter().flat_map(|clause| &clause.aims) {
            let Aim::Paragraphs { labels: more, phrase: None, open: false } = aim else { return None };
            labels.extend(more.iter().cloned());
        }
        let labels = distinct(&labels);
        (labels.len() == 2).then_some(Aim::Paragraphs { labels, phrase: None, open: false })
    }
}

/// All delegations of a sentence, where it is sure who they are.
fn all_speakers(said: &[Clause]) -> Option<Group> {
    let mut all = Group::default();
    for group in said.iter().flat_map(|clause| clause.who.iter().chain(&clause.also)) {
        let known = group.strangers == 0 && group.on_behalf_of.is_empty();
        for mention in known.then_some(&group.mentions)? {
            if !all.mentions.iter().any(|known| known.delegation == mention.delegation) {
                all.mentions.push(mention.clone());
            }
        }
    }
    let sure = said.iter().all(|clause| clause.doubt.is_none());
    (sure && !all.mentions.is_empty()).then_some(all)
}

/// Whether something makes of the position another one, or none.
fn turned(clause: &Clause) -> bool {
    let turns =
        [Sign::Not, Sign::Withdraw, Sign::Vote, Sign::Announce, Sign::Right, Sign::Condition, Sign::Unreal];
    turns.into_iter().any(|turn| clause.has(turn))
}

/// Paragraphs without a phrase that follow one another become one target.
fn merged(aims: Vec<Aim>) -> Vec<Aim> {
    let mut done: Vec<Aim> = Vec::new();
    for aim in aims {
        match (done.last_mut(), aim) {
            (
                Some(Aim::Paragraphs { labels, phrase: None, open }),
                Aim::Paragraphs { labels: more, phrase: None, open: opens },
            ) if *open == opens => labels.extend(more),
            (Some(last), aim) if *last == aim => {}
            (_, aim) => done.push(aim),
        }
    }
    done
}

pub(super) fn distinct(labels: &[Label]) -> Vec<Label> {
    let mut seen = BTreeSet::new();
    labels.iter().filter(|label| seen.insert(*label)).cloned().collect()
}
