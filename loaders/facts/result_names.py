"""Results by the words of a verb's object: developed what, and what a passive clause names."""

from __future__ import annotations

import re

from .draft import Draft, Thing
from .frame_lexicon import compiled
from .masking import View
from .result_shapes import result_shapes


def is_result(name: str) -> bool:
    """Whether a name ends as those of results do (生产线, 装备, 平台)."""
    return result_shapes()["achievement_tails"].search(name) is not None


_OUTPUT = re.compile(r"(?:了)?(?:年产|日产|月产|年处理|日处理|年加工)[\d.,，余多]*[万亿千百]*(?:余|多)?(?:吨|台|套|只|件|片|辆|千瓦|兆瓦|米|平方米|立方米|公斤|千克|支|株|头|颗|块)")


def develop(draft: Draft, view: View, start: int) -> tuple[Thing, int] | None:
    """The achievement without quotation marks that begins at `start`, and where its name ends."""
    while view.text[start : start + 1] in ("的", "了", "出"):
        start += 1
    if view.text[start : start + 1] in ("、", "，"):
        return None
    if view.text.startswith(("进行", "开展", "展开", "工作", "经验", "方向", "思路", "过程", "能力"), start):
        return None  # 就…开发进行了座谈
    if view.text.startswith(("这项", "该项", "此项", "这一", "这种", "这款", "该技术", "此技术"), start):
        return None
    quoted = re.compile(r"“[^”\n]{1,20}”(?=[\u4e00-\u9fff])").match(view.text, start)
    end_match = compiled("results", "right").search(view.text, quoted.end() if quoted else start + 1)
    end = end_match.start() if end_match else len(view.text)
    if re.match(r"的[\u4e00-\u9fff]", view.text[end : end + 2]) and _OUTPUT.fullmatch(view.text, start, end):
        longer = compiled("results", "right").search(view.text, end + 1)
        end = longer.start() if longer else len(view.text)  # 年产20万吨的示范生产线
    begin = start
    if lead := compiled("results", "lead").match(view.text[start:end]):
        begin = start + lead.end()
    name = view.text[begin:end]
    if re.search(r"(?:中心|研究院|研究所|实验室|基地|联盟|学院|公司|工作站|协会)”?$", name):
        return None
    plain = result_shapes()["no_achievement"].search(name) and not (len(name) >= 6 and name.endswith(("装备", "技术")))
    if not 3 <= len(name) <= 34 or plain or re.search(r"[\ue000-\ue00a]", name):
        return None
    if re.match(r"(?:更|各|有关|相关|一系列|大量|新的|多|等)", name):
        return None
    first, last = view.span(begin, end)
    words = draft.text[first:last]
    thing = next((t for t in draft.things if t.type == "Achievement" and (words in t.names or (t.name in words and len(t.name) * 3 >= len(words) * 2))), None)
    if thing is None:
        thing = Thing("Achievement", words)
        draft.things.append(thing)
    if (first, last) not in thing.mentions:
        thing.mentions.append((first, last))
    return thing, end


def passive_name(draft: Draft, view: View, start: int, end: int) -> Thing | None:
    """The achievement named by the whole of `[start, end)` before 由 (示范线由甲建设), if it reads as one."""
    words = view.text[start:end]
    if not 4 <= len(words) <= 26 or re.search(r"[\ue000-\ue00a，的]|^(?:这|该|此|本|上述)(?:一|项|款|种|套|台|条|个)", words):
        return None
    if not result_shapes()["achievement_tails"].search(words):
        return None
    first, last = view.span(start, end)
    name = draft.text[first:last]
    thing = next((t for t in draft.things if t.type == "Achievement" and name in t.names), None)
    if thing is None:
        thing = Thing("Achievement", name)
        draft.things.append(thing)
    thing.mentions.append((first, last))
    return thing
