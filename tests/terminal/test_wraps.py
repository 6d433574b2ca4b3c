"""The names of Textual that are wrapped: there, still called, and each wrap does what it is for.

A failure here after an upgrade of Textual means: read what its thread says now, and mend or drop the wrap.
"""

import subprocess
import sys
from types import CodeType

import pytest
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver

from tuiapp.terminal.wraps import without_extras


def test_the_driver_makes_its_decoder_by_the_wrapped_name() -> None:
    assert "getincrementaldecoder" in vars(linux_driver)
    assert "getincrementaldecoder" in LinuxDriver.run_input_thread.__code__.co_names


def test_the_parser_reads_kitty_keys_by_the_wrapped_name() -> None:
    assert "_parse_extended_key" in vars(XTermParser)
    assert "_parse_extended_key" in XTermParser._sequence_to_key_events.__code__.co_names


def test_the_driver_asks_for_resize_reports_by_the_wrapped_name() -> None:
    assert "_query_in_band_window_resize" in vars(LinuxDriver)
    assert "_query_in_band_window_resize" in LinuxDriver.start_application_mode.__code__.co_names


def test_the_driver_asks_for_the_size_by_the_wrapped_name() -> None:
    assert "_get_terminal_size" in vars(LinuxDriver)
    # It is asked in a function inside of this one, and nowhere else.
    inner = [each for each in LinuxDriver.start_application_mode.__code__.co_consts if isinstance(each, CodeType)]
    assert any("_get_terminal_size" in each.co_names for each in inner)


def test_the_app_writes_to_the_clipboard_by_the_wrapped_names() -> None:
    # Both names by which `write_raw` goes past it.
    assert {"_driver", "write"} <= set(App.copy_to_clipboard.__code__.co_names)
    assert "write" in vars(LinuxDriver)


@pytest.mark.parametrize(
    ("sequence", "plain"),
    [
        ("\x1b[1081::113;5u", "\x1b[1081;5u"),
        ("\x1b[1081:1049:113;5u", "\x1b[1081;5u"),
        ("\x1b[97;1:1u", "\x1b[97;1u"),
        ("\x1b[97;1:2;97u", "\x1b[97;1;97u"),
        ("\x1b[97;1:3u", None),
        ("\x1b[1;1:3B", None),
        ("\x1b[97u", "\x1b[97u"),
    ],
)
def test_alternates_and_event_types_are_taken_out(sequence: str, plain: str | None) -> None:
    assert without_extras(sequence) == plain


PARSE = """
from tuiapp.terminal import wrap_textual
wrap_textual()
from textual._xterm_parser import XTermParser
from textual import events
import sys
for event in XTermParser().feed(sys.argv[1]):
    print(event.key)
"""


@pytest.mark.parametrize(
    ("sequence", "keys"),
    [
        pytest.param("\x1b[1081;5u", "ctrl+й", id="as asked for"),
        pytest.param("\x1b[1081::113;5u", "ctrl+й", id="with the Latin twin"),
        pytest.param("\x1b[97;1:1u", "a", id="with the event type"),
        pytest.param("\x1b[97;1:3u", "", id="let go"),
        pytest.param("\x1b[99999999;5u", "", id="no such character"),
        pytest.param("\x1b[1;1:3B\x1b[B", "down", id="an arrow let go, then one pressed"),
    ],
)
def test_kitty_keys_are_parsed_or_dropped(sequence: str, keys: str) -> None:
    # In a process of its own: the wraps are for life, and other tests have Textual as it comes.
    result = subprocess.run(
        [sys.executable, "-c", PARSE, sequence], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert result.stdout.split() == keys.split()
