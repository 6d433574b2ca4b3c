"""The words of titles, products and quotes: texts that nearly every item has for itself."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator
from functools import reduce
from itertools import chain, groupby
from operator import and_
from typing import Any

from tuiapp.archive import Archive
from tuiapp.fields import Field
from tuiapp.model import wordings
from tuiapp.search.corpus import Said
from tuiapp.search.entries import SEWN, entries, seam
from tuiapp.search.matching import Way
from tuiapp.search.query import Scope, Term
from tuiapp.search.vocabulary import Vocabulary
from tuiapp.sets import Postings


class Texts:
    """The words of one field's texts; its units are the words themselves. See `Corpus`."""

    def __init__(self, archive: Archive, field: Field) -> None:
        """Has no words until all steps of `read` are done."""
        self._archive = archive
        self.fields: tuple[Field, ...] = (field,)
        self.tier = field.searched // 10
        self.ready = False
        """Whether the texts have been read."""
        self.vocabulary = Vocabulary((), tolerant=field.tolerant)
        self._postings = self._heads = Postings([], 0)
        self._begun: dict[str, int] = {}

    def read(self) -> Iterator[None]:
        """Read the texts step by step, so that the caller can do other work between the steps."""
        lists: dict[str, array[int]] = {}
        heads: dict[str, array[int]] = {}
        # Most words occur often: each is folded once for every spelling, not once for every text.
        spelled: dict[str, tuple[str, ...]] = {}
        seams: dict[str, int] = {}
        size = len(self._archive.model.items)
        for number in range(size):
            for text in chain(*map(wordings, self._values(number))):
                begins = True
                for chunk in text.split():
                    words = spelled.get(chunk)
                    if words is None:
                        found = [entry for entry in entries(chunk) if not entry.spaced]
                        words = spelled[chunk] = tuple(entry.word for entry in found)
                        if SEWN.search(chunk):
                            seams |= {entry.word: at for entry in found if (at := seam(chunk, entry))}
                    for word in words:
                        _add(lists, word, number)
                        if begins:
                            _add(heads, word, number)
                    begins = begins and not words
            yield
        vocabulary = Vocabulary(lists, seams=seams, tolerant=self.vocabulary.tolerant)
        yield from vocabulary.build()
        self._postings = Postings([lists[word] for word in vocabulary.words], size)
        self._heads = Postings([heads.get(word, array("I")) for word in vocabulary.words], size)
        if vocabulary.tolerant:
            for letter, words_of in groupby(enumerate(vocabulary.words), key=lambda word: word[1][0]):
                self._begun[letter] = self._postings.union(number for number, _ in words_of)
                yield
        self.vocabulary = vocabulary
        self.ready = True

    def units(self, way: Way, term: Term, scope: Scope) -> set[int]:
        """The words that `way` matched."""
        return set(way.words)

    def items(self, units: Collection[int], term: Term) -> int:
        """The items whose texts have one of these words."""
        return (self._heads if term.anchor == "beginning" else self._postings).union(units)

    def begun(self, letter: str) -> int:
        """The items with a text that has a word that begins with `letter`."""
        return self._begun.get(letter, 0)

    def together(self, units: Collection[frozenset[int]]) -> int:
        """The items whose texts match all terms."""
        return reduce(and_, map(self._postings.union, units))

    def said(self, number: int, scope: Scope) -> Iterator[Said]:
        """The texts of item `number`."""
        (field,) = self.fields
        for value in self._values(number):
            yield Said(field, value, wordings(value))

    def _values(self, number: int) -> tuple[Any, ...]:
        return self.fields[0].values(self._archive, number)


def _add(lists: dict[str, array[int]], word: str, number: int) -> None:
    listed = lists.get(word)
    if listed is None:
        lists[word] = array("I", (number,))
    elif listed[-1] != number:
        listed.append(number)
