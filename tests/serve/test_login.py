"""Who is let in, how many, how often, and what the log says of them."""

import os
import subprocess
from pathlib import Path

import asyncssh
import pytest

from tests.terminal.conftest import Start
from tuiapp.serve.gate import BUSY, FULL, HALF_OPEN, MANY, OFTEN, Gate, origin
from tuiapp.serve.keyring import Keyring

from .served import GENEROUS, Served


def key(folder: Path, name: str) -> Path:
    path = folder / name
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", path], check=True)
    return path


def fingerprint(path: Path) -> str:
    return subprocess.run(["ssh-keygen", "-lf", path], capture_output=True, text=True, check=True).stdout.split()[1]


def with_keys(*paths: Path) -> list[str]:
    return ["-o", "IdentitiesOnly=yes", *(word for path in paths for word in ("-i", str(path)))]


def test_only_keys_of_the_file_come_in_and_it_is_read_again(tmp_path: Path) -> None:
    known, stranger = key(tmp_path, "known"), key(tmp_path, "stranger")
    allowed = tmp_path / "allowed"
    allowed.write_text(Path(f"{known}.pub").read_text())
    with Served(tmp_path, "--authorized-keys", str(allowed)) as served:

        def comes_in(*keys: Path) -> bool:
            return served.run("list", options=with_keys(*keys)).returncode == 0

        assert comes_in(known)
        assert not comes_in(stranger)
        assert not comes_in()
        # The one that was offered first is not the one that was proven.
        assert comes_in(stranger, known)
        assert {line.split()[2] for line in served.visits()} == {fingerprint(known)}
        allowed.write_text(Path(f"{stranger}.pub").read_text())
        assert comes_in(stranger)
        assert not comes_in(known)
        allowed.unlink()
        assert not comes_in(stranger)


def test_a_certificate_is_logged_as_its_key(tmp_path: Path) -> None:
    signer, known = key(tmp_path, "signer"), key(tmp_path, "known")
    name = "somebody\n2026-01-01T00:00:00Z 127.0.0.1 - forged"
    words = ["ssh-keygen", "-q", "-s", str(signer), "-I", name, "-n", "guest", f"{known}.pub"]
    subprocess.run(words, check=True)
    allowed = tmp_path / "allowed"
    allowed.write_text(f"cert-authority {Path(f'{signer}.pub').read_text()}")
    with Served(tmp_path, "--authorized-keys", str(allowed)) as served:
        for user, status in (("guest", 0), ("other", 255)):
            options = [*with_keys(known), "-l", user]
            assert served.run("list", "--limit", "1", options=options).returncode == status
        served.wait_until(lambda: len(served.visits()) == 1)
        assert served.visits()[0].split()[2] == fingerprint(known)
        assert "forged" not in served.told()


RUBBISH = (b"rubbish", bytes(range(256)) * 10, b"ssh-ed25519 AAAA\n", b"\0" * 1000, b"cert-authority\n")


def test_rubbish_in_the_file_of_keys(tmp_path: Path) -> None:
    known, allowed = key(tmp_path, "known"), tmp_path / "allowed"
    good = Path(f"{known}.pub").read_bytes()
    for text in RUBBISH:
        allowed.write_bytes(text)
        with pytest.raises(ValueError, match=r"allowed has no line that is a key"):
            Keyring(str(allowed), print)
    allowed.write_bytes(b"\n# a comment\nrubbish\n" + good + bytes(range(128, 256)))
    said: list[str] = []
    ring = Keyring(str(allowed), said.append)
    before = ring.keys()
    for text in RUBBISH:
        allowed.write_bytes(text)
        # It is said once, not to everybody who logs in.
        assert ring.keys() is ring.keys() is before
    assert [line.count("has no line that is a key; the keys from before are let in") for line in said] == [1] * 5
    allowed.write_bytes(good)
    assert ring.keys() is not before


def test_only_a_file_holds_the_keys(tmp_path: Path) -> None:
    known, allowed = key(tmp_path, "known"), tmp_path / "allowed"
    allowed.write_bytes(Path(f"{known}.pub").read_bytes())
    said: list[str] = []
    ring = Keyring(str(allowed), said.append)
    allowed.unlink()
    # A pipe that nobody writes to: to open it would wait for ever.
    os.mkfifo(allowed)
    with pytest.raises(OSError, match="is not a regular file"):
        Keyring(str(allowed), said.append)
    assert ring.keys().validate(asyncssh.read_public_key(f"{known}.pub"), "", "127.0.0.1") is None
    assert said == [f"tuiapp: {allowed}: is not a regular file"]


async def test_a_key_that_is_offered_without_a_right_signature_is_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = key(tmp_path, "known")
    with Served(tmp_path, "--authorized-keys", f"{known}.pub", *GENEROUS) as served:
        pair = asyncssh.load_keypairs([str(known)])[0]
        other = asyncssh.generate_private_key("ssh-ed25519")
        monkeypatch.setattr(pair, "sign", lambda data: other.sign(data, b"ssh-ed25519"))
        with pytest.raises(asyncssh.PermissionDenied):
            await asyncssh.connect("127.0.0.1", served.port, known_hosts=None, client_keys=[pair], config=None)
        assert served.visits() == []


@pytest.mark.heavy
def test_over_each_limit_there_is_a_sentence(tmp_path: Path, start: Start) -> None:
    for option, number, sentence in (
        ("--max-sessions", "1", FULL),
        ("--max-per-address", "1", MANY),
        ("--login-rate", "1", OFTEN),
    ):
        state = tmp_path / option
        state.mkdir()
        with Served(state, option, number) as served:
            reader = start(served.client())
            refused = served.run("list")
            assert (refused.returncode, refused.stdout) == (255, "")
            assert sentence in refused.stderr
            reader.send("\x11")
            assert reader.wait_end() == 0


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_the_gate_counts() -> None:
    clock = Clock()
    gate = Gate(2, 3, 60, clock)
    assert [gate.arrives("a"), gate.arrives("a"), gate.arrives("b")] == ["", "", ""]
    assert [gate.proves(), gate.proves()] == ["", ""]
    assert gate.arrives("c") == FULL
    # Who came in half-open before it was full is told later.
    assert gate.proves() == FULL
    gate.leaves("b", proven=True)
    assert gate.arrives("c") == FULL
    gate.leaves("a", proven=True)
    assert gate.arrives("c") == ""
    gate.leaves("c", proven=False)
    gate.leaves("a", proven=True)
    assert len(gate) == 0


def test_the_gate_keeps_places_for_others() -> None:
    gate = Gate(1000, 10, 1000, Clock())
    assert [gate.arrives("a") for _ in range(11)] == [""] * 10 + [MANY]
    told = [gate.arrives(f"10.0.0.{each}") for each in range(HALF_OPEN)]
    assert told == [""] * (HALF_OPEN - 10) + [BUSY] * 10


def test_the_gate_forgets_with_time() -> None:
    clock = Clock()
    gate = Gate(1000, 1000, 30, clock)
    for passed, allowed in ((0, 30), (1, 0), (60, 30), (2, 1)):
        clock.now += passed
        told = [gate.arrives("a") for _ in range(31)]
        assert told.count("") == allowed
        assert set(told) <= {"", OFTEN}
        for _ in range(allowed):
            gate.leaves("a", proven=False)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8::1", "2001:db8::ffff:1", True),
        ("2001:db8:0:1::1", "2001:db8::1", False),
        ("::ffff:10.0.0.1", "10.0.0.1", True),
        ("10.0.0.1", "10.0.0.2", False),
        ("fe80::1%eth0", "fe80::1", True),
    ],
)
def test_one_machine_is_one_address(one: str, other: str, same: bool) -> None:
    assert (origin(one) == origin(other)) is same


def test_the_log_has_one_line_a_session_and_nothing_of_what_was_typed(tmp_path: Path, start: Start) -> None:
    log = tmp_path / "log"
    with Served(tmp_path, "--log", str(log)) as served:
        user = ["-l", "gast", "-o", "SetEnv=LC_X=\x1b[31m"]
        reader = start(served.client(options=user))
        reader.press("/secret")
        reader.send("\x11")
        reader.wait_end()
        served.run("list -q secret")
        served.wait_until(lambda: len(log.read_text().splitlines()) == 2)
    explorer, command = log.read_text().splitlines()
    assert explorer.split()[1:4] == ["127.0.0.1", "-", "explorer"]
    assert explorer.endswith("status=0")
    assert "in=8 " in explorer
    assert command.split()[3] == "command"
    assert log.read_text().replace("\n", "").isprintable()
    for typed in ("secret", "gast", "LC_X"):
        assert typed not in log.read_text()
        assert typed not in served.told()


def test_beyond_loopback_everybody_is_said_to_come_in(tmp_path: Path) -> None:
    with Served(tmp_path, "--listen", "0.0.0.0:0") as served:
        assert "everybody who reaches this address is let in" in served.told()
    (tmp_path / "err").unlink()
    with Served(tmp_path, "--listen", "[::1]:0") as served:
        assert "everybody" not in served.told()
