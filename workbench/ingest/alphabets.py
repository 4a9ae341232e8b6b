"""Of which language the accented letters of a short text are, read in one code page or another."""

from __future__ import annotations

import re

_WESTERN_ALPHABETS = """åäöé æøåéòô ãáàâçéêíóôõúü àâçéèêëîïôùûüœæÿ àèéìíòóùú äöüßé áéíñóúü áðéíóúýþæö
ëïéèöüóáê çàéèíïóòúü"""
_WESTERN = _WESTERN_ALPHABETS.split()
"""The letters beyond a to z of languages that Windows-1252 holds."""
_OTHERS = (
    ("cp1250", ["áčďéěíňóřšťúůýž", "áäčďéíľňóôšťúýž", "ąćęłńóśźż", "áéíóöőúüű", "ăâîşţ", "čćđšž"]),
    ("iso8859_2", ["áčďéěíňóřšťúůýž", "áäčďéíľňóôšťúýž", "ąćęłńóśźż", "áéíóöőúüű"]),
    ("cp1254", ["çğıöşüâîi̇"]),
    ("cp1257", ["ąčęėįšųūž", "āčēģīķļņšūž"]),
)
"""Code pages, and the letters of the languages written in them; rare ones are left out (the Slovak ĺ, ŕ)."""
_WORD = re.compile(rb"[A-Za-z\x80-\xff]+")
_SIGNS = re.compile("[«»“”‘’„–—…€£§©®°·¿¡²\xa0]")
_NEXT = rb"(?![A-Za-z\x80-\xff])"
_BESIDE_FIGURES = re.compile(
    rb"(?<=[0-9])[ \xa0]?(?:[\x80\x89\xa3\xa7\xaa\xb0\xba\xbc\xbd\xbe\xd7]|\xb0[CF]|\xb5[glmsA])" + _NEXT + rb"|"
    rb"(?<=[0-9])(?:[ \xa0]?[\x96\xb1\xd7][ \xa0]?(?=[0-9])|[\xa3\x80](?=(?:bn|[mk])(?![A-Za-z\x80-\xff])))|"
    rb"(?<![A-Za-z\x80-\xff])(?:[\x80\xa3\xa5\xa7\xb1\xd7][ \xa0]?(?=[0-9])|[kcdm]?m[\xb2\xb3]" + _NEXT + rb")"
)
"""Signs of Windows-1252 where only signs stand: "12 €", "£4m", "18 °C", "± 3", "5–6", "40 m²".

In the code pages of other alphabets the same bytes are letters (£ is the Polish Ł, € a Serbian one, ³ the Polish ł).
"""


def _fits(accented: set[bytes], encoding: str, alphabets: list[str]) -> bool:
    try:
        letters = {sign for byte in accented for sign in _SIGNS.sub("", byte.decode(encoding)).lower()}
    except UnicodeDecodeError:
        return False
    return bool(letters) and any(letters.issubset(alphabet) for alphabet in alphabets)


def without_signs(sample: bytes) -> bytes:
    """A text without the signs beyond ASCII that stand beside figures: what is left tells of which alphabet it is."""
    return _BESIDE_FIGURES.sub(b"", sample)


def is_of_western_alphabet(sample: bytes) -> bool:
    """Whether the letters of a text beyond ASCII are those of one language of Western Europe, and of no other one.

    For texts so short that accented letters are many among the plain ones: a sentence, a row of a table.
    """
    words = [word for word in _WORD.findall(sample) if not word.isascii()]
    long = [word for word in words if len(word) > 1]
    # words without a plain letter are those of another script
    if not long or any(not re.search(rb"[A-Za-z]", word) for word in long):
        return False
    accented = {bytes([byte]) for byte in sample if byte >= 0x80}
    if not _fits(accented, "cp1252", _WESTERN):
        return False
    return not any(_fits(accented, encoding, alphabets) for encoding, alphabets in _OTHERS)
