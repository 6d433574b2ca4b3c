"""A login for guests, and the watch over what their programs do."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ..ssh import NoServerError
from .login import Audit, Guests, guests


@pytest.fixture(scope="module")
def login(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guests]:
    try:
        with guests(tmp_path_factory.mktemp("guests")) as made:
            yield made
    except NoServerError as reason:
        pytest.skip(str(reason))


@pytest.fixture(autouse=True)
def nothing_done(request: pytest.FixtureRequest) -> Iterator[None]:
    """Whatever a test tries as a guest, no program did what it must not."""
    if "login" not in request.fixturenames:
        yield
        return
    audit: Audit = request.getfixturevalue("login").audit
    audit.told()
    yield
    assert audit.told() == []


@pytest.fixture
def audit(tmp_path: Path) -> Iterator[Audit]:
    made = Audit(tmp_path)
    yield made
    made.close()
