"""Models of a few names, as short as a table row."""

from collections.abc import Sequence

from tuiapp.model import Article, Enterprise, Item, Localised, Model, Quote, Sector, Speech, Stage

QUOTE = Quote(exact="…", speech=Speech.NARRATION)


def named(name: str) -> tuple[str | Localised, tuple[str, ...]]:
    """`ru/en|alias|alias` as a name and its aliases; a name without a slash stands for both languages."""
    first, *aliases = name.split("|")
    ru, _, en = first.partition("/")
    return (Localised(ru=ru, en=en) if en else ru), tuple(aliases)


def enterprise(name: str) -> Enterprise:
    words, aliases = named(name)
    return Enterprise(name=words, aliases=aliases)


def sector(name: str) -> Sector:
    words, aliases = named(name)
    return Sector(name=words, aliases=aliases)


ARTICLE = Article(id="a", title="…", publisher="…", language="ru")


def model(
    rows: Sequence[tuple[str, str]],
    stages: Sequence[Stage] = (Stage.ACTIVE,),
    titles: Sequence[str] = ("…",),
    quotes: Sequence[str] = ("…",),
) -> Model:
    """One item for each row: the enterprises it names, joined by `+`, and its sector; titles and quotes in turn."""
    enterprises = dict.fromkeys(name for names, _ in rows for name in names.split("+") if name)
    return Model(
        articles=(ARTICLE,),
        starts=(0,),
        items=tuple(
            Item(
                id=str(number),
                title=titles[number % len(titles)],
                sector=branch,
                enterprises=tuple(name for name in names.split("+") if name),
                stage=stages[number % len(stages)],
                quotes=(Quote(exact=quotes[number % len(quotes)], speech=Speech.NARRATION),),
            )
            for number, (names, branch) in enumerate(rows)
        ),
        regions={},
        sectors={branch: sector(branch) for _, branch in rows},
        enterprises={name: enterprise(name) for name in enterprises},
        people={},
    )
