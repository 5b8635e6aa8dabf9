//! Programs that tests ask of the machine: other readers of what this one writes.
//!
//! Where one is missing the test says so and is skipped; with `REQUIRE_TOOLS` in the environment, as in the checks that a
//! change must pass, it fails.
#![allow(dead_code, clippy::unwrap_used, clippy::print_stderr, reason = "each test uses some of it")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The folder of the tests.
pub fn tests(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

/// Whether the tools are there, each a name and a path or a program to be found; says which is not.
pub fn has(tools: &[&str]) -> bool {
    let there = |tool: &&&str| match tool.contains('/') {
        true => Path::new(tool).exists(),
        false => Command::new(tool).arg("--version").output().is_ok(),
    };
    let Some(missing) = tools.iter().find(|tool| !there(tool)) else { return true };
    assert!(std::env::var_os("REQUIRE_TOOLS").is_none(), "there is no {missing}");
    eprintln!("skipped: there is no {missing}");
    false
}

/// The Python that has what `tests/tools/requirements.txt` names.
pub fn python() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tools/bin/python")
}

/// Whether that Python is there.
pub fn has_python() -> bool {
    has(&[python().to_str().unwrap()])
}

/// Runs a script of `tests/tools` and gives what it printed; fails with what it complained of.
pub fn script(name: &str, arguments: &[&Path]) -> String {
    let done = Command::new(python()).arg(tests("tools").join(name)).args(arguments).output().unwrap();
    assert!(
        done.status.success(),
        "{}{}",
        String::from_utf8_lossy(&done.stdout),
        String::from_utf8_lossy(&done.stderr)
    );
    String::from_utf8(done.stdout).unwrap()
}

/// Runs the program.
pub fn run(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_reservations"));
    command.args(arguments).env_remove("RESERVATIONS_FILE").env_remove("RESERVATIONS_LANG").output().unwrap()
}

/// What the program prints.
pub fn printed(arguments: &[&str]) -> String {
    let done = run(arguments);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap()
}

/// The path of a record with text that tries to be more than text, among it a word of 2,000 characters.
pub fn hostile(folder: &Path) -> String {
    let text = std::fs::read_to_string(tests("page/hostile.toml")).unwrap();
    let path = folder.join("hostile.toml");
    std::fs::write(&path, text.replace("WORD", &"w".repeat(2_000))).unwrap();
    path.display().to_string()
}
