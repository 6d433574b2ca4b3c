"""Find all faults in a document's values; msgspec decides what is a fault, but reports only one at a time.

So a value is converted whole; if msgspec refuses it, each of its parts is converted to the part's own type, down to
those at fault. What msgspec accepts is never reported, and what it refuses always is.
"""

from collections.abc import Collection, Iterable
from functools import cache
from itertools import islice
from typing import Any, get_args, get_origin

from msgspec import Struct, ValidationError
from msgspec.structs import fields

from tuiapp.language import gettext
from tuiapp.library.checks.typed import typed
from tuiapp.library.checks.wanted import complaint, options
from tuiapp.library.fault import MOST_TOLD, Note, ValuePath, guessing, quoted
from tuiapp.library.yaml.node import BROKEN, Mapping, Node, Scalar, Sequence, plain


def judged(root: Node, kind: Any) -> list[Note]:
    """All faults of `root` as a `kind`; if the text breaks off, those of the part that was read.

    Stops soon after MOST_TOLD faults.
    """
    judge = _Judge()
    judge.accepts(root, plain(root), kind, ())
    return judge.notes


class _Judge:
    def __init__(self) -> None:
        self.notes: list[Note] = []
        self._refused: set[tuple[int, str]] = set()

    def accepts(self, node: Node, value: Any, kind: Any, path: ValuePath) -> bool:
        """Whether `node` is a `kind`; notes its faults if it is not. `value` is what the node holds, as Python data."""
        # If several aliases stand for the node, report its faults only once, where it is written.
        case = (id(node), repr(kind))
        if case in self._refused or (isinstance(node, Scalar) and node.value is BROKEN):
            return False
        wrong = _refusal(value, kind)
        if not wrong:
            return True
        self._refused.add(case)
        if self._parts_accepted(node, value, kind, path) and node.whole:
            self.notes.append((node.place, path, complaint(node, kind, wrong)))
        return False

    def _parts_accepted(self, node: Node, value: Any, kind: Any, path: ValuePath) -> bool:
        for option in options(kind):
            if isinstance(node, Sequence) and get_origin(option) is tuple:
                parts = ((at, child, get_args(option)[0]) for at, child in enumerate(node.children))
                return self._all_accepted(parts, value, path)
            if isinstance(node, Mapping) and get_origin(option) is dict:
                values = ((key, child, get_args(option)[1]) for key, child in node.children.items())
                return self._all_accepted(values, value, path)
            if isinstance(node, Mapping) and isinstance(option, type) and issubclass(option, Struct):
                return self._fields_accepted(node, value, option, path)
        return True

    def _all_accepted(self, parts: Iterable[tuple[Any, Node, Any]], value: Any, path: ValuePath) -> bool:
        # Check all parts before answering, so that the first fault does not hide the others.
        accepted = True
        for step, child, kind in parts:
            accepted &= self.accepts(child, value[step], kind, (*path, step))
            if len(self.notes) > MOST_TOLD:
                return False
        return accepted

    def _fields_accepted(self, node: Mapping, value: Any, struct: type[Struct], path: ValuePath) -> bool:
        kinds, required = _fields(struct)
        missing = [key for key in required if key not in node.keys]
        known = {key: child for key, child in node.children.items() if key in kinds}
        unknown = node.children.keys() - kinds.keys()
        for key in islice((key for key in node.children if key in unknown), MOST_TOLD + 1):
            self.notes.append((node.keys[key], (*path, key), _unknown(node, key, kinds)))
        if missing and node.whole:
            lacking = gettext("key {key} is missing")
            self.notes += [(node.place, path, lacking.format(key=quoted(key))) for key in missing]
        sound = self._all_accepted(((key, child, kinds[key]) for key, child in known.items()), value, path)
        if sound and unknown and not missing:
            # msgspec refuses an unknown key before it runs the struct's own check across fields (`__post_init__`). So
            # run that check here, on the known keys. If all keys are known, `accepts` has run it.
            rest = {key: value[key] for key in known}
            self.notes += [(node.place, path, wrong) for wrong in [_refusal(rest, struct)] if wrong]
        return sound and not unknown and not missing


def _unknown(node: Mapping, key: str, known: Collection[str]) -> str:
    """The message against a key that is not `known`."""
    value = node.children[key]
    if node.flow and isinstance(value, Scalar) and value.value is None and not value.spelled:
        # `{exact: forty hoists, no more, speaker: smith}` has the key `no more`.
        comma = gettext("unknown key {key}: between braces a text with a comma must be in quotes")
        return comma.format(key=quoted(key))
    return guessing(gettext("unknown key {key}").format(key=quoted(key)), key, known)


@cache
def _fields(struct: type[Struct]) -> tuple[dict[str, Any], list[str]]:
    """The keys of `struct` with their types, and the required keys."""
    each = fields(struct)
    return {field.encode_name: field.type for field in each}, [field.encode_name for field in each if field.required]


def _refusal(value: object, kind: Any) -> str:
    """msgspec's message against `value` as a `kind`; empty if it accepts it."""
    try:
        typed(value, kind)
    except ValidationError as error:
        return str(error)
    return ""
