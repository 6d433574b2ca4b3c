"""The words of titles, products and quotes: texts that nearly every item has for itself."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import reduce
from itertools import chain, groupby
from operator import and_
from typing import Any

from tuiapp.archive import Archive
from tuiapp.fields import Field
from tuiapp.model import wordings
from tuiapp.search.corpus import Said
from tuiapp.search.entries import Piece
from tuiapp.search.lexicon import alphabetical
from tuiapp.search.matching import Way
from tuiapp.search.query import Scope, Term
from tuiapp.search.vocabulary import Vocabulary
from tuiapp.sets import Postings

WORDED = re.compile(r"[^\W_]")


class Texts:
    """The words of one field's texts; its units are the words themselves. See `Corpus`."""

    def __init__(self, archive: Archive, field: Field) -> None:
        """Has no words until all steps of `read` are done."""
        self._archive = archive
        self.fields: tuple[Field, ...] = (field,)
        self.tier = field.searched // 10
        self.ready = False
        """Whether the texts have been read."""
        self.vocabulary = Vocabulary([], tolerant=field.tolerant)
        self._postings = self._heads = Postings((), 0)
        self._begun: dict[str, int] = {}

    def read(self, pieces_of: Callable[[str], Iterable[Piece]]) -> Iterator[None]:
        """Read the texts step by step, so that the caller can do other work between the steps. `pieces_of` is `pieces`,
        or a cache of it: titles and quotes share most of their words."""
        collected = _Collected()
        size = len(self._archive.model.items)
        for number in range(size):
            collected.add(chain(*map(wordings, self._values(number))), number)
            yield
        yield from collected.split(pieces_of)
        words = yield from alphabetical(collected.items)
        vocabulary = Vocabulary(words, seams=collected.seams, tolerant=self.vocabulary.tolerant)
        yield from vocabulary.build()
        postings, heads = Postings((), size), Postings((), size)
        for word in words:
            postings.append(_merged(collected.items.pop(word)))
            heads.append(_merged(collected.heads.pop(word, [[]])))
            yield
        for letter, begun in groupby(enumerate(words), key=lambda word: word[1][0]):
            # Single letters are not searched in quotes, but digits are.
            if vocabulary.tolerant or letter.isdigit():
                self._begun[letter] = postings.union(number for number, _ in begun)
                yield
        self.vocabulary, self._postings, self._heads = vocabulary, postings, heads
        self.ready = True

    def units(self, way: Way, term: Term, scope: Scope) -> set[int]:
        """The words that `way` matched; clipped compounds are looked for in names alone."""
        return set() if way.head else set(way.words)

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


class _Collected:
    """What is collected while texts are read.

    Texts are split at blanks, and what stands between two blanks (a chunk) is looked at once at the end, however often
    it occurs: this takes a third of the time of looking at every word.
    """

    def __init__(self) -> None:
        self._chunks: defaultdict[str, list[int]] = defaultdict(list)
        """For each chunk, the items that have it, ascending."""
        self._first: defaultdict[str, list[int]] = defaultdict(list)
        """For each chunk with a word that begins a text, the items with such a text, ascending."""
        self.items: defaultdict[str, list[list[int]]] = defaultdict(list)
        """After `split`: for each word, the items of each chunk that has it."""
        self.heads: defaultdict[str, list[list[int]]] = defaultdict(list)
        """After `split`: the same, of chunks whose word begins a text."""
        self.seams: dict[str, int] = {}
        """After `split`: for words with a seam, the letters before it."""

    def add(self, texts: Iterable[str], number: int) -> None:
        """Add the words of all texts of item `number`; the numbers ascend."""
        split = [text.split() for text in texts]
        for listed in map(self._chunks.__getitem__, set(chain(*split))):
            listed.append(number)
        for first in {next(filter(WORDED.search, chunks), "") for chunks in split}:
            self._first[first].append(number)

    def split(self, pieces_of: Callable[[str], Iterable[Piece]]) -> Iterator[None]:
        """Split the chunks into words, step by step."""
        for chunk in [*self._chunks]:
            # Lists that are let go one by one as words are read; all at once would take 30 ms.
            numbers, beginning = self._chunks.pop(chunk), self._first.pop(chunk, None)
            for word, first, at in pieces_of(chunk):
                self.items[word].append(numbers)
                if first and beginning:
                    self.heads[word].append(beginning)
                if at:
                    self.seams[word] = at
            yield


def _merged(lists: Sequence[list[int]]) -> list[int]:
    """The numbers of all `lists`, each once, ascending."""
    return lists[0] if len(lists) == 1 else sorted(set(chain(*lists)))
