//! Languages: the tags of records, and the words that the interface has in some of them.

use std::fmt;
use std::str::FromStr;

/// A language of a record: a BCP 47 tag in its usual case, such as `en`, `ar`, `zh-Hant`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(String);

/// A text that is no BCP 47 tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotALanguage;

impl fmt::Display for NotALanguage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a language is a BCP 47 tag, such as en, ar or zh-Hant")
    }
}

impl std::error::Error for NotALanguage {}

impl Language {
    /// English, which stands in for a language that a record lacks.
    pub fn english() -> Self {
        Self("en".into())
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is written from right to left, by its script or else its usual one.
    pub fn is_right_to_left(&self) -> bool {
        let mut parts = self.0.split('-');
        let primary = parts.next().unwrap_or_default();
        match parts.find(|part| part.len() == 4 && part.bytes().all(|b| b.is_ascii_alphabetic())) {
            Some(script) => ["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm"].contains(&script),
            None => ["ar", "fa", "he", "ur", "ps", "sd", "ug", "yi", "dv", "ckb", "syr"].contains(&primary),
        }
    }
}

impl FromStr for Language {
    type Err = NotALanguage;

    fn from_str(text: &str) -> Result<Self, NotALanguage> {
        let tag = oxilangtag::LanguageTag::parse_and_normalize(text).map_err(|_| NotALanguage)?;
        Ok(Self(tag.into_inner()))
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_normalized() {
        assert_eq!("ZH-hant".parse::<Language>().unwrap().as_str(), "zh-Hant");
        assert!("".parse::<Language>().is_err() && "e n".parse::<Language>().is_err());
    }

    #[test]
    fn the_script_decides_the_direction() {
        let right_to_left = |tag: &str| tag.parse::<Language>().unwrap().is_right_to_left();
        assert!(right_to_left("ar") && right_to_left("ar-EG") && right_to_left("az-Arab"));
        assert!(!right_to_left("en") && !right_to_left("ar-Latn"));
    }
}
