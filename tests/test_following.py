"""Of changed files only what has changed is done again, and the result is that of doing everything again."""

from collections import Counter
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.test_load import WHOLE
from tests.test_load_partly import named
from tuiapp.evidence import Evidence, Source, Status
from tuiapp.following import changes
from tuiapp.library import read, reading, resurvey, survey
from tuiapp.snapshot import Snapshot

SAID = "Речь о «лифтах», и о станках тоже."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles of an item each, with a text; the item of the second follows that of the first."""
    (tmp_path / "a.yaml").write_text(sourced("a", WHOLE))
    (tmp_path / "b.yaml").write_text(sourced("b", named("b", follows="a/one")))
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(SAID)
    return tmp_path


def sourced(name: str, text: str) -> str:
    return text.replace("  language: ru\n", f"  language: ru\n  source: {name}.txt\n")


def edited(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / f"{name}.yaml").read_text()
    assert old in text
    (folder / f"{name}.yaml").write_text(text.replace(old, new))


WORDS = [
    ("title: Lifts together", "title: Lifts apart"),
    ("stage: negotiation", "stage: active"),
    ("о «лифтах»", "о станках"),
    ("speech: reported", "speech: direct"),
    ("    stage:", "    due: 2026\n    figures: six\n    products: [lifts]\n    stage:"),
]


@pytest.mark.parametrize(("old", "new"), WORDS)
def test_files_with_other_words_are_not_compared_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str
) -> None:
    before = survey([str(folder)])
    edited(folder, "a", old, new)
    fresh = survey([str(folder)])
    monkeypatch.setattr(reading, "compared", None)
    after = resurvey(before)
    assert after.model == fresh.model != before.model


BINDING = [
    ("a", "id: one", "id: two"),
    ("a", "id: a\n", "id: b\n"),
    ("a", "2025-09-30", "2025-10-30"),
    ("a", "sector: lifts", "sector: boats"),
    ("a", "enterprises: [mlm]", "enterprises: [x]"),
    ("a", "origin: belarus", "origin: x"),
    ("a", "origin: belarus", "between: [belarus, belarus]"),
    ("a", "speaker: gurkov", "speaker: x"),
    ("b", "follows: a/one", "follows: b/one"),
    ("a", "name: Mogilevliftmash", "name: Mahilioŭliftmaš"),
    ("a", "region: belarus", "region: x"),
    ("a", "source: a.txt", "source: none.txt"),
]


@pytest.mark.parametrize(("name", "old", "new"), BINDING)
def test_files_with_other_names_are_compared(folder: Path, name: str, old: str, new: str) -> None:
    before = read([str(folder)])
    edited(folder, name, old, new)
    after = resurvey(before)
    assert after.faults == survey([str(folder)]).faults != ()
    edited(folder, name, new, old)
    assert resurvey(after).model == before.model


def test_faults_that_were_there_are_not_forgotten_over_other_words(folder: Path) -> None:
    edited(folder, "b", "follows: a/one", "follows: a/none")
    before = read([str(folder)], partly=True)
    edited(folder, "a", "Lifts together", "Lifts apart")
    assert resurvey(before).faults == before.faults != ()


def test_a_source_that_is_gone_is_a_fault_of_the_same_article(folder: Path) -> None:
    before = read([str(folder)])
    (folder / "a.txt").unlink()
    assert resurvey(before).faults == survey([str(folder)]).faults != ()


def statuses(snapshot: Snapshot) -> list[object]:
    numbers = range(len(snapshot.model.items))
    return [[snapshot.archive.statuses(number) for number in numbers], snapshot.archive.wrong(numbers)]


@pytest.mark.parametrize(
    ("old", "new", "said", "sought"),
    [
        ("Lifts together", "Lifts apart", SAID, []),
        ("о «лифтах»", "о лифтах", SAID, ["о лифтах"]),
        ("о «лифтах»", "о станках", SAID, ["о станках"]),
        ("id: b", "id: c", SAID, ["о «лифтах»"]),
        ("together", "together", "Ничего.", ["о «лифтах»"]),
        ("together", "together", SAID.replace("тоже", "нет"), ["о «лифтах»"]),
    ],
)
def test_only_quotes_of_other_words_or_texts_are_checked_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str, said: str, sought: list[str]
) -> None:
    before = Snapshot(read([str(folder)]).model)
    statuses(before)
    edited(folder, "b", old, new)
    (folder / "b.txt").write_text(said)
    model = read([str(folder)]).model
    whole = statuses(Snapshot(model))
    asked: list[str] = []
    find = Source.find

    def counted(source: Source, exact: str) -> Evidence:
        asked.append(exact)
        return find(source, exact)

    monkeypatch.setattr(Source, "find", counted)
    assert statuses(before.renewed(model, before.left_out)) == whole
    assert asked == sought


def test_a_quote_is_that_of_its_item_and_article(folder: Path) -> None:
    model = read([str(folder)]).model
    old = Snapshot(model)
    statuses(old)
    quote = replace(model.items[0].quotes[0], exact="ничего нет")
    other = replace(model.items[0], id="zero", quotes=(quote,))
    new = old.renewed(replace(model, items=(other, *model.items), starts=(0, 2)), old.left_out)
    first, *rest = [new.archive.statuses(number) for number in range(3)]
    assert (first, rest) == ((Status.MISSING,), [(Status.VERBATIM,)] * 2)
    assert new.archive.wrong(range(3)) == 1


def test_changes_are_counted(folder: Path) -> None:
    model = read([str(folder)]).model
    (first, second), (one, two) = model.articles, model.items
    assert changes(model, replace(model, regions={})) == Counter()
    titled = replace(model, articles=(replace(first, title="x"), second), items=(replace(one, title="x"), two))
    assert changes(model, titled) == {"articles other": 1, "items other": 1}
    told = {**model.sources, second.id: "x"}
    assert changes(model, replace(model, sources=told)) == {"texts other": 1}
    fewer = replace(model, articles=(first,), items=(one,), starts=(0,), sources={first.id: SAID})
    assert changes(model, fewer) == {"articles fewer": 1, "items fewer": 1, "texts fewer": 1}
    assert changes(fewer, model) == {"articles more": 1, "items more": 1, "texts more": 1}
    renamed = replace(model, items=(replace(one, id="x"), two))
    assert changes(model, renamed) == {"items more": 1, "items fewer": 1}
