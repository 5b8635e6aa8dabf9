//! The paragraphs of a text whose format marks them.
//!
//! Mark-up is evidence and no more: a paragraph of the preamble may be marked as one of the body, sub-paragraphs as
//! paragraphs, a number may stand in the text. What is printed decides wherever it is clear.

use std::collections::BTreeSet;

use super::{Body, Reader};
use crate::fold::fold;
use crate::import::block::{Block, Class, Role};
use crate::import::codes::{NOT_UNDERSTOOD, NUMBERING_GAP, NUMBERING_REPEAT};
use crate::import::lead::Lead;
use crate::import::mapped::Mapped;
use crate::import::quote;
use crate::import::shape::{End, end, part, starts_lower};
use crate::import::words::Words;
use crate::model::{Label, Number, PartId, Unit};
use crate::problem::SourceText;

/// How far a number that is typed into a text may jump and still be that of a paragraph.
const JUMP: u32 = 9;

/// How many characters of a paragraph are looked at to tell what it is.
const BEGINNING: usize = 400;

/// Reads the blocks behind an opening formula, as far as they are the text, by what their format marks them as.
/// `formula` is whether an opening formula stands before them.
pub fn read(
    source: &SourceText,
    words: &'static Words,
    blocks: &[Block],
    notes: &BTreeSet<String>,
    formula: bool,
) -> Body {
    let mut marked = Marked {
        reader: Reader::new(source, words, blocks, notes),
        restarts: restarts(blocks),
        formula,
        quoted: false,
        counted: 0,
    };
    for (at, block) in blocks.iter().enumerate() {
        if block.role == Role::Text && !marked.take(block, &blocks[at + 1..]) {
            marked.reader.body.length = at;
            break;
        }
    }
    marked.done()
}

/// Whether the numbering starts again somewhere: headings begin parts then.
fn restarts(blocks: &[Block]) -> bool {
    let text = blocks.iter().take_while(|block| block.class != Class::Annex);
    text.filter(|block| block.class == Class::Body && matches!(block.lead, Lead::Number { whole: 1, .. }))
        .count()
        > 1
}

struct Marked<'a> {
    reader: Reader<'a>,
    /// Headings begin parts in which the numbering starts again.
    restarts: bool,
    /// An opening formula stands before the text; a statement has none, and no paragraphs that are counted.
    formula: bool,
    /// What is read belongs to a text that the last paragraph quotes.
    quoted: bool,
    /// The number of the last item of a list inside the last paragraph; 0 for none.
    counted: u32,
}

impl Marked<'_> {
    /// Takes a block; false where the text ended before it.
    fn take(&mut self, block: &Block, after: &[Block]) -> bool {
        match (block.class, &block.lead) {
            (Class::Annex, _) => false,
            (Class::After, Lead::Number { whole, suffix }) if *whole == self.reader.last + 1 => {
                self.number(block, *whole, suffix)
            }
            (Class::After, _) => false,
            (Class::Formula, _) => true,
            (Class::Heading, _) => self.heading(block, after),
            _ if is_rule(block.text.text()) => true,
            (_, Lead::Number { whole, suffix }) => self.numbered(block, *whole, suffix, after),
            (_, Lead::Bracketed(_) | Lead::Bullet) if self.quoted => self.item(block),
            (_, Lead::Bracketed(mark)) => self.reader.letter(block, mark),
            (_, Lead::Bullet) => self.bullet(block),
            (_, Lead::Mark(mark)) => {
                let place = self.reader.start(block);
                self.reader.body.marks.push((mark.clone(), place));
                true
            }
            (_, Lead::None) => self.plain(block, after),
        }
    }

    /// A dash before a paragraph of the preamble is its own; before anything else it makes an item of a list.
    fn bullet(&mut self, block: &Block) -> bool {
        let folded = beginning(block.text.text());
        if !self.reader.operative
            && self.reader.ending() != End::Colon
            && self.reader.words.opens_preambular(&folded)
        {
            self.preambular(block);
            return true;
        }
        self.item(block)
    }

    /// An item of a list that belongs to the paragraph before it, with its number as printed.
    fn item(&mut self, block: &Block) -> bool {
        let sign = match &block.lead {
            Lead::Number { whole, suffix } => format!("{whole}{suffix}. "),
            Lead::Bracketed(mark) => format!("({mark}) "),
            Lead::Bullet => "– ".to_owned(),
            Lead::Mark(_) | Lead::None => String::new(),
        };
        let mut whole = Mapped::new(&sign, block.place);
        whole.append(&block.text);
        self.reader.append(&whole, block)
    }

    fn heading(&mut self, block: &Block, after: &[Block]) -> bool {
        let text = block.text.text();
        if self.reader.words.is_annex(&beginning(text)) {
            return false;
        }
        // A heading behind a colon is one of what is quoted there.
        if self.reader.operative && self.reader.ending() == End::Colon {
            self.quoted = true;
            return true;
        }
        match part(text).filter(|_| self.restarts && self.begins_part(after)) {
            Some(id) => self.begin_part(&id, block),
            None => true,
        }
    }

    /// Whether the numbering does not just go on behind a heading.
    fn begins_part(&self, after: &[Block]) -> bool {
        let text = after.iter().take_while(|block| !matches!(block.class, Class::After | Class::Annex));
        let mut numbers = text.filter_map(|block| match (&block.class, &block.lead) {
            (Class::Body, Lead::Number { whole, .. }) => Some(*whole),
            _ => None,
        });
        let next = numbers.next();
        self.reader.last == 0 || next.is_none_or(|next| next != self.reader.last + 1)
    }

    /// Begins a part; one with a letter inside one with a Roman numeral has both: `II.A`.
    fn begin_part(&mut self, id: &str, block: &Block) -> bool {
        let is_roman = |id: &str| id.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
        let parts = self.reader.body.counts.iter().rev().filter_map(|counts| counts.part.as_ref());
        let outer = parts.map(PartId::as_str).find(|part| is_roman(part));
        let id = match outer {
            Some(outer) if !is_roman(id) => format!("{outer}.{id}"),
            _ => id.to_owned(),
        };
        (self.quoted, self.counted) = (false, 0);
        self.reader.begin_part(&id, block)
    }

    fn numbered(&mut self, block: &Block, whole: u32, suffix: &str, after: &[Block]) -> bool {
        let folded = beginning(block.text.text());
        let words = self.reader.words;
        let colon = self.reader.ending() == End::Colon && !self.reader.body.paragraphs.is_empty();
        let listed = self.counted > 0 && whole == self.counted + 1;
        let next = whole == self.reader.last + 1;
        let verb = words.opens_operative(&folded);
        if (self.quoted && !next) || (colon && whole == 1 && !(verb && next)) || (listed && !(next && verb)) {
            self.counted = whole;
            return self.item(block);
        }
        // Some bodies number the paragraphs of the preamble.
        let preamble = block.class == Class::Preamble && !self.reader.operative;
        if preamble && words.opens_preambular(&folded) && (!verb || end(block.text.text()) == End::Comma) {
            self.preambular(block);
            return true;
        }
        // "2021. …": a number far away is one of a sentence.
        if whole > self.reader.last + JUMP && !verb {
            return self.plain(block, after);
        }
        self.number(block, whole, suffix)
    }

    fn number(&mut self, block: &Block, whole: u32, suffix: &str) -> bool {
        let last = self.reader.last;
        (self.quoted, self.counted, self.reader.numbered) = (false, 0, true);
        if whole > last + 1 {
            let before = if last == 0 { "the text".to_owned() } else { format!("paragraph {last}") };
            let message = format!("paragraph {whole} follows {before}");
            self.reader.warn(&NUMBERING_GAP, self.reader.start(block), message);
        } else if whole == 1 && last > 0 {
            let message = format!("the numbering starts again after {last} without the heading of a part");
            self.reader.warn(&NUMBERING_REPEAT, self.reader.start(block), message);
            self.reader.lost = true;
            return true;
        }
        self.reader.operative_paragraph(block, whole, suffix);
        true
    }

    fn plain(&mut self, block: &Block, after: &[Block]) -> bool {
        let text = block.text.text();
        if text.is_empty() {
            return true;
        }
        let folded = beginning(text);
        if self.reader.is_behind(text, &folded) {
            return false;
        }
        if self.quoted {
            return self.reader.append(&block.text, block);
        }
        if self.reader.operative {
            self.behind_operative(block, &folded, after)
        } else {
            self.opening(block, &folded, after)
        }
    }

    /// A paragraph without a number where no operative one was read yet.
    fn opening(&mut self, block: &Block, folded: &str, after: &[Block]) -> bool {
        let words = self.reader.words;
        let (pre, operative) = (words.opens_preambular(folded), words.opens_operative(folded));
        let ending = end(block.text.text());
        let inside = self.reader.counts().preambular > 0 && !self.reader.fresh;
        // A paragraph that is not over goes on in the next block, as one before a list does.
        let open = self.reader.ending() == End::Open && starts_lower(block.text.text()) && !operative;
        if inside && (self.reader.ending() == End::Colon || open) && !pre {
            return self.reader.append(&block.text, block);
        }
        let closed = matches!(ending, End::Stop | End::Semicolon);
        let numbers = self.number_follows(after);
        let is_operative = match block.class {
            Class::Preamble => operative && !pre && closed,
            _ if pre => operative && closed && !numbers,
            _ => operative || !(ending == End::Comma || numbers),
        };
        let counted = self.formula || numbers || operative || pre || block.class == Class::Preamble;
        if !counted {
            return true;
        }
        if is_operative {
            let next = self.reader.last + 1;
            self.reader.operative_paragraph(block, next, "");
        } else {
            self.preambular(block);
        }
        true
    }

    fn preambular(&mut self, block: &Block) {
        self.reader.path.clear();
        self.counted = 0;
        let counts = self.reader.counts();
        counts.preambular += 1;
        let number = Number::from(counts.preambular);
        self.reader.add(Label::new(Unit::pp(), number), block);
    }

    /// A paragraph without a number behind an operative one.
    fn behind_operative(&mut self, block: &Block, folded: &str, after: &[Block]) -> bool {
        let words = self.reader.words;
        let verb = words.opens_operative(folded);
        let closed = matches!(self.reader.ending(), End::Stop | End::Semicolon);
        if block.class == Class::Preamble && words.opens_preambular(folded) && !verb {
            self.preambular(block);
            return true;
        }
        let next = self.next_number(after);
        // The number itself was lost: the paragraph stands between its neighbours.
        let between = self.reader.numbered && next == Some(self.reader.last + 2);
        if verb && closed && (!self.reader.numbered || between) {
            let whole = self.reader.last + 1;
            self.reader.operative_paragraph(block, whole, "");
            return true;
        }
        if self.reader.ending() == End::Stop && next.is_none() {
            let more =
                after.iter().any(|block| block.class == Class::Heading && part(block.text.text()).is_some());
            if more && self.restarts {
                let message = format!(
                    "“{}” has no number and is no part of the paragraph before it",
                    quote(block.text.text())
                );
                self.reader.warn(&NOT_UNDERSTOOD, self.reader.start(block), message);
            }
            return more;
        }
        self.reader.append(&block.text, block)
    }

    /// The number that comes next in this text.
    fn next_number(&self, after: &[Block]) -> Option<u32> {
        let text = after.iter().take_while(|block| !matches!(block.class, Class::After | Class::Annex));
        text.take_while(|block| block.class != Class::Heading || part(block.text.text()).is_none()).find_map(
            |block| match block.lead {
                Lead::Number { whole, .. } => Some(whole),
                _ => None,
            },
        )
    }

    /// Whether the first number of this part is still to come.
    fn number_follows(&self, after: &[Block]) -> bool {
        self.next_number(after).is_some_and(|next| next == self.reader.last + 1)
    }

    /// The text, without parts that only hold other parts.
    fn done(self) -> Body {
        let mut body = self.reader.body;
        let ids: Vec<String> = body
            .counts
            .iter()
            .filter_map(|counts| counts.part.as_ref().map(|part| part.as_str().to_owned()))
            .collect();
        body.counts.retain(|counts| {
            let Some(part) = &counts.part else { return true };
            let inner = format!("{}.", part.as_str());
            counts.preambular + counts.operative > 0 || !ids.iter().any(|id| id.starts_with(&inner))
        });
        body
    }
}

/// The beginning of a text, folded: what a paragraph is shows there, and headings are short.
fn beginning(text: &str) -> String {
    let end = text.char_indices().nth(BEGINNING).map_or(text.len(), |(at, _)| at);
    fold(&text[..end])
}

/// Whether a text is drawn and not written: `____`, `* * *`.
fn is_rule(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| matches!(c, '_' | '-' | '–' | '—' | '=' | '*' | '.' | ' '))
}
