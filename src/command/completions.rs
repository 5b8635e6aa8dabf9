//! `completions SHELL`: the script by which a shell completes, asking this program for the words.

use clap::ValueEnum;
use clap_complete::env::{Bash, EnvCompleter, Fish, Zsh};

use super::{Asked, Done, Failure, output};

/// The variable by which the script tells the program that it completes.
pub(crate) const VARIABLE: &str = "COMPLETE";

/// The name of the program, in the script and on the user's path.
const PROGRAM: &str = "reservations";

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The shell
    shell: Shell,
}

#[derive(Clone, Copy, ValueEnum)]
enum Shell {
    Bash,
    Zsh,
    Fish,
}

impl Arguments {
    pub(crate) fn run(&self, asked: &Asked) -> Done {
        let shell: &dyn EnvCompleter = match self.shell {
            Shell::Bash => &Bash,
            Shell::Zsh => &Zsh,
            Shell::Fish => &Fish,
        };
        let mut script = Vec::new();
        let written = shell.write_registration(VARIABLE, PROGRAM, PROGRAM, PROGRAM, &mut script);
        written.map_err(|error| Failure::Cannot(error.to_string()))?;
        output::write(asked, &script)
    }
}
