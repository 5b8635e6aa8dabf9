//! Paragraphs as documents cite them: "operative paragraphs 2, 3 (a) and 4 bis", "the second preambular paragraph",
//! "paragraph 2 of article 5", in any language that [`words`](crate::words) has.

use crate::model::{Label, Number, Unit};
use crate::words::{Gap, Meaning, Sign, Term};

/// How many paragraphs a range may have.
const WIDEST: u32 = 200;

/// How many terms a citation may have.
const LONGEST: usize = 60;

/// Paragraphs that a text cites.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The paragraphs, in the order cited; empty where the numbers cannot be those of paragraphs.
    pub labels: Vec<Label>,
    /// How many terms it takes.
    pub length: usize,
}

/// What a resolution's counts say of "the last paragraph": preambular, operative.
pub type Counts = [Option<u32>; 2];

/// The citation that begins with the first of `terms`; none where none does. A paragraph of which the citation does not
/// say the half is an operative one.
pub fn citation(terms: &[Term], counts: Counts) -> Option<Citation> {
    let terms = &terms[..terms.len().min(LONGEST)];
    let mut reader = Reader { terms, at: 0, counts, half: None, unit: None, items: Vec::new() };
    reader.read()?;
    let unit = reader.unit();
    let labels: Vec<Label> = reader.items.iter().filter_map(|item| item.label(&unit)).collect();
    let whole = labels.len() == reader.items.len();
    Some(Citation { labels: if whole { labels } else { Vec::new() }, length: reader.at })
}

/// One number of a citation, with what stands behind it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Item {
    number: u32,
    suffix: String,
    path: Vec<String>,
}

impl Item {
    fn label(&self, unit: &Unit) -> Option<Label> {
        let number: Number = format!("{}{}", self.number, self.suffix).parse().ok()?;
        self.path.iter().try_fold(Label::new(unit.clone(), number), |label, mark| label.below(mark).ok())
    }
}

struct Reader<'a> {
    terms: &'a [Term],
    at: usize,
    counts: Counts,
    half: Option<Sign>,
    unit: Option<Sign>,
    items: Vec<Item>,
}

impl Reader<'_> {
    fn read(&mut self) -> Option<()> {
        self.ordinals();
        self.half();
        if let Some(unit) = self.sign().filter(|sign| is_unit(*sign)) {
            (self.unit, self.at) = (Some(unit), self.at + 1);
            self.skip_marks();
            self.half();
        }
        if self.items.is_empty() {
            self.numbers();
        }
        if self.items.is_empty() {
            self.ordinals();
        }
        self.half_after();
        let told =
            self.unit.is_some() || (self.half.is_some() && self.items.iter().all(|item| item.number > 0));
        (told && !self.items.is_empty()).then_some(())
    }

    fn unit(&self) -> Unit {
        match (self.unit, self.half) {
            (Some(Sign::Unit(letters)), _) => letters.parse().unwrap_or_else(|_| Unit::op()),
            (Some(Sign::PreambularParagraph), _) | (_, Some(Sign::Preambular)) => Unit::pp(),
            _ => Unit::op(),
        }
    }

    fn term(&self) -> Option<&Term> {
        self.terms.get(self.at)
    }

    fn sign(&self) -> Option<Sign> {
        match self.term()?.meaning {
            Meaning::Sign(sign) => Some(sign),
            _ => None,
        }
    }

    fn skip_marks(&mut self) {
        while self.term().is_some_and(|term| term.is_mark('.') || term.is_mark(':')) {
            self.at += 1;
        }
    }

    /// "preambular", before or behind the unit.
    fn half(&mut self) {
        if let Some(half) = self.sign().filter(|sign| matches!(sign, Sign::Preambular | Sign::Operative)) {
            self.half = Some(half);
            self.at += 1;
        }
    }

    /// "of the preamble", behind the numbers.
    fn half_after(&mut self) {
        let links = |term: &&Term| term.is(Sign::Of) || term.is(Sign::In) || term.is(Sign::Filler);
        let skipped = self.terms[self.at..].iter().take(3).take_while(links).count();
        let next = self.terms.get(self.at + skipped).map(|term| term.meaning);
        if let Some(Meaning::Sign(half @ (Sign::Preambular | Sign::Operative))) = next {
            self.half = self.half.or(Some(half));
            self.at += skipped + 1;
        }
    }

    /// "first and third", "last".
    fn ordinals(&mut self) {
        loop {
            let number = match self.sign() {
                Some(Sign::Ordinal(number)) => number,
                Some(Sign::Last) => match self.last() {
                    Some(number) => number,
                    None => return,
                },
                _ => return,
            };
            self.items.push(Item { number, ..Item::default() });
            self.at += 1;
            let joins = self.separator();
            let more = self.terms.get(self.at + joins).map(|term| term.meaning);
            if joins == 0 || !matches!(more, Some(Meaning::Sign(Sign::Ordinal(_) | Sign::Last))) {
                return;
            }
            self.at += joins;
        }
    }

    /// The last paragraph of the half that stands behind the word.
    fn last(&self) -> Option<u32> {
        let preambular = self.terms[self.at..].iter().take(6).any(|term| term.is(Sign::Preambular));
        self.counts[usize::from(!preambular)]
    }

    /// How many terms part two members of a list here.
    fn separator(&self) -> usize {
        let mut count = 0;
        while let Some(term) = self.terms.get(self.at + count) {
            if !(term.is_mark(',') || term.is(Sign::And) || term.is(Sign::Filler)) || count > 2 {
                break;
            }
            count += 1;
        }
        count
    }

    fn numbers(&mut self) {
        let Some(first) = self.item() else { return };
        self.add(first);
        loop {
            let joins = self.separator();
            if joins == 0 {
                return;
            }
            if self.letters(joins) {
                continue;
            }
            if !self.terms.get(self.at + joins).is_some_and(is_paragraph_number) {
                return;
            }
            self.at += joins;
            let Some(next) = self.item() else { return };
            self.add(next);
        }
    }

    /// Adds a number, and those up to the last one of a range that it begins.
    fn add(&mut self, item: Item) {
        let first = item.number;
        self.items.push(item);
        self.range(first);
    }

    /// "3 (a) and (c)": another letter of the number before.
    fn letters(&mut self, joins: usize) -> bool {
        let Some(last) = self.items.last().cloned().filter(|item| !item.path.is_empty()) else {
            return false;
        };
        let begin = self.at;
        self.at += joins;
        let mut next = Item { path: last.path[..last.path.len() - 1].to_vec(), ..last };
        if self.mark(&mut next) {
            self.items.push(next);
            return true;
        }
        self.at = begin;
        false
    }

    fn item(&mut self) -> Option<Item> {
        let term = self.term().filter(|term| is_paragraph_number(term))?;
        let Meaning::Number(number) = term.meaning else { return None };
        let letters: String = term.text.chars().skip_while(|c| crate::fold::digit(*c).is_some()).collect();
        let mut item = Item { number, ..Item::default() };
        if letters.chars().count() == 1 {
            item.path.push(letters);
        } else if term.text.starts_with(|c: char| crate::fold::digit(c).is_some()) {
            item.suffix = letters;
        }
        self.at += 1;
        if let Some(Sign::Suffix(suffix)) = self.sign() {
            item.suffix = suffix.to_owned();
            self.at += 1;
        }
        while self.mark(&mut item) {}
        Some(item)
    }

    /// "(a)" behind a number.
    fn mark(&mut self, item: &mut Item) -> bool {
        let [open, inside, close, ..] = &self.terms[self.at.min(self.terms.len())..] else { return false };
        let short = inside.text.chars().count() <= 4 && !matches!(inside.meaning, Meaning::Name(_));
        if !(open.is_mark('(') && close.is_mark(')') && short && !inside.text.is_empty()) {
            return false;
        }
        let Some(mark) = letter(&inside.text) else { return false };
        item.path.push(mark);
        self.at += 3;
        true
    }

    /// "3 to 5", "3-5".
    fn range(&mut self, first: u32) {
        let dash = self.term().is_some_and(|term| term.is_mark('-') || term.is(Sign::To));
        let last = self.terms.get(self.at + 1).filter(|term| dash && is_paragraph_number(term));
        let Some(Meaning::Number(last)) = last.map(|term| term.meaning) else { return };
        if last > first && last - first < WIDEST {
            self.items.extend((first + 1..=last).map(|number| Item { number, ..Item::default() }));
            self.at += 2;
        }
    }
}

fn is_unit(sign: Sign) -> bool {
    matches!(sign, Sign::Paragraph | Sign::PreambularParagraph | Sign::OperativeParagraph | Sign::Unit(_))
}

/// Whether a term may be the number of a paragraph: not what is parted in thousands, nor on another line's item.
fn is_paragraph_number(term: &Term) -> bool {
    matches!(term.meaning, Meaning::Number(1..=9999)) && term.gap < Gap::Item
}

/// The Latin letters or the number of a mark, given folded and without brackets.
fn letter(folded: &str) -> Option<String> {
    /// The letters of Arabic lists in the order of a, b, c …
    const ABJAD: &str = "ابجدهوزحطيكلمنسعفصقرشتثخذض";
    if folded.chars().all(|c| c.is_ascii_alphanumeric()) {
        return Some(folded.to_owned());
    }
    let one =
        |c: char| ('a'..='z').zip(ABJAD.chars()).find(|(_, arabic)| *arabic == c).map(|(latin, _)| latin);
    folded.chars().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Words, terms};

    fn cited(tag: &str, text: &str) -> String {
        let words = Words::of(&tag.parse().unwrap()).unwrap();
        let terms = terms(text, words, &[]).list;
        let found = citation(&terms, [Some(9), Some(12)]);
        found.map_or_else(String::new, |found| {
            found.labels.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
        })
    }

    #[test]
    fn citations_in_each_language() {
        for (tag, text, labels) in [
            ("en", "operative paragraphs 2, 3 (a) and (c) and 4 bis", "OP2 OP3(a) OP3(c) OP4bis"),
            ("en", "second and third preambular paragraphs", "PP2 PP3"),
            ("en", "last operative paragraph", "OP12"),
            ("en", "paragraphs 3-5 of the preamble", "PP3 PP4 PP5"),
            ("en", "rule 39 bis", "RULE39bis"),
            ("en", "PP9", "PP9"),
            ("ar", "الفقرتين 2 و3 من المنطوق", "OP2 OP3"),
            ("ar", "الفقرة الثامنة من الديباجة", "PP8"),
            ("fr", "paragraphes 2 et 4 du dispositif", "OP2 OP4"),
            ("fr", "deuxième alinéa du préambule", "PP2"),
            ("es", "párrafo 2 de la parte dispositiva", "OP2"),
            ("es", "tercer párrafo del preámbulo", "PP3"),
            ("en", "the paragraph", ""),
        ] {
            assert_eq!(cited(tag, text), labels, "{text}");
        }
    }
}
