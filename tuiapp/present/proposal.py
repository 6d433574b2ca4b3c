"""A proposed item beside its article: its values one below the other, each with a sign if it is a guess."""

from collections.abc import Collection, Iterator

from tuiapp.archive import Archive
from tuiapp.fields import NAMED
from tuiapp.language import gettext, ngettext
from tuiapp.present.articles import GUESS
from tuiapp.present.lines import Line, Role
from tuiapp.present.rows import crop
from tuiapp.printable import cells, one_line
from tuiapp.signs import sign
from tuiapp.wording import voice

KEYS = {
    "title": ("title",),
    "stage": ("stage",),
    "enterprise": ("enterprises",),
    "direction": ("origin", "destination", "between"),
    "sector": ("sector",),
    "product": ("products",),
    "figures": ("figures",),
    "due": ("due",),
    "follows": ("follows",),
}
"""The fields of an item that are shown, each with the keys of the model's file that it is made of. The most important
come first: a low screen cuts the last."""


def proposal_heading(archive: Archive, number: int, left: int, *, decided: bool, note: str) -> Line:
    """Which of its article's items it is, and how many of those are not decided; `note`: what was just done."""
    items = archive.beside(number)
    which = gettext("Item {number} of {count}") if decided else gettext("Proposal {number} of {count}")
    told = which.format(number=number - items.start + 1, count=len(items))
    undecided = ngettext("{count} undecided", "{count} undecided", left).format(count=left)
    more = "".join(f"{sign('between')}{part}" for part in (undecided, note) if part)
    return ((" " if decided else f" {GUESS} ", "warn"), (told, "title"), (more, "dim"))


def proposal(archive: Archive, number: int, nth: int, guessed: Collection[str], width: int) -> list[Line]:
    """The item's values in lines of `width` cells; `guessed`: the keys of its values that are guesses."""
    rows = list(_rows(archive, number, nth, guessed))
    room = max(cells(label) for label, _, _ in rows) + 2
    return [_row(*row, room, width) for row in rows]


def _rows(archive: Archive, number: int, nth: int, guessed: Collection[str]) -> Iterator[tuple[str, str, bool]]:
    """Label, value, and whether that is a guess."""
    for name, keys in KEYS.items():
        field = NAMED[name]
        said = field.said(archive, number, remarks=True)
        if name == "stage":
            said = f"{sign(archive.model.items[number].stage)} {said}"
        if said or name in ("enterprise", "direction"):
            yield field.heading(), said or sign("dash"), any(key in guessed for key in keys)
        if name == "stage":
            yield _voice(archive, number, nth, guessed)


def _voice(archive: Archive, number: int, nth: int, guessed: Collection[str]) -> tuple[str, str, bool]:
    """Whose words the quote is."""
    quote = archive.model.items[number].quotes[nth]
    return gettext("Voice"), sign("between").join(voice(archive.model, quote)), f"quotes[{nth}]" in guessed


def _row(label: str, value: str, guess: bool, room: int, width: int) -> Line:
    mark: tuple[str, Role] = (f" {GUESS} " if guess else "   ", "warn")
    return crop((mark, (label.ljust(room), "dim"), (one_line(value), "plain")), width)
