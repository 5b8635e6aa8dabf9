//! A position put into a record.

use super::layout::{self, Node};
use super::list::put_below;
use super::name::{Names, names, put};
use super::splice::{Splices, inline, quoted, quoted_list};
use super::{Edited, Refused, Scope, finish};
use crate::language::Language;
use crate::model::{
    Delegation, Label, Labels, Life, Position, PositionKind, Resolution, SourceId, Status, Target, Texts,
};
use crate::problem::SourceText;
use crate::record::Date;

/// A position that is to be put on record: everything that a position can have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPosition {
    /// Who put it on record.
    pub delegation: Delegation,
    /// What it is.
    pub kind: PositionKind,
    /// The paragraphs it is on; a repeat counts once.
    pub on: Vec<Label>,
    /// What it is on where no paragraphs are named.
    pub scope: Option<Scope>,
    /// Whether the list of paragraphs is not complete.
    pub open: bool,
    /// The words it is about, in languages.
    pub phrase: Texts,
    /// What holds it back.
    pub status: Option<Status>,
    /// When it was made.
    pub made: Option<Date>,
    /// When it was withdrawn.
    pub withdrawn: Option<Date>,
    /// For whom else it speaks.
    pub on_behalf_of: Vec<Delegation>,
    /// Of an objection: whose position it is about.
    pub regarding: Option<Delegation>,
    /// A remark, in languages.
    pub note: Texts,
    /// Where the fact comes from; the record's only source where it is not said.
    pub source: Option<SourceId>,
    /// Where in the source it stands.
    pub locator: Option<String>,
    /// Names of the delegation, for the languages that have none yet; else it gets the standard name.
    pub names: Texts,
}

impl NewPosition {
    /// A reservation of a delegation, on nothing yet.
    pub fn new(delegation: Delegation) -> Self {
        Self {
            delegation,
            kind: PositionKind::Reservation,
            on: Vec::new(),
            scope: None,
            open: false,
            phrase: Texts::new(),
            status: None,
            made: None,
            withdrawn: None,
            on_behalf_of: Vec::new(),
            regarding: None,
            note: Texts::new(),
            source: None,
            locator: None,
            names: Texts::new(),
        }
    }

    /// Its lines, as a record has them.
    fn lines(&self, on: &[Label], source: &SourceId) -> Vec<String> {
        let mut lines = vec!["[[position]]".to_owned()];
        let mut line = |key: &str, value: Option<String>| {
            lines.extend(value.map(|value| format!("{key} = {value}")));
        };
        line("delegation", Some(quoted(self.delegation.as_str())));
        line("kind", Some(quoted(self.kind.as_str())));
        line("on", (!on.is_empty()).then(|| quoted_list(on)));
        line("scope", self.scope.map(|scope| quoted(scope.as_str())));
        line("open", self.open.then(|| "true".to_owned()));
        for (language, text) in &self.phrase {
            line(&format!("phrase.{language}"), Some(quoted(text)));
        }
        line("status", self.status.map(|status| quoted(status.as_str())));
        line("made", self.made.map(|date| date.to_string()));
        line("withdrawn", self.withdrawn.map(|date| date.to_string()));
        let behalf = &self.on_behalf_of;
        line("on-behalf-of", (!behalf.is_empty()).then(|| quoted_list(behalf)));
        line("regarding", self.regarding.as_ref().map(|whose| quoted(whose.as_str())));
        for (language, text) in &self.note {
            line(&format!("note.{language}"), Some(quoted(text)));
        }
        line("source", Some(quoted(source.as_str())));
        line("locator", self.locator.as_deref().map(quoted));
        lines
    }

    /// The position as the model will have it; none where it cannot be.
    fn position(&self, on: Vec<Label>, source: SourceId) -> Option<Position> {
        let target = match self.scope {
            None => Target::Paragraphs { on: Labels::new(on)?, phrase: self.phrase.clone(), open: self.open },
            Some(Scope::Entire) => Target::Entire,
            Some(Scope::Unknown) => Target::Unknown { phrase: self.phrase.clone() },
        };
        Some(Position {
            delegation: self.delegation.clone(),
            kind: self.kind,
            target,
            status: self.status,
            life: Life::new(self.made, self.withdrawn)?,
            on_behalf_of: self.on_behalf_of.clone(),
            regarding: self.regarding.clone(),
            note: self.note.clone(),
            source,
            locator: self.locator.clone(),
        })
    }
}

/// Puts a position into a record, below its last one, and the delegations' names into each language that lacks them.
/// `resolution` is what the record says now.
///
/// # Errors
/// Where [`check`](crate::check) would find a fault in the record as it would be (it is there already, a paragraph
/// that does not exist, no target), no source is said and there is not exactly one, or a name is given that cannot be
/// put in.
pub fn add(source: &SourceText, resolution: &Resolution, new: &NewPosition) -> Result<Edited, Refused> {
    let text = source.text();
    let root = layout::read(text).ok_or_else(Refused::layout)?;
    let origin = origin(resolution, new)?;
    let names = names(resolution, new)?;
    let mut on: Vec<Label> = Vec::new();
    for label in &new.on {
        if !on.contains(label) {
            on.push(label.clone());
        }
    }
    let mut splices = Splices::new(text);
    for (language, pairs) in &names.new {
        put(&mut splices, text, &root, language, pairs)?;
    }
    put_position(&mut splices, text, &root, new.lines(&on, &origin))?;
    let expected = expected(resolution, &names, new.position(on, origin));
    let at = resolution.positions.len();
    let made = finish(source, splices.apply(), expected.as_ref(), vec![at], names.notes.clone());
    made.map_err(|refused| hint(refused, &names, new))
}

/// Puts the position below the last one, as the record writes those: as a section, or in a list of inline tables.
fn put_position(
    splices: &mut Splices<'_>,
    text: &str,
    root: &Node,
    lines: Vec<String>,
) -> Result<(), Refused> {
    let Some(positions) = root.get("position") else {
        splices.section_below(text.len(), lines);
        return Ok(());
    };
    let all = |is: fn(&Node, &str) -> bool| positions.children.iter().all(|position| is(position, text));
    match positions.children.last() {
        Some(last) if all(Node::is_inline) => put_below(splices, text, positions, last, &inline(&lines)),
        Some(_) if all(Node::has_header) => splices.section_below(positions.end(), lines),
        None => splices.insert(positions.span.start + 1, inline(&lines)),
        Some(_) => return Err(Refused::layout()),
    }
    Ok(())
}

/// The source that the position comes from.
fn origin(resolution: &Resolution, new: &NewPosition) -> Result<SourceId, Refused> {
    if let Some(said) = &new.source {
        return Ok(said.clone());
    }
    match resolution.sources.as_slice() {
        [] => Err(Refused::new("the record has no source", "add a [[source]] with an id to it first")),
        [only] => Ok(only.id.clone()),
        several => {
            let ids: Vec<&str> = several.iter().map(|source| source.id.as_str()).collect();
            let message = "the record has several sources, and none is said";
            Err(Refused::new(message, format!("say which with --source: {}", ids.join(", "))))
        }
    }
}

fn expected(resolution: &Resolution, names: &Names, position: Option<Position>) -> Option<Resolution> {
    let mut expected = resolution.clone();
    expected.positions.push(position?);
    for (language, pairs) in &names.new {
        let block = expected.languages.iter_mut().find(|(tag, _)| tag == language);
        if let Some((_, block)) = block {
            block.delegations.extend(pairs.iter().cloned());
        }
    }
    Some(expected)
}

/// Says how a name that is missing can be given.
fn hint(mut refused: Refused, names: &Names, new: &NewPosition) -> Refused {
    let own = |problem: &&mut crate::problem::Problem| problem.code.name == "missing-name";
    for problem in refused.problems.iter_mut().filter(own) {
        let about = problem.about();
        let of = |(language, code): &&(Language, Delegation)| {
            about.value.as_deref() == Some(code.as_str())
                && about.languages.iter().any(|tag| tag.eq_ignore_ascii_case(language.as_str()))
        };
        let missing: Vec<_> = names.missing.iter().filter(of).collect();
        let Some((_, code)) = missing.first() else { continue };
        let each = |what: &dyn Fn(&Language) -> String, between: &str| {
            missing.iter().map(|(language, _)| what(language)).collect::<Vec<_>>().join(between)
        };
        problem.help = match *code == new.delegation {
            true => format!("give its name with {}", each(&|tag| format!("--name {tag}=NAME"), " ")),
            false => {
                let sections = each(&|tag| format!("[language.{tag}.delegations]"), " and ");
                format!("add the name of {code} to {sections} first")
            }
        };
    }
    if let Some(first) = refused.problems.first() {
        refused.help.clone_from(&first.help);
    }
    refused
}
