//! `paragraph [REF…]`: who put what on record about a paragraph.

use reservations::corpus::Needle;
use reservations::reference;
use reservations::report::Report;

use super::{Asked, Done, Failure, complete, output, register};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// OP9, "operative paragraph 9", "PP 9-10", 9, "الفقرة 9 من الديباجة"
    #[arg(value_name = "REF", add = complete::references())]
    references: Vec<String>,
    /// Every paragraph, with "no position recorded" where nobody named it
    #[arg(long, conflicts_with = "references")]
    all: bool,
}

impl Arguments {
    pub(crate) fn run(&self, asked: &Asked) -> Done {
        let register = register::load(asked, &Needle::Any)?;
        let filter = asked.filter(&register)?;
        let mut references = Vec::new();
        for text in &self.references {
            let wanted =
                reference::read(text).map_err(|unknown| Failure::unknown(&unknown, &self.references))?;
            for item in &wanted {
                if !item.is_in(filter.resolutions(&register)) {
                    let named = if wanted.len() > 1 { item.to_string() } else { text.clone() };
                    return Err(item.missing(&named, filter.resolutions(&register)).into());
                }
            }
            references.extend(wanted);
        }
        let report = Report::Paragraph { references, all: self.all };
        output::table(asked, report.table(&register, &filter))
    }
}
