"""Clauses that state a relation as a whole: the patterns of `frames_clauses.toml` on the masked text.

Verbs with slots are read by the families of `frames_verbs.toml`; here are the turns of phrase that
have no such verb, or whose slots stand in another order (奖项由甲颁授, 参编的有甲和乙, 产权归甲).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from .agents import before_whole, is_programme, last_named, latest, of_whole
from .clauses import Reader
from .draft import Thing
from .frame_lexicon import load
from .masking import ACHIEVEMENT, EVENT, HONOUR, ORG, PERSON, POLICY, PROJECT, PUBLICATION, STANDARD, pattern
from .needs import Sieve

_SIGNS = {"P": POLICY, "S": STANDARD, "B": PUBLICATION, "H": HONOUR, "A": ACHIEVEMENT, "J": PROJECT, "O": ORG, "E": EVENT}
_LINK = r"(?:、|，以及|，还有|以及|，(?=\ue000(?:[、和与及]\ue000)*(?:等[^，。；]{0,10})?(?:[。；，\n]|$))|和|与|及|会同|联合|同|携手|旗下的?|下属的?|所属的?)"
_LIST = rf"(?P<s>\ue000(?:{_LINK}(?:[^，。；、\ue000]{{0,14}}的)?\ue000)*)(?:等[^，。；]{{0,10}}?)?(?:共同|联合|一起|联手|携手)?"
_PRO = r"(?P<pro>该(?:协会|学会|商会|联合会|促进会|研究会|基金会|联盟|公司|校|所|院|中心|集团|企业|委员会|工作组|研究院|研究所|大学))"
_KINDS = {
    "协会": "Association", "学会": "Association", "商会": "Association", "联合会": "Association", "促进会": "Association",
    "研究会": "Association", "基金会": "Association", "联盟": "Alliance", "公司": "Enterprise", "集团": "Enterprise",
    "企业": "Enterprise", "校": "University", "大学": "University", "所": "ResearchInstitute", "院": "ResearchInstitute",
    "中心": "ResearchInstitute", "研究院": "ResearchInstitute", "研究所": "ResearchInstitute",
}  # fmt: skip
_FORUM = ("分论坛", "分会场", "专场", "平行论坛")
_TOGETHER = re.compile(r"联合|共同|会同|携手|联手|联袂|牵手|合力|并肩|合作的")


@dataclass(frozen=True, slots=True)
class ClauseFrame:
    """One pattern and what a match of it states."""

    shape: re.Pattern[str]
    rule: str
    predicate: str
    role: str | None
    back: str
    back_subject: str
    types: str
    pairs: str
    event: str


@lru_cache(maxsize=1)
def clause_frames() -> tuple[ClauseFrame, ...]:
    """The frames of `frames_clauses.toml`, compiled once."""
    return tuple(
        ClauseFrame(
            pattern(row["pattern"].replace("<LIST>", _LIST).replace("<PRO>", _PRO).replace("<POL>", POLICY).replace("<PUB>", PUBLICATION)),
            row["rule"], row["predicate"], row.get("role"),
            "".join(_SIGNS[letter] for letter in row.get("back", "")),
            "".join(_SIGNS[letter] for letter in row.get("back_subject", "")),
            row.get("types", ""), row.get("pairs", ""), row.get("event", ""),
        )
        for row in load("clauses")["frame"]
    )  # fmt: skip


def read_clause_frames(reader: Reader, predicates: frozenset[str]) -> None:
    """Write down what the frames of these predicates state."""
    text = reader.view.text
    for shape, frame in _of(predicates).within(text):
        for match in shape.finditer(text):
            _state(reader, frame, match)


@lru_cache(maxsize=8)
def _of(predicates: frozenset[str]) -> Sieve[ClauseFrame]:
    return Sieve((frame.shape, frame) for frame in clause_frames() if frame.predicate in predicates)


def _state(reader: Reader, frame: ClauseFrame, match: re.Match[str]) -> None:
    groups, things = match.groupdict(), reader.view.things
    if re.search(r"未能?|没有|尚未|拟|(?<!即)将(?=由|被)|不再|终止|放弃|中止|叫停|搁置|流标|告吹", match.group()) and frame.predicate not in ("heldIn", "subEventOf"):
        return
    subjects = _subjects(reader, frame, match)
    if frame.pairs:
        event = things.get(match.start("event")) if groups.get("event") else None
        told = not frame.event or (event is not None and re.search(frame.event, event.name) is not None)
        if told and len(subjects) > 1:
            reader.joint(subjects, match.span(), frame.rule, frame.pairs)
        return
    if groups.get("o"):
        objects = [things[at] for at in range(*match.span("o")) if at in things]
        if frame.predicate == "undertakes" and before_whole(reader, match.end()) < match.start("o") and (part := last_named(reader, match.end(), "Project")) is not None:
            objects = [part]  # 该课题是某项目的组成部分，承担单位为甲
        start = match.start()
    else:
        before = match.start("s") if groups.get("s") else match.start()
        whole = of_whole(reader, match.start()) if frame.back == PROJECT else None
        objects, start = _behind(reader, frame.back, before, match.group()[:4]) if whole is None else ([whole], before)
        if frame.back == ACHIEVEMENT and (named := _pointed(reader, match.start())) is not None:
            objects, start = [named], match.start()
        elif frame.back == ACHIEVEMENT and frame.predicate == "owns" and (made := last_named(reader, before, "Achievement")) is not None:
            objects, start = [made], before  # 建成的某生产线已投料，产权归乙: also one without quotation marks
    if groups.get("meeting"):
        kinds = ("Project",) if frame.predicate == "undertakes" else ("Standard", "Publication")
        inside = next((t for kind in kinds if (t := last_named(reader, match.end(), kind)) is not None), None)
        objects, start = ([inside] if inside is not None and inside.name in reader.view.things[match.start("meeting")].name else []), match.start()
    if groups.get("noun"):
        objects = [thing for thing in objects if thing.name.endswith(groups["noun"])]
    if frame.role == "exhibit" and frame.back == EVENT and reader.events.main is not None and (not objects or not re.search("展|博览|会", objects[0].name)):
        objects = [reader.events.main]  # what is shown is shown at the fair, not at the contest held beside it
    if frame.predicate == "subEventOf" and re.search("[其此]间", match.group()) and (main := reader.events.main) is not None and main not in subjects:
        objects = [main if thing.name.endswith(_FORUM) else thing for thing in objects]  # 大会设甲分论坛，其间还…: during the whole
    objects = [thing for thing in objects if (not frame.types or thing.type == frame.types) and not (frame.predicate == "owns" and thing.type == "GovernmentAgency")]
    for subject in subjects:
        for thing in objects:
            reader.claim(subject, frame.predicate, thing, (start if not frame.back else match.start(), match.end()), frame.rule, frame.role)
    if objects and len(subjects) > 1 and frame.role != "sign" and _TOGETHER.search(_own_words(frame, match)) and frame.predicate in ("awards", "issues", "develops", "undertakes", "organizes", "drafts"):
        first = next((things[at] for at in range(*match.span()) if at in things and reader.view.text[at] == ORG), None)
        everyone = [first, *subjects] if frame.rule.endswith(".with") and first is not None else subjects
        reader.joint(dict.fromkeys(everyone), match.span(), "joint.issue")


def _own_words(frame: ClauseFrame, match: re.Match[str]) -> str:
    """The words of a match that can say that its subjects do it together: from the clause of the list on."""
    words = match.group()
    if frame.rule.endswith(".with") or not match.groupdict().get("s"):
        return words
    at = match.start("s") - match.start()
    return words[max(words.rfind(sign, 0, at) for sign in "，；") + 1 :]


def _subjects(reader: Reader, frame: ClauseFrame, match: re.Match[str]) -> list[Thing]:
    groups, things, text = match.groupdict(), reader.view.things, reader.view.text
    for name in ("s", "s2"):
        if groups.get(name):
            cells = [at for at in range(*match.span(name)) if at in things]
            if groups.get("s3"):
                cells += [at for at in range(*match.span("s3")) if at in things]
            cells = [at for at in cells if text[at] != PERSON or name == "s2" or frame.predicate == "participatesIn"]
            if frame.predicate == "selectedFor" and match.group(name)[0] == ACHIEVEMENT:
                cells = [at for at in cells if text[at] == ACHIEVEMENT]  # 甲和乙研制的丙: the results, not who made them
            if frame.predicate == "participatesIn" and PERSON in match.group(name):
                cells = [at for at in cells if text[at] == PERSON]
            whole = [at for at in cells if not re.match(r"旗下|下属|所属", text[at + 1 : at + 3])]
            return list(dict.fromkeys(things[at] for at in whole))
    if groups.get("pro"):
        kind = next((k for word, k in sorted(_KINDS.items(), key=lambda p: -len(p[0])) if groups["pro"].endswith(word)), None)
        return _last(reader, match.start("pro"), kind)
    if groups.get("last"):
        return _last(reader, match.start("last"), "Alliance" if groups["last"].endswith("联盟") else "Association")
    return _behind(reader, frame.back_subject, match.start())[0] if frame.back_subject else []


def _last(reader: Reader, before: int, kind: str | None) -> list[Thing]:
    """The last organisation of a kind named before a place."""
    for at in range(before - 1, -1, -1):
        thing = reader.view.things.get(at)
        if thing is not None and reader.view.text[at] == ORG and (kind is None or thing.type == kind):
            return [thing]
    return []


# 该装置的产权归甲: the device that was named so
_POINTED = re.compile(r"(?:该|此|这一|上述)(?:项|套|台|条|款)?(?P<noun>装置|平台|系统|生产线|产线|中试线|示范线|设备|装备|软件|数据库|样机|工艺|技术|产品)的$")


def _pointed(reader: Reader, before: int) -> Thing | None:
    """The result that a pronoun right before a place points to, by its last word; None where none has it."""
    match = _POINTED.search(reader.view.text, max(0, before - 12), before)
    limit = reader.view.cells[before][0]
    if match is None:
        return None
    found = [
        (max(a for a, _ in t.mentions if a < limit), n) for n, t in enumerate(reader.draft.things)
        if t.type == "Achievement" and t.name.endswith(match["noun"]) and any(a < limit for a, _ in t.mentions)
    ]  # fmt: skip
    return reader.draft.things[max(found)[1]] if found else None


def _behind(reader: Reader, signs: str, before: int, word: str = "") -> tuple[list[Thing], int]:
    """The last thing of these signs before a place, the headline's left out where the body has one."""
    before = before_whole(reader, before) if signs == PROJECT else before
    at = latest(reader, before, signs) if signs else None
    while at is not None and word.startswith(("奖", "该奖", "上述奖")) and "奖" not in reader.view.things[at].name:
        at = latest(reader, at, signs)
    if at is not None and signs == PROJECT and is_programme(reader.view.things[at]):
        named = last_named(reader, before, "Project")  # a programme's own project, where one is named
        at = next((cell for cell in range(before - 1, -1, -1) if reader.view.things.get(cell) is named), at) if named else at
    while at is not None and signs == PROJECT and is_programme(reader.view.things[at]):
        at = latest(reader, at, signs)
    while at is not None and signs == ORG and reader.view.things[at].type != "StandardsBody":
        at = latest(reader, at, signs)
    if at is not None and signs == PROJECT and re.search(f"[{STANDARD}{PUBLICATION}]", reader.view.text[at:before]):
        return [], before  # what a standard told of since calls its drafters
    if at is None and signs == PROJECT and (project := last_named(reader, before, "Project")) is not None:
        return [project], before  # named only inside an event's name
    if at is None and signs == ACHIEVEMENT and (made := last_named(reader, before, "Achievement")) is not None:
        return [made], before
    if at is None and STANDARD in signs and (ruled := last_named(reader, before, "Standard")) is not None:
        return [ruled], before  # named only inside the name of the meeting that examines it
    if at is None and signs == POLICY and (agreed := last_named(reader, before, "Policy")) is not None:
        return [agreed], before  # named only inside the name of the ceremony
    return ([], before) if at is None else ([reader.view.things[at]], at)
