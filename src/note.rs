//! The note under a resolution: who put what on record, as a sentence says it.
//!
//! Reading and printing are two directions of one grammar and stand side by side, one file a language. This file has
//! what the languages share: the statements that a note makes, and the entry to both directions.
//!
//! ```text
//! text --token--> words --mark--> terminals --piece--> constituents --clause--> clauses --read--> statements
//!                          lists of words (en.rs, ar.rs)    number.rs, object.rs: what a position is on
//! ```
//!
//! Whatever could change who took which position on what, and is not understood, is a [`Doubt`] and no statement.

mod adjective;
mod ar;
mod aside;
mod clause;
mod en;
mod joining;
mod mark;
mod members;
mod number;
mod object;
mod occasion;
mod on;
mod paragraph;
mod piece;
mod print;
mod read;
mod refer;
mod rules;
mod segment;
mod sign;
mod tail;
mod token;
mod withdraw;

use std::ops::Range;

use crate::language::Language;
use crate::model::{Delegation, PartId, PositionKind, Status, Target, Unit};
use crate::problem::Code;

pub use print::{PrintedNote, Run, print};

/// A delegation as a note mentions it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Who is meant.
    pub delegation: Delegation,
    /// The name as printed, without an article or emphasis.
    pub name: String,
    /// Where it stands, in bytes of the text that was read.
    pub span: Range<usize>,
}

/// What one clause of a note says of one or more delegations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Who put it on record.
    pub delegations: Vec<Mention>,
    /// What it is.
    pub kind: PositionKind,
    /// What it is on; a phrase stands under the note's language.
    pub target: Target,
    /// What holds it back.
    pub status: Option<Status>,
    /// For whom else the delegations speak.
    pub on_behalf_of: Vec<Mention>,
    /// Of an objection: whose position it is about.
    pub regarding: Option<Mention>,
    /// Where the clause stands, in bytes of the text that was read.
    pub span: Range<usize>,
}

/// What could not be understood, with its place; it gives no statement.
#[derive(Clone, Debug)]
pub struct Doubt {
    /// What kind of doubt it is.
    pub code: &'static Code,
    /// Where, in bytes of the text that was read.
    pub span: Range<usize>,
    /// What is in doubt, naming the words.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

/// What is known of a resolution before its note is read.
#[derive(Clone, Debug)]
pub struct Context {
    /// Names of delegations beside those that everybody knows, such as the recorded ones.
    pub names: Vec<(String, Delegation)>,
    /// Units that are declared, with the word for each.
    pub units: Vec<(Unit, String)>,
    /// The parts in which the numbering starts again.
    pub parts: Vec<PartId>,
    /// What "paragraph 9" is where nothing says whether it is a preambular or an operative one.
    pub default_unit: Unit,
    /// The titles of the text, folded: it may be called by words of them.
    pub titles: Vec<String>,
    /// How many preambular and how many operative paragraphs there are, where that is known and the numbering does
    /// not start again: what "the last operative paragraph" and "all preambular paragraphs" are.
    pub counts: [Option<u32>; 2],
}

impl Default for Context {
    /// No names, units, parts and counts; a plain paragraph is an operative one.
    fn default() -> Self {
        Self {
            names: Vec::new(),
            units: Vec::new(),
            parts: Vec::new(),
            titles: Vec::new(),
            default_unit: Unit::op(),
            counts: [None, None],
        }
    }
}

/// What a note says.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The statements, in the note's order; what was withdrawn in the same note is not among them.
    pub statements: Vec<Statement>,
    /// What was not understood, in the note's order.
    pub doubts: Vec<Doubt>,
    /// Units besides paragraphs that statements name, each with the note's own word for it.
    pub units: Vec<(Unit, String)>,
    /// The note speaks of positions, be it only to say that there is none or that one was withdrawn.
    pub speaks: bool,
    /// A delegation is named in it.
    pub names: bool,
    /// It says of delegations what they spoke on, and not what kind of position they took.
    pub lacks_kind: bool,
}

/// Whether notes in the language can be read and printed.
pub fn is_known(language: &Language) -> bool {
    grammar(language).is_some()
}

/// Reads the text of a note. Places are bytes of `text`. Never fails: a text that is no note says nothing, and in a
/// language without a grammar nothing is read. Linear in the text's length.
pub fn read(language: &Language, text: &str, context: &Context) -> Reading {
    grammar(language).map_or_else(Reading::default, |grammar| read::read(language, text, grammar, context))
}

/// The letters of the unit that goes by a word in one of the languages.
fn letters_of(word: &str) -> Option<&'static str> {
    let units = [en::grammar(), ar::grammar()].into_iter().flat_map(|grammar| grammar.units);
    let declared = units.filter_map(|unit| unit.declared);
    declared
        .filter(|(_, own)| crate::fold::fold(own) == crate::fold::fold(word))
        .map(|(letters, _)| letters)
        .next()
}

/// The grammar of a language: one file, and one arm here.
fn grammar(language: &Language) -> Option<&'static mark::Grammar> {
    match language.as_str().split('-').next() {
        Some("en") => Some(en::grammar()),
        Some("ar") => Some(ar::grammar()),
        _ => None,
    }
}

/// Every kind of doubt.
pub const CODES: &[&Code] = &[
    &UNKNOWN_NAME,
    &AMBIGUOUS_DELEGATION,
    &UNNAMED_DELEGATION,
    &UNCLEAR_KIND,
    &UNCLEAR_TARGET,
    &ANOTHER_TEXT,
    &UNPAIRED_LISTS,
    &UNCLEAR_CLAUSE,
    &UNMATCHED_WITHDRAWAL,
];

static UNKNOWN_NAME: Code = Code::warning(
    "unknown-name",
    "The note has words where a delegation is wanted, and they are the name of none that is known.",
    "Correct the name, or record the delegation with it.",
);
static AMBIGUOUS_DELEGATION: Code = Code::warning(
    "ambiguous-delegation",
    "The note has a name that several delegations go by.",
    "See who is meant and record the position by hand.",
);
static UNNAMED_DELEGATION: Code = Code::warning(
    "unnamed-delegation",
    "The note states a position and does not say whose it is.",
    "See who it was in the record of the meeting.",
);
static UNCLEAR_KIND: Code = Code::warning(
    "unclear-kind",
    "The note names a delegation and paragraphs and does not say what kind of position it is.",
    "Record it with its kind, or as unclassified.",
);
static UNCLEAR_TARGET: Code = Code::warning(
    "unclear-target",
    "The note does not say clearly which paragraph or which part of the text a position is on.",
    "Look it up and record the position by hand.",
);
static ANOTHER_TEXT: Code = Code::warning(
    "another-text",
    "The note names paragraphs or articles of another text than this resolution.",
    "Record the position by hand if it is on this resolution after all.",
);
static UNPAIRED_LISTS: Code = Code::warning(
    "unpaired-lists",
    "The note says \"respectively\" of two lists that are not of one length.",
    "See in the record of the meeting which delegation spoke on what.",
);
static UNCLEAR_CLAUSE: Code = Code::warning(
    "unclear-clause",
    "The note has words that may change who took which position on what, and they are not understood.",
    "Read the sentence and record the position by hand.",
);
static UNMATCHED_WITHDRAWAL: Code = Code::warning(
    "unmatched-withdrawal",
    "The note withdraws a position that it does not state.",
    "If the record has the position, withdraw it there.",
);
