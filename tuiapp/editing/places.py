"""Where each value of a YAML text stands, to the character, with its key, its dash and the comments around it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Any, Literal

from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from tuiapp.library.checks.part import MARK
from tuiapp.library.fault import ValuePath
from tuiapp.library.yaml.scalars import MisreadError, read

Span = tuple[int, int]
"""Start and end in the text, in characters from 0; the end is exclusive."""

_PROPERTIES = re.compile(r"(?:&[\w-]+|!\S*)(?:\s+|(?<=\s)#.*|&[\w-]+|(?<=\s)!\S*)*")
_HEADER = re.compile(r"[|>][-+0-9]*")
# A comment ends before one more `#` behind a blank: a mark and a person's own note may share a line.
_COMMENT = re.compile(r"(?<!\S)#[^\n]*")
_ONE_COMMENT = re.compile(r"#(?:(?![ \t]+#).)*")


class Written:
    """A value as it is written."""

    __slots__ = (
        "anchor", "around", "children", "end", "entry", "flow", "head", "inner", "keys", "kind", "known", "names",
        "start", "target", "used", "value",
    )  # fmt: skip

    def __init__(self, kind: Literal["scalar", "list", "map", "alias"], start: int, around: "Written | None") -> None:
        self.kind, self.around = kind, around
        self.start = self.inner = self.entry = start
        """With its anchor and tag; without them; with its key or dash."""
        self.head = self.end = start
        """End of a block scalar's `>-`, for others that of the value; end of the value, both exclusive."""
        self.flow = False
        """Whether it is a list in brackets or a mapping in braces."""
        self.anchor: str | None = None
        self.used = False
        """Whether an alias stands for it."""
        self.target: Written | None = None
        """What an alias stands for."""
        self.value: object = None
        """What YAML reads, for a scalar."""
        self.keys: list[Written] = []
        self.names: list[str | None] = []
        """What the keys say; None for a key that the library refuses, and for one that was there before."""
        self.known: set[str] = set()
        self.children: list[Written] = []

    @property
    def blocky(self) -> bool:
        """Whether it is a list or mapping in block style."""
        return self.kind in ("list", "map") and not self.flow

    def steps(self) -> Iterator[tuple[str | int, "Written"]]:
        """Its children with the steps to them."""
        if self.kind == "list":
            yield from enumerate(self.children)
        for name, child in zip(self.names, self.children, strict=True) if self.kind == "map" else ():
            if name is not None:
                yield name, child

    def child(self, step: str | int) -> "Written | None":
        return next((child for own, child in self.steps() if own == step and type(own) is type(step)), None)


class Page:
    """A text and the places in it; raises YAMLError where the text cannot be parsed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root: Written | None = None
        self._solid: list[Span] = []
        self._anchors: dict[str, Written] = {}
        self._open: list[Written] = []
        self._read(CParser(text.encode()))
        self.comments = list(self._found())
        """Each comment from its `#` to its end, in order."""

    # Lines

    def begins(self, at: int) -> int:
        """Where the line of `at` begins."""
        return self.text.rfind("\n", 0, at) + 1

    def ends(self, at: int) -> int:
        """Where the line of `at` ends, before its line feed."""
        end = self.text.find("\n", at)
        return end if end >= 0 else len(self.text)

    def column(self, at: int) -> int:
        return at - self.begins(at)

    def breaks(self, start: int, end: int) -> bool:
        """Whether a line ends between the two."""
        return self.text.find("\n", start, end) >= 0

    def sign(self, sign: str, start: int, end: int) -> int:
        """Where `sign` stands last from `start` to `end`, outside of comments; -1 if nowhere."""
        between = _COMMENT.sub(lambda match: " " * len(match[0]), self.text[start:end])
        at = between.rfind(sign)
        return start + at if at >= 0 else -1

    def marks(self, start: int, end: int) -> Iterator[Span]:
        """The guess marks that begin from `start` to `end`, each as far as its own `#` reaches."""
        for own, until in self.comments[bisect_right(self.comments, (start, -1)) :]:
            if own >= end:
                return
            at = own
            while at < until:
                one = _ONE_COMMENT.match(self.text, at, until)
                stop = one.end() if one else until
                if self.text.startswith(MARK, at):
                    yield at, stop
                at = self.text.find("#", stop, until) if stop < until else until

    # Reading

    def _read(self, parser: CParser) -> None:
        documents = 0
        event: Any
        while (kind := type(event := parser.get_event())) is not StreamEndEvent:
            documents += kind is DocumentStartEvent
            if documents > 1:
                return
            if kind in (MappingStartEvent, SequenceStartEvent):
                node = self._begun("map" if kind is MappingStartEvent else "list", event)
                node.flow = bool(event.flow_style)
                self._open.append(node)
            elif kind in (MappingEndEvent, SequenceEndEvent):
                node = self._open.pop()
                last = node.children[-1] if node.children else node
                node.end = node.head = event.end_mark.index if node.flow else last.end
            elif kind is ScalarEvent:
                self._scalar(self._begun("scalar", event), event)
            elif kind is AliasEvent:
                node = self._begun("alias", event)
                node.end = node.head = event.end_mark.index
                node.target = self._anchors.get(event.anchor)
                if node.target:
                    node.target.used = True
                self._name(node, node.target.value if node.target else None)

    def _begun(self, kind: Literal["scalar", "list", "map", "alias"], event: Any) -> Written:
        around = self._open[-1] if self._open else None
        node = Written(kind, event.start_mark.index, around)
        if kind != "alias":
            properties = _PROPERTIES.match(self.text, node.start)
            if properties and (event.anchor or event.tag):
                node.inner = min(properties.end(), event.end_mark.index) if kind == "scalar" else properties.end()
            if event.anchor:
                node.anchor = event.anchor
                self._anchors[event.anchor] = node
        if around is None:
            self.root = node
            return node
        before = around.children[-1].end if around.children else around.inner
        if around.kind == "list":
            node.entry = node.start if around.flow else self.sign("-", before, node.start)
            around.children.append(node)
        elif len(around.keys) > len(around.children):
            node.entry = around.keys[-1].entry
            around.children.append(node)
        else:
            explicit = self.sign("?", before, node.start)
            node.entry = explicit if explicit >= 0 else node.start
            around.keys.append(node)
            if kind in ("map", "list"):
                around.names.append(None)
        return node

    def _scalar(self, node: Written, event: Any) -> None:
        node.end = node.head = event.end_mark.index
        if event.style in ("|", ">"):
            header = _HEADER.match(self.text, node.inner)
            node.head = header.end() if header else node.inner
            self._solid += [(node.inner, node.head), (self.ends(node.head), node.end)]
            if header and "+" in header[0]:
                node.end -= self.text.endswith("\n", node.head, node.end)
            else:
                node.end = node.head + len(self.text[node.head : node.end].rstrip(" \t\n"))
                # A line of its own says only blanks, or what is left is a comment behind the header.
                node.end = max(node.end, node.head)
        elif node.inner < node.end:
            self._solid.append((node.inner, node.end))
        try:
            node.value = read(event.value) if event.implicit[0] else event.value
        except MisreadError:
            node.value = None
        self._name(node, node.value)

    def _name(self, node: Written, said: object) -> None:
        """Note what a key says, if `node` is a key."""
        around = node.around
        if around and around.kind == "map" and len(around.names) < len(around.keys) and around.keys[-1] is node:
            own = isinstance(said, str) and said not in around.known
            around.names.append(str(said) if own else None)
            around.known.add(str(said))

    def _found(self) -> Iterator[Span]:
        starts = [start for start, _ in self._solid]
        done = 0
        for match in re.finditer(r"(?<!\S)#", self.text):
            at = match.start()
            inside = bisect_right(starts, at) - 1
            if at >= done and not (inside >= 0 and at < self._solid[inside][1]):
                done = self.ends(at)
                yield at, done


def guessed(page: Page) -> frozenset[ValuePath]:
    """The paths of the values whose line ends in a guess mark."""
    found = set()
    for at, _ in page.marks(0, len(page.text)):
        if page.root and page.text[page.begins(at) : at].strip():
            path = _marked(page, page.root, at, ())
            if path is not None:
                found.add(path)
    return frozenset(found)


def _marked(page: Page, node: Written, at: int, path: ValuePath) -> ValuePath | None:
    """The path of the value that a mark at `at` is about: the last that begins before it on its line."""
    if node.kind in ("scalar", "alias") or (node.flow and node.end <= at):
        return None if page.breaks(node.head, at) else path
    number = bisect_left(node.children, at, key=lambda child: child.entry) - 1
    if number < 0:
        return path
    child, step = node.children[number], node.names[number] if node.kind == "map" else number
    if step is None:
        return None
    if child.inner > at:
        # The mark stands behind the key or the dash, and the value below.
        return None if page.breaks(child.entry, at) else (*path, step)
    return _marked(page, child, at, (*path, step))
