//! Rows: one for each position, and for each delegation in a vote's lists, and each of its targets.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::Filter;
use super::facts::{Fact, Look, cells, columns, fact, views};
use crate::language::{Answer, End, Heading, Language, words};
use crate::model::{
    Delegation, Entry, Kind, Label, Life, Outcome, Position, Reach, Register, Resolution, ResolutionId,
    SourceId, Status, Target, Vote,
};
use crate::names;
use crate::table::{Cell, Column, Presence, Table};

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

/// The columns of `country` and `paragraph`, in the contract's order.
fn facts<'r>() -> [Fact<Row<'r>>; 18] {
    [
        fact("resolution", Heading::Resolution, |row, _| Cell::text(row.resolution.id.as_str())),
        fact("delegation", Heading::Delegation, |row, _| Cell::maybe(row.delegation.map(Delegation::as_str))),
        fact("name", Heading::Name, |row, language| {
            Cell::maybe(row.delegation.map(|delegation| row.resolution.name(language, delegation)))
        }),
        fact("kind", Heading::Kind, |row, language| {
            let cell =
                |kind: Kind| Cell::text(kind.as_str()).shown(words(language).kind(kind)).coloured(kind);
            row.kind.map_or_else(Cell::absent, cell)
        }),
        fact("reach", Heading::Reach, |row, language| {
            let cell = |reach: Reach| Cell::text(reach.as_str()).shown(words(language).reach(reach));
            row.reach.map_or_else(Cell::absent, cell)
        }),
        fact("paragraph", Heading::Paragraph, |row, language| match (&row.paragraph, row.reach) {
            (Some(label), _) => Cell::text(label.to_string()),
            (None, Some(Reach::Entire)) => Cell::absent().shown(words(language).entire_text()),
            (None, Some(Reach::Unknown)) => Cell::absent().shown(words(language).part_not_stated()),
            (None, _) => Cell::absent(),
        }),
        fact("phrase", Heading::Phrase, |row, language| {
            let cell = |phrase| Cell::text(phrase).beside(words(language).quoted(phrase));
            row.phrase(language).map_or_else(Cell::absent, cell)
        }),
        fact("subject", Heading::Subject, |row, language| Cell::maybe(row.subject(language))),
        fact("made", Heading::Made, |row, _| Cell::day(row.life().and_then(Life::made))),
        fact("withdrawn", Heading::Withdrawn, |row, _| Cell::day(row.life().and_then(Life::withdrawn))),
        fact("source", Heading::Source, |row, _| Cell::maybe(row.source().map(ToString::to_string))),
        fact("locator", Heading::Locator, |row, _| Cell::maybe(row.locator())),
        fact("note", Heading::Note, |row, language| Cell::maybe(row.note(language))),
        fact("status", Heading::Status, |row, language| {
            let said = |status| words(language).status(status);
            let cell = |status: Status| {
                Cell::text(status.as_str()).shown(said(status)).beside(format!("({})", said(status)))
            };
            row.position.and_then(|position| position.status).map_or_else(Cell::absent, cell)
        }),
        fact("open", Heading::Open, |row, language| {
            let words = words(language);
            let open = Cell::flag(true).shown(words.yes()).beside(format!("({})", words.in_particular()));
            if row.is_open() { open } else { Cell::absent() }
        }),
        fact("on-behalf-of", Heading::OnBehalfOf, |row, _| {
            let codes: Vec<&str> = row.on_behalf_of().iter().map(Delegation::as_str).collect();
            Cell::maybe(Some(codes.join(" ")).filter(|codes| !codes.is_empty()))
        }),
        fact("regarding", Heading::Regarding, |row, _| {
            let regarding = row.position.and_then(|position| position.regarding.as_ref());
            Cell::maybe(regarding.map(Delegation::as_str))
        }),
        fact("id", Heading::Id, |row, _| Cell::maybe(Some(row.id.as_str()).filter(|id| !id.is_empty()))),
    ]
}

/// Which delegation, and that a terminal says it once.
const CODE: Look =
    Look::of(Heading::Delegation, &["delegation"], Presence::Always).grouped_by(&["delegation"]);
const NAME: Look = Look::of(Heading::Name, &["name"], Presence::Always).grouped_by(&["delegation", "name"]);
const POSITION: Look = Look::of(Heading::Position, &["kind", "status"], Presence::Always);
/// The label, that a list is open, and the words that the position is about.
const ON: Look = Look::of(Heading::On, &["paragraph", "open", "phrase"], Presence::Always);
const SUBJECT: Look = Look::of(Heading::Subject, &["subject"], Presence::Varied);
const RESOLUTION: Look = Look::of(Heading::Resolution, &["resolution"], Presence::Varied);
const MADE: Look = Look::of(Heading::Made, &["made"], Presence::Qualifying);
const WITHDRAWN: Look = Look::of(Heading::Withdrawn, &["withdrawn"], Presence::Qualifying);
const ON_BEHALF_OF: Look = Look::of(Heading::OnBehalfOf, &["on-behalf-of"], Presence::Qualifying);
const REGARDING: Look = Look::of(Heading::Regarding, &["regarding"], Presence::Qualifying);
const NOTE: Look = Look::of(Heading::Note, &["note"], Presence::Qualifying);

/// What people see of rows by delegation.
pub(super) const BY_DELEGATION: &[Look] =
    &[CODE, NAME, POSITION, ON, SUBJECT, RESOLUTION, MADE, WITHDRAWN, ON_BEHALF_OF, REGARDING, NOTE];

/// What people see of rows by paragraph.
pub(super) const BY_PARAGRAPH: &[Look] = &[
    ON.grouped_by(&["resolution", "paragraph"]),
    SUBJECT.grouped_by(&["resolution", "paragraph"]),
    CODE,
    NAME,
    POSITION,
    Look::of(Heading::Reach, &["reach"], Presence::Always),
    RESOLUTION,
    MADE,
    WITHDRAWN,
    ON_BEHALF_OF,
    REGARDING,
    NOTE,
];

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
        self.resolution.subject(language, self.paragraph.as_ref()?)
    }

    /// When it was made, or what stands in for that.
    pub fn date(&self) -> Option<NaiveDate> {
        self.position.and_then(|position| position.life.made()).or(self.resolution.outcome.map(Outcome::date))
    }

    fn life(&self) -> Option<Life> {
        self.position.map(|position| position.life)
    }

    fn source(&self) -> Option<&'r SourceId> {
        let of_vote = || self.vote.and_then(|vote| vote.source.as_ref());
        self.position.map(|position| &position.source).or_else(of_vote)
    }

    fn locator(&self) -> Option<&'r str> {
        let of_vote = || self.vote.map(|vote| &vote.locator);
        self.position.map(|position| &position.locator).or_else(of_vote)?.as_deref()
    }

    fn note(&self, language: &Language) -> Option<&'r str> {
        let note = &self.position?.note;
        let found = note.get(language).or_else(|| note.get(&Language::english()));
        found.or_else(|| note.values().next()).map(String::as_str)
    }

    fn is_open(&self) -> bool {
        matches!(self.position.map(|position| &position.target), Some(Target::Paragraphs { open: true, .. }))
    }

    /// Whether it is said in a lighter mark: it is withdrawn by a day, or only implied under its paragraph.
    fn is_faint(&self, day: NaiveDate) -> bool {
        let implied = self.paragraph.is_some() && self.reach == Some(Reach::Entire);
        implied || self.life().is_some_and(|life| life.withdrawn_by(day))
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

/// The columns of rows, in the contract's order.
pub fn row_columns(language: &Language) -> Vec<Column> {
    columns(&facts(), words(language))
}

/// The cells of a row, as [`row_columns`] has them.
pub fn row_cells(row: &Row<'_>, filter: &Filter) -> Vec<Cell> {
    let cells = cells(&facts(), row, &filter.language);
    if row.is_faint(filter.as_of) { cells.into_iter().map(Cell::faint).collect() } else { cells }
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
pub(super) fn table(filter: &Filter, what: Answer, looks: &[Look], rows: &[Row<'_>]) -> Table {
    let words = words(&filter.language);
    Table {
        language: filter.language.clone(),
        caption: words.answer(what).to_owned(),
        head: Vec::new(),
        columns: row_columns(&filter.language),
        rows: rows.iter().map(|row| row_cells(row, filter)).collect(),
        views: views(looks, words),
        empty: filter.no_position_of(""),
        sources: sources(filter, rows),
        foot: Vec::new(),
    }
}

/// The sources of rows with their titles and locators, each once; of several resolutions each line says of which.
fn sources(filter: &Filter, rows: &[Row<'_>]) -> Vec<String> {
    let words = words(&filter.language);
    let mut found: Vec<(&Row<'_>, Vec<&str>)> = Vec::new();
    let mut places: BTreeMap<(&ResolutionId, &SourceId), usize> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for row in rows {
        let Some(source) = row.source() else { continue };
        let place = *places.entry((&row.resolution.id, source)).or_insert(found.len());
        if place == found.len() {
            found.push((row, Vec::new()));
        }
        let locator = row.locator().filter(|locator| seen.insert((place, *locator)));
        if let (Some((_, locators)), Some(locator)) = (found.get_mut(place), locator) {
            locators.push(locator);
        }
    }
    let several =
        rows.iter().any(|row| rows.first().is_some_and(|first| first.resolution.id != row.resolution.id));
    let line = |(row, locators): &(&Row<'_>, Vec<&str>)| {
        let source = row.resolution.sources.iter().find(|source| Some(&source.id) == row.source());
        let title = source.and_then(|source| source.title.as_deref());
        let id = row.source().map(ToString::to_string);
        let of = several.then(|| row.resolution.id.to_string());
        let parts = [of, id, title.map(str::to_owned)].into_iter().flatten().collect::<Vec<_>>();
        let locators = if locators.is_empty() { String::new() } else { format!(": {}", locators.join("; ")) };
        words.pair(words.heading(Heading::Source), &format!("{}{locators}", parts.join(words.comma())))
    };
    found.iter().map(line).collect()
}
