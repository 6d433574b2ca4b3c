"""The search in the article: hits are marked, keys go from one to the next, and back to where one was."""

import pytest
from msgspec.structs import replace

from tests.screen.driving import Driven, opened, strips, text
from tests.screen.models import proofs
from tuiapp.model import Model
from tuiapp.snapshot import Snapshot
from tuiapp.theme import DARK

ADDRESS = "https://example.by/" + "0a1b2c3d/" * 12 + "480.webp"


def telling(source: str) -> Snapshot:
    model: Model = replace(proofs(), sources={"proofs": source})
    return Snapshot(model)


LONG = telling("\n".join(f"строка {number}: {'завод' if number % 10 == 0 else 'поле'}" for number in range(200)))
"""An article of 200 lines; every tenth has the word завод."""


def hits(screen: Driven) -> tuple[str, list[str]]:
    """The hit that one is at, and all hits in sight."""
    segments = [each for strip in strips(screen.browser.article)[1:] for each in strip]
    here = [
        each.text for each in segments if each.style and each.style.bgcolor and each.style.bgcolor.name == DARK.mark
    ]
    others = [each.text for each in segments if each.style and each.style.underline]
    return "".join(here), sorted(here + others)


def note(screen: Driven) -> str:
    return " ".join(text(screen.browser.search._note).split())


def top(screen: Driven) -> str:
    """The first line of the text that is shown."""
    return text(screen.browser.article).split("\n")[1].strip(" │")


async def test_every_hit_is_marked_while_typing(ready: Snapshot) -> None:
    async with opened(ready, (80, 40)) as screen:
        await screen.press("enter", "slash", *"беларус")
        assert hits(screen) == ("Беларус", ["Беларус"] * 6)
        assert note(screen) == "hit 1 of 6"
        assert text(screen.browser.search).startswith(" article / беларус")
        assert not text(screen.browser.filter)


async def test_it_goes_to_the_first_hit_from_where_one_was() -> None:
    async with opened(LONG, (60, 20)) as screen:
        await screen.press("enter", "5", "5", "j")
        assert top(screen).startswith("строка 55")
        await screen.press("slash", *"завод")
        assert note(screen) == "hit 7 of 20"
        assert "строка 60: завод" in text(screen.browser.article)


async def test_behind_the_last_hit_it_goes_on_from_the_first() -> None:
    async with opened(LONG, (60, 20)) as screen:
        await screen.press("enter", "G", "slash", *"строка 15")
        assert note(screen) == "hit 1 of 11", "the line 15, before 150 to 159"


async def test_n_and_its_capital_go_round_the_hits() -> None:
    async with opened(LONG, (60, 20)) as screen:
        await screen.press("enter", "slash", *"завод", "enter")
        assert screen.browser.focused is screen.browser.article
        seen = []
        for key in ("n", "n", "N", "N", "N"):
            await screen.press(key)
            seen.append(note(screen))
        assert seen == [f"hit {number} of 20" for number in (2, 3, 2, 1, 20)]
        assert "строка 190: завод" in text(screen.browser.article)
        await screen.press("n")
        assert note(screen) == "hit 1 of 20"


async def test_arrows_go_to_other_hits_while_typing() -> None:
    async with opened(LONG, (60, 20)) as screen:
        await screen.press("enter", "slash", *"завод", "down", "down", "up")
        assert note(screen) == "hit 2 of 20"
        assert screen.browser.focused is screen.browser.search.words


async def test_escape_in_the_field_clears_it_and_returns(ready: Snapshot) -> None:
    async with opened(LONG, (60, 20)) as screen:
        await screen.press("enter", "4", "0", "j", "slash", *"строка 150")
        assert not top(screen).startswith("строка 40")
        await screen.press("escape")
        assert top(screen).startswith("строка 40")
        assert screen.browser.focused is screen.browser.article
        assert hits(screen) == ("", [])
        assert text(screen.browser.filter)
        assert not text(screen.browser.search)


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_back_clears_the_marks_first_and_closes_then(key: str) -> None:
    async with opened(LONG, (60, 20)) as screen:
        await screen.press("enter", "slash", *"строка 150", "enter")
        there = top(screen)
        await screen.press(key)
        assert (hits(screen), top(screen)) == (("", []), there), "one stays where one is"
        assert text(screen.browser.filter)
        await screen.press(key)
        assert screen.browser.focused is screen.browser.items
        assert not text(screen.browser.article)


async def test_without_a_search_n_says_what_searches(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.press("enter", "n")
        assert "/ searches in the article" in text(screen.browser.keys)
        await screen.press("slash", "enter", "N")
        assert "/ searches in the article" in text(screen.browser.keys), "nothing was typed"


async def test_nothing_found_says_so_and_stays() -> None:
    async with opened(LONG, (60, 20)) as screen:
        await screen.press("enter", "2", "0", "j", "slash", *"строка 150x")
        assert note(screen) == "no hit"
        assert top(screen).startswith("строка 20")
        await screen.press("enter", "n", "N")
        assert note(screen) == "no hit"
        await screen.press("escape")
        assert text(screen.browser.filter)


async def test_words_are_kept_for_the_next_search_in_the_same_article() -> None:
    async with opened(LONG, (60, 20)) as screen:
        await screen.press("enter", "slash", *"завод", "enter", "slash", *["backspace", "backspace"])
        assert screen.browser.search.words.value == "зав"
        await screen.press("enter", "escape", "slash")
        assert screen.browser.search.words.value == ""


async def test_closing_the_article_ends_the_search(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.press("enter", "slash", *"лифт", "enter", "enter", "enter")
        assert hits(screen) == ("", [])
        assert text(screen.browser.filter)


@pytest.mark.parametrize("key", ["enter", "tab", "shift+tab"])
async def test_keys_that_leave_the_field_and_keep_the_hit(key: str) -> None:
    async with opened(LONG, (60, 20)) as screen:
        await screen.press("enter", "slash", *"завод", "down", key)
        assert screen.browser.focused is screen.browser.article
        assert note(screen) == "hit 2 of 20"


async def test_another_snapshot_of_the_same_article_keeps_place_and_search() -> None:
    async with opened(LONG, (60, 20)) as screen:
        await screen.press("enter", "slash", *"завод", "enter", "n", "n", "n", "j")
        there = top(screen)
        screen.browser.show(screen.browser._view.over(Snapshot(LONG.model)))
        await screen.settle()
        assert (top(screen), note(screen)) == (there, "hit 4 of 20")
        assert hits(screen)[0] == "завод"


async def test_another_text_is_searched_for_the_same_words() -> None:
    async with opened(LONG, (60, 20)) as screen:
        await screen.press("enter", "slash", *"строка 150", "enter")
        screen.browser.show(screen.browser._view.over(telling("строка 150 и строка 1500")))
        await screen.settle()
        assert note(screen) == "hit 1 of 2"


async def test_keys_that_come_together_keep_their_order() -> None:
    async with opened(LONG, (60, 20)) as screen:
        await screen.press("enter")
        await screen.burst(*"/завод", "enter", *"nn")
        assert note(screen) == "hit 3 of 20"
        await screen.burst(*"/", *["backspace", "backspace"], "escape", "j")
        assert not text(screen.browser.search)


@pytest.mark.parametrize("typed", [".*[", "(", "\\", "[/b]", "[red]", "%s", "{0}"])
async def test_what_is_typed_is_no_pattern_and_no_markup(typed: str) -> None:
    async with opened(telling(f"раз {typed} два")) as screen:
        await screen.press("enter", "slash", *typed)
        assert note(screen) == "hit 1 of 1"
        assert hits(screen)[0] == typed
        assert f"/ {typed}" in text(screen.browser.search)


@pytest.mark.parametrize(
    ("source", "typed", "here"),
    [
        ("Ёлка и елка", "ёл", "Ёл"), ("Straße", "ss", "ß"), ("İzmir", "iz", "İz"), ("заво\u0301д", "од", "о\u0301д"),
        ("表を見る", "見", "見"), ("раз\r\nдва", "з д", "з "), ("станки", "cnfyrb", "станки"), ("a\rb", "a", "a"),
    ],
)  # fmt: skip
async def test_marks_stand_on_the_letters_of_the_text(source: str, typed: str, here: str) -> None:
    async with opened(telling(source)) as screen:
        await screen.press("enter", "slash", *typed)
        assert hits(screen)[0].startswith(here)


async def test_one_letter_with_thousands_of_hits() -> None:
    async with opened(telling("ы " * 10_000), (60, 20)) as screen:
        await screen.press("enter", "slash", "ы", "enter", "N")
        assert note(screen) == "hit 10000 of 10000"
        await screen.press("n")
        assert note(screen) == "hit 1 of 10000"


async def test_blanks_are_not_looked_for(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.press("enter", "slash", " ", " ")
        assert (hits(screen), note(screen)) == (("", []), "")
        await screen.press("enter")
        assert text(screen.browser.filter), "the search is over"


async def test_resizing_keeps_the_hit_in_sight() -> None:
    async with opened(LONG, (60, 20)) as screen:
        await screen.press("enter", "slash", *"строка 150")
        for size in ((140, 45), (30, 12), (20, 5), (200, 50)):
            await screen.resize(*size)
            assert hits(screen)[0] == "строка 150", size


async def test_resizing_keeps_the_place_that_one_scrolled_to() -> None:
    async with opened(LONG, (60, 20)) as screen:
        await screen.press("enter", "slash", *"завод", "enter", "1", "0", "0", "j")
        there = top(screen)
        await screen.resize(80, 24)
        assert top(screen) == there


async def test_the_language_key_translates_the_search(ready: Snapshot) -> None:
    async with opened(ready, (80, 40)) as screen:
        await screen.press("enter", "slash", *"беларус", "enter", "L")
        assert text(screen.browser.search).startswith(" статья / беларус")
        assert note(screen) == "совпадение 1 из 6"
        assert hits(screen)[1] == ["Беларус"] * 6


async def test_another_item_keeps_the_search(ready: Snapshot) -> None:
    async with opened(ready, (80, 40)) as screen:
        await screen.press("enter", "slash", *"беларус", "enter", "n", "tab", "]")
        assert note(screen) == "hit 2 of 6"
        assert hits(screen)[1] == ["Беларус"] * 6


async def test_a_hit_in_what_is_folded_is_shown() -> None:
    async with opened(telling(f"Станки\n{ADDRESS}\nлифты\n"), (80, 20)) as screen:
        await screen.press("enter")
        assert "characters of addresses" in text(screen.browser.article)
        await screen.press("slash", *"480")
        assert hits(screen)[0] == "480"
        assert "characters of addresses" not in text(screen.browser.article)
        await screen.press("escape")
        assert "characters of addresses" in text(screen.browser.article)


async def test_the_footer_has_the_keys_of_the_search(ready: Snapshot) -> None:
    async with opened(ready) as screen:
        await screen.press("enter", "slash")
        for said in ("Enter keep", "Esc clear", "↓ next"):
            assert said in text(screen.browser.keys)
        await screen.press("x", "enter")
        assert "/ search" in text(screen.browser.keys)


@pytest.mark.parametrize("size", [(60, 8), (30, 20), (10, 3)], ids=str)
async def test_on_a_small_screen(ready: Snapshot, size: tuple[int, int]) -> None:
    async with opened(ready, size) as screen:
        await screen.press("enter", "slash", *"лифт", "enter", "n")
        assert hits(screen)[0] == "лифт" or size == (10, 3)
        await screen.press("escape", "escape")
        assert screen.browser.focused is screen.browser.items
