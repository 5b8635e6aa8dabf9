//! Edits of a record's text: a position added, one withdrawn, a new record.
//!
//! Text is put in or taken out at the places that the TOML parser gives, and nothing else is written: comments, order,
//! spacing, quoting and line ends of the rest stay byte for byte. What comes out is checked, and has to say what went
//! in and the change, before anybody sees it. Nothing here touches the disk.

mod add;
mod complete;
mod layout;
mod list;
mod name;
mod new;
mod splice;
#[cfg(test)]
mod tests;
mod withdraw;

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

pub use add::{NewPosition, add};
pub use complete::complete;
pub use new::{Skeleton, new};
pub use withdraw::{Withdrawal, withdraw};

use crate::check;
use crate::model::{Malformed, Resolution};
use crate::problem::{Problem, SourceText};

/// What a position is on where no paragraphs are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// The whole resolution.
    Entire,
    /// The source does not say which part.
    Unknown,
}

impl Scope {
    /// Every word, in order.
    pub const WORDS: &'static [&'static str] = &["entire", "unknown"];

    /// The word that stands in records.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Entire => "entire",
            Self::Unknown => "unknown",
        }
    }
}

impl FromStr for Scope {
    type Err = Malformed;

    fn from_str(word: &str) -> Result<Self, Malformed> {
        match word {
            "entire" => Ok(Self::Entire),
            "unknown" => Ok(Self::Unknown),
            _ => Err(Malformed("a scope is entire or unknown")),
        }
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A record after an edit.
#[derive(Clone, Debug)]
pub struct Edited {
    /// The whole new text.
    pub text: String,
    /// What the new text says.
    pub resolution: Resolution,
    /// Which of its positions were added or withdrawn.
    pub positions: Vec<usize>,
    /// What was decided on the way, a line each: `name of FR in en: standard name "France"`.
    pub notes: Vec<String>,
    /// Warnings that the record did not have before; their places are in the new text.
    pub warnings: Vec<Problem>,
}

/// Why an edit is not made. The record stays as it was.
#[derive(Clone, Debug)]
pub struct Refused {
    /// What is wrong, a sentence without a full stop.
    pub message: String,
    /// What to do about it; may be empty.
    pub help: String,
    /// What [`check`] would find in the text as it would be, where that is the reason. Their places are
    /// in that text.
    pub problems: Vec<Problem>,
}

impl Refused {
    fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into(), problems: Vec::new() }
    }

    fn faults(problems: Vec<Problem>) -> Self {
        let first = problems.first();
        let message = first.map(|problem| problem.message.clone()).unwrap_or_default();
        let help = first.map(|problem| problem.help.clone()).unwrap_or_default();
        Self { message, help, problems }
    }

    fn layout() -> Self {
        Self::new(
            "the record is laid out in a way that this program cannot edit",
            "write its positions under [[position]] and names under [language.TAG.delegations], or edit it by hand",
        )
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        if !self.help.is_empty() {
            write!(f, ": {}", self.help)?;
        }
        Ok(())
    }
}

impl std::error::Error for Refused {}

/// Checks the new text, which has to be without a fault and to say exactly what is expected.
fn finish(
    source: &SourceText,
    text: String,
    expected: Option<&Resolution>,
    positions: Vec<usize>,
    notes: Vec<String>,
) -> Result<Edited, Refused> {
    if layout::read(&text).is_none() {
        return Err(Refused::layout());
    }
    let new = SourceText::new(source.name(), text.as_str());
    let checked = check::check(&new);
    let fresh = fresh(check::check(source).problems, checked.problems);
    let (faults, warnings): (Vec<_>, Vec<_>) = fresh.into_iter().partition(Problem::is_error);
    if !faults.is_empty() {
        return Err(Refused::faults(faults));
    }
    match checked.resolution {
        Some(resolution) if Some(&resolution) == expected => {
            Ok(Edited { text, resolution, positions, notes, warnings })
        }
        _ => Err(Refused::layout()),
    }
}

/// The problems that were not there before, wherever in the text they stand.
fn fresh(old: Vec<Problem>, new: Vec<Problem>) -> Vec<Problem> {
    let mut known: BTreeMap<(&str, String), usize> = BTreeMap::new();
    for problem in old {
        *known.entry((problem.code.name, problem.message)).or_default() += 1;
    }
    let mut problems = new;
    problems.retain(|problem| match known.get_mut(&(problem.code.name, problem.message.clone())) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    });
    problems
}
