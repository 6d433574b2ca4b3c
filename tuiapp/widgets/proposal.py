"""The values of a proposed item below its article; while it has the focus, keys decide on the item."""

from collections.abc import Collection

from textual.geometry import Size

from tuiapp.archive import Archive
from tuiapp.keys import bindings
from tuiapp.present.lines import Line, size
from tuiapp.present.proposal import proposal, proposal_heading
from tuiapp.signs import sign
from tuiapp.widgets.lines import Drawn, LineView


class Proposal(LineView, can_focus=True):
    """A heading like that of the quote, and a line for each value."""

    BINDINGS = bindings("proposal", "article", "rooms") + bindings("moving", on="screen")

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Archive, int, int, Collection[str]] | None = None
        """The archive, the item, which of its quotes, and the keys that are guesses."""
        self._undecided = 0

    def show(self, archive: Archive, number: int, nth: int, guessed: Collection[str], left: int) -> None:
        """Show an item; `left`: how many items of its article are undecided."""
        self._shown, self._undecided = (archive, number, nth, guessed), left
        self.redraw()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return 12

    def lines(self, width: int, height: int) -> list[Drawn]:
        if self._shown is None:
            return []
        archive, number, *_ = self._shown
        rule = sign("heavy")
        heading: Line = ((rule * 2, "key"), *proposal_heading(archive, number, self._undecided), (" ", "plain"))
        rest: Line = ((rule * max(width - size(heading), 0), "key"),)
        return [Drawn((*heading, *rest)), *map(Drawn, proposal(*self._shown, width)[: height - 1])]
