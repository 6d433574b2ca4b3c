"""Which columns the list has, and how wide they are; short names, and the worst status of an item."""

import pytest

from tests.screen.models import proofs
from tests.search.folder import Folder
from tests.search.models import model
from tuiapp import language
from tuiapp.archive import Archive
from tuiapp.dates import Date
from tuiapp.evidence import Status
from tuiapp.fields import NAMED
from tuiapp.model import Article, Model
from tuiapp.present.columns import COLUMNS, GAP, columns
from tuiapp.present.rows import cell, item_row

ALIKE = str.maketrans("авекмнорстух", "abekmhopctyx")
"""Cyrillic letters that look like Latin ones."""


@pytest.fixture(scope="module")
def folder() -> Model:
    """A folder of eight articles."""
    return Folder().model


def archive(articles: int, publishers: int = 1) -> Archive:
    told = tuple(
        Article(
            id=str(number),
            title="…",
            publisher=f"p{number % publishers}",
            published=Date(f"202{number}"),
            language="ru",
        )
        for number in range(articles)
    )
    starts = (0,) * articles
    return Archive(Model(articles=told, starts=starts, items=(), regions={}, sectors={}, enterprises={}, people={}))


@pytest.mark.parametrize(
    ("articles", "publishers", "width", "names", "why"),
    [
        (1, 1, 20, "title", "the title is what is left at last"),
        (1, 1, 40, "title enterprise", "the stage goes before the enterprise"),
        (1, 1, 57, "title enterprise stage", "the sector goes before the stage"),
        (1, 1, 77, "title enterprise sector stage", "all of one article at 80 columns"),
        (3, 1, 77, "title enterprise stage published", "with several articles the date comes before the sector"),
        (3, 1, 97, "title enterprise sector stage published", "one publisher is not told"),
        (3, 2, 120, "title enterprise sector stage published publisher", "several are"),
        (3, 2, 150, "title enterprise sector direction stage published publisher", "everything"),
    ],
)
def test_the_columns_that_fit(articles: int, publishers: int, width: int, names: str, why: str) -> None:
    assert " ".join(column.field.name for column in columns(archive(articles, publishers), width)) == names, why


def test_the_columns_fill_the_width_and_each_has_what_it_needs() -> None:
    least = {column.field: column.least for column in COLUMNS}
    for width in range(1, 300):
        placed = columns(archive(3, 2), width)
        assert sum(column.width for column in placed) + GAP * (len(placed) - 1) == width
        assert len(placed) == 1 or all(column.width >= least[column.field.name] for column in placed)


def test_a_narrow_column_has_the_shortest_name_that_no_other_enterprise_has() -> None:
    rows = [("Минский автомобильный завод/Minsk Automobile Plant|МАЗ|MAZ", "…"), ("Минский завод|МЗ", "…"),
            ("Могилёвский завод|МЗ", "…")]  # fmt: skip
    told = Archive(model(rows))
    short = [
        "".join(text for text, _ in cell(NAMED["enterprise"], told, number, (), short=True)) for number in range(3)
    ]
    assert short == ["MAZ", "Минский завод", "Могилёвский завод"]


def test_no_two_enterprises_look_alike_in_a_narrow_column(folder: Model) -> None:
    told = Archive(folder)
    for spoken in ("ru", "en"):
        language.use(spoken)
        short = NAMED["enterprise"].short
        assert short
        names = [short(told, key).casefold().translate(ALIKE) for key in folder.enterprises]
        assert [name for name in names if names.count(name) > 1] == []


def test_a_column_is_no_wider_than_what_stands_in_it() -> None:
    rows = [("Минский автомобильный завод/Minsk Automobile Plant|МАЗ|MAZ", "Лифты/Lifts")] * 3
    told = Archive(model(rows))
    widths = [{column.field.name: column.width for column in columns(told, width)} for width in (53, 120, 200)]
    assert [each["enterprise"] for each in widths] == [12, 22, 22], "first for the short name, then for the full one"
    assert [each["sector"] for each in widths[1:]] == [14, 14]
    assert widths[2]["title"] > widths[1]["title"], "the title has the rest"


def test_a_row_has_a_short_date(folder: Model) -> None:
    told = Archive(folder)
    shown = {"".join(text for text, _ in cell(NAMED["published"], told, number, ())) for number in range(60)}
    assert "20 Mar 2026" in shown
    assert max(map(len, shown)) <= next(column.least for column in COLUMNS if column.field == "published")


def test_the_worst_status_of_an_item_is_known_once_its_quotes_were_checked() -> None:
    told = Archive(proofs())
    assert told.worst(0) is None
    found = {told.statuses(number): told.worst(number) for number in range(len(told.model.items))}
    assert found[Status.VERBATIM, Status.NORMALISED] is Status.NORMALISED
    assert {Status.DIFFERS, Status.MISSING, Status.NO_SOURCE} <= set(found.values())


@pytest.mark.parametrize(
    ("width", "chosen", "names", "why"),
    [
        (77, ("stage", "title"), "stage title", "in the chosen order"),
        (77, ("publisher", "title"), "publisher title", "what was chosen is not kept out by width as long as it fits"),
        (30, ("publisher", "title"), "title", "the title stays to the last"),
    ],
)
def test_chosen_columns(width: int, chosen: tuple[str, ...], names: str, why: str) -> None:
    assert " ".join(column.field.name for column in columns(archive(3, 2), width, chosen)) == names, why


def test_a_title_takes_no_other_column_than_that_of_enterprises_behind_it() -> None:
    told = Archive(proofs())
    for order in (("enterprise", "title"), ("title", "stage")):
        line = item_row(told, 0, (), 60, order)
        assert sum(len(text) for text, _ in line) == 60
