//! HTML: one table in a document of its own, in the direction of its language; for a screen in light and dark, and for
//! paper.

use html_escape::{encode_double_quoted_attribute, encode_text};

use crate::fold::visible;
use crate::table::{Around, Condensed, Shown, Table};

pub(super) fn write(table: &Table) -> String {
    let direction = if table.language.is_right_to_left() { "rtl" } else { "ltr" };
    let language = encode_double_quoted_attribute(table.language.as_str()).into_owned();
    let title = table.head.first().unwrap_or(&table.caption);
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n\
         <style>\n{STYLE}{}</style>\n</head>\n<body>\n<main>\n<h1>{}</h1>\n",
        encode_text(&visible(title)),
        if table.language.is_right_to_left() { RIGHT } else { "" },
        text(title)
    );
    for line in table.head.iter().skip(1) {
        page += &format!("<p>{}</p>\n", text(line));
    }
    page += &body(table);
    page += &footer(table);
    page + "</main>\n</body>\n</html>\n"
}

/// Quiet type; the kinds differ in word, colour and the form of the mark before them.
const STYLE: &str = include_str!("html/style.css");

/// Word processors know no side on which a line begins but left and right.
const RIGHT: &str = "h1, p, dt, dd, th, td { text-align: right; }\n";

fn body(table: &Table) -> String {
    let condensed = table.condense(Around::Lines);
    if condensed.rows.is_empty() {
        return format!("<p>{}</p>\n", text(&table.empty));
    }
    let mut html = String::new();
    if !condensed.constant.is_empty() {
        html += "<dl>\n";
        for (heading, value) in &condensed.constant {
            html += &format!("<div><dt>{}</dt><dd>{}</dd></div>\n", text(heading), text(value));
        }
        html += "</dl>\n";
    }
    html + &grid(table, &condensed)
}

fn grid(table: &Table, condensed: &Condensed<'_>) -> String {
    // What is wider than the page is moved inside its frame, which a keyboard reaches too.
    let class = if condensed.views.iter().any(|view| view.serial) { " class=\"serial\"" } else { "" };
    let mut html = format!(
        "<div class=\"frame\" tabindex=\"0\" role=\"region\" aria-label=\"{0}\">\n<table{class}>\n<caption>{1}</caption>\n\
         <thead>\n<tr>",
        encode_double_quoted_attribute(&visible(&table.caption)),
        text(&table.caption)
    );
    for view in &condensed.views {
        html += &format!("<th scope=\"col\">{}</th>", text(&view.heading));
    }
    html += "</tr>\n</thead>\n<tbody>\n";
    for row in &condensed.rows {
        html += "<tr>";
        for (at, shown) in row.iter().enumerate() {
            html += &cell(shown, at == 0);
        }
        html += "</tr>\n";
    }
    html + "</tbody>\n</table>\n</div>\n"
}

fn cell(shown: &Shown<'_>, first: bool) -> String {
    let kind = shown.kind.map(|kind| kind.as_str());
    let classes: Vec<&str> = kind.into_iter().chain(shown.faint.then_some("faint")).collect();
    let class = if classes.is_empty() { String::new() } else { format!(" class=\"{}\"", classes.join(" ")) };
    let (open, close) = if first { ("th scope=\"row\"", "th") } else { ("td", "td") };
    let mut inside = if shown.main.is_empty() { String::new() } else { text(&shown.main) };
    for beside in &shown.beside {
        inside += &format!(" <small>{}</small>", text(beside));
    }
    format!("<{open}{class}>{inside}</{close}>")
}

fn footer(table: &Table) -> String {
    if table.sources.is_empty() && table.foot.is_empty() {
        return String::new();
    }
    let mut html = "<footer>\n".to_owned();
    for line in table.foot.iter().chain(&table.sources) {
        html += &format!("<p>{}</p>\n", text(line));
    }
    html + "</footer>\n"
}

/// A text that cannot change the direction of what stands around it, its lines below one another.
fn text(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| encode_text(&visible(line)).into_owned()).collect();
    format!("<bdi>{}</bdi>", lines.join("<br>"))
}
