"""Which spellings count as the same: case, ё, accents, look-alike letters, script, keyboard layout, endings.

`search` compares only what this package returns, so every spelling rule is defined here. Each module owns one
rule; none knows an index, a rank or a query.
"""

from tuiapp.fold.forms import Alphabet, nouns, stems, unfinished
from tuiapp.fold.having import having
from tuiapp.fold.layout import neighbours, on_same_key, other_layout
from tuiapp.fold.letters import Word, fold, one_script, words
from tuiapp.fold.script import heard, is_cyrillic, look_alikes, softened, sound, sound_places, sounds
from tuiapp.fold.within import MOST, Folded, Place

__all__ = [
    "MOST",
    "Alphabet",
    "Folded",
    "Place",
    "Word",
    "fold",
    "having",
    "heard",
    "is_cyrillic",
    "look_alikes",
    "neighbours",
    "nouns",
    "on_same_key",
    "one_script",
    "other_layout",
    "softened",
    "sound",
    "sound_places",
    "sounds",
    "stems",
    "unfinished",
    "words",
]
