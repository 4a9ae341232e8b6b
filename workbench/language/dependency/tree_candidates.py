"""Candidate claims of a parsed sentence: its clauses with who said them."""

from __future__ import annotations

import re
from dataclasses import replace

from workbench.domain.articles import Attribution
from workbench.domain.syntax import Token, Tree
from workbench.language.attribution.said_content import TreeSaid, spoken
from workbench.language.attribution.tree_attribution import attributions
from workbench.language.dependency.empty_clauses import is_empty, stands_for_another
from workbench.language.dependency.headline_names import with_names_behind
from workbench.language.dependency.said_asides import in_an_aside, is_of_the_last
from workbench.language.dependency.tree_clauses import ClauseReader, TreeClause
from workbench.language.dependency.unmarked_questions import asks_throughout, asks_without_mark
from workbench.language.dependency.verbless import asserts_without_verb, is_heading
from workbench.language.grammar.clause_candidates import ClauseCandidate, trimmed
from workbench.language.grammar.irregular_verbs import SAME
from workbench.language.grammar.lexicon import SAYING, STRONG_SAYING
from workbench.language.grammar.verbs import is_bare, is_past
from workbench.language.references.people import Names
from workbench.language.text.blocks import BlockKind
from workbench.language.text.quotations import QuotationMap
from workbench.language.text.tokenizer import word_set

_HEDGES = word_set("reportedly allegedly apparently supposedly purportedly")
_STATIVE = word_set(
    """
    had accounted considered included contained remained needed wanted knew believed meant belonged consisted depended
    seemed appeared lacked owned held stood involved required represented concerned focused known expected supposed
    used based located situated aimed planned intended
    """
)
"""Verbs whose past tense still tells how things are."""
_STAYS = word_set(
    """
    has have lacks lack owns own holds hold needs need wants want means mean belongs belong consists consist depends
    depend remains remain seems seem knows know believes believe contains contain includes include stands stand lives
    live fears fear hopes hope plans plan aims aim intends intend expects expect involves involve represents represent
    supports support opposes oppose faces face costs cost works work lies lie exists exist says say
    """
)
"""Verbs whose present tense tells how things are in a headline too."""

NO_VERB = "no verb"
"""The rule of a claim that has no finite verb."""
_SURE = 0.9
_AGAINST = frozenset({"while", "whilst", "whereas", "although", "though"})
_SET_OFF = frozenset(",-–—(")
_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "although", "though"})

_YEAR = re.compile(r"(?:19\d\d|20[01]\d|202[0-5])")
"""A year that is surely past; a later one may be a plan's."""
_MORE = frozenset({"more", "about"})
_IN = frozenset({"in", "since", "during"})
_BARE_IN_EN = word_set("open listen happen own widen strengthen darken lighten sharpen hasten fasten tighten loosen")
_BARE = 4
_BARE_ORDER = 2
"""An attribution of so few words carries no content of its own."""

_LAST = re.compile(r"\b[^\W\d_]{1,20}$")
_NAMED = re.compile(r"\b(?:named|titled|entitled|nicknamed)\s+$")
_COUNTED = word_set("one a an all every everyone everybody everything many much only until till since even for in")
_TELLS_MORE = re.compile(r"[\d:;,?–—]")
_LONG_QUOTE = 24
"""Characters from which a quotation inside a claim makes it a direct quotation rather than a borrowed word."""


def tree_candidates(
    text: str, tree: Tree, number: int, kind: BlockKind, quotes: QuotationMap, names: Names
) -> list[ClauseCandidate]:
    """The candidate claims of one sentence, in reading order, without their modality.

    Args:
        text: The article.
        tree: The sentence's tree.
        number: The sentence's number in the article.
        kind: The kind of the block it stands in; titles may lack a finite verb, not all verbs and
            numbers ("Corrections and clarifications").
        quotes: The quotations of the article.
        names: The names of the article.
    """
    line = kind in {BlockKind.TITLE, BlockKind.HEADING, BlockKind.LIST_ITEM}
    if kind is not BlockKind.CAPTION and not any(_is_verb(token) for token in tree.tokens):
        start, end = trimmed(text, tree.start, tree.end)
        if start < end and asserts_without_verb(text, start, end, headline=line):
            return [ClauseCandidate(start, end, number, NO_VERB, words=sum(t.upos != "PUNCT" for t in tree.tokens))]
        return []
    reader = ClauseReader(text, tree, quotes)
    if kind not in {BlockKind.TITLE, BlockKind.HEADING} and asks_without_mark(reader):
        return []
    if asks_throughout(reader) or _only_denies(reader) or (kind is BlockKind.TITLE and _only_points(text, tree)):
        return []
    clauses = reader.clauses()
    said = attributions(reader, names, quotes)
    found: list[ClauseCandidate] = []
    for clause in clauses:
        if kind is not BlockKind.TITLE and not _states(reader, clause):
            # "Ships: 6,112 calls, because they are larger": the figure is told, whatever is cut off behind it
            fact = kind is not BlockKind.CAPTION and (len(clauses) == 1 or clause.rule == "main")
            if not (fact and asserts_without_verb(text, clause.start, clause.end, headline=line)):
                continue
        words = sum(1 for i in clause.words if tree.tokens[i].upos != "PUNCT")
        if kind is BlockKind.TITLE and words == 1 and tree.tokens[clause.head].upos not in {"VERB", "AUX"}:
            continue  # "Chess: Orlova beats Chen"
        if kind in {BlockKind.TITLE, BlockKind.HEADING} and words == _BARE_ORDER and _orders(reader, clause):
            continue  # "Probe two", "Meet Ann"
        if kind is BlockKind.TITLE and not _states(reader, clause):
            bare = len(clauses) > 1 and not asserts_without_verb(text, clause.start, clause.end, headline=True)
            named = (
                tree.tokens[clause.head].upos == "NOUN"
                and tree.tokens[0].upos == "DET"
                and reader.has(clause.head, "acl:relcl")
            )
            named = named and not asserts_without_verb(text, clause.start, clause.end, headline=True)
            if bare or named or is_heading(text, clause.start, clause.end):
                continue  # "Storm Example: ten dead"
        if kind is not BlockKind.TITLE and is_empty(reader, clause):
            continue
        if stands_for_another(reader, clause):
            found[-1:] = [replace(one, end=clause.end) for one in found[-1:] if one.end <= clause.start]
            continue
        candidate = _candidate(reader, clause, said, number, quotes)
        if kind in {BlockKind.TITLE, BlockKind.HEADING} and _headlines(reader, clause):
            candidate = replace(candidate, happened=True)
        if kind is BlockKind.PARAGRAPH and _advises(reader, clause):
            candidate = replace(candidate, advises=True)
        if candidate.rule == "main" and not _states(reader, clause):
            candidate = replace(candidate, rule=NO_VERB)
        found.append(candidate)
    if kind is BlockKind.TITLE and len(found) == 1:
        return _with_first_words(text, tree, found[0])
    found = _joined(found, text)
    return with_names_behind(text, tree, found) if kind is BlockKind.TITLE else found


def _only_denies(reader: ClauseReader) -> bool:
    """Whether a sentence only sets right what was said before: "Not his cousin, as I wrote yesterday"."""
    tokens = reader.tokens
    first, second = tokens[0].text.lower(), tokens[min(1, len(tokens) - 1)]
    if first != "not" or second.text.lower() in _COUNTED or second.upos not in {"DET", "PRON", "NOUN", "PROPN"}:
        return False
    end = next((i for i, token in enumerate(tokens) if token.text in {",", ";", ":", "–", "—"}), len(tokens))
    return not any(_is_verb(token) for token in tokens[:end])


def _only_points(text: str, tree: Tree) -> bool:
    """Whether a headline only says what it is about: "How the mill was lost", "Growing up in Holm"."""
    first = tree.tokens[0]
    doing = first.upos == "VERB" and first.head < 0 and first.text.lower().endswith("ing")
    doing = doing and not any(token.deprel.startswith("nsubj") for token in tree.tokens)
    return (doing or first.text.lower() in {"how", "why", "what"}) and not _TELLS_MORE.search(
        text, tree.start, tree.end
    )


def _with_first_words(text: str, tree: Tree, candidate: ClauseCandidate) -> list[ClauseCandidate]:
    """A headline's only claim with the words before it that are no clause: "Three dead after |minibus leaves road".

    Before a colon they are a claim of their own where they state something: "Holm 2-1 Sund: |late goal ends the run".
    """
    start, end = trimmed(text, tree.start, candidate.start)
    before = text[start:end]
    if start >= end or candidate.rule == NO_VERB:
        return [candidate]
    if text[end : candidate.start].strip() == "" and before[-1:].isalnum() and len(before.split()) > 1:
        return [replace(candidate, start=start, rule="main", subject=None, rewords=())]
    if text[end : candidate.start].lstrip()[:1] == ":" and asserts_without_verb(text, start, end, headline=True):
        return [ClauseCandidate(start, end, candidate.sentence, NO_VERB, words=len(before.split())), candidate]
    return [candidate]


def _orders(reader: ClauseReader, clause: TreeClause) -> bool:
    """Whether a clause is headed by a bare verb that nobody is the subject of."""
    head = reader.tokens[clause.head]
    return (
        head.upos == "VERB" and is_bare(head.text) and not reader.has(clause.head, "nsubj", "nsubj:pass", "aux", "expl")
    )


def _is_verb(token: Token) -> bool:
    return token.upos in {"VERB", "AUX"}


def _advises(reader: ClauseReader, clause: TreeClause) -> bool:
    """Whether a main clause is an order or advice: a bare verb without a subject, first or after "If …,"."""
    head = reader.tokens[clause.head]
    first = clause.head == 0 and head.text.lower() in SAME - {"let"}  # "Beat the butter", "Put it in the oven"
    if first and _in_a_past_year(reader, clause.head):
        return False  # "Hit 40 targets in 2019"
    if clause.rule != "main" or head.upos != "VERB" or not (is_bare(head.text) or first):
        return False
    if head.text.lower().endswith(("en", "wn")) and head.text.lower() not in _BARE_IN_EN:
        return False  # "Frozen over twice since 1960"
    after = reader.tokens[clause.head + 1].text if clause.head + 1 < len(reader.tokens) else ""
    if head.text.lower() in {"look", "listen", "see", "say"} and after in {",", "–", "—", ":"}:
        return False  # "Look, the cost has doubled"
    if reader.has(clause.head, "nsubj", "nsubj:pass", "expl", "csubj", "aux", "aux:pass", "cop", "mark"):
        return False
    if any(
        reader.is_finite(c) and reader.tokens[c].deprel in {"parataxis", "ccomp"} for c in reader.children[clause.head]
    ):
        return False  # "Substitute Ann Example headed the winner"
    before = [
        i for i in range(clause.head) if reader.tokens[i].upos != "PUNCT" and reader.tokens[i].head == clause.head
    ]
    return all(reader.tokens[i].deprel in {"advcl", "advmod", "cc", "discourse"} for i in before)


def _in_a_past_year(reader: ClauseReader, head: int) -> bool:
    """Whether a verb, or the object it counts, has a year of its own behind "in", "since" or "during"."""
    if any(token.text.lower() in _MORE for token in reader.tokens[head + 1 : head + 2]):
        return False  # "Read more about the harbour in 2019"
    held = [head, *(c for c in reader.children[head] if reader.tokens[c].deprel == "obj" and reader.has(c, "nummod"))]
    return any(
        _YEAR.fullmatch(reader.tokens[c].text) is not None
        and any(reader.tokens[case].text.lower() in _IN for case in reader.children[c])
        for one in held
        for c in reader.children[one]
    )


def happened(reader: ClauseReader, head: int) -> bool:
    """Whether a predicate tells of something that took place or is taking place, rather than of how things are."""
    token = reader.tokens[head]
    lower = token.text.lower()
    if token.upos != "VERB" or lower in _STATIVE:
        return False
    helpers = {
        reader.tokens[c].text.lower() for c in reader.children[head] if reader.tokens[c].deprel in {"aux", "aux:pass"}
    }
    if helpers & {"will", "would", "could", "may", "might", "can", "must", "should", "do", "does"}:
        return False
    if helpers & {"has", "have", "had", "was", "were", "been", "being", "did", "'ve", "’ve"}:
        return True
    if helpers & {"is", "are", "'s", "’s", "'re", "’re"}:
        return lower.endswith("ing")
    return is_past(lower)


def _headlines(reader: ClauseReader, clause: TreeClause) -> bool:
    """Whether a headline tells in the present tense what has happened: "Hackers attack the port's network"."""
    head = reader.tokens[clause.head]
    if head.upos != "VERB" or head.text.lower() in _STAYS or head.text.lower().endswith("ing"):
        return False
    return reader.has(clause.head, "nsubj") and not reader.has(clause.head, "aux", "aux:pass", "cop", "mark")


def _joined(candidates: list[ClauseCandidate], text: str) -> list[ClauseCandidate]:
    """Give an attribution that lost its content ("Heald said |although …") back to the candidate that follows it.

    So a verb of saying with which a candidate ends: "went further and said |the trust admits".
    """
    found: list[ClauseCandidate] = []
    for candidate in sorted(candidates, key=lambda p: (p.start, p.end)):
        before = found[-1] if found else None
        if before is not None and _ends_saying(text, before.end, candidate.start):
            found[-1] = replace(before, end=candidate.end, words=candidate.words + before.words, said=True)
        elif (
            before is not None
            and before.said
            and before.words <= _BARE
            and candidate.start >= before.end
            and not candidate.said
        ):
            direct = candidate.attribution is Attribution.DIRECT
            found[-1] = replace(
                before, end=candidate.end, rule=candidate.rule, subject=None, words=candidate.words + before.words,
                attribution=candidate.attribution if direct else before.attribution,
            )  # fmt: skip
        else:
            found.append(candidate)
    return found


def _ends_saying(text: str, end: int, start: int) -> bool:
    """Whether a candidate that ends at `end` ends in a verb of saying, and the next begins right behind it."""
    last = _LAST.search(text, max(0, end - 20), end)
    return last is not None and SAYING.get(last.group().lower()) in STRONG_SAYING and text[end:start] == " "


def _states(reader: ClauseReader, clause: TreeClause) -> bool:
    """Whether a clause says something: it has a finite verb, or is a participle or a part cut off from one that has."""
    if clause.rule != "main":
        return True
    if _only_conditions(reader, clause):
        return False
    if reader.is_finite(clause.head):
        return True
    return any(reader.is_finite(i) and reader.tokens[i].deprel in {"ccomp", "parataxis", "conj"} for i in clause.words)


def _only_conditions(reader: ClauseReader, clause: TreeClause) -> bool:
    """Whether a sentence is a condition and no more: "If I may"."""
    first = next((i for i in clause.words if reader.tokens[i].upos != "PUNCT"), clause.head)
    if reader.tokens[first].text.lower() not in _CONDITIONS or reader.tokens[first].head != clause.head:
        return False
    return not reader.has(clause.head, "ccomp", "parataxis", "conj", "advcl")


def _candidate(
    reader: ClauseReader,
    clause: TreeClause,
    said: list[TreeSaid],
    number: int,
    quotes: QuotationMap,
) -> ClauseCandidate:
    """One clause with its attribution: its own, or that of the saying it is the content of."""
    own = [s for s in said if _holds(reader, clause, s)]
    strong = [s for s in own if s.strong]
    # "has resigned, telling the board that …, according to two people": what is told is told by the two
    strong.sort(key=lambda s: s.word != "according to" or clause.head not in s.content)
    source = spoken(strong or own)
    holds = source is not None
    if source is None:
        source = _covering(reader, clause, said, quotes)
    quotation = quotes.at(clause.start)
    attribution = Attribution.OUTLET
    if source is not None and source.speaker is not None:
        direct = quotation is not None or any(
            q.end - q.start > _LONG_QUOTE and not _NAMED.search(reader.text, max(0, q.start - 16), q.start)
            for q in quotes.within(clause.start, clause.end)
        )
        attribution = Attribution.DIRECT if direct else Attribution.PARAPHRASE
    verb = source.word if source is not None else None
    if source is None:
        hedge = next((reader.tokens[i].text for i in clause.words if reader.tokens[i].text.lower() in _HEDGES), None)
        verb = hedge
    return ClauseCandidate(
        clause.start, clause.end, number, clause.rule, clause.subject,
        speaker=source.speaker if source else None,
        speaker_alias=source.alias if source else None,
        attribution=attribution, attribution_verb=verb, said=holds, quoted=quotation is not None,
        happened=happened(reader, clause.head), words=sum(1 for i in clause.words if reader.tokens[i].upos != "PUNCT"),
        gap=clause.gap, rewords=clause.rewords, unsaid=source is not None and source.unsaid,
    )  # fmt: skip


def _is_an_aside(reader: ClauseReader, clause: TreeClause) -> bool:
    """Whether a clause is a relative one or joined to one, or a participle whose place is not sure."""
    head = reader.tokens[clause.head]
    joined = head.deprel == "conj" and head.head >= 0 and reader.tokens[head.head].deprel == "acl:relcl"
    unsure = clause.rule == "participle" and head.certainty < _SURE
    before = reader.text[max(0, clause.start - 3) : clause.start].rstrip()
    told_more = clause.rule == "relative" and before[-1:] in _SET_OFF  # "a site which is too small" is what was said
    return told_more or joined or unsure


def _contrasts(reader: ClauseReader, clause: TreeClause) -> bool:
    """Whether a clause is set against what is said: "…, while the union disputed it" may be the reporter's."""
    parted = (
        reader.text[max(0, clause.start - 12) : clause.start].rstrip(" abcdefghijklmnopqrstuvwxyz")[-1:] in _SET_OFF
    )
    return parted and clause.rule == "subordinate" and bool(_AGAINST & set(reader.marks(clause.head)))


def _holds(reader: ClauseReader, clause: TreeClause, said: TreeSaid) -> bool:
    """Whether the attribution stands inside a clause's span and governs what the clause asserts."""
    verb = reader.tokens[said.verb]
    if not clause.start <= verb.start < clause.end or is_of_the_last(reader, said):
        return False
    if said.verb == clause.head or clause.head in said.content:
        return True
    return said.verb in clause.words and not in_an_aside(reader, clause, said)


def _covering(reader: ClauseReader, clause: TreeClause, said: list[TreeSaid], quotes: QuotationMap) -> TreeSaid | None:
    """The saying that a cut-off clause is part of; an aside outside the quotation marks is the outlet's own."""
    inside = quotes.at(clause.start) is not None
    for source in said:
        if clause.head in source.content and not is_of_the_last(reader, source):
            if (_is_an_aside(reader, clause) or _contrasts(reader, clause)) and not inside:
                continue
            return source
    marks = {reader.tokens[c].text.lower() for c in reader.children[clause.head] if reader.tokens[c].deprel == "mark"}
    before = [s for s in said if s.strong and s.content and reader.tokens[s.verb].start < clause.start]
    joined = reader.has(clause.head, "cc") and "that" in marks
    return before[0] if joined and len(before) == 1 and not inside else None  # "…, which it called fair, and that …"
