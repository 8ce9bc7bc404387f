"""Which bulletin this is: title, issue number, date, publisher, and an id that is the same in every file form."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from .dates import Precision, masthead_date
from .signals import signals


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the lines before the first item say of the bulletin."""

    title: str | None = None
    issue: str | None = None
    date: str | None = None
    precision: Precision | None = None
    publisher: str | None = None


_ISSUE = (
    re.compile(r"((?:19|20)\d\d)\s*年?\s*(?:度)?\s*[,，·\s]*第\s*([0-9〇一二三四五六七八九十]+(?:[-—–、至]\s*\d+)?)\s*期"),
    re.compile(r"((?:19|20)\d\d)\s*年?\s*[-—–]?\s*(?:No\.?|NO\.?|Vol\.?)\s*(\d+)"),
    re.compile(r"()第\s*([0-9〇一二三四五六七八九十百]+(?:[-—–、至]\s*\d+)?)\s*期"),
    re.compile(r"((?:19|20)\d\d)\s*年?\s*([第]?[一二三四1-4]\s*季度?|合刊|增刊|[上下]半年)"),
    re.compile(r"()(总\s*第?\s*\d+\s*期)"),
)
_TOTAL = re.compile(r"总\s*(?:第\s*)?(\d+)\s*期")
_PUBLISHER = re.compile(
    r"(?:主办|编印|主办单位|编制|编发|编辑|编者|出版|印发|主管|编辑单位|编印单位|出版单位|主编单位)(?:单位|方|者)?\s*[：:]\s*(?P<name>[^\s：:；;|｜]{3,40})"
)
_MAKER = re.compile(r"^(?P<name>\S{3,40}?)\s*(?:编印|编制|主办|编发|印发|编|印)(?=\s|$)")
_BODY_NAME = re.compile(r"(联盟|联络组|协发网|协会|学会|联合会|促进会|研究会|委员会|中心|研究院|秘书处|办公室|编辑部|集团|公司|网|部|厅|局)$")


# 某联合会秘书处 2025年9月28日
_DATED = re.compile(r"\s*(?:19|20)\d\d\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?$")
_NO_LETTERS = re.compile(r"[\W_]+")
_MARKS = "，。、；：？！（）《》“”—…·"
_USUAL = re.compile(f"[\n -~\u4e00-\u9fff{_MARKS}]*")
_SIGNS = re.compile(rf"[\n -/:-@\[-`{{-~{_MARKS}]+")


@cache
def _names() -> re.Pattern[str]:
    return re.compile(rf"{signals()['bulletin_names']}(?:（[^）]*）|\([^)]*\))?$")


def read_masthead(lines: Sequence[str], extra: str | None = None) -> Masthead:
    """Read the masthead's lines; `extra` is a title that stands outside the text (metadata)."""
    title = issue = publisher = None
    candidates = [*lines, *([extra] if extra else [])]
    for at, line in enumerate(candidates):
        found = _issue(line)
        if found and issue is None:
            issue = found
        match = _PUBLISHER.search(line) or _MAKER.match(line)
        if match and publisher is None and (match.re is _PUBLISHER or _BODY_NAME.search(match.group("name"))):
            publisher = re.sub(r"(?<=.)(?:编辑部|秘书处)$", lambda m: m.group(), match.group("name"))
        if title is None and _title(line):
            title = _title(line)
            if title and len(title) <= 6 and at and _plain(candidates[at - 1]):
                title = candidates[at - 1] + title
    if title is None and extra:
        title = re.split(r"\s*[-_|–—]\s*(?=[^-_|]*(?:网|联盟|协会|官网|平台|首页)$)", extra)[0].strip() or None
    if publisher is None:
        publisher = next((line for line in (_DATED.sub("", given) for given in lines) if _BODY_NAME.search(line) and 4 <= len(line) <= 40 and line != title), None)
    dated = masthead_date(candidates)
    return Masthead(title, issue, dated[0] if dated else None, dated[1] if dated else None, publisher)


def _title(line: str) -> str | None:
    bare = re.sub(r"[《》\s]", "", line)
    for pattern in _ISSUE:
        bare_line = pattern.sub("", bare)
        if bare_line != bare:
            bare = re.sub(r"[（(]\s*[，,]?\s*(总\S*)?\s*[）)]$", "", bare_line)
    bare = _TOTAL.sub("", bare).strip("（）()·—-")
    return bare if 2 <= len(bare) <= 40 and _names().search(bare) else None


def _plain(line: str) -> bool:
    """Whether a line of the masthead may be the first half of the bulletin's name."""
    return len(line) <= 30 and not re.search(r"[：:。，\d]", line)


def _issue(line: str) -> str | None:
    for pattern in _ISSUE:
        match = pattern.search(line)
        if match:
            year, number = match.group(1), re.sub(r"\s", "", match.group(2))
            return f"{year}年第{number}期" if year and re.match(r"\d|[〇一二三四五六七八九十]+$", number) else (
                f"{year}年{number}" if year else f"第{number}期" if not number.startswith("总") else number
            )
    return None


def content_key(texts: Iterable[str]) -> str:
    """A hash of what the items say: letters and ideographs only, so that it is the same in every file form."""
    digest = hashlib.sha256()
    for text in texts:
        if _USUAL.fullmatch(text):  # of these, normalising changes but the signs, which count for nothing
            bare = _SIGNS.sub("", text).lower()
        else:
            bare = _NO_LETTERS.sub("", unicodedata.normalize("NFKC", text).lower())
        digest.update(bare.encode("utf-8", "replace"))
        digest.update(b"\n")
    return digest.hexdigest()


def bulletin_id(masthead: Masthead, texts: Sequence[str]) -> str:
    """An id that can name a file: from title, number and date where the masthead gives them, else from the content."""
    if masthead.issue and (masthead.date or re.match(r"\d{4}年", masthead.issue)):
        year = (masthead.date or masthead.issue)[:4]
        own = "|".join(filter(None, (masthead.title, masthead.issue, masthead.publisher if not masthead.title else None)))
        number = "-".join(re.findall(r"\d+", re.sub(r"^\d{4}年", "", masthead.issue)))
        mark = hashlib.sha256(re.sub(r"[\W_]+", "", own).encode()).hexdigest()[:8]
        return f"b{year}-{number}-{mark}" if number else f"b{year}-{mark}"
    return f"b-{content_key(texts)[:12]}"
