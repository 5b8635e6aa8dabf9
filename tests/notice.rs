//! `NOTICE` has the licence of every crate that a program file contains. `BLESS=1 cargo test --test notice` writes it
//! from what Cargo knows of the crates.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// The platform whose crates are listed: others have a few of their own beside these.
const PLATFORM: &str = "x86_64-unknown-linux-gnu";

/// How files with a licence are called, the one that is preferred first.
const NAMES: [&str; 6] = ["license-mit", "license.mit", "licence", "license", "copying", "unlicense"];

struct Crate {
    name: String,
    licence: String,
    text: Option<String>,
}

fn metadata() -> Value {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["metadata", "--format-version=1", "--locked", "--filter-platform", PLATFORM]);
    let output = cargo.current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The crates that are linked into the program: those that it needs, and what they need, but for what runs only while
/// it is compiled.
fn linked(metadata: &Value) -> BTreeSet<String> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let is_macro = |package: &Value| {
        list(&package["targets"]).iter().any(|target| list(&target["kind"]).contains(&"proc-macro".into()))
    };
    let macros: BTreeSet<String> = list(&metadata["packages"])
        .iter()
        .filter(|package| is_macro(package))
        .map(|p| text(&p["id"]))
        .collect();
    let nodes: BTreeMap<String, Value> =
        list(&metadata["resolve"]["nodes"]).into_iter().map(|node| (text(&node["id"]), node)).collect();
    let root = text(&metadata["resolve"]["root"]);
    let (mut linked, mut waiting) = (BTreeSet::new(), vec![root.clone()]);
    while let Some(id) = waiting.pop() {
        for dependency in list(&nodes[&id]["deps"]) {
            let is_normal = list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
            let own = text(&dependency["pkg"]);
            if is_normal && !macros.contains(&own) && linked.insert(own.clone()) {
                waiting.push(own);
            }
        }
    }
    linked
}

fn crates() -> Vec<Crate> {
    let metadata = metadata();
    let linked = linked(&metadata);
    let packages = metadata["packages"].as_array().unwrap();
    let own = packages.iter().filter(|package| linked.contains(package["id"].as_str().unwrap()));
    let mut crates: Vec<Crate> = own
        .map(|package| {
            let word = |key: &str| package[key].as_str().unwrap_or_default().to_owned();
            let folder = PathBuf::from(word("manifest_path"));
            Crate {
                name: format!("{} {}", word("name"), word("version")),
                licence: word("license"),
                text: licence(folder.parent().unwrap()),
            }
        })
        .collect();
    crates.sort_by(|a, b| a.name.cmp(&b.name));
    crates
}

/// The text of the licence that a crate is used under.
fn licence(folder: &Path) -> Option<String> {
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let named = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().to_lowercase();
    let rank = |path: &PathBuf| NAMES.iter().position(|name| named(path).starts_with(name));
    let best = files.filter_map(|path| Some((rank(&path)?, named(&path), path))).min()?;
    let text = std::fs::read_to_string(best.2).ok()?;
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    Some(lines.join("\n").trim_matches('\n').to_owned())
}

fn notice() -> String {
    let mut notice = String::from(
        "Reservations is under the MIT licence or the Apache licence 2.0, as you choose: see LICENSE-MIT and\n\
         LICENSE-APACHE. A program file also contains these crates, each under the licence named; where there is a\n\
         choice it is used under MIT, if that is one. Their texts stand below.\n\n",
    );
    let crates = crates();
    let mut texts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for one in &crates {
        let _ = writeln!(notice, "{}: {}", one.name, one.licence);
        if let Some(text) = &one.text {
            texts.entry(text).or_default().push(&one.name);
        }
    }
    let mut texts: Vec<_> = texts.into_iter().collect();
    texts.sort_by(|a, b| a.1.cmp(&b.1));
    for (text, names) in texts {
        let _ = write!(notice, "\n{}\n{}\n\n{text}\n", "-".repeat(80), names.join(", "));
    }
    notice
}

#[test]
fn the_notice_is_that_of_the_crates() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("NOTICE");
    let wanted = notice();
    if std::env::var_os("BLESS").is_some_and(|value| value == "1") {
        std::fs::write(&path, &wanted).unwrap();
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == wanted, "NOTICE is stale; BLESS=1 cargo test --test notice writes it");
}

#[test]
fn every_crate_has_a_licence_and_nearly_every_one_its_text() {
    let crates = crates();
    assert!(crates.len() > 30 && crates.iter().all(|one| !one.licence.is_empty()));
    let without: Vec<&str> =
        crates.iter().filter(|one| one.text.is_none()).map(|one| one.name.as_str()).collect();
    assert!(without.len() * 10 < crates.len(), "{without:?}");
}
