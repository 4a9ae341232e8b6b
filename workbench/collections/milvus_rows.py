"""Passages as Milvus keeps them: the schema of a collection, a row, and the conditions of a search.

What people wrote is never part of a condition: names and addresses are compared by their digests.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np

from workbench.domain.codec import decode, encode
from workbench.domain.errors import CollectionError
from workbench.domain.evidence import Source
from workbench.domain.folding import folded
from workbench.domain.searching import Filters
from workbench.domain.shared_evidence import SharedPassage

ID, STEMS, WORDS, VECTOR = "id", "stems", "words", "vector"
KEPT = ("id", "source", "text", "context", "locator", "hash", "start", "stop", "ordinal", "stamp", "digest",
        "source_key", "rules", "stems")  # fmt: skip
"""The fields that make a passage again; its vector is asked for beside them."""
K1, B = 0.9, 0.4
"""Of BM25, as in `workbench.index.lexical`."""
UNDATED = -(2**31)
"""Stands for a source without a date."""
LONGEST = 65_535
"""Bytes that a field of text holds in Milvus."""
_PLAIN = re.compile(r"[a-z0-9]+")


def schema_of(client: Any, types: Any, functions: tuple[Any, Any], dimension: int, told: str) -> tuple[Any, Any]:
    """The schema of a new collection and its indexes; `told` are its facts as JSON."""
    made_by, kind_of = functions
    schema = client.create_schema(auto_id=False, enable_dynamic_field=False, description=told)
    short = types.VARCHAR
    schema.add_field(ID, short, is_primary=True, max_length=64)
    schema.add_field(STEMS, short, max_length=LONGEST, enable_analyzer=True, analyzer_params={"tokenizer": "standard"})
    schema.add_field(WORDS, types.SPARSE_FLOAT_VECTOR)
    schema.add_field(VECTOR, types.FLOAT_VECTOR, dim=dimension)
    for name in ("text", "context", "locator", "source", "source_key", "publisher", "url"):
        schema.add_field(name, short, max_length=LONGEST)
    for name in ("hash", "digest", "key_digest", "publisher_digest", "url_digest", "kind", "language", "rules"):
        schema.add_field(name, short, max_length=64)
    for name in ("published", "start", "stop", "ordinal"):
        schema.add_field(name, types.INT32)
    schema.add_field("stamp", types.INT64)
    schema.add_function(
        made_by(name="bm25", input_field_names=[STEMS], output_field_names=[WORDS], function_type=kind_of.BM25)
    )
    indexes = client.prepare_index_params()
    indexes.add_index(VECTOR, index_type="AUTOINDEX", metric_type="IP")
    bm25 = {"bm25_k1": K1, "bm25_b": B}
    # a server takes them one by one, Milvus Lite together under a name
    told_twice = {**bm25, "params": bm25}
    indexes.add_index(WORDS, index_type="SPARSE_INVERTED_INDEX", metric_type="BM25", params=told_twice)
    return schema, indexes


def row_of(passage: SharedPassage) -> dict[str, Any]:
    """A passage as a row.

    Raises:
        CollectionError: A text of it is longer than Milvus keeps, or holds half characters.
    """
    source = passage.source
    assert passage.vector is not None  # what is put was encoded
    row = {
        ID: passage.id,
        STEMS: " ".join(map(token, passage.stems)),
        VECTOR: np.ascontiguousarray(passage.vector, dtype=np.float32),
        "text": passage.text,
        "context": passage.context,
        "locator": passage.locator or "",
        "source": json.dumps(encode(replace(source, text="")), ensure_ascii=False, sort_keys=True),
        "source_key": passage.source_key,
        "publisher": source.publisher or "",
        "url": source.url or "",
        "hash": passage.hash,
        "digest": passage.digest,
        "key_digest": digest(passage.source_key),
        "publisher_digest": digest(folded(source.publisher or "")),
        "url_digest": digest(source.url or ""),
        "kind": source.kind.value,
        "language": folded(source.language or "")[:60],
        "rules": passage.analysed_as,
        "published": days(source.published),
        "start": passage.start,
        "stop": passage.end,
        "ordinal": passage.ordinal,
        "stamp": passage.stamp,
    }
    for name, value in row.items():
        if isinstance(value, str):
            try:
                too_long = len(value.encode()) > LONGEST
            except UnicodeEncodeError as error:
                raise CollectionError(f"{source.title[:80]}: its {name} holds half characters.") from error
            if too_long:
                raise CollectionError(f"{source.title[:80]}: its {name} is longer than a collection keeps.")
    return row


def passage_of(row: Mapping[str, Any]) -> SharedPassage:
    """The passage in a row.

    Raises:
        CollectionError: It is no row of ours.
    """
    try:
        vector = row.get(VECTOR)
        return SharedPassage(
            id=str(row[ID]),
            source_key=str(row["source_key"]),
            digest=str(row["digest"]),
            ordinal=int(row["ordinal"]),
            start=int(row["start"]),
            end=int(row["stop"]),
            text=str(row["text"]),
            context=str(row["context"]),
            hash=str(row["hash"]),
            locator=str(row["locator"]) or None,
            source=_source_of(row["source"]),
            analysed_as=str(row["rules"]),
            stems=tuple(map(stem_of, str(row[STEMS]).split())),
            stamp=int(row["stamp"]),
            vector=None if vector is None else np.asarray(vector, dtype=np.float32),
        )
    except (KeyError, ValueError, TypeError) as error:
        raise CollectionError(f"the collection holds a row that this program did not write ({error}).") from error


def _source_of(text: str) -> Source:
    """A source as others wrote it: what is no web address is no address."""
    source: Source = decode(Source, json.loads(text))
    web = ("http://", "https://")
    url = source.url if source.url and source.url.lower().startswith(web) else None
    archive = source.archive_url if source.archive_url and source.archive_url.lower().startswith(web) else None
    return replace(source, url=url, archive_url=archive, text="", path=None, private=False, supersedes=None)


def days(day: date | None) -> int:
    """A day as a number that rises with it."""
    return UNDATED if day is None else day.toordinal()


def digest(text: str) -> str:
    """What a name or an address is compared by."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


_CODED = "zq"


def token(stem: str) -> str:
    """A stem as a word that no engine cuts or changes: small letters and digits alone."""
    if len(stem) <= 60 and _PLAIN.fullmatch(stem) and not stem.startswith(_CODED):
        return stem
    raw = stem.encode("utf-8", "surrogatepass")
    return _CODED + raw[:500].hex()


def stem_of(written: str) -> str:
    """The stem that `token` wrote."""
    if not written.startswith(_CODED):
        return written
    return bytes.fromhex(written[len(_CODED) :]).decode("utf-8", "replace")


def among(field: str, values: Iterable[str]) -> str:
    """The condition that a field is one of some values, all of which are hexadecimal digits or names of our own."""
    return f"{field} in [{', '.join(json.dumps(value) for value in values)}]"


def condition(filters: Filters, collection: str) -> str:
    """What a row must be to take part in a search, "" where all do.

    Args:
        filters: Sources go by the ids that the hits of this collection have.
        collection: Its name.
    """
    found: list[str] = []
    if filters.before is not None:
        found.append(f"published < {days(filters.before)} and published > {UNDATED}")
    if filters.after is not None:
        found.append(f"published >= {days(filters.after)}")
    if filters.sources:
        found.append(among("key_digest", map(digest, _own(filters.sources, collection))))
    if filters.publishers:
        found.append(among("publisher_digest", (digest(folded(name)) for name in filters.publishers)))
    if filters.languages:
        # a language is a tag such as de or de-AT: what else it holds is on no row
        tags = (folded(name) for name in filters.languages)
        found.append(among("language", (tag for tag in tags if re.fullmatch(r"[\w-]{1,60}", tag))))
    if filters.not_sources and (left := _own(filters.not_sources, collection)):
        found.append("not (" + among("key_digest", map(digest, left)) + ")")
    if filters.not_urls:
        found.append("not (" + among("url_digest", map(digest, filters.not_urls)) + ")")
    return " and ".join(found)


def _own(ids: Sequence[str], collection: str) -> list[str]:
    return [one.removeprefix(f"{collection}/") for one in ids if one.startswith(f"{collection}/")]
