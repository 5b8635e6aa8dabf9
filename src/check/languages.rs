//! Texts in languages: tags, characters, names, phrases, and versions against each other.

use std::collections::{BTreeMap, BTreeSet};

use super::Inspection;
use super::codes::{
    EMPTY_TEXT, INVISIBLE_CHARACTER, MALFORMED_LANGUAGE, PARAGRAPHS_DIFFER, PHRASE_NOT_FOUND, PHRASE_TWICE,
    SAME_SUBJECT, SAME_TEXT,
};
use crate::fold::{Folded, fold, is_bidi_control, is_invisible};
use crate::language::Language;
use crate::model::{Label, PartId, Unit};
use crate::problem::{About, Code};
use crate::record::{Placed, RawLanguage, home_of_all};

pub(super) const TAG_CODES: &[&Code] = &[&MALFORMED_LANGUAGE];
pub(super) const TEXT_CODES: &[&Code] = &[&EMPTY_TEXT, &INVISIBLE_CHARACTER];
pub(super) const PHRASE_CODES: &[&Code] = &[&PHRASE_NOT_FOUND, &PHRASE_TWICE];
pub(super) const VERSION_CODES: &[&Code] = &[&SAME_SUBJECT, &SAME_TEXT, &PARAGRAPHS_DIFFER];

pub(super) fn tags(inspection: &mut Inspection<'_>) {
    let record = inspection.record();
    let mut seen = BTreeSet::new();
    for language in &record.languages {
        let tag = tag(inspection, &language.tag);
        if let Some(tag) = tag.filter(|tag| !seen.insert(tag.clone())) {
            let message = format!("`{}` is `{tag}`, which stands in the record already", language.tag.value);
            inspection.add(&MALFORMED_LANGUAGE, &language.tag.span, message, "write each language once");
        }
    }
    for language in record.sources.iter().flat_map(|source| &source.languages) {
        tag(inspection, language);
    }
    for position in &record.positions {
        for texts in [&position.phrase, &position.note] {
            // Keys below the header of such a table are in it: the first tells where they belong.
            let (keys, tags): (Vec<_>, Vec<_>) = texts
                .iter()
                .map(|(key, _)| key)
                .partition(|key| home_of_all(&[&key.value]).contains(&"[[position]]"));
            tags.into_iter().for_each(|key| drop(tag(inspection, key)));
            if let Some(key) = keys.first() {
                let help = "it belongs to [[position]]: put it above [position.phrase] or [position.note], or write those as phrase.en = …";
                let message = format!("`{}` is no language", key.value);
                let about = About { stray: true, ..About::value(key.value.as_str()) };
                inspection.add_about(&MALFORMED_LANGUAGE, &key.span, message, help, about);
            }
        }
    }
}

fn tag(inspection: &mut Inspection<'_>, placed: &Placed<String>) -> Option<Language> {
    let tag = language(&placed.value);
    if tag.is_none() {
        let message = format!("`{}` is no language", placed.value);
        let mut tables = ["delegations", "subjects", "paragraphs"].into_iter();
        let joined = tables.find_map(|table| {
            let tag = placed.value.strip_suffix(table)?;
            language(tag).map(|_| (tag, table))
        });
        let exchanged = ["delegations", "subjects", "paragraphs"].contains(&placed.value.as_str());
        let help = match (named(&placed.value), joined) {
            _ if exchanged => format!("the language comes first: write [language.en.{}]", placed.value),
            (Some(tag), _) => format!("write its tag, {tag}"),
            (None, Some((tag, table))) => format!("a full stop is missing: write [language.{tag}.{table}]"),
            (None, None) => "write a BCP 47 tag, such as en, ar or zh-Hant".into(),
        };
        let about = About::value(placed.value.as_str());
        inspection.add_about(&MALFORMED_LANGUAGE, &placed.span, message, help, about);
    }
    tag
}

/// The language of a tag. The standard leaves room for longer first parts and has none: `english` is no tag.
pub(super) fn language(tag: &str) -> Option<Language> {
    tag.parse().ok().filter(|language: &Language| language.primary().len() <= 3)
}

/// The tag of a language by its English name, or its own.
fn named(name: &str) -> Option<&'static str> {
    Some(match name.to_lowercase().as_str() {
        "english" => "en",
        "arabic" | "العربية" => "ar",
        "french" | "français" | "francais" => "fr",
        "spanish" | "español" | "espanol" => "es",
        "russian" | "русский" => "ru",
        "chinese" | "中文" => "zh",
        "portuguese" | "português" => "pt",
        _ => return None,
    })
}

/// How much of what cannot be seen a text may hold.
#[derive(Clone, Copy, PartialEq)]
enum Purity {
    /// Names, phrases, titles of a line: no control and nothing invisible.
    Plain,
    /// One line in any language: no control and no control of direction.
    Line,
    /// Text of several lines.
    Lines,
}

pub(super) fn texts(inspection: &mut Inspection<'_>) {
    let record = inspection.record();
    words(inspection);
    if let Some(resolution) = &record.resolution {
        each(inspection, Purity::Plain, resolution.id.iter().chain(&resolution.symbol));
    }
    for source in &record.sources {
        each(inspection, Purity::Line, source.title.iter().chain(&source.url).chain(&source.iri));
    }
    each(inspection, Purity::Plain, record.units.iter().map(|(_, word)| word));
    for language in &record.languages {
        let heading = [&language.title, &language.body, &language.meeting, &language.place];
        each(inspection, Purity::Line, heading.into_iter().flatten());
        each(inspection, Purity::Plain, language.delegations.iter().map(|(_, name)| name));
        each(inspection, Purity::Line, language.subjects.iter().map(|(_, text)| text));
        each(inspection, Purity::Lines, language.paragraphs.iter().map(|(_, text)| text));
    }
    for position in &record.positions {
        each(inspection, Purity::Plain, position.phrase.iter().map(|(_, text)| text));
        each(inspection, Purity::Lines, position.note.iter().map(|(_, text)| text));
        each(inspection, Purity::Line, position.locator.iter());
    }
    each(inspection, Purity::Line, record.votes.iter().flat_map(|vote| &vote.locator));
}

/// Codes, labels and words of the format, in which what cannot be seen makes another word.
fn words(inspection: &mut Inspection<'_>) {
    let record = inspection.record();
    let hidden = |placed: &&Placed<String>| placed.value.contains(|c| is_illegal(c, Purity::Plain));
    let on = record.positions.iter().map(|position| &position.on);
    let labels = on.chain(record.votes.iter().map(|vote| &vote.on)).flatten().flat_map(|on| &on.value);
    let positions = record.positions.iter().flat_map(|position| {
        [&position.kind, &position.scope, &position.status, &position.source].into_iter().flatten()
    });
    let keys = record.languages.iter().flat_map(|language| {
        let keys = language.delegations.iter().chain(&language.subjects).chain(&language.paragraphs);
        keys.map(|(key, _)| key).chain(std::iter::once(&language.tag))
    });
    let ids = record.sources.iter().flat_map(|source| &source.id);
    let ids = ids.chain(record.parts.iter().flat_map(|part| &part.id));
    let others = record.units.iter().map(|(unit, _)| unit);
    let others = others.chain(record.resolution.iter().flat_map(|resolution| &resolution.by));
    let votes = record.votes.iter().flat_map(|vote| vote.source.iter().chain(&vote.lists));
    let words = labels.chain(super::positions::used(record)).chain(positions).chain(keys).chain(ids);
    each(inspection, Purity::Plain, words.chain(others).chain(votes).filter(hidden));
}

fn each<'a>(
    inspection: &mut Inspection<'_>,
    purity: Purity,
    values: impl Iterator<Item = &'a Placed<String>>,
) {
    // Printed ASCII, which most texts are, has nothing to be found.
    let plain =
        |text: &str| text.starts_with(|c: char| c != ' ') && text.bytes().all(|b| matches!(b, b' '..=b'~'));
    for placed in values.filter(|placed| !plain(&placed.value)) {
        if placed.value.trim().is_empty() {
            let help = "write it, or take the key out: what is missing is not known";
            inspection.add(&EMPTY_TEXT, &placed.span, "the text is empty", help);
        }
        let Some(wrong) = placed.value.chars().find(|c| is_illegal(*c, purity)) else { continue };
        let what = match wrong {
            '\n' | '\r' => "a line break",
            _ if wrong.is_control() => "a control character",
            _ => "an invisible character",
        };
        let before: String = placed.value.chars().take_while(|c| *c != wrong).collect();
        let start = before.char_indices().rev().nth(11).map_or(0, |(at, _)| at);
        let place = match &before[start..] {
            "" => "at its beginning".to_owned(),
            before => format!("behind \"{before}\""),
        };
        let message = format!("the text holds {what}, U+{:04X}, {place}", u32::from(wrong));
        inspection.add(&INVISIBLE_CHARACTER, &placed.span, message, "take it out");
    }
}

fn is_illegal(c: char, purity: Purity) -> bool {
    let break_in_lines = purity == Purity::Lines && matches!(c, '\n' | '\t' | '\r');
    let control = c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    (control && !break_in_lines) || is_bidi_control(c) || (purity == Purity::Plain && is_invisible(c))
}

pub(super) fn phrases(inspection: &mut Inspection<'_>) {
    let record = inspection.record();
    let blocks: BTreeMap<&str, BTreeMap<&str, &str>> = record
        .languages
        .iter()
        .map(|language| {
            let texts = language.paragraphs.iter();
            let texts = texts.map(|(label, text)| (label.value.as_str(), text.value.as_str())).collect();
            (language.tag.value.as_str(), texts)
        })
        .collect();
    let mut folded: BTreeMap<(&str, &str), Folded> = BTreeMap::new();
    for position in &record.positions {
        for (tag, phrase) in &position.phrase {
            let Some(texts) = blocks.get(tag.value.as_str()) else { continue };
            for label in position.on.iter().flat_map(|on| &on.value) {
                let Some(text) = texts.get(label.value.as_str()) else { continue };
                let found = folded.entry((&tag.value, &label.value)).or_insert_with(|| Folded::new(text));
                stands_once(inspection, phrase, &label.value, found);
            }
        }
    }
}

fn stands_once(inspection: &mut Inspection<'_>, phrase: &Placed<String>, label: &str, paragraph: &Folded) {
    let needle = fold(&phrase.value);
    if needle.is_empty() {
        return;
    }
    match paragraph.find(&needle).take(2).count() {
        1 => {}
        0 => {
            let message = format!("\"{}\" does not stand in the text of {label}", phrase.value);
            inspection.add(&PHRASE_NOT_FOUND, &phrase.span, message, "correct the phrase, or the label");
        }
        _ => {
            let message = format!("\"{}\" stands more than once in the text of {label}", phrase.value);
            inspection.add(
                &PHRASE_TWICE,
                &phrase.span,
                message,
                "write more of its words, so that it stands once",
            );
        }
    }
}

pub(super) fn versions(inspection: &mut Inspection<'_>) {
    let record = inspection.record();
    let mut subjects: BTreeMap<(&str, &str), &str> = BTreeMap::new();
    let mut lengths: BTreeMap<(Option<PartId>, Unit), (&str, u32)> = BTreeMap::new();
    for language in &record.languages {
        let tag = language.tag.value.as_str();
        for (label, subject) in &language.subjects {
            let Some(first) = subjects.insert((&label.value, &subject.value), tag) else { continue };
            let message = format!("the subject of {} is the same as in [language.{first}]", label.value);
            inspection.add(&SAME_SUBJECT, &subject.span, message, "translate it");
        }
        for (key, count) in runs(language) {
            // Each is compared with the first that has them all: of three, one that differs is one fault.
            let (first, other) = *lengths.entry(key.clone()).or_insert((tag, count));
            counts(inspection, &language.tag, &key, [(tag, count), (first, other)]);
        }
        same_text(inspection, language);
    }
}

fn same_text(inspection: &mut Inspection<'_>, language: &RawLanguage) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for (label, text) in &language.paragraphs {
        if let Some(other) = seen.insert(fold(&text.value), &label.value) {
            let message = format!("{} has the same text as {other}", label.value);
            inspection.add(&SAME_TEXT, &text.span, message, "look whether one of them was pasted twice");
        }
    }
}

/// Compares how many paragraphs two languages have, where both have them from the first on without a gap; a record
/// that holds the text of some paragraphs only leaves the others out.
fn counts(
    inspection: &mut Inspection<'_>,
    place: &Placed<String>,
    (part, unit): &(Option<PartId>, Unit),
    [(tag, count), (known, other)]: [(&str, u32); 2],
) {
    let bound = inspection.numbering.bound(part.as_ref(), unit);
    if count == other || bound.is_some_and(|bound| i64::from(count.max(other)) != bound) {
        return;
    }
    let message = format!("[language.{tag}] has {count} {unit}, [language.{known}] has {other}");
    inspection.add(&PARAGRAPHS_DIFFER, &place.span, message, "compare the two texts, paragraph by paragraph");
}

/// For each part and unit the number of paragraphs, where they are 1 to that number.
fn runs(language: &RawLanguage) -> BTreeMap<(Option<PartId>, Unit), u32> {
    let mut numbers: BTreeMap<(Option<PartId>, Unit), BTreeSet<u32>> = BTreeMap::new();
    for label in language.paragraphs.iter().filter_map(|(label, _)| label.value.parse::<Label>().ok()) {
        let key = (label.part().cloned(), label.unit().clone());
        numbers.entry(key).or_default().insert(label.number().whole());
    }
    let whole = |set: &BTreeSet<u32>| u32::try_from(set.len()).ok().filter(|count| set.last() == Some(count));
    numbers.into_iter().filter_map(|(key, set)| Some((key, whole(&set)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_not_be_seen_depends_on_the_text() {
        let illegal = |c| [Purity::Plain, Purity::Line, Purity::Lines].map(|purity| is_illegal(c, purity));
        assert_eq!(illegal('a'), [false; 3]);
        assert_eq!(illegal('\n'), [true, true, false]);
        assert_eq!(illegal('\t'), [true, true, false]);
        assert_eq!(illegal('\u{7}'), [true; 3]);
        assert_eq!(illegal('\u{2028}'), [true; 3]);
        assert_eq!(illegal('\u{202e}'), [true; 3]);
        assert_eq!(illegal('\u{200b}'), [true, false, false]);
    }

    #[test]
    fn a_run_of_paragraphs_begins_at_one_and_has_no_gap() {
        let language = |labels: &[&str]| RawLanguage {
            paragraphs: labels.iter().map(|label| ((*label).into(), "text".into())).collect(),
            ..RawLanguage::new("en")
        };
        let told = |labels: &[&str]| {
            let told = |((part, unit), count): ((Option<PartId>, Unit), u32)| {
                format!("{}{unit}{count}", part.map(|part| format!("{part}/")).unwrap_or_default())
            };
            runs(&language(labels)).into_iter().map(told).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(told(&["OP2", "OP1", "OP2(a)", "PP1", "II/OP1"]), "PP1 OP2 II/OP1");
        assert_eq!(told(&["OP1", "OP3", "PP2", "odd"]), "");
    }

    #[test]
    fn languages_by_their_names() {
        assert_eq!((named("English"), named("العربية"), named("Klingon")), (Some("en"), Some("ar"), None));
        for (name, tag) in [
            ("French", "fr"),
            ("français", "fr"),
            ("Spanish", "es"),
            ("Español", "es"),
            ("Russian", "ru"),
            ("русский", "ru"),
            ("Chinese", "zh"),
            ("中文", "zh"),
            ("Portuguese", "pt"),
            ("português", "pt"),
        ] {
            assert_eq!(named(name), Some(tag), "{name}");
        }
        assert!(language("eng").is_some() && language("zh-Hant").is_some() && language("english").is_none());
    }
}
