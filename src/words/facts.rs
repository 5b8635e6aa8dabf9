//! What is true of a language's writing: facts that rules ask for, so that no rule asks which language it is.

use super::sign::Sign;

/// What is true of a language's writing.
#[derive(Debug, Default)]
pub struct Facts {
    /// Whether names begin with capitals.
    pub capitals: bool,
    /// Whether units stand before tens: "three and forty".
    pub units_first: bool,
    /// Particles that are written together with the word after them: the letters, what they say, and the letters that
    /// the word gets back.
    pub particles: Vec<(String, Sign, String)>,
    /// Which adjectives call a delegation, and where they stand.
    pub adjectives: Option<Adjectives>,
}

/// Where the adjective of a delegation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adjectives {
    /// "the Cuban delegation".
    Before,
    /// "الوفد الكوبي".
    After,
}

impl Facts {
    /// Sets a fact by its name; false where there is none of that name.
    pub(super) fn set(&mut self, name: &str, value: &'static str) -> bool {
        match name {
            "capitals" => self.capitals = value == "yes",
            "units-first" => self.units_first = value == "yes",
            "adjectives" => {
                self.adjectives = match value {
                    "before" => Some(Adjectives::Before),
                    "after" => Some(Adjectives::After),
                    _ => None,
                }
            }
            _ => {
                let Some(letters) = name.strip_prefix("particle ") else { return false };
                let (sign, restored) = value.split_once('+').unwrap_or((value, ""));
                if let Ok(sign) = sign.trim().parse() {
                    self.particles.push((letters.to_owned(), sign, restored.trim().to_owned()));
                }
            }
        }
        true
    }

    /// The particles that a word may begin with: what each says, and the word without it.
    pub fn peeled<'a>(&'a self, word: &'a str) -> impl Iterator<Item = (Sign, String)> + 'a {
        self.particles.iter().filter_map(|(letters, sign, restored)| {
            let rest = word.strip_prefix(letters.as_str())?;
            (rest.chars().count() >= 2).then(|| (*sign, format!("{restored}{rest}")))
        })
    }
}
