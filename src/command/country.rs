//! `country [NAME…]`: what each delegation put on record.

use std::cell::LazyCell;

use reservations::corpus::Needle;
use reservations::reference::Delegations;
use reservations::report::Report;

use super::{Asked, Done, Failure, complete, names, output, register};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// A code, a recorded name in any language, a common name or an old form; several may be joined by commas
    #[arg(value_name = "NAME", add = complete::names())]
    names: Vec<String>,
}

impl Arguments {
    pub(crate) fn run(&self, asked: &Asked) -> Done {
        let needle = self.needle(asked);
        let (register, files) = register::load_of(asked, &needle)?;
        let filter = asked.filter(&register)?;
        // A code is known without the names, which are many in a corpus.
        let known = LazyCell::new(|| Delegations::of(&register));
        let report = Report::Country {
            delegations: names::delegations(&self.names, &known)
                .map_err(|unknown| Failure::unknown(&unknown, &self.names))?,
        };
        let mut table = report.table(&register, &filter);
        if needle != Needle::Any && files > 1 {
            // What was passed over counts: the answer is about several resolutions, and has no head of one.
            table.head.clear();
        }
        output::table(asked, table)
    }

    /// A look-up by codes may pass over the files that hold none of them; any other needs the names of all.
    fn needle(&self, asked: &Asked) -> Needle {
        match names::codes(&self.names) {
            Some(codes) if !codes.is_empty() && asked.resolutions.is_empty() => {
                Needle::Codes(codes.iter().map(ToString::to_string).collect())
            }
            _ => Needle::Any,
        }
    }
}
