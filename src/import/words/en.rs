//! English.

use super::Words;
use crate::vocabulary::Way;

pub(super) static WORDS: Words = Words {
    tag: "en",
    small: &[
        "the", "of", "and", "to", "in", "that", "its", "with", "for", "on", "by", "all", "their", "also", "upon", "at",
        "as", "a", "an", "this", "those", "these", "further", "is", "from",
    ],
    formula: &["the "],
    bodies: &[
        "assembly", "council", "conference", "committee", "commission", "congress", "parliament", "board", "union",
        "parties", "summit", "forum", "organization", "meeting", "ministers", "members", "bureau", "senate",
    ],
    adverbs: &[
        "also", "further", "again", "strongly", "deeply", "gravely", "solemnly", "once", "more", "fully", "firmly",
        "seriously", "profoundly", "extremely", "particularly", "especially", "keenly", "warmly", "strenuously",
        "unequivocally", "vehemently", "urgently", "and", "still", "equally", "categorically", "sincerely", "highly",
        "very",
    ],
    preambular: &[
        "recalling", "noting", "aware", "convinced", "guided", "mindful", "bearing", "having", "alarmed", "encouraged",
        "determined", "conscious", "concerned", "taking", "recognizing", "recognising", "welcoming", "emphasizing",
        "emphasising", "expressing", "seeking", "acting", "considering", "reaffirming", "affirming", "acknowledging",
        "stressing", "regretting", "underlining", "underscoring", "condemning", "commending", "appreciating",
        "believing", "desiring", "desirous", "reiterating", "observing", "inspired", "dismayed", "disturbed", "troubled",
        "shocked", "appalled", "distressed", "horrified", "pursuant", "cognizant", "cognisant", "persuaded", "confident",
        "hoping", "endorsing", "supporting", "deploring", "highlighting", "understanding", "realizing", "realising",
        "resolved", "reminding", "thanking", "drawing", "satisfied", "grateful", "anxious", "referring", "responding",
        "outraged", "committed", "cherishing", "declaring", "approving", "keeping", "looking", "paying", "marking",
        "in accordance with", "in view of", "wishing", "accepting", "saddened", "pleased", "proclaiming", "examining",
    ],
    preambular_endings: &["ing"],
    operative: &[
        "acknowledges", "adopts", "affirms", "appeals", "appreciates", "approves", "asks", "authorizes", "authorises",
        "calls", "commends", "concludes", "condemns", "confirms", "congratulates", "considers", "decides", "declares",
        "demands", "denounces", "deplores", "designates", "draws", "emphasizes", "emphasises", "encourages", "endorses",
        "establishes", "expresses", "extends", "highlights", "instructs", "invites", "notes", "proclaims", "reaffirms",
        "recalls", "recognizes", "recognises", "recommends", "regrets", "reiterates", "rejects", "reminds", "renews",
        "requests", "resolves", "stresses", "suggests", "supports", "takes", "thanks", "transmits", "trusts",
        "underlines", "underscores", "undertakes", "urges", "welcomes", "pays", "commits", "proposes", "accepts",
        "agrees", "observes", "directs", "pledges", "applauds", "insists", "mandates", "entrusts", "intends",
        "determines", "appoints", "elects", "hopes", "has", "bears", "looks", "charges", "repeals", "realizes",
    ],
    months: [
        &["january"], &["february"], &["march"], &["april"], &["may"], &["june"], &["july"], &["august"],
        &["september"], &["october"], &["november"], &["december"],
    ],
    adopted: &["adopted", "adoption"],
    resolution: &["resolution", "decision", "draft resolution", "the resolution", "the draft resolution", "declaration"],
    ways: &[
        ("without a vote", Way::WithoutVote),
        ("without vote", Way::WithoutVote),
        ("without being put to a vote", Way::WithoutVote),
        ("by consensus", Way::Consensus),
        ("by general consensus", Way::Consensus),
        ("by acclamation", Way::Acclamation),
        ("recorded vote", Way::Vote),
        ("roll-call vote", Way::Vote),
        ("by vote", Way::Vote),
        ("by a vote", Way::Vote),
        ("votes to", Way::Vote),
        ("votes in favour", Way::Vote),
        ("votes for", Way::Vote),
        ("votes against", Way::Vote),
    ],
    rejected: &["not adopted", "was rejected", "rejected by", "failed of adoption", "failed to be adopted"],
    annex: &["annex", "annexes", "appendix", "attachment", "enclosure"],
    meeting: &["meeting"],
    session: &["session", "assembly"],
    formal: &[
        "distr", "original", "agenda item", "item ", "united nations", "general assembly", "human rights council",
        "security council", "economic and social council", "english", "arabic", "french", "spanish", "russian",
        "chinese", "limited", "general", "page ", "ge.", "please recycle", "official records", "resolution no",
    ],
    positions: &[
        "reserv", "delegation", "dissociat", "opposition", "opposed", "objection", "objected", "explanation",
        "expressed", "position", "consensus", "interpret",
    ],
};
