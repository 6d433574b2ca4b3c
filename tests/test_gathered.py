"""All that is private of Textual stands in `tuiapp/terminal/`: no other module asks for it or overrides it."""

import ast
import importlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import tuiapp
from tests.terminal.ancestry import GATHERED, defined, inherited, of_itself, stored

ROOT = Path(tuiapp.__file__).parents[1]
ELSEWHERE = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in Path(tuiapp.__file__).parent.rglob("*.py")
    if not path.is_relative_to(ROOT / Path(*GATHERED.split(".")))
)

TO_BE_OVERRIDDEN = {
    "BINDINGS",
    "CSS_PATH",
    "ENABLE_COMMAND_PALETTE",
    "TITLE",
    "action_suspend_process",
    "compose",
    "get_content_height",
    "get_default_screen",
    "insert_text_at_cursor",
    "render_line",
}
"""What Textual's documentation has for that, or has and is called as documented."""

UNDOCUMENTED = {
    "batch_update",
    "content_width",
    "cursor_screen_offset",
    "is_forwarded",
    "no_color",
    "on_event",
    "show_horizontal_scrollbar",
    "virtual_size",
}
"""Public by their names; what we make of them rests on how Textual uses them."""

OF_TUPLES = {"_asdict", "_fields", "_make", "_replace"}
"""What Python documents of named tuples."""


def private(name: str) -> bool:
    return name.startswith("_") and not name.endswith("__")


class Search(ast.NodeVisitor):
    """Finds in a module, whose names are `namespace`, what belongs into `terminal`."""

    def __init__(self, namespace: Mapping[str, Any]) -> None:
        self.found: list[str] = []
        self.namespace = namespace
        self.own: set[str] = set()
        """What the class around says itself."""
        self.textual: set[str] = set()
        """The private names that it has from Textual, or from `terminal`."""

    def say(self, node: ast.stmt | ast.expr, what: str) -> None:
        self.found.append(f"line {node.lineno}: {what}")

    def visit_Import(self, node: ast.Import) -> None:
        for each in node.names:
            self.imported(node, each.name)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        for each in node.names:
            self.imported(node, f"{node.module}.{each.name}")

    def imported(self, node: ast.stmt, name: str) -> None:
        package, *parts = name.split(".")
        if package in ("textual", "rich") and any(map(private, parts)):
            self.say(node, f"imports {name}")

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        around = self.own, self.textual, self.namespace
        kind = self.namespace.get(node.name, object)
        self.of_class(node, kind)
        self.namespace = vars(kind)
        self.generic_visit(node)
        self.own, self.textual, self.namespace = around

    def of_class(self, node: ast.ClassDef, kind: type) -> None:
        documented = {name for name in inherited(kind) if not private(name) and not name.startswith("__")}
        self.own = defined(node) | stored(node)
        self.textual = {name for name in inherited(kind, ("textual", GATHERED)) if private(name)}
        for name in sorted(self.own & self.textual | defined(node) & documented - TO_BE_OVERRIDDEN):
            self.say(node, f"{node.name} overrides {name}")

    def visit_Attribute(self, node: ast.Attribute) -> None:
        name = node.attr
        if private(name):
            theirs = name in self.textual if of_itself(node) else name not in self.own | OF_TUPLES
        else:
            theirs = name in UNDOCUMENTED
        if theirs:
            self.say(node, f"uses {ast.unparse(node)}")
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """A name that is given as text is asked for as well."""
        if isinstance(node.func, ast.Name) and node.func.id in ("getattr", "setattr", "hasattr", "delattr"):
            for each in node.args[1:2]:
                if isinstance(each, ast.Constant) and (private(str(each.value)) or each.value in UNDOCUMENTED):
                    self.say(node, f"uses {ast.unparse(node)}")
        self.generic_visit(node)


def searched(source: str, namespace: Mapping[str, Any]) -> list[str]:
    search = Search(namespace)
    search.visit(ast.parse(source))
    return search.found


@pytest.mark.parametrize("name", ELSEWHERE)
def test_nothing_private_of_textual_is_used(name: str) -> None:
    module = importlib.import_module(name)
    assert module.__file__
    found = searched(Path(module.__file__).read_text(encoding="utf-8"), vars(module))
    assert found == [], f"{name} has what belongs in {GATHERED}"


def test_modules_are_searched() -> None:
    assert {"tuiapp.app", "tuiapp.browser", "tuiapp.widgets.field", "tuiapp.cli"} <= set(ELSEWHERE)
    assert not [name for name in ELSEWHERE if name.startswith(GATHERED)]


BEFORE = """
from textual.app import App
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input
from tuiapp.terminal.application import Application
"""

PUT_BACK = {
    "a driver": "def write(app): app._driver.write('')",
    "a private method of the base": "class A(App):\n def go(self): super()._handle_exception(KeyError())",
    "a private name of its own base": "class A(App):\n def go(self): return self._driver",
    "a private name of a base's base": "class A(Application):\n def go(self): return self._driver",
    "a private name of terminal": "class A(Application):\n def go(self): return self._opening",
    "a private method": "class A(App):\n def _handle_exception(self, error): pass",
    "a private attribute": "class A(Input):\n _cursor_visible = False",
    "what Textual gives itself": "class A(App):\n def __init__(self): self._exit_renderables = []",
    "a private handler": "class F(Input):\n def _on_paste(self, event): pass",
    "a reactive": "class B(Screen):\n focused: Reactive[Widget | None] = Reactive(None, repaint=False)",
    "a reactive of Widget": "class F(Input):\n virtual_size = Reactive(0, layout=False)",
    "a width": "class F(Input):\n @property\n def content_width(self): return 1",
    "events": "class A(App):\n async def on_event(self, event): await super().on_event(event)",
    "a batch": "class A(App):\n def on_load(self): self.batch_update()",
    "whether an event was forwarded": "def taken(event): return event.is_forwarded",
    "no colour": "def look(app): return app.no_color",
    "a module": "from textual._xterm_parser import XTermParser",
    "a function": "from textual.keys import _character_to_key",
    "a name as text": "def write(app): return getattr(app, '_driver')",
    "inside of a class": "class A:\n class B(App):\n  def go(self): return self._driver",
}


@pytest.mark.parametrize("source", PUT_BACK.values(), ids=PUT_BACK)
def test_what_is_put_back_is_found(source: str) -> None:
    assert searched(BEFORE + source, made(source))


ALLOWED = {
    "an own name": "class A(App):\n def go(self): self._mine = 1; return self._mine",
    "an own name of another": "class A:\n def go(self, other): return other._go()\n def _go(self): pass",
    "of a named tuple": "def other(pair): return pair._replace(a=1)",
    "what is documented for it": "class A(App):\n TITLE = 'a'\n def compose(self): return ()",
    "what terminal asks for": "class A(Application):\n def take(self, key): return False",
}


@pytest.mark.parametrize("source", ALLOWED.values(), ids=ALLOWED)
def test_what_is_ours_or_public_is_left_alone(source: str) -> None:
    assert searched(BEFORE + source, made(source)) == []


def made(source: str) -> dict[str, Any]:
    """The names of a module of that source."""
    namespace: dict[str, Any] = {"__name__": "elsewhere"}
    exec(BEFORE + source, namespace)
    return namespace
