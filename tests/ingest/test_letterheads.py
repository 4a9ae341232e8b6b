# ruff: noqa: E501 - heads stand as people write them
"""Who a letter or release is from, and where they are, is no title of it."""

from __future__ import annotations

import pytest

from workbench.ingest.fields import Fields
from workbench.ingest.letterheads import letterhead_end
from workbench.ingest.options import ReadOptions
from workbench.ingest.text_heads import offer_head

TEXT = (
    "The toll rises by 60 cents on 1 April, the ministry said, and traffic is to fall by 9 percent in the year after.\n"
    "\nThe bridge was built in 1938."
)
HEADS = [
    (
        (
            "Ministry of Roads and Bridges\n"
            "14 Harbour Street, Quill 4021\n"
            "Tel. +44 1234 567890\n"
            "Press release\n"
            "Toll on the Tarn bridge rises to 4.80\n"
            "Quill, 6 March 2023\n"
        )
        + TEXT,
        "Toll on the Tarn bridge rises to 4.80",
        "2023-03-06",
        "Ministry of Roads and Bridges",
    ),
    (
        (
            "QUILL WATER BOARD\n"
            "P.O. Box 12\n"
            "Quill 4021\n"
            "www.quillwater.example\n"
            "\n"
            "6 March 2023\n"
            "\n"
            "Pumps for the lower town\n"
            "\n"
        )
        + TEXT,
        "Pumps for the lower town",
        "2023-03-06",
        "",
    ),
    (
        (
            "Velltec Inc.\n"
            "1200 Main Street, Orsby, OH 45014\n"
            "Media contact: Jo Park, +1 555 123 4567\n"
            "\n"
            "FOR IMMEDIATE RELEASE\n"
            "\n"
            "Velltec to close plant in Orsby\n"
            "\n"
            "ORSBY, Ohio, October 4, 2023 -- "
        )
        + TEXT,
        "Velltec to close plant in Orsby",
        "2023-10-04",
        "Velltec Inc.",
    ),
    (
        "Bezirksamt Altenrode\n"
        "Pressestelle\n"
        "Hauptstraße 5\n"
        "10117 Altenrode\n"
        "Telefon: 030 123456-0\n"
        "\n"
        "Pressemitteilung Nr. 112\n"
        "\n"
        "Brücke wird gesperrt\n"
        "\n"
        "Altenrode, 24. August 2022\n"
        "\n"
        "Die Brücke wird vom 1. September an gesperrt, teilte das Amt mit.",
        "Brücke wird gesperrt",
        "2022-08-24",
        "Bezirksamt Altenrode",
    ),
    (
        "Préfecture du Val\n"
        "12, rue de la Paix\n"
        "75007 Paris\n"
        "Tél : 01 23 45 67 89\n"
        "\n"
        "Communiqué de presse\n"
        "\n"
        "Grippe : 1 264 passages aux urgences\n"
        "\n"
        "Paris, le 11 janvier 2023\n"
        "\n"
        "Les services ont reçu 1 264 patients.",
        "Grippe : 1 264 passages aux urgences",
        "2023-01-11",
        "Préfecture du Val",
    ),
    (
        "Ann Lee\n"
        "4 Mill Lane\n"
        "Quill QL1 2AB\n"
        "ann@lee.example\n"
        "\n"
        "3 May 2021\n"
        "\n"
        "The Chair\n"
        "Quill Water Board\n"
        "\n"
        "Dear Mr Holt,\n"
        "\n"
        "Re: The leak in Mill Lane\n"
        "\n"
        "The leak has cost us 400 pounds.",
        "The leak in Mill Lane",
        "2021-05-03",
        "",
    ),
    (
        "Ann Lee\n"
        "4 Mill Lane\n"
        "Quill QL1 2AB\n"
        "\n"
        "3 May 2021\n"
        "\n"
        "Dear Mr Holt,\n"
        "\n"
        "The leak has cost us 400 pounds, and nobody has come since March although I wrote three times.",
        "The leak has cost us 400 pounds, and nobody…",
        "2021-05-03",
        "",
    ),
    (
        "Ayuntamiento de Torrelodar\n"
        "Plaza Mayor, 1\n"
        "28250 Torrelodar\n"
        "\n"
        "Nota de prensa\n"
        "\n"
        "El embalse alcanza el 71,4 %\n"
        "\n"
        "3 de febrero de 2022\n"
        "\n"
        "El embalse almacena 412 hectómetros cúbicos.",
        "El embalse alcanza el 71,4 %",
        "2022-02-03",
        "Ayuntamiento de Torrelodar",
    ),
    (
        "Comune di Valgrana · Via Roma 12 · 12020 Valgrana · Tel. 0171 98765\n"
        "\n"
        "Bollette, il comune rimborsa 2.300 famiglie\n"
        "\n"
        "Valgrana, 7 marzo 2022\n"
        "\n"
        "Il comune restituirà 86 euro a famiglia.",
        "Bollette, il comune rimborsa 2.300 famiglie",
        "2022-03-07",
        "",
    ),
    (
        "Gemeente Zandwijk\n"
        "Postbus 20\n"
        "3500 AB Zandwijk\n"
        "\n"
        "Betreft: Sluiting van de brug\n"
        "\n"
        "Geachte bewoners,\n"
        "\n"
        "De brug sluit op 1 juni voor drie weken.",
        "Sluiting van de brug",
        "",
        "",
    ),
    (
        "Urząd Miasta Orlau\n"
        "ul. Długa 7\n"
        "00-950 Orlau\n"
        "\n"
        "Komunikat prasowy\n"
        "\n"
        "Most zamknięty do 14 czerwca\n"
        "\n"
        "Most jest zamknięty, poinformował urząd.",
        "Most zamknięty do 14 czerwca",
        "",
        "Urząd Miasta Orlau",
    ),
    (
        "Friends of the Baths\n"
        "22 Mill Lane, Stourley ST4 5AB\n"
        "Tel: 01234 567890\n"
        "\n"
        "PRESS RELEASE\n"
        "14 June 2023\n"
        "\n"
        "The pool can be saved for 780,000 pounds\n"
        "\n"
        "The group has 4,117 signatures.",
        "The pool can be saved for 780,000 pounds",
        "2023-06-14",
        "",
    ),
    (
        "DEPARTMENT OF TRANSPORT\n"
        "Office of Public Affairs\n"
        "1200 New Road, Washington, DC 20590\n"
        "www.dot.example/news\n"
        "\n"
        "Contact: Press Office, (202) 555-0100\n"
        "\n"
        "Monday, March 6, 2023\n"
        "\n"
        "Department fines airline $4.1 million\n"
        "\n"
        "The airline must pay 4.1 million dollars.",
        "Department fines airline $4.1 million",
        "2023-03-06",
        "DEPARTMENT OF TRANSPORT",
    ),
    (
        "MEMORANDUM\n"
        "\n"
        "TO: All ward managers\n"
        "FROM: Hanne Lyd, Chief Executive\n"
        "DATE: 12 April 2022\n"
        "SUBJECT: Closure of ward 4\n"
        "\n"
        "The trust will close ward 4 for eleven weeks from 3 June, its chief executive said. About 1,140 patients are affected.",
        "Closure of ward 4",
        "2022-04-12",
        "",
    ),
    (
        "Valley Hospitals NHS Trust\n"
        "Trust Headquarters, Rowan House, Mill Road, Ambry AM3 4RT\n"
        "Switchboard: 01234 567 890 | www.valley.example\n"
        "\n"
        "Closure of ward 4\n"
        "\n"
        "12 April 2022\n"
        "\n"
        "The trust will close ward 4 for eleven weeks from 3 June, its chief executive said. About 1,140 patients are affected.",
        "Closure of ward 4",
        "2022-04-12",
        "",
    ),
    (
        "Senator Jo Park\n"
        "418 Dirksen Building\n"
        "Washington, DC 20510\n"
        "(202) 555-0143\n"
        "\n"
        "For Immediate Release\n"
        "May 3, 2021\n"
        "\n"
        "Park: bridge money must come now\n"
        "\n"
        "The trust will close ward 4 for eleven weeks from 3 June, its chief executive said. About 1,140 patients are affected.",
        "Park: bridge money must come now",
        "2021-05-03",
        "",
    ),
    (
        "Trafikkontoret\n"
        "Box 2554\n"
        "403 17 Göteborg\n"
        "031-123 45 67\n"
        "\n"
        "Pressmeddelande 2022-05-18\n"
        "\n"
        "Bron stängs i sommar\n"
        "\n"
        "Bron stängs från den 1 juni, säger kontoret.",
        "Bron stängs i sommar",
        "2022-05-18",
        "",
    ),
    (
        "Harbour Museum | 4 Quay Road | Quill | 01234 567890 | info@museum.example\n"
        "\n"
        "NEWS\n"
        "\n"
        "Museum counts its millionth visitor\n"
        "\n"
        "The museum welcomed its millionth visitor on Sunday, its director said.",
        "Museum counts its millionth visitor",
        "",
        "",
    ),
    (
        "St Mary's Primary School\n"
        "Headteacher: Mrs P. Orr\n"
        "Church Lane, Stourley, ST1 9ZZ\n"
        "\n"
        "14 June 2023\n"
        "\n"
        "Dear parents and carers,\n"
        "\n"
        "The school will be shut on 21 June because of the heat, as 14 rooms are above 30 degrees.",
        "The school will be shut on 21 June because…",
        "2023-06-14",
        "",
    ),
    (
        "Assessorato alla Salute\n"
        "Ufficio Stampa\n"
        "via Garibaldi, 3 - 12020 Valgrana\n"
        "stampa@salute.example\n"
        "\n"
        "COMUNICATO STAMPA N. 41\n"
        "\n"
        "Vaccini, superate le 18.640 dosi\n"
        "\n"
        "Valgrana, 5 ottobre 2022 – La campagna ha superato le 18.640 dosi.",
        "Vaccini, superate le 18.640 dosi",
        "2022-10-05",
        "",
    ),
    (
        "Port of Selby\n"
        "Media Relations\n"
        "Marta Hale, 555-0142\n"
        "\n"
        "April 12, 2023\n"
        "\n"
        "Harbour traffic rose in March\n"
        "\n"
        "The port handled 826,070 tonnes in March.",
        "Harbour traffic rose in March",
        "2023-04-12",
        "",
    ),
    (
        "Universität Altenrode\n"
        "Hochschulkommunikation\n"
        "Schlossplatz 2 | 48149 Altenrode\n"
        "www.uni.example\n"
        "\n"
        "17. Mai 2022\n"
        "\n"
        "Bienen steuern nach Mondlicht\n"
        "\n"
        "Bienen hielten ihren Kurs auf 4,2 Grad genau.",
        "Bienen steuern nach Mondlicht",
        "2022-05-17",
        "Universität Altenrode",
    ),
    (
        "Ambulance Service of Quill\n"
        "Headquarters\n"
        "9 Station Road\n"
        "Quill QL2 2AA\n"
        "\n"
        "9 January 2023\n"
        "\n"
        "Crews answered 1,204 calls on New Year's Eve\n"
        "\n"
        "The trust will close ward 4 for eleven weeks from 3 June, its chief executive said. About 1,140 patients are affected.",
        "Crews answered 1,204 calls on New Year's Eve",
        "2023-01-09",
        "",
    ),
    (
        "Kreisverwaltung Holm · Postfach 1140 · 24901 Holm\n"
        "\n"
        "Öffentlichkeitsarbeit: Jan Weir, Tel. 0461 12345\n"
        "\n"
        "Holm, 9. Januar 2023\n"
        "\n"
        "Kreis erhöht Müllgebühren um 12 Prozent\n"
        "\n"
        "Der Kreis erhöht die Gebühren um 12 Prozent.",
        "Kreis erhöht Müllgebühren um 12 Prozent",
        "2023-01-09",
        "",
    ),
    (
        "SELBY SHIPPING LINES PLC\n"
        "Registered office: 1 Dock Street, Selby SB1 1AA\n"
        "Company no. 04412345\n"
        "\n"
        "Half-year results\n"
        "\n"
        "12 August 2022\n"
        "\n"
        "Revenue rose by 4.1 per cent to 88.2 million pounds.",
        "Half-year results",
        "2022-08-12",
        "",
    ),
    (
        "Conseil municipal de Valbourg\n"
        "Mairie, place de l'Église\n"
        "26400 Valbourg\n"
        "\n"
        "Objet : fermeture de la piscine\n"
        "\n"
        "Madame, Monsieur,\n"
        "\n"
        "La piscine ferme le 1er juin.",
        "fermeture de la piscine",
        "",
        "",
    ),
    (
        "The Rt Hon Jo Park MP\n"
        "House of Commons, London SW1A 0AA\n"
        "jo.park@parliament.example\n"
        "\n"
        "14 June 2023\n"
        "\n"
        "Dear Minister,\n"
        "\n"
        "I write about the 4,117 signatures against the closure of the baths in Stourley.",
        "I write about the 4,117 signatures against…",
        "2023-06-14",
        "",
    ),
    (
        "TEKNISKA VERKEN\n"
        "Kundtjänst 0771-12 34 56\n"
        "www.verken.example\n"
        "\n"
        "Pressmeddelande\n"
        "\n"
        "Vattnet stängs av i tre dagar\n"
        "\n"
        "Vattnet stängs av från den 3 juni, säger bolaget.",
        "Vattnet stängs av i tre dagar",
        "",
        "",
    ),
    (
        "U.S. Geological Office\n"
        "Dry Creek Field Station\n"
        "88 Canyon Rd\n"
        "Dry Creek, AZ 85001\n"
        "\n"
        "Water levels in nine wells, 2018-2022\n"
        "\n"
        "Levels fell by 41 feet.",
        "Water levels in nine wells, 2018-2022",
        "",
        "",
    ),
    (
        "Instituto Nacional de Aguas\n"
        "Av. Central 400, Piso 3\n"
        "C.P. 06000 Ciudad Lonnay\n"
        "Tel. (55) 1234 5678\n"
        "\n"
        "Boletín de prensa 14/22\n"
        "\n"
        "Presas al 71,4 por ciento\n"
        "\n"
        "Las presas están al 71,4 por ciento.",
        "Presas al 71,4 por ciento",
        "",
        "Instituto Nacional de Aguas",
    ),
]
NEAR = [
    "Fire at 14 Harbour Street\n\nA fire at 14 Harbour Street in Quill cost two lives on Monday.\n\nThe house was built in 1938.",
    "Open day at the museum\n4 Mill Lane, Quill\n3 May 2025\n\nCome and see.",
    "Tarn bridge closed\nQuill 4021 drivers take another way\n\n" + TEXT,
    "The man who lived at 10 Downing Street\n\nBy Ann Lee\n\n" + TEXT,
    "Toll rises\n\nwww.quill.example\n\n" + TEXT,
    "Via Roma 12\n\nA novel by Carla Benzi\n\nThe house stood empty for 30 years.",
    "Main Street 2023\n\nShops on Main Street closed one after another, the council said.",
    "Dear John,\n\nI write to you because of 400 pounds.",
    "Council sells 12 Mill Lane for 1.2 million\n\nCouncillors voted 9 to 6.",
    "Number 10 Park Lane\nHouse prices in 2022\n\nHouse prices rose by 9 percent in Park Lane.",
    "1600 Pennsylvania Avenue\n\nHow a house became an address, and what it cost: 232,372 dollars.",
    "Call +44 1234 567890 to win\n\nThe number was called 14,000 times in a day, the regulator said.",
    "Postfach 12\n\nEin Roman.\n\nDas Postfach war leer.",
    "Quill Water Board\n\nThe board spent 14 million on pumps.",
    "Harbour Street To Close\n\nPress Officers Say Works Last A Month\n\nHarbour Street will close on 3 June for 30 days, the council said.",
    "Contact Sports In Schools\n\nMedia Reports And The Facts\n\nThe number of injured pupils rose to 412.",
    "Ten Days That Shook Quill\n\n14 January 2023\n\nThe Flood\n\nThe flood came at night.",
    "How to reach us: www.quill.example\n\nThe site was visited 14,000 times.",
    "Best Places To Eat\n\n1. Old Mill, 4 Mill Lane, Quill QL1 2AB, Tel. 01234 567890\n2. Quay House, 9 Quay Road, Quill QL1 3AB\n\nThe Old Mill was opened in 1938.",
    "Murder In Mill Lane\n\nQuill QL1 2AB, 3 May 1921. A man is found dead.\n\nIt was never solved.",
    "The Press And The War\n\nNo. 14\n\nA Lecture By Ann Lee\n\nThe press of 1914 printed 41 million copies a week.",
    "Dear Diary\n\nA play by Ann Lee\n\nThe play ran for 41 nights.",
    "Re: Union\n\nHow nine clubs became one in 2019, and what it cost.",
    "From: Quill\nTo: Lonnay\n\nThe ferry takes 40 minutes and costs 12 crowns.",
    "Emergency numbers\n\nPolice 110\nFire 112\n\nThe numbers were called 14,000 times.",
]


def fields_of_text(text: str) -> Fields:
    fields = Fields(ReadOptions())
    offer_head(text, fields)
    if "title" not in fields.values:
        fields.guess_title(text)
    return fields


@pytest.mark.parametrize(("text", "title", "day", "publisher"), HEADS)
def test_the_title_stands_below_the_letterhead(text: str, title: str, day: str, publisher: str) -> None:
    fields = fields_of_text(text)
    assert fields.values["title"] == title
    assert str(fields.values.get("published") or "") == day
    assert fields.values.get("publisher", "") == publisher


@pytest.mark.parametrize("text", NEAR)
def test_a_heading_that_only_looks_like_a_letterhead_stays(text: str) -> None:
    assert letterhead_end(text) == ("", 0)
    if not text.startswith("Dear John"):
        assert fields_of_text(text).values["title"] == text.partition("\n")[0]


def test_a_letter_without_a_heading_is_called_by_its_first_words() -> None:
    assert fields_of_text("Dear John,\n\nI write to you because of 400 pounds.").values["title"] == "I write to you…"


@pytest.mark.parametrize(
    "text",
    [
        "Holm Borough Council\nPlanning Office\n4 Quay Road\nHolm HO1 2AB\n\nDear Sir or Madam,\n\nI object to the plan.",
        "Ann Lee\n12 Mill Lane\nHolm\n\nBank of Holm\n4 Quay Road\nHolm HO1 2AB\n\nDear Sirs,\n\nYou took 300 euros.",
        "Harbour Museum\n4 Quay Road, Holm\nThree hundred ships and no story\n\nBy Ann Lee\n\nThe museum opened in 1938.",
        "Bank of Holm\nTel. 0800 123 4567\nHow a hotline cost savers 3 million euros\n\nThe bank has 14 branches.",
    ],
)
def test_whom_a_letter_is_to_and_what_a_text_is_about_publishes_nothing(text: str) -> None:
    assert "publisher" not in fields_of_text(text).values
