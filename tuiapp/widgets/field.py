"""A one-line text field that drops unprintable characters."""

from dataclasses import replace

from textual.binding import Binding
from textual.widgets import Input

from tuiapp.printable import without_signs
from tuiapp.terminal.input import LineInput

LONGEST = 200
"""Characters of a query; a name has about 40."""


class Field(LineInput):
    """A field for typed text; the screen decides what the text is for."""

    # The field's editing keys get priority as well, so that they act before a letter typed after them.
    BINDINGS = [replace(key, priority=True) for key in Input.BINDINGS if isinstance(key, Binding)]

    def __init__(self, text: str, hint: str) -> None:
        super().__init__(
            without_signs(text), LONGEST, placeholder=hint, compact=True, select_on_focus=False, validate_on=()
        )
        self.cursor_blink = False

    def insert_text_at_cursor(self, text: str) -> None:
        if len(self.value) >= LONGEST:
            # A paste without bracketed-paste marks may have thousands of letters, and `Input` would beep for each.
            return
        super().insert_text_at_cursor(without_signs(text))
