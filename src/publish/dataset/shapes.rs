//! The tables of a dataset, a row type and its fields each.

use super::table::Type::{Boolean, Date, Integer, OneOf, Text};
use super::table::{Shape, field};
use crate::language::Language;
use crate::model::{
    Ballot, Delegation, Entry, Label, LanguageBlock, Outcome, Position, PositionKind, Reach, Resolution,
    Source, Status, Target, Vote, Way,
};
use crate::names;

/// A resolution, told in a language.
pub(super) struct ResolutionRow<'r> {
    pub resolution: &'r Resolution,
    pub language: &'r Language,
}

impl ResolutionRow<'_> {
    fn text(&self, pick: fn(&LanguageBlock) -> Option<&str>) -> Option<String> {
        self.resolution.text(self.language, |block| pick(block)).map(str::to_owned)
    }
}

pub(super) fn resolutions<'r>() -> Shape<ResolutionRow<'r>> {
    Shape {
        name: "resolutions",
        about: "A resolution a row",
        key: &["resolution"],
        leads_to: &[],
        fields: vec![
            field("resolution", Text, "Its id", |row| Some(row.resolution.id.to_string())),
            field("symbol", Text, "Its symbol, as published", |row| row.resolution.symbol.clone()),
            field("title", Text, "Its title; in every language in texts", |row| {
                row.text(|block| block.title.as_deref())
            }),
            field("body", Text, "The body that adopted or rejected it", |row| {
                row.text(|block| block.body.as_deref())
            }),
            field("meeting", Text, "The meeting at which it did", |row| {
                row.text(|block| block.meeting.as_deref())
            }),
            field("place", Text, "Where that was", |row| row.text(|block| block.place.as_deref())),
            field("adopted", Date, "When it was adopted", |row| match row.resolution.outcome {
                Some(Outcome::Adopted(day)) => Some(day.to_string()),
                _ => None,
            }),
            field("rejected", Date, "When it was put to a vote and not adopted", |row| {
                match row.resolution.outcome {
                    Some(Outcome::Rejected(day)) => Some(day.to_string()),
                    _ => None,
                }
            }),
            field("by", OneOf(Way::WORDS), "How", |row| row.resolution.by.map(|way| way.to_string())),
            field("preambular", Integer, "How many preambular paragraphs stand in no part", |row| {
                row.resolution.preambular.map(|count| count.to_string())
            }),
            field("operative", Integer, "How many operative paragraphs stand in no part", |row| {
                row.resolution.operative.map(|count| count.to_string())
            }),
        ],
    }
}

/// A paragraph, told in a language.
pub(super) struct ParagraphRow<'r> {
    pub resolution: &'r Resolution,
    pub language: &'r Language,
    pub label: Label,
    pub place: usize,
}

impl ParagraphRow<'_> {
    fn text(&self, pick: fn(&LanguageBlock, &Label) -> Option<String>) -> Option<String> {
        let blocks = self.resolution.block(self.language).into_iter();
        let blocks = blocks.chain(self.resolution.languages.iter().map(|(tag, block)| (tag, block)));
        blocks.map(|(_, block)| block).find_map(|block| pick(block, &self.label))
    }
}

/// The key of a paragraph.
pub(super) fn paragraph_key(resolution: &Resolution, label: &Label) -> String {
    format!("{}/{label}", resolution.id)
}

/// The key of a source.
pub(super) fn source_key(resolution: &Resolution, source: &crate::model::SourceId) -> String {
    format!("{}/{source}", resolution.id)
}

pub(super) fn paragraphs<'r>() -> Shape<ParagraphRow<'r>> {
    Shape {
        name: "paragraphs",
        about: "A paragraph or sub-paragraph a row, also one on which nobody put anything on record",
        key: &["paragraph"],
        leads_to: &[("resolution", "resolutions", "resolution")],
        fields: vec![
            field("paragraph", Text, "Its resolution and its label", |row| {
                Some(paragraph_key(row.resolution, &row.label))
            }),
            field("resolution", Text, "Its resolution", |row| Some(row.resolution.id.to_string())),
            field("label", Text, "Its label, such as OP3(a)", |row| Some(row.label.to_string())),
            field("part", Text, "The part that it stands in, where numbering starts again", |row| {
                row.label.part().map(ToString::to_string)
            }),
            field("unit", Text, "What is numbered: PP, OP, or a unit of the record", |row| {
                Some(row.label.unit().to_string())
            }),
            field("number", Text, "Its number, such as 14bis", |row| Some(row.label.number().to_string())),
            field("place", Integer, "Its place in the text, from 1", |row| Some(row.place.to_string())),
            field("subject", Text, "What it is about; in every language in texts", |row| {
                row.text(|block, label| block.subjects.get(label).cloned())
            }),
            field("text", Text, "What it says, where the record has it", |row| {
                row.text(|block, label| block.paragraphs.get(label).cloned())
            }),
        ],
    }
}

/// A delegation.
pub(super) struct DelegationRow {
    pub code: Delegation,
    pub name: String,
}

pub(super) fn delegations() -> Shape<DelegationRow> {
    Shape {
        name: "delegations",
        about: "A delegation a row",
        key: &["delegation"],
        leads_to: &[],
        fields: vec![
            field("delegation", Text, "Its code of ISO 3166-1 alpha-2, or the slug of a bloc", |row| {
                Some(row.code.to_string())
            }),
            field("alpha3", Text, "Its code of ISO 3166-1 alpha-3", |row| {
                names::alpha3(row.code.as_str()).map(str::to_owned)
            }),
            field("m49", Text, "Its number in the United Nations' standard M49, three digits", |row| {
                names::m49(row.code.as_str()).map(str::to_owned)
            }),
            field("name", Text, "Its name", |row| Some(row.name.clone())),
        ],
    }
}

/// A position.
pub(super) struct PositionRow<'r> {
    pub resolution: &'r Resolution,
    pub language: &'r Language,
    pub position: &'r Position,
    pub key: String,
}

impl PositionRow<'_> {
    /// A text of the position in the language, else in English, else in any.
    fn text(&self, texts: &crate::model::Texts) -> Option<String> {
        let text = texts.get(self.language).or_else(|| texts.get(&Language::english()));
        text.or_else(|| texts.values().next()).cloned()
    }
}

pub(super) fn positions<'r>() -> Shape<PositionRow<'r>> {
    Shape {
        name: "positions",
        about: "What one delegation put on record at one time a row, also what it has withdrawn",
        key: &["position"],
        leads_to: &[
            ("resolution", "resolutions", "resolution"),
            ("delegation", "delegations", "delegation"),
            ("regarding", "delegations", "delegation"),
            ("source", "sources", "source"),
        ],
        fields: vec![
            field("position", Text, "The id of its first target", |row| Some(row.key.clone())),
            field("resolution", Text, "What it is about", |row| Some(row.resolution.id.to_string())),
            field("delegation", Text, "Who put it on record", |row| {
                Some(row.position.delegation.to_string())
            }),
            field("kind", OneOf(PositionKind::WORDS), "What it is", |row| {
                Some(row.position.kind.to_string())
            }),
            field(
                "phrase",
                Text,
                "The words that it is about, where it is not about the whole paragraph",
                |row| match &row.position.target {
                    Target::Paragraphs { phrase, .. } | Target::Unknown { phrase } => row.text(phrase),
                    Target::Entire => None,
                },
            ),
            field(
                "open",
                Boolean,
                "Whether the source says that its list of paragraphs is not complete",
                |row| Some(matches!(row.position.target, Target::Paragraphs { open: true, .. }).to_string()),
            ),
            field("made", Date, "When it was made, where that is on record", |row| {
                row.position.life.made().map(|day| day.to_string())
            }),
            field("withdrawn", Date, "When it was withdrawn", |row| {
                row.position.life.withdrawn().map(|day| day.to_string())
            }),
            field("status", OneOf(Status::WORDS), "What holds it back", |row| {
                row.position.status.map(|status| status.to_string())
            }),
            field("regarding", Text, "Of an objection: whose position it is about", |row| {
                row.position.regarding.as_ref().map(ToString::to_string)
            }),
            field("note", Text, "A remark", |row| row.text(&row.position.note)),
            field("source", Text, "Where the fact comes from", |row| {
                Some(source_key(row.resolution, &row.position.source))
            }),
            field("locator", Text, "Where in the source it stands", |row| row.position.locator.clone()),
        ],
    }
}

/// A position on one target.
pub(super) struct TargetRow<'r> {
    pub resolution: &'r Resolution,
    pub entry: Entry<'r>,
    pub position: String,
}

pub(super) fn targets<'r>() -> Shape<TargetRow<'r>> {
    Shape {
        name: "targets",
        about: "What a position is on, a paragraph a row; one without a paragraph is on the entire text or an unknown part",
        key: &["target"],
        leads_to: &[
            ("position", "positions", "position"),
            ("resolution", "resolutions", "resolution"),
            ("paragraph", "paragraphs", "paragraph"),
        ],
        fields: vec![
            field("target", Text, "The id that reports give the row", |row| Some(row.entry.id.clone())),
            field("position", Text, "Its position", |row| Some(row.position.clone())),
            field("resolution", Text, "Its resolution", |row| Some(row.resolution.id.to_string())),
            field("paragraph", Text, "The paragraph", |row| {
                row.entry.paragraph.map(|label| paragraph_key(row.resolution, label))
            }),
            field("reach", OneOf(Reach::WORDS), "How the position reaches it", |row| {
                Some(row.entry.reach.to_string())
            }),
        ],
    }
}

/// A delegation for which a position speaks too.
pub(super) struct RepresentedRow {
    pub position: String,
    pub delegation: Delegation,
}

pub(super) fn represented() -> Shape<RepresentedRow> {
    Shape {
        name: "represented",
        about: "For whom else a position speaks, a delegation a row",
        key: &["position", "delegation"],
        leads_to: &[("position", "positions", "position"), ("delegation", "delegations", "delegation")],
        fields: vec![
            field("position", Text, "The position", |row| Some(row.position.clone())),
            field("delegation", Text, "For whom it speaks", |row| Some(row.delegation.to_string())),
        ],
    }
}

/// A vote.
pub(super) struct VoteRow<'r> {
    pub resolution: &'r Resolution,
    pub vote: &'r Vote,
    pub key: String,
}

pub(super) fn votes<'r>() -> Shape<VoteRow<'r>> {
    Shape {
        name: "votes",
        about: "A vote a row, on the whole text or on the paragraphs that voted has",
        key: &["vote"],
        leads_to: &[("resolution", "resolutions", "resolution"), ("source", "sources", "source")],
        fields: vec![
            field("vote", Text, "Its resolution and its number there", |row| Some(row.key.clone())),
            field("resolution", Text, "Its resolution", |row| Some(row.resolution.id.to_string())),
            field("entire", Boolean, "Whether it was on the whole text", |row| {
                Some(row.vote.on.is_none().to_string())
            }),
            field("in_favour", Integer, "How many voted in favour", |row| {
                row.vote.in_favour.map(|count| count.to_string())
            }),
            field("against", Integer, "How many voted against", |row| {
                row.vote.against.map(|count| count.to_string())
            }),
            field("abstaining", Integer, "How many abstained", |row| {
                row.vote.abstaining.map(|count| count.to_string())
            }),
            field("incomplete", Boolean, "Whether the lists in ballots are said not to be complete", |row| {
                Some(row.vote.incomplete.to_string())
            }),
            field("source", Text, "Where the fact comes from", |row| {
                row.vote.source.as_ref().map(|source| source_key(row.resolution, source))
            }),
            field("locator", Text, "Where in the source it stands", |row| row.vote.locator.clone()),
        ],
    }
}

/// A paragraph that was voted on.
pub(super) struct VotedRow {
    pub vote: String,
    pub paragraph: String,
}

pub(super) fn voted() -> Shape<VotedRow> {
    Shape {
        name: "voted",
        about: "What a separate vote was on, a paragraph a row",
        key: &["vote", "paragraph"],
        leads_to: &[("vote", "votes", "vote"), ("paragraph", "paragraphs", "paragraph")],
        fields: vec![
            field("vote", Text, "The vote", |row| Some(row.vote.clone())),
            field("paragraph", Text, "The paragraph", |row| Some(row.paragraph.clone())),
        ],
    }
}

/// How a delegation voted.
pub(super) struct BallotRow {
    pub vote: String,
    pub delegation: Delegation,
    pub ballot: Ballot,
}

pub(super) fn ballots() -> Shape<BallotRow> {
    Shape {
        name: "ballots",
        about: "How a delegation voted, where a list tells, a delegation a row",
        key: &["vote", "delegation", "ballot"],
        leads_to: &[("vote", "votes", "vote"), ("delegation", "delegations", "delegation")],
        fields: vec![
            field("vote", Text, "The vote", |row| Some(row.vote.clone())),
            field("delegation", Text, "The delegation", |row| Some(row.delegation.to_string())),
            field("ballot", OneOf(Ballot::WORDS), "How it voted", |row| Some(row.ballot.to_string())),
        ],
    }
}

/// A source of a resolution.
pub(super) struct SourceRow<'r> {
    pub resolution: &'r Resolution,
    pub source: &'r Source,
}

pub(super) fn sources<'r>() -> Shape<SourceRow<'r>> {
    Shape {
        name: "sources",
        about: "Where facts come from, a source a row",
        key: &["source"],
        leads_to: &[("resolution", "resolutions", "resolution")],
        fields: vec![
            field("source", Text, "Its resolution and its id there", |row| {
                Some(source_key(row.resolution, &row.source.id))
            }),
            field("resolution", Text, "Its resolution", |row| Some(row.resolution.id.to_string())),
            field("title", Text, "Its title", |row| row.source.title.clone()),
            field("languages", Text, "The languages that it is in, a blank between them", |row| {
                let tags: Vec<&str> = row.source.languages.iter().map(Language::as_str).collect();
                Some(tags.join(" ")).filter(|tags| !tags.is_empty())
            }),
            field("url", Text, "Where it is published", |row| row.source.url.clone()),
            field("iri", Text, "The IRI of the work, as Akoma Ntoso has it", |row| row.source.iri.clone()),
            field("sha256", Text, "The SHA-256 of the file that was read", |row| row.source.sha256.clone()),
        ],
    }
}

/// A text of a record in one language.
pub(super) struct TextRow {
    pub resolution: String,
    pub about: &'static str,
    pub key: String,
    pub field: &'static str,
    pub language: Language,
    pub text: String,
}

pub(super) fn texts() -> Shape<TextRow> {
    Shape {
        name: "texts",
        about: "What records say in each language, a text a row",
        key: &["resolution", "about", "key", "field", "language"],
        leads_to: &[("resolution", "resolutions", "resolution")],
        fields: vec![
            field("resolution", Text, "Its resolution", |row| Some(row.resolution.clone())),
            field(
                "about",
                OneOf(&["resolution", "delegation", "paragraph", "position"]),
                "What it is about",
                |row| Some(row.about.to_owned()),
            ),
            field("key", Text, "The key of what it is about, in the table of that", |row| {
                Some(row.key.clone())
            }),
            field(
                "field",
                OneOf(&["title", "body", "meeting", "place", "name", "subject", "text", "phrase", "note"]),
                "What it says of it",
                |row| Some(row.field.to_owned()),
            ),
            field("language", Text, "Its language, a tag of BCP 47", |row| Some(row.language.to_string())),
            field("text", Text, "The text", |row| Some(row.text.clone())),
        ],
    }
}
