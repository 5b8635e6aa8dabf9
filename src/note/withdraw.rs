//! What a withdrawal leaves of the statements before it.

use std::collections::BTreeSet;

use super::{Mention, Statement};
use crate::model::{Delegation, Label, Labels, Target};

/// What is left of a statement when delegations withdraw it, in whole or for some targets; none where it is not
/// concerned.
pub(super) fn without(
    statement: &Statement,
    who: &BTreeSet<Delegation>,
    targets: &[Target],
) -> Option<Vec<Statement>> {
    let (gone, stay): (Vec<Mention>, Vec<Mention>) =
        statement.delegations.iter().cloned().partition(|mention| who.contains(&mention.delegation));
    if gone.is_empty() {
        return None;
    }
    let mut left = Vec::new();
    match (&statement.target, targets) {
        (_, []) => {}
        (Target::Paragraphs { on, phrase, open }, targets) => {
            let named = |label: &Label| {
                targets.iter().any(|target| match target {
                    Target::Paragraphs { on, .. } => on.as_slice().contains(label),
                    Target::Entire | Target::Unknown { .. } => false,
                })
            };
            let rest: Vec<Label> = on.as_slice().iter().filter(|label| !named(label)).cloned().collect();
            if rest.len() == on.as_slice().len() {
                return None;
            }
            if let Some(on) = Labels::new(rest) {
                let target = Target::Paragraphs { on, phrase: phrase.clone(), open: *open };
                left.push(Statement { delegations: gone, target, ..statement.clone() });
            }
        }
        (target, targets) if targets.contains(target) => {}
        _ => return None,
    }
    if !stay.is_empty() {
        left.push(Statement { delegations: stay, ..statement.clone() });
    }
    Some(left)
}
