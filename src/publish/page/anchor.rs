//! The anchors of a page: `KZ`, `OP9`, `KZ-OP9`, each given once.
//!
//! What the page itself needs an anchor for begins with `_`, which no code, slug or label does.

use std::collections::BTreeSet;

use crate::model::ResolutionId;

/// The anchors given so far for one resolution.
#[derive(Debug)]
pub(super) struct Anchors {
    prefix: String,
    taken: BTreeSet<String>,
}

impl Anchors {
    /// Anchors of the only resolution of a page.
    pub fn of_one() -> Self {
        Self { prefix: String::new(), taken: BTreeSet::new() }
    }

    /// Anchors of one resolution among several: the same, behind its id.
    pub fn among_several(id: &ResolutionId) -> Self {
        Self { prefix: format!("{id}/"), taken: BTreeSet::new() }
    }

    /// An anchor of that name; with a number behind it where the name is taken.
    pub fn give(&mut self, name: &str) -> String {
        let plain = format!("{}{name}", self.prefix);
        let numbered = (2..).map(|count| format!("{plain}-{count}"));
        let mut free = std::iter::once(plain.clone()).chain(numbered);
        let anchor = free.find(|anchor| !self.taken.contains(anchor)).unwrap_or(plain);
        self.taken.insert(anchor.clone());
        anchor
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_anchor_is_given_twice() {
        let mut anchors = Anchors::among_several(&"x".parse().unwrap());
        let given = ["KZ-OP9", "KZ-OP9", "KZ-OP9-2", "KZ-OP9"].map(|name| anchors.give(name));
        assert_eq!(given, ["x/KZ-OP9", "x/KZ-OP9-2", "x/KZ-OP9-2-2", "x/KZ-OP9-3"]);
    }
}
