"""The distinct words of some fields: what a typed word is looked up in.

Many names share a word, and many items share a name. So a query is matched against the distinct words.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property

from tuiapp.fold import heard, is_cyrillic, sound, stems
from tuiapp.search.entries import Entry
from tuiapp.search.lexicon import Lexicon, Rule, alphabetical


def _romanised_stems(key: str) -> tuple[str, ...]:
    return stems(key, "romanised")


def _heard(word: str) -> str:
    return heard(word)[0]


class Vocabulary:
    """The distinct words of some fields, with the tables of all rules.

    A word is identified by its number: first the words of `plain`, then those of `joined`, then `initials`.
    """

    def __init__(
        self,
        plain: list[str],
        joined: Iterable[str] = (),
        initials: Iterable[str] = (),
        seams: Mapping[str, int] | None = None,
        *,
        tolerant: bool = True,
    ) -> None:
        """`plain` is in alphabetical order; `seams` has for a word the letters before its seam. All steps of `build`
        have to be done before a look-up."""
        self.tolerant = tolerant
        """Whether a typed word may match inside a word, in the other script and with typing errors."""
        self.plain = Lexicon(plain, stems)
        """Single words, and hyphenated pairs joined."""
        self.joined = Lexicon(sorted(joined), stems)
        """Separate words, joined. They match only exactly or as a prefix; otherwise they would outnumber the words."""
        self.initials = Initials(sorted(initials))
        self._seams = seams or {}
        self.cyrillic = Sounds(lambda word: sound(word) if is_cyrillic(word) else "")
        """Cyrillic words by their sound key, for words typed in Latin letters."""
        self.latin = Sounds(lambda word: "" if is_cyrillic(word) else sound(word))
        """Latin words by their sound key, for words typed in Cyrillic letters."""

    def build(self) -> Iterator[None]:
        """Build the tables of all rules step by step, so that the caller can do other work between the steps."""
        yield from self.plain.build(tolerant=self.tolerant)
        if self.tolerant:
            for sounds in (self.cyrillic, self.latin):
                yield from sounds.build(self.plain.words)
                yield from sounds.keys.build(tolerant=True)

    def listen(self) -> Iterator[None]:
        """Make the table of `heard` step by step; else the first word that needs it takes 0.7 s at 60,000 words."""
        if self.tolerant and "_heard" not in vars(self):
            sounds = Sounds(_heard)
            yield from sounds.build(self.plain.words)
            self._heard = sounds

    @property
    def words(self) -> list[str]:
        """Every word, in the order of the numbers."""
        return self.plain.words + self.joined.words + self.initials.words

    def number(self, entry: Entry) -> int | None:
        """The number of the word of `entry`; None if no name has it."""
        if entry.kind == "initials":
            number = self.initials.number(entry.word)
            return None if number is None else number + self._first_initials
        number = self.plain.number(entry.word)
        if number is None and (number := self.joined.number(entry.word)) is not None:
            number += len(self.plain.words)
        return number

    @property
    def _first_initials(self) -> int:
        return len(self.plain.words) + len(self.joined.words)

    def several(self, word: str) -> Iterator[tuple[Rule, range]]:
        """What is made of several words of a name: they are `word`, or begin with it, if joined, or it is their
        initials."""
        first = len(self.plain.words)
        for rule, some in ((Rule.EXACT, self.joined.exact(word)), (Rule.PREFIX, self.joined.beginning(word))):
            if some:
                yield rule, range(some.start + first, some.stop + first)
        if initials := self.initials.exact(word):
            yield Rule.INITIALS, range(initials.start + self._first_initials, initials.stop + self._first_initials)

    def heard(self, key: str) -> Iterator[tuple[Rule, list[int]]]:
        """The words that sound like `key`, or begin so, to somebody who writes by ear, by rule."""
        keys = self._heard.keys
        for rule, some in ((Rule.EXACT, keys.exact(key)), (Rule.PREFIX, keys.beginning(key))):
            if some:
                yield rule, self._heard.words(some)

    @cached_property
    def _heard(self) -> "Sounds":
        """Made when a word is not found otherwise, unless `listen` has made it; most words are found."""
        sounds = Sounds(_heard)
        deque(sounds.build(self.plain.words), 0)
        return sounds

    def initials_by_sound(self, key: str) -> list[int]:
        """The initials in Cyrillic letters that have the sound key `key`."""
        return [number + self._first_initials for number in self.initials.by_sound.get(key, ())]

    def inside_a_part(self, number: int, part: str) -> bool:
        """Whether a plain word contains `part` on one side of its seam; `скх` lies across that of СветлогорскХим-."""
        word = self.plain.words[number]
        if not (at := self._seams.get(word, 0)):
            return True
        return part in word[:at] or part in word[at:]


class Initials(Lexicon):
    """The initials of names, which match as a whole only."""

    def __init__(self, initials: list[str]) -> None:
        super().__init__(initials, stems)
        self.by_sound: defaultdict[str, list[int]] = defaultdict(list)
        """Those in Cyrillic letters, by their sound key."""
        for number, word in enumerate(self.words):
            if is_cyrillic(word):
                self.by_sound[sound(word)].append(number)


class Sounds:
    """Words by their sound keys; empty until all steps of `build` are done."""

    def __init__(self, key_of: Callable[[str], str]) -> None:
        """`key_of` gives the key of a word; empty for a word to leave out."""
        self._key_of = key_of
        self.keys = Lexicon([], _romanised_stems)
        """The sound keys of all words, each once: two words may sound alike."""
        self._numbers: list[list[int]] = []

    def build(self, words: Iterable[str]) -> Iterator[None]:
        """Read the sound keys of `words`, which are numbered in this order, step by step. To match by all rules, the
        lexicon of the keys has to be built as well."""
        numbers: defaultdict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(words):
            if key := self._key_of(word):
                numbers[key].append(number)
            yield
        self.keys = Lexicon((yield from alphabetical(numbers)), _romanised_stems)
        for key in self.keys.words:
            self._numbers.append(numbers.pop(key))
            yield

    def words(self, keys: Collection[int]) -> list[int]:
        """The words that have one of the sound keys with the numbers `keys`."""
        return [number for key in keys for number in self._numbers[key]]
