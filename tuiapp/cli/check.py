"""`tuiapp check`."""

import argparse
import sys

from tuiapp.archive import Archive
from tuiapp.cli.arguments import add_paths
from tuiapp.cli.reading import library
from tuiapp.cli.streams import DONE, NOTHING, UNUSABLE, say
from tuiapp.language import deferred
from tuiapp.library import ModelError
from tuiapp.present.checking import findings, summary, warnings

HELP = deferred("Check the model, and every quote against its source.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the paths to check."""
    add_paths(parser)


def run(options: argparse.Namespace) -> int:
    """Print what is wrong; returns the exit status."""
    try:
        found = library(options.paths)
    except ModelError as error:
        sys.stdout.writelines(f"{fault}\n" for fault in error.faults)
        return UNUSABLE
    archive = Archive(found.model)
    known = set(found.faults)
    faults = [*found.faults, *(fault for fault in found.left_out if fault not in known)]
    sys.stdout.writelines(f"{fault}\n" for fault in faults)
    wrong = len(faults)
    for finding in findings(found, archive):
        wrong += 1
        sys.stdout.write(finding)
    warned = 0
    # Names that nothing seems to use may be used in the files that were left out.
    for warning in () if found.left_out else warnings(found, archive):
        warned += 1
        sys.stdout.write(warning)
    say(summary(found.model, archive, warned))
    return NOTHING if wrong else DONE
