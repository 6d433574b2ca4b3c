"""`--ascii`, for terminals that can show only ASCII signs."""

import pytest

from tests.screen.driving import opened
from tests.screen.models import latin
from tuiapp import signs
from tuiapp.snapshot import Snapshot


@pytest.mark.parametrize(
    "keys",
    [["j"], ["n"], ["n", "n"], ["n", "enter"], ["slash", "x"], ["slash", *"жжжж"], ["f", "space", "j"], ["j", "enter"],
     ["y"], ["ctrl+c"], ["w"], ["question_mark"], ["question_mark", "G"], ["v"], ["ctrl+p"]],
    ids=" ".join,
)  # fmt: skip
async def test_what_is_ours_is_ascii(keys: list[str]) -> None:
    signs.use_ascii(True)
    async with opened(Snapshot(latin())) as screen:
        await screen.press(*keys)
        typed = "".join(key for key in keys if len(key) == 1)
        assert {each for each in screen.picture if not each.isascii()} <= set(typed)
