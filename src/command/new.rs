//! `new --id ID`: a commented skeleton of a record, without faults.

use std::process::ExitCode;

use reservations::edit::{self, Skeleton};
use reservations::model::ResolutionId;
use reservations::store::Store;

use super::{Ask, Done, Failure, Global, output};

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

impl Ask for Arguments {
    fn run(&self, global: &Global) -> Done {
        run(global, self)
    }
}

fn run(global: &Global, arguments: &Arguments) -> Done {
    global.without("new", &["--file", "--as-of", "--withdrawn", "--resolution", "--kind"])?;
    if global.format.is_some() {
        return Err(Failure::Cannot("a skeleton is TOML: new has no --format".into()));
    }
    let skeleton = Skeleton {
        title: arguments.title.clone(),
        symbol: arguments.symbol.clone(),
        language: global.language()?,
        ..Skeleton::new(arguments.id.clone())
    };
    let text = edit::new(&skeleton).map_err(Failure::Refused)?;
    let Some(path) = &global.output else { return output::write(global, text.as_bytes()) };
    if path.extension().is_none_or(|ending| ending != "toml") {
        let message =
            format!("a record's name ends in .toml; {} would be found by no command", path.display());
        return Err(Failure::Cannot(message));
    }
    // A skeleton never takes the place of a record.
    let store = Store::default();
    store.lock(path)?.create(text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
