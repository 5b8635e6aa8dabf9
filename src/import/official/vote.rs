//! The vote that a document prints behind its text, and the one that is encoded beside it.
//!
//! The printed sentence comes first, then the printed lists, then what is encoded. What is certain stands; lists that
//! do not add up are kept as incomplete.

use std::collections::BTreeSet;
use std::ops::Range;

use super::forms::{self, Form};
use super::list::{self, Listed};
use crate::fold::{digit, fold};
use crate::import::block::{Block, Class, Role};
use crate::import::codes::{VOTE_LIST_DIFFERS, VOTE_METADATA_DIFFERS, VOTE_NOT_UNDERSTOOD, VOTED_TWICE};
use crate::import::door::akn::Facts;
use crate::import::heading::way;
use crate::import::mapped::Mapped;
use crate::import::quote;
use crate::import::vote::{Ballots, Voter};
use crate::import::words::{Words, contains};
use crate::problem::{Code, Problem, SourceText};
use crate::vocabulary::Way;

/// What the sides of a vote are called in messages.
const SIDES: [&str; 3] = ["in favour", "against", "abstaining"];

/// How far before a colon the words may begin that say of which side a list is, in characters.
const LABEL: usize = 48;

/// How many members the Security Council has had since 1966.
const COUNCIL: u32 = 15;

/// The vote on a text, and the blocks behind the text that say nothing of it.
pub fn read(
    source: &SourceText,
    words: &Words,
    tail: &[Block],
    facts: &Facts,
    problems: &mut Vec<Problem>,
) -> (Vec<Ballots>, Vec<Block>) {
    let mut reader = Reader { source, words, facts, problems, vote: Ballots::default(), printed: [false; 3] };
    let (used, sentence) = reader.printed(tail);
    let printed = !used.is_empty();
    // Whoever adopted it without a vote did not vote, whatever is encoded.
    let without = tail.iter().any(|block| {
        let folded = fold(block.text.text());
        way(words, &folded).is_some_and(|way| way != Way::Vote) && contains(&folded, words.adopted)
    });
    if printed {
        reader.settle_printed(&sentence);
    }
    if facts.encoded.is_some() && !without {
        reader.encoded(printed);
    }
    reader.twice();
    reader.add_up();
    let vote = reader.vote;
    let says =
        vote.counts.iter().any(Option::is_some) || vote.lists.iter().flatten().any(|list| !list.is_empty());
    let rest = tail.iter().enumerate().filter(|(at, _)| !used.contains(at)).map(|(_, block)| block.clone());
    (if says { vec![vote] } else { Vec::new() }, rest.collect())
}

struct Reader<'a> {
    source: &'a SourceText,
    words: &'a Words,
    facts: &'a Facts,
    problems: &'a mut Vec<Problem>,
    vote: Ballots,
    /// Which lists are printed.
    printed: [bool; 3],
}

impl Reader<'_> {
    fn warn(&mut self, code: &'static Code, place: Range<usize>, message: String) {
        self.problems.push(Problem::new(code, self.source, place, message, ""));
    }

    /// Finds sentence and lists; which blocks hold them, and the sentence.
    fn printed(&mut self, tail: &[Block]) -> (BTreeSet<usize>, Mapped) {
        let (mut used, mut sentence) = (BTreeSet::new(), Mapped::default());
        let Some(form) = forms::of(self.words.tag) else { return (used, sentence) };
        let fits = |block: &Block| block.role == Role::Text && block.class != Class::Annex;
        let mut open: Option<usize> = None;
        for (at, block) in tail.iter().enumerate().filter(|(_, block)| fits(block)) {
            let labels = labels(form, block.text.text());
            let head = labels.first().map_or(block.text.text().len(), |label| label.whole.start);
            let head = block.text.slice(0..head).trimmed();
            match open.take() {
                // The list stands in a paragraph of its own, below the words that say of which side it is.
                Some(side) if labels.is_empty() => self.list(side, &head),
                _ if self.tells(&head, !labels.is_empty()) => {
                    if !sentence.text().is_empty() {
                        sentence.push(' ', head.place(0));
                    }
                    sentence.append(&head);
                }
                _ if labels.is_empty() => continue,
                _ => {}
            }
            used.insert(at);
            for (next, label) in labels.iter().enumerate() {
                let end = labels.get(next + 1).map_or(block.text.text().len(), |next| next.whole.start);
                let names = block.text.slice(label.whole.end..end).trimmed();
                self.printed[label.side] = true;
                if names.text().is_empty() && next + 1 == labels.len() {
                    open = Some(label.side);
                    self.vote.lists[label.side].get_or_insert_default();
                } else {
                    self.list(label.side, &names);
                }
            }
        }
        (used, sentence)
    }

    /// Whether a text is the sentence on how the vote went.
    fn tells(&self, text: &Mapped, before_lists: bool) -> bool {
        let folded = fold(text.text());
        let adopted = contains(&folded, self.words.adopted) || contains(&folded, self.words.rejected);
        let numbered = folded.chars().any(|c| digit(c).is_some());
        !folded.is_empty()
            && (adopted && way(self.words, &folded) == Some(Way::Vote) || before_lists && numbered)
            && !self.words.is_meeting(&folded)
    }

    /// Takes the names of a printed list.
    fn list(&mut self, side: usize, text: &Mapped) {
        if self.vote.place == (0..0) {
            self.vote.place = text.whole();
        }
        self.vote.incomplete |= text.text().contains('…') || text.text().contains("...");
        let mut voters = Vec::new();
        for (listed, range) in list::read(text.text()) {
            match listed {
                Listed::Delegation(code, name) => voters.push(Voter { code, name }),
                Listed::Unknown(name) => {
                    self.vote.incomplete = true;
                    let message = format!(
                        "“{}” is no delegation that is known; its vote {} was not taken",
                        quote(&name),
                        SIDES[side]
                    );
                    self.warn(&VOTE_NOT_UNDERSTOOD, text.span(&range), message);
                }
            }
        }
        self.vote.lists[side].get_or_insert_default().extend(voters);
    }

    /// Takes the counts of the printed sentence; marked numbers know their sides.
    fn settle_printed(&mut self, sentence: &Mapped) {
        let whole = sentence.whole();
        if !sentence.text().is_empty() {
            self.vote.place = whole.clone();
        }
        let Some(form) = forms::of(self.words.tag) else { return };
        let marked = self.facts.quantities.iter().filter(|quantity| whole.contains(&quantity.place.start));
        let marked: Vec<_> = marked.cloned().collect();
        for quantity in &marked {
            let text = self.source.text().get(quantity.place.clone()).unwrap_or_default();
            let Some(printed) = numbers(form, text).first().map(|number| number.value) else { continue };
            self.vote.counts[quantity.side] = Some(printed);
            if printed != quantity.value {
                let message = format!(
                    "{printed} is printed {}, and {} is encoded",
                    SIDES[quantity.side], quantity.value
                );
                self.warn(&VOTE_METADATA_DIFFERS, quantity.place.clone(), message);
            }
        }
        if marked.len() < 2 {
            for (side, count) in counts(form, sentence.text()).into_iter().enumerate() {
                self.vote.counts[side] = self.vote.counts[side].or(count);
            }
        }
        // A side that the sentence leaves out and whose list is printed and empty has nobody.
        for side in 0..3 {
            let empty = self.vote.lists[side].as_ref().is_some_and(Vec::is_empty);
            let others = self.vote.counts.iter().flatten().count() == 2;
            if empty && others && self.vote.counts[side].is_none() {
                self.vote.counts[side] = Some(0);
            }
        }
    }

    /// Puts what is encoded beside what is printed: it fills what print leaves out.
    fn encoded(&mut self, printed: bool) {
        let encoded = &self.facts.encoded;
        let place = encoded.place.clone();
        if !printed {
            self.vote.place = place.clone();
        }
        let counts = self.encoded_counts();
        for side in 0..3 {
            match (self.vote.counts[side], counts[side]) {
                (None, Some(count)) if !printed => self.vote.counts[side] = Some(count),
                (Some(printed), Some(count)) if printed != count => {
                    let message = format!("{count} is encoded {}, and {printed} is printed", SIDES[side]);
                    self.warn(&VOTE_METADATA_DIFFERS, place.clone(), message);
                }
                _ => {}
            }
            let Some(names) = encoded.lists[side].clone().filter(|names| !names.is_empty()) else { continue };
            let mut voters = Vec::new();
            for name in names {
                match list::read(&name.name).into_iter().next() {
                    Some((Listed::Delegation(code, name), _)) => voters.push(Voter { code, name }),
                    _ => {
                        let message = format!(
                            "“{}” is no delegation that is known; its encoded vote {} was not taken",
                            quote(&name.name),
                            SIDES[side]
                        );
                        self.warn(&VOTE_NOT_UNDERSTOOD, name.place, message);
                        self.vote.incomplete |= !printed;
                    }
                }
            }
            self.put_beside(side, voters, place.clone());
        }
    }

    /// The encoded counts; in the Security Council those that are left out are of nobody where all its members voted.
    fn encoded_counts(&self) -> [Option<u32>; 3] {
        let mut counts = self.facts.encoded.counts;
        let council = self.facts.iri.as_deref().is_some_and(|iri| iri.contains("/unsc/"));
        let all = counts.iter().flatten().sum::<u32>();
        if fold(&self.facts.outcome).contains("unanimous") || (council && all == COUNCIL) {
            counts = counts.map(|count| count.or(Some(0)));
        }
        counts
    }

    fn put_beside(&mut self, side: usize, encoded: Vec<Voter>, place: Range<usize>) {
        let codes = |list: &[Voter]| list.iter().map(|voter| voter.code.clone()).collect::<BTreeSet<_>>();
        let printed = self.vote.lists[side].as_ref().filter(|list| !list.is_empty());
        match printed.map(|printed| (codes(printed), codes(&encoded))) {
            None => {
                // Encoded names are English and in capitals: the standard name is the one to print.
                let named = encoded.into_iter().map(|voter| {
                    let name =
                        crate::names::standard(&voter.code, self.words.tag).map_or(voter.name, str::to_owned);
                    Voter { code: voter.code, name }
                });
                self.vote.lists[side] = Some(named.collect());
            }
            Some((printed, encoded)) if printed != encoded => {
                let only = |one: &BTreeSet<String>, two: &BTreeSet<String>| {
                    one.difference(two).cloned().collect::<Vec<_>>().join(", ")
                };
                let (more, less) = (only(&encoded, &printed), only(&printed, &encoded));
                let told = [(more, "only encoded"), (less, "only printed")];
                let told: Vec<String> = told
                    .iter()
                    .filter(|(codes, _)| !codes.is_empty())
                    .map(|(codes, how)| format!("{codes} {how}"))
                    .collect();
                let message =
                    format!("the list of those {} is not the printed one: {}", SIDES[side], told.join(", "));
                self.warn(&VOTE_METADATA_DIFFERS, place, message);
            }
            Some(_) => {}
        }
    }

    /// A delegation in two lists stays where the counts say that it must; else it is taken out of both.
    fn twice(&mut self) {
        let sides = |vote: &Ballots, code: &str| -> Vec<usize> {
            let has = |side: &usize| vote.lists[*side].iter().flatten().any(|voter| voter.code == code);
            (0..3).filter(has).collect()
        };
        let codes: BTreeSet<String> =
            self.vote.lists.iter().flatten().flatten().map(|voter| voter.code.clone()).collect();
        for code in codes {
            let among = sides(&self.vote, &code);
            for side in &among {
                let mut met = false;
                if let Some(list) = &mut self.vote.lists[*side] {
                    list.retain(|voter| voter.code != code || !std::mem::replace(&mut met, true));
                }
            }
            if among.len() < 2 {
                continue;
            }
            let size = |side: usize| self.vote.lists[side].as_ref().map_or(0, Vec::len);
            let fits = |side: usize, own: bool| {
                let length = size(side) - usize::from(!own);
                self.vote.counts[side].and_then(|count| usize::try_from(count).ok()) == Some(length)
            };
            let right: Vec<usize> = among
                .iter()
                .copied()
                .filter(|own| among.iter().all(|side| fits(*side, side == own)))
                .collect();
            let kept = if let [one] = right[..] { Some(one) } else { None };
            for side in among.iter().filter(|side| Some(**side) != kept) {
                if let Some(list) = &mut self.vote.lists[*side] {
                    list.retain(|voter| voter.code != code);
                }
            }
            let named: Vec<&str> = among.iter().map(|side| SIDES[*side]).collect();
            let taken = kept.map_or("it was taken out of both".to_owned(), |side| {
                format!("the counts say {}", SIDES[side])
            });
            let message = format!("{code} stands in two lists, {}; {taken}", named.join(" and "));
            self.vote.incomplete |= kept.is_none();
            self.warn(&VOTED_TWICE, self.vote.place.clone(), message);
        }
    }

    /// Lists that do not add up to the counts are incomplete.
    fn add_up(&mut self) {
        for (side, name) in SIDES.iter().enumerate() {
            let list = self.vote.lists[side].as_ref();
            let (Some(count), true) =
                (self.vote.counts[side], list.is_some() || self.printed.contains(&true))
            else {
                continue;
            };
            let length = list.map_or(0, Vec::len);
            if usize::try_from(count).ok() != Some(length) {
                self.vote.incomplete = true;
                let message = format!("{count} voted {name}, and the list has {length}");
                self.warn(&VOTE_LIST_DIFFERS, self.vote.place.clone(), message);
            }
        }
    }
}

/// The words before a list, and which side they name.
struct Label {
    side: usize,
    whole: Range<usize>,
}

/// The words in a text that say of which side the list behind them is: before a colon.
fn labels(form: &Form, text: &str) -> Vec<Label> {
    let mut labels: Vec<Label> = Vec::new();
    for (at, colon) in text.char_indices().filter(|(_, c)| matches!(c, ':' | '：' | '∶')) {
        let from = labels.last().map_or(0, |label| label.whole.end);
        let before = &text[from..at];
        let starts = before.char_indices().rev().take(LABEL).map(|(start, _)| start);
        let starts = starts.filter(|start| {
            let previous = before[..*start].chars().next_back();
            previous.is_none_or(|c| !c.is_alphanumeric() || form.tag == "zh")
        });
        let named = starts.filter_map(|start| {
            let folded = fold(&before[start..]);
            let side = form.sides.iter().position(|words| words.contains(&folded.trim()))?;
            Some((side, from + start))
        });
        // The longest words are met last.
        if let Some((side, start)) = named.last() {
            labels.push(Label { side, whole: start..at + colon.len_utf8() });
        }
    }
    labels
}

/// A number in a sentence.
struct Counted {
    value: u32,
    at: Range<usize>,
}

/// The numbers of a folded or printed text, in figures of any script and in words.
fn numbers(form: &Form, text: &str) -> Vec<Counted> {
    let folded = fold(text);
    let mut found: Vec<Counted> = Vec::new();
    let mut chars = folded.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let Some(mut value) = digit(c) else { continue };
        let mut end = start + c.len_utf8();
        while let Some((at, next)) = chars.peek().copied().and_then(|(at, c)| Some((at, (digit(c)?, c)))) {
            value = value.saturating_mul(10).saturating_add(next.0);
            end = at + next.1.len_utf8();
            chars.next();
        }
        found.push(Counted { value, at: start..end });
    }
    let free = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric()) || form.tag == "zh";
    for (word, value) in form.numbers {
        for (start, _) in folded.match_indices(word) {
            let end = start + word.len();
            if free(folded[..start].chars().next_back()) && free(folded[end..].chars().next()) {
                found.push(Counted { value: *value, at: start..end });
            }
        }
    }
    found.sort_by_key(|number| number.at.start);
    found.dedup_by(|two, one| two.at.start < one.at.end);
    found
}

/// The counts of a sentence, in the order in which every language prints them: in favour, against, abstaining.
fn counts(form: &Form, sentence: &str) -> [Option<u32>; 3] {
    let numbers = numbers(form, sentence);
    let folded = fold(sentence);
    let last = numbers.last();
    // "by 14 votes, with 1 abstention": the last number is of those who abstained where it is said there.
    let abstained = last.is_some_and(|last| {
        let before =
            numbers.len().checked_sub(2).and_then(|at| numbers.get(at)).map_or(0, |other| other.at.end);
        let around = [folded.get(before..last.at.start), folded.get(last.at.end..)];
        around.into_iter().flatten().any(|text| contains(text, form.abstained))
    });
    let values: Vec<u32> = numbers.iter().map(|number| number.value).collect();
    match (values[..].len(), abstained) {
        (3, _) => [Some(values[0]), Some(values[1]), Some(values[2])],
        (2, true) => [Some(values[0]), None, Some(values[1])],
        (2, false) => [Some(values[0]), Some(values[1]), None],
        (1, false) => [Some(values[0]), None, None],
        _ => [None; 3],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_counts_of_a_sentence_are_read_in_every_language() {
        for (tag, sentence) in [
            ("en", "[Adopted by a recorded vote of 31 to none, with 12 abstentions."),
            ("fr", "[Adoptée par 31 voix contre zéro, avec 12 abstentions."),
            ("es", "[Aprobada en votación registrada por 31 votos contra ninguno y 12 abstenciones."),
            ("ar", "[اعتُمد بتصويت مسجل بأغلبية 31 صوتاً مقابل لا شيء، وامتناع ١٢ عضواً عن التصويت."),
            ("ru", "[Принята 31 голосом, при этом ни одного против, при 12 воздержавшихся."),
            ("zh", "[经记录表决，以31票赞成、零票反对、12票弃权获得通过。"),
        ] {
            assert_eq!(
                counts(forms::of(tag).unwrap(), sentence),
                [Some(31), Some(0), Some(12)],
                "{sentence}"
            );
        }
        let english = forms::of("en").unwrap();
        assert_eq!(counts(english, "by 14 votes, with 1 abstention"), [Some(14), None, Some(1)]);
        assert_eq!(counts(english, "by 14 votes to two"), [Some(14), Some(2), None]);
    }

    #[test]
    fn lists_begin_behind_the_words_for_their_side() {
        for (tag, text, sides) in [
            ("en", "as follows: In favour: Chad. Against: Cuba. Abstaining: Mali", "0 1 2"),
            ("fr", "Ont voté pour : Tchad. Ont voté contre: Cuba.", "0 1"),
            ("ru", "следующим образом: Голосовали за: Чад. Воздержались: Мали", "0 2"),
            ("zh", "表决结果如下：赞成：乍得、古巴反对：马里", "0 1"),
            ("ar", "وكانت نتيجة التصويت كما يلي: المؤيدون: تشاد الممتنعون عن التصويت: مالي", "0 2"),
        ] {
            let found: Vec<String> =
                labels(forms::of(tag).unwrap(), text).iter().map(|label| label.side.to_string()).collect();
            assert_eq!(found.join(" "), sides, "{text}");
        }
    }
}
