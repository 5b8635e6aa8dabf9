//! Arabic: the words of notes, and how one is printed.
//!
//! Words are compared folded: without vowel signs and tatweel, one form for each of the letters that are written in
//! several ways. Particles that are written together with the next word are taken off by [`peel`].

use std::sync::OnceLock;

use super::adjective::{self, Order};
use super::mark::Grammar;
use super::print::{self, Object, Prose, Run, Sentence, plain, strong};
use super::sign::{Entry, Lexicon, Sign, UnitWord};
use crate::model::PositionKind::{
    Dissociation, Explanation, Interpretation, Objection, Opposition, Reservation, Unclassified,
};
use crate::model::{Label, PositionKind, Resolution, Status};

/// The grammar of Arabic notes.
pub(super) fn grammar() -> &'static Grammar {
    static GRAMMAR: OnceLock<Grammar> = OnceLock::new();
    GRAMMAR.get_or_init(|| Grammar {
        lexicon: Lexicon::new(&[KINDS, TURNS, OBJECTS, LINKS, FILLERS], &ordinals(), UNITS),
        units: UNITS,
        peel,
        letter,
        unit_forms: |word| vec![word.to_owned(), format!("ال{word}")],
        capitals: false,
        adjectives: (adjective::arabic, Order::Behind),
        relates: |word| matches!(word, "المتعلقه" | "المتعلقتين" | "الخاصه" | "الخاصتين" | "المعنيه"),
        exactly: &["تحديدا", "بالتحديد", "وتحديدا"],
        of_speaker: |word| {
            let stem = word.trim_start_matches(['و', 'ف']);
            let owned = ["ها", "ه", "هما"].iter().any(|ending| stem.ends_with(ending));
            owned || ["تحفظت", "عارضت", "اعترضت", "نات", "ناي", "عارض", "اعترض"].contains(&stem)
        },
        cardinals: &[],
        tag: "ar",
        draft: "مشروع",
    })
}

/// Takes "and", "to" or "by" off a word, and gives the article back the letter that "to" takes from it.
fn peel(word: &str) -> Option<(Sign, String)> {
    let long = |rest: &&str| rest.chars().count() >= 2;
    if let Some(rest) = word.strip_prefix(['و', 'ف']).filter(long) {
        return Some((Sign::And, rest.to_owned()));
    }
    if let Some(rest) = word.strip_prefix("لل").filter(long) {
        return Some((Sign::To, format!("ال{rest}")));
    }
    if let Some(rest) = word.strip_prefix('ل').filter(long) {
        return Some((Sign::To, rest.to_owned()));
    }
    word.strip_prefix('ب').filter(long).map(|rest| (Sign::On, rest.to_owned()))
}

/// The letters of sub-paragraphs, a to z, in the order in which the United Nations use them.
const LETTERS: &str = "أبجدهوزحطيكلمنسعفصقرشتثخذض";

/// The Latin letter for an Arabic one; doubled letters stay doubled.
fn letter(folded: &str) -> Option<String> {
    let one = |c: char| {
        let c = if c == 'ا' { 'أ' } else { c };
        ('a'..='z').zip(LETTERS.chars()).find(|(_, arabic)| *arabic == c).map(|(latin, _)| latin)
    };
    let letters = folded.chars().map(one).collect::<Option<String>>()?;
    (1..=2).contains(&letters.len()).then_some(letters)
}

const UNITS: &[UnitWord] = &[
    UnitWord::paragraph(None, ["الفقرة", "الفقرتين", "الفقرات"], "{,ال}فقر{ة,ات,تين,تان,تا,تي}"),
    UnitWord::declared(
        "RULE",
        "قاعدة",
        ["القاعدة", "القاعدتين", "القواعد"],
        "{,ال}قاعد{ة,تين,تان,تا,تي}|{,ال}قواعد",
    ),
    UnitWord::declared(
        "ARTICLE",
        "مادة",
        ["المادة", "المادتين", "المواد"],
        "{,ال}ماد{ة,تين,تان,تا,تي}|{,ال}مواد",
    ),
    UnitWord::declared("REGULATION", "لائحة", ["اللائحة", "اللائحتين", "اللوائح"], "{,ال}لائح{ة,تين}|{,ال}لوائح"),
    UnitWord::declared("PRINCIPLE", "مبدأ", ["المبدأ", "المبدأين", "المبادئ"], "{,ال}مبدأ{,ين}|{,ال}مبادئ"),
    UnitWord::declared(
        "RECOMMENDATION",
        "توصية",
        ["التوصية", "التوصيتين", "التوصيات"],
        "{,ال}توصي{ة,ات,تين,تان}",
    ),
    UnitWord::declared(
        "MEASURE",
        "تدبير",
        ["التدبير", "التدبيرين", "التدابير"],
        "{,ال}تدبير{,ين}|{,ال}تدابير",
    ),
    UnitWord::declared("OBJECTIVE", "هدف", ["الهدف", "الهدفين", "الأهداف"], "{,ال}هدف{,ين}|{,ال}أهداف"),
    UnitWord::declared("ITEM", "بند", ["البند", "البندين", "البنود"], "{,ال}بند{,ين,ان}|{,ال}بنود"),
    UnitWord::declared("POINT", "نقطة", ["النقطة", "النقطتين", "النقاط"], "{,ال}نقط{ة,تين}|{,ال}نقاط"),
    UnitWord::declared(
        "STANDARD",
        "معيار",
        ["المعيار", "المعيارين", "المعايير"],
        "{,ال}معيار{,ين}|{,ال}معايير",
    ),
    UnitWord::declared(
        "GUIDELINE",
        "مبدأ توجيهي",
        ["المبدأ التوجيهي", "المبدأين التوجيهيين", "المبادئ التوجيهية"],
        "المبدأ التوجيهي|المبدأين التوجيهيين|المبادئ التوجيهية",
    ),
    UnitWord::declared("ACTION", "إجراء", ["الإجراء", "الإجراءين", "الإجراءات"], "{,ال}إجراء{,ين,ات}"),
    UnitWord::declared("COMMITMENT", "التزام", ["الالتزام", "الالتزامين", "الالتزامات"], "{,ال}التزام{,ين,ات}"),
];

/// What kind of position it is.
const KINDS: &[Entry] = &[
    (
        Sign::Kind(Reservation),
        "{,ال}متحفظ{ة,ون,ين}|{,ال}تحفظ{,ا,ات,ان,ين,ها,ه,هما,هم,هن,اتها,اته,اتهما,اتهم,اتهن}|تحفظ{ت,وا,تا}|{ي,ت}تحفظ{,ون,ان}|{أ,}احتفظ{,ت,وا,ا,تا}|{ي,ت}حتفظ",
    ),
    (
        Sign::Kind(Opposition),
        "{,ال}معارض{ة,ته,تها,تهما,تهم,تهن}|عارض{,ت,وا,ا,تا}|{ي,ت}عارض{,ون}|رفض{,ت,وا,تا,ه,ها,هما,هم}|{ي,ت}رفض|رفضا",
    ),
    (Sign::Objects, "{,ال}اعتراض{,ا,ات,ها,ه,هما,هم,اتها,اته,اتهما,اتهم}|اعترض{,ت,وا,ا,تا}|{ي,ت}عترض"),
    (
        Sign::Kind(Dissociation),
        "نأ{ى,ت,يا,تا,وا}|{ي,ت}نأى|انفصل{,ت,وا,ا,تا}|انفصال{,ه,ها,هما,هم}|{ي,ت}نفصل|تنصل{,ت,وا,ها,ه,هما,هم}|فك{,ت} ارتباط{ه,ها}|فك ارتباط{ها,ه,هما,هم}|{لم,لا,لن} {ي,ت}نضم{,وا,ا}|عدم انضمام{ها,ه,هما,هم}|{,ال}نأي|نأي{ها,ه,هما,هم}",
    ),
    (
        Sign::Kind(Interpretation),
        "{,ال}تفسير{,ا,ات,ها,ه,هما,هم,اتها,اته}|{إعلان,بيان}{,ا,ات,ين} {تفسيري,تفسيرية,تفسيريا,تفسيريين}|إعلانها التفسيري|إعلانه التفسيري|فسر{,ت,وا,ا,تا}|{ي,ت,سي,ست}فسر|{ي,ت}فهم|فهم{ها,ه,هما,هم}",
    ),
    (
        Sign::Kind(Explanation),
        "شرح {موقفيهما,مواقفها}|{تعليل,شرح,توضيح,بيان,إيضاح}{,ا} {ل,}{الموقف,موقف,مواقف,موقفها,موقفه,موقفهما,موقفهم,مواقفها,مواقفهم,مواقفهما,التصويت,تصويتها,تصويته}|{تعليل,شرح,توضيح,إيضاح}{,ا} {للموقف,للمواقف,للتصويت}|أوضح{,ت,وا,ا,تا}|{ي,ت}وضح|شرح{,ت,وا,ا,تا}|علل{,ت,وا,ا,تا}|{,ال}بيان{,ا,ات,ين}|تعليل{,ا}|توضيح{,ا,ات}|{قلق,شواغل,رأي,تفضيل,أسف,ملاحظات,هواجس,رغبت,آراء}{ها,ه,هما,هم}|وجه{ة,ات} نظر{ها,ه,هما,هم}|آرائ{ها,ه,هما,هم}|عن {القلق,الأسف}|ملاحظات|{ي,ت}فضل{,ون}|فضل{,ت,وا}|كان{,ت} {ي,ت}{فضل,ود}",
    ),
    (
        Sign::OnRecord,
        "{تسجيل,إدراج,تدوين,إثبات,بيان} {موقف,موقفي,مواقف,اسم,أسماء}{ها,ه,هما,هم}|{موقف,مواقف}{ها,ه,هما,هم} مسجلة|مدرج{ة,} في المحضر|مسجل{ة,} في المحضر|مواقف مسجلة|موقف{ا,} مسجل{ا,}|موقفان مسجلان|موقفين مسجلين",
    ),
    (Sign::Kind(Unclassified), "مواقف غير مصنفة|موقف{ا,} غير مصنف{ا,}|مواقف مسجلة غير مصنفة"),
    (
        Sign::Say,
        "ذكر{,ت,وا,ا,تا}|قال{,ت,وا,ا,تا}|أشار{,ت,وا,ا,تا}|أكد{,ت,وا,ا,تا}|صرح{,ت,وا,ا,تا}|طلب{,ت,وا,ا,تا}|رأ{ى,ت,وا}|أعلن{,ت,وا,ا,تا}|أفاد{,ت,وا,ا,تا}|شدد{,ت,وا}|دع{ا,ت}|اقترح{,ت}|اعتبر{,ت}",
    ),
];

/// What turns a position into another one, or into none.
const TURNS: &[Entry] = &[
    (Sign::Right, "ب{حق,حقوق}{ها,ه,هما,هم}|بالحق|حق{ها,ه,هما,هم}|الحق في"),
    (Sign::Announce, "عزم{ها,ه,هما,هم}|اعتزام{ها,ه,هما,هم}|نيت{ها,ه,هما,هم}|أنها {ست,سوف }|أنه {سي,سوف }"),
    (
        Sign::Withdraw,
        "سحب{,ت,وا,ا,تا,ها,ه,هما,هم,ته,تها}|{ي,ت}سحب|تراجع{,ت,وا,ا,تا}|لم {ي,ت}عد|تخل{ى,ت,وا} عن|ألغ{ى,ت}|سحب تحفظ{ها,ه}|عدل{,ت,وا} عن|لم {ي,ت}بق{,وا,يا}|لم {ي,ت}تمسك{,ا,وا}|لم {ي,ت}صر{,ا,وا} على|لم {ي,ت}حتفظ{,ا,وا}|تنازل{,ت,وا} عن|تراجع{,ت,وا} عن|رفع{,ت} تحفظ{ها,ه}",
    ),
    (Sign::Vote, "صوت{,ت,وا,ا,تا}|امتنع{,ت,وا,ا,تا}|امتناع{ها,ه,هم}|ضد القرار|لصالح"),
    (
        Sign::Not,
        "لم|لا|ليس{,ت}|لم {ي,ت}تمكن{,وا,ا}|لم {ي,ت}ستطع|لا {ي,ت}مكن{,ها,ه,هما,هم}|لا {ي,ت}ستطيع{,ون,ان}|تعذر على|{ي,ت}تعذر على|دون|بدون|بلا|عدم|غير|لن|نف{ى,ت}|من دون|لم {ي,ت}كن {بوسع,بإمكان,بمقدور,في وسع,في مقدور}|ليس {بوسع,بإمكان,في وسع}",
    ),
    (
        Sign::Condition,
        "رهن{,ا}|بشرط|شريطة|شرط|مشروط{,ا,ة,ات,ين}|بصفة مشروطة|{,ال}مشروط{,ة}|إلى حين|في انتظار|بانتظار|ريثما|مؤقت{,ا,ة}|مبدئي{,ا,ة}",
    ),
    (
        Sign::Later,
        "في {وقت,مرحلة,موعد,تاريخ} لاحق{,ة}|لاحقا|في {الدورة,الجلسة} {المقبلة,القادمة,التالية}|في الاجتماع {المقبل,القادم,التالي}|فيما بعد",
    ),
    (
        Sign::Behalf,
        "باسم|نيابة عن|{متحدث,متكلم}{ا,ة,ين,ين أيضا,ا أيضا,ة أيضا} {باسم,نيابة عن,بالنيابة عن}|وأيضا باسم|بالنيابة عن|بالأصالة عن {نفسها,نفسه} و{بالنيابة,نيابة} عن|{متحدثا,متحدثة,متكلما,متكلمة} باسم|{الذي,التي} {تحدث,تحدثت,تكلم,تكلمت} باسم|وباسم|أصالة عن {نفسها,نفسه} ونيابة عن",
    ),
    (
        Sign::Likewise,
        "حذ{ا,ت,وا,تا}|حذو{ها,ه,هما,هم}|ضم{,ت,وا} إلي{ها,ه,هما,هم}|شاطر{,ت,وا}{ها,ه,هما,} {هذا,ذلك} {التحفظ,الموقف}|شارك{ها,ه,تها,ته} {هذا,ذلك,في هذا} {التحفظ,الموقف}|\
         فعل{,ت,وا,ا,تا} {الشيء نفسه,ذلك,المثل}|وكذلك فعل{,ت,وا}|حذ{ا,ت,وا} حذو{ها,ه,هما,هم}|\
         انضم{,ت,وا,ا,تا} {إليها,إليه,إليهما,إليهم} {,فلان }في {هذا التحفظ,ذلك التحفظ,التحفظ,هذا الموقف}|\
         أيد{,ت,وا} {هذا,ذلك} التحفظ|انضم{,ت,وا,ا,تا} إلى {هذا,ذلك} {التحفظ,الموقف}|انضم{,ت,وا,ا,تا} {إليها,إليه,إليهما,إليهم}",
    ),
    (
        Sign::Others,
        "{,ال}{وفود,دول,بلدان} {,ال}أخرى|غير{ها,ه,هما,هم}{, من الوفود, من الدول}|آخر{ون,ين}|وفد آخر|دولة أخرى",
    ),
    (Sign::ThatPosition, "{هذا,ذلك} {التحفظ,الاعتراض,الموقف}|{هذه,تلك} {التحفظات,المواقف}|التحفظ المذكور"),
    (
        Sign::Support,
        "{أيد,دعم}{,ت,وا,ا,تا}|{ي,ت}{ؤيد,دعم}{,ون}|رحب{,ت,وا,ا,تا}|{ي,ت}رحب|قبل{ت,وا}|تأييد{,ها,ه,هما,هم}|دعم{ها,ه,هما,هم}|وافق{,ت,وا,ا,تا}|{ي,ت}وافق{,ون,ا}|\
         {,ال}موافق{ة,ته,تها,تهما,تهم,تهن}|{ي,ت}قبل{,ون}|{,ال}قبول{,ه,ها,هما,هم}",
    ),
    (
        Sign::It,
        "الوفد {نفسه,ذاته,المذكور}|{نفس,ذات} الوفد|{هذا,ذلك} {الوفد,البلد}|هذه الدولة|الدولة {نفسها,ذاتها,المذكورة}",
    ),
    (
        Sign::They,
        "الوفود {نفسها,ذاتها,المذكورة}|{هذه,تلك} {الوفود,الدول}|{الوفدان,الوفدين} {نفسهما,نفساهما,ذاتهما,المذكوران}|هذان الوفدان",
    ),
    (Sign::OneOf, "{أحد,إحدا}هما|{,ال}آخر|الأخرى|واحد{,ة}"),
    (
        Sign::Proposal,
        "{,ال}تعديل{,ا,ات,ها,ه,هما,اتها,اته}|{,ال}مقترح{,ا,ات,ها,ه}|{,ال}اقتراح{,ا,ات,ها,ه}|تعديلا شفويا",
    ),
    (Sign::Joined, "انضم{,ت,وا,ا,تا}"),
    (Sign::Join, "{,ال}انضمام{,ها,ه,هما,هم}|أن {ي,ت}نضم{,ا,وا}"),
    (Sign::With, "بالاشتراك مع|بالتعاون مع|جنبا إلى جنب مع"),
    (Sign::Other, "بحق الرد|بحق{ها,ه,هما,هم} في الرد"),
    (
        Sign::Unreal,
        "لولا{,ها,ه}|لو|{,و,ف}قد {ي,ت}{تحفظ,بدي,عرب,عارض,عترض,سجل,قدم,نأى,رفض,صدر,حتفظ,ثير,علن}{,ون,ان}|{ي,ت}{عتزم,نوي,فكر,نظر,همّ}|\
         {اعتزم,نو,فكر,هدد,تردد,أوشك,همّ}{,ت,وا,ا,تا}|نو{ى,ت}|كاد{,ت}|نظر{,ت,وا,ا,تا} في|كان{,ت} {ي,ت}{عتزم,نوي,فكر,نظر,ريد}|\
         كان{,ت} {س,}{ي,ت}{تحفظ,عارض,بدي,عرب,سجل,قدم}|كان من {الممكن,المحتمل,الوارد}|{سقط,ألغي,شطب,حذف}{,ت}|\
         لم {ي,ت}{سجل,قبل,عتمد,ؤخذ} {تحفظ,اعتراض}|بمثابة",
    ),
    (Sign::Wherever, "{أينما,حيثما} {ورد,وردت,يرد,ترد,وردا,وردتا}|أينما استخدم{,ت}"),
    (Sign::All(2), "{كلا,كلي} {الوفدين,البلدين}|{,ال}{وفدان,بلدان} كلاهما|{الوفدان,البلدان} المذكوران"),
    (Sign::All(3), "{,ال}{وفود,بلدان,دول} {,ال}ثلاث{ة,}"),
    (Sign::All(4), "{,ال}{وفود,بلدان,دول} {,ال}أربع{ة,}"),
    (
        Sign::Except,
        "باستثناء|مع استبعاد|ناقصا|بخلاف|ما عدا|فيما عدا|عدا|ماعدا|سوى|باستثنائها|خلا|مع استثناء|ما خلا",
    ),
    (Sign::Respectively, "على التوالي|على الترتيب|تباعا"),
    (
        Sign::Particular,
        "{,و}لا سيما|ولاسيما|لاسيما|{,و}{خاصة,خصوصا,بخاصة,بالأخص,تحديدا,منها}|بما {في ذلك,فيها,فيهما}|{,و}على وجه {الخصوص,التحديد}|وعلى الأخص|{,و}ب{وجه خاص,صفة خاصة,شكل خاص,صورة خاصة}|{,و}من {بينها,ضمنها}|أبرزها",
    ),
    (Sign::Regarding, "بشأن موقف"),
    (Sign::AnotherPosition, "موقف وفد آخر|موقف دولة أخرى"),
    (Sign::Stance, "{,ال}موقف{,ا,ها,ه,هما,هم}|{,ال}مواقف{,ها,ه,هما,هم}|موقفي{هما,ه,ها,هم}"),
    (Sign::Other, "{,ال}{أحزاب,حزب,قوى,جماعات,فصائل,قيادات,زعيم} {,ال}{معارضة,المعارضة,المعارض}"),
];

/// What a position is on.
const OBJECTS: &[Entry] = &[
    (
        Sign::Preambular,
        "{,ال}ديباجة|ديباجة {القرار,النص,مشروع القرار,هذا القرار}|{,ال}ديباجي{ة,تين,تان}|{,ال}تمهيدي{ة,تين,تان}|الجزء الديباجي",
    ),
    (
        Sign::Operative,
        "{,ال}منطوق|منطوق {القرار,النص,مشروع القرار,هذا القرار}|{,ال}منطوقي{ة,تين}|الجزء {المنطوقي,التنفيذي,العامل}|{,ال}تنفيذي{ة,تين,تان}|{,ال}عامل{ة,تين,تان}|{,ال}منطوقي{تان}",
    ),
    (
        Sign::SubParagraph,
        "{,ال}فقرة {,ال}فرعية|{,ال}فقرتين {,ال}فرعيتين|{,ال}فقرات {,ال}فرعية|الفقرتان الفرعيتان|البند الفرعي|البندين الفرعيين",
    ),
    (Sign::Part, "{,ال}جزء|{,ال}قسم|{,ال}فصل|{,ال}فرع|{,ال}باب"),
    (Sign::Suffix("ter"), "مكرر{,ا} {ثانيا,ثان,ثاني,ثانية}"),
    (Sign::Suffix("quater"), "مكرر{,ا} {ثالثا,ثالث,ثالثة}"),
    (Sign::Suffix("quinquies"), "مكرر{,ا} {رابعا,رابع,رابعة}"),
    (Sign::Suffix("bis"), "مكرر{,ا,ة}"),
    (
        Sign::Former,
        "سابق{ا,ة}|السابقة|{,ال}أصلية|أصلا|القديمة|في {المشروع,المسودة} {الأول,الأولى,السابق,السابقة,الأصلي,الأصلية}|من المشروع|في الأصل|{من,في} {,ال}وثيقة",
    ),
    (Sign::Same, "نفسها|ذاتها|نفسيهما|هذه|تلك|المذكورة|المذكورتين|ذات"),
    (Sign::Both, "{,ال}{كلتيهما,كليهما,كلتاهما,كلاهما,كلتا,كلتي}|معا"),
    (Sign::OfIt, "منه|منها"),
    (Sign::Firsts(2), "الأوليين|الأوليان"),
    (Sign::Firsts(3), "{,ال}ثلاث{,ة} {الأولى,الأول,الأوائل}"),
    (Sign::Firsts(4), "{,ال}أربع{,ة} {الأولى,الأول,الأوائل}"),
    (Sign::Firsts(5), "{,ال}خمس{,ة} {الأولى,الأول,الأوائل}"),
    (Sign::Lasts(1), "{,ال}أخير{,ة}"),
    (Sign::Lasts(2), "{,ال}أخيرت{ين,ان}"),
    (Sign::Lasts(3), "{,ال}ثلاث{,ة} الأخيرة"),
    (Sign::Lasts(4), "{,ال}أربع{,ة} الأخيرة"),
    (Sign::Whole, "كامل|مجمل|جميع|كل|مجموع"),
    (
        Sign::AsWhole,
        "ب{أكمل,رمت,مجمل,كامل,أسر,جملت}{ه,ها}|ككل|في {مجمل,جملت}{ه,ها}|كل{ه,ها}|جملة وتفصيلا|بصفة عامة|بشكل عام|عموما|بصورة عامة",
    ),
    (
        Sign::Own,
        "{,نص }{,مشروع }{,هذا }{القرار,المقرر}|{,نص }القرار {المعتمد,الحالي}|قرار|نص|{,ال}نص|الوثيقة|توافق {,في }{الآراء,الرأي}|التوافق|جميع {الفقرات,فقرات القرار,الأحكام}|نص القرار|مشروع النص|{الاتفاقية,التوصية,المعاهدة} المقترحة|مشروع {الاتفاقية,التوصية,المعاهدة}",
    ),
    (Sign::Some, "بعض|عدد من|عدة|بضع|أجزاء من|جزء من|عناصر من|مختلف|مجموعة من"),
    (Sign::Bits, "{,ال}أجزاء|{,ال}عناصر|{,ال}جوانب|أجزائه"),
    (Sign::Contents, "{,ال}أحكام|مضمون|محتوى|{,ال}صياغة|لغة|فحوى"),
    (
        Sign::Foreign,
        "{,ال}اتفاقي{ة,ات}|{,ال}معاهد{ة,ات}|{,ال}عهد|{,ال}ميثاق|{,ال}بروتوكول|{,ال}تقرير|جدول الأعمال|{,ال}نظام {الأساسي,الداخلي}|الاتفاق|{,ال}قانون|{,ال}دستور|{,ال}إعلان|خطة العمل|برنامج العمل|أهداف التنمية المستدامة|هدف التنمية المستدامة|{,ال}قرارات|قرار مجلس الأمن|قرار الجمعية العامة",
    ),
    (
        Sign::Intro,
        "{,ال}إشار{ة,ات} {,الواردة }{إلى,الى}|الإشارة|{,ال}عبار{ة,ات,تي,تين}|{,ال}مصطلح{,ات,ي,ين}|{,ال}كلم{ات,تي,تين}|لفظ{,ة,تي}|{,ال}تعبير{,ي}|{,ال}مفهوم{,ي}|{,ال}مفاهيم|استخدام{,ها}|إيراد|صيغة|ورود|استعمال|كلمة",
    ),
    (Sign::Numbered, "{,ال}مرقم{ة,تين,ات}"),
    (
        Sign::Portion,
        "{,ال}جملة|{,ال}شطر|{,ال}عنوان|{,ال}سطر|{,ال}نصف|{,ال}حاشية|بداية|نهاية|مستهل|استهلال|مقدمة",
    ),
];

/// Words that join.
const LINKS: &[Entry] = &[
    (
        Sign::On,
        "على|بشأن|حول|إزاء|تجاه|بخصوص|بصدد|فيما {يتعلق,يخص,يتصل}|في{ شأن, ما يتعلق, ما يخص}|{,ال}متعلق{,ة,ا} ب|{,ال}متعلق{,ة,ا,تين}|{,ال}{خاص,معني}{ة,تين}|من حيث|ضد|عما ورد|مع",
    ),
    (Sign::To, "إلى|حتى|ل|الى"),
    (
        Sign::In,
        "في|{,ال}وارد{,ة,ين,تين,ات} {في,ضمن,ب}|{,ال}مذكور{,ة,ين,تين} في|{,ال}مستخدم{,ة} في|ضمن|الذي يرد في|التي ترد في|كما {وردت,ورد} في|{التي,الذي,اللتين,اللتان} {وردت,ورد,وردتا,جاءت,جاء,استخدمت} في",
    ),
    (
        Sign::By,
        "من {قبل,جانب,طرف,لدن}|{,الذي ,التي ,اللذين }{أبدتاها,أبدياها,أبدوها,أبدتاه,أبدياه,أبدته,أبداه,أبدتها,أبداها,أبدوه,سجلته,سجله,قدمته,قدمه,أعربت عنه,أعرب عنه,أصدرته,أصدره}|{,ال}صادر{,ة} عن|{,ال}مقدم{,ة} من",
    ),
    (Sign::Under, "بموجب|عملا ب|بمقتضى|عملا"),
    (Sign::At, "خلال|أثناء|في أثناء"),
    (Sign::Meeting, "{,ال}{جلسة,دورة,اجتماع,جمعية,مؤتمر}{, العامة, الختامية, الافتتاحية}"),
    (
        Sign::Month,
        "كانون الثاني|يناير|شباط|فبراير|آذار|مارس|نيسان|أبريل|أيار|مايو|حزيران|يونيه|يونيو|تموز|يوليه|يوليو|آب|\
         أغسطس|أيلول|سبتمبر|تشرين الأول|أكتوبر|تشرين الثاني|نوفمبر|كانون الأول|ديسمبر",
    ),
    (Sign::Of, "من"),
    (Sign::From, "عن"),
    (
        Sign::But,
        "مع {إبداء,تسجيل,الإعراب عن,تقديم}|بينما|فيما|في حين|لكن{,ها,ه,هما,هم}|ولكن{,ها,ه,هما,هم}|غير أن{,ها,ه,هما,هم}|إلا أن{,ها,ه,هما,هم}|أما|كما أن{,ها,ه,هما,هم}|بيد أن{,ها,ه}",
    ),
    (Sign::That, "أن|بأن|أنه|أنها|بأنها|بأنه|إن|أنهما|أنهم|بأنهما|بأنهم"),
    (
        Sign::Because,
        "لأن{,ها,ه,هما,هم}|حيث|إذ|لكون{,ها,ه}|نظرا|بسبب|لتعارض{,ها,ه}|لعدم|على أساس|معتبر{ة,ا,ين,تين}|مشير{ة,ا,ين,تين}|موضح{ة,ا,ين,تين}|باعتبار{,ها,ه}|{قائل,مضيف,ذاكر,مبين,معلل,مبرر,محتج}{ا,ة,ين}|مؤكد{ا,ة}|كون{ها,ه}|لما|وفقا|تماشيا|بما {يتماشى,يتفق}|استنادا|لأسباب|بحجة|مما|بقدر ما|بالقدر الذي|لكي|تمشيا|انطلاقا|مع أن|رغم أن|على الرغم من|بالرغم من|رغم",
    ),
    (Sign::And, "و|أو|وكذلك|كذلك|فضلا عن|إضافة إلى|بالإضافة إلى|علاوة على|وأيضا|ثم|كما|إلى جانب"),
];

/// The first, the second and so on, as in an [`Entry`].
fn ordinals() -> String {
    const UNITS: [&str; 10] = [
        "أولى,أول",
        "ثانية,ثاني",
        "ثالثة,ثالث",
        "رابعة,رابع",
        "خامسة,خامس",
        "سادسة,سادس",
        "سابعة,سابع",
        "ثامنة,ثامن",
        "تاسعة,تاسع",
        "عاشرة,عاشر",
    ];
    const TENS: [&str; 4] = ["عشر", "ثلاث", "أربع", "خمس"];
    let below = |unit: &&str| unit.replace("أولى,أول", "حادية,حادي,واحدة,واحد");
    let plain = UNITS.iter().map(|unit| format!("{{,ال}}{{{unit}}}"));
    let teens = UNITS.iter().take(9).map(|unit| format!("{{,ال}}{{{}}} {{عشرة,عشر}}", below(unit)));
    let tens = TENS.iter().flat_map(|tens| {
        let and = UNITS
            .iter()
            .take(9)
            .map(move |unit| format!("{{,ال}}{{{}}} و{{,ال}}{tens}{{ين,ون}}", below(unit)));
        std::iter::once(format!("{{,ال}}{tens}{{ين,ون}}")).chain(and)
    });
    plain.chain(teens).chain(tens).collect::<Vec<_>>().join("|")
}

/// Words that change nothing.
const FILLERS: &[Entry] = &[
    (Sign::Honorific, "{,ال}سيد{,ة}|{,ال}دكتور{,ة}|الآنسة|سعادة {السفير,السفيرة,السيد,السيدة,النائب}"),
    (
        Sign::Delegation,
        "{,ال}مراقب{,ة,و,ي,ين,ون} {عن,من}|{,ال}{عضو,أعضاء} {,ال}{حكومي,حكومية,حكوميون,حكوميين}{, عن, من}|سفير{,ة}|\
         {,ال}وفد{ان,ين}|{,ال}{مندوب,ممثل,نائب}{,ة,ان,ين,ون}",
    ),
    (
        Sign::Filler,
        "جدد{,ت,وا,ا,تا}|كرر{,ت,وا,ا,تا}|ورد{,ت,تا}|صدر{,ت}|تعلق{,ت}|شمل{,ت}|انصب{,ت}|قوبل{,ت}|حظي{,ت}|أرفق{,ت,وا}|أودع{,ت,وا}|معالي|فخامة|عطوفة|سيادة|\
         {,عن }وفد{ه,ها,هم,هما}|بوسع|{أحاط,أخذ}{,ت} {الرئيس,الرئيسة,رئيس الجلسة,رئيس المؤتمر,المكتب,المجلس,الحاضرون} علما {,ب}|{أحاط,أخذ}{,ت} {الرئيس,الرئيسة,رئيس الجلسة,المجلس} علما|\
         تلا {المقرر,الرئيس,الأمين العام}|صوت{ها,ه}ا|{بعد,قبل,عقب,لدى} {التصويت,البت}|ب{وفد,وفود}{ه,ها,هم,هما,يهما,هن}|المعقود{,ة}|أبق{ى,ت,يا,تا,وا} على|\
         أبق{ى,ت}|احتفظ{,ت} {,أيضا }{بتحفظها,بتحفظه} {,السابق}|الكلمة {لإبداء,للتعبير عن,للإعراب عن,من أجل,لتسجيل,لتقديم}|\
         اعتمد {القرار,النص,المقرر,المشروع} {بتوافق الآراء,بدون تصويت,دون تصويت,من دون تصويت}|{بدون,دون,من دون} تصويت|في {هذا,ذلك} {التحفظ,الموقف,الاعتراض,الرأي}|مع مراعاة|الكلمة|{أخذ,أحاط}{ت,}{ الجمعية, اللجنة, المؤتمر,} علما ب|{أخذ,أحاط}{ت,}{ الجمعية, اللجنة, المؤتمر,} علما|علما|لذلك|ولذلك|فقط|وحسب|فحسب|{ي,ت}نصب|{موضع,محل,موضوع}|لدى|اقتصر{,ت}|{ي,ت}تعلق|{ي,ت}نطبق|{ي,ت}ختص|تهدي|تحياتها إلى {الأمانة العامة,الأمين العام}|\
         تتشرف ب{إفادتها,إبلاغها,إفادتكم,إبلاغكم,أن تفيدها}|تتشرف بأن {تفيدها,تبلغها,تفيد,تبلغ}|تصويت{ها,ه,هما,هم}|\
         {التي,الذي} {صوتت,صوت} {مؤيدة,مؤيدا,لصالح القرار,ضد القرار,معارضة,معارضا}|انضم{,ت,وا,ا,تا} إلى توافق {الآراء,الرأي}|\
         {,و}{أفاد,ذكر,أعلن,أشار,قال,أبلغ} {المقرر,الرئيس,رئيس الجلسة,رئيس اللجنة,الأمين العام,رئيس الجمعية}|\
         في تقرير {الدورة,الجلسة,الاجتماع,اللجنة}|في {,ال}محضر {الدورة,الجلسة,الاجتماع}|وحد{ها,ه,هما,هم}|\
         لا {يزال,تزال} قائم{ا,ة}|قائم{,ا,ة}|غير مشروط{,ة}|في {لجنة الصياغة,الفريق العامل}|{,عن }{وفدي,وفود}{هما,هم,ها}",
    ),
    (Sign::Which, "الذي|التي|اللذين|الذين|اللتين|اللتان|اللذان|اللواتي|اللاتي"),
    (
        Sign::Delegation,
        "{,نائب ,نائبة }{رئيس,رئيسة,وزير,وزيرة} {,ال}{برلمان,وفد,خارجية,عدل,حكومة}{, في}|{رئيس,رئيسة,نائب رئيس,نائبة رئيس,عضو} {مجلس {النواب,الشيوخ,الشورى,الأمة,الشعب,العموم},الجمعية الوطنية}{, في}|\
         وفد{,ا,ين,ان,ي}|وفود|{,ال}وف{د,ود}|ممثل{,ة,و,ي,ات,ا,تا}|مندوب{,ة,و,ي,ات}|بعث{ة,ات}|برلمان{,ات}|حكوم{ة,ات}|دول{,ة,تا}|الدول{, الأعضاء}|البلدان|أعضاء|الأعضاء|رئيس{,ة} {وفد,الوفد,وفدي}|{,ال}بعثة {,ال}دائمة{, ل}|المتكلمين",
    ),
    (Sign::Following, "{,ال}{تالي,آتي}{ة,ين,}|ما يلي|كالتالي|كالآتي|كما يلي|على النحو التالي|أدناه"),
    (Sign::See, "انظر|أنظر|يرجى الرجوع إلى"),
    (Sign::OnIt, "له|لها|لهما|{عليه,إزاءه,بشأنه,حوله}{,ا,ما}"),
    (
        Sign::Filler,
        "أبد{ى,ت,يا,تا,وا,يت}|{ي,ت}بد{ي,ون,يان}|{ي,ت}بد|أعرب{,ت,وا,ا,تا}|{ي,ت}عرب{,ون,وا,ان}|سجل{,ت,وا,ا,تا}|{ي,ت}سجل|قدم{,ت,وا,ا,تا}|أدل{ى,ت,وا,يا,تا}|أثار{,ت,وا}|عبر{,ت,وا,ا,تا}|أخذ{,ت,وا,ا,تا}|أخذ{,ت,وا} الكلمة|تناول{,ت,وا} الكلمة|طلب{,ت,وا} الكلمة|للتعبير|{,ال}تعبير عن|لإبداء|إبداء|للإعراب|الإعراب|أي|كل من|كلا من|أصدر{,ت,وا,ا,تا}|قد|لقد|كان{,ت,وا}|لدي{ها,ه,هما,هم}|رسمي{,ا,ة}|صراحة|شديد{,ة}|قوي{,ة}|قاطع{,ة}|أيضا|عام{,ا,ة}|{خاص,محدد,صريح,جزئي,كلي,واضح,كامل}{ا,ة}|بلد{ه,ها,هم,يهما,انهم,انها}|بلاد{ه,ها,هم,هما}|{بعد,عند,عقب,قبل,لدى,إثر,حين} اعتماد {,نص }{,مشروع }{,هذا }{القرار,النص,المقرر}|{أثناء,خلال} {المناقشة,المناقشات,المداولات}|في المحضر|في {,ال}محضر {الجلسة,الاجتماع}|في الجلسة {العامة,الختامية}|هو|هي|هما|هم|بنفس{ه,ها,هما,يهما}|بأنفس{هم,هما,هن}|نفسه|خطي{,ا,ة}|شفوي{,ا,ة}|ذلك|عن|في هذا {الصدد,الشأن}|أود{,ت}|يود|تود|{ي,ت}رغب|من بين|تقديم|إصدار|الإدلاء|العودة|تقديمه|تقديمها|{,ال}كلمة للتعبير|مشتركة|مشترك{,ا}|عقب ذلك|بعد ذلك|بعدها|تسجيل|إدراج|تدوين|إثبات|قرارها|قراره|مفاده|{,ل,ب,ع}ما {ورد,جاء}",
    ),
];

/// The wording of Arabic notes. "The delegation of" before names makes verbs and pronouns agree with any name.
pub(super) struct Arabic;

impl Prose for Arabic {
    fn lead(&self) -> &'static str {
        "أخذ عدد من الوفود الكلمة للتعبير عن تحفظاتها:"
    }

    fn name(&self, name: &str) -> Vec<Run> {
        vec![strong(name)]
    }

    fn and(&self, members: Vec<Vec<Run>>) -> Vec<Run> {
        members.join(&plain(" و"))
    }

    fn entries(&self, entries: Vec<Vec<Run>>) -> Vec<Run> {
        let simple = |run: &Run| !run.text.contains(['،', '“', '«', '"', '(']);
        let together = entries.iter().flatten().all(simple);
        let mut item = entries.join(&plain(if together { "، و" } else { "؛ " }));
        item.push(plain("."));
        item
    }

    fn object(&self, object: &Object, resolution: &Resolution) -> String {
        match object {
            Object::Entire => "القرار بأكمله".into(),
            Object::Unsaid => String::new(),
            Object::Phrase(phrase) => format!("الإشارة إلى {phrase}"),
            Object::Paragraphs { labels, phrase, open } => {
                let place = paragraphs(labels, resolution);
                let words = match phrase {
                    Some(phrase) => format!("الإشارة إلى {phrase} في {place}"),
                    None => place,
                };
                if *open { format!("بعض الفقرات، ولا سيما {words}") } else { words }
            }
        }
    }

    fn on(&self, objects: &[String]) -> String {
        format!("على {}", objects.join(" وعلى "))
    }

    fn sentence(&self, sentence: &Sentence) -> Vec<Run> {
        let number = Number::of(sentence.names.len());
        let (verb, rest, preposition) = words(sentence.kind, sentence.status, number);
        let delegations = number.choose(["وفد ", "وفدا ", "وفود "]);
        let owned = number.choose(["لوفد ", "لوفدي ", "لوفود "]);
        let start = if verb.is_empty() { owned.to_owned() } else { format!("{verb} {delegations}") };
        let mut runs = vec![plain(start)];
        runs.extend(self.and(sentence.names.clone()));
        if !sentence.on_behalf_of.is_empty() {
            runs.push(plain("، باسم "));
            runs.extend(self.and(sentence.on_behalf_of.clone()));
            runs.push(plain("،"));
        }
        if !rest.is_empty() {
            runs.push(plain(format!(" {rest}")));
        }
        let mut regarding = sentence.regarding.clone();
        if sentence.kind == Objection {
            match regarding.take() {
                Some(name) => runs.extend([plain(" على موقف ")].into_iter().chain(name)),
                None => runs.push(plain(" على موقف وفد آخر")),
            }
        }
        if let Some(object) = &sentence.object {
            let object =
                if preposition == "ل" { belonging(object) } else { format!("{preposition} {object}") };
            runs.push(plain(format!(" {object}")));
        }
        runs.extend(regarding.into_iter().flat_map(|name| [plain("، بشأن موقف ")].into_iter().chain(name)));
        runs.push(plain(match sentence.status {
            Some(Status::Conditional) => " بصفة مشروطة.",
            Some(Status::Deferred) => " في وقت لاحق.",
            None => ".",
        }));
        runs
    }

    fn trial(&self, quoted: &str) -> String {
        format!("أعرب وفد قطر عن تحفظه على الإشارة إلى {quoted} في الفقرة 5 من المنطوق.")
    }
}

/// How many, as far as Arabic words tell it.
#[derive(Clone, Copy)]
enum Number {
    One,
    Two,
    Many,
}

impl Number {
    fn of(count: usize) -> Self {
        match count {
            0 | 1 => Self::One,
            2 => Self::Two,
            _ => Self::Many,
        }
    }

    fn choose(self, [one, two, many]: [&'static str; 3]) -> &'static str {
        match self {
            Self::One => one,
            Self::Two => two,
            Self::Many => many,
        }
    }
}

/// The verb before the delegations, what follows them, and the preposition before the object.
fn words(kind: PositionKind, status: Option<Status>, number: Number) -> (&'static str, String, &'static str) {
    let preposition = match kind {
        Reservation => "على",
        Opposition => "ل",
        Dissociation => "عن",
        Interpretation | Explanation | Objection | Unclassified => "بشأن",
    };
    let (verb, rest) = if status == Some(Status::Deferred) { later(kind, number) } else { now(kind, number) };
    (verb, rest, preposition)
}

/// The verb and what follows the delegations, for a position that was taken.
fn now(kind: PositionKind, number: Number) -> (&'static str, String) {
    let its = number.choose(["ه", "هما", "ها"]);
    let said = number.choose(["أعرب", "أعرب", "أعربت"]);
    match kind {
        Reservation => (said, format!("عن {}", number.choose(["تحفظه", "تحفظهما", "تحفظاتها"]))),
        Opposition => (said, format!("عن معارضت{its}")),
        Dissociation => (number.choose(["نأى", "نأى", "نأت"]), number.choose(ITSELF).into()),
        Interpretation => (
            number.choose(["أصدر", "أصدر", "أصدرت"]),
            number.choose(["بيانا تفسيريا", "بيانين تفسيريين", "بيانات تفسيرية"]).into(),
        ),
        Explanation => (number.choose(["أوضح", "أوضح", "أوضحت"]), number.choose(ITS_POSITION).into()),
        Objection => (number.choose(["اعترض", "اعترض", "اعترضت"]), String::new()),
        Unclassified => ("", number.choose(["موقف مسجل", "موقفان مسجلان", "مواقف مسجلة"]).into()),
    }
}

/// The same for a position that is kept for later.
fn later(kind: PositionKind, number: Number) -> (&'static str, String) {
    let its = number.choose(["ه", "هما", "ها"]);
    let act = match kind {
        Reservation => {
            let right = format!("بحق{its} في إبداء تحفظ");
            return (number.choose(["احتفظ", "احتفظ", "احتفظت"]), right);
        }
        Opposition => format!("الإعراب عن معارضت{its}"),
        Dissociation => format!("النأي {}", number.choose(ITSELF)),
        Interpretation => "إصدار بيان تفسيري".into(),
        Explanation => format!("شرح {}", number.choose(ITS_POSITION)),
        Objection => "الاعتراض".into(),
        Unclassified => format!("تسجيل {}", number.choose(ITS_POSITION)),
    };
    (number.choose(["أعلن", "أعلن", "أعلنت"]), format!("عزم{its} على {act}"))
}

const ITSELF: [&str; 3] = ["بنفسه", "بنفسيهما", "بنفسها"];
const ITS_POSITION: [&str; 3] = ["موقفه", "موقفيهما", "مواقفها"];

/// The object after "to", which is written together with it.
fn belonging(object: &str) -> String {
    object.strip_prefix("ال").map_or_else(|| format!("ل{object}"), |rest| format!("لل{rest}"))
}

/// "الفقرتين 9 و10 من الديباجة والفقرة 9 من المنطوق"
fn paragraphs(labels: &[Label], resolution: &Resolution) -> String {
    let heads = print::heads(labels).into_iter().map(|labels| head(labels, resolution));
    heads.collect::<Vec<_>>().join(" و")
}

fn head(labels: &[Label], resolution: &Resolution) -> String {
    let Some(first) = labels.first() else { return String::new() };
    let number = Number::of(labels.len());
    let forms = print::unit_forms(grammar(), first.unit(), resolution).filter(|_| print::is_plain(first));
    let quoted: Vec<String> = labels.iter().map(|label| format!("“{label}”")).collect();
    let numbered = number.choose(["المرقمة", "المرقمتين", "المرقمة"]);
    let Some((forms, own)) = forms else {
        let noun = format!("{} {numbered}", number.choose(["الفقرة", "الفقرتين", "الفقرات"]));
        return format!("{noun} {}", quoted.join(" و"));
    };
    let half = match first.unit() {
        unit if unit.is_pp() => " من الديباجة",
        unit if unit.is_op() => " من المنطوق",
        _ => "",
    };
    let numbers: Vec<String> = print::runs(labels).into_iter().map(numbers).collect();
    let part = first.part().map_or(String::new(), |part| format!(" في الجزء {part}"));
    let letters = if own { String::new() } else { format!(" ({numbered} {})", quoted.join(" و")) };
    format!("{} {}{half}{part}{letters}", number.choose(forms), numbers.join(" و"))
}

/// What is printed for the Latin ordinals behind numbers.
const SUFFIXES: [(&str, &str); 3] = [("bis", " مكررا"), ("ter", " مكررا ثانيا"), ("quater", " مكررا ثالثا")];

fn numbers((first, last): (&Label, &Label)) -> String {
    if first != last {
        return format!("من {} إلى {}", first.number(), last.number());
    }
    let suffix = first.number().suffix();
    let suffix = SUFFIXES.iter().find(|(latin, _)| *latin == suffix).map_or(suffix, |(_, arabic)| arabic);
    let mark = |mark: &String| {
        let mut letters = ('a'..='z').zip(LETTERS.chars());
        let arabic = letters.find(|(latin, _)| mark.as_str() == latin.encode_utf8(&mut [0; 4]));
        arabic.map_or_else(|| format!(" ({mark})"), |(_, arabic)| format!(" ({arabic})"))
    };
    let path: String = first.path().iter().map(mark).collect();
    format!("{}{suffix}{path}", first.number().whole())
}
