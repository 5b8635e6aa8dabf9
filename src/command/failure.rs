//! How a run ends: done, with faults, or not at all.

use std::io::{IsTerminal, Write};
use std::process::ExitCode;

use reservations::diagnostic;
use reservations::edit::Refused;
use reservations::problem::Problem;
use reservations::{reference, store};

use super::global::Color;

/// What kept a command from answering.
pub(crate) enum Failure {
    /// Bad usage, an unknown name, a file that cannot be opened or written: exit 2.
    Cannot(String),
    /// An edit that would make a faulty record, or that changes nothing: exit 2.
    Refused(Refused),
    /// The records have faults: exit 1.
    Faults(Vec<Problem>),
}

/// What a command that ran found: whether what it looked at has faults.
pub(crate) type Done = Result<ExitCode, Failure>;

impl Failure {
    /// The failure to know a name or a paragraph, where what was typed may be a file in its place.
    pub(crate) fn unknown(unknown: &reference::Unknown, typed: &[String]) -> Self {
        let file = typed.iter().find(|text| std::path::Path::new(text.as_str()).exists());
        match file {
            Some(file) => Self::Cannot(format!("{unknown}; a file is named with -f {file}")),
            None => Self::Cannot(unknown.to_string()),
        }
    }
}

impl From<store::Error> for Failure {
    fn from(error: store::Error) -> Self {
        Self::Cannot(error.to_string())
    }
}

impl From<reference::Unknown> for Failure {
    fn from(unknown: reference::Unknown) -> Self {
        Self::Cannot(unknown.to_string())
    }
}

/// Says on stderr what kept the command from answering, and gives the exit code.
pub(crate) fn finish(color: Color, done: Done) -> ExitCode {
    match done {
        Ok(code) => code,
        Err(Failure::Cannot(message)) => {
            say(&format!("error: {}\n", reservations::fold::visible(&message)));
            ExitCode::from(2)
        }
        Err(Failure::Refused(refused)) if refused.problems.is_empty() => {
            say(&format!("error: {}\n", reservations::fold::visible(&refused.to_string())));
            ExitCode::from(2)
        }
        Err(Failure::Refused(refused)) => {
            let color = color.is_on(std::io::stderr().is_terminal());
            say(&diagnostic::for_people(&refused.problems, color));
            say("note: nothing is written; the places are those in the record as it would be\n");
            ExitCode::from(2)
        }
        Err(Failure::Faults(problems)) => {
            let color = color.is_on(std::io::stderr().is_terminal());
            say(&diagnostic::for_people(&problems, color));
            ExitCode::from(1)
        }
    }
}

/// Prints what is not the answer. Where even stderr is closed there is nobody to tell.
pub(crate) fn say(text: &str) {
    let _ = std::io::stderr().write_all(text.as_bytes());
}
