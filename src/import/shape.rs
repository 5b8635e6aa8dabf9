//! The shape of a paragraph's text: how it begins and ends, whether it is a heading of a part.

use crate::fold::{digit, fold};
use crate::import::lead::note_mark;

/// How a text ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// In the middle of a sentence.
    Open,
    /// With a comma, as preambular paragraphs do.
    Comma,
    /// With a colon: something follows that belongs to it.
    Colon,
    /// With a semicolon, and perhaps "and".
    Semicolon,
    /// With a full stop.
    Stop,
}

/// How a text ends; brackets, quotation marks and marks of notes behind the end do not count.
pub fn end(text: &str) -> End {
    let bare = closed(text);
    let bare = ["; and", "; or", ", and", ", or", "; et", "; ou", "; y", "; o", "; и", "؛ و", "؛ أو", "، و"]
        .iter()
        .find_map(|ending| {
            bare.strip_suffix(ending)
                .map(|head| &bare[..head.len() + ending.chars().next().map_or(1, char::len_utf8)])
        })
        .unwrap_or(bare);
    match bare.chars().next_back() {
        Some('.' | '。' | '…' | '!' | '?' | '؟') => End::Stop,
        Some(';' | '؛' | '；') => End::Semicolon,
        Some(',' | '،' | '，' | '、') => End::Comma,
        Some(':' | '：') => End::Colon,
        _ => End::Open,
    }
}

/// A text without what may stand behind its end.
fn closed(text: &str) -> &str {
    let mut bare = text.trim_end();
    loop {
        let cut = bare.trim_end_matches([')', ']', '”', '"', '»', '’', '*', '†', '‡', '¹', '²', '³', ' ']);
        // A number behind a comma or full stop is the mark of a note: "…,2".
        let digits = cut.trim_end_matches(|c: char| digit(c).is_some());
        let marked = digits.len() < cut.len()
            && cut.len() - digits.len() <= 3
            && digits
                .strip_suffix([',', ';', '.', '،', '؛'])
                .is_some_and(|head| !head.ends_with(|c: char| c.is_numeric()));
        let next = if marked { digits } else { cut };
        // A bracket is only passed over where the end stands before it: "(so.)", but not "(Kigali)".
        let passes = next.ends_with([',', ';', '.', ':', '،', '؛', '。', '；', '，']);
        if next.len() == bare.len() || !passes {
            return if passes { next } else { bare };
        }
        bare = next;
    }
}

/// Whether a text begins with a small letter.
pub fn starts_lower(text: &str) -> bool {
    text.trim_start_matches(['"', '“', '«', '(', '‘', '\'']).starts_with(char::is_lowercase)
}

/// The part that a heading names, `II`, `A`: alone on its line, or before a title. Arabic headings count in words.
pub fn part(text: &str) -> Option<String> {
    let words = [
        "Part ",
        "PART ",
        "Section ",
        "SECTION ",
        "Chapter ",
        "CHAPTER ",
        "Partie ",
        "Parte ",
        "الجزء ",
        "الفرع ",
        "القسم ",
        "الباب ",
    ];
    let named = words.iter().find_map(|word| text.strip_prefix(word));
    let bare = named.unwrap_or(text);
    let first = bare.split(|c: char| c == ' ' || is_separator(c)).next().unwrap_or_default();
    let id = part_id(first, named.is_some())?;
    let after = &bare[first.len()..];
    let rest = after.trim_start_matches(|c: char| c == ' ' || is_separator(c));
    // "A harbour" is no heading of a part A, and "أولا" in a sentence none of a part I.
    let separated =
        after.trim_start().starts_with(is_separator) || (first.is_ascii() && after.starts_with(' '));
    let titled = separated
        && rest.chars().count() < 150
        && end(rest) == End::Open
        && (rest.starts_with(char::is_uppercase) || !first.is_ascii());
    (rest.trim().is_empty() || titled).then_some(id)
}

fn is_separator(c: char) -> bool {
    matches!(c, '.' | ':' | ')' | '-' | '–' | '—' | '،')
}

/// Roman numerals and single capitals, and what Arabic has for them.
fn part_id(word: &str, named: bool) -> Option<String> {
    const ROMAN: [(&str, &str, &str); 10] = [
        ("I", "اولا", "الاول"),
        ("II", "ثانيا", "الثاني"),
        ("III", "ثالثا", "الثالث"),
        ("IV", "رابعا", "الرابع"),
        ("V", "خامسا", "الخامس"),
        ("VI", "سادسا", "السادس"),
        ("VII", "سابعا", "السابع"),
        ("VIII", "ثامنا", "الثامن"),
        ("IX", "تاسعا", "التاسع"),
        ("X", "عاشرا", "العاشر"),
    ];
    const LETTERS: [&str; 10] = ["الف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء", "طاء", "ياء"];
    const ENGLISH: [&str; 10] =
        ["ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN"];
    let roman = !word.is_empty() && word.len() <= 6 && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    let letter = word.len() == 1 && word.bytes().all(|b| b.is_ascii_uppercase());
    if roman || letter {
        return Some(word.to_owned());
    }
    if word.is_ascii() {
        let at = ENGLISH.iter().position(|known| named && known.eq_ignore_ascii_case(word))?;
        return ROMAN.get(at).map(|(roman, ..)| (*roman).to_owned());
    }
    let folded = fold(word);
    let numeral =
        ROMAN.iter().find(|(_, adverb, ordinal)| *adverb == folded || (named && *ordinal == folded));
    let letter = || LETTERS.iter().zip('A'..='Z').find(|(name, _)| **name == folded);
    numeral.map(|(roman, ..)| (*roman).to_owned()).or_else(|| letter().map(|(_, letter)| letter.to_string()))
}

/// The marks of notes that are glued to the words of a text: their one form, and the bytes they take. Numbers count
/// only where `known` has them, as words may end in a number.
pub fn glued(text: &str, known: impl Fn(&str) -> bool) -> Vec<(String, std::ops::Range<usize>)> {
    let mut found = Vec::new();
    let mut before: Vec<char> = Vec::new();
    let mut skip = 0;
    for (at, c) in text.char_indices() {
        if at < skip {
            continue;
        }
        let beside = before.last().is_some_and(|c| !c.is_whitespace() && !matches!(c, '*' | '('));
        // "harbours1/ 2/"
        let again = || {
            let last = found.last().map(|(_, last): &(String, std::ops::Range<usize>)| last.clone());
            last.is_some_and(|last| last.end + 1 == at && text[last].ends_with('/'))
        };
        let hit = if beside || again() { mark_at(&text[at..], &before, &known) } else { None };
        match hit {
            Some((mark, length)) => {
                found.push((mark, at..at + length));
                skip = at + length;
            }
            None => {
                before.push(c);
                if before.len() > 8 {
                    before.remove(0);
                }
            }
        }
    }
    found
}

fn mark_at(text: &str, before: &[char], known: &impl Fn(&str) -> bool) -> Option<(String, usize)> {
    let ends = |length: usize| {
        let rest = text.get(length..).unwrap_or_default();
        !rest.starts_with(|c: char| c.is_alphanumeric()) && !rest.starts_with(['*'])
    };
    if let Some((mark, length)) = note_mark(text) {
        let unit =
            text.starts_with(['²', '³']) && matches!(before, [.., ' ', 'm'] | [.., 'k' | 'c' | 'm', 'm']);
        let multiplied = text.starts_with('*') && !ends(length);
        return (!unit && !multiplied).then_some((mark, length));
    }
    let digits: String =
        text.chars().map_while(digit).filter_map(|d| char::from_digit(d, 10)).take(3).collect();
    if digits.is_empty() || digits.len() > 2 || !known(&digits) {
        return None;
    }
    let length: usize = text.chars().take(digits.len()).map(char::len_utf8).sum();
    let letter = |c: &char| c.is_alphabetic() && !c.is_uppercase();
    let word = before.iter().rev().take(3).filter(|c| letter(c)).count() == 3;
    let shouted = before.len() > 4
        && before.iter().rev().take(5).all(|c| c.is_uppercase())
        && text.chars().nth(digits.len()).is_none();
    // "2025" and the mark 1, at the end of a line of a heading.
    let year = matches!(before, [.., a, '1' | '2', b, c, d] if !a.is_numeric() && [b, c, d].iter().all(|c| c.is_ascii_digit()))
        && digits.len() == 1
        && text.chars().nth(1).is_none();
    let word = word || shouted || year;
    let behind = matches!(before, [.., ')' | '”' | '"' | '»'])
        || matches!(before, [.., a, ',' | ';' | '.' | '،' | '؛'] if !a.is_numeric())
        || matches!(before, [.., ' ', '1' | '2', b, c, d, ',' | ';' | '،' | '؛']
            if [b, c, d].iter().all(|c| c.is_ascii_digit()));
    let next = text.get(length..).and_then(|rest| rest.chars().next());
    let free = next.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '-' | '–' | '/' | '.' | ','))
        || (next.is_some_and(|c| matches!(c, '.' | ','))
            && !text[length + 1..].starts_with(|c: char| c.is_alphanumeric()));
    ((word || behind) && free).then_some((digits, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends() {
        for (text, expected) in [
            ("so,", End::Comma),
            ("so;", End::Semicolon),
            ("so; and", End::Semicolon),
            ("so.”", End::Stop),
            ("(so.)", End::Stop),
            ("so:", End::Colon),
            ("so", End::Open),
            ("(Kigali)", End::Open),
            ("so,2", End::Comma),
            ("so,¹", End::Comma),
            ("1,2", End::Open),
            ("كذا،", End::Comma),
            ("كذا؛ و", End::Semicolon),
            ("so*", End::Open),
            ("", End::Open),
        ] {
            assert_eq!(end(text), expected, "{text}");
        }
    }

    #[test]
    fn parts() {
        for (text, id) in [
            ("II", "II"),
            ("A.", "A"),
            ("III. Means of work", "III"),
            ("Part IV", "IV"),
            ("I – Means of work", "I"),
            ("B Lights and buoys", "B"),
            ("PART TWO: LIGHTS", "II"),
            ("أولا", "I"),
            ("ثانياً- المنارات", "II"),
            ("باء - المنارات", "B"),
            ("الجزء الثالث: المنارات", "III"),
        ] {
            assert_eq!(part(text).as_deref(), Some(id), "{text}");
        }
        for text in [
            "I think so",
            "Action",
            "A number of delegations",
            "A. Members take note;",
            "أولا وقبل كل شيء",
            "ألف سفينة",
        ] {
            assert_eq!(part(text), None, "{text}");
        }
    }

    #[test]
    fn marks_glued_to_words() {
        let marks = |text: &str| {
            glued(text, |mark| mark == "2").into_iter().map(|(mark, at)| (mark, at.start)).collect::<Vec<_>>()
        };
        assert_eq!(marks("consensus* by"), [("*".to_owned(), 9)]);
        assert_eq!(marks("work¹²,"), [("12".to_owned(), 4)]);
        assert_eq!(marks("boats,2 and"), [("2".to_owned(), 6)]);
        assert_eq!(marks("boats2 and harbour3"), [("2".to_owned(), 5)]);
        assert_eq!(marks("word[2]."), [("2".to_owned(), 4)]);
        assert!(marks("CO2, G2, 3,2 5.2 m² 2*3").is_empty());
    }
}
