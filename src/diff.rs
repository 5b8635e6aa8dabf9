//! What changed between two registers, in the field's words.

mod facts;
mod positions;
#[cfg(test)]
mod tests;
mod votes;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::model::{Kind, Register, Resolution, ResolutionId};

/// What happened to a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Happened {
    /// The new register has it, the old one does not.
    Added,
    /// The old register has it, the new one does not.
    Removed,
    /// Both have it, and say something else of it.
    Changed,
}

impl Happened {
    /// The word for programs: `added`, `removed` or `changed`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
        }
    }
}

impl fmt::Display for Happened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What happened.
    pub change: Happened,
    /// To what, by its id in the new register, or in the old one where it was removed: a row as `country --withdrawn`
    /// names it (`ipu-145-migration/QA/OP5/reservation`), of a resolution, of a vote
    /// (`ID/vote`, `ID/vote/PP7`), a source (`ID/source/published`), a part (`ID/part/II`), a delegation (`ID/QA`) or a
    /// paragraph (`ID/OP5`).
    pub id: String,
    /// Which fact of it, by its key in the record (`withdrawn`, `phrase.en`, `name.ar`); none for all of it. `id` where
    /// a row has another number now, as its neighbour has gone or changed places with it.
    pub field: Option<String>,
    /// What the old register says, where it says something; of a position, a vote, a part, a source or a resolution that
    /// is gone its facts, as `phrase.en: labour mobility; source: published` or `in-favour: 24; against: 17`.
    pub old: Option<String>,
    /// What the new one says, likewise.
    pub new: Option<String>,
}

/// Every change, by resolution: its own facts, its parts, sources, names, subjects and texts, then positions and
/// ballots in the order of `country`, then votes. Two registers of one resolution each are compared even where it has
/// another id.
///
/// Among rows that would have one id, what is gone comes first, then what has another id now, then what is new: read in
/// this order, an id is never said to be of two rows.
pub fn diff(old: &Register, new: &Register) -> Vec<Change> {
    diff_only(old, new, &Only::default())
}

/// What is asked of a comparison.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Only {
    /// The resolutions that count, by their id on either side; none for all.
    pub resolutions: Vec<ResolutionId>,
    /// The kinds of positions and ballots that count, and nothing else then; none for every change.
    pub kinds: Vec<Kind>,
}

/// The changes of some resolutions, or of positions and ballots of some kinds.
pub fn diff_only(old: &Register, new: &Register, asked: &Only) -> Vec<Change> {
    let mut changes = Changes { list: Vec::new(), kinds: asked.kinds.clone() };
    let wanted = |id: &ResolutionId| asked.resolutions.is_empty() || asked.resolutions.contains(id);
    if let (Some(one), Some(two)) = (only(old), only(new)) {
        if wanted(&one.id) || wanted(&two.id) {
            changes.resolution(one, two);
        }
        return changes.list;
    }
    let [before, after] = [old, new].map(|register| {
        register.resolutions().map(|r| (&r.id, r)).collect::<BTreeMap<&ResolutionId, &Resolution>>()
    });
    let ids: BTreeSet<_> = before.keys().chain(after.keys()).filter(|id| wanted(id)).collect();
    for id in ids {
        match (before.get(*id), after.get(*id)) {
            (Some(one), Some(two)) => changes.resolution(one, two),
            (Some(one), None) => changes.whole(Happened::Removed, one),
            (None, Some(two)) => changes.whole(Happened::Added, two),
            (None, None) => {}
        }
    }
    changes.list
}

fn only(register: &Register) -> Option<&Resolution> {
    let mut resolutions = register.resolutions();
    resolutions.next().filter(|_| resolutions.next().is_none())
}

/// The changes so far.
#[derive(Default)]
struct Changes {
    list: Vec<Change>,
    /// The kinds that count; none for every change.
    kinds: Vec<Kind>,
}

impl Changes {
    /// Two versions of one resolution.
    fn resolution(&mut self, old: &Resolution, new: &Resolution) {
        if self.kinds.is_empty() {
            facts::facts(self, old, new);
        }
        positions::positions(self, old, new);
        if self.kinds.is_empty() {
            votes::votes(self, old, new);
        }
    }

    /// A resolution that is new or gone, with what is on record about it.
    fn whole(&mut self, change: Happened, resolution: &Resolution) {
        if self.kinds.is_empty() {
            self.thing(change, resolution.id.to_string(), facts::said(resolution));
        }
        let none = Resolution { positions: Vec::new(), votes: Vec::new(), ..resolution.clone() };
        let (old, new) = match change {
            Happened::Removed => (resolution, &none),
            Happened::Added | Happened::Changed => (&none, resolution),
        };
        positions::positions(self, old, new);
        if self.kinds.is_empty() {
            votes::votes(self, old, new);
        }
    }

    /// A thing that is new or gone, and what it says, on one line.
    fn thing(&mut self, change: Happened, id: String, said: Option<String>) {
        let (old, new) = if change == Happened::Added { (None, said) } else { (said, None) };
        self.list.push(Change { change, id, field: None, old, new });
    }

    /// These facts on one line, as `in-favour: 24; against: 17`; none where there are none.
    fn said(self) -> Option<String> {
        let facts = self.list.into_iter().filter_map(|fact| Some((fact.field?, fact.new?)));
        let said: Vec<String> =
            facts.filter(|(_, new)| !new.is_empty()).map(|(field, new)| format!("{field}: {new}")).collect();
        (!said.is_empty()).then(|| said.join("; "))
    }

    /// A fact of a thing that both have.
    fn fact(&mut self, id: &str, field: impl Into<String>, old: Option<String>, new: Option<String>) {
        if old != new {
            let field = Some(field.into());
            self.list.push(Change { change: Happened::Changed, id: id.to_owned(), field, old, new });
        }
    }

    /// A fact that is a thing of its own: added where only the new one has it.
    fn entry(&mut self, id: &str, field: String, old: Option<&String>, new: Option<&String>) {
        let change = match (old, new) {
            (None, Some(_)) => Happened::Added,
            (Some(_), None) => Happened::Removed,
            _ => Happened::Changed,
        };
        if old != new {
            let (old, new) = (old.cloned(), new.cloned());
            self.list.push(Change { change, id: id.to_owned(), field: Some(field), old, new });
        }
    }
}

/// Keys of two maps, in order.
fn keys<'a, K: Ord>(
    old: impl IntoIterator<Item = &'a K>,
    new: impl IntoIterator<Item = &'a K>,
) -> BTreeSet<&'a K> {
    old.into_iter().chain(new).collect()
}

/// Things as one text, as a cell has them; none where there are none.
fn joined<T: ToString>(items: &[T]) -> Option<String> {
    let items: Vec<String> = items.iter().map(ToString::to_string).collect();
    (!items.is_empty()).then(|| items.join(" "))
}

/// A value as text.
fn text<T: ToString>(value: Option<T>) -> Option<String> {
    value.map(|value| value.to_string())
}
