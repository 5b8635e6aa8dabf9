//! The dataset as other programs read it.
#![allow(clippy::unwrap_used, reason = "a test may")]

mod tools;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

fn dataset(file: &[&str], folder: &Path) {
    let arguments = [file, &["dataset", folder.to_str().unwrap()]].concat();
    assert_eq!(tools::printed(&arguments), "");
}

fn rows(folder: &Path, table: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(folder.join(format!("{table}.csv"))).unwrap();
    reader.deserialize().map(Result::unwrap).collect()
}

#[test]
fn kigali_is_nine_delegations_with_eleven_targets() {
    let folder = tempfile::tempdir().unwrap();
    dataset(&[], folder.path());
    let of = |table: &str| rows(folder.path(), table);
    assert_eq!((of("resolutions").len(), of("paragraphs").len(), of("delegations").len()), (1, 55, 9));
    assert_eq!((of("positions").len(), of("targets").len(), of("votes").len()), (9, 11, 0));
    let kazakhstan = of("delegations").into_iter().find(|row| row["delegation"] == "KZ").unwrap();
    assert_eq!((kazakhstan["alpha3"].as_str(), kazakhstan["m49"].as_str()), ("KAZ", "398"));
    let qatar = of("positions").into_iter().find(|row| row["delegation"] == "QA").unwrap();
    assert_eq!((qatar["phrase"].as_str(), qatar["open"].as_str()), ("labour mobility", "false"));
    let target = of("targets").into_iter().find(|row| row["position"] == qatar["position"]).unwrap();
    assert_eq!((target["paragraph"].as_str(), target["reach"].as_str()), ("ipu-145-migration/OP5", "phrase"));
    let arabic =
        of("texts").into_iter().find(|row| row["field"] == "phrase" && row["language"] == "ar").unwrap();
    assert_eq!(
        (arabic["key"].as_str(), arabic["text"].as_str()),
        (qatar["position"].as_str(), "تنقل اليد العاملة")
    );
}

#[test]
fn what_was_withdrawn_and_who_was_in_favour_is_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let records = tools::tests("records").display().to_string();
    dataset(&["-f", &records], folder.path());
    assert!(rows(folder.path(), "positions").iter().any(|row| !row["withdrawn"].is_empty()));
    assert!(rows(folder.path(), "ballots").iter().any(|row| row["ballot"] == "in-favour"));
    assert_eq!(rows(folder.path(), "voted")[0]["paragraph"], "assembly-12-votes/PP7");
}

#[test]
fn every_table_is_described_with_its_fields_and_keys() {
    let folder = tempfile::tempdir().unwrap();
    dataset(&[], folder.path());
    let package: Value =
        serde_json::from_slice(&fs::read(folder.path().join("datapackage.json")).unwrap()).unwrap();
    assert_eq!(package["$schema"], "https://datapackage.org/profiles/2.0/datapackage.json");
    let resources = package["resources"].as_array().unwrap();
    let csv = fs::read_dir(folder.path())
        .unwrap()
        .filter(|file| file.as_ref().unwrap().path().extension().is_some_and(|ending| ending == "csv"));
    assert_eq!(resources.len(), csv.count());
    for resource in resources {
        assert_eq!(resource["type"], "table");
        assert!(resource["$schema"].is_string() && resource["schema"]["primaryKey"].is_array());
        let head = fs::read_to_string(folder.path().join(resource["path"].as_str().unwrap())).unwrap();
        let fields: Vec<&str> = resource["schema"]["fields"]
            .as_array()
            .unwrap()
            .iter()
            .map(|field| field["name"].as_str().unwrap())
            .collect();
        assert_eq!(head.lines().next().unwrap(), fields.join(","));
    }
    let kind = package.pointer("/resources/3/schema/fields/3").unwrap();
    assert_eq!((kind["name"].as_str(), kind["categories"][0].as_str()), (Some("kind"), Some("reservation")));
}

#[test]
fn a_spreadsheet_runs_nothing_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let hostile = tools::hostile(folder.path());
    let to = folder.path().join("dataset");
    dataset(&["-f", &hostile], &to);
    let mut cells = 0;
    for file in fs::read_dir(&to).unwrap().map(|file| file.unwrap().path()) {
        if file.extension().is_some_and(|ending| ending == "csv") {
            for record in csv::Reader::from_path(&file).unwrap().records() {
                for cell in &record.unwrap() {
                    assert!(!cell.starts_with(['=', '+', '-', '@']), "{}: {cell}", file.display());
                    cells += 1;
                }
            }
        }
    }
    assert!(cells > 50);
}

#[test]
fn a_dataset_has_no_other_place_to_go() {
    let done = tools::run(&["dataset", "x", "-o", "y"]);
    assert_eq!(done.status.code(), Some(2));
    assert_eq!(String::from_utf8(done.stderr).unwrap(), "error: dataset writes to DIR: it has no --output\n");
}

#[test]
fn the_package_is_valid_to_its_own_tool() {
    if !tools::has_python() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let (records, hostile) = (tools::tests("records").display().to_string(), tools::hostile(folder.path()));
    for (at, (file, said)) in
        [(vec![], "targets 11"), (vec!["-f", &records], "voted 1"), (vec!["-f", &hostile], "positions 3")]
            .iter()
            .enumerate()
    {
        let to = folder.path().join(at.to_string());
        dataset(file, &to);
        let counts = tools::script("dataset.py", &[&to]);
        assert!(counts.lines().any(|line| line == *said), "{said}: {counts}");
    }
}

#[test]
fn annotations_are_those_of_the_standard() {
    if !tools::has_python() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    dataset(&[], folder.path());
    let said = tools::script("annotations.py", &[&folder.path().join("annotations.jsonld")]);
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 11);
    assert!(lines.contains(&"KZ reservation OP9") && lines.contains(&"RU opposition document"), "{said}");
    assert!(
        lines
            .iter()
            .any(|line| line.starts_with("QA reservation OP5") && line.contains("OP5 labour mobility")),
        "{said}"
    );
}
