"""The names of Textual that had to be wrapped, each with its thread; all private, so each has a test.

Textual is held to a minor version in pyproject.toml; `tests/terminal/test_wraps.py` fails when a release
renames one of these or no longer calls it.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tuiapp.terminal.keyboard import InputDecoder
from tuiapp.terminal.restricted import restricted

if TYPE_CHECKING:
    from textual.app import App


def wrap_textual() -> None:
    """Wrap them; once, in the process that shows the screen."""
    _decode_without_errors()
    _parse_keys_without_errors()
    _ask_for_no_resize_reports()
    if restricted():
        _believe_no_size_above(500, 200)


def _decode_without_errors() -> None:
    """A byte that is not UTF-8 ends the input thread, and with it the program, with exit status 0.

    https://github.com/Textualize/textual/issues/6456 (open; a fix is offered as #6498). Terminals set to
    CP1251 or KOI8-R send such bytes for every Russian letter. Replies typed into the filter and pastes with
    ESC inside, of which nothing is said upstream, are dealt with here too: it is the one place that all
    input passes.
    """
    from textual.drivers import linux_driver

    linux_driver.getincrementaldecoder = lambda _encoding: InputDecoder  # type: ignore[assignment, attr-defined]


def _parse_keys_without_errors() -> None:
    """A key of the kitty protocol with alternates or an event type is a ValueError in the parser, and the
    end.

    Nothing upstream; seen elsewhere as https://github.com/openai/codex/issues/35599. Textual asks for
    neither, but a terminal may send them, and a program killed before us may have left them switched on.
    """
    from textual import events
    from textual._xterm_parser import XTermParser
    from textual.keys import Keys

    parse: Callable[[Any, str], list[events.Key] | None] = XTermParser._parse_extended_key

    def parse_press(parser: XTermParser, sequence: str) -> list[events.Key] | None:
        for attempt in (sequence, without_extras(sequence)):
            try:
                if attempt is not None:
                    return parse(parser, attempt)
            except (ValueError, OverflowError):
                continue
        # An empty list would let the parser read on, and type the sequence into the filter.
        return [events.Key(Keys.Ignore, sequence)]

    XTermParser._parse_extended_key = parse_press  # type: ignore[method-assign, assignment]


def without_extras(sequence: str) -> str | None:
    """A kitty key without alternates and event type; None when it tells of a key that was let go.

    `CSI code:shifted:base ; modifiers:event ; text u`,
    https://sw.kovidgoyal.net/kitty/keyboard-protocol/#an-overview.
    """
    code, *rest = sequence[2:-1].split(";")
    fields = [code.partition(":")[0]]
    if rest:
        modifiers, _, event = rest[0].partition(":")
        if event.startswith("3"):
            return None
        fields += [modifiers, *rest[1:]]
    return f"\x1b[{';'.join(fields)}{sequence[-1]}"


def _ask_for_no_resize_reports() -> None:
    """Textual asks whether the terminal reports its size in-band; SIGWINCH tells us the same.

    The answer to a program that ended within one round trip is typed at the shell's prompt, and a terminal
    that says yes has mode 1016 switched on and never off. Nothing upstream.
    """
    from textual.drivers.linux_driver import LinuxDriver

    LinuxDriver._query_in_band_window_resize = lambda self: None  # type: ignore[method-assign]


def _believe_no_size_above(columns: int, rows: int) -> None:
    """A terminal may claim 65,535 columns and rows. A picture of that size takes 560 MB, each time a guest likes.

    Nothing upstream: the size is the terminal's word.
    """
    from textual.drivers.linux_driver import LinuxDriver

    claimed = LinuxDriver._get_terminal_size

    def believed(self: LinuxDriver) -> tuple[int, int]:
        width, height = claimed(self)
        return min(width, columns), min(height, rows)

    LinuxDriver._get_terminal_size = believed  # type: ignore[method-assign]


def write_raw(app: "App[Any]", sequence: str) -> None:
    """Write an escape sequence between two frames.

    `App.copy_to_clipboard`, the public way, writes a bare OSC 52 of any length, which tmux and GNU screen swallow
    and some terminals drop. Only the driver knows where one frame ends; nothing upstream.
    """
    if app._driver is not None:
        app._driver.write(sequence)
