//! From a text to terms: the longest name, number or listed form at each place.

use std::ops::Range;

use super::Words;
use super::adjective;
use super::facts::Adjectives;
use super::lex::{self, Gap, Token, TokenKind};
use super::number::number;
use super::sign::Sign;
use crate::fold::{fold, is_invisible};
use crate::model::Delegation;
use crate::names;

/// How many particles one word may have before it.
const MOST_PARTICLES: usize = 3;

/// How many words a name may have.
const MOST_WORDS: usize = 16;

/// How many adjectives may share one "delegations".
const MOST_ADJECTIVES: usize = 60;

/// What a term is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// A form of the language's lists.
    Sign(Sign),
    /// A delegation, by its place among [`Terms::names`].
    Name(usize),
    /// A number, in words or figures, with the letters that are glued to it in the term's text.
    Number(u32),
    /// A quotation.
    Quote,
    /// The symbol of a document.
    Symbol,
    /// A mark, one form for all scripts.
    Mark(char),
    /// The end of a sentence.
    Stop,
    /// A word that is in no list.
    Word,
}

/// A term with its place.
#[derive(Clone, Debug)]
pub struct Term {
    /// What it is.
    pub meaning: Meaning,
    /// Folded; empty for a quotation.
    pub text: String,
    /// Where it stands, in bytes of the text.
    pub span: Range<usize>,
    /// What stands before it.
    pub gap: Gap,
    /// Whether it begins with a capital.
    pub capital: bool,
}

impl Term {
    /// Whether it has that sign.
    pub fn is(&self, sign: Sign) -> bool {
        self.meaning == Meaning::Sign(sign)
    }

    /// Whether it is that mark.
    pub fn is_mark(&self, mark: char) -> bool {
        self.meaning == Meaning::Mark(mark)
    }
}

/// A delegation as a text mentions it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mentioned {
    /// Whose name it is; several where it is ambiguous.
    pub whose: Vec<Delegation>,
    /// As printed.
    pub text: String,
}

/// A text's terms.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// In order.
    pub list: Vec<Term>,
    /// The delegations among them.
    pub names: Vec<Mentioned>,
}

/// The terms of a text. `own` are names beside those that everybody knows. Linear in the text's length.
pub fn terms(text: &str, words: &Words, own: &[(String, Delegation)]) -> Terms {
    let tokens = lex::tokens(text);
    let named = names::tokens(&without_quotations(text, &tokens));
    let own = own
        .iter()
        .map(|(name, who)| (lex::tokens(name).into_iter().map(|token| token.text).collect(), who.clone()));
    let mut reader = Reader { text, words, tokens, named, own: own.collect(), terms: Terms::default() };
    let mut at = 0;
    while at < reader.tokens.len() {
        at = reader.step(at);
    }
    reader.terms
}

struct Reader<'a> {
    text: &'a str,
    words: &'a Words,
    tokens: Vec<Token>,
    /// The words of the text as the table of names has them.
    named: Vec<names::Token>,
    own: Vec<(Vec<String>, Delegation)>,
    terms: Terms,
}

impl Reader<'_> {
    /// Reads the term that begins at a token; the token after it.
    fn step(&mut self, at: usize) -> usize {
        let Some(token) = self.tokens.get(at).cloned() else { return at + 1 };
        match token.kind {
            TokenKind::Word => self.word(at, &token),
            TokenKind::Number => {
                self.number(at, &token.text).unwrap_or_else(|| self.push(at, 1, Meaning::Word))
            }
            TokenKind::Quote => self.push(at, 1, Meaning::Quote),
            TokenKind::Symbol => self.push(at, 1, Meaning::Symbol),
            TokenKind::Mark(mark) => {
                let meaning = self.mark(at, mark);
                self.push(at, 1, meaning)
            }
        }
    }

    fn number(&mut self, at: usize, first: &str) -> Option<usize> {
        let (value, count) = number(first, &self.tokens[at..], &self.words.lexicon, &self.words.facts)?;
        Some(self.push(at, count, Meaning::Number(value)))
    }

    /// A word: a name or a form of the lists, the longer of the two; else with its particles taken off.
    fn word(&mut self, at: usize, token: &Token) -> usize {
        let words = self.words;
        // A particle that is written together with a figure: "و3".
        let glued = self
            .tokens
            .get(at + 1)
            .is_some_and(|next| next.gap == Gap::Glued && next.kind == TokenKind::Number);
        let particle = words.facts.particles.iter().find(|(letters, ..)| glued && *letters == token.text);
        if let Some((_, sign, _)) = particle {
            return self.push(at, 1, Meaning::Sign(*sign));
        }
        let mut tried: Vec<(Vec<Sign>, String)> = vec![(Vec::new(), token.text.clone())];
        let mut next = 0;
        while let Some((particles, rest)) = tried.get(next).cloned() {
            if let Some(after) = self.known(at, token, &rest, &particles) {
                return after;
            }
            if particles.len() < MOST_PARTICLES {
                let peeled = words.facts.peeled(&rest);
                tried.extend(peeled.map(|(sign, rest)| ([particles.as_slice(), &[sign]].concat(), rest)));
            }
            next += 1;
        }
        // Of a word that nobody knows only "and" is taken off: a name may begin behind it.
        if let Some((sign, _)) = words.facts.peeled(&token.text).find(|(sign, _)| *sign == Sign::And) {
            self.particles(token, &[sign]);
        }
        self.push(at, 1, Meaning::Word)
    }

    fn known(&mut self, at: usize, token: &Token, rest: &str, particles: &[Sign]) -> Option<usize> {
        let listed = self.words.lexicon.longest(rest, &self.tokens[at..]);
        let links = |sign: Sign| {
            matches!(sign, Sign::Filler | Sign::Of | Sign::And | Sign::By | Sign::From | Sign::To | Sign::In)
        };
        let link = listed.is_some_and(|(sign, count)| count == 1 && links(sign));
        let end =
            listed.and_then(|(_, count)| self.tokens.get(at + count - 1)).map_or(0, |last| last.span.end);
        let name = if link { None } else { self.name(at, token, rest, !particles.is_empty()) };
        if let Some((name_end, whose)) = name.filter(|(name_end, _)| *name_end >= end)
            && let Some(after) = self.named(at, token, rest, particles, name_end, &whose)
        {
            return Some(after);
        }
        if let Some((whose, count)) = self.adjective(at, rest, token) {
            self.particles(token, particles);
            return Some(self.adjectival(at, count, &whose));
        }
        if listed.is_none_or(|(sign, _)| matches!(sign, Sign::Number(_)))
            && number(rest, &self.tokens[at..], &self.words.lexicon, &self.words.facts).is_some()
        {
            self.particles(token, particles);
            return self.number(at, rest);
        }
        let (sign, count) = listed?;
        self.particles(token, particles);
        Some(self.push(at, count, Meaning::Sign(sign)))
    }

    /// The name that begins at a token, with `rest` for that token's text: where it ends, and whose it is.
    fn name(&self, at: usize, token: &Token, rest: &str, peeled: bool) -> Option<(usize, Vec<Delegation>)> {
        let tokens = self.tokens.get(at..)?;
        let fits = |name: &Vec<String>| {
            name.first().is_some_and(|first| first == rest)
                && name.len() <= tokens.len()
                && name.iter().skip(1).zip(tokens.iter().skip(1)).all(|(word, token)| *word == token.text)
        };
        if let Some((name, who)) =
            self.own.iter().filter(|(name, _)| fits(name)).max_by_key(|(name, _)| name.len())
        {
            return tokens.get(name.len() - 1).map(|last| (last.span.end, vec![who.clone()]));
        }
        let place = self.named.partition_point(|word| word.end <= token.span.start);
        let words = self.named.get(place..(place + MOST_WORDS).min(self.named.len()))?;
        let begins = words.first()?.start;
        if begins > token.span.start {
            return None;
        }
        let mut owned = Vec::new();
        // A particle that is written together with the name, or that the table takes for a part of the word.
        if peeled || begins < token.span.start {
            owned.extend_from_slice(words);
            owned.first_mut()?.folded = rest.to_owned();
        }
        let found =
            names::Matcher::standard().longest(if owned.is_empty() { words } else { &owned }, false)?;
        Some((found.end, found.codes.iter().filter_map(|code| code.parse().ok()).collect()))
    }

    /// Takes a name; the token after it, none where the name ends inside a token or goes on into another name.
    fn named(
        &mut self,
        at: usize,
        token: &Token,
        rest: &str,
        particles: &[Sign],
        end: usize,
        whose: &[Delegation],
    ) -> Option<usize> {
        let after = self.tokens.partition_point(|token| token.span.start < end);
        let last = self.tokens.get(after.checked_sub(1)?)?;
        let inside = last.span.end > end && matches!(last.kind, TokenKind::Word | TokenKind::Number);
        if inside || after <= at || self.goes_on(after) {
            return None;
        }
        self.particles(token, particles);
        let letters = if particles.is_empty() {
            0
        } else {
            token.text.chars().count().saturating_sub(rest.chars().count())
        };
        let start = token.span.start + skip_letters(&self.text[token.span.clone()], letters);
        let text = self.text.get(start..end)?.split_whitespace().collect::<Vec<_>>().join(" ");
        let shown = text.chars().filter(|c| !is_invisible(*c) && *c != '*').collect();
        self.terms.names.push(Mentioned { whose: whose.to_vec(), text: shown });
        let gap = if particles.is_empty() { token.gap } else { Gap::Glued };
        let meaning = Meaning::Name(self.terms.names.len() - 1);
        let capital = token.capital;
        self.terms.list.push(Term { meaning, text: String::new(), span: start..end, gap, capital });
        Some(after)
    }

    /// Whether a name goes on behind a token into the name of something else: "the Kuwait Protocol".
    fn goes_on(&self, after: usize) -> bool {
        let Some(next) = self.tokens.get(after) else { return false };
        let joined = next.gap <= Gap::Blank && next.kind == TokenKind::Word && next.capital;
        let small = self.text.get(next.span.clone()).is_some_and(|raw| raw.contains(char::is_lowercase));
        if !self.words.facts.capitals || !joined || !small {
            return false;
        }
        match self.words.lexicon.longest(&next.text, &self.tokens[after..]) {
            Some((sign, _)) => matches!(sign, Sign::OtherText | Sign::Text),
            None => {
                let adjective =
                    adjective::longest(adjective::english(), &next.text, &self.tokens[after..]).is_some();
                !adjective && self.name(after, next, &next.text, false).is_none()
            }
        }
    }

    /// The adjective at a token that calls a delegation: whose it is, and how many tokens it takes.
    fn adjective(&self, at: usize, first: &str, token: &Token) -> Option<(Vec<&'static str>, usize)> {
        let order = self.words.facts.adjectives?;
        let all = match order {
            Adjectives::Before => adjective::english(),
            Adjectives::After => adjective::arabic(),
        };
        let (whose, count) = adjective::longest(all, first, self.tokens.get(at..)?)?;
        let belongs = match order {
            Adjectives::Before => token.capital && self.delegation_after(at + count, all),
            Adjectives::After => self.delegation_before(),
        };
        belongs.then_some((whose, count))
    }

    fn delegation_after(&self, mut at: usize, all: &adjective::Adjectives) -> bool {
        for _ in 0..MOST_ADJECTIVES {
            let Some(token) = self.tokens.get(at).filter(|token| token.gap < Gap::Paragraph) else {
                return false;
            };
            match (self.words.lexicon.longest(&token.text, &self.tokens[at..]), token.kind) {
                (Some((Sign::Delegation, _)), _) => return true,
                (Some((Sign::And | Sign::Filler, 1)), _) | (_, TokenKind::Mark(',' | '.')) => at += 1,
                _ => match adjective::longest(all, &token.text, &self.tokens[at..]) {
                    Some((_, count)) => at += count,
                    None => return false,
                },
            }
        }
        false
    }

    fn delegation_before(&self) -> bool {
        let between = |term: &&Term| {
            matches!(term.meaning, Meaning::Name(_) | Meaning::Mark(',') | Meaning::Sign(Sign::And))
        };
        let before = self.terms.list.iter().rev().take(MOST_ADJECTIVES).find(|term| !between(term));
        before.is_some_and(|term| term.is(Sign::Delegation))
    }

    /// Takes an adjective as the name of a delegation, which a record has by its standard name.
    fn adjectival(&mut self, at: usize, count: usize, whose: &[&'static str]) -> usize {
        let next = self.push(at, count, Meaning::Name(self.terms.names.len()));
        let written =
            self.terms.list.last().and_then(|term| self.text.get(term.span.clone())).unwrap_or_default();
        let standard = match whose {
            [one] => names::standard(one, self.words.tag),
            _ => None,
        };
        let text = standard.unwrap_or(written).to_owned();
        self.terms
            .names
            .push(Mentioned { whose: whose.iter().filter_map(|code| code.parse().ok()).collect(), text });
        next
    }

    /// The particles that were taken off a word, as terms before it.
    fn particles(&mut self, token: &Token, particles: &[Sign]) {
        for (index, sign) in particles.iter().enumerate() {
            let gap = if index == 0 { token.gap } else { Gap::Glued };
            let span = token.span.start..token.span.start;
            let term = Term { meaning: Meaning::Sign(*sign), text: String::new(), span, gap, capital: false };
            self.terms.list.push(term);
        }
    }

    /// What a mark says.
    fn mark(&self, at: usize, mark: char) -> Meaning {
        match mark {
            '،' | '、' | '，' => Meaning::Mark(','),
            '؛' | '；' => Meaning::Mark(';'),
            '：' => Meaning::Mark(':'),
            '[' | '（' => Meaning::Mark('('),
            ']' | '）' => Meaning::Mark(')'),
            '–' | '—' | '−' | '―' | '‒' | '-' => Meaning::Mark('-'),
            '&' => Meaning::Sign(Sign::And),
            '.' | '!' | '?' | '؟' | '。' if self.ends_sentence(at) => Meaning::Stop,
            other => Meaning::Mark(other),
        }
    }

    /// Whether the full stop at a token is one: not inside a number or an abbreviation, nor after a unit's word.
    fn ends_sentence(&self, at: usize) -> bool {
        let Some(next) = self.tokens.get(at + 1) else { return true };
        if next.gap == Gap::Glued {
            // "U.K., Poland": a full stop before another mark is that of an abbreviation.
            let goes_on = matches!(next.kind, TokenKind::Mark(',' | '،' | ';' | '؛' | ':' | ')' | '-' | '–'));
            return !goes_on && matches!(next.kind, TokenKind::Mark(_) | TokenKind::Quote);
        }
        let last = self.terms.list.last();
        let honorific = |term: &Term| term.is(Sign::Honorific);
        let initial = last.is_some_and(|term| {
            term.meaning == Meaning::Word && term.capital && term.text.chars().count() == 1
        });
        let of_person = self.terms.list.len().checked_sub(2).and_then(|at| self.terms.list.get(at));
        if last.is_some_and(honorific) || (initial && of_person.is_some_and(honorific)) {
            return next.gap >= Gap::Paragraph;
        }
        let unit = last.is_some_and(|term| {
            let unit = matches!(
                term.meaning,
                Meaning::Sign(
                    Sign::Paragraph
                        | Sign::OperativeParagraph
                        | Sign::PreambularParagraph
                        | Sign::Unit(_)
                        | Sign::Part
                )
            );
            unit || matches!(term.text.as_str(), "no" | "nos")
        });
        !(unit && next.kind == TokenKind::Number)
    }

    fn push(&mut self, at: usize, count: usize, meaning: Meaning) -> usize {
        let (Some(first), Some(last)) = (self.tokens.get(at), self.tokens.get(at + count - 1)) else {
            return at + 1;
        };
        let particle =
            self.terms.list.last().is_some_and(|term| term.span == (first.span.start..first.span.start));
        self.terms.list.push(Term {
            meaning,
            text: first.text.clone(),
            span: first.span.start..last.span.end,
            gap: if particle { Gap::Glued } else { first.gap },
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
