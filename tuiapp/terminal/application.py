"""Textual's application with keys in their order, the first failure kept and the first picture painted once."""

from contextlib import ExitStack
from typing import Any

from textual import events
from textual.app import App

from tuiapp.terminal.driver import Driver
from tuiapp.terminal.inbox import Inbox


class Application(App[None]):
    """What the program's own application is made of; it says by `take` which keys act at once."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._opening = ExitStack()
        """Holds back the first picture."""
        self.failure: Exception | None = None
        """What ended the program, where that was not the user."""

    def take(self, key: events.Key) -> bool:
        """Deal with a key before Textual does; whether it was dealt with."""
        raise NotImplementedError

    async def on_event(self, event: events.Event) -> None:
        """Letters go into the filter in the order in which they come, as every other key acts at once.

        Textual hands a letter to the room that has the focus now, which looks at it later; by then the next key
        of the same packet may have moved the focus.
        """
        try:
            if not (isinstance(event, events.Key) and not event.is_forwarded and self.take(event)):
                await super().on_event(event)
        finally:
            if self._inbox:
                self._inbox.dealt_with(event)

    def _handle_exception(self, error: Exception) -> None:
        """Keep the first error for the log; Textual would print it with the values of all variables."""
        self.failure = self.failure or error
        super()._handle_exception(error)
        self._exit_renderables.clear()

    def on_load(self) -> None:
        # Textual paints the first screen three times, 18 kB; held back until it is laid out it is 6 kB.
        self._opening.enter_context(self.batch_update())

    def on_ready(self) -> None:
        self.call_later(self._open)

    def _open(self) -> None:
        self._opening.close()
        if self._inbox:
            self._inbox.open()

    @property
    def _inbox(self) -> Inbox | None:
        """Where keys wait; None where no terminal is, in tests."""
        return self._driver.inbox if isinstance(self._driver, Driver) else None


def colourless(app: App[Any]) -> bool:
    """Whether NO_COLOR was set when the app began; Textual knows it, and documents no name for it."""
    return app.no_color
