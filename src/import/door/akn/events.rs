//! The events of an XML document with their places, strictly: what is not well-formed is an error where it stands.

use std::ops::Range;

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::import::codes::{NESTED_TOO_DEEP, NOT_WELL_FORMED, UNKNOWN_ENTITY};
use crate::problem::{Problem, SourceText};

/// How deep elements may stand in one another; published documents have some twenty.
const DEEPEST: usize = 1_000;

/// What is met in a document.
#[derive(Debug)]
pub(super) enum Met<'a> {
    /// An element begins; where its tag stands.
    Start(BytesStart<'a>, Range<usize>),
    /// The element begun last ends.
    End,
    /// Characters as they stand in the document, from a place on.
    Text(&'a str, usize),
    /// One character that is written in another way, and its place.
    Character(char, usize),
}

/// The name of the first element, without its prefix.
pub(super) fn root(text: &str) -> Option<String> {
    let mut reader = Reader::from_str(text.trim_start());
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) | Event::Empty(start) => return Some(start.local_name().as_ref().to_owned()),
            Event::Eof | Event::End(_) | Event::CData(_) | Event::GeneralRef(_) => return None,
            Event::Text(text) if !text.as_ref().trim().is_empty() => return None,
            _ => {}
        }
    }
}

/// Hands every event of a document to `take`.
///
/// # Errors
/// The first place at which it is not well-formed, an entity that XML itself does not have (a document's own are not
/// expanded), or elements that stand too deep in one another.
pub(super) fn each<'a>(source: &'a SourceText, mut take: impl FnMut(Met<'a>)) -> Result<(), Box<Problem>> {
    let text = source.text();
    let mut reader = Reader::from_str(text);
    let mut open: Vec<Range<usize>> = Vec::new();
    let mut rooted = false;
    loop {
        let from = place(reader.buffer_position());
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(error) => {
                let at = place(reader.error_position()).max(from.min(text.len()));
                return Err(malformed(source, at..at + 1, &error.to_string()));
            }
        };
        let to = place(reader.buffer_position());
        match event {
            Event::Start(start) => {
                if open.is_empty() && rooted {
                    return Err(malformed(source, from..to, "a second element stands behind the first"));
                }
                rooted = true;
                attributes(source, &start, from..to)?;
                open.push(from..to);
                if open.len() > DEEPEST {
                    let message = format!("elements stand more than {DEEPEST} deep in one another");
                    return Err(Box::new(Problem::new(&NESTED_TOO_DEEP, source, from..to, message, "")));
                }
                take(Met::Start(start, from..to));
            }
            Event::End(_) => {
                open.pop();
                take(Met::End);
            }
            Event::Empty(start) => {
                attributes(source, &start, from..to)?;
                take(Met::Start(start, from..to));
                take(Met::End);
            }
            Event::Text(_) => {
                let raw = text.get(from..to).unwrap_or_default();
                if open.is_empty() && !raw.trim().is_empty() {
                    return Err(malformed(source, from..to, "text stands outside of every element"));
                }
                take(Met::Text(raw, from));
            }
            Event::CData(data) => {
                let start = from + "<![CDATA[".len();
                take(Met::Text(text.get(start..start + data.len()).unwrap_or_default(), start));
            }
            Event::GeneralRef(reference) => take(Met::Character(
                character(&reference).ok_or_else(|| unknown(source, from..to, reference.as_ref()))?,
                from,
            )),
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
    match open.last() {
        None if rooted => Ok(()),
        None => Err(malformed(source, 0..1, "the document has no element")),
        Some(span) => {
            let message = "this element is not closed before the document ends";
            Err(malformed(source, span.clone(), message))
        }
    }
}

/// The value of an attribute, its character references resolved.
pub(super) fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let found =
        start.attributes().with_checks(false).flatten().find(|a| a.key.local_name().as_ref() == name)?;
    Some(match found.normalized_value(XmlVersion::Implicit1_0) {
        Ok(value) => value.into_owned(),
        Err(_) => found.value.into_owned(),
    })
}

fn place(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}

/// Attributes must have values in quotation marks, and each once.
fn attributes(source: &SourceText, start: &BytesStart<'_>, span: Range<usize>) -> Result<(), Box<Problem>> {
    for attribute in start.attributes() {
        if let Err(error) = attribute {
            return Err(malformed(source, span, &error.to_string()));
        }
    }
    Ok(())
}

fn character(reference: &quick_xml::events::BytesRef<'_>) -> Option<char> {
    match reference.resolve_char_ref() {
        Ok(Some(c)) => Some(c),
        Ok(None) => resolve_xml_entity(reference.as_ref()).and_then(|text| text.chars().next()),
        Err(_) => None,
    }
}

fn unknown(source: &SourceText, span: Range<usize>, name: &str) -> Box<Problem> {
    let message = format!("&{}; is no character and no entity of XML itself", crate::fold::visible(name));
    let help = "entities that a document declares are not expanded; write the characters themselves";
    Box::new(Problem::new(&UNKNOWN_ENTITY, source, span, message, help))
}

fn malformed(source: &SourceText, span: Range<usize>, why: &str) -> Box<Problem> {
    let message = format!("the XML is not well-formed: {}", crate::fold::visible(why));
    let help = "fetch the document again, or mend it here; nothing was taken from it";
    Box::new(Problem::new(&NOT_WELL_FORMED, source, span, message, help))
}
