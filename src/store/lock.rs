//! One writer at a time, without a lock file: the folder itself is locked, or else the file.

use super::disk::{Access, Disk};
use super::error::{Cause, Error, Holder, Task};
use std::fs::{File, Metadata, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Links that may follow one another: as many as Linux follows.
const LINKS: usize = 40;
#[cfg(target_os = "linux")]
const LOOKS: usize = 5;
const FIRST_PAUSE: Duration = Duration::from_millis(1);
const LONGEST_PAUSE: Duration = Duration::from_millis(100);

/// A lock that is held until it is dropped, and the place that it guards.
pub(super) struct Lock {
    /// The file that is to be written, links followed; it may not be there yet.
    pub target: PathBuf,
    /// The folder of the target, to be synced.
    pub folder: File,
    /// Whether no other writer is in the whole folder, so that what one left there is left for good.
    pub whole_folder: bool,
    /// The file with its lock, where folders cannot be locked.
    pub file: Option<File>,
}

/// Locks the place of `path`, waiting at most `wait` for another writer.
///
/// A folder is locked rather than its file, since a file that is about to be replaced, or is not there yet, is no
/// place to meet at. Where the file system does not lock folders (NFS), the file is; where it locks nothing, only the
/// comparison before the replacement guards the file.
pub(super) fn acquire(disk: &dyn Disk, path: &Path, wait: Duration) -> Result<Lock, Error> {
    let claim = Claim { disk, path, wait, until: Instant::now() + wait };
    loop {
        let target = resolve(disk, path)?;
        let folder = folder_of(&target);
        let (file, held) = claim.take(folder, Access::Folder)?;
        let lock = if held {
            Lock { folder: file, whole_folder: true, file: None, target }
        } else {
            let own = claim.take_file(&target)?;
            Lock { folder: file, whole_folder: false, file: own, target }
        };
        // The link may have been turned to another file while this one was waited for.
        if resolve(disk, path)? == lock.target {
            return Ok(lock);
        }
        claim.pause(FIRST_PAUSE, || None)?;
    }
}

struct Claim<'a> {
    disk: &'a dyn Disk,
    path: &'a Path,
    wait: Duration,
    until: Instant,
}

impl Claim<'_> {
    /// Opens and locks `place`; the second value is false where it cannot be locked at all.
    fn take(&self, place: &Path, access: Access) -> Result<(File, bool), Error> {
        let step = if access == Access::Folder { "opening its folder" } else { "" };
        let failed = |error| Error::new(self.path, Task::Write, error).at(step);
        loop {
            let file = self.disk.open(place, access).map_err(failed)?;
            if !self.wait_for(&file)? {
                return Ok((file, false));
            }
            // It may have been replaced or moved away while its lock was waited for.
            let held = self.disk.stat(&file).map_err(failed)?;
            if same(&held, &self.disk.metadata(place).map_err(failed)?) {
                return Ok((file, true));
            }
            self.pause(FIRST_PAUSE, || None)?;
        }
    }

    /// A file that is not there yet has no lock: putting it in place fails where another one has come to stand there.
    fn take_file(&self, target: &Path) -> Result<Option<File>, Error> {
        match self.take(target, Access::Change) {
            Ok((file, _)) => Ok(Some(file)),
            Err(error) if error.is_not_found() => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn wait_for(&self, file: &File) -> Result<bool, Error> {
        let mut pause = FIRST_PAUSE;
        loop {
            match self.disk.try_lock(file) {
                Ok(()) => return Ok(true),
                Err(TryLockError::WouldBlock) => {
                    self.pause(pause, || self.disk.stat(file).ok().as_ref().and_then(holder))?;
                }
                Err(TryLockError::Error(error)) if is_unsupported(&error) => return Ok(false),
                Err(TryLockError::Error(error)) => return Err(Error::new(self.path, Task::Lock, error)),
            }
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
    }

    fn pause(&self, pause: Duration, holder: impl Fn() -> Option<Holder>) -> Result<(), Error> {
        let left = self.until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            let cause = Cause::Locked { holder: holder(), waited: self.wait };
            return Err(Error::new(self.path, Task::Lock, cause));
        }
        std::thread::sleep(pause.min(left));
        Ok(())
    }
}

/// The file that a path names, through any links, even one that is not there yet.
pub(super) fn resolve(disk: &dyn Disk, path: &Path) -> Result<PathBuf, Error> {
    let mut target = path.to_owned();
    for _ in 0..LINKS {
        let link = disk.read_link(&target).map_err(|error| Error::new(path, Task::Write, error))?;
        match link {
            Some(link) => target = folder_of(&target).join(link),
            None if target.file_name().is_none() => {
                return Err(Error::new(path, Task::Write, Cause::IsFolder));
            }
            None => return Ok(target),
        }
    }
    let circle = io::Error::other("too many symbolic links follow one another");
    Err(Error::new(path, Task::Write, circle))
}

/// The folder of a file; `.` where the path is a bare name.
pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

#[cfg(unix)]
fn same(a: &Metadata, b: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (a.dev(), a.ino()) == (b.dev(), b.ino())
}

#[cfg(not(unix))]
fn same(_: &Metadata, _: &Metadata) -> bool {
    true
}

#[cfg(unix)]
fn is_unsupported(error: &io::Error) -> bool {
    use rustix::io::Errno;
    // NFS answers EBADF to an exclusive lock on what is not open for writing, as a folder never is.
    let answers = [Errno::NOTSUP, Errno::OPNOTSUPP, Errno::NOSYS, Errno::INVAL, Errno::BADF, Errno::NOLCK];
    Errno::from_io_error(error).is_some_and(|errno| answers.contains(&errno))
}

#[cfg(not(unix))]
fn is_unsupported(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::Unsupported
}

/// Who holds the lock of a file, as Linux lists it in `/proc/locks`.
#[cfg(target_os = "linux")]
fn holder(locked: &Metadata) -> Option<Holder> {
    use std::os::linux::fs::MetadataExt;
    let device = (rustix::fs::major(locked.st_dev()), rustix::fs::minor(locked.st_dev()));
    // The list is read by the page while others lock and unlock, so that a line can be missed.
    let look = || holder_in(&std::fs::read_to_string("/proc/locks").ok()?, device, locked.st_ino());
    let process = (0..LOOKS).find_map(|_| look())?;
    let program = std::fs::read_to_string(format!("/proc/{process}/comm")).ok();
    Some(Holder { process, program: program.map(|name| name.trim_end().to_owned()) })
}

#[cfg(not(target_os = "linux"))]
fn holder(_: &Metadata) -> Option<Holder> {
    None
}

/// The process of the lock on a file in lines such as `1: FLOCK  ADVISORY  WRITE 708 08:02:1182 0 EOF`.
#[cfg(target_os = "linux")]
fn holder_in(listed: &str, device: (u32, u32), inode: u64) -> Option<u32> {
    let locks = listed.lines().filter(|line| line.contains("FLOCK") && !line.contains("->"));
    let mut by_number_alone = None;
    for line in locks {
        let mut fields = line.split_whitespace().skip(4);
        let (Some(process), Some(place)) = (fields.next(), fields.next()) else { continue };
        let mut parts = place.split(':');
        let (Some(major), Some(minor), Some(number)) = (parts.next(), parts.next(), parts.next()) else {
            continue;
        };
        // A process of another namespace is listed as 0 or below: that says nothing.
        let Some(process) = process.parse().ok().filter(|process| *process > 0) else { continue };
        if number.parse() != Ok(inode) {
            continue;
        }
        let hexadecimal = |text| u32::from_str_radix(text, 16).ok();
        if (hexadecimal(major), hexadecimal(minor)) == (Some(device.0), Some(device.1)) {
            return Some(process);
        }
        // Btrfs and overlays list another device than they tell of the file.
        by_number_alone = by_number_alone.or(Some(process));
    }
    by_number_alone
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::holder_in;

    #[test]
    fn the_holder_is_read_from_the_list_of_locks() {
        let listed = "1: POSIX  ADVISORY  WRITE 7 08:02:11 0 EOF\n2: FLOCK  ADVISORY  WRITE 8 00:1f:11 0 EOF\n\
                      3: FLOCK  ADVISORY  WRITE 9 fe:10:11 0 EOF\n3: -> FLOCK  ADVISORY  WRITE 10 fe:10:11 0 EOF\n\
                      4: FLOCK  ADVISORY  WRITE 0 fe:10:12 0 EOF\nnonsense\n";
        assert_eq!(holder_in(listed, (0xfe, 0x10), 11), Some(9));
        assert_eq!(holder_in(listed, (1, 1), 11), Some(8));
        assert_eq!(holder_in(listed, (0xfe, 0x10), 12), None);
    }
}
