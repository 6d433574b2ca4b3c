"""Ask a model for the items that a command is about."""

import argparse

from tuiapp.cli.arguments import question
from tuiapp.cli.reading import library, say_left_out, snapshot
from tuiapp.cli.streams import DONE, NOTHING, say
from tuiapp.language import gettext
from tuiapp.present.finding import reasons
from tuiapp.snapshot import Answer
from tuiapp.wording import in_marks


def found(options: argparse.Namespace) -> tuple[Answer, list[int], int]:
    """As `asked`, with the items to print: that of `--at` alone, if it is among those that were found."""
    answer, status = asked(options)
    if options.at is None:
        return answer, answer.shown.window(0, len(answer.shown)), status
    number = answer.snapshot.archive.numbered(options.at)
    if number is not None and answer.shown.row_of(number) is not None:
        return answer, [number], status
    other = gettext("tuiapp: the item {name} is not among those that were found").format(name=in_marks(options.at))
    say(absent(options.at) if number is None else other)
    return answer, [], NOTHING


def absent(name: str) -> str:
    """That there is no item of this name."""
    return gettext("tuiapp: there is no item {name}").format(name=in_marks(name))


def asked(options: argparse.Namespace) -> tuple[Answer, int]:
    """What the arguments ask for, and the exit status; says which files were left out, and why nothing was found."""
    opened = library(options.paths, strict=options.strict)
    say_left_out(opened)
    answer = snapshot(opened).ask(question(options))
    for each in reasons(answer):
        say(f"tuiapp: {each}")
    return answer, DONE if len(answer.shown) and not opened.left_out else NOTHING
