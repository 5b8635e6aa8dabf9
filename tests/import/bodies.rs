//! Resolutions in the shapes of many bodies: the shapes are theirs, the sentences are ours.

/// One version of a resolution: what is printed, and what must be read.
#[derive(Clone, Debug)]
pub struct Version {
    pub tag: &'static str,
    /// Lines before the title.
    pub head: Vec<String>,
    pub title: String,
    /// Lines behind the title, with `{}` where the mark of the note may stand.
    pub adoption: String,
    /// The adoption line stands before the title.
    pub adoption_first: bool,
    pub formula: String,
    /// A line between preamble and operative paragraphs: "RESOLVES:".
    pub resolves: Option<&'static str>,
    pub paragraphs: Vec<Paragraph>,
    /// Paragraphs of the note; items begin with "- ".
    pub note: Vec<String>,
    /// Lines behind the text.
    pub tail: Vec<String>,
}

/// A paragraph of the text.
#[derive(Clone, Debug)]
pub struct Paragraph {
    pub label: String,
    /// Its number, 0 for none.
    pub number: usize,
    /// Its place among sub-paragraphs, 0 for none.
    pub letter: usize,
    /// How many words of it are set in italics.
    pub opener: usize,
    pub text: String,
}

/// A resolution in English and Arabic, and what its record must say beside the text.
#[derive(Clone, Debug)]
pub struct Resolution {
    pub name: &'static str,
    pub versions: Vec<Version>,
    pub date: Option<&'static str>,
    pub way: Option<&'static str>,
    /// Code, kind and target of each row, sorted.
    pub rows: Vec<(String, String, String)>,
}

const PP: [(&str, usize, &str, &str, &str); 10] = [
    (
        "Recalling",
        1,
        "its decision 12/4 of 3 May 2019, in which it asked for a survey of all lights north of the strait",
        "شير",
        "إلى مقررها 12/4 المؤرخ 3 أيار/مايو 2019، الذي طلبت فيه إجراء مسح لجميع المنارات الواقعة شمال المضيق",
    ),
    (
        "Deeply concerned",
        2,
        "at the loss of 2,300 tide tables, i.e. of more than half of those that were kept before the fires of 2017",
        "لاحظ بقلق بالغ",
        "ضياع 300 2 جدول من جداول المد، أي أكثر من نصف الجداول التي كانت محفوظة قبل حرائق عام 2017",
    ),
    (
        "Reaffirming",
        1,
        "the Charter of the Harbours, 1972, and the rules of conduct that were attached to it in Bergen",
        "عيد تأكيد",
        "ميثاق الموانئ لعام 1972، وقواعد السلوك التي أرفقت به في برغن",
    ),
    (
        "Bearing in mind",
        3,
        "that up-to-date charts are a long-term investment and that self-reliant pilots, women and men alike, need them",
        "ضع في اعتبارها",
        "أن الخرائط الحديثة استثمار طويل الأجل، وأن المرشدين البحريين، نساء ورجالا، في حاجة إليها",
    ),
    (
        "Having considered",
        2,
        "the report on night landings, in particular paragraph 4 of that report, and the views of port workers",
        "درك",
        "ما جاء في التقرير المتعلق بالرسو ليلا، ولا سيما الفقرة 4 من ذلك التقرير، وآراء عمال الموانئ",
    ),
    (
        "Convinced",
        1,
        "that a “harbour of last resort” (as defined in article 5 (b) of the Convention on Buoys) protects all vessels",
        "ؤمن",
        "بأن \"ميناء الملاذ الأخير\" (بتعريفه الوارد في المادة 5 (ب) من اتفاقية العوامات) يحمي جميع السفن",
    ),
    (
        "Taking note of",
        3,
        "the work done in Bergen, Mombasa and Valparaíso in 2020, 2021 and 2022 respectively",
        "حيط علما",
        "بالعمل المنجز في برغن ومومباسا وفالبارايسو في الأعوام 2020 و2021 و2022 على التوالي",
    ),
    (
        "Welcoming",
        1,
        "the entry into force, on 1 July 2021, of the Agreement on Buoys, to which 41 small island ports are parties",
        "رحب",
        "ببدء نفاذ الاتفاق المتعلق بالعوامات في 1 تموز/يوليه 2021، وهو اتفاق انضم إليه 41 ميناء من موانئ الجزر الصغيرة",
    ),
    (
        "Noting with regret",
        3,
        "that cross-border pilotage has remained an exception, and that fewer keepers were trained in 2018 than in 2008",
        "أسف",
        "لأن الإرشاد العابر للحدود ظل استثناء، ولأن عدد رعاة المنارات الذين دربوا في عام 2018 كان أقل مما كان عليه في عام 2008",
    ),
    ("Mindful", 1, "of the fact that the sea knows no frontiers", "سلم", "بأن البحر لا يعرف الحدود"),
];

const OP: [(&str, &str, usize, &str, &str, &str); 8] = [
    (
        "Decides",
        "decide",
        1,
        "to keep every light burning from dusk to dawn, whatever the season",
        "قرر",
        "إبقاء كل منارة مضاءة من الغسق إلى الفجر في جميع الفصول",
    ),
    (
        "Requests",
        "request",
        1,
        "the secretariat to publish the tide tables before 1 March 2024, and every year thereafter",
        "طلب",
        "إلى الأمانة أن تنشر جداول المد قبل 1 آذار/مارس 2024، وفي كل سنة بعد ذلك",
    ),
    (
        "Urges",
        "urge",
        1,
        "all harbours, in accordance with paragraph 3 of decision 12/4 and section B of the plan, to train their pilots",
        "حث",
        "جميع الموانئ على تدريب مرشديها وفقا للفقرة 3 من المقرر 12/4 والفرع باء من الخطة",
    ),
    ("Calls upon", "call upon", 2, "keepers of lights", "دعو", "رعاة المنارات إلى القيام بما يلي"),
    (
        "Invites",
        "invite",
        1,
        "donors to fund night landings for ships of less than 40 metres, e.g. ferries",
        "شجع",
        "المانحين على تمويل رسو السفن التي يقل طولها عن 40 مترا ليلا",
    ),
    (
        "Strongly encourages",
        "encourage",
        2,
        "the exchange of charts between neighbours, as was done in\u{a0}1998",
        "ؤكد",
        "أهمية تبادل الخرائط بين الجيران على غرار ما جرى في عام 1998",
    ),
    (
        "Takes note",
        "take note",
        2,
        "of the offer of the City of Bergen to host the conference of 2025",
        "حيط علما",
        "بالعرض المقدم من مدينة برغن لاستضافة مؤتمر عام 2025",
    ),
    ("Decides", "decide", 1, "to remain seized of the matter", "قرر", "أن تبقي المسألة قيد نظرها"),
];

const SUBS: [(&str, &str); 3] = [
    ("to write down the hour of each high tide", "تدوين ساعة كل مد عال"),
    ("to report lamps that have failed, without delay", "الإبلاغ دون تأخير عن المصابيح التي تعطلت"),
    ("to lend boats to one another", "إعارة القوارب بعضهم لبعض"),
];

/// How a body writes.
struct Shape {
    /// Masculine verbs in Arabic: a council.
    masculine: bool,
    capitals: bool,
    /// "RESOLVES:" before paragraphs that begin with "To".
    infinitive: bool,
    semicolons: bool,
    /// Sub-paragraphs are numbered `(1)`.
    figures: bool,
    unnumbered: bool,
    pp: &'static [usize],
    op: &'static [usize],
}

fn arabic_verb(root: &str, masculine: bool) -> String {
    format!("{}{root}", if masculine { "ي" } else { "ت" })
}

fn paragraphs(shape: &Shape, arabic: bool) -> Vec<Paragraph> {
    let mut all = Vec::new();
    let comma = match (arabic, shape.semicolons) {
        (true, true) => "؛",
        (true, false) => "،",
        (false, true) => ";",
        (false, false) => ",",
    };
    let case = |text: &str| if shape.capitals { text.to_uppercase() } else { text.to_owned() };
    for (at, index) in shape.pp.iter().enumerate() {
        let (opener, words, rest, verb, rest_ar) = PP[*index];
        let (text, words) = if arabic {
            let conjunction = if at == 0 { "إذ" } else { "وإذ" };
            (format!("{conjunction} {} {rest_ar}", arabic_verb(verb, shape.masculine)), 2)
        } else {
            (format!("{} {rest}", case(opener)), words)
        };
        let text = format!("{text}{comma}");
        all.push(Paragraph { label: format!("PP{}", at + 1), number: 0, letter: 0, opener: words, text });
    }
    for (at, index) in shape.op.iter().enumerate() {
        let (verb, bare, words, rest, verb_ar, rest_ar) = OP[*index];
        let last = at + 1 == shape.op.len();
        let stop = if last {
            "."
        } else if arabic {
            "؛"
        } else {
            ";"
        };
        let subs = *index == 3;
        let (text, words) = if arabic {
            (format!("{} {rest_ar}", arabic_verb(verb_ar, shape.masculine)), 1)
        } else if shape.infinitive {
            (format!("To {bare} {rest}"), 0)
        } else {
            (format!("{} {rest}", case(verb)), words)
        };
        let end = if subs { ":" } else { stop };
        let number = if shape.unnumbered { 0 } else { at + 1 };
        all.push(Paragraph {
            label: format!("OP{}", at + 1),
            number,
            letter: 0,
            opener: words,
            text: format!("{text}{end}"),
        });
        if subs {
            for (sub, (en, ar)) in SUBS.iter().enumerate() {
                let end = if sub == 2 {
                    stop
                } else if arabic {
                    "؛"
                } else {
                    ";"
                };
                let mark = if shape.figures {
                    (sub + 1).to_string()
                } else {
                    char::from(b'a' + u8::try_from(sub).unwrap()).to_string()
                };
                all.push(Paragraph {
                    label: format!("OP{}({mark})", at + 1),
                    number: 0,
                    letter: sub + 1,
                    opener: 0,
                    text: format!("{}{end}", if arabic { ar } else { en }),
                });
            }
        }
    }
    all
}

fn lines(text: &[&str]) -> Vec<String> {
    text.iter().map(|line| (*line).to_owned()).collect()
}

fn rows(rows: &[(&str, &str, &str)]) -> Vec<(String, String, String)> {
    let mut rows: Vec<_> =
        rows.iter().map(|(a, b, c)| ((*a).to_owned(), (*b).to_owned(), (*c).to_owned())).collect();
    rows.sort();
    rows
}

/// What differs from body to body in one language.
struct Print<'a> {
    head: &'a [&'a str],
    title: &'a str,
    adoption: &'a str,
    adoption_first: bool,
    formula: &'a str,
    resolves: Option<&'static str>,
    note: &'a [&'a str],
    tail: &'a [&'a str],
}

fn version(tag: &'static str, shape: &Shape, print: &Print<'_>) -> Version {
    Version {
        tag,
        head: lines(print.head),
        title: print.title.to_owned(),
        adoption: print.adoption.to_owned(),
        adoption_first: print.adoption_first,
        formula: print.formula.to_owned(),
        resolves: print.resolves,
        paragraphs: paragraphs(shape, tag == "ar"),
        note: lines(print.note),
        tail: lines(print.tail),
    }
}

const PLAIN: Shape = Shape {
    masculine: false,
    capitals: false,
    infinitive: false,
    semicolons: false,
    figures: false,
    unnumbered: false,
    pp: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    op: &[0, 1, 2, 3, 4, 5, 6, 7],
};

/// Every resolution.
pub fn all() -> Vec<Resolution> {
    vec![
        parliaments(),
        general_assembly(),
        rights_council(),
        health(),
        conference(),
        americas(),
        union(),
        league(),
        labour(),
        economic(),
    ]
}

fn parliaments() -> Resolution {
    let shape = Shape { pp: &[0, 1, 3, 4, 5, 8], op: &[0, 1, 3, 2, 4, 7], ..PLAIN };
    let en = Print {
        head: &["151st Assembly of Harbours", "Bergen, Norway", "11-15 October 2022"],
        title: "Keeping the lights of the coast and the tables of its tides",
        adoption: "Resolution adopted by consensus by the 151st Assembly of the Union of Harbours{}\n(Bergen, 15 October 2022)",
        adoption_first: false,
        formula: "The 151st Assembly of the Union of Harbours,",
        resolves: None,
        note: &[
            "Several delegations took the floor to express their reservations:",
            "- Kenya on operative paragraph 1 and preambular paragraphs 2 and 3, Japan on the reference to pilots in operative paragraph 4, and Chile on operative paragraph 3 (a) and (b).",
            "- Egypt and Brazil on the entire resolution.",
            "- France expressed its opposition to the resolution.",
        ],
        tail: &[],
    };
    let ar = Print {
        head: &["الجمعية العامة الـ151 للموانئ", "برغن، النرويج", "15-11 تشرين الأول/أكتوبر 2022"],
        title: "صون منارات الساحل وجداول مدّه وجزره",
        adoption: "القرار الذي اعتمد بتوافق الآراء من قبل الجمعية العامة الـ151 لاتحاد الموانئ{}\n(برغن، 15 تشرين الأول/أكتوبر 2022)",
        adoption_first: false,
        formula: "إن الجمعية العامة الـ151 لاتحاد الموانئ،",
        resolves: None,
        note: &[
            "بعد اعتماد القرار، أخذ عدد من الوفود الكلمة للتعبير عن تحفظاتها:",
            "- كينيا التي أبدت تحفظات على الفقرة 1 من المنطوق وعلى الفقرتين 2 و3 من الديباجة، واليابان بشأن الإشارة إلى مرشديها في الفقرة 4 من المنطوق، وشيلي التي أبدت تحفظات على الفقرة 3 (أ) و(ب) من المنطوق.",
            "- أعربت مصر والبرازيل عن تحفظهما على نص القرار بأكمله.",
            "- أعربت فرنسا عن معارضتها للقرار.",
        ],
        tail: &[],
    };
    Resolution {
        name: "parliaments",
        versions: vec![version("en", &shape, &en), version("ar", &shape, &ar)],
        date: Some("2022-10-15"),
        way: Some("consensus"),
        rows: rows(&[
            ("KE", "reservation", "OP1"),
            ("KE", "reservation", "PP2"),
            ("KE", "reservation", "PP3"),
            ("JP", "reservation", "OP4"),
            ("CL", "reservation", "OP3(a)"),
            ("CL", "reservation", "OP3(b)"),
            ("EG", "reservation", "entire"),
            ("BR", "reservation", "entire"),
            ("FR", "opposition", "entire"),
        ]),
    }
}

fn general_assembly() -> Resolution {
    let shape = Shape { pp: &[0, 2, 1, 6, 7, 3], op: &[0, 6, 2, 1, 3, 5, 7], ..PLAIN };
    let en = Print {
        head: &[
            "United Nations",
            "A/RES/99/131",
            "General Assembly",
            "Distr.: General",
            "19 December 2024",
            "Ninety-ninth session",
            "Agenda item 12 (b)",
        ],
        title: "99/131. Lights of the coast",
        adoption: "Resolution adopted by the General Assembly on 17 December 2024, without a vote{}\n[on the report of the Second Committee (A/99/440, para. 9)]",
        adoption_first: true,
        formula: "The General Assembly,",
        resolves: None,
        note: &[
            "The delegations of Cuba and Peru expressed reservations on operative paragraph 2. The delegation of Norway dissociated itself from preambular paragraph 4.",
        ],
        tail: &["54th plenary meeting", "17 December 2024"],
    };
    let ar = Print {
        head: &[
            "الأمم المتحدة",
            "A/RES/99/131",
            "الجمعية العامة",
            "Distr.: General",
            "19 December 2024",
            "الدورة التاسعة والتسعون",
            "البند 12 (ب) من جدول الأعمال",
        ],
        title: "99/131- منارات الساحل",
        adoption: "قرار اتخذته الجمعية العامة في 17 كانون الأول/ديسمبر 2024، دون تصويت{}\n[بناء على تقرير اللجنة الثانية (A/99/440، الفقرة 9)]",
        adoption_first: true,
        formula: "إن الجمعية العامة،",
        resolves: None,
        note: &[
            "أعرب وفدا كوبا وبيرو عن تحفظات على الفقرة 2 من المنطوق. ونأى وفد النرويج بنفسه عن الفقرة 4 من الديباجة.",
        ],
        tail: &["الجلسة العامة 54", "17 كانون الأول/ديسمبر 2024"],
    };
    Resolution {
        name: "general assembly",
        versions: vec![version("en", &shape, &en), version("ar", &shape, &ar)],
        date: Some("2024-12-17"),
        way: Some("without-vote"),
        rows: rows(&[
            ("CU", "reservation", "OP2"),
            ("PE", "reservation", "OP2"),
            ("NO", "dissociation", "PP4"),
        ]),
    }
}

fn rights_council() -> Resolution {
    let shape = Shape { masculine: true, pp: &[2, 0, 5, 7], op: &[6, 4, 1, 2, 7], ..PLAIN };
    let en = Print {
        head: &[
            "United Nations",
            "A/HRC/RES/88/3",
            "General Assembly",
            "Distr.: General",
            "9 April 2025",
            "Original: English",
            "Human Rights Council",
            "Eighty-eighth session",
            "24 February–4 April 2025",
            "Agenda item 3",
        ],
        title: "88/3. Rights of keepers of lights",
        adoption: "Resolution adopted by the Human Rights Council on 3 April 2025{}",
        adoption_first: true,
        formula: "The Human Rights Council,",
        resolves: None,
        note: &["Chad and Oman expressed reservations on operative paragraph 3."],
        tail: &["54th meeting", "3 April 2025", "[Adopted without a vote.]"],
    };
    let ar = Print {
        head: &[
            "الأمم المتحدة",
            "A/HRC/RES/88/3",
            "الجمعية العامة",
            "Distr.: General",
            "9 April 2025",
            "Arabic",
            "Original: English",
            "مجلس حقوق الإنسان",
            "الدورة الثامنة والثمانون",
            "24 شباط/فبراير – 4 نيسان/أبريل 2025",
            "البند 3 من جدول الأعمال",
        ],
        title: "88/3- حقوق رعاة المنارات",
        adoption: "قرار اعتمده مجلس حقوق الإنسان في 3 نيسان/أبريل 2025{}",
        adoption_first: true,
        formula: "إن مجلس حقوق الإنسان،",
        resolves: None,
        note: &["أعربت تشاد وعمان عن تحفظات على الفقرة 3 من المنطوق."],
        tail: &["الجلسة 54", "3 نيسان/أبريل 2025", "[اعتُمد دون تصويت.]"],
    };
    Resolution {
        name: "rights council",
        versions: vec![version("en", &shape, &en), version("ar", &shape, &ar)],
        date: Some("2025-04-03"),
        way: Some("without-vote"),
        rows: rows(&[("TD", "reservation", "OP3"), ("OM", "reservation", "OP3")]),
    }
}

fn health() -> Resolution {
    let shape = Shape {
        capitals: true,
        figures: true,
        semicolons: true,
        pp: &[4, 0, 1, 9],
        op: &[3, 2, 1, 7],
        ..PLAIN
    };
    let en = Print {
        head: &["SEVENTY-NINTH WORLD HARBOUR ASSEMBLY", "Agenda item 14.2", "28 May 2026"],
        title: "Night work in lighthouses",
        adoption: "Adopted by consensus{}",
        adoption_first: false,
        formula: "The Seventy-ninth World Harbour Assembly,",
        resolves: None,
        note: &["Kenya expressed reservations on operative paragraph 1 (2)."],
        tail: &["(Eighth plenary meeting, 28 May 2026)"],
    };
    let ar = Print {
        head: &["جمعية الموانئ العالمية التاسعة والسبعون", "البند 14-2 من جدول الأعمال", "28 أيار/مايو 2026"],
        title: "العمل الليلي في المنارات",
        adoption: "اعتُمد بتوافق الآراء{}",
        adoption_first: false,
        formula: "إن جمعية الموانئ العالمية التاسعة والسبعين،",
        resolves: None,
        note: &["أعربت كينيا عن تحفظات على الفقرة 1 (2) من المنطوق."],
        tail: &["(الجلسة العامة الثامنة، 28 أيار/مايو 2026)"],
    };
    Resolution {
        name: "health",
        versions: vec![version("en", &shape, &en), version("ar", &shape, &ar)],
        date: None,
        way: Some("consensus"),
        rows: rows(&[("KE", "reservation", "OP1(2)")]),
    }
}

fn conference() -> Resolution {
    let shape = Shape { masculine: true, pp: &[3, 6, 7], op: &[6, 0, 4, 1], ..PLAIN };
    let en = Print {
        head: &["General Conference", "43rd session, Paris, 2025"],
        title: "Protection of old lighthouses",
        adoption: "",
        adoption_first: false,
        formula: "The General Conference,",
        resolves: None,
        note: &["The delegation of Peru expressed its reservations on the entire resolution."],
        tail: &["Resolution adopted by acclamation at the 17th plenary meeting, on 21 November 2025."],
    };
    let ar = Print {
        head: &["المؤتمر العام", "الدورة الثالثة والأربعون، باريس، 2025"],
        title: "حماية المنارات القديمة",
        adoption: "",
        adoption_first: false,
        formula: "إن المؤتمر العام،",
        resolves: None,
        note: &["أعرب وفد بيرو عن تحفظاته على القرار بأكمله."],
        tail: &["اعتُمد هذا القرار بالتزكية في الجلسة العامة 17، في 21 تشرين الثاني/نوفمبر 2025."],
    };
    Resolution {
        name: "conference",
        versions: vec![version("en", &shape, &en), version("ar", &shape, &ar)],
        date: Some("2025-11-21"),
        way: Some("acclamation"),
        rows: rows(&[("PE", "reservation", "entire")]),
    }
}

fn americas() -> Resolution {
    let shape = Shape {
        capitals: true,
        semicolons: true,
        infinitive: true,
        pp: &[0, 2, 5, 9],
        op: &[1, 4, 3, 6],
        ..PLAIN
    };
    let en = Print {
        head: &["AG/RES. 3991 (LV-O/25)"],
        title: "LIGHTS OF THE HEMISPHERE",
        adoption: "(Adopted by consensus at the second plenary session, held on 26 June 2025){}",
        adoption_first: false,
        formula: "THE GENERAL ASSEMBLY,",
        resolves: Some("RESOLVES:"),
        note: &["Cuba expressed reservations on operative paragraph 2."],
        tail: &[],
    };
    Resolution {
        name: "americas",
        versions: vec![version("en", &shape, &en)],
        date: Some("2025-06-26"),
        way: Some("consensus"),
        rows: rows(&[("CU", "reservation", "OP2")]),
    }
}

fn union() -> Resolution {
    let shape = Shape { capitals: true, pp: &[], op: &[6, 1, 5, 3, 7], ..PLAIN };
    let en = Print {
        head: &[
            "UNION OF HARBOURS",
            "Assembly of the Union",
            "Thirty-eighth Ordinary Session",
            "18 - 19 February 2025",
            "Assembly/UH/Dec.812(XXXVIII)",
        ],
        title: "DECISION ON THE LIGHTS OF THE CONTINENT",
        adoption: "",
        adoption_first: false,
        formula: "The Assembly,",
        resolves: None,
        note: &["Reservations were expressed by Egypt on operative paragraph 3."],
        tail: &[],
    };
    Resolution {
        name: "union",
        versions: vec![version("en", &shape, &en)],
        date: None,
        way: None,
        rows: rows(&[("EG", "reservation", "OP3")]),
    }
}

fn league() -> Resolution {
    let shape = Shape { masculine: true, pp: &[0, 4, 2], op: &[0, 1, 2, 3, 7], ..PLAIN };
    let ar = Print {
        head: &["جامعة الموانئ العربية", "الأمانة العامة", "الدورة العادية (162)"],
        title: "تنسيق حركة السفن في الموانئ العربية",
        adoption: "(اعتُمد بتوافق الآراء في القاهرة، 10 أيلول/سبتمبر 2024){}",
        adoption_first: false,
        formula: "إن مجلس جامعة الموانئ العربية على المستوى الوزاري،",
        resolves: None,
        note: &["تحفظ وفد العراق على الفقرة 2 من المنطوق."],
        tail: &[],
    };
    Resolution {
        name: "league",
        versions: vec![version("ar", &shape, &ar)],
        date: Some("2024-09-10"),
        way: Some("consensus"),
        rows: rows(&[("IQ", "reservation", "OP2")]),
    }
}

fn labour() -> Resolution {
    let shape = Shape { masculine: true, unnumbered: true, pp: &[2, 4], op: &[0, 1, 4, 7], ..PLAIN };
    let en = Print {
        head: &["International Labour Harbour"],
        title: "Resolution concerning night work of pilots",
        adoption: "(Adopted by consensus on 11 June 2025){}",
        adoption_first: false,
        formula: "The General Conference of the Labour Harbour, meeting at its 113th Session, 2025,",
        resolves: None,
        note: &["Fiji expressed its reservations on operative paragraph 2."],
        tail: &[],
    };
    let ar = Print {
        head: &["ميناء العمل الدولي"],
        title: "قرار بشأن العمل الليلي للمرشدين",
        adoption: "(اعتمد بتوافق الآراء في 11 حزيران/يونيه 2025){}",
        adoption_first: false,
        formula: "إن المؤتمر العام لميناء العمل، المنعقد في دورته 113، 2025،",
        resolves: None,
        note: &["أعربت فيجي عن تحفظاتها على الفقرة 2 من المنطوق."],
        tail: &[],
    };
    Resolution {
        name: "labour",
        versions: vec![version("en", &shape, &en), version("ar", &shape, &ar)],
        date: Some("2025-06-11"),
        way: Some("consensus"),
        rows: rows(&[("FJ", "reservation", "OP2")]),
    }
}

fn economic() -> Resolution {
    let shape = Shape { masculine: true, pp: &[8, 1, 0, 2, 3, 5, 6], op: &[2, 1, 4, 6, 0, 5, 3, 7], ..PLAIN };
    let en = Print {
        head: &[
            "United Nations",
            "E/RES/2025/9",
            "Economic and Social Council",
            "Distr.: General",
            "30 July 2025",
            "2025 session",
            "Agenda item 19",
        ],
        title: "2025/9. Ports of small islands",
        adoption: "Resolution adopted by the Economic and Social Council on 23 July 2025{}",
        adoption_first: true,
        formula: "The Economic and Social Council,",
        resolves: None,
        note: &[
            "The following delegations explained their position: Norway on operative paragraph 5; Chad on operative paragraphs 1 to 3.",
        ],
        tail: &["41st plenary meeting", "23 July 2025"],
    };
    let ar = Print {
        head: &[
            "الأمم المتحدة",
            "E/RES/2025/9",
            "المجلس الاقتصادي والاجتماعي",
            "Distr.: General",
            "30 July 2025",
            "دورة عام 2025",
            "البند 19 من جدول الأعمال",
        ],
        title: "2025/9- موانئ الجزر الصغيرة",
        adoption: "قرار اتخذه المجلس الاقتصادي والاجتماعي في 23 تموز/يوليه 2025{}",
        adoption_first: true,
        formula: "إن المجلس الاقتصادي والاجتماعي،",
        resolves: None,
        note: &[
            "قدمت الوفود التالية تعليلا لموقفها: النرويج بشأن الفقرة 5 من المنطوق؛ وتشاد بشأن الفقرات من 1 إلى 3 من المنطوق.",
        ],
        tail: &["الجلسة العامة 41", "23 تموز/يوليه 2025"],
    };
    Resolution {
        name: "economic",
        versions: vec![version("en", &shape, &en), version("ar", &shape, &ar)],
        date: Some("2025-07-23"),
        way: None,
        rows: rows(&[
            ("NO", "explanation", "OP5"),
            ("TD", "explanation", "OP1"),
            ("TD", "explanation", "OP2"),
            ("TD", "explanation", "OP3"),
        ]),
    }
}
