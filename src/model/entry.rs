//! What stands on record, one by one: each position and each name in a vote's lists, on each of its targets.

use std::collections::BTreeMap;

use super::{Delegation, Kind, Label, Labels, Position, Reach, Resolution, Target, Vote};

/// One delegation's position, or ballot, on one target.
#[derive(Clone, Debug)]
pub struct Entry<'r> {
    /// Whose it is.
    pub delegation: &'r Delegation,
    /// What it is.
    pub kind: Kind,
    /// How it reaches its target.
    pub reach: Reach,
    /// The paragraph; none on the entire text and where it is unknown.
    pub paragraph: Option<&'r Label>,
    /// The position; none for a ballot.
    pub position: Option<&'r Position>,
    /// The vote, for a ballot.
    pub vote: Option<&'r Vote>,
    /// Names it for links, citations and joins: `ipu-145-migration/QA/OP5/reservation`, with `/2` behind a second one
    /// that would have the same.
    pub id: String,
}

impl Entry<'_> {
    /// The paragraph, or the reach of what is on none.
    pub fn target(&self) -> String {
        self.paragraph.map_or_else(|| self.reach.to_string(), ToString::to_string)
    }
}

impl Resolution {
    /// Every entry, positions before votes, in the record's order.
    pub fn entries(&self) -> Vec<Entry<'_>> {
        let mut entries: Vec<Entry<'_>> = self.positions.iter().flat_map(of_position).collect();
        entries.extend(self.votes.iter().flat_map(of_vote));
        let mut ids: BTreeMap<String, usize> = BTreeMap::new();
        for entry in &mut entries {
            let id = format!("{}/{}/{}/{}", self.id, entry.delegation, entry.target(), entry.kind);
            let count = ids.entry(id.clone()).or_default();
            *count += 1;
            entry.id = if *count > 1 { format!("{id}/{count}") } else { id };
        }
        entries
    }
}

fn of_position(position: &Position) -> Vec<Entry<'_>> {
    let entry = |reach: Reach, paragraph| Entry {
        position: Some(position),
        ..plain(&position.delegation, position.kind.into(), reach, paragraph)
    };
    match &position.target {
        Target::Paragraphs { on, phrase, .. } => {
            let reach = if phrase.is_empty() { Reach::Named } else { Reach::Phrase };
            on.as_slice().iter().map(|label| entry(reach, Some(label))).collect()
        }
        Target::Entire => vec![entry(Reach::Entire, None)],
        Target::Unknown { .. } => vec![entry(Reach::Unknown, None)],
    }
}

fn of_vote(vote: &Vote) -> Vec<Entry<'_>> {
    let mut entries = Vec::new();
    for (ballot, list) in &vote.lists {
        for delegation in list {
            match vote.on.as_ref().map(Labels::as_slice).unwrap_or_default() {
                [] => entries.push(plain(delegation, (*ballot).into(), Reach::Entire, None)),
                labels => entries.extend(
                    labels.iter().map(|label| plain(delegation, (*ballot).into(), Reach::Named, Some(label))),
                ),
            }
        }
    }
    entries.into_iter().map(|entry| Entry { vote: Some(vote), ..entry }).collect()
}

fn plain<'r>(
    delegation: &'r Delegation,
    kind: Kind,
    reach: Reach,
    paragraph: Option<&'r Label>,
) -> Entry<'r> {
    Entry { delegation, kind, reach, paragraph, position: None, vote: None, id: String::new() }
}

#[cfg(test)]
mod tests {
    use crate::check::check;
    use crate::problem::SourceText;

    #[test]
    fn an_id_counts_those_that_would_have_the_same() {
        let position = |target: &str| {
            format!("[[position]]\ndelegation = \"KZ\"\nkind = \"reservation\"\n{target}\nsource = \"s\"\n")
        };
        let text = [
            "format = 1\n[resolution]\nid = \"x\"\nby = \"vote\"\noperative = 9\n[[source]]\nid = \"s\"\n"
                .to_owned(),
            "[language.en.delegations]\nKZ = \"Kazakhstan\"\n".to_owned(),
            position("on = [\"OP1\", \"OP2\"]"),
            position("on = [\"OP1\"]\nphrase.en = \"words\""),
            position("scope = \"entire\""),
            position("scope = \"unknown\""),
            position("on = [\"OP1\"]\nphrase.en = \"other words\""),
            "[[vote]]\nagainst = 1\nvoted-against = [\"KZ\"]\n".to_owned(),
            "[[vote]]\non = [\"OP1\", \"OP2\"]\nagainst = 1\nvoted-against = [\"KZ\"]\n".to_owned(),
        ];
        let resolution = check(&SourceText::new("x", text.concat())).resolution.unwrap();
        let entries = resolution.entries();
        let said: Vec<String> =
            entries.iter().map(|entry| format!("{} {} {}", entry.id, entry.reach, entry.target())).collect();
        assert_eq!(
            said,
            [
                "x/KZ/OP1/reservation named OP1",
                "x/KZ/OP2/reservation named OP2",
                "x/KZ/OP1/reservation/2 phrase OP1",
                "x/KZ/entire/reservation entire entire",
                "x/KZ/unknown/reservation unknown unknown",
                "x/KZ/OP1/reservation/3 phrase OP1",
                "x/KZ/entire/against entire entire",
                "x/KZ/OP1/against named OP1",
                "x/KZ/OP2/against named OP2",
            ]
        );
    }
}
