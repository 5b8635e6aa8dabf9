//! `search`: paragraphs and positions with words in title, subject, text, phrase or note.

use std::ops::Range;

use super::Filter;
use super::facts::{Fact, Look, cells, columns, fact, views};
use super::rows::{Row, rows};
use crate::fold::{Folded, fold};
use crate::language::{Answer, Heading, Language, words};
use crate::model::{Label, Register, Resolution, ResolutionId, Target, Texts};
use crate::table::{Cell, Presence, Table};
use crate::vocabulary::Field;

const FACTS: &[Fact<Hit>] = &[
    fact("resolution", Heading::Resolution, |hit, _| Cell::text(hit.resolution.as_str())),
    fact("paragraph", Heading::Paragraph, |hit, _| {
        Cell::maybe(hit.paragraph.as_ref().map(ToString::to_string))
    }),
    fact("where", Heading::Where, |hit, language| {
        Cell::text(hit.field.as_str()).shown(words(language).field(hit.field))
    }),
    fact("language", Heading::Language, |hit, _| Cell::text(hit.language.as_str())),
    fact("excerpt", Heading::Excerpt, |hit, _| Cell::text(hit.excerpt.as_str())),
    fact("delegations", Heading::Delegations, |hit, _| {
        Cell::maybe(Some(hit.delegations.join(" ")).filter(|codes| !codes.is_empty()))
    }),
];

const VIEWS: &[Look] = &[
    Look::of(Heading::Resolution, &["resolution"], Presence::Varied),
    Look::of(Heading::Paragraph, &["paragraph"], Presence::Always).grouped_by(&["resolution", "paragraph"]),
    Look::of(Heading::Where, &["where"], Presence::Always),
    Look::of(Heading::Language, &["language"], Presence::Always),
    Look::of(Heading::Excerpt, &["excerpt"], Presence::Always),
    Look::of(Heading::Delegations, &["delegations"], Presence::Filled),
];

/// Characters of context shown on each side of what was found.
const CONTEXT: usize = 60;

/// One field in which all words stand.
struct Hit {
    resolution: ResolutionId,
    paragraph: Option<Label>,
    field: Field,
    language: Language,
    excerpt: String,
    delegations: Vec<String>,
}

pub(super) fn table(register: &Register, filter: &Filter, asked: &[String]) -> Table {
    let words = words(&filter.language);
    let needles: Vec<String> = asked
        .iter()
        .flat_map(|word| fold(word).split(' ').map(str::to_owned).collect::<Vec<_>>())
        .filter(|word| !word.is_empty())
        .collect();
    let found = filter.resolutions(register).flat_map(|resolution| hits(resolution, filter, &needles));
    Table {
        language: filter.language.clone(),
        caption: words.answer(Answer::Search).to_owned(),
        head: Vec::new(),
        columns: columns(FACTS, words),
        rows: found.map(|hit| cells(FACTS, &hit, &filter.language)).collect(),
        views: views(VIEWS, words),
        empty: words.nothing_found(&asked.join(" ")),
        sources: Vec::new(),
        foot: Vec::new(),
    }
}

fn hits(resolution: &Resolution, filter: &Filter, needles: &[String]) -> Vec<Hit> {
    let rows = rows(resolution, filter);
    let mut hits = in_texts(resolution, &rows, needles);
    hits.extend(rows.iter().flat_map(|row| in_position(row, needles)));
    hits.sort_by(|a, b| {
        let order = match (&a.paragraph, &b.paragraph) {
            (Some(one), Some(two)) => resolution.order(one, two),
            (one, two) => rank(one, a.field).cmp(&rank(two, b.field)),
        };
        order
            .then(a.field.cmp(&b.field))
            .then_with(|| a.language.cmp(&b.language))
            .then_with(|| a.delegations.cmp(&b.delegations))
    });
    hits
}

/// Titles, subjects and texts of paragraphs, in every language.
fn in_texts(resolution: &Resolution, rows: &[Row<'_>], needles: &[String]) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (language, block) in &resolution.languages {
        let mut hit = |paragraph: Option<&Label>, field, text: &str| {
            let Some(excerpt) = excerpt(text, needles) else { return };
            let on = |row: &&Row<'_>| paragraph.is_some() && row.paragraph.as_ref() == paragraph;
            let delegations = codes(rows.iter().filter(on));
            let (resolution, language) = (resolution.id.clone(), language.clone());
            hits.push(Hit {
                resolution,
                paragraph: paragraph.cloned(),
                field,
                language,
                excerpt,
                delegations,
            });
        };
        if let Some(title) = &block.title {
            hit(None, Field::Title, title);
        }
        block.subjects.iter().for_each(|(label, text)| hit(Some(label), Field::Subject, text));
        block.paragraphs.iter().for_each(|(label, text)| hit(Some(label), Field::Text, text));
    }
    hits
}

/// The phrase and the note of a position.
fn in_position(row: &Row<'_>, needles: &[String]) -> Vec<Hit> {
    let Some(position) = row.position else { return Vec::new() };
    let empty = Texts::new();
    let phrase = match &position.target {
        Target::Paragraphs { phrase, .. } | Target::Unknown { phrase } => phrase,
        Target::Entire => &empty,
    };
    let fields = [(Field::Phrase, phrase), (Field::Note, &position.note)];
    let texts = fields
        .into_iter()
        .flat_map(|(field, texts)| texts.iter().map(move |(language, text)| (field, language, text)));
    let hits = texts.filter_map(|(field, language, text)| {
        let excerpt = excerpt(text, needles)?;
        let (paragraph, delegations) = (row.paragraph.clone(), codes(std::iter::once(row)));
        let resolution = row.resolution.id.clone();
        Some(Hit { resolution, paragraph, field, language: language.clone(), excerpt, delegations })
    });
    hits.collect()
}

/// The title stands before the paragraphs, a position on the entire text after them.
fn rank(paragraph: &Option<Label>, field: Field) -> u8 {
    match (paragraph, field) {
        (Some(_), _) => 1,
        (None, Field::Title) => 0,
        (None, _) => 2,
    }
}

fn codes<'r>(rows: impl Iterator<Item = &'r Row<'r>>) -> Vec<String> {
    let mut codes: Vec<String> = rows.filter_map(|row| row.delegation).map(ToString::to_string).collect();
    codes.sort();
    codes.dedup();
    codes
}

/// The text around the first word found, as written; none where a word does not stand in it.
fn excerpt(text: &str, needles: &[String]) -> Option<String> {
    let folded = Folded::new(text);
    let found: Vec<Range<usize>> =
        needles.iter().map(|word| folded.find(word).next()).collect::<Option<_>>()?;
    let first = found.iter().min_by_key(|range| range.start)?;
    let start =
        text[..first.start].char_indices().rev().nth(CONTEXT).map_or(0, |(at, _)| next_word(text, at));
    let end = text[first.end..].char_indices().nth(CONTEXT).map_or(text.len(), |(at, _)| {
        text[..first.end + at].rfind(' ').filter(|at| *at >= first.end).unwrap_or(first.end)
    });
    let (before, after) = (if start > 0 { "…" } else { "" }, if end < text.len() { "…" } else { "" });
    Some(format!("{before}{}{after}", text[start..end.max(first.end)].trim()))
}

/// Where the next word begins behind a place.
fn next_word(text: &str, at: usize) -> usize {
    text[at..].find(' ').map_or(at, |blank| at + blank + 1)
}
