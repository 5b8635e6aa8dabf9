//! `import DOC…`: a published document to a record.

mod corpus;

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use reservations::fold::fold;
use reservations::import::{Document, Imported, Options, import};
use reservations::model::{self, Resolution};
use reservations::record::{self, Placed, RawRecord};
use reservations::report::ImportOutcome as Outcome;
use reservations::store::{Store, shown};
use reservations::{check, diagnostic, edit};

use super::failure::say;
use super::format::Format;
use super::{Asked, BOM, Done, Failure, input, output};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Published documents, which may be language versions of one resolution; - for standard input
    #[arg(value_name = "DOC", required = true)]
    documents: Vec<PathBuf>,
    /// The id of the resolution [default: made of its symbol, else its title, else untitled]
    #[arg(long, value_name = "ID")]
    id: Option<model::ResolutionId>,
    /// Leave the sentences of the paragraphs out: facts alone
    #[arg(long)]
    no_text: bool,
}

impl Arguments {
    pub(crate) fn run(&self, asked: &Asked) -> Done {
        output::keep(asked, &self.documents, "a document")?;
        if let Some(folder) = self.folder(asked) {
            return corpus::run(asked, self, folder);
        }
        if let Format::Table(format) = asked.format {
            let message = match &asked.output {
                Some(path) if !asked.format_named => {
                    format!("the ending of {} is not that of what import writes, .toml", shown(path))
                }
                _ => format!(
                    "a record is TOML: --format {} is for the report on a folder (-o DIR)",
                    format.as_str()
                ),
            };
            return Err(Failure::Cannot(message));
        }
        let read = read(&self.documents)?;
        let Imported { records, problems, .. } = import(&documents(&read), &self.options());
        if !problems.is_empty() {
            say(&diagnostic::for_people(&problems, asked.color.is_on(std::io::stderr().is_terminal())));
        }
        // A document that cannot be read is no reason to lose the others.
        let nothing = records.is_empty();
        if !nothing {
            write(asked, &records)?;
        }
        Ok(if problems.is_empty() && !nothing { ExitCode::SUCCESS } else { ExitCode::from(1) })
    }

    fn options(&self) -> Options {
        Options { id: self.id.as_ref().map(ToString::to_string), without_text: self.no_text }
    }

    /// The folder that a corpus goes into: one that is there, or a new one for what a folder holds.
    fn folder<'a>(&self, asked: &'a Asked) -> Option<&'a Path> {
        let path = asked.output.as_deref()?;
        let folders = self.documents.iter().any(|path| path.is_dir()) || self.documents.len() > 1;
        let named = path.extension().is_some();
        (path.is_dir() || (folders && !named)).then_some(path)
    }
}

/// Name and bytes of each document.
pub(crate) fn read(paths: &[PathBuf]) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let store = Store::default();
    let mut read = Vec::new();
    for path in paths {
        if input::is_standard(path) {
            read.push(("-".to_owned(), input::read()?));
        } else {
            for file in store.documents(std::slice::from_ref(path))? {
                read.push((shown(&file), store.read(&file)?));
            }
        }
    }
    Ok(read)
}

/// The documents as the library takes them.
pub(crate) fn documents(read: &[(String, Vec<u8>)]) -> Vec<Document<'_>> {
    read.iter().map(|(name, bytes)| Document { name, bytes }).collect()
}

/// Writes the record of one resolution.
fn write(asked: &Asked, records: &[RawRecord]) -> Result<(), Failure> {
    match (records, &asked.output) {
        ([one], Some(path)) => write_over(&Store::default(), path, one).map(drop),
        ([one], None) => output::write(asked, record::write(one).as_bytes()).map(drop),
        (_, given) => {
            let ids: Vec<&str> = records.iter().filter_map(id).collect();
            let file = given.as_ref().map_or(String::new(), |path| format!(", not {}", path.display()));
            let message = format!(
                "the documents hold several resolutions ({}); name a folder for them with -o{file}",
                ids.join(", ")
            );
            Err(Failure::Cannot(message))
        }
    }
}

fn id(record: &RawRecord) -> Option<&str> {
    record.resolution.as_ref().and_then(|resolution| resolution.id.as_ref()).map(|id| id.value.as_str())
}

/// Writes a record, or adds text and sources to the one that is there; what people wrote stays.
fn write_over(store: &Store, path: &Path, new: &RawRecord) -> Result<Outcome, Failure> {
    let locked = store.lock(path)?;
    let old = match locked.read() {
        Ok(old) => old,
        Err(error) if error.is_not_found() => {
            locked.create(record::write(new).as_bytes())?;
            return Ok(Outcome::Added);
        }
        Err(error) => return Err(error.into()),
    };
    let source =
        record::decode(&shown(path), old.bytes()).map_err(|problem| Failure::Faults(vec![*problem]))?;
    let checked = check::check(&source);
    let Some(resolution) = checked.resolution else { return Err(Failure::Faults(checked.problems)) };
    if let Some(why) = other(&resolution, new) {
        let message =
            format!("{} is the record of another resolution: {why}; nothing is written", shown(path));
        return Err(Failure::Cannot(message));
    }
    let text = edit::complete(&source, new).map_err(Failure::Refused)?;
    if text == source.text() {
        return Ok(Outcome::Unchanged);
    }
    let mark: &[u8] = if old.bytes().starts_with(BOM) { BOM } else { &[] };
    locked.replace(&old, &[mark, text.as_bytes()].concat())?;
    Ok(Outcome::Completed)
}

/// Why a record is not of the resolution that a document holds: its symbol, else its title, else what does not depend on
/// the language.
fn other(old: &Resolution, new: &RawRecord) -> Option<String> {
    let found = new.resolution.as_ref()?;
    let text = |placed: &Option<Placed<String>>| placed.as_ref().map(|placed| placed.value.clone());
    if let (Some(old), Some(new)) = (&old.symbol, text(&found.symbol)) {
        return (fold(old) != fold(&new)).then(|| format!("its symbol is {old}, the document's {new}"));
    }
    let count = |placed: &Option<Placed<i64>>| placed.as_ref().map(|placed| placed.value);
    let counts = [
        ("preambular", old.preambular, count(&found.preambular)),
        ("operative", old.operative, count(&found.operative)),
    ];
    let differs = counts.into_iter().find_map(|(unit, old, new)| {
        let (old, new) = (old?, new?);
        (i64::from(old) != new).then(|| format!("it has {old} {unit} paragraphs, the document {new}"))
    });
    let day = |placed: &Option<Placed<record::Date>>| placed.as_ref().map(|placed| placed.value);
    let dates = (old.outcome.map(model::Outcome::date), day(&found.adopted).or(day(&found.rejected)));
    let differs = differs.or_else(|| match dates {
        (Some(old), Some(new)) if old != new => Some(format!("its date is {old}, the document's {new}")),
        _ => None,
    });
    let pairs = new.languages.iter().filter_map(|block| {
        let (_, known) = old.languages.iter().find(|(tag, _)| tag.as_str() == block.tag.value)?;
        known.title.as_deref().zip(block.title.as_ref().map(|title| title.value.as_str()))
    });
    let titles: Vec<(&str, &str)> = pairs.collect();
    if titles.iter().any(|(old, new)| fold(old) == fold(new)) {
        return None;
    }
    // A title that a person has mended is that of the same resolution where date or counts say so.
    let shared = counts.iter().any(|(_, old, new)| old.map(i64::from).is_some_and(|old| Some(old) == *new));
    let shared = shared || dates.0.is_some_and(|old| Some(old) == dates.1);
    let title = titles.first().filter(|_| !shared);
    differs.or_else(|| title.map(|(old, new)| format!("its title is \"{old}\", the document's \"{new}\"")))
}
