//! `schema`: a JSON Schema of the record, for editors.

use super::{Done, Failure, Global, output};

pub(crate) fn run(global: &Global) -> Done {
    global.without("schema", &["--file", "--as-of", "--withdrawn", "--resolution", "--kind"])?;
    if global.format.is_some() {
        return Err(Failure::Cannot("the schema is JSON: schema has no --format".into()));
    }
    output::write(global, reservations::schema::schema().as_bytes())
}
