//! The door for PDF: pages of placed glyphs, which have neither lines nor paragraphs nor an order of reading.
//!
//! ```text
//! bytes --lopdf--> objects --font, glyphs--> placed glyphs --layout--> lines, columns --order--> text as it is read
//! ```
//!
//! The text that comes of it, a line for each printed line, is read as plain text is.

mod cmap;
mod font;
mod glyphs;
mod layout;
mod line;
mod order;

use std::sync::Once;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use memchr::memmem;

use super::{Door, Metadata, Opened, text};
use crate::import::Document;
use crate::import::codes::{DAMAGED_DOCUMENT, DOCUMENT_TOO_LARGE, ENCRYPTED_DOCUMENT, SCANNED_DOCUMENT};
use crate::problem::{Lines, Problem, SourceText};

/// How many bytes a file may have.
const LARGEST: usize = 128 << 20;

/// How long the pages may take; a document of a hundred pages takes a second.
const LONGEST: Duration = Duration::from_secs(60);

/// How deep the stack of the thread is that reads objects in objects.
const STACK: usize = 16 << 20;

/// The name of that thread.
const THREAD: &str = "pdf";

/// PDF documents.
pub(super) struct Pdf;

/// Why a document cannot be read.
#[derive(Debug)]
enum Unreadable {
    /// It has a password.
    Encrypted,
    /// It is not what the format demands.
    Damaged(String),
    /// It is too large, or takes too long.
    TooLarge(String),
    /// Its pages hold pictures and no characters.
    Scanned(String),
}

impl Door for Pdf {
    fn name(&self) -> &'static str {
        "PDF"
    }

    fn is(&self, bytes: &[u8]) -> bool {
        // Some programs write a line of their own before it.
        memmem::find(&bytes[..bytes.len().min(1024)], b"%PDF-").is_some()
    }

    fn open(&self, document: &Document<'_>) -> Result<Opened, Vec<Problem>> {
        let printed = guarded(document.bytes).map_err(|fault| vec![problem(document.name, &fault)])?;
        let source = SourceText::of(document.name, printed.text, Lines::Pages(printed.pages));
        let blocks = text::printed(&source, &printed.before);
        Ok(Opened { source, blocks, metadata: Metadata::default(), problems: Vec::new() })
    }
}

/// Reads a document on a thread of its own: the library under it may panic, and a file may be made to take for ever.
fn guarded(bytes: &[u8]) -> Result<layout::Printed, Unreadable> {
    if bytes.len() > LARGEST {
        return Err(Unreadable::TooLarge(format!("the PDF has more than {} MiB", LARGEST >> 20)));
    }
    keep_silent();
    let bytes = bytes.to_owned();
    let (send, receive) = mpsc::channel();
    let thread = std::thread::Builder::new().name(THREAD.to_owned()).stack_size(STACK);
    let spawned = thread.spawn(move || drop(send.send(read(&bytes))));
    spawned.map_err(|error| Unreadable::TooLarge(format!("the PDF cannot be read: {error}")))?;
    match receive.recv_timeout(LONGEST) {
        Ok(read) => read,
        Err(RecvTimeoutError::Timeout) => Err(Unreadable::TooLarge(format!(
            "the PDF takes more than {} seconds to read",
            LONGEST.as_secs()
        ))),
        // The thread is gone: it panicked.
        Err(RecvTimeoutError::Disconnected) => Err(Unreadable::Damaged("it cannot be followed".to_owned())),
    }
}

/// A panic of the thread that reads a PDF is a fault of the document and is told as one: nothing else is printed.
fn keep_silent() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if std::thread::current().name() != Some(THREAD) {
                usual(panic);
            }
        }));
    });
}

fn read(bytes: &[u8]) -> Result<layout::Printed, Unreadable> {
    let pages = glyphs::read(bytes).map_err(|fault| match fault {
        // The library tells of ways of encryption that it does not know in many ways.
        Unreadable::Damaged(_) if memmem::find(bytes, b"/Encrypt").is_some() => Unreadable::Encrypted,
        fault => fault,
    })?;
    let characters: usize = pages.iter().map(|page| page.glyphs.len()).sum();
    let unknown = pages.iter().flat_map(|page| &page.glyphs).filter(|glyph| glyph.text == "\u{fffd}").count();
    if characters == 0 {
        let pictures = pages.iter().any(|page| page.pictures > 0);
        let what = if pictures {
            "the pages of the PDF are pictures: it was scanned"
        } else {
            "the PDF holds no text"
        };
        return Err(Unreadable::Scanned(what.to_owned()));
    }
    if unknown * 3 > characters {
        let what = "the PDF draws its letters without saying which they are";
        return Err(Unreadable::Scanned(what.to_owned()));
    }
    Ok(layout::print(pages))
}

fn problem(name: &str, fault: &Unreadable) -> Problem {
    let source = SourceText::new(name, "");
    let ocr = "have its text recognised (OCR, for instance with ocrmypdf) and import what that gives";
    let (code, message, help) = match fault {
        Unreadable::Encrypted => (&ENCRYPTED_DOCUMENT, "the PDF is encrypted".to_owned(), ""),
        Unreadable::Damaged(what) => (&DAMAGED_DOCUMENT, format!("the PDF is damaged: {what}"), ""),
        Unreadable::TooLarge(what) => (&DOCUMENT_TOO_LARGE, what.clone(), ""),
        Unreadable::Scanned(what) => (&SCANNED_DOCUMENT, what.clone(), ocr),
    };
    Problem::new(code, &source, 0..0, message, help)
}
