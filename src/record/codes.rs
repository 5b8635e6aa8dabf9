//! What can be wrong with a record's bytes, syntax and shape.

use crate::problem::Code;

pub(super) static EMPTY_FILE: Code = Code::error(
    "empty-file",
    "The file holds nothing but blanks and comments.",
    "Begin it with `format = 1`; `reservations new` writes a skeleton.",
);
pub(super) static TOO_LARGE: Code = Code::error(
    "too-large",
    "The file has more than 8 MiB.",
    "Look whether it is a record; the texts of paragraphs may be left out.",
);
pub(super) static TOO_MANY_LANGUAGES: Code = Code::error(
    "too-many-languages",
    "A record is in more than 100 languages.",
    "Take out those that nobody reads; what stands beyond the hundredth is not looked at.",
);
pub(crate) static TOO_MANY_FAULTS: Code = Code::error(
    "too-many-faults",
    "A record has more than 100,000 faults.",
    "Look whether the file is a record; mend those that are told, and check again.",
);
pub(super) static NOT_UTF_8: Code = Code::error(
    "not-utf-8",
    "The file holds bytes that are no UTF-8.",
    "Save it again as UTF-8; of many places the first is told.",
);
pub(super) static NUL: Code = Code::error(
    "nul",
    "The file holds a NUL character.",
    "Take it out; a file with many of them is no text file.",
);
pub(super) static SYNTAX: Code = Code::error(
    "syntax",
    "The file is no TOML.",
    "Mend the place; a bracket, a quotation mark or an equals sign is often missing just before it.",
);
pub(crate) static DUPLICATE_KEY: Code =
    Code::error("duplicate-key", "A key or section stands twice.", "Keep one of the two.");
pub(crate) static IMPOSSIBLE_DATE: Code = Code::error(
    "impossible-date",
    "A date is none that the calendar has.",
    "Write a day that exists, as year-month-day without quotation marks: 2022-10-15.",
)
.of_one_line();
pub(crate) static UNKNOWN_KEY: Code =
    Code::error("unknown-key", "A key is none of the format.", "Correct its spelling, or take it out.")
        .of_one_line();
pub(crate) static UNKNOWN_SECTION: Code = Code::error(
    "unknown-section",
    "A section in brackets is none of the format.",
    "Correct its spelling, or take it out.",
);
pub(crate) static WRONG_TYPE: Code = Code::error(
    "wrong-type",
    "A value is of another type than the format has there.",
    "Write it as the help line says: text in quotation marks, numbers and dates without, lists in square brackets.",
)
.of_one_line();
pub(crate) static MISSING_KEY: Code = Code::error(
    "missing-key",
    "Something that every record, source, position, vote or part must have is missing.",
    "Write the key below the header that is shown.",
);
pub(super) static UNKNOWN_FORMAT: Code = Code::error(
    "unknown-format",
    "The record is of a format that this program does not read.",
    "This program reads format 1; use a newer program for a newer format.",
);

/// Every code of this room.
pub const CODES: &[&Code] = &[
    &EMPTY_FILE,
    &TOO_LARGE,
    &TOO_MANY_LANGUAGES,
    &TOO_MANY_FAULTS,
    &NOT_UTF_8,
    &NUL,
    &SYNTAX,
    &DUPLICATE_KEY,
    &IMPOSSIBLE_DATE,
    &UNKNOWN_KEY,
    &UNKNOWN_SECTION,
    &WRONG_TYPE,
    &MISSING_KEY,
    &UNKNOWN_FORMAT,
];
