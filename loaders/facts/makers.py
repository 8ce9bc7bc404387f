"""Results without quotation marks whose maker a label or a passive names.

`配套的甲平台同日启用，研发方为乙`, `甲系统上线，由乙开发`: the clause that says what became of the result
names it, the clause behind who made it.
"""

from __future__ import annotations

from .agents import latest
from .clauses import Reader
from .masking import ACHIEVEMENT, ORG, pattern
from .needs import matches
from .result_names import passive_name

_DOES = r"(?:研发|研制|开发|建设|承建|设计|制造|搭建|打造|编程|运维|攻关)"
_LIST = r"(?P<list><O>(?:(?:、|和|与|及|同|以及|会同|联合|携手)<O>)*)"
_STATE = r"(?:启用|上线|投用|投产|下线|问世|开通|交付|亮相|首飞|试运行|投运|投入使用|投入运行|发布|建成|竣工|落成|揭幕)"
_MADE = pattern(
    rf"(?:(?<=[，。；：\n的])|^)(?P<name>(?:(?!的)[\u4e00-\u9fffA-Za-z0-9+-]){{3,22}}?(?:平台|系统|装置|生产线|产线|中试线|示范线|装备|设备|数据库|软件|样机|机器人|芯片|模型))"
    rf"(?:<T>|也|已|于|在|正式|同步|成功|顺利|全面|率先|日前|近日|开始|对外|现|一并|随之|同时)*{_STATE}(?:<T>|运行|使用)?，"
    rf"(?:其|该平台|该系统|平台|系统)?(?:的)?(?:{_DOES}(?:方|单位|者|主体|团队|企业|机构|工作)?(?:为|是|系|：|由)(?:来自)?{_LIST}(?:承担|负责|完成)?|(?:系|是|均)?由{_LIST.replace('?P<list>', '?P<list2>')}(?:自主|联合|共同|负责|牵头|承担|具体)*{_DOES})"
)


def read_makers(reader: Reader) -> None:
    """`develops` of results that stand without quotation marks before their maker's clause."""
    for match in matches(_MADE, reader.view.text):
        if (before := latest(reader, match.end("name"), ACHIEVEMENT, match.start("name"))) is not None:
            thing = reader.view.things[before]
        else:
            named = passive_name(reader.draft, reader.view, *match.span("name"))
            if named is None:
                continue
            thing = named
        span = match.span("list") if match.group("list") else match.span("list2")
        makers = [reader.view.things[at] for at in reader.listed(*span, ORG)]
        for maker in dict.fromkeys(makers):
            reader.claim(maker, "develops", thing, match.span(), "develops.label")
        if len(makers) > 1 and any(word in match.group() for word in ("联合", "共同", "携手", "会同")):
            reader.joint(makers, match.span(), "joint.make")
