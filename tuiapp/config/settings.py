"""The settings as a value, and the exception that carries their faults."""

from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from msgspec import Struct

from tuiapp.language import Language
from tuiapp.library import Fault
from tuiapp.orders import BEST
from tuiapp.present.columns import ORDER

Theme = Literal["dark", "light"]
THEMES: tuple[Theme, ...] = get_args(Theme)


class Settings(Struct, frozen=True):
    """What a person has chosen; without a file, the defaults."""

    language: Language | None = None
    """None: the locale's."""
    theme: Theme = "dark"
    order: str = BEST
    """The name of the order of the rows."""
    columns: tuple[str, ...] = ORDER
    """The names of the list's columns, from left to right; the title is one of them."""
    keys: Mapping[str, Sequence[str]] = {}
    """Textual's names of the keys, for each action whose keys were chosen; an action may have none."""


class SettingsError(Exception):
    """The settings cannot be used."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(*faults)
        self.faults = faults
        """Never empty; in the order of their places."""
