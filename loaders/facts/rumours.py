"""What the text only tells to deny it: 外界所传甲入股乙一事并不属实."""

from __future__ import annotations

import re

from .draft import Draft

_DENIED = re.compile(
    r"(?:一事|消息|传闻|传言|说法|报道|猜测|揣测|外界(?:所|盛)?传|谣传|误传|网传|传出)[^。；\n]{0,70}?"
    r"(?:不属实|属不实|不实|失实|否认|无此事|子虚乌有|没有根据|毫无根据|毫无依据|纯属|辟谣|不确|没有这样的计划|没有此计划|无此计划|不予置评|未予证实|尚未证实|未经证实)"
)
_STANDS = frozenset({"partOf", "holdsPost"})


def leave_rumours(draft: Draft) -> None:
    """Drop the claims whose words stand in a sentence that calls them untrue; posts and parents stay."""
    text = draft.text
    for match in _DENIED.finditer(text) if any(word in text for word in ("事", "传", "消息", "说法", "报道", "测")) else ():
        start = max(text.rfind(sign, 0, match.start()) for sign in "。；\n") + 1
        draft.claims[:] = [c for c in draft.claims if c.predicate in _STANDS or not start <= c.evidence[0] < match.end()]
