use super::*;
use crate::check::check;
use crate::language::Language;
use crate::problem::SourceText;

const RECORD: &str = r#"format = 1
[resolution]
id = "x"
preambular = 9
operative = 9
[units]
RULE = "rule"
ART = "article"
[[source]]
id = "s"
[language.en.delegations]
KZ = "Kazakh delegation"
QA = "Qatar"
[[position]]
delegation = "KZ"
kind = "reservation"
on = ["ART1", "RULE2", "OP9", "PP3"]
source = "s"
[[vote]]
on = ["PP7"]
in-favour = 1
voted-in-favour = ["QA"]
source = "s"
locator = "p. 9"
"#;

fn resolution() -> Resolution {
    check(&SourceText::new("x", RECORD)).resolution.unwrap()
}

#[test]
fn every_entry_leads_to_what_it_comes_from() {
    let resolution = resolution();
    let entries = resolution.entries();
    let (ballots, positions): (Vec<_>, Vec<_>) = entries.iter().partition(|entry| entry.vote.is_some());
    assert!(positions.iter().all(|entry| entry.position == Some(&resolution.positions[0])));
    assert_eq!((positions.len(), ballots.len()), (4, 1));
    assert_eq!(ballots[0].vote, Some(&resolution.votes[0]));
    assert_eq!((ballots[0].id.as_str(), ballots[0].position), ("x/QA/PP7/in-favour", None));
}

#[test]
fn units_stand_in_the_order_declared_behind_the_built_in_ones() {
    let resolution = resolution();
    let mut labels: Vec<Label> =
        ["ART1", "RULE2", "OP9", "PP3", "OP1", "RULE1"].map(|label| label.parse().unwrap()).to_vec();
    labels.sort_by(|a, b| resolution.order(a, b));
    let labels: Vec<_> = labels.iter().map(ToString::to_string).collect();
    assert_eq!(labels, ["PP3", "OP1", "OP9", "RULE1", "RULE2", "ART1"]);
}

#[test]
fn a_name_is_the_recorded_one_else_the_standard_one_else_the_code() {
    let resolution = resolution();
    let name =
        |tag: &str, who: &str| resolution.name(&tag.parse::<Language>().unwrap(), &who.parse().unwrap());
    assert_eq!(name("en", "KZ"), "Kazakh delegation");
    assert_eq!(name("en", "FR"), "France");
    assert_eq!(name("en", "some-bloc"), "some-bloc");
}

#[test]
fn a_delegation_is_a_code_or_a_slug() {
    let code = |text: &str| text.parse::<Delegation>().map(|delegation| delegation.is_code()).ok();
    assert_eq!(code("KZ"), Some(true));
    assert_eq!(code("african-group"), Some(false));
    assert_eq!(code(&"a".repeat(100)), Some(false));
    for none in ["", "kz z", "African", "-group", "group-", "group_", &"a".repeat(101)] {
        assert_eq!(code(none), None, "{none}");
    }
}
