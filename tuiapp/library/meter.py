"""How far a reading is; the place where it can be stopped."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Told how many bytes have been read and of how many; whatever it raises ends the reading."""


class Meter:
    """Counts the bytes of all files that are read."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self._done = self._end = self._total = 0

    def found(self, size: int) -> None:
        """`size` more bytes are to be read."""
        self._total += size
        self.add(0)

    def begin(self, size: int) -> None:
        """The next file is read."""
        self._done = self._end
        self._end += size

    def add(self, size: int) -> None:
        """`size` bytes of the file have been read; of one that is read twice no more than it has."""
        self._done = min(self._done + size, self._end)
        # There is no progress to show for an empty input, 0 of 0 bytes.
        if self._progress and self._total:
            self._progress(self._done, self._total)

    def pulse(self, _: int) -> None:
        """Something else takes its time, and can be stopped as well."""
        self.add(0)
