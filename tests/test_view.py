"""What a person has asked and is looking at: each step, and the same view over another snapshot."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tuiapp.facets import Picks
from tuiapp.fields import NAMED
from tuiapp.model import Article, Enterprise, Item, Model, Quote, Sector, Speech, Stage
from tuiapp.snapshot import Question, Snapshot
from tuiapp.view import View

SECTOR, STAGE = NAMED["sector"], NAMED["stage"]


def item(name: str, *quotes: str, stage: Stage = Stage.ACTIVE) -> Item:
    """An item of the lift makers, called by its id."""
    return Item(
        id=name,
        title=name,
        sector="lifts",
        enterprises=("mlm",),
        stage=stage,
        quotes=tuple(Quote(exact=words, speech=Speech.NARRATION) for words in quotes or ("one", "two")),
    )


def snapshot(**articles: list[Item]) -> Snapshot:
    """A snapshot of these articles with their items."""
    items: list[Item] = []
    starts: list[int] = []
    for each in articles.values():
        starts.append(len(items))
        items += each
    return Snapshot(
        Model(
            articles=tuple(Article(id=name, title=name, publisher="p", language="ru") for name in articles),
            items=tuple(items),
            starts=tuple(starts),
            regions={},
            sectors={"lifts": Sector(name="Лифты"), "tractors": Sector(name="Тракторы")},
            enterprises={"mlm": Enterprise(name="Могилевлифтмаш")},
            people={},
        )
    )


def ids(view: View) -> list[str]:
    """What is seen, best first."""
    return [view.model.items[number].id for number in view.rows(0, 99)]


def here(view: View) -> tuple[str, str] | None:
    """The selected item by its ids."""
    number = view.selected
    return None if number is None else (view.model.article_of(number).id, view.model.items[number].id)


A, B, C, D = (item(name) for name in "abcd")


# Steps


def test_the_first_row_is_selected_first() -> None:
    assert here(View.begun(snapshot(x=[A, B]), Question())) == ("x", "a")
    assert here(View.begun(snapshot(x=[]), Question())) is None


def test_a_row_is_selected_and_none_beyond_the_ends() -> None:
    view = View.begun(snapshot(x=[A, B, C]), Question())
    assert [here(view.at(row)) for row in (-3, 0, 2, 3, 99)] == [("x", each) for each in "aaccc"]


def test_quotes_go_round_and_another_item_begins_with_its_first() -> None:
    view = View.begun(snapshot(x=[A, B]), Question())
    assert [view.turned(step).nth for step in (1, 2, -1)] == [1, 0, 1]
    assert view.turned(1).at(1).nth == 0
    assert view.turned(1).at(0).nth == 1, "the same row is the same item"


def test_the_selected_item_stays_selected_while_it_is_found() -> None:
    view = View.begun(snapshot(x=[A, item("b", stage=Stage.STUDY), C]), Question()).at(2)
    assert here(view.picked(STAGE, Stage.STUDY)) == ("x", "b"), "where it is not, the first is"
    assert here(view.rewriting().scoped("sector")) == ("x", "c")
    nothing = view.typed("жжжж")
    assert (here(nothing), nothing.row) == (None, 0)
    assert here(nothing.typed("")) == ("x", "c"), "nothing found is no other item"


def test_with_every_word_typed_the_best_row_is_selected() -> None:
    view = View.begun(snapshot(x=[item("first"), item("second"), item("third")]), Question()).at(2)
    assert here(view.typed("second лифт")) == ("x", "second")
    assert here(view.typed("лифт")) == ("x", "first"), "though the item selected before is found, too"
    assert here(view.typed("лифт").at(1).typed("")) == ("x", "second"), "without words, it is seen where it stands"


def test_each_step_asks_for_its_part_alone() -> None:
    view = View.begun(snapshot(x=[A]), Question(text="лифт"))
    asked = view.scoped("sector").picked(SECTOR, "lifts").rewriting().question
    assert asked == Question("лифт", "sector", Picks({"sector": ["lifts"]}), rewrite=False)
    assert view.scoped("sector").picked(SECTOR, "lifts").rewriting().cleared().question == Question(rewrite=False)
    assert view.typed("лифт") is view, "the same question is no step"


# The matter of an item, and the items of an article


def chain() -> Snapshot:
    """Three items of one matter, each in an article of its own, and one beside the newest."""
    newest, middle = replace(A, follows="y/b"), replace(B, follows="z/c")
    return snapshot(x=[newest, item("other", stage=Stage.STUDY)], y=[middle], z=[C])


def test_a_matter_is_walked_through_in_the_list() -> None:
    view = View.begun(chain(), Question())
    assert [here(view.told(step)) for step in (-1, -2, -9, 1)] == [("y", "b"), ("z", "c"), ("z", "c"), ("x", "a")]
    assert view.told(-1).told(1) == view
    assert here(view.at(1).told(-1)) == ("x", "other"), "nothing else is told of it"
    assert view.told(-1).back() is None, "nothing was left"


@pytest.mark.parametrize(
    "question",
    [
        Question("title:b"),
        Question(picks=Picks({"article": ["y"]})),
        Question(latest=True),
        Question("лифт", order="oldest", rewrite=False, latest=True),
    ],
)
def test_what_the_question_leaves_out_is_shown_and_back_brings_the_question_back(question: Question) -> None:
    view = View.begun(chain(), question)
    seen = here(view)
    step = 1 if seen == ("y", "b") else -1
    left = view.told(step)
    assert here(left) == (("x", "a") if step > 0 else ("y", "b"))
    assert left.question == Question(order=question.order, rewrite=question.rewrite)
    assert len(left) == 4
    assert left.told(-1).back() == view, "however far it went"
    assert left.turned(1).sorted().back() == view
    assert left.over(chain()).back().question == question, "in another snapshot too"  # type: ignore[union-attr]
    assert left.typed("лифт").typed("").back() is None, "another question is no way back"
    assert left.cleared().back() is None


def test_any_item_can_be_shown() -> None:
    view = View.begun(chain(), Question("title:b"))
    assert here(view.showing(2)) == ("y", "b")
    assert view.showing(2).question == view.question
    assert here(view.showing(1)) == ("x", "other")
    assert view.showing(1).back() == view


def test_nothing_selected_leads_nowhere() -> None:
    view = View.begun(chain(), Question("жжжж"))
    assert view.told(-1) is view


def test_only_the_newest_of_each_matter_and_the_selected_matter_stays() -> None:
    view = View.begun(chain(), Question())
    assert ids(view.newest()) == ["a", "other"]
    assert here(view.at(3).newest()) == ("x", "a")
    assert here(view.at(1).newest()) == ("x", "other")
    assert ids(view.newest().newest()) == ["a", "other", "b", "c"]
    assert view.newest().back() is None, "like the order, it is no filter"


def test_an_article_alone_is_a_pick_that_back_takes_back() -> None:
    view = View.begun(chain(), Question())
    alone = view.in_article("x", 1)
    assert (ids(alone), here(alone)) == (["a", "other"], ("x", "other"))
    assert alone.answer.picked() == {NAMED["article"]: ("x",)}
    assert here(view.in_article("x")) == ("x", "a")
    back = alone.back()
    assert back is not None
    assert (back.question, here(back)) == (Question(), ("x", "other"))
    assert alone.cleared().question == Question()


def test_from_one_article_to_another_back_leads_to_the_question_before_both() -> None:
    view = View.begun(chain(), Question("title:b"))
    assert view.in_article("x").back() == view
    assert view.in_article("x").in_article("y").in_article("z").back() == view
    alone = view.in_article("x")
    assert alone.told(-1).back() == alone
    assert ids(view.in_article("z").typed("лифт")) == ["c"], "words narrow further"


def test_along_the_article_goes_beyond_the_list() -> None:
    view = View.begun(snapshot(x=[A, item("b", stage=Stage.STUDY), C], y=[D]), Question())
    assert [here(view.along(step)) for step in (1, 2, 3, -1)] == [("x", each) for each in "bcac"]
    picked = view.picked(STAGE, Stage.STUDY).along(1)
    assert (here(picked), picked.listed, ids(picked)) == (("x", "c"), False, ["b"])
    assert here(picked.over(Snapshot(picked.model))) == ("x", "c"), "it is still being read"
    assert here(picked.at(0)) == ("x", "b")
    assert here(view.at(3).along(1)) == ("y", "d"), "an article with one item"
    nothing = view.typed("жжжж")
    assert nothing.along(1) is nothing


# Another snapshot


@pytest.mark.parametrize(
    ("later", "selected", "why"),
    [
        (snapshot(x=[A, B, C, D]), ("x", "c"), "items have come"),
        (snapshot(x=[D, C, B, A]), ("x", "c"), "items have moved"),
        (snapshot(w=[D, C], x=[C]), ("x", "c"), "another article has an item called so"),
        (snapshot(x=[C]), ("x", "c"), "items have gone"),
        (snapshot(x=[A, B, D]), ("x", "d"), "it has gone itself: the one in its row"),
        (snapshot(x=[A]), ("x", "a"), "and the rows with it: the last"),
        (snapshot(w=[C]), ("w", "c"), "its article has gone"),
        (snapshot(x=[A, replace(C, sector="tractors"), D]), ("x", "d"), "it is no longer what was picked"),
        (snapshot(x=[]), None, "nothing is left"),
    ],
)
def test_the_selected_item_is_found_again_by_its_ids(later: Snapshot, selected: object, why: str) -> None:
    view = View.begun(snapshot(x=[A, B, C]), Question("лифт", picks=Picks({"sector": ["lifts"]}))).at(2)
    after = view.over(later)
    assert here(after) == selected, why
    assert after.question == view.question
    assert after.answer.snapshot is later


@pytest.mark.parametrize(
    ("quotes", "place", "why"),
    [
        (("one", "two"), 1, "the same"),
        (("two", "one"), 0, "quotes have moved"),
        (("new", "one", "two"), 2, "one has come"),
        (("one", "other"), 1, "it reads otherwise: the same place"),
        (("one",), 0, "it has gone: the last"),
    ],
)
def test_the_quote_is_found_again_by_its_words(quotes: tuple[str, ...], place: int, why: str) -> None:
    view = View.begun(snapshot(x=[A]), Question()).turned(1)
    assert view.over(snapshot(x=[item("a", *quotes)])).nth == place, why


def test_what_is_picked_stays_picked_where_no_item_has_it_any_more() -> None:
    view = View.begun(snapshot(x=[A]), Question(picks=Picks({"enterprise": ["gone"]})))
    assert ids(view) == []
    assert view.answer.counts()[NAMED["enterprise"]]["gone"].shown == 0, "so that it can be dropped"
    assert view.answer.picked() == {NAMED["enterprise"]: ("gone",)}


def test_marked_items_stay_marked_whatever_is_asked() -> None:
    view = View.begun(snapshot(x=[A, B, C], y=[D]), Question()).marking().at(3).marking()
    assert [view.model.items[number].id for number in view.taken()] == ["a", "d"]
    view = view.typed("nothing has this").picked(SECTOR, "tractors").typed("")
    view = view.picked(SECTOR, "tractors").sorted()
    assert view.marked == {0, 3}
    after = view.over(snapshot(y=[C, D], x=[B, A]))
    kept = {here(after.at(row)) for row in range(4) if after.at(row).selected in after.marked}
    assert kept == {("x", "a"), ("y", "d")}
    assert not view.over(snapshot(x=[B])).marked


def test_marking_goes_to_the_next_row_and_unmarks_again() -> None:
    view = View.begun(snapshot(x=[A, B]), Question()).marking()
    assert view.marked == {0}
    assert here(view) == ("x", "b")
    view = view.marking()
    assert view.marked == {0, 1}
    assert here(view) == ("x", "b"), "the last row stays selected"
    assert view.marking().marked == {0}
    assert not View.begun(snapshot(x=[A]), Question(text="жжж")).marking().marked


def test_the_marked_items_come_in_the_order_of_the_list_and_the_others_last() -> None:
    view = View.begun(snapshot(x=[A, B, C]), Question())
    for _ in range(3):
        view = view.marking()
    view = view.typed("title:c")
    assert [view.model.items[number].id for number in view.taken()] == ["c", "a", "b"]


def test_back_is_one_step_each_words_picks_marks() -> None:
    view: View | None = View.begun(snapshot(x=[A, B]), Question()).marking().picked(SECTOR, "lifts").typed("a")
    left = []
    while view is not None:
        left.append((view.question.text, bool(view.question.picks), len(view.marked)))
        view = view.back()
    assert left == [("a", True, 1), ("", True, 1), ("", False, 1), ("", False, 0)]


STEPS = st.one_of(
    st.sampled_from(["лифт", "трактор", "могилев !лифт", "", "жжж", "x:"]).map(lambda text: ("typed", text)),
    st.integers(-1, 9).map(lambda row: ("at", row)),
    st.integers(-3, 3).map(lambda step: ("turned", step)),
    st.integers(-3, 3).map(lambda step: ("along", step)),
    st.sampled_from([(SECTOR, "lifts"), (SECTOR, "tractors"), (STAGE, Stage.STUDY)]).map(
        lambda pick: ("picked", *pick)
    ),
    st.sampled_from(["rewriting", "cleared", "newest", "sorted", "marking"]).map(lambda name: (name,)),
    st.integers(-3, 3).map(lambda step: ("told", step)),
    st.sampled_from("xy").map(lambda article: ("in_article", article)),
    st.lists(
        st.tuples(st.sampled_from("xy"), st.sampled_from("abcde"), st.sampled_from(Stage), st.integers(1, 3)),
        unique_by=lambda row: row[:2],
    ).map(lambda rows: ("over", rows)),
)


def made(rows: list[tuple[str, str, Stage, int]]) -> Snapshot:
    """A snapshot of items by article, id, stage and number of quotes."""
    articles: dict[str, list[Item]] = {"x": [], "y": []}
    for article, name, stage, quotes in rows:
        articles[article].append(item(name, *"123"[:quotes], stage=stage))
    followed = {f"y/{each.id}" for each in articles["y"]}
    articles["x"] = [replace(each, follows=tuple({f"y/{each.id}"} & followed)) for each in articles["x"]]
    return snapshot(**articles)


@given(st.lists(STEPS, max_size=12))
def test_after_any_steps_there_is_a_row_a_quote_and_evidence_or_nothing(steps: list[tuple[str, object]]) -> None:
    view = View.begun(snapshot(x=[A, B, C]), Question())
    for name, *values in steps:
        view = view.over(made(values[0])) if name == "over" else getattr(view, name)(*values)  # type: ignore[arg-type]
        number = view.selected
        assert (number is None) == (len(view) == 0)
        if number is not None:
            assert view.rows(view.row, view.row + 1) == [number] or not view.listed
            view.evidence(number, view.nth)
        assert set(view.taken()) == view.marked <= set(range(len(view.model.items)))
        same = view.over(Snapshot(view.model))
        assert (here(same), same.row, same.nth, ids(same)) == (here(view), view.row, view.nth, ids(view))
        assert same.marked == view.marked
        facets, picked = view.answer.snapshot.facets, view.answer.picked()
        # What is read beside the list is not resumed: the list is shown, and its first item.
        there = all(value in facets.values(facet) for facet, values in picked.items() for value in values)
        if there and (view.listed or number is None):
            resumed = View.resumed(Snapshot(view.model), json.loads(json.dumps(view.kept())))
            assert (resumed.question, ids(resumed), here(resumed)) == (view.question, ids(view), here(view))
            assert resumed.marked == view.marked
            assert number is None or resumed.nth == view.nth
