//! When, where and by which rule something was done, and names of persons: words that say nothing of positions.

use super::mark::What;
use super::rules::{LONGEST_RUN, Rules};
use super::sign::Sign;
use super::token::Gap;

/// A person has no more names than that.
const LONGEST_PERSON: usize = 6;

impl Rules<'_> {
    /// The place after a date or a meeting: "on 4 May 2023", "at its 17th plenary meeting, on 9 June", "in 2023".
    pub(super) fn occasion(&self, at: usize) -> Option<usize> {
        let leads = self.is_any(at, &[Sign::On, Sign::In, Sign::At, Sign::Of, Sign::From, Sign::Under]);
        let from = if leads { self.past(at + 1, &[Sign::Article]) } else { at };
        if let Some(end) = self.date(from) {
            return Some(end);
        }
        if !leads {
            return None;
        }
        if self.number_between(from, 1900, 2100) && !self.is_any(from + 1, &[Sign::And, Sign::To]) {
            return Some(from + 1);
        }
        let meeting = self.meeting(from, self.is(at, Sign::At))?;
        Some(self.occasion(self.comma(meeting)).unwrap_or(meeting))
    }

    /// The place after how many voted: "by 94 votes to 3", "with 21 abstentions".
    pub(super) fn votes(&self, at: usize) -> Option<usize> {
        let votes = self.is_word(at + 2, &["vote", "votes"]);
        let against = self.is_any(at + 3, &[Sign::To, Sign::On]) && self.what(at + 4) == Some(What::Number);
        let counted = self.what(at + 1) == Some(What::Number) && (votes || self.is(at + 2, Sign::Vote));
        counted.then_some(if votes && against { at + 5 } else { at + 3 })
    }

    /// "4 May 2023", "May 4, 2023", "9 حزيران/يونيه"
    fn date(&self, at: usize) -> Option<usize> {
        let day = |at: usize| self.number_between(at, 1, 31);
        let month = if day(at) { at + 1 } else { at };
        if !self.is(month, Sign::Month) {
            return None;
        }
        let mut end = month + 1;
        if self.is_mark(end, '/') && self.is(end + 1, Sign::Month) {
            end += 2;
        }
        if month == at && day(end) {
            end += 1;
        } else if month == at && !self.number_between(end, 1900, 2100) {
            return None;
        }
        let year = self.comma(end);
        Some(if self.number_between(year, 1900, 2100) { year + 1 } else { end })
    }

    fn number_between(&self, at: usize, least: u32, most: u32) -> bool {
        let digits = |text: &str| text.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h']).parse::<u32>().ok();
        let item = self.items.get(at).filter(|item| item.what == What::Number);
        item.and_then(|item| digits(&item.text)).is_some_and(|number| (least..=most).contains(&number))
    }

    /// "17th plenary meeting", "الجلسة 17 المعقودة"
    fn meeting(&self, from: usize, sure: bool) -> Option<usize> {
        let end = (from..from + 5).find(|at| self.is(*at, Sign::Meeting))?;
        let describes = |at: usize| match self.what(at) {
            Some(
                What::Number
                | What::Sign(Sign::Ordinal(_) | Sign::Filler | Sign::Lasts(_) | Sign::Same | Sign::Former),
            ) => true,
            Some(What::Unknown) => sure,
            _ => false,
        };
        if !(from..end).all(describes) {
            return None;
        }
        let number = matches!(self.what(end + 1), Some(What::Number | What::Sign(Sign::Ordinal(_))));
        Some(self.past(end + 1 + usize::from(number), &[Sign::Filler]))
    }

    /// The place after the item under which something was dealt with: "under agenda item 9", "في إطار البند 9".
    pub(super) fn agenda(&self, at: usize) -> Option<usize> {
        let unit = self.past(at + 1, &[Sign::Article, Sign::Foreign, Sign::Filler, Sign::Same]);
        let item = match self.what(unit) {
            Some(What::Sign(Sign::Unit(index))) => self.grammar.units.get(index)?.declared,
            _ => None,
        };
        item.filter(|(letters, _)| *letters == "ITEM")?;
        let (_, end) = self.numbered(unit)?;
        let text = self.past(end + 1, &[Sign::Article]);
        Some(if self.is(end, Sign::Of) && self.is(text, Sign::Foreign) { text + 1 } else { end })
    }

    /// The place after the rule by which something was done: "under paragraph 1 of the rules of procedure".
    pub(super) fn basis(&self, at: usize) -> Option<usize> {
        let window = at + 1..at + LONGEST_RUN;
        let stops = |at: usize| {
            matches!(
                self.what(at),
                None | Some(
                    What::Name(_)
                        | What::Stop
                        | What::Quote
                        | What::Mark(',' | ':' | ';')
                        | What::Sign(Sign::Kind(_) | Sign::Objects)
                )
            )
        };
        let end = window.clone().find(|at| stops(*at)).unwrap_or(window.end);
        let rule = (at + 1..end).rev().find(|at| self.is(*at, Sign::Foreign))?;
        let named = |at: &usize| matches!(self.what(*at), Some(What::Unknown | What::Sign(Sign::Article)));
        let more = if self.is(rule + 1, Sign::Of) { rule + 2 } else { rule + 1 };
        let behind = (more..end).find(|at| !named(at)).unwrap_or(end);
        Some(if more == rule + 1 { more } else { behind })
    }

    /// The place after the name of a person, which may be a country's.
    pub(super) fn person(&self, at: usize) -> usize {
        let belongs = |at: usize| {
            let Some(item) = self.items.get(at).filter(|item| item.gap < Gap::Paragraph) else {
                return false;
            };
            match item.what {
                What::Mark('.' | '-') => true,
                What::Unknown | What::Name(_) => item.capital || !self.grammar.capitals,
                What::Sign(sign) => item.capital && sign != Sign::Delegation,
                _ => false,
            }
        };
        // The first letter of "فاطمة" and "وفاء" looks like a particle.
        let particle = self.items.get(at).is_some_and(|item| item.is(Sign::And) && item.text.is_empty());
        let at = at + usize::from(particle && self.what(at + 1) == Some(What::Unknown));
        (at..at + LONGEST_PERSON).find(|at| !belongs(*at)).unwrap_or(at + LONGEST_PERSON)
    }
}
