"""Credit lines: （信息来源：新华网）, （木竹联盟秘书处供稿）, 来源：科技日报."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from .signals import signals

CreditKind = Literal["contributor", "source"]


@dataclass(frozen=True, slots=True)
class Credit:
    """Whom a credit line names, and as what."""

    name: str
    kind: CreditKind


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], CreditKind], ...]:
    words = signals()
    source, contributor, person = words["credit_source"], words["credit_contributor"], words["credit_person"]
    return (
        (re.compile(rf"^(?:{source})\s*[：:]\s*(?P<name>.+)$"), "source"),
        (re.compile(rf"^(?:{contributor})\s*[：:]\s*(?P<name>.+)$"), "contributor"),
        (re.compile(rf"^(?:稿件)?由?\s*(?P<name>.{{2,60}}?)\s*(?:{contributor})$"), "contributor"),
        (re.compile(r"^(?:摘|转|选|引|载)(?:编|载|摘|登|发)?(?:自|于)\s*(?P<name>.+)$"), "source"),
        (re.compile(r"^(?:来源|原载|刊载|刊)(?:于|自)?\s*(?P<name>《.+》.*)$"), "source"),
        (re.compile(rf"^{person}\s*(?:[：:/／|｜]\s*|\s)(?P<name>[^：:]{{2,40}}?)(?:\s*[/／|｜]?\s*(?:图|摄影|摄)\s*[/／|｜：:].*)?$"), "contributor"),
    )


# What only brackets make a credit: （来源 新华网）, （据科技日报）, （科技日报记者 张某某）, （人民日报报道）.
_BRACKETS_ONLY: tuple[tuple[re.Pattern[str], CreditKind], ...] = (
    (re.compile(r"^(?:信息|稿件|消息|资料|文章)?来源(?!于|自)\s*(?P<name>[^：:，。]{2,40})$"), "source"),
    (re.compile(r"^综?合?(?:据|综合)(?P<name>(?!悉|了解|介绍|此|统计|报道)[^：:，。]{2,30}?)(?:消息|报道|电|讯)?$"), "source"),
    (re.compile(r"^(?P<name>[^：:，。]{2,20}(?:社|报|网|台|刊|杂志|周刊|微报|客户端|公众号))(?:\d{1,2}月\d{1,2}日)?(?:电|讯|消息|报道)$"), "source"),
)


_BRACKETED = re.compile(r"^[（(【\[［〔]\s*(?P<inside>.+?)\s*[）)】\]］〕]?\s*[。.]?$", re.S)
_INLINE = re.compile(r"[（(【\[〔][^（(【\[〔）)】\]〕]{2,80}(?:[（(][^（）()]{1,30}[）)][^（(【）)】]{0,30})?[）)】\]〕]\s*[。.]?\s*$")
_SPLIT = re.compile(r"\s*[;；|｜]\s*|\s{2,}|(?<=[^\s])\s+(?=(?:供稿|来源|作者|编辑|责任编辑|责编|记者|审核|撰稿)\s*[：:])")
_QUOTED = re.compile(r"^《([^《》]+)》$|^“([^“”]+)”$")


def parse_credit(line: str) -> Credit | None:
    """The credit that a whole line gives, or None. Brackets are usual but not needed."""
    text = line.strip().lstrip("—-– ") if line[:1] in "—-–" else line.strip()
    bracketed = _BRACKETED.match(text) if text[:1] in "（(【[［〔" else None
    inside = bracketed.group("inside") if bracketed else text.rstrip("。. ")
    if not 2 < len(inside) <= 120 or (bracketed is None and len(inside) > 60) or "。" in inside:
        return None
    for part in _SPLIT.split(inside):
        for pattern, kind in (*_patterns(), *_BRACKETS_ONLY) if bracketed else _patterns():
            match = pattern.match(part)
            if match is None:
                continue
            if bracketed is None and not _stands_alone(part, pattern.match(part)):
                continue
            name = clean_name(match.group("name"))
            if name:
                return Credit(name, kind)
    return None


def _stands_alone(part: str, match: re.Match[str] | None) -> bool:
    """Whether words without brackets are a credit: a label and a name, or a short name and 供稿."""
    if re.match(r"[^：:]{2,10}\s*[：:]", part):
        return match is not None and len(match.group("name")) <= 40
    if re.match(r"[^：:/／]{1,4}\s*[/／|｜]|(?:摘|转|选|录|引)(?:编|载|摘|登|发)?(?:自|于)\s*《[^》]+》", part):
        return match is not None and len(part) <= 40 and "，" not in part
    return part.endswith(("供稿", "撰稿")) and len(part) <= 40 and "，" not in part


def clean_name(name: str) -> str:
    """The name without 秘书处, title marks round the whole and words of bracketing."""
    text = name.strip(" 　：:，,。.、（）()") if name.count("（") != name.count("）") else name.strip(" 　：:，,。.、")
    quoted = _QUOTED.match(text)
    if quoted:
        text = quoted.group(1) or quoted.group(2)
    text = re.sub(r"(?<=.)秘书处(?=$|[、，,/\s])", "", text)
    return text.strip(" 　：:，,、")


def inline_credit(paragraph: str) -> int | None:
    """Where a credit in brackets begins that closes a paragraph of other text, or None."""
    match = _INLINE.search(paragraph)
    if match is None or match.start() == 0:
        return None
    if paragraph[: match.start()].rstrip()[-1:] not in tuple("。！？”）…；"):
        return None
    return match.start() if parse_credit(match.group()) else None
