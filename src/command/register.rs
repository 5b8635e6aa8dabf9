//! The register that a command asks: which files, and what they hold.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use reservations::corpus::{Corpus, Needle};
use reservations::model::{Register, ResolutionId};
use reservations::problem::{Problem, SourceText};
use reservations::store::{Store, shown};

use super::{Asked, Failure, input};

/// The Kigali record, built in.
const EMBEDDED: &str = include_str!("../../reservations.toml");

/// What the embedded record is called in messages.
pub(crate) const EMBEDDED_NAME: &str = "reservations.toml (embedded)";

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
    match paths {
        [] => corpus.add_text(&embedded_text()),
        [path] if input::is_standard(path) => corpus.add("-", &input::read()?),
        paths => return of_files(paths, needle, wanted),
    }
    let ids = corpus.all_ids();
    let (register, problems) = corpus.finish();
    Ok(Read { register, problems, files: 1, ids })
}

fn of_files(paths: &[PathBuf], needle: &Needle, wanted: &[String]) -> Result<Read, Failure> {
    let mut corpus = Corpus::default();
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
pub(crate) fn load(asked: &Asked, needle: &Needle) -> Result<Register, Failure> {
    load_of(asked, needle).map(|(register, _)| register)
}

/// The same, and how many files there are, of which the register holds fewer where some were passed over.
pub(crate) fn load_of(asked: &Asked, needle: &Needle) -> Result<(Register, usize), Failure> {
    let read = match &asked.file {
        None => of(&[], needle, &[])?,
        Some(path) => some(std::slice::from_ref(path), needle, &asked.resolutions)?,
    };
    if read.problems.iter().any(Problem::is_error) {
        return Err(Failure::Faults(read.problems.into_iter().filter(Problem::is_error).collect()));
    }
    asked.asks_for(&read.ids)?;
    Ok((read.register, read.files))
}

/// The text of the embedded record.
pub(crate) fn embedded_text() -> SourceText {
    SourceText::new(EMBEDDED_NAME, EMBEDDED)
}

/// What one record holds, in a file or on standard input.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    if input::is_standard(path) { input::read() } else { Ok(Store::default().read(path)?) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each start parses the embedded record, and nothing but this test stands between a slip in it and a user.
    #[test]
    fn the_embedded_record_is_without_a_fault() {
        let (register, problems) = read(&[], &Needle::Any).unwrap_or_default();
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(register.resolutions().count(), 1);
    }
}
