//! Answers from the register: a [`Report`] becomes a [`Table`].
//!
//! To add a report: one file in `report/`, one variant and one arm here.

mod changes;
mod compare;
mod country;
mod facts;
mod imported;
mod matrix;
mod paragraph;
mod problems;
mod resolutions;
mod rows;
mod search;

use chrono::NaiveDate;

use crate::language::{Answer, Language, words};
use crate::model::{Delegation, Kind, Outcome, Register, Resolution, ResolutionId};
use crate::reference::Wanted;
use crate::table::Table;

pub use changes::changes;
pub use imported::{Import, Outcome as ImportOutcome, imported};
pub use matrix::{Line, Matrix, Target};
pub use problems::problems;
pub use rows::{Row, row_cells, row_columns, rows};

/// What is asked of a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report {
    /// What each delegation put on record; of those named, or of all where none is.
    Country {
        /// The delegations asked for.
        delegations: Vec<Delegation>,
    },
    /// Who put what on record about paragraphs.
    Paragraph {
        /// The paragraphs asked for; none for every named paragraph.
        references: Vec<Wanted>,
        /// Whether paragraphs without a position are shown too.
        all: bool,
    },
    /// Delegations against paragraphs.
    Matrix {
        /// The delegations asked for; none for all.
        delegations: Vec<Delegation>,
    },
    /// What delegations put on record about the same paragraphs.
    Compare {
        /// Two or more.
        delegations: Vec<Delegation>,
    },
    /// The corpus, a line each.
    Resolutions,
    /// Paragraphs and positions with words.
    Search {
        /// The words, of which all must stand in one field.
        words: Vec<String>,
    },
    /// The resolution in a few lines, then what each delegation put on record, and the counts.
    Overview,
}

/// Which rows count, and in which language they are told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// The language of names, subjects, phrases and headings.
    pub language: Language,
    /// The day as of which the register is asked.
    pub as_of: NaiveDate,
    /// Whether withdrawn positions are shown too.
    pub withdrawn: bool,
    /// The kinds that count; none for all but in-favour.
    pub kinds: Vec<Kind>,
    /// The resolutions that count; none for all.
    pub resolutions: Vec<ResolutionId>,
    /// The first day of adoption or rejection that counts.
    pub since: Option<NaiveDate>,
    /// The last one.
    pub until: Option<NaiveDate>,
}

impl Filter {
    fn kind(&self, kind: Kind) -> bool {
        if self.kinds.is_empty() { kind != Kind::InFavour } else { self.kinds.contains(&kind) }
    }

    /// What is said in place of a kind: where only some kinds count, silence is about those.
    pub(crate) fn no_position(&self) -> &'static str {
        let words = words(&self.language);
        if self.kinds.is_empty() { words.no_position() } else { words.no_such_position() }
    }

    /// The same as a sentence, of delegations where they are named.
    pub(crate) fn no_position_of(&self, names: &str) -> String {
        let words = words(&self.language);
        if self.kinds.is_empty() { words.no_position_of(names) } else { words.no_such_position_of(names) }
    }

    /// The resolutions of a register that count.
    pub fn resolutions<'r>(&'r self, register: &'r Register) -> impl Iterator<Item = &'r Resolution> {
        register.resolutions().filter(|resolution| self.has(resolution))
    }

    /// Whether a resolution counts.
    fn has(&self, resolution: &Resolution) -> bool {
        let named = self.resolutions.is_empty() || self.resolutions.contains(&resolution.id);
        named && self.falls_within(resolution.outcome.map(Outcome::date))
    }

    /// Whether a day of adoption or rejection counts. One that is not known is within no bounds.
    fn falls_within(&self, day: Option<NaiveDate>) -> bool {
        self.since.is_none_or(|since| day.is_some_and(|day| day >= since))
            && self.until.is_none_or(|until| day.is_some_and(|day| day <= until))
    }
}

/// A table of rows that were found otherwise, such as those that an edit made.
pub fn listing(filter: &Filter, head: Vec<String>, found: &[Row<'_>]) -> Table {
    let listed = rows::table(filter, Answer::Country, rows::BY_DELEGATION, found);
    Table { head, empty: String::new(), sources: Vec::new(), ..listed }
}

impl Report {
    /// Answers.
    pub fn table(&self, register: &Register, filter: &Filter) -> Table {
        match self {
            Self::Country { delegations } => country::table(register, filter, delegations),
            Self::Paragraph { references, all } => paragraph::table(register, filter, references, *all),
            Self::Matrix { delegations } => Matrix::new(register, filter, delegations).table(filter),
            Self::Compare { delegations } => compare::table(register, filter, delegations),
            Self::Resolutions => resolutions::table(register, filter),
            Self::Search { words } => search::table(register, filter, words),
            Self::Overview => country::overview(register, filter),
        }
    }
}
