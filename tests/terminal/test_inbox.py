"""The queue of keys: in order, one at a time, bounded, with the keys that quit first."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from tuiapp.keys import overtaking
from tuiapp.terminal.inbox import LIMIT, Inbox, Input

from .conftest import Start
from .program import row

OVERTAKING = {"ctrl+q"}


def now(action: Callable[[], object]) -> None:
    action()


def key(name: str) -> events.Key:
    return events.Key(name, None)


class Reader:
    """An app that handles a key when told to."""

    def __init__(self) -> None:
        self.inbox = Inbox(now, self.got)
        self.names: list[str] = []
        self.last: Input | None = None

    def got(self, event: Input) -> None:
        assert self.last is None, "the one before has been dealt with"
        self.last = event
        self.names.append(event.key if isinstance(event, events.Key) else event.text)

    def deal(self) -> None:
        event, self.last = self.last, None
        if event:
            self.inbox.dealt_with(event)


@pytest.fixture
def reader() -> Reader:
    return Reader()


def test_nothing_comes_before_the_app_is_ready(reader: Reader) -> None:
    reader.inbox.put(key("a"), OVERTAKING)
    assert reader.names == []
    reader.inbox.open()
    assert reader.names == ["a"]


def test_what_the_app_has_from_elsewhere_lets_nothing_come(reader: Reader) -> None:
    reader.inbox.open()
    for name in "ab":
        reader.inbox.put(key(name), OVERTAKING)
    reader.inbox.dealt_with(key("a"))
    assert reader.names == ["a"]
    reader.deal()
    assert reader.names == ["a", "b"]


def test_a_flood_is_cut(reader: Reader) -> None:
    for _ in range(10 * LIMIT):
        reader.inbox.put(key("tab"), OVERTAKING)
    reader.inbox.open()
    for _ in range(10 * LIMIT):
        reader.deal()
    assert reader.names == ["tab"] * LIMIT


def test_the_key_that_quits_comes_next(reader: Reader) -> None:
    reader.inbox.open()
    for _ in range(10 * LIMIT):
        reader.inbox.put(key("tab"), OVERTAKING)
    reader.inbox.put(key("ctrl+q"), OVERTAKING)
    reader.deal()
    assert reader.names == ["tab", "ctrl+q"]


@given(st.lists(st.sampled_from([*"abc", "deal"]), max_size=60))
def test_no_key_is_lost_and_none_comes_twice(steps: list[str]) -> None:
    reader = Reader()
    reader.inbox.open()
    for step in steps:
        if step == "deal":
            reader.deal()
        else:
            reader.inbox.put(key(step), OVERTAKING)
    for _ in steps:
        reader.deal()
    assert reader.names == [step for step in steps if step != "deal"]


def test_the_keys_that_lead_out_overtake_on_every_layout() -> None:
    assert overtaking() == {"ctrl+c", "ctrl+с", "ctrl+q", "ctrl+й"}


def test_keys_typed_before_the_rooms_are_there_are_kept(start: Start) -> None:
    terminal = start(ready=False)
    terminal.send("/лифт\x1b[B")
    terminal.wait_until(lambda: "2 of 10" in terminal.text())
    terminal.wait_until(lambda: row(terminal).startswith("Making lifts"))
