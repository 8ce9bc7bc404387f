"""Bullets and numbers at the start of a line: what kind they are, and the line without them."""

from __future__ import annotations

import re
from functools import cache

from ..readers.hygiene import bullets

_NUMERALS = "〇零一二三四五六七八九十百"
_FORMS: tuple[tuple[str, str], ...] = (
    ("part", rf"第[{_NUMERALS}\d]{{1,4}}(?:部分|章|篇|单元|板块|版|栏)\s*[：:、.．\s]?"),
    ("han", rf"[{_NUMERALS}]{{1,4}}\s*[、.．,，:：](?!\d)"),
    ("han-bracket", rf"[（(]\s*[{_NUMERALS}]{{1,3}}\s*[）)]\s*[、.]?"),
    ("digit-bracket", r"[（(]\s*\d{1,3}\s*[）)]\s*[、.]?"),
    ("digit-half", r"\d{1,3}\s*[）)]\s*"),
    ("digit-dotted", r"\d{1,2}[.．]\d{1,2}(?!\d)(?:[.．]\d{1,2})?[、.．\s]\s*(?![%\d万亿])"),
    ("digit", r"\d{1,3}\s*(?:、\s*|[．.]\s*(?=\D|(?:19|20)\d\d(?:[^\d.]))|[．.]\s+|\s+(?=[^\d\s年月日时个家项次届期场名%]|(?:19|20)\d\d[^\d年.%])|(?<=^0\d)\s+(?=\S))"),
    ("circled", r"[①-⑳⑴-⒇⒈-⒛㈠-㈩❶-❿➀-➓]\s*[、.]?"),
    ("letter", r"[A-Za-z][.、）)]\s*(?=[^\x00-\x7f])"),
)


@cache
def _pattern() -> re.Pattern[str]:
    forms = [f"(?P<{name.replace('-', '_')}>{form})" for name, form in _FORMS]
    marks = re.escape(bullets())
    forms.append(rf"(?P<bullet>[{marks}\-–—*＊#>＞]\s+|[{marks}]\s*)")
    return re.compile("|".join(forms))


def split_marker(text: str) -> tuple[str, str, int]:
    """The kind of marker that opens `text` (empty: none), its words, and where the rest begins."""
    match = _pattern().match(text)
    if match is None or match.end() >= len(text) or match.lastgroup is None:
        return "", "", 0
    return match.lastgroup, match.group().strip(), match.end()


_WRAPPED = re.compile(r"^[【\[［〖〔]\s*([^【】\[\]]{2,40}?)\s*[】\]］〗〕]$|^[◆■●★☆※—\-=~*#·\s]+(.{2,40}?)[◆■●★☆※—\-=~*#·\s]+$")
_FRAME = "◆■●★☆※—=~*#· "


def unwrap(text: str) -> tuple[int, int]:
    """Where the words of a heading stand inside its frame: 【联盟动态】, —— 联盟动态 ——."""
    match = _WRAPPED.match(text)
    if match is None:
        # the opening half of the frame was taken for a bullet: 联盟动态 ◆
        return 0, len(text.rstrip(_FRAME)) or len(text)
    group = 1 if match.group(1) else 2
    return match.start(group), match.end(group)
