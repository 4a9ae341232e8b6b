"""The day that the head of a text gives as its own, in several languages; days of anything else are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.making import documents
from workbench.ingest.fields import Fields
from workbench.ingest.options import ReadOptions
from workbench.ingest.text_heads import offer_head

BODY = "\n\nThe mill ground 412 tonnes of rye, and 37 of its 60 sails were torn, the report says.\n"


def found(head: str, **given: str) -> tuple[str | None, str | None, bool]:
    fields = Fields(ReadOptions())
    for name, value in given.items():
        fields.offer(name, value, "the test")
    offer_head(head + BODY, fields)
    day = fields.values.get("published")
    return day and day.isoformat(), fields.values.get("publisher"), "published" in fields.guessed


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Mills of the Varen: an overview\nDate: 7 May 2019", "2019-05-07"),
        ("Mills of the Varen\nDecision date: 7 May 2019", "2019-05-07"),
        ("Mills of the Varen\nDate of publication: Tuesday, 7 May 2019, 14:30", "2019-05-07"),
        ("Mühlen am Varen\nErscheinungsdatum: 7.5.2019", "2019-05-07"),
        ("Molinos\nFecha: 03/05/2019", "2019-05-03"),
        ("Młyny\nOpublikowano: 7 maja 2019", "2019-05-07"),
        ("Млини\nДата публікації: 7 травня 2019", "2019-05-07"),
        ("Mills of the Varen\nDate: 03/05/2019", None),
        ("Mills of the Varen\nDate: soon, or on 3 May 2019 at the latest", None),
        ("Mills of the Varen\nDate of birth: 3 May 1919", None),
    ],
)
def test_a_labelled_line_states_the_day(head: str, day: str | None) -> None:
    assert found(head) == (day, None, False)


@pytest.mark.parametrize(
    "head",
    [
        "Letter from Quist Mills to the Ministry of Trade, 7 May 2019",
        "Letter of 7 May 2019 to the mayor",
        "Address by Ada Quist to the Mill Congress, Sund, 7 May 2019",
        "Speech by Ada Quist at the old mill on 7 May 2019",
        "District Court of Sund, sentencing remarks, 7 May 2019",
        "Testimony of Bo Lund (7 May 2019)",
        "Urteil des Landgerichts Sund vom 7. Mai 2019",
        "Statistisches Amt Sund, 7. Mai 2019",
        "Réponse du préfet au maire de Sund, 7 mai 2019",
        "Discurso del alcalde en Sund, el 7 de mayo de 2019",
        "Verbale del consiglio comunale, 7 maggio 2019",
        "Oświadczenie burmistrza, 7 maja 2019 r.",
        "Minutes of the Mill Committee\n7 May 2019, 18:30, Town Hall, Sund",
        "Protokoll der Sitzung\nDienstag, 7. Mai 2019, 18:00 Uhr, Rathaus, Sund",
        "Verbale della riunione\n7 maggio 2019, ore 18, Municipio, Sund",
        "Open letter to the miller\n\nSund, 7 May 2019",
        "Judgment of the court\nCase 12/2019, 7 May 2019",
        "Interview with Ada Quist\nRecorded on 7 May 2019",
        "Interview with Ada Quist. It was conducted on 7 May 2019 by Bo Lund.",
        "Mühlen am Varen\n\nSund, 7. Mai 2019. In Sund drehen sich die Mühlen.",
        "Młyny\n\nSundowo, 7 maja 2019 r. W Sundowie młyny stoją.",
        "Moulins\n\nSund, le 7 mai 2019. Les moulins tournent.",
        "Compte rendu du comité des moulins\nSund, le 7 mai 2019",
        "Offener Brief an den Müller\nSund, den 7. Mai 2019",
        "Committee on mills\nOral evidence, Tuesday 7 May 2019",
        "Mills of the Varen\nStatement by the head miller, 7 May 2019",
        "Mühlenverein Sund\nOffener Brief an den Müller, 7. Mai 2019",
        "Molinos de Sund\nCarta a los accionistas, 7 de mayo de 2019",
        "Committee on mills\nLetter to the miller, 7 May 2019\n\nThe sails will be delivered in 2020 and paid by 2022.",
    ],
)
def test_a_title_its_second_line_and_a_dateline_give_the_day_as_a_guess(head: str) -> None:
    assert found(head) == ("2019-05-07", None, True)


@pytest.mark.parametrize(
    ("head", "house"),
    [
        ("Why mills stand still\nCountry Living Monthly, 7 May 2019", "Country Living Monthly"),
        ("Mills of the Varen\nVaren Geological Survey, 7 May 2019", "Varen Geological Survey"),
        ("Quist Mills Ltd\nLetter to shareholders, 7 May 2019", "Quist Mills Ltd"),
        ("Country Milling Weekly, 7 May 2019", "Country Milling Weekly"),
        ("Gazeta Młyńska, 7 maja 2019", "Gazeta Młyńska"),
        ("Miller jailed\nSund Crown Court, 7 May 2019", None),
        ("Müller verurteilt\nLandgericht Sund, 7. Mai 2019", None),
        ("Molinos parados\nEl Diario de Sund, 7 de mayo de 2019", "El Diario de Sund"),
        ("Stille molens\nProvinciale Courant | 7 mei 2019 | 18:05", "Provinciale Courant"),
        ("Mills of the Varen\nSource: Office for Mills\n7 May 2019", "Office for Mills"),
        ("Mills of the Varen\nPublished by: Sund Mill Register\nDate: 7 May 2019", "Sund Mill Register"),
    ],
)
def test_who_published_it_stands_beside_the_day(head: str, house: str | None) -> None:
    assert found(head)[:2] == ("2019-05-07", house)


@pytest.mark.parametrize(
    "head",
    [
        "The flood of 7 May 2019",
        "Report on the flood of 7 May 2019",
        "Bericht über das Feuer vom 7. Mai 2019",
        "Invitation to the annual report of the Mill Museum, 7 May 2019",
        "Fire at the old mill, 7 May 2019",
        "Holiday, 7 May 2019",
        "Mills of the Varen\nVictory Day, 7 May 2019",
        "Mills of the Varen\nTown Hall, 7 May 2019, 8 pm",
        "Mills of the Varen\nSpring Market, 3 April 2019\nMill Museum, 7 May 2019",
        "Mills of the Varen\nSund, 7 May 1944",
        "Letter from Quist Mills, 7 May 2999",
        "Mills of the Varen\n\nThe old mill burned down on 7 May 2019 and was sold.",
        "Source: according to the miller, one hears",
        "Letter of 7 May 2016 found in an attic",
        "Wahl in Sund: Bericht vom 7. Mai 2019 bleibt geheim",
        "Report on the mill, 7 May 2019\n\nPolice came in 2021.",
        "Speech on 7 May 1963",
        "Sund, Varen, 7 May 2011. It was a quiet day. Ten years later Ada Quist still hears the mill.",
        "The day the mill stood\nSund, 7 May 1959. The sails tore.",
        "The crash\nSund, 7 May 2019\nThe sails tore at noon. Five years later the court ruled.",
        "Annual report\nBank of Sund, 31 December 2019",
        "Harbour Museum, 7 May 2019\n\nJoin us for a day of boats.",
        "Minutes\nSund, 7 May 1789",
        "Wreck of the Varen\nDate: 7 May 1997\n\nDivers found it in 2021.",
        "The fire\nRelease date: 7 May 2019\n\nThe film was seen by 40,000 people in 2021.",
        "District court, verdict, 7 May 2019\n\nThe miller was freed in 2023.",
        "Mills of the Varen\nLetter to the miller, 7 May 2019\nReport on sails, 9 May 2019",
    ],
)
def test_a_day_of_something_else_is_none(head: str) -> None:
    assert found(head)[0] is None


@pytest.mark.parametrize(
    ("line", "foot", "address", "day"),
    [
        ("VAREN, 7 May (Wire) - The mill", "© 2019 Holm Wire", None, "2019-05-07"),
        ("VAREN, May 7 (Wire) - The mill", "", "https://holm.example/2019/05/mill", "2019-05-07"),
        ("VAREN, 7 May (Wire) - The mill", "", None, None),
        ("VAREN, 7 May (Wire) - The mill", "© 2019 Holm Wire", "https://holm.example/2018/mill", None),
        ("VAREN, 7 May (Wire) - The mill", "© 2012-2019 Holm Wire", None, None),
    ],
)
def test_a_dateline_without_its_year_has_the_one_that_stands_elsewhere(
    line: str, foot: str, address: str | None, day: str | None
) -> None:
    fields = Fields(ReadOptions(url=address))
    offer_head(f"Mill burns\n\n{line}{BODY}\n{foot}\n", fields)
    assert str(fields.values.get("published")) == str(day)
    assert day is None or "published" in fields.guessed


@pytest.mark.parametrize(
    ("messages", "title", "day"),
    [
        (
            ("[07.05.2019, 09:14:22] Ada: The mill is on fire", "[08.05.2019, 09:15:01] Bo: 40 sails burned"),
            "Messages of Ada and Bo",
            "2019-05-08",
        ),
        (
            ("5/13/19, 9:14 PM - Ada: The mill burns", "5/14/19, 9:15 PM - Ada: 40 sails burned"),
            "Messages of Ada",
            "2019-05-14",
        ),
        (
            ("5/6/19, 9:14 PM - Ada: The mill burns", "5/7/19, 9:15 PM - Bo: 40 sails burned"),
            "Messages of Ada and Bo",
            "2019-05-07",
        ),
        (
            ("5/6/19, 9:14 AM - Ada: The mill burns", "11/7/19, 9:15 AM - Bo: 40 sails burned"),
            "Messages of Ada and Bo",
            "2019-11-07",
        ),
        (("[00:14] Ada: The mill burns", "[00:15] Bo: 40 sails burned"), "Ada: The mill burns", None),
    ],
)
def test_a_chat_is_called_by_who_writes_in_it_and_has_the_day_of_its_last_message(
    tmp_path: Path, messages: tuple[str, ...], title: str, day: str | None
) -> None:
    path = tmp_path / "chat.txt"
    path.write_text("\n".join(messages) + "\n", encoding="utf-8")
    (one,) = documents(path)
    assert (one.title, str(one.published)) == (title, str(day))
    assert one.text.startswith(messages[0])


@pytest.mark.parametrize(
    ("foot", "day"),
    [
        ("Signed on 7 May 2019", "2019-05-07"),
        ("Approved by the board on 7 May 2019\nAda Quist", "2019-05-07"),
        ("Fait à Sund, le 7 mai 2019", "2019-05-07"),
        ("Unterzeichnet in Sund am 7. Mai 2019", "2019-05-07"),
        ("Firmado en Sund, el 7 de mayo de 2019", "2019-05-07"),
        ("The treaty was signed on 7 May 2019", None),
        ("Signed on 7 May 2019 by 40 millers of the Varen", None),
        ("Signed on 7 May 2019\n\nIn 2023 the mill was sold.", None),
    ],
)
def test_the_last_lines_say_when_a_text_was_signed(foot: str, day: str | None) -> None:
    fields = Fields(ReadOptions())
    offer_head(f"Mills of the Varen: annual report{BODY}\n{foot}\n", fields)
    assert str(fields.values.get("published")) == str(day)
    assert day is None or "published" in fields.guessed


@pytest.mark.parametrize(
    ("head", "title", "house"),
    [
        ("Sund Borough Council\nNews release\n7 May 2019\n\nThe mill stays shut", "The mill stays shut", True),
        ("Quist Mills Ltd\nLetter to shareholders, 7 May 2019", "Letter to shareholders, 7 May 2019", True),
        ("Landesamt für Mühlen\nBericht über die Mühlen am Varen", "Bericht über die Mühlen am Varen", True),
        ("Quist Mills Ltd\nStatement by the head miller", "Statement by the head miller", True),
        ("Mills Inspectorate\nAppeal decision 12/19", "Appeal decision 12/19", True),
        ("Conseil de Sund\nCommuniqué de presse\nLe moulin reste fermé", "Le moulin reste fermé", True),
        ("Sund Borough Council\nThe mill stays shut", "Sund Borough Council", False),
        ("Sund Borough Council\nReport by Ada Quist", "Sund Borough Council", False),
        ("Council shuts the mill\nNews release", "Council shuts the mill", False),
        ("Sund Council Report\nLetter to millers", "Sund Council Report", False),
    ],
)
def test_a_title_stands_below_the_body_that_a_release_or_a_letter_is_of(head: str, title: str, *, house: bool) -> None:
    fields = Fields(ReadOptions())
    offer_head(head + BODY, fields)
    fields.guess_title(head + BODY)
    assert (fields.values["title"], "publisher" in fields.values) == (title, house)


def test_where_a_work_stands_is_no_publisher() -> None:
    fields = Fields(ReadOptions())
    offer_head(f"The mill in oil\nSite: Sund\nMedium: Oil on canvas{BODY}", fields)
    assert "publisher" not in fields.values
