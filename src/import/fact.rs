//! What the notes of the language versions say, held against each other and against the text.

mod dispute;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::codes::{NUMBER_PAST_END, PARAGRAPH_NOT_FOUND, PHRASE_NOT_IN_PARAGRAPH};
use super::version::Version;
use super::{quote, where_in};
use crate::fold::fold;
use crate::model::{Label, PositionKind, Status, Target};
use crate::note::{Mention, Statement};
use crate::problem::Problem;

/// One delegation's part in one statement of a note.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Which of the versions says so.
    pub version: usize,
    /// Whose position it is.
    pub delegation: String,
    /// What it is.
    pub kind: PositionKind,
    /// The paragraphs that it names.
    pub labels: Vec<Label>,
    /// Where it names none: `entire` or `unknown`.
    pub scope: Option<&'static str>,
    /// The words that it is about, by tag.
    pub phrase: BTreeMap<String, String>,
    /// 0 without a phrase, else which of its phrases on the same paragraph it is.
    phrases: usize,
    /// Whether the list of paragraphs is not complete.
    pub open: bool,
    /// What holds it back.
    pub status: Option<Status>,
    /// For whom else the delegation speaks.
    pub behalf: Vec<String>,
    /// Of an objection: whose position it is about.
    pub regarding: Option<String>,
    /// Where in the source it stands.
    pub locator: String,
    /// Where in the document it stands.
    pub place: Range<usize>,
}

/// A row that a fact gives: what versions must agree on. The last is 0 without a phrase, else which of the phrases
/// that the delegation has on that paragraph it is.
type Row = (String, Option<String>, String, bool, Option<Status>, Vec<String>, Option<String>, usize);

impl Fact {
    fn row(&self, label: Option<&Label>) -> Row {
        let target = label.map_or_else(|| self.scope.unwrap_or_default().to_owned(), Label::to_string);
        let mut behalf = self.behalf.clone();
        behalf.sort();
        let kind = Some(self.kind.as_str().to_owned());
        (
            self.delegation.clone(),
            kind,
            target,
            self.open,
            self.status,
            behalf,
            self.regarding.clone(),
            self.phrases,
        )
    }

    /// Whether it names a paragraph or says that it is on none in particular.
    fn says_something(&self) -> bool {
        !self.labels.is_empty() || self.scope.is_some()
    }

    fn rows(&self) -> impl Iterator<Item = Row> + '_ {
        let none = self.labels.is_empty().then(|| self.row(None));
        self.labels.iter().map(|label| self.row(Some(label))).chain(none)
    }
}

/// The names of delegations as versions print them: by version, then code.
pub type Names = Vec<BTreeMap<String, String>>;

/// The facts that all versions with a note agree on; `bounds` is the number of paragraphs, where it is known.
pub fn agreed(
    versions: &[Version],
    bound: impl Fn(&Label) -> Option<u32>,
    names: &mut Names,
    problems: &mut Vec<Problem>,
) -> Vec<Fact> {
    let mut each: Vec<Vec<Fact>> =
        versions.iter().enumerate().map(|(at, version)| facts(version, at, &mut names[at])).collect();
    let says: Vec<usize> = (0..versions.len()).filter(|at| !versions[*at].notes.is_empty()).collect();
    for (at, facts) in each.iter().enumerate() {
        facts.iter().for_each(|fact| past(&versions[at], fact, &bound, problems));
    }
    // A version that names a paragraph past the end disputes what the others say.
    dispute::settle(versions, &says, &mut each, problems);
    for facts in &mut each {
        facts.iter_mut().for_each(|fact| fact.labels.retain(|label| !is_past(label, &bound)));
        facts.retain(Fact::says_something);
    }
    absent(versions, &mut each, problems);
    phrases(versions, &mut each, problems);
    merged(each)
}

fn facts(version: &Version, at: usize, names: &mut BTreeMap<String, String>) -> Vec<Fact> {
    let mut facts: Vec<Fact> = Vec::new();
    for note in &version.notes {
        for statement in &note.reading.statements {
            let all = statement.delegations.iter().chain(&statement.on_behalf_of).chain(&statement.regarding);
            for mention in all {
                names.entry(mention.delegation.to_string()).or_insert_with(|| mention.name.clone());
            }
            let locator = note.locator(&statement.span);
            facts.extend(statement.delegations.iter().map(|mention| {
                let place = note.text.span(&mention.span);
                fact(version, at, statement, mention, &locator, place)
            }));
        }
    }
    count_phrases(&mut facts);
    // What a note says twice is one position.
    let mut seen = BTreeSet::new();
    for fact in &mut facts {
        let mut labels = std::mem::take(&mut fact.labels);
        labels.retain(|label| seen.insert((fact.row(Some(label)), fact.phrase.clone())));
        fact.labels = labels;
        if fact.scope.is_some() && !seen.insert((fact.row(None), fact.phrase.clone())) {
            fact.scope = None;
        }
    }
    facts.retain(Fact::says_something);
    facts
}

/// Numbers the phrases that a delegation has on one paragraph, so that versions pair them in their order.
fn count_phrases(facts: &mut [Fact]) {
    let mut counts: BTreeMap<(String, Option<Label>), usize> = BTreeMap::new();
    for fact in facts.iter_mut().filter(|fact| !fact.phrase.is_empty()) {
        let whole = fact.labels.is_empty().then_some(None);
        for label in fact.labels.iter().cloned().map(Some).chain(whole) {
            let count = counts.entry((fact.delegation.clone(), label)).or_default();
            *count += 1;
            fact.phrases = fact.phrases.max(*count);
        }
    }
}

fn fact(
    version: &Version,
    at: usize,
    statement: &Statement,
    mention: &Mention,
    locator: &str,
    place: Range<usize>,
) -> Fact {
    let mut fact = Fact {
        version: at,
        delegation: mention.delegation.to_string(),
        kind: statement.kind,
        labels: Vec::new(),
        scope: None,
        phrase: BTreeMap::new(),
        phrases: 0,
        open: false,
        status: statement.status,
        behalf: statement.on_behalf_of.iter().map(|other| other.delegation.to_string()).collect(),
        regarding: statement.regarding.as_ref().map(|other| other.delegation.to_string()),
        locator: locator.to_owned(),
        place,
    };
    let words = |texts: &crate::model::Texts| {
        texts.values().next().map(|text| (version.tag().to_owned(), text.clone()))
    };
    match &statement.target {
        Target::Paragraphs { on, phrase, open } => {
            fact.labels = on.as_slice().to_vec();
            fact.open = *open;
            fact.phrase.extend(words(phrase));
        }
        Target::Entire => fact.scope = Some("entire"),
        Target::Unknown { phrase } => {
            fact.scope = Some("unknown");
            fact.phrase.extend(words(phrase));
        }
    }
    fact
}

/// Reports labels past the last paragraph.
fn past(version: &Version, fact: &Fact, bound: &impl Fn(&Label) -> Option<u32>, problems: &mut Vec<Problem>) {
    for label in fact.labels.iter().filter(|label| is_past(label, bound)) {
        let last = bound(label).unwrap_or(0);
        let message = format!("there is no {label}: the last paragraph of that kind is {last}");
        problems.push(Problem::new(&NUMBER_PAST_END, &version.source, fact.place.clone(), message, ""));
    }
}

fn is_past(label: &Label, bound: &impl Fn(&Label) -> Option<u32>) -> bool {
    bound(label).is_some_and(|bound| label.number().whole() > bound)
}

/// Takes out sub-paragraphs, and paragraphs between two numbers (`9bis`), that the text does not have.
fn absent(versions: &[Version], each: &mut [Vec<Fact>], problems: &mut Vec<Problem>) {
    let bodies = versions.iter().filter_map(|version| version.body.as_ref());
    let texts: BTreeMap<&Label, &str> = bodies
        .flat_map(|body| &body.paragraphs)
        .map(|paragraph| (&paragraph.label, paragraph.text.text()))
        .collect();
    if texts.is_empty() {
        return;
    }
    for (version, facts) in versions.iter().zip(each.iter_mut()) {
        for fact in facts.iter_mut() {
            let gone = |label: &Label| (!has(&texts, label)).then(|| label.clone());
            let gone: Vec<Label> = fact.labels.iter().filter_map(gone).collect();
            for label in &gone {
                let message = format!("there is no {label} in the text");
                let (source, place) = (&version.source, fact.place.clone());
                problems.push(Problem::new(&PARAGRAPH_NOT_FOUND, source, place, message, ""));
            }
            fact.labels.retain(|label| !gone.contains(label));
        }
        facts.retain(Fact::says_something);
    }
}

/// Whether the text has a paragraph, as far as it can tell: its number is within the count, and a letter stands below
/// it or inside the sentence of what contains it.
fn has(texts: &BTreeMap<&Label, &str>, label: &Label) -> bool {
    let special = !label.path().is_empty() || !label.number().suffix().is_empty();
    if !special || !label.unit().is_built_in() || texts.contains_key(label) {
        return true;
    }
    let Some(parent) = label.parent() else { return false };
    let Some(last) = label.path().last() else { return false };
    match texts.get(&parent) {
        // "to provide (a) lamps and (b) oil": the letters stand in the sentence.
        Some(text) => super::lead::marks_inside(text).any(|mark| mark == *last),
        None => has(texts, &parent),
    }
}

/// Takes out labels of which the paragraph has not the words that the position is about.
fn phrases(versions: &[Version], each: &mut [Vec<Fact>], problems: &mut Vec<Problem>) {
    let mut gone: BTreeSet<(String, Label, usize)> = BTreeSet::new();
    for (version, facts) in versions.iter().zip(each.iter()) {
        let named: BTreeSet<&Label> =
            facts.iter().filter(|fact| fact.phrases > 0).flat_map(|fact| &fact.labels).collect();
        let paragraphs = version.body.iter().flat_map(|body| &body.paragraphs);
        let texts: BTreeMap<&Label, (String, usize)> = paragraphs
            .filter(|paragraph| named.contains(&paragraph.label))
            .map(|paragraph| (&paragraph.label, (fold(paragraph.text.text()), paragraph.text.place(0))))
            .collect();
        for fact in facts {
            let Some(phrase) = fact.phrase.get(version.tag()) else { continue };
            let needle = fold(phrase);
            for label in &fact.labels {
                let Some((_, place)) = texts.get(label).filter(|(text, _)| !text.contains(&needle)) else {
                    continue;
                };
                let there = where_in(&version.source, version.tag(), *place);
                let message = format!("“{}” does not stand in {label} ({there})", quote(phrase));
                let place = fact.place.clone();
                problems.push(Problem::new(&PHRASE_NOT_IN_PARAGRAPH, &version.source, place, message, ""));
                gone.insert((fact.delegation.clone(), label.clone(), fact.phrases));
            }
        }
    }
    for facts in each.iter_mut() {
        for fact in facts.iter_mut().filter(|fact| fact.phrases > 0) {
            let (delegation, phrases) = (fact.delegation.clone(), fact.phrases);
            fact.labels.retain(|label| !gone.contains(&(delegation.clone(), label.clone(), phrases)));
        }
        facts.retain(Fact::says_something);
    }
}

/// One list of facts: those of the first version that has any, with the phrases of the others, and what only the
/// others have.
fn merged(each: Vec<Vec<Fact>>) -> Vec<Fact> {
    let mut all: Vec<Fact> = Vec::new();
    let mut known: BTreeMap<Row, usize> = BTreeMap::new();
    for facts in each {
        let first = all.len();
        for mut fact in facts {
            let mut extend = |row: &Row| match known.get(row) {
                Some(at) => {
                    all[*at].phrase.extend(fact.phrase.clone());
                    false
                }
                None => true,
            };
            let labels = std::mem::take(&mut fact.labels);
            let new: Vec<Label> = labels.into_iter().filter(|label| extend(&fact.row(Some(label)))).collect();
            let scoped = fact.scope.is_some() && extend(&fact.row(None));
            if !new.is_empty() || scoped {
                all.push(Fact { labels: new, ..fact });
            }
        }
        for (at, fact) in all.iter().enumerate().skip(first) {
            known.extend(fact.rows().map(|row| (row, at)));
        }
    }
    all
}
