//! The door for Word documents (DOCX, WordprocessingML of ISO/IEC 29500, transitional or strict).
//!
//! ```text
//! zip --package--> parts --styles, numbering--> what lists print --body--> paragraphs, notes beside their marks
//! ```

mod body;
mod markup;
mod numbering;
mod package;
mod styles;
mod symbol;

use memchr::memmem;

use super::paragraphs::print;
use super::{Door, Metadata, Opened};
use crate::import::Document;
use crate::import::codes::{DAMAGED_DOCUMENT, DOCUMENT_TOO_LARGE, EMPTY_DOCUMENT, ENCRYPTED_DOCUMENT};
use crate::problem::{Lines, Problem, SourceText};
use package::{Package, Unreadable};

/// Word documents.
pub(super) struct Docx;

impl Door for Docx {
    fn name(&self) -> &'static str {
        "DOCX"
    }

    fn is(&self, bytes: &[u8]) -> bool {
        let zipped = bytes.starts_with(b"PK\x03\x04") && memmem::find(bytes, b"word/document").is_some();
        zipped || is_encrypted(bytes)
    }

    fn open(&self, document: &Document<'_>) -> Result<Opened, Vec<Problem>> {
        let paragraphs = read(document.bytes).map_err(|fault| vec![problem(document.name, &fault)])?;
        let (source, blocks) = print(document.name, &paragraphs);
        if blocks.is_empty() {
            let message = "the document holds no text";
            return Err(vec![Problem::new(&EMPTY_DOCUMENT, &source, 0..0, message, "")]);
        }
        Ok(Opened { source, blocks, metadata: Metadata::default(), problems: Vec::new() })
    }
}

/// Whether a file is the container in which Office keeps an encrypted document.
fn is_encrypted(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") && memmem::find(bytes, &name).is_some()
}

fn read(bytes: &[u8]) -> Result<Vec<super::paragraphs::Paragraph>, Unreadable> {
    if is_encrypted(bytes) {
        return Err(Unreadable::Encrypted);
    }
    let mut package = Package::open(bytes)?;
    let parts = package.parts()?;
    let styles = parts.styles.as_deref().map(styles::read).transpose()?.unwrap_or_default();
    let numbering = parts.numbering.as_deref().map(numbering::read).transpose()?.unwrap_or_default();
    let settings = parts.settings.as_deref().map(body::Settings::read).transpose()?.unwrap_or_default();
    let context = body::Context { styles: &styles, numbering: &numbering, settings: &settings };
    let footnotes = parts.footnotes.as_deref().map(|xml| body::notes(xml, &context)).transpose()?;
    let endnotes = parts.endnotes.as_deref().map(|xml| body::notes(xml, &context)).transpose()?;
    body::document(&parts.document, &context, footnotes.unwrap_or_default(), endnotes.unwrap_or_default())
}

fn problem(name: &str, fault: &Unreadable) -> Problem {
    let source = SourceText::of(name, "", Lines::Paragraphs);
    let (code, message) = match fault {
        Unreadable::Encrypted => (&ENCRYPTED_DOCUMENT, "the Word document is encrypted".to_owned()),
        Unreadable::Damaged(what) => (&DAMAGED_DOCUMENT, format!("the Word document is damaged: {what}")),
        Unreadable::TooLarge(part) => (
            &DOCUMENT_TOO_LARGE,
            format!("{part} of the Word document has more than {} MiB", package::LARGEST >> 20),
        ),
    };
    Problem::new(code, &source, 0..0, message, "")
}
