//! English: the words of notes, and how one is printed.

use std::sync::OnceLock;

use super::adjective::{self, Order};
use super::mark::Grammar;
use super::print::{self, Object, Prose, Run, Sentence, plain, strong};
use super::sign::{Entry, Half, Lexicon, Sign, UnitWord};
use crate::language::en::CARDINALS;
use crate::model::PositionKind::{
    Dissociation, Explanation, Interpretation, Objection, Opposition, Reservation, Unclassified,
};
use crate::model::{Label, PositionKind, Resolution, Status};
use crate::names;

/// The grammar of English notes.
pub(super) fn grammar() -> &'static Grammar {
    static GRAMMAR: OnceLock<Grammar> = OnceLock::new();
    GRAMMAR.get_or_init(|| Grammar {
        lexicon: Lexicon::new(&[KINDS, TURNS, OBJECTS, LINKS, FILLERS], &ordinals(), UNITS),
        units: UNITS,
        peel: |_| None,
        letter: |_| None,
        unit_forms: |word| vec![word.to_owned(), format!("{word}s")],
        capitals: true,
        adjectives: (adjective::english, Order::Before),
        relates: |word| matches!(word, "relating" | "related" | "dealing" | "pertaining" | "devoted"),
        exactly: &["specifically", "namely", "viz"],
        of_speaker: |_| false,
        wording: &["wording", "terminology", "phrasing", "language", "formulation"],
        documents: &["declaration", "statement", "consensus"],
        reasons: &["reason", "reasons"],
        cardinals: &CARDINALS,
        tag: "en",
        draft: "draft",
    })
}

const UNITS: &[UnitWord] = &[
    UnitWord::paragraph(None, ["paragraph", "paragraphs", "paragraphs"], "paragraph{,s}|para{,s}|§"),
    UnitWord::paragraph(
        Some(Half::Operative),
        ["paragraph", "paragraphs", "paragraphs"],
        "op{,s}|o.p.|op{,er}. para{,s}|op para{,s}",
    ),
    UnitWord::paragraph(
        Some(Half::Preambular),
        ["paragraph", "paragraphs", "paragraphs"],
        "pp{,s}|p.p.|{pp,preamb,pream}. para{,s}|pp para{,s}",
    ),
    UnitWord::declared("RULE", "rule", ["rule", "rules", "rules"], "rule{,s}"),
    UnitWord::declared("ARTICLE", "article", ["article", "articles", "articles"], "article{,s}|art{,s}"),
    UnitWord::declared(
        "REGULATION",
        "regulation",
        ["regulation", "regulations", "regulations"],
        "regulation{,s}",
    ),
    UnitWord::declared("PRINCIPLE", "principle", ["principle", "principles", "principles"], "principle{,s}"),
    UnitWord::declared("GUIDELINE", "guideline", ["guideline", "guidelines", "guidelines"], "guideline{,s}"),
    UnitWord::declared(
        "RECOMMENDATION",
        "recommendation",
        ["recommendation", "recommendations", "recommendations"],
        "recommendation{,s}",
    ),
    UnitWord::declared("MEASURE", "measure", ["measure", "measures", "measures"], "measure{,s}"),
    UnitWord::declared("OBJECTIVE", "objective", ["objective", "objectives", "objectives"], "objective{,s}"),
    UnitWord::declared("CLAUSE", "clause", ["clause", "clauses", "clauses"], "clause{,s}"),
    UnitWord::declared("ITEM", "item", ["item", "items", "items"], "item{,s}|sub-item{,s}|subitem{,s}"),
    UnitWord::declared("POINT", "point", ["point", "points", "points"], "point{,s}"),
    UnitWord::declared("STANDARD", "standard", ["standard", "standards", "standards"], "standard{,s}"),
    UnitWord::declared("ACTION", "action", ["action", "actions", "actions"], "action{,s}"),
    UnitWord::declared(
        "COMMITMENT",
        "commitment",
        ["commitment", "commitments", "commitments"],
        "commitment{,s}",
    ),
];

/// What kind of position it is.
const KINDS: &[Entry] = &[
    (
        Sign::Kind(Reservation),
        "reservation{,s} of principle|reservation{,s}|reserve{d,s} {its,their,his,her} position{,s}|reserving {its,their} position{,s}|reservation{,s} of position|reserve{d,s} {its,their} position and|reserve{,d,s}|reserving",
    ),
    (
        Sign::Kind(Opposition),
        "opposition{,s}|oppose{,s,d}|opposing|{was,were,is,are} opposed|reject{,s,ed,ing}|rejection|disagree{,d,s} with|disagreement with",
    ),
    (Sign::Objects, "object{,s,ed,ing}|objection{,s}"),
    (
        Sign::Kind(Dissociation),
        "dissociate{,s,d} {itself,themselves,himself,herself,its delegation,their delegations}|dissociate{,s,d}|dissociating {itself,themselves}|disassociate{,s,d} {itself,themselves,himself,herself}|disassociate{,s,d}|disassociating {itself,themselves}|{dissociating,disassociating}|{dissociate,disassociate,distance}{,d} {ourselves,myself}|{dissociating,disassociating,distancing} {ourselves,myself}|{could,can} not associate {itself,themselves,ourselves} with|not associate {ourselves,itself,themselves} with|dissociation{,s}|disassociation{,s}|distance{,s,d} {itself,themselves}|distancing {itself,themselves}|did not join|{does,do} not join|{could,can} not join|cannot join|could not associate {itself,themselves} with|cannot associate {itself,themselves} with|did not associate {itself,themselves} with|{does,do} not associate {itself,themselves} with|not associating {itself,themselves} with|did not associate with|{not ,un}able to join|not in a position to join|{was,were,is,are} not able to join|found {itself,themselves} unable to join|{wish,wishes,wished,asked,want,wanted} to be {dissociated,disassociated}|{be,been,was,were,is,are} {dissociated,disassociated}|{was,were,is,are} not {a ,}{part of,party to}|{did,does,do} not {form ,take }part {of,in}|{stood,stand,stands,stayed,remained,kept} {aside from,outside,out of,apart from}|could not be {a ,}{part of,party to}|did not participate in|{does,do} not consider {itself,themselves} part of|did not consider {itself,themselves} part of|would not join",
    ),
    (
        Sign::Kind(Interpretation),
        "interpretation{,s}|interpretative {declaration,statement,note}{,s}|interpretive {declaration,statement,note}{,s}|{declaration,statement}{,s} of {interpretation,understanding}|interpret{,s,ed,ing}|understanding{,s}|understood|understand{,s}|{declaration,statement}{,s} of interpretation",
    ),
    (
        Sign::Kind(Explanation),
        "explanation{,s}|explanation{,s} of {its,their} {position,vote}{,s}|explanation{,s} of {position,vote}{,s}|statement{,s} in explanation|statement{,s} in explanation of {its,their,} {vote,position}{,s}|{statement,declaration}{,s} {of,on,in explanation of,explaining,regarding,about} {its,their} {position,vote}{,s}|explain{,s,ed,ing} {its,their,the} {position,vote,reasons,views}{,s}|explain{,s,ed,ing}|clarification{,s}|difficult{y,ies}|clarif{ied,ies,y} {its,their} {position,views}{,s}|{made,make,makes,making,delivered,gave,issued} {a,} {general ,short ,brief ,}statement{,s}|{made,make,makes,making,delivered,gave,issued} statements|{statement,declaration,comment,observation,remark}{,s}|concern{,s}|{view,preference,regret,disappointment,misgiving,doubt,wish,hesitation}{,s}|prefer{,s,red}|would have {preferred,liked,wished,wanted,welcomed}|regret{,s,ted}|position statement{,s}|comment{,s,ed}|request{,s}",
    ),
    (
        Sign::OnRecord,
        "{asked,requested,asks,requests,wished,wishes,asking,requesting} {that,for} {its,their,his,her} {position,name,statement,view,intervention}{,s} {be,to be} {reflected,recorded,noted,placed on record,put on record,on record,included,registered}|{position,name}{,s} {be,to be} {reflected,recorded,noted,placed on record,put on record,registered}|{are,is,were,was,be} on record|on record as follows|{position,name}{,s} {is,are,was,were} {recorded,on record,reflected}|wished {its,their} {position,name}{,s} to be {reflected,recorded,noted}|{asked,requested} to be {put,placed} on record|had {its,their} {position,name}{,s} {recorded,reflected,placed on record}|positions on record",
    ),
    (
        Sign::States,
        "recalls that {its,their}|{wish,wishes} to {state,recall,note,reaffirm,reiterate,emphasize,emphasise,stress,underline,underscore,clarify,place on record,put on record} that|reaffirms that {its,their}|reaffirms {its,their} {sovereign ,inalienable ,}{right,rights}|reiterates that {its,their}",
    ),
    (Sign::Kind(Unclassified), "unclassified position{,s}"),
    (
        Sign::Say,
        "pointing out|remarking|observing that|adding that|explaining that|affirming|asserting|claiming|contending|reiterating that|reaffirming that|believing|deeming|expressing the {view,hope,wish,belief}|state{d,s}|stating|said|sa{ys,ying}|declare{d,s}|declaring|stress{ed,es,ing}|emphasize{d,s}|emphasise{d,s}|underline{d,s}|underlin{ing}|underscore{d,s}|pointed out|recall{ed,s}|consider{ed,s}|considering|indicate{d,s}|indicating|informed the {assembly,conference,committee,council,meeting,plenary,commission}|request{ed}|requesting|asked|asking|called for|calls for|proposed|suggested|affirmed|reaffirmed|reiterate{d,s}|expressed {the,its,their} {view,opinion,hope}{,s}|{is,was,were,are} of the {view,opinion}|maintained|explain{ed,s}|insisted|announced|thought|felt|believe{d,s}|argued|clarified|confirmed",
    ),
];

/// What turns a position into another one, or into none.
const TURNS: &[Entry] = &[
    (
        Sign::Right,
        "reserve{,s,d} {its,their,the,his,her,all its,all their,all} right{,s}|reserving {its,their,the} right{,s}|reservation of {its,the,their} right{,s}|reserve{d,s} {its,their} position{,s} {for,until,to} a later {stage,date,meeting}|reserve{d,s} {its,their} position{,s} for {the,a} {next,later} {session,meeting,stage}|reserve{d,s} the possibility|reserve{d,s} {its,the} option",
    ),
    (
        Sign::Announce,
        "announce{d,s} that {it,they} {would,will}|announce{d,s} {its,their} intention|{gave,gives} notice {of,that}|gave notice that {it,they} would|stated that {it,they} {would,will}|{said,indicated} that {it,they} {would,will}|{intend,intends} to|{would,will} {express,make,submit,enter,issue,deliver,provide,formulate,state}",
    ),
    (
        Sign::Withdraw,
        "withdr{ew,aw,aws,awn,awing}|remov{ed,es,ing} {its,their,the} {reservation,opposition,objection,position}{,s}|withdrawal{,s}|{was,were} withdrawn|no longer {maintains,maintained,maintain,holds,held,has,have,insists,insisted on}|no longer {applied,applies,stood,stands,relevant,valid,existed,exists,in force}|lift{ed,s}|retract{ed,s}|dropped|{did,does,do} not {maintain,press,pursue,insist on,insist upon,persist in,uphold,keep to,renew}|revoked|rescinded|abandoned|gave up|renounced",
    ),
    (
        Sign::Vote,
        "{did,does} not {take part,participate} in the {vote,voting}|voted|voting|in {favour,favor}|abstain{,ed,s,ing}|abstention{,s}|vote{,s} against|in favour of|in favor of",
    ),
    (
        Sign::Not,
        "not|no|none|nobody|without|nor|neither|never|did not|does not|had no|has no|have no|with no|n't|didn't|doesn't|hasn't|haven't|hadn't|cannot|could not|couldn't|would not|denied|declined|refrained|refused|unable to|not able to|{not ,in no }{in a ,}position to|found it {difficult,impossible} to|rather than|instead of|unlike|free of|free from",
    ),
    (
        Sign::Condition,
        "conditional|conditionally|provisional|provisionally|conditioned on|conditional {on,upon}|subject to|ad referendum|ad ref|pending|contingent {on,upon}|provided that|unless",
    ),
    (
        Sign::Later,
        "at a later {stage,date,time,point,session,meeting}|at the next {session,meeting}|later|in due course|at another time|in {the,} future|in writing|until {a later,the next} {stage,date,time,session,meeting,conference,assembly}",
    ),
    (
        Sign::Behalf,
        "on behalf of|as {the ,}{chair,chairman,chairperson,president,coordinator,spokesperson} of|{speaking,also speaking,speaking also,and also,also,as well as,and} on behalf of|{which,who} {spoke,was speaking,also spoke} on behalf of|{in,on} the name of|for and on behalf of|for itself and|in its capacity as {chair,president,coordinator} of|{speaking,acting} {for,as {chair,coordinator} of}",
    ),
    (
        Sign::Likewise,
        "the same {applies,applied} {to,with regard to,in respect of}|{have,has,had,register,registered} one|{the ,}same {reservation,position,opposition}{,s}|did the same|did so|so did|did likewise|as did|as had|so too did|so do|so does|so has|so have|{has,had,have} done so|as do|as does|as has|as have|{made,expressed,entered,lodged} the same {reservation,statement}|does so|alone did|{confirmed,maintained,retained,kept,upheld} {its,their} own|followed suit|{did ,}{express,expressed,enter,entered,make,made,lodge,lodged} one|\
         {associated,aligned} {itself,themselves} with {that,this,the same} {reservation,opposition,position,dissociation}|\
         joined in {that,this} {reservation,opposition,dissociation}|\
         share{s,d} {that,this,the same,the said} {reservation,opposition,position,dissociation}|share{s,d} {those,these,the said} reservations|\
         a {position,reservation,view} {that,which} {was,is} {also ,}shared by|{was,is} joined in {this,that} by",
    ),
    (
        Sign::ThatPosition,
        "{that,this,the said} {reservation,opposition,dissociation,position,interpretation}|{those,these,the said} {reservation,dissociation,position,interpretation}s",
    ),
    (
        Sign::Unreal,
        "if|even if|should|in case|in the event that|on the understanding that it would|had it not been|had they not been|were it not for|if not for|had it been|but for|{would,might,could,should,may} have|\
         {was,were,had been,is,are} considering|considered {reserving,entering,making,expressing,lodging,placing,registering,opposing,objecting,dissociating,voicing,submitting,a reservation,an objection,whether}|had considered|{,had }intended|{had ,has ,have ,}planned to|{had ,}meant to|\
         {had ,}thought {of,about}|{is,was,were} {about,prepared,ready,inclined,tempted,minded,likely} to|{was,were} said to|\
         almost|nearly|{did,does,do} not amount to|amounted to|on the point of|{was,were,has been,have been,is,are} \
         {not,never,no longer} {maintained,retained,kept,upheld,confirmed,pressed,pursued,insisted {on,upon},sustained,\
         recorded,registered,reflected,received,renewed,reiterated}|{was,were,has been,have been} \
         {superseded,overruled,ruled out of order,declared inadmissible,deemed withdrawn}",
    ),
    (
        Sign::Wherever,
        "wherever {it,they} {appear,appears,appeared,occur,occurs,occurred,is used,are used}|wherever used|throughout",
    ),
    (
        Sign::All(2),
        "both {delegations,countries,states,of them}|the two {delegations,countries,states}|these two {delegations,countries}",
    ),
    (Sign::All(3), "all three|the three {delegations,countries,states}|these three {delegations,countries}"),
    (Sign::All(4), "all four|the four {delegations,countries,states}|these four {delegations,countries}"),
    (
        Sign::Insofar,
        "inasmuch as|insofar as|in so far as|to the extent that|only {in,for,with regard to} the part",
    ),
    (Sign::Lack, "{absence,lack,omission,deletion,removal,insertion,retention} of"),
    (Sign::Other, "reserv{e,es,ed,ing} {its,their,the} right{,s} {of,to} {reply,respond}"),
    (Sign::OnIt, "thereon|thereto"),
    (
        Sign::Support,
        "{was,were,is,been} {,co-,also ,also co-}sponsored {,in the committee ,in committee ,jointly }by|{co-,}sponsor{ed,ing}|{became,become,becomes} {a ,}{co-,}sponsor{,s}|{was,were} introduced by|support{,s,ed,ing}|support for|welcom{es,ed,ing}|accept{,s,ed,ing}|endors{e,es,ed,ing}|commend{s,ed,ing}|agree{,s,d} with|agree{,s,d} to|agree{,s}|join{ed,s,ing} {the ,}{list of ,}{co-,}sponsor{s,ship}|join{ed,s,ing} in {co-,}sponsoring|go along with|went along with|applaud{s,ed}|approv{es,ed} of",
    ),
    (Sign::First, "the former"),
    (Sign::Second, "the latter|the last-{mentioned,named}|the last {mentioned,named}"),
    (
        Sign::Others,
        "others|{a number of ,several ,some ,many ,certain ,two ,three ,four ,five ,one ,a few ,various ,}other \
         {delegations,states,countries,members,parliaments,member states,representatives,participants,delegation,state,country,member,parliament}|\
         {a number of,several,some,many,certain} others|{one,two,three,some,several,most,others} of {them,these,those,the delegations}",
    ),
    (
        Sign::Except,
        "{but ,}{except,not including,leaving out,leaving aside}|except for|excepting|with the exception of|with the exclusion of|to the exclusion of|excluding|exclusive of|other than|apart from|aside from|save for|save|minus",
    ),
    (Sign::Respectively, "respectively"),
    (
        Sign::Particular,
        "in particular|particularly|including|include|includes|notably|especially|inter alia|among other{s,} {,things}|among others|specifically|such as|mainly|chiefly|primarily|above all|among them|most notably|for example|e.g",
    ),
    (Sign::Regarding, "{regarding,concerning,with regard to} the position of"),
    (
        Sign::AnotherPosition,
        "another delegation's position|another delegation's reservation|the position of another delegation|the reservation of another delegation",
    ),
    (Sign::Stance, "position{,s}|stance"),
    (
        Sign::Other,
        "opposition {part,group,leader,figure,movement,member,politician,lawmaker,bloc,deput,candidate}{y,ies,s,,ers}|opposition {parties,party,deputies,leaders,groups,members}|{indigenous,indian,native,tribal,aboriginal,nature,hotel,game,wildlife,forest,first nation,first nations} reservation{,s}|treaty reservation{,s}|reservation{,s} to {treaties,human rights treaties,conventions}|support{,s,ed,ing} the opposition|object{,s} and purpose{,s}|object of|understanding between|mutual understanding|memorandum of understanding|conscientious objection{,s}|conscientious objector{,s}",
    ),
];

/// What a position is on.
const OBJECTS: &[Entry] = &[
    (
        Sign::Preambular,
        "preambular|preambulatory|preamble|preambular {part,section}|preambulary|preambular text",
    ),
    (Sign::Operative, "operative|operational|operative {part,section}|dispositive|operative text"),
    (Sign::Part, "section{,s}|part|chapter{,s}|annex"),
    (
        Sign::SubParagraph,
        "sub-paragraph{,s}|subparagraph{,s}|sub paragraph{,s}|sub-para{,s}|subpara{,s}|letter{,s}|indent{,s}",
    ),
    (Sign::Suffix("bis"), "bis"),
    (Sign::Suffix("ter"), "ter"),
    (Sign::Suffix("quater"), "quater"),
    (Sign::Suffix("quinquies"), "quinquies"),
    (Sign::Suffix("sexies"), "sexies"),
    (Sign::Suffix("septies"), "septies"),
    (Sign::Suffix("octies"), "octies"),
    (
        Sign::Former,
        "former|formerly|previously|previous|ex|old|originally|original|in the {previous,earlier,first,original,} {draft,version,text}|in draft|of the draft|{in,of,from} {,the }{document,zero draft,revised draft,initial draft,working paper,earlier text}|of the {first,original,previous,earlier} draft|renumbered",
    ),
    (Sign::Same, "this|the same|same"),
    (Sign::Both, "both|both of"),
    (Sign::OneOf, "one|the other|another"),
    (Sign::Firsts(2), "first {two,2}"),
    (Sign::Firsts(3), "first {three,3}"),
    (Sign::Firsts(4), "first {four,4}"),
    (Sign::Firsts(5), "first {five,5}"),
    (Sign::Lasts(1), "last|final"),
    (Sign::Lasts(2), "{last,final} {two,2}"),
    (Sign::Lasts(3), "{last,final} {three,3}"),
    (Sign::Lasts(4), "{last,final} {four,4}"),
    (Sign::Whole, "entire|whole|full|complete|all of|totality of|entirety of|all"),
    (
        Sign::AsWhole,
        "in toto|as it {stands,stood}|in {its,their} {present,current} form|in all {,of }its {parts,aspects,elements,provisions,paragraphs}|as a whole|in {its,their} entirety|in full|in {its,their} totality|overall|in general|as such|in total|itself",
    ),
    (
        Sign::Own,
        "all of it|the whole of it|{,draft ,present ,adopted ,final ,proposed ,above }{resolution,text,decision,document}|outcome document|{,the ,this }{final ,joint ,closing ,ministerial ,}communiqué{,s}|{final,joint,closing,ministerial,political,summit} {declaration,statement,document}|{this,present} {declaration,statement}|{final ,agreed ,}conclusions|text{,s}|consensus|{the ,}adoption of the {resolution,text,draft resolution,decision,draft decision}|all {,the ,its ,of its ,of the }{paragraphs,provisions}|all {,the }{preambular and operative,operative and preambular} paragraphs|consensus {text,resolution}|draft|{draft,proposed} {convention,recommendation,protocol,treaty,declaration,instrument}",
    ),
    (
        Sign::Some,
        "certain|some|several|various|a number of|specific|many|numerous|a few|a couple of|parts of|a part of|part of|unspecified|elements of|aspects of|two|three|four|five",
    ),
    (Sign::Bits, "parts|elements|aspects|passages|portions|formulations"),
    (Sign::Contents, "content{,s}|language|substance|provision{,s}|issues"),
    (
        Sign::Proposal,
        "{,sub-,draft ,oral ,written ,proposed }amendment{,s}|sub-amendment{,s}|proposal{,s}|counter-proposal{,s}|motion{,s}|\
         {deleting,amending,replacing,rewording}|to {delete,amend,replace,reword,redraft,modify}",
    ),
    (
        Sign::Foreign,
        "convention{,s}|treat{y,ies}|covenant{,s}|charter|protocol{,s}|agreement{,s}|statute{,s}|report{,s}|agenda|accord{,s}|constitution|declaration and programme of action|rome statute|programme of action|platform for action|plan of action|sustainable development goal{,s}|goal{,s}|sdg{,s}|law{,s}|penal code|universal declaration|rules of procedure|general comment|compact|framework|strategy|resolution of|statutes|pact|security council resolution{,s}|general assembly resolution{,s}|resolutions|memorandum|summary record|record of the meeting|minutes of the meeting",
    ),
    (
        Sign::Intro,
        "{reference,references,mention,mentions,allusion,allusions} {to,of}|{reference,mention}{,s} made to|inclusion of{, the, a} {reference,mention}{,s} {to,of}|inclusion of|{the ,}use of|{term,word,phrase,expression,notion,concept,wording,formulation,formula}{,s}|{notion,concept,idea,principle}{,s} of|use|usage|use of the {term,word,phrase,expression,concept}{,s}|inclusion of the {term,word,phrase,expression,concept,words,terms}|language {on,regarding,concerning,about,referring to,relating to}|wording {on,regarding,about}|paragraph's reference to|terminology|phrasing|mention|reference",
    ),
    (Sign::Numbered, "numbered"),
    (
        Sign::Portion,
        "sentence{,s}|chapeau|title|heading{,s}|line{,s}|footnote{,s}|half of|clause in|beginning of|end of|part of the|first part|last part|second part|latter part|part{,s} of",
    ),
];

/// Words that join.
const LINKS: &[Entry] = &[
    (
        Sign::On,
        "covering|on|upon|about|regarding|concerning|as regards|as regard|with regard to|with regards to|with regard only to|only with regard to|with regard in particular to|in regard to|with respect to|in respect of|with reference to|in relation to|relating to|related to|relative to|in connection with|vis-à-vis|as to|over|towards|toward|as concerns|pertaining to|dealing with|devoted to|respecting|against|touching on|in regards to|on the subject of|on the matter of|on the question of|on the content{,s} of|with|touching upon",
    ),
    (Sign::To, "to|through|until|up to"),
    (
        Sign::In,
        "in|contained in|as contained in|appearing in|that appear{s,ed} in|which appear{,s,ed} in|that appear in|which {is,are,was,were} {used,contained,found,included} in|that {is,are,was,were} {used,contained,found,included} in|occurring in|found in|used in|as used in|included in|set out in|mentioned in|made in|as set out in|set forth in|within|referred to in|stated in|as stated in|as it appears in|occurring in|enshrined in|that is contained in",
    ),
    (Sign::Under, "under|made under|pursuant to|by virtue of|as provided for in"),
    (Sign::At, "at|during"),
    (
        Sign::Meeting,
        "{,plenary ,closing ,opening ,formal }{meeting,session,sitting,assembly,conference}|plenary",
    ),
    (Sign::Month, "january|february|march|april|may|june|july|august|september|october|november|december"),
    (Sign::Of, "of"),
    (
        Sign::By,
        "{that,those} {of,by,from}|by|from the {delegation,delegations,representative,representatives} of|on the part of|expressed by|{made,given,provided,delivered,submitted,entered,lodged,registered,recorded,filed,voiced,tabled} by|raised by|at the request of|upon the request of|at the instance of",
    ),
    (Sign::From, "from"),
    (Sign::For, "for"),
    (Sign::And, "and|or|as well as|and also|and then|also|in addition to|and furthermore|plus"),
    (Sign::But, "but|while|whilst|whereas|yet"),
    (Sign::That, "that"),
    (
        Sign::Because,
        "because|since|as|whose|once|referring to|bearing in mind|mindful|after|aware|asked|in view of|in light of|in the light of|given|due to|owing to|noting|recalling|recalling that|on the grounds|on the ground|on grounds of|so as|in order to|to mean|where|although|though|even though|despite|notwithstanding|in accordance with|in line with|in conformity with|in keeping with|after having|when|being|having|citing|arguing|referring to its|whereby|for {,domestic ,national ,constitutional ,legal ,technical ,procedural ,religious ,cultural ,its own ,their own ,that ,this ,various ,these ,the following ,several }reason{,s}|for want of|for lack of|contrary to|incompatible with|in contradiction {with,to}|to avoid|to be inconsistent|to be",
    ),
];

/// The first, the second and so on, as in an [`Entry`].
fn ordinals() -> String {
    const UNITS: [&str; 19] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
    ];
    const TENS: [&str; 4] = ["twent", "thirt", "fort", "fift"];
    let tens = TENS.iter().flat_map(|tens| {
        let below =
            UNITS.iter().take(9).map(move |unit| format!("{tens}y-{unit}|{tens}y {unit}|{tens}y{unit}"));
        std::iter::once(format!("{tens}ieth")).chain(below)
    });
    // Spellings of one number stand side by side; they are parted by braces, since a bar parts numbers.
    let both = tens.map(|forms| format!("{{{}}}", forms.replace('|', ",")));
    UNITS.iter().map(ToString::to_string).chain(both).collect::<Vec<_>>().join("|")
}

/// Words that change nothing.
const FILLERS: &[Entry] = &[
    (Sign::Article, "the|an|a|my|our|its|their|his|her|{its,their,his,her} own"),
    (Sign::Which, "which|who"),
    (Sign::Honorific, "mr|mrs|ms|miss|dr|prof|h.e|ambassador|senator|hon|the honourable"),
    (
        Sign::Filler,
        "sole|{should,would} like to|must|has to|have to|had to|just adopted|{stated,said,indicated,announced,confirmed,declared} that {it,they,he,she} {would,will} {maintain,retain,keep,uphold}|as well|in {any,either} {event,case}|in all {cases,events}|offer{,s,ed,ing}|{,for }{,the }same reason{,s}|\
         {which,that} {did,does} not {take part,participate} in {its,the} adoption{, of the resolution, of the text, thereof}|\
         {,and ,but }{did,does} not {say,specify,indicate,state,mention} {,on }{which,what} {part,paragraph,provision,paragraphs,parts,provisions}{, of the text, of the resolution, of it}{,it {was,is} on,it concerned,they {were,are} on,they concerned}|\
         {vice-,vice ,co-,deputy ,}{president,chair,chairperson,chairman,chairwoman,rapporteur,secretary} of the {committee,commission,conference,council,session,meeting,bureau,working group,drafting committee,general assembly,assembly,{first,second,third,fourth,fifth,sixth,standing,main} committee}|\
         reflected|attach{,es,ed,ing}|append{,s,ing}|fil{es,ed,ing}|tabl{es,ed,ing}|transmit{,s,ted,ting}|renew{,s,ed,ing}|repeat{,s,ed,ing}|\
         concerned|arose|to the {united nations,assembly,conference,committee,council,union}|{to be ,be ,}on record as {having,holding,making}|\
         {resolution,decision,text,draft resolution,draft decision} adopted {,by consensus,without a vote,unanimously}|adopted {by consensus,without a vote,unanimously}|\
         {,speaking ,also }{on behalf of,in the name of} {its,his,her,their} {own ,}{delegation,delegations,government,governments,country,countries,parliament,parliaments,members,member states}|\
         {before,after,at,by,until} {the ,its }{end,close,closing,opening} {,sitting ,meeting ,session }{,of the {session,meeting,sitting,assembly,conference,debate,discussion,proceedings}}|\
         with {regret,respect,thanks,appreciation,satisfaction,great regret}|{read,reads} out|receiv{ed,es,ing}|own|inclusive|included|dul{y}|drew attention to|draws attention to|make{,s} known|made known|making known|\
         signal{,s,led,ling}|flag{,s,ged,ging}|let it be known|{,felt }{compelled,obliged,forced,constrained,bound} to|confin{es,ed,ing}|extend{,s,ed,ing}|drew|draws|attract{,s,ed}|elicit{,s,ed}|gave rise to|gives rise to|met with|{was,were} met with|as having|partial|on a point of {principle,order}|as a matter of principle|{at,from} the outset|it was {agreed,decided,understood,recalled} that|should be {noted,recalled,recorded}|{was,were,is,are} maintained|verbale|dated|communication|among the {delegations,members,parties,participants}|\
         to the {present ,}{report,record,note,document,summary record}|\
         {assembly,committee,council,conference,commission,meeting,board,congress} {adopted,approved,agreed on,endorsed} {the ,this }{draft ,}{resolution,decision,text,recommendation} {,by consensus,without a vote,unanimously}|provid{e,es,ed,ing}|supplie{s,d}|furnish{es,ed}|above|hereinabove|nb|remark|corrigendum|in {its,his,her,their} capacity as {observer,an observer}|\
         {having ,}{joined,joining,joins} {the ,}consensus on {the ,this }{draft ,}{resolution,text,decision}{, as a whole}|\
         {in connection with,on the occasion of} the adoption of {the,this} {draft ,}{resolution,text,decision}|notif{y,ies}|articulat{es,ed,ing}|enunciat{es,ed,ing}|set{,s,ting} out|outlin{es,ed,ing}|manifest{,s,ed,ing}|emanat{e,es,ed,ing}|\
         originat{e,es,ed,ing}|stem{,s,med,ming}|insert{,s,ed,ing}|add{,s,ed,ing}|deposit{,s,ed,ing}|stand{s,ing,} by|stood by|specif{y,ies,ied,ying}|\
         the record{,s} to {show,reflect,note,state}|had it {recorded,noted,reflected} that|went on {record,the record} {,as }|\
         {secretariat,chair,president,rapporteur,chairperson,chairman} to {record,reflect,note,register,include,place,take note of}|\
         {took,taking,takes} the floor in order to|{spoke,intervened} {,in order }to|{following,next,same} {day,morning,afternoon,evening}|annexed|appended|circulated|distributed|issued|published|reproduced|retained|kept|upheld|stand{,s,ing}|\
         remain{,s,ed,ing}|unconditional{,ly}|{before,after,following,prior to} the {vote,voting,decision}|\
         in {,the }{drafting committee,working group,drafting group,third committee,second committee,first committee}|\
         interpretation {provided,from,into}|interpretation provided by the {delegation,interpreters,secretariat}|\
         {spoke,speaking} in {arabic,english,french,spanish,russian,chinese,portuguese}|\
         {the ,}{resolution,decision,text,draft resolution} was adopted {by consensus,without a vote,as amended,as orally revised}|\
         as {adopted,amended,revised}|therefore|alone|thus|consequently|refer|took note of|takes note of|{it ,them ,}to be {noted,recorded,reflected,placed on record,put on record}|stood|\
         {associated,associates,aligned,aligns,associating,aligning} {itself,themselves} with {the ,}consensus|maintain{,s,ing}|{was,were} the {subject,object} of|\
         during {,the }{drafting,negotiations,consultations,preparations,preparatory process}|would have been|present{s,ed} {its,their} compliments to the {secretariat,secretary-general,secretary,president,office}|\
         ha{s,ve,d} the honour to|the honour to {inform,state,communicate,convey,request,notify}|{informs,informed,inform} {it,them,the secretariat,him}|\
         g{ive,ives,ave,iving,iven}|deliver{,s,ed,ing}|came|come{,s}|outright|as orally {revised,amended}|by consensus|without a vote",
    ),
    (
        Sign::Delegation,
        "{,deputy }{head,leader,chief}{,s} of|{observer,representative,delegate,spokesperson}{,s} {for,of,from}|{,deputy ,former }{head,leader,chief} of {the ,}delegation|\
         {,deputy ,vice-,vice }{speaker,president,chair,chairman,chairperson,member} of {the ,}{parliament,national assembly,senate,house of representatives,national council,house of commons,chamber of deputies,assembly of the republic}|\
         {,deputy ,prime }minister{, of foreign affairs, for foreign affairs, of justice}|parliamentarian{,s}|colleague{,s}|permanent mission of|{government,worker,employer} member{,s}",
    ),
    (
        Sign::Filler,
        "relate{s,d}|pertain{s,ed}|appl{y,ies,ied}|refer{s,red}|cover{s,ed}|{was,were,is,are} directed|limited|\
         {but ,}{joined,joins,join} the consensus on the {remainder,rest,remaining paragraphs,other paragraphs} of the \
         {resolution,text}|{chair,chairman,chairperson,president,secretariat,secretary,secretary-general,\
         presiding officer,rapporteur} {said,declared,explained,noted,stated,announced,recalled,recorded,reported,informed {the ,}{assembly,committee,conference,council,meeting,plenary,members,delegations}}|{committee,assembly,\
         conference,council,meeting,commission,plenary,secretariat,chair,chairperson,president,rapporteur,board,congress,bureau} \
         {noted,took note of,recorded,registered,acknowledged,heard,received,notes,takes note of,records,was informed of,recalled,announced}",
    ),
    (Sign::See, "see|cf|see also|reproduced in|as reproduced in"),
    (Sign::With, "along with|together with|followed by|jointly with|in conjunction with|joined by"),
    (Sign::Other, "supported by|accompanied by|supporting|endorsed by"),
    (
        Sign::It,
        "it|them|he|she|{the same,that,this,the said} {delegation,country,delegate,representative,speaker,parliament,government,state}",
    ),
    (Sign::We, "we|i|{my,our} {delegation,country,government,parliament}"),
    (
        Sign::They,
        "they|{the same,those,these,the said} {delegations,countries,delegates,representatives,speakers,parliaments,governments,states}",
    ),
    (
        Sign::Delegation,
        "delegation{,s}|delegate{,s}|representative{,s}|parliament{,s}|government{,s}|member{,s}|country|countries|state{,s}|member {state,parliament,countr}{s,ies,y,}|observer{,s}|speaker{,s}|group{,s}|part{y,ies}|head of delegation|delegation{,s} of{, the} {parliament,government}{,s}|permanent {mission,missions,representative,representatives,delegation}|national group{,s}|mission{,s}|permanent observer|states",
    ),
    (Sign::Following, "the following|following|as follows|below|listed below|these|those"),
    (
        Sign::Filler,
        "expres{s,ses,sed,sing}|voice{,s,d}|voicing|enter{,s,ed,ing}|ma{ke,kes,de,king}|ha{s,ve,d,ving}|place{,s,d}|put{,s,ting}|plac{ing}|record{,s,ed,ing}|register{,s,ed,ing}|lodge{,s,d}|lodging|submit{,s,ted,ting}|raise{,s,d}|raising|formulate{,s,d}|hold{,s,ing}|held|present{,s,ed,ing}|announc{ing}|convey{,s,ed}|communicate{,s,d}|took|take{,s,n}|taking|{takes,took,taken,taking} the floor|was|were|is|are|be|been|itself|themselves|wish{,es,ed,ing}|want{,s,ed}|would like|would|will|also|each|likewise|all|then|only|strong|strongly|firm|firmly|formal|formally|official|officially|clear|clearly|general|serious|seriously|explicit|explicitly|further|full|fully|complete|completely|deep|deeply|grave|total|separate|separately|joint|jointly|national|same|similar|similarly|again|respective|following|further|still|merely|simply|substantive|partial reservation to|oral|orally|written|verbal|verbally|express|certain|some|several|a number of|various|in turn|two|three|reported|notified|listed|stated for the record|noted|on record|for the record|into the record|in the record{,s}|in the minutes|on the record|the record|to make|to express|to place|to enter|to record|to put|to state|to register|to join|order to|speaking|spoke|time|during {the,} {,general ,ensuing }{debate,discussion,plenary,session,meeting,adoption}{,s}|in {the,} {plenary,committee,plenary session,meeting,debate}|{after,before,upon,following,at,on,during,at the time of,prior to,in connection with,with} {,the }{adoption,adopting}|{after,before,upon,following,at,on,during,at the time of,prior to,immediately after} {,the }adoption of {the,this} {,draft ,present }{resolution,text,decision}|after adoption|{after,upon,following} the {resolution,text,decision} {was,had been,has been} adopted|{when,as} the {resolution,text,decision} was adopted|while joining {the,} consensus|although joining {the,} consensus|while {not ,}{blocking,opposing,breaking} {the,} consensus|without breaking {the,} consensus|without blocking {the,} consensus|{having ,}joined {the,} consensus|joins {the,} consensus|joining {the,} consensus|associating themselves with the consensus|in this {regard,respect,connection,context}|in that {regard,respect,connection}|in a {statement,declaration,explanation}|in the {,final ,summary ,official }{report,record,records,proceedings,minutes}{, of the {meeting,session,assembly,committee,conference,council,plenary}}|{to present,present} a footnote|to revert|to return|thereof|hereto|hereby|therein|however|nevertheless|nonetheless|moreover|furthermore|in addition|additionally|finally|lastly|meanwhile|for {its,their} part|on {its,their} part|accordingly|subsequently|thereafter|statement{,s} of|'s|mr|mrs|ms|note|to|today|yesterday|i.e|viz|namely|more precisely|such|do|does|did|upon its adoption|after its adoption|substance of|adopted by consensus|adopted without a vote|was adopted|were adopted|has been adopted|{resolution,decision,text} was adopted {,by consensus,without a vote}|the consensus notwithstanding|already|now|there|so|too|as did|as follows",
    ),
];

/// The wording of English notes.
pub(super) struct English;

impl Prose for English {
    fn lead(&self) -> &'static str {
        "A number of delegations took the floor to express their reservations:"
    }

    fn name(&self, name: &str) -> Vec<Run> {
        let article = names::takes_article(name).then(|| plain("the "));
        article.into_iter().chain([strong(name)]).collect()
    }

    fn and(&self, members: Vec<Vec<Run>>) -> Vec<Run> {
        let last = members.len().saturating_sub(1);
        let mut all = Vec::new();
        for (at, member) in members.into_iter().enumerate() {
            match at {
                0 => {}
                at if at == last => all.push(plain(" and ")),
                _ => all.push(plain(", ")),
            }
            all.extend(member);
        }
        all
    }

    fn entries(&self, entries: Vec<Vec<Run>>) -> Vec<Run> {
        let simple = |run: &Run| !run.text.contains([',', '“', '«', '"', '(']);
        let mut item =
            if entries.iter().flatten().all(simple) { self.and(entries) } else { entries.join(&plain("; ")) };
        item.push(plain("."));
        item
    }

    fn object(&self, object: &Object, resolution: &Resolution) -> String {
        match object {
            Object::Entire => "the entire resolution".into(),
            Object::Unsaid => String::new(),
            Object::Phrase(phrase) => format!("the reference to {phrase}"),
            Object::Paragraphs { labels, phrase, open } => {
                let place = paragraphs(labels, resolution);
                let words = match phrase {
                    Some(phrase) => format!("the reference to {phrase} in {place}"),
                    None => place,
                };
                if *open { format!("certain paragraphs, in particular {words}") } else { words }
            }
        }
    }

    fn on(&self, objects: &[String]) -> String {
        format!("on {}", objects.join(" and on "))
    }

    fn sentence(&self, sentence: &Sentence) -> Vec<Run> {
        let many = sentence.names.len() > 1;
        let mut runs = self.and(sentence.names.clone());
        capitalize(&mut runs);
        if !sentence.on_behalf_of.is_empty() {
            runs.push(plain(", on behalf of "));
            runs.extend(self.and(sentence.on_behalf_of.clone()));
            runs.push(plain(","));
        }
        let (verb, preposition) = verb(sentence.kind, sentence.status, many);
        runs.push(plain(format!(" {verb}")));
        let mut regarding = sentence.regarding.clone();
        if sentence.kind == Objection {
            match regarding.take() {
                Some(name) => runs.extend([plain(" to the position of ")].into_iter().chain(name)),
                None => runs.push(plain(" to another delegation's position")),
            }
        }
        if let Some(object) = &sentence.object {
            runs.push(plain(format!(" {preposition} {object}")));
        }
        runs.extend(
            regarding
                .into_iter()
                .flat_map(|name| [plain(", regarding the position of ")].into_iter().chain(name)),
        );
        runs.push(plain(match sentence.status {
            Some(Status::Conditional) => " on a conditional basis.",
            Some(Status::Deferred) => " at a later stage.",
            None => ".",
        }));
        runs
    }

    fn trial(&self, quoted: &str) -> String {
        format!("Qatar expressed a reservation on the reference to {quoted} in operative paragraph 5.")
    }
}

/// The verb of a kind, and the preposition before its object.
fn verb(kind: PositionKind, status: Option<Status>, many: bool) -> (String, &'static str) {
    let (its, itself, they) = if many { ("their", "themselves", "they") } else { ("its", "itself", "it") };
    if (kind, status) == (Reservation, Some(Status::Deferred)) {
        let right = if many { "rights" } else { "right" };
        return (format!("reserved {its} {right} to express a reservation"), "on");
    }
    let later = status == Some(Status::Deferred);
    let be = if many { "are" } else { "is" };
    let (now, bare, preposition) = match kind {
        Reservation if many => ("expressed reservations".to_owned(), "express reservations".to_owned(), "on"),
        Reservation => ("expressed a reservation".into(), "express a reservation".into(), "on"),
        Opposition => (format!("expressed {its} opposition"), format!("express {its} opposition"), "to"),
        Dissociation => (format!("dissociated {itself}"), format!("dissociate {itself}"), "from"),
        Interpretation if many => {
            ("made interpretative statements".into(), "make interpretative statements".into(), "on")
        }
        Interpretation => {
            ("made an interpretative statement".into(), "make an interpretative statement".into(), "on")
        }
        Explanation if many => ("explained their positions".into(), "explain their positions".into(), "on"),
        Explanation => ("explained its position".into(), "explain its position".into(), "on"),
        Objection => ("objected".into(), "object".into(), "on"),
        Unclassified => (format!("{be} on record"), "be on record".into(), "with regard to"),
    };
    (if later { format!("announced that {they} would {bare}") } else { now }, preposition)
}

fn capitalize(runs: &mut [Run]) {
    if let Some(first) = runs.first_mut()
        && let Some(rest) = first.text.strip_prefix("the ")
    {
        first.text = format!("The {rest}");
    }
}

/// "preambular paragraphs 9 and 10 and operative paragraph 9 of part II"
fn paragraphs(labels: &[Label], resolution: &Resolution) -> String {
    let heads: Vec<String> =
        print::heads(labels).into_iter().map(|labels| head(labels, resolution)).collect();
    enumerate(&heads)
}

fn head(labels: &[Label], resolution: &Resolution) -> String {
    let Some(first) = labels.first() else { return String::new() };
    let forms = print::unit_forms(grammar(), first.unit(), resolution).filter(|_| print::is_plain(first));
    let quoted: Vec<String> = labels.iter().map(|label| format!("“{label}”")).collect();
    let Some(([one, _, many], own)) = forms else {
        let noun = if labels.len() == 1 { "the paragraph" } else { "the paragraphs" };
        return format!("{noun} numbered {}", enumerate(&quoted));
    };
    let half = match first.unit() {
        unit if unit.is_pp() => "preambular ",
        unit if unit.is_op() => "operative ",
        _ => "",
    };
    let numbers: Vec<String> = print::runs(labels).into_iter().map(numbers).collect();
    let noun = if labels.len() == 1 { one } else { many };
    let part = first.part().map_or(String::new(), |part| format!(" of part {part}"));
    let letters = if own { String::new() } else { format!(" (numbered {})", enumerate(&quoted)) };
    format!("{half}{noun} {}{part}{letters}", enumerate(&numbers))
}

fn numbers((first, last): (&Label, &Label)) -> String {
    if first != last {
        return format!("{} to {}", first.number(), last.number());
    }
    let path: String = first.path().iter().map(|mark| format!("({mark})")).collect();
    let suffix = first.number().suffix();
    let latin = ["bis", "ter", "quater", "quinquies", "sexies", "septies", "octies"].contains(&suffix);
    let blank = if latin { " " } else { "" };
    format!("{}{blank}{suffix}{path}", first.number().whole())
}

fn enumerate(members: &[String]) -> String {
    match members {
        [] => String::new(),
        [one] => one.clone(),
        [members @ .., last] => format!("{} and {last}", members.join(", ")),
    }
}
