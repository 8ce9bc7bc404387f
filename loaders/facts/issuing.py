"""Policies, standards and publications: who issues, proposes, administers and drafts them."""

from __future__ import annotations

import re

from .agents import WORKS, agents, ahead, last_named, latest
from .clauses import Doers, Hit, Reader
from .draft import Thing
from .masking import EVENT, ORG, PLACE, PUBLICATION, STANDARD, pattern
from .needs import matches
from .parties import signish

_AUTHORS = ("制定", "编制", "编写", "撰写", "研究制定", "制订", "编著", "编撰", "制定发布")
_WORDING = pattern(r"”?的?(?:整个|全部|具体)?(?:文本|初稿|草稿|草案|文稿|讨论稿|征求意见稿|送审稿|稿件|正文|全文|条文|起草稿)(?:及说明)?[^，。；<O>]{0,6}(?:由|交|系|委托)")


_DRAFT_LABEL = pattern(r"(?P<label>主编|参编|起草|牵头起草|主要起草|参与起草|参加起草|参与编制|参加编制|参与编写|参加编写|参与制定|参加制定|共同起草|协助起草|编制|牵头|归口|提出|发布|批准|组织编写|编写|执笔|撰写|撰稿|统稿|编撰|主笔|副主编)(?:单位|机构|部门|组长单位)(?:(?:有|包括|分别|主要|依次|还|则|均)*[：:为是系]+|(?:主要|还)?(?:有|包括)|(?=<O>))(?P<list>(?:<O>(?:[、和及与]|，(?!<O>(?:[、和与及]<O>)*(?:等[^，。；]{0,8})?(?:则|也|均|都|共同|一道|一同|一起|分别)*(?:参与|参加|参编|协助|配合|提供|承担|负责|担任|为)))?|等)+)")


_DRAFT_ROLE = {
    "主编": ("drafts", "lead"), "参编": ("drafts", "join"), "起草": ("drafts", "lead"), "牵头起草": ("drafts", "lead"), "主要起草": ("drafts", "lead"),
    "参与起草": ("drafts", "join"), "参加起草": ("drafts", "join"), "参与编制": ("drafts", "join"), "参加编制": ("drafts", "join"),
    "参与编写": ("drafts", "join"), "参加编写": ("drafts", "join"), "参与制定": ("drafts", "join"), "参加制定": ("drafts", "join"),
    "共同起草": ("drafts", "join"), "联合起草": ("drafts", "join"), "协助起草": ("drafts", "join"), "编制": ("drafts", "lead"), "牵头": ("drafts", "lead"), "归口": ("administers", None), "提出": ("proposes", None),
    "发布": ("issues", "issue"), "批准": ("issues", "approve"), "组织编写": ("drafts", "organize"), "编写": ("drafts", "lead"), "主笔": ("drafts", "lead"), "执笔": ("drafts", "lead"), "撰写": ("drafts", "lead"), "撰稿": ("drafts", "lead"), "统稿": ("drafts", "lead"), "编撰": ("drafts", "lead"), "副主编": ("drafts", "join"),
}  # fmt: skip


def read_work(reader: Reader, hit: Hit) -> None:
    """发布, 批准, 提出, 归口, 起草: an organisation and a work, whichever stands first."""
    text = reader.view.text
    following = text[hit.end : hit.end + 2]
    if re.match(r"会|单位|者|机构|人|仪式|平台", following):
        return
    cells = ahead(reader, hit.end, WORKS)
    passive = False
    if cells and re.match(r"(?:之际|以来|后|的通知)", text[cells[-1] + 1 : cells[-1] + 3]) and hit.verb.family == "standard":
        cells = []
    if hit.form in ("参与", "参加") and not re.match(r"(?:了)?(?:[，。；、]|$|的|行业标|国家标|团体标|地方标|国际标|行标|国标|团标|由|起草|编制|编写|制定|修订|研制|撰写|编撰|编纂|统稿|标准|该|本|其|上述|[\ue005\ue006])", text[hit.end : hit.end + 4]):
        return  # 参与了点评
    if hit.form == "提出" and re.match(r"了?(?:的)?[^，。；\ue000-\ue009]{0,8}?(?:意见|建议|异议|疑问|问题|质疑|诉求|疑虑|看法)", text[hit.end :]):
        return  # 甲提出的三条意见没有被采纳
    if re.search(r"(?:报送|报请|呈报|呈送|提交|送交|递交|上报|报)\ue000[^，。；]{0,6}$", text[hit.left : hit.start]) and not re.match(r"(?:通过|同意)|并", text[hit.end : hit.end + 2]):
        return  # 已报送甲审定: not decided yet
    if hit.verb.group == "sign_policy":
        signed = cells[0] if cells else latest(reader, hit.start, WORKS, hit.sentence[0]) if "由" in text[hit.left : hit.start] else None
        if signed is None or reader.view.things[signed].type != "Policy":
            return
    if not cells:
        nxt = next((h for h in reader.hits if h.start >= hit.end and h.sentence == hit.sentence and h.verb.family in ("issue", "standard")), None)
        if nxt is not None and re.match(r"[、，并和]|\ue000", text[hit.end : hit.end + 1]) and not re.search(f"[{WORKS}]", text[hit.end : nxt.start]):
            cells = _chain(reader, hit)
    if not cells:
        before = latest(reader, hit.start, WORKS, hit.sentence[0])
        if (all_of := _ALL_OF.search(text, hit.sentence[0], hit.start)) is not None and hit.verb.family in ("standard", "issue") and not re.search(f"[{WORKS}]", text[all_of.end() : hit.start]):
            group = _group(reader, all_of)
            if group:
                before, cells, passive = group[-1], group, True
        if before is None and hit.verb.family == "standard":
            of_report = _GENERIC_WORK.search(text[hit.sentence[0] : hit.start]) is not None
            before = latest(reader, hit.start, PUBLICATION if of_report else STANDARD, reader.headline_end)
            before = before if of_report else _headlined(reader, hit, before)
            if before is None and re.search(r"撰|编|执笔|主笔|统稿", hit.form):
                before = latest(reader, hit.start, PUBLICATION, reader.headline_end)
            if before is None and re.search(r"(?:该|本|此)?(?:标准|规范)", text[hit.sentence[0] : hit.start]):
                _hidden(reader, hit)
                return
        if before is None and re.search(r"(?:该|本|此|上述)(?:标准|规范|办法|报告|规划|方案|指南|意见|政策)", text[hit.sentence[0] : hit.start]):
            before = latest(reader, hit.start, WORKS)
        if before is None and _GENERIC_WORK.search(text[hit.sentence[0] : hit.start]):
            _hidden_work(reader, hit)
            return
        if before is None:
            return
        cells, passive = cells or _backwards(reader, before, hit.sentence[0]), True
    organised = pattern(r"(?P<who><O>)(?:牵头)?组织(?P<them><O>(?:[、和与及]<O>)*)?(?:等[^，。；<O>]{0,6})?(?:[^，。；<O>]{0,12})$").search(text[hit.left : hit.start])
    if organised and hit.verb.group in ("draft_lead", "draft_join", "issue") and hit.form not in ("发布", "印发", "公布"):
        who = reader.view.things.get(hit.left + organised.start("who"))
        for cell in cells:
            if who is not None and reader.view.things[cell].type in ("Standard", "Publication"):
                reader.claim(who, "drafts", reader.view.things[cell], (hit.left + organised.start(), max(hit.end, cell + 1)), "drafts.organize", "organize")
        if not organised.group("them"):
            return
    body = re.search(r"(\ue000)[^，。；\ue000]{0,6}(?:由|归)\ue000", text[hit.left : hit.start]) if hit.verb.predicate == "administers" and passive else None
    if body is not None and reader.view.things[hit.left + body.start(1)].type == "StandardsBody":
        return  # the committee is administered, not a standard
    doers = agents(reader, hit, omit=not passive)
    if not doers.things:
        return
    printed = hit.form.startswith("出版") and all(t.name.endswith(("出版社", "杂志社", "出版集团", "书局", "报社")) for t in doers.things)
    if passive and not printed and doers.lead not in ("由", "经", "被", "获") and hit.verb.family == "issue" and not _between(text[cells[-1] + 1 : hit.start]):
        return
    if passive and doers.cells and cells[-1] > doers.cells[-1]:
        return
    for cell in cells:
        _say(reader, hit, doers, cell, cells)
    if hit.verb.group == "sign_policy" and len(doers.things) > 1:
        span = (min(doers.start, hit.start, cells[0]), max(hit.end, cells[-1] + 1))
        reader.joint(doers.things, span, "cooperatesWith.agreement", "agreement")
        event = next((reader.view.things[at] for at in reader.listed(hit.sentence[0], hit.start, EVENT)), None) or _ceremony(reader)
        if event is not None:
            for thing in doers.things:
                reader.claim(thing, "participatesIn", event, span, "participatesIn.sign", "sign")
            place = _SIGNED_AT.search(text, hit.left, hit.start)
            if place is not None and signish(event) and not any(c.predicate == "heldIn" and c.subject is event for c in reader.draft.claims):
                for at in reader.listed(*place.span("where"), PLACE):
                    reader.claim(event, "heldIn", reader.view.things[at], (place.start(), hit.end), "heldIn.clause")
    elif doers.joint and len(doers.things) > 1 and hit.verb.predicate in ("issues", "drafts") and not (
        hit.verb.role == "join" and not re.search(r"联合|共同|会同|携手|协同|合作", text[doers.start : hit.end])
    ):
        reader.joint(doers.things, (min(doers.start, hit.start), max(hit.end, cells[-1] + 1)), "joint.issue")


# 于合肥共同签署《公约》
_SIGNED_AT = pattern(r"[在于](?P<where><L>+)(?:<T>|正式|共同|联合|现场|隆重|一起|集体)*$")


def _ceremony(reader: Reader) -> Thing | None:
    """The one signing that the item tells of, where a sentence without it says who signed."""
    told = [t for t in reader.events.things if signish(t) and id(t) not in reader.events.cancelled and t.attributes.get("status") != "planned"]
    return told[0] if len(told) == 1 else None


# 同日发布的还有<W>; 与之配套的<W>同步出台: by those who issued the one before
_MORE_ISSUED = pattern(
    r"(?:发布|印发|公布|出台|颁布|批准发布|批准|推出|获批|下发|面世|亮相)(?:实施)?的(?:，|还|另|亦|同样|则|也)*(?:有|包括)(?:配套的)?(?P<list><W>(?:[、和与及]<W>)*)"
    r"|(?:^|[，。；\n])(?:与之|与其)?(?:配套的?|相配套的?|同批的?|另一[项部份])?(?P<with><W>(?:[、和与及]<W>)*)(?:也|则|亦|还|已)*(?:于?<T>|同日|同时|一并|同步|一同|随同|同批|同期)+(?:获批|批准|发布|印发|公布|出台|颁布|推出|下发)(?=[，。；])"
)


def read_more_issued(reader: Reader) -> None:
    """What the text says was issued together with the work before it."""
    text, things = reader.view.text, reader.view.things
    for match in matches(_MORE_ISSUED, text):
        start = max(text.rfind(sign, 0, match.start() + 1) for sign in "，。；\n") + 1
        if reader.listed(start, match.end(), ORG) or re.search(r"拟|将|未", text[start : match.start()]):
            continue
        here = reader.view.span(*match.span())[0]
        told = [c for c in reader.draft.claims if c.predicate == "issues" and c.evidence[1] <= here]
        if not told:
            continue
        last = max(told, key=lambda c: c.evidence)
        group = "list" if match.group("list") else "with"
        for cell in [at for at in range(*match.span(group)) if at in things]:
            if any(c.predicate == "issues" and c.object is things[cell] for c in reader.draft.claims):
                continue
            for claim in [c for c in told if c.object is last.object and c.role == last.role]:
                reader.claim(claim.subject, "issues", things[cell], (start, match.end()), f"issues.{last.role}", last.role)


_NEW_STANDARD = re.compile(r"(?:^|[，。；\n])(?:该|本|新|此项|这项|这一)(?:国标|团标|行标|地标|标准|规范|规程)")


def _headlined(reader: Reader, hit: Hit, before: int | None) -> int | None:
    """The standard of the headline where 新国标, 该标准 is said of it, although another was named since (脱胎于…)."""
    named = list(dict.fromkeys(id(reader.view.things[at]) for at in reader.listed(0, reader.headline_end, STANDARD)))
    if before is None or len(named) != 1 or not _NEW_STANDARD.search(reader.view.text[hit.sentence[0] : hit.start]):
        return before
    body = [at for at in reader.listed(reader.headline_end, hit.start, STANDARD) if id(reader.view.things[at]) == named[0]]
    return body[-1] if body else before


# 两项标准均由甲归口: all that were named before
_ALL_OF = pattern(r"(?:(?P<count>[两二三四五六七八九十\d]+)(?:项|个|部|份)|上述|以上|这些|这批|该批)(?:团体|国家|行业|地方|新|联盟)*(?:标准|规范|报告|办法|文件|规程)(?:均|都|全部|统一|也|皆|一律|同|则|分别)*(?:由|经)")
_NUMBERS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}


def _group(reader: Reader, match: re.Match[str]) -> list[int]:
    """Cells of the last works named before 两项标准均由…, as many as it counts, each once."""
    count = _NUMBERS.get(match["count"] or "", int(match["count"]) if (match["count"] or "").isdigit() else 0)
    seen: dict[int, int] = {}
    for at in range(match.start() - 1, reader.headline_end - 1, -1):
        thing = reader.view.things.get(at)
        if reader.view.text[at] == STANDARD and thing is not None:
            seen.setdefault(id(thing), at)
            if count and len(seen) == count:
                break
    return sorted(seen.values()) if len(seen) > 1 else []


def _hidden(reader: Reader, hit: Hit) -> None:
    """该标准由甲起草, where the standard was named inside an event's name."""
    work = last_named(reader, hit.start, "Standard")
    doers = agents(reader, hit, omit=False)
    if work is None or (doers.lead != "由" and not re.search(r"由|(?:标准|规范)(?:是|系)", reader.view.text[hit.sentence[0] : hit.start])):
        return
    for thing in dict.fromkeys(doers.things):
        reader.claim(thing, hit.verb.predicate, work, (min(doers.start, hit.start), hit.end), f"{hit.verb.predicate}.{hit.verb.role or 'clause'}", hit.verb.role)


# 报告由甲编写: the publication was named before, if only inside an event's name.
_GENERIC_WORK = pattern(r"(?:^|[，；])(?:该|本|此|这份|这部|这本|全)?(?:书|报告|蓝皮书|白皮书|绿皮书|路线图|指南|手册|目录|图集|年鉴|教材|专著|丛书|汇编|图谱|地图|名录|文集)(?:编写工作|编制工作)?(?:则|均|还|系|是)*由")


def _hidden_work(reader: Reader, hit: Hit) -> None:
    work = last_named(reader, hit.start, "Publication")
    text, predicate, role = reader.view.text, hit.verb.predicate, hit.verb.role
    if work is None or predicate not in ("drafts", "issues"):
        return
    if hit.form in _AUTHORS and hit.verb.family == "issue":
        predicate, role = "drafts", "lead"
    if role == "lead" and re.search(r"(?:共同|联合)$", text[hit.left : hit.start]) and any(c.predicate == "drafts" and c.object is work and c.role == "lead" for c in reader.draft.claims):
        role = "join"  # 由秘书处牵头，甲、乙共同撰写
    doers = agents(reader, hit, omit=False)
    if any(other.start <= hit.start and hit.end <= other.end and len(other.form) > len(hit.form) for other in reader.hits):
        return
    for thing in dict.fromkeys(doers.things):
        if doers.cells and "由" in text[hit.sentence[0] : hit.start]:
            reader.claim(thing, predicate, work, (doers.start, hit.end), f"{predicate}.{role or 'clause'}", role)


def _between(gap: str) -> bool:
    return re.fullmatch(r"[，]?(?:已|现|于|\ue00a|正式|日前|近日|由|经|获|并|将|也)*\ue000?.{0,20}", gap) is not None and "由" in gap


def _say(reader: Reader, hit: Hit, doers: Doers, cell: int, cells: list[int]) -> None:
    work = reader.view.things[cell]
    predicate, role = hit.verb.predicate, hit.verb.role
    if hit.form in _AUTHORS and hit.verb.family == "issue" and work.type in ("Publication", "Standard"):
        predicate, role = "drafts", "lead"
    if role == "lead" and re.match(r"共同|联合", hit.form) is None and re.search(r"(?:共同|联合)$", reader.view.text[hit.left : hit.start]):
        led = [c for c in reader.draft.claims if c.predicate == "drafts" and c.object is work and c.role == "lead"]
        role = "join" if led and not any(c.subject in doers.things for c in led) else role
    if predicate == "drafts" and work.type == "Policy":
        return
    if work.type == "Policy" and predicate == "issues" and hit.form in _AUTHORS and _WORDING.match(reader.view.text, cell + 1, hit.start):
        return  # 《规划》文本由甲编制: who writes it does not issue it
    if predicate == "proposes" and re.match(r"[^，。；]{0,6}(?:立项|提案)?(?:建议|申请|提案)", reader.view.text[cell + 1 : cell + 14]):
        return  # a proposal still in progress
    if predicate in ("proposes", "administers") and work.type != "Standard":
        return
    if predicate == "proposes" and doers.lead not in ("由",) and "由" not in reader.view.text[hit.sentence[0] : hit.start] and not re.match(r"[、，并和的]", reader.view.text[hit.end : hit.end + 1]):
        return
    if predicate == "issues" and role == "issue" and work.type == "Standard" and hit.form in ("发布", "公布") and re.search(r"批准$", reader.view.text[hit.left : hit.start]):
        return
    start = min([hit.start, cell, *([doers.start] if doers.cells else [])])
    end = max(hit.end, cell + 1)
    for thing in dict.fromkeys(doers.things):
        reader.claim(thing, predicate, work, (start, end), f"{predicate}.{role or 'clause'}", role)
        if hit.form in ("提出并归口", "提出和归口"):
            reader.claim(thing, "administers", work, (start, end), "administers.clause")


def _chain(reader: Reader, hit: Hit) -> list[int]:
    """由甲提出、乙归口的<S>: the work behind the last verb of the chain."""
    text = reader.view.text
    stop = reader.clause_end(hit.end, "。；\n")
    first = next((at for at in range(hit.end, stop) if text[at] in WORKS and at in reader.view.things), None)
    if first is None:
        return []
    return ahead(reader, first, WORKS)


def _backwards(reader: Reader, at: int, floor: int) -> list[int]:
    cells = [at]
    while True:
        before = latest(reader, cells[0], WORKS, floor)
        if before is None or not re.fullmatch(r"[、和与及]?", reader.view.text[before + 1 : cells[0]]):
            return cells
        cells.insert(0, before)


_ITS_OWN = re.compile(r"(?:(?:、|和|与|及|以及)\ue000)*(?:等[^，。；]{0,8})?(?:牵头|参与|参加|共同|联合|负责|主持|承担|主编|参编|起草|编制|协助|组织)")
_AS_DRAFTER = pattern(r"(?P<list><O>(?:(?:、|和|与)<O>)*)(?:等)?(?:作为|是|系|为)(?:(?P<work><S>)|(?:该|本)?(?:标准|项目)?)的?(?P<label>主编|参编|牵头起草|共同起草|参与起草|联合起草|协助起草|参加起草|参与编制|参与编写|起草|牵头)(?:单位|方|者)")


def read_draft_labels(reader: Reader) -> None:
    """主编单位为甲, 起草单位：甲、乙; 甲作为主编单位."""
    for match in matches(_AS_DRAFTER, reader.view.text):
        work = reader.view.things.get(match.start("work")) if match.group("work") else last_named(reader, match.start(), "Standard")
        if work is not None:
            predicate, role = _DRAFT_ROLE[match.group("label")]
            for cell in reader.listed(*match.span("list"), ORG):
                reader.claim(reader.view.things[cell], predicate, work, match.span(), "drafts.label", role)
    for match in matches(_DRAFT_LABEL, reader.view.text):
        predicate, role = _DRAFT_ROLE[match.group("label")]
        at = latest(reader, match.start(), STANDARD + PUBLICATION)
        line = reader.clause_end(match.end(), "\n")
        if (titled := re.search(r"标准名称(?:：|为|是)(\ue005)", reader.view.text[match.end() : line])) is not None:
            at = match.end() + titled.start(1)  # 提出单位：甲；标准名称：《乙》
        if at is None:
            continue
        for cell in reader.listed(match.start("list"), match.end("list"), ORG):
            if cell > match.start("list") + 1 and reader.view.text[cell - 1] == "，" and _ITS_OWN.match(reader.view.text, cell + 1):
                break  # 归口单位是甲，乙牵头起草: a clause of its own
            reader.claim(reader.view.things[cell], predicate, reader.view.things[at], (match.start(), cell + 1), "drafts.label", role)


# 甲将牵头撰写某报告: settled, if not begun
_WILL = pattern(r"<O>(?:等[^，。；]{0,8})?(?:<T>|年内|随后|明年|今年)*将(?:<T>|于[^，。；]{1,8}|继续|共同|联合|具体)*$")
_LEADS = re.compile(r"牵头|主持|负责|领衔|担纲|主编|主笔|执笔|参编|参与|参加|组织")


def will_draft(reader: Reader, hit: Hit) -> bool:
    """Whether the clause says who will draft it: 将牵头撰写; 拟 and 计划 only mean to."""
    return hit.verb.predicate == "drafts" and _LEADS.match(hit.form) is not None and _WILL.search(reader.view.text, hit.left, hit.start) is not None
