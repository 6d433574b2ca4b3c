"""The sentences that by the rules of a draft say something, and that no item quotes."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from tuiapp.archive import Archive
from tuiapp.draft.known import Known
from tuiapp.draft.passages import Reading

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
        # What a page says twice is quoted once.
        words = {quote.exact for number in numbers for quote in model.items[number].quotes}
        quoted = [
            (evidence.start, evidence.end)
            for number in numbers
            for nth in range(len(model.items[number].quotes))
            if (evidence := archive.evidence(number, nth)).start is not None and evidence.end is not None
        ]
        lines = [0, *(at + 1 for at, sign in enumerate(text) if sign == "\n")]
        for each in Reading(text, known, []).passages:
            if each.exact not in words and not any(
                start < each.span.end and each.span.start < end for start, end in quoted if start is not None
            ):
                line = bisect_right(lines, each.span.start)
                yield Uncovered(article.id, line, each.span.start - lines[line - 1] + 1, each.exact)
