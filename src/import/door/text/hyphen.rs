//! Words that a line end divides.

use std::collections::HashSet;

use super::line::Line;
use crate::fold::fold;

/// What stands before a hyphen whatever follows.
const ALWAYS: [&str; 4] = ["non", "self", "socio", "vice"];

/// Words that often stand before a hyphen, where what follows is a word of its own.
const OFTEN: [&str; 42] = [
    "co", "well", "so", "long", "short", "high", "low", "cross", "multi", "anti", "post", "pre", "semi",
    "half", "full", "up", "to", "decision", "policy", "gender", "human", "child", "age", "evidence", "state",
    "south", "north", "east", "west", "world", "first", "second", "third", "two", "three", "capacity",
    "fact", "far", "near", "middle", "large", "small",
];

/// Words that stand behind a hyphen more often than at the end of a longer word.
const TAILS: [&str; 58] = [
    "based",
    "led",
    "related",
    "free",
    "wide",
    "term",
    "scale",
    "income",
    "sensitive",
    "responsive",
    "oriented",
    "driven",
    "sharing",
    "building",
    "making",
    "being",
    "border",
    "cutting",
    "sectoral",
    "date",
    "specific",
    "friendly",
    "inclusive",
    "centred",
    "centered",
    "aged",
    "level",
    "range",
    "reaching",
    "called",
    "standing",
    "lasting",
    "depth",
    "treatment",
    "stakeholder",
    "year",
    "trafficking",
    "corruption",
    "conflict",
    "emptive",
    "recorded",
    "autonomous",
    "generation",
    "class",
    "lateral",
    "south",
    "north",
    "quality",
    "risk",
    "carbon",
    "binding",
    "government",
    "finding",
    "raising",
    "setting",
    "seeking",
    "known",
    "established",
];

/// Words without a hyphen whose halves are words.
const SOLID: [&str; 60] = [
    "without",
    "within",
    "throughout",
    "upon",
    "into",
    "however",
    "therein",
    "whereas",
    "sometimes",
    "outside",
    "overall",
    "furthermore",
    "another",
    "cannot",
    "hereby",
    "thereof",
    "therefore",
    "understand",
    "understanding",
    "outcome",
    "outcomes",
    "framework",
    "frameworks",
    "network",
    "networks",
    "background",
    "highlight",
    "highlights",
    "shortage",
    "shortages",
    "undertake",
    "undertaken",
    "workplace",
    "worldwide",
    "livelihood",
    "livelihoods",
    "widespread",
    "ongoing",
    "outreach",
    "update",
    "safeguard",
    "safeguards",
    "landmark",
    "mainstream",
    "mainstreaming",
    "database",
    "withdraw",
    "uphold",
    "guideline",
    "guidelines",
    "headquarters",
    "seafarer",
    "seafarers",
    "lighthouse",
    "lighthouses",
    "offshore",
    "inland",
    "overseas",
    "multilateral",
    "bilateral",
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
            let mut half = false;
            for line in lines {
                let text = fold(line.text.text());
                let inner = text.split(|c: char| !(c.is_alphanumeric() || c == '-'));
                let mut whole: Vec<&str> =
                    inner.filter(|word| !word.is_empty()).skip(usize::from(half)).collect();
                // The halves of a divided word are no words.
                half = divided(line).is_some();
                if half {
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
        let whole = format!("{before}{after}");
        // "co-operation" is out of use.
        if knows(&whole)
            || SOLID.contains(&whole.as_str())
            || whole.starts_with("cooper")
            || whole.starts_with("coord")
        {
            return false;
        }
        let compound = next.chars().nth(after.chars().count()) == Some('-');
        compound
            || knows(&format!("{before}-{after}"))
            || ALWAYS.contains(&before.as_str())
            || is_tail(&before, &after)
            || (knows(&after) && (knows(&before) || OFTEN.contains(&before.as_str())))
    }
}

/// Whether the second half is one that stands behind a hyphen; "travel-led" is one word.
fn is_tail(before: &str, after: &str) -> bool {
    TAILS.contains(&after) && before.len() > 1 && !(after == "led" && before.ends_with('l'))
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

    #[test]
    fn halves_that_are_words() {
        for (halves, kept) in [
            ("long-\nterm", true),
            ("evidence-\nbased", true),
            ("cross-\nborder", true),
            ("women-\nled", true),
            ("non-\ncompliance", true),
            ("human-\nitarian", false),
            ("child-\nren", false),
            ("pre-\nvention", false),
            ("with-\nout", false),
            ("multi-\nlateral", false),
            ("state-\nments", false),
            ("travel-\nled", false),
            ("co-\noperation", false),
        ] {
            let lines = lines(&format!("{halves}\nwith the state in a child\n"));
            assert_eq!(Known::new(&lines).keeps(&lines[0], lines[1].text.text()), kept, "{halves}");
        }
    }
}
