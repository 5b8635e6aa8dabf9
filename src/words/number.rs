//! Numbers in words and figures, read whole or not at all.

use super::lex::{self, Gap, Token, TokenKind};
use super::sign::Sign;
use super::{Facts, Lexicon};

/// The largest number that is read.
const MOST: u32 = 9_999_999;

/// The number at the start of `tokens`, with `first` for the text of the first: its value, and how many tokens it takes.
/// A number in words ends where the next word cannot belong to it, so that "twenty, nine" are two.
pub fn number(first: &str, tokens: &[Token], lexicon: &Lexicon, facts: &Facts) -> Option<(u32, usize)> {
    let token = tokens.first()?;
    if token.kind == TokenKind::Number {
        return lex::value(first).filter(|value| *value <= MOST).map(|value| (value, 1));
    }
    let (mut sum, mut used) = (Sum::default(), 0);
    while let Some(token) = tokens.get(used) {
        if used > 0 && token.gap >= Gap::Paragraph {
            break;
        }
        let joined = used > 0;
        let Some((values, count)) =
            word(if joined { &token.text } else { first }, &tokens[used..], lexicon, facts, joined)
        else {
            break;
        };
        let mut next = sum;
        if !values.iter().all(|value| next.add(*value, facts.units_first)) {
            break;
        }
        (sum, used) = (next, used + count);
    }
    (used > 0).then(|| (sum.total(), used))
}

/// The values of the word at the start of `tokens`: those of its parts where hyphens join them, and behind an "and"
/// inside a number.
fn word(
    first: &str,
    tokens: &[Token],
    lexicon: &Lexicon,
    facts: &Facts,
    joined: bool,
) -> Option<(Vec<u32>, usize)> {
    if let Some((Sign::Number(value), count)) = lexicon.longest(first, tokens) {
        return Some((vec![value], count));
    }
    let hyphened: Option<Vec<u32>> = first.contains('-').then(|| parts(first, lexicon)).flatten();
    if let Some(values) = hyphened {
        return Some((values, 1));
    }
    if !joined {
        return None;
    }
    if let Some((Sign::And, 1)) = lexicon.longest(first, tokens) {
        let next = tokens.get(1)?;
        return match lexicon.longest(&next.text, &tokens[1..]) {
            Some((Sign::Number(value), count)) if value > 0 => Some((vec![value], count + 1)),
            _ => Some((parts(&next.text, lexicon)?, 2)),
        };
    }
    facts.peeled(first).find_map(|(sign, rest)| match lexicon.longest(&rest, tokens) {
        Some((Sign::Number(value), count)) if sign == Sign::And && value > 0 => Some((vec![value], count)),
        _ => None,
    })
}

/// The values of the parts of a word that hyphens join: "forty-three", "one hundred-and-two".
fn parts(word: &str, lexicon: &Lexicon) -> Option<Vec<u32>> {
    let mut values = Vec::new();
    for part in word.split(['-', '‐', '‑']) {
        match lexicon.longest(part, &lex::tokens(part)) {
            Some((Sign::Number(value), 1)) => values.push(value),
            Some((Sign::And, 1)) if !values.is_empty() => {}
            _ => return None,
        }
    }
    (values.len() > 1).then_some(values)
}

/// A number as it is put together.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    thousands: u32,
    below: u32,
    begun: bool,
}

impl Sum {
    fn total(self) -> u32 {
        self.thousands + self.below
    }

    /// Adds a word's value; false where it cannot belong to the number.
    fn add(&mut self, value: u32, units_first: bool) -> bool {
        let fits = match value {
            0 => !self.begun,
            100 => self.hundred(),
            1000 => self.thousand(),
            2000.. => !self.begun,
            _ => self.begun_with(value, units_first),
        };
        if fits && value >= 2000 {
            self.thousands = value;
        } else if fits && value != 100 && value != 1000 {
            self.below += value;
        }
        self.begun = true;
        fits
    }

    fn hundred(&mut self) -> bool {
        if self.below == 0 {
            self.below = 100;
            return !self.begun || self.thousands > 0;
        }
        // "two hundred": the digit before multiplies; "forty hundred" is no number.
        let multiplies = self.below < 20;
        self.below *= if multiplies { 100 } else { 1 };
        multiplies
    }

    fn thousand(&mut self) -> bool {
        if self.thousands > 0 || (self.begun && self.below == 0) {
            return false;
        }
        self.thousands = 1000 * self.below.max(1);
        self.below = 0;
        true
    }

    /// Whether a value below 100, or some hundreds in one word, may stand behind what is there.
    fn begun_with(self, value: u32, units_first: bool) -> bool {
        if !self.begun {
            return true;
        }
        let ends = self.below % 100;
        let zero = self.thousands == 0 && self.below == 0;
        let after_tens = value < 10 && (20..100).contains(&ends) && ends.is_multiple_of(10);
        // "soixante-dix-sept", "quatre-vingt-dix": a twenty takes up to nineteen.
        let after_twenties = value < 20 && matches!(ends, 60 | 80);
        let before_tens =
            units_first && (1..10).contains(&ends) && (20..100).contains(&value) && value.is_multiple_of(10);
        let teen = units_first && (1..10).contains(&ends) && value == 10;
        let after_hundreds = ends == 0 && value < 100;
        let hundreds = value >= 100 && value.is_multiple_of(100) && self.below == 0;
        !zero && (after_tens || after_twenties || before_tens || teen || after_hundreds || hundreds)
    }
}
