"""Characters fold into what a person reads, and each knows where it came from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innograph.loaders.readers.encoding import decode
from innograph.loaders.readers.hygiene import fold


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("⼯业和信息化部⻓三⻆", "工业和信息化部长三角"),
        ("2024年", "2024年"),
        ("２０２４年ＢＩＭ联盟", "2024年BIM联盟"),
        ("6 月 1 日出版的第 11 期", "6月1日出版的第11期"),
        ("习 近 平 总书记", "习近平总书记"),
        ("IEA SolarPACES执委会", "IEA SolarPACES执委会"),
        ("产\u200b业技\ufeff术", "产业技术"),
        ("\uf0d8 重要政策动态", "重要政策动态"),
        ("目　　录", "目录"),
        ("会议召开,近百人参会.", "会议召开，近百人参会。"),
        ("共1,000家(含3.5%)", "共1,000家（含3.5%）"),
        ('主办"三医协同"大会', "主办“三医协同”大会"),
        ("时间09:15,地点:北京", "时间09:15，地点：北京"),
        ("签署<<合作协议>>", "签署《合作协议》"),
        ("GB/T 43836-2024", "GB/T 43836-2024"),
        ("A < B, C", "A < B, C"),
        ("张三 李四 王五参加", "张三 李四 王五参加"),
        ("，（）：；？！", "，（）：；？！"),
    ],
)
def test_fold(raw: str, text: str) -> None:
    assert fold(raw).text == text


@given(st.text(alphabet="工⼯ ,.()\"<>1２Aａ\u200b\uf0d8　，。《》\t", max_size=60))
def test_each_character_points_at_its_own(raw: str) -> None:
    folded = fold(raw)
    places = folded.offsets or tuple(range(folded.shift, folded.shift + len(folded.text)))
    assert len(places) == len(folded.text)
    assert list(places) == sorted(set(places))
    for char, place in zip(folded.text, places, strict=True):
        assert 0 <= place < len(raw)
        if char.isalnum():
            assert fold(raw[place]).text == char


@given(st.text(max_size=80))
def test_folding_twice_changes_nothing_in_letters(raw: str) -> None:
    once = fold(raw).text
    letters = "".join(c for c in once if c.isalnum())
    assert "".join(c for c in fold(once).text if c.isalnum()) == letters


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_encodings(name: str) -> None:
    text = "产业技术创新战略联盟于2024年召开会议。" * 3
    assert decode(text.encode(name), where="x")[0] == text


def test_one_damaged_byte_is_no_disaster() -> None:
    data = bytearray("产业技术创新战略联盟召开会议。".encode() * 40)
    data[100] = 0xFF
    assert decode(bytes(data), where="x")[0].count("联盟") >= 39
