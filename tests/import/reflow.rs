//! One text printed otherwise: other lines, other pages, no blank lines. What it says must not change.

/// Without its blank lines.
pub fn dense(text: &str) -> String {
    text.lines().filter(|line| !line.trim().is_empty()).map(|line| format!("{line}\n")).collect()
}

/// Lines broken to fit a width.
pub fn wrapped(text: &str, width: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        lines.push(String::new());
        for word in line.split_whitespace() {
            let last = lines.last_mut().unwrap();
            if last.is_empty() {
                last.push_str(word);
            } else if last.chars().count() + 1 + word.chars().count() <= width {
                *last = format!("{last} {word}");
            } else {
                lines.push(word.to_owned());
            }
        }
    }
    lines.join("\n") + "\n"
}

/// How a page ends and the next one begins.
pub const PAGES: [&str; 5] = [
    "\u{c}UH/A/145/7\n\n#\n\n",
    "\n- # -\n\nUH/A/145/7\n\n",
    "\u{c}",
    "#\nUH/A/145/7\n",
    "\n#/9\n\u{c}UH/A/145/7\n\n",
];

/// Pages of so many lines, which end between two lines of a paragraph or a note.
pub fn paged(text: &str, lines: usize, page: &str) -> String {
    let (mut printed, mut on_page, mut number, mut before) = (String::new(), 0, 1, "");
    for line in text.lines() {
        if on_page >= lines && !line.trim().is_empty() && !before.trim().is_empty() {
            (on_page, number) = (0, number + 1);
            printed.push_str(&page.replace('#', &number.to_string()));
        }
        printed.push_str(line);
        printed.push('\n');
        (on_page, before) = (on_page + 1, line);
    }
    printed
}
