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
    let references = reference::read("OP2").unwrap();
    vec![
        Report::Overview,
        Report::Paragraph { references, all: false },
        Report::Paragraph { references: Vec::new(), all: true },
        Report::Matrix,
        Report::Compare { delegations: vec!["FR".parse().unwrap(), "JP".parse().unwrap()] },
        Report::Resolutions,
        Report::Search { words: vec!["of".into()] },
    ]
}

fn text(report: &Report, record: &str, language: &str, width: Option<usize>) -> String {
    let table = report.table(&register(record), &filter(language));
    String::from_utf8(export(&table, Format::Table, Screen { width }).unwrap()).unwrap()
}

#[test]
fn no_line_is_longer_than_the_terminal() {
    for report in reports() {
        for (record, language) in [(KIGALI, "en"), (KIGALI, "ar"), (VOTES, "en"), (VOTES, "fr")] {
            for width in [40, 80, 120, 200] {
                for line in text(&report, record, language, Some(width)).lines() {
                    let wide = textwrap::core::display_width(line);
                    assert!(wide <= width, "{report:?} {language}: {wide} of {width}: {line}");
                }
            }
        }
    }
}

#[test]
fn every_word_of_the_table_stands_in_it_whole_at_40_and_80_columns() {
    for width in [40, 80] {
        for language in ["en", "ar"] {
            let table = Report::Overview.table(&register(KIGALI), &filter(language));
            let shown = text(&Report::Overview, KIGALI, language, Some(width));
            let spared = |key: &str| ["id", "locator", "source", "resolution"].contains(&key);
            for row in &table.rows {
                let cells =
                    row.iter().zip(&table.columns).filter(|(_, column)| width < 80 || !spared(&column.key));
                for word in cells
                    .flat_map(|(cell, _)| cell.for_people().split(' ').map(str::to_owned).collect::<Vec<_>>())
                {
                    let pieces = word.split_inclusive(['/', '-']);
                    pieces.for_each(|piece| {
                        assert!(shown.contains(piece), "{width} {language}: {piece}\n{shown}");
                    });
                }
            }
        }
    }
}

#[test]
fn into_a_pipe_nothing_wraps() {
    let rows = text(&Report::Overview, KIGALI, "en", None);
    assert_eq!(rows.lines().filter(|line| line.contains("ipu-145-migration/")).count(), 11);
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
