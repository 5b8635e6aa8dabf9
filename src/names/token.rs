//! Words of a text with their places, and what stands between them.

use unicode_normalization::char::is_combining_mark;

use crate::fold::{fold, is_invisible};

/// A word of a text. A hyphen, an apostrophe and a bracket part words; a Han character is a word of its own; an
/// Arabic و that stands alone belongs to the word after it, and `&` is the word "and".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Where it begins in the text, in bytes.
    pub start: usize,
    /// Where it ends in the text, in bytes: after its last letter and the marks on it.
    pub end: usize,
    /// The word, folded ([`crate::fold::fold`]); never empty.
    pub folded: String,
    /// What stands between the word before and this one.
    pub(super) gap: Gap,
    /// It begins with a letter that is not a small one.
    pub(super) capital: bool,
    /// None of its letters is a small one.
    pub(super) capitals: bool,
    /// An apostrophe stands right behind it: only there are "d" and "l" articles.
    pub(super) elided: bool,
    /// Where the closing bracket after it ends, where there is one; else `end`.
    pub(super) closed: usize,
}

/// What stands between two words: the strongest of the marks there, the last being the strongest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Gap {
    /// A blank, a hyphen, an apostrophe, an asterisk, nothing.
    #[default]
    Soft,
    /// An opening bracket.
    Open,
    /// A comma, of any script: inside an inverted name, or between two names.
    Comma,
    /// A full stop, a semicolon, an empty line: no name goes across.
    Hard,
}

/// The words of `text`, in order. Linear in its length.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let mut reader =
        Reader { text, tokens: Vec::new(), open: None, gap: Gap::Soft, lines: 0, conjunction: None };
    for (at, c) in text.char_indices() {
        reader.read(at, c);
    }
    reader.close();
    reader.tokens
}

struct Reader<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    /// The word being read: its first byte, and the byte after its last visible character.
    open: Option<(usize, usize)>,
    gap: Gap,
    /// Ends of lines since the last word.
    lines: usize,
    /// Where an Arabic و that stands alone begins.
    conjunction: Option<usize>,
}

impl Reader<'_> {
    fn read(&mut self, at: usize, c: char) {
        let after = at + c.len_utf8();
        if is_invisible(c) {
            return; // neither part of a word nor between two
        }
        if is_han(c) || c == '&' || c == '＆' {
            self.close();
            self.open = Some((at, after));
            self.close();
        } else if c.is_alphanumeric() || (is_combining_mark(c) && self.open.is_some()) {
            let start = self.open.map_or(at, |(start, _)| start);
            self.open = Some((start, after));
        } else {
            self.close();
            self.separate(after, c);
        }
    }

    fn separate(&mut self, after: usize, c: char) {
        let gap = match c {
            '(' | '[' | '（' => Gap::Open,
            ',' | '،' | '、' | '，' => Gap::Comma,
            ';' | '؛' | '；' | ':' | '：' | '!' | '?' | '؟' | '。' | '|' | '/' => Gap::Hard,
            '.' if !self.abbreviated() => Gap::Hard,
            '\n' => {
                self.lines += 1;
                if self.lines > 1 { Gap::Hard } else { Gap::Soft }
            }
            _ => Gap::Soft,
        };
        self.gap = self.gap.max(gap);
        if matches!(c, ')' | ']' | '）')
            && self.gap == Gap::Soft
            && let Some(last) = self.tokens.last_mut()
        {
            last.closed = after;
        }
    }

    /// Whether a full stop here belongs to the word before ("St.", "Rep.", "U.S.A.").
    fn abbreviated(&self) -> bool {
        // An Arabic و that stands alone before a full stop is no abbreviation.
        self.gap == Gap::Soft
            && self.conjunction.is_none()
            && self.tokens.last().is_some_and(|last| last.folded.chars().count() <= 4)
    }

    /// Ends the word being read.
    fn close(&mut self) {
        let Some((start, end)) = self.open.take() else { return };
        let written = self.text.get(start..end).unwrap_or_default();
        let mut folded = if matches!(written, "&" | "＆") { "and".to_owned() } else { fold(written) };
        // Some letters fold to several words (a ligature of a whole phrase): parted by blanks they stay one token.
        folded.retain(|c| !c.is_whitespace());
        if folded.is_empty() {
            return;
        }
        let conjunction = self.conjunction.take().filter(|_| self.gap == Gap::Soft);
        if folded == "و" && conjunction.is_none() {
            self.conjunction = Some(start);
            // What stood before و stands before the joined word; held back until that word is read.
            self.push(start, end, folded, written);
            return;
        }
        if let Some(start) = conjunction {
            let gap = self.tokens.pop().map_or(Gap::Soft, |alone| alone.gap);
            self.gap = gap;
            self.push(start, end, format!("و{folded}"), written);
        } else {
            self.push(start, end, folded, written);
        }
    }

    fn push(&mut self, start: usize, end: usize, folded: String, written: &str) {
        self.tokens.push(Token {
            start,
            end,
            folded,
            gap: self.gap,
            capital: written.chars().next().is_some_and(|c| !c.is_lowercase()),
            capitals: !written.chars().any(char::is_lowercase),
            elided: self
                .text
                .get(end..)
                .is_some_and(|rest| rest.starts_with(['\'', '’', 'ʼ', '`', '´', '‘'])),
            closed: end,
        });
        self.gap = Gap::Soft;
        self.lines = 0;
    }
}

/// Whether `c` is a Han character: Chinese has no blanks between words.
fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// The part of a folded word that tells names apart: none of an article or "of", an Arabic word without ال. `elided`
/// says that an apostrophe stands right behind it.
pub(super) fn telling(folded: &str, elided: bool) -> Option<&str> {
    match folded {
        "l" | "d" if elided => None,
        "the" | "la" | "le" | "les" | "el" | "los" | "las" | "de" | "of" | "du" | "des" | "del" | "ال" => {
            None
        }
        _ => match folded.strip_prefix("ال") {
            Some(rest) if rest.chars().nth(1).is_some() => Some(rest),
            _ => Some(folded),
        },
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.folded).collect()
    }

    #[test]
    fn words_and_their_places() {
        let text = "Côte d’Ivoire, Guinea-Bissau (the) & المدّ.";
        let all = tokens(text);
        let written: Vec<&str> = all.iter().map(|token| &text[token.start..token.end]).collect();
        assert_eq!(written, ["Côte", "d", "Ivoire", "Guinea", "Bissau", "the", "&", "المدّ"]);
        assert_eq!(words(text), ["cote", "d", "ivoire", "guinea", "bissau", "the", "and", "المد"]);
        assert_eq!(&text[all[5].start..all[5].closed], "the)");
        assert_eq!(words("中国、古巴"), ["中", "国", "古", "巴"]);
        assert_eq!(words("البوسنة و الهرسك"), ["البوسنه", "والهرسك"]);
        assert_eq!(words("قطر و"), ["قطر", "و"]);
        assert_eq!(words("قطر و. الهند"), ["قطر", "و", "الهند"]);
        assert_eq!(words("\u{200f}ق\u{200d}طر\u{200f}"), ["قطر"]);
        assert_eq!(words("… – ,"), Vec::<String>::new());
    }

    #[test]
    fn what_stands_between() {
        let gaps = |text: &str| tokens(text).into_iter().map(|token| token.gap).collect::<Vec<_>>();
        assert_eq!(gaps("a b-c\nd"), [Gap::Soft; 4]);
        assert_eq!(
            gaps("St. Lucia. Peru ends here. Mali"),
            [Gap::Soft, Gap::Soft, Gap::Hard, Gap::Soft, Gap::Soft, Gap::Soft]
        );
        assert_eq!(gaps("a (b), c; d\n\ne"), [Gap::Soft, Gap::Open, Gap::Comma, Gap::Hard, Gap::Hard]);
    }

    proptest! {
        #[test]
        fn places_are_in_order_and_on_boundaries(text in any::<String>()) {
            let mut last = 0;
            for token in tokens(&text) {
                prop_assert!(token.start >= last && token.end > token.start && token.closed >= token.end);
                prop_assert!(text.get(token.start..token.end).is_some() && text.get(..token.closed).is_some());
                prop_assert!(!token.folded.is_empty());
                last = token.end;
            }
        }

        #[test]
        fn places_are_in_order_in_arabic(text in "[وا ل,)(\u{651}\u{640}\u{200f}a.-]{0,20}") {
            let mut last = 0;
            for token in tokens(&text) {
                prop_assert!(token.start >= last && token.end > token.start, "{:?}", token);
                last = token.end;
            }
        }
    }
}
