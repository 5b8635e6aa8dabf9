//! What follows from what: a misspelt key is not also a missing one, and what could not be read is not also empty.
//!
//! [`FOLLOWS`] is the table: of which fault it is said that it may only follow from others, and from which.

use std::collections::BTreeSet;

use super::codes::{
    COUNT_MISMATCH, DUPLICATE_PART, DUPLICATE_POSITION, DUPLICATE_VOTE, IMPOSSIBLE_COUNT,
    INVISIBLE_CHARACTER, LABEL_PAST_END, MALFORMED_LABEL, MALFORMED_LANGUAGE, MALFORMED_PART, MALFORMED_UNIT,
    MISSING_NAME, NAME_OF_ANOTHER, NO_TARGET, OPEN_WITHOUT_ON, OUTCOME_CONTRADICTS_VOTE, PARAGRAPHS_DIFFER,
    PHRASE_NOT_FOUND, PHRASE_WITHOUT_PARAGRAPH, REJECTED_WITHOUT_VOTE, SAME_NAME, UNKNOWN_DELEGATION,
    UNKNOWN_PART, UNKNOWN_SOURCE, UNKNOWN_UNIT, UNKNOWN_WAY, UNUSED_SOURCE, VOTE_CONTRADICTS_ADOPTION,
    WITHDRAWN_BEFORE_ADOPTION,
};
use super::headless::join_headless;
use crate::fold::is_invisible;
use crate::problem::{Code, Problem, SourceText};
use crate::record::{
    DUPLICATE_KEY, IMPOSSIBLE_DATE, MISSING_KEY, Reading, Sections, UNKNOWN_KEY, UNKNOWN_SECTION, WRONG_TYPE,
    header, names,
};

/// What a fault may only follow from.
#[derive(Clone, Copy)]
enum Cause {
    /// The syntax of a table is broken, or what stands above all of them.
    Broken(&'static str),
    /// A key is misspelt, wherever.
    Misspelt(&'static str),
    /// A key is misspelt in the section of the fault.
    MisspeltHere(&'static str),
    /// The value of a key of a table, in any of its sections, could not be read.
    Unread(&'static str, &'static str),
    /// The value of a key could not be read in the section of the fault.
    UnreadHere(&'static str),
    /// The same, of any of the keys that the fault is about.
    OwnUnread,
    /// A key stands where it does not belong.
    Strayed(&'static str),
    /// The same, of the value that the fault is about.
    ValueStrayed,
    /// A table lacks its id, or has a wrong one.
    Nameless(&'static str),
    /// A key that is missing stands there in other letters, or elsewhere.
    KeyElsewhere,
    /// A name that is missing stands there under another key, or below another header.
    NameElsewhere,
    /// What stands in the place of a language is none.
    NoLanguage,
}

use Cause::{
    Broken, KeyElsewhere, Misspelt, MisspeltHere, NameElsewhere, Nameless, NoLanguage, OwnUnread, Strayed,
    Unread, UnreadHere, ValueStrayed,
};

/// A fault, and what it may only follow from.
struct Follows {
    fault: &'static Code,
    from: &'static [Cause],
}

const fn follows(fault: &'static Code, from: &'static [Cause]) -> Follows {
    Follows { fault, from }
}

const FOLLOWS: &[Follows] = &[
    follows(&MISSING_KEY, &[KeyElsewhere]),
    follows(&UNKNOWN_KEY, &[NoLanguage]),
    follows(&UNKNOWN_SECTION, &[NoLanguage]),
    follows(&NO_TARGET, &[MisspeltHere("on"), MisspeltHere("scope"), UnreadHere("on"), UnreadHere("scope")]),
    follows(&OPEN_WITHOUT_ON, &[UnreadHere("on")]),
    follows(&PHRASE_WITHOUT_PARAGRAPH, &[UnreadHere("on")]),
    follows(
        &UNKNOWN_SOURCE,
        &[
            Misspelt("source"),
            Unread("", "source"),
            Unread("source", "id"),
            Nameless("source"),
            Strayed("id"),
            Broken("source"),
        ],
    ),
    follows(
        &UNUSED_SOURCE,
        &[
            Misspelt("position"),
            Misspelt("vote"),
            Misspelt("source"),
            Unread("position", "source"),
            Unread("vote", "source"),
            Broken("position"),
            Broken("vote"),
        ],
    ),
    follows(
        &MISSING_NAME,
        &[
            NameElsewhere,
            Misspelt("language"),
            Misspelt("delegations"),
            Unread("", "language"),
            Unread("language", "delegations"),
            Broken("language"),
        ],
    ),
    follows(&SAME_NAME, &[Broken("language")]),
    follows(&NAME_OF_ANOTHER, &[Broken("language")]),
    follows(&PHRASE_NOT_FOUND, &[Broken("language")]),
    follows(&PARAGRAPHS_DIFFER, &[Unread("language", "paragraphs"), Broken("language")]),
    follows(&UNKNOWN_UNIT, &[Misspelt("units"), Unread("", "units"), ValueStrayed, Broken("units")]),
    follows(
        &UNKNOWN_PART,
        &[
            Misspelt("part"),
            Unread("", "part"),
            Unread("part", "id"),
            Nameless("part"),
            Strayed("id"),
            Broken("part"),
            Broken("resolution"),
        ],
    ),
    follows(&LABEL_PAST_END, &[Broken("part"), Broken("resolution")]),
    follows(&WITHDRAWN_BEFORE_ADOPTION, &[UnreadHere("made"), Broken("resolution")]),
    follows(&COUNT_MISMATCH, &[OwnUnread]),
    follows(
        &VOTE_CONTRADICTS_ADOPTION,
        &[
            UnreadHere("on"),
            Misspelt("by"),
            Misspelt("resolution"),
            Unread("resolution", "by"),
            Unread("", "resolution"),
            Broken("resolution"),
            Broken("vote"),
        ],
    ),
    follows(
        &OUTCOME_CONTRADICTS_VOTE,
        &[
            UnreadHere("on"),
            UnreadHere("in-favour"),
            UnreadHere("against"),
            Broken("resolution"),
            Broken("vote"),
        ],
    ),
    follows(&DUPLICATE_VOTE, &[Unread("vote", "on"), Misspelt("on"), Strayed("scope"), Broken("vote")]),
    // The keys by which two positions are told apart.
    follows(
        &DUPLICATE_POSITION,
        &[
            Unread("position", "phrase"),
            Unread("position", "withdrawn"),
            Unread("position", "made"),
            Unread("position", "regarding"),
            Unread("position", "on-behalf-of"),
            Unread("position", "kind"),
            Unread("position", "on"),
            Broken("position"),
        ],
    ),
    follows(&REJECTED_WITHOUT_VOTE, &[UnreadHere("adopted"), UnreadHere("by")]),
];

/// Codes of keys that stand where they do not belong, among others.
const STRAY: [&Code; 4] = [&UNKNOWN_KEY, &MALFORMED_LABEL, &MALFORMED_UNIT, &DUPLICATE_KEY];

/// Codes by which the id of a part is lost.
const PART_ID: [&Code; 2] = [&MALFORMED_PART, &DUPLICATE_PART];

/// Takes out the faults that follow from others.
pub(super) fn drop_following(problems: &mut Vec<Problem>, source: &SourceText, reading: &Reading) {
    drop_hidden(problems);
    let headless = join_headless(problems, source, reading.sections());
    let mut causes =
        Causes { broken: reading.broken_tables(source), ..Causes::new(source, reading.sections()) };
    problems.iter().for_each(|problem| causes.take(problem));
    causes.misspelt.extend(headless.into_iter().map(|table| (table, 0)));
    problems.retain(|problem| !causes.explain(problem));
}

/// Where a character cannot be seen, whatever else is wrong with the value follows from it.
fn drop_hidden(problems: &mut Vec<Problem>) {
    let place = |problem: &Problem| (problem.span().start, problem.span().end);
    let own = problems.iter().filter(|problem| problem.code == &INVISIBLE_CHARACTER);
    let hidden: BTreeSet<_> = own.map(place).collect();
    if !hidden.is_empty() {
        problems.retain(|problem| problem.code == &INVISIBLE_CHARACTER || !hidden.contains(&place(problem)));
    }
}

/// The faults from which others follow. A section is known by where it begins.
struct Causes<'a> {
    source: &'a SourceText,
    sections: &'a Sections,
    /// Tables whose syntax is broken, an empty name for what stands above all of them.
    broken: BTreeSet<String>,
    /// Keys of the format that are misspelt, with their sections.
    misspelt: BTreeSet<(String, usize)>,
    /// Keys whose value could not be read, with their sections.
    unread: BTreeSet<(String, usize)>,
    /// The same with their tables, table first.
    unread_in: BTreeSet<(String, String)>,
    /// Tables of which one has no id, or a wrong one.
    nameless: BTreeSet<&'static str>,
    /// Languages and codes of delegations whose name stands there under a key that is written otherwise.
    written_otherwise: BTreeSet<(String, String)>,
    /// What stands in the place of a language's tag and is none.
    no_languages: BTreeSet<String>,
    /// Keys of a position that stand below the header of a table in it.
    slipped: BTreeSet<String>,
    /// Keys that stand where they do not belong, with their lines: one may have slipped above its header.
    strayed: BTreeSet<(String, usize)>,
}

impl<'a> Causes<'a> {
    fn new(source: &'a SourceText, sections: &'a Sections) -> Self {
        Self {
            source,
            sections,
            broken: BTreeSet::new(),
            misspelt: BTreeSet::new(),
            unread: BTreeSet::new(),
            unread_in: BTreeSet::new(),
            nameless: BTreeSet::new(),
            written_otherwise: BTreeSet::new(),
            no_languages: BTreeSet::new(),
            slipped: BTreeSet::new(),
            strayed: BTreeSet::new(),
        }
    }

    /// Takes in a fault from which others follow.
    fn take(&mut self, problem: &Problem) {
        let (code, about, section) = (problem.code, problem.about(), self.section(problem));
        let key = || about.first_key().to_owned();
        if STRAY.contains(&code) || about.stray {
            self.strayed.insert((key_of_line(problem), problem.place().0));
        }
        if [&UNKNOWN_KEY, &UNKNOWN_SECTION].contains(&code) {
            self.misspelt.extend(about.meant.clone().map(|meant| (meant, section)));
        } else if [&WRONG_TYPE, &UNKNOWN_WAY].contains(&code) {
            self.cannot_read(key(), about.table.clone(), section);
        } else if [&IMPOSSIBLE_DATE, &IMPOSSIBLE_COUNT].contains(&code) {
            self.unread.insert((key(), section));
        } else if code == &INVISIBLE_CHARACTER {
            self.hidden(problem, section);
        } else if code == &UNKNOWN_DELEGATION {
            let tag = language(&header(self.source.text(), section));
            self.written_otherwise.extend(tag.zip(about.meant.clone()));
        } else if code == &MALFORMED_LANGUAGE {
            let words = if about.stray { &mut self.slipped } else { &mut self.no_languages };
            words.extend(about.value.clone());
        } else if code == &MISSING_KEY && about.first_key() == "id" {
            let tables = ["source", "part"].into_iter();
            self.nameless.extend(tables.filter(|table| *table == about.table));
        } else if PART_ID.contains(&code) {
            self.nameless.insert("part");
        } else if code == &MALFORMED_UNIT {
            self.cannot_read("units".into(), String::new(), section);
        }
    }

    /// Takes in a value in which a character cannot be seen.
    fn hidden(&mut self, problem: &Problem, section: usize) {
        let key = key_of_line(problem);
        let seen: String = key.chars().filter(|c| *c != '"' && !is_invisible(*c)).collect();
        let header = header(self.source.text(), section);
        self.written_otherwise.extend(language(&header).map(|tag| (tag, seen)));
        let table = names(&header).next().unwrap_or_default().to_owned();
        self.cannot_read(key, table, section);
    }

    fn cannot_read(&mut self, key: String, table: String, section: usize) {
        self.unread.insert((key.clone(), section));
        self.unread_in.insert((table, key));
    }

    /// Where the section begins that holds a problem.
    fn section(&self, problem: &Problem) -> usize {
        self.sections.at(problem.span().start)
    }

    fn is_unread(&self, table: &str, key: &str) -> bool {
        self.unread_in.contains(&(table.to_owned(), key.to_owned()))
    }

    fn is_misspelt(&self, key: &str) -> bool {
        is_among(&self.misspelt, key)
    }

    /// Whether a fault follows from one of these.
    fn explain(&self, problem: &Problem) -> bool {
        let row = FOLLOWS.iter().find(|row| row.fault == problem.code);
        row.is_some_and(|row| row.from.iter().any(|cause| self.is_cause(*cause, problem)))
    }

    fn is_cause(&self, cause: Cause, problem: &Problem) -> bool {
        let about = problem.about();
        let here = |keys: &BTreeSet<(String, usize)>, key: &str| {
            keys.contains(&(key.to_owned(), self.section(problem)))
        };
        match cause {
            Broken(table) => self.broken.contains(table) || self.broken.contains(""),
            Misspelt(key) => self.is_misspelt(key),
            MisspeltHere(key) => here(&self.misspelt, key),
            Unread(table, key) => self.is_unread(table, key),
            UnreadHere(key) => here(&self.unread, key),
            OwnUnread => about.keys.iter().any(|key| here(&self.unread, key)),
            Strayed(key) => is_among(&self.strayed, key),
            ValueStrayed => about.value.as_ref().is_some_and(|value| is_among(&self.strayed, value)),
            Nameless(table) => self.nameless.contains(table),
            KeyElsewhere => about.keys.iter().any(|key| {
                let above = problem.place().0.saturating_sub(1);
                here(&self.misspelt, key)
                    || (about.table.is_empty() && (self.is_misspelt(key) || is_among(&self.strayed, key)))
                    || self.slipped.contains(key)
                    || self.strayed.contains(&(key.to_owned(), above))
            }),
            NameElsewhere => {
                let code = about.value.as_deref().unwrap_or_default();
                let otherwise =
                    |tag: &String| self.written_otherwise.contains(&(tag.clone(), code.to_owned()));
                about.languages.iter().all(otherwise)
                    || self.no_languages.iter().any(|tag| tag.ends_with("delegations"))
                    || (!self.no_languages.is_empty() && about.several)
            }
            NoLanguage => about.languages.iter().any(|tag| self.no_languages.contains(tag)),
        }
    }
}

/// Whether a key is among some, in whatever place.
fn is_among(keys: &BTreeSet<(String, usize)>, key: &str) -> bool {
    keys.range((key.to_owned(), 0)..).next().is_some_and(|(known, _)| known == key)
}

/// The language of a section, from its header.
fn language(header: &str) -> Option<String> {
    let mut names = names(header);
    names.next().filter(|table| *table == "language").and_then(|_| names.next()).map(str::to_owned)
}

/// What stands before the equals sign of a problem's line, as the file has it; a line may be as long as the file.
fn key_of_line(problem: &Problem) -> String {
    const LONG: usize = 200;
    let line = problem.source().line(problem.place().0);
    line.chars().take(LONG).take_while(|c| *c != '=').collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::FOLLOWS;
    use crate::check::check;
    use crate::problem::SourceText;

    const HEAD: &str = "format = 1\n[resolution]\nid = \"x\"\noperative = 9\n[[source]]\nid = \"s\"\n\
        [language.en.delegations]\nCZ = \"Czechia\"\n";

    /// The codes of the faults and their lines, of a record with more below its head.
    fn codes(more: &str) -> Vec<String> {
        let text = format!("{HEAD}{more}");
        let problems = check(&SourceText::new("r.toml", text.as_str())).problems;
        let lines = HEAD.lines().count();
        problems
            .iter()
            .map(|problem| format!("{} {}", problem.place().0 - lines, problem.code.name))
            .collect()
    }

    fn position(lines: &str) -> String {
        format!("[[position]]\n{lines}\n")
    }

    #[test]
    fn a_misspelt_key_explains_what_is_missing_in_its_own_section() {
        let good = "kind = \"reservation\"\non = [\"OP1\"]\nsource = \"s\"";
        let misspelt = position(&format!("delegaton = \"CZ\"\n{good}"));
        let missing = position(good);
        assert_eq!(codes(&misspelt), ["2 unknown-key"]);
        assert_eq!(codes(&missing), ["1 missing-key"]);
        assert_eq!(codes(&format!("{misspelt}{missing}")), ["2 unknown-key", "6 missing-key"]);
        assert_eq!(codes(&format!("{missing}{misspelt}")), ["1 missing-key", "6 unknown-key"]);
        // One that is not near to any explains nothing.
        let far = position(&format!("zzz = \"CZ\"\n{good}"));
        assert_eq!(codes(&far), ["1 missing-key", "2 unknown-key"]);
    }

    #[test]
    fn a_value_that_could_not_be_read_explains_what_rests_on_it() {
        let position =
            |lines: &str| position(&format!("delegation = \"CZ\"\nkind = \"reservation\"\n{lines}"));
        assert_eq!(codes(&position("on = \"OP1\"\nsource = \"s\"")), ["4 wrong-type"]);
        assert_eq!(codes(&position("source = \"s\"")), ["1 no-target"]);
        assert_eq!(codes(&position("onn = [\"OP1\"]\nsource = \"s\"")), ["4 unknown-key"]);
        let both =
            [position("on = \"OP1\"\nsource = \"s\""), position("open = true\nsource = \"s\"")].concat();
        assert_eq!(codes(&both), ["4 wrong-type", "6 no-target"]);
        let dates = "on = [\"OP1\"]\nsource = \"s\"\nwithdrawn = 2022-01-01\nmade = ";
        let adopted = |more: &str| codes(&position(&format!("{dates}{more}")));
        assert_eq!(adopted("2023-01-01"), ["6 withdrawn-before-made"]);
        assert_eq!(adopted("2023-02-30"), ["7 impossible-date"]);
    }

    #[test]
    fn a_source_without_an_id_explains_an_unknown_one_and_nothing_else() {
        let text = "format = 1\n[resolution]\nid = \"x\"\noperative = 9\n[[source]]\ntitle = \"t\"\n\
            [language.en.delegations]\nCZ = \"Czechia\"\n[[position]]\ndelegation = \"CZ\"\nkind = \"reservation\"\n\
            on = [\"OP10\"]\nsource = \"s\"\n";
        let problems = check(&SourceText::new("r.toml", text)).problems;
        let codes: Vec<_> = problems.iter().map(|problem| problem.code.name).collect();
        assert_eq!(codes, ["missing-key", "label-past-end"]);
    }

    #[test]
    fn a_part_whose_id_is_wrong_is_not_also_unknown() {
        let with = |part: &str| {
            let position =
                position("delegation = \"CZ\"\nkind = \"reservation\"\non = [\"II/OP1\"]\nsource = \"s\"");
            codes(&format!("[[part]]\n{part}\noperative = 3\n{position}"))
        };
        assert_eq!(with("id = \"II\""), Vec::<String>::new());
        assert_eq!(with("id = \"I\""), ["7 unknown-part"]);
        assert_eq!(with("id = 2"), ["2 wrong-type"]);
        assert_eq!(with("id = \"I I\""), ["2 malformed-part"]);
        assert_eq!(with("idd = \"II\""), ["2 unknown-key"]);
        assert_eq!(with("# none"), ["1 missing-key"]);
        assert_eq!(with("id = II"), ["2 syntax"]);
    }

    #[test]
    fn what_a_list_could_not_be_read_for_is_not_told() {
        let with = |keys: &str| {
            codes(&position(&format!(
                "delegation = \"CZ\"\nkind = \"reservation\"\nsource = \"s\"\nscope = \"entire\"\n{keys}"
            )))
        };
        assert_eq!(with("open = true"), ["6 open-without-on"]);
        assert_eq!(with("phrase.en = \"p\""), ["6 phrase-without-paragraph"]);
        assert_eq!(with("open = true\non = \"OP1\""), ["7 wrong-type"]);
        assert_eq!(with("phrase.en = \"p\"\non = \"OP1\""), ["7 wrong-type"]);
    }

    #[test]
    fn a_name_under_another_key_is_not_also_missing() {
        let position =
            position("delegation = \"CZ\"\nkind = \"reservation\"\non = [\"OP1\"]\nsource = \"s\"");
        for (key, name) in [("cz", "Czechia"), ("\"Czech Republic\"", "CZ")] {
            let text =
                format!("{HEAD}{position}").replace("CZ = \"Czechia\"", &format!("{key} = \"{name}\""));
            let problems = check(&SourceText::new("r.toml", text)).problems;
            let codes: Vec<_> = problems.iter().map(|problem| problem.code.name).collect();
            assert_eq!(codes, ["unknown-delegation"], "{key}");
        }
        // In another language it still is, and so is that of another delegation.
        let arabic = "[language.ar.delegations]\n";
        let text = format!("{HEAD}{arabic}{position}").replace("CZ = \"Czechia\"", "cz = \"Czechia\"");
        let problems = check(&SourceText::new("r.toml", text)).problems;
        let told: Vec<_> = problems.iter().map(|problem| problem.message.as_str()).collect();
        assert_eq!(told.len(), 2, "{told:?}");
        assert_eq!(told[1], "`CZ` has no name in [language.en.delegations], [language.ar.delegations]");
        let other =
            "[[position]]\ndelegation = \"KE\"\nkind = \"reservation\"\non = [\"OP1\"]\nsource = \"s\"\n";
        let text = format!("{HEAD}{position}{other}").replace("CZ = \"Czechia\"", "cz = \"Czechia\"");
        let problems = check(&SourceText::new("r.toml", text)).problems;
        let codes: Vec<_> = problems.iter().map(|problem| problem.code.name).collect();
        assert_eq!(codes, ["unknown-delegation", "missing-name"]);
    }

    #[test]
    fn each_fault_has_one_row() {
        for (at, row) in FOLLOWS.iter().enumerate() {
            assert!(!row.from.is_empty(), "{}", row.fault.name);
            assert!(FOLLOWS[..at].iter().all(|other| other.fault != row.fault), "{}", row.fault.name);
        }
    }
}
