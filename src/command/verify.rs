//! `verify DOC…`: the record against the published document.

use std::path::{Path, PathBuf};

use reservations::problem::SourceText;
use reservations::record::RawRecord;
use reservations::store::{Store, shown};
use reservations::{check, record, verify};

use super::{Asked, Done, Failure, check as checking, edits, import, output, register};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The documents that the record came from, or those of a corpus
    #[arg(value_name = "DOC", required = true)]
    documents: Vec<PathBuf>,
}

impl Arguments {
    pub(crate) fn run(&self, asked: &Asked) -> Done {
        output::keep(asked, &self.documents, "a document")?;
        if let Some(folder) =
            asked.file.as_deref().filter(|path| path.is_dir() && asked.resolutions.is_empty())
            && let Some(records) = records(folder)?
        {
            let read = import::read(&self.documents)?;
            let problems = verify::verify_corpus(&import::documents(&read), &records);
            return checking::print(asked, &problems, "The documents say what the records say.");
        }
        let source = match &asked.file {
            None => register::embedded_text(),
            Some(path) => {
                // Of a single file every fault is told by what follows.
                let found = match path.is_dir() {
                    true => edits::choose(asked)?.path().to_owned(),
                    false => path.clone(),
                };
                let bytes = register::bytes(&found)?;
                record::decode(&shown(&found), &bytes).map_err(|problem| Failure::Faults(vec![*problem]))?
            }
        };
        let checked = check::check(&source);
        if checked.resolution.is_none() {
            return Err(Failure::Faults(checked.problems));
        }
        let read = import::read(&self.documents)?;
        let problems = verify::verify(&import::documents(&read), &source, &record::read(&source).record);
        checking::print(asked, &problems, "The document says what the record says.")
    }
}

/// The records of a folder, each without faults; none where there is only one, which is verified by itself.
fn records(folder: &Path) -> Result<Option<Vec<(SourceText, RawRecord)>>, Failure> {
    let store = Store::default();
    let mut records = Vec::new();
    let mut faults = Vec::new();
    for path in store.discover(&[folder.to_owned()])? {
        let bytes = store.read(&path)?;
        let source = match record::decode(&shown(&path), &bytes) {
            Ok(source) => source,
            Err(problem) => {
                faults.push(*problem);
                continue;
            }
        };
        let checked = check::check(&source);
        if checked.resolution.is_none() {
            faults.extend(checked.problems);
        }
        let record = record::read(&source).record;
        records.push((source, record));
    }
    if !faults.is_empty() {
        return Err(Failure::Faults(faults));
    }
    Ok((records.len() > 1).then_some(records))
}
