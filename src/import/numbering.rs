//! Whether the number before a text is the next of the operative paragraphs.

/// How a number fits behind the last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// The next one, or one of the last with a suffix.
    Next,
    /// It leaves some out.
    Gap,
    /// It was there already.
    Repeat,
    /// The numbering starts again.
    Restart,
    /// It is no number of a paragraph.
    Not,
}

/// What is known of a place where a number stands.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The paragraph before it is over.
    pub done: bool,
    /// A blank line or the end of a page stands before it.
    pub apart: bool,
    /// What follows the number can begin a paragraph: it does not go on in small letters.
    pub begins: bool,
    /// What follows it is a verb of operative paragraphs.
    pub verb: bool,
}

/// How a number fits behind `last`, the highest so far, 0 for none. A number that goes further than paragraphs do
/// (a year at the start of a line) fits only before a verb.
pub fn fit(last: u32, whole: u32, suffix: &str, place: Place) -> Fit {
    let Place { done, apart, begins, verb } = place;
    if (1900..2200).contains(&whole) && whole != last + 1 {
        return Fit::Not;
    }
    if whole == last && !suffix.is_empty() {
        return if begins { Fit::Next } else { Fit::Not };
    }
    if whole == last + 1 {
        // "… set out in paragraph" / "4. of the report" is no paragraph 4.
        return if begins && (done || apart || verb) { Fit::Next } else { Fit::Not };
    }
    if !begins || !(done || (apart && verb)) {
        return Fit::Not;
    }
    match whole {
        1 if last > 0 => Fit::Restart,
        _ if whole <= last => Fit::Repeat,
        _ if whole <= last + 9 || verb => Fit::Gap,
        _ => Fit::Not,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fits() {
        let place = Place { done: true, apart: false, begins: true, verb: false };
        let open = Place { done: false, ..place };
        assert_eq!(fit(0, 1, "", place), Fit::Next);
        assert_eq!(fit(9, 9, "bis", place), Fit::Next);
        assert_eq!(fit(3, 4, "", open), Fit::Not);
        assert_eq!(fit(3, 2030, "", place), Fit::Not);
        assert_eq!(fit(3, 6, "", place), Fit::Gap);
        assert_eq!(fit(3, 90, "", place), Fit::Not);
        assert_eq!(fit(3, 90, "", Place { verb: true, ..place }), Fit::Gap);
        assert_eq!(fit(3, 3, "", place), Fit::Repeat);
        assert_eq!(fit(3, 1, "", place), Fit::Restart);
    }
}
