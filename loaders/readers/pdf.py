"""PDF → lines by pypdfium2: text in reading order with its geometry, heads, feet and page numbers dropped."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

import pypdfium2 as pdfium

from ...errors import InputError, LimitError
from .document import Document
from .hygiene import fold
from .limits import Deadline, Limits, check_characters
from .pdf_layout import lines_of
from .pdf_page import Page, Run, read_page

_EDGE = 0.09  # share of the page's height at its top and bottom where heads and feet stand
_NUMBER = re.compile(r"[-—–―·.•\s]*(?:第\s*)?[0-9０-９]{1,4}(?:\s*页)?(?:[\s/／]*共?\s*\d{1,4}\s*页?)?[-—–―·.•\s]*")
_ENCRYPTED = 4  # FPDF_ERR_PASSWORD


def read_pdf(data: bytes, source: str, sha256: str, limits: Limits, deadline: Deadline) -> Document:
    """Read a PDF that holds text.

    Raises `InputError` for damaged, locked and scanned files (those need text recognition first), `LimitError`
    for more pages than allowed.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == _ENCRYPTED or "password" in str(error).lower():
            raise InputError("protected by a password", where=source, hint="save it without a password") from error
        raise InputError("damaged PDF", where=source, hint="print it to PDF again") from error
    try:
        count = len(document)
        if count > limits.pages:
            raise LimitError(f"{count:,} pages are more than {limits.pages:,}", where=source, hint="split the file")
        pages: list[Page] = []
        empty: list[int] = []
        characters = 0
        for number in range(count):
            deadline.check()
            page = read_page(document, number)
            characters += sum(len(run.text) for run in page.runs)
            check_characters(characters, limits, source)
            pages.append(page)
            if not any(run.text.strip() for run in page.runs):
                empty.append(number + 1)
        title = _title(document)
    except pdfium.PdfiumError as error:
        raise InputError(f"damaged PDF ({error})", where=source, hint="print it to PDF again") from error
    finally:
        document.close()
    if len(empty) == count or (characters < 20 * (count - len(empty)) / 4 and characters < 40):
        raise InputError(
            "a scanned PDF: its pages are pictures without text", where=source,
            hint="run text recognition (OCR) on it first",
        )
    notes = (f"no text on page {', '.join(map(str, empty[:10]))}",) if empty else ()
    _drop_edges(pages)
    return Document(source, sha256, "pdf", tuple(lines_of(pages, deadline)), title, notes=notes)


def _title(document: Any) -> str | None:
    try:
        title = document.get_metadata_value("Title")
    except (pdfium.PdfiumError, UnicodeDecodeError, ValueError):
        return None
    folded = fold(title).text if title else ""
    return folded if re.search("[\u4e00-\u9fff]", folded) and len(folded) <= 60 else None


def _drop_edges(pages: Sequence[Page]) -> None:
    """Take away what stands at the edge of page after page, and lone page numbers there."""
    seen: Counter[tuple[bool, str]] = Counter()
    edges: dict[int, list[tuple[Run, tuple[bool, str]]]] = defaultdict(list)
    for number, page in enumerate(pages):
        for run in page.runs:
            top = run.base + run.size
            if page.height and run.size and (run.base > page.height * (1 - _EDGE) or top < page.height * _EDGE):
                key = (run.base > page.height / 2, re.sub(r"\d+", "#", fold(run.text).text))
                edges[number].append((run, key))
        seen.update({key for _, key in edges[number]})
    often = max(2, len(pages) // 4)
    for number, page in enumerate(pages):
        gone = {
            id(run) for run, key in edges[number]
            if (len(pages) > 1 and seen[key] >= often) or _NUMBER.fullmatch(fold(run.text).text)
        }
        if gone:
            page.runs = [run for run in page.runs if id(run) not in gone]
