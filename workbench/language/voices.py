"""Whose words they are, across sentences: quotations that run on, signed quotations, speakers called "she"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from workbench.domain.articles import Attribution
from workbench.language.coreference import Resolver
from workbench.language.people import Names
from workbench.language.pieces import Piece, trimmed
from workbench.language.quotes import Quotation, QuotationMap

_SIGNED = re.compile(r"\s*[-–—]\s?((?:[A-ZÀ-Þ][\w.'’-]*\s?){1,5})(?=[,\n]|$)")
_LEADS_IN = re.compile(r"[\s,:;]*(?:including|such as|like|with|asking)?[\s,:;]*$", re.IGNORECASE)


def carried(text: str, pieces: Sequence[Piece], quotes: QuotationMap, names: Names) -> list[Piece]:
    """Give the sentences of one quotation the speaker that one of them names, also over paragraphs.

    A quotation of whole sentences that follows an attributed sentence in its paragraph is taken for the same
    speaker's; one that a dash and a name sign belongs to that name.
    """
    speakers: dict[int, Piece] = {}
    for piece in pieces:
        if piece.speaker is None:
            continue
        for offset in (piece.start, piece.end - 1):
            index = quotes.index_at(offset)
            if index is not None:
                speakers.setdefault(quotes.first_of(index), piece)
    found: list[Piece] = []
    last: Piece | None = None
    for piece in pieces:
        if piece.speaker is None:
            index = quotes.index_at(piece.start)
            signed = _signature(text, quotes.at(piece.start))
            source = speakers.get(quotes.first_of(index)) if index is not None else None
            if signed:
                piece = replace(piece, speaker=names.fullest(signed), attribution=Attribution.DIRECT, quoted=True)
            elif source is not None:
                piece = _said_by(piece, source)
            elif index is not None and last is not None and _follows(text, last, piece):
                piece = _said_by(piece, last)
        if piece.speaker is not None:
            last = piece
        found.append(piece)
    return found


def _said_by(piece: Piece, source: Piece) -> Piece:
    return replace(
        piece, speaker=source.speaker, speaker_alias=source.speaker_alias, attribution=Attribution.DIRECT,
        attribution_verb=source.attribution_verb, quoted=True,
    )  # fmt: skip


def _follows(text: str, said: Piece, quoted: Piece) -> bool:
    """Whether a quotation without a speaker follows, in the same paragraph, the sentence that names one."""
    return quoted.sentence - said.sentence <= 1 and "\n" not in text[said.end : quoted.start]


def _signature(text: str, quotation: Quotation | None) -> str | None:
    """The name after a dash that signs a quotation set apart from the text, None if there is none."""
    if quotation is None:
        return None
    match = _SIGNED.match(text, quotation.end, quotation.end + 80)
    return match.group(1).strip() if match else None


def without_question(text: str, piece: Piece, quotes: QuotationMap) -> Piece | None:
    """An attributed piece without the question it ends in ("the paper listed questions, including: …")."""
    if not piece.said:
        return None
    quotation = quotes.at(piece.end - 1)
    if quotation is None or quotation.start <= piece.start:
        return None
    lead = _LEADS_IN.search(text, piece.start, quotation.start)
    start, end = trimmed(text, piece.start, lead.start() if lead else quotation.start)
    return replace(piece, start=start, end=end) if len(text[start:end].split()) >= 5 else None


def named_speaker(piece: Piece, resolver: Resolver | None, publisher: str | None) -> Piece:
    """Say who a speaker is that is only called "she", and let an outlet that quotes itself speak in its own voice."""
    if piece.speaker is None:
        return piece
    if publisher and piece.speaker.casefold() == publisher.casefold():
        return replace(
            piece, speaker=None, speaker_alias=None, attribution=Attribution.OUTLET, attribution_verb=None, said=False
        )
    if resolver is not None and piece.speaker.lower() in {"he", "she", "it", "they"}:
        name = resolver.who(piece.speaker.lower(), piece.sentence)
        if name is not None:
            return replace(piece, speaker=name, speaker_alias=piece.speaker)
    return piece
