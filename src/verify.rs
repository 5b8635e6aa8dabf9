//! A record against the published document that it came from: what the document says otherwise, or not at all.
//!
//! The document is imported anew and compared with the record, fact by fact. What the importer itself doubts is told
//! too, as a warning with its place in the document.

mod codes;
mod facts;
mod positions;

use std::ops::Range;

use crate::fold::fold;
use crate::import::{Document, Imported, Options, VERSIONS_DIFFER, digest, import};
use crate::problem::{Code, Problem, SourceText, sort};
use crate::record::{Placed, RawRecord, RawSource};

pub use codes::CODES;
use codes::{NOT_IN_DOCUMENT, NOT_RECORDED, SHA256_DIFFERS, VERSIONS_DISAGREE};

/// A record with its text, and a document with its own, side by side.
struct Comparison<'a> {
    record: &'a RawRecord,
    source: &'a SourceText,
    printed: &'a RawRecord,
    documents: &'a [SourceText],
    /// The SHA-256 of each document.
    digests: &'a [String],
    /// The documents folded, to look for names.
    folded: String,
    problems: Vec<Problem>,
}

impl Comparison<'_> {
    fn add(
        &mut self,
        code: &'static Code,
        span: &Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.problems.push(Problem::new(code, self.source, span.clone(), message, help));
    }

    /// A fault whose place is in the document that a source of the printed record names.
    fn add_printed(
        &mut self,
        code: &'static Code,
        source: Option<&str>,
        span: &Range<usize>,
        message: String,
        help: &str,
    ) {
        let named =
            self.printed.sources.iter().find(|other| other.id.as_ref().map(|id| id.value.as_str()) == source);
        let sum = named.and_then(|source| source.sha256.as_ref()).map(|sum| &sum.value);
        let at = self.digests.iter().position(|digest| Some(digest) == sum).unwrap_or(0);
        if let Some(text) = self.documents.get(at) {
            self.problems.push(Problem::new(code, text, span.clone(), message, help));
        }
    }

    /// Whether the record knows a document by its SHA-256.
    fn knows(&self, digest: &str) -> bool {
        let sums = self.record.sources.iter().filter_map(|source| source.sha256.as_ref());
        sums.map(|sum| sum.value.to_ascii_lowercase()).any(|sum| sum == digest)
    }

    /// Whether what a source says is to be found in the documents at hand: it has the digest of one of them, or another
    /// one where a document has changed. A source without a digest only counts where none has one.
    fn comes_from(&self, source: Option<&Placed<String>>) -> bool {
        let sources = &self.record.sources;
        let named = |other: &&RawSource| other.id.as_ref().map(|id| &id.value) == source.map(|id| &id.value);
        let sum = sources.iter().find(named).and_then(|source| source.sha256.as_ref());
        match sum.map(|sum| sum.value.to_ascii_lowercase()) {
            Some(sum) if self.digests.contains(&sum) => true,
            Some(_) => self.digests.iter().any(|digest| !self.knows(digest)),
            None => sources.iter().all(|source| source.sha256.is_none()),
        }
    }
}

/// Compares a record that has passed [`check`](crate::check) with documents; `source` is the record's text and `record`
/// what was read from it, with its places.
///
/// Faults are what the document says otherwise; that a file has another SHA-256 but says the same is a warning.
pub fn verify(documents: &[Document<'_>], source: &SourceText, record: &RawRecord) -> Vec<Problem> {
    let imported = import(documents, &Options::default());
    if imported.problems.iter().any(Problem::is_error) {
        return imported.problems;
    }
    let all: Vec<usize> = (0..documents.len()).collect();
    let mut problems = match same(record, &imported.records) {
        Some(printed) => {
            let shown = Shown::of(documents, &imported, &all);
            compare(&shown, printed, source, record, imported.problems.clone())
        }
        None => {
            let span = record.resolution.as_ref().map_or(0..0, |resolution| resolution.header.clone());
            let message = "the document holds no resolution of this symbol or title";
            let help = "name the document that the record came from";
            let lacking = Problem::new(&NOT_IN_DOCUMENT, source, span, message, help);
            imported.problems.into_iter().chain([lacking]).collect()
        }
    };
    sort(&mut problems);
    problems
}

/// Compares the records of a corpus, each checked, with documents: each resolution in these with its record, found by
/// symbol, else by title. A record whose document is not among them is left alone; a document that cannot be read hides
/// nothing of the others.
pub fn verify_corpus(documents: &[Document<'_>], records: &[(SourceText, RawRecord)]) -> Vec<Problem> {
    let imported = import(documents, &Options::default());
    let mut problems = imported.problems.clone();
    for (at, printed) in imported.records.iter().enumerate() {
        let accounts = imported.accounts.iter().enumerate();
        let own: Vec<usize> = accounts
            .filter(|(_, account)| account.texts.iter().any(|(record, _)| *record == at))
            .map(|(document, _)| document)
            .collect();
        match records.iter().find(|(_, record)| is_same(record, printed)) {
            Some((source, record)) => {
                let shown = Shown::of(documents, &imported, &own);
                let told = imported.problems.iter().filter(|problem| shown.has(problem)).cloned().collect();
                problems.extend(compare(&shown, printed, source, record, told));
            }
            None => {
                let first = own.first().and_then(|document| imported.accounts[*document].source.as_ref());
                let symbol =
                    symbol(printed).or_else(|| titles(printed).into_iter().next()).unwrap_or_default();
                let message = format!("no record is of the resolution in this document, \"{symbol}\"");
                let help = "import the document into the folder of records";
                problems.extend(first.map(|text| Problem::new(&NOT_RECORDED, text, 0..0, message, help)));
            }
        }
    }
    sort(&mut problems);
    problems
}

/// Some documents as they were read.
struct Shown {
    texts: Vec<SourceText>,
    digests: Vec<String>,
}

impl Shown {
    fn of(documents: &[Document<'_>], imported: &Imported, which: &[usize]) -> Self {
        let texts = which.iter().filter_map(|at| imported.accounts[*at].source.clone());
        let digests = which.iter().map(|at| digest(documents[*at].bytes));
        Self { texts: texts.collect(), digests: digests.collect() }
    }

    fn has(&self, problem: &Problem) -> bool {
        self.texts.iter().any(|text| text.name() == problem.file())
    }
}

/// What documents say otherwise than the record, after what was doubtful in them.
fn compare(
    shown: &Shown,
    printed: &RawRecord,
    source: &SourceText,
    record: &RawRecord,
    problems: Vec<Problem>,
) -> Vec<Problem> {
    let folded = shown.texts.iter().map(|text| fold(text.text())).collect::<Vec<_>>().join(" ");
    let (documents, digests) = (&shown.texts[..], &shown.digests[..]);
    let mut comparison = Comparison { record, source, printed, documents, digests, folded, problems };
    disagreements(&mut comparison);
    facts::resolution(&mut comparison);
    facts::languages(&mut comparison);
    facts::votes(&mut comparison);
    facts::votes_not_recorded(&mut comparison);
    positions::positions(&mut comparison);
    sha256(&mut comparison);
    comparison.problems
}

fn symbol(record: &RawRecord) -> Option<String> {
    record.resolution.as_ref()?.symbol.as_ref().map(|symbol| fold(&symbol.value))
}

fn titles(record: &RawRecord) -> Vec<String> {
    let titles = record.languages.iter().filter_map(|language| language.title.as_ref());
    titles.map(|title| fold(&title.value)).collect()
}

/// Whether two records are of one resolution: by their symbols, else by a title.
fn is_same(one: &RawRecord, two: &RawRecord) -> bool {
    match (symbol(one), symbol(two)) {
        (Some(one), Some(two)) => one == two,
        _ => titles(one).iter().any(|title| titles(two).contains(title)),
    }
}

/// The printed resolution that a record is about: the only one, else that of the same symbol, else of a title.
fn same<'r>(record: &RawRecord, printed: &'r [RawRecord]) -> Option<&'r RawRecord> {
    if let [one] = printed {
        return Some(one);
    }
    let own = symbol(record);
    let by_symbol = printed.iter().find(|other| own.is_some() && symbol(other) == own);
    let known = titles(record);
    by_symbol.or_else(|| printed.iter().find(|other| titles(other).iter().any(|title| known.contains(title))))
}

/// Where versions say different things and the record was not made from these files, the record says something else
/// than one of them.
fn disagreements(comparison: &mut Comparison<'_>) {
    if comparison.digests.iter().all(|digest| comparison.knows(digest)) {
        return;
    }
    for problem in &mut comparison.problems {
        if problem.code.name == VERSIONS_DIFFER.name {
            problem.code = &VERSIONS_DISAGREE;
        }
    }
}

fn sha256(comparison: &mut Comparison<'_>) {
    let sums: Vec<_> = comparison.record.sources.iter().filter_map(|source| source.sha256.as_ref()).collect();
    let changed: Vec<&str> =
        comparison.digests.iter().filter(|digest| !comparison.knows(digest)).map(String::as_str).collect();
    let gone: Vec<_> = sums
        .into_iter()
        .filter(|sum| !comparison.digests.contains(&sum.value.to_ascii_lowercase()))
        .cloned()
        .collect();
    if changed.is_empty() {
        return;
    }
    let said = match comparison.problems.is_empty() {
        false => "the file is not the one that the record was made from",
        true => "the file is not the one that the record was made from, but says the same",
    };
    for sum in gone {
        let help = format!("its SHA-256 is {}", changed.join(" or "));
        comparison.add(&SHA256_DIFFERS, &sum.span, said, help);
    }
}
