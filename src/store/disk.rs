//! What the store asks of a disk, one call at a time, so that a test can make each of them fail.

use std::ffi::OsString;
use std::fs::{self, File, Metadata, OpenOptions, Permissions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// What a file or folder is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// To read what it holds. Never waits, as a pipe that nobody writes to would.
    Read,
    /// To be locked, or to learn whether it may be written. Nothing is changed by opening.
    Change,
    /// A new file, that nobody else has; `private` keeps others out until it has its mode.
    New {
        /// Whether only the owner may open it.
        private: bool,
    },
    /// To put something at the end of what is no plain file: a pipe, a device, the program's own output.
    Through,
    /// A folder, to lock it and to sync it.
    Folder,
}

/// What stands in a folder.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its name in the folder.
    pub name: OsString,
    /// What it is, links not followed.
    pub kind: Kind,
}

/// What an entry of a folder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A plain file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link to anything or nothing.
    Link,
    /// A pipe, a socket, a device.
    Other,
}

/// The calls that the [`Store`](super::Store) makes.
///
/// [`Real`] makes them; a test wraps it and lets the n-th one fail, as [`Faulty`](super::Faulty) does. Every method
/// gives the error of the system as it is.
#[allow(missing_docs, reason = "each method is the call of its name")]
pub trait Disk: Send + Sync {
    /// What the path names, links followed.
    fn metadata(&self, path: &Path) -> io::Result<Metadata>;
    /// The path without links, from the root.
    fn canonical(&self, path: &Path) -> io::Result<PathBuf>;
    /// Where a symbolic link points, as it is written there; `None` for what is no link or does not exist.
    fn read_link(&self, path: &Path) -> io::Result<Option<PathBuf>>;
    /// What stands in a folder, in no order.
    fn list(&self, folder: &Path) -> io::Result<Vec<Entry>>;
    /// Makes a folder and those above it that are missing.
    fn make_folder(&self, path: &Path) -> io::Result<()>;
    fn open(&self, path: &Path, access: Access) -> io::Result<File>;
    /// What an open file is.
    fn stat(&self, file: &File) -> io::Result<Metadata>;
    /// Puts at most `limit` bytes of the file in `into`, in the place of what that holds.
    fn read(&self, file: &File, limit: u64, into: &mut Vec<u8>) -> io::Result<()>;
    /// Writes all the bytes.
    fn write(&self, file: &File, bytes: &[u8]) -> io::Result<()>;
    /// Gives a file to a user, a group or both, by their numbers. Does nothing where files have no such numbers.
    fn set_owner(&self, file: &File, user: Option<u32>, group: Option<u32>) -> io::Result<()>;
    fn set_mode(&self, file: &File, permissions: Permissions) -> io::Result<()>;
    /// Waits until the file stands on the disk.
    fn sync(&self, file: &File) -> io::Result<()>;
    /// Waits until the names in a folder stand on the disk. Does nothing where folders cannot be synced.
    fn sync_folder(&self, folder: &File) -> io::Result<()>;
    /// Takes the lock of a file or folder, until it is closed. Does not wait.
    fn try_lock(&self, file: &File) -> Result<(), TryLockError>;
    /// Puts a file in the place of another, at once.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Gives a file a name that nothing has yet.
    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()>;
    fn remove(&self, path: &Path) -> io::Result<()>;
}

/// The disk of the machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct Real;

impl Disk for Real {
    fn metadata(&self, path: &Path) -> io::Result<Metadata> {
        fs::metadata(path)
    }

    fn canonical(&self, path: &Path) -> io::Result<PathBuf> {
        fs::canonicalize(path)
    }

    fn read_link(&self, path: &Path) -> io::Result<Option<PathBuf>> {
        match fs::symlink_metadata(path) {
            Ok(found) if found.is_symlink() => fs::read_link(path).map(Some),
            Ok(_) => Ok(None),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Entry>> {
        fs::read_dir(folder)?.map(|entry| entry.and_then(|entry| entry_of(&entry))).collect()
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        fs::create_dir_all(path)
    }

    fn open(&self, path: &Path, access: Access) -> io::Result<File> {
        if access == Access::Through
            && let Some(number) = descriptor(path)
            && let Some(file) = own_output(number)
        {
            return file;
        }
        options(access).open(path)
    }

    fn stat(&self, file: &File) -> io::Result<Metadata> {
        file.metadata()
    }

    fn read(&self, file: &File, limit: u64, into: &mut Vec<u8>) -> io::Result<()> {
        into.clear();
        file.take(limit).read_to_end(into).map(|_| ())
    }

    fn write(&self, mut file: &File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    fn set_owner(&self, file: &File, user: Option<u32>, group: Option<u32>) -> io::Result<()> {
        platform::set_owner(file, user, group)
    }

    fn set_mode(&self, file: &File, permissions: Permissions) -> io::Result<()> {
        file.set_permissions(permissions)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    fn sync_folder(&self, folder: &File) -> io::Result<()> {
        platform::sync_folder(folder)
    }

    fn try_lock(&self, file: &File) -> Result<(), TryLockError> {
        platform::try_lock(file)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        platform::rename_new(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }
}

fn entry_of(entry: &fs::DirEntry) -> io::Result<Entry> {
    let found = entry.file_type()?;
    let kind = match () {
        () if found.is_file() => Kind::File,
        () if found.is_dir() => Kind::Folder,
        () if found.is_symlink() => Kind::Link,
        () => Kind::Other,
    };
    Ok(Entry { name: entry.file_name(), kind })
}

fn options(access: Access) -> OpenOptions {
    let mut options = OpenOptions::new();
    match access {
        Access::Read | Access::Folder => options.read(true),
        Access::Change => options.write(true),
        Access::New { .. } => options.write(true).create_new(true),
        Access::Through => options.append(true),
    };
    platform::refine(&mut options, access);
    options
}

/// The number of the open file that a path such as `/dev/stdout` stands for.
///
/// Such a path names what the shell has opened: a file of that name must not be put in its place.
pub(super) fn descriptor(path: &Path) -> Option<u32> {
    let path = path.to_str()?;
    match path {
        "/dev/stdin" => return Some(0),
        "/dev/stdout" => return Some(1),
        "/dev/stderr" => return Some(2),
        _ => {}
    }
    ["/dev/fd/", "/proc/self/fd/"].iter().find_map(|before| path.strip_prefix(before)?.parse().ok())
}

/// A second handle on the program's own output, which also works where that is a socket and cannot be opened by name.
#[cfg(unix)]
fn own_output(number: u32) -> Option<io::Result<File>> {
    use std::os::fd::AsFd;
    match number {
        1 => Some(io::stdout().as_fd().try_clone_to_owned().map(File::from)),
        2 => Some(io::stderr().as_fd().try_clone_to_owned().map(File::from)),
        _ => None,
    }
}

#[cfg(not(unix))]
fn own_output(_: u32) -> Option<io::Result<File>> {
    None
}

#[cfg(unix)]
mod platform {
    use super::Access;
    use std::fs::{File, OpenOptions, TryLockError};
    use std::io;
    use std::os::unix::fs::{OpenOptionsExt, fchown};
    use std::path::Path;

    pub fn refine(options: &mut OpenOptions, access: Access) {
        // A pipe without a writer must not be waited for, and a terminal must not become ours.
        let careful = (rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::NOCTTY).bits().cast_signed();
        let folder = rustix::fs::OFlags::DIRECTORY.bits().cast_signed();
        match access {
            Access::Read | Access::Change => options.custom_flags(careful),
            Access::Folder => options.custom_flags(folder),
            Access::New { private: true } => options.mode(0o600),
            Access::New { private: false } | Access::Through => options,
        };
    }

    pub fn set_owner(file: &File, user: Option<u32>, group: Option<u32>) -> io::Result<()> {
        fchown(file, user, group)
    }

    pub fn sync_folder(folder: &File) -> io::Result<()> {
        use rustix::io::Errno;
        match folder.sync_all() {
            // Some network and user-space file systems have no such call: there is nothing more to be done.
            Err(error)
                if Errno::from_io_error(&error)
                    .is_some_and(|errno| [Errno::INVAL, Errno::NOTSUP, Errno::BADF].contains(&errno)) =>
            {
                Ok(())
            }
            result => result,
        }
    }

    pub fn try_lock(file: &File) -> Result<(), TryLockError> {
        file.try_lock()
    }

    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    pub fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        use rustix::io::Errno;
        match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
            Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => link_new(from, to),
            result => result.map_err(Into::into),
        }
    }

    #[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
    pub fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
        link_new(from, to)
    }

    /// A second link fails where the name is taken; what is left of the first is a leftover that a later run removes.
    fn link_new(from: &Path, to: &Path) -> io::Result<()> {
        std::fs::hard_link(from, to)?;
        let _ = std::fs::remove_file(from);
        Ok(())
    }
}

#[cfg(not(unix))]
mod platform {
    use super::Access;
    use std::fs::{File, OpenOptions, TryLockError};
    use std::io;
    use std::path::Path;

    pub fn refine(_: &mut OpenOptions, _: Access) {}

    pub fn set_owner(_: &File, _: Option<u32>, _: Option<u32>) -> io::Result<()> {
        Ok(())
    }

    pub fn sync_folder(_: &File) -> io::Result<()> {
        Ok(())
    }

    /// A lock would keep readers out too, and a folder has none: only the comparison before renaming guards the file.
    pub fn try_lock(_: &File) -> Result<(), TryLockError> {
        Err(TryLockError::Error(io::ErrorKind::Unsupported.into()))
    }

    pub fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
        std::fs::hard_link(from, to)?;
        let _ = std::fs::remove_file(from);
        Ok(())
    }
}
