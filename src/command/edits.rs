//! What `add` and `withdraw` share: which record is edited, how its file is replaced, what is said of it.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use reservations::corpus::Corpus;
use reservations::edit::{Edited, Refused, Scope};
use reservations::language::Language;
use reservations::model::{Delegation, PositionKind, Register, Resolution, ResolutionId, Texts};
use reservations::problem::SourceText;
use reservations::record;
use reservations::reference::{self, Delegations};
use reservations::report::{self, Filter};
use reservations::store::{Store, shown};
use reservations::{check, diagnostic};

use super::failure::say;
use super::{Asked, BOM, Done, Failure, input, output};

/// Words, and their language where it stands before them.
pub(crate) type Worded = (Option<Language>, String);

/// `LANG=WORDS`, or words alone.
pub(crate) fn worded(text: &str) -> Result<Worded, String> {
    let Some((tag, words)) = text.split_once('=') else { return Ok((None, text.to_owned())) };
    Ok((Some(tag.parse().map_err(|error| format!("\"{tag}\": {error}"))?), words.to_owned()))
}

/// The values of a repeated `LANG=WORDS`, those without a language in that of `--lang`; a language may be given once.
pub(crate) fn texts(asked: &Asked, given: &[Worded], option: &str) -> Result<Texts, Failure> {
    let mut texts = Texts::new();
    for (language, words) in given {
        let language = language.as_ref().unwrap_or(&asked.language);
        if texts.insert(language.clone(), words.clone()).is_some() {
            return Err(Failure::Cannot(format!("{option} has {language} twice")));
        }
    }
    Ok(texts)
}

pub(crate) fn scopes() -> impl TypedValueParser<Value = Scope> {
    PossibleValuesParser::new(Scope::WORDS).try_map(|word| word.parse::<Scope>())
}

/// The one kind of position that the options name, if any.
pub(crate) fn kind(asked: &Asked) -> Result<Option<PositionKind>, Failure> {
    match asked.kinds.as_slice() {
        [] => Ok(None),
        [kind] => kind.as_str().parse().map(Some).map_err(|_| {
            Failure::Cannot(format!(
                "{kind} is no kind of position: ballots stand in [[vote]], which is edited by hand"
            ))
        }),
        _ => Err(Failure::Cannot("a position has one kind; give --kind once".into())),
    }
}

/// The record that an edit is about, and the names that it and its neighbours know.
pub(crate) struct Chosen {
    path: PathBuf,
    pub resolution: Resolution,
    known: Rc<Delegations>,
}

/// Finds the record: the file named, or that of a directory which `--resolution` names.
pub(crate) fn choose(asked: &Asked) -> Result<Chosen, Failure> {
    choose_where(asked, |_| true)
}

/// What a person could do who named no file: the records that stand in the current folder.
fn meant() -> String {
    let entries =
        std::fs::read_dir(".").into_iter().flatten().filter_map(Result::ok).map(|entry| entry.file_name());
    let mut names: Vec<PathBuf> = entries.map(PathBuf::from).collect();
    names.retain(|name| name.extension().is_some_and(|ending| ending == "toml"));
    names.sort();
    let is_record = |name: &&PathBuf| {
        let mut corpus = Corpus::default();
        Store::default().read(name).map(|bytes| corpus.add(&shown(name), &bytes)).is_ok()
            && !corpus.all_ids().is_empty()
    };
    let records: Vec<String> =
        names.iter().take(20).filter(is_record).take(3).map(|name| format!("-f {}", shown(name))).collect();
    match records.is_empty() {
        true => "name one with -f, or make one with `reservations new --id ID -o ID.toml`".into(),
        false => format!("did you mean {}?", records.join(" or ")),
    }
}

/// The same, where the edit itself shows which of several records it is about: the only one that `fits`.
pub(crate) fn choose_where(asked: &Asked, fits: impl Fn(&Chosen) -> bool) -> Result<Chosen, Failure> {
    let Some(path) = asked.file.clone() else {
        return Err(Failure::Cannot(format!("there is no file to write to: {}", meant())));
    };
    if input::is_standard(&path) {
        return Err(Failure::Cannot(
            "an edit changes a file, and standard input is none: name one with -f".into(),
        ));
    }
    let store = Store::default();
    let read = |path: &Path, bytes: &[u8]| {
        let mut corpus = Corpus::default();
        corpus.add(&shown(path), bytes);
        corpus
    };
    let mut found = Vec::new();
    let mut whole = Corpus::default();
    for (path, corpus) in store.read_each(&[path], read)? {
        let corpus = corpus?;
        found.extend(corpus.ids().map(|id| (id, path.clone())));
        whole.merge(corpus);
    }
    let ids = whole.all_ids();
    let (register, problems) = whole.finish_of(&asked.resolutions);
    let faults: Vec<_> = problems.into_iter().filter(reservations::problem::Problem::is_error).collect();
    if !faults.is_empty() {
        return Err(Failure::Faults(faults));
    }
    asked.asks_for(&ids)?;
    let filter = asked.filter(&register)?;
    pick(&register, &filter, &found, fits)
}

fn pick(
    register: &Register,
    filter: &Filter,
    found: &[(ResolutionId, PathBuf)],
    fits: impl Fn(&Chosen) -> bool,
) -> Result<Chosen, Failure> {
    let known = Rc::new(Delegations::of(register));
    let mut all = Vec::new();
    for one in filter.resolutions(register) {
        let path = found.iter().find(|(id, _)| *id == one.id).map(|(_, path)| path.clone());
        let path = path.ok_or_else(|| Failure::Cannot(format!("no file holds {}", one.id)))?;
        all.push(Chosen { path, resolution: one.clone(), known: Rc::clone(&known) });
    }
    let (mut fitting, others): (Vec<_>, Vec<_>) = match all.len() {
        0 => return Err(Failure::Cannot("there is no record to edit".into())),
        1 => (all, Vec::new()),
        _ => all.into_iter().partition(fits),
    };
    if fitting.len() == 1
        && let Some(one) = fitting.pop()
    {
        return Ok(one);
    }
    let none = fitting.is_empty();
    let several = if none { others } else { fitting };
    let ids: Vec<&str> = several.iter().take(5).map(|one| one.resolution.id.as_str()).collect();
    let more = if several.len() > ids.len() { ", …" } else { "" };
    let ids = ids.join(", ");
    Err(Failure::Cannot(match none {
        true => format!(
            "none of {} records has a position like that; --resolution with one of them tells what stands: {ids}{more}",
            several.len()
        ),
        false => format!("name one record with --resolution; there are {ids}{more}"),
    }))
}

impl Chosen {
    /// The file that holds the record.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The delegation of a name.
    pub(crate) fn delegation(&self, name: &str) -> Result<Delegation, Failure> {
        // A slug that the record does not know yet is how a bloc comes into it.
        let slug = || name.parse::<Delegation>().ok().filter(|slug| !slug.is_code() && name.contains('-'));
        reference::delegations(name, &self.known)
            .or_else(|unknown| slug().ok_or(unknown))
            .map_err(Failure::from)
    }

    /// Edits the file under its lock, or shows what would change.
    pub(crate) fn edit(
        &self,
        asked: &Asked,
        dry: bool,
        notes: &[String],
        edit: impl Fn(&SourceText, &Resolution) -> Result<Edited, Refused>,
    ) -> Done {
        if dry && asked.format_named {
            return Err(Failure::Cannot(
                "--dry-run shows what would change in the file: it has no --format".into(),
            ));
        }
        self.writes_elsewhere(asked)?;
        let store = Store::default();
        let name = shown(&self.path);
        let edited = |bytes: &[u8]| {
            let source = record::decode(&name, bytes).map_err(|problem| Failure::Faults(vec![*problem]))?;
            let checked = check::check(&source);
            let Some(resolution) = checked.resolution else { return Err(Failure::Faults(checked.problems)) };
            let edited = edit(&source, &resolution).map_err(Failure::Refused)?;
            Ok((source, edited))
        };
        if dry {
            // Nothing is written: no other writer has to wait.
            let (source, edited) = edited(&store.read(&self.path)?)?;
            noted(notes.iter().chain(&edited.notes));
            warned(asked, &edited);
            return output::write(asked, change(&name, source.text(), &edited.text).as_bytes());
        }
        let locked = store.lock(&self.path)?;
        let old = locked.read()?;
        let (_, edited) = edited(old.bytes())?;
        let mark = if old.bytes().starts_with(BOM) { BOM } else { &[] };
        locked.replace(&old, &[mark, edited.text.as_bytes()].concat())?;
        noted(notes.iter().chain(&edited.notes));
        warned(asked, &edited);
        // The answer may go to the same folder, whose lock is still held.
        drop(locked);
        said(asked, &name, &edited).map_err(|failure| match failure {
            Failure::Cannot(message) => Failure::Cannot(format!("{message}; {name} has been changed")),
            other => other,
        })
    }

    /// An answer in the record's place would take the record away.
    fn writes_elsewhere(&self, asked: &Asked) -> Result<(), Failure> {
        let real = |path: &Path| std::fs::canonicalize(path).ok();
        match &asked.output {
            Some(output) if real(output).is_some_and(|output| Some(output) == real(&self.path)) => {
                Err(Failure::Cannot(format!("-o names the record itself, {}", shown(&self.path))))
            }
            _ => Ok(()),
        }
    }
}

/// What was decided on the way.
fn noted<'a>(notes: impl Iterator<Item = &'a String>) {
    notes.for_each(|note| say(&format!("note: {note}\n")));
}

/// The warnings that the edit brings upon the record, as `check` will print them.
fn warned(asked: &Asked, edited: &Edited) {
    if !edited.warnings.is_empty() {
        say(&diagnostic::for_people(&edited.warnings, asked.color.is_on(std::io::stderr().is_terminal())));
    }
}

/// The record that was changed, and its positions in the words of `country`.
fn said(asked: &Asked, name: &str, edited: &Edited) -> Done {
    let filter = Filter {
        language: asked.language.clone(),
        as_of: chrono::NaiveDate::MAX,
        withdrawn: true,
        kinds: Vec::new(),
        resolutions: Vec::new(),
        since: None,
        until: None,
    };
    let own: Vec<_> = edited.positions.iter().filter_map(|at| edited.resolution.positions.get(*at)).collect();
    let mut rows = report::rows(&edited.resolution, &filter);
    rows.retain(|row| {
        row.position.is_some_and(|position| own.iter().any(|known| std::ptr::eq(*known, position)))
    });
    let table = report::listing(&filter, vec![name.to_owned()], &rows);
    output::table(asked, table)
}

/// The change as a patch.
fn change(name: &str, old: &str, new: &str) -> String {
    similar::TextDiff::from_lines(old, new).unified_diff().context_radius(3).header(name, name).to_string()
}
