//! The grammar of what a position is on: numbered paragraphs, phrases in them, the entire text, or some part of it.

use unicode_normalization::UnicodeNormalization;

use super::Doubt;
use super::mark::What;
use super::number::Entry;
use super::paragraph::Numbered;
use super::rules::{LONGEST_RUN, Rules};
use super::sign::{Half, Sign};
use super::token::Gap;
use crate::fold;
use crate::model::{Label, PositionKind};

/// How many words of its title a text is called by.
const TITLE_WORDS: usize = 6;

/// How far a phrase without quotation marks is followed, in terminals.
const LONGEST_PHRASE: usize = 60;

/// One thing that a position is on.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Aim {
    /// Paragraphs, or a phrase in them.
    Paragraphs { labels: Vec<Label>, phrase: Option<String>, open: bool },
    /// The whole text; `said` where a word such as "entire" stands there.
    Entire { said: bool },
    /// An unknown part, or a phrase whose paragraph is not named.
    Unknown { phrase: Option<String> },
    /// The paragraphs named before.
    Same,
    /// The one paragraph named before.
    SameOne,
    /// Sub-paragraphs of the one paragraph named before.
    SamePart(Vec<Vec<String>>),
    /// What "it" stands for, in the same sentence.
    It,
    /// The two paragraphs named before.
    Both,
}

/// Aims that were read, or why they cannot be used.
#[derive(Clone, Debug, Default)]
pub(super) struct Aims {
    pub list: Vec<Aim>,
    pub doubt: Option<Doubt>,
}

impl Aims {
    pub(super) fn one(aim: Aim) -> Self {
        Self { list: vec![aim], doubt: None }
    }

    pub(super) fn doubt(doubt: Doubt) -> Self {
        Self { list: Vec::new(), doubt: Some(doubt) }
    }

    fn paragraphs(numbered: Numbered) -> Self {
        let list = vec![Aim::Paragraphs { labels: numbered.labels, phrase: None, open: false }];
        Self { list, doubt: numbered.doubt }
    }
}

impl Rules<'_> {
    /// One object, without the word that leads to it.
    pub(super) fn object(&self, at: usize) -> Option<(Aims, usize)> {
        let (aims, end) = self.plain_object(at)?;
        Some(self.without_exception(at, aims, end))
    }

    fn plain_object(&self, at: usize) -> Option<(Aims, usize)> {
        self.same_phrase(at)
            .or_else(|| self.part_of_same(at))
            .or_else(|| self.phrase_around(at))
            .or_else(|| self.of_named_half(at))
            .or_else(|| self.phrase(at))
            .or_else(|| self.both(at))
            .or_else(|| self.portion(at))
            .or_else(|| self.paragraphs(at))
            .or_else(|| self.all(at))
            .or_else(|| self.whole(at))
            .or_else(|| self.some(at))
            .or_else(|| self.same(at))
            .or_else(|| {
                let end = self.past_title(self.own(at)?);
                // "the consensus on paragraph 5" is about the paragraph.
                if self.is(end, Sign::On)
                    && let Some(found) = self.paragraphs(end + 1)
                {
                    return Some(found);
                }
                let said = (at..end).any(|at| self.is_any(at, &[Sign::Whole, Sign::AsWhole]));
                Some((self.entire(at, end, said), end))
            })
    }

    /// "sub-paragraph (c) of the same paragraph"
    fn part_of_same(&self, start: usize) -> Option<(Aims, usize)> {
        let at = self.past(start, &[Sign::Article]);
        if !self.is(at, Sign::SubParagraph) {
            return None;
        }
        let (paths, of) = self.worded_paths(at + 1)?;
        if !self.is_any(of, &[Sign::Of, Sign::In]) {
            return None;
        }
        let (same, end) = self.same(of + 1)?;
        (same.list == [Aim::SameOne]).then(|| (Aims::one(Aim::SamePart(paths)), end))
    }

    /// "the mention in paragraph 4 of “responsibility”", "the use, in paragraph 4, of the term “burden”"
    fn phrase_around(&self, start: usize) -> Option<(Aims, usize)> {
        let at = self.past(start, &[Sign::Article]);
        let word = self.past(at, &[Sign::Intro]);
        let inside = self.comma(word);
        if word == at || !self.is(inside, Sign::In) {
            return None;
        }
        let (numbered, end) = self.place(inside + 1)?;
        let of = self.comma(end);
        if !self.is_any(of, &[Sign::Of, Sign::To]) {
            return None;
        }
        let (phrases, end) = self.quoted(of + 1)?;
        Some((Self::in_paragraphs(phrases, &numbered), end))
    }

    /// "the preamble, paragraph 3"
    fn of_named_half(&self, start: usize) -> Option<(Aims, usize)> {
        let at = self.past(start, &[Sign::Article]);
        let half = self.half(at)?;
        if !self.is_mark(at + 1, ',') {
            return None;
        }
        let (numbered, end) = self.in_half(half, at + 2)?;
        Some((Aims::paragraphs(numbered), end))
    }

    /// Numbered paragraphs, with a phrase behind them where there is one.
    fn paragraphs(&self, start: usize) -> Option<(Aims, usize)> {
        let at = self.contents_of(start);
        let (numbered, next) = self.numbered(at)?;
        let next = self.described(next);
        let mut aims = Aims::paragraphs(numbered);
        if let Some((phrases, end)) = self.phrase_behind(next)
            && aims.doubt.is_none()
        {
            let labels = aims.list.iter().find_map(|aim| match aim {
                Aim::Paragraphs { labels, .. } => Some(labels.clone()),
                _ => None,
            })?;
            let with = |phrase| Aim::Paragraphs { labels: labels.clone(), phrase: Some(phrase), open: false };
            aims.list = phrases.into_iter().map(with).collect();
            return Some((aims, end));
        }
        if self.is(next, Sign::On) && self.loose_words(next + 1) {
            // "paragraph 5 on labour mobility" may limit the position, or only say what the paragraph is about.
            aims.doubt = aims.doubt.or_else(|| Some(self.unclear(start, next + 2)));
        }
        Some((aims, next))
    }

    /// The place after "the wording of", "the text of" before numbered paragraphs.
    fn contents_of(&self, start: usize) -> usize {
        let at = self.past(start, &[Sign::Article]);
        let words = self.past(at, &[Sign::Own, Sign::Intro, Sign::Contents]);
        let leads = self.is_any(words, &[Sign::Of, Sign::In]);
        if words > at && leads && self.numbered(words + 1).is_some() { words + 1 } else { start }
    }

    fn loose_words(&self, at: usize) -> bool {
        let at = self.past(at, &[Sign::Article]);
        matches!(self.what(at), Some(What::Unknown | What::Sign(Sign::Other)))
    }

    /// A sentence, a title, or a chapeau: less than a paragraph, or none.
    fn portion(&self, start: usize) -> Option<(Aims, usize)> {
        let mut at = self.past(start, &[Sign::Article, Sign::Some, Sign::Whole]);
        if matches!(self.what(at), Some(What::Sign(Sign::Ordinal(_) | Sign::Firsts(_) | Sign::Lasts(_)))) {
            at += 1;
        }
        if !self.is_any(at, &[Sign::Portion, Sign::Bits]) {
            return None;
        }
        let bits = self.is(at, Sign::Bits);
        let leads = self.past(at + 1, &[Sign::Of, Sign::In]);
        if let Some((numbered, end)) = self.numbered(leads) {
            return Some((Aims::doubt(numbered.doubt.unwrap_or_else(|| self.unclear(start, end))), end));
        }
        if bits {
            return None;
        }
        let end = self.own(leads).unwrap_or(at + 1);
        Some((Aims::doubt(self.unclear(start, end)), end))
    }

    /// What is taken out of the paragraphs that were named: "paragraphs 3 to 7, except paragraph 5".
    fn without_exception(&self, start: usize, aims: Aims, end: usize) -> (Aims, usize) {
        let bracket = self.is_mark(end, '(') || self.is_mark(end, '-');
        let comma = if bracket || self.is_mark(end, ',') { end + 1 } else { end };
        let except = self.past(comma, &[Sign::But, Sign::And, Sign::Because]);
        // "but not paragraph 2" takes it out of the paragraphs that were named, where it is one of them.
        let denied = self.is(except, Sign::Not);
        if !(self.is(except, Sign::Except) || denied) {
            return (aims, end);
        }
        let from = self.past(except + 1, &[Sign::Article, Sign::On, Sign::For, Sign::Of, Sign::In]);
        let below = || self.parts_of(&aims, from);
        let bare = || self.bare_numbers(&aims, from);
        let Some((out, after)) = self.numbered(from).or_else(below).or_else(bare) else {
            if denied {
                return (aims, end);
            }
            return (Aims::doubt(self.unclear(start, except + 2)), except + 1);
        };
        let after =
            if bracket && (self.is_mark(after, ')') || self.is_mark(after, '-')) { after + 1 } else { after };
        let left = match aims.list.as_slice() {
            [Aim::Paragraphs { labels, phrase: None, open: false }] => self.difference(labels, &out.labels),
            _ => None,
        };
        if denied && left.is_none() && !self.overlap(&aims, &out.labels) {
            return (aims, end);
        }
        match left.filter(|_| aims.doubt.is_none() && out.doubt.is_none()) {
            Some(labels) => (Aims::one(Aim::Paragraphs { labels, phrase: None, open: false }), after),
            None => (Aims::doubt(self.unclear(start, after)), after),
        }
    }

    /// Sub-paragraphs of the one paragraph that others were named of: "(a) to (e) of paragraph 9, except (c)".
    fn parts_of(&self, aims: &Aims, at: usize) -> Option<(Numbered, usize)> {
        let [Aim::Paragraphs { labels, .. }] = aims.list.as_slice() else { return None };
        let first = labels.first()?;
        let whole = Label::new(first.unit().clone(), first.number().clone()).in_part(first.part().cloned());
        let worded = self.is(at, Sign::SubParagraph);
        let (paths, after) = if worded { self.worded_paths(at + 1)? } else { self.paths(at)? };
        let below =
            |path: &Vec<String>| path.iter().try_fold(whole.clone(), |label, mark| label.below(mark)).ok();
        let mut found = Numbered::default();
        found.labels = paths.iter().map(below).collect::<Option<Vec<Label>>>()?;
        labels.iter().all(|label| whole.contains(label)).then_some((found, after))
    }

    /// Numbers without a word for what they count: they are what the paragraphs before them are.
    pub(super) fn bare_numbers(&self, aims: &Aims, at: usize) -> Option<(Numbered, usize)> {
        let [Aim::Paragraphs { labels, .. }] = aims.list.as_slice() else { return None };
        let first = labels.first()?;
        let (entries, after) = self.entries(at)?;
        self.like(first, &entries, after)
    }

    /// The same of ordinals: "and Oman on the ninth".
    pub(super) fn bare_ordinals(&self, aims: &Aims, at: usize) -> Option<(Numbered, usize)> {
        let [Aim::Paragraphs { labels, .. }] = aims.list.as_slice() else { return None };
        let (entries, after) = self.ordinals(self.past(at, &[Sign::Article]))?;
        self.like(labels.first()?, &entries, after)
    }

    /// Numbers that count what a label is of.
    fn like(&self, first: &Label, entries: &[Entry], after: usize) -> Option<(Numbered, usize)> {
        let label = |entry: &Entry| {
            let label = Label::new(first.unit().clone(), entry.number.clone()).in_part(first.part().cloned());
            entry.path.iter().try_fold(label, |label, mark| label.below(mark)).ok()
        };
        let labels = entries.iter().map(label).collect::<Option<Vec<Label>>>()?;
        let mut found = Numbered::default();
        found.labels = labels;
        Some((found, after))
    }

    /// Whether what is taken out may be among what was named.
    fn overlap(&self, aims: &Aims, out: &[Label]) -> bool {
        aims.list.iter().any(|aim| match aim {
            Aim::Paragraphs { labels, .. } => labels.iter().any(|label| {
                out.iter().any(|other| {
                    let plain =
                        *other.unit() == self.context.default_unit && label.number() == other.number();
                    label == other || (plain && label.path() == other.path())
                })
            }),
            Aim::Entire { .. } => true,
            _ => false,
        })
    }

    /// Labels without others, each of which must be among them; one without its half is of the half of all.
    fn difference(&self, labels: &[Label], out: &[Label]) -> Option<Vec<Label>> {
        let one_unit = labels.iter().all(|label| Some(label.unit()) == labels.first().map(Label::unit));
        let same = |label: &Label, other: &Label| {
            let plain = *other.unit() == self.context.default_unit && one_unit;
            label == other || (plain && label.number() == other.number() && label.path() == other.path())
        };
        let known = out.iter().all(|other| labels.iter().any(|label| same(label, other)));
        let left: Vec<Label> =
            labels.iter().filter(|label| !out.iter().any(|other| same(label, other))).cloned().collect();
        (known && !left.is_empty()).then_some(left)
    }

    /// "both", "both paragraphs": the two named before.
    fn both(&self, start: usize) -> Option<(Aims, usize)> {
        let at = self.past(start, &[Sign::Article]);
        let unit = |at: usize| matches!(self.what(at), Some(What::Sign(Sign::Unit(_))));
        if unit(at) && self.is(at + 1, Sign::Both) {
            return Some((Aims::one(Aim::Both), at + 2));
        }
        if !self.is(at, Sign::Both) {
            return None;
        }
        let next = self.past(at + 1, &[Sign::Of, Sign::Article, Sign::Same, Sign::It, Sign::Following]);
        if self.numbered(next).is_some() {
            return self.paragraphs(next);
        }
        let ends = unit(next)
            || matches!(
                self.what(next),
                None | Some(What::Stop | What::Mark(',' | ';' | ')') | What::Sign(Sign::And))
            );
        ends.then(|| (Aims::one(Aim::Both), next + usize::from(unit(next))))
    }

    /// The place after brackets that say what a paragraph is about: "OP10 (on climate finance)".
    fn described(&self, at: usize) -> usize {
        let bracket = self.is_mark(at, '(');
        let comma = self.is_mark(at, ',');
        let leads = if bracket || comma { at + 1 } else { at };
        // Without a comma, "on" may as well say what the position is on.
        let relates = self.items.get(leads).is_some_and(|item| (self.grammar.relates)(&item.text));
        let about = self.is(leads, Sign::On) && (bracket || comma || relates || self.is(at, Sign::On));
        if !about || (comma && self.object(self.past(leads, &[Sign::On, Sign::To])).is_some()) {
            return at;
        }
        let tells = |at: &usize| match self.what(*at) {
            Some(What::Unknown | What::Name(_) | What::Mark(',' | '-')) => true,
            Some(What::Sign(sign)) => matches!(
                sign,
                Sign::Article
                    | Sign::And
                    | Sign::Of
                    | Sign::In
                    | Sign::To
                    | Sign::For
                    | Sign::From
                    | Sign::Own
                    | Sign::Foreign
                    | Sign::Filler
                    | Sign::Delegation
                    | Sign::Other
                    | Sign::On
            ),
            _ => false,
        };
        let tells = |at: &usize| tells(at) && (bracket || !self.is_mark(*at, ','));
        let end = (leads + 1..leads + 1 + LONGEST_RUN).find(|at| !tells(at)).unwrap_or(at);
        let closed = match self.what(end) {
            Some(What::Mark(')')) => bracket,
            None | Some(What::Stop | What::Mark(',' | ';')) => !bracket,
            _ => false,
        };
        if closed && end > leads + 1 { end + usize::from(bracket) } else { at }
    }

    /// "all preambular paragraphs", "the entire preamble": as many as there are, where that is known.
    fn all(&self, start: usize) -> Option<(Aims, usize)> {
        let at = self.past(start, &[Sign::Article]);
        let all = self.past(at, &[Sign::Whole, Sign::Of, Sign::Article]);
        let none = all == at || !self.is(at, Sign::Whole);
        if none || self.numbered(all).is_some() || self.own(start).is_some() {
            return None;
        }
        let (mut end, mut units, mut halves) = (all, 0, Vec::new());
        while end < all + LONGEST_RUN {
            let leads = units > 0 && self.is_any(end, &[Sign::Of, Sign::In]);
            let after = if leads { self.past(end + 1, &[Sign::Article]) } else { end };
            match self.what(after) {
                Some(What::Sign(Sign::Unit(_))) => units += 1,
                Some(What::Sign(Sign::Preambular)) => halves.push(Half::Preambular),
                Some(What::Sign(Sign::Operative)) => halves.push(Half::Operative),
                _ => break,
            }
            end = after + 1;
        }
        if end == all {
            return None;
        }
        let entries = match halves.as_slice() {
            [half] => self.context.counts[usize::from(*half == Half::Operative)]
                .map(|count| (*half, self.lasts(count, Some(*half)))),
            _ => None,
        };
        let aims = entries.map_or_else(
            || Aims::doubt(self.unclear(start, end)),
            |(half, entries)| Aims::paragraphs(self.of_half(half, &entries)),
        );
        Some((aims, end))
    }

    /// "the whole", and nothing behind it says of what.
    fn whole(&self, start: usize) -> Option<(Aims, usize)> {
        let at = self.past(start, &[Sign::Article]);
        let word = self
            .items
            .get(at)
            .is_some_and(|item| ["whole", "entirety", "totality"].contains(&item.text.as_str()));
        let ends = matches!(
            self.what(at + 1),
            None | Some(What::Stop | What::Mark(',' | ';' | ':' | ')') | What::Sign(Sign::And))
        );
        (at > start && word && ends && self.is(at, Sign::Whole))
            .then(|| (Aims::one(Aim::Entire { said: true }), at + 1))
    }

    /// "certain paragraphs", "parts of the text", "the preamble"
    fn some(&self, start: usize) -> Option<(Aims, usize)> {
        let at = self.past(start, &[Sign::Article]);
        let quantified = self.past(at, &[Sign::Some, Sign::Of, Sign::Article]);
        let some = quantified > at;
        let mut end = quantified;
        let (mut noun, mut half, mut behind) = (false, false, false);
        while end < quantified + LONGEST_RUN {
            match self.what(end) {
                Some(What::Sign(Sign::Unit(_) | Sign::Bits | Sign::Contents)) => noun = true,
                // "some of the wording of the resolution"
                Some(What::Sign(Sign::Intro)) if some && self.is_word(end, self.grammar.wording) => {
                    noun = true;
                }
                // "فقرات عدة"
                Some(What::Sign(Sign::Some)) if noun && !some => behind = true,
                Some(What::Sign(Sign::Preambular | Sign::Operative)) => half = true,
                _ => break,
            }
            end += 1;
        }
        if some
            && end == quantified
            && let Some(end) = self.own(end)
        {
            // "parts of the resolution"
            return Some((Aims::one(Aim::Unknown { phrase: None }), end));
        }
        let some = some || behind;
        let plural_bits = (quantified..end).any(|at| self.is(at, Sign::Bits));
        if matches!(self.what(end), Some(What::Number)) || !(half || plural_bits || (some && noun)) {
            return None;
        }
        let leads = self.is_any(end, &[Sign::Of, Sign::In]);
        let after = self.past(end + 1, &[Sign::Article]);
        if leads && self.is_any(after, &[Sign::Preambular, Sign::Operative]) {
            end = after + 1;
        } else if let Some(own) = self.own(after).filter(|_| leads) {
            end = own;
        } else if leads {
            return Some((Aims::doubt(self.unclear(start, end + 2)), end));
        } else if let Some(own) = self.own(end).filter(|_| noun && !self.grammar.capitals) {
            // "بعض فقرات القرار" has no word for "of".
            end = own;
        }
        Some((Aims::one(Aim::Unknown { phrase: None }), end))
    }

    /// "the same paragraph"
    fn same(&self, start: usize) -> Option<(Aims, usize)> {
        let at = self.past(start, &[Sign::Article]);
        let same = self.past(at, &[Sign::Same, Sign::Second, Sign::Preambular, Sign::Operative]);
        let unit = matches!(self.what(same), Some(What::Sign(Sign::Unit(_))));
        // "that paragraph", "those paragraphs"
        let halved = self.past(at + 1, &[Sign::Preambular, Sign::Operative]);
        let pointed = self.is(at, Sign::That)
            || self.items.get(at).is_some_and(|item| matches!(item.text.as_str(), "these" | "those"));
        if pointed
            && matches!(self.what(halved), Some(What::Sign(Sign::Unit(_))))
            && self.numbered(at + 1).is_none()
        {
            return Some((Aims::one(self.same_as(halved)), halved + 1));
        }
        if matches!(self.what(at), Some(What::Sign(Sign::Unit(_)))) && self.is(at + 1, Sign::Same) {
            return Some((Aims::one(self.same_as(at)), at + 2));
        }
        (same > at && self.is_any(at, &[Sign::Same, Sign::Second]) && unit)
            .then(|| (Aims::one(self.same_as(same)), same + 1))
    }

    /// "the same term in paragraph 6": a phrase that was named before, and not the paragraph.
    fn same_phrase(&self, start: usize) -> Option<(Aims, usize)> {
        let at = self.past(start, &[Sign::Article]);
        if !self.is(at, Sign::Same) || !self.is(at + 1, Sign::Intro) || !self.is(at + 2, Sign::In) {
            return None;
        }
        let (_, end) = self.numbered(at + 3)?;
        Some((Aims::doubt(self.unclear(start, end)), end))
    }

    /// One paragraph or several, by the form of the word.
    fn same_as(&self, at: usize) -> Aim {
        let many = |text: &str| ["s", "ات", "تين", "تان"].iter().any(|ending| text.ends_with(ending));
        if self.items.get(at).is_some_and(|item| many(&item.text)) { Aim::Same } else { Aim::SameOne }
    }

    /// The place after words for the text itself: "the entire text of the resolution", "the resolution as a whole".
    pub(super) fn own(&self, start: usize) -> Option<usize> {
        if let Some(end) = self.titled(self.past(start, &[Sign::Article])) {
            return Some(self.past(end, &[Sign::AsWhole]));
        }
        let mut at = start;
        let mut text = false;
        while at < start + LONGEST_RUN {
            match self.what(at) {
                Some(What::Sign(Sign::Own)) => text = true,
                // The symbol of a draft is this resolution's, before it had one of its own.
                Some(What::Symbol) if text && self.is_draft(at - 1) => {}
                Some(What::Sign(Sign::Article | Sign::Whole)) => {}
                Some(What::Sign(Sign::AsWhole)) if text => {}
                Some(What::Sign(Sign::Same)) if self.is(at + 1, Sign::Own) => {}
                // "the entire contents of the resolution"
                Some(What::Sign(Sign::Contents))
                    if at > start
                        && self.is(at - 1, Sign::Whole)
                        && self.is(at + 1, Sign::Of)
                        && self.is(self.past(at + 2, &[Sign::Article]), Sign::Own) => {}
                Some(What::Sign(Sign::Of)) => {
                    let after = self.past(at + 1, &[Sign::Article, Sign::Whole]);
                    if !self.is(after, Sign::Own) || at == start {
                        break;
                    }
                }
                _ => break,
            }
            at += 1;
        }
        text.then_some(at)
    }

    /// The place after the words of its title behind the text: "the resolution on reading rooms".
    fn past_title(&self, at: usize) -> usize {
        let words = |end: usize| self.text.get(self.span(at + 1, end)).map(fold::fold).unwrap_or_default();
        let titled = |end: &usize| {
            let words = words(*end);
            words.contains(' ') && self.context.titles.iter().any(|title| title.contains(words.as_str()))
        };
        if !self.is(at, Sign::On) || self.context.titles.is_empty() {
            return at;
        }
        let last = self.items.len().min(at + LONGEST_RUN);
        (at + 2..=last).rev().find(titled).unwrap_or(at)
    }

    /// The place after the name that the text has in its own title: "the Bergen Declaration".
    fn titled(&self, start: usize) -> Option<usize> {
        let first = self.items.get(start).filter(|item| item.capital || !self.grammar.capitals)?;
        let may =
            matches!(first.what, What::Unknown | What::Name(_) | What::Sign(Sign::Foreign | Sign::Kind(_)));
        if !may || self.context.titles.is_empty() {
            return None;
        }
        let noun = |at: usize| {
            matches!(self.what(at), Some(What::Sign(Sign::Foreign | Sign::Own)))
                || self.is_word(at, self.grammar.documents)
        };
        let ends = (start + 2..=start + TITLE_WORDS).filter(|end| (start..*end).any(noun)).rev();
        let mut ends = ends.filter(|end| *end <= self.items.len());
        ends.find(|end| {
            let words = self.text.get(self.span(start, *end)).map(fold::fold).unwrap_or_default();
            self.context.titles.iter().any(|title| title.contains(words.as_str()))
        })
    }

    fn is_draft(&self, at: usize) -> bool {
        let words = self.items.get(at).and_then(|item| self.text.get(item.span.clone()));
        words.is_some_and(|words| {
            fold::fold(words).split(' ').any(|word| word.starts_with(self.grammar.draft))
        })
    }

    /// The whole text, unless what follows makes it another one.
    fn entire(&self, start: usize, end: usize, said: bool) -> Aims {
        let leads = self.is_any(end, &[Sign::Of, Sign::In, Sign::On]);
        let after = if leads { self.past(end + 1, &[Sign::Article]) } else { end };
        let more = match self.what(after) {
            Some(
                What::Sign(Sign::Foreign | Sign::Other | Sign::Except)
                | What::Number
                | What::Unknown
                | What::Symbol,
            ) => true,
            Some(What::Sign(Sign::Preambular | Sign::Operative | Sign::Part)) => leads,
            Some(What::Quote) => leads,
            _ => false,
        };
        let apart = !leads && self.items.get(after).is_some_and(|item| item.gap >= Gap::Line);
        if more && !apart {
            Aims::doubt(self.unclear(start, after + 1))
        } else {
            Aims::one(Aim::Entire { said })
        }
    }

    /// A phrase, and the paragraphs it stands in: "the reference to labour mobility in operative paragraph 5".
    fn phrase(&self, start: usize) -> Option<(Aims, usize)> {
        if self.is_statement(self.past(start, &[Sign::Article, Sign::To])) {
            return None;
        }
        let (phrases, at) = match self.quoted(start) {
            Some(quoted) => quoted,
            None => return self.unquoted(start),
        };
        // "“shall” instead of “should” in operative paragraph 4"
        let instead = self.is(at, Sign::Not) && self.what(at + 1) == Some(What::Quote);
        let at = if instead { at + 2 } else { at };
        let everywhere = self.is(at, Sign::Wherever);
        let at = if everywhere { at + 1 } else { at };
        if let Some((numbered, end)) = self.place_of_phrase(at) {
            return Some((Self::in_paragraphs(phrases, &numbered), end));
        }
        let inside = self.past(at, &[Sign::In]);
        if let Some(end) = self.own(inside).filter(|_| everywhere) {
            let list = phrases.into_iter().map(|phrase| Aim::Unknown { phrase: Some(phrase) }).collect();
            return Some((Aims { list, doubt: None }, end));
        }
        if self.is_any(at, &[Sign::In, Sign::Of]) {
            // Where the phrase stands is said, and not understood; the text as a whole says no more than nothing.
            let Some(end) = self.own(at + 1).or_else(|| self.some(at + 1).map(|(_, end)| end)) else {
                return Some((Aims::doubt(self.unclear(start, at + 2)), at + 1));
            };
            let list = phrases.into_iter().map(|phrase| Aim::Unknown { phrase: Some(phrase) }).collect();
            return Some((Aims { list, doubt: None }, end));
        }
        let list = phrases.into_iter().map(|phrase| Aim::Unknown { phrase: Some(phrase) }).collect();
        Some((Aims { list, doubt: None }, at))
    }

    fn in_paragraphs(phrases: Vec<String>, numbered: &Numbered) -> Aims {
        let with =
            |phrase| Aim::Paragraphs { labels: numbered.labels.clone(), phrase: Some(phrase), open: false };
        Aims { list: phrases.into_iter().map(with).collect(), doubt: numbered.doubt.clone() }
    }

    /// "in operative paragraph 5", "(OP5)"
    fn place_of_phrase(&self, at: usize) -> Option<(Numbered, usize)> {
        if self.is_mark(at, '(') {
            let (numbered, end) = self.place(at + 1)?;
            return self.is_mark(end, ')').then_some((numbered, end + 1));
        }
        let at = if self.is_mark(at, ',') && self.is(at + 1, Sign::In) { at + 1 } else { at };
        let after = self.past(at, &[Sign::In, Sign::Of, Sign::From]);
        if after == at {
            return None;
        }
        self.place(self.contents_of(after))
    }

    /// Quoted phrases with the words before them: "the terms “a” and “b”".
    fn quoted(&self, start: usize) -> Option<(Vec<String>, usize)> {
        let mut at = self.past(start, &[Sign::Article, Sign::Intro, Sign::To]);
        let mut phrases = Vec::new();
        while self.what(at) == Some(What::Quote) {
            phrases.push(self.inside_quotes(at));
            at += 1;
            let Some(after) = self.separator(at) else { break };
            let after = self.past(after, &[Sign::Article, Sign::Intro]);
            if self.what(after) != Some(What::Quote) {
                break;
            }
            at = after;
        }
        (!phrases.is_empty()).then_some((phrases, at))
    }

    /// A phrase without quotation marks, which reaches to "in" before numbered paragraphs.
    fn unquoted(&self, start: usize) -> Option<(Aims, usize)> {
        let at = self.past(start, &[Sign::Article]);
        let from = self.past(at, &[Sign::Intro, Sign::Article, Sign::To]);
        if !(at..from).any(|at| self.is(at, Sign::Intro)) || self.contents_of(start) != start {
            return None;
        }
        // An article belongs to the phrase unless it stands before another word that introduces it.
        let from = if self.is(from - 1, Sign::Article) { from - 1 } else { from };
        for end in from..from + LONGEST_PHRASE {
            let Some(what) = self.what(end) else { break };
            let fresh = self.items.get(end).is_some_and(|item| item.gap >= Gap::Paragraph);
            let stops = matches!(what, What::Stop | What::Mark(';' | ':') | What::Quote);
            if stops || fresh || self.closes_phrase(end) {
                break;
            }
            let Some((numbered, next)) = self.place_of_phrase(end).filter(|_| end > from) else { continue };
            return Some((Self::in_paragraphs(vec![self.plain(from, end)], &numbered), next));
        }
        // "the language about lending": some part of the text, and which is not said.
        let end = self.topic_words(from);
        let ends = matches!(self.what(end), None | Some(What::Stop | What::Mark(',' | ';' | ')')));
        if end > from && ends && (at..from).any(|at| self.is_word(at, self.grammar.wording)) {
            return Some((Aims::one(Aim::Unknown { phrase: None }), end));
        }
        let end = from + 1;
        Some((Aims::doubt(self.unclear(start, end)), end.max(start + 1)))
    }

    /// The place after words that say what something is about.
    fn topic_words(&self, start: usize) -> usize {
        let tells = |at: usize| match self.what(at) {
            Some(What::Unknown) => true,
            Some(What::Sign(sign)) => matches!(
                sign,
                Sign::Article
                    | Sign::And
                    | Sign::Of
                    | Sign::In
                    | Sign::To
                    | Sign::For
                    | Sign::Foreign
                    | Sign::Contents
                    | Sign::Filler
                    | Sign::Other
                    | Sign::Delegation
                    | Sign::Support
            ),
            _ => false,
        };
        (start..start + LONGEST_RUN).find(|at| !tells(*at)).unwrap_or(start)
    }

    /// A topic with its paragraphs in brackets: "the lending of books (operative paragraph 2)".
    pub(super) fn topic(&self, start: usize) -> Option<(Aims, usize)> {
        let first = self.past(start, &[Sign::Article]);
        let noun =
            matches!(self.what(first), Some(What::Unknown | What::Sign(Sign::Foreign | Sign::Unit(_))));
        let end = self.topic_words(first + 1);
        if !noun || !self.is_mark(end, '(') {
            return None;
        }
        let (numbered, close) = self.numbered(end + 1)?;
        self.is_mark(close, ')').then(|| (Aims::paragraphs(numbered), close + 1))
    }

    /// A topic that the whole rest of a clause names, without its paragraph: "a reservation on harbour dues" is on some
    /// part of the text. Another text, or somebody's proposal, is none.
    pub(super) fn vague_topic(&self, start: usize) -> Option<(Aims, usize)> {
        let first = self.past(start, &[Sign::Article]);
        let bare = self
            .items
            .get(first)
            .is_some_and(|item| item.what == What::Unknown && !(item.capital && self.grammar.capitals));
        let end = self.topic_words(first);
        let another =
            |at: usize| self.is_any(at, &[Sign::Foreign, Sign::Delegation, Sign::Support, Sign::Other]);
        let ends = matches!(self.what(end), None | Some(What::Stop | What::Mark(',' | ';')));
        (bare && ends && !(first..end).any(another)).then(|| (Aims::one(Aim::Unknown { phrase: None }), end))
    }

    /// A few bare words that stand as a phrase: "on labour mobility in operative paragraph 5". With an article they
    /// may as well describe the paragraph in other words than its own.
    pub(super) fn loose_phrase(&self, start: usize) -> Option<(Aims, usize)> {
        let bare = |at: &usize| matches!(self.what(*at), Some(What::Unknown | What::Sign(Sign::And)));
        let end = (start..start + 7).find(|at| !bare(at))?;
        let (numbered, next) = self.place_of_phrase(end).filter(|_| end > start && end < start + 7)?;
        self.is(end, Sign::In).then(|| (Self::in_paragraphs(vec![self.plain(start, end)], &numbered), next))
    }

    /// Whether a phrase cannot go on here, since another clause begins.
    fn closes_phrase(&self, at: usize) -> bool {
        match self.what(at) {
            Some(What::Sign(
                Sign::Kind(PositionKind::Reservation | PositionKind::Opposition)
                | Sign::Objects
                | Sign::Behalf
                | Sign::Right,
            )) => true,
            Some(What::Sign(Sign::On)) => self.numbered(at + 1).is_some() || self.own(at + 1).is_some(),
            _ => false,
        }
    }

    /// A phrase behind paragraphs: "paragraph 5, regarding the term “gender”", "OP5 (labour mobility)".
    fn phrase_behind(&self, at: usize) -> Option<(Vec<String>, usize)> {
        let comma = if self.is_mark(at, ',') { at + 1 } else { at };
        if self.is(comma, Sign::On) {
            let (phrases, end) = self.quoted(self.past(comma, &[Sign::On]))?;
            return self.place_of_phrase(end).is_none().then_some((phrases, end));
        }
        if !self.is_mark(at, '(') {
            return None;
        }
        let inside = self.past(at + 1, &[Sign::On]);
        let (phrases, end) = self.quoted(inside)?;
        self.is_mark(end, ')').then_some((phrases, end + 1))
    }

    /// Whether a quotation that no word for a phrase stands before is what somebody said: it names a paragraph, or it is
    /// a sentence.
    fn is_statement(&self, at: usize) -> bool {
        if self.what(at) != Some(What::Quote) || self.place_of_phrase(at + 1).is_some() {
            return false;
        }
        let said = self.inside_quotes(at);
        let tokens = super::token::tokens(&said);
        let unit = |at: usize| {
            let sign = self.grammar.lexicon.longest(&tokens[at].text, &tokens[at..]);
            matches!(sign, Some((Sign::Unit(_), count))
                if tokens.get(at + count).is_some_and(|next| next.kind == super::token::TokenKind::Number))
        };
        let long = tokens.len() > 5;
        (0..tokens.len()).any(unit) || (long && (said.ends_with('.') || self.takes_position(&said)))
    }

    pub(super) fn inside_quotes(&self, at: usize) -> String {
        let span = self.span(at, at + 1);
        let mut chars = self.text.get(span).unwrap_or_default().chars();
        chars.next();
        chars.next_back();
        plain(chars.as_str())
    }

    fn plain(&self, from: usize, to: usize) -> String {
        let words = plain(self.text.get(self.span(from, to)).unwrap_or_default());
        words.trim_end_matches([',', '،']).to_owned()
    }
}

/// Words as a record keeps them: NFC, one space, without emphasis and invisible characters.
fn plain(text: &str) -> String {
    let shown: String = text.chars().filter(|c| !fold::is_invisible(*c)).nfc().collect();
    let words: Vec<&str> = shown.split_whitespace().map(without_emphasis).collect();
    words.join(" ").trim().to_owned()
}

/// A word without the asterisks that set it in italics or in bold.
fn without_emphasis(word: &str) -> &str {
    let letters = word.chars().any(char::is_alphanumeric);
    if letters { word.trim_matches('*') } else { word }
}
