"""What holds for every test of the screen."""

import pytest

from tuiapp import browser


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The quote follows every key: tests press them faster than anybody holds one."""
    monkeypatch.setattr(browser, "PATIENCE", 0)
