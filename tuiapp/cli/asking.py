"""Ask a model for the items that a command is about."""

import argparse

from tuiapp.cli.arguments import question
from tuiapp.cli.reading import left_out, library
from tuiapp.cli.streams import DONE, NOTHING, say
from tuiapp.language import gettext
from tuiapp.present.finding import reasons
from tuiapp.snapshot import Answer, Snapshot


def asked(options: argparse.Namespace) -> tuple[Answer, int]:
    """What the arguments ask for, and the exit status; says which files were left out, and why nothing was found."""
    found = library(options.paths, strict=options.strict)
    for fault, more in left_out(found):
        say(gettext("{fault} (and {count} more)").format(fault=fault, count=more) if more else str(fault))
    answer = Snapshot(found.model).ask(question(options))
    for each in reasons(answer):
        say(f"tuiapp: {each}")
    return answer, DONE if len(answer.shown) and not found.left_out else NOTHING
