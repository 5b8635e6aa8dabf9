//! Dates in the words of the languages of published resolutions.

use chrono::NaiveDate;

use super::words::ALL;
use crate::fold::fold;

/// The first whole date in a text: "15 October 2022", "October 15, 2022", "15 تشرين الأول/أكتوبر 2022", "2022-10-15",
/// "2022年10月15日". The end of a stretch of days ("11-15 October 2022") is none. Linear in the text's length.
pub fn find(text: &str) -> Option<NaiveDate> {
    let folded = fold(text);
    let words = words(&folded);
    (0..words.len()).find_map(|at| {
        day_first(&words[at..]).or_else(|| month_first(&words[at..])).or_else(|| year_first(&words[at..]))
    })
}

/// Whether a text is a date, or a stretch of days, and nothing else.
pub fn is_all(text: &str) -> bool {
    let folded = fold(text);
    let words = words(&folded);
    let year = words.iter().any(|word| year(word).is_some());
    let known = |word: &Word<'_>| {
        number(word).is_some()
            || small(word.text)
            || months_of(&[*word]).is_some()
            || part_of_month(word.text)
    };
    year && words.len() < 12 && words.iter().all(known)
}

#[derive(Clone, Copy)]
struct Word<'a> {
    text: &'a str,
    /// It is joined by a dash to a number before it.
    stretch: bool,
}

/// Words and numbers; a number is cut from letters beside it.
fn words(folded: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut start = None;
    let mut before: Option<char> = None;
    let mut stretch = false;
    let mut last = ' ';
    for (at, c) in folded.char_indices().chain([(folded.len(), ' ')]) {
        let kind = |c: char| if c.is_ascii_digit() { 1 } else { u8::from(c.is_alphabetic()) * 2 };
        if start.is_some() && kind(c) != kind(last) {
            let from: usize = start.take().unwrap_or(at);
            words.push(Word { text: &folded[from..at], stretch });
        }
        if start.is_none() && kind(c) != 0 {
            start = Some(at);
            stretch = last == '-' && before.is_some_and(|c| c.is_ascii_digit());
        }
        if c != ' ' || last != '-' {
            before = Some(last);
            last = c;
        }
    }
    words
}

fn number(word: &Word<'_>) -> Option<u32> {
    word.text.parse().ok().filter(|_| word.text.len() <= 4)
}

fn year(word: &Word<'_>) -> Option<i32> {
    number(word).filter(|year| (1800..2200).contains(year)).and_then(|year| i32::try_from(year).ok())
}

fn day(word: &Word<'_>) -> Option<u32> {
    number(word).filter(|day| (1..=31).contains(day) && word.text.len() <= 2)
}

/// Words that stand inside a date.
fn small(word: &str) -> bool {
    matches!(
        word,
        "of" | "de"
            | "du"
            | "del"
            | "le"
            | "st"
            | "nd"
            | "rd"
            | "th"
            | "er"
            | "г"
            | "من"
            | "عام"
            | "سنه"
            | "the"
            | "年"
            | "月"
            | "日"
            | "to"
            | "and"
            | "م"
    )
}

fn part_of_month(word: &str) -> bool {
    matches!(word, "كانون" | "تشرين" | "الاول" | "الثاني")
}

/// The month that some words name, and how many of them it takes.
fn months_of(words: &[Word<'_>]) -> Option<(u32, usize)> {
    let first = words.first()?.text;
    let second = words.get(1).map_or("", |word| word.text);
    for (at, month) in (1u32..).zip(0..12usize) {
        for name in ALL.iter().flat_map(|words| words.months[month]) {
            let mut parts = name.split(' ');
            let (one, two) = (parts.next().unwrap_or_default(), parts.next());
            if one == first && two.is_none_or(|two| two == second) {
                return Some((at, 1 + usize::from(two.is_some())));
            }
        }
    }
    None
}

fn day_first(words: &[Word<'_>]) -> Option<NaiveDate> {
    let first = words.first().filter(|word| !word.stretch)?;
    let day = day(first)?;
    let mut at = 1;
    let mut month = None;
    while at < words.len().min(9) {
        let rest = &words[at..];
        if let Some((found, length)) = months_of(rest) {
            if month.is_some_and(|month| month != found) {
                return None;
            }
            month = Some(found);
            at += length;
        } else if let (Some(year), Some(month)) = (year(&rest[0]), month) {
            return NaiveDate::from_ymd_opt(year, month, day);
        } else if small(rest[0].text) {
            at += 1;
        } else {
            return None;
        }
    }
    None
}

fn month_first(words: &[Word<'_>]) -> Option<NaiveDate> {
    let (month, length) = months_of(words)?;
    let day = words.get(length).filter(|word| !word.stretch).and_then(day)?;
    let after = words.get(length + 1).filter(|word| !word.stretch)?;
    let year = if small(after.text) { words.get(length + 2).and_then(year) } else { year(after) };
    NaiveDate::from_ymd_opt(year?, month, day)
}

fn year_first(words: &[Word<'_>]) -> Option<NaiveDate> {
    let numbers: Vec<_> =
        words.iter().take(6).filter(|word| !matches!(word.text, "年" | "月" | "日")).take(3).collect();
    let [first, second, third] = numbers[..] else { return None };
    let chinese = words.get(1).is_some_and(|word| word.text == "年");
    let dashed = second.stretch && third.stretch && second.text.len() == 2;
    if !(chinese || dashed) {
        return None;
    }
    NaiveDate::from_ymd_opt(year(first)?, number(second)?, day(third)?)
}

/// Whether a word is the name of a day of the week, which may stand before a date.
pub fn is_weekday(word: &str) -> bool {
    const ARABIC: [&str; 7] = ["الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "السبت"];
    const OTHERS: [&str; 14] = [
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
        "lunes",
        "martes",
        "miercoles",
        "jueves",
        "viernes",
        "sabado",
        "domingo",
    ];
    let folded = fold(word);
    folded.ends_with("day") || ARABIC.contains(&folded.as_str()) || OTHERS.contains(&folded.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_words() {
        let day = |text: &str| find(text).map(|day| day.to_string());
        for text in [
            "(Kigali, 15 October 2022)",
            "October 15, 2022",
            "on 15th of October 2022",
            "2022-10-15",
            "كيغالي، 15 تشرين الأول/أكتوبر 2022",
            "١٥ أكتوبر ٢٠٢٢",
            "le 15 octobre 2022",
            "el 15 de octubre de 2022",
            "15 октября 2022 года",
            "2022年10月15日",
            "11-14 May 2022, adopted 15 October 2022",
        ] {
            assert_eq!(day(text).as_deref(), Some("2022-10-15"), "{text}");
        }
        for text in [
            "11-15 October 2022",
            "15-11 تشرين الأول/أكتوبر 2022",
            "October 2022",
            "31 June 2022",
            "15 goats 2022",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
        assert!(
            is_all("11-15 October 2022") && is_all("3 نيسان/أبريل 2025") && !is_all("4 April 2023 in Geneva")
        );
    }
}
