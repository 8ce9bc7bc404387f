"""A chain of ledger and index operations that may be killed at any point: `python chain.py FOLDER SEED`.

It brings the folder to one fixed end: bulletins written, replaced and withdrawn in an order that the seed
shuffles, the graph built and recorded after each step. Run again after a kill, it ends in the same bytes.
"""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent))

from graph_material import bulletin, item

from innograph.graph.assemble import assemble
from innograph.graph.delta import Prints, fingerprints
from innograph.graph.index import Index
from innograph.graph.judgements import Judgements
from innograph.graph.ledger import Ledger
from innograph.graph.model import BulletinFacts, Entity
from innograph.graph.resolution import resolve

COUNT = 12


def facts(number: int, edition: int = 1) -> BulletinFacts:
    """A bulletin that says a little; its second edition says something else."""
    id_ = f"2024年第{number}期"
    host = Entity(
        "e1",
        "Alliance",
        f"{'化纤木竹农药染料饲料稀土'[2 * (number % 6) : 2 * (number % 6) + 2]}产业技术创新战略联盟",
    )
    member = Entity("e2", "Enterprise", f"第{number * edition}号示例有限公司")
    items = [
        item(id_, n, f"{member.name}加入{host.name}", [host, member], [("e2", "memberOf", "e1", "member")])
        for n in range(1, 40)
    ]
    return bulletin(id_, *items, date=f"2024-{number:02}")


def run(folder: Path, seed: int) -> None:
    """Bring the folder to its end, from whatever state it is in."""
    shuffled, ledger, index = random.Random(seed), Ledger(folder / "facts"), Index(folder / "index.sqlite")
    steps = [(n, edition) for n in range(1, COUNT + 1) for edition in (1, 2)]
    shuffled.shuffle(steps)
    for number, edition in steps:
        ledger.write(facts(number, edition), replace=True)
        if number % 4 == 0:
            ledger.remove(facts(number).bulletin.id)
        record(ledger, index)
    for number in range(1, COUNT + 1):
        if number % 4:
            ledger.write(facts(number, 2), replace=True)
    judgements = Judgements(folder / "judgements.csv")
    judgements.add("Alliance/a", "Alliance/b", "unsure", when="2024-06-15T08:00:00Z")
    judgements.save()
    record(ledger, index)


def record(ledger: Ledger, index: Index) -> Prints:
    """Derive the graph from the ledger and note it, as a store that was brought up to date."""
    held = list(ledger.all())
    graph = assemble(held, resolve(held))
    index.record("embedded", graph, ledger.hash())
    return fingerprints(graph)


if __name__ == "__main__":
    run(Path(sys.argv[1]), int(sys.argv[2]))
