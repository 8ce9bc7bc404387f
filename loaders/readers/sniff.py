"""What kind of file this is, by its first bytes rather than by its name."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

from ...errors import InputError

Format = Literal["txt", "html", "docx", "pdf"]

_REFUSED: tuple[tuple[bytes, str, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (.doc, .xls, .ppt)", "save it as DOCX or PDF"),
    (b"\x89PNG", "an image", "give the text, or a PDF with text"),
    (b"\xff\xd8\xff", "an image", "give the text, or a PDF with text"),
    (b"GIF8", "an image", "give the text, or a PDF with text"),
    (b"BM", "an image", "give the text, or a PDF with text"),
    (b"II*\x00", "an image", "give the text, or a PDF with text"),
    (b"MM\x00*", "an image", "give the text, or a PDF with text"),
    (b"RIFF", "an image or a recording", "give the text, or a PDF with text"),
    (b"Rar!", "an archive", "unpack it first"),
    (b"7z\xbc\xaf", "an archive", "unpack it first"),
    (b"\x1f\x8b", "an archive", "unpack it first"),
    (b"BZh", "an archive", "unpack it first"),
    (b"\xfd7zXZ", "an archive", "unpack it first"),
    (b"{\\rtf", "an RTF file", "save it as DOCX or PDF"),
    (b"\x7fELF", "a program", "give a bulletin"),
    (b"MZ\x90\x00", "a program", "give a bulletin"),
    (b"SQLite format 3", "a database", "give a bulletin"),
)
_HTML = re.compile(rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|div|p|h[1-6]|table)\b", re.I | re.S)
_HTML_WIDE = re.compile("^\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)*<(?:!doctype\\s+html|html|head|body)\\b", re.I | re.S)


def sniff(data: bytes, name: str, parts: list[str] | None = None) -> Format:
    """The format of a file. Raises `InputError` for what holds no text that can be read.

    `parts` are the names inside a zip container.
    """
    if not data.strip(b"\x00\xef\xbb\xbf\xff\xfe\t\n\r\f "):
        raise InputError("empty file", where=name, hint="give a bulletin with text")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"):
        if parts is not None and "word/document.xml" in parts:
            return "docx"
        if parts is not None and any(part.startswith("xl/") for part in parts):
            raise InputError("a workbook is no bulletin", where=name, hint="give it as a roster")
        raise InputError("an archive", where=name, hint="unpack it first, and give the documents")
    for magic, what, hint in _REFUSED:
        if data.startswith(magic):
            raise InputError(f"{what} cannot be read", where=name, hint=hint)
    head = data[:4096]
    if _HTML.match(head.removeprefix(b"\xef\xbb\xbf")):
        return "html"
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") and _HTML_WIDE.match(head.decode("utf-16", "replace")):
        return "html"
    if PurePath(name).suffix.lower() in (".html", ".htm", ".xhtml", ".shtml"):
        return "html"
    return "txt"
