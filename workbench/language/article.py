"""Split an article into claims: the entry point of this room."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from workbench.domain.anchors import Span
from workbench.domain.articles import Attribution, ClaimDraft
from workbench.domain.ports import Step
from workbench.domain.syntax import Tree
from workbench.language.attribution.quote_attribution import carried, named_speakers, without_question
from workbench.language.attribution.speech_patterns import find_attribution
from workbench.language.attribution.speech_wording import first_person, speaker_named, without_clashes, without_reflexes
from workbench.language.claims.clause_candidates import Modality, Piece, trimmed
from workbench.language.claims.clause_wording import repaired
from workbench.language.claims.clauses import clauses
from workbench.language.claims.decontextualisation import apply_resolutions, resolve_times
from workbench.language.claims.kinds import kinds_of
from workbench.language.claims.standalone import connective
from workbench.language.claims.worthiness import features_of_claim, reasons_of, rule_score
from workbench.language.dependency.tree_candidates import tree_pieces
from workbench.language.grammar.modality import modality_of
from workbench.language.grammar.verbs import has_finite
from workbench.language.numbers.quantity_extraction import quantities
from workbench.language.references.coreference import Resolver
from workbench.language.references.discourse import Story
from workbench.language.references.people import Names, names_by_capitals, names_by_trees
from workbench.language.text.blocks import BOILERPLATE, Block, BlockKind, blocks
from workbench.language.text.quotations import QuotationMap, quotations
from workbench.language.text.sentences import sentences_in
from workbench.language.text.tokenizer import words
from workbench.language.time.times import times

SPLITTER = "rules 4"
"""Names the rules that split an article, so that a later version can tell its own claims from older ones."""

RULED_LANGUAGES = frozenset({"en"})
"""Languages with clause rules; in others a sentence is a claim."""


@dataclass(frozen=True, slots=True)
class ArticleAnalysis:
    """What splitting an article gives; all spans are code points of its text.

    `note` is said to the user when the claims are coarser than they could be, else empty.
    """

    blocks: tuple[Block, ...]
    sentences: tuple[Span, ...]
    claims: tuple[ClaimDraft, ...]
    note: str = ""
    splitter: str = SPLITTER


def split_article(
    text: str,
    *,
    title: str = "",
    published: date | None = None,
    publisher: str | None = None,
    language: str = "en",
    trees: Sequence[Tree] | None = None,
    step: Step | None = None,
) -> ArticleAnalysis:
    """Split an article into checkable claims.

    Args:
        text: The normalised article.
        title: Its title, where known.
        published: The day relative times are counted from.
        publisher: Who speaks where nobody else is named.
        language: ISO 639-1 code.
        trees: The parsed sentences of `sentences(text, language, title)`; without them word patterns are used.
        step: Told of how many sentences the claims are there.
    Returns:
        Blocks, sentences and claims in reading order; `quote == text[start:end]` for every claim.
    """
    found_blocks = blocks(text, title)
    kinds_by_sentence: list[BlockKind] = []
    spans: list[Span] = []
    for block in found_blocks:
        for span in sentences_in(text, block.start, block.end, language):
            spans.append(span)
            kinds_by_sentence.append(block.kind)
    quotes = QuotationMap(quotations(text, found_blocks))
    parsed = list(trees) if trees is not None and len(trees) == len(spans) and language in RULED_LANGUAGES else None
    names = names_by_trees(text, parsed) if parsed is not None else names_by_capitals(text)
    if not names.found:
        names = names_by_capitals(text)
    pieces: list[Piece] = []
    for number, span in enumerate(spans):
        if step is not None:
            step(0, len(spans))
        if kinds_by_sentence[number] in BOILERPLATE:
            continue
        if parsed is not None:
            found = tree_pieces(text, parsed[number], number, kinds_by_sentence[number], quotes, names)
            if not found and kinds_by_sentence[number] is BlockKind.PARAGRAPH and text[span.end - 1] == ".":
                # a tree without a verb may be a misread sentence: the word patterns look again
                pieces.extend(_pieces_of(text, span, number, kinds_by_sentence[number], quotes, names))
            pieces.extend(_checkable(text, found, kinds_by_sentence[number], quotes))
        elif language in RULED_LANGUAGES:
            pieces.extend(_pieces_of(text, span, number, kinds_by_sentence[number], quotes, names))
        else:
            low, high = trimmed(text, span.start, span.end)
            if low < high and sum(1 for w in words(text, low, high) if w.is_word) > 3:
                pieces.append(Piece(low, high, number, "whole sentence"))
    furniture = [number for number, kind in enumerate(kinds_by_sentence) if kind in BOILERPLATE]
    english = language in RULED_LANGUAGES
    resolver = Resolver(Story(text, spans, names, quotes, parsed, furniture)) if english else None
    pieces = named_speakers(pieces, resolver, publisher)
    drafts: list[ClaimDraft] = []
    for piece in carried(text, pieces, quotes, names):
        if step is not None:
            step(piece.sentence, len(spans))
        drafts.append(_draft(text, piece, published, language, resolver, quotes))
    note = ""
    if language not in RULED_LANGUAGES:
        note = f"There are no clause rules for the language '{language}': each sentence is one claim."
    return ArticleAnalysis(tuple(found_blocks), tuple(spans), tuple(drafts), note)


def _pieces_of(text: str, span: Span, number: int, kind: BlockKind, quotes: QuotationMap, names: Names) -> list[Piece]:
    """The candidate claims of one sentence by word patterns."""
    tokens = words(text, span.start, span.end)
    if len(tokens) > 400:
        tokens = tokens[:400]
    if not any(t.is_word for t in tokens):
        return []
    if kind not in {BlockKind.TITLE} and not has_finite(tokens, 0, len(tokens)):
        return []
    said = find_attribution(tokens, quotes, names, text)
    found = []
    for clause in clauses(text, span.start, span.end):
        holds = said is not None and said.form != "hedge" and clause.start <= said.start < clause.end
        covered = (
            said is not None
            and said.speaker is not None
            and (
                holds
                or quotes.at(clause.start) is not None
                or (clause.rule in {"coordinated", "subordinate", "shared subject"} and clause.start > said.start)
            )
        )
        quotation = quotes.at(clause.start)
        attribution = Attribution.OUTLET
        if covered:
            direct = quotation is not None or (
                holds
                and any(
                    q.end <= clause.end + 2 for q in quotes.within(clause.start, clause.end) if q.end - q.start > 30
                )
            )
            attribution = Attribution.DIRECT if direct else Attribution.PARAPHRASE
        piece = Piece(
            clause.start, clause.end, number, clause.rule, clause.subject,
            speaker=said.speaker if covered and said else None,
            speaker_alias=said.alias if covered and said else None,
            attribution=attribution,
            attribution_verb=said.verb if said and (covered or said.form == "hedge") else None,
            said=holds, quoted=quotation is not None,
        )  # fmt: skip
        found.append(piece)
    return _checkable(text, found, kind, quotes)


_PLACE = re.compile(
    r"(?:[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}(?:, [A-Z][\w.]+){0,2}|"
    r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}, [A-Z][\w.]+(?: [A-Z]\w+)?)"
    r"(?:, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)? ?(?:\([^()\n]{2,40}\) ?)?(?:—|–|--?) ?(?=[A-Z“\"])"
)


def _without_place(text: str, piece: Piece) -> Piece:
    """Leave out the place, and the agency, that a report opens with ("LONDON (Agency) - …")."""
    if piece.start and text[piece.start - 1] != "\n":
        return piece
    match = _PLACE.match(text, piece.start, min(piece.end, piece.start + 120))
    return replace(piece, start=match.end()) if match and match.end() < piece.end else piece


_EMPTY_OPENING = re.compile(
    r"(?:it|this)\s+(?:comes?|came|follows|followed)\s+(?:just\s+)?(?:as|after|when|because)\s+", re.I
)


def _without_empty_opening(text: str, piece: Piece) -> Piece:
    """Leave out the "It comes as" that only ties a report to the one before."""
    match = _EMPTY_OPENING.match(text, piece.start, piece.end)
    if match is None or len(text[match.end() : piece.end].split()) < 4:
        return piece
    return replace(piece, start=match.end(), rule="subordinate")


def _checkable(text: str, pieces: Sequence[Piece], kind: BlockKind, quotes: QuotationMap) -> list[Piece]:
    """The pieces that are no questions and no page furniture, each with its modality."""
    found: list[Piece] = []
    for piece in pieces:
        piece = _without_empty_opening(text, _without_place(text, piece))
        modality = modality_of(text, piece, kind)
        if piece.rule == "participle" and found and found[-1].modality is Modality.PREDICTION and not piece.said:
            modality = Modality.PREDICTION
        if modality is Modality.QUESTION and (rest := without_question(text, piece, quotes)) is not None:
            piece, modality = rest, Modality.FACT
        if modality is not Modality.BOILERPLATE and modality is not Modality.QUESTION:
            found.append(replace(piece, modality=modality))
    return found


def _draft(
    text: str,
    piece: Piece,
    published: date | None,
    language: str,
    resolver: Resolver | None,
    quotes: QuotationMap,
) -> ClaimDraft:
    """The claim of one piece: its quantities, times, kinds, worthiness and wording."""
    found_quantities = quantities(text, piece.start, piece.end, language)
    found_times = times(text, piece.start, piece.end, published=published, language=language)
    dates = [(t.start, t.end) for t in found_times]
    found_quantities = tuple(q for q in found_quantities if all(q.end <= a or q.start >= b for a, b in dates))
    kinds = kinds_of(text, piece, found_quantities, found_times, dynamic=piece.happened)
    features = features_of_claim(
        text[piece.start : piece.end], kinds=kinds, quantities=found_quantities, times=found_times,
        speaker=piece.speaker, attribution=piece.attribution,
        hedged=piece.attribution_verb is not None and piece.speaker is None,
    )  # fmt: skip
    if piece.modality is Modality.PREDICTION:
        features["future"] = 1.0
    resolutions = resolve_times(text, piece.start, piece.end, found_times, language)
    lead = connective(text, piece.start, piece.end) if language in RULED_LANGUAGES else None
    if lead is not None:
        resolutions.append(lead)
    if resolver is not None and piece.rule != "apposition":
        resolutions.extend(resolver.resolve(piece.start, piece.end, piece.sentence, piece.speaker))
    resolutions.extend(repaired(text, piece, resolver))
    named = speaker_named(text, piece, quotes)
    own_words = [*([named] if named else []), *first_person(text, piece, quotes)]
    resolutions = without_reflexes(without_clashes(own_words, resolutions))
    score = rule_score(features)
    if piece.modality is not Modality.FACT:
        score = min(score, 0.2)
    return ClaimDraft(
        start=piece.start, end=piece.end, quote=text[piece.start : piece.end],
        text=apply_resolutions(text, piece.start, piece.end, resolutions) or text[piece.start : piece.end],
        kinds=kinds, speaker=piece.speaker, speaker_alias=piece.speaker_alias, attribution=piece.attribution,
        attribution_verb=piece.attribution_verb, checkworthiness=score, reasons=reasons_of(features, piece.speaker),
        quantities=found_quantities, times=found_times, resolutions=tuple(resolutions),
    )  # fmt: skip


__all__ = ["SPLITTER", "ArticleAnalysis", "split_article"]
