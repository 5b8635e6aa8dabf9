//! Positions as web annotations: what each delegation said, on the paragraph that it said it of.

use serde_json::{Value, json};

use crate::language::Language;
use crate::model::{Delegation, Entry, Life, Outcome, Resolution, Target, Texts};

/// A page of annotations, one for each target of each position.
pub(super) fn page(resolutions: &[&Resolution], language: &Language) -> Value {
    let items = resolutions.iter().flat_map(|resolution| {
        let entries = resolution.entries().into_iter().filter(|entry| entry.position.is_some());
        entries.map(|entry| annotation(resolution, &entry, language)).collect::<Vec<_>>()
    });
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:reservations",
        "type": "AnnotationPage",
        "items": items.collect::<Vec<_>>(),
    })
}

fn annotation(resolution: &Resolution, entry: &Entry<'_>, language: &Language) -> Value {
    let mut said = json!({
        "id": format!("urn:reservations:{}", encoded(&entry.id)),
        "type": "Annotation",
        "motivation": "assessing",
        "creator": creator(resolution, entry.delegation, language),
        "body": bodies(entry),
        "target": targets(resolution, entry),
    });
    let life = entry.position.map(|position| position.life);
    let made = life.and_then(Life::made).or(resolution.outcome.map(Outcome::date));
    if let (Some(day), Some(object)) = (made, said.as_object_mut()) {
        object.insert("created".into(), format!("{day}T00:00:00Z").into());
    }
    said
}

fn creator(resolution: &Resolution, delegation: &Delegation, language: &Language) -> Value {
    json!({
        "id": format!("urn:reservations:delegation:{delegation}"),
        "type": "Organization",
        "name": resolution.name(language, delegation),
        "nickname": delegation.as_str(),
    })
}

/// The kind; that it is withdrawn; and the remarks, each in its language.
fn bodies(entry: &Entry<'_>) -> Vec<Value> {
    let tag = |value: String| json!({ "type": "TextualBody", "purpose": "tagging", "value": value });
    let mut bodies =
        vec![json!({ "type": "TextualBody", "purpose": "classifying", "value": entry.kind.as_str() })];
    let Some(position) = entry.position else { return bodies };
    bodies.extend(position.life.withdrawn().map(|day| tag(format!("withdrawn {day}"))));
    bodies.extend(position.status.map(|status| tag(status.to_string())));
    bodies.extend(position.note.iter().map(|(language, text)| {
        json!({
            "type": "TextualBody",
            "purpose": "commenting",
            "format": "text/plain",
            "language": language.as_str(),
            "value": text,
        })
    }));
    bodies
}

/// The paragraph in the document; of a phrase its words in it, once in each language that has them. What is on the entire
/// text, or on an unknown part, is on the document.
fn targets(resolution: &Resolution, entry: &Entry<'_>) -> Value {
    let document = document(resolution, entry);
    let phrases = entry.position.and_then(|position| match &position.target {
        Target::Paragraphs { phrase, .. } | Target::Unknown { phrase } => Some(phrase),
        Target::Entire => None,
    });
    let quotes: Vec<Value> = phrases.map(quotes).unwrap_or_default();
    let paragraph =
        entry.paragraph.map(|label| json!({ "type": "FragmentSelector", "value": label.to_string() }));
    let on =
        |selector: Value| json!({ "type": "SpecificResource", "source": document, "selector": selector });
    match (paragraph, quotes.is_empty()) {
        (None, true) => json!(document),
        (None, false) => quotes.into_iter().map(on).collect(),
        (Some(paragraph), true) => on(paragraph),
        (Some(paragraph), false) => {
            let refined = |quote: Value| {
                let mut paragraph = paragraph.clone();
                if let Some(object) = paragraph.as_object_mut() {
                    object.insert("refinedBy".into(), quote);
                }
                on(paragraph)
            };
            quotes.into_iter().map(refined).collect()
        }
    }
}

fn quotes(phrases: &Texts) -> Vec<Value> {
    let quote = |text: &String| json!({ "type": "TextQuoteSelector", "exact": text });
    phrases.values().map(quote).collect()
}

/// The document that the position is about: by the IRI of the work, else its address, else the id of the resolution.
fn document(resolution: &Resolution, entry: &Entry<'_>) -> String {
    let source = entry.position.map(|position| &position.source);
    let source = resolution.sources.iter().find(|known| Some(&known.id) == source);
    let is_absolute = |address: &&String| address.contains(':') && !address.contains(char::is_whitespace);
    let known =
        source.and_then(|source| source.iri.as_ref().into_iter().chain(&source.url).find(is_absolute));
    known.cloned().unwrap_or_else(|| format!("urn:reservations:{}", resolution.id))
}

/// An id as a part of an IRI, which may have no bracket.
fn encoded(id: &str) -> String {
    id.replace('(', "%28").replace(')', "%29")
}
