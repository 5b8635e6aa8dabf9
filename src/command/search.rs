//! `search WORDS…`: paragraphs and positions with the words.

use reservations::corpus::Needle;
use reservations::fold::fold;
use reservations::report::Report;

use super::{Ask, Done, Failure, Global, output, register};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Words that must all stand in one field
    #[arg(value_name = "WORDS", required = true)]
    words: Vec<String>,
}

impl Ask for Arguments {
    fn run(&self, global: &Global) -> Done {
        run(global, self)
    }
}

fn run(global: &Global, arguments: &Arguments) -> Done {
    output::format(global, &[])?;
    if arguments.words.iter().all(|word| !fold(word).chars().any(char::is_alphanumeric)) {
        return Err(Failure::Cannot("there is no word to search for".into()));
    }
    let register = register::load(global, &Needle::Any)?;
    let filter = global.filter(register)?;
    let report = Report::Search { words: arguments.words.clone() };
    output::table(global, &report.table(register, &filter))
}
