//! The lists of a document: what stands before a paragraph and is not in its text.

use std::collections::{HashMap, HashSet};

use super::markup::{Element, Event, Markup, Space};
use super::package::Unreadable;
use crate::import::door::numeral::Numeral;
use crate::import::door::paragraphs::Number;

/// How many levels a list has.
const LEVELS: usize = 9;

/// The lists of a document.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// Lists as they are defined, by their ids.
    kinds: HashMap<String, Kind>,
    /// Lists as paragraphs name them.
    lists: HashMap<String, List>,
    /// The definition that a style of lists has.
    styled: HashMap<String, String>,
}

/// The definition of lists; those of one definition count together.
#[derive(Debug, Default)]
struct Kind {
    levels: [Level; LEVELS],
    /// The style of lists in which the levels are really defined.
    elsewhere: Option<String>,
}

#[derive(Clone, Debug)]
struct Level {
    start: u32,
    numeral: Numeral,
    /// `%1` stands for the number of the first level.
    pattern: String,
    /// All numbers in digits, whatever the levels above say.
    legal: bool,
    /// The level that has to go on for this one to begin again; 0 for never.
    restarts_after: Option<u32>,
    /// The style of paragraphs that are of this level.
    style: Option<String>,
}

impl Default for Level {
    fn default() -> Self {
        let (numeral, pattern) = (Numeral::Decimal, String::new());
        Self { start: 1, numeral, pattern, legal: false, restarts_after: None, style: None }
    }
}

#[derive(Debug, Default)]
struct List {
    kind: String,
    /// Where a list begins anew, and what it has of its own.
    starts: [Option<u32>; LEVELS],
    levels: [Option<Level>; LEVELS],
}

impl Numbering {
    fn kind(&self, list: &List) -> Option<(&str, &Kind)> {
        let mut id = list.kind.as_str();
        // Twice at most: a style of lists leads to a definition.
        for _ in 0..3 {
            let (name, kind) = self.kinds.get_key_value(id)?;
            match kind.elsewhere.as_ref().and_then(|style| self.styled.get(style)) {
                Some(other) if other != id => id = other,
                _ => return Some((name, kind)),
            }
        }
        None
    }

    /// The level of a list that is of a style.
    pub fn level_of_style(&self, list: &str, style: &str) -> Option<u32> {
        let list = self.lists.get(list)?;
        let (_, kind) = self.kind(list)?;
        let level = (0..LEVELS).find(|at| {
            list.levels[*at].as_ref().unwrap_or(&kind.levels[*at]).style.as_deref() == Some(style)
        })?;
        u32::try_from(level).ok()
    }
}

/// How far the lists of a document have counted.
#[derive(Debug, Default)]
pub(super) struct Counters {
    counts: HashMap<String, [Option<u32>; LEVELS]>,
    /// Lists and levels that have begun anew.
    begun: HashSet<(String, usize)>,
}

impl Counters {
    /// The number of the next paragraph in a list.
    pub fn next(&mut self, numbering: &Numbering, list: &str, level: u32) -> Option<Number> {
        let own = numbering.lists.get(list)?;
        let (id, kind) = numbering.kind(own)?;
        let at = usize::try_from(level).ok()?.min(LEVELS - 1);
        let definition = |at: usize| own.levels[at].as_ref().unwrap_or(&kind.levels[at]);
        let counts = self.counts.entry(id.to_owned()).or_default();
        let begun = own.starts[at].filter(|_| self.begun.insert((list.to_owned(), at)));
        counts[at] = Some(match (begun, counts[at]) {
            (Some(start), _) => start,
            (None, Some(count)) => count.saturating_add(1),
            (None, None) => definition(at).start,
        });
        for (deeper, count) in counts.iter_mut().enumerate().skip(at + 1) {
            let after = definition(deeper).restarts_after.and_then(|level| usize::try_from(level).ok());
            if after.is_none_or(|after| after > at) {
                *count = None;
            }
        }
        for (above, count) in counts.iter_mut().enumerate().take(at) {
            count.get_or_insert(definition(above).start);
        }
        let level = definition(at);
        if level.numeral == Numeral::Bullet {
            let printed = Numeral::Bullet.print(1);
            return Some(Number { lead: level.numeral.lead(1, &printed), printed });
        }
        let printed = print(&level.pattern, |index| {
            let numeral = if level.legal { Numeral::Decimal } else { definition(index).numeral };
            numeral.print(counts[index].unwrap_or(definition(index).start))
        });
        let value = counts[at].unwrap_or(level.start);
        let numeral = if level.legal { Numeral::Decimal } else { level.numeral };
        let plain = is_number_alone(&level.pattern, at);
        let lead = plain.then(|| numeral.lead(value, &printed)).flatten();
        Some(Number { printed, lead })
    }
}

/// A pattern with its numbers.
fn print(pattern: &str, number: impl Fn(usize) -> String) -> String {
    let mut printed = String::new();
    let mut rest = pattern.chars().peekable();
    while let Some(c) = rest.next() {
        let index = rest.peek().and_then(|digit| digit.to_digit(10)).filter(|digit| *digit > 0);
        match index.and_then(|index| usize::try_from(index).ok()).filter(|_| c == '%') {
            Some(index) => {
                rest.next();
                printed.push_str(&number(index - 1));
            }
            None => printed.push(c),
        }
    }
    printed.trim().to_owned()
}

/// Whether a pattern has the number of its own level and nothing beside it but signs: `(%2)`, `%1.`, not `Part %1`.
fn is_number_alone(pattern: &str, level: usize) -> bool {
    let own = format!("%{}", level + 1);
    pattern.contains(&own) && !pattern.replace(&own, "").contains(|c: char| c.is_alphanumeric() || c == '%')
}

/// Reads the part of the lists.
pub(super) fn read(xml: &str) -> Result<Numbering, Unreadable> {
    let mut numbering = Numbering::default();
    let mut open = Open::default();
    let mut markup = Markup::new(xml);
    while let Some(event) = markup.next()? {
        match event {
            Event::Start(element) if element.space == Space::Word => open.start(&element, &mut numbering),
            Event::End(Space::Word, end) => open.end(end.local_name().as_ref(), &mut numbering),
            _ => {}
        }
    }
    Ok(numbering)
}

/// What is being read.
#[derive(Default)]
struct Open {
    kind: Option<(String, Kind)>,
    list: Option<(String, List)>,
    /// The level of an override.
    replaced: usize,
    level: Option<(usize, Level)>,
}

impl Open {
    fn start(&mut self, element: &Element<'_>, numbering: &mut Numbering) {
        let index = || {
            let at = element.get("ilvl").and_then(|level| level.trim().parse::<usize>().ok()).unwrap_or(0);
            at.min(LEVELS - 1)
        };
        match element.name() {
            "abstractNum" => {
                self.kind = Some((element.get("abstractNumId").unwrap_or_default(), Kind::default()));
            }
            "num" => self.list = Some((element.get("numId").unwrap_or_default(), List::default())),
            "lvl" => self.level = Some((index(), Level::default())),
            "lvlOverride" => self.replaced = index(),
            name => {
                let value = element.value().unwrap_or_default();
                self.property(name, &value, element, numbering);
            }
        }
    }

    fn property(&mut self, name: &str, value: &str, element: &Element<'_>, numbering: &mut Numbering) {
        if let Some((_, level)) = &mut self.level {
            match name {
                "start" => level.start = element.number().unwrap_or(1),
                "numFmt" => level.numeral = Numeral::named(value),
                "lvlText" => value.clone_into(&mut level.pattern),
                "isLgl" => level.legal = element.is_on(),
                "lvlRestart" => level.restarts_after = element.number(),
                "pStyle" => level.style = Some(value.to_owned()),
                _ => {}
            }
            return;
        }
        match (name, &mut self.kind, &mut self.list) {
            ("numStyleLink", Some((_, kind)), _) => kind.elsewhere = Some(value.to_owned()),
            ("styleLink", Some((id, _)), _) => {
                numbering.styled.insert(value.to_owned(), id.clone());
            }
            ("abstractNumId", _, Some((_, list))) => value.clone_into(&mut list.kind),
            ("startOverride", _, Some((_, list))) => list.starts[self.replaced] = element.number(),
            _ => {}
        }
    }

    fn end(&mut self, name: &str, numbering: &mut Numbering) {
        match name {
            "lvl" => match (self.level.take(), &mut self.kind, &mut self.list) {
                (Some((_, level)), _, Some((_, list))) => list.levels[self.replaced] = Some(level),
                (Some((at, level)), Some((_, kind)), _) => kind.levels[at] = level,
                _ => {}
            },
            "abstractNum" => numbering.kinds.extend(self.kind.take()),
            "num" => numbering.lists.extend(self.list.take()),
            _ => {}
        }
    }
}
