"""Suggestions for a query that finds nothing: the names most like the word typed."""

from collections.abc import Iterator

from tuiapp.fold import fold, other_layout, sound, words
from tuiapp.search.names import Names

MOST = 3
"""How many names are suggested."""
BEGUN = 0.9
"""Weight of the similarity to the beginning of a word; to the whole word it is 1."""
LEAST_ALIKE = 0.6
"""Minimum similarity of a suggested word, from 0 to 1, before it is weighted."""


def similar(word: str, names: Names) -> tuple[str, ...]:
    """Up to three names that contain a word similar to `word` in spelling or sound, most similar first.

    `word` is also tried as if typed on the other keyboard layout.
    """
    vocabulary = names.vocabulary
    alike: dict[int, float] = {}
    for typed in dict.fromkeys(fold(reading) for reading in (word, *other_layout(word))):
        for number, share in _alike(typed, vocabulary.plain.words):
            alike[number] = max(alike.get(number, 0.0), share)
        for key, share in _alike(sound(typed), vocabulary.cyrillic.keys.words):
            for number in vocabulary.cyrillic.words([key]):
                alike[number] = max(alike.get(number, 0.0), share)
    best = sorted(alike, key=lambda number: (-alike[number], number))
    return tuple(dict.fromkeys(_name(number, names) for number in best))[:MOST]


def _alike(typed: str, words: list[str]) -> Iterator[tuple[int, float]]:
    """The numbers of the `words` that are most like `typed`, whole or by their beginning, with weighted similarity."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    begun = [word[: len(typed)] for word in words]
    for choices, weight in ((words, 1.0), (begun, BEGUN)):
        hits = process.extract(typed, choices, scorer=OSA.normalized_similarity, score_cutoff=LEAST_ALIKE, limit=MOST)
        yield from ((number, share * weight) for _, share, number in hits)


def _name(number: int, names: Names) -> str:
    word = names.vocabulary.plain.words[number]
    spelled = names.owners.names[names.owners_of[number][0]]
    return next((name for name in spelled if any(one.folded == word for one in words(name))), spelled[0])
