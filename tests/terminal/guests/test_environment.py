"""No variable leads a guest out, and the server understands its settings."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from ..conftest import Start
from ..program import assert_down_moves
from ..ssh import NoServerError
from .login import (
    Guests,
    fitted,
    given,
    guests,
    only_pid,
    run,
    settings,
    state,
)

HOSTILE = {
    "TUIAPP_RESTRICTED": "",
    "TEXTUAL": "debug,devtools",
    "TEXTUAL_DRIVER": "evil:Driver",
    "TEXTUAL_LOG": "{folder}/log",
    "TEXTUAL_SCREENSHOT": "1",
    "TEXTUAL_SCREENSHOT_LOCATION": "{folder}",
    "TEXTUAL_ALLOW_SIGNALS": "1",
    "TEXTUAL_PRESS": "q",
    "XDG_STATE_HOME": "{folder}",
    "PYTHONPATH": "{folder}",
    "PYTHONHOME": "{folder}",
    "PYTHONSTARTUP": "{folder}/evil.py",
    "PYTHONINSPECT": "1",
    "PYTHONPYCACHEPREFIX": "{folder}/cache",
    "LESSOPEN": "|sh",
    "EDITOR": "sh",
    "PAGER": "sh",
    "SHELL": "/bin/sh",
    "BROWSER": "sh",
    "TMUX": "/nowhere,1,0",
    "COLUMNS": "60000",
    "LANGUAGE": "../../../../etc",
    "LC_ALL": "../../../../etc/passwd",
}


def hostile(folder: Path) -> dict[str, str]:
    (folder / "evil.py").write_text(f"open({str(folder / 'evil ran')!r}, 'w')\n")
    shutil.copy(folder / "evil.py", folder / "sitecustomize.py")
    return {name: value.format(folder=folder) for name, value in HOSTILE.items()}


def sets(variables: dict[str, str]) -> list[str]:
    """Both ways in which a client hands variables over: as its own, and as it likes."""
    assigned = [f'{name}="{value}"' for name, value in variables.items()]
    return ["-tt", "-o", f"SendEnv={' '.join(variables)}", "-o", f"SetEnv={' '.join(assigned)}"]


def test_no_variable_of_a_guest_arrives(login: Guests, start: Start, tmp_path: Path) -> None:
    variables = hostile(tmp_path)
    # The server's own lines take LANG and LC_* from everybody; the block must not be wider.
    start(login.server.client(options=sets(variables)))
    arrived = given(only_pid(login))
    assert {name for name in variables if arrived.get(name) == variables[name]} <= {"LC_ALL", "SHELL"}


def test_where_all_variables_arrive_none_leads_out(tmp_path: Path, start: Start) -> None:
    for name in ("host", "guest"):
        (tmp_path / name).mkdir()
    variables = hostile(tmp_path / "guest")
    lines = settings().replace("AcceptEnv LANG LC_*", "AcceptEnv *")
    try:
        with guests(tmp_path / "host", lines) as login:
            terminal = start(login.server.client(options=sets(variables)))
            assert given(only_pid(login))["TEXTUAL_DRIVER"] == "evil:Driver"
            assert_down_moves(terminal)
            terminal.press("\x1a")
            assert state(only_pid(login)) in "SR"
            terminal.send("\x11")
            assert terminal.wait_end() == 0
            assert login.audit.told() == []
    except NoServerError as reason:
        pytest.skip(str(reason))
    assert sorted(os.listdir(tmp_path / "guest")) == ["evil.py", "sitecustomize.py"]


def test_the_server_understands_the_settings(tmp_path: Path) -> None:
    sshd = shutil.which("sshd", path=f"{os.environ['PATH']}:/usr/sbin")
    if not sshd:
        pytest.skip("no OpenSSH server")
    config = tmp_path / "config"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", tmp_path / "host"], check=True)
    config.write_text(f"HostKey {tmp_path}/host\nAcceptEnv *\n" + settings())
    where = "user=guest,host=localhost,addr=127.0.0.1"
    shown = run([sshd, "-T", "-C", where, "-f", str(config)])
    assert shown.returncode == 0, shown.stderr
    effective = shown.stdout.lower().splitlines()
    for line in settings().splitlines():
        name, _, value = line.strip().lower().partition(" ")
        if name not in ("match", "acceptenv", "maxstartups"):
            assert f"{name} {value}" in effective
    assert [line for line in effective if line.startswith("acceptenv")] == ["acceptenv lang", "acceptenv lc_*"]


def test_the_lines_are_fitted_to_this_machine(tmp_path: Path) -> None:
    assert "/opt" not in fitted(settings(), "-m tuiapp", tmp_path)
