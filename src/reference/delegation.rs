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
    let slug = |text: &str| text.parse().ok().filter(|slug| known.codes.contains(slug));
    if let Some(slug) = slug(name.trim()) {
        return Ok(slug);
    }
    let folded = fold(name);
    if let Some(recorded) = known.names.get(&folded) {
        return one(name, &recorded.iter().cloned().collect::<Vec<_>>());
    }
    if let Some(slug) = slug(&folded) {
        return Ok(slug);
    }
    // What the record calls a bloc comes before what others call another one, with an article or without.
    let telling = names::without_articles(name);
    let same = known.printed.iter().filter(|(own, _)| names::without_articles(own) == telling);
    let recorded: BTreeSet<Delegation> = same.map(|(_, code)| code.clone()).collect();
    if !telling.is_empty() && !recorded.is_empty() {
        return one(name, &recorded.into_iter().collect::<Vec<_>>());
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_record_comes_before_the_table() {
        let record = "format = 1\n[resolution]\nid = \"x\"\n[[source]]\nid = \"s\"\n[language.en.delegations]\n\
            nordic-five = \"Nordics\"\nnordics = \"The Nordic Group\"\narabs = \"Group of Arab States\"\n\
            guinea-group = \"Guinea\"\none = \"Twins\"\ntwo = \"Twins\"\n";
        let positions: String = ["nordic-five", "nordics", "arabs", "guinea-group", "unnamed-one"]
            .iter()
            .map(|code| {
                format!("[[position]]\ndelegation = \"{code}\"\nkind = \"reservation\"\nscope = \"entire\"\nsource = \"s\"\n")
            })
            .collect();
        let names = "unnamed-one = \"An unnamed author\"\n";
        let checked =
            crate::check::check(&crate::problem::SourceText::new("x", format!("{record}{names}{positions}")));
        let register = Register::new([checked.resolution.unwrap()]);
        let known = Delegations::of(&register);
        for (name, want) in [
            ("Nordics", "nordic-five"),
            ("the Nordics", "nordic-five"),
            ("nordics", "nordics"),
            (" nordics ", "nordics"),
            ("NORDIC-FIVE", "nordic-five"),
            ("Nordic group", "nordics"),
            ("the Nordic Group", "nordics"),
            ("Arab States Group", "Arab States Group"),
            ("the group of Arab states", "arabs"),
            ("Nordic States", "nordic-countries"),
            ("Guinea", "guinea-group"),
            ("GN", "GN"),
            ("gin", "GN"),
            ("Turkey", "TR"),
            ("Unnamed One", "Unnamed One"),
            ("unnamed-one", "unnamed-one"),
        ] {
            let found = delegations(name, &known).map_or_else(|_| name.to_owned(), |code| code.to_string());
            assert_eq!(found, want, "{name}");
        }
        let told = |name: &str| delegations(name, &known).unwrap_err().to_string();
        assert_eq!(told("twins"), "\"twins\" could mean several delegations; did you mean one or two?");
        assert_eq!(
            told("Korea"),
            "\"Korea\" could mean several delegations; did you mean KP (Democratic People's Republic of Korea) or KR \
             (Republic of Korea)?"
        );
        assert_eq!(
            told("Nordix"),
            "no delegation is called \"Nordix\"; did you mean Nordics (nordic-five) or Nordics (nordic-countries)?"
        );
        assert!(told("").starts_with("no delegation is called \"\""), "{}", told(""));
        assert_eq!(code(" kz ").map(|code| code.to_string()), Some("KZ".into()));
        assert_eq!(code("kaz"), None);
    }
}
