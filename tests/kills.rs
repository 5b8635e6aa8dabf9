//! The program itself, cut short: at every call to the disk that `add`, `withdraw`, `new` and `-o` make, one after the
//! other, and at random moments; and two of them at once. The file is the old one or the new one, byte for byte.
//!
//! A build with debug assertions, as tests are, takes from `RESERVATIONS_FAULTS` what goes wrong at which call.
//! `RESERVATIONS_KILLS=1000 cargo test --test kills random` kills a thousand times instead of a hundred;
//! `RESERVATIONS_SEED=N` chooses other moments.
#![cfg(all(unix, debug_assertions))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr, reason = "a test may")]

use reservations::store::{FAULTS, Plan};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

const ENOSPC: i32 = 28;
const EIO: i32 = 5;
const EACCES: i32 = 13;

/// The record that is written to.
const RECORD: &str = r#"format = 1 # a remark

[resolution]
id = "harbours"
adopted = 2024-03-01
operative = 9

[[source]]
id = "record"

[language.en]
title = "Harbours"

[language.en.delegations] # by code
KZ = 'Kazakhstan'

[[position]]
delegation = "KZ"
kind = "reservation"
on = ["OP1", "OP2"]   # two of them
source = "record"
"#;

/// A document to import.
const DOCUMENT: &str = "Harbours\n\nResolution adopted by consensus by the Test Assembly\n\nThe Test Assembly,\n\n\
    1.\tAsks everybody to look at the tide.\n\n2.\tThanks them.\n";

/// Everything below a folder that is no link, by its name.
type State = BTreeMap<String, Vec<u8>>;

struct Folder(tempfile::TempDir);

impl Folder {
    /// A folder with the record, an older answer, a folder for another, and a document.
    fn new() -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        folder.put("record.toml", RECORD.as_bytes());
        folder.put("old.csv", b"an older answer\n");
        folder.put("tides.txt", DOCUMENT.as_bytes());
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn put(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }

    fn state(&self) -> State {
        let entries = fs::read_dir(self.0.path()).unwrap().map(Result::unwrap);
        let files = entries.filter(|entry| entry.file_type().unwrap().is_file());
        files.map(|e| (e.file_name().into_string().unwrap(), fs::read(e.path()).unwrap())).collect()
    }

    /// The program, started in the folder. Its end by a fault leaves no core file.
    fn program(&self, line: &str, plan: Plan) -> Command {
        let mut command = Command::new("/bin/sh");
        command.args(["-c", &format!("ulimit -c 0; exec \"$PROGRAM\" {line}")]).current_dir(self.0.path());
        command.env_clear().env("PROGRAM", env!("CARGO_BIN_EXE_reservations"));
        command.env(FAULTS, plan.to_string()).stdin(Stdio::null());
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    fn run(&self, line: &str, plan: Plan) -> Output {
        self.program(line, plan).output().unwrap()
    }

    fn done(&self, line: &str) {
        let ended = self.run(line, Plan::Well);
        assert!(ended.status.code().is_some_and(|code| code < 2), "{line}: {}", said(&ended));
    }
}

fn said(ended: &Output) -> String {
    String::from_utf8_lossy(&ended.stderr).into_owned()
}

/// What the program is asked, and which file it writes.
const TASKS: [(&str, &str); 7] = [
    ("add KZ --on OP3 -f record.toml", "record.toml"),
    ("withdraw KZ --on OP1 --date 2024-04-01 -f record.toml", "record.toml"),
    ("country -f record.toml -o old.csv", "old.csv"),
    ("country -f record.toml -o new.csv", "new.csv"),
    ("import tides.txt -o record.toml", "record.toml"),
    ("import tides.txt -o new.toml", "new.toml"),
    ("new --id fresh -o fresh.toml", "fresh.toml"),
];

fn is_left(name: &str) -> bool {
    name.starts_with('.') && name.ends_with(".reservations-tmp")
}

/// What the folder holds when a task was done.
fn finished(task: &str) -> State {
    let folder = Folder::new();
    folder.done(task);
    folder.state()
}

/// Kills at each call of a task, one after the other, until it runs to its end; gives the calls by their names.
fn killed(task: &str, after: &State, left: &mut usize) -> Vec<String> {
    let mut calls = Vec::new();
    loop {
        let folder = Folder::new();
        let before = folder.state();
        let ended = folder.run(task, Plan::Kill { at: calls.len() + 1 });
        if ended.status.signal().is_none() {
            assert!(folder.state() == *after, "{task}: {}", said(&ended));
            return calls;
        }
        let text = said(&ended);
        let call = text.lines().find_map(|line| line.strip_prefix("killed at ")).unwrap();
        let mut now = folder.state();
        let all = now.len();
        now.retain(|name, _| !is_left(name));
        let leftovers = all - now.len();
        assert!(leftovers <= 1, "{task}, killed at {call}: {:?}", folder.state().keys());
        assert!(now == before || now == *after, "{task}, killed at {call}: half a file, or a lost one");
        // The same again where it had not been done, else another: no matter which, the leftover goes.
        let done = now == *after;
        folder.done(if done { "country -f record.toml -o old.csv" } else { task });
        let end = folder.state();
        assert!(end.keys().all(|name| !is_left(name)), "{task}, killed at {call}: left for good");
        assert!(done || end == *after, "{task}, killed at {call}: the next run does what it should");
        *left += leftovers;
        calls.push(call.to_owned());
    }
}

/// After one fault: the old file and an error that names it, or the new one; alone.
fn failed(task: &str, file: &str, after: &State, at: usize, errno: i32) {
    let folder = Folder::new();
    let before = folder.state();
    let ended = folder.run(task, Plan::Fail { at, errno });
    let (now, text) = (folder.state(), said(&ended));
    let what = format!("{task}, call {at} with {errno}: {text}");
    match ended.status.code() {
        // What only tidies may fail, and where a folder cannot be locked its file is.
        Some(0 | 1) => assert!(now == *after, "{what}"),
        Some(2) => {
            assert!(text.contains(&format!("os error {errno}")), "{what}");
            let new = text.contains("the new file is in place");
            assert!(now == if new { after.clone() } else { before }, "{what}");
            assert!(
                text.contains(file) || text.contains("record.toml") || text.contains("tides.txt"),
                "{what}"
            );
        }
        _ => panic!("{what}"),
    }
}

/// Every call of a task is the point of a kill once and fails in three ways.
fn every_call(tasks: &[(&str, &str)], last: &str) {
    let mut left = 0;
    let mut all = BTreeSet::new();
    for (task, file) in tasks {
        let after = finished(task);
        let calls = killed(task, &after, &mut left);
        for at in 1..=calls.len() {
            for errno in [ENOSPC, EIO, EACCES] {
                failed(task, file, &after, at, errno);
            }
        }
        for call in ["open", "write", "sync", "sync_folder", "try_lock"] {
            assert!(calls.iter().any(|known| known == call), "{task} makes the call {call}: {calls:?}");
        }
        all.extend(calls);
    }
    assert!(all.contains(last), "{last}: {all:?}");
    assert!(left > 0, "some kill leaves a temporary file, or none was between making and renaming it");
}

#[test]
fn every_call_of_an_edit_is_the_point_of_a_kill_and_fails() {
    every_call(&TASKS[..2], "rename");
}

#[test]
fn every_call_of_an_output_is_the_point_of_a_kill_and_fails() {
    every_call(&TASKS[2..4], "rename");
}

#[test]
fn every_call_of_a_record_made_is_the_point_of_a_kill_and_fails() {
    every_call(&TASKS[4..], "rename_new");
}

#[test]
fn a_disk_that_dies_leaves_the_old_file_or_the_new_one() {
    for (task, _) in TASKS {
        let after = finished(task);
        for at in 1.. {
            let folder = Folder::new();
            let before = folder.state();
            let ended = folder.run(task, Plan::FailFrom { at, errno: EIO });
            let mut now = folder.state();
            now.retain(|name, _| !is_left(name));
            assert!(now == before || now == after, "{task} from {at}: {}", said(&ended));
            if ended.status.code() != Some(2) {
                assert!(now == after, "{task} from {at}");
                break;
            }
        }
    }
}

/// Numbers that a seed decides.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound.max(1)
    }
}

fn told(name: &str, else_: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(else_)
}

#[test]
fn random_kills_leave_one_of_both_files() {
    let (kills, seed) = (told("RESERVATIONS_KILLS", 100), told("RESERVATIONS_SEED", 145));
    let mut chance = Chance(seed);
    let tasks: Vec<_> = TASKS.iter().map(|(task, _)| (*task, finished(task))).collect();
    let folder = Folder::new();
    let before = folder.state();
    let mut counts = [0; 3];
    for kill in 0..kills {
        let (task, after) = &tasks[usize::try_from(kill).unwrap() % tasks.len()];
        // As long as a run takes now: others use the machine too.
        let start = Instant::now();
        folder.run("country KZ -f record.toml", Plan::Well);
        let long = u64::try_from(start.elapsed().as_micros()).unwrap() * 3 / 2;
        let mut process = folder.program(task, Plan::Well).spawn().unwrap();
        std::thread::sleep(Duration::from_micros(chance.below(long)));
        process.kill().unwrap();
        let ended = process.wait_with_output().unwrap();
        let mut now = folder.state();
        now.retain(|name, _| !is_left(name));
        assert!(now == before || now == *after, "seed {seed}, kill {kill}: {task}");
        match ended.status.signal() {
            None => counts[2] += 1,
            Some(_) if now == before => counts[0] += 1,
            Some(_) => counts[1] += 1,
        }
        for name in folder.state().keys().filter(|name| !is_left(name)) {
            match before.get(name) {
                Some(bytes) if now.get(name) != Some(bytes) => drop(folder.put(name, bytes)),
                Some(_) => {}
                None => fs::remove_file(folder.path(name)).unwrap(),
            }
        }
    }
    let [old, new, done] = counts;
    eprintln!("seed {seed}: {kills} kills, {old} before the change, {new} after it, {done} came too late");
    assert!(old > 0, "none came in time");
    folder.done("country -f record.toml -o old.csv");
    assert!(folder.state().keys().all(|name| !is_left(name)), "{:?}", folder.state().keys());
}

/// Runs two tasks at once, and gives how they ended and what is left.
fn at_once(folder: &Folder, tasks: [&str; 2], plan: Plan) -> ([Option<i32>; 2], String) {
    folder.put("record.toml", RECORD.as_bytes());
    let both = tasks.map(|task| folder.program(task, plan).spawn().unwrap());
    let ended = both.map(|process| process.wait_with_output().unwrap());
    let codes = [ended[0].status.code(), ended[1].status.code()];
    let text = ended.iter().map(said).collect::<String>();
    assert!(folder.state().keys().all(|name| !is_left(name)), "{:?}", folder.state().keys());
    (codes, text)
}

/// What tasks make of the record, one after the other.
fn in_order(tasks: [&str; 2]) -> Vec<u8> {
    let folder = Folder::new();
    tasks.iter().for_each(|task| folder.done(task));
    fs::read(folder.path("record.toml")).unwrap()
}

#[test]
fn of_two_at_once_none_loses_what_the_other_wrote() {
    let folder = Folder::new();
    let (one, two) = ("add KZ --on OP3 -f record.toml", "add FR --on OP4 --locator 'p. 4' -f record.toml");
    let away = "withdraw KZ --on OP1 --date 2024-04-01 -f record.toml";
    for (pairs, tasks) in [(100, [one, two]), (20, [two, away])] {
        let orders = [in_order(tasks), in_order([tasks[1], tasks[0]])];
        for pair in 0..pairs {
            let (codes, text) = at_once(&folder, tasks, Plan::Well);
            let now = fs::read(folder.path("record.toml")).unwrap();
            assert_eq!(codes, [Some(0), Some(0)], "pair {pair}: {text}");
            assert!(orders.contains(&now), "pair {pair}: {}", String::from_utf8_lossy(&now));
        }
    }
}

#[test]
fn of_two_that_say_the_same_one_is_told() {
    let folder = Folder::new();
    let one = "add KZ --on OP3 -f record.toml";
    let added = finished(one)["record.toml"].clone();
    for pair in 0..20 {
        let (mut codes, text) = at_once(&folder, [one, one], Plan::Well);
        codes.sort_unstable();
        assert_eq!(codes, [Some(0), Some(2)], "pair {pair}: {text}");
        assert!(text.contains("duplicate-position"), "{text}");
        assert_eq!(fs::read(folder.path("record.toml")).unwrap(), added, "pair {pair}");
    }
}

#[test]
fn links_mode_mark_and_line_ends_are_kept() {
    let marked = |text: &[u8]| {
        let text = String::from_utf8(text.to_vec()).unwrap();
        ["\u{FEFF}", &text.replace('\n', "\r\n")].concat()
    };
    for task in ["add KZ --on OP3", "withdraw KZ --on OP1 --date 2024-04-01", "withdraw KZ --date 2024-04-01"]
    {
        let folder = Folder::new();
        let path = folder.put("deep/real.toml", marked(RECORD.as_bytes()).as_bytes());
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        symlink("deep/real.toml", folder.path("near.toml")).unwrap();
        symlink("near.toml", folder.path("far.toml")).unwrap();
        let plain = finished(&format!("{task} -f record.toml"));
        folder.done(&format!("{task} -f far.toml"));
        let now = String::from_utf8(fs::read(&path).unwrap()).unwrap();
        assert_eq!(now, marked(&plain["record.toml"]), "{task}");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o7777, 0o640);
        assert_eq!(fs::read_link(folder.path("far.toml")).unwrap(), Path::new("near.toml"));
        assert_eq!(fs::read_link(folder.path("near.toml")).unwrap(), Path::new("deep/real.toml"));
        assert_eq!(fs::read_dir(folder.path("deep")).unwrap().count(), 1);
    }
}

#[test]
fn a_trial_writes_nothing() {
    for task in ["add KZ --on OP3", "withdraw KZ --date 2024-04-01"] {
        let folder = Folder::new();
        let before = folder.state();
        let ended = folder.run(&format!("{task} -f record.toml --dry-run"), Plan::Well);
        assert!(ended.status.success() && String::from_utf8_lossy(&ended.stdout).contains("\n+"), "{task}");
        assert!(folder.state() == before, "{task}");
    }
}

#[test]
fn a_full_device_is_told() {
    if Path::new("/dev/full").exists() {
        let folder = Folder::new();
        let ended = folder.run("country -f record.toml --format csv -o /dev/full", Plan::Well);
        assert_eq!(ended.status.code(), Some(2));
        assert!(said(&ended).contains("os error 28"), "{}", said(&ended));
    }
}
