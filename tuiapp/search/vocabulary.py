"""The distinct words of some fields: what a typed word is looked up in.

Many names share a word, and many items share a name. So a query is matched against the distinct words.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from tuiapp.fold import is_cyrillic, sound, stems
from tuiapp.search.lexicon import Lexicon, Rule


def _romanised_stems(key: str) -> tuple[str, ...]:
    return stems(key, "romanised")


class Vocabulary:
    """The distinct words of some fields, with the tables of all rules.

    A word is identified by its number: first the words of `plain`, then those of `spaced`.
    """

    def __init__(
        self,
        plain: Iterable[str],
        spaced: Iterable[str] = (),
        seams: Mapping[str, int] | None = None,
        *,
        tolerant: bool = True,
    ) -> None:
        """`seams` has for a word the letters before its seam. All steps of `build` have to be done before a look-up."""
        self.tolerant = tolerant
        """Whether a typed word may match inside a word, in the other script and with typing errors."""
        self.plain = Lexicon(plain, stems)
        """Single words, and hyphenated pairs joined."""
        self.spaced = Lexicon(spaced, stems)
        """Pairs of separate words, joined. They match only exactly or as a prefix; otherwise they would outnumber
        the words."""
        self._seams = seams or {}
        sounding = self.plain.words if tolerant else []
        self.cyrillic = Sounds(sounding, cyrillic=True)
        """Cyrillic words by their sound key, for words typed in Latin letters."""
        self.latin = Sounds(sounding, cyrillic=False)
        """Latin words by their sound key, for words typed in Cyrillic letters."""

    def build(self) -> Iterator[None]:
        """Build the tables of all rules step by step, so that the caller can do other work between the steps."""
        for lexicon in (self.plain, self.cyrillic.keys, self.latin.keys):
            yield from lexicon.build(tolerant=self.tolerant)

    @property
    def words(self) -> list[str]:
        """Every word, in the order of the numbers."""
        return self.plain.words + self.spaced.words

    def number(self, word: str) -> int | None:
        """The number of `word`; None if no name has it."""
        number = self.plain.number(word)
        if number is None and (number := self.spaced.number(word)) is not None:
            number += len(self.plain.words)
        return number

    def joined(self, word: str) -> list[tuple[Rule, range]]:
        """The separate words that, joined, are `word` or begin with it, by rule."""
        first = len(self.plain.words)
        begun = self.spaced.beginning(word)
        exact = self.spaced.exact(word)
        return [
            (rule, range(some.start + first, some.stop + first))
            for rule, some in ((Rule.EXACT, exact), (Rule.PREFIX, begun))
            if some
        ]

    def inside_a_part(self, number: int, part: str) -> bool:
        """Whether a plain word contains `part` on one side of its seam; `скх` lies across that of СветлогорскХим-."""
        word = self.plain.words[number]
        if not (at := self._seams.get(word, 0)):
            return True
        return part in word[:at] or part in word[at:]


class Sounds:
    """The words of one script by their sound keys."""

    def __init__(self, plain: list[str], *, cyrillic: bool) -> None:
        numbers: defaultdict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(plain):
            if is_cyrillic(word) == cyrillic and (key := sound(word)):
                numbers[key].append(number)
        self.keys = Lexicon(numbers, _romanised_stems)
        """Distinct keys; two words may share one."""
        self._numbers = [numbers[key] for key in self.keys.words]

    def words(self, keys: Collection[int]) -> list[int]:
        """The words that have one of the sound keys with the numbers `keys`."""
        return [number for key in keys for number in self._numbers[key]]
