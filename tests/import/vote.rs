//! Votes printed in plain text.

use reservations::import::{Document, Imported, Options, import};
use reservations::record::{Placed, RawVote};

const ENGLISH: &str = "United Nations

A/HRC/RES/99/3

Human Rights Council

Resolution adopted by the Human Rights Council on 3 April 2025

99/3. Safe harbours for all

The Human Rights Council,

Recalling the law of the sea,

1. Decides to keep lights;

2. Requests reports.

55th meeting
3 April 2025

[Adopted by a recorded vote of 4 to 2, with 2 abstentions. The voting was as follows:
In favour:
Albania, Bosnia and Herzegovina, Bolivia (Plurinational State of) and
Trinidad and Tobago
Against:
Korea, Republic of, Cuba
Abstaining:
None]

Operative paragraph 2 was retained by a recorded vote of 5 to 2, with 1 abstention.
";

const ARABIC: &str = "قرار اعتمده مجلس حقوق الإنسان في 3 نيسان/أبريل 2025

99/3- موانئ آمنة للجميع

إن مجلس حقوق الإنسان،

إذ يشير إلى قانون البحار،

1- يقرر الإبقاء على المنارات؛

2- يطلب تقارير.

الجلسة 55
3 نيسان/أبريل 2025

[اعتمد بتصويت مسجل بأغلبية 4 أصوات مقابل صوتين وامتناع عضوين عن التصويت. وكانت نتيجة التصويت كما يلي:
المؤيدون: ألبانيا، والبوسنة والهرسك، وبوليفيا (دولة - المتعددة القوميات)، وترينيداد وتوباغو
المعارضون: جمهورية كوريا، كوبا
الممتنعون: تشاد، …]
";

fn read(texts: &[&str]) -> Imported {
    let documents: Vec<_> =
        texts.iter().map(|text| Document { name: "vote.txt", bytes: text.as_bytes() }).collect();
    import(&documents, &Options::default())
}

fn counts(vote: &RawVote) -> [Option<i64>; 3] {
    [&vote.in_favour, &vote.against, &vote.abstaining].map(|count| count.as_ref().map(|count| count.value))
}

fn codes(list: Option<&Placed<Vec<Placed<String>>>>) -> String {
    list.map(|list| list.value.iter().map(|code| code.value.clone()).collect::<Vec<_>>().join(" "))
        .unwrap_or_default()
}

#[test]
fn counts_lists_and_a_separate_vote() {
    let imported = read(&[ENGLISH]);
    assert!(imported.problems.is_empty(), "{:?}", imported.problems);
    let record = &imported.records[0];
    let [whole, separate] = &record.votes[..] else { panic!("{:?}", record.votes) };
    assert_eq!(counts(whole), [Some(4), Some(2), Some(2)]);
    assert_eq!(codes(whole.voted_in_favour.as_ref()), "AL BA BO TT");
    assert_eq!(codes(whole.voted_against.as_ref()), "KR CU");
    assert!(whole.lists.is_none() && whole.voted_abstaining.is_none());
    assert_eq!(
        (codes(separate.on.as_ref()).as_str(), counts(separate)),
        ("OP2", [Some(5), Some(2), Some(1)])
    );
}

#[test]
fn arabic_votes_and_both_versions_together() {
    let imported = read(&[ARABIC]);
    let [vote] = &imported.records[0].votes[..] else { panic!("{:?}", imported.records) };
    assert_eq!(counts(vote), [Some(4), Some(2), Some(2)]);
    assert_eq!(codes(vote.voted_in_favour.as_ref()), "AL BA BO TT");
    assert_eq!((codes(vote.voted_abstaining.as_ref()).as_str(), vote.lists.is_some()), ("TD", true));
    let together = read(&[ARABIC, ENGLISH]);
    assert_eq!((together.records.len(), together.records[0].votes.len()), (1, 2));
}

#[test]
fn counts_that_do_not_add_up_are_a_warning() {
    let imported = read(&[&ENGLISH.replace("vote of 4 to 2, with 2", "vote of 3 to 2, with 2")]);
    assert!(imported.problems.iter().any(|problem| problem.code.name == "vote-contradiction"));
    let vote = &imported.records[0].votes[0];
    assert!(vote.lists.is_some() && vote.voted_in_favour.is_none());
    let unknown = read(&[&ENGLISH.replace("Albania", "Nutopia")]);
    assert!(unknown.problems.iter().any(|problem| problem.code.name == "vote-not-understood"));
    assert_eq!(codes(unknown.records[0].votes[0].voted_in_favour.as_ref()), "BA BO TT");
}
