//! A disk for tests: the machine's own, but one call of it fails, or the process ends there.

use super::disk::{Access, Disk, Entry, Real};
use std::fmt;
use std::fs::{File, Metadata, Permissions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

/// The variable of the environment that tells a program built with debug assertions what is to go wrong: a [`Plan`].
/// The program that people use does not look at it.
pub const FAULTS: &str = "RESERVATIONS_FAULTS";

/// The disk that [`FAULTS`] asks for, one for the whole process.
pub(super) fn asked() -> Option<Faulty> {
    static DISK: OnceLock<Option<Faulty>> = OnceLock::new();
    let plan = || std::env::var(FAULTS).ok()?.parse().ok();
    DISK.get_or_init(|| if cfg!(debug_assertions) { plan().map(Faulty::new) } else { None }).clone()
}

/// What goes wrong, at which call, counted from 1.
///
/// It can be written as text, for a process that is started to be killed: `7:28` fails the seventh call with the error
/// number 28, `7+:5` that call and all that follow, `7:kill` ends the process.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Plan {
    /// Nothing: the calls are only counted.
    #[default]
    Well,
    /// One call fails.
    Fail {
        /// Which one.
        at: usize,
        /// The system's number of the error.
        errno: i32,
    },
    /// A call and all after it fail.
    FailFrom {
        /// The first one.
        at: usize,
        /// The system's number of the error.
        errno: i32,
    },
    /// The process ends before the call does anything, or in the middle of a write.
    Kill {
        /// Which one.
        at: usize,
    },
}

/// A text that is no [`Plan`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAPlan;

impl fmt::Display for NotAPlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a plan of faults is NUMBER:ERRNO, NUMBER+:ERRNO or NUMBER:kill")
    }
}

impl std::error::Error for NotAPlan {}

impl FromStr for Plan {
    type Err = NotAPlan;

    fn from_str(text: &str) -> Result<Self, NotAPlan> {
        let (at, what) = text.split_once(':').ok_or(NotAPlan)?;
        let (at, on) = at.strip_suffix('+').map_or((at, false), |at| (at, true));
        let at = at.parse().map_err(|_| NotAPlan)?;
        if what == "kill" && !on {
            return Ok(Self::Kill { at });
        }
        let errno = what.parse().map_err(|_| NotAPlan)?;
        Ok(if on { Self::FailFrom { at, errno } } else { Self::Fail { at, errno } })
    }
}

impl fmt::Display for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Well => Ok(()),
            Self::Fail { at, errno } => write!(f, "{at}:{errno}"),
            Self::FailFrom { at, errno } => write!(f, "{at}+:{errno}"),
            Self::Kill { at } => write!(f, "{at}:kill"),
        }
    }
}

/// The disk of the machine, with a [`Plan`] of what goes wrong. Its clones count together.
///
/// A first run under [`Plan::Well`] tells through [`Faulty::calls`] how many points there are to fail at.
#[derive(Clone, Debug, Default)]
pub struct Faulty {
    plan: Plan,
    calls: Arc<Mutex<Vec<&'static str>>>,
}

enum Fate {
    Done,
    Failed(io::Error),
    Killed,
}

impl Faulty {
    /// A disk on which this goes wrong.
    pub fn new(plan: Plan) -> Self {
        Self { plan, calls: Arc::default() }
    }

    /// The calls made so far, by the names of their methods.
    pub fn calls(&self) -> Vec<&'static str> {
        self.all().clone()
    }

    fn all(&self) -> MutexGuard<'_, Vec<&'static str>> {
        self.calls.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn fate(&self, name: &'static str) -> Fate {
        let mut calls = self.all();
        calls.push(name);
        let number = calls.len();
        match self.plan {
            Plan::Fail { at, errno } if number == at => Fate::Failed(io::Error::from_raw_os_error(errno)),
            Plan::FailFrom { at, errno } if number >= at => Fate::Failed(io::Error::from_raw_os_error(errno)),
            Plan::Kill { at } if number == at => Fate::Killed,
            _ => Fate::Done,
        }
    }

    fn call<T>(&self, name: &'static str, call: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        match self.fate(name) {
            Fate::Done => call(),
            Fate::Failed(error) => Err(error),
            Fate::Killed => end(name),
        }
    }
}

/// Ends the process as a kill does, and says where.
fn end(name: &str) -> ! {
    let _ = writeln!(io::stderr(), "killed at {name}");
    std::process::abort()
}

impl Disk for Faulty {
    fn metadata(&self, path: &Path) -> io::Result<Metadata> {
        self.call("metadata", || Real.metadata(path))
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        self.call("canonical", || Real.canonical(path))
    }

    fn read_link(&self, path: &Path) -> io::Result<Option<PathBuf>> {
        self.call("read_link", || Real.read_link(path))
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Entry>> {
        self.call("list", || Real.list(folder))
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.call("make_folder", || Real.make_folder(path))
    }

    fn open(&self, path: &Path, access: Access) -> io::Result<File> {
        self.call("open", || Real.open(path, access))
    }

    fn stat(&self, file: &File) -> io::Result<Metadata> {
        self.call("stat", || Real.stat(file))
    }

    fn read(&self, file: &File, limit: u64, into: &mut Vec<u8>) -> io::Result<()> {
        self.call("read", || Real.read(file, limit, into))
    }

    /// Half of the bytes are written where it goes wrong: the worst that a full disk does.
    fn write(&self, file: &File, bytes: &[u8]) -> io::Result<()> {
        let half = || Real.write(file, &bytes[..bytes.len() / 2]);
        match self.fate("write") {
            Fate::Done => Real.write(file, bytes),
            Fate::Failed(error) => half().and(Err(error)),
            Fate::Killed => {
                let _ = half();
                end("write")
            }
        }
    }

    fn set_owner(&self, file: &File, user: Option<u32>, group: Option<u32>) -> io::Result<()> {
        self.call("set_owner", || Real.set_owner(file, user, group))
    }

    fn set_mode(&self, file: &File, permissions: Permissions) -> io::Result<()> {
        self.call("set_mode", || Real.set_mode(file, permissions))
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        self.call("sync", || Real.sync(file))
    }

    fn sync_folder(&self, folder: &File) -> io::Result<()> {
        self.call("sync_folder", || Real.sync_folder(folder))
    }

    fn try_lock(&self, file: &File) -> Result<(), TryLockError> {
        match self.fate("try_lock") {
            Fate::Done => Real.try_lock(file),
            Fate::Failed(error) => Err(TryLockError::Error(error)),
            Fate::Killed => end("try_lock"),
        }
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.call("rename", || Real.rename(from, to))
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.call("rename_new", || Real.rename_new(from, to))
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.call("remove", || Real.remove(path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plans_are_written_and_read() {
        let plans =
            [Plan::Fail { at: 7, errno: 28 }, Plan::FailFrom { at: 7, errno: 5 }, Plan::Kill { at: 12 }];
        for plan in plans {
            assert_eq!(plan.to_string().parse(), Ok(plan));
        }
        for text in ["", "7", "x:5", "7:x", "7+:kill"] {
            assert_eq!(text.parse::<Plan>(), Err(NotAPlan), "{text}");
        }
    }
}
