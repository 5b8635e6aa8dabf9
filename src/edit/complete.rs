//! Text and sources of a published document, put into a record that is there already.

use std::collections::BTreeSet;

use super::layout::{self, Node};
use super::splice::{Splices, quoted, quoted_list};
use super::{Refused, fresh};
use crate::check;
use crate::language::Language;
use crate::names;
use crate::problem::{Problem, SourceText};
use crate::record::{Placed, RawLanguage, RawPosition, RawRecord, RawSource, RawTexts, read};

/// Adds the sources, languages and texts of paragraphs that an import found and the record lacks. What the record
/// says already stays as people wrote it; positions and votes are not added: `verify` tells of those.
///
/// # Errors
/// Where [`check`](crate::check) would find a fault in the record as it would be, or it has one now.
pub fn complete(source: &SourceText, imported: &RawRecord) -> Result<String, Refused> {
    let text = source.text();
    let before = check::check(source).problems;
    let root = layout::read(text).ok_or_else(Refused::layout)?;
    let own = read(source).record;
    let mut splices = Splices::new(text);
    let end = text.trim_end().len();
    for lines in sources(&own, imported) {
        splices.section_below(last(&root, "source").unwrap_or(end), lines);
    }
    for language in &imported.languages {
        match own.languages.iter().find(|known| known.tag.value == language.tag.value) {
            Some(known) => paragraphs(&mut splices, text, &root, known, language)?,
            None => {
                for lines in new_language(&own, language) {
                    splices.section_below(end, lines);
                }
            }
        }
    }
    phrases(&mut splices, text, &root, &own, imported);
    let new = splices.apply();
    let after = check::check(&SourceText::new(source.name(), new.as_str())).problems;
    let faults: Vec<Problem> = fresh(before, after).into_iter().filter(Problem::is_error).collect();
    if faults.is_empty() { Ok(new) } else { Err(Refused::faults(faults)) }
}

/// Where the last section of a kind ends.
fn last(root: &Node, key: &str) -> Option<usize> {
    root.get(key).and_then(|node| node.children.last()).map(Node::end)
}

/// The lines of each source whose file the record does not name, under an id that is free.
fn sources(own: &RawRecord, imported: &RawRecord) -> Vec<Vec<String>> {
    let sum = |source: &RawSource| source.sha256.as_ref().map(|sum| sum.value.to_ascii_lowercase());
    let mut taken: Vec<String> =
        own.sources.iter().filter_map(|source| source.id.as_ref()).map(|id| id.value.clone()).collect();
    let mut sections = Vec::new();
    for source in
        imported.sources.iter().filter(|new| !own.sources.iter().any(|known| sum(known) == sum(new)))
    {
        let base = source.id.as_ref().map_or("published", |id| id.value.as_str());
        let numbered = (2..).map(|number| format!("{base}-{number}"));
        let id = std::iter::once(base.to_owned())
            .chain(numbered)
            .find(|id| !taken.contains(id))
            .unwrap_or_default();
        let mut lines = vec!["[[source]]".to_owned(), format!("id = {}", quoted(&id))];
        let languages: Vec<&str> = source.languages.iter().map(|tag| tag.value.as_str()).collect();
        lines.extend(line("title", &source.title));
        lines.extend((!languages.is_empty()).then(|| format!("languages = {}", quoted_list(&languages))));
        lines.extend(
            [("sha256", &source.sha256), ("url", &source.url), ("iri", &source.iri)]
                .iter()
                .filter_map(|(key, value)| line(key, value)),
        );
        taken.push(id);
        sections.push(lines);
    }
    sections
}

fn line(key: &str, value: &Option<Placed<String>>) -> Option<String> {
    value.as_ref().map(|value| format!("{key} = {}", quoted(&value.value)))
}

/// `LABEL = "text"`, a line each.
fn pairs(texts: &RawTexts) -> Vec<String> {
    texts.iter().map(|(key, text)| format!("{} = {}", key_of(&key.value), quoted(&text.value))).collect()
}

/// A key, in quotation marks where TOML needs them.
fn key_of(key: &str) -> String {
    let bare = key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    if bare && !key.is_empty() { key.to_owned() } else { quoted(key) }
}

/// Puts the texts that a language lacks below those that it has.
fn paragraphs(
    splices: &mut Splices<'_>,
    text: &str,
    root: &Node,
    own: &RawLanguage,
    new: &RawLanguage,
) -> Result<(), Refused> {
    let known = |label: &str| own.paragraphs.iter().any(|(known, _)| known.value == label);
    let missing: RawTexts =
        new.paragraphs.iter().filter(|(label, _)| !known(&label.value)).cloned().collect();
    if missing.is_empty() {
        return Ok(());
    }
    let tag = own.tag.value.as_str();
    let block = root.get("language").and_then(|node| node.get(tag)).ok_or_else(Refused::layout)?;
    match block.get("paragraphs") {
        Some(table) if table.has_header(text) => {
            splices.below(table.end().max(table.key_span.end), &pairs(&missing));
        }
        Some(_) => return Err(Refused::layout()),
        None => {
            let mut lines = vec![format!("[language.{tag}.paragraphs]")];
            lines.extend(pairs(&missing));
            splices.section_below(block.end().max(block.key_span.end), lines);
        }
    }
    Ok(())
}

/// A phrase in a language that a position lacks, where the document states the same position with it.
fn phrases(splices: &mut Splices<'_>, text: &str, root: &Node, own: &RawRecord, imported: &RawRecord) {
    let labels = |position: &RawPosition| {
        let on = position.on.iter().flat_map(|on| &on.value);
        on.map(|label| label.value.clone()).collect::<BTreeSet<String>>()
    };
    let facts = |position: &RawPosition| {
        let [delegation, kind] =
            [&position.delegation, &position.kind].map(|word| word.as_ref().map(|word| word.value.clone()));
        (delegation, kind, labels(position))
    };
    let tags =
        |position: &RawPosition| position.phrase.iter().map(|(tag, _)| tag.value.clone()).collect::<Vec<_>>();
    for (at, position) in own.positions.iter().enumerate().filter(|(_, position)| !position.phrase.is_empty())
    {
        let mut same =
            imported.positions.iter().filter(|new| !new.phrase.is_empty() && facts(new) == facts(position));
        let (Some(new), None) = (same.next(), same.next()) else { continue };
        let written =
            root.get("position").and_then(|node| node.children.get(at)).and_then(|node| node.get("phrase"));
        let Some(last) = written.and_then(|phrase| phrase.children.last()) else { continue };
        // Where the phrase is laid out otherwise, `verify` tells what is missing.
        if !text[..last.key_span.start].ends_with("phrase.") {
            continue;
        }
        let known = tags(position);
        let missing = new.phrase.iter().filter(|(tag, _)| !known.contains(&tag.value));
        let lines: Vec<String> = missing
            .map(|(tag, words)| format!("phrase.{} = {}", key_of(&tag.value), quoted(&words.value)))
            .collect();
        if !lines.is_empty() {
            splices.below(last.end(), &lines);
        }
    }
}

/// The sections of a language that the record does not have: its heading, names and texts. A delegation that the
/// document does not print gets its standard name.
fn new_language(own: &RawRecord, new: &RawLanguage) -> Vec<Vec<String>> {
    let tag = &new.tag.value;
    let mut head = vec![format!("[language.{tag}]")];
    let heading =
        [("title", &new.title), ("body", &new.body), ("meeting", &new.meeting), ("place", &new.place)];
    head.extend(heading.iter().filter_map(|(key, value)| line(key, value)));
    let mut named = new.delegations.clone();
    let others = own.languages.iter().flat_map(|language| &language.delegations);
    for (code, _) in others {
        let language = tag.parse::<Language>().map(|tag| tag.primary().to_owned()).unwrap_or_default();
        if let (false, Some(name)) = (
            named.iter().any(|(known, _)| known.value == code.value),
            names::standard(&code.value, &language),
        ) {
            named.push((code.clone(), name.into()));
        }
    }
    let mut sections = vec![head];
    for (key, texts) in [("delegations", &named), ("paragraphs", &new.paragraphs)] {
        if !texts.is_empty() {
            sections.push([vec![format!("[language.{tag}.{key}]")], pairs(texts)].concat());
        }
    }
    sections
}
