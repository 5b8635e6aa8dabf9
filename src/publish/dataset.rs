//! `dataset`: everything that records say, as tidy tables that a descriptor types and joins, and as web annotations.
//!
//! The descriptor is a Data Package (version 2 of the standard); the annotations are in W3C's Web Annotation model.
//! Sources: <https://datapackage.org/standard/data-package/>, <https://www.w3.org/TR/annotation-model/>.

mod annotation;
mod shapes;
mod table;

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::language::Language;
use crate::model::{Delegation, Entry, Position, Register, Resolution, Target, Texts};
use crate::names;
use crate::report::Filter;
use shapes::{
    BallotRow, DelegationRow, ParagraphRow, PositionRow, RepresentedRow, ResolutionRow, SourceRow, TargetRow,
    TextRow, VoteRow, VotedRow, paragraph_key,
};
use table::Written;

/// A file of a dataset: its name, and what it holds.
pub type DatasetFile = (String, Vec<u8>);

/// The files of a dataset, the descriptor last. Of the filter the language and what concerns resolutions counts: a dataset
/// has what was withdrawn, and every kind.
///
/// # Errors
/// What a writer says that could not write into memory; none is expected.
pub fn dataset(register: &Register, filter: &Filter) -> Result<Vec<DatasetFile>, Box<dyn std::error::Error>> {
    let resolutions: Vec<&Resolution> = filter.resolutions(register).collect();
    let rows = Rows::of(&resolutions, &filter.language);
    let tables = rows.written()?;
    let annotations = annotation::page(&resolutions, &filter.language);
    let descriptor = package(&tables);
    let mut files: Vec<DatasetFile> = tables.into_iter().map(|table| (table.path, table.csv)).collect();
    files.push(("annotations.jsonld".into(), pretty(&annotations)?));
    files.push(("datapackage.json".into(), pretty(&descriptor)?));
    Ok(files)
}

fn pretty(value: &Value) -> Result<Vec<u8>, serde_json::Error> {
    let mut bytes = serde_json::to_vec_pretty(value)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn package(tables: &[Written]) -> Value {
    json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "reservations",
        "title": "Positions that delegations put on record about resolutions",
        "description": "Text that a spreadsheet would run as a formula has an apostrophe before it.",
        "resources": tables.iter().map(|table| &table.descriptor).collect::<Vec<_>>(),
    })
}

/// The rows of every table.
#[derive(Default)]
struct Rows<'r> {
    resolutions: Vec<ResolutionRow<'r>>,
    paragraphs: Vec<ParagraphRow<'r>>,
    delegations: BTreeMap<Delegation, String>,
    positions: Vec<PositionRow<'r>>,
    targets: Vec<TargetRow<'r>>,
    represented: Vec<RepresentedRow>,
    votes: Vec<VoteRow<'r>>,
    voted: Vec<VotedRow>,
    ballots: Vec<BallotRow>,
    sources: Vec<SourceRow<'r>>,
    texts: Vec<TextRow>,
}

impl<'r> Rows<'r> {
    fn of(resolutions: &[&'r Resolution], language: &'r Language) -> Self {
        let mut rows = Self::default();
        for resolution in resolutions {
            rows.resolutions.push(ResolutionRow { resolution, language });
            let labels = resolution.labels().into_iter().enumerate();
            rows.paragraphs.extend(labels.map(|(at, label)| ParagraphRow {
                resolution,
                language,
                label,
                place: at + 1,
            }));
            rows.sources.extend(resolution.sources.iter().map(|source| SourceRow { resolution, source }));
            rows.add_positions(resolution, language);
            rows.add_votes(resolution);
            rows.add_texts(resolution);
            rows.add_delegations(resolution, language);
        }
        rows
    }

    fn add_positions(&mut self, resolution: &'r Resolution, language: &'r Language) {
        let mut last: Option<(&Position, String)> = None;
        for entry in resolution.entries() {
            let Some(position) = entry.position else { continue };
            let key = match &last {
                Some((own, key)) if std::ptr::eq(*own, position) => key.clone(),
                _ => {
                    let key = entry.id.clone();
                    self.add_position(resolution, language, position, &key);
                    key
                }
            };
            last = Some((position, key.clone()));
            self.targets.push(TargetRow { resolution, entry, position: key });
        }
    }

    fn add_position(
        &mut self,
        resolution: &'r Resolution,
        language: &'r Language,
        position: &'r Position,
        key: &str,
    ) {
        self.positions.push(PositionRow { resolution, language, position, key: key.to_owned() });
        let represented = position.on_behalf_of.iter();
        self.represented.extend(
            represented.map(|code| RepresentedRow { position: key.to_owned(), delegation: code.clone() }),
        );
        let phrase = match &position.target {
            Target::Paragraphs { phrase, .. } | Target::Unknown { phrase } => Some(phrase),
            Target::Entire => None,
        };
        let fields = phrase.into_iter().map(|texts| ("phrase", texts)).chain([("note", &position.note)]);
        for (field, texts) in fields {
            self.texts.extend(of_position(resolution, key, field, texts));
        }
    }

    fn add_votes(&mut self, resolution: &'r Resolution) {
        for (at, vote) in resolution.votes.iter().enumerate() {
            let key = format!("{}/vote/{}", resolution.id, at + 1);
            let labels = vote.on.iter().flat_map(|labels| labels.as_slice());
            self.voted.extend(
                labels
                    .map(|label| VotedRow { vote: key.clone(), paragraph: paragraph_key(resolution, label) }),
            );
            for (ballot, list) in &vote.lists {
                self.ballots.extend(list.iter().map(|delegation| BallotRow {
                    vote: key.clone(),
                    delegation: delegation.clone(),
                    ballot: *ballot,
                }));
            }
            self.votes.push(VoteRow { resolution, vote, key });
        }
    }

    fn add_texts(&mut self, resolution: &'r Resolution) {
        let id = resolution.id.to_string();
        for (language, block) in &resolution.languages {
            let mut add = |about, key: String, field, text: &String| {
                let (resolution, language, text) = (id.clone(), language.clone(), text.clone());
                self.texts.push(TextRow { resolution, about, key, field, language, text });
            };
            let whole = [
                ("title", &block.title),
                ("body", &block.body),
                ("meeting", &block.meeting),
                ("place", &block.place),
            ];
            for (field, text) in whole {
                text.iter().for_each(|text| add("resolution", id.clone(), field, text));
            }
            block
                .delegations
                .iter()
                .for_each(|(code, name)| add("delegation", code.to_string(), "name", name));
            for (field, texts) in [("subject", &block.subjects), ("text", &block.paragraphs)] {
                texts.iter().for_each(|(label, text)| {
                    add("paragraph", paragraph_key(resolution, label), field, text);
                });
            }
        }
    }

    /// Every delegation that a table names, by the name of the first record that has one.
    fn add_delegations(&mut self, resolution: &Resolution, language: &Language) {
        let speaking = resolution.entries();
        let speaking = speaking.iter().map(|entry: &Entry<'_>| entry.delegation);
        let meant = resolution
            .positions
            .iter()
            .flat_map(|position| position.on_behalf_of.iter().chain(&position.regarding));
        let recorded = resolution.languages.iter().flat_map(|(_, block)| block.delegations.keys());
        for code in speaking.chain(meant).chain(recorded) {
            if !self.delegations.contains_key(code) {
                let standard = names::standard(code.as_str(), language.as_str()).map(str::to_owned);
                let name = standard.unwrap_or_else(|| resolution.name(language, code));
                self.delegations.insert(code.clone(), name);
            }
        }
    }

    /// Writes every table.
    fn written(self) -> Result<Vec<Written>, csv::Error> {
        let delegations: Vec<DelegationRow> =
            self.delegations.into_iter().map(|(code, name)| DelegationRow { code, name }).collect();
        Ok(vec![
            shapes::resolutions().write(&self.resolutions)?,
            shapes::paragraphs().write(&self.paragraphs)?,
            shapes::delegations().write(&delegations)?,
            shapes::positions().write(&self.positions)?,
            shapes::targets().write(&self.targets)?,
            shapes::represented().write(&self.represented)?,
            shapes::votes().write(&self.votes)?,
            shapes::voted().write(&self.voted)?,
            shapes::ballots().write(&self.ballots)?,
            shapes::sources().write(&self.sources)?,
            shapes::texts().write(&self.texts)?,
        ])
    }
}

/// The texts of a position.
fn of_position<'t>(
    resolution: &'t Resolution,
    key: &'t str,
    field: &'static str,
    texts: &'t Texts,
) -> impl Iterator<Item = TextRow> + 't {
    texts.iter().map(move |(language, text)| TextRow {
        resolution: resolution.id.to_string(),
        about: "position",
        key: key.to_owned(),
        field,
        language: language.clone(),
        text: text.clone(),
    })
}
