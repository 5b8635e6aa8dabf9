//! `country [NAME…]`: what each delegation put on record.

use std::cell::LazyCell;

use reservations::corpus::Needle;
use reservations::reference::{self, Delegations};
use reservations::report::Report;

use super::{Ask, Done, Global, output, register};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// A code, a recorded name in any language, a common name or an old form
    #[arg(value_name = "NAME")]
    names: Vec<String>,
}

impl Ask for Arguments {
    fn run(&self, global: &Global) -> Done {
        run(global, self)
    }
}

fn run(global: &Global, arguments: &Arguments) -> Done {
    output::format(global, &[])?;
    let needle = needle(global, &arguments.names);
    let (register, files) = register::load_of(global, &needle)?;
    let filter = global.filter(register)?;
    // A code is known without the names, which are many in a corpus.
    let known = LazyCell::new(|| Delegations::of(register));
    let delegation =
        |name: &String| reference::code(name).map_or_else(|| reference::delegations(name, &known), Ok);
    let delegations = arguments.names.iter().map(delegation);
    let report = Report::Country { delegations: delegations.collect::<Result<_, _>>()? };
    let mut table = report.table(register, &filter);
    if needle != Needle::Any && files > 1 {
        // What was passed over counts: the answer is about several resolutions, and has no head of one.
        table.head.clear();
    }
    output::table(global, &table)
}

/// A look-up by codes may pass over the files that hold none of them; any other needs the names of all.
fn needle(global: &Global, names: &[String]) -> Needle {
    let codes = names
        .iter()
        .map(|name| reference::code(name).map(|code| code.to_string()))
        .collect::<Option<Vec<_>>>();
    match codes {
        Some(codes) if !codes.is_empty() && global.resolution.is_empty() => Needle::Codes(codes),
        _ => Needle::Any,
    }
}
