"""What is selected for an honour or a list, and who gives the honour."""

from __future__ import annotations

import itertools
import re

from .agents import WORKS, agents, ahead, last_named, latest
from .clauses import Doers, Hit, Reader
from .draft import Thing
from .masking import ACHIEVEMENT, HONOUR, ORG, PERSON, POLICY, PUBLICATION, pattern
from .needs import matches

GIVING = frozenset({"冠以", "授以", "表彰为", "推选为", "遴选为", "授予", "评为", "认定为", "列为", "评选为", "命名为", "批准为", "确定为", "选为"})

_GIVEN_BY = pattern(r"(?:了|由)?<O>(?:(?:、|和|与|及|联合|会同)<O>)*(?:杂志|周刊|网站|官网|报社)?(?:联合|共同)?(?:<T>)?(?:发布|公布|印发|评定|评选|颁发|颁授|授予|认定|编制|评出|颁出|组织评选|推出|编印|编写|设立|主办|开出|列出|公示)的?|(?:了|由)?<O>的?(?=[“《]?[<W><H>])")


# 被推选为“某人物”候选人: not chosen yet
_CANDIDATE = re.compile(r"(?:称号|荣誉)?(?:的)?(?:提名|候选|初选|参评|推荐人选|正式候选)")
# Behind a verb without an object: what it is selected for was named before.
_BACK = pattern(r"(?:了)?(?:[，。；、！）\n]|$|其|该|此|这|上述|名单|行列|榜单|目录|公示|第|前|本次|此次|[\d一二三四五六七八九十两]|<T>|书中|文中)")


# 甲、乙分别获评“丙”和“丁”: the first the first, the second the second
_RESPECTIVELY = pattern(r"(?P<who>[<O><P>](?:(?:、|和|与|及|以及)[<O><P>])+)(?:则|也)?分别(?:获评|荣获|获得|获|被授予|被评为|当选|入选|荣膺|获颁|摘得|斩获)了?(?P<what>[“]?<H>[”]?(?:称号|荣誉)?(?:(?:、|和|与|及|以及)[“]?<H>[”]?(?:称号|荣誉)?)+)")


def read_selected(reader: Reader, hit: Hit) -> None:
    """入选, 荣获, 被授予: what is selected for which honour or list."""
    text = reader.view.text
    for match in _RESPECTIVELY.finditer(text, hit.sentence[0], hit.sentence[1]):
        if match.start() <= hit.start < match.end():
            who, what = reader.listed(*match.span("who"), ORG + PERSON), reader.listed(*match.span("what"), HONOUR)
            for one, goal in zip(who, what, strict=False) if len(who) == len(what) else ():
                reader.claim(reader.view.things[one], "selectedFor", reader.view.things[goal], match.span(), "selectedFor.clause")
            if len(who) == len(what):
                return
    given_by = _GIVEN_BY.match(text, hit.end)
    goals = ahead(reader, given_by.end() if given_by else hit.end, HONOUR + WORKS, 40)
    if hit.form in GIVING:
        stop = reader.clause_end(hit.end, "，。；\n")
        goals = list(reader.listed(hit.end, stop, HONOUR))[:1]
    if goals and _CANDIDATE.match(text, goals[-1] + 1):
        return
    if not goals and re.match(r"(?:了)?(?:特|一|二|三)等奖|(?:了)?[金银铜]奖|(?:了)?优秀奖", text[hit.end : hit.end + 5]):
        prize = latest(reader, hit.start, HONOUR)
        rank = _RANK.match(text, hit.end + (text[hit.end : hit.end + 1] == "了"))
        other = prize is not None and rank is not None and (held := _RANKED.search(reader.view.things[prize].name)) and held.group() != rank.group()
        if other and rank is not None and (made := _chosen(reader, hit))[0]:
            first, last = reader.view.span(*rank.span())
            lower = Thing("Honour", rank.group(), [(first, last)])
            reader.draft.things.append(lower)
            for thing in made[0]:
                reader.claim(thing, "selectedFor", lower, (min(made[1], hit.start), rank.end()), "selectedFor.clause")
            return  # 甲获大赛一等奖，乙获二等奖: another prize than the one named in full
        goals = [prize] if prize is not None else []
    if not goals and hit.form in ("授予", "纳入", "列入", "评为", "认定为", "收录") and not text.startswith(("其中", "其列"), hit.end):
        return
    if not goals:
        if not re.search(r"入选|列入|入列|入榜|上榜|收录|入围|榜上有名|在列|其中|折桂|夺魁|位居|位列|名列|排名|列第|登榜|榜上留名", hit.form) or not _BACK.match(text, hit.end):
            return
        before = latest(reader, hit.start, HONOUR + PUBLICATION + POLICY, hit.sentence[0])
        if before is None:
            before = latest(reader, hit.start, HONOUR + PUBLICATION)
        if before is None or hit.start < reader.headline_end:
            return
        goals = [before]
    chosen, start = _chosen(reader, hit)
    if not chosen:
        return
    for thing in chosen:
        for goal in goals:
            reader.claim(thing, "selectedFor", reader.view.things[goal], (min(start, hit.start), max(hit.end, goal + 1)), "selectedFor.clause")


_RANK = re.compile(r"(?:特|一|二|三)等奖|[金银铜]奖|优秀奖")
_RANKED = re.compile(r"(?:(?:特|一|二|三)等奖|[金银铜]奖|优秀奖)$")
# 机组曾入选…: the result that the item told of
_IT = re.compile(
    r"(?:该|此|这一|上述)?(?:项|款|台|套|种|条)?(?:机组|技术|成果|产品|装备|系统|设备|平台|装置|软件|材料|工艺|样机|品种|机器人|生产线|示范线|整机|芯片)"
    r"(?:还|曾|已|也|又|先后|成功|此前|今年|去年|同时|随后|一并|\ue00a)*"
)


def _chosen(reader: Reader, hit: Hit) -> tuple[list[Thing], int]:
    text = reader.view.text
    if hit.form in GIVING:
        passive = re.search(r"被[^，。；]*$", text[hit.left : hit.start])
        if passive:
            doers = reader.doers(hit.left + passive.start(), hit.left, ORG + PERSON)
            told = None if doers.things else _pointed(reader, hit.left, hit.left + passive.start()) or _begun(reader, hit)
            return told or (list(doers.things), doers.start)
        if re.search(r"(?:由|经)\ue000[^，。；]*$", text[hit.left : hit.start]):
            return [], hit.start  # 由甲冠以某称号: who gives it
    if hit.form == "授予":
        cells = ahead(reader, hit.end, ORG + PERSON + ACHIEVEMENT, 30)
        return [reader.view.things[at] for at in cells], hit.start
    left = hit.left
    results: list[int] = []
    at = hit.start
    while (before := latest(reader, at, ACHIEVEMENT, hit.sentence[0])) is not None:
        gap = text[before + 1 : at]
        if not results and re.search("，[^，]*[\ue000\ue001]", gap):
            break  # 甲榜上有名，联盟同时摘得乙奖: another subject
        if (results and gap and not re.search(r"、|和|与|以及|，", gap)) or (not results and re.search(r"[。；]|，(?!\ue00a)", gap) and before < left):
            break
        if len(gap) > 40 or (results and HONOUR in gap):
            break
        results.insert(0, before)
        at = before
    if results:
        return [reader.view.things[at] for at in results], results[0]
    if hit.start >= reader.headline_end and _IT.fullmatch(text, left, hit.start) and (meant := last_named(reader, hit.start, "Achievement")) is not None:
        return [meant], left
    if (won := _just_made(reader, hit)) is not None:
        return won
    if (made := _made_here(reader, hit)) is not None:
        start = hit.sentence[0] if hit.left < hit.sentence[0] else hit.left
        return _both(reader, hit, made), start
    if (told := _pointed(reader, left, hit.start)) is not None:
        return told
    doers = reader.doers(hit.start, left, ORG + PERSON)
    if doers.lead == "被":
        return [], hit.start  # 该成果被某局列入: who puts it on the list
    if doers.things:
        if re.match(r"(?:[一二两三四五六七八九十多数\d]+[家项个位名])?(?:的|成果|研发|开发|完成|产品|技术|项目|成员|理事|会员|单位)", text[doers.cells[-1] + 1 : doers.cells[-1] + 6]):
            return [], hit.start
        return list(doers.things), doers.start
    piece = text[left : hit.start]
    cells = reader.listed(left, hit.start, ORG)
    if cells and re.fullmatch(r"(?:的)?(?:多|[一二三四五六七八九十两\d]+)?(?:项)?(?:科技|技术|创新)*(?:成果|技术|产品|项目)(?:成功|再次|双双)*", text[cells[-1] + 1 : hit.start]):
        return [], hit.start
    del piece
    if (told := _begun(reader, hit)) is not None and re.fullmatch(r"(?:，|并|还|又|也|同时|成功|先后|曾|已|\ue00a)*", text[left : hit.start]):
        return told
    if hit.start >= reader.headline_end and re.fullmatch(r"(?:，|并|还|又|也|同时|成功|先后|此前|曾|已|现已|现|均|此后|随后|日前|近日|目前|一并|(?:19|20)\d\d年|\ue00a)*", text[left : hit.start]):
        made_before = reader.listed(hit.sentence[0], left, ACHIEVEMENT)
        if not made_before and (subject := _last_subject(reader, hit.sentence[0], left)) is not None:
            return [reader.view.things[subject]], subject
        named = made_before[-1:] or reader.listed(hit.sentence[0], left, ORG + PERSON)
        if named:
            run = [at for n, at in enumerate(named) if all(re.fullmatch(r"[、和与及]|以及", text[a + 1 : b]) for a, b in itertools.pairwise(named[: n + 1]))]
            return [reader.view.things[at] for at in run], named[0]
    return [], hit.start


_SUBJECT = pattern(r"(?:<T>|其中|而|此外|另外|同时|近日|日前|最终)*(?P<who><O>)(?![、和与及的同])")


def _last_subject(reader: Reader, start: int, stop: int) -> int | None:
    """The organisation that begins the last clause before a place: 甲公布了结果，乙得分第一，被评为…"""
    text = reader.view.text
    begins = [at for at in range(start + 1, stop) if text[at - 1] in "，；："]
    found = (m.start("who") for at in reversed(begins) if (m := _SUBJECT.match(text, at, stop)) is not None)
    return next((at for at in found if at in reader.view.things), None)


_POINTED = re.compile(
    r"(?:该|此|这一|这项|这款|这种|这套|这台|上述)(?:项|款|套|种|台|个)?(?P<noun>[\u4e00-\u9fff]{1,6}?)(?:也|还|曾|成功|已|\ue00a|先后|双双|正式|顺利|再|又|日前|早前)*$"
)


def _pointed(reader: Reader, start: int, stop: int) -> tuple[list[Thing], int] | None:
    """该装备, 这一模块: the achievement that the words before `stop` point back to, and where they begin."""
    pointed = _POINTED.search(reader.view.text[start:stop])
    if pointed is None:
        return None
    limit = reader.view.cells[stop][0]
    named = [t for t in reader.draft.things if t.type == "Achievement" and t.name.endswith(pointed["noun"]) and any(a < limit for a, _ in t.mentions)]
    known = named[-1] if named else last_named(reader, stop, "Achievement")
    if known is None or not (named or pointed["noun"] in ("成果", "技术", "产品", "装备", "系统", "项目", "品种", "新品种", "专利")):
        return None
    return [known], start + pointed.start()


_BEGUN = re.compile(r"\s*(?:(?:该|此|这|上述)(?:项|款|套|种|台|一)?)[\u4e00-\u9fff]{1,5}?(?=已|也|还|曾|通过|获|先后|\ue00a|今年|去年|于|在|经|由|诞生|来自|出自|是|为|系|采用|能)")


def _begun(reader: Reader, hit: Hit) -> tuple[list[Thing], int] | None:
    """该品种已通过审定，并列入…: the achievement that the sentence began with."""
    text, at = reader.view.text, hit.sentence[0]
    begun = _BEGUN.match(text, at, hit.left) if hit.left > at else None
    if begun is None and (at := text.rfind("，", at, max(at, hit.left - 1)) + 1) > hit.sentence[0]:
        begun = _BEGUN.match(text, at, hit.left)  # 甲研制的乙已投产，该产品为某课题的成果，获得一等奖
    return _pointed(reader, at, begun.end()) if begun is not None else None


# 前者由甲研制，获得一等奖: the result that the clause before tells the maker of
_MAKER_TOLD = pattern(r"(?P<what><A>)(?:则|也|均|系|是)*由<O>(?:[、和与及]<O>)*[^，。；<A><O>]{0,10}(?:研制|研发|开发|完成|选育|攻关|设计|试制)[^，。；<A><O>]{0,4}，(?:并|还|也|已|曾|先后|随后|一举|成功|同时|<T>)*$")


def _just_made(reader: Reader, hit: Hit) -> tuple[list[Thing], int] | None:
    match = _MAKER_TOLD.search(reader.view.text, max(hit.sentence[0], hit.start - 60), hit.start)
    return ([reader.view.things[match.start("what")]], match.start()) if match is not None and match.start("what") in reader.view.things else None


_TOGETHER = re.compile(r"双双|[均皆俱]|(?<!首)都(?!市)|一[同并齐]|(?:共|齐|同)(?=[获荣]|$)")


def _both(reader: Reader, hit: Hit, made: Thing) -> list[Thing]:
    """甲完成的“乙”，以及丙育成的丁，双双荣获…: with the result named last those that its sentence joins to it."""
    text = reader.view.text
    if _TOGETHER.search(text, hit.left, hit.start) is None or HONOUR in text[hit.sentence[0] : hit.start]:
        return [made]
    first, last = reader.view.cells[hit.sentence[0]][0], reader.view.cells[hit.start][0]
    words = reader.draft.text[first:last]
    if "；" in words or not re.search(r"以及|、|和|与|及|，(?:由|而)?", words):
        return [made]
    named = {id(t): t for t in reader.draft.things if t.type == "Achievement" and any(first <= a and b <= last for a, b in t.mentions)}
    return [*(t for t in named.values() if t is not made), made]


def _made_here(reader: Reader, hit: Hit) -> Thing | None:
    """The achievement without quotation marks that the clause named before the verb."""
    first, last = reader.view.cells[hit.sentence[0]][0], reader.view.cells[hit.start][0]
    best: tuple[int, Thing] | None = None
    for thing in reader.draft.things:
        if thing.type == "Achievement":
            at = max((b for a, b in thing.mentions if first <= a and b <= last), default=-1)
            if at >= 0 and last - at <= 16 and "；" not in reader.draft.text[at:last] and (best is None or at > best[0]):
                best = (at, thing)
    if best is not None and re.search("，[^，]*[\ue000\ue001]", reader.view.text[reader.view.at(best[0]) : hit.start]):
        return None  # another subject stands between
    return best[1] if best else None


_ITS_RESULT = pattern(r"(?P<who><O>)(?:的)?(?:一项|多项|[一二三四五六七八九十两\d]+项)?(?:科技|技术|创新|科研)*(?:成果|技术|产品)(?:成功|再次|双双|喜)?(?:入选|荣获|获|列入|上榜|登)")


def read_own_results(reader: Reader) -> None:
    """甲成果入选: the selected results are those that 甲 developed, where no one else is named for them."""
    for match in matches(_ITS_RESULT, reader.view.text):
        who = reader.view.things.get(match.start("who"))
        made = {id(c.object) for c in reader.draft.claims if c.predicate == "develops"}
        for claim in list(reader.draft.claims):
            if claim.predicate == "selectedFor" and claim.subject.type == "Achievement" and id(claim.subject) not in made and who is not None:
                reader.claim(who, "develops", claim.subject, match.span(), "develops.own")


_ASSEMBLED = re.compile("(?:会议|大会|理事会|年会|\ue003)(?:[^。；]{0,24}?)(?:决定|决议|通过|同意|表决|接受|审议|选举|上)[^。]*$")


def read_award(reader: Reader, hit: Hit) -> None:
    """授予, 颁发, 公布…名单: who gives the honour."""
    text = reader.view.text
    goals = ahead(reader, hit.end, HONOUR, 30)
    if not goals:
        stop = reader.clause_end(hit.end, "。；，\n")
        goals = list(reader.listed(hit.end, stop, HONOUR))[:1]
    if not goals and re.search(r"该奖项?(?:项)?由", text[hit.left : hit.start]):
        prize = latest(reader, hit.start, HONOUR)
        goals = [prize] if prize is not None else []
    if not goals or hit.form == "被授予":
        return
    if hit.form in ("揭晓", "公布", "发布", "颁发") and re.search(r"(?:会上|大会|会议|论坛上|典礼上|\ue003)(?:还|同时|现场|正式|隆重)*$", text[hit.left : hit.start]):
        return  # 会上揭晓了某奖: not by the one who held the meeting
    doers = agents(reader, hit)
    owner = reader.draft.owner
    elsewhere = ORG not in text[hit.left : hit.start]
    if (not doers.things or elsewhere) and owner is not None and hit.form == "授予" and _ASSEMBLED.search(text, hit.sentence[0], hit.start):
        doers = Doers((owner,), (), hit.start)  # 会议决定授予甲…
    if doers.joint and len(doers.things) > 1:
        reader.joint(doers.things, (doers.start, hit.end), "joint.award")
    for thing in dict.fromkeys(doers.things):
        if thing.type == "Person":
            continue
        for goal in goals:
            reader.claim(thing, "awards", reader.view.things[goal], (min(doers.start if doers.cells else hit.start, hit.start), max(goal + 1, hit.end)), "awards.clause")
