//! Arabic.

use chrono::{Datelike, NaiveDate};

use super::{Answer, Caption, End, Heading, Words};
use crate::vocabulary::{Field, Kind, Reach, Status, Way};

pub(super) struct Arabic;

/// Both names of each month, as the United Nations and the Inter-Parliamentary Union print them.
const MONTHS: [&str; 12] = [
    "كانون الثاني/يناير",
    "شباط/فبراير",
    "آذار/مارس",
    "نيسان/أبريل",
    "أيار/مايو",
    "حزيران/يونيه",
    "تموز/يوليه",
    "آب/أغسطس",
    "أيلول/سبتمبر",
    "تشرين الأول/أكتوبر",
    "تشرين الثاني/نوفمبر",
    "كانون الأول/ديسمبر",
];

/// A counted noun: Arabic has a form for one, for two, for 3 to 10, and for more.
fn counted(count: usize, forms: [&str; 4]) -> String {
    match (count, count % 100) {
        (1, _) => forms[0].into(),
        (2, _) => forms[1].into(),
        (_, 3..=10) => format!("{count} {}", forms[2]),
        _ => format!("{count} {}", forms[3]),
    }
}

impl Words for Arabic {
    fn heading(&self, heading: Heading) -> &'static str {
        match heading {
            Heading::Resolution => "القرار",
            Heading::Delegation => "الرمز",
            Heading::Name => "الوفد",
            Heading::Kind => "النوع",
            Heading::Position => "الموقف",
            Heading::On => "على",
            Heading::Reach => "المدى",
            Heading::Paragraph => "الفقرة",
            Heading::Phrase => "العبارة",
            Heading::Subject => "الموضوع",
            Heading::Made => "تاريخ الإبداء",
            Heading::Withdrawn => "تاريخ السحب",
            Heading::Source => "المصدر",
            Heading::Locator => "الموضع في المصدر",
            Heading::Note => "ملاحظة",
            Heading::Status => "الحالة",
            Heading::Open => "قائمة مفتوحة",
            Heading::OnBehalfOf => "باسم",
            Heading::Regarding => "بشأن موقف",
            Heading::Id => "المعرّف",
            Heading::Entire => "كامل النص",
            Heading::Unknown => "جزء غير محدد",
            Heading::Symbol => "الرمز الوثائقي",
            Heading::Title => "العنوان",
            Heading::Body => "الهيئة",
            Heading::Adopted => "تاريخ الاعتماد",
            Heading::By => "طريقة الاعتماد",
            Heading::Preambular => "فقرات الديباجة",
            Heading::Operative => "فقرات المنطوق",
            Heading::Delegations => "الوفود",
            Heading::Reservations => "بتحفظ",
            Heading::Other => "بغير ذلك",
            Heading::Paragraphs => "الفقرات",
            Heading::Where => "مكان الورود",
            Heading::Language => "اللغة",
            Heading::Excerpt => "مقتطف",
            Heading::Change => "التغيير",
            Heading::Field => "الحقل",
            Heading::Old => "القديم",
            Heading::New => "الجديد",
            Heading::Code => "الشفرة",
            Heading::Severity => "الخطورة",
            Heading::File => "الملف",
            Heading::Line => "السطر",
            Heading::Place => "الموضع",
            Heading::Column => "العمود",
            Heading::Message => "الرسالة",
            Heading::Help => "المساعدة",
            Heading::Format => "الصيغة",
            Heading::Outcome => "النتيجة",
            Heading::Errors => "الأخطاء",
            Heading::Warnings => "التنبيهات",
        }
    }

    fn kind(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Reservation => "تحفظ",
            Kind::Opposition => "معارضة",
            Kind::Dissociation => "نأي بالنفس",
            Kind::Interpretation => "تفسير",
            Kind::Explanation => "تعليل للموقف",
            Kind::Objection => "اعتراض",
            Kind::Unclassified => "غير مصنف",
            Kind::InFavour => "تأييد",
            Kind::Against => "تصويت ضد",
            Kind::Abstention => "امتناع",
        }
    }

    fn kind_mark(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Reservation => "ت",
            Kind::Opposition => "م",
            Kind::Dissociation => "ن",
            Kind::Interpretation => "س",
            Kind::Explanation => "ل",
            Kind::Objection => "ع",
            Kind::Unclassified => "غ",
            Kind::InFavour => "أ",
            Kind::Against => "ض",
            Kind::Abstention => "ك",
        }
    }

    fn reach(&self, reach: Reach) -> &'static str {
        match reach {
            Reach::Named => "مذكورة",
            Reach::Phrase => "عبارة",
            Reach::Entire => "كامل النص",
            Reach::Unknown => "غير محدد",
        }
    }

    fn entire_text(&self) -> &'static str {
        "كامل النص"
    }

    fn part_not_stated(&self) -> &'static str {
        "جزء غير محدد"
    }

    fn in_particular(&self) -> &'static str {
        "على وجه الخصوص"
    }

    fn quoted(&self, words: &str) -> String {
        format!("”{words}“")
    }

    fn answer(&self, answer: Answer) -> &'static str {
        match answer {
            Answer::Country => "المواقف بحسب الوفود",
            Answer::Paragraph => "المواقف بحسب الفقرات",
            Answer::Matrix => "الوفود والفقرات",
            Answer::Compare => "مقارنة المواقف",
            Answer::Resolutions => "القرارات",
            Answer::Search => "نتائج البحث",
            Answer::Changes => "التغييرات",
            Answer::Problems => "الأخطاء والتنبيهات",
            Answer::Imports => "ما آلت إليه الوثائق",
        }
    }

    fn status(&self, status: Status) -> &'static str {
        match status {
            Status::Conditional => "مشروط",
            Status::Deferred => "مؤجل",
        }
    }

    fn way(&self, way: Way) -> &'static str {
        match way {
            Way::Consensus => "توافق الآراء",
            Way::WithoutVote => "بدون تصويت",
            Way::Acclamation => "التزكية",
            Way::Vote => "تصويت مسجل",
        }
    }

    fn field(&self, field: Field) -> &'static str {
        match field {
            Field::Title => "العنوان",
            Field::Subject => "الموضوع",
            Field::Text => "النص",
            Field::Phrase => "العبارة",
            Field::Note => "الملاحظة",
        }
    }

    fn yes(&self) -> &'static str {
        "نعم"
    }

    fn date(&self, date: NaiveDate) -> String {
        format!("{} {} {}", date.day(), MONTHS[date.month0() as usize % 12], date.year())
    }

    fn list(&self, items: &[String]) -> String {
        items.join(" و")
    }

    fn comma(&self) -> &'static str {
        "، "
    }

    fn end(&self, end: End) -> String {
        let date = end.date.map(|date| format!(" في {}", self.date(date))).unwrap_or_default();
        let way = match end.by {
            Some(Way::Consensus) => " بتوافق الآراء",
            Some(Way::WithoutVote) => " بدون تصويت",
            Some(Way::Acclamation) => " بالتزكية",
            Some(Way::Vote) => " بتصويت مسجل",
            None => "",
        };
        match (end.rejected, way.is_empty() && date.is_empty()) {
            (true, _) => format!("لم يُعتمد: رُفض بتصويت مسجل{date}"),
            (false, true) => String::new(),
            (false, false) => format!("اعتُمد{way}{date}"),
        }
    }

    fn paragraphs(&self, preambular: Option<u32>, operative: Option<u32>) -> String {
        let paragraph = ["فقرة واحدة", "فقرتان", "فقرات", "فقرة"];
        let preambular =
            preambular.map(|count| format!("{} في الديباجة", counted(count as usize, paragraph)));
        let operative = operative.map(|count| format!("{} في المنطوق", counted(count as usize, paragraph)));
        self.list(&preambular.into_iter().chain(operative).collect::<Vec<_>>())
    }

    fn delegations(&self, all: usize, reservations: usize, other: usize) -> String {
        let forms = ["وفد واحد", "وفدان", "وفود", "وفداً"];
        format!(
            "الوفود المسجلة مواقفها: {all}. بتحفظ: {}. بغير ذلك: {}.",
            counted(reservations, forms),
            counted(other, forms)
        )
    }

    fn no_position(&self) -> &'static str {
        "لا موقف مسجل"
    }

    fn no_such_position(&self) -> &'static str {
        "لا موقف مسجل من هذا النوع"
    }

    fn no_such_position_of(&self, names: &str) -> String {
        if names.is_empty() {
            "لا موقف مسجل من هذا النوع.".into()
        } else {
            format!("{names}: لا موقف مسجل من هذا النوع.")
        }
    }

    fn on_entire(&self, count: usize) -> String {
        format!("{} على كامل القرار", counted(count, ["موقف واحد", "موقفان", "مواقف", "موقفاً"]))
    }

    fn no_position_of(&self, names: &str) -> String {
        if names.is_empty() {
            "لا موقف مسجل.".into()
        } else {
            format!("{names}: لا موقف مسجل.")
        }
    }

    fn nothing_found(&self, words: &str) -> String {
        format!("لم يُعثر على شيء عن \"{words}\".")
    }

    fn no_change(&self) -> &'static str {
        "لم يتغير شيء."
    }

    fn no_resolution(&self) -> &'static str {
        "لا قرار مسجل."
    }

    fn pair(&self, heading: &str, value: &str) -> String {
        format!("{heading}: {value}")
    }

    fn left_out(&self, headings: &str) -> String {
        format!("تُركت لضيق المكان: {headings}.")
    }

    fn legend(&self, marks: &[(&str, &str)]) -> String {
        let marks: Vec<_> = marks.iter().map(|(mark, kind)| format!("{mark} {kind}")).collect();
        format!("{}؛ * لعبارة فقط، وما بين قوسين مستفاد من موقف على كامل النص", marks.join("، "))
    }

    fn caption(&self, caption: Caption) -> &'static str {
        match caption {
            Caption::OnRecord => "المواقف المسجلة",
            Caption::SkipToContent => "انتقل إلى المحتوى",
            Caption::Filter => "تصفية",
            Caption::FilterHint => "وفد أو فقرة أو نوع أو كلمات",
            Caption::AllKinds => "جميع الأنواع",
            Caption::NothingMatches => "لا شيء يطابق التصفية.",
            Caption::AtAGlance => "نظرة عامة",
            Caption::Implied => "مستفاد من موقف على كامل النص",
            Caption::Paragraphs => "الفقرات",
            Caption::Positions => "المواقف",
            Caption::Resolutions => "القرارات",
            Caption::Sources => "المصادر",
            Caption::Vote => "التصويت",
            Caption::CopyLink => "نسخ الرابط",
            Caption::Copied => "نُسخ",
            Caption::DelegationsOnRecord => "الوفود المسجلة مواقفها",
            Caption::ParagraphsNamed => "الفقرات المذكورة",
            Caption::EntireText => "على كامل النص",
            Caption::About => "نبذة",
            Caption::AsOf => "حتى تاريخ",
        }
    }
}
