//! The longest name at a place in a sentence.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::token::{Gap, Token, telling, tokens};
use super::{Form, rows};

/// A name that was found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match<'a> {
    /// How many tokens it takes, with an article before it.
    pub words: usize,
    /// The byte of the text after it, and after the bracket that closes it.
    pub end: usize,
    /// The code; more than one, sorted, where the name is several delegations' ("Korea").
    pub codes: &'a [&'static str],
}

/// All names, in a tree over their words, for a reader of sentences.
///
/// ```
/// use reservations::names::{Matcher, tokens};
/// let text = "the Syrian Arab Republic, and Iran (Islamic Republic of) on PP9";
/// let words = tokens(text);
/// let first = Matcher::standard().longest(&words, false).unwrap();
/// assert_eq!((first.words, first.codes), (4, ["SY"].as_slice()));
/// let second = Matcher::standard().longest(&words[5..], false).unwrap();
/// assert!(text[..second.end].ends_with("Iran (Islamic Republic of)"));
/// ```
#[derive(Debug)]
pub struct Matcher {
    /// The first is the root.
    nodes: Vec<Node>,
}

#[derive(Debug, Default)]
struct Node {
    /// By what stands before the next word ([`Gap`]: soft, bracket, comma), then by that word.
    next: [HashMap<String, usize>; 3],
    /// Whose name ends here.
    codes: Vec<&'static str>,
    /// Whose name ends here, where it is written in capitals.
    capitals: Vec<&'static str>,
    /// How many articles end an inverted name here ("Congo, Democratic Republic of the": two).
    tail: usize,
}

/// Where a walk through the tree ended: tokens used, and whose name it is.
type Reached<'a> = (usize, &'a [&'static str]);

impl Matcher {
    /// The matcher over the table's names, in all its languages; built when it is first asked for.
    #[must_use]
    pub fn standard() -> &'static Matcher {
        static MATCHER: OnceLock<Matcher> = OnceLock::new();
        MATCHER.get_or_init(Matcher::build)
    }

    fn build() -> Matcher {
        let mut matcher = Matcher { nodes: vec![Node::default()] };
        for row in rows() {
            matcher.add(&tokens(row.name), row.code, row.form == Form::Abbreviation);
        }
        matcher
    }

    fn add(&mut self, words: &[Token], code: &'static str, abbreviation: bool) {
        let mut at = 0;
        let mut gap = Gap::Soft;
        for word in words {
            gap = gap.max(word.gap);
            let Some(telling) = telling(&word.folded, word.elided) else { continue };
            let fresh = self.nodes.len();
            let from = if at == 0 { Gap::Soft } else { gap };
            gap = Gap::Soft;
            let Some(next) = self.nodes.get_mut(at).and_then(|node| node.next.get_mut(from as usize)) else {
                return;
            };
            at = *next.entry(telling.to_owned()).or_insert(fresh);
            if at == fresh {
                self.nodes.push(Node::default());
            }
        }
        let Some(node) = self.nodes.get_mut(at).filter(|_| at != 0) else { return };
        let tail = words.iter().rev().take_while(|word| telling(&word.folded, word.elided).is_none()).count();
        node.tail = node.tail.max(tail);
        let codes = if abbreviation { &mut node.capitals } else { &mut node.codes };
        if let Err(place) = codes.binary_search(&code) {
            codes.insert(place, code);
        }
    }

    /// The longest name that begins with the first of `words`, or none.
    ///
    /// - An article or "of" may stand before it and count as words of it.
    /// - A comma or a bracket is part of a name only where the table has it there; in "Congo, Democratic Republic of
    ///   the Congo" the comma parts two names, since the second goes on.
    /// - In a script with capitals some word of the name must begin with one, and all letters of an abbreviation
    ///   must be: "turkey" in a sentence is a bird and "us" are we.
    /// - Where `joined`, and no name begins there, one leading Arabic و is left out (وإريتريا).
    #[must_use]
    pub fn longest<'a>(&'a self, words: &[Token], joined: bool) -> Option<Match<'a>> {
        let first = words.first()?.folded.as_str();
        let reached = self.parted(words, first).or_else(|| {
            let rest = first.strip_prefix('و').filter(|rest| joined && rest.chars().nth(1).is_some())?;
            self.parted(words, rest)
        });
        let (used, codes) = reached?;
        let (words, end) = with_bracket(words, used);
        Some(Match { words, end, codes })
    }

    /// The longest name, unless a comma in it parts two names.
    fn parted<'a>(&'a self, words: &[Token], first: &str) -> Option<Reached<'a>> {
        let (used, codes) = self.walk(words, first)?;
        // At the first comma: a name has one, and the words after it are at most a few.
        let comma = words.iter().take(used).skip(1).position(|word| word.gap == Gap::Comma).map(|at| at + 1);
        if let Some(comma) = comma
            && let Some(rest) = words.get(comma..)
            && let Some(word) = rest.first()
            && self.walk(rest, &word.folded).is_some_and(|(more, _)| comma + more > used)
        {
            return self.walk(words.get(..comma)?, first);
        }
        Some((used, codes))
    }

    /// The longest name by the tree alone; `first` stands for the first word.
    fn walk<'a>(&'a self, words: &[Token], first: &str) -> Option<Reached<'a>> {
        let mut best: Option<(Reached<'a>, usize)> = None;
        let mut node = self.nodes.first()?;
        let (mut gap, mut begun, mut capital, mut capitals) = (Gap::Soft, false, false, true);
        for (place, word) in words.iter().enumerate() {
            if place > 0 {
                gap = gap.max(word.gap);
            }
            // An article before the name must stand right before it.
            if gap == Gap::Hard || (!begun && gap != Gap::Soft) {
                break;
            }
            let Some(telling) = telling(if place == 0 { first } else { &word.folded }, word.elided) else {
                continue;
            };
            let Some(next) = node.next.get(gap as usize).and_then(|next| next.get(telling)) else { break };
            node = self.nodes.get(*next)?;
            (gap, begun) = (Gap::Soft, true);
            capital |= word.capital;
            capitals &= word.capitals;
            if capital && !node.codes.is_empty() {
                best = Some(((place + 1, node.codes.as_slice()), node.tail));
            } else if capitals && !node.capitals.is_empty() {
                best = Some(((place + 1, node.capitals.as_slice()), node.tail));
            }
        }
        let ((used, codes), tail) = best?;
        let article = |word: &&Token| word.gap == Gap::Soft && telling(&word.folded, word.elided).is_none();
        Some((used + words.iter().skip(used).take(tail).take_while(article).count(), codes))
    }
}

/// How many words a name of `used` words takes, and where it ends: with the articles that end it in its bracket
/// ("Gambia (Islamic Republic of the)") or stand alone in one ("Gambia (the)"), and with the closing bracket.
fn with_bracket(words: &[Token], used: usize) -> (usize, usize) {
    let articles = words.iter().skip(used).take_while(|word| telling(&word.folded, word.elided).is_none());
    let open = words.iter().take(used).skip(1).any(|word| word.gap == Gap::Open);
    // Inside the bracket already, unless it is closed; else there must be one to open.
    let inside = open && words.get(used - 1).is_some_and(|last| last.closed == last.end);
    let mut taken = used;
    for (place, word) in articles.enumerate() {
        let begins = if place == 0 && !inside { Gap::Open } else { Gap::Soft };
        if word.gap != begins {
            break;
        }
        if word.closed > word.end {
            taken = used + place + 1;
            break;
        }
    }
    let bracket = open || taken > used;
    let end = words.get(taken - 1).map_or(0, |last| if bracket { last.closed } else { last.end });
    (taken, end)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The name at the start of `text`, as written, and its codes.
    fn at_start(text: &str, joined: bool) -> Option<(&str, Vec<&'static str>)> {
        let words = tokens(text);
        let found = Matcher::standard().longest(&words, joined)?;
        Some((&text[words[0].start..found.end], found.codes.to_vec()))
    }

    fn check(text: &str, written: &str, code: &'static str) {
        assert_eq!(at_start(text, false), Some((written, vec![code])), "{text}");
    }

    #[test]
    fn the_longest_name_wins() {
        for (name, code) in [
            ("Bosnia and Herzegovina", "BA"),
            ("Trinidad and Tobago", "TT"),
            ("Trinidad & Tobago", "TT"),
            ("Antigua and Barbuda", "AG"),
            ("Saint Kitts and Nevis", "KN"),
            ("Saint Vincent and the Grenadines", "VC"),
            ("St. Vincent and the Grenadines", "VC"),
            ("Sao Tome and Principe", "ST"),
            ("United Kingdom of Great Britain and Northern Ireland", "GB"),
            ("the United Kingdom", "GB"),
            ("Iran (Islamic Republic of)", "IR"),
            ("Iran, Islamic Republic of", "IR"),
            ("Korea, Republic of", "KR"),
            ("Gambia (the)", "GM"),
            ("Gambia (Islamic Republic of the)", "GM"),
            ("Netherlands (Kingdom of the)", "NL"),
            ("Guinea-Bissau", "GW"),
            ("Guinea", "GN"),
            ("Papua New Guinea", "PG"),
            ("CÔTE D’IVOIRE", "CI"),
            ("l'Inde", "IN"),
            ("la República Bolivariana de Venezuela", "VE"),
            ("Lao People’s\nDemocratic Republic", "LA"),
            ("الجمهورية العربية السورية", "SY"),
            ("دولة قطر", "QA"),
            ("البوسنة والهرسك", "BA"),
            ("إيران (جمهورية - الإسلامية)", "IR"),
            ("صربيا", "RS"),
            ("US", "US"),
            ("U.S.A", "US"),
            ("the Group of 77 and China", "group-of-77"),
        ] {
            for rest in ["", ", Peru", " on PP9", "; and Mali", " and India", " (chair)", " و"] {
                check(&format!("{name}{rest}"), name, code);
            }
        }
        check("中华人民共和国、古巴", "中华人民共和国", "CN");
        check("Afghanistan (l')", "Afghanistan (l')", "AF");
    }

    #[test]
    fn commas_part_names() {
        check("Congo, Democratic Republic of the Congo", "Congo", "CG");
        check("Congo, Democratic Republic of the, Peru", "Congo, Democratic Republic of the", "CD");
        check("the Republic of Korea of the South", "the Republic of Korea", "KR");
        check("Congo\nDemocratic Republic of the Congo", "Congo", "CG");
        check("Congo, the Democratic Republic of the Congo", "Congo", "CG");
        check(
            "China, Hong Kong Special Administrative Region",
            "China, Hong Kong Special Administrative Region",
            "HK",
        );
        check("Mali, Malta", "Mali", "ML");
        check("Guinea; Bissau", "Guinea", "GN");
        check("Guinea. Bissau is its neighbour", "Guinea", "GN");
    }

    #[test]
    fn what_is_no_name() {
        for text in [
            "turkey on the table",
            "us all",
            "reunion",
            "",
            "the",
            "the, India",
            "of",
            "Atlantis",
            "وزارة",
            "la réunion",
        ] {
            assert_eq!(at_start(text, true), None, "{text}");
        }
        assert_eq!(at_start("Korea on PP9", false), Some(("Korea", vec!["KP", "KR"])));
    }

    #[test]
    fn a_joined_and() {
        assert_eq!(at_start("وإريتريا", false), None);
        assert_eq!(at_start("وإريتريا والهند", true), Some(("وإريتريا", vec!["ER"])));
        assert_eq!(at_start("و إريتريا", true), Some(("و إريتريا", vec!["ER"])));
        assert_eq!(
            at_start("والجمهورية العربية السورية التي", true),
            Some(("والجمهورية العربية السورية", vec!["SY"]))
        );
        assert_eq!(at_start("ودولة قطر بشأن", true), Some(("ودولة قطر", vec!["QA"])));
    }

    proptest! {
        #[test]
        fn what_is_found_is_in_the_text(text in any::<String>(), joined: bool) {
            let words = tokens(&text);
            if let Some(found) = Matcher::standard().longest(&words, joined) {
                prop_assert!(found.words > 0 && found.words <= words.len());
                prop_assert!(text.get(words[0].start..found.end).is_some());
            }
        }

        #[test]
        fn names_in_pieces(text in "(the |Iran|Congo|Democratic|Republic| of|[(),. ]| و|l'|Korea|\n){0,14}", joined: bool) {
            let words = tokens(&text);
            if let Some(found) = Matcher::standard().longest(&words, joined) {
                prop_assert!(found.words > 0 && found.words <= words.len());
                prop_assert!(text.get(words[0].start..found.end).is_some());
            }
        }
    }
}
