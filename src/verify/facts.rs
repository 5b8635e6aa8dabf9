//! Titles, dates, counts, names, texts and votes.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Comparison;
use super::codes::{
    COUNT_DIFFERS, DATE_DIFFERS, NAME_NOT_PRINTED, PHRASE_NOT_PRINTED, SYMBOL_DIFFERS, TEXT_DIFFERS,
    TITLE_DIFFERS, VOTE_DIFFERS, WAY_DIFFERS,
};
use crate::fold::fold;
use crate::problem::Code;
use crate::record::{Placed, RawLanguage, RawRecord, RawTexts, RawVote};

pub(super) fn resolution(comparison: &mut Comparison<'_>) {
    let (Some(own), Some(printed)) = (&comparison.record.resolution, &comparison.printed.resolution) else {
        return;
    };
    let word = |placed: &Option<Placed<String>>| placed.as_ref().map(|word| word.value.clone());
    let date = |placed: &Option<Placed<_>>| {
        placed.as_ref().map(|date: &Placed<crate::record::Date>| date.value.to_string())
    };
    let count = |placed: &Option<Placed<i64>>| placed.as_ref().map(|count| count.value.to_string());
    let span = |span: Option<&Range<usize>>| span.cloned();
    let place = [
        span(own.symbol.as_ref().map(|s| &s.span)),
        span(own.by.as_ref().map(|s| &s.span)),
        span(own.adopted.as_ref().map(|s| &s.span)),
        span(own.rejected.as_ref().map(|s| &s.span)),
        span(own.preambular.as_ref().map(|s| &s.span)),
        span(own.operative.as_ref().map(|s| &s.span)),
    ];
    let pairs: [(&'static Code, &str, Option<String>, Option<String>); 6] = [
        (&SYMBOL_DIFFERS, "symbol", word(&own.symbol), word(&printed.symbol)),
        (&WAY_DIFFERS, "by", word(&own.by), word(&printed.by)),
        (&DATE_DIFFERS, "adopted", date(&own.adopted), date(&printed.adopted)),
        (&DATE_DIFFERS, "rejected", date(&own.rejected), date(&printed.rejected)),
        (&COUNT_DIFFERS, "preambular", count(&own.preambular), count(&printed.preambular)),
        (&COUNT_DIFFERS, "operative", count(&own.operative), count(&printed.operative)),
    ];
    for ((code, key, own, printed), place) in pairs.into_iter().zip(place) {
        // What either of them does not say is not known; it contradicts nothing.
        if let (Some(own), Some(printed)) = (own, printed)
            && fold(&own) != fold(&printed)
        {
            let message = format!("`{key}` is {own}, but the document has {printed}");
            comparison.add(
                code,
                &place.unwrap_or_default(),
                message,
                "correct the record, or look whether it is the right document",
            );
        }
    }
    parts(comparison);
}

fn parts(comparison: &mut Comparison<'_>) {
    for part in &comparison.record.parts {
        let id = part.id.as_ref().map(|id| &id.value);
        let other = comparison.printed.parts.iter().find(|other| other.id.as_ref().map(|id| &id.value) == id);
        let Some(other) = other else { continue };
        for (own, printed) in [(&part.preambular, &other.preambular), (&part.operative, &other.operative)] {
            if let (Some(own), Some(printed)) = (own, printed)
                && own.value != printed.value
            {
                let message = format!("the count is {}, but the document has {}", own.value, printed.value);
                comparison.add(&COUNT_DIFFERS, &own.span, message, "count again, and correct the record");
            }
        }
    }
}

fn block<'r>(record: &'r RawRecord, tag: &str) -> Option<&'r RawLanguage> {
    record.languages.iter().find(|language| language.tag.value == tag)
}

fn text<'r>(texts: &'r RawTexts, key: &str) -> Option<&'r Placed<String>> {
    texts.iter().find(|(known, _)| known.value == key).map(|(_, text)| text)
}

pub(super) fn languages(comparison: &mut Comparison<'_>) {
    let (record, printed) = (comparison.record, comparison.printed);
    for own in &record.languages {
        let Some(other) = block(printed, &own.tag.value) else { continue };
        if let (Some(title), Some(found)) = (&own.title, &other.title)
            && fold(&title.value) != fold(&found.value)
        {
            let message = format!("the document's title in {} is \"{}\"", own.tag.value, found.value);
            comparison.add(&TITLE_DIFFERS, &title.span, message, "correct the title in the record");
        }
        for (label, paragraph) in &own.paragraphs {
            let found = text(&other.paragraphs, &label.value);
            if found.is_some_and(|found| fold(&found.value) != fold(&paragraph.value)) {
                let message =
                    format!("the document has another text of {} in {}", label.value, own.tag.value);
                comparison.add(&TEXT_DIFFERS, &paragraph.span, message, "import the document again");
            }
        }
        whole(comparison, own, other);
        names(comparison, own);
        phrases(comparison, own, other);
    }
}

/// Every paragraph that the record counts must stand in a version that has a text.
fn whole(comparison: &mut Comparison<'_>, own: &RawLanguage, other: &RawLanguage) {
    let Some(resolution) = &comparison.record.resolution else { return };
    if other.paragraphs.is_empty() {
        return;
    }
    for (unit, count) in [("PP", &resolution.preambular), ("OP", &resolution.operative)] {
        let Some(count) = count else { continue };
        let label = |number: &i64| format!("{unit}{number}");
        let missing: Vec<String> = (1..=count.value.min(100_000))
            .map(|n| label(&n))
            .filter(|l| text(&other.paragraphs, l).is_none())
            .collect();
        if let Some(first) = missing.first() {
            let message = format!(
                "the document has no {first} in {}; the record counts {}",
                own.tag.value, count.value
            );
            comparison.add(
                &COUNT_DIFFERS,
                &count.span,
                message,
                "compare the document, paragraph by paragraph",
            );
        }
    }
}

/// Names of delegations that have a position from the document must stand in it.
fn names(comparison: &mut Comparison<'_>, own: &RawLanguage) {
    let here = comparison.record.positions.iter();
    let here = here.filter(|position| comparison.comes_from(position.source.as_ref()));
    let positions = here.filter_map(|position| position.delegation.as_ref());
    let used: BTreeSet<&str> = positions.map(|code| code.value.as_str()).collect();
    for (code, name) in own.delegations.iter().filter(|(code, _)| used.contains(code.value.as_str())) {
        let printed =
            block(comparison.printed, &own.tag.value).is_some_and(|other| !other.delegations.is_empty());
        if printed && !has_words(&comparison.folded, &fold(&name.value)) {
            let message = format!("\"{}\" ({}) does not stand in the document", name.value, code.value);
            comparison.add(
                &NAME_NOT_PRINTED,
                &name.span,
                message,
                "write the name as the document prints it",
            );
        }
    }
}

/// Whether whole words stand in a text; an Arabic name may have a letter joined to it.
fn has_words(text: &str, words: &str) -> bool {
    let joined = |c: char| ('\u{620}'..='\u{64a}').contains(&c);
    !words.is_empty()
        && text.match_indices(words).any(|(at, _)| {
            let free = |c: char| !c.is_alphanumeric();
            text[..at].chars().next_back().is_none_or(|c| free(c) || joined(c))
                && text[at + words.len()..].chars().next().is_none_or(free)
        })
}

fn phrases(comparison: &mut Comparison<'_>, own: &RawLanguage, other: &RawLanguage) {
    for position in &comparison.record.positions {
        let Some((_, phrase)) = position.phrase.iter().find(|(tag, _)| tag.value == own.tag.value) else {
            continue;
        };
        for label in position.on.iter().flat_map(|on| &on.value) {
            let found = text(&other.paragraphs, &label.value);
            if found.is_some_and(|found| !fold(&found.value).contains(&fold(&phrase.value))) {
                let message =
                    format!("\"{}\" does not stand in {} of the document", phrase.value, label.value);
                comparison.add(
                    &PHRASE_NOT_PRINTED,
                    &phrase.span,
                    message,
                    "correct the phrase, or the label",
                );
            }
        }
    }
}

pub(super) fn votes(comparison: &mut Comparison<'_>) {
    let on = |vote: &RawVote| -> BTreeSet<String> {
        vote.on.iter().flat_map(|on| &on.value).map(|label| label.value.clone()).collect()
    };
    for vote in &comparison.record.votes {
        let Some(other) = comparison.printed.votes.iter().find(|other| on(other) == on(vote)) else {
            if comparison.comes_from(vote.source.as_ref()) {
                let message = format!("the vote on {} is not found in the document", told(&on(vote)));
                comparison.add(&VOTE_DIFFERS, &vote.header, message, "take it out, or correct what it is on");
            }
            continue;
        };
        let counts = [
            ("in-favour", &vote.in_favour, &other.in_favour),
            ("against", &vote.against, &other.against),
            ("abstaining", &vote.abstaining, &other.abstaining),
        ];
        for (key, own, printed) in counts {
            if let (Some(own), Some(printed)) = (own, printed)
                && own.value != printed.value
            {
                let message = format!("`{key}` is {}, but the document has {}", own.value, printed.value);
                comparison.add(&VOTE_DIFFERS, &own.span, message, "correct the vote in the record");
            }
        }
        let lists = [
            ("voted-in-favour", &vote.voted_in_favour, &other.voted_in_favour),
            ("voted-against", &vote.voted_against, &other.voted_against),
            ("voted-abstaining", &vote.voted_abstaining, &other.voted_abstaining),
        ];
        for (key, own, printed) in lists {
            if let (Some(own), Some(printed)) = (own, printed) {
                list(comparison, key, own, printed);
            }
        }
    }
}

/// Votes that the document has and the record has not.
pub(super) fn votes_not_recorded(comparison: &mut Comparison<'_>) {
    let on = |vote: &RawVote| -> BTreeSet<String> {
        vote.on.iter().flat_map(|on| &on.value).map(|label| label.value.clone()).collect()
    };
    for vote in &comparison.printed.votes {
        if !comparison.record.votes.iter().any(|own| on(own) == on(vote)) {
            let message = format!("the vote on {} is not recorded", told(&on(vote)));
            let source = vote.source.as_ref().map(|source| source.value.as_str());
            comparison.add_printed(&VOTE_DIFFERS, source, &vote.header, message, "record it as a [[vote]]");
        }
    }
}

fn told(on: &BTreeSet<String>) -> String {
    if on.is_empty() {
        "the whole text".to_owned()
    } else {
        on.iter().cloned().collect::<Vec<_>>().join(", ")
    }
}

type List = Placed<Vec<Placed<String>>>;

fn list(comparison: &mut Comparison<'_>, key: &str, own: &List, printed: &List) {
    let codes =
        |list: &List| -> BTreeSet<String> { list.value.iter().map(|code| code.value.clone()).collect() };
    let (mine, theirs) = (codes(own), codes(printed));
    for code in own.value.iter().filter(|code| !theirs.contains(&code.value)) {
        let message = format!("the document does not list {} under `{key}`", code.value);
        comparison.add(&VOTE_DIFFERS, &code.span, message, "correct the list in the record");
    }
    let missing: Vec<&str> = theirs.difference(&mine).map(String::as_str).collect();
    if !missing.is_empty() {
        let message = format!("the document lists {} under `{key}` too", missing.join(", "));
        comparison.add(&VOTE_DIFFERS, &own.span, message, "correct the list in the record");
    }
}
