"""`tuiapp schema`."""

import argparse
import sys

from tuiapp.cli.streams import DONE
from tuiapp.language import deferred

HELP = deferred("Print the model's JSON Schema.")


def add_arguments(_: argparse.ArgumentParser) -> None:
    """Add nothing: the command has no arguments."""


def run(_: argparse.Namespace) -> int:
    """Print the schema; returns the exit status."""
    from tuiapp.present.schema import schema

    sys.stdout.write(schema())
    return DONE
