"""Files that hold no bulletin are refused in one clear line."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from typesetter import SEED, as_pdf, chromium

from innograph.errors import InputError, LimitError
from innograph.loaders import expand
from innograph.loaders.items import cut
from innograph.loaders.readers import DEFAULT, read, read_bytes

ONE_PIXEL = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\r\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "old Office file"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "image"),
        (b"\xff\xd8\xff\xe0JFIF", "image"),
        (b"Rar!\x1a\x07\x00", "archive"),
        (b"7z\xbc\xaf\x27\x1c", "archive"),
        (b"\x1f\x8b\x08\x00", "archive"),
        (zipped(a=b"x"), "archive"),
        (zipped(**{"xl/workbook.xml": b"x"}), "workbook"),
        (b"PK\x03\x04 broken", "damaged container"),
        (b"%PDF-1.7 broken", "damaged PDF"),
        (zipped(**{"word/document.xml": b"<broken"}), "damaged DOCX"),
        (b"{\\rtf1 text}", "RTF"),
        (bytes(range(256)) * 40, "no text in an encoding"),
    ],
)
def test_refused(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        read_bytes(data, "x.bin")
    assert "\n" not in str(caught.value)
    assert "x.bin" in str(caught.value)
    assert caught.value.hint


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read(tmp_path / "nothing.txt")


def test_folder_without_bulletins(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="without bulletins"):
        expand([str(tmp_path)])


def test_folder_is_read_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.html", "a/1.txt", "picture.png", ".hidden.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")
    assert [str(p.relative_to(tmp_path)) for p in expand([str(tmp_path)]) if p != "-"] == ["a/1.txt", "a/2.html", "b.txt"]


def test_standard_input() -> None:
    document = read("-", stdin=io.BytesIO(SEED.read_bytes()))
    assert len(cut(document)[1]) == 26
    assert document.source == "stdin"


def test_text_without_items() -> None:
    with pytest.raises(InputError, match="no text"):
        cut(read_bytes(b"8\n" + "第 9 页".encode(), "x.txt"))


@pytest.mark.skipif(chromium() is None, reason="no browser to print with")
def test_scanned_pdf_says_so() -> None:
    with pytest.raises(InputError, match="scanned") as caught:
        read_bytes(as_pdf(f"<img src='{ONE_PIXEL}' width=500 height=700>"), "scan.pdf")
    assert "OCR" in caught.value.hint


def test_bomb_is_not_unpacked() -> None:
    bomb = zipped(**{"word/document.xml": b"0" * 2_000_000})
    with pytest.raises(LimitError, match="unpacks"):
        read_bytes(bomb, "bomb.docx", limits=replace(DEFAULT, unpacked=1_000_000))


def test_deep_page() -> None:
    with pytest.raises(LimitError, match="nested"):
        read_bytes(b"<html><body>" + b"<div>" * 20_000 + "近日，会议召开。".encode(), "deep.html")


def test_too_large() -> None:
    with pytest.raises(LimitError, match="MB"):
        read_bytes(b"x" * 2000, "large.txt", limits=replace(DEFAULT, bytes=1000))


def test_too_slow() -> None:
    with pytest.raises(LimitError, match="longer than"):
        read_bytes(SEED.read_bytes(), "slow.txt", limits=replace(DEFAULT, seconds=-1.0))


def test_external_entities_are_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words", encoding="utf-8")
    document = docx.Document()
    document.add_paragraph("近日，联盟召开会议。")
    out = io.BytesIO()
    document.save(out)
    with zipfile.ZipFile(out) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b"<w:document", f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]><w:document'.encode(), 1
    ).replace("近日".encode(), b"&x;")
    try:
        text = read_bytes(zipped(**parts), "x.docx").text
    except InputError:
        return
    assert "secret" not in text
