"""`tuiapp check`."""

import argparse
import os
import sys
from itertools import chain
from time import sleep

from tuiapp.archive import Archive
from tuiapp.cli.arguments import add_paths
from tuiapp.cli.reading import library
from tuiapp.cli.streams import DONE, NOTHING, UNUSABLE, say
from tuiapp.following import quiet, watched
from tuiapp.language import deferred, gettext
from tuiapp.library import Fault, Library, ModelError, reread, survey
from tuiapp.library.watch import SHORTEST, Watch
from tuiapp.present.checking import findings, guessed, summary, warnings
from tuiapp.printable import one_line
from tuiapp.shipped import shipped

HELP = deferred("Check the model, and every quote against its source.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the paths to check."""
    add_paths(parser)
    parser.add_argument("--watch", action="store_true", help=gettext("check again after every change, until Ctrl+C"))
    parser.add_argument(
        "--uncovered",
        action="store_true",
        help=gettext("also print the sentences that say something and that no item quotes"),
    )


def run(options: argparse.Namespace) -> int:
    """Print what is wrong; returns the exit status."""
    if options.watch:
        return _watch(options.paths or [shipped()], options.uncovered)
    try:
        return _tell(library(options.paths), options.uncovered)
    except ModelError as error:
        return _tell(error.faults, options.uncovered)


def _watch(paths: list[str], uncovered: bool) -> int:
    """Print what is wrong now and after each change, until Ctrl+C; returns the status of the last check."""
    there = survey(paths)
    watch = Watch(watched(there), SHORTEST)
    status = DONE
    told: object = None
    try:
        while True:
            found = _found(there)
            if isinstance(found, Library):
                there = found
            if found != told:
                if told is not None:
                    say(gettext("--- the files have changed ---"))
                status = _tell(found, uncovered)
                sys.stdout.flush()
            told = found
            watch.follow(watched(there))
            while not watch.changed():
                sleep(watch.pause)
            quiet(watch)
    except KeyboardInterrupt:
        return status


def _found(before: Library) -> Library | tuple[Fault, ...]:
    try:
        return reread(before, partly=True)
    except ModelError as error:
        return error.faults


def _tell(found: Library | tuple[Fault, ...], uncovered: bool) -> int:
    if isinstance(found, Library):
        return _check(found, uncovered)
    sys.stdout.writelines(f"{fault}\n" for fault in found)
    return UNUSABLE


def _check(found: Library, uncovered: bool) -> int:
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
    doubted = () if found.left_out else warnings(found, archive)
    for warning in chain(doubted, guessed(found)):
        warned += 1
        sys.stdout.write(warning)
    if uncovered:
        _print_uncovered(found, archive)
    say(summary(found.model, archive, warned))
    return NOTHING if wrong else DONE


def _print_uncovered(found: Library, archive: Archive) -> None:
    """Print the sentences that say something and that no item quotes, each with its place in the article's text."""
    # Its tables take 0.1 s to make.
    from tuiapp.draft import uncovered

    for each in uncovered(archive):
        file = found.file_of(each.article)
        path = os.path.normpath(os.path.join(file.listed.folder, file.source.path)) if file.source else each.article
        sys.stdout.write(one_line(f"{path}:{each.line}:{each.column}: {each.words}") + "\n")
