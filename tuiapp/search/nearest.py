"""The names that somebody may have meant who found nothing."""

from tuiapp.fold import fold, other_layout, sound, words
from tuiapp.model import Enterprise, Model, Sector
from tuiapp.search.vocabulary import Vocabulary, spellings

MOST = 3
"""Names offered."""
LEAST_ALIKE = 0.6
"""Share of letters, from 0 to 1, below which a word is nobody's idea of another."""


def nearest(word: str, model: Model, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Up to three names that have a word spelled most like `word` as typed, the nearest first."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    alike: dict[int, float] = {}
    for typed in dict.fromkeys(fold(reading) for reading in (word, *other_layout(word))):
        for lexicon, key in ((vocabulary.plain, typed), (vocabulary.cyrillic.keys, sound(typed))):
            hits = process.extract(
                key, lexicon.words, scorer=OSA.normalized_similarity, score_cutoff=LEAST_ALIKE, limit=MOST
            )
            for _, score, place in hits:
                places = [place] if lexicon is vocabulary.plain else vocabulary.cyrillic.words([place])
                for one in places:
                    alike[one] = max(alike.get(one, 0.0), score)
    best = sorted(alike, key=lambda place: (-alike[place], place))
    named = (_name(place, model, vocabulary) for place in best)
    return tuple(dict.fromkeys(named))[:MOST]


def _name(place: int, model: Model, vocabulary: Vocabulary) -> str:
    word = vocabulary.plain.words[place]
    owners: tuple[Enterprise | Sector, ...] = (*model.enterprises.values(), *model.sectors.values())
    names = spellings(owners[vocabulary.owners[place][0]])
    return next((name for name in names if any(one.folded == word for one in words(name))), names[0])
