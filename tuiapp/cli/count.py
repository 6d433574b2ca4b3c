"""`tuiapp count`."""

import argparse
import sys

from tuiapp.cli.arguments import add_limits, add_paths, add_strict
from tuiapp.cli.asking import asked
from tuiapp.fields import FACETS, Field
from tuiapp.language import deferred, gettext
from tuiapp.present.counts import FORMATS

HELP = deferred("Count the items that match, by one field or by two.")

_FIELDS = {name: facet for facet in FACETS for name in (facet.name, *facet.scopes)}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what to count, and how."""
    add_paths(parser)
    add_limits(parser)
    add_strict(parser)
    names = ", ".join(facet.name for facet in FACETS)
    parser.add_argument(
        "--by",
        type=_fields,
        required=True,
        metavar=gettext("FIELD[,FIELD]"),
        help=gettext("one field, or two for a table: {names}").format(names=names),
    )
    parser.add_argument("--format", choices=tuple(FORMATS), default="table", help=gettext("how to print them"))


def run(options: argparse.Namespace) -> int:
    """Print the counts; returns the exit status."""
    answer, status = asked(options)
    sys.stdout.writelines(FORMATS[options.format](answer, options.by))
    return status


def _fields(text: str) -> tuple[Field, ...]:
    """The fields that `text` names, one or two."""
    names = text.split(",")
    found = tuple(_FIELDS[name] for name in names if name in _FIELDS)
    if len(found) < len(names) or len(found) > 2:
        known = ", ".join(facet.name for facet in FACETS)
        raise argparse.ArgumentTypeError(gettext("one or two of these are due: {names}").format(names=known))
    return found
