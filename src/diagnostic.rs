//! Problems as they are shown: to people in a terminal, to programs that read SARIF, to GitHub's annotations.
//!
//! The JSON, CSV and table of `check` are no business of this room: there problems are rows like any other answer.

mod github;
mod people;
mod sarif;

pub use github::github;
pub use people::for_people;
pub use sarif::sarif;
