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
    groups.retain(|((_, _, kind), _)| changes.kinds.is_empty() || changes.kinds.contains(kind));
    for (_, (one, two)) in groups {
        group(changes, (old, &one), (new, &two));
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

/// A resolution and rows of it.
type Rows<'a, 'r> = (&'a Resolution, &'a [&'a Entry<'r>]);

/// Rows that would have one id but for its number, matched by what they say. What is removed has its id in the old
/// register and comes first, what is added its id in the new one and comes last; where a row has another number now, its
/// `id` has changed.
fn group(changes: &mut Changes, (before, old): Rows<'_, '_>, (after, new): Rows<'_, '_>) {
    let number = |entry: &Entry<'_>, resolution: &Resolution| {
        entry.id.get(resolution.id.as_str().len()..).unwrap_or_default().to_owned()
    };
    let moved = |one: &Entry<'_>, two: &Entry<'_>| number(one, before) != number(two, after);
    let partners = partners(old, new, moved);
    let row = |change, entry: &Entry<'_>| {
        let said = entry.position.map(details);
        let (old, new) = if change == Happened::Added { (None, said) } else { (said, None) };
        Change { change, id: entry.id.clone(), field: None, old, new }
    };
    let gone = old.iter().enumerate().filter(|(at, _)| !partners.contains(&Some(*at)));
    changes.list.extend(gone.map(|(_, entry)| row(Happened::Removed, entry)));
    for (two, partner) in new.iter().zip(&partners) {
        let Some(one) = partner.and_then(|at| old.get(at)) else { continue };
        if moved(one, two) {
            changes.fact(&two.id, "id", Some(one.id.clone()), Some(two.id.clone()));
        }
        if let (Some(before), Some(after)) = (one.position, two.position) {
            compare(changes, &two.id, before, after);
        }
    }
    let added = new.iter().zip(&partners).filter(|(_, partner)| partner.is_none());
    changes.list.extend(added.map(|(entry, _)| row(Happened::Added, entry)));
}

/// Pairs that are looked at one by one; where there are more, rows are matched in their order.
const FEW: usize = 10_000;

/// Which old row each new one is: the one that says the same, else the one that differs least.
fn partners(
    old: &[&Entry<'_>],
    new: &[&Entry<'_>],
    moved: impl Fn(&Entry<'_>, &Entry<'_>) -> bool,
) -> Vec<Option<usize>> {
    if old.len() * new.len() > FEW {
        return (0..new.len()).map(|at| (at < old.len()).then_some(at)).collect();
    }
    let mut pairs: Vec<_> = Vec::new();
    for (to, two) in new.iter().enumerate() {
        for (from, one) in old.iter().enumerate() {
            pairs.push((distance(one, two), moved(one, two), to, from));
        }
    }
    pairs.sort_unstable();
    let mut partners = vec![None; new.len()];
    for (_, _, to, from) in pairs {
        if partners[to].is_none() && !partners.contains(&Some(from)) {
            partners[to] = Some(from);
        }
    }
    partners
}

/// In how many facts two rows differ, and whether in the date of withdrawal: that comes to a position that stays the
/// same, and tells less than any other fact that it is another one.
fn distance(one: &Entry<'_>, two: &Entry<'_>) -> (usize, bool) {
    let mut differences = Changes::default();
    if let (Some(before), Some(after)) = (one.position, two.position) {
        compare(&mut differences, "", before, after);
    }
    let all = differences.list.len();
    differences.list.retain(|change| change.field.as_deref() != Some("withdrawn"));
    (differences.list.len(), differences.list.len() < all)
}

/// What a row that is new or gone says, on one line.
pub(super) fn details(position: &Position) -> String {
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
    let source = format!("source: {}", position.source);
    facts.said().into_iter().chain([source]).collect::<Vec<_>>().join("; ")
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
