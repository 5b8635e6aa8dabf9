//! The door for Akoma Ntoso (AKN4UN), the XML in which the United Nations publishes resolutions.
//!
//! Read as a stream. What mark-up says is kept beside each block as evidence ([`Class`]); which paragraph is which is
//! decided behind the door, as a reader of the printed text would.

mod element;
mod events;
mod facts;
mod walk;

use memchr::memmem;

use super::{Door, Metadata, Opened, text};
use crate::import::Document;
use crate::problem::Problem;

pub use facts::Facts;

/// Akoma Ntoso in UTF-8 or UTF-16.
pub(super) struct Akn;

/// How many bytes of a file may stand before its first element.
const PROLOGUE: usize = 64 * 1024;

impl Door for Akn {
    fn name(&self) -> &'static str {
        "Akoma Ntoso"
    }

    fn is(&self, bytes: &[u8]) -> bool {
        events::root(&beginning(bytes)).is_some_and(|root| root.eq_ignore_ascii_case("akomaNtoso"))
    }

    fn symbol(&self, bytes: &[u8]) -> Option<String> {
        let marked = memmem::find(bytes, b"refersTo=\"#symbol\"")?;
        let rest = bytes.get(marked..)?;
        let start = memchr::memchr(b'>', rest)? + 1;
        let end = memchr::memchr(b'<', rest.get(start..)?)?;
        let symbol = std::str::from_utf8(rest.get(start..start + end)?).ok()?.trim();
        (!symbol.is_empty()).then(|| symbol.to_owned())
    }

    fn open(&self, document: &Document<'_>) -> Result<Opened, Vec<Problem>> {
        let source = text::decode(document.name, document.bytes).map_err(|problem| vec![*problem])?;
        let (blocks, texts) = walk::read(&source)?;
        let metadata = Metadata { texts, ..Metadata::default() };
        Ok(Opened { source, blocks, metadata, problems: Vec::new() })
    }
}

/// The first characters of a file in UTF-8 or UTF-16; what is neither becomes signs that no XML has.
fn beginning(bytes: &[u8]) -> String {
    let bytes = &bytes[..bytes.len().min(PROLOGUE)];
    let wide = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}
