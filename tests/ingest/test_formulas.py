"""Formulas of a page stay in its text as a line, and no figure of them changes."""

from __future__ import annotations

import pytest

from workbench.ingest.fields import Fields
from workbench.ingest.html import page_text
from workbench.ingest.options import ReadOptions

BESIDE = "The treasurer told the council that 14 million euros had been spent on new pumps, twice as much as before."
POWER = "<mrow><mn>1.4</mn><mo>×</mo><msup><mn>10</mn><mrow><mo>−</mo><mn>4</mn></mrow></msup></mrow>"
HIDDEN = 'class="mwe-math-mathml-inline mwe-math-mathml-a11y" style="display: none;"'


def read(markup: str) -> str:
    parts = f"<h1>Pumps</h1><p>{BESIDE}</p><p>We measured {markup} in 27 of 112 pumps.</p><p>{BESIDE}</p>"
    page = f"<html><body><article>{parts}</article></body></html>"
    return page_text(page, None, Fields(ReadOptions()))[0].split("\n\n")[2]


@pytest.mark.parametrize(
    ("markup", "line"),
    [
        (f"<math>{POWER}</math>", "1.4 × 10^-4"),
        (
            f'<span class="katex"><span class="katex-mathml"><math><semantics>{POWER}<annotation>1.4 10^4</annotation>'
            '</semantics></math></span><span class="katex-html"><span>1.4×10</span><span>−4</span></span></span>',
            "1.4 × 10^-4",
        ),
        (
            f'<span class="mwe-math-element"><span {HIDDEN}><math alttext="x">{POWER}</math></span><img></span>',
            "1.4 × 10^-4",
        ),
        ("<math><mfrac><mrow><mi>a</mi><mo>−</mo><mn>3</mn></mrow><mn>41</mn></mfrac></math>", "(a − 3)/41"),
        ("<math><msub><mi>x</mi><mn>12</mn></msub><mo>≤</mo><mo>−</mo><mn>5</mn></math>", "x_12 ≤ −5"),
        (
            "<math><msqrt><mn>2</mn><mi>x</mi></msqrt><mo>+</mo><mroot><mi>y</mi><mn>3</mn></mroot></math>",
            "√(2x) + y^(1/3)",
        ),
        ("<math><mn>2</mn><mo>&#x2062;</mo><msubsup><mi>k</mi><mi>i</mi><mn>2</mn></msubsup></math>", "2k_i^2"),
        (
            "<math><mi>x</mi><mtext> if </mtext><mi>y</mi><mo>&lt;</mo><mn>5</mn><mtext>&nbsp;km</mtext></math>",
            "x if y < 5 km",
        ),
        ("<math><mi>x</mi><mtext>if</mtext><mn>5</mn><mspace width='0.2em'></mspace><mi>L</mi></math>", "x if 5 L"),
        ("<math><mn>5</mn><mspace width='0'></mspace><mi>L</mi></math>", "5L"),
        ("<math><mn>3</mn><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", "3 1/2"),
        ("<math><mn>3</mn><mrow><mfrac><mn>1</mn><mn>2</mn></mfrac></mrow><mi>x</mi></math>", "3 1/2 x"),
        ("<math><msup><mi>x</mi><mn>2</mn></msup><mn>3</mn></math>", "x^2 3"),
        ("<math><msqrt><mn>2</mn></msqrt><mn>3</mn></math>", "√2 3"),
        ("<math><mover><mi>x</mi><mo>¯</mo></mover><mo>=</mo><mn>5</mn></math>", "x\u0304 = 5"),
        ("<math><munder><mi>x</mi><mo>_</mo></munder><mo>=</mo><mn>5</mn></math>", "x = 5"),
        (
            "<math><munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover></math>",
            "∑_(i = 1)^n",
        ),
        ("<math><mi>sin</mi><mi>x</mi><mo>+</mo><mo>log</mo><mo>&#x2061;</mo><mi>y</mi></math>", "sin x + log y"),
        ("<math><mi>sin</mi><mo>(</mo><mi>x</mi><mo>)</mo></math>", "sin(x)"),
        ("<math><msub><mtext>CO</mtext><mn>2</mn></msub><mo>=</mo><mn>9</mn><mi>kg</mi></math>", "CO_2 = 9 kg"),
        ("<math><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>23</mn></mtd></mtr></mtable></math>", "1, 23"),
    ],
)
def test_a_formula_is_a_line(markup: str, line: str) -> None:
    assert read(markup) == f"We measured {line} in 27 of 112 pumps."


def test_a_formula_nested_without_end_costs_no_text() -> None:
    words = read("<math>" + "<mrow>" * 150 + "<mn>5</mn>" + "</mrow>" * 150 + "</math>")
    assert words == "We measured 5 in 27 of 112 pumps."
