//! `dataset DIR`: everything as tables with a descriptor, and as web annotations.

use std::path::PathBuf;
use std::process::ExitCode;

use reservations::corpus::Needle;
use reservations::publish::dataset;
use reservations::store::Store;

use super::{Asked, Done, Failure, register};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The folder to write to, which is made where it is missing
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

impl Arguments {
    pub(crate) fn run(&self, asked: &Asked) -> Done {
        if asked.output.is_some() {
            return Err(Failure::Cannot("dataset writes to DIR: it has no --output".into()));
        }
        let register = register::load(asked, &Needle::Any)?;
        let filter = asked.filter(&register)?;
        let files = dataset(&register, &filter).map_err(|error| Failure::Cannot(error.to_string()))?;
        let store = Store::default();
        store.make_folder(&self.folder)?;
        for (name, bytes) in files {
            store.write(&self.folder.join(name), &bytes)?;
        }
        Ok(ExitCode::SUCCESS)
    }
}
