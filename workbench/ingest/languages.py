"""Which language a text is in, told from its letters and its commonest words."""

from __future__ import annotations

import re
from collections import Counter

_STOP_WORDS = {
    "en": "the of and to in is was that for it with as his on be at by had are but from have they which were been "
    "their has this will would not an or who said",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat "
    "dass sie nach wird bei",
    "fr": "le la les de des et du en un une que est pour qui dans au par sur pas plus ne se ce il sont avec aux été "
    "cette ont mais",
    "es": "el la los de que y en un una las del se por con no su para es al lo como más pero sus ha fue este ya entre "
    "cuando",
    "it": "il di che la e un una per in è del le si con non sono della da dei nel gli alla più anche ha come ma delle "
    "questo",
    "pt": "o a de que e do da em um uma para com não os no se na por mais as dos como mas ao ele das à foi pelo são",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er om ook als dan bij maar naar door wordt uit nog "
    "worden deze",
    "sv": "och att det som en på är av för med till den har de inte om ett han men var sig från vi så kan när nu",
    "pl": "w i na z się do nie że jest to o jak za po od ale przez dla który są było tym został jego także oraz",
    "tr": "ve bir bu da de için ile olarak daha çok olan gibi en kadar sonra ama ne var değil olduğu tarafından",
}
_LETTERS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("uk", re.compile("[іїєґІЇЄҐ]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
)
# A script that several languages share needs only a few signs of its own to tell them apart.
_SHARE = {"ja": 0.05, "uk": 0.02}
_SETS = {language: frozenset(words.split()) for language, words in _STOP_WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 5_000


def guess_language(text: str) -> str | None:
    """The ISO 639-1 code of the language of a text, None where it is too short or unlike all that are known."""
    sample = text[:_LOOKED_AT]
    letters = sum(map(str.isalpha, sample))
    if letters == 0:
        return None
    if not sample.isascii():
        for language, signs in _LETTERS:
            if len(signs.findall(sample)) >= _SHARE.get(language, 0.4) * letters:
                return language
    words = _WORD.findall(sample.lower())
    if len(words) < 5:
        return None
    seen = Counter(words)
    counts = Counter({language: sum(seen[word] for word in stop) for language, stop in _SETS.items()})
    (best, hits), (_, second) = counts.most_common(2)
    if hits < 3 or hits < 0.08 * len(words) or hits == second:
        return None
    return best
