//! Single documents, each with what must come out: rows, texts, votes, and the codes of what is said.

use std::collections::BTreeSet;

use reservations::import::{Document, Imported, Options, import};
use reservations::record::{self, RawRecord};

pub fn read(texts: &[&str]) -> Imported {
    let documents: Vec<_> =
        texts.iter().map(|text| Document { name: "case.txt", bytes: text.as_bytes() }).collect();
    import(&documents, &Options::default())
}

/// `CODE kind target`, sorted, a phrase in quotation marks behind it.
pub fn rows(record: &RawRecord) -> Vec<String> {
    let mut rows = Vec::new();
    for position in &record.positions {
        let (code, kind) = (position.delegation.clone().unwrap().value, position.kind.clone().unwrap().value);
        let scope = position.scope.iter().map(|scope| scope.value.clone());
        let labels = position.on.iter().flat_map(|on| &on.value).map(|label| label.value.clone());
        let phrase: Vec<String> =
            position.phrase.iter().map(|(_, text)| format!(" “{}”", text.value)).collect();
        rows.extend(scope.chain(labels).map(|target| format!("{code} {kind} {target}{}", phrase.concat())));
    }
    rows.sort();
    rows
}

pub fn codes(imported: &Imported) -> Vec<&'static str> {
    imported.problems.iter().map(|problem| problem.code.name).collect::<BTreeSet<_>>().into_iter().collect()
}

pub fn said(imported: &Imported) -> String {
    imported.problems.iter().map(|p| format!("{} {} {:?}\n", p.code.name, p.message, p.place())).collect()
}

pub fn text<'r>(record: &'r RawRecord, tag: &str, label: &str) -> Option<&'r str> {
    let block = record.languages.iter().find(|block| block.tag.value == tag)?;
    block.paragraphs.iter().find(|(known, _)| known.value == label).map(|(_, text)| text.value.as_str())
}

fn labels(record: &RawRecord, tag: &str) -> String {
    let block = record.languages.iter().find(|block| block.tag.value == tag).unwrap();
    block.paragraphs.iter().map(|(label, _)| label.value.as_str()).collect::<Vec<_>>().join(" ")
}

const ENGLISH: &str = "On the depth of harbours

Resolution adopted by consensus by the Assembly of Harbours*
(Bergen, 3 May 2021)

The Assembly of Harbours,

Recalling the tides,

Noting the wind,

1. Decides to sound the bottom;

2. Requests the keepers:

(a) to mark the rocks;

(b) to mark the shoals;

3. Urges pilots to read the marks.

";

const ARABIC: &str = "بشأن عمق الموانئ

القرار الذي اعتمد بتوافق الآراء من قبل جمعية الموانئ*
(برغن، 3 أيار/مايو 2021)

إن جمعية الموانئ،

إذ تشير إلى المد والجزر،

وإذ تلاحظ هبوب الريح،

1. تقرر سبر القاع؛

2. تطلب إلى الرعاة القيام بما يلي:

(أ) وسم الصخور؛

(ب) وسم الضحاضح؛

3. تحث المرشدين على قراءة العلامات.

";

fn english(note: &str) -> String {
    format!("{ENGLISH}* {note}\n")
}

fn arabic(note: &str) -> String {
    format!("{ARABIC}* {note}\n")
}

/// What a note in English, and one in Arabic, must give together: rows and codes.
fn noted(en: &str, ar: &str, expected: &[&str], warned: &[&str]) {
    let (one, two) = (english(en), arabic(ar));
    let texts: Vec<&str> = match (en, ar) {
        (_, "") => vec![&one],
        ("", _) => vec![&two],
        _ => vec![&one, &two],
    };
    let imported = read(&texts);
    let [record] = &imported.records[..] else { panic!("{en}: {} records", imported.records.len()) };
    assert_eq!(rows(record), expected, "{en} | {ar}\n{}", said(&imported));
    assert_eq!(codes(&imported), warned, "{en} | {ar}\n{}", said(&imported));
}

#[test]
fn a_sub_paragraph_that_the_text_has_not_gives_no_row() {
    noted(
        "Chad and Peru expressed reservations on operative paragraph 2 (b).",
        "",
        &["PE reservation OP2(b)", "TD reservation OP2(b)"],
        &[],
    );
    noted("Chad expressed reservations on operative paragraph 2 (c).", "", &[], &["paragraph-not-found"]);
    noted("Chad expressed reservations on operative paragraph 3 (a).", "", &[], &["paragraph-not-found"]);
    noted("Chad expressed reservations on operative paragraph 2 (b) (i).", "", &[], &["paragraph-not-found"]);
    noted("Chad expressed reservations on operative paragraph 2 bis.", "", &[], &["paragraph-not-found"]);
    noted("", "أعربت تشاد عن تحفظات على الفقرة 3 (أ) من المنطوق.", &[], &["paragraph-not-found"]);
    let inline = english("Chad expressed reservations on operative paragraph 1 (b).")
        .replace("sound the bottom", "sound (a) the bottom and (b) the walls");
    assert_eq!(rows(&read(&[&inline]).records[0]), ["TD reservation OP1(b)"]);
}

#[test]
fn a_note_without_a_word_for_the_kind_is_told() {
    let chad = "Chad on the reference to “tides” in paragraph 3";
    noted(chad, "", &[], &["unclear-kind"]);
    noted(
        "The Gambia, Cabo Verde and Kingdom of Eswatini on the whole decision.",
        "",
        &[],
        &["unclear-kind"],
    );
    noted("", "تشاد على الإشارة إلى «المد» في الفقرة 3 من المنطوق", &[], &["unclear-kind"]);
    let unmarked = ENGLISH.replace("Harbours*", "Harbours") + chad;
    assert_eq!(codes(&read(&[&unmarked])), ["unclear-kind"]);
    let listed = ENGLISH.replace("Harbours*", "Harbours")
        + "Reservations were entered by:\n\n- Chad on paragraph 1;\n- The Gambia, Cabo Verde and Kingdom of Eswatini on the whole decision.\n";
    let wanted =
        ["CV reservation entire", "GM reservation entire", "SZ reservation entire", "TD reservation OP1"];
    assert_eq!(rows(&read(&[&listed]).records[0]), wanted);
    let on_paragraph = format!(
        "{}1 Chad might reserve its position on paragraph 3.\n",
        ENGLISH.replace("bottom;", "bottom;1")
    );
    assert!(codes(&read(&[&on_paragraph])).contains(&"unclear-clause"), "{}", said(&read(&[&on_paragraph])));
    noted("Adopted at the fourth meeting.", "", &[], &[]);
}

#[test]
fn versions_that_disagree_keep_none_of_the_disputed_rows() {
    let chad = "Chad expressed reservations on operative paragraph";
    let tchad = "أعربت تشاد عن تحفظات على الفقرة";
    noted(&format!("{chad} 1."), &format!("{tchad} 1 من المنطوق."), &["TD reservation OP1"], &[]);
    noted(&format!("{chad} 1."), &format!("{tchad} 2 من المنطوق."), &[], &["versions-differ"]);
    noted(&format!("{chad} 1."), &format!("{tchad} 1 من الديباجة."), &[], &["versions-differ"]);
    noted(
        &format!("{chad}s 1 and 3."),
        &format!("{tchad} 1 من المنطوق."),
        &["TD reservation OP1"],
        &["versions-differ"],
    );
    noted(&format!("{chad} 1."), "أعربت تشاد عن معارضتها للقرار.", &[], &["versions-differ"]);
    noted(&format!("{chad} 1."), "أعربت بيرو عن تحفظات على الفقرة 1 من المنطوق.", &[], &["versions-differ"]);
    // A number past the end in one version disputes the other's.
    noted(
        &format!("{chad} 9."),
        &format!("{tchad} 1 من المنطوق."),
        &[],
        &["number-past-end", "versions-differ"],
    );
    noted(
        &format!("{chad} 1."),
        &format!("{tchad} 9 من المنطوق."),
        &[],
        &["number-past-end", "versions-differ"],
    );
    // What is not understood of a delegation in one version disputes what the other says of it.
    noted(
        &format!("{chad} 1."),
        "أبدت بيرو تحفظات على الفقرة 3 من المنطوق، وتشاد لها رأي آخر في الفقرة 2 من المنطوق.",
        &[],
        &["unclear-clause", "versions-differ"],
    );
    let (one, two) = (
        english("Peru expressed reservations on operative paragraph 3, and Chad on operative paragraph 1."),
        arabic("أبدت بيرو تحفظات على الفقرة 3 من المنطوق، وتشاد لها رأي آخر في الفقرة 2 من المنطوق."),
    );
    for texts in [[&one, &two], [&two, &one]] {
        let imported = read(&texts.map(String::as_str));
        assert_eq!(rows(&imported.records[0]), ["PE reservation OP3"]);
        assert!(
            said(&imported).contains(
                "of TD: reservation on OP1 (en: case.txt:22); what was not understood (ar: case.txt:22)"
            ),
            "{}",
            said(&imported)
        );
    }
    // A word that is not understood in one version disputes nothing that the other says of whom it does not name.
    noted(
        "Chod expressed reservations on operative paragraph 1.",
        &format!("{tchad} 1 من المنطوق."),
        &["TD reservation OP1"],
        &["standard-name-used", "unknown-name"],
    );
}

#[test]
fn a_dispute_names_both_places() {
    let (one, two) = (
        english("Chad expressed reservations on operative paragraph 1."),
        arabic("أعربت تشاد عن تحفظات على الفقرة 2 من المنطوق."),
    );
    let imported = read(&[&one, &two]);
    let [problem] = &imported.problems[..] else { panic!("{}", said(&imported)) };
    assert!(problem.message.contains("reservation on OP1 (en: case.txt:22)"), "{}", problem.message);
    assert!(problem.message.contains("reservation on OP2 (ar: case.txt:22)"), "{}", problem.message);
}

#[test]
fn where_one_version_has_no_note_the_other_stands() {
    let two = arabic("أعربت تشاد عن تحفظات على الفقرة 1 من المنطوق.");
    let plain = ENGLISH.replace("Harbours*", "Harbours");
    for texts in [[plain.as_str(), &two], [&two, plain.as_str()]] {
        let imported = read(&texts);
        assert_eq!(rows(&imported.records[0]), ["TD reservation OP1"]);
        assert_eq!(codes(&imported), ["standard-name-used"], "{}", said(&imported));
        let english = imported.records[0].languages.iter().find(|block| block.tag.value == "en").unwrap();
        assert_eq!(english.delegations[0].1.value, "Chad");
    }
    // A mark without its note is said, and the other's note stands.
    let imported = read(&[ENGLISH, &two]);
    assert_eq!(rows(&imported.records[0]), ["TD reservation OP1"]);
    assert_eq!(codes(&imported), ["note-not-found", "standard-name-used"]);
}

#[test]
fn a_phrase_that_is_not_in_its_paragraph_gives_no_row() {
    noted(
        "Chad expressed reservations on the reference to the bottom in operative paragraph 1.",
        "",
        &["TD reservation OP1 “the bottom”"],
        &[],
    );
    noted(
        "Chad expressed reservations on the reference to the deep in operative paragraph 1.",
        "",
        &[],
        &["phrase-not-in-paragraph"],
    );
    noted(
        "Chad expressed reservations on the reference to the bottom in operative paragraph 1.",
        "أعربت تشاد عن تحفظات بشأن الإشارة إلى القاع في الفقرة 1 من المنطوق.",
        &["TD reservation OP1 “القاع” “the bottom”"],
        &[],
    );
    noted(
        "Chad expressed reservations on the reference to the bottom in operative paragraph 1.",
        "أعربت تشاد عن تحفظات بشأن الإشارة إلى البحر في الفقرة 1 من المنطوق.",
        &[],
        &["phrase-not-in-paragraph"],
    );
}

#[test]
fn the_same_version_twice_is_a_warning() {
    let one = english("Chad expressed reservations on operative paragraph 1.");
    let imported = read(&[&one, &one]);
    assert_eq!((imported.records.len(), codes(&imported)), (1, vec!["same-version-twice"]));
    let joined = format!("{one}\n\n\n{one}");
    let imported = read(&[&joined]);
    assert_eq!(
        (imported.records.len(), codes(&imported)),
        (1, vec!["same-version-twice"]),
        "{}",
        said(&imported)
    );
}

#[test]
fn numbers_that_go_backward_are_told() {
    for (old, new, code) in [
        ("\n3. Urges", "\n1. Urges", "numbering-repeat"),
        ("\n2. Requests", "\n5. Requests", "numbering-gap"),
    ] {
        let imported = read(&[&ENGLISH.replace("Harbours*", "Harbours").replace(old, new)]);
        assert!(codes(&imported).contains(&code), "{}", said(&imported));
    }
    let shuffled = "The Assembly,\n\nNoting the sea,\n\n1. Decides one thing;\n\n3. Decides another;\n\n2. Decides a third;\n\n4. Decides the last.\n";
    let imported = read(&[shuffled]);
    assert_eq!(codes(&imported), ["numbering-gap"], "{}", said(&imported));
    assert_eq!(text(&imported.records[0], "en", "OP2"), Some("Decides a third;"));
    assert!(said(&imported).contains("paragraph 2 stands behind paragraph 3"), "{}", said(&imported));
}

#[test]
fn a_wrapped_arabic_line_that_begins_like_a_paragraph_does_not_cut_the_text() {
    let text = "إن جمعية الموانئ،

إذ تشير إلى أن الدول الساحلية التي تطل على المضيق وعلى ما يليه من الجزر،
تدعو منذ زمن طويل إلى إنارة الساحل كله وإلى تدريب الرعاة في كل ميناء،
نظرا لما يترتب على ذلك من سلامة السفن،

1. تقرر سبر القاع في كل ميناء من الموانئ التي تطل على المضيق الكبير،
تطلب بعده نشر النتائج على الملأ؛
2. تحث المرشدين على قراءة العلامات التي
تقرر وضعها في الموسم الماضي على الصخور والضحاضح
تؤكد السلامة.
";
    for text in [text.to_owned(), text.replace("؛\n2.", "؛\n\n2.")] {
        let imported = read(&[&text]);
        let record = &imported.records[0];
        assert_eq!(labels(record, "ar"), "PP1 OP1 OP2", "{}", said(&imported));
        assert!(imported.problems.is_empty(), "{}", said(&imported));
    }
}

#[test]
fn parts_have_their_letter_and_heading_on_one_line_or_two() {
    let shape = |one: &str, two: &str| {
        format!(
            "The Assembly,\n\nNoting the sea,\n\n{one}\n\n1. Decides one thing;\n\n2. Urges all.\n\n{two}\n\n1. Requests wind;\n\n2. Requests rain;\n\n3. Decides to wait.\n"
        )
    };
    let arabic = |one: &str, two: &str| {
        format!(
            "إن الجمعية العامة،\n\nإذ تلاحظ البحر،\n\n{one}\n\n1. تقرر أمرا؛\n\n2. تحث الجميع.\n\n{two}\n\n1. تطلب الريح؛\n\n2. تطلب المطر؛\n\n3. تقرر الانتظار.\n"
        )
    };
    for text in [
        shape("I", "II"),
        shape("I. Lights", "II. Buoys"),
        shape("I\n\nLights", "II\n\nBuoys"),
        shape("I – Lights", "II – Buoys"),
        shape("I\nLights", "II\nBuoys"),
        shape("**I.** Lights of the coast", "**II.** Buoys"),
        shape("PART ONE: LIGHTS", "PART TWO: BUOYS"),
        shape("Part I", "Part II"),
        shape("I. LIGHTS", "II. BUOYS").replace("\n\n", "\n"),
        arabic("أولا", "ثانيا"),
        arabic("أولاً- المنارات", "ثانياً- العوامات"),
        arabic("الجزء الأول: المنارات", "الجزء الثاني: العوامات"),
    ] {
        let imported = read(&[&text]);
        let record = &imported.records[0];
        let tag = record.languages[0].tag.value.clone();
        assert_eq!(
            labels(record, &tag),
            "PP1 I/OP1 I/OP2 II/OP1 II/OP2 II/OP3",
            "{text}\n{}",
            said(&imported)
        );
        assert!(imported.problems.is_empty(), "{text}\n{}", said(&imported));
    }
    let imported = read(&[&shape("A. Lights", "B. Buoys"), &arabic("ألف- المنارات", "باء- العوامات")]);
    assert_eq!(
        (imported.records.len(), labels(&imported.records[0], "ar").as_str()),
        (1, "PP1 A/OP1 A/OP2 B/OP1 B/OP2 B/OP3")
    );
    assert!(imported.problems.is_empty(), "{}", said(&imported));
}

#[test]
fn headings_between_paragraphs_that_are_numbered_through_are_no_parts() {
    let text = "The Assembly,\n\nNoting the sea,\n\nLights of the coast\n\n1. Decides one thing;\n\nII. Buoys\n\n2. Requests wind;\n\nOther matters\n\n3. Decides to wait.\n";
    let imported = read(&[text]);
    assert_eq!(labels(&imported.records[0], "en"), "PP1 OP1 OP2 OP3", "{}", said(&imported));
    assert!(said(&imported).lines().all(|line| line.contains("Lights of the coast")), "{}", said(&imported));
}

#[test]
fn several_resolutions_in_one_document_are_a_corpus() {
    let one = |title: &str, verb: &str| {
        format!(
            "{title}\n\nResolution adopted by consensus by the Assembly of Harbours\n(Bergen, 3 May 2021)\n\nThe Assembly of Harbours,\n\nRecalling the tides,\n\n1. {verb} the keepers to keep awake;\n\n2. Decides to wait.\n"
        )
    };
    for joint in ["\n", "\n\n\n\n", "\u{c}\n"] {
        let text =
            [one("On depth", "Urges"), one("On width", "Requests"), one("On length", "Invites")].join(joint);
        let imported = read(&[&text]);
        let ids: Vec<String> = imported
            .records
            .iter()
            .map(|r| r.resolution.as_ref().unwrap().id.as_ref().unwrap().value.clone())
            .collect();
        assert_eq!(ids, ["on-depth", "on-width", "on-length"], "{joint:?} {}", said(&imported));
        assert!(imported.problems.is_empty(), "{}", said(&imported));
        assert_eq!(text_of(&imported, 1), "Requests the keepers to keep awake;");
    }
    // The same in two languages, one behind the other, with symbols.
    let arabic = |symbol: &str, title: &str| {
        format!(
            "{symbol}\n\n{title}\n\nقرار اعتمد بتوافق الآراء\n(برغن، 3 أيار/مايو 2021)\n\nإن جمعية الموانئ،\n\nإذ تشير إلى المد،\n\n1. تحث الرعاة على السهر؛\n\n2. تقرر الانتظار.\n"
        )
    };
    let text = [
        format!("X/RES/1/1\n\n{}", one("On depth", "Urges")),
        arabic("X/RES/1/1", "بشأن العمق"),
        format!("X/RES/1/2\n\n{}", one("On width", "Urges")),
        arabic("X/RES/1/2", "بشأن العرض"),
    ]
    .join("\n\n\n");
    let imported = read(&[&text]);
    let tags: Vec<usize> = imported.records.iter().map(|record| record.languages.len()).collect();
    assert_eq!(tags, [2, 2], "{}", said(&imported));
    assert!(imported.problems.is_empty(), "{}", said(&imported));
}

fn text_of(imported: &Imported, at: usize) -> String {
    text(&imported.records[at], "en", "OP1").unwrap_or_default().to_owned()
}

/// The lists of the one vote of a document, by side, and whether they are incomplete.
fn ballots(printed: &str, dense: bool) -> (String, Vec<&'static str>) {
    let arabic = printed.contains(|c| ('\u{600}'..='\u{6ff}').contains(&c));
    let text = if arabic {
        format!("بشأن العمق\n\nإن جمعية الموانئ،\n\nإذ تشير إلى المد،\n\n1. تقرر الانتظار.\n\n{printed}\n")
    } else {
        format!(
            "On depth\n\nThe Assembly of Harbours,\n\nRecalling the tides,\n\n1. Decides to wait.\n\n{printed}\n"
        )
    };
    let text = if dense { crate::reflow::dense(&text) } else { text };
    let imported = read(&[&text]);
    let warned = codes(&imported);
    let Some(record) = imported.records.first() else { panic!("{text}\n{}", said(&imported)) };
    let Some(vote) = record.votes.first() else { return ("no vote".into(), warned) };
    let count = |count: &Option<record::Placed<i64>>| {
        count.as_ref().map_or("-".to_owned(), |count| count.value.to_string())
    };
    let list = |list: &Option<record::Placed<Vec<record::Placed<String>>>>| {
        list.as_ref().map_or("-".to_owned(), |list| {
            list.value.iter().map(|code| code.value.clone()).collect::<Vec<_>>().join(" ")
        })
    };
    let told = format!(
        "{}/{}/{} {} | {} | {}{}",
        count(&vote.in_favour),
        count(&vote.against),
        count(&vote.abstaining),
        list(&vote.voted_in_favour),
        list(&vote.voted_against),
        list(&vote.voted_abstaining),
        if vote.lists.is_some() { " …" } else { "" }
    );
    (told, warned)
}

#[test]
fn votes_as_they_are_printed() {
    for (printed, expected) in [
        (
            "Adopted by a recorded vote of 3 to 1, with 2 abstentions.\n\nIn favour: Chad, Peru, Trinidad and Tobago\n\nAgainst: Cuba\n\nAbstaining: Iran (Islamic Republic of), Fiji",
            "3/1/2 TD PE TT | CU | IR FJ",
        ),
        (
            "Adopted by a recorded vote of 3 to 1, with 2 abstentions.\nIn favour: Chad, Peru and Trinidad and Tobago.\nAgainst: Cuba.\nAbstentions: Iran (Islamic Republic of) and Fiji.",
            "3/1/2 TD PE TT | CU | IR FJ",
        ),
        (
            "Adopted by a recorded vote of 3 to 1, with 2 abstentions, as follows:\nIn favour (3): Chad; Peru; Trinidad and Tobago\nAgainst (1): Cuba\nAbstaining (2): Iran (Islamic Republic of); Fiji",
            "3/1/2 TD PE TT | CU | IR FJ",
        ),
        (
            "[Adopted by a recorded vote of 3 to none, with no abstentions. The voting was as follows:\nIn favour :\nChad, Peru, Trinidad and Tobago\nAgainst :\nNone\nAbstaining :\n]",
            "3/0/0 TD PE TT | - | -",
        ),
        (
            "Adopted by 120 votes to 1, with 2 abstentions.\nIn favour: Chad, Peru, …\nAgainst: Cuba\nAbstaining: Fiji, Iran (Islamic Republic of)",
            "120/1/2 TD PE | CU | FJ IR …",
        ),
        ("Adopted by a recorded vote of 120 to 1, with 2 abstentions.", "120/1/2 - | - | -"),
        (
            "The draft resolution was adopted by 24 votes in favour, 6 against and 17 abstentions.",
            "24/6/17 - | - | -",
        ),
        (
            "Adopted by a recorded vote of 2 to 1, with no abstentions.\nVoting in favour: Congo, Democratic Republic of the Congo\nVoting against: Korea, Democratic People’s Republic of",
            "2/1/0 CG CD | KP | -",
        ),
        (
            "Adopted by a recorded vote of 4 to 0, with 0 abstentions.\nIn favour: Antigua and Barbuda, Saint Kitts and\nNevis, Saint Vincent and the Grenadines, Sao\nTome and Principe\nAgainst: —\nAbstaining: —",
            "4/0/0 AG KN VC ST | - | -",
        ),
        ("In favour: Chad, Peru\nAgainst: Cuba\nAbstaining: Fiji", "2/1/1 TD PE | CU | FJ"),
        (
            "اعتُمد بتصويت مسجل بأغلبية 3 أصوات مقابل صوت واحد، وامتناع عضوين عن التصويت:\nالمؤيدون: تشاد، بيرو، ترينيداد وتوباغو\nالمعارضون: كوبا\nالممتنعون عن التصويت: إيران (جمهورية - الإسلامية)، فيجي",
            "3/1/2 TD PE TT | CU | IR FJ",
        ),
        (
            "اعتُمد بأغلبية 120 صوتا مقابل صوت واحد، وامتناع عضوين عن التصويت.\nالمؤيدون: تشاد، بيرو، …\nالمعارضون: كوبا\nالممتنعون: فيجي، إيران (جمهورية - الإسلامية)",
            "120/1/2 TD PE | CU | FJ IR …",
        ),
        (
            "[اعتُمد بتصويت مسجل بأغلبية 3 أصوات مقابل لا شيء، ودون امتناع أي عضو عن التصويت. وكانت نتيجة التصويت كما يلي:\nالمؤيدون (3):\nتشاد وبيرو وترينيداد وتوباغو\nالمعارضون:\nلا أحد\nالممتنعون:\n]",
            "3/0/0 TD PE TT | - | -",
        ),
        ("اعتُمد القرار بأغلبية 24 صوتاً مقابل 6 أصوات، وامتناع 17 عضواً عن التصويت.", "24/6/17 - | - | -"),
    ] {
        let (told, warned) = ballots(printed, false);
        assert_eq!(told, expected, "{printed}\n{warned:?}");
        assert!(warned.is_empty(), "{printed}: {warned:?}");
    }
}

#[test]
fn votes_as_other_bodies_print_them() {
    for (printed, expected) in [
        (
            "In favour: Chad, Peru, Trinidad and Tobago\n\nAgainst: Cuba\n\nAbstaining: Iran (Islamic Republic of), Fiji\n\nThe draft resolution was adopted by 3 votes to 1, with 2 abstentions.",
            "3/1/2 TD PE TT | CU | IR FJ",
        ),
        (
            "A recorded vote was taken.\n\nIn favour: Chad, Peru, Trinidad and Tobago\n\nAgainst: Cuba\n\nAbstaining: Iran (Islamic Republic of), Fiji\n\nDraft resolution was adopted by 3 votes to 1, with 2 abstentions.",
            "3/1/2 TD PE TT | CU | IR FJ",
        ),
        (
            "Adopted by a recorded vote with 3 in favour (Chad, Peru, Trinidad and Tobago), 1 against (Cuba) and 2 abstentions (Iran (Islamic Republic of), Fiji).",
            "3/1/2 TD PE TT | CU | IR FJ",
        ),
        (
            "The resolution was adopted by 3 votes in favour (Chad, Peru and Trinidad and Tobago), 1 against (Cuba), and 2 abstentions (Iran (Islamic Republic of) and Fiji).",
            "3/1/2 TD PE TT | CU | IR FJ",
        ),
        ("Result of the vote: Yes 3 / No 1 / Abstain 2", "3/1/2 - | - | -"),
        ("Adopted by vote: Yes 3, No 1, Abstentions 2.", "3/1/2 - | - | -"),
        ("Adopted by vote. Yes: 3; No: 1; Abstain: 2", "3/1/2 - | - | -"),
        ("Ayes: 3\nNoes: 1\nAbstentions: 2", "3/1/2 - | - | -"),
        (
            "Ayes (3): Chad, Peru, Trinidad and Tobago\nNoes (1): Cuba\nAbstentions (2): Iran (Islamic Republic of), Fiji",
            "3/1/2 TD PE TT | CU | IR FJ",
        ),
        (
            "Ayes: Chad, Peru, Trinidad and Tobago\nNoes: Cuba\nAbstentions: Iran (Islamic Republic of), Fiji",
            "3/1/2 TD PE TT | CU | IR FJ",
        ),
        ("For: 3 Against: 1 Abstaining: 2", "3/1/2 - | - | -"),
        ("For: 3\nAgainst: 1\nAbstentions: 2", "3/1/2 - | - | -"),
        (
            "For: Chad, Peru, Trinidad and Tobago\nAgainst: Cuba\nAbstentions: Iran (Islamic Republic of), Fiji",
            "3/1/2 TD PE TT | CU | IR FJ",
        ),
        ("Votes for: 3; votes against: 1; abstentions: 2", "3/1/2 - | - | -"),
        (
            "In favour: 3 (Chad, Peru, Trinidad and Tobago)\nAgainst: 1 (Cuba)\nAbstentions: 2 (Iran (Islamic Republic of), Fiji)",
            "3/1/2 TD PE TT | CU | IR FJ",
        ),
        (
            "In favour 3: Chad, Peru, Trinidad and Tobago\nAgainst 1: Cuba\nAbstaining 2: Iran (Islamic Republic of), Fiji",
            "3/1/2 TD PE TT | CU | IR FJ",
        ),
        (
            "| Vote | Number |\n|---|---|\n| In favour | 3 |\n| Against | 1 |\n| Abstaining | 2 |",
            "3/1/2 - | - | -",
        ),
        ("| In favour | Against | Abstaining |\n|---|---|---|\n| 3 | 1 | 2 |", "3/1/2 - | - | -"),
        ("| Yes | No | Abstain |\n| 3 | 1 | 2 |", "3/1/2 - | - | -"),
        ("In favour\tAgainst\tAbstaining\n3\t1\t2", "3/1/2 - | - | -"),
        ("In favour\t3\nAgainst\t1\nAbstaining\t2", "3/1/2 - | - | -"),
        (
            "| In favour | Chad, Peru, Trinidad and Tobago |\n| Against | Cuba |\n| Abstaining | Iran (Islamic Republic of), Fiji |",
            "3/1/2 TD PE TT | CU | IR FJ",
        ),
        (
            "In favour\tChad, Peru, Trinidad and Tobago\nAgainst\tCuba\nAbstaining\tIran (Islamic Republic of), Fiji",
            "3/1/2 TD PE TT | CU | IR FJ",
        ),
        (
            "| Delegation | Vote |\n|---|---|\n| Chad | Yes |\n| Peru | Yes |\n| Trinidad and Tobago | Yes |\n| Cuba | No |\n| Fiji | Abstain |\n| Iran (Islamic Republic of) | Abstain |",
            "3/1/2 TD PE TT | CU | FJ IR",
        ),
        ("The result of the vote was: 3 in favour, 1 against, 2 abstentions.", "3/1/2 - | - | -"),
        (
            "The voting was as follows:\nIn favour: Chad, Peru, Trinidad and Tobago.\nAgainst: Cuba.\nAbstaining: Iran (Islamic Republic of), Fiji.\nThe resolution was therefore adopted by 3 votes to 1, with 2 abstentions.",
            "3/1/2 TD PE TT | CU | IR FJ",
        ),
        ("Adopted by 3-1-2.", "3/1/2 - | - | -"),
        ("Adopted by a recorded vote of 3–1, with 2 abstentions.", "3/1/2 - | - | -"),
        (
            "Voted in favour (3):\nChad\nPeru\nTrinidad and Tobago\nVoted against (1):\nCuba\nAbstained (2):\nFiji\nIran (Islamic Republic of)",
            "3/1/2 TD PE TT | CU | FJ IR",
        ),
        (
            "المؤيدون: تشاد، بيرو، ترينيداد وتوباغو\nالمعارضون: كوبا\nالممتنعون: إيران (جمهورية - الإسلامية)، فيجي\n\nاعتُمد القرار بأغلبية 3 أصوات مقابل صوت واحد، وامتناع عضوين عن التصويت.",
            "3/1/2 TD PE TT | CU | IR FJ",
        ),
        (
            "اعتُمد القرار بتصويت مسجل: 3 مؤيدون (تشاد، بيرو، ترينيداد وتوباغو)، 1 معارض (كوبا)، 2 ممتنعان (إيران (جمهورية - الإسلامية)، فيجي).",
            "3/1/2 TD PE TT | CU | IR FJ",
        ),
        ("نتيجة التصويت: نعم 3 / لا 1 / امتناع 2", "3/1/2 - | - | -"),
        ("نعم: 3\nلا: 1\nامتناع: 2", "3/1/2 - | - | -"),
        ("المؤيدون: 3\nالمعارضون: 1\nالممتنعون: 2", "3/1/2 - | - | -"),
        ("| المؤيدون | 3 |\n| المعارضون | 1 |\n| الممتنعون | 2 |", "3/1/2 - | - | -"),
        ("| المؤيدون | المعارضون | الممتنعون |\n| 3 | 1 | 2 |", "3/1/2 - | - | -"),
        (
            "صوّت مؤيداً: تشاد وبيرو وترينيداد وتوباغو\nصوّت معارضاً: كوبا\nامتنع عن التصويت: فيجي وجمهورية إيران الإسلامية",
            "3/1/2 TD PE TT | CU | FJ IR",
        ),
        (
            "المؤيدون (3): تشاد وبيرو وترينيداد وتوباغو\nالمعارضون (1): كوبا\nالممتنعون (2): فيجي وجمهورية إيران الإسلامية",
            "3/1/2 TD PE TT | CU | FJ IR",
        ),
        ("اعتُمد القرار بموافقة 3 أعضاء ومعارضة عضو واحد وامتناع عضوين.", "3/1/2 - | - | -"),
        ("اعتُمد بـ 3 أصوات مؤيدة وصوت معارض واحد وامتناع عضوين عن التصويت.", "3/1/2 - | - | -"),
        ("Adopted by 3 in favour, none against and 2 abstaining.", "3/0/2 - | - | -"),
    ] {
        for dense in [false, true] {
            let (told, warned) = ballots(printed, dense);
            assert_eq!(told, expected, "{printed}\n{warned:?}");
            assert!(warned.is_empty(), "{printed}: {warned:?}");
        }
    }
}

#[test]
fn each_sentence_on_a_vote_is_a_vote_of_its_own() {
    let told = |printed: &str| -> Vec<String> {
        let text = if printed.contains('ا') {
            format!("{}{printed}\n", ARABIC.replace("الموانئ*", "الموانئ").replace("بتوافق الآراء", ""))
        } else {
            format!("{}{printed}\n", ENGLISH.replace("by consensus ", "").replace("Harbours*", "Harbours"))
        };
        let imported = read(&[&text]);
        assert!(imported.problems.is_empty(), "{printed}\n{}", said(&imported));
        let mut votes: Vec<String> = imported.records[0]
            .votes
            .iter()
            .map(|vote| {
                let on: Vec<&str> =
                    vote.on.iter().flat_map(|on| &on.value).map(|label| label.value.as_str()).collect();
                let counts = [&vote.in_favour, &vote.against, &vote.abstaining]
                    .map(|count| count.as_ref().map_or("-".to_owned(), |count| count.value.to_string()));
                let names = vote.voted_in_favour.as_ref().map_or(0, |list| list.value.len());
                format!("{} {} {names}", on.join(" "), counts.join("/"))
            })
            .collect();
        votes.sort();
        votes
    };
    for printed in [
        "Operative paragraph 2 was retained by a recorded vote of 2 to 1, with no abstentions.\nIn favour: Chad, Peru\nAgainst: Cuba\nAbstaining: None\n\nThe resolution as a whole was adopted by a recorded vote of 3 to 1, with 2 abstentions.\nIn favour: Chad, Peru, Oman\nAgainst: Cuba\nAbstaining: Fiji, Iran (Islamic Republic of)",
        "أُبقي على الفقرة 2 من المنطوق بتصويت مسجل بأغلبية صوتين مقابل صوت واحد ودون امتناع أحد عن التصويت.\nالمؤيدون: تشاد، بيرو\nالمعارضون: كوبا\n\nاعتُمد القرار ككل بتصويت مسجل بأغلبية 3 أصوات مقابل صوت واحد وامتناع عضوين عن التصويت:\nالمؤيدون: تشاد، بيرو، عمان\nالمعارضون: كوبا\nالممتنعون: فيجي، إيران (جمهورية - الإسلامية)",
    ] {
        assert_eq!(told(printed), [" 3/1/2 3", "OP2 2/1/0 2"], "{printed}");
    }
    for printed in [
        "A separate vote was taken on operative paragraph 2, which was retained by 2 votes to 1, with no abstentions. The resolution as a whole was adopted by 3 votes to 1, with 2 abstentions.",
        "Adopted by 3 votes to 1, with 2 abstentions. Operative paragraph 2 was retained by 2 votes to 1, with no abstentions.",
    ] {
        assert_eq!(told(printed), [" 3/1/2 0", "OP2 2/1/0 0"], "{printed}");
    }
}

/// What a text gives: labels, and the text of each in a language.
fn paragraphs(printed: &str, tag: &str, expected: &[(&str, &str)], warned: &[&str]) {
    let imported = read(&[printed]);
    let found: Vec<(String, String)> = imported.records[0]
        .languages
        .iter()
        .filter(|block| block.tag.value == tag)
        .flat_map(|block| &block.paragraphs)
        .map(|(label, text)| (label.value.clone(), text.value.clone()))
        .collect();
    let expected: Vec<(String, String)> =
        expected.iter().map(|(label, text)| ((*label).into(), (*text).into())).collect();
    assert_eq!(found, expected, "{printed}\n{}", said(&imported));
    assert_eq!(codes(&imported), warned, "{printed}\n{}", said(&imported));
}

#[test]
fn a_council_of_arab_states_writes_its_preamble_with_dashes() {
    let text = "مجلس الموانئ العربية

تنسيق حركة السفن

إن مجلس الموانئ العربية على المستوى الوزاري،

- بعد اطلاعه على:
• مذكرة الأمانة العامة،
• تقرير الخبراء،
- وإذ يؤكد على سلامة السفن،
- واستناداً إلى قراره السابق،

يُقـــرر

1ـ تأكيد سلامة الملاحة.
2ـ دعوة الدول إلى:
أ- إضاءة المنارات.
ب- تدريب الرعاة.
3ـ الطلب إلى الأمين العام متابعة الموضوع.

(ق: رقم 9031 - د.ع (162) - ج 2 - 10/9/2024)
";
    paragraphs(
        text,
        "ar",
        &[
            ("PP1", "بعد اطلاعه على: • مذكرة الأمانة العامة، • تقرير الخبراء،"),
            ("PP2", "وإذ يؤكد على سلامة السفن،"),
            ("PP3", "واستناداً إلى قراره السابق،"),
            ("OP1", "تأكيد سلامة الملاحة."),
            ("OP2", "دعوة الدول إلى:"),
            ("OP2(a)", "إضاءة المنارات."),
            ("OP2(b)", "تدريب الرعاة."),
            ("OP3", "الطلب إلى الأمين العام متابعة الموضوع."),
        ],
        &[],
    );
}

#[test]
fn drafts_print_their_labels() {
    for (pp, op) in [
        ("PP# ", "OP# "),
        ("(PP#) ", "(OP#) "),
        ("PP#. ", "OP#. "),
        ("PP #: ", "OP #: "),
        ("(PP#)\u{a0}", "#. "),
    ] {
        let p = |n: &str| pp.replace('#', n);
        let o = |n: &str| op.replace('#', n);
        let text = format!(
            "On lights\n\nThe Assembly,\n\n{}Recalling the sea,\n\n{}Noting the wind,\n\n{}Decides to sail;\n\n{}Requests:\n\na. To row;\n\nb. To rest.\n",
            p("1"),
            p("2"),
            o("1"),
            o("2")
        );
        paragraphs(
            &text,
            "en",
            &[
                ("PP1", "Recalling the sea,"),
                ("PP2", "Noting the wind,"),
                ("OP1", "Decides to sail;"),
                ("OP2", "Requests:"),
                ("OP2(a)", "To row;"),
                ("OP2(b)", "To rest."),
            ],
            &[],
        );
    }
}

#[test]
fn plain_numbers_of_footnotes_at_the_foot_of_pages() {
    let text = "On lights

The Assembly,

Recalling its resolution 70/1 of 25 September 2015,1 and the Convention
on Buoys,2 in which the lights of the strait

__________________
1 See the yearly report of the harbour, page 12.
2 Treaty Series, vol. 12, No. 3.

2/3
\u{c}
are listed one by one,

1. Decides to keep the lights;3

2. Requests reports.

__________________
3 Also those of the islands.
";
    paragraphs(
        text,
        "en",
        &[
            (
                "PP1",
                "Recalling its resolution 70/1 of 25 September 2015, and the Convention on Buoys, in which the lights of the strait are listed one by one,",
            ),
            ("OP1", "Decides to keep the lights;"),
            ("OP2", "Requests reports."),
        ],
        &[],
    );
}

#[test]
fn two_notes_on_positions_with_two_marks() {
    let text = ENGLISH.replace("2. Requests the keepers:", "2. Requests the keepers:**")
        + "* Chad expressed reservations on operative paragraph 1.\n\n** Peru expressed reservations on operative paragraph 2 (a).\n";
    let imported = read(&[&text]);
    assert_eq!(
        rows(&imported.records[0]),
        ["PE reservation OP2(a)", "TD reservation OP1"],
        "{}",
        said(&imported)
    );
    assert!(imported.problems.is_empty(), "{}", said(&imported));
}

#[test]
fn what_is_printed_in_capitals_or_without_verbs_is_read() {
    paragraphs(
        "DECISION ON LIGHTS\n\nThe Assembly\n\n1. TAKES NOTE of the report;\n2. DECIDES to:\ni) Keep the lights;\nii) Train the keepers;\n3. CALLS UPON all.\n",
        "en",
        &[
            ("OP1", "TAKES NOTE of the report;"),
            ("OP2", "DECIDES to:"),
            ("OP2(i)", "Keep the lights;"),
            ("OP2(ii)", "Train the keepers;"),
            ("OP3", "CALLS UPON all."),
        ],
        &[],
    );
    paragraphs(
        "On lights\n\nThe Conference of the Parties,\n\nRecalling the sea,\n\n1. Decides to keep the lights;\n\n1 bis. Decides to mend the lamps;\n\n2. Requests oil.\n",
        "en",
        &[
            ("PP1", "Recalling the sea,"),
            ("OP1", "Decides to keep the lights;"),
            ("OP1bis", "Decides to mend the lamps;"),
            ("OP2", "Requests oil."),
        ],
        &[],
    );
    paragraphs(
        "بشأن المنارات\n\nإن المؤتمر العام،\n\nوقد نظر في التقرير،\n\n١- يؤكد من جديد أهمية المنارات؛\n\n٢- يوصي بما يلي:\n\n(أ) الإنارة؛\n\n(ب) الصيانة.\n",
        "ar",
        &[
            ("PP1", "وقد نظر في التقرير،"),
            ("OP1", "يؤكد من جديد أهمية المنارات؛"),
            ("OP2", "يوصي بما يلي:"),
            ("OP2(a)", "الإنارة؛"),
            ("OP2(b)", "الصيانة."),
        ],
        &[],
    );
}

#[test]
fn two_versions_in_one_text_are_told_apart_without_a_blank_line() {
    let notes = [
        "Chad expressed reservations on operative paragraph 1.",
        "أعربت تشاد عن تحفظات على الفقرة 1 من المنطوق.",
    ];
    let (one, two) = (english(notes[0]), arabic(notes[1]));
    // A heading in Arabic has lines in the Latin script.
    let letterhead = format!("Union of Harbours\nLights. For all.\n{two}");
    for texts in [format!("{one}{two}"), format!("{two}{one}"), format!("{one}{letterhead}")] {
        let imported = read(&[&crate::reflow::dense(&texts)]);
        let [record] = &imported.records[..] else { panic!("{} records", imported.records.len()) };
        assert!(imported.problems.is_empty(), "{texts}\n{}", said(&imported));
        assert_eq!(rows(record), ["TD reservation OP1"]);
        for tag in ["en", "ar"] {
            assert_eq!(labels(record, tag), "PP1 PP2 OP1 OP2 OP2(a) OP2(b) OP3");
        }
    }
}

#[test]
fn what_stands_between_pages_is_no_part_of_a_note_or_of_emphasis() {
    let note = "* أعربت تشاد عن تحفظات على الفقرة 1 من المنطوق، والنرويج\nPAGEالتي أبدت تحفظات على الفقرة 3 من المنطوق.\n\n";
    for page in crate::reflow::PAGES {
        let page = page.replace('#', "2");
        let text = ARABIC.replace("وإذ تلاحظ", &format!("{}وإذ تلاحظ", note.replace("PAGE", &page)));
        let imported = read(&[&text]);
        assert_eq!(
            rows(&imported.records[0]),
            ["NO reservation OP3", "TD reservation OP1"],
            "{page:?}\n{}",
            said(&imported)
        );
        assert!(imported.problems.is_empty(), "{page:?}\n{}", said(&imported));
        assert_eq!(labels(&imported.records[0], "ar"), "PP1 PP2 OP1 OP2 OP2(a) OP2(b) OP3");
        let text = ENGLISH
            .replace("Harbours*", "Harbours")
            .replace("the tides,", &format!("the *Tables of\n{page}the tides* of\nTrafficking in lamps,"));
        let imported = read(&[&text]);
        let told = super::cases::text(&imported.records[0], "en", "PP1");
        assert_eq!(told, Some("Recalling the Tables of the tides of Trafficking in lamps,"), "{page:?}");
    }
}

#[test]
fn the_order_of_documents_changes_nothing() {
    let notes = [
        "Chad expressed reservations on operative paragraph 1.",
        "أعربت تشاد عن تحفظات على الفقرة 1 من المنطوق.",
    ];
    let head = "Twelfth session of the Assembly\n\nBergen, Norway\n\n";
    let head_ar = "الدورة الثانية عشرة للجمعية\n\nبرغن، النرويج\n\n";
    let (one, two) = (format!("{head}{}", english(notes[0])), format!("{head_ar}{}", arabic(notes[1])));
    let french = "De la profondeur des ports\n\nRésolution adoptée par consensus\n(Bergen, 3 mai 2021)\n\nL'Assemblée des ports,\n\nRappelant les marées,\n\nNotant le vent,\n\n1. Décide de sonder le fond;\n\n2. Prie les gardiens:\n\n(a) de marquer les rochers;\n\n(b) de marquer les hauts-fonds;\n\n3. Invite les pilotes à lire les marques.\n";
    let written = |texts: &[(&str, &str)]| {
        let documents: Vec<_> =
            texts.iter().map(|(name, text)| Document { name, bytes: text.as_bytes() }).collect();
        let imported = import(&documents, &Options::default());
        assert_eq!(imported.records.len(), 1, "{}", said(&imported));
        let mut told: Vec<String> = imported.problems.iter().map(|problem| problem.message.clone()).collect();
        told.sort();
        (record::write(&imported.records[0]), told)
    };
    let (one, two, three) = (("en.txt", one.as_str()), ("ar.txt", two.as_str()), ("fr.txt", french));
    let first = written(&[one, two, three]);
    assert!(
        first.0.contains("place = \"Bergen, Norway\"") && first.0.contains("برغن، النرويج"),
        "{}",
        first.0
    );
    for order in
        [[one, three, two], [two, one, three], [two, three, one], [three, one, two], [three, two, one]]
    {
        assert_eq!(written(&order), first);
    }
    // One text that holds both, in either order, but for its digest.
    let digest = |text: &str| text.lines().filter(|line| !line.starts_with("sha256")).collect::<String>();
    let joined = [format!("{}\n\n\n{}", one.1, two.1), format!("{}\n\n\n{}", two.1, one.1)];
    let both = joined.each_ref().map(|text| digest(&written(&[("both.txt", text)]).0));
    assert_eq!(both[0], both[1]);
}

/// What the tail of a text gives: rows and codes.
fn behind(text: &str, tail: &str, expected: &[&str], warned: &[&str]) {
    for text in [format!("{text}{tail}\n"), crate::reflow::dense(&format!("{text}{tail}\n"))] {
        let imported = read(&[&text]);
        assert_eq!(rows(&imported.records[0]), expected, "{text}\n{}", said(&imported));
        assert_eq!(codes(&imported), warned, "{text}\n{}", said(&imported));
        let tag = imported.records[0].languages[0].tag.value.clone();
        assert_eq!(labels(&imported.records[0], &tag), "PP1 PP2 OP1 OP2 OP2(a) OP2(b) OP3", "{text}");
    }
}

#[test]
fn a_note_without_a_mark_is_found_wherever_it_stands_behind_the_text() {
    let plain = ENGLISH.replace("Harbours*", "Harbours");
    let plain_ar = ARABIC.replace("الموانئ*", "الموانئ");
    let one = "Chad expressed reservations on operative paragraph 1.";
    let annex = "Annex\n\nRules\n\nA keeper may state a position on lights, which all delegations read.\n\n1. A list of lights.\n\n";
    behind(&plain, &format!("{annex}{one}"), &["TD reservation OP1"], &[]);
    behind(&plain, annex, &[], &[]);
    let annex = "المرفق\n\n1. قائمة المنارات.\n\n";
    let one_ar = "أعربت تشاد عن تحفظات على الفقرة 1 من المنطوق.";
    behind(&plain_ar, &format!("{annex}{one_ar}"), &["TD reservation OP1"], &[]);
    behind(&plain, &format!("(1) {one}"), &["TD reservation OP1"], &[]);
    behind(&plain, &format!("1. {one}"), &["TD reservation OP1"], &[]);
    behind(
        &plain,
        "Adopted by consensus, with reservations by Chad on operative paragraph 1.",
        &["TD reservation OP1"],
        &[],
    );
    behind(&plain, one, &["TD reservation OP1"], &[]);
    behind(&plain_ar, one_ar, &["TD reservation OP1"], &[]);
    behind(&plain_ar, &format!("ملاحظة: {one_ar}"), &["TD reservation OP1"], &[]);
    behind(&plain, &format!("Note: {one}"), &["TD reservation OP1"], &[]);
    // A sentence on a vote beside it says nothing of its paragraphs.
    for (text, vote, note) in [
        (
            plain.replace("by consensus ", ""),
            "The resolution was adopted by 3 votes to 1, with 2 abstentions.",
            one,
        ),
        (
            plain_ar.replace("بتوافق الآراء ", ""),
            "اعتُمد القرار بأغلبية 3 أصوات مقابل صوت واحد وامتناع عضوين عن التصويت.",
            one_ar,
        ),
    ] {
        let printed = format!("{vote} {note}");
        behind(&text, &printed, &["TD reservation OP1"], &[]);
        let votes = read(&[&format!("{text}{printed}\n")]).records.remove(0).votes;
        assert!(votes.len() == 1 && votes[0].on.is_none(), "{votes:?}");
    }
    let three = ["NO reservation OP3", "PE reservation OP2", "TD reservation OP1"];
    for [a, b, c] in [["1. ", "2. ", "3. "], ["(a) ", "(b) ", "(c) "], ["• ", "• ", "• "], ["", "", ""]]
    {
        let note = format!(
            "The following delegations expressed reservations:\n\n{a}Chad on operative paragraph 1;\n\n{b}Peru on operative paragraph 2;\n\n{c}Norway on operative paragraph 3."
        );
        behind(&plain, &note, &three, &[]);
        behind(ENGLISH, &format!("* {note}"), &three, &[]);
        let note = format!(
            "أبدت الوفود التالية تحفظات:\n\n{a}تشاد على الفقرة 1 من المنطوق؛\n\n{b}بيرو على الفقرة 2 من المنطوق؛\n\n{c}النرويج على الفقرة 3 من المنطوق."
        );
        behind(&plain_ar, &note, &three, &[]);
        behind(ARABIC, &format!("* {note}"), &three, &[]);
    }
}

#[test]
fn a_note_without_a_mark_goes_on_behind_the_end_of_a_page() {
    for page in crate::reflow::PAGES {
        let page = page.replace('#', "2");
        let note = format!(
            "Chad expressed reservations on operative\n{page}paragraph 1, and Peru on preambular\n{page}paragraph 2."
        );
        behind(
            &ENGLISH.replace("Harbours*", "Harbours"),
            &note,
            &["PE reservation PP2", "TD reservation OP1"],
            &[],
        );
        let note = format!(
            "أبدت تشاد تحفظات على الفقرة 1 من المنطوق وأبدت بيرو تحفظات على الفقرة 2 من\n{page}الديباجة."
        );
        behind(
            &ARABIC.replace("الموانئ*", "الموانئ"),
            &note,
            &["PE reservation PP2", "TD reservation OP1"],
            &[],
        );
    }
}

#[test]
fn a_mark_in_brackets_at_the_title_has_its_note() {
    let note = "(1) Chad expressed reservations on operative paragraph 1.";
    for mark in [" (1)", "(1)", " (١)"] {
        let plain = ENGLISH.replace("Harbours*", "Harbours");
        behind(
            &plain.replace("of harbours", &format!("of harbours{mark}")),
            note,
            &["TD reservation OP1"],
            &[],
        );
        behind(&ENGLISH.replace('*', mark), note, &["TD reservation OP1"], &[]);
    }
    let imported =
        read(&[&format!("{}{note}\n", ENGLISH.replace("of harbours", "of harbours (1)").replace('*', ""))]);
    let title = imported.records[0].languages[0].title.as_ref().map(|title| title.value.as_str());
    assert_eq!(title, Some("On the depth of harbours"));
    let locator = imported.records[0].positions[0].locator.as_ref().map(|locator| locator.value.as_str());
    assert_eq!(locator, Some("note 1"));
}

#[test]
fn paragraphs_without_an_opening_formula_are_told() {
    let one = english("Chad expressed reservations on operative paragraph 1.");
    let two = arabic("أعربت تشاد عن تحفظات على الفقرة 1 من المنطوق.");
    let (bare, bare_ar) =
        (one.replace("The Assembly of Harbours,\n\n", ""), two.replace("إن جمعية الموانئ،\n\n", ""));
    let width = bare.replace("depth", "width");
    for texts in [
        bare.clone(),
        bare.replace('*', "").replace("Chad expressed", "Oil for"),
        format!("{one}\n\n{bare_ar}"),
        format!("{bare}\n\n{two}"),
        format!("{two}\n\n{bare}"),
        format!("{one}\n\n{width}"),
    ] {
        let imported = read(&[&texts]);
        let told: Vec<_> =
            imported.problems.iter().filter(|problem| problem.code.name == "not-a-resolution").collect();
        let [problem] = &told[..] else { panic!("{texts}\n{}", said(&imported)) };
        let line = texts.lines().nth(problem.place().0 - 1).unwrap();
        assert!(line.starts_with("Recalling") || line.starts_with("إذ تشير"), "{line}");
    }
}

#[test]
fn lists_of_an_unnumbered_text_end_with_their_last_item() {
    paragraphs(
        "On lights\n\nThe Assembly,\n\nRecalling the sea,\n\nUrges pilots:\n\n- To read.\n\n- To write.\n\n- To rest.\n\nRequests oil.\n",
        "en",
        &[
            ("PP1", "Recalling the sea,"),
            ("OP1", "Urges pilots: - To read. - To write. - To rest."),
            ("OP2", "Requests oil."),
        ],
        &[],
    );
}

#[test]
fn symbols_of_many_bodies_are_found_and_are_no_part_of_the_title() {
    for symbol in [
        "WHA79.14",
        "EX.CL/Dec.1100(XXXV)",
        "AG/RES. 2908 (XLVII-O/17)",
        "A/HRC/RES/52/1",
        "S/RES/2719 (2023)",
        "CM/Rec(2022)5",
        "P9_TA(2023)0001",
        "RES/1234",
        "MEPC.377(80)",
        "GC(67)/RES/11",
    ] {
        for (old, new) in [
            ("On the depth of harbours", format!("{symbol}\n\nOn the depth of harbours")),
            ("On the depth of harbours", format!("Resolution {symbol}\n\nOn the depth of harbours")),
            ("On the depth of harbours", format!("({symbol})\n\nOn the depth of harbours")),
            ("On the depth of harbours", format!("{symbol} On the depth of harbours")),
            ("On the depth of harbours", format!("{symbol}: On the depth of harbours")),
            ("On the depth of harbours", format!("On the depth of harbours ({symbol})")),
            ("On the depth of harbours", format!("On the depth of harbours [{symbol}]")),
            ("On the depth of harbours", format!("On the depth of harbours\n\n[{symbol}]")),
            ("\n\nThe Assembly of", format!("\n\n{symbol}\n\nThe Assembly of")),
        ] {
            let text = ENGLISH.replace("Harbours*", "Harbours").replacen(old, &new, 1);
            for text in [crate::reflow::dense(&text), text] {
                let imported = read(&[&text]);
                let record = &imported.records[0];
                let found =
                    record.resolution.as_ref().unwrap().symbol.as_ref().map(|symbol| symbol.value.as_str());
                let title = record.languages[0].title.as_ref().map(|title| title.value.as_str());
                assert_eq!((found, title), (Some(symbol), Some("On the depth of harbours")), "{text}");
                assert!(imported.problems.is_empty(), "{text}\n{}", said(&imported));
            }
        }
        let text =
            ARABIC.replace("الموانئ*", "الموانئ").replacen("بشأن", &format!("القرار {symbol}\n\nبشأن"), 1);
        let imported = read(&[&text]);
        let found = imported.records[0]
            .resolution
            .as_ref()
            .unwrap()
            .symbol
            .as_ref()
            .map(|symbol| symbol.value.clone());
        assert_eq!(found.as_deref(), Some(symbol), "{text}");
    }
}

#[test]
fn a_preamble_with_numbers_or_letters_is_none_of_the_operative_paragraphs() {
    for (one, two, leads) in [("1. ", "2. ", "Decides:"), ("(a) ", "(b) ", "RESOLVES:"), ("(1) ", "(2) ", "")]
    {
        for verb in ["", "Decides "] {
            let (rows, rests) =
                if verb.is_empty() { ("To row", "To rest") } else { ("Decides to row", "Decides to rest") };
            if leads.is_empty() && verb.is_empty() {
                continue;
            }
            let lead = if verb.is_empty() { format!("{leads}\n\n") } else { String::new() };
            let text = format!(
                "On boats\n\nThe Conference of Harbours,\n\n{one}Recalling the sea,\n\n{two}Noting the wind,\n\n{lead}1. {rows};\n\n2. {rests}.\n"
            );
            for text in [crate::reflow::dense(&text), text] {
                let imported = read(&[&text]);
                assert_eq!(
                    labels(&imported.records[0], "en"),
                    "PP1 PP2 OP1 OP2",
                    "{text}\n{}",
                    said(&imported)
                );
                assert!(imported.problems.is_empty(), "{text}\n{}", said(&imported));
            }
        }
    }
}

#[test]
fn a_page_that_ends_in_the_sentence_on_the_adoption_breaks_no_heading() {
    let text = ARABIC.replace("الموانئ*", "الموانئ").replace(
        "القرار الذي اعتمد بتوافق الآراء من قبل جمعية الموانئ",
        "القرار الذي اعتمد بتوافق الآراء من قبل جمعية الموانئ في\n\u{c}دورتها الثانية عشرة في مدينة برغن",
    );
    let imported = read(&[&text]);
    let title = imported.records[0].languages[0].title.as_ref().map(|title| title.value.as_str());
    assert_eq!(title, Some("بشأن عمق الموانئ"), "{}", said(&imported));
}
