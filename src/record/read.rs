//! From the bytes of a file to a raw record.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::de::DeTable;

use super::broken::Damage;
use super::codes::{
    DUPLICATE_KEY, EMPTY_FILE, IMPOSSIBLE_DATE, MISSING_KEY, NOT_UTF_8, NUL, SYNTAX, TOO_LARGE,
    TOO_MANY_LANGUAGES, UNKNOWN_FORMAT, WRONG_TYPE,
};
use super::keys;
use super::raw::{RawLanguage, RawPart, RawPosition, RawRecord, RawResolution, RawSource, RawVote};
use super::sections::{Sections, header, names};
use super::syntax;
use super::walk::{Findings, Section};
use crate::problem::{About, Problem, SourceText};

/// The number of the format that this program reads and writes.
pub const FORMAT: i64 = 1;

/// The most bytes of a record, 8 MiB: what is made of it in memory stays a few hundred.
pub const LARGEST: u64 = 8 << 20;

/// The most languages of a record: each delegation may lack its name in each of them.
const LANGUAGES: usize = 100;

/// What reading a text gave: the record as far as it could be read, and every fault of syntax and shape.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The raw record; parts that could not be read are absent.
    pub record: RawRecord,
    /// The faults, in the file's order.
    pub problems: Vec<Problem>,
    /// Whether the content is to be judged at all: not for another format, nor for a file without any.
    pub judge: bool,
    /// How many more faults there are than `problems` holds.
    pub unlisted: usize,
    sections: Sections,
    damage: Damage,
}

impl Reading {
    /// Whether a fault may only follow from broken syntax in its section.
    pub fn explains(&self, problem: &Problem) -> bool {
        self.damage.explains(problem, &self.sections)
    }

    /// Where the sections begin.
    pub(crate) fn sections(&self) -> &Sections {
        &self.sections
    }

    /// Whether it is known of all sections but positions which keys are theirs: no header and no line without a key is
    /// broken there.
    pub fn is_torn_in_positions_only(&self, source: &SourceText) -> bool {
        self.damage.sections(true).all(|at| header(source.text(), at).starts_with("[[position]]"))
    }

    /// The tables in which the syntax is broken, an empty name for what stands above all of them.
    pub(crate) fn broken_tables(&self, source: &SourceText) -> BTreeSet<String> {
        let headers = self.damage.sections(false).map(|at| header(source.text(), at));
        headers.map(|header| names(&header).next().unwrap_or_default().to_owned()).collect()
    }
}

/// So many places that cannot be read are each told; a file with more was not saved as it should be, which is one fault.
const MANY: usize = 8;

/// The text of a file's bytes.
#[derive(Clone, Debug)]
pub struct Decoded {
    /// The text; a replacement character stands where bytes are no UTF-8.
    pub source: SourceText,
    /// Each place where they are none; of many the first.
    pub faults: Vec<Problem>,
    /// Whether what stands beside those places is worth reading.
    pub legible: bool,
}

/// Turns the bytes of a file into text; those of one with more than [`LARGEST`] need not be all.
pub fn decoded(name: &str, bytes: &[u8]) -> Decoded {
    if bytes.len() as u64 > LARGEST {
        let source = SourceText::new(name, "");
        let help = "look whether it is a record; the texts of paragraphs may be left out";
        let fault = Problem::new(&TOO_LARGE, &source, 0..0, "the file has more than 8 MiB", help);
        return Decoded { source, faults: vec![fault], legible: false };
    }
    let own = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(own) {
        return Decoded { source: SourceText::new(name, text), faults: Vec::new(), legible: true };
    }
    if let Some((what, help)) = no_text(own) {
        let source = SourceText::new(name, String::from_utf8_lossy(own));
        let fault = Problem::new(&NOT_UTF_8, &source, 0..3, what, help);
        return Decoded { source, faults: std::iter::once(fault).collect(), legible: false };
    }
    let mut text = String::with_capacity(own.len());
    let mut at = bytes.len() - own.len();
    // One more than are told shows that there are too many; of the others only the number is kept.
    let (mut places, mut more): (Vec<(Range<usize>, usize, u8)>, usize) = (Vec::new(), 0);
    for chunk in own.utf8_chunks() {
        text.push_str(chunk.valid());
        at += chunk.valid().len();
        if let Some(byte) = chunk.invalid().first() {
            let start = text.len();
            text.push(char::REPLACEMENT_CHARACTER);
            let full = places.len() > MANY;
            match places.last_mut().filter(|(span, ..)| span.end == start) {
                Some((span, ..)) => span.end = text.len(),
                None if full => more += 1,
                None => places.push((start..text.len(), at + 1, *byte)),
            }
        }
        at += chunk.invalid().len();
    }
    let source = SourceText::new(name, text);
    let legible = places.len() <= MANY;
    let help = match legible {
        true => "save the file again as UTF-8, and look whether the letter here is still right".into(),
        false => {
            format!("save the file again as UTF-8; {} more places cannot be read", places.len() - 1 + more)
        }
    };
    let fault = |(span, at, byte): (Range<usize>, usize, u8)| {
        let message = format!("byte {at} of the file, 0x{byte:02x}, is no UTF-8");
        Problem::new(&NOT_UTF_8, &source, span, message, help.clone())
    };
    let told = if legible { places.len() } else { 1 };
    let faults = places.into_iter().take(told).map(fault).collect();
    Decoded { source, faults, legible }
}

/// What a file is that is no text of ours at all, and what to do about it.
fn no_text(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    let documents =
        "`reservations import` reads documents; a record is plain text, as `reservations new` writes it";
    let unicode = "save the file as UTF-8; an editor calls the other one Unicode or UTF-16";
    let kinds: [(&[u8], &str, &str); 4] = [
        (b"\xff\xfe", "the file is UTF-16", unicode),
        (b"\xfe\xff", "the file is UTF-16", unicode),
        (b"%PDF", "the file is a PDF", documents),
        (b"PK\x03\x04", "the file is a Word document or an archive", documents),
    ];
    kinds.into_iter().find(|(begin, ..)| bytes.starts_with(begin)).map(|(_, what, help)| (what, help))
}

/// Turns the bytes of a file into text.
///
/// # Errors
/// A problem where the bytes are no UTF-8; its place is the first byte that is none.
pub fn decode(name: &str, bytes: &[u8]) -> Result<SourceText, Box<Problem>> {
    let Decoded { source, mut faults, .. } = decoded(name, bytes);
    if faults.is_empty() { Ok(source) } else { Err(Box::new(faults.remove(0))) }
}

/// Reads a record.
pub fn read(source: &SourceText) -> Reading {
    read_decoded(&Decoded { source: source.clone(), faults: Vec::new(), legible: true })
}

/// Reads a record whose bytes may have places that are no UTF-8.
pub fn read_decoded(decoded: &Decoded) -> Reading {
    let source = &decoded.source;
    let sections = Sections::of(source.text());
    let mut findings = Findings { source, problems: decoded.faults.clone(), unlisted: 0, sections };
    if !decoded.legible || is_illegible(&mut findings) {
        return done(RawRecord::default(), findings, Damage::default(), false);
    }
    if source.text().starts_with('\u{feff}') {
        let help = "take one of the two out";
        findings.add(&SYNTAX, 0..3, "a second byte order mark stands at the beginning", help);
    }
    let marred = decoded.faults.iter().map(Problem::span).collect();
    let (record, damage) = syntax::parse(&mut findings, marred, |findings, table, broken| {
        let first = findings.problems.len();
        let record = root(findings, table.get_ref());
        let whole = findings.problems.split_off(first);
        let sections = &findings.sections;
        let damage = Damage::of(&broken, source, sections);
        let own = whole.into_iter().filter(|problem| !damage.explains(problem, sections));
        let own: Vec<Problem> = own.collect();
        findings.problems.extend(own);
        (record, damage)
    });
    single_and_double(&mut findings.problems);
    not_read_twice(&mut findings.problems);
    let judge = record.format.as_ref().is_none_or(|format| format.value == FORMAT);
    if !judge {
        let own = [&UNKNOWN_FORMAT, &SYNTAX, &NUL, &NOT_UTF_8];
        findings.problems.retain(|problem| own.contains(&problem.code));
    }
    done(record, findings, damage, judge)
}

/// Whether a text is none that could be a record, for one reason that is told.
fn is_illegible(findings: &mut Findings<'_>) -> bool {
    let text = findings.source.text();
    if let Some(at) = many_nul(text) {
        let help = "the file is no UTF-8 text; save it again as UTF-8";
        findings.add(&NUL, at..at + 1, "the file holds a NUL character", help);
    } else if let Some(at) = syntax::carriage_returns(text) {
        findings.add(&SYNTAX, at..at + 1, syntax::ONLY_CARRIAGE_RETURNS, syntax::LINE_ENDS);
    } else if text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
        let help = "begin it with `format = 1`; `reservations new` writes a skeleton";
        findings.add(&EMPTY_FILE, 0..0, "the file holds no record", help);
    } else {
        return false;
    }
    true
}

/// Where the first NUL character stands in a text that has too many of them. Several in a row are one, as at the end of
/// a file that a full disk cut off.
fn many_nul(text: &str) -> Option<usize> {
    let begins = |(at, _): &(usize, &str)| !text[..*at].ends_with('\0');
    let mut places = text.match_indices('\0').filter(begins).map(|(at, _)| at);
    places.next().filter(|_| places.nth(MANY - 1).is_some())
}

fn done(record: RawRecord, findings: Findings<'_>, damage: Damage, judge: bool) -> Reading {
    let Findings { mut problems, sections, unlisted, .. } = findings;
    crate::problem::sort(&mut problems);
    Reading { record, problems, judge, unlisted, sections, damage }
}

/// `[source]` above `[[source]]` is one mistake, told at the first.
fn single_and_double(problems: &mut Vec<Problem>) {
    let of_record = |problem: &&Problem| problem.code == &WRONG_TYPE && problem.about().table.is_empty();
    let single: BTreeSet<String> =
        problems.iter().filter(of_record).map(|problem| problem.about().first_key().to_owned()).collect();
    problems
        .retain(|problem| problem.code != &DUPLICATE_KEY || !single.contains(problem.about().first_key()));
}

/// A day that the calendar does not have is not also a value of a wrong type.
fn not_read_twice(problems: &mut Vec<Problem>) {
    let days = problems.iter().filter(|problem| problem.code == &IMPOSSIBLE_DATE);
    let days: BTreeSet<usize> = days.map(|problem| problem.span().start).collect();
    problems.retain(|problem| problem.code != &WRONG_TYPE || !days.contains(&problem.span().start));
}

fn root(findings: &mut Findings<'_>, table: &DeTable<'_>) -> RawRecord {
    let mut section = Section::new("the record", About::default(), 0..0, table, keys::RECORD);
    let mut record = RawRecord { format: section.integer(findings, "format"), ..RawRecord::default() };
    section.require(findings, "format", "write `format = 1` in its first line");
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
    section.require(findings, "resolution", "write `[resolution]` and below it `id = \"…\"`");
    record.sources = list(findings, &mut section, "source", source);
    record.units = section.texts(findings, "units");
    record.parts = list(findings, &mut section, "part", part);
    record.languages = languages(findings, &mut section);
    record.positions = list(findings, &mut section, "position", position);
    record.votes = list(findings, &mut section, "vote", vote);
    section.finish(findings);
    record
}

/// What a fault of a table is about.
fn of_table(table: &str) -> About {
    About { table: table.to_owned(), ..About::default() }
}

type Build<T> = fn(&mut Findings<'_>, Range<usize>, &DeTable<'_>) -> T;

fn list<T>(findings: &mut Findings<'_>, section: &mut Section<'_>, key: &str, build: Build<T>) -> Vec<T> {
    let tables = section.tables(findings, key);
    tables.into_iter().map(|(header, table)| build(findings, header, table)).collect()
}

fn resolution(findings: &mut Findings<'_>, header: Range<usize>, table: &DeTable<'_>) -> RawResolution {
    let mut section = Section::new("[resolution]", of_table("resolution"), header, table, keys::RESOLUTION);
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
    section.require(findings, "id", "write an id that no other record has, such as \"ipu-145-migration\"");
    section.finish(findings);
    raw
}

fn source(findings: &mut Findings<'_>, header: Range<usize>, table: &DeTable<'_>) -> RawSource {
    let mut section = Section::new("[[source]]", of_table("source"), header, table, keys::SOURCE);
    let raw = RawSource {
        header: section.header(),
        id: section.string(findings, "id"),
        title: section.string(findings, "title"),
        languages: section.strings(findings, "languages").map(|list| list.value).unwrap_or_default(),
        sha256: section.string(findings, "sha256"),
        url: section.string(findings, "url"),
        iri: section.string(findings, "iri"),
    };
    section.require(findings, "id", "write an id by which positions refer to it, such as \"published\"");
    section.finish(findings);
    raw
}

fn part(findings: &mut Findings<'_>, header: Range<usize>, table: &DeTable<'_>) -> RawPart {
    let mut section = Section::new("[[part]]", of_table("part"), header, table, keys::PART);
    let raw = RawPart {
        header: section.header(),
        id: section.string(findings, "id"),
        preambular: section.integer(findings, "preambular"),
        operative: section.integer(findings, "operative"),
    };
    section.require(findings, "id", "write the part as printed, such as \"II\"");
    section.finish(findings);
    raw
}

fn languages(findings: &mut Findings<'_>, root: &mut Section<'_>) -> Vec<RawLanguage> {
    let Some((header, table)) = root.table(findings, "language") else { return Vec::new() };
    let mut section = Section::new("[language]", About::key("", "language"), header, table, &[]);
    let mut languages = Vec::new();
    for (number, (tag, value)) in section.take_all().into_iter().enumerate() {
        if number == LANGUAGES {
            let message = format!("`{}` is the language after the hundredth", tag.value);
            let help = "a record is in at most 100 languages; take out those that nobody reads";
            findings.add(&TOO_MANY_LANGUAGES, tag.span, message, help);
            break;
        }
        let toml::de::DeValue::Table(table) = value.get_ref() else {
            let message = format!("`{}` in [language] is no section", tag.value);
            let help = format!("write what is in a language under its tag, as in [language.{}]", "en");
            findings.add_about(&WRONG_TYPE, value.span(), message, help, About::key("", "language"));
            continue;
        };
        let about = About { languages: vec![tag.value.clone()], ..of_table("language") };
        let mut block =
            Section::new(format!("[language.{}]", tag.value), about, tag.span.clone(), table, keys::LANGUAGE);
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
    let mut section = Section::new("[[position]]", of_table("position"), header, table, keys::POSITION);
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
    if table.is_empty() {
        let help = "take it out, or write below it delegation, kind, on or scope, and source";
        let about = of_table("position");
        findings.add_about(&MISSING_KEY, section.header(), "[[position]] is empty", help, about);
        return raw;
    }
    section.require(findings, "delegation", "write whose position it is, such as \"KZ\"");
    section.require(findings, "kind", "write what it is, such as \"reservation\"");
    section.require(findings, "source", "write the id of the [[source]] that has it");
    section.finish(findings);
    raw
}

fn vote(findings: &mut Findings<'_>, header: Range<usize>, table: &DeTable<'_>) -> RawVote {
    let mut section = Section::new("[[vote]]", of_table("vote"), header, table, keys::VOTE);
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
    // Where only some delegations' votes are told, they stand in incomplete lists and nothing was counted.
    let listed = ["voted-in-favour", "voted-against", "voted-abstaining"].iter().any(|key| section.has(key));
    if !(listed && section.has("lists")) {
        let help = match listed {
            true => "write at least one count, or `lists = \"incomplete\"` where only some votes are told",
            false => "write at least one count: in-favour, against or abstaining",
        };
        section.require_any(findings, &["in-favour", "against", "abstaining"], help);
    }
    section.finish(findings);
    raw
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(bytes: &[u8]) -> (Vec<String>, bool) {
        let decoded = decoded("r.toml", bytes);
        let told = |fault: &Problem| {
            let (line, column) = fault.place();
            format!("{line}:{column} {}", fault.message)
        };
        (decoded.faults.iter().map(told).collect(), decoded.legible)
    }

    #[test]
    fn each_place_that_is_no_utf_8_is_told() {
        let byte = |at: usize, byte: &str| format!("byte {at} of the file, 0x{byte}, is no UTF-8");
        assert_eq!(places(b"a = 1\n"), (Vec::new(), true));
        assert_eq!(places("ب".as_bytes()), (Vec::new(), true));
        // Those in a row are one place, and a byte order mark counts.
        assert_eq!(
            places(b"a\xff\xfeb\n\xe9"),
            (vec![format!("1:2 {}", byte(2, "ff")), format!("2:1 {}", byte(6, "e9"))], true)
        );
        assert_eq!(places(b"\xef\xbb\xbfa\xe9"), (vec![format!("1:2 {}", byte(5, "e9"))], true));
        // A letter that is cut off.
        assert_eq!(places(b"a\xd9\nb"), (vec![format!("1:2 {}", byte(2, "d9"))], true));
        let (told, legible) = places(&b"\xe9 ".repeat(8));
        assert_eq!((told.len(), legible), (8, true));
        let (told, legible) = places(&b"\xe9 ".repeat(9));
        assert_eq!((told, legible), (vec![format!("1:1 {}", byte(1, "e9"))], false));
        for (many, more) in [(9, 8), (10, 9), (300, 299)] {
            let help = decoded("r.toml", &b"\xe9 ".repeat(many)).faults[0].help.clone();
            assert_eq!(help, format!("save the file again as UTF-8; {more} more places cannot be read"));
        }
        for (bytes, want) in [
            (&b"\xff\xfea\0"[..], "1:1 the file is UTF-16"),
            (b"\xfe\xff\0a", "1:1 the file is UTF-16"),
            (b"%PDF-1.7\xe9", "1:1 the file is a PDF"),
            (b"PK\x03\x04\xe9", "1:1 the file is a Word document or an archive"),
        ] {
            assert_eq!(places(bytes), (vec![want.to_owned()], false));
        }
    }

    #[test]
    fn decoding_fails_at_the_first_place() {
        assert_eq!(
            decode("r.toml", b"\xef\xbb\xbfa = 1").map(|source| source.text().to_owned()).ok(),
            Some("a = 1".into())
        );
        let fault = decode("r.toml", b"a\xe9 \xe9").err().map(|fault| (fault.place(), fault.message));
        assert_eq!(fault, Some(((1, 2), "byte 2 of the file, 0xe9, is no UTF-8".into())));
    }

    #[test]
    fn a_vote_has_a_count_or_an_incomplete_list() {
        let missing = |keys: &str| {
            let head = "format = 1\n[resolution]\nid = \"x\"\n[[vote]]\non = [\"OP2\"]\n";
            let problems = read(&SourceText::new("r.toml", format!("{head}{keys}"))).problems;
            problems.iter().map(|problem| problem.code.name).collect::<Vec<_>>()
        };
        let list = "voted-against = [\"FR\"]\n";
        assert_eq!(missing(&format!("{list}lists = \"incomplete\"\n")), Vec::<&str>::new());
        assert_eq!(missing("against = 1\n"), Vec::<&str>::new());
        for keys in ["", list, "lists = \"incomplete\"\n"] {
            assert_eq!(missing(keys), ["missing-key"], "{keys}");
        }
    }

    #[test]
    fn nul_characters_are_told_until_they_are_too_many() {
        let codes = |text: &str| {
            let reading = read(&SourceText::new("r.toml", text));
            let codes: Vec<_> = reading.problems.iter().map(|problem| problem.code.name).collect();
            (codes.iter().filter(|code| **code == "nul").count(), codes.len(), reading.judge)
        };
        let record = |nul: &str| {
            format!("format = 1\n[resolution]\nid = \"x\"\n# {nul}\n[[source]]\nid = \"s\"\nodd = 1\n")
        };
        assert_eq!(codes(&record("\0")), (1, 2, true));
        assert_eq!(codes(&record(&"\0".repeat(100))), (1, 2, true));
        assert_eq!(codes(&record(&"\0 ".repeat(8))), (8, 9, true));
        assert_eq!(codes(&record(&"\0 ".repeat(9))), (1, 1, false));
    }

    #[test]
    fn what_rests_on_a_place_that_could_not_be_read_is_not_told() {
        let record = b"format = 1\n[resolution]\nid = \"x\"\noperative = 9\n[[source]]\nid = \"s\xe9\"\n[language.en.delegations]\n\
            CZ = \"C\"\n[[position]]\ndelegation = \"CZ\"\nkind = \"reservation\"\non = [\"OP10\"]\nsource = \"s\"\n";
        let reading = read_decoded(&decoded("r.toml", record));
        let source = decoded("r.toml", record).source;
        assert_eq!(reading.broken_tables(&source), BTreeSet::from(["source".to_owned()]));
        assert!(reading.is_torn_in_positions_only(&source));
        let missing = |at: &str| {
            let at = source.text().find(at).unwrap();
            reading.explains(&Problem::new(&DUPLICATE_KEY, &source, at..at, "", ""))
        };
        assert!(missing("[[source") && missing("id = \"s") && !missing("OP10"));
        let above = b"a = \"\xe9\"\n[resolution]\nid = \"x\"\n";
        let reading = read_decoded(&decoded("r.toml", above));
        assert!(reading.broken_tables(&decoded("r.toml", above).source).contains(""));
    }
}
