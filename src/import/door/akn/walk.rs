//! From the events of a document to blocks, and to what it says of itself.

use std::mem;
use std::ops::Range;

use quick_xml::events::BytesStart;

use super::element::{Kind, is_heading_style, is_note_style, kind};
use super::events::{Met, attribute, each};
use super::facts::{Facts, Name, Quantity};
use crate::fold::fold;
use crate::import::block::{Block, Class, Reference, Role};
use crate::import::door::gather::Gather;
use crate::import::lead::{Lead, lead, note_mark};
use crate::import::mapped::Mapped;
use crate::problem::{Problem, SourceText};

/// Reads a document to blocks, and to what is said of each text in it.
///
/// # Errors
/// Where it is not well-formed; a document without any text.
pub(super) fn read(source: &SourceText) -> Result<(Vec<Block>, Vec<Facts>), Vec<Problem>> {
    let mut walk = Walk::default();
    let done = each(source, |met| match met {
        Met::Start(start, at) => walk.start(&start, &at),
        Met::End => walk.end(),
        Met::Text(text, place) => walk.text(text, place),
        Met::Character(c, place) => walk.character(c, place),
    });
    done.map_err(|problem| vec![*problem])?;
    Ok(walk.done())
}

/// What printed words are marked as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slot {
    Symbol,
    Title,
    Heading,
    Body,
    Subsidiary,
    Session,
    Meeting,
    Quantity(usize, u32),
    /// A delegation in an encoded list.
    Voter(usize),
}

/// An element that is open.
#[derive(Clone, Copy, Debug)]
struct Frame {
    kind: Kind,
    class: Class,
    /// Printed words that are to be kept, and how long the text was before them.
    slot: Option<(Slot, usize)>,
    /// The side of a vote whose voters stand in it.
    side: Option<usize>,
    hidden: bool,
    metadata: bool,
    note_style: bool,
}

impl Default for Frame {
    fn default() -> Self {
        Self {
            kind: Kind::Inline,
            class: Class::Heading,
            slot: None,
            side: None,
            hidden: false,
            metadata: false,
            note_style: false,
        }
    }
}

/// A note that is being read, and the paragraph around it, which goes on behind it.
struct Suspended {
    text: Gather,
    references: Vec<Reference>,
    number: Option<Mapped>,
    mark: String,
}

#[derive(Default)]
struct Walk {
    frames: Vec<Frame>,
    blocks: Vec<Block>,
    texts: Vec<Facts>,
    /// The texts that are open, the innermost last.
    open: Vec<usize>,
    /// The collection that was met, whose texts may stand in it or behind it.
    collection: Option<usize>,
    text: Gather,
    /// The number before a paragraph whose text was not met yet.
    number: Option<Mapped>,
    references: Vec<Reference>,
    cells: Vec<Range<usize>>,
    suspended: Vec<Suspended>,
    /// Notes that were read inside the paragraph that is open.
    notes: Vec<Block>,
    /// A bracket that closes around the mark of a note is to be passed over.
    closing: bool,
    /// The words behind the text were met.
    concluded: bool,
}

impl Walk {
    fn frame(&self) -> Frame {
        self.frames.last().copied().unwrap_or_default()
    }

    fn facts(&mut self) -> Option<&mut Facts> {
        let at = *self.open.last()?;
        self.texts.get_mut(at)
    }

    fn start(&mut self, start: &BytesStart<'_>, at: &Range<usize>) {
        let name = start.local_name();
        let mut frame = Frame { slot: None, ..self.frame() };
        frame.kind = kind(name.as_ref());
        if frame.metadata {
            self.metadata(start, name.as_ref(), at, &mut frame);
            self.frames.push(frame);
            return;
        }
        match frame.kind {
            Kind::Document => self.document(start, name.as_ref(), &mut frame),
            Kind::Metadata => (frame.metadata, frame.hidden) = (true, true),
            Kind::Hidden => frame.hidden = true,
            Kind::Note => self.begin_note(start),
            Kind::Raised => {}
            Kind::Break => self.text.push(' ', 0),
            Kind::Inline => frame.slot = self.slot(start, name.as_ref(), at),
            _ => self.apart(start, &mut frame),
        }
        self.frames.push(frame);
    }

    /// Begins a text.
    fn document(&mut self, start: &BytesStart<'_>, name: &str, frame: &mut Frame) {
        self.flush();
        let annexed = attribute(start, "name").is_some_and(|name| fold(&name).contains("annex"));
        if frame.class == Class::Annex || annexed {
            frame.class = Class::Annex;
            return;
        }
        let collected = self.open.is_empty().then_some(self.collection).flatten();
        let outer = self.open.last().copied().or(collected);
        let outer = outer.and_then(|at| self.texts.get(at)).cloned().unwrap_or_default();
        if matches!(name, "documentCollection" | "officialGazette") {
            self.collection = Some(self.texts.len());
        }
        self.open.push(self.texts.len());
        let at = self.blocks.len();
        let covers = self.blocks.get(outer.blocks.start..).unwrap_or_default();
        let covers = covers.iter().take_while(|block| block.class == Class::Heading).count();
        let inner = self.open.len() > 1 || collected.is_some();
        let cover = if inner { outer.blocks.start..outer.blocks.start + covers } else { 0..0 };
        self.texts.push(Facts { blocks: at..at, cover, letter: None, headings: Vec::new(), ..outer });
        (frame.class, self.concluded) = (Class::Heading, false);
    }

    /// Begins what is apart from the text around it.
    fn apart(&mut self, start: &BytesStart<'_>, frame: &mut Frame) {
        if frame.kind == Kind::Cell && !self.text.is_empty() {
            let from = self.cells.last().map_or(0, |cell| cell.end + " | ".len());
            let length = self.text.length();
            self.cells.push(from..length);
            self.text.push_str(" | ", 0);
        } else if frame.kind != Kind::Cell && !self.frames.iter().any(|frame| frame.kind == Kind::Row) {
            self.flush();
        }
        let annexed = frame.class == Class::Annex;
        let class = attribute(start, "class").unwrap_or_default();
        let preambular = attribute(start, "refersTo").is_some_and(|value| value == "#preamble");
        frame.note_style |= is_note_style(&class);
        frame.class = match frame.kind {
            _ if annexed => Class::Annex,
            Kind::Annex => Class::Annex,
            Kind::Cover | Kind::Preface => Class::Heading,
            Kind::Heading if preambular => Class::Preamble,
            Kind::Heading => Class::Heading,
            Kind::Preamble if self.concluded => Class::After,
            Kind::Preamble => Class::Preamble,
            Kind::Formula => Class::Formula,
            Kind::Body if self.concluded => Class::After,
            Kind::Body => Class::Body,
            Kind::Conclusions => Class::After,
            _ if is_heading_style(&class) && matches!(frame.class, Class::Body | Class::Preamble) => {
                Class::Heading
            }
            _ if preambular => Class::Preamble,
            _ => frame.class,
        };
        self.concluded |= frame.kind == Kind::Conclusions;
    }

    /// What printed words are marked as; the sides of a vote stand apart.
    fn slot(&mut self, start: &BytesStart<'_>, name: &str, at: &Range<usize>) -> Option<(Slot, usize)> {
        let refers = attribute(start, "refersTo").unwrap_or_default();
        let refers = refers.trim_start_matches('#');
        let slot = match (name, refers) {
            ("outcome", _) if side(refers).is_some() => {
                self.flush();
                None
            }
            ("docNumber", _) => Some(Slot::Symbol),
            ("docTitle", "resolutionTitle") => Some(Slot::Title),
            // "Resolution 1433 (2002)", which is all the title that some have.
            ("docTitle", _) if refers != "adoption" => Some(Slot::Heading),
            ("docAuthority", "issuingBody") => Some(Slot::Body),
            ("docAuthority", "subsidiaryBody") => Some(Slot::Subsidiary),
            ("session", _) => Some(Slot::Session),
            ("location", "adoptionMeeting") => Some(Slot::Meeting),
            ("docDate" | "date", "adoptionDate" | "dateOfAdoption") => {
                if let (Some(day), Some(facts)) = (day(start), self.facts()) {
                    facts.marked_day = facts.marked_day.take().or(Some((day, at.clone())));
                }
                None
            }
            ("quantity", _) => side(refers)
                .zip(attribute(start, "normalized").and_then(|value| value.trim().parse().ok()))
                .map(|(side, value)| Slot::Quantity(side, value)),
            _ => None,
        };
        slot.map(|slot| (slot, self.text.length()))
    }

    /// Facts that are not printed.
    fn metadata(&mut self, start: &BytesStart<'_>, name: &str, at: &Range<usize>, frame: &mut Frame) {
        let length = self.text.length();
        let Some(facts) = self.facts() else { return };
        let value = |name: &str| attribute(start, name).unwrap_or_default();
        match name {
            "FRBRuri" => {
                let iri = value("value");
                if iri.starts_with("/akn") && !iri.contains('@') {
                    facts.iri = Some(iri);
                }
            }
            "FRBRlanguage" => facts.language = Some(value("language")),
            "FRBRdate" if matches!(value("name").as_str(), "adoption" | "voting") => {
                facts.work_day = day(start).map(|day| (day, at.clone()));
            }
            "step" => step(start, facts),
            "voting" => {
                facts.outcome += &format!(" {}", fold(&value("outcome")));
                facts.encoded.place = at.clone();
            }
            "count" => {
                frame.side = side(value("refersTo").trim_start_matches('#'));
                if let Some(side) = frame.side {
                    facts.encoded.counts[side] = value("value").trim().parse().ok();
                    facts.encoded.lists[side].get_or_insert_default();
                }
            }
            "organization" | "quantity" | "person" | "role" => {
                frame.slot = frame.side.map(|side| (Slot::Voter(side), length));
            }
            _ => {}
        }
    }

    fn end(&mut self) {
        let Some(frame) = self.frames.pop() else { return };
        if let Some((slot, from)) = frame.slot {
            self.keep(slot, from);
        }
        if frame.metadata {
            return;
        }
        match frame.kind {
            Kind::Note => self.end_note(),
            Kind::Number => self.number = Some(self.text.take()).filter(|text| !text.text().is_empty()),
            Kind::Inline | Kind::Break | Kind::Raised | Kind::Metadata | Kind::Cell => {}
            Kind::Document => {
                self.flush();
                let end = self.blocks.len();
                // What is no annex has a text of its own.
                if frame.class != Class::Annex
                    && let Some(at) = self.open.pop()
                    && let Some(facts) = self.texts.get_mut(at)
                {
                    facts.blocks.end = end;
                }
            }
            Kind::Row => self.flush(),
            _ if self.frames.iter().any(|frame| frame.kind == Kind::Row) => {}
            _ => {
                self.paragraph(&frame);
            }
        }
    }

    fn text(&mut self, text: &str, place: usize) {
        let frame = self.frame();
        if frame.hidden && frame.slot.is_none() || self.open.is_empty() {
            return;
        }
        let blank = |c: char| c.is_whitespace() || matches!(c, '(' | ')');
        // Brackets that are set high stand around the mark of a note.
        if frame.kind == Kind::Raised && text.chars().all(blank) {
            return;
        }
        let bare = text.strip_prefix(')').filter(|_| mem::take(&mut self.closing));
        self.text.push_str(bare.unwrap_or(text), place + (text.len() - bare.unwrap_or(text).len()));
    }

    fn character(&mut self, c: char, place: usize) {
        let frame = self.frame();
        if (!frame.hidden || frame.slot.is_some()) && !self.open.is_empty() {
            self.text.push(c, place);
        }
    }

    /// Keeps printed words that are marked.
    fn keep(&mut self, slot: Slot, from: usize) {
        let text = match slot {
            Slot::Voter(_) => self.text.take(),
            _ => self.text.since(from),
        };
        let letter = |text: &str| text.len() <= 2 && text.bytes().all(|b| b.is_ascii_uppercase());
        let Some(facts) = self.facts().filter(|_| !text.text().is_empty()) else { return };
        let first = |kept: &mut Option<Mapped>| *kept = kept.take().or(Some(text.clone()));
        match slot {
            Slot::Symbol if letter(text.text()) => facts.letter = Some(text.clone()),
            // "58/10." stands before the title.
            Slot::Symbol if text.text().contains(|c: char| c.is_alphabetic()) => first(&mut facts.symbol),
            Slot::Symbol => {}
            Slot::Title => facts.title = Some(text.clone()),
            Slot::Heading => facts.headings.push(text.clone()),
            Slot::Body => first(&mut facts.body),
            Slot::Subsidiary => first(&mut facts.subsidiary),
            Slot::Session => first(&mut facts.session),
            Slot::Meeting => first(&mut facts.meeting),
            Slot::Quantity(side, value) => {
                facts.quantities.push(Quantity { side, value, place: text.whole() });
            }
            Slot::Voter(side) => {
                let name = Name { name: text.text().to_owned(), place: text.whole() };
                facts.encoded.lists[side].get_or_insert_default().push(name);
            }
        }
    }

    /// Ends the paragraph that is open, of whatever is around it.
    fn flush(&mut self) {
        let frame = self.frame();
        self.paragraph(&frame);
    }

    fn paragraph(&mut self, frame: &Frame) {
        if frame.hidden {
            return;
        }
        let text = self.text.take();
        self.closing = false;
        let notes = mem::take(&mut self.notes);
        let cells = mem::take(&mut self.cells);
        if text.text().is_empty() {
            self.blocks.extend(notes);
            return;
        }
        if let Some(suspended) = self.suspended.last_mut() {
            let mark = mem::take(&mut suspended.mark);
            self.notes.extend(notes);
            self.notes.push(note(&text, mark));
            return;
        }
        let references = mem::take(&mut self.references);
        let number = self.number.take();
        self.blocks.push(block(frame, &text, number, references, cells));
        self.blocks.extend(notes);
    }

    fn begin_note(&mut self, start: &BytesStart<'_>) {
        // "(" before the mark and ")" behind it are not the text's.
        let bracketed = self.text.pop('(');
        let mark = attribute(start, "marker").unwrap_or_default();
        let mark =
            note_mark(&mark).map_or_else(|| mark.trim_matches(['(', ')', ' ']).to_owned(), |(mark, _)| mark);
        let at = self.text.end();
        if !mark.is_empty() {
            self.references.push(Reference { mark: mark.clone(), place: at..at });
        }
        self.closing = bracketed;
        self.suspended.push(Suspended {
            text: mem::take(&mut self.text),
            references: mem::take(&mut self.references),
            number: self.number.take(),
            mark,
        });
    }

    fn end_note(&mut self) {
        let text = self.text.take();
        let Some(suspended) = self.suspended.pop() else { return };
        if !text.text().is_empty() {
            self.notes.push(note(&text, suspended.mark));
        }
        (self.text, self.references, self.number) = (suspended.text, suspended.references, suspended.number);
    }

    fn done(mut self) -> (Vec<Block>, Vec<Facts>) {
        self.flush();
        // A collection has no text of its own where others are of it.
        if let Some(at) = self.collection.filter(|_| self.texts.len() > 1) {
            self.texts.remove(at);
        }
        (self.blocks, self.texts)
    }
}

/// A block of a paragraph, with the number that its format or the paragraph itself has.
fn block(
    frame: &Frame,
    text: &Mapped,
    number: Option<Mapped>,
    references: Vec<Reference>,
    cells: Vec<Range<usize>>,
) -> Block {
    let class = if frame.note_style { Class::Unknown } else { frame.class };
    let (mut found, mut rest) = match class {
        Class::Heading | Class::Formula | Class::After => (Lead::None, 0),
        _ => lead(text.text()),
    };
    let mut place = text.place(0);
    if let Some(number) = number {
        place = number.place(0);
        match numbered(number.text()).filter(|_| class != Class::Heading) {
            Some(own) => (found, rest) = (own, 0),
            None => {
                // What is no number stands before the text in print.
                let mut whole = number;
                whole.push(' ', place);
                whole.append(text);
                return Block { text: whole, place, apart: true, class, references, ..Block::default() };
            }
        }
    }
    let role = match (frame.note_style, &found) {
        (true, _) => Role::Note,
        _ => Role::Text,
    };
    let text = text.slice(rest..text.text().len());
    Block { role, lead: found, text, place, apart: true, class, references, cells, ..Block::default() }
}

/// What a number or letter in an element of its own is: "1.", "3", "(a)", "A.", "1 bis.".
fn numbered(text: &str) -> Option<Lead> {
    let bare = text.trim().trim_end_matches(['.', ' ', '．', '。']);
    [format!("{} x", text.trim()), format!("{bare}. x"), format!("({}) x", bare.trim_matches(['(', ')']))]
        .iter()
        .map(|written| lead(written).0)
        .find(|lead| matches!(lead, Lead::Number { .. } | Lead::Bracketed(_) | Lead::Bullet))
}

fn note(text: &Mapped, mark: String) -> Block {
    let (lead, rest) = match note_mark(text.text()) {
        Some((printed, length)) if printed == mark => (Lead::Mark(printed), length),
        _ if mark.is_empty() => (Lead::None, 0),
        _ => (Lead::Mark(mark), 0),
    };
    let bare = text.text()[rest..].trim_start_matches([' ', '(', ')']);
    let bare = if text.text()[rest..].trim_start().starts_with("()") { bare } else { &text.text()[rest..] };
    let text = text.slice(text.text().len() - bare.len()..text.text().len()).trimmed();
    Block { role: Role::Note, lead, place: text.place(0), text, apart: true, ..Block::default() }
}

/// In favour, against, abstaining: 0, 1, 2.
fn side(refers: &str) -> Option<usize> {
    match fold(refers).as_str() {
        "infavour" | "infavor" | "yes" | "for" => Some(0),
        "against" | "no" => Some(1),
        "abstaining" | "abstention" | "abstentions" | "abstain" => Some(2),
        _ => None,
    }
}

fn day(start: &BytesStart<'_>) -> Option<chrono::NaiveDate> {
    use chrono::Datelike;
    let day: chrono::NaiveDate = attribute(start, "date")?.get(..10)?.parse().ok()?;
    // What is not known is written as a day of the year 1.
    (day.year() > 1900).then_some(day)
}

/// A step of the work: its day and outcome, where it is the last one.
fn step(start: &BytesStart<'_>, facts: &mut Facts) {
    let outcome = attribute(start, "outcome").unwrap_or_default();
    if fold(&outcome).contains("draft") || fold(&outcome).contains("recommended") {
        return;
    }
    let said = [Some(outcome), attribute(start, "as"), attribute(start, "by")];
    facts.outcome += &said.into_iter().flatten().fold(String::new(), |all, text| all + " " + &fold(&text));
    facts.step_day = day(start).or(facts.step_day);
}
