"""Words brought to their stem, each language by its own rules: English by Porter's, others by those of Snowball."""

from __future__ import annotations

import unicodedata
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

from workbench.comparison import stemming

if TYPE_CHECKING:
    from Stemmer import Stemmer

ENGLISH = "en"
_SNOWBALL = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "eo": "esperanto",
    "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish", "fr": "french", "ga": "irish",
    "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian",
    "ne": "nepali", "nl": "dutch", "no": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian",
    "ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
_SAME = {"nb": "no", "nn": "no"}
LANGUAGES = (ENGLISH, *_SNOWBALL)
"""The languages with stems of their own, in the order that the index numbers them by."""
_LOCK = Lock()


def analysed_as(language: str | None) -> str:
    """The language by whose rules a text is read, given its own as a tag ("de", "de-AT"); English where it has none."""
    code = (language or "").strip().lower().replace("_", "-").partition("-")[0]
    code = _SAME.get(code, code)
    return code if code in _SNOWBALL else ENGLISH


def stem(word: str, language: str) -> str:
    """The stem of a lower-case word in composed letters, in a language of `LANGUAGES`; accents are left out.

    English stems are those of SQLite's full-text index (`comparison.stemming`). Other stems are cut before accents
    go, for they tell endings apart.
    """
    if language == ENGLISH:
        return stemming.stem(_plain(word))
    with _LOCK:  # a stemmer is no good for two threads at once
        cut: str = _stemmer(language).stemWord(word)
    return _plain(cut)


def _plain(word: str) -> str:
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)) or word


@cache
def _stemmer(language: str) -> Stemmer:
    from Stemmer import Stemmer

    return Stemmer(_SNOWBALL[language], 0)  # words are remembered where they are counted
