//! stub
use crate::language::Language;
use crate::model::Resolution;
/// A printed note.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrintedNote {
    /// Its runs.
    pub runs: Vec<Run>,
}
/// A run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// text
    pub text: String,
    /// bold
    pub is_emphasis: bool,
}
/// Prints.
pub fn print(_: &Language, _: &Resolution) -> Option<PrintedNote> {
    None
}
