//! What the record says of the resolution itself, its sources, units and parts.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Inspection;
use super::codes::{
    ADOPTED_AND_REJECTED, DUPLICATE_PART, DUPLICATE_SOURCE, IMPOSSIBLE_COUNT, MALFORMED_ID, MALFORMED_PART,
    MALFORMED_SHA256, MALFORMED_UNIT, REJECTED_WITHOUT_VOTE, UNKNOWN_WAY,
};
use crate::model::{PartId, ResolutionId, SourceId, Unit, Way};
use crate::problem::{About, Code};
use crate::record::{Placed, nearest};

pub(super) const CODES: &[&Code] =
    &[&MALFORMED_ID, &UNKNOWN_WAY, &IMPOSSIBLE_COUNT, &ADOPTED_AND_REJECTED, &REJECTED_WITHOUT_VOTE];
pub(super) const SOURCE_CODES: &[&Code] = &[&MALFORMED_ID, &DUPLICATE_SOURCE, &MALFORMED_SHA256];
pub(super) const NUMBERING_CODES: &[&Code] =
    &[&MALFORMED_UNIT, &MALFORMED_PART, &DUPLICATE_PART, &IMPOSSIBLE_COUNT];

/// More than any text has, and small enough that listing them all is no burden.
pub(super) const MOST: i64 = 1_000_000;

/// The highest count of paragraphs, of one kind and of all parts together: each of them may become a row.
const PARAGRAPHS: i64 = 100_000;

pub(super) fn resolution(inspection: &mut Inspection<'_>) {
    let Some(raw) = &inspection.record().resolution else { return };
    if let Some(Err(error)) = raw.id.as_ref().map(|id| id.value.parse::<ResolutionId>()) {
        let id = raw.id.as_ref().map(|id| id.value.as_str()).unwrap_or_default();
        let tidy = id.to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric() && c != '.', "-");
        let words = tidy.split('-').map(|word| word.trim_matches('.')).filter(|word| !word.is_empty());
        let tidy = words.collect::<Vec<_>>().join("-");
        // Of a word in other letters nothing is left that would name the resolution.
        let help = match tidy.parse::<ResolutionId>() {
            Ok(tidy) => format!("write, for example, \"{tidy}\""),
            Err(_) => "write, for example, \"ipu-145-migration\"".into(),
        };
        let span = raw.id.as_ref().map_or(0..0, |id| id.span.clone());
        inspection.add(&MALFORMED_ID, &span, format!("`{id}` is no id: {error}"), help);
    }
    if let Some(by) = raw.by.as_ref().filter(|by| by.value.parse::<Way>().is_err()) {
        word(inspection, &UNKNOWN_WAY, by, ("resolution", "by", "way of adoption"), Way::WORDS);
    }
    count(inspection, &raw.preambular, "preambular");
    count(inspection, &raw.operative, "operative");
    if let (Some(adopted), Some(rejected)) = (&raw.adopted, &raw.rejected) {
        let message =
            format!("the resolution is adopted (line {}) and rejected", inspection.line(&adopted.span));
        inspection.add(&ADOPTED_AND_REJECTED, &rejected.span, message, "keep the one that is true");
    }
    if let (None, Some(rejected), Some(by)) = (&raw.adopted, &raw.rejected, &raw.by)
        && by.value.parse::<Way>().is_ok_and(|way| way != Way::Vote)
    {
        let message = format!("the resolution is rejected, and `by` is \"{}\"", by.value);
        let help = "only a vote rejects: write `by = \"vote\"`, or `adopted` for `rejected`";
        inspection.add(&REJECTED_WITHOUT_VOTE, &rejected.span, message, help);
    }
}

/// Reports a word that is none of a vocabulary, with the nearest and all of the legal ones.
pub(super) fn word(
    inspection: &mut Inspection<'_>,
    code: &'static Code,
    found: &Placed<String>,
    (table, key, what): (&str, &str, &str),
    legal: &'static [&'static str],
) {
    let lower = found.value.to_lowercase();
    let inside = || legal.iter().copied().filter(|word| lower.contains(word)).max_by_key(|word| word.len());
    let whole = || ["whole", "full", "complete", "all"].iter().any(|word| lower.contains(word));
    let hint = nearest(&found.value, legal.iter().copied()).or_else(inside);
    let hint = hint.or_else(|| legal.contains(&"entire").then_some("entire").filter(|_| whole()));
    let blank = if legal.contains(&found.value.trim()) { "it has a blank too many; " } else { "" };
    let hint = hint.map(|word| format!("did you mean \"{word}\"? {blank}")).unwrap_or_default();
    let help = match legal {
        [only] => format!("{hint}the only legal word is \"{only}\""),
        legal => format!("{hint}legal are {}", legal.join(", ")),
    };
    let message = format!("unknown {what} \"{}\"", found.value);
    inspection.add_about(code, &found.span, message, help, About::key(table, key));
}

pub(super) fn count(inspection: &mut Inspection<'_>, count: &Option<Placed<i64>>, key: &str) {
    let most = if matches!(key, "preambular" | "operative") { PARAGRAPHS } else { MOST };
    if let Some(count) = count.as_ref().filter(|count| !(0..=most).contains(&count.value)) {
        // As written: a number beyond all that the program counts with is not kept.
        let written = inspection.source.text().get(count.span.clone()).unwrap_or_default();
        let message = format!("`{key}` is {written}, which is no count");
        let help = format!("a count is 0 to {most}");
        inspection.add_about(&IMPOSSIBLE_COUNT, &count.span, message, help, About::key("", key));
    }
}

/// Reports the count with which all counts of paragraphs together are too many.
fn too_many(inspection: &mut Inspection<'_>) {
    let record = inspection.record();
    let own = record.resolution.iter().flat_map(|own| [&own.preambular, &own.operative]);
    let parts = record.parts.iter().flat_map(|part| [&part.preambular, &part.operative]);
    let counts = own.chain(parts).flatten().filter(|count| (0..=PARAGRAPHS).contains(&count.value));
    let mut sum = 0;
    let passing = counts.into_iter().find(|count| {
        sum += count.value;
        sum > PARAGRAPHS
    });
    if let Some(span) = passing.map(|count| count.span.clone()) {
        let message = format!("with this count there are {sum} paragraphs");
        inspection.add(
            &IMPOSSIBLE_COUNT,
            &span,
            message,
            format!("all parts together have at most {PARAGRAPHS}"),
        );
    }
}

pub(super) fn sources(inspection: &mut Inspection<'_>) {
    let mut seen: BTreeMap<&str, Range<usize>> = BTreeMap::new();
    for source in &inspection.record().sources {
        if let Some(id) = &source.id {
            if let Err(error) = id.value.parse::<SourceId>() {
                let help = "write a word, such as \"published\"";
                inspection.add(&MALFORMED_ID, &id.span, format!("`{}` is no id: {error}", id.value), help);
            }
            if let Some(first) = seen.insert(&id.value, id.span.clone()) {
                let message =
                    format!("the source `{}` stands in line {} already", id.value, inspection.line(&first));
                inspection.add(&DUPLICATE_SOURCE, &id.span, message, "give one of them another id");
            }
        }
        if let Some(sum) = source.sha256.as_ref().filter(|sum| !is_sha256(&sum.value)) {
            let message = format!("`{}` is no SHA-256", sum.value);
            inspection.add(
                &MALFORMED_SHA256,
                &sum.span,
                message,
                "write the 64 hexadecimal digits of `sha256sum FILE`",
            );
        }
    }
}

fn is_sha256(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit())
}

pub(super) fn numbering(inspection: &mut Inspection<'_>) {
    for (unit, _) in &inspection.record().units {
        let wrong = match unit.value.parse::<Unit>() {
            Ok(known) if known.is_built_in() => format!("`{unit}` is built in", unit = unit.value),
            Ok(_) => continue,
            Err(error) => format!("`{}` is no unit: {error}", unit.value),
        };
        let help = "declare units besides PP and OP in upper-case letters, as in RULE = \"rule\"";
        inspection.add(&MALFORMED_UNIT, &unit.span, wrong, help);
    }
    too_many(inspection);
    let mut seen: BTreeMap<&str, Range<usize>> = BTreeMap::new();
    for part in &inspection.record().parts {
        count(inspection, &part.preambular, "preambular");
        count(inspection, &part.operative, "operative");
        let Some(id) = &part.id else { continue };
        if let Err(error) = id.value.parse::<PartId>() {
            let help = "write it as printed, such as \"II\"";
            inspection.add(&MALFORMED_PART, &id.span, format!("`{}` is no part: {error}", id.value), help);
        }
        if let Some(first) = seen.insert(&id.value, id.span.clone()) {
            let message =
                format!("the part `{}` stands in line {} already", id.value, inspection.line(&first));
            inspection.add(&DUPLICATE_PART, &id.span, message, "keep one, or correct the other's id");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{PARAGRAPHS, is_sha256};
    use crate::check::check;
    use crate::problem::SourceText;

    #[test]
    fn a_sum_is_64_hexadecimal_digits() {
        assert!(is_sha256(&"aF0".repeat(22)[..64]));
        assert!(!is_sha256(&"a".repeat(63)) && !is_sha256(&"a".repeat(65)) && !is_sha256(&"g".repeat(64)));
    }

    #[test]
    fn a_count_has_bounds() {
        let codes = |count: i64| {
            let text = format!("format = 1\n[resolution]\nid = \"x\"\npreambular = {count}\n");
            let problems = check(&SourceText::new("x", text)).problems;
            problems.iter().map(|problem| problem.code.name).collect::<Vec<_>>()
        };
        assert_eq!((codes(0), codes(PARAGRAPHS)), (Vec::new(), Vec::new()));
        assert_eq!((codes(-1), codes(PARAGRAPHS + 1)), (vec!["impossible-count"], vec!["impossible-count"]));
    }

    #[test]
    fn an_example_of_an_id_is_a_legal_one() {
        let help = |id: &str| {
            let text = format!("format = 1\n[resolution]\nid = \"{id}\"\n");
            check(&SourceText::new("x", text)).problems[0].help.clone()
        };
        for (id, want) in [
            ("A/RES/78/167", "a-res-78-167"),
            ("../../x", "x"),
            ("Water 2024.", "water-2024"),
            ("a.B", "a.b"),
            ("..", "ipu-145-migration"),
            ("المياه", "ipu-145-migration"),
        ] {
            assert_eq!(help(id), format!("write, for example, \"{want}\""), "{id}");
        }
    }
}
