//! Names of delegations: recorded ones first, then the table of the United Nations' names.

use std::collections::{BTreeMap, BTreeSet};

use super::Unknown;
use crate::fold::fold;
use crate::model::{Delegation, Register, Resolution};
use crate::names::{self, Found};

/// The delegations that a register names, with all their recorded names.
#[derive(Clone, Debug, Default)]
pub struct Delegations {
    codes: BTreeSet<Delegation>,
    names: BTreeMap<String, BTreeSet<Delegation>>,
    printed: Vec<(String, Delegation)>,
}

impl Delegations {
    /// Those of a register.
    pub fn of(register: &Register) -> Self {
        let mut known = Self::default();
        register.resolutions().for_each(|resolution| known.add(resolution));
        known
    }

    /// Adds those of a resolution.
    pub fn add(&mut self, resolution: &Resolution) {
        for (_, block) in &resolution.languages {
            for (code, name) in &block.delegations {
                self.codes.insert(code.clone());
                if self.names.entry(fold(name)).or_default().insert(code.clone()) {
                    self.printed.push((name.clone(), code.clone()));
                }
            }
        }
        for position in &resolution.positions {
            self.codes.extend([&position.delegation].into_iter().chain(&position.on_behalf_of).cloned());
        }
    }
}

/// Whose code a name is, without any register: codes of ISO 3166-1 alpha-2 in either case.
///
/// Such a name needs no recorded names to be understood, so a look-up may pass over what cannot hold it.
pub fn code(name: &str) -> Option<Delegation> {
    let upper = name.trim().to_ascii_uppercase();
    if names::is_code(&upper) { upper.parse().ok() } else { None }
}

/// What a person writes for a delegation: a code, a recorded name, a common name or an old form.
///
/// # Errors
/// [`Unknown`] where nothing has that name, with the nearest names, or where several delegations have it, naming them.
pub fn delegations(name: &str, known: &Delegations) -> Result<Delegation, Unknown> {
    // Codes come first: a look-up by code passes over records, and may not depend on what they call a delegation.
    if let Some(code) = code(name) {
        return Ok(code);
    }
    let folded = fold(name);
    if let Some(recorded) = known.names.get(&folded) {
        return one(name, &recorded.iter().cloned().collect::<Vec<_>>());
    }
    if let Some(slug) = folded.parse().ok().filter(|slug| known.codes.contains(slug)) {
        return Ok(slug);
    }
    match names::find(name) {
        Found::One(code) => code.parse().map_err(|_| unknown(name, known)),
        Found::Several(codes) => {
            one(name, &codes.iter().filter_map(|code| code.parse().ok()).collect::<Vec<_>>())
        }
        Found::None => Err(unknown(name, known)),
    }
}

fn one(name: &str, found: &[Delegation]) -> Result<Delegation, Unknown> {
    match found {
        [one] => Ok(one.clone()),
        several => {
            let named = several.iter().map(|code| match names::standard(code.as_str(), "en") {
                Some(standard) => format!("{code} ({standard})"),
                None => code.to_string(),
            });
            Err(Unknown::new(format!("\"{name}\" could mean several delegations"), named.collect()))
        }
    }
}

fn unknown(name: &str, known: &Delegations) -> Unknown {
    let recorded = known.printed.iter().map(|(name, code)| (name.clone(), code.to_string()));
    let near = names::suggest(name, recorded).into_iter().map(|(name, code)| format!("{name} ({code})"));
    Unknown::new(format!("no delegation is called \"{name}\""), near.collect())
}
