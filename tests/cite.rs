//! Citations as another program makes footnotes of them.
#![allow(clippy::unwrap_used, reason = "a test may")]

mod tools;

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

fn pandoc(arguments: &[&str], folder: &Path) -> String {
    let done = Command::new("pandoc").args(arguments).current_dir(folder).output().unwrap();
    assert!(done.status.success() && done.stderr.is_empty(), "{}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap()
}

/// The footnote that pandoc makes of a position, on one line.
fn footnote(folder: &Path, bibliography: &str, key: &str) -> String {
    fs::write(folder.join("text.md"), format!("It reserved [@{{{key}}}].\n")).unwrap();
    let said = pandoc(&["--citeproc", "--bibliography", bibliography, "-t", "plain", "text.md"], folder);
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_reference_manager_reads_both_formats() {
    if !tools::has(&["pandoc"]) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    for (name, key) in [
        ("positions.json", "ipu-145-migration/QA/OP5/reservation"),
        ("positions.bib", "ipu-145-migration:QA:OP5:reservation"),
    ] {
        tools::printed(&[
            "cite",
            "--as-of",
            "2026-01-01",
            "-o",
            folder.path().join(name).to_str().unwrap(),
            "--format",
            if name.ends_with("bib") { "bibtex" } else { "csl" },
        ]);
        let said = footnote(folder.path(), name, key);
        for fact in
            ["It reserved (Qatar 2022).", "Reservation (OP5", "labour mobility", "Inter-Parliamentary Union"]
        {
            assert!(said.to_lowercase().contains(&fact.to_lowercase()), "{name}: {fact}: {said}");
        }
    }
}

#[test]
fn hostile_text_stays_text() {
    let folder = tempfile::tempdir().unwrap();
    let hostile = tools::hostile(folder.path());
    let csl: Value =
        serde_json::from_str(&tools::printed(&["-f", &hostile, "cite", "--format", "csl"])).unwrap();
    assert_eq!(csl.as_array().unwrap().len(), 3);
    let bibtex = tools::printed(&["-f", &hostile, "cite", "--format", "bibtex"]);
    assert_eq!(bibtex.matches('{').count(), bibtex.matches('}').count());
    assert!(!bibtex.contains("{{{{ 7*7"));
    if !tools::has(&["pandoc"]) {
        return;
    }
    fs::write(folder.path().join("h.bib"), bibtex).unwrap();
    let read: Value =
        serde_json::from_str(&pandoc(&["-f", "bibtex", "-t", "csljson", "h.bib"], folder.path())).unwrap();
    assert_eq!(read.as_array().unwrap().len(), 3);
    assert_eq!(read[0]["publisher-place"], "{{ 7*7 }}");
}
