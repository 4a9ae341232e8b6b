"""Whose words they are, across sentences: quotations that run on, signed quotations, speakers called "she"."""

from __future__ import annotations

import re
import string
from collections.abc import Sequence
from dataclasses import replace

from workbench.domain.articles import Attribution
from workbench.language.attribution.lead_lines import names_nobody, words_of
from workbench.language.attribution.speech_patterns import speaker_name
from workbench.language.grammar.clause_candidates import ClauseCandidate, trimmed
from workbench.language.grammar.lexicon import SAYING
from workbench.language.references.coreference import Resolver
from workbench.language.references.people import Names, are_people
from workbench.language.text.calendar_names import WEEKDAY
from workbench.language.text.quotations import Quotation, QuotationMap

_SIGNED = re.compile(r"\s*[-–—]\s?((?:[A-ZÀ-Þ][\w.'’-]*\s?){1,5})(?=[,\n]|$)")
_REPLIES = re.compile(
    r"\b(?:he|she|they|it)\s+(?:replied|answered|responded|retorted|countered|(?:shot|hit|fired)\s+back)\b", re.I
)
_DENIES_IT = re.compile(
    r"\b(?:den(?:y|ies|ied)|disputes?d?|rejects?|rejected|refutes?d?|contradicts?|contradicted)\s+"
    r"(?:(?:it|this|that|both|them|all)\b|(?:the|these|those|his|her|their)\s+(?:\w+\s+)?(?:charges?|claims?|allegations?|accusations?|account|version)\b)",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\b(?:ask|question|press)(?:ed|ing|s)?\b", re.I)
_TOLD = frozenset({"told", "tells", "asked", "asks", "warned", "warns", "urged", "urges"})
"""Verbs whose object is whom something is said to."""
_FOUND = frozenset(
    {"found", "finds", "showed", "shows", "suggests", "suggested", "concluded", "concludes", "estimated"}
)
"""Verbs of what was found: who then "said" may be the one who tells of it."""
_PRONOUNS = frozenset({"he", "she", "it", "they"})
_OBJECTS = frozenset({"him", "her", "them"})
_SUBJECT_OF = {"him": "he", "her": "she"}
_OWNED = re.compile(r"(?:[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\s+[a-z]")
_SELF = frozenset({"I", "We", "we", "You", "you", "Y'all", "me", "us"})
_OPENS_CLAUSE = ("whose ", "which ", "who ", "what ", "that ", "neither ", "nor ")
"""What a clause, and no speaker, opens with."""
_REACH = 3
"""Sentences back in which somebody who spoke is still "they"."""
_LEAD = re.compile(r"[\"”’)(it]*\s?[,:]\s*\n")
_SHORT = 90
"""A line of fewer characters without a stop may be a signature or a heading."""
_BARE = 4
"""An attribution of so few words carries no content."""
_LONGEST_BARE = 12
_SAYS_NOTHING = re.compile(rf"[^\d\"“”«»,:;]{{2,60}}\s(?:said|says|added)\s(?:(?:late|early)\s)?(?:on\s)?{WEEKDAY}")
_ANSWERED = re.compile(r"On\s[^\n]{4,60}\d{4}[^\n]{0,60}\swrote")
"""What stands above a message that is answered: "On Sun, 3 Mar 2024, Ann Example wrote:"."""
_SAID_ALONE = re.compile(
    r"[^\d\"“”«»:;]{2,120}\s(?:said|says|added|adds|wrote|writes|replied|answered|stated|explained|continued)"
    r"(?:\s(?:in\s(?:an?|the)\s\w+|on\s\w+day|this|yesterday|today)){0,2}"
)
"""Who says what the next paragraph holds, and no more."""
_TAGS_WHO = re.compile(r"[\s,–—-]{0,4}[^\W\d_][\w'’-]*\s+[^\W\d_]")
_SAYS_WHO = re.compile(r"[\s,–—-]{0,4}(?:[^\W\d_][\w'’-]*\s+){2,}")
"""Three words or more behind a quotation."""
_TAG = re.compile(
    r"\s{1,3}(?P<verb>[a-z]+)\s{1,3}(?P<who>(?:[A-ZÀ-Þ][\w.'’-]{0,30}\s){0,4}[A-ZÀ-Þ][\w.'’-]{0,29}\w)(?=[,.\s])"
)
_ENDS = '.!?…\n”"’»'
"""What stands before a quotation that begins a sentence."""
_ASKED_BETWEEN = re.compile(r"\n[^\S\n]*\n(?P<asked>[A-Z][^\n\"“”„«».!]{3,200}\?)(?=[^\S\n]*\n)")
"""A question that is a paragraph between two quotations."""
_NAMES_SOMEBODY = re.compile(r"(?<=\w )(?!I\b)[A-Z]|\b(?:[Yy]ou|[Yy]our|[Ss]?[Hh]e|[Hh]is|[Hh]er|[Hh]im)\b")
_SPOKEN = 60
"""Characters from which what stands in marks behind a colon is spoken, and no title or slogan."""
_A_SENTENCE = re.compile(r"[\"“‘«]\s?[A-ZÀ-Þ][^\s]*(?:\s[^\s]+){2,12}[.!?…][\"”’»]?$")
"""A short quotation that is a sentence, and no title or slogan."""
_LEADS_IN = ("including", "such as", "like", "with", "asking")
_LOOSE = string.whitespace + ",:;"


def carried(
    text: str,
    candidates: Sequence[ClauseCandidate],
    quotes: QuotationMap,
    names: Names,
    *,
    tags: bool = False,
    open_said: bool = False,
) -> list[ClauseCandidate]:
    """Give the sentences of one quotation the speaker that one of them names, also over paragraphs.

    A quotation of whole sentences that follows an attributed sentence in its paragraph is taken for the same
    speaker's; one that a dash and a name sign belongs to that name.

    Args:
        text: The article.
        candidates: Its candidates in reading order.
        quotes: Its quotations.
        names: The names in it.
        open_said: Whether "he said" that was left open stays so, as another rule has looked at who spoke before.
        tags: Whether two words behind a quotation ("сказав він") may say whose it is; in English pronouns are told.
    """
    speakers: dict[int, ClauseCandidate] = {}
    for candidate in candidates:
        if candidate.speaker is None:
            continue
        for offset in (candidate.start, candidate.end - 1):
            index = quotes.index_at(offset)
            if index is not None:
                speakers.setdefault(quotes.first_of(index), candidate)
    found: list[ClauseCandidate] = []
    last: ClauseCandidate | None = None
    told = {quotes.index_at(each.start) for each in candidates if _tells_who(text, each, quotes, tags)}
    for candidate in candidates:
        if candidate.speaker is None and not candidate.by_turn:
            index = quotes.index_at(candidate.start)
            signed = _signature(text, quotes.at(candidate.start))
            source = speakers.get(quotes.first_of(index)) if index is not None else None
            lead = quotes.at(candidate.start) or quotes.at(candidate.end - 1)
            if handed := _handed_over(text, lead, names):
                candidate = replace(candidate, speaker=handed, attribution=Attribution.DIRECT)
            elif index not in speakers and (tagged := _tagged(text, quotes.at(candidate.start), names)):
                candidate = replace(candidate, speaker=tagged, attribution=Attribution.DIRECT, quoted=True)
            elif signed:
                candidate = replace(
                    candidate, speaker=names.fullest(signed), attribution=Attribution.DIRECT, quoted=True
                )
            elif source is not None:
                candidate = _said_by(candidate, source)
            elif (
                index is not None
                and last is not None
                and index not in told
                and not (open_said and candidate.said)
                and not _another_was_told(text, last, candidate)
                and (_follows(text, last, candidate) or _goes_on(text, last, candidate, quotes))
            ):
                candidate = _said_by(candidate, last)
                speakers.setdefault(quotes.first_of(index), candidate)
        if candidate.speaker is not None:
            last = candidate
        elif _is_somebodys(text, candidate, quotes) or _leads_in(text, candidate, quotes):
            candidate = replace(candidate, attribution=Attribution.DIRECT, quoted=True)
        found.append(candidate)
    return [candidate for candidate in found if not _only_leads_in(text, candidate)]


def _is_somebodys(text: str, candidate: ClauseCandidate, quotes: QuotationMap) -> bool:
    """Whether it lies in a quotation of whole sentences, whose speaker nothing tells: never the outlet's own words."""
    index = quotes.index_at(candidate.start)
    quotation = quotes.at(candidate.start)
    if index is None or quotation is None or quotation.end < candidate.end or candidate.by_turn:
        return False
    before = text[max(0, quotation.start - 8) : quotation.start].rstrip(" \t")
    led_in = before.endswith(":") and quotation.end - quotation.start > _SPOKEN
    return quotes.first_of(index) != index or not before or before[-1] in _ENDS or led_in


def _leads_in(text: str, candidate: ClauseCandidate, quotes: QuotationMap) -> bool:
    """Whether a candidate runs from words nobody is named in to what a colon brings: "Our man is there: “…"."""
    if candidate.said or candidate.by_turn or candidate.attribution is not Attribution.OUTLET:
        return False
    quotation = quotes.at(candidate.end - 1)
    if quotation is None or quotation.start <= candidate.start:
        return False
    if quotation.end - quotation.start <= _SPOKEN and not _A_SENTENCE.match(text, quotation.start, quotation.end):
        return False
    return text[candidate.start : quotation.start].rstrip().endswith(":")


def _said_by(candidate: ClauseCandidate, source: ClauseCandidate) -> ClauseCandidate:
    return replace(
        candidate, speaker=source.speaker, speaker_alias=source.speaker_alias, attribution=Attribution.DIRECT,
        attribution_verb=source.attribution_verb, quoted=True,
    )  # fmt: skip


def _tells_who(text: str, candidate: ClauseCandidate, quotes: QuotationMap, tags: bool) -> bool:
    """Whether words behind a quotation, in its own sentence, may say whose it is: "« … », a tonné le maire"."""
    quotation = quotes.at(candidate.start)
    if quotation is None or quotation.end >= candidate.end:
        return False
    if tags and _TAGS_WHO.match(text, quotation.end, candidate.end) is not None:
        return True
    return _SAYS_WHO.match(text, quotation.end, candidate.end) is not None


def _tagged(text: str, quotation: Quotation | None, names: Names) -> str | None:
    """Who is named behind a quotation and a verb of saying, where no tree told: "…,” alleged Ann Example"."""
    if quotation is None or text[quotation.end - 2 : quotation.end - 1] != ",":
        return None
    match = _TAG.match(text, quotation.end, min(len(text), quotation.end + 120))
    if match is None or match["verb"] not in SAYING:
        return None
    return speaker_name(match["who"], names)[0]


def _another_was_told(text: str, said: ClauseCandidate, quoted: ClauseCandidate) -> bool:
    """Whether it may be the other one who speaks: nobody replies to himself, and "told Ann Example" names a second."""
    if _answers(text, quoted) and quoted.sentence - said.sentence == 1:
        return True
    return quoted.said and said.attribution_verb in _TOLD | _FOUND  # it says "he said", and who that is was left open


def _answers(text: str, candidate: ClauseCandidate) -> bool:
    """Whether a quotation is a reply ("…, he replied") to whoever spoke before, not to a question told of here."""
    words = text[candidate.start : candidate.end]
    return candidate.quoted and _REPLIES.search(words) is not None and _ASKED.search(words) is None


def _denies_it(text: str, candidate: ClauseCandidate) -> bool:
    """Whether somebody denies what was just said, which nobody does of his own words: "She denied both"."""
    return _DENIES_IT.search(text, candidate.start, candidate.end) is not None


def _follows(text: str, said: ClauseCandidate, quoted: ClauseCandidate) -> bool:
    """Whether a quotation without a speaker follows, in the same paragraph, the sentence that names one."""
    return quoted.sentence - said.sentence <= 1 and "\n" not in text[said.end : quoted.start]


def _goes_on(text: str, said: ClauseCandidate, quoted: ClauseCandidate, quotes: QuotationMap) -> bool:
    """Whether a paragraph that is one quotation goes on with the words that the paragraph before gave.

    That is so after a colon or comma, and after somebody's own words, unless a short line below the quotation says
    whose words it is.
    """
    between = text[said.end : quoted.start]
    quotation = quotes.at(quoted.start)
    asked = _ASKED_BETWEEN.search(between)
    if asked is not None and _NAMES_SOMEBODY.search(asked["asked"]) is None:
        between = between[: asked.start()] + "\n" + between[asked.end() :]  # who asks is the one who tells
    elif quoted.sentence - said.sentence > 1:
        return False
    if quotation is None or between.strip(" \t\n,.:;\"”“’'()it"):
        return False
    if _LEAD.match(between):
        return True
    starts = text[max(0, quotation.start - 8) : quotation.start].rstrip(" \t")[-1:] == "\n"
    rest = text[quotation.end : quotation.end + 4 * _SHORT].split("\n", 1)
    following = rest[1].strip().split("\n", 1)[0] if len(rest) > 1 else ""
    signed = 0 < len(following) < _SHORT and following[-1] not in '.!?…"”’'
    return starts and not rest[0].strip() and not signed and said.attribution is Attribution.DIRECT


def _only_leads_in(text: str, candidate: ClauseCandidate) -> bool:
    """Whether it is no more than "the operator said Monday", or "Ann Example said" before the next paragraph."""
    if not candidate.said or candidate.words > _LONGEST_BARE:
        return False
    if _ANSWERED.fullmatch(text, candidate.start, candidate.end):
        return True
    if _SAYS_NOTHING.fullmatch(text, candidate.start, candidate.end):
        return True
    if _SAID_ALONE.fullmatch(text, candidate.start, candidate.end) and _LEAD.match(text, candidate.end):
        return True
    return 0 < candidate.words <= _BARE and _LEAD.match(text, candidate.end) is not None


def _signature(text: str, quotation: Quotation | None) -> str | None:
    """The name after a dash that signs a quotation set apart from the text, None without one."""
    if quotation is None:
        return None
    match = _SIGNED.match(text, quotation.end, quotation.end + 80)
    return match.group(1).strip() if match else None


_HANDS_OVER = re.compile(
    r"\b(?:[Hh]ere(?:\s+is|['’]s)|[Tt]his(?:\s+is)?\s+from|[Mm]ore\s+from|[Oo]ver\s+to)\s[^.:!?\n\"“”]{2,160}:\s{0,3}$"
)


def _handed_over(text: str, quotation: Quotation | None, names: Names) -> str | None:
    """Whose words a colon brings: the one person named in "Here is our editor, Ann Example, on the vote: …"."""
    if quotation is None:
        return None
    line = text[max(0, quotation.start - 130) : quotation.start].rstrip()
    announced = words_of(line.rpartition("\n")[2].rstrip(":").strip()) if line.endswith(":") else None
    if announced is not None and not names_nobody(announced["who"]):
        return speaker_name(announced["who"], names)[0]
    lead = _HANDS_OVER.search(text, max(0, quotation.start - 200), quotation.start)
    if lead is None:
        return None
    within = [name for name in names.found if lead.start() <= name.start < quotation.start and name.kind in {"PER", ""}]
    people = {names.fullest(name.text, name.start) for name in within if name.text != "Here"}
    return people.pop() if len(people) == 1 else None


def without_question(text: str, candidate: ClauseCandidate, quotes: QuotationMap) -> ClauseCandidate | None:
    """An attributed candidate without the question it ends in ("the paper listed questions, including: …")."""
    if not candidate.said:
        return None
    quotation = quotes.at(candidate.end - 1)
    if quotation is None or quotation.start <= candidate.start:
        return None
    said = text[candidate.start : quotation.start].rstrip(_LOOSE)
    for word in _LEADS_IN:
        if said.lower().endswith(word):
            said = said[: -len(word)].rstrip(_LOOSE)
            break
    start, end = trimmed(text, candidate.start, candidate.start + len(said))
    return replace(candidate, start=start, end=end) if len(text[start:end].split()) >= 5 else None


_HEADS = frozenset({"interview", "exclusive", "video", "watch", "listen", "opinion", "analysis", "profile", "podcast"})
"""Words that head a title, and nobody's name."""


def named_speakers(
    text: str, candidates: Sequence[ClauseCandidate], resolver: Resolver | None, publisher: str | None
) -> list[ClauseCandidate]:
    """Say who a speaker is that is only called "she" or "they", and let an outlet that quotes itself speak for itself.

    A pronoun that nobody fits, or that replies to whom it would mean, leaves the speaker open: the verb of saying is
    kept.
    """
    found: list[ClauseCandidate] = []
    called: dict[str, str] = {}
    for candidate in candidates:
        if (candidate.speaker or "").lower() in _OBJECTS | _HEADS:  # "according to him", "Interview: “…”, says …"
            name = _by_object(candidate, resolver, found)
            alias = candidate.speaker if name is not None else None
            candidate = replace(candidate, speaker=name, speaker_alias=alias)
        if candidate.speaker in _SELF or (candidate.speaker or "").lower().startswith(_OPENS_CLAUSE):
            candidate = replace(_without_speaker(candidate), unsaid=False)
        own = (
            publisher is not None
            and candidate.speaker is not None
            and candidate.speaker.casefold() == publisher.casefold()
        )
        if own:
            candidate = _without_speaker(replace(candidate, attribution_verb=None, said=False))
        elif resolver is not None and candidate.speaker is not None and candidate.speaker.lower() in _PRONOUNS:
            name = _meant(candidate, resolver, found)
            before = found[-1] if found else None
            replies = before is not None and before.sentence == candidate.sentence - 1 and before.speaker == name
            pronoun = _SUBJECT_OF.get(candidate.speaker.lower(), candidate.speaker.lower())
            if name is not None and pronoun in {"he", "she"} and called.setdefault(name, pronoun) != pronoun:
                name = None  # "she said" was this one
            if name is not None and not (replies and (_answers(text, candidate) or _denies_it(text, candidate))):
                candidate = replace(candidate, speaker=name, speaker_alias=candidate.speaker)
            else:
                candidate = replace(candidate, speaker=None, speaker_alias=None)  # somebody's words, not the outlet's
        elif resolver is not None and candidate.speaker is not None and _OWNED.match(candidate.speaker):
            name = resolver.owned(candidate.speaker, candidate.sentence)
            if name != candidate.speaker:
                candidate = replace(candidate, speaker=name, speaker_alias=candidate.speaker)
        found.append(candidate)
    return found


def nobodys(candidate: ClauseCandidate) -> ClauseCandidate:
    """A candidate that tells what was not said: the outlet's own words."""
    return replace(_without_speaker(candidate), attribution_verb=None, said=False, quoted=False)


def _by_object(candidate: ClauseCandidate, resolver: Resolver | None, before: Sequence[ClauseCandidate]) -> str | None:
    """Whom "according to her" means: whom the trained model names, or who alone spoke in the sentences before."""
    pronoun = _SUBJECT_OF.get((candidate.speaker or "").lower())
    if resolver is None or pronoun is None:
        return None
    return resolver.who(pronoun, candidate.sentence) or resolver.last_told_of(
        pronoun, candidate.sentence, _said_in(candidate.sentence, before)
    )


def _without_speaker(candidate: ClauseCandidate) -> ClauseCandidate:
    return replace(candidate, speaker=None, speaker_alias=None, attribution=Attribution.OUTLET)


def _said_in(sentence: int, before: Sequence[ClauseCandidate]) -> dict[int, str]:
    """Who said something in the sentences before one, by the number of the sentence."""
    recent = (each for each in before if each.said and each.speaker is not None and sentence - each.sentence < 10)
    return {each.sentence: each.speaker or "" for each in recent}


def _meant(candidate: ClauseCandidate, resolver: Resolver, before: Sequence[ClauseCandidate]) -> str | None:
    """Whom a pronoun means that says something: they who spoke last, or the people the sentence is about."""
    pronoun = (candidate.speaker or "").lower()
    if pronoun in {"he", "she"}:
        return (
            resolver.who(pronoun, candidate.sentence)
            or resolver.asked_before(pronoun, candidate.sentence)
            or resolver.last_told_of(pronoun, candidate.sentence, _said_in(candidate.sentence, before))
        )
    recent = [p for p in before if 0 < candidate.sentence - p.sentence <= _REACH and p.said and p.speaker is not None]
    if pronoun == "it":
        name = resolver.who(pronoun, candidate.sentence)
        last = recent[-1].speaker if recent and candidate.sentence - recent[-1].sentence == 1 else None
        return name or (last if last is not None and not resolver.is_person(last) else None)
    own = resolver.people(candidate.sentence)
    if own is not None:
        return own
    spoke = next((p for p in reversed(recent) if p.speaker and are_people(p.speaker)), None)
    if spoke is not None:
        others = {p.speaker for p in recent if p.sentence == spoke.sentence and p.speaker and are_people(p.speaker)}
        return spoke.speaker if len(others) == 1 else None  # "her family said …, with her sisters adding …. They say …"
    return resolver.people(candidate.sentence - 1) if candidate.sentence else None
