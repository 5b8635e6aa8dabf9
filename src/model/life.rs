//! Dates: when a resolution was adopted or rejected, and when a position stands.

use chrono::NaiveDate;

/// How the proceedings on a resolution ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Adopted on that date.
    Adopted(NaiveDate),
    /// Put to a vote on that date and not adopted.
    Rejected(NaiveDate),
}

impl Outcome {
    /// The date of adoption or rejection.
    pub fn date(self) -> NaiveDate {
        match self {
            Self::Adopted(date) | Self::Rejected(date) => date,
        }
    }
}

/// From when to when a position stands; what is not known is absent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Life {
    made: Option<NaiveDate>,
    withdrawn: Option<NaiveDate>,
}

impl Life {
    /// A life from its dates; none where it would end before it began.
    pub fn new(made: Option<NaiveDate>, withdrawn: Option<NaiveDate>) -> Option<Self> {
        let upside_down = matches!((made, withdrawn), (Some(made), Some(withdrawn)) if withdrawn < made);
        (!upside_down).then_some(Self { made, withdrawn })
    }

    /// When the position was made, where that is on record.
    pub fn made(self) -> Option<NaiveDate> {
        self.made
    }

    /// When the position was withdrawn, where it was.
    pub fn withdrawn(self) -> Option<NaiveDate> {
        self.withdrawn
    }

    /// Whether it had been made by `day`. The date of adoption or rejection stands in for one that is not known;
    /// where neither is known, nothing is hidden.
    pub fn made_by(self, day: NaiveDate, outcome: Option<Outcome>) -> bool {
        self.made.or(outcome.map(Outcome::date)).is_none_or(|made| made <= day)
    }

    /// Whether it had been withdrawn by `day`.
    pub fn withdrawn_by(self, day: NaiveDate) -> bool {
        self.withdrawn.is_some_and(|withdrawn| withdrawn <= day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_life_cannot_end_before_it_began() {
        assert!(Life::new(Some(day("2024-02-02")), Some(day("2024-02-01"))).is_none());
        assert!(Life::new(Some(day("2024-02-02")), Some(day("2024-02-02"))).is_some());
    }

    #[test]
    fn the_date_of_adoption_stands_in() {
        let adopted = Some(Outcome::Adopted(day("2024-03-01")));
        assert!(!Life::default().made_by(day("2024-02-29"), adopted));
        assert!(Life::default().made_by(day("2024-03-01"), adopted));
        assert!(Life::default().made_by(day("1900-01-01"), None));
        let life = Life::new(None, Some(day("2024-05-01"))).unwrap();
        assert!(!life.withdrawn_by(day("2024-04-30")) && life.withdrawn_by(day("2024-05-01")));
    }
}
