//! HTML: one table in a document of its own, in the direction of its language.

use html_escape::{encode_double_quoted_attribute, encode_text};

use crate::fold::visible;
use crate::table::{Cell, Table};

pub(super) fn write(table: &Table) -> String {
    let direction = if table.language.is_right_to_left() { "rtl" } else { "ltr" };
    let language = encode_double_quoted_attribute(table.language.as_str()).into_owned();
    let title = table.head.first().map_or("reservations", String::as_str);
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<style>\n{STYLE}</style>\n\
         </head>\n<body>\n",
        text(title)
    );
    for (at, line) in table.head.iter().enumerate() {
        let tag = if at == 0 { "h1" } else { "p" };
        page += &format!("<{tag} dir=\"auto\">{}</{tag}>\n", text(line));
    }
    page += &body(table);
    for line in &table.foot {
        page += &format!("<p dir=\"auto\">{}</p>\n", text(line));
    }
    page + "</body>\n</html>\n"
}

const STYLE: &str = "body { font-family: system-ui, sans-serif; line-height: 1.45; margin: 2rem; }\n\
    h1 { font-size: 1.2rem; }\ntable { border-collapse: collapse; }\n\
    th, td { border-bottom: 1px solid #bbb; padding: .35rem .7rem; text-align: start; vertical-align: top; }\n\
    .faint { color: #666; }\n";

fn body(table: &Table) -> String {
    let condensed = table.condense();
    if condensed.rows.is_empty() {
        return format!("<p dir=\"auto\">{}</p>\n", text(&table.empty));
    }
    let words = crate::language::words(&table.language);
    let constant: Vec<String> = condensed
        .constant
        .iter()
        .map(|(heading, value)| words.pair(heading, &format!("\u{2068}{}\u{2069}", visible(value))))
        .collect();
    let mut html = String::new();
    for line in &constant {
        html += &format!("<p>{}</p>\n", encode_text(line));
    }
    html += "<table>\n<thead>\n<tr>";
    for column in &condensed.columns {
        html += &format!("<th scope=\"col\">{}</th>", text(&column.heading));
    }
    html += "</tr>\n</thead>\n<tbody>\n";
    for row in &condensed.rows {
        html += "<tr>";
        for cell in row {
            html += &self::cell(cell);
        }
        html += "</tr>\n";
    }
    html + "</tbody>\n</table>\n"
}

fn cell(cell: &Cell) -> String {
    let class = if cell.faint { " class=\"faint\"" } else { "" };
    format!("<td dir=\"auto\"{class}>{}</td>", text(&cell.for_people()))
}

fn text(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| encode_text(&visible(line)).into_owned()).collect();
    lines.join("<br>")
}
