//! The script of a name.

use std::fmt;

/// A script, as far as it decides who can read a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// As in English.
    Latin,
    /// As in Arabic.
    Arabic,
    /// As in Russian.
    Cyrillic,
    /// As in Chinese.
    Han,
    /// Any other, or none.
    Other,
}

impl Script {
    /// That of a letter.
    #[must_use]
    pub fn of(letter: char) -> Script {
        match letter {
            '\u{41}'..='\u{5a}' | '\u{61}'..='\u{7a}' | '\u{aa}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => {
                Script::Latin
            }
            '\u{600}'..='\u{77f}'
            | '\u{8a0}'..='\u{8ff}'
            | '\u{fb50}'..='\u{fdff}'
            | '\u{fe70}'..='\u{fefe}' => Script::Arabic,
            '\u{400}'..='\u{52f}' => Script::Cyrillic,
            '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}' => Script::Han,
            _ => Script::Other,
        }
    }

    /// That of the first letter of a text.
    #[must_use]
    pub fn of_text(text: &str) -> Script {
        text.chars().find(|c| c.is_alphabetic()).map_or(Script::Other, Script::of)
    }
}

impl fmt::Display for Script {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Script::Latin => "Latin",
            Script::Arabic => "Arabic",
            Script::Cyrillic => "Cyrillic",
            Script::Han => "Chinese",
            Script::Other => "other",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_of_a_text_is_that_of_its_first_letter() {
        for (text, want) in [
            ("Türkiye", Script::Latin),
            ("(éa)", Script::Latin),
            ("تركيا", Script::Arabic),
            ("ﷲ", Script::Arabic),
            ("Турция", Script::Cyrillic),
            ("77国集团", Script::Han),
            ("Ελλάδα", Script::Other),
            ("77", Script::Other),
            ("", Script::Other),
        ] {
            assert_eq!(Script::of_text(text), want, "{text}");
        }
    }
}
