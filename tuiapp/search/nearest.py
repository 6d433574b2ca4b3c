"""Suggestions for a query that finds nothing: the names most like the word typed."""

from collections.abc import Iterator

from tuiapp.fold import fold, other_layout, sound, words
from tuiapp.search.owners import Owners
from tuiapp.search.vocabulary import Vocabulary

MOST = 3
"""How many names are suggested."""
BEGUN = 0.9
"""Weight of the similarity to the beginning of a word; to the whole word it is 1."""
LEAST_ALIKE = 0.6
"""Minimum similarity of a suggested word, from 0 to 1, before it is weighted."""


def nearest(word: str, owners: Owners, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Up to three names that contain a word similar to `word` in spelling or sound, nearest first.

    `word` is also tried as if typed on the other keyboard layout.
    """
    alike: dict[int, float] = {}
    for typed in dict.fromkeys(fold(reading) for reading in (word, *other_layout(word))):
        for place, share in _alike(typed, vocabulary.plain.words):
            alike[place] = max(alike.get(place, 0.0), share)
        for key, share in _alike(sound(typed), vocabulary.cyrillic.keys.words):
            for place in vocabulary.cyrillic.words([key]):
                alike[place] = max(alike.get(place, 0.0), share)
    best = sorted(alike, key=lambda place: (-alike[place], place))
    return tuple(dict.fromkeys(_name(place, owners, vocabulary) for place in best))[:MOST]


def _alike(typed: str, words: list[str]) -> Iterator[tuple[int, float]]:
    """The places of the `words` that are most like `typed`, whole or by their beginning, with weighted similarity."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    begun = [word[: len(typed)] for word in words]
    for choices, weight in ((words, 1.0), (begun, BEGUN)):
        hits = process.extract(typed, choices, scorer=OSA.normalized_similarity, score_cutoff=LEAST_ALIKE, limit=MOST)
        yield from ((place, share * weight) for _, share, place in hits)


def _name(place: int, owners: Owners, vocabulary: Vocabulary) -> str:
    word = vocabulary.plain.words[place]
    names = owners.names[vocabulary.owners[place][0]]
    return next((name for name in names if any(one.folded == word for one in words(name))), names[0])
