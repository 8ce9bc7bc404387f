"""How fast files become items: text (MB of UTF-8 a second), PDF (pages a second, and the ratio to bare pypdfium2).

    python benchmarks/reading.py [--megabytes 2] [--pages 60] [--items]

Prints one line a measurement: what, figure, target. Processor time, one core, the best of three runs.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT / "tests" / "loaders"))

from typesetter import SEED, Setting, as_docx, as_html, as_pdf, chromium, pdf_body, stories  # noqa: E402

from innograph.loaders.items import cut  # noqa: E402
from innograph.loaders.readers import read_bytes  # noqa: E402


def best(work: Callable[[], object], runs: int = 3) -> float:
    """Processor seconds of the fastest run: what else the machine does does not count."""
    out = []
    for _ in range(runs):
        start = time.process_time()
        work()
        out.append(time.process_time() - start)
    return min(out)


def bare(data: bytes) -> int:
    """What pypdfium2 does alone: the text of each page."""
    document = pdfium.PdfDocument(data)
    size = sum(len(page.get_textpage().get_text_range()) for page in document)
    document.close()
    return size


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=2.0)
    parser.add_argument("--pages", type=int, default=60)
    arguments = parser.parse_args()
    one = SEED.read_bytes()
    text = one * max(1, round(arguments.megabytes * 1e6 / len(one)))
    size = len(text) / 1e6
    document = read_bytes(text, "long.txt")
    print(f"text, read        {size / best(lambda: read_bytes(text, 'long.txt')):7.2f} MB/s   (target 2)")
    print(f"text, cut         {size / best(lambda: cut(document)):7.2f} MB/s")
    print(f"text, read + cut  {size / best(lambda: cut(read_bytes(text, 'long.txt'))):7.2f} MB/s")
    for name, data in (("x.html", as_html(stories(), Setting())), ("x.docx", as_docx(stories(), Setting()))):
        print(f"{name[2:]}, read + cut  {1 / best(lambda d=data, n=name: cut(read_bytes(d, n))):7.1f} bulletins/s")  # type: ignore[misc]
    if chromium() is None:
        print("no browser to print a PDF with")
        return
    pdf = as_pdf(pdf_body(stories() * max(1, arguments.pages // 12), Setting(), "paragraphs"))
    with pdfium.PdfDocument(pdf) as opened:
        pages = len(opened)
    reading, alone = best(lambda: read_bytes(pdf, "x.pdf")), best(lambda: bare(pdf))
    whole = best(lambda: cut(read_bytes(pdf, "x.pdf")))
    print(f"pdf, read         {pages / reading:7.1f} pages/s (target 30), {reading / alone:.2f} × bare pypdfium2")
    print(f"pdf, read + cut   {pages / whole:7.1f} pages/s")


if __name__ == "__main__":
    main()
