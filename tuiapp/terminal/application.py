"""Textual's `App`, changed: keys act in the order they were typed, the first error is kept, the first frame is drawn
once."""

from contextlib import ExitStack
from typing import Any

from textual import events
from textual.app import App

from tuiapp.terminal.driver import Driver
from tuiapp.terminal.inbox import Inbox


class Application(App[None]):
    """The base of the program's app, which implements `take`."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._opening = ExitStack()
        """Holds back the first frame."""
        self.failure: Exception | None = None
        """The error that ended the program; None if the user quit."""

    def take(self, key: events.Key) -> bool:
        """Handle a key before Textual does; return whether it was handled."""
        raise NotImplementedError

    async def on_event(self, event: events.Event) -> None:
        """Type letters into the filter at once, so that they keep their order with the keys that are bindings.

        Textual queues a letter for the focused widget, which handles it later. By then the next key of the same packet
        may have moved the focus.
        """
        try:
            if not (isinstance(event, events.Key) and not event.is_forwarded and self.take(event)):
                await super().on_event(event)
        finally:
            if self._inbox:
                self._inbox.dealt_with(event)

    def _handle_exception(self, error: Exception) -> None:
        """Keep the first error for the log, and do not let Textual print it with the values of all variables."""
        self.failure = self.failure or error
        super()._handle_exception(error)
        self._exit_renderables.clear()

    def on_load(self) -> None:
        # Textual draws the first screen three times, 18 kB. Held back until the layout is done, it takes 6 kB.
        self._opening.enter_context(self.batch_update())

    def on_ready(self) -> None:
        self.call_later(self._open)

    def _open(self) -> None:
        self._opening.close()
        if self._inbox:
            self._inbox.open()

    @property
    def _inbox(self) -> Inbox | None:
        """The queue of keys; None without a terminal, as in tests."""
        return self._driver.inbox if isinstance(self._driver, Driver) else None


def colourless(app: App[Any]) -> bool:
    """Whether NO_COLOR was set when the app started. Reads an attribute that Textual does not document."""
    return app.no_color
