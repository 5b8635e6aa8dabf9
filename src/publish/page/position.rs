//! What a page shows of one position, or of one ballot.

use chrono::NaiveDate;

use super::context::Context;
use super::text::Text;
use crate::export::Mark;
use crate::language::Heading;
use crate::model::{Delegation, Label, Reach, SourceId, Target, Texts};
use crate::report::Row;

/// One position on one target, or one ballot.
#[derive(Clone)]
pub(super) struct PositionView {
    /// Where it stands under its delegation.
    pub anchor: String,
    /// How it is drawn.
    pub mark: Mark,
    /// Its kind.
    pub kind: Text,
    /// How far it reaches.
    pub reach: Text,
    /// The code of the delegation.
    pub code: String,
    /// Its name.
    pub name: Text,
    /// The label of the paragraph; none on the entire text and where it is not known.
    pub label: Option<String>,
    /// What stands in the label's place where there is none.
    pub general: Text,
    /// Where the paragraph begins, or the entire text.
    pub target: String,
    /// The words that it is about.
    pub phrase: Option<Text>,
    /// What the paragraph is about.
    pub subject: Option<Text>,
    /// What else is known of it.
    pub details: Vec<Detail>,
    /// Whether it has been withdrawn.
    pub is_withdrawn: bool,
    /// Whether it stands under the label of another paragraph than its own.
    pub is_of_another: bool,
}

/// Something that is known, and what it is.
#[derive(Clone)]
pub(super) struct Detail {
    /// What it is.
    pub heading: Text,
    /// What is known.
    pub value: Text,
    /// The anchor that it leads to; empty where it leads nowhere.
    pub anchor: String,
}

impl PositionView {
    /// The same under the label of a paragraph that contains its own, or is contained in it.
    pub fn under(mut self, label: &Label) -> Self {
        self.is_of_another = self.label.as_ref().is_some_and(|own| *own != label.to_string());
        self
    }
}

/// The view of a row.
pub(super) fn position(context: &Context<'_>, row: &Row<'_>) -> Option<PositionView> {
    let (resolution, languages) = (context.resolution, context.languages);
    let (kind, reach, delegation) = (row.kind?, row.reach?, row.delegation?);
    let label = row.paragraph.as_ref();
    let target = match label {
        Some(label) => context.places.paragraphs.get(label),
        None => context.places.general.get(&reach),
    };
    let subject = label.and_then(|label| {
        languages.recorded(resolution, |block| block.subjects.get(label).map(String::as_str))
    });
    let general = if reach == Reach::Unknown { Heading::Unknown } else { Heading::Entire };
    let withdrawn = row.position.and_then(|position| position.life.withdrawn());
    Some(PositionView {
        anchor: context.places.positions.get(&row.id).cloned().unwrap_or_default(),
        mark: Mark { kind, reach },
        kind: languages.say(|words, _| words.kind(kind).to_owned()),
        reach: languages.say(|words, _| words.reach(reach).to_owned()),
        code: delegation.to_string(),
        name: languages.name(resolution, delegation),
        label: label.map(ToString::to_string),
        general: languages.say(|words, _| words.heading(general).to_owned()),
        target: target.cloned().unwrap_or_default(),
        phrase: phrases(row).and_then(|phrases| of_texts(context, phrases)),
        subject,
        details: details(context, row),
        is_withdrawn: withdrawn.is_some_and(|day| day <= context.as_of),
        is_of_another: false,
    })
}

fn phrases<'r>(row: &Row<'r>) -> Option<&'r Texts> {
    match &row.position?.target {
        Target::Paragraphs { phrase, .. } | Target::Unknown { phrase } => Some(phrase),
        Target::Entire => None,
    }
}

/// Texts of a position: of the language, else English, else the first there is.
fn of_texts(context: &Context<'_>, texts: &Texts) -> Option<Text> {
    context.languages.text(|language| {
        let alike = || texts.iter().find(|(tag, _)| tag.primary() == language.primary());
        let english = || texts.iter().find(|(tag, _)| tag.primary() == "en");
        let own = texts.iter().find(|(tag, _)| *tag == language);
        let (tag, text) = own.or_else(alike).or_else(english).or_else(|| texts.iter().next())?;
        Some((Some(tag.clone()), text.clone()))
    })
}

/// What else is known of a position: on whose behalf, whose it is about, status, dates, remark, source.
fn details(context: &Context<'_>, row: &Row<'_>) -> Vec<Detail> {
    let languages = context.languages;
    let source = row.position.map(|position| &position.source);
    let source = source.or(row.vote.and_then(|vote| vote.source.as_ref()));
    let locator = row.position.map(|position| &position.locator).or(row.vote.map(|vote| &vote.locator));
    let source = Detail::source(context, source, locator.and_then(|locator| locator.as_deref()));
    let Some(position) = row.position else { return source.into_iter().collect() };
    let mut details: Vec<Detail> = Vec::new();
    let is_open = matches!(position.target, Target::Paragraphs { open: true, .. });
    details.extend(
        position.on_behalf_of.iter().map(|code| Detail::delegation(context, Heading::OnBehalfOf, code)),
    );
    details
        .extend(position.regarding.iter().map(|code| Detail::delegation(context, Heading::Regarding, code)));
    details.extend(position.status.map(|status| {
        Detail::plain(context, Heading::Status, languages.say(|words, _| words.status(status).to_owned()))
    }));
    details
        .extend(is_open.then(|| {
            Detail::plain(context, Heading::Open, languages.say(|words, _| words.yes().to_owned()))
        }));
    details.extend(position.life.made().map(|day| Detail::day(context, Heading::Made, day)));
    details.extend(position.life.withdrawn().map(|day| Detail::day(context, Heading::Withdrawn, day)));
    let note = of_texts(context, &position.note);
    details.extend(note.map(|note| Detail::plain(context, Heading::Note, note)));
    details.extend(source);
    details
}

impl Detail {
    fn plain(context: &Context<'_>, heading: Heading, value: Text) -> Self {
        let heading = context.languages.say(|words, _| words.heading(heading).to_owned());
        Self { heading, value, anchor: String::new() }
    }

    fn day(context: &Context<'_>, heading: Heading, day: NaiveDate) -> Self {
        Self::plain(context, heading, context.languages.say(|words, _| words.date(day)))
    }

    fn delegation(context: &Context<'_>, heading: Heading, code: &Delegation) -> Self {
        let name = context.languages.name(context.resolution, code);
        let anchor = context.places.delegations.get(code).cloned().unwrap_or_default();
        Self { anchor, ..Self::plain(context, heading, name) }
    }

    /// Where a fact comes from: the place in the source, else the source itself.
    pub fn source(context: &Context<'_>, source: Option<&SourceId>, locator: Option<&str>) -> Option<Self> {
        let source = source?;
        let shown = locator.map_or_else(|| source.to_string(), str::to_owned);
        let value = context.languages.text(|_| Some((None, shown.clone())))?;
        let anchor = context.places.sources.get(source.as_str()).cloned().unwrap_or_default();
        Some(Self { anchor, ..Self::plain(context, Heading::Source, value) })
    }
}
