//! References to paragraphs.

use super::Unknown;
use crate::fold::fold;
use crate::model::{Label, Number, PartId, Resolution, Unit};

/// One item of a reference: which paragraphs of which unit and part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The part, where one is named.
    part: Option<PartId>,
    /// The unit as written, folded; none for a bare number, which may be any of PP and OP.
    unit: Option<String>,
    first: Number,
    path: Vec<String>,
    /// The end of a range of whole paragraphs, that included.
    last: Option<u32>,
}

/// A word, a number or a sign of a reference.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Word(String),
    Number(u32),
    /// What stands in brackets.
    Mark(String),
    /// A hyphen or dash of any kind.
    Dash,
    Slash,
    Comma,
}

/// Reads what a person wrote.
///
/// # Errors
/// [`Unknown`] where it is no reference to paragraphs.
pub fn read(text: &str) -> Result<Vec<Wanted>, Unknown> {
    let wrong = || {
        Unknown::new(format!("\"{text}\" is no reference to a paragraph, such as OP9 or PP 9-10"), Vec::new())
    };
    if let Ok(label) = text.trim().parse::<Label>() {
        return Ok(vec![Wanted::from(&label)]);
    }
    let (part, rest) = match text.split_once('/') {
        Some((part, rest)) => (Some(part.trim().parse().map_err(|_| wrong())?), rest),
        None => (None, text),
    };
    let mut reader =
        Reader { tokens: tokens(rest).ok_or_else(wrong)?, at: 0, part, groups: vec![Group::default()] };
    while reader.at < reader.tokens.len() {
        reader.step().ok_or_else(wrong)?;
    }
    // A unit without a number ("OP4, xyz") would be lost without a word.
    if reader.groups.iter().any(|group| group.unit.is_some() && group.items.is_empty()) {
        return Err(wrong());
    }
    let wanted = reader.finish();
    if wanted.is_empty() { Err(wrong()) } else { Ok(wanted) }
}

impl From<&Label> for Wanted {
    fn from(label: &Label) -> Self {
        Self {
            part: label.part().cloned(),
            unit: Some(label.unit().as_str().to_lowercase()),
            first: label.number().clone(),
            path: label.path().to_vec(),
            last: None,
        }
    }
}

/// Numbers under one unit word: "preambular paragraphs 9 and 10".
#[derive(Default)]
struct Group {
    unit: Option<String>,
    items: Vec<(Number, Vec<String>, Option<u32>)>,
}

struct Reader {
    tokens: Vec<Token>,
    at: usize,
    part: Option<PartId>,
    groups: Vec<Group>,
}

impl Reader {
    fn next(&mut self) -> Option<Token> {
        let token = self.tokens.get(self.at).cloned();
        self.at += 1;
        token
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    /// Takes one token and what belongs to it; none where it has no place in a reference.
    fn step(&mut self) -> Option<()> {
        match self.next()? {
            Token::Comma => Some(()),
            Token::Number(whole) => self.number(whole),
            Token::Word(word) => self.word(&word),
            Token::Mark(_) | Token::Dash | Token::Slash => None,
        }
    }

    fn word(&mut self, word: &str) -> Option<()> {
        if is_filler(word) {
            return Some(());
        }
        if is_paragraph(word) {
            self.open();
            return Some(());
        }
        if matches!(word, "part" | "section" | "القسم" | "الجزء" | "قسم" | "جزء") {
            let Token::Word(id) = self.next()? else { return None };
            self.part = Some(id.to_uppercase().parse().ok()?);
            return Some(());
        }
        let unit = built_in(word).map_or_else(|| word.to_owned(), str::to_owned);
        // "paragraph 9 of the preamble", "الفقرة 9 من الديباجة": the unit comes behind its numbers.
        let behind = self.groups.last().is_some_and(|group| group.unit.is_none() && !group.items.is_empty())
            && self.tokens.get(self.at.wrapping_sub(2)).is_some_and(is_of);
        if !behind {
            self.open();
        }
        let group = self.groups.last_mut()?;
        if group.unit.is_some() {
            return None;
        }
        group.unit = Some(unit);
        Some(())
    }

    /// Begins a new group, unless the present one has no numbers yet.
    fn open(&mut self) {
        if self.groups.last().is_none_or(|group| !group.items.is_empty()) {
            self.groups.push(Group::default());
        }
    }

    fn number(&mut self, whole: u32) -> Option<()> {
        let suffix = match self.peek() {
            Some(Token::Word(word)) => ordinal(word).map(str::to_owned),
            _ => None,
        };
        self.at += usize::from(suffix.is_some());
        let first: Number = format!("{whole}{}", suffix.unwrap_or_default()).parse().ok()?;
        let mut path = Vec::new();
        while let Some(Token::Mark(mark)) = self.peek() {
            path.push(mark.clone());
            self.at += 1;
        }
        let mut last = None;
        let range = self.peek().is_some_and(|token| *token == Token::Dash || is_to(token));
        if let (true, Some(Token::Number(end))) = (range, self.tokens.get(self.at + 1)) {
            last = Some(*end).filter(|end| *end >= whole && first.suffix().is_empty() && path.is_empty());
            last?;
            self.at += 2;
        }
        self.groups.last_mut()?.items.push((first, path, last));
        Some(())
    }

    fn finish(self) -> Vec<Wanted> {
        let part = self.part;
        let items = self.groups.into_iter().flat_map(|group| {
            let unit = group.unit;
            group.items.into_iter().map(move |(first, path, last)| (unit.clone(), first, path, last))
        });
        items
            .map(|(unit, first, path, last)| Wanted { part: part.clone(), unit, first, path, last })
            .collect()
    }
}

fn is_filler(word: &str) -> bool {
    const FILLERS: &[&str] = &[
        "and", "or", "of", "the", "to", "in", "on", "et", "de", "du", "y", "no", "number", "و", "من", "علي",
        "وعلي", "الي", "في",
    ];
    FILLERS.contains(&word)
}

fn is_of(token: &Token) -> bool {
    matches!(token, Token::Word(word) if ["of", "the", "من", "du", "de"].contains(&word.as_str()))
}

fn is_to(token: &Token) -> bool {
    matches!(token, Token::Word(word) if ["to", "through", "الي", "a"].contains(&word.as_str()))
}

fn is_paragraph(word: &str) -> bool {
    const PARAGRAPHS: &[&str] = &[
        "paragraph",
        "paragraphs",
        "para",
        "paras",
        "subparagraph",
        "الفقره",
        "فقره",
        "الفقرتين",
        "الفقرتان",
        "الفقرات",
        "فقرات",
        "والفقره",
        "والفقرتين",
        "والفقرات",
        "الفقره",
        "للفقره",
    ];
    PARAGRAPHS.contains(&word)
}

fn built_in(word: &str) -> Option<&'static str> {
    match word {
        "pp" | "pps" | "preambular" | "preamble" | "الديباجه" | "ديباجه" => Some("pp"),
        "op" | "ops" | "operative" | "المنطوق" | "منطوق" => Some("op"),
        _ => None,
    }
}

/// A Latin ordinal behind a number, or its Arabic word.
fn ordinal(word: &str) -> Option<&str> {
    match word {
        "bis" | "ter" | "quater" | "quinquies" | "sexies" | "septies" | "octies" | "nonies" | "decies" => {
            Some(word)
        }
        "مكرر" | "مكررا" => Some("bis"),
        _ => None,
    }
}

/// The Latin letter that stands for a letter of an Arabic list.
fn latin(mark: &str) -> String {
    const ABJAD: &str = "ابجدهوزحطيكلمنسعفصقرشتثخذض";
    let mut letters = mark.chars();
    match (letters.next().and_then(|letter| ABJAD.chars().position(|known| known == letter)), letters.next())
    {
        (Some(at), None) => ('a'..='z').nth(at).map(String::from).unwrap_or_default(),
        _ => mark.to_owned(),
    }
}

/// The tokens of a folded reference; none where a sign has no place in one.
fn tokens(text: &str) -> Option<Vec<Token>> {
    let folded = fold(text);
    let mut tokens = Vec::new();
    let mut rest = folded.as_str();
    while let Some(first) = rest.chars().next() {
        let same = |test: fn(char) -> bool| rest.find(|c| !test(c)).unwrap_or(rest.len());
        let taken = match first {
            '(' | '[' => {
                let end = rest.find([')', ']'])?;
                let mark: String = rest[1..end].chars().filter(|c| !c.is_whitespace()).collect();
                tokens.push(Token::Mark(latin(&mark)));
                end + 1
            }
            c if c.is_ascii_digit() => {
                let end = same(|c| c.is_ascii_digit());
                tokens.push(Token::Number(rest[..end].parse().ok()?));
                end
            }
            c if c.is_alphabetic() => {
                let end = same(char::is_alphabetic);
                // و is written joined to what follows it, also to a number.
                tokens.push(Token::Word(rest[..end].to_owned()));
                end
            }
            '-' => push(&mut tokens, Token::Dash),
            '/' => push(&mut tokens, Token::Slash),
            ',' | ';' | '&' | '+' | '،' | '؛' => push(&mut tokens, Token::Comma),
            ' ' | '.' | '§' | '#' | '\u{b0}' => 0,
            _ => return None,
        };
        rest = &rest[taken.max(first.len_utf8())..];
    }
    Some(tokens)
}

fn push(tokens: &mut Vec<Token>, token: Token) -> usize {
    tokens.push(token);
    1
}

/// The labels that a reference means in a resolution, in the text's order; empty where it has none of them.
///
/// `OP3` means that of every part; a bare number those of PP and OP that exist. An item of which a resolution has only
/// some gives none at all there.
pub fn labels(wanted: &[Wanted], resolution: &Resolution) -> Vec<Label> {
    let mut labels: Vec<Label> = wanted.iter().flat_map(|item| item.labels(resolution)).collect();
    labels.sort_by(|a, b| resolution.order(a, b));
    labels.dedup();
    labels
}

impl Wanted {
    fn labels(&self, resolution: &Resolution) -> Vec<Label> {
        let units: Vec<Unit> = match &self.unit {
            None => vec![Unit::pp(), Unit::op()],
            Some(word) => unit(word, resolution).into_iter().collect(),
        };
        let places: Vec<Option<PartId>> = match &self.part {
            Some(part) => vec![Some(part.clone())],
            None => {
                [None].into_iter().chain(resolution.parts.iter().map(|part| Some(part.id.clone()))).collect()
            }
        };
        let pairs = places.iter().flat_map(|part| units.iter().map(move |unit| (part, unit)));
        pairs
            .flat_map(|(part, unit)| self.expand(part.as_ref(), unit, resolution).unwrap_or_default())
            .collect()
    }

    fn expand(&self, part: Option<&PartId>, unit: &Unit, resolution: &Resolution) -> Option<Vec<Label>> {
        let place = |number: Number| Label::new(unit.clone(), number).in_part(part.cloned());
        let first =
            self.path.iter().try_fold(place(self.first.clone()), |label, mark| label.below(mark)).ok()?;
        let Some(last) = self.last else {
            return resolution.has(&first).then(|| vec![first]);
        };
        // The end decides before the range is laid out: nobody gets a million labels for a slip.
        if !resolution.has(&place(last.into())) {
            return None;
        }
        let range: Vec<Label> = (self.first.whole()..=last).map(|number| place(number.into())).collect();
        range.iter().all(|label| resolution.has(label)).then_some(range)
    }

    /// Why a register without the paragraph does not have it, and what it has instead.
    pub fn missing<'a>(&self, text: &str, resolutions: impl Iterator<Item = &'a Resolution>) -> Unknown {
        let last = self.last.unwrap_or(self.first.whole());
        let mut counts = Vec::new();
        let mut suggestions = Vec::new();
        let units = match &self.unit {
            None => vec!["pp".to_owned(), "op".to_owned()],
            Some(word) => vec![word.clone()],
        };
        let mut only = resolutions.take(2).collect::<Vec<_>>();
        let resolution = only.pop().filter(|_| only.is_empty());
        for (resolution, word) in
            resolution.iter().flat_map(|known| units.iter().map(move |word| (known, word)))
        {
            let Some(unit) = unit(word, resolution) else { continue };
            let bound = resolution.count(self.part.as_ref(), &unit);
            let Some(bound) = bound.filter(|bound| last > *bound) else { continue };
            let kind = if unit.is_pp() { "preambular" } else { "operative" };
            let part = self.part.as_ref().map(|part| format!(" in part {part}")).unwrap_or_default();
            counts.push(format!("there are {bound} {kind} paragraphs{part}"));
            if bound > 0 {
                suggestions.push(Label::new(unit, bound.into()).in_part(self.part.clone()).to_string());
            }
        }
        let reason = if counts.is_empty() { String::new() } else { format!(": {}", counts.join(", ")) };
        Unknown::new(format!("no paragraph \"{text}\"{reason}"), suggestions)
    }
}

fn unit(word: &str, resolution: &Resolution) -> Option<Unit> {
    match word {
        "pp" => Some(Unit::pp()),
        "op" => Some(Unit::op()),
        word => {
            let singular = |word: &str| word.strip_suffix('s').unwrap_or(word).to_owned();
            let is = |unit: &Unit, name: &str| {
                singular(&fold(unit.as_str())) == singular(word) || singular(&fold(name)) == singular(word)
            };
            resolution.units.iter().find(|(unit, name)| is(unit, name)).map(|(unit, _)| unit.clone())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn resolution() -> Resolution {
        let record = "format = 1\n[resolution]\nid = \"x\"\npreambular = 24\noperative = 31\n[units]\nRULE = \"rule\"\n\
            [[source]]\nid = \"s\"\n[[position]]\ndelegation = \"KZ\"\nkind = \"reservation\"\n\
            on = [\"RULE39bis\", \"OP9(b)\"]\nsource = \"s\"\n";
        let checked = crate::check::check(&crate::problem::SourceText::new("x", record));
        checked.resolution.unwrap()
    }

    fn found(text: &str) -> String {
        let labels = read(text).map(|wanted| labels(&wanted, &resolution())).unwrap_or_default();
        labels.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
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
            ("preambular paragraphs 9 and 10", "PP9 PP10"),
            ("9", "PP9 OP9"),
            ("٩", "PP9 OP9"),
            ("الفقرة 9 من الديباجة", "PP9"),
            ("الفقرتين ٩ و١٠ من الديباجة", "PP9 PP10"),
            ("الفقرتين 9 و10 من الديباجة وعلى الفقرة 9 من المنطوق", "PP9 PP10 OP9"),
            ("preambular paragraphs 9 and 10 and operative paragraph 9", "PP9 PP10 OP9"),
            ("OP3, OP5", "OP3 OP5"),
            ("paragraph 9 of the preamble", "PP9"),
            ("paras 9 to 11 of the operative part", ""),
            ("op 3 (a)", "OP3(a)"),
            ("OP9 (b)", "OP9(b)"),
            ("الفقرة 3 (ب) من المنطوق", "OP3(b)"),
            ("op 9 bis", "OP9bis"),
            ("rule 39 bis", "RULE39bis"),
            ("RULE39bis", "RULE39bis"),
            ("rule 40", ""),
            ("OP32", ""),
            ("OP0", ""),
            ("Atlantis", ""),
            ("PP 10-9", ""),
            ("PP 5, PP 9-10, OP 3", "PP5 PP9 PP10 OP3"),
            ("OP1-99999999", ""),
            ("28", "OP28"),
            ("OP3(a)bis", ""),
            ("OP4, xyz", ""),
            ("OP4 foo", ""),
            ("operative paragraphs 3, 5 and 9 to 11", "OP3 OP5 OP9 OP10 OP11"),
        ];
        for (text, want) in cases {
            assert_eq!(found(text), want, "{text}");
        }
    }

    #[test]
    fn a_number_past_the_end_says_how_many_there_are() {
        let wanted = read("OP32").unwrap();
        let unknown = wanted[0].missing("OP32", std::iter::once(&resolution()));
        assert_eq!(
            unknown.to_string(),
            "no paragraph \"OP32\": there are 31 operative paragraphs; did you mean OP31?"
        );
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
