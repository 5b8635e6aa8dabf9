//! `resolutions`: the corpus, a line each.

use reservations::corpus::Needle;
use reservations::report::Report;

use super::{Done, Global, output, register};

pub(crate) fn run(global: &Global) -> Done {
    output::format(global, &[])?;
    let register = register::load(global, &Needle::Any)?;
    let filter = global.filter(register)?;
    output::table(global, &Report::Resolutions.table(register, &filter))
}
