"""Institutes that the item says were founded, by the names that they were given: 共建“再生利用联合实验室”."""

from __future__ import annotations

import re

from .needs import matches
from .reading import Reading

_KIND = r"(?:实验室|研究院|研究所|研究中心|创新中心|技术中心|工程中心|研发中心|检测中心|试验中心|中试基地|工作站)"
_FOUNDED = (
    r"(?:设立|共设|合设|新设|增设|开设|共建|联建|合建|共同建设|联合建设|建设|成立|组建|筹建|建立|创建|创办|建成|揭牌|挂牌|落成|启用)了?(?:的)?"
)
_QUOTED = re.compile(rf"{_FOUNDED}“(?P<name>[\u4e00-\u9fffA-Za-z0-9（）·-]{{3,24}}?{_KIND})”")
_PLAIN = re.compile(rf"{_FOUNDED}(?P<name>(?!一|两|多|若|首|第|该|本|新|国家|省|市|[\d三四五六七八九十]+)[\u4e00-\u9fffA-Za-z0-9]{{3,14}}?联合{_KIND})(?=[，。；\n])")


def read_new_institutes(reading: Reading) -> None:
    """Add institutes named where they are founded, that no grammar of endings takes for names."""
    for shape in (_QUOTED, _PLAIN):
        for match in matches(shape, reading.text):
            start, end = match.span("name")
            if start >= reading.body or reading.overlaps(start, end) or re.search(r"[的了和与及等个家项]", match["name"][:-3]):
                continue
            reading.add("ResearchInstitute", start, end)
