//! Faults that only follow from another one: a misspelt key is not also a missing one, and what could not be read is
//! not also empty.

use std::collections::BTreeSet;

use super::headless::join_headless;
use crate::fold::is_invisible;
use crate::problem::{Problem, SourceText};

/// Takes out the faults that follow from others.
pub(super) fn drop_echoes(problems: &mut Vec<Problem>, source: &SourceText) {
    let hidden: BTreeSet<_> = problems
        .iter()
        .filter(|problem| problem.code.name == "invisible-character")
        .map(|problem| (problem.span().start, problem.span().end))
        .collect();
    if !hidden.is_empty() {
        let same = |problem: &Problem| hidden.contains(&(problem.span().start, problem.span().end));
        problems.retain(|problem| problem.code.name == "invisible-character" || !same(problem));
    }
    if problems.len() < 2 {
        return;
    }
    let headless = join_headless(problems, source);
    let mut causes = Causes::of(problems, source);
    causes.misspelt.extend(headless.iter().map(|header| {
        let name = header.trim_matches('[').split([']', '.']).next().unwrap_or_default();
        (name.to_owned(), 0)
    }));
    problems.retain(|problem| !causes.explain(problem));
}

/// The faults from which others follow: keys that are misspelt, or have a value that could not be read. Each with
/// where its section begins and what the section is called.
struct Causes {
    starts: Vec<usize>,
    misspelt: BTreeSet<(String, usize)>,
    unread: BTreeSet<(String, usize)>,
    unread_in: BTreeSet<(String, String)>,
    nameless_source: bool,
    nameless_part: bool,
    /// Languages and codes of delegations whose name stands there under a key that is written otherwise.
    written_otherwise: BTreeSet<(String, String)>,
    /// What stands in the place of a language's tag and is none.
    no_languages: BTreeSet<String>,
    /// Keys of a position that stand below the header of a table in it.
    slipped: BTreeSet<String>,
    /// Keys that stand where they do not belong, with their lines: one may have slipped above its header.
    strayed: BTreeSet<(String, usize)>,
}

/// The keys by which two positions are told apart.
const TELLING: &[&str] = &["phrase", "withdrawn", "made", "regarding", "on-behalf-of", "kind", "on"];

impl Causes {
    fn of(problems: &[Problem], source: &SourceText) -> Self {
        let text = source.text();
        let starts = text.match_indices("\n[").map(|(at, _)| at + 1).collect();
        let mut causes = Self {
            starts,
            misspelt: BTreeSet::new(),
            unread: BTreeSet::new(),
            unread_in: BTreeSet::new(),
            nameless_source: false,
            nameless_part: false,
            written_otherwise: BTreeSet::new(),
            no_languages: BTreeSet::new(),
            slipped: BTreeSet::new(),
            strayed: BTreeSet::new(),
        };
        problems.iter().for_each(|problem| causes.take(problem, source));
        causes
    }

    /// Takes in a fault from which others follow.
    fn take(&mut self, problem: &Problem, source: &SourceText) {
        let section = self.section(problem);
        let astray = ["unknown-key", "malformed-label", "malformed-unit", "duplicate-key"];
        if astray.contains(&problem.code.name) || problem.message.contains(", but a key of ") {
            self.strayed.insert((key_of_line(problem), problem.place().0));
        }
        match problem.code.name {
            "unknown-key" | "unknown-section" => {
                let hint = problem.help.strip_prefix("did you mean `").and_then(|rest| rest.split_once('`'));
                // Of `language.en.delegations` the end is the key, of `phrase.en` the beginning.
                let key = |key: &str| {
                    let mut pieces = key.split('.');
                    let end = if key.starts_with("language.") { pieces.next_back() } else { pieces.next() };
                    end.unwrap_or_default().to_owned()
                };
                self.misspelt.extend(hint.map(|(hint, _)| (key(hint), section)));
            }
            "wrong-type" => {
                let (key, place) = named(&problem.message);
                self.cannot_read(key, place, section);
            }
            "impossible-date" => {
                self.unread.insert((key_of_line(problem), section));
            }
            "invisible-character" => {
                let key = key_of_line(problem);
                let seen: String = key.chars().filter(|c| *c != '"' && !is_invisible(*c)).collect();
                let header = header(source, section);
                self.written_otherwise.extend(language(header).map(|tag| (tag.to_owned(), seen)));
                self.cannot_read(key, header.to_owned(), section);
            }
            "unknown-way" => self.cannot_read("by".into(), "[resolution]".into(), section),
            "impossible-count" => {
                let key = problem.message.split('`').nth(1).unwrap_or_default();
                self.unread.insert((key.to_owned(), section));
            }
            "unknown-delegation" => {
                let tag = language(header(source, section)).map(str::to_owned);
                self.written_otherwise.extend(tag.zip(code_written_otherwise(problem)));
            }
            "malformed-language" => {
                let word = problem.message.split('`').nth(1).map(str::to_owned);
                match problem.help.contains("belongs to [[position]]") {
                    true => self.slipped.extend(word),
                    false => self.no_languages.extend(word),
                }
            }
            "missing-key" if problem.message.starts_with("[[source]] has no `id`") => {
                self.nameless_source = true;
            }
            "missing-key" if problem.message.starts_with("[[part]] has no `id`") => {
                self.nameless_part = true;
            }
            "malformed-part" | "duplicate-part" => self.nameless_part = true,
            "malformed-unit" => self.cannot_read("units".into(), "the record".into(), section),
            _ => {}
        }
    }

    fn cannot_read(&mut self, key: String, place: String, section: usize) {
        self.unread.insert((key.clone(), section));
        self.unread_in.insert((key, place));
    }

    /// Where the section begins that holds a problem: the last header that stands before the end of its line.
    fn section(&self, problem: &Problem) -> usize {
        let (line, _) = problem.place();
        let end = problem.source().line_start(line) + problem.source().line(line).len();
        let behind = self.starts.partition_point(|start| *start <= end);
        behind.checked_sub(1).and_then(|at| self.starts.get(at)).copied().unwrap_or(0)
    }

    fn is_unread(&self, key: &str, place: &str) -> bool {
        self.unread_in.iter().any(|(known, own)| known == key && own.starts_with(place))
    }

    /// Whether a delegation is without a name for one of these.
    fn explain_name(&self, problem: &Problem) -> bool {
        let misspelt = |key: &str| self.misspelt.iter().any(|(known, _)| known == key);
        let unread = |key: &str, place: &str| self.is_unread(key, place);
        let code = problem.message.split('`').nth(1).unwrap_or_default();
        let mut tags = problem
            .message
            .match_indices("[language.")
            .filter_map(|(at, _)| language(&problem.message[at..]));
        let otherwise = |tag: &str| self.written_otherwise.contains(&(tag.to_owned(), code.to_owned()));
        tags.all(otherwise)
            || misspelt("language")
            || self.no_languages.iter().any(|tag| tag.ends_with("delegations"))
            || (!self.no_languages.is_empty() && problem.message.contains("; the same holds for "))
            || misspelt("delegations")
            || unread("language", "the record")
            || unread("delegations", "[language")
    }

    /// Whether a fault follows from one of these.
    fn explain(&self, problem: &Problem) -> bool {
        let misspelt = |key: &str| self.misspelt.iter().any(|(known, _)| known == key);
        let misspelt_here = |key: &str| self.misspelt.contains(&(key.to_owned(), self.section(problem)));
        let unread_here = |key: &str| self.unread.contains(&(key.to_owned(), self.section(problem)));
        let unread = |key: &str, place: &str| self.is_unread(key, place);
        let record = |key: &str| unread(key, "the record");
        let strayed = |key: &str| {
            let from = (key.to_owned(), 0);
            self.strayed.range(from..).next().is_some_and(|(known, _)| known == key)
        };
        match problem.code.name {
            "missing-key" => {
                let keys = problem.message.split('`').skip(1).step_by(2);
                let record = problem.message.starts_with("the record");
                let above = problem.place().0.saturating_sub(1);
                keys.map(|key| key.trim_matches(['[', ']'])).any(|key| {
                    misspelt_here(key)
                        || (record && (misspelt(key) || strayed(key)))
                        || self.slipped.contains(key)
                        || self.strayed.contains(&(key.to_owned(), above))
                })
            }
            "no-target" => ["on", "scope"].iter().any(|key| misspelt_here(key) || unread_here(key)),
            "open-without-on" | "phrase-without-paragraph" => unread_here("on"),
            "unknown-source" => {
                let nameless = self.nameless_source || strayed("id") || unread("id", "[[source]]");
                misspelt("source") || record("source") || nameless
            }
            "unused-source" => {
                ["position", "vote", "source"].iter().any(|key| misspelt(key))
                    || unread("source", "[[position]]")
                    || unread("source", "[[vote]]")
            }
            "missing-name" => self.explain_name(problem),
            "unknown-key" | "unknown-section" => {
                let of = problem.message.rsplit_once("[language.").map(|(_, tag)| tag.trim_end_matches(']'));
                of.is_some_and(|tag| self.no_languages.contains(tag))
            }
            "unknown-unit" => {
                let unit = problem.message.split('`').nth(3).unwrap_or_default();
                misspelt("units") || record("units") || strayed(unit)
            }
            "unknown-part" => {
                let nameless = self.nameless_part || strayed("id") || unread("id", "[[part]]");
                misspelt("part") || record("part") || nameless
            }
            "withdrawn-before-adoption" => unread_here("made"),
            "count-mismatch" => problem.message.split('`').skip(1).step_by(2).any(unread_here),
            "vote-contradicts-adoption" => {
                unread_here("on")
                    || misspelt("by")
                    || misspelt("resolution")
                    || unread("by", "[resolution]")
                    || record("resolution")
            }
            "outcome-contradicts-vote" => ["on", "in-favour", "against"].into_iter().any(unread_here),
            "duplicate-vote" => unread("on", "[[vote]]") || misspelt("on") || strayed("scope"),
            "duplicate-position" => TELLING.iter().any(|key| unread(key, "[[position]]")),
            "rejected-without-vote" => unread_here("adopted") || unread_here("by"),
            "paragraphs-differ" => unread("paragraphs", "[language"),
            _ => false,
        }
    }
}

/// The line of a section's header.
fn header(source: &SourceText, section: usize) -> &str {
    source.text().get(section..).and_then(|rest| rest.lines().next()).unwrap_or_default()
}

/// The language of a section, from `[language.en.delegations]`.
fn language(header: &str) -> Option<&str> {
    header.strip_prefix("[language.")?.split(['.', ']']).next()
}

/// The code under which a name should stand that stands under another key.
fn code_written_otherwise(problem: &Problem) -> Option<String> {
    if let Some((code, _)) = problem.help.strip_prefix("write ").and_then(|rest| rest.split_once(" = ")) {
        return Some(code.to_owned());
    }
    Some(problem.help.strip_prefix("did you mean \"")?.strip_suffix("\"?")?.to_owned())
}

fn key_of_line(problem: &Problem) -> String {
    let line = problem.source().line(problem.place().0);
    line.split('=').next().unwrap_or_default().trim().to_owned()
}

/// The key that a wrong type was found in, and the section, from "`on` in [[position]] is …" and "`en` in `phrase` of
/// [[position]] is …"; what stands under single brackets is of the record.
fn named(message: &str) -> (String, String) {
    let first = message.split('`').nth(1).unwrap_or_default();
    let Some((_, place)) = message.split_once("` in ") else {
        return (first.to_owned(), "the record".into());
    };
    if place.starts_with("[language] ") {
        return ("language".into(), "the record".into());
    }
    match place.strip_prefix('`').and_then(|inner| inner.split_once("` of ")) {
        Some((table, place)) => (table.to_owned(), place.to_owned()),
        None => (first.to_owned(), place.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::named;
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
    fn the_key_and_the_section_of_a_wrong_type() {
        let named = |message| {
            let (key, place) = named(message);
            format!("{key}|{place}")
        };
        assert_eq!(
            named("`on` in [[position]] is text, expected a list"),
            "on|[[position]] is text, expected a list"
        );
        assert_eq!(named("`en` in `phrase` of [[position]] is a number"), "phrase|[[position]] is a number");
        assert_eq!(named("`en` in [language] is no section"), "language|the record");
        assert_eq!(named("`position` stands under single brackets"), "position|the record");
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
}
