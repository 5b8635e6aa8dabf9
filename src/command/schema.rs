//! `schema`: a JSON Schema of the record, for editors.

use super::{Asked, Done, output};

pub(crate) fn run(asked: &Asked) -> Done {
    output::write(asked, reservations::schema::schema().as_bytes())
}
