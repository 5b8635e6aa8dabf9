//! Votes that are printed as tables: a row a delegation, or a column a side.

use super::side::{Heading, number, of_word};
use super::{Voter, list};

/// Who voted how, of a table with a row a delegation: "| Chad | Yes |".
pub fn rows(text: &str) -> Option<[Vec<Voter>; 3]> {
    if !text.trim_start().starts_with('|') {
        return None;
    }
    let cells: Vec<&str> = text.split(['|', '\n']).map(str::trim).filter(|cell| !cell.is_empty()).collect();
    let mut sides: [Vec<Voter>; 3] = Default::default();
    let (mut found, mut at) = (0, 0);
    while at + 1 < cells.len() {
        let (name, side) = (cells[at], of_word(cells[at + 1]));
        let (mut voters, _, unknown) = list::read(name);
        match (side, voters.len(), unknown.len()) {
            (Some(side), 1, 0) => {
                found += 1;
                if let Some(own) = sides.get_mut(side) {
                    own.append(&mut voters);
                }
                at += 2;
            }
            // The table's heading.
            _ if found == 0 => at += 1,
            _ => return None,
        }
    }
    (found > 1 && at == cells.len()).then_some(sides)
}

/// Whether a text is a row of such a table.
pub fn is_row_of_one(text: &str) -> bool {
    let cells: Vec<&str> = text.split('|').map(str::trim).filter(|cell| !cell.is_empty()).collect();
    let [name, side, ..] = cells[..] else { return false };
    text.starts_with('|') && of_word(side).is_some() && list::read(name).0.len() == 1
}

/// The counts of a table with a column a side: its headings follow one another, and as many numbers follow them.
pub fn columns(text: &str, headings: &[Heading]) -> Option<Vec<u32>> {
    let plain = |text: &str| text.trim_matches(['|', ' ', '/', ',', '\n']).is_empty();
    let row = headings.windows(2).all(|pair| plain(&text[pair[0].at.end..pair[1].at.start]));
    let last = headings.last().filter(|_| row && headings.len() > 1)?;
    // The first cell of the row may be a word: "| Total | 12 | 3 | 4 |".
    let cells =
        text[last.at.end..].split(['|', ' ', '/', ',', '\n', ']', '.']).filter(|cell| !cell.is_empty());
    let cells = cells.skip_while(|cell| text.contains('|') && cell.chars().all(char::is_alphabetic));
    let counts: Vec<u32> =
        cells.map(|cell| number(cell).0.filter(|_| number(cell).1.is_empty())).collect::<Option<_>>()?;
    (counts.len() == headings.len()).then_some(counts)
}
