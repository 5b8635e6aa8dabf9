//! A new record: a skeleton with remarks, for a person to fill in.

use super::splice::quoted;
use super::{Refused, fresh};
use crate::check;
use crate::language::Language;
use crate::model::ResolutionId;
use crate::problem::{Problem, SourceText};

/// What a skeleton is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skeleton {
    /// The id of the resolution.
    pub id: ResolutionId,
    /// Its title, where it is known.
    pub title: Option<String>,
    /// Its symbol, where it has one.
    pub symbol: Option<String>,
    /// The language of the title; English unless said.
    pub language: Language,
}

impl Skeleton {
    /// A skeleton without a title, in English.
    pub fn new(id: ResolutionId) -> Self {
        Self { id, title: None, symbol: None, language: Language::english() }
    }
}

/// A record in which nothing stands but what the skeleton has; all else is there as a remark.
///
/// # Errors
/// Where title or symbol hold what [`check`](crate::check) finds a fault in.
pub fn new(skeleton: &Skeleton) -> Result<String, Refused> {
    let text = text(skeleton);
    let problems = check::check(&SourceText::new("the new record", text.as_str())).problems;
    let faults: Vec<Problem> = fresh(Vec::new(), problems).into_iter().filter(Problem::is_error).collect();
    if faults.is_empty() { Ok(text) } else { Err(Refused::faults(faults)) }
}

fn text(skeleton: &Skeleton) -> String {
    let given = |key: &str, value: &Option<String>, example: &str| match value {
        Some(value) => format!("{key} = {}", quoted(value)),
        None => format!("# {key} = {example}"),
    };
    TEMPLATE
        .replace("{id}", &quoted(skeleton.id.as_str()))
        .replace("{tag}", skeleton.language.as_str())
        .replace("{symbol}", &given("symbol", &skeleton.symbol, "\"A/RES/78/167\""))
        .replace("{title}", &given("title", &skeleton.title, "\"…\""))
}

const TEMPLATE: &str = r#"#:schema ./reservations.schema.json
# One resolution and what delegations put on record about it. What is not known is left out; a line that begins with #
# is a remark. `reservations check` finds what is wrong, `reservations add` writes positions.

format = 1

[resolution]
id = {id}
{symbol}
# The date of adoption; or `rejected` where it was put to a vote and not adopted.
# adopted = 2022-10-15
# consensus, without-vote, acclamation or vote
# by = "consensus"
# How many preambular (PP) and operative (OP) paragraphs there are.
# preambular = 24
# operative = 31

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
# body = "Inter-Parliamentary Union"
# meeting = "145th Assembly"
# place = "Kigali, Rwanda"

# The names of delegations as recorded, by code.
[language.{tag}.delegations]
# KZ = "Kazakhstan"

# A few words of your own on what each paragraph is about.
[language.{tag}.subjects]
# PP1 = "…"

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
