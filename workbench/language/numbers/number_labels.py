"""Numbers that measure nothing: labels ("day five"), scores ("2–1"), ages beside a name, "first" for "at first"."""

from __future__ import annotations

import re

from workbench.language.references.person_nouns import is_person_noun
from workbench.language.text.tokenizer import word_set

_LABELLED = word_set(
    """
    day night week round phase stage chapter part act grade level episode season set lap leg step rule line route
    platform gate section article clause paragraph page room flight motion resolution channel
    table figure appendix annex exhibit linha ligne línea linea linie tram trams bus
    """
)
_LABELLED_ELSEWHERE = word_set(
    """
    klasse kapitel artikel gleis linie zimmer phase runde stufe paragraf gruppe seite
    classe chapitre quai ligne étape groupe chambre salle
    página capítulo artículo línea fase etapa grupo sala habitación andén nivel
    pagina capitolo articolo linea tappa gruppo binario livello capítulo artigo linha nível
    groep klas lijn bladzijde hoofdstuk kamer spoor perron ronde leerjaar niveau
    årskurs klass sida kapitel paragraf spår grupp linje nivå omgång
    klasie klasy linia linii strona rozdział artykuł etap pokój tor peron grupie poziom nr numer
    """
)
"""The same in other languages: what stands right behind them is no amount whatever follows."""
_ON_TIMETABLES = word_set("bus tram line flight route platform gate bay")
_DETERMINERS = word_set("the a an this that his her its their our my your each every one another no")
_ITEM = re.compile(r"\.\s+(?=[A-ZÀ-Þ])")
_LABEL = re.compile(r"([^\W\d_]{1,40})\.?\s$")
_RANKED = re.compile(r"(?:#|\b(?:number|no\.)\s)$", re.IGNORECASE)
_COMPOUND = re.compile(r"[A-Za-z]-$")
_BESIDE_NAME = re.compile(r"[A-Z][\w’'-]{1,40},\s$")
_BESIDE_PERSON = re.compile(r"\b([a-z]{3,40}),\s$")
_DASH = re.compile(r"\s?[-–—]\s?")
_RESULTS = word_set(
    """
    victory win winner victor defeat loss lead draw up down ahead scoreline triumph advantage thrashing result aggregate
    vote
    """
)
_CALLED = re.compile(
    r"\b(?:tel|telefon|telephone|phone|fax|call|mobile|tél|teléfono|telefono|telefone|"
    r"hotline)\b[.:\s]{0,3}[+()\d\s/-]{0,16}$",
    re.IGNORECASE,
)
_PHONE = re.compile(r"\+\d{1,3}[ \u00a0(-]{1,2}\d{1,4}[\d \u00a0()-]{5,14}\d")
_IN_THREES = re.compile(r"\+\d{1,3}(?:[ \u00a0]\d{3}){1,2}(?![ \u00a0()-]{0,2}\d)")
"""Up to hundreds of millions with a sign: nearly all numbers to call have more figures, or groups of other lengths."""
_ADVERB_AFTER = re.compile(r"\b(?:was|were|is|are|been|be|had|has|have|being)\s$", re.IGNORECASE)
_BEFORE_PARTICIPLE = re.compile(r"\s[a-z]{3,}(?:ed|en|wn|ght)\b")
_FIXED = re.compile(r"\b(?:in\s+the|at)\s$", re.IGNORECASE)
_AT_FIRST = re.compile(r"(?!\s+(?:base|light|instance|hand)\b)(?:\s*[,.;]|$|\s+[a-z])")
_STAGES = re.compile(
    r"[\s-]+(?:readings?|vice|reserve|floor|amendment|sitting|mate|aider|"
    r"responders?)\b",
    re.IGNORECASE,
)
"""What an ordinal before it numbers and does not rank."""
_FIRST_PLACE = re.compile(r"\s+place\b")
_SCORES_BELOW = 200
_WICKETS = re.compile(
    r"\b(?:runs?|wickets?|overs|innings|declared|bowled|batting|batsm[ae]n|batters?|not\s+out|crease|chasing|"
    r"reached|posted|posting|"
    r"made|all\s+out|stumps|total)\b",
    re.IGNORECASE,
)
_MOST_WICKETS = 10
_NAME_AFTER = re.compile(r"\d{1,3}\s+[A-Z][a-z]+\s+(?:victory|win|defeat|loss|lead|draw|triumph)\b")
_VOTED = re.compile(
    r"\b(?:vot(?:ed|es?|ing)|won|win|wins|lost|beat|drew|led|lead|trailed|ruled|split)\s+\d{1,3}$", re.IGNORECASE
)


def _opens_a_line(before: str) -> bool:
    """Whether what stands before a number ends a sentence, a lead or a line, or is nothing."""
    words = before.rstrip()
    return not words or words[-1] in ".:;!?" or "\n" in before[len(words) :]


def is_label(text: str, start: int, end: int, *, counted: bool) -> bool:
    """Whether a number only names one of several things: "day five", "#2", the age in "Ann Sample, 19, said".

    Args:
        text: The text the number stands in.
        start: Where it begins.
        end: Where it ends.
        counted: Whether a noun follows that it may count.
    """
    low = max(0, start - 30)
    written = text[start:end]
    if len(written) < 3 and _ITEM.match(text, end) and _opens_a_line(text[low:start]):
        return True  # "They are: 1. Ann Example. 2. Bo Example"
    if _RANKED.search(text, low, start):
        return True
    if written[:1].isalpha() and _COMPOUND.search(text, low, start):
        return True
    label = _LABEL.search(text, low, start)
    if label is not None and label.group(1).lower() in _LABELLED and not counted and len(written) < 6:
        return True
    if label is not None and label.group(1).lower() in _LABELLED_ELSEWHERE and len(written) < 6:
        return True  # "Elever i årskurs nio saknar behörighet"
    if label is not None and label.group(1).lower() in _ON_TIMETABLES and written.isdigit() and len(written) < 4:
        before = text[max(0, low - 8) : label.start(1)].split()
        if not before or before[-1].lower() not in _DETERMINERS:
            return True  # "bus 4 runs every hour"
    age = written.isdigit() and len(written) < 4 and text[end : end + 1] in {",", ")"}
    if not age:
        return False
    person = _BESIDE_PERSON.search(text, low, start)
    return (person is not None and is_person_noun(person.group(1))) or _BESIDE_NAME.search(text, low, start) is not None


def is_phone(text: str, start: int, end: int) -> bool:
    """Whether a number is one to call, or part of it: "Tel. 555 0112", "+44 20 7946 0112"."""
    if _CALLED.search(text, max(0, start - 24), start):
        return True
    plus = text.rfind("+", max(0, start - 20), start + 1)
    phone = _PHONE.match(text, plus) if plus >= 0 and not _IN_THREES.match(text, plus) else None
    return phone is not None and phone.end() >= end


def is_score(text: str, low_end: int, high_start: int, unit: str | None, low: float, high: float) -> bool:
    """Whether two numbers with a dash between them are the score of a match and no range.

    What counts a noun and ascends is a range, also where it was won or lost: "won 20-30 seats".
    """
    if _DASH.fullmatch(text, low_end, high_start) is None:
        return False
    if low > _MOST_WICKETS >= high and _WICKETS.search(text, max(0, low_end - 60), min(len(text), high_start + 60)):
        return True  # "287-6" in an innings
    if low > _SCORES_BELOW:
        return False
    if unit is None or unit in _RESULTS or _NAME_AFTER.match(text, high_start):
        return True
    return high <= low and _VOTED.search(text, max(0, low_end - 24), low_end) is not None


def is_no_rank(text: str, start: int, end: int) -> bool:
    """Whether "first" or "second" tells an order of doing ("was first asked") or is a phrase ("in the first place")."""
    low = max(0, start - 12)
    if _STAGES.match(text, end):
        return True
    if text[start:end].lower() != "first":
        return False
    if _ADVERB_AFTER.search(text, low, start) and _BEFORE_PARTICIPLE.match(text, end, min(len(text), end + 24)):
        return True
    fixed = _FIXED.search(text, low, start)
    if fixed is None:
        return False
    after = text[end : end + 16]
    if fixed.group().lower().startswith("at"):
        return bool(_AT_FIRST.match(after))
    return bool(_FIRST_PLACE.match(after))
