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
        self._shown: tuple[Archive, int, int, Collection[str] | None] | None = None
        """The archive, the item, which of its quotes, and the keys that are guesses; None: the item is decided."""
        self._undecided = 0
        self._note = ""
        """What was just done; told as long as the same item is shown."""

    def show(self, archive: Archive, number: int, nth: int, guessed: Collection[str] | None, left: int) -> None:
        """Show an item; `left`: how many items of its article are undecided."""
        before = self._shown and self._shown[0].name(self._shown[1])
        if archive.name(number) != before:
            self._note = ""
        self._shown, self._undecided = (archive, number, nth, guessed), left
        self.redraw()

    @property
    def decided(self) -> bool:
        """Whether the item shown is no proposal any more."""
        return self._shown is not None and self._shown[-1] is None

    def tell(self, note: str) -> None:
        """Say what was done, in the heading, as long as this item is shown."""
        self._note = note
        self.redraw()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return 12

    def lines(self, width: int, height: int) -> list[Drawn]:
        if self._shown is None:
            return []
        archive, number, nth, guessed = self._shown
        rule = sign("heavy")
        told = proposal_heading(archive, number, self._undecided, decided=guessed is None, note=self._note)
        heading: Line = ((rule * 2, "key"), *told, (" ", "plain"))
        rest: Line = ((rule * max(width - size(heading), 0), "key"),)
        values = proposal(archive, number, nth, guessed or (), width)
        return [Drawn((*heading, *rest)), *map(Drawn, values[: height - 1])]
