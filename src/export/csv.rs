//! CSV, which spreadsheets open: a cell that they would run as a formula gets an apostrophe before it.

use std::borrow::Cow;

use crate::table::{Cell, Table, Value};

pub(super) fn write(table: &Table) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(table.columns.iter().map(|column| &column.key))?;
    for row in &table.rows {
        writer.write_record(row.iter().map(field))?;
    }
    Ok(writer.into_inner()?)
}

fn field(cell: &Cell) -> String {
    match &cell.value {
        Value::Absent => String::new(),
        Value::Text(text) => guarded(text).into_owned(),
        Value::Number(number) => number.to_string(),
        Value::Date(day) => day.to_string(),
        Value::True => "true".into(),
    }
}

/// A text that no spreadsheet runs: with an apostrophe before it where it might.
pub fn guarded(text: &str) -> Cow<'_, str> {
    if is_run(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// Whether a spreadsheet may run a text: it begins, also behind blanks, with a sign of a formula, in either width.
fn is_run(text: &str) -> bool {
    text.starts_with(['\t', '\r', '\n'])
        || text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}
