"""Interviews in other languages and scripts: an answer is whoever's the head names, or nobody's, never the outlet's."""

from __future__ import annotations

import pytest

from workbench.language.text.caseless_labels import caseless_turns
from workbench.language.text.interviews_elsewhere import interview_turns_elsewhere
from workbench.language.text.layout import TextKind, layout_of

_GERMAN = (
    "{head}\n\nFrau Muster, wie viele Stellen fehlen?\n\nElf von 62. Wir suchen seit Mai.\n\n"
    "Der Senat spricht von vier.\n\nDer Senat zählt die Kranken nicht mit.\n\n"
    "Wann wird gebaut?\n\nDas hat man uns für 2027 versprochen."
)
_FRENCH = (
    "{head}\n\nLe trafic a-t-il baissé ?\nOui, de 8 %. Nous avons traité 4 millions de tonnes.\n\n"
    "Combien d'emplois ?\nCent vingt emplois dès le mois de juin."
)
_POLISH = (
    "Z Jadwigą Próbą rozmawia Karol Test\n\nIle zwierząt macie?\nDokładnie 1340 zwierząt. Rok temu było ich mniej.\n\n"
    "Kiedy otworzycie pawilon?\nOtworzymy go w marcu."
)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (_GERMAN.format(head="Die Schulleiterin Jana Muster über Personalnot und Umzug."), {"Jana Muster"}),
        (_GERMAN.format(head="Lehrermangel im Norden"), {"Frau Muster"}),
        (_GERMAN.format(head="Ein Gespräch mit Jana Muster und Ute Probe"), {"Jana Muster"}),
        (_FRENCH.format(head="Entretien avec Jean Exemple, président du port"), {"Jean Exemple"}),
        (_GERMAN.format(head="Interview mit Ute Probe"), set()),
        (_FRENCH.format(head="Entretien avec Jean Exemple et Anne Essai"), set()),
        (_FRENCH.format(head="Le port en crise"), set()),
        (_POLISH, set()),
        (
            "Clara Ejemplo, directora: «Solo 3 de cada 10 pagan»\n\n¿Cuánta gente viene?\nEl año pasado, 86.000.\n"
            "¿A qué se debe?\nA las obras. Llevamos 14 meses así.",
            {"Clara Ejemplo"},
        ),
        (
            "Intervista al sindaco Mario Prova\n\nQuanti turisti?\n\nQuasi 200mila.\n\n"
            "E prima?\n\nNe abbiamo contati meno.",
            {"Mario Prova"},
        ),
    ],
)
def test_whose_the_answers_are(text: str, who: set[str]) -> None:
    turns = interview_turns_elsewhere(text)
    if "Le port en crise" in text:
        assert turns == []
        return
    assert {turn.speaker for turn in turns if turn.speaker} == who
    assert len(turns) >= 4
    assert layout_of(text).kind is TextKind.TRANSCRIPT


def test_what_is_put_between_answers_is_not_who_answers() -> None:
    text = (
        "« On a perdu 400 adhérents »\n\nMadame Essai, combien êtes-vous ?\nNous sommes 612.\n"
        "La mairie dit vous avoir versé 90 000 euros.\nNous en avons reçu 55 000.\nEt le ponton ?\nEn avril."
    )
    turns = interview_turns_elsewhere(text)
    put = next(turn for turn in turns if "90 000" in text[turn.start : turn.end])
    assert put.speaker is None
    assert {turn.speaker for turn in turns} == {None, "Madame Essai"}


@pytest.mark.parametrize(
    "text",
    [
        "Pfand: die Fragen\n\nWas kostet es?\n\n"
        "Es kostet 25 Cent.\n\nWo gebe ich es ab?\n\nIn allen Läden des Landes.\n\n"
        "Wer hat das beschlossen?\n\nDer Bundestag stimmte im März zu.",
        "Wo ist das Geld?\n\nDie Stadt hat drei Millionen verloren.\n\nWer ist schuld?\n\nDer Kämmerer schweigt.",
        'La ciudad sin agua\n\n¿Quién paga?\n\n"Nosotros no pagaremos ni un solo euro más", dijo Ana Prueba.\n\n'
        "¿Y mañana?\n\nMañana llegarán camiones. Tenemos agua para dos días.\n\n¿Y después?\n\nNadie lo sabe.",
        "Grève : ce qu'il faut savoir\n\nCombien de trains circulent ?\nUn sur trois.\n\nPourquoi ?\n"
        "Les syndicats réclament 300 euros.\n\nSerai-je remboursé ?\nOui, en ligne.",
        "La ciudad\n\n¿Cuándo fueron los últimos cortes?\n\nEn mayo, según el informe.\n\n¿Quién paga?\n\n"
        "Los vecinos.\n\n¿Y los mínimos?\n\nNo hay servicios mínimos.",
        "Jana Muster: „Wir verlieren 40 Leute“\n\nWer zahlt das?\n\n"
        "Wir nicht. Die Stadt zahlt 3 Millionen, sagt Ute Probe.\n\n"
        "Und der Bund?\n\nDer zahlt uns nichts.",
        "Q&A\n\nHow many boats?\n\nWe lost 40 boats.\n\nWho helped?\n\nOur neighbours did.",
    ],
)
def test_explainers_and_reports_are_no_interviews(text: str) -> None:
    assert interview_turns_elsewhere(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "专访：作家林某\n记者：卖了多少册？\n林某：卖了12万册。\n记者：出版社说是20万册。\n林某：那是印数。",
            [None, "林某", None, "林某"],
        ),
        (
            "司会：赤字はいくら。\n佐藤（市長）：12億円。\n司会：来年度は。\n佐藤：8億円です。",
            [None, "佐藤", None, "佐藤"],
        ),
        (
            "المذيع: كم كلف الجسر؟\nكريم ناصر: أربعين مليونا.\nالمذيع: ومتى؟\nكريم ناصر: في مايو.",
            [None, "كريم ناصر"] * 2,
        ),
        ("时间：4月20日\n地点：市政厅\n主题：地铁\n联系人：李某", []),
        ("时间：4月20日\n地点：市政厅\n时间：4月21日\n地点：学校\n票价：40元", []),
        ("李某表示：费用增加。\n陈某质疑：去年承诺通车。\n李某表示：因为地质问题。", []),
        ("Ann: yes\nBob: no\nAnn: yes", []),
    ],
)
def test_labels_in_scripts_without_capitals(text: str, who: list[str | None]) -> None:
    assert [turn.speaker for turn in caseless_turns(text)] == who
