//! What is published of a resolution as a whole, rather than as a table.
//!
//! To add a publication: one file in `publish/` and a line here.

mod cite;
mod dataset;
mod footnote;
mod page;

pub use cite::{Citation, Cited, cite};
pub use dataset::{DatasetFile, dataset};
pub use footnote::{Markup, footnote};
pub use page::{LARGEST_PAGE, page, pages};
