"""Running heads that count their pages in the same line, and numbered lists inside an item."""

from __future__ import annotations

from innograph.loaders.items import cut
from innograph.loaders.readers import read_bytes

BODY = "　　近日，木竹产业技术创新战略联盟在北京召开理事会，会议审议通过了年度工作报告，并讨论了明年的工作安排。"


def items(text: str) -> list[tuple[str, str]]:
    return [(item.title, item.text) for item in cut(read_bytes(text.encode(), "x.txt"))[1]]


def test_a_running_head_with_its_page_number_is_no_headline() -> None:
    parts = []
    for page in range(2, 5):
        parts += [f"第{page}次理事会在京召开", BODY, f"木竹联盟简报 2023年第2期               第 {page} 页", BODY, "（信息来源：新华网）", ""]
    found = items("木竹联盟简报\n2023年第2期（总第9期）\n2023年6月30日\n\n【联盟动态】\n\n" + "\n".join(parts))
    assert [title for title, _ in found] == ["第2次理事会在京召开", "第3次理事会在京召开", "第4次理事会在京召开"]
    assert not any("页" in text for _, text in found)


def test_a_numbered_list_after_a_colon_stays_in_its_item() -> None:
    text = "\n".join([
        "木竹联盟简报", "2023年第2期（总第9期）", "2023年6月30日", "", "一、联盟动态", "（1）联盟召开理事会", BODY, "（信息来源：新华网）", "",
        "（2）联盟新增一批成员", "　　本季度新入会单位如下：", "　　1．江南重型机器有限公司（理事单位）", "　　2．华东理工学院（会员单位）",
        "　　3．东莞竹业协会（会员单位）", "　　同期，一家单位退出联盟。", "（木竹产业技术创新战略联盟秘书处供稿）",
    ])  # fmt: skip
    assert [title for title, _ in items(text)] == ["联盟召开理事会", "联盟新增一批成员"]
    assert "东莞竹业协会" in items(text)[1][1]


def test_the_halves_of_a_headline_stay_apart() -> None:
    text = "\n".join([
        "木竹联盟简报", "2023年第2期", "2023年6月30日", "", "【联盟动态】", "", "竹材加工公约在安吉落笔 检测新规同步公布", BODY, "（信息来源：新华网）", "",
        "联 盟 召 开 理 事 会", BODY, "（信息来源：新华网）",
    ])  # fmt: skip
    assert [title for title, _ in items(text)] == ["竹材加工公约在安吉落笔 检测新规同步公布", "联盟召开理事会"]


def test_contents_with_their_pages_in_brackets_are_no_items() -> None:
    text = "\n".join([
        "木竹联盟简报", "2023年第2期", "2023年6月30日", "", "本期导读", "　联盟动态", "　　· 联盟召开理事会（1版）", "　　· 联盟新增成员（2版）", "", "",
        "—— 联盟动态 ——", "", "联盟召开理事会", BODY, "（信息来源：新华网）", "", "联盟新增成员", BODY, "（信息来源：新华网）",
    ])  # fmt: skip
    assert [title for title, _ in items(text)] == ["联盟召开理事会", "联盟新增成员"]
