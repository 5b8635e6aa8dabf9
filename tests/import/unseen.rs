//! Sixteen documents in the manner of twelve bodies, with what must come out of them, by a writer who had not seen the
//! importer: `unseen/NN.txt`, or a file a language, and `unseen/NN.json`. At the first reading 90 of 100 rows were found
//! and three were wrong, 489 of 518 paragraphs were right.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use reservations::import::{Document, Options, import};
use serde_json::Value;

use crate::cases::{rows, said, text};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/unseen")
}

/// The documents of a case: one, or one a language.
fn documents(name: &str) -> Vec<(String, Vec<u8>)> {
    let files = [format!("{name}.txt"), format!("{name}.ar.txt"), format!("{name}.en.txt")];
    files.into_iter().filter_map(|file| Some((file.clone(), fs::read(folder().join(file)).ok()?))).collect()
}

/// `CODE kind target`, without phrases, whose edges may be drawn otherwise.
fn wanted(known: &Value) -> BTreeSet<String> {
    let rows = known["positions"].as_array().unwrap().iter().map(|row| row.as_str().unwrap());
    rows.map(|row| row.split(" \"").next().unwrap().to_owned()).collect()
}

#[test]
fn rows_and_paragraphs_are_those_that_the_writer_meant() {
    let mut wrong = Vec::new();
    for number in 1..=16 {
        let name = format!("{number:02}");
        let known: Value =
            serde_json::from_slice(&fs::read(folder().join(format!("{name}.json"))).unwrap()).unwrap();
        let read = documents(&name);
        let given: Vec<_> = read.iter().map(|(name, bytes)| Document { name, bytes }).collect();
        let imported = import(&given, &Options::default());
        let [record] = &imported.records[..] else { panic!("{name}: {} records", imported.records.len()) };
        let found: BTreeSet<String> =
            rows(record).iter().map(|row| row.split(" “").next().unwrap().to_owned()).collect();
        if found != wanted(&known) {
            wrong.push(format!("{name}: {found:?} for {:?}\n{}", wanted(&known), said(&imported)));
        }
        let resolution = record.resolution.as_ref().unwrap();
        for (key, count) in [("preambular", &resolution.preambular), ("operative", &resolution.operative)] {
            let count = count.as_ref().map(|count| count.value);
            if known.get(key).is_some_and(|expected| expected.as_i64() != count) {
                wrong.push(format!("{name}: {key} {count:?}"));
            }
        }
        for (tag, paragraphs) in known["paragraphs"].as_object().unwrap() {
            for (label, begins) in paragraphs.as_object().unwrap() {
                let begins = begins.as_str().unwrap().trim_end_matches(['…', '.', ' ']);
                if !text(record, tag, label).is_some_and(|text| text.starts_with(begins)) {
                    wrong.push(format!("{name}: {tag} {label} {:?}", text(record, tag, label)));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
