//! Printing: which sentences a note has, and in which order. The words are the language's ([`Prose`]).

use super::mark::Grammar;
use super::{Context, ar, en, read, token};
use crate::language::Language;
use crate::model::{Delegation, Label, Position, PositionKind, Resolution, Status, Target, Unit};

/// A stretch of printed text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The text.
    pub text: String,
    /// Whether it is set in bold: the name of a delegation.
    pub is_emphasis: bool,
}

/// A note as a secretariat prints it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrintedNote {
    /// The mark by which the text refers to the note.
    pub mark: &'static str,
    /// The sentence before the items; empty where there is none.
    pub lead: Vec<Run>,
    /// The items.
    pub items: Vec<Vec<Run>>,
}

impl PrintedNote {
    /// The note as plain text: the mark, the lead-in and a line for each item; sentences alone run on. [`read`](super::read) understands it.
    pub fn text(&self) -> String {
        let plain = |runs: &[Run]| runs.iter().map(|run| run.text.as_str()).collect::<String>();
        if self.lead.is_empty() {
            let sentences: Vec<String> = self.items.iter().map(|item| plain(item)).collect();
            return format!("{} {}\n", self.mark, sentences.join(" "));
        }
        let items: String = self.items.iter().map(|item| format!("- {}\n", plain(item))).collect();
        format!("{} {}\n\n{items}", self.mark, plain(&self.lead))
    }
}

/// How a language words a note.
pub(super) trait Prose: Sync {
    /// The sentence over the list of reservations, with its colon.
    fn lead(&self) -> &'static str;
    /// The name of a delegation in a sentence, with an article where it takes one.
    fn name(&self, name: &str) -> Vec<Run>;
    /// Things side by side: "a, b and c".
    fn and(&self, members: Vec<Vec<Run>>) -> Vec<Run>;
    /// The entries of an item of the list, each "Kazakhstan on …".
    fn entries(&self, entries: Vec<Vec<Run>>) -> Vec<Run>;
    /// What a position is on, without a preposition.
    fn object(&self, object: &Object, resolution: &Resolution) -> String;
    /// An object with the preposition of reservations: "on …".
    fn on(&self, objects: &[String]) -> String;
    /// A sentence, with its full stop.
    fn sentence(&self, sentence: &Sentence) -> Vec<Run>;
    /// A sentence to try a phrase in: whether it reads back as it was.
    fn trial(&self, quoted: &str) -> String;
}

/// What a position is on, for printing.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Object {
    /// Paragraphs; the phrase is quoted already where it must be.
    Paragraphs { labels: Vec<Label>, phrase: Option<String>, open: bool },
    /// The entire text.
    Entire,
    /// A phrase, quoted, whose paragraph is not known.
    Phrase(String),
    /// An unknown part: nothing is printed for it.
    Unsaid,
}

/// What a sentence says.
pub(super) struct Sentence {
    pub names: Vec<Vec<Run>>,
    pub kind: PositionKind,
    pub status: Option<Status>,
    /// None where the source does not say.
    pub object: Option<String>,
    pub on_behalf_of: Vec<Vec<Run>>,
    pub regarding: Option<Vec<Run>>,
}

/// Plain text.
pub(super) fn plain(text: impl Into<String>) -> Run {
    Run { text: text.into(), is_emphasis: false }
}

/// A name.
pub(super) fn strong(text: impl Into<String>) -> Run {
    Run { text: text.into(), is_emphasis: true }
}

/// Prints the note for the positions, which must be positions of the resolution and in its order. Withdrawn ones are
/// the caller's to leave out. None where there is no position, and in a language that has no words for it.
pub fn print(language: &Language, resolution: &Resolution, positions: &[&Position]) -> Option<PrintedNote> {
    let prose: &dyn Prose = match language.as_str().split('-').next()? {
        "en" => &en::English,
        "ar" => &ar::Arabic,
        _ => return None,
    };
    if positions.is_empty() {
        return None;
    }
    let printer = Printer { language, resolution, prose };
    let (listed, others): (Vec<&Position>, Vec<&Position>) =
        positions.iter().copied().partition(|position| is_listed(position));
    let mut items = printer.list(&listed);
    let lead = if items.is_empty() { Vec::new() } else { vec![plain(prose.lead())] };
    items.extend(printer.sentences(&others));
    Some(PrintedNote { mark: "*", lead, items })
}

/// Whether a position stands in the list under the lead-in: a plain reservation on something.
fn is_listed(position: &Position) -> bool {
    let plain = position.kind == PositionKind::Reservation
        && position.status.is_none()
        && position.on_behalf_of.is_empty()
        && position.regarding.is_none();
    plain && !matches!(&position.target, Target::Unknown { phrase } if phrase.is_empty())
}

struct Printer<'a> {
    language: &'a Language,
    resolution: &'a Resolution,
    prose: &'a dyn Prose,
}

impl Printer<'_> {
    /// Reservations: on paragraphs first, merged for each delegation, then those on the entire text, together.
    fn list(&self, positions: &[&Position]) -> Vec<Vec<Run>> {
        let mut order: Vec<&Delegation> = Vec::new();
        let mut entire: Vec<&Delegation> = Vec::new();
        for position in positions {
            let list = if position.target == Target::Entire { &mut entire } else { &mut order };
            if !list.contains(&&position.delegation) {
                list.push(&position.delegation);
            }
        }
        let entries: Vec<Vec<Run>> = order.iter().flat_map(|who| self.entries(who, positions)).collect();
        let mut items = Vec::new();
        if !entries.is_empty() {
            items.push(self.prose.entries(entries));
        }
        if !entire.is_empty() {
            let names =
                entire.iter().map(|who| vec![strong(self.resolution.name_in(self.language, who))]).collect();
            let mut entry = self.prose.and(names);
            let object = self.prose.object(&Object::Entire, self.resolution);
            entry.push(plain(format!(" {}", self.prose.on(&[object]))));
            items.push(self.prose.entries(vec![entry]));
        }
        items
    }

    /// The entries of one delegation: one for all that can stand together, one for each open list.
    fn entries(&self, who: &Delegation, positions: &[&Position]) -> Vec<Vec<Run>> {
        let own = positions.iter().filter(|position| position.delegation == *who);
        let objects: Vec<Object> =
            own.map(|position| self.object(position)).filter(|object| *object != Object::Entire).collect();
        let open = |object: &Object| matches!(object, Object::Paragraphs { open: true, .. });
        let (open, closed): (Vec<Object>, Vec<Object>) = objects.into_iter().partition(open);
        let name = || strong(self.resolution.name_in(self.language, who));
        let words = |objects: &[Object]| {
            let words: Vec<String> =
                objects.iter().map(|object| self.prose.object(object, self.resolution)).collect();
            vec![name(), plain(format!(" {}", self.prose.on(&words)))]
        };
        let mut entries = Vec::new();
        if !closed.is_empty() {
            entries.push(words(&merged(closed)));
        }
        entries.extend(open.into_iter().map(|object| words(&[object])));
        entries
    }

    /// A sentence for each group of positions that differ in the delegation only, in the order of kinds.
    fn sentences(&self, positions: &[&Position]) -> Vec<Vec<Run>> {
        let mut groups: Vec<Vec<&Position>> = Vec::new();
        for kind in PositionKind::ALL {
            for position in positions.iter().filter(|position| position.kind == *kind) {
                let fits =
                    |group: &&mut Vec<&Position>| group.first().is_some_and(|first| alike(first, position));
                match groups.iter_mut().find(fits) {
                    Some(group) => group.push(position),
                    None => groups.push(vec![position]),
                }
            }
        }
        groups.iter().filter_map(|group| self.sentence(group)).collect()
    }

    fn sentence(&self, group: &[&Position]) -> Option<Vec<Run>> {
        let first = group.first()?;
        let name = |who: &Delegation| self.prose.name(&self.resolution.name_in(self.language, who));
        let object = match self.object(first) {
            Object::Unsaid => None,
            object => Some(self.prose.object(&object, self.resolution)),
        };
        Some(self.prose.sentence(&Sentence {
            names: group.iter().map(|position| name(&position.delegation)).collect(),
            kind: first.kind,
            status: first.status,
            object,
            on_behalf_of: first.on_behalf_of.iter().map(name).collect(),
            regarding: first.regarding.as_ref().map(name),
        }))
    }

    fn object(&self, position: &Position) -> Object {
        let words = |phrase: &crate::model::Texts| {
            let own = phrase.get(self.language).or_else(|| phrase.get(&Language::english()));
            own.or_else(|| phrase.values().next()).map(|phrase| self.quoted(phrase))
        };
        match &position.target {
            Target::Entire => Object::Entire,
            Target::Unknown { phrase } => match phrase.is_empty() {
                true => Object::Unsaid,
                // Without a paragraph behind it only marks show where the phrase ends.
                false => words(phrase).map_or(Object::Unsaid, |words| Object::Phrase(self.marked(&words))),
            },
            Target::Paragraphs { on, phrase, open } => {
                Object::Paragraphs { labels: on.as_slice().to_vec(), phrase: words(phrase), open: *open }
            }
        }
    }

    /// The phrase in the first quotation marks with which it reads back; without any where that does too.
    fn quoted(&self, phrase: &str) -> String {
        let reads_back = |quoted: &str| {
            let reading = read(self.language, &self.prose.trial(quoted), &Context::default());
            matches!(reading.statements.as_slice(), [one] if matches!(&one.target,
                Target::Paragraphs { phrase: found, .. } if found.values().any(|found| found == phrase)))
        };
        let quotes = |c: char| {
            token::is_apostrophe(c) || token::QUOTES.iter().any(|(open, close)| c == *open || c == *close)
        };
        let simple = !phrase.contains([',', '،', ';', ':', '.', '(', ')']) && !phrase.contains(quotes);
        if simple && reads_back(phrase) {
            return phrase.to_owned();
        }
        let marked = token::QUOTES.iter().map(|(open, close)| format!("{open}{phrase}{close}"));
        let mut fitting = marked.filter(|quoted| reads_back(quoted));
        fitting.next().unwrap_or_else(|| format!("“{phrase}”"))
    }

    fn marked(&self, words: &str) -> String {
        let quoted = token::QUOTES.iter().any(|(open, close)| {
            words.chars().count() > 1 && words.starts_with(*open) && words.ends_with(*close)
        });
        if quoted { words.to_owned() } else { format!("“{words}”") }
    }
}

/// Whether two positions differ in the delegation at most, and can share a sentence.
fn alike(a: &Position, b: &Position) -> bool {
    // Whoever speaks for others has a sentence of its own.
    let alone = a.on_behalf_of.is_empty() && b.on_behalf_of.is_empty();
    alone
        && a.delegation != b.delegation
        && a.kind == b.kind
        && a.target == b.target
        && a.status == b.status
        && a.regarding == b.regarding
}

/// Whole paragraphs of one delegation, from one position or from several, as one list.
fn merged(objects: Vec<Object>) -> Vec<Object> {
    let mut done: Vec<Object> = Vec::new();
    for object in objects {
        match (done.last_mut(), object) {
            (
                Some(Object::Paragraphs { labels, phrase: None, open: false }),
                Object::Paragraphs { labels: more, phrase: None, open: false },
            ) => labels.extend(more.into_iter().filter(|label| !labels.contains(label)).collect::<Vec<_>>()),
            (_, object) => done.push(object),
        }
    }
    done
}

/// Labels that stand under one head: the same part and unit, in the order given.
pub(super) fn heads(labels: &[Label]) -> Vec<&[Label]> {
    labels
        .chunk_by(|a, b| a.part() == b.part() && a.unit() == b.unit() && is_plain(a) && is_plain(b))
        .collect()
}

/// Whether words for the label read back as it; else it is printed as it stands in records, in quotation marks.
pub(super) fn is_plain(label: &Label) -> bool {
    let suffix = label.number().suffix();
    let ordinal = ["st", "nd", "rd", "th"].contains(&suffix);
    let letter = suffix.len() == 1 && suffix.bytes().all(|b| b.is_ascii_lowercase());
    let short = |text: &str| text.len() <= 4 && text.bytes().all(|b| b.is_ascii_alphanumeric());
    let mark = |mark: &String| short(mark) || mark.bytes().all(|b| b.is_ascii_digit());
    let numeral =
        |id: &str| id.len() <= 4 && id.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    let part = label.part().is_none_or(|part| numeral(part.as_str()));
    !ordinal && !letter && part && label.path().iter().all(mark)
}

/// The printed forms (one, two, many) of the word for a unit, and whether the word reads back as the unit: one that
/// the record declares may have other letters than the word has by itself.
pub(super) fn unit_forms(
    grammar: &Grammar,
    unit: &Unit,
    resolution: &Resolution,
) -> Option<([&'static str; 3], bool)> {
    let printed = |letters: &str| {
        let declared = |word: &&super::sign::UnitWord| word.declared.is_some_and(|(own, _)| own == letters);
        grammar.units.iter().find(declared).map(|word| word.printed)
    };
    if unit.is_built_in() {
        return grammar.units.iter().find(|word| word.declared.is_none()).map(|word| (word.printed, true));
    }
    printed(unit.as_str()).map(|forms| (forms, true)).or_else(|| {
        let word = resolution.units.iter().find(|(own, _)| own == unit).map(|(_, word)| word.as_str())?;
        printed(super::letters_of(word)?).map(|forms| (forms, false))
    })
}

/// Numbers, runs of three and more as ranges: (first, last).
pub(super) fn runs(labels: &[Label]) -> Vec<(&Label, &Label)> {
    let plain = |label: &Label| label.path().is_empty() && label.number().suffix().is_empty();
    let mut runs: Vec<(&Label, &Label)> = Vec::new();
    let mut at = 0;
    while let Some(first) = labels.get(at) {
        let mut end = at;
        while plain(&labels[end])
            && labels.get(end + 1).is_some_and(|next| {
                plain(next) && Some(next.number().whole()) == labels[end].number().whole().checked_add(1)
            })
        {
            end += 1;
        }
        if end >= at + 2 {
            runs.push((first, &labels[end]));
            at = end + 1;
        } else {
            runs.push((first, first));
            at += 1;
        }
    }
    runs
}
