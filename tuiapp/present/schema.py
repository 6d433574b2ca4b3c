"""The model's JSON Schema, for editors that check YAML as it is typed."""

import json

import msgspec

from tuiapp.model import SAYING, ModelFile

_SAYING = r"[\p{L}\p{N}]"
"""A letter or a digit in the dialect of JSON Schema, ECMA-262 in Unicode mode."""


def schema() -> str:
    """JSON Schema, draft 2020-12, of one model file."""
    named = {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(ModelFile)}
    return json.dumps(named, ensure_ascii=False, indent=2).replace(json.dumps(SAYING), json.dumps(_SAYING)) + "\n"
