//! Where the syntax of a record is broken, and which other faults may only follow from that.

use std::collections::BTreeSet;
use std::ops::Range;

use super::codes::MISSING_KEY;
use super::keys::home_of_all;
use super::sections::Sections;
use crate::problem::{Problem, SourceText};

/// Places where the syntax is broken.
#[derive(Clone, Debug, Default)]
pub(super) struct Broken {
    /// Where it is not known what was meant to stand.
    pub lost: Vec<Range<usize>>,
    /// Single characters that could not be read: what stands around them was.
    pub marred: Vec<Range<usize>>,
}

/// What the broken places spoil.
#[derive(Clone, Debug, Default)]
pub(super) struct Damage {
    /// The sections that hold one of the places, by where they begin.
    sections: BTreeSet<usize>,
    /// Those of them of which it is not known what belongs to them: a header is broken, or a line that has no key.
    torn: BTreeSet<usize>,
    /// The lines that hold one of the places.
    lines: BTreeSet<usize>,
    /// What stands on those lines, with their sections.
    texts: BTreeSet<(usize, String)>,
}

impl Damage {
    pub fn of(broken: &Broken, source: &SourceText, sections: &Sections) -> Self {
        let mut damage = Self::default();
        let lost = broken.lost.iter().map(|span| (span, true));
        for (span, is_lost) in lost.chain(broken.marred.iter().map(|span| (span, false))) {
            let section = sections.at(span.start);
            let line = source.place(span.start).0;
            // A line may hold thousands of places: what it is, is seen once.
            let seen = !damage.sections.insert(section) & damage.lines.contains(&line);
            damage.lines.extend(line..=source.place(span.end).0);
            if seen {
                continue;
            }
            if is_lost && !begins_with_key(source.line(line)) {
                damage.torn.insert(section);
            }
            damage.texts.insert((section, source.line(line).to_owned()));
        }
        damage
    }

    /// The sections that hold a broken place, by where they begin; only those of which it is not known what belongs to
    /// them where `torn`.
    pub fn sections(&self, torn: bool) -> impl Iterator<Item = usize> {
        let sections = if torn { &self.torn } else { &self.sections };
        sections.iter().copied()
    }

    /// Whether a fault may only follow from a broken place.
    pub fn explains(&self, problem: &Problem, sections: &Sections) -> bool {
        let section = sections.at(problem.span().start);
        if problem.code == &MISSING_KEY {
            // Below a broken header keys may seem to be gone.
            let key = problem.about().first_key();
            let mut own = self.texts.range((section, String::new())..).take_while(|(at, _)| *at == section);
            return !self.torn.is_empty() || own.any(|(_, line)| may_hold(line, key));
        }
        self.sections.contains(&section)
            && (self.torn.contains(&section)
                || !problem.code.of_one_line
                || self.lines.contains(&problem.place().0))
    }
}

/// Whether a broken line may be, or hold, that of a key: not where it is that of another one.
fn may_hold(line: &str, key: &str) -> bool {
    let own = line.split(['=', '.']).next().unwrap_or_default().trim();
    line.contains(key) || home_of_all(&[own]).is_empty()
}

/// Whether a line is that of a key: only its own value can be lost with it.
pub(super) fn begins_with_key(line: &str) -> bool {
    let legal = |c: char| c.is_ascii_alphanumeric() || "-_.\"' ()/".contains(c);
    line.split_once('=').is_some_and(|(key, _)| !key.trim().is_empty() && key.chars().all(legal))
}

#[cfg(test)]
mod tests {
    use super::super::read::read;
    use super::begins_with_key;
    use crate::problem::SourceText;

    #[test]
    fn the_line_of_a_key() {
        for line in ["kind = reservation", "  phrase.en = \"x", "\"OP3(a)\" = ", "on == 3"] {
            assert!(begins_with_key(line), "{line}");
        }
        for line in ["[[position]", "kind reservation", "= 3", "\"OP3\", \"OP9\"", "[position] = 3", ""] {
            assert!(!begins_with_key(line), "{line}");
        }
    }

    #[test]
    fn a_lost_value_hides_no_fault_of_another_line() {
        let head = "format = 1\n[resolution]\nid = \"x\"\n[[position]]\ndelegation = \"CZ\"\n";
        let faults = |lines: &str| {
            let problems = read(&SourceText::new("r.toml", format!("{head}{lines}"))).problems;
            problems.iter().map(|fault| (fault.place().0, fault.code.name)).collect::<Vec<_>>()
        };
        let (lost, odd, gone) = ((6, "syntax"), (7, "wrong-type"), (4, "missing-key"));
        assert_eq!(faults("kind = reservation\non = \"OP3\"\nsource = \"s\"\n"), [lost, odd]);
        // A key that is missing is told, unless the broken line may be its own.
        assert_eq!(faults("kind = reservation\non = \"OP3\"\n"), [gone, lost, odd]);
        assert_eq!(faults("kind = reservation source = \"s\"\non = \"OP3\"\n"), [lost, odd]);
        assert_eq!(faults("s.ource. = \"s\"\non = \"OP3\"\nkind = \"reservation\"\n"), [lost, odd]);
        assert_eq!(
            faults("kind = \"reservation\non = \"OP3\"\nodd = 1\nsource = \"s\"\n"),
            [lost, odd, (8, "unknown-key")]
        );
        // Below a broken header, or a line without a key, it is not known what belongs where.
        assert_eq!(faults("[[position]\non = \"OP3\"\n"), [lost]);
        assert_eq!(faults("position\non = \"OP3\"\n"), [lost]);
    }
}
