"""What resolution keeps grows with the distinct names, not with how often they are said."""

import tracemalloc
from collections.abc import Iterator

from graph_material import bulletin, item

from innograph.graph.model import BulletinFacts, Entity
from innograph.graph.resolution import resolve

ITEMS = 40


def archive(issues: int) -> Iterator[BulletinFacts]:
    """Issues that name the same 120 companies and 40 alliances again and again."""
    for issue in range(issues):
        id_ = f"第{issue}期"
        items = []
        for number in range(1, ITEMS + 1):
            entities = [
                Entity("e0", "Alliance", f"第{number}类材料产业技术创新战略联盟", (f"第{number}类材料联盟",))
            ]
            entities += [
                Entity(f"e{n}", "Enterprise", f"示例{number * 3 + n}号有限公司") for n in range(1, 10)
            ]
            links = [(f"e{n}", "memberOf", "e0", "member") for n in range(1, 10)]
            items.append(item(id_, number, "文", entities, links))
        yield bulletin(id_, *items)


def peak(issues: int) -> int:
    """The most memory that resolving takes, in bytes."""
    tracemalloc.start()
    found = resolve(archive(issues))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(found.keys) == issues * ITEMS * 10
    return most


def test_a_further_mention_costs_a_few_bytes() -> None:
    peak(1)  # tables and caches
    few, many = peak(5), peak(25)
    assert (many - few) / (20 * ITEMS * 10) < 100
