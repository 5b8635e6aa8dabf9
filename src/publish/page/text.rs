//! One text in every language of a page: what changes with the switch of language, and what does not.

use crate::fold::visible;
use crate::language::{INTERFACE, Language, Words, words};
use crate::model::{Delegation, LanguageBlock, Resolution};
use crate::names;

/// A text in each language of a page; languages that share the same words share a version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Text {
    /// One or more.
    pub versions: Vec<Version>,
}

/// The words that some languages of a page see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Version {
    /// The tags of the languages of the page that see it, a blank between them; empty where all do.
    pub seen_in: String,
    /// The language that it is in, where it is in one.
    pub language: Option<Language>,
    /// The words, fit to be shown.
    pub words: String,
}

impl Version {
    /// The direction of the language.
    pub fn direction(&self) -> &'static str {
        self.language.as_ref().map_or("auto", direction)
    }
}

/// The value of `dir` for a language.
pub(super) fn direction(language: &Language) -> &'static str {
    if language.is_right_to_left() { "rtl" } else { "ltr" }
}

impl Text {
    /// The words that a language of the page sees.
    pub fn in_language(&self, language: &Language) -> &str {
        let seen = |version: &&Version| {
            version.seen_in.is_empty() || version.seen_in.split(' ').any(|tag| tag == language.as_str())
        };
        self.versions.iter().find(seen).map_or("", |version| &version.words)
    }
}

/// The languages of a page: the one that it opens in, then the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Languages(Vec<Language>);

/// A language of a page, as its switch shows it.
pub(super) struct Choice<'l> {
    /// The language.
    pub language: &'l Language,
    /// Its own name for itself, else its tag.
    pub name: String,
    /// Its direction.
    pub direction: &'static str,
}

impl Languages {
    /// Those of some resolutions, in the order in which they come; first the one asked for, else English, else any.
    pub fn of<'r>(asked: &Language, resolutions: impl Iterator<Item = &'r Resolution>) -> Self {
        let mut all: Vec<Language> = Vec::new();
        for (language, _) in resolutions.flat_map(|resolution| &resolution.languages) {
            if !all.contains(language) {
                all.push(language.clone());
            }
        }
        let is = |wanted: &Language| all.iter().position(|known| known == wanted);
        let alike = || all.iter().position(|known| known.primary() == asked.primary());
        let first = is(asked).or_else(alike).or_else(|| is(&Language::english()));
        if let Some(at) = first {
            let first = all.remove(at);
            all.insert(0, first);
        }
        if all.is_empty() {
            all.push(Language::english());
        }
        Self(all)
    }

    /// All, the one that the page opens in first.
    pub fn iter(&self) -> impl Iterator<Item = &Language> {
        self.0.iter()
    }

    /// The one that the page opens in.
    pub fn first(&self) -> Language {
        self.0.first().cloned().unwrap_or_else(Language::english)
    }

    /// What the switch shows; nothing where there is nothing to choose.
    pub fn choices(&self) -> Vec<Choice<'_>> {
        let choice = |language| Choice { language, name: own_name(language), direction: direction(language) };
        if self.0.len() > 1 { self.0.iter().map(choice).collect() } else { Vec::new() }
    }

    /// A text from what each language sees of it, and the language that this is in.
    pub fn text(&self, find: impl Fn(&Language) -> Option<(Option<Language>, String)>) -> Option<Text> {
        let mut versions: Vec<Version> = Vec::new();
        for seer in &self.0 {
            let Some((language, found)) = find(seer) else { continue };
            let shown = visible(&found).into_owned();
            match versions.iter_mut().find(|known| known.language == language && known.words == shown) {
                Some(known) => known.seen_in = format!("{} {seer}", known.seen_in),
                None => versions.push(Version { seen_in: seer.to_string(), language, words: shown }),
            }
        }
        if let [only] = versions.as_mut_slice() {
            only.seen_in.clear();
        }
        (!versions.is_empty()).then_some(Text { versions })
    }

    /// A text of the interface.
    pub fn say(&self, say: impl Fn(&dyn Words, &Language) -> String) -> Text {
        self.text(|language| Some((Some(spoken(language)), say(words(language), language))))
            .unwrap_or_default()
    }

    /// A text of a record.
    pub fn recorded<'r>(
        &self,
        resolution: &'r Resolution,
        pick: impl Fn(&'r LanguageBlock) -> Option<&'r str>,
    ) -> Option<Text> {
        self.text(|language| {
            let (found, text) = resolution.text_and_language(language, &pick)?;
            Some((Some(found.clone()), text.to_owned()))
        })
    }

    /// A delegation's name: as recorded, else the standard one, else its code.
    pub fn name(&self, resolution: &Resolution, delegation: &Delegation) -> Text {
        let name = |language: &Language| {
            let own = resolution
                .text_and_language(language, |block| block.delegations.get(delegation).map(String::as_str));
            let standard = || {
                names::standard(delegation.as_str(), language.primary())
                    .map(|name| (Some(language.clone()), name))
            };
            let found = own.map(|(tag, name)| (Some(tag.clone()), name)).or_else(standard);
            let (tag, name) = found.unwrap_or((None, delegation.as_str()));
            Some((tag, name.to_owned()))
        };
        self.text(name).unwrap_or_default()
    }
}

/// The language in which the interface speaks to a reader of a language.
fn spoken(language: &Language) -> Language {
    let known = INTERFACE.iter().find(|tag| **tag == language.primary());
    known.and_then(|tag| tag.parse().ok()).unwrap_or_else(Language::english)
}

/// What a language calls itself, for those that the interface speaks and some that records are often in.
fn own_name(language: &Language) -> String {
    const NAMES: &[(&str, &str)] = &[
        ("ar", "العربية"),
        ("de", "Deutsch"),
        ("en", "English"),
        ("es", "Español"),
        ("fr", "Français"),
        ("it", "Italiano"),
        ("pt", "Português"),
        ("ru", "Русский"),
        ("zh", "中文"),
    ];
    let known = NAMES.iter().find(|(tag, _)| *tag == language.as_str());
    known.map_or(language.as_str(), |(_, name)| name).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn languages(tags: &[&str]) -> Languages {
        Languages(tags.iter().map(|tag| tag.parse().unwrap()).collect())
    }

    #[test]
    fn languages_that_see_the_same_words_share_them() {
        let english = Some(Language::english());
        let text = languages(&["en", "ar", "fr"]).text(|seer| {
            (seer.as_str() != "fr")
                .then(|| (english.clone(), "Water".to_owned()))
                .or(Some((None, "OP1".into())))
        });
        let seen: Vec<_> = text.unwrap().versions.into_iter().map(|one| (one.seen_in, one.words)).collect();
        assert_eq!(seen, [("en ar".to_owned(), "Water".to_owned()), ("fr".to_owned(), "OP1".to_owned())]);
        let same = languages(&["en", "ar"]).text(|_| Some((english.clone(), "a\u{202e}b".into()))).unwrap();
        assert_eq!((same.versions[0].seen_in.as_str(), same.versions[0].words.as_str()), ("", "a\\u{202e}b"));
    }

    #[test]
    fn the_interface_speaks_english_where_it_has_no_words() {
        let text = languages(&["de", "ar"]).say(|words, _| words.no_position().to_owned());
        let spoken: Vec<_> =
            text.versions.iter().map(|one| (one.direction(), one.seen_in.as_str())).collect();
        assert_eq!(spoken, [("ltr", "de"), ("rtl", "ar")]);
        assert_eq!(text.versions[0].language, Some(Language::english()));
    }
}
