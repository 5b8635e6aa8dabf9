//! A raw record in few bytes, without its places: how the embedded one travels from the build to the program.

use serde::{Deserialize, Serialize};

use super::raw::{RawLanguage, RawRecord, RawTexts};

/// What travels: the record without its languages, and each of those by itself, so that one can be passed over.
#[derive(Serialize, Deserialize)]
struct Packed<'a> {
    record: RawRecord,
    /// Whether the languages say the same things, each in its words: then one of them is enough for an answer in it.
    alike: bool,
    #[serde(borrow)]
    languages: Vec<(&'a str, &'a [u8])>,
}

/// Packs a record.
///
/// # Errors
/// What the writer says; none is expected of a record that was read.
pub fn pack(record: &RawRecord) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let blocks = record.languages.iter().map(postcard::to_allocvec).collect::<Result<Vec<_>, _>>()?;
    let tags = record.languages.iter().map(|language| language.tag.value.as_str());
    let packed = Packed {
        record: RawRecord { languages: Vec::new(), ..record.clone() },
        alike: record.languages.windows(2).all(|pair| matches!(pair, [one, two] if said(one) == said(two))),
        languages: tags.zip(blocks.iter().map(Vec::as_slice)).collect(),
    };
    Ok(postcard::to_allocvec(&packed)?)
}

/// What a block has words for.
fn said(block: &RawLanguage) -> impl PartialEq {
    let keys = |texts: &RawTexts| texts.iter().map(|(key, _)| key.value.clone()).collect::<Vec<_>>();
    let single = [&block.title, &block.body, &block.meeting, &block.place].map(Option::is_some);
    (single, [&block.delegations, &block.subjects, &block.paragraphs].map(keys))
}

/// Unpacks what [`pack`] packed; none where the bytes are something else.
pub fn unpack(bytes: &[u8]) -> Option<RawRecord> {
    unpack_where(bytes, |_, _| true)
}

/// Unpacks what an answer in one language by codes alone needs: that language, else English, where the record's
/// languages say the same things; else all.
pub fn unpack_in(bytes: &[u8], language: &str) -> Option<RawRecord> {
    let primary = |tag: &str| tag.split('-').next() == language.split('-').next();
    unpack_where(bytes, |tag, tags| match tags.iter().any(|tag| primary(tag)) {
        true => primary(tag),
        false => tag == "en" || !tags.contains(&"en"),
    })
}

fn unpack_where(bytes: &[u8], wants: impl Fn(&str, &[&str]) -> bool) -> Option<RawRecord> {
    let Packed { mut record, alike, languages } = postcard::from_bytes(bytes).ok()?;
    let tags: Vec<&str> = languages.iter().map(|(tag, _)| *tag).collect();
    let wanted = languages.iter().filter(|(tag, _)| !alike || wants(tag, &tags));
    record.languages = wanted.map(|(_, block)| postcard::from_bytes(block).ok()).collect::<Option<_>>()?;
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
        assert_eq!(unpacked.positions.len(), record.positions.len());
        assert!(unpack(b"something else").is_none());
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
