//! The door for plain text: from bytes to blocks.

mod border;
mod emphasis;
mod formula;
mod furniture;
mod hyphen;
mod join;
mod line;
mod survey;
mod view;

pub(super) use line::Gap;

use super::paragraphs::Beginning;
use super::{Door, Metadata, Opened, unread};
use crate::import::Document;
use crate::import::block::Block;
use crate::import::codes::{EMPTY_DOCUMENT, NOT_UTF_16, NUL_IN_DOCUMENT};
use crate::problem::{Problem, SourceText};
use crate::record;

/// Plain text in UTF-8 or UTF-16, with Markdown's signs or without.
pub(super) struct Text;

impl Door for Text {
    fn name(&self) -> &'static str {
        "plain text"
    }

    /// Whatever is of no format that is known.
    fn is(&self, bytes: &[u8]) -> bool {
        unread::format(bytes).is_none()
    }

    fn open(&self, document: &Document<'_>) -> Result<Opened, Vec<Problem>> {
        let source = decode(document.name, document.bytes).map_err(|problem| vec![*problem])?;
        let blocks = blocks(&source);
        Ok(Opened { source, blocks, metadata: Metadata::default(), problems: Vec::new() })
    }
}

/// Turns the bytes of a text file into text: UTF-8, or UTF-16 with its byte order mark.
///
/// # Errors
/// A problem where the bytes are neither, where there is a NUL, or nothing to read.
pub(super) fn decode(name: &str, bytes: &[u8]) -> Result<SourceText, Box<Problem>> {
    let source = match bytes {
        [0xff, 0xfe, rest @ ..] => wide(name, rest, u16::from_le_bytes)?,
        [0xfe, 0xff, rest @ ..] => wide(name, rest, u16::from_be_bytes)?,
        _ => record::decode(name, bytes)?,
    };
    if let Some(at) = source.text().find('\0') {
        let message = "the document holds a NUL character";
        return Err(Box::new(Problem::new(
            &NUL_IN_DOCUMENT,
            &source,
            at..at + 1,
            message,
            "save it as UTF-8 text",
        )));
    }
    if source.text().trim().is_empty() {
        let message = "the document holds no text";
        return Err(Box::new(Problem::new(&EMPTY_DOCUMENT, &source, 0..0, message, "")));
    }
    Ok(source)
}

fn wide(name: &str, bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<SourceText, Box<Problem>> {
    let units = bytes.chunks(2).map(|pair| match *pair {
        [one, two] => unit([one, two]),
        // Half a unit at the end is no text: a lone surrogate makes it a fault.
        _ => 0xd800,
    });
    let mut text = String::with_capacity(bytes.len());
    let mut bad = None;
    for c in char::decode_utf16(units) {
        if c.is_err() && bad.is_none() {
            bad = Some(text.len());
        }
        text.push(c.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    let source = SourceText::new(name, text);
    match bad {
        None => Ok(source),
        Some(at) => {
            let message = "the document begins as UTF-16 and is none from here on";
            Err(Box::new(Problem::new(&NOT_UTF_16, &source, at..at + 3, message, "save it as UTF-8 text")))
        }
    }
}

/// The blocks of a document of which each line is a paragraph, set apart from the others; its format says what each begins
/// with. Linear in its length.
pub(super) fn paragraphs(source: &SourceText, beginnings: &[Beginning]) -> Vec<Block> {
    let mut lines = line::paragraphs(source.text(), beginnings);
    formula::complete(&mut lines);
    join::blocks(&lines)
}

/// What stands before a printed line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Before {
    /// What parts it from the line above.
    pub gap: Gap,
    /// Whether a line is drawn there.
    pub ruled: bool,
}

/// The blocks of a document of which each line is a printed one, whose distances are known. Linear in its length.
pub(super) fn printed(source: &SourceText, before: &[Before]) -> Vec<Block> {
    let mut lines = line::printed(source.text(), before);
    formula::complete(&mut lines);
    join::blocks(&furniture::without(lines))
}

/// The blocks of a text. Linear in its length.
fn blocks(source: &SourceText) -> Vec<Block> {
    let mut lines = line::lines(source.text());
    emphasis::strip(&mut lines);
    formula::complete(&mut lines);
    let mut lines = furniture::without(lines);
    // What stood on both sides of a page's head and foot is one stretch now.
    emphasis::strip(&mut lines);
    join::blocks(&lines)
}
