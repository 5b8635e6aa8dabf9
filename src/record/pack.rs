//! A raw record in few bytes, without its places: how the embedded one travels from the build to the program.
//!
//! What most answers do not need travels by itself, so that it can be passed over: other languages, and the subjects and
//! texts of paragraphs that no position and no vote names.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::raw::{RawLanguage, RawRecord, RawTexts};

/// What travels: the record without its languages, and each of those by itself.
#[derive(Serialize, Deserialize)]
struct Packed<'a> {
    record: RawRecord,
    /// Whether the languages say the same things, each in its words: then one of them is enough for an answer in it.
    alike: bool,
    #[serde(borrow)]
    languages: Vec<PackedLanguage<'a>>,
}

/// One language of it.
#[derive(Serialize, Deserialize)]
struct PackedLanguage<'a> {
    tag: &'a str,
    /// The block, of its paragraphs only those that are named.
    block: &'a [u8],
    /// The subjects and the texts of the others.
    others: &'a [u8],
}

/// Packs a record.
///
/// # Errors
/// What the writer says; none is expected of a record that was read.
pub fn pack(record: &RawRecord) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let named = named(record);
    // What stands around a named sub-paragraph is named too.
    let around = |label: &str, key: &str| {
        label.strip_prefix(key).is_some_and(|path| path.is_empty() || path.starts_with('('))
    };
    let is_named = |key: &str| named.iter().any(|label| around(label, key));
    let mut blocks = Vec::new();
    for language in &record.languages {
        let mut block = language.clone();
        let apart = |texts: &mut RawTexts| {
            let (kept, others) = std::mem::take(texts).into_iter().partition(|(key, _)| is_named(&key.value));
            *texts = kept;
            others
        };
        let others: (RawTexts, RawTexts) = (apart(&mut block.subjects), apart(&mut block.paragraphs));
        blocks.push((&language.tag.value, postcard::to_allocvec(&block)?, postcard::to_allocvec(&others)?));
    }
    let packed = Packed {
        record: RawRecord { languages: Vec::new(), ..record.clone() },
        alike: record.languages.windows(2).all(|pair| matches!(pair, [one, two] if said(one) == said(two))),
        languages: blocks.iter().map(|(tag, block, others)| PackedLanguage { tag, block, others }).collect(),
    };
    Ok(postcard::to_allocvec(&packed)?)
}

/// The paragraphs that positions and votes name.
fn named(record: &RawRecord) -> BTreeSet<&str> {
    let positions = record.positions.iter().filter_map(|position| position.on.as_ref());
    let votes = record.votes.iter().filter_map(|vote| vote.on.as_ref());
    positions.chain(votes).flat_map(|on| on.value.iter().map(|label| label.value.as_str())).collect()
}

/// What a block has words for.
fn said(block: &RawLanguage) -> impl PartialEq {
    let keys = |texts: &RawTexts| texts.iter().map(|(key, _)| key.value.clone()).collect::<Vec<_>>();
    let single = [&block.title, &block.body, &block.meeting, &block.place].map(Option::is_some);
    (single, [&block.delegations, &block.subjects, &block.paragraphs].map(keys))
}

/// Unpacks what [`pack`] packed; none where the bytes are something else.
pub fn unpack(bytes: &[u8]) -> Option<RawRecord> {
    let Packed { mut record, languages, .. } = postcard::from_bytes(bytes).ok()?;
    for language in &languages {
        let mut block: RawLanguage = postcard::from_bytes(language.block).ok()?;
        let (subjects, paragraphs): (RawTexts, RawTexts) = postcard::from_bytes(language.others).ok()?;
        block.subjects.extend(subjects);
        block.paragraphs.extend(paragraphs);
        record.languages.push(block);
    }
    Some(record)
}

/// Unpacks what an answer in one language by codes alone needs: that language, else English, where the record's
/// languages say the same things, else all; and of the paragraphs those that are named.
pub fn unpack_in(bytes: &[u8], language: &str) -> Option<RawRecord> {
    let Packed { mut record, alike, languages } = postcard::from_bytes(bytes).ok()?;
    let primary = |tag: &str| tag.split('-').next() == language.split('-').next();
    let (asked, english) = (|tag: &str| primary(tag), |tag: &str| tag == "en");
    let any = |wants: &dyn Fn(&str) -> bool| languages.iter().any(|language| wants(language.tag));
    let wants = |tag: &str| match (any(&asked), any(&english)) {
        _ if !alike => true,
        (true, _) => asked(tag),
        (false, true) => english(tag),
        (false, false) => true,
    };
    let wanted = languages.iter().filter(|language| wants(language.tag));
    record.languages =
        wanted.map(|language| postcard::from_bytes(language.block).ok()).collect::<Option<_>>()?;
    Some(record)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::SourceText;
    use crate::record::read;

    #[test]
    fn packing_loses_nothing_but_places() {
        let record = read(&SourceText::new("x", include_str!("../../reservations.toml"))).record;
        let packed = pack(&record).unwrap();
        let unpacked = unpack(&packed).unwrap();
        assert_eq!(pack(&unpacked).unwrap(), packed);
        for (one, other) in unpacked.languages.iter().zip(&record.languages) {
            let sorted = |texts: &RawTexts| {
                texts
                    .iter()
                    .map(|(key, text)| (key.value.clone(), text.value.clone()))
                    .collect::<BTreeSet<_>>()
            };
            assert_eq!(sorted(&one.subjects), sorted(&other.subjects));
            assert_eq!(sorted(&one.paragraphs), sorted(&other.paragraphs));
        }
        assert_eq!(unpacked.positions.len(), record.positions.len());
        assert!(unpack(b"something else").is_none());
    }

    #[test]
    fn an_answer_by_codes_needs_only_what_is_named() {
        let text = include_str!("../../reservations.toml");
        let record = unpack_in(&pack(&read(&SourceText::new("x", text)).record).unwrap(), "en").unwrap();
        let mut labels: Vec<&str> = record
            .languages
            .iter()
            .flat_map(|block| &block.subjects)
            .map(|(key, _)| key.value.as_str())
            .collect();
        labels.sort_unstable();
        assert_eq!(labels, ["OP3", "OP5", "OP9", "PP10", "PP19", "PP21", "PP9"]);
    }

    #[test]
    fn one_language_is_enough_where_all_say_the_same() {
        let text = include_str!("../../reservations.toml");
        let tags = |text: &str, language: &str| {
            let packed = pack(&read(&SourceText::new("x", text)).record).unwrap();
            let record = unpack_in(&packed, language).unwrap();
            record.languages.iter().map(|block| block.tag.value.clone()).collect::<Vec<_>>()
        };
        assert_eq!(tags(text, "ar"), ["ar"]);
        assert_eq!(tags(text, "fr"), ["en"]);
        let lacking: Vec<&str> = text.lines().filter(|line| !line.starts_with("place = ")).collect();
        let (place, lacking) = ("[language.ar.delegations]", lacking.join("\n"));
        assert_eq!(tags(&lacking, "ar"), ["ar"]);
        assert_eq!(tags(&lacking.replace(place, &format!("place = \"x\"\n{place}")), "ar"), ["en", "ar"]);
    }
}
