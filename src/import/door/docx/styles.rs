//! What styles say of the numbers before paragraphs.

use std::collections::HashMap;

use super::markup::{Event, Markup, Space};
use super::package::Unreadable;

/// How many styles may rest on one another.
const DEEPEST: usize = 32;

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    default: Option<String>,
}

#[derive(Debug, Default)]
struct Style {
    based_on: Option<String>,
    list: Option<String>,
    level: Option<u32>,
    hidden: Option<bool>,
}

impl Styles {
    /// The list and the level that a style gives its paragraphs, and the style that says so: it or one it rests on.
    pub fn numbering<'a>(&'a self, id: Option<&'a str>) -> Option<(&'a str, u32, &'a str)> {
        let mut level = None;
        for (name, style) in self.chain(id) {
            level = level.or(style.level);
            if let Some(list) = &style.list {
                return Some((list, level.unwrap_or(0), name));
            }
        }
        None
    }

    /// Whether text in a style is hidden.
    pub fn is_hidden(&self, id: &str) -> bool {
        self.chain(Some(id)).find_map(|(_, style)| style.hidden).unwrap_or(false)
    }

    /// A style and those that it rests on.
    fn chain<'a>(&'a self, id: Option<&'a str>) -> impl Iterator<Item = (&'a str, &'a Style)> {
        let mut next = id.or(self.default.as_deref());
        let step = move || {
            let (name, style) = self.styles.get_key_value(next?)?;
            next = style.based_on.as_deref();
            Some((name.as_str(), style))
        };
        std::iter::from_fn(step).take(DEEPEST)
    }
}

/// Reads the part of the styles.
pub(super) fn read(xml: &str) -> Result<Styles, Unreadable> {
    let mut styles = Styles::default();
    let mut open: Option<(String, Style)> = None;
    let mut markup = Markup::new(xml);
    while let Some(event) = markup.next()? {
        match event {
            Event::Start(element) if element.space == Space::Word => match (element.name(), &mut open) {
                ("style", _) => {
                    let id = element.get("styleId").unwrap_or_default();
                    let of_paragraphs = element.get("type").as_deref() == Some("paragraph");
                    let default = matches!(element.get("default").as_deref(), Some("1" | "true" | "on"));
                    if of_paragraphs && default {
                        styles.default = Some(id.clone());
                    }
                    open = Some((id, Style::default()));
                }
                ("basedOn", Some((_, style))) => style.based_on = element.value(),
                ("numId", Some((_, style))) => style.list = element.value(),
                ("ilvl", Some((_, style))) => style.level = element.number(),
                ("vanish", Some((_, style))) => style.hidden = Some(element.is_on()),
                _ => {}
            },
            Event::End(Space::Word, end) if end.local_name().as_ref() == "style" => {
                styles.styles.extend(open.take());
            }
            _ => {}
        }
    }
    Ok(styles)
}
