//! The shapes of a record, as an editor is told of them.

#![allow(dead_code, reason = "the types are described, never built")]

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::model::{PositionKind, Status, Way};
use crate::record::FORMAT;

/// Defines a text with a rule: a type that is nothing but its schema.
macro_rules! text {
    ($name:ident, $title:literal, $schema:expr) => {
        pub(super) struct $name;

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                let mut schema: Schema = $schema;
                schema.insert("title".into(), $title.into());
                schema
            }
        }
    };
}

/// Defines a map of texts by a rule for its keys.
macro_rules! texts {
    ($name:ident, $title:literal, $description:literal, $keys:expr, $example:tt) => {
        text!(
            $name,
            $title,
            json_schema!({
                "description": $description,
                "type": "object",
                "additionalProperties": false,
                "patternProperties": { $keys: { "type": "string", "minLength": 1 } },
                "examples": [$example],
            })
        );
    };
}

const LABEL: &str = r"^([^\s/]{1,32}/)?[A-Z]{1,24}[1-9][0-9]{0,5}[A-Za-z]{0,16}(\([A-Za-z0-9]{1,16}\)){0,8}$";
const TAG: &str = r"^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$";
const DELEGATION: &str = r"^([A-Z]{2}|[a-z0-9]([a-z0-9-]*[a-z0-9])?)$";

text!(
    Label,
    "Label",
    json_schema!({
        "description": "A paragraph: PP (preambular), OP (operative) or a unit of [units], its number, and the marks of sub-paragraphs in brackets. Where numbering restarts in parts of the text, the part stands before it.",
        "type": "string",
        "pattern": LABEL,
        "examples": ["PP9", "OP3", "OP3(a)", "OP14bis", "RULE6(2)(c)", "II/OP3"],
    })
);

text!(
    Delegation,
    "Delegation",
    json_schema!({
        "description": "A code of ISO 3166-1 alpha-2, also a withdrawn one (SU, YU), or a lower-case slug for a bloc or an unnamed author. It has a name in each language.",
        "type": "string",
        "pattern": DELEGATION,
        "examples": ["KZ", "african-group"],
    })
);

text!(
    Tag,
    "Language",
    json_schema!({
        "description": "A language: a BCP 47 tag.",
        "type": "string",
        "pattern": TAG,
        "examples": ["en", "ar", "zh-Hant"],
    })
);

text!(
    Date,
    "Date",
    json_schema!({
        "description": "A day, as year-month-day without quotation marks.",
        "type": "string",
        "format": "date",
        "examples": ["2022-10-15"],
    })
);

texts!(
    Texts,
    "Texts",
    "The same text in several languages, by BCP 47 tag.",
    TAG,
    { "en": "labour mobility", "ar": "تنقل اليد العاملة" }
);
texts!(
    Names,
    "Names of delegations",
    "The names of delegations as recorded, by code.",
    DELEGATION,
    { "KZ": "Kazakhstan" }
);
texts!(
    Subjects,
    "Subjects",
    "Our own few words on what each paragraph is about, by label.",
    LABEL,
    { "PP9": "War and violence as drivers of migration" }
);
texts!(
    Paragraphs,
    "Texts of paragraphs",
    "The text of each paragraph by label: without its number or letter and with its closing mark.",
    LABEL,
    { "OP3": "Calls upon …;" }
);
texts!(
    Units,
    "Units",
    "Units besides PP and OP, with the word for each.",
    "^[A-Z]{1,24}$",
    { "RULE": "rule" }
);

/// A resolution and what delegations put on record about it. What is missing is not known, never a default.
#[derive(JsonSchema)]
#[schemars(title = "Record of reservations", deny_unknown_fields)]
pub(super) struct Record {
    /// The number of the record's format.
    #[schemars(title = "Format", extend("const" = FORMAT))]
    format: i64,
    resolution: Resolution,
    /// Where the facts come from.
    #[schemars(title = "Sources")]
    source: Option<Vec<Source>>,
    units: Option<Units>,
    /// Parts of the text in which the numbering starts again, in their order.
    #[schemars(title = "Parts")]
    part: Option<Vec<Part>>,
    language: Option<Languages>,
    /// What delegations put on record.
    #[schemars(title = "Positions")]
    position: Option<Vec<Position>>,
    /// Votes on the whole text, only where `by` is "vote", or on paragraphs.
    #[schemars(title = "Votes")]
    vote: Option<Vec<Vote>>,
}

/// The resolution itself.
#[derive(JsonSchema)]
#[schemars(title = "Resolution", deny_unknown_fields)]
pub(super) struct Resolution {
    /// Unique in a corpus: lower-case letters, digits, "." and "-".
    #[schemars(
        title = "Id",
        regex(pattern = r"^[a-z0-9.-]*[a-z0-9][a-z0-9.-]*$"),
        length(max = 200),
        example = &"ipu-145-migration"
    )]
    id: String,
    /// As published; left out where there is none.
    #[schemars(title = "Symbol", example = &"A/RES/78/167")]
    symbol: Option<String>,
    /// When it was adopted.
    #[schemars(title = "Date of adoption")]
    adopted: Option<Date>,
    /// When it was put to a vote and not adopted; instead of `adopted`.
    #[schemars(title = "Date of rejection")]
    rejected: Option<Date>,
    /// How it was adopted.
    #[schemars(title = "Way of adoption", extend("enum" = Way::WORDS), example = &"consensus")]
    by: Option<String>,
    /// How many preambular paragraphs there are that stand in no part; left out where it is not known.
    #[schemars(title = "Preambular paragraphs", example = 24)]
    preambular: Option<u32>,
    /// How many operative paragraphs there are that stand in no part; left out where it is not known.
    #[schemars(title = "Operative paragraphs", example = 31)]
    operative: Option<u32>,
}

/// A document that facts come from.
#[derive(JsonSchema)]
#[schemars(title = "Source", deny_unknown_fields)]
pub(super) struct Source {
    /// By which positions and votes refer to it; a word without blanks.
    #[schemars(title = "Id", regex(pattern = r"^\S+$"), length(max = 200), example = &"published")]
    id: String,
    /// What it is called.
    #[schemars(title = "Title")]
    title: Option<String>,
    /// The languages it is in.
    #[schemars(title = "Languages", example = ["en", "ar"])]
    languages: Option<Vec<Tag>>,
    /// The SHA-256 of the file that was read, in hexadecimal digits.
    #[schemars(title = "SHA-256", regex(pattern = "^[0-9A-Fa-f]{64}$"))]
    sha256: Option<String>,
    /// Where it is published.
    #[schemars(title = "URL", example = &"https://undocs.org/A/RES/78/167")]
    url: Option<String>,
    /// The IRI of the work, as Akoma Ntoso has it.
    #[schemars(title = "IRI", example = &"/akn/un/statement/resolution/unga/2023-12-19/78-167")]
    iri: Option<String>,
}

/// A part of the text in which the numbering starts again.
#[derive(JsonSchema)]
#[schemars(title = "Part", deny_unknown_fields)]
pub(super) struct Part {
    /// The part as printed: letters, digits, "." and "-".
    #[schemars(title = "Id", length(min = 1, max = 32), example = &"II")]
    id: String,
    /// How many preambular paragraphs it has; left out where it is not known.
    #[schemars(title = "Preambular paragraphs")]
    preambular: Option<u32>,
    /// How many operative paragraphs it has; left out where it is not known.
    #[schemars(title = "Operative paragraphs")]
    operative: Option<u32>,
}

/// One block for each language, by BCP 47 tag: all that a translator touches.
pub(super) struct Languages;

impl JsonSchema for Languages {
    fn schema_name() -> Cow<'static, str> {
        "Languages".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let block = generator.subschema_for::<Language>();
        json_schema!({
            "title": "Languages",
            "description": "One block for each language, by BCP 47 tag: all that a translator touches.",
            "type": "object",
            "additionalProperties": false,
            "patternProperties": { TAG: block },
        })
    }
}

/// What the record says in one language.
#[derive(JsonSchema)]
#[schemars(title = "Language", rename = "LanguageBlock", deny_unknown_fields)]
pub(super) struct Language {
    /// The resolution's title.
    #[schemars(title = "Title")]
    title: Option<String>,
    /// The body that decided on it.
    #[schemars(title = "Body", example = &"Inter-Parliamentary Union")]
    body: Option<String>,
    /// The meeting at which it did.
    #[schemars(title = "Meeting", example = &"145th Assembly")]
    meeting: Option<String>,
    /// Where that was.
    #[schemars(title = "Place", example = &"Kigali, Rwanda")]
    place: Option<String>,
    delegations: Option<Names>,
    subjects: Option<Subjects>,
    paragraphs: Option<Paragraphs>,
}

/// What one delegation put on record. It has either `on` or `scope`.
#[derive(JsonSchema)]
#[schemars(
    title = "Position",
    rename_all = "kebab-case",
    deny_unknown_fields,
    extend("oneOf" = [{ "required": ["on"] }, { "required": ["scope"] }])
)]
pub(super) struct Position {
    delegation: Delegation,
    /// What it is. A vote stands in [[vote]].
    #[schemars(title = "Kind", extend("enum" = PositionKind::WORDS), example = &"reservation")]
    kind: String,
    /// The paragraphs it is on.
    #[schemars(title = "Paragraphs", length(min = 1), extend("uniqueItems" = true), example = ["PP9", "OP3(a)"])]
    on: Option<Vec<Label>>,
    /// Instead of `on`: the entire resolution, or a part that the source does not name.
    #[schemars(title = "Scope", extend("enum" = SCOPES), example = &"entire")]
    scope: Option<String>,
    /// Whether the list of paragraphs is not complete ("in particular").
    #[schemars(title = "Open", example = true)]
    open: Option<bool>,
    /// The words in the paragraphs that it is about, where it is not about the whole of them.
    #[schemars(title = "Phrase")]
    phrase: Option<Texts>,
    /// What holds it back: it stands under a condition, or the right to it was reserved for later.
    #[schemars(title = "Status", extend("enum" = Status::WORDS), example = &"conditional")]
    status: Option<String>,
    /// When it was made, where that was not at the adoption or rejection.
    #[schemars(title = "Date of making")]
    made: Option<Date>,
    /// When it was withdrawn.
    #[schemars(title = "Date of withdrawal")]
    withdrawn: Option<Date>,
    /// For whom else the delegation speaks.
    #[schemars(title = "On behalf of", example = ["KG", "african-group"])]
    on_behalf_of: Option<Vec<Delegation>>,
    /// Of an objection: whose position it is about.
    #[schemars(title = "Regarding")]
    regarding: Option<Delegation>,
    /// A remark.
    #[schemars(title = "Note")]
    note: Option<Texts>,
    /// The id of the [[source]] that has it.
    #[schemars(title = "Source", example = &"published")]
    source: String,
    /// Where in the source it stands.
    #[schemars(title = "Locator", example = &"note *, first item")]
    locator: Option<String>,
}

/// The words of `scope`.
const SCOPES: &[&str] = &["entire", "unknown"];

/// A vote. It has at least one count, or an incomplete list where only some votes are told; the lists agree with the counts unless `lists` is "incomplete".
#[derive(JsonSchema)]
#[schemars(
    title = "Vote",
    rename_all = "kebab-case",
    deny_unknown_fields,
    extend("anyOf" = [
        { "required": ["in-favour"] },
        { "required": ["against"] },
        { "required": ["abstaining"] },
        { "required": ["voted-in-favour", "lists"] },
        { "required": ["voted-against", "lists"] },
        { "required": ["voted-abstaining", "lists"] },
    ])
)]
pub(super) struct Vote {
    /// The paragraphs voted on; left out for the whole text.
    #[schemars(title = "Paragraphs", length(min = 1), extend("uniqueItems" = true), example = ["PP7"])]
    on: Option<Vec<Label>>,
    /// How many voted in favour.
    #[schemars(title = "In favour", example = 24)]
    in_favour: Option<u32>,
    /// How many voted against.
    #[schemars(title = "Against", example = 17)]
    against: Option<u32>,
    /// How many abstained.
    #[schemars(title = "Abstaining", example = 6)]
    abstaining: Option<u32>,
    /// Who voted in favour.
    #[schemars(title = "Voted in favour", extend("uniqueItems" = true))]
    voted_in_favour: Option<Vec<Delegation>>,
    /// Who voted against.
    #[schemars(title = "Voted against", extend("uniqueItems" = true))]
    voted_against: Option<Vec<Delegation>>,
    /// Who abstained.
    #[schemars(title = "Voted abstaining", extend("uniqueItems" = true))]
    voted_abstaining: Option<Vec<Delegation>>,
    /// Written where the lists are not complete.
    #[schemars(title = "Lists", extend("enum" = ["incomplete"]))]
    lists: Option<String>,
    /// The id of the [[source]] that has it.
    #[schemars(title = "Source", example = &"published")]
    source: Option<String>,
    /// Where in the source it stands.
    #[schemars(title = "Locator")]
    locator: Option<String>,
}
