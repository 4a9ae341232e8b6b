"""What of a page a reader never sees, by the styles that stand in the page itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

_REMARK = re.compile(r"/\*.*?(?:\*/|$)", re.DOTALL)
_ZERO = re.compile(r"(?:0+(?:\.0*)?|\.0+)(?:%|[a-z]{2,4})?")
_FAR = re.compile(r"-(?:(?:9\d\d|\d{4,})(?:\.\d*)?(?:px|pt|em|rem)?|\d{3,}(?:\.\d*)?v[wh])")
_CLIPPED = re.compile(r"inset\(\s{0,3}(?:[5-9]\d|\d{3,})(?:\.\d*)?%|circle\(\s{0,3}0(?![.\d])")
_POINT = re.compile(r"rect\(\s{0,3}([01])(?:px)?(?:[\s,]{1,3}\1(?:px)?){3}\s{0,3}\)")
_SHRUNK = re.compile(r"scale[xy]?\(\s{0,3}0(?:\.0{1,9})?\s{0,3}[,)]")
_TINY = re.compile(r"(?:0?\.\d{1,9}|1(?:\.0{1,9})?)(?:px|pt)")
_HEX = re.compile(r"#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
_RGB = re.compile(
    r"rgba?\(\s{0,3}(\d{1,3})[\s,]{1,4}(\d{1,3})[\s,]{1,4}(\d{1,3})(?:\s{0,3}[,/]\s{0,3}([\d.]{1,6})%?)?\s{0,3}\)"
)
_NAMED = {
    "white": "ffffff",
    "black": "000000",
    "transparent": "",
    "red": "ff0000",
    "blue": "0000ff",
    "yellow": "ffff00",
}
_NAME = re.compile(r"[.#]-?[A-Za-z_][\w-]*")
_BRACE = re.compile(r"[{}]")
_CUT_OUT = ("background-clip", "-webkit-background-clip", "background")
_LONGEST_SHEET = 1_000_000


def declarations(style: str) -> dict[str, str]:
    """What a style states, property by property in small letters; the last word on each counts."""
    found: dict[str, str] = {}
    for part in _REMARK.sub("", style).lower().split(";"):
        name, _, value = part.partition(":")
        found[name.strip()] = value.partition("!")[0].strip()
    return found


def _is_zero(value: str | None) -> bool:
    return bool(value and _ZERO.fullmatch(value))


def _colour(value: str) -> str | None:
    """A colour as six hexadecimal figures, "" where it lets everything through, None where it is not plainly one."""
    if value in _NAMED:
        return _NAMED[value]
    if found := _HEX.fullmatch(value):
        figures = found[1] if len(found[1]) > 4 else "".join(figure * 2 for figure in found[1])
        return "" if figures[6:] == "00" else figures[:6]
    if found := _RGB.fullmatch(value):
        if found[4] is not None and _is_zero(found[4]):
            return ""
        return "".join(f"{min(int(part), 255):02x}" for part in found.groups()[:3])
    return None


def has_letters_of_its_ground(element: Any) -> bool:
    """Whether an element's own style gives its letters the colour that it gives their ground, or none at all.

    Not where something in it has a colour of its own, nor where letters are cut out of a ground or cast a shadow.
    """
    style = element.get("style")
    if not style or "color" not in style.lower():
        return False
    stated = declarations(style)
    letters = _colour(stated.get("color", ""))
    if letters is None or "text-shadow" in stated or any("text" in stated.get(name, "") for name in _CUT_OUT):
        return False
    ground = stated.get("background-color") or stated.get("background", "")
    same = letters == "" or letters == _colour(ground)
    return same and not any("color" in (below.get("style") or "").lower() for below in element.iterdescendants())


def takes_away(style: str) -> bool:
    """Whether a style takes an element from the page, or far out of it."""
    stated = declarations(style)
    return (
        stated.get("display") == "none"
        or stated.get("visibility") in ("hidden", "collapse")
        or stated.get("content-visibility") == "hidden"
        or any(_FAR.fullmatch(stated.get(side, "")) for side in ("left", "right", "top", "bottom", "text-indent"))
        or bool(_CLIPPED.match(stated.get("clip-path", "")) or _POINT.match(stated.get("clip", "")))
        or bool(_SHRUNK.search(stated.get("transform", "")))
        or _is_zero(stated.get("scale"))
    )


def makes_unseen(style: str) -> bool:
    """Whether a style leaves an element where it is with nothing of it to be seen: scripts fade such ones in."""
    stated = declarations(style)
    cut = any(stated.get(name, "").startswith(("hidden", "clip")) for name in ("overflow", "overflow-y", "overflow-x"))
    return (
        _is_zero(stated.get("opacity"))
        or _is_zero(stated.get("font-size"))
        or bool(_TINY.fullmatch(stated.get("font-size", "")))
        or (cut and any(_is_zero(stated.get(name)) for name in ("height", "max-height", "width", "max-width")))
    )


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """The selectors and declarations of a sheet's outer rules; those within a condition (`@media`) are left out."""
    depth, start, inner = 0, 0, 0
    selector = ""
    for brace in _BRACE.finditer(sheet):
        if brace[0] == "{":
            if not depth:
                selector, inner = sheet[start : brace.start()].rpartition(";")[2], brace.end()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                start = brace.end()
                if "{" not in (body := sheet[inner : brace.start()]):
                    yield selector, body


def names_taken_away(tree: Any) -> frozenset[str]:
    """Classes (`.name`) and ids (`#name`) of which the page's own sheets say that they are not shown, and no more."""
    sheets = [
        _REMARK.sub("", style.text or "")
        for style in tree.iter("style")
        if (style.get("media") or "all").strip().lower() in ("all", "screen")
        and next(style.iterancestors("noscript"), None) is None
    ]
    sheet = "\n".join(sheets)
    if len(sheet) > _LONGEST_SHEET:
        return frozenset()
    told = Counter(_NAME.findall(sheet))
    return frozenset(
        name
        for selector, body in _rules(sheet)
        if takes_away(body)
        for part in selector.split(",")
        if _NAME.fullmatch(name := part.strip()) and told[name] == 1
    )


def is_named(element: Any, names: frozenset[str]) -> bool:
    """Whether an element has one of these classes or ids."""
    if not names:
        return False
    own = {f".{name}" for name in (element.get("class") or "").split()} | {f"#{element.get('id')}"}
    return not names.isdisjoint(own)


def never_shown(element: Any) -> bool:
    """Whether an element's own attributes keep it from every reader."""
    hidden = element.get("hidden")
    if hidden is not None and hidden.lower() != "until-found":
        return True
    style = element.get("style")
    return bool(style and takes_away(style)) or (element.tag == "dialog" and element.get("open") is None)
