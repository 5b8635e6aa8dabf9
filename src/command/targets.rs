//! The paragraphs that an edit is about, as they are typed. A report may answer for all that a reference could mean; an
//! edit writes one thing, and says where it took a word for another.

use reservations::model::{Label, Resolution};
use reservations::reference::{self, Unknown, Wanted};

use super::Failure;

/// The labels of an edit, and what was decided on the way, a line each.
pub(crate) struct Targets {
    pub labels: Vec<Label>,
    pub notes: Vec<String>,
}

/// The labels that references mean in a record.
pub(crate) fn targets(references: &[String], resolution: &Resolution) -> Result<Targets, Failure> {
    let mut targets = Targets { labels: Vec::new(), notes: Vec::new() };
    for text in references {
        match in_no_part(text, resolution)?.or_else(|| written_out(text, resolution)) {
            Some(label) => targets.labels.push(label),
            None => targets.read(text, resolution)?,
        }
    }
    Ok(targets)
}

impl Targets {
    fn read(&mut self, text: &str, resolution: &Resolution) -> Result<(), Failure> {
        let wanted = reference::read(text)?;
        for item in &wanted {
            let text = if wanted.len() > 1 { item.to_string() } else { text.to_owned() };
            let found = one(item, &text, resolution)?;
            if let ([label], true) = (found.as_slice(), item.is_lettered())
                && label.number().suffix().is_empty()
            {
                self.notes.push(format!(
                    "\"{text}\" is taken as {label}: the record has no paragraph of that number"
                ));
            }
            self.labels.extend(found);
        }
        Ok(())
    }
}

/// The labels that one item of a reference means: paragraphs of one unit and part.
fn one(item: &Wanted, text: &str, resolution: &Resolution) -> Result<Vec<Label>, Failure> {
    let missing = || -> Unknown { item.missing(text, std::iter::once(resolution)) };
    let mut found = reference::labels(std::slice::from_ref(item), resolution);
    let whole = !found.is_empty() && item.is_in(std::iter::once(resolution));
    if !whole || item.is_bare() {
        // Where nothing bounds a number, the paragraph need not stand in the record yet.
        let open = item.at_its_word(resolution);
        if !whole && open.is_empty() {
            return Err(missing().into());
        }
        found.extend(open);
        found.sort_by(|a, b| resolution.order(a, b));
        found.dedup();
    }
    let place = |label: &Label| (label.part().cloned(), label.unit().clone());
    let first = found.first().map(place);
    if found.iter().any(|other| Some(place(other)) != first) {
        // "OP3" is that of every part: the one in none has a stroke before it.
        let parted = found.iter().any(|label| label.part().is_some());
        let name = |label: &Label| match label.part() {
            None if parted => format!("/{label}"),
            _ => label.to_string(),
        };
        let named: Vec<String> = found.iter().map(name).collect();
        return Err(Failure::Cannot(format!("\"{text}\" could mean {}; say which", named.join(" or "))));
    }
    Ok(found)
}

/// The label of "/OP3": the paragraph that stands in no part, where parts have one of that number too.
fn in_no_part(text: &str, resolution: &Resolution) -> Result<Option<Label>, Failure> {
    let Some(label) = text.trim().strip_prefix('/').and_then(|rest| rest.trim().parse::<Label>().ok()) else {
        return Ok(None);
    };
    let counted = resolution.count(None, label.unit()).is_some();
    if label.part().is_some() || (counted && !resolution.has(&label)) {
        let message = format!("no paragraph \"{text}\": none stands in no part by that number");
        return Err(Failure::Cannot(message));
    }
    Ok(Some(label))
}

/// A label with letters at its number that is written out: OP12A and OP14bis need not stand in the record yet. A single
/// small letter more often is a sub-paragraph, and is left to the record.
fn written_out(text: &str, resolution: &Resolution) -> Option<Label> {
    let label = text.trim().parse::<Label>().ok()?;
    let suffix = label.number().suffix();
    let small = suffix.len() == 1 && suffix.chars().all(char::is_lowercase);
    (!suffix.is_empty() && !small && resolution.has(&label)).then_some(label)
}
