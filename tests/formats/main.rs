//! Word documents, web pages and PDF, from the programs that people make them with: each gives what the plain text gives.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr, reason = "a test may")]

mod hostile;
mod kigali;
mod markup;
mod word;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use reservations::fold::fold;
use reservations::import::{Document, Imported, Options, import};
use reservations::record::RawRecord;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn read(name: &str, bytes: &[u8]) -> Imported {
    import(&[Document { name, bytes }], &Options::default())
}

/// The codes of what is wrong with a document.
fn codes(imported: &Imported) -> Vec<&'static str> {
    imported.problems.iter().map(|problem| problem.code.name).collect()
}

/// Delegation, kind and target of each position.
fn rows(record: &RawRecord) -> BTreeSet<(String, String, String)> {
    let mut rows = BTreeSet::new();
    for position in &record.positions {
        let (code, kind) = (position.delegation.clone().unwrap().value, position.kind.clone().unwrap().value);
        let scope = position.scope.iter().map(|scope| scope.value.clone());
        let labels = position.on.iter().flat_map(|on| &on.value).map(|label| label.value.clone());
        rows.extend(scope.chain(labels).map(|target| (code.clone(), kind.clone(), target)));
    }
    rows
}

fn truth(rows: &[(&str, &str, &str)]) -> BTreeSet<(String, String, String)> {
    rows.iter().map(|(code, kind, target)| ((*code).into(), (*kind).into(), (*target).into())).collect()
}

/// Label and text of each paragraph in a language.
fn paragraphs(record: &RawRecord, tag: &str) -> Vec<(String, String)> {
    let block =
        record.languages.iter().find(|block| block.tag.value == tag).unwrap_or_else(|| panic!("no {tag}"));
    let each = block.paragraphs.iter();
    each.map(|(label, text)| (label.value.clone(), text.value.clone())).collect()
}

/// What a careful reader finds on record in `tests/documents/harbours.*.txt`.
const HARBOURS: [(&str, &str, &str); 8] = [
    ("BR", "reservation", "entire"),
    ("CL", "reservation", "OP2(a)"),
    ("CL", "reservation", "OP2(b)"),
    ("EG", "reservation", "entire"),
    ("FR", "opposition", "entire"),
    ("JP", "reservation", "OP3"),
    ("KE", "reservation", "OP1"),
    ("KE", "reservation", "PP2"),
];

/// The fixtures, which `make.py` makes: a folder for each choice of languages.
fn fixtures() -> Vec<(Vec<String>, PathBuf)> {
    let mut found = Vec::new();
    for folder in
        std::fs::read_dir(root().join("tests/formats")).unwrap().flatten().filter(|one| one.path().is_dir())
    {
        let name = folder.file_name().into_string().unwrap();
        let languages: Vec<String> = name.split('+').map(str::to_owned).collect();
        let files = std::fs::read_dir(folder.path()).unwrap().flatten();
        found.extend(files.map(|file| (languages.clone(), file.path())));
    }
    found.sort();
    found
}

#[test]
fn every_producer_gives_what_the_plain_text_gives() {
    let fixtures = fixtures();
    assert!(fixtures.len() > 20, "{}", fixtures.len());
    for (languages, path) in fixtures {
        let name = path.strip_prefix(root()).unwrap().display().to_string();
        let imported = read(&name, &std::fs::read(&path).unwrap());
        assert_eq!(codes(&imported), Vec::<&str>::new(), "{name}: {:?}", imported.problems);
        let [record] = &imported.records[..] else { panic!("{name}: {} records", imported.records.len()) };
        let resolution = record.resolution.as_ref().unwrap();
        let counts =
            (resolution.preambular.as_ref().unwrap().value, resolution.operative.as_ref().unwrap().value);
        assert_eq!(counts, (3, 4), "{name}");
        assert_eq!(resolution.adopted.as_ref().unwrap().value.to_string(), "2021-05-03", "{name}");
        let expected = if languages == ["ru"] { BTreeSet::new() } else { truth(&HARBOURS) };
        assert_eq!(rows(record), expected, "{name}");
        for language in &languages {
            let text =
                std::fs::read(root().join(format!("tests/documents/harbours.{language}.txt"))).unwrap();
            let plain = read("harbours.txt", &text);
            // Where a mark stands over a letter is the one thing that the glyphs of a page do not say for certain.
            let drawn = name.ends_with(".pdf");
            let read = |record| -> Vec<(String, String)> {
                let all = paragraphs(record, language).into_iter();
                all.map(|(label, text)| (label, if drawn { fold(&text) } else { text })).collect()
            };
            assert_eq!(read(record), read(&plain.records[0]), "{name}");
        }
    }
}

#[test]
fn places_are_those_that_people_find() {
    let page = b"<p>The Assembly of Harbours,<p>Recalling the sea,<ol><li>Decides to sail;<li value=3>Requests wind.</ol>";
    let imported = read("boats.html", page);
    let found: Vec<_> = imported.problems.iter().map(|one| (one.code.name, one.found_at())).collect();
    assert_eq!(found, [("numbering-gap", Some("paragraph 4".to_owned()))]);
}
