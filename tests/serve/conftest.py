"""Servers for the tests, and a client on a terminal."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.conftest import start  # noqa: F401

from .served import FOLDER, GENEROUS, Served, copied


@pytest.fixture(scope="session", autouse=True)
def _client() -> None:
    if not shutil.which("ssh"):
        pytest.skip("no OpenSSH client")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One server for the tests of a module, with limits that are not in their way."""
    with Served(tmp_path_factory.mktemp("serve"), *GENEROUS) as made:
        yield made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A model that the test may change."""
    return copied(FOLDER, tmp_path / "model")
