"""Find circles in a directed graph. Nothing here is recursive: a path may be as long as a model."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from tuiapp.language import gettext, grouped
from tuiapp.library.fault import quoted

_Node = TypeVar("_Node", bound=Hashable)
# How many members of a circle are named; it may have 100,000.
_NAMED = 4


class Circle(NamedTuple):
    """Nodes of which each leads to the next, and the last to the first."""

    named: list[Any]
    """The first few nodes."""
    last: Any
    length: int

    def renamed(self, names: list[str]) -> "Circle":
        """The same with other names for the first few."""
        return self._replace(named=names)

    def worded(self, alone: str, together: str) -> str:
        """The message to report at its last node: `alone` with a `{name}`, or `together` with the `{names}` of all."""
        if self.length == 1:
            return alone.format(name=quoted(self.named[0]))
        names = ", ".join(map(quoted, self.named))
        if more := self.length - len(self.named):
            names = gettext("{names}, {count} more").format(names=names, count=grouped(more))
        return together.format(names=names)


def circles(edges: Mapping[_Node, Sequence[_Node]]) -> Iterator[Circle]:
    """A circle for every edge that closes one; without those edges there are no circles."""
    # Index of a node on the current path from the root; -1 once all its edges have been followed.
    seen: dict[_Node, int] = {}
    for root in edges:
        if root in seen:
            continue
        way, open_edges = [root], [iter(edges[root])]
        seen[root] = 0
        while way:
            following = next(open_edges[-1], None)
            if following is None:
                seen[way.pop()] = -1
                open_edges.pop()
            elif (first := seen.get(following)) is None:
                seen[following] = len(way)
                way.append(following)
                open_edges.append(iter(edges.get(following, ())))
            elif first >= 0:
                yield Circle(way[first : first + _NAMED], way[-1], len(way) - first)
