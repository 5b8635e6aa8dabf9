//! Options that every command has.

use std::collections::BTreeSet;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use reservations::language::Language;
use reservations::model::{Kind, Register, ResolutionId};
use reservations::report::Filter;

use super::Failure;

/// When to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    Always,
    Never,
}

/// Options that every command has.
#[derive(Args)]
pub(crate) struct Global {
    /// A record, or a directory of them [default: $RESERVATIONS_FILE, else ./reservations.toml, else the embedded register]
    #[arg(short, long, global = true, value_name = "PATH")]
    pub file: Option<PathBuf>,
    /// table, markdown, csv, json or html; some commands have others
    #[arg(long, global = true, value_name = "FORMAT")]
    pub format: Option<String>,
    /// Write to a file; its ending picks the format where none is named
    #[arg(short, long, global = true, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// The language of names, subjects and headings [default: $RESERVATIONS_LANG, else en]
    #[arg(long, global = true, value_name = "CODE")]
    pub lang: Option<Language>,
    /// What was made by that day and not withdrawn by it [default: today]
    #[arg(long, global = true, value_name = "DATE", value_parser = day)]
    pub as_of: Option<NaiveDate>,
    /// Show withdrawn positions too
    #[arg(long, global = true)]
    pub withdrawn: bool,
    /// Only this resolution; may be repeated
    #[arg(long, global = true, value_name = "ID")]
    pub resolution: Vec<String>,
    /// Only this kind; may be repeated [default: all but in-favour]
    #[arg(long, global = true, value_name = "KIND", value_parser = kinds())]
    pub kind: Vec<Kind>,
    /// When to colour faults; answers are plain
    #[arg(long, global = true, value_name = "WHEN", value_enum, default_value = "auto")]
    pub color: Color,
}

/// A day of the calendar, as `YYYY-MM-DD`.
pub(crate) fn day(text: &str) -> Result<NaiveDate, String> {
    let shaped =
        text.len() == 10 && text.bytes().enumerate().all(|(at, b)| (b == b'-') == (at == 4 || at == 7));
    let day = text.parse().ok().filter(|_| shaped);
    day.ok_or_else(|| format!("\"{text}\" is no day of the calendar; write it as in 2022-10-15"))
}

fn kinds() -> impl TypedValueParser<Value = Kind> {
    PossibleValuesParser::new(Kind::WORDS).try_map(|word| word.parse::<Kind>())
}

impl Global {
    /// Whether to colour what goes to a stream.
    pub(crate) fn color(&self, terminal: bool) -> bool {
        match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
        }
    }

    /// The language asked for.
    pub(crate) fn language(&self) -> Result<Language, Failure> {
        if let Some(language) = &self.lang {
            return Ok(language.clone());
        }
        match std::env::var("RESERVATIONS_LANG") {
            Ok(tag) if !tag.is_empty() => tag
                .parse()
                .map_err(|error| Failure::Cannot(format!("$RESERVATIONS_LANG is \"{tag}\": {error}"))),
            _ => Ok(Language::english()),
        }
    }

    /// Refuses options that a command does not have: an option without effect would be a silent wrong answer.
    pub(crate) fn without(&self, command: &str, options: &[&str]) -> Result<(), Failure> {
        let given = [
            ("--file", self.file.is_some()),
            ("--as-of", self.as_of.is_some()),
            ("--withdrawn", self.withdrawn),
            ("--resolution", !self.resolution.is_empty()),
            ("--kind", !self.kind.is_empty()),
        ];
        match given.into_iter().find(|(option, given)| *given && options.contains(option)) {
            Some((option, _)) => Err(Failure::Cannot(format!("{command} has no {option}"))),
            None => Ok(()),
        }
    }

    /// The filter that the options make, for a register.
    pub(crate) fn filter(&self, register: &Register) -> Result<Filter, Failure> {
        Ok(Filter {
            language: self.language()?,
            as_of: self.as_of.unwrap_or_else(|| chrono::Local::now().date_naive()),
            withdrawn: self.withdrawn,
            kinds: self.kind.clone(),
            resolutions: self.resolutions(&[register])?,
        })
    }

    /// Refuses a resolution that no record has, faulty ones among them: the one that was meant may be one of those.
    pub(crate) fn asks_for(&self, ids: &BTreeSet<ResolutionId>) -> Result<(), Failure> {
        let known = |id: &str| ids.iter().any(|known| known.as_str() == id);
        match self.resolution.iter().find(|id| !known(id)) {
            Some(id) => Err(unknown(id, ids.iter())),
            None => Ok(()),
        }
    }

    /// The resolutions asked for, each of which one of the registers has.
    pub(crate) fn resolutions(&self, registers: &[&Register]) -> Result<Vec<ResolutionId>, Failure> {
        self.resolution.iter().map(|id| known(id, registers)).collect()
    }
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
