"""Terminal input is parsed into keys, pastes and replies before Textual sees it."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiapp.terminal import keyboard
from tuiapp.terminal.keyboard import LONGEST, PASTE_END, PATIENCE, PAUSE, Keyboard, Pasted, Stroke, Synchronises, Token


def fed(chunks: Iterable[bytes]) -> list[Token]:
    keys = Keyboard()
    return [token for chunk in chunks for token in keys.feed(chunk)]


def spelled(tokens: Iterable[Token]) -> str:
    """All keys as one string."""
    return "".join(token.sequence for token in tokens if isinstance(token, Stroke))


class Clock:
    """The monotonic clock, set by hand."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 100.0
        monkeypatch.setattr(keyboard, "monotonic", lambda: self.now)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


@pytest.mark.parametrize(
    ("chunks", "keys"),
    [
        pytest.param([b"\xd0", b"\x9f"], ["П"], id="a letter split by the network"),
        pytest.param([b"\xff", b"a"], ["\ufffd", "a"], id="a byte that is never UTF-8"),
        pytest.param(["ые".encode("koi8-r"), b"\x1b[B"], ["\ufffd", "\ufffd", "\x1b[B"], id="KOI8-R, then an arrow"),
        pytest.param([b"\xc2\x9b31m"], ["3", "1", "m"], id="C1 would act when the filter shows it"),
        pytest.param([b"\x1b", b"[B"], ["\x1b[B"], id="an arrow split behind its Esc"),
        pytest.param([b"\x1b[", b"1;", b"5B"], ["\x1b[1;5B"], id="an arrow split in three"),
        pytest.param([b"\x1bOB"], ["\x1bOB"], id="an arrow in application mode"),
        pytest.param([b"\x1b[[A"], ["\x1b[[A"], id="F1 on the Linux console"),
        pytest.param([b"\x1b\x1b[A"], ["\x1b", "\x1b[A"], id="Esc, then an arrow"),
        pytest.param([b"\x1b[97;5u\x1b[1081::113;5u"], ["\x1b[97;5u", "\x1b[1081::113;5u"], id="the kitty protocol"),
    ],
)
def test_keys(chunks: list[bytes], keys: list[str]) -> None:
    assert fed(chunks) == [Stroke(key) for key in keys]


def test_a_letter_behind_an_escape_is_one_with_alt() -> None:
    assert fed([b"\x1bx", b"\x1b", b"b"]) == [Stroke("x", alt=True), Stroke("b", alt=True)]


def test_an_escape_alone_is_a_key_after_a_silence() -> None:
    keys = Keyboard()
    assert keys.feed(b"\x1b") == []
    assert keys.rest() == [Stroke("\x1b")]
    assert keys.rest() == []
    assert keys.feed(b"[B") == [Stroke("["), Stroke("B")]


REPLIES = [
    pytest.param(b"\x1b[?62;22;52c", id="device attributes"),
    pytest.param(b"\x1b[>41;370;0c", id="secondary device attributes"),
    pytest.param(b"\x1bP!|00000000\x1b\\", id="tertiary device attributes"),
    pytest.param(b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\", id="background colour, ST"),
    pytest.param(b"\x1b]10;rgb:ffff/ffff/ffff\x07", id="foreground colour, BEL"),
    pytest.param(b"\x1b]52;c;0J/RgNC4\x1b\\", id="clipboard"),
    pytest.param(b"\x1bP>|xterm(370)\x1b\\", id="XTVERSION"),
    pytest.param(b"\x1bP1+r544e=787465726d\x1b\\", id="XTGETTCAP"),
    pytest.param(b"\x1b_Gi=1;OK\x1b\\", id="kitty graphics"),
    pytest.param(b"\x1b[?0u", id="kitty flags"),
    pytest.param(b"\x1b[?997;1n", id="colour scheme"),
    pytest.param(b"\x1b[?2048;2$y", id="size reports are supported"),
    pytest.param(b"\x1b[48;5000;5000;1;1t", id="size"),
    pytest.param(b"\x1b[5;10R", id="cursor position"),
    pytest.param(b"\x1b[I", id="focus"),
    pytest.param(b"\x1b[O", id="focus lost"),
    pytest.param(b"\x1b[<0;3;4M", id="mouse, SGR"),
    pytest.param(b"\x1b[32;3;4M", id="mouse, urxvt"),
    pytest.param(b"\x1b[M !!", id="mouse, X10"),
]


@pytest.mark.parametrize("reply", REPLIES)
def test_what_nobody_asked_for_is_dropped(reply: bytes) -> None:
    assert spelled(fed([b"a" + reply + b"b"])) == "ab"


@pytest.mark.parametrize("reply", REPLIES)
def test_it_is_dropped_however_it_is_split(reply: bytes) -> None:
    for cut in range(1, len(reply)):
        assert spelled(fed([b"a" + reply[:cut], reply[cut:] + b"b"])) == "ab", cut


@pytest.mark.parametrize(("setting", "told"), [(b"0", 0), (b"1", 1), (b"2", 1), (b"3", 1), (b"4", 1)])
def test_the_one_reply_that_was_asked_for(setting: bytes, told: int) -> None:
    assert fed([b"a\x1b[?2026;" + setting + b"$yb"]) == [Stroke("a"), *[Synchronises()] * told, Stroke("b")]


UNFINISHED = [
    pytest.param(b"\x1b]11;rgb", id="OSC"),
    pytest.param(b"\x1bP>|xterm", id="DCS"),
    pytest.param(b"\x1b_Gi=1", id="APC"),
    pytest.param(b"\x1b[1;5;3", id="CSI"),
    pytest.param(b"\x1b[?2026;", id="mode report"),
]


@pytest.mark.parametrize("start", UNFINISHED)
def test_a_control_character_ends_what_is_unfinished(start: bytes) -> None:
    more = [b";1"] * 1000
    assert fed([b"a", start, *more, b"\x11", b"b"]) == [Stroke("a"), Stroke("\x11"), Stroke("b")]


@pytest.mark.parametrize("start", UNFINISHED)
def test_what_is_unfinished_holds_keys_up_for_a_moment_only(clock: Clock, start: bytes) -> None:
    keys = Keyboard()
    assert keys.feed(start) == []
    clock.now += PATIENCE + 0.1
    assert keys.feed(b"j") == [Stroke("j")]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("два\nслова", "два\nслова"),
        ("a\x1b[31mb\x1b[0m", "ab"),
        ("a\x1b]52;c;AAAA\x07b", "ab"),
        ("a\x1b]0;title\x1b\\b", "ab"),
        ("a\x1bb\x00\x07c\x9bd", "abcd"),
        ("tab\tstays", "tab\tstays"),
    ],
)
def test_a_paste_is_text_only(inside: str, text: str) -> None:
    paste = f"\x1b[200~{inside}\x1b[201~\x1b[B".encode()
    expected = [Pasted(text), Stroke("\x1b[B")]
    assert fed([paste]) == expected
    assert fed(paste[at : at + 1] for at in range(len(paste))) == expected


def test_a_paste_without_end_is_ended_by_silence(clock: Clock) -> None:
    keys = Keyboard()
    assert keys.feed(b"\x1b[200~abc") == []
    clock.now += PATIENCE + 0.1
    assert keys.feed(b"\x1b[B") == [Pasted("abc"), Stroke("\x1b[B")]


@pytest.mark.parametrize("key", ["\x03", "\x11"])
def test_a_paste_without_end_does_not_keep_the_keys_that_lead_out(clock: Clock, key: str) -> None:
    keys = Keyboard()
    keys.feed(b"\x1b[200~abc")
    clock.now += PAUSE / 2
    assert keys.feed(key.encode()) == []
    clock.now += PAUSE + 0.1
    assert keys.feed(key.encode()) == [Pasted("abc"), Stroke(key)]


def test_a_huge_paste_is_cut_and_its_end_still_found() -> None:
    tokens = fed([b"\x1b[200~", *[b"x" * 4096] * 100, PASTE_END.encode()[:4], PASTE_END.encode()[4:] + b"j"])
    assert tokens == [Pasted("x" * LONGEST), Stroke("j")]


@given(st.lists(st.binary(max_size=40), max_size=20))
def test_no_bytes_are_an_error(chunks: list[bytes]) -> None:
    keys = Keyboard()
    for chunk in chunks:
        keys.feed(chunk)
        keys.rest()


PIECES = [b"\x1b[", b"\x1b]", b"\x1bP", b"\x1b_G", b"\x1bO", b"\x1b", b"\x1b[200~", b"\x1b[<", b"1", b";", b"?", b"$y"]


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.binary(max_size=3)), max_size=30))
def test_after_anything_and_a_silence_a_key_is_a_key(chunks: list[bytes]) -> None:
    keys = Keyboard()
    for chunk in chunks:
        keys.feed(chunk)
    keys._heard -= PATIENCE + 0.1
    # An unfinished UTF-8 character or paste comes first.
    assert keys.feed(b"\x11")[-1] == Stroke("\x11")
    assert keys.feed(b"j") == [Stroke("j")]


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])), st.data())
def test_text_passes_however_it_is_cut(text: str, data: st.DataObject) -> None:
    raw = text.encode()
    cut = data.draw(st.integers(0, len(raw)))
    assert spelled(fed([raw[:cut], raw[cut:]])) == text
