//! The pages: their facts as they stand in the file, and, where there is one, in a real browser.
#![allow(clippy::unwrap_used, reason = "a test may")]

mod tools;

use std::fs;
use std::process::Command;

use tools::{hostile, run, tests};

/// A page of a file; of the embedded register where there is none.
fn page(file: &str, more: &[&str]) -> String {
    let mut arguments = vec!["page"];
    if !more.contains(&"--as-of") {
        arguments.extend(["--as-of", "2026-01-01"]);
    }
    if !file.is_empty() {
        arguments.extend(["--file", file]);
    }
    arguments.extend(more);
    tools::printed(&arguments)
}

#[test]
fn a_page_is_small_and_the_same_twice() {
    let first = page("", &[]);
    assert!(first.len() < 300_000, "{}", first.len());
    assert_eq!(first, page("", &[]));
}

#[test]
fn a_page_loads_nothing_and_forbids_what_is_not_its_own() {
    let page = page("", &[]);
    let policy =
        page.split("Content-Security-Policy\" content=\"").nth(1).unwrap().split('"').next().unwrap();
    assert!(policy.starts_with("default-src &#39;none&#39;;"), "{policy}");
    assert!(policy.contains("script-src &#39;sha256-") && !policy.contains("unsafe"), "{policy}");
    for outside in ["http://", "https://", "src=\"", "@import", "url(h"] {
        assert!(!page.contains(outside), "{outside}");
    }
}

#[test]
fn the_language_asked_for_comes_first() {
    let page = page("", &["--lang", "ar"]);
    assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">"));
    assert!(page.contains("value=\"ar\" data-dir=\"rtl\" checked>"));
}

#[test]
fn a_page_shows_what_the_options_let_through() {
    let parts = tests("records/committee-parts.toml").display().to_string();
    let of_kind = page("", &["--kind", "opposition"]);
    assert!(of_kind.contains("id=\"RU-entire\"") && !of_kind.contains("id=\"KZ-OP9\""));
    assert!(of_kind.contains("no position of that kind recorded"));
    let before = page("", &["--as-of", "2020-01-01"]);
    assert!(!before.contains("id=\"KZ-OP9\"") && before.contains("id=\"OP9\""));
    let (standing, all) = (page(&parts, &[]), page(&parts, &["--withdrawn"]));
    assert!(all.matches("class=\"position").count() > standing.matches("class=\"position").count());
    assert!(
        all.contains("class=\"position withdrawn\"") && !standing.contains("class=\"position withdrawn\"")
    );
}

#[test]
fn a_record_stays_text() {
    let folder = tempfile::tempdir().unwrap();
    let page = page(&hostile(folder.path()), &[]);
    assert_eq!(page.matches("<script").count(), 2);
    assert_eq!(page.matches("</script").count(), 2);
    assert_eq!(page.matches("</style").count(), 1);
    assert!(!page.contains("<img") && !page.contains("<iframe") && !page.contains("href=\"javascript"));
}

#[test]
fn a_corpus_is_one_page_or_a_folder() {
    let records = tests("records").display().to_string();
    let one = page(&records, &[]);
    assert!(
        one.contains("id=\"assembly-12-votes/_resolution\"")
            && one.contains("id=\"committee-7-parts/_resolution\"")
    );
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("pages");
    let done = run(&["page", "--file", &records, "-o", to.to_str().unwrap()]);
    assert!(done.status.success());
    let index = fs::read_to_string(to.join("index.html")).unwrap();
    for id in ["assembly-12-votes", "committee-7-parts"] {
        assert!(index.contains(&format!("href=\"resolutions/{id}.html\"")));
        assert!(
            fs::read_to_string(to.join(format!("resolutions/{id}.html"))).unwrap().contains("../index.html")
        );
    }
}

#[test]
fn more_than_a_page_holds_needs_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..=reservations::publish::LARGEST_PAGE {
        let text = format!("format = 1\n[resolution]\nid = \"r{number}\"\n");
        fs::write(folder.path().join(format!("{number}.toml")), text).unwrap();
    }
    let done = run(&["page", "--file", folder.path().to_str().unwrap()]);
    assert_eq!(done.status.code(), Some(2));
    assert!(done.stdout.is_empty());
    assert_eq!(
        String::from_utf8(done.stderr).unwrap(),
        "error: 201 resolutions are too many for one page; name a folder for them with -o DIR\n"
    );
}

#[test]
fn a_page_is_no_other_format() {
    for (arguments, said) in [
        (["page", "--format", "csv"], "legal are html"),
        (["page", "-o", "x.csv"], "is not that of what page writes, .html"),
    ] {
        let done = run(&arguments);
        assert_eq!(done.status.code(), Some(2));
        assert!(String::from_utf8(done.stderr).unwrap().contains(said));
    }
}

#[test]
fn pages_work_in_a_real_browser() {
    let modules = tests("page/node_modules/axe-core");
    if !tools::has(&["node", "/usr/bin/chromium", modules.to_str().unwrap()]) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, page: String| fs::write(folder.path().join(name), page).unwrap();
    let records = tests("records").display().to_string();
    write("kigali.html", page("", &[]));
    write("corpus.html", page(&records, &[]));
    write("hostile.html", page(&hostile(folder.path()), &[]));
    let to = folder.path().join("folder");
    assert!(run(&["page", "--file", &records, "-o", to.to_str().unwrap()]).status.success());
    let done = Command::new("node").arg(tests("page/browser.cjs")).arg(folder.path()).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}
