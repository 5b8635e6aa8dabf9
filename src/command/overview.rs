//! The bare command: the resolution in a few lines, the `country` table and the counts.

use reservations::corpus::Needle;
use reservations::report::Report;

use super::format::Format;
use super::{Asked, Done, output, register};

pub(crate) fn run(asked: &Asked) -> Done {
    let register = register::load(asked, &Needle::Any)?;
    let filter = asked.filter(&register)?;
    // Programs get what `country` gives them; the table is the same, only what stands around it differs.
    let report = match asked.format {
        Format::Table(format) if format.is_for_programs() => Report::Country { delegations: Vec::new() },
        _ => Report::Overview,
    };
    output::table(asked, report.table(&register, &filter))
}
