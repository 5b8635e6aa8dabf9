//! Reading many files by several threads, from the first that is found on.

use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use super::{Error, Found, Longer, Store, discover};

/// Files that a thread takes at a time, and from which on a second thread is worth its start.
const SHARE: usize = 64;

/// Threads that read, at most: beyond a few the disk is what is waited for.
const THREADS: usize = 8;

/// A file that was read: how many were found before it, its path, and what was made of it.
type Read<T> = (usize, PathBuf, Result<T, Error>);

/// See [`Store::read_each`].
pub(super) fn read_each<T: Send>(
    store: &Store,
    paths: &[PathBuf],
    each: &(impl Fn(&Path, &[u8]) -> T + Sync),
) -> Result<Vec<Found<T>>, Error> {
    let (queue, read) = (Queue::default(), Mutex::new(Vec::new()));
    let work = || read_shares(store, &queue, &read, each);
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(THREADS);
    let order = std::thread::scope(|scope| {
        let (mut share, mut first) = (Vec::with_capacity(SHARE), 0);
        let mut tell = |path, listed| {
            share.push((path, listed));
            if share.len() == SHARE {
                if first == 0 {
                    (1..threads).for_each(|_| drop(scope.spawn(work)));
                }
                queue.push((first, std::mem::replace(&mut share, Vec::with_capacity(SHARE))));
                first += SHARE;
            }
        };
        let order = discover::each(store.disk.as_ref(), paths, discover::is_record, &mut tell);
        match &order {
            Ok(_) => queue.push((first, share)),
            Err(_) => queue.forget(),
        }
        queue.close();
        work();
        order
    })?;
    let mut read: Vec<Read<T>> = read.into_inner().unwrap_or_else(PoisonError::into_inner);
    read.sort_unstable_by_key(|(number, _, _)| *number);
    let mut read: Vec<_> = read.into_iter().map(|(_, path, made)| Some((path, made))).collect();
    Ok(order.into_iter().filter_map(|number| read.get_mut(number)?.take()).collect())
}

/// Reads share after share, until there will be no more.
fn read_shares<T: Send>(
    store: &Store,
    queue: &Queue,
    read: &Mutex<Vec<Read<T>>>,
    each: &(impl Fn(&Path, &[u8]) -> T + Sync),
) {
    let mut buffer = Vec::new();
    while let Some((first, paths)) = queue.take() {
        let one = |(at, (path, listed)): (usize, (PathBuf, bool))| {
            let read = match listed {
                true => store.read_listed(&path, &mut buffer),
                false => store.read_into(&path, Longer::Cut, &mut buffer),
            };
            let made = read.map(|()| each(&path, &buffer));
            (first + at, path, made)
        };
        let made: Vec<_> = paths.into_iter().enumerate().map(one).collect();
        read.lock().unwrap_or_else(PoisonError::into_inner).extend(made);
    }
}

/// Some paths, each with whether its folder says that it is a file, and how many were found before the first of them.
type Share = (usize, Vec<(PathBuf, bool)>);

/// Shares that wait for a thread.
#[derive(Default)]
struct Queue {
    waiting: Mutex<(Vec<Share>, bool)>,
    changed: Condvar,
}

impl Queue {
    fn locked(&self) -> MutexGuard<'_, (Vec<Share>, bool)> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn push(&self, share: Share) {
        self.locked().0.push(share);
        self.changed.notify_one();
    }

    /// Drops what waits: nobody will ask for it.
    fn forget(&self) {
        self.locked().0.clear();
    }

    /// There will be no more.
    fn close(&self) {
        self.locked().1 = true;
        self.changed.notify_all();
    }

    /// The next share; none where there will be no more.
    fn take(&self) -> Option<Share> {
        let mut waiting = self.locked();
        loop {
            if let Some(share) = waiting.0.pop() {
                return Some(share);
            }
            if waiting.1 {
                return None;
            }
            waiting = self.changed.wait(waiting).unwrap_or_else(PoisonError::into_inner);
        }
    }
}
