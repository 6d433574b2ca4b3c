"""The distinct words of the model in alphabetical order, and the rules by which a typed word matches them."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Generator, Iterable, Iterator
from enum import StrEnum
from functools import cached_property
from itertools import accumulate

from tuiapp.fold import nouns, unfinished
from tuiapp.search.slips import LAST, Slips

SHORTEST_INSIDE = 3
"""Letters that a word must have to be searched inside other words; one or two match as a prefix only."""
SHORTEST_FORM = 3
"""Letters that a word must have to match other grammatical forms."""


class Rule(StrEnum):
    """How a typed word matches a word of the model, from the closest rule to the loosest."""

    EXACT = "exact"
    PREFIX = "prefix"
    FORM = "form"
    """The same word with another ending, or the adjective of a noun."""
    INITIALS = "initials"
    """The initials of a name of three words and more."""
    INSIDE = "inside"
    CLIPPED = "clipped"
    """The beginning of one word of a name and the whole of another: `мехзавод` for Механический завод."""
    SLIPS = "slips"


def alphabetical(words: Iterable[str]) -> Generator[None, None, list[str]]:
    """`words` in alphabetical order, sorted step by step: to sort 60,000 at once takes 25 ms."""
    begun: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        begun[word[:1]].append(word)
        yield
    found: list[str] = []
    for letter in sorted(begun):
        found += sorted(begun[letter])
        yield
    return found


class Lexicon:
    """Distinct words in alphabetical order; a word is identified by its number, from 0."""

    def __init__(self, words: list[str], stems: Callable[[str], tuple[str, ...]]) -> None:
        """`words` are in alphabetical order."""
        self.words = words
        self.slips = Slips(words, stems)
        self._stems = stems
        # Most stems have one word, and a tuple of one takes half the memory of a list.
        self._by_stem: dict[str, tuple[int, ...]] = {}
        """The words with each stem, except the word that is the stem itself."""
        self._by_noun: dict[str, tuple[int, ...]] = {}

    def number(self, word: str) -> int | None:
        """The number of `word`; None if it is not in the lexicon."""
        number = bisect_left(self.words, word)
        return number if number < len(self.words) and self.words[number] == word else None

    def exact(self, word: str) -> range:
        """The number of `word` as a range; empty if it is not in the lexicon."""
        number = bisect_left(self.words, word)
        return range(number, number + (number < len(self.words) and self.words[number] == word))

    def beginning(self, prefix: str) -> range:
        """Words that begin with `prefix`."""
        return range(bisect_left(self.words, prefix), bisect_left(self.words, prefix + LAST))

    def forms(self, word: str, stems: Iterable[str]) -> Collection[int]:
        """Words that share one of `stems`, which are the stems of `word`."""
        if len(word) < SHORTEST_FORM and not word[:1].isdigit():
            return ()
        return frozenset(number for stem in stems for number in self._of_stem(stem))

    def kin(self, word: str) -> Collection[int]:
        """For an adjective, its noun and other adjectives of that noun; for a noun, its adjectives."""
        if len(word) < SHORTEST_FORM:
            return ()
        adjectives = (number for stem in self._stems(word) for number in self._by_noun.get(stem, ()))
        return frozenset((*self._of_nouns(nouns(word)), *adjectives))

    def unfinished(self, word: str) -> Collection[int]:
        """Words of which `word` is another form whose ending is not typed to its end."""
        return frozenset(number for stem in unfinished(word)[0] for number in self._of_stem(stem))

    def unfinished_kin(self, word: str) -> Collection[int]:
        """As `kin`, for an adjective whose ending is not typed to its end."""
        return frozenset(self._of_nouns(unfinished(word)[1]))

    def inside(self, part: str) -> Collection[int]:
        """Words that contain `part`."""
        return () if len(part) < SHORTEST_INSIDE else frozenset(self._containing(part))

    def build(self, *, tolerant: bool) -> Iterator[None]:
        """Build the lookup tables of all rules, or only those for forms, step by step; needed before the first look-up.

        No keystroke waits for them, and the caller can do other work between the steps.
        """
        by_stem, by_noun = self._by_stem, self._by_noun
        bare: list[str] = []
        for number, word in enumerate(self.words):
            found = self._stems(word)
            bare.append(found[0])
            for stem in found:
                if stem != word:
                    by_stem[stem] = (*by_stem.get(stem, ()), number)
            for stem in nouns(word):
                by_noun[stem] = (*by_noun.get(stem, ()), number)
            yield
        if tolerant:
            self.slips.prepare(bare)
            _ = self._text
            yield
            _ = self._starts
            yield

    def _of_stem(self, stem: str) -> Iterator[int]:
        yield from self.exact(stem)
        yield from self._by_stem.get(stem, ())

    def _of_nouns(self, stems: Iterable[str]) -> Iterator[int]:
        """The nouns that have one of `stems`, and their adjectives."""
        for stem in stems:
            yield from self._of_stem(stem)
            yield from self._by_noun.get(stem, ())

    @cached_property
    def _text(self) -> str:
        return "\n" + "\n".join(self.words) + "\n"

    @cached_property
    def _starts(self) -> array[int]:
        """Where each word starts in `_text`."""
        return array("L", accumulate((len(word) + 1 for word in self.words), initial=1))

    def _containing(self, part: str) -> Iterator[int]:
        number = part[0].isdigit()
        at = self._text.find(part)
        while at >= 0:
            # 22 is not inside 2022.
            if not (number and self._text[at - 1].isdigit()):
                yield bisect_left(self._starts, at + 1) - 1
            at = self._text.find(part, self._text.find("\n", at))
