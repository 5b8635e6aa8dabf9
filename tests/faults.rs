//! Every fault that a record can have. A case is a change of a record of `tests/faults/base/` that has none, listed in
//! `tests/faults/changes.diff`; or, where nothing of one is left, a file `tests/faults/NAME.toml` or a folder `NAME/`, a
//! corpus. `NAME.json` is what `check --format json` prints of it. `BLESS=1 cargo test --test faults` writes what is
//! printed now.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use reservations::corpus::Corpus;
use reservations::problem::{Code, Problem};
use reservations::{check, record};
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Row {
    code: String,
    severity: String,
    file: String,
    line: usize,
    column: usize,
    message: String,
    help: Option<String>,
}

impl From<&Problem> for Row {
    fn from(problem: &Problem) -> Self {
        let (line, column) = problem.place();
        let help = (!problem.help.is_empty()).then(|| problem.help.clone());
        Self {
            code: problem.code.name.into(),
            severity: problem.code.severity.as_str().into(),
            file: problem.file().into(),
            line,
            column,
            message: problem.message.clone(),
            help,
        }
    }
}

/// The rooms that find faults, with their codes: the sections of `docs/faults.md`. A new room is one line here.
fn rooms() -> Vec<(&'static str, Vec<&'static Code>)> {
    let mut rooms =
        vec![("The file and its shape", record::CODES.to_vec()), ("What a record says", check::codes())];
    rooms.push(("What an import did not understand", reservations::import::CODES.to_vec()));
    rooms.push(("What a note does not say clearly", reservations::note::CODES.to_vec()));
    rooms.push(("What a document says otherwise", reservations::verify::CODES.to_vec()));
    rooms
}

/// The rooms whose faults records alone can show; those of documents have tests of their own.
fn rooms_of_records() -> impl Iterator<Item = (&'static str, Vec<&'static Code>)> {
    rooms().into_iter().take(2)
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults")
}

fn blessing() -> bool {
    std::env::var_os("BLESS").is_some_and(|value| value == "1")
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_str().unwrap().to_owned()
}

/// One or several records with their names, and what the case is called.
struct Case {
    name: String,
    files: Vec<(String, Vec<u8>)>,
    /// The file that a reader finds it in.
    place: String,
}

impl Case {
    fn run(&self) -> Vec<Problem> {
        let mut corpus = Corpus::default();
        self.files.iter().for_each(|(name, bytes)| corpus.add(name, bytes));
        corpus.finish().1
    }

    fn rows(&self) -> Vec<Row> {
        self.run().iter().map(Row::from).collect()
    }

    fn answer(&self) -> PathBuf {
        folder().join(format!("{}.json", self.name))
    }
}

fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = entries(&folder()).iter().filter_map(|path| stored(path)).collect();
    cases.extend(changes());
    cases.sort_by(|a, b| a.name.cmp(&b.name));
    cases
}

/// A case that stands in a file, or in a folder of records.
fn stored(path: &Path) -> Option<Case> {
    let is_base = name(path) == "base";
    let place = format!("tests/faults/{}", name(path));
    let file = |path: &PathBuf| (name(path), std::fs::read(path).unwrap());
    let files = match path.is_dir() {
        true if !is_base => entries(path).iter().map(file).collect(),
        false if path.extension().is_some_and(|end| end == "toml") => vec![file(&path.to_owned())],
        _ => return None,
    };
    let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
    Some(Case { name, files, place })
}

/// The list of changes, by case: the name, the base, and the lines of the changes.
fn changes() -> Vec<Case> {
    let list = std::fs::read_to_string(folder().join("changes.diff")).unwrap();
    let listed = list.split("\n## ").skip(1);
    listed
        .map(|case| {
            let (head, lines) = case.split_once('\n').unwrap();
            let (name, base) = head.split_once(": ").unwrap();
            let sound = std::fs::read_to_string(folder().join("base").join(format!("{base}.toml"))).unwrap();
            let changes: Vec<&str> = lines.trim_end_matches('\n').split("\n@\n").collect();
            // From the last one on, so that each finds its place in the base as it is.
            let text = changes.into_iter().rev().fold(sound.clone(), |text, change| {
                let change = Change::of(change);
                let at = change.place(&sound).unwrap_or_else(|| panic!("{name}: not once in {base}"));
                format!("{}{}{}", &text[..at], change.new, &text[at + change.old.len()..])
            });
            let files = vec![(format!("{name}.toml"), text.into_bytes())];
            Case { name: name.to_owned(), files, place: "tests/faults/changes.diff".into() }
        })
        .collect()
}

/// Some lines of a record, and those in their place.
struct Change {
    old: String,
    new: String,
}

impl Change {
    fn of(lines: &str) -> Self {
        let with = |signs: [char; 2]| {
            let own = lines.lines().filter_map(|line| line.strip_prefix(signs));
            own.map(|line| format!("{line}\n")).collect()
        };
        Self { old: with([' ', '-']), new: with([' ', '+']) }
    }

    /// Where the old lines stand, if they stand there once.
    fn place(&self, text: &str) -> Option<usize> {
        let begins = |at: &usize| *at == 0 || text[..*at].ends_with('\n');
        let mut places = text.match_indices(&self.old).map(|(at, _)| at).filter(begins);
        places.next().filter(|_| places.next().is_none())
    }
}

/// Records too large to be stored, one for each bound on the size of a record.
fn large() -> Vec<Case> {
    let head = "format = 1\n[resolution]\nid = \"x\"\n";
    let languages = (0..=100).map(|number| format!("[language.en-x-{number}]\ntitle = \"T\"\n"));
    let case = |name: &str, text: String| Case {
        name: name.to_owned(),
        files: vec![(format!("{name}.toml"), text.into_bytes())],
        place: "tests/faults.rs".into(),
    };
    vec![
        case("too-large", format!("{head}# {}\n", "x".repeat(8 << 20))),
        case("too-many-languages", head.to_owned() + &languages.collect::<String>()),
        case("too-many-faults", format!("{head}[units]\n{}", units(100_001))),
    ]
}

/// So many units of a wrong type.
fn units(many: usize) -> String {
    (0..many).map(|number| format!("u{number} = 1\n")).collect()
}

#[test]
fn every_faulty_record_gives_its_faults() {
    let mut wrong = String::new();
    for case in cases() {
        let (found, answer) = (case.rows(), case.answer());
        if blessing() {
            std::fs::write(&answer, serde_json::to_string_pretty(&found).unwrap() + "\n").unwrap();
            continue;
        }
        let text = std::fs::read_to_string(&answer).unwrap_or_else(|_| "[]".into());
        let expected: Vec<Row> = serde_json::from_str(&text).unwrap();
        if found != expected {
            let _ = writeln!(wrong, "{}: expected {expected:#?}, found {found:#?}", case.name);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn each_case_has_its_answer_and_each_answer_its_case() {
    let names: Vec<String> = cases().into_iter().map(|case| case.name).collect();
    let named: BTreeSet<&String> = names.iter().collect();
    assert_eq!(named.len(), names.len(), "a name stands twice");
    let is_answer = |path: &&PathBuf| path.extension().is_some_and(|end| end == "json");
    let answers = entries(&folder());
    let answers = answers.iter().filter(is_answer).map(|path| path.file_stem().unwrap().to_str().unwrap());
    let answers: BTreeSet<String> = answers.map(str::to_owned).collect();
    let names: BTreeSet<String> = names.into_iter().collect();
    let lone: Vec<_> = answers.symmetric_difference(&names).collect();
    assert!(lone.is_empty(), "{lone:?}");
}

#[test]
fn what_is_changed_has_no_fault() {
    for path in entries(&folder().join("base")) {
        assert!(stored(&path).unwrap().run().is_empty(), "{}", path.display());
    }
}

#[test]
fn there_are_enough_of_them_and_three_for_each_code() {
    let mut files = 0;
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for case in cases() {
        files += case.files.len();
        let rows = case.rows();
        assert!(!rows.is_empty(), "{} has no fault", case.name);
        let codes: BTreeSet<String> = rows.into_iter().map(|row| row.code).collect();
        for code in codes {
            *seen.entry(code).or_default() += 1;
        }
    }
    // Of a bound on the size of a record one case is enough.
    let bounds: BTreeSet<String> = large().into_iter().map(|case| case.name).collect();
    let few: Vec<_> = rooms_of_records()
        .flat_map(|(_, codes)| codes)
        .filter(|code| !bounds.contains(code.name))
        .filter(|code| seen.get(code.name).copied().unwrap_or(0) < 3)
        .map(|code| (code.name, seen.get(code.name).copied().unwrap_or(0)))
        .collect();
    assert!(few.is_empty(), "fewer than three cases of {few:?}");
    assert!(files >= 430, "{files} files");
}

#[test]
fn a_record_beyond_a_bound_says_so() {
    for case in large() {
        let rows = case.rows();
        let told: Vec<&Row> = rows.iter().filter(|row| row.code == case.name).collect();
        assert_eq!(told.len(), 1, "{}", case.name);
        assert!(rows.len() <= 100_001, "{} faults", rows.len());
    }
    let within = |case: &Case, from: &str, to: &str| {
        let text = String::from_utf8(case.files[0].1.clone()).unwrap().replacen(from, to, 1);
        let mut corpus = Corpus::default();
        corpus.add("within.toml", text.as_bytes());
        corpus.finish().1.iter().all(|problem| problem.code.name != case.name)
    };
    let [bytes, languages, faults] = large().try_into().ok().unwrap();
    assert!(within(&bytes, &format!("# {}", "x".repeat(1_000)), "#"));
    assert!(within(&languages, "[language.en-x-0]\ntitle = \"T\"\n", ""));
    assert!(within(&faults, "u0 = 1\n", ""));
}

#[test]
fn the_page_of_faults_is_complete() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/faults.md");
    let page = page();
    if blessing() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &page).unwrap();
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        found == page,
        "docs/faults.md is not what the codes say; BLESS=1 cargo test --test faults writes it"
    );
}

fn page() -> String {
    let mut page = String::from(
        "# Faults and warnings\n\n\
         Everything that `reservations check` can find, by its code. A code is stable: it is never used for another \
         fault. An\nerror stops every report that uses the record; a warning is legal but doubtful and stops nothing.\n\n\
         Each has an example from `tests/faults`, where more of them stand, most of them as changes of a sound record, with\nthe answer that programs get.\n\n\
         <!-- Written by `BLESS=1 cargo test --test faults` from the codes in src; not by hand. -->\n",
    );
    let examples = examples();
    for (room, codes) in rooms() {
        let _ = write!(page, "\n## {room}\n");
        for code in codes {
            let _ = write!(
                page,
                "\n### `{}`\n\n{}. {}\n\n{}\n",
                code.name,
                if code.severity.as_str() == "error" { "Error" } else { "Warning" },
                code.cause,
                code.remedy
            );
            if let Some(example) = examples.get(code.name) {
                page += example;
            }
        }
    }
    page
}

/// For each code the shortest excerpt of a case that has it, with what is said of it.
fn examples() -> BTreeMap<&'static str, String> {
    let mut examples: BTreeMap<&'static str, (usize, String)> = BTreeMap::new();
    for case in cases().into_iter().chain(large()).filter(|case| case.files.len() == 1) {
        let problems = case.run();
        // Of a record beyond a bound the fault that says so comes first, or is the only one.
        for problem in problems.iter().take(100) {
            let example = example(problem, &case.place);
            let worth = problems.len() * 1_000 + example.len();
            let best = examples.entry(problem.code.name).or_insert((usize::MAX, String::new()));
            if worth < best.0 {
                *best = (worth, example);
            }
        }
    }
    examples.into_iter().map(|(code, (_, example))| (code, example)).collect()
}

fn example(problem: &Problem, place: &str) -> String {
    let text = reservations::diagnostic::for_people(std::slice::from_ref(problem), false);
    let shown = text.rsplit_once("\n\n").map_or(text.as_str(), |(shown, _)| shown);
    format!("\n[{}](../{place})\n\n```text\n{}\n```\n", problem.file(), shown.trim_end())
}
