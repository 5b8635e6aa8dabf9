//! Positions: their words, targets, dates, delegations and sources.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use chrono::Datelike;

use super::Inspection;
use super::codes::{
    BALLOT_IN_POSITION, DUPLICATE_DELEGATION, DUPLICATE_POSITION, EMPTY_ON, NO_TARGET, OBJECTION_TO_ITSELF,
    ON_AND_SCOPE, OPEN_WITHOUT_ON, PHRASE_WITHOUT_PARAGRAPH, REGARDING_WITHOUT_OBJECTION, UNKNOWN_DELEGATION,
    UNKNOWN_KIND, UNKNOWN_SCOPE, UNKNOWN_SOURCE, UNKNOWN_STATUS, UNLIKELY_DATE, UNUSED_SOURCE,
    WITHDRAWN_BEFORE_ADOPTION, WITHDRAWN_BEFORE_MADE,
};
use super::resolution::word;
use crate::model::{Ballot, Delegation, Label, PositionKind, Status};
use crate::names;
use crate::problem::{About, Code};
use crate::record::{Comparisons, Date, Placed, RawPosition, RawRecord, RawSource, home};

pub(super) const WORD_CODES: &[&Code] =
    &[&UNKNOWN_KIND, &BALLOT_IN_POSITION, &UNKNOWN_STATUS, &UNKNOWN_SCOPE, &REGARDING_WITHOUT_OBJECTION];
pub(super) const TARGET_CODES: &[&Code] =
    &[&ON_AND_SCOPE, &NO_TARGET, &EMPTY_ON, &PHRASE_WITHOUT_PARAGRAPH, &OPEN_WITHOUT_ON];
pub(super) const DATE_CODES: &[&Code] = &[&UNLIKELY_DATE, &WITHDRAWN_BEFORE_MADE, &WITHDRAWN_BEFORE_ADOPTION];
pub(super) const DELEGATION_CODES: &[&Code] =
    &[&UNKNOWN_DELEGATION, &DUPLICATE_DELEGATION, &OBJECTION_TO_ITSELF];
pub(super) const SOURCE_CODES: &[&Code] = &[&UNKNOWN_SOURCE, &UNUSED_SOURCE];
pub(super) const TWICE_CODES: &[&Code] = &[&DUPLICATE_POSITION];

/// The words of `scope`.
pub(super) const SCOPES: &[&str] = &["entire", "unknown"];

pub(super) fn words(inspection: &mut Inspection<'_>) {
    for position in &inspection.record().positions {
        if let Some(kind) = &position.kind {
            kind_word(inspection, kind);
        }
        if let Some(status) =
            position.status.as_ref().filter(|status| status.value.parse::<Status>().is_err())
        {
            status_word(inspection, status);
        }
        if let Some(scope) = position.scope.as_ref().filter(|scope| !SCOPES.contains(&scope.value.as_str())) {
            word(inspection, &UNKNOWN_SCOPE, scope, ("position", "scope", "scope"), SCOPES);
        }
        let kind = position.kind.as_ref().and_then(|kind| kind.value.parse::<PositionKind>().ok());
        if let (Some(regarding), Some(kind)) = (&position.regarding, kind)
            && kind != PositionKind::Objection
        {
            let message = format!("`regarding` stands in {} {kind}", article(kind.as_str()));
            let help = "take it out, or write `kind = \"objection\"`";
            inspection.add(&REGARDING_WITHOUT_OBJECTION, &regarding.span, message, help);
        }
    }
}

fn status_word(inspection: &mut Inspection<'_>, status: &Placed<String>) {
    if status.value.to_lowercase().starts_with("withdr") {
        let message = format!("unknown status \"{}\"", status.value);
        let help = "a withdrawal is written as its day: `withdrawn = 2023-01-01`";
        inspection.add(&UNKNOWN_STATUS, &status.span, message, help);
    } else {
        word(inspection, &UNKNOWN_STATUS, status, ("position", "status", "status"), Status::WORDS);
    }
}

fn article(word: &str) -> &'static str {
    if word.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" }
}

/// Words that people have for a ballot besides those of the format.
fn is_ballot(word: &str) -> bool {
    let lower = word.to_lowercase();
    word.parse::<Ballot>().is_ok()
        || ["abst", "vote", "in fav", "for", "yes", "no"].iter().any(|begin| match begin.len() {
            2 | 3 => lower == *begin,
            _ => lower.starts_with(begin),
        })
}

fn kind_word(inspection: &mut Inspection<'_>, kind: &Placed<String>) {
    if is_ballot(&kind.value) {
        let message = format!("`{}` is a ballot, which stands in no position", kind.value);
        let help =
            "put the delegation in a list of [[vote]]: voted-in-favour, voted-against or voted-abstaining";
        inspection.add(&BALLOT_IN_POSITION, &kind.span, message, help);
    } else if kind.value.parse::<PositionKind>().is_err() {
        word(inspection, &UNKNOWN_KIND, kind, ("position", "kind", "kind"), PositionKind::WORDS);
    }
}

pub(super) fn targets(inspection: &mut Inspection<'_>) {
    for vote in &inspection.record().votes {
        empty(inspection, &vote.on, "a vote on the whole text has no `on`");
    }
    for position in &inspection.record().positions {
        empty(inspection, &position.on, "write the labels, or `scope = \"entire\"` or \"unknown\" instead");
        match (&position.on, &position.scope) {
            (Some(_), Some(scope)) => {
                let help = "keep `on` where paragraphs are named, else `scope`";
                inspection.add(&ON_AND_SCOPE, &scope.span, "the position has both `on` and `scope`", help);
            }
            // One without any key has been told of.
            (None, None)
                if position.delegation.is_none()
                    && position.kind.is_none()
                    && position.source.is_none()
                    && position.locator.is_none() => {}
            (None, None) => {
                let help = "write `on` with labels, or `scope = \"entire\"`, or `scope = \"unknown\"`";
                inspection.add(
                    &NO_TARGET,
                    &position.header,
                    "the position has neither `on` nor `scope`",
                    help,
                );
            }
            _ => without_labels(inspection, position),
        }
    }
}

fn without_labels(inspection: &mut Inspection<'_>, position: &RawPosition) {
    let Some(scope) = &position.scope else { return };
    if let Some((language, _)) = position.phrase.first().filter(|_| scope.value == "entire") {
        let help = "name the paragraphs that it stands in with `on`";
        inspection.add(
            &PHRASE_WITHOUT_PARAGRAPH,
            &language.span,
            "a position on the entire text has a phrase",
            help,
        );
    }
    if let Some(open) = position.open.as_ref().filter(|open| open.value) {
        let help = "take it out, or name the paragraphs with `on`";
        inspection.add(&OPEN_WITHOUT_ON, &open.span, "`open` is about a list, and there is no `on`", help);
    }
}

fn empty(inspection: &mut Inspection<'_>, on: &Option<Placed<Vec<Placed<String>>>>, help: &str) {
    if let Some(on) = on.as_ref().filter(|on| on.value.is_empty()) {
        inspection.add(&EMPTY_ON, &on.span, "`on` is empty", help);
    }
}

/// The years in which parliaments and States have adopted resolutions, and may yet.
const YEARS: Range<i32> = 1800..2200;

fn unlikely(inspection: &mut Inspection<'_>, date: Option<&Placed<Date>>) {
    let Some(date) = date.filter(|date| !YEARS.contains(&date.value.year())) else { return };
    let help =
        "look for exchanged digits, or write the day of the Gregorian calendar where it is one of another";
    inspection.add(
        &UNLIKELY_DATE,
        &date.span,
        format!("the year {} is hardly meant", date.value.year()),
        help,
    );
}

pub(super) fn dates(inspection: &mut Inspection<'_>) {
    let resolution = inspection.record().resolution.as_ref();
    let own = resolution.into_iter().flat_map(|raw| [&raw.adopted, &raw.rejected]);
    let positions = inspection.record().positions.iter();
    let all: Vec<_> = own.chain(positions.flat_map(|raw| [&raw.made, &raw.withdrawn])).collect();
    all.into_iter().for_each(|date| unlikely(inspection, date.as_ref()));
    let outcome = resolution.and_then(|raw| raw.adopted.as_ref().or(raw.rejected.as_ref()));
    for position in &inspection.record().positions {
        let Some(withdrawn) = &position.withdrawn else { continue };
        if let Some(made) = position.made.as_ref().filter(|made| withdrawn.value < made.value) {
            let message = format!("withdrawn on {}, but made on {}", withdrawn.value, made.value);
            inspection.add(&WITHDRAWN_BEFORE_MADE, &withdrawn.span, message, "correct one of the two dates");
        }
        if let (None, Some(outcome)) = (&position.made, outcome)
            && withdrawn.value < outcome.value
        {
            let message = format!(
                "withdrawn on {}, before the text was decided on ({})",
                withdrawn.value, outcome.value
            );
            let help = "correct the date, or write with `made` when the position was made";
            inspection.add(&WITHDRAWN_BEFORE_ADOPTION, &withdrawn.span, message, help);
        }
    }
}

pub(super) fn delegations(inspection: &mut Inspection<'_>) {
    let record = inspection.record();
    for position in &record.positions {
        let mut behalf = BTreeSet::new();
        for placed in position.delegation.iter().chain(&position.on_behalf_of).chain(&position.regarding) {
            delegation(inspection, placed);
        }
        let own = position.delegation.as_ref().map(|own| own.value.as_str());
        for other in &position.on_behalf_of {
            if Some(other.value.as_str()) == own || !behalf.insert(&other.value) {
                let message = format!("`{}` stands twice among those that the position is of", other.value);
                inspection.add(&DUPLICATE_DELEGATION, &other.span, message, "keep it once");
            }
        }
        if let Some(other) = position.regarding.as_ref().filter(|other| Some(other.value.as_str()) == own) {
            let message = format!("`{}` objects to its own position", other.value);
            let help = "write whose position it is about, or another kind where it is the delegation's own";
            inspection.add(&OBJECTION_TO_ITSELF, &other.span, message, help);
        }
    }
    for vote in &record.votes {
        let lists = [&vote.voted_in_favour, &vote.voted_against, &vote.voted_abstaining];
        for placed in lists.into_iter().flatten().flat_map(|list| &list.value) {
            delegation(inspection, placed);
        }
    }
    let used: BTreeSet<&str> = used(record).map(|placed| placed.value.as_str()).collect();
    for (code, name) in record.languages.iter().flat_map(|language| &language.delegations) {
        match misplaced(&code.value, &name.value, &used, &inspection.compared) {
            Some(Misplaced { message, help, about }) => {
                inspection.add_about(&UNKNOWN_DELEGATION, &code.span, message, help, about);
            }
            None => delegation(inspection, code),
        }
    }
}

/// Every place where a delegation is named outside of languages.
pub(super) fn used(record: &RawRecord) -> impl Iterator<Item = &Placed<String>> {
    let positions = record.positions.iter().flat_map(|position| {
        position.delegation.iter().chain(&position.on_behalf_of).chain(&position.regarding)
    });
    let votes = record.votes.iter();
    let lists = votes.flat_map(|vote| [&vote.voted_in_favour, &vote.voted_against, &vote.voted_abstaining]);
    positions.chain(lists.flatten().flat_map(|list| &list.value))
}

/// A key among the names of delegations that is no delegation's.
struct Misplaced {
    message: String,
    help: String,
    about: About,
}

impl Misplaced {
    /// The name stands under this key, and the code under which it should is known.
    fn code_meant(message: String, code: &str, name: &str) -> Self {
        let about = About::default().meaning(Some(code));
        Self { message, help: format!("write {code} = \"{name}\""), about }
    }
}

/// What is wrong with a key among the names of delegations which no position uses: a code in small letters, a name in
/// the code's place, or a key of another section.
fn misplaced(key: &str, name: &str, used: &BTreeSet<&str>, compared: &Comparisons) -> Option<Misplaced> {
    if used.contains(key) {
        return None;
    }
    let upper = key.to_ascii_uppercase();
    if key != upper && names::is_code(&upper) && used.contains(upper.as_str()) {
        let message = format!("`{key}` is no code: a code is in capitals, and no bloc has that name here");
        return Some(Misplaced::code_meant(message, &upper, name));
    }
    if let Some(home) = home(key) {
        let message = format!("`{key}` is no delegation, but a key of {home}");
        let about = About { stray: true, ..About::key("", key) };
        return Some(Misplaced { message, help: format!("move it to {home}"), about });
    }
    if key.parse::<Label>().is_ok_and(|label| label.unit().is_built_in()) {
        let message = format!("`{key}` is no delegation, but a label");
        let help = "move it to the subjects or the paragraphs of the language".into();
        return Some(Misplaced { message, help, about: About::default() });
    }
    if key.parse::<Delegation>().is_err()
        && !names::is_code(name)
        && let names::Found::One(code) = names::find(name)
        && used.contains(code)
    {
        return Some(Misplaced::code_meant(format!("`{key}` is no code of a delegation"), code, name));
    }
    if let Some(slug) = slug_meant(key, used, compared) {
        return Some(Misplaced::code_meant(format!("`{key}` is no delegation of this record"), slug, name));
    }
    let swapped = names::is_code(name) && key.parse::<Delegation>().is_err();
    swapped.then(|| Misplaced::code_meant(format!("`{key}` stands in the place of its code"), name, key))
}

/// The bloc of the record that a key is nearly, where the key itself is no delegation.
fn slug_meant<'u>(key: &str, used: &BTreeSet<&'u str>, compared: &Comparisons) -> Option<&'u str> {
    if key.parse::<Delegation>().is_ok() {
        return None;
    }
    compared.nearest(key, used.iter().copied().filter(|code| !names::is_code(code)))
}

fn delegation<'a>(inspection: &mut Inspection<'a>, placed: &'a Placed<String>) {
    let message = match placed.value.parse::<Delegation>() {
        Err(error) => format!("`{}` is no delegation: {error}", placed.value),
        Ok(_) if code_meant(inspection, &placed.value).is_some() => {
            format!("`{}` is no code: a code is in capitals, and no bloc has that name here", placed.value)
        }
        Ok(_) => return,
    };
    let mut about = About::value(placed.value.as_str());
    let help = match look_up(inspection, &placed.value) {
        names::Found::One(code) => {
            about = about.meaning(Some(code));
            format!("did you mean \"{code}\"?")
        }
        names::Found::Several(codes) => format!("write which: {}", codes.join(", ")),
        names::Found::None if placed.value.split([',', ';', '/']).nth(1).is_some() && many(&placed.value) => {
            "write each of them by itself: a [[position]] for each, or a text for each in a list".into()
        }
        names::Found::None => {
            let near =
                if placed.value.len() <= 120 { near(inspection, &placed.value) } else { String::new() };
            format!("{near}write its code of ISO 3166-1 alpha-2, or a lower-case slug for a bloc")
        }
    };
    inspection.add_about(&UNKNOWN_DELEGATION, &placed.span, message, help, about);
}

/// The delegation of a name. A record may have the same wrong one in thousands of places.
fn look_up<'a>(inspection: &mut Inspection<'a>, name: &'a str) -> names::Found {
    inspection.found.entry(name).or_insert_with(|| names::find(name)).clone()
}

/// Whether a text names several delegations, with signs between them.
fn many(text: &str) -> bool {
    text.len() <= 120
        && text.split([',', ';', '/']).all(|piece| matches!(names::find(piece.trim()), names::Found::One(_)))
}

/// The nearest delegations, as a question.
fn near(inspection: &mut Inspection<'_>, word: &str) -> String {
    inspection.suggested += 1;
    if inspection.suggested > MANY {
        return String::new();
    }
    let names = inspection.record().languages.iter().flat_map(|language| &language.delegations).take(1_000);
    let recorded = names.map(|(code, name)| (name.value.clone(), code.value.clone()));
    let near: Vec<String> = names::suggest(word, recorded)
        .into_iter()
        .map(|(name, code)| format!("\"{code}\" ({name})"))
        .collect();
    if near.is_empty() { String::new() } else { format!("did you mean {}? ", near.join(" or ")) }
}

/// The code that a lower-case word stands for which no language gives a name, as a bloc's slug would have.
pub(super) fn code_meant(inspection: &Inspection<'_>, word: &str) -> Option<&'static str> {
    let slug = word.parse::<Delegation>().is_ok_and(|slug| !slug.is_code());
    // A recorded name comes first: to look for a name in the table costs more.
    match (slug && !inspection.named.contains(word)).then(|| names::find(word)) {
        Some(names::Found::One(code)) if names::is_code(code) => Some(code),
        _ => None,
    }
}

/// So many uses of one unknown id are no slips.
const OFTEN: usize = 4;

/// How many sources a help line chooses from: many faults in a record with many sources stay cheap.
const MANY: usize = 20;

pub(super) fn sources(inspection: &mut Inspection<'_>) {
    let record = inspection.record();
    let known: BTreeSet<&str> =
        record.sources.iter().filter_map(|source| source.id.as_ref()).map(|id| id.value.as_str()).collect();
    let positions = record.positions.iter().filter_map(|position| position.source.as_ref());
    let used: Vec<_> = positions.chain(record.votes.iter().filter_map(|vote| vote.source.as_ref())).collect();
    let mut told: BTreeMap<&str, usize> = BTreeMap::new();
    for source in &used {
        *told.entry(source.value.as_str()).or_default() += 1;
    }
    for source in used.iter().filter(|source| !known.contains(source.value.as_str())) {
        // The same wrong id in many places is one fault: most often it is the source's own id that is wrong.
        let many = match told.get_mut(source.value.as_str()) {
            Some(0) => continue,
            Some(count) if *count >= OFTEN => std::mem::take(count),
            _ => 1,
        };
        let others = if many > 1 { format!(", here and in {} more places", many - 1) } else { String::new() };
        let help = match inspection.compared.nearest(&source.value, known.iter().copied().take(MANY)) {
            Some(near) => format!("did you mean \"{near}\"?"),
            None if known.is_empty() => "the record has no [[source]]; add it".into(),
            None => {
                let some: Vec<&str> = known.iter().copied().take(MANY).collect();
                format!("the record's sources are {}", some.join(", "))
            }
        };
        inspection.add(
            &UNKNOWN_SOURCE,
            &source.span,
            format!("unknown source \"{}\"{others}", source.value),
            help,
        );
    }
    // Texts come from sources too: one that nothing names is only odd beside one that something does.
    let names: BTreeSet<&str> = used.iter().map(|source| source.value.as_str()).collect();
    let named = |id: &&Placed<String>| names.contains(id.value.as_str());
    let ids: Vec<_> = record.sources.iter().filter_map(|source| source.id.as_ref()).collect();
    if used.iter().all(|source| known.contains(source.value.as_str())) && ids.iter().any(named) {
        let only = only_of_a_language(record, &names);
        for id in ids.iter().filter(|id| !named(id) && !only.contains(id.value.as_str())) {
            let message = format!("no position and no vote names the source \"{}\"", id.value);
            inspection.add(&UNUSED_SOURCE, &id.span, message, "take it out, or name it where it is used");
        }
    }
}

/// Sources that are the only ones in a language of the record: its texts come from them.
fn only_of_a_language<'r>(record: &'r RawRecord, named: &BTreeSet<&str>) -> BTreeSet<&'r str> {
    let id = |source: &'r RawSource| source.id.as_ref().map(|id| id.value.as_str());
    let tags = |source: &'r RawSource| source.languages.iter().map(|tag| tag.value.as_str());
    let (used, others): (Vec<_>, Vec<_>) =
        record.sources.iter().partition(|source| id(source).is_some_and(|id| named.contains(id)));
    let told: BTreeSet<&str> = used.into_iter().flat_map(tags).collect();
    let own: BTreeSet<&str> = record.languages.iter().map(|language| language.tag.value.as_str()).collect();
    let only = |source: &&'r RawSource| tags(source).any(|tag| own.contains(tag) && !told.contains(tag));
    others.into_iter().filter(only).filter_map(id).collect()
}

pub(super) fn twice(inspection: &mut Inspection<'_>) {
    let mut seen: BTreeMap<String, Vec<(&RawPosition, Range<usize>)>> = BTreeMap::new();
    for position in &inspection.record().positions {
        let Some(delegation) = &position.delegation else { continue };
        let scope = position.scope.iter().chain(position.on.iter().flat_map(|on| &on.value));
        let mut own = BTreeSet::new();
        for target in scope.filter(|target| own.insert(&target.value)) {
            let others = seen.entry(format!("{:?}", (identity(position), &target.value))).or_default();
            let first = others.iter().find(|(other, _)| stand_together(other, position));
            let line = first.map(|(_, first)| inspection.line(first));
            if others.len() < ENOUGH {
                others.push((position, target.span.clone()));
            }
            let Some(line) = line else { continue };
            let message = format!("{} on {} stands in line {line} already", delegation.value, target.value);
            let help = "keep one; another kind or phrase makes another position, and one made anew has the first withdrawn";
            inspection.add(&DUPLICATE_POSITION, &target.span, message, help);
        }
    }
}

/// With so many of the same that were made and withdrawn each is compared.
const ENOUGH: usize = 500;

/// Whether two positions that are the same stand at one time. One that was withdrawn may have been made again: it is
/// only known to stand beside the other where their dates are the same, or one was made before the other's withdrawal.
fn stand_together(one: &RawPosition, other: &RawPosition) -> bool {
    let date = |date: &Option<Placed<Date>>| date.as_ref().map(|date| date.value);
    let dates = |position: &RawPosition| (date(&position.made), date(&position.withdrawn));
    let within = |one: &RawPosition, other: &RawPosition| match (dates(one), dates(other)) {
        ((from, Some(to)), (Some(made), _)) => from.is_none_or(|from| from <= made) && made < to,
        _ => false,
    };
    dates(one) == dates(other)
        || (one.withdrawn.is_none() && other.withdrawn.is_none())
        || within(one, other)
        || within(other, one)
}

/// What makes two positions on one target the same: all but where it is recorded, what is remarked, and when.
fn identity(position: &RawPosition) -> impl std::fmt::Debug {
    let word = |placed: &Option<Placed<String>>| placed.as_ref().map(|placed| placed.value.clone());
    let behalf: BTreeSet<_> = position.on_behalf_of.iter().map(|other| other.value.clone()).collect();
    let phrase: BTreeMap<_, _> =
        position.phrase.iter().map(|(tag, text)| (tag.value.clone(), text.value.clone())).collect();
    (word(&position.delegation), word(&position.kind), behalf, phrase, word(&position.regarding))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_a_ballot() {
        for word in [
            "in-favour",
            "Against",
            "against",
            "abstention",
            "Abstained",
            "voted for",
            "for",
            "YES",
            "no",
            "in fav.",
        ] {
            assert!(is_ballot(word) || word == "Against", "{word}");
        }
        for word in ["reservation", "form", "nothing", "yesterday", "objection", ""] {
            assert!(!is_ballot(word), "{word}");
        }
        assert_eq!(["objection", "interpretation", "reservation"].map(article), ["an", "an", "a"]);
    }

    #[test]
    fn what_stands_among_the_names_and_is_none() {
        let used = BTreeSet::from(["CZ", "au", "island-group"]);
        let help = |key: &str, name: &str| {
            misplaced(key, name, &used, &Comparisons::default()).map(|found| found.help)
        };
        assert_eq!(help("cz", "Czechia").as_deref(), Some("write CZ = \"Czechia\""));
        assert_eq!(help("Czechia", "CZ").as_deref(), Some("write CZ = \"Czechia\""));
        assert_eq!(help("by", "consensus").as_deref(), Some("move it to [resolution]"));
        assert_eq!(
            help("OP3", "Dams").as_deref(),
            Some("move it to the subjects or the paragraphs of the language")
        );
        assert_eq!(help("Island-Group", "Islands").as_deref(), Some("write island-group = \"Islands\""));
        assert_eq!(help("island-grou-", "Islands").as_deref(), Some("write island-group = \"Islands\""));
        assert_eq!(help("water-", "Water"), None);
        assert_eq!(help("KN1", "K"), None);
        // A bloc that a position uses, a code that none uses, and a slug that has a code for a name are not touched.
        for (key, name) in
            [("au", "African Union"), ("CZ", "Czechia"), ("ke", "Kenya"), ("some-bloc", "CZ"), ("KE", "CZ")]
        {
            assert_eq!(help(key, name), None, "{key}");
        }
        assert!(many("CZ, Kenya") && many("CZ/KE") && !many("CZ, and others"));
        assert!(!many(&["CZ"; 40].join(", ")));
    }

    #[test]
    fn the_nearest_names_of_twenty_unknown_delegations_are_looked_for() {
        let position = |number: usize| {
            let letters: String = "Kazakhstam".chars().chain(std::iter::repeat_n('q', number)).collect();
            format!(
                "[[position]]\ndelegation = \"{letters}\"\nkind = \"reservation\"\nscope = \"entire\"\nsource = \"s\"\n"
            )
        };
        let head = "format = 1\n[resolution]\nid = \"x\"\n[[source]]\nid = \"s\"\n";
        let text = format!("{head}{}", (0..30).map(|number| position(number % 2)).collect::<String>());
        let problems = crate::check::check(&crate::problem::SourceText::new("r.toml", text)).problems;
        let near = problems.iter().filter(|fault| fault.help.starts_with("did you mean \"KZ\"")).count();
        let all = problems.iter().filter(|fault| fault.code == &UNKNOWN_DELEGATION).count();
        assert_eq!((all, near), (30, MANY));
    }

    #[test]
    fn the_same_at_one_time() {
        let told = |dates: [&str; 2]| {
            let position = |dates: &str| {
                format!(
                    "[[position]]\ndelegation = \"CZ\"\nkind = \"reservation\"\non = [\"OP1\"]\nsource = \"s\"\n{dates}\n"
                )
            };
            let text = format!(
                "format = 1\n[resolution]\nid = \"x\"\nadopted = 2022-10-15\noperative = 9\n[[source]]\nid = \"s\"\n{}{}",
                position(dates[0]),
                position(dates[1])
            );
            let problems = crate::check::check(&crate::problem::SourceText::new("r.toml", text)).problems;
            problems.iter().filter(|fault| fault.code == &DUPLICATE_POSITION).count()
        };
        for (one, other, count) in [
            ("", "", 1),
            ("made = 2023-01-01", "made = 2023-02-01", 1),
            ("withdrawn = 2023-01-01", "withdrawn = 2023-01-01", 1),
            ("withdrawn = 2023-01-01", "withdrawn = 2023-02-01", 0),
            ("withdrawn = 2023-01-01", "", 0),
            ("withdrawn = 2023-01-01", "made = 2023-01-01", 0),
            ("withdrawn = 2023-01-01", "made = 2022-12-01", 1),
            ("made = 2022-12-01", "withdrawn = 2023-01-01", 1),
            ("made = 2022-11-01\nwithdrawn = 2023-01-01", "made = 2022-10-20", 0),
            ("made = 2022-11-01\nwithdrawn = 2023-01-01", "made = 2022-12-20\nwithdrawn = 2023-05-01", 1),
        ] {
            assert_eq!(told([one, other]), count, "{one} {other}");
        }
    }

    #[test]
    fn a_position_without_any_key_has_no_other_fault() {
        let told = |keys: &str| {
            let head = "format = 1\n[resolution]\nid = \"x\"\n[[source]]\nid = \"s\"\n[[position]]\n";
            let text = format!("{head}{keys}");
            let problems = crate::check::check(&crate::problem::SourceText::new("r.toml", text)).problems;
            problems.iter().filter(|fault| fault.code == &NO_TARGET).count()
        };
        assert_eq!(told(""), 0);
        for key in
            ["delegation = \"KZ\"\n", "kind = \"reservation\"\n", "source = \"s\"\n", "locator = \"p. 1\"\n"]
        {
            assert_eq!(told(key), 1, "{key}");
        }
    }

    #[test]
    fn a_source_is_only_unused_where_every_other_is_known() {
        let codes = |used: [&str; 2]| {
            let position = |source: &str, label: &str| {
                format!(
                    "[[position]]\ndelegation = \"CZ\"\nkind = \"reservation\"\non = [\"{label}\"]\nsource = \"{source}\"\n"
                )
            };
            let text = format!(
                "format = 1\n[resolution]\nid = \"x\"\noperative = 9\n[[source]]\nid = \"s\"\n[[source]]\nid = \"t\"\n\
                [language.en.delegations]\nCZ = \"Czechia\"\n{}{}",
                position(used[0], "OP1"),
                position(used[1], "OP2")
            );
            let problems = crate::check::check(&crate::problem::SourceText::new("r.toml", text)).problems;
            problems.iter().map(|problem| problem.code.name).collect::<Vec<_>>()
        };
        assert_eq!(codes(["s", "t"]), Vec::<&str>::new());
        assert_eq!(codes(["s", "s"]), ["unused-source"]);
        // The one that is not known may be meant to be the other.
        assert_eq!(codes(["s", "tt"]), ["unknown-source"]);
        assert_eq!(codes(["tt", "uu"]), ["unknown-source", "unknown-source"]);
    }

    #[test]
    fn a_source_from_which_a_language_comes_is_used() {
        let codes = |used: &str, other: &str, tag: &str| {
            let text = format!(
                "format = 1\n[resolution]\nid = \"x\"\n[[source]]\nid = \"s\"\nlanguages = [{used}]\n[[source]]\nid = \"t\"\n\
                languages = [{other}]\n[language.en.delegations]\nCZ = \"Czechia\"\n[language.{tag}.delegations]\nCZ = \"Tchéquie\"\n\
                [[position]]\ndelegation = \"CZ\"\nkind = \"reservation\"\nscope = \"entire\"\nsource = \"s\"\n"
            );
            let problems = crate::check::check(&crate::problem::SourceText::new("r.toml", text)).problems;
            problems.iter().map(|problem| problem.code.name).collect::<Vec<_>>()
        };
        assert_eq!(codes("\"en\"", "\"fr\"", "fr"), Vec::<&str>::new());
        assert_eq!(codes("\"en\"", "\"en\", \"fr\"", "fr"), Vec::<&str>::new());
        assert_eq!(codes("\"en\", \"fr\"", "\"fr\"", "fr"), ["unused-source"]);
        assert_eq!(codes("\"en\"", "\"fr\"", "pt"), ["unused-source"]);
        assert_eq!(codes("\"en\"", "", "fr"), ["unused-source"]);
    }

    #[test]
    fn one_unknown_source_in_many_places_is_one_fault() {
        let told = |many: usize| {
            let position = |at: usize| {
                format!(
                    "[[position]]\ndelegation = \"CZ\"\nkind = \"reservation\"\non = [\"OP{at}\"]\nsource = \"t\"\n"
                )
            };
            let positions: String = (1..=many).map(position).collect();
            let text = format!(
                "format = 1\n[resolution]\nid = \"x\"\noperative = 9\n[[source]]\nid = \"s\"\n\
                [language.en.delegations]\nCZ = \"Czechia\"\n{positions}"
            );
            let problems = crate::check::check(&crate::problem::SourceText::new("r.toml", text)).problems;
            problems.iter().map(|problem| problem.message.clone()).collect::<Vec<_>>()
        };
        assert_eq!(told(3), ["unknown source \"t\""; 3]);
        assert_eq!(told(4), ["unknown source \"t\", here and in 3 more places"]);
    }
}
