//! `verify DOC…`: the record against the published document.

use std::path::PathBuf;

use reservations::store::{Store, shown};
use reservations::{check, record, verify};

use super::{Ask, Done, Failure, Global, check as checking, import, output, register};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The document that the record came from, or its language versions
    #[arg(value_name = "DOC", required = true)]
    documents: Vec<PathBuf>,
}

impl Ask for Arguments {
    fn run(&self, global: &Global) -> Done {
        run(global, self)
    }
}

fn run(global: &Global, arguments: &Arguments) -> Done {
    global.without("verify", &["--as-of", "--withdrawn", "--kind"])?;
    let chosen = output::format(global, checking::OWN_FORMATS)?;
    output::keep(global, &arguments.documents, "a document")?;
    let source = match register::path(global) {
        None => register::embedded_text(),
        Some(path) => {
            let found =
                super::edits::choose(global).map(|chosen| chosen.path().to_owned()).or_else(|failure| {
                    match path.is_dir() {
                        true => Err(failure),
                        false => Ok(path),
                    }
                })?;
            let bytes = Store::default().read(&found)?;
            record::decode(&shown(&found), &bytes).map_err(|problem| Failure::Faults(vec![*problem]))?
        }
    };
    let checked = check::check(&source);
    if checked.resolution.is_none() {
        return Err(Failure::Faults(checked.problems));
    }
    let read = import::read(&arguments.documents)?;
    let problems = verify::verify(&import::documents(&read), &source, &record::read(&source).record);
    checking::print(global, chosen, &problems, "The document says what the record says.")
}
