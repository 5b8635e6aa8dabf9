//! `matrix`: delegations against paragraphs.

use reservations::corpus::Needle;
use reservations::report::Report;

use super::{Done, Global, output, register};

pub(crate) fn run(global: &Global) -> Done {
    output::format(global, &[])?;
    let register = register::load(global, &Needle::Any)?;
    let filter = global.filter(register)?;
    output::table(global, &Report::Matrix.table(register, &filter))
}
