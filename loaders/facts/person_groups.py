"""Persons in a list that only a number and a title follow: 邱定蕃、何季麟、黄小卫三位院士."""

from __future__ import annotations

import re

from .needs import matches
from .posts import surname_length
from .reading import Reading

_GROUP = re.compile(
    r"(?:(?<=[，。；：\n由请到])|^)(?P<names>[\u4e00-\u9fff]{2,4}(?:(?:、|和|与)[\u4e00-\u9fff]{2,4}){1,11})(?:等)?(?:[两二三四五六七八九十]|\d{1,2})[位名]"
    r"(?:国内外|行业|知名|外籍|特邀)*(?:中国)?(?:(?:科学院|工程院)?院士|专家|教授|学者|研究员|博士|企业家|嘉宾|讲师|代表|领导)"
)


def read_person_groups(reading: Reading) -> None:
    """Add the persons of such lists: each piece a surname and one or two signs more."""
    for match in matches(_GROUP, reading.text, 0, reading.body):
        at, pieces = match.start("names"), []
        for piece in re.split("[、和与]", match["names"]):
            pieces.append((at, at + len(piece)))
            at += len(piece) + 1
        if all(1 <= (b - a) - surname_length(reading.text, a) <= 2 and surname_length(reading.text, a) for a, b in pieces):
            for a, b in pieces:
                if not reading.overlaps(a, b):
                    reading.add("Person", a, b)
