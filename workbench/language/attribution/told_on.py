"""Whose words a sentence gives that names nobody: who spoke just before, and who a short or bent name means.

"Dodał, że …", "sagte er", and German sentences in the subjunctive go on with whoever spoke in the sentence before; a
conditional of hearsay ("aurait", "habría") is nobody's, and not the outlet's own knowledge.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from workbench.domain.articles import Attribution
from workbench.language.attribution.quotation_signs import bare_of_quotations
from workbench.language.attribution.saying_places import LANGUAGES, is_source, told
from workbench.language.attribution.speaker_phrases import (
    is_capital,
    is_office_before,
    is_somebody,
    surname_of,
)
from workbench.language.attribution.speech_acts import who_tells
from workbench.language.attribution.subjects_before import subject_of_before
from workbench.language.attribution.women_and_men import is_of_women
from workbench.language.grammar.clause_candidates import ClauseCandidate

_SUBJUNCTIVE = re.compile(
    r"\b(?:sei|seien|werde|habe|könne|müsse|solle|wolle|dürfe|möge|wisse|gebe|gehe|komme|bleibe|stehe|liege|laufe|"
    r"koste|"
    r"betrage|brauche|lasse|nehme|halte|fehle|drohe|bestehe|reiche(?!\s[A-ZÄÖÜ])|gehöre|arbeite|erwarte|leide|sehe|finde|führe|"
    r"steige|"
    r"sinke|verliere|erhalte|verdiene|zahle|plane|prüfe|gelte)\b"
)
"""Forms that only tell what somebody says, where no "ich" is near."""
_THIRD = re.compile(
    r"^(?:Der|Die|Das|Dies[er]?[srm]?|Ein|Eine|Seine?|Ihre?)\s(?:[a-zäöüß]+e[nrs]?\s)?(?:[A-ZÄÖÜ][\w-]+\s){1,3}"
    r"(?P<verb>[a-zäöüß]{3,16}(?<!t)e)\s(?!\w+e[nrs]?\s[A-ZÄÖÜ])"
)
"""A subject and its verb in -e, which no indicative of "der Schaden" ends in."""
_NO_VERB = frozenset(
    {"ohne", "heute", "keine", "eine", "seine", "ihre", "meine", "diese", "jede", "alle", "viele", "sowie",
     "wurde", "würde", "nahe", "beinahe", "gerade", "lange", "welche", "solche", "einige", "manche", "beide"}
)  # fmt: skip
"""Words in -e behind a subject that are no subjunctive; "würde" is as often a condition."""
_ICH = re.compile(
    r"\b(?:ich|wenn|damit|wäre|gebe\s+es\s+Gott|werde\s+ich|es\s+sei\s+denn|sei\s+es|wie\s+dem\s+auch\s+sei|komme\s+was|"
    r"koste\s+es|Gott\s+sei\s+Dank)\b",
    re.IGNORECASE,
)
_HEARSAY = {
    "fr": r"\b(?:auraient|aurait|seraient|serait)\s+(?!pu\b|dû\b|fallu\b|voulu\b|préféré\b|bien\b)|"
    r"\b(?!pourr|devr|faudr|voudr|aimer|préfér)\w{3,}raient\b|\b(?!pr[ée]f)\w{2,}erait\b",
    "es": r"\b(?:habría|habrían)\s+(?!podido\b|debido\b|querido\b|que\b)\w+[dst]o\b|\bser(?:ía|ían)\b|\b(?!podr|"
    r"deber|tendr|quer|mor|corr|abr|cubr|sufr|ocurr|prefer|gustar)\w{3,}rían\b",
    "it": r"\b(?:avrebbe|avrebbero|sarebbe|sarebbero)\s+(?!potut|dovut|volut|meglio\b|bene\b)|\b(?!potre|dovre|vorre|"
    r"bisognere)\w{3,}rebbero\b",
    "pt": r"\b(?:teria|teriam)\s+(?!que\b|de\b|podido\b|sido\s+melhor)\w+d[oa]s?\b|\b(?!poder|dever|ter|quer|"
    r"gostar)\w{3,}[aei]riam\b|\bseria\b",
    "de": r"\b(?:soll|sollen)\b(?=[^.;:!?]{1,200}\b(?:haben|sein|worden\s+sein)(?:[\s,.“]|$))",
    "nl": r"\b(?:zou|zouden)\b(?=[^.;:!?]{1,200}(?:\b(?:hebben|zijn)\b|\d))",
    "sv": r"\b(?:ska|skall)\s+(?:ha\b|vara\b|uppgå\b)|\blär\s+\w+a\b",
}
"""Forms by which a writer tells what is said and not known."""
_CONDITION = re.compile(r"(?<![\w’'])(?:si|s['’]|se|wenn|falls|als|om|ifall|qualora|caso)(?![\w])", re.IGNORECASE)
_SUBORDINATE = re.compile(
    r"(?:als|wenn|weil|obwohl|nachdem|während|da|um|dass|ob|seit|bevor|falls|sobald|soweit|wer|was|wo|wie|solange)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"(?:(?:in|an|mit|von|bei|für|auf|aus)\s)?(?:der|die|das|dem|den|dessen|deren|welche[rsnm]?)\b")
"""How a clause begins that tells more of the noun before it."""
_WITH_ARTICLE = re.compile(r"(?:der|dem|den|des|die|das)\s", re.IGNORECASE)


def told_on(text: str, candidates: Sequence[ClauseCandidate], language: str) -> list[ClauseCandidate]:
    """The sentences of an article with everybody who speaks named as fully as it names them."""
    if language not in LANGUAGES:
        return _added(text, candidates, language)
    found: list[ClauseCandidate] = []
    for candidate in candidates:
        if not candidate.by_turn:
            candidate = _named(text, candidate, found, language)
        found.append(candidate)
    speakers = {each.speaker for each in found if each.speaker is not None}
    return [_from_the_rest(each, speakers, language) for each in found]


_GOES_ON = {
    "ar": re.compile(r"و(?:أضافت?|تابعت?|أوضحت?|أكدت?|أشارت?|قالت?)"),
    "hi": re.compile(r"(?:उन्होंने|इन्होंने)(?=\s)"),
}
"""Verbs with "and" before them and no subject, or "he" and "she" of respect: whoever spoke before goes on."""


def _added(text: str, candidates: Sequence[ClauseCandidate], language: str) -> list[ClauseCandidate]:
    """The sentences with whoever spoke in the sentence before for a verb that only goes on: "وأضاف أن …"."""
    goes_on = _GOES_ON.get(language)
    found: list[ClauseCandidate] = []
    for candidate in candidates:
        last = found[-1] if found else None
        if (
            goes_on is not None and last is not None and last.speaker is not None and last.said
            and candidate.said and candidate.speaker is None and candidate.sentence - last.sentence == 1
            and "\n" not in text[last.end : candidate.start]
            and _may_go_on(text[candidate.start : candidate.end], candidate, last, goes_on, language)
        ):  # fmt: skip
            candidate = replace(candidate, speaker=last.speaker)
        found.append(candidate)
    return found


def _may_go_on(
    words: str, candidate: ClauseCandidate, last: ClauseCandidate, goes_on: re.Pattern[str], language: str
) -> bool:
    """Whether whoever spoke last may be the one left out of "وأضاف أن …", or meant by "उन्होंने"."""
    if language == "hi":
        return goes_on.match(words) is not None and last.attribution_verb not in {"अनुसार", "मुताबिक"}
    verb, verb_before = candidate.attribution_verb or "", last.attribution_verb or ""
    same = verb.endswith("ت") is verb_before.endswith("ت")
    return (
        same and goes_on.fullmatch(verb) is not None and goes_on.fullmatch(f"و{verb_before.lstrip('وف')}") is not None
    )


def _named(text: str, candidate: ClauseCandidate, before: Sequence[ClauseCandidate], language: str) -> ClauseCandidate:
    words = text[candidate.start : candidate.end]
    if candidate.speaker is not None:
        if language == "de" and _WITH_ARTICLE.match(candidate.speaker_alias or ""):
            return candidate  # "laut der Polizei": no surname
        full = surname_of(candidate.speaker, text, language)
        if full is not None:
            return replace(candidate, speaker=full, speaker_alias=candidate.speaker_alias or candidate.speaker)
        return candidate
    if candidate.said:
        if candidate.speaker_alias is not None:
            return candidate
        last = _spoke_last(text, candidate, before, language)
        if last is None:
            about = _told_of_before(text, candidate, before, language)
            return candidate if about is None else replace(candidate, speaker=about)
        return replace(candidate, speaker=last.speaker, speaker_alias=last.speaker_alias)
    if language == "de" and candidate.attribution is Attribution.OUTLET and is_reported(words):
        last, by_mood = before[-1] if before else None, _goes_on(words)
        if last is not None and ":" not in words and by_mood and candidate.sentence - last.sentence == 1:
            if last.attribution is not Attribution.OUTLET:
                return _as_before(candidate, last)
            who = None if last.by_turn or "\n\n" in text[last.end : candidate.start] else (
                who_tells(text[last.start : last.end])
            )  # fmt: skip
            if who is not None:
                return replace(candidate, speaker=who, attribution=Attribution.PARAPHRASE, attribution_verb="sei")
        how = Attribution.PARAPHRASE if by_mood else Attribution.OUTLET
        return replace(candidate, attribution=how, attribution_verb="sei")
    if language == "de" and _goes_on_of_many(text, candidate, before):
        return _as_before(candidate, before[-1])
    spoken = _goes_on_behind_a_dash(text, candidate, before)
    if spoken is not None:
        return replace(
            candidate, speaker=spoken.speaker, speaker_alias=spoken.speaker_alias, attribution=Attribution.DIRECT,
            attribution_verb=spoken.attribution_verb,
        )  # fmt: skip
    hearsay = _HEARSAY.get(language)
    if hearsay is not None and candidate.attribution is Attribution.OUTLET:
        match = re.search(hearsay, bare_of_quotations(words), re.IGNORECASE)
        if match is not None and _CONDITION.search(words) is None:
            return replace(candidate, attribution_verb=match.group().split()[0].lower())
    return candidate


def _as_before(candidate: ClauseCandidate, last: ClauseCandidate) -> ClauseCandidate:
    """A sentence that goes on with whoever spoke in the one before."""
    return replace(
        candidate, speaker=last.speaker, speaker_alias=last.speaker_alias, attribution=Attribution.PARAPHRASE,
        attribution_verb=last.attribution_verb,
    )  # fmt: skip


_OF_MANY = re.compile(r"\b(?:würden|hätten|stünden|gäben|kämen|lägen|müssten|könnten)\b")
_MAY_BE = re.compile(
    r"\b(?:wenn|falls|sonst|lieber|gerne?|eigentlich|fast|beinahe|wir|ich|wohl|theoretisch|ohne)\b", re.IGNORECASE
)


def _goes_on_of_many(text: str, candidate: ClauseCandidate, before: Sequence[ClauseCandidate]) -> bool:
    """Whether a sentence tells of many in the form that stands for their subjunctive, behind one in the subjunctive."""
    last = before[-1] if before else None
    if last is None or last.speaker is None or last.by_turn or candidate.attribution is not Attribution.OUTLET:
        return False
    words, said = bare_of_quotations(text[candidate.start : candidate.end]), text[last.start : last.end]
    return (
        candidate.sentence - last.sentence == 1 and last.attribution is Attribution.PARAPHRASE
        and "\n" not in text[last.end : candidate.start] and is_reported(said)
        and _OF_MANY.search(words.split(", ")[0]) is not None and _MAY_BE.search(words) is None and ":" not in words
    )  # fmt: skip


_DASHES = "–—"


def _goes_on_behind_a_dash(
    text: str, candidate: ClauseCandidate, before: Sequence[ClauseCandidate]
) -> ClauseCandidate | None:
    """Whose words go on behind the dash that closes who said them: "—No firmo —dijo Ana—. Firma él"."""
    last = before[-1] if before else None
    if last is None or last.speaker is None or candidate.attribution is not Attribution.OUTLET:
        return None
    between = text[last.end : candidate.start]
    line = text[text.rfind("\n", 0, last.start) + 1 : last.end].lstrip()
    if re.search(r"\s[–—]\s?(?=[^\W\d_])", text[candidate.start : candidate.end]):
        return None  # another one is named there: "– To nieprawda – odparł …"
    opened = line[:1] in _DASHES and last.attribution_verb is not None
    return last if opened and "\n" not in between and any(sign in between for sign in _DASHES) else None


def is_reported(sentence: str) -> bool:
    """Whether a German sentence stands in the subjunctive of what somebody says."""
    bare = bare_of_quotations(sentence)
    if _ICH.search(bare):
        return False
    third = _THIRD.match(bare)
    return _SUBJUNCTIVE.search(bare) is not None or (third is not None and third["verb"] not in _NO_VERB)


def _goes_on(sentence: str) -> bool:
    """Whether the main clause of a sentence is itself in the subjunctive: "Der Vorwurf lautet, X habe …" is not."""
    parts = [part.strip() for part in bare_of_quotations(sentence).split("; ")[0].split(", ")]
    if len(parts) > 1 and _SUBORDINATE.match(parts[0]):
        return is_reported(parts[1])
    if len(parts) > 2 and _ASIDE.match(parts[1]):
        return is_reported(f"{parts[0]} {parts[2]}")
    return is_reported(parts[0])


def _spoke_last(
    text: str, candidate: ClauseCandidate, before: Sequence[ClauseCandidate], language: str
) -> ClauseCandidate | None:
    """Who spoke just before and can be the one who is left out or called "she" here."""
    said = told(text[candidate.start : candidate.end], language)
    called = said.called if said is not None else ""
    last = before[-1] if before else None
    if last is None or last.speaker is None or candidate.sentence - last.sentence > 1:
        return None  # somebody else may have come in between
    if is_source(last.attribution_verb or "", language) and not is_somebody(last.speaker, language):
        return None  # a report adds nothing
    as_named = last.speaker_alias or last.speaker
    woman = is_of_women(as_named, last.speaker, last.attribution_verb or "", language)
    wanted = _of_women(called, said.verb if said is not None else "", language)
    if called in {"he", "she"} and woman is None and not is_somebody(last.speaker, language):
        return None  # "L'opposition accuse M. Exemple … a-t-il répondu"
    if called == "they" or (woman is not None and wanted is not None and woman is not wanted):
        return None
    return last


def _told_of_before(
    text: str, candidate: ClauseCandidate, before: Sequence[ClauseCandidate], language: str
) -> str | None:
    """Whom the sentence before is about, where nobody spoke in it and "he said" may mean that person."""
    said = told(text[candidate.start : candidate.end], language)
    last = before[-1] if before else None
    if said is None or said.who is not None or said.called == "they" or last is None or last.by_turn:
        return None
    if last.attribution is not Attribution.OUTLET or candidate.sentence - last.sentence != 1 or last.said:
        return None
    if "\n\n" in text[last.end : candidate.start]:
        return None
    woman = _of_women(said.called, said.verb, language)
    return subject_of_before(text[last.start : last.end], language, woman, left_out=not said.called)


def _of_women(called: str, verb: str, language: str) -> bool | None:
    """Whether a pronoun, or a Slavic verb in the past, is that of a woman."""
    if called in {"he", "she"}:
        return called == "she"
    if language == "pl" and re.search(r"ł[ao]?$", verb):
        return verb.endswith("ła")
    if language in {"uk", "ru"} and re.search(r"(?:в|л|ла)$", verb):
        return verb.endswith("ла")
    return None


def _from_the_rest(candidate: ClauseCandidate, speakers: Set[str], language: str) -> ClauseCandidate:
    """Somebody in the genitive ("За словами Тараса Мельника") by the name that the article has as a subject."""
    if candidate.speaker is not None and not candidate.by_turn:
        shorter = {
            each for each in speakers
            if each.count(" ") == 1
            and candidate.speaker.endswith(f" {each}")
            and is_office_before(candidate.speaker.removesuffix(each), language)
        }  # fmt: skip
        return replace(candidate, speaker=shorter.pop()) if len(shorter) == 1 else candidate
    if candidate.speaker_alias is None or not candidate.said or candidate.by_turn:
        return candidate
    named = {each for each in speakers if _same_words(candidate.speaker_alias, each)}
    return replace(candidate, speaker=named.pop() if len(named) == 1 else None, speaker_alias=None)


def _same_words(bent: str, plain: str) -> bool:
    """Whether two names differ only in their endings: "Тараса Мельника", "Тарас Мельник"."""
    ours = [part for part in bent.split() if is_capital(part)]
    theirs = [part for part in plain.split() if is_capital(part)]
    if len(theirs) < 2 or len(ours) < len(theirs):
        return False
    return all(_begin_alike(a, b) for a, b in zip(ours[-len(theirs) :], theirs, strict=True))


def _begin_alike(one: str, other: str) -> bool:
    """Whether two words share all but their endings."""
    a, b = one.lower(), other.lower()
    alike = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return alike >= max(2, min(len(a), len(b)) - 2)
