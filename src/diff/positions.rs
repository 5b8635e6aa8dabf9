//! Positions and ballots, row by row.

use std::collections::BTreeMap;

use super::{Change, Changes, Happened, joined, keys, text};
use crate::model::{Delegation, Entry, Kind, Life, Position, Reach, Resolution, Target, Texts};

/// What makes two rows the same one, said of it differently.
type Key<'r> = (&'r Delegation, String, Kind);

pub(super) fn positions(changes: &mut Changes, old: &Resolution, new: &Resolution) {
    let (before, after) = (old.entries(), new.entries());
    let mut groups: BTreeMap<Key<'_>, (Vec<&Entry<'_>>, Vec<&Entry<'_>>)> = BTreeMap::new();
    for entry in &before {
        groups.entry(key(entry)).or_default().0.push(entry);
    }
    for entry in &after {
        groups.entry(key(entry)).or_default().1.push(entry);
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by(|((one, _, kind), a), ((two, _, other), b)| {
        one.cmp(two).then_with(|| target_order(new, first(a), first(b))).then(kind.cmp(other))
    });
    for (_, (one, two)) in groups {
        group(changes, &one, &two);
    }
}

fn key<'r>(entry: &Entry<'r>) -> Key<'r> {
    (entry.delegation, entry.target(), entry.kind)
}

fn first<'a, 'r>((old, new): &(Vec<&'a Entry<'r>>, Vec<&'a Entry<'r>>)) -> Option<&'a Entry<'r>> {
    old.first().or(new.first()).copied()
}

/// Labels as in the text, then the entire text, then what is not known.
fn target_order(resolution: &Resolution, a: Option<&Entry<'_>>, b: Option<&Entry<'_>>) -> std::cmp::Ordering {
    let part = |entry: Option<&Entry<'_>>| {
        (entry.and_then(|e| e.paragraph.cloned()), entry.map(|e| e.reach == Reach::Unknown))
    };
    match (part(a), part(b)) {
        ((Some(one), _), (Some(two), _)) => resolution.order(&one, &two),
        ((one, this), (two, that)) => two.is_some().cmp(&one.is_some()).then(this.cmp(&that)),
    }
}

/// Rows that would have one id: those that are the same are taken away, the others matched in their order.
fn group(changes: &mut Changes, old: &[&Entry<'_>], new: &[&Entry<'_>]) {
    let mut rest = old.to_vec();
    let mut fresh = Vec::new();
    for entry in new {
        match rest.iter().position(|other| same(other, entry)) {
            Some(at) => drop(rest.remove(at)),
            None => fresh.push(*entry),
        }
    }
    for (one, two) in rest.iter().zip(&fresh) {
        if let (Some(before), Some(after)) = (one.position, two.position) {
            compare(changes, &two.id, before, after);
        }
    }
    for entry in fresh.iter().skip(rest.len()) {
        let new = entry.position.map(details);
        changes.list.push(Change {
            change: Happened::Added,
            id: entry.id.clone(),
            field: None,
            old: None,
            new,
        });
    }
    for entry in rest.iter().skip(fresh.len()) {
        let old = entry.position.map(details);
        changes.list.push(Change {
            change: Happened::Removed,
            id: entry.id.clone(),
            field: None,
            old,
            new: None,
        });
    }
}

fn same(one: &Entry<'_>, two: &Entry<'_>) -> bool {
    let mut differences = Changes::default();
    match (one.position, two.position) {
        (Some(before), Some(after)) => compare(&mut differences, "", before, after),
        (None, None) => {}
        _ => return false,
    }
    differences.list.is_empty()
}

/// What a row that is new or gone says, on one line.
fn details(position: &Position) -> String {
    let bare = Position {
        target: Target::Entire,
        status: None,
        life: Life::default(),
        on_behalf_of: Vec::new(),
        regarding: None,
        note: Texts::new(),
        locator: None,
        ..position.clone()
    };
    let mut facts = Changes::default();
    compare(&mut facts, "", &bare, position);
    let said = facts.list.into_iter().filter_map(|fact| Some(format!("{}: {}", fact.field?, fact.new?)));
    let source = format!("source: {}", position.source);
    said.chain([source]).collect::<Vec<_>>().join("; ")
}

/// What a row says besides whose it is, what it is and on what.
fn compare(changes: &mut Changes, id: &str, old: &Position, new: &Position) {
    texts(changes, id, "phrase", phrase(old), phrase(new));
    let open = |position: &Position| {
        matches!(position.target, Target::Paragraphs { open: true, .. }).then(|| "true".to_owned())
    };
    changes.fact(id, "open", open(old), open(new));
    changes.fact(id, "status", text(old.status), text(new.status));
    changes.fact(id, "made", text(old.life.made()), text(new.life.made()));
    changes.fact(id, "withdrawn", text(old.life.withdrawn()), text(new.life.withdrawn()));
    changes.fact(id, "on-behalf-of", joined(&old.on_behalf_of), joined(&new.on_behalf_of));
    changes.fact(id, "regarding", text(old.regarding.as_ref()), text(new.regarding.as_ref()));
    texts(changes, id, "note", Some(&old.note), Some(&new.note));
    changes.fact(id, "source", Some(old.source.to_string()), Some(new.source.to_string()));
    changes.fact(id, "locator", old.locator.clone(), new.locator.clone());
}

fn phrase(position: &Position) -> Option<&Texts> {
    match &position.target {
        Target::Paragraphs { phrase, .. } | Target::Unknown { phrase } => Some(phrase),
        Target::Entire => None,
    }
}

fn texts(changes: &mut Changes, id: &str, key: &str, old: Option<&Texts>, new: Option<&Texts>) {
    let languages =
        keys(old.into_iter().flatten().map(|(tag, _)| tag), new.into_iter().flatten().map(|(tag, _)| tag));
    for language in languages {
        let of = |texts: Option<&Texts>| texts.and_then(|texts| texts.get(language)).cloned();
        changes.fact(id, format!("{key}.{language}"), of(old), of(new));
    }
}
