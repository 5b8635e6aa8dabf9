//! The TOML of a record: its shapes with their places, read and written.
//!
//! The raw layer mirrors the file: every value knows where it stands, nothing is judged but syntax and shape. What the
//! values mean is the business of [`check`](crate::check).

mod broken;
mod codes;
mod hint;
mod keys;
mod nearest;
mod raw;
mod read;
mod sections;
mod syntax;
mod walk;
mod write;

pub use codes::CODES;
pub(crate) use codes::TOO_MANY_FAULTS;
pub(crate) use codes::{
    DUPLICATE_KEY, IMPOSSIBLE_DATE, MISSING_KEY, UNKNOWN_KEY, UNKNOWN_SECTION, WRONG_TYPE,
};
pub(crate) use keys::{home, home_of_all};
pub(crate) use nearest::Comparisons;
pub use nearest::nearest;
pub use raw::{
    Date, Placed, RawLanguage, RawPart, RawPosition, RawRecord, RawResolution, RawSource, RawTexts, RawVote,
};
pub use read::{Decoded, FORMAT, LARGEST, Reading, decode, decoded, read, read_decoded};
pub(crate) use sections::{Sections, header, names};
pub(crate) use walk::{MOST_FAULTS, told};
pub use write::write;
