"""Resolve an unquoted word as YAML 1.1 does: to text, or to another type that the author seldom means."""

import datetime

from yaml.constructor import ConstructorError, SafeConstructor
from yaml.nodes import ScalarNode
from yaml.resolver import Resolver

from tuiapp.dates import mistake
from tuiapp.language import deferred, gettext
from tuiapp.library.fault import quoted, shortened

# For each first character the types that an unquoted word may have. A word that begins otherwise, as most do, is text.
_RESOLVERS = Resolver.yaml_implicit_resolvers
LOADED = frozenset(_RESOLVERS)
"""First characters of all unquoted words that YAML may read as another type than text; "" is the empty word."""
_MERGE = "tag:yaml.org,2002:merge"
_TEXT = "tag:yaml.org,2002:value"
# Longest word that is read as another type than text; a date with a time has 35 characters. Python takes half a minute
# to convert half a megabyte in base 60.
_LONGEST = 100
_KINDS = {
    "tag:yaml.org,2002:bool": (SafeConstructor.construct_yaml_bool, deferred("a truth value")),
    "tag:yaml.org,2002:int": (SafeConstructor.construct_yaml_int, deferred("a number")),
    "tag:yaml.org,2002:float": (SafeConstructor.construct_yaml_float, deferred("a number")),
    "tag:yaml.org,2002:null": (SafeConstructor.construct_yaml_null, deferred("nothing")),
    "tag:yaml.org,2002:timestamp": (SafeConstructor.construct_yaml_timestamp, deferred("a date")),
}


class MisreadError(ValueError):
    """YAML reads the word as a type of which it is no valid value; the message says which."""


def read(word: str) -> object:
    """The value of an unquoted scalar; raises MisreadError."""
    for tag, pattern in _RESOLVERS.get(word[:1], ()):
        if pattern.match(word):
            return _constructed(tag, word)
    return word


def _constructed(tag: str, word: str) -> object:
    if tag == _MERGE:
        raise MisreadError(gettext("merge keys (<<) are not supported: write the keys out"))
    if tag == _TEXT:
        return word
    construct, kind = _KINDS[tag]
    if len(word) > _LONGEST:
        long = gettext("YAML takes {word} for {kind}, and one so long is not read: put it in quotes")
        raise MisreadError(long.format(word=shortened(word), kind=gettext(kind)))
    try:
        return construct(SafeConstructor(), ScalarNode(tag, word))
    except (ValueError, OverflowError, ConstructorError):
        # Such as 2025-13-45 or 0b_.
        if wrong := mistake(word):
            raise MisreadError(gettext("{text} is no date: {reason}").format(text=quoted(word), reason=wrong)) from None
        none = gettext("YAML takes {word} for {kind}, and there is no such one")
        raise MisreadError(none.format(word=shortened(word), kind=gettext(kind))) from None


def described(value: object) -> str:
    """How a message names a value that is not text; in Russian in the nominative."""
    if value is None:
        return gettext("nothing")
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime.datetime):
        return gettext("a date with a time")
    return gettext("a date") if isinstance(value, datetime.date) else gettext("a number")
