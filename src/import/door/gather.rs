//! The characters of a paragraph, gathered from wherever its format keeps them: NFC, single blanks, nothing invisible.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::fold::is_invisible;
use crate::import::mapped::Mapped;

/// A text that grows.
#[derive(Debug, Default)]
pub struct Gather {
    text: Mapped,
    /// Characters that may still be composed with the next one, and where they begin.
    cluster: String,
    from: usize,
    /// Where a blank stands that is not written yet.
    blank: Option<usize>,
}

impl Gather {
    /// Adds a text that stands in the document as it is, from `place` on.
    pub fn push_str(&mut self, text: &str, place: usize) {
        let mut at = 0;
        while at < text.len() {
            // Signs of ASCII are composed with nothing but a mark behind the last of them.
            let plain = text.as_bytes()[at..].iter().take_while(|byte| byte.is_ascii_graphic()).count();
            if plain > 2 {
                let first = text.as_bytes()[at];
                self.push(char::from(first), place + at);
                self.flush();
                self.text.push_str(&text[at + 1..at + plain - 1], place + at + 1);
                self.push(char::from(text.as_bytes()[at + plain - 1]), place + at + plain - 1);
                at += plain;
            } else if let Some(c) = text[at..].chars().next() {
                self.push(c, place + at);
                at += c.len_utf8();
            }
        }
    }

    /// Adds a character.
    pub fn push(&mut self, c: char, place: usize) {
        if c.is_whitespace() {
            self.flush();
            self.blank = self.blank.or(Some(place));
            return;
        }
        if c.is_control() || is_invisible(c) {
            return;
        }
        if let Some(place) = self.blank.take().filter(|_| !self.is_empty()) {
            // Chinese has no blanks between its own signs; one is left where the mark of a note stood.
            let unspaced = is_han(self.text.text().chars().next_back()) && is_han(Some(c));
            if !unspaced {
                self.text.push(' ', place);
            }
        }
        // A character that is never composed with the one before it begins a cluster of its own.
        if c.is_ascii()
            || is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes
                && unicode_normalization::char::canonical_combining_class(c) == 0
        {
            self.flush();
        }
        if self.cluster.is_empty() {
            self.from = place;
        }
        self.cluster.push(c);
    }

    fn flush(&mut self) {
        let mut chars = self.cluster.chars();
        match (chars.next(), chars.next()) {
            (None, _) => return,
            (Some(c), None) => self.text.push(c.nfc().next().unwrap_or(c), self.from),
            // Where composing changes nothing the characters stand as they are, each at its place.
            _ if self.cluster.nfc().eq(self.cluster.chars()) => self.text.push_str(&self.cluster, self.from),
            _ => {
                let from = self.from;
                self.cluster.nfc().for_each(|c| self.text.push(c, from));
            }
        }
        self.cluster.clear();
    }

    /// Whether nothing but blanks was added.
    pub fn is_empty(&self) -> bool {
        self.text.text().is_empty() && self.cluster.is_empty()
    }

    /// How many bytes the text has so far.
    pub fn length(&mut self) -> usize {
        self.flush();
        self.text.text().len()
    }

    /// The text so far, from a byte on.
    pub fn since(&mut self, start: usize) -> Mapped {
        self.flush();
        self.text.slice(start.min(self.text.text().len())..self.text.text().len()).trimmed()
    }

    /// Where in the document the text so far ends.
    pub fn end(&mut self) -> usize {
        self.flush();
        self.text.place(self.text.text().len())
    }

    /// Takes a character off the end, if it stands there.
    pub fn pop(&mut self, c: char) -> bool {
        self.flush();
        let text = self.text.text();
        let found = text.ends_with(c);
        if found {
            self.text.truncate(text.len() - c.len_utf8());
        }
        found
    }

    /// The text; what is gathered next begins another.
    pub fn take(&mut self) -> Mapped {
        self.flush();
        self.blank = None;
        std::mem::take(&mut self.text).trimmed()
    }
}

fn is_han(c: Option<char>) -> bool {
    c.is_some_and(|c| matches!(c, '\u{3000}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_composed_and_has_single_blanks() {
        let mut gather = Gather::default();
        gather.push_str(" \t Quaie\u{301}", 10);
        gather.push_str("\u{200b} du\u{a0}port ", 30);
        assert_eq!(gather.length(), "Quaié du port".len());
        assert_eq!(gather.since("Quaié ".len()).text(), "du port");
        let text = gather.take();
        assert_eq!((text.text(), text.place(0), text.place("Quaié d".len())), ("Quaié du port", 13, 35));
        assert!(gather.is_empty());
    }
}
