//! How official bodies print a vote, a row a language: fixed forms, folded as [`fold`](crate::fold::fold) does.

/// The words of a printed vote.
#[derive(Debug)]
pub struct Form {
    /// The BCP 47 tag of the language.
    pub tag: &'static str,
    /// What stands before the lists: in favour, against, abstaining. The longest first.
    pub sides: [&'static [&'static str]; 3],
    /// What stands beside the number of those who abstained.
    pub abstained: &'static [&'static str],
    /// Numbers in words, and what stands for nobody.
    pub numbers: &'static [(&'static str, u32)],
}

/// Every language in which votes are read.
pub static FORMS: [Form; 7] = [
    Form {
        tag: "en",
        sides: [&["in favour", "in favor", "for"], &["against"], &["abstaining", "abstentions", "abstained"]],
        abstained: &["abst"],
        numbers: &[("none", 0), ("no", 0), ("one", 1), ("two", 2), ("three", 3)],
    },
    Form {
        tag: "fr",
        sides: [
            &["ont vote pour", "votent pour", "voix pour", "pour"],
            &["ont vote contre", "votent contre", "voix contre", "contre"],
            &["se sont abstenus", "s'abstiennent", "abstentions", "abstention"],
        ],
        abstained: &["abst"],
        numbers: &[("zero", 0), ("aucune", 0), ("sans", 0), ("une", 1), ("deux", 2), ("trois", 3)],
    },
    Form {
        tag: "es",
        sides: [
            &["votos a favor", "a favor"],
            &["votos en contra", "en contra"],
            &["abstenciones", "se abstuvieron", "abstencion"],
        ],
        abstained: &["absten"],
        numbers: &[
            ("ninguno", 0),
            ("ninguna", 0),
            ("ningun", 0),
            ("un", 1),
            ("una", 1),
            ("dos", 2),
            ("tres", 3),
        ],
    },
    Form {
        tag: "ar",
        sides: [
            &["المويدون", "المصوتون لصالح القرار", "الموافقون"],
            &["المعارضون"],
            &["الممتنعون عن التصويت", "الممتنعون"],
        ],
        abstained: &["امتناع", "ممتنع"],
        numbers: &[
            ("لا شيء", 0),
            ("لا احد", 0),
            ("صوت واحد", 1),
            ("عضو واحد", 1),
            ("صوتان", 2),
            ("صوتين", 2),
            ("عضوان", 2),
            ("عضوين", 2),
        ],
    },
    Form {
        tag: "ru",
        sides: [
            &["голосовали за", "за"],
            &["голосовали против", "против"],
            &["воздержались", "воздержавшиеся"],
        ],
        abstained: &["воздерж"],
        numbers: &[
            ("ни одного", 0),
            ("никто", 0),
            ("одного", 1),
            ("одном", 1),
            ("одним", 1),
            ("двух", 2),
            ("двумя", 2),
            ("трех", 3),
            ("тремя", 3),
        ],
    },
    Form {
        tag: "zh",
        sides: [&["投票赞成", "赞成"], &["投票反对", "反对"], &["弃权"]],
        abstained: &["弃权"],
        numbers: &[("零票", 0), ("无人", 0), ("一票", 1), ("两票", 2), ("三票", 3)],
    },
    Form {
        tag: "de",
        sides: [&["dafur", "ja-stimmen"], &["dagegen", "nein-stimmen"], &["enthaltungen", "enthaltung"]],
        abstained: &["enthalt"],
        numbers: &[("keine", 0), ("ohne", 0), ("eine", 1), ("einer", 1), ("zwei", 2), ("drei", 3)],
    },
];

/// The form of a language.
pub fn of(tag: &str) -> Option<&'static Form> {
    FORMS.iter().find(|form| form.tag == tag)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold;

    #[test]
    fn all_words_are_folded() {
        for form in &FORMS {
            let words = form.sides.iter().copied().flatten().chain(form.abstained).copied();
            for word in words.chain(form.numbers.iter().map(|(word, _)| *word)) {
                assert_eq!(fold(word), word, "{}", form.tag);
            }
        }
    }
}
