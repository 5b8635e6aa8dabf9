//! Reading: from sentences to statements, with what one sentence says for the next.

use std::collections::BTreeSet;

use super::clause::{Builder, Clause};
use super::mark::{Grammar, What, mark};
use super::object::Aim;
use super::piece::{Cutter, Group, STATES};
use super::refer::distinct;
use super::rules::{LONGEST_RUN, Rules};
use super::segment::{Segment, segments};
use super::sign::Sign;
use super::withdraw::without;
use super::{
    Context, Doubt, Mention, Reading, Statement, UNCLEAR_CLAUSE, UNCLEAR_KIND, UNCLEAR_TARGET, UNKNOWN_NAME,
    UNMATCHED_WITHDRAWAL, UNNAMED_DELEGATION, UNPAIRED_LISTS,
};
use crate::fold::visible;
use crate::model::{Label, Labels, PositionKind, Status, Target, Texts, Unit};
use crate::names;

/// More suggestions than that are not looked for in one note: each takes a walk through all names.
const MOST_SUGGESTIONS: usize = 40;

/// A withdrawal is looked for among the last statements only, so that a text made to be slow is not.
const MOST_WITHDRAWABLE: usize = 300;

/// No more names than that stand in one warning.
const MOST_NAMES: usize = 12;

/// No more clauses of a sentence are kept for what goes back to them, for the same reason.
const MOST_SAID: usize = 32;

/// Reads a note with a language's grammar.
pub(super) fn read(
    language: &crate::language::Language,
    text: &str,
    grammar: &Grammar,
    context: &Context,
) -> Reading {
    let marked = mark(text, grammar, context);
    let mut listed = Vec::new();
    let rules = || Rules { text, items: &marked.items, grammar, context };
    let mut cutter =
        Cutter { rules: rules(), marked: &marked, doubts: Vec::new(), weak: false, reserves: false };
    let mut reader = Reader {
        rules: rules(),
        language,
        reading: Reading::default(),
        lead: Clause::default(),
        before: Clause::default(),
        waiting: None,
        waits_here: false,
        kindless: Vec::new(),
        refusals: Vec::new(),
        speaker: None,
        said: [Vec::new(), Vec::new()],
        begins: [0, 0],
        taken_back: Vec::new(),
    };
    for segment in segments(&marked.items, grammar) {
        let pieces = cutter.pieces(segment.from, segment.to);
        let clauses;
        (clauses, listed) = Builder::new(&reader.rules, &pieces, listed).clauses();
        reader.segment(&segment, clauses);
    }
    reader.end_sentence();
    reader.finish_waiting();
    let cut = reader.cut();
    let mut reading = std::mem::take(&mut reader.reading);
    reading.doubts.append(&mut cutter.doubts);
    let lost = unread(&cutter.rules, &reading, &reader.taken_back);
    reading.doubts.extend(lost);
    if let Some(doubt) = cut {
        // What the words before the cut were to say is not another fault.
        reading.doubts.retain(|other| other.span.end < doubt.span.end);
        reading.doubts.push(doubt);
    }
    reading.doubts.sort_by_key(|doubt| (doubt.span.start, doubt.span.end));
    reading.doubts.dedup_by(|a, b| a.span == b.span && a.code.name == b.code.name);
    reading.names = !marked.names.is_empty();
    reading.units = units(&reading.statements, &reader.rules);
    reading
}

pub(super) struct Reader<'a> {
    pub(super) rules: Rules<'a>,
    pub(super) language: &'a crate::language::Language,
    pub(super) reading: Reading,
    /// What a heading or a sentence with a colon says for what comes below it.
    pub(super) lead: Clause,
    /// The clause before in the same sentence.
    pub(super) before: Clause,
    /// Delegations alone on a line: the head of the lines below, or members of a list.
    pub(super) waiting: Option<Clause>,
    /// Those stand in this sentence, before a semicolon.
    pub(super) waits_here: bool,
    /// Clauses of this sentence with delegations and objects, which wait for a kind at its end.
    pub(super) kindless: Vec<Clause>,
    /// Clauses of this sentence that say what somebody does not support.
    pub(super) refusals: Vec<Clause>,
    /// The only delegation that the last sentence with a name speaks of: "he" may be its delegate.
    pub(super) speaker: Option<Group>,
    /// What was said in the sentence before, and in this one so far.
    pub(super) said: [Vec<Clause>; 2],
    /// Where the sentence before and this one begin, in bytes.
    pub(super) begins: [usize; 2],
    /// Where positions stand that were taken back, and where that is said, in bytes.
    pub(super) taken_back: Vec<usize>,
}

impl Reader<'_> {
    fn segment(&mut self, segment: &Segment, mut clauses: Vec<Clause>) {
        if !segment.continues {
            self.before = Clause::default();
            self.end_sentence();
            self.begins = [self.begins[1], self.rules.span(segment.from, segment.to).start];
        }
        share_objects(&mut clauses);
        if self.rules.items.get(segment.to).is_some_and(|stop| matches!(stop.text.as_str(), "?" | "؟")) {
            let question = self.rules.not_understood(segment.from, segment.to);
            clauses.iter_mut().for_each(|clause| clause.doubt = Some(question.clone()));
        }
        let subject = clauses.first().and_then(|clause| clause.who.clone());
        let last = clauses.len().saturating_sub(1);
        let cut = self.cut().filter(|_| segment.to == self.rules.items.len());
        for (at, mut clause) in clauses.into_iter().enumerate() {
            if at == last && cut.is_some() {
                clause.doubt.clone_from(&cut);
            }
            let heads = clause.colon || clause.pairs || (segment.line && at == last);
            self.clause(clause, heads);
        }
        self.remember(segment, subject);
    }

    /// Where the text ends in the middle of a sentence, that it does.
    fn cut(&self) -> Option<Doubt> {
        let at = self.rules.items.len().checked_sub(1)?;
        let item = self.rules.items.get(at)?;
        let open = match item.what {
            What::Mark(',' | '-' | '(') => true,
            // "the preamble" and "the operative part" may end a sentence, "operative" may not.
            What::Sign(Sign::Operative | Sign::Preambular) => self
                .rules
                .text
                .get(item.span.clone())
                .is_some_and(|words| matches!(words.to_lowercase().as_str(), "operative" | "preambular")),
            // "the ninth operative paragraph", "all paragraphs"
            What::Sign(Sign::Unit(_)) => !(at.saturating_sub(3)..at).any(|at| self.counts(at)),
            What::Sign(sign) => leads_on(sign),
            _ => false,
        };
        open.then(|| Doubt {
            code: &UNCLEAR_CLAUSE,
            span: item.span.clone(),
            message: "the note ends in the middle of a sentence".into(),
            help: "look for the rest of the note and record the position by hand".into(),
        })
    }

    /// Whether a word says which paragraphs, or how many.
    fn counts(&self, at: usize) -> bool {
        use Sign::{Both, Firsts, Lasts, Ordinal, Same, Second, Some as Certain, Whole};
        matches!(
            self.rules.what(at),
            Some(
                What::Number
                    | What::Sign(Ordinal(_) | Firsts(_) | Lasts(_) | Same | Certain | Whole | Both | Second)
            )
        )
    }

    fn end_sentence(&mut self) {
        self.waits_here = false;
        self.refuse();
        let help = "record it with --kind, or as unclassified";
        for clause in std::mem::take(&mut self.kindless) {
            self.reading.lacks_kind |= clause.who.as_ref().is_some_and(|who| !who.mentions.is_empty());
            self.doubt(&UNCLEAR_KIND, &clause, "does not say what kind of position it is", help);
        }
        let [_, now] = std::mem::take(&mut self.said);
        self.said = [now, Vec::new()];
    }

    fn clause(&mut self, mut clause: Clause, heads: bool) {
        let unsaid = clause.kind.is_none_or(|(_, weight)| weight == 1);
        if clause.has(Sign::Join) && clause.has(Sign::Not) && unsaid {
            // "could not bring itself to join the consensus"
            clause.kind = Some((PositionKind::Dissociation, 5));
            clause.flags.retain(|flag| *flag != Sign::Not);
        }
        if clause.colon && clause.is_empty() && (clause.has(Sign::Vote) || clause.has(Sign::Support)) {
            // "Abstained:" ends what the heading before it says.
            self.finish_waiting();
            (self.before, self.lead) = (Clause::default(), Clause::default());
            return;
        }
        if clause.is_empty() && !clause.has(Sign::Withdraw) {
            return;
        }
        let denies = clause.has(Sign::Not) || clause.has(Sign::Withdraw);
        self.reading.speaks |= denies && clause.kind.is_some_and(|(_, weight)| weight >= 5);
        if clause.has(Sign::Likewise) && !self.likewise(&mut clause) {
            return;
        }
        if clause.who.is_none() && !self.again(&mut clause) {
            return;
        }
        if clause.who.is_none() && (clause.kind.is_some() || clause.has(Sign::Withdraw)) {
            clause.who = self.spoke_last(&clause);
        }
        let stands_for =
            [Sign::It, Sign::They, Sign::We].into_iter().any(|sign| clause.has(sign)) || self.owned(&clause);
        if clause.who.is_none() && clause.kind.is_some() && stands_for {
            self.unnamed(&clause);
            return;
        }
        let named = clause.who.as_ref().is_some_and(|who| !who.mentions.is_empty() || who.strangers > 0);
        if clause.kind.is_some() && heads_list(&clause, named, heads) {
            self.finish_waiting();
            self.before = Clause::default();
            self.lead = clause;
            return;
        }
        let own_kind = clause.kind.is_some();
        self.inherit(&mut clause);
        self.place(clause, (own_kind, named, heads));
    }

    /// Says what a clause says, or keeps it for what follows. It has a kind of its own, names somebody, stands first.
    fn place(&mut self, mut clause: Clause, (own_kind, named, heads): (bool, bool, bool)) {
        let bare = named
            && clause.aims.is_empty()
            && !clause.has_object
            && !clause.has(Sign::Withdraw)
            && !clause.has(Sign::ThatPosition);
        if bare && !own_kind && clause.kind.is_some() && !clause.has(Sign::Not) && !clause.has(Sign::Vote) {
            // "…; Oman": a delegation more, and nothing says on what.
            if let Some(doubt) = clause.doubt {
                self.reading.doubts.push(doubt);
                return;
            }
            self.doubt(&UNCLEAR_TARGET, &clause, "does not say what it is on", "record the position by hand");
        } else if bare && clause.kind.is_none() && clause.has(Sign::Joined) {
            // "Peru joined the consensus": no member of a list.
            self.finish_waiting();
        } else if bare && clause.kind.is_none() {
            self.wait(clause);
        } else if clause.who.is_none() && !clause.aims.is_empty() {
            self.only_object(clause, heads);
        } else {
            if own_kind
                && !clause.kind_first
                && !clause.object_first
                && clause.who.is_some()
                && self.waits_here
            {
                self.join_waiting(&mut clause);
            }
            self.finish_waiting();
            self.say(clause);
        }
    }

    fn say(&mut self, mut clause: Clause) {
        let is = |clause: &Clause, wanted| clause.kind.is_some_and(|(kind, _)| kind == wanted);
        let whole = self.before.aims.iter().all(|aim| matches!(aim, Aim::Entire { .. }));
        let reserved = is(&self.before, PositionKind::Reservation);
        if is(&clause, PositionKind::Opposition) && clause.aims == [Aim::It] && reserved && !whole {
            // "and Russia opposed it": the paragraph, or the reservation on it.
            clause.doubt.get_or_insert_with(|| self.rules.unclear(clause.from, clause.to));
        }
        let back =
            |aim: &Aim| matches!(aim, Aim::Same | Aim::SameOne | Aim::SamePart(_) | Aim::It | Aim::Both);
        if clause.aims.iter().any(back) {
            clause.aims = self.settle(&clause);
        }
        if clause.kind.is_some_and(|(kind, _)| kind == PositionKind::Objection)
            && clause.has(Sign::ThatPosition)
        {
            self.object_to_that(&clause);
        } else {
            self.emit(&clause);
        }
        if self.said[1].len() >= MOST_SAID {
            self.said[1].remove(0);
        }
        self.said[1].push(clause.clone());
        self.before = clause;
    }

    /// Delegations alone: behind a semicolon they are members of one list.
    fn wait(&mut self, clause: Clause) {
        if clause.has(Sign::Because) {
            self.reading.doubts.extend(clause.doubt.clone());
        }
        if let Some(waiting) = self.waiting.as_mut().filter(|_| self.waits_here) {
            waiting.also.extend(clause.who);
            waiting.also.extend(clause.also);
            waiting.strangers.extend(clause.strangers);
            waiting.to = clause.to;
            return;
        }
        self.finish_waiting();
        self.waiting = Some(clause);
        self.waits_here = true;
    }

    /// "Korea, Republic of; Tanzania, United Republic of; and Moldova, Republic of, reserved their positions"
    fn join_waiting(&mut self, clause: &mut Clause) {
        let Some(waiting) = self.waiting.take() else { return };
        let own = clause.who.take().into_iter().chain(std::mem::take(&mut clause.also));
        let mut groups = waiting.who.into_iter().chain(waiting.also).chain(own);
        clause.who = groups.next();
        clause.also = groups.collect();
        clause.strangers.extend(waiting.strangers);
        clause.from = waiting.from;
    }

    /// Objects without a delegation: of the head above, or of the clause before, or a head themselves.
    fn only_object(&mut self, mut clause: Clause, heads: bool) {
        let here = self.waits_here;
        if let Some(waiting) = self.waiting.take().filter(|waiting| here || !self.acts(waiting)) {
            let (who, also) = (waiting.who.clone(), waiting.also.clone());
            self.before = Clause { who, also, pairs: true, ..Clause::default() };
        }
        let from_before = self.before.who.is_some() && self.before.pairs && !self.before.object_first;
        let source = if from_before { &self.before } else { &self.lead };
        let all = clause.flags.iter().find_map(|flag| match flag {
            Sign::All(count) => Some(*count),
            _ => None,
        });
        let groups = source.who.iter().chain(&source.also);
        if all.is_some_and(|count| count != groups.map(|group| group.mentions.len()).sum::<usize>()) {
            // "Paragraph 3: all three", and two were named.
            let help = "see who it was in the record of the meeting";
            self.doubt(&UNNAMED_DELEGATION, &clause, "does not say which delegations they were", help);
        } else if source.who.is_some() {
            clause.who.clone_from(&source.who);
            clause.also.clone_from(&source.also);
            clause.object_first = false;
            clause.pairs = from_before;
            clause.kind = clause.kind.or(source.kind);
            self.say(clause);
        } else if heads && clause.doubt.is_none() {
            // "Operative paragraph 5:" over a list of delegations
            let kind = clause.kind.or(self.lead.kind);
            let flags = if clause.kind.is_some() { clause.flags.clone() } else { self.lead.flags.clone() };
            self.lead = Clause { kind, flags, ..clause };
        } else {
            self.unnamed(&clause);
            if clause.names() && clause.kind.is_none() && self.said[1].is_empty() {
                // "Paragraph 12 was retained by 94 votes to 3. Georgia expressed a reservation on it."
                self.said[1].push(clause);
            }
        }
    }

    /// Whether delegations that stand alone are said to have done something: "Peru spoke." is no head of what follows.
    fn acts(&self, waiting: &Clause) -> bool {
        let end = (waiting.to..waiting.to + LONGEST_RUN)
            .find(|at| matches!(self.rules.what(*at), None | Some(What::Stop | What::Mark(':'))));
        let stop = end.filter(|end| self.rules.what(*end) == Some(What::Stop));
        stop.is_some_and(|stop| (waiting.from..stop).any(|at| self.rules.is(at, Sign::Filler)))
    }

    pub(super) fn unnamed(&mut self, clause: &Clause) {
        if clause.kind.is_none() || clause.has(Sign::Not) || clause.has(Sign::Vote) {
            return;
        }
        self.doubt(
            &UNNAMED_DELEGATION,
            clause,
            "does not say which delegation it was",
            "see who it was in the record of the meeting",
        );
    }

    /// Takes over what the sentence or the heading said before.
    fn inherit(&mut self, clause: &mut Clause) {
        // "A expressed reservations on paragraph 3 and opposition to paragraph 4; B, on paragraph 3": of which kind?
        let several = self.before.inherits
            && !clause.inherits
            && self.said[1].iter().any(|said| {
                said.kind.is_some_and(|(kind, _)| self.before.kind.is_some_and(|(before, _)| before != kind))
            });
        let same_sentence = self.before.kind.is_some() && !self.before.torn && !several;
        if clause.kind.is_none() && !clause.has(Sign::Support) {
            clause.kind = if same_sentence { self.before.kind } else { None };
            if same_sentence && clause.regarding.is_none() {
                clause.regarding.clone_from(&self.before.regarding);
            }
            for flag in [Sign::Right, Sign::Announce, Sign::Condition, Sign::Not] {
                let before = if same_sentence { &self.before } else { &self.lead };
                if before.has(flag) && !clause.has(flag) && (flag != Sign::Condition || !same_sentence) {
                    clause.flags.push(flag);
                }
            }
        }
        if clause.aims.is_empty() && !clause.has_object && self.before.object_first {
            if self.before.pairs {
                clause.object_first = true;
                clause.pairs = true;
            }
            // "On paragraph 5, Qatar expressed a reservation and Oman its opposition"
            if clause.object_first {
                clause.aims.clone_from(&self.before.aims);
                clause.has_object |= self.before.has_object;
            }
        }
    }

    /// Delegations that stood alone: members of the list that the heading begins.
    fn finish_waiting(&mut self) {
        let Some(mut clause) = self.waiting.take() else { return };
        if self.lead.kind.is_none() {
            return;
        }
        clause.aims.clone_from(&self.lead.aims);
        self.emit(&clause);
    }

    /// Makes statements of a clause, or a doubt.
    pub(super) fn emit(&mut self, clause: &Clause) {
        if clause.has(Sign::Support) && clause.kind.is_none_or(|(_, weight)| weight <= STATES) {
            self.denied_support(clause);
            return;
        }
        let withdraws = clause.has(Sign::Withdraw);
        let right = clause.has(Sign::Right).then_some((PositionKind::Reservation, 5));
        let Some((kind, weight)) = clause.kind.or(right).or(self.lead.kind) else {
            self.without_kind(clause);
            return;
        };
        if clause.has(Sign::Proposal) && weight <= 1 {
            return;
        }
        if clause.has(Sign::Not) || clause.has(Sign::Vote) || says_nothing(clause, weight) {
            self.deny(clause, (kind, weight));
            return;
        }
        if clause.kind_last {
            self.kind_for_all(clause);
        }
        self.strangers(clause);
        if withdraws && (clause.who.is_some() || clause.doubt.is_some()) {
            self.reading.doubts.extend(clause.doubt.clone());
            self.withdraw(clause, clause.kind.map(|(kind, _)| kind));
        } else {
            self.make(clause, (kind, weight));
        }
    }

    /// "declared that it was not bound by paragraph 5": a position that is not.
    fn deny(&mut self, clause: &Clause, (kind, weight): (PositionKind, u8)) {
        let about = weight >= 5 && clause.who.is_some() && !clause.aims.is_empty();
        if about && !clause.has(Sign::Vote) {
            self.exclude(clause, kind);
        }
        if clause.has(Sign::Withdraw) && clause.has(Sign::Not) && about {
            let help = "read the sentence and record the position by hand";
            self.doubt(&UNCLEAR_CLAUSE, clause, "does not say clearly what was withdrawn", help);
        } else if clause.has(Sign::Unreal) || about {
            self.reading.doubts.extend(clause.doubt.clone());
        } else if weight == 1 && clause.has(Sign::Not) && !clause.has(Sign::Vote) {
            self.without_kind(clause);
        }
    }

    /// The statements of a clause that makes a position, or the doubt about it.
    fn make(&mut self, clause: &Clause, (kind, weight): (PositionKind, u8)) {
        let content = clause.skipped || clause.has(Sign::That);
        // "and Iran objected to it": to the paragraph, or to the reservation on it.
        let that =
            clause.has(Sign::ThatPosition) && kind != PositionKind::Objection && !clause.has(Sign::Withdraw);
        let either = clause.has(Sign::Objects)
            && clause.aims == [Aim::It]
            && self.before.kind.is_some_and(|(kind, _)| kind == PositionKind::Reservation);
        if let Some(doubt) = &clause.doubt {
            let doubt = self.naming(clause, doubt);
            self.reading.doubts.push(doubt);
        } else if either || that || clause.has(Sign::Proposal) {
            self.doubt(
                &UNCLEAR_TARGET,
                clause,
                "does not say clearly what it is on",
                "record the position by hand",
            );
        } else if weight <= 3 && clause.aims.is_empty() && content {
            self.doubt(&UNCLEAR_TARGET, clause, "does not name what it is on", "record the position by hand");
        } else if let Some(who) =
            clause.who.as_ref().filter(|who| !who.mentions.is_empty() || who.strangers > 0)
        {
            let (kind, status) = self.kind_and_status(clause, kind);
            if clause.picked && weight >= 5 {
                self.only_spoke(who);
            }
            let clause = &self.with_objected(clause, kind);
            for (group, aims) in self.pairs(clause, who) {
                self.state(clause, &group, kind, status, &aims);
            }
        } else {
            self.unnamed(clause);
        }
    }

    /// A doubt that says whose position is not on record for it.
    fn naming(&self, clause: &Clause, doubt: &Doubt) -> Doubt {
        let groups = clause.who.iter().chain(&clause.also);
        let all: Vec<&str> =
            groups.flat_map(|group| &group.mentions).map(|mention| mention.name.as_str()).collect();
        let told = all.iter().all(|name| doubt.message.contains(name));
        if told {
            return doubt.clone();
        }
        let (shown, more) = all.split_at(all.len().min(MOST_NAMES));
        let more = if more.is_empty() { String::new() } else { format!(" and {} more", more.len()) };
        let message = format!("{}: no position of {}{more} is recorded", doubt.message, shown.join(", "));
        Doubt { message, ..doubt.clone() }
    }

    /// "Qatar reserved its position on the resolution, and did not on paragraph 8": what is left is not said.
    fn exclude(&mut self, clause: &Clause, kind: PositionKind) {
        let who: BTreeSet<_> =
            clause.who.iter().flat_map(|who| &who.mentions).map(|who| &who.delegation).collect();
        let whole = |statement: &Statement| {
            let same = statement.delegations.iter().any(|mention| who.contains(&mention.delegation));
            statement.target == Target::Entire && statement.kind == kind && same
        };
        let before = self.reading.statements.len();
        let recent = before.saturating_sub(MOST_WITHDRAWABLE);
        let mut last = self.reading.statements.split_off(recent);
        last.retain(|statement| !whole(statement));
        self.reading.statements.append(&mut last);
        if self.reading.statements.len() < before {
            let help = "look it up and record the position by hand";
            self.doubt(&UNCLEAR_TARGET, clause, "takes something out of the whole text", help);
        }
    }

    /// "could not support paragraph 3" is opposition to it, unless the sentence goes on to say which position it is.
    fn denied_support(&mut self, clause: &Clause) {
        let named = clause.who.is_some() || clause.has(Sign::We);
        let about = !clause.aims.is_empty() || clause.has_object;
        if clause.has(Sign::Not) && named && about && !clause.has(Sign::Vote) {
            self.refusals.push(clause.clone());
        }
    }

    /// The refusals of a sentence, by those of whom it says nothing stronger.
    fn refuse(&mut self) {
        let whose = |clause: &Clause| -> Vec<_> {
            let groups = clause.who.iter().chain(&clause.also);
            groups.flat_map(|group| &group.mentions).map(|mention| mention.delegation.clone()).collect()
        };
        for mut clause in std::mem::take(&mut self.refusals) {
            let own = whose(&clause);
            let stronger = self.said[1].iter().any(|said| {
                said.kind.is_some_and(|(_, weight)| weight >= 5)
                    && whose(said).iter().any(|who| own.contains(who))
            });
            if !stronger {
                self.strangers(&clause);
                clause.flags.retain(|flag| !matches!(flag, Sign::Not | Sign::Support));
                self.make(&clause, (PositionKind::Opposition, 5));
            }
        }
    }

    /// A kind at the end of a sentence is that of all in it: "Kenya on paragraph 3; and Mali on paragraph 7 expressed
    /// reservations".
    fn kind_for_all(&mut self, last: &Clause) {
        for clause in std::mem::take(&mut self.kindless) {
            let kind = last.kind;
            let flags = last.flags.clone();
            self.emit(&Clause { kind, flags, kind_last: false, ..clause });
        }
    }

    /// An objection to a position that the note states, on what that is on.
    fn with_objected(&self, clause: &Clause, kind: PositionKind) -> Clause {
        let mut clause = clause.clone();
        let Some(owner) = clause.regarding.as_ref().filter(|_| kind == PositionKind::Objection) else {
            return clause;
        };
        if !clause.aims.is_empty() || clause.has_object || clause.has(Sign::Stance) {
            return clause;
        }
        let of_owner = |statement: &&Statement| {
            statement.kind == PositionKind::Reservation
                && statement.delegations.iter().any(|who| who.delegation == owner.delegation)
        };
        let recent = self.reading.statements.iter().rev().take(MOST_WITHDRAWABLE).filter(of_owner);
        let mut aims: Vec<Aim> = recent.map(|statement| aim(&statement.target)).collect();
        aims.reverse();
        clause.aims = aims;
        clause
    }

    fn without_kind(&mut self, clause: &Clause) {
        let about = !clause.aims.is_empty() && clause.who.is_some();
        if clause.has(Sign::Withdraw) {
            self.reading.doubts.extend(clause.doubt.clone());
            self.withdraw(clause, None);
        } else if clause.has(Sign::ThatPosition) && clause.who.is_some() && !clause.has(Sign::Not) {
            // "Yemen joined Oman in that reservation."
            let help = "read the sentence and record the position by hand";
            self.doubt(&UNCLEAR_CLAUSE, clause, "does not say clearly which position is meant", help);
        } else if about && !clause.has(Sign::Vote) && !clause.has(Sign::Not) {
            self.kindless.push(clause.clone());
        } else if about && clause.has(Sign::Not) && !clause.has(Sign::Vote) {
            let help = "read the sentence and record the position by hand";
            self.doubt(&UNCLEAR_KIND, clause, "does not say what kind of position it is", help);
        }
    }

    /// "Statements were made by Peru and Chad. The former opposed …": what a statement said is no other position.
    fn only_spoke(&mut self, who: &Group) {
        let who: BTreeSet<_> = who.mentions.iter().map(|mention| mention.delegation.clone()).collect();
        let recent = self.reading.statements.len().saturating_sub(MOST_WITHDRAWABLE);
        for statement in self.reading.statements.split_off(recent) {
            let spoke = statement.kind == PositionKind::Explanation
                && statement.target == Target::Unknown { phrase: Texts::new() }
                && statement.span.start >= self.begins[0];
            match if spoke { without(&statement, &who, &[]) } else { None } {
                Some(left) => {
                    self.taken_back.extend(statement.delegations.iter().map(|who| who.span.start));
                    self.taken_back.push(statement.span.start);
                    self.reading.statements.extend(left);
                }
                None => self.reading.statements.push(statement),
            }
        }
    }

    /// Whether a position hangs on a condition, and does not only wait for something.
    fn hangs(&self, clause: &Clause) -> bool {
        const WAITS: &[&str] = &["pending", "الي", "في", "بانتظار", "ريثما"];
        (clause.from..clause.to)
            .any(|at| self.rules.is(at, Sign::Condition) && !self.rules.is_word(at, WAITS))
    }

    fn kind_and_status(&self, clause: &Clause, kind: PositionKind) -> (PositionKind, Option<Status>) {
        if clause.has(Sign::Right) {
            (PositionKind::Reservation, Some(Status::Deferred))
        } else if clause.has(Sign::Announce) && !(clause.has(Sign::Condition) && self.hangs(clause)) {
            (kind, Some(Status::Deferred))
        } else {
            (kind, clause.has(Sign::Condition).then_some(Status::Conditional))
        }
    }

    /// Which delegations go with which objects.
    fn pairs(&mut self, clause: &Clause, who: &Group) -> Vec<(Group, Vec<Aim>)> {
        let aims = self.settle(clause);
        let groups = std::iter::once(who).chain(&clause.also);
        if !clause.has(Sign::Respectively) {
            return groups.map(|group| (group.clone(), aims.clone())).collect();
        }
        let each: Vec<Aim> = aims.iter().flat_map(one_by_one).collect();
        let strangers: usize = groups.clone().map(|group| group.strangers).sum();
        let behalf = groups.clone().any(|group| !group.on_behalf_of.is_empty());
        let mentions: Vec<&Mention> = groups.flat_map(|group| &group.mentions).collect();
        if each.len() != mentions.len() || strangers > 0 || behalf {
            let help = "see in the record of the meeting which delegation spoke on what";
            self.doubt(&UNPAIRED_LISTS, clause, "pairs two lists that are not of one length", help);
            return Vec::new();
        }
        let group = |mention: &Mention| Group { mentions: vec![mention.clone()], ..Group::default() };
        mentions.into_iter().map(group).zip(each.into_iter().map(|aim| vec![aim])).collect()
    }

    fn state(
        &mut self,
        clause: &Clause,
        who: &Group,
        kind: PositionKind,
        status: Option<Status>,
        aims: &[Aim],
    ) {
        for aim in aims.iter().filter(|_| !who.mentions.is_empty()) {
            let Some(target) = self.target(aim) else {
                let help = "look it up and record the position by hand";
                self.doubt(&UNCLEAR_TARGET, clause, "does not say clearly what it is on", help);
                continue;
            };
            self.reading.statements.push(Statement {
                delegations: who.mentions.clone(),
                kind,
                target,
                status,
                on_behalf_of: who.on_behalf_of.clone(),
                regarding: clause.regarding.clone(),
                span: self.rules.span(clause.from, clause.to),
            });
        }
    }

    fn target(&self, aim: &Aim) -> Option<Target> {
        let texts = |phrase: &Option<String>| -> Texts {
            phrase.iter().map(|phrase| (self.language.clone(), phrase.clone())).collect()
        };
        match aim {
            Aim::Paragraphs { labels, phrase, open } => {
                let on = Labels::new(distinct(labels))?;
                Some(Target::Paragraphs { on, phrase: texts(phrase), open: *open })
            }
            Aim::Entire { .. } => Some(Target::Entire),
            Aim::Unknown { phrase } => Some(Target::Unknown { phrase: texts(phrase) }),
            Aim::Same | Aim::SameOne | Aim::SamePart(_) | Aim::It | Aim::Both => None,
        }
    }

    /// A withdrawal takes away what was stated before; it is no standing position itself.
    fn withdraw(&mut self, clause: &Clause, kind: Option<PositionKind>) {
        let who = clause.who.as_ref().or(self.before.who.as_ref());
        let Some(who) = who.filter(|who| who.strangers == 0 && !who.mentions.is_empty()) else {
            self.retract(clause);
            return;
        };
        let mentions = who.mentions.iter().chain(clause.also.iter().flat_map(|group| &group.mentions));
        let who: BTreeSet<_> = mentions.map(|mention| mention.delegation.clone()).collect();
        // Where it is not clear what was withdrawn, nothing stays.
        let known = clause.doubt.is_none();
        let targets: Vec<Target> =
            clause.aims.iter().filter(|_| known).filter_map(|aim| self.target(aim)).collect();
        let mut found = false;
        self.taken_back.push(self.rules.span(clause.from, clause.to).start);
        let recent = self.reading.statements.len().saturating_sub(MOST_WITHDRAWABLE);
        for statement in self.reading.statements.split_off(recent) {
            let concerned = kind.is_none_or(|kind| kind == statement.kind);
            let kept = if concerned { without(&statement, &who, &targets) } else { None };
            if kept.is_some() {
                let mentions = statement.delegations.iter().map(|who| who.span.start);
                self.taken_back.extend(mentions.chain([statement.span.start]));
            }
            match kept {
                Some(kept) => {
                    found = true;
                    self.reading.statements.extend(kept);
                }
                None => self.reading.statements.push(statement),
            }
        }
        if !found && !clause.undone {
            self.doubt(
                &UNMATCHED_WITHDRAWAL,
                clause,
                "withdraws a position that the note does not state",
                "if the record has it, use `reservations withdraw`",
            );
        }
    }

    /// A withdrawal by whom is not known: of the sentence, and of the one before where this one states nothing, no
    /// position is sure.
    fn retract(&mut self, clause: &Clause) {
        let here = |statement: &&Statement| statement.span.start >= self.begins[1];
        let own = self.reading.statements.iter().any(|statement| here(&statement));
        let from = if own { self.begins[1] } else { self.begins[0] };
        let before = self.reading.statements.len();
        self.taken_back.push(self.rules.span(clause.from, clause.to).start);
        let gone = self.reading.statements.iter().filter(|statement| statement.span.start >= from);
        self.taken_back.extend(gone.map(|statement| statement.span.start));
        self.reading.statements.retain(|statement| statement.span.start < from);
        if self.reading.statements.len() < before || clause.kind.is_some() {
            let help = "see who it was in the record of the meeting";
            self.doubt(
                &UNNAMED_DELEGATION,
                clause,
                "does not say which delegation withdrew its position",
                help,
            );
        }
    }

    fn strangers(&mut self, clause: &Clause) {
        for (from, to) in &clause.strangers {
            let words = visible(&self.rules.words(*from, *to)).into_owned();
            let asked = self.reading.doubts.iter().filter(|doubt| *doubt.code == UNKNOWN_NAME).count();
            let near = if asked < MOST_SUGGESTIONS && words.len() <= 60 {
                let own = self.rules.context.names.iter().map(|(name, who)| (name.clone(), who.to_string()));
                names::suggest(&words, own)
            } else {
                Vec::new()
            };
            let near: Vec<String> = near.into_iter().map(|(name, code)| format!("{name} ({code})")).collect();
            let help = if near.is_empty() {
                "record the name under [language] delegations if it is one".to_owned()
            } else {
                format!("the nearest: {}", near.join(", "))
            };
            self.reading.doubts.push(Doubt {
                code: &UNKNOWN_NAME,
                span: self.rules.span(*from, *to),
                message: format!("\"{words}\" is no delegation that is known"),
                help,
            });
        }
    }

    pub(super) fn doubt(
        &mut self,
        code: &'static crate::problem::Code,
        clause: &Clause,
        what: &str,
        help: &str,
    ) {
        let words = visible(&self.rules.words(clause.from, clause.to)).into_owned();
        self.reading.doubts.push(Doubt {
            code,
            span: self.rules.span(clause.from, clause.to),
            message: format!("\"{words}\" {what}"),
            help: help.to_owned(),
        });
    }
}

/// Doubts on sentences that name a delegation and a position, and of which nothing was read or said.
fn unread(rules: &Rules, reading: &Reading, taken_back: &[usize]) -> Vec<Doubt> {
    let signs = |from: usize, to: usize, wanted: &[Sign]| (from..to).any(|at| rules.is_any(at, wanted));
    let mentions = reading.statements.iter().flat_map(|one| one.delegations.iter().map(|who| who.span.start));
    let clauses = reading.statements.iter().map(|one| one.span.start);
    let mut read: Vec<usize> =
        mentions.chain(clauses).chain(reading.doubts.iter().map(|doubt| doubt.span.start)).collect();
    // What was taken back has been read all the same.
    read.extend(taken_back);
    read.sort_unstable();
    let lost = segments(rules.items, rules.grammar).into_iter().filter(|segment| {
        let span = rules.span(segment.from, segment.to);
        let first = read.partition_point(|start| *start < span.start);
        let untouched = read.get(first).is_none_or(|start| *start >= span.end);
        let (mut named, mut taken) = (false, false);
        for at in segment.from..segment.to {
            named |= matches!(rules.what(at), Some(What::Name(_)));
            taken |= match rules.what(at) {
                Some(What::Sign(Sign::Kind(kind))) => {
                    !matches!(kind, PositionKind::Explanation | PositionKind::Unclassified)
                }
                Some(What::Sign(Sign::Objects)) => true,
                // "Malta: “We reserve our position on paragraph 3.”"
                Some(What::Quote) => rules.takes_position(&rules.inside_quotes(at)),
                _ => false,
            };
        }
        let denied = signs(segment.from, segment.to, &[Sign::Not, Sign::Vote])
            && !signs(segment.from, segment.to, &[Sign::Except])
            && !(segment.from..segment.to)
                .any(|at| rules.is(at, Sign::Not) && signs(at + 1, at + 4, &[Sign::Support]))
            && !(segment.from..segment.to)
                .any(|at| rules.is(at, Sign::But) && matches!(rules.what(at + 1), Some(What::Name(_))));
        untouched && named && taken && !denied
    });
    lost.map(|segment| Doubt {
        code: &UNCLEAR_CLAUSE,
        span: rules.span(segment.from, segment.to),
        message: format!("\"{}\" is not understood", rules.words(segment.from, segment.to)),
        help: "read the sentence and record the position by hand".into(),
    })
    .collect()
}

/// "Cyprus expressed its reservation, and Malta its opposition, to paragraph 6": what the last is on, all are on.
fn share_objects(clauses: &mut [Clause]) {
    for at in (1..clauses.len()).rev() {
        let [.., before, clause] = &mut clauses[..=at] else { return };
        let open = before.who.is_some() && before.kind.is_some_and(|(_, weight)| weight >= 5);
        if clause.verbless && clause.has_object && open && before.aims.is_empty() && !before.has_object {
            before.aims.clone_from(&clause.aims);
            before.has_object = true;
            before.doubt = before.doubt.take().or_else(|| clause.doubt.clone());
        }
    }
}

/// Whether a sentence cannot end with such a word.
fn leads_on(sign: Sign) -> bool {
    use Sign::{
        And, Article, Behalf, But, By, Delegation, From, In, Intro, Of, On, Particular, That, To, Which,
    };
    matches!(
        sign,
        On | To
            | In
            | Of
            | By
            | From
            | And
            | But
            | Article
            | Intro
            | Behalf
            | Delegation
            | That
            | Which
            | Particular
    )
}

/// The object that a target was read from.
fn aim(target: &Target) -> Aim {
    let words = |phrase: &Texts| phrase.values().next().cloned();
    match target {
        Target::Paragraphs { on, phrase, open } => {
            Aim::Paragraphs { labels: on.as_slice().to_vec(), phrase: words(phrase), open: *open }
        }
        Target::Entire => Aim::Entire { said: true },
        Target::Unknown { phrase } => Aim::Unknown { phrase: words(phrase) },
    }
}

/// Whether a clause that says a kind is the head of what follows: "The following delegations expressed reservations
/// on paragraph 5:", "Kazakhstan expressed reservations on the following paragraphs:".
fn heads_list(clause: &Clause, named: bool, heads: bool) -> bool {
    if named {
        return clause.colon && clause.aims.is_empty();
    }
    clause.doubt.is_none() && (clause.aims.is_empty() || heads || clause.has(Sign::Following))
}

/// A verb of saying, and nothing said: "Canada stated".
fn says_nothing(clause: &Clause, weight: u8) -> bool {
    weight == 1 && clause.aims.is_empty() && !clause.skipped && !clause.has(Sign::That)
}

/// An object for each of its paragraphs.
fn one_by_one(aim: &Aim) -> Vec<Aim> {
    match aim {
        Aim::Paragraphs { labels, phrase, open } => {
            let one = |label: &Label| Aim::Paragraphs {
                labels: vec![label.clone()],
                phrase: phrase.clone(),
                open: *open,
            };
            labels.iter().map(one).collect()
        }
        other => vec![other.clone()],
    }
}

/// The units besides paragraphs that statements name, with the language's words for them.
fn units(statements: &[Statement], rules: &Rules) -> Vec<(Unit, String)> {
    let mut units: Vec<(Unit, String)> = Vec::new();
    let said = rules.numbered_units();
    let word = |unit: &Unit| {
        let own = rules
            .context
            .units
            .iter()
            .chain(&said)
            .find(|(own, _)| own == unit)
            .map(|(_, word)| word.clone());
        let listed = rules.grammar.units.iter().filter_map(|word| word.declared);
        own.or_else(|| {
            listed.filter(|(letters, _)| *letters == unit.as_str()).map(|(_, word)| word.to_owned()).next()
        })
    };
    for statement in statements {
        let Target::Paragraphs { on, .. } = &statement.target else { continue };
        for unit in on.as_slice().iter().map(Label::unit) {
            let known = unit.is_built_in() || units.iter().any(|(known, _)| known == unit);
            if !known {
                // A label that was printed as records have it has no other word than its letters.
                let word = word(unit).unwrap_or_else(|| unit.as_str().to_lowercase());
                units.push((unit.clone(), word));
            }
        }
    }
    units
}
