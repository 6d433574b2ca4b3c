"""Right files made one model; whether they fit together is answered here, and why they do not in `names`."""

from collections.abc import Iterator, Sequence

from tuiapp.model import Model, ModelFile

TABLES = ("regions", "sectors", "enterprises", "people")


def merged(files: Sequence[ModelFile], sources: dict[str, str]) -> Model | None:
    """The files as one model; None where `names.compare` has something to say."""
    model = Model(
        articles=tuple(file.article for file in files if file.article),
        items=tuple(item for file in files for item in file.items),
        starts=tuple(_starts(files)),
        regions={name: region for file in files for name, region in file.regions.items()},
        sectors={name: sector for file in files for name, sector in file.sectors.items()},
        enterprises={name: enterprise for file in files for name, enterprise in file.enterprises.items()},
        people={name: person for file in files for name, person in file.people.items()},
        sources=sources,
    )
    sound = model.articles and _ids_unique(files) and _defined(model) and _defined_alike(files, model)
    return model if sound else None


def _starts(files: Sequence[ModelFile]) -> Iterator[int]:
    start = 0
    for file in files:
        if file.article:
            yield start
        start += len(file.items)


def _ids_unique(files: Sequence[ModelFile]) -> bool:
    articles = [file.article.id for file in files if file.article]
    return len(set(articles)) == len(articles) and all(
        (file.article or not file.items) and len({item.id for item in file.items}) == len(file.items) for file in files
    )


def _defined(model: Model) -> bool:
    regions = {enterprise.region for enterprise in model.enterprises.values()}
    sectors: set[str] = set()
    enterprises: set[str] = set()
    people: set[str | None] = set()
    for item in model.items:
        sectors.add(item.sector)
        enterprises.update(item.enterprises)
        regions.update((item.origin, item.destination))
        people.update([quote.speaker for quote in item.quotes])
    return (
        sectors <= model.sectors.keys()
        and enterprises <= model.enterprises.keys()
        and regions - {None} <= model.regions.keys()
        and people - {None} <= model.people.keys()
    )


def _defined_alike(files: Sequence[ModelFile], model: Model) -> bool:
    return all(
        getattr(model, table)[name] == entry
        for file in files
        for table in TABLES
        for name, entry in getattr(file, table).items()
    )
