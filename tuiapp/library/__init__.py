"""YAML to a library that is kept, or every error with its place.

A file in which all is well is read in one fast pass: `events` makes plain values of libyaml's events, and
msgspec makes a ModelFile of them. Anything else is read once more, slowly: `tree` keeps the place of every
value, and `judge` says all that is wrong with them. `names` sees whether the files fit together.

A `Library` keeps what each file said; `reread` makes the next one of it, for which only what has changed is read.
"""

from tuiapp.library.fault import Fault, ModelError
from tuiapp.library.file import File
from tuiapp.library.kept import Library
from tuiapp.library.opening import ChangedError, RefusedError
from tuiapp.library.reading import load, read, reread, resurvey, survey

__all__ = [
    "ChangedError", "Fault", "File", "Library", "ModelError", "RefusedError", "load", "read", "reread", "resurvey",
    "survey",
]  # fmt: skip
