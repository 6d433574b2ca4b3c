"""`tuiapp brief`: a document with a footnote for every quote, whose texts are neither Markdown nor HTML."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from msgspec.structs import replace

from tests.screen.models import hostile, matter, proofs
from tests.test_cli import run
from tuiapp import language
from tuiapp.model import Model
from tuiapp.present.brief import FORMATS, Brief
from tuiapp.printable import UNPRINTABLE, one_line
from tuiapp.snapshot import Question, Snapshot

FOLDER = str(Path(__file__).parent / "search" / "folder")
STRUCTURE = {
    "heading_open", "heading_close", "paragraph_open", "paragraph_close", "blockquote_open", "blockquote_close",
    "inline", "footnote_block_open", "footnote_block_close", "footnote_open", "footnote_close", "footnote_anchor",
}  # fmt: skip


def written(content: Model, form: str, group: str = "sector", text: str = "") -> str:
    """The document of the items that a query finds."""
    answer = Snapshot(content).ask(Question(text))
    return "".join(FORMATS[form](Brief(answer, answer.shown.window(0, len(answer.shown)), group)))


def read(markdown: str) -> list[str]:
    """The texts of the document as a reader of Markdown sees them; fails if anything but its structure is seen."""
    texts = []
    for token in MarkdownIt("gfm-like", {"html": True}).use(footnote_plugin).parse(markdown):
        assert token.type in STRUCTURE, token
        if token.type == "inline":
            for child in token.children or ():
                assert child.type in {"text", "text_special", "footnote_ref"} or child.info == "auto", child
            texts.append("".join(child.content for child in token.children or ()))
    return texts


class Page(HTMLParser):
    """Reads a page: its elements, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.texts: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.elements.update(name for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_every_quote_has_its_footnote_in_the_order_of_reading() -> None:
    markdown = written(proofs(), "md")
    body, notes = re.split(r"\n(?=\[\^1\]: )", markdown)
    assert re.findall(r"\[\^(\d+)\]", body) == ["1", "2", "3", "4", "5"]
    assert re.findall(r"^\[\^(\d+)\]: ", notes, re.MULTILINE) == ["1", "2", "3", "4", "5"]
    assert [note.rpartition(": ")[2] for note in notes.splitlines()] == [
        "verbatim", "normalised", "no source", "differs", "missing",
    ]  # fmt: skip
    assert all("3 September 2025" in note for note in notes.splitlines())
    page = written(proofs(), "html")
    assert re.findall(r'href="#note-(\d+)"', page) == re.findall(r'<li id="note-(\d+)"', page) == list("12345")
    assert re.findall(r'href="#quote-(\d+)"', page) == re.findall(r'<a id="quote-(\d+)"', page) == list("12345")


def test_items_stand_under_their_sector_or_their_article() -> None:
    assert read(written(matter(), "md"))[2] == "Lifts"
    assert [line for line in written(matter(), "md").splitlines() if line.startswith("## ")] == ["## Lifts", "## Tools"]
    assert len(re.findall("^## News", written(matter(), "md", "article"), re.MULTILINE)) == 4
    assert "<h2>Tools</h2>" in written(matter(), "html")


def test_an_item_says_its_facts_and_a_foreign_quote_its_translation() -> None:
    told = " ".join(read(written(proofs(), "md")))
    assert "active · Plant [No. 1] · Tools [all] · Belarus → Samara · [5] series" in told
    assert "(Translation: Machine tools [series 5] have been delivered to Samara.)" in told
    language.use("ru")
    assert "Translation" not in " ".join(read(written(proofs(), "md")))


def test_an_address_is_a_link_and_nothing_more() -> None:
    model = matter()
    first, *others = model.articles
    url = 'https://example.org/?a=<b>&"c"=\'[d](e)'
    model = replace(model, articles=(replace(first, url=url), *others))
    (link,) = (
        child.attrs["href"]
        for token in MarkdownIt("commonmark").use(footnote_plugin).parse(written(model, "md", text="lifts"))
        for child in token.children or ()
        if child.type == "link_open" and "example" in str(child.attrs["href"])
    )
    assert str(link).startswith("https://example.org/?a=%3Cb%3E&")
    page = written(model, "html")
    assert 'href="https://example.org/?a=&lt;b&gt;&amp;&quot;c&quot;=&#x27;[d](e)"' in page


STRANGE = [
    "# one", "- one", "1. one", "> one", "one #", "## ##", "<b>one</b>", "<script>alert(1)</script>", "[a](b)",
    "![a](b)", "[^1]", "[^1]: one", "*a* _b_ ~~c~~ `d`", "a|b", "&lt;", "https://a.by", "www.a.by", "a@b.by", "---",
    "===", "```", "    four", "\\", "a\\", "{{one}}", "one\n\n# two", "\x1b[31mred", "<!--", "]]>",
    '" onload="x', "' x='",
]  # fmt: skip


def strange(text: str) -> Model:
    """A model that has a text wherever it has any."""
    model = matter()
    article = replace(model.articles[0], title=text, publisher=text, url=None)
    item = replace(model.items[0], title=text, figures=text, products=(text,), follows=())
    quote = replace(item.quotes[0], exact=f"{text} one", translation=text)
    return replace(
        model, articles=(article,), items=(replace(item, quotes=(quote,), enterprises=("plant",)),), starts=(0,),
        sectors={"lifts": replace(model.sectors["lifts"], name=text)},
        enterprises={"plant": replace(model.enterprises["plant"], name=text)},
    )  # fmt: skip


@pytest.mark.parametrize("text", STRANGE)
@pytest.mark.parametrize("group", ["sector", "article"])
def test_no_text_is_markdown(text: str, group: str) -> None:
    texts = read(written(strange(text), "md", group))
    assert texts[3] == one_line(text), "the title"
    assert sum(one_line(text) in each for each in texts) == 5, "group, title, facts, quote and footnote"


@pytest.mark.parametrize("text", STRANGE)
def test_no_text_is_html(text: str) -> None:
    plain, page = (Page(written(strange(each), "html")) for each in ("plain", text))
    assert page.elements == plain.elements
    assert page.texts.count(one_line(text)) == 2, "sector and title"


@given(st.text(st.sampled_from("#-+*_~`[]()<>!|&\\:/.=1a \n\"'{}^"), min_size=1, max_size=8))
@settings(max_examples=200, deadline=None)
def test_signs_in_any_order_are_text(signs: str) -> None:
    text = f"a{signs}b"
    assert read(written(strange(text), "md"))[3] == one_line(text)
    assert one_line(text) in Page(written(strange(text), "html")).texts


@pytest.mark.parametrize("form", FORMATS)
def test_no_text_controls_a_terminal(form: str) -> None:
    assert not UNPRINTABLE.search(written(hostile(), form).replace("\n", ""))


@pytest.mark.parametrize(
    ("line", "status", "start"),
    [
        ("-q лифт", 0, "# What the articles say\n"),
        ("-q лифт --format html --by article --lang ru", 0, '<!doctype html>\n<html lang="ru">'),
        ("-q жжжжж", 1, ""),
        ("--format pdf", 2, ""),
        ("--by stage", 2, ""),
    ],
)
def test_the_command(line: str, status: int, start: str) -> None:
    ran = run("brief", FOLDER, *line.split())
    assert ran.status == status
    assert ran.out.startswith(start)
    assert bool(ran.out) == (status == 0)
