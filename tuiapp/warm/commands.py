"""The commands that `ssh HOST COMMAND` may give: those that only read. Words are split as a shell does, without one."""

import shlex
import sys

from tuiapp.cli import COMMANDS, arguments, module
from tuiapp.cli.streams import UNUSABLE, say
from tuiapp.config import Settings
from tuiapp.language import gettext, spoken, use

READING = tuple(name for name in ("list", "count", "brief") if name in COMMANDS)
"""Their options name no files, and their paths are refused here: what is shown is for the host to say."""


def run(text: str) -> int:
    """Run the command in `text`; returns the exit status, or exits as argparse does."""
    try:
        words = shlex.split(text)
    except ValueError:
        words = []
    if not words or words[0] not in READING:
        told = gettext("tuiapp: nothing but {commands} is answered here; `ssh -t` alone opens the explorer")
        say(told.format(commands=", ".join(READING)))
        return UNUSABLE
    name, *given = words
    use(arguments.language_of(given, spoken()))
    parser = arguments.parser(name, gettext(module(name).HELP))
    module(name).add_arguments(parser)
    parser.set_defaults(settings=Settings())
    options = parser.parse_args(given)
    if options.paths:
        say(gettext("tuiapp: which articles are read is for the host to say; `-q WORDS` filters them"))
        return UNUSABLE
    status: int = module(name).run(options)
    sys.stdout.flush()
    return status
