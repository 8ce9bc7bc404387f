"""How questions are shown: one line in the list, all of one, as plain data."""

from __future__ import annotations

from typing import Any

from ..queries import Question
from .output import Output


def print_families(output: Output, found: list[Question], tag: str | None) -> None:
    """Questions by their first family: name, parameters, title in both languages."""
    family = ""
    for one in sorted(found, key=lambda q: (tag or next(iter(q.tags), ""), q.name)):
        first = tag or next(iter(one.tags), "")
        if first != family:
            output.result(*([""] if family else []), first)
            family = first
        own = "" if one.built_in else "  *"
        output.result(
            f"  {one.name:<26} {parameters(one):<28} {' '.join(dict.fromkeys(one.title.values()))}{own}"
        )


def print_whole(output: Output, question: Question) -> None:
    """A question with its parameters, columns, an example and its texts."""
    output.result(f"{question.name}    {question.title['zh']} / {question.title['en']}", "")
    output.result(question.question["zh"], question.question["en"], "")
    for one in question.parameters.values():
        output.result(f"  -p {one.name}=…    {_described(one)}")
    shown = (f"{c.name} ({c.type})" for c in question.columns if c.type != "edges")
    output.result("", "columns   " + ", ".join(shown))
    output.result("example   " + question.example())
    for language, text in question.texts.items():
        output.result("", f"-- {language} " + "-" * 60, "", text.rstrip())


def parameters(question: Question) -> str:
    """The parameters' names, those in brackets that may be left out."""
    return " ".join(p.name if p.required else f"[{p.name}]" for p in question.parameters.values())


def _described(one: Any) -> str:
    parts = [one.spelled, one.about]
    if one.choices:
        parts.append("one of " + ", ".join(one.choices))
    if one.default is not None:
        parts.append(f"default {one.default}")
    elif one.optional:
        parts.append("may be left out")
    return "; ".join(part for part in parts if part)


def about(question: Question) -> dict[str, Any]:
    """A question as plain data, without its texts."""
    return {
        "name": question.name,
        "title": question.title,
        "question": question.question,
        "tags": list(question.tags),
        "built_in": question.built_in,
        "languages": sorted(question.texts),
        "parameters": [
            {
                "name": p.name,
                "type": p.spelled,
                "about": p.about,
                "required": p.required,
                "default": p.default,
                "choices": list(p.choices),
                "example": p.example,
            }
            for p in question.parameters.values()
        ],
        "columns": [{"name": c.name, "type": c.type, "optional": c.optional} for c in question.columns],
        "example": question.example(),
    }
