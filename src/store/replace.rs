//! A new file in the place of an old one: the one or the other is there at any moment, never half of one.

use super::disk::{Access, Disk, Kind};
use super::error::{Cause, Error, Left, Task};
use super::lock::{Lock, folder_of};
use super::{Expected, LARGEST};
use std::ffi::{OsStr, OsString};
use std::fs::{File, Metadata, Permissions};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// How the name of every temporary file ends. Readers look for `.toml`, and pass over names that begin with a dot.
const ENDING: &str = ".reservations-tmp";

/// Bytes of the file's own name that are kept in that of its temporary neighbour: names may have 255.
const LONGEST_NAME: usize = 180;

static COUNT: AtomicU32 = AtomicU32::new(0);

/// Puts `bytes` in the place of the locked file, if that is what is expected.
pub(super) fn replace(
    disk: &dyn Disk,
    lock: &Lock,
    shown: &Path,
    expected: Expected<'_>,
    bytes: &[u8],
) -> Result<(), Error> {
    let write = Write { disk, lock, shown, expected };
    let old = write.old()?;
    let left = if old.is_some() { Left::Old } else { Left::Nothing };
    remove_leftovers(disk, lock);
    let neighbour = neighbour_of(&lock.target);
    let done = write.fill(&neighbour, old.as_ref(), bytes).and_then(|()| write.settle(&neighbour));
    if let Err(error) = done {
        // Where even this fails the next writer removes it. The first failure is the one to tell of.
        let _ = disk.remove(&neighbour);
        return Err(error.left(left));
    }
    disk.sync_folder(&lock.folder)
        .map_err(|error| write.failed(error).at("syncing the folder").left(Left::New))
}

struct Write<'a> {
    disk: &'a dyn Disk,
    lock: &'a Lock,
    shown: &'a Path,
    expected: Expected<'a>,
}

impl Write<'_> {
    fn failed(&self, cause: impl Into<Cause>) -> Error {
        Error::new(self.shown, Task::Write, cause)
    }

    /// What stands in the place now, if anything: it must be a file, and one that may be written.
    fn old(&self) -> Result<Option<Metadata>, Error> {
        let old = match self.disk.metadata(&self.lock.target) {
            Ok(old) => old,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return match self.expected {
                    Expected::Content(_) => Err(self.failed(Cause::Changed).left(Left::Nothing)),
                    Expected::Nothing | Expected::Anything => Ok(None),
                };
            }
            Err(error) => return Err(self.failed(error).left(Left::Old)),
        };
        let refuse = |cause| Err(self.failed(cause).left(Left::Old));
        match self.expected {
            _ if old.is_dir() => refuse(Cause::IsFolder),
            _ if !old.is_file() => refuse(Cause::NotAFile),
            Expected::Nothing => refuse(Cause::Exists),
            Expected::Content(_) | Expected::Anything => {
                // Renaming asks only whether the folder may be written: a file that is protected has to be asked itself.
                match self.disk.open(&self.lock.target, Access::Change) {
                    Ok(_) => Ok(Some(old)),
                    Err(error) => refuse(error.into()),
                }
            }
        }
    }

    /// Writes the temporary neighbour, whole and synced.
    fn fill(&self, neighbour: &Path, old: Option<&Metadata>, bytes: &[u8]) -> Result<(), Error> {
        let step = |name: &'static str| move |error: io::Error| self.failed(error).at(name);
        let access = Access::New { private: old.is_some() };
        let file = self.disk.open(neighbour, access).map_err(step("creating a file beside it"))?;
        self.disk.write(&file, bytes).map_err(step(""))?;
        if let Some(old) = old {
            let permissions = keep_owner(self.disk, &file, old).map_err(step("keeping its owner"))?;
            self.disk.set_mode(&file, permissions).map_err(step("keeping its mode"))?;
        }
        self.disk.sync(&file).map_err(step("syncing"))
    }

    /// Looks once more whether the old file is what was expected, and puts the new one in its place.
    fn settle(&self, neighbour: &Path) -> Result<(), Error> {
        let step = |error: io::Error| self.failed(error).at("putting the new file in place");
        let target = &self.lock.target;
        match self.expected {
            Expected::Anything => self.disk.rename(neighbour, target).map_err(step),
            Expected::Content(bytes) => {
                self.compare(bytes)?;
                self.disk.rename(neighbour, target).map_err(step)
            }
            Expected::Nothing => {
                self.disk.rename_new(neighbour, target).map_err(|error| match error.kind() {
                    io::ErrorKind::AlreadyExists => self.failed(Cause::Exists),
                    _ => step(error),
                })
            }
        }
    }

    fn compare(&self, expected: &[u8]) -> Result<(), Error> {
        let mut now = Vec::new();
        let read = self
            .disk
            .open(&self.lock.target, Access::Read)
            .and_then(|file| self.disk.read(&file, LARGEST + 1, &mut now));
        match read {
            Ok(()) if now == expected => Ok(()),
            Ok(()) => Err(self.failed(Cause::Changed)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Err(self.failed(Cause::Changed)),
            Err(error) => Err(self.failed(error).at("reading it again")),
        }
    }
}

/// Gives the new file to the owner of the old one, as far as the user may, and gives the mode that is right for it.
#[cfg(unix)]
fn keep_owner(disk: &dyn Disk, file: &File, old: &Metadata) -> io::Result<Permissions> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let new = disk.stat(file)?;
    let (user, group) = (old.uid(), old.gid());
    if (new.uid(), new.gid()) == (user, group) {
        return Ok(old.permissions());
    }
    let mode = old.mode() & 0o7777;
    if may(disk.set_owner(file, Some(user), Some(group)))? {
        return Ok(Permissions::from_mode(mode));
    }
    // Without its owner the file must not run as somebody else, nor be open to a group that it was not open to.
    let mode = mode & 0o1777;
    if may(disk.set_owner(file, None, Some(group)))? {
        return Ok(Permissions::from_mode(mode));
    }
    Ok(Permissions::from_mode(mode & (0o1707 | (mode & 0o7) << 3)))
}

#[cfg(not(unix))]
fn keep_owner(_: &dyn Disk, _: &File, old: &Metadata) -> io::Result<Permissions> {
    Ok(old.permissions())
}

/// Only the superuser gives files away: that others may not is no failure.
#[cfg(unix)]
fn may(result: io::Result<()>) -> io::Result<bool> {
    match result {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Ok(false),
        Err(error) => Err(error),
    }
}

/// The name of a temporary file beside `target`: `.kigali.toml.1234-0.reservations-tmp`, with the process's number.
fn neighbour_of(target: &Path) -> PathBuf {
    let name = target.file_name().unwrap_or_default();
    let mut neighbour = OsString::from(".");
    // Unicode, so that it is known again; of a long name the beginning.
    let name = name.to_string_lossy();
    neighbour.push(&name[..name.floor_char_boundary(LONGEST_NAME)]);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    neighbour.push(format!(".{}-{number}{ENDING}", std::process::id()));
    folder_of(target).join(neighbour)
}

/// Removes what killed runs left where no other writer is, as the lock is held: in the folder, or for this file.
///
/// That they cannot be listed or removed is no reason not to write.
fn remove_leftovers(disk: &dyn Disk, lock: &Lock) {
    let folder = folder_of(&lock.target);
    let is_stale = |name: &OsStr| match name.to_str().and_then(leftover_of) {
        Some(of) => {
            lock.whole_folder || (lock.file.is_some() && lock.target.file_name() == Some(OsStr::new(of)))
        }
        None => false,
    };
    let Ok(entries) = disk.list(folder) else { return };
    for entry in entries.iter().filter(|entry| entry.kind == Kind::File && is_stale(&entry.name)) {
        let _ = disk.remove(&folder.join(&entry.name));
    }
}

/// The name of the file for which [`neighbour_of`] gave this one, or its beginning.
fn leftover_of(name: &str) -> Option<&str> {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (of, numbers) = name.strip_prefix('.')?.strip_suffix(ENDING)?.rsplit_once('.')?;
    let (process, number) = numbers.split_once('-')?;
    (!of.is_empty() && digits(process) && digits(number)).then_some(of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_neighbour_is_hidden_no_record_and_known_again() {
        let long = "ش".repeat(120) + ".toml";
        for name in ["kigali.toml", "a", &long] {
            let neighbour = neighbour_of(&Path::new("records").join(name));
            let own = neighbour.file_name().and_then(OsStr::to_str).unwrap();
            assert!(neighbour.starts_with("records") && own.len() < 255, "{own}");
            assert!(name.starts_with(leftover_of(own).unwrap()), "{own}");
        }
    }

    #[test]
    fn what_somebody_else_named_is_no_leftover() {
        let others = [
            ".x.reservations-tmp",
            ".x.12.reservations-tmp",
            "x.1-2.reservations-tmp",
            "..1-2.reservations-tmp",
        ];
        for other in others.into_iter().chain(["kigali.toml", ".kigali.toml", ".x.1-2.reservations-tmp~"]) {
            assert_eq!(leftover_of(other), None, "{other}");
        }
    }
}
