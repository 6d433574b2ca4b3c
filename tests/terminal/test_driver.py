"""The names of Textual that the driver overrides exist and are still called.

If a test fails after an upgrade of Textual, read what its code does now, and fix or remove the override.
"""

from collections.abc import Iterator
from types import CodeType

import pytest
from textual.app import App
from textual.driver import Driver as AnyDriver
from textual.drivers.linux_driver import LinuxDriver

from tuiapp.terminal.driver import Driver


def codes(code: CodeType) -> Iterator[CodeType]:
    """`code` and the code of the functions inside it."""
    yield code
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield from codes(each)


CALLERS = {
    "write": LinuxDriver.start_application_mode,
    "run_input_thread": LinuxDriver._run_input_thread,
    "disable_input": LinuxDriver.stop_application_mode,
    "_get_terminal_size": LinuxDriver.start_application_mode,
    "_query_in_band_window_resize": LinuxDriver.start_application_mode,
    "_sigtstp_application": LinuxDriver.__init__,
    "_sigcont_application": LinuxDriver.__init__,
}
"""For each overridden method, a method of Textual that calls it or passes it on."""


@pytest.mark.parametrize("name", CALLERS)
def test_what_is_overridden_is_called(name: str) -> None:
    assert name in vars(Driver)
    assert name in vars(LinuxDriver)
    assert any(name in code.co_names for code in codes(CALLERS[name].__code__))


def test_nothing_else_is_overridden() -> None:
    inherited = {name for kind in (LinuxDriver, AnyDriver) for name, value in vars(kind).items() if callable(value)}
    assert {name for name in vars(Driver) if name in inherited} - {"__init__"} == set(CALLERS)


def test_what_the_overrides_use_is_there() -> None:
    names = set().union(*(code.co_names for code in codes(LinuxDriver.__init__.__code__)))
    assert {"_must_signal_resume", "exit_event", "fileno"} <= names
    assert {"_patch_lflag", "_patch_iflag"} <= set(LinuxDriver.start_application_mode.__code__.co_names)
    assert "SignalResume" in vars(AnyDriver)
    assert "_auto_restart" in AnyDriver.__init__.__code__.co_names
    assert "_exit" in App.__init__.__code__.co_names


def test_the_app_writes_to_the_clipboard_by_the_names_that_write_raw_uses() -> None:
    assert {"_driver", "write"} <= set(App.copy_to_clipboard.__code__.co_names)
