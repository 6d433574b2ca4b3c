"""What YAML 1.1 reads an unquoted word as: text, or something else that an author seldom means."""

import datetime

from yaml.constructor import ConstructorError, SafeConstructor
from yaml.nodes import ScalarNode
from yaml.resolver import Resolver

from tuiapp.library.fault import shortened

# From a first character to what a word that begins with it may be; most words begin with none of these.
_RESOLVERS = Resolver.yaml_implicit_resolvers
LOADED = frozenset(_RESOLVERS)
"""The first characters of every unquoted word that YAML may read as something else; "" is the empty word."""
_MERGE = "tag:yaml.org,2002:merge"
_TEXT = "tag:yaml.org,2002:value"
# Characters of what is no text; a date with a time has 35. Python takes half a minute for half a megabyte in base 60.
_LONGEST = 100
_KINDS = {
    "tag:yaml.org,2002:bool": (SafeConstructor.construct_yaml_bool, "a truth value"),
    "tag:yaml.org,2002:int": (SafeConstructor.construct_yaml_int, "a number"),
    "tag:yaml.org,2002:float": (SafeConstructor.construct_yaml_float, "a number"),
    "tag:yaml.org,2002:null": (SafeConstructor.construct_yaml_null, "nothing"),
    "tag:yaml.org,2002:timestamp": (SafeConstructor.construct_yaml_timestamp, "a date"),
}


class MisreadError(ValueError):
    """YAML takes the word for something that it cannot be; the message says what."""


def read(word: str) -> object:
    """The value of an unquoted scalar; raises MisreadError."""
    for tag, pattern in _RESOLVERS.get(word[:1], ()):
        if pattern.match(word):
            return _constructed(tag, word)
    return word


def _constructed(tag: str, word: str) -> object:
    if tag == _MERGE:
        raise MisreadError("merge keys (<<) are not supported: write the keys out")
    if tag == _TEXT:
        return word
    construct, kind = _KINDS[tag]
    if len(word) > _LONGEST:
        raise MisreadError(f"YAML takes {shortened(word)} for {kind}, and one so long is not read: put it in quotes")
    try:
        return construct(SafeConstructor(), ScalarNode(tag, word))
    except (ValueError, OverflowError, ConstructorError):
        # 2025-13-45, 0b_ and the like.
        raise MisreadError(f"YAML takes {shortened(word)} for {kind}, and there is no such one") from None


def described(value: object) -> str:
    """What a value that is not text was read as."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime.datetime):
        return "a date with a time"
    return "a date" if isinstance(value, datetime.date) else "a number"
