import json
from typing import Any

import pytest

from innograph.errors import InputError
from innograph.graph.migrations import upgrade
from innograph.graph.model import BulletinFacts


def rows(text: str) -> BulletinFacts:
    return [json.loads(line) for line in text.splitlines()]


def rename(rows: Any) -> list[dict[str, Any]]:
    return [rows[0], *({"item": row["news"]} for row in rows[1:])]


def test_every_step_from_the_file_s_format_is_taken() -> None:
    old = '{"bulletin": {"id": "a", "format": 1}}\n{"news": 1}\n'
    new = rows(upgrade(old, steps={1: rename, 2: lambda r: r}, newest=3))
    assert new == [{"bulletin": {"id": "a", "format": 3}}, {"item": 1}]


def test_a_file_of_today_stays_as_it_is() -> None:
    text = '{"bulletin":{"id":"a","format":3}}\nanything'
    assert upgrade(text, newest=3) is text


def test_a_format_without_a_step_is_refused() -> None:
    with pytest.raises(InputError, match="format 1 is too old"):
        upgrade('{"bulletin": {"id": "a", "format": 1}}', steps={}, newest=2)
