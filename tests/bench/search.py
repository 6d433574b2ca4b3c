"""Times the search alone, compared with fzf on the same lines: `python -m tests.bench.search`.

For 10,000, 100,000 and 1,000,000 items it prints the time to build the index, and for each query the median time of the
search, the rows of one screen and all facet counts together, next to the time that `fzf --bench` takes to match the
same query. Nothing is cached between runs. fzf uses all cores, our search one.
"""

import gc
import re
import subprocess
import sys
import time
import tracemalloc
from collections import deque
from collections.abc import Callable, Iterator
from itertools import accumulate
from random import Random
from statistics import median

from tests.bench.fzf import program
from tests.search.spelling import romanised
from tuiapp.archive import Archive
from tuiapp.facets import Facets, Picks
from tuiapp.model import Article, Enterprise, Item, Localised, Model, Quote, Region, Sector, Speech, Stage, wordings
from tuiapp.search import Index, parse

SIZES = (10_000, 100_000, 1_000_000)
ITEMS_PER_ENTERPRISE = 20
SECTORS = 60
WORDS = 60_000
"""Distinct words of titles and quotes."""
SCREEN = 40
RUNS = 7
QUERIES = ("м", "з", "завод", "vjub", "могил", "могилевский", "mogilevskiy", "минский завод", "щщщщщщщщщ")

ONSETS = "б в г д ж з к л м н п р с т ф х ц ч ш бр гр др кр пр ст тр".split()  # noqa: SIM905
VOWELS = "аеиоуыюя"
ENDS = ("маш", "маш", "ский", "строй", "пром", "агро", "завод", "химия", "сталь", "прибор", "")
KINDS = ("завод", "комбинат", "фабрика", "объединение", "компания")
STAGES = tuple(Stage)


def _word(random: Random) -> str:
    syllables = (random.choice(ONSETS) + random.choice(VOWELS) for _ in range(random.randint(2, 3)))
    return "".join(syllables) + random.choice(ENDS)


def _text(words: list[str]) -> Localised:
    russian = " ".join(words)
    return Localised(ru=russian, en=romanised(russian, "passport"))


def _enterprise(random: Random, towns: list[str]) -> Enterprise:
    words = [_word(random)] if random.random() < 0.5 else [random.choice(towns), _word(random), random.choice(KINDS)]
    alias = "".join(random.choices("абвгдзклмнпрст", k=4))
    return Enterprise(name=_text(words), aliases=(alias,) if random.random() < 0.3 else ())


class Prose:
    """Texts of random words, a few of which are frequent, as in a language (Zipf's law)."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._words = [_word(random) for _ in range(WORDS)]
        self._weights = [*accumulate(1 / (rank + 10) for rank in range(WORDS))]

    def text(self, words: int) -> str:
        """A text of so many words."""
        return " ".join(self._random.choices(self._words, cum_weights=self._weights, k=words))


def make(size: int) -> Model:
    """A model of `size` items, the same every time; titles have 7 words, quotes 25."""
    random = Random(size)
    prose = Prose(random)
    towns = ["минский", "могилевский", *(f"{_word(random)}ский" for _ in range(300))]
    enterprises = {f"e{n}": _enterprise(random, towns) for n in range(size // ITEMS_PER_ENTERPRISE)}
    sectors = {f"s{n}": Sector(name=_text([_word(random), _word(random)])) for n in range(SECTORS)}
    ids, branches, regions = list(enterprises), list(sectors), [None, "a", "b", "c", "d"]
    items = tuple(
        Item(
            id=str(number),
            title=prose.text(7),
            sector=random.choice(branches),
            enterprises=tuple(random.choices(ids, k=random.choice((1, 1, 2)))),
            origin=random.choice(regions),
            destination=random.choice(regions),
            stage=random.choice(STAGES),
            quotes=(Quote(exact=prose.text(25), speech=Speech.NARRATION),),
        )
        for number in range(size)
    )
    return Model(
        articles=(Article(id="a", title="Сделки", publisher="Вестник", language="ru"),),
        starts=(0,),
        items=items,
        regions={name: Region(name=name) for name in regions if name},
        sectors=sectors,
        enterprises=enterprises,
        people={},
    )


def lines(model: Model) -> Iterator[str]:
    """The lines for fzf: for each item all its names, its title and its quotes."""
    for item in model.items:
        owners: list[Enterprise | Sector] = [model.enterprises[name] for name in item.enterprises]
        owners += (model.sectors[name] for name in item.sectors)
        names = (name for owner in owners for name in (*wordings(owner.name), *owner.aliases))
        yield " · ".join((*names, *wordings(item.title), *(quote.exact for quote in item.quotes)))


def fzf(query: str, text: bytes) -> float:
    """Milliseconds that fzf takes to match `query` against the lines of `text`, without reading them."""
    answer = subprocess.run(
        [program(), "--filter", query, "--bench", "2s"], input=text, capture_output=True, check=True
    ).stdout
    found = re.search(rb"avg: ([\d.]+)(ms|s|\xc2\xb5s)", answer)
    if not found:
        raise RuntimeError(answer.decode())
    return float(found[1]) * {b"s": 1000.0, b"ms": 1.0}.get(found[2], 0.001)


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that `work` takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def whole(model: Model) -> Index:
    """The index of a model with the words of all texts."""
    index = Index(Archive(model))
    deque(index.fill(), 0)
    return index


def once(index: Index, facets: Facets, query: str) -> None:
    """The work of the core for one typed letter."""
    index.forget()
    result = index.search(parse(query))
    rows = result.window(0, SCREEN)
    for number in rows:
        result.matches(number)
    facets.counts(result.items, Picks())


def run(size: int) -> None:
    """Print the table for a model of `size` items."""
    model = make(size)
    gc.collect()
    tracemalloc.start()
    index = whole(model)
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    built: list[Index] = []
    # As in the program, which starts the collector when the index is there.
    gc.disable()
    build = timed(lambda: built.append(whole(model)))
    gc.enable()
    index, facets = built[0], Facets(Archive(model))
    words = sum(len(corpus.vocabulary.plain.words) for corpus in index.corpora)
    print(f"{size:,} items, {words:,} words: index {build:.0f} ms, {held / 1e6:.0f} MB")  # noqa: T201
    text = "\n".join(lines(model)).encode()
    once(index, facets, "прогрев")
    once(index, facets, "progrev")
    for query in QUERIES:
        ours = median(timed(lambda: once(index, facets, query)) for _ in range(RUNS))  # noqa: B023
        theirs = fzf(query, text)
        found = len(index.search(parse(query)))
        print(f"  {query:14}{found:10,}{ours:10.1f} ms{theirs:10.1f} ms{ours / theirs:8.2f}")  # noqa: T201


def main() -> None:
    """Print the tables for the given sizes, or for all."""
    for size in map(int, sys.argv[1:]) if sys.argv[1:] else SIZES:
        run(size)


if __name__ == "__main__":
    main()
