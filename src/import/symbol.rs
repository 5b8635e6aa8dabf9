//! Symbols of documents: A/RES/78/167, S/RES/1433 (2002), WHA79.14, EX.CL/Dec.1100(XXXV), CM/Rec(2022)5.
//!
//! No list of bodies can be whole, so the rule is one of shape: capitals first, a figure, no blank but before a bracket
//! or behind a full stop, and either steps parted by strokes or two numbers parted by a full stop or brackets.

use std::ops::Range;

/// What a step of a symbol may be that says what the document is.
const TYPES: [&str; 12] =
    ["RES", "Res", "DEC", "Dec", "REC", "Rec", "DECL", "Decl", "Decision", "Resolution", "L", "TA"];

/// Whether a text is a symbol and nothing else.
pub fn is_symbol(text: &str) -> bool {
    let core = solid(text);
    let legal =
        core.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '_' | '-' | '(' | ')'));
    let starts = core.starts_with(|c: char| c.is_ascii_uppercase());
    let ends = core.ends_with(|c: char| c.is_ascii_digit() || matches!(c, ')' | 'A'..='Z'));
    let Some(steps) = steps(&core).filter(|_| legal && starts && ends && core.len() <= 40) else {
        return false;
    };
    let digits = core.bytes().any(|b| b.is_ascii_digit());
    match steps.len() {
        // WHA79.14, A.1185(33), P9_TA(2023)0001
        1 => text == core && numbers(&core) > 1,
        2 => digits && steps.iter().any(|step| is_type(step)) && steps.iter().all(|step| is_step(step)),
        3..=7 => digits && steps.iter().all(|step| is_step(step)),
        _ => false,
    }
}

/// A text without the blanks that a symbol may have: before a bracket, behind a full stop.
fn solid(text: &str) -> String {
    let mut core = String::new();
    let mut rest = text;
    while let Some((head, tail)) = rest.split_once(' ') {
        core.push_str(head);
        if !(tail.starts_with('(') || head.ends_with('.')) {
            core.push(' ');
        }
        rest = tail;
    }
    core.push_str(rest);
    core
}

/// The steps between the strokes that stand in no brackets; none where brackets are not paired or a step is empty.
fn steps(core: &str) -> Option<Vec<&str>> {
    let (mut steps, mut depth, mut from) = (Vec::new(), 0usize, 0);
    for (at, c) in core.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.checked_sub(1)?,
            '/' if depth == 0 => {
                steps.push(&core[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    steps.push(&core[from..]);
    (depth == 0 && steps.iter().all(|step| !step.is_empty())).then_some(steps)
}

/// A step begins with a capital or a figure and is no word of a sentence: "and/or", "Sea/Coast".
fn is_step(step: &str) -> bool {
    let word = step.len() > 1 && step.chars().all(|c| c.is_ascii_alphabetic()) && !is_type(step);
    let shouted = step.chars().all(|c| !c.is_ascii_lowercase());
    step.starts_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit())
        && (shouted || !word || step == "Assembly")
}

fn is_type(step: &str) -> bool {
    TYPES.iter().any(|kind| {
        step.strip_prefix(kind).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphabetic()))
            || step.strip_suffix(kind).is_some_and(|rest| rest.ends_with('.'))
    })
}

/// How many numbers there are that a full stop, brackets or letters part; with a dash it is the number of a print.
fn numbers(core: &str) -> usize {
    let shape =
        core.contains(['.', '(']) && !core.contains(['-']) && core.chars().all(|c| !c.is_ascii_lowercase());
    let parts = core.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    if shape { parts.count() } else { 0 }
}

/// Whether a symbol says that it is one of a resolution or a decision.
pub fn is_of_text(symbol: &str) -> bool {
    let core = solid(symbol);
    let steps = steps(&core).unwrap_or_default();
    steps.len() == 1 || steps.iter().any(|step| is_type(step) && !step.starts_with("L."))
}

/// The symbol in a line, and where it stands with its brackets: alone, at the beginning or the end, behind a word.
pub fn find(text: &str) -> Option<(Range<usize>, &str)> {
    let starts = std::iter::once(0).chain(text.match_indices([' ', '(', '[']).map(|(at, _)| at + 1));
    starts.take(60).find_map(|start| {
        let found = longest(&text[start..])?;
        let end = start + found.len();
        let (before, after) = (text[..start].trim_end(), &text[end..]);
        let closed = after.strip_prefix([')', ']']).filter(|_| before.ends_with(['(', '[']));
        let before = if closed.is_some() { before.trim_end_matches(['(', '[']).trim_end() } else { before };
        let after = closed.unwrap_or(after);
        let ended = after.trim_matches([',', ';', ':', '*', '.', ' ', '†', '¹', '²', '³']).is_empty();
        let inside = before.matches(['(', '[']).count() > before.matches([')', ']']).count();
        // "Recommendation CM/Rec(2022)5 of the Committee of Ministers"
        let called = !before.is_empty() && !before.contains(' ') && before.len() < 30;
        let outside = !inside && (before.is_empty() || called || (ended && !before.ends_with(',')));
        let known = !inside && (found.contains("/RES/") || (found.contains("/L.") && closed.is_none()));
        let alone = before.is_empty() && ended;
        (alone || known || (outside && is_of_text(found)))
            .then(|| (before.len()..text.len() - after.len(), found))
    })
}

/// The longest symbol that a text begins with.
fn longest(text: &str) -> Option<&str> {
    let ends = text.match_indices([' ', ')', ']']).flat_map(|(at, sign)| [at, at + usize::from(sign != " ")]);
    let ends: Vec<usize> =
        ends.take_while(|end| *end <= 42).take(12).chain((text.len() <= 42).then_some(text.len())).collect();
    ends.into_iter().rev().find_map(|end| {
        let bare = text[..end].trim_end_matches([',', ';', ':', '*', '.', ' ', '†', '¹', '²', '³']);
        is_symbol(bare).then_some(bare)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols() {
        for text in [
            "A/RES/78/167",
            "A/HRC/RES/58/1",
            "S/RES/1433 (2002)",
            "IPU/A/145/7",
            "WHA79.14",
            "EB154.R2",
            "EX.CL/Dec.1100(XXXV)",
            "Assembly/UH/Dec.812(XXXVIII)",
            "AG/RES. 2908 (XLVII-O/17)",
            "CM/Rec(2022)5",
            "P9_TA(2023)0001",
            "RES/1234",
            "GC(67)/RES/11",
            "A.1185(33)",
            "MEPC.377(80)",
            "PC.DEC/1044",
            "ICC-ASP/21/Res.2",
            "UNEP/EA.6/Res.3",
            "E/CN.6/2024/L.5",
        ] {
            assert!(is_symbol(text), "{text}");
            assert_eq!(find(text).map(|found| found.1), Some(text), "{text}");
            for line in [format!("({text})"), format!("[{text}]"), format!("{text}*")] {
                assert_eq!(find(&line).map(|found| found.1), Some(text), "{line}");
            }
        }
        for text in [
            "58/1",
            "and/or",
            "A/B",
            "A number",
            "A/RES/78/167, in which",
            "GE.25-05123",
            "COVID-19",
            "Add.2",
            "Rev.1",
            "Sea/Coast/Port 5",
            "3.1(a)",
            "Agenda item 14.2",
            "COP28/CMP18",
            "G5-Sahel",
            "12.5",
            "A. 5 (2)",
            "II.3",
        ] {
            assert!(!is_symbol(text), "{text}");
        }
    }

    #[test]
    fn a_symbol_stands_in_a_line() {
        for (line, symbol, rest) in [
            ("United Nations A/RES/78/167*", "A/RES/78/167", "United Nations"),
            ("Resolution WHA79.14", "WHA79.14", "Resolution"),
            ("WHA79.14 Night work in lighthouses", "WHA79.14", ""),
            ("Night work in lighthouses (WHA79.14)", "WHA79.14", "Night work in lighthouses"),
            ("Night work [AG/RES. 2908 (XLVII-O/17)]", "AG/RES. 2908 (XLVII-O/17)", "Night work"),
            ("RES/1234: Night work", "RES/1234", ""),
            ("Recommendation CM/Rec(2022)5", "CM/Rec(2022)5", "Recommendation"),
        ] {
            let (at, found) = find(line).unwrap();
            assert_eq!((found, &line[..at.start]), (symbol, rest), "{line}");
        }
        for line in [
            "[on the report of the Third Committee (A/78/481, para. 29)]",
            "[without reference to a Main Committee (A/78/L.28 and A/78/L.28/Add.1)]",
            "Agenda item 14.2",
            "On the work of COP28/CMP18 in ports",
        ] {
            assert_eq!(find(line), None, "{line}");
        }
    }
}
