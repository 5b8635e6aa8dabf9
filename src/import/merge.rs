//! Which versions are one resolution's.

use std::collections::HashMap;

use super::codes::SAME_VERSION_TWICE;
use super::version::Version;
use super::where_in;
use crate::fold::fold;
use crate::model::Label;
use crate::problem::Problem;

/// How many resolutions back a version without a symbol may belong to: reading stays linear.
const NEAR: usize = 500;

/// Groups versions by resolution, each group in the order read; a version that is there already is left out.
pub fn group(versions: Vec<Version>, problems: &mut Vec<Problem>) -> Vec<Vec<Version>> {
    let mut groups: Vec<Vec<Version>> = Vec::new();
    let mut symbols: HashMap<String, usize> = HashMap::new();
    let pair = versions.len() == 2;
    for version in versions {
        let symbol = version.heading.symbol.as_deref().map(fold);
        let near = groups.len().saturating_sub(NEAR);
        // A version with a symbol is found wherever the others are.
        let known = symbol.as_ref().and_then(|symbol| symbols.get(symbol)).copied().filter(|at| *at < near);
        let fitting: Vec<usize> = known
            .into_iter()
            .chain(near..groups.len())
            .filter(|at| belongs(&groups[*at], &version))
            .collect();
        let lacking =
            fitting.iter().copied().filter(|at| groups[*at].iter().all(|other| other.tag() != version.tag()));
        let best = lacking.max_by_key(|at| (likeness(&groups[*at], &version), usize::MAX - at));
        let twin =
            fitting.iter().copied().find_map(|at| groups[at].iter().find(|other| is_twin(other, &version)));
        if let Some(twin) = twin {
            let there = where_in(&twin.source, twin.tag(), twin.place.start);
            let message = format!("the {} version stands here again, and first at {there}", version.tag());
            problems.push(Problem::new(
                &SAME_VERSION_TWICE,
                &version.source,
                version.place.clone(),
                message,
                "",
            ));
            continue;
        }
        let likely =
            || groups.iter().rposition(|group| pair && group.iter().all(|other| is_likely(other, &version)));
        let at = best.or_else(likely).unwrap_or(groups.len());
        if let Some(symbol) = symbol {
            symbols.entry(symbol).or_insert(at);
        }
        match groups.get_mut(at) {
            Some(group) => group.push(version),
            None => groups.push(vec![version]),
        }
    }
    groups
}

/// Whether nothing speaks against a version being of the same resolution as a group.
fn belongs(group: &[Version], version: &Version) -> bool {
    group.iter().all(|other| {
        let symbols = (&other.heading.symbol, &version.heading.symbol);
        if let (Some(one), Some(two)) = symbols {
            return fold(one) == fold(two);
        }
        let differ = |one: Option<String>, two: Option<String>| one.is_some() && two.is_some() && one != two;
        let date = |version: &Version| version.heading.date.map(|date| date.to_string());
        let whole = other.body.is_some() == version.body.is_some();
        whole
            && !differ(date(other), date(version))
            && (other.tag() != version.tag() || is_twin(other, version))
    })
}

/// Whether two versions in two languages are of one resolution for all their paragraphs say, though one of them has
/// another date.
fn is_likely(one: &Version, two: &Version) -> bool {
    let labels = |version: &Version| -> Option<Vec<Label>> {
        let paragraphs = &version.body.as_ref()?.paragraphs;
        Some(paragraphs.iter().map(|paragraph| paragraph.label.clone()).collect())
    };
    let symbols = (&one.heading.symbol, &two.heading.symbol);
    let symbol = !matches!(symbols, (Some(one), Some(two)) if fold(one) != fold(two));
    let labels = (labels(one), labels(two));
    symbol
        && one.tag() != two.tag()
        && labels.0.as_ref().is_some_and(|own| own.len() > 3)
        && labels.0 == labels.1
}

/// Whether two versions are the same text in the same language.
fn is_twin(one: &Version, two: &Version) -> bool {
    let title = |version: &Version| version.heading.title.as_ref().map(|title| fold(title.text()));
    let symbol = one.heading.symbol.is_some() && one.heading.symbol == two.heading.symbol;
    let size = |version: &Version| version.body.as_ref().map(|body| body.counts.clone());
    let alone = one.body.is_none() && two.body.is_none();
    let apart = matches!((&one.heading.symbol, &two.heading.symbol), (Some(one), Some(two)) if fold(one) != fold(two));
    one.tag() == two.tag()
        && !apart
        && !alone
        && (symbol
            || (title(one).is_some() && title(one) == title(two))
            || (title(one).is_none() && title(two).is_none() && size(one) == size(two)))
}

/// How much two versions have in common.
fn likeness(group: &[Version], version: &Version) -> usize {
    let shared = group.iter().map(|other| {
        let same = |one: bool| usize::from(one);
        let counts = |version: &Version| version.body.as_ref().map(|body| body.counts.clone());
        4 * same(other.heading.symbol.is_some() && other.heading.symbol == version.heading.symbol)
            + same(other.heading.date.is_some() && other.heading.date == version.heading.date)
            + 2 * same(counts(other) == counts(version))
            + same(other.document == version.document)
    });
    shared.max().unwrap_or(0)
}
