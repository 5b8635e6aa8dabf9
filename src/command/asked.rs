//! What is asked of every command, worked out once before it: format, language, colour, filter, where the answer goes.

use std::collections::BTreeSet;
use std::io::IsTerminal;
use std::path::PathBuf;

use chrono::NaiveDate;
use reservations::export::Screen;
use reservations::language::Language;
use reservations::model::{Kind, Register, ResolutionId};
use reservations::report::Filter;

use super::Failure;
use super::format::Format;
use super::global::{Color, Global};
use super::offer::Offer;

/// What is asked of a command beside its own options.
pub(crate) struct Asked {
    /// The record, or the directory of them, that was named or stands for it; none for the embedded register.
    pub file: Option<PathBuf>,
    /// The same where `-f` names it.
    pub file_named: Option<PathBuf>,
    /// One of the command's formats.
    pub format: Format,
    /// Whether `--format` names it.
    pub format_named: bool,
    /// Where the answer goes; to standard output where there is none.
    pub output: Option<PathBuf>,
    /// What the answer is seen on.
    pub screen: Screen,
    /// The language of the answer.
    pub language: Language,
    /// When to colour.
    pub color: Color,
    /// The columns asked for by key; none for those that the report has by itself.
    pub columns: Vec<String>,
    /// Whether all columns that hold something are shown.
    pub wide: bool,
    /// The kinds named; none where none was.
    pub kinds: Vec<Kind>,
    /// The ids named; none where none was.
    pub resolutions: Vec<String>,
    as_of: NaiveDate,
    withdrawn: bool,
    since: Option<NaiveDate>,
    until: Option<NaiveDate>,
}

impl Asked {
    /// Works out what the options and the environment ask of a command.
    pub(crate) fn new(offer: &Offer, global: Global) -> Result<Self, Failure> {
        let format = offer.format(global.format.as_deref(), global.output.as_deref())?;
        let screen = screen(global.output.is_some(), global.color);
        Ok(Self {
            file: file(global.file.clone()),
            file_named: global.file,
            format,
            format_named: global.format.is_some(),
            output: global.output,
            screen,
            language: language(global.lang)?,
            color: global.color,
            columns: global.columns,
            wide: global.wide,
            kinds: global.kind,
            resolutions: global.resolution,
            as_of: global.as_of.unwrap_or_else(|| chrono::Local::now().date_naive()),
            withdrawn: global.withdrawn,
            since: global.since,
            until: global.until,
        })
    }

    /// The filter that the options make, for a register.
    pub(crate) fn filter(&self, register: &Register) -> Result<Filter, Failure> {
        Ok(Filter {
            language: self.language.clone(),
            as_of: self.as_of,
            withdrawn: self.withdrawn,
            kinds: self.kinds.clone(),
            resolutions: self.resolutions_in(&[register])?,
            since: self.since,
            until: self.until,
        })
    }

    /// Refuses a resolution that no record has, faulty ones among them: the one that was meant may be one of those.
    pub(crate) fn asks_for(&self, ids: &BTreeSet<ResolutionId>) -> Result<(), Failure> {
        let known = |id: &str| ids.iter().any(|known| known.as_str() == id);
        match self.resolutions.iter().find(|id| !known(id)) {
            Some(id) => Err(unknown(id, ids.iter())),
            None => Ok(()),
        }
    }

    /// The resolutions asked for, each of which one of the registers has.
    pub(crate) fn resolutions_in(&self, registers: &[&Register]) -> Result<Vec<ResolutionId>, Failure> {
        self.resolutions.iter().map(|id| known(id, registers)).collect()
    }
}

/// The path that was named, or that stands for it.
pub(crate) fn file(named: Option<PathBuf>) -> Option<PathBuf> {
    let environment =
        || std::env::var_os("RESERVATIONS_FILE").filter(|path| !path.is_empty()).map(PathBuf::from);
    let here = || Some(PathBuf::from("reservations.toml")).filter(|path| path.is_file());
    named.or_else(environment).or_else(here)
}

fn language(named: Option<Language>) -> Result<Language, Failure> {
    if let Some(language) = named {
        return Ok(language);
    }
    match std::env::var("RESERVATIONS_LANG") {
        Ok(tag) if !tag.is_empty() => {
            tag.parse().map_err(|error| Failure::Cannot(format!("$RESERVATIONS_LANG is \"{tag}\": {error}")))
        }
        _ => Ok(Language::english()),
    }
}

/// What an answer is seen on: a terminal has a width, a pipe and a file have none.
fn screen(into_file: bool, color: Color) -> Screen {
    let stdout = std::io::stdout();
    let told = || columns(&std::env::var("COLUMNS").ok()?);
    let width = || terminal_size::terminal_size_of(&stdout).map(|(width, _)| usize::from(width.0));
    let terminal = !into_file && stdout.is_terminal();
    let width = if terminal { width().filter(|width| *width > 0).or_else(told) } else { None };
    Screen { width, color: color.is_on(terminal) }
}

/// The width that `$COLUMNS` tells; one of none is not known.
fn columns(told: &str) -> Option<usize> {
    told.trim().parse().ok().filter(|columns| *columns > 0)
}

/// An id of the registers, else an error that names the nearest.
fn known(id: &str, registers: &[&Register]) -> Result<ResolutionId, Failure> {
    let parsed = id.parse::<ResolutionId>().ok();
    if let Some(known) = parsed.filter(|id| registers.iter().any(|register| register.get(id).is_some())) {
        return Ok(known);
    }
    let all = registers.iter().flat_map(|register| register.resolutions());
    Err(unknown(id, all.map(|resolution| &resolution.id)))
}

fn unknown<'a>(id: &str, known: impl Iterator<Item = &'a ResolutionId>) -> Failure {
    let ids: BTreeSet<&str> = known.map(ResolutionId::as_str).collect();
    let ids: Vec<&str> = ids.into_iter().collect();
    let hint = match reservations::record::nearest(id, ids.iter().copied()) {
        Some(near) => format!("; did you mean {near}?"),
        None if (1..=5).contains(&ids.len()) => format!("; there are {}", ids.join(", ")),
        None => String::new(),
    };
    Failure::Cannot(format!("no resolution has the id \"{id}\"{hint}"))
}

#[cfg(test)]
mod tests {
    use super::columns;

    #[test]
    fn a_width_of_none_is_not_known() {
        assert_eq!(columns("80"), Some(80));
        assert_eq!(columns("1"), Some(1));
        assert_eq!((columns("0"), columns(""), columns("wide"), columns("-1")), (None, None, None, None));
    }
}
