"""libyaml's errors in plain words, with the place where the author has to look."""

import re
from typing import Any

from yaml import MarkedYAMLError

from tuiapp.language import deferred, gettext
from tuiapp.library.fault import Place

_TAB = deferred("a tab stands in the indentation: YAML allows only spaces there")
_PROBLEMS = {
    "found a tab character that violates indentation": _TAB,
    "found a tab character where an indentation space is expected": _TAB,
    "mapping values are not allowed in this context": deferred(
        'a ":" is not allowed here: check the indentation, and put a text that holds ": " in quotes'
    ),
    "block sequence entries are not allowed in this context": deferred(
        'a "-" is not allowed here: check the indentation, and put a text that begins with "- " in quotes'
    ),
    "could not find expected ':'": deferred('a key without its ":": check the indentation, here and above'),
    "did not find expected key": deferred("a key is due here: check the indentation and the quotation marks above"),
    "did not find expected '-' indicator": deferred('a "-" is due here, as above: check the indentation'),
    "did not find expected ',' or ']'": deferred('a "," or "]" is due here'),
    "did not find expected ',' or '}'": deferred('a "," or "}" is due here'),
    "did not find expected node content": deferred("a value is due here"),
    "did not find expected alphabetic or numeric character": deferred(
        "a name is due behind & and *: put a text that begins with one of them in quotes"
    ),
    "mapping keys are not allowed in this context": deferred(
        'a "?" is not allowed here: put a text that begins with "? " in quotes'
    ),
    "exceeded maximum nesting depth": deferred("far too many lists and mappings within one another"),
    "found unexpected document indicator": deferred("a document marker stands inside of a text in quotation marks"),
    "did not find expected <document start>": deferred("more follows after the end of the document: a file holds one"),
    "found unknown escape character": deferred("no such escape: write \\\\ for a backslash, or use single quotes"),
    "did not find expected hexdecimal number": deferred("the escape lacks hexadecimal digits"),
    "found undefined tag handle": deferred("tags are not supported"),
    "found incompatible YAML document": deferred("only YAML 1.1 and 1.2 are read"),
    "found unknown directive name": deferred("no such directive: lines that begin with % are YAML's own"),
    "did not find expected comment or line break": deferred("nothing may follow here on this line"),
}
_OPENED = re.compile(r"while (?:scanning|parsing) a (flow|block) ")


def place_of(mark: Any) -> Place:
    """The place of a libyaml mark, which counts from 0."""
    return mark.line + 1, mark.column + 1


def problem_of(error: Exception, text: str) -> tuple[Place, str]:
    """Where the parser gave up on `text`, and why."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return (1, 1), _unread(error)
    # libyaml puts the end of a file on a new line, even without a line feed at the end.
    place = min(place_of(error.problem_mark), _end(text))
    at = getattr(error.problem_mark, "index", len(text))
    problem = error.problem
    if problem == "found character that cannot start any token":
        if text.startswith("\t", at):
            return place, gettext(_TAB)
        return place, gettext('a text that begins with "{sign}" must be in quotes').format(sign=text[at])
    if problem == "found invalid Unicode character escape code":
        return place_of(error.context_mark), _no_character(text, at)
    if problem == "found unexpected end of stream":
        return place_of(error.context_mark), gettext("the quotation mark is never closed")
    return place, _since(error, place, gettext(_PROBLEMS[problem]) if problem in _PROBLEMS else _unread(problem))


def _unread(problem: object) -> str:
    """The message for a problem that libyaml words itself, in English."""
    return gettext("YAML cannot read this: {problem}").format(problem=problem)


def _end(text: str) -> Place:
    return text.count("\n") + 1, len(text) - text.rfind("\n")


def _no_character(text: str, at: int) -> str:
    digits = text[at : at + (8 if text[at - 1] == "U" else 4)]
    code = f"U+{digits.upper().lstrip('0'):0>4}"
    return gettext("the escape stands for no character: there is no {code}").format(code=code)


def _since(error: MarkedYAMLError, place: Place, problem: str) -> str:
    """`problem`, and where the bracket or block begins that the parser was reading, if on another line."""
    opened = _OPENED.match(error.context or "")
    if not opened or error.context_mark is None or error.context_mark.line + 1 == place[0]:
        return problem
    line, column = place_of(error.context_mark)
    if opened[1] == "flow":
        said = gettext("{problem} (the bracket begins at {line}:{column})")
    else:
        said = gettext("{problem} (the block begins at {line}:{column})")
    return said.format(problem=problem, line=line, column=column)
