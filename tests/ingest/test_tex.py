# ruff: noqa: E501 - pages stand as people write them
"""Formulas that scripts set are read once, as a line, and no power is glued to its figure."""

from __future__ import annotations

import pytest

from tests.ingest.odd_pages import ONE, TWO, article
from workbench.ingest.fields import Fields
from workbench.ingest.html import page_text
from workbench.ingest.options import ReadOptions
from workbench.ingest.tex import words_of_tex

MATH = "<math><msup><mn>10</mn><mn>6</mn></msup></math>"
ESCAPED = MATH.replace("<", "&lt;").replace(">", "&gt;")
SET = '<span class="MathJax" id="f-1-Frame"{}><nobr><span class="math"><span class="mn">10</span><span class="mn">6</span></span></nobr>{}</span>'
LEFT_OUT = "The dam holds back litres of water"


@pytest.mark.parametrize(
    "formula",
    [
        '<script type="math/tex">10^6</script>',
        '<script type="math/tex; mode=display">10^{6}</script>',
        f'<script type="math/mml">{MATH}</script>',
        '<span class="MathJax_Preview">10 6</span><script type="math/tex">10^6</script>',
        SET.format("", "") + '<script type="math/tex" id="f-1">10^6</script>',
        SET.format("", f'<span class="MJX_Assistive_MathML">{MATH}</span>') + '<script type="math/tex">10^6</script>',
        SET.format("", f'<span class="MJX_Assistive_MathML">{MATH}</span>'),
        SET.format(f' data-mathml="{ESCAPED}"', ""),
        f'<mjx-container class="MathJax"><mjx-math aria-hidden="true"><mjx-c></mjx-c></mjx-math><mjx-assistive-mml>{MATH}</mjx-assistive-mml></mjx-container>',
        '<mjx-container class="MathJax" data-latex="10^6"><svg></svg></mjx-container>',
        '<span class="mjx-chtml MathJax_CHTML"><span class="mjx-math"><span class="mjx-mn">10</span><span class="mjx-sup">6</span></span></span><script type="math/tex">10^6</script>',
        f'<span class="katex"><span class="katex-mathml">{MATH}</span><span class="katex-html"><span class="mord">10</span><span class="msupsub">6</span></span></span>',
        '<img class="latex" alt="10^6" src="x.png">',
    ],
)
def test_a_formula_that_a_script_set_is_read_once(formula: str) -> None:
    assert "The dam holds back 10^6 litres of water, a fifth more than in 2019." in read(formula)


@pytest.mark.parametrize(
    "formula",
    [
        SET.format("", ""),
        '<span class="katex"><span class="katex-html"><span class="mord">10</span><span class="msupsub">6</span></span></span>',
    ],
)
def test_one_that_is_set_by_style_alone_is_left_out(formula: str) -> None:
    assert LEFT_OUT in read(formula)


def read(formula: str) -> str:
    page = article(
        f"<p>The dam holds back {formula} litres of water, a fifth more than in 2019.</p><p>{ONE}</p><p>{TWO}</p>"
    )
    return " ".join(page_text(page, None, Fields(ReadOptions()))[0].split())


@pytest.mark.parametrize(
    ("tex", "words"),
    [
        (r"1.4 \times 10^{-4}", "1.4 × 10^-4"),
        (r"\frac{3}{4} \leq x_{12}", "3/4 ≤ x_12"),
        (r"\frac{a+b}{2}", "(a+b)/2"),
        (r"E = mc^2", "E = mc^2"),
        (r"12{,}500\,\mathrm{km}^2", "12,500 km^2"),
        (r"\sqrt{2} \approx 1.41", "√2 ≈ 1.41"),
        (r"\alpha_{i} > 5\%", "α_i > 5%"),
        (r"{{{{", ""),
        ("x" * 3_000, ""),
    ],
)
def test_tex_as_a_line(tex: str, words: str) -> None:
    assert words_of_tex(tex) == words
