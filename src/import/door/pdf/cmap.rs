//! What the codes of a font stand for, as its `ToUnicode` map says.

use std::collections::BTreeMap;

/// How many codes a map may name one by one; a font has at most as many.
const MOST: usize = 1 << 17;

/// A map from codes to characters.
#[derive(Debug, Default)]
pub(super) struct Cmap {
    single: BTreeMap<u32, String>,
    /// The last code of a range and what its first code stands for, by the first code.
    ranges: BTreeMap<u32, (u32, String)>,
    /// Codes have one byte.
    pub narrow: bool,
}

impl Cmap {
    /// Reads a map; what cannot be understood in it is left out.
    pub fn read(bytes: &[u8]) -> Self {
        let mut cmap = Self::default();
        let tokens = tokens(bytes);
        let mut at = 0;
        while at < tokens.len() {
            let section = match &tokens[at] {
                Token::Word("begincodespacerange") => Section::Space,
                Token::Word("beginbfchar") => Section::Single,
                Token::Word("beginbfrange") => Section::Range,
                _ => {
                    at += 1;
                    continue;
                }
            };
            at += 1;
            while at < tokens.len() && !matches!(&tokens[at], Token::Word(word) if word.starts_with("end")) {
                at += cmap.entry(section, &tokens[at..]);
            }
        }
        cmap
    }

    /// Takes in an entry, and says how many tokens it has.
    fn entry(&mut self, section: Section, tokens: &[Token<'_>]) -> usize {
        match (section, tokens) {
            (Section::Space, [Token::Hex(first), Token::Hex(_), ..]) => {
                self.narrow = first.len() == 1;
                2
            }
            (Section::Single, [Token::Hex(code), Token::Hex(text), ..]) => {
                self.put(number(code), utf16(text));
                2
            }
            (Section::Range, [Token::Hex(first), Token::Hex(last), Token::Hex(text), ..]) => {
                self.ranges.insert(number(first), (number(last), utf16(text)));
                3
            }
            (Section::Range, [Token::Hex(first), Token::Hex(_), Token::Word("["), rest @ ..]) => {
                let texts = rest.iter().take_while(|token| matches!(token, Token::Hex(_)));
                let mut length = 0;
                for (code, token) in (number(first)..).zip(texts) {
                    length += 1;
                    if let Token::Hex(text) = token {
                        self.put(code, utf16(text));
                    }
                }
                4 + length
            }
            _ => 1,
        }
    }

    fn put(&mut self, code: u32, text: String) {
        if self.single.len() < MOST {
            self.single.insert(code, text);
        }
    }

    /// What a code stands for.
    pub fn get(&self, code: u32) -> Option<String> {
        if let Some(text) = self.single.get(&code) {
            return Some(text.clone());
        }
        let (first, (_, text)) =
            self.ranges.range(..=code).next_back().filter(|(_, (last, _))| *last >= code)?;
        let mut chars: Vec<char> = text.chars().collect();
        let last = chars.pop()?;
        chars.push(char::from_u32(u32::from(last).checked_add(code - first)?)?);
        Some(chars.into_iter().collect())
    }
}

#[derive(Clone, Copy)]
enum Section {
    Space,
    Single,
    Range,
}

enum Token<'a> {
    Hex(Vec<u8>),
    Word(&'a str),
}

fn tokens(bytes: &[u8]) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    let delimits = |b: &u8| {
        b.is_ascii_whitespace() || matches!(b, b'<' | b'>' | b'[' | b']' | b'/' | b'(' | b')' | b'%')
    };
    while at < bytes.len() {
        let rest = &bytes[at..];
        match rest[0] {
            b'<' if rest.get(1) != Some(&b'<') => {
                let end = rest.iter().position(|b| *b == b'>').unwrap_or(rest.len());
                let digits: Vec<u8> = rest[1..end]
                    .iter()
                    .filter_map(|b| char::from(*b).to_digit(16))
                    .filter_map(|d| u8::try_from(d).ok())
                    .collect();
                tokens.push(Token::Hex(
                    digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or(0)).collect(),
                ));
                at += end + 1;
            }
            b'[' | b']' => {
                tokens.push(Token::Word(if rest[0] == b'[' { "[" } else { "]" }));
                at += 1;
            }
            b'%' => at += rest.iter().position(|b| matches!(b, b'\n' | b'\r')).unwrap_or(rest.len()),
            b if delimits(&b) => at += 1,
            _ => {
                let end = rest.iter().position(delimits).unwrap_or(rest.len());
                tokens.extend(std::str::from_utf8(&rest[..end]).ok().map(Token::Word));
                at += end;
            }
        }
    }
    tokens
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |value, byte| value << 8 | u32::from(*byte))
}

fn utf16(bytes: &[u8]) -> String {
    let units = bytes.chunks(2).map(|pair| match pair {
        [one, two] => u16::from_be_bytes([*one, *two]),
        _ => u16::from(pair[0]),
    });
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_stand_for_what_the_map_says() {
        let cmap = Cmap::read(
            b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n2 beginbfchar <0003> <0020> <0004> <06440627> endbfchar\n\
              2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<0061> <D83DDE00>] endbfrange",
        );
        let of = |code| cmap.get(code).unwrap_or_default();
        assert_eq!([3, 4, 0x10, 0x12, 0x20, 0x21, 0x13].map(of), [" ", "لا", "A", "C", "a", "😀", ""]);
        assert!(!cmap.narrow);
    }

    #[test]
    fn a_range_without_end_takes_no_room() {
        let cmap = Cmap::read(b"begincodespacerange <00> <FF> endcodespacerange beginbfrange <00000000> <ffffffff> <0041> endbfrange");
        assert_eq!((cmap.narrow, cmap.get(2), cmap.get(u32::MAX)), (true, Some("C".into()), None));
    }
}
