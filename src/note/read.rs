//! Reading: from sentences to statements, with what one sentence says for the next.

use std::collections::BTreeSet;

use super::clause::{Builder, Clause};
use super::mark::{Grammar, Item, What, mark};
use super::number::Rules;
use super::object::Aim;
use super::piece::{Cutter, Group};
use super::sign::Sign;
use super::token::Gap;
use super::{
    Context, Doubt, Mention, Reading, Statement, UNCLEAR_KIND, UNCLEAR_TARGET, UNKNOWN_DELEGATION,
    UNMATCHED_WITHDRAWAL, UNNAMED_DELEGATION, UNPAIRED_LISTS,
};
use crate::fold::visible;
use crate::model::{Label, Labels, PositionKind, Status, Target, Texts};
use crate::names;

/// More suggestions than that are not looked for in one note: each takes a walk through all names.
const MOST_SUGGESTIONS: usize = 40;

/// Reads a note with a language's grammar.
pub(super) fn read(
    language: &crate::language::Language,
    text: &str,
    grammar: &Grammar,
    context: &Context,
) -> Reading {
    let marked = mark(text, grammar, context);
    let rules = || Rules { text, items: &marked.items, grammar, context };
    let mut cutter = Cutter { rules: rules(), marked: &marked, doubts: Vec::new() };
    let mut reader = Reader {
        rules: rules(),
        language,
        reading: Reading::default(),
        lead: Clause::default(),
        before: Clause::default(),
        waiting: None,
    };
    for segment in segments(&marked.items, grammar) {
        let pieces = cutter.pieces(segment.from, segment.to);
        let clauses = Builder::new(&reader.rules, &pieces).clauses();
        reader.segment(&segment, clauses);
    }
    reader.finish_waiting();
    let mut reading = reader.reading;
    reading.doubts.append(&mut cutter.doubts);
    reading.doubts.sort_by_key(|doubt| (doubt.span.start, doubt.span.end));
    reading.doubts.dedup_by(|a, b| a.span == b.span && a.code.name == b.code.name);
    reading.units = units(&reading.statements, grammar);
    reading
}

/// A stretch of text that is read on its own.
struct Segment {
    from: usize,
    to: usize,
    /// What it begins with is no new sentence: it comes after a semicolon.
    continues: bool,
    /// It ends with its line.
    line: bool,
}

/// Cuts at full stops, semicolons, items and empty lines, and at lines that are items without a bullet.
fn segments(items: &[Item], grammar: &Grammar) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::new();
    let mut from = 0;
    let mut continues = false;
    for at in 0..=items.len() {
        let item = items.get(at);
        let mark = matches!(item.map(|item| item.what), Some(What::Stop | What::Mark(';')));
        let fresh = item.is_none_or(|item| {
            at > from
                && (item.gap >= Gap::Paragraph || (item.gap == Gap::Line && line_begins(items, at, grammar)))
        });
        if !(mark || fresh) {
            continue;
        }
        if at > from {
            segments.push(Segment { from, to: at, continues, line: fresh });
            continues = false;
        }
        if mark {
            continues = matches!(item.map(|item| item.what), Some(What::Mark(';')));
            from = at + 1;
        } else {
            from = at;
        }
    }
    segments
}

/// Whether a line that begins here is an item of its own rather than a sentence going on.
fn line_begins(items: &[Item], at: usize, grammar: &Grammar) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|before| items.get(before)) else { return true };
    let object_ends = matches!(
        before.what,
        What::Number
            | What::Mark(')' | ':')
            | What::Quote
            | What::Sign(Sign::Own | Sign::AsWhole | Sign::Kind(_))
    );
    let mut first = at;
    while items.get(first).is_some_and(|item| item.is(Sign::Article) || item.is(Sign::Delegation)) {
        first += 1;
    }
    match items.get(first).map(|item| item.what) {
        Some(What::Name(_)) => object_ends || matches!(before.what, What::Name(_)),
        Some(What::Sign(
            Sign::Unit(_)
            | Sign::Preambular
            | Sign::Operative
            | Sign::SubParagraph
            | Sign::Part
            | Sign::Ordinal(_)
            | Sign::Own
            | Sign::Whole,
        )) => object_ends || (matches!(before.what, What::Name(_)) && has_colon(items, at)),
        Some(What::Unknown) => {
            object_ends
                && (items.get(first).is_some_and(|item| item.capital) || !grammar.capitals)
                && !matches!(before.what, What::Sign(Sign::Kind(_)))
        }
        _ => matches!(before.what, What::Mark(':')),
    }
}

/// Whether the line that begins here has a colon.
fn has_colon(items: &[Item], at: usize) -> bool {
    let line = items.iter().skip(at).take(20).enumerate();
    let mut line = line.take_while(|(place, item)| *place == 0 || item.gap < Gap::Line);
    line.any(|(_, item)| item.what == What::Mark(':'))
}

struct Reader<'a> {
    rules: Rules<'a>,
    language: &'a crate::language::Language,
    reading: Reading,
    /// What a heading or a sentence with a colon says for what comes below it.
    lead: Clause,
    /// The clause before in the same sentence.
    before: Clause,
    /// Delegations alone on a line: the head of the lines below, or members of a list.
    waiting: Option<Clause>,
}

impl Reader<'_> {
    fn segment(&mut self, segment: &Segment, clauses: Vec<Clause>) {
        if !segment.continues {
            self.before = Clause::default();
        }
        let last = clauses.len().saturating_sub(1);
        for (at, clause) in clauses.into_iter().enumerate() {
            let heads = clause.colon || (segment.line && at == last);
            self.clause(clause, heads);
        }
    }

    fn clause(&mut self, mut clause: Clause, heads: bool) {
        if clause.is_empty() && !clause.has(Sign::Withdraw) {
            return;
        }
        let named = clause.who.as_ref().is_some_and(|who| !who.mentions.is_empty() || who.strangers > 0);
        let own_lead = clause.kind.is_some() && !named;
        if own_lead
            && (clause.aims.is_empty() || heads || clause.has(Sign::Following))
            && !clause.has_doubtful_object()
        {
            self.set_lead(clause);
            return;
        }
        let head_of_list = clause.colon && clause.kind.is_some() && named && clause.aims.is_empty();
        if head_of_list {
            self.set_lead(clause);
            return;
        }
        let own_kind = clause.kind.is_some();
        self.inherit(&mut clause);
        if named && !own_kind && clause.kind.is_some() && clause.aims.is_empty() && !clause.has_object {
            // "…; Oman": a delegation more, and nothing says on what.
            let unsaid = !clause.has(Sign::Withdraw) && !clause.has(Sign::Not) && !clause.has(Sign::Vote);
            if unsaid {
                self.doubt(
                    &UNCLEAR_TARGET,
                    &clause,
                    "does not say what it is on",
                    "record the position by hand",
                );
                return;
            }
        }
        let alone = named && clause.kind.is_none() && clause.aims.is_empty() && !clause.has_object;
        if alone && !clause.has(Sign::Withdraw) {
            self.finish_waiting();
            self.waiting = Some(clause);
            return;
        }
        if !named && !clause.aims.is_empty() && clause.who.is_none() {
            self.only_object(clause, heads);
            return;
        }
        self.finish_waiting();
        self.emit(&clause);
        self.before = clause;
    }

    fn set_lead(&mut self, clause: Clause) {
        self.finish_waiting();
        self.before = Clause::default();
        self.lead = clause;
    }

    /// Objects without a delegation: of the head above, or of the clause before, or a head themselves.
    fn only_object(&mut self, mut clause: Clause, heads: bool) {
        if let Some(waiting) = self.waiting.take() {
            let who = waiting.who.clone();
            self.before = Clause { who, colon: true, ..Clause::default() };
        }
        let from_before = self.before.who.is_some() && self.before.colon && !self.before.object_first;
        let source = if from_before { &self.before } else { &self.lead };
        if source.who.is_some() {
            clause.who.clone_from(&source.who);
            clause.object_first = false;
            clause.colon = from_before;
            clause.kind = clause.kind.or(source.kind);
            self.emit(&clause);
            self.before = clause;
        } else if heads && clause.doubt.is_none() {
            // "Operative paragraph 5:" over a list of delegations
            let kind = clause.kind.or(self.lead.kind);
            let flags = if clause.kind.is_some() { clause.flags.clone() } else { self.lead.flags.clone() };
            self.lead = Clause { kind, flags, ..clause };
        } else {
            self.unnamed(&clause);
        }
    }

    fn unnamed(&mut self, clause: &Clause) {
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
        let same_sentence = self.before.kind.is_some();
        if clause.kind.is_none() {
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
        if clause.aims.is_empty() && !clause.has_object && self.before.object_first && self.before.colon {
            clause.aims.clone_from(&self.before.aims);
            clause.object_first = true;
            clause.colon = true;
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
    fn emit(&mut self, clause: &Clause) {
        let withdraws = clause.has(Sign::Withdraw);
        let right = clause.has(Sign::Right).then_some((PositionKind::Reservation, 5));
        let Some(kind) = clause.kind.or(right).or(self.lead.kind) else {
            let about = !clause.aims.is_empty() && clause.who.is_some();
            if withdraws {
                self.withdraw(clause, None);
            } else if about && !clause.has(Sign::Vote) && !clause.has(Sign::Not) {
                self.doubt(
                    &UNCLEAR_KIND,
                    clause,
                    "does not say what kind of position it is",
                    "record it with --kind, or as unclassified",
                );
            }
            return;
        };
        if clause.has(Sign::Not) || clause.has(Sign::Vote) {
            return;
        }
        self.strangers(clause);
        let said = kind.1 <= 3 && clause.aims.is_empty();
        if said && kind.1 == 1 && !clause.skipped && !clause.has(Sign::That) {
            return;
        }
        if said && (clause.skipped || clause.has(Sign::That)) && clause.doubt.is_none() {
            self.doubt(&UNCLEAR_TARGET, clause, "does not name what it is on", "record the position by hand");
            return;
        }
        if let Some(doubt) = &clause.doubt {
            self.reading.doubts.push(doubt.clone());
            return;
        }
        let Some(who) = clause.who.as_ref().filter(|who| !who.mentions.is_empty() || who.strangers > 0)
        else {
            self.unnamed(clause);
            return;
        };
        if withdraws {
            self.withdraw(clause, clause.kind.map(|(kind, _)| kind));
            return;
        }
        let (kind, status) = Self::kind_and_status(clause, kind.0);
        for (mentions, aims) in self.pairs(clause, who) {
            self.state(clause, who, &mentions, kind, status, &aims);
        }
    }

    fn kind_and_status(clause: &Clause, kind: PositionKind) -> (PositionKind, Option<Status>) {
        if clause.has(Sign::Right) {
            (PositionKind::Reservation, Some(Status::Deferred))
        } else if clause.has(Sign::Announce) {
            (kind, Some(Status::Deferred))
        } else {
            (kind, clause.has(Sign::Condition).then_some(Status::Conditional))
        }
    }

    /// Which delegations go with which objects.
    fn pairs(&mut self, clause: &Clause, who: &Group) -> Vec<(Vec<Mention>, Vec<Aim>)> {
        let aims = self.settle(clause);
        if !clause.has(Sign::Respectively) {
            return vec![(who.mentions.clone(), aims)];
        }
        let single = |aim: &Aim| match aim {
            Aim::Paragraphs { labels, phrase, open } => labels
                .iter()
                .map(|label| Aim::Paragraphs {
                    labels: vec![label.clone()],
                    phrase: phrase.clone(),
                    open: *open,
                })
                .collect(),
            other => vec![other.clone()],
        };
        let each: Vec<Aim> = aims.iter().flat_map(single).collect();
        if each.len() != who.mentions.len() || who.strangers > 0 {
            self.doubt(
                &UNPAIRED_LISTS,
                clause,
                "pairs two lists that are not of one length",
                "see in the record of the meeting which delegation spoke on what",
            );
            return Vec::new();
        }
        who.mentions.iter().cloned().zip(each).map(|(mention, aim)| (vec![mention], vec![aim])).collect()
    }

    /// The objects of a clause: "the same paragraph" is that of the clause before; none is an unknown part.
    fn settle(&self, clause: &Clause) -> Vec<Aim> {
        let own = if clause.aims.is_empty() && !clause.inherits { &self.lead.aims } else { &clause.aims };
        let mut aims: Vec<Aim> = Vec::new();
        for aim in own {
            match aim {
                Aim::Same if !self.before.aims.is_empty() => aims.extend(self.before.aims.iter().cloned()),
                other => aims.push(other.clone()),
            }
        }
        if aims.is_empty() {
            aims.push(Aim::Unknown { phrase: None });
        }
        merged(aims)
    }

    fn state(
        &mut self,
        clause: &Clause,
        who: &Group,
        mentions: &[Mention],
        kind: PositionKind,
        status: Option<Status>,
        aims: &[Aim],
    ) {
        if mentions.is_empty() {
            return;
        }
        for aim in aims {
            let Some(target) = self.target(aim) else {
                self.doubt(
                    &UNCLEAR_TARGET,
                    clause,
                    "does not say clearly what it is on",
                    "look it up and record the position by hand",
                );
                continue;
            };
            self.reading.statements.push(Statement {
                delegations: mentions.to_vec(),
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
            Aim::Same => None,
        }
    }

    /// A withdrawal takes away what was stated before; it is no standing position itself.
    fn withdraw(&mut self, clause: &Clause, kind: Option<PositionKind>) {
        let Some(who) = clause.who.as_ref().or(self.before.who.as_ref()) else {
            self.unnamed(clause);
            return;
        };
        let who: BTreeSet<_> = who.mentions.iter().map(|mention| mention.delegation.clone()).collect();
        let targets: Vec<Target> = clause.aims.iter().filter_map(|aim| self.target(aim)).collect();
        let mut found = false;
        let statements = std::mem::take(&mut self.reading.statements);
        for statement in statements {
            let concerned = kind.is_none_or(|kind| kind == statement.kind);
            let kept = if concerned { without(&statement, &who, &targets) } else { None };
            match kept {
                Some(kept) => {
                    found = true;
                    self.reading.statements.extend(kept);
                }
                None => self.reading.statements.push(statement),
            }
        }
        let made_here = !clause.aims.is_empty() && clause.kind.is_some();
        if !found && !made_here {
            self.doubt(
                &UNMATCHED_WITHDRAWAL,
                clause,
                "withdraws a position that the note does not state",
                "if the record has it, use `reservations withdraw`",
            );
        }
    }

    fn strangers(&mut self, clause: &Clause) {
        for (from, to) in &clause.strangers {
            let words = visible(&self.rules.words(*from, *to)).into_owned();
            let asked = self.reading.doubts.iter().filter(|doubt| *doubt.code == UNKNOWN_DELEGATION).count();
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
                code: &UNKNOWN_DELEGATION,
                span: self.rules.span(*from, *to),
                message: format!("\"{words}\" is no delegation that is known"),
                help,
            });
        }
    }

    fn doubt(&mut self, code: &'static crate::problem::Code, clause: &Clause, what: &str, help: &str) {
        let words = visible(&self.rules.words(clause.from, clause.to)).into_owned();
        self.reading.doubts.push(Doubt {
            code,
            span: self.rules.span(clause.from, clause.to),
            message: format!("\"{words}\" {what}"),
            help: help.to_owned(),
        });
    }
}

impl Clause {
    /// Whether it is about an object that was not understood, so that it is no mere heading.
    fn has_doubtful_object(&self) -> bool {
        self.doubt.is_some()
    }
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

fn distinct(labels: &[Label]) -> Vec<Label> {
    let mut seen = BTreeSet::new();
    labels.iter().filter(|label| seen.insert(*label)).cloned().collect()
}

/// What is left of a statement when delegations withdraw it, in whole or for some targets; none where it is not
/// concerned.
fn without(
    statement: &Statement,
    who: &BTreeSet<crate::model::Delegation>,
    targets: &[Target],
) -> Option<Vec<Statement>> {
    let (gone, stay): (Vec<Mention>, Vec<Mention>) =
        statement.delegations.iter().cloned().partition(|mention| who.contains(&mention.delegation));
    if gone.is_empty() {
        return None;
    }
    let mut left = Vec::new();
    match (&statement.target, targets) {
        (_, []) => {}
        (Target::Paragraphs { on, phrase, open }, targets) => {
            let named = |label: &Label| {
                targets.iter().any(|target| match target {
                    Target::Paragraphs { on, .. } => on.as_slice().contains(label),
                    Target::Entire | Target::Unknown { .. } => false,
                })
            };
            let rest: Vec<Label> = on.as_slice().iter().filter(|label| !named(label)).cloned().collect();
            if rest.len() == on.as_slice().len() {
                return None;
            }
            if let Some(on) = Labels::new(rest) {
                let target = Target::Paragraphs { on, phrase: phrase.clone(), open: *open };
                left.push(Statement { delegations: gone, target, ..statement.clone() });
            }
        }
        (target, targets) if targets.contains(target) => {}
        _ => return None,
    }
    if !stay.is_empty() {
        left.push(Statement { delegations: stay, ..statement.clone() });
    }
    Some(left)
}

/// The units besides paragraphs that statements name, with the language's words for them.
fn units(statements: &[Statement], grammar: &Grammar) -> Vec<(crate::model::Unit, String)> {
    let mut units: Vec<(crate::model::Unit, String)> = Vec::new();
    for statement in statements {
        let Target::Paragraphs { on, .. } = &statement.target else { continue };
        for label in on.as_slice() {
            let known = label.unit().is_built_in() || units.iter().any(|(unit, _)| unit == label.unit());
            let word = grammar.units.iter().filter_map(|unit| unit.declared);
            let word =
                word.filter(|(letters, _)| *letters == label.unit().as_str()).map(|(_, word)| word).next();
            if let Some(word) = word.filter(|_| !known) {
                units.push((label.unit().clone(), word.to_owned()));
            }
        }
    }
    units
}
