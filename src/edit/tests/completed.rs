//! A published document's text and sources, put into a record that people keep.

use super::*;
use crate::record::read;

const KEPT: &str = r#"format = 1 # kept
[resolution]
id = "r"
operative = 3

[[source]] # the first
id = "published"
sha256 = "fd8b91637fd18c7ff5c2cefbeffc1405acf7dd889669b64cce671e908680cc6b"

[language.en]
title = "Ours"
[language.en.delegations]
KZ = "Kazakhstan"
[language.en.paragraphs]
OP1 = "As people wrote it." # ours
# the end of the texts

[[position]]
delegation = "KZ"
kind = "reservation"
on = ["OP1"]
source = "published"
"#;

/// What an import found, as a record has it.
fn imported(sum: &str, paragraphs: &str, rest: &str) -> String {
    format!(
        "format = 1\n[resolution]\nid = \"r\"\n[[source]]\nid = \"published\"\ntitle = \"Theirs\"\nlanguages = [\"en\"]\nsha256 = \"{sum}\"\n[language.en]\ntitle = \"Theirs\"\n[language.en.paragraphs]\n{paragraphs}{rest}"
    )
}

fn completed(text: &str, imported: &str) -> String {
    let new = complete(&source(text), &read(&source(imported)).record).unwrap();
    resolution(&new);
    new
}

const SAME: &str = "FD8B91637FD18C7FF5C2CEFBEFFC1405ACF7DD889669B64CCE671E908680CC6B";
const OTHER: &str = "ad8b91637fd18c7ff5c2cefbeffc1405acf7dd889669b64cce671e908680cc6b";

#[test]
fn texts_that_are_missing_come_below_those_that_are_there() {
    let new =
        completed(KEPT, &imported(SAME, "OP1 = \"Theirs.\"\nOP2 = \"Two:\"\n\"OP2(a)\" = \"a;\"\n", ""));
    let put =
        "OP1 = \"As people wrote it.\" # ours\nOP2 = \"Two:\"\n\"OP2(a)\" = \"a;\"\n# the end of the texts\n";
    assert_eq!(new, KEPT.replace("OP1 = \"As people wrote it.\" # ours\n# the end of the texts\n", put));
    assert_eq!(completed(&new, &imported(SAME, "OP2 = \"Two:\"\n", "")), new, "nothing twice");
}

#[test]
fn a_file_that_was_not_known_is_a_source() {
    let new = completed(KEPT, &imported(OTHER, "OP1 = \"Theirs.\"\n", ""));
    let put = format!(
        "680cc6b\"\n\n[[source]]\nid = \"published-2\"\ntitle = \"Theirs\"\nlanguages = [\"en\"]\nsha256 = \"{OTHER}\"\n\n[language.en]\n"
    );
    assert_eq!(new, KEPT.replacen("680cc6b\"\n\n[language.en]\n", &put, 1));
}

#[test]
fn a_language_that_is_new_comes_with_names() {
    let french = "[language.fr]\ntitle = \"Le titre\"\n[language.fr.paragraphs]\nOP1 = \"Le texte.\"\n";
    let new = completed(KEPT, &imported(SAME, "", french));
    let put = "\n[language.fr]\ntitle = \"Le titre\"\n\n[language.fr.delegations]\nKZ = \"Kazakhstan\"\n\n[language.fr.paragraphs]\nOP1 = \"Le texte.\"\n";
    assert_eq!(new, format!("{KEPT}{put}"));
}

#[test]
fn texts_without_a_header_are_left_to_a_person() {
    let dotted = KEPT
        .replace(
            "[language.en.delegations]\n",
            "paragraphs.OP1 = \"As people wrote it.\"\n[language.en.delegations]\n",
        )
        .replace("[language.en.paragraphs]\nOP1 = \"As people wrote it.\" # ours\n", "");
    resolution(&dotted);
    let new = imported(SAME, "OP2 = \"Two.\"\n", "");
    let refused = complete(&source(&dotted), &read(&source(&new)).record).unwrap_err();
    assert_eq!(refused.message, Refused::layout().message);
    // Where nothing is to be added there is nothing to refuse.
    assert_eq!(completed(&dotted, &imported(SAME, "OP1 = \"Theirs.\"\n", "")), dotted);
}

#[test]
fn a_phrase_comes_from_the_same_position_of_the_document() {
    let worded =
        KEPT.replace("source = \"published\"\n", "phrase.en = \"people wrote\"\nsource = \"published\"\n");
    let position = |who: &str, kind: &str, phrase: &str| {
        format!(
            "[[position]]\ndelegation = \"{who}\"\nkind = \"{kind}\"\non = [\"OP1\"]\n{phrase}source = \"published\"\n"
        )
    };
    let french = "phrase.fr = \"les gens\"\n";
    let others = [position("QA", "reservation", french), position("KZ", "opposition", french)].concat();
    let put =
        worded.replace("phrase.en = \"people wrote\"\n", &format!("phrase.en = \"people wrote\"\n{french}"));
    for (positions, want) in [
        (format!("{others}{}", position("KZ", "reservation", french)), put.as_str()),
        (position("KZ", "reservation", "phrase.en = \"otherwise\"\n"), worded.as_str()),
        (position("KZ", "reservation", ""), worded.as_str()),
        (others.clone(), worded.as_str()),
        // Of two that are alike it is not known which is meant.
        (position("KZ", "reservation", french).repeat(2), worded.as_str()),
    ] {
        let new = complete(&source(&worded), &read(&source(&imported(SAME, "", &positions))).record).unwrap();
        assert_eq!(new, want, "{positions}");
    }
}

#[test]
fn a_language_without_texts_gets_a_section_for_them() {
    let bare = KEPT.replace(
        "[language.en.paragraphs]\nOP1 = \"As people wrote it.\" # ours\n# the end of the texts\n",
        "",
    );
    let new = completed(&bare, &imported(SAME, "OP1 = \"Theirs.\"\n", ""));
    let put = "KZ = \"Kazakhstan\"\n\n[language.en.paragraphs]\nOP1 = \"Theirs.\"\n";
    assert_eq!(new, bare.replacen("KZ = \"Kazakhstan\"\n", put, 1));
}
