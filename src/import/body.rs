//! The paragraphs of one language version: counted, numbered, labelled.

pub mod marked;

use std::collections::BTreeSet;
use std::ops::Range;

use super::block::{Block, Role};
use super::codes::{NOT_UNDERSTOOD, NUMBERING_GAP, NUMBERING_REPEAT};
use super::lead::{Lead, follows, is_first};
use super::mapped::Mapped;
use super::numbering::{Fit, Place, fit};
use super::shape::{End, end, glued, part, starts_lower};
use super::words::{self, Words};
use super::{date, quote, speaker};
use crate::fold::fold;
use crate::model::{Label, Number, PartId, Unit};
use crate::problem::{Code, Problem, SourceText};

/// A paragraph or sub-paragraph.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// Its label.
    pub label: Label,
    /// Its text, without number, letter and marks of notes.
    pub text: Mapped,
}

/// How many paragraphs there are in a part, or in none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// The part; none for what stands in no part.
    pub part: Option<PartId>,
    /// Preambular paragraphs.
    pub preambular: u32,
    /// Operative paragraphs: the highest number, or how many were counted.
    pub operative: u32,
}

/// The text of one language version.
#[derive(Debug)]
pub struct Body {
    /// Its paragraphs, in the text's order.
    pub paragraphs: Vec<Paragraph>,
    /// What stands in no part first, then the parts in the text's order.
    pub counts: Vec<Counts>,
    /// The marks of notes in it, with their places in the document.
    pub marks: Vec<(String, Range<usize>)>,
    /// How many of the blocks belong to it.
    pub length: usize,
    /// What was doubtful.
    pub problems: Vec<Problem>,
}

/// Reads the blocks behind an opening formula, as far as they are the text. `notes` are the marks that notes have.
pub fn read(source: &SourceText, words: &'static Words, blocks: &[Block], notes: &BTreeSet<String>) -> Body {
    let mut reader = Reader::new(source, words, blocks, notes);
    for (at, block) in blocks.iter().enumerate() {
        if block.role == Role::Text && !reader.take(block, &blocks[at + 1..]) {
            reader.body.length = at;
            break;
        }
    }
    reader.body
}

struct Reader<'a> {
    source: &'a SourceText,
    words: &'static Words,
    notes: &'a BTreeSet<String>,
    body: Body,
    /// An operative paragraph was read in this part.
    operative: bool,
    /// Operative paragraphs carry numbers.
    numbered: bool,
    /// Their numbers stand in brackets: `(1)`.
    bracketed: bool,
    last: u32,
    /// The letters of the sub-paragraph that was read last.
    path: Vec<String>,
    seen: BTreeSet<Label>,
    /// The paragraph read last was not taken, so that nothing belongs to it.
    lost: bool,
    /// A part began and nothing was read in it.
    fresh: bool,
    /// The number of the item read last of a list inside a preambular paragraph; 0 for none.
    listed: u32,
    /// A line that leads in the numbered paragraphs was read: "RESOLVES:".
    led_in: bool,
    /// The block read last was an item of a list.
    itemized: bool,
}

impl<'a> Reader<'a> {
    fn new(
        source: &'a SourceText,
        words: &'static Words,
        blocks: &[Block],
        notes: &'a BTreeSet<String>,
    ) -> Self {
        Self {
            source,
            words,
            notes,
            body: Body {
                paragraphs: Vec::new(),
                counts: vec![Counts::default()],
                marks: Vec::new(),
                length: blocks.len(),
                problems: Vec::new(),
            },
            operative: false,
            numbered: false,
            bracketed: false,
            last: 0,
            path: Vec::new(),
            seen: BTreeSet::new(),
            lost: false,
            fresh: false,
            listed: 0,
            led_in: false,
            itemized: false,
        }
    }
}

impl Reader<'_> {
    /// Takes a block; false where the text ended before it.
    fn take(&mut self, block: &Block, after: &[Block]) -> bool {
        if self.is_note(block) {
            return false;
        }
        match &block.lead {
            // Some bodies put numbers or letters before the paragraphs of the preamble.
            Lead::Number { .. } if self.is_lettered(block) && end(block.text.text()) == End::Comma => {
                self.plain(block, after)
            }
            Lead::Number { whole, .. } if self.is_item(block, *whole) => {
                self.listed = *whole;
                self.item(block)
            }
            Lead::Number { whole, suffix } => self.number(block, *whole, suffix),
            Lead::Bracketed(_) if self.is_lettered(block) => self.plain(block, after),
            Lead::Bracketed(mark) => self.letter(block, mark),
            // Some bodies put a dash before each paragraph of the preamble.
            Lead::Bullet if !self.operative && self.words.opens_preambular(&fold(block.text.text())) => {
                self.plain(block, after)
            }
            Lead::Bullet => self.item(block),
            Lead::Mark(mark) => {
                self.body.marks.push((mark.clone(), self.start(block)));
                true
            }
            Lead::None => self.plain(block, after),
        }
    }

    /// Whether a number or letter stands before a paragraph of the preamble, and not before an item of a list in one.
    fn is_lettered(&self, block: &Block) -> bool {
        !self.operative
            && self.path.is_empty()
            && matches!(self.ending(), End::Stop | End::Comma | End::Semicolon)
            && self.words.surely_opens_preambular(&fold(block.text.text()))
    }

    /// Whether a number or letter behind the end of the text leads a note that has one for its mark, or for an item.
    fn is_note(&self, block: &Block) -> bool {
        let text = block.text.text();
        matches!(block.lead, Lead::Number { .. } | Lead::Bracketed(_))
            && self.operative
            && self.ending() == End::Stop
            && self.words.is_about_positions(&fold(text.get(..text.len().min(2000)).unwrap_or(text)))
            && (speaker::begins(text) || end(text) == End::Colon && !self.words.opens_operative(&fold(text)))
    }

    fn counts(&mut self) -> &mut Counts {
        // There is always one: that of no part.
        let last = self.body.counts.len() - 1;
        &mut self.body.counts[last]
    }

    fn ending(&self) -> End {
        self.body.paragraphs.last().map_or(End::Stop, |paragraph| end(paragraph.text.text()))
    }

    /// Whether a number is that of an item in a list inside a preambular paragraph.
    fn is_item(&self, block: &Block, whole: u32) -> bool {
        let folded = fold(block.text.text());
        let list = self.listed > 0;
        // Nouns of Arabic lists begin as verbs may: only verbs that are known begin a paragraph there.
        let verb = if list || self.ending() == End::Colon {
            self.words.opens_operative(&folded)
        } else {
            self.words.may_open_operative(&folded)
        };
        !self.operative
            && !self.led_in
            && !verb
            && (self.ending() == End::Colon || (list && whole == self.listed + 1))
    }

    fn number(&mut self, block: &Block, whole: u32, suffix: &str) -> bool {
        let folded = fold(block.text.text());
        let verb = self.words.may_open_operative(&folded);
        let begins = verb || block.text.text().is_empty() || !starts_lower(block.text.text());
        let place = Place { done: true, apart: true, begins: begins || !self.operative, verb };
        match fit(self.last, whole, suffix, place) {
            Fit::Not if self.ending() == End::Comma && !self.operative => return self.item(block),
            Fit::Not => {
                let message = format!(
                    "{whole} is no number that can follow {}; the paragraph was not taken",
                    self.last
                );
                self.warn(&NOT_UNDERSTOOD, self.start(block), message);
                self.lost = true;
                return true;
            }
            Fit::Restart => {
                let message =
                    format!("the numbering starts again after {} without the heading of a part", self.last);
                self.warn(&NUMBERING_REPEAT, self.start(block), message);
                return false;
            }
            Fit::Gap => {
                let before =
                    if self.last == 0 { "the text".to_owned() } else { format!("paragraph {}", self.last) };
                let message = format!("paragraph {whole} follows {before}");
                self.warn(&NUMBERING_GAP, self.start(block), message);
            }
            Fit::Repeat if !self.is_taken(whole, suffix) => {
                let message = format!("paragraph {whole}{suffix} stands behind paragraph {}", self.last);
                self.warn(&NUMBERING_GAP, self.start(block), message);
            }
            Fit::Next | Fit::Repeat => {}
        }
        self.numbered = true;
        self.operative_paragraph(block, whole, suffix);
        true
    }

    /// Whether an operative paragraph of this part with a number was read already.
    fn is_taken(&self, whole: u32, suffix: &str) -> bool {
        let part = self.body.counts.last().and_then(|counts| counts.part.clone());
        let number = format!("{whole}{suffix}").parse::<Number>().ok();
        number.is_some_and(|number| self.seen.contains(&Label::new(Unit::op(), number).in_part(part)))
    }

    fn operative_paragraph(&mut self, block: &Block, whole: u32, suffix: &str) {
        self.operative = true;
        self.last = self.last.max(whole);
        let last = self.last;
        self.counts().operative = last;
        let Ok(number) = format!("{whole}{suffix}").parse::<Number>() else { return };
        self.path.clear();
        self.add(Label::new(Unit::op(), number), block);
    }

    /// Adds a paragraph, unless its label was there already.
    fn add(&mut self, label: Label, block: &Block) {
        (self.fresh, self.itemized) = (false, false);
        let label = label.in_part(self.counts().part.clone());
        self.lost = !self.seen.insert(label.clone());
        if self.lost {
            let message = format!("paragraph {label} stands twice; the second was not taken");
            self.warn(&NUMBERING_REPEAT, self.start(block), message);
            return;
        }
        self.refer(block);
        let text = self.unmarked(&block.text);
        self.body.paragraphs.push(Paragraph { label, text });
    }

    fn letter(&mut self, block: &Block, mark: &str) -> bool {
        if let Some(whole) = self.main_number(block, mark) {
            self.bracketed = true;
            return self.number(block, whole, "");
        }
        if self.body.paragraphs.is_empty() && !self.lost {
            self.warn(&NOT_UNDERSTOOD, self.start(block), format!("({mark}) belongs to no paragraph"));
            return true;
        }
        if self.lost {
            return true;
        }
        let place = if self.ending() == End::Colon && is_first(mark) {
            None
        } else {
            self.path.iter().rposition(|last| follows(last, mark))
        };
        match place {
            Some(level) => {
                self.path.truncate(level);
                self.path.push(mark.to_owned());
            }
            None if is_first(mark) || self.path.is_empty() => {
                if !is_first(mark) {
                    self.warn(&NUMBERING_GAP, self.start(block), format!("({mark}) is the first of its row"));
                }
                self.path.push(mark.to_owned());
            }
            None => self.odd_letter(block, mark),
        }
        self.sub_paragraph(block);
        true
    }

    /// A letter that follows none: one is missing, or it stands twice.
    fn odd_letter(&mut self, block: &Block, mark: &str) {
        let alike = |last: &str| last.parse::<u32>().is_ok() == mark.parse::<u32>().is_ok();
        let level = self.path.iter().rposition(|last| alike(last)).unwrap_or(self.path.len() - 1);
        let last = self.path[level].clone();
        self.path.truncate(level);
        self.path.push(mark.to_owned());
        if last.as_str() < mark || mark.len() > last.len() {
            self.warn(&NUMBERING_GAP, self.start(block), format!("({mark}) follows ({last})"));
        }
    }

    fn sub_paragraph(&mut self, block: &Block) {
        let Some(label) = self.body.paragraphs.last().map(|paragraph| paragraph.label.clone()) else {
            return;
        };
        let mut label = Ok(Label::new(label.unit().clone(), label.number().clone()));
        for mark in &self.path {
            label = label.and_then(|label| label.below(mark));
        }
        match label {
            Ok(label) => self.add(label, block),
            Err(error) => self.warn(&NOT_UNDERSTOOD, self.start(block), error.to_string()),
        }
    }

    /// `(1)` as the number of an operative paragraph, in texts that number them so.
    fn main_number(&self, block: &Block, mark: &str) -> Option<u32> {
        let whole: u32 = mark.parse().ok()?;
        let verb = self.words.may_open_operative(&fold(block.text.text()));
        let first = !self.operative && whole == 1 && (verb || self.led_in) && self.ending() != End::Colon;
        let lettered = self.path.iter().all(|mark| mark.parse::<u32>().is_err());
        (first || (self.bracketed && whole == self.last + 1 && (verb || lettered))).then_some(whole)
    }

    /// An item of a list, which belongs to the paragraph before it.
    fn item(&mut self, block: &Block) -> bool {
        if self.operative && !self.numbered && !self.itemized && self.ending() == End::Stop {
            return false;
        }
        let text = self.source.text();
        let sign = text.get(block.place..).and_then(|rest| rest.split_whitespace().next());
        let sign = sign.filter(|sign| sign.chars().count() <= 4).unwrap_or("-").to_owned();
        let mut whole = Mapped::new(&sign, block.place);
        whole.push(' ', block.place);
        whole.append(&block.text);
        self.itemized = true;
        self.append(&whole, block)
    }

    /// Adds a text to the paragraph before it.
    fn append(&mut self, text: &Mapped, block: &Block) -> bool {
        self.refer(block);
        let text = self.unmarked(text);
        match self.body.paragraphs.last_mut().filter(|_| !self.lost) {
            Some(paragraph) => {
                paragraph.text.push(' ', block.place.saturating_sub(1));
                paragraph.text.append(&text);
            }
            None if self.lost => {}
            None => self.warn(&NOT_UNDERSTOOD, self.start(block), "this belongs to no paragraph".into()),
        }
        true
    }

    fn plain(&mut self, block: &Block, after: &[Block]) -> bool {
        let text = block.text.text();
        let folded = fold(text);
        if text.is_empty() {
            return true;
        }
        if words::formula(text).is_some() || self.is_behind(text, &folded) {
            return false;
        }
        if let Some(id) = part(text).filter(|_| self.is_part(after)) {
            return self.begin_part(&id, block);
        }
        if self.operative {
            self.plain_operative(block, &folded, after)
        } else {
            self.listed = 0;
            if self.leads_in(text, &folded, after) {
                self.led_in = true;
                return true;
            }
            self.plain_preambular(block, &folded)
        }
    }

    /// Whether a text stands between the preamble and the numbered paragraphs: "RESOLVES:".
    fn leads_in(&self, text: &str, folded: &str, after: &[Block]) -> bool {
        let next = after.iter().find(|block| block.role == Role::Text);
        let short = folded.split(' ').count() <= 5 || end(text) == End::Colon;
        short
            && self.words.opens_operative(folded)
            && !starts_lower(text)
            && next.is_some_and(|next| next.lead.is_one())
    }

    /// Whether a text can only stand behind the resolution's own.
    fn is_behind(&self, text: &str, folded: &str) -> bool {
        let over = self.ending() == End::Stop && self.operative;
        self.words.is_annex(folded)
            || (over && (self.words.is_meeting(folded) || date::is_all(text)))
            || ((over || folded.starts_with('['))
                && self.words.is_adoption(folded)
                && !self.words.opens_preambular(folded))
    }

    /// Whether a heading of a part is followed by text of the resolution.
    fn is_part(&self, after: &[Block]) -> bool {
        let next: Vec<&Block> = after.iter().filter(|block| block.role == Role::Text).take(3).collect();
        next.iter().any(|block| {
            let folded = fold(block.text.text());
            matches!(block.lead, Lead::Number { whole: 1, .. })
                || block.lead == Lead::None
                    && (self.words.opens_preambular(&folded) || self.words.opens_operative(&folded))
                || block.lead == Lead::None && part(block.text.text()).is_some()
        })
    }

    fn begin_part(&mut self, id: &str, block: &Block) -> bool {
        let taken = |id: &str| {
            self.body.counts.iter().any(|counts| counts.part.as_ref().is_some_and(|part| part.as_str() == id))
        };
        let outer = self.body.counts.iter().rev().filter_map(|counts| counts.part.as_ref());
        let outer = outer.map(PartId::as_str).find(|part| part.len() > 1 || *part == "I" || *part == "V");
        let id = if taken(id) {
            outer.map_or_else(|| id.to_owned(), |outer| format!("{outer}.{id}"))
        } else {
            id.to_owned()
        };
        match id.parse::<PartId>() {
            Ok(part) if !taken(&id) => {
                self.body.counts.push(Counts { part: Some(part), ..Counts::default() });
            }
            _ => {
                self.warn(&NUMBERING_REPEAT, self.start(block), format!("part {id} stands twice"));
                return false;
            }
        }
        (self.operative, self.numbered, self.last, self.lost, self.fresh) = (false, false, 0, false, true);
        (self.listed, self.led_in) = (0, false);
        self.path.clear();
        true
    }

    fn plain_preambular(&mut self, block: &Block, folded: &str) -> bool {
        let text = block.text.text();
        let ending = end(text);
        let opens = self.words.opens_preambular(folded);
        let inside = self.counts().preambular > 0 && !self.fresh;
        if self.words.opens_operative(folded) && !starts_lower(text) && !opens {
            let next = self.counts().operative + 1;
            self.operative_paragraph(block, next, "");
            return true;
        }
        if inside
            && !opens
            && (self.ending() == End::Colon || self.ending() == End::Open && starts_lower(text))
        {
            return self.append(&block.text, block);
        }
        if !opens && matches!(ending, End::Open | End::Stop) {
            // The heading of a part may have its title in a block of its own.
            if !(self.fresh && ending == End::Open) {
                let message = format!("“{}” is none of the paragraphs of the preamble", quote(text));
                self.warn(&NOT_UNDERSTOOD, self.start(block), message);
            }
            return true;
        }
        self.path.clear();
        self.counts().preambular += 1;
        let number = Number::from(self.counts().preambular);
        self.add(Label::new(Unit::pp(), number), block);
        true
    }

    fn plain_operative(&mut self, block: &Block, folded: &str, after: &[Block]) -> bool {
        let text = block.text.text();
        let verb = self.words.opens_operative(folded) && !starts_lower(text);
        if verb && !self.numbered {
            let next = self.last + 1;
            self.operative_paragraph(block, next, "");
            return true;
        }
        if self.ending() == End::Stop && !verb && !self.goes_on(after) {
            return false;
        }
        if self.ending() == End::Colon || (starts_lower(text) && self.ending() != End::Stop) {
            return self.append(&block.text, block);
        }
        // A heading between two paragraphs is understood, and has no place in the record.
        if end(text) == End::Open && text.chars().count() < 120 && self.next_follows(after) {
            return true;
        }
        let message = format!("“{}” has no number and is no part of the paragraph before it", quote(text));
        self.warn(&NOT_UNDERSTOOD, self.start(block), message);
        true
    }

    /// Whether the next number follows shortly.
    fn goes_on(&self, after: &[Block]) -> bool {
        let near = after.iter().filter(|block| block.role == Role::Text).take(3);
        near.take_while(|block| words::formula(block.text.text()).is_none()).any(|block| {
            matches!(block.lead, Lead::Number { whole, .. } if whole == self.last + 1)
                && self.words.may_open_operative(&fold(block.text.text()))
        })
    }

    /// Whether the next paragraph of the text has the next number.
    fn next_follows(&self, after: &[Block]) -> bool {
        let next = after.iter().find(|block| block.role == Role::Text);
        next.is_some_and(|next| matches!(next.lead, Lead::Number { whole, .. } if whole == self.last + 1))
    }

    /// A text without the marks of notes, which are kept apart.
    fn unmarked(&mut self, text: &Mapped) -> Mapped {
        let marks = glued(text.text(), |mark| self.notes.contains(mark));
        if marks.is_empty() {
            return text.trimmed();
        }
        let gone: Vec<_> = marks.iter().map(|(_, range)| range.clone()).collect();
        self.body.marks.extend(marks.into_iter().map(|(mark, range)| (mark, text.span(&range))));
        text.without(&gone).trimmed()
    }

    /// Keeps the notes that a block refers to apart from its text.
    fn refer(&mut self, block: &Block) {
        let marks =
            block.references.iter().map(|reference| (reference.mark.clone(), reference.place.clone()));
        self.body.marks.extend(marks);
    }

    fn start(&self, block: &Block) -> Range<usize> {
        let whole = block.text.whole();
        block.place..whole.end.max(block.place).min(block.place + 80)
    }

    fn warn(&mut self, code: &'static Code, span: Range<usize>, message: String) {
        self.body.problems.push(Problem::new(code, self.source, span, message, ""));
    }
}
