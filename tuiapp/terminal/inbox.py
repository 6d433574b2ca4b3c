"""Keys and pastes on their way from the thread that reads them to the app: a bounded number, one at a time.

Textual's own way has no bound: 150 kB of Tabs took 460 MB, and Ctrl+Q came after half a minute.
"""

from collections import deque
from collections.abc import Callable, Collection

from textual import events

LIMIT = 512
"""Keys that may wait; a person is never so far ahead, and further ones are dropped."""

Input = events.Key | events.Paste


class Inbox:
    """Filled by one thread, emptied by another."""

    def __init__(self, later: Callable[[Callable[[], object]], object], deliver: Callable[[Input], object]) -> None:
        self._later = later
        """Runs a function in the app's thread."""
        self._deliver = deliver
        self._waiting: deque[Input] = deque()
        self._delivered: Input | None = None
        """What the app has not dealt with yet."""
        self._open = False

    def put(self, event: Input, overtaking: Collection[str]) -> None:
        """Add `event`; from the reading thread. A key named in `overtaking` takes the place of all that wait."""
        if isinstance(event, events.Key) and event.key in overtaking:
            self._waiting.clear()
        elif len(self._waiting) >= LIMIT:
            return
        self._waiting.append(event)
        self._later(self._hand_over)

    def open(self) -> None:
        """The app is ready for the first one; from its thread."""
        self._open = True
        self._hand_over()

    def dealt_with(self, event: events.Event) -> None:
        """The next one may come, if `event` is the one that was delivered; from the app's thread."""
        if event is self._delivered:
            self._delivered = None
            self._hand_over()

    def _hand_over(self) -> None:
        if self._open and self._delivered is None and self._waiting:
            self._delivered = self._waiting.popleft()
            self._deliver(self._delivered)
