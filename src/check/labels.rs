//! Labels: their form, and whether the record knows their unit, their part and their number.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::Inspection;
use super::codes::{DUPLICATE_LABEL, LABEL_PAST_END, MALFORMED_LABEL, UNKNOWN_PART, UNKNOWN_UNIT};
use super::resolution::MOST;
use crate::model::{Label, PartId, Unit};
use crate::problem::{About, Code};
use crate::record::{Placed, RawPart, RawRecord};
use crate::reference;

pub(super) const CODES: &[&Code] =
    &[&MALFORMED_LABEL, &UNKNOWN_UNIT, &UNKNOWN_PART, &LABEL_PAST_END, &DUPLICATE_LABEL];

/// Which units and parts a record declares, and how many paragraphs there are in each.
pub(super) struct Numbering {
    units: BTreeSet<String>,
    counts: BTreeMap<Option<String>, [Option<i64>; 2]>,
}

impl Numbering {
    pub fn of(record: &RawRecord) -> Self {
        let count = |value: &Option<Placed<i64>>| {
            value.as_ref().map(|count| count.value).filter(|count| (0..=MOST).contains(count))
        };
        let own = record.resolution.as_ref().map(|own| [count(&own.preambular), count(&own.operative)]);
        let mut counts = BTreeMap::from([(None, own.unwrap_or_default())]);
        for part in &record.parts {
            if let Some(id) = &part.id {
                counts.insert(Some(id.value.clone()), [count(&part.preambular), count(&part.operative)]);
            }
        }
        let units = record.units.iter().map(|(unit, _)| unit.value.clone()).collect();
        Self { units, counts }
    }

    /// The count that bounds a unit in a part; none where none is known.
    pub fn bound(&self, part: Option<&PartId>, unit: &Unit) -> Option<i64> {
        let [preambular, operative] = self.counts.get(&part.map(|part| part.as_str().to_owned()))?;
        if unit.is_pp() { *preambular } else { operative.filter(|_| unit.is_op()) }
    }
}

pub(super) fn labels(inspection: &mut Inspection<'_>) {
    let record = inspection.record();
    let lists =
        record.positions.iter().map(|position| &position.on).chain(record.votes.iter().map(|vote| &vote.on));
    let mut doubtful = Doubtful::default();
    for list in lists.flatten() {
        let mut seen = BTreeSet::new();
        for item in &list.value {
            if seen.insert(&item.value) {
                label(inspection, item, &mut doubtful);
            } else {
                let help = "keep it once";
                inspection.add(
                    &DUPLICATE_LABEL,
                    &item.span,
                    format!("`{}` stands twice in the list", item.value),
                    help,
                );
            }
        }
    }
    for language in &record.languages {
        for (key, _) in language.subjects.iter().chain(&language.paragraphs) {
            label(inspection, key, &mut doubtful);
        }
    }
    undeclared(inspection, doubtful.undeclared);
    past_the_end(inspection, doubtful.past);
}

fn label(inspection: &mut Inspection<'_>, item: &Placed<String>, doubtful: &mut Doubtful) {
    match item.value.parse::<Label>() {
        Ok(label) => known(inspection, &item.span, label, doubtful),
        Err(error) => {
            let help = written(&item.value);
            inspection.add(
                &MALFORMED_LABEL,
                &item.span,
                format!("`{}` is no label: {error}", item.value),
                help,
            );
        }
    }
}

/// How a label should be written, from how it was.
fn written(text: &str) -> String {
    let quoted = |labels: &[Label], between: &str| {
        labels.iter().map(|label| format!("\"{label}\"")).collect::<Vec<_>>().join(between)
    };
    match reference::spelt(text) {
        Some((labels, true)) => return format!("write {}", quoted(&labels, ", ")),
        Some((labels, false)) => return format!("say which it is: {}", quoted(&labels, " or ")),
        None => {}
    }
    let lower = text.trim().to_lowercase();
    if ["entire", "whole", "all", "full", "unknown"].iter().any(|word| lower.starts_with(word)) {
        return "a position that names no paragraph has `scope = \"entire\"` or \"unknown\" in place of `on`"
            .into();
    }
    if text.contains(['-', '–', ',']) {
        return "write each paragraph by itself, as in [\"PP3\", \"PP4\", \"PP5\"]".into();
    }
    "write it as in PP9, OP3(a), OP14bis or II/OP3".into()
}

type Places = Vec<(Label, Range<usize>)>;

/// Labels that are well formed, and that the record does not account for: they are looked at together.
#[derive(Default)]
struct Doubtful {
    past: Places,
    undeclared: BTreeMap<Undeclared, Places>,
}

/// What a label has that the record does not declare.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Undeclared {
    Unit(Unit),
    Part(PartId),
}

fn known(inspection: &Inspection<'_>, span: &Range<usize>, label: Label, doubtful: &mut Doubtful) {
    let numbering = &inspection.numbering;
    let unit = label.unit();
    let missing = |part: &&PartId| !numbering.counts.contains_key(&Some(part.as_str().to_owned()));
    let lacks = if !unit.is_built_in() && !numbering.units.contains(unit.as_str()) {
        Undeclared::Unit(unit.clone())
    } else if let Some(part) = label.part().filter(missing) {
        Undeclared::Part(part.clone())
    } else {
        let bound = numbering.bound(label.part(), unit);
        if bound.is_some_and(|bound| i64::from(label.number().whole()) > bound) {
            doubtful.past.push((label, span.clone()));
        }
        return;
    };
    doubtful.undeclared.entry(lacks).or_default().push((label, span.clone()));
}

/// Labels whose unit or part the record does not declare. Of one that many have, the declaration is at fault, once.
fn undeclared(inspection: &mut Inspection<'_>, undeclared: BTreeMap<Undeclared, Places>) {
    for (what, places) in undeclared {
        let (code, lacks, help) = match &what {
            Undeclared::Unit(unit) => {
                (&UNKNOWN_UNIT, format!("has the unit `{unit}`"), unit_help(inspection, unit))
            }
            Undeclared::Part(part) => (&UNKNOWN_PART, format!("is in part `{part}`"), part_help(inspection)),
        };
        let about = match &what {
            Undeclared::Unit(unit) => About::value(unit.as_str()),
            Undeclared::Part(part) => About::value(part.as_str()),
        };
        // One declaration is missing, however many labels rest on it; a part may be a slip of a label.
        let slips = if matches!(what, Undeclared::Unit(_)) { 0 } else { SLIPS };
        for (label, span, others) in often(places, slips) {
            let message = format!("`{label}` {lacks}, which the record does not declare{others}");
            inspection.add_about(code, &span, message, help.clone(), about.clone());
        }
    }
}

/// Each place; where there are more than so many others only the first, with how many they are.
fn often(mut places: Places, slips: usize) -> impl Iterator<Item = (Label, Range<usize>, String)> {
    let more = places.len().saturating_sub(1);
    let others = if more > slips { format!("; the same holds for {more} more") } else { String::new() };
    places.truncate(if more > slips { 1 } else { usize::MAX });
    places.into_iter().map(move |(label, span)| (label, span, others.clone()))
}

/// So many others of the same may be slips, each by itself.
const SLIPS: usize = 2;

/// How many units or parts a help line chooses from: many faults in a record with many of them stay cheap.
const SHOWN: usize = 20;

fn unit_help(inspection: &Inspection<'_>, unit: &Unit) -> String {
    let declared = inspection.numbering.units.iter().take(SHOWN).map(String::as_str);
    let known: Vec<String> = ["PP", "OP"].into_iter().chain(declared).map(str::to_lowercase).collect();
    let near = inspection.compared.nearest(unit.as_str(), known.iter().map(String::as_str));
    match near.map(str::to_uppercase) {
        Some(known) => format!("did you mean `{known}`? otherwise declare it in [units]"),
        None => format!("declare it in [units], as in {unit} = \"{}\"", unit.as_str().to_lowercase()),
    }
}

fn part_help(inspection: &Inspection<'_>) -> String {
    let parts = inspection.numbering.counts.keys().flatten().map(String::as_str);
    let parts: Vec<_> = parts.take(SHOWN).collect();
    match parts.is_empty() {
        true => "the record has no [[part]]".to_owned(),
        false => format!("its parts are {}", parts.join(", ")),
    }
}
/// Labels past the end. Where they go on from the count without a gap, it is the count that is wrong, once.
fn past_the_end(inspection: &mut Inspection<'_>, past: Places) {
    let mut places: BTreeMap<(Option<PartId>, Unit), Places> = BTreeMap::new();
    for (label, span) in past {
        places.entry((label.part().cloned(), label.unit().clone())).or_default().push((label, span));
    }
    for ((part, unit), labels) in places {
        let Some(bound) = inspection.numbering.bound(part.as_ref(), &unit) else { continue };
        let kind = if unit.is_pp() { "preambular" } else { "operative" };
        let numbers: BTreeSet<i64> =
            labels.iter().map(|(label, _)| i64::from(label.number().whole())).collect();
        let last = numbers.last().copied().unwrap_or(bound);
        let run = numbers.len() >= RUN && i64::try_from(numbers.len()).is_ok_and(|many| bound + many == last);
        if let Some(count) = count(inspection.record(), part.as_ref(), &unit).filter(|_| run) {
            let message =
                format!("`{kind}` is {bound}, but the record has {unit}{} to {unit}{last}", bound + 1);
            let help = format!("write `{kind} = {last}` where the text has that many");
            inspection.add(&LABEL_PAST_END, &count, message, help);
            continue;
        }
        let place = part.as_ref().map(|part| format!(" in part {part}")).unwrap_or_default();
        let there_are = match bound {
            1 => format!("there is 1 {kind} paragraph{place}"),
            _ => format!("there are {bound} {kind} paragraphs{place}"),
        };
        let mut same: BTreeMap<u32, Places> = BTreeMap::new();
        for (label, span) in labels {
            same.entry(label.number().whole()).or_default().push((label, span));
        }
        for (label, span, others) in same.into_values().flat_map(|places| often(places, SLIPS)) {
            let message = format!("`{label}` is past the end: {there_are}{others}");
            inspection.add(&LABEL_PAST_END, &span, message, "correct the label, or the count");
        }
    }
}

/// So many numbers in a row past the end are no slip of a label.
const RUN: usize = 4;

/// Where the count stands.
fn count(record: &RawRecord, part: Option<&PartId>, unit: &Unit) -> Option<Range<usize>> {
    let own = |preambular: &Option<Placed<i64>>, operative: &Option<Placed<i64>>| {
        let count = if unit.is_pp() { preambular } else { operative };
        count.as_ref().map(|count| count.span.clone())
    };
    match part {
        None => record.resolution.as_ref().and_then(|raw| own(&raw.preambular, &raw.operative)),
        Some(id) => {
            let is = |raw: &&RawPart| raw.id.as_ref().is_some_and(|known| known.value == id.as_str());
            record.parts.iter().find(is).and_then(|raw| own(&raw.preambular, &raw.operative))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::written;
    use crate::check::check;
    use crate::problem::SourceText;

    fn told(on: &str) -> Vec<String> {
        let text = format!(
            "format = 1\n[resolution]\nid = \"x\"\npreambular = 2\noperative = 9\n[[part]]\nid = \"II\"\noperative = 2\n\
            [[part]]\nid = \"III\"\noperative = 1\n\n[[source]]\nid = \"s\"\n[language.en.delegations]\nKZ = \"K\"\n[[position]]\ndelegation = \"KZ\"\n\
            kind = \"reservation\"\non = [{on}]\nsource = \"s\"\n"
        );
        let problems = check(&SourceText::new("x", text)).problems;
        problems.iter().map(|problem| format!("{} {}", problem.place().0, problem.message)).collect()
    }

    #[test]
    fn numbers_that_go_on_from_the_count_are_one_fault_of_it() {
        assert_eq!(told("\"PP2\", \"OP9\", \"OP9bis\", \"OP9(z)\", \"II/OP2\""), Vec::<String>::new());
        assert_eq!(
            told("\"OP10\", \"OP11\", \"OP12\", \"OP13\""),
            ["5 `operative` is 9, but the record has OP10 to OP13"]
        );
        assert_eq!(
            told("\"II/OP3\", \"II/OP4\", \"II/OP5\", \"II/OP6\", \"PP3\""),
            [
                "8 `operative` is 2, but the record has OP3 to OP6",
                "20 `PP3` is past the end: there are 2 preambular paragraphs",
            ]
        );
        assert_eq!(
            told("\"III/OP2\", \"III/OP2(a)\""),
            [
                "20 `III/OP2` is past the end: there is 1 operative paragraph in part III",
                "20 `III/OP2(a)` is past the end: there is 1 operative paragraph in part III",
            ]
        );
        assert_eq!(
            told("\"OP10\", \"OP10(a)\", \"OP10(b)\", \"OP10bis\""),
            ["20 `OP10` is past the end: there are 9 operative paragraphs; the same holds for 3 more"]
        );
        // Three are slips, and so are four with a gap.
        let past = |label: &str| format!("20 `{label}` is past the end: there are 9 operative paragraphs");
        assert_eq!(told("\"OP10\", \"OP11\", \"OP12\""), ["OP10", "OP11", "OP12"].map(past));
        assert_eq!(
            told("\"OP10\", \"OP11\", \"OP12\", \"OP14\""),
            ["OP10", "OP11", "OP12", "OP14"].map(past)
        );
    }

    #[test]
    fn how_a_label_should_have_been_written() {
        for (text, want) in [
            ("op 3 (a)", "write \"OP3(a)\""),
            ("PP3-5", "write \"PP3\", \"PP4\", \"PP5\""),
            ("para 3", "say which it is: \"PP3\" or \"OP3\""),
            (
                "Entire text",
                "a position that names no paragraph has `scope = \"entire\"` or \"unknown\" in place of `on`",
            ),
            ("PP3-55", "write each paragraph by itself, as in [\"PP3\", \"PP4\", \"PP5\"]"),
            ("rule 3", "write it as in PP9, OP3(a), OP14bis or II/OP3"),
        ] {
            assert_eq!(written(text), want, "{text}");
        }
    }
}
