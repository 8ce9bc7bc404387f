"""From facts and their resolution to the graph that every store holds."""

from __future__ import annotations

from collections.abc import Iterable

from .. import ontology
from . import names, properties
from .elements import Edge, Graph, Node, Statement, Value, by_key, edge_key, statement_key
from .fitting import fits
from .model import Bulletin, BulletinFacts, Item, ItemFacts
from .resolution import Resolution

MEMBER = "MemberUnit"


def assemble(bulletins: Iterable[BulletinFacts], resolution: Resolution) -> Graph:
    """Build the graph. The same facts and resolution give the same graph, whatever the order of `bulletins`.

    A fact whose two ends turned out to be one thing, or of types that its predicate does not join (`unfit`
    lists those), is left out. Each bulletin is read once.
    """
    building = _Building(resolution)
    for facts in bulletins:
        building.bulletin(facts)
    return building.graph()


class _Building:
    """What has been gathered of the graph so far."""

    def __init__(self, resolution: Resolution) -> None:
        self.resolution = resolution
        self.vocabulary = ontology.load()
        self.nodes: dict[str, Node] = {}
        self.edges: dict[str, Edge] = {}
        self.statements: dict[str, Statement] = {}
        self.things: dict[str, properties.Told] = {}
        self.facts: dict[tuple[str, str, str, str | None], properties.Stated] = {}

    def bulletin(self, facts: BulletinFacts) -> None:
        """Take in one bulletin with its items."""
        bulletin = facts.bulletin
        kinds = {item.item.kind for item in facts.items}
        key = bulletin_key(bulletin.id)
        self._add_node(
            key, "Bulletin", _bulletin_properties(bulletin, "roster" if kinds == {"row"} else "bulletin")
        )
        for item in facts.items:
            self._item(bulletin, key, item)

    def graph(self) -> Graph:
        """The whole graph, sorted by key."""
        members = set()
        for (subject, predicate, object_, role), said in properties.edges(self.facts).items():
            key = edge_key(subject, predicate, object_, role)
            type_ = self.vocabulary.edge_type(predicate, role)
            self.edges[key] = Edge(key, type_, predicate, subject, object_, role, said)
            if predicate == "memberOf" and role != "applicant" and self._is_alliance(object_):
                members.add(subject)
        for key, thing_told in self.things.items():
            thing = self.resolution.things[key]
            labels = self.vocabulary.labels(thing.type)
            if key in members:
                labels = (*labels, MEMBER)
            self.nodes[key] = Node(key, thing.type, labels, thing_told.properties(thing))
        return Graph(
            by_key(self.nodes.values()), by_key(self.edges.values()), by_key(self.statements.values())
        )

    # -- inside ----------------------------------------------------------------------------------

    def _item(self, bulletin: Bulletin, bulletin_node: str, facts: ItemFacts) -> None:
        item = facts.item
        key = item_key(item)
        self._add_node(key, "BulletinItem", _item_properties(item, bulletin))
        self._link(key, "partOfBulletin", bulletin_node)
        if item.section:
            section = f"Section/{names.slug(bulletin.id)}/{names.slug(item.section)}"
            self._add_node(section, "Section", {"name": item.section, "bulletin": bulletin.id})
            self._link(section, "partOfBulletin", bulletin_node)
            self._link(key, "inSection", section)
        keys = self.resolution.keys.of(item.key)
        mentions: dict[str, int] = {}
        for entity in facts.entities:
            thing = keys[entity.key]
            self.things.setdefault(thing, properties.Told()).note(entity, item, bulletin)
            mentions[thing] = mentions.get(thing, 0) + max(1, len(entity.mentions))
        for thing, count in mentions.items():
            self._link(key, "mentions", thing, {"count": count})
        for relation in facts.relations:
            subject, object_ = keys[relation.subject], keys[relation.object]
            if subject == object_ or not fits(relation, keys, self.resolution):
                continue
            if self.vocabulary.predicates[relation.predicate].symmetric and object_ < subject:
                subject, object_ = object_, subject
            fact = subject, relation.predicate, object_, relation.role
            self.facts.setdefault(fact, properties.Stated()).note(relation, item, bulletin)
            edge = edge_key(*fact)
            start, end = relation.evidence
            statement = Statement(
                statement_key(key, edge, start, end),
                edge,
                key,
                start,
                end,
                relation.quote,
                relation.rule,
                relation.confidence,
                item.kind,
                properties.statement(relation, bulletin),
            )
            held = self.statements.get(statement.key)
            if held is None or _surer(statement, held):
                self.statements[statement.key] = statement

    def _is_alliance(self, key: str) -> bool:
        thing = self.resolution.things.get(key)
        return thing is not None and thing.type == "Alliance"

    def _add_node(self, key: str, type_: str, said: dict[str, Value]) -> None:
        self.nodes[key] = Node(key, type_, self.vocabulary.labels(type_), said)

    def _link(self, subject: str, predicate: str, object_: str, said: dict[str, Value] | None = None) -> None:
        key = edge_key(subject, predicate, object_, None)
        type_ = self.vocabulary.edge_type(predicate)
        self.edges[key] = Edge(key, type_, predicate, subject, object_, None, said or {})


def bulletin_key(id_: str) -> str:
    """The key of a bulletin's node."""
    return f"Bulletin/{names.slug(id_)}"


def item_key(item: Item) -> str:
    """The key of an item's node."""
    return f"BulletinItem/{names.slug(item.bulletin)}#{item.number}"


def _bulletin_properties(bulletin: Bulletin, kind: str) -> dict[str, Value]:
    said: dict[str, Value | None] = {
        "name": bulletin.title or bulletin.id,
        "bulletin": bulletin.id,
        "kind": kind,
        "issue": bulletin.issue,
        "date": bulletin.date,
        "precision": bulletin.precision,
        "publisher": bulletin.publisher,
        "source": bulletin.source,
        "source_sha256": bulletin.source_sha256,
        "reader": bulletin.reader,
    }
    return {name: value for name, value in sorted(said.items()) if value is not None}


def _item_properties(item: Item, bulletin: Bulletin) -> dict[str, Value]:
    said: dict[str, Value | None] = {
        "name": item.title,
        "number": item.number,
        "bulletin": bulletin.id,
        "section": item.section,
        "credit": item.credit,
        "credit_kind": item.credit_kind,
        "kind": item.kind,
        "date": item.date or bulletin.date,
        "page": item.page,
        "text": item.text,
    }
    return {name: value for name, value in sorted(said.items()) if value is not None}


def _surer(one: Statement, other: Statement) -> bool:
    return (-one.confidence, one.rule) < (-other.confidence, other.rule)
