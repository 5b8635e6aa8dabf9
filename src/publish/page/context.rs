//! What the parts of a page's view are made from: the resolution, the languages, and the anchors that lead from one to
//! another.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::anchor::Anchors;
use super::text::Languages;
use crate::model::{Delegation, Label, Reach, Resolution};
use crate::report::Row;

/// The anchors by which the parts of a resolution refer to one another.
pub(super) struct Places {
    /// Of each delegation on the page.
    pub delegations: BTreeMap<Delegation, String>,
    /// Of each paragraph on the page.
    pub paragraphs: BTreeMap<Label, String>,
    /// Of each position, by the id of its row.
    pub positions: BTreeMap<String, String>,
    /// Of each source, by its id.
    pub sources: BTreeMap<String, String>,
    /// Of the entire text, and of what is not known.
    pub general: BTreeMap<Reach, String>,
    /// Of the resolution itself.
    pub resolution: String,
}

/// Everything that the parts of a view are made from.
pub(super) struct Context<'v> {
    /// The resolution.
    pub resolution: &'v Resolution,
    /// The languages of the page.
    pub languages: &'v Languages,
    /// Its anchors.
    pub places: Places,
    /// Whether only some kinds are asked for.
    pub is_of_kinds: bool,
    /// The day as of which the page is true.
    pub as_of: NaiveDate,
}

/// Labels as in the text, then the entire text, then what is not known.
pub(super) fn target_order(a: &Row<'_>, b: &Row<'_>) -> std::cmp::Ordering {
    match (&a.paragraph, &b.paragraph) {
        (Some(one), Some(two)) => a.resolution.order(one, two),
        (one, two) => two.is_some().cmp(&one.is_some()).then(a.reach.cmp(&b.reach)),
    }
}

/// Gives every part its anchor; delegations and paragraphs first, as those are what people type.
pub(super) fn places(resolution: &Resolution, rows: &[Row<'_>], anchors: &mut Anchors) -> Places {
    let own = rows.iter().filter_map(|row| row.delegation);
    let represented = rows.iter().flat_map(|row| row.on_behalf_of());
    let codes: BTreeSet<&Delegation> = own.chain(represented).collect();
    let delegations = codes.into_iter().map(|code| (code.clone(), anchors.give(code.as_str()))).collect();
    let give = |label: Label| (label.clone(), anchors.give(&label.to_string()));
    let paragraphs = resolution.labels().into_iter().map(give).collect();
    let positions = rows.iter().filter_map(|row| {
        let target =
            row.paragraph.as_ref().map(ToString::to_string).or(row.reach.map(|reach| reach.to_string()))?;
        Some((row.id.clone(), anchors.give(&format!("{}-{target}", row.delegation?))))
    });
    Places {
        delegations,
        paragraphs,
        positions: positions.collect(),
        sources: resolution
            .sources
            .iter()
            .map(|source| (source.id.to_string(), anchors.give(&format!("_source-{}", source.id))))
            .collect(),
        general: [Reach::Entire, Reach::Unknown]
            .map(|reach| (reach, anchors.give(&format!("_{reach}"))))
            .into(),
        resolution: anchors.give("_resolution"),
    }
}
