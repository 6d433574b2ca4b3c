"""Textual's one-line `Input` without a layout for every letter, with pastes of several lines, its cursor in place."""

from typing import Any

from textual import events
from textual.geometry import Offset, Size
from textual.reactive import Reactive
from textual.widgets import Input

from tuiapp.printable import without_signs


class LineInput(Input):
    """Does no layout for a letter, and joins the lines of a paste."""

    virtual_size = Reactive(Size(0, 0), layout=False)
    show_horizontal_scrollbar: Reactive[bool] = Reactive(False, layout=False, repaint=False)
    """Both replace those of `Widget`, which repeat the layout of the screen: twice for the first letter."""

    def __init__(self, text: str, longest: int, **options: Any) -> None:
        self.longest = longest
        """Characters that the field takes. Set before `super().__init__`, which may ask for `content_width`."""
        super().__init__(text, max_length=longest, **options)

    @property
    def content_width(self) -> int:
        """Always the greatest width: a new width for every letter would repeat the layout of the screen, 4 ms."""
        return 2 * self.longest + 1

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the next letter goes. `Input` puts it one cell further while it stands behind the last letter."""
        return super().cursor_screen_offset - Offset(int(self.cursor_at_end), 0)

    def point(self) -> None:
        """Put the terminal's own cursor there."""
        self.app.cursor_position = self.cursor_screen_offset

    def on_paste(self, event: events.Paste) -> None:
        """Insert the whole paste as one line; `Input` takes only its first line."""
        event.prevent_default()
        event.stop()
        left = self.longest - len(self.value)
        self.insert_text_at_cursor(" ".join(without_signs(event.text[: 4 * self.longest], " ").split())[:left])
