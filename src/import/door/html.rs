//! The door for web pages: HTML and XHTML, from whatever made them.
//!
//! ```text
//! bytes --encoding--> text --tokens--> tags and text --survey--> which links are marks of notes --page--> paragraphs
//! ```
//!
//! Tags are read as they come. No tree is built: a page may nest as deep as it likes.

mod element;
mod encoding;
mod page;
mod survey;
mod tokens;

use super::paragraphs::print;
use super::{Door, Metadata, Opened};
use crate::import::Document;
use crate::import::codes::{EMPTY_DOCUMENT, UNREADABLE_CHARACTERS};
use crate::problem::Problem;

/// Web pages.
pub(super) struct Html;

impl Door for Html {
    fn name(&self) -> &'static str {
        "HTML"
    }

    fn is(&self, bytes: &[u8]) -> bool {
        begins(&encoding::beginning(bytes))
    }

    fn open(&self, document: &Document<'_>) -> Result<Opened, Vec<Problem>> {
        let decoded = encoding::decode(document.bytes);
        let page = page::read(&decoded.text, &survey::read(&decoded.text));
        let (source, blocks) = print(document.name, &page.paragraphs);
        if blocks.is_empty() {
            let message = "the page holds no text";
            return Err(vec![Problem::new(&EMPTY_DOCUMENT, &source, 0..0, message, "")]);
        }
        let mut problems = Vec::new();
        if decoded.faulty {
            let at = source.text().find(char::REPLACEMENT_CHARACTER).unwrap_or(0);
            let message = format!("the page is read as {}, and holds bytes that are none", decoded.name);
            let span = at..at + char::REPLACEMENT_CHARACTER.len_utf8();
            problems.push(Problem::new(&UNREADABLE_CHARACTERS, &source, span, message, ""));
        }
        Ok(Opened {
            source,
            blocks,
            metadata: Metadata { language: page.language, ..Metadata::default() },
            problems,
        })
    }
}

/// Whether a text begins as a page does: with a document type or a tag of HTML, behind comments and declarations.
fn begins(text: &str) -> bool {
    let mut rest = text.trim_start();
    loop {
        let end = match rest {
            _ if rest.starts_with("<!--") => rest.find("-->").map(|at| at + 3),
            _ if rest.starts_with("<?") => rest.find('>').map(|at| at + 1),
            _ => break,
        };
        let Some(end) = end else { return false };
        rest = rest[end..].trim_start();
    }
    let Some(tag) = rest.strip_prefix('<') else { return false };
    let name: String = tag.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
    if name.is_empty() {
        return tag.get(..8).is_some_and(|start| start.eq_ignore_ascii_case("!doctype"))
            && tag[8..].trim_start().get(..4).is_some_and(|root| root.eq_ignore_ascii_case("html"));
    }
    element::is_of_pages(&name) && tag[name.len()..].starts_with([' ', '>', '/', '\t', '\n', '\r'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_known_by_how_they_begin() {
        for text in [
            "<!DOCTYPE html><p>x",
            "\n<!-- saved -->\n<HTML lang=ar>",
            "<?xml version=\"1.0\"?><!doctype HTML PUBLIC \"-//W3C//DTD XHTML 1.0\">",
            "<p>The Assembly,",
            "<div class='x'>",
        ] {
            assert!(begins(text), "{text}");
        }
        for text in [
            "The Assembly,",
            "<akomaNtoso xmlns=\"\">",
            "<?xml version=\"1.0\"?><feed>",
            "<!DOCTYPE svg>",
            "<3 boats",
        ] {
            assert!(!begins(text), "{text}");
        }
    }
}
