"""Facets against counting by hand."""

from collections import deque
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

import tuiapp.facets as module
from tests.screen.models import matter
from tests.search.models import QUOTE, model
from tuiapp.archive import Archive
from tuiapp.dates import Date
from tuiapp.evidence import Status
from tuiapp.facets import Count, Facets, Picks
from tuiapp.fields import FACETS, NAMED, PICKABLE
from tuiapp.library import load
from tuiapp.model import Article, Ends, Enterprise, Item, Model, Person, Quote, Region, Role, Sector, Speech, Stage
from tuiapp.shipped import shipped

ROWS = [("МАЗ", "Авто"), ("МАЗ+ММЗ", "Авто"), ("ММЗ", "Моторы"), ("", "Моторы"), ("БелАЗ", "Горное")]
SMALL = Facets(Archive(model(ROWS, stages=[Stage.STUDY, Stage.ACTIVE])))
ALL = 0b11111


def test_values_stand_in_the_models_order() -> None:
    assert SMALL.values(NAMED["sector"]) == ("Авто", "Моторы", "Горное")
    assert SMALL.values(NAMED["enterprise"]) == ("МАЗ", "ММЗ", "БелАЗ")
    assert SMALL.values(NAMED["stage"]) == (Stage.ACTIVE, Stage.STUDY)
    assert SMALL.values(NAMED["direction"]) == (None,), "the article does not say"


def test_values_of_one_facet_widen_and_facets_narrow() -> None:
    one = Picks().toggle(NAMED["sector"], "Авто")
    assert SMALL.allowed(one) == 0b00011
    assert SMALL.allowed(one.toggle(NAMED["sector"], "Горное")) == 0b10011
    assert SMALL.allowed(one.toggle(NAMED["enterprise"], "ММЗ")) == 0b00010
    assert SMALL.allowed(one.toggle(NAMED["sector"], "Авто")) == SMALL.allowed(Picks()) == ALL


def test_a_picked_facet_says_what_its_other_values_would_add() -> None:
    counts = SMALL.counts(ALL, Picks({"enterprise": ["МАЗ"]}))
    assert counts[NAMED["enterprise"]] == {"МАЗ": Count(2, None), "ММЗ": Count(1, 1), "БелАЗ": Count(0, 1)}
    assert counts[NAMED["sector"]] == {
        "Авто": Count(2, None),
        "Моторы": Count(0, None),
        "Горное": Count(0, None),
    }


def test_a_picked_value_stays_at_zero() -> None:
    assert SMALL.counts(0b00001, Picks({"sector": ["Горное"]}))[NAMED["sector"]]["Горное"] == Count(0, None)


def test_picks_are_values() -> None:
    picks = Picks({"sector": ["Авто"], "stage": [Stage.STUDY]})
    assert picks.clear(NAMED["sector"]) == Picks({"stage": [Stage.STUDY]})
    assert not picks.clear()
    assert hash(picks.clear()) == hash(Picks())


NAMES = [f"Завод {letter}" for letter in "абвгдежзик" * 5]


@given(
    st.lists(
        st.tuples(st.lists(st.sampled_from(NAMES), max_size=3), st.sampled_from("xyz")),
        min_size=1,
        max_size=90,
    ),
    st.data(),
)
def test_counts_are_those_of_a_plain_count(rows: list[tuple[list[str], str]], data: st.DataObject) -> None:
    found = data.draw(st.integers(0, (1 << len(rows)) - 1))
    picked = data.draw(st.sets(st.sampled_from(NAMES), max_size=2))
    # Small models are counted item by item; these numbers send them down the ways of large ones as well.
    few, rare = data.draw(st.sampled_from([0, 500])), data.draw(st.sampled_from([1, 256]))
    with patch.object(module, "FEW", few), patch.object(module, "BITS_PER_NUMBER", rare):
        facets = Facets(Archive(model([("+".join(names), sector) for names, sector in rows])))
        counts = facets.counts(found, Picks({"enterprise": picked})).get(NAMED["enterprise"], {})
    shown = {n for n, (names, _) in enumerate(rows) if found >> n & 1 and (not picked or picked & set(names))}
    for name, count in counts.items():
        having = {n for n, (names, _) in enumerate(rows) if name in names}
        assert count.shown == len(having & shown)
        if picked and name not in picked:
            assert count.more == len({n for n in having if found >> n & 1} - shown)


def test_a_facet_that_all_items_share_is_not_counted() -> None:
    facets = Facets(Archive(model([("МАЗ", "Авто"), ("ММЗ", "Авто")])))
    assert NAMED["sector"] not in facets.counts(0b11, Picks())
    assert NAMED["sector"] in facets.counts(0b11, Picks({"sector": ["Авто"]})), "so that it can be dropped"
    assert NAMED["enterprise"] in Facets(Archive(model([("МАЗ", "Авто"), ("", "Моторы")]))).counts(0b11, Picks())


def test_every_facet_counts_what_its_items_say() -> None:
    quotes = (Quote(exact="Лифты едут.", speech=Speech.DIRECT, speaker="gurkov"),
              Quote(exact="Их нет.", speech=Speech.REPORTED, speaker="mlm"))  # fmt: skip
    item = Item(
        id="a", title="t", sector=("lifts", "engines"), enterprises={"mlm": Role.SUPPLIER, "mmz": Role.BUYER},
        between=("minsk", "samara"), stage=Stage.AGREED, quotes=quotes,
    )  # fmt: skip
    bare = Item(id="b", title="t", sector="lifts", stage=Stage.STUDY, quotes=(QUOTE,))
    content = Model(
        articles=(
            Article(id="x", title="t", publisher="news.by", published=Date("2025-11"), language="ru"),
            Article(id="y", title="t", publisher="БЕЛТА", language="ru"),
        ),
        items=(item, bare),
        starts=(0, 1),
        regions={
            "belarus": Region(name="Belarus"),
            "minsk": Region(name="Minsk", within="belarus"),
            "samara": Region(name="Samara"),
        },
        sectors={"lifts": Sector(name="Lifts"), "engines": Sector(name="Engines")},
        enterprises={"mlm": Enterprise(name="MLM"), "mmz": Enterprise(name="MMZ")},
        people={"gurkov": Person(name="Gurkov")},
        sources={"x": "Лифты едут."},
    )
    facets = Facets(Archive(content))
    counted = facets.counts(0b11, Picks())
    assert NAMED["status"] not in counted, "it is counted when it has been filled"
    assert [next(facets.fill(), "end")] == [None], "step by step"
    for _ in facets.fill():
        pass
    counted = facets.counts(0b11, Picks())
    shown = {facet.name: {value: count.shown for value, count in counts.items()} for facet, counts in counted.items()}
    assert shown == {
        "sector": {"lifts": 2, "engines": 1},
        "enterprise": {"mlm": 1, "mmz": 1},
        "stage": {Stage.AGREED: 1, Stage.STUDY: 1},
        "direction": {Ends("minsk", "samara", mutual=True): 1, None: 1},
        "publisher": {"news.by": 1, "БЕЛТА": 1},
        "year": {"2025": 1},
        "person": {"gurkov": 1, "mlm": 1},
        "region": {"belarus": 1, "minsk": 1, "samara": 1},
        "role": {Role.SUPPLIER: 1, Role.BUYER: 1},
        "status": {Status.VERBATIM: 1, Status.MISSING: 1, Status.NO_SOURCE: 1},
    }  # fmt: skip
    assert list(counted) == list(FACETS)
    assert facets.allowed(Picks({"region": ["belarus"]})) == facets.allowed(Picks({"status": [Status.MISSING]})) == 0b01


def test_an_article_is_picked_and_narrows_the_counts_but_is_no_facet() -> None:
    archive = Archive(matter())
    article = NAMED["article"]
    picks = Picks().toggle(article, "2026-01").toggle(article, "2025-09-29")
    facets = Facets(archive)
    assert facets.allowed(picks) == 0b11001100
    assert facets.allowed(Picks({"article": ["gone"]})) == 0
    counts = facets.counts(0b11111111, picks)
    assert article not in counts
    assert counts[NAMED["year"]] == {"2026": Count(2, None), "2025": Count(2, None)}
    idle = Facets(archive)
    deque(idle.fill(), 0)
    assert article not in idle.ready
    assert idle.allowed(picks) == facets.allowed(picks)


def test_every_value_of_every_facet_has_its_words() -> None:
    archive = Archive(load([shipped()]))
    facets = Facets(archive)
    for facet in PICKABLE:
        for value in facets.values(facet):
            assert value is None or facet.words(archive.model, value).strip(), facet.name
