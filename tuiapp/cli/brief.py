"""`tuiapp brief`."""

import argparse
import sys

from tuiapp.cli.arguments import add_at, add_paths, add_query, add_strict
from tuiapp.cli.asking import found
from tuiapp.language import deferred, gettext
from tuiapp.present.brief import FORMATS, GROUPS, Brief

HELP = deferred("Print a document of the items that match, with a footnote for every quote.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the document is about, and how it is written."""
    add_paths(parser)
    add_query(parser)
    add_at(parser, gettext("print this item alone"))
    add_strict(parser)
    parser.add_argument("--by", choices=GROUPS, default=GROUPS[0], help=gettext("what the items are put together by"))
    parser.add_argument("--format", choices=tuple(FORMATS), default="md", help=gettext("how to print them"))


def run(options: argparse.Namespace) -> int:
    """Print the document; returns the exit status."""
    answer, numbers, status = found(options)
    if numbers:
        sys.stdout.writelines(FORMATS[options.format](Brief(answer, numbers, options.by)))
    return status
