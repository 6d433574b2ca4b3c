"""The room of the facets: the list of their values, and the field that narrows it."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.getters import query_one
from textual.widgets import Input

from tuiapp.keys import bindings
from tuiapp.language import gettext
from tuiapp.snapshot import Answer
from tuiapp.widgets.facet_list import FacetList
from tuiapp.widgets.field import Field


class ValueField(Field):
    """The field for a part of a value's name. It is shown while it has the focus or words."""

    BINDINGS = bindings("values", "panes")


class FacetRoom(Vertical):
    """Shows the field only while it is used, so that it takes no line otherwise."""

    words = query_one(ValueField)
    values = query_one(FacetList)

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self._answer = answer

    def compose(self) -> ComposeResult:
        yield ValueField("", gettext("a part of a value's name"))
        yield FacetList(self._answer)

    def open(self) -> None:
        """Show the field and put the focus on it."""
        self.add_class("-naming")
        self.screen.set_focus(self.words)
        # Where the field stands is known once it is laid out.
        self.call_after_refresh(self.words.point)

    def close(self) -> bool:
        """Clear the field and hide it. Return whether it was shown."""
        shown = self.has_class("-naming")
        self.words.value = ""
        self.narrow()
        self.remove_class("-naming")
        if shown:
            # Without the field the list stands one line higher, and so does its cursor.
            self.call_after_refresh(self.values.refresh_cursor)
        return shown

    def done(self) -> None:
        """Leave the field: keep the values that match its words; hide it if there are none."""
        self.narrow()
        if not self.words.value.strip():
            self.close()

    @on(Input.Changed)
    def narrow(self) -> None:
        """Show the values that match the words in the field now."""
        self.values.narrow(self.words.value)
