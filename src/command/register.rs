//! The register that a command asks: which files, and what they hold.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use reservations::corpus::{Corpus, Needle};
use reservations::model::{Register, ResolutionId};
use reservations::problem::{Problem, SourceText};
use reservations::record;
use reservations::store::{Store, shown};

use super::{Failure, Global};

/// The Kigali record, built in.
const EMBEDDED: &str = include_str!("../../reservations.toml");

/// The same record as the build prepared it.
const PREPARED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/embedded.bin"));

/// What the embedded record is called in messages.
pub(crate) const EMBEDDED_NAME: &str = "reservations.toml (embedded)";

/// The path that was asked for, or that stands for it; none for the embedded register.
pub(crate) fn path(global: &Global) -> Option<PathBuf> {
    let environment =
        || std::env::var_os("RESERVATIONS_FILE").filter(|path| !path.is_empty()).map(PathBuf::from);
    let here = || Some(PathBuf::from("reservations.toml")).filter(|path| path.is_file());
    global.file.clone().or_else(environment).or_else(here)
}

/// Reads and checks the files of some paths, or the embedded record where there is none.
pub(crate) fn read(paths: &[PathBuf], needle: &Needle) -> Result<(Register, Vec<Problem>), Failure> {
    of(paths, needle, &[]).map(|read| (read.register, read.problems))
}

/// The same, where it is bad usage that the paths hold no record at all.
pub(crate) fn read_some(paths: &[PathBuf], needle: &Needle) -> Result<(Register, Vec<Problem>), Failure> {
    some(paths, needle, &[]).map(|read| (read.register, read.problems))
}

/// What the files of some paths gave.
struct Read {
    register: Register,
    /// The faults; of the wanted resolutions only where some are named.
    problems: Vec<Problem>,
    /// How many files there are.
    files: usize,
    /// The ids of all records, those with faults among them; for a wanted one that is unknown.
    ids: BTreeSet<ResolutionId>,
}

fn some(paths: &[PathBuf], needle: &Needle, wanted: &[String]) -> Result<Read, Failure> {
    let read = of(paths, needle, wanted)?;
    if read.files == 0 {
        let named: Vec<String> = paths.iter().map(|path| shown(path)).collect();
        let message =
            format!("no record in {}: no file there has a name that ends in .toml", named.join(", "));
        return Err(Failure::Cannot(message));
    }
    Ok(read)
}

fn of(paths: &[PathBuf], needle: &Needle, wanted: &[String]) -> Result<Read, Failure> {
    let mut corpus = Corpus::default();
    if paths.is_empty() {
        corpus.add_text(&SourceText::new(EMBEDDED_NAME, EMBEDDED));
        let (register, problems) = corpus.finish();
        return Ok(Read { register, problems, files: 1, ids: BTreeSet::new() });
    }
    let store = Store::default();
    let passes_over = needle.passes_over();
    let one = |path: &Path, bytes: &[u8]| {
        (!passes_over(bytes)).then(|| {
            let mut own = Corpus::default();
            own.add(&shown(path), bytes);
            // Most files are passed over: what stands for each of them had better be small.
            Box::new(own)
        })
    };
    let read = store.read_each(paths, one)?;
    let files = read.len();
    for (path, found) in read {
        match found? {
            Some(own) => corpus.merge(*own),
            // Of a single file every fault is told, whether it holds the answer or not.
            None if files == 1 => corpus.add(&shown(&path), &store.read(&path)?),
            None => {}
        }
    }
    let ids = if wanted.is_empty() { BTreeSet::new() } else { corpus.all_ids() };
    let (register, problems) = corpus.finish_of(wanted);
    Ok(Read { register, problems, files, ids })
}

/// The register for a report, which refuses to run where a record that it uses has a fault.
///
/// It stays until the program ends, which is right after the answer: giving its memory back would only cost time.
pub(crate) fn load(global: &Global, needle: &Needle) -> Result<&'static Register, Failure> {
    load_of(global, needle).map(|(register, _)| register)
}

/// The same, and how many files there are, of which the register holds fewer where some were passed over.
pub(crate) fn load_of(global: &Global, needle: &Needle) -> Result<(&'static Register, usize), Failure> {
    let Some(path) = path(global) else { return Ok((Box::leak(Box::new(embedded(global, needle)?)), 1)) };
    let Read { register, problems, files, ids } = some(&[path], needle, &global.resolution)?;
    if problems.iter().any(Problem::is_error) {
        return Err(Failure::Faults(problems.into_iter().filter(Problem::is_error).collect()));
    }
    global.asks_for(&ids)?;
    Ok((Box::leak(Box::new(register)), files))
}

/// The embedded register, which the build has checked; read anew from its text should it not be what it was. Like the
/// register the record stays until the program ends.
fn embedded(global: &Global, needle: &Needle) -> Result<Register, Failure> {
    let mut corpus = Corpus::default();
    let record = match needle {
        Needle::Any => record::unpack(PREPARED),
        Needle::Codes(_) => record::unpack_in(PREPARED, global.language()?.as_str()),
    };
    match record {
        Some(record) => corpus.add_trusted(EMBEDDED_NAME, Box::leak(Box::new(record))),
        None => corpus.add_text(&SourceText::new(EMBEDDED_NAME, EMBEDDED)),
    }
    Ok(corpus.finish().0)
}

/// The text of the embedded record.
pub(crate) fn embedded_text() -> SourceText {
    SourceText::new(EMBEDDED_NAME, EMBEDDED)
}
