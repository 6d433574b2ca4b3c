"""The keys that work everywhere: help, palette, language, theme, copying, and quitting."""

import base64

import pytest

from tests.screen.driving import Driven, opened, strips, text, words
from tuiapp.keytable import KEYS
from tuiapp.model import in_language
from tuiapp.snapshot import Snapshot
from tuiapp.theme import DARK, LIGHT

EVERYWHERE = {
    "list": ["j"],
    "filter": ["slash", "x"],
    "facets": ["f"],
    "quote": ["tab"],
    "article": ["enter"],
    "search": ["enter", "slash", "x"],
    "help": ["question_mark"],
    "citation": ["v"],
    "palette": ["ctrl+p"],
}
"""The keys that lead to each place."""
PLACES = pytest.mark.parametrize("place", EVERYWHERE)


# Quitting


@PLACES
async def test_ctrl_q_quits(ready: Snapshot, place: str) -> None:
    async with opened(ready) as screen:
        await screen.press(*EVERYWHERE[place])
        assert screen.pilot.app.is_running
        await screen.press("ctrl+q")
        assert not screen.pilot.app.is_running


@pytest.mark.parametrize("key", ["q", "й", "escape"])
@pytest.mark.parametrize("size", [(80, 24), (140, 45), (40, 5)], ids=str)
async def test_back_leads_to_the_whole_list_step_by_step(ready: Snapshot, key: str, size: tuple[int, int]) -> None:
    async with opened(ready, size) as screen:
        await screen.press("f", "G", "space")
        await screen.type("маз")
        for way in (["f"], ["tab"], ["enter"], ["question_mark"], ["v"]):
            await screen.press("slash", "enter", *way, key)
            assert screen.pilot.app.screen is screen.browser, way
            assert screen.browser.focused is screen.browser.items, way
            assert not text(screen.browser.article), way
            assert len(screen.shown) == 1, way
        await screen.press(key)
        assert screen.browser.filter.words.value == ""
        assert screen.browser._view.question.picks
        await screen.press(key)
        assert len(screen.shown) == 10
        await screen.press(key)
        assert screen.pilot.app.is_running == (key == "escape")


async def test_back_in_one_packet_with_what_it_undoes(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.burst(*"/маз", "enter", *"fqqj")
        assert screen.browser.filter.words.value == ""
        assert len(screen.shown) == 10
        await screen.burst(*"?qfqq")
        assert not screen.pilot.app.is_running


async def test_back_keeps_the_selected_item(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.type("лифт")
        await screen.press("enter", "j", "q")
        assert screen.selected == "lift-localisation"


async def test_the_footer_says_quit_only_where_q_quits(ready: Snapshot) -> None:
    async with opened(ready, (140, 24)) as screen:
        for way, back in (([], False), (["f"], True), (["q", "tab"], True), (["q", "enter"], True), (["q"], False)):
            await screen.press(*way)
            assert ("Esc back" in text(screen.browser.keys)) == back, way
            assert ("q quit" in text(screen.browser.keys)) != back, way
        await screen.type("лифт")
        await screen.press("enter")
        assert "Esc back" in text(screen.browser.keys)
        await screen.press("escape", "f", "space", "escape")
        assert "Esc back" in text(screen.browser.keys)
        await screen.press("c")
        assert "q quit" in text(screen.browser.keys)


async def test_q_is_a_letter_in_the_filter(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.type("q")
        assert screen.pilot.app.is_running
        assert screen.browser.filter.words.value == "q"


@PLACES
async def test_ctrl_c_says_how_to_quit(ready: Snapshot, place: str) -> None:
    async with opened(ready) as screen:
        await screen.press(*EVERYWHERE[place], "ctrl+c")
        assert screen.pilot.app.is_running
        assert "Ctrl+C once more quits" in screen.picture


async def test_ctrl_c_says_so_on_the_smallest_screen(ready: Snapshot) -> None:
    async with opened(ready, (40, 5)) as screen:
        await screen.press("ctrl+c")
        assert "Ctrl+C once more quits" in screen.picture


@PLACES
async def test_ctrl_c_twice_quits(ready: Snapshot, place: str) -> None:
    async with opened(ready) as screen:
        await screen.press(*EVERYWHERE[place], "ctrl+c", "ctrl+c")
        assert not screen.pilot.app.is_running


async def test_ctrl_c_much_later_asks_again(ready: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(ready) as screen:
        for now in (1000.0, 1010.0):
            monkeypatch.setattr("tuiapp.app.monotonic", lambda now=now: now)
            await screen.press("ctrl+c")
            assert screen.pilot.app.is_running


async def test_ctrl_c_clears_the_filter(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.type("лифт")
        await screen.press("ctrl+c")
        assert "10 of 10" in text(screen.browser.filter)
        assert "Ctrl+C once more quits" in text(screen.browser.keys)


async def test_what_was_said_makes_room_for_the_keys_again(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.press("y")
        assert "sent to your terminal" in text(screen.browser.keys)
        await screen.press("j")
        assert "/ filter" in text(screen.browser.keys)


# Help


async def test_help_lists_every_key_and_goes_back(ready: Snapshot) -> None:
    async with opened(ready, (80, 200)) as screen:
        await screen.press("question_mark")
        shown = words(screen.pilot.app.screen)
        for key in KEYS:
            assert key.description in shown
        await screen.press("escape")
        assert screen.rows


async def test_help_can_be_moved_through(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.press("f1")
        assert "Everywhere" not in screen.picture
        await screen.press("G")
        assert "Everywhere" in screen.picture


# Language and theme


async def test_the_language_key_switches_words_titles_and_names(ready: Snapshot) -> None:
    item = ready.model.items[-1]
    async with opened(ready, (140, 45)) as screen:
        await screen.press("G", "L")
        for said in ("всё", "10 из 10", "Отрасль", "Лифтостроение", "переговоры", "Денис Гурков", "дословно", "фильтр"):
            assert said in screen.picture
        assert in_language(item.title, "ru") in words(screen.browser.panel)
        await screen.press("L")
        for said in ("everything", "10 of 10", "Sector", "Lifts", "negotiation", "Denis Gurkov", "verbatim", "filter"):
            assert said in screen.picture
        assert in_language(item.title, "en") in words(screen.browser.panel)


async def test_the_language_key_leaves_the_quote_as_it_is(ready: Snapshot) -> None:
    async with opened(ready, (140, 45)) as screen:
        for _ in range(2):
            await screen.press("L")
            quote = words(screen.browser.panel).replace("│ ", "")
            assert ready.model.items[0].quotes[0].exact in quote


async def test_the_language_key_keeps_question_and_selection(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.press("f", "G", "space", "escape")
        await screen.type("лифт")
        await screen.press("enter", "j", "L")
        before = screen.shown, screen.selected
        await screen.press("L")
        assert (screen.shown, screen.selected) == before


async def test_the_language_key_works_in_the_article(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.press("enter", "L")
        assert "Цитата 1 из 1 ✓ дословно · Запись 1 из 10: " in text(screen.browser.article)
        assert "Esc назад" in text(screen.browser.keys)


async def test_the_theme_key_changes_the_ground_of_every_room(ready: Snapshot) -> None:
    def grounds(screen: Driven) -> set[str]:
        rooms = (screen.browser.items, screen.browser.panel, screen.browser.facets)
        styles = [segment.style for room in rooms for strip in strips(room) for segment in strip]
        return {style.bgcolor.name for style in styles if style and style.bgcolor}

    async with opened(ready, (140, 45)) as screen:
        assert grounds(screen) == {DARK.ground, DARK.cursor, DARK.resting, DARK.gauge}
        await screen.press("d")
        assert grounds(screen).isdisjoint({DARK.ground, DARK.cursor, DARK.resting, DARK.gauge})
        assert grounds(screen) == {LIGHT.ground, LIGHT.cursor, LIGHT.resting, LIGHT.gauge}
        await screen.press("d")
        assert grounds(screen) == {DARK.ground, DARK.cursor, DARK.resting, DARK.gauge}


# The citation

CITATION = """\
«Например, продукция Минского автомобильного завода востребована в России.»
— Denis Gurkov, Minister of Industry and Trade of the Samara region, Russia
news.by, 30 September 2025
Products of the Minsk Automobile Plant in Russia"""


async def test_copying_sends_the_citation_to_the_terminal(ready: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(ready) as screen:
        await screen.type("маз")
        sent: list[str] = []
        monkeypatch.setattr(screen.pilot.app._driver, "write", sent.append)
        await screen.press("enter", "y")
        clipboard = [each for each in sent if each.startswith("\x1b]52;c;")]
        assert [base64.b64decode(each[7:-1]).decode() for each in clipboard] == [CITATION]


async def test_copying_says_no_more_than_it_knows(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.press("y")
        assert "was sent to your terminal; if it did not arrive, v shows it" in text(screen.browser.keys)


async def test_the_citation_stands_alone_to_be_selected(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.type("маз")
        await screen.press("enter", "v")
        assert screen.picture.rstrip("\n") == CITATION
        await screen.press("escape")
        assert screen.selected == "trucks"


async def test_nothing_found_copies_nothing(ready: Snapshot) -> None:
    async with opened(ready, query="жжжжж") as screen:
        await screen.press("y", "v")
        assert "sent" not in screen.picture
        assert screen.pilot.app.clipboard == ""


# Keys that arrive in one packet over a slow connection


async def test_keys_that_come_together_keep_their_order(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.burst(*"/lift", "enter", "j")
        assert screen.browser.filter.words.value == "lift"
        assert screen.selected == "lift-localisation"
        assert screen.browser.focused is screen.browser.items


async def test_letters_after_escape_are_keys_again(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.burst(*"/маз", "escape", "escape", *"jj")
        assert screen.browser.filter.words.value == ""
        assert screen.selected == ready.model.items[2].id


async def test_a_letter_taken_back_is_gone(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.burst(*"/лифф", "backspace", "т", "left", "left", "home", "X", "delete", "enter")
        assert screen.browser.filter.words.value == "Xифт"


# Other keyboards


async def test_the_keys_work_on_a_russian_layout(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.press("о", "т")  # j and n
        assert "Quote 2 of 3" in text(screen.browser.panel)
        await screen.press("full_stop")  # /
        assert screen.browser.focused is screen.browser.filter.words
