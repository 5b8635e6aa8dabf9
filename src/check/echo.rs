//! Faults that only follow from another one: a misspelt key is not also a missing one.

use crate::problem::{Problem, SourceText};

/// Whether a fault follows from one of the others.
pub(super) fn follows(problem: &Problem, all: &[Problem], source: &SourceText) -> bool {
    let misspelt = |key: &str, anywhere: bool| {
        let hint = format!("did you mean `{key}`");
        let here = section(source, problem);
        all.iter().any(|other| {
            let unknown = matches!(other.code.name, "unknown-key" | "unknown-section");
            unknown && other.help.starts_with(&hint) && (anywhere || section(source, other) == here)
        })
    };
    let says = |code: &str, words: &str| {
        all.iter().any(|other| other.code.name == code && other.message.contains(words))
    };
    match problem.code.name {
        "missing-key" => {
            let key = problem.message.rsplit('`').nth(1).unwrap_or_default().trim_matches(['[', ']']);
            misspelt(key, problem.message.starts_with("the record"))
        }
        "no-target" => misspelt("on", false) || misspelt("scope", false),
        "unknown-source" => misspelt("source", true) || says("missing-key", "[[source]] has no `id`"),
        "missing-name" => {
            misspelt("delegations", true) || says("wrong-type", "in `delegations` of [language.")
        }
        "unknown-unit" => misspelt("units", true),
        "unknown-part" => misspelt("part", true),
        _ => false,
    }
}

/// The line of the header above a place: where the section begins that holds it.
fn section(source: &SourceText, problem: &Problem) -> usize {
    let text = source.text();
    let end = text[problem.span().start..].find('\n').map_or(text.len(), |at| problem.span().start + at);
    text[..end].rfind("\n[").map_or(0, |at| at + 1)
}
