//! README's examples are true: every `console` block is run and compared with what it shows. `BLESS=1` rewrites them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// A copy of what README's commands read, so that they may write.
fn clone(to: &Path) {
    fs::copy(root().join("reservations.toml"), to.join("reservations.toml")).unwrap();
    copy(&root().join("tests/records"), &to.join("tests/records"));
    copy(&root().join("tests/documents"), &to.join("tests/documents"));
    copy(&root().join("registers"), &to.join("registers"));
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn run(line: &str, home: &Path) -> String {
    let binary = Path::new(env!("CARGO_BIN_EXE_reservations")).parent().unwrap();
    let path = format!("{}:{}", binary.display(), std::env::var("PATH").unwrap());
    let mut shell = Command::new("/bin/bash");
    shell.args(["-c", &format!("exec 2>&1\n{line}")]).current_dir(home).env_clear();
    let done = shell
        .envs([("PATH", path.as_str()), ("LANG", "C.UTF-8"), ("HOME", "/nonexistent")])
        .output()
        .unwrap();
    String::from_utf8(done.stdout).unwrap()
}

/// Trailing blanks do not show in a page.
fn trimmed(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_end().to_owned()
}

#[test]
fn every_console_block_prints_what_it_shows() {
    for (page, least) in [("README.md", 5), ("docs/documents.md", 5)] {
        every_block_prints_what_it_shows(page, least);
    }
}

fn every_block_prints_what_it_shows(page: &str, least: usize) {
    let path = root().join(page);
    let readme = fs::read_to_string(&path).unwrap();
    let home = tempfile::tempdir().unwrap();
    clone(home.path());
    let (mut new, mut compared) = (String::new(), 0);
    let mut parts = readme.split("```console\n");
    new.push_str(parts.next().unwrap());
    for part in parts {
        let (block, rest) = part.split_once("```").unwrap();
        let mut shown = String::new();
        for step in block.split("$ ").skip(1) {
            let (line, _) = step.split_once('\n').unwrap();
            shown += &format!("$ {line}\n");
            if !line.starts_with("cargo ") {
                compared += 1;
                let printed = trimmed(&run(line, home.path()));
                shown += &if printed.is_empty() { printed } else { printed + "\n" };
            }
        }
        new += &format!("```console\n{shown}```{rest}");
    }
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &new).unwrap();
    }
    assert!(compared >= least, "{page}: only {compared} examples");
    let now = fs::read_to_string(&path).unwrap();
    let differing = now.lines().zip(new.lines()).find(|(shown, printed)| shown != printed);
    assert!(now == new, "{page} shows what is not printed: {differing:?}");
}

#[test]
fn the_first_two_commands_come_first_and_show_nothing() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let first = readme.split("```").nth(1).unwrap();
    assert_eq!(first, "console\n$ cargo run --release --locked\n$ cargo test --locked\n");
}

#[test]
fn every_command_and_format_is_named() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let help = run("reservations --help", &root());
    let commands = help.split("Commands:").nth(1).unwrap().split("Options:").next().unwrap();
    // What a command answers may go on in a second line, which is further in.
    let names =
        commands.lines().filter_map(|line| line.strip_prefix("  ")).filter(|line| !line.starts_with(' '));
    for name in names.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help") {
        assert!(
            readme.contains(&format!("reservations {name}")) || readme.contains(&format!("`{name}")),
            "{name}"
        );
    }
    for format in reservations::export::Format::ALL {
        assert!(readme.contains(format.as_str()), "{format}");
    }
}
