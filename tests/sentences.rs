//! Sentences as notes, records of meetings and the press have them, and what is right of each: `tests/sentences/`. Each was
//! found in print (`sources.tsv` says where), and is told here with other names, numbers and matters.
//!
//! `verdicts.tsv` holds what is made of each today, so that none that is right may become wrong. `BLESS=1` writes it anew;
//! look at the difference, and say in the commit why a case became worse.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test may panic and print"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use reservations::import::{Document, Options, import};
use reservations::record::{RawPosition, RawVote};
use serde_json::Value;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sentences");
const SIDES: [&str; 3] = ["in-favour", "against", "abstaining"];

/// From the best to the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    /// All that the sentence says is on record, and nothing else.
    Right,
    /// Something is missing, and a warning stands on the sentence.
    Honest,
    /// Something is missing, and no warning stands there.
    Silent,
    /// Something is on record that the sentence does not say.
    Wrong,
}

/// Of each side of a vote: how many, and who.
type Sides = [(Option<i64>, BTreeSet<String>); 3];

/// What a record holds, in words that can be compared.
#[derive(Default)]
struct Held {
    rows: BTreeSet<String>,
    votes: BTreeMap<String, Sides>,
}

fn cases() -> Vec<Value> {
    let mut files: Vec<_> = std::fs::read_dir(FOLDER).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    files.sort();
    let read = |path: &std::path::PathBuf| -> Vec<Value> {
        serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
    };
    files.iter().flat_map(read).collect()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn positions(position: &RawPosition) -> Vec<String> {
    let value = |placed: &Option<reservations::record::Placed<String>>| {
        placed.as_ref().map(|placed| placed.value.clone()).unwrap_or_default()
    };
    let who = value(&position.delegation);
    let phrase = position.phrase.first().map(|(_, phrase)| phrase.value.clone()).unwrap_or_default();
    let labels =
        position.on.as_ref().map(|on| on.value.iter().map(|label| label.value.clone()).collect::<Vec<_>>());
    let head = format!("{who} {}", value(&position.kind));
    match labels {
        Some(labels) => {
            labels.iter().map(|label| format!("{head} {label} {phrase}").trim().to_owned()).collect()
        }
        None => vec![format!("{head} {} {phrase}", value(&position.scope)).trim().to_owned()],
    }
}

fn votes(vote: &RawVote) -> (String, Sides) {
    let on = vote.on.iter().flat_map(|on| &on.value).map(|label| label.value.clone()).collect::<Vec<_>>();
    let counts = [&vote.in_favour, &vote.against, &vote.abstaining];
    let lists = [&vote.voted_in_favour, &vote.voted_against, &vote.voted_abstaining];
    let side = |at: usize| {
        let list = lists[at].iter().flat_map(|list| &list.value).map(|code| code.value.clone()).collect();
        (counts[at].as_ref().map(|count| count.value), list)
    };
    (on.join(" "), [side(0), side(1), side(2)])
}

/// What a case wants of rows: each a list of `a|b` alternatives for delegation, kind, and what it is on.
fn fits(row: &str, wanted: &Value) -> bool {
    let cell = |at: usize| wanted.get(at).and_then(Value::as_str).unwrap_or_default();
    let mut parts = row.splitn(4, ' ');
    let (who, kind, on) = (
        parts.next().unwrap_or_default(),
        parts.next().unwrap_or_default(),
        parts.next().unwrap_or_default(),
    );
    let phrase = parts.next().unwrap_or_default();
    let among = |got: &str, wanted: &str| {
        wanted.split('|').any(|one| {
            one == got || one == "*" || (one == "?" && got.starts_with(|c: char| c.is_lowercase()))
        })
    };
    let target = if cell(3).is_empty() { cell(2).to_owned() } else { cell(3).to_owned() };
    let target = target.replace("phrase", "unknown");
    among(who, cell(0)) && among(kind, cell(1)) && among(on, &target) && phrase == cell(4)
}

fn list<'a>(case: &'a Value, key: &str) -> Vec<&'a Value> {
    case.get(key).and_then(Value::as_array).map(|list| list.iter().collect()).unwrap_or_default()
}

fn rows_differ(case: &Value, held: &Held, wanted: &[&Value], why: &mut Vec<String>) -> (bool, bool) {
    let (mut wrong, mut missing) = (false, false);
    let may = list(case, "may");
    for row in &held.rows {
        if !wanted.iter().chain(&may).any(|want| fits(row, want)) {
            wrong = true;
            why.push(format!("row {row}"));
        }
    }
    for want in wanted {
        if !held.rows.iter().any(|row| fits(row, want)) {
            missing = true;
            why.push(format!("no {want}"));
        }
    }
    (wrong, missing)
}

fn votes_differ(case: &Value, held: &Held, why: &mut Vec<String>) -> (bool, bool) {
    let (mut wrong, mut missing) = (false, false);
    let on = |vote: &Value| match vote.get("on") {
        Some(Value::Array(labels)) => labels.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" "),
        Some(value) => value.as_str().unwrap_or_default().to_owned(),
        None => String::new(),
    };
    let (wanted, may) = (list(case, "votes"), list(case, "may-votes"));
    for place in held.votes.keys() {
        if !wanted.iter().chain(&may).any(|vote| on(vote) == *place) {
            wrong = true;
            why.push(format!("vote on “{place}”"));
        }
    }
    for want in wanted {
        let none = Default::default();
        let got = held.votes.get(&on(want)).unwrap_or(&none);
        for (side, (count, names)) in SIDES.iter().zip(got) {
            let voters = text(want, &format!("voted-{side}"));
            let listed: BTreeSet<&str> =
                voters.split_whitespace().filter(|code| !code.ends_with('?')).collect();
            let may: BTreeSet<&str> =
                voters.split_whitespace().map(|code| code.trim_end_matches('?')).collect();
            let told = want.get(*side).and_then(Value::as_i64);
            let counted = told.or((!voters.is_empty()).then_some(voters.split_whitespace().count() as i64));
            if count.is_some() && *count != counted || names.iter().any(|name| !may.contains(name.as_str())) {
                wrong = true;
                why.push(format!("{side} {count:?} {names:?}"));
            }
            if (told.is_some() && count.is_none()) || listed.iter().any(|code| !names.contains(*code)) {
                missing = true;
                why.push(format!("{side} lacks {told:?} {listed:?}"));
            }
        }
    }
    (wrong, missing)
}

/// What is made of a case, and why it is not right.
fn judge(case: &Value) -> (Verdict, Vec<String>) {
    let document = text(case, "text");
    let imported =
        import(&[Document { name: "document.txt", bytes: document.as_bytes() }], &Options::default());
    let mut held = Held::default();
    for record in &imported.records {
        held.rows.extend(record.positions.iter().flat_map(positions));
        held.votes.extend(record.votes.iter().map(votes));
    }
    let sentence = text(case, "sentence");
    let start = document.find(sentence).unwrap_or(0);
    let warned = imported.problems.iter().any(|problem| {
        let line = problem.place().0;
        let first = document[..start].matches('\n').count() + 1;
        (first..=first + sentence.matches('\n').count()).contains(&line)
    });
    let mut best: Option<(Verdict, Vec<String>)> = None;
    let wanted = std::iter::once(list(case, "rows"));
    for wanted in
        wanted.chain(list(case, "or").into_iter().map(|rows| rows.as_array().unwrap().iter().collect()))
    {
        let mut why = Vec::new();
        let (rows, votes) =
            (rows_differ(case, &held, &wanted, &mut why), votes_differ(case, &held, &mut why));
        let unsaid = case.get("says").is_some() && !warned;
        let loud = case.get("quiet").is_some() && warned;
        let verdict = match (rows.0 || votes.0, rows.1 || votes.1 || unsaid || loud, warned) {
            (true, ..) => Verdict::Wrong,
            (false, true, true) => Verdict::Honest,
            (false, true, false) => Verdict::Silent,
            (false, false, _) => Verdict::Right,
        };
        if best.as_ref().is_none_or(|(other, _)| verdict < *other) {
            best = Some((verdict, why));
        }
    }
    best.unwrap()
}

#[test]
fn no_sentence_is_read_worse_than_before() {
    let path = Path::new(FOLDER).join("verdicts.tsv");
    let before = std::fs::read_to_string(&path).unwrap_or_default();
    let before: BTreeMap<&str, &str> = before.lines().filter_map(|line| line.split_once('\t')).collect();
    let (mut now, mut worse, mut figures) =
        (String::new(), String::new(), BTreeMap::<String, [usize; 4]>::new());
    for case in cases() {
        let (verdict, why) = judge(&case);
        let id = text(&case, "id");
        let said = format!("{verdict:?}").to_lowercase();
        writeln!(now, "{id}\t{said}").unwrap();
        let what = if list(&case, "votes").is_empty() { "other" } else { "votes" };
        figures.entry(format!("{} {what}", text(&case, "lang"))).or_default()[verdict as usize] += 1;
        let rank =
            |name: &str| ["right", "honest", "silent", "wrong"].iter().position(|known| *known == name);
        if before.get(id).is_some_and(|old| rank(old) < rank(&said)) {
            writeln!(
                worse,
                "{id} was {}, is {said}: {}\n  {}",
                before[id],
                text(&case, "sentence"),
                why.join("; ")
            )
            .unwrap();
        }
    }
    for (kind, [right, honest, silent, wrong]) in &figures {
        println!("{kind}: {right} right, {honest} honest, {silent} silent, {wrong} wrong");
    }
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, now).unwrap();
    } else {
        assert_eq!(before.len(), now.lines().count(), "a case without a verdict: write them with BLESS=1");
        assert!(worse.is_empty(), "{worse}");
    }
}
