//! French.

use super::Words;
use crate::vocabulary::Way;

pub(super) static WORDS: Words = Words {
    tag: "fr",
    small: &[
        "le", "la", "les", "l", "des", "du", "et", "de", "que", "dans", "pour", "sur", "aux", "au", "qui", "par", "ses",
        "leurs", "d", "egalement", "en outre", "une", "un", "en", "sa", "son",
    ],
    formula: &["l'", "le ", "la ", "les "],
    bodies: &["assemblee", "conseil", "conference", "comite", "commission", "congres", "parlement", "union", "parties"],
    adverbs: &["egalement", "profondement", "vivement", "gravement", "pleinement", "fermement", "en", "outre", "aussi"],
    preambular: &[
        "consciente", "conscient", "convaincue", "convaincu", "preoccupee", "preoccupe", "guidee", "guide", "alarmee",
        "resolue", "resolu", "ayant", "rappelant", "inquiete", "encouragee", "s'inquietant", "se felicitant",
        "determinee", "soucieuse", "soucieux", "animee", "attachee", "se declarant", "se disant",
    ],
    preambular_endings: &["ant"],
    operative: &[
        "decide", "demande", "invite", "prie", "exhorte", "engage", "reaffirme", "rappelle", "souligne", "encourage",
        "condamne", "note", "prend", "salue", "accueille", "recommande", "appelle", "exprime", "constate", "declare",
        "remercie", "approuve", "adopte", "affirme", "considere", "deplore", "regrette", "se felicite", "se declare",
        "lance", "charge", "insiste", "rend", "reconnait", "confirme", "renouvelle", "s'engage", "enjoint", "estime",
    ],
    months: [
        &["janvier"], &["fevrier"], &["mars"], &["avril"], &["mai"], &["juin"], &["juillet"], &["aout"], &["septembre"],
        &["octobre"], &["novembre"], &["decembre"],
    ],
    adopted: &["adopte", "adoption"],
    resolution: &["resolution", "decision", "projet de resolution", "la resolution", "le projet de resolution"],
    ways: &[
        ("sans vote", Way::WithoutVote),
        ("sans etre mise aux voix", Way::WithoutVote),
        ("par consensus", Way::Consensus),
        ("par acclamation", Way::Acclamation),
        ("vote enregistre", Way::Vote),
        ("par un vote", Way::Vote),
        ("voix contre", Way::Vote),
    ],
    rejected: &["n'a pas ete adopte", "rejete"],
    annex: &["annexe", "annexes", "appendice"],
    meeting: &["seance"],
    session: &["session", "assemblee"],
    formal: &[
        "distr", "original", "point ", "nations unies", "assemblee generale", "conseil des droits de l'homme",
        "conseil de securite", "francais", "francaise", "conseil economique et social",
    ],
    positions: &["reserve", "delegation", "dissoci", "opposition", "oppos", "objection", "explication", "position"],
};
