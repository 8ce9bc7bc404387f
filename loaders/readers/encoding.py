"""Bytes → text: byte order mark, then UTF-8, UTF-16 without a mark, GB18030."""

from __future__ import annotations

import codecs
import re

from ...errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
# Share of characters that a text of this genre may hold outside Han, ASCII and usual punctuation.
_STRANGE = 0.05
_USUAL = re.compile("[\t\n\r\x0c\x20-\x7e\u00a0-\u00ff\u2000-\u206f\u2190-\u27bf\u2e80-\u9fff\ue000-\ufaff\uff00-\uffef]")
_SAMPLE = 20_000


def decode(data: bytes, *, where: str, declared: str | None = None) -> tuple[str, str]:
    """The text of a file and the name of its encoding.

    `declared` is what the file says of itself (an HTML meta element); it counts after a byte order
    mark and only where the bytes allow it. Raises `InputError` where nothing fits.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(name), name
            except UnicodeDecodeError as error:
                text = data[len(mark) :].decode(name, errors="replace")
                if _looks_right(text):
                    return text, name
                raise _unreadable(where) from error
    if declared:
        try:
            name = codecs.lookup("gb18030" if declared.lower() in ("gb2312", "gbk") else declared).name
            text = data.decode(name)
            if _looks_right(text):
                return text, name
        except (LookupError, UnicodeDecodeError, ValueError):
            pass
    names: tuple[str, ...]
    if b"\x00" in data[:_SAMPLE]:
        names = ("utf-16-le", "utf-16-be")
    else:
        names = ("utf-8", "gb18030", "utf-16-le", "utf-16-be")
    for name in names:
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if _looks_right(text):
            return text, name
    # A damaged byte or two should not cost a whole bulletin: take UTF-8 or GB18030 with replacements.
    for name in ("utf-8", "gb18030"):
        text = data.decode(name, errors="replace")
        if text.count("\ufffd") <= len(text) // 100 and _looks_right(text):
            return text, name
    raise _unreadable(where)


def _unreadable(where: str) -> InputError:
    return InputError(
        "no text in an encoding we know", where=where, hint="save it as UTF-8 text, DOCX or PDF"
    )


def _looks_right(text: str) -> bool:
    sample = text[:_SAMPLE]
    return len(sample) - len(_USUAL.findall(sample)) <= len(sample) * _STRANGE
