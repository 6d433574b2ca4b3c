"""One line below the article while words of it are marked: how many, and which end moves."""

from tuiapp.keys import bindings
from tuiapp.language import gettext, ngettext
from tuiapp.signs import sign
from tuiapp.widgets.bar import Bar


class ExcerptBar(Bar, can_focus=True):
    """Has the keys while words are marked; the terminal's own cursor stays at these."""

    BINDINGS = bindings("excerpt")

    def tell(self, size: int, *, backwards: bool, note: str) -> None:
        """Say how many words are marked, whether their beginning moves, and what else there is to say."""
        words = ngettext("{count} word marked", "{count} words marked", size).format(count=size)
        end = gettext("moving its beginning") if backwards else gettext("moving its end")
        parts = filter(None, (words, end, note))
        self.say(((sign("between").join(parts), "title"),))

    def point(self) -> None:
        """Leave the terminal's own cursor to the article."""
