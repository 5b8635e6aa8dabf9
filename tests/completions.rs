//! Completions, by the shells themselves: each sources its script and completes lines. A shell that the machine lacks is
//! passed over, and said; `.ci/run` installs them.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr, reason = "a test may")]

use std::fs;
use std::path::Path;
use std::process::Command;

/// What a script of a shell prints, in a folder with a record; none where there is no such shell.
fn printed(shell: &[&str], script: &str) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("tides.toml"), RECORD).unwrap();
    let programs = Path::new(env!("CARGO_BIN_EXE_reservations")).parent().unwrap();
    let path = format!("{}:{}", programs.display(), std::env::var("PATH").unwrap());
    let (program, options) = shell.split_first().unwrap();
    let mut command = Command::new(program);
    command.args(options).arg(script).current_dir(folder.path()).env_clear();
    command.envs([("PATH", path.as_str()), ("LANG", "C.UTF-8"), ("TERM", "dumb")]).env("HOME", folder.path());
    match command.output() {
        Ok(output) => Some(String::from_utf8_lossy(&output.stdout).into_owned()),
        Err(error) => {
            eprintln!("{program} is not tried: {error}");
            None
        }
    }
}

const RECORD: &str = r#"format = 1

[resolution]
id = "tides"
operative = 2

[[source]]
id = "minutes"

[language.en]
title = "On tides"

[language.en.delegations]
CL = "Chile"
island-group = "Group of Island States"

[language.en.subjects]
OP2 = "Tide tables for all"

[[position]]
delegation = "CL"
kind = "reservation"
on = ["OP2"]
source = "minutes"
"#;

/// Lines, and words that stand among what completes the last word of each.
const LINES: &[(&[&str], &[&str])] = &[
    (&["country", "Kaz"], &["Kazakhstan"]),
    (&["country", "-f", "tides.toml", ""], &["CL", "island-group"]),
    (&["country", "-f", "tides.toml", "chi"], &["Chile"]),
    (&["--file=tides.toml", "paragraph", "OP"], &["OP1", "OP2"]),
    (&["add", "CL", "-f", "tides.toml", "--source", "m"], &["minutes"]),
    (&["country", "--resolution", "ipu"], &["ipu-145-migration"]),
    (&["country", "--kind", "int"], &["interpretation"]),
    (&["check", "--format", "s"], &["sarif"]),
    (&["foot"], &["footnote"]),
];

#[test]
fn bash_completes() {
    for (line, wanted) in LINES {
        let words: Vec<String> = line.iter().map(|word| format!("'{word}'")).collect();
        let script = format!(
            "source <(reservations completions bash)
             COMP_WORDS=(reservations {}); COMP_CWORD={}; COMP_TYPE=9
             _clap_complete_reservations reservations '{}' ''
             printf '%s\\n' \"${{COMPREPLY[@]}}\"",
            words.join(" "),
            line.len(),
            line.last().unwrap(),
        );
        let Some(found) = printed(&["bash", "--norc", "-c"], &script) else { return };
        let found: Vec<&str> = found.lines().collect();
        wanted.iter().for_each(|word| assert!(found.contains(word), "{line:?}: {found:?}"));
    }
}

#[test]
fn bash_gets_a_name_of_two_words_as_one() {
    let script = "source <(reservations completions bash)
                  COMP_WORDS=(reservations country -f tides.toml 'Group\\ of'); COMP_CWORD=4; COMP_TYPE=9
                  _clap_complete_reservations reservations 'Group\\ of' ''
                  printf '%s\\n' \"${COMPREPLY[@]}\"";
    let Some(found) = printed(&["bash", "--norc", "-c"], script) else { return };
    assert_eq!(found.trim(), r"Group\ of\ Island\ States");
}

#[test]
fn fish_completes() {
    for (line, wanted) in LINES {
        let words: Vec<String> = line.iter().map(|word| (*word).to_owned()).collect();
        let script =
            format!("reservations completions fish | source; complete -C 'reservations {}'", words.join(" "));
        let Some(found) = printed(&["fish", "--no-config", "-c"], &script) else { return };
        let found: Vec<&str> = found.lines().filter_map(|line| line.split('\t').next()).collect();
        wanted.iter().for_each(|word| assert!(found.contains(word), "{line:?}: {found:?}"));
    }
}

/// zsh completes in a terminal only: it gets one, in which a line is completed and run.
#[test]
fn zsh_completes() {
    let script = r#"
        zmodload zsh/zpty
        zpty terminal zsh -f -i
        zpty -w terminal 'autoload -U compinit; compinit -u -D; source <(reservations completions zsh); PROMPT='
        zpty -w terminal $'reservations country -f tides.toml Chi\t --columns delegation,name --format csv; exit'
        zpty -r terminal whole '*CL,Chile*'
        print -r -- $whole
    "#;
    let Some(found) = printed(&["zsh", "-f", "-c"], script) else { return };
    assert!(found.contains("CL,Chile"), "{found}");
}

#[test]
fn a_record_with_a_fault_completes_nothing() {
    let script = "echo 'id = 3' >> tides.toml; reservations completions fish | source
                  complete -C 'reservations country -f tides.toml Chi'";
    let Some(found) = printed(&["fish", "--no-config", "-c"], script) else { return };
    assert_eq!(found.lines().filter(|line| line.starts_with("Chile")).count(), 0, "{found}");
}
