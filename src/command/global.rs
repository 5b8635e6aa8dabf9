//! The options that are common to commands, as they are typed: before the command or after it. Which command has which
//! stands in `offer`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use reservations::language::Language;
use reservations::model::Kind;

use super::complete;

/// When to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl Color {
    /// Whether to colour what goes to a stream.
    pub(crate) fn is_on(self, terminal: bool) -> bool {
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto => terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
        }
    }
}

/// Options that commands have in common.
#[derive(Args)]
#[command(next_help_heading = "Common options")]
pub(crate) struct Global {
    /// A record, or a directory of them; - for standard input [default: $RESERVATIONS_FILE, else ./reservations.toml,
    /// else the embedded register]
    #[arg(short, long, global = true, value_name = "PATH")]
    pub file: Option<PathBuf>,
    /// What to write
    #[arg(long, global = true, value_name = "FORMAT")]
    pub format: Option<String>,
    /// Write to a file; its ending picks the format where none is named
    #[arg(short, long, global = true, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// The language of names, subjects and headings [default: $RESERVATIONS_LANG, else en]
    #[arg(long, global = true, value_name = "CODE", add = complete::languages())]
    pub lang: Option<Language>,
    /// What was made by that day and not withdrawn by it [default: today]
    #[arg(long, global = true, value_name = "YYYY-MM-DD", value_parser = day)]
    pub as_of: Option<NaiveDate>,
    /// Show withdrawn positions too
    #[arg(long, global = true)]
    pub withdrawn: bool,
    /// Only resolutions adopted or rejected on that day or later
    #[arg(long, global = true, value_name = "YYYY-MM-DD", value_parser = day)]
    pub since: Option<NaiveDate>,
    /// Only resolutions adopted or rejected on that day or before
    #[arg(long, global = true, value_name = "YYYY-MM-DD", value_parser = day)]
    pub until: Option<NaiveDate>,
    /// Only this resolution; may be repeated
    #[arg(long, global = true, value_name = "ID", add = complete::resolutions())]
    pub resolution: Vec<String>,
    /// Only this kind; may be repeated [default: all but in-favour]
    #[arg(long, global = true, value_name = "KIND", value_parser = kinds())]
    pub kind: Vec<Kind>,
    /// These columns in this order, by the keys of `--format json`
    #[arg(long, global = true, value_name = "KEY,…", add = complete::columns(), value_delimiter = ',')]
    pub columns: Vec<String>,
    /// All columns that hold something
    #[arg(long, global = true, conflicts_with = "columns")]
    pub wide: bool,
    /// When to colour
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        value_enum,
        default_value = "auto",
        hide_default_value = true
    )]
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
