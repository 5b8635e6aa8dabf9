//! What a page shows of one resolution, ready for its template.

use std::collections::{BTreeMap, BTreeSet};

use super::anchor::Anchors;
use super::context::{Context, places, target_order};
use super::matrix::{Matrix, matrix};
use super::position::{Detail, PositionView, position};
use super::text::{Languages, Text};
use crate::export::Mark;
use crate::language::{Caption, End, Heading};
use crate::model::{Ballot, Delegation, Kind, Label, Outcome, Reach, Resolution, Source, Vote};
use crate::report::{Filter, Row, rows};

/// One resolution on a page.
pub(super) struct ResolutionView {
    /// Where the section of the resolution begins.
    pub anchor: String,
    /// Its title, else its id.
    pub title: Text,
    /// Symbol, body, meeting and place, as far as they are known.
    pub origin: Vec<Text>,
    /// How and when it was adopted or rejected; none where nothing is known.
    pub end: Option<Text>,
    /// The figures that matter.
    pub figures: Vec<Figure>,
    /// The counts of its votes.
    pub votes: Vec<VoteView>,
    /// Delegations against paragraphs; none where there is no position.
    pub matrix: Option<Matrix>,
    /// Each delegation with what it put on record.
    pub delegations: Vec<DelegationView>,
    /// Positions on the entire text, and those of which the part is not known.
    pub general: Vec<ParagraphView>,
    /// Each paragraph with who named it.
    pub paragraphs: Vec<ParagraphView>,
    /// Where the facts come from.
    pub sources: Vec<SourceView>,
    /// Where the positions on the entire text stand.
    pub entire: String,
    /// The marks that it uses.
    pub marks: BTreeSet<Mark>,
}

/// A number and what it counts.
pub(super) struct Figure {
    /// The number.
    pub value: usize,
    /// How many there could be, where that is known.
    pub of: Option<usize>,
    /// What is counted.
    pub caption: Text,
}

/// The counts of one vote.
pub(super) struct VoteView {
    /// The paragraphs voted on with their anchors; none for the whole text.
    pub on: Vec<(String, String)>,
    /// Each side that is known, and its count.
    pub counts: Vec<(Text, u32)>,
    /// Where the fact comes from.
    pub details: Vec<Detail>,
}

/// A delegation with what it put on record.
pub(super) struct DelegationView {
    /// Where it begins.
    pub anchor: String,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: Text,
    /// What it put on record itself.
    pub positions: Vec<PositionView>,
    /// What another put on record on its behalf.
    pub represented: Vec<PositionView>,
}

/// A paragraph, or the entire text, with who put something on record about it.
pub(super) struct ParagraphView {
    /// Where it begins.
    pub anchor: String,
    /// Its label, or what stands for one.
    pub label: Text,
    /// What it is about.
    pub subject: Option<Text>,
    /// What it says.
    pub text: Option<Text>,
    /// Who named it, or a sub-paragraph of it, or what contains it.
    pub positions: Vec<PositionView>,
    /// That nobody did.
    pub silence: Option<Text>,
    /// How many stand on the entire resolution, where any does.
    pub entire: Option<Text>,
}

/// A source.
pub(super) struct SourceView {
    /// Where it begins.
    pub anchor: String,
    /// Its title, else its id.
    pub title: String,
    /// Where it is published, where that is on the web.
    pub url: Option<String>,
    /// What else is known: the IRI and the SHA-256.
    pub marks: Vec<String>,
}

/// The view of a resolution.
pub(super) fn view(
    resolution: &Resolution,
    filter: &Filter,
    languages: &Languages,
    mut anchors: Anchors,
) -> ResolutionView {
    let mut rows = rows(resolution, filter);
    rows.sort_by(|a, b| {
        a.delegation.cmp(&b.delegation).then_with(|| a.date().cmp(&b.date())).then_with(|| target_order(a, b))
    });
    let places = places(resolution, &rows, &mut anchors);
    let context =
        Context { resolution, languages, places, is_of_kinds: !filter.kinds.is_empty(), as_of: filter.as_of };
    let marks = rows.iter().filter_map(|row| Some(Mark { kind: row.kind?, reach: row.reach? })).collect();
    ResolutionView {
        anchor: context.places.resolution.clone(),
        title: title(resolution, languages),
        origin: origin(resolution, languages),
        end: end(resolution, languages),
        figures: figures(&context, &rows),
        votes: resolution.votes.iter().map(|vote| of_vote(&context, vote)).collect(),
        matrix: matrix(&context, &rows),
        delegations: delegations(&context, &rows),
        general: general(&context, &rows),
        paragraphs: paragraphs(&context, &rows),
        sources: resolution.sources.iter().map(|source| of_source(&context, source)).collect(),
        entire: context.places.general.get(&Reach::Entire).cloned().unwrap_or_default(),
        marks,
    }
}

/// The title of a resolution, else its id.
pub(super) fn title(resolution: &Resolution, languages: &Languages) -> Text {
    let title = languages.recorded(resolution, |block| block.title.as_deref());
    title.or_else(|| languages.text(|_| Some((None, resolution.id.to_string())))).unwrap_or_default()
}

/// Symbol, body, meeting and place.
pub(super) fn origin(resolution: &Resolution, languages: &Languages) -> Vec<Text> {
    let symbol = resolution.symbol.as_ref();
    let parts = [
        symbol.and_then(|symbol| languages.text(|_| Some((None, symbol.clone())))),
        languages.recorded(resolution, |block| block.body.as_deref()),
        languages.recorded(resolution, |block| block.meeting.as_deref()),
        languages.recorded(resolution, |block| block.place.as_deref()),
    ];
    parts.into_iter().flatten().collect()
}

/// How and when it was adopted or rejected.
pub(super) fn end(resolution: &Resolution, languages: &Languages) -> Option<Text> {
    let end = End {
        rejected: matches!(resolution.outcome, Some(Outcome::Rejected(_))),
        date: resolution.outcome.map(Outcome::date),
        by: resolution.by,
    };
    (end.rejected || end.date.is_some() || end.by.is_some()).then(|| languages.say(|words, _| words.end(end)))
}

/// How many delegations have a row that passes a test.
pub(super) fn delegations_with(rows: &[Row<'_>], test: impl Fn(&Row<'_>) -> bool) -> usize {
    let found = rows.iter().filter(|row| test(row)).filter_map(|row| row.delegation);
    found.collect::<BTreeSet<_>>().len()
}

fn figures(context: &Context<'_>, rows: &[Row<'_>]) -> Vec<Figure> {
    let resolution = context.resolution;
    let caption = |caption| context.languages.say(|words, _| words.caption(caption).to_owned());
    let heading = |heading| context.languages.say(|words, _| words.heading(heading).to_owned());
    let named: BTreeSet<&Label> = rows.iter().filter_map(|row| row.paragraph.as_ref()).collect();
    let known = context.places.paragraphs.len();
    let is_counted =
        resolution.preambular.is_some() || resolution.operative.is_some() || !resolution.parts.is_empty();
    let plain = |value, caption| Figure { value, of: None, caption };
    vec![
        plain(delegations_with(rows, |_| true), caption(Caption::DelegationsOnRecord)),
        plain(
            delegations_with(rows, |row| row.kind == Some(Kind::Reservation)),
            heading(Heading::Reservations),
        ),
        plain(delegations_with(rows, |row| row.kind != Some(Kind::Reservation)), heading(Heading::Other)),
        plain(delegations_with(rows, |row| row.reach == Some(Reach::Entire)), caption(Caption::EntireText)),
        Figure {
            value: named.len(),
            of: is_counted.then_some(known),
            caption: caption(Caption::ParagraphsNamed),
        },
    ]
}

fn of_vote(context: &Context<'_>, vote: &Vote) -> VoteView {
    let on = vote.on.as_ref().map(|labels| labels.as_slice()).unwrap_or_default();
    let place = |label: &Label| {
        let anchor = context.places.paragraphs.get(label).cloned().unwrap_or_default();
        (label.to_string(), anchor)
    };
    let count = |side: &Ballot| {
        let known =
            vote.count(*side).or_else(|| vote.list(*side).and_then(|list| u32::try_from(list.len()).ok()));
        Some((context.languages.say(|words, _| words.kind(Kind::from(*side)).to_owned()), known?))
    };
    VoteView {
        on: on.iter().map(place).collect(),
        counts: Ballot::ALL.iter().filter_map(count).collect(),
        details: Detail::source(context, vote.source.as_ref(), vote.locator.as_deref()).into_iter().collect(),
    }
}

fn delegations(context: &Context<'_>, rows: &[Row<'_>]) -> Vec<DelegationView> {
    let mut own: BTreeMap<&Delegation, Vec<PositionView>> = BTreeMap::new();
    let mut represented: BTreeMap<&Delegation, Vec<PositionView>> = BTreeMap::new();
    for row in rows {
        if let Some(code) = row.delegation {
            own.entry(code).or_default().extend(position(context, row));
        }
        for code in row.on_behalf_of() {
            represented.entry(code).or_default().extend(position(context, row));
        }
    }
    let view = |(code, anchor): (&Delegation, &String)| DelegationView {
        anchor: anchor.clone(),
        code: code.to_string(),
        name: context.languages.name(context.resolution, code),
        positions: own.remove(code).unwrap_or_default(),
        represented: represented.remove(code).unwrap_or_default(),
    };
    context.places.delegations.iter().map(view).collect()
}

/// What is on no paragraph: on the entire text, or on a part that is not known. Left out where nobody has any.
fn general(context: &Context<'_>, rows: &[Row<'_>]) -> Vec<ParagraphView> {
    let of = |(reach, heading): (Reach, Heading)| {
        let own = rows.iter().filter(|row| row.paragraph.is_none() && row.reach == Some(reach));
        let positions: Vec<PositionView> = own.filter_map(|row| position(context, row)).collect();
        (!positions.is_empty()).then(|| ParagraphView {
            anchor: context.places.general.get(&reach).cloned().unwrap_or_default(),
            label: context.languages.say(|words, _| words.heading(heading).to_owned()),
            subject: None,
            text: None,
            positions,
            silence: None,
            entire: None,
        })
    };
    [(Reach::Entire, Heading::Entire), (Reach::Unknown, Heading::Unknown)]
        .into_iter()
        .filter_map(of)
        .collect()
}

fn paragraphs(context: &Context<'_>, rows: &[Row<'_>]) -> Vec<ParagraphView> {
    // A row stands under its own label, under those that contain it, and under those that it contains.
    let mut on: BTreeMap<Label, Vec<&Row<'_>>> = BTreeMap::new();
    let mut below: BTreeMap<Label, Vec<&Row<'_>>> = BTreeMap::new();
    for row in rows {
        if let Some(label) = &row.paragraph {
            on.entry(label.clone()).or_default().push(row);
            ancestors(label).for_each(|above| below.entry(above).or_default().push(row));
        }
    }
    let entire = delegations_with(rows, |row| row.reach == Some(Reach::Entire));
    let languages = context.languages;
    let silence = languages.say(|words, _| match context.is_of_kinds {
        true => words.no_such_position().to_owned(),
        false => words.no_position().to_owned(),
    });
    let beside = (entire > 0).then(|| languages.say(|words, _| words.on_entire(entire)));
    let mut labels: Vec<&Label> = context.places.paragraphs.keys().collect();
    labels.sort_by(|a, b| context.resolution.order(a, b));
    let view = |label: &Label| {
        let above: Vec<Label> = ancestors(label).collect();
        let found =
            above.iter().chain([label]).filter_map(|label| on.get(label)).chain(below.get(label)).flatten();
        let positions: Vec<PositionView> =
            found.filter_map(|row| Some(position(context, row)?.under(label))).collect();
        ParagraphView {
            anchor: context.places.paragraphs.get(label).cloned().unwrap_or_default(),
            label: languages.text(|_| Some((None, label.to_string()))).unwrap_or_default(),
            subject: languages
                .recorded(context.resolution, |block| block.subjects.get(label).map(String::as_str)),
            text: languages
                .recorded(context.resolution, |block| block.paragraphs.get(label).map(String::as_str)),
            silence: positions.is_empty().then(|| silence.clone()),
            positions,
            entire: beside.clone(),
        }
    };
    labels.into_iter().map(view).collect()
}

/// What contains a label, the nearest first.
fn ancestors(label: &Label) -> impl Iterator<Item = Label> {
    std::iter::successors(label.parent(), Label::parent)
}

fn of_source(context: &Context<'_>, source: &Source) -> SourceView {
    let is_web = |url: &&String| url.starts_with("https://") || url.starts_with("http://");
    let visible = |text: &String| crate::fold::visible(text).into_owned();
    let digest = source.sha256.as_ref().map(|digest| format!("SHA-256 {digest}"));
    let plain = source.url.as_ref().filter(|url| !is_web(url));
    SourceView {
        anchor: context.places.sources.get(source.id.as_str()).cloned().unwrap_or_default(),
        title: source.title.as_ref().map_or_else(|| source.id.to_string(), visible),
        url: source.url.as_ref().filter(is_web).map(visible),
        marks: plain.into_iter().chain(&source.iri).map(visible).chain(digest).collect(),
    }
}
