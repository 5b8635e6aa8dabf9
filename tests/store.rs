//! The store loses nothing: every call fails once and is the point of a kill once, and writers meet one another.
//!
//! 1,000 kills at random moments instead of 100: `RESERVATIONS_KILLS=1000 cargo test --test store random`.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr, reason = "a test may")]

use reservations::store::{Cause, Error, Faulty, LARGEST, Left, Plan, Real, Store};
use std::fs;
use std::io::Read;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

const ENOSPC: i32 = 28;
const EIO: i32 = 5;
const EACCES: i32 = 13;
const EBADF: i32 = 9;
const OLD: &[u8] = b"format = 1\n# the old one\n";
const NEW: &[u8] = b"format = 1\n# the new one, which is somewhat longer\n";

/// A way to write a file, as a command of the program has it.
#[derive(Clone, Copy, Debug)]
enum Way {
    /// Read, changed and replaced, as `add` and `withdraw` do.
    Edit,
    /// `-o FILE`.
    Output,
    /// Made where there is none.
    Create,
}

fn write(store: &Store, way: Way, path: &Path, bytes: &[u8]) -> Result<(), Error> {
    match way {
        Way::Output => store.write(path, bytes),
        Way::Create => store.lock(path)?.create(bytes),
        Way::Edit => {
            let locked = store.lock(path)?;
            let old = locked.read()?;
            locked.replace(&old, bytes)
        }
    }
}

/// What a child process is told to do: a task, a plan of faults, a path.
fn child(task: &str, plan: &str, path: &Path) -> Command {
    let mut command = Command::new("sh");
    // Without a core file, of which an end by abort leaves one.
    command.args(["-c", "ulimit -c 0; exec \"$0\" \"$@\""]).arg(std::env::current_exe().unwrap());
    command.args(["--exact", "as_child", "--ignored", "--nocapture", "--test-threads=1"]);
    command.env("STORE_TASK", task).env("STORE_PLAN", plan).env("STORE_PATH", path);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    command
}

/// Not a test of its own: what the other tests start as a process of its own, told what to do by the environment.
#[test]
#[ignore = "started by the other tests"]
fn as_child() {
    let Ok(task) = std::env::var("STORE_TASK") else { return };
    let path = PathBuf::from(std::env::var_os("STORE_PATH").unwrap());
    let plan = std::env::var("STORE_PLAN").unwrap().parse().unwrap_or_default();
    let store = Store::new(Box::new(Faulty::new(plan)));
    let (task, word) = task.split_once(' ').unwrap_or((&task, ""));
    let done = match task {
        "edit" => write(&store, Way::Edit, &path, NEW),
        "output" => write(&store, Way::Output, &path, NEW),
        "create" => write(&store, Way::Create, &path, NEW),
        "append" => append(&store, &path, word),
        "hold" => hold(&store, &path),
        "flip" => loop {
            write(&store, Way::Edit, &path, NEW)
                .and_then(|()| write(&store, Way::Output, &path, OLD))
                .unwrap();
        },
        _ => unreachable!("{task}"),
    };
    if let Err(error) = done {
        eprintln!("{error}");
        std::process::exit(2);
    }
}

fn append(store: &Store, path: &Path, line: &str) -> Result<(), Error> {
    let locked = store.lock(path)?;
    let old = locked.read()?;
    locked.replace(&old, &[old.bytes(), line.as_bytes(), b"\n"].concat())
}

/// Keeps the lock until it is killed; says so by a file.
fn hold(store: &Store, path: &Path) -> Result<(), Error> {
    let _locked = store.lock(path)?;
    fs::write(path.with_extension("held"), "").unwrap();
    std::thread::sleep(Duration::from_secs(60));
    Ok(())
}

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
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

    /// A file for a way of writing, as it is before.
    fn lay(&self, way: Way) -> PathBuf {
        match way {
            Way::Create => self.path("kigali.toml"),
            Way::Edit | Way::Output => self.put("kigali.toml", OLD),
        }
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<_> = entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn discovered(&self, roots: &[&str]) -> Vec<String> {
        let roots: Vec<_> = roots.iter().map(|root| self.path(root)).collect();
        let found = Store::default().discover(&roots).unwrap();
        found.iter().map(|p| p.strip_prefix(self.0.path()).unwrap().to_str().unwrap().to_owned()).collect()
    }
}

fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|found| found.uid() == 0)
}

/// The calls of a run in which nothing fails.
fn calls(way: Way, prepare: impl Fn(&Folder)) -> Vec<&'static str> {
    let folder = Folder::new();
    let path = folder.lay(way);
    prepare(&folder);
    let disk = Faulty::default();
    write(&Store::new(Box::new(disk.clone())), way, &path, NEW).unwrap();
    assert_eq!(fs::read(&path).unwrap(), NEW);
    disk.calls()
}

fn nothing(_: &Folder) {}

fn give_away(folder: &Folder) {
    if is_root() {
        std::os::unix::fs::chown(folder.path("kigali.toml"), Some(1234), Some(4321)).unwrap();
    }
}

/// What makes ready the file that is written.
type Prepare = fn(&Folder);

fn ways() -> [(Way, Prepare); 4] {
    [(Way::Edit, nothing), (Way::Edit, give_away), (Way::Output, nothing), (Way::Create, nothing)]
}

#[test]
fn every_call_fails_once() {
    for (way, prepare) in ways() {
        let calls = calls(way, prepare);
        for call in ["open", "write", "sync", "sync_folder", "try_lock"] {
            assert!(calls.contains(&call), "{call} is a point to fail at: {calls:?}");
        }
        for (at, call) in (1..).zip(&calls) {
            for errno in [ENOSPC, EIO, EACCES] {
                let folder = Folder::new();
                let path = folder.lay(way);
                prepare(&folder);
                let store = Store::new(Box::new(Faulty::new(Plan::Fail { at, errno })));
                let done = write(&store, way, &path, NEW);
                judge(&format!("{way:?}, {call} ({at}) with {errno}"), way, &folder, done, errno);
            }
        }
    }
}

/// After one fault: the old file with an error that names it, or the new one; alone.
fn judge(what: &str, way: Way, folder: &Folder, done: Result<(), Error>, errno: i32) {
    let path = folder.path("kigali.toml");
    let is = fs::read(&path).ok();
    let old = match way {
        Way::Create => None,
        Way::Edit | Way::Output => Some(OLD),
    };
    match done {
        Ok(()) => assert_eq!(is.as_deref(), Some(NEW), "{what}"),
        Err(error) => {
            let new = error.what_is_left() == Left::New;
            assert_eq!(is.as_deref(), if new { Some(NEW) } else { old }, "{what}: {error}");
            let text = error.to_string();
            assert!(
                text.contains("kigali.toml") && text.contains(&format!("os error {errno}")),
                "{what}: {text}"
            );
        }
    }
    assert_eq!(folder.names().iter().filter(|name| *name != "kigali.toml").count(), 0, "{what}");
}

#[test]
fn a_disk_that_dies_at_any_call_leaves_the_old_file_or_the_new_one() {
    for (way, prepare) in ways() {
        for at in 1..=calls(way, prepare).len() {
            let folder = Folder::new();
            let path = folder.lay(way);
            prepare(&folder);
            let store = Store::new(Box::new(Faulty::new(Plan::FailFrom { at, errno: EIO })));
            write(&store, way, &path, NEW).unwrap_err();
            old_or_new(&format!("{way:?} from {at}"), way, &path);
            recovers(&folder, &path);
        }
    }
}

fn old_or_new(what: &str, way: Way, path: &Path) {
    match fs::read(path) {
        Ok(bytes) => assert!(bytes == NEW || (bytes == OLD && !matches!(way, Way::Create)), "{what}"),
        Err(_) => assert!(matches!(way, Way::Create), "{what}"),
    }
}

/// What is left is no record, and the next writer removes it.
fn recovers(folder: &Folder, path: &Path) {
    let found = folder.discovered(&[""]);
    assert!(found.iter().all(|name| name == "kigali.toml"), "{found:?}");
    assert!(folder.names().len() <= 2, "{:?}", folder.names());
    Store::default().write(path, b"next").unwrap();
    assert_eq!(
        (fs::read(path).unwrap().as_slice(), folder.names()),
        (&b"next"[..], vec!["kigali.toml".into()])
    );
}

#[test]
fn every_call_is_the_point_of_a_kill_once() {
    let mut left = 0;
    for (way, task) in [(Way::Edit, "edit"), (Way::Output, "output"), (Way::Create, "create")] {
        for at in 1..=calls(way, nothing).len() {
            let folder = Folder::new();
            let path = folder.lay(way);
            let ended = child(task, &Plan::Kill { at }.to_string(), &path).output().unwrap();
            assert!(ended.status.signal().is_some(), "{task} {at}: {ended:?}");
            old_or_new(&format!("{task}, killed at {at}"), way, &path);
            left += folder.names().iter().filter(|name| name.ends_with(".reservations-tmp")).count();
            recovers(&folder, &path);
        }
    }
    assert!(left > 0, "some kill leaves a temporary file, or none was between making and renaming it");
}

#[test]
fn random_kills_leave_one_of_both_files() {
    let kills = std::env::var("RESERVATIONS_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(100);
    let folder = Folder::new();
    let path = folder.lay(Way::Edit);
    let mut state: u64 = 145;
    for kill in 0..kills {
        let mut process = child("flip", "", &path).stderr(Stdio::null()).spawn().unwrap();
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        std::thread::sleep(Duration::from_micros((state >> 33) % 25_000));
        process.kill().unwrap();
        assert_eq!(process.wait().unwrap().signal(), Some(9), "it runs until it is killed");
        old_or_new(&format!("kill {kill}"), Way::Edit, &path);
        assert!(folder.names().len() <= 2, "one leftover at most: {:?}", folder.names());
    }
    recovers(&folder, &path);
}

fn said(process: Child) -> (bool, String) {
    let Output { status, stderr, .. } = process.wait_with_output().unwrap();
    (status.success(), String::from_utf8(stderr).unwrap())
}

fn pairs(rounds: usize, plan: &str) {
    let folder = Folder::new();
    for round in 0..rounds {
        let path = folder.put("kigali.toml", OLD);
        let both = ["one", "two"].map(|word| child(&format!("append {word}"), plan, &path).spawn().unwrap());
        for ((done, why), word) in both.map(said).into_iter().zip(["one\n", "two\n"]) {
            assert!(done, "round {round}: {why}");
            assert!(fs::read_to_string(&path).unwrap().contains(word), "round {round}: {word} is lost");
        }
        assert_eq!(folder.names(), ["kigali.toml"]);
    }
}

#[test]
fn of_two_processes_at_once_none_loses_what_the_other_wrote() {
    pairs(100, "");
}

#[test]
fn where_folders_have_no_locks_files_are_locked() {
    let at = 1 + calls(Way::Edit, nothing).iter().position(|call| *call == "try_lock").unwrap();
    let folder = Folder::new();
    let path = folder.lay(Way::Edit);
    folder.put(".kigali.toml.1-0.reservations-tmp", b"stale");
    folder.put(".geneva.toml.1-0.reservations-tmp", b"of another file, which may be written right now");
    let disk = Faulty::new(Plan::Fail { at, errno: EBADF });
    write(&Store::new(Box::new(disk.clone())), Way::Edit, &path, NEW).unwrap();
    assert_eq!(disk.calls().iter().filter(|call| **call == "try_lock").count(), 2);
    assert_eq!(folder.names(), [".geneva.toml.1-0.reservations-tmp", "kigali.toml"]);
    pairs(50, &Plan::Fail { at, errno: EBADF }.to_string());
}

#[test]
fn a_lock_on_a_file_that_was_replaced_meanwhile_is_none() {
    let at = 1 + calls(Way::Edit, nothing).iter().position(|call| *call == "try_lock").unwrap();
    let folder = Folder::new();
    let path = folder.lay(Way::Edit);
    let first = fs::File::open(&path).unwrap();
    first.lock().unwrap();
    let disk = Faulty::new(Plan::Fail { at, errno: EBADF });
    let store = Store::new(Box::new(disk.clone())).waiting(Duration::from_millis(400));
    std::thread::scope(|scope| {
        let waiter = scope.spawn(|| store.lock(&path).map(|_| ()));
        while disk.calls().iter().filter(|call| **call == "try_lock").count() < 3 {
            std::thread::sleep(Duration::from_millis(1));
        }
        let second = fs::File::create(folder.path("other")).unwrap();
        second.lock().unwrap();
        fs::rename(folder.path("other"), &path).unwrap();
        drop(first);
        let error = waiter.join().unwrap().unwrap_err();
        assert!(matches!(error.cause(), Cause::Locked { .. }), "{error}");
        drop(second);
    });
    store.lock(&path).unwrap();
}

#[test]
fn a_link_that_was_turned_while_its_file_was_waited_for_is_followed_anew() {
    let folder = Folder::new();
    let (a, b) = (folder.put("a/x.toml", OLD), folder.put("b/x.toml", b"other"));
    let link = folder.path("link.toml");
    symlink(&a, &link).unwrap();
    let first = fs::File::open(folder.path("a")).unwrap();
    first.lock().unwrap();
    let disk = Faulty::default();
    let store = Store::new(Box::new(disk.clone()));
    std::thread::scope(|scope| {
        let waiter = scope.spawn(|| write(&store, Way::Edit, &link, NEW));
        while !disk.calls().contains(&"try_lock") {
            std::thread::sleep(Duration::from_millis(1));
        }
        symlink(&b, folder.path("turned")).unwrap();
        fs::rename(folder.path("turned"), &link).unwrap();
        drop(first);
        waiter.join().unwrap().unwrap();
    });
    assert_eq!((fs::read(a).unwrap().as_slice(), fs::read(b).unwrap().as_slice()), (OLD, NEW));
}

#[test]
fn of_many_threads_at_once_none_loses_a_line() {
    let folder = Folder::new();
    let path = folder.put("kigali.toml", b"");
    let store = Store::default();
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let (store, path) = (&store, &path);
            scope.spawn(move || (0..10).for_each(|n| append(store, path, &format!("{thread}-{n}")).unwrap()));
        }
    });
    assert_eq!(fs::read_to_string(&path).unwrap().lines().count(), 80);
}

#[test]
fn one_who_waits_in_vain_is_told_for_whom() {
    let folder = Folder::new();
    let path = folder.lay(Way::Edit);
    let mut holder = child("hold", "", &path).stderr(Stdio::null()).spawn().unwrap();
    while !folder.path("kigali.held").exists() {
        std::thread::sleep(Duration::from_millis(5));
    }
    let store = Store::default().waiting(Duration::from_millis(50));
    let error = write(&store, Way::Edit, &path, NEW).unwrap_err();
    let Cause::Locked { holder: told, .. } = error.cause() else { panic!("{error}") };
    if cfg!(target_os = "linux") && fs::read_to_string("/proc/locks").is_ok() {
        assert_eq!(told.as_ref().map(|holder| holder.process), Some(holder.id()));
        assert!(error.to_string().contains(&format!("process {} (", holder.id())), "{error}");
    }
    assert_eq!(fs::read(&path).unwrap(), OLD);
    holder.kill().unwrap();
    holder.wait().unwrap();
    write(&store, Way::Edit, &path, NEW).unwrap();
}

#[test]
fn a_change_made_meanwhile_is_not_overwritten() {
    let folder = Folder::new();
    let path = folder.lay(Way::Edit);
    let store = Store::default();
    let locked = store.lock(&path).unwrap();
    let old = locked.read().unwrap();
    fs::write(&path, b"by an editor").unwrap();
    let error = locked.replace(&old, NEW).unwrap_err();
    assert!(
        matches!(error.cause(), Cause::Changed) && fs::read(&path).unwrap() == b"by an editor",
        "{error}"
    );
    fs::remove_file(&path).unwrap();
    let error = locked.replace(&old, NEW).unwrap_err();
    assert!(matches!(error.cause(), Cause::Changed) && folder.names().is_empty(), "{error}");
    fs::write(&path, OLD).unwrap();
    assert!(matches!(locked.create(NEW).unwrap_err().cause(), Cause::Exists));
    locked.replace(&old, NEW).unwrap();
    assert_eq!(folder.names(), ["kigali.toml"]);
}

#[test]
fn mode_owner_and_links_are_kept() {
    let folder = Folder::new();
    let path = folder.put("records/kigali.toml", OLD);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    fs::create_dir(folder.path("links")).unwrap();
    symlink("../records/kigali.toml", folder.path("links/near.toml")).unwrap();
    symlink("links/near.toml", folder.path("far.toml")).unwrap();
    fs::hard_link(&path, folder.path("second.toml")).unwrap();
    if is_root() {
        std::os::unix::fs::chown(&path, Some(1234), Some(4321)).unwrap();
    }
    let before = fs::metadata(&path).unwrap();
    for (way, bytes) in [(Way::Edit, NEW), (Way::Output, b"other")] {
        write(&Store::default(), way, &folder.path("far.toml"), bytes).unwrap();
        let after = fs::metadata(&path).unwrap();
        assert_eq!((after.mode(), after.uid(), after.gid()), (before.mode(), before.uid(), before.gid()));
        assert!(after.ino() != before.ino() && fs::read(&path).unwrap() == bytes);
    }
    assert_eq!(fs::read(folder.path("second.toml")).unwrap(), OLD);
    assert!(folder.path("far.toml").is_symlink() && folder.path("links/near.toml").is_symlink());
    assert_eq!(fs::read_dir(folder.path("records")).unwrap().count(), 1);
}

#[test]
fn an_output_goes_to_where_a_link_points() {
    let folder = Folder::new();
    symlink("new.csv", folder.path("link.csv")).unwrap();
    Store::default().write(&folder.path("link.csv"), NEW).unwrap();
    assert_eq!(fs::read(folder.path("new.csv")).unwrap(), NEW);
    symlink("circle", folder.path("circle")).unwrap();
    let error = Store::default().write(&folder.path("circle"), NEW).unwrap_err();
    assert!(error.to_string().contains("symbolic links"), "{error}");
}

#[test]
fn an_output_that_is_no_file_is_written_through() {
    let folder = Folder::new();
    let store = Store::default();
    store.write(Path::new("/dev/null"), NEW).unwrap();
    let pipe = folder.path("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let reader = std::thread::spawn({
        let pipe = pipe.clone();
        move || fs::read(pipe).unwrap()
    });
    store.write(&pipe, NEW).unwrap();
    assert_eq!(reader.join().unwrap(), NEW);
    // What the shell has opened is written to, not put aside.
    for name in ["/dev/stderr", "/dev/fd/2", "/proc/self/fd/2"] {
        let file = folder.put("log", b"before\n");
        let log = fs::OpenOptions::new().append(true).open(&file).unwrap();
        assert!(child("output", "", Path::new(name)).stderr(log).status().unwrap().success());
        assert_eq!(fs::read(&file).unwrap(), [b"before\n", NEW].concat(), "{name}");
    }
    assert_eq!(folder.names(), ["log", "pipe"]);
}

#[test]
fn an_output_into_a_folder_that_is_none_or_over_a_folder_is_refused() {
    let folder = Folder::new();
    let error = Store::default().write(&folder.path("none/x.csv"), NEW).unwrap_err();
    assert!(error.is_not_found() && error.to_string().contains("none/x.csv: opening its folder"), "{error}");
    for name in ["", "/.."] {
        let error = Store::default().write(&folder.path(name), NEW).unwrap_err();
        assert!(matches!(error.cause(), Cause::IsFolder), "{error}");
    }
    Store::default().make_folder(&folder.path("none/deep")).unwrap();
    Store::default().make_folder(&folder.path("none")).unwrap();
    Store::default().write(&folder.path("none/x.csv"), NEW).unwrap();
}

#[test]
fn no_room_is_an_error_that_says_so() {
    for blocks in [0, 1] {
        let folder = Folder::new();
        let path = folder.put("kigali.toml", &[b'#'; 2000]);
        let mut command = Command::new("sh");
        command.args(["-c", &format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"")]);
        let told = child(&format!("append {}", "x".repeat(3000)), "", &path);
        command.args(std::iter::once(told.get_program()).chain(told.get_args()));
        command.envs(told.get_envs().filter_map(|(key, value)| Some((key, value?))));
        let ended = command.output().unwrap();
        let said = String::from_utf8(ended.stderr).unwrap();
        assert!(said.contains("File too large (os error 27); the old file is unchanged"), "{said}");
        assert_eq!(ended.status.code(), Some(2));
        assert_eq!((fs::read(&path).unwrap().len(), folder.names()), (2000, vec!["kigali.toml".into()]));
    }
}

/// A command as a user who has no rights here: the superuser may write anywhere.
fn as_nobody(folder: &Folder, task: &str, path: &Path) -> (bool, String) {
    let told = child(task, "", path);
    // The test's own program may stand where nobody may look.
    let program = folder.path("bin");
    // Copied by another process: a child of another test would keep our handle open, and busy is not run.
    let copied = Command::new("cp").arg(std::env::current_exe().unwrap()).arg(&program).status();
    assert!(copied.unwrap().success());
    let mut command = Command::new(&program);
    command.args(told.get_args().skip(3)).current_dir("/").stdout(Stdio::null()).stderr(Stdio::piped());
    command.envs(told.get_envs().filter_map(|(key, value)| Some((key, value?))));
    if is_root() {
        command.uid(65534).gid(65534);
    }
    said(command.spawn().unwrap())
}

#[test]
fn who_may_not_write_is_told_so() {
    let folder = Folder::new();
    fs::set_permissions(folder.0.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let path = folder.put("shut/kigali.toml", OLD);
    let shut = path.parent().unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o666)).unwrap();
    fs::set_permissions(shut, fs::Permissions::from_mode(0o555)).unwrap();
    let (done, why) = as_nobody(&folder, "edit", &path);
    assert!(!done && why.contains("creating a file beside it: Permission denied (os error 13)"), "{why}");
    assert!(why.trim_end().ends_with("; the old file is unchanged"), "{why}");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    fs::set_permissions(shut, fs::Permissions::from_mode(0o777)).unwrap();
    let (done, why) = as_nobody(&folder, "edit", &path);
    assert!(!done && why.contains("kigali.toml: Permission denied"), "a protected file is left alone: {why}");
    assert_eq!((fs::read(&path).unwrap().as_slice(), fs::read_dir(shut).unwrap().count()), (OLD, 1));
}

#[test]
fn a_file_of_somebody_else_is_not_opened_to_more_people() {
    if !is_root() {
        return;
    }
    let folder = Folder::new();
    fs::set_permissions(folder.0.path(), fs::Permissions::from_mode(0o777)).unwrap();
    let path = folder.put("kigali.toml", OLD);
    std::os::unix::fs::chown(&path, Some(65534), Some(4321)).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o664)).unwrap();
    let (done, why) = as_nobody(&folder, "edit", &path);
    assert!(done, "{why}");
    let after = fs::metadata(&path).unwrap();
    assert_eq!((after.uid(), after.gid(), after.mode() & 0o7777), (65534, 65534, 0o644));
}

#[test]
fn only_what_is_ours_is_removed() {
    let folder = Folder::new();
    let path = folder.lay(Way::Edit);
    folder.put(".geneva.toml.99-3.reservations-tmp", b"of a killed run");
    folder.put(".kigali.toml.swp", b"an editor's");
    folder.put(".x.reservations-tmp", b"somebody's");
    symlink("kigali.toml", folder.path(".y.toml.1-1.reservations-tmp")).unwrap();
    write(&Store::default(), Way::Edit, &path, NEW).unwrap();
    let left = [".kigali.toml.swp", ".x.reservations-tmp", ".y.toml.1-1.reservations-tmp", "kigali.toml"];
    assert_eq!(folder.names(), left);
}

#[test]
fn reading_is_bounded_and_does_not_wait() {
    let folder = Folder::new();
    let store = Store::default();
    let pipe = folder.path("pipe.toml");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    for path in [&pipe, Path::new("/dev/zero")] {
        assert!(matches!(store.read(path).unwrap_err().cause(), Cause::NotAFile));
    }
    assert!(matches!(store.read(folder.0.path()).unwrap_err().cause(), Cause::IsFolder));
    assert!(store.read(&folder.path("none")).unwrap_err().is_not_found());
    let large = folder.put("large.toml", b"");
    fs::File::options().write(true).open(&large).unwrap().set_len((64 << 20) + 1).unwrap();
    let error = store.read(&large).unwrap_err();
    assert!(error.to_string().ends_with("large.toml: it is larger than 64 MiB"), "{error}");
    symlink("real", folder.path("link")).unwrap();
    folder.put("real", OLD);
    assert_eq!(store.read(&folder.path("link")).unwrap(), OLD);
}

#[test]
fn many_files_are_read_in_order() {
    let folder = Folder::new();
    for n in 0..500 {
        folder.put(&format!("{:02}/{n:03}.toml", n / 50), n.to_string().as_bytes());
    }
    let large = folder.path("00/007-large.toml");
    fs::File::create(&large).unwrap().set_len(LARGEST + 1).unwrap();
    let store = Store::default();
    let roots = [folder.0.path().to_owned()];
    let read = store.read_each(&roots, |_, bytes| String::from_utf8(bytes.to_vec()).unwrap()).unwrap();
    let numbers = read.iter().filter_map(|(_, found)| found.as_ref().ok()?.parse::<usize>().ok());
    assert_eq!(numbers.collect::<Vec<_>>(), (0..500).collect::<Vec<_>>());
    let paths: Vec<_> = read.iter().map(|(path, _)| path.clone()).collect();
    assert_eq!(paths, store.discover(&roots).unwrap());
    // Of a record that is too large so much is read that its reader sees it.
    let length = read[7].1.as_ref().map(|text| text.len() as u64).unwrap();
    assert_eq!((&paths[7], length), (&large, reservations::record::LARGEST + 1));
}

#[test]
fn many_files_behind_a_link_are_read_in_their_place() {
    let folder = Folder::new();
    for n in 0..100 {
        folder.put(&format!("out/{n:03}.toml"), n.to_string().as_bytes());
        folder.put(&format!("in/z/{n:03}.toml"), (100 + n).to_string().as_bytes());
    }
    symlink("../out", folder.path("in/a")).unwrap();
    let roots = [folder.path("in")];
    let read = |store: &Store| store.read_each(&roots, |_, bytes| String::from_utf8(bytes.to_vec()).unwrap());
    let numbers =
        read(&Store::default()).unwrap().into_iter().map(|(_, found)| found.unwrap().parse().unwrap());
    assert_eq!(numbers.collect::<Vec<usize>>(), (0..200).collect::<Vec<_>>());
    symlink("nowhere", folder.path("in/none.toml")).unwrap();
    assert!(read(&Store::default()).unwrap_err().to_string().contains("none.toml"));
}

#[test]
fn a_folder_stands_for_the_records_below_it() {
    let folder = Folder::new();
    for name in
        ["b.toml", "a/z.toml", "a.toml", "a-b.toml", "a/b/c/d.toml", "B.toml", "x.TOML", "toml", "é.toml"]
    {
        folder.put(name, OLD);
    }
    for name in [".hidden.toml", ".git/x.toml", "a/.x/y.toml", ".kigali.toml.1-1.reservations-tmp", ".toml"] {
        folder.put(name, OLD);
    }
    let all = ["B.toml", "a/b/c/d.toml", "a/z.toml", "a-b.toml", "a.toml", "b.toml", "é.toml"];
    assert_eq!(folder.discovered(&[""]), all);
    let mut sorted = all.map(PathBuf::from);
    sorted.sort();
    assert_eq!(sorted, all.map(PathBuf::from), "it is the order of paths");
    assert_eq!(
        folder.discovered(&["x.TOML", ".git", "a/z.toml", "a"]),
        ["x.TOML", ".git/x.toml", "a/z.toml", "a/b/c/d.toml"]
    );
    assert!(folder.discovered(&["a/b/c/d.toml", "a/../a/b/c/d.toml"]).len() == 1);
}

#[test]
fn links_are_followed_once() {
    let folder = Folder::new();
    folder.put("in/real/one.toml", OLD);
    folder.put("out/two.toml", OLD);
    folder.put("out/deep/three.toml", OLD);
    symlink("..", folder.path("in/real/up")).unwrap();
    symlink("real", folder.path("in/also")).unwrap();
    symlink("../out", folder.path("in/linked")).unwrap();
    symlink("../../in", folder.path("out/deep/back")).unwrap();
    symlink("real/one.toml", folder.path("in/again.toml")).unwrap();
    symlink("nowhere", folder.path("in/dangling")).unwrap();
    symlink("circle", folder.path("in/circle")).unwrap();
    assert_eq!(
        folder.discovered(&["in"]),
        ["in/linked/deep/three.toml", "in/linked/two.toml", "in/real/one.toml"]
    );
    symlink("nowhere", folder.path("in/dangling.toml")).unwrap();
    let error = Store::default().discover(&[folder.path("in")]).unwrap_err();
    assert!(error.to_string().contains("in/dangling.toml: No such file"), "{error}");
}

#[test]
fn a_folder_that_cannot_be_listed_is_named() {
    let folder = Folder::new();
    folder.put("a/one.toml", OLD);
    let disk = Faulty::default();
    Store::new(Box::new(disk.clone())).discover(&[folder.0.path().to_owned()]).unwrap();
    let at = 1 + disk.calls().iter().rposition(|call| *call == "list").unwrap();
    let store = Store::new(Box::new(Faulty::new(Plan::Fail { at, errno: EACCES })));
    let error = store.discover(&[folder.0.path().to_owned()]).unwrap_err();
    let text =
        format!("cannot list the folder {}: Permission denied (os error 13)", folder.path("a").display());
    assert_eq!(error.to_string(), text);
    assert!(store.discover(&[folder.path("none")]).unwrap_err().is_not_found());
}

#[test]
fn depth_overflows_nothing() {
    let folder = Folder::new();
    let mut path = folder.0.path().to_owned();
    while path.as_os_str().len() < 3900 {
        path.push("d");
    }
    fs::create_dir_all(&path).unwrap();
    fs::write(path.join("deep.toml"), OLD).unwrap();
    assert_eq!(Store::new(Box::new(Real)).discover(&[folder.0.path().to_owned()]).unwrap().len(), 1);
}

#[test]
fn a_second_handle_reads_while_a_writer_has_the_lock() {
    let folder = Folder::new();
    let path = folder.lay(Way::Edit);
    let store = Store::default();
    let _locked = store.lock(&path).unwrap();
    let mut text = String::new();
    fs::File::open(&path).unwrap().read_to_string(&mut text).unwrap();
    assert_eq!(text.as_bytes(), store.read(&path).unwrap());
}
