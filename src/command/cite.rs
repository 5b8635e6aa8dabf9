//! `cite [NAME|REF…]`: how to cite a position.

use std::cell::LazyCell;

use reservations::corpus::Needle;
use reservations::model::Register;
use reservations::publish::{Cited, cite};
use reservations::reference::{self, Delegations};
use reservations::report::Filter;

use super::format::Format;
use super::{Asked, Done, Failure, names, output, register};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Delegations and paragraphs; of both, what those delegations put on record about those paragraphs
    #[arg(value_name = "NAME|REF")]
    cited: Vec<String>,
}

impl Arguments {
    pub(crate) fn run(&self, asked: &Asked) -> Done {
        let Format::Citation(citation) = asked.format else {
            return Err(Failure::Cannot("a citation is not written in that format".into()));
        };
        let register = register::load(asked, &Needle::Any)?;
        let filter = asked.filter(&register)?;
        let cited = self.cited(&register, &filter)?;
        let text = cite(&register, &filter, &cited, citation);
        output::write(asked, text.map_err(|error| Failure::Cannot(error.to_string()))?.as_bytes())
    }

    /// What is no delegation is a paragraph; what is neither, an unknown delegation where no reference begins like that.
    fn cited(&self, register: &Register, filter: &Filter) -> Result<Cited, Failure> {
        let known = LazyCell::new(|| Delegations::of(register));
        let mut cited = Cited::default();
        for text in &self.cited {
            let named = names::delegations(std::slice::from_ref(text), &known);
            match (named, reference::read(text)) {
                (Ok(found), _) => cited.delegations.extend(found),
                (Err(unknown), Err(_)) => return Err(unknown.into()),
                (Err(_), Ok(wanted)) => {
                    if let Some(item) = wanted.iter().find(|item| !item.is_in(filter.resolutions(register))) {
                        return Err(item.missing(text, filter.resolutions(register)).into());
                    }
                    cited.paragraphs.extend(wanted);
                }
            }
        }
        Ok(cited)
    }
}
