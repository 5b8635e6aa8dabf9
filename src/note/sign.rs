//! What words say in a note, whatever the language: the terminals of the grammar, and the lists of words for them.

use std::collections::HashMap;

use super::token::{self, Token, TokenKind};
use crate::model::PositionKind;

/// What a word, or several words, say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// A position of that kind: "expressed reservations", "dissociated itself".
    Kind(PositionKind),
    /// "objected to": to the text, or to another's position.
    Objects,
    /// A position without saying of what kind: "position", "statement".
    Stance,
    /// A verb of saying: it stated, it requested.
    Say,
    /// A delegation's own statement: "wishes to state that", "recalls that its".
    States,
    /// "asked that its position be on record".
    OnRecord,
    /// "reserved its right": a reservation for later.
    Right,
    /// "announced that it would".
    Announce,
    /// "withdrew".
    Withdraw,
    /// "voted against", "abstained".
    Vote,
    /// "not", "no", "without".
    Not,
    /// "conditional", and what introduces a condition.
    Condition,
    /// "at a later stage".
    Later,
    /// "on behalf of".
    Behalf,
    /// "respectively".
    Respectively,
    /// "in particular": the list is not complete.
    Particular,
    /// "regarding the position of".
    Regarding,
    /// "another delegation's position".
    AnotherPosition,

    /// What leads to an object: "on", "regarding".
    On,
    /// "to": an object, or the end of a range.
    To,
    /// "in", "contained in".
    In,
    /// "of".
    Of,
    /// "by": who did it.
    By,
    /// "from": who it comes from, or what one dissociates from.
    From,
    /// "for": an object, or a reason.
    For,
    /// "and", "or".
    And,
    /// "but", "while": another clause begins.
    But,
    /// "that": what was said follows.
    That,
    /// "because", "which", "as": what follows explains and adds nothing.
    Because,

    /// What is numbered: an index into the words for units that [`Lexicon::units`] has.
    Unit(usize),
    /// "preambular": the half of the text, as an adjective, or its name.
    Preambular,
    /// "operative".
    Operative,
    /// "section", before the part's number.
    Part,
    /// "sub-paragraph".
    SubParagraph,
    /// "third".
    Ordinal(u32),
    /// "bis": what belongs to the number before it.
    Suffix(&'static str),
    /// "numbered": a label as records have it follows, in quotation marks.
    Numbered,
    /// "formerly", in brackets with a number.
    Former,
    /// "this", "the same", before a unit.
    Same,
    /// "it": what was named before.
    It,
    /// "they": who was named before.
    They,
    /// "we", "my delegation": whoever speaks, where the words before say who that is.
    We,
    /// "one", "the other": of what was named before, and which is not said.
    OneOf,
    /// "an amendment to": not the text, but what somebody wanted it to be.
    Proposal,
    /// "on it", where that is one word.
    OnIt,
    /// "entire".
    Whole,
    /// "as a whole", "in its entirety".
    AsWhole,
    /// The text itself: "resolution", "text".
    Own,
    /// "certain", "several", before paragraphs.
    Some,
    /// "parts", "provisions", "elements" of the text.
    Bits,
    /// "provisions", "wording": of a paragraph they are the paragraph.
    Contents,
    /// Another text: "Convention", "Charter".
    Foreign,
    /// "the reference to", "the term": a phrase follows.
    Intro,
    /// "sentence", "chapeau", "title": less, or other, than a paragraph.
    Portion,
    /// "except": what follows is taken out of what was named.
    Except,
    /// "both": the two paragraphs named before.
    Both,
    /// "of it", where that is one word: of the half of the text that was named before.
    OfIt,
    /// "first three": so many from the first.
    Firsts(u32),
    /// "last", "last two": so many up to the last.
    Lasts(u32),

    /// "delegations", "delegation of", "representative of".
    Delegation,
    /// "Mr.": the name of a person follows.
    Honorific,
    /// "others": delegations that are not named.
    Others,
    /// "did so": what was said of the delegation before.
    Likewise,
    /// "the former", as a delegation: of the two named before, the first.
    First,
    /// "the latter": the second.
    Second,
    /// "under", before the rule by which something was done, or where it stands.
    Under,
    /// "that reservation": the position said before.
    ThatPosition,
    /// "all three": so many delegations named before.
    All(usize),
    /// "had it not been amended": it did not happen.
    Unreal,
    /// "wherever it appears": in paragraphs that are not named.
    Wherever,
    /// "supported", "welcomed": the opposite of a position.
    Support,
    /// "join", of the consensus: not to is to dissociate oneself.
    Join,
    /// "joined", apart from its consensus.
    Joined,
    /// "together with": more delegations, or more paragraphs.
    With,
    /// "insofar as": the position is on a part of what was named, in words that are not understood.
    Insofar,
    /// "lack of": what follows does not stand in the text.
    Lack,
    /// "at": an occasion may follow.
    At,
    /// "meeting", "session": an occasion.
    Meeting,
    /// The name of a month.
    Month,
    /// "see", in brackets: a reference that says nothing of positions.
    See,
    /// "the following".
    Following,
    /// "which", where it may also belong to a name: "Qatar, which expressed reservations".
    Which,
    /// "the".
    Article,
    /// Words that change nothing.
    Filler,
    /// Words of a list that hold a keyword in another sense: "opposition parties".
    Other,
}

/// One entry of a list: what some words say. Forms are separated by `|`; braces hold alternatives
/// (`reservation{,s}`), which multiply.
pub(super) type Entry = (Sign, &'static str);

/// A word for what is numbered.
pub(super) struct UnitWord {
    /// The forms, as in an [`Entry`].
    pub forms: &'static str,
    /// The letters of the label, and the word that a record declares; none for a paragraph.
    pub declared: Option<(&'static str, &'static str)>,
    /// Of a paragraph: whether the word itself says that it is a preambular (`PP`) or operative (`OP`) one.
    pub half: Option<Half>,
    /// As printed before one number, two and many.
    pub printed: [&'static str; 3],
}

impl UnitWord {
    /// A word for a paragraph.
    pub(super) const fn paragraph(
        half: Option<Half>,
        printed: [&'static str; 3],
        forms: &'static str,
    ) -> Self {
        Self { forms, declared: None, half, printed }
    }

    /// A word for another unit: the letters of its labels, the word that a record declares for it.
    pub(super) const fn declared(
        letters: &'static str,
        word: &'static str,
        printed: [&'static str; 3],
        forms: &'static str,
    ) -> Self {
        Self { forms, declared: Some((letters, word)), half: None, printed }
    }
}

/// The two halves of a resolution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Half {
    Preambular,
    Operative,
}

/// The words of a language, ready to be looked up.
pub(super) struct Lexicon {
    /// By the first word: the words after it, the longest first.
    entries: HashMap<String, Vec<(Vec<String>, Sign)>>,
}

impl Lexicon {
    /// A lexicon from its lists. Of two entries with the same words the first stays.
    pub(super) fn new(lists: &[&[Entry]], ordinals: &str, units: &[UnitWord]) -> Self {
        let mut lexicon = Self { entries: HashMap::new() };
        for (index, unit) in units.iter().enumerate() {
            lexicon.add(unit.forms, Sign::Unit(index));
        }
        for (sign, forms) in lists.iter().copied().flatten() {
            lexicon.add(forms, *sign);
        }
        for (number, forms) in (1..).zip(ordinals.split('|')) {
            lexicon.add(forms, Sign::Ordinal(number));
        }
        for list in lexicon.entries.values_mut() {
            // Stable, so that the first of two equal ones stays first.
            list.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
        lexicon
    }

    fn add(&mut self, forms: &str, sign: Sign) {
        for form in forms.split('|').flat_map(|form| alternatives(form.trim())) {
            let mut words = token::tokens(&form).into_iter().map(|token| token.text);
            if let Some(first) = words.next() {
                self.entries.entry(first).or_default().push((words.collect(), sign));
            }
        }
    }

    /// The longest entry at the start of `tokens`, with `first` for the text of the first token; how many tokens it
    /// takes.
    pub(super) fn longest(&self, first: &str, tokens: &[Token]) -> Option<(Sign, usize)> {
        let rest = tokens.get(1..)?;
        let fits = |words: &[String]| {
            words.len() <= rest.len()
                && words.iter().zip(rest).all(|(word, token)| {
                    *word == token.text && token.kind != TokenKind::Quote && token.gap < token::Gap::Paragraph
                })
        };
        let list = self.entries.get(first)?;
        list.iter().find(|(words, _)| fits(words)).map(|(words, sign)| (*sign, words.len() + 1))
    }
}

/// What a form with braces stands for.
fn alternatives(form: &str) -> Vec<String> {
    let Some((before, rest)) = form.split_once('{') else { return vec![form.to_owned()] };
    let (choices, after) = choices(rest);
    let tails = alternatives(after);
    let mut all = Vec::new();
    for choice in choices.into_iter().flat_map(alternatives) {
        all.extend(tails.iter().map(|tail| format!("{before}{choice}{tail}")));
    }
    all
}

/// The choices up to the brace that closes them, and what stands after it.
fn choices(rest: &str) -> (Vec<&str>, &str) {
    let (mut choices, mut from, mut depth) = (Vec::new(), 0, 0);
    for (at, c) in rest.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' if depth == 0 => {
                choices.push(&rest[from..at]);
                from = at + 1;
            }
            '}' => {
                choices.push(&rest[from..at]);
                return (choices, &rest[at + 1..]);
            }
            _ => {}
        }
    }
    (vec![rest], "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_multiply() {
        assert_eq!(alternatives("a{,b}c{d,e}"), ["acd", "ace", "abcd", "abce"]);
        assert_eq!(alternatives("x{,y{1,2}}"), ["x", "xy1", "xy2"]);
    }

    #[test]
    fn the_longest_entry_wins() {
        let lexicon =
            Lexicon::new(&[&[(Sign::On, "on|with regard to"), (Sign::Behalf, "on behalf of")]], "", &[]);
        let tokens = token::tokens("on behalf of");
        assert_eq!(lexicon.longest("on", &tokens), Some((Sign::Behalf, 3)));
        assert_eq!(lexicon.longest("on", &tokens[..2]), Some((Sign::On, 1)));
    }
}
