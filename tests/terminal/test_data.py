"""Text from outside never controls the terminal, wherever it comes from and wherever it is shown."""

import json
import re
import subprocess
from base64 import b64decode
from pathlib import Path

import pytest

from .conftest import Start
from .program import PROGRAM, environment

ACTING = {
    "style": "\x1b[5;31m",
    "clipboard": "\x1b]52;c;0Jc=\x07",
    "title": "\x1b]0;owned\x07",
    "erase": "\x1b[3J",
    "other screen": "\x1b[?1047h",
    "reset": "\x1bc",
    "DCS": "\x1bP1$qm\x1b\\",
    "C1 CSI": "\x9b5;31m",
    "C1 OSC": "\x9d0;owned\x9c",
    "shift out": "\x0e",
    "bell": "\x07",
    "backspace": "\x08",
    "delete": "\x7f",
    "right to left": "\u202e",
    "isolate": "\u2066",
    "line separator": "\u2028",
}
"""Text that controls a terminal, or that it shows in another order."""
MARKUP = ["[sic]", "[red]x[/red]", "[/]", "[/b]", "[b", "[@click=app.quit]q[/]", "[link=http://h]x[/link]", "[от 5]"]
"""Text that Textual reads as markup unless told not to."""


def seen(text: str) -> str:
    """`text` with a sign for each control character; written again here, so that the program does not test itself."""
    return "".join(
        chr(0x2400 + ord(each)) if each < " " else "␡" if each == "\x7f" else "\ufffd" if acts(each) else each
        for each in text
    )


def acts(character: str) -> bool:
    return "\x80" <= character <= "\x9f" or character in "\u2028\u202e\u2066"


def assert_harmless(stream: bytes) -> None:
    """Assert that the output has none of the payloads."""
    assert [name for name, payload in ACTING.items() if payload.encode() in stream] == []
    assert not re.search("[\x80-\x9f\u2028\u202e\u2066]", stream.decode())


def assert_plain(output: bytes) -> None:
    """Assert that the output has no control characters but line feeds, and none that change the order of text."""
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e\u2066]", output.decode())


def ran(*arguments: str, stdin: str = "") -> bytes:
    """Everything that a command prints."""
    done = subprocess.run(
        [*PROGRAM, *arguments], input=stdin.encode(), capture_output=True, env=environment(), timeout=20, check=False
    )
    assert b"Traceback" not in done.stderr
    return done.stdout + done.stderr


def model(folder: Path, quotes: list[str], source: str, title: str = "title") -> Path:
    """A model with an item for each quote, and its source."""
    (folder / "source.txt").write_text(source, encoding="utf-8", newline="")
    content = {
        "article": {
            "id": "a", "title": title, "publisher": "news.by", "published": "2025-09-30", "language": "ru",
            "source": "source.txt",
        },
        "regions": {}, "people": {}, "sectors": {"s": {"name": "лифты"}}, "enterprises": {},
        "items": [
            {
                "id": f"i{at}", "title": f"{title} {at}", "sector": "s", "enterprises": [], "stage": "active",
                "quotes": [{"exact": quote, "speech": "narration"}],
            }
            for at, quote in enumerate(quotes)
        ],
    }  # fmt: skip
    path = folder / "model.yaml"
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


NOUNS = """
    лифты станки ракеты моторы тракторы дроны вагоны насосы кабели турбины сеялки комбайны подшипники краны шины стекло
""".split()  # noqa: SIM905


def passage(at: int, payload: str = "") -> str:
    """A passage of the article, different from the others."""
    noun = NOUNS[at]
    return f"{noun} и {noun}, {noun} {payload}{noun}, {noun} да {noun}"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A model whose quotes are right, except that the article has a payload in the middle of each."""
    source = "\n".join(passage(at, payload) for at, payload in enumerate(ACTING.values()))
    return model(tmp_path, [passage(at) for at in range(len(ACTING))], source)


def test_an_article_on_the_screen(start: Start, article: Path) -> None:
    terminal = start([*PROGRAM, str(article)], cols=120, rows=40)
    terminal.press("\r")
    for at, payload in enumerate(ACTING.values()):
        assert seen(passage(at, payload)) in terminal.text()
    assert_harmless(terminal.since())
    terminal.press("\r")
    for payload in ACTING.values():
        # Invisible characters are normalised away, and no difference is left to show.
        terminal.wait_until(lambda: seen(payload) in terminal.text() or "normalised" in terminal.text())  # noqa: B023
        terminal.send("j")
    assert_harmless(terminal.since())


def test_an_article_in_lines(article: Path) -> None:
    numbers = "".join(f"{number + 1}\n" for number in range(len(ACTING)))
    for output in (ran("check", str(article)), ran("--plain", str(article), stdin=f"a\n{numbers}")):
        assert_plain(output)
        text = re.sub(r"[{\[][+-]|[+-][}\]]", "", output.decode())
        for name, payload in ACTING.items():
            assert name == "line separator" or seen(payload) in text


@pytest.mark.parametrize("form", ["table", "json", "csv", "md"])
def test_a_list(article: Path, form: str) -> None:
    assert_plain(ran("list", str(article), "--format", form))


@pytest.mark.parametrize("command", [[], ["list"], ["check"], ["--plain"]], ids=lambda words: " ".join(words))
def test_file_names_and_errors(start: Start, tmp_path: Path, command: list[str]) -> None:
    """A file that is missing, and one whose keys, names and stages are hostile."""
    hostile = tmp_path / f"named{''.join(ACTING.values())}.yaml"
    keys = "".join(f"{json.dumps(payload)}: {json.dumps(payload)}\n" for payload in ACTING.values())
    hostile.write_text(keys, encoding="utf-8")
    missing = str(tmp_path / f"missing{ACTING['style']}")
    terminal = start([*PROGRAM, *command, str(hostile), missing], ready=False, cols=500)
    assert terminal.wait_end() == 2
    terminal.settle()
    assert_plain(terminal.since().replace(b"\r\n", b"\n"))
    assert seen(missing) in terminal.since().decode()
    for payload in ACTING.values():
        assert seen(f'"{payload}"') in terminal.since().decode()


def test_a_query_on_the_screen(start: Start) -> None:
    every = "".join(ACTING.values())
    terminal = start([*PROGRAM, "-q", f"жжж{every}"], ready=False, cols=200)
    terminal.wait_for("жжж")
    terminal.settle()
    terminal.press(f"\x1b[200~{every}\x1b[201~")
    assert_harmless(terminal.since())


def test_a_query_in_lines() -> None:
    every = "".join(ACTING.values())
    asked = "".join(f"жжж{payload}\n" for payload in ACTING.values())
    for output in (ran("list", "-q", f"жжж{every}:"), ran("--plain", "-q", f"жжж{every}", stdin=asked)):
        assert_plain(output)
        assert output.count("жжж".encode()) == output.count("“жжж".encode()) > 0


def test_markup_is_text_wherever_it_stands(start: Start, tmp_path: Path) -> None:
    every = " ".join(MARKUP)
    path = model(tmp_path, [f"до {each} после" for each in MARKUP], every, title=f"[b]t {every}")
    terminal = start([*PROGRAM, str(path)], cols=200, rows=40)
    for each in MARKUP:
        terminal.wait_until(lambda: f"│ до {each} после" in terminal.text())  # noqa: B023
        terminal.send("j")
    for typed in MARKUP:
        terminal.press(f"/жжж{typed}")
        assert f"жжж{typed}" in terminal.text()
        terminal.press("\x15\r")
    for output in (ran("list", str(path)), ran("--plain", str(path), stdin="a\n1\n")):
        assert_plain(output)
        assert every in output.decode()


def test_a_citation_in_the_clipboard(start: Start, tmp_path: Path) -> None:
    path = model(tmp_path, [f"до {' '.join(MARKUP)}"], "\x1b]52;c;0Jc=\x07", title="=HYPERLINK(1)")
    terminal = start([*PROGRAM, str(path)])
    terminal.press("y")
    before, sent, after = re.split(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", terminal.since())
    assert_plain(b64decode(sent))
    assert b64decode(sent).decode().startswith(f"«до {' '.join(MARKUP)}»\n")
    assert_harmless(before + after)
