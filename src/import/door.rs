//! What stands between a format and its blocks.
//!
//! A [`Door`] knows one format: it recognises it by what is in a file, whatever the file is called, and makes of it a
//! neutral sequence of [`Block`]s with places in a text that people can look at. Everything behind the doors is one
//! reader for all formats.

pub(super) mod akn;
mod docx;
mod gather;
mod html;
mod numeral;
mod paragraphs;
mod pdf;
mod table;
pub(super) mod text;
mod unread;

use super::Document;
use super::block::Block;
use super::codes::FORMAT_NOT_READ;
use crate::problem::{Problem, SourceText};

/// One format of documents.
pub trait Door: Sync {
    /// What people call the format: "plain text".
    fn name(&self) -> &'static str;

    /// Whether bytes are of this format, as far as their beginning and their structure say; the name of the file does
    /// not count. Cheap: it is asked of every document.
    fn is(&self, bytes: &[u8]) -> bool;

    /// The symbol of a document, where it can be found without reading the whole. Cheap.
    fn symbol(&self, _bytes: &[u8]) -> Option<String> {
        None
    }

    /// Reads a document that [`Self::is`] recognised.
    ///
    /// # Errors
    /// Every fault for which the document cannot be read at all, each with its place where there is one.
    fn open(&self, document: &Document<'_>) -> Result<Opened, Vec<Problem>>;
}

/// A document that was opened.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The text in which places are shown: the file itself where it is text, else one line a paragraph
    /// ([`crate::problem::Lines::Paragraphs`]) or one line a printed line of a page ([`crate::problem::Lines::Pages`]).
    pub source: SourceText,
    /// Its blocks, in the order of reading. Their places are in `source`.
    pub blocks: Vec<Block>,
    /// What the format says of the document beside its text.
    pub metadata: Metadata,
    /// What was doubtful.
    pub problems: Vec<Problem>,
}

/// What a format says of a document beside its text; what it does not say is absent.
#[derive(Clone, Debug, Default)]
pub struct Metadata {
    /// The BCP 47 tag of its language.
    pub language: Option<String>,
    /// The texts in it, in order, where the format marks what they are and which block is which part of them; else
    /// none, and the words decide.
    pub texts: Vec<akn::Facts>,
}

/// Every format that is read. The first that recognises a document reads it; plain text is the last and takes what is
/// left.
static DOORS: [&dyn Door; 5] = [&akn::Akn, &docx::Docx, &html::Html, &pdf::Pdf, &text::Text];

/// Opens a document by the format that is in it.
///
/// # Errors
/// The faults of a document that cannot be read; a format that is known and not read is named.
pub(super) fn open(document: &Document<'_>) -> Result<Opened, Vec<Problem>> {
    if let Some(door) = DOORS.iter().find(|door| door.is(document.bytes)) {
        return door.open(document);
    }
    let (name, help) =
        unread::format(document.bytes).unwrap_or(("a file of an unknown format", unread::HELP));
    let source = SourceText::new(document.name, "");
    let message = format!("the document is {name}, which is not read");
    Err(vec![Problem::new(&FORMAT_NOT_READ, &source, 0..0, message, help)])
}

/// The name of the format that is in a document.
pub(super) fn format(bytes: &[u8]) -> &'static str {
    DOORS.iter().find(|door| door.is(bytes)).map_or("unknown", |door| door.name())
}

/// The symbol of a document, where its format lets it be found without reading the whole.
pub(super) fn symbol(bytes: &[u8]) -> Option<String> {
    DOORS.iter().find(|door| door.is(bytes)).and_then(|door| door.symbol(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code_and_message(bytes: &[u8]) -> Option<(&'static str, String)> {
        let faults = open(&Document { name: "x", bytes }).err()?;
        faults.first().map(|fault| (fault.code.name, fault.message.clone()))
    }

    #[test]
    fn a_format_that_is_not_read_is_named_by_what_is_in_it() {
        for (bytes, name) in [
            (&b"{\\rtf1\\ansi Harbours}"[..], "a Rich Text Format (RTF) document"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "an old Word (.doc) or other Office 97-2003 document"),
            (b"\x89PNG\r\n\x1a\n....", "a PNG image"),
            (b"\xff\xd8\xff\xe0....", "a JPEG image"),
            (b"\x1f\x8b\x08....", "a gzip archive"),
            (b"7z\xbc\xaf\x27\x1c....", "a 7z archive"),
            (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text....", "an OpenDocument text"),
            (b"PK\x03\x04....mimetypeapplication/epub+zip....", "an EPUB book"),
            (b"PK\x03\x04....xl/workbook.xml....", "an Excel workbook"),
            (b"PK\x03\x04....nothing known", "a ZIP archive"),
        ] {
            let (code, message) = code_and_message(bytes).unwrap();
            assert_eq!(code, "format-not-read");
            assert_eq!(message, format!("the document is {name}, which is not read"));
        }
        assert_eq!(code_and_message(b"The Assembly,"), None);
    }
}
