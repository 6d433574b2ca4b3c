"""Read YAML slowly and carefully: every value with its place, every irregularity noted with its path.

Used only for a file in which something is out of the ordinary, and to find the place of a value.
"""

from bisect import bisect_left
from collections.abc import Callable
from typing import Any

from yaml import YAMLError
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from tuiapp.language import gettext, grouped
from tuiapp.library.fault import MOST_TOLD, Note, Place, ValuePath, quoted, shortened
from tuiapp.library.yaml.characters import UNFIT, Characters, refused
from tuiapp.library.yaml.events import DEPTH, TAG_LINES, Pieces
from tuiapp.library.yaml.frame import Frame
from tuiapp.library.yaml.node import BROKEN, Mapping, Node, Scalar, Sequence, Span
from tuiapp.library.yaml.scalars import MisreadError, described, read
from tuiapp.library.yaml.syntax import place_of, problem_of

UNFOLDED = 100_000
"""Most values that the aliases of a file may expand to; checking so many takes a few seconds at worst."""


_BLOCKS = frozenset("|>")
"""Styles of block scalars; libyaml puts their end after all blank lines that follow."""

_FIRST_LOOK = 1 << 18
"""Bytes read before the first check for too many faults; each later check comes at 4 times as many bytes."""


class _StopError(Exception):
    """Stop reading: the rest of the text would add nothing."""


class Composer:
    """One reading of one text; `root` and `notes` are its results."""

    def __init__(
        self,
        characters: Characters,
        tick: Callable[[int], None],
        too_faulty: Callable[[Node], bool] = lambda _: False,
    ) -> None:
        self.root: Node | None = None
        """None if the text holds no document; not `whole` if the text breaks off."""
        self.complete = False
        """Whether the text has been read to its end, and no part of it was left out as a table's second copy."""
        self.notes: list[Note] = [(place, (), message) for place, message in characters.faults]
        self._text = characters.text
        self._unfit, self._told = characters.unfit, [False] * len(characters.unfit)
        self._frames: list[Frame] = []
        self._anchors: dict[str, Node] = {}
        self._unfolded = 0
        self._repeated = False
        # The nodes that ended last, each with libyaml's end mark.
        self._ended: list[tuple[Node, Any]] = []
        self._tick, self._too_faulty = tick, too_faulty
        self._done, self._next_look = 0, _FIRST_LOOK
        try:
            self._refuse_tag_lines(characters.text)
            self._read(CParser(Pieces(characters.text.encode(), self._ticked)))
        except _StopError:
            pass
        except YAMLError as error:
            place, message = problem_of(error, characters.text)
            self._note(place, message)
            self._reopen(place)
        except UnicodeDecodeError:
            # Only percent escapes in a tag can make bytes that `characters` has not checked.
            place = place_of(self._ended[-1][1]) if self._ended else (1, 1)
            self._note(place, gettext("the tag after this is not UTF-8"))
        self._note_strays()

    def _read(self, parser: CParser) -> None:
        steps: dict[type[Event], Callable[..., None]] = {
            ScalarEvent: self._scalar,
            MappingStartEvent: self._open,
            SequenceStartEvent: self._open,
            MappingEndEvent: self._close,
            SequenceEndEvent: self._close,
            AliasEvent: self._alias,
            DocumentStartEvent: self._document,
        }
        event: Any
        while (kind := type(event := parser.get_event())) is not StreamEndEvent:
            if kind in steps:
                steps[kind](event)
        if self.root is None or (isinstance(self.root, Scalar) and not self.root.spelled):
            self.root = None
            self._note((1, 1), gettext("the file is empty"))
        self.complete = not self._repeated

    def _ticked(self, size: int) -> None:
        """Report progress, and stop if the text has more faults than are reported.

        That is checked rarely, because each check goes through all that has been read.
        """
        self._tick(size)
        self._done += size
        if self._done >= self._next_look and self.root is not None:
            self._next_look *= 4
            if len(self.notes) > MOST_TOLD or self._too_faulty(self.root):
                raise _StopError

    def _note(self, place: Place, message: str, **values: object) -> None:
        """Note a fault of the value that comes next; `values` are filled into the message."""
        path = self._frames[-1].here() if self._frames else ()
        self.notes.append((place, path, message.format(**values) if values else message))

    def _reopen(self, place: Place) -> None:
        """Mark nodes that ended exactly where the text breaks off as not whole: they may have been meant to go on."""
        for node, end in self._ended:
            node.whole = place_of(end) != place

    def _refuse_tag_lines(self, text: str) -> None:
        """Refuse many %TAG lines anywhere: after the end of a document libyaml reads them as directives."""
        if text.count("\n%TAG") >= TAG_LINES:
            line = 1 if text.startswith("%TAG") else text[: text.index("\n%TAG")].count("\n") + 2
            flood = gettext("{count} lines and more begin with %TAG from here on: tags are not supported")
            self._note((line, 1), flood, count=TAG_LINES)
            raise _StopError

    def _document(self, event: Event) -> None:
        if self.root is not None:
            self._note(place_of(event.start_mark), gettext("a second document begins: a file holds one"))
            raise _StopError

    def _scalar(self, event: ScalarEvent) -> None:
        span = _span(event) if event.style not in _BLOCKS else self._cut_back(*_span(event))
        node = Scalar(place_of(event.start_mark), span, event.value, event.value)
        # Most texts have no unfit characters and skip this.
        wrong = list(map(refused, self._unfit_in(event))) if self._unfit or UNFIT.search(event.value) else []
        if event.implicit[0]:
            try:
                node.value = read(event.value)
            except MisreadError as error:
                node.value = BROKEN
                wrong.append(str(error))
        path = self._begin(node, event)
        self._reach(span[1])
        self._ended = [(node, event.end_mark)]
        if wrong:
            self.notes += [(node.place, path, message) for message in wrong]

    def _cut_back(self, start: int, end: int) -> Span:
        """The span without trailing blanks and line feeds."""
        while self._text[end - 1] in " \t\n":
            end -= 1
        return start, end

    def _reach(self, end: int) -> None:
        """Record that a value in the innermost container ends at `end`."""
        if self._frames:
            self._frames[-1].end = end

    def _unfit_in(self, event: ScalarEvent) -> list[str]:
        """The forbidden characters of the scalar, whether written as such or as an escape."""
        first = bisect_left(self._unfit, (place_of(event.start_mark), ""))
        last = bisect_left(self._unfit, (place_of(event.end_mark), ""))
        self._told[first:last] = [True] * (last - first)
        found = [character for _, character in self._unfit[first:last]] + UNFIT.findall(event.value)
        return list(dict.fromkeys(found))

    def _note_strays(self) -> None:
        """Note the unfit characters outside of scalars, at most one per line: a binary file has millions."""
        line = 0
        for (place, character), told in zip(self._unfit, self._told, strict=True):
            if not told and place[0] != line:
                self.notes.append((place, (), refused(character)))
                line = place[0]

    def _open(self, event: MappingStartEvent | SequenceStartEvent) -> None:
        place = place_of(event.start_mark)
        self._refuse_depth(place, 1)
        span = _span(event)
        node = Mapping(place, span) if isinstance(event, MappingStartEvent) else Sequence(place, span)
        if isinstance(node, Mapping):
            node.flow = bool(event.flow_style)
        self._frames.append(Frame(node, self._begin(node, event), bool(event.flow_style)))

    def _close(self, event: Event) -> None:
        frame = self._frames.pop()
        node = frame.node
        # libyaml puts the end of a block after all blank lines and comments that follow it.
        node.end = _span(event)[1] if frame.flow else frame.end
        node.whole = True
        self._reach(node.end)
        self._ended.append((node, event.end_mark))
        if self._frames:
            self._frames[-1].weigh(node)

    def _alias(self, event: AliasEvent) -> None:
        place = place_of(event.start_mark)
        span = _span(event)
        node = self._anchors.get(str(event.anchor))
        if node is None or not node.whole:
            if node:
                wrong = gettext("the alias *{name} holds itself")
            else:
                wrong = gettext("the alias *{name} stands for nothing: there is no such anchor above it")
            self._note(place, wrong, name=event.anchor)
            node = Scalar(place, span, "", BROKEN)
        if self._frames and (step := self._frames[-1].step) is not None:
            around = self._frames[-1].node
            around.aliases = {} if around.aliases is None else around.aliases
            around.aliases[step] = span
        self._reach(span[1])
        self._refuse_depth(place, node.height)
        self._unfolded += node.weight
        if self._unfolded > UNFOLDED:
            bomb = gettext("the aliases up to here unfold to more than {count} values")
            self._note(place, bomb, count=grouped(UNFOLDED))
            raise _StopError
        self._settle(node)

    def _refuse_depth(self, place: Place, height: int) -> None:
        if len(self._frames) + height > DEPTH:
            self._note(place, gettext("more than {count} lists and mappings within one another"), count=DEPTH)
            raise _StopError

    def _begin(self, node: Node, event: ScalarEvent | MappingStartEvent | SequenceStartEvent) -> ValuePath:
        path = self._settle(node)
        if event.anchor is not None:
            self._anchors[event.anchor] = node
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            wrong = gettext("tags are not supported: leave out {tag}").format(tag=quoted(tag))
            self.notes.append((node.place, path, wrong))
        return path

    def _settle(self, node: Node) -> ValuePath:
        """Put `node` where it belongs and return its path."""
        if not self._frames:
            self.root = node
            return ()
        frame = self._frames[-1]
        if node.whole:
            frame.weigh(node)
        if isinstance(frame.node, Mapping) and frame.step is None:
            self._key(frame, frame.node, node)
            return frame.here()
        path = frame.here()
        frame.put(node)
        return path

    def _key(self, frame: Frame, mapping: Mapping, node: Node) -> None:
        frame.step = node.spelled if isinstance(node, Scalar) else "?"
        key = node.value if isinstance(node, Scalar) else None
        frame.keeps = isinstance(key, str) and key not in mapping.keys
        if frame.keeps:
            mapping.keys[frame.step] = node.place
        elif isinstance(key, str):
            self._repeated |= len(self._frames) == 1
            line, column = mapping.keys[key]
            twice = gettext("key {key} is given twice, first at {line}:{column}")
            self._note(node.place, twice, key=quoted(key), line=line, column=column)
        elif not isinstance(node, Scalar):
            self._note(node.place, gettext("a key must be text, not a list or a mapping"))
        elif key is None and not node.spelled:
            self._note(node.place, gettext("the key is empty, and YAML reads that as nothing"))
        elif key is not BROKEN:
            misread = gettext("YAML reads the key {key} as {kind}: put it in quotes")
            self._note(node.place, misread, key=shortened(node.spelled), kind=described(key))


def _span(event: Any) -> Span:
    return event.start_mark.index, event.end_mark.index
