"""The arguments that the commands share."""

import argparse
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

from tuiapp import language
from tuiapp.language import Language, deferred, gettext
from tuiapp.orders import BEST, NAMED
from tuiapp.printable import one_line
from tuiapp.snapshot import Question

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

# argparse gets its messages from gettext in the environment's language and ignores --lang, so it gets our functions.
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
    """Prints errors on one printable line, and does not hide that a write failed.

    argparse itself repeats a wrong argument raw, escape sequences and all, and ignores write errors.
    """

    def error(self, message: str) -> NoReturn:
        super().error(one_line(message))

    def _print_message(self, message: str, file: "SupportsWrite[str] | None" = None) -> None:
        (file or sys.stderr).write(message)


def parser(command: str, description: str) -> argparse.ArgumentParser:
    """An empty parser for a command; "" is the explorer."""
    made = _Parser(
        f"tuiapp {command}".rstrip(),
        description=description,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    if command:
        # Taken only to be refused with a reason; the explorer has the option for good, with its help.
        made.add_argument("--restricted", action="store_true", help=argparse.SUPPRESS)
    made.set_defaults(restricted=bool(os.environ.get("TUIAPP_RESTRICTED")))
    return made


def add_paths(parser: argparse.ArgumentParser) -> None:
    """Add the model's paths, and what every command takes."""
    parser.add_argument(
        "paths",
        nargs="*",
        metavar=gettext("PATH"),
        help=gettext("a file, a folder (its *.yaml and *.yml) or - for standard input"),
    )
    add_language(parser)


def add_language(parser: argparse.ArgumentParser) -> None:
    """Add the language and whether the settings are read, which every command takes."""
    parser.add_argument(
        "--lang",
        choices=language.LANGUAGES,
        help=gettext("language of the program and of names (default: the locale's)"),
    )
    parser.add_argument("--no-config", action="store_true", help=gettext("do not read the settings"))


def add_query(parser: argparse.ArgumentParser) -> None:
    """Add what limits the items, and the order of what is found."""
    add_limits(parser)
    parser.add_argument("--sort", choices=tuple(NAMED), default=BEST, help=gettext("the order of the items"))


def add_limits(parser: argparse.ArgumentParser) -> None:
    """Add the query and what else limits the items."""
    # One printable line: JSON output repeats the query and cannot hold a byte that is not UTF-8.
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
    parser.add_argument("--latest", action="store_true", help=gettext("only the newest of each matter"))


def add_at(parser: argparse.ArgumentParser, about: str) -> None:
    """Add the name of one item; `about` says what is done with it."""
    parser.add_argument("--at", type=one_line, metavar=gettext("ARTICLE/ITEM"), help=about)


NEW = (["--into"], ["--url"], ["--publisher"], ["--published"])
"""The options of `tuiapp new` that take a value."""


def add_strict(parser: argparse.ArgumentParser) -> None:
    """Add what refuses a folder with a faulty file."""
    parser.add_argument(
        "--strict", action="store_true", help=gettext("refuse a folder with a faulty file, instead of leaving it out")
    )


def question(options: argparse.Namespace) -> Question:
    """The question in the arguments of `add_query` or `add_limits`."""
    order = getattr(options, "sort", BEST)
    return Question(text=options.query, order=order, rewrite=options.rewrite, latest=options.latest)


def command(given: Sequence[str]) -> tuple[str, list[str]]:
    """The first word of `given` that is neither an option nor an option's value, or "", and all other words."""
    scout = _scout(["--lang"], ["-q", "--query"], ["--format"], ["--limit"], ["--sort"], ["--by"], ["--at"], *NEW)
    scout.add_argument("words", nargs=argparse.REMAINDER)
    words: list[str] = scout.parse_known_args(given)[0].words
    return "".join(words[:1]), [*given[: len(given) - len(words)], *words[1:]]


def language_of(given: Sequence[str], chosen: Language | None = None) -> Language:
    """The language that `given` asks for, else the `chosen` one, else the locale's; needed before a parser is made."""
    asked = _scout(["--lang"]).parse_known_args(given)[0].lang
    return next((each for each in language.LANGUAGES if each == asked), chosen or language.preferred())


def configured(given: Sequence[str]) -> bool:
    """Whether the settings may be read: not for guests, whose parser comes later, and not with --no-config."""
    return not (os.environ.get("TUIAPP_RESTRICTED") or {"--restricted", "--no-config"}.intersection(given))


def _scout(*options: Sequence[str]) -> argparse.ArgumentParser:
    """A parser that reports no errors; the command's own parser does."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    for names in options:
        parser.add_argument(*names, nargs="?")
    return parser
