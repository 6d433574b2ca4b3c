"""Handle an internal error of the program."""

from tuiapp.cli.streams import CRASHED, say
from tuiapp.language import gettext


def crashed(error: Exception) -> int:
    """Report an internal error in one line and log its details; returns the exit status."""
    from tuiapp.terminal import logged

    if (file := logged(error)) is None:
        say(gettext("tuiapp: a fault of the program ended it; the details were not written down"))
    else:
        say(gettext("tuiapp: a fault of the program ended it; the details are in {file}").format(file=file))
    return CRASHED
