//! README's examples are true: every `console` block is run and compared with what it shows. `BLESS=1` rewrites them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may")]

mod shell;

use std::fs;
use std::path::{Path, PathBuf};

use shell::{on_terminal, piped};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// A copy of what README's commands read, so that they may write.
fn clone(to: &Path) {
    fs::copy(root().join("reservations.toml"), to.join("reservations.toml")).unwrap();
    copy(&root().join("tests/records"), &to.join("tests/records"));
    copy(&root().join("registers"), &to.join("registers"));
    copy(&root().join("tests/formats"), &to.join("tests/formats"));
    if root().join("tests/documents").is_dir() {
        copy(&root().join("tests/documents"), &to.join("tests/documents"));
    }
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

/// What a line prints into a pipe, on either stream.
fn run(line: &str, home: &Path) -> String {
    String::from_utf8(piped(&format!("exec 2>&1\n{line}"), home).stdout).unwrap()
}

/// Trailing blanks do not show in a page.
fn trimmed(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_end().to_owned()
}

/// A page as its commands print it now, run one after the other in a folder of its own, and how many there are.
fn run_again(page: &str) -> (String, usize) {
    let home = tempfile::tempdir().unwrap();
    clone(home.path());
    let (mut new, mut compared) = (String::new(), 0);
    let mut parts = page.split("```console\n");
    new.push_str(parts.next().unwrap());
    for part in parts {
        let (block, rest) = part.split_once("```").unwrap();
        let mut shown = String::new();
        for step in format!("\n{block}").split("\n$ ").skip(1) {
            let line = step.lines().next().unwrap();
            shown += &format!("$ {line}\n");
            if line.starts_with("cargo ") {
                // What a build prints is not the same twice: such a block shows nothing, or what it shows is kept.
                shown += &step.lines().skip(1).map(|line| format!("{line}\n")).collect::<String>();
            } else {
                compared += 1;
                let printed = trimmed(&run(line, home.path()));
                shown += &if printed.is_empty() { printed } else { printed + "\n" };
            }
        }
        new += &format!("```console\n{shown}```{rest}");
    }
    (new, compared)
}

/// What stands before a block that shows a terminal: how wide it is, and what is typed.
const SCREEN: &str = "<!-- at ";

/// A page with its terminals as they show it now.
fn seen_again(page: &str) -> String {
    let home = tempfile::tempdir().unwrap();
    clone(home.path());
    let mut parts = page.split(SCREEN);
    let mut new = parts.next().unwrap().to_owned();
    for part in parts {
        let (about, rest) = part.split_once(" -->\n```text\n").unwrap();
        let (columns, line) = about.split_once(": ").unwrap();
        let shown = trimmed(&on_terminal(line, home.path(), columns.parse().unwrap()));
        let (_, rest) = rest.split_once("```").unwrap();
        new += &format!("{SCREEN}{about} -->\n```text\n{shown}\n```{rest}");
    }
    new
}

/// README and every page of the documentation.
fn pages() -> Vec<PathBuf> {
    let docs = fs::read_dir(root().join("docs")).unwrap().map(|entry| entry.unwrap().path());
    let mut pages: Vec<PathBuf> =
        docs.filter(|path| path.extension().is_some_and(|ending| ending == "md")).collect();
    pages.sort();
    pages.insert(0, root().join("README.md"));
    pages
}

#[test]
fn every_console_block_prints_what_it_shows() {
    let mut all = 0;
    for path in pages() {
        let page = fs::read_to_string(&path).unwrap();
        let (new, compared) = run_again(&page);
        let new = seen_again(&new);
        all += compared;
        if std::env::var_os("BLESS").is_some() {
            fs::write(&path, &new).unwrap();
        }
        let now = fs::read_to_string(&path).unwrap();
        let differing = now.lines().zip(new.lines()).find(|(shown, printed)| shown != printed);
        assert!(now == new, "{} shows what is not printed: {differing:?}", path.display());
    }
    assert!(all >= 20, "only {all} examples");
}

#[test]
fn the_picture_is_that_of_the_register() {
    let path = root().join("docs/kigali.svg");
    let drawn = run("reservations matrix --format svg -f reservations.toml", &root());
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &drawn).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), drawn);
}

#[test]
fn readme_is_short_and_narrow() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    assert!(readme.lines().count() <= 250, "{} lines", readme.lines().count());
    let blocks = readme.split("```").skip(1).step_by(2);
    for line in blocks.flat_map(str::lines) {
        let wide = textwrap::core::display_width(line);
        assert!(wide <= 100, "{wide}: {line}");
    }
}

#[test]
fn every_page_that_is_pointed_to_is_there() {
    for path in pages() {
        let page = fs::read_to_string(&path).unwrap();
        for target in page.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next()) {
            let is_far = target.is_empty() || target.contains("://");
            assert!(is_far || path.parent().unwrap().join(target).exists(), "{}: {target}", path.display());
        }
    }
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
