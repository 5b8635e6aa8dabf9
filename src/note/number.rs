//! The grammar of numbers: "9 bis", "3 (a) and (b)", "9 to 12", "ninth and tenth".

use super::mark::What;
use super::paragraph::roman;
use super::rules::Rules;
use super::sign::{Half, Sign};
use super::token::Gap;
use crate::fold;
use crate::model::Number;

/// More paragraphs than that are no range that a note makes.
const MOST: u32 = 150;

/// What the numbers in words from 21 to 59 begin with.
const TENS: [&str; 4] = ["twenty", "thirty", "forty", "fifty"];

/// No list that may still turn out to be something else has more members.
const LONGEST_LIST: usize = 100;

/// A number with the marks of sub-paragraphs.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub number: Number,
    pub path: Vec<String>,
}

impl Rules<'_> {
    /// Numbers with everything that belongs to them.
    pub(super) fn entries(&self, at: usize) -> Option<(Vec<Entry>, usize)> {
        if let Some(found) = self.bracketed_list(at) {
            return Some(found);
        }
        let (mut entries, mut next) = self.entry(at)?;
        loop {
            next = self.second_numbering(next);
            let more = self.separator(next).and_then(|after| {
                let counted = self
                    .number(after)
                    .is_some_and(|(_, end)| self.is_any(end, &[Sign::Delegation, Sign::Others]));
                if counted { None } else { self.entry(after).or_else(|| self.ordinal_entry(after)) }
            });
            let Some((more, end)) = more else { return Some((entries, next)) };
            entries.extend(more);
            next = end;
        }
    }

    /// An ordinal in a list of numbers: "الفقرات ٣ والخامسة".
    fn ordinal_entry(&self, at: usize) -> Option<(Vec<Entry>, usize)> {
        let Some(What::Sign(Sign::Ordinal(number))) = self.what(at).filter(|_| !self.grammar.capitals) else {
            return None;
        };
        Some((vec![Entry { number: number.into(), path: Vec::new() }], at + 1))
    }

    /// "(2, 3, 4)"
    fn bracketed_list(&self, at: usize) -> Option<(Vec<Entry>, usize)> {
        if !self.is_mark(at, '(') || self.what(at + 1) != Some(What::Number) || self.is_mark(at + 2, ')') {
            return None;
        }
        let (entries, end) = self.entries(at + 1)?;
        (entries.len() > 1 && self.is_mark(end, ')')).then_some((entries, end + 1))
    }

    /// One number with its sub-paragraphs, or a range.
    fn entry(&self, at: usize) -> Option<(Vec<Entry>, usize)> {
        let at = self.past(at, &[Sign::Of, Sign::From]);
        let bracketed = || {
            let (number, end) = self.number(at + 1).filter(|_| self.is_mark(at, '('))?;
            self.is_mark(end, ')').then_some((number, end + 1))
        };
        if let Some((entry, end)) = self.slashed(at) {
            return Some((vec![entry], end));
        }
        let (number, next) = self.number(at).or_else(bracketed)?;
        let next = self.second_numbering(next);
        // "paragraph 6, sub-paragraph (c)"
        let worded = self.is(self.comma(next), Sign::SubParagraph);
        let paths = if worded { self.worded_paths(self.comma(next) + 1) } else { self.paths(next) };
        if let Some((paths, after)) = paths {
            let entries = paths.into_iter().map(|path| Entry { number: number.clone(), path }).collect();
            return Some((entries, after));
        }
        if let Some((last, end)) = self.end_of_range(next) {
            return Some((range(number, &last), end));
        }
        Some((vec![Entry { number, path: Vec::new() }], next))
    }

    /// "6/ب", "(6/ب)": a number with its sub-paragraph.
    fn slashed(&self, at: usize) -> Option<(Entry, usize)> {
        let open = usize::from(self.is_mark(at, '('));
        let at = at + open;
        let item = self.items.get(at).filter(|item| item.what == What::Number)?;
        let glued = |at: usize| self.items.get(at).is_some_and(|item| item.gap == Gap::Glued);
        let letter = self.items.get(at + 2).filter(|item| item.text.chars().all(char::is_alphabetic))?;
        let one = letter.text.chars().count() == 1;
        if !one || !self.is_mark(at + 1, '/') || !glued(at + 1) || !glued(at + 2) {
            return None;
        }
        let (number, path) = (item.text.parse().ok()?, vec![self.letter(at + 2)?]);
        let closed = open == 0 || self.is_mark(at + 3, ')');
        closed.then_some((Entry { number, path }, at + 3 + open))
    }

    /// The last number of a range, with its own words where they are said again: "OP3 to OP5".
    fn end_of_range(&self, at: usize) -> Option<(Number, usize)> {
        if !self.is(at, Sign::To) && !self.is_mark(at, '-') {
            return None;
        }
        let half = self.past(at + 1, &[Sign::Article]);
        let unit = if self.half(half).is_some() { half + 1 } else { half };
        let number = if matches!(self.what(unit), Some(What::Sign(Sign::Unit(_)))) { unit + 1 } else { half };
        self.number(number)
    }

    /// "9", "9 bis", "12A"
    fn number(&self, at: usize) -> Option<(Number, usize)> {
        let item = self.items.get(at)?;
        // "paragraph five"
        if let Some(below) = self.cardinal(at).filter(|_| self.counts_on(at)) {
            return (below + 1).to_string().parse().ok().map(|number| (number, at + 1));
        }
        if item.what != What::Number {
            return None;
        }
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

    fn cardinal(&self, at: usize) -> Option<usize> {
        let item = self.items.get(at).filter(|item| matches!(item.what, What::Unknown | What::Sign(_)))?;
        let below = |text: &str| self.grammar.cardinals.iter().position(|word| *word == text);
        // "twenty-one"
        let compound = || {
            let (tens, unit) = item.text.split_once('-')?;
            let tens = TENS.iter().position(|word| *word == tens)?;
            below(unit).filter(|unit| *unit < 9).map(|unit| (tens + 2) * 10 + unit)
        };
        below(&item.text).or_else(compound)
    }

    /// Whether a number in words stands right behind a unit, or in a list with others that do.
    fn counts_on(&self, at: usize) -> bool {
        let before = |back: usize| at.checked_sub(back);
        let unit = |at: usize| matches!(self.what(at), Some(What::Sign(Sign::Unit(_))));
        let listed = || self.is_any(at - 1, &[Sign::And, Sign::To]) || self.is_mark(at - 1, ',');
        before(1).is_some_and(unit)
            || (before(2)
                .is_some_and(|before| self.cardinal(before).is_some() && !self.is(before, Sign::OneOf))
                && listed()
                && !self.is_any(at + 1, &[Sign::On, Sign::From]))
    }

    /// "ninth and tenth", "21st"
    pub(super) fn ordinals(&self, at: usize) -> Option<(Vec<Entry>, usize)> {
        let one = |at: usize| {
            let number = match self.items.get(at)?.what {
                What::Sign(Sign::Ordinal(number)) => number,
                What::Number => ordinal(&self.items.get(at)?.text)?,
                _ => return None,
            };
            Some(Entry { number: number.into(), path: Vec::new() })
        };
        if let Some(What::Sign(Sign::Firsts(many))) = self.what(at) {
            let entries = (1..=many).map(|number| Entry { number: number.into(), path: Vec::new() });
            return Some((entries.collect(), at + 1));
        }
        let at = self.past(at, &[Sign::Of, Sign::From]);
        let mut entries = vec![one(at)?];
        let mut next = at + 1;
        loop {
            let to = self.is(next, Sign::To) || self.is_mark(next, '-');
            let after = if to { Some(next + 1) } else { self.separator(next) };
            let after = after.map(|after| self.past(after, &[Sign::Article]));
            let number = |after: usize| {
                // "الفقرتين الرابعة و٦"
                let (number, end) = self.number(after).filter(|_| !to && !self.grammar.capitals)?;
                Some((Entry { number, path: Vec::new() }, end))
            };
            let more =
                after.and_then(|after| one(after).map(|one| (one, after + 1)).or_else(|| number(after)));
            let Some((entry, end)) = more.filter(|_| entries.len() < LONGEST_LIST) else {
                return Some((entries, next));
            };
            if to && let Some(first) = entries.pop() {
                entries.extend(range(first.number, &entry.number));
            } else {
                entries.push(entry);
            }
            next = end;
        }
    }

    /// So many up to the last of a half, where it is known how many that has; else what no label can be.
    pub(super) fn lasts(&self, many: u32, half: Option<Half>) -> Vec<Entry> {
        let count = self.context.counts[usize::from(half != Some(Half::Preambular))];
        match count.filter(|count| *count >= many) {
            Some(count) => {
                let entry = |number: u32| Entry { number: number.into(), path: Vec::new() };
                (count + 1 - many..=count).map(entry).collect()
            }
            None => vec![Entry { number: 1.into(), path: vec![String::new()] }],
        }
    }

    /// Marks of sub-paragraphs behind the word for them, where they may stand without brackets: "sub-paragraphs a
    /// and c", "sub-paragraph 4".
    pub(super) fn worded_paths(&self, at: usize) -> Option<(Vec<Vec<String>>, usize)> {
        // "الفقرات الفرعية من (أ) إلى (د)"
        let from = usize::from(self.is(at, Sign::Of) && self.is_mark(at + 1, '(') && !self.grammar.capitals);
        if let Some(found) = self.paths(at + from) {
            return Some(found);
        }
        let bare = |at: usize| {
            let item = self.items.get(at)?;
            let short = item.text.chars().count() == 1 || item.what == What::Number;
            let sure = matches!(item.what, What::Number | What::Unknown) || item.is(Sign::Article);
            let mark = self.letter(at).filter(|_| short && sure)?;
            let closed = usize::from(self.is_mark(at + 1, ')'));
            Some((vec![mark], at + 1 + closed))
        };
        let (first, mut next) = bare(at)?;
        let mut paths = vec![first];
        while let Some((path, end)) =
            self.separator(next).and_then(bare).filter(|_| paths.len() < LONGEST_LIST)
        {
            paths.push(path);
            next = end;
        }
        Some((paths, next))
    }

    /// "(a)(i)", "(a) and (b)", "(a) to (c)"
    pub(super) fn paths(&self, at: usize) -> Option<(Vec<Vec<String>>, usize)> {
        let (first, mut next) = self.path(at)?;
        let base = first[..first.len() - 1].to_vec();
        let deepest = first.last().cloned();
        let mut paths = vec![first];
        loop {
            if paths.len() > LONGEST_LIST {
                return Some((paths, next));
            }
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
                // "(a)(i) and (b)"
                [mark]
                    if !base.is_empty()
                        && !is_roman(mark)
                        && deepest.as_ref().is_some_and(|one| is_roman(one)) =>
                {
                    let outer = base.iter().take(base.len() - 1).chain(std::iter::once(mark));
                    paths.push(outer.cloned().collect());
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
        // "3 (ب) ‘2’": behind a letter a quoted number is a roman one.
        if path.len() == 1
            && self.what(next) == Some(What::Quote)
            && let Some(number) = fold::fold(&self.inside_quotes(next)).parse().ok()
            && (1..=39).contains(&number)
        {
            path.push(roman(number).to_lowercase());
            next += 1;
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
    pub(super) fn second_numbering(&self, at: usize) -> usize {
        let close = |mark| (at + 1..at + 12).find(|end| self.is_mark(*end, mark));
        if self.is_mark(at, '(')
            && let Some(end) = close(')')
            && (at + 1..end).any(|at| self.is(at, Sign::Former))
        {
            return end + 1;
        }
        let numbered = |from: usize, to: usize| (from..to).any(|at| self.what(at) == Some(What::Number));
        if self.is_mark(at, '[')
            && let Some(end) = close(']')
            && (numbered(at + 1, end) || (at + 1..end).any(|at| self.is(at, Sign::Former)))
        {
            return end + 1;
        }
        at
    }
}

/// The numbers of a range. One that runs backwards, or too far, has a mark that no label can have: it is doubted where
/// labels are made.
fn range(first: Number, last: &Number) -> Vec<Entry> {
    let plain = first.suffix().is_empty() && last.suffix().is_empty();
    if plain && first.whole() < last.whole() && last.whole() - first.whole() <= MOST {
        let entry = |whole: u32| Entry { number: whole.into(), path: Vec::new() };
        return (first.whole()..=last.whole()).map(entry).collect();
    }
    vec![Entry { number: first, path: vec![String::new()] }]
}

fn is_roman(mark: &str) -> bool {
    mark.chars().all(|c| matches!(c, 'i' | 'v' | 'x'))
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
