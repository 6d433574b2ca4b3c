"""Change one place of a model's file, as a person would: every other byte stays.

`places` says where each value stands, `spelling` how a new one is written, `putting` and `taking` which characters to
exchange; `changes` does that and reads the result again, `files` does it to a file.
"""

from tuiapp.editing.changes import Append, Change, Drop, PlaceError, Put, Settle, changed, guesses, values
from tuiapp.editing.files import Edited, edit, text_of, undo
from tuiapp.editing.spelling import Guess, Value

__all__ = [
    "Append", "Change", "Drop", "Edited", "Guess", "PlaceError", "Put", "Settle", "Value", "changed", "edit", "guesses",
    "text_of", "undo", "values",
]  # fmt: skip
