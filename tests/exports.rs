//! Nothing that a record holds runs in a spreadsheet, moves a terminal's cursor, escapes from HTML or breaks a table.
#![allow(clippy::unwrap_used, reason = "a test may")]

use reservations::export::{Format, Screen, export};
use reservations::language::Language;
use reservations::table::{Cell, Column, Presence, Table, View};

fn written(text: &str, format: Format) -> String {
    let column = |key: &str| Column { key: key.into(), heading: key.to_uppercase() };
    let columns = vec![column("a"), column("b")];
    let table = Table {
        language: Language::english(),
        caption: text.into(),
        head: vec![text.into()],
        views: columns.iter().map(|column| View::of(column, Presence::Always)).collect(),
        columns,
        rows: vec![vec![Cell::text(text), Cell::text("plain")]],
        empty: String::new(),
        sources: vec![text.into()],
        foot: vec![text.into()],
    };
    String::from_utf8(export(&table, format, Screen::default()).unwrap()).unwrap()
}

#[test]
fn a_spreadsheet_runs_no_cell() {
    for text in ["=cmd", "+1", "-1", "@SUM(A1)", "\tx", "\rx"] {
        let csv = written(text, Format::Csv);
        let cell = csv.lines().nth(1).unwrap().trim_start_matches('"');
        assert!(cell.starts_with('\''), "{text:?}: {csv:?}");
    }
    assert!(written("a=b", Format::Csv).contains("\r\na=b,plain"));
}

#[test]
fn a_cell_of_markdown_stays_one_cell() {
    let markdown = written("a|b\nc `d` *e* [f](g) <h>", Format::Markdown);
    assert_eq!(markdown.lines().nth(2).unwrap(), r"| a\|b c \`d\` \*e\* \[f\](g) &lt;h&gt; | plain |");
}

#[test]
fn html_holds_no_element_of_a_record() {
    let html = written("<script>alert(1)</script>&\"'", Format::Html);
    assert!(!html.contains("<script") && html.contains("&lt;script&gt;alert(1)"));
}

#[test]
fn no_control_and_no_bidi_control_reaches_a_reader() {
    for format in [Format::Table, Format::Markdown, Format::Html] {
        let shown = written("a\u{1b}[2Jb\u{202e}c\u{9b}d", format);
        assert!(!shown.contains(['\u{1b}', '\u{202e}', '\u{9b}']), "{format}: {shown:?}");
    }
}

#[test]
fn json_says_what_the_record_says() {
    assert!(written("=cmd", Format::Json).contains("\"a\": \"=cmd\""));
}

#[test]
fn a_picture_holds_no_element_of_a_record_and_every_text_as_text() {
    let record = include_str!("../reservations.toml").replace("\"Qatar\"", "\"<b>Qatar</b> & x\"");
    let mut corpus = reservations::corpus::Corpus::default();
    corpus.add("record.toml", record.as_bytes());
    let filter = reservations::report::Filter {
        language: Language::english(),
        as_of: "2026-01-01".parse().unwrap(),
        withdrawn: false,
        kinds: Vec::new(),
        resolutions: Vec::new(),
        since: None,
        until: None,
    };
    let (register, _) = corpus.finish();
    let svg = reservations::export::picture(&reservations::report::Matrix::new(&register, &filter, &[]));
    assert!(!svg.contains("<b>"));
    assert!(svg.contains("&lt;b&gt;Qatar&lt;/b&gt; &amp; x") && svg.contains(">OP5</text>"));
    assert!(
        svg.contains("<title id=\"title\">Delegations and paragraphs: ")
            && svg.contains("OP3 (reservation, named)")
    );
}
