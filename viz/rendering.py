"""From a page's content to one HTML file that asks for nothing.

The template escapes all it is given; the content goes in as JSON in which no `<`, `>` or `&` is left, so no
name can close its element; the only script and the only style are allowed by their hashes.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

SCRIPTS = (
    "core", "model", "state", "filter", "words", "panel", "filters", "search", "export", "table",
    "matrix", "network_draw", "network", "members", "timeline", "bridging", "changes", "ego", "path", "items",
    "atlas", "presenter", "keys", "app",
)
STYLES = ("tokens", "frame", "parts", "views", "print")


def render(content: Mapping[str, Any], *, title: str, font: str = "", language: str = "zh-CN") -> str:
    """The whole page. `content` is what `content.build` made; `font` a stylesheet with an embedded font."""
    style = _assets("css", STYLES) + font
    script = _assets("js", SCRIPTS)
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src '{_hash(script)}'",
            f"style-src '{_hash(style)}'",
            "img-src data: blob:",
            "font-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return _environment().get_template("page.html").render(
        title=title,
        language=language,
        policy=policy,
        style=Markup(style),  # noqa: S704 - our own file, and its hash is in the policy
        script=Markup(script),  # noqa: S704
        content=Markup(safe_json(content)),  # noqa: S704 - holds no character that HTML gives a meaning to
    )


def safe_json(content: Any) -> str:
    """JSON that can stand inside a script element: nothing in it can end the element or start another."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False, sort_keys=False)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


@cache
def _assets(kind: str, names: tuple[str, ...]) -> str:
    folder = files(__package__).joinpath("assets")
    names = tuple(n for n in names if folder.joinpath(f"{n}.{kind}").is_file())
    parts = [folder.joinpath(f"{name}.{kind}").read_text(encoding="utf-8").strip() for name in names]
    text = "\n".join(parts)
    return f"\n(() => {{\n'use strict';\n{text}\n}})();\n" if kind == "js" else f"\n{text}\n"


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader(__package__), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )
