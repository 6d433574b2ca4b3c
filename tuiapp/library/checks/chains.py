"""Check what items follow: the target must exist, must not be later, and must not lead back to the item."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from tuiapp.dates import Date
from tuiapp.language import gettext
from tuiapp.library.checks.circles import circles
from tuiapp.library.checks.document import Document
from tuiapp.library.checks.said import items_of, part, right
from tuiapp.library.fault import ValuePath, guessing, quoted
from tuiapp.model import Item

# Most pairs of a wrong and a right ARTICLE/ITEM that are compared for suggestions; they take about a second.
_COMPARED = 10_000_000


class Chains:
    """The items of all documents, numbered, and which item follows which."""

    def __init__(self, documents: Sequence[Document]) -> None:
        # A file that breaks off might have had further items.
        self._complete = all(document.complete for document in documents)
        self._documents = documents
        self._starts: list[int] = []
        """For each document the number of its first item."""
        self._items: list[object] = []
        self._names: list[str | None] = []
        """ARTICLE/ITEM; None if the file does not give it."""
        self._dates: list[Date | None] = []
        """Publication date of each item's article."""
        for document in documents:
            self._starts.append(len(self._items))
            self._items += (items := items_of(document))
            self._names += names_of_items(document)
            self._dates += [right(part(document.said, "article"), "published", Date)] * len(items)
        # Equal names stand for the first item.
        self._numbers = {name: at for at, name in reversed(list(enumerate(self._names))) if name is not None}
        self._alike = self._spelled_alike()
        self._guesses = 0

    def refuse(self) -> None:
        """Report every link that is not valid."""
        edges = {at: targets for at, item in enumerate(self._items) if (targets := self._targets(at, item))}
        for circle in circles(edges):
            document, _ = self._place(circle.last)
            if not document.full:
                links = self._links(circle.last, self._items[circle.last])
                path = next(path for path, name in links if self._numbers.get(name) == circle.named[0])
                named = circle.renamed([str(self._names[at]) for at in circle.named])
                alone = gettext("item {name} follows itself")
                together = gettext("a circle: each of these follows the next, and the last follows the first: {names}")
                document.complain(path, named.worded(alone, together))

    def _targets(self, at: int, item: object) -> list[int]:
        """The items that `item`, number `at`, follows."""
        follows = item.follows if isinstance(item, Item) else part(item, "follows")
        if not follows or self._names[at] is None:
            return []
        if isinstance(follows, str) and follows not in self._alike:
            # Fast path: most follow one valid item, and there may be 100,000 of them.
            target = self._numbers.get(follows)
            if target is not None and not self._later(target, at):
                return [target]
        return [target for path, name in self._links(at, item) for target in self._resolved(at, path, name)]

    def _resolved(self, at: int, path: ValuePath, name: str) -> list[int]:
        """The item that `name`, at `path` of item `at`, refers to, or none; reports the link if it is not valid."""
        document, _ = self._place(at)
        if name in self._alike:
            here, there = map(self._spot, self._alike[name])
            either = gettext("{item} may be either of two items: at {here} and {there}")
            document.complain(path, either.format(item=quoted(name), here=here, there=there))
            return []
        target = self._numbers.get(name)
        if target is None:
            if self._complete:
                undefined = gettext("item {name} is defined nowhere").format(name=quoted(name))
                document.complain(path, self._guessing(undefined, name))
            return []
        if self._later(target, at):
            later = gettext("{item} cannot be followed: its article is later, of {theirs}, and this one is of {ours}")
            dates = {"theirs": self._dates[target], "ours": self._dates[at]}
            document.complain(path, later.format(item=quoted(name), **dates))
        return [target]

    def _spelled_alike(self) -> dict[str, tuple[int, int]]:
        """Each ambiguous ARTICLE/ITEM with the two items that it may mean: ids may hold slashes."""
        alike: dict[str, tuple[int, int]] = {}
        if len(self._numbers) < len(self._names):
            for at, name in enumerate(self._names):
                if name is None or (first := self._numbers[name]) == at:
                    continue
                if part(self._items[first], "id") != part(self._items[at], "id"):
                    alike.setdefault(name, (first, at))
        return alike

    def _links(self, at: int, item: object) -> Iterator[tuple[ValuePath, str]]:
        """Path and name of each item that `item`, number `at`, says it follows."""
        follows: str | tuple[str, ...] = right(item, "follows", str | tuple[str, ...]) or ()
        document, number = self._place(at)
        path = ("items", number, "follows")
        for index, name in enumerate((follows,) if isinstance(follows, str) else follows):
            if document.full:
                return
            yield path if isinstance(follows, str) else (*path, index), name

    def _place(self, at: int) -> tuple[Document, int]:
        """The document of item `at`, and the item's index in it."""
        # Of documents with the same start, only the last has items.
        owner = bisect_right(self._starts, at) - 1
        return self._documents[owner], at - self._starts[owner]

    def _spot(self, at: int) -> str:
        document, number = self._place(at)
        return document.spot(("items", number, "id"))

    def _later(self, target: int, at: int) -> bool:
        """Whether the article of `target` is later than that of `at`, as far as both dates are known."""
        theirs, ours = self._dates[target], self._dates[at]
        return theirs is not ours and bool(theirs and ours and ours.before(theirs))

    def _guessing(self, message: str, name: str) -> str:
        self._guesses += 1
        return guessing(message, name, self._numbers) if self._guesses * len(self._numbers) < _COMPARED else message


def names_of_items(document: Document) -> list[str | None]:
    """ARTICLE/ITEM of each item; None if the file does not give it."""
    if content := document.content:
        if not content.article:
            return [None] * len(content.items)
        start = f"{content.article.id}/"
        return [start + item.id for item in content.items]
    article = right(part(document.said, "article"), "id", str)
    ids = (part(item, "id") for item in items_of(document))
    return [f"{article}/{each}" if article is not None and isinstance(each, str) else None for each in ids]
