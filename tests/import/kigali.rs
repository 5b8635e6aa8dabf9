//! The Kigali resolution, as published and broken in many ways: each ends with the right warning and no wrong row.
//!
//! The document is read from where it is, beside the project, and never copied.

use std::collections::BTreeSet;

use reservations::import::{Document, Imported, Options, import};
use reservations::record::{self, RawRecord};

use crate::reflow::{PAGES, dense, paged, wrapped};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/documents/ipu-145-migration.en+ar.txt");

const ROWS: [(&str, &str, &str); 11] = [
    ("CZ", "reservation", "OP3"),
    ("HU", "reservation", "entire"),
    ("ID", "reservation", "entire"),
    ("IN", "reservation", "PP21"),
    ("KZ", "reservation", "OP9"),
    ("KZ", "reservation", "PP10"),
    ("KZ", "reservation", "PP9"),
    ("QA", "reservation", "OP5"),
    ("RU", "opposition", "entire"),
    ("SY", "reservation", "PP9"),
    ("TR", "reservation", "PP19"),
];

#[expect(clippy::print_stderr, reason = "a skipped test says so")]
fn document() -> Option<String> {
    let text = std::fs::read_to_string(PATH).ok();
    if text.is_none() {
        eprintln!("skipped: {PATH} is not there");
    }
    text
}

fn read(text: &str) -> Imported {
    import(&[Document { name: "kigali.txt", bytes: text.as_bytes() }], &Options::default())
}

fn rows(record: &RawRecord) -> BTreeSet<(String, String, String)> {
    let mut rows = BTreeSet::new();
    for position in &record.positions {
        let (code, kind) = (position.delegation.clone().unwrap().value, position.kind.clone().unwrap().value);
        let scope = position.scope.iter().map(|scope| scope.value.clone());
        let labels = position.on.iter().flat_map(|on| &on.value).map(|label| label.value.clone());
        rows.extend(scope.chain(labels).map(|target| (code.clone(), kind.clone(), target)));
    }
    rows
}

fn truth() -> BTreeSet<(String, String, String)> {
    ROWS.iter().map(|(code, kind, target)| ((*code).into(), (*kind).into(), (*target).into())).collect()
}

#[test]
fn kigali_gives_what_is_on_record() {
    let Some(text) = document() else { return };
    let imported = read(&text);
    let said: Vec<_> =
        imported.problems.iter().map(|problem| (problem.code.name, &problem.message)).collect();
    assert!(said.is_empty(), "{said:?}");
    let [record] = &imported.records[..] else { panic!("{} records", imported.records.len()) };
    assert_eq!(rows(record), truth());
    let resolution = record.resolution.as_ref().unwrap();
    assert_eq!(resolution.preambular.as_ref().unwrap().value, 24);
    assert_eq!(resolution.operative.as_ref().unwrap().value, 31);
    assert_eq!(resolution.adopted.as_ref().unwrap().value.to_string(), "2022-10-15");
    assert_eq!(resolution.by.as_ref().unwrap().value, "consensus");
    for block in &record.languages {
        assert_eq!(block.paragraphs.len(), 55, "{}", block.tag.value);
        for (label, paragraph) in &block.paragraphs {
            let whole = paragraph.value.ends_with([',', ';', '.', '،', '؛', ':']);
            assert!(
                whole && !paragraph.value.contains('*'),
                "{} {}: {}",
                block.tag.value,
                label.value,
                paragraph.value
            );
        }
        assert_eq!(block.delegations.len(), 9);
    }
    let phrases: Vec<_> = record
        .positions
        .iter()
        .flat_map(|position| &position.phrase)
        .map(|(tag, _)| tag.value.as_str())
        .collect();
    assert_eq!(phrases, ["ar", "en"].into_iter().collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>());
}

/// The record as it is written, without what names the file, its lines, or the heads of pages.
fn written(texts: &[&str]) -> (String, usize) {
    let documents: Vec<_> =
        texts.iter().map(|text| Document { name: "kigali.txt", bytes: text.as_bytes() }).collect();
    let imported = import(&documents, &Options { id: Some("kigali".into()), ..Options::default() });
    let whole: String = imported.records.iter().map(record::write).collect();
    let of_file = ["sha256 =", "symbol =", "source =", "languages =", "id ="];
    let kept = whole.lines().filter(|line| !of_file.iter().any(|start| line.starts_with(start)));
    (kept.collect::<Vec<_>>().join("\n"), imported.problems.len())
}

/// The Arabic version and the English one behind it.
fn halves(text: &str) -> (&str, &str) {
    let (at, _) = text.match_indices("Inter-Parliamentary Union\n").nth(1).unwrap();
    text.split_at(at)
}

#[test]
fn however_it_is_printed_it_says_the_same() {
    let Some(text) = document() else { return };
    let (expected, none) = written(&[&text]);
    assert_eq!(none, 0);
    let (arabic, english) = halves(&text);
    let swapped = format!("{english}\n\n\n{arabic}");
    let mut prints: Vec<(String, Vec<String>)> = vec![
        ("no blank lines".into(), vec![dense(&text)]),
        ("no blank lines, CRLF".into(), vec![dense(&text).replace('\n', "\r\n")]),
        ("the other order".into(), vec![swapped.clone()]),
        ("the other order, no blank lines".into(), vec![dense(&swapped)]),
    ];
    for width in [60, 72, 100] {
        let broken = wrapped(&text, width);
        prints.push((format!("lines of {width}"), vec![broken.clone()]));
        prints.push((format!("lines of {width}, no blank lines"), vec![dense(&broken)]));
        prints.push((format!("the other order, {width}"), vec![dense(&wrapped(&swapped, width))]));
        for (style, page) in PAGES.iter().enumerate() {
            let lines = 23 + 2 * style;
            prints.push((format!("pages {style}, lines of {width}"), vec![paged(&broken, lines, page)]));
            let dense = paged(&dense(&broken), lines, page);
            prints.push((format!("pages {style}, lines of {width}, no blank lines"), vec![dense]));
        }
    }
    let mut wrong = Vec::new();
    for (name, texts) in &prints {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let (found, problems) = written(&texts);
        if found != expected || problems > 0 {
            let lines = expected.lines().zip(found.lines()).find(|(one, two)| one != two);
            wrong.push(format!("{name}: {problems} problems, {lines:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), prints.len(), wrong.join("\n"));
}

#[test]
fn one_version_alone_says_what_it_says() {
    let Some(text) = document() else { return };
    let (arabic, english) = halves(&text);
    for own in [arabic, english] {
        for print in [own.to_owned(), dense(own), dense(&wrapped(own, 72))] {
            let imported = read(&print);
            assert!(imported.problems.is_empty(), "{:?}", imported.problems);
            assert_eq!(rows(&imported.records[0]), truth());
            assert_eq!(imported.records[0].languages[0].paragraphs.len(), 55);
        }
    }
}

/// Replaces the one place where `old` stands.
fn swap(text: &str, old: &str, new: &str) -> String {
    assert_eq!(text.matches(old).count(), 1, "{old}");
    text.replacen(old, new, 1)
}

/// Takes out the paragraph that begins so, with its line end.
fn without(text: &str, begins: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let kept: Vec<&str> = lines.iter().copied().filter(|line| !line.starts_with(begins)).collect();
    assert_eq!(kept.len() + 1, lines.len(), "{begins}");
    kept.join("\n")
}

/// The lines from the first that begins so to the end, taken out.
fn cut_from(text: &str, begins: &str) -> String {
    text[..text.find(begins).unwrap()].to_owned()
}

/// The n-th of the lines that begin so is taken out, counted from 1.
fn without_nth(text: &str, begins: &str, n: usize) -> String {
    let mut seen = 0;
    let kept = text.lines().filter(|line| {
        seen += usize::from(line.starts_with(begins));
        !(line.starts_with(begins) && seen == n)
    });
    kept.collect::<Vec<_>>().join("\n")
}

/// What is broken, the warning that must come, and the text.
type Breach = (&'static str, &'static str, fn(&str) -> String);

const BREACHES: &[Breach] = &[
    ("an English preambular paragraph is gone", "versions-differ", |t| without(t, "Seeking to guarantee")),
    ("an Arabic preambular paragraph is gone", "versions-differ", |t| without_nth(t, "وإذ تشير", 3)),
    ("an English operative paragraph is gone", "numbering-gap", |t| without(t, "12. *Calls")),
    ("an Arabic operative paragraph is gone", "numbering-gap", |t| without(t, "12. و")),
    ("the last English paragraph is gone", "versions-differ", |t| without(t, "31. *Invites")),
    ("the last Arabic paragraph is gone", "versions-differ", |t| without(t, "31. و")),
    ("the first English operative paragraph is gone", "numbering-gap", |t| without(t, "1. *Requests")),
    ("an English number stands twice", "numbering-repeat", |t| swap(t, "\n20. *Enc", "\n19. *Enc")),
    ("an Arabic number stands twice", "numbering-repeat", |t| swap(t, "\n20. وت", "\n19. وت")),
    ("a number jumps", "numbering-gap", |t| swap(t, "\n20. *Enc", "\n22. *Enc")),
    ("the last number is far too high", "numbering-gap", |t| swap(t, "\n31. *Inv", "\n131. *Inv")),
    ("a number goes back", "numbering-repeat", |t| swap(t, "\n20. *Enc", "\n5. *Enc")),
    ("a position is past the end, in English", "number-past-end", |t| {
        swap(t, "on operative paragraph 3,", "on operative paragraph 33,")
    }),
    ("a position is past the end, in Arabic", "number-past-end", |t| {
        swap(t, "على الفقرة 3 من المنطوق", "على الفقرة 33 من المنطوق")
    }),
    ("a preambular position is past the end", "number-past-end", |t| {
        swap(t, "preambular paragraph 21,", "preambular paragraph 25,")
    }),
    ("another paragraph in English", "versions-differ", |t| {
        swap(t, "on operative paragraph 3,", "on operative paragraph 4,")
    }),
    ("another paragraph in Arabic", "versions-differ", |t| {
        swap(t, "على الفقرة 19 من الديباجة", "على الفقرة 18 من الديباجة")
    }),
    ("one of several paragraphs differs", "versions-differ", |t| {
        swap(t, "paragraphs 9 and 10 and", "paragraphs 9 and 11 and")
    }),
    ("another unit", "versions-differ", |t| swap(t, "preambular paragraph 21,", "operative paragraph 21,")),
    ("an unknown country in English", "unknown-name", |t| swap(t, "**India**", "**Nutopia**")),
    ("an unknown country in Arabic", "unknown-name", |t| swap(t, "والهند التي", "ونوتوبيا التي")),
    ("a country misspelt by a letter", "unknown-name", |t| swap(t, "**Kazakhstan** on", "**Kazakstn** on")),
    ("a country misspelt in Arabic", "unknown-name", |t| swap(t, "وكازاخستان التي", "وكازاخصطان التي")),
    ("another country in English", "versions-differ", |t| swap(t, "**Hungary** and", "**Austria** and")),
    ("a delegation is left out", "versions-differ", |t| swap(t, " and **Indonesia** on", " on")),
    ("another kind", "versions-differ", |t| {
        swap(t, "expressed its opposition to", "expressed its reservation on")
    }),
    ("the English note is gone, its mark is left", "note-not-found", |t| cut_from(t, "* A number of")),
    ("the Arabic note is gone, its mark is left", "note-not-found", |t| {
        let (from, to) = (t.find("* بعد").unwrap(), t.find("وإذ تشير إلى الاتفاق").unwrap());
        format!("{}{}", &t[..from], &t[to..])
    }),
    ("the phrase is another in English", "phrase-not-in-paragraph", |t| {
        swap(t, "reference to labour mobility in", "reference to free mobility in")
    }),
    ("the phrase is gone from the paragraph", "phrase-not-in-paragraph", |t| {
        swap(t, "labour mobility and skills", "labour and skills")
    }),
    ("the phrase is in another paragraph", "phrase-not-in-paragraph", |t| {
        let t =
            swap(t, "labour mobility in operative paragraph 5", "labour mobility in operative paragraph 6");
        swap(&t, "اليد العاملة في الفقرة 5", "اليد العاملة في الفقرة 6")
    }),
    ("the English version stands twice", "same-version-twice", |t| {
        let english = &t[t.find("145th IPU Assembly").unwrap()..];
        format!("{t}\n\n\n\n{english}")
    }),
    ("two paragraphs are one", "versions-differ", |t| {
        swap(t, "purposes, \n\nCondemning also", "purposes, and condemning also")
            .replace("purposes,\n\nCondemning also", "purposes and condemning also")
    }),
    ("a paragraph is cut in two", "versions-differ", |t| {
        swap(t, "migration routes,\n", "migration routes,\n\nNoting also the sea,\n")
    }),
];

#[test]
fn broken_in_many_ways_it_gives_a_warning_and_no_wrong_row() {
    let Some(text) = document() else { return };
    let mut wrong = Vec::new();
    for (name, code, breach) in BREACHES {
        let broken = if *name == "two paragraphs are one" {
            text.replacen(",\n\nCondemning also", " and condemning also", 1)
        } else {
            breach(&text)
        };
        assert_ne!(broken, text, "{name}");
        let imported = read(&broken);
        let said: BTreeSet<_> = imported.problems.iter().map(|problem| problem.code.name).collect();
        let all: BTreeSet<_> = imported.records.iter().flat_map(rows).collect();
        let false_rows: Vec<_> = all.difference(&truth()).cloned().collect();
        let lost: Vec<_> = truth().difference(&all).cloned().collect();
        if !said.contains(code) || !false_rows.is_empty() || lost.len() > 3 || imported.records.len() != 1 {
            wrong.push(format!(
                "{name}: {said:?}, false {false_rows:?}, lost {lost:?}, {} records",
                imported.records.len()
            ));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), BREACHES.len(), wrong.join("\n"));
}
