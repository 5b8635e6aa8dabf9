//! No bytes make checking panic or hang, and what is shown of them is fit for a terminal.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use proptest::prelude::*;
use reservations::corpus::Corpus;
use reservations::diagnostic;
use reservations::problem::Problem;

const RECORD: &str = include_str!("../reservations.toml");

fn check(bytes: &[u8]) -> Vec<Problem> {
    let mut corpus = Corpus::default();
    corpus.add("a.toml", bytes);
    let problems = corpus.finish().1;
    let shown = diagnostic::for_people(&problems, false) + &diagnostic::github(&problems);
    let unfit = |c: char| (c.is_control() && c != '\n') || reservations::fold::is_bidi_control(c);
    assert!(!shown.contains(unfit), "{shown:?}");
    diagnostic::sarif(&problems, "1.0.0", &[]);
    problems
}

#[test]
fn our_own_record_has_no_fault() {
    assert!(check(RECORD.as_bytes()).is_empty());
}

#[test]
fn what_is_huge_or_deep_is_a_fault_or_nothing() {
    let head = "format = 1\n[resolution]\nid = \"a\"\n";
    for tail in [
        "[".repeat(200_000),
        format!("x = {}", "[".repeat(200_000)),
        format!("x = {}", "{a=".repeat(100_000)),
        format!("[{}a]", "a.".repeat(50_000)),
        format!("symbol = \"{}\"\nby = \"{}\"", "ب".repeat(500_000), "x".repeat(1_000_000)),
        format!("x = [{}]", "\"\\u202e\" ".repeat(20_000)),
    ] {
        let problems = check(format!("{head}{tail}\n").as_bytes());
        assert!((1..200).contains(&problems.len()), "{}", problems.len());
        assert!(problems.iter().all(|problem| problem.message.len() + problem.help.len() < 4_000));
    }
}

/// The record with some of its lines deleted, doubled, exchanged or cut.
fn mutated(changes: &[(usize, u8, usize)]) -> String {
    let mut lines: Vec<String> = RECORD.lines().map(str::to_owned).collect();
    for (at, what, by) in changes {
        let count = lines.len();
        let (at, other) = (at % count, by % count);
        match what % 5 {
            0 if count > 1 => drop(lines.remove(at)),
            1 => lines.insert(other, lines[at].clone()),
            2 => lines.swap(at, other),
            3 => lines[at] = lines[at].chars().take(by % 20).collect(),
            _ => {
                lines[at].extend(["\"", "[", "]", "=", "\"\"\"", "\u{202e}", "\0", "'"].get(by % 8).copied());
            }
        }
    }
    lines.join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check(&bytes);
    }

    #[test]
    fn no_toml_like_text_panics(text in "([a-z\\[\\]\"'=., \n#{}0-9-]|\\[\\[position\\]\\]\n|on = |\"\"\"|format = 1\n|\\\\u202e|\u{628}){0,60}") {
        check(text.as_bytes());
    }

    #[test]
    fn no_mutation_panics(changes in prop::collection::vec((any::<usize>(), any::<u8>(), any::<usize>()), 1..6)) {
        check(mutated(&changes).as_bytes());
    }

    #[test]
    fn no_truncation_panics(at in 0..RECORD.len()) {
        check(&RECORD.as_bytes()[..at]);
    }
}

/// `cargo test --release --test hostile -- --ignored --nocapture` shows how long records of growing size take.
#[test]
#[ignore = "a measurement"]
#[allow(clippy::print_stdout)]
fn time_of_growing_records() {
    for count in [5_000, 10_000, 20_000, 40_000] {
        for (name, on, kind) in
            [("sound", "OP", "reservation"), ("faulty", "OQ", "reservaton"), ("odd", "OP", "")]
        {
            let mut text = String::from(
                "format = 1\n[resolution]\nid = \"a\"\n[[source]]\nid = \"s\"\n[language.en.delegations]\nKE = \"Kenya\"\n[language.en.paragraphs]\n",
            );
            text.extend((1..=count).map(|n| format!("OP{n} = \"water {n}\"\n")));
            text.extend((1..=count).map(|n| {
                let kind = if kind.is_empty() { "5".into() } else { format!("\"{kind}\"") };
                format!("[[position]]\ndelegation = \"KE\"\nkind = {kind}\non = [\"{on}{n}\"]\nphrase.en = \"water\"\nsource = \"s\"\n")
            }));
            let start = std::time::Instant::now();
            let found = check(text.as_bytes()).len();
            println!("{name} {count}: {found} problems, {:?}", start.elapsed());
        }
    }
}
