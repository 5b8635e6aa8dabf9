//! Plain text for a terminal or a file: head, table, foot.
//!
//! A table that does not fit goes without the columns that can best be spared, and below a width it becomes blocks of
//! `heading: value`. Words are never cut while there is room for one in a line.

use std::borrow::Cow;

use comfy_table::{ContentArrangement, LineStyle, Table as Grid, TableStyle};

use super::Screen;
use super::layout::{self, Layout};
use crate::fold::visible;
use crate::language::words;
use crate::table::{Condensed, Table};

/// A rule under the header and nothing else: rows are told apart by their first column, and a copy stays readable.
const STYLE: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─'));

pub(super) fn write(table: &Table, screen: Screen) -> String {
    let right_to_left = table.language.is_right_to_left();
    let line = |text: &str| layout::paragraph(&visible(&one_line(text)), screen.width, right_to_left);
    let mut text: String = table.head.iter().map(|head| line(head)).collect();
    if !text.is_empty() {
        text.push('\n');
    }
    let condensed = table.condense();
    if condensed.rows.is_empty() {
        return text + &line(&table.empty);
    }
    let words = words(&table.language);
    let constant: String =
        condensed.constant.iter().map(|(heading, value)| line(&words.pair(heading, value))).collect();
    if !constant.is_empty() {
        text += &constant;
        text.push('\n');
    }
    let fitted = layout::fit(&condensed, screen.width);
    match &fitted {
        Layout::Grid { columns, widths } => text += &grid(&condensed, columns, widths, screen, right_to_left),
        Layout::Blocks => text += &blocks(&condensed, screen, right_to_left),
    }
    let spared: Vec<String> = fitted.left_out(&condensed);
    if !spared.is_empty() {
        text.push('\n');
        text += &line(&words.left_out(&words.list(&spared)));
    }
    if !table.foot.is_empty() {
        text.push('\n');
    }
    text + &table.foot.iter().map(|foot| line(foot)).collect::<String>()
}

/// A text of several lines on one, as a cell has room for.
fn one_line(text: &str) -> Cow<'_, str> {
    if !text.contains(['\n', '\r']) {
        return Cow::Borrowed(text.trim());
    }
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    Cow::Owned(lines.join(" "))
}

fn grid(
    condensed: &Condensed,
    columns: &[usize],
    widths: &[usize],
    screen: Screen,
    right_to_left: bool,
) -> String {
    let mut grid = Grid::new();
    grid.load_style(STYLE);
    grid.set_content_arrangement(ContentArrangement::Disabled);
    let wrap = |text: &str, width: usize| {
        layout::cell(&visible(&one_line(text)), screen.width.map(|_| width), right_to_left)
    };
    let order: Vec<usize> =
        if right_to_left { (0..columns.len()).rev().collect() } else { (0..columns.len()).collect() };
    let pick = |at: &usize| columns.get(*at).copied().zip(widths.get(*at).copied());
    let heading = order.iter().filter_map(pick).filter_map(|(column, width)| {
        condensed.columns.get(column).map(|column| wrap(&column.heading, width))
    });
    grid.set_header(heading.collect::<Vec<String>>());
    for row in &condensed.rows {
        let cells = order.iter().filter_map(pick).filter_map(|(column, width)| {
            let cell = row.get(column)?;
            let grid = comfy_table::Cell::new(wrap(&cell.for_people(), width));
            let grid =
                if right_to_left { grid.set_alignment(comfy_table::CellAlignment::Right) } else { grid };
            Some(grid)
        });
        grid.add_row(cells.collect::<Vec<_>>());
    }
    if right_to_left {
        grid.column_iter_mut()
            .for_each(|column| column.set_cell_alignment(comfy_table::CellAlignment::Right));
    }
    let mut text = String::new();
    for line in grid.lines() {
        text += line.trim_end();
        text.push('\n');
    }
    text
}

fn blocks(condensed: &Condensed, screen: Screen, right_to_left: bool) -> String {
    let block = |row: &Vec<crate::table::Cell>| {
        let filled = condensed.columns.iter().zip(row).filter(|(_, cell)| !cell.for_people().is_empty());
        let lines = filled.map(|(column, cell)| {
            let line = format!("{}: {}", visible(&column.heading), visible(&cell.for_people()));
            layout::paragraph(&line, screen.width, right_to_left)
        });
        lines.collect::<String>()
    };
    condensed.rows.iter().map(block).collect::<Vec<_>>().join("\n")
}
