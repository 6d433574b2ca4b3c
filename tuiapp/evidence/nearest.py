"""The passage of a text that is nearest to a quote, if one is similar at all.

A passage is a half-open place in the text. Its distance from the quote is counted in edits: each inserts,
deletes or replaces one character.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import nlargest, nsmallest
from itertools import islice
from math import log

from tuiapp.evidence.words import is_word, tokens

Passage = tuple[int, int, int]
"""Edits, start and end."""

ALIKE = 0.45
"""A passage is similar if it has at most this many edits for each character of the quote.

Measured on the article that the program ships with, in edits for each character.

Altered quotes, which should be similar to their passage:
- a fragment of 12 words, two of them left out or swapped: at most 0.35;
- a fragment of 12 words, a Latin look-alike for every letter that has one: 0.39 in the median, at most 0.45 for 19
  in 20;
- two sentences without the one between them: at most 0.38; two sentences in the wrong order: at most 0.40.

Texts from elsewhere about the same subject, which should not be similar to any passage:
- sentences: at least 0.53;
- fragments of 8 words: at least 0.46 for 99 in 100. Shorter fragments may share a phrase with the article, and are
  similar to that.
"""

# The longest that a search may take, in ns: 0.2 s.
_AFFORDED = 200_000_000
# The most that a search in a large text looks up: words of the quote, and places of each word.
_WORDS = 24
_PLACES = 10_000
# Votes this close together, in characters, are for the same passage: a word or two may be left out.
_DRIFT = 64
# In a large text, in characters: the longest quote that is searched for as a whole, and the longest that is searched
# for at all, which takes 1 s.
_LONG = 2_000
_LONGEST = 200_000


def alike(quote: str, text: str) -> tuple[int, int] | None:
    """The passage of `text` that is `nearest` to `quote`, or None if none is similar.

    The result is exact for a text of up to 150,000 characters and a quote of up to 300. A larger search is limited:

    - Only the regions of the text that share the most words with the quote are searched. A quote of which every word
      was changed is not found.
    - Of a quote of more than 2,000 characters, only the first 1,000 and the last 1,000 are searched for; its passage
      extends from the former to the latter. The last 1,000 are searched for only near the place where they would be if
      the passage were as long as the quote: at most 1,000 characters before or after it.
    - A quote of more than 200,000 characters is not found.

    A search in 16 MB takes about a second.
    """
    allowed = int(ALIKE * len(quote))
    if len(quote) - len(text) > allowed:
        return None
    edits, start, end = _affordable(quote, text)
    return (start, end) if edits <= allowed else None


def nearest(quote: str, text: str) -> Passage:
    """The passage of `text` with the fewest edits to `quote`, which is not empty.

    If several have as few, it is the one that starts first, and of those that start there the longest. Exact:
    this is the approximate matching of Sellers, "The theory and computation of evolutionary distances: pattern
    recognition", J. Algorithms 1 (1980).
    """
    edits, start = len(quote), len(text)
    backwards = last_row(quote[::-1], reversed(text), anywhere=True)
    for offset, distance in zip(range(len(text) - 1, -1, -1), backwards, strict=True):
        if distance <= edits:
            edits, start = distance, offset
    end = start
    reach = text[start : start + len(quote) + edits]
    for offset, distance in enumerate(last_row(quote, reach, anywhere=False), start + 1):
        if distance == edits:
            end = offset
    return edits, start, end


def last_row(quote: str, text: Iterable[str], *, anywhere: bool) -> Iterator[int]:
    """For each place in `text`, the fewest edits between `quote` and a passage that ends there.

    The passage starts `anywhere`, or at the start of `text`. A column of the table of edits is kept as the
    bits of two integers, after Myers, "A fast bit-vector algorithm for approximate string matching based on
    dynamic programming", J. ACM 46 (1999): 1 µs a character of `text`, and 1 µs more for each 1,000 of
    `quote`.
    """
    full, top = (1 << len(quote)) - 1, 1 << (len(quote) - 1)
    places: dict[str, int] = {}
    for offset, character in enumerate(quote):
        places[character] = places.get(character, 0) | 1 << offset
    # Bit i: one edit more, or one fewer, for i + 1 characters of the quote than for i.
    more, fewer, edits = full, 0, len(quote)
    for character in text:
        equal = places.get(character, 0)
        diagonal = (((equal & more) + more) ^ more) | equal
        rise = fewer | (full & ~(diagonal | more))
        fall = more & diagonal
        edits += (rise >= top) - (fall >= top)
        rise = rise << 1 | (not anywhere)
        level = equal | fewer
        more = (fall << 1 | ~(level | rise)) & full
        fewer = level & rise & full
        yield edits


def _affordable(quote: str, text: str) -> Passage:
    if len(text) * (len(quote) + 1000) <= _AFFORDED:
        return nearest(quote, text)
    if len(quote) > _LONG:
        return _between_ends(quote, text)
    passages = [(nearest(quote, text[start:end]), start) for start, end in _regions(quote, text)]
    return min(
        ((edits, offset + start, offset + end) for (edits, start, end), offset in passages),
        default=(len(quote), 0, 0),
    )


def _between_ends(quote: str, text: str) -> Passage:
    """The passage from where the beginning of a long quote is found to where its end is found."""
    if len(quote) > _LONGEST:
        return len(quote), 0, 0
    from rapidfuzz.distance import Levenshtein

    half = _LONG // 2
    start = _affordable(quote[:half], text)[1]
    # Look for the end only near where the quote's length puts it: elsewhere the same words end another passage.
    behind = start + max(half, len(quote) - _LONG)
    end = behind + nearest(quote[-half:], text[behind : start + len(quote) + half])[2]
    return Levenshtein.distance(quote, text[start:end], score_cutoff=int(ALIKE * len(quote))), start, end


def _regions(quote: str, text: str) -> Iterator[tuple[int, int]]:
    """The parts of a large `text` that share the most words with `quote`, as many as there is time to search.

    Each place of a word votes for where the quote would begin. The rarer the word, the more its vote counts: the
    weight is that of Spärck Jones, "A statistical interpretation of term specificity", J. Documentation 28
    (1972).
    """
    words = {quote[start:end]: start for start, end in tokens(quote) if is_word(quote[start:end])}
    votes: defaultdict[int, float] = defaultdict(float)
    for word in nlargest(_WORDS, words, key=len):
        places = list(islice(re.finditer(re.escape(word), text), _PLACES))
        weight = log(len(text) / (len(places) + 1))
        for place in places:
            votes[(place.start() - words[word]) // _DRIFT] += weight
    shares = {bucket: votes[bucket] + votes.get(bucket + 1, 0) for bucket in tuple(votes)}
    slack = int(ALIKE * len(quote)) + 1
    width = 2 * _DRIFT + len(quote) + 2 * slack
    many = _AFFORDED // (width * (len(quote) + 1000))
    for bucket in nsmallest(many, shares, key=lambda bucket: (-shares[bucket], bucket)):
        start = bucket * _DRIFT - slack
        yield max(0, start), start + width
