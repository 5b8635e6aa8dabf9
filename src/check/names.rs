//! Names of delegations: those that are missing, and those that are hardly the delegation's.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::Inspection;
use super::codes::{MISSING_NAME, NAME_IN_ANOTHER_SCRIPT, NAME_OF_ANOTHER, NAME_WITHOUT_LETTERS, SAME_NAME};
use super::languages::language;
use super::positions::code_meant;
use crate::fold::fold;
use crate::language::Language;
use crate::model::Delegation;
use crate::names::{self, Script};
use crate::problem::{About, Code};
use crate::record::{Placed, RawLanguage};

pub(super) const CODES: &[&Code] =
    &[&MISSING_NAME, &SAME_NAME, &NAME_OF_ANOTHER, &NAME_WITHOUT_LETTERS, &NAME_IN_ANOTHER_SCRIPT];

pub(super) fn names(inspection: &mut Inspection<'_>) {
    let record = inspection.record();
    let mut used: BTreeMap<&str, Range<usize>> = BTreeMap::new();
    for placed in super::positions::used(record).filter(|placed| placed.value.parse::<Delegation>().is_ok()) {
        used.entry(&placed.value).or_insert_with(|| placed.span.clone());
    }
    // What stands under no language has been told of; its names are not missing as well.
    let languages: Vec<_> =
        record.languages.iter().filter(|block| language(&block.tag.value).is_some()).collect();
    let mut lacking: BTreeMap<&str, Vec<&RawLanguage>> = BTreeMap::new();
    for language in &languages {
        let known: BTreeSet<&str> =
            language.delegations.iter().map(|(code, _)| code.value.as_str()).collect();
        let nameless = |code: &&str| !known.contains(code) && code_meant(inspection, code).is_none();
        let nameless: Vec<&str> = used.keys().copied().filter(nameless).collect();
        match nameless.as_slice() {
            // A language without any name is one fault.
            [first, others @ ..] if known.is_empty() && !others.is_empty() => {
                without_names(inspection, language, first, others.len(), &used[first]);
            }
            some => some.iter().for_each(|code| lacking.entry(code).or_default().push(language)),
        }
        let shared = same_name(inspection, language);
        let accounted = |other: &str| known.contains(other) || !used.contains_key(other);
        for (code, name) in &language.delegations {
            match other(&language.tag.value, &code.value, &name.value) {
                // Two codes with one name are one fault, and so is a code beside one that lacks its name.
                Some(other) if !shared.contains(&fold(&name.value)) && accounted(other) => {
                    of_another(inspection, code, name, other);
                }
                _ => unreadable(inspection, &language.tag.value, code, name),
            }
        }
    }
    for (code, lacking) in lacking {
        // So is a delegation without a name in any language: most often it is the delegation that is wrong.
        match lacking.len() == languages.len() {
            true => missing(inspection, &lacking, code, &used[code]),
            false => lacking.iter().for_each(|one| missing(inspection, &[one], code, &used[code])),
        }
    }
}

/// Reports a delegation that has no name in some languages.
fn missing(inspection: &mut Inspection<'_>, languages: &[&RawLanguage], code: &str, span: &Range<usize>) {
    let tags = languages.iter().map(|language| language.tag.value.as_str());
    let sections: Vec<String> = tags.clone().map(|tag| format!("[language.{tag}.delegations]")).collect();
    let message = format!("`{code}` has no name in {}", sections.join(", "));
    let known = inspection.named.iter().copied().filter(|known| !names::is_code(known));
    let slip = inspection.compared.nearest(code, known).map(|slug| format!("did you mean \"{slug}\"? else "));
    let adds = tags.map(|tag| {
        let standard = names::standard(code, tag).unwrap_or("…");
        format!("{code} = \"{standard}\" to [language.{tag}.delegations]")
    });
    let help = format!("{}add {}", slip.unwrap_or_default(), adds.collect::<Vec<_>>().join(", "));
    let languages = languages.iter().map(|language| language.tag.value.clone()).collect();
    let about = About { languages, ..About::value(code) };
    inspection.add_about(&MISSING_NAME, span, message, help, about);
}

/// Reports a language that has no names, by the first delegation that should have one; so many others should as well.
fn without_names(
    inspection: &mut Inspection<'_>,
    language: &RawLanguage,
    code: &str,
    others: usize,
    span: &Range<usize>,
) {
    let tag = &language.tag.value;
    let message =
        format!("`{code}` has no name in [language.{tag}.delegations]; the same holds for {others} more");
    let help = match without_title(inspection, language) {
        Some(other) => {
            format!("is [language.{other}] a slip for it? the names are missing or stand elsewhere")
        }
        None => format!("write [language.{tag}.delegations], and below it the name of each"),
    };
    let about = About { languages: vec![tag.clone()], several: true, ..About::value(code) };
    inspection.add_about(&MISSING_NAME, span, message, help, about);
}

/// Reports names that two delegations have, and gives them, folded.
fn same_name(inspection: &mut Inspection<'_>, language: &RawLanguage) -> BTreeSet<String> {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    let mut shared = BTreeSet::new();
    for (code, name) in &language.delegations {
        let folded = fold(&name.value);
        if let Some(other) = seen.insert(folded.clone(), &code.value) {
            let message = format!("`{}` and `{other}` have the same name, \"{}\"", code.value, name.value);
            inspection.add(&SAME_NAME, &name.span, message, "look which of them is meant");
            shared.insert(folded);
        }
    }
    shared
}

/// A language with nearly the same tag, where one of the two has the title and the other has not: one that was meant.
fn without_title<'r>(inspection: &Inspection<'r>, language: &RawLanguage) -> Option<&'r str> {
    let titled = |other: &RawLanguage| other.title.is_some();
    let others = inspection.record().languages.iter().filter(|other| titled(other) != titled(language));
    inspection.compared.nearest(&language.tag.value, others.map(|other| other.tag.value.as_str()))
}

/// Codes of countries that are no more. What took their place may have kept the name: Burma, Zaire, Yugoslavia.
const FORMER: [&str; 25] = [
    "AN", "BU", "CS", "CT", "DD", "DY", "FQ", "FX", "HV", "JT", "MI", "NH", "NQ", "NT", "PC", "PU", "PZ",
    "RH", "SU", "TP", "VD", "WK", "YD", "YU", "ZR",
];

fn of_another(
    inspection: &mut Inspection<'_>,
    code: &Placed<String>,
    name: &Placed<String>,
    other: &'static str,
) {
    let message = format!("\"{}\" is the name of {other}, and stands for {}", name.value, code.value);
    inspection.add(&NAME_OF_ANOTHER, &name.span, message, "look which of them is meant");
}

/// Reports a name that a reader of the language cannot read; an empty one is told of as such.
fn unreadable(inspection: &mut Inspection<'_>, tag: &str, code: &Placed<String>, name: &Placed<String>) {
    let mut letters = name.value.chars().filter(|c| c.is_alphabetic()).peekable();
    if letters.peek().is_none() && !name.value.trim().is_empty() {
        let message = format!("the name of `{}` has no letter", code.value);
        inspection.add(&NAME_WITHOUT_LETTERS, &name.span, message, "write the name as the source has it");
    } else if letters.peek().is_some()
        && let Some(script) = script(tag)
        && letters.all(|letter| Script::of(letter) != script)
    {
        let message = format!("the name of `{}` in `{tag}` has no {script} letter", code.value);
        let help = "write the name in that language, or look whether it stands under the wrong one";
        inspection.add(&NAME_IN_ANOTHER_SCRIPT, &name.span, message, help);
    }
}

/// The country whose name this is, where it is not that of the code. The table of names knows some languages only: in
/// others a word may be another's name.
fn other(tag: &str, code: &str, name: &str) -> Option<&'static str> {
    let is_country = |code: &str| code.len() == 2 && names::is_code(code) && !FORMER.contains(&code);
    // Most names are the delegation's own: only others are worth the table's index, which takes longer than a start.
    if !is_country(code) || names::standard(code, tag).is_none() || names::is_name_of(name, code) {
        return None;
    }
    match names::find(name) {
        names::Found::One(other) if other != code && is_country(other) => Some(other),
        _ => None,
    }
}

/// The script in which a language is written, where it is one: not where the tag names one, and of few others.
fn script(tag: &str) -> Option<Script> {
    let language: Language = tag.parse().ok()?;
    if tag.split('-').skip(1).any(|part| part.len() == 4) {
        return None;
    }
    match language.primary() {
        "en" | "fr" | "es" | "pt" | "de" | "it" | "nl" | "sv" | "fi" | "da" | "pl" | "cs" | "hu" | "tr" => {
            Some(Script::Latin)
        }
        "ar" | "fa" | "ur" => Some(Script::Arabic),
        "ru" | "uk" | "be" | "bg" | "mk" => Some(Script::Cyrillic),
        "zh" => Some(Script::Han),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_another() {
        for (tag, code, name, want) in [
            ("en", "KZ", "Kyrgyzstan", Some("KG")),
            ("ar", "KZ", "قطر", Some("QA")),
            ("en", "CG", "Democratic Republic of the Congo", Some("CD")),
            ("en", "KZ", "Kazakhstan", None),
            ("en", "KZ", "Republic of Kazakstan", None),
            // What two countries are called, what a country was called, and blocs.
            ("en", "KR", "Korea", None),
            ("en", "BU", "Burma", None),
            ("en", "MM", "Burma", None),
            ("en", "ZR", "Zaire", None),
            ("en", "european-union", "European Union", None),
            // In a language that the table does not have.
            ("nb", "IS", "Island", None),
            ("de", "NE", "Niger", None),
        ] {
            assert_eq!(other(tag, code, name), want, "{code} {name}");
        }
    }

    #[test]
    fn every_standard_name_is_in_the_script_of_its_language() {
        for tag in ["en", "fr", "es", "ar", "ru", "zh"] {
            let own = script(tag);
            for code in ["KZ", "QA", "CI", "TR", "RU", "CN", "SA", "EU", "XK"] {
                let name = names::standard(code, tag).unwrap_or_default();
                assert!(name.chars().any(|c| Some(Script::of(c)) == own), "{tag} {code}");
                assert_eq!(other(tag, code, name), None, "{tag} {code}");
            }
        }
        assert_eq!((script("sr"), script("zh-Latn"), script("uz-Cyrl")), (None, None, None));
        assert_eq!((script("ar-EG"), script("pt-BR")), (Some(Script::Arabic), Some(Script::Latin)));
    }
}
