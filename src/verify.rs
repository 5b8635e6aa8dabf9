//! A record against the published document that it came from: what the document says otherwise, or not at all.
//!
//! The document is imported anew and compared with the record, fact by fact. What the importer itself doubts is told
//! too, as a warning with its place in the document.

mod codes;
mod facts;
mod positions;

use std::ops::Range;

use crate::fold::fold;
use crate::import::{Document, Options, VERSIONS_DIFFER, decoded, digest, import};
use crate::problem::{Code, Problem, SourceText, sort};
use crate::record::{Placed, RawRecord, RawResolution, RawSource};

pub use codes::CODES;
use codes::{NOT_IN_DOCUMENT, SHA256_DIFFERS, VERSIONS_DISAGREE};

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
    let mut problems = imported.problems;
    if problems.iter().any(Problem::is_error) {
        return problems;
    }
    let texts: Vec<SourceText> = documents.iter().filter_map(decoded).collect();
    let digests: Vec<String> = documents.iter().map(|document| digest(document.bytes)).collect();
    let folded = texts.iter().map(|text| fold(text.text())).collect::<Vec<_>>().join(" ");
    let Some(printed) = same(record, &imported.records) else {
        let span = record.resolution.as_ref().map_or(0..0, |resolution| resolution.header.clone());
        let message = "the document holds no resolution of this symbol or title";
        problems.push(Problem::new(
            &NOT_IN_DOCUMENT,
            source,
            span,
            message,
            "name the document that the record came from",
        ));
        sort(&mut problems);
        return problems;
    };
    let mut comparison =
        Comparison { record, source, printed, documents: &texts, digests: &digests, folded, problems };
    disagreements(&mut comparison);
    facts::resolution(&mut comparison);
    facts::languages(&mut comparison);
    facts::votes(&mut comparison);
    facts::votes_not_recorded(&mut comparison);
    positions::positions(&mut comparison);
    sha256(&mut comparison);
    sort(&mut comparison.problems);
    comparison.problems
}

/// The printed resolution that a record is about: the only one, else that of the same symbol, else of a title.
fn same<'r>(record: &RawRecord, printed: &'r [RawRecord]) -> Option<&'r RawRecord> {
    if let [one] = printed {
        return Some(one);
    }
    let symbol = |raw: &Option<RawResolution>| {
        raw.as_ref().and_then(|raw| raw.symbol.as_ref()).map(|s| fold(&s.value))
    };
    let own = symbol(&record.resolution);
    let by_symbol = printed.iter().find(|other| own.is_some() && symbol(&other.resolution) == own);
    let titles = |record: &RawRecord| -> Vec<String> {
        record
            .languages
            .iter()
            .filter_map(|language| language.title.as_ref())
            .map(|title| fold(&title.value))
            .collect()
    };
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
