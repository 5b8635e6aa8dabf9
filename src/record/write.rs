//! From a raw record to the text of its file.

use toml_writer::{TomlKeyBuilder, TomlStringBuilder, WriteTomlValue};

use super::raw::{
    Date, Placed, RawLanguage, RawPart, RawPosition, RawRecord, RawResolution, RawSource, RawTexts, RawVote,
};
use crate::fold::is_invisible;

/// By which an editor finds the schema of records, where `reservations schema` was saved beside the record.
const SCHEMA: &str = "#:schema ./reservations.schema.json\n";

/// The text of a record's file, in the order of the contract, one key a line.
///
/// Reading it again gives the same record, but for places. Values that no record can hold (a source without an id)
/// are left out like everything that is absent. Control and invisible characters stand as `\u` escapes. Linear in
/// the record's length.
///
/// ```
/// use reservations::record::{RawRecord, read, write};
/// use reservations::problem::SourceText;
/// let mut record = RawRecord { format: Some(1.into()), ..RawRecord::default() };
/// record.resolution.get_or_insert_default().id = Some("ipu-145-migration".into());
/// let text = write(&record);
/// assert!(text.starts_with("#:schema ") && text.contains("\nid = \"ipu-145-migration\"\n"));
/// assert!(read(&SourceText::new("x.toml", text)).problems.is_empty());
/// ```
#[must_use]
pub fn write(record: &RawRecord) -> String {
    let mut page = Page { text: SCHEMA.to_owned() };
    if let Some(format) = &record.format {
        page.line("format", &format.value.to_string());
    }
    if let Some(resolution) = &record.resolution {
        page.resolution(resolution);
    }
    record.sources.iter().for_each(|source| page.source(source));
    page.table("[units]", &record.units);
    record.parts.iter().for_each(|part| page.part(part));
    record.languages.iter().for_each(|language| page.language(language));
    record.positions.iter().for_each(|position| page.position(position));
    record.votes.iter().for_each(|vote| page.vote(vote));
    page.text
}

/// The text so far.
struct Page {
    text: String,
}

impl Page {
    fn header(&mut self, header: &str) {
        self.text.push('\n');
        self.text.push_str(header);
        self.text.push('\n');
    }

    fn line(&mut self, key: &str, value: &str) {
        for piece in [key, " = ", value, "\n"] {
            self.text.push_str(piece);
        }
    }

    fn string(&mut self, key: &str, value: Option<&Placed<String>>) {
        if let Some(value) = value {
            self.line(key, &quoted(&value.value));
        }
    }

    fn strings(&mut self, key: &str, values: &[Placed<String>]) {
        let values: Vec<_> = values.iter().map(|value| quoted(&value.value)).collect();
        self.line(key, &format!("[{}]", values.join(", ")));
    }

    fn list(&mut self, key: &str, values: Option<&Placed<Vec<Placed<String>>>>) {
        if let Some(values) = values {
            self.strings(key, &values.value);
        }
    }

    fn integer(&mut self, key: &str, value: Option<&Placed<i64>>) {
        if let Some(value) = value {
            self.line(key, &value.value.to_string());
        }
    }

    fn date(&mut self, key: &str, value: Option<&Placed<Date>>) {
        if let Some(value) = value {
            self.line(key, &value.value.format("%Y-%m-%d").to_string());
        }
    }

    /// A table whose keys are data; left out where it is empty.
    fn table(&mut self, header: &str, texts: &RawTexts) {
        if !texts.is_empty() {
            self.header(header);
            texts.iter().for_each(|(name, text)| self.line(&key(&name.value), &quoted(&text.value)));
        }
    }

    /// The same text in several languages, as dotted keys.
    fn texts(&mut self, name: &str, texts: &RawTexts) {
        for (tag, text) in texts {
            self.line(&format!("{name}.{}", key(&tag.value)), &quoted(&text.value));
        }
    }

    fn resolution(&mut self, raw: &RawResolution) {
        self.header("[resolution]");
        self.string("id", raw.id.as_ref());
        self.string("symbol", raw.symbol.as_ref());
        self.date("adopted", raw.adopted.as_ref());
        self.date("rejected", raw.rejected.as_ref());
        self.string("by", raw.by.as_ref());
        self.integer("preambular", raw.preambular.as_ref());
        self.integer("operative", raw.operative.as_ref());
    }

    fn source(&mut self, raw: &RawSource) {
        self.header("[[source]]");
        self.string("id", raw.id.as_ref());
        self.string("title", raw.title.as_ref());
        if !raw.languages.is_empty() {
            self.strings("languages", &raw.languages);
        }
        self.string("sha256", raw.sha256.as_ref());
        self.string("url", raw.url.as_ref());
        self.string("iri", raw.iri.as_ref());
    }

    fn part(&mut self, raw: &RawPart) {
        self.header("[[part]]");
        self.string("id", raw.id.as_ref());
        self.integer("preambular", raw.preambular.as_ref());
        self.integer("operative", raw.operative.as_ref());
    }

    fn language(&mut self, raw: &RawLanguage) {
        let tag = key(&raw.tag.value);
        self.header(&format!("[language.{tag}]"));
        self.string("title", raw.title.as_ref());
        self.string("body", raw.body.as_ref());
        self.string("meeting", raw.meeting.as_ref());
        self.string("place", raw.place.as_ref());
        self.table(&format!("[language.{tag}.delegations]"), &raw.delegations);
        self.table(&format!("[language.{tag}.subjects]"), &raw.subjects);
        self.table(&format!("[language.{tag}.paragraphs]"), &raw.paragraphs);
    }

    fn position(&mut self, raw: &RawPosition) {
        self.header("[[position]]");
        self.string("delegation", raw.delegation.as_ref());
        self.string("kind", raw.kind.as_ref());
        self.list("on", raw.on.as_ref());
        self.string("scope", raw.scope.as_ref());
        self.texts("phrase", &raw.phrase);
        self.string("source", raw.source.as_ref());
        self.string("locator", raw.locator.as_ref());
        if let Some(open) = &raw.open {
            self.line("open", if open.value { "true" } else { "false" });
        }
        self.date("made", raw.made.as_ref());
        self.date("withdrawn", raw.withdrawn.as_ref());
        if !raw.on_behalf_of.is_empty() {
            self.strings("on-behalf-of", &raw.on_behalf_of);
        }
        self.string("regarding", raw.regarding.as_ref());
        self.texts("note", &raw.note);
        self.string("status", raw.status.as_ref());
    }

    fn vote(&mut self, raw: &RawVote) {
        self.header("[[vote]]");
        self.list("on", raw.on.as_ref());
        self.integer("in-favour", raw.in_favour.as_ref());
        self.integer("against", raw.against.as_ref());
        self.integer("abstaining", raw.abstaining.as_ref());
        self.list("voted-in-favour", raw.voted_in_favour.as_ref());
        self.list("voted-against", raw.voted_against.as_ref());
        self.list("voted-abstaining", raw.voted_abstaining.as_ref());
        self.string("lists", raw.lists.as_ref());
        self.string("source", raw.source.as_ref());
        self.string("locator", raw.locator.as_ref());
    }
}

fn key(name: &str) -> String {
    match TomlKeyBuilder::new(name).as_unquoted() {
        Some(_) => name.to_owned(),
        None => quoted(name),
    }
}

/// A basic string: the one form in which every character can be escaped.
fn quoted(value: &str) -> String {
    let mut text = String::with_capacity(value.len() + 2);
    // Writing into a String cannot fail.
    let _ = TomlStringBuilder::new(value).as_basic().write_toml_value(&mut text);
    escaped(text)
}

/// Invisible characters, which TOML lets stand, as `\u` escapes. No backslash stands before one of them, as in a
/// basic string a backslash begins an escape of visible letters.
fn escaped(basic: String) -> String {
    let hidden = |c: char| is_invisible(c) || matches!(c, '\u{80}'..='\u{9f}' | '\u{2028}' | '\u{2029}');
    if !basic.contains(hidden) {
        return basic;
    }
    let mut text = String::with_capacity(basic.len() + 16);
    for c in basic.chars() {
        match u32::from(c) {
            _ if !hidden(c) => text.push(c),
            code @ 0x1_0000.. => text.push_str(&format!("\\U{code:08X}")),
            code => text.push_str(&format!("\\u{code:04X}")),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::collection::{btree_map, vec};
    use proptest::option::of;
    use proptest::prelude::*;

    use super::*;
    use crate::problem::SourceText;
    use crate::record::read;

    fn text() -> impl Strategy<Value = Placed<String>> {
        prop_oneof![any::<String>(), "[a-z\"'\\\\\u{0}-\u{1f}\u{7f}-\u{9f}\u{202a}-\u{202e}\u{e0001}ب]{0,9}"]
            .prop_map(Placed::from)
    }

    fn texts() -> impl Strategy<Value = RawTexts> {
        let entries = btree_map(any::<String>(), text(), 0..4);
        entries.prop_map(|map| map.into_iter().map(|(key, value)| (key.into(), value)).collect())
    }

    fn date() -> impl Strategy<Value = Placed<Date>> {
        (0i32..=9999, 1u32..=365)
            .prop_map(|(year, day)| Date::from_yo_opt(year, day).expect("every year has 365 days").into())
    }

    fn list() -> impl Strategy<Value = Placed<Vec<Placed<String>>>> {
        vec(text(), 0..3).prop_map(Placed::from)
    }

    fn number() -> impl Strategy<Value = Option<Placed<i64>>> {
        of(any::<i64>().prop_map(Placed::from))
    }

    prop_compose! {
        fn resolution()(
            id in of(text()), symbol in of(text()), adopted in of(date()), rejected in of(date()),
            by in of(text()), preambular in number(), operative in number(),
        ) -> RawResolution {
            RawResolution { header: 0..0, id, symbol, adopted, rejected, by, preambular, operative }
        }
    }

    prop_compose! {
        fn source()(
            id in of(text()), title in of(text()), languages in vec(text(), 0..3), sha256 in of(text()),
            url in of(text()), iri in of(text()),
        ) -> RawSource {
            RawSource { header: 0..0, id, title, languages, sha256, url, iri }
        }
    }

    prop_compose! {
        fn language()(
            tag in text(), title in of(text()), body in of(text()), meeting in of(text()), place in of(text()),
            delegations in texts(), subjects in texts(), paragraphs in texts(),
        ) -> RawLanguage {
            RawLanguage { tag, title, body, meeting, place, delegations, subjects, paragraphs }
        }
    }

    prop_compose! {
        fn position()(
            (delegation, kind, scope, status) in (of(text()), of(text()), of(text()), of(text())),
            on in of(list()), open in of(any::<bool>().prop_map(Placed::from)), phrase in texts(),
            (made, withdrawn) in (of(date()), of(date())), on_behalf_of in vec(text(), 0..3),
            regarding in of(text()), note in texts(), (source, locator) in (of(text()), of(text())),
        ) -> RawPosition {
            RawPosition {
                header: 0..0, delegation, kind, on, scope, open, phrase, status, made, withdrawn, on_behalf_of,
                regarding, note, source, locator,
            }
        }
    }

    prop_compose! {
        fn vote()(
            on in of(list()), in_favour in number(), against in number(), abstaining in number(),
            voted_in_favour in of(list()), voted_against in of(list()), voted_abstaining in of(list()),
            (lists, source, locator) in (of(text()), of(text()), of(text())),
        ) -> RawVote {
            RawVote {
                header: 0..0, on, in_favour, against, abstaining, voted_in_favour, voted_against,
                voted_abstaining, lists, source, locator,
            }
        }
    }

    prop_compose! {
        fn record()(
            resolution in resolution(), sources in vec(source(), 0..3), units in texts(),
            parts in vec(of(text()), 0..3), languages in vec(language(), 0..3),
            positions in vec(position(), 0..3), votes in vec(vote(), 0..3),
        ) -> RawRecord {
            let parts = parts.into_iter().map(|id| RawPart { id, ..RawPart::default() }).collect();
            let mut languages = languages;
            languages.sort_by(|a, b| a.tag.value.cmp(&b.tag.value));
            languages.dedup_by(|a, b| a.tag.value == b.tag.value);
            RawRecord {
                format: Some(1.into()), resolution: Some(resolution), sources, units, parts, languages, positions,
                votes,
            }
        }
    }

    /// How a value looks, without the places.
    fn look(value: &impl std::fmt::Debug) -> String {
        let text = format!("{value:?}");
        let pieces = text.split(", span: ").enumerate().map(|(at, piece)| match at {
            0 => piece,
            _ => piece.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.'),
        });
        let text = pieces.collect::<Vec<_>>().concat();
        let pieces =
            text.split("header: ").map(|p| p.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.'));
        pieces.collect::<Vec<_>>().concat()
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(record in record()) {
            let text = write(&record);
            let reading = read(&SourceText::new("x.toml", text.as_str()));
            prop_assert_eq!(look(&reading.record), look(&record), "{}", text);
            let visible = |c: char| c == '\n' || !(c.is_control() || is_invisible(c));
            prop_assert!(text.chars().all(visible), "{}", text);
        }
    }

    #[test]
    fn the_order_of_the_contract() {
        let mut record = RawRecord { format: Some(1.into()), ..RawRecord::default() };
        record.resolution.get_or_insert_default().id = Some("x".into());
        record.languages.push(RawLanguage::new("en"));
        record.languages[0].paragraphs.push(("OP3(a)".into(), "A \u{202e}\"b\"\n".into()));
        let mut position = RawPosition { scope: Some("entire".into()), ..RawPosition::default() };
        position.phrase.push(("zh-Hant".into(), "字".into()));
        record.positions.push(position);
        let expected = "#:schema ./reservations.schema.json\nformat = 1\n\n[resolution]\nid = \"x\"\n\n[language.en]\n\n\
                        [language.en.paragraphs]\n\"OP3(a)\" = \"A \\u202E\\\"b\\\"\\n\"\n\n\
                        [[position]]\nscope = \"entire\"\nphrase.zh-Hant = \"字\"\n";
        assert_eq!(write(&record), expected);
    }
}
