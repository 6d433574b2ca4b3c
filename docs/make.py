"""Updates the generated parts of README.md and docs/: the picture, the tables and, with --measure, the measurements."""

import asyncio
import os
import re
import subprocess
import sys
from pathlib import Path

# Textual reads these when it is imported. The picture must not depend on who makes it.
os.environ.update({"TEXTUAL_ANIMATIONS": "none", "COLORTERM": "truecolor", "TERM": "xterm-256color"})
os.environ.pop("NO_COLOR", None)

# The tests are not installed.
sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.draft import measure
from tests.search import kinds
from tests.search.folder import Folder
from tuiapp import language
from tuiapp.app import Tuiapp
from tuiapp.fields import FIELDS, QUOTE_FIELDS, Field
from tuiapp.keys import labels
from tuiapp.keytable import KEYS
from tuiapp.legend import headings
from tuiapp.library import load
from tuiapp.shipped import shipped
from tuiapp.snapshot import Question, Snapshot
from tuiapp.view import View

HERE = Path(__file__).parent
PAGES = (HERE.parent / "README.md", *sorted(HERE.glob("*.md")))
PICTURE = HERE / "screen.svg"


async def picture() -> str:
    """The screen at 120×36 after `lift` was typed, as SVG; the same on every run."""
    language.use("en")
    app = Tuiapp(View.begun(Snapshot(load([shipped()])), Question()))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("slash", *"lift", "enter")
        await pilot.pause()
        return app.export_screenshot(title="tuiapp")


def key_table() -> str:
    """The keys in Markdown, room by room."""
    language.use("en")
    lines: list[str] = []
    for room, heading in headings().items():
        lines += ["", f"| {heading} | | in the settings |", "| --- | --- | --- |"]
        lines += [
            f"| {' '.join(f'`{label}`' for label in labels(key).split())} | {key.description} "
            f"| {f'`{key.called}`' if key.called else ''} |"
            for key in KEYS
            if key.room == room
        ]
    return "\n".join([*lines, ""])


def field_table() -> str:
    """The fields of an item and of a quote in Markdown, with their names in queries, facets and exports."""
    language.use("en")
    lines = ["", "| | in a query | facet | JSON and CSV |", "| --- | --- | --- | --- |"]
    for field in FIELDS:
        scopes, exports = (" ".join(f"`{name}{mark}`" for name in names) for names, mark in _names(field))
        if scopes or exports or field.facet:
            lines.append(f"| {field.heading()} | {scopes} | {'yes' if field.facet else ''} | {exports} |")
    of_quote = " ".join(f"`{name}`" for name in ("quote", *(name for field in QUOTE_FIELDS for name in field.exports)))
    return "\n".join([*lines, f"| of each quote | | | {of_quote} |", ""])


def _names(field: Field) -> tuple[tuple[tuple[str, ...], str], ...]:
    return (field.scopes, ":"), (field.exports, "")


def kind_tables() -> str:
    """How often the search is right, by kind of query, and what people find; takes about ten seconds."""
    folder = Folder()
    return kinds.tables(folder, Snapshot(folder.model), markdown=True)


MADE = {"keys": key_table, "fields": field_table, "kinds": kind_tables, "draft": measure.tables}
"""The generated tables: the name in the page's comment, and the function that makes it."""


def with_tables(page: str) -> str:
    """`page` with its tables regenerated."""
    for name, table in MADE.items():
        begin, end = re.search(rf"<!-- {name}: [^>]*-->\n", page), f"<!-- /{name} -->"
        if begin:
            rest = page[begin.end() :]
            page = f"{page[: begin.end()]}{table()}\n{rest[rest.index(end) :]}"
    return page


def with_measurements(page: str) -> str:
    """`page` with the current output of the commands in its `output of:` comments."""

    def run(match: re.Match[str]) -> str:
        command = [sys.executable, *match[2].split()[1:]]
        output = subprocess.run(command, cwd=HERE.parent, capture_output=True, text=True, check=True).stdout
        return f"{match[1]}\n```text\n{output.rstrip()}\n```\n\n{match[3]}"

    return re.sub(r"(<!-- output of: (python [^>]*?) -->\n).*?(<!-- /output -->)", run, page, flags=re.DOTALL)


if __name__ == "__main__":
    PICTURE.write_text(asyncio.run(picture()), encoding="utf-8")
    for path in PAGES:
        page = with_tables(path.read_text(encoding="utf-8"))
        if "--measure" in sys.argv:
            page = with_measurements(page)
        path.write_text(page, encoding="utf-8")
