"""What several tests need: the article, and a snapshot of it."""

import gc
import os
import signal
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tuiapp import language, signs
from tuiapp.library import load
from tuiapp.model import Model
from tuiapp.shipped import shipped
from tuiapp.snapshot import Snapshot

# Read once, when Textual is imported: pictures and bytes must not depend on who runs the tests.
os.environ.update({"TEXTUAL_ANIMATIONS": "none", "TERM": "xterm-256color", "COLORTERM": "truecolor"})
for name in ("NO_COLOR", "LANGUAGE", "LC_ALL", "LC_MESSAGES"):
    os.environ.pop(name, None)
os.environ["LANG"] = "en_US.UTF-8"
# Nobody's own settings: below a file there are none.
os.environ["XDG_CONFIG_HOME"] = os.devnull

# A background job of a shell without job control ignores Ctrl+C, and so would all that the tests start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# No test asserts a time: a busy machine would fail it. `few`, for `.ci/pythons`, has 20 examples in place of a hundred.
calm = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("calm", calm)
settings.register_profile("few", calm, max_examples=20)
settings.load_profile("calm")


def pytest_collection_finish() -> None:
    """Tests and modules live to the end: the collector need not look through them each time, which takes it 0.1 s."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def model() -> Model:
    """The article that the program ships with."""
    return load([shipped()])


@pytest.fixture
def ready(model: Model) -> Snapshot:
    return Snapshot(model)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Every test starts in English with all signs, whatever the one before did."""
    language.use("en")
    signs.use_ascii(False)
    yield
    language.use("en")
    signs.use_ascii(False)
