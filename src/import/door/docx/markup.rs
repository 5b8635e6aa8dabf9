//! The XML of a part, element by element: namespaces resolved, no entities but the five of XML, no document type.

use std::borrow::Cow;

use quick_xml::NsReader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesEnd, BytesStart, Event as Xml};
use quick_xml::name::ResolveResult;

use super::package::Unreadable;

/// How deep elements may stand in one another; word processors come to a tenth of it.
const DEEPEST: usize = 512;

/// Which vocabulary an element is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    /// WordprocessingML.
    Word,
    /// Office math.
    Math,
    /// Markup compatibility.
    Compatibility,
    /// Another one.
    Other,
}

/// What comes next in a part. An empty element is a start and an end.
#[derive(Debug)]
pub(super) enum Event<'a> {
    Start(Element<'a>),
    End(Space, BytesEnd<'a>),
    Text(Cow<'a, str>),
}

/// The start of an element.
#[derive(Debug)]
pub(super) struct Element<'a> {
    pub space: Space,
    start: BytesStart<'a>,
}

impl Element<'_> {
    /// Its name without a prefix.
    pub fn name(&self) -> &str {
        self.start.local_name().into_inner()
    }

    /// The value of the attribute with a name, whatever its prefix.
    pub fn get(&self, name: &str) -> Option<String> {
        let mut all = self.start.attributes();
        let found =
            all.with_checks(false).flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
        found.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned)
    }

    /// The value that most elements of WordprocessingML have.
    pub fn value(&self) -> Option<String> {
        self.get("val")
    }

    /// That value as a number.
    pub fn number(&self) -> Option<u32> {
        self.value()?.trim().parse().ok()
    }

    /// Whether an element that switches something on does so.
    pub fn is_on(&self) -> bool {
        !matches!(self.value().as_deref(), Some("0" | "false" | "off"))
    }
}

/// A reader of elements.
pub(super) struct Markup<'a> {
    reader: NsReader<&'a [u8]>,
    /// How many elements are open.
    depth: usize,
}

impl<'a> Markup<'a> {
    /// Reads a part from its beginning.
    pub fn new(text: &'a str) -> Self {
        let mut reader = NsReader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, depth: 0 }
    }

    /// What comes next; none at the end.
    pub fn next(&mut self) -> Result<Option<Event<'a>>, Unreadable> {
        loop {
            let event = self.reader.read_event().map_err(|error| {
                let at = self.reader.error_position();
                Unreadable::Damaged(format!("its XML ends or errs at byte {at}: {error}"))
            })?;
            return Ok(Some(match event {
                Xml::Eof if self.depth > 0 => {
                    return Err(Unreadable::Damaged("its XML ends inside an element".to_owned()));
                }
                Xml::Eof => return Ok(None),
                Xml::Start(start) => {
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        let what = format!("its XML has more than {DEEPEST} elements in one another");
                        return Err(Unreadable::Damaged(what));
                    }
                    let space = space(&self.reader.resolver().resolve_element(start.name()).0);
                    Event::Start(Element { space, start })
                }
                Xml::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    let space = space(&self.reader.resolver().resolve_element(end.name()).0);
                    Event::End(space, end)
                }
                Xml::Text(text) => Event::Text(text.into_inner()),
                Xml::CData(text) => Event::Text(text.into_inner()),
                Xml::GeneralRef(reference) => match reference.resolve_char_ref() {
                    Ok(Some(c)) => Event::Text(c.to_string().into()),
                    Ok(None) => match quick_xml::escape::resolve_predefined_entity(&reference) {
                        Some(text) => Event::Text(text.into()),
                        None => return Err(entity(&reference)),
                    },
                    Err(_) => return Err(entity(&reference)),
                },
                Xml::DocType(_) => {
                    return Err(Unreadable::Damaged("its XML has a document type".to_owned()));
                }
                Xml::Empty(_) | Xml::Comment(_) | Xml::Decl(_) | Xml::PI(_) => continue,
            }));
        }
    }
}

fn entity(name: &str) -> Unreadable {
    let short: String = name.chars().take(40).collect();
    Unreadable::Damaged(format!("its XML names the entity “{}”", crate::fold::visible(&short)))
}

fn space(resolved: &ResolveResult<'_>) -> Space {
    let ResolveResult::Bound(namespace) = resolved else { return Space::Other };
    let name = (*namespace).into_inner();
    match name {
        _ if name.ends_with("/wordprocessingml/2006/main") || name.ends_with("/wordprocessingml/main") => {
            Space::Word
        }
        _ if name.ends_with("/officeDocument/2006/math") || name.ends_with("/officeDocument/math") => {
            Space::Math
        }
        _ if name.ends_with("/markup-compatibility/2006") => Space::Compatibility,
        _ => Space::Other,
    }
}
