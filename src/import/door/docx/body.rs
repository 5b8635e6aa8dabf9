//! The text of a document: its paragraphs in the order of reading, each note behind the paragraph with its mark.

use std::collections::HashMap;

use super::markup::{Element, Event, Markup, Space};
use super::numbering::{Counters, Numbering};
use super::package::Unreadable;
use super::styles::Styles;
use super::symbol;
use crate::import::door::numeral::Numeral;
use crate::import::door::paragraphs::{LINE_BREAK, Paragraph, superscript};
use crate::import::door::table;

/// What is read before the text.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub styles: &'a Styles,
    pub numbering: &'a Numbering,
    pub settings: &'a Settings,
}

/// How notes are counted, where the document says it for all of it.
#[derive(Debug, Default)]
pub(super) struct Settings {
    notes: Option<Numeral>,
}

impl Settings {
    /// Reads the part of the settings.
    pub fn read(xml: &str) -> Result<Self, Unreadable> {
        let mut settings = Self::default();
        let mut inside = false;
        let mut markup = Markup::new(xml);
        while let Some(event) = markup.next()? {
            match event {
                Event::Start(element) if element.space == Space::Word => match element.name() {
                    "footnotePr" => inside = true,
                    "numFmt" if inside => settings.notes = element.value().as_deref().map(Numeral::named),
                    _ => {}
                },
                Event::End(Space::Word, end) if end.local_name().as_ref() == "footnotePr" => inside = false,
                _ => {}
            }
        }
        Ok(settings)
    }
}

/// The paragraphs of notes, by their ids.
pub(super) type Notes = HashMap<String, Vec<Paragraph>>;

/// Reads a part of notes.
pub(super) fn notes(xml: &str, context: &Context<'_>) -> Result<Notes, Unreadable> {
    let mut body = Body::new(context, Notes::default(), Notes::default());
    body.read(xml)?;
    Ok(body.found)
}

/// Reads the main part.
pub(super) fn document(
    xml: &str,
    context: &Context<'_>,
    footnotes: Notes,
    endnotes: Notes,
) -> Result<Vec<Paragraph>, Unreadable> {
    let mut body = Body::new(context, footnotes, endnotes);
    body.read(xml)?;
    Ok(body.sinks.into_iter().flatten().collect())
}

/// Elements that are left out with all that is in them: what was deleted or moved away, what properties were, the
/// instructions of fields, how content controls and rubies are set.
const LEFT_OUT: [&str; 16] = [
    "del",
    "moveFrom",
    "delText",
    "instrText",
    "delInstrText",
    "fldData",
    "pPrChange",
    "rPrChange",
    "sectPrChange",
    "tblPrChange",
    "tblPrExChange",
    "trPrChange",
    "tcPrChange",
    "numberingChange",
    "sdtPr",
    "rt",
];

/// A paragraph that is open.
#[derive(Default)]
struct Open {
    text: String,
    style: Option<String>,
    list: Option<String>,
    level: Option<u32>,
    /// Its end was deleted: the next paragraph goes on with it.
    joined: bool,
    /// What stands behind it: text boxes and notes.
    after: Vec<Paragraph>,
}

/// How the characters of a run look.
#[derive(Default)]
struct Run {
    hidden: bool,
    raised: bool,
    font: Option<String>,
}

/// Whether a field has come to its result.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Instruction,
    Result,
}

struct Body<'a> {
    context: &'a Context<'a>,
    counters: Counters,
    footnotes: Notes,
    endnotes: Notes,
    /// How many notes were counted.
    counted: u32,
    /// What the marks of footnotes are counted in.
    numeral: Numeral,
    /// Paragraphs of the text, and in it of each open cell.
    sinks: Vec<Vec<Paragraph>>,
    tables: Vec<Vec<Vec<table::Cell>>>,
    open: Vec<Open>,
    /// The text of a paragraph whose end was deleted.
    carried: String,
    run: Run,
    fields: Vec<Field>,
    /// The properties that are open: of a paragraph, of a row.
    properties: Vec<String>,
    /// For each open choice of markup, whether one was taken.
    choices: Vec<bool>,
    /// How many elements are open in one that is left out.
    skipped: usize,
    /// Text is read here.
    reads: bool,
    /// The reference whose mark is the text that follows it in the run.
    custom: Option<(bool, String)>,
    /// The id of the note that is open, and whether it is one.
    note: Option<(String, bool)>,
    found: Notes,
}

impl<'a> Body<'a> {
    fn new(context: &'a Context<'a>, footnotes: Notes, endnotes: Notes) -> Self {
        Self {
            context,
            counters: Counters::default(),
            footnotes,
            endnotes,
            counted: 0,
            numeral: context.settings.notes.unwrap_or(Numeral::Decimal),
            sinks: vec![Vec::new()],
            tables: Vec::new(),
            open: Vec::new(),
            carried: String::new(),
            run: Run::default(),
            fields: Vec::new(),
            properties: Vec::new(),
            choices: Vec::new(),
            skipped: 0,
            reads: false,
            custom: None,
            note: None,
            found: Notes::default(),
        }
    }

    fn read(&mut self, xml: &str) -> Result<(), Unreadable> {
        let mut markup = Markup::new(xml);
        while let Some(event) = markup.next()? {
            match event {
                Event::Start(element) if self.skipped > 0 || self.leaves_out(&element) => self.skipped += 1,
                Event::End(..) if self.skipped > 0 => self.skipped -= 1,
                Event::Start(element) => match element.space {
                    Space::Word => self.start(&element),
                    Space::Math if element.name() == "t" => self.reads = true,
                    Space::Compatibility if element.name() == "AlternateContent" => self.choices.push(false),
                    _ => {}
                },
                Event::End(Space::Word, end) => self.end(end.local_name().as_ref()),
                Event::End(Space::Math, _) => self.reads = false,
                Event::End(Space::Compatibility, end) if end.local_name().as_ref() == "AlternateContent" => {
                    self.choices.pop();
                }
                Event::Text(text) if self.reads && self.skipped == 0 => self.text(&text),
                Event::Text(_) | Event::End(..) => {}
            }
        }
        Ok(())
    }

    fn leaves_out(&mut self, element: &Element<'_>) -> bool {
        match element.space {
            // In properties the same names say something of the paragraph's or the row's end.
            Space::Word if matches!(element.name(), "del" | "moveFrom") && !self.properties.is_empty() => {
                false
            }
            Space::Word => LEFT_OUT.contains(&element.name()),
            // The first choice is taken; a text box stands in the fallback again.
            Space::Compatibility if matches!(element.name(), "Choice" | "Fallback") => {
                self.choices.last_mut().is_some_and(|taken| std::mem::replace(taken, true))
            }
            _ => false,
        }
    }

    fn start(&mut self, element: &Element<'_>) {
        let name = element.name();
        match name {
            "p" => self.open.push(Open::default()),
            "pPr" | "trPr" => self.properties.push(name.to_owned()),
            "r" if self.properties.is_empty() => self.run = Run::default(),
            "t" => self.reads = true,
            "tbl" => self.tables.push(Vec::new()),
            "tr" => self.tables.last_mut().into_iter().for_each(|rows| rows.push(Vec::new())),
            "tc" => self.sinks.push(Vec::new()),
            "fldChar" => match element.get("fldCharType").as_deref() {
                Some("begin") => self.fields.push(Field::Instruction),
                Some("separate") => {
                    self.fields.last_mut().into_iter().for_each(|field| *field = Field::Result);
                }
                Some("end") => drop(self.fields.pop()),
                _ => {}
            },
            "footnote" | "endnote" => {
                let real = element.get("type").is_none_or(|kind| kind == "normal");
                self.note = Some((element.get("id").unwrap_or_default(), real));
            }
            _ if self.properties.is_empty() => self.in_run(element),
            _ => self.property(element),
        }
    }

    /// An element of the properties of a paragraph or a row.
    fn property(&mut self, element: &Element<'_>) {
        let in_row = self.properties.last().is_some_and(|of| of == "trPr");
        if in_row {
            if element.name() == "del" {
                // The row is read into nothing.
                self.tables.last_mut().into_iter().for_each(|rows| drop(rows.pop()));
            }
            return;
        }
        let Some(open) = self.open.last_mut() else { return };
        match element.name() {
            "pStyle" => open.style = element.value(),
            "numId" => open.list = element.value(),
            "ilvl" => open.level = element.number(),
            "del" | "moveFrom" => open.joined = true,
            _ => {}
        }
    }

    fn in_run(&mut self, element: &Element<'_>) {
        match element.name() {
            "vanish" => self.run.hidden = element.is_on(),
            "rStyle" => {
                self.run.hidden |= element.value().is_some_and(|style| self.context.styles.is_hidden(&style));
            }
            "vertAlign" => self.run.raised = element.value().as_deref() == Some("superscript"),
            "rFonts" => self.run.font = element.get("ascii").or_else(|| element.get("hAnsi")),
            "tab" | "ptab" => self.push("\t"),
            "br" | "cr" => self.push(LINE_BREAK.encode_utf8(&mut [0; 4])),
            "noBreakHyphen" => self.push("-"),
            "sym" => {
                let code = element.get("char").and_then(|code| u32::from_str_radix(code.trim(), 16).ok());
                let font = element.get("font").unwrap_or_default();
                let shown = code.map_or(char::REPLACEMENT_CHARACTER, |code| symbol::shown(&font, code));
                self.text(shown.encode_utf8(&mut [0; 4]));
            }
            "footnoteReference" | "endnoteReference" => self.reference(element),
            "numFmt" => self.numeral = element.value().as_deref().map_or(Numeral::Decimal, Numeral::named),
            _ => {}
        }
    }

    fn reference(&mut self, element: &Element<'_>) {
        if !self.is_shown() {
            return;
        }
        let foot = element.name() == "footnoteReference";
        let id = element.get("id").unwrap_or_default();
        let custom =
            element.get("customMarkFollows").is_some_and(|on| !matches!(on.as_str(), "0" | "false" | "off"));
        if custom {
            self.custom = Some((foot, id));
            return;
        }
        self.counted += 1;
        let mark = if foot { self.numeral } else { Numeral::Decimal }.print(self.counted);
        self.refer(foot, &id, &mark);
    }

    /// Prints the mark of a note and puts the note behind the paragraph.
    fn refer(&mut self, foot: bool, id: &str, mark: &str) {
        let notes = if foot { &mut self.footnotes } else { &mut self.endnotes };
        let note = notes.remove(id).unwrap_or_default();
        let Some(open) = self.open.last_mut() else { return };
        // The mark belongs to the word before it.
        open.text.truncate(open.text.trim_end_matches([' ', '\u{a0}']).len());
        open.text.push_str(&superscript(mark));
        let filled = note.into_iter().filter(|paragraph| !paragraph.text.trim().is_empty());
        open.after.extend(filled.enumerate().map(|(at, paragraph)| {
            if at > 0 {
                return Paragraph { note: Some(String::new()), ..paragraph };
            }
            // A mark of its own stands in the note's text, too.
            let text = paragraph.text.trim_start();
            let text =
                text.strip_prefix(mark).or_else(|| text.strip_prefix(&superscript(mark))).unwrap_or(text);
            Paragraph { text: text.to_owned(), note: Some(mark.to_owned()), ..Paragraph::default() }
        }));
    }

    fn is_shown(&self) -> bool {
        !self.run.hidden && self.fields.iter().all(|field| *field == Field::Result)
    }

    /// Characters of a run, as they look.
    fn text(&mut self, text: &str) {
        if !self.is_shown() {
            return;
        }
        if let Some((foot, id)) = self.custom.take_if(|_| !text.trim().is_empty()) {
            return self.refer(foot, &id, text.trim());
        }
        let font = self.run.font.as_deref().unwrap_or_default();
        let private = |c: char| ('\u{f020}'..'\u{f100}').contains(&c);
        let shown: String =
            text.chars().map(|c| if private(c) { symbol::shown(font, u32::from(c)) } else { c }).collect();
        // A figure that is raised by hand is the mark of a note.
        if self.run.raised && shown.chars().all(|c| c.is_ascii_digit()) {
            self.push(&superscript(&shown));
        } else {
            self.push(&shown);
        }
    }

    fn push(&mut self, text: &str) {
        if self.is_shown()
            && let Some(open) = self.open.last_mut()
        {
            open.text.push_str(text);
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" => self.finish(),
            "t" => self.reads = false,
            "pPr" | "trPr" => drop(self.properties.pop()),
            "r" => self.custom = None,
            "tc" if self.sinks.len() > 1 => {
                let cell = self.sinks.pop().unwrap_or_default();
                let row = self.tables.last_mut().and_then(|rows| rows.last_mut());
                if let Some(row) = row {
                    row.push(cell);
                }
            }
            "tbl" => {
                let rows = self.tables.pop().unwrap_or_default();
                self.sink(table::read(rows));
            }
            "footnote" | "endnote" => {
                let paragraphs = self.sinks.last_mut().map(std::mem::take).unwrap_or_default();
                let note = self.note.take().filter(|(_, real)| *real);
                self.found.extend(note.map(|(id, _)| (id, paragraphs)));
            }
            _ => {}
        }
    }

    fn finish(&mut self) {
        let Some(mut open) = self.open.pop() else { return };
        let text = std::mem::take(&mut self.carried) + &open.text;
        if open.joined {
            self.carried = text;
            return self.sink(open.after);
        }
        let mut read = vec![Paragraph { text, number: self.number(&open), ..Paragraph::default() }];
        read.append(&mut open.after);
        self.sink(read);
    }

    /// Puts paragraphs where they stand: behind the paragraph that holds their text box, else in their cell or the text.
    fn sink(&mut self, mut paragraphs: Vec<Paragraph>) {
        match (self.open.last_mut(), self.sinks.last_mut()) {
            (Some(open), _) => open.after.append(&mut paragraphs),
            (None, Some(sink)) => sink.append(&mut paragraphs),
            (None, None) => {}
        }
    }

    /// The number before a paragraph: that of its own list, else that of its style's.
    fn number(&mut self, open: &Open) -> Option<crate::import::door::paragraphs::Number> {
        let Context { styles, numbering, .. } = *self.context;
        let styled = styles.numbering(open.style.as_deref());
        let list = open.list.as_deref().or(styled.map(|(list, ..)| list)).filter(|list| *list != "0")?;
        let of_style = || {
            let (list, level, style) = styled?;
            Some(numbering.level_of_style(list, style).unwrap_or(level))
        };
        let level = open.level.or_else(of_style).unwrap_or(0);
        self.counters.next(numbering, list, level)
    }
}
