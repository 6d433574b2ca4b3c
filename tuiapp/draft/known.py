"""What the folder's models know, found in a text in any case, script and abbreviation by the search's own rules."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from tuiapp.draft.sentences import Span
from tuiapp.fold import Word, is_cyrillic, sound, stems, words
from tuiapp.model import Model, Text, wordings
from tuiapp.search.entries import entries
from tuiapp.search.spare import is_spare

_OPENING = '«“„"'


class Found(NamedTuple):
    """A known name at a place of the text."""

    span: Span
    id: str


class Known:
    """The names of a model, ready to be found; of no model, if there is none yet."""

    def __init__(self, model: Model | None = None) -> None:
        self.model = model
        regions = model.regions if model else {}
        region_stems = {key for region in regions.values() for name in wordings(region.name) for word in words(name)
                        for key in stems(word.folded)}  # fmt: skip
        enterprises = model.enterprises if model else {}
        people = model.people if model else {}
        sectors = model.sectors if model else {}
        self._enterprises = _Names(
            {own: (each.name, *each.aliases) for own, each in enterprises.items()}, region_stems, initials=True
        )
        self._regions = _Names({own: (each.name,) for own, each in regions.items()}, frozenset())
        self._people = _Names({own: (each.name,) for own, each in people.items()}, frozenset())
        self._sectors = _Names(
            {own: (each.name, *each.aliases) for own, each in sectors.items()}, frozenset(), capital=False
        )

    def enterprises(self, text: str) -> list[Found]:
        """The enterprises that `text` names."""
        return list(self._enterprises.found(text))

    def regions(self, text: str) -> list[Found]:
        """The regions that `text` names."""
        return list(self._regions.found(text))

    def people(self, text: str) -> list[Found]:
        """The people that `text` names, given name and surname."""
        return list(self._people.found(text))

    def sectors(self, text: str) -> list[Found]:
        """The sectors whose names or aliases `text` has, in any case of letters."""
        return list(self._sectors.found(text))


class _Name(NamedTuple):
    id: str
    keys: tuple[frozenset[str], ...]
    """For each word, all that a word of a text may share with it to be a form of it."""
    letters: bool
    """Whether it is an abbreviation, which stands in capitals."""
    ambiguous: bool
    """Whether a word alone is the form of a region's name, and needs its quotation marks."""


class _Names:
    def __init__(
        self,
        names: dict[str, tuple[Text, ...]],
        regions: Iterable[str],
        *,
        initials: bool = False,
        capital: bool = True,
    ) -> None:
        self._capital = capital
        self._by_first: defaultdict[str, list[_Name]] = defaultdict(list)
        held = frozenset(regions)
        for own, texts in names.items():
            for name in dict.fromkeys(one for text in texts for one in wordings(text)):
                self._add(own, name, held)
                for each in entries(name) if initials else ():
                    if each.kind == "initials":
                        letters = frozenset(_keys(each.word))
                        for key in letters:
                            self._by_first[key].append(_Name(own, (letters,), True, False))

    def _add(self, own: str, name: str, regions: frozenset[str]) -> None:
        parts = [word.folded for word in words(name)]
        while len(parts) > 1 and is_spare(parts[0]):
            del parts[0]
        if not parts or len(parts) > 12:
            return
        keys = tuple(frozenset(_keys(part)) for part in parts)
        letters = len(parts) == 1 and len(parts[0]) <= 5 and sum(map(str.isupper, name)) > 1
        ambiguous = len(parts) == 1 and bool(regions.intersection(stems(parts[0])))
        for key in keys[0]:
            self._by_first[key].append(_Name(own, keys, letters, ambiguous))

    def found(self, text: str) -> Iterator[Found]:
        """Every name, the longest at each place; what lies within another is left out."""
        if not self._by_first:
            return
        said = words(text)
        keys: dict[str, frozenset[str]] = {}
        after = 0
        for at, word in enumerate(said):
            if word.places[0] < after or (self._capital and not self._begins(text, word)):
                continue
            best: tuple[int, _Name] | None = None
            for key in self._of(word, keys):
                for name in self._by_first.get(key, ()):
                    length = len(name.keys)
                    if (best is None or length > best[0]) and self._fits(text, said, at, name, keys):
                        best = length, name
            if best:
                span = Span(word.places[0], said[at + best[0] - 1].ends[-1])
                after = span.end
                yield Found(span, best[1].id)

    def _begins(self, text: str, word: Word) -> bool:
        first = word.places[0]
        quoted = first > 0 and text[first - 1] in _OPENING
        return text[first].isupper() or text[first].isdigit() or quoted

    def _of(self, word: Word, keys: dict[str, frozenset[str]]) -> frozenset[str]:
        if word.folded not in keys:
            keys[word.folded] = frozenset(_keys(word.folded))
        return keys[word.folded]

    def _fits(self, text: str, said: tuple[Word, ...], at: int, name: _Name, keys: dict[str, frozenset[str]]) -> bool:
        if at + len(name.keys) > len(said):
            return False
        parts = said[at : at + len(name.keys)]
        if any(not wanted & self._of(part, keys) for wanted, part in zip(name.keys, parts, strict=True)):
            return False
        if any("\n\n" in text[one.ends[-1] : two.places[0]] for one, two in pairwise(parts)):
            return False
        first = parts[0].places[0]
        if name.letters and sum(map(str.isupper, text[first : parts[0].ends[-1]])) < 2:
            return False
        return not name.ambiguous or (text[first].isupper() and text[first - 1 : first] in _OPENING and first > 0)


def _keys(word: str) -> Iterator[str]:
    """What a folded word shares with its other forms and scripts; a short one is its own form alone."""
    yield word
    if len(word) < 3:
        return
    bare = [stem for stem in stems(word) if len(stem) >= max(3, len(word) - 4)]
    for stem in bare:
        yield f"{stem}-"
        if is_cyrillic(stem) or len(stem) >= 4 or stem == word:
            yield f"~{sound(stem)}"
