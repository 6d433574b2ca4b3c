"""Report the progress of a reading to a callback, which can stop the reading by an exception."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with the bytes read and their total; an exception from it ends the reading."""


class Meter:
    """Counts the bytes read, over all files."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self._done = self._end = self._total = 0

    def found(self, size: int) -> None:
        """`size` more bytes are to be read."""
        self._total += size
        self.add(0)

    def begin(self, size: int) -> None:
        """Begin the next file, of `size` bytes."""
        self._done = self._end
        self._end += size

    def add(self, size: int) -> None:
        """`size` more bytes have been read; a file that is read twice counts only once."""
        self._done = min(self._done + size, self._end)
        # Do not report 0 of 0 bytes: an empty input has no progress to show.
        if self._progress and self._total:
            self._progress(self._done, self._total)

    def pulse(self, _: int) -> None:
        """Call the callback during work other than reading, so that it can stop that work too."""
        self.add(0)
