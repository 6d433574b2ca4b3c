"""What can be chosen for a proposed item, row by row."""

from tuiapp import wording
from tuiapp.archive import Archive
from tuiapp.language import gettext
from tuiapp.model import Ends, Item
from tuiapp.present.lines import Line
from tuiapp.printable import one_line
from tuiapp.signs import sign


def enterprise_line(archive: Archive, enterprise: str, has: bool) -> Line:
    """An enterprise, and whether the item has it."""
    return _line(has, wording.enterprise(archive.model, enterprise))


def region_line(archive: Archive, key: str, region: str, item: Item) -> Line:
    """What the item's direction would be with a region as its `origin`, its `destination` or an end of `between`."""
    ends = ends_with(item, key, region)
    return _line(ends == item.ends, wording.direction(archive.model, ends))


def without_line(archive: Archive, key: str, item: Item) -> Line:
    """That the item's regions under `key` are taken out."""
    one, other, _ = item.ends
    gone = Ends(None if key == "destination" else one, None if key == "origin" else other, mutual=key == "between")
    return _line(False, gettext("take out {direction}").format(direction=wording.direction(archive.model, gone)))


def ends_with(item: Item, key: str, region: str) -> Ends:
    """The item's regions with another one as its `origin`, its `destination`, or the other end of `between`."""
    one, other, mutual = item.ends
    if key == "between":
        return Ends(one or other, region, mutual=True)
    if mutual:
        one = other = None
    return Ends(region, other) if key == "origin" else Ends(one, region)


def new_line(name: str) -> Line:
    """A name that nothing is called yet."""
    return _line(False, gettext("new: {name}").format(name=name))


def _line(has: bool, text: str) -> Line:
    return ((f"{sign('picked' if has else 'unpicked')} ", "picked" if has else "dim"), (one_line(text), "plain"))
