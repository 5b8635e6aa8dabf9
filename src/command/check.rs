//! `check [PATH…]`: every fault in the records, with its place.

use std::io::{IsTerminal, Read};
use std::path::PathBuf;
use std::process::ExitCode;

use reservations::corpus::{Corpus, Needle};
use reservations::export::Format;
use reservations::problem::Problem;
use reservations::{check, diagnostic, record, report};

use super::{Ask, Done, Failure, Global, output, register};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Records or directories of them, besides that of -f; - for standard input
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// What to call standard input
    #[arg(long, value_name = "NAME")]
    stdin_name: Option<String>,
}

/// Formats of problems besides those of tables.
pub(crate) const OWN_FORMATS: &[&str] = &["sarif", "github"];

impl Ask for Arguments {
    fn run(&self, global: &Global) -> Done {
        run(global, self)
    }
}

fn run(global: &Global, arguments: &Arguments) -> Done {
    global.without("check", &["--as-of", "--withdrawn", "--resolution", "--kind"])?;
    let chosen = output::format(global, OWN_FORMATS)?;
    output::keep(global, &arguments.paths, "a record")?;
    let problems = problems(global, arguments)?;
    print(global, chosen, &problems, "No fault found.")
}

fn problems(global: &Global, arguments: &Arguments) -> Result<Vec<Problem>, Failure> {
    let asked: Vec<PathBuf> = match arguments.paths.is_empty() {
        true => register::path(global).into_iter().collect(),
        false => global.file.iter().chain(&arguments.paths).cloned().collect(),
    };
    if !asked.iter().any(|path| path.as_os_str() == "-") {
        if arguments.stdin_name.is_some() {
            return Err(Failure::Cannot("--stdin-name names standard input: write - as the path".into()));
        }
        return Ok(register::read_some(&asked, &Needle::Any)?.1);
    }
    if asked.len() > 1 {
        return Err(Failure::Cannot("- stands alone: standard input is one record".into()));
    }
    let mut bytes = Vec::new();
    let limit = reservations::store::LARGEST;
    let read = std::io::stdin().lock().take(limit + 1).read_to_end(&mut bytes);
    read.map_err(|error| Failure::Cannot(format!("cannot read standard input: {error}")))?;
    if bytes.len() as u64 > limit {
        return Err(Failure::Cannot(format!("standard input has more than {limit} bytes")));
    }
    let mut corpus = Corpus::default();
    corpus.add(arguments.stdin_name.as_deref().unwrap_or("-"), &bytes);
    Ok(corpus.finish().1)
}

/// Prints problems on stdout, as they are the answer here; faults give exit code 1, warnings alone 0.
pub(crate) fn print(global: &Global, chosen: output::Chosen, problems: &[Problem], none: &str) -> Done {
    match chosen {
        output::Chosen::Own("sarif") => {
            let codes: Vec<_> = record::CODES.iter().copied().chain(check::codes()).chain(rooms()).collect();
            output::write(global, diagnostic::sarif(problems, env!("CARGO_PKG_VERSION"), &codes).as_bytes())?;
        }
        output::Chosen::Own(_) => {
            output::write(global, diagnostic::github(problems).as_bytes())?;
        }
        output::Chosen::Table(Format::Table) if !problems.is_empty() => {
            let color = global.color(global.output.is_none() && std::io::stdout().is_terminal());
            output::write(global, diagnostic::for_people(problems, color).as_bytes())?;
        }
        output::Chosen::Table(format) => {
            output::table_as(global, &report::problems(problems, none.into()), format)?;
        }
    }
    Ok(if problems.iter().any(Problem::is_error) { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// The codes of documents: of reading one, and of comparing a record with it.
fn rooms() -> impl Iterator<Item = &'static reservations::problem::Code> {
    let own = reservations::import::CODES.iter().chain(reservations::verify::CODES);
    own.chain(reservations::note::CODES).copied()
}
