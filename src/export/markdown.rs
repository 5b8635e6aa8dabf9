//! Markdown: the table alone, in pipes; a sentence where it has no rows.

use crate::fold::visible;
use crate::table::Table;

pub(super) fn write(table: &Table) -> String {
    let condensed = table.condense();
    if condensed.rows.is_empty() {
        return format!("{}\n", escape(&table.empty));
    }
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let mut text = line(condensed.columns.iter().map(|column| escape(&column.heading)).collect());
    text += &line(condensed.columns.iter().map(|_| "---".to_owned()).collect());
    for row in &condensed.rows {
        text += &line(row.iter().map(|cell| escape(&cell.for_people())).collect());
    }
    text
}

/// Keeps a text from being read as anything but text: marks of Markdown, of HTML, and line ends.
fn escape(text: &str) -> String {
    let line = text
        .split(['\n', '\r', '\t'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    let mut escaped = String::with_capacity(line.len());
    for c in visible(&line).chars() {
        match c {
            '|' | '\\' | '`' | '*' | '_' | '[' | ']' | '~' => escaped.extend(['\\', c]),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            c => escaped.push(c),
        }
    }
    escaped
}
