"""With a large model only the visible rows are drawn."""

from collections.abc import Sequence

import pytest

from tests.screen.driving import opened, text
from tests.screen.models import many
from tuiapp.archive import Archive
from tuiapp.present.lines import Line
from tuiapp.present.rows import item_row
from tuiapp.search import Match
from tuiapp.snapshot import Snapshot


@pytest.fixture(scope="module")
def large() -> Snapshot:
    return Snapshot(many(100_000))


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the items whose rows were formatted."""
    ids: list[str] = []

    def counted(archive: Archive, number: int, matches: Sequence[Match], width: int, order: tuple[str, ...]) -> Line:
        ids.append(archive.model.items[number].id)
        return item_row(archive, number, matches, width, order)

    monkeypatch.setattr("tuiapp.widgets.item_list.item_row", counted)
    return ids


async def test_opening_draws_only_the_rows_on_the_screen(large: Snapshot, drawn: list[str]) -> None:
    async with opened(large) as screen:
        assert "100000 of 100000" in text(screen.browser.filter)
        assert set(drawn) == {f"{number}" for number in range(len(screen.rows))}


@pytest.mark.parametrize("keys", [["G"], ["j"], ["pagedown"], ["G", "k"], ["slash", "l"]], ids=" ".join)
async def test_a_key_draws_only_the_rows_on_the_screen(large: Snapshot, drawn: list[str], keys: list[str]) -> None:
    async with opened(large) as screen:
        *before, last = keys
        await screen.press(*before)
        drawn.clear()
        await screen.press(last)
        assert 0 < len(drawn) <= 3 * screen.browser.items.size.height
        assert all(f"Item {number} " in "\n".join(screen.rows) for number in drawn)
