"""A made-up folder: 71 items of eight articles, and which of them a short note such as `stage:planned` means."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path

from tuiapp.archive import Archive
from tuiapp.library import load
from tuiapp.model import Model, Text, wordings

HERE = Path(__file__).parent


def plain(text: str) -> str:
    """In small letters, with `е` for `ё`."""
    return text.lower().replace("ё", "е")


def words(text: str) -> list[str]:
    """Its words, plain; the hyphen separates words."""
    return re.findall(r"\w+", plain(text))


class Folder:
    """The model, with notes of what is right.

    A note is one of: the id of an item or of an enterprise; `FIELD:VALUE` with an id or a value of the model, where a
    region has also the items of the regions within it; `since:` or `until:` with a date; `*STEM`, the items with a word
    that begins so in any field; `@STEM`, the same for names and aliases of enterprises only; `NOTE&NOTE`, both.
    """

    def __init__(self) -> None:
        self.model: Model = load([str(HERE)])
        self.archive = Archive(self.model)
        self.numbers = range(len(self.model.items))

    def meant(self, notes: str) -> frozenset[int]:
        """The numbers of the items that one or more `notes`, with commas between them, mean."""
        return frozenset().union(*[self._both(note) for note in notes.split(",") if note])

    def _both(self, note: str) -> frozenset[int]:
        first, *others = (self._one(part) for part in note.split("&"))
        if not (found := first.intersection(*others)):
            raise ValueError(f"no item is meant by {note}")
        return found

    def _one(self, note: str) -> frozenset[int]:
        if note[0] in "*@":
            begun = self.beginnings if note[0] == "*" else self.named
            return self._where(lambda number: any(word.startswith(note[1:]) for word in begun[number]))
        if ":" not in note:
            return self._where(
                lambda number: note in (self.model.items[number].id, *self.model.items[number].enterprises)
            )
        name, _, value = note.partition(":")
        has: dict[str, Callable[[int], bool]] = {
            "since": lambda number: str(self.model.article_of(number).published) >= value,
            "until": lambda number: str(self.model.article_of(number).published) <= value,
            "sector": lambda number: value in self.model.items[number].sectors,
            "region": lambda number: value in self._regions(number),
            "person": lambda number: any(value == quote.speaker for quote in self.model.items[number].quotes),
            "publisher": lambda number: value in wordings(self.model.article_of(number).publisher),
            "article": lambda number: value == self.model.article_of(number).id,
            "stage": lambda number: value == self.model.items[number].stage,
            "status": lambda number: value in self.archive.statuses(number),
        }
        return self._where(has[name])

    def _ids(self, number: int) -> tuple[str, ...]:
        return (self.model.items[number].id, *self.model.items[number].enterprises)

    def _where(self, true: Callable[[int], bool]) -> frozenset[int]:
        return frozenset(filter(true, self.numbers))

    def _regions(self, number: int) -> tuple[str, ...]:
        ends = self.model.items[number].ends
        return tuple(region for end in (ends.one, ends.other) if end for region in self.archive.around(end))

    @cached_property
    def named(self) -> tuple[frozenset[str], ...]:
        """For each item, the words of its enterprises."""
        return tuple(self._words(number, self._enterprises) for number in self.numbers)

    @cached_property
    def beginnings(self) -> tuple[frozenset[str], ...]:
        """For each item, every word that a reader may expect to find it by."""
        return tuple(self._words(number, self._texts) for number in self.numbers)

    @cached_property
    def headlines(self) -> tuple[frozenset[str], ...]:
        """For each item, the words of its article's title: to be found by them is neither asked nor wrong."""
        return tuple(frozenset(_words_of(self.model.article_of(number).title)) for number in self.numbers)

    def having(self, word: str) -> frozenset[int]:
        """The items that have this very word."""
        return self._where(lambda number: plain(word) in self.beginnings[number])

    def _words(self, number: int, texts: Callable[[int], Iterator[Text]]) -> frozenset[str]:
        return frozenset(word for text in texts(number) for word in _words_of(text))

    def _enterprises(self, number: int) -> Iterator[Text]:
        for key in self.model.items[number].enterprises:
            yield self.model.enterprises[key].name
            yield from self.model.enterprises[key].aliases

    def _texts(self, number: int) -> Iterator[Text]:
        item = self.model.items[number]
        yield item.title
        yield from item.products
        yield self.model.article_of(number).publisher
        yield from self._enterprises(number)
        for key in item.sectors:
            yield self.model.sectors[key].name
            yield from self.model.sectors[key].aliases
        for key in self._regions(number):
            yield self.model.regions[key].name
        for quote in item.quotes:
            yield quote.exact
            if quote.speaker:
                person = self.model.people[quote.speaker]
                yield person.name
                yield person.role or ""


def _words_of(text: Text) -> Iterator[str]:
    for wording in wordings(text):
        yield from words(wording)
