"""The filter: the typed words, the scope they are matched in, and the number of matching items."""

from textual.message import Message

from tuiapp.keys import bindings
from tuiapp.language import deferred
from tuiapp.widgets.field import Field
from tuiapp.widgets.field_bar import FieldBar

HINT = deferred("enterprise, sector, person, region, words of a quote")


class QueryField(Field):
    """The field for the words that filter the list."""

    BINDINGS = bindings("filter", "panes")


class FilterBar(FieldBar):
    """The line at the top."""

    field = QueryField
    hint = HINT

    class Changed(Message):
        """The words in the filter changed."""
