"""Which language a text is in, told from its letters and its commonest words."""

from __future__ import annotations

import re
from collections import Counter

_STOP_WORDS = {
    "en": "the of and to in is was that for it with as his on be at by had are but from have they which were been "
    "their has this will would not an or who said she he her its we you than more after about over into when there "
    "what if all one two year years our up out no can could before also percent says when how",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat "
    "dass sie nach wird bei wir haben war sind davon sagte laut gibt gab seit einen einer einem wurde wurden über vor "
    "noch zum zur wie oder aber nur bis unter durch kann soll ihr ihre sein seine mehr kein keine ich um am",
    "fr": "le la les de des et du en un une que est pour qui dans au par sur pas plus ne se ce il sont avec aux été "
    "cette ont mais elle nous vous ils son sa ses leur leurs à où selon après avant avait était sera depuis dont "
    "entre sans comme tout très lors ces fait deux",
    "es": "el la los de que y en un una las del se por con no su para es al lo como más pero sus ha fue este ya entre "
    "cuando desde según hay han sin sobre tiene también esta estos muy años hasta donde porque todo dijo son era "
    "nos hemos él ella",
    "it": "il di che la e un una in è del le si con non sono della da dei nel gli alla più anche ha come ma delle "
    "questo secondo al lo i nella sul sulla hanno dal dalla dopo anni stato stata essere loro ogni tra cui abbiamo "
    "degli ai alle per i",
    "pt": "o a de que e do da em um uma para com não os no se na por mais as dos como mas ao ele das à foi pelo são "
    "segundo disse nos nas ou quando muito há até pela também já só seu sua anos ser tem desde temos isso esta este",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er om ook als dan bij maar naar door wordt uit nog "
    "worden deze heeft werd zei volgens over jaar meer wij ze hij haar hun was waren kan zal",
    "sv": "och att det som en på är av för med till den har de inte om ett han men var sig från vi så kan när nu "
    "under efter enligt också sade säger år mer hon deras blev vid eller",
    "pl": "w i na z się do nie że jest to o jak za po od ale przez dla który są było tym został jego także oraz "
    "według roku lat już tylko jej ich która które był była powiedział",
    "tr": "ve bir bu da de için ile olarak daha çok olan gibi en kadar sonra ama ne var değil olduğu tarafından "
    "göre dedi yıl her ise olan oldu",
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
    different = {language: sum(word in seen for word in stop) for language, stop in _SETS.items()}
    # one word that stands in many languages ("per") is no sign, however often it comes
    best, second = sorted(_SETS, key=lambda language: (different[language], counts[language]), reverse=True)[:2]
    hits = counts[best]
    same = (different[best], hits) == (different[second], counts[second])
    if hits < 3 or different[best] < 2 or hits < 0.08 * len(words) or same:
        return None
    return best
