"""The name between commas behind an office: whose it can be, in the languages without a parse."""

from __future__ import annotations

import re
from functools import cache

from workbench.language.text.calendar_names import MONTHS_ELSEWHERE
from workbench.language.text.tokenizer import word_set

TITLES = word_set(
    "m mm mme mlle me dr prof sr sra srta dott sig ing avv don doña dom dona pan pani p herr frau mevrouw meneer dhr "
    "mw fru familie firma señor señora signor signora senhor senhora monsieur madame"
)
"""What a name is addressed by."""
_WITH = word_set(
    "mit bei beim nach vor con avec com met bij med vid z ze ante tras sobre frente devant chez perante з с"
)
_DAYS = (
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi "
    "dimanche lunes martes miércoles jueves viernes sábado domingo luned marted mercoled gioved venerd sabato domenica "
    "segunda terça quarta quinta sexta maandag dinsdag woensdag donderdag vrijdag zaterdag zondag måndag tisdag onsdag "
    "torsdag fredag lördag söndag poniedziałek wtorek środę czwartek piątek sobotę niedzielę понеділок вівторок середу "
    "четвер суботу неділю понедельник вторник среду четверг пятницу субботу воскресенье"
)
_SHORT = 2


@cache
def _dated(language: str) -> re.Pattern[str]:
    months = MONTHS_ELSEWHERE.get(language, "").replace(" ", "|")
    return re.compile(rf"\d|\b(?:{_DAYS.replace(' ', '|')})|\b(?:{months or 'january'})\b", re.IGNORECASE)


def without_title(aside: str) -> list[str]:
    """The words of a name between commas without what it is addressed by: "doña Elena Ejemplo"."""
    told = aside.split()
    while len(told) > _SHORT and told[0].rstrip(".․").lower() in TITLES:
        told = told[1:]
    return told


def stands_beside(cut: str, language: str) -> bool:
    """Whether a name between commas still belongs to the office before it, past the words cut from between them.

    It does past a time or a particle ("sagte der Sprecher am Dienstag, Jan Muster"); past a side phrase it is the name
    of whom that speaks of: "sagte der Staatsanwalt nach der Festnahme des Direktors, Jan Muster".
    """
    words = cut.split()
    if _dated(language).search(cut) is not None or len(words) < _SHORT:
        return True
    return len(words) == _SHORT and words[0].lower() not in _WITH
