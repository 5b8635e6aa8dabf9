//! `import DOC… -o DIR`: documents to a folder of records, and a report on what became of each.

use std::collections::HashMap;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use reservations::fold::fold;
use reservations::import::{Document, Imported, import_watched, symbol};
use reservations::problem::Problem;
use reservations::record::{self, RawRecord};
use reservations::report::{Import, ImportOutcome as Outcome, imported};
use reservations::store::{Store, shown};
use reservations::{diagnostic, edit};

use super::{Arguments, id, write_over};
use crate::command::failure::say;
use crate::command::{Asked, Done, Failure, input, output};

/// How many bytes of documents are read at a time: memory is bounded whatever a folder holds.
const BATCH: usize = 64 << 20;

/// Imports documents into a folder.
pub(super) fn run(asked: &Asked, arguments: &Arguments, folder: &Path) -> Done {
    let store = Store::default();
    store.make_folder(folder)?;
    let mut corpus =
        Corpus { asked, arguments, folder, known: known(&store, folder)?, store, told: Told::default() };
    let mut standard = None;
    let mut files = Vec::new();
    for path in &arguments.documents {
        match input::is_standard(path) {
            true => standard = Some(input::read()?),
            false => files.extend(corpus.store.documents(std::slice::from_ref(path))?),
        }
    }
    let bar = bar(files.len());
    if let Some(bytes) = standard {
        corpus.take(&[("-".to_owned(), bytes)], &bar);
    }
    for batch in batches(&corpus.store, files) {
        corpus.read(&batch, &bar);
    }
    bar.finish_and_clear();
    corpus.done()
}

/// What is shown on a terminal while documents are read; nothing elsewhere.
fn bar(documents: usize) -> ProgressBar {
    let length = u64::try_from(documents).unwrap_or(u64::MAX);
    let target = match std::io::stderr().is_terminal() && documents > 1 {
        true => ProgressDrawTarget::stderr(),
        false => ProgressDrawTarget::hidden(),
    };
    let bar = ProgressBar::with_draw_target(Some(length), target);
    let style = ProgressStyle::with_template("{bar:40} {pos} of {len} documents");
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

/// Files in runs of about [`BATCH`] bytes. Versions of one resolution stand in one run where their formats tell the
/// symbol at once; else the record that the first run made is completed by the next.
fn batches(store: &Store, mut files: Vec<PathBuf>) -> Vec<Vec<PathBuf>> {
    let size = |path: &PathBuf| std::fs::metadata(path).map_or(0, |about| about.len());
    let sizes: HashMap<PathBuf, u64> = files.iter().map(|path| (path.clone(), size(path))).collect();
    let limit = u64::try_from(BATCH).unwrap_or(u64::MAX);
    if sizes.values().sum::<u64>() <= limit {
        return vec![files];
    }
    files.sort_by_cached_key(|path| {
        store.read(path).ok().and_then(|bytes| symbol(&bytes)).map(|text| fold(&text))
    });
    let (mut batches, mut room): (Vec<Vec<PathBuf>>, u64) = (Vec::new(), 0);
    for file in files {
        let size = sizes.get(&file).copied().unwrap_or(0);
        if batches.is_empty() || size > room {
            batches.push(Vec::new());
            room = limit;
        }
        room = room.saturating_sub(size);
        if let Some(batch) = batches.last_mut() {
            batch.push(file);
        }
    }
    batches
}

/// The records of a folder by their symbols, folded, whatever their files are called.
fn known(store: &Store, folder: &Path) -> Result<HashMap<String, PathBuf>, Failure> {
    let mut known = HashMap::new();
    for path in store.discover(&[folder.to_owned()])? {
        let Ok(bytes) = store.read(&path) else { continue };
        let Ok(source) = record::decode(&shown(&path), &bytes) else { continue };
        if let Some(symbol) = symbol_of(&record::read(&source).record) {
            known.entry(symbol).or_insert(path);
        }
    }
    Ok(known)
}

fn symbol_of(record: &RawRecord) -> Option<String> {
    record.resolution.as_ref()?.symbol.as_ref().map(|symbol| fold(&symbol.value))
}

/// What is known of the documents so far.
#[derive(Default)]
struct Told {
    rows: Vec<Import>,
    records: usize,
    problems: bool,
    /// Something could not be opened or written.
    failed: bool,
}

struct Corpus<'a> {
    asked: &'a Asked,
    arguments: &'a Arguments,
    folder: &'a Path,
    store: Store,
    known: HashMap<String, PathBuf>,
    told: Told,
}

impl Corpus<'_> {
    /// Reads some files; one that cannot be opened loses no other.
    fn read(&mut self, files: &[PathBuf], bar: &ProgressBar) {
        let mut documents = Vec::new();
        for file in files {
            match self.store.read(file) {
                Ok(bytes) => documents.push((shown(file), bytes)),
                Err(error) => {
                    self.told.failed = true;
                    self.told.rows.push(Import { errors: 1, ..refused(shown(file), error.to_string()) });
                    bar.inc(1);
                }
            }
        }
        self.take(&documents, bar);
    }

    /// Imports documents and writes what they gave.
    fn take(&mut self, documents: &[(String, Vec<u8>)], bar: &ProgressBar) {
        let given: Vec<Document<'_>> =
            documents.iter().map(|(name, bytes)| Document { name, bytes }).collect();
        let Imported { records, problems, accounts } =
            import_watched(&given, &self.arguments.options(), &|| bar.inc(1));
        if !problems.is_empty() {
            self.told.problems = true;
            let color = self.asked.color.is_on(std::io::stderr().is_terminal());
            bar.suspend(|| say(&diagnostic::for_people(&problems, color)));
        }
        let written: Vec<(Option<String>, Result<Outcome, String>)> =
            records.iter().map(|record| (id(record).map(str::to_owned), self.write(record))).collect();
        self.told.records += written.iter().filter(|(_, done)| done.is_ok()).count();
        for (account, (name, _)) in accounts.iter().zip(documents) {
            let count = |error: bool| {
                let own = problems.iter().filter(|problem| problem.file() == name);
                own.filter(|problem: &&Problem| problem.is_error() == error).count()
            };
            let first = problems.iter().find(|problem| problem.file() == name && problem.is_error());
            let row = Import {
                file: name.clone(),
                format: account.format,
                language: None,
                resolution: None,
                outcome: if account.format.is_some() { Outcome::Nothing } else { Outcome::Refused },
                errors: count(true),
                warnings: count(false),
                message: first.map(|problem| problem.message.clone()),
            };
            if account.texts.is_empty() {
                self.told.rows.push(row.clone());
            }
            for (at, language) in &account.texts {
                let Some((id, done)) = written.get(*at) else { continue };
                self.told.rows.push(Import {
                    language: Some((*language).to_owned()),
                    resolution: id.clone(),
                    outcome: *done.as_ref().unwrap_or(&Outcome::Refused),
                    message: done.as_ref().err().cloned(),
                    ..row.clone()
                });
            }
        }
    }

    /// Writes a record where one of its symbol is, else under its id.
    fn write(&mut self, record: &RawRecord) -> Result<Outcome, String> {
        let own = self.folder.join(format!("{}.toml", id(record).unwrap_or("untitled")));
        let symbol = symbol_of(record);
        let path = symbol.as_ref().and_then(|symbol| self.known.get(symbol)).cloned().unwrap_or(own);
        let done = write_over(&self.store, &path, record).map_err(|failure| match failure {
            Failure::Cannot(message) => message,
            Failure::Refused(refused) => refusal(&refused),
            Failure::Faults(_) => format!("{} has faults: see `reservations check`", shown(&path)),
        });
        match (&done, symbol) {
            (Ok(_), Some(symbol)) => {
                self.known.entry(symbol).or_insert(path);
            }
            (Err(_), _) => self.told.failed = true,
            _ => {}
        }
        done
    }

    fn done(mut self) -> Done {
        self.told.rows.sort_by(|one, two| (&one.file, &one.language).cmp(&(&two.file, &two.language)));
        let told = self.told;
        let nothing = told.records == 0;
        output::report(self.asked, imported(&told.rows, told.records))?;
        Ok(match (told.failed, told.problems || nothing) {
            (true, _) => ExitCode::from(2),
            (_, true) => ExitCode::from(1),
            _ => ExitCode::SUCCESS,
        })
    }
}

fn refusal(refused: &edit::Refused) -> String {
    match refused.problems.first() {
        Some(problem) => problem.message.clone(),
        None => refused.to_string(),
    }
}

fn refused(file: String, message: String) -> Import {
    Import {
        file,
        format: None,
        language: None,
        resolution: None,
        outcome: Outcome::Refused,
        errors: 0,
        warnings: 0,
        message: Some(message),
    }
}
