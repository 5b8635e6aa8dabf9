//! Akoma Ntoso: documents of our own in every odd shape that official ones have, and the official ones where they are at hand.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "a test may")]

use std::path::Path;

use reservations::check;
use reservations::import::{Document, Imported, Options, import};
use reservations::problem::SourceText;
use reservations::record::{self, RawRecord, RawVote};

/// A document: what stands in the metadata behind its work, on its cover, and in its text.
struct Paper<'a> {
    language: &'a str,
    metadata: &'a str,
    cover: &'a str,
    text: &'a str,
}

impl Default for Paper<'_> {
    fn default() -> Self {
        Self {
            language: "eng",
            metadata: "",
            cover: "<p><docTitle>Resolution adopted by the Harbour Council on 3 May 2031</docTitle></p>",
            text: "",
        }
    }
}

impl Paper<'_> {
    fn xml(&self) -> String {
        let Self { language, metadata, cover, text } = self;
        format!(
            "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\" xmlns:akn4un=\"http://un.org/akn4un\">\n\
             <statement name=\"resolution\">\n<meta><identification source=\"#x\"><FRBRWork>\
             <FRBRuri value=\"/akn/un/statement/deliberation/harbours/2031-05-03/9-1/\"/>\
             <FRBRdate date=\"2031-05-03\" name=\"adoption\"/></FRBRWork>\
             <FRBRExpression><FRBRlanguage language=\"{language}\"/></FRBRExpression></identification>\n{metadata}</meta>\n\
             <coverPage><p><docNumber refersTo=\"#symbol\">H/RES/9/1</docNumber></p>{cover}</coverPage>\n\
             <preface><p><docNumber>9/1.</docNumber> <docTitle refersTo=\"#resolutionTitle\">Lights at sea</docTitle></p></preface>\n\
             {text}\n</statement>\n</akomaNtoso>\n"
        )
    }

    fn read(&self) -> Imported {
        read(&self.xml())
    }
}

fn read(xml: &str) -> Imported {
    let imported = import(&[Document { name: "lights.xml", bytes: xml.as_bytes() }], &Options::default());
    for record in &imported.records {
        let written = record::write(record);
        let checked = check::check(&SourceText::new("lights.toml", written.clone()));
        assert!(checked.resolution.is_some(), "{:?}\n{written}", checked.problems);
    }
    imported
}

const FORMULA: &str = "<formula name=\"enactingFormula\"><p><span>The Harbour Council</span>,</p></formula>";

fn preambular(text: &str) -> String {
    format!("<container name=\"x\"><p>\t<span class=\"italic\">{text}</span> the sea,</p></container>")
}

fn paragraph(number: &str, text: &str) -> String {
    let number = if number.is_empty() { String::new() } else { format!("<num>{number}</num>") };
    format!(
        "<paragraph class=\"SingleTxt\">{number}<content><p xml:space=\"preserve\">\t{text}</p></content></paragraph>"
    )
}

fn codes(imported: &Imported) -> String {
    imported.problems.iter().map(|problem| problem.code.name).collect::<Vec<_>>().join(" ")
}

/// Counts and labels: "2 3 PP1 PP2 OP1 OP2 OP2(a) OP3".
fn shape(record: &RawRecord) -> String {
    let resolution = record.resolution.as_ref().unwrap();
    let number =
        |count: &Option<record::Placed<i64>>| count.as_ref().map_or("-".to_owned(), |n| n.value.to_string());
    let labels = record
        .languages
        .iter()
        .flat_map(|language| &language.paragraphs)
        .map(|(label, _)| label.value.clone());
    let counts = [number(&resolution.preambular), number(&resolution.operative)];
    counts.into_iter().chain(labels).collect::<Vec<_>>().join(" ")
}

fn paragraph_text(record: &RawRecord, label: &str) -> String {
    let all = record.languages.iter().flat_map(|language| &language.paragraphs);
    all.clone().find(|(known, _)| known.value == label).map(|(_, text)| text.value.clone()).unwrap()
}

fn ballots(vote: &RawVote) -> String {
    let count =
        |count: &Option<record::Placed<i64>>| count.as_ref().map_or("-".to_owned(), |n| n.value.to_string());
    let list = |list: &Option<record::Placed<Vec<record::Placed<String>>>>| {
        list.as_ref().map_or(String::new(), |list| {
            list.value.iter().map(|code| code.value.clone()).collect::<Vec<_>>().join(" ")
        })
    };
    format!(
        "{} {} {} [{}] [{}] [{}]{}",
        count(&vote.in_favour),
        count(&vote.against),
        count(&vote.abstaining),
        list(&vote.voted_in_favour),
        list(&vote.voted_against),
        list(&vote.voted_abstaining),
        if vote.lists.is_some() { " incomplete" } else { "" }
    )
}

/// What is read of a text in English whose preamble is marked as one.
fn shape_of(preamble: &str, body: &str) -> (String, String) {
    let text = format!("<preamble>{FORMULA}{preamble}</preamble><mainBody>{body}</mainBody>");
    let imported = Paper { text: &text, ..Paper::default() }.read();
    (shape(&imported.records[0]), codes(&imported))
}

#[test]
fn heading_and_facts_are_taken_from_marked_words() {
    let text = format!(
        "<preamble>{FORMULA}{}</preamble><mainBody>{}{}</mainBody><conclusions><p><location refersTo=\"#adoptionMeeting\">\
         12th meeting</location><eol/><docDate date=\"2031-05-03\" refersTo=\"#adoptionDate\">3 May 2031</docDate></p>\
         <p>[Adopted without a vote.]</p></conclusions>",
        preambular("Noting"),
        paragraph("1.", "Decides to light the piers;"),
        paragraph("2.", "Requests wind."),
    );
    let cover = "<p><docAuthority refersTo=\"#issuingBody\">Harbour Council</docAuthority></p><p><session>Ninth session</session></p>\
                 <p><docTitle>Resolution adopted by the Harbour Council on 3 May 2031</docTitle></p>";
    let imported = Paper { cover, text: &text, ..Paper::default() }.read();
    assert_eq!(codes(&imported), "");
    let record = &imported.records[0];
    let resolution = record.resolution.as_ref().unwrap();
    let value = |placed: &Option<record::Placed<String>>| {
        placed.as_ref().map(|placed| placed.value.clone()).unwrap_or_default()
    };
    assert_eq!(
        [
            value(&resolution.id),
            value(&resolution.symbol),
            value(&resolution.by),
            value(&record.sources[0].iri)
        ],
        ["h-res-9-1", "H/RES/9/1", "without-vote", "/akn/un/statement/deliberation/harbours/2031-05-03/9-1/"]
    );
    assert_eq!(resolution.adopted.as_ref().unwrap().value.to_string(), "2031-05-03");
    let language = &record.languages[0];
    assert_eq!(
        [value(&language.title), value(&language.body), value(&language.meeting)],
        ["Lights at sea", "Harbour Council", "Ninth session"]
    );
    assert_eq!(shape(record), "1 2 PP1 OP1 OP2");
}

#[test]
fn paragraphs_are_those_of_the_printed_text_whatever_they_are_marked_as() {
    let recalling = preambular("Recalling");
    let (noting, also) =
        (paragraph("", "Noting also the tide,"), paragraph("", "Willing to go on helping the pilots,"));
    let (one, two) = (paragraph("1.", "Decides to sail;"), paragraph("2.", "Requests wind."));
    for (what, preamble, body, expected, problems) in [
        ("paragraphs of the preamble in the body", recalling.clone(), format!("{noting}{also}{one}{two}"), "3 2 PP1 PP2 PP3 OP1 OP2", ""),
        (
            "several preambles and bodies",
            recalling.clone(),
            format!("{noting}</mainBody><preamble>{recalling}</preamble><mainBody>{one}{two}"),
            "3 2 PP1 PP2 PP3 OP1 OP2",
            "",
        ),
        (
            "a number and its text in two paragraphs",
            recalling.clone(),
            format!("{one}<paragraph><num>2.</num><content><p> </p></content></paragraph>{}", paragraph("", "Requests wind.")),
            "1 2 PP1 OP1 OP2",
            "",
        ),
        ("numbers typed into the text", recalling.clone(), format!("{}{}", paragraph("", "1 - Decides to sail;"), paragraph("", "2 - Requests wind.")), "1 2 PP1 OP1 OP2", ""),
        (
            "sub-paragraphs marked as paragraphs",
            recalling.clone(),
            format!(
                "{}{}{}{}{}{}",
                paragraph("1.", "Decides to buy:"),
                paragraph("", "(a) Boats for:"),
                paragraph("", "(i) Pilots;"),
                paragraph("(ii)", "Guards;"),
                paragraph("", "(b) Lamps;"),
                two
            ),
            "1 2 PP1 OP1 OP1(a) OP1(a)(i) OP1(a)(ii) OP1(b) OP2",
            "",
        ),
        (
            "a number that is a letter",
            String::new(),
            format!(
                "<paragraph><num>1.</num><list><intro><p>Endorses the plan:</p></intro><point><num>A.</num><content><p>To help by:</p></content></point></list></paragraph>{}{}{}",
                paragraph("", "(1) Leading;"),
                paragraph("B.", "To pay;"),
                two
            ),
            "0 2 OP1 OP1(a) OP1(a)(1) OP1(b) OP2",
            "",
        ),
        (
            "a list inside the preamble",
            "<container><blockList><listIntroduction>Noting that harbours are:</listIntroduction><item><num>(a)</num><p>deep,</p></item>\
             <item><num>(b)</num><p>wide,</p></item></blockList></container>".to_owned() + &recalling,
            format!("{one}{two}"),
            "2 2 PP1 PP1(a) PP1(b) PP2 OP1 OP2",
            "",
        ),
        (
            "text that the first paragraph quotes",
            recalling.clone(),
            format!(
                "{}<paragraph class=\"H23\"><subheading>Article 4</subheading></paragraph>{}{}{}{}",
                paragraph("1.", "Recalls the statute, which reads:"),
                paragraph("", "The keeper shall have:"),
                paragraph("(a)", "a lamp;"),
                paragraph("", "_____"),
                two
            ),
            "1 2 PP1 OP1 OP2",
            "",
        ),
        (
            "sections in which the numbering starts again",
            recalling.clone(),
            format!(
                "{one}<section><subheading>A</subheading><subheading>Piers</subheading><crossHeading refersTo=\"#preamble\">Recalling the storm,</crossHeading>{}</section>\
                 <section><subheading>B</subheading>{one}{two}</section>",
                paragraph("", "Approves the new pier;")
            ),
            "1 1 PP1 OP1 A/PP1 A/OP1 B/OP1 B/OP2",
            "",
        ),
        (
            "headings between paragraphs that are numbered through",
            recalling.clone(),
            format!("<section><heading>I. Boats</heading>{one}</section><section><heading>II. Wind</heading>{two}</section>"),
            "1 2 PP1 OP1 OP2",
            "",
        ),
        (
            "a paragraph of the preamble in two blocks",
            format!("<container><p>Recalling the storm of the</p></container><container><p>winter before last,</p></container>{recalling}"),
            format!("{one}{two}"),
            "2 2 PP1 PP2 OP1 OP2",
            "",
        ),
        ("a gap", recalling.clone(), format!("{one}{}", paragraph("3.", "Requests wind.")), "1 3 PP1 OP1 OP3", "numbering-gap"),
        (
            "an annex",
            recalling.clone(),
            format!("{one}{two}</mainBody><attachments><attachment><doc name=\"annex\"><mainBody>{}</mainBody></doc></attachment></attachments><mainBody>", paragraph("1.", "Scope")),
            "1 2 PP1 OP1 OP2",
            "",
        ),
        (
            "a note inside a paragraph, its mark in brackets that are set high",
            recalling.clone(),
            format!(
                "{}{two}",
                paragraph("1.", "Welcomes the report<sup>(</sup><authorialNote marker=\"1\"><p>() H/9/2.</p></authorialNote><sup>)</sup> of the pilots;")
            ),
            "1 2 PP1 OP1 OP2",
            "",
        ),
    ] {
        assert_eq!(shape_of(&preamble, &body), (expected.to_owned(), problems.to_owned()), "{what}");
    }
}

#[test]
fn notes_are_not_glued_into_their_paragraphs() {
    let body = paragraph(
        "1.",
        "Welcomes the report<sup>(</sup><authorialNote marker=\"1\"><p>() H/9/2.</p></authorialNote><sup>)</sup> of the pilots,\
         <authorialNote marker=\"2\"><p>H/9/3.</p></authorialNote> and A&amp;B &#x2014; so.",
    );
    let text = format!("<preamble>{FORMULA}</preamble><mainBody>{body}</mainBody>");
    let imported = Paper { text: &text, ..Paper::default() }.read();
    assert_eq!(
        paragraph_text(&imported.records[0], "OP1"),
        "Welcomes the report of the pilots, and A&B — so."
    );
}

#[test]
fn several_resolutions_are_records_of_their_own() {
    let part = |letter: &str, text: &str| {
        format!(
            "<component><statement name=\"resolution\"><meta><identification><FRBRWork><FRBRuri value=\"/akn/9-1{letter}/\"/></FRBRWork></identification></meta>\
             <preface><p><docNumber>{letter}</docNumber></p></preface><preamble>{FORMULA}</preamble><mainBody>{text}</mainBody></statement></component>"
        )
    };
    let xml = format!(
        "<akomaNtoso><documentCollection><meta><identification><FRBRExpression><FRBRlanguage language=\"eng\"/></FRBRExpression></identification></meta>\
         <coverPage><p><docNumber refersTo=\"#symbol\">H/RES/9/1</docNumber></p><p><docTitle>Resolutions adopted by the Harbour Council on 3 May 2031</docTitle></p></coverPage>\
         <preface><p><docTitle refersTo=\"#resolutionTitle\">Lights</docTitle></p></preface><collectionBody><component><documentRef href=\"#a\"/></component></collectionBody></documentCollection>\
         <components>{}{}</components></akomaNtoso>",
        part("A", &paragraph("1.", "Decides to sail.")),
        part("B", &format!("{}{}", paragraph("1.", "Decides to row;"), paragraph("2.", "Requests wind.")))
    );
    let imported = read(&xml);
    assert_eq!(codes(&imported), "");
    let told: Vec<String> = imported
        .records
        .iter()
        .map(|record| {
            let resolution = record.resolution.as_ref().unwrap();
            let symbol = resolution.symbol.as_ref().unwrap().value.clone();
            format!("{symbol}: {} {}", resolution.adopted.as_ref().unwrap().value, shape(record))
        })
        .collect();
    assert_eq!(told, ["H/RES/9/1 A: 2031-05-03 0 1 OP1", "H/RES/9/1 B: 2031-05-03 0 2 OP1 OP2"]);
}

#[test]
fn several_resolutions_may_stand_in_one_text_under_their_letters() {
    let part = |letter: &str, text: &str| {
        format!(
            "<mainBody><paragraph class=\"H1\"><heading>{letter}</heading></paragraph></mainBody><preamble>{FORMULA}{}</preamble><mainBody>{text}</mainBody>",
            preambular("Noting")
        )
    };
    let text =
        part("A", &format!("{}{}", paragraph("1.", "Decides to sail;"), paragraph("2.", "Requests wind.")))
            + &part("B", &paragraph("1.", "Decides to row."));
    let imported = Paper { text: &text, ..Paper::default() }.read();
    let symbol =
        |record: &RawRecord| record.resolution.as_ref().unwrap().symbol.as_ref().unwrap().value.clone();
    let told: Vec<String> =
        imported.records.iter().map(|record| format!("{}: {}", symbol(record), shape(record))).collect();
    assert_eq!(told, ["H/RES/9/1 A: 1 2 PP1 OP1 OP2", "H/RES/9/1 B: 1 1 PP1 OP1"]);
    assert_eq!(codes(&imported), "");
}

#[test]
fn a_statement_has_no_paragraphs_that_are_counted() {
    let body = format!(
        "{}{}",
        paragraph("", "At its 12th meeting the Council spoke of lamps."),
        paragraph("", "“The Council thanks the pilots.”")
    );
    let text = format!("<mainBody>{body}</mainBody>");
    let imported = Paper { text: &text, cover: "", ..Paper::default() }.read();
    assert_eq!((shape(&imported.records[0]), codes(&imported)), ("0 0".to_owned(), String::new()));
}

/// A paper with a vote: what is encoded, and what stands behind the text.
fn vote(language: &str, metadata: &str, printed: &str) -> (String, String) {
    let text = format!(
        "<preamble>{FORMULA}</preamble><mainBody>{}</mainBody>{printed}",
        paragraph("1.", "Decides to sail.")
    );
    let imported = Paper { language, metadata, text: &text, ..Paper::default() }.read();
    let votes: Vec<String> = imported.records[0].votes.iter().map(ballots).collect();
    (votes.join("; "), codes(&imported))
}

const PRINTED: &str = "<conclusions><p><vote><outcome>[Adopted by a recorded vote of <quantity normalized=\"3\" refersTo=\"#inFavour\">3</quantity> to \
     <quantity normalized=\"1\" refersTo=\"#against\">1</quantity>, with <quantity normalized=\"2\" refersTo=\"#abstaining\">2</quantity> abstentions. The voting was as follows:\
     <outcome refersTo=\"inFavour\">In favour:<eol/><organization>Bolivia (Plurinational State of), Bosnia and Herzegovina, Chad</organization></outcome>\
     <outcome refersTo=\"against\">Against:<eol/><organization>Cuba</organization></outcome>\
     <outcome refersTo=\"abstaining\">Abstaining:<eol/><organization>Mali, Peru]</organization></outcome></outcome></vote></p></conclusions>";

fn encoded(counts: [(&str, &str, &[&str]); 3]) -> String {
    let count = |(side, count, names): &(&str, &str, &[&str])| {
        let names: String = names.iter().map(|name| format!("<organization>{name}</organization>")).collect();
        format!("<count value=\"{count}\" refersTo=\"{side}\"><akn4un:voters>{names}</akn4un:voters></count>")
    };
    let counts: String = counts.iter().filter(|(_, count, _)| !count.is_empty()).map(count).collect();
    format!(
        "<analysis><parliamentary><voting outcome=\"adoptedRecordedVote\">{counts}</voting></parliamentary></analysis>"
    )
}

#[test]
fn what_is_printed_of_a_vote_comes_before_what_is_encoded() {
    let whole = "3 1 2 [BO BA TD] [CU] [ML PE]";
    let all = encoded([
        ("inFavour", "3", &["BOLIVIA (PLURINATIONAL STATE OF)", "BOSNIA AND HERZEGOVINA", "CHAD"]),
        ("against", "1", &["CUBA"]),
        ("abstaining", "2", &["MALI", "PERU"]),
    ]);
    let short = encoded([
        ("inFavour", "2", &["CHAD", "BOSNIA AND HERZEGOVINA"]),
        ("against", "1", &["CUBA"]),
        ("abstaining", "2", &["MALI", "PERU"]),
    ]);
    assert_eq!(vote("eng", "", PRINTED), (whole.to_owned(), String::new()));
    assert_eq!(vote("eng", &all, PRINTED), (whole.to_owned(), String::new()));
    assert_eq!(
        vote("eng", &short, PRINTED),
        (whole.to_owned(), "vote-metadata-differs vote-metadata-differs".to_owned())
    );
    assert_eq!(vote("eng", &all, ""), (whole.to_owned(), String::new()));
    // A list that does not add up to the printed count.
    let nobody = PRINTED.replace("Mali, Peru]", "]");
    assert_eq!(
        vote("eng", "", &nobody),
        ("3 1 2 [BO BA TD] [CU] [] incomplete".to_owned(), "vote-list-differs".to_owned())
    );
    let unknown = PRINTED.replace("Chad", "Nowhereland");
    assert_eq!(
        vote("eng", "", &unknown),
        (
            "3 1 2 [BO BA] [CU] [ML PE] incomplete".to_owned(),
            "vote-list-differs vote-not-understood".to_owned()
        )
    );
    // A delegation on two sides stays on the one that the counts confirm.
    let twice = encoded([
        ("inFavour", "013", &["CHAD", "CUBA"]),
        ("against", "01", &["MALI"]),
        ("abstaining", "01", &["CUBA"]),
    ]);
    assert_eq!(
        vote("eng", &twice, ""),
        (
            "13 1 1 [TD] [ML] [] incomplete".to_owned(),
            "vote-list-differs vote-list-differs voted-twice".to_owned()
        )
    );
    let twice = twice.replace("013", "01");
    assert_eq!(vote("eng", &twice, ""), ("1 1 1 [TD] [ML] [CU]".to_owned(), "voted-twice".to_owned()));
}

#[test]
fn a_vote_may_stand_as_plain_paragraphs_behind_the_meeting() {
    let printed = format!(
        "<conclusions><p>12th meeting 3 May 2031</p></conclusions><mainBody>{}</mainBody>",
        [
            "[Adopted by a recorded vote of 2 to none, with 1 abstention. The voting was as follows:",
            "In favour:",
            "Chad, Peru",
            "Against:",
            "None",
            "Abstaining:",
            "Mali]"
        ]
        .map(|text| paragraph("", text))
        .concat()
    );
    assert_eq!(vote("eng", "", &printed), ("2 0 1 [TD PE] [] [ML]".to_owned(), String::new()));
}

#[test]
fn the_same_vote_in_every_language_gives_the_same_codes() {
    for (language, formula, sentence, sides, names) in [
        (
            "fra",
            "Le Conseil des ports,",
            "[Adoptée à l’issue d’un vote enregistré par 2 voix contre une, avec 1 abstention. Les voix se sont réparties comme suit :",
            ["Ont voté pour :", "Ont voté contre :", "Se sont abstenus :"],
            ["Tchad et Tchéquie.", "Bolivie (État plurinational de).", "Côte d’Ivoire.]"],
        ),
        (
            "spa",
            "El Consejo de Puertos,",
            "[Aprobada en votación registrada por 2 votos contra 1 y 1 abstención. El resultado de la votación fue el siguiente:",
            ["Votos a favor:", "Votos en contra:", "Abstenciones:"],
            ["Chad, Chequia.", "Bolivia (Estado Plurinacional de).", "Côte d’Ivoire.]"],
        ),
        (
            "rus",
            "Совет по гаваням,",
            "[Принята в результате заносимого в отчет о заседании голосования 2 голосами против 1 при 1 воздержавшемся. Голоса распределились следующим образом:",
            ["Голосовали за:", "Голосовали против:", "Воздержались:"],
            ["Чад, Чехия.", "Боливия (Многонациональное Государство).", "Кот-д’Ивуар.]"],
        ),
        (
            "ara",
            "إن مجلس الموانئ،",
            "[اعتُمد بتصويت مسجل بأغلبية 2 صوتين مقابل 1، مع امتناع 1 عن التصويت. وكانت نتيجة التصويت كما يلي:",
            ["المؤيدون:", "المعارضون:", "الممتنعون عن التصويت:"],
            ["تشاد، وتشيكيا", "بوليفيا (دولة - المتعددة القوميات)", "كوت ديفوار]"],
        ),
        (
            "zho",
            "港口理事会，",
            "[经记录表决，以2票赞成、1票反对、1票弃权获得通过。表决结果如下：",
            ["赞成：", "反对：", "弃权："],
            ["乍得、捷克", "多民族玻利维亚国", "科特迪瓦]"],
        ),
    ] {
        let sides: String = sides
            .iter()
            .zip(names)
            .zip(["inFavour", "against", "abstaining"])
            .map(|((label, names), side)| {
                format!(
                    "<outcome refersTo=\"{side}\">{label}<eol/><organization>{names}</organization></outcome>"
                )
            })
            .collect();
        let sentence = sentence.replace("2 صوتين", "2");
        let text = format!(
            "<preamble><formula><p>{formula}</p></formula></preamble><mainBody><paragraph><num>1.</num><content><p>{formula}</p></content></paragraph></mainBody>\
             <conclusions><p><vote><outcome>{sentence}{sides}</outcome></vote></p></conclusions>"
        );
        let imported = Paper { language, cover: "", text: &text, ..Paper::default() }.read();
        let votes: Vec<String> = imported.records[0].votes.iter().map(ballots).collect();
        assert_eq!(votes, ["2 1 1 [TD CZ] [BO] [CI]"], "{language}");
        assert_eq!(codes(&imported), "", "{language}");
    }
}

#[test]
fn a_text_that_was_not_adopted_is_rejected_on_that_day() {
    let metadata = "<workflow><step date=\"0001-01-01\" outcome=\"draftResolution\" by=\"\"/>\
                    <step date=\"2031-05-03\" outcome=\"veto\" as=\"H/PV.7\" by=\"The draft resolution was not adopted\"/></workflow>".to_owned()
        + &encoded([("inFavour", "2", &["CHAD", "PERU"]), ("against", "1", &["MALI"]), ("abstaining", "", &[])]);
    let text =
        format!("<preamble>{FORMULA}</preamble><mainBody>{}</mainBody>", paragraph("1.", "Decides to sail."));
    let imported = Paper { metadata: &metadata, cover: "", text: &text, ..Paper::default() }.read();
    let resolution = imported.records[0].resolution.as_ref().unwrap();
    assert_eq!(resolution.rejected.as_ref().unwrap().value.to_string(), "2031-05-03");
    assert_eq!(
        (resolution.by.as_ref().unwrap().value.as_str(), resolution.adopted.is_none()),
        ("vote", true)
    );
}

#[test]
fn what_cannot_be_read_is_an_error_with_its_place() {
    let paper = Paper { text: "<mainBody><p>x</p></mainBody>", ..Paper::default() }.xml();
    let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>\n";
    let deep = format!("<akomaNtoso><statement>{}", "<section>".repeat(200_000));
    for (what, xml, code) in [
        ("a tag that is not closed", paper.replace("</mainBody>", ""), "not-well-formed"),
        ("a file that is cut off", paper[..paper.len() * 2 / 3].to_owned(), "not-well-formed"),
        ("an attribute twice", paper.replace("<mainBody>", "<mainBody a=\"1\" a=\"2\">"), "not-well-formed"),
        ("an entity of its own", format!("{bomb}{}", paper.replace(">x<", ">&b;<")), "unknown-entity"),
        ("a file named by an entity", format!("{bomb}{}", paper.replace(">x<", ">&f;<")), "unknown-entity"),
        ("a bare ampersand", paper.replace(">x<", ">A & B<"), "not-well-formed"),
        ("200,000 elements in one another", deep, "nested-too-deep"),
        ("a language that is not read", paper.replace("\"eng\"", "\"fin\""), "language-not-read"),
        ("other XML", "<?xml version=\"1.0\"?><rss><item/></rss>".to_owned(), "format-not-read"),
    ] {
        let imported = import(&[Document { name: "x.xml", bytes: xml.as_bytes() }], &Options::default());
        assert_eq!((codes(&imported).as_str(), imported.records.len()), (code, 0), "{what}");
        assert!(imported.problems[0].place().0 >= 1);
    }
}

#[test]
fn the_format_is_told_by_the_first_element_in_any_unicode() {
    let xml = Paper { text: "<mainBody><p>x</p></mainBody>", ..Paper::default() }.xml();
    let wide: Vec<u8> =
        std::iter::once(0xfeff_u16).chain(xml.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let marked =
        [b"\xef\xbb\xbf<?xml version=\"1.0\"?>\n<!-- a copy -->\n".as_slice(), xml.as_bytes()].concat();
    for bytes in [wide, marked] {
        let imported = import(&[Document { name: "lights.txt", bytes: &bytes }], &Options::default());
        assert_eq!((imported.records.len(), codes(&imported).as_str()), (1, ""));
    }
}

/// The official documents, where they are at hand: file, PP, OP, way, votes, and the first words of the last paragraph.
#[test]
fn the_official_documents_are_read_as_a_careful_reader_counts_them() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/documents/akn");
    if !folder.is_dir() {
        println!("skipped: the official documents are not at hand (../shared/documents/akn)");
        return;
    }
    let six = |name: &str, pp: i64, op: i64, by: &'static str, vote: Option<[i64; 3]>| {
        ["A", "C", "E", "F", "R", "S"].map(|letter| (name.replace('?', letter), pp, op, by, vote))
    };
    let all = Some([15, 0, 0]);
    let one = |name: &str, pp, op, by, vote| (name.to_owned(), pp, op, by, vote);
    let mut expected: Vec<_> = [
        six("A_HRC_RES_58_10?.xml", 6, 8, "without-vote", None),
        six("A_HRC_RES_58_1?.xml", 21, 27, "vote", Some([24, 6, 17])),
        six("A_RES_78_167-2325878?.xml", 18, 26, "without-vote", None),
        six("SC_2561_2021-?.xml", 18, 18, "vote", all),
    ]
    .concat();
    expected.extend([
        one("A_HRC_RES_58_15A.xml", 11, 6, "without-vote", None),
        one("A_HRC_RES_57_4E.xml", 5, 4, "without-vote", None),
        one("A_HRC_RES_55_30A.xml", 13, 9, "vote", Some([42, 2, 3])),
        one("A_RES_76_250-2200691C.xml", 26, 6, "without-vote", None),
        one("75_255_E.xml", 0, 3, "without-vote", None),
        one("75_245_E.xml", 4, 10, "without-vote", None),
        one("A_RES_77_259-2300159R.xml", 0, 0, "without-vote", None),
        one("S_RES_1433_N0252659.xml", 7, 6, "vote", all),
        one("S_RES_1686_N0639006.xml", 7, 5, "vote", all),
        one("S_RES_2661-2225815A.xml", 1, 2, "vote", all),
        one("S_RES_2569_(2021)-G.xml", 8, 7, "vote", all),
        one("S_2023_638-2316801G.xml", 12, 6, "vote", Some([13, 1, 1])),
    ]);
    let mut votes: Vec<(String, String)> = Vec::new();
    for (name, preambular, operative, by, counts) in expected {
        let bytes = std::fs::read(folder.join(&name)).unwrap();
        let imported = import(&[Document { name: &name, bytes: &bytes }], &Options::default());
        let record = &imported.records[0];
        let resolution = record.resolution.as_ref().unwrap();
        let number = |count: &Option<record::Placed<i64>>| count.as_ref().map(|count| count.value);
        assert_eq!(
            (number(&resolution.preambular), number(&resolution.operative)),
            (Some(preambular), Some(operative)),
            "{name}"
        );
        assert_eq!(resolution.by.as_ref().unwrap().value, by, "{name}");
        let found: Vec<[i64; 3]> = record
            .votes
            .iter()
            .map(|vote| {
                [&vote.in_favour, &vote.against, &vote.abstaining].map(|count| number(count).unwrap())
            })
            .collect();
        assert_eq!(found, Vec::from_iter(counts), "{name}");
        for vote in &record.votes {
            let mut codes: Vec<&str> = ballots_of(vote);
            codes.sort_unstable();
            votes.push((name.clone(), codes.join(" ")));
        }
    }
    // The same vote in six languages gives the same codes.
    for stem in ["A_HRC_RES_58_1", "SC_2561"] {
        let mut same: Vec<&String> =
            votes.iter().filter(|(name, _)| name.starts_with(stem)).map(|(_, codes)| codes).collect();
        assert_eq!(same.len(), 6);
        same.dedup();
        assert_eq!(same.len(), 1, "{same:?}");
    }
    let bytes = std::fs::read(folder.join("S_PRST_2003_16-0355259E.xml")).unwrap();
    assert_eq!(
        codes(&import(&[Document { name: "x", bytes: &bytes }], &Options::default())),
        "not-well-formed"
    );
}

/// `registers/` is what the command in docs/documents.md makes of the official documents, where they are at hand.
#[test]
fn the_registers_are_what_the_documents_give() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    if !root.join("../shared/documents/akn").is_dir() {
        println!("skipped: the official documents are not at hand (../shared/documents/akn)");
        return;
    }
    let out = tempfile::tempdir().unwrap();
    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_reservations"));
    let folder = out.path().join("registers");
    program.args(["import", "../shared/documents/akn", "--no-text", "-o"]).arg(&folder);
    // One of the documents is not well-formed.
    assert_eq!(program.current_dir(root).output().unwrap().status.code(), Some(1));
    let files = |folder: &Path| -> Vec<(std::ffi::OsString, String)> {
        let entries = std::fs::read_dir(folder).unwrap().map(Result::unwrap);
        let mut all: Vec<_> = entries
            .map(|entry| (entry.file_name(), std::fs::read_to_string(entry.path()).unwrap()))
            .collect();
        all.sort();
        all
    };
    let (made, kept) = (files(&folder), files(&root.join("registers")));
    assert_eq!(made.len(), 19);
    for (made, kept) in made.iter().zip(&kept) {
        assert_eq!(made, kept);
    }
    assert_eq!(made.len(), kept.len());
}

fn ballots_of(vote: &RawVote) -> Vec<&str> {
    let lists = [&vote.voted_in_favour, &vote.voted_against, &vote.voted_abstaining];
    lists.into_iter().flatten().flat_map(|list| &list.value).map(|code| code.value.as_str()).collect()
}
