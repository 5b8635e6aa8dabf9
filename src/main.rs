//! The program: parses arguments, dispatches, prints, exits.

mod command;

use std::process::ExitCode;

fn main() -> ExitCode {
    command::keep_running();
    command::complete();
    let mut prompt = command::prompt();
    let matches = prompt.get_matches_mut();
    command::run(&mut prompt, matches)
}
