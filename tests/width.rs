//! A table is whole at any width: no line is longer than the terminal, no word is cut, nothing is lost.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may")]

use reservations::corpus::Corpus;
use reservations::export::{Format, Screen, export};
use reservations::model::Register;
use reservations::reference;
use reservations::report::{Filter, Report};

const KIGALI: &str = include_str!("../reservations.toml");
const VOTES: &str = include_str!("records/assembly-votes.toml");

fn register(text: &str) -> Register {
    let mut corpus = Corpus::default();
    corpus.add("record.toml", text.as_bytes());
    let (register, problems) = corpus.finish();
    assert!(problems.is_empty(), "{problems:?}");
    register
}

fn filter(language: &str) -> Filter {
    Filter {
        language: language.parse().unwrap(),
        as_of: "2026-01-01".parse().unwrap(),
        withdrawn: true,
        kinds: Vec::new(),
        resolutions: Vec::new(),
        since: None,
        until: None,
    }
}

fn reports() -> Vec<Report> {
    let codes = |codes: &[&str]| codes.iter().map(|code| code.parse().unwrap()).collect::<Vec<_>>();
    vec![
        Report::Overview,
        Report::Country { delegations: Vec::new() },
        Report::Paragraph { references: reference::read("OP5").unwrap(), all: false },
        Report::Paragraph { references: Vec::new(), all: false },
        Report::Paragraph { references: Vec::new(), all: true },
        Report::Matrix { delegations: Vec::new() },
        Report::Compare { delegations: codes(&["KZ", "SY", "QA"]) },
        Report::Resolutions,
        Report::Search { words: vec!["migrants".into()] },
    ]
}

fn text(report: &Report, record: &str, language: &str, width: Option<usize>) -> String {
    let table = report.table(&register(record), &filter(language));
    let screen = Screen { width, color: false };
    String::from_utf8(export(&table, Format::Table, screen).unwrap()).unwrap()
}

/// The rule below the header of a table.
fn is_rule(line: &str) -> bool {
    line.starts_with("────")
}

#[test]
fn no_line_is_longer_than_the_terminal() {
    for report in reports() {
        for (record, language) in [(KIGALI, "en"), (KIGALI, "ar"), (VOTES, "en"), (VOTES, "fr")] {
            for width in [40, 70, 80, 120, 200] {
                for line in text(&report, record, language, Some(width)).lines() {
                    let wide = textwrap::core::display_width(line);
                    assert!(wide <= width, "{report:?} {language}: {wide} of {width}: {line}");
                }
            }
        }
    }
}

#[test]
fn from_70_cells_on_every_answer_of_the_kigali_record_is_a_table() {
    for report in reports() {
        for language in reservations::language::INTERFACE {
            for width in [70, 71, 75, 80, 100] {
                let shown = text(&report, KIGALI, language, Some(width));
                assert!(shown.lines().any(is_rule), "{report:?} {language} {width}:\n{shown}");
            }
        }
    }
}

#[test]
fn no_word_is_cut_from_40_cells_on() {
    for report in reports() {
        for language in ["en", "ar", "fr"] {
            let whole = text(&report, KIGALI, language, None);
            for width in [40, 70, 80, 100] {
                let shown = text(&report, KIGALI, language, Some(width));
                let bare = |text: &str| text.replace(['\u{2068}', '\u{2069}', '\u{200f}', '─'], "");
                let known: Vec<String> = bare(&whole).split_whitespace().map(str::to_owned).collect();
                // Below 70 cells a value stands behind its heading and a colon.
                let shown = bare(&shown).replace(':', "");
                for word in shown.split_whitespace() {
                    let is_known = known.iter().any(|known| known.replace(':', "") == word);
                    let left_out = report == Report::Resolutions && width < 200;
                    assert!(is_known || left_out, "{report:?} {language} {width}: {word}");
                }
            }
        }
    }
}

#[test]
fn into_a_pipe_nothing_wraps() {
    let shown = text(&Report::Overview, KIGALI, "en", None);
    let rows =
        shown.split('\n').skip_while(|line| !is_rule(line)).skip(1).take_while(|line| !line.is_empty());
    assert_eq!(rows.count(), 11);
}

#[test]
fn a_terminal_says_a_delegation_once_and_a_pipe_in_each_row() {
    let lines = |width| {
        let shown = text(&Report::Overview, KIGALI, "en", width);
        shown.lines().filter(|line| line.contains("Kazakhstan")).count()
    };
    assert_eq!((lines(Some(120)), lines(None)), (1, 3));
}

#[test]
fn a_wide_matrix_goes_on_below_with_its_delegations() {
    let shown = text(&Report::Matrix { delegations: Vec::new() }, KIGALI, "en", Some(46));
    assert_eq!(shown.lines().filter(|line| is_rule(line)).count(), 2, "{shown}");
    assert_eq!(shown.lines().filter(|line| line.starts_with(" KZ ")).count(), 2, "{shown}");
}

#[test]
fn colour_changes_nothing_but_colour() {
    let table = Report::Overview.table(&register(KIGALI), &filter("en"));
    let written = |color| {
        let screen = Screen { width: Some(100), color };
        String::from_utf8(export(&table, Format::Table, screen).unwrap()).unwrap()
    };
    let coloured = written(true);
    let style = regex_lite::Regex::new("\u{1b}\\[[0-9;]*m").unwrap();
    assert_eq!(style.replace_all(&coloured, ""), written(false));
    assert!(coloured.contains("\u{1b}[33mreservation") && coloured.contains("\u{1b}[31mopposition"));
    assert!(coloured.contains("\u{1b}[1mCode"));
}

#[test]
fn isolates_are_closed_in_each_line() {
    for width in [Some(40), Some(80), None] {
        for line in text(&Report::Overview, KIGALI, "ar", width).lines() {
            let count = |wanted: char| line.chars().filter(|c| *c == wanted).count();
            assert_eq!(count('\u{2068}'), count('\u{2069}'), "{line}");
        }
    }
}
