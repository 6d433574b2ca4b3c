"""Words found anywhere in a text: places are those of the text, whatever folding does to its letters."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiapp.fold import Folded, fold, within


@pytest.mark.parametrize(
    ("text", "typed", "found", "why"),
    [
        ("Завод и ЗАВОДЫ", "завод", ["Завод", "ЗАВОД"], "in any case, and inside a word"),
        ("ёлка, елка", "елк", ["ёлк", "елк"], "ё is е"),
        ("ёлка, елка", "ёлк", ["ёлк", "елк"], "and е is ё"),
        ("заво\u0301д", "вод", ["во\u0301д"], "a stress mark is no letter, and belongs to its letter"),
        ("завода\u0301", "завода", ["завода\u0301"], "at the end, too"),
        ("Straße", "asse", ["aße"], "one letter folds to two"),
        ("Straße", "s", ["S", "ß"], "whose halves are one hit"),
        ("ße", "se", ["ße"], "half a letter is marked whole"),
        ("İstanbul", "ist", ["İst"], "two characters in lower case fold to one letter"),
        ("аб’ект", "абект", ["аб’ект"], "an apostrophe is no letter"),
        ("wait… what", "...", ["…"], "a character that folds to three"),
        ("раз\r\n  два", "раз два", ["раз\r\n  два"], "a line may break anywhere"),
        ("раз\tдва", "раз  два", ["раз\tдва"], "any white space is one blank, in the words too"),
        ("a.*[b", ".*[", [".*["], "to the letter, no pattern"),
        ("станки", "cnfyrb", ["станки"], "on the other layout"),
        ("maz", "ьфя", ["maz"], "from Russian to Latin, too"),
        ("cnfyrb станки", "cnfyrb", ["cnfyrb"], "but what stands there as typed is meant so"),
        ("aaaa", "aa", ["aa", "aa"], "hits do not overlap"),
        ("а  б", "  ", [], "blanks alone are not looked for"),
        ("аб", "", [], "nor is nothing"),
        ("", "а", [], "nothing stands in no text"),
        ("а'б", "'", [], "nothing is left of an apostrophe"),
        ("表を見る", "を", ["を"], "wide letters are letters"),
        ("a" + "\u0301" * 20 + "b", "ab", ["a" + "\u0301" * 20 + "b"], "any number of marks"),
    ],
)
def test_find(text: str, typed: str, found: list[str], why: str) -> None:
    assert [text[start:end] for start, end in Folded(text).find(typed)] == found, why


TEXTS = st.text(alphabet="аеёЁ \n\t'ßİsi…\u0301№x", max_size=40)


@given(TEXTS, st.integers(0, 40), st.integers(1, 5))
def test_every_part_of_a_text_is_found_where_it_stands(text: str, at: int, size: int) -> None:
    asked = text[at : at + size]
    places = Folded(text).find(asked)
    wanted = " ".join(fold(asked).split())
    assert bool(places) >= bool(wanted)
    assert all(wanted in " ".join(fold(text[start:end]).split()) for start, end in places)
    assert all(before[1] <= after[0] for before, after in pairwise(places))
    assert all(0 <= start < end <= len(text) for start, end in places)


def test_no_more_places_than_anyone_goes_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(within, "MOST", 3)
    assert Folded("ababab abab").find("a") == [(0, 1), (2, 3), (4, 5)]
