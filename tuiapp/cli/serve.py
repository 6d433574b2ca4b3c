"""`tuiapp serve`."""

import argparse
import os
import re
import sys
from importlib.util import find_spec

from tuiapp import language
from tuiapp.cli.arguments import add_paths, add_strict
from tuiapp.cli.streams import UNUSABLE, say
from tuiapp.language import deferred, gettext
from tuiapp.serve.settings import Settings

_MOST = 1_000_000
"""Of readers, connections or seconds: 1,000,000 seconds are eleven days."""
_ADDRESS = re.compile(r"(?:\[(?P<six>[^][]*:[^][]*)]|(?P<four>[^][:]+)):(?P<port>[0-9]{1,5})")
"""Brackets around an address of IPv6, and around no other: `::1:22` may be a whole address."""

HELP = deferred("Show the explorer to everybody who connects with ssh, without accounts or a shell.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what to show, where, to whom and to how many."""
    usual = Settings()
    add_paths(parser)
    add_strict(parser)
    parser.add_argument(
        "--listen",
        type=_address,
        metavar=gettext("ADDRESS:PORT"),
        default=(usual.address, usual.port),
        help=gettext("where to listen (default: 127.0.0.1:2222, which only this machine reaches)"),
    )
    parser.add_argument(
        "--authorized-keys",
        metavar=gettext("FILE"),
        default="",
        help=gettext("let in only who has one of these keys; read again when it changes (default: everybody)"),
    )
    parser.add_argument(
        "--max-sessions", type=_number, metavar="N", default=usual.max_sessions, help=gettext("readers at once (50)")
    )
    parser.add_argument(
        "--max-per-address",
        type=_number,
        metavar="N",
        default=usual.max_per_address,
        help=gettext("connections from one address (10)"),
    )
    parser.add_argument(
        "--login-rate",
        type=_number,
        metavar="N",
        default=int(usual.login_rate),
        help=gettext("connections a minute from one address (30)"),
    )
    parser.add_argument(
        "--idle-timeout",
        type=_number,
        metavar=gettext("SECONDS"),
        default=int(usual.idle_timeout),
        help=gettext("end a session after so long without a key (1800)"),
    )
    parser.add_argument(
        "--no-commands",
        dest="commands",
        action="store_false",
        help=gettext("do not answer `ssh HOST list`, only show the explorer"),
    )
    parser.add_argument("--user", default="", help=gettext("whom to become if started as root (default: nobody)"))
    parser.add_argument(
        "--log", metavar=gettext("FILE"), default="", help=gettext("one line a session (default: standard error)")
    )


def run(options: argparse.Namespace) -> int:
    """Become the server; returns, with the exit status, only if it cannot be started."""
    if sys.platform != "linux":
        say(gettext("tuiapp: serve runs on Linux alone"))
        return UNUSABLE
    if find_spec("asyncssh") is None:
        say(gettext("tuiapp: serve needs another package: pip install 'tuiapp[serve]'"))
        return UNUSABLE
    # A new program, in which the code that reads models is not even imported: it is the one that strangers talk to.
    flags = ["-I"] * sys.flags.isolated + ["-B"] * sys.flags.dont_write_bytecode
    os.execv(sys.executable, [sys.executable, *flags, "-m", "tuiapp.serve", _settings(options).encoded()])
    return UNUSABLE


def _settings(options: argparse.Namespace) -> Settings:
    address, port = options.listen
    return Settings(
        paths=tuple(options.paths),
        strict=options.strict,
        language=language.spoken(),
        address=address,
        port=port,
        authorized_keys=options.authorized_keys,
        max_sessions=options.max_sessions,
        max_per_address=options.max_per_address,
        idle_timeout=float(options.idle_timeout),
        login_rate=float(options.login_rate),
        commands=options.commands,
        user=options.user,
        log=options.log,
    )


def _address(text: str) -> tuple[str, int]:
    found = _ADDRESS.fullmatch(text)
    if not found or int(found["port"]) > 65535:
        raise argparse.ArgumentTypeError(gettext("an address and a port are due, such as 0.0.0.0:2222 or [::]:2222"))
    return found["six"] or found["four"], int(found["port"])


def _number(text: str) -> int:
    if not text.isdecimal() or len(text) > len(str(_MOST)) or not 1 <= int(text) <= _MOST:
        raise argparse.ArgumentTypeError(gettext("a number is due, from 1 to {most}").format(most=_MOST))
    return int(text)
