//! The bare command: the resolution in a few lines, the `country` table and the counts.

use reservations::corpus::Needle;
use reservations::report::Report;

use super::{Done, Global, output, register};

pub(crate) fn run(global: &Global) -> Done {
    let chosen = output::format(global, &[])?;
    let register = register::load(global, &Needle::Any)?;
    let filter = global.filter(register)?;
    // Programs get what `country` gives them; the table is the same, only what stands around it differs.
    let report = match chosen {
        output::Chosen::Table(format) if format.is_for_programs() => {
            Report::Country { delegations: Vec::new() }
        }
        _ => Report::Overview,
    };
    output::table(global, &report.table(register, &filter))
}
