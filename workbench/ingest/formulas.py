"""Formulas of a page as a line of text: "1.4 × 10^-4", "x_2", "(a + b)/c"."""

from __future__ import annotations

import re
from typing import Any

_APART = frozenset("=<>≤≥≠≈≡∼~×÷·+±∓→⇒∈∝")
_MINUS = frozenset("-−–")
_INVISIBLE = str.maketrans("", "", "\u2061\u2062\u2063\u2064\u200b")
_NOT_READ = frozenset(("annotation", "annotation-xml", "mphantom"))
_LOOSE = "\ue000"
"""Where a part ends that must not run together with a letter or figure beside it: "3" and "1/2", "sin" and "x"."""
_ACCENTS = {
    **dict.fromkeys("¯‾―−-_\u0304\u0305", "\u0304"),
    **dict.fromkeys("^ˆ\u0302", "\u0302"),
    **dict.fromkeys("~˜∼\u0303", "\u0303"),
    **dict.fromkeys(".˙\u0307", "\u0307"),
    **dict.fromkeys("¨\u0308", "\u0308"),
    **dict.fromkeys("→⇀\u20d7", "\u20d7"),
}
"""Signs above a letter, which become a part of it: x̄ is a mean and no power."""
_NO_WIDTH = re.compile(r"\s{0,3}(?:-|0(?:\.0{0,9})?(?:[a-z]{1,3}|%)?\s{0,3}$)")
_DEEP = 40
"""Levels of a formula that are read; one that is nested deeper was made to be slow."""
_TYPESET = "katex-html"
"""The class of a formula's second form, whose figures stand in places of their own: 10 and 4, not 10^4."""
_KEPT_FROM_SIGHT = "mwe-math-mathml"
"""The class of a formula that stands beside a picture of itself."""


def line_of(element: Any) -> str:
    """The line that says what a formula in MathML says."""
    return _set(_line(element, _DEEP))


def words_of_formulas(tree: Any) -> None:
    """Put in place of each formula of a page the line that says the same; the tree is changed in place."""
    formulas = list(tree.iter("math"))
    for element in formulas:
        line = line_of(element)
        for above in element.iterancestors("span"):
            if _KEPT_FROM_SIGHT in (above.get("class") or ""):
                above.attrib.pop("style", None)
        element.tag = "span"
        element.attrib.clear()
        for child in list(element):
            element.remove(child)
        element.text = line
    if not formulas:
        return
    for element in list(tree.iter("span")):
        if _TYPESET in (element.get("class") or "").split() and element.getprevious() is not None:
            element.text = None
            for child in list(element):
                element.remove(child)


def _line(element: Any, levels: int) -> str:
    if not isinstance(element.tag, str):
        return ""
    if levels == 0:
        return " ".join(text.strip() for text in element.itertext())
    tag = element.tag.rpartition("}")[2].rpartition(":")[2]
    if tag in _NOT_READ:
        return ""
    if tag == "mo":
        return _operator(element)
    if tag == "mspace":
        return "" if _NO_WIDTH.match(element.get("width") or "0") and not element.get("linebreak") else " "
    raw = (element.text or "").translate(_INVISIBLE)
    text = raw.strip()
    if tag in ("mi", "mtext") and len(text) > 1 and text.islower():
        text = f"{_LOOSE}{text}{_LOOSE}"
    if tag == "mtext":
        text = f"{' ' if raw[:1].isspace() else ''}{text}{' ' if raw[-1:].isspace() else ''}"
    inner = [_line(child, levels - 1) for child in element]
    joined, parts = "".join(inner), [_set(part) for part in inner]
    match tag, parts:
        case "mover" | "munder", [base, mark] if not any(map(str.isalnum, mark)):
            return _marked(base, mark, over=tag == "mover")
        case "msup" | "mover", [base, above]:
            return f"{_grouped(base)}^{_raised(above)}{_LOOSE}"
        case "msub" | "munder", [base, below]:
            return f"{base}_{_grouped(below)}{_LOOSE}"
        case "msubsup" | "munderover", [base, below, above]:
            return f"{base}_{_grouped(below)}^{_raised(above)}{_LOOSE}"
        case "mfrac", [over, under]:
            return f"{_LOOSE}{_grouped(over)}/{_grouped(under)}{_LOOSE}"
        case "msqrt", _:
            return f"√{_grouped(_set(joined))}{_LOOSE}"
        case "mroot", [base, degree]:
            return f"{_grouped(base)}^(1/{degree})"
        case (("mtable" | "mtr" | "mlabeledtr"), _):
            return ("; " if tag == "mtable" else ", ").join(filter(None, parts))
        case _:
            return f"{text}{joined}"


def _set(words: str) -> str:
    """The words of a formula with one blank where they need one, and where some stood."""
    line = ""
    for part in words.split(_LOOSE):
        apart = line[-1:].isalnum() and part[:1].isalnum()
        line += f" {part}" if apart else part
    return " ".join(line.split())


def _marked(base: str, mark: str, *, over: bool) -> str:
    """What has a sign above or below it, with it where that is the sign of a letter; a brace says nothing."""
    if len(base) == 1 and over:
        return base + _ACCENTS.get(mark, "")
    return base


def _operator(element: Any) -> str:
    raw = (element.text or "").translate(_INVISIBLE)
    sign = raw.strip()
    if not sign:
        return " " if raw and not raw.isascii() else ""
    if len(sign) > 1 and sign.isalpha():
        return f"{_LOOSE}{sign}{_LOOSE}"
    before = element.getprevious()
    first = before is None or str(before.tag).rpartition("}")[2] == "mo"  # "−4": the sign of a figure
    if sign in _APART or (sign in _MINUS and not first):
        return f" {sign} "
    return f"{sign} " if sign in (",", ";") else sign


def _grouped(words: str) -> str:
    """Words in brackets, where they are more than one number or letter."""
    return words if words.replace(".", "").replace(",", "").isdecimal() or len(words) <= 1 else f"({words})"


def _raised(words: str) -> str:
    bare = words.lstrip("-−–")
    grouped = _grouped(bare)
    return f"-{bare}" if bare != words and grouped == bare else _grouped(words)
