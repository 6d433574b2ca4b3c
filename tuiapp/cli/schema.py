"""`tuiapp schema`."""

import argparse
import sys

from tuiapp.cli.arguments import add_language
from tuiapp.cli.streams import DONE
from tuiapp.language import deferred

HELP = deferred("Print the model's JSON Schema.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the language: the schema has none, but its help and errors do."""
    add_language(parser)


def run(_: argparse.Namespace) -> int:
    """Print the schema; returns the exit status."""
    from tuiapp.present.schema import schema

    sys.stdout.write(schema())
    return DONE
