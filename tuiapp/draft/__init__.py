"""A model drafted from the text of an article, by rules in tables and no model of a language.

`passages` reads a text: `sentences` cuts it, `deeds` (tables: `modals`, `acts`) says which sentences tell something and
how far along it is, `said` (tables: `saying`) whose words they are, `enterprises` (tables: `firms`), `people`, `places`
and `goods` what they name, `head` and `dates` what its first lines tell. `items` and `names` make a draft of that, and
`write` YAML; `files` and `page` are the ways in and out. Every rule is a row with its reason.
"""

from tuiapp.draft.draft import Draft, Given, draft
from tuiapp.draft.files import Incoming, TextError, file_name, incoming, put
from tuiapp.draft.letters import tidy
from tuiapp.draft.page import PageError, is_url
from tuiapp.draft.uncovered import Uncovered, uncovered
from tuiapp.draft.write import document

__all__ = [
    "Draft", "Given", "Incoming", "PageError", "TextError", "Uncovered", "document", "draft", "file_name", "incoming",
    "is_url", "put", "tidy", "uncovered",
]  # fmt: skip
