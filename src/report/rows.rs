//! Rows: one for each position, and for each delegation in a vote's lists, and each of its targets.

use std::cmp::Ordering;

use chrono::NaiveDate;

use super::Filter;
use crate::language::{End, Heading, Language, Words, words};
use crate::model::{
    Delegation, Entry, Kind, Label, Outcome, Position, Reach, Register, Resolution, Status, Target, Vote,
};
use crate::names;
use crate::table::{Cell, Column, Table};

/// A row, with what the register says and what the language asked for calls it.
#[derive(Clone, Debug)]
pub struct Row<'r> {
    /// The resolution it is of.
    pub resolution: &'r Resolution,
    /// Whose it is; none for a paragraph without a position.
    pub delegation: Option<&'r Delegation>,
    /// What it is.
    pub kind: Option<Kind>,
    /// How it reaches the paragraph.
    pub reach: Option<Reach>,
    /// The paragraph it stands under; none for a position on the whole text shown as such.
    pub paragraph: Option<Label>,
    /// The position; none for a ballot.
    pub position: Option<&'r Position>,
    /// The vote, for a ballot.
    pub vote: Option<&'r Vote>,
    /// Names the row for links, citations and joins.
    pub id: String,
}

/// Key and heading of each column of `country` and `paragraph`, in the contract's order, whether it always stays in
/// people's formats, and how soon a narrow terminal goes without it.
pub const COLUMNS: &[(&str, Heading, bool, u8)] = &[
    ("resolution", Heading::Resolution, false, 0),
    ("delegation", Heading::Delegation, true, 0),
    ("name", Heading::Name, false, 0),
    ("kind", Heading::Kind, true, 0),
    ("reach", Heading::Reach, true, 0),
    ("paragraph", Heading::Paragraph, true, 0),
    ("phrase", Heading::Phrase, false, 0),
    ("subject", Heading::Subject, false, 0),
    ("made", Heading::Made, false, 0),
    ("withdrawn", Heading::Withdrawn, false, 0),
    ("source", Heading::Source, false, 1),
    ("locator", Heading::Locator, false, 2),
    ("note", Heading::Note, false, 0),
    ("status", Heading::Status, false, 0),
    ("open", Heading::Open, false, 0),
    ("on-behalf-of", Heading::OnBehalfOf, false, 0),
    ("regarding", Heading::Regarding, false, 0),
    ("id", Heading::Id, false, 3),
];

/// Columns from keys, headings, staying and sparing.
pub(super) fn columns(words: &dyn Words, list: &[(&str, Heading, bool, u8)]) -> Vec<Column> {
    let column = |(key, heading, stays, spare): &(&str, Heading, bool, u8)| Column {
        key: (*key).to_owned(),
        heading: words.heading(*heading).to_owned(),
        stays: *stays,
        spare: *spare,
    };
    list.iter().map(column).collect()
}

impl<'r> Row<'r> {
    /// The row of a paragraph without a position.
    pub(super) fn silent(resolution: &'r Resolution, label: Label) -> Self {
        Self {
            resolution,
            delegation: None,
            kind: None,
            reach: None,
            paragraph: Some(label),
            position: None,
            vote: None,
            id: String::new(),
        }
    }

    /// The same row under a paragraph that it reaches; its id stays what it is.
    pub(super) fn under(&self, label: &Label) -> Self {
        Self { paragraph: Some(label.clone()), ..self.clone() }
    }

    /// For whom else the delegation speaks.
    pub fn on_behalf_of(&self) -> &'r [Delegation] {
        self.position.map_or(&[], |position| &position.on_behalf_of)
    }

    /// The phrase in the language, where it is about one.
    pub fn phrase(&self, language: &Language) -> Option<&'r str> {
        let phrases = match &self.position?.target {
            Target::Paragraphs { phrase, .. } | Target::Unknown { phrase } => phrase,
            Target::Entire => return None,
        };
        let (block, _) = self.resolution.block(language).unzip();
        let chosen = phrases.get(language).or_else(|| phrases.get(block?));
        chosen
            .or_else(|| phrases.get(&Language::english()))
            .or_else(|| phrases.values().next())
            .map(String::as_str)
    }

    /// What the paragraph is about, in the language.
    pub fn subject(&self, language: &Language) -> Option<&'r str> {
        let label = self.paragraph.as_ref()?;
        self.resolution.text(language, |block| block.subjects.get(label).map(String::as_str))
    }

    /// When it was made, or what stands in for that.
    pub fn date(&self) -> Option<NaiveDate> {
        self.position.and_then(|position| position.life.made()).or(self.resolution.outcome.map(Outcome::date))
    }

    fn status(&self) -> Option<Status> {
        self.position.and_then(|position| position.status)
    }
}

/// Every row of a resolution that the filter lets through, in the record's order.
pub fn rows<'r>(resolution: &'r Resolution, filter: &Filter) -> Vec<Row<'r>> {
    let stands = |entry: &Entry<'r>| match entry.position.map(|position| position.life) {
        Some(life) => {
            let made = life.made_by(filter.as_of, resolution.outcome);
            made && (filter.withdrawn || !life.withdrawn_by(filter.as_of))
        }
        None => resolution.outcome.is_none_or(|outcome| outcome.date() <= filter.as_of),
    };
    // Entries have their ids before any filter, so that an id never changes with the question.
    let entries = resolution.entries().into_iter();
    let rows = entries.filter(|entry| filter.kind(entry.kind) && stands(entry)).map(|entry| Row {
        resolution,
        delegation: Some(entry.delegation),
        kind: Some(entry.kind),
        reach: Some(entry.reach),
        paragraph: entry.paragraph.cloned(),
        position: entry.position,
        vote: entry.vote,
        id: entry.id,
    });
    rows.collect()
}

/// The order of targets inside a resolution: labels as in the text, then the entire text, then what is not known.
pub(super) fn target_order(a: &Row<'_>, b: &Row<'_>) -> Ordering {
    match (&a.paragraph, &b.paragraph) {
        (Some(one), Some(two)) => a.resolution.order(one, two),
        (one, two) => two.is_some().cmp(&one.is_some()).then(a.reach.cmp(&b.reach)),
    }
}

/// The cells of a row, as [`COLUMNS`] has them.
pub fn row_cells(row: &Row<'_>, filter: &Filter) -> Vec<Cell> {
    let language = &filter.language;
    let words = words(language);
    let life = row.position.map(|position| position.life);
    let date = |date: Option<NaiveDate>| Cell::maybe(date.map(|date| date.to_string()));
    let source =
        row.position.map(|position| &position.source).or(row.vote.and_then(|vote| vote.source.as_ref()));
    let locator = row.position.map(|position| &position.locator).or(row.vote.map(|vote| &vote.locator));
    let note = row.position.and_then(|position| {
        let note = &position.note;
        note.get(language).or_else(|| note.get(&Language::english())).or_else(|| note.values().next())
    });
    let open = matches!(row.position.map(|p| &p.target), Some(Target::Paragraphs { open: true, .. }));
    let behalf: Vec<&str> = row.on_behalf_of().iter().map(Delegation::as_str).collect();
    vec![
        Cell::text(row.resolution.id.as_str()),
        Cell::maybe(row.delegation.map(Delegation::as_str)),
        Cell::maybe(row.delegation.map(|delegation| row.resolution.name(language, delegation))),
        row.kind.map_or_else(Cell::absent, |kind| Cell::text(kind.as_str()).shown(words.kind(kind))),
        row.reach.map_or_else(Cell::absent, |reach| Cell::text(reach.as_str()).shown(words.reach(reach))),
        Cell::maybe(row.paragraph.as_ref().map(ToString::to_string)),
        Cell::maybe(row.phrase(language)),
        Cell::maybe(row.subject(language)),
        date(life.and_then(|life| life.made())),
        date(life.and_then(|life| life.withdrawn())),
        Cell::maybe(source.map(ToString::to_string)),
        Cell::maybe(locator.cloned().flatten()),
        Cell::maybe(note.cloned()),
        row.status()
            .map_or_else(Cell::absent, |status| Cell::text(status.as_str()).shown(words.status(status))),
        if open { Cell::flag(true).shown(words.yes()) } else { Cell::absent() },
        Cell::maybe(Some(behalf.join(" ")).filter(|codes| !codes.is_empty())),
        Cell::maybe(row.position.and_then(|position| position.regarding.as_ref()).map(Delegation::as_str)),
        Cell::maybe(Some(row.id.clone()).filter(|id| !id.is_empty())),
    ]
}

/// What a report on one resolution is about: title, symbol, body, meeting, place, way and date of adoption.
pub(super) fn about(resolution: &Resolution, language: &Language) -> Vec<String> {
    let words = words(language);
    let title = resolution.text(language, |block| block.title.as_deref());
    let title = title.map_or_else(|| resolution.id.to_string(), str::to_owned);
    let line = [
        resolution.symbol.as_deref(),
        resolution.text(language, |block| block.body.as_deref()),
        resolution.text(language, |block| block.meeting.as_deref()),
        resolution.text(language, |block| block.place.as_deref()),
    ];
    let line: Vec<&str> = line.into_iter().flatten().collect();
    let rejected = matches!(resolution.outcome, Some(Outcome::Rejected(_)));
    let end = End { rejected, date: resolution.outcome.map(Outcome::date), by: resolution.by };
    let lines = [title, line.join(words.comma()), words.end(end)];
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

/// A delegation's name as a record of the register has it, else the standard one.
pub(super) fn name(register: &Register, filter: &Filter, code: &Delegation) -> String {
    let recorded = filter.resolutions(register).find(|resolution| {
        resolution.languages.iter().any(|(_, block)| block.delegations.contains_key(code))
    });
    match recorded {
        Some(resolution) => resolution.name(&filter.language, code),
        None => {
            let standard = names::standard(code.as_str(), filter.language.primary());
            standard.unwrap_or(code.as_str()).to_owned()
        }
    }
}

/// The head of a report: what it is about, where that is one resolution.
pub(super) fn head(register: &Register, filter: &Filter) -> Vec<String> {
    let mut resolutions = filter.resolutions(register);
    match (resolutions.next(), resolutions.next()) {
        (Some(only), None) => about(only, &filter.language),
        _ => Vec::new(),
    }
}

/// A table of rows.
pub(super) fn table(filter: &Filter, head: Vec<String>, rows: &[Row<'_>], empty: String) -> Table {
    let words = words(&filter.language);
    Table {
        language: filter.language.clone(),
        head,
        columns: columns(words, COLUMNS),
        rows: rows.iter().map(|row| row_cells(row, filter)).collect(),
        empty,
        foot: Vec::new(),
    }
}
