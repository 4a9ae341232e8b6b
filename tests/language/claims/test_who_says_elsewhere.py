"""Who says it in other languages: where a source ends, what was not said, and whose words go on."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.language.article import split_article


def speakers(language: str, text: str) -> list[str | None]:
    found = split_article(text, language=language, published=date(2025, 5, 6))
    return [claim.speaker for claim in found.claims]


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("fr", "Selon la police trois personnes sont mortes.", "la police"),
        ("fr", "Selon un rapport de la cour auquel nous avons eu accès, 300 postes manquent.", "un rapport de la cour"),
        ("fr", "Selon une étude de l'université publiée jeudi, 300 espèces ont disparu.", "une étude de l'université"),
        ("es", "Según la policía murieron tres personas.", "la policía"),
        ("es", "Según el alcalde la obra costará dos millones.", "el alcalde"),
        (
            "es",
            "Según un informe de la junta al que tuvo acceso este diario, faltan 300 camas.",
            "un informe de la junta",
        ),
        ("es", "Según fuentes policiales, el hombre huyó de la casa.", "fuentes policiales"),
        (
            "it",
            "Secondo i geologi dell'Università di Tresto la parete si muoveva.",
            "i geologi dell'Università di Tresto",
        ),
        ("it", "Secondo la procura l'incendio è doloso.", "la procura"),
        ("it", "Secondo gli inquirenti il movente è un debito.", "gli inquirenti"),
        ("pt", "Segundo a polícia morreram três pessoas.", "a polícia"),
        ("fr", "Le préfet a pour sa part indiqué que 41 sites seraient contrôlés.", "Le préfet"),
        ("fr", "La maire a assuré, mercredi soir, que le pont rouvrirait en juin.", "La maire"),
        ("pt", "A ministra garantiu, no Parlamento, que nenhuma escola vai fechar.", "A ministra"),
        ("es", "La ministra aseguró, en una rueda de prensa, que el puente abrirá en junio.", "La ministra"),
        ("it", "La sindaca Anna Prova: «Non è arrivato un euro in tre anni».", "Anna Prova"),
        ("it", "«Non è arrivato un euro in tre anni», accusa la sindaca Anna Prova.", "Anna Prova"),
        ("es", "El alcalde Luis Prueba: «Cerramos la piscina de abajo».", "Luis Prueba"),
        ("es", "Responde el Sr. Prueba que la subida es del 2,5 %.", "el Sr. Prueba"),
        ("es", "El concejal de Hacienda, Sr. Prueba, expone que el gasto sube.", "Sr. Prueba"),
        ("de", "Staatsanwalt Jan Muster sprach von einem »System der Willkür«.", "Jan Muster"),
        ("de", "»Ich konnte nachts nicht mehr schlafen«, erzählte die 44-Jährige vor Gericht.", "die 44-Jährige"),
        ("it", "«Ha tradito chi si fidava di lui», ha detto la pm nella requisitoria.", "la pm"),
        ("ar", "أصيب 12 شخصا في انهيار جسر، بحسب ما أعلنت وزارة الأشغال.", "وزارة الأشغال"),
        ("de", "Nach Angaben der Polizei, die Jan Muster bestreitet, kamen 300 Menschen.", "Polizei"),
        ("pl", "– Miasto straciło 3 mln – powiedział Jan Próba. – To nieprawda – odparł Adam Test.", "Adam Test"),
        ("de", "Im Landkreis Muster warten einer Umfrage zufolge 62 Prozent auf Geld.", "eine Umfrage"),
        ("fr", "« Les chiffres disent tout l'inverse », lui a répondu la présidente.", "la présidente"),
        (
            "it",
            "Il ponte riapre. Lo ha detto il presidente, Carlo Prova, a margine di un convegno.",
            "Carlo Prova",
        ),
        ("de", "Eine Frau starb auf der B 115. Das teilte die Polizei am Dienstagmorgen mit.", "die Polizei"),
        ("fr", "D'après un sondage commandé par la mairie, 88 % des habitants sont contre.", "un sondage"),
        ("zh", "据知情人士透露，该食堂曾被罚款5万元。", "知情人士"),
        ("zh", "局长张三10月21日表示,地铁将推迟通车。", "局长张三"),
    ],
)
def test_where_the_words_for_who_says_it_end(language: str, text: str, who: str) -> None:
    assert speakers(language, text)[-1] == who


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Dass 300 Menschen gestorben seien, sagte Anna Muster nicht."),
        ("de", "Anna Muster hätte sagen müssen, dass 300 Menschen gestorben sind."),
        ("de", "Minister Uwe Muster wollte nicht sagen, wann die Brücke öffnet."),
        ("nl", "Wethouder Petra Proef zou zeggen dat de brug dicht is."),
        ("fr", "Selon le syndicat majoritaire la direction ment."),  # where the source ends is not told
        ("it", "Secondo l'accusa Prova avrebbe venduto titoli per 11,7 milioni."),
        ("es", "Según el diario El Ensayo la deuda subió."),
        ("fr", "Luc Essai aurait dit que le barrage a 40 fissures."),
        ("fr", "Le budget de la ville : « une catastrophe » pour l'opposition."),
    ],
)
def test_what_was_not_said_is_nobodys(language: str, text: str) -> None:
    assert speakers(language, text) == [None]


def test_he_is_not_the_body_that_accused_him() -> None:
    text = "L'opposition accuse M. Essai d'avoir caché un rapport de 2019. « C'est faux », a-t-il répondu."
    assert speakers("fr", text) == ["L'opposition", None]
    text = "La ministre a dit que le pont ferme. « Nous n'avons pas le choix », a-t-elle ajouté."
    assert speakers("fr", text) == ["La ministre", "La ministre"]


@pytest.mark.parametrize(
    ("language", "text", "whos"),
    [
        ("es", "—Yo no falsifico actas —dijo Prueba—. Las firma el secretario.", ["Prueba", "Prueba"]),
        ("pl", "– Wyjścia były zamknięte – powiedziała Ala Próba. – Kluczy nie było.", ["Ala Próba", "Ala Próba"]),
        ("es", "—Yo no falsifico actas —dijo Prueba. El secretario firma las actas.", ["Prueba", None]),
    ],
)
def test_words_go_on_behind_the_dash_that_closes_who_said_them(
    language: str, text: str, whos: list[str | None]
) -> None:
    assert speakers(language, text) == whos


@pytest.mark.parametrize(
    ("asked", "answered"),
    [("Frage", "Antwort"), ("Pregunta", "Respuesta"), ("Question ", "Réponse "), ("Вопрос", "Ответ")],
)
def test_labels_of_questions_are_nobodys_names(asked: str, answered: str) -> None:
    lines = [
        "Der Hafen",
        "",
        f"{asked}: 2019?",
        f"{answered}: 900 t.",
        f"{asked}: 700?",
        f"{answered}: 800 t im Jahr 2019.",
    ]
    assert set(speakers("de", "\n".join(lines))) == {None}


def test_a_chat_whose_hour_stands_before_its_day() -> None:
    text = (
        "[14:02, 09/10/2025] Ana Teste: a barragem tem 17 pontos de infiltração\n"
        "[14:05, 09/10/2025] Rui Prova: quem assinou o laudo?\n"
        "[14:06, 09/10/2025] Ana Teste: a empresa gastou 48 milhões este ano"
    )
    assert speakers("pt", text) == ["Ana Teste", "Ana Teste"]


def test_a_sentence_with_a_subject_of_its_own_does_not_go_on() -> None:
    text = "Kämmerer Muster sagte, die Kosten seien gestiegen. Rat Huber hält das für falsch; man habe gewarnt."
    assert speakers("de", text) == ["Kämmerer Muster", None]


def test_points_of_an_agenda_are_nobody() -> None:
    lines = ["Sitzung vom 4. Juni 2025", "", "TOP 1: Rat Muster erklärt, die Kita koste 3 Millionen.", "",
             "TOP 2: Kanal. Die Stadt zahlt 2 Millionen.", "", "TOP 3: Schule. Der Bau dauert 3 Jahre."]  # fmt: skip
    assert {who for who in speakers("de", "\n".join(lines)) if who} == {"Rat Muster"}


@pytest.mark.parametrize(
    ("language", "text", "rated"),
    [
        ("zh", "县政府承诺，将拨款1200万元更新设备。", True),
        ("zh", "预计日均客流量为65万人次。", False),
        ("zh", "该项目将于2027年完工。", False),
        ("hi", "परिवारों को 5 लाख रुपये की सहायता दी जाएगी।", True),
        ("ja", "市は来年度、1200万円を支給する予定だ。", True),
        ("ja", "入館者は30万人になる見込みだ。", False),
        ("ja", "昨年4月に値上げしたことが影響したとみられる。", True),
    ],
)
def test_plans_with_an_amount_are_rated(language: str, text: str, rated: bool) -> None:
    (claim,) = split_article(text, language=language).claims
    assert ("prediction" not in [str(kind) for kind in claim.kinds]) is rated


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("pl", "Związkowcy uważają, że dług wynosi 4 mln zł, a nie 6,8 mln zł, jak twierdzi dyrekcja.", "Związkowcy"),
        ("pl", "Radny Jan Próba był tam. Jego zdaniem skorzysta 9 osób, a nie 20, jak mówi ratusz.", "Jan Próba"),
        ("pl", "W szpitalu pracuje nie 40 lekarzy, jak twierdzi minister, lecz 12.", None),
        ("pl", "Most nie jest bezpieczny, jak twierdzi inspektor.", "inspektor"),
        ("de", "Es kamen 9.000 Menschen, und nicht 20.000, wie die Stadt behauptet.", None),
        ("de", "Es waren nicht 20.000, wie die Stadt behauptet, sondern 9.000 Menschen.", None),
        ("de", "Die Kosten liegen nicht bei 3,5 Millionen Euro, wie das Ministerium mitteilte.", "das Ministerium"),
        ("fr", "Le chantier coûtera 47 millions, et non 60, comme l'affirme le préfet.", None),
        ("es", "Son 300, y no 500, como dice el alcalde.", None),
        ("de", "Gemeinderat Muster gibt zu bedenken, dass das Bad elf Tage zu war.", "Gemeinderat Muster"),
        ("es", "La presidenta, doña Elena Ejemplo, informa de que la derrama sube.", "Elena Ejemplo"),
        ("es", "El paro bajó, según datos publicados este miércoles por la Consejería.", "la Consejería"),
        ("es", "El paro bajó, según cifras difundidas ayer.", None),
        ("es", "Según fuentes consultadas por este diario, el alcalde dimitirá.", "fuentes"),
        ("fr", "Selon des données publiées jeudi par l'Institut, le chômage recule.", "l'Institut"),
        ("fr", "Selon une étude publiée jeudi par l'Institut, le chômage recule.", "une étude"),
    ],
)  # fmt: skip
def test_what_is_denied_is_not_said_by_who_claims_it(language: str, text: str, who: str | None) -> None:
    assert speakers(language, text)[-1] == who


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("pl", "Wojewoda odpiera zarzuty i podkreśla, że wysłano 12 tysięcy worków.", "Wojewoda"),
        ("pl", "Jan Próba mówi, że to źle. Ministerstwo bada sprawę i zapewnia, że 300 osób dostanie pieniądze.", None),
        ("pl", "Prezydent i premier podkreślają, że budżet wynosi 3 mln zł.", "Prezydent i premier"),
        ("de", "Der Bürgermeister weist das zurück und sagt, dass 300 Euro fehlen.", "Der Bürgermeister"),
        ("de", "Anna sagt, dass 300 Euro fehlen. Die Polizei ermittelt und erklärt, dass 40 Zeugen kamen.", None),
        ("de", "Jan Muster und Ute Probe erklärten, dass 40 Zeugen kamen.", "Jan Muster und Ute Probe"),
        ("nl", "De wethouder ontkent en zegt dat er 300 euro ontbreekt.", "De wethouder"),
    ],
)
def test_an_act_before_the_verb_of_saying_is_no_part_of_the_name(language: str, text: str, who: str | None) -> None:
    assert speakers(language, text)[-1] == who


def test_a_long_run_of_words_before_as_x_claims_is_read_at_once() -> None:
    text = "Es waren 9 und nicht " + "x " * 400 + "; y, wie die Stadt behauptet."
    assert len(speakers("de", text)) == 1
