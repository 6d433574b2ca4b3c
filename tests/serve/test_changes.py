"""Files that change while the server runs: who is told, who sees them, and how long the old ones stay."""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from unittest.mock import Mock

import pytest

from tests.terminal.conftest import Start
from tests.terminal.program import assert_down_moves, row, typed
from tuiapp.serve.sentences import BEHIND
from tuiapp.serve.server import OLDER
from tuiapp.serve.session import RENEWAL, REST, Session

from .served import Served, gone

NOTICE = "The articles have changed; R shows them."


def add_article(folder: Path, name: str = "export-2026-04") -> None:
    text = (folder / "export-2026-03.yaml").read_text("utf-8").replace("export-2026-03", name)
    (folder / f"{name}.yaml").write_text(text, "utf-8")


def test_readers_are_told_of_changed_files_and_r_shows_them(folder: Path, tmp_path: Path, start: Start) -> None:
    with Served(tmp_path, model=folder) as served:
        reader, other = start(served.client()), start(served.client())
        reader.press("/lift\r")
        reader.press("j")
        here, old = row(reader), served.warm()
        reader.send("R")
        reader.wait_for("The articles have not changed.")
        add_article(folder)
        for terminal in (reader, other):
            terminal.wait_for(NOTICE)
        assert_down_moves(other)
        reader.send("R")
        reader.wait_for("9 articles")
        reader.settle()
        assert (typed(reader), row(reader)) == ("lift", here)
        assert "8 articles" in other.text()
        assert "9 articles" in start(served.client()).text()
        assert len(served.warm()) == 2
        other.send("\x11")
        served.wait_until(lambda: gone(old[0]))
        reader.send("k")
        reader.wait_until(lambda: row(reader) not in ("", here))


def changed(served: Served, folder: Path, name: str) -> None:
    """Change the files, and wait until the server has read them again."""
    before = served.told().count("the articles have changed")
    add_article(folder, name)
    served.wait_until(lambda: served.told().count("the articles have changed") > before)


def test_a_reader_who_never_presses_r_goes_on_when_too_many_are_older(
    folder: Path, tmp_path: Path, start: Start
) -> None:
    with Served(tmp_path, model=folder) as served:
        first = start(served.client(), LANG="ru_RU.UTF-8")
        first.press("/lift\r")
        first.press("j")
        here, old = row(first), served.warm()
        later = []
        for each in range(OLDER):
            changed(served, folder, f"export-2027-0{each}")
            later.append(start(served.client()))
        assert served.warm()[0] == old[0]
        changed(served, folder, "export-2028-01")
        first.wait_for("Статьи часто менялись")
        first.settle()
        assert (typed(first), row(first)) == ("lift", here)
        served.wait_until(lambda: gone(old[0]))
        assert len(served.warm()) == OLDER + 1
        first.send("k")
        first.wait_until(lambda: row(first) not in ("", here))
        assert "Статьи часто менялись" not in first.text()
        for each, terminal in enumerate(later):
            assert f"{9 + each} articles" in terminal.text()


@pytest.mark.heavy
def test_a_session_that_is_too_old_and_stalled_is_ended(folder: Path, tmp_path: Path, start: Start) -> None:
    with Served(tmp_path, model=folder) as served:
        stalled = start(served.client())
        (pid,), old = served.sessions(), served.warm()
        os.kill(pid, signal.SIGSTOP)
        for each in range(OLDER):
            changed(served, folder, f"export-2027-0{each}")
            start(served.client())
        changed(served, folder, "export-2028-01")
        served.wait_until(lambda: gone(pid) and gone(old[0]))
        assert stalled.wait_end() != 0
        assert len(served.sessions()) == OLDER


def test_a_model_that_breaks_keeps_the_last_good_one(folder: Path, tmp_path: Path, start: Start) -> None:
    with Served(tmp_path, "--strict", model=folder) as served:
        before = served.warm()
        (folder / "broken.yaml").write_text("article: 1\n")
        served.wait_until(lambda: "what was read before is shown" in served.told())
        assert "broken.yaml:1:" in served.told()
        served.wait_until(lambda: served.warm() == before)
        assert_down_moves(start(served.client()))
        (folder / "broken.yaml").unlink()
        served.wait_until(lambda: "the articles have changed" in served.told())


async def test_who_types_is_left_alone_for_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    now, did, waiting = [0.0], list[object](), list[Callable[[], object]]()
    session = Session(Mock(), Mock(), Mock(), "")
    session._wires = Mock()
    warmer = session.warmer = Mock()
    session._channel, session._number, session._loop = Mock(), 7, Mock(time=lambda: now[0])
    warmer.renew = did.append
    monkeypatch.setattr(session, "_later", lambda _, action: waiting.append(action))
    monkeypatch.setattr(session, "leave", did.append)

    def after(seconds: float, *, typing: bool = False) -> list[object]:
        did.clear()
        now[0] += seconds
        if typing:
            session.data_received(b"j", None)
        waiting.pop()()
        return list(did)

    session._typed_at = 0.0
    session.renew()
    assert did == []
    assert after(REST - 0.1) == []
    assert after(0.1, typing=True) == []
    assert after(REST) == [7]
    # It has not gone on; perhaps because it was about to paint.
    assert after(REST, typing=True) == [7]
    assert after(RENEWAL) == [BEHIND]
    assert waiting == []
    session.renew()
    session.warmer = Mock()
    assert after(REST) == []
    assert waiting == []
