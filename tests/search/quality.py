"""The quality of the search by kind of query, on names and queries of its own; `python -m tests.search.quality`.

A query counts where the first row is an enterprise that has the word; for a sector, where all items of the
sectors that have the word come before any other; for nobody's word, where nothing is found.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random
from string import ascii_lowercase
from typing import NamedTuple

from tests.search.models import ARTICLE, QUOTE
from tests.search.spelling import SYSTEMS, inflected, other_keys, romanised, slip
from tuiapp.archive import Archive
from tuiapp.model import Enterprise, Item, Localised, Model, Sector, Stage, wordings
from tuiapp.search import ALL, Index, parse

HERE = Path(__file__).parent
SEED = 2025


class Asked(NamedTuple):
    """A query and its right answer."""

    kind: str
    query: str
    accepted: frozenset[str]
    """Ids of enterprises, or of sectors where the kind begins with `sector`; empty: nothing may be found."""


def _table(name: str) -> list[list[str]]:
    return [line.split("\t") for line in (HERE / name).read_text("utf-8").splitlines()]


def quality_model() -> Model:
    """One item for each enterprise of the set."""
    rows = _table("enterprises.tsv")
    return Model(
        articles=(ARTICLE,),
        starts=(0,),
        items=tuple(
            Item(id=key, title=ru, sector=sector, enterprises=(key,), stage=Stage.ACTIVE, quotes=(QUOTE,))
            for key, ru, _, _, sector in rows
        ),
        regions={},
        sectors={key: Sector(name=Localised(ru=ru, en=en)) for key, ru, en in _table("sectors.tsv")},
        enterprises={
            key: Enterprise(name=Localised(ru=ru, en=en), aliases=tuple(filter(None, aliases.split("|"))))
            for key, ru, en, aliases, _ in rows
        },
        people={},
    )


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


Named = Mapping[str, Enterprise | Sector]


def _having(owners: Named, also: Mapping[str, str], sectors: Named) -> dict[str, set[str]]:
    """Every word of every name to the ids of the `owners` that have it, or whose sector, named by `also`, has."""
    having: defaultdict[str, set[str]] = defaultdict(set)
    for key, owner in owners.items():
        for named in (owner, sectors[also[key]]) if key in also else (owner,):
            for name in (*wordings(named.name), *named.aliases):
                for word in _words(name):
                    having[word].add(key)
    return having


def _rarest(name: str, having: dict[str, set[str]]) -> str:
    """The word that tells a name from the others; the longest of those."""
    return min(_words(name), key=lambda word: (len(having[word]), -len(word)))


def _spellings(word: str, english: str, random: Random, few: bool) -> Iterator[tuple[str, str]]:
    """Kinds and queries for a Russian word and its English counterpart."""
    yield "inflected", inflected(word, random)
    for system in random.sample(sorted(SYSTEMS), 1 if few else 2):
        yield "romanised", romanised(word, system)
    yield "layout", other_keys(word)
    yield "english", english
    if len(word) >= 6:
        yield "typo1", slip(word, random)
        plain = romanised(word, random.choice(("passport", "chat")))
        if len(plain) >= 6:
            yield "romanised-typo", slip(plain, random, ascii_lowercase)
    if not few:
        yield "layout-en", other_keys(english)
        if len(word) >= 9:
            yield "typo2", slip(slip(word, random), random)


def _asked_of(prefix: str, owners: Named, having: dict[str, set[str]], random: Random) -> Iterator[Asked]:
    for owner in owners.values():
        ru, en = wordings(owner.name)
        word, english = _rarest(ru, having), _rarest(en, having)
        begun = word[: max(4, len(word) * 2 // 3)]
        beginning = frozenset().union(*[having[other] for other in having if other.startswith(begun)])
        yield Asked(prefix + "prefix", begun, beginning)
        for kind, query in _spellings(word, english, random, few=bool(prefix)):
            accepted = having[english if kind in ("english", "layout-en") else word]
            yield Asked(prefix + kind, query, frozenset(accepted))
        for alias in owner.aliases:
            if len(_words(alias)) == 1:
                accepted = having[alias.lower()]
                yield Asked(prefix + "alias", alias.lower(), frozenset(accepted))
                yield Asked(prefix + "alias-romanised", romanised(alias.lower(), "passport"), frozenset(accepted))


def asked(model: Model, seed: int = SEED) -> list[Asked]:
    """Every query of the set, the same for the same seed."""
    random = Random(seed)
    nobody = [Asked("nothing", word, frozenset()) for word in (HERE / "nothing.txt").read_text("utf-8").split()]
    sector_of = {next(iter(item.enterprises)): item.sectors[0] for item in model.items}
    enterprises = _having(model.enterprises, sector_of, model.sectors)
    sectors = _having(model.sectors, {}, {})
    return [
        *_asked_of("", model.enterprises, enterprises, random),
        *_asked_of("sector-", model.sectors, sectors, random),
        *nobody,
    ]


def answered(model: Model, index: Index, one: Asked) -> bool:
    """Whether the search gives the right answer."""
    sector = one.kind.startswith("sector")
    result = index.search(parse(one.query), "sector" if sector else ALL)
    if not one.accepted:
        return len(result) == 0
    if not sector:
        return any(model.items[number].id in one.accepted for number in result.window(0, 1))
    right = [number for number, item in enumerate(model.items) if item.sectors[0] in one.accepted]
    return sorted(result.window(0, len(right))) == right


def measure(model: Model, seed: int = SEED, wrong: Callable[[Asked], object] = bool) -> dict[str, tuple[int, int]]:
    """Right answers and queries, by kind."""
    index = Index(Archive(model))
    all_of, right_of = Counter[str](), Counter[str]()
    for one in asked(model, seed):
        right = answered(model, index, one)
        all_of[one.kind] += 1
        right_of[one.kind] += right
        if not right:
            wrong(one)
    return {kind: (right_of[kind], count) for kind, count in all_of.items()}


def main() -> None:
    """Print the share of right answers by kind, and every wrong one to standard error."""
    shares = measure(quality_model(), wrong=lambda one: print("wrong:", *one[:2], file=sys.stderr))  # noqa: T201
    shares["all"] = (sum(right for right, _ in shares.values()), sum(count for _, count in shares.values()))
    for kind, (right, count) in shares.items():
        print(f"{kind:24}{right:5} of {count:4}   {right / count:.3f}")  # noqa: T201


if __name__ == "__main__":
    main()
