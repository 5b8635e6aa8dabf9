//! One raw record of the versions of a resolution.

use std::collections::{BTreeMap, BTreeSet};

use super::body::Counts;
use super::codes::{NUMBER_PAST_END, STANDARD_NAME_USED, VERSIONS_DIFFER, VOTE_AND_CONSENSUS};
use super::fact::{self, Fact, Names};
use super::version::Version;
use super::vote::Ballots;
use super::{Source, where_in};
use crate::model::{Label, PartId};
use crate::names;
use crate::problem::Problem;
use crate::record::{
    FORMAT, Placed, RawLanguage, RawPart, RawPosition, RawRecord, RawResolution, RawSource, RawVote,
};
use crate::vocabulary::Way;

/// Builds the record of a group of versions, English first. `sources` are the documents that were read.
pub fn record(versions: &mut [Version], sources: &[Source], problems: &mut Vec<Problem>) -> RawRecord {
    // No record depends on the order in which its documents were given.
    versions.sort_by(|one, two| {
        let sha256 = |version: &Version| sources.get(version.document).map(|source| &source.sha256);
        let tag = |version: &Version| (version.tag() != "en", version.tag());
        (tag(one), sha256(one), one.place.start).cmp(&(tag(two), sha256(two), two.place.start))
    });
    let versions = &*versions;
    let counts = counts(versions, problems);
    let mut names: Names = vec![BTreeMap::new(); versions.len()];
    let facts = fact::agreed(versions, |label| counts.bound(label), &mut names, problems);
    let ids = source_ids(versions, sources);
    let mut record = RawRecord { format: Some(FORMAT.into()), ..RawRecord::default() };
    record.resolution = Some(resolution(versions, &counts, problems));
    record.sources = self::sources(versions, sources, &ids);
    record.units = units(versions, &facts);
    record.parts = counts.parts();
    record.positions = facts.iter().map(|fact| position(fact, versions, &ids)).collect();
    record.votes = votes(versions, &counts, &ids, &mut names, problems);
    named_parts(&mut record);
    let used = used(&record);
    record.languages = versions.iter().map(|version| language(version, &counts)).collect();
    complete_names(versions, &mut record, &names, &used, &facts, problems);
    record
}

/// Declares the parts that only a note names: a note alone says nothing of how many paragraphs there are in them.
fn named_parts(record: &mut RawRecord) {
    let positions = record.positions.iter().filter_map(|position| position.on.as_ref());
    let lists = positions.chain(record.votes.iter().filter_map(|vote| vote.on.as_ref()));
    let labels: Vec<Label> =
        lists.flat_map(|on| &on.value).filter_map(|label| label.value.parse().ok()).collect();
    for part in labels.iter().filter_map(Label::part) {
        let declared = |known: &RawPart| known.id.as_ref().is_some_and(|id| id.value == part.as_str());
        if !record.parts.iter().any(declared) {
            record.parts.push(RawPart { id: Some(part.as_str().into()), ..RawPart::default() });
        }
    }
}

/// How many paragraphs there are, as far as the versions agree.
struct Agreed {
    /// By part, in the order of the first version that has a text.
    order: Vec<Option<PartId>>,
    /// Preambular and operative: the count, or the highest of those that differ.
    numbers: BTreeMap<(Option<PartId>, bool), (u32, bool)>,
}

impl Agreed {
    /// The last number of a label's unit, where there is a text.
    fn bound(&self, label: &Label) -> Option<u32> {
        let unit = label.unit();
        if !unit.is_built_in() {
            return None;
        }
        self.numbers.get(&(label.part().cloned(), unit.is_op())).map(|(count, _)| *count)
    }

    fn count(&self, part: Option<&PartId>, operative: bool) -> Option<Placed<i64>> {
        let (count, agreed) = self.numbers.get(&(part.cloned(), operative))?;
        agreed.then(|| i64::from(*count).into())
    }

    fn parts(&self) -> Vec<RawPart> {
        let parts = self.order.iter().flatten();
        parts
            .map(|part| RawPart {
                header: 0..0,
                id: Some(part.as_str().into()),
                preambular: self.count(Some(part), false),
                operative: self.count(Some(part), true),
            })
            .collect()
    }
}

fn counts(versions: &[Version], problems: &mut Vec<Problem>) -> Agreed {
    let mut agreed = Agreed { order: Vec::new(), numbers: BTreeMap::new() };
    let bodies: Vec<(&Version, &Vec<Counts>)> =
        versions.iter().filter_map(|version| Some((version, &version.body.as_ref()?.counts))).collect();
    for counts in bodies.iter().flat_map(|(_, counts)| *counts) {
        if !agreed.order.contains(&counts.part) {
            agreed.order.push(counts.part.clone());
        }
    }
    for part in agreed.order.clone() {
        for operative in [false, true] {
            let number = |counts: &[Counts]| {
                let own = counts.iter().find(|counts| counts.part == part);
                own.map_or(0, |counts| if operative { counts.operative } else { counts.preambular })
            };
            let all: Vec<(&Version, u32)> =
                bodies.iter().map(|(version, counts)| (*version, number(counts))).collect();
            let highest = all.iter().map(|(_, count)| *count).max().unwrap_or(0);
            let same = all.iter().all(|(_, count)| *count == highest);
            agreed.numbers.insert((part.clone(), operative), (highest, same));
            if !same {
                differ(&all, highest, operative, part.as_ref(), problems);
            }
        }
    }
    agreed
}

fn differ(
    all: &[(&Version, u32)],
    highest: u32,
    operative: bool,
    part: Option<&PartId>,
    problems: &mut Vec<Problem>,
) {
    let said: Vec<String> = all
        .iter()
        .map(|(version, count)| {
            format!("{count} ({})", where_in(&version.source, version.tag(), version.place.start))
        })
        .collect();
    let unit = if operative { "operative" } else { "preambular" };
    let part = part.map_or(String::new(), |part| format!(" in part {part}"));
    let message =
        format!("the versions have different numbers of {unit} paragraphs{part}: {}", said.join(", "));
    let Some((version, _)) = all.iter().find(|(_, count)| *count != highest) else { return };
    let help = "compare the two texts, paragraph by paragraph";
    problems.push(Problem::new(&VERSIONS_DIFFER, &version.source, version.place.clone(), message, help));
}

fn resolution(versions: &[Version], counts: &Agreed, problems: &mut Vec<Problem>) -> RawResolution {
    let symbol = versions.iter().find_map(|version| version.heading.symbol.clone());
    let date = common(versions, "dates", |version| version.heading.date, problems);
    let rejected = versions.iter().any(|version| version.heading.rejected);
    let way = common(versions, "ways of adoption", |version| version.heading.way, problems);
    RawResolution {
        header: 0..0,
        id: None,
        symbol: symbol.map(Placed::from),
        adopted: date.filter(|_| !rejected).map(Placed::from),
        rejected: date.filter(|_| rejected).map(Placed::from),
        by: way.map(|way| way.as_str().into()),
        preambular: counts.count(None, false),
        operative: counts.count(None, true),
    }
}

/// What all versions say that say it; where they differ none of it is taken.
fn common<T: PartialEq + std::fmt::Display>(
    versions: &[Version],
    what: &str,
    said: impl Fn(&Version) -> Option<T>,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    let mut each = versions.iter().filter_map(|version| Some((version, said(version)?)));
    let (first, value) = each.next()?;
    let Some((other, another)) = each.find(|(_, other)| *other != value) else { return Some(value) };
    let at = |version: &Version| where_in(&version.source, version.tag(), version.place.start);
    let message =
        format!("the versions have different {what}: {value} ({}), {another} ({})", at(first), at(other));
    let help = "see which is right; what is disputed was not taken";
    problems.push(Problem::new(&VERSIONS_DIFFER, &other.source, other.place.clone(), message, help));
    None
}

/// The documents of a record, in the order of its versions.
fn documents(versions: &[Version], sources: &[Source]) -> Vec<usize> {
    let mut documents: Vec<usize> = Vec::new();
    for document in versions.iter().map(|version| version.document) {
        if document < sources.len() && !documents.contains(&document) {
            documents.push(document);
        }
    }
    documents
}

/// The id of each document's source in this record.
fn source_ids(versions: &[Version], sources: &[Source]) -> BTreeMap<usize, String> {
    let mut ids: BTreeMap<usize, String> = BTreeMap::new();
    for document in documents(versions, sources) {
        let tag = versions.iter().find(|version| version.document == document).map_or("en", Version::tag);
        let mut id = if ids.is_empty() { "published".to_owned() } else { format!("published-{tag}") };
        let mut number = 2;
        while ids.values().any(|other| *other == id) {
            id = format!("published-{tag}-{number}");
            number += 1;
        }
        ids.insert(document, id);
    }
    ids
}

fn sources(versions: &[Version], sources: &[Source], ids: &BTreeMap<usize, String>) -> Vec<RawSource> {
    documents(versions, sources)
        .into_iter()
        .filter_map(|document| {
            let (source, id) = (sources.get(document)?, ids.get(&document)?);
            let own: Vec<&Version> = versions.iter().filter(|version| version.document == document).collect();
            let title = own
                .iter()
                .find_map(|version| version.heading.title.as_ref())
                .map(|title| title.text().to_owned());
            Some(RawSource {
                header: 0..0,
                id: Some(id.as_str().into()),
                title: title.or_else(|| source.file.clone()).map(Placed::from),
                languages: own.iter().map(|version| version.tag().into()).collect(),
                sha256: Some(source.sha256.as_str().into()),
                url: None,
                iri: own.iter().find_map(|version| version.iri.as_deref()).map(Placed::from),
            })
        })
        .collect()
}

/// The units besides paragraphs that positions name, with the notes' own words.
fn units(versions: &[Version], facts: &[Fact]) -> Vec<(Placed<String>, Placed<String>)> {
    let mut units: Vec<(Placed<String>, Placed<String>)> = Vec::new();
    let used: BTreeSet<&str> =
        facts.iter().flat_map(|fact| &fact.labels).map(|label| label.unit().as_str()).collect();
    let said = versions.iter().flat_map(|version| &version.notes).flat_map(|note| &note.reading.units);
    for (unit, word) in said {
        if used.contains(unit.as_str()) && units.iter().all(|(known, _)| known.value != unit.as_str()) {
            units.push((unit.as_str().into(), word.as_str().into()));
        }
    }
    units
}

fn position(fact: &Fact, versions: &[Version], ids: &BTreeMap<usize, String>) -> RawPosition {
    let labels: Vec<Placed<String>> = fact.labels.iter().map(|label| label.to_string().into()).collect();
    let source = ids.get(&versions[fact.version].document).map(|id| id.as_str().into());
    RawPosition {
        // Its place is that in the document, for `verify`.
        delegation: Some(Placed::new(fact.delegation.clone(), fact.place.clone())),
        kind: Some(fact.kind.as_str().into()),
        scope: fact.scope.filter(|_| labels.is_empty()).map(Placed::from),
        on: (!labels.is_empty()).then(|| labels.into()),
        open: fact.open.then(|| true.into()),
        phrase: fact.phrase.iter().map(|(tag, text)| (tag.as_str().into(), text.as_str().into())).collect(),
        status: fact.status.map(|status| status.as_str().into()),
        on_behalf_of: fact.behalf.iter().map(|code| code.as_str().into()).collect(),
        regarding: fact.regarding.as_deref().map(Placed::from),
        source,
        locator: Some(fact.locator.as_str().into()),
        ..RawPosition::default()
    }
}

fn votes(
    versions: &[Version],
    counts: &Agreed,
    ids: &BTreeMap<usize, String>,
    names: &mut Names,
    problems: &mut Vec<Problem>,
) -> Vec<RawVote> {
    let way = versions.iter().find_map(|version| version.heading.way);
    let mut taken: Vec<(usize, &Ballots)> = Vec::new();
    let mut disputed: Vec<&[Label]> = Vec::new();
    for (at, version) in versions.iter().enumerate() {
        for vote in &version.votes {
            if is_past_end(version, vote, counts, problems)
                || is_beside_consensus(version, vote, way, problems)
            {
                continue;
            }
            names_of(vote, &mut names[at]);
            let Some(place) = taken.iter().position(|(_, other)| other.on == vote.on) else {
                taken.push((at, vote));
                continue;
            };
            let (other, known) = taken[place];
            // Of two that say the same the whole one is taken.
            let whole = known.incomplete && !vote.incomplete;
            if !alike(known, vote) {
                let other = &versions[other];
                let there = where_in(&other.source, other.tag(), known.place.start);
                let message =
                    format!("the versions count a vote differently, here and at {there}; it was not taken");
                let place = vote.place.clone();
                disputed.push(&vote.on);
                problems.push(Problem::new(&VERSIONS_DIFFER, &version.source, place, message, ""));
            } else if whole {
                taken[place] = (at, vote);
            }
        }
    }
    taken.retain(|(_, vote)| !disputed.contains(&&vote.on[..]));
    taken.into_iter().map(|(at, vote)| raw_vote(vote, ids.get(&versions[at].document))).collect()
}

/// Whether a vote is on a paragraph past the last one, which is reported.
fn is_past_end(version: &Version, vote: &Ballots, counts: &Agreed, problems: &mut Vec<Problem>) -> bool {
    let past = |label: &&Label| counts.bound(label).is_some_and(|bound| label.number().whole() > bound);
    let Some(label) = vote.on.iter().find(past) else { return false };
    let message = format!("there is no {label}; the vote on it was not taken");
    problems.push(Problem::new(&NUMBER_PAST_END, &version.source, vote.place.clone(), message, ""));
    true
}

/// Whether a vote on the text stands beside the word that it was adopted without one, which is reported.
fn is_beside_consensus(
    version: &Version,
    vote: &Ballots,
    way: Option<Way>,
    problems: &mut Vec<Problem>,
) -> bool {
    if !vote.on.is_empty() || way == Some(Way::Vote) {
        return false;
    }
    let way = way.map_or("without a vote", Way::as_str);
    let voters: Vec<&str> = vote.lists.iter().flatten().flatten().map(|voter| voter.name.as_str()).collect();
    let who = if voters.is_empty() { String::new() } else { format!(" ({})", voters.join(", ")) };
    let message = format!("a vote{who} is told, and the text was adopted by “{way}”; it was not taken");
    problems.push(Problem::new(&VOTE_AND_CONSENSUS, &version.source, vote.place.clone(), message, ""));
    true
}

fn names_of(vote: &Ballots, names: &mut BTreeMap<String, String>) {
    for voter in vote.lists.iter().flatten().flatten() {
        names.entry(voter.code.clone()).or_insert_with(|| voter.name.clone());
    }
}

fn alike(one: &Ballots, two: &Ballots) -> bool {
    let codes = |vote: &Ballots, side: usize| -> Option<BTreeSet<String>> {
        vote.lists[side].as_ref().map(|list| list.iter().map(|voter| voter.code.clone()).collect())
    };
    (0..3).all(|side| {
        let counts =
            one.counts[side].is_none() || two.counts[side].is_none() || one.counts[side] == two.counts[side];
        let lists = (codes(one, side), codes(two, side));
        counts && !matches!(lists, (Some(a), Some(b)) if a != b && !one.incomplete && !two.incomplete)
    })
}

fn raw_vote(vote: &Ballots, source: Option<&String>) -> RawVote {
    let list = |side: usize| -> Option<Placed<Vec<Placed<String>>>> {
        let codes = vote.lists[side].as_ref().filter(|list| !list.is_empty())?;
        let codes: Vec<Placed<String>> = codes.iter().map(|voter| voter.code.as_str().into()).collect();
        Some(codes.into())
    };
    let count = |side: usize| vote.counts[side].map(|count| i64::from(count).into());
    let on: Vec<Placed<String>> = vote.on.iter().map(|label| label.to_string().into()).collect();
    RawVote {
        // Its place is that in the document, for `verify`.
        header: vote.place.clone(),
        on: (!on.is_empty()).then(|| on.into()),
        in_favour: count(0),
        against: count(1),
        abstaining: count(2),
        voted_in_favour: list(0),
        voted_against: list(1),
        voted_abstaining: list(2),
        lists: vote.incomplete.then(|| "incomplete".into()),
        source: source.map(|id| id.as_str().into()),
        locator: None,
    }
}

/// The delegations that a record uses, in its order.
fn used(record: &RawRecord) -> Vec<String> {
    let mut used: Vec<String> = Vec::new();
    let positions = record.positions.iter().flat_map(|position| {
        position.delegation.iter().chain(&position.on_behalf_of).chain(&position.regarding)
    });
    let lists = record
        .votes
        .iter()
        .flat_map(|vote| [&vote.voted_in_favour, &vote.voted_against, &vote.voted_abstaining]);
    let mut seen = BTreeSet::new();
    for code in positions.chain(lists.flatten().flat_map(|list| &list.value)) {
        if seen.insert(code.value.as_str()) {
            used.push(code.value.clone());
        }
    }
    used
}

fn language(version: &Version, counts: &Agreed) -> RawLanguage {
    let heading = &version.heading;
    let mut raw = RawLanguage::new(version.tag());
    raw.title = heading.title.as_ref().map(|title| title.text().into());
    raw.body = heading.body.as_deref().map(Placed::from);
    raw.meeting = heading.meeting.as_deref().map(Placed::from);
    raw.place = heading.place.as_deref().map(Placed::from);
    let Some(body) = &version.body else { return raw };
    let highest: BTreeMap<Option<PartId>, u32> =
        body.counts.iter().map(|counts| (counts.part.clone(), counts.operative)).collect();
    raw.paragraphs = body
        .paragraphs
        .iter()
        .filter(|paragraph| {
            // Where the versions count differently, no label of the preamble is sure, and of the operative
            // paragraphs the text of the longer version only.
            let (part, operative) = (paragraph.label.part().cloned(), paragraph.label.unit().is_op());
            let known = counts.numbers.get(&(part.clone(), operative));
            known.is_none_or(|(count, agreed)| *agreed || (operative && highest.get(&part) == Some(count)))
        })
        .map(|paragraph| (paragraph.label.to_string().into(), paragraph.text.text().into()))
        .collect();
    raw
}

/// Gives every delegation used a name in each language: as printed, else the standard one.
fn complete_names(
    versions: &[Version],
    record: &mut RawRecord,
    names: &Names,
    used: &[String],
    facts: &[Fact],
    problems: &mut Vec<Problem>,
) {
    for (at, version) in versions.iter().enumerate() {
        for code in used {
            if let Some(name) = names[at].get(code) {
                record.languages[at].delegations.push((code.as_str().into(), name.as_str().into()));
                continue;
            }
            let other =
                || names.iter().find_map(|names| names.get(code)).map_or(code.as_str(), String::as_str);
            let name = names::standard(code, version.tag()).unwrap_or_else(other);
            record.languages[at].delegations.push((code.as_str().into(), name.into()));
            let fact = facts.iter().find(|fact| fact.delegation == *code);
            let (source, place) = match fact {
                Some(fact) => (&versions[fact.version].source, fact.place.clone()),
                None => (&version.source, version.place.clone()),
            };
            let message =
                format!("the version in “{}” does not name {code}; “{name}” was taken", version.tag());
            problems.push(Problem::new(&STANDARD_NAME_USED, source, place, message, ""));
        }
    }
}
