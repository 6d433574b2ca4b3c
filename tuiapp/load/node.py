"""YAML's values with the places where they stand."""

from tuiapp.load.fault import Place

BROKEN = object()
"""The value of a scalar that has been complained about already; no type accepts it."""


class Scalar:
    """A single value."""

    __slots__ = ("height", "place", "spelled", "value", "weight", "whole")

    def __init__(self, place: Place, spelled: str, value: object) -> None:
        self.place, self.spelled, self.value = place, spelled, value
        self.weight = 1 + len(spelled) // 100
        """In nodes, its aliases unfolded; a hundred characters count as one."""
        self.height = 0
        """Containers within one another."""
        self.whole = True
        """False for a container whose end has not been read."""


class Sequence:
    """A list."""

    __slots__ = ("children", "height", "place", "weight", "whole")

    def __init__(self, place: Place) -> None:
        self.place, self.weight, self.height, self.whole = place, 1, 1, False
        self.children: list[Node] = []


class Mapping:
    """A mapping of text to values; a key that was refused is not in it."""

    __slots__ = ("children", "height", "keys", "place", "weight", "whole")

    def __init__(self, place: Place) -> None:
        self.place, self.weight, self.height, self.whole = place, 1, 1, False
        self.children: dict[str, Node] = {}
        self.keys: dict[str, Place] = {}
        """Where each key stands; one without a value yet is here alone."""


Node = Scalar | Sequence | Mapping


def plain(node: Node) -> object:
    """The value without its places, as `events.build` would have made it."""
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
