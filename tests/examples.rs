//! The examples that stand below each command's help are run, in the order of the commands.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn run(line: &str, home: &Path) -> Output {
    let binary = Path::new(env!("CARGO_BIN_EXE_reservations")).parent().unwrap();
    let path = format!("{}:{}", binary.display(), std::env::var("PATH").unwrap());
    let mut shell = Command::new("/bin/sh");
    shell.args(["-c", line]).current_dir(home).env_clear();
    shell.envs([("PATH", path.as_str()), ("LANG", "C.UTF-8"), ("HOME", "/nonexistent")]).output().unwrap()
}

fn help(command: &str) -> String {
    let printed = run(&format!("reservations {command} --help"), Path::new("/"));
    assert!(printed.status.success(), "{command}");
    String::from_utf8(printed.stdout).unwrap()
}

/// The commands, in the order in which help lists them.
fn commands() -> Vec<String> {
    let help = help("");
    let list = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let names = list.lines().filter_map(|line| line.strip_prefix("  ")).filter(|line| !line.starts_with(' '));
    let names = names.filter_map(|line| line.split_whitespace().next()).map(str::to_owned);
    names.filter(|name| name != "help").collect()
}

/// What the examples read.
fn prepare(home: &Path) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for name in ["kigali.toml", "old.toml"] {
        fs::copy(root.join("reservations.toml"), home.join(name)).unwrap();
    }
    fs::copy(root.join("tests/documents/harbours.en.txt"), home.join("harbours.txt")).unwrap();
    for name in ["records", "old"] {
        fs::create_dir(home.join(name)).unwrap();
        for entry in fs::read_dir(root.join("tests/records")).unwrap().map(Result::unwrap) {
            fs::copy(entry.path(), home.join(name).join(entry.file_name())).unwrap();
        }
    }
}

#[test]
fn every_example_does_what_it_says() {
    let home = tempfile::tempdir().unwrap();
    prepare(home.path());
    let commands = commands();
    assert!(commands.len() > 15, "{commands:?}");
    for command in std::iter::once("").chain(commands.iter().map(String::as_str)) {
        let help = help(command);
        let examples = help.split("Examples:").nth(1).unwrap_or_else(|| panic!("{command} has no examples"));
        let lines: Vec<&str> = examples.lines().filter_map(|line| line.strip_prefix("    ")).collect();
        assert!(!lines.is_empty(), "{command}");
        for line in lines {
            let done = run(line, home.path());
            let complaint = String::from_utf8_lossy(&done.stderr);
            assert!(done.status.success(), "{line}: {complaint}");
            assert!(!complaint.contains("error"), "{line}: {complaint}");
        }
    }
}

#[test]
fn help_fits_eighty_columns() {
    for command in commands() {
        let help = help(&command);
        let beyond = help.lines().find(|line| line.chars().count() > 80);
        assert_eq!(beyond, None, "{command}");
    }
}
