"""A terminal emulator that gives the text a person would see: pyte, extended for full-screen programs."""

import copy
import re
from typing import Any

import pyte

ALTERNATE_SCREEN = 1049

# pyte prints the ends of sequences that it does not know: kitty flags and queries of modes. At vim's question for the
# keys that it has set, it raises.
_UNKNOWN = re.compile(rb"\x1b\[(?:[<>=][\d;]*[a-zA-Z]|\?[\d;]*\$p|\?[\d;]*m)")
_UNFINISHED = re.compile(rb"\x1b(?:\[(?:[<>=?][\d;]*\$?)?)?\Z")


class Emulator(pyte.Screen):
    """pyte's screen with an alternate screen: without one, a test would not notice a blank screen after `fg`."""

    def __init__(self, columns: int, lines: int) -> None:
        super().__init__(columns, lines)
        self._primary: tuple[Any, Any] | None = None
        self._text: list[str] = []
        self._stream = pyte.ByteStream(self)
        self._pending = b""

    def feed(self, data: bytes) -> None:
        """Accept bytes in pieces cut anywhere."""
        data = _UNKNOWN.sub(b"", self._pending + data)
        unfinished = _UNFINISHED.search(data)
        end = unfinished.start() if unfinished else len(data)
        self._pending = data[end:]
        self._stream.feed(data[:end])

    def text(self) -> list[str]:
        """The rows without trailing blanks. Cached until a row changes, since waiting tests ask often."""
        if self.dirty:
            self._text = [line.rstrip() for line in self.display]
            self.dirty.clear()
        return list(self._text)

    def set_mode(self, *modes: int, **kwargs: Any) -> None:
        super().set_mode(*modes, **kwargs)
        if kwargs.get("private") and ALTERNATE_SCREEN in modes and self._primary is None:
            self._primary = copy.deepcopy(self.buffer), copy.copy(self.cursor)
            self.erase_in_display(2)

    def reset_mode(self, *modes: int, **kwargs: Any) -> None:
        super().reset_mode(*modes, **kwargs)
        if kwargs.get("private") and ALTERNATE_SCREEN in modes and self._primary is not None:
            self.buffer, self.cursor = self._primary
            self._primary = None
            self.dirty.update(range(self.lines))

    @property
    def alternate(self) -> bool:
        """Whether the alternate screen is shown."""
        return self._primary is not None
