//! What a paragraph begins with: a number, a letter, a bullet, the mark of a note.

use crate::fold::digit;

/// What a paragraph begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Lead {
    /// Nothing but its text.
    #[default]
    None,
    /// A number as those of operative paragraphs: `1.`, `1 -`, `(1)` is [`Lead::Bracketed`].
    Number {
        /// The whole number.
        whole: u32,
        /// `bis`, `ter` or a capital; empty for most.
        suffix: String,
    },
    /// A letter or number in brackets, as those of sub-paragraphs, in Latin letters: `(a)`, `a)`, `(أ)`, `(i)`, `(1)`.
    Bracketed(String),
    /// A bullet or dash.
    Bullet,
    /// The mark of a note, in one form for all its forms: `*`, `**`, `†`, `1` for `¹` and `[1]`.
    Mark(String),
}

impl Lead {
    /// Whether it is the number 1, in any of its forms.
    pub fn is_one(&self) -> bool {
        match self {
            Self::Number { whole, .. } => *whole == 1,
            Self::Bracketed(mark) => mark == "1",
            Self::None | Self::Bullet | Self::Mark(_) => false,
        }
    }
}

/// Words behind a number.
const SUFFIXES: [&str; 9] =
    ["quinquies", "quater", "septies", "sexies", "octies", "nonies", "decies", "bis", "ter"];

/// The letters of Arabic lists, in the order in which they stand for a, b, c …
const ABJAD: &str = "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ";

/// What a text begins with, and where what follows it begins, in bytes. `superscript` marks and stars are told from
/// the text itself; a plain number without a full stop is no lead.
pub fn lead(text: &str) -> (Lead, usize) {
    let found = mark(text)
        .or_else(|| number(text))
        .or_else(|| bracketed(text))
        .or_else(|| lettered(text))
        .or_else(|| bullet(text));
    let Some((lead, end)) = found else { return (Lead::None, 0) };
    (lead, end + (text[end..].len() - text[end..].trim_start().len()))
}

fn bullet(text: &str) -> Option<(Lead, usize)> {
    let first = text.chars().next()?;
    if !matches!(first, '-' | '–' | '—' | '−' | '•' | '◦' | '▪' | '●' | '○' | '·' | '‣' | '∙' | '\u{f0b7}')
    {
        return None;
    }
    let end = first.len_utf8();
    let rest = &text[end..];
    (rest.is_empty() || rest.starts_with(' ') || first > '\u{2020}').then_some((Lead::Bullet, end))
}

/// The value of superscript digits at the start of a text, and their length.
fn superscript(text: &str) -> Option<(String, usize)> {
    let value = |c: char| match c {
        '¹' => Some('1'),
        '²' => Some('2'),
        '³' => Some('3'),
        '\u{2070}' | '\u{2074}'..='\u{2079}' => char::from_digit(u32::from(c) - 0x2070, 10),
        _ => None,
    };
    let digits: String = text.chars().map_while(value).collect();
    let length = text.chars().take_while(|c| value(*c).is_some()).map(char::len_utf8).sum();
    (!digits.is_empty()).then_some((digits, length))
}

/// The mark of a note at the start of a text, whatever follows it: its one form and its length.
pub fn note_mark(text: &str) -> Option<(String, usize)> {
    let first = text.chars().next()?;
    if matches!(first, '*' | '†' | '‡' | '＊' | '∗') {
        let length: usize = text.chars().take_while(|c| *c == first).map(char::len_utf8).sum();
        let count = length / first.len_utf8();
        let plain = if matches!(first, '†' | '‡') { first } else { '*' };
        return (count <= 6).then(|| (plain.to_string().repeat(count), length));
    }
    superscript(text).or_else(|| square(text)).or_else(|| starred(text)).or_else(|| slashed(text))
}

/// `1/`, as the Organization of American States and older documents have it.
fn slashed(text: &str) -> Option<(String, usize)> {
    let (value, length) = digits(text)?;
    let rest = text[length..].strip_prefix('/')?;
    (value < 100 && !rest.starts_with(|c: char| !c.is_whitespace())).then(|| (value.to_string(), length + 1))
}

/// `(*)`.
fn starred(text: &str) -> Option<(String, usize)> {
    let inner = text.strip_prefix('(')?;
    let end = inner.find(')').filter(|end| (1..=4).contains(end))?;
    inner[..end].chars().all(|c| c == '*').then(|| (inner[..end].to_owned(), end + 2))
}

/// `[1]`, `[^1]`, `[*]`, and a colon behind it, as Markdown has it.
fn square(text: &str) -> Option<(String, usize)> {
    let inner = text.strip_prefix('[')?;
    let end = inner.find(']').filter(|end| (1..=6).contains(end))?;
    let name = inner[..end].trim_start_matches('^');
    let digits = name.chars().map(digit).collect::<Option<Vec<_>>>().filter(|digits| !digits.is_empty());
    let name = match digits {
        Some(digits) => digits.into_iter().filter_map(|digit| char::from_digit(digit, 10)).collect(),
        None if name.chars().all(|c| c == '*') && !name.is_empty() => name.to_owned(),
        None => return None,
    };
    let colon = usize::from(inner[end + 1..].starts_with(':'));
    Some((name, end + 2 + colon))
}

fn mark(text: &str) -> Option<(Lead, usize)> {
    let (mark, end) = note_mark(text)?;
    Some((Lead::Mark(mark), end))
}

/// The digits at the start of a text in any script, their value and their length.
fn digits(text: &str) -> Option<(u32, usize)> {
    let mut value: u32 = 0;
    let mut length = 0;
    for c in text.chars() {
        let Some(digit) = digit(c) else { break };
        value = value.checked_mul(10)?.checked_add(digit)?;
        length += c.len_utf8();
    }
    (length > 0 && value > 0 && value < 1_000_000).then_some((value, length))
}

fn suffix(text: &str) -> (String, usize) {
    let trimmed = text.trim_start();
    let lower: String = trimmed.chars().take(10).map(|c| c.to_ascii_lowercase()).collect();
    let ends = |length: usize| !trimmed[length..].starts_with(|c: char| c.is_alphanumeric());
    if let Some(word) = SUFFIXES.iter().find(|word| lower.starts_with(*word)).filter(|word| ends(word.len()))
    {
        return ((*word).to_owned(), text.len() - trimmed.len() + word.len());
    }
    // The Arabic word, with its ending or without.
    let arabic = ["مكررا\u{64b}", "مكرر\u{64b}ا", "مكررا", "مكرر"];
    if let Some(word) = arabic.iter().find(|word| trimmed.starts_with(**word) && ends(word.len())) {
        return ("bis".to_owned(), text.len() - trimmed.len() + word.len());
    }
    match text.chars().next() {
        Some(c) if c.is_ascii_uppercase() && text[1..].starts_with(['.', ')']) => (c.to_string(), 1),
        _ => (String::new(), 0),
    }
}

fn number(text: &str) -> Option<(Lead, usize)> {
    // In right-to-left text that was taken out of its layout the dash may stand before the number.
    if let Some(rest) = text.strip_prefix('-') {
        let (whole, length) = digits(rest)?;
        let after = rest[length..].strip_prefix(' ')?;
        let arabic = after.starts_with(|c: char| ('\u{621}'..='\u{64a}').contains(&c));
        return arabic.then(|| (Lead::Number { whole, suffix: String::new() }, 1 + length));
    }
    let (whole, length) = digits(text)?;
    let (suffix, more) = suffix(&text[length..]);
    let at = length + more;
    let rest = &text[at..];
    let dashed = rest.trim_start();
    let end = match rest.chars().next() {
        Some('.' | '．' | '。' | ')' | '、' | ':' | '/') if !rest.starts_with([':', '/']) => {
            at + rest.chars().next().map_or(0, char::len_utf8)
        }
        _ => {
            let dash = dashed.chars().next().filter(|c| matches!(c, '-' | '–' | '—' | '−' | 'ـ'))?;
            text.len() - dashed.len() + dash.len_utf8()
        }
    };
    let stroke = text[end..].chars().next().filter(|c| matches!(c, '-' | 'ـ' | '–'));
    let dash = stroke.filter(|_| rest.starts_with(['.', '．'])).map_or(0, char::len_utf8);
    let end = end + dash;
    let next = text[end..].chars().next();
    let hyphenated = text[..end].ends_with('-') && dash == 0;
    let fits = match next {
        None => true,
        Some(c) if c.is_whitespace() => true,
        Some(c) if digit(c).is_some() || c == '.' || c == ',' => false,
        Some(c) => !(hyphenated && c.is_ascii_alphanumeric()),
    };
    fits.then_some((Lead::Number { whole, suffix }, end))
}

/// `a.` and `أ-`, as some bodies print the letters of sub-paragraphs.
fn lettered(text: &str) -> Option<(Lead, usize)> {
    let end = text.char_indices().take(5).find(|(_, c)| !c.is_alphabetic() || *c == 'ـ')?.0;
    let letters = &text[..end];
    let latin_case = letters.chars().all(|c| c.is_ascii_lowercase());
    let arabic = letters.chars().all(|c| ('\u{621}'..='\u{64a}').contains(&c));
    let rest = &text[end..];
    let sign = rest.trim_start().chars().next()?;
    let fits = if latin_case { rest.starts_with('.') } else { matches!(sign, '-' | '–' | 'ـ' | '.') };
    if letters.is_empty() || !(latin_case || arabic) || !fits {
        return None;
    }
    let mark = latin(letters, false)?;
    let behind = rest.trim_start().trim_start_matches(['-', '–', 'ـ', '.']);
    let signs = &rest[..rest.len() - behind.len()];
    // A stroke alone may lengthen a word: "بـين".
    let glued = arabic && signs.contains(['-', '–']);
    let end = text.len() - behind.len();
    (behind.is_empty() || behind.starts_with(' ') || glued).then_some((Lead::Bracketed(mark), end))
}

fn bracketed(text: &str) -> Option<(Lead, usize)> {
    let open =
        text.chars().next().filter(|c| matches!(c, '(' | '（' | '‘' | '\'' | '[')).filter(|c| *c != '[');
    let inner = &text[open.map_or(0, char::len_utf8)..];
    let end =
        inner.char_indices().take(8).find(|(_, c)| matches!(c, ')' | '）' | '’' | '\'')).map(|(at, _)| at)?;
    let closing = inner[end..].chars().next()?;
    let quoted = matches!(closing, '’' | '\'');
    if quoted != matches!(open, Some('‘' | '\'')) {
        return None;
    }
    let mark = latin(inner[..end].trim(), quoted)?;
    if quoted && !inner[..end].trim().chars().all(|c| digit(c).is_some() || c == 'i' || c == 'v' || c == 'x')
    {
        return None;
    }
    let end = text.len() - inner.len() + end + closing.len_utf8();
    let next = text[end..].chars().next();
    next.is_none_or(|c| c.is_whitespace() || c.is_alphabetic()).then_some((Lead::Bracketed(mark), end))
}

/// The letters and numbers in brackets inside a text, as marks of sub-paragraphs.
pub fn marks_inside(text: &str) -> impl Iterator<Item = String> + '_ {
    text.match_indices(['(', '（']).filter_map(|(at, open)| {
        let inner = &text[at + open.len()..];
        let end = inner.char_indices().take(8).find(|(_, c)| matches!(c, ')' | '）')).map(|(at, _)| at)?;
        latin(inner[..end].trim(), false)
    })
}

/// The mark of a sub-paragraph in Latin letters and digits; a number in single quotation marks is what Arabic texts
/// have for a roman one.
fn latin(mark: &str, quoted: bool) -> Option<String> {
    if let Some((value, length)) = digits(mark).filter(|(_, length)| *length == mark.len()) {
        let _ = length;
        return if quoted { roman(value) } else { (value < 100).then(|| value.to_string()) };
    }
    if mark.is_empty() || mark.chars().count() > 5 {
        return None;
    }
    if mark.chars().all(|c| c.is_ascii_alphabetic()) {
        let lower = mark.to_ascii_lowercase();
        let same = lower.bytes().all(|b| Some(b) == lower.bytes().next());
        let numeral = lower.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'));
        return (lower.len() == 1 || numeral || (same && lower.len() == 2)).then_some(lower);
    }
    let folded = crate::fold::fold(mark);
    let mut letters = folded.chars();
    let (letter, none) = (letters.next()?, letters.next());
    let at = ABJAD.chars().position(|known| known == letter)?;
    if none.is_some_and(|second| second != letter) {
        return None;
    }
    let latin = char::from(b'a' + u8::try_from(at % 26).ok()?);
    let twice = at >= 26 || none.is_some();
    Some(if twice { format!("{latin}{latin}") } else { latin.to_string() })
}

fn roman(value: u32) -> Option<String> {
    const TENS: [&str; 4] = ["", "x", "xx", "xxx"];
    const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let tens = TENS.get(usize::try_from(value / 10).ok()?)?;
    let ones = ONES.get(usize::try_from(value % 10).ok()?)?;
    Some(format!("{tens}{ones}"))
}

/// The mark that follows `mark` in its row, by the alphabet, by roman numerals or by numbers.
pub fn follows(mark: &str, next: &str) -> bool {
    if let (Ok(a), Ok(b)) = (mark.parse::<u32>(), next.parse::<u32>()) {
        return a + 1 == b;
    }
    let numerals = (1..40).filter_map(roman).collect::<Vec<_>>();
    let place = |mark: &str| numerals.iter().position(|numeral| numeral == mark);
    let numbered = place(mark).is_some_and(|at| Some(at + 1) == place(next));
    numbered || alphabet(mark).is_some_and(|place| Some(place + 1) == alphabet(next))
}

fn alphabet(mark: &str) -> Option<usize> {
    let first = mark.bytes().next().filter(u8::is_ascii_lowercase)?;
    let rounds = mark.len() - 1;
    mark.bytes().all(|b| b == first).then(|| rounds * 26 + usize::from(first - b'a'))
}

/// Whether a mark begins a row of its own.
pub fn is_first(mark: &str) -> bool {
    matches!(mark, "a" | "i" | "1")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(text: &str, expected: Lead, rest: &str) {
        let (lead, at) = lead(text);
        assert_eq!((lead, &text[at..]), (expected, rest), "{text}");
    }

    fn numbered(whole: u32, suffix: &str) -> Lead {
        Lead::Number { whole, suffix: suffix.into() }
    }

    #[test]
    fn numbers() {
        for text in ["1. Go", "1 - Go", "1) Go", "1– Go", "١. Go", "1.Go", "1.- Go"] {
            is(text, numbered(1, ""), "Go");
        }
        is("9 bis. Go", numbered(9, "bis"), "Go");
        is("12A. Go", numbered(12, "A"), "Go");
        is("3-يطلب", numbered(3, ""), "يطلب");
        is("-3 يطلب", numbered(3, ""), "يطلب");
        is("7.", numbered(7, ""), "");
        for text in
            ["6.9 million", "15-11 October", "24-hour access", "2022", "0. x", "99999999. x", "58/1. Title"]
        {
            is(text, Lead::None, text);
        }
    }

    #[test]
    fn letters_marks_and_bullets() {
        is("(a) Go", Lead::Bracketed("a".into()), "Go");
        is("b) Go", Lead::Bracketed("b".into()), "Go");
        is("(ب) نص", Lead::Bracketed("b".into()), "نص");
        is("a. Go", Lead::Bracketed("a".into()), "Go");
        is("ii. Go", Lead::Bracketed("ii".into()), "Go");
        is("أ- نص", Lead::Bracketed("a".into()), "نص");
        is("ب ـ نص", Lead::Bracketed("b".into()), "نص");
        is("هـ- نص", Lead::Bracketed("e".into()), "نص");
        is("بـين الدول", Lead::None, "بـين الدول");
        is("تـؤكد", Lead::None, "تـؤكد");
        is("i.e. of", Lead::None, "i.e. of");
        is("so. Go", Lead::None, "so. Go");
        is("من - نص", Lead::None, "من - نص");
        is("(هـ) نص", Lead::Bracketed("e".into()), "نص");
        is("‘2’ نص", Lead::Bracketed("ii".into()), "نص");
        is("(1) Go", Lead::Bracketed("1".into()), "Go");
        is("(Kigali, 2022)", Lead::None, "(Kigali, 2022)");
        is("(as) well", Lead::None, "(as) well");
        is("- Go", Lead::Bullet, "Go");
        is("• Go", Lead::Bullet, "Go");
        is("** Go", Lead::Mark("**".into()), "Go");
        is("¹² Go", Lead::Mark("12".into()), "Go");
        is("[1] Go", Lead::Mark("1".into()), "Go");
        is("[^2]: Go", Lead::Mark("2".into()), "Go");
        is("(*) Go", Lead::Mark("*".into()), "Go");
        is("[Adopted without a vote.]", Lead::None, "[Adopted without a vote.]");
    }

    #[test]
    fn rows() {
        assert!(
            follows("a", "b")
                && follows("h", "i")
                && follows("i", "ii")
                && follows("z", "aa")
                && follows("9", "10")
        );
        assert!(!follows("a", "c") && !follows("b", "a") && follows("i", "j"));
    }
}
