//! The forms of a language, ready to be looked up.

use std::collections::HashMap;

use super::lex::{self, Gap, Token, TokenKind};
use super::sign::Sign;

/// The forms of a language with their signs.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// By the first word: the words after it, the longest first.
    entries: HashMap<String, Vec<(Vec<String>, Sign)>>,
    /// How many forms the largest template stands for.
    largest: usize,
}

impl Lexicon {
    /// Adds the forms of a sign: separated by `|`; braces hold alternatives (`reservation{,s}`), which multiply.
    pub fn add(&mut self, sign: Sign, forms: &str) {
        for template in forms.split('|') {
            let all = alternatives(template.trim());
            self.largest = self.largest.max(all.len());
            for form in all {
                let mut words = lex::tokens(&form).into_iter().map(|token| token.text);
                if let Some(first) = words.next() {
                    self.entries.entry(first).or_default().push((words.collect(), sign));
                }
            }
        }
    }

    /// Sorts the forms, once all of them are there.
    pub fn finish(&mut self) {
        for list in self.entries.values_mut() {
            list.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
    }

    /// The longest form at the start of `tokens`, with `first` for the text of the first token: its sign, and how many
    /// tokens it takes.
    pub fn longest(&self, first: &str, tokens: &[Token]) -> Option<(Sign, usize)> {
        let rest = tokens.get(1..)?;
        let fits = |words: &[String]| {
            words.len() <= rest.len()
                && words.iter().zip(rest).all(|(word, token)| {
                    *word == token.text && token.kind != TokenKind::Quote && token.gap < Gap::Paragraph
                })
        };
        let list = self.entries.get(first)?;
        list.iter().find(|(words, _)| fits(words)).map(|(words, sign)| (*sign, words.len() + 1))
    }

    /// Every form, folded, with its sign.
    pub fn forms(&self) -> impl Iterator<Item = (String, Sign)> + '_ {
        self.entries.iter().flat_map(|(first, list)| {
            list.iter().map(move |(rest, sign)| {
                let words: Vec<&str> =
                    std::iter::once(first.as_str()).chain(rest.iter().map(String::as_str)).collect();
                (words.join(" "), *sign)
            })
        })
    }

    /// How many forms the largest template stands for.
    pub fn largest(&self) -> usize {
        self.largest
    }
}

/// What a template with braces stands for.
fn alternatives(form: &str) -> Vec<String> {
    let Some((before, rest)) = form.split_once('{') else { return vec![form.to_owned()] };
    let Some((choices, after)) = rest.split_once('}') else { return vec![form.to_owned()] };
    let endings = alternatives(after);
    let with =
        |choice: &str| endings.iter().map(|ending| format!("{before}{choice}{ending}")).collect::<Vec<_>>();
    choices.split(',').flat_map(with).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_multiply() {
        assert_eq!(alternatives("a{,b}c{d,e}"), ["acd", "ace", "abcd", "abce"]);
    }

    #[test]
    fn the_longest_form_wins() {
        let mut lexicon = Lexicon::default();
        lexicon.add(Sign::On, "on | with regard to");
        lexicon.add(Sign::Behalf, "on behalf of");
        lexicon.finish();
        let tokens = lex::tokens("on behalf of");
        assert_eq!(lexicon.longest("on", &tokens), Some((Sign::Behalf, 3)));
        assert_eq!(lexicon.longest("on", &tokens[..2]), Some((Sign::On, 1)));
    }
}
