//! `matrix`: delegations against paragraphs.

use std::cell::LazyCell;

use reservations::corpus::Needle;
use reservations::export;
use reservations::reference::Delegations;
use reservations::report::{Matrix, Report};

use super::format::Format;
use super::{Asked, Done, names, output, register};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Only this delegation and the paragraphs that it names; may be repeated, or joined by commas
    #[arg(long, value_name = "NAME")]
    delegation: Vec<String>,
}

impl Arguments {
    pub(crate) fn run(&self, asked: &Asked) -> Done {
        let register = register::load(asked, &Needle::Any)?;
        let filter = asked.filter(&register)?;
        let known = LazyCell::new(|| Delegations::of(&register));
        let delegations = names::delegations(&self.delegation, &known)?;
        match asked.format {
            Format::Picture => {
                let matrix = Matrix::new(&register, &filter, &delegations);
                output::write(asked, export::picture(&matrix).as_bytes())
            }
            _ => output::table(asked, Report::Matrix { delegations }.table(&register, &filter)),
        }
    }
}
