//! From a [`Table`] to bytes: the formats.
//!
//! To add a format: one file in `export/`, one variant and one arm here.

mod csv;
mod grid;
mod html;
mod json;
mod mark;
mod markdown;
mod svg;
mod text;
mod xlsx;

use std::fmt;
use std::str::FromStr;

use crate::table::Table;

pub use csv::guarded;
pub use mark::Mark;
pub use svg::picture;

/// What a table can be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For a terminal, or to be read as plain text.
    Table,
    /// For documents and wikis.
    Markdown,
    /// For spreadsheets: RFC 4180, UTF-8.
    Csv,
    /// For programs: an array of flat objects.
    Json,
    /// For pages: a table of its own.
    Html,
    /// For spreadsheets, with real dates.
    Xlsx,
}

impl Format {
    /// Every format.
    pub const ALL: &'static [Self] =
        &[Self::Table, Self::Markdown, Self::Csv, Self::Json, Self::Html, Self::Xlsx];

    /// The word by which it is chosen.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Markdown => "markdown",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Html => "html",
            Self::Xlsx => "xlsx",
        }
    }

    /// The ending of a file's name that chooses it.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Table => "txt",
            Self::Markdown => "md",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Html => "html",
            Self::Xlsx => "xlsx",
        }
    }

    /// The format that the ending of a file's name chooses.
    pub fn of_ending(ending: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.ending() == ending)
    }

    /// Whether programs rather than people read it.
    pub fn is_for_programs(self) -> bool {
        matches!(self, Self::Csv | Self::Json)
    }
}

impl FromStr for Format {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        let found = Self::ALL.iter().copied().find(|format| format.as_str() == word);
        let legal = || Self::ALL.iter().map(|format| format.as_str()).collect::<Vec<_>>().join(", ");
        found.ok_or_else(|| format!("unknown format \"{word}\"; legal are {}", legal()))
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// Where a table is going to be seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Screen {
    /// Cells in a line; none where nothing has to fit.
    pub width: Option<usize>,
    /// Whether it shows colour and weight.
    pub color: bool,
}

/// Writes a table in a format.
///
/// # Errors
/// What a writer says that could not write into memory; none of them is expected.
pub fn export(table: &Table, format: Format, screen: Screen) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    Ok(match format {
        Format::Table => text::write(table, screen).into_bytes(),
        Format::Markdown => markdown::write(table).into_bytes(),
        Format::Csv => csv::write(table)?,
        Format::Json => json::write(table)?,
        Format::Html => html::write(table).into_bytes(),
        Format::Xlsx => xlsx::write(table)?,
    })
}
