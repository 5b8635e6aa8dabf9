//! Votes: counts, lists, and the way of adoption.

use std::collections::{BTreeMap, BTreeSet};

use super::Inspection;
use super::codes::{
    COUNT_MISMATCH, DOUBLE_VOTE, DUPLICATE_VOTE, IMPOSSIBLE_COUNT, OUTCOME_CONTRADICTS_VOTE, UNKNOWN_LISTS,
    VOTE_CONTRADICTS_ADOPTION,
};
use super::resolution::{count, word};
use crate::problem::{About, Code};
use crate::record::{Placed, RawVote};

pub(super) const CODES: &[&Code] = &[&COUNT_MISMATCH, &DOUBLE_VOTE, &UNKNOWN_LISTS, &IMPOSSIBLE_COUNT];
pub(super) const WAY_CODES: &[&Code] =
    &[&VOTE_CONTRADICTS_ADOPTION, &DUPLICATE_VOTE, &OUTCOME_CONTRADICTS_VOTE];

type Side<'a> = (&'static str, &'a Option<Placed<i64>>, &'a Option<Placed<Vec<Placed<String>>>>);

fn sides(vote: &RawVote) -> [Side<'_>; 3] {
    [
        ("in-favour", &vote.in_favour, &vote.voted_in_favour),
        ("against", &vote.against, &vote.voted_against),
        ("abstaining", &vote.abstaining, &vote.voted_abstaining),
    ]
}

pub(super) fn votes(inspection: &mut Inspection<'_>) {
    for vote in &inspection.record().votes {
        if let Some(lists) = vote.lists.as_ref().filter(|lists| lists.value != "incomplete") {
            word(inspection, &UNKNOWN_LISTS, lists, ("vote", "lists", "word for `lists`"), &["incomplete"]);
        }
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for (key, number, list) in sides(vote) {
            count(inspection, number, key);
            if let (Some(number), Some(list)) = (number, list) {
                compare(inspection, vote, key, number, list);
            }
            for delegation in list.iter().flat_map(|list| &list.value) {
                let line = inspection.line(&delegation.span);
                if let Some(first) = seen.insert(&delegation.value, line) {
                    let message = format!("`{}` has voted in line {first} already", delegation.value);
                    inspection.add(
                        &DOUBLE_VOTE,
                        &delegation.span,
                        message,
                        "a delegation votes once; keep the right one",
                    );
                }
            }
        }
    }
}

/// A list holds as many as were counted, unless it is said not to be complete.
fn compare(
    inspection: &mut Inspection<'_>,
    vote: &RawVote,
    key: &str,
    number: &Placed<i64>,
    list: &Placed<Vec<Placed<String>>>,
) {
    let listed = i64::try_from(list.value.len()).unwrap_or(i64::MAX);
    if listed == number.value || vote.lists.is_some() {
        return;
    }
    let message = format!("`{key}` is {}, but `voted-{key}` lists {listed}", number.value);
    let help =
        "correct one of the two, or write `lists = \"incomplete\"` where the source itself does not add up";
    let keys = vec![key.to_owned(), format!("voted-{key}")];
    let about = About { table: "vote".into(), keys, ..About::default() };
    inspection.add_about(&COUNT_MISMATCH, &number.span, message, help, about);
}

pub(super) fn way(inspection: &mut Inspection<'_>) {
    let record = inspection.record();
    let by = record.resolution.as_ref().and_then(|resolution| resolution.by.as_ref());
    let mut seen: BTreeMap<BTreeSet<&str>, usize> = BTreeMap::new();
    // One without any key has been told of.
    let empty = |vote: &&RawVote| {
        vote.on.is_none()
            && vote.source.is_none()
            && sides(vote).iter().all(|(_, number, list)| number.is_none() && list.is_none())
    };
    for vote in record.votes.iter().filter(|vote| !empty(vote)) {
        let on: BTreeSet<&str> =
            vote.on.iter().flat_map(|on| &on.value).map(|label| label.value.as_str()).collect();
        if vote.on.is_none() && by.is_none_or(|by| by.value != "vote") {
            let message = match by {
                Some(by) => format!("a vote on the whole text, but `by` is \"{}\"", by.value),
                None => "a vote on the whole text, but `by` is missing".to_owned(),
            };
            let help = "write `by = \"vote\"` in [resolution], or `on` where the vote was on paragraphs";
            inspection.add(&VOTE_CONTRADICTS_ADOPTION, &vote.header, message, help);
        }
        if let Some(line) = seen.insert(on, inspection.line(&vote.header)) {
            let message = format!("the vote in line {line} is on the same already");
            inspection.add(&DUPLICATE_VOTE, &vote.header, message, "keep the one that counts");
        }
        let adopted =
            record.resolution.as_ref().is_some_and(|raw| raw.adopted.is_some() && vote.on.is_none());
        if let (true, Some(for_it), Some(against)) = (adopted, &vote.in_favour, &vote.against)
            && for_it.value <= against.value
        {
            let message = format!("adopted with {} in favour and {} against", for_it.value, against.value);
            let help = "look whether the counts are exchanged, or `adopted` should be `rejected`";
            inspection.add(&OUTCOME_CONTRADICTS_VOTE, &for_it.span, message, help);
        }
    }
}
