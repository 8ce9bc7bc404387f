"""Who owns what, and who does something together with whom."""

from __future__ import annotations

import itertools
import re

from .agents import agents, topic_of
from .clauses import Hit, Reader
from .masking import ORG, pattern
from .needs import matches
from .result_names import develop, passive_name

_SUBSIDIARY = pattern(r"(?P<one><O>)[”“]?(?:是|为|系|作为)?(?P<two><O>)(?:的|旗下|下属)?(?:实体化公司|全资子公司|控股子公司|控股公司|参股公司|全资公司|实体公司|独资公司|合资公司|运营公司|控股企业|全资企业)")


_BELONGS = pattern(r"(?P<what>[<A><O>])[^，。；\n]{0,12}(?:归|由)(?P<who><O>)(?:所有|独有|拥有|持有)")

# 新建的示范线归甲所有: the achievement stands without quotation marks.
_ITS_OWNER = pattern(r"(?:[，。；]|的)(?P<name>(?:(?!的)[\u4e00-\u9fffA-Za-z0-9]){3,20}(?:线|平台|基地|装置|系统|技术|设备|装备))(?:将|均|则|一并|也|同样|随之|全部|悉数|随即|统一)*归(?P<who><O>)(?:所有|独有|拥有|持有)")


_HOLDS = pattern(r"(?P<who><O>)(?:共|合计|直接|间接)*持有(?:了)?(?P<what><O>)[^，。；<O>]{0,12}股")
_BUYS = pattern(r"(?P<who><O>)(?:<T>|已|还|又|也|则|再|正式|成功|顺利|此前|随后|同时|全面|宣布|对外宣布|在?[去今上当]年[初中底内]?|[于在](?:<T>|[^，。；<ANY>]{1,8}?)|以[^，。；<O>]{1,16}|斥资[^，。；<O>]{1,14}|耗资[^，。；<O>]{1,14}|通过[^，。；<O>]{1,14})*(?:完成|实现|实施|进行)?了?对(?P<what><O>)[^，。；<O>]{0,10}?(?:的|实施了?|进行了?|完成了?|作了|予以)(?:全资|控股|战略|整体|部分|股权|全面|资产)?(?:收购|并购|控股|增资|投资|注资|兼并|入股|重组)")
# 收购了乙, 对乙的收购: what somebody bought, whose co-investors a later clause names
_BOUGHT = pattern(r"(?:(?:收购|买下|并购|控股|入主|兼并|增资|注资)了?|对(?=<O>[^，。；<O>]{0,10}?(?:收购|并购|控股|增资|投资|注资|兼并)))(?P<what><O>)(?![、和与及]|旗下|下属)")
_BRACKET = re.compile(r"[（(](?P<in>[^（）()]{2,30}?)的?(?:实体化公司|实体公司|全资子公司|控股子公司|控股公司|运营公司|全资公司)[）)]")


# 甲领投乙，丙跟投: in what the one before invested
_FOLLOWS = frozenset({"跟投", "跟进", "参投", "追加投资", "联合跟投"})


_ASSET = re.compile(
    r"\ue000的(?!股|全部股|部分股|控股|\d)[^，。；\ue000-\ue009]{2,16}?(?:台|线|装置|设备|技术|专利|系统|平台|装备|产线|软件|工艺|机组|品种|仪器|厂房|车间)(?=[，。；、]|等|并|后)"
)
_UNDECIDED = re.compile(r"[^，。；]{0,8}?(?:的|一事的?)(?:谈判|磋商|洽谈|传闻|传言|消息|计划|意向|设想|提议|动议|报道|可能)")


# 甲全资子公司乙
_ITS_FIRM = re.compile(r"(?:（[^（）]*）)?的?(?:旗下)?的?(?:全资|控股|独资|参股|绝对控股)(?:子|孙)?公司(?:——|：)?")


# 公司宣布，其全资子公司乙将…
_ITS_OWN = pattern(r"(?:其|公司|该公司|自家|本公司)的?(?:全资|控股|独资|参股|绝对控股|新设|新成立的?)(?:子|孙)?公司(?:——|：)?(?P<what><O>)")


def _its_firms(reader: Reader) -> None:
    """其全资子公司乙: 乙 belongs to the company that the sentence, or the one before it, tells of."""
    text, things = reader.view.text, reader.view.things
    for match in matches(_ITS_OWN, text):
        end = max(text.rfind(sign, 0, match.start()) for sign in "。\n") + 1
        begin = max(text.rfind(sign, 0, max(0, end - 1)) for sign in "。\n") + 1
        for low, high in ((end, match.start()), (begin, end)):
            told = [at for at in reader.listed(low, high, ORG) if things[at].type == "Enterprise"]
            if told and match.start("what") in things:
                reader.claim(things[told[0]], "owns", things[match.start("what")], match.span(), "owns.subsidiary")
                break


def read_owner(reader: Reader, hit: Hit) -> None:
    """控股, 收购, 领投, 投资建成: who owns what."""
    text = reader.view.text
    if re.match(r"(?:方|者|机构|人|的)(?:还|则|也|均)?(?:为|是|有|包括|：)", text[hit.end : hit.end + 5]):
        return  # 跟投方有甲: read by its label
    if re.match(r"(?:股东|方|人|者|额|总额|规模|约|近|超|机构|基金|建议|策略|融|银行|价值|环境|协议|意向)", text[hit.end : hit.end + 2]) and not re.search(r"\ue000", text[hit.end : hit.end + 12]):
        return
    doers = agents(reader, hit)
    if not doers.things:
        return
    stop = reader.clause_end(hit.end, "，。；\n")
    between = re.match(r"(?:了|的)?(?:[\d.]+(?:多|余)?(?:亿|万|千万)?元?(?:人民币|美元)?)?(?:[^，。；\n\ue000-\ue009]{0,14}?)(?P<what>[\ue000\ue007])", text[hit.end : stop])
    span_end = stop
    if between is not None and _UNDECIDED.match(text, hit.end + between.end()):
        return  # 收购乙的谈判
    if between is not None and re.search(r"采用|引进|依托|利用|使用|[、，](?:并|且)?(?:携手|联合|会同|与|和|同)", between.group()):
        between = None  # 甲投资六千万元、采用乙开发的工艺建成的装置
    if between is not None:
        at = hit.end + between.start("what")
        if (inner := re.compile("\ue000(?:旗下|下属|所属|控股)的?(?=\ue000)").match(text, at)) is not None:
            at = inner.end()  # 参股甲旗下的乙
        what = reader.view.things.get(at)
        if what is None:
            return
        asset = _ASSET.match(text, at)
        if asset is not None and what.type != "Achievement" and (made := develop(reader.draft, reader.view, at + 2)) is not None:
            for thing in dict.fromkeys(doers.things):
                reader.claim(thing, "owns", made[0], (min(doers.start if doers.cells else hit.start, hit.start), made[1]), "owns.clause")
            return  # 受让了某所的试验台: the stand, not the institute
        if text[hit.end : at].endswith(("与", "和", "、", "由", "同")):
            return
        if any(hit.end <= other.start < at and other.verb.family == "own" for other in reader.hits):
            return
        span_end = at + 1
        if len(doers.things) > 1 and (doers.joint or re.search(r"合资|共同", hit.form)):
            reader.joint(doers.things, (doers.start, span_end), "joint.make")
        for thing in dict.fromkeys(doers.things):
            reader.claim(thing, "owns", what, (min(doers.start if doers.cells else hit.start, hit.start), span_end), "owns.clause")
        return
    if hit.form == "跟进" and not re.search(r"融资|领投|股权|增资", text[hit.sentence[0] : hit.start]):
        return
    if not re.search(r"建成|建设|兴建|新建", hit.form) and re.match(r"(?:、[^，。；]{1,14}?(?:跟投|参投|跟进))?的", text[hit.end : hit.end + 18]):
        return  # 甲领投、乙跟投的融资: what it went to stands behind
    if hit.form in ("领投", *_FOLLOWS, "控股", "参股", "注资", "增资", "战略投资", "入股", "战略入股", "认购", "增持"):
        if re.search(r"向\ue000$", text[hit.left : hit.start]):
            return  # 甲向乙注资 is told with its object
        if doers.cells and re.search(r"(?:获|得|获得|得到|引入|引进|接受)了?$", text[hit.left : doers.cells[0]]) and reader.listed(hit.left, doers.cells[0], ORG):
            return  # 后者获甲入股: its own clause names what it went to
        first, last = reader.view.span(hit.sentence[0], hit.start)
        bought = [reader.view.things[m.start("what")] for m in _BOUGHT.finditer(text, hit.sentence[0], hit.start) if m.start("what") in reader.view.things and ORG not in text[m.end() : doers.start]]
        told = bought or [c.object for c in reader.draft.claims if c.predicate == "owns" and first <= c.evidence[0] < last and c.object.type == "Enterprise"]
        topic = [t for t in (*told[-1:], *topic_of(reader, hit)) if t not in doers.things][:1]
        for what in topic:
            for thing in dict.fromkeys(doers.things):
                reader.claim(thing, "owns", what, (doers.start if doers.cells else hit.left, hit.end), "owns.topic")
        return
    if re.search(r"建成|建设|兴建", hit.form) or re.match(r"[^，。；]{0,16}(?:建成|建设)(?:的|了)?", text[hit.end : stop]):
        built = re.match(r"[^，。；]{0,16}?(?:建成|建设)(?:了|的)?", text[hit.end : stop]) if not re.search(r"建成|建设|兴建", hit.form) else None
        named = develop(reader.draft, reader.view, hit.end + (built.end() if built else 0))
        if named is not None:
            if doers.joint and len(doers.things) > 1:
                reader.joint(doers.things, (doers.start, named[1]), "joint.make")
            for thing in dict.fromkeys(doers.things):
                reader.claim(thing, "owns", named[0], (min(doers.start if doers.cells else hit.start, hit.start), named[1]), "owns.invest")


# 甲转让的某平台归乙所有: 甲 is not what 乙 owns
_GAVE = re.compile(r"(?:此前|原|所|<T>)?(?:转让|出让|移交|划转|出售|捐赠|捐出|让渡|交付|投资|建设|购置|持有|拥有|研制|开发)的")


_INVESTOR = pattern(r"(?:(?:(?:领投|跟投|参投|投资|出资|战略投资|增资)(?:方|机构|者|人)|(?:跟投|参投|领投|跟进|注资|增资)的)(?:还|则|也|均|主要)?(?:为|是|有|包括|：)|(?:原|第[一二三]大|最大|大|控股)?股东(?:还|则|也|均|主要)?(?:为|是|有|包括|：)?)(?P<list><O>(?:[、和与及]<O>)*)")


def _investors(reader: Reader) -> None:
    """领投方为甲: 甲 owns part of the company that the sentence tells of."""
    text = reader.view.text
    for match in matches(_INVESTOR, text):
        begin = max(text.rfind(sign, 0, match.start()) for sign in "。\n") + 1
        firms = [
            at for at in reader.listed(begin, match.start(), ORG)
            if reader.view.things[at].type == "Enterprise" and not re.match(r"的|孵化|领投|跟投|、", text[at + 1 : at + 3])
        ]  # fmt: skip
        for at in firms[:1]:
            for cell in reader.listed(*match.span("list"), ORG):
                reader.claim(reader.view.things[cell], "owns", reader.view.things[at], (at, match.end()), "owns.topic")


def read_subsidiaries(reader: Reader) -> None:
    """甲为乙的全资子公司, 甲（乙实体化公司）, 归甲所有."""
    things = reader.view.things
    _investors(reader)
    _its_firms(reader)
    for match in matches(_SUBSIDIARY, reader.view.text):
        one, two = things.get(match.start("one")), things.get(match.start("two"))
        if one is not None and two is not None:
            reader.claim(two, "owns", one, match.span(), "owns.subsidiary")
    for match in matches(_HOLDS, reader.view.text):
        one, two = things.get(match.start("who")), things.get(match.start("what"))
        if one is not None and two is not None:
            reader.claim(one, "owns", two, match.span(), "owns.clause")
    for match in matches(_BUYS, reader.view.text):
        one, two = things.get(match.start("who")), things.get(match.start("what"))
        if one is not None and two is not None:
            reader.claim(one, "owns", two, match.span(), "owns.clause")
    for match in matches(_ITS_OWNER, reader.view.text):
        who = things.get(match.start("who"))
        named = passive_name(reader.draft, reader.view, *match.span("name"))
        if who is not None and named is not None:
            reader.claim(who, "owns", named, match.span(), "owns.clause")
    for match in matches(_BELONGS, reader.view.text):
        what, who = things.get(match.start("what")), things.get(match.start("who"))
        if what is not None and who is not None and not _GAVE.match(reader.view.text, match.start("what") + 1):
            reader.claim(who, "owns", what, match.span(), "owns.clause")
    text = reader.draft.text
    firms = sorted((span, t) for t in reader.draft.things if t.type == "Enterprise" for span in t.mentions)
    for (first, owner), (span, firm) in itertools.pairwise(firms):
        if owner is not firm and _ITS_FIRM.fullmatch(text, first[1], span[0]):
            start = min(reader.view.at(span[0]), len(reader.view.cells) - 1)
            reader.claim(owner, "owns", firm, (start, start + 1), "owns.subsidiary")
            reader.draft.claims[-1].evidence = (first[0], span[1])
    for match in matches(_BRACKET, text):
        before = [t for t in reader.draft.things if any(b == match.start() for _, b in t.mentions) and t.type == "Enterprise"]
        inside = [t for t in reader.draft.things if any(match.start("in") <= a and b <= match.end("in") for a, b in t.mentions)]
        if before and inside:
            at = min(a for a, b in before[0].mentions if b == match.start())
            start = reader.view.at(at)
            reader.claim(inside[0], "owns", before[0], (start, start + 1), "owns.subsidiary")
            claim = reader.draft.claims[-1]
            claim.evidence = (at, match.end())


_TOGETHER = pattern(r"(?P<list><O>(?:(?:、|和|与|同|及|以及|、以及)<O>)+)(?:<T>|近日|将)*(?P<word>(?=合建|联建|共组)|联合|共同|协同|协力|合力|通力|携手|合作|联手)(?:合建|联建|共组|开展|推进|建设|组建|成立|打造|推动|实施|启动|组织|承担|申报|筹建|设立|共建|攻关|完成|举办|推出|创建|编制|编写)(?!的意见)")


# 甲联合乙、丙共建…, 由甲会同乙开展的…
_JOINED = pattern(r"(?P<one><O>)(?:<T>|近日|日前|等|已|还|又|先后|成功|积极|主动)*(?:联合|会同|携手|协同|联手|牵手)(?P<list><O>(?:(?:、|，|和|与|及|以及|、以及)<O>)*)(?:等)?(?:[^，。；<O>]{0,8}?(?:单位|企业|高校|院所|机构))?(?:，(?=共同|联合|合力|携手))?(?:共同|一起|一道|联合|合作|于|在|<T>|<L>)*(?:共建|开展|推进|建设|组建|成立|打造|推动|实施|启动|组织|承担|申报|筹建|设立|攻关|完成|研制|研发|开发|推出|创建|编制|编写|制定|起草|发起|建立|搭建|开设|探索|培养|建成|投资|进行|签|发布)(?!的意见)")


# 甲与乙结成对子，共建…
_PAIRED = pattern(r"(?P<list><O>(?:(?:、|和|与|同|及|以及)<O>)+)(?P<between>[^。；，<O>]{0,16})，(?:并|还|就此|随后)*(?:共建|联合|共同|携手|合作|联手)(?:开展|推进|建设|组建|成立|打造|实施|启动|组织|承担|设立|攻关|研制|研发|开发|创建|建立|搭建|培养|<CJK>{0,14}(?:研究院|实验室|中心|基地|平台|工作站|研究所))")


def _joined(reader: Reader) -> None:
    """甲联合乙共建实验室: they do it together, whatever it is."""
    for match in matches(_JOINED, reader.view.text):
        ahead = reader.view.text[max(0, match.start() - 12) : match.start()]
        if re.search(r"希望|表示|拟$|推动$|促进$|支持$|[与和同]$|鼓励|建议|计划", ahead):
            continue
        one = reader.view.things[match.start("one")]
        for at in reader.listed(*match.span("list"), ORG):
            reader.claim(one, "cooperatesWith", reader.view.things[at], match.span(), "joint.doing", "joint")


def read_together(reader: Reader) -> None:
    """甲与乙联合开展某事: they work together, whatever it is."""
    _joined(reader)
    for match in matches(_PAIRED, reader.view.text):
        ahead = reader.view.text[max(0, match.start() - 12) : match.start()]
        if not re.search(r"将|希望|拟$|推动$|支持$|[与和同]$|鼓励|签[署订约下]|协议|备忘录|合同", ahead + match["between"]):
            things = [reader.view.things[at] for at in reader.listed(*match.span("list"), ORG)]
            reader.joint(things, match.span(), "joint.doing")
    for match in matches(_TOGETHER, reader.view.text):
        ahead = reader.view.text[max(0, match.start() - 12) : match.start()]
        if re.search(r"将(?:与)?$|希望|表示|拟$|推动$|促进$|支持$|[与和同]$|鼓励", ahead):
            continue
        things = [reader.view.things[at] for at in reader.listed(*match.span("list"), ORG)]
        stop = reader.clause_end(match.end())
        reader.joint(things, (match.start(), max(match.end(), stop)), "joint.doing")
