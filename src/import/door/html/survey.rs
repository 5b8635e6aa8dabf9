//! What has to be known of a page before it is read: which links are the marks of notes and where the notes are, and how many
//! items its numbered lists have.

use std::collections::HashMap;

use super::tokens::{Reader, Tag, read as tokens};

/// What is known of a page.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// The mark of each note, by the id of the element with its text.
    pub notes: HashMap<String, String>,
    /// How many items each numbered list has, in the order in which the lists begin.
    pub items: Vec<i64>,
}

/// Looks through a page. A note is a place to which an earlier link leads that looks as the mark of a note does.
pub(super) fn read(page: &str) -> Survey {
    let mut links = Links::default();
    tokens(page, &mut links);
    let mut notes = HashMap::new();
    for link in links.found {
        if links.places.get(&link.target).is_some_and(|place| *place > link.at) {
            notes.entry(link.target).or_insert(link.mark);
        }
    }
    Survey { notes, items: links.items }
}

struct Link {
    target: String,
    mark: String,
    at: usize,
}

#[derive(Default)]
struct Links {
    /// How many tags there were.
    at: usize,
    raised: usize,
    /// Where elements with an id or a name are.
    places: HashMap<String, usize>,
    open: Option<Open>,
    found: Vec<Link>,
    items: Vec<i64>,
    /// The lists that are open, and which of the numbered ones each is.
    lists: Vec<Option<usize>>,
}

struct Open {
    target: String,
    text: String,
    /// It is raised, or says that it leads to a note.
    sure: bool,
    at: usize,
}

impl Reader for Links {
    fn tag(&mut self, tag: &Tag) {
        self.at += 1;
        match (tag.name.as_str(), tag.closing) {
            ("sup", false) => {
                self.raised += 1;
                self.open.iter_mut().for_each(|open| open.sure = true);
            }
            ("sup", true) => self.raised = self.raised.saturating_sub(1),
            ("a", true) => self.close(),
            ("ol", false) => {
                self.lists.push(Some(self.items.len()));
                self.items.push(0);
            }
            ("ul" | "menu" | "dir", false) => self.lists.push(None),
            ("ol" | "ul" | "menu" | "dir", true) => drop(self.lists.pop()),
            ("li", false) => {
                let list = self.lists.last().copied().flatten();
                list.and_then(|at| self.items.get_mut(at)).into_iter().for_each(|items| *items += 1);
            }
            _ => {}
        }
        if tag.closing {
            return;
        }
        for place in ["id", "name"].iter().filter_map(|name| tag.get(name)) {
            self.places.entry(place.to_owned()).or_insert(self.at);
        }
        let target = tag.get("href").filter(|_| tag.name == "a").and_then(fragment);
        if let Some(target) = target {
            let says = ["class", "role", "epub:type", "rel"].iter().filter_map(|name| tag.get(name));
            let says = says
                .map(str::to_ascii_lowercase)
                .any(|of| of.contains("footnote") || of.contains("noteref") || of.contains("endnote"));
            let sure = self.raised > 0 || says;
            self.open = Some(Open { target: target.to_owned(), text: String::new(), sure, at: self.at });
        }
    }

    fn text(&mut self, text: &str) {
        // A mark is short: what is longer need not be kept.
        if let Some(open) = self.open.as_mut().filter(|open| open.text.len() < 64) {
            open.text.push_str(text);
        }
    }
}

impl Links {
    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        if let Some(mark) = mark(&open.text, open.sure) {
            self.found.push(Link { target: open.target, mark, at: open.at });
        }
    }
}

/// Where in the same page a link leads.
pub(super) fn fragment(href: &str) -> Option<&str> {
    href.trim().split_once('#').map(|(_, fragment)| fragment).filter(|fragment| !fragment.is_empty())
}

/// The mark in the text of a link: a number, stars. Outside brackets a number is one only where the link is
/// `sure` to be that of a note.
pub(super) fn mark(text: &str, sure: bool) -> Option<String> {
    let text = text.trim();
    let inner = text.trim_matches(['[', ']', '(', ')', '^', ' ', '\u{a0}']);
    let signs = |c: char| matches!(c, '*' | '†' | '‡' | '§' | '¶');
    let short = !inner.is_empty() && inner.chars().count() <= 4;
    let fits = inner.chars().all(signs)
        || ((sure || inner.len() < text.len()) && inner.chars().all(char::is_numeric));
    (short && fits).then(|| inner.chars().map(plain).collect())
}

/// A raised digit, or one of another script, as a plain one.
fn plain(c: char) -> char {
    let raised = "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|digit| digit == c).and_then(|at| u32::try_from(at).ok());
    raised.or(crate::fold::digit(c)).and_then(|digit| char::from_digit(digit, 10)).unwrap_or(c)
}
