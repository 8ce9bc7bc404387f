"""Short names for pictures and tables: what a person in the field would say for a thing."""

from __future__ import annotations

import re

from .elements import Node

_TAIL = re.compile(r"(?:产业|科技|技术|创新|战略|发展|协同|与)*联盟$")
_COMPANY = re.compile(r"(?:集团)?(?:股份)?(?:有限)?(?:责任)?公司$")
_BRANCH = re.compile(r"分公司$")
_QUOTES = re.compile(r"[“”\"]")
_CITY = re.compile(r"[（(][^（）()]{1,6}[）)]")

LONG = 12
"""A name of at most this many characters is short enough as it is."""


def short_name(node: Node) -> str:
    """A short name of a thing: a known alias that ends as its name does, else the name less what all share.

    >>> short_name(Node("a", "Alliance", (), {"name": "茶产业技术创新战略联盟", "aliases": ("茶产业联盟",)}))
    '茶产业联盟'
    """
    name = node.name
    if node.type == "Alliance":
        fitting = [a for a in _aliases(node) if a.endswith("联盟") and 3 <= len(a) < len(name)]
        if fitting:
            return min(fitting, key=lambda a: (len(a), a))
        core = _QUOTES.sub("", _TAIL.sub("", name))
        ending = "" if core.endswith(("联合体", "联盟")) else "联盟"
        return f"{core}{ending}" if len(core) >= 2 else name
    if node.type == "Enterprise":
        fitting = [a for a in _aliases(node) if 2 <= len(a) < len(name) and not a.isascii()]
        if fitting:
            return min(fitting, key=lambda a: (abs(len(a) - 4), a))
        core = _CITY.sub("", name if _BRANCH.search(name) else _COMPANY.sub("", name))
        return core if len(core) >= 2 else name
    return name


def _aliases(node: Node) -> tuple[str, ...]:
    found = node.properties.get("aliases", ())
    return found if isinstance(found, tuple) else (str(found),)
