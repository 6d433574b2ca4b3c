"""Facets against counting by hand."""

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

import tuiapp.facets as module
from tests.search.models import model
from tuiapp.archive import Archive
from tuiapp.facets import Count, Facets, Picks
from tuiapp.fields import NAMED
from tuiapp.model import Stage

ROWS = [("МАЗ", "Авто"), ("МАЗ+ММЗ", "Авто"), ("ММЗ", "Моторы"), ("", "Моторы"), ("БелАЗ", "Горное")]
FACETS = Facets(Archive(model(ROWS, stages=[Stage.STUDY, Stage.ACTIVE])))
ALL = 0b11111


def test_values_stand_in_the_models_order() -> None:
    assert FACETS.values(NAMED["sector"]) == ("Авто", "Моторы", "Горное")
    assert FACETS.values(NAMED["enterprise"]) == ("МАЗ", "ММЗ", "БелАЗ")
    assert FACETS.values(NAMED["stage"]) == (Stage.ACTIVE, Stage.STUDY)
    assert FACETS.values(NAMED["direction"]) == (None,), "the article does not say"


def test_values_of_one_facet_widen_and_facets_narrow() -> None:
    one = Picks().toggle(NAMED["sector"], "Авто")
    assert FACETS.allowed(one) == 0b00011
    assert FACETS.allowed(one.toggle(NAMED["sector"], "Горное")) == 0b10011
    assert FACETS.allowed(one.toggle(NAMED["enterprise"], "ММЗ")) == 0b00010
    assert FACETS.allowed(one.toggle(NAMED["sector"], "Авто")) == FACETS.allowed(Picks()) == ALL


def test_a_picked_facet_says_what_its_other_values_would_add() -> None:
    counts = FACETS.counts(ALL, Picks({"enterprise": ["МАЗ"]}))
    assert counts[NAMED["enterprise"]] == {"МАЗ": Count(2, None), "ММЗ": Count(1, 1), "БелАЗ": Count(0, 1)}
    assert counts[NAMED["sector"]] == {
        "Авто": Count(2, None),
        "Моторы": Count(0, None),
        "Горное": Count(0, None),
    }


def test_a_picked_value_stays_at_zero() -> None:
    assert FACETS.counts(0b00001, Picks({"sector": ["Горное"]}))[NAMED["sector"]]["Горное"] == Count(0, None)


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
