//! From published documents to records and back, by the program: our own documents, and the Kigali one where it is at hand.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "a test may")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use reservations::import::{Document, Options, import};
use reservations::model::{Position, Resolution, Target};
use reservations::problem::SourceText;
use reservations::publish::{Markup, footnote};
use reservations::report::Filter;
use reservations::{check, record};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn run(args: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_reservations"));
    program
        .args(args)
        .current_dir(root())
        .env_remove("RESERVATIONS_FILE")
        .env_remove("RESERVATIONS_LANG")
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn resolution(name: &str, text: &str) -> Resolution {
    let checked = check::check(&SourceText::new(name, text));
    checked.resolution.unwrap_or_else(|| panic!("{name}: {:?}\n{text}", checked.problems))
}

/// What "the same positions" compares.
fn facts(resolution: &Resolution) -> BTreeSet<String> {
    let of = |position: &Position| {
        let targets = match &position.target {
            Target::Paragraphs { on, open, phrase } => {
                let labels: BTreeSet<_> = on.as_slice().iter().map(ToString::to_string).collect();
                labels.into_iter().map(|label| format!("{label} {open} {}", phrase.len())).collect()
            }
            Target::Entire => vec!["entire".to_owned()],
            Target::Unknown { .. } => vec!["unknown".to_owned()],
        };
        let tail = format!(
            "{:?} {:?} {:?} {:?}",
            position.kind, position.status, position.on_behalf_of, position.regarding
        );
        targets
            .into_iter()
            .map(move |target| format!("{} {target} {tail}", position.delegation))
            .collect::<Vec<_>>()
    };
    resolution.positions.iter().filter(|position| position.life.withdrawn().is_none()).flat_map(of).collect()
}

const HARBOURS: [&str; 2] = ["tests/documents/harbours.en.txt", "tests/documents/harbours.ar.txt"];

#[test]
fn our_own_document_becomes_a_record_in_both_languages() {
    let done = run(&["import", HARBOURS[0], HARBOURS[1], "--id", "harbours"]);
    assert_eq!((done.status.code(), text(&done.stderr)), (Some(0), String::new()));
    let harbours = resolution("harbours", &text(&done.stdout));
    assert_eq!((harbours.preambular, harbours.operative), (Some(3), Some(4)));
    let found: Vec<String> =
        facts(&harbours).into_iter().map(|fact| fact.split(" Re").next().unwrap().to_owned()).collect();
    let named = [
        "BR entire",
        "CL OP2(a) false 0",
        "CL OP2(b) false 0",
        "EG entire",
        "JP OP3 false 2",
        "KE OP1 false 0",
        "KE PP2 false 0",
    ];
    assert_eq!(found.iter().filter(|fact| !fact.starts_with("FR")).collect::<Vec<_>>(), named);
    for (_, block) in &harbours.languages {
        assert_eq!(block.paragraphs.len(), 9, "{:?}", block.paragraphs.keys());
    }
}

#[test]
fn a_record_of_a_document_is_verified_by_it_and_by_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("harbours.toml");
    let path = path.to_str().unwrap();
    assert_eq!(
        run(&["import", HARBOURS[0], HARBOURS[1], "--id", "harbours", "-o", path]).status.code(),
        Some(0)
    );
    let same = run(&["verify", HARBOURS[0], HARBOURS[1], "-f", path, "--format", "json"]);
    assert_eq!((same.status.code(), text(&same.stdout).trim().to_owned()), (Some(0), "[]".to_owned()));
    let before = std::fs::read_to_string(path).unwrap();
    for (old, new, code) in [
        ("\"OP1\", \"PP2\"", "\"OP1\", \"PP3\"", "position-not-recorded"),
        ("\"PP2\", \"OP1\"", "\"PP3\", \"OP1\"", "position-not-recorded"),
        ("operative = 4", "operative = 5", "count-differs"),
        ("2021-05-03", "2021-05-04", "date-differs"),
        ("by = \"consensus\"", "by = \"acclamation\"", "way-differs"),
        ("KE = \"Kenya\"", "KE = \"Republic of Kenya\"", "name-not-printed"),
    ] {
        let changed = before.replace(old, new);
        if changed == before {
            continue;
        }
        std::fs::write(path, &changed).unwrap();
        let told = run(&["verify", HARBOURS[0], HARBOURS[1], "-f", path, "--format", "json"]);
        assert_eq!(told.status.code(), Some(1), "{new}");
        assert!(text(&told.stdout).contains(code), "{new}: {}", text(&told.stdout));
    }
}

#[test]
fn importing_over_a_record_keeps_what_people_wrote() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("harbours.toml");
    let name = path.to_str().unwrap();
    assert_eq!(run(&["import", HARBOURS[0], "--id", "harbours", "-o", name]).status.code(), Some(0));
    let english = std::fs::read_to_string(&path).unwrap() + "\n# a remark of ours\n";
    std::fs::write(&path, &english).unwrap();
    assert_eq!(run(&["import", HARBOURS[1], "-o", name]).status.code(), Some(0));
    let both = std::fs::read_to_string(&path).unwrap();
    for line in english.lines() {
        assert!(both.contains(line), "{line} is gone");
    }
    let languages: Vec<String> =
        resolution(name, &both).languages.iter().map(|(tag, _)| tag.to_string()).collect();
    assert_eq!(languages, ["en", "ar"]);
}

#[test]
fn a_note_that_is_printed_reads_back() {
    let records =
        ["reservations.toml", "tests/records/assembly-votes.toml", "tests/records/committee-parts.toml"];
    for name in records {
        let own = resolution(name, &std::fs::read_to_string(root().join(name)).unwrap());
        for language in ["en", "ar"] {
            let filter = Filter {
                language: language.parse().unwrap(),
                as_of: chrono::NaiveDate::MAX,
                withdrawn: false,
                kinds: Vec::new(),
                resolutions: Vec::new(),
            };
            let note = footnote(&own, &filter, Markup::Text);
            let read = import(&[Document { name: "-", bytes: note.as_bytes() }], &Options::default());
            let back = resolution(&format!("{name} {language}"), &record::write(&read.records[0]));
            let known = |facts: BTreeSet<String>| -> BTreeSet<String> {
                // A phrase is printed in the note's language only; a bloc of the test's own has no standard name.
                let plain = facts.into_iter().filter(|fact| !fact.starts_with("island-group"));
                plain.map(|fact| fact.replace(" 2 ", " 1 ")).collect()
            };
            assert_eq!(known(facts(&back)), known(facts(&own)), "{name} {language}\n{note}");
        }
    }
}

/// The Kigali document, which is never copied into the repository.
fn kigali() -> Option<PathBuf> {
    let path = root().join("../shared/documents/ipu-145-migration.en+ar.txt");
    if path.is_file() {
        return Some(path);
    }
    println!("skipped: the Kigali document is not at hand (../shared/documents)");
    None
}

#[test]
fn the_kigali_document_gives_the_kigali_record() {
    let Some(path) = kigali() else { return };
    let done = run(&["import", path.to_str().unwrap(), "--id", "ipu-145-migration"]);
    assert_eq!((done.status.code(), text(&done.stderr)), (Some(0), String::new()));
    let derived = resolution("imported", &text(&done.stdout));
    let own = resolution("reservations.toml", include_str!("../reservations.toml"));
    assert_eq!(derived.positions.len(), own.positions.len());
    for (mine, printed) in own.positions.iter().zip(&derived.positions) {
        assert_eq!(
            (&mine.delegation, mine.kind, &mine.target),
            (&printed.delegation, printed.kind, &printed.target)
        );
        assert_eq!(mine.locator, printed.locator);
    }
    for (tag, block) in &own.languages {
        let (_, other) = derived.languages.iter().find(|(other, _)| other == tag).unwrap();
        assert_eq!(
            (&block.title, &block.body, &block.meeting, &block.place),
            (&other.title, &other.body, &other.meeting, &other.place)
        );
        assert_eq!(block.delegations, other.delegations);
        assert_eq!(block.subjects.keys().collect::<Vec<_>>(), other.paragraphs.keys().collect::<Vec<_>>());
    }
    assert_eq!(own.sources[0].sha256, derived.sources[0].sha256);
}

#[test]
fn the_shipped_record_is_verified_by_the_kigali_document() {
    let Some(path) = kigali() else { return };
    let done = run(&["verify", path.to_str().unwrap(), "-f", "reservations.toml", "--format", "json"]);
    assert_eq!((done.status.code(), text(&done.stdout).trim().to_owned()), (Some(0), "[]".to_owned()));
}

#[test]
fn a_paragraph_gone_in_one_version_is_a_fault_and_never_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (record, arabic) = (path("harbours.toml"), path("harbours.ar.txt"));
    assert_eq!(
        run(&["import", HARBOURS[0], HARBOURS[1], "--id", "harbours", "-o", &record]).status.code(),
        Some(0)
    );
    let whole = std::fs::read_to_string(root().join(HARBOURS[1])).unwrap();
    let third = whole.lines().find(|line| line.starts_with("وإذ تقر")).unwrap();
    std::fs::write(&arabic, whole.replace(&format!("{third}\n\n"), "")).unwrap();
    let told = run(&["verify", HARBOURS[0], &arabic, "-f", &record, "--format", "json"]);
    let (code, said) = (told.status.code(), text(&told.stdout));
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("\"count-differs\"") && !said.contains("says the same"), "{said}");
}
