//! `withdraw NAME --date D`: writes a withdrawal, of a whole position or of a part.

use chrono::NaiveDate;
use reservations::edit::{self, Scope, Withdrawal};

use super::edits::{Chosen, choose_where, kind, scopes};
use super::global::day;
use super::targets::targets;
use super::{Asked, Done, Failure, complete};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Whose positions; --kind says which kind [default: all that stand]
    #[arg(value_name = "NAME", required = true, num_args = 1.., add = complete::names())]
    name: Vec<String>,
    /// When it was withdrawn
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    date: NaiveDate,
    /// Only on this paragraph, /OP3 where parts have one of that number too; the rest stands. May be repeated
    #[arg(long, value_name = "REF", add = complete::references(), conflicts_with = "scope")]
    on: Vec<String>,
    /// Only on the entire text, or on an unknown part of it
    #[arg(long, value_parser = scopes())]
    scope: Option<Scope>,
    /// Print the change and leave the file as it is
    #[arg(long)]
    dry_run: bool,
}

impl Arguments {
    pub(crate) fn run(&self, asked: &Asked) -> Done {
        let kind = kind(asked)?;
        let which = |chosen: &Chosen| -> Result<Withdrawal, Failure> {
            Ok(Withdrawal {
                delegation: chosen.delegation(&self.name.join(" "))?,
                on: targets(&self.on, &chosen.resolution)?.labels,
                scope: self.scope,
                kind,
                date: self.date,
            })
        };
        let chosen = choose_where(asked, |chosen| {
            which(chosen).is_ok_and(|which| which.names_any(&chosen.resolution))
        })?;
        let which = which(&chosen)?;
        let notes = targets(&self.on, &chosen.resolution)?.notes;
        chosen.edit(asked, self.dry_run, &notes, |source, resolution| {
            edit::withdraw(source, resolution, &which)
        })
    }
}
