//! Why a file could not be read or written: one value, with its path, what was being done, and the cause.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why a file or folder could not be read, locked or written.
///
/// Its text is one line for people: `cannot write records/kigali.toml: No space left on device (os error 28); the old
/// file is unchanged`.
#[derive(Debug)]
pub struct Error {
    path: PathBuf,
    task: Task,
    step: &'static str,
    cause: Cause,
    left: Left,
}

/// What was to be done with the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// To read a file, or to learn what a path names.
    Read,
    /// To list a folder.
    List,
    /// To keep other writers away from a file.
    Lock,
    /// To write a file or make a folder.
    Write,
}

/// Why it failed.
#[derive(Debug)]
#[non_exhaustive]
pub enum Cause {
    /// The system said so.
    System(io::Error),
    /// The path names a folder where a file is needed.
    IsFolder,
    /// The path names a pipe, a socket or a device.
    NotAFile,
    /// The file has more bytes than are read.
    TooLarge {
        /// How many bytes are read at most.
        limit: u64,
    },
    /// The file is not what was read before: somebody else wrote it or removed it.
    Changed,
    /// A file was to be made, and there is one of that name.
    Exists,
    /// Another writer has the lock and kept it for as long as was waited.
    Locked {
        /// Who has it, where the system tells.
        holder: Option<Holder>,
        /// How long it was waited for.
        waited: std::time::Duration,
    },
}

/// The process that has a lock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Its number.
    pub process: u32,
    /// The name of its program, where the system tells.
    pub program: Option<String>,
}

/// What a failed write left behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// Nothing was to be written.
    Untold,
    /// The file as it was before.
    Old,
    /// No file of that name, as before.
    Nothing,
    /// The new file stands in its place, but was not synced: it may be gone after a loss of power.
    New,
}

impl Error {
    pub(super) fn new(path: &Path, task: Task, cause: impl Into<Cause>) -> Self {
        Self { path: path.to_owned(), task, step: "", cause: cause.into(), left: Left::Untold }
    }

    /// Says at which step it failed.
    pub(super) fn at(self, step: &'static str) -> Self {
        Self { step, ..self }
    }

    /// Names the path as the user did, where another one was read in its stead.
    pub(super) fn of(self, path: &Path) -> Self {
        Self { path: path.to_owned(), ..self }
    }

    pub(super) fn left(self, left: Left) -> Self {
        Self { left, ..self }
    }

    /// The path as the user gave it, or, in a folder, joined to that.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What was to be done with the path.
    pub fn task(&self) -> Task {
        self.task
    }

    /// Why it failed.
    pub fn cause(&self) -> &Cause {
        &self.cause
    }

    /// What a failed write left behind.
    pub fn what_is_left(&self) -> Left {
        self.left
    }

    /// Whether there is no such file or folder.
    pub fn is_not_found(&self) -> bool {
        self.system().is_some_and(|error| error.kind() == io::ErrorKind::NotFound)
    }

    /// Whether it was written into a pipe that nobody reads any more, which is no fault of anybody.
    pub fn is_closed_pipe(&self) -> bool {
        self.system().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
    }

    fn system(&self) -> Option<&io::Error> {
        match &self.cause {
            Cause::System(error) => Some(error),
            _ => None,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let task = match self.task {
            Task::Read => "read",
            Task::List => "list the folder",
            Task::Lock => "lock",
            Task::Write => "write",
        };
        write!(f, "cannot {task} {}: ", shown(&self.path))?;
        if !self.step.is_empty() {
            write!(f, "{}: ", self.step)?;
        }
        write!(f, "{}", self.cause)?;
        f.write_str(match self.left {
            Left::Untold => "",
            Left::Old => "; the old file is unchanged",
            Left::Nothing => "; nothing was written",
            Left::New => "; the new file is in place, but may be gone after a loss of power",
        })
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.system().map(|error| error as _)
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::System(error) => error.fmt(f),
            Self::IsFolder => f.write_str("it is a folder"),
            Self::NotAFile => f.write_str("it is not a regular file"),
            Self::TooLarge { limit } => write!(f, "it is larger than {} MiB", limit >> 20),
            Self::Changed => f.write_str("it was changed meanwhile by somebody else"),
            Self::Exists => f.write_str("there is a file of that name already"),
            Self::Locked { holder, waited } => {
                match holder {
                    Some(holder) => write!(f, "{holder}")?,
                    None => f.write_str("another process, which the system does not name,")?,
                }
                write!(f, " is writing there, waited {} s for it", waited.as_secs_f32().round())
            }
        }
    }
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "process {}", self.process)?;
        match &self.program {
            Some(program) => write!(f, " ({})", clean(program)),
            None => Ok(()),
        }
    }
}

impl From<io::Error> for Cause {
    fn from(error: io::Error) -> Self {
        Self::System(error)
    }
}

/// A path as a message shows it: what a terminal would obey stands replaced, and bytes that are no Unicode as `\xFF`, so
/// that two such names can be told apart.
pub fn shown(path: &Path) -> String {
    let chunks = path.as_os_str().as_encoded_bytes().utf8_chunks();
    chunks.fold(String::new(), |mut text, chunk| {
        text.push_str(&clean(chunk.valid()));
        text.extend(chunk.invalid().iter().map(|byte| format!("\\x{byte:02X}")));
        text
    })
}

fn clean(text: &str) -> String {
    let obeyed = |c: char| {
        c.is_control()
            || matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|c| if obeyed(c) { '\u{FFFD}' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn names_that_are_no_unicode_are_told_apart() {
        use std::os::unix::ffi::OsStrExt;

        let shown = |bytes: &[u8]| shown(Path::new(std::ffi::OsStr::from_bytes(bytes)));
        assert_eq!(shown(b"a\xff.toml"), r"a\xFF.toml");
        assert_eq!(shown(b"a\xfe\x80.toml"), r"a\xFE\x80.toml");
        assert_eq!(shown("über\u{1b}.toml".as_bytes()), "über\u{fffd}.toml");
    }

    #[test]
    fn the_message_says_what_why_and_what_is_left() {
        let full =
            Error::new(Path::new("/x/y.toml"), Task::Write, io::Error::from_raw_os_error(28)).left(Left::Old);
        let text = "cannot write /x/y.toml: No space left on device (os error 28); the old file is unchanged";
        assert_eq!(full.to_string(), text);
        let held = Cause::Locked {
            holder: Some(Holder { process: 12, program: Some("vi\u{1b}m".into()) }),
            waited: std::time::Duration::from_secs(10),
        };
        let text = "cannot lock a\u{FFFD}b: process 12 (vi\u{FFFD}m) is writing there, waited 10 s for it";
        assert_eq!(Error::new(Path::new("a\u{202E}b"), Task::Lock, held).to_string(), text);
    }
}
