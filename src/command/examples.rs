//! Examples of each command, which stand below its help and in its manual page. A test runs them, in this order, in a
//! folder that has the Kigali record, a folder of records and the document of a resolution.

/// A command's examples: what is done, and the line that does it.
type Examples = &'static [(&'static str, &'static str)];

/// Every command; the bare one has no word.
const EXAMPLES: &[(&str, Examples)] = &[
    (
        "",
        &[
            ("The register that comes with the program, in Arabic", "reservations --lang ar"),
            ("The records of a folder", "reservations -f records"),
        ],
    ),
    (
        "country",
        &[
            ("What Türkiye put on record, by an older name", "reservations country Turkey"),
            ("Two delegations, to paste", "reservations country KZ,Qatar --format markdown"),
            (
                "Reservations of some years",
                "reservations country -f records --since 2023-01-01 --kind reservation",
            ),
            ("A few columns, as a file", "reservations country --columns name,paragraph,phrase -o rows.csv"),
        ],
    ),
    (
        "paragraph",
        &[
            ("Who reserved on operative paragraph 5", "reservations paragraph OP5"),
            ("In words, and in Arabic", "reservations paragraph \"الفقرة 9 من الديباجة\" --lang ar"),
            ("Every paragraph, also where nobody spoke", "reservations paragraph --all -o paragraphs.html"),
        ],
    ),
    (
        "matrix",
        &[("All at a glance", "reservations matrix"), ("As a page", "reservations matrix -o matrix.html")],
    ),
    (
        "compare",
        &[
            ("Where two stand on the same paragraphs", "reservations compare Kazakhstan Syria"),
            ("Three, by their codes", "reservations compare KZ,SY,QA --format csv"),
        ],
    ),
    ("resolutions", &[("What a folder of records holds", "reservations resolutions -f records")]),
    (
        "search",
        &[
            ("Both words in one place", "reservations search Ukraine displacement"),
            ("In a folder of records", "reservations search tide -f records"),
        ],
    ),
    (
        "check",
        &[
            ("One record, or all of a folder", "reservations check kigali.toml records"),
            ("Beside the lines of a change on GitHub", "reservations check records --format github"),
            ("What an editor holds", "reservations check - --stdin-name kigali.toml < kigali.toml"),
        ],
    ),
    (
        "new",
        &[
            ("A record to fill in", "reservations new --id lights --title \"On lights\" -o lights.toml"),
            (
                "With what is known of the resolution",
                "reservations new --id tides --adopted 2024-03-01 --by vote --operative 9",
            ),
        ],
    ),
    (
        "add",
        &[
            (
                "A reservation on three paragraphs",
                "reservations add Kazakhstan --on OP9 --on \"PP 9-10\" -f lights.toml",
            ),
            (
                "On a phrase in a paragraph",
                "reservations add Qatar --on OP5 --phrase \"en=all lights\" -f lights.toml",
            ),
            (
                "On the whole text; only show the change",
                "reservations add Chile --scope entire --dry-run -f lights.toml",
            ),
        ],
    ),
    (
        "withdraw",
        &[
            (
                "One paragraph of three; the rest stands",
                "reservations withdraw KZ --on OP9 --date 2024-05-01 -f lights.toml",
            ),
            ("All that a delegation has", "reservations withdraw KZ --date 2024-06-01 -f lights.toml"),
        ],
    ),
    (
        "diff",
        &[
            ("What an edit changed", "reservations diff old.toml kigali.toml"),
            ("Between two folders, for a program", "reservations diff old records --format json"),
        ],
    ),
    (
        "import",
        &[
            ("A record with the text, to be completed", "reservations import harbours.txt -o harbours.toml"),
            ("What is read, and what could not be", "reservations import harbours.txt"),
        ],
    ),
    (
        "verify",
        &[(
            "Whether the record says what the document says",
            "reservations verify harbours.txt -f harbours.toml",
        )],
    ),
    (
        "footnote",
        &[
            ("The note, in plain text", "reservations footnote"),
            ("In Arabic, to paste into a document", "reservations footnote --lang ar -o note.html"),
        ],
    ),
    (
        "cite",
        &[
            ("Every position of a delegation", "reservations cite Qatar"),
            ("Who spoke of a paragraph, for a list of references", "reservations cite OP5 --format bibtex"),
        ],
    ),
    ("page", &[("One page to mail or to publish", "reservations page -o kigali.html")]),
    ("dataset", &[("Tables for other programs", "reservations dataset tables -f records")]),
    (
        "schema",
        &[(
            "For an editor that completes and checks TOML",
            "reservations schema -o reservations.schema.json",
        )],
    ),
    (
        "completions",
        &[("For bash, in the folder that it looks in", "reservations completions bash -o reservations.bash")],
    ),
    (
        "man",
        &[("The page of a command", "reservations man add"), ("All pages", "reservations man -o manual")],
    ),
];

/// The examples of a command (of the bare one for an empty word), as they stand below its help; nothing where it has none.
pub(crate) fn of(command: &str) -> String {
    let examples = EXAMPLES.iter().filter(|(known, _)| *known == command).flat_map(|(_, examples)| *examples);
    let shown: String = examples.map(|(what, line)| format!("\n  {what}:\n    {line}")).collect();
    if shown.is_empty() { shown } else { format!("Examples:{shown}") }
}
