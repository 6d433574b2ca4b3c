"""The end of a program that is at fault itself."""

from tuiapp.cli.streams import CRASHED, say
from tuiapp.language import gettext


def crashed(error: Exception) -> int:
    """Say in one line that the program is at fault, and write down why; the exit status."""
    from tuiapp.terminal import logged

    if (file := logged(error)) is None:
        say(gettext("tuiapp: a fault of the program ended it; the details were not written down"))
    else:
        say(gettext("tuiapp: a fault of the program ended it; the details are in {file}").format(file=file))
    return CRASHED
