"""A model and the evidence for its quotes; each source is prepared once."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from itertools import chain

from tuiapp.evidence import BADNESS, NO_SOURCE, WRONG, Evidence, Source, Status
from tuiapp.matters import Matters
from tuiapp.model import Model, wordings


class Archive:
    """Caches evidence, so that looking at a quote again costs nothing."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self._found: dict[tuple[int, int], Evidence] = {}
        self._statuses: dict[int, tuple[Status, ...]] = {}
        self._kinds: dict[tuple[Status, ...], tuple[Status, ...]] = {}
        self._wrong: dict[int, int] = {}
        self._around: dict[str, tuple[str, ...]] = {}

    def renewed(self, model: Model) -> "Archive":
        """The archive of a model that has changed: it knows the statuses of the same quotes in the same texts."""
        other = Archive(model)
        before = {article.id: numbers for article, numbers in self.model.by_article()}
        for article, numbers in model.by_article():
            if model.sources.get(article.id) != self.model.sources.get(article.id):
                continue
            items = {self.model.items[number].id: number for number in before.get(article.id, ())}
            for number in numbers:
                was = items.get(model.items[number].id)
                if was in self._statuses and self.model.items[was].quotes == model.items[number].quotes:
                    other._statuses[number] = self._statuses[was]
                    if was in self._wrong:
                        other._wrong[number] = self._wrong[was]
        return other

    @cached_property
    def _sources(self) -> dict[str, Source]:
        return {article: Source(text) for article, text in self.model.sources.items()}

    def evidence(self, number: int, nth: int) -> Evidence:
        """The evidence for quote `nth` of item `number`."""
        found = self._found.get((number, nth))
        if found is None:
            found = self._found[number, nth] = self._sought(number, nth)
        return found

    def statuses(self, number: int) -> tuple[Status, ...]:
        """The statuses of the quotes of item `number`, each once; they are cached, the evidence is not."""
        if number not in self._statuses:
            nths = range(len(self.model.items[number].quotes))
            each = [(self._found.get((number, nth)) or self._sought(number, nth)).status for nth in nths]
            if wrong := sum(status in WRONG for status in each):
                self._wrong[number] = wrong
            told = tuple(dict.fromkeys(each))
            # Nearly all items have the same few combinations: keep each once.
            self._statuses[number] = self._kinds.setdefault(told, told)
        return self._statuses[number]

    def worst(self, number: int) -> Status | None:
        """The worst status of the quotes of item `number`; None as long as it is not known."""
        return max(self._statuses.get(number, ()), key=BADNESS.index, default=None)

    def wrong(self, numbers: Iterable[int]) -> int:
        """How many quotes of these items fail their check, as far as their statuses are known."""
        return sum(self._wrong.get(number, 0) for number in numbers)

    def known(self, numbers: Iterable[int]) -> bool:
        """Whether the statuses of all these items are known."""
        return all(number in self._statuses for number in numbers)

    def items_of(self, place: int) -> range:
        """The numbers of the items of the model's article at `place`, from 0."""
        starts = self.model.starts
        return range(starts[place], starts[place + 1] if place + 1 < len(starts) else len(self.model.items))

    @cached_property
    def matters(self) -> Matters:
        """Which items tell of the same thing; takes 0.2 s if all of 100,000 items follow another."""
        return Matters(self.model)

    def name(self, number: int) -> str:
        """ARTICLE/ITEM, as `follows` names item `number`."""
        return f"{self.model.article_of(number).id}/{self.model.items[number].id}"

    def numbered(self, name: str) -> int | None:
        """The item that `name` is the ARTICLE/ITEM of; None if there is none."""
        # Ids may hold slashes.
        parts = ((name[:at], name[at + 1 :]) for at, sign in enumerate(name) if sign == "/")
        return next((number for part in parts if (number := self.model.number_of(*part)) is not None), None)

    @cached_property
    def several(self) -> frozenset[str]:
        """Which of `published` and `publisher` the articles have several values of."""
        told = {name: {getattr(each, name) for each in self.model.articles} for name in ("published", "publisher")}
        return frozenset(name for name, values in told.items() if len(values) > 1)

    def named(self, name: str) -> int:
        """How many enterprises are called so, in any case of letters."""
        return self._spelled[name.casefold()]

    @cached_property
    def _spelled(self) -> Counter[str]:
        """How many enterprises have each name."""
        enterprises = self.model.enterprises.values()
        spelled = ({one.casefold() for one in (*wordings(each.name), *each.aliases)} for each in enterprises)
        return Counter(chain.from_iterable(spelled))

    def around(self, region: str) -> tuple[str, ...]:
        """The region, the region that it is part of, and so on."""
        if region not in self._around:
            found: dict[str, None] = {}
            here: str | None = region
            # The loop also ends where regions form a circle, as they do only in an invalid model.
            while here and here not in found:
                found[here] = None
                here = around.within if (around := self.model.regions.get(here)) else None
            self._around[region] = tuple(found)
        return self._around[region]

    def beside(self, number: int) -> range:
        """The items of the same article, itself among them."""
        starts = self.model.starts
        after = bisect_right(starts, number)
        return range(starts[after - 1], starts[after] if after < len(starts) else len(self.model.items))

    def passages(self, number: int) -> list[tuple[int, int]]:
        """Where the article has the quotes of item `number`, or what is most like them."""
        found = (self.evidence(number, nth) for nth in range(len(self.model.items[number].quotes)))
        return [(each.start, each.end) for each in found if each.start is not None and each.end is not None]

    def _sought(self, number: int, nth: int) -> Evidence:
        source = self._sources.get(self.model.article_of(number).id)
        return source.find(self.model.items[number].quotes[nth].exact) if source else NO_SOURCE
