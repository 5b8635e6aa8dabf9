//! Symbols of documents: A/RES/78/167, A/HRC/RES/58/1, S/RES/1433 (2002).

/// Whether a text is a symbol and nothing else.
pub fn is_symbol(text: &str) -> bool {
    let mut parts = text.split('/');
    let first = parts.next().unwrap_or_default();
    let capitals = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_uppercase());
    let rest: Vec<&str> = parts.collect();
    let legal = |part: &&str| {
        !part.is_empty()
            && part.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '(' | ')' | ' '))
    };
    capitals(first)
        && first.len() <= 6
        && text.len() <= 40
        && (2..=6).contains(&rest.len())
        && rest.iter().all(legal)
        && text.split(' ').count() <= 2
        && text.ends_with(|c: char| c.is_ascii_digit() || matches!(c, ')' | 'A'..='Z'))
        && text.bytes().any(|b| b.is_ascii_digit())
}

/// The symbol of a resolution in a line: alone, or behind a word.
pub fn find(text: &str) -> Option<(usize, &str)> {
    let words = |start: usize| text[start..].split(' ').next().unwrap_or_default();
    let starts = std::iter::once(0).chain(text.match_indices(' ').map(|(at, _)| at + 1));
    for start in starts.take(40) {
        let word = words(start).trim_end_matches([',', ';', ':', '*']);
        let year = text[start + word.len()..].strip_prefix(" (").and_then(|rest| rest.split_once(')'));
        let year = year.filter(|(year, _)| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()));
        let end = start + word.len() + year.map_or(0, |_| 7);
        let found = &text[start..end];
        if is_symbol(found) && (found.contains("/RES/") || found.contains("/L.") || text == found) {
            return Some((start, found));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols() {
        for text in ["A/RES/78/167", "A/HRC/RES/58/1", "S/RES/1433 (2002)", "IPU/A/145/7"] {
            assert!(is_symbol(text), "{text}");
        }
        for text in ["58/1", "and/or", "A/B", "A number", "A/RES/78/167, in which"] {
            assert!(!is_symbol(text), "{text}");
        }
        assert_eq!(find("United Nations A/RES/78/167*").map(|found| found.1), Some("A/RES/78/167"));
    }
}
