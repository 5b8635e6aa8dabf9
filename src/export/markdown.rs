//! Markdown: the table alone, in pipes; a sentence where it has no rows.

use crate::fold::visible;
use crate::table::{Around, Table};

pub(super) fn write(table: &Table) -> String {
    let condensed = table.condense(Around::Nothing);
    if condensed.rows.is_empty() {
        return format!("{}\n", escape(&table.empty));
    }
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let mut text = line(condensed.views.iter().map(|view| escape(&view.heading)).collect());
    text += &line(condensed.views.iter().map(|_| "---".to_owned()).collect());
    for row in &condensed.rows {
        text += &line(row.iter().map(|shown| escape(&shown.text())).collect());
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
