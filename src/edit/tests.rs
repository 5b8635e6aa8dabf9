mod completed;
mod hostile;
mod laid_out;

use super::*;
use crate::check::check;
use crate::model::{Delegation, Label, PositionKind, Status, Target};

const OWN: &str = include_str!("../../reservations.toml");

/// A record in odd notations: dotted, quoted and inline keys, spaced headers, lists over lines, blocks in any order.
const ODD: &str = r#"format=1 # the format
resolution = { id = 'odd', adopted = 2020-01-02, operative = 9 }
language.de.title = "Titel" # dotted
[[source]]
  id="s"

[language."en"]
delegations.KZ = "Kazakhstan" # as printed
  delegations . QA = 'Qatar'
[language.ar]
delegations = { KZ = "كازاخستان" , QA = "قطر" } # inline
[language.fr.delegations]
	"KZ"   =   "Kazakhstan"
	QA = "Qatar" # tab
[language.de.delegations]
KZ = "Kasachstan"
QA = "Katar"

[[ position ]] # first
delegation='KZ'   # who
  kind    = "reservation"
on = [ # where
  "OP1", # one
  "OP2" , "OP3", # two and three
  "OP4"
  # , "OP8"
  , "OP5" ]
phrase = { en = "words", ar = "كلمات" }
note."en" = """
A remark, # no comment
of two lines"""
on-behalf-of = ["QA", # Qatar
 ]
source = "s" # end of first
# after the first

[[position]]
delegation = "QA"
kind = "reservation"
scope = "entire"
source = "s"
[position.note]
en = "own section" # in a section
# the last word"#;

fn source(text: &str) -> SourceText {
    SourceText::new("r.toml", text)
}

fn resolution(text: &str) -> Resolution {
    let checked = check(&source(text));
    assert!(
        checked.problems.iter().all(|p| !p.is_error()),
        "{:?}\n{text}",
        checked.problems.iter().map(|p| (&p.message, p.place())).collect::<Vec<_>>()
    );
    checked.resolution.unwrap()
}

fn code(text: &str) -> Delegation {
    text.parse().unwrap()
}

fn labels(list: &[&str]) -> Vec<Label> {
    list.iter().map(|label| label.parse().unwrap()).collect()
}

fn on(who: &str, list: &[&str]) -> NewPosition {
    NewPosition { on: labels(list), ..NewPosition::new(code(who)) }
}

fn added(text: &str, new: &NewPosition) -> Edited {
    add(&source(text), &resolution(text), new).unwrap_or_else(|refused| panic!("{refused}"))
}

fn not_added(text: &str, new: &NewPosition) -> Refused {
    add(&source(text), &resolution(text), new).unwrap_err()
}

fn withdrawal(who: &str, list: &[&str], date: &str) -> Withdrawal {
    Withdrawal {
        delegation: code(who),
        on: labels(list),
        scope: None,
        kind: None,
        date: date.parse().unwrap(),
    }
}

fn withdrawn(text: &str, which: &Withdrawal) -> Edited {
    withdraw(&source(text), &resolution(text), which).unwrap_or_else(|refused| panic!("{refused}"))
}

fn not_withdrawn(text: &str, which: &Withdrawal) -> String {
    withdraw(&source(text), &resolution(text), which).unwrap_err().to_string()
}

/// The lines of `new` that are not in `old`, where all of `old` is in `new`, in order and byte for byte.
fn put_in(old: &str, new: &str) -> Vec<String> {
    let mut rest = old.split_inclusive('\n').peekable();
    let mut put = Vec::new();
    for line in new.split_inclusive('\n') {
        match rest.peek() {
            Some(next) if *next == line => {
                rest.next();
            }
            _ => put.push(line.to_owned()),
        }
    }
    assert_eq!(rest.next(), None, "lost from the old text\n{new}");
    put
}

fn spaced(text: &str) -> String {
    let mut lines = Vec::new();
    for (number, line) in text.trim_end().split('\n').enumerate() {
        if line.starts_with("[[") {
            lines.extend(["".into(), "".into(), "#   a remark: keep me   ".into(), format!("# {number}")]);
        }
        match line.split_once(" = ") {
            Some((key, value)) if number % 3 == 0 && !line.starts_with('#') => {
                lines.push(format!("{key}   =  {value}"));
            }
            _ => lines.push(line.to_owned()),
        }
    }
    lines.join("\n") + "\n\n# the last word\n"
}

#[test]
fn a_position_goes_below_the_last_one() {
    let text = spaced(OWN);
    let edited = added(&text, &NewPosition { locator: Some("a \"bar\"".into()), ..on("CZ", &["OP30"]) });
    let block = [
        "[[position]]\n",
        "delegation = \"CZ\"\n",
        "kind = \"reservation\"\n",
        "on = [\"OP30\"]\n",
        "source = \"published\"\n",
        "locator = 'a \"bar\"'\n",
        "\n",
    ];
    assert_eq!(put_in(&text, &edited.text), block);
    assert!(edited.text.ends_with("bar\"'\n\n# the last word\n") && edited.notes.is_empty());
    assert_eq!((edited.positions.as_slice(), edited.resolution.positions.len()), ([9].as_slice(), 10));
}

#[test]
fn every_key_can_be_written() {
    let text = |list: &[(&str, &str)]| {
        list.iter().map(|(tag, text)| (tag.parse().unwrap(), (*text).to_owned())).collect()
    };
    let new = NewPosition {
        kind: PositionKind::Objection,
        open: true,
        phrase: text(&[("en", "it's \"so\""), ("ar", "بعض الكلمات")]),
        status: Some(Status::Conditional),
        made: "2022-10-16".parse().ok(),
        withdrawn: "2023-10-16".parse().ok(),
        on_behalf_of: vec![code("IN"), code("african-group")],
        regarding: Some(code("KZ")),
        note: text(&[("en", "two\nlines\\")]),
        source: "published".parse().ok(),
        locator: Some("p. 3".into()),
        ..on("CZ", &["OP30", "PP1", "OP30"])
    };
    let edited = added(OWN, &new);
    let position = edited.resolution.positions.last().unwrap();
    assert_eq!((&position.note, &position.regarding), (&new.note, &new.regarding));
    assert!(
        matches!(&position.target, Target::Paragraphs { on, phrase, open: true } if on.as_slice().len() == 2 && *phrase == new.phrase)
    );
    assert!(
        edited.notes.iter().any(|note| note.starts_with("name of african-group in en: standard name \""))
    );
    for scope in [Scope::Entire, Scope::Unknown] {
        let new = NewPosition { scope: Some(scope), kind: PositionKind::Explanation, ..on("CZ", &[]) };
        assert!(added(OWN, &new).text.ends_with(&format!("scope = \"{scope}\"\nsource = \"published\"\n")));
    }
}

#[test]
fn names_go_into_each_language_that_lacks_them() {
    let edited = added(
        OWN,
        &NewPosition { names: [("ar".parse().unwrap(), "فرنسه".into())].into(), ..on("FR", &["OP30"]) },
    );
    assert_eq!(edited.notes, ["name of FR in en: standard name \"France\""]);
    assert!(edited.text.contains("RU = \"Russian Federation\"\nFR = \"France\"\n\n[language.en.subjects]"));
    assert!(edited.text.contains("FR = \"فرنسه\"\n\n[language.ar.subjects]"));
    let names = [("de".parse().unwrap(), "Frankreich".into())];
    let edited = added(ODD, &NewPosition { names: names.into(), ..on("FR", &["OP7"]) });
    let text = &edited.text;
    assert!(text.contains("  delegations . QA = 'Qatar'\n  delegations . FR = \"France\"\n"), "{text}");
    assert!(text.contains("QA = \"قطر\", FR = \"فرنسا\" } # inline\n"), "{text}");
    assert!(text.contains("\tQA = \"Qatar\" # tab\n\tFR = \"France\"\n"), "{text}");
    assert!(text.contains("QA = \"Katar\"\nFR = \"Frankreich\"\n"), "{text}");
    assert!(text.ends_with("en = \"own section\" # in a section\n\n[[position]]\ndelegation = \"FR\"\nkind = \"reservation\"\non = [\"OP7\"]\nsource = \"s\"\n\n# the last word"), "{text}");
}

#[test]
fn sections_for_names_are_made() {
    for (section, want) in [
        ("[language.en]\ntitle = \"T\"\n", "title = \"T\"\n\n[language.en.delegations]\nFR = \"France\"\n"),
        ("[language.en]\n", "[language.en]\n\n[language.en.delegations]\nFR = \"France\"\n"),
        (
            "[language.en.delegations]\n# none yet\n",
            "[language.en.delegations]\nFR = \"France\"\n# none yet\n",
        ),
        ("[language.en]\ndelegations = {}\n", "delegations = { FR = \"France\" }\n"),
    ] {
        let text = format!("format = 1\n[resolution]\nid = \"r\"\n[[source]]\nid = \"s\"\n{section}");
        let edited = added(&text, &on("FR", &["OP7"]));
        assert!(edited.text.contains(want) && edited.text.contains("\n\n[[position]]\n"), "{}", edited.text);
    }
}

#[test]
fn line_ends_stay_what_they_are() {
    let crlf = OWN.replace('\n', "\r\n");
    let edited = added(&crlf, &on("FR", &["OP30"]));
    assert_eq!(edited.text.matches('\n').count(), edited.text.matches("\r\n").count());
    assert_eq!(edited.text.replace("\r\n", "\n"), added(OWN, &on("FR", &["OP30"])).text);
    let edited = withdrawn(&crlf, &withdrawal("KZ", &["OP9"], "2023-01-01"));
    assert_eq!(edited.text.matches('\n').count(), edited.text.matches("\r\n").count());
    let bare = OWN.trim_end();
    assert_eq!(added(bare, &on("CZ", &["OP30"])).text, added(OWN, &on("CZ", &["OP30"])).text.trim_end());
    let all = withdrawn(bare, &withdrawal("RU", &[], "2023-01-01")).text;
    assert_eq!(all, format!("{bare}\nwithdrawn = 2023-01-01"));
}

#[test]
fn what_check_would_find_is_refused() {
    let names = |refused: Refused| refused.problems.iter().map(|p| p.code.name).collect::<Vec<_>>();
    assert_eq!(names(not_added(OWN, &on("CZ", &["OP32"]))), ["label-past-end"]);
    assert_eq!(names(not_added(OWN, &on("CZ", &[]))), ["no-target"]);
    assert_eq!(
        names(not_added(OWN, &NewPosition { scope: Some(Scope::Entire), ..on("CZ", &["OP30"]) })),
        ["on-and-scope"]
    );
    assert_eq!(names(not_added(OWN, &on("CZ", &["OP3"]))), ["duplicate-position"]);
    assert_eq!(names(not_added(OWN, &on("KZ", &["OP30", "OP9"]))), ["duplicate-position"]);
    assert_eq!(
        names(not_added(OWN, &NewPosition { source: "x".parse().ok(), ..on("CZ", &["OP30"]) })),
        ["unknown-source"]
    );
    let upside_down = NewPosition {
        made: "2023-02-02".parse().ok(),
        withdrawn: "2023-02-01".parse().ok(),
        ..on("CZ", &["OP30"])
    };
    assert_eq!(names(not_added(OWN, &upside_down)), ["withdrawn-before-made"]);
    let nameless = not_added(OWN, &on("some-bloc", &["OP30"]));
    assert_eq!(names(nameless.clone()), ["missing-name"]);
    assert_eq!(nameless.help, "give its name with --name en=NAME --name ar=NAME");
    let other = not_added(OWN, &NewPosition { on_behalf_of: vec![code("some-bloc")], ..on("CZ", &["OP30"]) });
    assert!(other.help.starts_with("add the name of some-bloc to [language."), "{other}");
}

#[test]
fn what_cannot_be_known_is_refused() {
    let named = |tag: &str, name: &str| NewPosition {
        names: [(tag.parse().unwrap(), name.into())].into(),
        ..on("CZ", &["OP30"])
    };
    assert!(
        not_added(OWN, &named("de", "Tschechien")).to_string().ends_with("no language `de`: it has en, ar")
    );
    assert!(not_added(OWN, &named("en", "Czechia")).to_string().contains("is \"Czech Republic\" already"));
    added(OWN, &named("en", "Czech Republic"));
    let two = OWN.replace("[language.en]\n", "[[source]]\nid = \"two\"\n[language.en]\n");
    assert!(not_added(&two, &on("CZ", &["OP30"])).to_string().ends_with("--source: published, two"));
    let none = "format = 1\n[resolution]\nid = \"r\"\n";
    assert!(not_added(none, &on("CZ", &["OP30"])).to_string().contains("no source"));
    let inline = "format = 1\nposition = [{ delegation = \"KZ\", kind = \"reservation\", on = [\"OP1\", \"OP2\"], source = \"s\" }]\n[resolution]\nid = \"r\"\n[[source]]\nid = \"s\"\n";
    let edited = withdrawn(inline, &withdrawal("KZ", &[], "2023-01-01"));
    assert!(edited.text.contains("source = \"s\", withdrawn = 2023-01-01 }]"));
}

#[test]
fn a_withdrawal_is_one_line() {
    let text = spaced(OWN);
    for (which, at) in [
        (withdrawal("CZ", &["OP3"], "2023-01-01"), 0),
        (withdrawal("KZ", &[], "2023-01-01"), 2),
        (withdrawal("KZ", &["OP9", "PP9", "PP10"], "2023-01-01"), 2),
    ] {
        let edited = withdrawn(&text, &which);
        assert_eq!(put_in(&text, &edited.text), ["withdrawn = 2023-01-01\n"]);
        assert_eq!(edited.positions, [at]);
    }
    let odd = withdrawn(ODD, &withdrawal("QA", &[], "2023-01-01"));
    assert!(
        odd.text.contains("scope = \"entire\"\nsource = \"s\"\nwithdrawn = 2023-01-01\n[position.note]"),
        "{}",
        odd.text
    );
    let odd = withdrawn(ODD, &withdrawal("KZ", &[], "2023-01-01"));
    assert!(
        odd.text.contains("source = \"s\" # end of first\nwithdrawn = 2023-01-01\n# after the first\n"),
        "{}",
        odd.text
    );
}

#[test]
fn a_part_can_be_withdrawn() {
    let edited = withdrawn(OWN, &withdrawal("KZ", &["OP9"], "2023-01-01"));
    let old = "on = [\"PP9\", \"PP10\", \"OP9\"]\nsource = \"published\"\nlocator = \"note *, first item\"\n";
    let new = "on = [\"PP9\", \"PP10\"]\nsource = \"published\"\nlocator = \"note *, first item\"\n\n[[position]]\ndelegation = \"KZ\"\nkind = \"reservation\"\non = [\"OP9\"]\nsource = \"published\"\nlocator = \"note *, first item\"\nwithdrawn = 2023-01-01\n";
    assert_eq!(edited.text, OWN.replace(old, new));
    assert_eq!(edited.positions, [3]);
    assert!(
        withdrawn(OWN, &withdrawal("KZ", &["PP9", "OP9"], "2023-01-01")).text.contains("on = [\"PP10\"]\n")
    );
}

#[test]
fn a_part_of_a_list_over_lines() {
    for (gone, list) in [
        (
            &["OP1"][..],
            "[ # where\n  \"OP2\" , \"OP3\", # two and three\n  \"OP4\"\n  # , \"OP8\"\n  , \"OP5\" ]",
        ),
        (
            &["OP2"],
            "[ # where\n  \"OP1\", # one\n  \"OP3\", # two and three\n  \"OP4\"\n  # , \"OP8\"\n  , \"OP5\" ]",
        ),
        (&["OP2", "OP3"], "[ # where\n  \"OP1\", # one\n  \"OP4\"\n  # , \"OP8\"\n  , \"OP5\" ]"),
        (
            &["OP4"],
            "[ # where\n  \"OP1\", # one\n  \"OP2\" , \"OP3\", # two and three\n  # , \"OP8\"\n  \"OP5\" ]",
        ),
        (
            &["OP5", "OP4"],
            "[ # where\n  \"OP1\", # one\n  \"OP2\" , \"OP3\", # two and three\n  # , \"OP8\"\n  ]",
        ),
    ] {
        let edited = withdrawn(ODD, &withdrawal("KZ", gone, "2023-01-01"));
        let squeeze = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(squeeze(&edited.text).contains(&squeeze(list)), "{gone:?} {}", edited.text);
        assert!(
            !edited.text.contains("\n\n\n") && edited.text.lines().all(|line| line == line.trim_end()),
            "{}",
            edited.text
        );
        let comments = |text: &str| text.matches('#').count();
        // The remark of two lines has a # that is no comment, and is copied.
        assert_eq!(comments(&edited.text), comments(ODD) + 1);
        assert!(edited.text.contains("phrase.en = \"words\"\nphrase.ar = \"كلمات\"\nnote.\"en\" = \"\"\"\nA remark, # no comment\nof two lines\"\"\"\non-behalf-of = [\"QA\"]\nsource = \"s\"\nwithdrawn = 2023-01-01\n"), "{}", edited.text);
    }
}

#[test]
fn what_does_not_stand_cannot_be_withdrawn() {
    let once = withdrawn(OWN, &withdrawal("KZ", &["OP9"], "2023-01-01")).text;
    assert!(not_withdrawn(&once, &withdrawal("KZ", &["OP9"], "2023-02-01")).contains(
        "on OP9 of KZ was withdrawn on 2023-01-01 already: what stands is its reservation on PP9, PP10"
    ));
    assert!(not_withdrawn(&once, &withdrawal("KZ", &["PP9", "OP9"], "2023-02-01")).contains("OP9"));
    assert!(
        not_withdrawn(OWN, &withdrawal("CZ", &["OP30"], "2023-01-01"))
            .starts_with("CZ has no position on OP30: what stands")
    );
    assert!(
        not_withdrawn(OWN, &withdrawal("HU", &["OP3"], "2023-01-01"))
            .contains("reservation on the entire text")
    );
    assert!(not_withdrawn(OWN, &withdrawal("FR", &[], "2023-01-01")).contains("FR has no position"));
    let kind = Withdrawal { kind: Some(PositionKind::Opposition), ..withdrawal("CZ", &[], "2023-01-01") };
    assert!(not_withdrawn(OWN, &kind).starts_with("CZ has no opposition"));
    let made = OWN.replacen("on = [\"OP3\"]\n", "on = [\"OP3\"]\nmade = 2023-01-05\n", 1);
    assert!(not_withdrawn(&made, &withdrawal("CZ", &[], "2023-01-04")).contains("made on 2023-01-05"));
    assert!(not_withdrawn(OWN, &withdrawal("CZ", &[], "2022-01-04")).contains("made on 2022-10-15"));
}

#[test]
fn a_scope_is_one_of_two_words() {
    for word in Scope::WORDS {
        assert_eq!(word.parse::<Scope>().unwrap().to_string(), *word);
    }
    assert!("all".parse::<Scope>().is_err());
}

#[test]
fn each_of_what_is_withdrawn_has_to_stand() {
    let both = |who: &str, label: &str| Withdrawal {
        scope: Some(Scope::Entire),
        ..withdrawal(who, &[label], "2023-01-01")
    };
    let hungary = not_withdrawn(OWN, &both("HU", "OP30"));
    assert!(hungary.starts_with("HU has no position on OP30"), "{hungary}");
    let kazakhstan = not_withdrawn(OWN, &both("KZ", "OP9"));
    assert!(kazakhstan.starts_with("KZ has no position on the entire text"), "{kazakhstan}");
}

#[test]
fn a_scope_that_is_withdrawn_leaves_the_other() {
    let block = |scope: &str| {
        format!(
            "\n[[position]]\ndelegation = \"FR\"\nkind = \"reservation\"\nscope = \"{scope}\"\nsource = \"s\"\n"
        )
    };
    let text = format!(
        "format = 1\n[resolution]\nid = \"r\"\n[[source]]\nid = \"s\"\n{}{}",
        block("entire"),
        block("unknown")
    );
    for (scope, at) in [(Scope::Entire, 0), (Scope::Unknown, 1)] {
        let which = Withdrawal { scope: Some(scope), ..withdrawal("FR", &[], "2023-01-01") };
        let edited = withdrawn(&text, &which);
        assert_eq!(edited.positions, [at], "{scope}");
        let gone = edited.resolution.positions.iter().map(|position| position.life.withdrawn().is_some());
        assert_eq!(gone.collect::<Vec<_>>(), [at == 0, at == 1], "{scope}");
        assert!(not_withdrawn(&edited.text, &which).contains("already"));
    }
}

#[test]
fn only_new_warnings_are_told() {
    let unused = OWN.replace("[language.en]\n", "[[source]]\nid = \"unused\"\n\n[language.en]\n");
    let codes = |edited: &Edited| edited.warnings.iter().map(|w| w.code.name).collect::<Vec<_>>();
    let new = NewPosition { source: "published".parse().ok(), ..on("CZ", &["OP30"]) };
    assert_eq!(codes(&added(&unused, &new)), [""; 0], "the unused source was told of before");
    let early = Withdrawal { date: "2022-10-15".parse().unwrap(), ..withdrawal("CZ", &[], "2023-01-01") };
    assert_eq!(codes(&withdrawn(&unused, &early)), [""; 0]);
}

#[test]
fn scope_and_kind_choose_among_several() {
    let text = added(
        OWN,
        &NewPosition { scope: Some(Scope::Entire), kind: PositionKind::Explanation, ..on("CZ", &[]) },
    )
    .text;
    let kind = Withdrawal { kind: Some(PositionKind::Explanation), ..withdrawal("CZ", &[], "2023-01-01") };
    let scope = Withdrawal { scope: Some(Scope::Entire), ..withdrawal("CZ", &[], "2023-01-01") };
    assert_eq!(withdrawn(&text, &kind).text, withdrawn(&text, &scope).text);
    assert_eq!(withdrawn(&text, &kind).positions, [9]);
    assert_eq!(withdrawn(&text, &withdrawal("CZ", &[], "2023-01-01")).positions, [0, 9]);
    let both = Withdrawal { on: labels(&["OP3"]), ..scope };
    assert_eq!(withdrawn(&text, &both).positions, [0, 9]);
}

#[test]
fn a_skeleton_is_a_clean_record() {
    let bare = Skeleton::new("a-1".parse().unwrap());
    let text = new(&bare).unwrap();
    assert!(
        text.starts_with(&format!("#:schema ./{}\n", crate::schema::FILE))
            && check(&source(&text)).problems.is_empty()
    );
    let full = Skeleton { title: Some("A \"title\"".into()), symbol: Some("A/RES/1".into()), ..bare.clone() };
    let text = new(&full).unwrap();
    assert_eq!(resolution(&text).symbol, full.symbol);
    let edited = added(&text, &on("KZ", &["OP3"]));
    assert_eq!(edited.resolution.positions.len(), 1);
    assert!(new(&Skeleton { title: Some("a\u{1b}".into()), ..bare }).is_err());
}

#[test]
fn the_examples_of_a_skeleton_are_legal() {
    let text = new(&Skeleton::new("a-1".parse().unwrap())).unwrap();
    let uncommented: String = text
        .replace("# adopted", "adopted")
        .replace("# [[position]]", "[[position]]")
        .lines()
        .map(|line| match line.strip_prefix("# ") {
            Some(rest)
                if [
                    "KZ =",
                    "delegation =",
                    "kind =",
                    "on =",
                    "source =",
                    "locator =",
                    "preambular = 24",
                    "by =",
                ]
                .iter()
                .any(|key| rest.starts_with(key)) =>
            {
                format!("{rest}\n")
            }
            _ => format!("{line}\n"),
        })
        .collect();
    let cut = uncommented.split("# A vote on the text").next().unwrap();
    assert_eq!(resolution(cut).positions.len(), 1, "{cut}");
}

#[test]
fn a_remark_goes_with_its_label() {
    let head = "format = 1\n[resolution]\nid = \"x\"\noperative = 9\n[[source]]\nid = \"s\"\n[language.en.delegations]\n\
        KZ = \"Kazakhstan\"\n";
    let record = |on: &str| {
        format!(
            "{head}[[position]]\ndelegation = \"KZ\"\nkind = \"reservation\"\non = {on}\nsource = \"s\"\n"
        )
    };
    let lists = |on: &str, gone: &[&str]| {
        let text = withdrawn(&record(on), &withdrawal("KZ", gone, "2023-01-01")).text;
        let list = |part: &str| {
            let rest = part.split_once("\non = ").unwrap().1;
            rest.split_once("\nsource").unwrap().0.to_owned()
        };
        let (_, blocks) = text.split_once("[[position]]").unwrap();
        let (stays, goes) = blocks.split_once("[[position]]").unwrap();
        (list(&stays.replace("reservation", "r")), list(&goes.replace("reservation", "r")))
    };
    let three = "[\n  \"OP1\", # one\n  \"OP2\", # two\n  \"OP3\", # three\n]";
    for (on, gone, stays, goes) in [
        (three, &["OP2"][..], "[\n  \"OP1\", # one\n  \"OP3\", # three\n]", "[\n  \"OP2\", # two\n]"),
        (three, &["OP1", "OP3"], "[\n  \"OP2\", # two\n]", "[\n  \"OP1\", # one\n  \"OP3\", # three\n]"),
        ("[\"OP1\", # one\n  \"OP2\"]", &["OP1"], "[\n  \"OP2\"]", "[\n  \"OP1\", # one\n]"),
        ("[\"OP1\", # one\n  \"OP2\"] # both", &["OP2"], "[\"OP1\", # one\n  ] # both", "[\"OP2\"]"),
        ("[\"OP1\"\n  , \"OP2\" # two\n]", &["OP2"], "[\"OP1\"\n  ,\n]", "[\n  \"OP2\", # two\n]"),
        ("[\n  # all\n  \"OP1\",\n  \"OP2\"]", &["OP1"], "[\n  # all\n  \"OP2\"]", "[\"OP1\"]"),
        (
            "[ \"OP1\" , \"OP2\" # two\n , \"OP3\" # three\n ]",
            &["OP2"],
            "[ \"OP1\" ,\n \"OP3\" # three\n ]",
            "[\n  \"OP2\", # two\n]",
        ),
        (
            "[\n  \"OP1\", \"OP2\", # both\n  \"OP3\"\n]",
            &["OP1"],
            "[\n  \"OP2\", # both\n  \"OP3\"\n]",
            "[\"OP1\"]",
        ),
    ] {
        assert_eq!(lists(on, gone), (stays.to_owned(), goes.to_owned()), "{on} {gone:?}");
    }
    let crlf = record(three).replace('\n', "\r\n");
    let text = withdrawn(&crlf, &withdrawal("KZ", &["OP2"], "2023-01-01")).text;
    assert!(text.contains("on = [\r\n  \"OP2\", # two\r\n]\r\n"), "{text}");
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
}

#[test]
fn what_was_never_there_is_said_once() {
    for (which, want) in [
        (withdrawal("FR", &["OP3"], "2023-01-01"), "FR has no position in ipu-145-migration that stands"),
        (withdrawal("FR", &[], "2023-01-01"), "FR has no position in ipu-145-migration that stands"),
        (
            Withdrawal { scope: Some(Scope::Unknown), ..withdrawal("CZ", &[], "2023-01-01") },
            "CZ has no position on an unknown part of the text: what stands is its reservation on OP3",
        ),
        (
            withdrawal("CZ", &["OP3"], "2022-10-14"),
            "the position of CZ was made on 2022-10-15, after 2022-10-14: give the date of the withdrawal",
        ),
    ] {
        assert_eq!(not_withdrawn(OWN, &which), want);
    }
    let once = withdrawn(OWN, &withdrawal("CZ", &[], "2022-10-15")).text;
    assert_eq!(
        not_withdrawn(&once, &withdrawal("CZ", &["OP3"], "2023-02-01")),
        "the position on OP3 of CZ was withdrawn on 2022-10-15 already: nothing else of it stands"
    );
}
