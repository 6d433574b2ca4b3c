"""What `check` warns of: each kind with its place, and what is left alone."""

import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from tests.test_cli import run
from tests.test_load import ARTICLE, ITEMS, NAMES, WHOLE
from tuiapp.archive import Archive
from tuiapp.dates import Date
from tuiapp.doubts import Kind, doubts
from tuiapp.model import Article, Enterprise, Item, Model, Quote, Region, Sector, Speech, Stage

Warned = Callable[..., list[str]]


@pytest.fixture
def warned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Warned:
    """What `check` says on standard output of files with these texts; all of it are warnings."""
    monkeypatch.chdir(tmp_path)

    def said(*texts: str, source: str = "") -> list[str]:
        (tmp_path / "m").mkdir()
        (tmp_path / "m" / "text.txt").write_text(source or "о «лифтах»", encoding="utf-8")
        for name, text in zip("abc", texts, strict=False):
            (tmp_path / "m" / f"{name}.yaml").write_text(text, encoding="utf-8")
        ran = run("check", "m")
        lines = ran.out.splitlines()
        assert ran.status == 0, ran.err
        assert (f"; {len(lines)} warning" in ran.err) is bool(lines)
        assert all(": warning: " in line for line in lines)
        return [line.removeprefix("m/").replace(" warning:", "", 1) for line in lines]

    return said


OTHER = ITEMS.removeprefix("items:\n").replace("id: one", "id: two")
UNLIKE = OTHER.replace("о «лифтах»", "другое")


def article(name: str, published: str, item: str = UNLIKE, **fields: str) -> str:
    """A file with an article of this date and an item, without names of its own."""
    head = ARTICLE.replace("id: a", f"id: {name}").replace("2025-09-30", published)
    more = "".join(f"    {key}: {value}\n" for key, value in fields.items())
    return head + "items:\n" + item.rstrip("\n") + "\n" + more


def test_a_model_of_which_all_is_used_is_not_warned_of(warned: Warned) -> None:
    assert warned(WHOLE) == []


# What stands in a line of WHOLE, by its number from 1, and what is said of it.
LINES = [
    ("a region", 8, "  belarus: {name: x}\n  y: {name: y}", '9:3: regions.y: nothing uses the region "y"'),
    ("a sector", 10, "  lifts: {name: x}\n  y: {name: y}", '11:3: sectors.y: nothing uses the sector "y"'),
    ("a company", 12, "  mlm: {name: x}\n  y: {name: y}", '13:3: enterprises.y: nothing uses the enterprise "y"'),
    ("somebody", 14, "  gurkov: {name: x}\n  y: {name: y}", '15:3: people.y: no quote is of "y"'),
    ("a strange id", 14, '  gurkov: {name: x}\n  "y {0}": {name: y}', '15:3: people["y {0}"]: no quote is of "y {0}"'),
]


@pytest.mark.parametrize(("number", "line", "said"), [pytest.param(*row[1:], id=row[0]) for row in LINES])
def test_a_name_that_nothing_uses(warned: Warned, number: int, line: str, said: str) -> None:
    lines = WHOLE.split("\n")
    lines[number - 1] = line
    assert warned("\n".join(lines)) == [f"a.yaml:{said}"]


def test_a_name_is_where_it_is_defined_first(warned: Warned) -> None:
    names = "people:\n  y: {name: y}\n"
    assert warned(ARTICLE + ITEMS, NAMES.replace("people:\n", names), names) == [
        'b.yaml:8:3: people.y: no quote is of "y"'
    ]


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        ("{name: Гомсельмаш}", "{name: x, aliases: [ГОМСЕЛЬМАШ]}", "ГОМСЕЛЬМАШ"),
        ("{name: x, aliases: [М\u0041З]}", '{name: "«МАЗ»"}', "«МАЗ»"),
        ("{name: {ru: Ёлка, en: y}}", "{name: {ru: елка, en: y}}", "елка"),
        ("{name: Minsk Motor-Plant}", "{name: Minsk motor plant}", "Minsk motor plant"),
    ],
)
def test_one_enterprise_under_two_ids(warned: Warned, one: str, other: str, name: str) -> None:
    text = WHOLE.replace("mlm:", f"aa: {one}\n  bb: {other}\n  mlm:").replace("[mlm]", "[mlm, aa, bb]")
    said = f'the enterprise "aa" is called "{name}" too: is it the same one?'
    assert warned(text) == [f"a.yaml:13:3: enterprises.bb: {said}"]


@pytest.mark.parametrize(("table", "kind"), [("regions", "region"), ("people", "person")])
def test_one_region_and_one_person_under_two_ids(warned: Warned, table: str, kind: str) -> None:
    names = f"{table}:\n  aa: {{name: Полесье, aliases: [Болота]}}\n  bb: {{name: Болота}}\n"
    said = f'{table}.bb: the {kind} "aa" is called "Болота" too: is it the same one?'
    twins = [line for line in warned(WHOLE.replace(f"{table}:\n", names)) if " too: " in line]
    assert [re.sub(r"^a.yaml:\d+:3: ", "", line) for line in twins] == [said]


def test_names_of_signs_alone_are_not_one(warned: Warned) -> None:
    text = WHOLE.replace("mlm:", "aa: {name: +}\n  bb: {name: '*'}\n  mlm:").replace("[mlm]", "[mlm, aa, bb]")
    assert warned(text) == []


def test_two_items_with_the_same_quote(warned: Warned) -> None:
    assert warned(WHOLE + OTHER, article("b", "2025-09-30", OTHER)) == [
        'a.yaml:31:17: items[1].quotes[0].exact: the item "one" has the same quote'
    ]


SAID = '{where}: "{other}" has the same enterprises, sectors and direction: does this item follow it?'


def test_a_later_item_that_is_about_the_same(warned: Warned) -> None:
    # Warned of is what is surely later, beside the last of what is surely earlier.
    assert warned(WHOLE, article("b", "2025-10"), article("c", "2025-10-31")) == [
        SAID.format(where="b.yaml:8:9: items[0].id", other="a/one"),
        SAID.format(where="c.yaml:8:9: items[0].id", other="a/one"),
    ]


def test_who_follows_through_others_follows(warned: Warned) -> None:
    b = article("b", "2025-10", follows="[a/one]")
    assert warned(WHOLE, b, article("c", "2025-11", follows="b/two")) == []


def test_who_follows_one_of_several_follows(warned: Warned) -> None:
    assert warned(WHOLE + UNLIKE, article("b", "2025-10", follows="a/one")) == []


@pytest.mark.parametrize(
    ("published", "old", "new"),
    [
        ("2025-09", "", ""),
        ("2025", "", ""),
        ("~", "", ""),
        ("2025-09-30", "", ""),
        ("2026", "[mlm]", "[]"),
        ("2026", "origin", "destination"),
        ("2026", "origin: belarus", "between: [belarus, y]"),
        ("2026", "sector: lifts", "sector: [lifts, y]"),
    ],
)
def test_what_is_no_later_or_about_something_else(warned: Warned, published: str, old: str, new: str) -> None:
    names = "regions:\n  y: {name: y}\nsectors:\n  y: {name: y}\n"
    found = warned(WHOLE, article("b", published, UNLIKE.replace(old, new)), names)
    assert [line for line in found if "follow" in line] == []


def test_the_order_of_names_is_no_difference(warned: Warned) -> None:
    names = "regions:\n  y: {name: y}\nenterprises:\n  z: {name: z}\n"
    first = WHOLE.replace("[mlm]", "[mlm, z]").replace("origin: belarus", "between: [belarus, y]")
    second = UNLIKE.replace("[mlm]", "{z: buyer, mlm: supplier}").replace("origin: belarus", "between: [y, belarus]")
    assert len(warned(first, article("b", "2026", second), names)) == 1


def test_an_article_that_has_changed(warned: Warned) -> None:
    head = ARTICLE + f"  source: text.txt\n  sha256: {sha256(b'x').hexdigest()}\n"
    text = head + NAMES + ITEMS + UNLIKE.replace("другое", "О  новых  цехах")
    changed = "the article has changed since its quotes were taken"
    assert warned(text, source="о «лифтах» О новых цехах") == [
        f"a.yaml:8:11: article.sha256: {changed}: 2 of 2 quotes still stand"
    ]


def test_an_article_of_which_quotes_are_gone(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("о лифтах", encoding="utf-8")
    head = ARTICLE + f"  source: text.txt\n  sha256: {sha256(b'x').hexdigest()}\n"
    (tmp_path / "a.yaml").write_text(head + NAMES + ITEMS.replace("о «лифтах»", "о новых тракторах"), encoding="utf-8")
    ran = run("check", str(tmp_path / "a.yaml"))
    assert ran.status == 1
    assert ran.out.splitlines()[-1].endswith("0 of 1 quote still stands")
    assert ran.err.endswith("; 1 warning\n")


def test_an_article_that_is_the_same(warned: Warned) -> None:
    source = "\ufeffо «лифтах»\r\n"
    digest = sha256(source.encode()).hexdigest()
    assert warned(ARTICLE + f"  source: text.txt\n  sha256: {digest}\n" + NAMES + ITEMS, source=source) == []


def test_warnings_are_told_in_russian_too(tmp_path: Path) -> None:
    names = "".join(f"{table}:\n  y: {{name: y}}\n" for table in ("regions", "sectors", "enterprises", "people"))
    twins = "enterprises:\n  z: {name: y}\n  x: {name: y}\n"
    (tmp_path / "text.txt").write_text("о «лифтах»", encoding="utf-8")
    head = ARTICLE + f"  source: text.txt\n  sha256: {sha256(b'x').hexdigest()}\n"
    texts = [head + NAMES + ITEMS + OTHER, article("b", "2026"), names, twins]
    for name, text in zip("abcd", texts, strict=True):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    ran = run("check", "--lang", "ru", str(tmp_path))
    lines = [line.split(": ", 2)[2] for line in ran.out.splitlines()]
    assert f"; {len(lines)} предупрежден" in ran.err
    assert {re.sub("«.*?»", "…", line.removeprefix("предупреждение: ")) for line in lines} == {
        "регион … нигде не используется",
        "отрасль … нигде не используется",
        "предприятие … нигде не используется",
        "нет ни одной цитаты с говорящим …",
        "предприятие … тоже называется …: не одно ли это предприятие?",
        "та же цитата есть в записи …",
        "у … те же предприятия, отрасли и направление: не продолжает ли её эта запись?",
        "статья изменилась с тех пор, как были взяты цитаты: сохранилось 2 из 2 цитат",
    }


def test_a_long_chain_of_items_is_walked_through_without_recursion() -> None:
    size = 20_000
    quote = Quote(exact="a", speech=Speech.NARRATION)

    def item(number: int) -> Item:
        return Item(
            id="i",
            title="t",
            sector=f"s{number % 100}",
            enterprises=(f"e{number % 1000}",),
            origin="r",
            stage=Stage.ACTIVE,
            follows=f"a{number - 1}/i" if number % 3 else (),
            quotes=(quote,),
        )

    model = Model(
        articles=tuple(
            Article(id=f"a{n}", title="t", publisher="p", language="en", published=Date(f"{1000 + n // 100}"))
            for n in range(size)
        ),
        items=tuple(map(item, range(size))),
        starts=tuple(range(size)),
        regions={"r": Region(name="r")},
        sectors={f"s{n}": Sector(name="s") for n in range(100)},
        enterprises={f"e{n}": Enterprise(name=f"e{n}") for n in range(1000)},
        people={},
    )
    archive = Archive(model)
    found = [doubt for doubt in doubts(archive) if doubt.kind is Kind.UNTIED]
    assert len(found) > size // 2
