//! What a word processor makes of what is pasted into it.
#![allow(clippy::unwrap_used, reason = "a test may")]

mod tools;

use std::path::Path;
use std::process::Command;

/// Opens what a command writes in LibreOffice, and tells what it became there.
fn pasted(folder: &Path, arguments: &[&str]) -> String {
    let page = folder.join("page.html");
    tools::printed(&[arguments, &["--format", "html", "-o", page.to_str().unwrap()]].concat());
    let done = Command::new("soffice")
        .args(["--headless", "--infilter=HTML (StarWriter)", "--convert-to", "odt", "--outdir"])
        .args([folder, &page])
        .arg(format!("-env:UserInstallation=file://{}/profile", folder.display()))
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    tools::script("paste.py", &[&folder.join("page.odt")])
}

#[test]
fn a_table_is_a_table_and_a_note_a_list() {
    if !tools::has(&["soffice"]) || !tools::has_python() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let count = |said: &str, what: &str| -> usize {
        said.lines().find_map(|line| line.strip_prefix(what)?.trim().parse().ok()).unwrap()
    };
    for (language, runs) in [("en", "right to left no\nright no"), ("ar", "right to left yes\nright yes")] {
        let said = pasted(folder.path(), &["country", "--lang", language]);
        assert!(count(&said, "cells") >= 12 * 4 && said.contains(runs), "{language}: {said}");
        let said = pasted(folder.path(), &["footnote", "--lang", language]);
        assert!(count(&said, "items") == 3 && said.contains(runs), "{language}: {said}");
    }
}
