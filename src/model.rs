//! The register as the program believes it: what has passed [`check`](crate::check).
//!
//! Nothing here knows a file format. Identifiers are newtypes made by `FromStr` and shown by `Display`; what cannot
//! be (labels together with the entire text, a withdrawal before the making) cannot be built.

mod entry;
mod label;
mod life;
mod resolution;

pub use crate::vocabulary::{Ballot, Kind, PositionKind, Reach, Status, UnknownWord, Way};
pub use entry::Entry;
pub use label::{Label, LabelSet, Malformed, Number, PartId, Unit};
pub use life::{Life, Outcome};
pub use resolution::{
    Delegation, Labels, LanguageBlock, Part, Position, Register, Resolution, ResolutionId, Source, SourceId,
    Target, Texts, Vote,
};
