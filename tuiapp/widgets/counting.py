"""The number typed before a key, on every screen that moves by counts."""

from tuiapp.keytable import DIGITS

LONGEST_COUNT = 7
"""Digits of a number before a key; further ones are dropped."""


class Counting:
    """A part of a screen."""

    _digits = ""
    """The number being typed."""
    count = 0
    """The number typed just before the key that is being handled; 0 if there was none."""

    def count_for(self, key: str, *, typing: bool = False) -> None:
        """End the number at `key`, unless that adds a digit to it; call it first for every key."""
        if typing or key not in DIGITS.split(","):
            self.count, self._digits = int(self._digits or 0), ""

    def action_digit(self, digit: int) -> None:
        """Add a digit to the number and show it instead of the footer's keys."""
        self._digits = f"{self._digits}{digit}".lstrip("0")[:LONGEST_COUNT]
        if self._digits:
            self.notice(self._digits)

    def notice(self, text: str) -> None:
        """Show `text` instead of the footer's keys, until the next key."""
        raise NotImplementedError
