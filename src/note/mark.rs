//! From a text to the terminals of the grammar: every word, number and mark with what it says.

use std::collections::HashMap;
use std::ops::Range;

use super::Context;
use super::adjective::{self, Adjectives, Order};
use super::sign::{Lexicon, Sign, UnitWord};
use super::token::{self, Gap, Token, TokenKind};
use crate::fold::fold;
use crate::model::Delegation;
use crate::names;

/// What a language adds to the rules that all share.
pub(super) struct Grammar {
    /// Its words.
    pub lexicon: Lexicon,
    /// Its words for what is numbered.
    pub units: &'static [UnitWord],
    /// Takes one particle off a word that it is written together with: what it says, and the rest of the word.
    pub peel: fn(&str) -> Option<(Sign, String)>,
    /// The Latin letter or number for the mark of a sub-paragraph, given folded, without brackets.
    pub letter: fn(&str) -> Option<String>,
    /// The forms in which a word for a unit that a record declares may stand.
    pub unit_forms: fn(&str) -> Vec<String>,
    /// Whether names begin with capitals.
    pub capitals: bool,
    /// The adjectives that delegations are called with, and where they stand.
    pub adjectives: (fn() -> &'static Adjectives, Order),
    /// Whether a word leads to what a paragraph is about: "relating to".
    pub relates: fn(&str) -> bool,
    /// Words before a phrase that say where in what was named before it stands: "specifically".
    pub exactly: &'static [&'static str],
    /// Whether a word that says a kind tells by its form that who spoke last is meant.
    pub of_speaker: fn(&str) -> bool,
    /// Words for how a text is written: "wording".
    pub wording: &'static [&'static str],
    /// Words for a text that has a name of its own: "declaration".
    pub documents: &'static [&'static str],
    /// Words that take up the reason that the sentence before gives: "for that reason".
    pub reasons: &'static [&'static str],
    /// Numbers in words, from one on.
    pub cardinals: &'static [&'static str],
    /// The language's tag.
    pub tag: &'static str,
    /// The beginning of words for a text that is not adopted yet: a symbol behind them names this resolution's draft.
    pub draft: &'static str,
}

/// No delegations share one word with more adjectives than that, with what stands between them.
const MOST_ADJECTIVES: usize = 60;

/// The text of a terminal that is a delegation by its adjective.
const ADJECTIVE: &str = "adjective";

/// What a terminal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// Words of the language's lists.
    Sign(Sign),
    /// A delegation, by its place among [`Marked::names`].
    Name(usize),
    /// Digits and what is glued to them.
    Number,
    /// A quotation.
    Quote,
    /// A symbol of a document: "A/C.3/77/L.5".
    Symbol,
    /// A mark, one form for all scripts.
    Mark(char),
    /// The end of a sentence.
    Stop,
    /// A word that is in no list.
    Unknown,
}

/// A terminal with its place.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub what: What,
    /// Folded; empty for a quotation.
    pub text: String,
    pub span: Range<usize>,
    pub gap: Gap,
    pub capital: bool,
}

impl Item {
    pub(super) fn is(&self, sign: Sign) -> bool {
        self.what == What::Sign(sign)
    }
}

/// A name that was found.
#[derive(Clone, Debug)]
pub(super) struct Name {
    /// Whose it is; several where it is ambiguous.
    pub whose: Vec<Delegation>,
    /// As printed.
    pub text: String,
}

/// A text's terminals.
pub(super) struct Marked {
    pub items: Vec<Item>,
    pub names: Vec<Name>,
}

/// Marks a text.
pub(super) fn mark(text: &str, grammar: &Grammar, context: &Context) -> Marked {
    let tokens = opened(text, token::tokens(text), grammar);
    let words = names::tokens(&without_quotations(text, &tokens));
    let own = OwnWords::new(context.names.iter().map(|(name, who)| (name.as_str(), who.clone())));
    // Behind those of the language.
    let forms = context.units.iter().enumerate().flat_map(|(at, (_, word))| {
        (grammar.unit_forms)(word).into_iter().map(move |form| (form, grammar.units.len() + at))
    });
    let forms: Vec<(String, usize)> = forms.collect();
    let units = OwnWords::new(forms.iter().map(|(form, unit)| (form.as_str(), *unit)));
    let mut marker =
        Marker { text, grammar, tokens, words, own, units, items: Vec::new(), names: Vec::new() };
    let mut at = 0;
    while at < marker.tokens.len() {
        at = marker.step(at);
    }
    Marked { items: marker.items, names: marker.names }
}

/// The tokens of a text in which statements that are quoted behind a colon are read: "Malta: “reservation, paragraph 3”".
fn opened(text: &str, tokens: Vec<Token>, grammar: &Grammar) -> Vec<Token> {
    let stated = |pair: &[Token]| match pair {
        [colon, quote] if colon.kind == TokenKind::Mark(':') && quote.kind == TokenKind::Quote => {
            let inside = text[quote.span.clone()].trim_start_matches(|c: char| !c.is_alphanumeric());
            states(&token::tokens(inside), grammar).then(|| quote.span.clone())
        }
        _ => None,
    };
    let quotes: Vec<Range<usize>> = tokens.windows(2).filter_map(stated).collect();
    if quotes.is_empty() { tokens } else { token::tokens_of(text, &quotes) }
}

/// Whether words are one sentence that says a position on a numbered paragraph. In more of them is free speech.
fn states(tokens: &[Token], grammar: &Grammar) -> bool {
    let parts = |pair: &[Token]| match pair {
        [mark, next] => {
            let stop = matches!(mark.kind, TokenKind::Mark('.' | '!' | '?' | '؟' | ';' | '؛' | ':'));
            let small = next.kind == TokenKind::Number
                || matches!(next.kind, TokenKind::Mark(_))
                || (next.kind == TokenKind::Word && !next.capital && grammar.capitals);
            stop && !small
        }
        _ => false,
    };
    if tokens.windows(2).any(parts) {
        return false;
    }
    let (mut kind, mut numbered, mut at) = (false, false, 0);
    while let Some(token) = tokens.get(at) {
        let (sign, count) = match grammar.lexicon.longest(&token.text, &tokens[at..]) {
            Some((sign, count)) => (Some(sign), count),
            None => (None, 1),
        };
        at += count;
        // A word in no list, or one of the first person, makes it free speech as well.
        let own = matches!(token.text.as_str(), "we" | "our" | "my" | "i");
        if own || (token.kind == TokenKind::Word && sign.is_none() && !(token.capital && grammar.capitals)) {
            return false;
        }
        kind |= matches!(sign, Some(Sign::Kind(_)));
        let dot = usize::from(tokens.get(at).is_some_and(|next| next.kind == TokenKind::Mark('.')));
        let number = tokens.get(at + dot).is_some_and(|next| next.kind == TokenKind::Number);
        numbered |= number && matches!(sign, Some(Sign::Unit(_)));
    }
    kind && numbered
}

struct Marker<'a> {
    text: &'a str,
    grammar: &'a Grammar,
    tokens: Vec<Token>,
    words: Vec<names::Token>,
    own: OwnWords<Delegation>,
    units: OwnWords<usize>,
    items: Vec<Item>,
    names: Vec<Name>,
}

impl Marker<'_> {
    /// Marks what begins at a token; returns the token after it.
    fn step(&mut self, at: usize) -> usize {
        let Some(token) = self.tokens.get(at).cloned() else { return at + 1 };
        match token.kind {
            TokenKind::Word => self.word(at, &token),
            TokenKind::Number => {
                let found = self.name(at, &token.text, false);
                found
                    .and_then(|found| self.named(found, &token, &token.text))
                    .unwrap_or_else(|| self.push(at, 1, What::Number))
            }
            TokenKind::Quote => self.push(at, 1, What::Quote),
            TokenKind::Symbol => self.push(at, 1, What::Symbol),
            TokenKind::Mark(c) => {
                let what = self.mark(at, c);
                self.push(at, 1, what)
            }
        }
    }

    /// A word: a name or an entry of the lists, the longer of the two; else with its particles taken off.
    fn word(&mut self, at: usize, token: &Token) -> usize {
        if token.text == "'s" {
            return self.push(at, 1, What::Sign(Sign::Filler));
        }
        let (mut rest, mut particles) = (token.text.clone(), Vec::new());
        loop {
            if let Some(next) = self.known(at, token, &rest, &particles) {
                return next;
            }
            match (self.grammar.peel)(&rest) {
                Some((sign, peeled)) if particles.len() < 3 => {
                    particles.push(sign);
                    rest = peeled;
                }
                _ => break,
            }
        }
        // Of an unknown word only "and" is taken off: it may begin a name.
        if let Some((Sign::And, rest)) = (self.grammar.peel)(&token.text)
            && rest.chars().count() > 2
        {
            self.particles(token, &[Sign::And]);
        }
        self.push(at, 1, What::Unknown)
    }

    fn known(&mut self, at: usize, token: &Token, first: &str, particles: &[Sign]) -> Option<usize> {
        let tokens = &self.tokens[at..];
        let declared = self.units.longest(first, tokens).map(|(count, unit)| (Sign::Unit(unit), count));
        let listed = self.grammar.lexicon.longest(first, tokens).or(declared);
        let listed_end =
            listed.and_then(|(_, count)| self.tokens.get(at + count - 1)).map_or(0, |last| last.span.end);
        // A word that joins is never the first of a name, though the table of names lets articles stand there.
        let article = matches!(
            listed,
            Some((
                Sign::Article | Sign::Of | Sign::By | Sign::From | Sign::In | Sign::On | Sign::To | Sign::And,
                1
            ))
        );
        let found = if article { None } else { self.name(at, first, !particles.is_empty()) };
        if let Some(found) = found.filter(|(end, _)| *end >= listed_end) {
            self.particles(token, particles);
            if let Some(next) = self.named(found, token, first) {
                return Some(next);
            }
            self.items.truncate(self.items.len() - particles.len());
        }
        if let Some((whose, count)) = self.adjective(at, first, token) {
            self.particles(token, particles);
            return Some(self.adjectival(at, count, &whose));
        }
        let (sign, count) = listed?;
        self.particles(token, particles);
        Some(self.push(at, count, What::Sign(sign)))
    }

    /// The adjective at a token that a delegation is called with: whose, and how many tokens it takes.
    fn adjective(&self, at: usize, first: &str, token: &Token) -> Option<(Vec<&'static str>, usize)> {
        let (all, order) = (self.grammar.adjectives.0(), self.grammar.adjectives.1);
        let (whose, count) = adjective::longest(all, first, self.tokens.get(at..)?)?;
        let belongs = match order {
            Order::Before => token.capital && self.delegation_behind(at + count, all),
            Order::Behind => self.delegation_before(),
        };
        belongs.then_some((whose, count))
    }

    /// Whether "delegations" stands here, or behind more adjectives.
    fn delegation_behind(&self, mut at: usize, all: &Adjectives) -> bool {
        for _ in 0..MOST_ADJECTIVES {
            let Some(token) = self.tokens.get(at).filter(|token| token.gap < Gap::Paragraph) else {
                return false;
            };
            let listed = self.grammar.lexicon.longest(&token.text, &self.tokens[at..]);
            match (listed, token.kind) {
                (Some((Sign::Delegation, _)), _) => return true,
                (Some((Sign::And | Sign::Article, 1)), _) | (_, TokenKind::Mark(',' | '.')) => at += 1,
                _ => match adjective::longest(all, &token.text, &self.tokens[at..]) {
                    Some((_, count)) => at += count,
                    None => return false,
                },
            }
        }
        false
    }

    /// Whether "the delegations" stands right before, or before other adjectives.
    fn delegation_before(&self) -> bool {
        let another = |item: &&Item| {
            let adjective = matches!(item.what, What::Name(_)) && item.text == ADJECTIVE;
            adjective || matches!(item.what, What::Mark(',') | What::Sign(Sign::And))
        };
        let before = self.items.iter().rev().take(MOST_ADJECTIVES).find(|item| !another(item));
        before.filter(|item| item.is(Sign::Delegation)).is_some_and(|item| {
            let words = self.text.get(item.span.clone()).map(fold).unwrap_or_default();
            words
                .split(' ')
                .map(|word| word.trim_start_matches('و'))
                .any(|word| word.starts_with("ال") || word.starts_with("لل"))
        })
    }

    /// Takes an adjective as the name of a delegation; a record has its standard name.
    fn adjectival(&mut self, at: usize, count: usize, whose: &[&'static str]) -> usize {
        let next = self.push(at, count, What::Name(self.names.len()));
        let written = self.items.last().and_then(|item| self.text.get(item.span.clone())).unwrap_or_default();
        let standard = match whose {
            [one] => names::standard(one, self.grammar.tag),
            _ => None,
        };
        self.names.push(Name {
            whose: whose.iter().filter_map(|code| code.parse().ok()).collect(),
            text: standard.unwrap_or(written).to_owned(),
        });
        if let Some(item) = self.items.last_mut() {
            item.text = ADJECTIVE.to_owned();
        }
        next
    }

    /// The name that begins at a token, with `first` for that token's text: the byte where it ends, and whose it is.
    fn name(&self, at: usize, first: &str, peeled: bool) -> Option<(usize, Vec<Delegation>)> {
        let token = self.tokens.get(at)?;
        if let Some((count, delegation)) = self.own.longest(first, &self.tokens[at..]) {
            return self.tokens.get(at + count - 1).map(|last| (last.span.end, vec![delegation]));
        }
        let place = self.words.partition_point(|word| word.end <= token.span.start);
        let words = self.words.get(place..(place + 16).min(self.words.len()))?;
        // Their words have a particle that stands alone in front of the next word: it is ours, and taken off.
        let begins = words.first()?.start;
        if begins > token.span.start {
            return None;
        }
        let peeled = peeled || begins < token.span.start;
        let mut owned = Vec::new();
        if peeled {
            owned.extend_from_slice(words);
            owned.first_mut()?.folded = first.to_owned();
        }
        let words = if peeled { &owned } else { words };
        let found = names::Matcher::standard().longest(words, false)?;
        Some((found.end, found.codes.iter().filter_map(|code| code.parse().ok()).collect()))
    }

    /// Takes a name; returns the token after it, none where the name ends inside a token.
    fn named(&mut self, (end, whose): (usize, Vec<Delegation>), token: &Token, first: &str) -> Option<usize> {
        let after = self.tokens.partition_point(|token| token.span.start < end);
        if self.is_part_of_name(after) {
            return None;
        }
        let last = self.tokens.get(after.checked_sub(1)?)?;
        if last.span.end > end && matches!(last.kind, TokenKind::Word | TokenKind::Number) {
            return None;
        }
        let peeled = token.text.strip_suffix(first).map(|particles| particles.chars().count());
        // Where the article lost its first letter to a particle, it gets it back.
        let (letters, lost) = peeled.map_or((2, "ال"), |letters| (letters, ""));
        let start = token.span.start + skip_letters(&self.text[token.span.clone()], letters);
        let text = self.text.get(start..end)?.split_whitespace().collect::<Vec<_>>().join(" ");
        let shown = text.chars().filter(|c| !crate::fold::is_invisible(*c) && *c != '*');
        self.names.push(Name { whose, text: lost.chars().chain(shown).collect() });
        self.items.push(Item {
            what: What::Name(self.names.len() - 1),
            text: String::new(),
            span: start..end,
            gap: if letters > 0 { Gap::Glued } else { token.gap },
            capital: token.capital,
        });
        Some(after)
    }

    /// "the Kuwait Protocol", "Panama City": a country's name before a capital is part of another name.
    fn is_part_of_name(&self, after: usize) -> bool {
        let Some(next) = self.tokens.get(after) else { return false };
        let joined = next.gap <= Gap::Blank && next.kind == TokenKind::Word && next.capital;
        if !self.grammar.capitals || !joined {
            return false;
        }
        let listed = self.grammar.lexicon.longest(&next.text, &self.tokens[after..]);
        let small = self.text.get(next.span.clone()).is_some_and(|raw| raw.contains(char::is_lowercase));
        small
            && match listed {
                Some((sign, _)) => matches!(sign, Sign::Foreign),
                None => self.name(after, &next.text, false).is_none(),
            }
    }

    /// The particles that were taken off a word, as terminals before it.
    fn particles(&mut self, token: &Token, particles: &[Sign]) {
        for (index, sign) in particles.iter().enumerate() {
            self.items.push(Item {
                what: What::Sign(*sign),
                text: String::new(),
                span: token.span.start..token.span.start,
                gap: if index == 0 { token.gap } else { Gap::Glued },
                capital: false,
            });
        }
    }

    /// What a mark says.
    fn mark(&self, at: usize, c: char) -> What {
        match c {
            '،' | '、' | '，' => What::Mark(','),
            '؛' | '；' => What::Mark(';'),
            '：' => What::Mark(':'),
            '–' | '—' | '−' | '―' | '‒' | '-' => What::Mark('-'),
            '&' => What::Sign(Sign::And),
            '.' | '!' | '?' | '؟' | '。' if self.ends_sentence(at) => What::Stop,
            other => What::Mark(other),
        }
    }

    /// Whether the full stop at a token is one: not inside a number or an abbreviation, nor after a unit's word.
    fn ends_sentence(&self, at: usize) -> bool {
        let Some(next) = self.tokens.get(at + 1) else { return true };
        if next.gap == Gap::Glued {
            // "Fed. Sts., and": a stop before a comma ends an abbreviation.
            return matches!(next.kind, TokenKind::Mark(mark) if !matches!(mark, ',' | '،' | ';' | '؛'));
        }
        let last = self.items.last();
        // "Mr. Haddad", "A. Haddad"
        let before = self.items.len().checked_sub(2).and_then(|at| self.items.get(at));
        let of_person = before.is_some_and(|item| item.is(Sign::Honorific) || item.what == What::Mark('.'));
        let initial = last.is_some_and(|item| {
            let word = matches!(item.what, What::Unknown | What::Sign(_));
            let letter = word && item.capital && item.text.chars().count() == 1;
            item.is(Sign::Honorific) || (letter && of_person)
        });
        if initial && !matches!(next.kind, TokenKind::Mark(_)) && next.gap < Gap::Paragraph {
            return false;
        }
        let unit = last.is_some_and(|item| {
            matches!(item.what, What::Sign(Sign::Unit(_) | Sign::Part))
                || matches!(item.text.as_str(), "no" | "nos")
        });
        let number = matches!(next.kind, TokenKind::Number);
        !(unit && number)
    }

    fn push(&mut self, at: usize, count: usize, what: What) -> usize {
        let (Some(first), Some(last)) = (self.tokens.get(at), self.tokens.get(at + count - 1)) else {
            return at + 1;
        };
        let glued = first.gap;
        let particle =
            self.items.last().is_some_and(|item| item.span == (first.span.start..first.span.start));
        self.items.push(Item {
            what,
            text: first.text.clone(),
            span: first.span.start..last.span.end,
            gap: if particle { Gap::Glued } else { glued },
            capital: first.capital,
        });
        at + count
    }
}

/// The text with blanks for quotations, in which no name is looked for; places stay.
fn without_quotations(text: &str, tokens: &[Token]) -> String {
    let mut rest = String::with_capacity(text.len());
    let mut at = 0;
    for token in tokens.iter().filter(|token| token.kind == TokenKind::Quote) {
        rest.push_str(&text[at..token.span.start]);
        rest.extend(std::iter::repeat_n(' ', token.span.len()));
        at = token.span.end;
    }
    rest.push_str(&text[at..]);
    rest
}

/// The length in bytes of the first letters of a word, with the marks on them.
fn skip_letters(raw: &str, letters: usize) -> usize {
    if letters == 0 {
        return 0;
    }
    let mut seen = 0;
    for (at, c) in raw.char_indices() {
        if !fold(c.encode_utf8(&mut [0; 4])).is_empty() {
            if seen == letters {
                return at;
            }
            seen += 1;
        }
    }
    raw.len()
}

/// Words that a record has beside those of the language, by their first: the words after it, the longest first.
struct OwnWords<T> {
    by_first: HashMap<String, Vec<(Vec<String>, T)>>,
}

impl<T: Clone> OwnWords<T> {
    fn new<'a>(entries: impl Iterator<Item = (&'a str, T)>) -> Self {
        let mut by_first: HashMap<String, Vec<(Vec<String>, T)>> = HashMap::new();
        for (words, meaning) in entries {
            let mut words = token::tokens(words).into_iter().map(|token| token.text);
            if let Some(first) = words.next() {
                by_first.entry(first).or_default().push((words.collect(), meaning));
            }
        }
        by_first.values_mut().for_each(|list| list.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len())));
        Self { by_first }
    }

    /// The longest entry at the start of `tokens`, with `first` for the text of the first; how many it takes.
    fn longest(&self, first: &str, tokens: &[Token]) -> Option<(usize, T)> {
        let rest = tokens.get(1..)?;
        let list = self.by_first.get(first)?;
        let fits = |words: &[String]| {
            words.len() <= rest.len()
                && words
                    .iter()
                    .zip(rest)
                    .all(|(word, token)| *word == token.text && token.gap < Gap::Paragraph)
        };
        list.iter().find(|(words, _)| fits(words)).map(|(words, found)| (words.len() + 1, found.clone()))
    }
}
