//! From published documents to records and back, by the program: our own documents, and the Kigali one where it is at hand.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "a test may")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use reservations::import::{Document, Options, import};
use reservations::model::{Position, Resolution, Target};
use reservations::problem::SourceText;
use reservations::publish::{Markup, footnote};
use reservations::report::Filter;
use reservations::{check, record};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn run(args: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_reservations"));
    program
        .args(args)
        .current_dir(root())
        .env_remove("RESERVATIONS_FILE")
        .env_remove("RESERVATIONS_LANG")
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn resolution(name: &str, text: &str) -> Resolution {
    let checked = check::check(&SourceText::new(name, text));
    checked.resolution.unwrap_or_else(|| panic!("{name}: {:?}\n{text}", checked.problems))
}

/// What "the same positions" compares.
fn facts(resolution: &Resolution) -> BTreeSet<String> {
    let of = |position: &Position| {
        let targets = match &position.target {
            Target::Paragraphs { on, open, phrase } => {
                let labels: BTreeSet<_> = on.as_slice().iter().map(ToString::to_string).collect();
                labels.into_iter().map(|label| format!("{label} {open} {}", phrase.len())).collect()
            }
            Target::Entire => vec!["entire".to_owned()],
            Target::Unknown { .. } => vec!["unknown".to_owned()],
        };
        let tail = format!(
            "{:?} {:?} {:?} {:?}",
            position.kind, position.status, position.on_behalf_of, position.regarding
        );
        targets
            .into_iter()
            .map(move |target| format!("{} {target} {tail}", position.delegation))
            .collect::<Vec<_>>()
    };
    resolution.positions.iter().filter(|position| position.life.withdrawn().is_none()).flat_map(of).collect()
}

const HARBOURS: [&str; 2] = ["tests/documents/harbours.en.txt", "tests/documents/harbours.ar.txt"];

#[test]
fn our_own_document_becomes_a_record_in_both_languages() {
    let done = run(&["import", HARBOURS[0], HARBOURS[1], "--id", "harbours"]);
    assert_eq!((done.status.code(), text(&done.stderr)), (Some(0), String::new()));
    let harbours = resolution("harbours", &text(&done.stdout));
    assert_eq!((harbours.preambular, harbours.operative), (Some(3), Some(4)));
    let found: Vec<String> =
        facts(&harbours).into_iter().map(|fact| fact.split(" Re").next().unwrap().to_owned()).collect();
    let named = [
        "BR entire",
        "CL OP2(a) false 0",
        "CL OP2(b) false 0",
        "EG entire",
        "JP OP3 false 2",
        "KE OP1 false 0",
        "KE PP2 false 0",
    ];
    assert_eq!(found.iter().filter(|fact| !fact.starts_with("FR")).collect::<Vec<_>>(), named);
    for (_, block) in &harbours.languages {
        assert_eq!(block.paragraphs.len(), 9, "{:?}", block.paragraphs.keys());
    }
}

#[test]
fn a_record_of_a_document_is_verified_by_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("harbours.toml");
    let path = path.to_str().unwrap();
    assert_eq!(
        run(&["import", HARBOURS[0], HARBOURS[1], "--id", "harbours", "-o", path]).status.code(),
        Some(0)
    );
    let same = run(&["verify", HARBOURS[0], HARBOURS[1], "-f", path, "--format", "json"]);
    assert_eq!((same.status.code(), text(&same.stdout).trim().to_owned()), (Some(0), "[]".to_owned()));
}

/// What is changed, in the record (`toml`), the English document (`en`), the Arabic one (`ar`) or both (`en ar`).
type Change = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

/// A change, and what must be told of it: the code, and what stands in the line that it points to.
const CHANGES: &[(Change, &[(&str, &str)])] = &[
    (
        (
            "a position gone",
            "toml",
            &[(
                "[[position]]\ndelegation = \"FR\"\nkind = \"opposition\"\nscope = \"entire\"\nsource = \"published\"\nlocator = \"note *, third item\"\n",
                "",
            )],
        ),
        &[("position-not-recorded", "**France** expressed")],
    ),
    (
        ("a position added", "toml", &[("on = [\"OP1\", \"PP2\"]", "on = [\"OP1\", \"PP2\", \"PP3\"]")]),
        &[("position-not-printed", "\"PP3\"]")],
    ),
    (
        ("another paragraph", "toml", &[("on = [\"OP1\", \"PP2\"]", "on = [\"OP3\", \"PP2\"]")]),
        &[("position-not-printed", "on = [\"OP3\", \"PP2\"]"), ("position-not-recorded", "**Kenya** on")],
    ),
    (
        ("a sub-paragraph gone", "toml", &[("on = [\"OP2(a)\", \"OP2(b)\"]", "on = [\"OP2(a)\"]")]),
        &[("position-not-recorded", "**Chile** on")],
    ),
    (
        ("another kind", "toml", &[("kind = \"opposition\"", "kind = \"reservation\"")]),
        &[("position-not-printed", "scope = \"entire\""), ("position-not-recorded", "**France** expressed")],
    ),
    (
        ("another delegation", "toml", &[("delegation = \"BR\"", "delegation = \"PE\"")]),
        &[
            ("position-not-printed", "scope = \"entire\""),
            ("position-not-recorded", "**Brazil** on the entire"),
        ],
    ),
    (
        (
            "an unknown part",
            "toml",
            &[("kind = \"opposition\"\nscope = \"entire\"", "kind = \"opposition\"\nscope = \"unknown\"")],
        ),
        &[("position-not-printed", "scope = \"unknown\""), ("position-not-recorded", "**France** expressed")],
    ),
    (
        (
            "another phrase",
            "toml",
            &[("phrase.en = \"night landings\"", "phrase.en = \"training of pilots\"")],
        ),
        &[("position-differs", "on = [\"OP3\"]")],
    ),
    (
        ("a phrase gone in one language", "toml", &[("phrase.ar = \"الرسو ليلا\"\n", "")]),
        &[("position-differs", "on = [\"OP3\"]")],
    ),
    (
        ("an open list", "toml", &[("on = [\"OP1\", \"PP2\"]", "on = [\"OP1\", \"PP2\"]\nopen = true")]),
        &[("position-differs", "on = [\"OP1\", \"PP2\"]")],
    ),
    (
        ("a status", "toml", &[("kind = \"opposition\"", "kind = \"opposition\"\nstatus = \"conditional\"")]),
        &[("position-differs", "scope = \"entire\"")],
    ),
    (
        (
            "on behalf of another",
            "toml",
            &[("kind = \"opposition\"", "kind = \"opposition\"\non-behalf-of = [\"EG\"]")],
        ),
        &[("position-differs", "scope = \"entire\"")],
    ),
    (
        ("a name misspelt", "toml", &[("KE = \"Kenya\"", "KE = \"Kennya\"")]),
        &[("name-not-printed", "KE = \"Kennya\"")],
    ),
    (
        ("a part of a name", "toml", &[("KE = \"Kenya\"", "KE = \"Ken\"")]),
        &[("name-not-printed", "KE = \"Ken\"")],
    ),
    (
        ("an Arabic name misspelt", "toml", &[("FR = \"فرنسا\"", "FR = \"فرنصا\"")]),
        &[("name-not-printed", "FR = \"فرنصا\"")],
    ),
    (
        ("one preambular paragraph more", "toml", &[("preambular = 3", "preambular = 4")]),
        &[("count-differs", "preambular = 4")],
    ),
    (
        ("one operative paragraph more", "toml", &[("operative = 4", "operative = 5")]),
        &[("count-differs", "operative = 5")],
    ),
    (
        ("another date", "toml", &[("adopted = 2021-05-03", "adopted = 2021-05-04")]),
        &[("date-differs", "adopted = 2021-05-04")],
    ),
    (
        ("another way", "toml", &[("by = \"consensus\"", "by = \"acclamation\"")]),
        &[("way-differs", "by = \"acclamation\"")],
    ),
    (
        (
            "another title",
            "toml",
            &[("[language.en]\ntitle = \"On the keeping", "[language.en]\ntitle = \"On the loss")],
        ),
        &[("title-differs", "title = \"On the loss")],
    ),
    (
        ("another Arabic title", "toml", &[("[language.ar]\ntitle = \"بشأن", "[language.ar]\ntitle = \"عن")]),
        &[("title-differs", "title = \"عن")],
    ),
    (
        ("another text", "toml", &[("PP2 = \"Noting with concern", "PP2 = \"Noting")]),
        &[("text-differs", "PP2 = \"Noting the loss")],
    ),
    (
        ("another Arabic text", "toml", &[("OP4 = \"وتقرر", "OP4 = \"وتؤكد")]),
        &[("text-differs", "OP4 = \"وتؤكد")],
    ),
    (
        (
            "a vote by one more",
            "toml",
            &[
                ("in-favour = 3", "in-favour = 4"),
                ("\"OM\"]", "\"OM\", \"SE\"]"),
                ("PE = \"Peru\"", "PE = \"Peru\"\nSE = \"Sweden\""),
                ("PE = \"بيرو\"", "PE = \"بيرو\"\nSE = \"السويد\""),
            ],
        ),
        &[("vote-differs", "in-favour = 4"), ("vote-differs", "\"SE\"]")],
    ),
    (
        (
            "voters on the wrong side",
            "toml",
            &[("[\"PE\"]", "[\"FJ\"]"), ("voted-abstaining = [\"FJ\"]", "voted-abstaining = [\"PE\"]")],
        ),
        &[("vote-differs", "voted-against = [\"FJ\"]"), ("vote-differs", "voted-abstaining = [\"PE\"]")],
    ),
    (
        ("a vote on another paragraph", "toml", &[("[[vote]]\non = [\"OP4\"]", "[[vote]]\non = [\"OP3\"]")]),
        &[("vote-differs", "[[vote]]"), ("vote-differs", "Operative paragraph 4 was retained")],
    ),
    (
        (
            "a delegation gone from both notes",
            "en ar",
            &[
                ("- **France** expressed its opposition to the resolution.", ""),
                ("- أعربت فرنسا عن معارضتها للقرار.", ""),
            ],
        ),
        &[("position-not-printed", "scope = \"entire\"")],
    ),
    (
        (
            "a delegation more in both notes",
            "en ar",
            &[
                ("- **Egypt** and", "- **Egypt**, **Sweden** and"),
                ("أعربت مصر والبرازيل عن تحفظهما", "أعربت مصر والسويد والبرازيل عن تحفظها"),
            ],
        ),
        &[("position-not-recorded", "**Sweden** and")],
    ),
    (
        (
            "another number in both notes",
            "en ar",
            &[
                ("on operative paragraph 1 and", "on operative paragraph 4 and"),
                ("على الفقرة 1 من المنطوق", "على الفقرة 4 من المنطوق"),
            ],
        ),
        &[("position-not-printed", "on = [\"OP1\", \"PP2\"]"), ("position-not-recorded", "**Kenya** on")],
    ),
    (
        ("another number in one note", "ar", &[("على الفقرة 1 من المنطوق", "على الفقرة 4 من المنطوق")]),
        &[("position-not-printed", "on = [\"OP1\", \"PP2\"]"), ("versions-disagree", "**Kenya** on")],
    ),
    (
        ("a delegation more in one note", "en", &[("- **Egypt** and", "- **Egypt**, **Sweden** and")]),
        &[("versions-disagree", "**Sweden** and")],
    ),
    (
        ("a name misspelt in one note", "en", &[("**Chile** on", "**Chili** on")]),
        &[("name-not-printed", "CL = \"Chile\"")],
    ),
    (
        (
            "another phrase in one note",
            "en",
            &[("reference to night landings", "reference to the training of pilots")],
        ),
        &[("position-differs", "on = [\"OP3\"]")],
    ),
    (
        (
            "another date in both",
            "en ar",
            &[("3 May 2021)", "4 May 2021)"), ("3 أيار/مايو 2021)", "4 أيار/مايو 2021)")],
        ),
        &[("date-differs", "adopted = 2021-05-03")],
    ),
    (
        ("another date in one", "ar", &[("3 أيار/مايو 2021)", "4 أيار/مايو 2021)")]),
        &[("versions-disagree", "إن جمعية الموانئ،")],
    ),
    (
        ("another way in one", "en", &[("adopted by consensus by", "adopted without a vote by")]),
        &[("versions-disagree", "إن جمعية الموانئ،")],
    ),
    (
        ("another title in one", "en", &[("On the keeping of", "On the making of")]),
        &[("title-differs", "title = \"On the keeping")],
    ),
    (
        ("another word in one", "en", &[("lamps at dusk", "lamps at noon")]),
        &[("text-differs", "OP2 = \"Urges")],
    ),
    (
        (
            "a paragraph gone in both",
            "en ar",
            &[
                ("Recognizing the work of volunteers who copy them,\n", ""),
                ("وإذ تقر بعمل المتطوعين الذين ينسخونها،\n", ""),
            ],
        ),
        &[("count-differs", "preambular = 3")],
    ),
    (
        ("a vote by one more in one", "ar", &[("بأغلبية 3 أصوات", "بأغلبية 4 أصوات")]),
        &[("versions-disagree", "الفقرة 4 من المنطوق")],
    ),
    (
        (
            "a vote gone from both",
            "en ar",
            &[
                (
                    "Operative paragraph 4 was retained by a recorded vote of 3 to 1, with 1 abstention:\nIn favour: Norway, Cuba, Oman\nAgainst: Peru\nAbstaining: Fiji\n",
                    "",
                ),
                (
                    "أُبقي على الفقرة 4 من المنطوق بتصويت مسجل بأغلبية 3 أصوات مقابل صوت واحد وامتناع عضو واحد عن التصويت:\nالمؤيدون: النرويج، كوبا، عمان\nالمعارضون: بيرو\nالممتنعون: فيجي\n",
                    "",
                ),
            ],
        ),
        &[("vote-differs", "[[vote]]")],
    ),
];

const VOTES: [&str; 2] = [
    "\nOperative paragraph 4 was retained by a recorded vote of 3 to 1, with 1 abstention:\nIn favour: Norway, Cuba, Oman\nAgainst: Peru\nAbstaining: Fiji\n",
    "\nأُبقي على الفقرة 4 من المنطوق بتصويت مسجل بأغلبية 3 أصوات مقابل صوت واحد وامتناع عضو واحد عن التصويت:\nالمؤيدون: النرويج، كوبا، عمان\nالمعارضون: بيرو\nالممتنعون: فيجي\n",
];

/// What `verify` says of a record and the two documents.
fn told(texts: &[String; 3]) -> Vec<reservations::problem::Problem> {
    let source = SourceText::new(FILES[0], texts[0].as_str());
    let checked = check::check(&source);
    assert!(checked.resolution.is_some(), "{:?}", checked.problems);
    let documents = [1, 2].map(|at| Document { name: FILES[at], bytes: texts[at].as_bytes() });
    reservations::verify::verify(&documents, &source, &record::read(&source).record)
}

const FILES: [&str; 3] = ["harbours.toml", "harbours.en.txt", "harbours.ar.txt"];

/// The record and the two documents that it was made from, with a vote in each.
fn with_votes() -> [String; 3] {
    let printed = [0, 1].map(|at| std::fs::read_to_string(root().join(HARBOURS[at])).unwrap() + VOTES[at]);
    let documents = [0, 1].map(|at| Document { name: FILES[at + 1], bytes: printed[at].as_bytes() });
    let imported = import(&documents, &Options { id: Some("harbours".into()), ..Options::default() });
    assert!(imported.problems.is_empty(), "{:?}", imported.problems);
    let [english, arabic] = printed;
    [record::write(&imported.records[0]), english, arabic]
}

#[test]
fn verify_names_what_changed_in_the_record_or_in_the_document() {
    let whole = with_votes();
    assert!(told(&whole).is_empty());
    let mut wrong = Vec::new();
    for ((name, files, swaps), expected) in CHANGES {
        let mut changed = whole.clone();
        for (old, new) in *swaps {
            let meant = |at: &usize| files.contains(["toml", "en", "ar"][*at]) && whole[*at].contains(old);
            let at: Vec<usize> = (0..3).filter(meant).collect();
            assert!(at.len() == 1, "{name}: {old} stands in {at:?}");
            changed[at[0]] = changed[at[0]].replacen(old, new, 1);
        }
        let problems = told(&changed);
        let places: Vec<(&str, &str, &str)> = problems
            .iter()
            .map(|problem| {
                let at = FILES.iter().position(|file| *file == problem.file()).unwrap();
                let line = changed[at].lines().nth(problem.place().0 - 1).unwrap_or_default();
                (problem.code.name, line, problem.message.as_str())
            })
            .collect();
        let errors = problems.iter().filter(|problem| problem.is_error()).count();
        let all = expected
            .iter()
            .all(|(code, line)| places.iter().any(|(found, place, _)| found == code && place.contains(line)));
        if !all || errors < expected.len() {
            wrong.push(format!("{name}: {places:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), CHANGES.len(), wrong.join("\n"));
    assert!(CHANGES.len() > 30);
}

#[test]
fn another_file_that_says_the_same_is_a_warning() {
    let [record, english, arabic] = with_votes();
    let problems = told(&[record, english + "\n\n", arabic]);
    let [problem] = &problems[..] else { panic!("{problems:?}") };
    assert!(problem.code.name == "sha256-differs" && !problem.is_error(), "{problem:?}");
    assert!(problem.message.ends_with("says the same"), "{problem:?}");
}

#[test]
fn importing_over_a_record_keeps_what_people_wrote() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("harbours.toml");
    let name = path.to_str().unwrap();
    assert_eq!(run(&["import", HARBOURS[0], "--id", "harbours", "-o", name]).status.code(), Some(0));
    let english = std::fs::read_to_string(&path).unwrap() + "\n# a remark of ours\n";
    std::fs::write(&path, &english).unwrap();
    assert_eq!(run(&["import", HARBOURS[1], "-o", name]).status.code(), Some(0));
    let both = std::fs::read_to_string(&path).unwrap();
    for line in english.lines() {
        assert!(both.contains(line), "{line} is gone");
    }
    let languages: Vec<String> =
        resolution(name, &both).languages.iter().map(|(tag, _)| tag.to_string()).collect();
    assert_eq!(languages, ["en", "ar"]);
}

#[test]
fn a_note_that_is_printed_reads_back() {
    let records =
        ["reservations.toml", "tests/records/assembly-votes.toml", "tests/records/committee-parts.toml"];
    for name in records {
        let own = resolution(name, &std::fs::read_to_string(root().join(name)).unwrap());
        for language in ["en", "ar"] {
            let filter = Filter {
                language: language.parse().unwrap(),
                as_of: chrono::NaiveDate::MAX,
                withdrawn: false,
                kinds: Vec::new(),
                resolutions: Vec::new(),
                since: None,
                until: None,
            };
            let note = footnote(&own, &filter, Markup::Text);
            let read = import(&[Document { name: "-", bytes: note.as_bytes() }], &Options::default());
            let back = resolution(&format!("{name} {language}"), &record::write(&read.records[0]));
            let known = |facts: BTreeSet<String>| -> BTreeSet<String> {
                // A phrase is printed in the note's language only; a bloc of the test's own has no standard name.
                let plain = facts.into_iter().filter(|fact| !fact.starts_with("island-group"));
                plain.map(|fact| fact.replace(" 2 ", " 1 ")).collect()
            };
            assert_eq!(known(facts(&back)), known(facts(&own)), "{name} {language}\n{note}");
        }
    }
}

/// The Kigali document, which is never copied into the repository.
fn kigali() -> Option<PathBuf> {
    let path = root().join("../shared/documents/ipu-145-migration.en+ar.txt");
    if path.is_file() {
        return Some(path);
    }
    println!("skipped: the Kigali document is not at hand (../shared/documents)");
    None
}

#[test]
fn the_kigali_document_gives_the_kigali_record() {
    let Some(path) = kigali() else { return };
    let done = run(&["import", path.to_str().unwrap(), "--id", "ipu-145-migration"]);
    assert_eq!((done.status.code(), text(&done.stderr)), (Some(0), String::new()));
    let derived = resolution("imported", &text(&done.stdout));
    let own = resolution("reservations.toml", include_str!("../reservations.toml"));
    assert_eq!(derived.positions.len(), own.positions.len());
    for (mine, printed) in own.positions.iter().zip(&derived.positions) {
        assert_eq!(
            (&mine.delegation, mine.kind, &mine.target),
            (&printed.delegation, printed.kind, &printed.target)
        );
        assert_eq!(mine.locator, printed.locator);
    }
    for (tag, block) in &own.languages {
        let (_, other) = derived.languages.iter().find(|(other, _)| other == tag).unwrap();
        assert_eq!(
            (&block.title, &block.body, &block.meeting, &block.place),
            (&other.title, &other.body, &other.meeting, &other.place)
        );
        assert_eq!(block.delegations, other.delegations);
        assert_eq!(block.subjects.keys().collect::<Vec<_>>(), other.paragraphs.keys().collect::<Vec<_>>());
    }
    assert_eq!(own.sources[0].sha256, derived.sources[0].sha256);
}

#[test]
fn the_shipped_record_is_verified_by_the_kigali_document() {
    let Some(path) = kigali() else { return };
    let done = run(&["verify", path.to_str().unwrap(), "-f", "reservations.toml", "--format", "json"]);
    assert_eq!((done.status.code(), text(&done.stdout).trim().to_owned()), (Some(0), "[]".to_owned()));
}

#[test]
fn a_paragraph_gone_in_one_version_is_a_fault_and_never_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (record, arabic) = (path("harbours.toml"), path("harbours.ar.txt"));
    assert_eq!(
        run(&["import", HARBOURS[0], HARBOURS[1], "--id", "harbours", "-o", &record]).status.code(),
        Some(0)
    );
    let whole = std::fs::read_to_string(root().join(HARBOURS[1])).unwrap();
    let third = whole.lines().find(|line| line.starts_with("وإذ تقر")).unwrap();
    std::fs::write(&arabic, whole.replace(&format!("{third}\n\n"), "")).unwrap();
    let told = run(&["verify", HARBOURS[0], &arabic, "-f", &record, "--format", "json"]);
    let (code, said) = (told.status.code(), text(&told.stdout));
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("\"count-differs\"") && !said.contains("says the same"), "{said}");
}

#[test]
fn a_folder_is_imported_as_a_corpus_and_again_over_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    std::fs::create_dir_all(path("in/below")).unwrap();
    let whole = HARBOURS.map(|name| std::fs::read_to_string(root().join(name)).unwrap());
    let other = whole[0].replace("On the keeping of lights and tide tables", "On the digging of canals");
    std::fs::write(path("in/harbours.en.txt"), &whole[0]).unwrap();
    std::fs::write(path("in/below/harbours.ar.txt"), &whole[1]).unwrap();
    std::fs::write(path("in/below/canals.txt"), other.replace("3 May 2021", "4 May 2021")).unwrap();
    std::fs::write(path("in/.hidden.txt"), "no resolution").unwrap();
    std::fs::write(path("in/old.toml"), "format = 1\n").unwrap();
    let (from, to) = (path("in"), path("out"));
    let (from, to) = (from.to_str().unwrap(), to.to_str().unwrap());
    let refused = run(&["import", from]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("name a folder for them with -o"), "{}", text(&refused.stderr));
    let file = path("out.toml");
    let refused = run(&["import", from, "-o", file.to_str().unwrap()]);
    assert_eq!((refused.status.code(), file.exists()), (Some(2), false));
    assert!(
        text(&refused.stderr).contains("name a folder for them with -o, not "),
        "{}",
        text(&refused.stderr)
    );
    let done = run(&["import", from, "-o", to]);
    assert_eq!((done.status.code(), text(&done.stderr)), (Some(0), String::new()));
    let names: Vec<String> = std::fs::read_dir(to)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let names: BTreeSet<&str> = names.iter().map(String::as_str).collect();
    assert_eq!(
        names,
        ["on-the-digging-of-canals.toml", "on-the-keeping-of-lights-and-tide-tables.toml"].into()
    );
    let record = path("out/on-the-keeping-of-lights-and-tide-tables.toml");
    let both = std::fs::read_to_string(&record).unwrap();
    assert_eq!(resolution("harbours", &both).languages.len(), 2);
    // What people wrote stays, to the byte, when the same is imported again.
    let written = format!("# our own remark\n{both}").replace(
        "[language.en.paragraphs]",
        "[language.en.subjects]\nOP1   =  'Tables'   # ours\n\n[language.en.paragraphs]",
    );
    std::fs::write(&record, &written).unwrap();
    assert_eq!(run(&["import", from, "-o", to]).status.code(), Some(0));
    assert_eq!(std::fs::read_to_string(&record).unwrap(), written);
}

#[test]
fn a_document_that_cannot_be_read_does_not_lose_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let (from, to) = (folder.path().join("in"), folder.path().join("out"));
    std::fs::create_dir(&from).unwrap();
    std::fs::copy(root().join(HARBOURS[0]), from.join("a.txt")).unwrap();
    std::fs::write(from.join("b.txt"), b"\xff\x00\x01").unwrap();
    std::fs::write(from.join("c.txt"), b"").unwrap();
    let done = run(&["import", from.to_str().unwrap(), "-o", to.to_str().unwrap()]);
    assert_eq!(done.status.code(), Some(1));
    let said = text(&done.stderr);
    assert!(said.contains("b.txt") && said.contains("error[empty-document]"), "{said}");
    assert_eq!(std::fs::read_dir(to).unwrap().count(), 1);
}
