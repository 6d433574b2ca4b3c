"""`tuiapp list`."""

import argparse
import os
import sys

from tuiapp.cli.arguments import add_at, add_paths, add_query, add_strict
from tuiapp.cli.asking import found
from tuiapp.language import deferred, gettext
from tuiapp.present.formats import FORMATS, Listing

HELP = deferred("Print the items that match, best first.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what to list, and how."""
    add_paths(parser)
    add_query(parser)
    add_at(parser, gettext("print this item alone"))
    add_strict(parser)
    parser.add_argument("--format", choices=tuple(FORMATS), default="table", help=gettext("how to print them"))
    parser.add_argument("--limit", type=_count, metavar="N", help=gettext("print the first N items"))


def run(options: argparse.Namespace) -> int:
    """Print the items; returns the exit status."""
    answer, numbers, status = found(options)
    if options.limit is not None:
        numbers = numbers[: options.limit]
    # A terminal of unknown size reports 0 columns.
    width = os.get_terminal_size(sys.stdout.fileno()).columns or None if sys.stdout.isatty() else None
    sys.stdout.writelines(FORMATS[options.format](Listing(answer, numbers, width, options.settings.columns)))
    return status


def _count(text: str) -> int:
    try:
        count = int(text)
    except ValueError:
        count = -1
    if count < 0:
        raise argparse.ArgumentTypeError(gettext("a number is due, at least 0"))
    return count
