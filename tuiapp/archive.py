"""A model and the evidence for its quotes; each source is prepared once."""

from functools import cached_property

from tuiapp.evidence import NO_SOURCE, Evidence, Source, Status
from tuiapp.model import Model


class Archive:
    """Caches evidence, so that looking at a quote again costs nothing."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self._found: dict[tuple[int, int], Evidence] = {}
        self._around: dict[str, tuple[str, ...]] = {}

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
        """The statuses of the quotes of item `number`, each once; evidence computed for this is not cached."""
        nths = range(len(self.model.items[number].quotes))
        found = (self._found.get((number, nth)) or self._sought(number, nth) for nth in nths)
        return tuple(dict.fromkeys(evidence.status for evidence in found))

    def around(self, region: str) -> tuple[str, ...]:
        """The region and the regions that contain it, the smallest first; a cache of `Model.around`."""
        if region not in self._around:
            self._around[region] = self.model.around(region)
        return self._around[region]

    def _sought(self, number: int, nth: int) -> Evidence:
        source = self._sources.get(self.model.article_of(number).id)
        return source.find(self.model.items[number].quotes[nth].exact) if source else NO_SOURCE
