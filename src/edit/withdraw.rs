//! The withdrawal of positions, or of parts of them.

use std::collections::BTreeMap;

use super::layout::{self, Node};
use super::list::{put_below, take_out};
use super::splice::{Splices, inline, lead, quoted_list, remarked_list};
use super::{Edited, Refused, Scope, finish};
use crate::model::{Delegation, Label, Labels, Life, Outcome, Position, PositionKind, Resolution, Target};
use crate::problem::SourceText;
use crate::record::Date;

/// What is withdrawn, by whom and when. Without labels, scope and kind it is all that the delegation has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawal {
    /// Whose positions.
    pub delegation: Delegation,
    /// On which paragraphs; each has to stand in a position.
    pub on: Vec<Label>,
    /// Or on the entire text, or an unknown part of it.
    pub scope: Option<Scope>,
    /// Of which kind; any where it is not said.
    pub kind: Option<PositionKind>,
    /// When.
    pub date: Date,
}

/// Which part of a position is withdrawn.
enum Part {
    None,
    Some(Vec<Label>),
    Whole,
}

impl Withdrawal {
    /// Which part of a position it names, whether that stands or not.
    fn part(&self, position: &Position) -> Part {
        if position.delegation != self.delegation || self.kind.is_some_and(|kind| kind != position.kind) {
            return Part::None;
        }
        let named = !self.on.is_empty() || self.scope.is_some();
        match &position.target {
            _ if !named => Part::Whole,
            Target::Entire if self.scope == Some(Scope::Entire) => Part::Whole,
            Target::Unknown { .. } if self.scope == Some(Scope::Unknown) => Part::Whole,
            Target::Entire | Target::Unknown { .. } => Part::None,
            Target::Paragraphs { on, .. } => {
                let own = on.as_slice();
                let part: Vec<Label> = own.iter().filter(|label| self.on.contains(label)).cloned().collect();
                match part.len() {
                    0 => Part::None,
                    all if all == own.len() => Part::Whole,
                    _ => Part::Some(part),
                }
            }
        }
    }

    /// Whether a position that stands in a resolution is meant, or a part of one.
    pub fn names_any(&self, resolution: &Resolution) -> bool {
        let standing = resolution.positions.iter().filter(|position| position.life.withdrawn().is_none());
        standing.into_iter().any(|position| !matches!(self.part(position), Part::None))
    }

    /// Refuses what does not stand: never there, or withdrawn already.
    fn stands(&self, resolution: &Resolution) -> Result<(), Refused> {
        let single = |on: Vec<Label>, scope| Self { on, scope, ..self.clone() };
        let mut wanted: Vec<(String, Self)> = Vec::new();
        for label in &self.on {
            wanted.push((format!(" on {label}"), single(vec![label.clone()], None)));
        }
        if let Some(scope) = self.scope {
            let words = match scope {
                Scope::Entire => " on the entire text",
                Scope::Unknown => " on an unknown part of the text",
            };
            wanted.push((words.to_owned(), single(Vec::new(), Some(scope))));
        }
        if wanted.is_empty() {
            wanted.push((String::new(), self.clone()));
        }
        for (target, one) in wanted {
            let found =
                resolution.positions.iter().filter(|position| !matches!(one.part(position), Part::None));
            let found: Vec<&Position> = found.collect();
            if found.iter().any(|position| position.life.withdrawn().is_none()) {
                self.is_after_its_making(resolution, &found)?;
                continue;
            }
            return Err(self.nothing_stands(resolution, &target, &found));
        }
        Ok(())
    }

    /// That nothing which stands is meant, and what does stand.
    fn nothing_stands(&self, resolution: &Resolution, target: &str, found: &[&Position]) -> Refused {
        let what = format!("{}{target}", self.kind.map_or("position", PositionKind::as_str));
        let standing = self.standing(resolution);
        match found.iter().filter_map(|position| position.life.withdrawn()).max() {
            Some(date) => {
                let message = format!("the {what} of {} was withdrawn on {date} already", self.delegation);
                let nothing = || "nothing else of it stands".to_owned();
                Refused::new(message, standing.unwrap_or_else(nothing))
            }
            None => match standing {
                Some(standing) => Refused::new(format!("{} has no {what}", self.delegation), standing),
                // Said once: without a position it has none on OP3 either.
                None => Refused::new(
                    format!("{} has no position in {} that stands", self.delegation, resolution.id),
                    "",
                ),
            },
        }
    }

    /// Whether every standing position was made by the date; where that is not known, the date of adoption or
    /// rejection stands in.
    fn is_after_its_making(&self, resolution: &Resolution, found: &[&Position]) -> Result<(), Refused> {
        let standing = found.iter().filter(|position| position.life.withdrawn().is_none());
        let early = standing.filter(|position| !position.life.made_by(self.date, resolution.outcome));
        let made = |position: &&&Position| position.life.made().or(resolution.outcome.map(Outcome::date));
        match early.filter_map(|position| made(&position)).next() {
            None => Ok(()),
            Some(made) => {
                let message =
                    format!("the position of {} was made on {made}, after {}", self.delegation, self.date);
                let help = match found.len() {
                    1 => "give the date of the withdrawal".to_owned(),
                    _ => format!(
                        "give the date of the withdrawal, or say which is withdrawn: {}",
                        self.standing(resolution).unwrap_or_default()
                    ),
                };
                Err(Refused::new(message, help))
            }
        }
    }

    /// What the delegation has that stands, in a few words; none where it has nothing.
    fn standing(&self, resolution: &Resolution) -> Option<String> {
        let own = |position: &&Position| {
            position.delegation == self.delegation && position.life.withdrawn().is_none()
        };
        let describe = |position: &Position| match &position.target {
            Target::Paragraphs { on, .. } => {
                let labels: Vec<_> = on.as_slice().iter().map(ToString::to_string).collect();
                format!("{} on {}", position.kind, labels.join(", "))
            }
            Target::Entire => format!("{} on the entire text", position.kind),
            Target::Unknown { .. } => format!("{} on an unknown part of the text", position.kind),
        };
        let standing: Vec<_> = resolution.positions.iter().filter(own).map(describe).collect();
        (!standing.is_empty()).then(|| format!("what stands is its {}", standing.join("; ")))
    }
}

/// Writes a withdrawal into every standing position that it names. Where it names a part of one, the rest stands and
/// the part becomes a position of its own, below it. `resolution` is what the record says now.
///
/// # Errors
/// Where nothing that stands is named, a label is named that no standing position is on, or the date is before a
/// position was made.
pub fn withdraw(source: &SourceText, resolution: &Resolution, which: &Withdrawal) -> Result<Edited, Refused> {
    which.stands(resolution)?;
    let text = source.text();
    let root = layout::read(text).ok_or_else(Refused::layout)?;
    let list = root.get("position").ok_or_else(Refused::layout)?;
    let blocks = list.children.as_slice();
    if blocks.len() != resolution.positions.len() {
        return Err(Refused::layout());
    }
    let mut splices = Splices::new(text);
    let mut expected = Resolution { positions: Vec::new(), ..resolution.clone() };
    let mut changed = Vec::new();
    for (position, block) in resolution.positions.iter().zip(blocks) {
        let part = match position.life.withdrawn() {
            None => which.part(position),
            Some(_) => Part::None,
        };
        match part {
            Part::None => expected.positions.push(position.clone()),
            Part::Whole => {
                whole(&mut splices, text, block, which.date)?;
                changed.push(expected.positions.len());
                expected.positions.push(ended(position, which.date));
            }
            Part::Some(labels) => {
                partly(&mut splices, text, (list, block, position), &labels, which.date)?;
                changed.push(expected.positions.len() + 1);
                let keeps = |label: &&Label| !labels.contains(label);
                expected.positions.push(narrowed(position, keeps));
                expected.positions.push(ended(&narrowed(position, |label| !keeps(label)), which.date));
            }
        }
    }
    finish(source, splices.apply(), Some(&expected), changed, Vec::new())
}

fn ended(position: &Position, date: Date) -> Position {
    let life = Life::new(position.life.made(), Some(date)).unwrap_or(position.life);
    Position { life, ..position.clone() }
}

fn narrowed(position: &Position, keeps: impl Fn(&&Label) -> bool) -> Position {
    let mut position = position.clone();
    if let Target::Paragraphs { on, .. } = &mut position.target
        && let Some(labels) = Labels::new(on.as_slice().iter().filter(keeps).cloned().collect())
    {
        *on = labels;
    }
    position
}

/// Puts the date into a position: below the last of its keys that is no section.
fn whole(splices: &mut Splices<'_>, text: &str, block: &Node, date: Date) -> Result<(), Refused> {
    let line = format!("withdrawn = {date}");
    if block.is_inline(text) {
        splices.insert(block.children.iter().map(Node::end).max().unwrap_or(0), format!(", {line}"));
        return Ok(());
    }
    let last = block.children.iter().rfind(|child| !child.is_table).ok_or_else(Refused::layout)?;
    splices.below(last.end(), &[format!("{}{line}", lead(text, last.key_span.start))]);
    Ok(())
}

/// Takes labels out of a position and puts a copy of it with them and the date below it.
fn partly(
    splices: &mut Splices<'_>,
    text: &str,
    (list, block, position): (&Node, &Node, &Position),
    labels: &[Label],
    date: Date,
) -> Result<(), Refused> {
    let (Some(on), Target::Paragraphs { on: known, .. }) = (block.get("on"), &position.target) else {
        return Err(Refused::layout());
    };
    let goes = |at: usize| known.as_slice().get(at).is_some_and(|label| labels.contains(label));
    let remarks = take_out(splices, text, on, goes);
    let own = (0..known.as_slice().len()).filter(|at| goes(*at)).enumerate();
    let remarks: BTreeMap<usize, String> =
        own.filter_map(|(new, old)| Some((new, remarks.get(&old)?.clone()))).collect();
    let list_of_labels = match remarks.is_empty() {
        true => quoted_list(labels),
        false => remarked_list(labels, &remarks, splices.eol()),
    };
    let mut lines = vec!["[[position]]".to_owned()];
    for child in &block.children {
        lines.extend(copied(text, child, position, &list_of_labels));
    }
    lines.push(format!("withdrawn = {date}"));
    match block.is_inline(text) {
        true => put_below(splices, text, list, block, &inline(&lines)),
        false => splices.section_below(block.end(), lines),
    }
    Ok(())
}

/// The lines of a key in the copy: as written, without comments but those of its labels.
fn copied(text: &str, child: &Node, position: &Position, labels: &str) -> Vec<String> {
    let slice = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    let written = slice(child.key_span.start, child.span.end);
    if child.key == "on" {
        return vec![format!("{}{}", slice(child.key_span.start, child.span.start), labels)];
    }
    if child.is_table {
        let inner = child.children.iter().map(|inner| {
            let key = slice(inner.key_span.start, inner.key_span.end);
            format!("{}.{key} = {}", child.key, slice(inner.span.start, inner.span.end))
        });
        return inner.collect();
    }
    match child.key.as_str() {
        "on-behalf-of" if written.contains('\n') => {
            vec![format!("on-behalf-of = {}", quoted_list(&position.on_behalf_of))]
        }
        _ => vec![written.to_owned()],
    }
}
