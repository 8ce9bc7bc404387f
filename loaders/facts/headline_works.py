"""Works that only the headline says who issued: 甲发布人才报告, and the body 《某人才报告》上线."""

from __future__ import annotations

import re

from .clauses import Reader
from .masking import ORG, POLICY, PUBLICATION, STANDARD, pattern

_HEADLINE = pattern(r"(?P<who><O>(?:(?:、|和|与|联合|会同|携手)<O>)*)(?:近日|日前|正式|联合|共同|成功|首次|再次|<T>)*(?P<verb>发布|印发|出台|公布|推出|首发|出版|批准发布|批准)(?P<what>[^，。；\n<O>]{2,26})$")
_KINDS = {
    "Publication": re.compile(r"报告|手册|路线图|白皮书|蓝皮书|绿皮书|案例集|年鉴|指数|目录|汇编|图谱|丛书|教材|期刊|专刊"),
    "Standard": re.compile(r"标准|规范|规程|团标|导则"),
    "Policy": re.compile(r"办法|规划|方案|意见|措施|条例|通知|计划|政策|指南|规定|细则|章程"),
}  # fmt: skip


def read_headline_works(reader: Reader) -> None:
    """Give a work without an issuer the one that the headline names, where only one work fits."""
    match = _HEADLINE.search(reader.view.text[: reader.headline_end].rstrip("\n"))
    if match is None:
        return
    issued = {id(c.object) for c in reader.draft.claims if c.predicate == "issues"}
    signs = {"Publication": PUBLICATION, "Standard": STANDARD, "Policy": POLICY}
    for kind, shape in _KINDS.items():
        works = [t for t in reader.draft.things if t.type == kind]
        if not (shape.search(match["what"]) or signs[kind] in match["what"]) or len(works) != 1 or id(works[0]) in issued:
            continue
        for at in reader.listed(*match.span("who"), ORG):
            role = "approve" if match["verb"].startswith("批准") else "issue"
            reader.claim(reader.view.things[at], "issues", works[0], match.span(), "issues.headline", role)
        return
