//! Delegations as they are typed: each by itself, or several joined by commas.

use std::cell::LazyCell;

use reservations::model::Delegation;
use reservations::names::has_words_of_one;
use reservations::reference::{self, Delegations, Unknown};

/// The codes that the words spell, where each of them is one and no name has to be looked up.
pub(crate) fn codes(typed: &[String]) -> Option<Vec<Delegation>> {
    typed.iter().flat_map(|text| text.split(',')).map(reference::code).collect()
}

/// The delegations that the words name, in their order.
pub(crate) fn delegations<'d>(
    typed: &[String],
    known: &LazyCell<Delegations, impl FnOnce() -> Delegations + 'd>,
) -> Result<Vec<Delegation>, Unknown> {
    each(typed, |text| reference::code(text).map_or_else(|| reference::delegations(text, known), Ok))
}

/// The same, where something else knows what `one` name means.
///
/// A comma stands within a name ("Congo, Democratic Republic of the") or between two: what is a name as a whole is one.
pub(crate) fn each<E>(
    typed: &[String],
    one: impl Fn(&str) -> Result<Delegation, E>,
) -> Result<Vec<Delegation>, E> {
    let mut found = Vec::new();
    for text in typed {
        match one(text) {
            Ok(code) => found.push(code),
            // All words are those of one name in another order: its comma parts no two names.
            Err(whole) if has_words_of_one(text) => return Err(whole),
            Err(whole) => found.extend(several(text, &one).unwrap_or(Err(whole))?),
        }
    }
    Ok(found)
}

/// The delegations of names joined by commas: as long a name as there is, then the next. None where not even one of the
/// parts is a name, so that what was typed is one unknown name.
fn several<E>(
    text: &str,
    one: &impl Fn(&str) -> Result<Delegation, E>,
) -> Option<Result<Vec<Delegation>, E>> {
    let parts: Vec<&str> = text.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
    let (mut found, mut wrong, mut at) = (Vec::new(), None, 0);
    while at < parts.len() {
        let longest = (at + 1..=parts.len()).rev().find_map(|end| {
            let name = parts.get(at..end)?.join(", ");
            one(&name).ok().map(|code| (code, end))
        });
        match longest {
            Some((code, end)) => {
                found.push(code);
                at = end;
            }
            None => {
                let part = parts.get(at).copied().unwrap_or_default();
                wrong = wrong.or_else(|| one(part).err());
                at += 1;
            }
        }
    }
    match wrong {
        _ if found.is_empty() => None,
        Some(unknown) => Some(Err(unknown)),
        None => Some(Ok(found)),
    }
}
