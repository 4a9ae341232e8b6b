"""Formulas of a page as a line of text: "1.4 × 10^-4", "x_2", "(a + b)/c"."""

from __future__ import annotations

from typing import Any

_APART = frozenset("=<>≤≥≠≈≡∼~×÷·+±∓→⇒∈∝")
_MINUS = frozenset("-−–")
_INVISIBLE = str.maketrans("", "", "\u2061\u2062\u2063\u2064\u200b")
_NOT_READ = frozenset(("annotation", "annotation-xml", "mphantom", "mspace"))
_DEEP = 40
"""Levels of a formula that are read; one that is nested deeper was made to be slow."""
_TYPESET = "katex-html"
"""The class of a formula's second form, whose figures stand in places of their own: 10 and 4, not 10^4."""
_KEPT_FROM_SIGHT = "mwe-math-mathml"
"""The class of a formula that stands beside a picture of itself."""


def words_of_formulas(tree: Any) -> None:
    """Put in place of each formula of a page the line that says the same; the tree is changed in place."""
    formulas = list(tree.iter("math"))
    for element in formulas:
        line = " ".join(_line(element, _DEEP).split())
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
    text = (element.text or "").translate(_INVISIBLE).strip()
    inner = [_line(child, levels - 1) for child in element]
    joined, parts = "".join(inner), [part.strip() for part in inner]
    match tag, parts:
        case "msup" | "mover", [base, above]:
            return f"{_grouped(base)}^{_raised(above)}"
        case "msub" | "munder", [base, below]:
            return f"{base}_{_grouped(below)}"
        case "msubsup" | "munderover", [base, below, above]:
            return f"{base}_{_grouped(below)}^{_raised(above)}"
        case "mfrac", [over, under]:
            return f"{_grouped(over)}/{_grouped(under)}"
        case "msqrt", _:
            return f"√{_grouped(joined)}"
        case "mroot", [base, degree]:
            return f"{_grouped(base)}^(1/{degree})"
        case (("mtable" | "mtr" | "mlabeledtr"), _):
            return ("; " if tag == "mtable" else ", ").join(filter(None, parts))
        case _:
            return f"{text}{joined}"


def _operator(element: Any) -> str:
    sign = (element.text or "").translate(_INVISIBLE).strip()
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
