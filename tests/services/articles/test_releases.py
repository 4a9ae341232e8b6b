"""A company's own press release: who makes the claims that name nobody."""

from __future__ import annotations

import pytest

from workbench.domain.articles import Attribution
from workbench.domain.documents import Document
from workbench.domain.press_releases import issuer
from workbench.services.articles.splitting import Splitter

RELEASE = """Varen Foods opens second plant

PRESS RELEASE - For immediate release - 9 May 2023

HOLM, 9 May 2023 - Varen Foods plc today announced revenue of £41 million for 2022, up 18% on the year before.

"We have cut plastic by a third since 2019," said Ada Quist, chief executive.

The plant employs 340 people.

About Varen Foods. Founded in 1929, Varen Foods employs 510 people.

Contact: press@varen.example
"""


def speakers(text: str) -> dict[str, tuple[str | None, Attribution]]:
    document = Document(text=text, title=text.splitlines()[0], origin="x", sha256="0" * 64, language="en")
    split = Splitter(models=False).split(document)
    return {draft.quote: (draft.speaker, draft.attribution) for draft in split.drafts}


def test_claims_of_a_release_that_name_nobody_are_those_of_who_issued_it() -> None:
    found = speakers(RELEASE)
    assert found["The plant employs 340 people"] == ("Varen Foods", Attribution.DIRECT)
    quoted = next(who for quote, (who, _) in found.items() if "plastic" in quote)
    assert quoted == "Ada Quist"


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("- Varen Foods plc today announced", "- Food makers today announced"),
        ("About Varen Foods.", "About the survey."),
        ("About Varen Foods.", "About Varen Foods Union."),
        ("PRESS RELEASE - For immediate release - 9 May 2023\n\nHOLM", "HOLM"),
    ],
)
def test_where_one_place_does_not_say_so_they_are_nobodys(was: str, becomes: str) -> None:
    text = RELEASE.replace(was, becomes).replace("Contact: press@varen.example\n", "")
    if "PRESS" not in text:
        text = text.replace("today announced", "on Tuesday announced")
    whose = (
        Attribution.DIRECT if "PRESS" in text else Attribution.OUTLET
    )  # of a release somebody is, if nobody told who
    assert speakers(text)["The plant employs 340 people"] == (None, whose)


@pytest.mark.parametrize(
    ("head", "who"),
    [
        ("Statement on the fire\n\nIssued on behalf of Harbour Living", "Harbour Living"),
        (
            "Red warning: wind\nIssued by the Holm Weather Office at 10:15 on Thursday 23 January 2025",
            "Holm Weather Office",
        ),
        ("PRESS RELEASE: University of Holm", "University of Holm"),
        ("News release from the Harbour Trust", "Harbour Trust"),
        ("PRESS RELEASE: Harbour Bridge Opens Again", None),
        ("Issued by hand", None),
        ("Fire in Holm\n\nBy Ada Quist", None),
    ],
)
def test_the_line_that_says_who_issued_a_notice_names_who_makes_its_claims(head: str, who: str | None) -> None:
    founded = "The University of Holm was founded in 1908"
    text = f"{head}\n\nThe plant in Holm employs 340 people and has 40 ovens.\n\n{founded}.\n"
    assert speakers(text)[founded][0] == who


def test_a_release_without_that_word_is_one_by_its_first_sentence() -> None:
    """Heading, dateline and "About …" name the same, and "today announced" is nobody's but a release's."""
    text = RELEASE.replace("PRESS RELEASE - For immediate release - 9 May 2023\n\n", "")
    text = text.replace("Contact: press@varen.example\n", "").replace("Varen Foods plc", "Varen Foods plc (OSE: VAR)")
    text = text.replace("About Varen Foods. Founded", "About Varen Foods\n\nFounded")
    assert speakers(text)["The plant employs 340 people"] == ("Varen Foods", Attribution.DIRECT)
    of_a_person = text.replace("Varen Foods employs", "she employs")
    assert speakers(of_a_person)["The plant employs 340 people"] == (None, Attribution.OUTLET)


def test_a_report_about_a_company_is_not_its_own() -> None:
    assert (
        issuer("Varen Foods opens second plant\n\nHOLM - Varen Foods said on Tuesday that it opens a plant.\n") is None
    )
    assert issuer("") is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Varen opens depot\n\nHOLM, 5 March 2024 - Varen Group plc has opened one.\n\nENDS\n\nNotes to editors\n"
            "Varen sells pumps.\n",
            "Varen",
        ),
        (
            "Varen Reports Results\n\nHOLM, Tex., May 2, 2024 -- Varen Inc. (Nasdaq: VRN), today reported "
            "results.\n\nRevenue rose 11%.\n",
            "Varen",
        ),
        (
            "Ban vapes, says charity\n\nClear Lungs, the charity, today calls for a ban on vapes in all schools.\n\n"
            "Notes to editors\nClear Lungs was founded in 1974.\n",
            "Clear Lungs",
        ),
    ],
)
def test_a_release_by_its_form(text: str, name: str) -> None:
    found = issuer(text, text.splitlines()[0])
    assert found is not None
    assert (found.name, found.certain) == (name, True)


@pytest.mark.parametrize(
    "text",
    [
        "Varen reports loss\n\nHOLM - Varen Inc. (Nasdaq: VRN) on Thursday reported a loss.\n",
        "Varen cuts jobs\n\nHOLM - Varen will cut 300 jobs, it said in a press release. It declined to comment.\n",
        "Firms merge\n\nHOLM - Varen AG and Sund NV today announced a merger.\n\nNotes to editors\nThey sell pumps.\n",
        "Ada Quist resigns\n\nHOLM - Ada Quist today announced that she will go.\n\nENDS\n",
    ],
)
def test_what_a_paper_writes_is_nobodys_release(text: str) -> None:
    found = issuer(text, text.splitlines()[0])
    assert found is None or not found.certain


def _issuer_of(name: str, opening: str, about: str, more: str = "") -> tuple[bool, bool] | None:
    """Whether a text by its head and the box at its end is a person's, and whether it is a release for certain."""
    title = f"{name} plant opens"
    found = issuer(f"{title}\n\nHOLM, 3 May 2024 – {opening}{more}\n\nAbout {name}{about}\n", title)
    return None if found is None else (found.person, found.certain)


@pytest.mark.parametrize(
    ("opening", "about", "more"),
    [
        ("Varen confirmed today that its plant leaked.", "\nVaren makes lamps.", ""),
        ("Varen reported today that its plant leaked.", "\nVaren makes lamps.", ""),
        ("Varen today announced a plant.", ": the firm has been fined 12 times.", ""),
        ("Varen today announced a plant.", "\nVaren makes lamps.", " It did not answer our questions."),
        ("Varen today announced a plant.", "\nVaren makes lamps.", " It declined to comment."),
        ("Varen today announced a plant.", "\nVaren makes lamps.\n\nBy Bob Stone, Holm Gazette", ""),
        ("Varen today announced a plant.", "\nVaren makes lamps.\n\nReporting by Bob Stone and Tom Lane", ""),
        ("Varen today announced a plant.", "\nVaren makes lamps.\n\nReporting by A. Lane; editing by B. Stone", ""),
        ("Varen today announced a plant.", "\nVaren makes lamps.", ""),
        ("Varen plc today announced a plant.", "\nVaren makes lamps.", " Varen said it would not comment further."),
        ("Varen plc today announced a plant.", "\nVaren makes lamps.", " It hid two leaks, court papers show."),
        ("Varen plc today announced a plant.", "\nVaren makes lamps.", " Leaked documents suggest that it will shut."),
        ("Varen plc today announced a plant.", "\nVaren makes lamps.", " The union called the plan a disgrace."),
        ("Varen plc today announced a plant.", "\nVaren has been fined 12 times.", ""),
        ("Varen plc today announced a plant.", ": The firm was sued in 2019.", ""),
    ],
)
def test_a_report_that_ends_with_a_box_is_no_release(opening: str, about: str, more: str) -> None:
    assert _issuer_of("Varen", opening, about, more) == (False, False)


@pytest.mark.parametrize("place", ["HOLM, 3 May (Reuters)", "HOLM, May 3 (AFP)"])
def test_a_report_of_an_agency_is_no_release(place: str) -> None:
    text = (
        f"Varen opens plant\n\n{place} – Varen plc today announced a plant. More was told in its media release.\n\n"
        "About Varen\nVaren makes lamps.\n\nMedia contact: Bo Lund"
    )
    found = issuer(text, "Varen opens plant")
    assert found is None or not found.certain


def test_what_a_release_told_does_not_make_a_report_one() -> None:
    assert _issuer_of(
        "Varen", "Varen today announced a plant.", "\nVaren makes lamps.", " So it said in a press release."
    ) == (
        False,
        False,
    )


@pytest.mark.parametrize(
    ("opening", "about"),
    [
        ("Varen ASA today announced a plant.", "\nVaren makes lamps."),
        ("Varen today announced a plant.", "\nVaren makes lamps.\n\nMedia contact: Bo Lund"),
        ("Varen has opened a plant.\n\nENDS\n\nNotes to editors", "\nVaren makes lamps."),
    ],
)
def test_a_sign_of_a_release_makes_the_box_its_own(opening: str, about: str) -> None:
    assert _issuer_of("Varen", opening, about) == (False, True)


@pytest.mark.parametrize(
    ("name", "about", "person"),
    [
        ("Varen", "\nVaren makes lamps. It was founded by Bob Stone and his brother in 1970.", False),
        ("Varen", "\nVaren makes HIS systems for clinics.", False),
        ("Clear Lungs", "\nClear Lungs is a charity. Dora Hess set it up when she was 20.", False),
        ("Holm Trust", "\nHolm Trust was set up in 1990 by Ann Sample. She led it until 2019.", False),
        ("Tarn Ferries", "\nTarn Ferries runs 12 boats. Its founder was Bo Lund. He died in 1990.", False),
        ("Norrvind Line", "\nNorrvind Line operates ferries. His Majesty's navy is a customer.", False),
        ("North Sea Watch", "\nNorth Sea Watch is a charity who cares for seals.", False),
        ("Ann Sample", "\nAnn Sample leads the Holm party.", True),
        ("Ann Sample", "\nAnn Sample is a baker who employs 40 people.", True),
        ("Ann Sample", "\nAnn Sample founded the bakery group Norrbread in 1990. Her books sell well.", True),
        ("Jan Berg", "\nJan Berg was mayor until 2001. He owns a group of hotels.", True),
        ("Ann Sample", "\nBorn in Holm, she wrote 12 books.", True),
    ],
)
def test_a_body_with_a_founder_is_no_person_and_a_person_is_no_body(name: str, about: str, person: bool) -> None:
    contact = "\n\nContact: press@holm.example"
    assert _issuer_of(name, f"{name} today announced a plan.", f"{about}{contact}") == (person, not person)
