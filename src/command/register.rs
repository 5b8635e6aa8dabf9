//! The register that a command asks: which files, and what they hold.

use std::path::{Path, PathBuf};

use reservations::corpus::{Corpus, Needle};
use reservations::model::Register;
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
    of(paths, &Store::default().discover(paths)?, needle)
}

/// The same, where it is bad usage that the paths hold no record at all.
pub(crate) fn read_some(paths: &[PathBuf], needle: &Needle) -> Result<(Register, Vec<Problem>), Failure> {
    of(paths, &some(paths)?, needle)
}

fn some(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let files = Store::default().discover(paths)?;
    if files.is_empty() && !paths.is_empty() {
        let named: Vec<String> = paths.iter().map(|path| shown(path)).collect();
        let message =
            format!("no record in {}: no file there has a name that ends in .toml", named.join(", "));
        return Err(Failure::Cannot(message));
    }
    Ok(files)
}

fn of(paths: &[PathBuf], files: &[PathBuf], needle: &Needle) -> Result<(Register, Vec<Problem>), Failure> {
    let mut corpus = Corpus::default();
    if paths.is_empty() {
        corpus.add_text(&SourceText::new(EMBEDDED_NAME, EMBEDDED));
        return Ok(corpus.finish());
    }
    let one = |path: &Path, bytes: &[u8]| {
        let mut own = Corpus::default();
        if files.len() == 1 || !needle.passes_over(bytes) {
            own.add(&shown(path), bytes);
        }
        own
    };
    for found in Store::default().read_each(files, one) {
        corpus.merge(found?);
    }
    Ok(corpus.finish())
}

/// The register for a report, which refuses to run where a record that it uses has a fault.
pub(crate) fn load(global: &Global, needle: &Needle) -> Result<Register, Failure> {
    load_of(global, needle).map(|(register, _)| register)
}

/// The same, and how many files there are, of which the register holds fewer where some were passed over.
pub(crate) fn load_of(global: &Global, needle: &Needle) -> Result<(Register, usize), Failure> {
    let Some(path) = path(global) else { return Ok((embedded(), 1)) };
    let paths = [path];
    let files = some(&paths)?;
    let (register, problems) = of(&paths, &files, needle)?;
    if problems.iter().any(Problem::is_error) {
        return Err(Failure::Faults(problems.into_iter().filter(Problem::is_error).collect()));
    }
    Ok((register, files.len()))
}

/// The embedded register, which the build has checked; read anew from its text should it not be what it was.
fn embedded() -> Register {
    let mut corpus = Corpus::default();
    match record::unpack(PREPARED) {
        Some(record) => corpus.add_trusted(EMBEDDED_NAME, &record),
        None => corpus.add_text(&SourceText::new(EMBEDDED_NAME, EMBEDDED)),
    }
    corpus.finish().0
}

/// The text of the embedded record.
pub(crate) fn embedded_text() -> SourceText {
    SourceText::new(EMBEDDED_NAME, EMBEDDED)
}
