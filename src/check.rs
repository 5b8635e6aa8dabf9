//! From a raw record to the model: every rule is run, every fault gathered, and only a record without errors becomes
//! a [`Resolution`].
//!
//! [`RULES`] is the flat list: one entry a rule, one function each, with the codes that it reports.

mod build;
mod codes;
mod follows;
mod headless;
mod labels;
mod languages;
mod names;
mod positions;
mod resolution;
mod votes;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::model::{Resolution, ResolutionId};
use crate::names as delegations;
use crate::problem::{About, Code, Problem, SourceText, sort};
use crate::record::{self, Comparisons, Decoded, MOST_FAULTS, RawRecord, Reading, TOO_MANY_FAULTS, told};

pub use codes::DUPLICATE_RESOLUTION;
use labels::Numbering;

/// One rule: what it may report, and the function that looks.
pub struct Rule {
    /// What it is about, in a few words.
    pub name: &'static str,
    /// The codes that it reports.
    pub codes: &'static [&'static Code],
    /// Whether it looks at one section at a time, so that its faults cannot follow from a syntax fault elsewhere.
    pub local: bool,
    run: fn(&mut Inspection<'_>),
}

/// Every rule, in the order in which they run.
pub const RULES: &[Rule] = &[
    Rule { name: "resolution", codes: resolution::CODES, local: true, run: resolution::resolution },
    Rule { name: "sources", codes: resolution::SOURCE_CODES, local: true, run: resolution::sources },
    Rule {
        name: "units and parts",
        codes: resolution::NUMBERING_CODES,
        local: true,
        run: resolution::numbering,
    },
    Rule { name: "language tags", codes: languages::TAG_CODES, local: true, run: languages::tags },
    Rule { name: "text", codes: languages::TEXT_CODES, local: true, run: languages::texts },
    Rule { name: "words of positions", codes: positions::WORD_CODES, local: true, run: positions::words },
    Rule { name: "targets", codes: positions::TARGET_CODES, local: true, run: positions::targets },
    Rule { name: "dates", codes: positions::DATE_CODES, local: true, run: positions::dates },
    Rule { name: "labels", codes: labels::CODES, local: false, run: labels::labels },
    Rule {
        name: "delegations",
        codes: positions::DELEGATION_CODES,
        local: true,
        run: positions::delegations,
    },
    Rule { name: "votes", codes: votes::CODES, local: true, run: votes::votes },
    Rule { name: "way of adoption", codes: votes::WAY_CODES, local: false, run: votes::way },
    Rule {
        name: "references to sources",
        codes: positions::SOURCE_CODES,
        local: false,
        run: positions::sources,
    },
    Rule { name: "the same twice", codes: positions::TWICE_CODES, local: false, run: positions::twice },
    Rule { name: "names", codes: names::CODES, local: false, run: names::names },
    Rule { name: "phrases", codes: languages::PHRASE_CODES, local: false, run: languages::phrases },
    Rule { name: "versions", codes: languages::VERSION_CODES, local: false, run: languages::versions },
];

/// Every code of this room, once each.
pub fn codes() -> Vec<&'static Code> {
    let mut codes: Vec<&'static Code> = RULES.iter().flat_map(|rule| rule.codes).copied().collect();
    codes.push(&DUPLICATE_RESOLUTION);
    codes.sort_by_key(|code| code.name);
    codes.dedup();
    codes
}

/// What checking a record gave.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The resolution; none where there is an error.
    pub resolution: Option<Resolution>,
    /// The id of the resolution and where it stands, for faults between records; also where the record has an error.
    pub id: Option<(ResolutionId, Range<usize>)>,
    /// Errors and warnings, in the file's order.
    pub problems: Vec<Problem>,
}

/// Reads and checks one record.
pub fn check(source: &SourceText) -> Checked {
    of_reading(source, &record::read(source))
}

/// Reads and checks one record whose bytes may have places that are no UTF-8, which are among its problems.
pub fn check_decoded(decoded: &Decoded) -> Checked {
    of_reading(&decoded.source, &record::read_decoded(decoded))
}

fn of_reading(source: &SourceText, reading: &Reading) -> Checked {
    let mut problems = reading.problems.clone();
    let mut unlisted = reading.unlisted;
    if reading.judge {
        let (found, more) = inspect(source, reading);
        problems.extend(found);
        unlisted += more;
    }
    if unlisted > 0 {
        let message = format!("{unlisted} more faults are not told");
        let help = "look whether the file is a record; mend those that are told, and check again";
        problems.push(Problem::new(&TOO_MANY_FAULTS, source, 0..0, message, help));
    }
    follows::drop_following(&mut problems, source, reading);
    sort(&mut problems);
    let faulty = problems.iter().any(Problem::is_error);
    let resolution = if faulty || !reading.judge { None } else { build::build(&reading.record) };
    let id = reading.record.resolution.as_ref().and_then(|resolution| resolution.id.as_ref());
    let id = id.and_then(|id| Some((id.value.parse().ok()?, id.span.clone())));
    Checked { resolution, id, problems }
}

/// The faults that the rules find, and how many more there are.
fn inspect(source: &SourceText, reading: &Reading) -> (Vec<Problem>, usize) {
    let numbering = Numbering::of(&reading.record);
    let codes = reading.record.languages.iter().flat_map(|language| &language.delegations);
    let named = codes.map(|(code, _)| code.value.as_str()).collect();
    let mut inspection = Inspection {
        source,
        reading,
        numbering,
        named,
        suggested: 0,
        compared: Comparisons::default(),
        found: BTreeMap::new(),
        problems: Vec::new(),
        unlisted: 0,
    };
    let whole = reading.is_torn_in_positions_only(source);
    for rule in RULES.iter().filter(|rule| rule.local || whole) {
        (rule.run)(&mut inspection);
    }
    let mut problems = inspection.problems;
    problems.retain(|problem| !reading.explains(problem));
    (problems, inspection.unlisted)
}

/// A record under inspection, and what was found so far.
struct Inspection<'a> {
    source: &'a SourceText,
    reading: &'a Reading,
    numbering: Numbering,
    /// The delegations that have a name in some language.
    named: BTreeSet<&'a str>,
    /// What was looked up of names that are no codes.
    found: BTreeMap<&'a str, delegations::Found>,
    /// For how many unknown delegations the nearest names were looked for: that costs, and a file may hold thousands.
    suggested: usize,
    /// The words of the record that were compared with one another, to tell what was meant.
    compared: Comparisons,
    problems: Vec<Problem>,
    /// How many more there are than are kept.
    unlisted: usize,
}

impl<'a> Inspection<'a> {
    fn record(&self) -> &'a RawRecord {
        &self.reading.record
    }

    fn add(
        &mut self,
        code: &'static Code,
        span: &Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.add_about(code, span, message, help, About::default());
    }

    /// Adds a fault with what it is about.
    fn add_about(
        &mut self,
        code: &'static Code,
        span: &Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
        about: About,
    ) {
        if self.problems.len() >= MOST_FAULTS {
            self.unlisted += 1;
            return;
        }
        let (message, help) = (told(&message.into()), told(&help.into()));
        self.problems.push(Problem::new(code, self.source, span.clone(), message, help).with(about));
    }

    /// Line of a byte offset, for messages that name a second place.
    fn line(&self, span: &Range<usize>) -> usize {
        self.source.place(span.start).0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_rest_on_a_character_that_could_not_be_read_is_not_told() {
        // Each record has one place that is no UTF-8, in the section on which the fault named with it would rest.
        let codes = |text: &str| {
            let bytes: Vec<u8> = text.bytes().map(|b| if b == b'~' { 0xE9 } else { b }).collect();
            let problems = check_decoded(&record::decoded("r.toml", &bytes)).problems;
            problems.iter().map(|problem| problem.code.name).collect::<Vec<_>>()
        };
        let position = |more: &str| {
            format!("[[position]]\ndelegation = \"CZ\"\nkind = \"reservation\"\nsource = \"s\"\n{more}\n")
        };
        let record = |resolution: &str, parts: &str, names: &str, more: &str| {
            format!(
                "format = 1\n[resolution]\nid = \"x\"\n{resolution}\n{parts}[[source]]\nid = \"s\"\n[language.en.delegations]\n{names}\n{more}"
            )
        };
        let named = "CZ = \"Czechia\"";
        for (sound, marred, code) in [
            (
                record("", "", "FR = \"France\"", &position("on = [\"OP1\"]")),
                record("", "", "FR = \"~France\"", &position("on = [\"OP1\"]")),
                "missing-name",
            ),
            (
                record("", "", named, &position("on = [\"RULE1\"]")),
                record("", "[units]\nRULE = \"~rule\"\n", named, &position("on = [\"RULE1\"]")),
                "unknown-unit",
            ),
            (
                record("", "[[part]]\nid = \"I\"\n", named, &position("on = [\"II/OP1\"]")),
                record("", "[[part]]\nid = \"~I\"\n", named, &position("on = [\"II/OP1\"]")),
                "unknown-part",
            ),
            (
                record("operative = 1", "", named, &position("on = [\"OP2\"]")),
                record("operative = 1\nsymbol = \"~\"", "", named, &position("on = [\"OP2\"]")),
                "label-past-end",
            ),
        ] {
            assert!(codes(&sound).contains(&code), "{code}: {:?}", codes(&sound));
            assert!(
                !codes(&marred).contains(&code) && !codes(&marred).is_empty(),
                "{code}: {:?}",
                codes(&marred)
            );
        }
    }
}
