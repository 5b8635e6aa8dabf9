//! `resolutions`: the corpus, a line each.

use reservations::corpus::Needle;
use reservations::report::Report;

use super::{Asked, Done, output, register};

pub(crate) fn run(asked: &Asked) -> Done {
    let register = register::load(asked, &Needle::Any)?;
    let filter = asked.filter(&register)?;
    output::table(asked, Report::Resolutions.table(&register, &filter))
}
