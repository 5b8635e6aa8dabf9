//! Plain text: every paragraph is recovered, and every row is right.

use reservations::import::{Document, Imported, Options, import};
use reservations::record::RawRecord;

use crate::document::{Dice, Truth, pair};
use crate::layout::{Layout, print};

fn read(text: &str) -> Imported {
    import(&[Document { name: "document.txt", bytes: text.as_bytes() }], &Options::default())
}

/// What of a version was not recovered.
fn misses(truth: &Truth, record: &RawRecord) -> Vec<String> {
    let mut misses = Vec::new();
    let Some(block) = record.languages.iter().find(|block| block.tag.value == truth.tag) else {
        return vec![format!("no {}", truth.tag)];
    };
    if block.title.as_ref().map(|title| title.value.as_str()) != Some(&truth.title) {
        misses.push(format!("{} title {:?}", truth.tag, block.title));
    }
    for (label, _, text) in &truth.paragraphs {
        let found = block
            .paragraphs
            .iter()
            .find(|(known, _)| known.value == *label)
            .map(|(_, text)| text.value.as_str());
        if found != Some(text) {
            misses.push(format!("{} {label}: {found:?}\n   for {text:?}", truth.tag));
        }
    }
    if block.paragraphs.len() != truth.paragraphs.len() {
        misses.push(format!("{} paragraphs for {}", block.paragraphs.len(), truth.paragraphs.len()));
    }
    misses
}

fn rows(record: &RawRecord) -> Vec<(String, String, String)> {
    let mut rows = Vec::new();
    for position in &record.positions {
        let (code, kind) = (position.delegation.clone().unwrap().value, position.kind.clone().unwrap().value);
        let scope = position.scope.iter().map(|scope| scope.value.clone());
        let labels = position.on.iter().flat_map(|on| &on.value).map(|label| label.value.clone());
        rows.extend(scope.chain(labels).map(|target| (code.clone(), kind.clone(), target)));
    }
    rows.sort();
    rows
}

fn judge(seed: u64) -> Result<(), String> {
    let mut dice = Dice::new(seed ^ 0x5eed);
    let (english, arabic) = pair(seed);
    let versions = match dice.below(4) {
        0 => vec![english],
        1 => vec![arabic],
        2 => vec![arabic, english],
        _ => vec![english, arabic],
    };
    let layouts: Vec<Layout> =
        versions.iter().map(|truth| Layout::roll(&mut dice, truth.tag == "ar")).collect();
    let text: String = versions
        .iter()
        .zip(&layouts)
        .map(|(truth, layout)| print(truth, layout, &mut dice))
        .collect::<Vec<_>>()
        .join("\n\n\n");
    if std::env::var("SAVE").is_ok() {
        std::fs::write(format!("/tmp/seed{seed}.txt"), &text).unwrap();
    }
    let imported = read(&text);
    let mut wrong: Vec<String> = Vec::new();
    match &imported.records[..] {
        [record] => {
            wrong.extend(versions.iter().flat_map(|truth| misses(truth, record)));
            let expected: Vec<_> = versions[0]
                .rows
                .iter()
                .map(|(code, kind, target)| (code.clone(), (*kind).to_owned(), target.clone()))
                .collect();
            if rows(record) != expected {
                wrong.push(format!("rows {:?}\n  for {expected:?}", rows(record)));
            }
        }
        records => wrong.push(format!("{} records", records.len())),
    }
    for problem in &imported.problems {
        wrong.push(format!("{} {} {:?}", problem.code.name, problem.message, problem.place()));
    }
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(format!("seed {seed} {layouts:?}\n{}\n{text}", wrong.join("\n")))
    }
}

#[test]
fn every_paragraph_and_row_is_recovered() {
    let seeds: u64 = std::env::var("SEEDS").ok().and_then(|seeds| seeds.parse().ok()).unwrap_or(400);
    let from: u64 = std::env::var("SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(0);
    let failures: Vec<String> = (from..seeds).filter_map(|seed| judge(seed).err()).collect();
    let first = failures.first().cloned().unwrap_or_default();
    if std::env::var("BRIEF").is_ok() {
        for f in &failures {
            let mut l = f.lines();
            let a = l.next().unwrap();
            println!("{}\n   {}", a, l.next().unwrap().chars().take(150).collect::<String>());
        }
    }
    assert!(failures.is_empty(), "{} of {seeds} documents were misread, the first:\n{first}", failures.len());
}

mod hostile {
    use proptest::prelude::*;

    use super::read;
    use crate::document::{Dice, pair};
    use crate::layout::{Layout, print};

    /// Pieces that mean something to the reader, in any order.
    fn pieces() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            Just("The Assembly of Harbours,"),
            Just("إن الجمعية العامة،"),
            Just("1."),
            Just("١ -"),
            Just("(a)"),
            Just("'2'"),
            Just("*"),
            Just("**"),
            Just("¹"),
            Just("[1]"),
            Just("\n"),
            Just("\n\n"),
            Just("\u{c}"),
            Just("\r"),
            Just("- "),
            Just("Recalling the sea,"),
            Just("Decides;"),
            Just("وإذ تشير،"),
            Just("Chad on operative paragraph 1."),
            Just("Annex"),
            Just("Adopted by a recorded vote of 3 to 2."),
            Just("In favour:"),
            Just("Against: Cuba, …"),
            Just("المؤيدون:"),
            Just("II"),
            Just("9 bis."),
            Just("e\u{301}"),
            Just("\u{202e}"),
            Just("\u{ad}\n"),
            Just("inter-\n"),
            Just("2030. "),
            Just("expressed reservations"),
            Just("A/RES/1/2"),
            Just("- 2 -\n"),
            Just("("),
            Just(")"),
            Just(" "),
            Just("大会，"),
        ];
        proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn nothing_panics(text in prop_oneof![any::<String>(), pieces()]) {
            read(&text);
        }

        #[test]
        fn cut_anywhere_it_still_reads(seed in 0u64..200, from in 0.0f64..1.0, to in 0.0f64..1.0) {
            let mut dice = Dice::new(seed);
            let (english, arabic) = pair(seed);
            let layout = Layout::roll(&mut dice, false);
            let text = print(&english, &layout, &mut dice) + &print(&arabic, &layout, &mut dice);
            let length = text.chars().count() as f64;
            let cut: String = text.chars().skip((from * length) as usize).take((to * length) as usize).collect();
            let imported = read(&cut);
            for record in &imported.records {
                let written = reservations::record::write(record);
                let source = reservations::problem::SourceText::new("x.toml", written);
                prop_assert!(reservations::record::read(&source).problems.is_empty());
            }
        }
    }
}
