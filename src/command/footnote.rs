//! `footnote`: the note as a secretariat would print it.

use reservations::corpus::Needle;
use reservations::publish::{Markup, footnote};

use super::{Done, Failure, Global, output, register};

pub(crate) fn run(global: &Global) -> Done {
    let markup = markup(global)?;
    let register = register::load(global, &Needle::Any)?;
    let filter = global.filter(register)?;
    let mut all = filter.resolutions(register);
    let one = all.next().ok_or_else(|| Failure::Cannot("there is no record".into()))?;
    if all.next().is_some() {
        return Err(Failure::Cannot("a note is of one resolution; name it with --resolution".into()));
    }
    output::write(global, footnote(one, &filter, markup).as_bytes())
}

/// Text unless HTML is asked for by name or by the ending of the file.
fn markup(global: &Global) -> Result<Markup, Failure> {
    let ending = global
        .output
        .as_ref()
        .and_then(|path| path.extension())
        .map(|ending| ending.to_string_lossy().to_lowercase());
    match (global.format.as_deref(), ending.as_deref()) {
        (Some("text"), _) | (None, None | Some("txt")) => Ok(Markup::Text),
        (Some("html"), _) | (None, Some("html")) => Ok(Markup::Html),
        (Some(word), _) => Err(Failure::Cannot(format!("no format \"{word}\" here; legal are text, html"))),
        (None, Some(ending)) => {
            Err(Failure::Cannot(format!("the ending .{ending} picks no format; use .txt or .html")))
        }
    }
}
