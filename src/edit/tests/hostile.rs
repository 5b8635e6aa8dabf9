//! Records as somebody may write them who likes TOML: no byte of them is lost.

use super::*;

/// What stands beside the positions, in many notations.
const HEADS: [&str; 5] = [
    "format = 1\nresolution = { id = \"r\", operative = 9 } # in braces\nsource = [{ id = \"s\" }, # one\n]\nlanguage = { en = { delegations = { KZ = \"Kazakhstan\" } } }\n",
    "format = 1\nresolution.id = \"r\" # dots\nresolution.operative = 9\nsource = [\n\t{ id = 's' }\n]\nlanguage.en.title = \"T\"\nlanguage.en.delegations.KZ = \"Kazakhstan\"\t# tab\n\"language\".'ar'.delegations.\"KZ\" = \"كازاخستان\"\n",
    "format=1\n# a remark, x = { y\n[[source]]\nid=\"s\"\n[language.en.delegations]\nKZ=\"Kazakhstan\"\n[language.ar]\ndelegations = {KZ = \"كازاخستان\"}#inline\n[resolution]\noperative=0x9\nid = \"\"\"r\"\"\"\n",
    "format = 1 \n[resolution]  # tabs and blanks at the end\t \nid = \"r\"   \n  operative = 9\n\t[[source]]\n\tid = \"s\"\n[language]\nen.delegations = { \"KZ\" = \"Kazakhstan\" }   # [[position]]\nen.title = '[[position]]'\n",
    "format = 1\nresolution = {id=\"r\",operative=9}\nsource = [{id=\"s\"}]\n[language.en]\n  [language.en.delegations]\n  KZ = \"Kazakhstan\"\n",
];

/// Positions under headers, below any of them.
const SECTIONS: [&str; 4] = [
    "[[position]] # [[position]]\ndelegation = \"KZ\" # who = \"x\"\nkind = \"reservation\"\non = [\"OP1\",\"OP2\" , 'OP3']# on\nsource = \"s\"\n",
    "\n\t[[position]]\n\tdelegation = 'KZ'\n\ton = [\n\t\t\"OP1\", # one, \"OP9\"\n\t\t\"OP2\", # two\n\t\t\"OP3\" # three ]\n\t]\n\tsource = \"s\"\n\tkind = \"reservation\"\n\n\n\n# the end",
    "[[position]]\nsource = \"s\"\nnote.en = '''\n[[position]]\n# not a remark'''\nkind = \"reservation\"\non = [\"OP1\"\n, \"OP2\"\n, \"OP3\"]\ndelegation = \"KZ\"",
    "[[position]]\nphrase = { en = \"words # no remark\" } # a remark\ndelegation = \"KZ\"\nkind = \"reservation\"\non = [ \"OP1\", \"OP2\", \"OP3\", ]\nsource = \"s\"\n  [position.note]  # own section\n  en = \"n\" # of it\n\n# last\n",
];

/// Positions in a list at the top.
const LISTS: [&str; 6] = [
    "position = [{ delegation = \"KZ\", kind = \"reservation\", on = [\"OP1\", \"OP2\", \"OP3\"], source = \"s\" }]\n",
    "position = [{delegation=\"KZ\",kind=\"reservation\",on=[\"OP1\",\"OP2\",\"OP3\"],source=\"s\"},] # after\n",
    "position = [ # the list\n  { delegation = \"KZ\", kind = \"reservation\", on = [\"OP1\", \"OP2\", \"OP3\"], source = \"s\" } # of KZ\n  # the end\n]\n",
    "position = [\n\t{ delegation = \"KZ\", note.en = \"a, b\", kind = \"reservation\", on = [\"OP1\", \"OP2\", \"OP3\"], source = \"s\" }, # of KZ\n]\n",
    "position = [\n  { delegation = \"KZ\", kind = \"reservation\", on = [\n    \"OP1\", # one\n    \"OP2\",\n    \"OP3\",\n  ], source = \"s\" } # no comma yet, here\n  , # but here\n]\n",
    "position = [{ delegation = \"KZ\", kind = \"reservation\", on = [\"OP1\", \"OP2\", \"OP3\"], source = \"s\" }\n]\n",
];

/// Every combination, with both line ends.
fn records() -> Vec<String> {
    let mut records = Vec::new();
    for head in HEADS {
        records.extend(SECTIONS.map(|positions| format!("{head}{positions}")));
        records.extend(LISTS.map(|positions| format!("{positions}{head}")));
    }
    let crlf: Vec<String> = records.iter().map(|text| text.replace('\n', "\r\n")).collect();
    records.extend(crlf);
    records
}

/// Whether all of `old` stands in `new`, in order.
fn kept(old: &str, new: &str) -> bool {
    let mut rest = new.chars();
    old.chars().all(|c| rest.any(|other| other == c))
}

/// Remarks, in order. A `#` in a text is taken for one, on both sides alike.
fn remarks(text: &str) -> Vec<&str> {
    let remark = |line: &'_ str| line.find('#').map(|at| at + 1);
    text.lines().filter_map(|line| line.get(remark(line)?..)).collect()
}

fn line_ends(text: &str) -> (bool, bool) {
    (text.contains("\r\n"), text.replace("\r\n", "").contains('\n'))
}

#[test]
fn an_added_position_loses_nothing() {
    for text in records() {
        for who in ["KZ", "FR"] {
            let edited = added(&text, &on(who, &["OP7"]));
            assert!(kept(&text, &edited.text), "{text}\n---\n{}", edited.text);
            assert_eq!(remarks(&edited.text), remarks(&text), "{text}\n---\n{}", edited.text);
            assert_eq!(line_ends(&edited.text), line_ends(&text), "{}", edited.text);
            assert_eq!(edited.text.ends_with('\n'), text.ends_with('\n'), "{}", edited.text);
            // And once more, below the one that was put in.
            let again = added(&edited.text, &on(who, &["OP8"]));
            assert!(kept(&edited.text, &again.text), "{}", again.text);
            assert_eq!(again.resolution.positions.len(), 3);
        }
    }
}

#[test]
fn a_withdrawal_loses_nothing() {
    for text in records() {
        let edited = withdrawn(&text, &withdrawal("KZ", &[], "2023-01-01"));
        assert!(kept(&text, &edited.text), "{text}\n---\n{}", edited.text);
        assert_eq!(remarks(&edited.text), remarks(&text), "{}", edited.text);
        assert_eq!(edited.text.matches("withdrawn = 2023-01-01").count(), 1);
        let added = edited.text.len() - text.len();
        assert!((22..=25).contains(&added), "{added} bytes\n{}", edited.text);
    }
}

#[test]
fn a_part_withdrawn_loses_nothing() {
    for text in records() {
        for part in [&["OP1"][..], &["OP2"], &["OP3"], &["OP1", "OP3"], &["OP2", "OP3"]] {
            let edited = withdrawn(&text, &withdrawal("KZ", part, "2023-01-01"));
            // What is taken out is the labels, their commas, the blanks about them, and the remarks that go with them.
            let code =
                |text: &str| text.lines().map(|line| line.split('#').next().unwrap()).collect::<String>();
            let bare = |text: &str| code(text).replace(['"', '\'', ',', ' ', '\t', '\r', '\n'], "");
            let gone = part.iter().fold(bare(&text), |text, label| text.replacen(label, "", 1));
            assert!(kept(&gone, &bare(&edited.text)), "{part:?}\n{text}\n---\n{}", edited.text);
            for remark in remarks(&text) {
                assert!(edited.text.contains(remark), "{remark}\n{}", edited.text);
            }
            assert_eq!(line_ends(&edited.text), line_ends(&text), "{}", edited.text);
            let positions = &edited.resolution.positions;
            assert_eq!((positions.len(), positions[0].life.withdrawn().is_none()), (2, true));
        }
    }
}

#[test]
fn a_first_position_and_first_names() {
    let head = "format = 1\nresolution.id = \"r\"\nresolution.operative = 9\nsource = [{ id = \"s\" }]\n";
    let item = "{ delegation = \"FR\", kind = \"reservation\", on = [\"OP7\"], source = \"s\" }";
    for (tail, want) in [
        ("position = []\n", format!("position = [{item}]\n")),
        ("position = [ # none yet\n]\n", format!("position = [{item} # none yet\n]\n")),
        (
            "language.en.title = \"T\" # t\nlanguage.ar.title = \"ع\"\n",
            "language.en.title = \"T\" # t\nlanguage.en.delegations.FR = \"France\"\nlanguage.ar.title = \"ع\"\nlanguage.ar.delegations.FR = \"فرنسا\"\n".into(),
        ),
        (
            "language = { en = { title = \"T\" } }\n",
            "language = { en = { title = \"T\", delegations = { FR = \"France\" } } }\n".into(),
        ),
        (
            "language = { en = { } } # e\n",
            "language = { en = { delegations = { FR = \"France\" } } } # e\n".into(),
        ),
        (
            "[language]\n  en.subjects.OP1 = \"x\"\n",
            "[language]\n  en.subjects.OP1 = \"x\"\n  en.delegations.FR = \"France\"\n".into(),
        ),
        (
            "[language.en.subjects]\nOP1 = \"x\"\n",
            "[language.en.subjects]\nOP1 = \"x\"\n\n[language.en.delegations]\nFR = \"France\"\n".into(),
        ),
    ] {
        let edited = added(&format!("{head}{tail}"), &on("FR", &["OP7"]));
        assert!(edited.text.starts_with(&format!("{head}{want}")), "{}", edited.text);
        assert_eq!(edited.resolution.positions.len(), 1);
    }
}

#[test]
fn what_cannot_be_edited_is_refused_and_not_spoilt() {
    let text =
        "format = 1\nresolution.id = \"r\"\nsource = [{ id = \"s\" }]\nlanguage = { en.title = \"T\" }\n";
    let refused = not_added(text, &on("FR", &["OP7"]));
    assert!(refused.problems.is_empty() && refused.to_string().contains("laid out in a way"), "{refused}");
}
