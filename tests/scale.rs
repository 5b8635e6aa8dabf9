//! The question of `docs/scale`, asked in DuckDB of a small set.
#![allow(clippy::unwrap_used, reason = "a test may")]

mod tools;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

fn scale(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/scale").join(name)
}

fn python(script: &str, arguments: &[&str]) -> String {
    let done = Command::new(tools::python()).arg(scale(script)).args(arguments).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap()
}

/// The answer by way of the reports: of each body and decade the paragraph with the most delegations, the first of equals.
fn by_reports(records: &str) -> BTreeMap<(String, i64), (usize, String)> {
    let json = |arguments: &[&str]| -> Vec<Value> {
        let all = [&["-f", records], arguments, &["--format", "json"]].concat();
        serde_json::from_str(&tools::printed(&all)).unwrap()
    };
    let text = |row: &Value, key: &str| row[key].as_str().unwrap_or_default().to_owned();
    let resolutions: BTreeMap<String, (String, i64)> = json(&["resolutions"])
        .iter()
        .map(|row| {
            let year: i64 = text(row, "adopted")[..4].parse().unwrap();
            (text(row, "resolution"), (text(row, "body"), year / 10 * 10))
        })
        .collect();
    let mut reserved: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in json(&["country", "--kind", "reservation"]).iter().filter(|row| row["paragraph"].is_string()) {
        let paragraph = format!("{}/{}", text(row, "resolution"), text(row, "paragraph"));
        reserved.entry(paragraph).or_default().insert(text(row, "delegation"));
    }
    let mut most: BTreeMap<(String, i64), (usize, String)> = BTreeMap::new();
    for (paragraph, delegations) in reserved {
        let of = resolutions[paragraph.split('/').next().unwrap()].clone();
        let best = most.entry(of).or_insert((0, String::new()));
        if delegations.len() > best.0 {
            *best = (delegations.len(), paragraph);
        }
    }
    most
}

#[test]
fn the_tables_answer_what_the_reports_do() {
    if !tools::has_python() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let (records, data) = (folder.path().join("records"), folder.path().join("data"));
    python("generate.py", &[records.to_str().unwrap(), "200"]);
    let records = records.to_str().unwrap();
    tools::printed(&["-f", records, "dataset", data.to_str().unwrap()]);
    let said = python("with_duckdb.py", &[data.to_str().unwrap()]);
    let mut answer = BTreeMap::new();
    for row in csv::Reader::from_reader(said.as_bytes()).records().map(Result::unwrap) {
        answer.insert(
            (row[0].to_owned(), row[1].parse().unwrap()),
            (row[3].parse().unwrap(), row[2].to_owned()),
        );
    }
    assert!(answer.len() > 30, "{said}");
    assert_eq!(answer, by_reports(records));
}
