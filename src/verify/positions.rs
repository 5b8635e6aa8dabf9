//! Each position found in the note, and each found in the note recorded.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::Comparison;
use super::codes::{POSITION_DIFFERS, POSITION_NOT_PRINTED, POSITION_NOT_RECORDED};
use crate::fold::fold;
use crate::record::{Placed, RawPosition, RawRecord};

/// One position on one target.
struct Row<'r> {
    position: &'r RawPosition,
    target: String,
    span: Range<usize>,
}

fn rows(record: &RawRecord) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    for position in &record.positions {
        let labels = position.on.iter().flat_map(|on| &on.value);
        for target in labels.chain(&position.scope) {
            rows.push(Row { position, target: target.value.clone(), span: target.span.clone() });
        }
    }
    rows
}

impl Row<'_> {
    fn delegation(&self) -> &str {
        self.position.delegation.as_ref().map_or("", |code| &code.value)
    }

    fn kind(&self) -> &str {
        self.position.kind.as_ref().map_or("", |kind| &kind.value)
    }

    fn is_same(&self, other: &Row<'_>) -> bool {
        (self.delegation(), self.kind(), &self.target) == (other.delegation(), other.kind(), &other.target)
    }

    fn told(&self) -> String {
        let target = match self.target.as_str() {
            "entire" => "the entire resolution".to_owned(),
            "unknown" => "an unknown part".to_owned(),
            label => label.to_owned(),
        };
        format!("{} of {} on {target}", self.kind(), self.delegation())
    }
}

pub(super) fn positions(comparison: &mut Comparison<'_>) {
    let (record, printed) = (comparison.record, comparison.printed);
    let (own, found) = (rows(record), rows(printed));
    let stated = |row: &&Row<'_>| comparison.comes_from(row.position.source.as_ref());
    let own_here: Vec<&Row<'_>> = own.iter().filter(stated).collect();
    for row in own_here {
        match found.iter().find(|other| other.is_same(row)) {
            Some(other) => compare(comparison, row, other),
            // A position that was withdrawn may be gone from a later print.
            None if row.position.withdrawn.is_some() => {}
            None => {
                let message = format!("the {} is not found in the document", row.told());
                comparison.add(
                    &POSITION_NOT_PRINTED,
                    &row.span,
                    message,
                    "take it out, or correct what it is on",
                );
            }
        }
    }
    for row in found.iter().filter(|row| !own.iter().any(|other| other.is_same(row))) {
        let message = format!("the {} is not recorded", row.told());
        let place = row.position.delegation.as_ref().map_or(0..0, |code| code.span.clone());
        let source = row.position.source.as_ref().map(|source| source.value.as_str());
        comparison.add_printed(
            &POSITION_NOT_RECORDED,
            source,
            &place,
            message,
            "record it with `reservations add`",
        );
    }
}

fn compare(comparison: &mut Comparison<'_>, row: &Row<'_>, other: &Row<'_>) {
    let (own, printed) = (row.position, other.position);
    let languages: BTreeSet<&str> =
        comparison.printed.languages.iter().map(|block| block.tag.value.as_str()).collect();
    let phrase = |position: &RawPosition| -> BTreeMap<String, String> {
        let said = position.phrase.iter().filter(|(tag, _)| languages.contains(tag.value.as_str()));
        said.map(|(tag, text)| (tag.value.clone(), fold(&text.value))).collect()
    };
    let word = |placed: &Option<Placed<String>>| placed.as_ref().map(|word| word.value.clone());
    let behalf = |position: &RawPosition| -> BTreeSet<String> {
        position.on_behalf_of.iter().map(|code| code.value.clone()).collect()
    };
    let open = |position: &RawPosition| position.open.as_ref().is_some_and(|open| open.value);
    let differing = [
        ("phrase", phrase(own) != phrase(printed)),
        ("open", open(own) != open(printed)),
        ("status", word(&own.status) != word(&printed.status)),
        ("on-behalf-of", behalf(own) != behalf(printed)),
        ("regarding", word(&own.regarding) != word(&printed.regarding)),
    ];
    for (key, _) in differing.into_iter().filter(|(_, differs)| *differs) {
        let message = format!("`{key}` of the {} is not what the document states", row.told());
        comparison.add(&POSITION_DIFFERS, &row.span, message, format!("correct `{key}`"));
    }
}
