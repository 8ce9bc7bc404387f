"""Damaged and hostile files: a result or a clear refusal, never a crash, in bounded time and memory."""

from __future__ import annotations

import random
import resource
import time
from collections.abc import Callable
from functools import cache

import pytest
from typesetter import SEED, Setting, as_docx, as_html, as_pdf, as_text, chromium, pdf_body, stories

from innograph.errors import InputError
from innograph.loaders.items import cut
from innograph.loaders.readers import read_bytes

SECONDS = 10.0
MEGABYTES = 1200


@cache
def originals() -> dict[str, bytes]:
    """A good file of each kind."""
    few = stories()[:6]
    out = {
        "x.txt": SEED.read_bytes()[:9000], "y.txt": as_text(few, Setting()).decode().encode("gb18030"),
        "x.html": as_html(few, Setting()), "x.docx": as_docx(few, Setting()),
    }
    if chromium() is not None:
        out["x.pdf"] = as_pdf(pdf_body(few, Setting(), "headings"))
    return out


def flip(data: bytearray, rng: random.Random) -> bytearray:
    for _ in range(rng.choice([1, 3, 30, 300])):
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return data


def truncate(data: bytearray, rng: random.Random) -> bytearray:
    return data[: rng.randrange(1, len(data))]


def repeat(data: bytearray, rng: random.Random) -> bytearray:
    start = rng.randrange(len(data))
    return data[:start] + data[start : start + rng.randrange(1, 200)] * rng.choice([2, 50, 500]) + data[start:]


def swap(data: bytearray, rng: random.Random) -> bytearray:
    a, b = sorted(rng.randrange(len(data)) for _ in range(2))
    return data[b:] + data[a:b] + data[:a]


def zero(data: bytearray, rng: random.Random) -> bytearray:
    start = rng.randrange(len(data))
    data[start : start + rng.randrange(1, 400)] = bytes(rng.randrange(1, 400))
    return data


MUTATIONS: tuple[Callable[[bytearray, random.Random], bytearray], ...] = (flip, truncate, repeat, swap, zero)


def survive(data: bytes, name: str) -> float:
    """Read and cut; a refusal is fine. The seconds of processor time it took."""
    start = time.process_time()
    try:
        _, items = cut(read_bytes(data, name))
        assert all(item.text.startswith(item.title) for item in items)
    except InputError as error:
        assert "\n" not in str(error)
    return time.process_time() - start


def run(count: int, seed: int) -> None:
    rng = random.Random(seed)
    names = sorted(originals())
    for _ in range(count):
        name = rng.choice(names)
        data = rng.choice(MUTATIONS)(bytearray(originals()[name]), rng)
        assert survive(bytes(data), name) < SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < MEGABYTES * 1024


def test_a_thousand_mutations() -> None:
    run(1000, 20240615)


@pytest.mark.soak
def test_twenty_thousand_mutations() -> None:
    run(20_000, 1)


MONSTERS = {
    "one line of 50 MB": ("近日，联盟召开会议" * 1_900_000).encode(),
    "a million short lines": "会议\n".encode() * 1_000_000,
    "a million blank lines": b"\n" * 5_000_000 + "会".encode(),
    "brackets only": "（".encode() * 300_000,
    "a bracket a line": "（\n".encode() * 100_000,
    "digits": b"1" * 2_000_000,
    "spaces": "联 ".encode() * 500_000,
    "dots": ("目录\n" + "会议…………" * 20 + "1\n").encode() * 2000,
    "open tags": b"<html>" + b"<b>" * 300_000 + "近日".encode(),
    "deep lists": b"<html><body>" + b"<ul><li>" * 100_000 + "近日".encode(),
    "wide table": b"<html><body><table>" + (b"<tr>" + b"<td>x</td>" * 200 + b"</tr>") * 500 + b"</table>",
    "attributes": b"<html><body><div " + b"a='b' " * 300_000 + b">" + "近日，召开。".encode() + b"</div>",
    "entities": b"<html><body><p>" + b"&amp;" * 500_000 + b"</p>",
    "the same headline": "联盟召开会议\n".encode() * 50_000,
    "the same credit": "（某某联盟秘书处供稿）\n".encode() * 50_000,
    "quotes": ('"' * 400_000 + "联盟").encode(),
    "title marks": ("<<联盟" * 100_000).encode(),
}


@pytest.mark.parametrize("name", MONSTERS)
def test_monster(name: str) -> None:
    kind = "x.html" if MONSTERS[name].startswith(b"<") else "x.txt"
    assert survive(MONSTERS[name], kind) < SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < MEGABYTES * 1024
