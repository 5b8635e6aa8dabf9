//! Problems for people, as rustc shows them.

use std::fmt::Write as _;
use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::fold::{is_bidi_control, visible};
use crate::problem::{Problem, Severity};

/// The length in bytes from which a line is clipped.
const LONG: usize = 1_000;

/// How many characters of a clipped line are shown before and behind the place.
const AROUND: usize = 100;

/// More than anybody reads: of so many problems the others are counted.
const MOST: usize = 1_000;

/// Every problem with its place, an excerpt and its help, and a last line that counts them; empty where there is none.
/// Of more than a thousand the first are shown, and how many more there are.
///
/// Control characters and bidi controls of the files are shown as escapes or replaced, so that the text is fit for a
/// terminal. `color` adds the escape codes of colours. Linear in the number of problems, whatever their files' size.
///
/// ```text
/// error[unknown-kind]: unknown kind "reservaton"
///   --> kigali.toml:14:8
///    |
/// 14 | kind = "reservaton"
///    |        ^^^^^^^^^^^^
///    |
///    = help: did you mean "reservation"? …
///
/// 1 error
/// ```
pub fn for_people(problems: &[Problem], color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let mut shown = String::new();
    for problem in problems.iter().take(MOST) {
        shown += &one(&renderer, problem);
        shown += "\n\n";
    }
    if let Some(more) = problems.len().checked_sub(MOST).filter(|more| *more > 0) {
        let _ = writeln!(shown, "… and {more} more, which CSV and JSON have");
    }
    if let Some(count) = count(problems) {
        let _ = writeln!(shown, "{count}");
    }
    shown
}

/// "3 errors, 1 warning"; none where there is neither.
fn count(problems: &[Problem]) -> Option<String> {
    let errors = problems.iter().filter(|problem| problem.is_error()).count();
    let number = |count: usize, word: &str| match count {
        0 => None,
        1 => Some(format!("1 {word}")),
        _ => Some(format!("{count} {word}s")),
    };
    let counts = [number(errors, "error"), number(problems.len() - errors, "warning")];
    let counts: Vec<_> = counts.into_iter().flatten().collect();
    (!counts.is_empty()).then(|| counts.join(", "))
}

fn one(renderer: &Renderer, problem: &Problem) -> String {
    let level = match problem.code.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let (number, column) = problem.place();
    let line = problem.source().line(number);
    let start = problem.source().line_start(number);
    let from = problem.span().start.saturating_sub(start).min(line.len());
    let span = from..problem.span().end.saturating_sub(start).clamp(from, line.len());
    let path = match problem.found_at() {
        Some(place) => format!("{} ({place})", visible(problem.file())).into(),
        None => visible(problem.file()),
    };
    let title = level.primary_title(visible(&problem.message)).id(problem.code.name);
    let mut group = Group::with_title(title);
    if line.len() < LONG {
        let (line, span) = clean(line, span);
        group = group.element(marked(line, span, number).path(path));
    } else {
        // A snippet's column is one of what it is given, and this is given a piece of the line.
        let (clipped, span) = clip(line, span);
        let (clipped, span) = clean(&clipped, span);
        group = group.element(Origin::path(path).line(number).char_column(column));
        group = group.element(marked(clipped, span, number));
    }
    if !problem.help.is_empty() {
        group = group.element(Level::HELP.message(visible(&problem.help)));
    }
    renderer.render(&[group])
}

/// What could move the cursor or turn the text, or hides in a word, becomes a replacement character, also the controls U+0080 to U+009F,
/// which the renderer lets through; and the place in the new line.
fn clean(line: &str, span: Range<usize>) -> (String, Range<usize>) {
    let unfit = |c: char| {
        (c.is_control() && c != '\t')
            || is_bidi_control(c)
            || matches!(c, '\u{200b}' | '\u{2028}' | '\u{2029}' | '\u{2060}' | '\u{feff}')
    };
    let piece = |text: &str| text.replace(unfit, "\u{fffd}");
    let (before, marked, behind) = (&line[..span.start], &line[span.clone()], &line[span.end..]);
    let (mut cleaned, marked) = (piece(before), piece(marked));
    let start = cleaned.len();
    cleaned += &marked;
    let end = cleaned.len();
    cleaned += &piece(behind);
    (cleaned, start..end)
}

fn marked(line: String, span: Range<usize>, number: usize) -> Snippet<'static, Annotation<'static>> {
    Snippet::source(line).line_start(number).annotation(AnnotationKind::Primary.span(span))
}

/// What stands around a place in a line, and the place in that.
fn clip(line: &str, span: Range<usize>) -> (String, Range<usize>) {
    let left = line[..span.start].char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    let right = line[span.start..].char_indices().nth(AROUND).map_or(line.len(), |(at, _)| span.start + at);
    let (before, behind) = (if left > 0 { "…" } else { "" }, if right < line.len() { "…" } else { "" });
    let moved = |at: usize| at.min(right) - left + before.len();
    (format!("{before}{}{behind}", &line[left..right]), moved(span.start)..moved(span.end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::{Code, Lines, SourceText};

    static WRONG: Code = Code::error("wrong", "It is wrong.", "Mend it.");
    static ODD: Code = Code::warning("odd", "It is odd.", "Look.");

    fn at(code: &'static Code, source: &SourceText, word: &str) -> Problem {
        let start = source.text().find(word).unwrap();
        Problem::new(code, source, start..start + word.len(), format!("here is {word}"), "do something")
    }

    #[test]
    fn a_problem_has_header_place_excerpt_caret_and_help() {
        let source = SourceText::new("dir/a.toml", "format = 1\nkind = \"x\"\n");
        let expected = "error[wrong]: here is \"x\"\n --> dir/a.toml:2:8\n  |\n2 | kind = \"x\"\n  |        ^^^\n  |\n  \
                        = help: do something\n\n1 error\n";
        assert_eq!(for_people(&[at(&WRONG, &source, "\"x\"")], false), expected);
        assert_eq!(for_people(&[], false), "");
    }

    #[test]
    fn a_place_in_a_document_with_pages_is_one_that_people_find() {
        let source = SourceText::of("a.pdf", "x\ny\nbad\n", Lines::Pages(vec![1, 2]));
        let shown = for_people(&[at(&WRONG, &source, "bad")], false);
        assert!(shown.contains("a.pdf (page 2, line 2):3:1"), "{shown}");
    }

    #[test]
    fn carets_are_right_under_arabic_and_tabs() {
        let source = SourceText::new("a.toml", "\tphrase.ar = \"المدّ\" # bad\n");
        let shown = for_people(&[at(&WRONG, &source, "bad")], false);
        assert!(shown.contains("a.toml:1:24"), "{shown}");
        // A tab is four cells; the shadda takes none.
        assert!(shown.contains(&format!("  | {}^^^", " ".repeat(25))), "{shown}");
    }

    #[test]
    fn nothing_of_a_file_moves_the_cursor_or_turns_the_text() {
        let source =
            SourceText::new("a\u{1b}\u{202e}.toml", "x = \"\u{1b}[2J\u{202e}\u{9b}\u{7}\" # \u{200b}\r\n");
        let problem =
            Problem::new(&ODD, &source, 4..9, "holds \u{1b}]0;t\u{7}", "take \u{202e} and\nthe end out");
        let shown = for_people(&[problem], false);
        assert!(
            !shown.contains(|c: char| (c.is_control() && c != '\n') || "\u{202e}\u{200b}".contains(c)),
            "{shown:?}"
        );
    }

    #[test]
    fn a_long_line_is_clipped_around_the_place() {
        let text = format!("a = \"{}\" bad {}", "ب".repeat(10_000), "c".repeat(10_000));
        let source = SourceText::new("a.toml", text);
        let shown = for_people(&[at(&WRONG, &source, "bad"), at(&ODD, &source, "a =")], true);
        assert!(shown.len() < 4_000 && shown.contains("1:10008"), "{}", shown.len());
        assert!(shown.ends_with("1 error, 1 warning\n"), "{shown}");
    }

    #[test]
    fn of_more_than_a_thousand_problems_the_others_are_counted() {
        let text = "kind = \"x\"\n".repeat(20_000);
        let source = SourceText::new("a.toml", text);
        let problems: Vec<_> =
            (0..20_000).map(|n| Problem::new(&WRONG, &source, n * 11 + 7..n * 11 + 10, "m", "")).collect();
        let shown = |many: usize| {
            let text = for_people(&problems[..many], false);
            let end = text.rsplit_once("\n\n").map(|(_, end)| end.to_owned()).unwrap();
            (text.matches("error[wrong]").count(), end)
        };
        assert_eq!(shown(1_000), (1_000, "1000 errors\n".into()));
        assert_eq!(shown(1_001), (1_000, "… and 1 more, which CSV and JSON have\n1001 errors\n".into()));
        let more = "… and 19000 more, which CSV and JSON have\n20000 errors\n";
        assert_eq!(shown(20_000), (1_000, more.into()));
    }
}
