"""Parses the text of a query: its terms, each with a scope and an operator, and its problems.

Parsing needs no model and never raises. As in fzf, an operator is ignored until its word is typed.
"""

import re
from contextlib import suppress
from typing import Literal, NamedTuple

from msgspec import Struct

from tuiapp.dates import Date, turned
from tuiapp.fields import SEARCHED
from tuiapp.fold import fold, other_layout
from tuiapp.search.conditions import NAMES, begins_name
from tuiapp.search.days import begins_day, day_of

Scope = str
"""What a term is matched against: the name of a searched field, or ALL."""
ALL = "all"

SINCE: Scope = "since"
UNTIL: Scope = "until"
DATES: dict[Scope, tuple[str, ...]] = {SINCE: ("since", "от"), UNTIL: ("until", "до")}
ONE_WORD = frozenset([SINCE, UNTIL, *NAMES])
"""Conditions. They take one word, or one name; the words after it are in the scope before."""

SCOPES: dict[str, Scope] = {
    **{word: field.name for field in SEARCHED for word in field.scopes},
    **{word: date for date, words in DATES.items() for word in words},
    **dict.fromkeys(("all", "a", "всё", "все", "в"), ALL),
}
"""Every scope as typed before a colon, in lower case."""
# One-letter scopes by the letter of the other script that looks the same on the screen, or is called the same (с, s).
TWINS = {"е": "e", "с": "s", "а": "a", "o": "о", "ѕ": "s", "b": "в"}

Anchor = Literal["", "letter", "beginning"]
ANCHORS: dict[str, Anchor] = {"'": "letter", "^": "beginning"}
OPERATORS = ("!", *ANCHORS)

ProblemKind = Literal["unknown scope", "empty scope", "no date", "no stage", "no status"]
NO_NAME: dict[Scope, ProblemKind] = {"stage": "no stage", "status": "no status"}
"""What is wrong behind a condition whose values have names, if none of them is typed."""
# Ignored as an operator without its word: a date that is still being typed.
UNFINISHED_DATE = re.compile(
    "[0-9]{1,3}|[0-9]{4}-[0-9]?|[0-9]{4}-[0-9]{2}-[0-9]?|[0-9]{1,2}[.]([0-9]{1,2}[.]?[0-9]{0,3})?"
)


class Problem(Struct, frozen=True):
    """Why a query can never match."""

    kind: ProblemKind
    """`unknown scope`: there is no scope of that name; `empty scope`: no word follows it; `no date`: it is none;
    `no stage`, `no status`: none is called so."""
    part: str
    """The words of the query that are at fault, as typed."""


class Term(Struct, frozen=True):
    """One word of a query."""

    text: str
    """As typed, without its scope and its operators."""
    scope: Scope | None = None
    """None: the scope of the whole search."""
    excludes: bool = False
    """`!word`: leave out the items that match."""
    anchor: Anchor = ""
    """`'word`: exact letters, no other forms and no typing errors; `^word`: only at the beginning of a name."""

    @property
    def plain(self) -> bool:
        """Whether it has no operator."""
        return not (self.excludes or self.anchor)

    @property
    def typed(self) -> str:
        """The term with its operators, as the query has it."""
        sign = {"letter": "'", "beginning": "^", "": ""}[self.anchor]
        return ("!" if self.excludes else "") + sign + self.text


class Query(Struct, frozen=True):
    """The text of a query, parsed."""

    text: str = ""
    terms: tuple[Term, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Not empty: the query matches nothing, whatever the model."""


class _Scoped(NamedTuple):
    head: str
    """What stands before the word: a scope and its colon, as typed."""
    scope: Scope | None
    """None: there is no such scope."""
    rest: str


def _other_layout_heads() -> dict[str, Scope]:
    """Scopes typed on the wrong layout: `jnhfckm:` and `jnhfckm^`, `ыусещк:` and `ыусещкЖ`."""
    heads: dict[str, Scope] = {}
    for name, scope in SCOPES.items():
        for other in other_layout(name):
            # The key of `:` is Ж on the Russian layout; its `:` is on the key of `^`.
            heads |= {other + mark: scope for mark in (":Ж" if name.isascii() else ":^")}
    return heads


HEADS = {
    **_other_layout_heads(),
    # всё: the key of ё types a mark that `other_layout` takes for none.
    "dc`:": ALL,
    "dc`^": ALL,
    **{f"{name}:": scope for name, scope in SCOPES.items()},
    **{f"{twin}:": SCOPES[name] for twin, name in TWINS.items()},
}


def _scoped(chunk: str) -> _Scoped | None:
    """`chunk` split after its scope, known or not; None if it does not begin with a scope."""
    for place, character in enumerate(chunk):
        if character not in ":Ж^" or place == 0:
            continue
        name, head = chunk[:place], chunk[: place + 1]
        scope = HEADS.get(name.lower() + character)
        if scope and (character != "Ж" or not name[-1].isupper()):
            return _Scoped(head, scope, chunk[place + 1 :])
        if character == ":":
            # A colon after anything but letters is not meant as a scope: `C:\`, `10:30` and `;bu:` are words.
            return _Scoped(head, None, chunk[place + 1 :]) if name.isalpha() else None
    return None


def _term(chunk: str, scope: Scope | None) -> Term | None:
    """`chunk` as a term; None for an operator still without its word, or for punctuation alone."""
    excludes = chunk.startswith("!")
    rest = chunk[1:] if excludes else chunk
    anchor = ANCHORS.get(rest[:1], "")
    if rest in ANCHORS:
        return None  # `'` alone would be read as э, and the list would be empty while `'word` is being typed
    if anchor and _has_letters(rest[1:]):
        return Term(rest[1:], scope, excludes, anchor)
    return Term(rest, scope, excludes) if _has_letters(rest) else None


def _has_letters(text: str) -> bool:
    return any(letter.isalnum() for reading in (text, *other_layout(text)) for letter in fold(reading))


def _chunks(text: str) -> list[str]:
    """What stands between blanks; a condition and the words of a name are one chunk: `status:no source`."""
    chunks: list[str] = []
    for chunk in text.split():
        before = _scoped(chunks[-1].removeprefix("!")) if chunks else None
        plain = not (chunk.startswith(OPERATORS) or _scoped(chunk))
        if before and before.scope in NAMES and plain and begins_name(f"{before.rest} {chunk}", before.scope):
            chunks[-1] += f" {chunk}"
        else:
            chunks.append(chunk)
    return chunks


def parse(text: str) -> Query:
    """`text` parsed into words with scopes and operators; never raises."""
    terms: list[Term] = []
    problems: list[Problem] = []
    scope: Scope | None = None
    before: Scope | None = None
    waiting = ""
    for chunk in _chunks(text):
        # `!e:маз` is `e:!маз`.
        negation = "!" if chunk.startswith("!") and _scoped(chunk[1:]) else ""
        if scoped := _scoped(chunk.removeprefix(negation)):
            if waiting:
                problems.append(Problem("empty scope", waiting))
            before = before if scope in ONE_WORD else scope
            scope, waiting, chunk = scoped.scope, negation + scoped.head, scoped.rest.lstrip()
            chunk = chunk and negation + chunk
            if scope is None:
                problems.append(Problem("unknown scope", scoped.head))
                waiting = ""
        if not chunk:
            continue
        if scope in (SINCE, UNTIL) and not date_of(chunk.removeprefix("!")):
            if not (UNFINISHED_DATE.fullmatch(chunk.removeprefix("!")) or begins_day(chunk.removeprefix("!"))):
                problems.append(Problem("no date", waiting + chunk.removeprefix(negation)))
        elif term := _term(chunk, None if chunk.startswith("!") and not waiting else scope):
            terms.append(term)
        scope, waiting = before if scope in ONE_WORD else scope, ""
    if waiting:
        problems.append(Problem("empty scope", waiting))
    return Query(text, tuple(terms), tuple(problems))


def date_of(typed: str) -> Date | None:
    """The date that is typed behind `since:` or `until:`: 2025-10-31, 31.10.2025, 2025-10, 10.2025, 2025 or a day's
    name."""
    with suppress(ValueError):
        return Date(turned(typed) or typed)
    return day_of(typed)
