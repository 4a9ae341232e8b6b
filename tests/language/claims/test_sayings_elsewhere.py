"""Who says a sentence in languages without a parser, and whose the sentences behind it are."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.domain.articles import Attribution, ClaimDraft
from workbench.language.article import split_article
from workbench.language.attribution.nominatives import nominative
from workbench.language.attribution.told_on import is_reported


def claims(text: str, language: str) -> list[ClaimDraft]:
    return list(split_article(text, published=date(2024, 3, 13), language=language).claims)


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("de", "Am Montag teilte die Stadt mit, dass 40 Bäume gefällt werden.", "die Stadt"),
        ("de", "Direktorin Lea Muster hat am Freitag angekündigt, die Halle zu verkaufen.", "Lea Muster"),
        ("de", "Der Imker Jan Muster wirft dem Amt vor, 30 Völker vernichtet zu haben.", "Jan Muster"),
        ("de", "Wie das Gesundheitsamt mitteilte, sind 12 Kinder erkrankt.", "das Gesundheitsamt"),
        ("de", "Dem Bericht zufolge fehlen 300 Plätze.", "Bericht"),
        ("de", "Laut der Bundesnetzagentur stiegen die Preise um 4 Prozent.", "Bundesnetzagentur"),
        ("de", "Nach Angaben des Statistischen Landesamtes kamen 900 Gäste.", "Statistische Landesamt"),
        ("fr", "La préfète, Anne Exemple, a annoncé mardi que le pont fermerait.", "Anne Exemple"),
        ("fr", "« Le pont tient », nuance l'ingénieur Luc Exemple.", "Luc Exemple"),
        ("fr", "Jointe par l'agence, la directrice Anne Exemple a précisé que 40 lits manquent.", "Anne Exemple"),
        ("es", "El paro bajó un 3 %, informó este jueves el Ministerio de Trabajo.", "el Ministerio de Trabajo"),
        ("es", "La Fiscalía acusa a la empresa de falsificar doce facturas.", "La Fiscalía"),
        ("it", "«Il ponte tiene», ha detto a Radio Nord il sindaco Mario Esempio.", "Mario Esempio"),
        (
            "it",
            "I prezzi sono saliti del 4%, ha comunicato giovedì l'Istituto di statistica.",
            "l'Istituto di statistica",
        ),
        ("pt", "A ministra da Saúde, Ana Exemplo, anunciou na terça-feira que a vacina chegou.", "Ana Exemplo"),
        ("nl", "Volgens de politie raakten vier mensen gewond.", "de politie"),
        ("nl", "Wethouder Anna Voorbeeld kondigde maandag aan dat de brug dichtgaat.", "Anna Voorbeeld"),
        ("nl", "Dertig huizen zijn ontruimd, laat de brandweer weten.", "de brandweer"),
        ("sv", "Enligt polisen skadades fyra personer.", "polisen"),
        ("sv", "Ministern Eva Exempel meddelade i tisdags att bron stängs.", "Eva Exempel"),
        ("pl", "„Nie zamknęliśmy żadnej szkoły” – zapewniła rzeczniczka kuratorium Anna Przykład.", "Anna Przykład"),
        ("pl", "Według Urzędu Transportu Kolejowego opóźniło się 40 pociągów.", "Urząd Transportu Kolejowego"),
        ("pl", "Według Głównego Urzędu Statystycznego ceny wzrosły o 4 proc.", "Główny Urząd Statystyczny"),
        ("pl", "Jak podała policja, rannych zostało pięć osób.", "policja"),
        ("pl", "Radna Ewa Przykład zaprzecza, że komisja obradowała w maju.", "Ewa Przykład"),
        ("pl", "Klinika straciła 2,4 mln zł – ujawnił „Głos Ujścia”.", "Głos Ujścia"),
        ("es", "La clínica perdió 2,4 millones, revela el diario El Ejemplo.", "El Ejemplo"),
        ("es", "Para el concejal, Juan Ejemplo, «primero había que reparar el puente».", "Juan Ejemplo"),
        ("de", "Der Chef der Werke, Uwe Muster, hat am Dienstag eine Erhöhung angekündigt.", "Uwe Muster"),
        (
            "it",
            "Secondo l'associazione degli inquilini sono coinvolte 6.800 famiglie.",
            "l'associazione degli inquilini",
        ),
        ("pl", "Szkoła jest zamknięta – poinformował w piątek urząd gminy.", "urząd gminy"),
        ("hi", "चार कमरों में फफूंद है, प्रवक्ता ने कहा।", "प्रवक्ता"),
        ("ar", "وبحسب اتحاد المستأجرين، يشمل القرار 6800 أسرة.", "اتحاد المستأجرين"),
        ("zh", "九间教室发霉，教育局发言人解释说。", "教育局发言人"),
        ("ja", "カビが生えていると、教育委員会の担当者は話した。", "教育委員会の担当者"),
        ("uk", "За даними обласної ради, школу відвідують 300 дітей.", "обласна рада"),
        ("ru", "По данным городской полиции, пострадали 30 человек.", "городская полиция"),
    ],
)
def test_who_says_it(language: str, text: str, who: str) -> None:
    (claim,) = claims(text, language)
    assert claim.speaker == who
    assert claim.attribution is not Attribution.OUTLET


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Sprecherin sagte nicht, dass die Brücke geschlossen wird."),
        ("es", "El alcalde no dijo que el puente estuviera cerrado."),
        ("pl", "Minister nie powiedział, że most jest zamknięty."),
        ("fr", "La ministre, attendue sur place jeudi, a promis une aide aux habitants."),
        ("sv", "Hon vet inte att bron är stängd sedan i maj."),
        ("de", "Die Firma gibt 300 Stellen an Zulieferer ab, weil Aufträge fehlen."),
        ("de", "Der Verein hält die Halle, die 1970 gebaut wurde, in Betrieb."),
        ("de", "Er rechnete die Summe mit dem Taschenrechner nach."),
        ("fr", "La société lance un produit que les clients attendent."),
        ("es", "El club cuenta con 40 socios que pagan cuota."),
        ("it", "Secondo posto per la squadra di casa."),
        ("nl", "De dijk, gebouwd in 1953, houdt het water tegen."),
        ("pl", "Jak co roku do miasta przyjechał cyrk."),
        ("fr", "Pour la première fois, le port a fermé en janvier."),
    ],
)
def test_what_nobody_said(language: str, text: str) -> None:
    found = claims(text, language)
    promised = "La ministre" if text.startswith("La ministre, attendue") else None
    assert found
    assert {claim.speaker for claim in found} == {promised}


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("pl", "Rzecznik portu Jan Przykład powiedział, że statek stoi. Dodał, że załoga jest zdrowa.", "Jan Przykład"),
        ("es", "El ministro Luis Ejemplo dijo que la vía cerró. Añadió que 40 trenes pararon.", "Luis Ejemplo"),
        ("fr", "La juge Anne Exemple a dit que tout va bien. Elle a ajouté que 3 cas manquent.", "Anne Exemple"),
        ("de", "Sprecherin Lea Muster sagte, die Halle sei leer. Die Miete betrage 900 Euro.", "Lea Muster"),
        ("de", "Sprecherin Lea Muster sagte, die Halle sei leer. „Sie steht seit Mai“, sagte Muster.", "Lea Muster"),
        (
            "nl",
            "Minister Eva Voorbeeld zei dat de brug dicht is. Zij zei ook dat 40 huizen leeg zijn.",
            "Eva Voorbeeld",
        ),
        ("sv", "Professor Eva Exempel sade att sjön är död. Hon tillade att 40 arter är borta.", "Eva Exempel"),
    ],
)
def test_whose_words_go_on(language: str, text: str, who: str) -> None:
    assert [claim.speaker for claim in claims(text, language)] == [who, who]


def test_a_sentence_that_somebody_else_comes_between_goes_on_nobodys() -> None:
    told = claims(
        "Minister Eva Voorbeeld zei dat de brug dicht is. Een arts kwam naar de brug. Hij zei dat 40 huizen leeg zijn.",
        "nl",
    )
    assert [claim.speaker for claim in told] == ["Eva Voorbeeld", None, None]
    assert told[2].attribution is Attribution.PARAPHRASE


def test_he_is_not_the_woman_who_spoke() -> None:
    told = claims("Die Ministerin Lea Muster sagte, die Brücke sei zu. Er sagte, dass 40 Häuser leer stehen.", "de")
    assert [claim.speaker for claim in told] == ["Lea Muster", None]


def test_who_is_told_of_in_the_sentence_behind() -> None:
    assert [c.speaker for c in claims("Vier mensen raakten gewond in Utrecht. Dat meldt de politie.", "nl")] == [
        "de politie"
    ]
    told = claims("Pięć osób zostało rannych w pożarze. Poinformowała o tym straż pożarna.", "pl")
    assert [claim.speaker for claim in told] == ["straż pożarna"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le directeur aurait signé deux contrats en janvier."),
        ("es", "El empresario habría cobrado 40.000 euros."),
        ("it", "L'imprenditore avrebbe incassato 40.000 euro."),
        ("pt", "O empresário teria recebido 40 mil euros."),
        ("de", "Der Leiter soll zwei Verträge gefälscht haben."),
        ("nl", "De schade zou 40.000 euro bedragen."),
    ],
)
def test_hearsay_is_not_told_as_known(language: str, text: str) -> None:
    (claim,) = claims(text, language)
    assert claim.speaker is None
    assert claim.attribution_verb is not None


def test_what_would_be_if_is_no_hearsay() -> None:
    (claim,) = claims("Si le pont fermait, la ville perdrait 40 emplois et serait isolée.", "fr")
    assert claim.attribution_verb is None


@pytest.mark.parametrize(
    ("words", "reported"),
    [
        ("Der Schaden betrage mindestens 900.000 Euro.", True),
        ("Entlassungen werde es aber nicht geben.", True),
        ("Die Anlage laufe seit Mai.", True),
        ("Die Stadt kaufte 40 Busse.", False),
        ("Die Stadt keine Busse mehr.", False),
        ("Ich habe 40 Busse gekauft.", False),
        ("Die neue Halle wird gebaut.", False),
    ],
)
def test_the_german_subjunctive(words: str, reported: bool) -> None:
    assert is_reported(words) is reported


@pytest.mark.parametrize(
    ("language", "bent", "plain"),
    [
        ("de", "des Zolls", "Zoll"),
        ("de", "eines Sprechers der Polizei", "ein Sprecher der Polizei"),
        ("de", "der Feuerwehr wurden vier Menschen verletzt", "Feuerwehr"),
        ("de", "einer Studie", "eine Studie"),
        ("de", "Anwohnern", "Anwohner"),
        ("nl", "het Bureau voor de Statistiek steeg de rente", "het Bureau voor de Statistiek"),
        ("sv", "en rapport från regionen ökade antalet", "en rapport från regionen"),
    ],
)
def test_as_said_of_a_subject(language: str, bent: str, plain: str) -> None:
    assert nominative(bent, language) == plain


def test_the_swedish_she_ends_a_sentence() -> None:
    told = claims("Det har gjorts två kontroller, säger hon. Enligt tullen hittades 320 kilo.", "sv")
    assert [claim.speaker for claim in told] == [None, "tullen"]


def test_a_subjunctive_behind_a_colon_is_not_the_last_speakers() -> None:
    text = (
        "Die Grünen kritisieren, dass der Weg fehlt. Dezernent Ali Muster verteidigte den Plan: Die Brücke müsse weg."
    )
    assert [claim.speaker for claim in claims(text, "de")] == ["Die Grünen", None]


@pytest.mark.parametrize(
    ("language", "text", "last"),
    [
        ("de", "Anna Beispiel sagte, sie gehe. Der Anwalt von Anna Beispiel sagte, 3 Häuser seien leer.", "Der Anwalt"),
        ("de", "Anna Beispiel sagte, sie gehe. Kritiker von Anna Beispiel sagten, 40 Boote fehlten.", "Kritiker"),
        ("de", "Anna Beispiel sagte, sie gehe. Jan Muster und Anna Beispiel sagten, 14 Boote seien leck.", "Jan"),
        (
            "fr",
            "Jean Exemple a dit que le pont est fermé. Le frère de Jean Exemple a dit que 40 maisons sont vides.",
            "Le frère",
        ),
        ("fr", "Le porte-parole de la ministre Anne Exemple a annoncé que 12 écoles fermeront.", "Le porte-parole"),
        (
            "es",
            "Juan Modelo dijo que el puente está cerrado. El rival de Juan Modelo dijo que 40 casas están vacías.",
            "El rival",
        ),
        ("es", "La portavoz del ministro Juan Modelo dijo que 12 escuelas cerrarán.", "La portavoz"),
        ("it", "Il portavoce del Ministro Carlo Modello ha detto che 12 scuole chiudono.", "Il portavoce"),
        ("pt", "O advogado da ministra Ana Modelo disse que 40 casas estão vazias.", "O advogado"),
        ("nl", "De woordvoerder van minister Anna Model zei dat 40 huizen leeg staan.", "De woordvoerder"),
        (
            "nl",
            "Anna Model zei dat de brug dicht is. De weduwe van Anna Model zei dat 40 huizen leeg staan.",
            "De weduwe",
        ),
        ("ru", "Адвокат министра Ивана Примера заявил, что 40 домов пусты.", "Адвокат"),
    ],
)
def test_who_speaks_for_somebody_is_not_that_person(language: str, text: str, last: str) -> None:
    speaker = claims(text, language)[-1].speaker or ""
    assert speaker.startswith(last)


@pytest.mark.parametrize(
    "behind",
    [
        "Das Haus wurde 2019 für 3 Millionen Euro verkauft. Der Täter wurde nie gefunden.",
        "Die Stadt würde 40 Häuser bauen.",
        "Der reiche Erbe kaufte 2019 das Schloss.",
        "Das Haus nahe der Brücke kostete 3 Millionen Euro.",
    ],
)
def test_a_past_in_e_goes_on_with_nobody(behind: str) -> None:
    first, *rest = claims(f"Die Polizei sagte am Montag, die Brücke sei gesperrt. {behind}", "de")
    assert first.speaker == "Die Polizei"
    assert rest
    assert {claim.speaker for claim in rest} == {None}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "it",
            "Secondo il rapporto, la ditta ha perso 3 milioni. Lo ha detto il sindaco. Ha aggiunto che il porto è "
            "chiuso.",
        ),
        ("nl", "Volgens een onderzoek van Anna Voorbeeld zijn 14 bruggen stuk. Zij zei dat de minister loog."),
        ("sv", "Enligt en rapport av Anna Exempel är 14 broar trasiga. Hon sade att ministern ljög."),
        ("pl", "Według policji zginęło 14 osób. Zapewniła żona Piotra, że nikt nie ucierpiał."),
        ("pl", "Anna Wzór powiedziała, że zginęło 14 osób. Dodała Ewa Przykład, że nikt nie ucierpiał."),
    ],
)
def test_nobody_goes_on_where_it_may_be_another(language: str, text: str) -> None:
    assert claims(text, language)[-1].speaker is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Według policji zginęło 14 osób. Zapewniła rzeczniczka Anna Wzór, że nikt nie ucierpiał.", "Anna Wzór"),
        ("Poinformował minister Jan Przykład, że 40 osób straciło pracę.", "Jan Przykład"),
        ("Anna Wzór powiedziała, że zginęło 14 osób. Dodała, że nikt nie ucierpiał.", "Anna Wzór"),
        ("Anna Wzór powiedziała, że zginęło 14 osób. Dodała również, że nikt nie ucierpiał.", "Anna Wzór"),
    ],
)
def test_a_verb_at_the_head_is_of_the_office_behind_it(text: str, who: str) -> None:
    assert claims(text, "pl")[-1].speaker == who
