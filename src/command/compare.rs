//! `compare NAME NAME…`: what delegations put on record about the same paragraphs, and what only one did.

use std::cell::LazyCell;

use reservations::corpus::Needle;
use reservations::reference::Delegations;
use reservations::report::Report;

use super::{Asked, Done, Failure, complete, names, output, register};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Two delegations or more; they may be joined by commas
    #[arg(value_name = "NAME", required = true, add = complete::names())]
    names: Vec<String>,
}

impl Arguments {
    pub(crate) fn run(&self, asked: &Asked) -> Done {
        let register = register::load(asked, &Needle::Any)?;
        let filter = asked.filter(&register)?;
        let known = LazyCell::new(|| Delegations::of(&register));
        let delegations = names::delegations(&self.names, &known)?;
        let twice = delegations
            .iter()
            .enumerate()
            .find(|(at, code)| delegations.iter().take(*at).any(|one| one == *code));
        if let Some((_, code)) = twice {
            let message = format!("{code} is named twice; compare it with another delegation");
            return Err(Failure::Cannot(message));
        }
        if let [one] = delegations.as_slice() {
            return Err(Failure::Cannot(format!(
                "{one} stands alone; name another delegation to compare it with"
            )));
        }
        output::table(asked, Report::Compare { delegations }.table(&register, &filter))
    }
}
