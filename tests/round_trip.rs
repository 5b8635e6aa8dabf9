//! What is printed reads back: the same positions, in both languages, for any positions that the model can hold.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::needless_pass_by_value,
    reason = "a test may panic, and the report of precision and recall is printed"
)]

use std::collections::BTreeSet;

use proptest::prelude::*;
use reservations::language::Language;
use reservations::model::{
    Delegation, Label, Labels, Life, Position, PositionKind, Resolution, Status, Target, Texts,
};
use reservations::note::{self, Context};

const WHO: &str = "CZ IN KZ QA SY TR HU ID RU BA TT ST IR KP KR CI GB US LA CD CG GW GN PG KN VC AG GM NL BO VE TZ \
    PS VA MK LC DO DM TL FM SD SS NE NG ML AE BS european-union african-group group-of-77";

/// Delegations of the list that have a standard name in both languages.
fn delegations() -> Vec<Delegation> {
    let named = |who: &&str| {
        let name = |language| reservations::names::standard(who, language).is_some();
        name("en") && name("ar")
    };
    WHO.split_whitespace().filter(named).filter_map(|who| who.parse().ok()).collect()
}

fn who() -> impl Strategy<Value = Delegation> {
    prop::sample::select(delegations())
}

fn label() -> impl Strategy<Value = Label> {
    let part = prop::option::weighted(0.1, prop::sample::select(vec!["I", "II", "B", "3", "annex"]));
    let unit =
        prop::sample::select(vec!["PP", "OP", "OP", "OP", "RULE", "ARTICLE", "PRINCIPLE", "THESIS", "ART"]);
    let suffix = prop::sample::select(vec!["", "", "", "", "", "bis", "ter", "sexies", "A", "a", "st"]);
    let path = prop::sample::select(vec![
        "", "", "", "", "(a)", "(b)", "(c)(ii)", "(2)", "(aa)", "(z)", "(A)", "(i)",
    ]);
    (part, unit, 1u32..40, suffix, path).prop_map(|(part, unit, number, suffix, path)| {
        let part = part.map_or(String::new(), |part| format!("{part}/"));
        format!("{part}{unit}{number}{suffix}{path}").parse().unwrap()
    })
}

fn phrase() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "labour",
        "mobility",
        "gender",
        "and",
        "in",
        "paragraph",
        "3",
        "operative",
        "Hungary",
        "on",
        "the",
        "(b)",
        ",",
        "“",
        "”",
        "«",
        "»",
        "\"",
        "‘x’",
        "people’s",
        "reservation",
        "of",
        "تنقل",
        "اليد",
        "العاملة",
        "في",
        "الفقرة",
        "و",
        "والهند",
        "على",
        "“x”",
        "«y»",
        "[z]",
        ";",
        ":",
        ".",
        "respectively",
        "its",
        "opposition",
    ]);
    let plain = prop::sample::select(vec![
        "labour mobility",
        "gender",
        "sexual orientation",
        "تنقل اليد العاملة",
        "الأسرة",
    ]);
    prop_oneof![
        plain.prop_map(str::to_owned),
        prop::collection::vec(word, 1..6).prop_map(|words| words.join(" ")),
    ]
}

fn target() -> impl Strategy<Value = Target> {
    let texts = |phrase: Option<String>| -> Texts {
        let phrase = phrase.filter(|phrase| phrase.chars().any(char::is_alphanumeric));
        phrase.map_or_else(Texts::new, |phrase| {
            ["en", "ar"].into_iter().map(|tag| (tag.parse().unwrap(), phrase.clone())).collect()
        })
    };
    let labels = prop::collection::btree_set(label(), 1..6).prop_shuffle_labels();
    prop_oneof![
        6 => (labels, prop::option::weighted(0.3, phrase()), prop::bool::weighted(0.15)).prop_map(move |(labels, phrase, open)| {
            Target::Paragraphs { on: Labels::new(labels).unwrap(), phrase: texts(phrase), open }
        }),
        2 => Just(Target::Entire),
        1 => prop::option::weighted(0.5, phrase()).prop_map(move |phrase| Target::Unknown { phrase: texts(phrase) }),
    ]
}

/// Labels in any order, without repeats.
trait Shuffled: Strategy<Value = BTreeSet<Label>> + Sized + 'static {
    fn prop_shuffle_labels(self) -> BoxedStrategy<Vec<Label>> {
        self.prop_map(|labels| labels.into_iter().collect::<Vec<_>>()).prop_shuffle().boxed()
    }
}

impl<S: Strategy<Value = BTreeSet<Label>> + 'static> Shuffled for S {}

fn position() -> impl Strategy<Value = Position> {
    let kind =
        prop_oneof![Just(PositionKind::Reservation), prop::sample::select(PositionKind::ALL.to_vec()),];
    let status = prop::option::weighted(0.2, prop::sample::select(Status::ALL.to_vec()));
    let behalf = prop_oneof![4 => Just(BTreeSet::new()), 1 => prop::collection::btree_set(who(), 1..4)];
    (who(), kind, target(), status, behalf, prop::option::weighted(0.5, who()), prop::bool::weighted(0.03))
        .prop_map(|(delegation, kind, target, status, behalf, regarding, odd)| Position {
            delegation,
            kind,
            target,
            status,
            life: Life::default(),
            on_behalf_of: behalf.into_iter().collect(),
            regarding: regarding.filter(|_| kind == PositionKind::Objection || odd),
            note: Texts::new(),
            source: "s".parse().unwrap(),
            locator: None,
        })
}

fn resolution(positions: Vec<Position>) -> Resolution {
    Resolution {
        id: "r".parse().unwrap(),
        symbol: None,
        outcome: None,
        by: None,
        preambular: None,
        operative: None,
        parts: Vec::new(),
        units: vec![
            ("RULE".parse().unwrap(), "rule".into()),
            ("ART".parse().unwrap(), "article".into()),
            ("THESIS".parse().unwrap(), "thesis".into()),
        ],
        sources: Vec::new(),
        languages: Vec::new(),
        positions,
        votes: Vec::new(),
    }
}

type Row =
    (String, PositionKind, String, Option<String>, bool, Option<Status>, BTreeSet<String>, Option<String>);

/// One row for each target: who, kind, target, phrase, open, status, for whom, about whom.
fn rows(
    delegation: &Delegation,
    kind: PositionKind,
    target: &Target,
    status: Option<Status>,
    behalf: impl Iterator<Item = String>,
    regarding: Option<String>,
) -> Vec<Row> {
    let behalf: BTreeSet<String> = behalf.collect();
    let row = |label: String, phrase: &Texts, open: bool| {
        let phrase = phrase.values().next().cloned();
        (delegation.to_string(), kind, label, phrase, open, status, behalf.clone(), regarding.clone())
    };
    match target {
        Target::Entire => vec![row("entire".into(), &Texts::new(), false)],
        Target::Unknown { phrase } => vec![row("unknown".into(), phrase, false)],
        Target::Paragraphs { on, phrase, open } => {
            on.as_slice().iter().map(|label| row(label.to_string(), phrase, *open)).collect()
        }
    }
}

fn check(tag: &str, positions: &[Position]) -> Result<(), TestCaseError> {
    let language: Language = tag.parse().unwrap();
    let resolution = resolution(positions.to_vec());
    let standing: Vec<&Position> = resolution.positions.iter().collect();
    let printed = note::print(&language, &resolution, &standing).unwrap().text();
    let reading = note::read(&language, &printed, &Context::default());
    let wanted: BTreeSet<Row> = positions
        .iter()
        .flat_map(|position| {
            let behalf = position.on_behalf_of.iter().map(ToString::to_string);
            let regarding = position.regarding.as_ref().map(ToString::to_string);
            rows(&position.delegation, position.kind, &position.target, position.status, behalf, regarding)
        })
        .collect();
    let mut found = BTreeSet::new();
    for statement in &reading.statements {
        for mention in &statement.delegations {
            let behalf = statement.on_behalf_of.iter().map(|who| who.delegation.to_string());
            let regarding = statement.regarding.as_ref().map(|who| who.delegation.to_string());
            found.extend(rows(
                &mention.delegation,
                statement.kind,
                &statement.target,
                statement.status,
                behalf,
                regarding,
            ));
        }
    }
    let doubts: Vec<_> =
        reading.doubts.iter().map(|doubt| format!("{}: {}", doubt.code.name, doubt.message)).collect();
    prop_assert_eq!(&found, &wanted, "\n{}\n{:#?}", printed, doubts);
    prop_assert!(doubts.is_empty(), "\n{}\n{:#?}", printed, doubts);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn english_notes_read_back(positions in prop::collection::vec(position(), 1..8)) {
        check("en", &positions)?;
    }

    #[test]
    fn arabic_notes_read_back(positions in prop::collection::vec(position(), 1..8)) {
        check("ar", &positions)?;
    }
}
