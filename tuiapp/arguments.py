"""What may be said on the command line, one parser a command."""

import argparse
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

from tuiapp import __version__, language
from tuiapp.language import deferred, gettext
from tuiapp.model import Language
from tuiapp.present.formats import FORMATS
from tuiapp.printable import one_line

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

# argparse takes its own words from gettext, but from a catalogue of the environment's language: --lang is none of it.
vars(argparse).update(_=gettext, ngettext=language.ngettext)
_ARGPARSE = [
    deferred("usage: "),
    deferred("positional arguments"),
    deferred("options"),
    deferred("show this help message and exit"),
    deferred("%(prog)s: error: %(message)s\n"),
    deferred("argument %(argument_name)s: %(message)s"),
    deferred("unrecognized arguments: %s"),
    deferred("ignored explicit argument %r"),
    deferred("expected one argument"),
    deferred("invalid choice: %(value)r (choose from %(choices)s)"),
]


class _Parser(argparse.ArgumentParser):
    """argparse repeats a wrong argument as it came, escapes and all, and is silent about what it could not print."""

    def error(self, message: str) -> NoReturn:
        super().error(one_line(message))

    def _print_message(self, message: str, file: "SupportsWrite[str] | None" = None) -> None:
        (file or sys.stderr).write(message)


def _parser(command: str, description: str) -> argparse.ArgumentParser:
    prog = f"tuiapp {command}".rstrip()
    parser = _Parser(
        prog, description=description, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )
    parser.set_defaults(restricted=bool(os.environ.get("TUIAPP_RESTRICTED")))
    return parser


def _paths(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        metavar=gettext("PATH"),
        help=gettext("a file, a folder (its *.yaml and *.yml) or - for standard input"),
    )
    parser.add_argument("--lang", choices=language.LANGUAGES, help=gettext("language of words and names; the locale's"))


def _query(parser: argparse.ArgumentParser) -> None:
    # On one line and printable, because JSON repeats its words and cannot hold a byte that is no UTF-8.
    parser.add_argument(
        "-q",
        "--query",
        type=one_line,
        default="",
        metavar=gettext("QUERY"),
        help=gettext("what to filter by, such as sector:lift"),
    )
    parser.add_argument(
        "--no-rewrite", dest="rewrite", action="store_false", help=gettext("do not try the other layout and script")
    )


def command(given: Sequence[str]) -> tuple[str, list[str]]:
    """The first word of `given` that is neither an option nor an option's value, and all others; it may be empty."""
    scout = _scout(["--lang"], ["-q", "--query"], ["--format"], ["--limit"])
    scout.add_argument("words", nargs=argparse.REMAINDER)
    words: list[str] = scout.parse_known_args(given)[0].words
    return "".join(words[:1]), [*given[: len(given) - len(words)], *words[1:]]


def language_of(given: Sequence[str]) -> Language:
    """The language that `given` asks for, or else the locale; to be known before any parser is made."""
    asked = _scout(["--lang"]).parse_known_args(given)[0].lang
    return next((each for each in language.LANGUAGES if each == asked), language.preferred())


def _scout(*options: Sequence[str]) -> argparse.ArgumentParser:
    """Finds nothing wrong: what is, the command's own parser says."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    for names in options:
        parser.add_argument(*names, nargs="?")
    return parser


def explore() -> argparse.ArgumentParser:
    """`tuiapp`: everything that is not one of the commands."""
    parser = _parser("", gettext("What articles say about industrial cooperation, each item with its checked quote."))
    parser.epilog = gettext(
        """\
commands:
  tuiapp [PATH...]         open the explorer; without a path, on the article that it ships with
  tuiapp list [PATH...]    print the items that match, best first
  tuiapp check [PATH...]   check the model, and every quote against its source
  tuiapp schema            print the model's JSON Schema

examples:
  tuiapp -q lift
  tuiapp list -q 'sector:станк' --format json
  tuiapp check

exit status: 0 done; 1 list found nothing, check found something; 2 the command or the model cannot be used
"""
    )
    _paths(parser)
    _query(parser)
    parser.add_argument(
        "--ascii", action="store_true", help=gettext("no signs outside ASCII in what is the program's own")
    )
    parser.add_argument(
        "--plain", action="store_true", help=gettext("line by line, for screen readers and poor terminals")
    )
    parser.add_argument(
        "--restricted",
        action="store_true",
        default=parser.get_default("restricted"),  # only ever on: no argument takes it back
        help=gettext(
            "for guests: read the model and nothing else, write and start nothing; so does TUIAPP_RESTRICTED=1"
        ),
    )
    parser.add_argument(
        "--version", action="version", version=f"tuiapp {__version__}", help=gettext("print the version")
    )
    return parser


def listing() -> argparse.ArgumentParser:
    """`tuiapp list`."""
    parser = _parser("list", gettext("Print the items that match, best first."))
    _paths(parser)
    _query(parser)
    parser.add_argument("--format", choices=tuple(FORMATS), default="table")
    parser.add_argument("--limit", type=_count, metavar="N", help=gettext("print the first N items"))
    return parser


def check() -> argparse.ArgumentParser:
    """`tuiapp check`."""
    parser = _parser("check", gettext("Check the model, and every quote against its source."))
    _paths(parser)
    return parser


def schema() -> argparse.ArgumentParser:
    """`tuiapp schema`."""
    return _parser("schema", gettext("Print the model's JSON Schema."))


def _count(text: str) -> int:
    try:
        count = int(text)
    except ValueError:
        count = -1
    if count < 0:
        raise argparse.ArgumentTypeError(gettext("a number is due, at least 0"))
    return count
