//! Characters of symbol fonts, which stand for others than their codes say.

/// The Greek letters of the font Symbol, by the Latin ones that have their places.
const GREEK: [(&str, &str); 2] = [
    ("abgdezhqiklmnxoprstufcyw", "αβγδεζηθικλμνξοπρστυφχψω"),
    ("ABGDEZHQIKLMNXOPRSTUFCYW", "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ"),
];

/// What a character of a symbol font shows; the sign for an unknown character where that is not known.
pub(super) fn shown(font: &str, code: u32) -> char {
    // Word keeps such characters in the private area, from U+F000 on.
    let code = if (0xf000..0xf100).contains(&code) { code - 0xf000 } else { code };
    let Some(c) = char::from_u32(code) else { return char::REPLACEMENT_CHARACTER };
    let symbol = font.eq_ignore_ascii_case("symbol");
    match c {
        // Round, square and other bullets.
        '\u{b7}' | '\u{a7}' | '\u{6c}' | '\u{6e}' | '\u{71}' | '\u{76}' | '\u{d8}' | '\u{fc}' if !symbol => {
            '•'
        }
        '\u{b7}' => '•',
        '\u{2d}' if symbol => '-',
        '\u{be}' if symbol => '—',
        '\u{a2}' if symbol => '′',
        '\u{b0}' | '\u{b1}' if symbol => c,
        _ if c.is_ascii_alphabetic() && symbol => {
            let greek = GREEK.iter().find_map(|(latin, greek)| greek.chars().nth(latin.find(c)?));
            greek.unwrap_or(char::REPLACEMENT_CHARACTER)
        }
        // Digits and punctuation have their usual places in Symbol.
        _ if c.is_ascii_graphic() && (symbol || !font.to_ascii_lowercase().contains("dings")) => c,
        _ => char::REPLACEMENT_CHARACTER,
    }
}
