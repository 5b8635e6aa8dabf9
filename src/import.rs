//! A published document, read to a raw record.
//!
//! ```text
//! bytes --door, one a format--> blocks --version--> heading, body, notes, votes --merge--> one resolution --build--> record
//! ```
//!
//! A door makes a neutral sequence of [`Block`]s of a format; behind all doors stands one reader of paragraphs and
//! notes. Whatever is not understood is a placed warning and gives nothing: precision comes before recall.

mod behind;
mod block;
mod body;
mod build;
mod codes;
mod date;
mod door;
mod fact;
mod heading;
mod id;
mod lead;
mod mapped;
mod merge;
mod notes;
mod numbering;
mod official;
mod shape;
mod speaker;
mod symbol;
mod unread;
mod version;
mod vote;
mod words;

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

pub use block::{Block, Class, Reference, Role};
pub use codes::CODES;
pub(crate) use codes::VERSIONS_DIFFER;
pub use door::{Door, Metadata, Opened};
pub use lead::Lead;
pub use mapped::Mapped;

use crate::problem::{Problem, SourceText, sort};
use crate::record::RawRecord;

/// A document to read.
#[derive(Clone, Copy, Debug)]
pub struct Document<'a> {
    /// The name of the file as the user gave it, `-` for standard input.
    pub name: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
}

/// What the user asks of an import.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The id of the resolution; without one it is made of its symbol or its title, else it is `untitled`. Of several
    /// resolutions the first has it, and the others have it with a number.
    pub id: Option<String>,
}

/// What documents gave.
#[derive(Clone, Debug)]
pub struct Imported {
    /// A record for each resolution, in the order of the documents. Delegations of positions, and votes, have their
    /// places in the document that their source names; what else is in a record has none.
    pub records: Vec<RawRecord>,
    /// What was doubtful, and errors for documents that could not be read at all; sorted by place.
    pub problems: Vec<Problem>,
}

/// What is kept of a document for the records.
struct Source {
    /// The name of its file; none for standard input.
    file: Option<String>,
    sha256: String,
}

/// Reads documents: language versions of one resolution, or several resolutions, in any order.
///
/// Never fails: what cannot be read is an error among the problems. Linear in the length of the documents.
///
/// ```
/// use reservations::import::{Document, Options, import};
/// let text = "On boats\n\nAdopted without a vote (Bergen, 3 May 2021)\n\nThe Assembly of Harbours,\n\n\
///             Recalling the sea,\n\n1. Decides to sail;\n\n2. Requests wind.\n";
/// let imported = import(&[Document { name: "boats.txt", bytes: text.as_bytes() }], &Options::default());
/// let resolution = imported.records[0].resolution.as_ref().unwrap();
/// assert_eq!(resolution.operative.as_ref().unwrap().value, 2);
/// assert!(imported.problems.is_empty());
/// ```
#[must_use]
pub fn import(documents: &[Document<'_>], options: &Options) -> Imported {
    let mut problems = Vec::new();
    let mut versions = Vec::new();
    let mut sources = Vec::new();
    for (at, document) in documents.iter().enumerate() {
        sources.push(Source { file: file_name(document.name), sha256: digest(document.bytes) });
        match door::open(document) {
            Ok(Opened { source, blocks, metadata, problems: mut doubts }) => {
                problems.append(&mut doubts);
                versions.extend(match metadata.texts.as_slice() {
                    [] => version::versions(&source, at, &blocks, &mut problems),
                    texts => official::versions(&source, at, &blocks, texts, &mut problems),
                });
            }
            Err(mut faults) => problems.append(&mut faults),
        }
    }
    let groups = merge::group(versions, &mut problems);
    let mut ids: BTreeMap<String, usize> = BTreeMap::new();
    let records = groups.into_iter().map(|mut group| {
        let mut record = build::record(&mut group, &sources, &mut problems);
        id::give(&mut record, options.id.as_deref(), &mut ids);
        record
    });
    let records = records.collect();
    sort(&mut problems);
    Imported { records, problems }
}

/// The text of a document as [`import`] reads it, to show places in; none where it cannot be read.
pub fn decoded(document: &Document<'_>) -> Option<SourceText> {
    door::open(document).ok().map(|opened| opened.source)
}

fn file_name(name: &str) -> Option<String> {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let plain: String = last.chars().filter(|c| !c.is_control()).collect();
    (name != "-" && !plain.is_empty()).then_some(plain)
}

/// The SHA-256 of a file, in hexadecimal digits.
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The beginning of a text, to be shown in a message.
fn quote(text: &str) -> String {
    let short: String = text.chars().take(60).collect();
    let more = if short.len() < text.len() { "…" } else { "" };
    format!("{}{more}", crate::fold::visible(&short))
}

/// A place as messages name another one: "en, line 12".
fn where_in(source: &SourceText, tag: &str, at: usize) -> String {
    format!("{tag}: {}:{}", source.name(), source.place(at).0)
}
