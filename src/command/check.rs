//! `check [PATH…]`: every fault in the records, with its place.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;

use reservations::corpus::{Corpus, Needle};
use reservations::export;
use reservations::problem::Problem;
use reservations::{check, diagnostic, record, report};

use super::format::Format;
use super::{Asked, Done, Failure, input, output, register};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Records or directories of them, besides that of -f; - for standard input
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// What to call standard input
    #[arg(long, value_name = "NAME")]
    stdin_name: Option<String>,
}

impl Arguments {
    pub(crate) fn run(&self, asked: &Asked) -> Done {
        output::keep(asked, &self.paths, "a record")?;
        print(asked, &self.problems(asked)?, "No fault found.")
    }

    fn problems(&self, asked: &Asked) -> Result<Vec<Problem>, Failure> {
        let paths: Vec<PathBuf> = match self.paths.is_empty() {
            true => asked.file.iter().cloned().collect(),
            false => asked.file_named.iter().chain(&self.paths).cloned().collect(),
        };
        if !paths.iter().any(|path| input::is_standard(path)) {
            if self.stdin_name.is_some() {
                return Err(Failure::Cannot("--stdin-name names standard input: write - as the path".into()));
            }
            return Ok(register::read_some(&paths, &Needle::Any)?.1);
        }
        if paths.len() > 1 {
            return Err(Failure::Cannot("- stands alone: standard input is one record".into()));
        }
        let mut corpus = Corpus::default();
        corpus.add(self.stdin_name.as_deref().unwrap_or("-"), &input::read()?);
        Ok(corpus.finish().1)
    }
}

/// Prints problems on stdout, as they are the answer here; faults give exit code 1, warnings alone 0.
pub(crate) fn print(asked: &Asked, problems: &[Problem], none: &str) -> Done {
    match asked.format {
        Format::Sarif => {
            let codes: Vec<_> = record::CODES.iter().copied().chain(check::codes()).chain(rooms()).collect();
            output::write(asked, diagnostic::sarif(problems, env!("CARGO_PKG_VERSION"), &codes).as_bytes())?;
        }
        Format::GitHub => {
            output::write(asked, diagnostic::github(problems).as_bytes())?;
        }
        Format::Table(export::Format::Table) if !problems.is_empty() && asked.columns.is_empty() => {
            let color = asked.color.is_on(asked.output.is_none() && std::io::stdout().is_terminal());
            output::write(asked, diagnostic::for_people(problems, color).as_bytes())?;
        }
        _ => {
            output::table(asked, report::problems(problems, none.into()))?;
        }
    }
    Ok(if problems.iter().any(Problem::is_error) { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// The codes of documents: of reading one, and of comparing a record with it.
fn rooms() -> impl Iterator<Item = &'static reservations::problem::Code> {
    let own = reservations::import::CODES.iter().chain(reservations::verify::CODES);
    own.chain(reservations::note::CODES).copied()
}
