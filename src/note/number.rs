//! The grammar of numbered paragraphs: "preambular paragraphs 9 and 10", "paragraph 3 (a) and (b) of section II".

use std::ops::Range;

use super::mark::{Grammar, Item, What};
use super::sign::{Half, Sign};
use super::token::Gap;
use super::{ANOTHER_TEXT, Context, Doubt, UNCLEAR_TARGET};
use crate::model::{Label, Number, PartId, Unit};

/// More paragraphs than that are no list that a note makes.
const MOST: u32 = 400;

/// The rules about objects, over a text's terminals. A rule takes the place of a terminal and gives what it read and
/// the place after it; it gives nothing where what it wants does not stand there.
pub(super) struct Rules<'a> {
    pub text: &'a str,
    pub items: &'a [Item],
    pub grammar: &'a Grammar,
    pub context: &'a Context,
}

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

/// A number with the marks of sub-paragraphs.
#[derive(Clone, Debug)]
struct Entry {
    number: Number,
    path: Vec<String>,
}

impl Rules<'_> {
    pub(super) fn what(&self, at: usize) -> Option<What> {
        self.items.get(at).map(|item| item.what)
    }

    pub(super) fn is(&self, at: usize, sign: Sign) -> bool {
        self.items.get(at).is_some_and(|item| item.is(sign))
    }

    pub(super) fn is_mark(&self, at: usize, mark: char) -> bool {
        self.what(at) == Some(What::Mark(mark))
    }

    pub(super) fn is_any(&self, at: usize, signs: &[Sign]) -> bool {
        signs.iter().any(|sign| self.is(at, *sign))
    }

    /// The place after a run of the signs.
    pub(super) fn past(&self, mut at: usize, signs: &[Sign]) -> usize {
        while self.is_any(at, signs) {
            at += 1;
        }
        at
    }

    /// The place after what separates the members of a list, where that stands here.
    pub(super) fn separator(&self, at: usize) -> Option<usize> {
        if self.is_mark(at, ',') {
            return Some(self.past(at + 1, &[Sign::And]));
        }
        self.is(at, Sign::And).then(|| at + 1)
    }

    pub(super) fn span(&self, from: usize, to: usize) -> Range<usize> {
        let start = self.items.get(from).map_or(self.text.len(), |item| item.span.start);
        let end = to.checked_sub(1).and_then(|last| self.items.get(last)).map_or(start, |item| item.span.end);
        start..end.max(start)
    }

    pub(super) fn words(&self, from: usize, to: usize) -> String {
        let raw = self.text.get(self.span(from, to)).unwrap_or_default();
        let shown: String = raw.chars().take(80).collect();
        shown.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    pub(super) fn unclear(&self, from: usize, to: usize) -> Doubt {
        let words = self.words(from, to);
        Doubt {
            code: &UNCLEAR_TARGET,
            span: self.span(from, to),
            message: format!("\"{words}\" does not say clearly which paragraph is meant"),
            help: "look it up and record the position by hand".into(),
        }
    }

    fn foreign(&self, from: usize, to: usize) -> Doubt {
        let words = self.words(from, to);
        Doubt {
            code: &ANOTHER_TEXT,
            span: self.span(from, to),
            message: format!("\"{words}\" belongs to another text than this resolution"),
            help: "if the position is on this resolution, record it by hand".into(),
        }
    }

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
            let after = self.past(after, again);
            let more = self.one_head(after, None).or_else(|| self.shortened(after, all.head));
            let Some((more, end)) = more else { return Some((all, next)) };
            all.labels.extend(more.labels);
            all.doubt = all.doubt.or(more.doubt);
            all.head = more.head;
            next = end;
        }
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

    fn half(&self, at: usize) -> Option<Half> {
        match self.what(at) {
            Some(What::Sign(Sign::Preambular)) => Some(Half::Preambular),
            Some(What::Sign(Sign::Operative)) => Some(Half::Operative),
            _ => None,
        }
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
        self.finish(start, part, head, &entries, at)
    }

    /// Labels that no words of the language say: "the paragraph numbered “THESIS4”".
    fn verbatim(&self, at: usize) -> Option<(Numbered, usize)> {
        let unit = matches!(self.what(at), Some(What::Sign(Sign::Unit(_))));
        let mut next = at + 2;
        if !unit || !self.is(at + 1, Sign::Numbered) {
            return None;
        }
        let mut found = Numbered::default();
        while self.what(next) == Some(What::Quote) {
            found.labels.push(self.inside_quotes(next).parse().ok()?);
            next += 1;
            let Some(after) = self.separator(next) else { break };
            if self.what(after) != Some(What::Quote) {
                break;
            }
            next = after;
        }
        (!found.labels.is_empty()).then_some((found, next))
    }

    fn comma(&self, at: usize) -> usize {
        if self.is_mark(at, ',') { at + 1 } else { at }
    }

    fn head_and_entries(&self, at: usize) -> Option<(Head, Vec<Entry>, usize)> {
        // "the ninth and tenth preambular paragraphs"
        if let Some((entries, after)) = self.ordinals(at) {
            let (head, after) = self.head(after)?;
            return Some((head, entries, after));
        }
        let (head, after) = self.head(at)?;
        let (entries, after) = self.entries(after).or_else(|| self.ordinals(after))?;
        Some((head, entries, after))
    }

    /// "operative paragraphs", "OP", and in Arabic also "paragraphs of the preamble" before the numbers.
    fn head(&self, at: usize) -> Option<(Head, usize)> {
        let (before, at) = match self.half(at) {
            Some(half) => (Some(half), at + 1),
            None => (None, at),
        };
        let Some(What::Sign(Sign::Unit(unit))) = self.what(at) else { return None };
        let own = self.grammar.units.get(unit)?.half;
        let mut next = at + 1;
        if self.is_mark(next, '.') {
            next += 1;
        }
        let behind = self.half(next).filter(|_| matches!(self.what(next + 1), Some(What::Number)));
        if behind.is_some() {
            next += 1;
        }
        Some((Head { unit, half: before.or(own).or(behind) }, next))
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
        let short = raw.chars().count() <= 4 || raw.contains(|c: char| c.is_ascii_digit());
        match known {
            Some(part) => Some((part.clone(), end)),
            None => raw.parse().ok().filter(|_| short).map(|id| (id, end)),
        }
    }

    /// "sub-paragraph (b) of operative paragraph 5"
    fn below(&self, start: usize) -> Option<(Numbered, usize)> {
        let worded = self.is(start, Sign::SubParagraph);
        let at = if worded { start + 1 } else { start };
        let (paths, after) = self.paths(at)?;
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

    /// Numbers with everything that belongs to them.
    fn entries(&self, at: usize) -> Option<(Vec<Entry>, usize)> {
        let (mut entries, mut next) = self.entry(at)?;
        loop {
            next = self.second_numbering(next);
            let more = self.separator(next).and_then(|after| {
                let counted =
                    matches!(self.what(after), Some(What::Number)) && self.is(after + 1, Sign::Delegation);
                if counted { None } else { self.entry(after) }
            });
            let Some((more, end)) = more else { return Some((entries, next)) };
            entries.extend(more);
            next = end;
        }
    }

    /// One number with its sub-paragraphs, or a range.
    fn entry(&self, at: usize) -> Option<(Vec<Entry>, usize)> {
        let (number, next) = self.number(self.past(at, &[Sign::Of, Sign::From]))?;
        let next = self.second_numbering(next);
        if let Some((paths, after)) = self.paths(next) {
            let entries = paths.into_iter().map(|path| Entry { number: number.clone(), path }).collect();
            return Some((entries, after));
        }
        if self.is(next, Sign::To) || self.is_mark(next, '-') {
            let after = self.past(next + 1, &[Sign::Article]);
            let after = if self.half(after).is_some()
                && matches!(self.what(after + 1), Some(What::Sign(Sign::Unit(_))))
            {
                after + 1
            } else {
                after
            };
            let after =
                if matches!(self.what(after), Some(What::Sign(Sign::Unit(_)))) { after + 1 } else { after };
            if let Some((last, end)) = self.number(after) {
                let ascending =
                    number.suffix().is_empty() && last.suffix().is_empty() && number.whole() < last.whole();
                let short = ascending && last.whole() - number.whole() <= MOST;
                let plain = |whole: u32| Entry { number: whole.into(), path: Vec::new() };
                // An empty list of entries is doubted by `finish`.
                let range =
                    if short { (number.whole()..=last.whole()).map(plain).collect() } else { Vec::new() };
                return Some((range, end));
            }
        }
        Some((vec![Entry { number, path: Vec::new() }], next))
    }

    /// "9", "9 bis", "12A"
    fn number(&self, at: usize) -> Option<(Number, usize)> {
        let item = self.items.get(at).filter(|item| item.what == What::Number)?;
        let digits: String = item.text.chars().take_while(char::is_ascii_digit).collect();
        let raw = self.text.get(item.span.clone())?;
        let letters: String = raw.chars().filter(char::is_ascii_alphabetic).collect();
        // "21st" is an ordinal, and "3a" may be a sub-paragraph or a number of its own.
        let ambiguous = letters.len() == 1 && letters.chars().all(|c| c.is_ascii_lowercase());
        if ordinal(&item.text).is_some() || ambiguous {
            return None;
        }
        if let Some(What::Sign(Sign::Suffix(suffix))) = self.what(at + 1)
            && letters.is_empty()
        {
            return format!("{digits}{suffix}").parse().ok().map(|number| (number, at + 2));
        }
        // "3.2" and "70/1" are no paragraphs.
        let glued = |at: usize| self.items.get(at).is_some_and(|item| item.gap == Gap::Glued);
        if matches!(self.what(at + 1), Some(What::Mark('.' | '/'))) && glued(at + 1) && glued(at + 2) {
            return None;
        }
        format!("{digits}{letters}").parse().ok().map(|number| (number, at + 1))
    }

    /// "ninth and tenth", "21st"
    fn ordinals(&self, at: usize) -> Option<(Vec<Entry>, usize)> {
        let one = |at: usize| {
            let number = match self.items.get(at)?.what {
                What::Sign(Sign::Ordinal(number)) => number,
                What::Number => ordinal(&self.items.get(at)?.text)?,
                _ => return None,
            };
            Some(Entry { number: number.into(), path: Vec::new() })
        };
        let mut entries = vec![one(at)?];
        let mut next = at + 1;
        while let Some(after) = self.separator(next).map(|after| self.past(after, &[Sign::Article]))
            && let Some(entry) = one(after)
        {
            entries.push(entry);
            next = after + 1;
        }
        Some((entries, next))
    }

    /// "(a)(i)", "(a) and (b)", "(a) to (c)"
    fn paths(&self, at: usize) -> Option<(Vec<Vec<String>>, usize)> {
        let (first, mut next) = self.path(at)?;
        let base = first[..first.len() - 1].to_vec();
        let mut paths = vec![first];
        loop {
            let range = self.is(next, Sign::To) || self.is_mark(next, '-');
            let after = if range { Some(next + 1) } else { self.separator(next) };
            let after = after.map(|after| self.past(after, &[Sign::SubParagraph]));
            let Some((more, end)) = after.and_then(|after| self.path(after)) else {
                return Some((paths, next));
            };
            let sibling =
                |mark: &String| base.iter().chain(std::iter::once(mark)).cloned().collect::<Vec<_>>();
            match more.as_slice() {
                [last] if range => {
                    let from = paths.last()?.last()?;
                    paths.extend(letters_between(from, last)?.iter().map(sibling));
                }
                [mark] => paths.push(sibling(mark)),
                _ if range => return None,
                _ => paths.push(more),
            }
            next = end;
        }
    }

    /// One path: "(a)", "(a)(i)"
    fn path(&self, at: usize) -> Option<(Vec<String>, usize)> {
        let (mut path, mut next) = (Vec::new(), at);
        while self.is_mark(next, '(') && self.is_mark(next + 2, ')') {
            let Some(mark) = self.letter(next + 1) else { break };
            path.push(mark);
            next += 3;
        }
        (!path.is_empty()).then_some((path, next))
    }

    fn letter(&self, at: usize) -> Option<String> {
        let item = self.items.get(at)?;
        let raw = self.text.get(item.span.clone())?;
        let latin = raw.len() <= 16 && raw.bytes().all(|b| b.is_ascii_alphanumeric());
        let short = raw.len() <= 4 || raw.bytes().any(|b| b.is_ascii_digit());
        if latin && short { Some(raw.to_owned()) } else { (self.grammar.letter)(&item.text) }
    }

    /// A second numbering in brackets, which is no target: "(formerly 4)", "[4]".
    fn second_numbering(&self, at: usize) -> usize {
        let close = |mark| (at + 1..at + 12).find(|end| self.is_mark(*end, mark));
        if self.is_mark(at, '(')
            && let Some(end) = close(')')
            && (at + 1..end).any(|at| self.is(at, Sign::Former))
        {
            return end + 1;
        }
        let numbers = |from: usize, to: usize| {
            (from..to).all(|at| matches!(self.what(at), Some(What::Number | What::Mark(_))))
        };
        if self.is_mark(at, '[')
            && let Some(end) = close(']')
            && (numbers(at + 1, end) || (at + 1..end).any(|at| self.is(at, Sign::Former)))
        {
            return end + 1;
        }
        at
    }

    /// Reads what stands behind numbers ("of the preamble", "of section II") and makes labels.
    fn finish(
        &self,
        start: usize,
        part: Option<PartId>,
        head: Head,
        entries: &[Entry],
        at: usize,
    ) -> Option<(Numbered, usize)> {
        let mut found = Numbered { head: Some(head), ..Numbered::default() };
        let (mut half, mut part, mut next) = (head.half, part, at);
        let mut doubtful = entries.is_empty();
        loop {
            let bracket =
                self.is_mark(next, '(') && self.half(next + 1).is_some() && self.is_mark(next + 2, ')');
            let leads = self.is_any(next, &[Sign::Of, Sign::In]);
            let after = self.past(next + 1, &[Sign::Article]);
            if let Some(said) = self.half(after).filter(|_| {
                (leads || bracket) && !matches!(self.what(after + 1), Some(What::Sign(Sign::Unit(_))))
            }) {
                doubtful |= half.is_some_and(|half| half != said);
                half = Some(said);
                next = after + 1 + usize::from(bracket);
            } else if let Some((said, end)) = self
                .part(if leads { after } else { self.comma(next) })
                .filter(|(_, end)| leads || self.one_head(self.comma(*end), None).is_none())
            {
                doubtful |= part.is_some();
                part = Some(said);
                next = end;
            } else if let Some(end) =
                self.own(after).filter(|end| leads && !matches!(self.what(*end), Some(What::Number)))
            {
                next = end;
            } else {
                break;
            }
        }
        if self.another_text(next) {
            found.doubt = Some(self.foreign(start, next + 3));
        }
        let unit = self.unit(head.unit, half);
        let label = |entry: &Entry| {
            let label = Label::new(unit.clone()?, entry.number.clone()).in_part(part.clone());
            entry.path.iter().try_fold(label, |label, mark| label.below(mark)).ok()
        };
        found.labels = entries.iter().filter_map(label).collect();
        doubtful |= found.labels.len() != entries.len();
        found.doubt = found.doubt.or_else(|| doubtful.then(|| self.unclear(start, next)));
        Some((found, next))
    }

    fn unit(&self, index: usize, half: Option<Half>) -> Option<Unit> {
        match (self.grammar.units.get(index)?.declared, half) {
            (None, Some(Half::Preambular)) => Some(Unit::pp()),
            (None, Some(Half::Operative)) => Some(Unit::op()),
            (None, None) => Some(self.context.default_unit.clone()),
            (Some((letters, _)), None) => letters.parse().ok(),
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
            )
        );
        (leads && other) || self.is(at, Sign::Foreign)
    }
}

/// The value of "21st".
fn ordinal(text: &str) -> Option<u32> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| text.strip_suffix(ending))?;
    digits.parse().ok().filter(|number| (1..=999).contains(number))
}

/// The letters, or numbers, after the first up to the last.
fn letters_between(first: &str, last: &str) -> Option<Vec<String>> {
    if let (Ok(first), Ok(last)) = (first.parse::<u32>(), last.parse::<u32>()) {
        return (first < last && last - first <= MOST)
            .then(|| (first + 1..=last).map(|n| n.to_string()).collect());
    }
    let (&[from], &[to]) = (first.as_bytes(), last.as_bytes()) else { return None };
    let letters = from.is_ascii_lowercase() && to.is_ascii_lowercase() && from < to;
    letters.then(|| (from + 1..=to).map(|letter| char::from(letter).to_string()).collect())
}

/// A small number in roman numerals.
fn roman(number: u32) -> String {
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
