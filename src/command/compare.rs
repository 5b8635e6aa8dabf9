//! `compare NAME NAME…`: what delegations put on record about the same paragraphs, and what only one did.

use reservations::corpus::Needle;
use reservations::reference::{self, Delegations};
use reservations::report::Report;

use super::{Ask, Done, Failure, Global, output, register};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Two delegations or more
    #[arg(value_name = "NAME", required = true, num_args = 2..)]
    names: Vec<String>,
}

impl Ask for Arguments {
    fn run(&self, global: &Global) -> Done {
        run(global, self)
    }
}

fn run(global: &Global, arguments: &Arguments) -> Done {
    output::format(global, &[])?;
    let register = register::load(global, &Needle::Any)?;
    let filter = global.filter(register)?;
    let known = Delegations::of(register);
    let mut delegations = Vec::new();
    for name in &arguments.names {
        let code = reference::delegations(name, &known)?;
        if delegations.contains(&code) {
            return Err(Failure::Cannot(format!(
                "{code} is named twice; compare it with another delegation"
            )));
        }
        delegations.push(code);
    }
    output::table(global, &Report::Compare { delegations }.table(register, &filter))
}
