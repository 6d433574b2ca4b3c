"""Turns key sequences into Textual's key events. Textual's tables are private; only this module uses them."""

from textual import events
from textual._xterm_parser import XTermParser
from textual.keys import Keys

from tuiapp.terminal.keyboard import Stroke

_PARSER = XTermParser()


def pressed(stroke: Stroke) -> list[events.Key]:
    """The key events of `stroke`; empty if Textual does not know it, or if it reports the release of a key.

    Textual raises ValueError for a key of the kitty protocol with alternates or an event type (no upstream issue known;
    seen elsewhere as https://github.com/openai/codex/issues/35599). Textual requests neither, but a terminal may send
    them, and a program killed before us may have left them switched on. Kitty keys are read even if Textual was told
    not to request the protocol.
    """
    for attempt in (stroke.sequence, without_extras(stroke.sequence)):
        if attempt is None:
            break
        try:
            found = list(_PARSER._sequence_to_key_events(attempt, alt=stroke.alt))
            found = found or [key.copy() for key in _PARSER._parse_extended_key(attempt) or ()]
        except (ValueError, OverflowError):
            continue
        return [key for key in found if key.key != Keys.Ignore]
    return []


def without_extras(sequence: str) -> str | None:
    """A kitty key sequence without alternates and event type; None if it reports the release of a key.

    `CSI code:shifted:base ; modifiers:event ; text u`,
    https://sw.kovidgoyal.net/kitty/keyboard-protocol/#an-overview.
    """
    code, *rest = sequence[2:-1].split(";")
    fields = [code.partition(":")[0]]
    if rest:
        modifiers, _, event = rest[0].partition(":")
        if event.startswith("3"):
            return None
        fields += [modifiers, *rest[1:]]
    return f"\x1b[{';'.join(fields)}{sequence[-1]}"
