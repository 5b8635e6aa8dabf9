//! Resolutions, positions, votes, and the register that holds them.

use std::cell::OnceCell;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use super::{Ballot, Label, LabelSet, Life, Malformed, Outcome, PartId, PositionKind, Status, Unit, Way};
use crate::language::Language;
use crate::names;

/// The same text in several languages.
pub type Texts = BTreeMap<Language, String>;

/// Defines an identifier: a text with a rule, made by `FromStr`, shown by `Display`.
macro_rules! identifier {
    ($(#[$meta:meta])* $name:ident, $rule:expr, $message:literal) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The identifier as it stands in records.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = Malformed;

            fn from_str(text: &str) -> Result<Self, Malformed> {
                let rule: fn(&str) -> bool = $rule;
                if rule(text) { Ok(Self(text.into())) } else { Err(Malformed($message)) }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }
    };
}

identifier!(
    /// The id of a resolution, unique in a corpus.
    ResolutionId,
    |text| is_lower(text, b"-.") && text.len() <= 200,
    "an id is lower-case letters and digits, with '.' and '-' between them"
);

identifier!(
    /// The id of a source, unique in a record.
    SourceId,
    |text| !text.is_empty() && text.chars().count() <= 200 && !text.chars().any(|c| c.is_control() || c.is_whitespace()),
    "the id of a source is a word without blanks"
);

identifier!(
    /// A delegation: an ISO 3166-1 alpha-2 code, also a withdrawn one, or a lower-case slug for a bloc or an unnamed
    /// author.
    Delegation,
    |text| names::is_code(text) || is_slug(text),
    "a delegation is a code of ISO 3166-1 alpha-2, such as KZ, or a lower-case slug, such as african-group"
);

fn is_lower(text: &str, also: &[u8]) -> bool {
    let legal = |b: &u8| b.is_ascii_lowercase() || b.is_ascii_digit() || also.contains(b);
    text.as_bytes().iter().all(legal) && text.as_bytes().iter().any(u8::is_ascii_alphanumeric)
}

fn is_slug(text: &str) -> bool {
    is_lower(text, b"-") && text.len() <= 100 && !text.starts_with('-') && !text.ends_with('-')
}

impl Delegation {
    /// Whether this is a code of ISO 3166-1 rather than a slug.
    pub fn is_code(&self) -> bool {
        self.0.as_bytes().first().is_some_and(u8::is_ascii_uppercase)
    }
}

/// One or more labels, each once, as the record lists them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labels(Vec<Label>);

impl Labels {
    /// Labels in the order of the record; none where there is none, or one stands twice.
    pub fn new(labels: Vec<Label>) -> Option<Self> {
        let distinct: BTreeSet<_> = labels.iter().collect();
        (!labels.is_empty() && distinct.len() == labels.len()).then_some(Self(labels))
    }

    /// The labels.
    pub fn as_slice(&self) -> &[Label] {
        &self.0
    }
}

/// What a position is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Paragraphs that the source names.
    Paragraphs {
        /// The paragraphs.
        on: Labels,
        /// The words in them that it is about, where it is not about the whole paragraph.
        phrase: Texts,
        /// Whether the list is not complete ("in particular").
        open: bool,
    },
    /// The whole resolution.
    Entire,
    /// The source does not say which part.
    Unknown {
        /// The words that it is about, where the source gives those without a paragraph.
        phrase: Texts,
    },
}

/// What one delegation put on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// Who put it on record.
    pub delegation: Delegation,
    /// What it is.
    pub kind: PositionKind,
    /// What it is on.
    pub target: Target,
    /// What holds it back.
    pub status: Option<Status>,
    /// When it stands.
    pub life: Life,
    /// For whom else it speaks.
    pub on_behalf_of: Vec<Delegation>,
    /// Of an objection: whose position it is about.
    pub regarding: Option<Delegation>,
    /// A remark, in languages.
    pub note: Texts,
    /// Where the fact comes from.
    pub source: SourceId,
    /// Where in the source it stands.
    pub locator: Option<String>,
}

/// A vote on the whole text, or on paragraphs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vote {
    /// The paragraphs voted on; none for the whole text.
    pub on: Option<Labels>,
    /// How many voted in favour, where known.
    pub in_favour: Option<u32>,
    /// How many voted against, where known.
    pub against: Option<u32>,
    /// How many abstained, where known.
    pub abstaining: Option<u32>,
    /// Who voted how, side by side in the record's order.
    pub lists: Vec<(Ballot, Vec<Delegation>)>,
    /// Whether the lists are said not to be complete.
    pub incomplete: bool,
    /// Where the fact comes from.
    pub source: Option<SourceId>,
    /// Where in the source it stands.
    pub locator: Option<String>,
}

impl Vote {
    /// The count of a side, where known.
    pub fn count(&self, ballot: Ballot) -> Option<u32> {
        match ballot {
            Ballot::InFavour => self.in_favour,
            Ballot::Against => self.against,
            Ballot::Abstention => self.abstaining,
        }
    }

    /// The delegations listed on a side, where there is a list.
    pub fn list(&self, ballot: Ballot) -> Option<&[Delegation]> {
        self.lists.iter().find(|(side, _)| *side == ballot).map(|(_, list)| list.as_slice())
    }
}

/// Where facts come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// By which positions refer to it.
    pub id: SourceId,
    /// What it is called.
    pub title: Option<String>,
    /// The languages it is in.
    pub languages: Vec<Language>,
    /// The SHA-256 of the file that was read, 64 lower-case hexadecimal digits.
    pub sha256: Option<String>,
    /// Where it is published.
    pub url: Option<String>,
    /// The IRI of the work, as Akoma Ntoso has it.
    pub iri: Option<String>,
}

/// A part of the text in which the numbering starts again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The part as printed.
    pub id: PartId,
    /// How many preambular paragraphs it has, where known.
    pub preambular: Option<u32>,
    /// How many operative paragraphs it has, where known.
    pub operative: Option<u32>,
}

/// All that a record says in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LanguageBlock {
    /// The resolution's title.
    pub title: Option<String>,
    /// The body that adopted it.
    pub body: Option<String>,
    /// The meeting at which it did.
    pub meeting: Option<String>,
    /// Where that was.
    pub place: Option<String>,
    /// Names of delegations as recorded.
    pub delegations: BTreeMap<Delegation, String>,
    /// What paragraphs are about.
    pub subjects: BTreeMap<Label, String>,
    /// The text of paragraphs.
    pub paragraphs: BTreeMap<Label, String>,
}

/// One resolution and what is on record about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolution {
    /// Unique in a corpus.
    pub id: ResolutionId,
    /// As published, such as A/RES/78/167.
    pub symbol: Option<String>,
    /// When it was adopted or rejected, where known.
    pub outcome: Option<Outcome>,
    /// How, where known.
    pub by: Option<Way>,
    /// How many preambular paragraphs stand in no part, where known.
    pub preambular: Option<u32>,
    /// How many operative paragraphs stand in no part, where known.
    pub operative: Option<u32>,
    /// Parts in the order declared.
    pub parts: Vec<Part>,
    /// Units besides PP and OP in the order declared, with the word for each.
    pub units: Vec<(Unit, String)>,
    /// Where the facts come from.
    pub sources: Vec<Source>,
    /// Blocks by language, in the record's order.
    pub languages: Vec<(Language, LanguageBlock)>,
    /// Positions in the record's order.
    pub positions: Vec<Position>,
    /// Votes in the record's order.
    pub votes: Vec<Vote>,
}

impl Resolution {
    /// The block of the language, else of the same without script and region, else English, else the record's first.
    pub fn block(&self, language: &Language) -> Option<(&Language, &LanguageBlock)> {
        let find = |wanted: &Language| self.languages.iter().find(|(tag, _)| tag == wanted);
        let alike = || self.languages.iter().find(|(tag, _)| tag.primary() == language.primary());
        let found = find(language).or_else(alike).or_else(|| find(&Language::english()));
        let found = found.or_else(|| self.languages.first());
        found.map(|(tag, block)| (tag, block))
    }

    /// What `pick` finds in the language asked for, else in English, else in the first language that has it.
    pub fn text<'a, T: ?Sized>(
        &'a self,
        language: &Language,
        pick: impl Fn(&'a LanguageBlock) -> Option<&'a T>,
    ) -> Option<&'a T> {
        self.text_and_language(language, pick).map(|(_, text)| text)
    }

    /// The same, with the language that it was found in.
    pub fn text_and_language<'a, T: ?Sized>(
        &'a self,
        language: &Language,
        pick: impl Fn(&'a LanguageBlock) -> Option<&'a T>,
    ) -> Option<(&'a Language, &'a T)> {
        let of = |(tag, block): (&'a Language, &'a LanguageBlock)| Some((tag, pick(block)?));
        let blocks = || self.languages.iter().map(|(tag, block)| (tag, block));
        let english = || blocks().find(|(tag, _)| **tag == Language::english()).and_then(of);
        self.block(language).and_then(of).or_else(english).or_else(|| blocks().find_map(of))
    }

    /// What a paragraph is about, in the language asked for or what stands in for it.
    pub fn subject(&self, language: &Language, label: &Label) -> Option<&str> {
        self.text(language, |block| block.subjects.get(label).map(String::as_str))
    }

    /// A delegation's name as recorded, else its standard name, else its code.
    pub fn name(&self, language: &Language, delegation: &Delegation) -> String {
        let recorded = self.text(language, |block| block.delegations.get(delegation).map(String::as_str));
        let standard = || names::standard(delegation.as_str(), language.as_str());
        recorded.or_else(standard).unwrap_or(delegation.as_str()).to_owned()
    }

    /// A delegation's name for prose in a language: as recorded in it, else the standard one of that language, else as
    /// [`name`](Self::name) has it. A sentence of one language does not take names from another while it has its own.
    pub fn name_in(&self, language: &Language, delegation: &Delegation) -> String {
        let own = self.languages.iter().find(|(tag, _)| tag == language);
        let recorded = own.and_then(|(_, block)| block.delegations.get(delegation).cloned());
        let standard = || names::standard(delegation.as_str(), language.as_str()).map(str::to_owned);
        recorded.or_else(standard).unwrap_or_else(|| self.name(language, delegation))
    }

    /// How many paragraphs of the unit there are in the part, where that is known. None for units without a count.
    pub fn count(&self, part: Option<&PartId>, unit: &Unit) -> Option<u32> {
        let (preambular, operative) = match part {
            None => (self.preambular, self.operative),
            Some(id) => {
                let part = self.parts.iter().find(|part| part.id == *id)?;
                (part.preambular, part.operative)
            }
        };
        if unit.is_pp() { preambular } else { operative.filter(|_| unit.is_op()) }
    }

    /// Whether it has the paragraph: within the count where there is one, else where the record names it.
    pub fn has(&self, label: &Label) -> bool {
        match self.count(label.part(), label.unit()) {
            Some(count) => label.number().whole() <= count,
            None => {
                let mut recorded = self.recorded();
                recorded.any(|known| known == label || known.contains(label) || label.contains(known))
            }
        }
    }

    /// Whether it has each of some paragraphs, in their order; as [`has`](Self::has) says of one, without going through
    /// the record for each.
    pub fn has_each(&self, labels: &[Label]) -> Vec<bool> {
        let recorded = OnceCell::new();
        let is_recorded =
            |label: &Label| recorded.get_or_init(|| self.recorded().collect::<LabelSet>()).reaches(label);
        let has = |label: &Label| match self.count(label.part(), label.unit()) {
            Some(count) => label.number().whole() <= count,
            None => is_recorded(label),
        };
        labels.iter().map(has).collect()
    }

    /// The labels that positions and votes name, or that have a subject or a text, with repeats.
    fn recorded(&self) -> impl Iterator<Item = &Label> {
        let texts =
            self.languages.iter().flat_map(|(_, block)| block.subjects.keys().chain(block.paragraphs.keys()));
        self.named().chain(texts)
    }

    /// The order of the text: what stands in no part first, then parts and units as declared, then by number.
    pub fn order(&self, a: &Label, b: &Label) -> Ordering {
        self.rank(a).cmp(&self.rank(b)).then_with(|| a.inner_cmp(b)).then_with(|| a.cmp(b))
    }

    fn rank(&self, label: &Label) -> (usize, usize) {
        let part = label.part().map_or(0, |id| {
            self.parts.iter().position(|part| part.id == *id).map_or(usize::MAX, |at| at + 1)
        });
        let unit = match label.unit() {
            unit if unit.is_pp() => 0,
            unit if unit.is_op() => 1,
            unit => self.units.iter().position(|(known, _)| known == unit).map_or(usize::MAX, |at| at + 2),
        };
        (part, unit)
    }

    /// Every label that the record knows of, in the text's order: those that counts give, and those named, with a
    /// subject or with a text.
    pub fn labels(&self) -> Vec<Label> {
        let mut labels: BTreeSet<Label> = self.counted().collect();
        labels.extend(self.named().cloned());
        for (_, block) in &self.languages {
            labels.extend(block.subjects.keys().chain(block.paragraphs.keys()).cloned());
        }
        let mut labels: Vec<_> = labels.into_iter().collect();
        labels.sort_by(|a, b| self.order(a, b));
        labels
    }

    /// The labels that positions and votes name, in the record's order, with repeats.
    pub fn named(&self) -> impl Iterator<Item = &Label> {
        let positions = self.positions.iter().filter_map(|position| match &position.target {
            Target::Paragraphs { on, .. } => Some(on.as_slice()),
            Target::Entire | Target::Unknown { .. } => None,
        });
        positions.chain(self.votes.iter().filter_map(|vote| vote.on.as_ref().map(Labels::as_slice))).flatten()
    }

    fn counted(&self) -> impl Iterator<Item = Label> {
        let own = [(None, Unit::pp(), self.preambular), (None, Unit::op(), self.operative)];
        let parts = self.parts.iter().flat_map(|part| {
            let id = Some(part.id.clone());
            [(id.clone(), Unit::pp(), part.preambular), (id, Unit::op(), part.operative)]
        });
        own.into_iter().chain(parts).flat_map(|(part, unit, count)| {
            (1..=count.unwrap_or(0)).map(move |n| Label::new(unit.clone(), n.into()).in_part(part.clone()))
        })
    }
}

/// Every resolution of a corpus, by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    resolutions: BTreeMap<ResolutionId, Resolution>,
}

impl Register {
    /// A register of resolutions; of two with one id the first stays.
    pub fn new(resolutions: impl IntoIterator<Item = Resolution>) -> Self {
        let mut register = Self::default();
        for resolution in resolutions {
            register.resolutions.entry(resolution.id.clone()).or_insert(resolution);
        }
        register
    }

    /// The resolutions, ordered by id.
    pub fn resolutions(&self) -> impl Iterator<Item = &Resolution> {
        self.resolutions.values()
    }

    /// The resolution of that id.
    pub fn get(&self, id: &ResolutionId) -> Option<&Resolution> {
        self.resolutions.get(id)
    }
}

#[cfg(test)]
mod tests {
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
    fn the_labels_are_those_counted_and_those_named() {
        let labels: Vec<_> = resolution().labels().iter().map(ToString::to_string).collect();
        let counted = (1..=9).map(|n| format!("PP{n}")).chain((1..=9).map(|n| format!("OP{n}")));
        let expected: Vec<String> = counted.chain(["RULE2".into(), "ART1".into()]).collect();
        assert_eq!(labels, expected);
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

    #[test]
    fn an_id_is_of_small_letters_digits_and_two_signs() {
        for (id, legal) in [
            ("a", true),
            ("9", true),
            ("ipu-145.b", true),
            (&"a".repeat(200), true),
            (&"a".repeat(201), false),
            ("", false),
            ("..", false),
            ("-.-", false),
            ("A", false),
            ("a b", false),
            ("a/b", false),
            ("ä", false),
        ] {
            assert_eq!(id.parse::<ResolutionId>().is_ok(), legal, "{id}");
        }
        for (id, legal) in [
            ("Note*", true),
            (&"ب".repeat(200), true),
            (&"ب".repeat(201), false),
            ("", false),
            ("a b", false),
            ("a\u{1}", false),
        ] {
            assert_eq!(id.parse::<SourceId>().is_ok(), legal, "{id}");
        }
    }

    #[test]
    fn labels_are_one_or_more_each_once() {
        let labels = |list: &[&str]| Labels::new(list.iter().map(|label| label.parse().unwrap()).collect());
        assert!(labels(&[]).is_none() && labels(&["OP1", "OP1"]).is_none());
        assert_eq!(labels(&["OP2", "OP1"]).unwrap().as_slice().len(), 2);
    }

    #[test]
    fn counts_bound_what_there_is() {
        let parts = RECORD.replace("[units]", "[[part]]\nid = \"II\"\noperative = 2\n[units]");
        let resolution = check(&SourceText::new("x", parts)).resolution.unwrap();
        let has = |label: &str| resolution.has(&label.parse().unwrap());
        for known in ["PP9", "OP9", "OP9bis", "OP9(z)", "II/OP2", "ART1", "ART1(a)", "RULE2"] {
            assert!(has(known), "{known}");
        }
        for unknown in ["PP10", "OP10", "II/OP3", "II/PP1", "ART2", "III/OP1", "RULE1"] {
            assert!(!has(unknown), "{unknown}");
        }
        let part: PartId = "II".parse().unwrap();
        assert_eq!(resolution.count(Some(&part), &Unit::op()), Some(2));
        assert_eq!(resolution.count(Some(&part), &Unit::pp()), None);
        assert_eq!(resolution.count(None, &Unit::pp()), Some(9));
        assert_eq!(resolution.count(None, &"ART".parse().unwrap()), None);
        let labels: Vec<_> = resolution.labels().iter().map(ToString::to_string).collect();
        assert_eq!((labels.len(), labels.last().map(String::as_str)), (9 + 9 + 2 + 2, Some("II/OP2")));
        assert_eq!(labels[0], "PP1");
        assert_eq!(resolution.named().count(), 5);
    }

    #[test]
    fn a_text_is_of_the_language_else_english_else_the_first() {
        let more = "[language.fr]\ntitle = \"Eau\"\nplace = \"Ici\"\n[language.fr.delegations]\nKZ = \"K\"\nQA = \"Q\"\n\
            [language.pt-BR]\nbody = \"Corpo\"\n[language.pt-BR.delegations]\nKZ = \"C\"\nQA = \"Catar\"\n[[source]]";
        let text = RECORD.replace("[[source]]", more);
        let resolution = check(&SourceText::new("x", text)).resolution.unwrap();
        let block = |tag: &str| resolution.block(&tag.parse().unwrap()).unwrap().0.to_string();
        assert_eq!(
            (block("fr").as_str(), block("fr-CH").as_str(), block("pt").as_str()),
            ("fr", "fr", "pt-BR")
        );
        assert_eq!(block("ru"), "en");
        let title = |tag: &str| resolution.text(&tag.parse().unwrap(), |block| block.title.as_deref());
        assert_eq!((title("fr"), title("pt"), title("en")), (Some("Eau"), Some("Eau"), Some("Eau")));
        let name = |tag: &str, who: &str| resolution.name(&tag.parse().unwrap(), &who.parse().unwrap());
        assert_eq!((name("pt", "QA"), name("ru", "QA")), ("Catar".to_owned(), "Qatar".to_owned()));
        let own = |tag: &str, who: &str| resolution.name_in(&tag.parse().unwrap(), &who.parse().unwrap());
        assert_eq!((own("ru", "QA"), own("fr", "QA")), ("Катар".to_owned(), "Q".to_owned()));
        assert_eq!(own("de", "KZ"), "Kazakh delegation");
    }

    #[test]
    fn a_register_keeps_the_first_of_an_id() {
        let first = resolution();
        let second = Resolution { preambular: Some(3), ..first.clone() };
        let register = Register::new([first.clone(), second]);
        assert_eq!(register.resolutions().count(), 1);
        assert_eq!(register.get(&first.id), Some(&first));
        assert_eq!(register.get(&"y".parse().unwrap()), None);
    }

    #[test]
    fn a_vote_has_a_count_and_a_list_for_each_side() {
        let vote = Vote {
            in_favour: Some(3),
            against: Some(2),
            abstaining: Some(1),
            ..resolution().votes[0].clone()
        };
        assert_eq!(
            [Ballot::InFavour, Ballot::Against, Ballot::Abstention].map(|side| vote.count(side)),
            [Some(3), Some(2), Some(1)]
        );
        assert_eq!(vote.list(Ballot::InFavour).map(<[_]>::len), Some(1));
        assert_eq!(vote.list(Ballot::Against), None);
    }
}
