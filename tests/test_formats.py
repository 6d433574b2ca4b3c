"""What the commands write: the same texts in every format, and no byte that acts on a terminal or a spreadsheet."""

import csv
import io
import json
import string
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from wcwidth import wcswidth

from tests.screen.models import matter
from tests.test_cli import run
from tuiapp import language
from tuiapp.archive import Archive
from tuiapp.dates import Date
from tuiapp.language import Language
from tuiapp.library import Fault, Library
from tuiapp.library.fault import ValuePath
from tuiapp.model import (
    Article,
    Enterprise,
    Item,
    Localised,
    Model,
    Person,
    Quote,
    Region,
    Role,
    Sector,
    Speech,
    Stage,
    Text,
)
from tuiapp.present.checking import findings, summary, warnings
from tuiapp.present.formats import FORMATS, Listing, csv_columns
from tuiapp.printable import UNPRINTABLE, one_line, visible
from tuiapp.snapshot import Question, Snapshot

SOURCE = "Тихо. В «Минске» делают лифты. Их везут."


def item(title: Text = "Lifts", exact: str = "делают лифты", **more: Any) -> Item:
    quote = Quote(exact=exact, speech=Speech.REPORTED, speaker="gurkov", translation=Localised(ru="х", en="make lifts"))
    fields = {"id": "one", "sector": "lifts", "enterprises": ("mlm",), "stage": Stage.ACTIVE, "quotes": (quote,)}
    return Item(title=title, **fields | more)


def model(*items: Item, name: Text = "Mogilevliftmash", source: str | None = SOURCE) -> Model:
    """A model of one article with these items; `name` is the enterprise's."""
    return Model(
        articles=(Article(id="a", title="t", publisher="p", published=Date("2025-09-30"), language="ru"),),
        items=items,
        starts=(0,),
        regions={"belarus": Region(name=Localised(ru="Беларусь", en="Belarus"))},
        sectors={"lifts": Sector(name="Lift building")},
        enterprises={"mlm": Enterprise(name=name)},
        people={"gurkov": Person(name="Gurkov")},
        sources={} if source is None else {"a": source},
    )


def listed(content: Model, form: str, query: str = "", width: int | None = None) -> str:
    """What `list` writes of the model."""
    ready = Snapshot(content)
    answer = ready.ask(Question(text=query))
    return "".join(FORMATS[form](Listing(answer, answer.shown.window(0, len(answer.shown)), width)))


# JSON


def test_json_has_the_keys_that_are_promised_in_their_order() -> None:
    content = model(item(figures="about 6", origin="belarus", due=Date("2026-12"), enterprises={"mlm": Role.SUPPLIER}))
    (record,) = json.loads(listed(content, "json"))
    quote = record.pop("quotes")[0]
    assert list(record.items()) == [
        ("id", "one"),
        ("article", "a"),
        ("article_title", "t"),
        ("publisher", "p"),
        ("published", "2025-09-30"),
        ("url", None),
        ("via", None),
        ("title", "Lifts"),
        ("sectors", ["lifts"]),
        ("enterprises", ["mlm"]),
        ("roles", [{"enterprise": "mlm", "role": "supplier"}]),
        ("origin", "belarus"),
        ("destination", None),
        ("between", []),
        ("stage", "active"),
        ("products", []),
        ("figures", "about 6"),
        ("due", "2026-12"),
        ("follows", []),
        ("matter", "a/one"),
        ("match", None),
    ]
    assert list(quote) == ["exact", "speaker", "speech", "translation", "status", "start", "end"]
    assert quote["translation"] == {"ru": "х", "en": "make lifts"}
    assert (quote["speaker"], quote["speech"], quote["status"]) == ("gurkov", "reported", "verbatim")


@pytest.mark.parametrize(
    ("exact", "source", "status", "selected", "why"),
    [
        ("делают лифты", SOURCE, "verbatim", "делают лифты", "to the letter"),
        ('В "Минске"  делают', SOURCE, "normalised", "В «Минске» делают", "the source's own marks and blanks"),
        ("елают лифты. Их", SOURCE, "cut", "делают лифты. Их", "the whole of the word that is cut"),
        ("Тихо. В «Минске» делают лафты", SOURCE, "differs", "Тихо. В «Минске» делают лифты", "the nearest passage"),
        ("тракторы на экспорт", SOURCE, "missing", None, "there is no place to name"),
        ("делают лифты", None, "no source", None, "nor where there is no text"),
    ],
)
def test_the_offsets_select_the_quote_from_its_source(
    exact: str, source: str | None, status: str, selected: str | None, why: str
) -> None:
    quote = json.loads(listed(model(item(exact=exact), source=source), "json"))[0]["quotes"][0]
    assert quote["status"] == status
    found = None if quote["start"] is None or source is None else source[quote["start"] : quote["end"]]
    assert found == selected, why
    assert (quote["start"] is None) is (quote["end"] is None) is (selected is None)


def test_the_match_says_of_every_word_where_and_how_it_matched() -> None:
    (record,) = json.loads(listed(model(item()), "json", "bilding mogilev"))
    match = record["match"]
    assert list(match) == [
        "term", "scope", "owner", "name", "word", "rule", "slips", "rewriting", "rewritten", "spans", "terms",
    ]  # fmt: skip
    assert [(each["term"], each["owner"], each["word"], each["slips"]) for each in match["terms"]] == [
        ("bilding", "lifts", "building", 1),
        ("mogilev", "mlm", "Mogilevliftmash", 0),
    ]
    assert match["terms"][1]["spans"] == [[0, 7]]
    assert {**match, "terms": None} == {**match["terms"][0], "terms": None}, "the weakest gives the rank"


def test_json_is_one_array_with_an_item_a_line() -> None:
    several = model(item(id="one"), item(id="two", title="a\nb"), item(id="three"))
    text = listed(several, "json")
    assert [line[:10] for line in text.split("\n")] == ["[", '{"id":"one', '{"id":"two', '{"id":"thr', "]", ""]
    assert [each["id"] for each in json.loads(text)] == ["one", "two", "three"]
    assert listed(model(), "json") == "[]\n"


def test_json_names_the_oldest_item_of_the_matter() -> None:
    records = json.loads(listed(matter(), "json"))
    assert {record["article"]: record["matter"] for record in records if record["id"] == "lifts"} == dict.fromkeys(
        ["2026-03-20", "2026-01", "2025-11-07", "2025-09-29"], "2025-09-29/lifts"
    )
    assert next(record["matter"] for record in records if record["id"] == "tools") == "2026-03-20/tools"


# CSV


def rows(content: Model) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(listed(content, "csv"), newline="")))


def test_csv_reads_back_as_the_texts() -> None:
    title = Localised(ru="х", en='Lifts, "fast"; cheap')
    quotes = (
        Quote(exact='В "Минске",\nделают лифты', speech=Speech.NARRATION),
        Quote(exact="Их везут", speech=Speech.REPORTED, speaker="gurkov", translation="They are taken away"),
    )
    content = model(item(title, figures="about 6", origin="belarus", quotes=quotes, enterprises={"mlm": Role.SUPPLIER}))
    of_item = {
        "id": "one",
        "article": "a",
        "article_title": "t",
        "publisher": "p",
        "published": "2025-09-30",
        "url": "",
        "via": "",
        "title": 'Lifts, "fast"; cheap',
        "sectors": "lifts",
        "sector_names": "Lift building",
        "enterprises": "mlm",
        "enterprise_names": "Mogilevliftmash",
        "roles": "mlm: supplier",
        "role_names": "Mogilevliftmash: supplier",
        "origin": "belarus",
        "origin_name": "Belarus",
        "destination": "",
        "destination_name": "",
        "between": "",
        "between_names": "",
        "stage": "active",
        "stage_name": "active",
        "products": "",
        "figures": "about 6",
        "due": "",
        "follows": "",
        "matter": "a/one",
    }
    of_quotes: list[dict[str, str]] = [
        {
            "quote": "1",
            "exact": 'В "Минске",\nделают лифты',
            "speaker": "",
            "speaker_name": "",
            "speech": "narration",
            "speech_name": "narration",
            "translation": "",
            "status": "differs",
            "status_name": "differs",
            "start": "6",
            "end": "29",
        },
        {
            "quote": "2",
            "exact": "Их везут",
            "speaker": "gurkov",
            "speaker_name": "Gurkov",
            "speech": "reported",
            "speech_name": "reported speech",
            "translation": "They are taken away",
            "status": "verbatim",
            "status_name": "verbatim",
            "start": "31",
            "end": "39",
        },
    ]
    assert [list(row.items()) for row in rows(content)] == [list((of_item | quote).items()) for quote in of_quotes]


def test_csv_has_its_headings_where_nothing_is_found() -> None:
    assert list(csv.reader(io.StringIO(listed(model(), "csv")))) == [csv_columns()]


SIGNS = tuple("=+-@＝＋－＠")
"""What a formula begins with."""

FORMULAS = [
    ("=1+1", "every spreadsheet"),
    ("+1", "Excel and Lotus"),
    ("-1+2", "likewise"),
    ("@SUM(1)", "Excel, after Lotus"),
    ("\t=1", "white space before it is taken away on the way in"),
    ("\r=1", "likewise"),
    ("\n=1", "likewise"),
    (" =1", "likewise"),
    ("\u00a0=1", "likewise"),
    ("\x1b=1", "what is no white space and becomes some"),
    ("\v\f=1", "likewise"),
    ("＝1+1", "Excel takes the full-width sign for the plain one where the locale is East Asian"),
    ("＋1", "likewise"),
    ("－1", "likewise"),
    ("＠SUM(1)", "likewise"),
]


@pytest.mark.parametrize(("text", "why"), FORMULAS, ids=ascii)
def test_a_cell_that_would_run_in_a_spreadsheet_does_not(text: str, why: str) -> None:
    (row,) = rows(model(item(text, exact=text, figures=text)))
    for column in ("title", "exact", "figures"):
        assert not row[column].lstrip().startswith(SIGNS), why
        assert row[column].endswith(text.lstrip("\x1b\v\f \n\r\t\u00a0")), "it is still to be read"


@pytest.mark.parametrize("text", ["1 = 1", "a@b", "- нет", "«=»", "'=1'"])
def test_no_other_cell_is_changed(text: str) -> None:
    (row,) = rows(model(item("x", exact=text)))
    assert row["exact"] == (f"'{text}" if text.startswith("-") else text)


# Markdown


def cells_of(markdown: str) -> list[list[str]]:
    """The rows of a Markdown table as a reader of GitHub's dialect sees them; a line break is a line feed."""
    table: list[list[str]] = []
    reader = MarkdownIt("gfm-like", {"html": True})
    assert reader.linkify
    reader.linkify.set({"fuzzy_link": False})  # a bare news.by is no link there; www. is, and has its own test
    for token in reader.parse(markdown):
        if token.type == "tr_open":
            table.append([])
        for child in token.children or ():
            assert child.type in ("text", "html_inline"), f"{child.type} {child.content!r} in {token.content!r}"
            assert child.type == "text" or child.content == "<br>"
        if token.type == "inline":
            parts = ("\n" if child.type == "html_inline" else child.content for child in token.children or ())
            table[-1].append("".join(parts))
    return table


LITERAL = [
    ("a | b", "a cell ends at a bar"),
    ("`code`", "code"),
    ("a ` b | c ` d", "GitHub ends a cell inside code too"),
    ("*a* **b** _c_ __d__ ~~e~~", "emphasis"),
    ("[a](b) ![a](b) [a][b] [^1]", "links, pictures, notes"),
    ("<b>a</b> <!-- --> <https://a.b>", "HTML"),
    ("\\ \\\\ a\\", "the sign that takes the others' meaning away, also before the bar that ends the cell"),
    ("&amp; &lt; &#65;", "entities"),
    ("https://news.by/a www.news.by a@news.by ftp://a.b", "what GitHub makes a link of without being asked"),
    ("# a", "a heading"),
    ("- a", "a list"),
    ("1. a", "a numbered one"),
    ("> a", "a quotation"),
    ("---", "the line below the headings"),
    ("a\nb\r\nc", "a line ends a row"),
    ("«Ах!» (так)", "an author's punctuation"),
]


@pytest.mark.parametrize(("text", "why"), LITERAL)
def test_a_cell_of_markdown_is_literal(text: str, why: str) -> None:
    _, row = cells_of(listed(model(item(text, exact=text), name=text), "md"))
    flat = one_line(text)
    assert row == [flat, flat, "Lift building", "", "active", f"«{flat}» — Gurkov; p, 30 September 2025 (missing)"], why


ACTING_IN_MARKDOWN = [
    *string.punctuation,
    "**",
    "~~",
    "[a](b)",
    "![",
    "<br>",
    "<!--",
    "&amp;",
    "&#65;",
    "://",
    "a@b.by",
]


@given(st.lists(st.sampled_from([*ACTING_IN_MARKDOWN, "http", "a", "я", "1", " "]), min_size=1).map("".join))
def test_whatever_acts_in_markdown_does_not_act_in_a_cell(text: str) -> None:
    _, row = cells_of(listed(model(item(text)), "md"))
    assert row[0] == one_line(text)


@pytest.mark.parametrize("text", ["www.news.by", "(WWW.news.by)"])
def test_an_address_without_a_protocol_is_no_link(text: str) -> None:
    assert text.replace(".", "\\.", 1) in listed(model(item(text)), "md")


@pytest.mark.parametrize(
    "text", ["Цехи №1 и №2 — т.е. «старые» (так!)", "1. A {b} - c + d = #e?", "R&D at news.by: 12:30, 50 % > 40 %"]
)
def test_ordinary_text_stands_in_markdown_as_it_is(text: str) -> None:
    assert f"| {text} |" in listed(model(item(text)), "md")


def test_markdown_has_headings_and_says_of_each_quote_where_it_is_from() -> None:
    quotes = (
        Quote(exact="делают лифты", speech=Speech.NARRATION),
        Quote(exact="Их везли", speech=Speech.REPORTED, speaker="gurkov"),
    )
    heads, row = cells_of(listed(model(item(origin="belarus", quotes=quotes)), "md"))
    assert heads == ["Title", "Enterprise", "Sector", "Direction", "Stage", "Quotes"]
    assert row[3] == "Belarus →"
    assert row[5].split("\n") == [
        "«делают лифты» — the article itself; p, 30 September 2025 (verbatim)",
        "«Их везли» — Gurkov; p, 30 September 2025 (differs)",
    ]
    language.use("ru")
    assert cells_of(listed(model(item()), "md"))[0][1] == "Предприятие"


# The table

WIDE = [
    item("Lifts", id="one"),
    item("Лифты для Минска", id="два"),
    item("согла\u0301сие", id="3"),
    item("電梯 made in 明斯克", id="four"),
    item("e\u0301\u0302 ﬁ Ⅳ", id="5", enterprises=()),
]


def test_the_columns_of_a_table_begin_in_the_same_cell() -> None:
    lines = listed(model(*WIDE), "table").splitlines()
    for column in ("Lift building", "active"):
        assert len({wcswidth(line[: line.index(column)]) for line in lines}) == 1
    starts = [wcswidth(line[: line.index("Mogilev")]) for line in lines if "Mogilev" in line]
    assert len(starts) == 4
    assert len(set(starts)) == 1


@pytest.mark.parametrize("width", [40, 60, 80, 140])
def test_a_table_on_a_terminal_fits_and_keeps_its_columns(width: int) -> None:
    lines = listed(model(*WIDE), "table", width=width).splitlines()
    assert len(lines) == len(WIDE)
    assert all(wcswidth(line) <= width for line in lines)
    starts = [wcswidth(line[: line.index("Mog")]) for line in lines if "Mog" in line]
    assert len(set(starts)) == 1


# Whatever text is in a model

ACTING = "\x1b[31m\x07\x9b\x7f\u202e\u2028\r\n\t\ufeff|`*[]<>\\&=+-@,;\"'"
texts = st.text(min_size=1, max_size=12) | st.text(alphabet=ACTING + "лифтlift ", min_size=1, max_size=12)
wordings = texts | st.builds(Localised, ru=texts, en=texts)
quotes = st.builds(
    Quote, exact=texts, speech=st.just(Speech.DIRECT), speaker=st.just("who"), translation=st.none() | wordings
)


@st.composite
def models(draw: st.DrawFn) -> Model:
    """A model with any texts, its ids among them; half of the time its sources have its quotes."""
    sector, enterprise, region, article = (draw(texts) for _ in range(4))
    items = st.builds(
        Item,
        id=texts,
        title=wordings,
        sector=st.just(sector),
        enterprises=st.just((enterprise,)) | st.just(()),
        origin=st.none() | st.just(region),
        stage=st.sampled_from(Stage),
        figures=st.none() | wordings,
        quotes=st.lists(quotes, min_size=1, max_size=2).map(tuple),
    )
    content = tuple(draw(st.lists(items, min_size=1, max_size=3)))
    said = draw(texts) + (content[0].quotes[0].exact if draw(st.booleans()) else "")
    return Model(
        articles=(
            Article(id=article, title="t", publisher=draw(wordings), published=Date("2025-09-30"), language="ru"),
        ),
        items=content,
        starts=(0,),
        regions={region: Region(name=draw(wordings))},
        sectors={sector: Sector(name=draw(wordings))},
        enterprises={enterprise: Enterprise(name=draw(wordings))},
        people={"who": Person(name=draw(wordings))},
        sources={article: said} if draw(st.booleans()) else {},
    )


FORMS = list(FORMATS)


def assert_nothing_acts(text: str) -> None:
    """No control character but the line feeds that end lines."""
    found = UNPRINTABLE.search(text.replace("\n", ""))
    assert not found, repr(text)
    assert text == "" or text.endswith("\n")


@given(models(), st.sampled_from(["en", "ru"]), st.none() | st.integers(1, 90))
def test_no_table_acts_and_every_item_is_a_line(content: Model, spoken: Language, width: int | None) -> None:
    language.use(spoken)
    text = listed(content, "table", width=width)
    assert_nothing_acts(text)
    assert text.count("\n") == len(content.items)


@given(models())
def test_no_markdown_acts_and_every_cell_is_literal(content: Model) -> None:
    text = listed(content, "md")
    assert_nothing_acts(text)
    assert text.count("\n") == len(content.items) + 2
    for row, each in zip(cells_of(text)[1:], content.items, strict=True):
        titles = each.title if isinstance(each.title, str) else each.title.en
        assert row[0] == one_line(titles).strip()
        assert len(row) == 6


@given(models())
def test_no_csv_acts_or_runs_and_it_reads_back(content: Model) -> None:
    text = listed(content, "csv")
    assert_nothing_acts(text)
    read = rows(content)
    said = [quote.exact for each in content.items for quote in each.quotes]
    for row, whole in zip(read, said, strict=True):
        assert not any(cell.lstrip().startswith(SIGNS) for cell in row.values())
        plain = visible(whole.replace("\t", " "), keep="\n")
        assert row["exact"] == ("'" + plain if plain.lstrip().startswith(SIGNS) else plain)


@given(models())
def test_no_json_acts_and_it_parses_back_to_the_same_texts(content: Model) -> None:
    text = listed(content, "json")
    assert_nothing_acts(text)
    for record, each in zip(json.loads(text), content.items, strict=True):
        assert (record["id"], record["sectors"]) == (each.id, list(each.sectors))
        assert [quote["exact"] for quote in record["quotes"]] == [quote.exact for quote in each.quotes]
        title = {"ru": each.title.ru, "en": each.title.en} if isinstance(each.title, Localised) else each.title
        assert record["title"] == title


@given(models(), st.sampled_from(FORMS), st.none() | st.integers(1, 90))
def test_no_row_that_a_query_finds_acts(content: Model, form: str, width: int | None) -> None:
    name = next(iter(content.sectors.values())).name
    query = one_line(name if isinstance(name, str) else name.ru)
    assert_nothing_acts(listed(content, form, query, width))


class Told(Library, frozen=True):
    """A model of no file, every fault in a file of any name."""

    name: str = ""

    def fault(self, article: str | None, path: ValuePath, message: str) -> Fault:
        return Fault(self.name, 1, 1, ".".join(map(str, path)), message)


@given(models(), texts)
def test_nothing_that_check_says_acts(content: Model, name: str) -> None:
    archive = Archive(content)
    told = Told((), (), (), content, name=name)
    said = "".join((*findings(told, archive), *warnings(told, archive)))
    assert_nothing_acts(said)
    assert not UNPRINTABLE.search(summary(content, archive, 1))


@given(st.binary(max_size=60) | texts.map(str.encode))
def test_no_model_error_acts(content: bytes) -> None:
    ran = run("list", "-", stdin=content)
    assert (ran.status, ran.out) == (2, "")
    assert_nothing_acts(ran.err)
    assert all(line.startswith("<stdin>:") for line in ran.err.splitlines())


@given(texts.filter(lambda text: not text.startswith("-")))
def test_no_argument_acts(text: str) -> None:
    for ran in (run("list", "--lang", text), run("check", "no/" + text), run("list", "-q", text, "--format", "json")):
        assert_nothing_acts(ran.out)
        assert_nothing_acts(ran.err)
