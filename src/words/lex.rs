//! Words, numbers, quotations and marks of a text, with their places.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::fold::{self, fold};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, also with hyphens and apostrophes inside.
    Word,
    /// Digits, with the letters glued behind them.
    Number,
    /// The symbol of a document: "A/C.3/77/L.5", "L.27".
    Symbol,
    /// One other character.
    Mark(char),
    /// A quotation; the token's text is what stands inside.
    Quote,
}

/// What separates a token from the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing: it is glued to it.
    Glued,
    /// Blanks.
    Blank,
    /// A line's end.
    Line,
    /// An empty line, or the beginning of the text.
    Paragraph,
    /// A line's end and a bullet or an item's number.
    Item,
}

/// A token.
#[derive(Clone, Debug)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Folded; of a quotation empty.
    pub text: String,
    /// In bytes of the text read; of a quotation with its marks.
    pub span: Range<usize>,
    /// What separates it from the token before it.
    pub gap: Gap,
    /// Whether the first letter is a capital.
    pub capital: bool,
}

/// Splits a text into tokens. Emphasis, note marks and invisible characters give none.
pub fn tokens(text: &str) -> Vec<Token> {
    tokens_of(text, &[])
}

/// The same where the marks of some quotations, given by their places, are passed over, so that their words are read.
pub fn tokens_of(text: &str, opened: &[Range<usize>]) -> Vec<Token> {
    let quotes = Quotes::new(text);
    let marks = opened.iter().flat_map(|quote| {
        let last = text[quote.clone()].chars().next_back().map_or(0, char::len_utf8);
        [quote.start, quote.end - last]
    });
    let passed = marks.collect();
    let mut scanner =
        Scanner { text, at: 0, quotes, passed, tokens: Vec::new(), gap: Gap::Paragraph, number: None };
    while scanner.step() {}
    scanner.tokens
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    quotes: Quotes,
    /// The places of marks that are passed over.
    passed: HashSet<usize>,
    tokens: Vec<Token>,
    gap: Gap,
    /// The number of the item before, where items are numbered.
    number: Option<u32>,
}

impl Scanner<'_> {
    /// Takes one token, or what gives none; false at the end.
    fn step(&mut self) -> bool {
        let rest = &self.text[self.at..];
        let Some(c) = rest.chars().next() else { return false };
        if c.is_whitespace() {
            self.blank(rest);
        } else if self.begins_item(rest) {
            self.gap = Gap::Item;
        } else if fold::is_invisible(c)
            || self.passed.contains(&self.at)
            || matches!(c, '*' | '_' | '#' | '`' | '†' | '‡' | '§' | '\\')
            || c.is_control()
        {
            self.at += c.len_utf8();
        } else if let Some(close) = self.quotes.closing(self.text, self.at, c) {
            self.push(TokenKind::Quote, close);
        } else if fold::digit(c).is_some() {
            let digits = figures(rest);
            let letters = length(&rest[digits..], |c| c.is_ascii_alphabetic());
            self.push(TokenKind::Number, self.at + digits + letters);
        } else if let Some(length) = symbol(rest).filter(|_| self.gap != Gap::Glued) {
            self.push(TokenKind::Symbol, self.at + length);
        } else if c.is_alphabetic() {
            self.word(rest);
        } else {
            self.push(TokenKind::Mark(c), self.at + c.len_utf8());
        }
        true
    }

    fn blank(&mut self, rest: &str) {
        let blank = length(rest, |c| c.is_whitespace() || fold::is_invisible(c));
        let lines = rest[..blank].matches(['\n', '\u{2028}', '\u{2029}', '\u{c}']).count();
        self.gap = self.gap.max(match lines {
            0 => Gap::Blank,
            1 => Gap::Line,
            _ => Gap::Paragraph,
        });
        self.at += blank;
    }

    /// Whether an item begins here, in a line or with one.
    fn begins_item(&mut self, rest: &str) -> bool {
        match self.gap {
            Gap::Blank => self.counted(rest),
            Gap::Line | Gap::Paragraph => self.item(rest),
            Gap::Glued | Gap::Item => false,
        }
    }

    /// A bullet or an item's number at the start of a line.
    fn item(&mut self, rest: &str) -> bool {
        // A mark may have its escape before it: "\*".
        let escaped = length(rest, |c| c == '\\').min(1);
        let rest = &rest[escaped..];
        let Some(first) = rest.chars().next() else { return false };
        let bullet = "-–—•·▪◦‣○●∙*†".contains(first) || matches!(first, '¹' | '²' | '³');
        let length = if bullet {
            length(rest, |c| c == first || (first == '*' && c == '*'))
        } else {
            self.numbered(rest)
        };
        let followed = rest[length..].chars().next().is_none_or(char::is_whitespace);
        let glued_mark = matches!(first, '¹' | '²' | '³');
        if length == 0 || !(followed || glued_mark) {
            return false;
        }
        self.at += escaped + length;
        true
    }

    /// The length of an item's number; 0 where there is none.
    fn numbered(&mut self, rest: &str) -> usize {
        if self.tokens.is_empty() && note_mark(rest) {
            return length(rest, |c| fold::digit(c).is_some());
        }
        let length = numbering(rest);
        let number = item_number(rest, length);
        // A number after an unfinished list of numbers is a line's end inside the list.
        let first = number == Some(1) && self.gap == Gap::Paragraph;
        let next = first || (number.is_some() && number == self.number.map(|number| number + 1));
        // "1-" counts items, and "9-" may be the end of a line inside a range.
        let dashed = rest.get(..length).is_some_and(|item| item.ends_with(DASHES));
        let counts = !dashed || next || number == Some(1);
        if length == 0 || !counts || (self.unfinished() && !next) {
            return 0;
        }
        self.number = number.or(self.number);
        length
    }

    /// The number of an item inside a line: "…: 1) Chad on paragraph 3; 2) Mali on paragraph 4".
    fn counted(&mut self, rest: &str) -> bool {
        let parted = self
            .tokens
            .last()
            .is_some_and(|token| matches!(token.kind, TokenKind::Mark(':' | ';' | '؛' | '.')));
        let begins =
            |c: char| matches!(c, '(' | '‘' | '\'') || fold::digit(c).is_some() || c.is_ascii_lowercase();
        if !parted || !rest.starts_with(begins) {
            return false;
        }
        let length = numbering(rest);
        let behind = rest.get(length..).unwrap_or_default();
        let wanted = if self.tokens.last().is_some_and(|token| token.kind == TokenKind::Mark(':')) {
            Some(1)
        } else {
            self.number.map(|number| number + 1)
        };
        let Some(number) = wanted.filter(|_| length > 0 && behind.starts_with(char::is_whitespace)) else {
            return false;
        };
        if !counts(rest.get(..length).unwrap_or_default(), number) {
            return false;
        }
        self.number = Some(number);
        self.at += length;
        true
    }

    /// Whether the text so far ends inside a sentence.
    fn unfinished(&self) -> bool {
        self.tokens.last().is_some_and(|token| {
            !matches!(token.kind, TokenKind::Mark('.' | ':' | ';' | '؛')) && token.kind != TokenKind::Quote
        })
    }

    /// A word; an English possessive ending is a word of its own.
    fn word(&mut self, rest: &str) {
        let mut end = 0;
        let mut chars = rest.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let next = chars.peek().map(|(_, next)| *next);
            let joins = is_apostrophe(c) || matches!(c, '-' | '‐' | '‑' | '\u{ad}');
            if is_letter(c) || (joins && next.is_some_and(char::is_alphabetic)) {
                end = at + c.len_utf8();
            } else if let Some(blank) = parted(&rest[at..]) {
                // "para-" at the end of a line and "graph" on the next are one word.
                end = at + blank;
                while chars.next_if(|(at, _)| *at < end).is_some() {}
            } else {
                break;
            }
        }
        let word = &rest[..end];
        let stem = word.strip_suffix(['s', 'S']).and_then(|stem| stem.strip_suffix(is_apostrophe));
        let start = self.at;
        if let Some(stem) = stem.filter(|stem| !stem.is_empty()) {
            self.push(TokenKind::Word, start + stem.len());
        }
        self.push(TokenKind::Word, start + end.max(1));
    }

    fn push(&mut self, kind: TokenKind, end: usize) {
        let raw = &self.text[self.at..end];
        let text = if kind == TokenKind::Quote { String::new() } else { fold(raw) };
        let text = if kind == TokenKind::Word && raw.contains('\n') { whole(raw) } else { text };
        let capital = raw.chars().next().is_some_and(char::is_uppercase);
        self.tokens.push(Token { kind, text, span: self.at..end, gap: self.gap, capital });
        self.at = end;
        self.gap = Gap::Glued;
    }
}

/// The length of a number in figures, with the marks that part its thousands: "1,024", "1 024", "١٬٠٢٤".
fn figures(rest: &str) -> usize {
    let digits = |text: &str| text.chars().take_while(|c| fold::digit(*c).is_some()).count();
    let bytes = |text: &str, count: usize| text.chars().take(count).map(char::len_utf8).sum::<usize>();
    let first = digits(rest);
    let mut end = bytes(rest, first);
    if first > 3 || rest.starts_with('0') {
        return end;
    }
    let parts =
        |c: char| matches!(c, ',' | '.' | '٬' | '’' | '\'' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}');
    while let Some(mark) = rest[end..].chars().next().filter(|c| parts(*c)) {
        let group = &rest[end + mark.len_utf8()..];
        if digits(group) != 3 || group.chars().nth(3).is_some_and(char::is_alphanumeric) {
            break;
        }
        end += mark.len_utf8() + bytes(group, 3);
    }
    end
}

/// The value of a number in figures, whatever parts its thousands and whatever letters are glued to it; none where it
/// is larger than any count.
pub fn value(text: &str) -> Option<u32> {
    let digits = text.chars().filter(|c| !c.is_alphabetic()).filter_map(fold::digit);
    digits.take(10).try_fold(0u32, |value, digit| value.checked_mul(10)?.checked_add(digit))
}

/// The length of a document's symbol: capitals and digits with bars between them, of which one part has a digit, or
/// "L." and a number.
fn symbol(rest: &str) -> Option<usize> {
    let end = length(rest, |c| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-' | '(' | ')'));
    let whole = rest.get(..end)?.trim_end_matches(['.', '-', '(', ')']);
    let draft = whole.strip_prefix("L.").map(|number| number.split('/').next().unwrap_or_default());
    let limited =
        draft.is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()));
    let parts = || whole.split('/');
    let official = parts().count() > 1
        && parts().all(|part| !part.is_empty())
        && parts().next().is_some_and(|first| first.bytes().all(|b| b.is_ascii_uppercase() || b == b'.'))
        && whole.bytes().any(|b| b.is_ascii_digit());
    (limited || official).then_some(whole.len())
}

/// The length of a hyphen and the line's end behind it, where a small letter follows.
fn parted(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix(['-', '‐', '\u{ad}'])?;
    let blank = length(after, |c| matches!(c, ' ' | '\t' | '\r' | '\n'));
    let lines = after[..blank].matches('\n').count();
    let goes_on = after[blank..].chars().next().is_some_and(char::is_lowercase);
    (lines == 1 && goes_on).then_some(rest.len() - after.len() + blank)
}

/// A word that was parted at the end of a line, folded.
fn whole(raw: &str) -> String {
    let mut parts = raw.split('\n').map(str::trim);
    let first = parts.next().unwrap_or_default().trim_end_matches(['-', '‐', '\u{ad}']);
    std::iter::once(first).chain(parts).map(fold).collect()
}

/// Whether a text begins with a number that is the note's mark: "1 The delegation of".
fn note_mark(rest: &str) -> bool {
    let digits = length(rest, |c| fold::digit(c).is_some());
    let blank = length(&rest[digits..], char::is_whitespace);
    let next = rest[digits + blank..].chars().next();
    (1..=3).contains(&digits) && blank > 0 && next.is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
}

/// What closes an item's number in Arabic lists.
const DASHES: [char; 2] = ['-', '–'];

/// What stands around an item's number.
const ROUND: [char; 8] = ['(', ')', '.', '-', '–', '‘', '’', '\''];

/// The number of an item, of the length given.
fn item_number(rest: &str, length: usize) -> Option<u32> {
    let item = rest.get(..length).map(fold).unwrap_or_default();
    item.trim_matches(ROUND).parse().ok()
}

/// Whether an item's number, in digits, letters or roman numerals, is the one given.
fn counts(item: &str, number: u32) -> bool {
    const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    const ARABIC: [&str; 10] = ["ا", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط", "ي"];
    let mark = fold(item.trim_matches(ROUND));
    let Some(below) = number.checked_sub(1).and_then(|below| usize::try_from(below).ok()) else {
        return false;
    };
    let letter = u8::try_from(below).ok().filter(|below| *below < 26).map(|below| char::from(b'a' + below));
    mark.parse() == Ok(number)
        || letter.is_some_and(|letter| mark == letter.to_string())
        || ROMAN.get(below).is_some_and(|roman| mark == *roman)
        || ARABIC.get(below).is_some_and(|letter| mark == *letter)
}

/// The length of an item's number such as `1.`, `(a)`, `b)` at the start of a line; 0 where there is none.
fn numbering(rest: &str) -> usize {
    // "‘1’"
    if let Some(inner) = rest.strip_prefix(['‘', '\'', '’']) {
        let digits = length(inner, |c| fold::digit(c).is_some());
        let close = inner[digits..].chars().next().filter(|c| matches!(c, '’' | '\'' | '‘'));
        let short = (1..=4).contains(&digits);
        return close
            .filter(|_| short)
            .map_or(0, |close| rest.len() - inner.len() + digits + close.len_utf8());
    }
    let open = length(rest, |c| c == '(').min(1);
    let arabic = |c: char| ('\u{621}'..='\u{64a}').contains(&c);
    let inner = length(&rest[open..], |c| c.is_ascii_alphanumeric() || fold::digit(c).is_some() || arabic(c));
    let closing = rest[open + inner..].chars().next();
    let raw = &rest[open..open + inner];
    // "Mr." is no number.
    let counts = raw.chars().count() == 1 || raw.chars().all(|c| fold::digit(c).is_some()) || is_roman(raw);
    let short = (1..=4).contains(&inner) && counts;
    match closing {
        Some(c @ (')' | '.')) if short && (c == ')' || open == 0) => open + inner + c.len_utf8(),
        Some('/') if open == 0 && raw.chars().all(|c| c.is_ascii_digit()) && inner == 1 => inner + 1,
        Some(c) if DASHES.contains(&c) && short && open == 0 => {
            let digits = raw.chars().all(|c| fold::digit(c).is_some());
            if digits { inner + c.len_utf8() } else { 0 }
        }
        _ => 0,
    }
}

fn is_roman(text: &str) -> bool {
    let small = |c: char| matches!(c, 'i' | 'v' | 'x');
    text.chars().all(small) || text.chars().all(|c| small(c.to_ascii_lowercase()) && c.is_ascii_uppercase())
}

fn length(text: &str, holds: impl Fn(char) -> bool) -> usize {
    text.find(|c| !holds(c)).unwrap_or(text.len())
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic()
        || fold::is_invisible(c)
        || c == 'ـ'
        || fold(c.encode_utf8(&mut [0; 4])).is_empty() && !c.is_whitespace()
}

/// An apostrophe as written inside a word.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘' | '´')
}

/// Pairs of quotation marks that a note is read and printed with, in the order of preference for printing.
pub const QUOTES: &[(char, char)] = &[
    ('“', '”'),
    ('«', '»'),
    ('"', '"'),
    ('‹', '›'),
    ('「', '」'),
    ('『', '』'),
    ('⟦', '⟧'),
    ('〈', '〉'),
    ('《', '》'),
];

/// Where quotations are closed, found in one pass.
struct Quotes {
    /// By the place where it opens, for marks that come in pairs.
    closing: HashMap<usize, usize>,
    /// The places of marks that open and close alike.
    straight: Vec<usize>,
    /// Where lines are empty: no quotation reaches over one.
    empty_lines: Vec<usize>,
}

impl Quotes {
    fn new(text: &str) -> Self {
        let mut open: HashMap<char, Vec<usize>> = HashMap::new();
        let mut quotes = Self { closing: HashMap::new(), straight: Vec::new(), empty_lines: Vec::new() };
        let mut line_is_empty = false;
        for (at, c) in text.char_indices() {
            if c == '\n' && line_is_empty {
                quotes.empty_lines.push(at);
                open.values_mut().for_each(Vec::clear);
            }
            line_is_empty = c == '\n' || (line_is_empty && c.is_whitespace());
            if c == '"' {
                quotes.straight.push(at);
                continue;
            }
            for (opens, closes) in QUOTES {
                if c == *opens {
                    open.entry(c).or_default().push(at);
                } else if c == *closes
                    && let Some(start) = open.get_mut(opens).and_then(Vec::pop)
                {
                    quotes.closing.insert(start, at + c.len_utf8());
                }
            }
        }
        quotes
    }

    /// The end of the quotation that a straight mark opens.
    fn straight(&self, at: usize) -> Option<usize> {
        let after = self.straight.partition_point(|place| *place <= at);
        let close = *self.straight.get(after)?;
        let line = self.empty_lines.get(self.empty_lines.partition_point(|line| *line < at));
        line.is_none_or(|line| *line > close).then_some(close + 1)
    }

    /// The end of the quotation that `c` at `at` opens.
    fn closing(&self, text: &str, at: usize, c: char) -> Option<usize> {
        if c == '"' {
            return self.straight(at);
        }
        if let Some(end) = self.closing.get(&at) {
            return Some(*end);
        }
        let single = matches!(c, '‘' | '\'') && !text[..at].ends_with(char::is_alphanumeric);
        let swapped =
            c == '”' && !text[..at].ends_with(|c: char| c.is_alphanumeric() || c.is_ascii_punctuation());
        let low = c == '„';
        if !(single || swapped || low) {
            return None;
        }
        let inside = &text[at + c.len_utf8()..];
        let ends = |c: char| if single { matches!(c, '’' | '\'') } else { matches!(c, '“' | '”') };
        let mut window = inside.char_indices().take(300).peekable();
        while let Some((offset, c)) = window.next() {
            let next = window.peek().map(|(_, next)| *next);
            if c == '\n' && next == Some('\n') {
                return None;
            }
            if ends(c) && offset > 0 && !next.is_some_and(char::is_alphanumeric) {
                return Some(
                    at + inside.as_ptr().addr() - text[at..].as_ptr().addr() + offset + c.len_utf8(),
                );
            }
        }
        None
    }
}
