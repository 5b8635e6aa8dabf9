//! A record against the published document that it came from: what the document says otherwise, or not at all.
//!
//! The document is imported anew and compared with the record, fact by fact. What the importer itself doubts is told
//! too, as a warning with its place in the document.

mod codes;
mod facts;
mod positions;

use std::ops::Range;

use crate::fold::fold;
use crate::import::{Document, Options, import};
use crate::problem::{Code, Problem, SourceText, sort};
use crate::record::{RawRecord, RawResolution};

pub use codes::CODES;
use codes::{NOT_IN_DOCUMENT, SHA256_DIFFERS};

/// A record with its text, and a document with its own, side by side.
struct Comparison<'a> {
    record: &'a RawRecord,
    source: &'a SourceText,
    printed: &'a RawRecord,
    documents: &'a [SourceText],
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

    /// A fault whose place is in a document: where the words last stand, as notes come late.
    fn add_printed(&mut self, code: &'static Code, words: &str, message: String, help: &str) {
        let found = self.documents.iter().find_map(|text| Some((text, text.text().rfind(words)?)));
        let Some((text, at)) =
            found.filter(|_| !words.is_empty()).or(self.documents.first().map(|text| (text, 0)))
        else {
            return;
        };
        self.problems.push(Problem::new(code, text, at..at + words.len(), message, help));
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
    let texts: Vec<SourceText> = documents
        .iter()
        .map(|document| SourceText::new(document.name, String::from_utf8_lossy(document.bytes)))
        .collect();
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
    let mut comparison = Comparison { record, source, printed, documents: &texts, folded, problems };
    facts::resolution(&mut comparison);
    facts::languages(&mut comparison);
    facts::votes(&mut comparison);
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

fn sha256(comparison: &mut Comparison<'_>) {
    let digests: Vec<&str> = comparison
        .printed
        .sources
        .iter()
        .filter_map(|source| source.sha256.as_ref())
        .map(|sum| sum.value.as_str())
        .collect();
    let sums = comparison.record.sources.iter().filter_map(|source| source.sha256.as_ref());
    let sums: Vec<_> = sums.collect();
    if sums.is_empty() || sums.iter().any(|sum| digests.contains(&sum.value.to_ascii_lowercase().as_str())) {
        return;
    }
    let said = match comparison.problems.is_empty() {
        false => "the file is not the one that the record was made from",
        true => "the file is not the one that the record was made from, but says the same",
    };
    for sum in sums {
        let help = format!("its SHA-256 is {}", digests.join(" or "));
        comparison.add(&SHA256_DIFFERS, &sum.span, said, help);
    }
}
