//! The Kigali resolution from every producer, made on the fly: its text is not ours to keep.

use std::path::Path;
use std::process::Command;

use super::{codes, paragraphs, read, root, rows, truth};

const ROWS: [(&str, &str, &str); 11] = [
    ("CZ", "reservation", "OP3"),
    ("HU", "reservation", "entire"),
    ("ID", "reservation", "entire"),
    ("IN", "reservation", "PP21"),
    ("KZ", "reservation", "OP9"),
    ("KZ", "reservation", "PP10"),
    ("KZ", "reservation", "PP9"),
    ("QA", "reservation", "OP5"),
    ("RU", "opposition", "entire"),
    ("SY", "reservation", "PP9"),
    ("TR", "reservation", "PP19"),
];

/// Makes the documents of some versions; false, and a line that says why, where that cannot be done here.
fn make(folder: &Path, versions: &[(&str, &str)]) -> bool {
    let mut command = Command::new("/usr/bin/python3");
    command.arg(root().join("tests/formats/make.py")).arg(folder);
    for (language, text) in versions {
        let path = folder.join(format!("{language}.txt"));
        std::fs::write(&path, text).unwrap();
        command.arg(format!("{language}={}", path.display()));
    }
    match command.output() {
        Ok(output) if output.status.success() => {
            eprint!("{}", String::from_utf8_lossy(&output.stderr));
            true
        }
        Ok(output) => {
            eprintln!("skipped: {}", String::from_utf8_lossy(&output.stderr));
            false
        }
        Err(error) => {
            eprintln!("skipped: /usr/bin/python3: {error}");
            false
        }
    }
}

#[test]
fn kigali_from_every_producer() {
    let path = root().join("../shared/documents/ipu-145-migration.en+ar.txt");
    let Ok(text) = std::fs::read_to_string(&path) else {
        eprintln!("skipped: {} is not there", path.display());
        return;
    };
    let plain = read("kigali.txt", text.as_bytes());
    // The English version begins with the second of the two lines that name the body.
    let border = text.rmatch_indices("Inter-Parliamentary Union\nFor").next().unwrap().0;
    let (arabic, english) = text.split_at(border);
    for versions in [&[("en", english)][..], &[("ar", arabic)], &[("ar", arabic), ("en", english)]] {
        let folder = tempfile::tempdir().unwrap();
        if !make(folder.path(), versions) {
            return;
        }
        for file in std::fs::read_dir(folder.path()).unwrap().flatten() {
            let name = file.file_name().into_string().unwrap();
            // Of two versions pandoc puts both notes at the end, in a list that runs from the left: nobody prints so.
            let mixed = versions.len() == 2 && name == "chromium.pdf";
            if Path::new(&name).extension().is_some_and(|end| end == "txt") || mixed {
                continue;
            }
            let imported = read(&name, &std::fs::read(file.path()).unwrap());
            let named = format!("{name} of {}", versions.len());
            assert_eq!(codes(&imported), Vec::<&str>::new(), "{named}: {:?}", imported.problems);
            let [record] = &imported.records[..] else {
                panic!("{named}: {} records", imported.records.len())
            };
            assert_eq!(rows(record), truth(&ROWS), "{named}");
            let resolution = record.resolution.as_ref().unwrap();
            assert_eq!(resolution.preambular.as_ref().unwrap().value, 24, "{named}");
            assert_eq!(resolution.operative.as_ref().unwrap().value, 31, "{named}");
            for (language, _) in versions {
                let found = paragraphs(record, language);
                let expected = paragraphs(&plain.records[0], language);
                for ((label, found), (_, expected)) in found.iter().zip(&expected) {
                    assert_eq!(first_words(found), first_words(expected), "{named}: {label}");
                }
            }
        }
    }
}

/// The first words of a text, in letters that producers do not change.
fn first_words(text: &str) -> String {
    let folded = reservations::fold::fold(text);
    folded.split(' ').take(6).collect::<Vec<_>>().join(" ")
}
