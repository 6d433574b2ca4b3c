"""Read YAML files into a `Library`, or report every error with its place.

An ordinary file without errors is read in one fast pass: `events` turns libyaml's events into plain values, and msgspec
converts those to a ModelFile. Any other file is read a second time, slowly: `tree` records the place of every value,
and `judge` reports everything that is wrong with them. `names` checks that the files fit together. `joining` makes one
model of them, and can leave out those that are faulty.

A `Library` keeps the content of each file; `reread` makes the next one from it and reads only changed files.
"""

from tuiapp.library.fault import Fault, ModelError
from tuiapp.library.file import File
from tuiapp.library.kept import Library
from tuiapp.library.opening import ChangedError, RefusedError
from tuiapp.library.reading import follow, load, read, reread, resurvey, survey

__all__ = [
    "ChangedError", "Fault", "File", "Library", "ModelError", "RefusedError", "follow", "load", "read", "reread",
    "resurvey", "survey",
]  # fmt: skip
