"""The names of asyncssh that it does not document, and that serve/connection.py overrides or reads."""

import inspect

import asyncssh
import pytest
from asyncssh.channel import SSHServerChannel
from asyncssh.compression import Decompressor
from asyncssh.connection import SSHConnection

from tuiapp.serve.connection import Channel, Connection, Inflated

SET = ["_inpbuf", "_deferred_packets", "_transport", "_kex_complete", "_channels", "_decompressor",
       "_protocol_factory", "_pktlen"]  # fmt: skip


def overridden(ours: type, *theirs: type) -> list[str]:
    """Our names with one leading underscore that their classes have too."""
    known = {name for each in theirs for name in dir(each)}
    return [name for name in vars(ours) if name.startswith("_") and not name.startswith("__") and name in known]


def test_what_is_overridden_is_still_called() -> None:
    names = overridden(Connection, asyncssh.SSHServerConnection)
    handlers = [name for name in vars(Connection) if name.startswith("_process_")]
    assert {name for name in handlers if name not in names} == set()
    assert "_packet_handlers" in names
    names = overridden(Channel, SSHServerChannel)
    assert {name for name in vars(Channel) if name.startswith(("_process_", "_accept_"))} == set(names)
    assert "self._accept_data(data)" in inspect.getsource(SSHServerChannel._process_data)


@pytest.mark.parametrize("name", SET)
def test_what_is_read_is_still_set(name: str) -> None:
    assert f"self.{name}" in inspect.getsource(SSHConnection.__init__)


def test_handlers_are_found_by_the_number_of_a_packet() -> None:
    table, theirs = Connection._packet_handlers, asyncssh.SSHServerConnection._packet_handlers
    assert table.keys() == theirs.keys()
    changed = [number for number in table if table[number] is not theirs[number]]
    for number in changed:
        assert table[number].__name__ == theirs[number].__name__


def test_a_channel_is_made_with_the_arguments_that_it_takes() -> None:
    taken = list(inspect.signature(SSHServerChannel.__init__).parameters)[1:]
    assert taken == [
        "conn", "loop", "allow_pty", "line_editor", "line_echo", "line_history", "max_line_length", "encoding",
        "errors", "window", "max_pktsize",
    ]  # fmt: skip


def test_what_is_inflated_has_a_limit() -> None:
    import zlib

    packer = zlib.compressobj()
    small, large = (packer.compress(bytes(size)) + packer.flush(zlib.Z_SYNC_FLUSH) for size in (1000, 10_000_000))
    inflating = Inflated()
    assert isinstance(inflating, Decompressor)
    assert inflating.decompress(small) == bytes(1000)
    assert inflating.decompress(large) is None
    assert Inflated().decompress(b"noise") is None
