//! What notes, headings and pages say beside the text: how it was adopted, where, and what is repeated on each page.

use reservations::record::RawRecord;

use crate::cases::{codes, read, rows, said, text};

const TEXT: &str = "League of Harbours\nFifth session\nBergen, Norway\n\nOn the depth of harbours*\n\nThe Assembly of Harbours,\n\nRecalling the tides,\n\n1. Decides to sound the bottom;\n\n2. Requests the keepers to mark the rocks.\n\n";

fn place(record: &RawRecord) -> Option<&str> {
    record.languages[0].place.as_ref().map(|place| place.value.as_str())
}

/// The way of adoption, and for each vote its paragraphs and counts.
fn adopted(record: &RawRecord) -> String {
    let by = record.resolution.as_ref().and_then(|resolution| resolution.by.as_ref());
    let votes = record.votes.iter().map(|vote| {
        let on: Vec<&str> = vote.on.iter().flat_map(|on| &on.value).map(|on| on.value.as_str()).collect();
        let counts = [&vote.in_favour, &vote.against, &vote.abstaining]
            .map(|count| count.as_ref().map_or("-".to_owned(), |count| count.value.to_string()));
        format!(" [{} {}]", on.join(" "), counts.join("/"))
    });
    by.map_or("-", |by| by.value.as_str()).to_owned() + &votes.collect::<String>()
}

#[test]
fn a_note_that_tells_the_adoption() {
    for (note, way, positions) in [
        (
            "Adopted by consensus. Chad expressed reservations on operative paragraph 1.",
            "consensus",
            &["TD reservation OP1"][..],
        ),
        (
            "Adopted by consensus, with reservations by Chad on operative paragraph 1.",
            "consensus",
            &["TD reservation OP1"],
        ),
        (
            "Adopted by 31 votes to 2, with 14 abstentions. Chad dissociated itself from paragraph 2.",
            "vote [ 31/2/14]",
            &["TD dissociation OP2"],
        ),
        (
            "The resolution was adopted by 72 votes to 9, with 11 abstentions; paragraph 2 was retained in a separate vote by 48 votes to 30, with 14 abstentions. Chad and Peru entered reservations on paragraph 1.",
            "vote [ 72/9/11] [OP2 48/30/14]",
            &["PE reservation OP1", "TD reservation OP1"],
        ),
        // Numbers of paragraphs are no counts.
        (
            "Adopted by consensus, with reservations by Chad on preambular paragraph 1 and operative paragraphs 1 to 2.",
            "consensus",
            &["TD reservation OP1", "TD reservation OP2", "TD reservation PP1"],
        ),
    ] {
        let imported = read(&[&format!("{TEXT}* {note}\n")]);
        let record = &imported.records[0];
        assert_eq!(
            (adopted(record).as_str(), rows(record)),
            (way, positions.iter().map(|row| (*row).to_owned()).collect()),
            "{note}\n{}",
            said(&imported)
        );
    }
}

#[test]
fn a_note_on_another_text_tells_nothing_of_the_adoption() {
    let other = TEXT.replace("rocks.", "rocks.¹")
        + "¹ Resolution 7 was adopted by 30 votes to 2.\n\n* Chad expressed reservations on operative paragraph 1.\n";
    assert_eq!(adopted(&read(&[&other]).records[0]), "-");
}

#[test]
fn the_place_stands_beside_a_session_or_before_a_date() {
    let with = |line: &str| {
        let imported = read(&[&TEXT.replace("Fifth session\nBergen, Norway", line)]);
        place(&imported.records[0]).map(str::to_owned)
    };
    for (line, place) in [
        ("Fifth session\nBergen, Norway", Some("Bergen, Norway")),
        ("Bergen, Norway, 3 and 4 May 2021", Some("Bergen, Norway")),
        ("Bergen, 3 May 2021", Some("Bergen")),
        ("Monday, 3 May 2021", None),
        // Not beside a session it may be what the text is about.
        ("Peace, Norway", None),
        ("Chad, Norway, 3 May 2021", None),
    ] {
        assert_eq!(with(line).as_deref(), place, "{line}");
    }
}

#[test]
fn what_pages_repeat_of_the_heading_is_no_text() {
    for page in [
        "2\n\nLeague of Harbours – Council of pilots\n\n",
        "---\n\nH/RES/1 2/5\n\n---\n\n",
        "&nbsp;\n\nH/RES/1    2/5\n\n",
    ] {
        let broken = TEXT.replace("sound the bottom", &format!("sound \n\n{page}the bottom"));
        let imported = read(&[&broken.replace("League of Harbours\n", "League of Harbours\nH/RES/1\n")]);
        let record = &imported.records[0];
        assert_eq!(
            text(record, "en", "OP1"),
            Some("Decides to sound the bottom;"),
            "{page}\n{}",
            said(&imported)
        );
        assert_eq!(text(record, "en", "OP2"), Some("Requests the keepers to mark the rocks."));
    }
    // With the symbol of the text, between two paragraphs.
    let between =
        TEXT.replace("\n\n1. Decides", "\n\n32-30117 (E)\n\nThe depth of harbours H/RES/1\n\n1. Decides");
    let imported = read(&[&between.replace("League of Harbours\n", "League of Harbours H/RES/1\n")]);
    assert_eq!(text(&imported.records[0], "en", "PP1"), Some("Recalling the tides,"), "{}", said(&imported));
    assert!(!codes(&imported).contains(&"not-understood"), "{}", said(&imported));
}

#[test]
fn signs_of_print() {
    let text_of = |body: &str, label: &str| {
        let imported = read(&[body]);
        text(&imported.records[0], "ar", label)
            .or_else(|| text(&imported.records[0], "en", label))
            .map(str::to_owned)
    };
    let split = TEXT.replace("the tides,", "its resolution 7 (\n2021),");
    assert_eq!(text_of(&split, "PP1").as_deref(), Some("Recalling its resolution 7 (2021),"));
    let arabic = "اتحاد الموانئ\n\n**بشأن الموانئ***\n\n__المؤتمر الثلاثون__،\n\n**إذ يشير** إلى المد،\n\n1.ـ يقرر الانتظار؛\n\n1 مكرر) يطلب زيتاً؛\n\n2) يحث المرشدين.\n\n* أبدت تشاد تحفظاً على الفقرة 1 مكرر من المنطوق.\n";
    assert_eq!(text_of(arabic, "PP1").as_deref(), Some("إذ يشير إلى المد،"));
    assert_eq!(text_of(arabic, "OP1").as_deref(), Some("يقرر الانتظار؛"));
    assert_eq!(text_of(arabic, "OP1bis").as_deref(), Some("يطلب زيتاً؛"));
    let imported = read(&[arabic]);
    assert_eq!(rows(&imported.records[0]), ["TD reservation OP1bis"], "{}", said(&imported));
    assert!(
        imported.problems.iter().all(|problem| problem.code.name == "standard-name-used"),
        "{}",
        said(&imported)
    );
    let title = imported.records[0].languages[0].title.as_ref().map(|title| title.value.clone());
    assert_eq!(title.as_deref(), Some("بشأن الموانئ"));
}

#[test]
fn marks_with_a_stroke() {
    let document = "ON THE DEPTH OF HARBOURS1/ 2/\n\nTHE GENERAL ASSEMBLY,\n\nRECALLING the tides,3/ and the wind 1/2 of the time;\n\nRESOLVES:\n\n1. To sound the bottom.\n\n2. To mark the rocks.\n\nFOOTNOTES\n\n1/ Chad expresses reservations on operative paragraph 1.\n\n2/ Peru dissociates itself from operative para-\ngraph 2.\n\n3/ Mali understands the words \"the tides\" in preambular paragraph 1 in accordance with its law.\n";
    let imported = read(&[document]);
    let record = &imported.records[0];
    assert_eq!(
        rows(record),
        ["ML interpretation PP1 “the tides”", "PE dissociation OP2", "TD reservation OP1"],
        "{}",
        said(&imported)
    );
    assert_eq!(text(record, "en", "PP1"), Some("RECALLING the tides, and the wind 1/2 of the time;"));
    let title = record.languages[0].title.as_ref().map(|title| title.value.as_str());
    assert_eq!(title, Some("ON THE DEPTH OF HARBOURS"));
    assert!(imported.problems.is_empty(), "{}", said(&imported));
}
