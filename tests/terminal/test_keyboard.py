"""What the terminal sends, before Textual's parser sees it."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiapp.terminal import keyboard
from tuiapp.terminal.keyboard import LONGEST, PATIENCE, InputDecoder


def decoded(chunks: Iterable[bytes]) -> str:
    decoder = InputDecoder()
    return "".join(decoder.decode(chunk) for chunk in chunks)


@pytest.mark.parametrize(
    ("chunks", "text"),
    [
        pytest.param([b"\xd0", b"\x9f"], "П", id="a letter split by the network"),
        pytest.param([b"\xff", b"a"], "\ufffda", id="a byte that is never UTF-8"),
        pytest.param(["ые".encode("koi8-r"), b"\x1b[B"], "\ufffd\ufffd\x1b[B", id="KOI8-R, then an arrow"),
        pytest.param([b"\xc2\x9b31m"], "31m", id="C1 would act when the filter shows it"),
        pytest.param([b"\x1b", b"[B"], "\x1b[B", id="an arrow split: ESC must not be held back"),
        pytest.param([b"\x1b]", b"1"], "\x1b]1", id="Alt+] and a digit"),
        pytest.param([b"\x1bP", b"x"], "\x1bPx", id="Alt+Shift+P"),
        pytest.param([b"\x1b[?2026;2$y"], "\x1b[?2026;2$y", id="mode report: Textual waits for it"),
        pytest.param([b"\x1b[<0;3;4M"], "\x1b[<0;3;4M", id="mouse report: Textual knows it"),
    ],
)
def test_keys_pass(chunks: list[bytes], text: str) -> None:
    assert decoded(chunks) == text


REPLIES = [
    pytest.param(b"\x1b[?62;22;52c", id="device attributes"),
    pytest.param(b"\x1b[>41;370;0c", id="secondary device attributes"),
    pytest.param(b"\x1bP!|00000000\x1b\\", id="tertiary device attributes"),
    pytest.param(b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\", id="background colour, ST"),
    pytest.param(b"\x1b]10;rgb:ffff/ffff/ffff\x07", id="foreground colour, BEL"),
    pytest.param(b"\x1b]52;c;0J/RgNC4\x1b\\", id="clipboard"),
    pytest.param(b"\x1bP>|xterm(370)\x1b\\", id="XTVERSION"),
    pytest.param(b"\x1bP1+r544e=787465726d\x1b\\", id="XTGETTCAP"),
    pytest.param(b"\x1b[?0u", id="kitty flags"),
    pytest.param(b"\x1b[?997;1n", id="colour scheme"),
]


@pytest.mark.parametrize("reply", REPLIES)
def test_a_reply_is_not_typed(reply: bytes) -> None:
    assert decoded([b"a" + reply + b"b"]) == "ab"


@pytest.mark.parametrize("reply", REPLIES)
def test_a_reply_split_after_its_introduction_is_not_typed(reply: bytes) -> None:
    for cut in range(3, len(reply)):
        assert decoded([b"a" + reply[:cut], reply[cut:] + b"b"]) == "ab", cut


def test_a_reply_without_end_holds_keys_up_for_a_moment_only(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr(keyboard, "monotonic", lambda: now)
    decoder = InputDecoder()
    assert decoder.decode(b"\x1b]11;rgb:1e") == ""
    now += PATIENCE + 0.1
    assert decoder.decode(b"j") == "j"


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
    expected = f"\x1b[200~{text}\x1b[201~\x1b[B"
    assert decoded([paste]) == expected
    assert decoded([paste[:6], *(paste[at : at + 1] for at in range(6, len(paste)))]) == expected


def test_a_paste_without_end_is_ended_by_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr(keyboard, "monotonic", lambda: now)
    decoder = InputDecoder()
    assert decoder.decode(b"\x1b[200~abc") == ""
    now += PATIENCE + 0.1
    assert decoder.decode(b"\x1b[B") == "\x1b[200~abc\x1b[201~\x1b[B"


def test_a_huge_paste_is_cut_and_its_end_still_found() -> None:
    chunk = b"x" * 4096
    text = decoded([b"\x1b[200~", *[chunk] * 100, b"\x1b[20", b"1~j"])
    assert text.endswith("\x1b[201~j")
    assert LONGEST - 10 < len(text) < LONGEST + 30


@given(st.lists(st.binary(max_size=40), max_size=20))
def test_no_bytes_are_an_error(chunks: list[bytes]) -> None:
    decoded(chunks)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])), st.data())
def test_text_passes_however_it_is_cut(text: str, data: st.DataObject) -> None:
    raw = text.encode()
    cut = data.draw(st.integers(0, len(raw)))
    assert decoded([raw[:cut], raw[cut:]]) == text
