"""Items joined by `follows` are one matter, told from the oldest to the newest."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiapp import sets
from tuiapp.dates import Date
from tuiapp.matters import Matters
from tuiapp.model import Article, Item, Model, Quote, Speech, Stage

Told = tuple[str | None, Sequence[str]]
"""When an article was published, and what each of its items follows, blank between names."""


def made(*articles: Told) -> Model:
    """A model of articles `a`, `b` and so on, with items `1`, `2` and so on; the caller gives the newest first."""
    starts: list[int] = []
    items: list[Item] = []
    for _, follows in articles:
        starts.append(len(items))
        items += [
            Item(
                id=str(number), title="x", sector="s", stage=Stage.ACTIVE, follows=tuple(names.split()),
                quotes=(Quote(exact="x", speech=Speech.NARRATION),),
            )
            for number, names in enumerate(follows, 1)
        ]  # fmt: skip
    return Model(
        articles=tuple(
            Article(id="abcde"[at], title="x", publisher="x", published=Date(day) if day else None, language="ru")
            for at, (day, _) in enumerate(articles)
        ),
        items=tuple(items), starts=tuple(starts), regions={}, sectors={}, enterprises={}, people={},
    )  # fmt: skip


def told(model: Model, number: int) -> str:
    """The matter of an item, by ARTICLE/ITEM."""
    return " ".join(f"{model.article_of(each).id}/{model.items[each].id}" for each in Matters(model).of(number))


@pytest.mark.parametrize(
    ("articles", "matter"),
    [
        ([("2026", [""])], "a/1"),
        ([("2026", ["b/1"]), ("2025", [""])], "b/1 a/1"),
        ([("2026", ["b/1"]), ("2025", ["c/1"]), ("2024", [""])], "c/1 b/1 a/1"),
        ([("2026", ["c/1 b/1"]), ("2025", [""]), ("2024", [""])], "c/1 b/1 a/1"),
        ([("2026", ["c/1"]), ("2025", ["c/1"]), ("2024", [""])], "c/1 b/1 a/1"),
        ([("2026", ["b/1 b/1"]), ("2025", [""])], "b/1 a/1"),
        ([("2026", ["a/2", "a/3", ""])], "a/3 a/2 a/1"),
        ([("2026-01-02", ["b/1"]), ("2026-01-02", [""])], "b/1 a/1"),
        ([("2026-01-02", [""]), ("2026-01-02", ["a/1"])], "a/1 b/1"),
        ([("2026", ["b/1"]), ("2026-03", ["c/1"]), (None, [""])], "c/1 b/1 a/1"),
        ([("2026", ["c/1"]), ("2025", [""]), (None, ["b/1"])], "b/1 c/1 a/1"),
        ([("2026", ["c/1"]), ("2025", [""]), (None, ["b/1"]), (None, ["a/1"])], "b/1 c/1 a/1 d/1"),
        ([("2026", ["b/1 gone/1"]), ("2025", [""])], "b/1 a/1"),
        ([("2026", ["gone/1"])], "a/1"),
    ],
    ids=[
        "alone", "two", "a chain", "one follows two", "two follow one", "one named twice", "in one article",
        "of one day", "of one day, the other way round", "the first undated", "one between undated",
        "the last undated", "what one follows is not there", "nothing of it is there",
    ],
)  # fmt: skip
def test_a_matter_is_told_from_the_oldest_to_the_newest(articles: list[Told], matter: str) -> None:
    model = made(*articles)
    assert told(model, 0) == matter
    names = matter.split()
    newest = Matters(model).newest
    for number, item in enumerate(model.items):
        name = f"{model.article_of(number).id}/{item.id}"
        assert told(model, number) == (matter if name in names else name)
        assert sets.has(newest, number) == (name == names[-1] or name not in names)


def test_matters_are_kept_apart() -> None:
    model = made(("2026", ["b/1", "b/2", ""]), ("2025", ["", ""]))
    assert [told(model, number) for number in range(5)] == ["b/1 a/1", "b/2 a/2", "a/3", "b/1 a/1", "b/2 a/2"]


def test_beside_an_item_are_those_told_before_and_after() -> None:
    matters = Matters(made(("2026", ["b/1"]), ("2025", ["c/1"]), ("2024", [""])))
    assert [matters.beside(1, step) for step in (-2, -1, 0, 1, 2)] == [2, 2, 1, 0, 0]


def test_a_circle_ends() -> None:
    """The checks refuse one; whoever makes a model otherwise still gets every item once."""
    matters = Matters(made(("2026", ["a/2", "a/1", "a/1"])))
    assert sorted(matters.of(0)) == [0, 1, 2]


def test_a_chain_of_10_000_and_as_many_on_one() -> None:
    size = 10_000
    chain = made(("2026", [f"a/{number + 1}" for number in range(1, size)] + [""]))
    assert list(Matters(chain).of(5)) == [*range(size - 1, -1, -1)]
    star = made(("2026", [f"b/1 a/{number}" if number % 2 else "b/1" for number in range(2, size)]), ("2025", [""]))
    assert len(Matters(star).of(0)) == size - 1
    follower = made(("2026", [" ".join(f"b/{number}" for number in range(1, size))]), ("2025", [""] * (size - 1)))
    assert Matters(follower).of(0)[-1] == 0
    assert Matters(follower).newest == 1


@st.composite
def models(draw: st.DrawFn) -> Model:
    """A model in which items follow items of the same or of earlier articles, of some of which the date is unknown."""
    counts = draw(st.lists(st.integers(1, 3), min_size=1, max_size=5))
    names = [f"{chr(ord('a') + at)}/{number + 1}" for at, count in enumerate(counts) for number in range(count)]
    articles, place = [], 0
    for at, count in enumerate(counts):
        follows = []
        for _ in range(count):
            place += 1
            others = st.lists(st.sampled_from(names[place:]), max_size=2) if names[place:] else st.just([])
            follows.append(" ".join(draw(others)))
        day = draw(st.sampled_from([None, f"{2030 - at // 2}"]))
        articles.append((day, follows))
    return made(*articles)


@given(models())
def test_as_a_slow_and_plain_way_finds_it(model: Model) -> None:
    names = [f"{model.article_of(number).id}/{item.id}" for number, item in enumerate(model.items)]
    beside = {number: {names.index(name) for name in item.told_before} for number, item in enumerate(model.items)}
    matters = Matters(model)
    for number in range(len(names)):
        found, before = {number}, set[int]()
        while found != before:
            before = set(found)
            found |= {other for one in before for other in beside[one]}
            found |= {one for one, others in beside.items() if others & before}
        order = list(matters.of(number))
        assert sorted(order) == sorted(found)
        assert all(order.index(other) < order.index(one) for one in order for other in beside[one])
        assert sets.has(matters.newest, number) == (order[-1] == number)
