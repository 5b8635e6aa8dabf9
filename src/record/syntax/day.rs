//! Days that are written otherwise than TOML does.

use super::super::raw::Date;

/// The day that a value means which is no date of TOML: `15/10/2022`, `15 October 2022`, `2022-10-5`. None where day
/// and month could be exchanged.
pub(in super::super) fn day(value: &str) -> Option<String> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let pieces: Vec<&str> =
        value.split(['/', '.', '-', '–', '—', ' ', ',']).filter(|piece| !piece.is_empty()).collect();
    let [one, two, three] = pieces.as_slice() else { return None };
    let number = |text: &str| text.parse::<u32>().ok();
    let month = |text: &str| {
        let lower = text.to_lowercase();
        (1u32..).zip(MONTHS).find(|(_, known)| lower.starts_with(known)).map(|(month, _)| month)
    };
    let (year, month, day) = match (number(one), number(two), number(three)) {
        (Some(year), Some(month), Some(day)) if year > 999 => (year, month, day),
        (Some(day), Some(month), Some(year)) if year > 999 && day > 12 => (year, month, day),
        (Some(month), Some(day), Some(year)) if year > 999 && day > 12 => (year, month, day),
        (Some(both), Some(same), Some(year)) if year > 999 && both == same => (year, both, both),
        (Some(day), None, Some(year)) if year > 999 => (year, month(two)?, day),
        (None, Some(day), Some(year)) if year > 999 => (year, month(one)?, day),
        _ => return None,
    };
    let day = Date::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    Some(day.to_string()).filter(|day| day != value)
}

/// What to write for a date of three numbers of which it is not clear what day they mean: `01.08.2023`.
pub(super) fn either_day(value: &str) -> Option<String> {
    let pieces: Vec<&str> = value.split(['/', '.', '-']).collect();
    let [one, two, year] = pieces.as_slice() else { return None };
    let number = |piece: &str| !piece.is_empty() && piece.bytes().all(|byte| byte.is_ascii_digit());
    let shaped = one.len() <= 2 && two.len() <= 2 && matches!(year.len(), 2 | 4);
    if !shaped || !pieces.iter().all(|piece| number(piece)) {
        return None;
    }
    let date = |month: &str, day: &str| {
        Date::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    };
    match (date(two, one), date(one, two)) {
        (Some(first), Some(second)) if year.len() == 4 => {
            Some(format!("write {first} or {second}, whichever is meant"))
        }
        _ => Some(DATE.into()),
    }
}

pub(super) const DATE: &str =
    "write year-month-day with two digits each for month and day, as in 2022-10-15, and nothing behind it";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_are_written_otherwise() {
        for (written, want) in [
            ("15 October 2022", Some("2022-10-15")),
            ("October 15, 2022", Some("2022-10-15")),
            ("15/10/2022", Some("2022-10-15")),
            ("10/15/2022", Some("2022-10-15")),
            ("15.10.2022", Some("2022-10-15")),
            ("2022-10-5", Some("2022-10-05")),
            ("2022/10/15", Some("2022-10-15")),
            ("2022–10–15", Some("2022-10-15")),
            ("5.5.2022", Some("2022-05-05")),
            ("12.12.2022", Some("2022-12-12")),
            ("13.12.2022", Some("2022-12-13")),
            ("12.13.2022", Some("2022-12-13")),
            ("1000-1-1", Some("1000-01-01")),
            // Day and month could be exchanged.
            ("5/6/2022", None),
            ("11/12/2022", None),
            ("12/11/2022", None),
            ("1/13/2022", Some("2022-01-13")),
            ("13/1/2022", Some("2022-01-13")),
            ("15/10/22", None),
            ("999-1-1", None),
            ("13.13.2022", None),
            ("31/02/2022", None),
            ("2022-10-15", None),
            ("15 Smarch 2022", None),
            ("2022-10", None),
            ("2022-10-15-1", None),
        ] {
            assert_eq!(day(written).as_deref(), want, "{written}");
        }
    }

    #[test]
    fn a_day_that_may_be_either() {
        for (written, want) in [
            ("01.08.2023", Some("write 2023-08-01 or 2023-01-08, whichever is meant")),
            ("5/6/2022", Some("write 2022-06-05 or 2022-05-06, whichever is meant")),
            ("31/02/2022", Some(DATE)),
            ("01.08.23", Some(DATE)),
            ("2022-10-15", None),
            ("1.2.3", None),
            ("1.2", None),
            ("1..2022", None),
            ("1.a.2022", None),
            ("1.2.2022.1", None),
        ] {
            assert_eq!(either_day(written).as_deref(), want, "{written}");
        }
    }
}
