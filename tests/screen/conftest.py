"""A fixture for every test of the screen."""

import pytest

from tuiapp import browser


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the quote follow every key: tests press keys faster than a held key repeats."""
    monkeypatch.setattr(browser, "PATIENCE", 0)
