"""Reads the API's OpenAPI document and writes it as OpenAPI Generator's Python needs it.

    python3 local/clients/python/prepare.py DOCUMENT > openapi-python.json

- It makes a float of {"type": "number"} and has no setting against that; of {"type": "string", "format": "number"} it makes
  decimal.Decimal. The API's answers stay as they are, JSON numbers: exact.py reads them.
- It takes {"type": "boolean", "const": false} for the text 'false' and then refuses every false.
"""

import json
import sys

BOUNDS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "default")


def prepared(node):
    if isinstance(node, list):
        return [prepared(one) for one in node]
    if not isinstance(node, dict):
        return node
    copy = {name: prepared(value) for name, value in node.items()}
    if is_number(copy.get("type")):
        return as_decimal(copy)
    if copy.get("type") == "boolean":
        copy.pop("const", None)
    return copy


def is_number(kind):
    return kind == "number" or (isinstance(kind, list) and "number" in kind)


def as_decimal(schema):
    """Bounds of numbers mean nothing for a string; the API checks them anyway."""
    kind = schema["type"]
    schema["type"] = "string" if kind == "number" else ["string" if one == "number" else one for one in kind]
    schema["format"] = "number"
    return {name: value for name, value in schema.items() if name not in BOUNDS}


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as document:
        json.dump(prepared(json.load(document)), sys.stdout, ensure_ascii=False)
