//! Many records: which of them may be passed over, the same id twice, and the register that they make.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::check::{self, Checked, DUPLICATE_RESOLUTION};
use crate::model::{Register, Resolution, ResolutionId};
use crate::problem::{Problem, SourceText, sort};
use crate::record;

/// What a look-up needs of a file for the file to matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Needle {
    /// Every file matters.
    Any,
    /// A file matters that has one of these codes of delegations.
    Codes(Vec<String>),
}

impl Needle {
    /// A test of whether a file's bytes show that it cannot hold the answer. One with an escape is always read: the
    /// escape may spell what is looked for.
    pub fn passes_over(&self) -> impl Fn(&[u8]) -> bool + Sync {
        let finders = match self {
            Self::Any => None,
            Self::Codes(codes) => Some(codes.iter().map(memchr::memmem::Finder::new).collect::<Vec<_>>()),
        };
        move |bytes| {
            // Of a record that is too large not all has been read.
            let Some(finders) = finders.as_ref().filter(|_| bytes.len() as u64 <= record::LARGEST) else {
                return false;
            };
            let spells = |at: usize| matches!(bytes.get(at + 1), Some(b'u' | b'U' | b'x'));
            !finders.iter().any(|finder| finder.find(bytes).is_some())
                && !memchr::memchr_iter(b'\\', bytes).any(spells)
        }
    }
}

/// Records as they are gathered, in any order.
#[derive(Debug, Default)]
pub struct Corpus {
    resolutions: Vec<(String, Resolution)>,
    /// The id of every file that has one, faulty or not, and where it stands.
    ids: Vec<(ResolutionId, SourceText, Range<usize>)>,
    problems: Vec<Problem>,
}

impl Corpus {
    /// Checks a file and takes its resolution in.
    pub fn add(&mut self, name: &str, bytes: &[u8]) {
        let decoded = record::decoded(name, bytes);
        self.take(&decoded.source, check::check_decoded(&decoded));
    }

    /// Checks a text and takes its resolution in.
    pub fn add_text(&mut self, source: &SourceText) {
        self.take(source, check::check(source));
    }

    fn take(&mut self, source: &SourceText, checked: Checked) {
        self.problems.extend(checked.problems);
        self.ids.extend(checked.id.map(|(id, span)| (id, source.clone(), span)));
        self.resolutions.extend(checked.resolution.map(|resolution| (source.name().to_owned(), resolution)));
    }

    /// The ids of the resolutions taken in so far.
    pub fn ids(&self) -> impl Iterator<Item = ResolutionId> {
        self.resolutions.iter().map(|(_, resolution)| resolution.id.clone())
    }

    /// The ids of all records read so far that have one, those with faults among them.
    pub fn all_ids(&self) -> BTreeSet<ResolutionId> {
        self.ids.iter().map(|(id, _, _)| id.clone()).chain(self.ids()).collect()
    }

    /// Takes in what another has gathered.
    pub fn merge(&mut self, other: Self) {
        self.resolutions.extend(other.resolutions);
        self.ids.extend(other.ids);
        self.problems.extend(other.problems);
    }

    /// The register, and every problem of every file in the order of places.
    pub fn finish(self) -> (Register, Vec<Problem>) {
        self.finish_of(&[])
    }

    /// The same for an answer about some resolutions only, by their ids: without the problems of records that are known
    /// to be others.
    pub fn finish_of(mut self, wanted: &[String]) -> (Register, Vec<Problem>) {
        self.resolutions.sort_by(|a, b| a.0.cmp(&b.0));
        self.ids.sort_by(|a, b| a.1.name().cmp(b.1.name()));
        let mut first: BTreeMap<&ResolutionId, &SourceText> = BTreeMap::new();
        for (id, source, span) in &self.ids {
            if let Some(other) = first.get(id) {
                let message = format!("the id `{id}` is that of {} too", other.name());
                let help = "give one of them another id, or keep one of the two files";
                self.problems.push(Problem::new(&DUPLICATE_RESOLUTION, source, span.clone(), message, help));
            } else {
                first.insert(id, source);
            }
        }
        if !wanted.is_empty() {
            let others =
                self.ids.iter().filter(|(id, _, _)| !wanted.iter().any(|wanted| wanted == id.as_str()));
            let others: BTreeSet<&str> = others.map(|(_, source, _)| source.name()).collect();
            self.problems.retain(|problem| !others.contains(problem.source().name()));
        }
        sort(&mut self.problems);
        (Register::new(self.resolutions.into_iter().map(|(_, resolution)| resolution)), self.problems)
    }
}
