//! The paragraphs of a page in the order of reading, each note behind the paragraph with its mark.

use std::collections::HashMap;

use super::element;
use super::survey::{Survey, fragment, mark};
use super::tokens::{Reader, Tag, read as tokens};
use crate::import::door::numeral::Numeral;
use crate::import::door::paragraphs::{LINE_BREAK, Number, Paragraph, superscript};
use crate::import::door::table;

/// How far up an end looks for its start; pages of people nest less.
const NEAR: usize = 256;

/// How much text a main part has at the least that is taken for all of the document, in characters.
const MAIN: usize = 400;

/// What a page says.
pub(super) struct Page {
    pub paragraphs: Vec<Paragraph>,
    /// The tag of its language.
    pub language: Option<String>,
}

/// Reads a page of which the notes and lists are known.
pub(super) fn read(page: &str, survey: &Survey) -> Page {
    let mut body = Body {
        survey,
        open: Vec::new(),
        counts: HashMap::new(),
        flags: Flags::default(),
        lists: 0,
        text: String::new(),
        refers: Vec::new(),
        number: None,
        link: None,
        note: None,
        sinks: vec![Vec::new()],
        tables: Vec::new(),
        nested: 0,
        notes: HashMap::new(),
        language: None,
    };
    tokens(page, &mut body);
    body.flush();
    while !body.open.is_empty() {
        body.pop();
    }
    let language = body.language.take();
    Page { paragraphs: body.assemble(), language }
}

/// An element that is open.
struct Open {
    name: String,
    effect: Effect,
    list: Option<List>,
    /// The id of the note whose text it has.
    note: Option<String>,
    /// How many paragraphs ended in it.
    paragraphs: usize,
}

/// What an element does to the text in it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Effect {
    None,
    LeftOut,
    Main,
    Preformatted,
    Raised,
}

/// How many open elements have each effect.
#[derive(Default)]
struct Flags {
    left_out: usize,
    main: usize,
    preformatted: usize,
    raised: usize,
}

impl Flags {
    fn of(&mut self, effect: Effect) -> Option<&mut usize> {
        match effect {
            Effect::None => None,
            Effect::LeftOut => Some(&mut self.left_out),
            Effect::Main => Some(&mut self.main),
            Effect::Preformatted => Some(&mut self.preformatted),
            Effect::Raised => Some(&mut self.raised),
        }
    }
}

struct List {
    numeral: Numeral,
    next: i64,
    step: i64,
    /// It stands in an item of another numbered list.
    inner: bool,
}

/// A link into the page that is open.
struct Link {
    target: String,
    /// Where its text begins in the paragraph.
    start: usize,
}

struct Body<'a> {
    survey: &'a Survey,
    open: Vec<Open>,
    /// How many elements of each name are open.
    counts: HashMap<String, usize>,
    flags: Flags,
    /// How many numbered lists there were.
    lists: usize,
    text: String,
    refers: Vec<String>,
    /// The number of the next paragraph.
    number: Option<Number>,
    link: Option<Link>,
    /// The id of a note that begins in the paragraph that is open.
    note: Option<String>,
    /// Paragraphs of the text, and in it of each open cell.
    sinks: Vec<Vec<Paragraph>>,
    tables: Vec<Vec<Vec<table::Cell>>>,
    nested: usize,
    /// Paragraphs of notes by their ids.
    notes: HashMap<String, Vec<Paragraph>>,
    language: Option<String>,
}

impl Reader for Body<'_> {
    fn tag(&mut self, tag: &Tag) {
        if element::is_block(&tag.name) || tag.name == "br" && !self.breaks() {
            self.flush();
        }
        if tag.closing {
            self.end(&tag.name);
        } else {
            self.start(tag);
        }
    }

    fn text(&mut self, text: &str) {
        if self.flags.left_out > 0 {
            return;
        }
        if self.flags.preformatted > 0 {
            for line in text.split_inclusive('\n') {
                self.text.push_str(line.trim_end_matches(['\n', '\r']));
                if line.ends_with('\n') && !self.breaks() {
                    self.flush();
                }
            }
        } else if self.flags.raised > 0
            && text.trim().chars().all(|c| c.is_ascii_digit())
            && self.link.is_none()
        {
            self.text.push_str(&superscript(text.trim()));
        } else {
            self.text.extend(
                text.chars().map(|c| if c == '\n' || c == '\r' || c == LINE_BREAK { ' ' } else { c }),
            );
        }
    }
}

impl Body<'_> {
    /// Ends a line; false where two ends stand together, which is how some pages part their paragraphs.
    fn breaks(&mut self) -> bool {
        if self.flags.left_out > 0 {
            return true;
        }
        let again = self.text.trim_end_matches([' ', '\t', '\u{a0}']).ends_with(LINE_BREAK);
        self.text.push(LINE_BREAK);
        !again
    }

    fn start(&mut self, tag: &Tag) {
        let name = tag.name.as_str();
        if name == "html" || name == "body" {
            let said = tag.get("lang").or_else(|| tag.get("xml:lang")).filter(|lang| !lang.is_empty());
            self.language = self.language.take().or_else(|| said.map(str::to_owned));
        }
        self.imply(name);
        if element::is_empty(name) {
            return;
        }
        let effect = self.effect(tag);
        if let Some(count) = self.flags.of(effect) {
            *count += 1;
        }
        *self.counts.entry(name.to_owned()).or_default() += 1;
        let list = self.list(tag);
        self.open.push(Open { name: name.to_owned(), effect, list, note: None, paragraphs: 0 });
        if self.flags.left_out > 0 {
            return;
        }
        match name {
            "li" => self.item(tag),
            "q" => self.text.push('“'),
            "table" => {
                self.nested += 1;
                if self.nested <= table::DEEPEST {
                    self.tables.push(Vec::new());
                }
            }
            "tr" if self.is_table() => {
                self.tables.last_mut().into_iter().for_each(|rows| rows.push(Vec::new()));
            }
            "td" | "th" if self.is_table() => self.sinks.push(Vec::new()),
            "a" => {
                let target = tag.get("href").and_then(fragment);
                let start = self.text.len();
                self.link = target.map(|target| Link { target: target.to_owned(), start });
            }
            _ => {}
        }
        self.begin_note(tag);
    }

    fn is_table(&self) -> bool {
        self.nested > 0 && self.nested <= table::DEEPEST
    }

    fn effect(&self, tag: &Tag) -> Effect {
        let main = matches!(tag.name.as_str(), "main" | "article") || tag.get("role") == Some("main");
        if element::is_left_out(tag, self.flags.main > 0) {
            Effect::LeftOut
        } else if main {
            Effect::Main
        } else if tag.name == "pre" {
            Effect::Preformatted
        } else if tag.name == "sup" {
            Effect::Raised
        } else {
            Effect::None
        }
    }

    /// The elements that end where another one begins, though nothing says so.
    fn imply(&mut self, name: &str) {
        let (ended, within): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ol", "ul", "menu", "dir"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl"]),
            "td" | "th" => (&["td", "th"], &["tr", "table"]),
            "tr" => (&["tr"], &["table"]),
            "tbody" | "thead" | "tfoot" => (&["tbody", "thead", "tfoot"], &["table"]),
            _ if element::is_block(name) => (&["p"], &["td", "th", "table", "div", "li", "body"]),
            _ => return,
        };
        if ended.iter().all(|name| !self.counts.contains_key(*name)) {
            return;
        }
        let near = self.open.iter().rev().take(NEAR);
        let found = near
            .enumerate()
            .find(|(_, open)| ended.contains(&open.name.as_str()) || within.contains(&open.name.as_str()));
        if let Some((above, open)) = found
            && ended.contains(&open.name.as_str())
        {
            (0..=above).for_each(|_| self.pop());
        }
    }

    fn end(&mut self, name: &str) {
        if !self.counts.contains_key(name) {
            return;
        }
        // A cell ends with its row or its table alone.
        let bounds: &[&str] = match name {
            "table" => &[],
            "tr" | "td" | "th" | "tbody" | "thead" | "tfoot" => &["table"],
            _ => &["td", "th", "table"],
        };
        for (above, open) in self.open.iter().rev().take(NEAR).enumerate() {
            if open.name == name {
                (0..=above).for_each(|_| self.pop());
                return;
            }
            if bounds.contains(&open.name.as_str()) {
                return;
            }
        }
    }

    fn pop(&mut self) {
        let Some(open) = self.open.pop() else { return };
        let last = self.counts.get_mut(&open.name).is_none_or(|count| {
            *count -= 1;
            *count == 0
        });
        if last {
            self.counts.remove(&open.name);
        }
        if let Some(count) = self.flags.of(open.effect) {
            *count -= 1;
        }
        if self.flags.left_out > 0 || open.effect == Effect::LeftOut {
            return;
        }
        match open.name.as_str() {
            "a" => self.end_link(),
            "q" => self.text.push('”'),
            "td" | "th" if self.is_table() && self.sinks.len() > 1 => {
                let cell = self.sinks.pop().unwrap_or_default();
                let rows = self.tables.last_mut();
                if let Some(row) = rows.and_then(|rows| {
                    if rows.is_empty() {
                        rows.push(Vec::new());
                    }
                    rows.last_mut()
                }) {
                    row.push(cell);
                }
            }
            "table" => {
                if self.is_table() {
                    let rows = self.tables.pop().unwrap_or_default();
                    let read = table::read(rows);
                    self.sinks.last_mut().into_iter().for_each(|sink| sink.extend(read.clone()));
                }
                self.nested = self.nested.saturating_sub(1);
            }
            _ => {}
        }
    }

    fn list(&mut self, tag: &Tag) -> Option<List> {
        if !matches!(tag.name.as_str(), "ol" | "ul" | "menu" | "dir") {
            return None;
        }
        let style = tag.get("style").unwrap_or_default().to_ascii_lowercase();
        let styled = style.split(';').filter_map(|rule| rule.split_once(':'));
        let mut styled = styled.filter(|(name, _)| matches!(name.trim(), "list-style-type" | "list-style"));
        let styled = styled.next().and_then(|(_, value)| value.split_whitespace().next()).map(Numeral::named);
        let inner = self.open.iter().rev().take(NEAR).find_map(|open| open.list.as_ref());
        let inner = inner.is_some_and(|list| !matches!(list.numeral, Numeral::Bullet | Numeral::None));
        match tag.name.as_str() {
            "ol" => {
                let items = self.survey.items.get(self.lists).copied().unwrap_or(0);
                self.lists += 1;
                let typed = tag.get("type").map(|kind| match kind.trim() {
                    "a" => Numeral::LowerLetter,
                    "A" => Numeral::UpperLetter,
                    "i" => Numeral::LowerRoman,
                    "I" => Numeral::UpperRoman,
                    _ => Numeral::Decimal,
                });
                let numeral = styled.or(typed).unwrap_or(Numeral::Decimal);
                let reversed = tag.get("reversed").is_some();
                let start = tag.get("start").and_then(|start| start.trim().parse().ok());
                let next = start.unwrap_or(if reversed { items } else { 1 });
                Some(List { numeral, next, step: if reversed { -1 } else { 1 }, inner })
            }
            "ul" | "menu" | "dir" => {
                Some(List { numeral: styled.unwrap_or(Numeral::Bullet), next: 1, step: 1, inner })
            }
            _ => None,
        }
    }

    /// The number of an item.
    fn item(&mut self, tag: &Tag) {
        let Some(list) = self.open.iter_mut().rev().take(NEAR).find_map(|open| open.list.as_mut()) else {
            return;
        };
        let said = tag.get("value").and_then(|value| value.trim().parse().ok());
        let value = said.unwrap_or(list.next);
        list.next = value.saturating_add(list.step);
        let Ok(value) = u32::try_from(value) else { return };
        let numeral = list.numeral;
        self.number = match numeral {
            Numeral::None => None,
            Numeral::Bullet => Some(Number { printed: numeral.print(1), lead: numeral.lead(1, "") }),
            // A list in an item of another has its sub-paragraphs.
            Numeral::Decimal if list.inner => {
                let printed = format!("({value})");
                Some(Number { lead: numeral.lead(value, &printed), printed })
            }
            _ => {
                let printed = format!("{}.", numeral.print(value));
                Some(Number { lead: numeral.lead(value, &printed), printed })
            }
        };
    }

    /// Whether an element has the text of a note: all that is in it where it is a block, else its paragraph, and the rest
    /// of the block that the paragraph begins.
    fn begin_note(&mut self, tag: &Tag) {
        let known = |id: &&str| self.survey.notes.contains_key(*id);
        let Some(id) = ["id", "name"].iter().filter_map(|name| tag.get(name)).find(known) else { return };
        let id = id.to_owned();
        if element::is_block(&tag.name) {
            self.open.last_mut().into_iter().for_each(|open| open.note = Some(id.clone()));
            return;
        }
        let mut blocks = self.open.iter_mut().rev().take(NEAR).filter(|open| element::is_block(&open.name));
        let paragraph = blocks.next().filter(|open| !matches!(open.name.as_str(), "body" | "html" | "main"));
        let Some(paragraph) = paragraph else {
            self.note = Some(id);
            return;
        };
        paragraph.note = Some(id.clone());
        let around = blocks.next().filter(|open| matches!(open.name.as_str(), "div" | "li" | "dd" | "aside"));
        if let Some(around) = around.filter(|open| open.paragraphs == 0) {
            around.note = Some(id);
        }
    }

    fn end_link(&mut self) {
        let Some(link) = self.link.take() else { return };
        let Some(text) = self.text.get(link.start..) else { return };
        let shown = text.trim().to_owned();
        if let Some(mark) = self.survey.notes.get(&link.target) {
            let before = self.text[..link.start].trim_end_matches([' ', '\u{a0}', '[']).len();
            self.text.truncate(before);
            self.text.push_str(&superscript(mark));
            self.refers.push(link.target);
            return;
        }
        // The way back from a note to its mark: an arrow, or the mark again.
        let in_note =
            self.note.is_some() || self.open.iter().rev().take(NEAR).any(|open| open.note.is_some());
        let arrow = !shown.is_empty() && !shown.chars().any(char::is_alphanumeric);
        let again = self.text[..link.start].trim().is_empty() && mark(&shown, true).is_some();
        if in_note && (arrow || again) {
            self.text.truncate(link.start);
        }
    }

    /// Ends the paragraph that is open.
    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        let refers = std::mem::take(&mut self.refers);
        if let Some(link) = &mut self.link {
            link.start = 0;
        }
        if text.trim().is_empty() {
            return;
        }
        self.open.iter_mut().rev().take(NEAR).for_each(|open| open.paragraphs += 1);
        let note = self.open.iter().rev().take(NEAR).find_map(|open| open.note.clone()).or(self.note.take());
        let paragraph =
            Paragraph { text, number: self.number.take(), refers, main: self.flags.main > 0, note: None };
        match note {
            Some(id) => self.notes.entry(id).or_default().push(paragraph),
            None => self.sinks.last_mut().into_iter().for_each(|sink| sink.push(paragraph.clone())),
        }
    }

    /// All paragraphs, those of notes behind the marks: of the page's main part alone where it has one.
    fn assemble(mut self) -> Vec<Paragraph> {
        let all: Vec<Paragraph> = std::mem::take(&mut self.sinks).into_iter().flatten().collect();
        let length: usize = all.iter().filter(|one| one.main).map(|one| one.text.chars().count()).sum();
        let mut read = Vec::with_capacity(all.len());
        for paragraph in all.into_iter().filter(|one| length < MAIN || one.main) {
            let refers = paragraph.refers.clone();
            read.push(paragraph);
            for id in refers {
                let note = self.notes.remove(&id).unwrap_or_default();
                let mark = self.survey.notes.get(&id).cloned().unwrap_or_default();
                read.extend(as_note(note, &mark));
            }
        }
        read
    }
}

/// The paragraphs of a note: its mark, which may stand in its text, too, before the first.
fn as_note(paragraphs: Vec<Paragraph>, mark: &str) -> impl Iterator<Item = Paragraph> {
    paragraphs.into_iter().enumerate().map(move |(at, paragraph)| {
        if at > 0 {
            return Paragraph { note: Some(String::new()), ..paragraph };
        }
        let text = paragraph.text.trim_start();
        let forms = [superscript(mark), format!("[{mark}]"), format!("({mark})"), mark.to_owned()];
        let rest = forms.iter().find_map(|form| text.strip_prefix(form.as_str()));
        let rest = rest.map(|rest| rest.trim_start_matches(['.', ':', ' ', '\u{a0}', '\t']));
        let rest = rest.unwrap_or(text).to_owned();
        Paragraph { text: rest, note: Some(mark.to_owned()), number: None, ..paragraph }
    })
}
