"""The search in the article: the typed words, and which of how many hits one is at."""

from textual.message import Message

from tuiapp.keys import bindings
from tuiapp.language import deferred
from tuiapp.widgets.field import Field
from tuiapp.widgets.field_bar import FieldBar


class SearchField(Field):
    """The field for the words that are looked for in the article."""

    BINDINGS = bindings("search")


class SearchBar(FieldBar):
    """The line at the top, in the place of the filter."""

    field = SearchField
    hint = deferred("words of the article")

    class Changed(Message):
        """The words to look for changed."""
