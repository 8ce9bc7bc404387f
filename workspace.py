"""`Workspace`: the public Python API, and the one module that knows all rooms.

A workspace is a folder. `facts/` is the record; everything else in it is derived and can be made
again by `rebuild()`.
"""

from __future__ import annotations

import hashlib
import logging
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import settings as settings_module
from .changes import Change, Reading, Report, nothing_read
from .errors import InputError, SettingsError, WorkspaceError
from .folder import swap, writing
from .graph.index import Index
from .graph.judgements import Judgements
from .graph.ledger import Ledger
from .graph.model import BulletinFacts

if TYPE_CHECKING:
    import networkx
    import rdflib

    from .graph.diff import Diff
    from .graph.elements import Graph
    from .graph.resolution import Resolution
    from .graph.stores import Store
    from .graph.validation import Refused as RefusedFact
    from .queries import Answer, Library
    from .viz.page import Page

log = logging.getLogger(__name__)

OWN_STORES = {"cypher": "embedded", "sparql": "rdf"}
"""The workspace's own stores: language → the store's name in the index."""

RDF_FORMATS = frozenset({"turtle", "trig", "nquads", "jsonld", "rdfxml"})


def _silent(step: str, done: int, total: int) -> None:
    """Report nothing."""


class Workspace:
    """A folder with a ledger of facts and what is derived from it.

    Parameters
    ----------
    path
        The folder. It must hold a workspace: `build` makes one.

    Raises
    ------
    WorkspaceError
        There is no workspace at `path`.
    SettingsError
        `innograph.toml` is unusable.
    """

    def __init__(self, path: str | Path = "kg") -> None:
        self.path = Path(path)
        if not self._is_workspace():
            raise WorkspaceError(
                "there is no workspace",
                where=str(self.path),
                hint="make one with `innograph build PATH…`, or name another with -w",
            )
        self._recover()
        self.settings = settings_module.load(self.path)
        self.ledger = Ledger(self.path / "facts")

    # -- making and changing ---------------------------------------------------------------------

    @classmethod
    def build(
        cls,
        path: str | Path,
        documents: Sequence[str | Path],
        *,
        force: bool = False,
        date: str | None = None,
        report: Report = _silent,
        **options: Any,
    ) -> tuple[Workspace, Change]:
        """Make a new workspace from documents (files, folders, globs, `-`).

        With `force` an existing workspace's ledger is replaced; its settings, judgements and saved
        questions stay. Nothing is left behind where no document could be read.

        Raises `WorkspaceError` (there is one already, or the folder cannot be written) and
        `InputError` (no document could be read).
        """
        path = Path(path)
        if path.exists() and not path.is_dir():
            raise WorkspaceError(
                "is a file, not a folder", where=str(path), hint="name another folder with -w"
            )
        if (path / "facts").is_dir() and not force:
            raise WorkspaceError(
                "there is a workspace already",
                where=str(path),
                hint="`innograph add` adds to it; --force builds it anew",
            )
        fresh = not path.exists()
        staged = path / "facts.new"
        settings = settings_module.load(path)
        with writing(path):
            shutil.rmtree(staged, ignore_errors=True)
            staged.mkdir()
            try:
                read = Reading(settings, date, options)
                ledger, replace = Ledger(staged), bool(options.get("replace"))
                held: set[str] = set()
                for facts in read.facts(documents, report):
                    new = replace or facts.bulletin.id not in held  # as PDF and as DOCX it counts once
                    if new:
                        ledger.write(facts, replace=replace)
                        held.add(facts.bulletin.id)
                    read.note(facts, added=new)
                if not read.added:
                    raise nothing_read(read)
            except BaseException:
                shutil.rmtree(staged, ignore_errors=True)
                if fresh:
                    shutil.rmtree(path, ignore_errors=True)
                raise
            swap(path)
        workspace = cls(path)
        template = path / settings_module.FILE
        if not template.exists():
            template.write_text(settings_module.TEMPLATE, encoding="utf-8")
        (path / "queries").mkdir(exist_ok=True)
        return workspace, workspace._finish(read, report)

    def add(
        self,
        documents: Sequence[str | Path],
        *,
        replace: bool = False,
        date: str | None = None,
        report: Report = _silent,
        **options: Any,
    ) -> Change:
        """Read documents into the ledger and bring the stores up to date.

        A bulletin that the ledger holds already, in whatever file form, is not counted twice;
        `replace` takes the newer reading. Documents that cannot be read are named in the result.
        """
        read = Reading(self.settings, date, options)
        with self._writing():
            held = set(self.ledger.ids())
            for facts in read.facts(documents, report):
                new = replace or facts.bulletin.id not in held
                if new:
                    self.ledger.write(facts, replace=replace)
                    held.add(facts.bulletin.id)
                read.note(facts, added=new)
        if not read.added and not read.unchanged:
            raise nothing_read(read)
        return self._finish(read, report)

    def remove(self, bulletin: str, *, report: Report = _silent) -> Change:
        """Withdraw a bulletin: exactly what only it stated goes. Raises `WorkspaceError` if unknown."""
        with self._writing():
            self._known(bulletin)
            self.ledger.remove(bulletin)
        self.update(report=report)
        return Change(removed=(bulletin,))

    def rebuild(self, *, report: Report = _silent) -> None:
        """Derive everything again from the ledger."""
        with self._writing():
            for name in ("graph", "rdf", "asof"):
                shutil.rmtree(self.path / name, ignore_errors=True)
            (self.path / "index.sqlite").unlink(missing_ok=True)
        self.update(report=report)

    def update(self, *, report: Report = _silent) -> None:
        """Bring index and own stores to the state of the ledger. Does nothing where they hold it."""
        with self._writing():
            self._forget()
            after = self._state()
            for language in OWN_STORES:
                with self._own_store(language, read_only=False) as store:
                    self._bring(store, after, report, language)

    def load(self, target: str, *, report: Report = _silent) -> Mapping[str, Mapping[str, int]]:
        """Bring a server up to date: only what changed is written. Returns its counts."""
        from .targets import open_target

        with self._writing(), open_target(self.settings.target(target), self.settings) as store:
            self._bring(store, self._state(), report, store.name)
            return store.counts()

    # -- the graph -------------------------------------------------------------------------------

    @cached_property
    def _checked(self) -> tuple[tuple[BulletinFacts, ...], tuple[RefusedFact, ...]]:
        """The ledger's facts that keep the shapes, and those that break them with the reason."""
        from .graph.validation import validate

        kept: list[BulletinFacts] = []
        refused: list[RefusedFact] = []
        for facts in self.ledger.all():
            good, bad = validate(facts)
            kept.append(good)
            refused += bad
        return tuple(kept), tuple(refused)

    @cached_property
    def judgements(self) -> Judgements:
        """People's decisions: same, different, unsure."""
        return Judgements.load(self.path / "judgements.csv")

    @cached_property
    def resolution(self) -> Resolution:
        """Which mentions are the same thing, and why."""
        from .graph.resolution import resolve

        return resolve(self._checked[0], self.judgements)

    @cached_property
    def graph(self) -> Graph:
        """The resolved graph with its measures, as every store holds it."""
        from .graph.assemble import assemble
        from .graph.measures import enrich

        return enrich(assemble(self._checked[0], self.resolution))

    @property
    def index(self) -> Index:
        """Names and what each store holds."""
        return Index(self.path / "index.sqlite")

    def as_of(self, date: str, *, report: Report = _silent) -> Workspace:
        """A derived workspace of what was published up to that day; cached in `asof/`."""
        from .graph.asof import as_of

        facts = as_of(list(self.ledger.all()), date)
        name = hashlib.sha256(f"{date}\x1f{self._state()}".encode()).hexdigest()[:16]
        path = self.path / "asof" / f"{date}-{name}"
        if not (path / "facts").is_dir():
            staged = path / "facts.new"
            shutil.rmtree(path, ignore_errors=True)
            staged.mkdir(parents=True)
            for one in facts:
                Ledger(staged).write(one)
            for file in (settings_module.FILE, "judgements.csv"):
                if (self.path / file).exists():
                    shutil.copyfile(self.path / file, path / file)
            swap(path)
        workspace = Workspace(path)
        workspace.update(report=report)
        return workspace

    def diff(self, before: str | Workspace, after: str | Workspace) -> Diff:
        """What is new, gone or changed between two bulletins, dates or workspaces."""
        from .graph.diff import diff

        return diff(self._at(before).graph, self._at(after).graph)

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """The graph for a person's own networkx code: nodes and edges with all their properties."""
        from .graph.exports import to_networkx

        return to_networkx(self.graph)

    def to_rdflib(self) -> rdflib.Dataset:
        """The graph as an rdflib Dataset that a person's own code can query, serialise and extend."""
        from .graph.rdf_export import to_rdflib

        return to_rdflib(self.graph, base=self.settings.base)

    # -- asking and showing ----------------------------------------------------------------------

    @property
    def library(self) -> Library:
        """The questions: built in, and the workspace's own."""
        from .queries import Library

        return Library([self.path / "queries"])

    @contextmanager
    def store(self, on: str = "cypher") -> Iterator[Store]:
        """A store to ask, opened read-only: `cypher`, `sparql` (the workspace's own) or a target."""
        if on in OWN_STORES:
            self._ensure_current()
            with self._own_store(on, read_only=True) as store:
                yield store
        else:
            from .targets import open_target

            with open_target(self.settings.target(on), self.settings) as store:
                yield store

    def query(
        self, question: str, *, on: str = "cypher", evidence: bool = False, **parameters: Any
    ) -> Answer:
        """Ask a saved question by name, or an ad-hoc text. Names of things may be short names.

        Raises `QueryError` for an unknown question or parameter, proposing the nearest.
        """
        from .queries import ask

        with self.store(on) as store:
            return ask(
                self.library,
                question,
                store,
                parameters,
                index=self.index,
                evidence=evidence,
                timeout=self.settings.query_timeout,
                limit=self.settings.query_limit,
                base=self.settings.base,
            )

    def page(self, view: str = "matrix", **options: Any) -> Page:
        """A page: a `pyvis.network.Network` whose `write_html` gives innograph's own offline page."""
        from .viz import page

        return page(self.graph, view, **self._unsure(), **options)

    def view(self, *views: str, folder: Path | None = None, **options: Any) -> list[Path]:
        """Write pages (all of them, and `atlas.html`, where none is named) and return their paths."""
        from .viz import write_pages

        return write_pages(self.graph, folder or self.path / "pages", views, **self._unsure(), **options)

    def _unsure(self) -> dict[str, list[tuple[str, str]]]:
        """Pairs of names that may be one thing: figures get the range that follows."""
        return {"unsure": [(pair.left.key, pair.right.key) for pair in self.resolution.pending]}

    # -- telling and handing on ------------------------------------------------------------------

    def export(self, format_: str, destination: Path | None = None) -> list[Path]:
        """Write the graph as `turtle`, `trig`, `nquads`, `jsonld`, `rdfxml`, `neo4j-csv`, `graphml`,
        `gexf` or `csv`.

        RDF goes to standard output where no destination is named. Returns the files written.
        """
        if format_ in RDF_FORMATS:
            from .graph.rdf_export import export as export_rdf

            out = sys.stdout.buffer if destination is None else destination
            export_rdf(self.graph, out, format_, base=self.settings.base)  # type: ignore[arg-type]
            return [] if destination is None else [destination]
        from .graph.exports import export as export_tables

        if destination is None:
            raise InputError(f"{format_} needs a destination", where="export", hint="name a file or folder")
        return export_tables(self.graph, format_, destination, ledger=self._state())

    def violations(self) -> tuple[RefusedFact, ...]:
        """Facts that are set aside, each with its reason: those that break the ontology's shapes, and those
        whose ends are of other types once names are resolved."""
        from .graph.fitting import unfit

        return (*self._checked[1], *unfit(self._checked[0], self.resolution))

    def without(self, bulletin: str) -> Diff:
        """What falls when a bulletin is withdrawn: facts, things, places in rankings."""
        from .graph.assemble import assemble
        from .graph.diff import diff
        from .graph.measures import enrich
        from .graph.resolution import resolve

        self._known(bulletin)
        left = [facts for facts in self._checked[0] if facts.bulletin.id != bulletin]
        return diff(self.graph, enrich(assemble(left, resolve(left, self.judgements))))

    def info(self) -> dict[str, Any]:
        """What the workspace holds, as plain data: bulletins, things, facts, stores, settings."""
        from . import __version__, ontology

        state = self._state()
        things = Counter(
            node.type
            for node in self.graph.nodes.values()
            if ontology.load().classes[node.type].kind == "thing"
        )
        facts = Counter(
            edge.predicate
            for edge in self.graph.edges.values()
            if ontology.load().predicates[edge.predicate].kind == "fact"
        )
        return {
            "workspace": str(self.path),
            "innograph": __version__,
            "ontology": ontology.load().version,
            "bulletins": [
                {
                    "id": f.bulletin.id,
                    "title": f.bulletin.title or f.bulletin.source,
                    "date": f.bulletin.date,
                    "items": len(f.items),
                }
                for f in self.ledger.all()
            ],
            "things": dict(things.most_common()),
            "facts": dict(facts.most_common()),
            "statements": len(self.graph.statements),
            "stores": {
                name: "current" if self.index.held(name) == state else "behind: the next command updates it"
                for name in OWN_STORES.values()
            },
            "pending": len(self.resolution.pending),
            "set_aside": len(self.violations()),
            "conflicts": len(self.resolution.conflicts),
            "targets": sorted(self.settings.targets),
        }

    # -- inside ----------------------------------------------------------------------------------

    def _known(self, bulletin: str) -> None:
        if bulletin not in self.ledger.ids():
            raise WorkspaceError(
                f"no bulletin “{bulletin}”",
                where=str(self.path),
                hint="known: " + "、".join(self.ledger.ids()[:6]),
            )

    def _is_workspace(self) -> bool:
        return any((self.path / name).is_dir() for name in ("facts", "facts.old", "facts.new"))

    def _recover(self) -> None:
        """Finish a swap that was cut off between its two renames."""
        facts, old = self.path / "facts", self.path / "facts.old"
        if not facts.is_dir() and old.is_dir():
            old.rename(facts)
        if not facts.is_dir():
            raise WorkspaceError(
                "a build was cut off here and left no ledger",
                where=str(self.path),
                hint="build it again",
            )

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with writing(self.path):
            yield

    def _forget(self) -> None:
        for name in ("_checked", "judgements", "resolution", "graph"):
            self.__dict__.pop(name, None)

    def _state(self) -> str:
        """The hash of all that the graph is derived from: ledger, judgements, ontology, program."""
        from . import __version__
        from .ontology import source

        path = self.path / "judgements.csv"
        judged = path.read_bytes() if path.exists() else b""
        parts = self.ledger.hash().encode(), judged, source().encode(), __version__.encode()
        return hashlib.sha256(b"\x1e".join(parts)).hexdigest()

    def _own_store(self, language: str, *, read_only: bool) -> Store:
        if language == "cypher":
            from .graph.stores.embedded import EmbeddedStore

            return EmbeddedStore(self.path / "graph", read_only=read_only)
        from .graph.stores.rdf import RdfStore

        return RdfStore(self.path / "rdf", base=self.settings.base, read_only=read_only)

    def _bring(self, store: Store, after: str, report: Report, step: str) -> None:
        index, mark = self.index, store.mark()
        if mark.state == "ready" and mark.ledger == after:
            if index.held(store.name) != after:
                index.record(store.name, self.graph, after)
            return
        held = index.held(store.name) if mark.state == "ready" else None
        known = held is not None and held == mark.ledger
        delta = index.delta_for(store.name if known else None, self.graph, after)
        store.apply(delta, progress=lambda done, total: report(step, done, total))
        index.record(store.name, self.graph, after)

    def _ensure_current(self) -> None:
        """A command that was killed, or a judgement made by hand: carry on where it stopped."""
        state = self._state()
        if any(self.index.held(name) != state for name in OWN_STORES.values()):
            log.info("bringing %s up to date", self.path)
            self.update()

    def _at(self, which: str | Workspace) -> Workspace:
        if isinstance(which, Workspace):
            return which
        if (Path(which) / "facts").is_dir():
            return Workspace(which)
        if which in self.ledger.ids():
            date = self.ledger.read(which).bulletin.date
            if date is None:
                raise InputError(f"bulletin “{which}” has no date", where=str(self.path), hint="give a date")
            return self.as_of(date)
        return self.as_of(which)

    def _finish(self, read: Reading, report: Report) -> Change:
        self.update(report=report)
        return read.change(self.violations(), len(self.resolution.pending))


__all__ = ["Change", "SettingsError", "Workspace"]
