"""The sources of a model, each prepared once, and what they say of its quotes."""

from functools import cached_property

from tuiapp.evidence import NO_SOURCE, Evidence, Source
from tuiapp.model import Model


class Archive:
    """Keeps what has been found, so that looking at a quote again costs nothing."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._found: dict[tuple[int, int], Evidence] = {}

    @cached_property
    def _sources(self) -> dict[str, Source]:
        return {article: Source(text) for article, text in self._model.sources.items()}

    def evidence(self, number: int, place: int) -> Evidence:
        """What the source says of quote `place` of item `number`."""
        found = self._found.get((number, place))
        if found is None:
            source = self._sources.get(self._model.article_of(number).id)
            quote = self._model.items[number].quotes[place]
            found = self._found[number, place] = source.find(quote.exact) if source else NO_SOURCE
        return found
