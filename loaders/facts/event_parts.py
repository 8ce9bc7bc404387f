"""Which event is part of which."""

from __future__ import annotations

import re

from .clauses import Reader
from .draft import Thing
from .event_framed import focus
from .event_objects import objects_of
from .event_references import COURSE, PHASE
from .masking import EVENT, ORG, pattern
from .needs import matches

_DURING = pattern(r"(?P<big><E>)[”》]?(?:举办|召开|举行)?(?:期间|同期|首日|次日|第[二三四五]天|之际|间隙|间歇|之余|当天|现场|(?:结束|闭幕|落幕|收官|结营|结业|散会)(?:前夕|之前|前|时)|(?:接近|临近)?尾声(?:时|阶段)?|过程中|最后一天|上(?=[，,]|举[行办]|召开|组织了|开展了|推出了|还|也|又))")


_PART = pattern(r"(?P<small><E>)?[”》]?(?:这)?(?:作为|是|为|系|属于)[”“]?(?P<big><E>)[”》]?(?:首次)?(?:[^，。；<E>]{0,8})的?(?:[^，。；<E>]{0,8})(?:(?<=的)(?=组成部分|配套活动|系列活动|重头戏|压轴|分论坛|子活动)|(?:重要|主要|核心|专题|平行|配套|系列|同期|子|分)+)(?:组成部分|重头戏|压轴|配套活动|系列活动|分论坛|子活动|[^，。；]{0,6}?(?:活动|论坛|会议|<E>|之一|环节|板块|内容|赛事|项目|专场))")


_FORUMS = pattern(r"(?:设|设立|设置|设有|开设|分设|举办|举行|安排|包括|围绕|聚焦|就|召开)了?(?:了)?(?:\d+|[一二三四五六七八九十两])?(?:个|场)?(?:主会场|主论坛|开幕式)?(?:和|以及|及|、|，)?(?P<list>[^。；：\n，<E>]{4,160}?)(?:等)?(?:共)?(?:\d+|[一二三四五六七八九十两多]+)(?:个|场)?(?:主题|专题|平行|专业)?(?P<kind>分会场|分论坛|平行论坛|专题论坛|专场|子论坛|分会|主题论坛|专场论坛|平行会议|专题会议)")

_THEMES = re.compile(r"(?:主题|议题|话题|热点|方向|领域|内容|问题|专题)(?:，|分别|同步|还|共|又)*(?:开设|设立|设置|设有|设|举办|组织|安排|召开)了?$")


def read_forums(reader: Reader) -> None:
    """设甲、乙、丙3个分会场: each is an event within the main one."""
    _read_halls(reader)
    main, text = reader.events.main, reader.view.text
    for match in matches(_FORUMS, text):
        if _THEMES.search(match["list"]):
            continue  # 围绕甲、乙等主题开设10个分论坛: what they are about
        if main is None or ("、" not in match.group("list") and "”“" not in match.group("list")):
            continue
        at = match.start("list")
        for piece in re.split(r"[、和]|(?<=”)(?=“)", match.group("list")):
            begin, name = at, piece.strip("“”")
            at = text.find(piece, at) + len(piece)
            begin = text.find(piece, begin) + (1 if piece.startswith("“") else 0)
            if not 2 <= len(name) <= 24 or re.fullmatch(r"(?:[\d一二两三四五六七八九十]+(?:个|场))?(?:主会场|主论坛|分会场|分论坛|开幕式|闭幕式|全体会议)", name) or re.search(r"[\ue000-\ue00a，]", name):
                continue
            start, end = reader.view.span(begin, begin + len(name))
            thing = Thing("Event", reader.draft.text[start:end] + (match["kind"] if len(name) < 3 else ""), [(start, end)])
            thing.add_alias(reader.draft.text[start:end] + match["kind"])
            reader.draft.things.append(thing)
            reader.events.things.append(thing)
            reader.claim(thing, "subEventOf", main, match.span(), "subEventOf.forums")


# 设甲分会场和乙分会场: each says its own kind (`event_series.halls`).
_HALLS = pattern(r"(?:设|设立|设置|设有|开设|分设|辟|辟出|开辟|辟有)了?(?P<list><E>(?:(?:、|和|与|及|以及)<E>)*)")


def _read_halls(reader: Reader) -> None:
    main, things = reader.events.main, reader.view.things
    for match in matches(_HALLS, reader.view.text):
        for cell in reader.listed(*match.span("list"), EVENT):
            if main is not None and things[cell] is not main and re.search(r"(?:分会场|分论坛|专场|平行论坛)$", things[cell].name):
                reader.claim(things[cell], "subEventOf", main, match.span(), "subEventOf.forums")


# “某某”分论坛由甲承办: named as a branch, it is one of the main event's
_BRANCH = re.compile(r"(?:分论坛|子论坛|平行论坛|分会场|专场论坛|边会|平行会议|平行分会|专题分会|分议题|分赛场|分赛区)$")


def read_branches(reader: Reader) -> None:
    """An event that is called a branch, where nothing says of what: of the main event."""
    main = reader.events.main
    for event in reader.events.things if main is not None and not _BRANCH.search(main.name) else ():
        if event is main or not _BRANCH.search(event.name) or id(event) in reader.events.cancelled:
            continue
        used = any(event in (c.subject, c.object) and c.predicate != "about" for c in reader.draft.claims)
        told = any(c.predicate == "subEventOf" and c.subject is event for c in reader.draft.claims)
        at = next((reader.view.at(a) for a, _ in event.mentions if a > len(reader.draft.item.title)), None)
        if main is not None and used and not told and at is not None and at < len(reader.view.text):
            reader.claim(event, "subEventOf", main, (at, reader.clause_end(at, "，。；\n")), "subEventOf.stage")


_BESIDE = pattern(r"(?:(?:会议|大会|论坛|活动|展会|展览)?(?:期间|同期|同时)|(?:(?<=[，。；\n])|^)[其此]间|(?:培训|会议|会期|展期|论坛|活动|会议|课程|大会)?(?:间隙|间歇|之余|之际|茶歇)|会上|会议上|大会上|论坛上|仪式上|活动上|开幕式上|现场|当天|当日)")


def read_parts(reader: Reader) -> None:
    """`subEventOf` of the item: 期间, 同期, 配套活动."""
    text = reader.view.text
    main = reader.events.main
    part = reader.events
    for match in matches(_DURING, text):
        big = reader.view.things.get(match.start("big"))
        if big is None:
            continue
        # 某分会同期召开 is the part, not the whole
        alone = match.group().endswith("同期") and text[match.start() - 1 : match.start()] in ("，", "。", "；", "\n")
        begin = max(text.rfind(s, 0, match.start()) for s in "。；\n") + 1
        stop = reader.clause_end(match.end(), "。\n")
        held = text[match.end() : stop]
        smaller = [at for at in reader.listed(match.end(), stop, EVENT) if reader.view.things[at] is not big]
        if smaller and re.search(r"举办|召开|举行|开展|组织|设|进行|发布|签|办了|办起|启动|穿插|安排", text[match.end() : smaller[0] + 1] + text[smaller[-1] : stop]):
            for at in smaller:
                if not re.search(r"期间|同期", text[at : at + 4]):
                    reader.claim(reader.view.things[at], "subEventOf", big, (match.start(), at + 1), "subEventOf.during")
                    if re.match(r"[^，。；\ue000]{0,4}(?:设|办|举)", text[match.end() : at]) and ORG not in text[match.end() : at]:
                        _same_hosts(reader, reader.view.things[at], big, (match.start(), at + 1))
        elif not alone and re.match(r"(?:成功|隆重|顺利|\ue00a|[在于]\ue002+)*(?:举办|召开|举行|开幕|亮相|启动)", held):
            before = [at for at in reader.listed(begin, match.start(), EVENT) if reader.view.things[at] is not big]
            for at in before[-1:]:
                reader.claim(reader.view.things[at], "subEventOf", big, (at, stop), "subEventOf.during")
    for match in matches(_PART, text):
        big = reader.view.things.get(match.start("big"))
        small = reader.view.things.get(match.start("small")) if match.group("small") else None
        if small is None:
            begin = max(text.rfind(s, 0, match.start()) for s in "\n") + 1
            earlier = [at for at in reader.listed(begin, match.start(), EVENT) if reader.view.things[at] is not big]
            small = reader.view.things[earlier[-1]] if earlier else main
            later = reader.listed(match.end(), reader.clause_end(match.end(), "。\n"), EVENT)
            if match.group().startswith("作为") and later:
                small = reader.view.things[later[0]]
        if big is not None and small is not None and small is not big:
            reader.claim(small, "subEventOf", big, match.span(), "subEventOf.part")
    for hit in reader.hits:
        if hit.verb.group != "host" or main is None:
            continue
        clause = text[max(hit.left, hit.sentence[0]) : hit.start]
        lead = text[hit.sentence[0] : hit.start]
        if not (_BESIDE.search(clause) or _BESIDE.match(lead)) or _DURING.search(lead):
            continue
        cells = objects_of(reader, hit.end, hit)
        whole = focus(reader, hit.start) or main
        for at in cells:
            small = reader.view.things[at]
            if small is not main and small is not whole and id(small) not in part.cancelled:
                reader.claim(small, "subEventOf", whole, (max(hit.left, hit.sentence[0]), at + 1), "subEventOf.beside")


_STAGE = re.compile(r"(?:本届|该)?(大赛|大会|论坛|峰会|博览会|展会|年会|竞赛|赛事)(?:.{0,4}(?:决赛|复赛|初赛|预赛|选拔赛|仪式|典礼|分会场|分论坛|主论坛))")


def _same_hosts(reader: Reader, small: Thing, big: Thing, span: tuple[int, int]) -> None:
    """期间另设编程赛, and nobody named: the hosts are those of the whole."""
    if any(c.predicate == "organizes" and c.object is small for c in reader.draft.claims):
        return
    begin = max(reader.view.text.rfind(sign, 0, span[0]) for sign in "，。；\n") + 1
    if ORG in reader.view.text[begin : span[0]]:
        return  # 甲还于活动期间办了大赛: 甲's
    for claim in list(reader.draft.claims):
        if claim.predicate == "organizes" and claim.object is big and claim.role == "host":
            reader.claim(claim.subject, "organizes", small, span, "organizes.omitted", "host")


# 大会期间举行了青年论坛
_HELD_DURING = pattern(
    r"(?:(?<=[，。；\n])|^)(?:(?:(?P<big><E>)|课程|培训|会议|大会|展会|论坛|活动)期间(?:还|另|也|同时)*|(?P<whole><E>)(?:由<O>[^。；<E>]{0,24}，)?(?:还|另|也|同步|同期|同时|专门|特别)+)"
    r"(?:举行|举办|召开|穿插|组织|安排|套开|推出)了?(?:<CJK>{0,2}(?:场|项|个|次))?(?P<small><E>)"
)


def read_hosts_of_whole(reader: Reader) -> None:
    """What was held during a meeting of an organisation's own, and nobody named: that one's hosts."""
    for match in _HELD_DURING.finditer(reader.view.text):
        named = "big" if match["big"] else "whole"
        big = reader.view.things.get(match.start(named)) if match[named] else reader.events.main
        small = reader.view.things.get(match.start("small"))
        if big is not None and small is not None and small is not big:
            _same_hosts(reader, small, big, match.span())


def read_stages(reader: Reader) -> None:
    """大赛总决赛: a stage of the main event."""
    main = reader.events.main
    for event in reader.events.things:
        stage = _STAGE.fullmatch(event.name)
        course = main is not None and PHASE.fullmatch(event.name) is not None and COURSE.search(main.name) is not None
        if main is None or event is main or not event.mentions or not (course or (stage is not None and stage[1] in main.name)):
            continue
        at = reader.view.at(event.mentions[0][0])
        if at < len(reader.view.text):
            reader.claim(event, "subEventOf", main, (at, at + 1), "subEventOf.stage")


_ALONGSIDE = pattern(r"(?:(?<=[，。；\n])|^)(?P<small><E>(?:(?:、|和|与|及|以及)<E>)*)(?:也|还|将|均|则|在|亦|都)*(?:<T>)?(?:与之|与其)?(?:同期|同步|同时|一并|同日|同地|套开|随后)(?:在<L>+)?(?:召开|举行|举办|开幕|进行|开展|决出|收官|揭晓|落幕|登场|亮相|启动|开赛|开锣|打响)")


# 同期举行的研讨会由甲主办
_HELD_BESIDE = pattern(r"(?:(?<=[，。；\n])|^)(?:会议|大会|活动|论坛|展会)?(?:同期|期间|同步|同场|同时|其间)(?:还|另)?(?:举行|举办|召开|开展|进行|组织|推出|安排)的(?:还有)?(?P<small><E>)")


def read_alongside(reader: Reader) -> None:
    """某分会同期召开: part of the main event, and held by its hosts, where no one else is named."""
    main = reader.events.main
    for match in matches(_HELD_BESIDE, reader.view.text):
        small = reader.view.things.get(match.start("small"))
        told = [reader.view.things[at] for at in reader.listed(reader.headline_end, match.start(), EVENT)]
        whole = main if small is not main else next((t for t in reversed(told) if t is not small), None)
        if whole is not None and small is not None and id(small) not in reader.events.cancelled:
            reader.claim(small, "subEventOf", whole, match.span(), "subEventOf.beside")
    for match in matches(_ALONGSIDE, reader.view.text):
        for cell in reader.listed(*match.span("small"), EVENT):
            small = reader.view.things[cell]
            if main is None or small is main or id(small) in reader.events.cancelled:
                continue
            reader.claim(small, "subEventOf", main, match.span(), "subEventOf.beside")
            if any(c.predicate == "organizes" and c.object is small for c in reader.draft.claims):
                continue
            for claim in list(reader.draft.claims):
                if claim.predicate == "organizes" and claim.object is main and claim.role == "host":
                    reader.claim(claim.subject, "organizes", small, match.span(), "organizes.omitted", "host")
