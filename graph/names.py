"""Names compared: what two spellings share, which alliance a name means, what names nothing.

Nothing here measures string distance. Two names are the same form (`fold`), or have the same core,
or they are different; the words that decide stand in `names.toml`.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

End = Literal["short", "official", "other"]

_QUOTES = str.maketrans("", "", "“”\"‘’'《》〈〉「」『』〔〕[]【】")
_PAIRS = {("“", "”"), ('"', '"'), ("‘", "’"), ("《", "》"), ("〈", "〉"), ("「", "」")}
_MARKS = str.maketrans(
    {"·": "", "•": "", "・": "", "—": "-", "–": "-", "―": "-", "－": "-", "~": "-", "～": "-"}
)
_STRAY = re.compile(r"(?<=[^\x21-\x7e]) | (?=[^\x21-\x7e])")
_PLACED = re.compile(r"([\u4e00-\u9fff]{2,3})(省|市)(?=.{2})")
_SPACE = re.compile(r"\s+")
_EDITION = re.compile(
    r"第[一二三四五六七八九十百零〇\d]+[届次期回]|十[一二三四五六]五|(?:19|20)\d\d|[一二]〇[一二三四五六七八九〇]{2}|首届"
)


@cache
def rules() -> Mapping[str, Any]:
    """The tables of `names.toml`."""
    return tomllib.loads((files(__package__) / "names.toml").read_text(encoding="utf-8"))


@cache
def _words(table: str, name: str) -> frozenset[str]:
    return frozenset(rules()[table][name])


@lru_cache(maxsize=1 << 16)
def written(name: str) -> str:
    """A name as a person writes it: no stray white space, no quotation marks around it, its own brackets."""
    return _unquoted(_STRAY.sub("", _SPACE.sub(" ", name.strip()))) or name.strip()


@lru_cache(maxsize=1 << 16)
def squeeze(name: str) -> str:
    """A name as keys spell it: compatibility forms folded, no white space, no quotation marks around it."""
    return _unquoted(_SPACE.sub("", unicodedata.normalize("NFKC", name))) or name.strip()


def _unquoted(form: str) -> str:
    while (
        len(form) > 2
        and (form[0], form[-1]) in _PAIRS
        and form[0] not in form[1:-1]
        and form[-1] not in form[1:-1]
    ):
        form = form[1:-1]
    return form


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """The form that equal names share: width, case, white space, quotation marks and dashes do not count."""
    return squeeze(name).translate(_QUOTES).translate(_MARKS).casefold() or name


def slug(text: str) -> str:
    """Text as the part of a key: safe in a path and an IRI, one to one; very long text ends in its hash."""
    if len(text) > 80:
        text = f"{text[:60]}~{hashlib.sha256(text.encode()).hexdigest()[:12]}"
    return _UNSAFE_ENCODE.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), text)


_UNSAFE_ENCODE = re.compile(r"[^\w()+.,:;!*@~、，。：；！？（）“”《》〈〉—–·-]")


def is_generic(name: str) -> bool:
    """Whether the name says nothing outside its item: 秘书处, 办法, 大会."""
    form = fold(name)
    return len(form) < 2 or form in _words("generic", "words")


def is_relative(name: str) -> bool:
    """Whether the name means another thing elsewhere: 省科技厅, 市工信局."""
    return _relative().fullmatch(fold(name)) is not None


@cache
def _relative() -> re.Pattern[str]:
    table = rules()["generic"]
    heads, fields, ends = ("|".join(table[f"relative_{part}"]) for part in ("heads", "fields", "ends"))
    return re.compile(f"(?:{heads})(?:{fields})(?:{ends})")


def is_unnamed_event(name: str) -> bool:
    """Whether the phrase describes a meeting instead of naming it: 座谈, 签约."""
    form = fold(name)
    return len(form) < 3 or form in _words("generic", "events")


def has_edition(name: str) -> bool:
    """Whether the name says which one of a series: 第十六届…, 2024…."""
    return _EDITION.search(name) is not None


def is_public_event(name: str) -> bool:
    """Whether an event of this name goes by the name alone: 第十三届中国数控机床展览会, not 2024年学术年会."""
    form, ends = fold(name), tuple(_words("event", "public"))
    bare = form.removesuffix("活动")
    if (
        not has_edition(form)
        or not bare.endswith(ends)
        or any(word in form for word in _words("event", "own"))
    ):
        return False
    about = _EDITION.sub("", bare)
    for word in sorted({*_words("event", "public"), *_words("event", "bland")}, key=lambda w: (-len(w), w)):
        about = about.replace(word, "")
    return len(about) >= 3


@lru_cache(maxsize=1 << 14)
def alliance_core(name: str) -> tuple[str, End] | None:
    """What says which alliance a name means, and the kind of its end; None where the name has no core.

    >>> alliance_core("化纤产业技术创新战略联盟")
    ('化纤', 'official')
    >>> alliance_core("化纤联盟")
    ('化纤', 'short')
    """
    form = unplaced(name)
    table = rules()["alliance"]
    if not form.endswith(table["suffix"]):
        return None
    core = form
    while True:
        for word in table["words"]:
            if core.endswith(word):
                core = core.removesuffix(word)
                break
        else:
            break
    if not core:
        return None
    end = form[len(core) :]
    kind: End = "short" if end in table["short"] else "official" if end in table["official"] else "other"
    return core, kind


def unplaced(name: str) -> str:
    """A name whose place at the head is said without 省 or 市: 江苏省X and 江苏X are one form."""
    form = fold(name)
    found = _PLACED.match(form)
    if found is None or not (
        found[1] in _variants() or (found[2] == "市" and found[1][-1] not in "城都超门")
    ):
        return form
    return found[1] + form[found.end() :]


@lru_cache(maxsize=1 << 14)
def place(name: str) -> str:
    """The form that the names of one place share: 北京市 and 京 are 北京."""
    form = fold(name)
    if form in _variants():
        return _variants()[form]
    table = rules()["place"]
    for suffix in table["suffixes"]:
        bare = form.removesuffix(suffix)
        if bare != form and 2 <= len(bare) <= 4 and bare not in table["ambiguous"]:
            return _variants().get(bare, bare)
    return form


@cache
def _variants() -> Mapping[str, str]:
    return {form: name for name, forms in rules()["place"]["variants"].items() for form in (name, *forms)}


def is_part(rest: str) -> bool:
    """Whether a name's rest, its parent's name taken off, is the name of a part: 电工研究所, 装备一司."""
    return len(rest) >= 2 and rest.endswith(tuple(rules()["part"]["suffixes"]))


def part(rest: str) -> str:
    """The form that the names of one part share: 电工所 is 电工研究所."""
    for end, fuller in rules()["part"]["fuller"].items():
        if rest.endswith(end) and not rest.endswith(fuller) and len(rest) > len(end) + 1:
            return rest.removesuffix(end) + str(fuller)
    return rest


@lru_cache(maxsize=1 << 14)
def agency(name: str) -> str:
    """The form that the official and short names of one public body share.

    >>> agency("江西省科技厅") == agency("江西省科学技术厅")
    True
    >>> agency("科技部")
    '科学技术部'
    """
    form, table = fold(name), rules()["agency"]
    if form in _bodies():
        return _bodies()[form]
    found = _agency().fullmatch(form)
    if found is None:
        return form
    head, field, end = found.groups()
    if not head.endswith(tuple(table["heads"])) and head not in _variants():
        return form
    return place(head) + str(table["fields"].get(field, field)) + str(table["ends"][end])


@cache
def _bodies() -> Mapping[str, str]:
    bodies = rules()["agency"]["bodies"]
    return {fold(short): full for full, shorts in bodies.items() for short in shorts}


@cache
def _agency() -> re.Pattern[str]:
    table = rules()["agency"]
    known = sorted({*table["fields"], *table["fields"].values()}, key=lambda f: (-len(f), f))
    ends = sorted(table["ends"], key=lambda e: (-len(e), e))
    return re.compile(f"(.{{2,}}?)({'|'.join(known)})({'|'.join(ends)})")


def is_department(name: str) -> bool:
    """Whether an agency of this name is a department that only its parent tells from others."""
    table = rules()["part"]
    form = fold(name)
    return (
        len(form) <= table["department_length"]
        and form.endswith(tuple(table["departments"]))
        and not form.endswith(tuple(table["not_departments"]))
    )


@lru_cache(maxsize=1 << 14)
def number(text: str) -> tuple[str, str] | None:
    """A standard's or an order's number as (base, year), without spaces; None where it is none.

    >>> number("GB/T 43836-2024")
    ('GB/T43836', '2024')
    >>> number("国科发火〔2016〕195号")
    ('国科发火[2016]195号', '')
    """
    form = _SPACE.sub("", unicodedata.normalize("NFKC", text)).replace("—", "-").replace("–", "-")
    for left, right in ("〔[", "〕]", "【[", "】]", "([", ")]"):
        form = form.replace(left, right)
    if re.fullmatch(r"[A-Za-z]+(?:/[A-Za-z]+)*[\d.]+(?:-\d{2,4})?", form):
        base, _, year = form.upper().partition("-")
        return base, year
    if re.search(r"(?:\[\d{4}\]|令)第?\d+号", form):
        return form, ""
    return None


def title(name: str) -> str | None:
    """The form that equal titles share; None for one too short or general to identify a work."""
    form = fold(name)
    for prefix in rules()["work"]["drop_prefixes"]:
        if len(form) - len(prefix) >= 3:
            form = form.removeprefix(prefix)
    table = rules()["work"]
    law = form.endswith(tuple(table["law_ends"])) and not form.endswith("办法")
    least = table["law_length"] if law else table["title_length"]
    return None if is_generic(form) or len(form) < least else form
