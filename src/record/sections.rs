//! Where the sections of a text begin, also of one that is no TOML: the one answer for all that looks for a header.

/// Where sections begin: the lines that start with a bracket.
#[derive(Clone, Debug)]
pub(crate) struct Sections(Vec<usize>);

impl Sections {
    pub fn of(text: &str) -> Self {
        let mut at = 0;
        let mut starts = Vec::new();
        for line in text.split_inclusive('\n') {
            let inner = line.trim_start();
            let indented = inner.len() < line.len();
            if inner.starts_with('[') && !(indented && inner.contains([',', '"', '\''])) {
                starts.push(at);
            }
            at += line.len();
        }
        Self(starts)
    }

    /// Where the section begins that holds a place; 0 before the first.
    pub fn at(&self, offset: usize) -> usize {
        let after = self.0.partition_point(|start| *start <= offset);
        after.checked_sub(1).and_then(|at| self.0.get(at)).copied().unwrap_or(0)
    }
    /// Where each of them begins, in the file's order.
    pub fn starts(&self) -> impl Iterator<Item = usize> {
        self.0.iter().copied()
    }

    /// Where the next one begins behind a place; the end of the text where there is none.
    pub fn after(&self, offset: usize, text: &str) -> usize {
        let next = self.0.partition_point(|start| *start <= offset);
        self.0.get(next).copied().unwrap_or(text.len())
    }
}

/// The line of the header that begins at a place, without blanks.
pub(crate) fn header(text: &str, start: usize) -> String {
    let line = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    line.chars().take(HEADER).filter(|c| !c.is_whitespace()).collect()
}

/// More characters than any header has; a line may be as long as the file.
const HEADER: usize = 200;

/// The names in a header, or what is left of one: `language`, `en` and `delegations` of `[language.en.delegations]`; none
/// of a line that is no header.
pub(crate) fn names(header: &str) -> impl Iterator<Item = &str> {
    let inner = header.strip_prefix('[').unwrap_or_default().trim_start_matches('[');
    inner.split(']').next().unwrap_or_default().split('.').map(str::trim).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_begins_with_a_bracket_that_begins_no_list() {
        let text = "format = 1\n[a]\nx = [\n  \"OP1\",\n  [\"b\"],\n]\n  [c]\n[\"d\"]\n";
        let sections = Sections::of(text);
        let at = |word: &str| text.find(word).unwrap();
        assert_eq!(sections.0, [at("[a]"), at("  [c]"), at("[\"d\"]")]);
        assert_eq!(sections.at(0), 0);
        assert_eq!(sections.at(at("[a]") - 1), 0);
        assert_eq!(sections.at(at("[a]")), at("[a]"));
        assert_eq!(sections.at(at("OP1")), at("[a]"));
        assert_eq!(sections.at(text.len()), at("[\"d\"]"));
        assert_eq!(sections.after(at("[a]"), text), at("  [c]"));
        assert_eq!(sections.after(at("[\"d\"]"), text), text.len());
    }

    #[test]
    fn the_names_of_a_header() {
        let of = |text: &str| names(&header(text, 0)).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(of("[language.en.delegations]\nKZ = 1\n"), ["language", "en", "delegations"]);
        assert_eq!(of("[[ position ]] # one"), ["position"]);
        assert_eq!(of("[[position"), ["position"]);
        assert_eq!((of("format = 1"), of("[]"), of("")), (vec![], vec![], Vec::<String>::new()));
    }
}
