//! What a clause puts to a vote, and whether it was carried.

use super::On;
use super::item::{Item, Kind};
use crate::words::Sign;

/// What a clause says was put to a vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// It does not say.
    Unsaid,
    /// The text or paragraphs of it.
    Told(On),
    /// "it", "that paragraph": what was named before.
    Before,
    /// An amendment, a motion, a deletion.
    Proposal,
    /// Paragraphs beside the whole text, so that it is not clear which.
    Unclear,
}

/// What a clause puts to a vote.
pub fn subject(items: &[Item]) -> Subject {
    if items.iter().any(|item| item.is(Sign::Proposal)) {
        return Subject::Proposal;
    }
    let place = |wanted: fn(&Item) -> bool| items.iter().position(wanted);
    let text = place(|item| item.is(Sign::Text));
    let cited = place(|item| matches!(item.kind, Kind::Paragraphs(_)));
    match (text, cited) {
        (None, None) => {
            let named = items.iter().any(|item| item.is(Sign::Paragraph) || item.is(Sign::Preambular));
            let it = items.iter().find(|item| !item.is(Sign::Filler)).is_some_and(|item| item.is(Sign::It));
            if named || it { Subject::Before } else { Subject::Unsaid }
        }
        (Some(_), None) if items.iter().any(|item| item.is(Sign::Preambular)) => Subject::Unclear,
        (Some(_), None) => Subject::Told(On::Text),
        (Some(text), Some(cited))
            if text < cited && items[text..cited].iter().any(|item| item.number().is_some()) =>
        {
            Subject::Unclear
        }
        (text, Some(cited)) => {
            let led = items[..cited].iter().rev().find(|item| !item.is(Sign::Filler));
            let on = led.is_some_and(|item| {
                matches!(
                    item.kind,
                    Kind::Sign(Sign::On | Sign::Of | Sign::Vote | Sign::Adopt | Sign::Reject) | Kind::Side(_)
                )
            });
            match &items[cited].kind {
                Kind::Paragraphs(_) if on || text.is_none_or(|text| text > cited) => {
                    let all = items.iter().filter_map(|item| match &item.kind {
                        Kind::Paragraphs(labels) => Some(labels.clone()),
                        _ => None,
                    });
                    Subject::Told(On::Paragraphs(all.flatten().collect()))
                }
                _ => Subject::Unclear,
            }
        }
    }
}

/// Whether a clause says that something was carried (true) or not (false).
pub fn carried(items: &[Item]) -> Option<bool> {
    let place = items.iter().position(|item| item.is(Sign::Adopt) || item.is(Sign::Reject))?;
    if items[place].is(Sign::Reject) {
        return Some(false);
    }
    let denied = items[..place].iter().rev().take(4).any(|item| item.is(Sign::Not));
    Some(!denied)
}
