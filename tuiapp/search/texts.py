"""The words of titles, products and quotes: texts that nearly every item has for itself."""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import reduce
from itertools import chain, groupby
from operator import and_
from typing import Any

from tuiapp.archive import Archive
from tuiapp.fields import Field
from tuiapp.model import wordings
from tuiapp.search.corpus import Said
from tuiapp.search.entries import SEWN, chunk_entries, seam
from tuiapp.search.matching import Way
from tuiapp.search.query import Scope, Term
from tuiapp.search.vocabulary import Vocabulary
from tuiapp.sets import Postings

_Parts = defaultdict[str, list[list[int]]]
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
        self.vocabulary = Vocabulary((), tolerant=field.tolerant)
        self._postings = self._heads = Postings([], 0)
        self._begun: dict[str, int] = {}

    def read(self) -> Iterator[None]:
        """Read the texts step by step, so that the caller can do other work between the steps."""
        collected = _Collected()
        size = len(self._archive.model.items)
        for number in range(size):
            collected.add(chain(*map(wordings, self._values(number))), number)
            yield
        yield from collected.sort()
        vocabulary = Vocabulary(collected.lists, seams=collected.seams, tolerant=self.vocabulary.tolerant)
        yield from vocabulary.build()
        none = array("I")
        self._postings = Postings([collected.lists[word] for word in vocabulary.words], size)
        self._heads = Postings([collected.heads.get(word, none) for word in vocabulary.words], size)
        if vocabulary.tolerant:
            for letter, begun in groupby(enumerate(vocabulary.words), key=lambda word: word[1][0]):
                self._begun[letter] = self._postings.union(number for number, _ in begun)
        self.vocabulary = vocabulary
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
        self.lists: dict[str, array[int]] = {}
        """After `sort`: for each word, the items that have it, ascending."""
        self.heads: dict[str, array[int]] = {}
        """After `sort`: for each word that begins a text, the items with such a text, ascending."""
        self.seams: dict[str, int] = {}
        """After `sort`: for words with a seam, the letters before it."""

    def add(self, texts: Iterable[str], number: int) -> None:
        """Add the words of all texts of item `number`; the numbers ascend."""
        split = [text.split() for text in texts]
        for listed in map(self._chunks.__getitem__, set(chain(*split))):
            listed.append(number)
        for first in {next(filter(WORDED.search, chunks), "") for chunks in split}:
            self._first[first].append(number)

    def sort(self) -> Iterator[None]:
        """Sort what was collected by words, step by step."""
        lists: _Parts = defaultdict(list)
        heads: _Parts = defaultdict(list)
        for chunk, numbers in self._chunks.items():
            sewn = SEWN.search(chunk) is not None
            for entry in chunk_entries(chunk):
                lists[entry.word].append(numbers)
                if entry.first and chunk in self._first:
                    heads[entry.word].append(self._first[chunk])
                if sewn and (at := seam(chunk, entry)):
                    self.seams[entry.word] = at
            yield
        for parts, merged in ((lists, self.lists), (heads, self.heads)):
            for word, listed in parts.items():
                merged[word] = array("I", listed[0] if len(listed) == 1 else sorted(set(chain(*listed))))
                yield
