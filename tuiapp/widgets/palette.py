"""The command palette: finds commands by a part of their description, and shows the keys that do the same.

It replaces Textual's palette, which collects its commands in the background. There Enter ended the program in three
cases: if it was pressed before the commands had been collected, twice in a row, or while the palette was closing.
"""

from collections.abc import Callable

from tuiapp.keys import labels, shortcut
from tuiapp.keytable import Key
from tuiapp.language import gettext
from tuiapp.legend import commands
from tuiapp.terminal import restricted
from tuiapp.widgets.choosing import Choice, Choosing


class Palette(Choosing):
    """Asks for a command."""

    def __init__(self, choose: Callable[[Key], object]) -> None:
        super().__init__(
            "", gettext("a part of what is to be done"), gettext("No command is called that."), _choices, choose
        )


def _choices(typed: str) -> list[Choice]:
    return [
        Choice(((gettext(key.description), "plain"),), key, (labels(key), shortcut(key.called)))
        for key in commands(typed, guest=restricted())
    ]
