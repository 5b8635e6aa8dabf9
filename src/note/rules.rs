//! The ground that the rules of the grammar stand on: looking at terminals, and saying what is in doubt.

use std::ops::Range;

use super::mark::{Grammar, Item, What};
use super::sign::{Half, Sign};
use super::{ANOTHER_TEXT, Context, Doubt, UNCLEAR_CLAUSE, UNCLEAR_TARGET};
use crate::model::PositionKind;

/// No sentence has more words of one sort in a row; what a rule may look at has to end somewhere, or a text made to
/// be slow would be.
pub(super) const LONGEST_RUN: usize = 16;

/// The rules about objects, over a text's terminals. A rule takes the place of a terminal and gives what it read and
/// the place after it; it gives nothing where what it wants does not stand there.
pub(super) struct Rules<'a> {
    pub text: &'a str,
    pub items: &'a [Item],
    pub grammar: &'a Grammar,
    pub context: &'a Context,
}

impl Rules<'_> {
    pub(super) fn what(&self, at: usize) -> Option<What> {
        #[cfg(test)]
        tests::LOOKS.with(|looks| looks.set(looks.get() + 1));
        self.items.get(at).map(|item| item.what)
    }

    pub(super) fn is(&self, at: usize, sign: Sign) -> bool {
        self.items.get(at).is_some_and(|item| item.is(sign))
    }

    pub(super) fn is_mark(&self, at: usize, mark: char) -> bool {
        self.what(at) == Some(What::Mark(mark))
    }

    pub(super) fn is_any(&self, at: usize, signs: &[Sign]) -> bool {
        signs.iter().any(|sign| self.is(at, *sign))
    }

    /// Whether a word that changes nothing, and has one of these texts, stands here.
    pub(super) fn is_text(&self, at: usize, texts: &[&str]) -> bool {
        self.is(at, Sign::Filler)
            && self.items.get(at).is_some_and(|item| texts.contains(&item.text.as_str()))
    }

    /// Whether what stands at a place begins with one of the words.
    pub(super) fn is_word(&self, at: usize, texts: &[&str]) -> bool {
        self.items.get(at).is_some_and(|item| texts.contains(&item.text.as_str()))
    }

    /// The place after a run of the signs.
    pub(super) fn past(&self, at: usize, signs: &[Sign]) -> usize {
        let end = at + LONGEST_RUN;
        (at..end).find(|at| !self.is_any(*at, signs)).unwrap_or(end)
    }

    /// The place after what separates the members of a list, where that stands here.
    pub(super) fn separator(&self, at: usize) -> Option<usize> {
        if self.is_mark(at, ',') {
            return Some(self.past(at + 1, &[Sign::And]));
        }
        self.is(at, Sign::And).then(|| at + 1)
    }

    pub(super) fn span(&self, from: usize, to: usize) -> Range<usize> {
        let start = self.items.get(from).map_or(self.text.len(), |item| item.span.start);
        let end = to.checked_sub(1).and_then(|last| self.items.get(last)).map_or(start, |item| item.span.end);
        start..end.max(start)
    }

    pub(super) fn words(&self, from: usize, to: usize) -> String {
        let raw = self.text.get(self.span(from, to)).unwrap_or_default();
        let shown: String = raw.chars().take(80).collect();
        shown.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    pub(super) fn unclear(&self, from: usize, to: usize) -> Doubt {
        let words = self.words(from, to);
        Doubt {
            code: &UNCLEAR_TARGET,
            span: self.span(from, to),
            message: format!("\"{words}\" does not say clearly which paragraph is meant"),
            help: "look it up and record the position by hand".into(),
        }
    }

    /// Whether a text holds a word for a position.
    pub(super) fn takes_position(&self, text: &str) -> bool {
        let tokens = super::token::tokens(text);
        (0..tokens.len()).any(|at| {
            let said = self.grammar.lexicon.longest(&tokens[at].text, &tokens[at..]);
            matches!(said, Some((Sign::Kind(PositionKind::Reservation | PositionKind::Dissociation), _)))
        })
    }

    pub(super) fn not_understood(&self, from: usize, to: usize) -> Doubt {
        let words = self.words(from, to);
        Doubt {
            code: &UNCLEAR_CLAUSE,
            span: self.span(from, to),
            message: format!("\"{words}\" is not understood, and may change who took which position on what"),
            help: "read the sentence and record the position by hand".into(),
        }
    }

    pub(super) fn foreign(&self, from: usize, to: usize) -> Doubt {
        let words = self.words(from, to);
        Doubt {
            code: &ANOTHER_TEXT,
            span: self.span(from, to),
            message: format!("\"{words}\" belongs to another text than this resolution"),
            help: "if the position is on this resolution, record it by hand".into(),
        }
    }

    pub(super) fn comma(&self, at: usize) -> usize {
        if self.is_mark(at, ',') { at + 1 } else { at }
    }

    pub(super) fn half(&self, at: usize) -> Option<Half> {
        match self.what(at) {
            Some(What::Sign(Sign::Preambular)) => Some(Half::Preambular),
            Some(What::Sign(Sign::Operative)) => Some(Half::Operative),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use crate::note::{Context, read};

    thread_local! {
        /// How often a rule looked at a terminal.
        pub(super) static LOOKS: Cell<usize> = const { Cell::new(0) };
    }

    fn looks(language: &str, text: &str) -> usize {
        let before = LOOKS.get();
        read(&language.parse().unwrap(), text, &Context::default());
        LOOKS.get() - before
    }

    #[test]
    fn twice_the_text_is_twice_the_work() {
        let soups = [
            (
                "en",
                "Qatar expressed a reservation on the reference to labour mobility in operative paragraph 5. ",
            ),
            ("en", "Qatar on operative paragraph 5, "),
            ("en", "objected to the reservation of Qatar "),
            ("en", "Qatar expressed a reservation on OP3. Qatar withdrew its reservation on OP4. "),
            ("en", "on behalf of Mali and Niger "),
            ("en", "the "),
            ("en", "certain "),
            ("en", "entire "),
            ("en", "paragraph "),
            ("en", "first and "),
            ("en", "(a) and "),
            ("en", "not on OP3 "),
            ("en", "the reference to x "),
            ("en", "section II, "),
            ("en", "of the resolution "),
            ("en", "because Qatar "),
            ("en", "because "),
            ("en", "(because "),
            ("en", "by the "),
            ("en", "one on "),
            ("en", "joined Qatar in "),
            ("en", "and without "),
            ("en", "– while "),
            ("en", "paragraph one, "),
            ("en", "the same paragraph, "),
            ("en", "which , "),
            ("en", "Qatar, which "),
            ("en", "on which "),
            ("en", "lack of "),
            ("en", "Mr. "),
            ("en", "Qatar; "),
            ("en", "Qatar expressed a reservation on OP3; Oman did so; "),
            ("en", "Cuban, "),
            ("en", "except OP3 "),
            ("en", "OP3 (on "),
            ("en", "last "),
            ("en", "at 4 May "),
            ("en", "unless "),
            ("en", "not on OP3 but on OP4 "),
            ("en", "OP3, and Mali on 4 "),
            ("en", "under item 9 "),
            ("en", "the one following "),
            ("en", "Mali: “reservation on OP3” "),
            ("ar", "للعراق وسورية تحفظ "),
            ("ar", "أعربت قطر عن تحفظها على الفقرة 5 من المنطوق. "),
            ("ar", "الفقرة "),
            ("ar", "من "),
            ("ar", "وكذلك قطر "),
            ("ar", "انضمت إلى "),
            ("ar", "لأن وتحفظت قطر "),
            ("ar", "المتعلقة "),
            ("ar", "الإشارة إلى س "),
        ];
        for (language, soup) in soups {
            let (once, twice) = (looks(language, &soup.repeat(500)), looks(language, &soup.repeat(1000)));
            assert!(twice <= once * 2 + once / 10 + 500, "{soup}: {once}, {twice}");
        }
    }
}
