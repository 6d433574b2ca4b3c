"""Reads from the source which names a class defines itself, and which it inherits from Textual."""

import ast
import inspect
import textwrap
from collections.abc import Iterator
from functools import cache

GATHERED = "tuiapp.terminal"
"""The only package that uses private names of Textual."""


def defined(body: ast.ClassDef) -> set[str]:
    """The methods, classes and attributes defined in a class's body."""
    return set(_defined(body))


def _defined(body: ast.ClassDef) -> Iterator[str]:
    for each in body.body:
        if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield each.name
        elif isinstance(each, ast.Assign | ast.AnnAssign):
            targets = each.targets if isinstance(each, ast.Assign) else [each.target]
            yield from (name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name))


def stored(body: ast.ClassDef) -> set[str]:
    """The attributes that a class's methods set on `self` or `cls`."""
    return {
        each.attr
        for each in ast.walk(body)
        if isinstance(each, ast.Attribute) and isinstance(each.ctx, ast.Store) and of_itself(each)
    }


def of_itself(attribute: ast.Attribute) -> bool:
    """Whether it is an attribute of `self` or `cls`."""
    return isinstance(attribute.value, ast.Name) and attribute.value.id in ("self", "cls")


@cache
def body(kind: type) -> ast.ClassDef:
    """A class's source, parsed."""
    found = ast.parse(textwrap.dedent(inspect.getsource(kind))).body[0]
    assert isinstance(found, ast.ClassDef)
    return found


@cache
def inherited(kind: type, of: tuple[str, ...] = ("textual",)) -> set[str]:
    """The names that the bases of `kind` from the packages `of` define in their bodies or set on themselves."""
    bases = [each for each in kind.__mro__[1:] if f"{each.__module__}.".startswith(tuple(f"{name}." for name in of))]
    return {name for each in bases for name in (*vars(each), *defined(body(each)), *stored(body(each)))}
