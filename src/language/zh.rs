//! Chinese, in simplified characters.

use chrono::{Datelike, NaiveDate};

use super::{Answer, Caption, End, Heading, Words};
use crate::vocabulary::{Field, Kind, Reach, Status, Way};

pub(super) struct Chinese;

impl Words for Chinese {
    fn heading(&self, heading: Heading) -> &'static str {
        match heading {
            Heading::Resolution => "决议",
            Heading::Delegation => "代码",
            Heading::Name => "代表团",
            Heading::Kind => "类别",
            Heading::Position => "立场",
            Heading::On => "对象",
            Heading::Reach => "范围",
            Heading::Paragraph => "段落",
            Heading::Phrase => "用语",
            Heading::Subject => "主题",
            Heading::Made => "提出日期",
            Heading::Withdrawn => "撤回日期",
            Heading::Source => "来源",
            Heading::Locator => "出处",
            Heading::Note => "备注",
            Heading::Status => "状态",
            Heading::Open => "未尽列举",
            Heading::OnBehalfOf => "代表",
            Heading::Regarding => "针对",
            Heading::Id => "标识",
            Heading::Entire => "全文",
            Heading::Unknown => "部分不明",
            Heading::Symbol => "文号",
            Heading::Title => "标题",
            Heading::Body => "机构",
            Heading::Adopted => "通过日期",
            Heading::By => "通过方式",
            Heading::Preambular => "序言段",
            Heading::Operative => "执行段",
            Heading::Delegations => "代表团",
            Heading::Reservations => "提出保留",
            Heading::Other => "其他立场",
            Heading::Paragraphs => "段数",
            Heading::Where => "位置",
            Heading::Language => "语言",
            Heading::Excerpt => "摘录",
            Heading::Change => "变更",
            Heading::Field => "字段",
            Heading::Old => "原值",
            Heading::New => "新值",
            Heading::Code => "代码",
            Heading::Severity => "严重程度",
            Heading::File => "文件",
            Heading::Line => "行",
            Heading::Place => "位置",
            Heading::Column => "列",
            Heading::Message => "信息",
            Heading::Help => "帮助",
            Heading::Format => "格式",
            Heading::Outcome => "结果",
            Heading::Errors => "错误",
            Heading::Warnings => "警告",
        }
    }

    fn kind(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Reservation => "保留",
            Kind::Opposition => "反对",
            Kind::Dissociation => "不参与",
            Kind::Interpretation => "解释",
            Kind::Explanation => "说明",
            Kind::Objection => "异议",
            Kind::Unclassified => "未分类",
            Kind::InFavour => "赞成票",
            Kind::Against => "反对票",
            Kind::Abstention => "弃权",
        }
    }

    fn kind_mark(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Reservation => "保",
            Kind::Opposition => "反",
            Kind::Dissociation => "离",
            Kind::Interpretation => "释",
            Kind::Explanation => "说",
            Kind::Objection => "异",
            Kind::Unclassified => "未",
            Kind::InFavour => "赞",
            Kind::Against => "否",
            Kind::Abstention => "弃",
        }
    }

    fn reach(&self, reach: Reach) -> &'static str {
        match reach {
            Reach::Named => "点名",
            Reach::Phrase => "用语",
            Reach::Entire => "全文",
            Reach::Unknown => "不明",
        }
    }

    fn entire_text(&self) -> &'static str {
        "全文"
    }

    fn part_not_stated(&self) -> &'static str {
        "未说明部分"
    }

    fn in_particular(&self) -> &'static str {
        "特别是"
    }

    fn quoted(&self, words: &str) -> String {
        format!("“{words}”")
    }

    fn answer(&self, answer: Answer) -> &'static str {
        match answer {
            Answer::Country => "各代表团的立场",
            Answer::Paragraph => "各段落的立场",
            Answer::Matrix => "代表团与段落",
            Answer::Compare => "立场对照",
            Answer::Resolutions => "决议",
            Answer::Search => "检索结果",
            Answer::Changes => "变更",
            Answer::Problems => "错误与警告",
            Answer::Imports => "文件导入结果",
        }
    }

    fn status(&self, status: Status) -> &'static str {
        match status {
            Status::Conditional => "附条件",
            Status::Deferred => "留待以后",
        }
    }

    fn way(&self, way: Way) -> &'static str {
        match way {
            Way::Consensus => "协商一致",
            Way::WithoutVote => "未经表决",
            Way::Acclamation => "鼓掌",
            Way::Vote => "记录表决",
        }
    }

    fn field(&self, field: Field) -> &'static str {
        match field {
            Field::Title => "标题",
            Field::Subject => "主题",
            Field::Text => "正文",
            Field::Phrase => "用语",
            Field::Note => "备注",
        }
    }

    fn yes(&self) -> &'static str {
        "是"
    }

    fn date(&self, date: NaiveDate) -> String {
        format!("{}年{}月{}日", date.year(), date.month(), date.day())
    }

    fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => format!("{}和{last}", first.join("、")),
        }
    }

    fn comma(&self) -> &'static str {
        "，"
    }

    fn end(&self, end: End) -> String {
        let date = end.date.map(|date| self.date(date)).unwrap_or_default();
        let way = match end.by {
            Some(Way::Consensus) => "以协商一致方式",
            Some(Way::WithoutVote) => "未经表决",
            Some(Way::Acclamation) => "以鼓掌方式",
            Some(Way::Vote) => "以记录表决",
            None => "",
        };
        match (end.rejected, way.is_empty() && date.is_empty()) {
            (true, _) => format!("未获通过：{date}经记录表决被否决"),
            (false, true) => String::new(),
            (false, false) => format!("{date}{way}通过"),
        }
    }

    fn paragraphs(&self, preambular: Option<u32>, operative: Option<u32>) -> String {
        let preambular = preambular.map(|count| format!("{count}个序言段"));
        let operative = operative.map(|count| format!("{count}个执行段"));
        self.list(&preambular.into_iter().chain(operative).collect::<Vec<_>>())
    }

    fn delegations(&self, all: usize, reservations: usize, other: usize) -> String {
        format!("立场记录在案的代表团：{all}个。提出保留：{reservations}个。其他立场：{other}个。")
    }

    fn no_position(&self) -> &'static str {
        "无立场记录"
    }

    fn no_such_position(&self) -> &'static str {
        "无此类立场记录"
    }

    fn no_such_position_of(&self, names: &str) -> String {
        if names.is_empty() {
            "无此类立场记录。".into()
        } else {
            format!("{names}：无此类立场记录。")
        }
    }

    fn on_entire(&self, count: usize) -> String {
        format!("{count}项针对整个决议")
    }

    fn no_position_of(&self, names: &str) -> String {
        if names.is_empty() { "无立场记录。".into() } else { format!("{names}：无立场记录。") }
    }

    fn nothing_found(&self, words: &str) -> String {
        format!("未找到“{words}”。")
    }

    fn no_change(&self) -> &'static str {
        "没有变更。"
    }

    fn no_resolution(&self) -> &'static str {
        "没有决议记录。"
    }

    fn pair(&self, heading: &str, value: &str) -> String {
        format!("{heading}：{value}")
    }

    fn left_out(&self, headings: &str) -> String {
        format!("因篇幅所限省略：{headings}。")
    }

    fn legend(&self, marks: &[(&str, &str)]) -> String {
        let marks: Vec<_> = marks.iter().map(|(mark, kind)| format!("{mark} {kind}")).collect();
        format!("{}；带*者仅针对用语，括号内者由针对全文的立场推得", marks.join("、"))
    }

    fn caption(&self, caption: Caption) -> &'static str {
        match caption {
            Caption::OnRecord => "记录在案的立场",
            Caption::SkipToContent => "跳到正文",
            Caption::Filter => "筛选",
            Caption::FilterHint => "代表团、段落、类型或词语",
            Caption::AllKinds => "所有类型",
            Caption::NothingMatches => "没有符合筛选条件的内容。",
            Caption::AtAGlance => "一览",
            Caption::Implied => "由针对全文的立场推得",
            Caption::Paragraphs => "段落",
            Caption::Positions => "立场",
            Caption::Resolutions => "决议",
            Caption::Sources => "来源",
            Caption::Vote => "表决",
            Caption::CopyLink => "复制链接",
            Caption::Copied => "已复制",
            Caption::DelegationsOnRecord => "有记录立场的代表团",
            Caption::ParagraphsNamed => "被点名的段落",
            Caption::EntireText => "针对全文",
            Caption::About => "说明",
            Caption::AsOf => "截至",
        }
    }
}
