"""A screen on top of the main screen: a page, the palette or a question."""

from textual import events
from textual.getters import query_one
from textual.screen import Screen

from tuiapp.widgets.field import Field


class Overlay(Screen[None]):
    """Closes once: a second closing key that arrives meanwhile does nothing."""

    def take(self, _: events.Key) -> bool:
        """If the key is a character that is typed here, type it and return True."""
        return False

    def action_close(self) -> None:
        if self.is_current:
            self.dismiss()


class Asking(Overlay):
    """A screen with a text field that has the focus."""

    field = query_one(Field)

    def on_mount(self) -> None:
        self.set_focus(self.field)

    def take(self, event: events.Key) -> bool:
        """If the key is a character, type it into the field at once and return True."""
        if event.character and event.is_printable:
            self.field.insert_text_at_cursor(event.character)
            return True
        return False
