"""The sentences that by the rules of a draft say something, and that no item quotes."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tuiapp.archive import Archive
from tuiapp.draft.known import Known
from tuiapp.draft.passages import Passage, Reading

LONGEST = 1 << 20
"""Characters of a text that is looked through; a longer one is no article, and would take minutes."""


class Uncovered(NamedTuple):
    """One such sentence."""

    article: str
    line: int
    column: int
    """Both from 1; the column counts characters."""
    words: str


def uncovered(archive: Archive) -> Iterator[Uncovered]:
    """Every such sentence, article by article, in the order of the text."""
    model = archive.model
    known = Known(model)
    for article, numbers in model.by_article():
        text = model.sources.get(article.id)
        if text is None or len(text) > LONGEST:
            continue
        lines = [0, *(at + 1 for at, sign in enumerate(text) if sign == "\n")]
        for each in unquoted(archive, numbers, Reading(text, known, []).passages):
            line = bisect_right(lines, each.span.start)
            yield Uncovered(article.id, line, each.span.start - lines[line - 1] + 1, each.exact)


def unquoted(archive: Archive, numbers: range, passages: Sequence[Passage]) -> list[Passage]:
    """Those of an article's passages that none of its items, which are `numbers`, quotes a part of."""
    # What a page says twice is quoted once.
    words = {quote.exact for number in numbers for quote in archive.model.items[number].quotes}
    quoted = [place for number in numbers for place in archive.passages(number)]
    return [
        each
        for each in passages
        if each.exact not in words and not any(a < each.span.end and each.span.start < b for a, b in quoted)
    ]
