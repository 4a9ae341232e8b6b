"""The language of a text is told, or left open where it cannot be."""

from __future__ import annotations

import pytest

from workbench.domain.documents import Document
from workbench.ingest.languages import guess_language, with_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ferry carried more people than in any week since 2017, the council said on Monday."),
        ("de", "Die Fähre hat mehr Menschen befördert als in jeder anderen Woche, sagte der Rat am Montag."),
        ("fr", "Le ferry a transporté plus de passagers que dans toute autre semaine, selon le conseil de la ville."),
        ("es", "El ferry llevó a más personas que en cualquier otra semana, dijo el consejo de la ciudad el lunes."),
        ("it", "Il traghetto ha portato più persone che in ogni altra settimana, ha detto il consiglio della città."),
        ("pt", "A balsa levou mais pessoas do que em qualquer outra semana, disse o conselho da cidade na segunda."),
        ("nl", "De veerboot heeft meer mensen vervoerd dan in elke andere week, zei de raad van de stad op maandag."),
        (
            "pl",
            "Prom przewiózł więcej osób niż w jakimkolwiek innym tygodniu, co jest dla miasta rekordem, jak podano.",
        ),
        ("ru", "Паром перевёз больше людей, чем за любую другую неделю, сообщил совет."),
        ("uk", "Пором перевіз більше людей, ніж за будь-який інший тиждень, повідомила її рада."),
        ("el", "Το πλοίο μετέφερε περισσότερους ανθρώπους από κάθε άλλη εβδομάδα."),
        ("ar", "نقلت العبارة عددا من الناس أكبر مما نقلته في أي أسبوع آخر."),
        ("ja", "フェリーは他のどの週よりも多くの人を運んだと市議会は述べた。"),
        ("zh", "市议会表示，渡轮运送的人数比其他任何一周都多。"),
        ("hi", "पुल पर १४० लोग थे। पुल १९५४ में बना था।"),
        ("ne", "पुलमा १४० जना मानिस थिए। पुल १९५४ मा बनेको थियो र यो पुरानो छ।"),
        ("mr", "पुलावर १४० लोक होते. पूल १९५४ मध्ये बांधला होता आणि तो जुना आहे."),
        ("ko", "시의회는 페리가 다른 어느 주보다 많은 사람을 태웠다고 밝혔다."),
    ],
)
def test_languages_are_told_apart(language: str, text: str) -> None:
    assert guess_language(text) == language


@pytest.mark.parametrize(
    "text", ["", "1,200", "Ferry", "x y z q w", "Ostmouth", "NATO troops Ostmouth", "GDP 2.3 bn", "\x00\ud800 ☃"]
)
def test_too_little_is_no_language(text: str) -> None:
    assert guess_language(text) is None


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ("en-GB", "en"), ("en_US", "en"), (" EN ", "en"), ("English", "en"), ("eng", "en"), ("englisch", "en"),
        ("de-AT", "de"), ("zh-Hant-TW", "zh"), ("cy", "cy"),
    ],
)  # fmt: skip
def test_a_stated_language_is_told_without_its_country_and_by_no_other_name(stated: str, told: str) -> None:
    text = "The ferry carried more people than in any week since 2017, the council said on Monday."
    assert with_language(Document(text, "", "ferry.txt", "", language=stated)).language == told


def test_a_stated_language_stays_as_it_is_where_the_text_tells_nothing() -> None:
    assert with_language(Document("12", "", "ferry.txt", "", language="klingon")).language == "klingon"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Kreistag hat am Montag über das Schwimmbad beraten. Die Liste wurde übergeben.", "de"),
        ("Le tribunal a relaxé l'ancien trésorier du club. Les juges ont estimé que l'argent avait été rendu.", "fr"),
        ("El mercado de flores abre los martes. Tiene 48 puestos y un aparcamiento.", "es"),
        ("東京医院は一万二千名を受け入れた。", "ja"),
        ("The dam cost 45 million – “quoted” café owners say.", None),
        ("Station: Holm bridge; Day: 3 June 2023; Level (m): 4.2", None),
        ("Nur Din and Van der Berg van Holm", None),
        ("Two die in Holm fire – police", None),
        ("El Niño hits Las Vegas and La Paz", None),
        ("José de la Cruz y Pérez, 44, of San José", None),
        ("Naïve café owners; de facto; per se; Le Monde et La Stampa", None),
        ("Los Angeles, El Paso, Las Cruces", None),
    ],
)
def test_a_row_without_a_language_has_one_where_it_is_surely_no_english(text: str, language: str | None) -> None:
    row = Document(text=text, title="", origin="rows.jsonl:1", sha256="0")
    assert with_language(row).language == language
