//! From the bytes of a file to a raw record.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::de::DeTable;

use super::codes::{
    DUPLICATE_KEY, EMPTY_FILE, IMPOSSIBLE_DATE, MISSING_KEY, NOT_UTF_8, NUL, SYNTAX, UNKNOWN_FORMAT,
    WRONG_TYPE,
};
use super::raw::{RawLanguage, RawPart, RawPosition, RawRecord, RawResolution, RawSource, RawVote};
use super::syntax;
use super::walk::{Findings, Section, Sections};
use crate::problem::{Problem, SourceText};

/// The number of the format that this program reads and writes.
pub const FORMAT: i64 = 1;

/// What reading a text gave: the record as far as it could be read, and every fault of syntax and shape.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The raw record; parts that could not be read are absent.
    pub record: RawRecord,
    /// The faults, in the file's order.
    pub problems: Vec<Problem>,
    /// Where the syntax is broken; what follows from a break is not to be reported again.
    pub broken: Vec<Range<usize>>,
    /// Whether the content is to be judged at all: not for another format, nor for a file without any.
    pub judge: bool,
    sections: Sections,
    spoilt: BTreeSet<usize>,
}

impl Reading {
    /// Whether a place is in a section whose syntax is broken: a fault of meaning there may only follow from it.
    pub fn is_broken_at(&self, offset: usize) -> bool {
        self.spoilt.contains(&self.sections.at(offset))
    }

    /// Whether the syntax is broken nowhere but in positions: what those rest on was read whole.
    pub fn is_broken_in_positions_only(&self, source: &SourceText) -> bool {
        let text = source.text();
        self.spoilt
            .iter()
            .all(|at| text.get(*at..).is_some_and(|rest| rest.trim_start().starts_with("[[position]]")))
    }
}

/// Turns the bytes of a file into text.
///
/// # Errors
/// A problem where the bytes are no UTF-8; its place is the first byte that is none.
pub fn decode(name: &str, bytes: &[u8]) -> Result<SourceText, Box<Problem>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(SourceText::new(name, text)),
        Err(_) if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") => {
            let source = SourceText::new(name, String::from_utf8_lossy(bytes));
            let help = "save the file as UTF-8; an editor calls the other one Unicode or UTF-16";
            Err(Box::new(Problem::new(&NOT_UTF_8, &source, 0..3, "the file is UTF-16", help)))
        }
        Err(error) => {
            // Each byte that cannot be read becomes one replacement character behind the place of the first.
            let good = error.valid_up_to();
            let source = SourceText::new(name, String::from_utf8_lossy(bytes));
            let message = format!("byte {} of the file, 0x{:02x}, is no UTF-8", good + 1, bytes[good]);
            let problem = Problem::new(
                &NOT_UTF_8,
                &source,
                good..good + 3,
                message,
                "save the file again as UTF-8, and look whether the letter here is still right",
            );
            Err(Box::new(problem))
        }
    }
}

/// Reads a record.
pub fn read(source: &SourceText) -> Reading {
    let mut findings = Findings { source, problems: Vec::new(), sections: Sections::of(source.text()) };
    if let Some(at) = source.text().find('\0') {
        let many = source.text().matches('\0').nth(8).is_some();
        let help = if many { "the file is no UTF-8 text; save it again as UTF-8" } else { "take it out" };
        findings.add(&NUL, at..at + 1, "the file holds a NUL character", help);
        return done(RawRecord::default(), findings, Vec::new(), false);
    }
    if source.text().lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
        let help = "begin it with `format = 1`; `reservations new` writes a skeleton";
        findings.add(&EMPTY_FILE, 0..0, "the file holds no record", help);
        return done(RawRecord::default(), findings, Vec::new(), false);
    }
    if source.text().starts_with('\u{feff}') {
        findings.add(
            &SYNTAX,
            0..3,
            "a second byte order mark stands at the beginning",
            "take one of the two out",
        );
    }
    let (record, broken) = syntax::parse(&mut findings, |findings, table, broken| {
        let first = findings.problems.len();
        let record = root(findings, table.get_ref());
        if !broken.is_empty() {
            let sections = &findings.sections;
            let own = broken.iter().map(|span| sections.at(span.start)).collect();
            let whole = findings.problems.split_off(first);
            findings.problems.extend(whole.into_iter().filter(|problem| !echoes(sections, problem, &own)));
        }
        (record, broken)
    });
    single_and_double(&mut findings.problems);
    not_read_twice(&mut findings.problems);
    let judge = record.format.as_ref().is_none_or(|format| format.value == FORMAT);
    if !judge {
        findings.problems.retain(|problem| [&UNKNOWN_FORMAT, &SYNTAX].contains(&problem.code));
    }
    done(record, findings, broken, judge)
}

fn done(record: RawRecord, findings: Findings<'_>, broken: Vec<Range<usize>>, judge: bool) -> Reading {
    let Findings { mut problems, sections, .. } = findings;
    crate::problem::sort(&mut problems);
    let spoilt = broken.iter().map(|span| sections.at(span.start)).collect();
    Reading { record, problems, broken, judge, sections, spoilt }
}

/// `[source]` above `[[source]]` is one mistake, told at the first.
fn single_and_double(problems: &mut Vec<Problem>) {
    let single: Vec<_> = problems.iter().filter(|problem| problem.code == &WRONG_TYPE).collect();
    let named = |message: &str| message.split('`').nth(1).map(str::to_owned);
    let single: Vec<_> =
        single.iter().filter(|problem| problem.message.ends_with("single brackets")).collect();
    let single: BTreeSet<_> = single.iter().filter_map(|problem| named(&problem.message)).collect();
    problems.retain(|problem| {
        problem.code != &DUPLICATE_KEY || named(&problem.message).is_none_or(|name| !single.contains(&name))
    });
}

/// A day that the calendar does not have is not also a value of a wrong type.
fn not_read_twice(problems: &mut Vec<Problem>) {
    let days = problems.iter().filter(|problem| problem.code == &IMPOSSIBLE_DATE);
    let days: BTreeSet<usize> = days.map(|problem| problem.span().start).collect();
    problems.retain(|problem| problem.code != &WRONG_TYPE || !days.contains(&problem.span().start));
}

/// Whether a fault of shape may only follow from a broken place: it stands in the same section.
fn echoes(sections: &Sections, problem: &Problem, broken: &BTreeSet<usize>) -> bool {
    problem.code == &MISSING_KEY || broken.contains(&sections.at(problem.span().start))
}

fn root(findings: &mut Findings<'_>, table: &DeTable<'_>) -> RawRecord {
    const LEGAL: &[&str] =
        &["format", "resolution", "source", "units", "part", "language", "position", "vote"];
    let mut section = Section::new("the record", 0..0, table, LEGAL);
    let mut record = RawRecord { format: section.integer(findings, "format"), ..RawRecord::default() };
    section.require(findings, "format", &record.format, "write `format = 1` in its first line");
    if let Some(format) = record.format.as_ref().filter(|format| format.value != FORMAT) {
        let message = format!("the record is of format {}; this program reads format {FORMAT}", format.value);
        findings.add(
            &UNKNOWN_FORMAT,
            format.span.clone(),
            message,
            "use a newer program, or write `format = 1` where the number is a slip",
        );
    }
    let found = section.table(findings, "resolution");
    record.resolution = found.map(|(header, table)| resolution(findings, header, table));
    section.require(
        findings,
        "[resolution]",
        &record.resolution,
        "write `[resolution]` and below it `id = \"…\"`",
    );
    record.sources = list(findings, &mut section, "source", source);
    record.units = section.texts(findings, "units");
    record.parts = list(findings, &mut section, "part", part);
    record.languages = languages(findings, &mut section);
    record.positions = list(findings, &mut section, "position", position);
    record.votes = list(findings, &mut section, "vote", vote);
    section.finish(findings);
    record
}

type Build<T> = fn(&mut Findings<'_>, Range<usize>, &DeTable<'_>) -> T;

fn list<T>(findings: &mut Findings<'_>, section: &mut Section<'_>, key: &str, build: Build<T>) -> Vec<T> {
    let tables = section.tables(findings, key);
    tables.into_iter().map(|(header, table)| build(findings, header, table)).collect()
}

fn resolution(findings: &mut Findings<'_>, header: Range<usize>, table: &DeTable<'_>) -> RawResolution {
    const LEGAL: &[&str] = &["id", "symbol", "adopted", "rejected", "by", "preambular", "operative"];
    let mut section = Section::new("[resolution]", header, table, LEGAL);
    let raw = RawResolution {
        header: section.header(),
        id: section.string(findings, "id"),
        symbol: section.string(findings, "symbol"),
        adopted: section.date(findings, "adopted"),
        rejected: section.date(findings, "rejected"),
        by: section.string(findings, "by"),
        preambular: section.integer(findings, "preambular"),
        operative: section.integer(findings, "operative"),
    };
    section.require(
        findings,
        "id",
        &raw.id,
        "write an id that no other record has, such as \"ipu-145-migration\"",
    );
    section.finish(findings);
    raw
}

fn source(findings: &mut Findings<'_>, header: Range<usize>, table: &DeTable<'_>) -> RawSource {
    const LEGAL: &[&str] = &["id", "title", "languages", "sha256", "url", "iri"];
    let mut section = Section::new("[[source]]", header, table, LEGAL);
    let raw = RawSource {
        header: section.header(),
        id: section.string(findings, "id"),
        title: section.string(findings, "title"),
        languages: section.strings(findings, "languages").map(|list| list.value).unwrap_or_default(),
        sha256: section.string(findings, "sha256"),
        url: section.string(findings, "url"),
        iri: section.string(findings, "iri"),
    };
    section.require(
        findings,
        "id",
        &raw.id,
        "write an id by which positions refer to it, such as \"published\"",
    );
    section.finish(findings);
    raw
}

fn part(findings: &mut Findings<'_>, header: Range<usize>, table: &DeTable<'_>) -> RawPart {
    let mut section = Section::new("[[part]]", header, table, &["id", "preambular", "operative"]);
    let raw = RawPart {
        header: section.header(),
        id: section.string(findings, "id"),
        preambular: section.integer(findings, "preambular"),
        operative: section.integer(findings, "operative"),
    };
    section.require(findings, "id", &raw.id, "write the part as printed, such as \"II\"");
    section.finish(findings);
    raw
}

fn languages(findings: &mut Findings<'_>, root: &mut Section<'_>) -> Vec<RawLanguage> {
    const LEGAL: &[&str] = &["title", "body", "meeting", "place", "delegations", "subjects", "paragraphs"];
    let Some((header, table)) = root.table(findings, "language") else { return Vec::new() };
    let mut section = Section::new("[language]", header, table, &[]);
    let mut languages = Vec::new();
    for (tag, value) in section.take_all() {
        let toml::de::DeValue::Table(table) = value.get_ref() else {
            let message = format!("`{}` in [language] is no section", tag.value);
            let help = format!("write what is in a language under its tag, as in [language.{}]", "en");
            findings.add(&WRONG_TYPE, value.span(), message, help);
            continue;
        };
        let mut block = Section::new(format!("[language.{}]", tag.value), tag.span.clone(), table, LEGAL);
        languages.push(RawLanguage {
            tag,
            title: block.string(findings, "title"),
            body: block.string(findings, "body"),
            meeting: block.string(findings, "meeting"),
            place: block.string(findings, "place"),
            delegations: block.texts(findings, "delegations"),
            subjects: block.texts(findings, "subjects"),
            paragraphs: block.texts(findings, "paragraphs"),
        });
        block.finish(findings);
    }
    languages
}

fn position(findings: &mut Findings<'_>, header: Range<usize>, table: &DeTable<'_>) -> RawPosition {
    const LEGAL: &[&str] = &[
        "delegation",
        "kind",
        "on",
        "scope",
        "open",
        "phrase",
        "status",
        "made",
        "withdrawn",
        "on-behalf-of",
        "regarding",
        "note",
        "source",
        "locator",
    ];
    let mut section = Section::new("[[position]]", header, table, LEGAL);
    let raw = RawPosition {
        header: section.header(),
        delegation: section.string(findings, "delegation"),
        kind: section.string(findings, "kind"),
        on: section.strings(findings, "on"),
        scope: section.string(findings, "scope"),
        open: section.boolean(findings, "open"),
        phrase: section.texts(findings, "phrase"),
        status: section.string(findings, "status"),
        made: section.date(findings, "made"),
        withdrawn: section.date(findings, "withdrawn"),
        on_behalf_of: section.strings(findings, "on-behalf-of").map(|list| list.value).unwrap_or_default(),
        regarding: section.string(findings, "regarding"),
        note: section.texts(findings, "note"),
        source: section.string(findings, "source"),
        locator: section.string(findings, "locator"),
    };
    section.require(findings, "delegation", &raw.delegation, "write whose position it is, such as \"KZ\"");
    section.require(findings, "kind", &raw.kind, "write what it is, such as \"reservation\"");
    section.require(findings, "source", &raw.source, "write the id of the [[source]] that has it");
    section.finish(findings);
    raw
}

fn vote(findings: &mut Findings<'_>, header: Range<usize>, table: &DeTable<'_>) -> RawVote {
    const LEGAL: &[&str] = &[
        "on",
        "in-favour",
        "against",
        "abstaining",
        "voted-in-favour",
        "voted-against",
        "voted-abstaining",
        "lists",
        "source",
        "locator",
    ];
    let mut section = Section::new("[[vote]]", header, table, LEGAL);
    let raw = RawVote {
        header: section.header(),
        on: section.strings(findings, "on"),
        in_favour: section.integer(findings, "in-favour"),
        against: section.integer(findings, "against"),
        abstaining: section.integer(findings, "abstaining"),
        voted_in_favour: section.strings(findings, "voted-in-favour"),
        voted_against: section.strings(findings, "voted-against"),
        voted_abstaining: section.strings(findings, "voted-abstaining"),
        lists: section.string(findings, "lists"),
        source: section.string(findings, "source"),
        locator: section.string(findings, "locator"),
    };
    let count = ["in-favour", "against", "abstaining"].into_iter().find(|key| section.has(key));
    section.require(
        findings,
        "in-favour`, `against` or `abstaining",
        &count,
        "write at least one count: in-favour, against or abstaining",
    );
    section.finish(findings);
    raw
}
