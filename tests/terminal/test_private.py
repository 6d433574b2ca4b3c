"""The undocumented names of Textual on which the screen, the field and the application rely exist and are unchanged.

If a test fails after an upgrade of Textual, read what its code does now, and fix or remove what `terminal` builds on
it.
"""

import inspect
from typing import Any

import pytest
from textual import events
from textual.app import App
from textual.binding import Binding
from textual.message import Message
from textual.message_pump import MessagePump
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from tuiapp.terminal.application import Application, colourless
from tuiapp.terminal.input import LineInput
from tuiapp.terminal.screen import SteadyScreen

from .ancestry import body, defined, inherited, stored
from .test_driver import codes

Kind = type[MessagePump]


def theirs(kind: type, name: str) -> Any:
    """The attribute `name` in the body of `kind`, a class of Textual."""
    if name not in vars(kind):
        pytest.fail(f"Textual's {kind.__name__} has no {name} any more")
    return vars(kind)[name]


def asked(kind: type, name: str) -> set[str]:
    """The names that the function `name` in the body of `kind`, a class of Textual, uses."""
    function = inspect.unwrap(theirs(kind, name))
    return {used for code in codes(function.__code__) for used in code.co_names}


OVERRIDDEN: dict[Kind, set[str]] = {
    SteadyScreen: {"focused"},
    LineInput: {"virtual_size", "show_horizontal_scrollbar", "content_width", "cursor_screen_offset"},
    Application: {"on_event", "_handle_exception"},
}


@pytest.mark.parametrize("kind", OVERRIDDEN)
def test_nothing_else_is_overridden(kind: Kind) -> None:
    """Fails if Textual begins to use one of our names, or if the tests below lack an overridden one."""
    ours = defined(body(kind)) | stored(body(kind))
    assert ours & inherited(kind) - {"__init__"} == OVERRIDDEN[kind]


@pytest.mark.parametrize(
    ("kind", "base", "name", "options"),
    [
        (SteadyScreen, Screen, "focused", {"_repaint"}),
        (LineInput, Widget, "virtual_size", {"_layout"}),
        (LineInput, Widget, "show_horizontal_scrollbar", {"_layout", "_repaint"}),
    ],
)
def test_a_reactive_that_is_declared_again_brings_less_and_is_the_same_else(
    kind: Kind, base: Kind, name: str, options: set[str]
) -> None:
    declared, again = theirs(base, name), vars(kind)[name]
    assert isinstance(declared, Reactive)
    assert next(each for each in kind.__mro__[1:] if name in vars(each)) is base
    assert all(getattr(declared, option) for option in options), "it brings nothing more in Textual: drop ours"
    differing = {option for option, value in vars(declared).items() if vars(again)[option] != value}
    assert differing - {"_owner"} == options


@pytest.mark.parametrize(
    ("kind", "name", "parameters"),
    [
        (App, "on_event", ["self", "event"]),
        (App, "_handle_exception", ["self", "error"]),
        (App, "batch_update", ["self"]),
        (Input, "insert_text_at_cursor", ["self", "text"]),
        (Input, "_on_paste", ["self", "event"]),
        (Message, "prevent_default", ["self", "prevent"]),
    ],
)
def test_what_is_called_or_overridden_takes_the_same(kind: type, name: str, parameters: list[str]) -> None:
    function = theirs(kind, name)
    assert list(inspect.signature(function).parameters) == parameters
    assert inspect.iscoroutinefunction(function) == (name == "on_event")


@pytest.mark.parametrize(
    ("name", "kind", "caller"),
    [
        ("on_event", MessagePump, "_dispatch_message"),
        ("_handle_exception", MessagePump, "_process_messages_loop"),
        ("_handle_exception", MessagePump, "_pre_process"),
        ("content_width", Input, "_watch_value"),
        ("content_width", Input, "render_line"),
        ("cursor_screen_offset", Input, "_watch_selection"),
        ("cursor_screen_offset", Input, "_on_focus"),
        ("virtual_size", Input, "_watch_value"),
        ("show_horizontal_scrollbar", Widget, "_refresh_scrollbars"),
        ("focused", Screen, "set_focus"),
    ],
)
def test_what_is_overridden_is_asked_for(name: str, kind: type, caller: str) -> None:
    assert name in asked(kind, caller)


@pytest.mark.parametrize("name", ["content_width", "cursor_screen_offset"])
def test_what_an_input_tells_of_itself_is_a_property(name: str) -> None:
    assert isinstance(theirs(Input, name), property)


def test_the_keys_of_an_input_can_be_given_priority() -> None:
    assert Input.BINDINGS
    assert all(isinstance(key, Binding) for key in Input.BINDINGS)


def test_a_handler_can_keep_those_of_the_bases_from_acting() -> None:
    assert "_no_default_action" in asked(Message, "prevent_default")
    assert "_no_default_action" in asked(MessagePump, "_get_dispatch_methods")


def test_an_event_tells_whether_it_was_forwarded() -> None:
    # A key that a room forwards back to the app must not be handled twice.
    assert isinstance(theirs(Message, "is_forwarded"), property)
    assert not events.Key("a", "a").is_forwarded
    assert "is_forwarded" in asked(App, "on_event")


def test_what_is_printed_after_a_fault_is_held_in_one_list() -> None:
    assert getattr(App[None](), "_exit_renderables", None) == []
    assert "_exit_renderables" in asked(App, "_fatal_error")
    assert "_exit_renderables" in asked(App, "_print_error_renderables")


def test_a_batch_holds_back_every_picture() -> None:
    assert "_begin_batch" in asked(App, "batch_update")
    assert "_batch_count" in asked(App, "_begin_batch")
    assert "_batch_count" in asked(App, "_display")


def test_the_app_holds_its_driver() -> None:
    assert hasattr(App[None](), "_driver")
    assert "_driver" in asked(App, "bell")


@pytest.mark.parametrize("variables", [{}, {"NO_COLOR": "1"}], ids=["colours", "none"])
def test_the_app_knows_whether_colours_are_wanted(variables: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert colourless(App[None]()) is bool(variables)
