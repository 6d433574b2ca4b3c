"""The model's JSON Schema, for editors that check YAML as it is typed."""

import json

import msgspec

from tuiapp.dates import PATTERN as DATE
from tuiapp.dates import Date
from tuiapp.model import SAYING, ModelFile

_SAYING = r"[\p{L}\p{N}]"
"""A letter or a digit in the dialect of JSON Schema, ECMA-262 in Unicode mode."""


def _own(kind: type) -> dict[str, object]:
    """A type that msgspec does not know."""
    if kind is Date:
        return {"type": ["string", "integer"], "pattern": DATE, "description": "A day, a month or a year."}
    raise NotImplementedError(kind)


def schema() -> str:
    """JSON Schema, draft 2020-12, of one model file."""
    described = msgspec.json.schema(ModelFile, schema_hook=_own)
    named = {"$schema": "https://json-schema.org/draft/2020-12/schema", **described}
    return json.dumps(named, ensure_ascii=False, indent=2).replace(json.dumps(SAYING), json.dumps(_SAYING)) + "\n"
