"""Decisions about proposed items, as changes of their file."""

from functools import partial
from pathlib import Path

import pytest

from tests.screen.drafts import drafted
from tuiapp.decisions import (
    directed,
    dropped,
    due,
    further,
    headed,
    joined,
    joined_by,
    kept,
    left_by,
    put,
    sectored,
    supplied,
    titled,
    voiced,
    worded,
)
from tuiapp.desk import Desk, PlaceError
from tuiapp.following import Follower
from tuiapp.library import Library, RefusedError, read
from tuiapp.model import Ends, Speech
from tuiapp.naming import lonely, used
from tuiapp.present.choices import directions
from tuiapp.snapshot import Snapshot

HAND_WRITTEN = """\
article: {id: b, title: Второе, publisher: Вестник, language: ru}   # by hand
regions: {town: {name: Городок}, city: {name: Большой}}
sectors: {hoists: {name: Краны}}
enterprises: {works: {name: Завод, region: town}, shop: Мастерская}
items:
- {id: one, title: {ru: Раз, en: One}, sector: hoists, enterprises: {works: supplier}, stage: planned,
   between: [town, city], quotes: [{exact: о лифтах, speech: narration}]}   # flow
- id: "two"
  title: 'Два'
  sector: hoists
  stage: active # really
  quotes:
  - {exact: и о кабинах, speech: narration}
"""


class Folder:
    """A folder with a draft, and a file by hand."""

    def __init__(self, path: Path) -> None:
        self.draft = drafted(path)
        self.hand = path / "hand.yaml"
        self.hand.write_text(HAND_WRITTEN.replace("shop: Мастерская", "shop: {name: Мастерская}"), "utf-8")
        self.path = path
        now = self.now
        self.desk = Desk(Follower(now, Snapshot(now.model), partly=True))
        self.article = next(one.id for one in now.model.articles if one.id != "b")

    @property
    def now(self) -> Library:
        return read([str(self.path)])

    def item(self, name: str = "one"):  # type: ignore[no-untyped-def]
        number = self.now.model.number_of("b", name)
        assert number is not None
        return self.now.model.items[number]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "m")


def test_what_is_proposed_is_told_by_its_marks(folder: Folder) -> None:
    proposed = folder.desk.proposed(folder.article)
    assert len(proposed) == 5
    assert {"title", "sector", "stage"} <= set(next(iter(proposed.values())))
    assert folder.desk.proposed("b") == {}
    assert folder.desk.proposed("nobody") == {}


def test_a_mark_within_a_text_is_none(folder: Folder) -> None:
    folder.hand.write_text(folder.hand.read_text("utf-8").replace("'Два'", "'Два  # ?'"), "utf-8")
    assert folder.desk.proposed("b") == {}
    folder.hand.write_text(folder.hand.read_text("utf-8").replace("# really", "# ? really"), "utf-8")
    assert folder.desk.proposed("b") == {"two": frozenset({"stage"})}


def test_hand_written_items_are_changed_in_their_own_style(folder: Folder) -> None:
    desk = folder.desk
    desk.decide("b", "one", partial(titled, title="Uno, dos", language="en"))
    assert (folder.item().title.ru, folder.item().title.en) == ("Раз", "Uno, dos")
    desk.decide("b", "one", further)
    assert folder.item().stage == "agreed"
    desk.decide("b", "one", partial(joined_by, enterprise="shop"))
    assert folder.item().enterprises == {"works": "supplier", "shop": "partner"}
    desk.decide("b", "one", partial(left_by, enterprise="works"))
    assert folder.item().enterprises == {"shop": "partner"}
    desk.decide("b", "one", partial(joined_by, enterprise="shop"))
    assert folder.item().enterprises == {"shop": "partner"}
    desk.decide("b", "one", partial(left_by, enterprise="shop"))
    assert folder.item().enterprises == ()
    desk.decide("b", "one", partial(left_by, enterprise="shop"))
    desk.decide("b", "one", partial(joined_by, enterprise="works"))
    assert folder.item().enterprises == ("works",)
    text = folder.hand.read_text("utf-8")
    assert text.startswith("article: {id: b, title: Второе, publisher: Вестник, language: ru}   # by hand\n")
    assert text.endswith(HAND_WRITTEN[HAND_WRITTEN.index('- id: "two"') :])
    assert "   # flow\n" in text
    while desk.undo():
        pass
    assert folder.hand.read_text("utf-8") == HAND_WRITTEN.replace("shop: Мастерская", "shop: {name: Мастерская}")


@pytest.mark.parametrize("gone", ["between: [town, city], ", "", "between: null, ", "origin: town, "])
def test_regions_of_every_kind(folder: Folder, gone: str) -> None:
    text = folder.hand.read_text("utf-8").replace("stage: planned,\n   between", "stage: planned, between")
    folder.hand.write_text(text.replace("between: [town, city], ", gone), "utf-8")
    for ends in (
        Ends("city", None), Ends("city", "town"), Ends("town", "city", mutual=True), Ends(None, "city"),
        Ends("city", "town", mutual=True), Ends(None, None),
    ):  # fmt: skip
        folder.desk.decide("b", "one", partial(directed, ends=ends, new={}))
        assert folder.item().ends[:2] == ends[:2]
        assert folder.item().ends.mutual == ends.mutual or not any(ends[:2])
    folder.desk.decide("b", "one", partial(directed, ends=Ends(None, "perm"), new={"perm": "Пермь"}))
    assert folder.item().ends == Ends(None, "perm")
    assert folder.now.model.regions["perm"].name == "Пермь"


def test_directions_that_are_offered() -> None:
    to = Ends(None, "a")
    assert list(directions(to, "b")) == [
        Ends("b", "a"), Ends(None, "b"), Ends("a", "b", mutual=True), Ends("a", "b"), Ends("b", None),
    ]  # fmt: skip
    assert next(directions(Ends("a", None), "b")) == Ends("a", "b"), "an addition comes first from either side"
    assert next(directions(Ends("a", "b"), None)) == Ends("b", "a")
    for ends in (to, Ends("a", None), Ends("a", "b"), Ends("a", "b", mutual=True), Ends(None, None)):
        for region in (None, "a", "b", "c"):
            for each in directions(ends, region):
                assert each.one != each.other or each.one is None
                assert not each.mutual or (each.one and each.other)


def test_an_item_that_is_gone_and_a_file_that_is_gone_are_named(folder: Folder) -> None:
    with pytest.raises(RefusedError, match="does not have this item"):
        folder.desk.decide("b", "three", kept)
    folder.hand.unlink()
    with pytest.raises(RefusedError):
        folder.desk.decide("b", "one", kept)
    assert not folder.hand.exists()
    assert folder.desk.undo() is None


def test_a_broken_file_is_left_as_it_is(folder: Folder) -> None:
    folder.hand.write_text("items: [", "utf-8")
    with pytest.raises((RefusedError, PlaceError)):
        folder.desk.decide("b", "one", further)
    assert folder.hand.read_text("utf-8") == "items: ["
    assert folder.desk.proposed("b") == {}


def test_names_that_others_need_stay(folder: Folder) -> None:
    model = folder.now.model
    root = {
        "items": [
            {"sector": "s", "enterprises": ["a", "b"], "quotes": [{"speaker": "p"}]},
            {"sector": ["s", "t"], "enterprises": {"b": "buyer"}, "origin": "r", "quotes": []},
        ],
        "sectors": {"s": {}, "t": {}},
        "enterprises": {"a": {"region": "in"}, "b": {}},
        "regions": {"in": {"within": "out"}, "out": {}, "r": {}},
        "people": {"p": {}},
    }
    first = {("sectors", "s"), ("enterprises", "a"), ("enterprises", "b"), ("people", "p"),
             ("regions", "in"), ("regions", "out")}  # fmt: skip
    assert used(root, root["items"][0]) == first  # type: ignore[index]
    everything = {*first, ("sectors", "t"), ("regions", "r")}
    alone = {("enterprises", "a"), ("people", "p"), ("regions", "in"), ("regions", "out")}
    assert lonely(root, 0, everything, model, folder.article) == alone
    assert lonely(root, 0, everything - {("people", "p")}, model, folder.article) == alone - {("people", "p")}
    assert lonely(root, 1, everything, model, folder.article) == {("sectors", "t"), ("regions", "r")}


def test_a_name_that_another_file_uses_stays(folder: Folder) -> None:
    item = next(one for one in folder.now.model.items if one.enterprises and one.id not in ("one", "two"))
    (firm, *_) = item.enterprises
    folder.hand.write_text(folder.hand.read_text("utf-8").replace("{works: supplier}", f"[{firm}]"), "utf-8")
    folder.desk = Desk(Follower(folder.now, Snapshot(folder.now.model), partly=True))
    for each in list(folder.desk.proposed(folder.article)):
        folder.desk.decide(folder.article, each, dropped)
    assert firm in folder.now.model.enterprises
    assert folder.item().enterprises == (firm,)


FAULTS = (
    ("items:\n", "items: null\nrest:\n"), ('id: "two"', "name: two"), ('id: "two"', "id: [two]"),
    ("stage: active", "stage: done"), ("title: 'Два'", "subject: Два"), ("  quotes:\n", "  quotes: null\n  rest:\n"),
    ("regions: {town: {name: Городок}, city: {name: Большой}}", "regions: [town, city]"),
    ("{works: supplier}", "works"),
    ("between: [town, city]", "between: [town]"), ("items:\n", "items:\n- 5\n"),
)  # fmt: skip


@pytest.mark.parametrize(("right", "wrong"), FAULTS)
def test_a_file_with_a_fault_is_left_as_it_is(folder: Folder, right: str, wrong: str) -> None:
    text = folder.hand.read_text("utf-8")
    assert right in text
    folder.hand.write_text(faulty := text.replace(right, wrong), "utf-8")
    desk = folder.desk
    for decision in (kept, dropped, further, partial(directed, ends=Ends("city", "town"), new={})):
        for item in ("one", "two"):
            with pytest.raises(RefusedError, match="must be mended first, line"):
                desk.decide("b", item, decision)
    assert folder.hand.read_text("utf-8") == faulty


def test_proposals_are_told_where_an_item_lacks_its_id(folder: Folder) -> None:
    text = folder.draft.read_text("utf-8")
    folder.draft.write_text(text.replace("  - id: ", "  - name: ", 1), "utf-8")
    assert len(folder.desk.proposed(folder.article)) == 4


def test_an_article_that_is_gone_or_in_another_file_is_named(folder: Folder) -> None:
    other = folder.hand.read_text("utf-8").replace("{id: b,", "{id: c,")
    folder.hand.write_text(other, "utf-8")
    with pytest.raises(RefusedError, match="does not have this article"):
        folder.desk.decide("b", "one", kept)
    assert folder.hand.read_text("utf-8") == other
    folder.hand.unlink()
    folder.desk._follower.renew()
    with pytest.raises(RefusedError, match="no file has this article"):
        folder.desk.decide("b", "one", kept)
    assert folder.desk.proposed("b") == {}


def test_what_was_chosen_for_an_item_as_it_was_is_not_done_twice(folder: Folder) -> None:
    desk = folder.desk
    before = folder.hand.read_text("utf-8")
    desk.decide("b", "one", partial(joined_by, enterprise="new", name="Новый"))
    once = folder.hand.read_text("utf-8")
    desk.decide("b", "one", partial(joined_by, enterprise="new", name="Новый"))
    assert folder.hand.read_text("utf-8") == once
    with pytest.raises(RefusedError, match="another new since it was read"):
        desk.decide("b", "two", partial(joined_by, enterprise="new", name="Новый другой"))
    folder.hand.write_text(once + "people: {ivan: {name: Иван}}\n", "utf-8")
    with pytest.raises(RefusedError, match="another ivan since it was read"):
        desk.decide("b", "two", partial(joined_by, enterprise="ivan", name="Иван"))
    folder.hand.write_text(once, "utf-8")
    assert desk.undo() == "b/one"
    assert folder.hand.read_text("utf-8") == before
    assert desk.undo() is None


def test_an_item_that_another_follows_is_not_dropped(folder: Folder) -> None:
    text = folder.hand.read_text("utf-8")
    folder.hand.write_text(text.replace("  stage: active", "  follows: b/one\n  stage: active"), "utf-8")
    with pytest.raises(RefusedError, match="b/two follows this item"):
        folder.desk.decide("b", "one", dropped)
    folder.desk.decide("b", "two", dropped)
    folder.desk.decide("b", "one", dropped)
    assert not folder.now.faults
    first = next(iter(folder.desk.proposed(folder.article)))
    folder.hand.write_text(text.replace("  stage: active", f"  follows: [{folder.article}/{first}]\n  stage: active"))
    folder.desk._follower.renew()
    with pytest.raises(RefusedError, match="b/two follows this item"):
        folder.desk.decide(folder.article, first, dropped)


def test_names_stay_while_another_file_has_a_fault(folder: Folder) -> None:
    names = folder.now.model.enterprises
    right = folder.hand.read_text("utf-8")
    folder.hand.write_text(right + "broken: [", "utf-8")
    folder.desk._follower.renew()
    for each in list(folder.desk.proposed(folder.article)):
        folder.desk.decide(folder.article, each, dropped)
    folder.hand.write_text(right, "utf-8")
    assert folder.now.model.enterprises == names


def test_names_stay_that_another_file_uses_since_it_was_read(folder: Folder) -> None:
    item = next(one for one in folder.now.model.items if one.enterprises and one.id not in ("one", "two"))
    (firm,) = item.enterprises
    folder.desk.decide("b", "two", partial(joined_by, enterprise=firm))
    for each in list(folder.desk.proposed(folder.article)):
        folder.desk.decide(folder.article, each, dropped)
    assert folder.item("two").enterprises == (firm,)


def test_what_cannot_be_taken_back_for_now_can_be_later(folder: Folder) -> None:
    before = folder.hand.read_text("utf-8")
    folder.desk.decide("b", "two", further)
    away = folder.hand.rename(folder.hand.with_suffix(".away"))
    with pytest.raises(RefusedError):
        folder.desk.undo()
    away.rename(folder.hand)
    assert folder.desk.undo() == "b/two"
    assert folder.hand.read_text("utf-8") == before


def test_what_somebody_else_changed_is_not_taken_back_but_what_was_before_is(folder: Folder) -> None:
    before = folder.hand.read_text("utf-8")
    folder.desk.decide("b", "two", further)
    first = next(iter(folder.desk.proposed(folder.article)))
    folder.desk.decide(folder.article, first, further)
    with folder.draft.open("a", encoding="utf-8") as file:
        file.write("# mine\n")
    with pytest.raises(RefusedError, match="has changed since it was written"):
        folder.desk.undo()
    assert folder.desk.undo() == "b/two"
    assert folder.hand.read_text("utf-8") == before
    assert folder.draft.read_text("utf-8").endswith("# mine\n")


def test_values_of_every_kind_are_changed_and_taken_out(folder: Folder) -> None:
    desk = folder.desk
    for decision, name, value in (
        (partial(put, key="figures", value="около 6 тыс."), "figures", "около 6 тыс."),
        (partial(put, key="products", value=["лифты", "краны"]), "products", ("лифты", "краны")),
        (partial(due, text="2026-12"), "due", "2026-12"),
        (partial(put, key="stage", value="active"), "stage", "active"),
        (partial(sectored, sector="cranes", name="Краны: все"), "sector", "cranes"),
        (partial(due, text=""), "due", None),
        (partial(put, key="figures", value=""), "figures", None),
    ):
        desk.decide("b", "one", decision)
        assert getattr(folder.item(), name) == value
    with pytest.raises(RefusedError, match="a day, a month or a year is due"):
        desk.decide("b", "one", partial(due, text="завтра"))


def test_whose_words_a_quote_gives(folder: Folder) -> None:
    exact, desk = "о лифтах", folder.desk
    by = partial(voiced, nth=0, exact=exact, speech=Speech.REPORTED)
    desk.decide("b", "one", partial(by, speaker="ivanov", name="Иван Иванов"))
    (quote,) = folder.item().quotes
    assert (quote.speaker, quote.speech) == ("ivanov", "reported")
    assert folder.now.model.people["ivanov"].name == "Иван Иванов"
    desk.decide("b", "one", partial(by, speaker=None))
    assert (folder.item().quotes[0].speaker, folder.item().quotes[0].speech) == (None, "narration")
    with pytest.raises(RefusedError, match="does not have this quote"):
        desk.decide("b", "one", partial(by, exact="другое", speaker="ivanov"))


def test_the_head_of_the_article(folder: Folder) -> None:
    def change(key: str, text: str) -> None:
        folder.desk.change("b", "one", partial(headed, key=key, text=text, language="en"))

    change("title", "Другое: иное")
    change("published", "2025-11")
    change("url", "https://example.org/a")
    article = next(one for one in folder.now.model.articles if one.id == "b")
    assert (article.title, article.published, article.url) == ("Другое: иное", "2025-11", "https://example.org/a")
    change("url", "")
    assert next(one for one in folder.now.model.articles if one.id == "b").url is None
    for key, text in (("published", "вчера"), ("url", "example.org")):
        with pytest.raises(RefusedError):
            change(key, text)


def test_quotes_go_under_the_item_before_and_their_speakers_stay(folder: Folder) -> None:
    first, second, *_ = folder.desk.proposed(folder.article)
    model = folder.now.model
    numbers = [model.number_of(folder.article, each) for each in (first, second)]
    quotes = [quote for number in numbers if number is not None for quote in model.items[number].quotes]
    folder.desk.decide(folder.article, second, joined)
    now = folder.now.model
    assert now.number_of(folder.article, second) is None
    number = now.number_of(folder.article, first)
    assert number is not None
    assert list(now.items[number].quotes) == quotes
    with pytest.raises(RefusedError, match="no item before"):
        folder.desk.decide(folder.article, first, joined)
    assert folder.desk.undo() == f"{folder.article}/{second}"
    assert folder.desk.redo() == f"{folder.article}/{second}"
    assert folder.now.model.number_of(folder.article, second) is None
    assert folder.desk.redo() is None


def test_a_text_in_two_languages_keeps_the_other_one(folder: Folder) -> None:
    two = "products: [{ru: лифты, en: lifts}, 'краны, тали', тросы], figures: {ru: 'шесть', en: six}"
    text = folder.hand.read_text("utf-8").replace("stage: planned", f"stage: planned, {two}")
    folder.hand.write_text(text, "utf-8")
    for decision in (
        partial(worded, key="figures", text="six", language="en"),
        partial(worded, key="title", text="One", language="en"),
        partial(supplied, text="lifts, краны, тали, тросы", language="en"),
    ):
        folder.desk.decide("b", "one", decision)
        assert folder.hand.read_text("utf-8") == text, "what is taken as it was is not spelled anew"
    folder.desk.decide("b", "one", partial(worded, key="figures", text="seven", language="en"))
    assert (folder.item().figures.ru, folder.item().figures.en) == ("шесть", "seven")
    folder.desk.decide("b", "one", partial(supplied, text=",краны, тали,, краны,lifts,", language="en"))
    crane_hoists, cranes, lifts = folder.item().products
    assert (crane_hoists, cranes, lifts.ru, lifts.en) == ("краны, тали", "краны", "лифты", "lifts")
    folder.desk.decide("b", "one", partial(supplied, text=" , ", language="en"))
    folder.desk.decide("b", "one", partial(worded, key="figures", text="", language="en"))
    assert (folder.item().products, folder.item().figures) == ((), None)


def test_a_text_taken_as_it_was_is_a_guess_no_more(folder: Folder) -> None:
    text = folder.hand.read_text("utf-8").replace("'Два'", "'Два  и три'  # ?")
    folder.hand.write_text(text, "utf-8")
    folder.desk.decide("b", "two", partial(titled, title="Два и три", language="en"))
    assert folder.hand.read_text("utf-8") == text.replace("  # ?", "")


def test_a_quote_whose_speaker_is_nobody_goes_under_the_item_before(folder: Folder) -> None:
    text = folder.hand.read_text("utf-8").replace("{exact: и о", "{speaker: null, exact: и о")
    folder.hand.write_text(text, "utf-8")
    folder.desk.decide("b", "two", joined)
    assert [(quote.exact, quote.speaker) for quote in folder.item().quotes] == [
        ("о лифтах", None),
        ("и о кабинах", None),
    ]


def test_a_proposed_sector_that_nothing_needs_any_more_goes(folder: Folder) -> None:
    model = folder.now.model
    first = next(iter(folder.desk.proposed(folder.article)))
    number = model.number_of(folder.article, first)
    assert number is not None
    (old,) = model.items[number].sectors
    others = [item for at, item in enumerate(model.items) if at != number and old in item.sectors]
    folder.desk.decide(folder.article, first, partial(sectored, sector="ships", name="Суда"))
    now = folder.now.model
    assert now.sectors["ships"].name == "Суда"
    assert (old in now.sectors) == bool(others)
    assert folder.desk.undo()
    assert folder.now.model.sectors == model.sectors
