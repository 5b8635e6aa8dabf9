//! Items taken out of a list and put into one, with what else stands in the list kept.

use std::collections::BTreeMap;
use std::ops::Range;

use super::layout::Node;
use super::splice::{Splices, lead, line_end, line_start};

/// Takes out the items that `goes` names by their number; at least one has to stay. Gives the remarks that stood behind
/// them on their lines, by the item's number, which are taken out with them: they are about what is gone.
pub(super) fn take_out(
    splices: &mut Splices<'_>,
    text: &str,
    list: &Node,
    goes: impl Fn(usize) -> bool,
) -> BTreeMap<usize, String> {
    let own = text.get(list.span.clone()).unwrap_or_default();
    if own.contains(['\n', '\r']) {
        let next = |at: usize| list.children.get(at + 1).map_or(list.span.end, |next| next.span.start);
        let gone = list.children.iter().enumerate().filter(|(at, _)| goes(*at));
        let mut cuts: Vec<_> = gone.flat_map(|(at, item)| with_comma(text, item, next(at))).collect();
        let remarks = remarks(text, list, goes);
        for (_, remark) in &remarks {
            let blank =
                |from: usize| text.get(from..remark.start).is_some_and(|between| between.trim().is_empty());
            match cuts.iter_mut().find(|cut| blank(cut.end)) {
                Some(cut) => cut.end = remark.end,
                None => cuts.push(remark.clone()),
            }
        }
        from_lines(splices, text, &cuts);
        let words = |span: Range<usize>| text.get(span).unwrap_or_default().to_owned();
        return remarks.into_iter().map(|(at, span)| (at, words(span))).collect();
    }
    // On one line there can be no comment: what stays is put together again as it was.
    let slice = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    let items = &list.children;
    let (Some(first), Some(last)) = (items.first(), items.last()) else { return BTreeMap::new() };
    let separator = items.get(1).map_or(", ", |second| slice(first.span.end, second.span.start));
    let kept = items.iter().enumerate().filter(|(at, _)| !goes(*at));
    let kept: Vec<&str> = kept.map(|(_, item)| slice(item.span.start, item.span.end)).collect();
    splices.replace(first.span.start..last.span.end, kept.join(separator));
    BTreeMap::new()
}

/// The remarks on lines all of whose items go, with the number of the last of those. One that stands before the comma
/// of its item, as in lists whose lines begin with commas, is of that item alone.
fn remarks(text: &str, list: &Node, goes: impl Fn(usize) -> bool) -> Vec<(usize, Range<usize>)> {
    let items = list.children.as_slice();
    let line = |at: usize| items.get(at).map(|item| line_start(text, item.span.start));
    let ends = (0..items.len()).filter(|at| line(*at) != line(at + 1));
    let whole = |end: usize| (0..=end).rev().take_while(|at| line(*at) == line(end)).all(&goes);
    let before_comma = |end: usize| {
        let (from, next) = (items.get(end)?.span.end, items.get(end + 1)?.span.start);
        Some(comma(text, from, next)? >= line_end(text, from))
    };
    let ends = ends.filter(|end| whole(*end) || (goes(*end) && before_comma(*end) == Some(true)));
    let remark = |at: usize| {
        let from = items.get(at)?.span.end;
        let rest = text.get(from..line_end(text, from))?;
        let begin = rest.find('#').filter(|begin| !rest[..*begin].contains(']'))?;
        Some((at, from + begin..from + rest.trim_end().len()))
    };
    ends.filter_map(remark).collect()
}

/// Puts an item below another one, on a line of its own where those behind it or the bracket are on another line.
pub(super) fn put_below(splices: &mut Splices<'_>, text: &str, list: &Node, above: &Node, item: &str) {
    let end = above.end();
    let starts = list.children.iter().map(|other| other.span.start);
    let next = starts.filter(|start| *start >= end).min().unwrap_or(list.span.end.saturating_sub(1));
    let comma = comma(text, end, next);
    let line = comma.unwrap_or(end);
    if line_end(text, line) > next {
        splices.insert(end, format!(", {item}"));
        return;
    }
    let before = lead(text, above.span.start);
    let blanks = &before[..before.len() - before.trim_start_matches([' ', '\t']).len()];
    if comma.is_none() {
        splices.insert(end, ",");
    }
    splices.below(line, &[format!("{blanks}{item}{}", if comma.is_some() { "," } else { "" })]);
}

/// Takes items out of a list over several lines, with their commas and the lines that would be left blank.
fn from_lines(splices: &mut Splices<'_>, text: &str, cuts: &[Range<usize>]) {
    for cut in cuts {
        let line = line_start(text, cut.start)..line_end(text, cut.start);
        let gone = |at: usize| cuts.iter().any(|cut| cut.contains(&at));
        let rest = text.get(line.clone()).unwrap_or_default();
        let blank = rest.char_indices().all(|(at, c)| c.is_whitespace() || gone(line.start + at));
        let blanks = |part: &str| part.bytes().take_while(|byte| b" \t".contains(byte)).count();
        let after = text.get(cut.end..line.end.max(cut.end)).unwrap_or_default();
        let before: String = text.get(line.start..cut.start).unwrap_or_default().chars().rev().collect();
        if blank {
            splices.cut(line);
        } else if after.trim().is_empty() {
            splices.cut(cut.start - blanks(&before)..cut.end);
        } else {
            splices.cut(cut.start..cut.end + blanks(after));
        }
    }
}

/// What goes with an item: itself and the comma behind it, which may stand behind remarks.
fn with_comma(text: &str, item: &Node, next: usize) -> Vec<Range<usize>> {
    let own = item.span.clone();
    match comma(text, own.end, next) {
        Some(at)
            if text.get(own.end..at).is_some_and(|between| between.trim_matches([' ', '\t']).is_empty()) =>
        {
            std::iter::once(own.start..at + 1).collect()
        }
        Some(at) => vec![own, at..at + 1],
        None => vec![own],
    }
}

/// The comma between two places that is in no comment.
fn comma(text: &str, from: usize, to: usize) -> Option<usize> {
    let mut in_comment = false;
    for (at, byte) in text.get(from..to)?.bytes().enumerate() {
        match byte {
            b'#' => in_comment = true,
            b'\n' => in_comment = false,
            b',' if !in_comment => return Some(from + at),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::comma;

    #[test]
    fn a_comma_in_a_remark_is_none() {
        assert_eq!(comma("a, b", 0, 4), Some(1));
        assert_eq!(comma("a # x, y\n , b", 0, 13), Some(10));
        assert_eq!(comma("a # x, y", 0, 8), None);
        assert_eq!(comma("a, b", 2, 4), None);
    }
}
