//! `search WORDS…`: paragraphs and positions with the words.

use reservations::corpus::Needle;
use reservations::fold::fold;
use reservations::report::Report;

use super::{Asked, Done, Failure, output, register};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Words that must all stand in one field
    #[arg(value_name = "WORDS", required = true)]
    words: Vec<String>,
}

impl Arguments {
    pub(crate) fn run(&self, asked: &Asked) -> Done {
        if self.words.iter().all(|word| !fold(word).chars().any(char::is_alphanumeric)) {
            return Err(Failure::Cannot("there is no word to search for".into()));
        }
        let register = register::load(asked, &Needle::Any)?;
        let filter = asked.filter(&register)?;
        let report = Report::Search { words: self.words.clone() };
        output::table(asked, report.table(&register, &filter))
    }
}
