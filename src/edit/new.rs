//! A new record: a skeleton with remarks, for a person to fill in.

use super::splice::quoted;
use super::{Refused, fresh};
use crate::check;
use crate::language::Language;
use crate::model::{Delegation, Label, Outcome, ResolutionId};
use crate::problem::{Problem, SourceText};
use crate::vocabulary::Way;

/// What a skeleton is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skeleton {
    /// The id of the resolution.
    pub id: ResolutionId,
    /// Its symbol, where it has one.
    pub symbol: Option<String>,
    /// The day of its adoption or rejection, where that is known.
    pub outcome: Option<Outcome>,
    /// How it was adopted.
    pub by: Option<Way>,
    /// How many preambular paragraphs it has.
    pub preambular: Option<u32>,
    /// How many operative paragraphs it has.
    pub operative: Option<u32>,
    /// The language of all that follows; English unless said.
    pub language: Language,
    /// Its title.
    pub title: Option<String>,
    /// The body that adopted it.
    pub body: Option<String>,
    /// The meeting of that body.
    pub meeting: Option<String>,
    /// Where it met.
    pub place: Option<String>,
    /// Names of delegations.
    pub delegations: Vec<(Delegation, String)>,
    /// What paragraphs are about.
    pub subjects: Vec<(Label, String)>,
    /// The text of paragraphs.
    pub paragraphs: Vec<(Label, String)>,
}

impl Skeleton {
    /// A skeleton of which nothing is known but the id, in English.
    pub fn new(id: ResolutionId) -> Self {
        Self {
            id,
            symbol: None,
            outcome: None,
            by: None,
            preambular: None,
            operative: None,
            language: Language::english(),
            title: None,
            body: None,
            meeting: None,
            place: None,
            delegations: Vec::new(),
            subjects: Vec::new(),
            paragraphs: Vec::new(),
        }
    }
}

/// A record in which nothing stands but what the skeleton has; all else is there as a remark.
///
/// # Errors
/// Where what is given holds what [`check`](crate::check) finds a fault in.
pub fn new(skeleton: &Skeleton) -> Result<String, Refused> {
    let text = text(skeleton);
    let problems = check::check(&SourceText::new("the new record", text.as_str())).problems;
    let faults: Vec<Problem> = fresh(Vec::new(), problems).into_iter().filter(Problem::is_error).collect();
    if faults.is_empty() { Ok(text) } else { Err(Refused::faults(faults)) }
}

fn text(skeleton: &Skeleton) -> String {
    let tag = skeleton.language.as_str();
    let (outcome, date) = match skeleton.outcome {
        Some(Outcome::Adopted(date)) => ("adopted", Some(date.to_string())),
        Some(Outcome::Rejected(date)) => ("rejected", Some(date.to_string())),
        None => ("adopted", None),
    };
    let words = |text: &Option<String>| text.as_deref().map(quoted);
    let number = |count: Option<u32>| count.map(|count| count.to_string());
    let lines = [
        ("{symbol}", line("symbol", words(&skeleton.symbol), "\"A/RES/78/167\"")),
        ("{outcome}", line(outcome, date, "2022-10-15")),
        ("{by}", line("by", skeleton.by.map(|way| quoted(way.as_str())), "\"consensus\"")),
        ("{preambular}", line("preambular", number(skeleton.preambular), "24")),
        ("{operative}", line("operative", number(skeleton.operative), "31")),
        ("{title}", line("title", words(&skeleton.title), "\"…\"")),
        ("{body}", line("body", words(&skeleton.body), "\"Inter-Parliamentary Union\"")),
        ("{meeting}", line("meeting", words(&skeleton.meeting), "\"145th Assembly\"")),
        ("{place}", line("place", words(&skeleton.place), "\"Kigali, Rwanda\"")),
        ("{delegations}", table(&skeleton.delegations, "# KZ = \"Kazakhstan\"")),
        ("{subjects}", table(&skeleton.subjects, "# PP1 = \"…\"")),
        ("{paragraphs}", section(&format!("[language.{tag}.paragraphs]"), &skeleton.paragraphs)),
        ("{id}", quoted(skeleton.id.as_str())),
        ("{tag}", tag.to_owned()),
    ];
    // What is given may hold what looks like a place to fill: each piece of the template is looked at once.
    let mut text = String::new();
    for piece in TEMPLATE.split_inclusive('}') {
        let filled = lines.iter().find_map(|(place, line)| Some((piece.strip_suffix(place)?, line)));
        match filled {
            Some((before, line)) => text.extend([before, line.as_str()]),
            None => text.push_str(piece),
        }
    }
    text
}

/// A line of what is known, else a remark with an example.
fn line(key: &str, value: Option<String>, example: &str) -> String {
    value.map_or_else(|| format!("# {key} = {example}"), |value| format!("{key} = {value}"))
}

/// The lines of a table by keys, else a remark with an example.
fn table<K: ToString>(pairs: &[(K, String)], example: &str) -> String {
    let line = |(key, text): &(K, String)| format!("{} = {}", dotless(&key.to_string()), quoted(text));
    let lines: Vec<String> = pairs.iter().map(line).collect();
    if lines.is_empty() { example.to_owned() } else { lines.join("\n") }
}

/// A section that only stands where it has something.
fn section<K: ToString>(header: &str, pairs: &[(K, String)]) -> String {
    if pairs.is_empty() { String::new() } else { format!("\n{header}\n{}\n", table(pairs, "")) }
}

/// A key as TOML has it: bare where it may be.
fn dotless(key: &str) -> String {
    let bare = key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    if bare { key.to_owned() } else { quoted(key) }
}

const TEMPLATE: &str = r#"#:schema ./reservations.schema.json
# One resolution and what delegations put on record about it. What is not known is left out; a line that begins with #
# is a remark. `reservations check` finds what is wrong, `reservations add` writes positions.

format = 1

[resolution]
id = {id}
{symbol}
# The date of adoption; or `rejected` where it was put to a vote and not adopted.
{outcome}
# consensus, without-vote, acclamation or vote
{by}
# How many preambular (PP) and operative (OP) paragraphs there are.
{preambular}
{operative}

# Where the facts come from; positions refer to the id.
[[source]]
id = "published"
# title = "…"
# languages = ["en"]
# url = "https://…"
# The SHA-256 of the file that was read.
# sha256 = "…"

# Where numbering starts again in parts of the text: one block for each part.
# [[part]]
# id = "II"
# operative = 12

# Units besides PP and OP, with the word for each.
# [units]
# RULE = "rule"

# One block for each language.
[language.{tag}]
{title}
{body}
{meeting}
{place}

# The names of delegations as recorded, by code.
[language.{tag}.delegations]
{delegations}

# A few words of your own on what each paragraph is about.
[language.{tag}.subjects]
{subjects}
{paragraphs}
# One block for each position. kind is reservation, opposition, dissociation, interpretation, explanation, objection or
# unclassified; `scope = "entire"` or `scope = "unknown"` stands in the place of `on` where no paragraph is named.
# [[position]]
# delegation = "KZ"
# kind = "reservation"
# on = ["PP9", "OP3(a)"]
# phrase.{tag} = "words in the paragraph, where it is only about those"
# source = "published"
# locator = "note *, first item"

# A vote on the text; with `on = ["PP7"]` on a paragraph.
# [[vote]]
# in-favour = 24
# against = 17
# abstaining = 6
# source = "published"
"#;
