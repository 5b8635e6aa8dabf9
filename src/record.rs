//! The TOML of a record: its shapes with their places, read and written.
//!
//! The raw layer mirrors the file: every value knows where it stands, nothing is judged but syntax and shape. What the
//! values mean is the business of [`check`](crate::check).

mod broken;
mod codes;
mod hint;
mod keys;
mod raw;
mod read;
mod syntax;
mod walk;
mod write;

pub use codes::CODES;
pub(crate) use keys::{home, home_of_all};
pub use raw::{
    Date, Placed, RawLanguage, RawPart, RawPosition, RawRecord, RawResolution, RawSource, RawTexts, RawVote,
};
pub use read::{Decoded, FORMAT, Reading, decode, decoded, read, read_decoded};
pub use walk::nearest;
pub(crate) use walk::told;
pub use write::write;
