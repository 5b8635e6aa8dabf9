//! How documents of a language write: its words, each with its sign, and its numbers.
//!
//! A language is a folder of plain files, `words/<tag>/`, one sign a line with the forms that have it. Rules know signs
//! and no words, so that a language is added without a line of code but its row in [`Words::of`].
//!
//! ```text
//! text --lex--> words, figures, marks --term--> the longest name, number or listed form at each place
//! ```

pub mod adjective;
mod facts;
pub mod lex;
mod lexicon;
mod number;
mod sign;
mod term;

use std::sync::OnceLock;

pub use facts::Facts;
pub use lex::Gap;
pub use lexicon::Lexicon;
pub use sign::{Sign, UnknownSign};
pub use term::{Meaning, Mentioned, Term, Terms, terms};

use crate::language::Language;

/// The words of one language.
#[derive(Debug)]
pub struct Words {
    /// The tag of the language, without a region.
    pub tag: &'static str,
    /// Its forms with their signs.
    pub lexicon: Lexicon,
    /// What is true of its writing.
    pub facts: Facts,
}

/// Declares the languages: the tag, and the files of its folder.
macro_rules! languages {
    ($($tag:literal: [$($file:literal),*]),* $(,)?) => {
        /// The tags of the languages whose sentences are read.
        pub const TAGS: &[&str] = &[$($tag),*];

        impl Words {
            /// The words of a language, whatever its region; none where its sentences are not read.
            pub fn of(language: &Language) -> Option<&'static Self> {
                match language.as_str().split('-').next().unwrap_or_default() {
                    $($tag => {
                        static WORDS: OnceLock<Words> = OnceLock::new();
                        Some(WORDS.get_or_init(|| Words::new($tag, &[
                            $(include_str!(concat!("words/", $tag, "/", $file, ".txt"))),*
                        ])))
                    })*
                    _ => None,
                }
            }
        }
    };
}

languages! {
    "en": ["facts", "numbers", "votes", "positions", "objects", "links"],
    "ar": ["facts", "numbers", "votes", "positions", "objects", "links"],
    "fr": ["facts", "numbers", "votes", "positions", "objects", "links"],
    "es": ["facts", "numbers", "votes", "positions", "objects", "links"],
}

impl Words {
    fn new(tag: &'static str, files: &[&'static str]) -> Self {
        let (mut lexicon, mut facts) = (Lexicon::default(), Facts::default());
        for line in files.iter().flat_map(|file| file.lines()) {
            let Some((key, forms)) = entry(line) else { continue };
            if let Ok(sign) = key.parse::<Sign>() {
                lexicon.add(sign, forms);
            } else {
                facts.set(key, forms);
            }
        }
        lexicon.finish();
        Self { tag, lexicon, facts }
    }
}

/// The key and the forms of a line; none for a comment and an empty line.
fn entry(line: &str) -> Option<(&str, &str)> {
    if line.starts_with('#') {
        return None;
    }
    let (key, forms) = line.split_once(':')?;
    Some((key.trim(), forms.trim()))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn all() -> impl Iterator<Item = &'static Words> {
        TAGS.iter().map(|tag| Words::of(&tag.parse().unwrap()).unwrap())
    }

    #[test]
    fn every_line_is_a_sign_or_a_fact() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/words");
        for tag in TAGS {
            for file in std::fs::read_dir(format!("{folder}/{tag}")).unwrap() {
                let path = file.unwrap().path();
                for line in std::fs::read_to_string(&path).unwrap().lines().filter(|line| !line.is_empty()) {
                    let known = entry(line)
                        .is_none_or(|(key, _)| key.parse::<Sign>().is_ok() || Facts::default().set(key, ""));
                    assert!(known && (line.starts_with('#') || line.contains(':')), "{path:?}: {line}");
                }
            }
        }
    }

    #[test]
    fn no_form_stands_under_two_signs() {
        for words in all() {
            let mut seen: BTreeMap<String, Sign> = BTreeMap::new();
            for (form, sign) in words.lexicon.forms() {
                if let Some(other) = seen.insert(form.clone(), sign) {
                    assert_eq!(other, sign, "{}: “{form}”", words.tag);
                }
            }
            assert!(seen.len() > 300, "{}", words.tag);
        }
    }

    #[test]
    fn a_template_stands_for_fifty_forms_at_the_most() {
        for words in all() {
            assert!(words.lexicon.largest() <= 50, "{}: {}", words.tag, words.lexicon.largest());
        }
    }
}
