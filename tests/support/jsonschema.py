"""As much of JSON schema (draft 4) as the draft file's uses: where a value departs from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

TYPES = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool}
KNOWN = {
    "$schema", "title", "description", "type", "enum", "properties", "required", "additionalProperties", "items",
    "minimum", "maximum", "minLength", "pattern", "anyOf",
}  # fmt: skip


def departures(value: Any, schema: dict[str, Any], at: str = "") -> Iterator[str]:
    """Each place at which `value` is not as `schema` says."""
    assert set(schema) <= KNOWN, set(schema) - KNOWN
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is not one of {schema['enum']}"
    if "anyOf" in schema:
        ways = [list(departures(value, way, at)) for way in schema["anyOf"]]
        if all(ways):
            yield from ways[-1]
        return
    kind = schema.get("type")
    if kind and (not isinstance(value, TYPES[kind]) or (kind == "integer" and isinstance(value, bool))):
        yield f"{at}: {value!r} is no {kind}"
        return
    match value:
        case dict():
            yield from (f"{at}: {key} is missing" for key in schema.get("required", ()) if key not in value)
            for key, inner in value.items():
                if key in schema["properties"]:
                    yield from departures(inner, schema["properties"][key], f"{at}.{key}")
                elif schema["additionalProperties"] is False:
                    yield f"{at}: {key} is not known"
        case list():
            for place, inner in enumerate(value):
                yield from departures(inner, schema["items"], f"{at}[{place}]")
        case str():
            if len(value) < schema.get("minLength", 0):
                yield f"{at}: too short"
            if not re.search(schema.get("pattern", ""), value):
                yield f"{at}: {value!r} is not as {schema['pattern']}"
        case int() if "minimum" in schema and not schema["minimum"] <= value <= schema["maximum"]:
            yield f"{at}: {value} is out of bounds"
