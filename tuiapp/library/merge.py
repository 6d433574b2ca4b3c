"""Merge correct files into one model."""

from collections.abc import Iterator, Sequence
from itertools import chain

from tuiapp.model import Model, ModelFile


def merged(files: Sequence[ModelFile], sources: dict[str, str]) -> Model:
    """Merge files in which the checks found no fault: the newest article first, undated ones last."""
    files = sorted(files, key=_date, reverse=True)
    return Model(
        articles=tuple(file.article for file in files if file.article),
        items=tuple(chain.from_iterable([file.items for file in files])),
        starts=tuple(_starts(files)),
        regions={name: region for file in files for name, region in file.regions.items()},
        sectors={name: sector for file in files for name, sector in file.sectors.items()},
        enterprises={name: enterprise for file in files for name, enterprise in file.enterprises.items()},
        people={name: person for file in files for name, person in file.people.items()},
        sources=sources,
    )


def _date(file: ModelFile) -> str:
    published = file.article and file.article.published
    return published.last if published else ""


def _starts(files: Sequence[ModelFile]) -> Iterator[int]:
    start = 0
    for file in files:
        if file.article:
            yield start
        start += len(file.items)
