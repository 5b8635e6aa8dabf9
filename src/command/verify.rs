//! `verify DOC…`: the record against the published document.

use std::path::PathBuf;

use reservations::store::shown;
use reservations::{check, record, verify};

use super::{Asked, Done, Failure, check as checking, edits, import, output, register};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The document that the record came from, or its language versions
    #[arg(value_name = "DOC", required = true)]
    documents: Vec<PathBuf>,
}

impl Arguments {
    pub(crate) fn run(&self, asked: &Asked) -> Done {
        output::keep(asked, &self.documents, "a document")?;
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
