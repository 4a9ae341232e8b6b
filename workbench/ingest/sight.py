"""What of a page a reader never sees, by the styles that stand in the page itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
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
_DRESSED = re.compile(
    r"text-shadow|text-fill-color|text-stroke|background-image|(?<![\w-])(?:filter|mix-blend-mode)\s{0,3}:|"
    r"\burl\s{0,3}\(|gradient\(|background(?:-clip)?\s{0,3}:[^;]{0,200}(?<![\w-])text(?![\w-])",
    re.IGNORECASE,
)
"""What gives letters another colour than the one that is stated, or another ground."""
_SIZE = re.compile(r"(\d{0,4}(?:\.\d{1,4})?)(px|pt|pc|rem|mm|cm|in|q|vw|vh)")
_SIZE_WORDS = frozenset(("xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large"))
_PART = re.compile(r"[.#]?-?[A-Za-z_][\w-]*")
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


def has_letters_of_its_ground(element: Any, dressed: frozenset[str]) -> bool:
    """Whether an element's own style gives its letters the colour that it gives their ground, or none at all.

    Not where something in it has a colour of its own, nor where letters are filled, drawn round or cut out of a ground,
    cast a shadow or stand on a picture: by this style, or by a sheet of the page (`dressed`, see `StylesOfPage`).
    """
    style = element.get("style")
    if not style or "color" not in style.lower():
        return False
    stated = declarations(style)
    letters = _colour(stated.get("color", ""))
    if letters is None or _DRESSED.search(_REMARK.sub("", style)) or is_named(element, dressed):
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


def is_unseen(element: Any, sized: frozenset[str] = frozenset()) -> bool:
    """Whether an element's own style leaves it where it is with nothing of it to be seen: scripts fade such ones in.

    Letters of no size are seen where something in them has a size of its own: by its style, or by a sheet (`sized`).
    """
    if not (style := element.get("style")):
        return False
    stated = declarations(style)
    cut = any(stated.get(name, "").startswith(("hidden", "clip")) for name in ("overflow", "overflow-y", "overflow-x"))
    if _is_zero(stated.get("opacity")) or (
        cut and any(_is_zero(stated.get(name)) for name in ("height", "max-height", "width", "max-width"))
    ):
        return True
    size = stated.get("font-size", "")
    tiny = _is_zero(size) or bool(_TINY.fullmatch(size))
    return tiny and not any(
        _has_a_size(below.get("style") or "") or is_named(below, sized)
        for below in element.iterdescendants()
        if isinstance(below.tag, str)
    )


def _has_a_size(style: str) -> bool:
    """Whether a style states letters that can be read, whatever those around them are."""
    if "font" not in style.lower():
        return False
    stated = declarations(style)
    size = stated.get("font-size", "")
    if "font" in stated or size in _SIZE_WORDS or size.startswith(("calc(", "clamp(", "max(", "min(", "var(")):
        return stated.get("font") not in ("inherit", "unset")
    found = _SIZE.fullmatch(size)
    return found is not None and not _is_zero(size) and not _TINY.fullmatch(size)


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


def _sheets(tree: Any) -> str:
    """The page's own sheets for screens as one text; nothing of those that were made to be slow."""
    sheet = "\n".join(
        _REMARK.sub("", style.text or "")
        for style in tree.iter("style")
        if (style.get("media") or "all").strip().lower() in ("all", "screen")
        and next(style.iterancestors("noscript"), None) is None
    )
    return sheet if len(sheet) <= _LONGEST_SHEET else ""


@dataclass(frozen=True, slots=True)
class StylesOfPage:
    """What a page's own sheets say of classes (`.name`), ids (`#name`) and kinds of elements (`name`)."""

    taken_away: frozenset[str]
    """Classes and ids that are not shown, and of which nothing more is said."""
    dressed: frozenset[str]
    """What has letters that are filled, cut out of their ground or stand on a picture."""
    sized: frozenset[str]
    """What has letters of a size of its own."""


def sheet_of(tree: Any) -> StylesOfPage:
    """Read the sheets that stand in a page."""
    sheet = _sheets(tree)
    told = Counter(_NAME.findall(sheet))
    taken_away: set[str] = set()
    dressed: set[str] = set()
    sized: set[str] = set()
    for selector, body in _rules(sheet):
        parts = [part.strip() for part in selector.split(",")]
        if takes_away(body):
            taken_away.update(part for part in parts if _NAME.fullmatch(part) and told[part] == 1)
        names = [name for part in parts if part for name in _PART.findall(part.split()[-1])]
        if _DRESSED.search(body):
            dressed.update(names)
        if _has_a_size(body):
            sized.update(names)
    return StylesOfPage(frozenset(taken_away), frozenset(dressed), frozenset(sized))


def is_named(element: Any, names: frozenset[str]) -> bool:
    """Whether an element has one of these classes or ids, or is of one of these kinds."""
    if not names:
        return False
    own = {f".{name}" for name in (element.get("class") or "").split()} | {f"#{element.get('id')}", element.tag}
    return not names.isdisjoint(own)


def never_shown(element: Any) -> bool:
    """Whether an element's own attributes keep it from every reader."""
    hidden = element.get("hidden")
    if hidden is not None and hidden.lower() != "until-found":
        return True
    style = element.get("style")
    return bool(style and takes_away(style)) or (element.tag == "dialog" and element.get("open") is None)
