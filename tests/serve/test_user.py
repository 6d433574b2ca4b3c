"""Started as root: the server and its sessions are somebody who may do less."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.conftest import Start
from tests.terminal.program import assert_down_moves, environment
from tuiapp.serve.users import NOBODY, become

from .public import interpreter
from .served import FOLDER, Served, copied, status

if os.geteuid():
    pytest.skip("only root can become somebody else", allow_module_level=True)


@pytest.fixture(scope="module")
def room() -> Iterator[Path]:
    """A folder that everybody may enter, with the program in it; those of pytest are for its user alone."""
    with tempfile.TemporaryDirectory() as name:
        os.chmod(name, 0o755)
        python = interpreter(Path(name))
        tried = subprocess.run(
            [python, "-IBc", "import tuiapp.app, asyncssh"],
            env=environment(LD_LIBRARY_PATH=f"{name}/lib"),
            user=NOBODY,
            group=pwd.getpwnam(NOBODY).pw_gid,
            capture_output=True,
            check=False,
        )
        if tried.returncode:
            pytest.skip(f"{NOBODY} cannot run a copy of this Python: {tried.stderr.decode()[-200:]}")
        copied(FOLDER, Path(name) / "model")
        yield Path(name)


def served(room: Path, state: Path, *options: str, model: str = "model", wait: bool = True) -> Served:
    (python,) = (room / "bin").iterdir()
    program = [str(python), "-IB", "-m", "tuiapp", "serve", str(room / model), "--listen", "127.0.0.1:0", *options]
    return Served(state, program=program, wait=wait, LD_LIBRARY_PATH=str(room / "lib"))


def test_server_and_sessions_are_nobody(room: Path, tmp_path: Path, start: Start) -> None:
    tmp_path.chmod(0o700)
    log = tmp_path / "log"
    with served(room, tmp_path, "--log", str(log)) as nobodys:
        assert "runs as nobody" in nobodys.told()
        terminal = start(nobodys.client())
        assert_down_moves(terminal)
        for pid in (nobodys.process.pid, *nobodys.warm(), *nobodys.sessions()):
            lines = Path(f"/proc/{pid}/status").read_text().splitlines()
            known = dict(line.split(":\t", 1) for line in lines if ":\t" in line)
            user = pwd.getpwnam(NOBODY)
            assert set(known["Uid"].split()) == {str(user.pw_uid)}
            assert set(known["Gid"].split()) == {str(user.pw_gid)}
            assert set(known["Groups"].split()) <= {str(user.pw_gid)}
            assert int(known["CapEff"], 16) == int(known["CapPrm"], 16) == 0
        (session,) = nobodys.sessions()
        assert status(session, "NoNewPrivs") == 1
        assert nobodys.run("list", "--limit", "1").returncode == 0
        # The files change, and another warm process is started, by nobody too.
        article = room / "model" / "export-2026-03.yaml"
        copy = article.with_name("export-2026-04.yaml")
        copy.write_text(article.read_text("utf-8").replace("export-2026-03", "export-2026-04"), "utf-8")
        terminal.wait_for("The articles have changed")
        terminal.send("R")
        terminal.wait_for("9 articles")
        # Nobody may write where root has put the log: it goes on where it was, and says so.
        log.rename(tmp_path / "log.1")
        nobodys.process.send_signal(signal.SIGHUP)
        nobodys.wait_until(lambda: "the log cannot be opened again" in (tmp_path / "log.1").read_text())
        terminal.send("\x11")
        assert terminal.wait_end() == 0
        nobodys.wait_until(lambda: "explorer" in (tmp_path / "log.1").read_text())
        copy.unlink()
    key = tmp_path / "tuiapp" / "ssh_host_ed25519_key"
    assert (key.stat().st_uid, key.stat().st_mode & 0o777) == (0, 0o600)


def test_what_nobody_cannot_read_is_said(room: Path, tmp_path: Path) -> None:
    keys = tmp_path / "keys"
    keys.write_text("")
    tmp_path.chmod(0o700)
    secret = copied(FOLDER, room / "secret")
    secret.chmod(0o700)
    for options, model, words in (
        (["--authorized-keys", str(keys)], "model", f"{keys}: permission denied"),
        ([], "secret", f"{secret}:1:1: $: permission denied"),
        (["--user", "no-such-user"], "model", "there is no user no-such-user"),
    ):
        with served(room, tmp_path, *options, model=model, wait=False) as refused:
            assert refused.process.wait(60) == 2
            assert words in refused.told()
            assert "Traceback" not in refused.told()
    shutil.rmtree(secret)


@pytest.mark.parametrize("file", ["executable", "tuiapp"])
def test_a_program_that_nobody_can_read_is_said(file: str, room: Path, tmp_path: Path) -> None:
    (python,) = (room / "bin").iterdir()
    hidden = python if file == "executable" else next(room.glob("lib/*/site-packages/tuiapp"))
    hidden.chmod(0o700)
    try:
        with served(room, tmp_path, wait=False) as refused:
            assert refused.process.wait(60) == 2
            assert "nobody cannot read" in refused.told()
            assert str(hidden) in refused.told()
    finally:
        hidden.chmod(0o755)


def test_a_root_without_the_right_to_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "initgroups", refused)
    with pytest.raises(ValueError, match="may not become nobody"):
        become("")
