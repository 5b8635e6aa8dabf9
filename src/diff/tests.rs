use super::*;
use crate::corpus::Corpus;
use crate::problem::SourceText;

const OWN: &str = include_str!("../../reservations.toml");

fn register(texts: &[&str]) -> Register {
    let mut corpus = Corpus::default();
    for (at, text) in texts.iter().enumerate() {
        corpus.add_text(&SourceText::new(format!("{at}.toml"), *text));
    }
    let (register, problems) = corpus.finish();
    assert!(
        problems.iter().all(|p| !p.is_error()),
        "{:?}",
        problems.iter().map(|p| &p.message).collect::<Vec<_>>()
    );
    register
}

/// The changes as lines, without the id of the resolution.
fn changes(old: &str, new: &str) -> Vec<String> {
    lines(&diff(&register(&[old]), &register(&[new])))
}

fn lines(changes: &[Change]) -> Vec<String> {
    let line = |change: &Change| {
        let show = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".into());
        let said = format!("{} > {}", show(&change.old), show(&change.new));
        let own = change.field.as_deref() == Some("id") && change.id.contains("reservation");
        let said = if own { said.replace("ipu-145-migration", "") } else { said };
        let id = change.id.replace("ipu-145-migration", "");
        format!("{} {id} {} {said}", change.change, show(&change.field))
    };
    changes.iter().map(line).collect()
}

fn swap(text: &str, old: &str, new: &str) -> String {
    assert!(text.contains(old), "{old}");
    text.replacen(old, new, 1)
}

#[test]
fn the_same_says_nothing() {
    assert_eq!(changes(OWN, OWN), Vec::<String>::new());
    let (head, positions) = OWN.split_at(OWN.find("[[position]]").unwrap());
    let mut blocks: Vec<_> = positions.split("[[position]]").skip(1).collect();
    blocks.reverse();
    let turned = format!("{head}[[position]]{}", blocks.join("\n[[position]]"));
    assert_eq!(changes(OWN, &turned), Vec::<String>::new());
}

#[test]
fn positions_come_go_and_change() {
    let new = swap(
        OWN,
        "on = [\"PP9\", \"PP10\", \"OP9\"]",
        "on = [\"PP10\", \"OP30\"]\nmade = 2022-10-16\nstatus = \"conditional\"",
    );
    let new = swap(&new, "phrase.en = \"labour mobility\"", "phrase.en = \"mobility\"\nnote.fr = \"N\"");
    let new = swap(&new, "kind = \"opposition\"", "kind = \"reservation\"");
    let new =
        swap(&new, "locator = \"note *, third item\"", "withdrawn = 2023-01-01\non-behalf-of = [\"KZ\"]");
    let said = "locator: note *, first item; source: published";
    let expected = [
        format!("removed /KZ/PP9/reservation - {said} > -"),
        "changed /KZ/PP10/reservation status - > conditional".into(),
        "changed /KZ/PP10/reservation made - > 2022-10-16".into(),
        format!("removed /KZ/OP9/reservation - {said} > -"),
        format!("added /KZ/OP30/reservation - - > status: conditional; made: 2022-10-16; {said}"),
        "changed /QA/OP5/reservation phrase.en labour mobility > mobility".into(),
        "changed /QA/OP5/reservation note.fr - > N".into(),
        "added /RU/entire/reservation - - > withdrawn: 2023-01-01; on-behalf-of: KZ; source: published"
            .into(),
        "removed /RU/entire/opposition - locator: note *, third item; source: published > -".into(),
    ];
    assert_eq!(changes(OWN, &new), expected);
    let new = swap(OWN, "on = [\"OP3\"]", "on = [\"OP3\"]\nwithdrawn = 2023-01-01");
    assert_eq!(changes(OWN, &new), ["changed /CZ/OP3/reservation withdrawn - > 2023-01-01"]);
    assert_eq!(changes(&new, OWN), ["changed /CZ/OP3/reservation withdrawn 2023-01-01 > -"]);
}

#[test]
fn a_second_row_on_the_same_is_matched_by_what_it_says() {
    let second = "\n[[position]]\ndelegation = \"CZ\"\nkind = \"reservation\"\non = [\"OP3\"]\nphrase.en = \"words\"\nsource = \"published\"\n";
    let two = format!("{OWN}{second}");
    assert_eq!(changes(OWN, &two), ["added /CZ/OP3/reservation/2 - - > phrase.en: words; source: published"]);
    let first = swap(OWN, "[[position]]", &format!("{second}\n[[position]]"));
    // The rows have changed places, and with them their numbers in `country`.
    assert_eq!(
        changes(&two, &first),
        [
            "changed /CZ/OP3/reservation id /CZ/OP3/reservation/2 > /CZ/OP3/reservation",
            "changed /CZ/OP3/reservation/2 id /CZ/OP3/reservation > /CZ/OP3/reservation/2",
        ]
    );
    assert_eq!(
        changes(&first, OWN),
        [
            "removed /CZ/OP3/reservation - phrase.en: words; source: published > -",
            "changed /CZ/OP3/reservation id /CZ/OP3/reservation/2 > /CZ/OP3/reservation",
        ]
    );
    let withdrawn = swap(&two, "phrase.en = \"words\"", "phrase.en = \"words\"\nwithdrawn = 2023-01-01");
    assert_eq!(changes(&two, &withdrawn), ["changed /CZ/OP3/reservation/2 withdrawn - > 2023-01-01"]);
}

/// Kigali without the Czech position, and blocks in its place.
fn czech(blocks: &[&str]) -> String {
    let (head, rest) = OWN.split_once("[[position]]\n").unwrap();
    let (_, rest) = rest.split_once("[[position]]\n").unwrap();
    let block = |facts: &&str| {
        format!(
            "[[position]]\ndelegation = \"CZ\"\nkind = \"reservation\"\non = [\"OP3\"]\nsource = \"published\"\n{facts}\n\n"
        )
    };
    format!("{head}{}[[position]]\n{rest}", blocks.iter().map(block).collect::<String>())
}

#[test]
fn withdrawn_and_made_again() {
    let (standing, gone, again) = ("", "withdrawn = 2023-01-01", "made = 2024-01-01");
    let (first, second) = ("/CZ/OP3/reservation", "/CZ/OP3/reservation/2");
    let came = "made: 2024-01-01; source: published";
    // Below the old one, which was withdrawn: the second row is new.
    assert_eq!(
        changes(&czech(&[standing]), &czech(&[gone, again])),
        [format!("changed {first} withdrawn - > 2023-01-01"), format!("added {second} - - > {came}")]
    );
    // Above it: the same is said, and that the old one is the second row now.
    assert_eq!(
        changes(&czech(&[standing]), &czech(&[again, gone])),
        [
            format!("changed {second} id {first} > {second}"),
            format!("changed {second} withdrawn - > 2023-01-01"),
            format!("added {first} - - > {came}"),
        ]
    );
    // The withdrawn one is cleared away: what is gone has its id in the old record, what stays another one now.
    assert_eq!(
        changes(&czech(&[gone, again]), &czech(&[again])),
        [
            format!("removed {first} - withdrawn: 2023-01-01; source: published > -"),
            format!("changed {first} id {second} > {first}"),
        ]
    );
    assert_eq!(
        changes(&czech(&[again, gone]), &czech(&[again])),
        [format!("removed {second} - withdrawn: 2023-01-01; source: published > -")]
    );
    // The second one is withdrawn too.
    let over = "made = 2024-01-01\nwithdrawn = 2025-01-01";
    assert_eq!(
        changes(&czech(&[gone, again]), &czech(&[gone, over])),
        [format!("changed {second} withdrawn - > 2025-01-01")]
    );
    assert_eq!(
        changes(&czech(&[gone, again]), &czech(&[over, gone])),
        [
            format!("changed {first} id {second} > {first}"),
            format!("changed {first} withdrawn - > 2025-01-01"),
            format!("changed {second} id {first} > {second}"),
        ]
    );
    assert_eq!(changes(&czech(&[gone, again]), &czech(&[gone, again])), Vec::<String>::new());
    // Another record of the same: only its own id differs.
    let other = swap(&czech(&[gone, again]), "id = \"ipu-145-migration\"", "id = \"other\"");
    assert_eq!(changes(&czech(&[gone, again]), &other), ["changed other id ipu-145-migration > other"]);
}

/// Applied to the rows of the old side, the changes make the rows of the new one: ids are those of each side.
#[test]
fn changes_tell_every_row_of_both_sides() {
    let over = "made = 2023-02-01\nwithdrawn = 2023-03-01";
    let blocks = [over, "withdrawn = 2023-01-01", "made = 2024-01-01", "phrase.en = \"words\""];
    let sets = (1..16u32).map(|set| (0..4).filter(|at| set & (1 << at) != 0).map(|at| blocks[at]).collect());
    let turned = |list: Vec<&'static str>| [list.iter().rev().copied().collect(), list];
    let all: Vec<Vec<&str>> = sets.flat_map(turned).collect();
    let rows = |register: &Register| -> BTreeMap<String, String> {
        let rows = register.resolutions().flat_map(Resolution::entries);
        rows.filter_map(|row| Some((row.id.clone(), positions::details(row.position?)))).collect()
    };
    let registers: Vec<Register> = all.iter().map(|list| register(&[&czech(list)])).collect();
    for (old, new) in registers.iter().flat_map(|old| registers.iter().map(move |new| (old, new))) {
        let (before, after) = (rows(old), rows(new));
        let (mut stays, mut comes) = (before.clone(), BTreeMap::new());
        let mut differs = BTreeSet::new();
        for change in diff(old, new) {
            match (change.change, change.field.as_deref()) {
                (Happened::Removed, _) => assert_eq!(stays.remove(&change.id), change.old),
                (Happened::Added, _) => drop(comes.insert(change.id.clone(), change.new.unwrap())),
                (Happened::Changed, Some("id")) => {
                    let was = change.old.unwrap();
                    stays.remove(&was);
                    comes.insert(change.id.clone(), before[&was].clone());
                }
                (Happened::Changed, _) => drop(differs.insert(change.id)),
            }
        }
        stays.extend(comes);
        assert_eq!(stays.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
        for (id, said) in &after {
            assert_eq!(stays[id] != *said, differs.contains(id), "{id}");
        }
    }
}

/// A unit, a part, a source and a language.
const FRENCH: &str = r#"
[units]
RULE = "rule"
[[part]]
id = "II"
operative = 4
[[source]]
id = "two"
languages = ["fr"]
[language.fr]
delegations = { CZ = "a", IN = "b", KZ = "c", QA = "d", SY = "e", TR = "f", HU = "g", ID = "h", RU = "i" }
subjects.PP9 = "La guerre"
paragraphs.PP9 = "Le texte"
"#;

#[test]
fn facts_of_the_resolution() {
    let new = swap(
        OWN,
        "adopted = 2022-10-15\nby = \"consensus\"\npreambular = 24",
        "symbol = \"A/1\"\nrejected = 2022-10-16\nby = \"vote\"\npreambular = 25",
    );
    let new = swap(&new, "place = \"Kigali, Rwanda\"", "place = \"Kigali\"");
    let new = swap(&new, "QA = \"Qatar\"", "QA = \"State of Qatar\"\nFR = \"France\"");
    let new = swap(&new, "sha256 = \"fd8b", "sha256 = \"ad8b");
    let new = swap(&new, "[language.en]\n", &format!("{FRENCH}[language.en]\n"));
    let all = changes(OWN, &new);
    let got: Vec<&String> = all.iter().filter(|line| !line.contains("name.fr")).collect();
    assert_eq!(all.len() - got.len(), 9);
    assert_eq!(
        got,
        [
            "changed  symbol - > A/1",
            "changed  adopted 2022-10-15 > -",
            "changed  rejected - > 2022-10-16",
            "changed  by consensus > vote",
            "changed  preambular 24 > 25",
            "changed  units.RULE - > rule",
            "added /part/II - - > operative: 4",
            "changed /source/published sha256 fd8b91637fd18c7ff5c2cefbeffc1405acf7dd889669b64cce671e908680cc6b > ad8b91637fd18c7ff5c2cefbeffc1405acf7dd889669b64cce671e908680cc6b",
            "added /source/two - - > languages: fr",
            "changed  place.en Kigali, Rwanda > Kigali",
            "added /FR name.en - > France",
            "changed /QA name.en Qatar > State of Qatar",
            "added /PP9 subject.fr - > La guerre",
            "added /PP9 text.fr - > Le texte",
        ]
    );
    back(&all, &new);
}

/// The same changes the other way.
fn back(all: &[String], new: &str) {
    let back = changes(new, OWN);
    assert!(
        back.contains(&"removed /PP9 text.fr Le texte > -".to_owned())
            && back.contains(&"removed /source/two - languages: fr > -".to_owned())
    );
    assert_eq!(back.len(), all.len());
}

#[test]
fn votes_and_ballots() {
    let vote = "\n[[vote]]\non = [\"PP7\"]\nin-favour = 2\nagainst = 1\nvoted-in-favour = [\"KZ\", \"QA\"]\nsource = \"published\"\n";
    let old = format!("{OWN}{vote}");
    assert_eq!(
        changes(OWN, &old),
        [
            "added /KZ/PP7/in-favour - - > -",
            "added /QA/PP7/in-favour - - > -",
            "added /vote/PP7 - - > in-favour: 2; against: 1; source: published"
        ]
    );
    let new = swap(
        &old,
        "in-favour = 2\nagainst = 1\nvoted-in-favour = [\"KZ\", \"QA\"]",
        "in-favour = 2\nabstaining = 0\nvoted-in-favour = [\"KZ\", \"SY\"]\nvoted-abstaining = []\nlists = \"incomplete\"",
    );
    assert_eq!(
        changes(&old, &new),
        [
            "removed /QA/PP7/in-favour - - > -",
            "added /SY/PP7/in-favour - - > -",
            "changed /vote/PP7 against 1 > -",
            "changed /vote/PP7 abstaining - > 0",
            "changed /vote/PP7 voted-abstaining - > ",
            "changed /vote/PP7 lists - > incomplete",
        ]
    );
    let other = swap(&old, "on = [\"PP7\"]", "on = [\"PP7\", \"PP8\"]");
    assert!(
        changes(&old, &other)
            .contains(&"added /vote/PP7+PP8 - - > in-favour: 2; against: 1; source: published".to_owned())
    );
    assert!(
        changes(&other, &old)
            .contains(&"removed /vote/PP7+PP8 - in-favour: 2; against: 1; source: published > -".to_owned())
    );
}

#[test]
fn corpora() {
    let other = swap(OWN, "id = \"ipu-145-migration\"", "id = \"other\"");
    assert_eq!(changes(OWN, &other), ["changed other id ipu-145-migration > other"]);
    let (one, both) = (register(&[OWN]), register(&[OWN, &other]));
    let added = lines(&diff(&one, &both));
    assert!(
        added[0].starts_with("added other - - > title.en: Parliamentary")
            && added[0].ends_with("; adopted: 2022-10-15; by: consensus; preambular: 24; operative: 31"),
        "{}",
        added[0]
    );
    assert_eq!(added.len(), 12);
    assert!(added[1..].iter().all(|line| line.starts_with("added other/")));
    let removed = lines(&diff(&both, &one));
    assert_eq!(removed.len(), 12);
    assert!(removed.iter().all(|line| line.starts_with("removed other")));
    assert!(diff(&both, &both).is_empty());
    assert!(diff(&Register::default(), &Register::default()).is_empty());
}

#[test]
fn what_is_asked_of_a_comparison() {
    let other = swap(OWN, "id = \"ipu-145-migration\"", "id = \"other\"");
    let vote = "\n[[vote]]\non = [\"PP7\"]\nin-favour = 2\nagainst = 1\nvoted-against = [\"KZ\"]\nsource = \"published\"\n";
    let (one, both) = (register(&[OWN]), register(&[&format!("{OWN}{vote}"), &other]));
    let asked = |old: &Register, new: &Register, resolutions: &[&str], kinds: &[Kind]| {
        let resolutions = resolutions.iter().map(|id| id.parse().unwrap()).collect();
        lines(&diff_only(old, new, &Only { resolutions, kinds: kinds.to_vec() }))
    };
    let opposition = [Kind::Opposition];
    let against = [Kind::Against];
    assert_eq!(asked(&one, &both, &["ipu-145-migration"], &against), ["added /KZ/PP7/against - - > -"]);
    assert_eq!(asked(&one, &both, &["other"], &against), Vec::<String>::new());
    let ru = asked(&one, &both, &[], &opposition);
    assert!(ru.len() == 1 && ru[0].starts_with("added other/RU/entire/opposition - - > locator: "), "{ru:?}");
    assert_eq!(asked(&one, &both, &["other"], &[]).len(), 12);
    assert_eq!(asked(&both, &one, &["other"], &opposition).len(), 1);
    // Two records of one resolution each are compared under either id.
    let second = register(&[&other]);
    for id in ["ipu-145-migration", "other"] {
        assert_eq!(asked(&one, &second, &[id], &[]), ["changed other id ipu-145-migration > other"]);
    }
    assert_eq!(asked(&one, &second, &[], &opposition), Vec::<String>::new());
}
