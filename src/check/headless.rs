//! Keys whose header is missing above them: one fault, told at the first of them.

use std::ops::Range;

use super::codes::{MALFORMED_LABEL, MALFORMED_UNIT, UNKNOWN_DELEGATION};
use crate::model::{Delegation, Label};
use crate::names as delegations;
use crate::problem::{About, Code, Problem, SourceText};
use crate::record::{
    DUPLICATE_KEY, MISSING_KEY, Sections, UNKNOWN_KEY, WRONG_TYPE, home, home_of_all, names,
};

/// Codes by which keys are told that stand in a section of another kind, or a second time in one of their own.
const TOLD: [&Code; 6] =
    [&DUPLICATE_KEY, &UNKNOWN_KEY, &MALFORMED_LABEL, &MALFORMED_UNIT, &UNKNOWN_DELEGATION, &WRONG_TYPE];

/// One section of the text.
struct Section<'t> {
    header: &'t str,
    lines: Range<usize>,
}

/// A run of keys whose header is missing: the lines from the first to the end of its section.
struct Headless<'t> {
    lines: Range<usize>,
    /// The section that they stand in.
    own: &'t str,
    /// The header that should stand above them.
    header: String,
}

/// Makes one fault of those of keys whose header is missing, and gives the tables whose headers are.
pub(super) fn join_headless(
    problems: &mut Vec<Problem>,
    source: &SourceText,
    places: &Sections,
) -> Vec<String> {
    let told = |problem: &Problem| TOLD.contains(&problem.code);
    let own = problems.iter().filter(|problem| told(problem));
    let lines = own.map(|fault| (fault.place().0, fault.code == &DUPLICATE_KEY));
    let mut lines: Vec<(usize, bool)> = lines.collect();
    // Of a line with several the one whose code comes first in the alphabet counts, which a second key does.
    lines.sort_unstable_by_key(|(line, twice)| (*line, !twice));
    lines.dedup_by_key(|(line, _)| *line);
    if lines.len() < 2 {
        return Vec::new();
    }
    let sections = sections(source, places);
    let resolved = sections.iter().any(|section| section.header == "resolution");
    let run = |section| headless(source, section, &lines, resolved);
    let runs: Vec<Headless<'_>> = sections.iter().filter_map(run).collect();
    if runs.is_empty() {
        return Vec::new();
    }
    let run_of = |line: usize| {
        let at = runs.partition_point(|run| run.lines.end <= line);
        runs.get(at).filter(|run| run.lines.contains(&line))
    };
    problems.retain_mut(|problem| {
        let line = problem.place().0;
        let Some(run) = run_of(line) else { return true };
        if line > run.lines.start {
            return problem.code.of_one_line && !told(problem);
        }
        if told(problem) {
            if ![&DUPLICATE_KEY, &UNKNOWN_KEY].contains(&problem.code) {
                let key = key(source.line(line)).unwrap_or_default();
                problem.message = format!("`{key}` is no key of [{}]", run.own);
            }
            problem.help =
                format!("write the header {} above it: what stands from here on belongs there", run.header);
        }
        true
    });
    if runs.iter().any(|run| run.header == "[resolution]") {
        let is_resolution = |about: &About| about.table.is_empty() && about.first_key() == "resolution";
        problems.retain(|problem| problem.code != &MISSING_KEY || !is_resolution(problem.about()));
    }
    let tables = runs.iter().filter_map(|run| names(&run.header).next());
    tables.map(str::to_owned).collect()
}

/// The keys of a section whose header is missing, where it has two or more; `told` are the lines with faults of keys,
/// and the record may have the section of the resolution.
fn headless<'t>(
    source: &SourceText,
    section: &Section<'t>,
    told: &[(usize, bool)],
    resolved: bool,
) -> Option<Headless<'t>> {
    let from = told.partition_point(|(line, _)| *line < section.lines.start);
    let (first, twice) = *told.get(from)?;
    let second = told.get(from + 1)?.0;
    if !section.lines.contains(&second) {
        return None;
    }
    let header = missing(source, section, first, (twice, resolved))?;
    Some(Headless { lines: first..section.lines.end, own: section.header, header })
}

/// The sections of the text, with the lines below their headers.
fn sections<'t>(source: &'t SourceText, places: &Sections) -> Vec<Section<'t>> {
    let mut sections = vec![Section { header: "", lines: 1..1 }];
    for start in places.starts() {
        let number = source.place(start).0;
        if let Some(last) = sections.last_mut() {
            last.lines.end = number;
        }
        let header = source.line(number).split(']').next().unwrap_or_default();
        let header = header.trim_start().trim_start_matches('[').trim();
        sections.push(Section { header, lines: number + 1..number + 1 });
    }
    if let Some(last) = sections.last_mut() {
        last.lines.end = source.text().lines().count() + 1;
    }
    sections
}

/// The header that is missing above a line, where one section has all keys from there on.
fn missing(
    source: &SourceText,
    section: &Section<'_>,
    first: usize,
    (twice, resolved): (bool, bool),
) -> Option<String> {
    let keys: Vec<&str> = (first..section.lines.end).filter_map(|line| key(source.line(line))).collect();
    let mut levels = section.header.split('.');
    let own = levels.next().unwrap_or_default();
    let language = levels.next().filter(|_| own == "language");
    if let Some(tag) = language {
        let labels = |key: &&str| key.parse::<Label>().is_ok_and(|label| label.unit().is_built_in());
        if keys.iter().all(labels) && !section.header.ends_with(".subjects") {
            return Some(format!("[language.{tag}.subjects] or [language.{tag}.paragraphs]"));
        }
        let delegation = |key: &&str| key.parse::<Delegation>().is_ok() && home(key).is_none();
        let some = keys.iter().any(|key| delegations::is_code(key));
        if some && keys.iter().all(delegation) && !section.header.ends_with(".delegations") {
            return Some(format!("[language.{tag}.delegations]"));
        }
    }
    let candidates = home_of_all(&keys);
    let fits = |header: &&&str| {
        let name = header.trim_matches(['[', ']']).split('.').next().unwrap_or_default();
        match name {
            "resolution" => !resolved,
            // A second one begins where a key stands for the second time.
            name if name == own && header.starts_with("[[") => twice,
            // Below the names or subjects of one language the next one begins.
            name if name == own => section.header.matches('.').count() == 2,
            _ => true,
        }
    };
    let header = candidates.iter().find(fits)?;
    match header.starts_with("[language.") {
        true => Some(format!("[language.{}]", tag_below(source, section).unwrap_or("en"))),
        false => Some((*header).to_owned()),
    }
}

/// The language of the next header, as that of a language stands above those of its names and subjects.
fn tag_below<'t>(source: &'t SourceText, section: &Section<'_>) -> Option<&'t str> {
    source.line(section.lines.end).strip_prefix("[language.")?.split(['.', ']']).next()
}

/// The key of a line, without what stands behind a full stop.
fn key(line: &str) -> Option<&str> {
    let (key, _) = line.split_once('=').filter(|_| !line.trim_start().starts_with('#'))?;
    let key = key.trim();
    let bare = key.trim_matches(['"', '\'']);
    match bare.len() < key.len() {
        true => Some(bare),
        false => key.split('.').next().map(str::trim).filter(|key| !key.is_empty()),
    }
}

#[cfg(test)]
mod tests {
    use crate::check::check;
    use crate::problem::SourceText;

    const RECORD: &str = "format = 1\n\n[resolution]\nid = \"x\"\npreambular = 2\noperative = 9\n\n[[source]]\nid = \"s\"\n\
        title = \"T\"\nlanguages = [\"en\", \"ar\"]\n\n[[source]]\nid = \"t\"\ntitle = \"U\"\n\n[language.en]\ntitle = \"E\"\n\
        body = \"B\"\n\n[language.en.delegations]\nCZ = \"Czechia\"\nIN = \"India\"\n\n[language.en.subjects]\n\
        OP1 = \"One\"\n\"OP2(a)\" = \"Two\"\n\n[language.ar]\ntitle = \"A\"\nbody = \"C\"\n\n[language.ar.delegations]\n\
        CZ = \"تشيكيا\"\nIN = \"الهند\"\n\n[language.ar.subjects]\nPP1 = \"واحد\"\nPP2 = \"اثنان\"\n\n[[position]]\n\
        delegation = \"CZ\"\nkind = \"reservation\"\non = [\"OP1\"]\nphrase.en = \"p\"\nsource = \"s\"\n\n[[position]]\n\
        delegation = \"IN\"\nkind = \"reservation\"\nscope = \"entire\"\nsource = \"t\"\n\n[[vote]]\non = [\"OP2\"]\nin-favour = 3\nagainst = 1\nsource = \"s\"\n";

    fn faults(text: &str) -> Vec<String> {
        let problems = check(&SourceText::new("r.toml", text)).problems;
        let told =
            problems.iter().map(|fault| format!("{} {} {}", fault.place().0, fault.code.name, fault.help));
        told.collect()
    }

    #[test]
    fn a_header_that_is_gone_is_one_fault_that_names_it() {
        assert_eq!(faults(RECORD), Vec::<String>::new());
        let lines: Vec<&str> = RECORD.lines().collect();
        let headers = lines.iter().enumerate().filter(|(_, line)| line.starts_with('['));
        for (at, header) in headers {
            let with = |other: &str| {
                let mut lines = lines.clone();
                lines[at] = other;
                faults(&lines.join("\n"))
            };
            for gone in [with(""), with(&format!("# {header}"))] {
                assert_eq!(gone.len(), 1, "{header}: {gone:#?}");
                let names = gone[0].contains(header);
                // `on` could stand in the position above.
                let line = at + 2 + usize::from(*header == "[[vote]]");
                assert!(names && gone[0].starts_with(&format!("{line} ")), "{header}: {gone:#?}");
            }
        }
    }

    #[test]
    fn a_fault_of_a_value_below_a_header_that_is_gone_is_told_beside_it() {
        let lost = "[[position]]\ndelegation = \"IN\"\nkind = \"reservation\"\nscope = \"entire\"";
        let text = RECORD.replace(lost, &lost.replace("[[position]]\n", "status = \"maybe\"\n"));
        let told = faults(&text);
        assert_eq!(told.len(), 2, "{told:#?}");
        assert!(
            told[0].contains("unknown-status") && told[1].contains("write the header [[position]]"),
            "{told:#?}"
        );
    }

    #[test]
    fn keys_of_a_resolution_elsewhere_are_no_second_one() {
        let text = RECORD.replace("id = \"s\"\n", "id = \"s\"\nadopted = 2022-10-15\nby = \"consensus\"\n");
        let told = faults(&text);
        assert!(told.len() == 2 && told.iter().all(|fault| !fault.contains("write the header")), "{told:#?}");
    }

    #[test]
    fn two_faults_that_have_no_header_in_common_stay_two() {
        let text =
            RECORD.replace("in-favour = 3\nagainst = 1", "title = \"T\"\nagainst = 1\nstatus = \"deferred\"");
        assert_eq!(faults(&text).len(), 2, "{:#?}", faults(&text));
    }
}
