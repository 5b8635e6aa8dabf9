//! The only library module that touches the disk: which files there are, what they hold, and new ones in their place.
//!
//! What is kept whatever fails, in [`Store::write`] and [`Locked::replace`]:
//!
//! - The old file or the new one is there, never half of one. The new text goes to a temporary neighbour
//!   (`.kigali.toml.1234-0.reservations-tmp`), is synced, takes the old one's name, and the folder is synced. After an
//!   error nothing stands beside it; what a killed run leaves is no record to readers, and the next writer removes it.
//! - Mode and owner are kept, the owner as far as the user may give files away. A symbolic link stays, the file that it
//!   names is replaced; another hard link keeps the old text. Extended attributes are not kept. A file that the user may
//!   not write is left alone, though its folder would allow replacing it.
//! - Writers wait for one another: the folder itself is locked (`flock`), so nothing has to stand beside the file. One who
//!   waits too long is told which process holds the lock. Readers never wait.
//! - A change by somebody who takes no lock, such as an editor, is noticed by comparing the whole text right before the
//!   new file takes its place, and is not overwritten.
//!
//! ```
//! use reservations::store::{Error, Store};
//!
//! fn append(store: &Store, path: &std::path::Path, line: &str) -> Result<(), Error> {
//!     let locked = store.lock(path)?;
//!     let old = locked.read()?;
//!     let new = [old.bytes(), line.as_bytes()].concat();
//!     locked.replace(&old, &new)
//! }
//! # let folder = tempfile::tempdir().unwrap();
//! # let path = folder.path().join("kigali.toml");
//! # std::fs::write(&path, "format = 1\n").unwrap();
//! # append(&Store::default(), &path, "# checked\n").unwrap();
//! # assert_eq!(std::fs::read(&path).unwrap(), b"format = 1\n# checked\n");
//! ```
//!
//! Every call goes through a [`Disk`], so a test can make each of them fail, or end the process there: see [`Faulty`].

mod discover;
mod disk;
mod error;
mod faulty;
mod lock;
mod replace;
mod stream;

// For tests alone: a disk that fails where it is told to. No part of what this library promises.
#[doc(hidden)]
pub use disk::{Access, Disk, Entry, Kind, Real};
pub use error::{Cause, Error, Holder, Left, Task, shown};
#[doc(hidden)]
pub use faulty::{FAULTS, Faulty, NotAPlan, Plan};

use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The most bytes that a file may have to be read, 64 MiB, as memory has an end; of a record less is read.
pub const LARGEST: u64 = 64 << 20;

/// How long a writer waits for another one.
const WAIT: Duration = Duration::from_secs(10);

/// A file that was found: its path, and what was made of what it holds.
pub type Found<T> = (PathBuf, Result<T, Error>);

/// What is done with a file that has more bytes than are read.
#[derive(Clone, Copy)]
enum Longer {
    /// It is an error.
    Refused,
    /// So much is read that the reader of records sees it: it tells of a record that is too large.
    Cut,
}

impl Longer {
    fn limit(self) -> u64 {
        match self {
            Self::Refused => LARGEST,
            Self::Cut => crate::record::LARGEST,
        }
    }
}

/// Reads and writes files. See the [module](self) for what it promises.
pub struct Store {
    disk: Box<dyn Disk>,
    wait: Duration,
}

impl Default for Store {
    /// The disk of the machine; with debug assertions one that fails where [`FAULTS`] says so.
    fn default() -> Self {
        match faulty::asked() {
            Some(faulty) => Self::new(Box::new(faulty)),
            None => Self::new(Box::new(Real)),
        }
    }
}

impl Store {
    /// A store on any disk, such as one that fails, for tests.
    #[doc(hidden)]
    pub fn new(disk: Box<dyn Disk>) -> Self {
        Self { disk, wait: WAIT }
    }

    /// Waits that long for another writer, instead of ten seconds.
    pub fn waiting(self, wait: Duration) -> Self {
        Self { wait, ..self }
    }

    /// The files that paths stand for: a file for itself whatever its name, a folder for every `.toml` file below it.
    ///
    /// Names that begin with a dot are left out below a folder, with all that is in them. What a folder holds is in the
    /// byte order of the parts of its path; the paths come in the order given, and are shown as given, joined to what is
    /// below. Links to files and folders are followed. What is met again, by a link or another path, counts once, and a
    /// circle ends.
    ///
    /// # Errors
    ///
    /// The first path that does not exist, folder that cannot be listed, or `.toml` link that leads nowhere.
    pub fn discover(&self, paths: &[PathBuf]) -> Result<Vec<PathBuf>, Error> {
        discover::discover(self.disk.as_ref(), paths)
    }

    /// The documents that paths stand for: a file for itself, a folder for every file below it that is no record.
    ///
    /// Hidden files, order and links are as in [`Store::discover`].
    ///
    /// # Errors
    ///
    /// Those of [`Store::discover`].
    pub fn documents(&self, paths: &[PathBuf]) -> Result<Vec<PathBuf>, Error> {
        discover::documents(self.disk.as_ref(), paths)
    }

    /// Whether a path is that of a file which another path stands for: the same, or a record below it. Not where one of
    /// them leads nowhere.
    pub fn stands_for(&self, path: &Path, file: &Path) -> bool {
        let whole = |path: &Path| self.disk.canonical(path).ok();
        let record = file.file_name().is_some_and(discover::is_record);
        let inside =
            |of: PathBuf| whole(file).is_some_and(|file| file == of || record && file.starts_with(of));
        whole(path).is_some_and(inside)
    }

    /// What a file holds. Does not wait, whatever the path names.
    ///
    /// # Errors
    ///
    /// Where it cannot be opened or read, is no regular file, or has more than [`LARGEST`] bytes.
    pub fn read(&self, path: &Path) -> Result<Vec<u8>, Error> {
        let mut bytes = Vec::new();
        self.read_into(path, Longer::Refused, &mut bytes)?;
        Ok(bytes)
    }

    /// Hands what each file that the paths stand for holds to `each`, and gives what that made of it, in the order of
    /// [`Store::discover`].
    ///
    /// The files are records: of one with more bytes than [`record::LARGEST`](crate::record::LARGEST) one more is read.
    ///
    /// Many files are read by several threads, each with one buffer, while the folders are still being listed: memory
    /// holds few of them at a time. So `each` may look at the bytes and pass over what cannot matter.
    ///
    /// # Errors
    ///
    /// Those of [`Store::discover`]; and in a file's place the error that [`Store::read`] gives of it.
    pub fn read_each<T: Send>(
        &self,
        paths: &[PathBuf],
        each: impl Fn(&Path, &[u8]) -> T + Sync,
    ) -> Result<Vec<Found<T>>, Error> {
        stream::read_each(self, paths, &each)
    }

    /// Keeps other writers away from a file, which need not be there yet, until the value is dropped.
    ///
    /// As the folder is what is locked, only one file of a folder may be locked at a time: a second lock, or
    /// [`Store::write`], on the same folder by the same program waits for the first one too.
    ///
    /// # Errors
    ///
    /// Where the folder cannot be opened, or another writer has the lock for longer than this one waits.
    pub fn lock(&self, path: &Path) -> Result<Locked<'_>, Error> {
        let lock = lock::acquire(self.disk.as_ref(), path, self.wait)?;
        Ok(Locked { store: self, shown: path.to_owned(), lock })
    }

    /// Writes a file for `-o`: makes it, or puts it in the place of what is there.
    ///
    /// What is no file (a pipe, a device, `/dev/stdout` whatever it leads to) is written to at its end.
    ///
    /// # Errors
    ///
    /// Those of [`Store::lock`] and [`Locked::replace`]; or that the path names a folder.
    pub fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), Error> {
        if self.leads_elsewhere(path) {
            let failed = |error: std::io::Error| Error::new(path, Task::Write, error);
            let file = self.disk.open(path, Access::Through).map_err(failed)?;
            return self.disk.write(&file, bytes).map_err(failed);
        }
        self.lock(path)?.put(Expected::Anything, bytes)
    }

    /// Makes a folder, and those above it that are missing; one that is there stays as it is.
    ///
    /// # Errors
    ///
    /// Where it cannot be made, or a file has its name.
    pub fn make_folder(&self, path: &Path) -> Result<(), Error> {
        self.disk.make_folder(path).map_err(|error| Error::new(path, Task::Write, error))
    }

    fn leads_elsewhere(&self, path: &Path) -> bool {
        disk::descriptor(path).is_some()
            || self.disk.metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir())
    }

    fn read_into(&self, path: &Path, longer: Longer, bytes: &mut Vec<u8>) -> Result<(), Error> {
        let failed = |cause| Error::new(path, Task::Read, cause);
        let file = self.disk.open(path, Access::Read).map_err(|error| failed(error.into()))?;
        let found = self.disk.stat(&file).map_err(|error| failed(error.into()))?;
        match () {
            () if found.is_dir() => return Err(failed(Cause::IsFolder)),
            () if !found.is_file() => return Err(failed(Cause::NotAFile)),
            () if found.len() > LARGEST && matches!(longer, Longer::Refused) => {
                return Err(failed(Cause::TooLarge { limit: LARGEST }));
            }
            () => {}
        }
        // A file that says how long it is is read in one call, without a second one that only finds its end.
        let most = longer.limit() + 1;
        let length = if found.len() > 0 { found.len().min(most) } else { most };
        bytes.clear();
        bytes.reserve(usize::try_from(found.len().min(most)).unwrap_or(0) + 1);
        self.read_open(path, &file, length, longer, bytes)
    }

    /// Reads a record of which the folder has said that it is one: among many, asking again takes longer than reading on
    /// to its end.
    fn read_listed(&self, path: &Path, bytes: &mut Vec<u8>) -> Result<(), Error> {
        let opened = self.disk.open(path, Access::Read);
        let file = opened.map_err(|error| Error::new(path, Task::Read, error))?;
        self.read_open(path, &file, Longer::Cut.limit() + 1, Longer::Cut, bytes)
    }

    fn read_open(
        &self,
        path: &Path,
        file: &File,
        most: u64,
        longer: Longer,
        bytes: &mut Vec<u8>,
    ) -> Result<(), Error> {
        let failed = |cause| Error::new(path, Task::Read, cause);
        self.disk.read(file, most, bytes).map_err(|error| failed(error.into()))?;
        match longer {
            Longer::Refused if bytes.len() as u64 > LARGEST => {
                Err(failed(Cause::TooLarge { limit: LARGEST }))
            }
            _ => Ok(()),
        }
    }
}

/// What a file held when it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot(Vec<u8>);

impl Snapshot {
    /// The bytes of the file.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl From<Vec<u8>> for Snapshot {
    /// Takes what [`Store::read`] gave before the file was locked.
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

/// What has to stand in the place of a file for it to be replaced.
#[derive(Clone, Copy, Debug)]
enum Expected<'a> {
    /// A file that holds this.
    Content(&'a [u8]),
    /// No file.
    Nothing,
    /// Any file or none.
    Anything,
}

/// A file that no other writer comes near, until this is dropped.
pub struct Locked<'s> {
    store: &'s Store,
    shown: PathBuf,
    lock: lock::Lock,
}

impl Locked<'_> {
    /// What the file holds now.
    ///
    /// # Errors
    ///
    /// Those of [`Store::read`].
    pub fn read(&self) -> Result<Snapshot, Error> {
        let read = self.store.read(&self.lock.target);
        read.map(Snapshot).map_err(|error| error.of(&self.shown))
    }

    /// Puts new text in the place of the old, which has to be there still.
    ///
    /// # Errors
    ///
    /// [`Cause::Changed`] where the file holds something else than `old` by now; else the system's own: no room, no
    /// permission. [`Error::what_is_left`] says which file is there, in all but one case the old one.
    pub fn replace(&self, old: &Snapshot, new: &[u8]) -> Result<(), Error> {
        self.put(Expected::Content(old.bytes()), new)
    }

    /// Makes the file, where there is none.
    ///
    /// # Errors
    ///
    /// [`Cause::Exists`] where there is one; else as [`Locked::replace`].
    pub fn create(&self, new: &[u8]) -> Result<(), Error> {
        self.put(Expected::Nothing, new)
    }

    fn put(&self, expected: Expected<'_>, bytes: &[u8]) -> Result<(), Error> {
        replace::replace(self.store.disk.as_ref(), &self.lock, &self.shown, expected, bytes)
    }
}
