"""Fold what surrounds a name into it: posts before a person, standing before an organisation.

`<O>副主任、<O>秘书长<P>教授` becomes one person whose cell remembers the organisations;
`<O>成员单位<O>` becomes the second organisation.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .draft import Thing
from .frame_lexicon import alternatives
from .masking import ORG, PERSON, View, pattern
from .needs import matches

_LOOSE = r"[^，。；：、\n\ue000-\ue00a]"


@lru_cache(maxsize=1)
def _shapes() -> tuple[re.Pattern[str], re.Pattern[str]]:
    post = alternatives("words", "posts")
    standing = alternatives("words", "standing")
    bare = r"[^，。；：、\n由和与及在于对向为是的有请了将据以并\ue000-\ue00a]"
    one = rf"(?:<O>(?:的|原|前)?{_LOOSE}{{0,14}}?{post}(?:级)?|(?:(?<![\u4e00-\u9fff])|(?<=[和与及由])|(?<=[，。；]同))(?!任|担任|出任|兼任|当选|同){bare}{{0,14}}?{post})"
    plain = rf"(?:{one}(?:、|兼|，)?)*(?:<O>(?!派|特派|专派|专门派|委派|选派|指派|邀请|聘请|特邀|授予|选举|推举|推选|聘任|增补|增选|任命|委托|拜访|会见|接待|组织|举办|召开|看望|表彰|奖励|给予|带领|支持)(?:的|原|前)?{bare}{{0,14}}?)?<P>(?:院士|教授|研究员|博士|先生|女士|同志|主任|秘书长|会长|理事长|所长|院长|部长|局长|司长|处长|董事长|总经理|书记|一行[\d一二两三四五六七八九十]+(?:余|多)?人|一行|老师)*"
    group = rf"(?<=[\ue000])受<O>的?(?:委托|授权|委派)|(?:内设|隶属|挂靠|下属|设立|设)[于在]?<O>的(?=<O>)|(?<=[和与及、为是由：])<O>(?:旗下|下属|所属|名下|直属|下辖|麾下)的?(?=<O>)|<O>(?:的)?(?:所在地|驻地|总部所在地|注册地)(?:的)?(?=<L>)|(?:<O>|(?<=[与和同向对、])(?:本|该|我)?联盟)(?:的)?(?:[一二三四五六七八九十新第届]{{0,4}})?{standing}(?:之一|、|的)?(?=[“]?<O>)"
    counted = rf"(?:(?<=<O>)[\d一二两三四五六七八九十几多]+[家个所位]|(?<=等)(?:[\d一二两三四五六七八九十几多]+[家个所位])?)<O>(?:的)?{standing}"
    return pattern(plain), pattern(f"{group}|{counted}")


def fold_groups(view: View) -> View:
    """The view with person groups folded and standings left out."""
    people, standing = _shapes()
    marks: list[tuple[int, int, str, Thing | None, tuple[Thing, ...]]] = []
    for match in matches(people, view.text):
        if match.end() - match.start() < 2:
            continue
        at = next(i for i in range(match.end() - 1, match.start() - 1, -1) if view.text[i] == PERSON)
        within = tuple(view.things[i] for i in range(match.start(), at) if view.text[i] == ORG and i in view.things)
        if at in view.things:
            marks.append((match.start(), match.end(), PERSON, view.things[at], within))
    folded = view.replace(marks)
    return folded.replace([(m.start(), m.end(), "", None, ()) for m in matches(standing, folded.text)])
