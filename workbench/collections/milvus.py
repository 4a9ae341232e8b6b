"""A collection in Milvus: a cluster, or Milvus Lite in a folder. Nothing of it is imported before it is opened."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from math import expm1
from typing import Any

import numpy as np

from workbench.collections import milvus_rows as rows
from workbench.collections.milvus_access import client_of, shown, told
from workbench.domain.codec import decode, encode
from workbench.domain.errors import CollectionError
from workbench.domain.shared_evidence import (
    FORMAT,
    ID_DIGITS,
    CollectionFacts,
    EngineAnswer,
    EngineQuestion,
    KnownShared,
    SharedPassage,
)

LOAD_SECONDS = 120.0
"""How long a write is tried again where the server is busy."""
READ_SECONDS = 30.0
AT_ONCE = 256
"""Rows of one write, which keeps it well below the 64 MB of one message."""
ASKED_FOR = 1_000
"""Ids named in one condition."""
OVERFETCH = 3
"""Times the passages wanted that are fetched by words: Milvus counts words by segment, and the order is made here."""
REMEMBERED = 20_000
"""Words whose frequency is remembered."""
SAMPLE = 500
"""Passages whose lengths stand for all."""
PROPERTY = "workbench"


class MilvusCollection:
    """One collection."""

    def __init__(self, client: Any, uri: str, name: str, facts: CollectionFacts) -> None:
        """See `open_collection` and `make_collection`."""
        self._client, self._uri, self._name, self._facts = client, uri, name, facts
        self._lock = threading.Lock()
        self._shares: dict[str, float] = {}
        self._counted = -1
        self._average = 0.0
        self._languages: dict[str, int] = {}

    @property
    def facts(self) -> CollectionFacts:
        """What the collection was made with."""
        return self._facts

    def count(self) -> int:
        """How many passages there are."""
        return self._count("", READ_SECONDS)

    def languages(self) -> Mapping[str, int]:
        """How many passages are read by the rules of each language, those of most passages first."""
        self._refresh(READ_SECONDS)
        return self._languages

    def find(self, asked: EngineQuestion, seconds: float) -> EngineAnswer:
        """The passages closest by words and by meaning."""
        self._refresh(seconds)
        stems = list(dict.fromkeys(asked.stems))
        where = rows.condition(asked.filters, self._name)
        with ThreadPoolExecutor(3) as pool:
            words = pool.submit(self._by_words, stems, asked.size, where, seconds) if asked.by_words and stems else None
            meaning = (
                pool.submit(self._search, [asked.vector], rows.VECTOR, asked.size, where, seconds)
                if asked.vector is not None
                else None
            )
            shares = pool.submit(self._shares_of, stems, seconds)
            near = [rows.passage_of(row) for row in meaning.result()[0]] if meaning else []
            named = [rows.passage_of(row) for row in words.result()] if words else []
            frequencies = {stem: share * self._counted for stem, share in shares.result().items()}
        found = {passage.id: passage for passage in (*named, *near)}
        ids = tuple(passage.id for passage in near)
        return EngineAnswer(tuple(found.values()), self._counted, self._average, frequencies, ids)

    def passage(self, passage_id: str) -> SharedPassage | None:
        """One passage by its id."""
        if len(passage_id) != ID_DIGITS or not set(passage_id) <= set("0123456789abcdef"):
            return None
        found = self._query(rows.among(rows.ID, [passage_id]), rows.KEPT, 1)
        return rows.passage_of(found[0]) if found else None

    def known(self, source_keys: Sequence[str]) -> Mapping[str, KnownShared]:
        """What there is of some sources, the version that was loaded last."""
        found: dict[str, KnownShared] = {}
        keys = list(dict.fromkeys(source_keys))
        for begin in range(0, len(keys), ASKED_FOR):
            where = rows.among("key_digest", map(rows.digest, keys[begin : begin + ASKED_FOR]))
            for row in self._query(f"{where} and ordinal == 0", ("source_key", "digest", "source", "stamp")):
                source = json.loads(row["source"])
                this = KnownShared(row["digest"], source.get("title", ""), source.get("url"), row["stamp"])
                if this.stamp >= found.get(row["source_key"], this).stamp:
                    found[row["source_key"]] = this
        return found

    def present(self, ids: Sequence[str]) -> set[str]:
        """Those of the ids that are there."""
        there: set[str] = set()
        for begin in range(0, len(ids), ASKED_FOR):
            where = rows.among(rows.ID, ids[begin : begin + ASKED_FOR])
            there.update(row[rows.ID] for row in self._query(where, (rows.ID,)))
        return there

    def put(self, passages: Sequence[SharedPassage]) -> None:
        """Keep passages, each with its vector; one whose id is there already takes its place."""
        written = [rows.row_of(passage) for passage in passages]
        for begin in range(0, len(written), AT_ONCE):
            with told(self._uri):
                self._client.upsert(self._name, written[begin : begin + AT_ONCE], timeout=LOAD_SECONDS)

    def remove(self, versions: Mapping[str, str], before: int) -> int:
        """Remove passages of sources that are not of the version named, and were loaded earlier."""
        keys = list(versions)
        gone: list[str] = []
        for begin in range(0, len(keys), ASKED_FOR):
            where = rows.among("key_digest", map(rows.digest, keys[begin : begin + ASKED_FOR]))
            found = self._query(f"{where} and stamp < {before}", (rows.ID, "source_key", "digest"))
            gone += [row[rows.ID] for row in found if versions.get(row["source_key"], row["digest"]) != row["digest"]]
        for begin in range(0, len(gone), ASKED_FOR):
            with told(self._uri):
                self._client.delete(self._name, ids=gone[begin : begin + ASKED_FOR], timeout=LOAD_SECONDS)
        return len(gone)

    def close(self) -> None:
        """Let go of the engine; what was put is safe."""
        with told(self._uri):
            self._client.close()

    # asking

    def _refresh(self, seconds: float) -> None:
        """Count the passages; where there are others than before, also what is known of all of them together."""
        count = self._count("", seconds)
        with self._lock:
            if count == self._counted:
                return
        lengths = [len(row[rows.STEMS].split()) for row in self._query("", (rows.STEMS,), SAMPLE, seconds)]
        there: dict[str, int] = {}
        # English is what is left: most collections need one count
        left, asked = count, self._query('rules != "en"', ("rules",), 1, seconds)
        if asked:
            from_sample = {row["rules"] for row in self._query('rules != "en"', ("rules",), 10_000, seconds)}
            there = {name: self._count(rows.among("rules", [name]), seconds) for name in sorted(from_sample)}
            left -= sum(there.values())
        there["en"] = left
        with self._lock:
            self._counted, self._average = count, max(1.0, float(np.mean(lengths))) if lengths else 1.0
            self._languages = {name: number for name, number in sorted(there.items(), key=lambda i: -i[1]) if number}
            self._shares = {}

    def _by_words(self, stems: Sequence[str], size: int, where: str, seconds: float) -> list[dict[str, Any]]:
        asked = " ".join(map(rows.token, stems))
        return self._search([asked], rows.WORDS, OVERFETCH * size, where, seconds)[0]

    def _shares_of(self, stems: Sequence[str], seconds: float) -> dict[str, float]:
        """The share of all passages that each stem stands in, read off the best score that it alone gives.

        BM25 of one word is its inverse document frequency times what count and length of one passage make of it, which
        are known; Milvus has no cheaper way to tell how common a word is.
        """
        with self._lock:
            known = {stem: self._shares[stem] for stem in stems if stem in self._shares}
        missing = [stem for stem in stems if stem not in known]
        if missing:
            written = [rows.token(stem) for stem in missing]
            found = self._search(written, rows.WORDS, 1, "", seconds, fields=(rows.STEMS,), vectors=False)
            for stem, word, hits in zip(missing, written, found, strict=True):
                known[stem] = self._share(word, hits[0]) if hits else 0.0
            with self._lock:
                if len(self._shares) + len(missing) > REMEMBERED:
                    self._shares = {}
                self._shares.update(known)
        return known

    def _share(self, word: str, hit: Mapping[str, Any]) -> float:
        words = str(hit[rows.STEMS]).split()
        count = words.count(word)
        if not count:
            return 0.0
        norm = rows.K1 * (1 - rows.B + rows.B * len(words) / self._average)
        rarity = abs(float(hit["distance"])) / (count * (rows.K1 + 1) / (count + norm))
        # ln(1 + (N - n + ½) / (n + ½)) is rarity: n for N → n / N
        total = max(self._counted, 1)
        held = (total + 1) / (expm1(rarity) + 1) - 0.5
        return min(max(held, 1.0), float(total)) / total

    def _search(
        self,
        data: Sequence[Any],
        field: str,
        limit: int,
        where: str,
        seconds: float,
        *,
        fields: Sequence[str] = rows.KEPT,
        vectors: bool = True,
    ) -> list[list[dict[str, Any]]]:
        with told(self._uri):
            found = self._client.search(
                self._name,
                data=list(data),
                anns_field=field,
                limit=limit,
                filter=where,
                output_fields=[*fields, *((rows.VECTOR,) if vectors else ())],
                timeout=seconds,
            )
        return [[{**hit["entity"], "distance": hit["distance"]} for hit in hits] for hits in found]

    def _query(
        self, where: str, fields: Sequence[str], limit: int | None = None, seconds: float = READ_SECONDS
    ) -> list[dict[str, Any]]:
        how = {} if limit is None else {"limit": limit}
        with told(self._uri):
            return list(
                self._client.query(self._name, filter=where, output_fields=list(fields), timeout=seconds, **how)
            )

    def _count(self, where: str, seconds: float) -> int:
        return int(self._query(where, ("count(*)",), None, seconds)[0]["count(*)"])


def open_collection(uri: str, name: str, token: str = "") -> MilvusCollection:
    """Open a collection.

    Raises:
        MissingExtraError: The packages are not installed.
        CollectionError: It is not there, was made by a newer program or by another, or nothing answers.
    """
    client = client_of(uri, token, make=False)
    with _let_go_on_failure(client):
        with told(uri):
            there = client.has_collection(name, timeout=READ_SECONDS)
        if not there:
            raise CollectionError(
                f"{shown(uri)} has no collection {name}; `workbench collection create {name}` makes it."
            )
        facts = _facts_of(client, uri, name)
        with told(uri):
            client.load_collection(name, timeout=READ_SECONDS)
    return MilvusCollection(client, uri, name, facts)


def make_collection(uri: str, name: str, facts: CollectionFacts, token: str = "") -> MilvusCollection:
    """Make an empty collection.

    Raises:
        MissingExtraError: The packages are not installed.
        CollectionError: There is one of this name, or nothing answers.
    """
    client = client_of(uri, token, make=True)
    with _let_go_on_failure(client), told(uri):
        if client.has_collection(name, timeout=READ_SECONDS):
            raise CollectionError(f"{shown(uri)} has a collection {name} already; attach it, or choose another name.")
        import pymilvus

        stated = json.dumps(encode(facts), sort_keys=True)
        schema, indexes = rows.schema_of(
            client, pymilvus.DataType, (pymilvus.Function, pymilvus.FunctionType), facts.dimension, stated
        )
        client.create_collection(
            name,
            schema=schema,
            index_params=indexes,
            consistency_level="Strong",
            properties={PROPERTY: stated},
            timeout=LOAD_SECONDS,
        )
    return MilvusCollection(client, uri, name, facts)


def drop_collection(uri: str, name: str, token: str = "") -> None:
    """Delete a collection with all that is in it.

    Raises:
        MissingExtraError: The packages are not installed.
        CollectionError: It is not there, or nothing answers.
    """
    collection = open_collection(uri, name, token)
    with closing(collection), told(uri):
        collection._client.drop_collection(name, timeout=LOAD_SECONDS)


@contextmanager
def _let_go_on_failure(client: Any) -> Iterator[None]:
    """Close a connection that nobody gets: Milvus Lite keeps its folder locked as long as one is open."""
    try:
        yield
    except BaseException:
        client.close()
        raise


def _facts_of(client: Any, uri: str, name: str) -> CollectionFacts:
    with told(uri):
        about = client.describe_collection(name, timeout=READ_SECONDS)
    stated = (about.get("properties") or {}).get(PROPERTY) or about.get("description") or ""
    try:
        plain = json.loads(stated)
        made = int(plain["format"])
        if made > FORMAT:
            raise CollectionError(
                f"the collection {name} of {shown(uri)} was made by a newer workbench (format {made}; this one reads "
                f"{FORMAT}): update this one."
            )
        facts: CollectionFacts = decode(CollectionFacts, plain)
        dimensions = {field["params"].get("dim") for field in about["fields"] if field["name"] == rows.VECTOR}
    except (ValueError, KeyError, TypeError) as error:
        raise CollectionError(f"the collection {name} of {shown(uri)} was not made by the workbench.") from error
    if {str(one) for one in dimensions} != {str(facts.dimension)}:
        raise CollectionError(f"the collection {name} of {shown(uri)} holds vectors of another length than it says.")
    return facts
