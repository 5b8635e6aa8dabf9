//! Runs a line as somebody types it: the program's name finds the program, into a pipe or on a terminal of some width.
#![allow(dead_code, reason = "each test uses a part of it")]

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use rustix::fs::{Mode, OFlags};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};

/// A folder of the tests.
pub fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

/// The line, run by a shell in a folder; `$R` stands for the folder of records that tests share.
fn shell(line: &str, home: &Path) -> Command {
    let binary = Path::new(env!("CARGO_BIN_EXE_reservations")).parent().unwrap();
    let path = format!("{}:{}", binary.display(), std::env::var("PATH").unwrap());
    let mut shell = Command::new("/bin/sh");
    shell.args(["-c", line]).current_dir(home).env_clear();
    shell
        .envs([("PATH", path.as_str()), ("LANG", "C.UTF-8"), ("HOME", "/nonexistent")])
        .env("R", folder("records"));
    shell
}

/// What a line does into pipes.
pub fn piped(line: &str, home: &Path) -> Output {
    shell(line, home).output().unwrap()
}

/// What a line writes to a terminal of so many columns, on either stream, without colour.
pub fn on_terminal(line: &str, home: &Path, columns: u16) -> String {
    let near = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&near).unwrap();
    unlockpt(&near).unwrap();
    let name = ptsname(&near, Vec::new()).unwrap();
    let far = rustix::fs::open(name.as_c_str(), OFlags::RDWR | OFlags::NOCTTY, Mode::empty()).unwrap();
    let size = Winsize { ws_row: 50, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 };
    tcsetwinsize(&far, size).unwrap();
    let end = || Stdio::from(far.try_clone().unwrap());
    let mut command = shell(line, home);
    command.env("NO_COLOR", "1").stdin(Stdio::null()).stdout(end()).stderr(end());
    let mut running = command.spawn().unwrap();
    // The near end reads to its end once nobody holds the far one.
    drop(command);
    drop(far);
    let mut written = Vec::new();
    let mut near = std::fs::File::from(near);
    let mut buffer = [0; 4096];
    while let Ok(read @ 1..) = near.read(&mut buffer) {
        written.extend_from_slice(&buffer[..read]);
    }
    running.wait().unwrap();
    String::from_utf8(written).unwrap().replace("\r\n", "\n")
}
