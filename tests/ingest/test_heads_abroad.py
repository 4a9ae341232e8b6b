"""The day, the title and the authors that heads of notices, papers and minutes give, and those that only look so."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest

from tests.ingest.making import documents
from workbench.ingest.bylines import author_of_properties, names_in
from workbench.ingest.own_days import day_of_kind
from workbench.ingest.page_titles import heading_below_section
from workbench.ingest.paper_heads import paper_head
from workbench.ingest.text import decode


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Press notice of 12 January 2026", "2026-01-12"),
        ("Stellungnahme vom 2. März 2026 zur Linie 7", "2026-03-02"),
        ("Incident summary, 4 March 2026", "2026-03-04"),
        ("Note du 16 avril 2026", "2026-04-16"),
        ("Nota de imprensa, 6 de março de 2026", "2026-03-06"),
        ("Comunicato del 9 gennaio 2026", "2026-01-09"),
        ("Persbericht van 3 maart 2026", "2026-03-03"),
        ("Komunikat z dnia 3 marca 2026 r.", "2026-03-03"),
        ("Study of 3 May 2020 on bees", "2020-05-03"),
        ("Report on the fire of 3 May 2011", None),
        ("Letter of 3 June 1916 found in an attic", None),
        ("Accident report, 12 June 2012", None),
        ("The report of 3 May 2011 was wrong", None),
        ("Statement on the vote of 3 May 2021", None),
        ("Fire report, 3 May 2021", None),
        ("Weather report for 3 May 2021", None),
        ("Bericht über den Brand vom 3. Mai 2011", None),
        ("Report of 3 May 2011 and 4 June 2012", None),
        ("Statement of 3 May 2011: the firm lost 40 ships.", None),
    ],
)
def test_a_line_that_says_what_the_text_is_gives_its_day(line: str, day: str | None) -> None:
    found = day_of_kind(line)
    assert (str(found) if found else None) == day


@pytest.mark.parametrize(
    ("head", "title", "authors"),
    [
        (
            ("Leaks in the Alps", "Marta Hale1,2, Jon Vik2 and Priya Nair1*", "1 University of Tarn", "Abstract"),
            "Leaks in the Alps",
            "Marta Hale, Jon Vik, Priya Nair",
        ),
        (
            ("Leaks in the Alps:", "A Survey of Old Pipes", "Marta Hale∗", "Abstract"),
            "Leaks in the Alps: A Survey of Old Pipes",
            "Marta Hale",
        ),
        (("Leaks", "M. Hale, J. A. Vik, P. van Berg", "Abstract. We"), "Leaks", "M. Hale, J. A. Vik, P. van Berg"),
        (("Leaks", "Marta Hale", "m.hale@tarn.example", "Abstract"), "Leaks", "Marta Hale"),
        (("Fugas", "Marta Hale, Jon Vik y Ana Ruiz Soto", "Resumen"), "Fugas", "Marta Hale, Jon Vik, Ana Ruiz Soto"),
        (("Tarn Valley Council", "Housing and Planning", "Summary"), "", ""),
        (("Annual Report", "North Ward and South Ward", "Summary"), "", ""),
        (("Annual Report", "Executive Summary", "Summary"), "", ""),
        (("Cats and Dogs", "United Kingdom, New Zealand and South Africa", "Abstract"), "", ""),
        (("Water and Power", "Working Paper", "Bank of Holm", "Abstract"), "", ""),
        (("Report", "Minister Jon Vik and Secretary Ann Lee met", "Summary"), "", ""),
        (("The Fall of Holm", "New York, Los Angeles and San Francisco", "Abstract"), "", ""),
        (("Leaks", "Marta Hale and Ann Lee", "They met in 1990 and wrote of pipes."), "", ""),
    ],
)  # fmt: skip
def test_the_head_of_a_paper_names_who_wrote_it(head: tuple[str, ...], title: str, authors: str) -> None:
    assert paper_head("\n\n".join((*head, "We measured leaks in 61 valleys."))) == (title, authors)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Lee, Emily Post", ["Ann Lee", "Emily Post"]),
        ("By Ann Lee, Charlotte Post", ["Ann Lee"]),
        ("By Ann Lee, Harbour Post", ["Ann Lee"]),
        ("Muhabir: Deniz Kaya", ["Deniz Kaya"]),
    ],
)
def test_a_house_behind_an_author_is_no_person(line: str, names: list[str]) -> None:
    assert names_in(line) == names


@pytest.mark.parametrize(
    ("stated", "author"),
    [("iberg", None), ("Administrador", None), ("Ida Berg", "Ida Berg"), ("王敏", "王敏"), ("", None)],
)
def test_the_name_somebody_logs_in_with_is_no_author(stated: str, author: str | None) -> None:
    assert author_of_properties(stated) == author


PARAGRAPH = "<p>The house has closed its inquiry into the outbreak, which cost 38,000 pounds.</p>"


@pytest.mark.parametrize(
    ("title", "body", "heading"),
    [
        ("Press Releases | Holm Council", "<h2>Inquiry into it closed</h2>", "Inquiry into it closed"),
        ("News - Vale", "<img alt='Vale'><h2>Inquiry into it closed</h2>", "Inquiry into it closed"),
        ("Ferry strike ends | News", "<h2>What the company says of it</h2>", ""),
        ("Press Releases | Holm Council", "<h1>Releases</h1><h2>Inquiry into it closed</h2>", ""),
        ("Press Releases | Holm Council", "<h2>Inquiry into an outbreak</h2><h2>Ferry to sail again soon</h2>", ""),
        ("Press Releases | Holm Council", "<h2><a href='/x'>Inquiry into an outbreak</a></h2>", ""),
        ("Press Releases | Holm Council", "<aside><h2>Most read on this site</h2></aside>", ""),
    ],
)  # fmt: skip
def test_a_section_is_no_title_above_a_heading(title: str, body: str, heading: str) -> None:
    tree = lxml.html.document_fromstring(f"<html><body>{body}{PARAGRAPH}</body></html>")
    assert heading_below_section(tree, title, []) == heading


def test_cubic_metres_are_no_polish_letter() -> None:
    assert "48,1 m³" in decode("Brücke;48,1 m³/s\n".encode("cp1252")).text
    assert "mały łoś" in decode("mały łoś i żółw jadły gałęzie".encode("cp1250")).text


def test_a_day_is_never_made_of_the_half_of_a_year(tmp_path: Path) -> None:
    page = tmp_path / "p.html"
    page.write_text(
        '<html lang="pt-br"><head><title>Concurso abre 320 vagas</title></head><body><h1>Concurso abre 320 vagas</h1>'
        '<p class="data-updated">05/03/2026 06h00</p><article><p>A prefeitura vai contratar 320 professores, que terão '
        "40 horas semanais e salário de 4.800 reais.</p><p>Faltam 410 docentes na rede, segundo a secretária.</p>"
        "</article></body></html>"
    )
    assert documents(page)[0].published is None or str(documents(page)[0].published) == "2026-03-05"


def test_years_later_than_planned_tell_nothing_of_a_text_of_this_year(tmp_path: Path) -> None:
    from datetime import date

    year = date.today().year
    text = tmp_path / "a.txt"
    text.write_text(
        f"La desaladora abre\n\nAlmorca, 6 de enero de {year}\n\nEmpezará en junio, tres años más tarde de lo previsto."
    )
    assert str(documents(text)[0].published) == f"{year}-01-06"


def test_the_day_of_a_notice_in_a_letterhead_is_not_lost(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text(
        "Câmara Municipal de Holm\nRua Nova, 12\nTel. 231 555 012\nNota de imprensa, 6 de março de 2026\n\n"
        "Rede de água perde menos\n\nAs perdas da rede desceram de 31 para 24 por cento em 2025."
    )
    found = documents(text)[0]
    assert (found.title, str(found.published)) == ("Rede de água perde menos", "2026-03-06")
