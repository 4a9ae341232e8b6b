"""Formulas that a page keeps as TeX, or as what a script made of TeX or MathML, brought to one form each.

A script sets the figures of 10^6 beside each other and raises one by style: read as they stand they are 106.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

_NAMED_SIGNS = (
    "times × cdot · div ÷ pm ± mp ∓ approx ≈ sim ~ simeq ≈ propto ∝ le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ ll ≪ gg ≫ equiv ≡ "
    "to → rightarrow → infty ∞ circ ° degree ° percent % ldots … dots … sum Σ prod Π int ∫ partial ∂ in ∈ euro € "
    "alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ kappa κ lambda λ mu μ nu ν xi ξ pi π "
    "rho ρ sigma σ tau τ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ "
    "Psi Ψ Omega Ω"
)
_WORDS = _NAMED_SIGNS.split()
_SIGNS = dict(zip(_WORDS[::2], _WORDS[1::2], strict=True))
_LOOKS = (
    "mathrm mathbf mathit mathsf mathcal mathbb text textrm textbf textit operatorname displaystyle textstyle left "
    "right big Big bigl bigr boldsymbol rm bf it limits nolimits mbox hbox quad qquad"
)
_DRESS = frozenset(_LOOKS.split())
"""What says how something looks, and nothing of what it is."""
_COMMAND = re.compile(r"\\(?:([A-Za-z]{1,30})\*?|([^A-Za-z]))")
_INNER = re.compile(r"\{([^{}]{0,300})\}")
_FRACTION = re.compile(r"\\[dt]?frac\s{0,3}(?:\{([^{}]{0,200})\}|(\w))\s{0,3}(?:\{([^{}]{0,200})\}|(\w))")
_UPRIGHT = re.compile(r"\\(?:mathrm|text\w{0,2}|mathbf|mathit|operatorname|mbox)\s{0,3}\{([^{}]{0,300})\}")
_ROOT = re.compile(r"\\sqrt\s{0,3}\{([^{}]{0,200})\}")
_RAISED = re.compile(r"([\^_])\s{0,3}\{([^{}]{0,200})\}")
_DEEP = 20
LONGEST = 2_000
"""Characters of a formula that is read."""
_SET = re.compile(r"(?:^|\s)(?:MathJax(?:_\w+)?|mjx-chtml|mjx-container|MJXc-display)(?:\s|$)")
_PICTURE = re.compile(r"(?:^|\s)(?:latex|tex|math|mathjax|equation|mwe-math-fallback-image-\w+)(?:\s|$)", re.IGNORECASE)
_PLACED = frozenset(
    ["msupsub", "mfrac", "vlist", "msubsup", "mjx-sup", "mjx-sub", "mjx-msup", "mjx-mfrac", "msup", "math", "mn"]
)
_MOST = 5_000
"""Formulas of a page that are read."""


def words_of_tex(tex: str) -> str:
    r"""A formula of TeX as a line of text: "1.4 \times 10^{-4}" is "1.4 × 10^-4"; "" where it is too long."""
    if len(tex) > LONGEST:
        return ""
    line = re.sub(r"\\begin\{\w{1,20}\*?\}|\\end\{\w{1,20}\*?\}|\\(?:tag|label)\{[^{}]{0,60}\}", " ", tex)
    line = line.replace("{,}", ",").replace("{.}", ".").replace("\\{", "(").replace("\\}", ")")
    for _ in range(_DEEP):  # from the inside out
        before = line
        line = _UPRIGHT.sub(r" \1 ", line)
        line = _FRACTION.sub(lambda found: f" {_grouped(found[1] or found[2])}/{_grouped(found[3] or found[4])} ", line)
        line = _ROOT.sub(lambda found: f"√{_grouped(found[1])}", line)
        line = _RAISED.sub(lambda found: f"{found[1]}{_grouped(found[2])}", line)
        if line == before:
            line = _INNER.sub(r"\1", line)
        if line == before:
            break
    line = _COMMAND.sub(_sign, line.replace("\\\\", "; ")).replace("&", " ").replace("~", " ")
    return re.sub(r" (?=[\^_])", "", " ".join(line.replace("{", "").replace("}", "").split()))


def _sign(found: re.Match[str]) -> str:
    if found[2]:
        return " " if found[2] in ",;:! " else found[2]
    if found[1] in _DRESS:
        return " "
    sign = _SIGNS.get(found[1], found[1])
    return f" {sign} "


def _grouped(words: str) -> str:
    words = words.strip()
    bare = words.lstrip("-−+")
    single = len(bare) <= 1 or bare.replace(".", "").replace(",", "").isdecimal() or re.fullmatch(r"\\[A-Za-z]+", bare)
    return words if single and "/" not in words else f"({words})"


def settle_formulas(tree: Any) -> None:
    """Leave one form of each formula that scripts set: MathML, or a line of text; the tree is changed in place."""
    for script in list(islice(tree.iter("script"), _MOST)):
        kind = (script.get("type") or "").lower()
        if not kind.startswith(("math/tex", "math/mml")):
            continue
        for _ in range(3):  # what was shown before the script ran, and what it set
            before = script.getprevious()
            if before is None or (before.tail or "").strip() or not _SET.search(before.get("class") or ""):
                break
            before.getparent().remove(before) if not before.tail else _clear(before)
        content = script.text or ""
        _put(script, content, is_tex=kind.startswith("math/tex"))
    for element in list(islice(tree.iter("span", "div", "mjx-container"), _MOST * 10)):
        name = element.get("class") or ""
        if element.getparent() is None or not (
            element.tag == "mjx-container" or _SET.search(name) or "katex" in name.split()
        ):
            continue
        if markup := element.get("data-mathml"):
            _put(element, markup, is_tex=False)
        elif tex := element.get("data-latex"):
            _put(element, tex, is_tex=True)
        elif (math := next(element.iter("math"), None)) is not None:
            for apart in [one for one in element.iter("nobr") if math not in one.iter()]:
                _clear(apart)
        elif _is_set_by_style(element):
            _clear(element)
    for picture in list(islice(tree.iter("img"), _MOST)):
        if _PICTURE.search(picture.get("class") or "") and (words := words_of_tex(picture.get("alt") or "")):
            tail = picture.tail
            picture.tag, picture.text, picture.tail = "span", words, tail
            for name in ("alt", "src", "srcset"):
                picture.attrib.pop(name, None)


def _is_set_by_style(element: Any) -> bool:
    """Whether a formula's figures stand in places that style alone gives them: powers, indices, fractions."""
    return any(_PLACED.intersection((one.get("class") or "").split()) for one in element.iter("span"))


def _clear(element: Any) -> None:
    tail = element.tail
    element.clear()
    element.tag, element.tail = "span", tail


def _put(element: Any, content: str, *, is_tex: bool) -> None:
    """Put a formula in the place of an element: TeX as its words, MathML as what is read later."""
    _clear(element)
    if is_tex:
        element.text = words_of_tex(content)
        return
    if len(content) > 20 * LONGEST:
        return
    import lxml.etree
    import lxml.html

    try:
        parser = lxml.html.HTMLParser(recover=True, no_network=True, huge_tree=False, remove_comments=True)
        parsed = lxml.html.document_fromstring(content, parser=parser)
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        return
    math = next(parsed.iter("math"), None)
    if math is not None:
        math.tail = None
        element.append(math)
