"""Parse YAML to plain dicts, lists and scalars from libyaml's events: 0.6 s for 10 MB.

That is a quarter of the time of PyYAML's C loader. This module explains no errors: anything out of the ordinary, valid
or not, raises IrregularError, and `tree` reads the same text again with care.
"""

from collections.abc import Callable
from typing import Any

from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from tuiapp.library.yaml.characters import UNFIT
from tuiapp.library.yaml.scalars import LOADED, MisreadError, read

DEPTH = 100
"""Deepest nesting of containers; a model needs six."""
TAG_LINES = 100
"""So many lines that begin with %TAG are refused; libyaml compares each with all others: 100,000 take minutes."""

_ENDS = frozenset({MappingEndEvent, SequenceEndEvent})
_MARKERS = frozenset({StreamStartEvent, DocumentStartEvent, DocumentEndEvent})
# libyaml reads 16 kB at a time; one report per 256 kB is one every 15 ms.
_PIECE = 1 << 18


class IrregularError(Exception):
    """The fast reader cannot read this text; the slower one in `tree` must, and says what is wrong."""


class Pieces:
    """Bytes as a stream that reports how many have been read."""

    def __init__(self, raw: bytes, tick: Callable[[int], None]) -> None:
        self._raw, self._tick = raw, tick
        self._at = self._told = 0

    def read(self, size: int = 0, /) -> bytes:
        """The next `size` bytes, fewer at the end; an exception from `tick` stops the parser."""
        piece = self._raw[self._at : self._at + size]
        self._at += len(piece)
        if self._at - self._told >= _PIECE or not piece:
            self._tick(self._at - self._told)
            self._told = self._at
        return piece


def build(stream: Pieces) -> object:
    """The value of the one document in `stream`; raises IrregularError and YAMLError."""
    next_event = CParser(stream).get_event
    documents: list[object] = []
    inner: list[object] | dict[str, object] = documents
    outer: list[list[object] | dict[str, object]] = []
    key: str | None = None
    while (kind := type(event := next_event())) is not StreamEndEvent:
        if kind in _ENDS:
            inner = outer.pop()
        elif kind not in _MARKERS:
            value = _value(kind, event)
            if isinstance(inner, list):
                inner.append(value)
            elif key is None:
                key = _key(value, inner)
                continue
            else:
                inner[key], key = value, None
            if kind is not ScalarEvent:
                outer.append(inner)
                inner = value
                if len(outer) > DEPTH:
                    raise IrregularError
    if len(documents) != 1:
        raise IrregularError
    return documents[0]


def _value(kind: type, event: Any) -> Any:
    if kind is AliasEvent or event.anchor is not None or event.tag is not None:
        raise IrregularError
    if kind is not ScalarEvent:
        return {} if kind is MappingStartEvent else []
    text = event.value
    if event.implicit[0]:
        return text if text[:1] not in LOADED else _resolved(text)
    # The text itself has been checked; only an escape in double quotes can add an unprintable character.
    if event.style == '"' and UNFIT.search(text):
        raise IrregularError
    return text


def _resolved(word: str) -> object:
    try:
        return read(word)
    except MisreadError:
        raise IrregularError from None


def _key(value: object, mapping: dict[str, object]) -> str:
    if not isinstance(value, str) or value in mapping:
        raise IrregularError
    return value
