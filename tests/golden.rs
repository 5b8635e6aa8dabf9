//! Runs every folder of `golden/`: the command in `command`, by a shell, in a copy of the folder, and compares what it
//! prints on stdout and stderr and its exit code with what is written down. `BLESS=1` writes down anew.
//!
//! `$R` stands for the folder of records that tests share.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may")]

use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

fn run(line: &str, home: &Path) -> Output {
    let binary = Path::new(env!("CARGO_BIN_EXE_reservations")).parent().unwrap();
    let path = format!("{}:{}", binary.display(), std::env::var("PATH").unwrap());
    let mut shell = Command::new("/bin/sh");
    shell.args(["-c", line]).current_dir(home).env_clear();
    shell
        .envs([("PATH", path.as_str()), ("LANG", "C.UTF-8"), ("HOME", "/nonexistent")])
        .env("R", folder("records"));
    shell.output().unwrap()
}

/// What a run printed, without the paths of this machine.
fn shown(output: &Output) -> [(&'static str, String); 3] {
    let records = folder("records").display().to_string();
    let text = |bytes: &[u8]| match bytes.starts_with(b"PK\x03\x04") {
        true => book(bytes),
        false => String::from_utf8(bytes.to_vec()).unwrap().replace(&records, "$R"),
    };
    let code = output.status.code().unwrap().to_string();
    [("stdout", text(&output.stdout)), ("stderr", text(&output.stderr)), ("code", code)]
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
        let line = fs::read_to_string(case.join("command")).unwrap();
        for (name, got) in shown(&run(&line, copy.path())) {
            let path = case.join(name);
            let want = fs::read_to_string(&path).unwrap_or_default();
            let same = want == got || (want.is_empty() && is_plain(name, &got));
            if bless {
                let _ = fs::remove_file(&path);
                if !is_plain(name, &got) {
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

/// Every report in every format and language is a case, or the register could change in one of them unseen.
#[test]
fn every_report_format_and_language_has_a_case() {
    let commands: Vec<String> = fs::read_dir(folder("golden"))
        .unwrap()
        .map(|entry| fs::read_to_string(entry.unwrap().path().join("command")).unwrap())
        .collect();
    let has = |words: &[&str]| commands.iter().any(|line| words.iter().all(|word| line.contains(word)));
    for verb in ["country", "paragraph", "matrix", "compare", "resolutions", "search"] {
        for format in reservations::export::Format::ALL {
            assert!(has(&[verb, &format!("--format {format}")]), "{verb} {format}");
        }
        for language in reservations::language::INTERFACE {
            assert!(has(&[verb, &format!("--lang {language}")]), "{verb} {language}");
        }
    }
}
