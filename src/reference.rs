//! What people write for a paragraph or a delegation, and what it means in a register.
//!
//! A reference to paragraphs (`OP9`, `op 9`, `PP 9-10`, `preambular paragraphs 9 and 10`, `9`, `الفقرة 9 من
//! الديباجة`) is read into [`Wanted`] items, which know no resolution, and looked up in each resolution.

mod delegation;
mod grammar;
mod paragraph;
mod token;
mod word;

pub use delegation::{Delegations, code, delegations};
pub use paragraph::{Wanted, labels, read, spelt};

/// A reference that means nothing here, and what was perhaps meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// What is wrong, naming the words; a sentence without a full stop.
    pub message: String,
    /// The nearest things that exist, best first.
    pub suggestions: Vec<String>,
}

impl Unknown {
    fn new(message: impl Into<String>, suggestions: Vec<String>) -> Self {
        Self { message: message.into(), suggestions }
    }
}

impl std::fmt::Display for Unknown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)?;
        if !self.suggestions.is_empty() {
            write!(f, "; did you mean {}?", self.suggestions.join(" or "))?;
        }
        Ok(())
    }
}

impl std::error::Error for Unknown {}
