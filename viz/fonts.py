"""A subset of a font, embedded: for machines that have no Chinese font."""

from __future__ import annotations

import base64
from importlib import import_module
from io import BytesIO
from pathlib import Path

from ..errors import InputError, MissingExtra

EXTRA = "0123456789 ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.,:;!?()[]×·—–…、。：；！？（）《》“”%+-=/▸▾←→"


def embedded(font: Path, text: str) -> str:
    """A stylesheet that gives the page this font, cut down to the characters of `text`.

    Raises `MissingExtra` without fonttools and `InputError` for a file that is no font.
    """
    try:
        from fontTools import subset
        from fontTools.ttLib import TTFont, TTLibError
    except ImportError as error:
        raise MissingExtra(
            "embedding a font needs fonttools", where="--font", hint="pip install 'innograph[fonts]'"
        ) from error
    try:
        face = TTFont(BytesIO(font.read_bytes()), fontNumber=0)
        options = subset.Options(
            layout_features=[], name_IDs=[1, 2, 4, 6], notdef_outline=True, desubroutinize=True, hinting=False,
            drop_tables=["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "DSIG"],
        )
        cutter = subset.Subsetter(options)
        cutter.populate(text="".join(sorted(set(text) | set(EXTRA))))
        cutter.subset(face)
        flavor = _flavor()
        face.flavor = flavor
        made = BytesIO()
        face.save(made)
    except (TTLibError, OSError, ValueError, AssertionError, KeyError) as error:
        raise InputError(
            f"not a font that can be embedded: {error}", where=str(font), hint="give a .ttf, .otf or .ttc file"
        ) from error
    data = base64.b64encode(made.getvalue()).decode()
    kind = "woff2" if flavor else "opentype"
    return (
        f'@font-face {{ font-family: "innograph"; src: url(data:font/{kind};base64,{data}) format("{kind}"); }}\n'
        ':root { --font: "innograph", sans-serif; }\n'
    )


def _flavor() -> str | None:
    """`woff2` where brotli is there, which halves the size."""
    try:
        import_module("brotli")
    except ImportError:
        return None
    return "woff2"
