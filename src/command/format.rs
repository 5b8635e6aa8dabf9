//! What answers can be written as: the words of `--format`, and the endings of file names that pick one.

use reservations::export;
use reservations::publish::{Citation, Markup};

/// What an answer is written as. Each room that writes has its own closed list; this is all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// A table, in one of its formats.
    Table(export::Format),
    /// A matrix as a picture.
    Picture,
    /// A note to paste.
    Note(Markup),
    /// Citations.
    Citation(Citation),
    /// A web page, or a folder of them.
    Page,
    /// Problems for programs that gather those of many tools.
    Sarif,
    /// Problems as GitHub shows them beside the lines of a change.
    GitHub,
    /// The record itself.
    Record,
    /// What is written in one way only, and in a file of any name.
    Only,
}

impl Format {
    /// The word by which it is chosen; none where there is nothing to choose.
    pub(crate) fn word(self) -> Option<&'static str> {
        Some(match self {
            Self::Table(format) => format.as_str(),
            Self::Picture => "svg",
            Self::Note(Markup::Text) | Self::Citation(Citation::Text) => "text",
            Self::Citation(Citation::Csl) => "csl",
            Self::Citation(Citation::Bibtex) => "bibtex",
            Self::Note(Markup::Html) | Self::Page => "html",
            Self::Sarif => "sarif",
            Self::GitHub => "github",
            Self::Record => "toml",
            Self::Only => return None,
        })
    }

    /// The ending of a file's name that chooses it; none where no ending does.
    pub(crate) fn ending(self) -> Option<&'static str> {
        Some(match self {
            Self::Table(format) => format.ending(),
            Self::Picture => "svg",
            Self::Note(Markup::Text) | Self::Citation(Citation::Text) => "txt",
            Self::Citation(Citation::Csl) => "json",
            Self::Citation(Citation::Bibtex) => "bib",
            Self::Note(Markup::Html) | Self::Page => "html",
            Self::Sarif => "sarif",
            Self::Record => "toml",
            Self::GitHub | Self::Only => return None,
        })
    }
}

/// Every format of tables.
pub(crate) fn tables() -> Vec<Format> {
    export::Format::ALL.iter().copied().map(Format::Table).collect()
}

/// Those of a matrix.
pub(crate) fn matrix() -> Vec<Format> {
    [tables(), vec![Format::Picture]].concat()
}

/// Those of problems.
pub(crate) fn problems() -> Vec<Format> {
    [tables(), vec![Format::Sarif, Format::GitHub]].concat()
}

/// Those of a note.
pub(crate) fn note() -> Vec<Format> {
    vec![Format::Note(Markup::Text), Format::Note(Markup::Html)]
}

/// Those of a citation.
pub(crate) fn citation() -> Vec<Format> {
    [Citation::Text, Citation::Csl, Citation::Bibtex].map(Format::Citation).to_vec()
}

/// A page.
pub(crate) fn page() -> Vec<Format> {
    vec![Format::Page]
}

/// A record.
pub(crate) fn record() -> Vec<Format> {
    vec![Format::Record]
}

/// A record, and the report on a folder of them.
pub(crate) fn corpus() -> Vec<Format> {
    [record(), tables()].concat()
}

/// No choice.
pub(crate) fn only() -> Vec<Format> {
    vec![Format::Only]
}
