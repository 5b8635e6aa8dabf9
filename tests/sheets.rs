//! Sheets as another library reads them.
#![allow(clippy::unwrap_used, reason = "a test may")]

mod tools;

use std::fs;
use std::path::Path;

/// Every line that the other library prints of what a command writes.
fn read(folder: &Path, arguments: &[&str]) -> Vec<String> {
    let path = folder.join("answer.xlsx");
    let all = [arguments, &["-o", path.to_str().unwrap()]].concat();
    assert_eq!(tools::printed(&all), "");
    tools::script("sheet.py", &[&path]).lines().map(str::to_owned).collect()
}

#[test]
fn a_sheet_is_the_same_twice() {
    let bytes = || tools::run(&["matrix", "--format", "xlsx"]).stdout;
    let first = bytes();
    std::thread::sleep(std::time::Duration::from_millis(2100));
    assert!(first.starts_with(b"PK") && first == bytes());
}

#[test]
fn a_sheet_has_a_frozen_header_filters_days_and_numbers() {
    if !tools::has_python() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let records = tools::tests("records").display().to_string();
    let said = read(folder.path(), &["-f", &records, "resolutions"]);
    assert!(said[0].contains("|A2|A1:") && said[0].ends_with("|False"), "{}", said[0]);
    assert!(said.iter().any(|line| line.contains("|day|2024-03-01|yyyy-mm-dd")), "{said:#?}");
    assert!(said.iter().any(|line| line.contains("|number|12")), "{said:#?}");
    let positions = read(folder.path(), &["-f", &records, "country", "--withdrawn"]);
    assert!(positions.iter().any(|line| line.contains("|day|")), "{positions:#?}");
}

#[test]
fn an_arabic_sheet_runs_from_right_to_left() {
    if !tools::has_python() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let said = read(folder.path(), &["country", "--lang", "ar"]);
    let sheets: Vec<&String> = said.iter().filter(|line| line.ends_with("|True")).collect();
    assert_eq!(sheets.len(), 2, "{said:#?}");
    assert!(said.iter().any(|line| line.ends_with("|text|كازاخستان")), "{said:#?}");
}

#[test]
fn every_report_opens_and_runs_nothing() {
    if !tools::has_python() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let hostile = tools::hostile(folder.path());
    let reports: [&[&str]; 6] = [
        &["country"],
        &["paragraph", "--all"],
        &["matrix"],
        &["compare", "KZ", "QA"],
        &["resolutions"],
        &["search", "cmd"],
    ];
    for report in reports {
        let said = read(folder.path(), &[&["-f", &hostile], report].concat());
        assert!(said.iter().any(|line| line.contains("|text|")), "{report:?}: {said:#?}");
        assert!(!said.iter().any(|line| line.contains(['\u{1b}', '\u{202e}'])), "{report:?}");
    }
    let said = read(folder.path(), &["-f", &hostile, "country", "--wide"]);
    assert!(said.iter().any(|line| line.contains("|text|@SUM(1+1)*cmd")), "{said:#?}");
    let marked = fs::read(folder.path().join("answer.xlsx")).unwrap();
    assert!(marked.starts_with(b"PK"));
}
