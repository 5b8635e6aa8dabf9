//! The nearest names to one that is unknown.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use strsim::{jaro_winkler, normalized_damerau_levenshtein};

use super::script::Script;
use super::token::telling;
use super::{Form, codes, rows, standard};
use crate::fold::fold;

/// How near a slip of the pen must be (Damerau-Levenshtein: letters changed, left out, put in, swapped).
const SLIP: f64 = 0.7;
/// How near a name must be that begins alike (Jaro-Winkler), as the first words of a long one do.
const BEGINNING: f64 = 0.85;
/// Parts of States by whose names people ask for the whole, folded, and the code.
const PARTS: &[(&str, &str)] = &[("england", "GB"), ("scotland", "GB"), ("wales", "GB"), ("zanzibar", "TZ")];
/// How far behind the best a suggestion may be.
const BEHIND: f64 = 0.15;
/// More than that is no help.
const MOST: usize = 3;
/// A longer name, in bytes, is no slip for another: to compare two takes as long as the product of their lengths.
const LONGEST: usize = 200;

/// The names nearest to `name`, which was not found, with their codes: at most three, the best first, one for each
/// code, in the script of `name`; none where nothing is near. Names of the table, and those of `extra` (name, code),
/// such as the names on record.
///
/// ```
/// let near = reservations::names::suggest("Kazakstan", std::iter::empty());
/// assert_eq!(near.first(), Some(&("Kazakhstan".to_owned(), "KZ".to_owned())));
/// ```
#[must_use]
pub fn suggest(name: &str, extra: impl Iterator<Item = (String, String)>) -> Vec<(String, String)> {
    let query = fold(name);
    if query.len() > LONGEST {
        return Vec::new();
    }
    let script = Script::of_text(&query);
    let extra: Vec<(String, String)> = extra.collect();
    if is_like_a_code(&query) {
        let codes = near_codes(&query, &extra);
        if !codes.is_empty() {
            return codes;
        }
    }
    let mut near = BTreeMap::new();
    for (_, code) in PARTS.iter().filter(|(part, _)| *part == query) {
        let name = standard(code, "en").unwrap_or(code).to_owned();
        keep(&mut near, (*code).to_owned(), Nearness::Words(1.0), name);
    }
    let words = Words::of(&query);
    for (recorded, code) in extra {
        let folded = fold(&recorded);
        if folded.len() <= LONGEST
            && Script::of_text(&folded) == script
            && let Some(nearness) = Nearness::of(&query, &words, &folded)
        {
            keep(&mut near, code, nearness, recorded);
        }
    }
    for row in rows().filter(|row| row.form != Form::Abbreviation && !row.name.contains('.')) {
        let folded = fold(row.name);
        if Script::of_text(&folded) != script {
            continue;
        }
        let Some(nearness) = Nearness::of(&query, &words, &folded) else { continue };
        // Of a name that only begins alike, the usual form is of more use than the one that happened to be nearest.
        let shown = match nearness {
            Nearness::Slip(_) => row.name,
            Nearness::Words(_) | Nearness::Beginning(_) => {
                standard(row.code, row.language).unwrap_or(row.name)
            }
        };
        keep(&mut near, row.code.to_owned(), nearness, shown.to_owned());
    }
    best(near)
}

/// Two letters are a code that is none, or a slip for one; so are three that no name is near.
fn is_like_a_code(query: &str) -> bool {
    matches!(query.len(), 2 | 3) && query.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// Codes that differ from a word of two or three letters by one letter, or by the order of two; those on record come
/// first, and of the others only the nearest are told.
fn near_codes(query: &str, recorded: &[(String, String)]) -> Vec<(String, String)> {
    let wanted = query.to_ascii_uppercase();
    let mut near: Vec<(bool, u8, &str)> = Vec::new();
    for (code, alpha3) in codes::CODES {
        let form = if wanted.len() == 2 { code } else { alpha3 };
        if let Some(slips) = slips(&wanted, form) {
            near.push((!recorded.iter().any(|(_, known)| known == code), slips, code));
        }
    }
    near.sort_unstable();
    let name = |code: &str| {
        let own = recorded.iter().find(|(_, known)| known == code).map(|(name, _)| name.clone());
        own.or_else(|| standard(code, "en").map(str::to_owned)).unwrap_or_else(|| code.to_owned())
    };
    near.into_iter().take(MOST).map(|(_, _, code)| (name(code), code.to_owned())).collect()
}

/// How bad a slip leads from one code to another of its length: letters exchanged, a wrong last one, a wrong other one;
/// none where it is more than one slip.
fn slips(wanted: &str, code: &str) -> Option<u8> {
    if wanted.len() != code.len() {
        return None;
    }
    let differing: Vec<usize> =
        wanted.bytes().zip(code.bytes()).enumerate().filter(|(_, (a, b))| a != b).map(|(at, _)| at).collect();
    let at = |text: &str, place: usize| text.as_bytes().get(place).copied();
    match differing.as_slice() {
        [one, two] if at(wanted, *one) == at(code, *two) && at(wanted, *two) == at(code, *one) => Some(0),
        [one] => Some(if one + 1 == code.len() { 1 } else { 2 }),
        _ => None,
    }
}

struct Near {
    nearness: Nearness,
    name: String,
    /// How many codes came before it: of those that are equally near the first is the best.
    rank: usize,
}

/// How near two names are, from 0 to 1, and by which measure.
#[derive(Clone, Copy)]
enum Nearness {
    Slip(f64),
    Words(f64),
    Beginning(f64),
}

impl Nearness {
    /// The best of the measures that are above their floors.
    fn of(query: &str, words: &Words, name: &str) -> Option<Nearness> {
        let slip = normalized_damerau_levenshtein(query, name);
        if slip >= SLIP {
            return Some(Nearness::Slip(slip));
        }
        if let Some(share) = words.stand_in(name) {
            return Some(Nearness::Words(share));
        }
        let beginning = jaro_winkler(query, name);
        (beginning >= BEGINNING).then_some(Nearness::Beginning(beginning))
    }

    /// A slip is surer than the same words in another order, and those than a beginning: their ranks do not meet.
    fn rank(self) -> f64 {
        match self {
            Nearness::Slip(value) => 2.0 + value,
            Nearness::Words(value) => 1.5 + value / 10.0,
            Nearness::Beginning(value) => value,
        }
    }
}

/// The words of what was asked for, for names that have them all, in whatever order, whole or cut short: "Congo, Dem.
/// Rep." and "Democratic Republic of the Congo".
struct Words<'q>(Vec<&'q str>);

impl<'q> Words<'q> {
    fn of(query: &'q str) -> Self {
        let words = parts(query);
        let short = query.len() <= LONGEST && words.iter().all(|word| word.chars().count() > 1);
        Self(if short && words.len() > 1 { words } else { Vec::new() })
    }

    /// The share of a name's letters that the words have, where each of them stands in it.
    fn stand_in(&self, name: &str) -> Option<f64> {
        if self.0.is_empty() || name.len() > LONGEST {
            return None;
        }
        let mut left = parts(name);
        let all: usize = left.iter().map(|word| word.chars().count()).sum();
        for word in &self.0 {
            let whole = left.iter().position(|known| known == word);
            let at = whole.or_else(|| left.iter().position(|known| is_short_for(word, known)))?;
            left.remove(at);
        }
        let missing: usize = left.iter().map(|word| word.chars().count()).sum();
        Some(1.0 - missing as f64 / all.max(1) as f64)
    }
}

/// Whether a word is another cut short (Dem.) or contracted (Sts.): its letters in their order, from the first on.
fn is_short_for(short: &str, word: &str) -> bool {
    let mut letters = word.chars();
    word.chars().next() == short.chars().next()
        && short.chars().all(|letter| letters.any(|next| next == letter))
}

/// The words of a folded name that tell names apart.
fn parts(folded: &str) -> Vec<&str> {
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.filter_map(|word| telling(word, true)).filter(|word| *word != "and").collect()
}

/// Whether a known name has all the words of this one, which are two or more: a comma in it then stands within a name.
#[must_use]
pub fn has_words_of_one(name: &str) -> bool {
    let query = fold(name);
    let words = Words::of(&query);
    rows().any(|row| words.stand_in(&fold(row.name)).is_some())
}

/// Keeps the nearest name of each code, the first of those that are equally near.
fn keep(near: &mut BTreeMap<String, Near>, code: String, nearness: Nearness, name: String) {
    let rank = near.len();
    match near.entry(code) {
        Entry::Vacant(free) => drop(free.insert(Near { nearness, name, rank })),
        Entry::Occupied(mut old) if old.get().nearness.rank() < nearness.rank() => {
            let rank = old.get().rank;
            old.insert(Near { nearness, name, rank });
        }
        Entry::Occupied(_) => {}
    }
}

fn best(near: BTreeMap<String, Near>) -> Vec<(String, String)> {
    let mut near: Vec<(String, Near)> = near.into_iter().collect();
    near.sort_by(|(_, a), (_, b)| b.nearness.rank().total_cmp(&a.nearness.rank()).then(a.rank.cmp(&b.rank)));
    let floor = near.first().map_or(0.0, |(_, first)| first.nearness.rank() - BEHIND);
    near.into_iter()
        .take_while(|(_, one)| one.nearness.rank() >= floor)
        .take(MOST)
        .map(|(code, one)| (one.name, code))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(name: &str) -> Option<(String, String)> {
        suggest(name, std::iter::empty()).into_iter().next()
    }

    #[test]
    fn the_nearest_first() {
        for (name, near, code) in [
            ("Frnce", "France", "FR"),
            ("Hungry", "Hungary", "HU"),
            ("Kazakstan", "Kazakhstan", "KZ"),
            ("كازخستان", "كازاخستان", "KZ"),
            ("Syria Arab", "Syrian Arab Republic", "SY"),
            ("Austrlia", "Australia", "AU"),
            ("Nigera", "Nigeria", "NG"),
            ("Казахстн", "Казахстан", "KZ"),
            ("Russian Federatoin", "Russian Federation", "RU"),
        ] {
            assert_eq!(first(name), Some((near.to_owned(), code.to_owned())), "{name}");
        }
    }

    #[test]
    fn the_same_words_in_another_order_or_cut_short() {
        for (name, code) in [
            ("Northern Ireland", "GB"),
            ("Congo, Dem. Rep.", "CD"),
            ("Lao Dem. Rep.", "LA"),
            ("Micronesia, Fed. Sts.", "FM"),
            ("Scotland", "GB"),
        ] {
            assert_eq!(first(name).map(|(_, code)| code).as_deref(), Some(code), "{name}");
        }
        assert!(has_words_of_one("Congo, Dem. Rep.") && has_words_of_one("Micronesia, Fed. Sts."));
        assert!(!has_words_of_one("Kazakhstan, Frnce"));
        assert!(!has_words_of_one(&"a ".repeat(1_000)));
    }

    #[test]
    fn a_code_that_is_none() {
        let extra = || [("Kazakhstan".to_owned(), "KZ".to_owned())].into_iter();
        let codes = |word: &str| suggest(word, extra()).into_iter().map(|(_, code)| code).collect::<Vec<_>>();
        assert_eq!(codes("KX").first().map(String::as_str), Some("KZ"));
        assert_eq!(codes("zk").first().map(String::as_str), Some("KZ"));
        assert_eq!(codes("KAX").first().map(String::as_str), Some("KZ"));
        assert!(!codes("XX").is_empty() && codes("XX").len() <= MOST);
    }

    #[test]
    fn few_and_one_for_each_code() {
        for name in ["Frnce", "Guine", "Samo", "Saint", "Republic of", "Islands", "Unitd"] {
            let near = suggest(name, std::iter::empty());
            assert!(near.len() <= MOST, "{near:?}");
            let codes: std::collections::BTreeSet<&String> = near.iter().map(|(_, code)| code).collect();
            assert_eq!(codes.len(), near.len(), "{near:?}");
        }
        assert_eq!(suggest("", std::iter::empty()), []);
        assert_eq!(suggest("qqqqqqqqqq", std::iter::empty()), []);
    }

    #[test]
    fn names_on_record_are_suggested() {
        let extra = [("Friends of the Sea".to_owned(), "friends".to_owned())];
        let near = suggest("Freinds of the Sea", extra.into_iter());
        assert_eq!(near.first(), Some(&("Friends of the Sea".to_owned(), "friends".to_owned())));
    }
}
