"""Which spellings count as the same: case, ё, accents, look-alike letters, script, keyboard layout, endings.

`search` compares only what this package returns, so every spelling rule is defined here. Each module owns one
rule; none knows an index, a rank or a query.
"""

from tuiapp.fold.forms import Alphabet, nouns, stems
from tuiapp.fold.layout import on_same_key, other_layout
from tuiapp.fold.letters import Word, fold, words
from tuiapp.fold.script import is_cyrillic, look_alikes, softened, sound, sound_places, sounds

__all__ = [
    "Alphabet",
    "Word",
    "fold",
    "is_cyrillic",
    "look_alikes",
    "nouns",
    "on_same_key",
    "other_layout",
    "softened",
    "sound",
    "sound_places",
    "sounds",
    "stems",
    "words",
]
