"""Who says a sentence, by where the verb of saying stands in it: before what is said, behind it, or "according to".

It reads one sentence with its quotations taken for one sign each. A verb of saying without anybody that is named ("he
said", "Dodał, że …") gives the verb and how the one who speaks is called, for what stands before to tell who it is.
"""

from __future__ import annotations

import re
from dataclasses import replace

from workbench.language.attribution.according_to import according_to
from workbench.language.attribution.closing_speakers import (
    closes,
    is_body,
    is_surely_somebody,
    lists,
    may_speak,
    tells_somebody,
)
from workbench.language.attribution.no_speakers import (
    behind_the_told,
    ends_in_denial,
    ends_in_relative,
    is_denied,
    is_nobody,
    is_object,
    is_set_against,
    is_told,
    is_unreal,
    is_what_is_said,
    of_many,
)
from workbench.language.attribution.pointers import report_pointed_to
from workbench.language.attribution.quotation_signs import QUOTE, bare_of_quotations
from workbench.language.attribution.saying_forms import COMMA, Places, Saying, called_by, places_of
from workbench.language.attribution.saying_words import SAYINGS
from workbench.language.attribution.source_phrases import tells_noun, who_labels
from workbench.language.attribution.speaker_phrases import (
    IN_BRACKETS,
    is_capital,
    is_name,
    named,
    opens_with_noun,
    opens_with_office,
)
from workbench.language.attribution.speech_acts import heard_from
from workbench.language.attribution.subjects_before import joined_to_act, office_at_head, own_subject
from workbench.language.attribution.times_before import tells_when
from workbench.language.attribution.unnamed_sources import it_says

_AGENDA = re.compile(r"^(?:TOP|Punkt|Point|Punto|Ponto|Agendapunt|Punkten?)\s\d{1,3}\s?[.:)–-]\s")
"""How a point of the minutes begins."""
_TITLE_STOP = re.compile(r"(?<=\b(?:Sr|Dr|St|Hr|Fr))\.|(?<=\b(?:Sra|Dra|Avv))\.|(?<=\b(?:Dott|Prof))\.")
_MASKED = "․"  # the full stop of a title, while a sentence is read
_WORDS_BEFORE, _WORDS_LED = 14, 10
"""Words that stand before the verb at most: whoever speaks, with an apposition, and what leads a sentence in."""
_WORDS_OF_SUBJECT = 6
_VERB_FIRST = frozenset({"de", "nl", "sv"})
"""Languages whose verb stands before its subject where another word opens the sentence."""
_NO_SUBJECT = frozenset({"es", "it", "pt", "pl", "uk", "ru"})
"""Languages that leave "he" and "she" out."""
LANGUAGES = frozenset(SAYINGS)


_NOT_SAID = Saying(None, "")
"""What a sentence gives that tells of something not said: nobody, and no verb."""


_CLITIC = re.compile(r"(?<=[,”–—])\s?(?:lui|leur|nous|me|se|gli|mi|ci|nos|les?|lhe)$")
"""Whom it was said to, between a quotation and its verb: "« … », lui a répondu"."""
_TO_US = re.compile(r"^(?:uns|mir|ihnen|ihm)\s(?=\S)")
_NEVER = re.compile(r"(?!)")
_PLACE_OR_TIME = {
    "fr": re.compile(r"(?:dans|sur|en|lors|pendant|durant|depuis|devant|au\smicro|à)\s", re.IGNORECASE),
    "es": re.compile(r"(?:en|durante|desde|tras|ante|por)\s", re.IGNORECASE),
    "it": re.compile(r"(?:a|in|nel|nella|nei|durante|dopo|ai\smicrofoni|su|sul|sulla)\s", re.IGNORECASE),
    "pt": re.compile(r"(?:em|no|na|nos|nas|durante|desde|após)\s", re.IGNORECASE),
}
"""What opens a part between a verb and its subject that tells when or where it was said."""
_ENDS_IN_VERB = {
    "es": re.compile(r"\s[a-zà-ÿ]{2,}(?:ó|aron|ieron)$"),
    "it": re.compile(r"\s[a-zà-ÿ]{2,}(?:(?<!per)ò|arono|irono)$"),
    "pt": re.compile(r"\s[a-zà-ÿ]{2,}(?:ou|iu|aram|eram|iram)$"),
}
"""Words before a verb of saying that hold another verb in the past at their end, so that it is no verb but a noun."""
_DENIED_BEHIND = re.compile(r"\b(?:nicht|niet|inte|nie|pas|jamais|nooit|aldrig|niemals)\b", re.IGNORECASE)
_ASIDE_BETWEEN = re.compile(r"\s?,\s[^,]{2,140},\s?")
_ANNOUNCED = ("angekündigt", "bestätigt", "gefordert", "bestritten", "versprochen", "eingeräumt", "dementiert")
"""Participles that hold what was said as an object: "hat eine Erhöhung angekündigt"."""


def told(sentence: str, language: str) -> Saying | None:
    """Who says a sentence, None where nothing tells that anybody but the outlet does."""
    if language not in SAYINGS:
        return None
    bare = IN_BRACKETS.sub("", _TITLE_STOP.sub(_MASKED, _AGENDA.sub("", bare_of_quotations(sentence))))
    places = places_of(language)
    found = (
        _as_told(bare, places, language)
        or _behind(bare, places, language)
        or _before(bare, places, language)
        or according_to(bare, places, language)
        or _labelled(bare, language)
    )
    if found is None or found.who is None:
        return found
    if language == "de" and found.who.islower():
        return Saying(None, found.verb, "they")  # "der solle sich bei der Polizei melden"
    if _MASKED not in found.who:
        return found
    return replace(found, who=found.who.replace(_MASKED, "."), phrase=found.phrase.replace(_MASKED, "."))


def _labelled(bare: str, language: str) -> Saying | None:
    if (who := who_labels(bare, language)) is not None:
        return Saying(who, ":", phrase=who)
    if language == "de" and (heard := heard_from(bare)) is not None:
        return Saying(heard[0], heard[1], phrase=heard[0])
    verb = it_says(bare, language)
    return Saying(None, verb, "they") if verb is not None else None


def told_within(quoted: str, language: str) -> Saying | None:
    """Who says words in quotation marks by a saying put in between within the marks; None where that is not plain.

    "“The fire will be out soon, indique le préfet, Jean Exemple. We stay.”": a person by name or office, or a paper.
    """
    if language not in SAYINGS:
        return None
    places = places_of(language)
    found = _behind(quoted, places, language)
    if found is not None and found.who is not None and is_surely_somebody(found.phrase, language):
        return found
    verb = it_says(quoted, language)
    return Saying(None, verb, "they") if verb is not None else None


def told_of_before(sentence: str, language: str) -> Saying | None:
    """Who said the sentence before, where a sentence tells nothing else ("Dat meldt de politie.")."""
    if language not in SAYINGS or (back := places_of(language).back) is None:
        return None
    bare = bare_of_quotations(sentence)
    if (report := report_pointed_to(bare, language)) is not None:
        return Saying(report[0], report[1], phrase=report[0])
    match = back.fullmatch(bare)
    if match is None:
        return None
    groups = match.groupdict()
    phrase, verb = groups.get("who") or groups.get("who2") or "", groups.get("verb") or groups.get("verb2") or ""
    who = None if ends_in_denial(phrase) else named(phrase, language, groups.get("aside") or "")
    return Saying(who, verb, phrase=phrase) if who is not None else None


def _as_told(bare: str, places: Places, language: str) -> Saying | None:
    """Who speaks in "wie X mitteilte", "comme l'a indiqué X", "jak podała X"."""
    for opening in places.as_told.finditer(bare):
        if opening.start() and bare[: opening.start()].rstrip()[-1:] not in {",", "–", "—", "“", "”"}:
            continue
        if is_set_against(bare[: opening.start()], bare[opening.end() :]):
            continue  # whoever is named there says the contrary
        rest = COMMA.split(bare[opening.end() :], maxsplit=1)[0]
        late = next(iter(reversed([*places.late.finditer(rest)])), None)
        if late is not None:
            phrase = rest[: late.start()].strip()
            called = called_by(phrase, places)
            if called is not None:
                return Saying(None, late.group(), called)
            if not places.leads.match(phrase) and (who := named(phrase, language)) is not None:
                return Saying(who, late.group(), phrase=phrase)
        verb = places.says.match(rest)
        if late is None and (found := _told_between(bare[opening.end() :], places, language)) is not None:
            return found
        if verb is not None:
            following = bare[opening.end() + verb.end() :].strip()
            if not following or following.startswith(",") or places.that.match(following):
                if language in _NO_SUBJECT:
                    return _own_subject(bare[: opening.start()], verb.group(), places, language)
                continue
            if (found := _subject_behind(following, verb.group(), places, language)) is not None:
                return found
    return None


def _own_subject(before: str, verb: str, places: Places, language: str) -> Saying:
    """Who speaks in "según dijo": whoever the sentence began with, where its verb is one of saying; else whoever spoke
    before, unless another is named in between."""
    found = _before(before, places, language)
    if found is not None and found.who is not None:
        return replace(found, verb=verb)
    subject = _LED.sub("", before).strip(" ,")
    if "," not in subject and opens_with_office(subject, language) and len(subject.split()) <= _WORDS_OF_SUBJECT:
        who = named(subject, language)
        if who is not None and before.rstrip().endswith(","):
            return Saying(who, verb, phrase=subject)
    somebody = opens_with_office(subject, language) or any(is_name(part.split()) for part in COMMA.split(before))
    return Saying(None, verb, "they" if somebody else "")


_LED = re.compile(r"^\s*[^\W\d_]+,\s")


def _told_between(rest: str, places: Places, language: str) -> Saying | None:
    """Who speaks where a name stands between an office and its verb: "wie die Sprecherin, Ines Muster, mitteilte"."""
    parts = [part.strip() for part in COMMA.split(rest)]
    late = places.late.match(parts[2]) if len(parts) > 2 else None
    if late is None or not is_name(parts[1].split()) or not may_speak(parts[0], parts[1], language):
        return None
    who = named(parts[0], language, parts[1])
    return Saying(who, late.group(), phrase=parts[0]) if who is not None else None


def _behind(bare: str, places: Places, language: str) -> Saying | None:
    """Who speaks behind the verb, behind what is said: "“…”, sagte X", "…, uppger X", "– podała X"."""
    if places.inverted is not None:
        for match in places.inverted.finditer(bare):
            if bare[: match.start()].rstrip()[-1:] in {",", "”", "–", "—"}:
                pronoun = (match["a"] or match["b"] or "").lower()
                called = "they" if pronoun in {"on", "ils", "elles"} else "she" if pronoun == "elle" else "he"
                return Saying(None, match.group(), called)
    for verb in places.says.finditer(bare):
        before = _CLITIC.sub("", bare[: verb.start()].rstrip())
        if before[-1:] not in {",", "”", "–", "—", "-"} or (before.endswith("-") and not before.endswith(" -")):
            continue
        following = bare[verb.end() :].strip()
        if following.startswith(("“", ":")) or places.that.match(following):
            continue
        quoted = before.rstrip(" ,–—-").endswith(QUOTE) or before[-1:] in "–—-"
        if not quoted and language != "de" and _opens_what_is_said(following, places):
            continue
        if not quoted and _is_aside(before, verb.group(), following, places, language):
            continue
        drops = quoted and language in _NO_SUBJECT
        if not following or following[0] in ",.;":
            return Saying(None, verb.group()) if language in _NO_SUBJECT and not following else None
        found = _subject_behind(following, verb.group(), places, language)
        if found is None and drops and places.leads.match(following):
            return Saying(None, verb.group())  # "– przekonywała w czwartek"
        if found is not None:
            return found
    return None


def _is_aside(before: str, verb: str, following: str, places: Places, language: str) -> bool:
    """Whether the comma before a verb closes what tells more of its subject: "La ministre, attendue, a promis"."""
    parts = [part.strip() for part in COMMA.split(before.rstrip(" ,"))]
    if len(parts) < 2 or len(parts[0].split()) > _WORDS_OF_SUBJECT or places.leads.match(parts[0]):
        return False
    closing = closes(following, places.that, language)
    if len(parts) == 2 and is_surely_somebody(parts[0], language) and may_speak(parts[0], parts[1], language):
        return not closing or tells_somebody(verb)
    return not closing


def _subject_behind(following: str, verb: str, places: Places, language: str) -> Saying | None:
    """Whoever the words behind a verb of saying name."""
    first, *others = COMMA.split(following, maxsplit=1)
    rest = others[0] if others else ""
    phrase = re.split(r"[;:!?“”–—]", first)[0].strip()
    phrase = _TO_US.sub("", phrase) if language == "de" else phrase
    if not phrase:
        return None
    called = called_by(phrase, places)
    if called is not None:
        return Saying(None, verb, called)
    if rest and _PLACE_OR_TIME.get(language, _NEVER).match(phrase):
        return _subject_behind(rest, verb, places, language)  # "a déclaré dans la soirée, sur Radio Norvik, le maire"
    if is_nobody(phrase, language) or ends_in_denial(phrase):
        return _NOT_SAID
    if is_told(phrase, verb, language):
        phrase = behind_the_told(phrase)
        if not phrase:
            return Saying(None, verb, "they" if of_many(verb) else "")
    aside = re.split(r"[,;:.!?“”–—]", rest)[0].strip()
    who = named(phrase, language, aside, verb)
    return Saying(who, verb, phrase=phrase) if who is not None else None


def _before(bare: str, places: Places, language: str) -> Saying | None:
    """Who speaks before the verb: "X kündigte am Montag an, …", "X a annoncé lundi que …", "X: “…”"."""
    verbs = [(m, False) for m in places.says.finditer(bare)] + [(m, True) for m in places.charges.finditer(bare)]
    if places.has is not None:
        verbs += [(m, bare.endswith(_ANNOUNCED)) for m in places.has.finditer(bare)]
    for verb, charges in sorted(verbs, key=lambda each: each[0].start()):
        before, following = bare[: verb.start()].rstrip(), bare[verb.end() :]
        opens = charges or _opens_what_is_said(following, places) or tells_noun(before, following, language)
        if QUOTE in before or not opens:
            continue
        if (
            is_nobody(before, language)
            or (is_denied(before, language) and not charges)
            or (is_unreal(before, verb.group(), language))
        ):
            return _NOT_SAID
        if charges and is_what_is_said(before, language):
            continue
        if before.startswith(("–", "—", "- ")):
            continue  # a dash opens somebody's own words
        found = _subject_before(before, following, verb.group(), places, language)
        if found is not None:
            return found
    return None


def _opens_what_is_said(following: str, places: Places) -> bool:
    """Whether what is said follows a verb, with some words of when and to whom between."""
    part = re.split(r"[;.!?]", following)[0]
    head = part[: part.find(QUOTE) + 1] if QUOTE in part else part
    at = re.search(r"[:“]", head)
    if at is not None and len(head[: at.start()].split()) <= _WORDS_LED and "," not in head[: at.start()].rstrip(", "):
        return True
    for that in places.that.finditer(part):
        between = part[: that.start()]
        if _DENIED_BEHIND.search(between):
            return False
        if _ASIDE_BETWEEN.fullmatch(between):
            return that.end() < len(part.rstrip())  # "garantiu, no Parlamento, que …"
        if len(between.split()) > _WORDS_LED or "," in between.rstrip(", "):
            return False
        return that.end() < len(part.rstrip())
    return False


def _subject_before(before: str, following: str, verb: str, places: Places, language: str) -> Saying | None:
    before = places.joins.sub("", before, count=1) if places.joins.match(before) else before
    if not before:
        return _at_head(following, verb, places, language) if language in _NO_SUBJECT else None
    if len(before.split()) > 2 * _WORDS_BEFORE:
        return None
    parts = [part.strip() for part in COMMA.split(before)]
    closed = parts[-1] == ""
    parts = [part for part in parts if part]
    when = bool(parts) and tells_when(parts[0], language)
    led = bool(parts) and (when or places.leads.match(parts[0]) is not None or is_object(parts[0], language))
    if led and len(parts) == 1 and not closed:
        if language in _VERB_FIRST and len(before.split()) <= _WORDS_LED:
            phrase = re.split(r"[,;:!?“”]", following)[0]
            that = places.that.search(phrase)
            return _subject_behind(phrase[: that.start()] if that else phrase, verb, places, language)
        return Saying(None, verb) if when and language in _NO_SUBJECT else None
    if led:
        parts = parts[1:]
    if not parts or len(parts) > 2 or (len(parts) == 2) is not closed or places.leads.match(parts[0]):
        return None
    if closed and not may_speak(parts[0], parts[1], language):
        return None
    if closed and lists(parts[1], language) and not places.that.search(following):
        return None  # "El alcalde, los bomberos y la policía llegaron tarde, dijo un vecino"
    phrase, aside = parts[0], parts[1] if len(parts) == 2 else ""
    called = called_by(phrase, places)
    if called is not None and len(phrase.split()) < 4:
        return Saying(None, verb, called)
    if len(phrase.split()) > _WORDS_BEFORE or ends_in_relative(phrase, language):
        return None
    if is_told(phrase, verb, language):
        return Saying(None, verb, "they")
    if _ENDS_IN_VERB.get(language, _NEVER).search(phrase):
        return None  # "a empresa emitiu (nota …)"
    phrase = own_subject(phrase, verb, language)
    if joined_to_act(phrase, language) and not (phrase := office_at_head(phrase, language)):
        return Saying(None, verb, "they")
    if is_body(aside, language) and is_capital(aside.split()[-1]) and not is_name(phrase.split()):
        return Saying(aside, verb, phrase=aside)  # "Le propriétaire, la société Exemple, affirme que …"
    who = named(phrase, language, aside, verb)
    return Saying(who, verb, phrase=phrase) if who is not None else None


def _at_head(following: str, verb: str, places: Places, language: str) -> Saying:
    """Who speaks where a verb of saying opens the sentence: whoever is named behind it by an office, else whoever spoke
    before; nobody where a noun stands there that may be the subject."""
    phrase = re.split(r"[,;:!?“”]", following)[0]
    that = places.that.search(phrase)
    words = (phrase[: that.start()] if that else phrase).strip()
    if not words or places.leads.match(words):
        return Saying(None, verb)
    if opens_with_office(words, language) and (who := named(words, language, verb=verb)) is not None:
        return Saying(who, verb, phrase=words)
    return Saying(None, verb, "they" if opens_with_noun(words, language) else "")


def is_source(words: str, language: str) -> bool:
    """Whether what tells who says a sentence is "according to"."""
    return language in SAYINGS and places_of(language).source.fullmatch(words) is not None
