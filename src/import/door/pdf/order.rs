//! From the order in which a line is seen to the order in which it is read.
//!
//! The bidirectional algorithm of Unicode (UAX 9) leads from the text to the line; this is the way back. Where two texts look
//! the same on the page, the one that people write is taken.

use unicode_normalization::UnicodeNormalization;

/// What a glyph is to the algorithm.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// A letter that is written to the right.
    Left,
    /// A letter that is written to the left.
    Right,
    Digit,
    /// It joins two numbers: a comma, a full stop, a slash.
    Separator,
    /// It joins two numbers, but not behind an Arabic letter: a sign, a hyphen, per cent.
    Sign,
    Neutral,
}

fn class(text: &str) -> Class {
    let Some(c) = text.chars().next() else { return Class::Neutral };
    match c {
        '0'..='9' | '٠'..='٩' | '۰'..='۹' => Class::Digit,
        ',' | '.' | '/' | ':' | '\u{60c}' | '\u{66b}' | '\u{66c}' => Class::Separator,
        '-' | '+' | '%' | '°' | '$' | '€' | '\u{2212}' => Class::Sign,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' => Class::Right,
        _ if c.is_alphabetic() => Class::Left,
        _ => Class::Neutral,
    }
}

/// How many more letters of some glyphs are written to the left than to the right.
pub(super) fn leaning(glyphs: &[String]) -> isize {
    glyphs
        .iter()
        .map(|glyph| match class(glyph) {
            Class::Right => 1,
            Class::Left => -1,
            _ => 0,
        })
        .sum()
}

/// The text of a line whose glyphs are given from left to right. `mirrored` says that brackets were printed as they look.
pub(super) fn read(glyphs: &[String], from_right: bool, mirrored: bool) -> String {
    if from_right {
        return backwards(glyphs, mirrored);
    }
    let classes: Vec<Class> = glyphs.iter().map(|glyph| class(glyph)).collect();
    let mut text = String::new();
    let mut at = 0;
    while at < glyphs.len() {
        if classes[at] != Class::Right {
            text.push_str(&glyphs[at]);
            at += 1;
            continue;
        }
        // A stretch in the other direction: to its last letter before one of this direction.
        let stop = (at..glyphs.len()).find(|next| classes[*next] == Class::Left).unwrap_or(glyphs.len());
        let end =
            (at..stop).rev().find(|last| classes[*last] == Class::Right).map_or(at + 1, |last| last + 1);
        text.push_str(&backwards(&glyphs[at..end], mirrored));
        at = end;
    }
    text
}

/// The text of glyphs that are read from the right.
fn backwards(glyphs: &[String], mirrored: bool) -> String {
    let classes: Vec<Class> = glyphs.iter().map(|glyph| class(glyph)).collect();
    let mut text = String::new();
    let mut end = glyphs.len();
    // Behind an Arabic letter a hyphen parts numbers.
    let mut arabic = false;
    while end > 0 {
        let start = match classes[end - 1] {
            Class::Left => run_start(&classes, end),
            Class::Digit => {
                let run = run_start(&classes, end);
                let worded = classes[run..end].contains(&Class::Left);
                if worded { run } else { number_start(&classes, end, arabic) }
            }
            Class::Right => {
                arabic = true;
                end - 1
            }
            _ => end - 1,
        };
        if classes[start..end].contains(&Class::Left) {
            arabic = false;
        }
        if end - start == 1 && classes[start] != Class::Left {
            let swapped = |c: char| if mirrored { mirror(c) } else { c };
            text.extend(glyphs[start].chars().map(swapped));
        } else {
            glyphs[start..end].iter().for_each(|glyph| text.push_str(glyph));
        }
        end = start;
    }
    text
}

/// Where the stretch begins that ends with a letter or a digit before `end` and has no letter of the other direction.
fn run_start(classes: &[Class], end: usize) -> usize {
    let mut start = end - 1;
    for at in (0..end).rev() {
        match classes[at] {
            Class::Right => break,
            Class::Left | Class::Digit => start = at,
            _ => {}
        }
    }
    start
}

/// Where the number begins that ends with a digit before `end`.
fn number_start(classes: &[Class], end: usize, arabic: bool) -> usize {
    let mut start = end - 1;
    while start > 0 {
        let joins = match classes[start - 1] {
            Class::Digit => true,
            Class::Separator => start > 1 && classes[start - 2] == Class::Digit,
            Class::Sign => !arabic && start > 1 && classes[start - 2] == Class::Digit,
            _ => false,
        };
        if !joins {
            break;
        }
        start -= if classes[start - 1] == Class::Digit { 1 } else { 2 };
    }
    start
}

/// A bracket as the other of its pair.
fn mirror(c: char) -> char {
    const PAIRS: [(char, char); 6] = [('(', ')'), ('[', ']'), ('{', '}'), ('<', '>'), ('«', '»'), ('‹', '›')];
    let other = PAIRS.iter().find_map(|(open, close)| match c {
        _ if c == *open => Some(*close),
        _ if c == *close => Some(*open),
        _ => None,
    });
    other.unwrap_or(c)
}

/// How many brackets of lines stand as they are written, less those that stand as they look.
pub(super) fn bracket_votes(text: &str) -> isize {
    let mut before = ' ';
    let mut votes = 0;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().unwrap_or(' ');
        let begins = before.is_whitespace() && next.is_alphanumeric();
        let ends = before.is_alphanumeric() && !next.is_alphanumeric();
        votes += match c {
            '(' | '[' | '«' if begins => 1,
            ')' | ']' | '»' if ends => 1,
            ')' | ']' | '»' if begins => -1,
            '(' | '[' | '«' if ends => -1,
            _ => 0,
        };
        before = c;
    }
    votes
}

/// The characters of a glyph in the form in which text is written: forms of letters as the letters, ligatures as theirs.
pub(super) fn plain(text: &str) -> String {
    let special =
        |c: char| matches!(c, '\u{fb00}'..='\u{fb06}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
    if !text.contains(special) {
        return text.to_owned();
    }
    // The form of a mark alone has a blank to stand on.
    text.nfkc().filter(|c| *c != ' ').collect()
}

#[cfg(test)]
mod tests {
    use unicode_bidi::{BidiInfo, Level};

    use super::*;

    /// The glyphs of a text from left to right, as the algorithm of Unicode places them.
    fn seen(text: &str) -> Vec<String> {
        let info = BidiInfo::new(text, Some(Level::rtl()));
        let line = info.paragraphs[0].range.clone();
        info.reorder_line(&info.paragraphs[0], line).chars().map(String::from).collect()
    }

    #[test]
    fn what_is_seen_is_read_as_it_was_written() {
        for text in [
            "تدعو كل ميناء إلى نشر جداول المد",
            "1. تدعو كل ميناء؛",
            "3 أيار/مايو 2021)",
            "15-11 تشرين الأول/أكتوبر 2022",
            "في الفترة من 11-15 تشرين",
            "القرار A/RES/78/167 المعتمد",
            "بنسبة 50% من 1,024 ميناء",
            "(أ) COVID-19 في الموانئ",
            "الفقرتين 9 و10 من الديباجة وعلى الفقرة 9",
        ] {
            assert_eq!(read(&seen(text), true, false), text);
        }
    }

    #[test]
    fn forms_of_letters_and_brackets_are_mended() {
        assert_eq!(plain("\u{fefb}"), "لا");
        assert_eq!(plain("ﬁ²"), "fi2");
        assert_eq!(plain("²"), "²");
        let glyphs: Vec<String> = [")", "ب", "ا", "("].map(String::from).into();
        assert_eq!(read(&glyphs, true, false), "(اب)");
        let glyphs: Vec<String> = ["(", "ب", "ا", ")"].map(String::from).into();
        assert_eq!(read(&glyphs, true, true), "(اب)");
        assert!(bracket_votes("نص (أ) نص") > 0 && bracket_votes("نص )أ( نص") < 0);
    }

    #[test]
    fn a_line_to_the_right_holds_words_to_the_left() {
        let glyphs: Vec<String> = "labour mobility (لقنت) here".chars().map(String::from).collect();
        assert_eq!(read(&glyphs, false, false), "labour mobility (تنقل) here");
    }
}
