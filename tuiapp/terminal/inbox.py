"""A bounded queue of keys and pastes between the reading thread and the app; it delivers one event at a time.

Textual's own queue has no bound: 150 kB of Tabs took 460 MB, and Ctrl+Q acted after half a minute.
"""

from collections import deque
from collections.abc import Callable, Collection

from textual import events

LIMIT = 512
"""Events that may wait; no person types so far ahead. Further ones are dropped."""

Input = events.Key | events.Paste


class Inbox:
    """Filled by one thread, emptied by another."""

    def __init__(self, later: Callable[[Callable[[], object]], object], deliver: Callable[[Input], object]) -> None:
        self._later = later
        """Runs a function in the app's thread."""
        self._deliver = deliver
        self._waiting: deque[Input] = deque()
        self._delivered: Input | None = None
        """The event that the app is handling; None if there is none."""
        self._open = False

    def put(self, event: Input, overtaking: Collection[str]) -> None:
        """Add `event`. A key named in `overtaking` replaces all waiting events. Called in the reading thread."""
        if isinstance(event, events.Key) and event.key in overtaking:
            self._waiting.clear()
        elif len(self._waiting) >= LIMIT:
            return
        self._waiting.append(event)
        self._later(self._hand_over)

    def open(self) -> None:
        """Start delivering. Called in the app's thread."""
        self._open = True
        self._hand_over()

    def dealt_with(self, event: events.Event) -> None:
        """Deliver the next event if `event` is the one delivered last. Called in the app's thread."""
        if event is self._delivered:
            self._delivered = None
            self._hand_over()

    def _hand_over(self) -> None:
        if self._open and self._delivered is None and self._waiting:
            self._delivered = self._waiting.popleft()
            self._deliver(self._delivered)
