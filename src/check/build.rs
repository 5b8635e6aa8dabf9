//! From a raw record without errors to the model.

use std::collections::BTreeMap;
use std::str::FromStr;

use crate::language::Language;
use crate::model::{
    Ballot, Delegation, Label, Labels, LanguageBlock, Life, Outcome, Part, Position, Resolution, Source,
    Target, Texts, Vote,
};
use crate::record::{Placed, RawLanguage, RawPosition, RawRecord, RawSource, RawTexts, RawVote};

/// The resolution of a record; none where it has a fault that the rules should have reported.
pub(super) fn build(record: &RawRecord) -> Option<Resolution> {
    let raw = record.resolution.as_ref()?;
    let adopted = raw.adopted.as_ref().map(|date| Outcome::Adopted(date.value));
    let rejected = raw.rejected.as_ref().map(|date| Outcome::Rejected(date.value));
    let parts = record.parts.iter().map(|part| {
        Some(Part {
            id: parse(&part.id)?,
            preambular: count(&part.preambular),
            operative: count(&part.operative),
        })
    });
    let units = record.units.iter().map(|(unit, word)| Some((unit.value.parse().ok()?, word.value.clone())));
    let languages = record.languages.iter().map(|raw| Some((raw.tag.value.parse().ok()?, language(raw)?)));
    Some(Resolution {
        id: parse(&raw.id)?,
        symbol: text(&raw.symbol),
        outcome: adopted.or(rejected),
        by: raw.by.as_ref().and_then(|by| by.value.parse().ok()),
        preambular: count(&raw.preambular),
        operative: count(&raw.operative),
        parts: parts.collect::<Option<_>>()?,
        units: units.collect::<Option<_>>()?,
        sources: record.sources.iter().map(source).collect::<Option<_>>()?,
        languages: languages.collect::<Option<_>>()?,
        positions: record.positions.iter().map(position).collect::<Option<_>>()?,
        votes: record.votes.iter().map(vote).collect::<Option<_>>()?,
    })
}

fn parse<T: FromStr>(placed: &Option<Placed<String>>) -> Option<T> {
    placed.as_ref().and_then(|placed| placed.value.parse().ok())
}

fn text(placed: &Option<Placed<String>>) -> Option<String> {
    placed.as_ref().map(|placed| placed.value.clone())
}

fn count(placed: &Option<Placed<i64>>) -> Option<u32> {
    placed.as_ref().and_then(|placed| u32::try_from(placed.value).ok())
}

fn texts(raw: &RawTexts) -> Option<Texts> {
    raw.iter().map(|(tag, text)| Some((tag.value.parse().ok()?, text.value.clone()))).collect()
}

fn keyed<T: FromStr + Ord>(raw: &RawTexts) -> Option<BTreeMap<T, String>> {
    raw.iter().map(|(key, text)| Some((key.value.parse().ok()?, text.value.clone()))).collect()
}

fn many<T: FromStr>(raw: &[Placed<String>]) -> Option<Vec<T>> {
    raw.iter().map(|item| item.value.parse().ok()).collect()
}

fn labels(raw: &Placed<Vec<Placed<String>>>) -> Option<Labels> {
    Labels::new(many::<Label>(&raw.value)?)
}

fn language(raw: &RawLanguage) -> Option<LanguageBlock> {
    Some(LanguageBlock {
        title: text(&raw.title),
        body: text(&raw.body),
        meeting: text(&raw.meeting),
        place: text(&raw.place),
        delegations: keyed(&raw.delegations)?,
        subjects: keyed(&raw.subjects)?,
        paragraphs: keyed(&raw.paragraphs)?,
    })
}

fn source(raw: &RawSource) -> Option<Source> {
    Some(Source {
        id: parse(&raw.id)?,
        title: text(&raw.title),
        languages: many::<Language>(&raw.languages)?,
        sha256: raw.sha256.as_ref().map(|sum| sum.value.to_ascii_lowercase()),
        url: text(&raw.url),
        iri: text(&raw.iri),
    })
}

fn position(raw: &RawPosition) -> Option<Position> {
    let date = |placed: &Option<Placed<_>>| placed.as_ref().map(|date| date.value);
    let phrase = texts(&raw.phrase)?;
    let target = match (&raw.on, &raw.scope) {
        (Some(on), None) => {
            let open = raw.open.as_ref().is_some_and(|open| open.value);
            Target::Paragraphs { on: labels(on)?, phrase, open }
        }
        (None, Some(scope)) if scope.value == "entire" => Target::Entire,
        (None, Some(_)) => Target::Unknown { phrase },
        _ => return None,
    };
    Some(Position {
        delegation: parse(&raw.delegation)?,
        kind: parse(&raw.kind)?,
        target,
        status: raw.status.as_ref().and_then(|status| status.value.parse().ok()),
        life: Life::new(date(&raw.made), date(&raw.withdrawn))?,
        on_behalf_of: many(&raw.on_behalf_of)?,
        regarding: parse(&raw.regarding),
        note: texts(&raw.note)?,
        source: parse(&raw.source)?,
        locator: text(&raw.locator),
    })
}

fn vote(raw: &RawVote) -> Option<Vote> {
    let sides = [
        (Ballot::InFavour, &raw.voted_in_favour),
        (Ballot::Against, &raw.voted_against),
        (Ballot::Abstention, &raw.voted_abstaining),
    ];
    let mut lists = Vec::new();
    for (ballot, list) in sides {
        if let Some(list) = list {
            lists.push((ballot, many::<Delegation>(&list.value)?));
        }
    }
    Some(Vote {
        on: match &raw.on {
            Some(on) => Some(labels(on)?),
            None => None,
        },
        in_favour: count(&raw.in_favour),
        against: count(&raw.against),
        abstaining: count(&raw.abstaining),
        lists,
        incomplete: raw.lists.is_some(),
        source: parse(&raw.source),
        locator: text(&raw.locator),
    })
}
