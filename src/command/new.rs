//! `new --id ID`: a commented skeleton of a record, without faults.

use std::process::ExitCode;

use reservations::edit::{self, Skeleton};
use reservations::model::ResolutionId;
use reservations::store::Store;

use super::{Asked, Done, Failure, output};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The id of the resolution: lower-case letters, digits, "." and "-"
    #[arg(long, value_name = "ID")]
    id: ResolutionId,
    /// Its title, in the language of --lang
    #[arg(long, value_name = "WORDS")]
    title: Option<String>,
    /// Its symbol as published, such as A/RES/78/167
    #[arg(long, value_name = "SYMBOL")]
    symbol: Option<String>,
}

impl Arguments {
    pub(crate) fn run(&self, asked: &Asked) -> Done {
        let skeleton = Skeleton {
            title: self.title.clone(),
            symbol: self.symbol.clone(),
            language: asked.language.clone(),
            ..Skeleton::new(self.id.clone())
        };
        let text = edit::new(&skeleton).map_err(Failure::Refused)?;
        let Some(path) = &asked.output else { return output::write(asked, text.as_bytes()) };
        // A skeleton never takes the place of a record.
        let store = Store::default();
        store.lock(path)?.create(text.as_bytes())?;
        Ok(ExitCode::SUCCESS)
    }
}
