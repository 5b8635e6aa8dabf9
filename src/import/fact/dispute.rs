//! What the notes of the versions say of one delegation, held against each other.
//!
//! A row stands where every version with a note has it. A version without a note says nothing and disputes nothing.
//! Between the two is a note of which a part was not understood, and which has no row for a delegation that the other
//! version has one for:
//!
//! - It names the delegation: what it says of it is there to be read, and may be another target or another kind. The
//!   other's row is then one of two readings, of which one is unknown: it is disputed, and not kept.
//! - It does not name the delegation: what was not understood is about something else, or holds the name misspelt. That
//!   is the doubt of one version, which has its own warning, and no word against what the other prints.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Fact, Row};
use crate::import::codes::VERSIONS_DIFFER;
use crate::import::version::Version;
use crate::import::where_in;
use crate::model::Label;
use crate::names::{Matcher, tokens};
use crate::problem::Problem;

/// How many words a name may have that has another word joined to it.
const JOINED: usize = 8;

/// What one version says of a delegation.
struct Voice {
    /// Which of the versions.
    version: usize,
    rows: BTreeSet<Row>,
    /// Where its notes name the delegation without a row for it.
    named: Option<Range<usize>>,
}

/// Takes out what the versions that have a note do not all say.
pub(super) fn settle(
    versions: &[Version],
    says: &[usize],
    each: &mut [Vec<Fact>],
    problems: &mut Vec<Problem>,
) {
    if says.len() < 2 {
        return;
    }
    let delegations: BTreeSet<String> = each.iter().flatten().map(|fact| fact.delegation.clone()).collect();
    for delegation in delegations {
        let voices: Vec<Voice> =
            says.iter().filter_map(|at| voice(&versions[*at], *at, &delegation, &each[*at])).collect();
        let Some(first) = voices.first() else { continue };
        let common: BTreeSet<Row> = voices
            .iter()
            .skip(1)
            .fold(first.rows.clone(), |common, voice| common.intersection(&voice.rows).cloned().collect());
        if voices.iter().all(|voice| voice.rows == common) {
            continue;
        }
        report(versions, &delegation, &voices, each, problems);
        for facts in each.iter_mut() {
            facts
                .iter_mut()
                .filter(|fact| fact.delegation == delegation)
                .for_each(|fact| keep(fact, &common));
            facts.retain(Fact::says_something);
        }
    }
}

/// What a version says of a delegation; none where it may have said something that was not understood.
fn voice(version: &Version, at: usize, delegation: &str, facts: &[Fact]) -> Option<Voice> {
    let own = facts.iter().filter(|fact| fact.delegation == delegation);
    let rows: BTreeSet<Row> = own.flat_map(Fact::rows).collect();
    let named = if rows.is_empty() { named(version, delegation) } else { None };
    let doubtful = version.notes.iter().any(|note| !note.reading.doubts.is_empty());
    let silent = rows.is_empty() && doubtful && named.is_none();
    (!silent).then_some(Voice { version: at, rows, named })
}

/// Where the notes of a version name a delegation.
fn named(version: &Version, delegation: &str) -> Option<Range<usize>> {
    version.notes.iter().find_map(|note| {
        let words = tokens(note.text.text());
        let mut at = 0;
        while at < words.len() {
            let found = Matcher::standard().longest(&words[at..], true).or_else(|| {
                // An Arabic "for" or "by" is joined to the name.
                let bare = words[at].folded.trim_start_matches('و').strip_prefix(['ل', 'ب'])?;
                let mut next = words[at..].iter().take(JOINED).cloned().collect::<Vec<_>>();
                bare.clone_into(&mut next[0].folded);
                Matcher::standard().longest(&next, false)
            });
            if let Some(found) = found.as_ref().filter(|found| found.codes.contains(&delegation)) {
                return Some(note.text.span(&(words[at].start..found.end)));
            }
            at += found.map_or(1, |found| found.words.max(1));
        }
        None
    })
}

/// Leaves of a fact what all versions say.
fn keep(fact: &mut Fact, common: &BTreeSet<Row>) {
    let kept: Vec<Label> =
        fact.labels.iter().filter(|label| common.contains(&fact.row(Some(label)))).cloned().collect();
    if fact.labels.is_empty() && !common.contains(&fact.row(None)) {
        fact.scope = None;
    }
    fact.labels = kept;
}

fn report(
    versions: &[Version],
    delegation: &str,
    voices: &[Voice],
    each: &[Vec<Fact>],
    problems: &mut Vec<Problem>,
) {
    let own = |at: usize| each[at].iter().find(|fact| fact.delegation == *delegation);
    let said = |voice: &Voice| {
        let targets: Vec<String> =
            voice.rows.iter().map(|row| format!("{} on {}", row.1.as_deref().unwrap_or(""), row.2)).collect();
        let version = &versions[voice.version];
        let place = own(voice.version).map(|fact| fact.place.clone()).or_else(|| voice.named.clone());
        let place = place.unwrap_or_else(|| version.place.clone());
        let said = match (&targets[..], &voice.named) {
            ([], Some(_)) => "what was not understood".to_owned(),
            ([], None) => "nothing".to_owned(),
            _ => targets.join(", "),
        };
        format!("{said} ({})", where_in(&version.source, version.tag(), place.start))
    };
    let text = voices.iter().map(said).collect::<Vec<_>>().join("; ");
    let Some((at, place)) =
        voices.iter().find_map(|voice| Some((voice.version, own(voice.version)?.place.clone())))
    else {
        return;
    };
    let message = format!("the versions say different things of {delegation}: {text}");
    let help = "see which is right; what is disputed was not taken";
    problems.push(Problem::new(&VERSIONS_DIFFER, &versions[at].source, place, message, help));
}
