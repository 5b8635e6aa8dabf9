//! References to paragraphs: what is wanted, and what that is in a resolution.

use std::collections::BTreeSet;

use super::Unknown;
use super::word::{Half, same_unit};
use super::{grammar, token};
use crate::fold::fold;
use crate::model::{Label, Number, PartId, Resolution, Unit};

/// One item of a reference: which paragraphs of which unit and part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The part as written, folded, where one is named.
    part: Option<String>,
    heading: Heading,
    first: Number,
    path: Vec<String>,
    /// The end of a range of whole paragraphs, that included.
    last: Option<u32>,
    /// Whether it is the last paragraph, whatever its number.
    from_end: bool,
    /// The how manieth sub-paragraph of it, whatever its mark.
    nth: Option<u32>,
}

/// The words for what is numbered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    /// A bare number, or "paragraph": any of PP and OP.
    Any,
    Half(Half),
    /// The unit as written, folded.
    Word(String),
}

/// Suggestions beyond that are no help.
const MOST: usize = 3;

/// A range that no count bounds is laid out that far: nobody gets a million labels for a slip.
const LONGEST: u32 = 1_000;

/// Reads what a person wrote.
///
/// # Errors
/// [`Unknown`] where it is no reference to paragraphs.
pub fn read(text: &str) -> Result<Vec<Wanted>, Unknown> {
    if let Ok(label) = text.trim().parse::<Label>() {
        return Ok(vec![Wanted::from(&label)]);
    }
    let wrong = |reason: Option<String>| {
        let reason = reason.map(|reason| format!(": {reason}")).unwrap_or_default();
        let message = format!("\"{text}\" is no reference to a paragraph, such as OP9 or PP 9-10{reason}");
        Unknown::new(message, Vec::new())
    };
    let tokens = token::tokens(text).ok_or_else(|| wrong(None))?;
    grammar::parse(&tokens).map_err(wrong)
}

/// The labels that a reference spells, whatever a record has, and whether they are all meant: a bare number is of PP or
/// of OP. None where that is not clear without a record, or not short.
pub fn spelt(text: &str) -> Option<(Vec<Label>, bool)> {
    if text.len() > 200 {
        return None;
    }
    let wanted = read(text).ok()?;
    if wanted.iter().any(|item| item.from_end || item.nth.is_some()) {
        return None;
    }
    let bare = wanted.iter().any(|item| item.heading == Heading::Any);
    if bare && wanted.len() > 1 {
        return None;
    }
    let mut labels = Vec::new();
    for item in &wanted {
        let part = item.part.as_ref().map(|part| part.to_uppercase().parse()).transpose().ok()?;
        let units = match &item.heading {
            Heading::Any => vec![Unit::pp(), Unit::op()],
            Heading::Half(Half::Preambular) => vec![Unit::pp()],
            Heading::Half(Half::Operative) => vec![Unit::op()],
            Heading::Word(_) => return None,
        };
        let last = item.last.unwrap_or(item.first.whole());
        if last - item.first.whole().min(last) > 9 || (bare && item.is_range()) {
            return None;
        }
        for unit in &units {
            labels.push(item.label(part.as_ref(), unit)?);
            let more = (item.first.whole() + 1..=last).map(|number| Label::new(unit.clone(), number.into()));
            labels.extend(more.map(|label| label.in_part(part.clone())));
        }
    }
    Some((labels, !bare))
}

impl From<&Label> for Wanted {
    fn from(label: &Label) -> Self {
        let heading = match label.unit() {
            unit if unit.is_pp() => Heading::Half(Half::Preambular),
            unit if unit.is_op() => Heading::Half(Half::Operative),
            unit => Heading::Word(fold(unit.as_str())),
        };
        let part = label.part().map(|part| fold(part.as_str()));
        Self::new(part, heading, label.number().clone(), label.path().to_vec(), None)
    }
}

impl std::fmt::Display for Wanted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(part) = &self.part {
            write!(f, "{}/", part.to_uppercase())?;
        }
        if let Some(nth) = self.nth {
            write!(f, "sub-paragraph {nth} of ")?;
        }
        if self.from_end {
            f.write_str("the last ")?;
        }
        match &self.heading {
            Heading::Any if self.from_end => f.write_str("paragraph")?,
            Heading::Any => {}
            Heading::Half(Half::Preambular) => f.write_str("PP")?,
            Heading::Half(Half::Operative) => f.write_str("OP")?,
            Heading::Word(word) => write!(f, "{word} ")?,
        }
        if !self.from_end {
            write!(f, "{}", self.first)?;
        }
        self.path.iter().try_for_each(|mark| write!(f, "({mark})"))?;
        self.last.map_or(Ok(()), |last| write!(f, "-{last}"))
    }
}

/// The labels that a reference means in a resolution, in the text's order; empty where it has none of them.
///
/// `OP3` means that of every part; a bare number those of PP and OP that exist; a range those of its numbers that exist,
/// in each part and unit. Whether all exist somewhere, [`Wanted::is_in`] tells.
pub fn labels(wanted: &[Wanted], resolution: &Resolution) -> Vec<Label> {
    let mut labels: Vec<Label> = wanted.iter().flat_map(|item| item.labels(resolution)).collect();
    labels.sort_by(|a, b| resolution.order(a, b));
    labels.dedup();
    labels
}

impl Wanted {
    pub(super) fn new(
        part: Option<String>,
        heading: Heading,
        first: Number,
        path: Vec<String>,
        last: Option<u32>,
    ) -> Self {
        Self { part, heading, first, path, last, from_end: false, nth: None }
    }

    /// The last paragraph.
    pub(super) fn at_end(mut self) -> Self {
        self.from_end = true;
        self
    }

    /// The how manieth sub-paragraph of this.
    pub(super) fn counted(mut self, nth: u32) -> Self {
        self.nth = Some(nth);
        self
    }

    pub(super) fn is_counted(&self) -> bool {
        self.nth.is_some()
    }

    /// A sub-paragraph of this.
    pub(super) fn below(mut self, marks: Vec<String>) -> Self {
        self.path.extend(marks);
        self
    }

    pub(super) fn is_range(&self) -> bool {
        self.last.is_some()
    }

    fn labels(&self, resolution: &Resolution) -> Vec<Label> {
        let units = self.units(resolution);
        let places = self.places(resolution);
        let pairs = places.iter().flat_map(|part| units.iter().map(move |unit| (part, unit)));
        pairs
            .flat_map(|(part, unit)| self.expand(part.as_ref(), unit, resolution).unwrap_or_default())
            .collect()
    }

    /// Whether it is a number alone, which may be of PP or of OP.
    pub fn is_bare(&self) -> bool {
        self.heading == Heading::Any
    }

    /// Whether a letter stands at its number: 3a.
    pub fn is_lettered(&self) -> bool {
        !self.first.suffix().is_empty()
    }

    /// The labels that the words spell where the record does not say how many paragraphs there are, so that nothing
    /// bounds them; of each unit and part that may be meant. Empty where the record counts those, where it has no such
    /// unit or part, and where only a count could tell what is meant ("the last").
    pub fn at_its_word(&self, resolution: &Resolution) -> Vec<Label> {
        if self.from_end || self.nth.is_some() {
            return Vec::new();
        }
        let units = self.units(resolution);
        let places = self.places(resolution);
        let pairs = places.iter().flat_map(|part| units.iter().map(move |unit| (part.as_ref(), unit)));
        let open = pairs.filter(|(part, unit)| resolution.count(*part, unit).is_none());
        open.flat_map(|(part, unit)| self.spell(part, unit).unwrap_or_default()).collect()
    }

    fn spell(&self, part: Option<&PartId>, unit: &Unit) -> Option<Vec<Label>> {
        let first = self.label(part, unit)?;
        let Some(last) = self.last else {
            let capital = first.number().suffix().chars().any(char::is_uppercase);
            return Some(vec![lettered(&first).filter(|_| !capital).unwrap_or(first)]);
        };
        let numbers = self.first.whole()..=last.min(self.first.whole().saturating_add(LONGEST));
        Some(numbers.map(|number| Label::new(unit.clone(), number.into()).in_part(part.cloned())).collect())
    }

    /// The units that the words may mean.
    fn units(&self, resolution: &Resolution) -> Vec<Unit> {
        match &self.heading {
            Heading::Any => vec![Unit::pp(), Unit::op()],
            Heading::Half(Half::Preambular) => vec![Unit::pp()],
            Heading::Half(Half::Operative) => vec![Unit::op()],
            Heading::Word(word) => {
                let is = |unit: &Unit, name: &str| {
                    same_unit(&fold(unit.as_str()), word) || same_unit(&fold(name), word)
                };
                let found = resolution.units.iter().filter(|(unit, name)| is(unit, name));
                found.map(|(unit, _)| unit.clone()).collect()
            }
        }
    }

    /// The parts that are meant, none among them for what stands in no part; empty where the part is unknown.
    fn places(&self, resolution: &Resolution) -> Vec<Option<PartId>> {
        let all = resolution.parts.iter().map(|part| &part.id);
        match &self.part {
            None => std::iter::once(None).chain(all.cloned().map(Some)).collect(),
            Some(word) => {
                let exact = all.clone().find(|id| fold(id.as_str()) == *word);
                let number = word.parse::<PartId>().ok().and_then(|id| id.number());
                let same = || all.clone().find(|id| number.is_some() && id.number() == number);
                exact.or_else(same).map(|id| Some(id.clone())).into_iter().collect()
            }
        }
    }

    fn label(&self, part: Option<&PartId>, unit: &Unit) -> Option<Label> {
        let whole = Label::new(unit.clone(), self.first.clone()).in_part(part.cloned());
        self.path.iter().try_fold(whole, |label, mark| label.below(mark)).ok()
    }

    /// The label in a resolution, which says what is last and how sub-paragraphs are marked.
    fn label_in(&self, part: Option<&PartId>, unit: &Unit, resolution: &Resolution) -> Option<Label> {
        let label = match self.from_end {
            true => {
                let count = resolution.count(part, unit).filter(|count| *count > 0)?;
                Self { first: count.into(), ..self.clone() }.label(part, unit)?
            }
            false => self.label(part, unit)?,
        };
        match self.nth {
            Some(nth) => label.clone().below(&mark_of(&label, nth, resolution)?).ok(),
            None => Some(label),
        }
    }

    fn expand(&self, part: Option<&PartId>, unit: &Unit, resolution: &Resolution) -> Option<Vec<Label>> {
        let first = self.label_in(part, unit, resolution)?;
        let Some(last) = self.last else {
            return recorded(&first, resolution)
                .or_else(|| lettered(&first).filter(|label| resolution.has(label)))
                .or_else(|| resolution.has(&first).then_some(first))
                .map(|label| vec![label]);
        };
        let range = self.first.whole()..=last;
        let mut found: Vec<Label> = match resolution.count(part, unit) {
            // The count bounds the range before it is laid out: nobody gets a million labels for a slip.
            Some(count) => (self.first.whole()..=last.min(count))
                .map(|number| Label::new(unit.clone(), number.into()).in_part(part.cloned()))
                .collect(),
            None => Vec::new(),
        };
        // What a record names between the ends, such as OP14bis between OP14 and OP15, is in the range too.
        let between = |label: &Label| {
            let number = label.number();
            let inside = number.suffix().is_empty() || number.whole() < last;
            label.part() == part && label.unit() == unit && range.contains(&number.whole()) && inside
        };
        let texts = resolution
            .languages
            .iter()
            .flat_map(|(_, block)| block.subjects.keys().chain(block.paragraphs.keys()));
        let named = resolution.named().chain(texts).map(Label::paragraph);
        found.extend(named.filter(between));
        found.sort();
        found.dedup();
        (!found.is_empty()).then_some(found)
    }

    /// Whether all that is meant exists in one or another of the resolutions: of a range every number.
    pub fn is_in<'a>(&self, resolutions: impl Iterator<Item = &'a Resolution>) -> bool {
        let mut found: BTreeSet<u32> = BTreeSet::new();
        for resolution in resolutions {
            let labels = self.labels(resolution);
            if self.last.is_none() && !labels.is_empty() {
                return true;
            }
            found.extend(labels.iter().map(|label| label.number().whole()));
        }
        self.last.is_some_and(|last| (self.first.whole()..=last).all(|number| found.contains(&number)))
    }

    /// Why a register without the paragraph does not have it, and the nearest that it has instead.
    pub fn missing<'a>(&self, text: &str, resolutions: impl Iterator<Item = &'a Resolution>) -> Unknown {
        let all: Vec<&Resolution> = resolutions.collect();
        let reason = match all.as_slice() {
            [only] => self.reason(only).map(|reason| format!(": {reason}")).unwrap_or_default(),
            several => format!(" in any of {} records", several.len()),
        };
        let near: BTreeSet<(bool, u32, Label)> =
            all.iter().flat_map(|resolution| self.near(resolution)).collect();
        let mut suggestions: Vec<String> = Vec::new();
        for (_, _, label) in near {
            let label = label.to_string();
            if suggestions.len() < MOST && !suggestions.contains(&label) {
                suggestions.push(label);
            }
        }
        Unknown::new(format!("no paragraph \"{text}\"{reason}"), suggestions)
    }

    /// What the resolution lacks: the unit, the part, or that many paragraphs.
    fn reason(&self, resolution: &Resolution) -> Option<String> {
        let units = self.units(resolution);
        if let (Heading::Word(word), true) = (&self.heading, units.is_empty()) {
            return Some(format!("the record numbers nothing as \"{word}\""));
        }
        let places = self.places(resolution);
        if let (Some(part), [], parts) = (&self.part, places.as_slice(), &resolution.parts) {
            let ids: Vec<&str> = parts.iter().map(|part| part.id.as_str()).collect();
            return Some(match ids.as_slice() {
                [] => "the text has no parts".into(),
                ids => format!("there is no part {}, only {}", part.to_uppercase(), ids.join(", ")),
            });
        }
        let part = places.first().filter(|_| self.part.is_some()).cloned().flatten();
        let counts = units.iter().filter_map(|unit| {
            let kind = match (unit.is_pp(), unit.is_op()) {
                (true, _) => "preambular paragraphs",
                (_, true) => "operative paragraphs",
                _ => unit.as_str(),
            };
            let place = part.as_ref().map(|part| format!(" in part {part}")).unwrap_or_default();
            match resolution.count(part.as_ref(), unit) {
                None if self.from_end => {
                    Some(format!("the record does not say how many {kind} there are{place}"))
                }
                None if part.is_some() && unit.is_built_in() => {
                    Some(format!("the record counts no {kind}{place}"))
                }
                Some(1) if self.end() > 1 => {
                    Some(format!("there is 1 {}{place}", kind.trim_end_matches('s')))
                }
                Some(bound) if self.end() > bound => Some(format!("there are {bound} {kind}{place}")),
                _ => None,
            }
        });
        let counts: Vec<String> = counts.collect();
        (!counts.is_empty()).then(|| counts.join(", "))
    }

    fn end(&self) -> u32 {
        self.last.unwrap_or(self.first.whole())
    }

    /// What the resolution has nearest to this: whether it is in another part, how far away, and the label.
    fn near(&self, resolution: &Resolution) -> Vec<(bool, u32, Label)> {
        let mut units = self.units(resolution);
        if let (Heading::Word(word), true) = (&self.heading, units.is_empty()) {
            units.extend(nearest_unit(word, resolution));
        }
        let places = self.places(resolution);
        let elsewhere = places.is_empty();
        let anywhere = Self { part: None, ..self.clone() };
        let nowhere = |part: &Option<PartId>| {
            units.iter().all(|unit| self.nearest_in(part.as_ref(), unit, resolution).is_empty())
        };
        // A part without a preamble has nothing near; another part, or what stands in none, may.
        let elsewhere = elsewhere || places.iter().all(nowhere);
        let places = if elsewhere { anywhere.places(resolution) } else { places };
        let mut near = Vec::new();
        for (part, unit) in places.iter().flat_map(|part| units.iter().map(move |unit| (part, unit))) {
            near.extend(self.nearest_in(part.as_ref(), unit, resolution).into_iter().map(|label| {
                let away = label.number().whole().abs_diff(self.end());
                (elsewhere, away, label)
            }));
        }
        near
    }

    fn nearest_in(&self, part: Option<&PartId>, unit: &Unit, resolution: &Resolution) -> Vec<Label> {
        match resolution.count(part, unit) {
            Some(0) => Vec::new(),
            Some(bound) if self.end() > bound => {
                vec![Label::new(unit.clone(), bound.into()).in_part(part.cloned())]
            }
            Some(_) => self.label_in(part, unit, resolution).into_iter().collect(),
            None => {
                let mut known: Vec<&Label> =
                    told(resolution).filter(|label| label.part() == part && label.unit() == unit).collect();
                known.sort_by_key(|label| label.number().whole().abs_diff(self.end()));
                known.dedup();
                known.into_iter().take(MOST).cloned().collect()
            }
        }
    }
}

/// The labels that a record names, or has a subject or a text for, with repeats.
fn told(resolution: &Resolution) -> impl Iterator<Item = &Label> {
    let blocks = resolution.languages.iter();
    resolution
        .named()
        .chain(blocks.flat_map(|(_, block)| block.subjects.keys().chain(block.paragraphs.keys())))
}

/// The mark of the how manieth sub-paragraph: a number or a Roman numeral where the record has those, else a letter.
fn mark_of(label: &Label, nth: u32, resolution: &Resolution) -> Option<String> {
    let level = label.path().len();
    let marks: Vec<&String> = told(resolution)
        .filter(|known| label.contains(known))
        .filter_map(|known| known.path().get(level))
        .collect();
    if !marks.is_empty() && marks.iter().all(|mark| mark.bytes().all(|byte| byte.is_ascii_digit())) {
        return Some(nth.to_string());
    }
    let value = |mark: &str| mark.parse::<PartId>().ok().and_then(|mark| mark.number());
    if !marks.is_empty() && marks.iter().all(|mark| value(mark).is_some()) {
        let place = usize::try_from(nth).ok();
        let known = marks.into_iter().find(|mark| value(mark) == place);
        return known.cloned();
    }
    let letter = ('a'..='z').nth(usize::try_from(nth).ok()?.checked_sub(1)?)?;
    Some(letter.to_string())
}

/// "OP 3a" is sub-paragraph (a) of OP3 where no record knows a paragraph OP3a.
fn lettered(label: &Label) -> Option<Label> {
    let letter = label.number().suffix();
    if letter.len() != 1 || !label.path().is_empty() {
        return None;
    }
    let whole = Label::new(label.unit().clone(), label.number().whole().into());
    whole.in_part(label.part().cloned()).below(&letter.to_ascii_lowercase()).ok()
}

/// The label of the record that a written one means: the same but for the case of letters, and "3a" is also (a) of 3.
fn recorded(label: &Label, resolution: &Resolution) -> Option<Label> {
    let suffix = label.number().suffix();
    if suffix.is_empty() && label.path().is_empty() {
        return None;
    }
    let same = |known: &&Label, number: &Number, path: &[String]| {
        known.part() == label.part()
            && known.unit() == label.unit()
            && known.number().whole() == number.whole()
            && known.number().suffix().eq_ignore_ascii_case(number.suffix())
            && known.path().len() == path.len()
            && known.path().iter().zip(path).all(|(one, other)| one.eq_ignore_ascii_case(other))
    };
    let find = |number: &Number, path: &[String]| told(resolution).find(|known| same(known, number, path));
    let exact = told(resolution).find(|known| *known == label);
    let found = exact.or_else(|| find(label.number(), label.path())).cloned();
    found.or_else(|| {
        let path: Vec<String> =
            std::iter::once(suffix.to_owned()).chain(label.path().iter().cloned()).collect();
        let whole = Number::from(label.number().whole());
        find(&whole, &path).filter(|_| suffix.len() == 1).cloned()
    })
}

/// The unit whose word is most like one that is none.
fn nearest_unit(word: &str, resolution: &Resolution) -> Option<Unit> {
    let built_in =
        [(Unit::pp(), "preambular"), (Unit::pp(), "pp"), (Unit::op(), "operative"), (Unit::op(), "op")];
    let declared = resolution
        .units
        .iter()
        .flat_map(|(unit, name)| [(unit.clone(), fold(unit.as_str())), (unit.clone(), fold(name))]);
    let all = built_in.into_iter().map(|(unit, name)| (unit, name.to_owned())).chain(declared);
    let scored = all.map(|(unit, name)| (strsim::normalized_damerau_levenshtein(word, &name), unit));
    scored.filter(|(score, _)| *score >= 0.5).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, unit)| unit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn resolution() -> Resolution {
        let record = "format = 1\n[resolution]\nid = \"x\"\npreambular = 24\noperative = 31\n[units]\nRULE = \"rule\"\n\
            GP = \"guiding principle\"\n[[source]]\nid = \"s\"\n[[position]]\ndelegation = \"KZ\"\nkind = \"reservation\"\n\
            on = [\"RULE6(2)(c)\", \"RULE39bis\", \"OP9(b)\", \"OP12A\", \"GP4\"]\nsource = \"s\"\n";
        checked(record)
    }

    fn in_parts() -> Resolution {
        let record = "format = 1\n[resolution]\nid = \"y\"\npreambular = 3\n[[part]]\nid = \"I\"\noperative = 4\n\
            [[part]]\nid = \"II\"\npreambular = 2\noperative = 12\n";
        checked(record)
    }

    fn checked(record: &str) -> Resolution {
        crate::check::check(&crate::problem::SourceText::new("x", record)).resolution.unwrap()
    }

    fn found_in(text: &str, resolution: &Resolution) -> String {
        let wanted = read(text).unwrap_or_default();
        let known = wanted.iter().all(|item| item.is_in(std::iter::once(resolution)));
        let labels = if known { labels(&wanted, resolution) } else { Vec::new() };
        labels.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    }

    fn found(text: &str) -> String {
        found_in(text, &resolution())
    }

    fn compare(cases: &[(&str, &str)], resolution: &Resolution) {
        let wrong: Vec<_> = cases
            .iter()
            .map(|(text, want)| (*text, *want, found_in(text, resolution)))
            .filter(|(_, want, found)| want != found)
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn a_unit_is_known_by_its_letters_and_by_its_word() {
        let record = "format = 1\n[resolution]\nid = \"x\"\n[units]\nART = \"rule\"\n[[source]]\nid = \"s\"\n\
            [[position]]\ndelegation = \"KZ\"\nkind = \"reservation\"\non = [\"ART4\"]\nsource = \"s\"\n";
        let checked = crate::check::check(&crate::problem::SourceText::new("x", record));
        let resolution = checked.resolution.unwrap();
        for text in ["rule 4", "rules 4", "art 4", "ART4"] {
            let found = labels(&read(text).unwrap(), &resolution);
            assert_eq!(found.iter().map(ToString::to_string).collect::<Vec<_>>(), ["ART4"], "{text}");
        }
    }

    #[test]
    fn what_people_write() {
        let cases = [
            ("OP9", "OP9"),
            ("op 9", "OP9"),
            ("Operative Paragraph 9", "OP9"),
            ("PP 9-10", "PP9 PP10"),
            ("PP 9–10", "PP9 PP10"),
            ("PP 9 — 10", "PP9 PP10"),
            ("PP9-PP10", "PP9 PP10"),
            ("preambular paragraphs 9 and 10", "PP9 PP10"),
            ("9", "PP9 OP9"),
            ("para. 9", "PP9 OP9"),
            ("paras 9-10", "PP9 PP10 OP9 OP10"),
            ("9 to 11", "PP9 PP10 PP11 OP9 OP10 OP11"),
            ("pp9,10;op9", "PP9 PP10 OP9"),
            ("preambular paragraphs 9 and 10 and operative paragraph 9", "PP9 PP10 OP9"),
            ("OP3, OP5", "OP3 OP5"),
            ("paragraph 9 of the preamble", "PP9"),
            ("preamble, paragraph 9", "PP9"),
            ("preamble 9", "PP9"),
            ("9 (preamble)", "PP9"),
            ("paragraphs 9 of the preamble and 3 of the operative part", "PP9 OP3"),
            ("paras 9 to 11 of the operative part", "OP9 OP10 OP11"),
            ("op 3 (a)", "OP3(a)"),
            ("OP9 (b)", "OP9(b)"),
            ("OP9b", "OP9(b)"),
            ("op 9 b", "OP9(b)"),
            ("op12a", "OP12A"),
            ("OP3 (a) and (c)", "OP3(a) OP3(c)"),
            ("OP3, (a), (b)", "OP3(a) OP3(b)"),
            ("paragraph (3)", "PP3 OP3"),
            ("paragraph (3) of the preamble", "PP3"),
            ("operative clause 3", "OP3"),
            ("preambular clauses 3 and 4", "PP3 PP4"),
            ("OP3(a)-(c)", "OP3(a) OP3(b) OP3(c)"),
            ("OP3(a)(i)", "OP3(a)(i)"),
            ("sub-paragraph (a) of operative paragraph 3", "OP3(a)"),
            ("subparagraphs (a) and (b) of OP3", "OP3(a) OP3(b)"),
            ("sub paragraph a of operative paragraph 3", "OP3(a)"),
            ("operative paragraph 3, sub-paragraph (b)", "OP3(b)"),
            ("op 9 bis", "OP9bis"),
            ("OP3 bis", "OP3bis"),
            ("rule 39 bis", "RULE39bis"),
            ("RULE39bis", "RULE39bis"),
            ("Rules 39bis", "RULE39bis"),
            ("rule 6, paragraph 2 (c)", "RULE6(2)(c)"),
            ("paragraph 2 (c) of rule 6", "RULE6(2)(c)"),
            ("rule 6 (2)(c)", "RULE6(2)(c)"),
            ("guiding principle 4", "GP4"),
            ("gp4", "GP4"),
            ("rule 40", ""),
            ("OP32", ""),
            ("OP0", ""),
            ("Atlantis", ""),
            ("PP 10-9", ""),
            ("PP 5, PP 9-10, OP 3", "PP5 PP9 PP10 OP3"),
            ("OP1-99999999", ""),
            ("OP 12-13", "OP12 OP12A OP13"),
            ("OP 11-12", "OP11 OP12"),
            ("28", "OP28"),
            ("OP3(a)bis", ""),
            ("OP4, xyz", ""),
            ("OP4 foo", ""),
            ("OP 3.2", ""),
            ("preamble", ""),
            ("operative paragraph 3 and 9 of the preamble", ""),
            ("operative paragraphs 3, 5 and 9 to 11", "OP3 OP5 OP9 OP10 OP11"),
            ("o.p. 9", "OP9"),
            ("O.P.9", "OP9"),
            ("p. p. 9-10", "PP9 PP10"),
            ("p.p 9 and o.p 3", "PP9 OP3"),
            ("op-9", "OP9"),
            ("PP - 9", "PP9"),
            ("PP-9-10", "PP9 PP10"),
            ("OP3.a", "OP3(a)"),
            ("OP3.a.i", "OP3(a)(i)"),
            ("OP3.b, OP4", "OP3(b) OP4"),
            ("OP3.ab", ""),
            ("OP 3 a", "OP3(a)"),
            ("para. 3 (a)", "PP3(a) OP3(a)"),
            ("§ 9", "PP9 OP9"),
            ("§ 28", "OP28"),
            ("item (a) of OP3", "OP3(a)"),
            ("les paragraphes 9 et 10 du préambule", "PP9 PP10"),
            ("párrafos 9 a 11 de la parte dispositiva", "OP9 OP10 OP11"),
        ];
        compare(&cases, &resolution());
    }

    #[test]
    fn numbers_in_words() {
        let cases = [
            ("ninth preambular paragraph", "PP9"),
            ("the twenty-first preambular paragraph", "PP21"),
            ("twenty first preambular paragraph", "PP21"),
            ("the twentieth preambular paragraph", "PP20"),
            ("first and third operative paragraphs", "OP1 OP3"),
            ("the ninth and tenth preambular and the third operative paragraphs", "PP9 PP10 OP3"),
            ("ninth preambular paragraph and third operative paragraph", "PP9 OP3"),
            ("operative paragraph 3 and ninth preambular paragraph", "PP9 OP3"),
            ("9th preambular paragraph", "PP9"),
            ("1st, 2nd and 3rd operative paragraphs", "OP1 OP2 OP3"),
            ("first to third operative paragraphs", "OP1 OP2 OP3"),
            ("the ninth paragraph of the preamble", "PP9"),
            ("operative paragraph nine", "OP9"),
            ("paragraph twenty-one of the preamble", "PP21"),
            ("first sub-paragraph of OP3", "OP3(a)"),
            ("the first and third sub-paragraphs of operative paragraph 3", "OP3(a) OP3(c)"),
            ("second sub-paragraph of rule 6", "RULE6(2)"),
            ("twenty-seventh sub-paragraph of OP3", ""),
            ("first sub-paragraph of the second sub-paragraph of OP3", ""),
            ("operative paragraph IX", "OP9"),
            ("OP ix", "OP9"),
            ("preambular paragraphs IX and X", "PP9 PP10"),
            ("preambular paragraphs IX to XI", "PP9 PP10 PP11"),
            ("paragraph XXV", "OP25"),
            ("last preambular paragraph", "PP24"),
            ("the first and last operative paragraphs", "OP1 OP31"),
            ("the final paragraph of the preamble", "PP24"),
            ("sub-paragraph (a) of the last operative paragraph", "OP31(a)"),
            ("last rule", ""),
        ];
        compare(&cases, &resolution());
    }

    #[test]
    fn what_people_write_in_arabic() {
        let cases = [
            ("٩", "PP9 OP9"),
            ("الفقرة 9 من الديباجة", "PP9"),
            ("ديباجة 9", "PP9"),
            ("الديباجة، الفقرة ٩", "PP9"),
            ("فقرة الديباجة 9", "PP9"),
            ("الفقرتين ٩ و١٠ من الديباجة", "PP9 PP10"),
            ("الفقرتين 9 و10 من الديباجة وعلى الفقرة 9 من المنطوق", "PP9 PP10 OP9"),
            ("الفقرات من 9 إلى 12 من الديباجة", "PP9 PP10 PP11 PP12"),
            ("من 9 إلى 11 من المنطوق", "OP9 OP10 OP11"),
            ("الفقرة 3 (ب) من المنطوق", "OP3(b)"),
            ("الفقرة التاسعة من الديباجة", "PP9"),
            ("الفقرة الأولى من المنطوق", "OP1"),
            ("الفقرة الثالثة عشرة من الديباجة", "PP13"),
            ("الفقرة العشرون من الديباجة", "PP20"),
            ("الفقرة الحادية والعشرون من الديباجة", "PP21"),
            ("الفقرة الثانية و العشرين من الديباجة", "PP22"),
            ("الفقرتان الثالثة والرابعة من المنطوق", "OP3 OP4"),
            ("الفقرتين التاسعة والعاشرة من ديباجة القرار والفقرة الثالثة من منطوقه", "PP9 PP10 OP3"),
            ("الفقرة ٩ من منطوقه", "OP9"),
            ("الفقرة ٣ من ديباجته", "PP3"),
            ("البند (أ) من الفقرة ٣", "PP3(a) OP3(a)"),
            ("البند (أ) من الفقرة ٣ من المنطوق", "OP3(a)"),
            ("البندان (أ) و(ب) من الفقرة ٣ من المنطوق", "OP3(a) OP3(b)"),
            ("البند (أ) والبند (ب) من الفقرة ٣ من المنطوق", "OP3(a) OP3(b)"),
            ("الفقرة الفرعية (أ) من الفقرة ٣ من المنطوق", "OP3(a)"),
            ("الفقرة الفرعية الأولى من الفقرة ٣ من المنطوق", "OP3(a)"),
            ("الفقرة الأخيرة من المنطوق", "OP31"),
            ("الفقرة الأخيرة من ديباجته", "PP24"),
            ("الفقرتين التاسعة والعاشرة من ديباجة القرار والفقرة الثالثة من منطوق القرار", "PP9 PP10 OP3"),
            ("الفقرة 3 من المنطوق والتاسعة من الديباجة", "PP9 OP3"),
            ("الفقرة الفرعية (أ) من الفقرة 3 من المنطوق", "OP3(a)"),
            ("الفقرة الفرعية (أ) من الفقرة 30", "OP30(a)"),
            ("الفقرتان الفرعيتان (أ) و(ب) من الفقرة 30", "OP30(a) OP30(b)"),
            ("الفقرة (3) من المنطوق", "OP3"),
            ("القاعدة 39 مكررا", "RULE39bis"),
            ("القاعدة 39 مكرراً", "RULE39bis"),
            ("القاعدة 6، الفقرة 2 (ج)", "RULE6(2)(c)"),
            ("الفقرة 2 (ج) من القاعدة 6", "RULE6(2)(c)"),
            ("الفقرة 9 مكررا ثانيا من المنطوق", "OP9ter"),
        ];
        compare(&cases, &resolution());
    }

    #[test]
    fn parts() {
        let cases = [
            ("II/OP3", "II/OP3"),
            ("ii/op 3", "II/OP3"),
            ("II OP3", "II/OP3"),
            ("II, op 3", "II/OP3"),
            ("part II, operative paragraph 3", "II/OP3"),
            ("part 2, op3", "II/OP3"),
            ("part II, operative paragraph 9 and preambular paragraph 2", "II/PP2 II/OP9"),
            ("paragraph 3 of part II", "II/OP3"),
            ("OP3 of part I and OP4 of part II", "I/OP3 II/OP4"),
            ("OP3, part II", "II/OP3"),
            ("OP3 (part II)", "II/OP3"),
            ("the second part, paragraph 3", "II/OP3"),
            ("OP 3 of the second part", "II/OP3"),
            ("paragraph 3 of part two", "II/OP3"),
            ("الفقرة 3 من منطوق الجزء الثاني", "II/OP3"),
            ("OP3 of resolution 2", ""),
            ("الفقرة 3 من القرار 9", ""),
            ("OP3 (first sentence)", ""),
            ("OP3", "I/OP3 II/OP3"),
            ("الفقرة 3 من الجزء الثاني", "II/OP3"),
            ("القسم ثانيا، الفقرة 3", "II/OP3"),
            ("الجزء الثاني، الفقرة 3 من المنطوق", "II/OP3"),
            ("OP III, II/OP4", "I/OP3 II/OP3 II/OP4"),
            ("OP III, II OP4", "I/OP3 II/OP3 II/OP4"),
            ("last operative paragraph of part II", "II/OP12"),
            ("last operative paragraph", "I/OP4 II/OP12"),
            ("III/OP3", ""),
            ("II/OP13", ""),
        ];
        compare(&cases, &in_parts());
    }

    #[test]
    fn a_sub_paragraph_by_its_place_has_the_marks_of_its_record() {
        let position = |label: &str| {
            format!(
                "[[position]]\ndelegation = \"KZ\"\nkind = \"reservation\"\non = [\"{label}\"]\nsource = \"s\"\n"
            )
        };
        let labels = ["OP4(i)", "OP4(ii)", "OP4(iii)", "OP5(1)", "OP6(b)"];
        let head = "format = 1\n[resolution]\nid = \"x\"\noperative = 7\n[[source]]\nid = \"s\"\n";
        let resolution = checked(&format!("{head}{}", labels.map(position).concat()));
        let cases = [
            ("second sub-paragraph of OP4", "OP4(ii)"),
            ("third sub-paragraph of OP4", "OP4(iii)"),
            ("fourth sub-paragraph of OP4", ""),
            ("second sub-paragraph of OP5", "OP5(2)"),
            ("second sub-paragraph of OP6", "OP6(b)"),
            ("second sub-paragraph of OP7", "OP7(b)"),
        ];
        compare(&cases, &resolution);
    }

    #[test]
    fn what_is_missing_says_what_is_near() {
        let missing = |text: &str, resolutions: &[Resolution]| {
            read(text).unwrap()[0].missing(text, resolutions.iter()).to_string()
        };
        let (one, parts) = ([resolution()], [in_parts()]);
        let both = [resolution(), in_parts()];
        let short = [checked("format = 1\n[resolution]\nid = \"s\"\npreambular = 0\noperative = 1\n")];
        let uncounted = [checked("format = 1\n[resolution]\nid = \"z\"\n")];
        for (text, resolutions, want) in [
            (
                "OP32",
                &one[..],
                "no paragraph \"OP32\": there are 31 operative paragraphs; did you mean OP31?",
            ),
            ("RULE39", &one, "no paragraph \"RULE39\"; did you mean RULE39bis or RULE6(2)(c)?"),
            (
                "rul 39 bis",
                &one,
                "no paragraph \"rul 39 bis\": the record numbers nothing as \"rul\"; did you mean RULE39bis or RULE6(2)(c)?",
            ),
            ("I/OP3", &one, "no paragraph \"I/OP3\": the text has no parts; did you mean OP3?"),
            (
                "III/OP3",
                &parts,
                "no paragraph \"III/OP3\": there is no part III, only I, II; did you mean I/OP3 or II/OP3?",
            ),
            (
                "II/OP13",
                &parts,
                "no paragraph \"II/OP13\": there are 12 operative paragraphs in part II; did you mean II/OP12?",
            ),
            (
                "I/PP1",
                &parts,
                "no paragraph \"I/PP1\": the record counts no preambular paragraphs in part I; did you mean PP1 or II/PP1?",
            ),
            (
                "last operative paragraph",
                &uncounted,
                "no paragraph \"last operative paragraph\": the record does not say how many operative paragraphs there are",
            ),
            ("OP3", &uncounted, "no paragraph \"OP3\""),
            (
                "last rule",
                &one,
                "no paragraph \"last rule\": the record does not say how many RULE there are; did you mean RULE6(2)(c) or RULE39bis?",
            ),
            (
                "OP 2000000000",
                &one,
                "no paragraph \"OP 2000000000\": there are 31 operative paragraphs; did you mean OP31?",
            ),
            (
                "OP99999999999999999999",
                &one,
                "no paragraph \"OP99999999999999999999\": there are 31 operative paragraphs; did you mean OP31?",
            ),
            (
                "twenty-seventh sub-paragraph of OP3",
                &one,
                "no paragraph \"twenty-seventh sub-paragraph of OP3\"",
            ),
            ("OP2", &short, "no paragraph \"OP2\": there is 1 operative paragraph; did you mean OP1?"),
            (
                "last preambular paragraph",
                &short,
                "no paragraph \"last preambular paragraph\": there are 0 preambular paragraphs",
            ),
            (
                "OP32",
                &both,
                "no paragraph \"OP32\" in any of 2 records; did you mean OP31 or II/OP12 or I/OP4?",
            ),
        ] {
            assert_eq!(missing(text, resolutions), want);
        }
    }

    #[test]
    fn what_a_reference_spells_without_a_record() {
        let spelt = |text: &str| {
            spelt(text).map(|(labels, all)| {
                (labels.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "), all)
            })
        };
        assert_eq!(spelt("PP9-11, op 3 (a)"), Some(("PP9 PP10 PP11 OP3(a)".into(), true)));
        assert_eq!(spelt("Para 10"), Some(("PP10 OP10".into(), false)));
        assert_eq!(spelt("part ii, op 3"), Some(("II/OP3".into(), true)));
        assert_eq!(spelt("rule 3"), None);
        assert_eq!(spelt("last operative paragraph"), None);
        assert_eq!(spelt("first sub-paragraph of OP3"), None);
        assert_eq!(spelt("OP99999999999999999999").map(|(_, all)| all), Some(true));
        assert_eq!(spelt("OP1-99"), None);
        assert_eq!(spelt("OP1-10").map(|(labels, _)| labels.split(' ').count()), Some(10));
        assert_eq!(spelt("OP1-11"), None);
        assert_eq!(spelt("9-10"), None);
        assert_eq!(spelt("9, 10"), None);
        assert_eq!(spelt(&format!("OP3{}", " ".repeat(197))), Some(("OP3".into(), true)));
        assert_eq!(spelt(&format!("OP3{}", " ".repeat(198))), None);
    }

    #[test]
    fn what_is_no_reference_says_why() {
        for (text, want) in [
            ("PP 10-9", ": the range runs backwards"),
            ("preamble", ": it names no number"),
            ("the last two OPs", ": it counts paragraphs; ask for them by their numbers, as in OP1-3"),
            (
                "operative paragraph 3 and 9 of the preamble",
                ": it says two things of the same numbers; ask for each by itself",
            ),
            ("Atlantis?", ""),
        ] {
            let told = read(text).unwrap_err().to_string();
            assert_eq!(
                told,
                format!("\"{text}\" is no reference to a paragraph, such as OP9 or PP 9-10{want}")
            );
        }
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "\\PC*") {
            let _ = read(&text).map(|wanted| labels(&wanted, &resolution()));
        }

        #[test]
        fn a_label_refers_to_itself(number in 1u32..31, mark in proptest::option::of("[a-z]")) {
            let label = format!("OP{number}{}", mark.map(|mark| format!("({mark})")).unwrap_or_default());
            prop_assert_eq!(found(&label), label);
        }
    }
}
