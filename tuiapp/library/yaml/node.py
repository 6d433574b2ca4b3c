"""YAML values with their places in the text."""

from tuiapp.library.fault import Place

Span = tuple[int, int]
"""Start and end of a value in the text, in characters from 0; the end is exclusive."""
BROKEN = object()
"""Stands for the value of a scalar whose fault is noted already. No type accepts it."""


class Scalar:
    """A single value."""

    __slots__ = ("end", "height", "place", "spelled", "start", "value", "weight", "whole")

    def __init__(self, place: Place, span: Span, spelled: str, value: object) -> None:
        self.place, self.spelled, self.value = place, spelled, value
        self.start, self.end = span
        self.weight = 1 + len(spelled) // 100
        """Number of nodes, with aliases expanded; a hundred characters count as one."""
        self.height = 0
        """Depth of nested containers, itself included; 0 for a scalar."""
        self.whole = True
        """False for a container whose end has not been read."""


class Sequence:
    """A list."""

    __slots__ = ("aliases", "children", "end", "height", "place", "start", "weight", "whole")

    def __init__(self, place: Place, span: Span) -> None:
        self.place, (self.start, self.end) = place, span
        self.weight, self.height, self.whole = 1, 1, False
        self.children: list[Node] = []
        self.aliases: dict[str | int, Span] | None = None
        """Spans of the children that are aliases; None if there are none, as is usual."""


class Mapping:
    """A mapping of text to values, without the keys that were refused."""

    __slots__ = ("aliases", "children", "end", "flow", "height", "keys", "place", "start", "weight", "whole")

    def __init__(self, place: Place, span: Span) -> None:
        self.place, (self.start, self.end) = place, span
        self.weight, self.height, self.whole = 1, 1, False
        self.children: dict[str, Node] = {}
        self.aliases: dict[str | int, Span] | None = None
        """Spans of the children that are aliases; None if there are none, as is usual."""
        self.keys: dict[str, Place] = {}
        """Place of each key; a key whose value has not been read yet is only here."""
        self.flow = False
        """Whether it is written in braces."""


Node = Scalar | Sequence | Mapping


def plain(node: Node) -> object:
    """The plain value without places, as `events.build` would have made it."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plain(child) for child in node.children]
    return {key: plain(child) for key, child in node.children.items()}


def child(node: Node | None, *path: str | int) -> Node | None:
    """The node at the end of `path`, or None."""
    for step in path:
        if isinstance(node, Mapping) and isinstance(step, str):
            node = node.children.get(step)
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.children):
            node = node.children[step]
        else:
            return None
    return node


def span(root: Node | None, *path: str | int) -> Span | None:
    """Span of the value at `path`, or of the alias in its place; None if there is no value."""
    around = child(root, *path[:-1])
    if isinstance(around, (Mapping, Sequence)) and around.aliases and path and path[-1] in around.aliases:
        return around.aliases[path[-1]]
    node = child(around, *path[-1:])
    return (node.start, node.end) if node else None
