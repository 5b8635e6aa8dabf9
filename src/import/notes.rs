//! The notes of one language version, and what they say of positions.

use std::ops::Range;

use super::block::{Block, Role};
use super::lead::Lead;
use super::mapped::Mapped;
use super::vote;
use super::words::{self, Words};
use crate::fold::fold;
use crate::language::Language;
use crate::model::PositionKind;
use crate::note::{self, Context, Reading};
use crate::statement;

/// A note on positions, read.
#[derive(Debug)]
pub struct Note {
    /// The mark before it, where it has one.
    pub mark: Option<String>,
    /// Its text.
    pub text: Mapped,
    /// Where its items begin in the text, where it has more than one.
    pub items: Vec<usize>,
    /// What it says.
    pub reading: Reading,
}

impl Note {
    /// Where in the source a statement stands: "note *, first item".
    pub fn locator(&self, span: &Range<usize>) -> String {
        let name = self.mark.as_ref().map_or_else(|| "note".to_owned(), |mark| format!("note {mark}"));
        let item = self.items.partition_point(|start| *start <= span.start);
        if self.items.len() < 2 || item == 0 { name } else { format!("{name}, {} item", ordinal(item)) }
    }
}

fn ordinal(number: usize) -> String {
    const WORDS: [&str; 10] =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    if let Some(word) = number.checked_sub(1).and_then(|at| WORDS.get(at)) {
        return (*word).to_owned();
    }
    let ending = match (number % 10, number % 100) {
        (1, tens) if tens != 11 => "st",
        (2, tens) if tens != 12 => "nd",
        (3, tens) if tens != 13 => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// What notes there are, before they are read.
#[derive(Debug)]
pub struct Found {
    mark: Option<String>,
    text: Mapped,
    items: Vec<usize>,
}

impl Found {
    /// The mark before the note.
    pub fn mark(&self) -> Option<&str> {
        self.mark.as_deref()
    }

    /// Cuts out the sentences that tell of votes and of the adoption, each a block. One that says positions too stays in the
    /// note as well.
    pub fn take_votes(&mut self, words: &Words) -> Vec<Block> {
        let Ok(language) = words.tag.parse() else { return Vec::new() };
        let read = statement::votes(&language, self.text.text(), &[], [None, None]);
        let whole = |span: &Range<usize>| read.told.contains(span);
        let outcomes = read.outcomes.iter().map(|outcome| outcome.span.clone());
        let mut spans: Vec<Range<usize>> = read.told.iter().cloned().chain(outcomes).collect();
        spans.sort_by_key(|span| (span.start, span.end));
        spans.dedup_by(|next, before| next.end <= before.end);
        let (mut told, mut gone) = (Vec::new(), Vec::new());
        for span in spans {
            let stop = usize::from(self.text.text()[span.end..].starts_with(['.', ';']));
            let sentence = self.text.slice(span.start..span.end + stop).trimmed();
            if whole(&span) && !vote::is_position(words, sentence.text(), &fold(sentence.text())) {
                gone.push(span.start..span.end + stop);
            }
            told.push(Block { place: sentence.place(0), text: sentence, ..Block::default() });
        }
        let before = |at: usize| {
            gone.iter().filter(|range| range.end <= at).map(ExactSizeIterator::len).sum::<usize>()
        };
        self.items.retain(|at| !gone.iter().any(|range| range.contains(at)));
        self.items.iter_mut().for_each(|at| *at -= before(*at));
        self.text = self.text.without(&gone).trimmed();
        told
    }
}

/// Gathers the notes among blocks: those that their format or their mark makes one.
pub fn marked<'a>(blocks: impl IntoIterator<Item = &'a Block>) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for block in blocks.into_iter().filter(|block| block.role == Role::Note) {
        match (&block.lead, found.last_mut()) {
            (Lead::Mark(mark), _) => found.push(begin(Some(mark.clone()), block)),
            (_, Some(note)) => add(note, block),
            (_, None) => found.push(begin(None, block)),
        }
    }
    found
}

/// Makes one note of blocks that carry no mark.
pub fn unmarked(blocks: &[&Block]) -> Option<Found> {
    let (first, rest) = blocks.split_first()?;
    let mark = match &first.lead {
        Lead::Mark(mark) => Some(mark.clone()),
        _ => None,
    };
    let mut note = Found { mark, text: Mapped::default(), items: Vec::new() };
    add(&mut note, first);
    rest.iter().for_each(|block| add(&mut note, block));
    Some(note)
}

fn begin(mark: Option<String>, block: &Block) -> Found {
    let mut note = Found { mark, text: Mapped::default(), items: Vec::new() };
    note.text.append(&block.text);
    if block.lead == Lead::Bullet {
        note.items.push(0);
    }
    note
}

fn add(note: &mut Found, block: &Block) {
    if !note.text.text().is_empty() {
        let place = block.place.saturating_sub(1);
        note.text.push('\n', place);
        if block.apart {
            note.text.push('\n', place);
        }
    }
    match &block.lead {
        Lead::Bullet => {
            note.items.push(note.text.text().len());
            note.text.push_str("- ", block.place);
        }
        Lead::Number { whole, suffix } => note.text.push_str(&format!("{whole}{suffix}. "), block.place),
        Lead::Bracketed(mark) => note.text.push_str(&format!("({mark}) "), block.place),
        Lead::Mark(_) | Lead::None => {}
    }
    note.text.append(&block.text);
}

/// Whether a text without any word for a position says what delegations spoke on: "Chad on paragraph 3"; or states a
/// position in words that are no more than that: "Chad could not accept paragraph 3".
pub fn says_position(text: &str, words: &'static Words, context: &Context) -> bool {
    let Ok(language) = words.tag.parse::<Language>() else { return false };
    let reading = note::read(&language, text, context);
    let stated = |statement: &note::Statement| statement.kind != PositionKind::Explanation;
    reading.lacks_kind || reading.statements.iter().any(stated)
}

/// Reads a note, if it is one on positions: where it says something, where `sure` and it speaks of positions, and where
/// it names delegations and is not understood.
pub fn read(found: Found, words: &'static Words, context: &Context, sure: bool) -> Option<Note> {
    let text = found.text.text();
    let words = words::language(text).unwrap_or(words);
    let language: Language = words.tag.parse().ok()?;
    let reading = note::read(&language, text, context);
    let about = words.is_about_positions(&fold(text));
    let doubtful = !reading.doubts.is_empty() && (sure || reading.names);
    let clear = !reading.statements.is_empty() && reading.doubts.is_empty();
    let says = clear || about && (!reading.statements.is_empty() || (sure && reading.speaks) || doubtful);
    (says || reading.lacks_kind).then_some(Note {
        mark: found.mark,
        text: found.text,
        items: found.items,
        reading,
    })
}
