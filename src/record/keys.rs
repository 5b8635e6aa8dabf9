//! The keys of each section: those that are legal there, and the section that one belongs to.

/// Of the record itself: its sections.
pub(super) const RECORD: &[&str] =
    &["format", "resolution", "source", "units", "part", "language", "position", "vote"];

/// Of `[resolution]`.
pub(super) const RESOLUTION: &[&str] =
    &["id", "symbol", "adopted", "rejected", "by", "preambular", "operative"];

/// Of a `[[source]]`.
pub(super) const SOURCE: &[&str] = &["id", "title", "languages", "sha256", "url", "iri"];

/// Of a `[[part]]`.
pub(super) const PART: &[&str] = &["id", "preambular", "operative"];

/// Of a `[language.TAG]`.
pub(super) const LANGUAGE: &[&str] =
    &["title", "body", "meeting", "place", "delegations", "subjects", "paragraphs"];

/// Of a `[[position]]`.
pub(super) const POSITION: &[&str] = &[
    "delegation",
    "kind",
    "on",
    "scope",
    "open",
    "phrase",
    "status",
    "made",
    "withdrawn",
    "on-behalf-of",
    "regarding",
    "note",
    "source",
    "locator",
];

/// Of a `[[vote]]`.
pub(super) const VOTE: &[&str] = &[
    "on",
    "in-favour",
    "against",
    "abstaining",
    "voted-in-favour",
    "voted-against",
    "voted-abstaining",
    "lists",
    "source",
    "locator",
];

/// Sections in the order in which a key is looked for: where two have it, the first is more likely meant.
const HOMES: [(&str, &[&str]); 5] = [
    ("[resolution]", RESOLUTION),
    ("[language.en]", LANGUAGE),
    ("[[source]]", SOURCE),
    ("[[vote]]", VOTE),
    ("[[position]]", POSITION),
];

/// What stands in several sections, so that it leads to none.
const ANYWHERE: [&str; 4] = ["id", "on", "source", "locator"];

/// The section that a key of the format belongs to.
pub(crate) fn home(key: &str) -> Option<&'static str> {
    let keys = HOMES.into_iter().filter(|_| !ANYWHERE.contains(&key));
    keys.into_iter().find(|(_, keys)| keys.contains(&key)).map(|(section, _)| section)
}

/// The headers of the sections that have all of some keys.
pub(crate) fn home_of_all(keys: &[&str]) -> Vec<&'static str> {
    let homes = HOMES.into_iter().chain([("[[part]]", PART)]);
    let all = |of: &[&str]| keys.iter().all(|key| of.contains(key));
    homes.filter(|(_, of)| all(of)).map(|(header, _)| header).collect()
}
