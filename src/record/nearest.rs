//! The nearest of some legal words to one that is none of them: what a person may have meant.

use std::cell::Cell;

/// A longer word, in bytes, is no slip for another: to compare two takes as long as the product of their lengths.
const LONGEST: usize = 100;

/// The nearest of some legal words, where one is near; none for a word of more than 100 bytes.
pub fn nearest<'a>(word: &str, legal: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > LONGEST {
        return None;
    }
    let lower = word.to_lowercase().replace('_', "-");
    // "reserve" is nearer to "reservation" than letters show: the beginning of a word counts.
    let alike = |known: &str| known.bytes().zip(lower.bytes()).take_while(|(a, b)| a == b).count();
    let score = |known: &str| {
        let begins = if alike(known) >= 5 || is_slip_of_two(&lower, known) { 0.6 } else { 0.0 };
        strsim::normalized_damerau_levenshtein(&lower, known).max(begins)
    };
    let scored = legal.into_iter().filter(|known| known.len() <= LONGEST).map(|known| (score(known), known));
    scored.filter(|(score, _)| *score >= 0.6).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, known)| known)
}

/// Whether a word is one of two letters, `id` or `on`, with the two exchanged.
fn is_slip_of_two(word: &str, known: &str) -> bool {
    known.len() == 2 && word.len() == 2 && word.bytes().rev().eq(known.bytes())
}

/// Look-ups among words of one record, of which it may have thousands: all of them together compare so many words, and
/// later ones find nothing.
#[derive(Debug, Default)]
pub(crate) struct Comparisons {
    made: Cell<usize>,
}

impl Comparisons {
    /// So many words are compared for one record.
    pub const MOST: usize = 5_000;

    /// The nearest of some legal words, as [`nearest`] finds it.
    pub fn nearest<'a>(&self, word: &str, legal: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
        let left = Self::MOST - self.made.get();
        let counted = legal.into_iter().take(left).inspect(|_| self.made.set(self.made.get() + 1));
        nearest(word, counted)
    }

    /// How many words have been compared.
    #[cfg(test)]
    pub fn made(&self) -> usize {
        self.made.get()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_near() {
        let legal = ["reservation", "opposition", "in-favour", "on"];
        for (word, want) in [
            ("reservations", Some("reservation")),
            ("Reserve", Some("reservation")),
            ("reser", Some("reservation")),
            ("rese", None),
            ("in_favour", Some("in-favour")),
            ("in_favor", Some("in-favour")),
            ("oposition", Some("opposition")),
            ("no", Some("on")),
            ("nn", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, legal), want, "{word}");
        }
        // Of two as near the last one; none of none.
        assert_eq!(nearest("ab", ["abc", "abd"]), Some("abd"));
        assert_eq!(nearest("ab", []), None);
        // Six in ten letters are enough, five are not.
        assert_eq!(nearest("abcdefwxyz", ["abcdefghij"]), Some("abcdefghij"));
        assert_eq!(nearest("abcdvwxyz0", ["abcdefghij"]), None);
    }

    #[test]
    fn a_long_word_is_no_slip() {
        let (word, legal) = ("a".repeat(LONGEST), "a".repeat(LONGEST - 1) + "b");
        assert_eq!(nearest(&word, [legal.as_str()]), Some(legal.as_str()));
        assert_eq!(nearest(&(word.clone() + "a"), [legal.as_str()]), None);
        assert_eq!(nearest(&word, [(legal + "b").as_str()]), None);
    }

    #[test]
    fn so_many_words_are_compared_and_no_more() {
        let (comparisons, legal) = (Comparisons::default(), ["bloc"; 1_000]);
        for many in 1..=10 {
            let found = comparisons.nearest("blok", legal).is_some();
            assert_eq!((found, comparisons.made()), (many <= 5, (many * 1_000).min(Comparisons::MOST)));
        }
    }
}
