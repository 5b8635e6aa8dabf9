//! Words that a line end divides.

use std::collections::HashSet;

use super::line::Line;
use crate::fold::fold;

/// Words that stand before a hyphen, and seldom on their own.
const KEEP: [&str; 40] = [
    "non", "self", "co", "well", "so", "long", "short", "high", "low", "cross", "multi", "anti", "post",
    "pre", "socio", "semi", "ex", "half", "full", "up", "to", "decision", "policy", "gender", "human",
    "child", "age", "evidence", "state", "south", "north", "east", "west", "world", "e", "first", "second",
    "third", "two", "three",
];

/// The words of a text, as far as they decide how a divided word is joined.
pub(super) struct Known {
    words: HashSet<String>,
}

impl Known {
    /// Gathers the words, if there is a hyphen at the end of any line.
    pub(super) fn new(lines: &[Line]) -> Self {
        let mut words = HashSet::new();
        if lines.iter().any(|line| divided(line).is_some()) {
            for line in lines {
                let text = fold(line.text.text());
                let inner = text.split(|c: char| !(c.is_alphanumeric() || c == '-'));
                let mut whole: Vec<&str> = inner.filter(|word| !word.is_empty()).collect();
                // The halves of a divided word are no words.
                if divided(line).is_some() {
                    whole.pop();
                }
                words.extend(whole.into_iter().map(str::to_owned));
            }
        }
        Self { words }
    }

    /// Whether the hyphen at the end of a line belongs to the word; `next` is the line after it.
    pub(super) fn keeps(&self, line: &Line, next: &str) -> bool {
        let Some(before) = divided(line) else { return true };
        let after: String = next.chars().take_while(|c| c.is_alphanumeric()).collect();
        if after.is_empty() || !after.starts_with(char::is_lowercase) || before.contains('-') {
            return true;
        }
        let (before, after) = (fold(before), fold(&after));
        let knows = |word: &str| self.words.contains(word);
        if knows(&format!("{before}{after}")) {
            return false;
        }
        let compound = next.chars().nth(after.chars().count()) == Some('-');
        compound
            || knows(&format!("{before}-{after}"))
            || KEEP.contains(&before.as_str())
            || (knows(&before) && knows(&after))
    }
}

/// The last word of a line that ends with a hyphen, without it.
pub(super) fn divided(line: &Line) -> Option<&str> {
    let text = line.text.text().strip_suffix(['-', '‐'])?;
    let word = text.rsplit(|c: char| !(c.is_alphanumeric() || c == '-')).next().unwrap_or_default();
    word.ends_with(char::is_alphanumeric).then_some(word)
}

#[cfg(test)]
mod tests {
    use super::super::line::lines;
    use super::*;

    #[test]
    fn divided_words() {
        let lines = lines(
            "inter-\nnational co-\nast up-to-\ndate harbour-\nmaster the harbour and the master, mid-\nday mid-day coast\n",
        );
        let known = Known::new(&lines);
        let keeps: Vec<bool> =
            lines.windows(2).take(5).map(|pair| known.keeps(&pair[0], pair[1].text.text())).collect();
        assert_eq!(keeps, [false, false, true, true, true]);
    }
}
