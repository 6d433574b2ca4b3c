"""The conversation follows the files: what has changed is said before the next answer, and numbers keep their items."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.screen.test_live import article
from tests.terminal.program import PROGRAM, environment
from tests.terminal.session import Terminal
from tuiapp import following, language
from tuiapp.following import Follower
from tuiapp.library import read
from tuiapp.plain import Conversation
from tuiapp.printable import UNPRINTABLE
from tuiapp.snapshot import Question, Snapshot
from tuiapp.view import View


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "_QUIET", 0.03)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with three items of one article."""
    (tmp_path / "m").mkdir()
    (tmp_path / "m" / "a.yaml").write_text(article("a", "one", "two", "three"))
    return tmp_path / "m"


Reply = Callable[[str], list[str]]


def talk(folder: Path, *, partly: bool = True, telling: bool = True) -> Reply:
    """What answers a line about the files in a folder; the first look is done."""
    library = read([str(folder)], partly=partly)
    ready = Snapshot(library.model)
    follower = Follower(library, ready, partly=partly, telling=telling)
    conversation = Conversation(View.begun(ready, Question()), follower)
    assert len(list(conversation.reply("h"))) == 1
    return lambda line: list(conversation.reply(line))


def test_what_has_changed_is_one_line_before_the_answer(folder: Path) -> None:
    reply = talk(folder)
    (folder / "a.yaml").write_text(article("a", "zero", "one", "two", "three"))
    said = reply("zero")
    assert said[:2] == ["The articles have changed: 1 item more.", "1 of 4"]
    assert said[2].startswith("1. Lifts zero")
    assert reply("zero")[0] == "1 of 4"


def test_a_number_is_that_of_the_list_that_was_printed(folder: Path) -> None:
    reply = talk(folder)
    assert reply("a")[2].startswith("2. Lifts two")
    (folder / "a.yaml").write_text(article("a", "zero", "two", "three").replace("Lifts two", "Lifts, now two"))
    said = reply("2")
    assert said[0] == "The articles have changed: 1 item more, 1 item fewer, 1 item is different."
    assert said[1].startswith("2. Lifts, now two")
    assert reply("1") == ["Number 1 is not there any more."]
    assert reply("3")[0].startswith("3. Lifts three")
    assert reply("a")[1].startswith("1. Lifts zero")
    assert reply("1")[0].startswith("1. Lifts zero")


def test_an_item_is_shown_though_the_question_does_not_find_it_any_more(folder: Path) -> None:
    reply = talk(folder)
    assert reply("title:two")[1].startswith("1. Lifts two")
    (folder / "a.yaml").write_text(article("a", "one", "two", "three").replace("Lifts two", "Lifts apart"))
    assert reply("1")[1].startswith("1. Lifts apart")


def test_more_of_a_list_that_has_changed_begins_anew(folder: Path) -> None:
    (folder / "a.yaml").write_text(article("a", *(f"n{number:02}" for number in range(45))))
    reply = talk(folder)
    assert reply("title:n")[-2].startswith("20. Lifts n19")
    (folder / "a.yaml").write_text(article("a", *(f"n{number:02}" for number in range(1, 45))))
    said = reply("m")
    assert said[:2] == ["The articles have changed: 1 item fewer.", "44 of 44"]
    assert said[2].startswith("1. Lifts n01")
    assert reply("m")[0].startswith("21. Lifts n21")


def test_before_any_list_numbers_are_those_of_the_files_as_they_are(folder: Path) -> None:
    reply = talk(folder)
    (folder / "a.yaml").write_text(article("a", "zero", "one", "two", "three"))
    assert reply("4")[1].startswith("4. Lifts three")


@pytest.mark.parametrize("partly", [True, False])
def test_a_fault_is_one_line_and_so_is_that_it_is_mended(folder: Path, partly: bool) -> None:
    reply = talk(folder, partly=partly)
    good = (folder / "a.yaml").read_text()
    (folder / "a.yaml").write_text(good.replace("stage: negotiation", "stage: dreamt", 1))
    said = reply("two")
    assert said[0].startswith("a.yaml:21:12: items[0].stage: unknown stage")
    assert said[1] == "1 of 3"
    assert reply("two")[0] == "1 of 3"
    (folder / "a.yaml").write_text(good)
    assert reply("two")[:2] == ["No file is faulty any more.", "1 of 3"]


def test_a_guest_learns_no_fault(folder: Path) -> None:
    reply = talk(folder, telling=False)
    (folder / "a.yaml").write_text("article: secret")
    assert reply("two")[:2] == ["1 file not read", "1 of 3"]


def test_russian_is_spoken(folder: Path) -> None:
    reply = talk(folder)
    language.use("ru")
    reply("a")
    (folder / "a.yaml").write_text("article: [")
    reply("a")
    (folder / "a.yaml").write_text(article("a", "two", "three"))
    assert reply("1") == ["Статьи изменились: записей меньше на 1.", "Номера 1 больше нет."]


def test_on_a_terminal_nothing_is_written_between_prompt_and_answer(folder: Path) -> None:
    with Terminal([*PROGRAM, "--plain", str(folder)], environment()) as terminal:
        terminal.wait_for("Query or number:")
        terminal.press("a\n")
        mark = terminal.mark()
        (folder / "a.yaml").write_text(article("a", "zero", "two", "three"))
        terminal.settle(1.5)
        assert terminal.since(mark) == b""
        terminal.send("2\n")
        terminal.wait_until(lambda: terminal.since(mark).count(b"Query or"))
        said = terminal.since(mark).decode().splitlines()
        assert said[1] == "The articles have changed: 1 item more, 1 item fewer."
        assert said[2].startswith("2. Lifts two")
        assert not UNPRINTABLE.search("".join(said))


@pytest.mark.parametrize(("live", "told"), [((), False), (("--live",), True)])
def test_guests_see_changes_only_live(folder: Path, live: tuple[str, ...], told: bool) -> None:
    with Terminal([*PROGRAM, "--plain", "--restricted", *live, str(folder)], environment()) as terminal:
        terminal.wait_for("Query or number:")
        (folder / "a.yaml").write_text(article("a", "zero", "two", "three"))
        terminal.send("a\n")
        terminal.wait_for("3. Lifts three")
        assert ("The articles have changed" in terminal.text()) == told
        assert ("Lifts zero" in terminal.text()) == told


def test_a_conversation_without_a_follower_reads_nothing(folder: Path) -> None:
    ready = Snapshot(read([str(folder)]).model)
    conversation = Conversation(View.begun(ready, Question()))
    (folder / "a.yaml").unlink()
    out = io.StringIO()
    out.writelines(conversation.reply("two"))
    assert out.getvalue().startswith("1 of 3")
