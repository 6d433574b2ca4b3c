"""A screen on top of the main screen: a page or the palette."""

from textual.screen import Screen


class Overlay(Screen[None]):
    """Closes once: a second closing key that arrives meanwhile does nothing."""

    def action_close(self) -> None:
        if self.is_current:
            self.dismiss()
