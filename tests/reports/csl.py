"""CSL-JSON 1.0.2 as a JSON Schema: names and shapes of the specification, as strict as the official schema is."""

from __future__ import annotations

from typing import Any

from workbench.ingest.reference_lists import CSL_TYPES

_NAMES = [
    "author",
    "chair",
    "collection-editor",
    "compiler",
    "composer",
    "container-author",
    "contributor",
    "curator",
    "director",
    "editor",
    "editorial-director",
    "executive-producer",
    "guest",
    "host",
    "interviewer",
    "illustrator",
    "narrator",
    "organizer",
    "original-author",
    "performer",
    "producer",
    "recipient",
    "reviewed-author",
    "script-writer",
    "series-creator",
    "translator",
]
_DATES = [
    "accessed", "available-date", "event-date", "issued", "original-date", "submitted",
]  # fmt: skip
_TEXTS = [
    "abstract",
    "annote",
    "archive",
    "archive_collection",
    "archive_location",
    "archive-place",
    "authority",
    "call-number",
    "citation-label",
    "collection-title",
    "container-title",
    "container-title-short",
    "dimensions",
    "division",
    "DOI",
    "event-title",
    "event-place",
    "genre",
    "ISBN",
    "ISSN",
    "jurisdiction",
    "keyword",
    "language",
    "medium",
    "note",
    "original-publisher",
    "original-publisher-place",
    "original-title",
    "part-title",
    "PMCID",
    "PMID",
    "publisher",
    "publisher-place",
    "references",
    "reviewed-genre",
    "reviewed-title",
    "scale",
    "source",
    "status",
    "title",
    "title-short",
    "URL",
    "version",
    "volume-title",
    "year-suffix",
]
_NUMBERS = [
    "chapter-number",
    "citation-number",
    "collection-number",
    "edition",
    "first-reference-note-number",
    "issue",
    "locator",
    "number",
    "number-of-pages",
    "number-of-volumes",
    "page",
    "page-first",
    "part-number",
    "printing-number",
    "section",
    "supplement-number",
    "volume",
]
_PART = {"type": ["string", "integer"]}
_WORDS = {"type": "string", "minLength": 1}


def _closed(properties: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "additionalProperties": False, **more}


_NAME = _closed(
    dict.fromkeys(("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal"), _WORDS)
)
_DATE = _closed(
    {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": _PART},
        },
        "raw": _WORDS,
        "literal": _WORDS,
    }
)
SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "array",
    "items": _closed(
        {
            "type": {"enum": sorted(CSL_TYPES)},
            "id": {"type": ["string", "number"]},
            **{name: {"type": "array", "items": _NAME} for name in _NAMES},
            **dict.fromkeys(_DATES, _DATE),
            **dict.fromkeys(_TEXTS, _WORDS),
            **dict.fromkeys(_NUMBERS, _PART),
        },
        required=["type", "id"],
    ),
}
