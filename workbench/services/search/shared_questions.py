"""A search put to each collection in its own terms: words stemmed by its languages, the vector of its encoder."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING

from workbench.domain.errors import CollectionError, ModelUnavailableError
from workbench.domain.searching import WORD_RULES, Filters, Mode
from workbench.domain.shared_evidence import CollectionFacts, EngineQuestion
from workbench.language.text.stemmers import ENGLISH
from workbench.services.collections.attaching import Attached, encoder_of_collection, other_model
from workbench.services.search.retrieval import MOST_WORDS, read_query
from workbench.services.workspace import Workspace
from workbench.store.claim_vectors import claim_vector

if TYPE_CHECKING:
    from workbench.domain.ports import Vectors


class Questions:
    """One search. Safe to use from the threads of all collections."""

    def __init__(
        self,
        workspace: Workspace,
        text: str,
        mode: Mode,
        size: int,
        filters: Filters,
        vector: Vectors | None,
        indexed: bool,
    ) -> None:
        """Remember what is asked.

        Args:
            workspace: Whose collections are asked.
            text: What is asked.
            mode: Which side answers.
            size: How many passages each side brings along.
            filters: Which sources take part.
            vector: Of the text, by the encoder of the workspace's index; None without one.
            indexed: Whether the workspace has an index: its encoder is the one that counts then.
        """
        self._workspace, self._text, self._mode, self._size, self._filters = workspace, text, mode, size, filters
        self._indexed = indexed
        self._lock = threading.Lock()
        self._model = ""
        self.vector = vector
        """Of the text: the one given, else by the encoder of the first collection that is asked."""
        self.notes: list[str] = []

    def put(self, one: Attached, facts: CollectionFacts, languages: Mapping[str, int]) -> EngineQuestion:
        """The question for one collection.

        Raises:
            CollectionError: Its words are counted by other rules.
        """
        if facts.word_rules != WORD_RULES:
            raise CollectionError(
                f"its words are counted by other rules ({facts.word_rules}) than those of this program ({WORD_RULES})."
            )
        query = read_query(self._text, tuple(languages) or (ENGLISH,))
        stems = tuple(dict.fromkeys(stem for forms in query.counts for stem in sorted(forms)))[: 2 * MOST_WORDS]
        return EngineQuestion(
            stems=stems,
            vector=None if self._mode is Mode.LEXICAL else self._vector_for(one, facts),
            by_words=self._mode is not Mode.DENSE,
            size=self._size,
            filters=self._filters,
        )

    def _vector_for(self, one: Attached, facts: CollectionFacts) -> Vectors | None:
        with self._lock:
            lack = other_model(self._workspace, facts) if self._indexed else self._encode(facts)
            if lack:
                self.notes.append(f"the collection {one.name} was searched by words alone: it {lack}")
                return None
            return self.vector

    def _encode(self, facts: CollectionFacts) -> str:
        """Encode the text as the first collection asked for; why another's vectors cannot be compared with it."""
        if not self._model:
            kept = claim_vector(self._workspace.database, self._text, facts.model)
            try:
                self.vector = kept if kept is not None else encoder_of_collection(facts).encode([self._text])[0]
            except ModelUnavailableError as error:
                return f"needs an encoder that is not here ({error})"
            self._model = facts.model
        return "" if facts.model == self._model else f"holds vectors of {facts.model}, another those of {self._model}"
