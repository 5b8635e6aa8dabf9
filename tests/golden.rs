//! Runs every folder of `golden/`: the command in `command`, by a shell, in a copy of the folder, and compares what it
//! prints on stdout and stderr and its exit code with what is written down. `BLESS=1` writes down anew.
//!
//! `$R` stands for the folder of records that tests share. A folder with `columns` is run on a terminal of each of those
//! widths instead, and what is shown there is written down.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may")]

mod shell;

use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::Output;

use reservations::export::Format;
use shell::{folder, on_terminal, piped};

/// What a run printed, without the paths of this machine.
fn shown(output: &Output) -> Vec<(String, String)> {
    let records = folder("records").display().to_string();
    let text = |bytes: &[u8]| match bytes.starts_with(b"PK\x03\x04") {
        true => book(bytes),
        false => String::from_utf8(bytes.to_vec()).unwrap().replace(&records, "$R"),
    };
    let code = output.status.code().unwrap().to_string();
    let parts = [("stdout", text(&output.stdout)), ("stderr", text(&output.stderr)), ("code", code)];
    parts.map(|(name, text)| (name.to_owned(), text)).into()
}

/// The sheets of an XLSX file and their texts, an element a line.
fn book(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut shown = String::new();
    for name in
        ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/sharedStrings.xml"]
    {
        let mut part = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut part).unwrap();
        shown += &format!("{name}\n{}\n", part.replace("><", ">\n<"));
    }
    shown
}

/// Nothing on a stream, and the exit code 0, are not written down.
fn is_plain(name: &str, text: &str) -> bool {
    text.is_empty() || (name == "code" && text == "0")
}

/// What a case gives, by the name of the file in which it is written down.
fn outcome(case: &Path, home: &Path) -> Vec<(String, String)> {
    let line = fs::read_to_string(case.join("command")).unwrap();
    let Ok(columns) = fs::read_to_string(case.join("columns")) else { return shown(&piped(&line, home)) };
    let at = |columns: &str| (format!("at-{columns}"), on_terminal(&line, home, columns.parse().unwrap()));
    columns.split_whitespace().map(at).collect()
}

#[test]
fn every_command_prints_what_is_written_down() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut cases: Vec<PathBuf> =
        fs::read_dir(folder("golden")).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    assert!(cases.len() > 30, "only {} cases", cases.len());
    let mut wrong = Vec::new();
    for case in cases {
        let copy = tempfile::tempdir().unwrap();
        for entry in fs::read_dir(&case).unwrap().map(Result::unwrap) {
            fs::copy(entry.path(), copy.path().join(entry.file_name())).unwrap();
        }
        for (name, got) in outcome(&case, copy.path()) {
            let path = case.join(&name);
            let want = fs::read_to_string(&path).unwrap_or_default();
            let same = want == got || (want.is_empty() && is_plain(&name, &got));
            if bless {
                let _ = fs::remove_file(&path);
                if !is_plain(&name, &got) {
                    fs::write(&path, &got).unwrap();
                }
            } else if !same {
                wrong.push(format!(
                    "{} {name}:\n--- written down\n{want}\n--- printed\n{got}",
                    case.display()
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

const REPORTS: [&str; 6] = ["country", "paragraph", "matrix", "compare", "resolutions", "search"];

/// Every report in every format and every language is a case, or one could change unseen.
#[test]
fn every_report_format_and_language_has_a_case() {
    for (report, language) in REPORTS
        .iter()
        .flat_map(|report| reservations::language::INTERFACE.iter().map(move |tag| (report, tag)))
    {
        let case = folder("golden").join(format!("{report}-in-{language}"));
        let line = fs::read_to_string(case.join("command")).unwrap_or_default();
        assert!(line.contains(&format!("reservations {report}")), "{}: {line}", case.display());
        assert!(line.contains(&format!("--lang {language}")), "{}: {line}", case.display());
        let formats = line.split("for format in ").nth(1).and_then(|rest| rest.split(';').next()).unwrap();
        // A workbook is no text: what it holds is read in tests of its own.
        let text = |format: &&Format| **format != Format::Xlsx;
        for format in Format::ALL.iter().filter(text) {
            assert!(formats.split(' ').any(|word| word == format.as_str()), "{}: {format}", case.display());
        }
    }
}

/// Every report is seen on a narrow, a usual and a wide terminal, from left to right and from right to left.
#[test]
fn every_report_is_seen_on_a_terminal() {
    for report in REPORTS.iter().chain(&["bare"]) {
        for language in ["en", "ar"] {
            let case = folder("golden").join(format!("{report}-on-a-terminal-in-{language}"));
            let columns = fs::read_to_string(case.join("columns")).unwrap_or_default();
            assert_eq!(
                columns.split_whitespace().collect::<Vec<_>>(),
                ["70", "80", "120"],
                "{}",
                case.display()
            );
        }
    }
}
