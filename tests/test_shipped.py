"""The article that the program ships with, and its model: all of it, to the letter, and nothing else."""

import hashlib
import re
import shutil
from pathlib import Path

import pytest
import yaml

from tests.test_cli import run
from tuiapp.model import Item, Localised, Model, Stage, wordings
from tuiapp.shipped import shipped
from tuiapp.snapshot import Snapshot

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "000_601df9e75d1f0f37.txt"
TEXT = SEED.read_bytes().decode()
DATA = ROOT / "data" / "newsby-2025-09-30.yaml"
QUOTES: list[tuple[int, int]] = [
    (number, place)
    for number, item in enumerate(yaml.safe_load(DATA.read_text())["items"])
    for place in range(len(item["quotes"]))
]


def test_the_article_is_the_one_that_came() -> None:
    assert hashlib.sha256(SEED.read_bytes()).hexdigest() == (
        "06a5fb0bbe076ef44391666e3f9edc78db610ac0be4d6385bcd62bd26afd6011"
    )


def test_a_checkout_ships_its_own_data() -> None:
    assert Path(shipped()) == ROOT / "data"


def test_every_quote_stands_in_the_article(model: Model) -> None:
    assert model.sources == {"newsby-2025-09-30": TEXT}
    assert len(QUOTES) >= len(model.items)
    assert [quote.exact for item in model.items for quote in item.quotes if quote.exact not in TEXT] == []


def test_every_quote_has_the_place_at_which_it_stands(ready: Snapshot) -> None:
    for number, place in QUOTES:
        evidence = ready.archive.evidence(number, place)
        assert evidence.status == "verbatim"
        assert TEXT[evidence.start : evidence.end] == ready.model.items[number].quotes[place].exact


TWINS = str.maketrans("аеорсухАВЕКМНОРСТХaeopcyx", "aeopcyxABEKMHOPCTXаеорсух")


def other(letter: str) -> str:
    """Another letter, one that looks the same where there is one."""
    return twin if (twin := letter.translate(TWINS)) != letter else "ъ"


@pytest.mark.parametrize("where", ["first", "middle", "last"])
@pytest.mark.parametrize(("number", "place"), QUOTES)
def test_check_finds_a_single_changed_letter(tmp_path: Path, number: int, place: int, where: str) -> None:
    content = yaml.safe_load(DATA.read_text())
    quote = content["items"][number]["quotes"][place]
    letters = [at for at, letter in enumerate(quote["exact"]) if letter.isalpha()]
    at = letters[{"first": 0, "middle": len(letters) // 2, "last": -1}[where]]
    changed = quote["exact"][:at] + other(quote["exact"][at]) + quote["exact"][at + 1 :]
    quote["exact"] = changed
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.yaml").write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")

    ran = run("check", str(tmp_path / "data"))
    said, ours, theirs = ran.out.splitlines()
    assert ran.status == 1
    assert f": items[{number}].quotes[{place}].exact: " in said
    assert "differs" in said
    # wdiff's marks stand around the words that differ.
    shown = re.search(r"\[-(.*?)-\]", ours)
    assert shown
    assert changed[at] in shown[1]
    assert shown[1] in changed
    assert re.search(r"\{\+(.*?)\+\}", theirs)
    assert "differs 1" in ran.err


def test_no_enterprise_that_the_article_does_not_name(model: Model) -> None:
    for enterprise in model.enterprises.values():
        assert isinstance(enterprise.name, str | Localised)
        name = wordings(enterprise.name)[0]
        # Russian declines: of each word the stem, that is all but two letters, and whatever ending.
        words = (re.escape(word[: max(len(word) - 2, 4)]) + r"\w*" for word in name.split())
        assert re.search(r"\b" + r"\s+".join(words), TEXT, re.IGNORECASE), name


def test_no_figure_that_the_article_does_not_give(model: Model) -> None:
    for item in model.items:
        if item.figures:
            for number in re.findall(r"\d+", wordings(item.figures)[0]):
                assert re.search(rf"\b{number}\b", TEXT), item.id
                assert any(number in quote.exact for quote in item.quotes), item.id


def test_nobody_speaks_whom_the_article_does_not_name(model: Model) -> None:
    for person in model.people.values():
        assert wordings(person.name)[0] in TEXT
        assert person.role is None or wordings(person.role)[0].split()[0].lower() in TEXT.lower()


@pytest.mark.parametrize(
    ("sector", "stages"),
    [
        ("rockets", [Stage.ACTIVE]),
        ("drones", [Stage.PLANNED, Stage.STUDY]),
        ("machine-tools", [Stage.INTEREST]),
        ("automotive", [Stage.ACTIVE]),
        ("engines", [Stage.NEGOTIATION]),
        ("lifts", [Stage.PLANNED, Stage.NEGOTIATION]),
        ("machinery", [Stage.ACTIVE, Stage.ACTIVE]),
    ],
)
def test_every_item_is_there_as_far_along_as_the_article_says(model: Model, sector: str, stages: list[Stage]) -> None:
    assert [item.stage for item in model.items if item.sector == sector] == stages


def test_every_word_of_the_article_is_quoted(model: Model) -> None:
    left = list(TEXT)
    for exact in (quote.exact for item in model.items for quote in item.quotes):
        start = TEXT.index(exact)
        left[start : start + len(exact)] = " " * len(exact)
    # Above the first paragraph stands what the web page had around the article.
    body = "".join(left)[TEXT.index("Ключевыми") :]
    assert re.findall(r"\w+", re.sub("(подчеркнул|сказал) Денис Гурков", "", body)) == []


def in_both(item: Item) -> bool:
    texts = [item.title, *(quote.translation for quote in item.quotes)]
    return isinstance(item.title, Localised) and all(texts)


def test_every_title_is_in_both_languages_and_every_quote_translated(model: Model) -> None:
    assert [item.id for item in model.items if not in_both(item)] == []
