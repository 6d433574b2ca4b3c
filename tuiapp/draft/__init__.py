"""A model drafted from the text of an article, by rules in tables and no model of a language.

`passages` reads a text: `sentences` cuts it, `deeds` (tables: `modals`, `acts`) says which sentences tell something and
how far along it is, `said` and `speakers` (tables: `saying`) whose words they are, `enterprises` (tables: `firms`),
`people`, `places` and `goods` what they name, `directions` what goes from where to where, `head` and `dates` what its
first lines tell. `items` and `names` make a draft of that, and `write` YAML; `files` and `page` are the ways in and
out. Every rule is a row with its reason.
"""

from tuiapp.draft.draft import Draft, Given, draft
from tuiapp.draft.files import Incoming, TextError, file_name, incoming, put
from tuiapp.draft.items import Offer
from tuiapp.draft.letters import identifier, tidy, unused
from tuiapp.draft.marked import Marked
from tuiapp.draft.names import Names
from tuiapp.draft.page import PageError, is_url
from tuiapp.draft.sentences import Span
from tuiapp.draft.uncovered import Uncovered, uncovered, unquoted
from tuiapp.draft.write import document, item_value, name_values, quote_value

__all__ = [
    "Draft", "Given", "Incoming", "Marked", "Names", "Offer", "PageError", "Span", "TextError", "Uncovered", "document",
    "draft", "file_name", "identifier", "incoming", "is_url", "item_value", "name_values", "put", "quote_value", "tidy",
    "uncovered", "unquoted", "unused",
]  # fmt: skip
