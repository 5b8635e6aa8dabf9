//! The counts of a vote, and what it was on, from the sentence that says so.

use crate::import::words::Words;

/// In favour, against, abstaining, from a folded sentence; what is not clear is absent.
pub fn read(words: &Words, folded: &str) -> [Option<u32>; 3] {
    let tokens = tokens(folded);
    let counts = match words.tag {
        "ar" => arabic(&tokens),
        _ => latin(&tokens),
    };
    if counts[0].is_none() && counts[1].is_none() { dashed(folded, counts) } else { counts }
}

/// "3-1-2", "3–1, with 2 abstentions".
fn dashed(folded: &str, counts: [Option<u32>; 3]) -> [Option<u32>; 3] {
    let adopted = ["vote of ", "adopted by ", "adopted ", "by a vote of "].iter().find_map(|start| {
        let rest = &folded[folded.find(start)? + start.len()..];
        rest.starts_with(|c: char| c.is_ascii_digit()).then_some(rest)
    });
    let Some(rest) = adopted else { return counts };
    let end =
        rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, '-' | '–' | '—'))).unwrap_or(rest.len());
    let parts: Option<Vec<u32>> = rest[..end]
        .split(['-', '–', '—'])
        .map(|part| part.parse().ok().filter(|count| *count < 1000))
        .collect();
    match parts.as_deref() {
        Some([favour, against]) => [Some(*favour), Some(*against), counts[2]],
        Some([favour, against, abstaining]) => [Some(*favour), Some(*against), Some(*abstaining)],
        _ => counts,
    }
}

fn tokens(folded: &str) -> Vec<&str> {
    folded.split(|c: char| !(c.is_alphanumeric() || c == '\'')).filter(|token| !token.is_empty()).collect()
}

/// The value of a number in figures or words.
fn value(token: &str) -> Option<u32> {
    if let Ok(value) = token.parse() {
        return Some(value).filter(|value| *value < 1000);
    }
    const WORDS: [&[&str]; 13] = [
        &["none", "no", "nil", "zero", "aucune", "ninguno", "ninguna"],
        &["one", "une", "uno", "un"],
        &["two", "deux", "dos"],
        &["three", "trois", "tres"],
        &["four", "quatre", "cuatro"],
        &["five", "cinq", "cinco"],
        &["six", "seis"],
        &["seven", "sept", "siete"],
        &["eight", "huit", "ocho"],
        &["nine", "neuf", "nueve"],
        &["ten", "dix", "diez"],
        &["eleven", "onze", "once"],
        &["twelve", "douze", "doce"],
    ];
    WORDS.iter().position(|words| words.contains(&token)).and_then(|at| u32::try_from(at).ok())
}

/// "24 to 6, with 17 abstentions", "24 votes in favour, 6 against and 17 abstentions", "24 voix contre 6, avec 17
/// abstentions".
fn latin(tokens: &[&str]) -> [Option<u32>; 3] {
    let mut counts = [None; 3];
    for at in 0..tokens.len() {
        let Some(number) = value(tokens[at]) else { continue };
        let next: Vec<&str> =
            tokens[at + 1..].iter().take(6).take_while(|token| value(token).is_none()).copied().collect();
        let has = |words: &[&str]| next.iter().any(|token| words.contains(token));
        let after = tokens.get(at + 1 + next.len()).copied().and_then(value);
        let versus = next.last().is_some_and(|last| matches!(*last, "to" | "contre" | "contra"))
            && next.iter().all(|token| {
                matches!(*token, "to" | "votes" | "vote" | "voix" | "votos" | "contre" | "contra")
            });
        if versus && after.is_some() {
            (counts[0], counts[1]) = (counts[0].or(Some(number)), counts[1].or(after));
        } else if has(&["favour", "favor", "pour"]) && !has(&["against"]) {
            counts[0] = counts[0].or(Some(number));
        } else if next.first().is_some_and(|first| *first == "against")
            || (has(&["against"]) && next.first() == Some(&"votes"))
        {
            counts[1] = counts[1].or(Some(number));
        } else if next.first().is_some_and(|first| first.starts_with("abst"))
            || next.get(1).is_some_and(|second| second.starts_with("abst"))
        {
            counts[2] = counts[2].or(Some(number));
        }
    }
    counts
}

/// "بأغلبية 24 صوتا مقابل 6 أصوات وامتناع 17 عضوا عن التصويت".
fn arabic(tokens: &[&str]) -> [Option<u32>; 3] {
    let mut counts = [None; 3];
    for (at, token) in tokens.iter().enumerate() {
        let bare = token.strip_prefix('و').unwrap_or(token);
        let before = at.checked_sub(1).map_or("", |at| tokens[at]);
        match bare {
            "باغلبيه" | "اغلبيه" => counts[0] = counts[0].or_else(|| amount(tokens, at + 1)),
            "مقابل" => {
                counts[0] = counts[0].or_else(|| at.checked_sub(2).and_then(|at| tokens[at].parse().ok()));
                counts[1] = counts[1].or_else(|| amount(tokens, at + 1));
            }
            "امتناع" | "بامتناع" if matches!(before, "دون" | "بدون" | "وبدون" | "عدم" | "وعدم" | "ودون") =>
            {
                counts[2] = Some(0);
            }
            "امتناع" | "بامتناع" => counts[2] = counts[2].or_else(|| amount(tokens, at + 1)),
            "موافقه" | "بموافقه" => counts[0] = counts[0].or_else(|| amount(tokens, at + 1)),
            "معارضه" | "بمعارضه" => counts[1] = counts[1].or_else(|| amount(tokens, at + 1)),
            _ if bare.starts_with("مويد") => counts[0] = counts[0].or_else(|| counted(tokens, at)),
            _ if bare.starts_with("معارض") => counts[1] = counts[1].or_else(|| counted(tokens, at)),
            _ if bare.starts_with("ممتنع") => counts[2] = counts[2].or_else(|| counted(tokens, at)),
            _ => {}
        }
    }
    counts
}

/// The number of those that an Arabic word names: "3 مؤيدون", "3 أصوات مؤيدة", "صوت معارض واحد".
fn counted(tokens: &[&str], at: usize) -> Option<u32> {
    let before = |back: usize| at.checked_sub(back).map_or("", |at| tokens[at]);
    let vote = |token: &str| token.contains("صوت") || token.contains("اصوات") || token.contains("عضو");
    let figures = |token: &str| token.parse().ok().filter(|count| *count < 1000);
    let single = vote(before(1)) && tokens.get(at + 1).is_some_and(|next| next.starts_with("واحد"));
    figures(before(1)).or_else(|| figures(before(2)).filter(|_| vote(before(1)))).or(single.then_some(1))
}

/// The number that follows shortly in an Arabic sentence: figures, or "one", the dual, "none".
fn amount(tokens: &[&str], from: usize) -> Option<u32> {
    tokens.iter().skip(from).take(4).find_map(|token| match *token {
        "واحد" | "واحده" => Some(1),
        "صوتين" | "عضوين" | "صوتان" | "دولتين" => Some(2),
        "لا" | "احد" | "شيء" | "صفر" => Some(0),
        figures => figures.parse().ok().filter(|count| *count < 1000),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold;
    use crate::import::words::ALL;

    #[test]
    fn counts_in_english() {
        for text in [
            "Adopted by a recorded vote of 24 to 6, with 17 abstentions.",
            "adopted by 24 votes to 6, with 17 abstentions",
            "adopted by 24 votes in favour, 6 against and 17 abstentions",
            "adopted by a vote of 24 in favour to 6 against, with 17 abstaining",
        ] {
            assert_eq!(read(ALL[0], &fold(text)), [Some(24), Some(6), Some(17)], "{text}");
        }
        assert_eq!(read(ALL[0], "adopted by 15 votes to none"), [Some(15), Some(0), None]);
        assert_eq!(
            read(ALL[0], "by a recorded vote of 120 to 1, with no abstentions"),
            [Some(120), Some(1), Some(0)]
        );
        assert_eq!(read(ALL[0], "adopted by a recorded vote"), [None; 3]);
    }

    #[test]
    fn counts_in_arabic() {
        let counts = |text: &str| read(ALL[1], &fold(text));
        assert_eq!(
            counts("اعتمد بتصويت مسجل بأغلبية 24 صوتا مقابل 6 أصوات وامتناع 17 عضوا عن التصويت"),
            [Some(24), Some(6), Some(17)]
        );
        assert_eq!(counts("بأغلبية ١٥ صوتا مقابل لا شيء وامتناع عضو واحد"), [Some(15), Some(0), Some(1)]);
        assert_eq!(counts("بأغلبية 15 صوتا مقابل صوتين ودون امتناع أحد"), [Some(15), Some(2), Some(0)]);
    }

    #[test]
    fn paragraphs_voted_on() {
        let on = |text: &str| {
            labels(ALL[0], text).map(|all| all.iter().map(Label::to_string).collect::<Vec<_>>().join(" "))
        };
        assert_eq!(
            on("operative paragraph 4 was retained by a recorded vote of 20 to 5").as_deref(),
            Some("OP4")
        );
        assert_eq!(on("preambular paragraphs 3 and 5 were retained").as_deref(), Some("PP3 PP5"));
        assert_eq!(on("adopted by a recorded vote").as_deref(), Some(""));
        assert_eq!(on("paragraph 4 was retained").as_deref(), Some("OP4"));
        assert_eq!(on("paragraphs 4 to 6 were retained"), None);
        assert_eq!(on("part ii, paragraph 3, was adopted by a separate vote of 25 to 6"), None);
        assert_eq!(
            labels(ALL[1], &fold("الفقرة 4 من المنطوق")).map(|all| all[0].to_string()).as_deref(),
            Some("OP4")
        );
    }
}
