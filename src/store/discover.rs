//! Which files a path stands for: itself, or every record below it.

use super::disk::{Disk, Kind};
use super::error::{Error, Task};
use std::collections::{BTreeSet, HashSet};
use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};

/// The records that the paths stand for, without a file twice. See [`Store::discover`](super::Store::discover).
pub(super) fn discover(disk: &dyn Disk, roots: &[PathBuf]) -> Result<Vec<PathBuf>, Error> {
    gathered(disk, roots, is_record)
}

/// The documents that the paths stand for. See [`Store::documents`](super::Store::documents).
pub(super) fn documents(disk: &dyn Disk, roots: &[PathBuf]) -> Result<Vec<PathBuf>, Error> {
    gathered(disk, roots, |name| !is_record(name))
}

fn gathered(disk: &dyn Disk, roots: &[PathBuf], wanted: Wanted) -> Result<Vec<PathBuf>, Error> {
    let mut files = Vec::new();
    let order = each(disk, roots, wanted, &mut |path, _| files.push(path))?;
    Ok(order.into_iter().filter_map(|at| files.get_mut(at).map(std::mem::take)).collect())
}

/// Whether a file below a folder is taken, by its name.
pub(super) type Wanted = fn(&OsStr) -> bool;

/// Tells of each file as it is found, and whether its folder says that it is one, and gives at last the order in which
/// they come: numbers of the telling, from 0.
pub(super) fn each(
    disk: &dyn Disk,
    roots: &[PathBuf],
    wanted: Wanted,
    tell: &mut dyn FnMut(PathBuf, bool),
) -> Result<Vec<usize>, Error> {
    let mut walk = Walk::new(disk, wanted, roots.len() > 1, tell);
    for root in roots {
        walk.root(root)?;
    }
    Ok(walk.files.iter().map(|file| file.number).collect())
}

struct Walk<'d> {
    disk: &'d dyn Disk,
    tell: &'d mut dyn FnMut(PathBuf, bool),
    folders: Vec<Folder>,
    files: Vec<Found>,
    /// Links met and not yet followed: what stands there by itself comes before what is only linked to.
    links: BTreeSet<PathBuf>,
    /// Folders that were listed and, once `careful`, files that were found, by their paths without links.
    seen: HashSet<PathBuf>,
    /// Whether a file can be met twice: not in one root without links, where looking would only cost time.
    careful: bool,
    wanted: Wanted,
}

struct Folder {
    shown: PathBuf,
    canonical: PathBuf,
}

struct Found {
    /// How many were found before it.
    number: usize,
    /// `None` where the path is the user's own.
    folder: Option<usize>,
    name: OsString,
}

impl<'d> Walk<'d> {
    fn new(
        disk: &'d dyn Disk,
        wanted: Wanted,
        careful: bool,
        tell: &'d mut dyn FnMut(PathBuf, bool),
    ) -> Self {
        let (folders, files) = (Vec::new(), Vec::new());
        Self { disk, tell, folders, files, links: BTreeSet::new(), seen: HashSet::new(), careful, wanted }
    }

    fn root(&mut self, root: &Path) -> Result<(), Error> {
        let read = |error: io::Error| Error::new(root, Task::Read, error);
        if !self.disk.metadata(root).map_err(read)?.is_dir() {
            if !self.careful || self.seen.insert(self.disk.canonical(root).map_err(read)?) {
                self.found(None, root.as_os_str().to_owned(), false);
            }
            return Ok(());
        }
        let first = self.files.len();
        self.folder(root)?;
        if self.links.is_empty() {
            return Ok(());
        }
        self.become_careful();
        while let Some(link) = self.links.pop_first() {
            self.follow(&link)?;
        }
        let mut found = self.files.split_off(first);
        found.sort_by_cached_key(|file| self.shown(file));
        self.files.append(&mut found);
        Ok(())
    }

    /// Gathers what stands below a folder, in the order of the paths, with a stack of its own: depth cannot overflow.
    fn folder(&mut self, top: &Path) -> Result<(), Error> {
        let canonical = self.disk.canonical(top).map_err(|error| Error::new(top, Task::List, error))?;
        let mut stack = Vec::new();
        self.enter(top.to_owned(), canonical, &mut stack)?;
        while let Some((folder, name, kind)) = stack.pop() {
            let parent = &self.folders[folder];
            match kind {
                Kind::Folder => {
                    let (shown, canonical) = (parent.shown.join(&name), parent.canonical.join(&name));
                    self.enter(shown, canonical, &mut stack)?;
                }
                Kind::Link => {
                    self.links.insert(parent.shown.join(&name));
                }
                // A pipe by the name of a record is taken too, so that reading tells of it.
                Kind::File | Kind::Other if (self.wanted)(&name) => {
                    if !self.careful || self.seen.insert(parent.canonical.join(&name)) {
                        self.found(Some(folder), name, kind == Kind::File);
                    }
                }
                Kind::File | Kind::Other => {}
            }
        }
        Ok(())
    }

    /// Puts what a folder holds on the stack, the first on top.
    fn enter(
        &mut self,
        shown: PathBuf,
        canonical: PathBuf,
        stack: &mut Vec<(usize, OsString, Kind)>,
    ) -> Result<(), Error> {
        if !self.seen.insert(canonical.clone()) {
            return Ok(());
        }
        let mut entries = self.disk.list(&shown).map_err(|error| Error::new(&shown, Task::List, error))?;
        entries.retain(|entry| !is_hidden(&entry.name));
        entries.sort_by(|a, b| b.name.cmp(&a.name));
        let number = self.folders.len();
        self.folders.push(Folder { shown, canonical });
        stack.extend(entries.into_iter().map(|entry| (number, entry.name, entry.kind)));
        Ok(())
    }

    fn follow(&mut self, link: &Path) -> Result<(), Error> {
        let name = link.file_name().unwrap_or_default();
        let read = |error: io::Error| Error::new(link, Task::Read, error);
        match self.disk.metadata(link) {
            Ok(found) if found.is_dir() => self.folder(link),
            Ok(_) if (self.wanted)(name) => {
                if self.seen.insert(self.disk.canonical(link).map_err(read)?) {
                    self.found(None, link.as_os_str().to_owned(), false);
                }
                Ok(())
            }
            Ok(_) => Ok(()),
            // A link to nothing is no record's name: there is nothing to miss.
            Err(error) if leads_nowhere(&error) && !(self.wanted)(name) => Ok(()),
            Err(error) => Err(read(error)),
        }
    }

    fn found(&mut self, folder: Option<usize>, name: OsString, listed: bool) {
        let file = Found { number: self.files.len(), folder, name };
        let shown = self.shown(&file);
        (self.tell)(shown, listed);
        self.files.push(file);
    }

    fn become_careful(&mut self) {
        if !std::mem::replace(&mut self.careful, true) {
            let places = self.files.iter().filter_map(|file| {
                let folder = self.folders.get(file.folder?)?;
                Some(folder.canonical.join(&file.name))
            });
            self.seen.extend(places);
        }
    }

    fn shown(&self, file: &Found) -> PathBuf {
        match file.folder.and_then(|folder| self.folders.get(folder)) {
            Some(folder) => folder.shown.join(&file.name),
            None => PathBuf::from(&file.name),
        }
    }
}

fn leads_nowhere(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::NotFound || is_circle(error)
}

#[cfg(unix)]
fn is_circle(error: &io::Error) -> bool {
    rustix::io::Errno::from_io_error(error) == Some(rustix::io::Errno::LOOP)
}

#[cfg(not(unix))]
fn is_circle(_: &io::Error) -> bool {
    false
}

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

pub(super) fn is_record(name: &OsStr) -> bool {
    name.as_encoded_bytes().ends_with(b".toml")
}
