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
use std::sync::atomic::{AtomicUsize, Ordering};

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
    /// Whether the sentences of the paragraphs are left out: facts alone.
    pub without_text: bool,
}

/// What documents gave.
#[derive(Clone, Debug)]
pub struct Imported {
    /// A record for each resolution, in the order of the documents. Delegations of positions, and votes, have their
    /// places in the document that their source names; what else is in a record has none.
    pub records: Vec<RawRecord>,
    /// What was doubtful, and errors for documents that could not be read at all; sorted by place.
    pub problems: Vec<Problem>,
    /// What each document gave, in the order in which they were given.
    pub accounts: Vec<Account>,
}

/// What one document gave.
#[derive(Clone, Debug, Default)]
pub struct Account {
    /// The text in which its places are shown; none where it could not be opened.
    pub source: Option<SourceText>,
    /// The name of its format; none where it could not be opened.
    pub format: Option<&'static str>,
    /// The record, by its place among those that were made, and the language of each text in it that was taken.
    pub texts: Vec<(usize, &'static str)>,
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
    import_watched(documents, options, &|| {})
}

/// The same; `done` is called after each document, from whichever thread has read it. Several documents are read by as
/// many threads as the machine runs at a time.
#[must_use]
pub fn import_watched(documents: &[Document<'_>], options: &Options, done: &(dyn Fn() + Sync)) -> Imported {
    let mut problems = Vec::new();
    let mut versions = Vec::new();
    let mut accounts = vec![Account::default(); documents.len()];
    for (at, mut opened) in read_each(documents, done).into_iter().enumerate() {
        problems.append(&mut opened.problems);
        versions.append(&mut opened.versions);
        accounts[at].format = opened.format;
        accounts[at].source = opened.source;
    }
    let sources: Vec<Source> = documents
        .iter()
        .map(|document| Source { file: file_name(document.name), sha256: digest(document.bytes) })
        .collect();
    let groups = merge::group(versions, &mut problems);
    let mut ids: BTreeMap<String, usize> = BTreeMap::new();
    let records = groups.into_iter().enumerate().map(|(at, mut group)| {
        for version in &group {
            accounts[version.document].texts.push((at, version.tag()));
        }
        let mut record = build::record(&mut group, &sources, &mut problems);
        if options.without_text {
            record.languages.iter_mut().for_each(|language| language.paragraphs.clear());
        }
        id::give(&mut record, options.id.as_deref(), &mut ids);
        record
    });
    let records = records.collect();
    sort(&mut problems);
    Imported { records, problems, accounts }
}

/// What one document gave before documents were put together.
#[derive(Default)]
struct Read {
    source: Option<SourceText>,
    format: Option<&'static str>,
    versions: Vec<version::Version>,
    problems: Vec<Problem>,
}

/// Reads each document, on several threads where there are several documents.
fn read_each(documents: &[Document<'_>], done: &(dyn Fn() + Sync)) -> Vec<Read> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut read = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(document) = documents.get(at) else { return read };
            read.push((at, read_one(document, at)));
            done();
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(documents.len());
    let mut read = if threads < 2 {
        work()
    } else {
        std::thread::scope(|scope| {
            let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
            let joined = workers.into_iter().map(|worker| worker.join());
            joined.flat_map(|read| read.unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
        })
    };
    read.sort_by_key(|(at, _)| *at);
    read.into_iter().map(|(_, read)| read).collect()
}

fn read_one(document: &Document<'_>, at: usize) -> Read {
    let Opened { source, blocks, metadata, mut problems } = match door::open(document) {
        Ok(opened) => opened,
        Err(problems) => return Read { problems, ..Read::default() },
    };
    let versions = match metadata.texts.as_slice() {
        [] => version::versions(&source, at, &blocks, &mut problems),
        texts => official::versions(&source, at, &blocks, texts, &mut problems),
    };
    Read { source: Some(source), format: Some(door::format(document.bytes)), versions, problems }
}

/// The symbol of a document, where its format lets it be found without reading the whole: what has the same one belongs
/// together.
pub fn symbol(bytes: &[u8]) -> Option<String> {
    door::symbol(bytes)
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
