"""Right models: what comes out of them, and from where they may come."""

import gc
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.standard_input import standard_input
from tuiapp.dates import Date
from tuiapp.library import ModelError, load
from tuiapp.model import Localised, Speech, Stage

ARTICLE = """\
article:
  id: a
  title: {ru: Заголовок, en: Title}
  publisher: news.by
  published: 2025-09-30
  language: ru
"""
NAMES = """\
regions:
  belarus: {name: {ru: Беларусь, en: Belarus}}
sectors:
  lifts: {name: Lifts, isic: "2816", aliases: [лифты]}
enterprises:
  mlm: {name: Mogilevliftmash, region: belarus}
people:
  gurkov: {name: Денис Гурков}
"""
ITEMS = """\
items:
  - id: one
    title: Lifts together
    sector: lifts
    enterprises: [mlm]
    origin: belarus
    stage: negotiation
    quotes:
      - {exact: "о «лифтах»", speaker: gurkov, speech: reported}
"""
WHOLE = ARTICLE + NAMES + ITEMS

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file below the test's folder and returns its path."""

    def written(name: str, text: str | bytes) -> Path:
        path = tmp_path / "model" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return written


def test_every_field_of_a_model_is_read(write: Write) -> None:
    model = load([str(write("a.yaml", WHOLE))])
    (article,), (item,), (quote,) = model.articles, model.items, model.items[0].quotes
    assert (article.title, article.published) == (Localised(ru="Заголовок", en="Title"), Date("2025-09-30"))
    assert (item.stage, item.enterprises, item.origin, item.destination) == (
        Stage.NEGOTIATION,
        ("mlm",),
        "belarus",
        None,
    )
    assert (quote.exact, quote.speaker, quote.speech) == ("о «лифтах»", "gurkov", Speech.REPORTED)
    assert model.sectors["lifts"].aliases == ("лифты",)
    assert model.starts == (0,)
    assert model.article_of(0) is article


def test_names_of_one_file_serve_the_items_of_another(write: Write) -> None:
    other = (ARTICLE + ITEMS).replace("id: a", "id: b")
    load([str(write("names.yml", NAMES)), str(write("a.yaml", ARTICLE + ITEMS)), str(write("b.yaml", other))])


def test_an_article_without_items_owns_none(write: Write) -> None:
    write("1.yaml", ARTICLE)
    folder = write("2.yaml", WHOLE.replace("id: a", "id: b")).parent
    model = load([str(folder)])
    assert [article.id for article in model.articles] == ["a", "b"]
    assert (model.starts, model.article_of(0).id) == ((0, 0), "b")


def test_the_same_definition_in_two_files_is_one(write: Write) -> None:
    write("1.yaml", NAMES)
    model = load([str(write("2.yaml", WHOLE).parent)])
    assert len(model.sectors) == 1


def test_a_folder_is_read_at_every_depth_in_name_order(write: Write) -> None:
    write("b/deep/two.yml", ARTICLE.replace("id: a", "id: two"))
    write("c.yaml", ARTICLE.replace("id: a", "id: three"))
    write("a.yaml", ARTICLE.replace("id: a", "id: one"))
    write("b/notes.txt", "not a model")
    folder = write(".hidden.yaml", "as for a shell's *, not a model either").parent
    assert [article.id for article in load([str(folder)]).articles] == ["one", "two", "three"]


def test_a_file_that_is_named_twice_is_read_once(write: Write) -> None:
    path = write("a.yaml", WHOLE)
    assert len(load([str(path), str(path.parent), os.path.relpath(path)]).articles) == 1


def test_standard_input_is_a_path_of_one_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", standard_input(WHOLE.encode()))
    assert len(load(["-"]).items) == 1


def test_aliases_stand_for_what_they_name(write: Write) -> None:
    text = WHOLE.replace("origin: belarus", "origin: &b belarus\n    destination: *b")
    assert load([str(write("a.yaml", text))]).items[0].destination == "belarus"


def test_a_text_may_hold_tabs_line_feeds_and_other_blanks(write: Write) -> None:
    text = WHOLE.replace("title: Lifts together", 'title: "a\\tb\\nc\\_d\\u3000e"')
    assert load([str(write("a.yaml", text))]).items[0].title == "a\tb\nc\u00a0d\u3000e"


@pytest.mark.parametrize("enabled", [True, False])
def test_the_garbage_collector_is_left_as_it_was(write: Write, enabled: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        load([str(write("a.yaml", WHOLE))])
        with pytest.raises(ModelError):
            load([str(write("a.yaml", ""))])
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if before else gc.disable)()


def test_progress_rises_to_the_total_and_may_stop_the_reading(write: Write) -> None:
    items = "".join(ITEMS.removeprefix("items:\n").replace("one", f"n{number}") for number in range(4000))
    path = write("a.yaml", ARTICLE + NAMES + "items:\n" + items)
    seen: list[tuple[int, int]] = []
    load([str(path)], lambda done, total: seen.append((done, total)))
    assert seen == sorted(seen)
    assert seen[-1] == (path.stat().st_size, path.stat().st_size)
    assert len({done for done, _ in seen}) > 3

    parts: list[int] = []
    with pytest.raises(ModelError):
        load([str(write("empty.yaml", ""))], lambda done, total: parts.append(done // total))

    class StopError(Exception):
        pass

    def stop(done: int, total: int) -> None:
        if done > total / 3:
            raise StopError

    with pytest.raises(StopError):
        load([str(path)], stop)


def test_a_source_is_read_to_the_letter(write: Write) -> None:
    raw = "\ufeffПервая\r\nвторая\x1b\u2028\n"
    write("../texts/a.txt", raw)
    path = write("a.yaml", ARTICLE + "  source: ../texts/a.txt\n" + NAMES + ITEMS)
    assert load([str(path)]).sources == {"a": raw}
