"""Lines that tell of the text itself carry no claim, in the languages that are read; facts with a day stay."""

from __future__ import annotations

import pytest

from workbench.language.article import split_article
from workbench.language.text.publication_lines import tells_of_its_text, tells_when

WHEN = (
    "Published: 9 June 2023",
    "Story updated Friday, 9 June 2023 at 8:00 a.m.",
    "Date: 9 June 2023",
    "Veröffentlicht: 9. Juni 2023",
    "Stand: 9. Juni 2023, 14:30 Uhr",
    "Publié le vendredi 9 juin 2023 à 17 h 20",
    "Mis à jour le 09/06/2023 à 8h",
    "Publicado el 9 de junio de 2023",
    "Última actualización: 09/06/2023 08:00",
    "Aggiornato il 9 giugno 2023 alle 10:15",
    "Atualizado em 9 de junho de 2023 às 10h15",
    "Laatst bijgewerkt: 9 juni 2023",
    "Uppdaterad 9 juni 2023 kl 10.15",
    "Opublikowano: 9 czerwca 2023",
    "Ostatnia aktualizacja 9.06.2023, godz. 12:30",
    "Опубліковано: 9 червня 2023 року",
    "Обновлено 9 июня 2023 г. в 10:15",
    "Varen, 9 June 2023.",
    "Sundowo, 9 czerwca 2023 r.",
    "St. Varen, 9 June 2023",
    "Varen, den 9. Juni 2023",
)
OF_THE_TEXT = (
    "This article was amended on 9 June 2023 to correct the number of mills.",
    "The headline of this story was changed on 9 June 2023.",
    "Editor's note: This story has been updated to include a statement from the miller.",
    "An earlier version of this article misstated the price of the mill.",
    "Dieser Artikel wurde am 9. Juni 2023 korrigiert.",
    "In einer früheren Fassung dieses Textes hieß es, die Mühle habe 50 Kronen gekostet.",
    "Cet article a été modifié le 9 juin 2023.",
    "Este artículo fue corregido el 9 de junio de 2023.",
    "Questo articolo è stato modificato il 9 giugno 2023.",
    "Este texto foi atualizado em 9 de junho de 2023.",
    "Dit artikel is op 9 juni 2023 aangepast.",
    "Artikeln rättades den 9 juni 2023.",
    "W pierwotnej wersji tekstu podano błędną kwotę.",
    "Матеріал оновлено 9 червня 2023 року.",
    "Статья обновлена 9 июня 2023 года.",
    "This article was updated on March 4, 2022.",
    "This story was originally published on 4 March 2022.",
    "This story was first published at 10:15 on 4 March 2022.",
    "This story has been updated with comment from the harbour office.",
    "This piece was updated after publication.",
    "This piece was originally published in The Norrvind Courier.",
    "This article was first published by the Norrvind Courier on 4 March 2022.",
    "This interview was edited for length and clarity.",
    "Correction: this article was changed on 4 March 2022 because an earlier version misstated the price.",
    "Dieser Beitrag wurde am 4. März 2022 um 10:15 Uhr aktualisiert.",
    "Cet article a été corrigé pour préciser le prix.",
    "Questo articolo è stato aggiornato il 4 marzo 2022.",
    "Esta reportagem foi atualizada às 10h15 de 4 de março de 2022.",
    "Dit artikel is aangepast om de prijs te corrigeren.",
    "Artikeln uppdaterades den 4 mars 2022 kl 10.15.",
)
FACTS = (
    "The report was published on 9 June 2023.",
    "Ada Quist died on 9 June 2023.",
    "Ada Quist. Released 9 June 2023.",
    "Born 9 June 1923.",
    "Sentenced 9 June 2023.",
    "This article of the constitution was amended in 1994 to let women vote.",
    "This story is published by 40 papers.",
    "This post was abolished in 2023.",
    "Updated maps of 9 June 2023 show two mills.",
    "Varen, 9 June 2023, was hit by a storm that broke 40 mills.",
    "Der Bericht wurde am 9. Juni 2023 veröffentlicht.",
    "Das Gesetz wurde am 9. Juni 2023 geändert.",
    "L'article 5 a été modifié le 9 juin 2023.",
    "L'articolo 5 è stato modificato il 9 giugno 2023.",
    "Статья 5 была изменена 9 июня 2023 года.",
    "This story was first published by the Holm Gazette in 2019, after 40 residents had died at the plant.",
    "The headline of this story was changed after the minister said 40 people had died.",
    "This page was removed by the ministry on 3 May 2019 after 300 complaints.",
    "The original version of this report had 40 pages on the killing of 12 people.",
    "Texten har ändrats av riksdagen 2019.",
    "Artikeln publicerades 1895 och gjorde 40 personer kända.",
    "Материал обновлён в 2019 году после гибели 12 человек.",
    "Dieser Artikel wurde von 40 Zeitungen im Jahr 2019 veröffentlicht.",
    "This article was removed by the court on 4 March 2022 and its writer was jailed.",
    "This column was published while the pier was burning.",
    "This story has been updated to reflect that two divers died.",
    "This post was removed by the network because it named the victim.",
    "This interview was published in Norrvind two days before he was shot.",
    "Dieser Bericht wurde unter Druck der Regierung geändert.",
    "Cet article a été modifié sous la pression du ministre.",
    "Texten ändrades av riksdagen den 4 mars 2022.",
    "Ten artykuł został zmieniony po skardze ministra.",
    "Статья была обновлена после жалобы министра.",
    "Статтю оновлено після скарги міністра.",
    "In der ursprünglichen Fassung des Berichts fehlten 40 Seiten über den Unfall.",
    "This podcast was published weekly until the presenter was arrested.",
    "This article was published in the Varen Herald in 2021, costing its editor 4,000 kroner.",
    "Dieser Beitrag wurde nach Drohungen gegen die Autorin am 7. Juni 2021 bearbeitet.",
    "Questa notizia è stata pubblicata mentre bruciavano 12 case.",
    "Этот материал был обновлён по требованию суда.",
)


@pytest.mark.parametrize("line", WHEN)
def test_lines_that_tell_when_a_text_came_out(line: str) -> None:
    assert tells_when(line)


@pytest.mark.parametrize("sentence", OF_THE_TEXT)
def test_sentences_that_tell_how_a_text_was_changed(sentence: str) -> None:
    assert tells_of_its_text(sentence)


@pytest.mark.parametrize("line", FACTS)
def test_facts_that_only_look_so(line: str) -> None:
    assert not tells_when(line)
    assert not tells_of_its_text(line)


@pytest.mark.parametrize(
    ("language", "lines", "claims"),
    [
        (
            "en",
            ("Mill sold", "Date: 9 June 2023", "The town sold 40 mills.", OF_THE_TEXT[0]),
            ["The town sold 40 mills"],
        ),
        (
            "de",
            ("Mühle verkauft", "Veröffentlicht: 9. Juni 2023", "Varen, 8. Juni 2023. Die Stadt verkaufte 40 Mühlen."),
            ["Die Stadt verkaufte 40 Mühlen"],
        ),
        (
            "pl",
            (
                "Młyn sprzedany",
                "Opublikowano: 9 czerwca 2023",
                "Sundowo, 8 czerwca 2023 r. Miasto sprzedało 40 młynów.",
            ),
            ["Miasto sprzedało 40 młynów"],
        ),
        (
            "uk",
            (
                "Млин продано",
                "Київ, 8 червня 2023 року. Місто продало 40 млинів.",
                "Матеріал оновлено 9 червня 2023 року.",
            ),
            ["Місто продало 40 млинів"],
        ),
    ],
)
def test_only_what_tells_of_the_world_is_a_claim(language: str, lines: tuple[str, ...], claims: list[str]) -> None:
    found = split_article("\n\n".join(lines), title=lines[0], language=language)
    assert [one.quote.strip(". ") for one in found.claims if one.start >= found.blocks[1].start] == claims


def test_what_sets_a_price_right_behind_a_semicolon_stays() -> None:
    text = "Mill sold\n\nAn earlier version of this article gave 2 million; the mill cost 3 million kroner in 2023."
    assert "3 million" in " ".join(one.quote for one in split_article(text, title="Mill sold").claims)
