"""Going through a draft: every decision is in the file at once, and can be taken back."""

import asyncio
import random
from pathlib import Path

import pytest

from tests.screen.drafts import drafted, going_through, ids, library
from tests.screen.driving import Driven, words
from tests.screen.driving import text as text_of
from tests.test_cli import run
from tuiapp import following
from tuiapp.editing import Append, Guess, Settle, changed
from tuiapp.library import watch as watching
from tuiapp.widgets.choosing import Choosing
from tuiapp.widgets.entry import Entry


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looks follow each other without a pause that a person would need."""
    monkeypatch.setattr(watching, "SHORTEST", 0.02)
    monkeypatch.setattr(following, "LONGEST", 0.02)
    monkeypatch.setattr(following, "_QUIET", 0.03)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """The model file of a draft of five items."""
    path = drafted(tmp_path / "m")
    assert len(ids(path.parent)) == 5
    return path


def panel(screen: Driven) -> str:
    return words(screen.browser.proposal)


def here(screen: Driven) -> str:
    view = screen.browser._view
    return "" if view.number is None else view.model.items[view.number].id


def footer(screen: Driven) -> str:
    return words(screen.browser.keys)


async def test_a_proposal_stands_below_its_article_with_its_guesses(draft: Path) -> None:
    async with going_through(draft.parent) as screen:
        assert "Proposal 1 of 5 · 5 undecided" in panel(screen)
        lines = text_of(screen.browser.proposal).split("\n")
        stage, voice = (next(line for line in lines if label in line) for label in ("Stage", "Voice"))
        assert stage.startswith(" ? ")
        assert voice.startswith("   ")
        assert footer(screen).startswith("y keep x drop Enter more t title s stage e firm r region")


async def test_what_is_kept_is_a_guess_no_more_and_the_next_one_comes(draft: Path) -> None:
    before = draft.read_text()
    async with going_through(draft.parent) as screen:
        first = here(screen)
        await screen.press("y")
        after = draft.read_text()
        assert "Proposal 2 of 5 · 4 undecided" in panel(screen)
        assert panel(screen).split(" ━")[0].endswith("4 undecided · kept; u takes it back")
        assert footer(screen).startswith("y keep x drop")
        begin, end = after.index(f"id: {first}"), after.index("quotes:", after.index(f"id: {first}"))
        assert "# ?" not in after[begin:end]
        assert after.count("# ?") < before.count("# ?")
        kept = [line.split("  # ?")[0] for line in before.split("\n")]
        assert [line.split("  # ?")[0] for line in after.split("\n")] == kept


async def test_the_names_of_what_is_kept_are_kept(draft: Path) -> None:
    async with going_through(draft.parent) as screen:
        item = screen.browser._view.model.items[0]
        (firm,) = item.enterprises
        await screen.press("y")
        (line,) = [line for line in draft.read_text().split("\n") if line.startswith(f"  {firm}:")]
        assert "# ?" not in line


async def test_all_five_are_kept_and_check_passes(draft: Path) -> None:
    async with going_through(draft.parent) as screen:
        for _ in range(5):
            await screen.press("y")
        assert footer(screen) == "All items are decided; 2 values of the article are guesses: Enter shows them."
        await screen.press("enter")
        assert "Article: title ?" in screen.picture
        assert "Article: publisher  " in screen.picture
        await screen.press("escape")
        assert "Item 5 of 5 · 0 undecided" in panel(screen)
        before = draft.read_bytes()
        await screen.press("y", "x", "y", "x")
        assert footer(screen) == "This item is decided already; u takes back."
        assert draft.read_bytes() == before
        await screen.press("escape")
        assert panel(screen) == ""
        assert screen.browser.focused is screen.browser.article
    items = draft.read_text().split("\nregions:")[0].partition("items:")[2]
    assert "# ?" not in items
    assert run("check", str(draft.parent)).status == 0


async def test_what_is_dropped_goes_with_its_names(draft: Path) -> None:
    async with going_through(draft.parent) as screen:
        first, *others = ids(draft.parent)
        model = screen.browser._view.model
        (firm,) = model.items[0].enterprises
        needed = any(firm in item.enterprises for item in model.items[1:])
        await screen.press("x")
        assert ids(draft.parent) == others
        assert (firm in library(draft.parent).model.enterprises) == needed
        await screen.until(lambda: len(screen.browser._view.model.items) == 4)
        assert "Proposal 1 of 4" in panel(screen)
        assert first not in draft.read_text()
    assert run("check", str(draft.parent)).status == 0


async def test_all_five_are_dropped_and_the_file_stays_a_model(draft: Path) -> None:
    async with going_through(draft.parent) as screen:
        for left in (4, 3, 2, 1, 0):
            await screen.press("x")
            await screen.until(lambda left=left: len(screen.browser._view.model.items) == left)  # type: ignore[misc]
        assert not screen.browser.has_class("-reading")
        await screen.press("u")
        assert len(ids(draft.parent)) == 1
        await screen.until(lambda: len(screen.browser._view.model.items) == 1)
        await screen.press("ctrl+r")
    assert ids(draft.parent) == []
    rest = draft.read_text()
    assert "items:" not in rest
    assert "enterprises:" not in rest


async def test_everything_is_taken_back_in_turn(draft: Path) -> None:
    states = [draft.read_bytes()]
    async with going_through(draft.parent) as screen:
        for key in "ysxsy":
            await screen.press(key)
            states.append(draft.read_bytes())
        assert len(set(states)) == 6
        for state in reversed(states[:-1]):
            await screen.press("u")
            assert draft.read_bytes() == state
        await screen.press("u")
        assert footer(screen) == "There is nothing to take back."
        await screen.until(lambda: here(screen) == ids(draft.parent)[0])


async def test_nothing_is_taken_back_from_a_file_that_somebody_changed(draft: Path) -> None:
    async with going_through(draft.parent) as screen:
        await screen.press("y")
        changed = draft.read_text() + "# mine\n"
        draft.write_text(changed)
        await screen.press("u")
        assert "has changed since" in footer(screen)
        assert draft.read_text() == changed


async def test_a_title_is_edited(draft: Path) -> None:
    async with going_through(draft.parent) as screen:
        await screen.press("t")
        assert isinstance(screen.pilot.app.screen, Entry)
        was = library(draft.parent).model.items[0].title
        assert screen.pilot.app.screen.field.value == was
        await screen.press("ctrl+u", *'Триста "лифтов": да # ?', "enter")
        assert library(draft.parent).model.items[0].title == 'Триста "лифтов": да # ?'
        await screen.until(lambda: 'Триста "лифтов"' in panel(screen))
        assert len(ids(draft.parent)) == 5


async def test_stages_go_round_and_none_is_lost_when_keys_come_fast(draft: Path) -> None:
    async with going_through(draft.parent) as screen:
        assert library(draft.parent).model.items[0].stage == "planned"
        await screen.burst("s", "s", "s")
        assert library(draft.parent).model.items[0].stage == "interest"
        await screen.press("s")
        assert library(draft.parent).model.items[0].stage == "study"


async def test_an_enterprise_is_picked_by_typing_and_taken_out(draft: Path) -> None:
    async with going_through(draft.parent) as screen:
        (firm,) = library(draft.parent).model.items[0].enterprises
        others = set(library(draft.parent).model.enterprises) - {firm}
        (other,) = others & {"pegas-agro"} or {sorted(others)[0]}
        await screen.press("e")
        assert isinstance(screen.pilot.app.screen, Choosing)
        assert "\n▸ [x] " in screen.picture
        said = library(draft.parent).model.items[0].quotes[0].exact
        assert said[:40] in screen.picture, "what is decided on can be read meanwhile"
        name = library(draft.parent).model.enterprises[other].name
        assert isinstance(name, str)
        await screen.press(*name, "enter")
        assert library(draft.parent).model.items[0].enterprises == (firm, other)
        await screen.until(lambda: name in panel(screen))
        await screen.press("e", "enter")
        assert library(draft.parent).model.items[0].enterprises == (other,)


async def test_a_new_enterprise_is_defined_where_it_is_used(draft: Path) -> None:
    async with going_through(draft.parent) as screen:
        await screen.press("e", *"Завод №7: юг", "down", "down", "down", "enter")
        model = library(draft.parent).model
        own = list(model.items[0].enterprises)[-1]
        assert model.enterprises[own].name == "Завод №7: юг"
        await screen.press("u")
        assert own not in library(draft.parent).model.enterprises


async def test_a_region_is_picked(draft: Path) -> None:
    async with going_through(draft.parent) as screen:
        assert library(draft.parent).model.items[0].ends[:2] == (None, "samara")
        await screen.press("r", *"бел", "enter")
        assert library(draft.parent).model.items[0].ends == ("belarus", "samara", False)
        await screen.until(lambda: "Belarus → Samara" in panel(screen))
        await screen.press("r", *"росс бел", "enter")
        assert library(draft.parent).model.items[0].ends == ("russia", "belarus", False)
        await screen.until(lambda: "Russia → Belarus" in panel(screen))
        await screen.press("r", *"бел → самар", "enter")
        assert library(draft.parent).model.items[0].ends == ("belarus", "samara", False)
        await screen.until(lambda: "Belarus → Samara" in panel(screen))
        await screen.press("r", *"росс", "down", "down", "enter")
        assert library(draft.parent).model.items[0].ends == ("belarus", "russia", True)
        await screen.until(lambda: "Belarus ↔ Russia" in panel(screen))
        await screen.press("r", *["down"] * 3, "enter")
        assert library(draft.parent).model.items[0].ends == (None, None, False)


async def test_a_new_region_is_named_where_another_name_has_its_letters(draft: Path) -> None:
    async with going_through(draft.parent) as screen:
        await screen.press("r", *"amaré")
        assert "new: amaré → Samara" in screen.picture


async def test_any_value_is_changed_from_the_list_of_values(draft: Path) -> None:
    async with going_through(draft.parent) as screen:
        await screen.press("enter", *"спика", "ctrl+u", *"speaker", "enter", *"Анна Смит", "enter")
        assert "smit" not in library(draft.parent).model.people, "nobody is defined by an Enter that expected a name"
        await screen.press("enter", *"speaker", "enter", *"Анна Смит", "down", "enter")
        item = library(draft.parent).model.items[0]
        assert item.quotes[0].speaker == "smit"
        assert library(draft.parent).model.people["smit"].name == "Анна Смит"
        await screen.until(lambda: "Анна Смит" in panel(screen))
        await screen.press("enter", *"date", "enter", "ctrl+u", *"2025-13", "enter")
        assert "there is no month 13" in screen.picture
        await screen.press("backspace", "2", "enter")
        assert library(draft.parent).model.articles[0].published == "2025-12"
        await screen.press("enter", *"figures", "enter", "ctrl+u", "enter")
        assert library(draft.parent).model.items[0].figures is None
        await screen.press("enter", *"keep", "enter")
        assert "# ?" not in draft.read_text().partition("article:")[2].partition("items:")[0]
    assert run("check", str(draft.parent)).status == 0


async def test_a_line_feed_in_the_title_of_the_article_is_a_blank(draft: Path) -> None:
    head, title, rest = draft.read_text().partition("  title: ")
    draft.write_text(before := head + title + '"Раз\\nдва"\n' + rest.partition("\n")[2])
    async with going_through(draft.parent) as screen:
        await screen.press("enter", *"article: title", "enter")
        assert isinstance(screen.pilot.app.screen, Entry)
        assert screen.pilot.app.screen.field.value == "Раз два"
        await screen.press("enter")
        assert draft.read_text() == before
        await screen.press("enter", *"article: title", "enter", *" и три", "enter")
        assert library(draft.parent).model.articles[0].title == "Раз два и три"


async def test_what_a_name_is_called_is_changed_where_it_is_defined(draft: Path) -> None:
    async with going_through(draft.parent) as screen:
        (firm,) = library(draft.parent).model.items[0].enterprises
        await screen.press("enter", *"name of an ent", "enter", "ctrl+u", *"Завод: новый", "enter")
        assert library(draft.parent).model.enterprises[firm].name == "Завод: новый"
        await screen.press("tab", "enter", *"role of", "enter", "ctrl+u", *"директор завода", "enter")
        item = library(draft.parent).model.items[1]
        person = library(draft.parent).model.people[item.quotes[0].speaker or ""]
        assert person.role == "директор завода"
        other = draft.with_name("names.yaml")
        text, _, rest = draft.read_text().partition("\npeople:")
        other.write_text(f"people:{rest}", "utf-8")
        draft.write_text(f"{text}\n", "utf-8")
        await screen.press("enter", *"role of", "enter", "ctrl+u", *"никто", "enter")
        assert "another file defines" in screen.picture
    assert run("check", str(draft.parent)).status == 0


async def test_a_decided_item_is_changed_from_the_list(draft: Path) -> None:
    async with going_through(draft.parent) as screen:
        await screen.press(*"yyyyy", "escape", "escape")
        assert not screen.browser.has_class("-reading")
        await screen.press("i")
        assert "Item 5 of 5" in panel(screen)
        await screen.press("S")
        assert library(draft.parent).model.items[4].stage == "active"
        await screen.press("tab", "s")
        assert library(draft.parent).model.items[0].stage == "agreed"


async def test_quotes_go_under_the_item_before(draft: Path) -> None:
    async with going_through(draft.parent) as screen:
        first, second, *_ = ids(draft.parent)
        await screen.press("tab", "J")
        assert ids(draft.parent)[:1] == [first]
        assert second not in ids(draft.parent)
        assert len(library(draft.parent).model.items[0].quotes) == 2
        assert "joined; u takes it back" in panel(screen)
    assert run("check", str(draft.parent)).status == 0


async def test_where_only_a_quote_is_guessed_that_quote_is_shown(draft: Path) -> None:
    text = draft.read_text()
    draft.write_text(changed(text, [Settle(("items", 1))]), "utf-8")
    more = [Append(("items", 1, "quotes"), {"exact": "Их выпускают", "speech": Guess("narration")})]
    draft.write_text(changed(draft.read_text(), more), "utf-8")
    async with going_through(draft.parent) as screen:
        await screen.press("y")
        assert screen.browser._view.nth == len(library(draft.parent).model.items[1].quotes) - 1
        assert "? Voice" in text_of(screen.browser.proposal)


async def test_the_list_tells_what_is_not_decided(draft: Path) -> None:
    async with going_through(draft.parent) as screen:
        await screen.press("y", "escape")
        await screen.until(lambda: sum(row[1] == "?" for row in screen.rows) == 4)


async def test_help_begins_with_the_keys_of_here(draft: Path) -> None:
    async with going_through(draft.parent) as screen:
        await screen.press("question_mark")
        assert "y                  keep the proposal" in screen.picture
        await screen.press("escape", "m", "question_mark")
        assert "quote these words under an item" in screen.picture


async def test_esc_leaves_the_file_alone(draft: Path) -> None:
    before = draft.read_bytes()
    async with going_through(draft.parent) as screen:
        for key in "ter":
            await screen.press(key, *"xyz", "escape")
        assert draft.read_bytes() == before
        await screen.press("escape")
        assert not screen.browser.has_class("-reading")


async def test_a_file_that_is_gone_is_named_and_nothing_is_made(draft: Path) -> None:
    async with going_through(draft.parent) as screen:
        draft.unlink()
        await screen.press("y")
        assert "no such file" in footer(screen).lower()
        assert not draft.exists()


async def test_guests_decide_nothing(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = draft.read_bytes()
    monkeypatch.setattr("tuiapp.browser.restricted", lambda: True)
    async with going_through(draft.parent) as screen:
        assert panel(screen) == ""
        for key in "yxtsermuU":
            await screen.press(key, "escape", "enter")
    assert draft.read_bytes() == before


@pytest.mark.parametrize("seed", range(4))
async def test_a_storm_of_keys_leaves_a_model(draft: Path, seed: int) -> None:
    """Whatever is pressed, in any order: the file is one that `check` reads, and all taken back it is the old one."""
    before = draft.read_bytes()
    keys = ["y", "x", "s", "u", "t", "e", "r", "m", "U", "J", "l", "enter", "escape", "tab", "down", "a", "б"]
    chosen = random.Random(seed)
    async with going_through(draft.parent) as screen:
        for _ in range(60):
            await screen.burst(*chosen.choices(keys, k=chosen.choice([1, 1, 3])))
            await asyncio.sleep(0.01)
        assert library(draft.parent).model.articles
        for _ in range(8):
            await screen.press("escape")
        await screen.until(lambda: len(screen.browser._view.model.items) == len(ids(draft.parent)))
        if ids(draft.parent):
            await screen.press("enter")
            for _ in range(120):
                await screen.press("u")
            assert draft.read_bytes() == before
