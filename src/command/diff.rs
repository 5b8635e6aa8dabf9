//! `diff OLD NEW`: what changed between two records or corpora.

use std::path::PathBuf;

use reservations::corpus::Needle;
use reservations::diff;
use reservations::problem::Problem;
use reservations::report;

use super::{Asked, Done, Failure, output, register};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// A record, or a directory of them, as it was
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// The same as it is
    #[arg(value_name = "NEW")]
    new: PathBuf,
}

impl Arguments {
    pub(crate) fn run(&self, asked: &Asked) -> Done {
        output::keep(asked, &[self.old.clone(), self.new.clone()], "a record")?;
        let mut registers = Vec::new();
        let mut faults = Vec::new();
        for path in [&self.old, &self.new] {
            let (register, problems) = register::read(std::slice::from_ref(path), &Needle::Any)?;
            faults.extend(problems.into_iter().filter(Problem::is_error));
            registers.push(register);
        }
        if !faults.is_empty() {
            return Err(Failure::Faults(faults));
        }
        let changes = match registers.as_slice() {
            [old, new] => {
                let only = diff::Only {
                    resolutions: asked.resolutions_in(&[old, new])?,
                    kinds: asked.kinds.clone(),
                };
                diff::diff_only(old, new, &only)
            }
            _ => Vec::new(),
        };
        output::table(asked, report::changes(&changes, &asked.language))
    }
}
