"""Formulas of Word documents (Office Math) as a line of text: "10^6", "(a + b)/c", "x_2"."""

from __future__ import annotations

import re
from typing import Any

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
FORMULAS = frozenset((f"{MATH}oMath", f"{MATH}oMathPara"))
_DEEP = 40
"""Levels of a formula that are read; one that is nested deeper was made to be slow."""
_ATOM = re.compile(r"-?[\d.,]+|\w")


def line_of_formula(element: Any, levels: int = _DEEP) -> str:
    """The line that says what a formula says."""
    if not isinstance(element.tag, str):
        return ""
    if levels == 0:
        return "".join(text.text or "" for text in element.iter(f"{MATH}t"))
    tag = element.tag.removeprefix(MATH)
    if tag == "t":
        return element.text or ""
    if tag.endswith("Pr"):
        return ""

    def part(name: str) -> str:
        found = element.find(f"{MATH}{name}")
        return "" if found is None else line_of_formula(found, levels - 1)

    match tag:
        case "sSup":
            return f"{part('e')}^{_held(part('sup'))}"
        case "sSub":
            return f"{part('e')}_{_held(part('sub'))}"
        case "sSubSup":
            return f"{part('e')}_{_held(part('sub'))}^{_held(part('sup'))}"
        case "f":
            return f"{_held(part('num'))}/{_held(part('den'))}"
        case "rad":
            return f"{_held(part('deg'))}√{_held(part('e'))}" if part("deg") else f"√{_held(part('e'))}"
        case "d":
            inner = ", ".join(line_of_formula(one, levels - 1) for one in element.findall(f"{MATH}e"))
            return f"({inner})"
        case "nary":
            sign = element.find(f"{MATH}naryPr/{MATH}chr")
            bounds = f"_{_held(part('sub'))}^{_held(part('sup'))} " if part("sub") or part("sup") else ""
            return f"{'∫' if sign is None else sign.get(f'{MATH}val', '')}{bounds}{part('e')}"
        case "mr" | "eqArr":
            return ", ".join(line_of_formula(one, levels - 1) for one in element.findall(f"{MATH}e"))
        case "oMathPara" | "m":
            return " ".join(filter(None, (line_of_formula(one, levels - 1) for one in element)))
    return "".join(line_of_formula(one, levels - 1) for one in element)


def _held(part: str) -> str:
    """A part of a formula in brackets where more than a figure or a letter is in it."""
    return part if _ATOM.fullmatch(part) else f"({part})"
