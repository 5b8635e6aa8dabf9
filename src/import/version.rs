//! One language version of a resolution: its heading, text, notes and votes, cut out of a document.

use std::collections::BTreeSet;
use std::ops::Range;

use super::block::{Block, Role};
use super::body::{self, Body};
use super::codes::{NOT_A_RESOLUTION, NOTE_NOT_FOUND, NOTES_NOT_READ, REJECTED_WITHOUT_DATE};
use super::heading::{self, Heading};
use super::lead::Lead;
use super::notes::{self, Found, Note};
use super::shape::{End, end};
use super::vote::{self, Ballots};
use super::words::{self, Words};
use super::{behind, date, quote, speaker, symbol, unread};
use crate::fold::fold;
use crate::model::{PartId, Unit};
use crate::note::{self, Context};
use crate::problem::{Problem, SourceText};
use crate::vocabulary::Way;

/// One language version of a resolution, or of a note alone.
#[derive(Debug)]
pub struct Version {
    /// The document it stands in.
    pub source: SourceText,
    /// Which of the documents that is.
    pub document: usize,
    /// Its language.
    pub words: &'static Words,
    /// What its heading says.
    pub heading: Heading,
    /// Its text; none for a note alone.
    pub body: Option<Body>,
    /// Its notes on positions.
    pub notes: Vec<Note>,
    /// Votes printed in it.
    pub votes: Vec<Ballots>,
    /// Where it begins.
    pub place: Range<usize>,
    /// The IRI of the work, where the format has one.
    pub iri: Option<String>,
}

impl Version {
    /// The tag of its language.
    pub fn tag(&self) -> &'static str {
        self.words.tag
    }
}

/// Cuts the blocks of a document into versions and reads them.
pub fn versions(
    source: &SourceText,
    document: usize,
    blocks: &[Block],
    problems: &mut Vec<Problem>,
) -> Vec<Version> {
    let formulas = formulas(blocks);
    if formulas.is_empty() {
        return alone(source, document, blocks, problems);
    }
    let known = marks(blocks);
    let borders: Vec<usize> = (0..blocks.len()).filter(|at| blocks[*at].border).collect();
    let mut versions = Vec::new();
    let mut start = 0;
    let mut next = 0;
    while let Some((at, words)) = formulas.get(next).copied() {
        let border = borders.get(borders.partition_point(|border| *border <= at)).copied();
        let border = border.unwrap_or(blocks.len());
        let mut body = body::read(source, words, &blocks[at + 1..border], &known);
        let over = at + 1 + body.length;
        // A formula inside the text is a sentence of it.
        while formulas.get(next).is_some_and(|(formula, _)| *formula < over) {
            next += 1;
        }
        let end = formulas.get(next).map_or(blocks.len(), |(formula, next)| {
            if border <= *formula {
                border
            } else {
                heading_start(blocks, over, *formula, next, words.script())
            }
        });
        problems.append(&mut body.problems);
        let cut = Cut {
            source,
            document,
            words,
            heading: &blocks[start..at],
            formula: &blocks[at],
            inside: &blocks[at + 1..over],
            tail: &blocks[over..end],
            known: &known,
        };
        versions.push(cut.version(body, problems));
        start = end;
    }
    versions
}

/// The opening formulas, with their languages.
fn formulas(blocks: &[Block]) -> Vec<(usize, &'static Words)> {
    let plain = blocks.iter().enumerate();
    plain
        .filter(|(_, block)| block.role == Role::Text && block.lead == Lead::None)
        .filter_map(|(at, block)| words::formula(block.text.text()).map(|words| (at, words)))
        .collect()
}

/// The marks that notes have.
pub fn marks(blocks: &[Block]) -> BTreeSet<String> {
    let notes = blocks.iter().filter(|block| block.role == Role::Note);
    notes
        .filter_map(|block| if let Lead::Mark(mark) = &block.lead { Some(mark.clone()) } else { None })
        .collect()
}

/// Where the heading before a formula begins: behind what can only stand behind the text before.
///
/// `before` is the script of the version before it: what is in the other script is no longer its own.
fn heading_start(blocks: &[Block], over: usize, formula: usize, words: &'static Words, before: u8) -> usize {
    let mut start = formula;
    for at in (over..formula).rev().take(40) {
        let block = &blocks[at];
        let own = before != words.script() && words::script(block.text.text()) == words.script();
        if !(own || is_heading(block, words)) {
            break;
        }
        start = at;
    }
    start
}

fn is_heading(block: &Block, words: &'static Words) -> bool {
    let text = block.text.text();
    let folded = fold(text.get(..text.len().min(2000)).unwrap_or(""));
    let script = words::script(text);
    block.role == Role::Text
        && matches!(block.lead, Lead::None | Lead::Mark(_))
        && text.chars().count() < 1000
        && (script == 0 || script == words.script() || symbol::is_symbol(text) || folded.starts_with("distr"))
        && (matches!(end(text), End::Open) || (words.is_adoption(&folded) && !folded.starts_with('[')))
        && !(folded.starts_with('[') && words::contains(&folded, words.adopted))
        && !vote::is_listing(&folded)
        && !words.is_annex(&folded)
        && (!words.is_meeting(&folded) || date::is_all(text))
}

/// A document without an opening formula: a note alone, in each of its scripts.
fn alone(
    source: &SourceText,
    document: usize,
    blocks: &[Block],
    problems: &mut Vec<Problem>,
) -> Vec<Version> {
    let groups = by_language(blocks);
    let mut versions = Vec::new();
    for (words, group) in groups {
        let place = group.first().map_or(0..0, |block| block.text.whole());
        let found = notes::unmarked(&group);
        let note = found.and_then(|found| notes::read(found, words, &Context::default(), true));
        let Some(note) = note else { continue };
        doubts(source, std::slice::from_ref(&note), problems);
        let (heading, votes) = (Heading::default(), Vec::new());
        versions.push(Version {
            source: source.clone(),
            document,
            words,
            heading,
            body: None,
            notes: vec![note],
            votes,
            place,
            iri: None,
        });
    }
    if !unread::report(source, blocks, None, problems) && versions.is_empty() {
        let first = blocks.first().map_or(0..0, |block| block.text.whole());
        let message = "no resolution and no note on positions was found in the document";
        problems.push(Problem::new(&NOT_A_RESOLUTION, source, first, message, ""));
    }
    versions
}

/// Blocks by language; what is in none belongs to the first.
fn by_language(blocks: &[Block]) -> Vec<(&'static Words, Vec<&Block>)> {
    let mut groups: Vec<(&'static Words, Vec<&Block>)> = Vec::new();
    for block in blocks {
        let own = words::language(block.text.text());
        match groups.iter_mut().find(|(words, _)| own.is_none_or(|own| own.tag == words.tag)) {
            Some((_, group)) => group.push(block),
            None => groups.push((own.unwrap_or(words::ALL[0]), vec![block])),
        }
    }
    groups
}

/// The blocks of one version.
pub struct Cut<'a> {
    /// The document.
    pub source: &'a SourceText,
    /// Which one that is.
    pub document: usize,
    /// Its language.
    pub words: &'static Words,
    /// Before the opening formula.
    pub heading: &'a [Block],
    /// The formula.
    pub formula: &'a Block,
    /// The text.
    pub inside: &'a [Block],
    /// Behind the text.
    pub tail: &'a [Block],
    /// The marks that notes of the document have.
    pub known: &'a BTreeSet<String>,
}

impl Cut<'_> {
    /// Reads them; the text was read before.
    pub fn version(&self, body: Body, problems: &mut Vec<Problem>) -> Version {
        unread::report(self.source, self.heading, None, problems);
        unread::report(self.source, self.tail, Some(self.words.script()), problems);
        let mut heading = heading::read(
            self.source,
            self.words,
            self.heading,
            self.formula,
            self.tail,
            self.known,
            problems,
        );
        let titled: BTreeSet<&str> = heading.marks.iter().map(|(mark, _)| mark.as_str()).collect();
        let sure =
            |mark: Option<&str>| mark.is_none_or(|mark| titled.contains(mark) || mark.starts_with('*'));
        let mut found = notes::marked(self.heading.iter().chain(self.inside).chain(self.tail));
        let notes = found.iter_mut().filter(|note| sure(note.mark()));
        let told: Vec<Block> = notes.flat_map(|note| note.take_votes(self.words)).collect();
        let found: Vec<(Found, bool)> = found
            .into_iter()
            .map(|note| {
                let sure = sure(note.mark());
                (note, sure)
            })
            .collect();
        heading.hear(self.source, self.words, &told, problems);
        let plain =
            |block: &Block| !vote::is_position(self.words, block.text.text(), &fold(block.text.text()));
        // Before the tail, which ends with its annexes.
        let behind: Vec<Block> = told.into_iter().filter(plain).chain(self.tail.iter().cloned()).collect();
        let parts: Vec<PartId> = body.counts.iter().filter_map(|counts| counts.part.clone()).collect();
        let counts = match body.counts.as_slice() {
            [all] if parts.is_empty() => [Some(all.preambular), Some(all.operative)],
            _ => [None, None],
        };
        let told = vote::read(self.source, self.words, self.heading, &behind, counts, problems);
        let votes = told.ballots;
        heading.decide(self.source, &told.outcomes, problems);
        if let Some((_, _, sentence)) =
            told.outcomes.iter().find(|_| heading.rejected && heading.date.is_none())
        {
            let message =
                format!("“{}” says that it was not adopted, and no date is printed", quote(sentence.text()));
            problems.push(Problem::new(&REJECTED_WITHOUT_DATE, self.source, sentence.whole(), message, ""));
        }
        // Lists of who voted how say the way of adoption where no sentence does.
        if votes.iter().any(|vote| vote.on.is_empty()) {
            heading.way = heading.way.or(Some(Way::Vote));
        }
        let titles = heading.title.iter().map(|title| fold(title.text())).collect();
        let context = Context { parts, titles, default_unit: Unit::op(), counts, ..Context::default() };
        self.unread_notes(&told.rest, problems);
        let notes = self.notes(&heading, &body, found, &told.rest, &context, problems);
        doubts(self.source, &notes, problems);
        Version {
            source: self.source.clone(),
            document: self.document,
            words: self.words,
            heading,
            place: self.formula.text.whole(),
            body: Some(body),
            notes,
            votes,
            iri: None,
        }
    }

    /// Reports sentences behind the text, and notes, that name a delegation where notes in the language are not read.
    fn unread_notes(&self, tail: &[Block], problems: &mut Vec<Problem>) {
        let known = self.words.tag.parse().is_ok_and(|language| note::is_known(&language));
        if known {
            return;
        }
        let annex = |block: &&Block| !self.words.is_annex(&fold(block.text.text()));
        let noted = |block: &&Block| block.role == Role::Note;
        // Where votes are not read by sentences either, what stands behind a text may be lists of who voted how.
        let voted = self.words.tag.parse().is_ok_and(|language| crate::words::Words::of(&language).is_some());
        let behind = tail.iter().take_while(annex).filter(|block| voted || block.role == Role::Note);
        let blocks = self.heading.iter().chain(self.inside).filter(noted).chain(behind);
        for block in blocks.filter(|block| speaker::names_one(block.text.text())) {
            let language = self.words.name;
            let said = quote(block.text.text());
            let message = format!("“{said}” names a delegation; notes in {language} are not read");
            problems.push(Problem::new(&NOTES_NOT_READ, self.source, block.text.whole(), message, ""));
        }
    }

    fn notes(
        &self,
        heading: &Heading,
        body: &Body,
        found: Vec<(Found, bool)>,
        tail: &[Block],
        context: &Context,
        problems: &mut Vec<Problem>,
    ) -> Vec<Note> {
        let has = |mark: &str| found.iter().any(|(note, _)| note.mark() == Some(mark));
        let mut missing: Vec<&str> = Vec::new();
        for (mark, place) in heading.marks.iter().chain(&body.marks) {
            if !has(mark) && !missing.contains(&mark.as_str()) {
                missing.push(mark);
                let message = format!("the mark {mark} stands here, and no note begins with it");
                problems.push(Problem::new(&NOTE_NOT_FOUND, self.source, place.clone(), message, ""));
            }
        }
        let mut read: Vec<Note> = Vec::new();
        for (note, sure) in found {
            read.extend(notes::read(note, self.words, context, sure));
        }
        let behind = behind::note(self.source, self.words, tail, context, problems);
        read.extend(behind.and_then(|found| notes::read(found, self.words, context, true)));
        read
    }
}

/// Reports what a note says that was not understood.
fn doubts(source: &SourceText, notes: &[Note], problems: &mut Vec<Problem>) {
    for note in notes {
        for doubt in &note.reading.doubts {
            let span = note.text.span(&doubt.span);
            problems.push(Problem::new(doubt.code, source, span, doubt.message.clone(), doubt.help.clone()));
        }
    }
}
