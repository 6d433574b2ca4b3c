"""A field of one line: takes text, and no character that would be shown as a sign."""

from dataclasses import replace

from textual.binding import Binding
from textual.widgets import Input

from tuiapp.printable import without_signs
from tuiapp.terminal.input import LineInput

LONGEST = 200
"""Characters of a query; a name has some 40."""


class Field(LineInput):
    """Where letters are typed; what they are for, the screen knows."""

    # The field's own keys with priority too, so that none is overtaken by a letter typed after it.
    BINDINGS = [replace(key, priority=True) for key in Input.BINDINGS if isinstance(key, Binding)]

    def __init__(self, text: str, hint: str) -> None:
        super().__init__(
            without_signs(text), LONGEST, placeholder=hint, compact=True, select_on_focus=False, validate_on=()
        )
        self.cursor_blink = False

    def insert_text_at_cursor(self, text: str) -> None:
        if len(self.value) >= LONGEST:
            return  # a paste without brackets may bring thousands of letters, and Input rings for each
        super().insert_text_at_cursor(without_signs(text))
