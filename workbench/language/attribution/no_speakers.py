"""Words beside a verb of saying that are nobody who says it: "nobody", those who were told, and what is said itself."""

from __future__ import annotations

import re
from functools import cache

_NONE = {
    "de": r"niemand|keine[rs]?|kein|weder|kaum\s+(?:jemand|ein)|nur\s+wenige|nicht\s+(?:ein|alle|jede)\w*",
    "fr": r"personne|aucune?|nulle?|ni|pas\s+une?|rares?\s+sont|peu\s+de",
    "es": r"nadie|ningun[oa]?|ningún|ni|pocos|pocas",
    "it": r"nessun[oa]?(?=\s|['’])|né|pochi|poche",
    "pt": r"ninguém|nenhuma?|nem|poucos|poucas",
    "nl": r"niemand|geen|noch|nauwelijks\s+iemand|weinigen",
    "sv": r"ingen|inget|inga|varken|få|knappt\s+någon",
    "pl": r"nikt|żad(?:en|na|ne|ni)|ani|mało\s+kto|niewielu",
    "uk": r"ніхто|жод(?:ен|на|не|ні)|ні|ані|мало\s+хто",
    "ru": r"никто|ни|мало\s+кто",
}
"""How whoever says it begins where it is nobody, by language."""
_NOT = {
    "de": r"nicht|nie|niemals|nirgends",
    "fr": r"(?:\bne|\bn['’]\s?)\W?(?:[^\W\d_]+\s+){0,3}?(?:pas|jamais|plus|point|guère)",
    "es": r"no|nunca|jamás|tampoco",
    "it": r"non|mai",
    "pt": r"não|nunca|jamais|tampouco",
    "nl": r"niet|nooit|nimmer",
    "sv": r"inte|aldrig|ej",
    "pl": r"nie|nigdy",
    "uk": r"не|ніколи",
    "ru": r"не|никогда",
}
"""What says right before a verb that it was not said."""
_RELATIVE = {
    "fr": r"qui|dont|que", "es": r"que|quien(?:es)?", "it": r"che|cui", "pt": r"que|quem", "nl": r"die|dat|wie",
    "sv": r"som", "pl": r"któr[yaez]\w{0,2}|kto", "uk": r"який|яка|яке|які|що|хто", "ru": r"котор\w{2,3}|что|кто",
}  # fmt: skip
_SAID = {
    "de": r"\w*(?:kritik|vorw[uü]rf|behauptung|aussage|forderung|anschuldigung|gerücht|these|unterstellung|"
    r"verdacht|darstellung|beschuldigung|klage)(?:e|en|es|s|n)?",
    "nl": r"\w*(?:kritiek|verwijt|bewering|beschuldiging|aantijging|eis|gerucht|stelling)(?:en)?",
    "sv": r"\w*(?:kritik|anklagelse|påstående|beskyllning|krav|rykte)(?:en|n|t|r|rna)?",
}
"""Nouns of what somebody says; before a verb of denying they are what is denied, where the verb comes second."""
_NO_SUBJECT_OF = {"de": r"(?:den|dem|einen|einem|diesen|diesem|des)\s"}
"""Articles of a noun that is no subject."""
_DATIVE = re.compile(r"(?:ам|ям|у|ю|ові|еві|єві)$")
"""How the words for those end who were told something: "жителям сообщили", "сказала корреспонденту"."""
_SHORTEST = 3
"""Letters of a noun at least: "у середу" tells when."""
_MANY = re.compile(r"(?:ли|[яю]т|[ую]ть)$")
"""How a verb of saying ends that tells of several people: "сообщили", "кажуть"."""
_SEVERAL = re.compile(r"(?:[ыиіїаяйьA-Za-z]|[иыо]е|[ая]не|[А-ЯЁІЇЄ]{2}|\W)$")
"""How a word ends that several people, or an office with a name of initials, may be told by as those who say."""


_NOT_BEHIND = frozenset({"nicht", "nie", "niemals", "niet", "nooit", "inte", "aldrig", "ej"})
_UNREAL = {
    "de": r"\b(?:hätten?|würden?|könnten?|sollten?|müssten?|dürften?|wollten?|kann|können|muss|müssen|darf|dürfen|soll|"
    r"sollen|will|wollen|wird|werden|mag|möchten?)\b",
    "nl": r"\b(?:zou(?:den)?|kan|kunnen|moet(?:en)?|mag|mogen|wil(?:len)?|zal|zullen|had(?:den)?\smoeten)\b",
}  # fmt: skip
"""What stands before an infinitive of saying: "Anna Muster hätte sagen müssen, dass …"."""


@cache
def _opens(table: str, language: str) -> re.Pattern[str]:
    words = {"none": _NONE, "said": _SAID}[table].get(language, r"(?!)")
    article = r"(?:(?:der|die|das|den|dem|ein|eine|einen|de|het|een|en|ett)\s)?" if table == "said" else ""
    return re.compile(rf"{article}(?:{words})(?![\w-])", re.IGNORECASE)


@cache
def _ends(table: str, language: str) -> re.Pattern[str]:
    words = {"not": _NOT, "relative": _RELATIVE}[table].get(language, r"(?!)")
    return re.compile(rf"(?<![\w-])(?:{words})$", re.IGNORECASE)


def is_nobody(words: str, language: str) -> bool:
    """Whether the words beside a verb of saying are those for nobody: "Niemand", "Aucun élu", "Żaden z radnych"."""
    return _opens("none", language).match(words.lstrip()) is not None


def is_denied(before: str, language: str) -> bool:
    """Whether words before a verb of saying deny it: "Le préfet n'a jamais (dit)"."""
    return _ends("not", language).search(before.rstrip()) is not None


def is_what_is_said(words: str, language: str) -> bool:
    """Whether the words before a verb of denying are what it denies: "Die Kritik von X", "Den Vorwurf"."""
    return _opens("said", language).match(words) is not None


def is_object(words: str, language: str) -> bool:
    """Whether words open with the article of a noun that is no subject: "Dem Rat sagte …"."""
    bent = _NO_SUBJECT_OF.get(language)
    return bent is not None and re.match(bent, words, re.IGNORECASE) is not None


def is_told(words: str, verb: str, language: str) -> bool:
    """Whether Ukrainian or Russian words beside a verb are, or may be, those who were told: "Жителям сообщили"."""
    word = words.split()[0]
    if language not in {"uk", "ru"} or len(word) < _SHORTEST:
        return False
    if of_many(verb):
        return _DATIVE.search(word) is not None or _SEVERAL.search(word) is None
    return word[0].islower() and _DATIVE.search(word) is not None  # "Адам сказал"


def behind_the_told(words: str) -> str:
    """The words behind those who were told, where they may be who says it ("журналистам министр"); else none."""
    rest = words.split()[1:]
    if not rest or len(rest[0]) < _SHORTEST or _DATIVE.search(rest[0]) or rest[0].endswith(("е", "і", "ой", "ій")):
        return ""
    return " ".join(rest)


def of_many(verb: str) -> bool:
    """Whether a Ukrainian or Russian verb of saying is that of several people, or of nobody in particular."""
    return _MANY.search(verb) is not None


def ends_in_relative(words: str, language: str) -> bool:
    """Whether words end in a pronoun whose clause the verb is in: "Mannen som (sade)"."""
    return _ends("relative", language).search(words) is not None


_MAY_HAVE = re.compile(
    r"\b(?:aurai(?:en)?t|pourrai(?:en)?t|devrai(?:en)?t|voudrai(?:en)?t|"
    r"v(?:a|ont)|peu(?:t|vent)|doi(?:t|vent))$"
)
"""Before "dit": what somebody is said to have said, or may say."""


def is_unreal(before: str, verb: str, language: str) -> bool:
    """Whether a German or Dutch verb of saying tells of what was not said: "hätte sagen müssen"."""
    unreal = _UNREAL.get(language)
    if language == "fr":
        return _MAY_HAVE.search(before) is not None
    return unreal is not None and verb.endswith("n") and re.search(unreal, before) is not None


def ends_in_denial(phrase: str) -> bool:
    """Whether the words behind a verb of saying deny it: "sagte Anna Muster nicht"."""
    return phrase.split()[-1].lower() in _NOT_BEHIND


_AND_NOT = re.compile(
    r"(?:^|[\s,])(?:(?:und|aber)\snicht|et\s(?:non|pas)|y\sno|e\s(?:non|não)|en\sniet|och\sinte|a\snie|а\sне)\s(?:[^;:.!?“”,]|,(?=\d)){1,80},?\s?$",
    re.IGNORECASE,
)
"""What is set against what is said, before "as X claims": "9.000, und nicht 20.000, wie die Stadt behauptet"."""
_NOT_THAT = re.compile(
    r"(?:^|\s)(?:nicht|pas|non|no|não|niet|inte|nie|не)\s(?:[^;:.!?“”,]|,(?=\d)){1,60},\s?$", re.IGNORECASE
)
_BUT_THIS = re.compile(r",\s(?:sondern|mais|sino|bensì|ma|mas|maar|utan|lecz|ale|tylko|а|но)\s", re.IGNORECASE)


def is_set_against(before: str, behind: str) -> bool:
    """Whether "as X claims" between two parts of a sentence is of the contrary: "9, and not 20, as X claims"."""
    return _AND_NOT.search(before) is not None or (
        _NOT_THAT.search(before) is not None and _BUT_THIS.search(behind) is not None
    )
