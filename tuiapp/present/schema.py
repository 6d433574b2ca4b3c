"""The model's JSON Schema, for editors that check YAML as it is typed."""

import json

import msgspec

from tuiapp.dates import PATTERN as DATE
from tuiapp.dates import Date
from tuiapp.model import SAYING, ModelFile

_SAYING = r"[\p{L}\p{N}]"
"""A letter or a digit in the dialect of JSON Schema, ECMA-262 in Unicode mode."""

# Descriptions of fields, which the types do not have.
_TOLD = {
    "Article": {
        "published": "A day, a month or a year, as far as it is known; left out: undated.",
        "url": "Where the article is: shown, copied and exported, never fetched.",
        "via": "Whom the publisher has it from.",
        "source": "Path of the article's text, relative to this file.",
        "sha256": "SHA-256 of the source's bytes when the quotes were taken, in hexadecimal.",
    },
    "Region": {"within": "Id of the region that it is a part of."},
    "Item": {
        "sector": "Id of a sector, or a list of ids.",
        "enterprises": "Ids of enterprises: a list, or a mapping with what each is in the item.",
        "origin": "Id of the region that supplies.",
        "destination": "Id of the region that receives.",
        "between": "Ids of two regions that work together, in place of origin and destination.",
        "products": "What it is about, each in a word or two.",
        "due": "By when, as the article says: a day, a month or a year.",
        "follows": "ARTICLE/ITEM that told of the same matter earlier, or a list of them.",
    },
    "Quote": {
        "exact": "To the letter, in the article's language; at least one letter or digit.",
        "speaker": "Id of a person, or of an enterprise; only narration may leave it out.",
    },
}


def _own(kind: type) -> dict[str, object]:
    """The schema of a type that msgspec does not know."""
    if kind is Date:
        return {"type": ["string", "integer"], "pattern": DATE, "description": "A day, a month or a year."}
    raise NotImplementedError(kind)


def schema() -> str:
    """JSON Schema, draft 2020-12, of one model file."""
    described = msgspec.json.schema(ModelFile, schema_hook=_own)
    for struct, fields in _TOLD.items():
        for field, told in fields.items():
            described["$defs"][struct]["properties"][field]["description"] = told
    named = {"$schema": "https://json-schema.org/draft/2020-12/schema", **described}
    return json.dumps(named, ensure_ascii=False, indent=2).replace(json.dumps(SAYING), json.dumps(_SAYING)) + "\n"
