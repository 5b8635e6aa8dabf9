//! XLSX: a sheet with the table, its header frozen and filtered, and one with what is said around it. Both run from right to
//! left where the language does.
//!
//! Every text is written as a text, never as a formula, and marked so that it stays one when somebody edits the cell. The
//! same table gives the same bytes: the file says nothing of when it was written.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::guarded;
use crate::fold::visible;
use crate::language::{Caption, words};
use crate::table::{Around, Cell, Condensed, Table, Value, View};

/// The most characters that a cell of a sheet holds.
const LONGEST: usize = 32_767;

/// The most characters in the name of a sheet.
const LONGEST_NAME: usize = 31;

/// The widest that a column becomes by itself, in pixels; longer text wraps.
const WIDEST: u32 = 420;

/// What the file says of its making, whenever that is.
const MADE: (u16, u8, u8) = (2022, 10, 15);

pub(super) fn write(table: &Table) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let (year, month, day) = MADE;
    book.set_properties(
        &DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(year, month, day)?),
    );
    let condensed = table.condense(Around::Nothing);
    rows(book.add_worksheet(), table, &condensed)?;
    around(book.add_worksheet(), table, &condensed)?;
    book.save_to_buffer()
}

/// The sheet with the table.
fn rows(sheet: &mut Worksheet, table: &Table, condensed: &Condensed<'_>) -> Result<(), XlsxError> {
    named(sheet, &table.caption, table)?;
    let head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    for (column, view) in (0u16..).zip(&condensed.views) {
        sheet.write_string_with_format(0, column, text(&view.heading), &head)?;
    }
    for (row, (cells, shown)) in (1u32..).zip(table.rows.iter().zip(&condensed.rows)) {
        for (column, (view, shown)) in (0u16..).zip(condensed.views.iter().zip(shown)) {
            let only = single(table, view).and_then(|at| cells.get(at));
            put(sheet, row, column, only, &shown.text())?;
        }
    }
    let (Ok(last), Some(column)) = (u32::try_from(table.rows.len()), condensed.views.len().checked_sub(1))
    else {
        return Ok(());
    };
    if last == 0 {
        sheet.write_string(1, 0, text(&table.empty))?;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofilter(0, 0, last.max(1), u16::try_from(column).unwrap_or(u16::MAX))?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_autofit_max_width(WIDEST).autofit();
    Ok(())
}

/// The sheet with what other formats say above and below the table.
fn around(sheet: &mut Worksheet, table: &Table, condensed: &Condensed<'_>) -> Result<(), XlsxError> {
    let words = words(&table.language);
    named(sheet, words.caption(Caption::About), table)?;
    let constant = condensed.constant.iter().map(|(heading, value)| words.pair(heading, value));
    let lines = table.head.iter().cloned().chain(constant);
    let lines = lines.chain(table.foot.iter().cloned()).chain(table.sources.iter().cloned());
    for (row, line) in (0u32..).zip(lines) {
        put(sheet, row, 0, None, &line)?;
    }
    sheet.set_autofit_max_width(2 * WIDEST).autofit();
    Ok(())
}

/// The column of a view that shows one alone.
fn single(table: &Table, view: &View) -> Option<usize> {
    match view.keys.as_slice() {
        [key] => table.at(key),
        _ => None,
    }
}

/// Writes a cell: a day as a day and a number as a number, anything else as people see it.
fn put(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: Option<&Cell>,
    shown: &str,
) -> Result<(), XlsxError> {
    let top = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    match cell.map(|cell| &cell.value) {
        // A sheet knows no day before 1900; one is written as a text.
        Some(Value::Date(day)) if chrono::Datelike::year(day) >= 1900 => {
            sheet.write_date_with_format(row, column, day, &top.set_num_format("yyyy-mm-dd"))?;
        }
        Some(Value::Number(number)) => {
            sheet.write_number_with_format(row, column, *number as f64, &top)?;
        }
        _ if shown.is_empty() => {}
        _ => {
            let shown = text(shown);
            let format = if guarded(&shown) == shown { top } else { top.set_quote_prefix() };
            sheet.write_string_with_format(row, column, shown, &format)?;
        }
    }
    Ok(())
}

/// A text fit for a cell.
fn text(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| visible(line).into_owned()).collect();
    let text = lines.join("\n");
    match text.char_indices().nth(LONGEST - 1) {
        Some((end, _)) if text.chars().count() > LONGEST => {
            format!("{}…", text.get(..end).unwrap_or_default())
        }
        _ => text,
    }
}

/// Gives a sheet a name that it may have, and the direction of the language.
fn named(sheet: &mut Worksheet, name: &str, table: &Table) -> Result<(), XlsxError> {
    sheet.set_right_to_left(table.language.is_right_to_left());
    let legal: String =
        visible(name).chars().filter(|c| !"[]:*?/\\'".contains(*c)).take(LONGEST_NAME).collect();
    match legal.trim() {
        "" => {}
        legal => drop(sheet.set_name(legal)?),
    }
    Ok(())
}
