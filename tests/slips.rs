//! One slip of the hand is one fault: records with a line, a sign or a letter gone, doubled or exchanged.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may")]

use std::collections::BTreeSet;
use std::path::Path;

use reservations::check;
use reservations::problem::SourceText;

/// Slips that bring two faults or more, with the reason.
const SEVERAL: [(&str, &str); 3] = [
    // Labels past the end are told each, as they may be wrong each; only where they go on from the count it is that.
    ("operative = 1", "label-past-end"),
    // A header with its dot moved has neither its language nor its table right.
    ("[language.", "malformed-language"),
    ("[language.", "unknown-section"),
];

fn lines(record: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(record);
    std::fs::read_to_string(path).unwrap().lines().map(str::to_owned).collect()
}

/// The record with one line written otherwise, or left out.
fn with(lines: &[String], at: usize, new: Option<&str>) -> String {
    let before = lines[..at].iter().map(String::as_str);
    let text: Vec<&str> = before.chain(new).chain(lines[at + 1..].iter().map(String::as_str)).collect();
    text.join("\n")
}

/// What a line may become by one slip: a sign gone, doubled, or typed for another; two letters of a key exchanged.
fn slips(line: &str) -> Vec<String> {
    let mut slips = vec![format!("# {line}"), format!("{line} {line}")];
    let key = line.find('=').unwrap_or(line.len());
    for (at, sign) in line.char_indices() {
        let (before, after) = (&line[..at], &line[at + sign.len_utf8()..]);
        if "\"'[]{}=,.".contains(sign) {
            slips.push(format!("{before}{after}"));
            slips.push(format!("{before}{sign}{sign}{after}"));
            slips.extend([':', '(', '{', '“'].map(|other| format!("{before}{other}{after}")));
        }
        if at < key && sign.is_ascii_alphanumeric() {
            slips.push(format!("{before}{after}"));
            slips.push(format!("{before}{sign}{sign}{after}"));
            slips.push(format!("{before}.{after}"));
            if let Some(next) = after.chars().next().filter(char::is_ascii_alphanumeric) {
                slips.push(format!("{before}{next}{sign}{}", &after[1..]));
            }
        }
    }
    slips
}

/// The shape of a line: slips in the second line of a shape show nothing new.
fn shape(line: &str) -> String {
    let (key, value) = line.split_once('=').unwrap_or((line, ""));
    let signs = value.chars().filter(|c| "\"'[]{}=".contains(*c));
    // Of labels and codes one is like the other.
    key.chars()
        .map(|c| if c.is_ascii_uppercase() || c.is_ascii_digit() { 'X' } else { c })
        .chain(signs)
        .collect()
}

fn several(lines: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    let mut shapes = BTreeSet::new();
    let mut tried = 0;
    let own = |line: &String| !line.trim().is_empty() && !line.starts_with('#');
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| own(line)) {
        let mut texts = vec![("(gone)".to_owned(), with(lines, at, None))];
        if shapes.insert(shape(line)) {
            texts.extend(slips(line).into_iter().map(|slip| (slip.clone(), with(lines, at, Some(&slip)))));
        }
        if let Some(next) = lines.get(at + 1).filter(|next| own(next)) {
            let mut exchanged = lines.to_vec();
            exchanged.swap(at, at + 1);
            texts.push((format!("exchanged with {next}"), exchanged.join("\n")));
        }
        for (slip, text) in texts {
            tried += 1;
            let problems = check::check(&SourceText::new("r.toml", text)).problems;
            let told: Vec<_> = problems.iter().map(|fault| (fault.place().0, fault.code.name)).collect();
            let known = |(_, code): &(usize, &str)| {
                SEVERAL.iter().any(|(begin, own)| slip.starts_with(begin) && own == code)
            };
            if told.len() > 1 && !told.iter().all(known) {
                found.push(format!("{} {line} -> {slip}: {told:?}", at + 1));
            }
        }
    }
    assert!(tried > 500, "only {tried} slips were tried");
    found
}

fn is_one_fault_each(record: &str) {
    let found = several(&lines(record));
    assert!(found.is_empty(), "{}\n{}", found.len(), found.join("\n"));
}

#[test]
fn one_slip_in_the_register_is_one_fault() {
    is_one_fault_each("reservations.toml");
}

#[test]
fn one_slip_in_a_record_with_votes_is_one_fault() {
    is_one_fault_each("tests/records/assembly-votes.toml");
}

#[test]
fn one_slip_in_a_record_with_parts_is_one_fault() {
    is_one_fault_each("tests/records/committee-parts.toml");
}
