//! The tokens of a reference: words with what they say, numbers, marks of sub-paragraphs, signs.

use super::word::{self, Half, Sign};
use crate::fold::fold;
use crate::model::PartId;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Half(Half),
    Paragraph,
    Sub,
    /// A part with what stands behind the word for it; empty where that is nothing.
    Part(String),
    /// A number, what is put behind it, and whether it is an ordinal.
    Number(u32, String, bool),
    /// "bis"
    Suffix(&'static str),
    /// "last", in the place of a number
    Last,
    /// What stands in brackets.
    Mark(String),
    /// Any other word.
    Word(String),
    And,
    Comma,
    To,
    Of,
    Slash,
}

/// The tokens of what a person wrote; none where a sign has no place in a reference.
pub(super) fn tokens(text: &str) -> Option<Vec<Token>> {
    let folded = fold(text);
    let mut lexer = Lexer { rest: &folded, tokens: Vec::new(), roman: false };
    while !lexer.rest.is_empty() {
        lexer.step()?;
    }
    Some(lexer.tokens)
}

struct Lexer<'t> {
    rest: &'t str,
    tokens: Vec<Token>,
    /// Whether the last number was a Roman one.
    roman: bool,
}

/// What stands for every number above it.
const BEYOND: u32 = 4_000_000_000;

impl<'t> Lexer<'t> {
    /// Takes what passes a test off the front.
    fn take(&mut self, test: impl Fn(char) -> bool) -> &'t str {
        let (taken, rest) = self.rest.split_at(self.rest.find(|c| !test(c)).unwrap_or(self.rest.len()));
        self.rest = rest;
        taken
    }

    fn push(&mut self, token: Token) {
        self.tokens.push(token);
    }

    fn step(&mut self) -> Option<()> {
        let first = self.rest.chars().next()?;
        match first {
            '(' | '[' => return self.bracket(),
            c if c.is_ascii_digit() => return self.number(),
            'o' | 'p' if self.dotted() => return Some(()),
            c if c.is_alphabetic() => {
                let taken = self.take(char::is_alphabetic);
                self.word(taken);
                return Some(());
            }
            '.' if self.lettered() => return Some(()),
            '.' => self.full_stop()?,
            // "OP-9"
            '-' if self.is_joined() => {}
            // Between words a dash joins them: "twenty-first", "sub-paragraph".
            '-' => self.push(Token::To),
            '/' => self.push(Token::Slash),
            ',' | ';' | '&' | '+' | '،' | '؛' => self.push(Token::Comma),
            ' ' | '§' | '#' | '\'' | ':' => {}
            _ => return None,
        }
        self.rest = &self.rest[first.len_utf8()..];
        Some(())
    }

    /// "o.p.", "P. P.": the halves, shortened with full stops.
    fn dotted(&mut self) -> bool {
        let half = match self.rest.as_bytes().first() {
            Some(b'o') => Half::Operative,
            _ => Half::Preambular,
        };
        let behind = self.rest[1..].strip_prefix('.').map(str::trim_start);
        let Some(rest) = behind.and_then(|rest| rest.strip_prefix('p')) else { return false };
        if rest.starts_with(char::is_alphabetic) {
            return false;
        }
        self.rest = rest.strip_prefix('.').unwrap_or(rest);
        self.push(Token::Half(half));
        true
    }

    /// "3.a": a letter behind a full stop is a sub-paragraph.
    fn lettered(&mut self) -> bool {
        let mut behind = self.rest.chars().skip(1);
        let letter = behind.next().filter(char::is_ascii_lowercase);
        let alone = behind.next().is_none_or(|c| !c.is_alphanumeric());
        let below = matches!(self.tokens.last(), Some(Token::Number(..) | Token::Mark(_)));
        let Some(letter) = letter.filter(|_| alone && below) else { return false };
        self.rest = &self.rest[2..];
        self.push(Token::Mark(letter.to_string()));
        true
    }

    /// Whether a dash stands between the word for what is numbered and its number.
    fn is_joined(&self) -> bool {
        matches!(self.tokens.last(), Some(Token::Half(_) | Token::Paragraph))
            && self.rest[1..].trim_start().starts_with(|c: char| c.is_ascii_digit())
    }

    /// A full stop shortens a word ("para.") or ends the reference; in "3.2" it has no meaning that we know.
    fn full_stop(&self) -> Option<()> {
        let last = self.rest[1..].trim().is_empty();
        (last || !matches!(self.tokens.last(), Some(Token::Number(..)))).then_some(())
    }

    fn bracket(&mut self) -> Option<()> {
        let end = self.rest.find([')', ']'])?;
        let inner = &self.rest[1..end];
        self.rest = &self.rest[end + 1..];
        // "9 (preamble)", "OP3 (part II)"
        if let Some(inner) = tokens(inner)
            && let [token @ (Token::Half(_) | Token::Part(_))] = inner.as_slice()
        {
            self.push(token.clone());
            return Some(());
        }
        // "(first sentence)" is no mark of a sub-paragraph.
        let mark = inner.trim();
        if mark.contains(char::is_whitespace) {
            return None;
        }
        self.push(Token::Mark(word::letter(mark)));
        Some(())
    }

    fn number(&mut self) -> Option<()> {
        // A number that no text counts to is still a number: that there is no such paragraph is told elsewhere.
        let whole: u32 = self.take(|c| c.is_ascii_digit()).parse().unwrap_or(BEYOND).min(BEYOND);
        let before = self.rest;
        let (suffix, ordinal) = match self.take(|c| c.is_ascii_alphabetic()) {
            "st" | "nd" | "rd" | "th" => ("", true),
            "" => ("", false),
            letters if letters.len() == 1 || matches!(word::sign(letters), Some((_, Sign::Suffix(_)))) => {
                (letters, false)
            }
            _ => {
                self.rest = before;
                ("", false)
            }
        };
        self.push(Token::Number(whole, suffix.to_owned(), ordinal));
        Some(())
    }

    fn word(&mut self, word: &'t str) {
        if let Some(value) = self.roman(word) {
            self.roman = true;
            return self.push(Token::Number(value, String::new(), false));
        }
        let Some((joined, sign)) = word::sign(word) else { return self.unknown(word) };
        let after_and = matches!(self.tokens.last(), Some(Token::And));
        if let (Sign::ArabicTens(tens), true) = (sign, joined || after_and)
            && self.joins(tens, after_and)
        {
            return;
        }
        if joined {
            self.push(Token::And);
        }
        match sign {
            Sign::Half(half) => self.push(Token::Half(half)),
            Sign::Paragraph => self.paragraph(),
            Sign::Sub => self.below(),
            Sign::Part => self.part(word),
            Sign::And => self.push(Token::And),
            Sign::To => self.push(Token::To),
            Sign::Of => self.push(Token::Of),
            // Of another resolution, "OP3 of resolution 2", nothing is known here.
            Sign::Filler if self.is_numbered(word) => self.push(Token::Word(word.to_owned())),
            Sign::Filler => {}
            Sign::Last => self.push(Token::Last),
            Sign::Suffix(suffix) => self.push(Token::Suffix(suffix)),
            Sign::Ordinal(value) => self.ordinal(value),
            Sign::Cardinal(value) => self.cardinal(value, false),
            Sign::Tens(value) => self.push(Token::Number(value, "tens".into(), false)),
            Sign::Teen => self.teen(),
            Sign::ArabicTens(value) => self.push(Token::Number(value, String::new(), true)),
        }
    }

    /// "paragraph IX", "paragraphs IX and X": elsewhere such letters are a part or a sub-paragraph.
    fn roman(&self, word: &str) -> Option<u32> {
        let value = word.parse::<PartId>().ok()?.number()?;
        let mut before = self.tokens.iter().rev();
        let headed = matches!(before.next(), Some(Token::Half(_) | Token::Paragraph));
        let next = self.rest.trim_start();
        let following = next.split(|c: char| !c.is_alphabetic()).next().and_then(word::sign);
        // In "OP IX, II OP3" and "OP IX, II/OP3" the second is a part.
        let part =
            next.starts_with('/') || matches!(following, Some((false, Sign::Half(_) | Sign::Paragraph)));
        let again = matches!(self.tokens.last(), Some(Token::And | Token::Comma | Token::To))
            && matches!(before.next(), Some(Token::Number(..)));
        let is = headed || (self.roman && again && !part);
        u32::try_from(value).ok().filter(|_| is)
    }

    /// A word that says nothing by itself: "item (a)" is a sub-paragraph, "item 3" what a record may number.
    fn unknown(&mut self, word: &str) {
        const BELOW: [&str; 10] =
            ["item", "items", "point", "points", "بند", "بندين", "بندان", "بنود", "نقطه", "نقطتين"];
        let joined = word.strip_prefix('و').filter(|rest| rest.chars().count() > 3);
        let is = |word: &str| word::stems(word).iter().any(|stem| BELOW.contains(stem));
        let bracket = self.rest.trim_start().strip_prefix(['(', '[']);
        let lettered = bracket.is_some_and(|rest| rest.starts_with(char::is_alphabetic));
        match (is(word), joined.is_some_and(is)) {
            (true, _) if lettered => self.push(Token::Sub),
            (false, true) if lettered => self.tokens.extend([Token::And, Token::Sub]),
            _ => self.push(Token::Word(word.to_owned())),
        }
    }

    /// Whether a number stands behind the word for a resolution.
    fn is_numbered(&self, word: &str) -> bool {
        let resolution = matches!(word, "resolution" | "قرار" | "القرار");
        resolution && self.rest.trim_start().starts_with(|c: char| c.is_ascii_digit())
    }

    /// "الحادية والعشرون": one number.
    fn joins(&mut self, tens: u32, after_and: bool) -> bool {
        let at = self.tokens.len().checked_sub(1 + usize::from(after_and));
        // An ordinal has no suffix such as "bis".
        let Some(Token::Number(unit @ 1..=9, _, true)) = at.and_then(|at| self.tokens.get_mut(at)) else {
            return false;
        };
        *unit += tens;
        self.tokens.truncate(self.tokens.len() - usize::from(after_and));
        true
    }

    /// "الثالثة عشرة"
    fn teen(&mut self) {
        match self.tokens.last_mut() {
            Some(Token::Number(unit @ 1..=9, _, true)) => *unit += 10,
            _ => self.push(Token::Word("عشر".into())),
        }
    }

    /// An ordinal; behind "bis" it counts how often ("مكررا ثانيا").
    fn ordinal(&mut self, value: u32) {
        let again = ["bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies"];
        if self.tokens.last() == Some(&Token::Suffix("bis"))
            && let Some(suffix) = usize::try_from(value).ok().and_then(|at| again.get(at.wrapping_sub(1)))
        {
            self.tokens.pop();
            return self.push(Token::Suffix(suffix));
        }
        self.cardinal(value, true);
    }

    /// A number in words, with the tens before it: "twenty-first".
    fn cardinal(&mut self, value: u32, ordinal: bool) {
        let dash = usize::from(self.tokens.last() == Some(&Token::To));
        let at = self.tokens.len().checked_sub(1 + dash);
        if let Some(Token::Number(tens, mark, own)) = at.and_then(|at| self.tokens.get_mut(at))
            && mark == "tens"
            && value < 10
        {
            (*tens, *own) = (*tens + value, ordinal);
            mark.clear();
            self.tokens.truncate(self.tokens.len() - dash);
            return;
        }
        self.push(Token::Number(value, String::new(), ordinal));
    }

    /// "sub-paragraph" is one word.
    fn paragraph(&mut self) {
        let sub = |token: &Token| matches!(token, Token::Word(word) if word == "sub");
        let dash = usize::from(self.tokens.last() == Some(&Token::To));
        let at = self.tokens.len().checked_sub(1 + dash);
        match at.filter(|at| self.tokens.get(*at).is_some_and(sub)) {
            Some(at) => {
                self.tokens.truncate(at);
                self.push(Token::Sub);
            }
            None => self.push(Token::Paragraph),
        }
    }

    /// "الفقرة الفرعية": the word for a sub-paragraph stands behind that for a paragraph.
    fn below(&mut self) {
        if self.tokens.last() == Some(&Token::Paragraph) {
            self.tokens.pop();
        }
        self.push(Token::Sub);
    }

    fn part(&mut self, word: &str) {
        self.take(char::is_whitespace);
        let before = self.rest;
        let id = self.take(|c| c.is_alphanumeric() || c == '.' || c == '-').trim_end_matches(['.', '-']);
        let sign = word::sign(id);
        // "the operative part", unless a number says which: "منطوق الجزء الثاني"
        let half = matches!(self.tokens.last(), Some(Token::Half(_)));
        match sign {
            Some((false, Sign::Ordinal(value) | Sign::Cardinal(value))) => {
                self.push(Token::Part(value.to_string()));
            }
            None if !id.is_empty() && !half => self.push(Token::Part(id.to_owned())),
            // "the second part"
            _ if matches!(self.tokens.last(), Some(Token::Number(_, _, true))) => {
                self.rest = before;
                if let Some(Token::Number(value, ..)) = self.tokens.pop() {
                    self.push(Token::Part(value.to_string()));
                }
            }
            _ if half => self.rest = before,
            // "part of", "جزء من الديباجة": a word that says something is no part's name.
            Some(_) => self.rest = before,
            None => self.push(Token::Word(word.to_owned())),
        }
    }
}
