//! Documents in the manner of many bodies, each with three traps at once, and what is in them.

use crate::cases::{codes, read, rows, said};

/// A document and what it says.
struct Known {
    name: &'static str,
    texts: &'static [&'static str],
    title: &'static str,
    symbol: &'static str,
    date: &'static str,
    way: &'static str,
    labels: &'static str,
    rows: &'static [&'static str],
    /// Counts of each vote, with its paragraph.
    votes: &'static [&'static str],
    codes: &'static [&'static str],
}

const NONE: Known = Known {
    name: "",
    texts: &[],
    title: "",
    symbol: "",
    date: "",
    way: "",
    labels: "",
    rows: &[],
    votes: &[],
    codes: &[],
};

const ALL: &[Known] = &[
    Known {
        name: "a world assembly: symbol in brackets behind the title, job number between pages, a vote as a tally",
        texts: &["Seventy-ninth World Harbour Assembly

Agenda item 14.2

28 May 2026

Night work in lighthouses (WHA79.14)

The Seventy-ninth World Harbour Assembly,

Having considered the report of the Director-General on the work of
keepers at night and in the
26-04711 (E)

2/3

long winters of the north;

Recalling resolution WHA60.26 (2007);

1. URGES Member States:

(1) to light the lamps at dusk;

(2) to rest the keepers by day;

2. REQUESTS the Director-General to report in
2030. 

Voting results: For: 98; Against: 2; Abstentions: 7.

The delegation of Kenya expressed reservations on operative paragraph 1 (2).
"],
        title: "Night work in lighthouses",
        symbol: "WHA79.14",
        way: "vote",
        labels: "PP1 PP2 OP1 OP1(1) OP1(2) OP2",
        rows: &["KE reservation OP1(2)"],
        votes: &[" 98/2/7"],
        ..NONE
    },
    Known {
        name: "a rights council in Arabic: head in two scripts, number before the title, lists before the sentence",
        texts: &["الأمم المتحدة
A/HRC/RES/88/3
Distr.: General
9 April 2025
Arabic
Original: English
مجلس حقوق الإنسان
الدورة الثامنة والثمانون
قرار اعتمده مجلس حقوق الإنسان في 3 نيسان/أبريل 2025
88/3- حقوق رعاة المنارات
إن مجلس حقوق الإنسان،
إذ يسترشد بقوانين البحار،
وإذ يشير إلى أن الرعاة يسهرون الليل،
1- يقرر إبقاء المنارات مضاءة؛
2- يطلب إلى الأمين العام تقديم تقرير.
الجلسة 54
3 نيسان/أبريل 2025
المؤيدون: تشاد، البوسنة والهرسك، جمهورية كوريا
المعارضون: كوبا
الممتنعون: لا أحد
[اعتُمد بتصويت مسجل بأغلبية 3 أصوات مقابل صوت واحد، ودون امتناع أحد عن التصويت.]
"],
        title: "حقوق رعاة المنارات",
        symbol: "A/HRC/RES/88/3",
        date: "2025-04-03",
        way: "vote",
        labels: "PP1 PP2 OP1 OP2",
        votes: &[" 3/1/0"],
        ..NONE
    },
    Known {
        name: "a hemisphere's assembly: capitals, RESOLVES, a note with a number in brackets behind an annex",
        texts: &["AG/RES. 3991 (LV-O/25)

LIGHTS OF THE HEMISPHERE (1)

(Adopted at the second plenary session, held on 26 June 2025)

THE GENERAL ASSEMBLY,

HAVING SEEN the report on lights;

RECALLING its resolution AG/RES. 2908 (XLVII-O/17);

RESOLVES:

1. To keep the lights of the hemisphere.

2. To instruct the Permanent Council to follow up.

ANNEX

Rules of the lights

1. The keeper lights the lamp.

2. All delegations may state their position on oil.

(1) The delegation of Cuba expressed its reservations on operative paragraph 2.
"],
        title: "LIGHTS OF THE HEMISPHERE",
        symbol: "AG/RES. 3991 (LV-O/25)",
        date: "2025-06-26",
        labels: "PP1 PP2 OP1 OP2",
        rows: &["CU reservation OP2"],
        ..NONE
    },
    Known {
        name: "a continent's union: Roman items, no preamble, a footer with a symbol, names joined by and",
        texts: &["AFRICAN HARBOUR UNION

Assembly/UH/Dec.812(XXXVIII)

DECISION ON THE LIGHTS OF THE CONTINENT

The Assembly,

1. TAKES NOTE of the report of the Commission on
lights;

Assembly/UH/Dec.812(XXXVIII)
Page 2

2. REQUESTS the Commission to:

i) Count the lamps;

ii) Count the keepers; and

iii) Count the boats.

3. DECIDES to remain seized of the matter.

Reservations were expressed by Egypt and Sao Tome and Principe on operative paragraph 3.
"],
        title: "DECISION ON THE LIGHTS OF THE CONTINENT",
        symbol: "Assembly/UH/Dec.812(XXXVIII)",
        labels: "OP1 OP2 OP2(i) OP2(ii) OP2(iii) OP3",
        rows: &["EG reservation OP3", "ST reservation OP3"],
        ..NONE
    },
    Known {
        name: "a league in Arabic: dashes before the preamble, a stroke in the numbers, the note in the midst of it",
        texts: &["مجلس الموانئ العربية

تنسيق حركة السفن (*)

إن مجلس الموانئ العربية على المستوى الوزاري،

- بعد اطلاعه على مذكرة الأمانة العامة،

(*) تحفظ وفد العراق على الفقرة 2 من المنطوق.

- وإذ يؤكد على سلامة السفن،

يُقـــرر

1ـ تأكيد سلامة الملاحة.
2ـ دعوة الدول إلى:
أ- إضاءة المنارات.
ب- تدريب الرعاة.
3ـ الطلب إلى الأمين العام متابعة الموضوع.
"],
        title: "تنسيق حركة السفن",
        labels: "PP1 PP2 OP1 OP2 OP2(a) OP2(b) OP3",
        rows: &["IQ reservation OP2"],
        ..NONE
    },
    Known {
        name: "a parliament: notes of two languages, the page broken in the first, the English behind without a blank line",
        texts: &["سلامة الموانئ في جميع الفصول
القرار الذي اعتمد بتوافق الآراء* من قبل الجمعية العامة الـ12 لاتحاد الموانئ
(برغن، 3 أيار/مايو 2021)
إن الجمعية العامة الـ12 لاتحاد الموانئ،
إذ تشير إلى قانون البحار وإلى سلامة من يسهرون
* أعربت تشاد عن تحفظات على الفقرة 1 من المنطوق،
وأعربت بيرو عن تحفظات على
\u{c}- 2 -
الفقرة 2 من المنطوق.
في المنارات كل ليلة،
وإذ تلاحظ هبوب الريح،
1. تقرر إبقاء المنارات مضاءة؛
2. تطلب تقديم تقرير.
Union of Harbours
Safe harbours in all seasons
Resolution adopted by consensus* by the 12th Assembly of the Union of Harbours
(Bergen, 3 May 2021)
The 12th Assembly of the Union of Harbours,
Recalling the law of the sea and the safety of those who wake in lighthouses every night,
Noting the wind,
1. Decides to keep the lights;
2. Requests a report.
* Chad expressed reservations on operative paragraph 1, and Peru on operative paragraph 2.
"],
        title: "Safe harbours in all seasons",
        date: "2021-05-03",
        way: "consensus",
        labels: "PP1 PP2 OP1 OP2",
        rows: &["PE reservation OP2", "TD reservation OP1"],
        ..NONE
    },
    Known {
        name: "a security council: the year behind the symbol, opening words in italics, a vote with names in brackets",
        texts: &["S/RES/2719 (2023)

Resolution 2719 (2023)

Adopted by the Security Council at its 9518th meeting, on 21 December 2023

The Security Council,

_Recalling_ its resolutions 1325 (2000) and
2086 (2013),

_Reaffirming_ that harbours are to be safe,

1. _Decides_ to keep the lights;

2. _Also decides_ to remain seized of the matter.

The draft resolution was adopted by 13 votes in favour, none against, and 2 abstentions (Norway and Iran (Islamic Republic of)).
"],
        title: "Resolution 2719 (2023)",
        symbol: "S/RES/2719 (2023)",
        date: "2023-12-21",
        way: "vote",
        labels: "PP1 PP2 OP1 OP2",
        votes: &[" 13/0/2"],
        ..NONE
    },
    Known {
        name: "a conference on labour: unnumbered, a formula of two lines, the vote as a table",
        texts: &["Resolution concerning night work of pilots

The General Conference of the Labour Harbour,
meeting at its 113th Session, 2025,

Recalling the rest that pilots need,

Noting the length of nights,

Calls upon Members to give pilots rest;

Invites the Governing Body to see to it.

| | For | Against | Abstaining |
|---|---|---|---|
| Total | 401 | 12 | 30 |
"],
        title: "Resolution concerning night work of pilots",
        way: "vote",
        labels: "PP1 PP2 OP1 OP2",
        votes: &[" 401/12/30"],
        ..NONE
    },
    Known {
        name: "a council of ministers: paragraphs in brackets, a recommendation's symbol, explanations lettered below it",
        texts: &["Recommendation CM/Rec(2022)5
of the Committee of Ministers to member States
on safe harbours

(Adopted by the Committee of Ministers on 17 March 2022 at the 1429th meeting)

The Committee of Ministers,

Considering that harbours bind the coasts of its members;

Bearing in mind the work of pilots,

(1) Recommends that lights be kept;

(2) Invites members to pay for oil.

The following delegations made reservations:

(a) Norway on operative paragraph 1;

(b) Bosnia and Herzegovina on operative paragraph 2.
"],
        title: "Recommendation CM/Rec(2022)5 of the Committee of Ministers to member States on safe harbours",
        symbol: "CM/Rec(2022)5",
        date: "2022-03-17",
        labels: "PP1 PP2 OP1 OP2",
        rows: &["BA reservation OP2", "NO reservation OP1"],
        ..NONE
    },
    Known {
        name: "an agency in Arabic: Arabic-Indic figures, CRLF without blank lines, yes and no",
        texts: &["المؤتمر العام\r\nGC(67)/RES/11\r\nتقوية المنارات\r\nقرار اعتمد في ٢٨ أيلول/سبتمبر ٢٠٢٣\r\nإن المؤتمر العام،\r\n(أ) إذ يشير إلى تقرير المدير العام،\r\n(ب) وإذ يلاحظ طول الليل،\r\n١- يحث الدول على إضاءة المنارات؛\r\n٢- يطلب إلى المدير العام تقديم تقرير.\r\nنتيجة التصويت: نعم: ٩٠؛ لا: ٣؛ امتناع: ١٢\r\n"],
        title: "تقوية المنارات",
        symbol: "GC(67)/RES/11",
        date: "2023-09-28",
        way: "vote",
        labels: "PP1 PP2 OP1 OP2",
        votes: &[" 90/3/12"],
        ..NONE
    },
    Known {
        name: "an economic council: the second version has no formula, a name misspelt, a number past the end",
        texts: &["E/RES/2025/9

2025/9. Ports of small islands

The Economic and Social Council,

Recalling its earlier resolutions on islands,

Noting the tides,

1. Decides to keep the ports open;

2. Requests a report.

Chad expressed reservations on operative paragraph 9. Nurway expressed reservations on operative paragraph 1.

2025/9- موانئ الجزر الصغيرة

المجلس الاقتصادي والاجتماعي

إذ يشير إلى قراراته السابقة بشأن الجزر،

وإذ يلاحظ المد،

1- يقرر إبقاء الموانئ مفتوحة؛

2- يطلب تقديم تقرير.
"],
        title: "Ports of small islands",
        symbol: "E/RES/2025/9",
        labels: "PP1 PP2 OP1 OP2",
        codes: &["not-a-resolution", "number-past-end", "unknown-name"],
        ..NONE
    },
    Known {
        name: "an assembly of members: two files the Arabic first, a disputed clause, a separate vote before the whole one",
        texts: &["بشأن العمق\n\nإن جمعية الموانئ،\n\nإذ تشير إلى المد،\n\n1. تقرر الانتظار؛\n\n2. تطلب الزيت.\n\nأُبقي على الفقرة 2 من المنطوق بتصويت مسجل بأغلبية 5 أصوات مقابل صوتين ودون امتناع أحد عن التصويت. واعتُمد القرار ككل بأغلبية 7 أصوات مقابل لا شيء، وامتناع عضو واحد عن التصويت.\n\nأعربت تشاد عن تحفظات على الفقرة 1 من المنطوق. ولبيرو رأي آخر في الفقرة 2 من المنطوق.\n",
        "On depth\n\nThe Assembly of Harbours,\n\nRecalling the tides,\n\n1. Decides to wait;\n\n2. Requests oil.\n\nOperative paragraph 2 was retained by a recorded vote of 5 to 2, with no abstentions. The resolution as a whole was adopted by 7 votes to none, with 1 abstention.\n\nChad expressed reservations on operative paragraph 1. Peru expressed reservations on operative paragraph 2.\n"],
        title: "On depth",
        way: "vote",
        labels: "PP1 OP1 OP2",
        rows: &["TD reservation OP1"],
        votes: &[" 7/0/1", "OP2 5/2/0"],
        codes: &["versions-differ"],
        ..NONE
    },
];

#[test]
fn three_traps_at_once() {
    let mut wrong = Vec::new();
    for known in ALL {
        let imported = read(known.texts);
        let [record] = &imported.records[..] else {
            wrong.push(format!("{}: {} records\n{}", known.name, imported.records.len(), said(&imported)));
            continue;
        };
        let resolution = record.resolution.as_ref().unwrap();
        let first = &record.languages[0];
        let mut expect = |what: &str, found: String, expected: String| {
            if found != expected {
                wrong.push(format!(
                    "{}\n   {what}: {found}\n   for {expected}\n{}",
                    known.name,
                    said(&imported)
                ));
            }
        };
        let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
        expect("title", text(first.title.as_ref().map(|title| title.value.as_str())), known.title.into());
        expect("symbol", text(resolution.symbol.as_ref().map(|s| s.value.as_str())), known.symbol.into());
        let date = resolution.adopted.as_ref().map(|date| date.value.to_string());
        expect("date", text(date.as_deref()), known.date.into());
        expect("way", text(resolution.by.as_ref().map(|by| by.value.as_str())), known.way.into());
        for block in &record.languages {
            let labels: Vec<&str> = block.paragraphs.iter().map(|(label, _)| label.value.as_str()).collect();
            expect(&block.tag.value, labels.join(" "), known.labels.into());
        }
        expect("rows", format!("{:?}", rows(record)), format!("{:?}", known.rows));
        expect("codes", format!("{:?}", codes(&imported)), format!("{:?}", known.codes));
        let count = |count: &Option<reservations::record::Placed<i64>>| {
            count.as_ref().map_or("-".to_owned(), |count| count.value.to_string())
        };
        let mut votes: Vec<String> = record
            .votes
            .iter()
            .map(|vote| {
                let on: Vec<&str> =
                    vote.on.iter().flat_map(|on| &on.value).map(|on| on.value.as_str()).collect();
                let counts = [&vote.in_favour, &vote.against, &vote.abstaining].map(count);
                format!("{} {}", on.join(" "), counts.join("/"))
            })
            .collect();
        votes.sort();
        expect("votes", format!("{votes:?}"), format!("{:?}", known.votes));
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
