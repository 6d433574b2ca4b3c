"""The containers that are open while YAML is read."""

from tuiapp.library.fault import ValuePath
from tuiapp.library.yaml.node import Mapping, Node, Sequence


class Frame:
    """A container that is being filled."""

    __slots__ = ("end", "flow", "keeps", "node", "path", "step")

    def __init__(self, node: Mapping | Sequence, path: ValuePath, flow: bool) -> None:
        self.node, self.path, self.flow = node, path, flow
        self.end = node.end
        """End of the last value in it so far, exclusive."""
        self.step: str | int | None = 0 if isinstance(node, Sequence) else None
        """Index or key of the next value; None while a mapping awaits a key."""
        self.keeps = True
        """False if the key was refused; its value is then read only to find its faults."""

    def here(self) -> ValuePath:
        return self.path if self.step is None else (*self.path, self.step)

    def put(self, node: Node) -> None:
        if isinstance(self.node, Sequence):
            self.node.children.append(node)
            self.step = len(self.node.children)
        else:
            if self.keeps and isinstance(self.step, str):
                self.node.children[self.step] = node
            self.step = None

    def weigh(self, node: Node) -> None:
        self.node.weight += node.weight
        self.node.height = max(self.node.height, node.height + 1)
