"""The JSON Schema of the JSON export, and the reference page made of it.

Both come from the dataclasses that are written, so that they cannot fall behind. `python -m workbench.reports.schema`
rewrites the shipped schema; with a file name it writes the reference page there.
"""

from __future__ import annotations

import inspect
import json
import sys
import types
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, Union, get_args, get_origin

from workbench.domain.codec import hints_of
from workbench.reports.model import Report

FORMAT = "claim-workbench-report"
"""The value of `format`: tells this export from any other JSON."""

VERSION = 1
"""The value of `version`: raised when a reader of the older shape would go wrong."""

SCHEMA_FILE = Path(__file__).with_name("schemas") / "report.schema.json"

_SCALARS: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    Any: {},
}


@cache
def json_schema() -> dict[str, Any]:
    """The schema (draft 2020-12) of an export: `format` and `version` beside the fields of `Report`."""
    definitions: dict[str, Any] = {}
    report = _object(Report, definitions)
    properties = {
        "format": {"const": FORMAT, "description": "Tells this export from any other JSON."},
        "version": {"const": VERSION, "description": "The version of this shape."},
        **report["properties"],
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Claim workbench report",
        "description": "The state of some reviews: articles, claims, evidence, verdicts and their history.",
        "type": "object",
        "properties": properties,
        "required": ["format", "version", *report["required"]],
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def _object(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = hints_of(kind)
    properties: dict[str, Any] = {}
    required = []
    for field in fields(kind):
        properties[field.name] = _of(hints[field.name], definitions)
        if field.default is MISSING and field.default_factory is MISSING:
            required.append(field.name)
    return {
        "description": inspect.cleandoc(kind.__doc__ or ""),
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _of(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        [member] = [member for member in get_args(kind) if member is not type(None)]
        return {"anyOf": [_of(member, definitions), {"type": "null"}]}
    members = get_args(kind) if origin is tuple else ()
    if members and members[-1] is not ...:
        size = len(members)
        several = [_of(member, definitions) for member in members]
        return {"type": "array", "prefixItems": several, "minItems": size, "maxItems": size}
    if origin is tuple:
        return {"type": "array", "items": _of(get_args(kind)[0], definitions)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _of(get_args(kind)[1], definitions)}
    if isinstance(kind, type) and issubclass(kind, Enum):
        definitions[kind.__name__] = {
            "description": inspect.cleandoc(kind.__doc__ or ""),
            "enum": [member.value for member in kind],
        }
        return {"$ref": f"#/$defs/{kind.__name__}"}
    if is_dataclass(kind):
        assert isinstance(kind, type)  # a hint names the class, never one of its objects
        if kind.__name__ not in definitions:
            definitions[kind.__name__] = {}  # holds the place while its own fields are looked at
            definitions[kind.__name__] = _object(kind, definitions)
        return {"$ref": f"#/$defs/{kind.__name__}"}
    return dict(_SCALARS[kind])


def schema_text() -> str:
    """The schema as it is shipped."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


def reference_page() -> str:
    """The reference page of the JSON export, in Markdown."""
    schema = json_schema()
    lines = [
        "# The JSON export",
        "",
        "`workbench export --format json` writes one object. It holds everything the other formats are made of, and",
        "`workbench import` makes a workspace of it again, ids included. The JSON Schema (draft 2020-12) is shipped as",
        "`workbench/reports/schemas/report.schema.json`. This page is made from it.",
        "",
        "Texts are exactly as they are stored; offsets count Unicode code points, ends excluded. Dates are ISO 8601,",
        "times are in UTC. The original bytes of fetched pages and the search index are not part of it: `workbench",
        "backup` keeps the former, `workbench reindex` makes the latter.",
        "",
        "## Report",
        "",
        schema["description"],
        "",
        *_field_rows(schema),
    ]
    for name, definition in schema["$defs"].items():
        lines += ["", f"## {name}", "", definition["description"], ""]
        if "enum" in definition:
            lines.append("One of " + ", ".join(f"`{value}`" for value in definition["enum"]) + ".")
        else:
            lines += _field_rows(definition)
    return "\n".join(lines) + "\n"


def _field_rows(definition: dict[str, Any]) -> list[str]:
    rows = ["| field | type | |", "|---|---|---|"]
    for name, kind in definition["properties"].items():
        needed = "" if name in definition["required"] else "may be left out"
        rows.append(f"| `{name}` | {_words(kind)} | {needed} |")
    return rows


def _words(kind: dict[str, Any]) -> str:
    if "const" in kind:
        return f"`{json.dumps(kind['const'])}`"
    if "anyOf" in kind:
        return f"{_words(kind['anyOf'][0])} or null"
    if "$ref" in kind:
        name = kind["$ref"].rsplit("/", 1)[-1]
        return f"[{name}](#{name.lower()})"
    if "prefixItems" in kind:
        return "pair of " + " and ".join(_words(one) for one in kind["prefixItems"])
    if kind.get("type") == "array":
        return f"list of {_words(kind['items'])}"
    if kind.get("format") == "date":
        return "date"
    if kind.get("type") == "object":
        inner = _words(kind["additionalProperties"])
        return f"object of {inner}"
    return str(kind.get("type", "anything"))


def main(arguments: list[str]) -> None:
    """Write the shipped schema, or the reference page to the file named."""
    if arguments:
        Path(arguments[0]).write_text(reference_page(), encoding="utf-8")
    else:
        SCHEMA_FILE.write_text(schema_text(), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
