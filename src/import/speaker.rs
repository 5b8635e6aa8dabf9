//! Delegations that a text names, as far as it takes to tell a note on positions from other text.

use crate::names::{Matcher, tokens};

/// How many words may stand before the name: "The delegation of Chad".
const BEFORE: usize = 4;

/// Whether a text names a delegation.
pub fn names_one(text: &str) -> bool {
    let words = tokens(text);
    (0..words.len()).any(|at| Matcher::standard().longest(&words[at..], true).is_some())
}

/// Whether a text begins with a delegation, as the items of a note do: "Chad on …", "The delegation of Chad: …".
pub fn begins(text: &str) -> bool {
    let start: String = text.chars().take(200).collect();
    let words = tokens(&start);
    let introduced = |at: usize| {
        words.iter().take(at).all(|word| {
            matches!(word.folded.as_str(), "the" | "delegation" | "delegations" | "representative" | "of")
                || matches!(word.folded.as_str(), "وفد" | "وفدا" | "وفود" | "ممثل" | "دوله")
        })
    };
    (0..words.len().min(BEFORE + 1))
        .take_while(|at| introduced(*at))
        .any(|at| Matcher::standard().longest(&words[at..], true).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delegations_are_found() {
        for text in ["Chad on paragraph 1", "The delegation of Peru: paragraph 2", "وفد تشاد على الفقرة 1"]
        {
            assert!(begins(text), "{text}");
        }
        assert!(
            !begins("Decides that Chad") && names_one("Decides that Chad") && !names_one("Decides to wait")
        );
    }
}
