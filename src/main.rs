//! The program: parses arguments, dispatches, prints, exits.

mod command;

use std::process::ExitCode;

use clap::Parser;
use command::{Command, Global};

/// What delegations put on record about resolutions: who reserved on which paragraph, and what that paragraph says.
///
/// Without a command: the resolution in a few lines, what each delegation put on record, and the counts.
#[derive(Parser)]
#[command(name = "reservations", version, max_term_width = 100, infer_subcommands = false)]
struct Arguments {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Option<Command>,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let done = match arguments.command {
        None => command::overview::run(&arguments.global),
        Some(Command::Country(own)) => command::country::run(&arguments.global, &own),
        Some(Command::Paragraph(own)) => command::paragraph::run(&arguments.global, &own),
        Some(Command::Matrix) => command::matrix::run(&arguments.global),
        Some(Command::Compare(own)) => command::compare::run(&arguments.global, &own),
        Some(Command::Resolutions) => command::resolutions::run(&arguments.global),
        Some(Command::Search(own)) => command::search::run(&arguments.global, &own),
        Some(Command::Check(own)) => command::check::run(&arguments.global, &own),
        Some(Command::New(own)) => command::new::run(&arguments.global, &own),
        Some(Command::Add(own)) => command::add::run(&arguments.global, &own),
        Some(Command::Withdraw(own)) => command::withdraw::run(&arguments.global, &own),
        Some(Command::Diff(own)) => command::diff::run(&arguments.global, &own),
        Some(Command::Import(own)) => command::import::run(&arguments.global, &own),
        Some(Command::Verify(own)) => command::verify::run(&arguments.global, &own),
        Some(Command::Footnote) => command::footnote::run(&arguments.global),
        Some(Command::Schema) => command::schema::run(&arguments.global),
    };
    command::finish(&arguments.global, done)
}
