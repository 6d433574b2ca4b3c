"""`tuiapp new`: what it writes, what it refuses, and that `check` passes from the first moment."""

import builtins
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.draft.texts import ENGLISH, RUSSIAN
from tests.test_cli import run
from tuiapp.library import load
from tuiapp.library.sources import LIMIT
from tuiapp.model import Model, Quote
from tuiapp.shipped import shipped

PAGE = """<!doctype html><html><head><title>Hoists for the south</title>
<meta property="og:site_name" content="The Gazette"><link rel="canonical" href="https://example.org/hoists">
<meta property="article:published_time" content="2025-10-01T10:00:00+03:00"></head>
<body><nav><a href="/">Home</a></nav>
<article><h1>Hoists for the south</h1>
<p>Hoist Works JSC will deliver some forty hoists to the port by December 2026.</p>
<p>“We produce ten hoists a month,” says Anna Smith, an engineer. “The docks are interested in more of them.”</p>
</article><footer>All rights reserved</footer></body></html>"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A text alone in a folder."""
    path = tmp_path / "lifts.txt"
    path.write_bytes(RUSSIAN.encode())
    return path


def quotes(model: Model) -> list[Quote]:
    return [quote for item in model.items for quote in item.quotes]


def told(folder: Path) -> list[str]:
    """What `check --uncovered` prints but for the count of guesses."""
    lines = run("check", str(folder), "--uncovered").out.splitlines()
    return [line for line in lines if not line.endswith("# ?")]


def checks(folder: Path) -> bool:
    """Whether `check` finds nothing wrong."""
    return run("check", str(folder)).status == 0


def test_a_text_gets_a_model_beside_it_that_checks(article: Path) -> None:
    ran = run("new", str(article), "--lang", "en")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err.startswith(f"wrote {article.with_suffix('.yaml')}\n")
    assert sorted(path.name for path in article.parent.iterdir()) == ["lifts.txt", "lifts.yaml"]
    assert article.read_bytes() == RUSSIAN.encode()
    assert checks(article.parent)


def test_the_draft_holds_what_the_text_says(article: Path) -> None:
    run("new", str(article), "--publisher", "Вестник")
    model = load([str(article.parent)])
    (told,) = model.articles
    assert (told.title, told.publisher, told.published, told.language) == (
        "Лифты для Самары",
        "Вестник",
        "2025-11-17",
        "ru",
    )
    assert (told.source, told.sha256) == ("lifts.txt", sha256(RUSSIAN.encode()).hexdigest())
    supply, cabins, opening, study, interest = model.items
    assert [item.stage for item in model.items] == ["planned", "active", "planned", "study", "interest"]
    assert (supply.enterprises, supply.sector, supply.destination) == (("mogilevliftmash",), "lifts", "samara")
    assert (supply.figures, supply.due) == ("около 300 лифтов", "2026")
    assert supply.quotes[0].speech == "narration"
    assert cabins.quotes[0].exact.endswith("двигатели закупаем в Минске")
    assert [quote.speaker for quote in quotes(model)] == [None, "petrov", "petrov", "ivanova", "ivanova"]
    assert [quote.speech for quote in quotes(model)][1:] == ["direct", "direct", "reported", "reported"]
    assert model.people["petrov"].role == "директор завода"
    assert model.enterprises["podem"].name == "Подъём"
    assert interest.products
    assert opening.id
    assert study.id


def test_the_same_in_english(tmp_path: Path) -> None:
    ran = run("new", "-", "--into", str(tmp_path), "--publisher", "The Gazette", stdin=ENGLISH)
    assert ran.status == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "the-gazette-2025-10-01.txt",
        "the-gazette-2025-10-01.yaml",
    ]
    assert checks(tmp_path)
    model = load([str(tmp_path)])
    assert [item.stage for item in model.items] == ["agreed", "planned", "active", "interest"]
    assert model.items[0].enterprises == ("hoist-works", "port-machine-plant")
    assert (model.items[1].due, model.items[2].quotes[0].speaker) == ("2026-12", "smith")


def test_what_is_a_guess_is_marked_and_what_was_given_is_not(article: Path) -> None:
    given = ("--url", "https://example.org/a", "--publisher", "Вестник", "--published", "2025-11")
    lines = run("new", str(article), "--print", *given).out.splitlines()
    marked = {line.split(":")[0].strip("- ") for line in lines if "# ?" in line and not line.startswith("#")}
    assert {"title", "sector", "stage", "enterprises", "speaker", "speech", "due"} <= marked
    assert "  publisher: Вестник" in lines
    assert "  published: 2025-11" in lines
    assert '  url: "https://example.org/a"' in lines
    assert any(line.endswith("stage: planned  # ? поставит") for line in lines)


def test_a_word_from_the_text_is_never_a_comment_or_a_key(tmp_path: Path) -> None:
    text = 'Завод "# - {a: b}" поставит: 5 лифтов # --- в Самару, и это "да: нет" & *x !y %z @w `v`.\n---\n'
    assert run("new", "-", "--into", str(tmp_path), stdin=text).status == 0
    assert checks(tmp_path)
    (item,) = load([str(tmp_path)]).items
    assert item.quotes[0].exact == text.splitlines()[0]


# Files


def test_print_writes_nothing(article: Path) -> None:
    ran = run("new", str(article), "--print")
    assert ran.status == 0
    assert yaml.safe_load(ran.out)["article"]["source"] == "lifts.txt"
    assert list(article.parent.iterdir()) == [article]


def test_nothing_is_overwritten(article: Path) -> None:
    model = article.with_suffix(".yaml")
    model.write_text("mine")
    ran = run("new", str(article), "--lang", "en")
    assert (ran.status, ran.out) == (2, "")
    assert f"{model} is there already" in ran.err
    assert model.read_text() == "mine"


def test_another_text_of_that_name_is_not_overwritten(article: Path, tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.mkdir()
    (there / "lifts.txt").write_text("mine")
    ran = run("new", str(article), "--into", str(there), "--lang", "en")
    assert ran.status == 2
    assert "another text" in ran.err
    assert {path.name: path.read_text() for path in there.iterdir()} == {"lifts.txt": "mine"}


def test_into_a_folder_both_are_written(article: Path, tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.mkdir()
    assert run("new", str(article), "--into", str(there)).status == 0
    assert {path.name for path in there.iterdir()} == {"lifts.txt", "lifts.yaml"}
    assert (there / "lifts.txt").read_bytes() == article.read_bytes()
    assert checks(there)


def test_a_name_that_no_model_could_hold_is_spelled_in_letters(tmp_path: Path) -> None:
    path = tmp_path / "лифты\u200b и \x1b станки.md"
    path.write_text(RUSSIAN)
    assert run("new", str(path)).status == 0
    assert (tmp_path / "lifty-i-stanki.yaml").exists()
    assert checks(tmp_path)


REFUSED = [
    (b"", "no word"),
    (b"1 2 3\n...\n", "no word"),
    ("\u3164\u200b".encode(), "no word"),
    ("Завод поставит лифты.".encode("utf-16"), "UTF-16"),
    ("Завод поставит лифты.".encode("cp1251"), "not UTF-8: byte 1 is 0x"),
    (b"Lift \xff works", "byte 6 is 0xFF"),
    (b"Lift works. " * 100_000, "larger than 1 MB"),
]


@pytest.mark.parametrize(("raw", "why"), REFUSED, ids=range(len(REFUSED)))
def test_what_is_no_text_is_refused_with_a_sentence(tmp_path: Path, raw: bytes, why: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(raw)
    ran = run("new", str(path), "--lang", "en")
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert why in ran.err
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_is_too_large_a_folder_and_none_are_refused(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(LIMIT + 1)
    for path, why in ((large, "larger than 16 MB"), (tmp_path, "a folder"), (tmp_path / "none.txt", "no such file")):
        ran = run("new", str(path), "--into", str(tmp_path), "--lang", "en")
        assert ran.status == 2
        assert why in ran.err
    assert run("new", "-", "--into", str(tmp_path), stdin=b"a" * (LIMIT + 1)).status == 2
    assert list(tmp_path.iterdir()) == [large]


WHOLE = [
    "\ufeff" + RUSSIAN,
    RUSSIAN.replace("\n", "\r\n"),
    RUSSIAN.replace("\n", "\r"),
    RUSSIAN.replace("\n\n", " "),
    RUSSIAN.replace(" ", "\u00a0"),
    RUSSIAN.replace("е", "е\u00ad"),
    RUSSIAN.replace("лифтов", "лиф\x1b[31mтов\x00"),
    RUSSIAN.replace("лифтов", "лиф\u2028тов\u202e"),
    RUSSIAN + "\x1a",
    "Лифты",
    "Завод поставит лифты",
    "Завод " * 50_000,
    "«" * 5_000 + "Завод поставит лифты",
    '"' * 5_000 + "a",
    "Завод поставит лифты. " * 300,
    ", — сказал Иван Петров. —" * 500,
]


@pytest.mark.parametrize("text", WHOLE, ids=range(len(WHOLE)))
def test_any_text_is_kept_to_the_byte_and_its_draft_checks(tmp_path: Path, text: str) -> None:
    ran = run("new", "-", "--into", str(tmp_path), stdin=text.encode())
    assert ran.status == 0, ran.err
    (kept,) = tmp_path.glob("*.txt")
    assert kept.read_bytes() == text.encode()
    assert checks(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("--published", "17 ноября"), "a day, a month or a year is due"),
        (("--published", "2025-13"), "there is no month 13"),
        (("--url", "lift.by"), "an address is due"),
        (("--publisher", " "), "a name is due"),
    ],
)
def test_what_is_given_wrong_is_refused(article: Path, arguments: tuple[str, str], why: str) -> None:
    ran = run("new", str(article), *arguments, "--lang", "en")
    assert ran.status == 2
    assert why in ran.err
    assert not article.with_suffix(".yaml").exists()


# Pages


def test_a_saved_page_gives_its_text_title_date_publisher_and_address(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    path = tmp_path / "saved.html"
    path.write_text(PAGE)
    assert run("new", str(path)).status == 0
    assert {each.name for each in tmp_path.iterdir()} == {"saved.html", "saved.txt", "saved.yaml"}
    assert checks(tmp_path)
    (article,) = load([str(tmp_path)]).articles
    assert (article.title, article.publisher, article.published) == (
        "Hoists for the south",
        "The Gazette",
        "2025-10-01",
    )
    assert (article.url, article.id) == ("https://example.org/hoists", "the-gazette-2025-10-01")
    assert "rights reserved" not in (tmp_path / "saved.txt").read_text()
    assert "# ?" not in (tmp_path / "saved.yaml").read_text().split("items:")[0].split("article:")[1]


def test_a_page_without_an_article_is_refused(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    ran = run("new", "-", "--into", str(tmp_path), "--lang", "en", stdin="<html><body></body></html>")
    assert ran.status == 2
    assert "no article was found" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_without_the_library_a_page_is_refused_with_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    imported = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.startswith("trafilatura"):
            raise ImportError(name)
        return imported(name, *rest)

    monkeypatch.delitem(sys.modules, "trafilatura", raising=False)
    monkeypatch.setattr(builtins, "__import__", without)
    ran = run("new", "-", "--into", str(tmp_path), "--lang", "en", stdin=PAGE)
    assert ran.status == 2
    assert "pip install 'tuiapp[html]'" in ran.err


# The folder


FOLDER = """article: {id: old, title: Old, publisher: P, published: 2025-01-01, language: ru}
regions: {samara: {name: {ru: Самарская область, en: Samara region}}}
sectors: {lifts: {name: Lifts}, hoisting: {name: Подъёмники}}
enterprises: {mlm: {name: Могилевлифтмаш}, works: {name: Могилевский завод, aliases: [МЛЗ]}}
people: {ip: {name: Иван Петров, role: директор}}
items:
  - {id: one, title: A, sector: hoisting, enterprises: [mlm], stage: planned, quotes: [{exact: a, speech: narration}]}
  - {id: two, title: B, sector: hoisting, enterprises: [mlm], stage: planned, quotes: [{exact: b, speech: narration}]}
  - {id: three, title: C, sector: lifts, enterprises: [mlm], stage: active, quotes: [{exact: c, speech: narration}]}
"""


def test_what_the_folder_knows_keeps_its_ids_and_is_not_repeated(article: Path) -> None:
    (article.parent / "old.yaml").write_text(FOLDER)
    run("new", str(article))
    drafted = yaml.safe_load(article.with_suffix(".yaml").read_text())
    first = drafted["items"][0]
    assert (first["enterprises"], first["sector"], first["destination"]) == (["mlm"], "hoisting", "samara")
    assert drafted["items"][1]["quotes"][0]["speaker"] == "ip"
    assert "mlm" not in drafted["enterprises"]
    assert "samara" not in drafted["regions"]
    assert set(drafted["people"]) == {"ivanova"}
    assert checks(article.parent)


def test_an_earlier_item_of_the_same_matter_is_proposed(article: Path) -> None:
    (article.parent / "old.yaml").write_text(FOLDER)
    run("new", str(article))
    assert yaml.safe_load(article.with_suffix(".yaml").read_text())["items"][0]["follows"] in ("old/one", "old/two")


@pytest.mark.parametrize("published", ["2026-01-01", "2025-11-17", "2025"])
def test_what_is_not_surely_earlier_is_not_followed(article: Path, published: str) -> None:
    (article.parent / "old.yaml").write_text(FOLDER.replace("2025-01-01", published))
    run("new", str(article))
    assert "follows" not in article.with_suffix(".yaml").read_text()
    assert checks(article.parent)


def test_an_id_that_is_taken_gets_a_number(article: Path) -> None:
    (article.parent / "old.yaml").write_text(FOLDER.replace("id: old", "id: lifts").replace("ip:", "ivanova:"))
    run("new", str(article))
    drafted = yaml.safe_load(article.with_suffix(".yaml").read_text())
    assert drafted["article"]["id"] == "lifts-2"
    assert set(drafted["people"]) == {"ivanova-2"}
    assert checks(article.parent)


def test_a_faulty_file_of_the_folder_is_told_and_does_not_hinder(article: Path) -> None:
    (article.parent / "faulty.yaml").write_text("article: 1")
    ran = run("new", str(article), "--lang", "en")
    assert ran.status == 0
    assert "none of its names are known" in ran.err
    (article.parent / "old.yaml").write_text(FOLDER)
    article.with_suffix(".yaml").unlink()
    assert "1 faulty file is left out" in run("new", str(article), "--lang", "en").err


# The article that ships with the program


def test_the_shipped_article_is_drafted_to_its_items(tmp_path: Path) -> None:
    known = load([shipped()])
    (text,) = known.sources.values()
    run("new", "-", "--into", str(tmp_path), stdin=text)
    assert checks(tmp_path)
    drafted = load([str(tmp_path)])
    found = {quote.exact for quote in quotes(drafted)}
    spoken = [quote.exact for item in known.items for quote in item.quotes[:1]]
    missed = [exact for exact in spoken if not any(part in exact or exact in part for part in found)]
    assert len(missed) <= 2
    assert (drafted.articles[0].publisher, drafted.articles[0].published) == ("news.by", "2025-09-30")


def test_no_sentence_of_the_shipped_article_is_uncovered() -> None:
    plain, ran = run("check", shipped()), run("check", shipped(), "--uncovered")
    assert (ran.status, ran.out, ran.err) == (plain.status, plain.out, plain.err)


def test_uncovered_sentences_are_told_with_their_place(article: Path) -> None:
    run("new", str(article))
    assert told(article.parent) == []
    model = article.with_suffix(".yaml")
    drafted = yaml.safe_load(model.read_text())
    del drafted["items"][0], drafted["items"][2]
    model.write_text(yaml.safe_dump(drafted, allow_unicode=True))
    ran = run("check", str(article.parent), "--uncovered")
    assert ran.status == 0
    places = [line for line in ran.out.splitlines() if line.startswith(f"{article}:")]
    assert [line.split(": ")[0].removeprefix(f"{article}:") for line in places] == ["5:1", "9:1"]
    assert places[0].endswith(": Могилевлифтмаш поставит в Самарскую область около 300 лифтов до конца 2026 года.")


def test_what_a_page_says_twice_is_covered_by_one_quote(article: Path) -> None:
    article.write_text("Завод поставит лифты в Самару. Завод поставит лифты в Самару.\n")
    run("new", str(article))
    assert told(article.parent) == []
