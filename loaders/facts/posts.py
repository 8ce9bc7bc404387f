"""Posts, titles and the verbs by which persons take posts: the lexicon `names_posts`, compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import ahocorasick_rs

from .lexicon_files import table, words

_ADDRESS = "(?:先生|女士|同志|教授|研究员|院士|博士)?"
_TERM = "新一?[任届]|首[任届]|第[一二三四五六七八九十]+届"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A post or title at `[start, end)`; `title` where it is no post."""

    start: int
    end: int
    title: bool


@lru_cache(maxsize=1)
def _lexicon() -> tuple[ahocorasick_rs.AhoCorasick, list[str], frozenset[str]]:
    data = table("names_posts")
    titles = frozenset(words(data["titles"]))
    forms = sorted(titles | set(words(data["posts"])), key=lambda w: (-len(w), w))
    automaton = ahocorasick_rs.AhoCorasick(forms, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return automaton, forms, titles


@lru_cache(maxsize=1)
def _modifiers() -> re.Pattern[str]:
    options = "|".join(sorted(words(table("names_posts")["modifiers"]), key=lambda w: (-len(w), w)))
    return re.compile(rf"(?:{options})+$")


@lru_cache(maxsize=1)
def surnames() -> frozenset[str]:
    """Surnames, of one and of two characters."""
    return frozenset(words(table("names_posts")["surnames"]))


@lru_cache(maxsize=1)
def japanese() -> frozenset[str]:
    """Common surnames of Japan, of two and three characters."""
    return frozenset(words(table("names_posts")["japanese"]))


@lru_cache(maxsize=1)
def ambiguous() -> frozenset[str]:
    """Surnames that are common words too."""
    return frozenset(words(table("names_posts")["ambiguous"]))


@lru_cache(maxsize=1)
def following() -> tuple[str, ...]:
    """Words that may follow a person's name besides the boundary words."""
    return words(table("names_posts")["person_next"])


def anchors(text: str) -> list[Anchor]:
    """Posts and titles in reading order, widened by 副, 名誉 … to the left."""
    automaton, forms, titles = _lexicon()
    blocked = words(table("names_posts")["not_before"])
    out = []
    for number, start, end in automaton.find_matches_as_indexes(text):
        if forms[number] in ("理事", "常务理事", "监事") and text.startswith("会", end):
            continue  # 第五届理事会会长
        if forms[number] == "委员" and (text.startswith("会", end) or not (
            text.endswith(("会", "委", "名誉", "主任", "特邀", "秘书"), 0, start) or (text.endswith(("为", "任"), 0, start) and "委员会" in text[max(0, start - 60) : start])
        )):
            continue  # a committee, or members of none
        if forms[number] == "秘书" and not text.endswith(("任", "为", "选"), 0, start):
            continue
        if text.startswith(blocked, end) and not text.startswith(("席",), end - 1):
            continue
        widened = _modifiers().search(text, max(0, start - 8), start)
        if widened and forms[number] not in titles:
            start = widened.start()
        out.append(Anchor(start, end, forms[number] in titles))
    return out



def office_before(text: str, end: int) -> tuple[int, int] | None:
    """The post that ends right before `end`, widened by 副, 名誉 …; None where none does."""
    form = next((f for f in _lexicon()[1] if text.endswith(f, 0, end)), None)
    if form is None or form in _lexicon()[2]:
        return None
    start = end - len(form)
    widened = _modifiers().search(text, max(0, start - 8), start)
    return (widened.start() if widened else start), end


def surname_length(text: str, start: int) -> int:
    """1 or 2 where a surname stands at `start`, 0 where none does."""
    if text[start : start + 2] in surnames():
        return 2
    return int(text[start : start + 1] in surnames())


AS_POST = re.compile(rf"{_ADDRESS}以(?=[^，。；]{{2,24}}的?身份)")
PERSONAL = re.compile(
    "接替|接任|卸任|辞去|当选|担任|出任|改选|聘|主持|推选|选举|致辞|授课|作报告|主讲|作了报告|做报告|作了题为|为题作|为题做|为题发表|作技术分享|作分享|作了分享|作主题|作专题|作主旨|发表演讲|作演讲|作了演讲|领衔|带队|会见|主笔|执笔|入选|获评|荣获|获得?“|被评为|获聘|获颁|荣膺|主审|被[^，。；]{2,20}(?:授予|评为|授以|表彰|推选|评选)"
)
GIVEN = re.compile(rf"{_ADDRESS}(?:为|作|作为)(?:{_TERM})?")
TAKES = re.compile(r"(?:院士|教授|研究员|同志|先生|女士)?(?:继续|正式|暂时|再次|[暂仍续])*(?:担任|兼任|出任|接任|接掌|接棒|接手|接替|执掌|续任|担纲|担当|承担|担起|肩负|代理|履职|充任|挂帅|掌舵|主持|兼|任)")
TAKEN = re.compile(
    rf"{_ADDRESS}(?:等)?(?:[一二两三四五六七八九十\d]+(?:人|位|名))?(?:同志)?(?:分别|共同|一并|继续|暂时|均|都)*(?:担任|兼任|出任|接任|接掌|任|充任|当选)"
)
OFFICES = ("主席", "会长", "理事长", "秘书长", "盟主")


@lru_cache(maxsize=1)
def appointment_verbs() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """`(当选, 出任 … after a person, 选举, 聘请 … before one)`."""
    data = table("names_posts")
    verbs = "|".join(sorted(words(data["appointed"]), key=lambda w: (-len(w), w)))
    adverbs = (
        "(?:近日|日前|近期|今起|不久前|\\d{1,2}月(?:\\d{1,2}日)?|卸任后|离任后|退休后|届满后|到龄后|退居二线后|改选后|经选举|经投票|经推选|再次|再度|连续|全票|一致|均|也|还|又|亦|则|另|此外|随后|一并|分别|新|正式|同时|当场|继续|第[一二三四五]次"
        "|参加竞选并|参加|竞选|并|成功|共同|获准)*"
    )
    verb = re.compile(
        rf"(?:先生|女士|同志|教授|研究员|院士|博士)?(?:等?[\d一二两三四五六七八九十]+余?(?:人|位|名)(?:专家|同志|学者|教授|代表)?|等(?=[被受获应当担]))?{adverbs}(?:{verbs}|为(?=副|理事|秘书|会长|主任|组长)|兼(?=副?(?:秘书长|理事长|会长|主任|院长|所长|总经理|董事长)))"
        r"(?:了|新一?[任届]|首[任届]|下一?[任届]|第[一二三四五六七八九十]+届)?(?:的)?"
    )
    return verb, re.compile("|".join(words(data["appointing"])))
