//! What a person meant by a key or a value that the format does not have there.

use toml::Spanned;
use toml::de::DeValue;

use super::keys::home;
use super::raw::Date;
use super::syntax::day;
use crate::model::{Label, PositionKind};
use crate::names;

/// Words that people write for keys, with the beginning of the section's name.
const MEANT: &[(&str, &[&str], &str)] = &[
    (
        "[[position]]",
        &["country", "state", "member", "party", "parliament", "who", "name", "code"],
        "delegation",
    ),
    ("[[position]]", &["type", "nature", "category", "position"], "kind"),
    (
        "[[position]]",
        &[
            "paragraph",
            "paragraphs",
            "para",
            "paras",
            "label",
            "labels",
            "ref",
            "reference",
            "target",
            "targets",
        ],
        "on",
    ),
    ("[[position]]", &["date", "made-on"], "made"),
    ("[[position]]", &["withdrawal", "withdrawn-on"], "withdrawn"),
    ("[[position]]", &["text", "comment", "remark", "remarks", "statement"], "note.en"),
    ("[[position]]", &["quote", "words", "wording", "term"], "phrase.en"),
    ("[[position]]", &["page", "place", "where"], "locator"),
    ("[[position]]", &["behalf", "on-behalf", "behalf-of"], "on-behalf-of"),
    ("[[source]]", &["name", "key", "source"], "id"),
    ("[[part]]", &["name", "number", "part"], "id"),
    ("[[vote]]", &["for", "yes", "favour", "favor", "pro"], "in-favour"),
    ("[[vote]]", &["no", "contra", "opposed"], "against"),
    ("[[vote]]", &["abstentions", "abstention", "abstained", "abstain"], "abstaining"),
    ("[resolution]", &["date", "adopted-on", "adoption"], "adopted"),
    ("[resolution]", &["preamble", "preambular-paragraphs", "pp"], "preambular"),
    ("[resolution]", &["operative-paragraphs", "op"], "operative"),
    ("the record", &["version"], "format"),
    ("[language.", &["names", "countries"], "delegations"),
    ("[language.", &["texts", "text"], "paragraphs"),
];

/// What was meant by a key that a section does not have.
pub(super) struct Hint {
    /// A help line.
    pub help: String,
    /// The key of the format that was meant, where it is known.
    pub key: Option<String>,
}

impl Hint {
    /// A help line that knows no key.
    pub fn only(help: impl Into<String>) -> Self {
        Self { help: help.into(), key: None }
    }

    fn of(key: &str, help: String) -> Self {
        Self { help, key: Some(key.to_owned()) }
    }
}

/// What was meant by a key that a section does not have.
pub(super) fn meant(name: &str, key: &str, table: bool) -> Option<Hint> {
    let lower = key.to_lowercase().replace('_', "-");
    let word = lower.as_str();
    let is =
        |(section, words, _): &&(&str, &[&str], &str)| name.starts_with(section) && words.contains(&word);
    if let Some((_, _, meant)) = MEANT.iter().find(is) {
        let key = meant.split('.').next().unwrap_or(meant);
        return Some(Hint::of(key, format!("did you mean `{meant}`?")));
    }
    if let Some(tag) = ["phrase-", "note-"].iter().find_map(|begin| word.strip_prefix(begin))
        && (2..=3).contains(&tag.len())
    {
        let key = &word[..word.len() - tag.len() - 1];
        let help = format!("did you mean `{key}.{tag}`? a full stop stands between a key and its language");
        return Some(Hint::of(key, help));
    }
    if name == "[[vote]]" && word == "scope" {
        return Some(Hint::only("take it out: a vote without `on` is one on the whole text"));
    }
    if name == "[[vote]]" && word == "delegation" {
        let help = "how delegations voted stands in voted-in-favour, voted-against and voted-abstaining";
        return Some(Hint::only(help));
    }
    let root = name == "the record";
    if root && ["delegations", "subjects", "paragraphs"].contains(&word) {
        let help = format!(
            "did you mean `language.en.{word}`? what is in a language stands under its tag, as in [language.en.{word}]"
        );
        return Some(Hint::of(word, help));
    }
    if let Some(kind) = PositionKind::WORDS.iter().find(|kind| word.trim_end_matches('s') == **kind)
        && root
    {
        let help = format!("did you mean `position`? write [[position]], and below it `kind = \"{kind}\"`");
        return Some(Hint::of("position", help));
    }
    if !root && table && ["units", "resolution", "language"].contains(&word) {
        return Some(Hint::only(format!("it is a section of its own: write [{word}]")));
    }
    if !root && word == "units" {
        let help = "it is a section of its own: write [units], and below it RULE = \"rule\"";
        return Some(Hint::only(help));
    }
    home(word)
        .filter(|home| !name.starts_with(*home))
        .map(|home| Hint::only(format!("it belongs to {home}: move it there")))
}

/// Of a code or a label that stands in a language without the header of its table: which table that is.
pub(super) fn header_above(name: &str, key: &str) -> Option<&'static str> {
    if !name.starts_with("[language.") {
        return None;
    }
    if names::is_code(key) {
        return Some("delegations");
    }
    key.parse::<Label>().is_ok_and(|label| label.unit().is_built_in()).then_some("subjects")
}

/// What to do about a value of the wrong type, where the key or the value says more than the type; a help line.
pub(super) fn advice(
    name: &str,
    key: &str,
    value: &DeValue<'_>,
    written: &str,
    expected: &str,
) -> Option<String> {
    let in_table = name.starts_with('`');
    if let Some(home) = home(key).filter(|_| in_table && !["title", "note", "phrase"].contains(&key)) {
        return Some(format!("it belongs to {home}: move it there"));
    }
    let day_of =
        |text: &str| day(text).or_else(|| text.trim().parse::<Date>().ok().map(|day| day.to_string()));
    let whole_day =
        "write the whole day, as in 2022-10-15, or take the line out: what is missing is not known";
    let help = match (key, value) {
        ("phrase" | "note", DeValue::String(_)) => {
            format!("write {key}.en = {written}: each text stands with its language")
        }
        ("on", DeValue::String(text)) if is_whole(text) => {
            "a position on the whole text has `scope = \"entire\"` in place of `on`".into()
        }
        (_, DeValue::String(text)) if expected.starts_with("a list") && text.contains([',', ';']) => {
            let pieces = text.split([',', ';']).map(|piece| format!("\"{}\"", piece.trim()));
            format!("write [{}]", pieces.collect::<Vec<_>>().join(", "))
        }
        ("delegation", DeValue::Array(items)) if items.len() > 1 => {
            "write a [[position]] for each of them".into()
        }
        ("in-favour" | "against" | "abstaining", DeValue::Array(_)) => {
            format!("write how many there were; the delegations stand in `voted-{key}`")
        }
        (_, DeValue::String(text)) if expected.starts_with("a date") => match day_of(text) {
            Some(day) => format!("write {day}, without quotation marks"),
            None => whole_day.into(),
        },
        (_, DeValue::Datetime(stamp)) if expected.starts_with("a date") => match stamp.date {
            Some(date) => format!("write {date}"),
            None => whole_day.into(),
        },
        (_, _) if expected.starts_with("a date") => whole_day.into(),
        _ => return None,
    };
    Some(help)
}

/// Whether a word for a paragraph means all of them.
fn is_whole(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    lower == "*" || ["all", "entire", "whole"].iter().any(|word| lower.starts_with(word))
}

/// A list as the key has it, for messages.
pub(super) fn list_such_as(key: &str) -> &'static str {
    match key {
        "on" => "a list such as [\"OP3\", \"OP9\"]",
        "languages" => "a list such as [\"en\", \"ar\"]",
        _ => "a list such as [\"KZ\", \"QA\"]",
    }
}

/// The value's text where it is short.
pub(super) fn written<'t>(source: &'t str, value: &Spanned<DeValue<'_>>) -> Option<&'t str> {
    source.get(value.span()).filter(|text| text.len() <= 60 && !text.contains('\n'))
}
