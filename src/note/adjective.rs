//! Delegations called with an adjective: "the Cuban and Iranian delegations", "الوفدان المصري والجزائري".

use std::collections::HashMap;
use std::sync::OnceLock;

use super::token;

/// Lines of code, English and Arabic adjectives, after a heading of lines that begin with `#`.
const TABLE: &str = include_str!("../words/adjectives.tsv");

/// Where the adjective stands: before the word "delegation", or behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    Before,
    Behind,
}

/// The adjectives of a language, by their first word: the words after it, and whose they are.
pub(super) type Adjectives = HashMap<String, Vec<(Vec<String>, Vec<&'static str>)>>;

/// The English adjectives.
pub(super) fn english() -> &'static Adjectives {
    static ALL: OnceLock<Adjectives> = OnceLock::new();
    ALL.get_or_init(|| build(1, |word| vec![word.to_owned()]))
}

/// The Arabic adjectives, with the article, in every gender, number and case.
pub(super) fn arabic() -> &'static Adjectives {
    static ALL: OnceLock<Adjectives> = OnceLock::new();
    ALL.get_or_init(|| {
        build(2, |word| {
            let (first, rest) = word.split_once(' ').map_or((word, ""), |(first, rest)| (first, rest));
            let ending = |ending: &str| match rest {
                "" => format!("ال{first}{ending}"),
                // Of two words the first stays as it is where it is a noun: "الجنوب أفريقي".
                _ if first.ends_with('ي') => format!("ال{first}{ending} ال{rest}{ending}"),
                _ => format!("ال{first} {rest}{ending}"),
            };
            ["", "ة", "ان", "ين", "ون", "تان", "تين", "ات"].map(ending).to_vec()
        })
    })
}

fn build(column: usize, forms: impl Fn(&str) -> Vec<String>) -> Adjectives {
    let mut all = Adjectives::new();
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split('\t');
        let Some(code) = cells.next() else { continue };
        let words = cells.nth(column - 1).unwrap_or_default();
        for form in words.split('|').filter(|word| !word.is_empty()).flat_map(&forms) {
            add(&mut all, &form, code);
        }
    }
    all.values_mut().for_each(|list| list.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len())));
    all
}

fn add(all: &mut Adjectives, form: &str, code: &'static str) {
    let mut words = token::tokens(form).into_iter().map(|token| token.text).filter(|word| word != ".");
    let Some(first) = words.next() else { return };
    let rest: Vec<String> = words.collect();
    let list = all.entry(first).or_default();
    match list.iter_mut().find(|(known, _)| *known == rest) {
        Some((_, codes)) => codes.push(code),
        None => list.push((rest, vec![code])),
    }
}

/// The adjective at the start of `tokens`, with `first` for the text of the first: whose it is, and how many it takes.
pub(super) fn longest(
    all: &Adjectives,
    first: &str,
    tokens: &[token::Token],
) -> Option<(Vec<&'static str>, usize)> {
    let rest = tokens.get(1..)?;
    let fits = |words: &[String]| {
        words.len() <= rest.len()
            && words
                .iter()
                .zip(rest)
                .all(|(word, token)| *word == token.text && token.gap < token::Gap::Paragraph)
    };
    let (words, codes) = all.get(first)?.iter().find(|(words, _)| fits(words))?;
    Some((codes.clone(), words.len() + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names;

    #[test]
    fn the_table_is_in_order_and_every_code_is_one() {
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let cells: Vec<&str> = line.split('\t').collect();
            assert!(cells.len() == 3 && names::is_code(cells[0]) && !cells[1].is_empty(), "{line}");
        }
    }

    #[test]
    fn adjectives_of_one_and_of_several() {
        let found = |text: &str| {
            let tokens = token::tokens(text);
            longest(english(), &tokens[0].text, &tokens)
        };
        assert_eq!(found("Cuban delegation"), Some((vec!["CU"], 1)));
        assert_eq!(found("South African delegation"), Some((vec!["ZA"], 2)));
        assert_eq!(found("Korean delegation"), Some((vec!["KP", "KR"], 1)));
        assert_eq!(found("delegation"), None);
    }
}
