//! Ids of imported resolutions.

use std::collections::BTreeMap;

use crate::fold::fold;
use crate::model::ResolutionId;
use crate::record::RawRecord;

/// How long an id that is made of a title may be, in characters.
const LONGEST: usize = 60;

/// Gives a record its id: the one asked for, else one made of its symbol or its title, else `untitled`. One that was
/// given before gets a number.
pub fn give(record: &mut RawRecord, asked: Option<&str>, given: &mut BTreeMap<String, usize>) {
    let symbol = record.resolution.as_ref().and_then(|resolution| resolution.symbol.as_ref());
    let titles = record.languages.iter().filter_map(|language| language.title.as_ref());
    let made = || {
        let texts = symbol.into_iter().chain(titles).map(|text| slug(&text.value));
        texts.filter(|slug| slug.len() > 2).find(|slug| slug.parse::<ResolutionId>().is_ok())
    };
    let id = asked.map(str::to_owned).or_else(made).unwrap_or_else(|| "untitled".to_owned());
    let number = given.entry(id.clone()).or_default();
    *number += 1;
    let id = if *number == 1 { id } else { format!("{id}-{number}") };
    record.resolution.get_or_insert_default().id = Some(id.into());
}

/// Lower-case ASCII words joined by hyphens, as many as have room.
fn slug(text: &str) -> String {
    let folded = fold(text);
    let mut slug = String::new();
    for word in folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if slug.len() + 1 + word.len() > LONGEST {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    slug
}
