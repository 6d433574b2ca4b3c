"""Change one place of a model's file, as a person would: every other byte stays.

`places` says where each value stands, `spelling` how a new one is written, `putting` and `taking` which characters to
exchange; `finding` follows the path of a `change`, `changes` makes it and reads the result again with `whole`, `files`
does it to a file.
"""

from tuiapp.editing.change import Append, Change, Drop, PlaceError, Put, Settle
from tuiapp.editing.changes import changed, guesses, values
from tuiapp.editing.files import Edited, edit, text_of, undo
from tuiapp.editing.spelling import Guess, Spelled, Value

__all__ = [
    "Append", "Change", "Drop", "Edited", "Guess", "PlaceError", "Put", "Settle", "Spelled", "Value", "changed", "edit",
    "guesses", "text_of", "undo", "values",
]  # fmt: skip
