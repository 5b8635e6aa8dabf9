//! The program: parses arguments, dispatches, prints, exits.

mod command;

use std::mem::ManuallyDrop;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser};
use command::Global;

/// What delegations put on record about resolutions: who reserved on which paragraph, and what that paragraph says.
///
/// Without a command: the resolution in a few lines, what each delegation put on record, and the counts.
#[derive(Parser)]
#[command(name = "reservations", version, max_term_width = 100, infer_subcommands = false)]
struct Arguments {
    #[command(flatten)]
    global: Global,
}

fn main() -> ExitCode {
    // The program ends right after the answer: giving back the memory of the prompt's words would only cost time.
    let first = std::env::args_os().nth(1);
    let mut prompt = ManuallyDrop::new(command::augment(Arguments::command(), first.as_deref()));
    let mut matches = prompt.get_matches_mut();
    let asked = matches.remove_subcommand();
    let arguments = Arguments::from_arg_matches_mut(&mut matches).unwrap_or_else(|error| error.exit());
    let done = command::run(&arguments.global, asked);
    command::finish(&arguments.global, done)
}
