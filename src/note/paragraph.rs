//! The grammar of numbered paragraphs: "preambular paragraphs 9 and 10", "paragraph 3 (a) and (b) of section II".

use super::Doubt;
use super::mark::What;
use super::number::Entry;
use super::rules::Rules;
use super::sign::{Half, Sign};
use super::token::Gap;
use crate::model::{Label, PartId, Unit};

/// Words between a unit and its number.
const NUMBER: &[&str] = &["no", "nos", "number", "numbers", "رقم", "رقمي", "ارقام"];

/// "of it" does not reach back farther than that, in terminals.
const FARTHEST_HALF: usize = 40;

/// Numbered paragraphs that were read.
#[derive(Debug, Default)]
pub(super) struct Numbered {
    pub labels: Vec<Label>,
    /// Why they cannot be used.
    pub doubt: Option<Doubt>,
    /// The words for what is numbered, by which a shortened item after this one is read.
    head: Option<Head>,
}

/// What stands before numbers.
#[derive(Clone, Copy, Debug)]
struct Head {
    unit: usize,
    half: Option<Half>,
}

/// What is said behind numbers.
struct Behind {
    half: Option<Half>,
    part: Option<PartId>,
    doubtful: bool,
    next: usize,
}

impl Rules<'_> {
    /// Numbered paragraphs of one or more heads: "preambular paragraphs 9 and 10 and operative paragraph 9".
    pub(super) fn numbered(&self, at: usize) -> Option<(Numbered, usize)> {
        self.list_of_heads(at, &[Sign::On, Sign::To, Sign::From])
    }

    /// The same where a phrase stands: "and on" begins what the phrase does not belong to.
    pub(super) fn place(&self, at: usize) -> Option<(Numbered, usize)> {
        self.list_of_heads(at, &[Sign::In])
    }

    fn list_of_heads(&self, at: usize, again: &[Sign]) -> Option<(Numbered, usize)> {
        let (mut all, mut next) = self.one_head(at, None)?;
        loop {
            let Some(after) = self.separator(next) else { return Some((all, next)) };
            let led = after;
            let after = self.past(after, again);
            let more = self.one_head(after, None).or_else(|| self.shortened(after, all.head));
            let Some((more, end)) = more else { return Some((all, next)) };
            // "…, and on paragraph 6 expressed a preference": what is behind may begin another clause.
            if after > led && self.is(led, Sign::On) && self.is_any(end, &[Sign::Filler]) {
                return Some((all, next));
            }
            all.labels.extend(more.labels);
            all.doubt = all.doubt.or(more.doubt);
            all.head = more.head;
            next = end;
        }
    }

    /// Paragraphs of a half that was named right before them.
    pub(super) fn in_half(&self, half: Half, at: usize) -> Option<(Numbered, usize)> {
        let (head, entries, end) =
            self.head_and_entries(at).filter(|(head, ..)| self.is_plain_paragraph(*head))?;
        let head = Head { half: Some(half), ..head };
        Some(self.finish(at, head, None, &entries, end))
    }

    /// A later item that leaves out the word: "… and operative 9", "… and 9 of the preamble".
    fn shortened(&self, at: usize, head: Option<Head>) -> Option<(Numbered, usize)> {
        let at = self.past(at, &[Sign::Article]);
        let (half, numbers) = match self.half(at) {
            Some(half) => (Some(half), at + 1),
            None => (None, at),
        };
        let (found, end) = self.one_head(numbers, Some(Head { half, ..head? }))?;
        let said = half.is_some() || self.half(end.saturating_sub(1)).is_some();
        said.then_some((found, end))
    }

    /// Numbers under one head, with what stands around them.
    fn one_head(&self, start: usize, given: Option<Head>) -> Option<(Numbered, usize)> {
        let at = self.past(start, &[Sign::Article]);
        if let Some(found) = self.below(at).or_else(|| self.verbatim(at)) {
            return Some(found);
        }
        let (part, at) = match self.part(at) {
            Some((part, after)) => (Some(part), self.past(self.comma(after), &[Sign::Article])),
            None => (None, at),
        };
        let (head, entries, at) = match given {
            Some(head) => self.entries(at).map(|(entries, at)| (head, entries, at))?,
            None => self.head_and_entries(at)?,
        };
        if let Some(found) = self.in_unit(head, &entries, at) {
            return Some(found);
        }
        let (found, next) = self.finish(start, head, part, &entries, at);
        Some(self.with_paragraph(found, next))
    }

    /// "paragraph 3 of article 12"
    fn in_unit(&self, head: Head, entries: &[Entry], at: usize) -> Option<(Numbered, usize)> {
        if !self.is_any(at, &[Sign::Of, Sign::In]) || !self.is_plain_paragraph(head) {
            return None;
        }
        let (outer, next) = self.one_head(at + 1, None)?;
        let [whole] = outer.labels.as_slice() else { return None };
        if whole.unit().is_built_in() {
            return None;
        }
        let labels = entries.iter().filter_map(|entry| nested(whole, entry)).collect();
        Some((Numbered { labels, doubt: outer.doubt, head: None }, next))
    }

    /// "article 12, paragraph 3"
    fn with_paragraph(&self, outer: Numbered, at: usize) -> (Numbered, usize) {
        let inner = self.head(self.comma(at)).filter(|(head, _)| self.is_plain_paragraph(*head));
        let inner = inner.and_then(|(_, after)| self.entries(after));
        match (outer.labels.as_slice(), inner) {
            ([whole], Some((entries, next)))
                if !whole.unit().is_built_in() && self.half_said(next).is_none() =>
            {
                let labels = entries.iter().filter_map(|entry| nested(whole, entry)).collect();
                (Numbered { labels, ..outer }, next)
            }
            _ => (outer, at),
        }
    }

    fn half_said(&self, at: usize) -> Option<Half> {
        self.half_behind(self.past(at, &[Sign::Of, Sign::In, Sign::Article]))
    }

    fn is_plain_paragraph(&self, head: Head) -> bool {
        head.half.is_none() && self.grammar.units.get(head.unit).is_some_and(|unit| unit.declared.is_none())
    }

    /// Labels that no words of the language say: "the paragraph numbered “THESIS4”".
    fn verbatim(&self, at: usize) -> Option<(Numbered, usize)> {
        let unit = matches!(self.what(at), Some(What::Sign(Sign::Unit(_))));
        if !unit || !self.is(at + 1, Sign::Numbered) {
            return None;
        }
        let (labels, next) = self.quoted_labels(at + 2)?;
        Some((Numbered { labels, ..Numbered::default() }, next))
    }

    /// The units whose letters are said behind their word: "article 3 (numbered “ART3”)".
    pub(super) fn numbered_units(&self) -> Vec<(Unit, String)> {
        let mut units = Vec::new();
        for at in (1..self.items.len()).filter(|at| self.is(*at, Sign::Numbered) && self.is_mark(at - 1, '('))
        {
            let head = (at.saturating_sub(FARTHEST_HALF)..at).rev().find_map(|at| match self.what(at) {
                Some(What::Sign(Sign::Unit(unit))) => self.grammar.units.get(unit)?.declared,
                _ => None,
            });
            let labels = self.quoted_labels(at + 1).map(|(labels, _)| labels).unwrap_or_default();
            if let (Some((_, word)), Some(label)) = (head, labels.first()) {
                units.push((label.unit().clone(), word.to_owned()));
            }
        }
        units
    }

    /// The labels of what was named right before, as records have them: "article 3 (numbered “ART3”)".
    fn numbered_as(&self, at: usize) -> Option<(Vec<Label>, usize)> {
        if !self.is_mark(at, '(') || !self.is(at + 1, Sign::Numbered) {
            return None;
        }
        let (labels, end) = self.quoted_labels(at + 2)?;
        self.is_mark(end, ')').then_some((labels, end + 1))
    }

    fn quoted_labels(&self, mut next: usize) -> Option<(Vec<Label>, usize)> {
        let mut labels = Vec::new();
        while self.what(next) == Some(What::Quote) {
            labels.push(self.inside_quotes(next).parse().ok()?);
            next += 1;
            let Some(after) = self.separator(next) else { break };
            if self.what(after) != Some(What::Quote) {
                break;
            }
            next = after;
        }
        (!labels.is_empty()).then_some((labels, next))
    }

    fn head_and_entries(&self, at: usize) -> Option<(Head, Vec<Entry>, usize)> {
        // "the ninth and tenth preambular paragraphs"
        if let Some((entries, after)) = self.ordinals(at) {
            let (head, after) = self.head(after)?;
            return Some((head, entries, after));
        }
        if let Some(What::Sign(Sign::Lasts(many))) = self.what(at) {
            let (head, after) = self.head(at + 1)?;
            let half = head.half.or_else(|| self.half_said(after));
            return Some((head, self.lasts(many, half), after));
        }
        let (head, after) = self.head(at)?;
        if let Some(What::Sign(Sign::Lasts(many))) = self.what(after) {
            let half = head.half.or_else(|| self.half_said(after + 1));
            return Some((head, self.lasts(many, half), after + 1));
        }
        let (entries, after) = self.entries(after).or_else(|| self.ordinals(after))?;
        Some((head, entries, after))
    }

    /// "operative paragraphs", "OP", and in Arabic also "paragraphs of the preamble" before the numbers.
    fn head(&self, at: usize) -> Option<(Head, usize)> {
        let (before, at) = match self.half(at) {
            Some(half) => (Some(half), at + 1),
            None => (None, at),
        };
        // "subparagraph 2 (4)" is a paragraph by another word.
        let below = self.is(at, Sign::SubParagraph) && self.what(at + 1) == Some(What::Number);
        let unit = match self.what(at) {
            Some(What::Sign(Sign::Unit(unit))) => unit,
            _ if below => 0,
            _ => return None,
        };
        let own = self.grammar.units.get(unit).and_then(|unit| unit.half);
        let mut next = at + 1;
        if self.is_mark(next, '.') {
            next += 1;
        }
        // "paragraph no. 4"
        let called = |at: usize| {
            let word = self.items.get(at).is_some_and(|item| NUMBER.contains(&item.text.as_str()));
            let dot = at + 1 + usize::from(self.is_mark(at + 1, '.'));
            let number = self.what(dot) == Some(What::Number)
                || (self.is_mark(dot, '(') && self.what(dot + 1) == Some(What::Number));
            (word && number).then_some(dot)
        };
        next = called(next).or_else(|| self.listed_below(at, next)).unwrap_or(next);
        let numbers = self.past(next + 1, &[Sign::Of, Sign::From]);
        let behind = self.half(next).filter(|_| {
            matches!(
                self.what(numbers),
                Some(What::Number | What::Sign(Sign::Ordinal(_) | Sign::Firsts(_) | Sign::Lasts(_)))
            )
        });
        if behind.is_some() {
            next += 1;
        }
        Some((Head { unit, half: before.or(own).or(behind) }, next))
    }

    /// "the following paragraphs: 8, 9 and 12"
    fn listed_below(&self, unit: usize, next: usize) -> Option<usize> {
        let before = unit.checked_sub(1).is_some_and(|before| self.is(before, Sign::Following));
        let behind = self.is(next, Sign::Following);
        let colon = next + usize::from(behind);
        let number = self.what(colon + 1) == Some(What::Number);
        ((before || behind) && self.is_mark(colon, ':') && number).then_some(colon + 1)
    }

    /// "section II"
    fn part(&self, at: usize) -> Option<(PartId, usize)> {
        if !self.is(at, Sign::Part) {
            return None;
        }
        if let Some(What::Sign(Sign::Ordinal(number))) = self.what(at + 1) {
            return roman(number).parse().ok().map(|id| (id, at + 2));
        }
        let mut end = at + 2;
        let glued = |at: usize| {
            self.items.get(at).is_some_and(|item| {
                item.gap == Gap::Glued
                    && match item.what {
                        What::Mark('-' | '.') => {
                            self.items.get(at + 1).is_some_and(|next| next.gap == Gap::Glued)
                        }
                        What::Mark(_) | What::Stop | What::Quote => false,
                        _ => true,
                    }
            })
        };
        while glued(end) {
            end += 1;
        }
        let raw = self.text.get(self.span(at + 1, end))?;
        let known = self.context.parts.iter().find(|part| part.as_str().eq_ignore_ascii_case(raw));
        let short = raw.len() <= 4 && raw.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        match known {
            Some(part) => Some((part.clone(), end)),
            None => raw.parse().ok().filter(|_| short).map(|id| (id, end)),
        }
    }

    /// "sub-paragraph (b) of operative paragraph 5"
    fn below(&self, start: usize) -> Option<(Numbered, usize)> {
        let worded = self.is(start, Sign::SubParagraph);
        let at = if worded { start + 1 } else { start };
        let (paths, after) = if worded { self.worded_paths(at)? } else { self.paths(at)? };
        if !self.is_any(after, &[Sign::Of, Sign::In]) {
            return None;
        }
        let (mut base, next) = self.one_head(after + 1, None)?;
        let [whole] = base.labels.as_slice() else {
            base.doubt = base.doubt.or_else(|| Some(self.unclear(start, next)));
            return Some((base, next));
        };
        let lower =
            |path: &Vec<String>| path.iter().try_fold(whole.clone(), |label, mark| label.below(mark)).ok();
        base.labels = paths.iter().filter_map(lower).collect();
        base.head = None;
        Some((base, next))
    }

    /// Reads what stands behind numbers ("of the preamble", "of section II") and makes labels.
    fn finish(
        &self,
        start: usize,
        head: Head,
        before: Option<PartId>,
        entries: &[Entry],
        at: usize,
    ) -> (Numbered, usize) {
        let Behind { half, part, mut doubtful, next } = self.behind(head.half, before, at);
        let next = self.second_numbering(next);
        let below = self.comma(next);
        let lower = match entries {
            // "paragraph 3 of the preamble, sub-paragraphs (a) and (c)"
            [one] if one.path.is_empty() && self.is(below, Sign::SubParagraph) => {
                self.worded_paths(below + 1).map(|(paths, end)| {
                    let entry = |path| Entry { number: one.number.clone(), path };
                    (paths.into_iter().map(entry).collect::<Vec<_>>(), end)
                })
            }
            _ => None,
        };
        let (entries, next) = lower.as_ref().map_or((entries, next), |(lower, end)| (lower.as_slice(), *end));
        let unit = self.unit(head.unit, half);
        let label = |entry: &Entry| {
            let label = Label::new(unit.clone()?, entry.number.clone()).in_part(part.clone());
            entry.path.iter().try_fold(label, |label, mark| label.below(mark)).ok()
        };
        let mut labels: Vec<Label> = entries.iter().filter_map(label).collect();
        doubtful |= labels.len() != entries.len();
        let mut next = next;
        if let Some((said, end)) = self.numbered_as(next) {
            let alike = said.len() == labels.len()
                && said.iter().zip(&labels).all(|(said, label)| said.number() == label.number());
            doubtful |= !alike;
            (labels, next) = (said, end);
        }
        let doubt = if self.another_text(next) {
            Some(self.foreign(start, next + 3))
        } else {
            doubtful.then(|| self.unclear(start, next))
        };
        (Numbered { labels, doubt, head: Some(head) }, next)
    }

    /// Paragraphs of a half by their numbers.
    pub(super) fn of_half(&self, half: Half, entries: &[Entry]) -> Numbered {
        let unit = if half == Half::Preambular { Unit::pp() } else { Unit::op() };
        let label = |entry: &Entry| Label::new(unit.clone(), entry.number.clone());
        Numbered { labels: entries.iter().map(label).collect(), doubt: None, head: None }
    }

    /// The half and the part that are said behind numbers.
    fn behind(&self, half: Option<Half>, part: Option<PartId>, at: usize) -> Behind {
        let mut found = Behind { half, part, doubtful: false, next: at };
        loop {
            let at = found.next;
            let bracket = self.is_mark(at, '(') && self.is_mark(at + 2, ')');
            let leads = self.is_any(at, &[Sign::Of, Sign::In]);
            let after = self.past(at + 1, &[Sign::Article]);
            let part = self.part(if leads { after } else { self.comma(at) });
            // In "paragraph 3, section II, paragraph 5" the section belongs to what follows.
            let part = part.filter(|(_, end)| leads || self.one_head(self.comma(*end), None).is_none());
            // "paragraph 3 preamble"
            let bare = || self.half_behind(at).filter(|_| found.half.is_none());
            if let Some(said) = bare() {
                found.half = Some(said);
                found.next = at + 1;
            } else if let Some(said) = self.half_behind(after).filter(|_| leads || bracket) {
                found.doubtful |= found.half.is_some_and(|half| half != said);
                found.half = Some(said);
                found.next = after + 1 + usize::from(bracket);
            } else if let Some((said, end)) = part {
                found.doubtful |= found.part.is_some();
                found.part = Some(said);
                found.next = end;
            } else if let Some(end) = self.own(after).filter(|_| leads)
                && !matches!(self.what(end), Some(What::Number | What::Symbol))
            {
                found.next = end;
            } else if self.is(at, Sign::OfIt) || (self.is(at, Sign::Particular) && self.is_of_it(at)) {
                found.half = found.half.or_else(|| self.half_before(at));
                found.next = at + 1;
            } else {
                return found;
            }
        }
    }

    /// "the preamble", and not "preambular paragraphs", which begins an item of its own.
    fn half_behind(&self, at: usize) -> Option<Half> {
        self.half(at).filter(|_| !matches!(self.what(at + 1), Some(What::Sign(Sign::Unit(_)))))
    }

    /// "منها" right behind a number is "of it", and elsewhere "among them".
    fn is_of_it(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|item| item.text == "منها")
    }

    /// The half of the text that was named last before a place.
    fn half_before(&self, at: usize) -> Option<Half> {
        (at.saturating_sub(FARTHEST_HALF)..at).rev().find_map(|at| self.half(at))
    }

    fn unit(&self, index: usize, half: Option<Half>) -> Option<Unit> {
        let Some(word) = self.grammar.units.get(index) else {
            let own = self.context.units.get(index - self.grammar.units.len());
            return own.filter(|_| half.is_none()).map(|(unit, _)| unit.clone());
        };
        match (word.declared, half) {
            (None, Some(Half::Preambular)) => Some(Unit::pp()),
            (None, Some(Half::Operative)) => Some(Unit::op()),
            (None, None) => Some(self.context.default_unit.clone()),
            (Some((letters, _)), None) => {
                // A record may have given the word letters of its own.
                let mut own =
                    self.context.units.iter().filter(|(_, word)| super::letters_of(word) == Some(letters));
                own.next().map(|(unit, _)| unit.clone()).or_else(|| letters.parse().ok())
            }
            (Some(_), Some(_)) => None,
        }
    }

    /// Whether what stands here says that the paragraphs are another text's: "of the Convention", "of resolution 70/1".
    fn another_text(&self, at: usize) -> bool {
        let leads = self.is_any(at, &[Sign::Of, Sign::In]);
        let after = self.past(at + 1, &[Sign::Article]);
        let other = matches!(
            self.what(after),
            Some(
                What::Sign(Sign::Foreign | Sign::Own | Sign::Other | Sign::Part)
                    | What::Unknown
                    | What::Number
                    | What::Symbol
            )
        );
        (leads && other) || self.is(at, Sign::Foreign)
    }
}

/// A small number in roman numerals.
pub(super) fn roman(number: u32) -> String {
    const VALUES: [(u32, &str); 5] = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut rest = number.min(39);
    let mut text = String::new();
    for (value, letters) in VALUES {
        while rest >= value {
            text.push_str(letters);
            rest -= value;
        }
    }
    text
}

/// The label of a numbered paragraph below a rule or an article.
fn nested(whole: &Label, entry: &Entry) -> Option<Label> {
    let below = whole.clone().below(&entry.number.to_string()).ok()?;
    entry.path.iter().try_fold(below, |label, mark| label.below(mark)).ok()
}
