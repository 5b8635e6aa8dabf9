//! Votes: their counts. Who voted how are rows.

use super::{Changes, Happened, text};
use crate::model::{Ballot, Resolution, Vote};

pub(super) fn votes(changes: &mut Changes, old: &Resolution, new: &Resolution) {
    let (mut before, after) = (ids(old, new), ids(new, new));
    for (id, vote) in after {
        match before.iter().position(|(known, _)| *known == id) {
            Some(at) => {
                let (_, other) = before.remove(at);
                compare(changes, &id, other, vote);
            }
            None => changes.thing(Happened::Added, id, said(vote)),
        }
    }
    for (id, vote) in before {
        changes.thing(Happened::Removed, id, said(vote));
    }
}

/// What a vote that is new or gone says besides who voted how.
fn said(vote: &Vote) -> Option<String> {
    let bare = Vote {
        on: None,
        in_favour: None,
        against: None,
        abstaining: None,
        lists: Vec::new(),
        incomplete: false,
        source: None,
        locator: None,
    };
    let mut facts = Changes::default();
    compare(&mut facts, "", &bare, vote);
    facts.said()
}

/// The votes with their ids: of the new resolution, by the paragraphs, `/2` for a second one on the same.
fn ids<'r>(resolution: &'r Resolution, new: &Resolution) -> Vec<(String, &'r Vote)> {
    let mut ids: Vec<(String, &Vote)> = Vec::new();
    for vote in &resolution.votes {
        let labels = vote.on.as_ref().map(|on| {
            let labels: Vec<_> = on.as_slice().iter().map(ToString::to_string).collect();
            format!("/{}", labels.join("+"))
        });
        let base = format!("{}/vote{}", new.id, labels.unwrap_or_default());
        let numbered = (2..).map(|count| format!("{base}/{count}"));
        let id = std::iter::once(base.clone())
            .chain(numbered)
            .find(|id| !ids.iter().any(|(known, _)| known == id));
        ids.push((id.unwrap_or(base), vote));
    }
    ids
}

fn compare(changes: &mut Changes, id: &str, old: &Vote, new: &Vote) {
    for (field, ballot) in
        [("in-favour", Ballot::InFavour), ("against", Ballot::Against), ("abstaining", Ballot::Abstention)]
    {
        changes.fact(id, field, text(old.count(ballot)), text(new.count(ballot)));
        // A list without anybody says that nobody is in it; no list says nothing.
        let empty = |vote: &Vote| vote.list(ballot).filter(|list| list.is_empty()).map(|_| String::new());
        changes.fact(id, format!("voted-{field}"), empty(old), empty(new));
    }
    let lists = |vote: &Vote| vote.incomplete.then(|| "incomplete".to_owned());
    changes.fact(id, "lists", lists(old), lists(new));
    changes.fact(id, "source", text(old.source.as_ref()), text(new.source.as_ref()));
    changes.fact(id, "locator", old.locator.clone(), new.locator.clone());
}
