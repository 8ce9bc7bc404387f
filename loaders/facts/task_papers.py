"""Papers between those who carry out a project: 四家参加单位分别同牵头单位签订任务书.

Nobody is named there; who leads and who takes part, the sentences on the project say.
"""

from __future__ import annotations

import re

from .clauses import Reader
from .draft import Claim, Thing
from .masking import pattern
from .needs import matches

_OTHERS = r"(?:(?:上述|其余|其他|各|多|全部|所有|这)*(?:[两二三四五六七八九十\d]+[家个所])?)(?:参加|参与|协作|合作|参研|参建|承担|课题承担|子课题承担|课题|子课题|联合承担)(?:单位|方|企业|机构)(?:均|都|也|已|还|则|将)*(?:分别|共同|逐一|依次|各自|一一|先后|当场|现场)*"
_LEAD = r"(?:项目|课题|专项)?(?:总)?(?:牵头|主持|总承担|负责|牵头承担|抓总)(?:单位|方|企业|机构)(?:均|都|也|已|还|则|将)*(?:分别|共同|逐一|依次|各自|一一|先后|当场|现场)*"
_PAPER = r"(?:签订|签署|签下|签|交换|签立|订立)了?[^，。；<O>]{0,14}(?:任务书|合同|协议|责任书|合同书|协议书|任务合同|备忘录)"
_SIGN = pattern(rf"(?:{_OTHERS}[与同和跟]{_LEAD}|{_LEAD}[与同和跟]{_OTHERS}){_PAPER}(?=[，。；\n]|$)")
_LEADS = re.compile(r"^[^，。；]{0,6}?(?:联合|共同)?(?:总?牵头|主持|领衔|抓总|总承担|负责)")


def read_task_papers(reader: Reader) -> None:
    """State the agreement of the one that leads the project told of with each that takes part."""
    for match in matches(_SIGN, reader.view.text):
        if re.search(r"未|拟|将(?:于|在|与|同)|计划|尚", match.group()):
            continue
        here = reader.view.span(*match.span())[0]
        told = [c for c in reader.draft.claims if c.predicate == "undertakes" and c.evidence[1] <= here]
        if not told:
            continue
        project = max(told, key=lambda c: c.evidence).object
        party = [c for c in told if c.object is project]
        leads = list({id(c.subject): c.subject for c in party if _leads(reader, c)}.values())
        others = list({id(c.subject): c.subject for c in party if c.subject not in leads}.values())
        for one in leads if len(leads) == 1 else ():
            for other in others:
                reader.claim(one, "cooperatesWith", other, match.span(), "cooperatesWith.agreement", "agreement")


def _leads(reader: Reader, claim: Claim) -> bool:
    """Whether the words behind a doer, in what was cited for it, say that it leads."""
    who: Thing = claim.subject
    ends = [b for a, b in who.mentions if claim.evidence[0] <= a and b <= claim.evidence[1]]
    return any(_LEADS.match(reader.draft.text[b : claim.evidence[1] + 1]) for b in ends) or any(
        re.search(r"牵头(?:承担)?(?:单位|方)(?:为|是|：|系)$", reader.draft.text[max(0, a - 8) : a]) for a, b in who.mentions if claim.evidence[0] <= a
    )
