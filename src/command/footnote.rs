//! `footnote`: the note as a secretariat would print it.

use reservations::corpus::Needle;
use reservations::publish::footnote;

use super::format::Format;
use super::{Asked, Done, Failure, output, register};

pub(crate) fn run(asked: &Asked) -> Done {
    let Format::Note(markup) = asked.format else {
        return Err(Failure::Cannot("a note is not written in that format".into()));
    };
    let register = register::load(asked, &Needle::Any)?;
    let filter = asked.filter(&register)?;
    let mut all = filter.resolutions(&register);
    let one = all.next().ok_or_else(|| Failure::Cannot("there is no record".into()))?;
    if all.next().is_some() {
        return Err(Failure::Cannot("a note is of one resolution; name it with --resolution".into()));
    }
    output::write(asked, footnote(one, &filter, markup).as_bytes())
}
