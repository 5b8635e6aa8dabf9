//! Facts of the resolution: its own, its parts, units, sources, names, subjects and texts.

use std::collections::BTreeMap;

use super::{Changes, Happened, joined, keys, text};
use crate::language::Language;
use crate::model::{LanguageBlock, Outcome, Part, Resolution, Source};

pub(super) fn facts(changes: &mut Changes, old: &Resolution, new: &Resolution) {
    own(changes, old, new);
    things(
        changes,
        (&old.parts, &new.parts),
        |part| format!("{}/part/{}", new.id, part.id),
        part,
        |part| Part { preambular: None, operative: None, ..part.clone() },
    );
    things(
        changes,
        (&old.sources, &new.sources),
        |source| format!("{}/source/{}", new.id, source.id),
        source,
        |source| Source {
            title: None,
            languages: Vec::new(),
            sha256: None,
            url: None,
            iri: None,
            ..source.clone()
        },
    );
    let [before, after] = [old, new].map(|resolution| {
        resolution.languages.iter().map(|(tag, block)| (tag, block)).collect::<BTreeMap<_, _>>()
    });
    let languages = before.keys().chain(after.keys()).copied();
    let mut languages: Vec<&Language> = languages.collect();
    languages.sort();
    languages.dedup();
    let empty = LanguageBlock::default();
    let pairs: Vec<_> = languages
        .into_iter()
        .map(|tag| (tag, *before.get(tag).unwrap_or(&&empty), *after.get(tag).unwrap_or(&&empty)))
        .collect();
    titles(changes, new, &pairs);
    names(changes, new, &pairs);
    paragraphs(changes, (old, new), &pairs);
}

/// What a resolution that is new or gone says of itself.
pub(super) fn said(resolution: &Resolution) -> Option<String> {
    let bare = Resolution {
        symbol: None,
        outcome: None,
        by: None,
        preambular: None,
        operative: None,
        parts: Vec::new(),
        units: Vec::new(),
        sources: Vec::new(),
        languages: Vec::new(),
        positions: Vec::new(),
        votes: Vec::new(),
        ..resolution.clone()
    };
    let empty = LanguageBlock::default();
    let pairs: Vec<_> = resolution.languages.iter().map(|(tag, block)| (tag, &empty, block)).collect();
    let mut facts = Changes::default();
    titles(&mut facts, resolution, &pairs);
    own(&mut facts, &bare, resolution);
    facts.said()
}

type Pairs<'r> = [(&'r Language, &'r LanguageBlock, &'r LanguageBlock)];

fn own(changes: &mut Changes, old: &Resolution, new: &Resolution) {
    let id = new.id.as_str();
    let adopted = |resolution: &Resolution| match resolution.outcome {
        Some(Outcome::Adopted(date)) => Some(date),
        _ => None,
    };
    let rejected = |resolution: &Resolution| match resolution.outcome {
        Some(Outcome::Rejected(date)) => Some(date),
        _ => None,
    };
    changes.fact(id, "id", Some(old.id.to_string()), Some(new.id.to_string()));
    changes.fact(id, "symbol", old.symbol.clone(), new.symbol.clone());
    changes.fact(id, "adopted", text(adopted(old)), text(adopted(new)));
    changes.fact(id, "rejected", text(rejected(old)), text(rejected(new)));
    changes.fact(id, "by", text(old.by), text(new.by));
    changes.fact(id, "preambular", text(old.preambular), text(new.preambular));
    changes.fact(id, "operative", text(old.operative), text(new.operative));
    let [before, after] = [old, new].map(|resolution| {
        resolution.units.iter().map(|(unit, word)| (unit, word)).collect::<BTreeMap<_, _>>()
    });
    for unit in keys(before.keys().copied(), after.keys().copied()) {
        let word = |units: &BTreeMap<_, &String>| units.get(unit).map(|word| (*word).clone());
        changes.fact(id, format!("units.{unit}"), word(&before), word(&after));
    }
}

/// Things in lists, matched by their ids.
fn things<T>(
    changes: &mut Changes,
    (old, new): (&[T], &[T]),
    id: impl Fn(&T) -> String,
    compare: fn(&mut Changes, &str, &T, &T),
    bare: fn(&T) -> T,
) {
    let said = |thing: &T| {
        let mut facts = Changes::default();
        compare(&mut facts, "", &bare(thing), thing);
        facts.said()
    };
    for thing in new {
        let own = id(thing);
        match old.iter().find(|other| id(other) == own) {
            Some(other) => compare(changes, &own, other, thing),
            None => changes.thing(Happened::Added, own, said(thing)),
        }
    }
    for thing in old.iter().filter(|thing| !new.iter().any(|other| id(other) == id(thing))) {
        changes.thing(Happened::Removed, id(thing), said(thing));
    }
}

fn part(changes: &mut Changes, id: &str, old: &Part, new: &Part) {
    changes.fact(id, "preambular", text(old.preambular), text(new.preambular));
    changes.fact(id, "operative", text(old.operative), text(new.operative));
}

fn source(changes: &mut Changes, id: &str, old: &Source, new: &Source) {
    changes.fact(id, "title", old.title.clone(), new.title.clone());
    changes.fact(id, "languages", joined(&old.languages), joined(&new.languages));
    changes.fact(id, "sha256", old.sha256.clone(), new.sha256.clone());
    changes.fact(id, "url", old.url.clone(), new.url.clone());
    changes.fact(id, "iri", old.iri.clone(), new.iri.clone());
}

fn titles(changes: &mut Changes, new: &Resolution, pairs: &Pairs<'_>) {
    type Pick = fn(&LanguageBlock) -> &Option<String>;
    let picks: [(&str, Pick); 4] = [
        ("title", |block| &block.title),
        ("body", |block| &block.body),
        ("meeting", |block| &block.meeting),
        ("place", |block| &block.place),
    ];
    for (key, pick) in picks {
        for (language, one, two) in pairs {
            changes.fact(new.id.as_str(), format!("{key}.{language}"), pick(one).clone(), pick(two).clone());
        }
    }
}

fn names(changes: &mut Changes, new: &Resolution, pairs: &Pairs<'_>) {
    let blocks = pairs.iter().flat_map(|(_, one, two)| one.delegations.keys().chain(two.delegations.keys()));
    for delegation in keys(blocks, []) {
        let id = format!("{}/{delegation}", new.id);
        for (language, one, two) in pairs {
            let field = format!("name.{language}");
            changes.entry(&id, field, one.delegations.get(delegation), two.delegations.get(delegation));
        }
    }
}

/// Subjects and texts, in the text's order.
fn paragraphs(changes: &mut Changes, (old, new): (&Resolution, &Resolution), pairs: &Pairs<'_>) {
    let of = |block: &'_ LanguageBlock| {
        block.subjects.keys().chain(block.paragraphs.keys()).cloned().collect::<Vec<_>>()
    };
    let mut labels: Vec<_> = pairs.iter().flat_map(|(_, one, two)| [of(one), of(two)]).flatten().collect();
    labels.sort_by(|a, b| new.order(a, b).then_with(|| old.order(a, b)));
    labels.dedup();
    for label in &labels {
        let id = format!("{}/{label}", new.id);
        for (language, one, two) in pairs {
            changes.entry(
                &id,
                format!("subject.{language}"),
                one.subjects.get(label),
                two.subjects.get(label),
            );
        }
        for (language, one, two) in pairs {
            changes.entry(
                &id,
                format!("text.{language}"),
                one.paragraphs.get(label),
                two.paragraphs.get(label),
            );
        }
    }
}
