//! Documents that are made of paragraphs, as those of word processors and web pages are: one line a paragraph.

use super::text;
use crate::import::block::Block;
use crate::import::lead::{Lead, lead};
use crate::problem::{Lines, SourceText};

/// The end of a line inside a paragraph.
pub(super) const LINE_BREAK: char = '\u{b}';

/// A paragraph as its format has it.
#[derive(Clone, Debug, Default)]
pub(super) struct Paragraph {
    /// Its characters as they are in the document, [`LINE_BREAK`] among them.
    pub text: String,
    /// The number that the format prints before it and that does not stand in its text.
    pub number: Option<Number>,
    /// The mark of the note of which it is the first paragraph, or an empty one for its later paragraphs.
    pub note: Option<String>,
    /// The ids of the notes whose marks stand in it, as long as they are not read.
    pub refers: Vec<String>,
    /// Whether it stands in what its page calls the main part.
    pub main: bool,
}

/// An automatic number.
#[derive(Clone, Debug)]
pub(super) struct Number {
    /// As it is printed: `(a)`.
    pub printed: String,
    /// What it says; none where the words say it, as in "Part 2".
    pub lead: Option<Lead>,
}

impl Number {
    /// Whether it is printed before a text. Lists are used to set texts in whose numbers are typed: there it is not.
    fn is_printed(&self, text: &str) -> bool {
        let typed = lead(text.trim_start()).0;
        !self.printed.is_empty()
            && (typed == Lead::None
                || (self.lead != Some(Lead::Bullet) && self.lead.as_ref() != Some(&typed)))
    }
}

/// What the format of a paragraph says of its beginning.
#[derive(Clone, Debug)]
pub(super) struct Beginning {
    /// How many bytes of the printed text are the number or the mark.
    pub length: usize,
    /// What it is.
    pub lead: Option<Lead>,
    /// Whether the paragraph is one of a note.
    pub note: bool,
}

/// The text in which places are shown, and the blocks of a document. Paragraphs without text have no line.
pub(super) fn print(name: &str, paragraphs: &[Paragraph]) -> (SourceText, Vec<Block>) {
    let mut printed = String::new();
    let mut beginnings = Vec::with_capacity(paragraphs.len());
    for paragraph in paragraphs {
        if paragraph.text.chars().all(|c| c.is_whitespace() || c.is_control()) {
            continue;
        }
        let start = printed.len();
        let mut known = None;
        if let Some(mark) = paragraph.note.as_deref().filter(|mark| !mark.is_empty()) {
            printed.push_str(&superscript(mark));
            printed.push(' ');
            known = Some(Lead::Mark(plain(mark)));
        } else if let Some(number) =
            paragraph.number.as_ref().filter(|number| number.is_printed(&paragraph.text))
        {
            printed.push_str(&number.printed);
            printed.push(' ');
            known.clone_from(&number.lead);
        }
        let length = printed.len() - start;
        // A line of the text is a paragraph: what ends a line in a file does not end one here.
        printed.extend(paragraph.text.trim().chars().map(|c| match c {
            '\n' | '\r' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
            _ => c,
        }));
        printed.push('\n');
        beginnings.push(Beginning { length, lead: known, note: paragraph.note.is_some() });
    }
    let source = SourceText::of(name, printed, Lines::Paragraphs);
    let blocks = text::paragraphs(&source, &beginnings);
    (source, blocks)
}

/// The mark of a note as it is printed: digits raised, other signs as they are.
pub(super) fn superscript(mark: &str) -> String {
    let raised = |c: char| match c {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4'..='9' => char::from_u32(0x2070 + u32::from(c) - 0x30).unwrap_or(c),
        _ => c,
    };
    if mark.chars().all(|c| c.is_ascii_digit()) {
        mark.chars().map(raised).collect()
    } else {
        mark.to_owned()
    }
}

/// The mark of a note in the one form that leads have.
fn plain(mark: &str) -> String {
    crate::import::lead::note_mark(&superscript(mark)).map_or_else(|| mark.to_owned(), |(plain, _)| plain)
}
