//! Ratios that the contract bounds, each measured side by side in one run: A B A B …, the median of the pairs.
//!
//! `cargo bench --bench ratios` measures all; with `-- start`, `-- lookup`, `-- import`, `-- official` or
//! `-- reports` one of them.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a benchmark talks and may stop")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use reservations::model::Register;
use reservations::report::{Filter, Report};

const PROGRAM: &str = env!("CARGO_BIN_EXE_reservations");

fn main() {
    let asked: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let wants = |name: &str| asked.is_empty() || asked.iter().any(|word| word == name);
    let folder = tempfile::tempdir().unwrap();
    if wants("start") {
        start(folder.path());
    }
    if wants("import") {
        import();
    }
    if wants("official") {
        official();
    }
    if wants("reports") {
        reports();
    }
    if wants("lookup") {
        lookup(folder.path());
    }
}

/// Wall seconds of a command that must end well.
fn seconds(command: &mut Command) -> f64 {
    let began = Instant::now();
    assert!(command.stdin(Stdio::null()).stdout(Stdio::null()).status().unwrap().success());
    began.elapsed().as_secs_f64()
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Prints the medians of two measures in turn, and the median of their ratios.
fn pair(what: &str, bound: f64, runs: usize, mut ours: impl FnMut() -> f64, mut theirs: impl FnMut() -> f64) {
    ours();
    theirs();
    let (mut mine, mut other) = (Vec::new(), Vec::new());
    for _ in 0..runs {
        mine.push(ours());
        other.push(theirs());
    }
    let ratio = median(mine.iter().zip(&other).map(|(a, b)| a / b).collect());
    let [mine, other] = [mine, other].map(|values| 1000.0 * median(values));
    println!("{what}: {mine:.2} ms against {other:.2} ms, ratio {ratio:.2} (bound {bound})");
}

/// The start of a look-up on the embedded register against a program that does nothing.
fn start(folder: &Path) {
    let source = folder.join("empty.rs");
    let empty = folder.join("empty");
    fs::write(&source, "fn main() {}\n").unwrap();
    let profile = ["-Copt-level=3", "-Cpanic=abort", "-Cstrip=symbols", "--edition=2024", "-o"];
    assert!(Command::new("rustc").args(profile).arg(&empty).arg(&source).status().unwrap().success());
    let ours = || seconds(Command::new(PROGRAM).args(["country", "KZ"]).current_dir(folder).env_clear());
    pair("start of `country KZ`", 2.5, 400, ours, || seconds(Command::new(&empty).env_clear()));
}

/// A look-up by code in 10,000 records against reading the files, the better of one thread and two.
fn lookup(folder: &Path) {
    let corpus = folder.join("corpus");
    let files = write_corpus(&corpus);
    let read = |files: &[PathBuf]| files.iter().map(|path| fs::read(path).unwrap().len()).sum::<usize>();
    let one = || {
        let began = Instant::now();
        std::hint::black_box(read(&files));
        began.elapsed().as_secs_f64()
    };
    let two = || {
        let began = Instant::now();
        std::thread::scope(|scope| {
            for half in files.chunks(files.len().div_ceil(2)) {
                scope.spawn(move || std::hint::black_box(read(half)));
            }
        });
        began.elapsed().as_secs_f64()
    };
    let ours = || seconds(Command::new(PROGRAM).args(["country", "KZ", "-f"]).arg(&corpus));
    pair("`country KZ` in 10,000 files", 1.5, 15, ours, || one().min(two()));
}

/// The time of each report as a power of the number of delegations, each with one paragraph of its own: 1 is linear, the
/// bound is 1.15; of the matrix, whose cells are the product, 2.
fn reports() {
    let filter = Filter {
        language: reservations::language::Language::english(),
        as_of: chrono::NaiveDate::MAX,
        withdrawn: false,
        kinds: Vec::new(),
        resolutions: Vec::new(),
        since: None,
        until: None,
    };
    let time = |report: &Report, register: &Register| {
        let began = Instant::now();
        std::hint::black_box(report.table(register, &filter));
        began.elapsed().as_secs_f64()
    };
    let (small, large) = (register(300), register(3_000));
    let two = ["d1", "d2"].iter().map(|code| code.parse().unwrap()).collect();
    let all = [
        ("country", Report::Country { delegations: Vec::new() }, 1.15),
        ("paragraph --all", Report::Paragraph { references: Vec::new(), all: true }, 1.15),
        ("compare", Report::Compare { delegations: two }, 1.15),
        ("matrix", Report::Matrix { delegations: Vec::new() }, 2.0),
    ];
    for (name, report, bound) in all {
        let pairs = (0..5).map(|_| (time(&report, &small), time(&report, &large)));
        let exponent = median(pairs.map(|(small, large)| (large / small).log10()).collect());
        println!("{name} of 3,000 delegations: exponent {exponent:.2} over 300 (bound {bound})");
    }
}

/// A register of one resolution in which each delegation names one paragraph.
fn register(delegations: usize) -> Register {
    let mut text = format!(
        "format = 1\n[resolution]\nid = \"grow\"\noperative = {delegations}\n[[source]]\nid = \"s\"\n[language.en]\n\
         title = \"A resolution that grows\"\n[language.en.delegations]\n"
    );
    for number in 1..=delegations {
        text += &format!("d{number} = \"Delegation {number}\"\n");
    }
    for number in 1..=delegations {
        text += &format!(
            "[[position]]\ndelegation = \"d{number}\"\nkind = \"reservation\"\non = [\"OP{number}\"]\nsource = \"s\"\n"
        );
    }
    let mut corpus = reservations::corpus::Corpus::default();
    corpus.add("grow.toml", text.as_bytes());
    corpus.finish().0
}

/// The time of an import as a power of the text's length: 1 is linear, the bound is 1.15.
fn import() {
    let time = |paragraphs: usize| {
        let mut text = String::from(
            "On boats\n\nAdopted without a vote (Bergen, 3 May 2021)\n\nThe Assembly of Harbours,\n\n",
        );
        for number in 1..=paragraphs {
            text += &format!(
                "{number}. Requests boat number {number} to sail with the wind before the season of storms begins;\n\n"
            );
        }
        let document = reservations::import::Document { name: "boats.txt", bytes: text.as_bytes() };
        let began = Instant::now();
        std::hint::black_box(reservations::import::import(
            &[document],
            &reservations::import::Options::default(),
        ));
        began.elapsed().as_secs_f64()
    };
    let pairs: Vec<(f64, f64)> = (0..5).map(|_| (time(5_000), time(50_000))).collect();
    let exponent = median(pairs.iter().map(|(small, large)| (large / small).log10()).collect());
    let seconds = median(pairs.iter().map(|(_, large)| *large).collect());
    println!("import of 50,000 paragraphs: {seconds:.2} s, exponent {exponent:.2} over 5,000 (bound 1.15)");
}

/// Official XML on all threads against an empty pass of the XML reader over the same bytes on one: the time, and so the
/// bound is 2.
fn official() {
    let english = fs::read_to_string("tests/documents/lights/lights-en.xml").unwrap();
    let (head, tail) = english.split_once("</mainBody>").unwrap();
    let document = |number: usize| {
        let paragraphs: String = (3..60)
            .map(|at| {
                format!(
                    "<paragraph class=\"SingleTxt\"><num>{at}.</num><content><p xml:space=\"preserve\">\t<span class=\"italic\">Requests</span> \
                     the keepers of pier {number} to report on lamps, oil and wicks before the season of storms begins, and to name the boats that \
                     came in by night, the pilots who led them and the harbours that they had left, so that the members may learn from one \
                     another how the piers of every coast are kept in the long nights of the year;</p></content></paragraph>\n"
                )
            })
            .collect();
        format!("{}{paragraphs}</mainBody>{tail}", head.replace("H/RES/9/1", &format!("H/RES/9/{number}")))
    };
    let texts: Vec<String> = (0..200).map(document).collect();
    let bytes: usize = texts.iter().map(String::len).sum();
    let documents: Vec<_> = texts
        .iter()
        .map(|text| reservations::import::Document { name: "lights.xml", bytes: text.as_bytes() })
        .collect();
    let ours = || {
        let began = Instant::now();
        let imported = reservations::import::import(&documents, &reservations::import::Options::default());
        assert_eq!(imported.records.len(), texts.len());
        began.elapsed().as_secs_f64()
    };
    let theirs = || {
        let began = Instant::now();
        for text in &texts {
            let mut reader = quick_xml::Reader::from_str(text);
            while !matches!(reader.read_event().unwrap(), quick_xml::events::Event::Eof) {}
        }
        began.elapsed().as_secs_f64()
    };
    println!("official XML, {bytes} bytes in {} documents:", texts.len());
    pair("import of official XML", 2.0, 7, ours, theirs);
}

/// 10,000 records of about 2.5 KB in 100 folders; one in a hundred names Kazakhstan.
fn write_corpus(corpus: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for number in 0..10_000 {
        let folder = corpus.join(format!("{:02}", number % 100));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join(format!("{number}.toml"));
        let code = if number % 100 == 7 { "KZ" } else { "FR" };
        fs::write(&path, record(number, code)).unwrap();
        files.push(path);
    }
    files
}

fn record(number: usize, code: &str) -> String {
    let mut text = format!(
        "format = 1\n\n[resolution]\nid = \"bench-{number}\"\nadopted = 2024-03-01\nby = \"consensus\"\npreambular = 20\n\
         operative = 20\n\n[[source]]\nid = \"published\"\ntitle = \"A document made for a benchmark\"\n\n[language.en]\n\
         title = \"Resolution {number}\"\n\n[language.en.delegations]\n{code} = \"A delegation\"\n\n[language.en.subjects]\n"
    );
    for label in 1..=20 {
        text += &format!(
            "OP{label} = \"What paragraph {label} of resolution {number} is about, in a few words of our own\"\n"
        );
    }
    text += &format!(
        "\n[[position]]\ndelegation = \"{code}\"\nkind = \"reservation\"\non = [\"OP1\", \"OP2\"]\nsource = \"published\"\n"
    );
    text
}
