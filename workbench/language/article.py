"""Split an article into claims: the entry point of this room."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date

from workbench.domain.anchors import Span
from workbench.domain.articles import Attribution, ClaimDraft, Resolution
from workbench.domain.ports import AntecedentScorer, Step
from workbench.domain.press_releases import issuer
from workbench.domain.quantities import Quantity, QuantityKind, TimeRef
from workbench.domain.syntax import Tree
from workbench.domain.unforeseen import went_on
from workbench.language.attribution.essays import by_author
from workbench.language.attribution.left_open import left_open
from workbench.language.attribution.left_open_elsewhere import left_open_elsewhere
from workbench.language.attribution.one_name import one_name
from workbench.language.attribution.quote_attribution import carried, named_speakers, nobodys
from workbench.language.attribution.quoted_headings import by_who_answers
from workbench.language.attribution.speech_elsewhere import TAGGED, pointed_back
from workbench.language.attribution.speech_wording import first_person, speaker_named, without_clashes, without_reflexes
from workbench.language.attribution.told_on import told_on
from workbench.language.claims.answers import RULE as ANSWER
from workbench.language.claims.candidate_extraction import FAULTS, Sentence, candidates_of, whole_sentence, with_answer
from workbench.language.claims.clause_wording import from_the_beginning, is_open, repaired, to_the_end
from workbench.language.claims.decontextualisation import apply_resolutions
from workbench.language.claims.kept_words import keeping
from workbench.language.claims.kinds import kinds_of
from workbench.language.claims.list_leads import entry, leads_of, only_introduces, told_by, with_lead
from workbench.language.claims.not_claims import only_spoke
from workbench.language.claims.reported_claims import reported
from workbench.language.claims.same_wording import told_once
from workbench.language.claims.standalone import connective
from workbench.language.claims.table_claims import RULE as ROW
from workbench.language.claims.table_claims import by_columns, row_candidate
from workbench.language.claims.time_wording import resolve_times
from workbench.language.claims.turn_wording import by_turn
from workbench.language.claims.words_around import QUESTION
from workbench.language.claims.worthiness import FIGURES_ALONE, features_of_claim, reasons_of, rule_score
from workbench.language.dependency.tree_repairs import repaired_trees
from workbench.language.grammar.clause_candidates import ClauseCandidate, Modality
from workbench.language.grammar.modality_elsewhere import KNOWN, judges
from workbench.language.numbers.counted_by_tree import counted_by_tree
from workbench.language.numbers.quantity_extraction import quantities
from workbench.language.references.coreference import Resolver
from workbench.language.references.discourse import Discourse
from workbench.language.references.own_company import OwnCompany
from workbench.language.references.people import names_by_capitals, names_by_trees
from workbench.language.text.blocks import BOILERPLATE, Block, BlockKind, blocks
from workbench.language.text.layout import TextKind, layout_of
from workbench.language.text.quotations import QuotationMap, quotations
from workbench.language.text.sentences import sentences_in
from workbench.language.text.tabulated import tables_in
from workbench.language.time.article_times import ArticleTimes

SPLITTER = "rules 9"
"""Names the rules that split an article, so that a later version can tell its own claims from older ones."""

RULED_LANGUAGES = frozenset({"en"})
"""Languages with clause rules; in others a sentence is a claim."""

_REPORTS = frozenset({TextKind.NEWS, TextKind.FACT_CHECK, TextKind.PRESS_RELEASE})
"""Kinds of text whose words may be the outlet's own."""

_OWN_STOPS = frozenset("。｡।॥۔")
"""Stops of other scripts: no full stop is put behind a wording there."""

_WITHOUT_SPACES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""Letters of Chinese and Japanese: a heading in them ends in no full stop of ours."""
_OWN_ENDS = frozenset("。｡।॥۔؟！？」』）")
"""Signs that close a sentence of these scripts."""


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
    author: str | None = None,
    language: str = "en",
    speakers: tuple[str, ...] = (),
    trees: Sequence[Tree] | None = None,
    antecedents: AntecedentScorer | None = None,
    step: Step | None = None,
) -> ArticleAnalysis:
    """Split an article into checkable claims.

    Args:
        text: The normalised article.
        title: Its title, where known.
        published: The day relative times are counted from.
        publisher: Who speaks where nobody else is named.
        author: Who wrote it, where that is known: what an essay tells in the first person is that person's.
        language: ISO 639-1 code.
        speakers: Names that are known to stand before what they say ("Name: …"), as subtitles give them.
        trees: The parsed sentences of `sentences(text, language, title, speakers)`; else word patterns are used.
        antecedents: Tells whom "he" and "she" mean; without it they stay as they are.
        step: Told of how many sentences the claims are there.
    Returns:
        Blocks, sentences and claims in reading order; `quote == text[start:end]` for every claim.
    """
    found_blocks = blocks(text, title, speakers)
    layout = layout_of(text, title, speakers)
    kinds_by_sentence: list[BlockKind] = []
    spans: list[Span] = []
    for block in found_blocks:
        for span in sentences_in(text, block.start, block.end, language):
            spans.append(span)
            kinds_by_sentence.append(block.kind)
    quotes = QuotationMap(quotations(text, found_blocks))
    parsed = None
    if trees is not None and len(trees) == len(spans) and language in RULED_LANGUAGES:
        parsed = repaired_trees(trees)
    names = names_by_trees(text, parsed) if parsed is not None else names_by_capitals(text)
    if not names.found:
        names = names_by_capitals(text)
    tables = tables_in(text)
    leads = leads_of(text, spans, kinds_by_sentence)
    introducing = {lead.sentence for lead in leads.values()}
    candidates: list[ClauseCandidate] = []
    misread: set[int] = set()
    told_rows: set[int] = set()
    for number, span in enumerate(spans):
        if step is not None:
            step(0, len(spans))
        if kinds_by_sentence[number] in BOILERPLATE:
            continue
        row = tables.row_at(span.start, span.end) if layout.turn_at(span.start) is None else None
        if row is not None and (row.header or row.tells(text)):
            if not row.header and row.start not in told_rows:
                told_rows.add(row.start)
                candidates.append(row_candidate(text, row, number))
            continue
        tree = parsed[number] if parsed is not None else None
        sentence = Sentence(span, number, kinds_by_sentence[number], layout.turn_at(span.start), tree)
        if language not in RULED_LANGUAGES:
            candidates.extend(whole_sentence(text, sentence, quotes, language))
            continue
        found, plainly = candidates_of(text, sentence, quotes, names)
        before = parsed[number - 1] if parsed is not None and number else None
        after = None
        if number + 1 < len(spans):
            after = (spans[number + 1], parsed[number + 1] if parsed is not None else None)
        found = with_answer(text, spans, sentence, before, found, quotes, layout, after)
        plainly = plainly or (tree is not None and not tree.tokens and span.end - span.start > _SHORT)
        if number in leads:
            lead = leads[number]
            if lead.listed:
                found = found or entry(text, span, lead.span, number)
            lead_tree = parsed[lead.sentence] if parsed is not None else None
            found = [told_by(text, candidate, lead.span, lead_tree, names) for candidate in found]
        if not only_introduces(text, span, entries=number in introducing):
            candidates.extend(found)
        if plainly:
            misread.add(number)
    issued = issuer(text, title)
    headings = [n for n, kind in enumerate(kinds_by_sentence) if kind in {BlockKind.TITLE, BlockKind.HEADING}]
    furniture = [number for number, kind in enumerate(kinds_by_sentence) if kind in BOILERPLATE]
    resolver: Resolver | None = None
    if language in RULED_LANGUAGES:
        try:
            company = OwnCompany(text, issued, names, quotes)
            resolver = Resolver(
                Discourse(text, spans, names, quotes, parsed, furniture, antecedents, headings), company
            )
            candidates = carried(text, named_speakers(text, candidates, resolver, publisher), quotes, names)
        except FAULTS as fault:
            went_on(fault)
            misread.update(candidate.sentence for candidate in candidates)
            resolver = None
    else:
        candidates = told_on(text, pointed_back(text, candidates, language), language)
        told = named_speakers(text, candidates, None, publisher)
        candidates = carried(text, told, quotes, names, tags=language in TAGGED, open_said=True)
    candidates = by_who_answers(reported(text, title, candidates), kinds_by_sentence, quotes, layout)
    if language in RULED_LANGUAGES and layout.kind is TextKind.NEWS:
        candidates = by_author(text, candidates, found_blocks, spans, quotes, author)
    if language not in RULED_LANGUAGES and layout.kind in _REPORTS:
        candidates = left_open_elsewhere(text, candidates, spans, quotes, language)
    if language in RULED_LANGUAGES:
        if layout.kind in _REPORTS and (issued is None or not issued.certain):
            candidates = left_open(text, candidates, spans, quotes, released=layout.kind is TextKind.PRESS_RELEASE)
        candidates = one_name(candidates)
    clock = ArticleTimes(text, spans, published=published, language=language, trees=parsed, title=title)
    drafts: list[ClaimDraft] = []
    openings: dict[int, int] = {}
    for candidate in sorted(candidates, key=lambda each: each.start, reverse=True):
        aside = candidate.rule in {"relative", "participle"}  # of what stands before it in the sentence
        openings[candidate.sentence] = spans[candidate.sentence].start if aside else candidate.start

    def draft_of(candidate: ClauseCandidate) -> ClaimDraft:
        try:
            tree = parsed[candidate.sentence] if parsed is not None else None
            return _draft(text, candidate, clock, language, resolver, quotes, tree, openings[candidate.sentence])
        except FAULTS as fault:
            went_on(fault)
            misread.add(candidate.sentence)
            return _bare_draft(text, candidate)

    made: list[ClaimDraft] = []
    for candidate in candidates:
        if step is not None:
            step(candidate.sentence, len(spans))
        made.append(draft_of(candidate))
    candidates, made = told_once(text, candidates, made, spans, openings, draft_of)
    for candidate, draft in zip(candidates, made, strict=True):
        if only_spoke(text[candidate.start : candidate.end]):
            continue  # it led in to a question; whose words follow was read off it
        if candidate.rule in {"main", ANSWER} or not _OPENS_RELATIVE.match(draft.text):
            row = tables.row_at(draft.start, draft.end) if candidate.rule == ROW else None
            if candidate.sentence in leads and leads[candidate.sentence].listed:
                draft = with_lead(text, draft, candidate, leads[candidate.sentence].span)
            drafts.append(draft if row is None else by_columns(text, draft, row))
    note = ""
    if language not in RULED_LANGUAGES:
        note = f"There are no clause rules for the language '{language}': each sentence is one claim."
        if language not in KNOWN:
            note += " Its words are not known either: the order goes by figures alone."
    if misread:
        note = f"{note} {_misread(text, spans, misread)}".strip()
    return ArticleAnalysis(tuple(found_blocks), tuple(spans), tuple(drafts), note)


_SHORT = 40
"""A sentence of so few characters may have no words."""
_SHOWN = 60
_OPENS_RELATIVE = re.compile(r"(?:Who|Which|Whom|Whose)\b")
"""How a wording begins whose relative pronoun nothing could replace: it is no sentence, and so no claim."""


def _holds_more(amount: Quantity, ref: TimeRef) -> bool:
    """Whether what looks like a time is only part of an amount: the quarters of "three quarters of a million"."""
    if amount.start < ref.start and ref.end == amount.end:
        return amount.kind is QuantityKind.MEASURE  # the hour of "64 kilometres an hour"
    return amount.start <= ref.start and ref.end < amount.end and amount.kind is not QuantityKind.RATIO


def _misread(text: str, spans: Sequence[Span], numbers: Set[int]) -> str:
    """What is said of sentences that the clause rules stumbled over."""
    first = " ".join(spans[min(numbers)].of(text).split()[:6])
    many = "A sentence was" if len(numbers) == 1 else f"{len(numbers)} sentences were"
    why = "the clause rules failed there, or it is hardly made of words"
    return f"{many} read by the plain rules alone because {why} (“{first[:_SHOWN]} …”)."


def _bare_draft(text: str, candidate: ClauseCandidate) -> ClaimDraft:
    """The claim of a candidate that the rules for amounts, times and wording failed on: its words and who said them."""
    quote = text[candidate.start : candidate.end]
    kinds = kinds_of(text, candidate, (), (), dynamic=candidate.happened)
    return ClaimDraft(
        candidate.start, candidate.end, quote, quote, kinds, candidate.speaker, candidate.speaker_alias,
        candidate.attribution, candidate.attribution_verb, rule_score({}),
    )  # fmt: skip


def _draft(
    text: str,
    candidate: ClauseCandidate,
    clock: ArticleTimes,
    language: str,
    resolver: Resolver | None,
    quotes: QuotationMap,
    tree: Tree | None,
    opening: int,
) -> ClaimDraft:
    """The claim of one candidate: its quantities, times, kinds, worthiness and wording."""
    named = speaker_named(text, candidate, quotes)
    if candidate.unsaid:
        candidate = nobodys(candidate)
    found_quantities = counted_by_tree(quantities(text, candidate.start, candidate.end, language), tree)
    found_times = clock.within(candidate.start, candidate.end)
    found_times = tuple(t for t in found_times if not any(_holds_more(q, t) for q in found_quantities))
    dates = [(t.start, t.end) for t in found_times]
    found_quantities = tuple(q for q in found_quantities if all(q.end <= a or q.start >= b for a, b in dates))
    left_out = [(start, end) for start, end, words in candidate.rewords if not words]
    found_times = tuple(t for t in found_times if not any(a <= t.start < b for a, b in left_out))
    found_quantities = tuple(q for q in found_quantities if not any(a <= q.start < b for a, b in left_out))
    kinds = kinds_of(
        text, candidate, found_quantities, found_times, dynamic=candidate.happened, language=language, tree=tree
    )
    features = features_of_claim(
        text[candidate.start : candidate.end], kinds=kinds, quantities=found_quantities, times=found_times,
        speaker=None if candidate.by_turn else candidate.speaker,
        attribution=Attribution.OUTLET if candidate.by_turn else candidate.attribution,
        hedged=candidate.attribution_verb is not None and candidate.speaker is None,
    )  # fmt: skip
    if candidate.modality is Modality.PREDICTION:
        features["future"] = 1.0
    if language not in RULED_LANGUAGES and judges(text[candidate.start : candidate.end], language):
        features["opinion words"] = 1.0
    if language not in KNOWN | RULED_LANGUAGES:
        # its words say nothing to the rules, which know English ones alone
        features = {name: value if name in FIGURES_ALONE else 0.0 for name, value in features.items()}
    # words in quotation marks stay as they were said
    told = [time for time in found_times if quotes.at(time.start) is None]
    day = clock.counted_from(candidate.start)
    resolutions = resolve_times(text, candidate.start, candidate.end, told, language, day)
    leads = language in RULED_LANGUAGES and candidate.question is None
    lead = connective(text, candidate.start, candidate.end) if leads else None
    if lead is not None:
        resolutions.append(lead)
    if resolver is not None and candidate.rule != "apposition":
        resolutions.extend(resolver.resolve(candidate.start, candidate.end, candidate.sentence))
    resolutions.extend(repaired(text, candidate, resolver, tree))
    own_words = [named] if named else []
    if not is_open(text, candidate, tree):
        own_words += first_person(text, candidate, quotes)
    else:
        before = resolver.resolve(opening, candidate.start, candidate.sentence) if resolver is not None else []
        if opening >= candidate.start and tree is not None:
            opening = tree.start

        def dated(start: int, end: int) -> list[Resolution]:
            plain = [time for time in clock.within(start, end) if quotes.at(time.start) is None]
            return resolve_times(text, start, end, plain, language, day)

        before = without_clashes(before, dated(opening, candidate.start))
        whole = from_the_beginning(text, candidate, opening, keeping(text, before))
        resolutions.extend([whole] if whole is not None else [])
        if whole is not None and tree is not None and tree.tokens:
            resolutions.extend(to_the_end(text, candidate, tree, dated(candidate.end, tree.tokens[-1].end)))
    resolutions = keeping(text, without_reflexes(without_clashes(own_words, resolutions)))
    if candidate.question is not None:
        resolutions.append(question_of(text, candidate, candidate.question, clock, resolver, language))
    if language in RULED_LANGUAGES:
        resolutions = [*resolutions, *by_turn(text, candidate, resolutions)]
    score = rule_score(features)
    if candidate.modality is not Modality.FACT:
        score = min(score, 0.2)
    wording = (
        apply_resolutions(text, candidate.start, candidate.end, resolutions) or text[candidate.start : candidate.end]
    )
    if language not in RULED_LANGUAGES:
        wording = _without_foreign_stop(wording, text[candidate.end : candidate.end + 1])
    return ClaimDraft(
        start=candidate.start, end=candidate.end, quote=text[candidate.start : candidate.end],
        text=wording,
        kinds=kinds, speaker=candidate.speaker, speaker_alias=candidate.speaker_alias,
        attribution=candidate.attribution, attribution_verb=candidate.attribution_verb,
        checkworthiness=score, reasons=reasons_of(features, candidate.speaker),
        quantities=found_quantities, times=found_times, resolutions=tuple(resolutions),
    )  # fmt: skip


def question_of(
    text: str, candidate: ClauseCandidate, asked: Span, clock: ArticleTimes, resolver: Resolver | None, language: str
) -> Resolution:
    """The question that a claim answers, as the words that its wording needs in front."""
    day = clock.counted_from(asked.start)
    made = resolve_times(text, asked.start, asked.end, clock.within(asked.start, asked.end), language, day)
    made += resolver.resolve(asked.start, asked.end, candidate.sentence - 1) if resolver is not None else []
    put = apply_resolutions(text, asked.start, asked.end, made).removesuffix(".")
    put += "" if put.endswith("?") else "?"
    put += " –" if text[candidate.start].islower() else ""
    return Resolution(candidate.start, candidate.start, "", f"{put} ", QUESTION, 0.9)


def _without_foreign_stop(wording: str, behind: str) -> str:
    """A wording without a full stop of ours where its language ends a sentence in another way."""
    bare = wording.removesuffix(".")
    own = behind in _OWN_STOPS or bare[-1:] in _OWN_ENDS or _WITHOUT_SPACES.match(bare[-1:])
    return bare if own else wording


__all__ = ["SPLITTER", "ArticleAnalysis", "split_article"]
