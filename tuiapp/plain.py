"""Explore a model line by line: for screen readers, and for terminals that cannot place a cursor.

Input is a query, a number or a letter. Output is whole lines, in the words of the list and the screen, without any
control character except the line feed.
"""

from collections.abc import Callable, Iterator
from typing import TextIO

from tuiapp.evidence import Evidence
from tuiapp.fields import COLUMNS, PANEL
from tuiapp.fold import other_layout
from tuiapp.following import Follower
from tuiapp.language import LANGUAGES, gettext, ngettext, spoken, use
from tuiapp.present.changes import changed
from tuiapp.present.finding import count, narrowed_by, opened, problem, reasons, unread
from tuiapp.present.history import history
from tuiapp.present.lines import drawable, whole
from tuiapp.present.quotes import explanation, in_marks, omission, ordinal, proof, sides
from tuiapp.printable import one_line
from tuiapp.signs import sign
from tuiapp.snapshot import Snapshot
from tuiapp.view import View
from tuiapp.wording import publication, translation, voice

PAGE = 20
"""Rows printed at a time."""
LONGEST_NUMBER = 12
"""Most digits of a row's number."""


class Conversation:
    """Answers lines with lines; remembers the last query and how many of its rows have been printed."""

    def __init__(self, view: View, follower: Follower | None = None) -> None:
        """`follower`: None if the files are not read again."""
        self._view = view
        """The list that was printed last. Its numbers hold until another is printed, even if the files change."""
        self._newest = view.answer.snapshot
        self._follower = follower
        self._said = 0
        """Rows of the answer printed so far."""
        self._commands: dict[str, Callable[[], Iterator[str]]] = {
            "m": self._more,
            "a": self._all,
            "l": self._other_language,
            "h": self._help,
            "?": self._help,
            "": self._help,
        }
        self.over = False

    def begin(self, *, at: bool = False) -> Iterator[str]:
        """What is open and what is not, the help, and the results of the first question if it asks for something.

        `at`: or else the selected item.
        """
        yield opened(self._view.model)
        yield from self._unread(self._newest)
        yield from self._help()
        if at:
            yield from self._item(str(self._view.row + 1))
        elif self._view.question.narrows:
            yield from self._found()

    def reply(self, line: str) -> Iterator[str]:
        """The lines that answer one line, without line ends."""
        typed = one_line(line)
        if self._letter(typed) == "q":
            self.over = True
            return
        yield from self._news()
        if typed.isdecimal():
            yield from self._item(typed)
        elif command := self._commands.get(self._letter(typed)):
            yield from command()
        else:
            yield from self._ask(typed)

    @staticmethod
    def _letter(typed: str) -> str:
        """`typed` as a command: a Cyrillic letter is the Latin one on the same key."""
        letter = typed.lower()
        return next(iter(other_layout(letter)), letter) if letter and not letter.isascii() else letter

    # The files

    def _news(self) -> Iterator[str]:
        """Look at the files, and say what has changed. A look lasts as long as the file system likes; Ctrl+C ends it.

        No thread looks meanwhile: who waits for an answer wants it of the files as they are now.
        """
        news = self._follower.seek() if self._follower else None
        if news is None:
            return
        if news.shown:
            self._newest = news.snapshot
            if not self._said:
                self._view = self._view.over(self._newest)
            yield changed(news.changes)
        elif not news.snapshot.left_out.count:
            yield gettext("No file is faulty any more.")
        yield from self._unread(news.snapshot)

    @staticmethod
    def _unread(snapshot: Snapshot) -> Iterator[str]:
        if left_out := unread(snapshot.left_out):
            yield whole(left_out).text

    # The commands

    def _help(self) -> Iterator[str]:
        yield gettext(
            "Type a part of a name (sector:WORD and enterprise:WORD hold it to one), or the number of an item for its "
            "quotes. a: all items, m: more, l: по-русски, ? or h: this help, q: quit."
        )

    def _all(self) -> Iterator[str]:
        yield from self._ask("")

    def _ask(self, text: str) -> Iterator[str]:
        self._view = self._newer().typed(text)
        yield from self._found()

    def _newer(self) -> View:
        """The same question, item and quote in the files as they are now."""
        return self._view.over(self._newest) if self._newest.model is not self._view.model else self._view

    def _other_language(self) -> Iterator[str]:
        use(LANGUAGES[(LANGUAGES.index(spoken()) + 1) % len(LANGUAGES)])
        yield from self._help()

    # What was found

    def _found(self) -> Iterator[str]:
        answer, self._said = self._view.answer, 0
        if not len(answer.shown):
            yield from reasons(answer)
            return
        yield from (problem(each) for each in answer.query.problems)
        yield count(answer).strip()
        if answer.shown.rewritings or not answer.question.rewrite or answer.question.latest:
            yield whole(narrowed_by(answer)).text
        yield from self._more()

    def _more(self) -> Iterator[str]:
        """The next rows, and how many are left after them; of a list that has changed, again the first."""
        if (newer := self._newer()) is not self._view:
            self._view = newer
            yield from self._found()
            return
        numbers = self._view.rows(self._said, self._said + PAGE)
        for row, number in enumerate(numbers, self._said + 1):
            yield f"{row}. {_row(self._view, number)}"
        self._said += len(numbers)
        left = len(self._view) - self._said
        if left:
            yield ngettext("{count} more item: m", "{count} more items: m", left).format(count=left)
        elif not numbers:
            yield gettext("There are no more.")

    def _item(self, typed: str) -> Iterator[str]:
        """The item with number `typed` in the list, in digits of any script, and all its quotes."""
        # Python refuses to convert more than 4,300 digits, and no list is so long.
        row = int(typed) if len(typed) <= LONGEST_NUMBER else 0
        if not 0 < row <= len(self._view):
            last = len(self._view)
            short = typed if len(typed) <= LONGEST_NUMBER else typed[:LONGEST_NUMBER] + sign("ellipsis")
            said = gettext("There is no number {number}; the last is {last}.").format(number=short, last=last)
            yield said if last else gettext("The list is empty.")
            return
        self._view = self._view.at(row - 1)
        (listed,) = self._view.rows(row - 1, row)
        view = self._newer()
        if (number := self._view.there(listed, self._newest)) is None:
            yield gettext("Number {number} is not there any more.").format(number=row)
            return
        yield f"{row}. {_row(view, number, remarks=True)}"
        for at in range(len(view.model.items[number].quotes)):
            yield ""
            yield from _quote(view, number, at)
        why = (*map(explanation, view.matches(number)), *map(omission, view.answer.shown.left_out))
        if rest := (*_more_facts(view, number), *why):
            yield ""
            yield from rest


def _row(view: View, number: int, *, remarks: bool = False) -> str:
    parts = (field.said(view.archive, number, remarks=remarks) for field in COLUMNS)
    return "; ".join(filter(None, parts))


def _more_facts(view: View, number: int) -> Iterator[str]:
    """The fields of an item that the panel shows and its row does not, and its matter."""
    for field in PANEL:
        if not field.column and (said := field.said(view.archive, number)):
            yield f"{field.heading()}: {said}"
    yield from (part.text for part in history(view.archive, number))


def _quote(view: View, number: int, at: int) -> Iterator[str]:
    """The exact words, their status, the translation, the speaker and the publication, as in the panel."""
    model = view.model
    item = model.items[number]
    quote = item.quotes[at]
    yield ordinal(item, at)
    yield f"{sign('opening')}{drawable(quote.exact)}{sign('closing')}"
    yield from _proven(view.evidence(number, at))
    if words := translation(model, number, at):
        yield gettext("Translation: ") + drawable(words)
    yield "; ".join(voice(model, quote))
    yield publication(model.article_of(number))


def _proven(evidence: Evidence) -> Iterator[str]:
    """The status as a word without its sign, and both sides if quote and article differ."""
    yield proof(evidence).removeprefix(f"{sign(evidence.status)} ")
    yield from map(in_marks, sides(evidence))


def converse(
    view: View, heard: TextIO | None, said: TextIO, *, at: bool = False, follower: Follower | None = None
) -> None:
    """Answer lines until `heard` ends or the person quits; `at`: begin with the selected item.

    `follower`: None if the files are not read again.
    """
    conversation = Conversation(view, follower)
    _say(said, conversation.begin(at=at))
    while not conversation.over and (line := _asked(heard, said)):
        _say(said, conversation.reply(line))


def _asked(heard: TextIO | None, said: TextIO) -> str:
    """Prompt for the next line; empty at the end. A pipe gets the prompt too, for `ssh HOST tuiapp --plain`."""
    said.write(gettext("Query or number: "))
    said.flush()
    line = ""
    try:
        line = heard.readline() if heard else ""
    finally:
        # At the end of input, so that the shell's prompt starts a new line.
        if not line.endswith("\n"):
            said.write("\n")
    return line


def _say(said: TextIO, lines: Iterator[str]) -> None:
    said.writelines(f"{line}\n" for line in lines)
