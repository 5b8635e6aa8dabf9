//! Every fault that a record can have: `tests/faults/NAME.toml` (or a folder `NAME/`, a corpus) with `NAME.json`, what
//! `check --format json` prints of it. `BLESS=1 cargo test --test faults` writes what is printed now.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use reservations::corpus::Corpus;
use reservations::problem::{Code, Problem};
use reservations::{check, record};
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Row {
    code: String,
    severity: String,
    file: String,
    line: usize,
    column: usize,
    message: String,
    help: Option<String>,
}

impl From<&Problem> for Row {
    fn from(problem: &Problem) -> Self {
        let (line, column) = problem.place();
        let help = (!problem.help.is_empty()).then(|| problem.help.clone());
        Self {
            code: problem.code.name.into(),
            severity: problem.code.severity.as_str().into(),
            file: problem.file().into(),
            line,
            column,
            message: problem.message.clone(),
            help,
        }
    }
}

/// The rooms that find faults, with their codes: the sections of `docs/faults.md`. A new room is one line here.
fn rooms() -> Vec<(&'static str, Vec<&'static Code>)> {
    let mut rooms =
        vec![("The file and its shape", record::CODES.to_vec()), ("What a record says", check::codes())];
    rooms.push(("What an import did not understand", reservations::import::CODES.to_vec()));
    rooms.push(("What a note does not say clearly", reservations::note::CODES.to_vec()));
    rooms.push(("What a document says otherwise", reservations::verify::CODES.to_vec()));
    rooms
}

/// The rooms whose faults records alone can show; those of documents have tests of their own.
fn rooms_of_records() -> impl Iterator<Item = (&'static str, Vec<&'static Code>)> {
    rooms().into_iter().take(2)
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults")
}

fn blessing() -> bool {
    std::env::var_os("BLESS").is_some_and(|value| value == "1")
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

/// The cases: a record, or a folder of records.
fn cases() -> Vec<PathBuf> {
    let is_case = |path: &PathBuf| path.is_dir() || path.extension().is_some_and(|end| end == "toml");
    entries(&folder()).into_iter().filter(is_case).collect()
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_str().unwrap().to_owned()
}

fn run(case: &Path) -> Vec<Row> {
    let files = if case.is_dir() { entries(case) } else { vec![case.to_owned()] };
    let mut corpus = Corpus::default();
    for file in files {
        corpus.add(&name(&file), &std::fs::read(&file).unwrap());
    }
    corpus.finish().1.iter().map(Row::from).collect()
}

#[test]
fn every_faulty_record_gives_its_faults() {
    let mut wrong = String::new();
    for case in cases() {
        let found = run(&case);
        let answer = case.with_extension("json");
        if blessing() {
            std::fs::write(&answer, serde_json::to_string_pretty(&found).unwrap() + "\n").unwrap();
            continue;
        }
        let text = std::fs::read_to_string(&answer).unwrap_or_else(|_| "[]".into());
        let expected: Vec<Row> = serde_json::from_str(&text).unwrap();
        if found != expected {
            let _ = writeln!(wrong, "{}: expected {expected:#?}, found {found:#?}", name(&case));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn there_are_enough_of_them_and_three_for_each_code() {
    let mut files = 0;
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for case in cases() {
        files += if case.is_dir() { entries(&case).len() } else { 1 };
        let rows = run(&case);
        assert!(!rows.is_empty(), "{} has no fault", name(&case));
        let codes: BTreeSet<String> = rows.into_iter().map(|row| row.code).collect();
        for code in codes {
            *seen.entry(code).or_default() += 1;
        }
    }
    let few: Vec<_> = rooms_of_records()
        .flat_map(|(_, codes)| codes)
        .filter(|code| seen.get(code.name).copied().unwrap_or(0) < 3)
        .map(|code| (code.name, seen.get(code.name).copied().unwrap_or(0)))
        .collect();
    assert!(few.is_empty(), "fewer than three cases of {few:?}");
    assert!(files >= 150, "{files} files");
}

#[test]
fn the_page_of_faults_is_complete() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/faults.md");
    let page = page();
    if blessing() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &page).unwrap();
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        found == page,
        "docs/faults.md is not what the codes say; BLESS=1 cargo test --test faults writes it"
    );
}

fn page() -> String {
    let mut page = String::from(
        "# Faults and warnings\n\n\
         Everything that `reservations check` can find, by its code. A code is stable: it is never used for another \
         fault. An\nerror stops every report that uses the record; a warning is legal but doubtful and stops nothing.\n\n\
         Each has an example from `tests/faults`, where more of them stand with the answer that programs get.\n\n\
         <!-- Written by `BLESS=1 cargo test --test faults` from the codes in src; not by hand. -->\n",
    );
    let examples = examples();
    for (room, codes) in rooms() {
        let _ = write!(page, "\n## {room}\n");
        for code in codes {
            let _ = write!(
                page,
                "\n### `{}`\n\n{}. {}\n\n{}\n",
                code.name,
                if code.severity.as_str() == "error" { "Error" } else { "Warning" },
                code.cause,
                code.remedy
            );
            if let Some(example) = examples.get(code.name) {
                page += example;
            }
        }
    }
    page
}

/// For each code the shortest excerpt of a case that has it, with what is said of it.
fn examples() -> BTreeMap<&'static str, String> {
    let mut examples: BTreeMap<&'static str, (usize, String)> = BTreeMap::new();
    for case in cases().into_iter().filter(|case| case.is_file()) {
        let mut corpus = Corpus::default();
        corpus.add(&name(&case), &std::fs::read(&case).unwrap());
        let (_, problems) = corpus.finish();
        for problem in &problems {
            let example = example(problem);
            let worth = problems.len() * 1_000 + example.len();
            let best = examples.entry(problem.code.name).or_insert((usize::MAX, String::new()));
            if worth < best.0 {
                *best = (worth, example);
            }
        }
    }
    examples.into_iter().map(|(code, (_, example))| (code, example)).collect()
}

fn example(problem: &Problem) -> String {
    let file = problem.file();
    let (shown, rest): (String, &str) = {
        let text = reservations::diagnostic::for_people(std::slice::from_ref(problem), false);
        (text.rsplit_once("\n\n").map(|(shown, _)| shown.to_owned()).unwrap_or(text), "")
    };
    format!("\n[{file}](../tests/faults/{file}){rest}\n\n```text\n{}\n```\n", shown.trim_end())
}
